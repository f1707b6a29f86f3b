"""Counters that are a name or an order as often: what beside them shows that they count (하루 3번, 총 12편)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.guards import big
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.scan import Number

__all__ = ["counted", "weak"]

#: 하루 3번, 총 3번; in 29일 14번 and 다음 주 3번 a day and a week only stand beside the number.
_ALONE: Final = r"(?<![가-힣])(?<!\d(?=[일월주연]))(?<![음번난] (?=주))WORDS\s?$"
#: A particle is glued to its counter: in 10번 이나래 a name begins.
_GLUED: Final = r"(?! (?:이나|씩|뿐|밖에|까지|에|을|를|로) ?)(?: ?WORDS)"


def counted(text: str, number: Number, end: int, lexicon: Lexicon) -> bool:
    """Whether a word beside the number shows that so many are counted."""
    before = text[max(0, number.start - 12) : number.start]
    return bool(
        pattern(lexicon, "count.after", _GLUED).match(text, end)
        or pattern(lexicon, "count.before", _ALONE).search(before)
    )


def weak(text: str, number: Number, surface: str, end: int, lexicon: Lexicon) -> str | None:
    """Why a weak counter counts nothing here, or None: it takes a native or big number, or a context."""
    if number.style == "native" or big(number) or counted(text, number, end, lexicon):
        return None
    if text.startswith("짜리", end):
        return None
    if pattern(lexicon, "particle.after", r"WORDS(?![가-힣])").match(text, end):
        return None
    return f"N{surface} is too ambiguous"
