"""The low end of a range whose unit is understood: 300~400억 예산, 관객 300~400만."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims import guards
from claims.scan import EXACT
from claims.shared_scale import own_power

if TYPE_CHECKING:
    from decimal import Decimal

    from claims.found import Found, Reader
    from claims.scan import Number

__all__ = ["goes_on", "low_end", "widen"]

_MARKS: Final = ("~", "∼", "～", "〜", "-", "–", " ~ ", " ∼ ")


def goes_on(reader: Reader, index: int) -> bool:
    """Whether a second end follows right behind a range mark: the first is then read with it."""
    if index + 1 >= len(reader.numbers):
        return False
    number, other = reader.numbers[index], reader.numbers[index + 1]
    return other.scaled and other.style == "digits" and reader.text[number.end : other.start] in _MARKS


def low_end(reader: Reader, index: int) -> tuple[Number, Decimal] | None:
    """The number before a range mark left of this one, and its value with the shared magnitude."""
    if not index:
        return None
    other, number = reader.numbers[index - 1], reader.numbers[index]
    if other.end > number.start or reader.text[other.end : number.start] not in _MARKS:
        return None
    if other.start < reader.floor or other.style != "digits" or other.value is None or number.value is None:
        return None
    if guards.code(reader.text, other, reader.lexicon):
        return None
    low = other.value
    if number.scaled and not other.scaled:
        power = own_power(reader.text[number.start : number.end])
        if power is None:
            return None
        low = EXACT.scaleb(low, power)
    return (other, low) if low < number.value else None


def widen(item: Found, first: tuple[Number, Decimal] | None) -> None:
    """Make a range of the item and the low end before it."""
    if first is None or item.value is None:
        return
    item.start = item.left = first[0].start
    item.low, item.high, item.value, item.relation = first[1], item.value, None, "range"
    item.rule += ".range"
