"""The magnitude word that sums share: between $1.2 and $1.5 billion, from €30 to €25 million, $3, $5 and $7 billion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.scan import EXACT

if TYPE_CHECKING:
    from claims.found import Found, Reader

__all__ = ["share_scale"]

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
        power = EXACT.divide(value, EXACT.multiply(other.value, after.unit.factor))
        if power >= _THOUSAND:
            item.value = EXACT.multiply(item.value, power)
            number.scaled = True
            shared = place
