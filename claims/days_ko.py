"""Spans of days in words of their own: 사흘이 걸렸다, 열흘이 더 걸릴 전망; not 사흘 만에, 사흘 뒤, which are no quantities."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from claims.found import Found, Reader
from claims.looks import holds
from claims.patterns import pattern

__all__ = ["with_days"]

#: Before the first syllables of 걸리다 and 소요되다.
_SHAPE: Final = r"(?<![가-힣])(WORDS)(?=[이가은는도]? ?(?:이나 )?(?:더 )?(?:꼬박 )?(?:걸[리린려렸릴립]|소요))"


def with_days(reader: Reader, found: list[Found]) -> list[Found]:
    """``found`` with the days that something takes, in text order."""
    text = reader.text
    if not (holds(text, "걸") or holds(text, "소요")):
        return found
    rows = reader.lexicon.sections["time_span.ko"]
    unit = reader.lexicon.units["일간"]
    more = [
        Found(match.start(), match.end(), unit, Decimal(rows[match.group()]["days"]), "duration.ko.word", -1)
        for match in pattern(reader.lexicon, "time_span.ko", _SHAPE).finditer(text)
    ]
    return sorted([*found, *more], key=_by_start) if more else found


def _by_start(item: Found) -> int:
    return item.start
