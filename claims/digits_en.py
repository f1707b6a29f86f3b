"""Digits as English newspapers print them: 1 1/2 cents, 4½ percent, 16 and a half years, and the lakhs of ₹12,34,567."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final

from claims.looks import follows

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["AND_A_HALF", "BEFORE_FRACTION", "indian", "mixed", "summed"]

_MIXED: Final = re.compile(r"[ -](\d{1,2})/(2|4|5|8|16|32)(?![\d/])")
_CENTS: Final = re.compile(r"\$\d{1,3}\.\d\d$")
_OF_CENT: Final = ("2", "4", "8")
_HALVES: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
#: 16 and a half years
AND_A_HALF: Final = " and a half"
#: What may stand between a whole number and its fraction.
BEFORE_FRACTION: Final = frozenset((" ", "-", "½", "¼", "¾"))
_INDIAN: Final = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d|,\d)(?:\.\d{1,2})?")
_RUPEES: Final[tuple[str, ...]] = ("₹", "Rs", "INR")
#: How far from such a number a word may stand that tells whose digits these are.
_NEAR: Final = 800
_EXACT: Final = Context(prec=40)


def mixed(text: str, end: int, whole: Decimal) -> tuple[Decimal, int] | None:
    """A whole number that ends at ``end`` with its fraction of halves, quarters, eighths …: (value, end)."""
    if whole >= 1000:
        return None
    if whole != int(whole) or text[end - 3 : end - 2] == ".":
        return _grain(text, end, whole)
    part = _HALVES.get(text[end : end + 1])
    if part is not None:
        return _EXACT.add(whole, part), end + 1
    if follows(text, end, AND_A_HALF) and text[end + len(AND_A_HALF) : end + len(AND_A_HALF) + 1] in (" ", "-"):
        return _EXACT.add(whole, _HALVES["½"]), end + len(AND_A_HALF)
    match = _MIXED.match(text, end)
    if match is None or int(match.group(1)) >= int(match.group(2)):
        return None
    return _EXACT.add(whole, _EXACT.divide(Decimal(match.group(1)), Decimal(match.group(2)))), match.end()


def _grain(text: str, end: int, whole: Decimal) -> tuple[Decimal, int] | None:
    """$4.56 1/2 and $5.98-3/4 a bushel: dollars, cents and a fraction of a cent."""
    if _CENTS.search(text, max(0, end - 7), end) is None:
        return None
    part = _HALVES.get(text[end : end + 1])
    if part is not None:
        return _EXACT.add(whole, _EXACT.scaleb(part, -2)), end + 1
    match = _MIXED.match(text, end)
    if match is None or match.group(2) not in _OF_CENT or int(match.group(1)) >= int(match.group(2)):
        return None
    cents = _EXACT.divide(Decimal(match.group(1)), Decimal(match.group(2)))
    return _EXACT.add(whole, _EXACT.scaleb(cents, -2)), match.end()


#: Scales of an Indian sum in parts: 37 thousand 230 crore, six lakh 69 thousand.
_SUM: Final = re.compile(
    r" (thousand|lakh|crore)s? (\d{1,3}(?:\.\d{1,2})?)"
    r"(?: (thousand|lakh|crore|hundred)s?\b|(?! (?:thousand|lakh|crore|hundred)))(?= [A-Za-z(]|[.,;:)\n-]|$)",
    re.IGNORECASE,
)
_SCALE: Final = {"hundred": 2, "thousand": 3, "lakh": 5, "crore": 7}


def summed(text: str, end: int, value: Decimal) -> tuple[Decimal, int] | None:
    """The sum of which ``value`` that ends at ``end`` is the first part: 37 thousand 230 crore, six lakh 69 thousand."""
    match = _SUM.match(text, end)
    if match is None:
        return None
    first, second = _SCALE[match.group(1).lower()], _SCALE.get((match.group(3) or "").lower(), 0)
    total = _EXACT.scaleb(value, first)
    rest = Decimal(match.group(2))
    if second < first:
        return _EXACT.add(total, _EXACT.scaleb(rest, second)), match.end()
    return (_EXACT.scaleb(_EXACT.add(total, rest), second), match.end()) if second > first else None


def indian(text: str, start: int, words: Iterable[str]) -> tuple[Decimal, int] | None:
    """₹1,00,000, 12,34,567 women: groups of two after a sign of rupees or near a word of ``words``; else a misprint."""
    match = _INDIAN.match(text, start)
    if match is None:
        return None
    if not text[max(0, start - 4) : start].rstrip(" .").endswith(_RUPEES):
        near = text[max(0, start - _NEAR) : start + _NEAR]
        if not any(word in near for word in words):
            return None
    return Decimal(match.group().replace(",", "")), match.end()
