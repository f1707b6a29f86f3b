"""English counts of some among many: 376 of 430 drones, 84 councils out of 114, 84 of these authorities.

The noun stands once, behind the whole or behind the part; both numbers count it. Shares that are said of no certain
number (nine out of ten doctors, one in five adults) are fractions and stand in :mod:`claims.parts_en`.
"""

from __future__ import annotations

import re
from typing import Final

from claims import guards, guards_en
from claims.found import Found, Reader, latin, next_number
from claims.nouns_en import head_noun
from claims.single import single_quantity

__all__ = ["part_count_en"]

_OF: Final = re.compile(
    r" (?:out )?of (the |its |their |his |her |our |all |those |these |all the |a total of |some )?"
)
_WHOLE: Final = " out of "
#: Wholes that make a share: 9 cases out of 10.
_ROUND: Final = (10, 100, 1000)


def part_count_en(reader: Reader, index: int) -> Found | None:
    """The count of a number that is part of a counted whole, or the whole of a counted part."""
    text, number = reader.text, reader.numbers[index]
    following = text[number.end : number.end + 4]
    if following == " of " or following == " out":
        return _part(reader, index) or _of_those(reader, index, number.end)
    if text[number.start - 9 : number.start].endswith(_RELATIVE):
        return _of_those(reader, index, text.rfind("of ", 0, number.start))
    if text[number.start - 3 : number.start] == "of " and number.style == "digits":
        return _whole(reader, index)
    return None


def _part(reader: Reader, index: int) -> Found | None:
    text, number, lexicon = reader.text, reader.numbers[index], reader.lexicon
    value = number.value
    match = _OF.match(text, number.end)
    if match is None or value is None or value != int(value) or value < 2 or number.scaled:
        return None
    if text[number.start - 4 : number.start] == "but ":
        return None  # all but three of 62 economists
    if number.style not in ("digits", "words") or guards_en.count(text, number, lexicon) is not None:
        return None
    if number.style == "digits" and guards.code(text, number, lexicon) is not None:
        return None
    other = next_number(reader, index, match.end())
    if other is None:
        determiner = match.group(1)
        if number.style != "digits" or determiner is None or match.group()[1] != "o" or determiner == "all ":
            return None
        owned = head_noun(reader, number, match.end() - 1)
        if owned is None or owned[0].kind != "count":
            return None
        return Found(number.start, owned[1], owned[0], value, "count.en.part", index)
    if other.value is None or other.value <= value:
        return None
    floor, reader.floor = reader.floor, match.end()
    whole = single_quantity(reader, index + 1)
    reader.floor = floor
    if whole is None or whole.kind != "count" or whole.unit is None or not latin(whole.unit) or whole.low is not None:
        return None
    return Found(number.start, number.end, whole.unit, value, "count.en.part", index)


_RELATIVE: Final[tuple[str, ...]] = ("of whom ", "of which ")
_THOSE: Final = re.compile(r" of (whom|which|them)\b")
_NEW: Final = re.compile(r"[.!?;]\s")


def _of_those(reader: Reader, index: int, pos: int) -> Found | None:
    """61 patients, 17 of whom were critical; 2,506 homes were listed and 1,632 of them sold; 61, of whom 17 were critical."""
    text, number = reader.text, reader.numbers[index]
    last, value = reader.counted, number.value
    pos = pos if text[pos] == " " else pos - 1
    match = _THOSE.match(text, pos)
    if match is None or last is None or last.unit is None or last.value is None or value is None or number.scaled:
        return None
    if number.style not in ("digits", "words") or value != int(value) or not 2 <= value < last.value:
        return None
    if number.start - last.end > _REACH or _NEW.search(text, last.end, number.start) is not None:
        return None
    if match.group(1) == "which" and last.unit.canonical == "person":
        return None
    if number.style == "digits" and guards.code(text, number, reader.lexicon) is not None:
        return None
    return Found(number.start, number.end, last.unit, value, "count.en.part", index)


#: How far behind the whole its part may stand.
_REACH: Final = 160


def _whole(reader: Reader, index: int) -> Found | None:
    text, number = reader.text, reader.numbers[index]
    last = reader.counted
    if last is None or last.unit is None or last.value is None or number.value is None:
        return None
    if text[last.end : number.start] != _WHOLE or number.value <= last.value or number.value in _ROUND:
        return None
    return Found(number.start, number.end, last.unit, number.value, "count.en.part", index)
