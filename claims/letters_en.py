"""Letters before English numbers that are money where the text says whose: N500, R850, P2.75 billion, US76.5 cents.

And the cells of tables in thousands or millions, which are sums of what only the head of the table says. What is read of
the left of a number is a pair: its currency, and where the claim begins; None where the text does not say so surely.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.found import Found, Reader
from claims.numerals import EN_WORDS
from claims.patterns import pattern, tree
from claims.scan import EXACT, Number

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit

__all__ = [
    "CELL_END",
    "LETTERS",
    "named_letter",
    "names_dollar",
    "of_millions",
    "per_joined",
    "pounds_first",
    "rupees_said",
    "us_cents",
]

#: N is the naira, R the rand, P the Philippine peso and the M of RM the ringgit, each where its country is named.
#: K is the kwacha or the kina. Beside each stand the sections that name its countries, with the currency.
LETTERS: Final = {
    "N": (("nigerian", "naira"),), "R": (("south_african", "rand"),), "P": (("philippine", "philippine pesos"),),
    "K": (("zambian", "zambian kwacha"), ("papuan", "kina")), "M": (("malaysian", "ringgit"),),
}  # fmt: skip
_RINGGIT: Final = "RM"
_SCALED: Final = re.compile(r"[ -]?(?:million|billion|trillion|bn|mil|bil|[MB])\b")
_LEAST: Final = 100
_SUM_END: Final = re.compile(r"[.,]\d{1,2}(?!\d)")


def named_letter(reader: Reader, number: Number) -> tuple[Unit, int] | None:
    """N410.15, N305 to $1, R850: sums where Nigeria or South Africa is named; the N3 and R512 road are roads."""
    text, begin = reader.text, number.start - 1
    letter = text[begin]
    if text[begin - 1 : number.start] == _RINGGIT:
        return _ringgit(reader, number)
    if (
        letter == "M"
        or begin < reader.floor
        or (begin and text[begin - 1] not in " (\n“‘'\"-–/")
        or number.value is None
    ):
        return None
    scaled = _SCALED.match(text, number.end) is not None
    if not scaled and (text[number.end : number.end + 1].isalnum() or text[number.end : number.end + 1] in "-/"):
        return None
    if not scaled and _SUM_END.search(text[number.start : number.end]) is None:
        if number.value < _LEAST or text[begin - 4 : begin].lower() in ("the ", " on ", " off"):
            return None
        if pattern(reader.lexicon, "road.en", r" WORDS\b").match(text, number.end) is not None:
            return None
    named = [currency for country, currency in LETTERS[letter] if reader.names(country)]
    unit = reader.lexicon.units_folded.get(named[0]) if len(named) == 1 else None
    return None if unit is None else (unit, begin)


def _ringgit(reader: Reader, number: Number) -> tuple[Unit, int] | None:
    """RM280mil, RM5, RM13.90/month: where Malaysia is named; RM101 is a code elsewhere, RM1.12 a sum anywhere."""
    text, begin = reader.text, number.start - len(_RINGGIT)
    if begin < reader.floor or (begin and text[begin - 1] not in " (\n“‘'\"-–/") or number.value is None:
        return None
    following = text[number.end : number.end + 1]
    if (following.isalnum() or following == "-") and _SCALED.match(text, number.end) is None:
        return None
    named = reader.names("malaysian") or _SUM_END.search(text, number.start, number.end) is not None
    unit = reader.lexicon.prefixes.get(_RINGGIT) if named else None
    return None if unit is None else (unit, begin)


_POUNDS: Final = " pounds "
_COUNTED: Final = re.compile(
    r"(?:\d|[½¼¾]|\b(?:half|dozen|few|many|more|the|of|in|extra|excess|lost|gained|and|million|billion|thousand|hundred|"
    rf"{tree(EN_WORDS)}))$",
    re.IGNORECASE,
)


def pounds_first(reader: Reader, number: Number) -> tuple[Unit, int] | None:
    """Projected at pounds 45.66bn, around pounds 40 a year: as papers printed what had no pound sign; not 20 pounds 3."""
    text, begin = reader.text, number.start - len(_POUNDS)
    if begin < reader.floor or number.value is None or _COUNTED.search(text, max(0, begin - 16), begin):
        return None
    if _WORD_BEFORE.search(text, max(0, begin - 16), begin) is None:
        return None
    follower = _WORD_AFTER.match(text, number.end)
    if follower is not None and follower.group(1) in reader.lexicon.sections["counter.en"]:
        return None
    unit = reader.lexicon.prefixes.get("£")
    return None if unit is None else (unit, begin + 1)


_WORD_BEFORE: Final = re.compile(r"[a-z(,]$")
_WORD_AFTER: Final = re.compile(r" ([a-z]+)")

_DEGREE: Final = r"(?: an?| about| around| over| just| only)?(?: whopping| record| massive| staggering| huge)? $"
#: Left of crores and lakhs: somebody is sold to a club for; worth, a deal of.
_SOLD: Final = rf"\bWORDS\b[^.;:]{{0,40}} for{_DEGREE}"
_WORTH: Final = rf"\bWORDS{_DEGREE}"
_CRORES: Final = re.compile(
    r" ?(crores?|crs?|lakhs?|lacs?)\b(?= ?[,.;:!)]| (?:to|by|from|at|in|is|was|and|as|after|during|for) |$)",
    re.IGNORECASE,
)


def rupees_said(reader: Reader, number: Number) -> tuple[Unit, int] | None:
    """Sold for 20 lakh, a deal worth 3.2 Cr, (17.5 crore to MI): rupees where the text names them; not to 20 lakh people."""
    text = reader.text
    match = _CRORES.match(text, number.end)
    if match is None:
        return None
    low = max(0, number.start - 72)
    if (
        pattern(reader.lexicon, "sold.en", _SOLD).search(text, low, number.start) is None
        and pattern(reader.lexicon, "worth.en", _WORTH).search(text, low, number.start) is None
    ):
        if text[number.start - 1 : number.start] != "(" or not text.startswith(" to ", match.end()):
            return None
    if not reader.names("indian_money.en"):
        return None
    unit = reader.lexicon.prefixes.get("Rs")
    return None if unit is None else (unit, number.start)


_US_CENTS: Final = re.compile(r"¢| cents?\b|c\b")
_CENT: Final = Decimal("0.01")


def us_cents(reader: Reader, number: Number, index: int) -> Found | None:
    """US93.15¢, US76.5 cents: as Australian papers print what their dollar buys."""
    match = _US_CENTS.match(reader.text, number.end)
    begin = number.start - 2
    if match is None or number.value is None or begin < reader.floor or reader.text[begin - 1 : begin].isalnum():
        return None
    item = Found(begin, match.end(), reader.lexicon.units["$"], EXACT.multiply(number.value, _CENT), "money.en", index)
    item.prefixed = True
    return item


#: What stands right of a sum that ends its line or its cell.
CELL_END: Final = ("", "\n", "|", "\t")


def of_millions(reader: Reader, number: Number) -> bool:
    """Whether a bare sum ends its line or cell in a document whose tables are in thousands or millions."""
    if not reader.names("table_scale.en"):
        return False
    exact = number.end - number.start > _PENNIES and reader.text[number.end - _PENNIES] == "."
    return not (exact and reader.names("per_share.en"))


#: The length of .25
_PENNIES: Final = 3


def per_joined(text: str, pos: int, lexicon: Lexicon) -> bool:
    """£1,200pcm: the denominator touches the sum."""
    word = _NEXT_LETTERS.match(text, pos)
    return word is not None and "per" in lexicon.sections["per"].get(word.group(), ())


_NEXT_LETTERS: Final = re.compile(r"[a-z]{2,3}(?![A-Za-z0-9])")


def names_dollar(words: str) -> bool:
    """$4,000,000 CAD, $30 million Australian dollars: whose dollar the sign is stands behind the sum."""
    return (len(words) == _CODE and words.isupper() and words[-1] == "D") or words.endswith((" dollars", "달러"))


#: The length of an ISO code.
_CODE: Final = 3
