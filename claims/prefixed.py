"""A number with the currency left of it: $3 billion, US$5m, 위안화 1200억, $(3.6) million."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.found import Found, Reader, is_korean
from claims.letters_en import (
    CELL_END,
    LETTERS,
    named_letter,
    names_dollar,
    of_millions,
    per_joined,
    pounds_first,
    rupees_said,
)
from claims.scan import Number
from claims.units import label_at, prefix_before, unit_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit

__all__ = ["BEYOND_LATIN", "in_brackets", "left_currency", "of_a_loss", "prefixed_quantity"]

#: What crores and lakhs begin with right behind a number, in letters of either size.
_INDIAN_SCALE: Final = frozenset((" c", " C", " l", " L", "cr", "Cr", "cR", "CR"))
#: Behind all characters of English words.
BEYOND_LATIN: Final = "\u0100"
#: Below this a number after an ISO code may be the number of a name.
_SMALL_SUM: Final = 20
_NEXT_WORD: Final = re.compile(r"[ \u00a0]([A-Za-z]{1,16})\b")
_WORD: Final = 3
_BLANK: Final = (" ", "\u00a0")
_STRANGE: Final = re.compile(r"[,'’]\d| \d{3}(?![\d%]|[.,]\d| (?:times|percent))")
_EIGHTHS: Final = re.compile(r"-\d/\d\b")
_SIGNS: Final = frozenset("$€£")
#: How far before a sum in an accountant's brackets its noun may stand, and what parts it from another one's.
_CLAUSE: Final = 60
_CLAUSE_ENDS: Final = re.compile(r"\. |; |,? and |: ")
_NO_ROW: Final[dict[str, Any]] = {}
_SCALE_BEHIND: Final = re.compile(r" (?:thousand|million|billion|trillion)\b")


def left_currency(reader: Reader, number: Number, behind: str) -> tuple[Unit, int] | None:
    """The currency left of a number that is its own, and where it begins; ``behind`` are the two characters after it."""
    text, start = reader.text, number.start
    prefix = prefix_before(text, start, reader.floor, reader.lexicon)
    digits = number.style == "digits"
    if prefix is None and digits and start > 1:
        if text[start - 1] != " ":
            prefix = named_letter(reader, number) if text[start - 1] in LETTERS else None
        elif text[start - 2] == "s" and text.endswith(" pounds ", 0, start):
            prefix = pounds_first(reader, number)
    if prefix is not None and not _governs(text, number, prefix, reader.lexicon):
        prefix = None
    if prefix is None and digits and behind < BEYOND_LATIN and behind in _INDIAN_SCALE:
        prefix = rupees_said(reader, number)
    return prefix


def prefixed_quantity(
    reader: Reader, number: Number, prefix: tuple[Unit, int] | None, unit: Unit, pos: int, last: int
) -> Found | None:
    """The sum with its currency left of it, or the end of a range that has its currency left of both; None where its
    digits are a misprint or nobody knows whose."""
    text, start = reader.text, number.start
    if prefix is not None:
        start = prefix[1]
        why = _misprint(reader, number, unit, pos)
        if why is not None:
            reader.refuse(number, why)
            return None
    item = Found(start, pos, unit, number.value, unit.kind + ".prefix", last)
    item.prefixed = True
    if (
        _own_unit(reader, item, pos, unit)
        and is_korean(text[start : number.start])
        and not text.startswith("미화", start)
    ):
        item.start = item.left = number.start  # 우리 돈 3400만 원: the words before only say whose money it is
    return item


def _misprint(reader: Reader, number: Number, unit: Unit, pos: int) -> str | None:
    text = reader.text
    following = text[pos : pos + 2]
    mark = following[:1]
    if pos == number.end:
        if mark in CELL_END:
            return "a cell of a table in thousands or millions" if of_millions(reader, number) else None
        if "A" <= mark <= "z" and mark.isalpha():
            if unit_at(text, pos, reader.lexicon) is None and not per_joined(text, pos, reader.lexicon):
                return "a misprint or a code"  # $20Bill
            return None
    if following == " c" and unit.surface == "$" and text.startswith(" cent", pos):
        return "dollars or cents ($9.41 cents)"
    if following[1:].isdigit() and _STRANGE.match(text, pos) is not None:
        return "thousands or decimals that others print"  # EUR 3,5 and CHF 2'500
    if mark == "-" and _EIGHTHS.match(text, pos) is not None:
        return "a price in eighths"  # $5.98-3/4 a bushel
    return None


def _governs(text: str, number: Number, prefix: tuple[Unit, int], lexicon: Lexicon) -> bool:
    """Whether a currency left of a number is its own: 위안화 1200억, US$3; not 위안화 2% 절하, 한화 5연패, 유로화 1.05달러."""
    end = number.end
    if text[number.start - 1] == "$" and prefix[1] == number.start - 1:
        return text[end : end + 1] not in ("%", "％")
    surface = text[prefix[1] : number.start].rstrip(" \u00a0")
    if (
        len(surface) == 3
        and surface.isascii()
        and surface.isupper()
        and not number.scaled
        and _code_of_name(text, number, surface, lexicon)
    ):
        return False
    if not surface[-1].isalpha():
        return text[end : end + 1] not in ("%", "％")
    begin = end + 1 if text[end : end + 1] in (" ", "\u00a0") else end
    after = unit_at(text, begin, lexicon)
    if after is not None and after[0].kind == "money":
        return prefix[0].unit == after[0].unit or prefix[0].unit is None or after[0].unit is None
    if not is_korean(surface):
        return after is None or not (after[0].kind == "percent" or after[0].korean)
    return (
        after is None
        and (number.scaled or "," in text[number.start : end] or text[number.start - 1] not in _BLANK)
        and label_at(text, begin, lexicon) is None
    )


def _code_of_name(text: str, number: Number, surface: str, lexicon: Lexicon) -> bool:
    """SDG 13, PHP 8.2, SAR 3 missions: three capitals that are also a currency, and a small number that is none of its."""
    value = number.value
    if value is None or value >= _SMALL_SUM or text[number.end : number.end + 1].isalnum():
        return False
    word = _NEXT_WORD.match(text, number.end)
    follower = word.group(1) if word is not None else ""
    if follower.lower() in lexicon.sections["scale"] or follower == "per":
        return False
    if surface in lexicon.sections["code_name.en"]:
        return True
    if word is None or not follower.islower() or len(follower) < _WORD or not text[number.start : number.end].isdigit():
        return False
    if follower in lexicon.sections["function_word"]:
        return False
    unit = unit_at(text, word.start(1), lexicon)
    return unit is None or unit[0].kind != "money"


def in_brackets(reader: Reader, number: Number, prefix: tuple[Unit, int] | None) -> tuple[tuple[Unit, int] | None, int]:
    """$(3.6) million and ($3.6) million, as accounts print less than nothing: the sum goes on behind its brackets; how many
    close it."""
    text, start = reader.text, number.start
    if prefix is None and text[start - 1] == "(" and text[start - 2] in _SIGNS:
        inner = prefix_before(text, start - 1, reader.floor, reader.lexicon)
        return inner, 1 if inner is not None else 0
    if prefix is not None and prefix[1] > reader.floor and text[prefix[1] - 1] == "(":
        if _SCALE_BEHIND.match(text, number.end + 1) is not None:
            return (prefix[0], prefix[1] - 1), 1
    return prefix, 0


def of_a_loss(reader: Reader, start: int) -> bool:
    """A net loss of $(3.6) million is one of 3.6 million; an operating income of $(3.6) million is less than nothing."""
    low = max(0, start - _CLAUSE)
    clause = _CLAUSE_ENDS.split(reader.text[low:start].lower())[-1]
    rows = reader.lexicon.sections["measure.en"]
    return any(rows.get(word, _NO_ROW).get("lost") for word in clause.replace(",", " ").split())


def _own_unit(reader: Reader, item: Found, pos: int, unit: Unit) -> bool:
    """US$3억달러, $5 million dollars: the currency again, or a closer one (미화 3억달러)."""
    text = reader.text
    begin = pos + 1 if text[pos : pos + 1] in " \u00a0" else pos
    bracket = unit.surface == "$" and text[begin : begin + 1] == "(" and text[begin + 4 : begin + 5] == ")"
    again = unit_at(text, begin + 1 if bracket else begin, reader.lexicon)
    if bracket:
        if again and again[0].kind == "money" and names_dollar(text[begin + 1 : again[1]]):
            item.unit, item.unit_name = again[0], again[0].unit  # $30 (CAD)
        return False
    if (
        again
        and again[0].kind == "money"
        and (begin == pos or text[begin].isalpha())
        and not (again[0].minor_of is not None and text[again[1] : again[1] + 2] == ".a")  # £25,000 p.a.
        and (
            again[0].unit == unit.unit
            or unit.unit is None
            or again[0].unit is None
            or (unit.surface == "$" and names_dollar(text[begin : again[1]]))
        )
    ):
        item.end = again[1]
        if again[0].unit is not None:
            item.unit, item.unit_name = again[0], again[0].unit
        return True
    return False
