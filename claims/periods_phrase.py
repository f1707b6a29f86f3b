"""A time phrase of a text, as both languages read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re
    from datetime import date

    from claims.calendars import Span

__all__ = ["Groups", "Phrase", "Starts", "groups_of"]

#: The named groups of a match of a time.
Groups = dict[str, str | None]
#: How many printed times are remembered.
_KEPT: Final = 4096


class Phrase:
    """A time phrase and its interval, of which 까지/부터 leave one end. ``role``: "at" dates its clause; "than" is what
    something is compared with; "aside" dates only the parenthesis after it; "named" and "opened" date nothing.

    ``ahead`` is what a bare month, quarter or holiday means in a plan; ``back`` is grain and shift from the time that the
    sentence is about.
    """

    __slots__ = ("ahead", "back", "end", "first", "last", "role", "start")

    def __init__(
        self, start: int, end: int, first: date | None, last: date | None, role: str = "at", ahead: Span | None = None,
        back: tuple[str, int] | None = None,
    ) -> None:  # fmt: skip
        self.start, self.end = start, end
        self.first, self.last = first, last
        self.role = role
        self.ahead = ahead
        self.back = back


class Starts:
    """Where phrases may begin in a text: for its sentences, one after the other, though one may look back a little."""

    __slots__ = ("_found", "_place")

    def __init__(self, found: list[int]) -> None:
        found.sort()
        self._found = found
        self._place = 0

    def between(self, low: int, high: int) -> list[int]:
        """Those from ``low`` to ``high``, in order."""
        found, place = self._found, self._place
        while place and found[place - 1] >= low:
            place -= 1
        while place < len(found) and found[place] < low:
            place += 1
        self._place = end = place
        while end < len(found) and found[end] < high:
            end += 1
        return found[place:end]


def groups_of(
    printed: str, whole: re.Match[str], seen: dict[tuple[str, int], Groups], others: Groups | None = None
) -> Groups:
    """The named groups of a match and ``others``, kept in ``seen``: of one pattern, what is printed and the last of them
    tell the rest."""
    key = (printed, whole.lastindex or 0)
    found = seen.get(key)
    if found is None:
        if len(seen) >= _KEPT:
            seen.clear()
        found = seen[key] = {**(others or {}), **whole.groupdict()}
    return found
