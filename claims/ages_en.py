"""English ages: ``John Smith, 45,``, ``the mayor, 58,``, ``a 45-year-old``, ``aged 18 to 24``, ``adults 65 and older``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.found import Found, Reader
from claims.looks import follows, precedes
from claims.scan import EXACT

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.scan import Number

__all__ = ["age_en", "bracketed"]

_YEAR_OLD: Final = re.compile(r"[- ]years?(?:[- ]olds?| of age)\b")
_YEARS_OLD: Final = re.compile(r"[- ](thousand|million|billion)[- ]years?[- ]old\b")
_YEAR_OLDS: Final = re.compile(r"(?:-? to |-to-|-|–| and )(\d{1,3})[- ]years?(?:[- ]olds?| of age)\b")
_AGED: Final = re.compile(
    r"\b(?:[Aa]ged?|(?:the )?[Aa]ges?(?: of)?"
    r"|[Aa]ge[ds]? (?:(?:\d{1,3}, ?){0,5}\d{1,3}(?:,? and|,)|about|around|between|over|under|at least)) $"
)
#: aged 6 to 12 weeks, aged 18 months
_NOT_YEARS: Final = re.compile(r"(?:(?:-| to |–| through | and )\d{1,3})? (?:weeks?|months?|days?|hours?)\b")
_BETWEEN_AGES: Final = re.compile(r"\bbetween (?:the )?ages? (?:of )?$|\baged? between $")
_TO: Final = re.compile(r"(?:-| to |–| through )(\d{1,3})\b")
_AND: Final = re.compile(r" (?:and|to) (\d{1,3})\b")
_NAME: Final = re.compile(r"\b[^\W\d_a-z][\w’'.-]{0,24}(?:[^\W\d_A-Z]|\.), $")
_FULL_NAME: Final = re.compile(r"\b[A-Z][a-z’'-]+ (?:[A-Z]\.? )?[A-Z][\w’'-]*[a-z], $")
_NOUN: Final = re.compile(r"\b([a-z-]{3,16}), $")
_DATE: Final = re.compile(r", \d{4}|,\d|, \d{1,3}(?:,|,? and) \d")
_GROUP: Final = re.compile(r"\b([A-Za-z][a-z]{2,15}) (?:(?:under|over|above|below|older than|younger than|aged) )?$")
_LIMIT: Final = re.compile(r" (?:and|or) (?:older|over|above|up|younger|under)\b")
_END: Final = re.compile(r"[.,;)]|$| ([a-z]+)")
_TURNS: Final[tuple[str, ...]] = ("turn ", "turns ", "turned ", "turning ")
#: What stands right before a number of years, or else a limit follows it.
_BOUNDS: Final[tuple[str, ...]] = ("under ", "over ", "above ", "below ", " than ", "aged ", *_TURNS)
#: ages 19, 22 and 25
_LISTED: Final = re.compile(r",? and \d{1,3}\b|, \d{1,3}(?:, \d{1,3})*,? and \d")
_TURNED: Final = re.compile(r"\bturn(?:s|ed|ing)? $")
_OLDEST: Final = 130
#: How far before a number the words are read.
_BEFORE: Final = 28
#: The digits of an age.
_DIGITS: Final = 3
_LAST_ASCII: Final = 127
_NAME_REACH: Final = 40
_BEFORE_AGE: Final = re.compile(r"\b[A-Z][\w’'-]+ (?:[A-Z]\.? )?[A-Z][\w’'-]*\w$")
#: Right of the number: 45 years old, 45-year-old, 25–34 year olds.
_JOINS: Final = frozenset(" -–")


def age_en(reader: Reader, index: int) -> Found | None:
    """The age that a number states, by the words around it; None where they state none."""
    text = reader.text
    number = reader.numbers[index]
    value = number.value
    if value is None:
        return None
    start, end = number.start, number.end
    spaced = start > 0 and text[start - 1] == " " and (start == 1 or ord(text[start - 2]) <= _LAST_ASCII)
    following = text[end] if end < len(text) else ""
    if not spaced and following not in _JOINS:
        return None
    beyond = text[end + 1] if end + 1 < len(text) else ""
    if following == "-" or following == " ":
        if beyond in ("m", "b", "t"):
            far = _YEARS_OLD.match(text, end)
            if far is not None and not number.scaled:
                power = int(reader.lexicon.sections["scale"][far.group(1)]["power"])
                number.scaled = True
                return _found(number, index, far.end(), EXACT.multiply(value, Decimal(10**power)))
        elif beyond == "y":
            old = _YEAR_OLD.match(text, end)
            if old is not None:
                return _found(number, index, old.end(), value)
    if number.style != "digits" or (end - start > _DIGITS and text.find(".", start, end) < 0):
        return None
    to = following == "-" or following == "–"
    if following == " ":
        to = beyond == "t" or (beyond == "a" and precedes(text, start, "between "))
    if to:
        olds = _YEAR_OLDS.match(text, end)
        if olds is not None and _may_be_age(value) and value < int(olds.group(1)):
            return _span(_found(number, index, olds.end(), value), Decimal(olds.group(1)))
    if not spaced:
        return None
    low = max(0, start - _BEFORE)
    apposed, aged = start > 1 and text[start - 2] == ",", text.find("ge", low, start) >= 0
    before = text[low:start]
    if not (apposed or aged or _may_group(text, before, end)) or not _may_be_age(value):
        return None
    if apposed:
        if _apposed(text, before, number, reader.lexicon) or (
            aged and _AGED.search(before) and _LISTED.match(text, end)
        ):
            return _found(number, index, end, value)
        return None
    if aged and _AGED.search(before):
        if _NOT_YEARS.match(text, end):
            return None
        more = _AND.match(text, end) if _BETWEEN_AGES.search(before) else _TO.match(text, end)
        if more is not None and value < int(more.group(1)) <= _OLDEST:
            return _span(_found(number, index, more.end(), value), Decimal(more.group(1)))
        return _found(number, index, end, value)
    if _grouped(text, before, number, reader.lexicon):
        return _found(number, index, end, value)
    return None


def _may_be_age(value: Decimal) -> bool:
    """Whether a value is a whole number that a person may be old."""
    return value <= _OLDEST and value == int(value)


def bracketed(reader: Reader, index: int) -> Found | None:
    """A man (33) was arrested; John Murphy (45), of Cork: behind a noun for one person, or a full name that has a home."""
    text, number = reader.text, reader.numbers[index]
    value = number.value
    if value is None or number.style != "digits" or not 1 <= value <= _OLDEST:
        return None
    low, stop = max(0, number.start - _NAME_REACH), number.start - 2
    noun = text[low:stop].rsplit(" ", 1)[-1]
    if noun.islower() or reader.lexicon.sections["person.en"].get(noun.lower(), {}).get("headline"):
        if not _person(noun.lower(), reader.lexicon):
            return None
    elif (
        value < 10
        or _BEFORE_AGE.search(text, low, stop) is None
        or not text.startswith((", of ", ", from ", ", a ", ", with an address ", " of ", " from "), number.end + 1)
    ):
        return None
    return _found(number, index, number.end, value)


def _found(number: Number, index: int, end: int, value: Decimal) -> Found:
    item = Found(number.start, end, None, value, "age.en", index)
    item.kind, item.unit_name = "age", "year"
    return item


def _span(item: Found, high: Decimal) -> Found:
    item.low, item.high, item.value, item.relation = item.value, high, None, "range"
    item.last += 1
    item.rule = "age.en.range"
    return item


def _apposed(text: str, before: str, number: Number, lexicon: Lexicon) -> bool:
    """John Smith, 45, said; the victim, 23, was; by Mary Jones, 39."""
    value = number.value
    end = number.end
    following = text[end : end + 1]
    if value is None or not 1 <= value <= 110 or _DATE.match(text, end):
        return False
    if following == ",":
        if value >= 10 and _NAME.search(before):
            return not _month(before, lexicon)
        noun = _NOUN.search(before)
        return noun is not None and _person(noun.group(1), lexicon)
    if value < 10 or not (following in (".", ";") or end == len(text)) or text[end + 1 : end + 2].isdigit():
        return False
    return _FULL_NAME.search(before) is not None and not _month(before, lexicon)


def _person(word: str, lexicon: Lexicon) -> bool:
    if word.endswith("s") and not word.endswith("ss"):
        return False
    unit = lexicon.units_folded.get(word)
    if unit is not None and unit.kind == "count":
        return bool(unit.canonical == "person") and word not in lexicon.sections["plural.en"]
    return word in lexicon.sections["title.en"] or word in lexicon.sections["person.en"]


def _month(before: str, lexicon: Lexicon) -> bool:
    word = before.rstrip(", ").rsplit(" ", 1)[-1]
    return word in lexicon.sections["month.en"] or word.rstrip(".") in lexicon.sections["month.en"] or len(word) < 3


def _may_group(text: str, before: str, end: int) -> bool:
    """Whether a limit stands right before a number, or may follow it."""
    return before.endswith(_BOUNDS) or follows(text, end, " and ") or follows(text, end, " or ")


def _grouped(text: str, before: str, number: Number, lexicon: Lexicon) -> bool:
    """adults 65 and older, children under 5, those over 80; he turned 65."""
    if not _may_group(text, before, number.end):
        return False
    after = _END.match(text, number.end)
    if after is None or text[number.end + 1 : number.end + 2].isdigit():
        return False
    word = after.group(1)
    closed = not word or word in lexicon.sections["function_word"] or word in lexicon.sections["bound_place.en"]
    if before.endswith(_TURNS) and number.value is not None and number.value >= 15 and _TURNED.search(before):
        return closed or after.group(1) in lexicon.sections["stretch.en"]  # turned 70 last month
    if not closed:
        return False
    group = _GROUP.search(before)
    if group is None:
        return False
    bounded = before[group.end(1) :] != " " or _LIMIT.match(text, number.end) is not None
    if not bounded:
        return False
    noun = group.group(1).lower()
    unit = lexicon.units_folded.get(noun)
    people = unit is not None and unit.canonical == "person"
    return people or noun in lexicon.sections["group.en"]
