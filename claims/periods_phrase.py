"""A time phrase of a text, as both languages read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from claims.calendars import Span

__all__ = ["Phrase"]


class Phrase(NamedTuple):
    """A time phrase and its interval, of which 까지/부터 leave one end. ``role``: "at" dates its clause; "than" is what
    something is compared with; "aside" dates only the parenthesis after it; "named" and "opened" date nothing."""

    start: int
    end: int
    first: date | None
    last: date | None
    role: str = "at"
    ahead: Span | None = None  # what a bare month, quarter or holiday means in a plan
    back: tuple[str, int] | None = None  # grain and shift from the time that the sentence is about
