"""Korean measures that bare nouns before them tell apart: 온라인 매출, 물가 상승률, 전국 평균 강수량."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.clause_ko_owner import of_so_many
from claims.looks import follows, precedes
from claims.noun_phrase_ko import word_start

if TYPE_CHECKING:
    from claims.records import Mention
    from claims.subjects_ko_sentence import Sentence

__all__ = ["tell_apart"]

_NEAR: Final = 80  # how far from a number its measure is looked for once more


def tell_apart(sentence: Sentence, mention: Mention) -> None:
    """온라인 매출, 하청 노동자: the bare nouns before a measure belong to it, unless they own it."""
    text, words, measure, subject = sentence.text, sentence.words, mention.measure or "", mention.subject
    near = max(sentence.start, mention.left - _NEAR)
    if not measure or follows(text, sentence.tied(mention.end)[0] + 1, measure):
        near = mention.left  # 확정 금리를 …, 50bp 이상의 금리를: the one right of it
    at = text.rfind(measure, near, mention.left)
    if (
        0 <= sentence.opened < at
        and (aside := text.rfind("(", near, at)) > 0
        and 0 < text.find(")", aside, mention.left) > at
    ):
        at = text.rfind(measure, near, aside)  # 금리는 전주(고시 금리 기준) 대비 4.1bp
    of = at + len(measure)
    if at > 0 and follows(text, of, "의 ") and text[of + 2 : of + 3].isdigit():
        at = text.rfind(measure, near, at)  # 피해 면적은 서울 면적의 80%
    if 0 < at < mention.left and subject is not None:
        if text[of + 2 : of + 3].isdigit() and text.find(subject, of, mention.left) > 0:
            return  # 풍력 설비용량은 382㎿, 태양광이 536㎿다
    if at < 0:
        at = text.find(measure, mention.end, min(sentence.end, mention.end + _NEAR))
        if at < 0:
            return
    low = max(sentence.start, at - _NEAR)
    if low <= mention.start < at:
        low = mention.end
    begin = at
    for _ in range(2):
        if begin <= low + 1 or text[begin - 1] != " ":
            break
        start = word_start(text, low, begin - 1)
        word = text[start : begin - 1]
        if start == mention.end or precedes(text, start, "및 ") or word in (sentence.joint_subjects or ()):
            break  # 500원짜리 즉석복권, 도매 및 소매업 취업자
        if (
            not words.tells(word)
            or of_so_many(sentence, word, start)
            or word in sentence.known
            or (subject is not None and subject.endswith(word))
        ):
            break
        if subject is None and not (
            words.modifies(word) or words.is_own(word) or words.is_balance(word) or words.rises(word, measure)
        ):
            break
        begin = start
    if begin < at:
        mention.measure = text[begin:at] + measure
    if subject is None and precedes(text, begin, "전국 평균 "):
        mention.subject = "전국"
