"""People counted by what befell them: 12 dead and 60 wounded; no noun follows, so the count is of persons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims import guards_en
from claims.found import Found, Reader
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.lexicon import Unit

__all__ = ["toll_en"]

#: The first two letters of the words of [toll.en], of which few numbers are followed.
_FIRSTS: Final = frozenset(("de", "wo", "in", "mi", "hu", "ki"))
_AFTER: Final = r" (WORDS)(?=[.,;)]|$| (?:and|in|after|when|as|at|on|from|across|since|while)\b)"
_BEFORE: Final = r"(?:^|[.,;:(] |\bWORDS )$"


def toll_en(reader: Reader, index: int) -> Found | None:
    """The count of 12 dead, left 60 wounded; not of May 12 dead heats or Flight 370 missing."""
    number = reader.numbers[index]
    text, end, lexicon = reader.text, number.end, reader.lexicon
    if text[end : end + 1] != " " or text[end + 1 : end + 3] not in _FIRSTS:
        return None
    value = number.value
    if value is None or value != int(value) or number.style not in ("digits", "words"):
        return None
    match = pattern(lexicon, "toll.en", _AFTER).match(text, end)
    before = text[max(0, number.start - 16) : number.start].lower()
    if match is None or pattern(lexicon, "toll_before.en", _BEFORE).search(before) is None:
        return None
    if guards_en.count(text, number, lexicon) is not None:
        return None
    unit: Unit = lexicon.units_folded["people"]
    item = Found(number.start, match.end(), unit, value, "count.en.toll", index)
    item.approximate = number.inner
    return item
