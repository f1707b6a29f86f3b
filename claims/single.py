"""A number with a unit or a currency of its own: what stands beside it, before bounds and ranges are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims import guards
from claims.attached import unit_after
from claims.denominators_en import SUM
from claims.digits_en import summed
from claims.edges import hangul_tail, tail_ok
from claims.found import Found, Reader
from claims.letters_en import us_cents
from claims.lexicon import UNITY
from claims.looks import follows, letter, precedes_any
from claims.pounds import POUND, as_weight
from claims.prefixed import BEYOND_LATIN, in_brackets, left_currency, of_a_loss, prefixed_quantity
from claims.scale_words_en import english_scale
from claims.scan import EXACT, Number
from claims.scan_en import EN_PARTS
from claims.units import double, prefix_before, unit_at

if TYPE_CHECKING:
    from decimal import Decimal

    from claims.lexicon import Unit

__all__ = ["HEDGED", "single_quantity"]

HEDGED: Final = re.compile(r"[ \u00a0]?(?:여|-odd)[ \u00a0]?")


#: Said of a count or of money these are thousands as often as decimals.
_THOUSANDS: Final = re.compile(r"\d{2,3}\.\d00")
#: The length of .000
_DECIMALS: Final = 4
_WHOLE_KINDS: Final = frozenset(("count", "money"))
_PER_REACH: Final = 3
#: Before a million: a third of it, two-fifths of it; a quarter and half of it are one number with it.
_PART_OF: Final = re.compile(rf"(?:{EN_PARTS})s? of $")
_PART_REACH: Final = 12
_PLUS: Final = ("+ ", "-plus ")
_TOLERATED: Final = re.compile(r"\d ?± ?$")
_SPACED_POINT: Final = re.compile(r"\d \. $")
#: 십 수억: more than ten of them.
_TEENS: Final = frozenset(("십 ", "백 ", "천 "))
#: The last letters of thousand, lakh and crore.
_SCALE_BEFORE: Final[tuple[str, ...]] = ("lakh ", "rore ", "sand ")
#: What thousand, lakh and crore begin with behind a space, in letters of either size.
_PARTED: Final = frozenset((" t", " T", " l", " L", " c", " C"))


def single_quantity(reader: Reader, index: int, forced: Unit | None = None, *, ranged: bool = False) -> Found | None:
    """A number with a unit or currency of its own; ``forced`` is the currency left of the first end of its range."""
    text = reader.text
    number = reader.numbers[index]
    if number.style == "part":
        return None
    start, digits = number.start, number.style == "digits"
    if digits and start > 1 and text[start - 1] == "S" and text[start - 2] == "U":
        if prefix_before(text, start, reader.floor, reader.lexicon) is None:
            return us_cents(reader, number, index)
    behind = text[number.end : number.end + 2]
    prefix = left_currency(reader, number, behind) if number.style != "native" else None
    closed = 0
    if digits and letter(text, number.end) == ord(")") and start > reader.floor + 1:
        prefix, closed = in_brackets(reader, number, prefix)
    why = _refusal(reader, number, prefix, ranged=ranged or forced is not None)
    if why is not None:
        reader.refuse(number, why)
        return None
    value, pos = number.value, number.end + closed
    last = index
    following = behind if not closed else text[pos : pos + 2]
    if following in _PARTED and value is not None and index + 1 < len(reader.numbers):
        total = summed(text, pos, value)
        if total is not None:
            (value, pos), last = total, index + 1
            number.scaled, following = True, text[pos : pos + 2]
    if last == index and digits and following < BEYOND_LATIN:
        scale = english_scale(text, pos, prefix is not None or forced is not None, reader.lexicon)
        if scale is not None:
            power, pos = scale
            value = EXACT.scaleb(value, power) if value is not None else None
            number.scaled = True
    hedge = None
    if following and ("여" in following or following == "-o"):
        hedge = HEDGED.match(text, pos)
    if prefix is None and number.joined:
        _split_join(reader, number, pos)
    unit = prefix[0] if prefix is not None else forced
    if unit is not None:
        item = prefixed_quantity(reader, number, prefix, unit, pos, last)
        if item is not None:
            if closed and prefix is not None and value is not None and not of_a_loss(reader, prefix[1]):
                value = EXACT.minus(value)
            _hedge(item, number, hedge)
    else:
        item = _with_unit(reader, number, pos, hedge, last)
        unit = item.unit if item is not None else None
    if item is None or unit is None:
        return None
    kind = item.kind
    if kind in _WHOLE_KINDS and pos == number.end and pos - start > _DECIMALS and text[pos - _DECIMALS] == ".":
        scored = follows(text, pos, "점")  # 72.200점 of gymnasts
        if not scored and _THOUSANDS.fullmatch(text, start, pos) is not None:
            reader.refuse(number, "thousands or decimals that others print")  # 35.000 planes, €12.500
            return None
    if number.end - start > 2 and text.find(".", start, number.end) >= 0:
        item.places = _places(text[start : number.end])
    item.value, item.low, item.high = value, number.low, number.high
    if unit.factor is not UNITY:
        _multiply(item, unit.factor)
    if number.low is not None:
        item.relation, item.value = "range", None
    if unit.flags and "scale" in unit.flags:
        _degrees(reader, item)
    if kind == "money" and unit.surface in POUND:
        as_weight(reader, item, number)
    return item


def _refusal(reader: Reader, number: Number, prefix: tuple[Unit, int] | None, *, ranged: bool) -> str | None:
    """Why no quantity begins with this number, whatever its unit: it is a code, or goes on with what stands before it."""
    text, start, style = reader.text, number.start, number.style
    begin = prefix[1] if prefix is not None else start
    if begin > _PER_REACH and text[begin - 1] == " " and text[begin - 2] == "r":
        if text.endswith(("per ", "Per "), 0, begin) and not text[begin - 5].isalpha():
            return "what something is per"  # three deaths from it per 100,000 people
    if style == "digits" and prefix is None:
        why = guards.code(text, number, reader.lexicon, ranged=ranged)
        if why is not None:
            return why
    if start > 1 and start > reader.floor and (text[start - 1] == "±" or text[start - 2] == "±"):
        worded = text[start - 2 : start].strip() == "±"
        if worded and _TOLERATED.search(text, max(0, start - 4), start) is not None:
            return "a tolerance (54 ± 12 years)"
    spaced = start > 1 and text[start - 1] == " "
    if (
        spaced
        and letter(text, start - 2) == ord(".")
        and _SPACED_POINT.search(text, max(0, start - 4), start) is not None
    ):
        return "the decimals of a number that spaces part (3 . 5 %)"
    if style == "order" and text[start - 2 : start] in _TEENS:
        return "some ten and more (십 수억)"
    if number.scaled and number.value is not None and not number.value:
        return "no ten thousands of nothing"  # 1 0만원
    if style == "words" and text[start] == "a":
        if _PART_OF.search(text, max(0, start - _PART_REACH), start) is not None:
            return "part of so many"  # a third of a million people
    if spaced and style == "digits" and prefix is None and precedes_any(text, start, _SCALE_BEFORE):
        return "the second part of a sum (one lakh 50 thousand)"
    return None


def _with_unit(reader: Reader, number: Number, pos: int, hedge: re.Match[str] | None, last: int) -> Found | None:
    """The number with the unit behind it, or behind its hedge or a plus: 3조원, 100여 명, 100+ users, 300-plus people."""
    text = reader.text
    matched = unit_after(reader, number, pos if hedge is None else hedge.end())
    if matched is None and hedge is not None:
        hedge = None
        matched = unit_after(reader, number, pos)
    plus = ""
    if matched is None:
        if number.low is None and pos < len(text) and (text[pos] == "+" or text[pos] == "-"):
            plus = next((mark for mark in _PLUS if text.startswith(mark, pos)), "")
        if not plus:
            return None
        matched = unit_after(reader, number, pos + len(plus) - 1)
        if matched is None or matched[0].kind not in ("count", "duration", "measure"):
            return None
    unit, end = matched
    outer = number.start
    if unit.surface == "도":
        worded = text[max(0, number.start - 3) : number.start]  # 화씨 104도
        given = reader.lexicon.units.get(worded.strip() + "도")
        if given is not None and worded.strip():
            unit, outer = given, number.start - len(worded.lstrip())
    korean = unit.korean or (hedge is not None and "여" in hedge.group())
    item = Found(number.start, end, unit, number.value, unit.kind + (".ko" if korean else ".en"), last)
    item.left = outer
    if plus:
        item.relation = "ge"
        item.words.append(plus.strip())
    _hedge(item, number, hedge)
    item.end = double(text, end, unit, reader.lexicon)
    if item.end < len(text) and text[item.end] == "/":
        _over(reader, item)
    return item


def _hedge(item: Found, number: Number, hedge: re.Match[str] | None) -> None:
    """100여 명, 1만여명, 300-odd jobs: about so many."""
    if hedge is not None or number.inner:
        item.approximate = True
        item.words.append("여" if hedge is None or number.inner or "여" in hedge.group() else "-odd")


def _multiply(item: Found, factor: Decimal) -> None:
    """5센트 is 0.05 of a dollar."""
    for name in ("value", "low", "high"):
        part = getattr(item, name)
        if part is not None:
            setattr(item, name, EXACT.multiply(part, factor))


#: 183만원/月
_WRITTEN_PER: Final = {"月": "month", "年": "year", "日": "day"}
_SHORT_TIMES: Final = ("hour", "minute", "second")
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


def _split_join(reader: Reader, number: Number, pos: int) -> None:
    """``3만 2025년``: the second group is a year, not the tail of the number; read the first group alone."""
    text = reader.text
    if text[pos : pos + 1] in ("년", "월") and not text.startswith(("년간", "개월"), pos):
        from claims.numerals import ko_prefix

        parsed = ko_prefix(text[number.start : number.joined])
        if parsed is not None:
            number.value, number.end = parsed[0], number.start + parsed[1]


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
