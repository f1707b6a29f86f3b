"""Whose a penalty is: 법원은 김 전 대표에게 징역 3년을 선고했다; the term is theirs who got it, not the court's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.clause_ko_phrases import canonical, judge
from claims.noun_phrase_ko import phrase_left, word_start
from claims.subjects_ko_sentence import REACH

if TYPE_CHECKING:
    from claims.records import Mention
    from claims.subjects_ko_sentence import Sentence

__all__ = ["is_penal", "sentenced"]

#: Before a penalty: who gets it.
_TO: Final = ("에게 ", "에게는 ", "에 대해 ", "에 대하여 ")
_TERM: Final = "징역"
_SUFFERED: Final = ("됐", "되", "된", "돼")
_FAR: Final = 80  # how far before a penalty the one who gets it stands
_NEXT: Final = 30  # how far behind a sum it is passed; a term may stand further off


def is_penal(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells of one that was passed."""
    return text.find("선고", start, end) >= 0 or text.find(_TERM, start, end) >= 0


def sentenced(sentence: Sentence, mention: Mention) -> None:
    """Give the penalty to whoever it was passed on; to nobody if they are not named."""
    text, low = sentence.text, max(sentence.start, mention.left - _FAR)
    term = (mention.measure or "").endswith(_TERM) or text.rfind(_TERM, low, mention.left) >= 0
    limit = min(sentence.end, mention.end + (REACH if term else _NEXT))
    passed = [at for at in (text.find(word, mention.end, limit) for word in sentence.words.passed) if at >= 0]
    if not passed or text.startswith("받", min(passed) + 2):
        return
    if text.find(" 혐의", mention.end, min(passed)) >= 0:
        return  # 뇌물 2억원을 받은 혐의로 기소된 이씨에게 무죄를 선고했다: the sum is no penalty
    to, mark = max((text.rfind(word, low, mention.left), word) for word in _TO)
    if to < 0 and text[min(passed) + 2 : min(passed) + 3] in _SUFFERED:
        return  # 김씨는 징역 3년이 확정됐다
    after = to + len(mark)
    if (
        to > 0
        and mention.subject
        and (at := text.find(mention.subject, after, mention.left)) >= 0
        and (text.find(", ", after, mention.left) >= 0 or text[at + len(mention.subject)] in "은는")
    ):
        return  # 김씨에게 징역 3년, 이씨는 징역 2년을
    index = sentence.particles_before(mention.left) - 1
    if to > 0 and index >= 0 and sentence.particles[index] > after and _is_topic(sentence, index):
        mention.subject = None
        return  # 김씨에게 차를 받은 공무원은 300만원의 벌금이
    name = ""
    if to > 0:
        word = text[word_start(text, low, to) : to]
        name = word[: word.find("(")] if "(" in word else phrase_left(sentence.words, text, low, to)  # A(33)씨에게
    mention.subject = canonical(sentence, name) if name else None


def _is_topic(sentence: Sentence, index: int) -> bool:
    """Whether a particle of the sentence closes a topic."""
    return sentence.text[sentence.particles[index]] in "은는" and judge(sentence, index) is not None
