"""The magnitude that neighbours share: between $1.2 and $1.5 billion, $3, $5 and $7 billion, 3천~5천만원, 3조5천~4조원."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.scan import EXACT

if TYPE_CHECKING:
    from claims.found import Found, Reader

__all__ = ["own_power", "share_scale", "spoken_power", "spoken_tail"]

_JOINTS: Final = (" and ", " to ", " or ", ", and ", ", or ")
_COMMA: Final = ", "
#: Printed numbers that lie farther apart share nothing: between $500 and $1 million.
_APART: Final = 20
_THOUSAND: Final = 1000


def share_scale(reader: Reader, found: list[Found]) -> None:
    """Give each bare sum before a joint the magnitude of the sum behind it."""
    shared = -1
    for place in range(len(found) - 2, -1, -1):
        item, after = found[place], found[place + 1]
        if not item.prefixed or item.kind != "money" or after.kind != "money" or item.unit_name != after.unit_name:
            continue
        number, other = reader.numbers[item.last], reader.numbers[after.last]
        if number.scaled or item.value is None or number.value is None or not other.value or item.unit is None:
            continue
        gap = reader.text[item.end : after.start]
        if gap not in _JOINTS and not (gap == _COMMA and shared == place + 1):
            continue
        value = after.value if after.value is not None else after.high
        if value is None or after.unit is None or not other.value / _APART <= number.value <= other.value * _APART:
            continue
        if number.value >= _THOUSAND:
            continue
        if (
            gap == " and "
            and reader.text[item.left - 8 : item.left].lower() == "between "
            and number.value >= other.value
        ):
            continue  # between $900 and $500 million
        power = EXACT.divide(value, EXACT.multiply(other.value, after.unit.factor))
        if power >= _THOUSAND:
            item.value = EXACT.multiply(item.value, power)
            number.scaled = True
            shared = place


_BIG: Final = {"만": 4, "억": 8, "조": 12, "경": 16}
_SMALL: Final = {"십": 1, "백": 2, "천": 3}
_TAIL: Final = re.compile(r"([억조경]) ?(\d[\d,.]{0,8})?([십백천])$")
_LAST: Final = re.compile(r"[십백천]\d{0,3}[만억조경]$")
_EOK: Final = 8


def spoken_power(first: str, other: str) -> int | None:
    """3천~5천만원, 수십~수백억원, 5천~1억원: the power of ten that a bare thousand shares with the high end; else None."""
    if first[-1:] not in _SMALL or not _BIG.keys().isdisjoint(first):
        return None
    power = _BIG.get(other[-1:])
    if power is None:
        return None
    if _LAST.search(other):
        return power
    return power - 4 if power >= _EOK else None


def spoken_tail(first: str, value: Decimal) -> Decimal:
    """3조5천~4조원: what follows a myriad's power without one of its own is of the next lower (3조5천억)."""
    match = _TAIL.search(first)
    if match is None:
        return value
    digits = match.group(2)
    tail = EXACT.scaleb(Decimal(digits.replace(",", "")) if digits else Decimal(1), _SMALL[match.group(3)])
    return EXACT.add(EXACT.subtract(value, tail), EXACT.scaleb(tail, _BIG[match.group(1)] - 4))


_PRINTED: Final = re.compile(r"\d[\d.]*([십백천만억조경]+)")


def own_power(printed: str) -> int | None:
    """The power of ten that a printed numeral ends with: 8 of 3억, 11 of 5천억; None of 3억5천 or of bare digits."""
    match = _PRINTED.fullmatch(printed)
    return sum(_POWER[mark] for mark in match.group(1)) if match else None


_POWER: Final = {**_SMALL, **_BIG}
