"""A printed numeral, and the everyday shapes that are read at once: 1,234.5, 3조, 2.5억, 1조2000억.

Whatever stands in doubt (a space before a magnitude, a broken thousand, a fraction, full-width digits) is no everyday
shape and is left to :mod:`claims.scan`, which reads every shape.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import Final

from claims.digits_en import AND_A_HALF
from claims.looks import follows, latin

__all__ = ["EXACT", "MAGNITUDES", "Number", "everyday", "joined"]

#: Wide enough that no product of a printed numeral and a shipped factor is ever rounded.
EXACT: Final = Context(prec=120)

MAGNITUDES: Final = "십백천만억조경해十百千万萬億亿兆京"
_PART: Final = r"([1-9],[0-9]{3}|[1-9][0-9]{0,3})"
_NEXT: Final = r"(?:[ \u00a0\n](?=[1-9]))?"
_CHAIN: Final = re.compile(rf"(?:{_PART}조{_NEXT})?(?:{_PART}억{_NEXT})?(?:{_PART}만{_NEXT})?{_PART}?")
#: 6,5 per cent, 2,5% to 3,5%, R1,5 billion, €1,08: the comma that South Africa and the Continent write for a point.
_OF_COMMA: Final = r"(?:%| ?per ?cent\b| (?:thousand|(?:m|b|tr)illion)\b|bn\b|m\b)"
_POINT_COMMA: Final = re.compile(
    rf"[0-9]{{1,3}},[0-9]{{1,2}}(?:(?={_OF_COMMA}|(?: to | and |-|–)[0-9]{{1,3}},[0-9]{{1,2}}{_OF_COMMA})"
    r"|(?<=[R€][0-9],[0-9]{2})(?![0-9,])|(?<=[R€][0-9]{2},[0-9]{2})(?![0-9,])|(?<=[R€][0-9]{3},[0-9]{2})(?![0-9,]))"
)
_RAND_EURO: Final = ("R", "€")
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


#: Marks beyond ASCII that a numeral ends before.
_ENDING: Final = frozenset("“”‘’·～–—−…°℃㎡㎞㎏㎝㎜")
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


def _is_digit(text: str, pos: int) -> bool:
    return pos < len(text) and ord("0") <= ord(text[pos]) <= ord("9")


def _ended(text: str, pos: int) -> bool:
    """Whether a numeral surely ends at ``pos``: a comma or a point and a space or two may stand before what follows, but no
    digit and no magnitude."""
    size = len(text)
    if pos >= size:
        return True
    code = ord(text[pos])
    if code == ord(",") or code == ord("."):
        pos += 1
    elif code == ord("-"):
        return pos + 1 < size and latin(ord(text[pos + 1]))
    spaces = 0
    while pos < size and spaces < 2:
        code = ord(text[pos])
        if code != ord(" ") and code != ord("\n") and code != ord("\u00a0"):
            break
        pos += 1
        spaces += 1
    if pos >= size:
        return True
    code = ord(text[pos])
    if code == ord("a") and spaces == 1 and follows(text, pos - 1, AND_A_HALF):
        return False
    if code < 0x7F:
        return code > ord(" ") and not ord(",") <= code <= ord(".") and not ord("0") <= code <= ord("9")
    if ord("가") <= code <= ord("힣"):
        return text[pos] not in _GOES_ON
    return text[pos] in _ENDING


def _power(code: int) -> int:
    """The power of a magnitude that an everyday numeral ends with; 0 for any other character."""
    return 4 if code == ord("만") else 8 if code == ord("억") else 12 if code == ord("조") else 0


_LONGEST: Final = 15
_MOST_GROUPS: Final = 4
_LONGEST_TAIL: Final = 12


def everyday(text: str, start: int, stop: int) -> Number | None:
    """The numeral that starts with the digits from ``start`` to ``stop``, where it has an everyday shape.

    Read by hand, one character after the other, since every page is full of them; only 1조2000억 has a pattern.
    """
    digits = text[start:stop]
    if stop - start > _LONGEST or not digits.isascii():
        return None
    whole = stop
    while whole - stop < 4 * _MOST_GROUPS and whole < len(text) and ord(text[whole]) == ord(","):
        if not (_is_digit(text, whole + 1) and _is_digit(text, whole + 2) and _is_digit(text, whole + 3)):
            break
        whole += 4
    if whole > stop:
        if stop - start > 3:
            return None  # 1234,567
        digits = text[start:whole].replace(",", "")
    end = whole
    if end < len(text) and ord(text[end]) == ord(".") and _is_digit(text, end + 1):
        end += 2
        while end - whole <= _LONGEST_TAIL and _is_digit(text, end):
            end += 1
    power = _power(ord(text[end])) if end < len(text) else 0
    if not power:
        if _ended(text, end):
            value = _decimal(digits) if end == whole else Decimal(digits + text[whole:end])
            return Number(start, end, value, "digits")
        return _with_comma(text, start, stop) if whole == stop else None
    if _ended(text, end + 1):
        if end > whole:
            power -= end - whole - 1
            if power < 0:
                return None
            digits += text[whole + 1 : end]
        return Number(start, end + 1, Decimal(int(digits) * _TENS[power]), "digits", scaled=True)
    return _chained(text, start) if end == whole else None


def _with_comma(text: str, start: int, stop: int) -> Number | None:
    """6,5 per cent, where the comma stands for a point."""
    if text[stop : stop + 1] != ",":
        return None
    point = _POINT_COMMA.match(text, start)
    if point is None or not (text[start - 2 : start - 1] < "\u0100" or text[start - 1 : start] in _RAND_EURO):
        return None
    return Number(start, point.end(), Decimal(point.group().replace(",", ".")), "digits")


def _chained(text: str, start: int) -> Number | None:
    """1조2000억: more than one magnitude."""
    match = _CHAIN.match(text, start)
    if match is None or not _ended(text, match.end()):
        return None
    value = 0
    for part in match.groups("0"):
        value = value * 10000 + int(part.replace(",", ""))
    number = Number(start, match.end(), Decimal(value), "digits", scaled=True)
    number.joined = joined(start, match.group())
    return number


def joined(start: int, body: str) -> int:
    """Where the last space of a numeral that starts at ``start`` joins two groups of digits; 0 where none does."""
    space = max(body.rfind(" "), body.rfind("\u00a0"), body.rfind("\n"))
    return start + space if space > 0 and body[space + 1].isdigit() else 0
