"""Exact Decimals as newspapers write them, and with all their digits; :mod:`claims.numerals` reads them back."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

__all__ = ["digits", "format_number", "plain"]

#: The positions in an article, written once.
_WRITTEN: Final = [str(number) for number in range(4096)]


def format_number(value: Decimal | int, style: str = "ko") -> str:
    """Write a number as newspapers do, exactly: ``1조2000억`` ("ko"), ``1.2 trillion`` ("en").

    Never rounds: what has no short form is written in digits with commas. ``parse_number`` reads the result back to the
    same value. Raises ``ValueError`` for NaN, infinity or an unknown style, ``TypeError`` for a float.

    >>> format_number(1200000000000), format_number(Decimal("1200000000000"), "en"), format_number(12345, "en")
    ('1조2000억', '1.2 trillion', '12,345')
    >>> format_number(Decimal("-35000.5")), format_number(Decimal("2.50"))
    ('-3만5000.5', '2.5')
    """
    if isinstance(value, float):
        raise TypeError("format_number takes a Decimal or an int, not a float")
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value!r}")
    if style not in ("ko", "en"):
        raise ValueError(f"style is 'ko' or 'en', not {style!r}")
    whole, _, tail = format(number.copy_abs(), "f").partition(".")
    whole, tail = whole.lstrip("0") or "0", tail.rstrip("0")
    sign = "-" if number < 0 else ""
    return sign + (_to_korean(whole, tail) if style == "ko" else _to_english(whole, tail))


def _digits(whole: str, tail: str) -> str:
    head = len(whole) % 3 or 3
    groups = [whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))]
    return ",".join(groups) + (f".{tail}" if tail else "")


def _to_korean(whole: str, tail: str) -> str:
    if len(whole) > 24 or (tail and len(whole) > 4 and not whole[-4:].strip("0")):
        return _digits(whole, tail)
    parts = []
    for power in (20, 16, 12, 8, 4, 0):
        chunk = (whole[-power - 4 : -power] if power else whole[-4:]).lstrip("0")
        if chunk:
            parts.append(chunk + _MARKS.get(power, ""))
    return ("".join(parts) or "0") + (f".{tail}" if tail else "")


_MARKS: Final = {20: "해", 16: "경", 12: "조", 8: "억", 4: "만"}


def _to_english(whole: str, tail: str) -> str:
    for name, power in (("trillion", 12), ("billion", 9), ("million", 6)):
        if power < len(whole) <= power + 6:
            rest = (whole[-power:] + tail).rstrip("0")
            if len(rest) <= 3:
                return f"{_digits(whole[:-power], rest)} {name}"
            break
    return _digits(whole, tail)


def plain(value: Decimal) -> str:
    """Write a Decimal with all its digits and no exponent: ``1.2E+12`` becomes ``1200000000000``.

    Trailing zeros of the fraction are dropped, so equal values are equal strings.

    >>> plain(Decimal("1.2E+12")), plain(Decimal("4.70")), plain(Decimal("-0.0"))
    ('1200000000000', '4.7', '0')
    """
    text = str(value)
    if text.isdigit():
        return text
    if "E" in text:
        text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def digits(number: int) -> str:
    """``str(number)``, sooner for the positions in an article.

    >>> digits(17), digits(123456), digits(-1)
    ('17', '123456', '-1')
    """
    return _WRITTEN[number] if 0 <= number < 4096 else str(number)
