"""최고 500만원의 벌금, 과태료를 최고 500만원으로: the most that there can be; 최고 35도, 역대 최고 35억원 are no bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.found import Found
    from claims.lexicon import Lexicon

__all__ = ["capped"]

#: 최고 연 5%
_REACH: Final = 6
_KINDS: Final = ("money", "percent", "duration", "count", "percentage_point")


def capped(text: str, item: Found, lexicon: Lexicon) -> bool:
    """Whether the words around say that the 최고 left of ``item`` is a cap."""
    begin = text.rfind("최고", max(0, item.start - _REACH), item.start)
    if item.kind not in _KINDS or begin < 0 or text[begin - 1 : begin] not in ("", " ", "(", "“"):
        return False
    before = text[max(0, begin - 12) : begin].rstrip()
    if before[before.rfind(" ") + 1 :] in lexicon.sections["superlative"]:
        return False
    if pattern(lexicon, "cap.after", r"(?:[의을를이]|이하의?|에 달하는)? ?(?:[가-힣]{1,8} )?WORDS").match(
        text, item.end
    ):
        return True
    return pattern(lexicon, "cap.before", r"WORDS(?:[을를은는이가의도]|액[을를은는이가])?$").search(before) is not None
