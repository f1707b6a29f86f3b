"""English counts and spans of time that are none: years, names, serials, ages, points in time, names of bonds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.guards import BIG_COUNT
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.scan import Number

__all__ = ["count", "duration", "subject_of_clause"]

_LAST_WORD = re.compile(r"([A-Za-z&.'-]{1,30})[ \u00a0]$")
_OLD = re.compile(r"[- ]old\b")


def _year(text: str, number: Number) -> bool:
    value = number.value
    bare = number.style == "digits" and "," not in text[number.start : number.end] and not number.scaled
    return bare and value is not None and 1900 <= value <= 2100 and value == int(value)


def count(text: str, number: Number, lexicon: Lexicon) -> str | None:
    """A number that is part of a name or a year (Boeing 737 jets, 2024 sales, May 5) counts nothing."""
    start = number.start
    if number.style != "digits":
        return None
    if _year(text, number):
        return "a year"
    before = text[max(0, start - 32) : start]
    if pattern(lexicon, "name.en", r"\bWORDS[ -]$").search(before):
        return "part of a name"
    bare = "," not in text[start : number.end] and not number.scaled
    if bare and number.value is not None and number.value < BIG_COUNT:
        if pattern(lexicon, "serial.en", r"\bWORDS $").search(before):
            return "a serial"
    last = _LAST_WORD.search(before)
    if last and bare:
        word = last.group(1)
        if word in lexicon.sections["month.en"]:
            return "a day of the month"
        if word[0].isupper() and word not in lexicon.sections["sentence_word"]:
            return "part of a name"
    return None


def subject_of_clause(text: str, noun: str, end: int, lexicon: Lexicon) -> str | None:
    """less than the 505,000 analysts expected: the noun is the subject of its own clause."""
    if noun in lexicon.sections["foreseer.en"]:
        if pattern(lexicon, "expect.en", r" (?:had |have |were |was )?WORDS").match(text, end):
            return "the noun begins a clause"
    return None


def duration(text: str, number: Number, end: int, lexicon: Lexicon) -> str | None:
    """45 years old, 2024 …, two years ago, the last 3 months, the 10-year note are no spans of time of their own."""
    before = text[max(0, number.start - 24) : number.start].lower()
    after = text[end : end + 24].lower()
    if _OLD.match(after):
        return "an age"
    if _year(text, number):
        return "a year"
    if pattern(lexicon, "point.en", r" WORDS\b").match(after):
        return "a point in time"
    if pattern(lexicon, "stretch.en", r"\bWORDS $").search(before):
        return "a stretch of the calendar"
    joined = text[number.end : number.end + 1] == "-"
    if pattern(lexicon, "maturity.en", r"[- ]WORDS").match(after) and (
        joined or after[:5] in (" high", " low,", " low ")
    ):
        return "the name of a bond or a record"
    if number.style == "words" and number.value == 1:
        return "one day"
    return None
