"""Korean counters of paper and print: 장, 쪽, 페이지, 권, 매; a chapter, a page or an issue that is only named counts nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.guards_doubtful_ko import counted, weak
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.scan import Number

__all__ = ["PAPER"]

_ACT_BEFORE: Final = re.compile(r"\d막 ?$")
_VERSE: Final = re.compile(r" ?\d{1,3}(?:[~∼–-]\d{1,3})?절")
_PAGE: Final = re.compile(r"에(?:서|는|도|만|선)?(?![가-힣]| 달| 이르| 걸)|부터|에 (?:나오|나온|실|적|있)")


def _sheets(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """사진 3장 are sheets; 5장 3절, 소설 4장에서 a chapter."""
    if number.style == "digits" and not number.scaled:
        if _VERSE.match(text, end):
            return "chapter and verse"
        if _ACT_BEFORE.search(text, max(0, number.start - 4), number.start):
            return "a scene of an act"
        if pattern(lexicon, "book.before", r"WORDS(?:의)? ?$").search(text, max(0, number.start - 10), number.start):
            return "a chapter of a book"
    return None


def _pages(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """300쪽 분량 is a length; 12쪽에 a place in a book."""
    if number.style == "digits" and _PAGE.match(text, end) and not counted(text, number, end, lexicon):
        return "a page of a book"
    return weak(text, number, "쪽", end, lexicon)


def _page_named(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """보고서 12페이지에 있다, 12페이지를 보면: where it stands; 300페이지 분량, 100페이지에 달하는 are lengths."""
    if number.style == "digits" and not spaced and not counted(text, number, end, lexicon):
        if _PAGE.match(text, end) or _PAGE_OPEN.match(text, end):
            return "a page of a book"
        if text[end : end + 1] == "," and text[number.start - 1 : number.start] in ("", "\n"):
            return "a page of a book"  # 1페이지, 요약입니다
    return None


def _volumes(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """책 12권; 105권 8호 is an issue of a journal."""
    return "a volume and its issue" if _ISSUE.match(text, end) is not None else None


_ISSUE: Final = re.compile(r",? ?(?:제 ?)?\d{1,3}호")
_PAGE_OPEN: Final = re.compile(r"를 (?:보[면라자십]|참[고조]|펴|펼)")


def _leaves(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """마스크 10만 매 are leaves; 2조 매도 is a sale."""
    return "a sale or a purchase" if text[end : end + 1] in _TRADES else None


_TRADES: Final = frozenset("도수")

PAPER: Final = {
    "장": _sheets,
    "쪽": _pages,
    "페이지": _page_named,
    "권": _volumes,
    "매": _leaves,
}
