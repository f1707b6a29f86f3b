"""The number that an English amount is compared with, and whose unit stands there: 156.78 yen, compared with 155.90."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from claims import guards, guards_en
from claims.bare_counts_en import COMPARING, ends_there
from claims.found import Found, Reader
from claims.patterns import pattern
from claims.ranges import own_scale
from claims.scan import EXACT

__all__ = ["compared_en"]

_KINDS: Final = frozenset(("money", "percent", "measure", "count", "points"))
#: a barrel, per day: what may stand between the first amount and the comparison, besides a turn (down from).
_BETWEEN: Final = rf"(?: (?:a|an|per) [a-z]{{2,12}})?(?:,? WORDS)? ?,? ?(?:{COMPARING}) $"
#: The last two characters of each of these.
_ENDS: Final = frozenset([word[-1] + " " for word in COMPARING.split("|")])
_FARTHEST: Final = 48
#: How far apart two amounts may be that are compared without saying the unit twice.
_APART: Final = Decimal(5)


def compared_en(reader: Reader, index: int) -> Found | None:
    """``$1.1601, up from 1.1560``: the bare number takes the unit of the amount before it, if both are printed alike and
    no noun follows; not ``$5 from 2020``, ``20 points from 12 games``, ``3 medals from 5``."""
    number, last, text = reader.numbers[index], reader.last, reader.text
    start = number.start
    if (
        last is None
        or last.unit is None
        or last.value is None
        or number.value is None
        or number.style != "digits"
        or last.kind not in _KINDS
        or not 0 < start - last.end <= _FARTHEST
        or text[start - 2 : start] not in _ENDS
    ):
        return None
    between = pattern(reader.lexicon, "turned.en", _BETWEEN).fullmatch(text, last.end, start)
    if between is None:
        return None
    power, end = own_scale(reader, number) if text[number.end : number.end + 1] == " " else (0, number.end)
    if guards_en.is_year(text, number) or text.startswith(" to ", end):
        return None
    if not (ends_there(text, end, reader.lexicon) or _time_of_day(text, end)):
        return None
    value, printed = EXACT.scaleb(number.value, power), reader.numbers[last.last].value
    if last.unit.factor != 1 and printed is not None:  # 65 cents from 70
        value, printed = EXACT.multiply(value, last.unit.factor), EXACT.multiply(printed, last.unit.factor)
    if not last.value / _APART < value < last.value * _APART or guards.code(text, number, reader.lexicon):
        return None
    scaled = printed != last.value
    if scaled != (power > 0 or number.scaled):
        return None
    if not scaled and ("." in text[start:end]) != ("." in text[last.start : last.end].rstrip(".")):
        return None
    if text[last.end : start] == " from " and not text.endswith(" to ", 0, last.left):
        return None  # 3 medals from 5
    item = Found(start, end, last.unit, value, "compared.en", index)
    item.kind, item.unit_name, item.per = last.kind, last.unit_name, last.per
    return item


def _time_of_day(text: str, end: int) -> bool:
    """155.90 | late Thursday."""
    return text.startswith((" late ", " early "), end) and text[end + 6 : end + 8].lstrip()[:1].isupper()
