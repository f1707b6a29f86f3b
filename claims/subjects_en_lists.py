"""Numbers that stand in a list of names: Annual rents: Dublin €27,600 · Cork €21,900; whose each is, and what all are of."""

from __future__ import annotations

from typing import Final

from claims.subjects_en_words import NAMED, Clause

__all__ = ["listed"]

_NAME: Final = 4  # words of a name
_LABEL: Final = 8  # … and of what stands before the colon
_ENDS: Final = (":", ";", "·", "•", "|", ",")
_SMALL: Final = frozenset(("of", "and", "the", "de", "&"))


def listed(clause: Clause, kind: str) -> tuple[str, str] | None:
    """The name directly before the number and the measure of the label that the list begins with; None if this is no list."""
    bare, printed = clause.bare, clause.printed
    stop = len(bare)
    first = stop
    while first and stop - first < _NAME and (bare[first - 1][:1].isupper() or bare[first - 1] in _SMALL):
        if first < stop and printed[first - 1][-1:] in _ENDS:
            break
        first -= 1
    if first == stop or first == 0 or not bare[first][:1].isupper() or printed[first - 1][-1:] not in _ENDS:
        return None
    colon = next((at for at in range(min(first, _LABEL)) if printed[at][-1:] == ":"), -1)
    if colon < 0 or any(mark.isdigit() for word in bare[: colon + 1] for mark in word):
        return None
    if printed[first - 1][-1:] == "," and first - 1 != colon and not _behind_number(clause, first - 1):
        return None
    end = colon + 1
    for at in range(1, colon):
        if bare[at] in ("by", "per", "in", "for") or printed[at][-1:] == ",":
            end = at if printed[at][-1:] != "," else at + 1
            break
    count = clause.words.suffix(bare[max(0, end - 3) : end])
    if not count or not clause.words.fits(" ".join(bare[end - count : end]), kind) or bare[0].lower() in NAMED:
        return None
    return clause.slice(first, stop), clause.slice(0, end)


def _behind_number(clause: Clause, at: int) -> bool:
    """Whether the word at a comma ends an item: $412,000, or 3%, or 5 million units."""
    return any(mark.isdigit() for word in clause.bare[max(0, at - 2) : at + 1] for mark in word)
