"""English parts and multiples: a third of, half of, one in five, a 3-for-1 split, twice as many, half a point."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims import guards, guards_en
from claims.found import FINITE, Found, Reader, next_number
from claims.patterns import pattern
from claims.scale_words_en import english_scale
from claims.units import unit_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.scan import Number

__all__ = ["one_in", "part", "split"]

_PARTS: Final = {"half": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "six": 6, "sev": 7, "eig": 8, "nin": 9, "ten": 10}
_OF: Final = re.compile(
    r" of (?:the |its |their |his |her |our |all |those |these |that |this )?"
    r"([A-Za-z][\w.-]*)(?: ([a-z-]+))?(?: ([a-z-]+))?"
)
#: half of the 8,000 workers, a third of its 12 plants, a fifth of the 1.1 million refugees
_OF_NUMBER: Final = re.compile(
    r" of (?:the |its |their |his |her |our |all |those |these )(?:more than |about )?"
    r"[\d,]{1,12}(?:\.\d{1,3})?(?: (?:thousand|million|billion))? [a-z]"
)
#: a third of a million: a number, and no share
_OF_POWER: Final = re.compile(r" of an? (?:thousand|million|billion|trillion)\b")
_AFTER: Final = re.compile(r"[.,;:)]|$| ([a-z]+)")
_WORD_BEFORE: Final = re.compile(r"([A-Za-z]+) $")
_IN: Final = re.compile(r" (?:(?:in|out of) (?:every )?|of every )")
_FOR: Final = re.compile(r"-(to|for)-")
_RATIO_OF: Final = re.compile(r"\b(?:ratio|[Oo]dds) of $|\b[Oo]utnumber(?:s|ed|ing)? [\w ]{1,24} (?:by )?$")
_TO: Final = re.compile(r" to ")


def part(reader: Reader, index: int) -> Found | None:
    """a third of the city, by a quarter, more than half of voters; twice as many."""
    number = reader.numbers[index]
    if number.style != "part":
        return None
    text, lexicon = reader.text, reader.lexicon
    word = text[number.start : number.end].lower()
    if word == "twice":
        if not guards_en.compares(text, number.end, lexicon):
            return None
        return _found(number, index, Decimal(2), "multiple", number.end)
    name = word.rsplit(" ", 1)[-1]
    step = _rate_step(text, number, name, index, lexicon)
    if step is not None or word == "quarter":
        return step
    lower = _PARTS[name if name == "half" else name[:3]]
    if not _whole(text, number, name, lexicon):
        return None
    item = _found(number, index, FINITE.divide(Decimal(1), Decimal(lower)), "fraction", number.end)
    item.numerator, item.denominator = 1, lower
    return item


def _rate_step(text: str, number: Number, name: str, index: int, lexicon: Lexicon) -> Found | None:
    """a quarter-point cut, a half-point increase: 0.25 and 0.5 percentage points."""
    step = {"quarter": "0.25", "half": "0.5"}.get(name)
    if step is None or not text.startswith(("-point", " point"), number.end):
        return None
    end = number.end + len("-point")
    by = name == "quarter" and text[number.start - 3 : number.start] == "by "  # raised by a quarter point to 0.75 %
    if not by and pattern(lexicon, "rate_step.en", r"s?[- ](?:[a-z-]+ ){0,2}WORDS\b").match(text, end) is None:
        return None
    start = number.end - len(name)
    item = Found(start, end, None, Decimal(step), "percentage_point.en", index)
    item.kind, item.unit_name = "percentage_point", "pp"
    return item


def _whole(text: str, number: Number, name: str, lexicon: Lexicon) -> bool:
    """Whether a whole follows or a measure of change goes before; a third time and a quarter of growth are none."""
    start, end = number.start, number.end
    before = _WORD_BEFORE.search(text, max(0, start - 16), start)
    if name == "half" and before and before.group(1).lower() in lexicon.sections["half.before"]:
        return False
    if _OF_NUMBER.match(text, end):
        return name not in ("quarter",)
    if _OF_POWER.match(text, end):
        return False
    of = _OF.match(text, end)
    if of is not None:
        words = [word for word in of.groups() if word]
        bare = text[of.start(1) - 4 : of.start(1)] == " of "
        if any(word in lexicon.sections["span_not.en"] for word in words[:2]):
            return False
        if name not in ("quarter", "half") and words[0] not in lexicon.sections["function_word"]:
            return True
        return not bare or words[0][0].isupper() or any(_plural(word, lexicon) for word in words)
    if pattern(lexicon, "part.before", r"(?i:\bWORDS )$").search(text[max(0, start - 16) : start]) is None:
        return False
    after = _AFTER.match(text, end)
    return after is not None and (not after.group(1) or after.group(1) in lexicon.sections["function_word"])


def _plural(word: str, lexicon: Lexicon) -> bool:
    return word.endswith("s") or word in lexicon.sections["plural.en"]


def _found(number: Number, index: int, value: Decimal, kind: str, end: int) -> Found:
    item = Found(number.start, end, None, value, kind, index)
    item.kind, item.unit_name = kind, "1"
    return item


def one_in(reader: Reader, index: int) -> Found | None:
    """one in five adults, nine out of 10 doctors; not two in 10 days, one in 2019 or 3 in 2 games."""
    text, lexicon = reader.text, reader.lexicon
    number = reader.numbers[index]
    value = number.value
    if (
        not text.startswith((" in ", " out of ", " of every "), number.end)
        or value is None
        or number.scaled
        or not 1 <= value <= 99
    ):
        return None
    match = _IN.match(text, number.end) if text[number.end : number.end + 2] in (" i", " o") else None
    if match is None:
        return None
    other = next_number(reader, index, match.end())
    if other is None or other.value is None:
        return None
    scale = english_scale(text, other.end, False, lexicon) if text[other.end : other.end + 1] == " " else None
    below, end = (other.value, other.end) if scale is None else (other.value.scaleb(scale[0]), scale[1])
    if below <= value or below != int(below) or (number.style == "digits" and guards.code(text, number, lexicon)):
        return None
    if "out" in match.group() and "every" not in match.group() and below not in (3, 4, 5, 10, 100, 1000):
        return None
    if value == 1:
        if scale is None and guards_en.is_year(text, other):
            return None  # one in 2019
    elif below > 100 and below not in (200, 500) and below % 1000:
        return None
    elif number.style == other.style == "digits" and 10 < below < 100 and below not in (20, 25, 50):
        return None  # he scored 20 in 30 games
    if other.style == "digits" and guards.code(text, other, lexicon):
        return None
    if text[other.start : other.start + 2] == "a ":
        return None
    unit = unit_at(text, end + 1, lexicon)
    if unit is not None and unit[0].kind not in ("count",):
        return None
    if not (text[end : end + 1] in " .,;" or end == len(text)):
        return None
    item = _found(number, index, FINITE.divide(value, below), "fraction", end)
    item.last = index + 1
    item.numerator, item.denominator = int(value), int(below)
    return item


def split(reader: Reader, index: int) -> Found | None:
    """a 2.1-to-1 ratio, a 3-for-1 stock split, a ratio of 15 to 1; not a 5-to-4 ruling."""
    text, lexicon = reader.text, reader.lexicon
    number = reader.numbers[index]
    if number.value is None or number.scaled or number.style not in ("digits", "words"):
        return None
    if text[number.end : number.end + 2] not in ("-t", "-f", " t"):
        return None
    match = _FOR.match(text, number.end)
    stated = False
    if match is None:
        match = _TO.match(text, number.end)
        if match is None or _RATIO_OF.search(text, max(0, number.start - 40), number.start) is None:
            return None
        stated = True
    other = next_number(reader, index, match.end())
    if other is None or not other.value or other.style not in ("digits", "words") or other.scaled:
        return None
    if number.style == "digits" and guards.code(text, number, lexicon, ranged=True):
        return None
    if not stated and pattern(lexicon, "ratio_word.en", r"[ -]WORDS\b").match(text, other.end) is None:
        before = text[max(0, number.start - 24) : number.start]
        if pattern(lexicon, "ratio_word.en", r"\bWORDS (?:[a-z]+ ){1,2}$").search(before) is None:
            return None
    item = _found(number, index, FINITE.divide(number.value, other.value), "ratio", other.end)
    item.last = index + 1
    if other.value != 1:
        item.numerator, item.denominator = int(number.value), int(other.value)
    return item
