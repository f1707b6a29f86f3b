"""Fractions (3분의 1, two-thirds) and ratios (15대 1)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims import guards
from claims.found import FINITE, Found, Reader, next_number
from claims.patterns import pattern
from claims.scan import EXACT, Number
from claims.units import unit_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["fraction", "ratio"]

_FRACTION: Final = re.compile(r" ?분의 ?")


_MIXED: Final = re.compile(r"\d ?[과와] ?$")
_RATIO: Final = re.compile(r" ?대 ?|:")
_RATIO_FIRST: Final = frozenset(" 대:")


def fraction(reader: Reader, index: int) -> Found | None:
    """3분의 1, two-thirds, a third of: exact where the decimal is finite, else 34 significant digits."""
    text = reader.text
    number = reader.numbers[index]
    if number.style == "digits" and number.value is not None:
        following = text[number.end : number.end + 2]
        if following[:1] == "/":
            return _sliced(reader, number, index)
        match = _FRACTION.match(text, number.end) if "분" in following else None
        if match is None:
            return None
        upper = next_number(reader, index, match.end())
        if upper is None or upper.value is None or number.value == 0:
            return None
        if _MIXED.search(text, max(0, number.start - 4), number.start):
            reader.floor = upper.end  # 6과 3분의 1이닝 is six and a third
            return None
        lower, top, end, last = number.value, upper.value, upper.end, index + 1
        if lower != int(lower) or top != int(top) or top > 10**6 or lower > 10**9:
            reader.floor = end  # 1천조분의 1초 is no second
            return None
    else:
        parsed = _english_fraction(text, number, reader.lexicon)
        if parsed is None:
            return None
        top, lower, end = parsed
        last = index
    item = Found(number.start, end, None, FINITE.divide(top, lower), "fraction", last)
    item.kind, item.unit_name = "fraction", "1"
    item.numerator, item.denominator = int(top), int(lower)
    return item


_SLICE: Final = re.compile(r"([1-9])/([2-9]|10)(?![\d/.,:~-])")
_WHOLE_BEFORE: Final = re.compile(r"(?:[가-힣]의|[가-힣] 중|가운데|보다|대비)(?: 약)? ?$")
_PART_AFTER: Final = re.compile(
    r" ?(?:이상|정도|수준|가량|미만)|를? ?넘|에 (?:달|이르|못 미|불과)|[은는이가을를] |로 (?:줄|감소|축소|급감|떨어)"
)


#: 50년 만에 1/4로 줄었다: no day is what something shrinks to.
_SHRUNK: Final = re.compile(r"(?: 수준으)?로 (?:줄|감소|축소|급감|떨어)")


def _sliced(reader: Reader, number: Number, index: int) -> Found | None:
    """재적의원의 2/3 이상, 비용 중 1/3은: a part of something; 11/2 and 1/2차 are none."""
    text = reader.text
    match = _SLICE.match(text, number.start)
    if match is None or _PART_AFTER.match(text, match.end()) is None:
        return None
    top, lower = int(match.group(1)), int(match.group(2))
    if top >= lower:
        return None
    if _WHOLE_BEFORE.search(text, max(0, number.start - 6), number.start) is None and not _SHRUNK.match(
        text, match.end()
    ):
        return None
    item = Found(number.start, match.end(), None, FINITE.divide(Decimal(top), Decimal(lower)), "fraction", index + 1)
    item.kind, item.unit_name = "fraction", "1"
    item.numerator, item.denominator = top, lower
    return item


_EN_FRACTION: Final = re.compile(
    r"[- ](half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?= of\b|[ ,.)]|$)"
)


#: by more than four fifths
_BY: Final = re.compile(r"\b(?:by|than|about|nearly|almost|around|roughly|least) $")
_OF_ONE: Final = re.compile(r" of an? ([a-z-]+)")
_POWERS: Final = frozenset(("thousand", "million", "billion", "trillion"))
_EN_PARTS: Final = {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "six": 6, "sev": 7, "eig": 8, "nin": 9, "ten": 10}


def _english_fraction(text: str, number: Number, lexicon: Lexicon) -> tuple[Decimal, Decimal, int] | None:
    if number.style != "words" or number.value is None or not 1 <= number.value <= 9:
        return None
    match = _EN_FRACTION.match(text, number.end)
    if match is None:
        return None
    if text[match.end() : match.end() + 1] == " ":
        unit = unit_at(text, match.end() + 1, lexicon)
        if unit is not None and unit[0].kind in ("money", "measure", "duration"):
            return None  # a one-eighth cent tax
        one = _OF_ONE.match(text, match.end())
        if one is not None and (one.group(1) in _POWERS or unit_at(text, one.start(1), lexicon) is not None):
            return None  # two-thirds of a mile, of a point, of a million
    word = match.group(1)
    hyphen = text[number.end] == "-"
    whole = text.startswith(" of", match.end())
    by = not hyphen and word not in ("quarters", "halves") and _BY.search(text, max(0, number.start - 10), number.start)
    if (not hyphen or word == "tenths") and not whole and not by:
        return None  # two-tenths higher is said of percentage points
    if number.value > 1 and not word.endswith("s"):
        return None
    lower = _EN_PARTS[word[:3]]
    if number.value >= lower:
        return None
    return number.value, Decimal(lower), match.end()


def _named(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """3:1 비율, 경쟁률은 15:1: a word of ratios beside it."""
    if pattern(lexicon, "ratio.after", r" ?(?:의 ?)?WORDS").match(text, end):
        return True
    before = pattern(lexicon, "ratio.after", r"WORDS(?:은|는|이|을|를)? ?$")
    return before.search(text, max(0, start - 10), start) is not None


#: Between the ends of a range: 2.8~3대1, 4대1∼7대1.
_RANGE_MARKS: Final = frozenset("~∼～〜–-")


def ratio(reader: Reader, index: int) -> Found | None:
    """15대 1, 2대1, 3:1, 2.8~3대1, 4대1∼7대1; sports scores and 1대1 are none."""
    item = _ratio(reader, index)
    if item is None:
        return None
    text, numbers = reader.text, reader.numbers
    start, end = item.start, item.end
    if start > 0 and text[start - 1] in _RANGE_MARKS and index > 0:
        before = numbers[index - 1]
        if before.end == start - 1 and before.start >= reader.floor and before.style == "digits" and not before.scaled:
            beside = text[before.start - 1 : before.start]
            if before.value is not None and item.value is not None and not (beside == "대" or beside in _RANGE_MARKS):
                low = FINITE.divide(before.value, numbers[item.last].value or Decimal(1))
                if low < item.value:
                    _widen(item, low, item.value)
                    item.start = item.left = before.start
        return item
    if text[end : end + 1] in _RANGE_MARKS and item.last + 1 < len(numbers) and numbers[item.last + 1].start == end + 1:
        second = _ratio(reader, item.last + 1)
        if second is not None and item.value is not None and second.value is not None and item.value < second.value:
            _widen(item, item.value, second.value)
            item.end = item.right = second.end
            item.last = second.last
    return item


def _widen(item: Found, low: Decimal, high: Decimal) -> None:
    item.low, item.high, item.value, item.relation = low, high, None, "range"


_TO_ONE: Final = re.compile(r" ?대 ?(?:1(?![\d.,])|일)(?=의|을|로|까지|이 |에 | 경쟁)")


def _thousands_to_one(text: str, number: Number, index: int) -> Found | None:
    """수천 대 1의 경쟁률: so many applicants for a place."""
    match = _TO_ONE.match(text, number.end) if text[number.end : number.end + 2].lstrip(" ")[:1] == "대" else None
    if match is None:
        return None
    item = Found(number.start, match.end(), None, None, "ratio", index + (text[match.end() - 1] == "1"))
    item.kind, item.unit_name, item.low, item.high, item.relation = "ratio", "1", number.low, number.high, "range"
    return item


#: 1대1 상담 is none; of applicants to places 경쟁률 tells it (경쟁률이 1대 1에도 못 미쳤다).
_COMPETED: Final = re.compile(r"경쟁률(?:은|는|이|도|을)? ?$")


def _ratio(reader: Reader, index: int) -> Found | None:
    text = reader.text
    number = reader.numbers[index]
    if number.style == "order":
        return _thousands_to_one(text, number, index)
    if number.style != "digits" or number.value is None or number.scaled:
        return None
    match = _RATIO.match(text, number.end) if text[number.end : number.end + 1] in _RATIO_FIRST else None
    if match is None:
        return None
    other = next_number(reader, index, match.end())
    if other is None or other.value is None or other.style != "digits" or other.scaled or other.value == 0:
        return None
    after = text[other.end : other.end + 12]
    named = _named(text, number.start, other.end, reader.lexicon)
    if number.value == other.value == 1 and _COMPETED.search(text, max(0, number.start - 10), number.start) is None:
        return None
    if match.group() == ":":
        if not named or text[other.end : other.end + 1] == ":":
            return None
    elif guards.code(text, number, reader.lexicon) or (
        not named
        and (
            other.value != 1
            or (number.value < 2 and text.find(".", number.start, number.end) < 0)
            or pattern(reader.lexicon, "score.after", r"(?:으로|로)? ?WORDS").match(after)
        )
    ):
        return None
    unit = unit_at(text, other.end, reader.lexicon)
    if unit is not None and not named:
        return None
    value = EXACT.divide(number.value, other.value) if other.value == 1 else FINITE.divide(number.value, other.value)
    item = Found(number.start, other.end, None, value, "ratio", index + 1)
    item.kind, item.unit_name = "ratio", "1"
    return item
