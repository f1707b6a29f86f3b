"""Pounds of weight and pounds of money: a 2,000-pound bomb, 15 pounds of gold; £ and Britain make them money."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.found import Found, Reader
    from claims.scan import Number

__all__ = ["POUND", "as_weight"]

POUND: Final = ("파운드", "pounds", "pound")
_SCALE: Final = Fraction(45359237, 100000000)
_OF_WHAT: Final = re.compile(r" of [a-z]")
#: 5-foot-7 and 135 pounds
_HEIGHT: Final = re.compile(r"(?:foot|feet|inches|foot-\d{1,2})(?:, and| and|,) $")
_OUNCES: Final = re.compile(r",? \d{1,2} ounces?\b|-\d{1,2}-ounce")


def as_weight(reader: Reader, item: Found, number: Number) -> None:
    """Makes an amount of pounds a mass where the words say so."""
    if pattern(reader.lexicon, "coin.en", r"[- ]WORDS\b").match(reader.text, item.end):
        return  # a one pound coin
    if not _weighs(reader, item, number):
        return
    assert item.unit is not None
    item.unit = item.unit.but(kind="measure", unit="pound", canonical="kg", scale=_SCALE)
    item.kind, item.unit_name, item.rule = "measure", "pound", item.rule.replace("money", "measure")


def _weighs(reader: Reader, item: Found, number: Number) -> bool:
    text, lexicon = reader.text, reader.lexicon
    context = text[max(0, item.start - 24) : item.start] + text[item.end : item.end + 16]
    if not number.scaled and any(word in context for word in lexicon.sections["weight"]):
        return True
    assert item.unit is not None
    if item.unit.surface == "파운드":
        return False
    if pattern(lexicon, "heavy.en", r"[- ](?:of )?(?:[a-z]+ )?WORDS\b").match(text, item.end):
        return True
    if _OUNCES.match(text, item.end):
        return True
    if reader.names("british") or reader.names("pound_home"):
        return False
    if _OF_WHAT.match(text, item.end):
        return True
    if number.scaled:  # milk output rose to 19.1 billion pounds
        return (
            pattern(lexicon, "heavy.en", r"(?i:\bWORDS\b)").search(text, max(0, item.start - 60), item.start)
            is not None
        )
    if text[number.end : number.end + 1] == "-":
        return pattern(lexicon, "paid.en", r"[- ]WORDS\b").match(text, item.end) is None
    before = text[max(0, item.start - 24) : item.start]
    return (
        _HEIGHT.search(before) is not None
        or pattern(lexicon, "weigh.before", r"\b(?i:WORDS) (?:[a-z]+ ){0,2}$").search(before) is not None
    )
