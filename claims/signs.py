"""The signs of a quantity: -, −, 마이너스, 영하 and an attached △ make it negative; ▲, ▼ and ± only stand beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.looks import letter, precedes_any
from claims.scan import EXACT

if TYPE_CHECKING:
    from claims.found import Found

__all__ = ["marked", "signed"]

_NEGATIVE: Final = re.compile(r"(?:마이너스|영하|minus|negative) ?(?:\([-−]\))?$|\([-−]\)$")
_NEGATIVE_WORDS: Final[tuple[str, ...]] = ("마이너스", "영하", "minus", "negative")
_NEGATIVE_ENDS: Final = "스하se"
#: What a sign, or a word that is one, may end in: before a space, and right before the number.
_SPACED: Final = frozenset("−" + _NEGATIVE_ENDS)
_TOUCHING: Final = frozenset("-−–△)\u00a0" + _NEGATIVE_ENDS)
_TOLERANCE: Final = "±▲▼"
#: plus or minus 3 points, 플러스마이너스 3.1%p: a tolerance
_EITHER: Final = re.compile(r"(?:[Pp]lus or |플러스 ?[·/]? ?)$")


def _of_topic(text: str, start: int) -> bool:
    """자연증가는 –11,491명: a topic or a subject right before the sign."""
    return text[start - 2 : start - 1] == " " and text[start - 3 : start - 2] in ("은", "는", "이", "가")


#: What stands before the sign where the words run together.
_RUN_TOGETHER: Final = frozenset("된한은는인로른린")


def signed(text: str, item: Found, floor: int) -> int:
    """-, −, 마이너스, 영하 and an attached △ make the number negative; the span takes them in."""
    start = item.start
    if start <= floor or item.kind in ("age", "rank", "duration", "ratio"):
        return start
    last = letter(text, start - 1)
    if last == ord(" "):
        last = letter(text, start - 2)
        if not _may_sign(last) or text[start - 2] not in _SPACED:
            return start
    elif not _may_sign(last) or text[start - 1] not in _TOUCHING:
        return start
    mark = text[start - 1]
    begin = start
    before = text[start - 2] if start > 1 else " "
    if mark == "-" and (before == "+" or (before == "/" and text[start - 3 : start - 2] == "+")):
        return start
    if (mark in "-−–" and not (before.isalnum() or before in ")%~")) or (
        mark == "△"
        and (
            item.kind in ("money", "percent", "percentage_point", "points")
            or (_of_topic(text, start) and text.find("△", start, start + 60) < 0)
        )
    ):
        begin = start - 1
    elif mark in " \u00a0" and before == "−" and text[start - 3 : start - 2] in (" ", "("):
        begin = start - 2  # − 0.13 °C
    elif mark in "-−" and before in _RUN_TOGETHER and (item.kind == "percentage_point" or item.places):
        begin = start - 1  # 축소된-53.25bp, 오른-2.10원
    elif mark in _NEGATIVE_ENDS or (mark == ")" and before in "-−") or (mark == " " and before in _NEGATIVE_ENDS):
        worded = mark == ")" or precedes_any(text, start - 1 if mark == " " else start, _NEGATIVE_WORDS)
        match = _NEGATIVE.search(text, max(floor, start - 9), start) if worded else None
        if match:
            begin = match.start()
            either = _EITHER.search(text, max(floor, begin - 8), begin)
            if either is not None:
                item.words.append(text[either.start() : start].strip())
                return start
    listed = item.kind == "count" and mark in "-–" and text[start - 2] != "(" and not _of_topic(text, start)
    if begin == start or listed:
        return start  # -300명 is as often an item of a list
    for name in ("value", "low", "high"):
        part = getattr(item, name)
        if part is not None:
            setattr(item, name, EXACT.minus(part))
    if item.low is not None and item.high is not None:
        item.low, item.high = item.high, item.low
    return begin


def _may_sign(last: int) -> bool:
    """Whether a sign, or a word that is one, may end so: most words that stand before a number show that they are none."""
    if ord("가") <= last <= ord("힣"):
        return last == ord("스") or last == ord("하")
    return last != 0


def marked(text: str, item: Found) -> None:
    """▲, ▼, ± and +/- right before the number go into its words; the value stays the printed one."""
    begin = item.start - 1
    if begin < 0 or text[begin] == " ":
        return
    if text[begin] in _TOLERANCE:
        item.words.insert(0, text[begin])
    elif begin >= 2 and text[begin] == "-" and text[begin - 2 : begin] == "+/":
        item.words.insert(0, "+/-")
