"""Numbers in English words: two hundred, a dozen, hundreds of millions, half a mile; their unit is quantities.py's business."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from functools import lru_cache
from typing import Final

from claims.looks import follows
from claims.numerals import EN_WORDS, en_words_prefix
from claims.patterns import tree
from claims.printed import Number

__all__ = ["AFTER_ARTICLE", "EN_PARTS", "NUMBER_WORDS", "english_numbers", "inside", "parts_of_one"]

_LATIN_RUN: Final = re.compile(r"[A-Za-z]{1,16}")
#: The names of parts of one, as the branches of a pattern.
EN_PARTS: Final = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth"


_LARGE: Final = ("hundred", "thousand", "million", "billion", "trillion", "dozen")
_ORDERS: Final = tuple(word + "s" for word in _LARGE if word != "dozen")
#: What a number in words begins with, and what it begins with behind an article alone: a million, a third.
NUMBER_WORDS: Final = frozenset([*EN_WORDS, "zero", "half", "twice", "quarter", "tens", *_ORDERS])
AFTER_ARTICLE: Final = frozenset([*_LARGE, *EN_PARTS.split("|")])


@lru_cache(maxsize=1)
def _english_start() -> re.Pattern[str]:
    words, large = tree([*EN_WORDS, "zero", "tens", *_ORDERS]), "|".join(_LARGE)
    return re.compile(
        rf"\b(?:(?:{words})(?!(?!fold\b)[A-Za-z])|an? (?=(?:{large}|{EN_PARTS})\b)|half\b|twice\b|quarter(?=-))",
        re.IGNORECASE,
    )


#: half a mile, a quarter of a percentage point: the article belongs to the number.
_EN_PART_OF_ONE: Final = re.compile(r"(half|a quarter|three[- ]quarters)(?: of)? an?(?= [a-z])", re.IGNORECASE)
_EN_HALVES: Final = {"h": Decimal("0.5"), "a": Decimal("0.25"), "t": Decimal("0.75"), "q": Decimal("0.25")}
_EN_PART: Final = re.compile(r"half|twice|quarter|an? [a-z]{4,7}", re.IGNORECASE)
_EN_OF_ONE: Final = {"million": 6, "billion": 9, "trillion": 12}


_EN_ORDERS: Final = re.compile(
    r"(?:(tens|hundreds) of )?(hundreds|thousands|millions|billions|trillions)(?= of [a-zA-Z$€£])",
    re.IGNORECASE,
)
_EN_POWERS: Final = {"tens": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12}


def english_numbers(text: str, starts: list[int]) -> list[Number]:
    """The numbers in words, of which ``starts`` are all places where one may begin (:mod:`claims.spots_en`)."""
    found: list[Number] = []
    if not starts:
        return found
    pos = 0
    read = _english_start().match
    for start in starts:
        match = read(text, start) if start >= pos else None
        if match is None:
            continue
        order = _EN_ORDERS.match(text, start)
        if order and text.endswith("-digit ", 0, start):
            pos = order.end()
            continue  # double-digit millions of dollars
        if order:
            found.append(_en_order(order))
            pos = order.end()
            continue
        if text.startswith("fold", match.end()):
            parsed = en_words_prefix(match.group())
            if parsed is not None:
                found.append(Number(start, match.end(), parsed[0], "words"))
            pos = match.end()
            continue
        part = _en_part_of_one(text, start) if text[start] in "haqtHAQT" else None
        parsed = None if part else en_words_prefix(text[start : start + 96].replace("\n", " "))
        if parsed is None:
            other = part or _en_part(text, start)
            if other is not None:
                found.append(other)
            pos = other.end if other is not None else match.end()
            continue
        value, length = parsed
        number = Number(start, start + length, value, "words")
        number.scaled = abs(value) >= 100
        found.append(number)
        pos = number.end
    return found


def _en_part_of_one(text: str, start: int) -> Number | None:
    """half a mile, a quarter of a million, half-percentage-point; half a million is a number of its own."""
    match = _EN_PART_OF_ONE.match(text, start)
    if match is None:
        if text[start : start + 16].lower().startswith(("half-percentage", "quarter-percenta")):
            return Number(start, text.index("-", start), _EN_HALVES[text[start].lower()], "words")
        return None
    value, end = _EN_HALVES[text[start].lower()], match.end()
    word = _LATIN_RUN.match(text, end + 1)
    name = word.group().lower() if word else ""
    if name == "dozen" or (name in _EN_OF_ONE and text[start] in "hH" and " of" not in match.group()):
        return None
    number = Number(start, end, value, "words")
    if word is not None and name in _EN_OF_ONE:
        number.value, number.end, number.scaled = value * 10 ** _EN_OF_ONE[name], word.end(), True
    return number


#: What a part of one percent ends with: of a | percent. The two together stand in every text that has such a part.
_ONE: Final = ("a", "one", "1")
_PERCENT: Final = (" percent", " per cent", "-percent", "-per cent", "%", " %")
_OF_ONE: Final = tuple([f" of {one}{percent}" for one in _ONE for percent in _PERCENT])
_UPPER: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_LOWER: Final = {"t": Decimal("0.1"), "h": Decimal("0.01"), "q": Decimal("0.25")}
_OF_ONE_PERCENT: Final = re.compile(
    rf"(?<![\w.,])(?:(0?\.\d{{1,4}})|(half|one[- ]half)|(an?|{'|'.join(_UPPER)})[- ](tenth|hundredth|quarter)s?)"
    rf" of (?:{'|'.join(_ONE)})(?={'|'.join(_PERCENT)})",
    re.IGNORECASE,
)


def parts_of_one(text: str, found: list[Number]) -> list[Number]:
    """0.6 of a percent, three-tenths of one percent, half of 1%: each is one number, whatever of ``found`` stands there."""
    for number in found:  # most texts have no number with such words behind it
        if _of_one(text, number):
            if not any(mark in text for mark in _OF_ONE):
                break
            return [_part_of_percent(match) for match in _OF_ONE_PERCENT.finditer(text)]
    return []


def _of_one(text: str, number: Number) -> bool:
    """Whether `` of a``, `` of one`` or `` of 1`` ends a number, or stands behind it or behind tenths or quarters of it."""
    at = text.find(" of ", number.start, number.end + _TO_OF)
    return at >= 0 and (follows(text, at + 4, "a") or follows(text, at + 4, "o") or follows(text, at + 4, "1"))


#: The length of `` hundredths of ``.
_TO_OF: Final = 15


def inside(number: Number, parts: list[Number]) -> bool:
    """Whether a number stands in one of the parts, which are in the order of the text."""
    at = bisect_left(parts, number.end, key=_start) - 1  # the last part that begins before the number ends
    return at >= 0 and parts[at].end > number.start


def _start(number: Number) -> int:
    return number.start


def _part_of_percent(match: re.Match[str]) -> Number:
    digits, half, upper, lower = match.groups()
    if digits is not None:
        return Number(match.start(), match.end(), Decimal(digits), "digits")
    if half is not None:
        return Number(match.start(), match.end(), Decimal("0.5"), "words")
    count = 1 if upper[0] in "aA" else 1 + _UPPER.index(upper.lower())
    return Number(match.start(), match.end(), count * _LOWER[lower[0].lower()], "words")


def _en_part(text: str, start: int) -> Number | None:
    """a third, a quarter, half, twice: parts and multiples, for :mod:`claims.parts_en` to judge."""
    match = _EN_PART.match(text, start)
    return None if match is None else Number(start, match.end(), None, "part")


def _en_order(match: re.Match[str]) -> Number:
    """hundreds of millions: an order of magnitude, [1e8, 1e9)."""
    power = _EN_POWERS.get((match.group(1) or "").lower(), 0) + _EN_POWERS[match.group(2).lower()]
    number = Number(match.start(), match.end(), None, "order", scaled=True)
    number.low = Decimal(10**power)
    number.high = Decimal(10 ** (power + 1))
    number.order = True
    return number
