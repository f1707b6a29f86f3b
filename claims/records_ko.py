"""Records of races: 9초58, 1분 44초 80; hundredths follow the second without a point."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.found import Found, Reader

if TYPE_CHECKING:
    from claims.scan import Number

__all__ = ["record"]

_RECORD: Final = re.compile(
    r"(?:(\d{1,2})시간 ?)?(?:(\d{1,2})분 ?)?(\d{1,2})초 ?(\d{1,2})(?!\d)(?=$|(?<=초\d\d) (?!\d)|[.,](?!\d)|[)(]| ?(?:만에|만의)|"
    r"(?:의|에|로|으로|를|을|이|가|은|는|과|와|대|였|이었|다|이다|까지|보다)(?![가-힣]{3}))"
)


_OCLOCK: Final = re.compile(r"\d[시분] ?$")


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
