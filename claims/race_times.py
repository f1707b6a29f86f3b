"""Times of races: 9초58 and 1분 44초 80, whose hundredths follow without a point; clocked 1:54.23."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.found import Found, Reader
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.scan import Number

__all__ = ["record", "sprint", "stopwatch"]

_RECORD: Final = re.compile(
    r"(?:(\d{1,2})시간 ?)?(?:(\d{1,2})분 ?)?(\d{1,2})초 ?(\d{1,2})(?!\d)(?=$|(?<=초\d\d) (?!\d)|[.,](?!\d)|[)(]| ?(?:만에|만의)|"
    r"(?:의|에|로|으로|를|을|이|가|은|는|과|와|대|였|이었|다|이다|까지|보다)(?![가-힣]{3}))"
)


_OCLOCK: Final = re.compile(r"\d[시분] ?$")


_STOPWATCH: Final = re.compile(r"(\d{1,2}):([0-5]\d\.\d{2})(?![\d:.,]*\d)(?! ?[%$€£])")
_CUE: Final = r"(?<!\w)WORDS ?(?:a |an )?$"


def stopwatch(reader: Reader, number: Number, index: int) -> Found | None:
    """in 1:54.23, 기록은 1:54.23: 114.23 seconds, for no clock is read so finely; a ratio may be."""
    text = reader.text
    match = _STOPWATCH.match(text, number.start)
    if match is None or text[number.start - 1 : number.start] in (":", ".", ",", "-", "+", "$", "/"):
        return None
    before = text[max(0, number.start - 20) : number.start].lower()
    if pattern(reader.lexicon, "stopwatch.before", _CUE).search(before) is None and not text.startswith(
        "의 기록", match.end()
    ):
        return None
    value = Decimal(match.group(1)) * 60 + Decimal(match.group(2))
    item = Found(number.start, match.end(), reader.lexicon.units["초"], value, "duration.stopwatch", index)
    item.last = index + 1
    return item


_SPRINT: Final = re.compile(r"\d{1,3}\.\d{1,3}s(?![\w-])")


def sprint(reader: Reader, number: Number, index: int) -> Found | None:
    """in 9.82s, 45.3s: seconds; the 1980s and a .38s have no such decimals."""
    text = reader.text
    match = _SPRINT.match(text, number.start)
    if match is None or text[number.start - 1 : number.start] not in (" ", "(", ""):
        return None
    return Found(number.start, match.end(), reader.lexicon.units["초"], number.value, "duration.en.sprint", index)


def record(reader: Reader, number: Number, index: int) -> Found | None:
    """9초58 is 9.58 seconds, 1분 44초 80 is 104.80; 10초 20번 are two things."""
    text = reader.text
    match = _RECORD.match(text, number.start)
    if (
        match is None
        or text[number.start - 1 : number.start] in (":", ".", ",")
        or _OCLOCK.search(text, max(0, number.start - 3), number.start)
    ):
        return None
    hours, minutes, seconds, parts = match.groups()
    value = Decimal(f"{int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds)}.{parts}")
    item = Found(number.start, match.end(), reader.lexicon.units["초"], value, "duration.ko.record", index)
    item.last = index + 1 + (hours is not None) + (minutes is not None)
    return item
