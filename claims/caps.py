"""최고 500만원의 벌금, 과태료를 최고 500만원으로: the most that there can be; 최고 35도, 역대 최고 35억원 are no bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.found import Found
    from claims.lexicon import Lexicon

__all__ = ["capped", "up_to"]

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


#: … and no word of growth between (100만원까지 늘려 지급한다), nor a noun of what grew (까지 지원 규모를 늘렸다).
_UP_TO: Final = r"까지 (?:[가-힣]{1,8}(?<![려여혀워해]) )?WORDS(?:[하할합해했한되됩될됐된돼받.,)…]| 있| 가능|$)"


def up_to(text: str, item: Found, lexicon: Lexicon) -> bool:
    """50만원까지 지원한다, 소득의 90%까지 공제받을 수 있다: the most that is given; 3조원까지 늘었다 is where it got to."""
    if item.kind not in _KINDS or text.endswith("에서 ", 0, item.left):
        return False
    return pattern(lexicon, "upto.after", _UP_TO).match(text, item.end) is not None
