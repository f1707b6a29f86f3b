"""What the periods of both languages share: how far a time reaches, and how it is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from claims.periods_phrase import Phrase
    from claims.records import Mention

__all__ = ["FAR", "MONTH", "REACH", "TO_COME", "leaves", "set_period"]

FAR: Final = 120  # characters from a phrase to its number
MONTH: Final = timedelta(days=31)
#: Classes of numbers that no past time dates.
TO_COME: Final = frozenset({"planned", "forecast", "possible"})
REACH: Final = 300  # … and from a number to the verb that it belongs to


def set_period(text: str, mention: Mention, phrase: Phrase, first: date | None, last: date | None) -> None:
    """The period of a mention: the words of a phrase and its interval in ISO form."""
    mention.period = (
        text[phrase.start : phrase.end],
        first.isoformat() if first is not None else None,
        last.isoformat() if last is not None else None,
    )


def leaves(text: str) -> bool:
    """(지난해 기준) … closes before the number: the phrase stands in another's parentheses."""
    if ")" not in text:
        return False
    depth = 0
    for mark in text:
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
            if depth < 0:
                return True
    return False
