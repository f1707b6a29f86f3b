"""A number with a unit or a currency of its own: what stands beside it, before bounds and ranges are read."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from claims import guards
from claims.attached import unit_after
from claims.denominators_en import SUM
from claims.digits_en import summed
from claims.edges import hangul_tail, tail_ok
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
    us_cents,
)
from claims.patterns import firsts
from claims.pounds import POUND, as_weight
from claims.scale_words_en import english_scale
from claims.scan import EXACT, Number
from claims.scan_en import EN_PARTS
from claims.units import double, label_at, prefix_before, unit_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit

__all__ = ["HEDGED", "single_quantity"]

HEDGED: Final = re.compile(r"[ \u00a0]?(?:여|-odd)[ \u00a0]?")


#: Said of a count or of money these are thousands as often as decimals.
_THOUSANDS: Final = re.compile(r"\d{2,3}\.\d00")
_WHOLE_KINDS: Final = frozenset(("count", "money"))
_ONE: Final = Decimal(1)
_PER_REACH: Final = 3
#: Before a million: a third of it, two-fifths of it; a quarter and half of it are one number with it.
_PART_OF: Final = re.compile(rf"(?:{EN_PARTS})s? of $")
_PART_REACH: Final = 12
_INDIAN_SCALE: Final = (" c", " l", "cr")
_PLUS: Final = ("+ ", "-plus ")
_TOLERATED: Final = re.compile(r"\d ?± ?$")
_SCALE_FIRST: Final = frozenset(" \u00a0-bBkKmMtTcClLhHqQ")


def single_quantity(reader: Reader, index: int, forced: Unit | None = None, *, ranged: bool = False) -> Found | None:
    """A number with a unit or currency of its own."""
    text, lexicon = reader.text, reader.lexicon
    number = reader.numbers[index]
    if number.style == "part":
        return None
    before, behind = text[number.start - 2 : number.start], text[number.end : number.end + 2]
    prefix = prefix_before(text, number.start, reader.floor, lexicon) if number.style != "native" else None
    if prefix is None and number.style == "digits" and number.start and text[number.start - 1] in LETTERS:
        prefix = named_letter(reader, number)
    if prefix is None and text.endswith(" pounds ", 0, number.start) and number.style == "digits":
        prefix = pounds_first(reader, number)
    if prefix is None and before == "US" and number.style == "digits":
        return us_cents(reader, number, index)
    if prefix is not None and not _governs(text, number, prefix, lexicon):
        prefix = None
    if prefix is None and number.style == "digits" and behind.lower() in _INDIAN_SCALE:
        prefix = rupees_said(reader, number)
    closed = 0
    if behind[:1] == ")" and number.style == "digits" and number.start > reader.floor + 1:
        prefix, closed = _in_brackets(reader, number, prefix)
    begin = prefix[1] if prefix else number.start
    if number.start > _PER_REACH and text.endswith(("per ", "Per "), 0, begin) and not text[begin - 5].isalpha():
        reader.refuse(number, "what something is per")  # three deaths from it per 100,000 people
        return None
    if number.style == "digits" and prefix is None:
        ranged = ranged or forced is not None or _after_mark(text, number.start)
        why = guards.code(text, number, lexicon, ranged=ranged)
        if why:
            reader.refuse(number, why)
            return None
    if number.start > reader.floor and before.strip() == "±":
        if _TOLERATED.search(text, max(0, number.start - 4), number.start) is not None:
            reader.refuse(number, "a tolerance (54 ± 12 years)")
            return None
    if before == ". " and _SPACED_POINT.search(text, max(0, number.start - 4), number.start):
        reader.refuse(number, "the decimals of a number that spaces part (3 . 5 %)")
        return None
    if number.style == "order" and before in _TEENS:
        reader.refuse(number, "some ten and more (십 수억)")
        return None
    if number.scaled and number.value == 0:
        reader.refuse(number, "no ten thousands of nothing")  # 1 0만원
        return None
    head = max(0, number.start - _PART_REACH)
    if number.style == "words" and text[number.start] == "a" and _PART_OF.search(text, head, number.start) is not None:
        reader.refuse(number, "part of so many")  # a third of a million people
        return None
    if text[number.start - 5 : number.start] in _SCALE_BEFORE and number.style == "digits" and prefix is None:
        reader.refuse(number, "the second part of a sum (one lakh 50 thousand)")
        return None
    value, low, high, pos = number.value, number.low, number.high, number.end + closed
    last = index
    hedged = number.inner
    following = text[pos : pos + 2]
    if following.lower() in _PARTED and value is not None and index + 1 < len(reader.numbers):
        total = summed(text, pos, value)
        if total is not None:
            (value, pos), last = total, index + 1
            number.scaled, following = True, text[pos : pos + 2]
    if (
        last == index
        and number.style == "digits"
        and following[:1] in _SCALE_FIRST
        and (
            following[:1].isalpha() or following[1:2] in " \u00a0" or following[1:2].lower() in firsts(lexicon, "scale")
        )
    ):
        scale = english_scale(text, pos, prefix is not None or forced is not None, lexicon)
        if scale:
            power, pos = scale
            value = EXACT.scaleb(value, power) if value is not None else None
            number.scaled = True
    hedge = None
    if following and ("여" in following or following == "-o"):
        hedge = HEDGED.match(text, pos)
    if prefix is None and number.joined:
        again = _split_join(reader, number, pos)
        if again is not None:
            return again
    if prefix is not None or forced is not None:
        unit = prefix[0] if prefix else forced
        assert unit is not None
        start = prefix[1] if prefix else number.start
        if prefix and pos == number.end and text[pos : pos + 1].isalpha() and text[pos].isascii():
            if unit_at(text, pos, lexicon) is None and not per_joined(text, pos, lexicon):
                reader.refuse(number, "a misprint or a code")  # $20Bill
                return None
        if prefix and text.startswith(" cent", pos) and unit.surface == "$":
            reader.refuse(number, "dollars or cents ($9.41 cents)")
            return None
        if prefix and _STRANGE.match(text, pos):
            reader.refuse(number, "thousands or decimals that others print")  # EUR 3,5 and CHF 2'500
            return None
        if prefix and pos == number.end and text[pos : pos + 1] in CELL_END and of_millions(reader, number):
            reader.refuse(number, "a cell of a table in thousands or millions")
            return None
        if prefix and text[pos : pos + 1] == "-" and _EIGHTHS.match(text, pos):
            reader.refuse(number, "a price in eighths")  # $5.98-3/4 a bushel
            return None
        item = Found(start, pos, unit, value, f"{unit.kind}.prefix", last)
        item.low, item.high, item.prefixed = low, high, True
        if closed and item.value is not None and not _of_a_loss(reader, start):
            item.value = EXACT.minus(item.value)
        if (
            _own_unit(reader, item, pos, unit)
            and is_korean(text[start : number.start])
            and not text.startswith("미화", start)
        ):
            item.start = item.left = number.start  # 우리 돈 3400만 원: the words before only say whose money it is
    else:
        matched = unit_after(reader, number, hedge.end() if hedge else pos)
        if matched is None and hedge:
            hedge = None
            matched = unit_after(reader, number, pos)
        plus = next((mark for mark in _PLUS if text.startswith(mark, pos)), "") if matched is None else ""
        if plus and number.low is not None:
            plus = ""
        if plus:
            matched = unit_after(reader, number, pos + len(plus) - 1)  # 100+ users, 300-plus people
            if matched is None or matched[0].kind not in ("count", "duration", "measure"):
                return None
        if matched is None:
            return None
        unit, end = matched
        outer = number.start
        if unit.surface == "도":
            worded = text[max(0, number.start - 3) : number.start]  # 화씨 104도
            given = lexicon.units.get(worded.strip() + "도")
            if given is not None and worded.strip():
                unit, outer = given, number.start - len(worded.lstrip())
        item = Found(number.start, end, unit, value, f"{unit.kind}.{'ko' if is_korean(text[pos:end]) else 'en'}", last)
        item.left = outer
        item.low, item.high = low, high
        if plus:
            item.relation = "ge"
            item.words.append(plus.strip())
        item.end = double(text, end, unit, lexicon)
        if text[item.end : item.end + 1] == "/":
            _over(reader, item)
    scored = text[pos : pos + 1] == "점"  # 72.200점 of gymnasts
    if pos == number.end and item.kind in _WHOLE_KINDS and not scored and _THOUSANDS.fullmatch(text, number.start, pos):
        reader.refuse(number, "thousands or decimals that others print")  # 35.000 planes, €12.500
        return None
    item.approximate = hedged or hedge is not None
    if item.approximate:
        item.words.append("여" if number.inner or (hedge and "여" in hedge.group()) else "-odd")
    if number.end - number.start > 2 and text.find(".", number.start, number.end) >= 0:
        item.places = _places(text[number.start : number.end])
    if unit.factor != _ONE:
        for name in ("value", "low", "high"):
            part = getattr(item, name)
            if part is not None:
                setattr(item, name, EXACT.multiply(part, unit.factor))
    if number.low is not None:
        item.relation, item.value = "range", None
    if "scale" in unit.flags:
        _degrees(reader, item)
    if unit.surface in POUND and item.kind == "money":
        as_weight(reader, item, number)
    return item


def _governs(text: str, number: Number, prefix: tuple[Unit, int], lexicon: Lexicon) -> bool:
    """Whether a currency left of a number is its own: 위안화 1200억, US$3; not 위안화 2% 절하, 한화 5연패, 유로화 1.05달러."""
    surface = text[prefix[1] : number.start].rstrip(" \u00a0")
    end = number.end
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
        return after is None or not (after[0].kind == "percent" or is_korean(after[0].surface))
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


_SPACED_POINT: Final = re.compile(r"\d \. $")
#: 십 수억: more than ten of them.
_TEENS: Final = frozenset(("십 ", "백 ", "천 "))
_STRANGE: Final = re.compile(r"[,'’]\d| \d{3}(?![\d%]|[.,]\d| (?:times|percent))")
#: The first letters of thousand, lakh and crore.
_SCALE_BEFORE: Final = ("lakh ", "rore ", "sand ")
_PARTED: Final = (" t", " l", " c")
_EIGHTHS: Final = re.compile(r"-\d/\d\b")
#: Below this a number after an ISO code may be the number of a name.
_SMALL_SUM: Final = 20
_NEXT_WORD: Final = re.compile(r"[ \u00a0]([A-Za-z]{1,16})\b")
_WORD: Final = 3
_BLANK: Final = (" ", "\u00a0")


#: 183만원/月
_WRITTEN_PER: Final = {"月": "month", "年": "year", "日": "day"}
_SHORT_TIMES: Final = ("hour", "minute", "second")


_SIGNS: Final = frozenset("$€£")
#: How far before a sum in an accountant's brackets its noun may stand, and what parts it from another one's.
_CLAUSE: Final = 60
_CLAUSE_ENDS: Final = re.compile(r"\. |; |,? and |: ")
_NO_ROW: Final[dict[str, Any]] = {}
_SCALE_BEHIND: Final = re.compile(r" (?:thousand|million|billion|trillion)\b")
_SUM: Final = re.compile(SUM)


def _over(reader: Reader, item: Found) -> None:
    """132g/㎞ and 126㎎/dL are one unit; 250달러/톤, 300만톤/년 an amount per something."""
    text = reader.text
    written = _WRITTEN_PER.get(text[item.end + 1 : item.end + 2])
    if written is not None and item.kind in ("money", "count"):
        item.per, item.end = written, item.end + 2
        return
    matched = unit_at(text, item.end + 1, reader.lexicon)
    if matched is None or item.unit is None or item.unit.offset or item.kind not in ("money", "measure", "count"):
        return
    below, end = matched
    name = below.unit if below.kind in ("measure", "money", "duration") else below.canonical
    row = reader.lexicon.sections["per"].get(text[item.end : end].lower())
    if row is not None:  # cents/pound are no cents per pound sterling
        if below.kind == "money":
            return
        name = str(row["per"]) if item.kind == "money" else name
    tail = hangul_tail(text, end)
    if text[end : end + 1].isdecimal():  # 3 cents/$100
        sum_below = _SUM.match(text, end)
        if sum_below is not None and name is not None and below.kind == item.kind == "money":
            item.per, item.end = f"{sum_below.group().replace(',', '')} {name}", sum_below.end()
        return
    if name is None or below.kind not in ("measure", "money", "duration", "count") or not tail_ok(tail, reader.lexicon):
        return
    if (
        item.kind != "measure"
        or below.kind in ("money", "count")
        or (below.kind == "duration" and name not in _SHORT_TIMES)
    ):
        if item.kind != "count" or below.kind != "count":
            item.per, item.end = name, end
        return
    item.unit = item.unit.but(
        unit=f"{item.unit.unit}/{name}",
        canonical=f"{item.unit.canonical}/{below.canonical}",
        scale=item.unit.scale / below.scale,
    )
    item.unit_name, item.end = item.unit.unit, end


def _in_brackets(
    reader: Reader, number: Number, prefix: tuple[Unit, int] | None
) -> tuple[tuple[Unit, int] | None, int]:
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


def _of_a_loss(reader: Reader, start: int) -> bool:
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


def _split_join(reader: Reader, number: Number, pos: int) -> Found | None:
    """``3만 2025년``: the second group is a year, not the tail of the number; read the first group alone."""
    text = reader.text
    if text[pos : pos + 1] in ("년", "월") and not text.startswith(("년간", "개월"), pos):
        from claims.numerals import ko_prefix

        parsed = ko_prefix(text[number.start : number.joined])
        if parsed is not None:
            number.value, number.end = parsed[0], number.start + parsed[1]
    return None


def _after_mark(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] in "~∼～–"


def _places(printed: str) -> int | None:
    """Decimal places when no magnitude follows them (1.5%대 is one tenth wide)."""
    if "." not in printed or not printed[-1].isdigit():
        return None
    tail = printed.rsplit(".", 1)[1]
    return len(tail) if tail.isdigit() else None


def _degrees(reader: Reader, item: Found) -> None:
    """minus 5 degrees: in the one scale that the document names; else nobody said which."""
    celsius = reader.names("celsius")
    item.unit = None
    if celsius != reader.names("fahrenheit"):
        item.unit = reader.lexicon.units_folded["celsius" if celsius else "fahrenheit"]
    item.unit_name = item.unit.unit if item.unit is not None else None
