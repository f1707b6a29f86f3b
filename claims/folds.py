"""A quantity printed in parts is one: 1달러 20센트, 2시간 30분, 6ft 2in, 두 시간 반, 3할5푼7리."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.found import Found, Reader, next_number
from claims.scan import EXACT, Number
from claims.single import HEDGED, single_quantity
from claims.units import unit_at

if TYPE_CHECKING:
    from claims.lexicon import Unit

__all__ = ["fold"]

_JOINT: Final = re.compile(r"(?: and |, )(?=[\da-z])|[ \u00a0-]?")
#: The longest that _JOINT matches.
_JOINT_REACH: Final = 5
#: Units of feet and inches, pounds and ounces.
_FOLDED: Final = ("foot", "pound")
#: 1년 2개월 3일 has no more parts than three.
_PARTS: Final = 2
#: six years and four months; not two years and six months later he died
_POINT: Final = re.compile(r" (?:later|after|before|earlier|ago|into|on|from)\b")
_INCH: Final = re.compile(r" ?ins?\b")
#: 두 시간 반, 1년 반
_AND_HALF: Final = re.compile(r" ?반(?![가-힣])| ?반(?=동안|만에|가량|정도|쯤|[의을이은에가으]? |으로)")
#: 3할 | 5푼 7리, 4할 | 8리
_POON: Final = re.compile(r" ?(?:(\d)푼)?(?: ?(\d)리(?!터|얼))?")


def fold(reader: Reader, item: Found) -> Found:
    """``item`` with the smaller parts that follow it taken in; the same item where none does."""
    unit = item.unit
    if unit is None or item.value is None:
        return item
    if item.kind == "percent" and unit.surface == "할":
        _tenths(reader, item)
    elif item.kind == "money":
        _cents(reader, item, unit)
    elif item.kind == "duration" and reader.korean and _half(reader, item):
        return item
    elif item.kind == "duration" or item.unit_name in _FOLDED:
        _smaller_parts(reader, item, unit)
    return item


def _half(reader: Reader, item: Found) -> bool:
    half = _AND_HALF.match(reader.text, item.end)
    if half is None or item.value is None:
        return False
    item.value, item.end = EXACT.add(item.value, Decimal("0.5")), half.end()
    return True


def _tenths(reader: Reader, item: Found) -> None:
    """3할5푼7리 is 35.7 %, 4할 8리 40.8 %."""
    poon = _POON.match(reader.text, item.end)
    digits = [] if poon is None else [digit for digit in poon.groups() if digit]
    if poon is None or not digits or item.value is None:
        return
    tenths = Decimal(poon.group(1) or 0) + Decimal(poon.group(2) or 0) / 10
    item.value, item.end = EXACT.add(item.value, tenths), poon.end()
    item.last += len(digits)


def _follower(reader: Reader, item: Found) -> Number | None:
    """The number of the next part, right behind this one."""
    if item.last + 1 >= len(reader.numbers) or reader.numbers[item.last + 1].start > item.end + _JOINT_REACH:
        return None
    joint = _JOINT.match(reader.text, item.end)
    follower = next_number(reader, item.last, joint.end() if joint else item.end)
    if follower is None or follower.value is None:
        return None
    in_words = follower.style == "words" and item.kind == "duration" and reader.text[item.end : item.end + 1] in " ,"
    return follower if follower.style == "digits" or in_words else None


def _cents(reader: Reader, item: Found, unit: Unit) -> None:
    if unit.minor_of is not None or _follower(reader, item) is None or item.value is None:
        return
    if reader.text[item.end : item.end + 1] == ",":
        return  # $3.49, 12 cents more than a week ago
    floor, reader.floor = reader.floor, item.end
    minor = single_quantity(reader, item.last + 1)
    reader.floor = floor
    if minor is None or minor.unit is None or minor.value is None:
        return
    if minor.unit.minor_of is not None and minor.unit_name == item.unit_name:
        item.value = EXACT.add(item.value, minor.value)
        item.end, item.last = minor.end, minor.last


def _smaller_parts(reader: Reader, item: Found, unit: Unit) -> None:
    for _ in range(_PARTS):
        follower = _follower(reader, item)
        if follower is None or follower.value is None or item.value is None:
            return
        part = _smaller(reader, unit, follower)
        if unit.unit == "foot" and part is None:
            part = _inches(reader, follower, reader.text[item.end : item.end + 1] == "-")
        if part is None:
            return
        smaller, end = part
        step = unit.scale / smaller.scale
        if item.kind == "duration" and reader.text[item.end : item.end + 1] in " ,":
            if item.value % 1 or follower.value >= step.numerator:
                return  # 2.5 years and 20 months in prison: two sentences
            if follower.style == "words" and _POINT.match(reader.text, end) is not None:
                return
        if step.denominator != 1 or unit.canonical != smaller.canonical:
            return
        item.value = EXACT.add(EXACT.multiply(item.value, Decimal(step.numerator)), follower.value)
        item.unit, item.unit_name = smaller, smaller.unit
        if "여" in reader.text[follower.end : end]:
            item.approximate = True
            item.words.append("여")
        item.end, item.last = end, item.last + 1
        unit = smaller
        if item.kind != "duration" and item.unit_name not in _FOLDED:
            return


def _smaller(reader: Reader, unit: Unit, follower: Number) -> tuple[Unit, int] | None:
    text = reader.text
    hedge = HEDGED.match(text, follower.end)
    begin = hedge.end() if hedge else follower.end + (text[follower.end : follower.end + 1] in (" ", "-"))
    matched = unit_at(text, begin, reader.lexicon)
    if matched is None or matched[0].kind != unit.kind or matched[0].scale >= unit.scale:
        return None
    if unit.kind == "measure" and matched[0].unit not in ("inch", "ounce"):
        return None
    return matched


def _inches(reader: Reader, follower: Number, joined: bool) -> tuple[Unit, int] | None:
    """6-foot-4 goes without the name of the inches, 6ft 2in with a short one."""
    value, text = follower.value, reader.text
    if value is None or value > 11 or text[follower.end : follower.end + 1] == "-":
        return None
    short = _INCH.match(text, follower.end)
    if not joined and short is None:
        return None
    return reader.lexicon.units_folded["inches"], short.end() if short is not None else follower.end
