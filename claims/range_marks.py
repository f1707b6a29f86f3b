"""The marks and words that part the two ends of a range (3~5조원, $3 to $5): looks at what stands behind the first end."""

from __future__ import annotations

import re
from typing import Final

from claims.looks import letter

__all__ = ["RANGE_MARK", "may_be_per", "may_be_worded", "may_range"]

_RANGE_SPACES: Final = frozenset(" \u00a0\u00ad")
_RANGE_MARKS: Final = frozenset("~∼～〜˜–—─‐-")
RANGE_MARK: Final = re.compile(r"[ \u00a0\u00ad]?(?:[~∼～〜˜–—─‐]|-(?!-))[ \u00a0\u00ad]?")


def may_be_per(text: str, stop: int) -> bool:
    """Whether a, an, per or a stroke stands behind the first end."""
    if stop + 1 >= len(text):
        return False
    return text[stop] == "/" or (text[stop] == " " and (text[stop + 1] == "a" or text[stop + 1] == "p"))


def may_be_worded(text: str, stop: int) -> bool:
    """Whether to, or or and may stand behind the first end."""
    if stop + 1 >= len(text) or text[stop] != " ":
        return False
    return text[stop + 1] == "t" or text[stop + 1] == "o" or text[stop + 1] == "a"


def may_range(text: str, stop: int) -> bool:
    """Whether a range mark, `` to `` or `` or `` can begin here, or after 대: after most numbers none can."""
    mark = letter(text, stop)
    if mark == ord(" ") or mark == ord("\u00a0") or mark == ord("\u00ad"):
        second = letter(text, stop + 1)
        if second == ord("t") or second == ord("o") or second == ord("a"):
            return text[stop + 1 : stop + 3] in ("to", "or", "an")
        return _parts(text, stop + 1, second)
    if mark == ord("대"):
        return stop + 1 < len(text) and (text[stop + 1] in _RANGE_SPACES or text[stop + 1] in _RANGE_MARKS)
    return _parts(text, stop, mark)


def _parts(text: str, at: int, mark: int) -> bool:
    """Whether a range mark stands there; Hangul and Latin letters are told without a look into the table."""
    if ord("가") <= mark <= ord("힣") or ord("a") <= mark <= ord("z"):
        return False
    return at < len(text) and text[at] in _RANGE_MARKS
