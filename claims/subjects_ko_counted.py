"""Counts that are not the doer's: places gone round, sources of money, the whole that a share is taken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.looks import follows_any
from claims.subjects_ko_sentence import REACH

if TYPE_CHECKING:
    from claims.records import Mention
    from claims.subjects_ko_sentence import Sentence

__all__ = ["among", "from_them", "places"]


def from_them(text: str, end: int) -> bool:
    """3명으로부터 돈을 받았다: so many from whom something comes."""
    return follows_any(text, end, ("으로부터 ", "로부터 ", "에게서 "))


def among(sentence: Sentence, mention: Mention, noun: str | None) -> bool:
    """연 1만 마리에 이르는 유기동물 중 30%가: the whole that a share is taken of."""
    if noun is None or not sentence.tied(mention.end)[1].endswith("는"):
        return False
    at = sentence.text.find(noun, mention.end, mention.end + REACH) + len(noun)
    return sentence.text.startswith((" 중 ", " 가운데 "), at)


def places(sentence: Sentence, mention: Mention, following: Mention | None, noun: str | None, particle: str) -> bool:
    """사람은 7개 시도 56개 시군구에서 300명: the counts of places are not those of who is counted there."""
    role = sentence.words.counting.get(mention.unit or "")
    if role == "bodies" and following is not None and following.kind == "count" and noun is None:
        gap = sentence.text[mention.end : following.left]
        return gap.count(" ") == 2 and gap[:1] == gap[-1:] == " " and sentence.words.nouny(gap[1:-1])  # 6개국 학자 38명
    if role != "any":
        return False
    if noun is None and sentence.text[mention.end : mention.end + 1] == " ":
        stop = sentence.text.find(" ", mention.end + 1, sentence.end)
        word = sentence.text[mention.end + 1 : stop] if stop > 0 else ""
        if (len(word) > 2 and word.endswith(("별로", "에서"))) or (word and sentence.text.startswith("각 ", stop + 1)):
            return True  # 12개 상임위별로, 17개 시도 각 투표소에
    if following is None or following.kind != "count":
        return False
    if particle == "에서" and noun is not None:
        return True
    if following.unit != mention.unit:
        return False
    gap = sentence.text[mention.end : following.left]
    return noun is None and gap.count(" ") == 2 and gap[:1] == gap[-1:] == " " and gap.strip().isalpha()
