"""The marks and words that part the two ends of a range (3~5조원, $3 to $5): looks at what stands behind the first end."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["RANGE_MARK", "may_be_per", "may_range"]

_RANGE_SPACES: Final = frozenset(" \u00a0\u00ad")
_RANGE_MARKS: Final = frozenset("~∼～〜˜–—─‐-")
RANGE_MARK: Final = re.compile(r"[ \u00a0\u00ad]?(?:[~∼～〜˜–—─‐]|-(?!-))[ \u00a0\u00ad]?")


def may_be_per(text: str, stop: int) -> bool:
    """Whether a, an, per or a stroke stands behind the first end."""
    if stop + 1 >= len(text):
        return False
    return text[stop] == "/" or (text[stop] == " " and (text[stop + 1] == "a" or text[stop + 1] == "p"))


def may_range(text: str, stop: int) -> bool:
    """Whether a range mark, `` to `` or `` or `` can begin here, or after 대: after most numbers none can."""
    size = len(text)
    if stop >= size:
        return False
    if text[stop] == " " or text[stop] in _RANGE_SPACES:
        begin = stop + 1
        if begin >= size:
            return False
        if text[begin] == "t" or text[begin] == "o" or text[begin] == "a":
            return text[begin : begin + 2] in ("to", "or", "an")
        return text[begin] in _RANGE_MARKS
    if text[stop] == "대":
        return stop + 1 < size and (text[stop + 1] in _RANGE_MARKS or text[stop + 1] in _RANGE_SPACES)
    return text[stop] in _RANGE_MARKS
