"""A printed numeral, and the everyday shapes that one match reads: 1,234.5, 3조, 2.5억, 1조2000억.

Whatever stands in doubt (a space before a magnitude, a broken thousand, a fraction, full-width digits) is no everyday
shape and is left to :mod:`claims.scan`, which reads every shape.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import Final

__all__ = ["EXACT", "MAGNITUDES", "Number", "everyday"]

#: Wide enough that no product of a printed numeral and a shipped factor is ever rounded.
EXACT: Final = Context(prec=120)

MAGNITUDES: Final = "십백천만억조경해十百千万萬億亿兆京"
#: What surely ends a numeral: a comma or a point and a space or two may stand before it, but no digit and no magnitude.
_END: Final = (
    r"(?=[,.]?[ \u00a0\n]{0,2}(?:[!-+/:-~“”‘’·～–—−…°℃㎡㎞㎏㎝㎜]|(?![십백천만억조경해여])[가-힣]|\Z)|-[A-Za-z])"
)
_PLAIN: Final = re.compile(rf"([0-9]{{1,15}}(?:,[0-9]{{3}}){{0,4}})(\.[0-9]{{1,12}})?([만억조])?{_END}")
_PART: Final = r"([1-9][0-9]{0,3}|[1-9],[0-9]{3})"
_NEXT: Final = r"(?:[ \u00a0\n](?=[1-9]))?"
_CHAIN: Final = re.compile(rf"(?:{_PART}조{_NEXT})?(?:{_PART}억{_NEXT})?(?:{_PART}만{_NEXT})?{_PART}?{_END}")
#: 6,5 per cent, 2,5% to 3,5%, R1,5 billion, €1,08: the comma that South Africa and the Continent write for a point.
_OF_COMMA: Final = r"(?:%| ?per ?cent\b| (?:thousand|(?:m|b|tr)illion)\b|bn\b|m\b)"
_POINT_COMMA: Final = re.compile(
    rf"[0-9]{{1,3}},[0-9]{{1,2}}(?:(?={_OF_COMMA}|(?: to | and |-|–)[0-9]{{1,3}},[0-9]{{1,2}}{_OF_COMMA})"
    r"|(?<=[R€][0-9],[0-9]{2})(?![0-9,])|(?<=[R€][0-9]{2},[0-9]{2})(?![0-9,])|(?<=[R€][0-9]{3},[0-9]{2})(?![0-9,]))"
)
_RAND_EURO: Final = ("R", "€")
_POWERS: Final = {"만": 4, "억": 8, "조": 12}
_TENS: Final = tuple(10**power for power in range(13))


class Number:
    """A printed numeral: ``value`` (or ``low``/``high`` for 수천억 and 서너), and how it was printed.

    ``scaled`` tells whether a magnitude word stands in it (3조, 5 million), ``joined`` where a space joined two digit
    groups (5만 8200), ``inner`` whether 여 stands inside it.
    """

    __slots__ = ("end", "high", "inner", "joined", "low", "order", "scaled", "start", "style", "value")

    def __init__(self, start: int, end: int, value: Decimal | None, style: str, *, scaled: bool = False) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.order = False
        self.style = style
        self.scaled = scaled
        self.joined = 0
        self.inner = False

    def __repr__(self) -> str:
        return f"Number({self.start}, {self.end}, {self.value}, {self.style})"


#: What ends a run of digits for sure; after a Hangul syllable only these go on with the numeral.
_ENDS: Final = frozenset("!\"#$%&'()*+/:;<=>?@[\\]^_`{|}~“”‘’·")
_GOES_ON: Final = frozenset("십백천만억조경해여")
#: Decimals of up to four digits, kept: days, years and small counts come again and again.
_SMALL: Final[dict[str, Decimal]] = {}


def _decimal(digits: str) -> Decimal:
    if len(digits) > 4:
        return Decimal(digits)
    value = _SMALL.get(digits)
    if value is None:
        value = _SMALL[digits] = Decimal(digits)
    return value


def _bare(text: str, start: int, stop: int) -> Number | None:
    """45%, 19일, 5 million: digits alone, and behind them a character that no numeral goes on with."""
    mark = text[stop : stop + 1]
    if mark == " ":
        mark = text[stop + 1 : stop + 2]
    ended = (
        ("가" <= mark <= "힣" and mark not in _GOES_ON)
        or mark in _ENDS
        or (mark.isalpha() and mark.isascii())
        or not mark
    )
    if not ended or stop - start > _LONGEST_BARE:
        return None
    digits = text[start:stop]
    return Number(start, stop, _decimal(digits), "digits") if digits.isascii() else None


_LONGEST_BARE: Final = 15


def everyday(text: str, start: int, stop: int) -> Number | None:
    """The numeral that starts with the digits from ``start`` to ``stop``, where it has an everyday shape."""
    bare = _bare(text, start, stop)
    if bare is not None:
        return bare
    match = _PLAIN.match(text, start)
    if match is not None:
        whole, tail, magnitude = match.groups()
        comma = whole.find(",")
        if comma > 3:
            return None  # 1234,567
        if comma > 0:
            whole = whole.replace(",", "")
        if magnitude is None:
            return Number(start, match.end(), Decimal(whole if tail is None else whole + tail), "digits")
        power = _POWERS[magnitude]
        if tail is not None:
            power -= len(tail) - 1
            if power < 0:
                return None
            whole += tail[1:]
        return Number(start, match.end(), Decimal(int(whole) * _TENS[power]), "digits", scaled=True)
    if text[stop : stop + 1] == ",":
        point = _POINT_COMMA.match(text, start)
        if point is not None and (text[start - 2 : start - 1] < "\u0100" or text[start - 1 : start] in _RAND_EURO):
            return Number(start, point.end(), Decimal(point.group().replace(",", ".")), "digits")
    match = _CHAIN.match(text, start)
    if match is None or match.end() == start:
        return None
    value = 0
    for part in match.groups("0"):
        value = value * 10000 + int(part.replace(",", ""))
    return Number(start, match.end(), Decimal(value), "digits", scaled=True)
