"""What printed digits allow: the interval of a rounded figure, and of the rate that two figures imply."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import Final, NamedTuple

__all__ = ["Interval", "last_digit", "printed_quotient", "printed_ratio"]


_CONTEXT: Final = Context(prec=28)


class Interval(NamedTuple):
    """A closed interval of exact rationals."""

    low: Fraction
    high: Fraction

    def meets(self, other: Interval) -> bool:
        """Whether the two share a point."""
        return self.low <= other.high and other.low <= self.high

    @property
    def middle(self) -> Fraction:
        """The point in the middle."""
        return (self.low + self.high) / 2


def last_digit(value: Decimal) -> Fraction:
    """The place of the last non-zero digit: 145조 -> 1조, 1200조 -> 100조, 1.5 -> 0.1; 1 for zero.

    >>> last_digit(Decimal("145000")), last_digit(Decimal("1.50"))
    (Fraction(1000, 1), Fraction(1, 10))
    """
    if not value:
        return Fraction(1)
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    trailing = 0
    for digit in reversed(digits):
        if digit:
            break
        trailing += 1
    del sign
    return Fraction(10) ** (exponent + trailing)


def printed_ratio(rate: Fraction) -> Decimal:
    """A rate as printed: exact where it is a finite decimal of at most 28 digits, else 28 significant digits.

    >>> printed_ratio(Fraction(1450)), printed_ratio(Fraction(1, 3))
    (Decimal('1450'), Decimal('0.3333333333333333333333333333'))
    """
    return printed_quotient(Decimal(rate.numerator), Decimal(rate.denominator))


def printed_quotient(above: Decimal, below: Decimal) -> Decimal:
    """A rate as printed, of the two amounts that imply it.

    >>> printed_quotient(Decimal("14.50"), Decimal("0.01"))
    Decimal('1450')
    """
    plain = _CONTEXT.divide(above, below).normalize(_CONTEXT)
    return Decimal(int(plain)) if "E+" in str(plain) else plain
