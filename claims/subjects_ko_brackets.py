"""Whose a number in brackets is: 한빛전자(32%), 매출(개별 4.5%, 연결 3.6%), 김 모 씨(26)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.beside_ko import left_of
from claims.clause_ko import subject_of
from claims.clause_ko_owner import owner_of
from claims.clause_ko_phrases import canonical, names_of
from claims.noun_phrase_ko import measure_at, phrase_left, word_start
from claims.subjects_ko_sentence import Sentence

if TYPE_CHECKING:
    from claims.records import Mention

__all__ = ["aged", "in_brackets"]

_BESIDE: Final = frozenset((") 및 ", "), ", ")·", ")과 ", ")와 "))
_SAME_BRACKET: Final = frozenset((", ", ",", "·", " · ", "/"))
_CLOSING: Final = "’”'\"」』》〉>)"


def in_brackets(sentence: Sentence, mention: Mention, before: Mention | None, opened: int, low: int) -> None:
    """한빛전자(32%): the noun that the parenthesis follows; (영업이익 2000억원): only what stands inside it."""
    text, words = sentence.text, sentence.words
    if opened + 1 == mention.left:
        start = word_start(text, low, opened)
        word = text[start:opened]
        dated = mention.period
        if before is not None and dated is not None and before.kind == mention.kind and before.unit == mention.unit:
            if text.endswith(dated[0], low, opened) if low < opened else False:
                mention.measure, mention.subject = before.measure, before.subject  # 지난해(2조원)보다
                return
        if word.removesuffix("가량").removesuffix("이상") in words.portions:
            if text[start - 2 : start] == "의 ":
                mention.subject = canonical(sentence, phrase_left(words, text, low, start - 2))
            return
        found = measure_at(words, text, low, start, word)
        if found is not None:
            if text.endswith("같은 ", low, start):
                return  # 지난해 같은 기간(7.5일)보다
            if words.fits(found[0], mention.kind, mention.canonical_unit):
                held = _held(text, mention.end)
                if (
                    held
                    and before is not None
                    and before.kind == mention.kind
                    and before.subject
                    and not before.measure
                ):
                    mention.subject = canonical(sentence, phrase_left(words, text, low, opened))
                    return  # 1인 가구(33%)가 전체 인구(28%)보다
                owner = owner_of(sentence, found[1], low)
                if owner and owner[0] == " " and (held or ")와 " in owner or ")과 " in owner):
                    owner = None  # 사업소득(16%)과 공적 이전소득(12%)
                mention.measure, mention.subject = found[0], canonical(sentence, owner[1:]) if owner else None
                if owner is None and before is not None and text[before.end : found[1]] in _BESIDE:
                    mention.subject = before.subject  # 매출(11%) 및 순이익(47%)
        elif mention.kind == "duration" or len(word) < 2 or word[-1] in _CLOSING:
            return
        elif words.is_time(word) or word in words.pronouns:
            return  # ’16년(1,986만 명)에 비해
        elif (word in words.no_owner or word.endswith("다")) and mention.kind == "points":
            mention.subject, _ = subject_of(sentence, mention, None, "", low, start)  # 코스피는 전 거래일(770.04)보다
        elif word in words.no_owner or (word.endswith("다") and len(word) > 2):
            return
        elif mention.kind != "count" and word in words.changes:
            mention.subject, mention.measure = subject_of(
                sentence, mention, None, "", low, start
            )  # 서울은 상승(0.1%)했다
        elif words.nouny(word) and not words.adverb(word):
            name = phrase_left(words, text, low, opened)
            joined = max(name.rfind(")와 "), name.rfind(")과 "), name.rfind(")나 "))
            name = name[joined + 3 :] if joined > 0 else name  # 가온(-3%)과 나래(-2%)
            if mention.kind != "count" and joined < 0 and " " in name and name[0] not in _CLOSING:
                name = names_of(name)[-1]  # 가온과 나래(3만원)
            mention.subject = canonical(sentence, name)
        return
    if before is not None and before.start > opened and text[before.end : mention.left] in _SAME_BRACKET:
        mention.subject, mention.measure = before.subject, before.measure
        return  # 제조업(17만명, 3.9%)
    left = left_of(sentence, mention, opened + 1)
    if (left is None or left.how == "label") and mention.kind == "percent":
        start = word_start(text, low, opened)
        found = measure_at(words, text, low, start, text[start:opened])
        if found is not None and words.fits(found[0], mention.kind, mention.canonical_unit):
            owner = owner_of(sentence, found[1], low)
            mention.measure, mention.subject = found[0], canonical(sentence, owner[1:]) if owner else None
        return  # 매출(개별 4.5%, 연결 3.6%)
    if left is None or left.how not in ("measure", "counted"):
        return
    mention.measure = left.word
    if before is not None and (0 <= opened - before.end <= 1 or before.start > opened):
        mention.subject = before.subject  # 56억원(계약금 22억원·연봉 총액 28억원)
    elif left.how == "measure" and mention.kind == "money":
        start = word_start(text, low, opened)
        word = text[start:opened]
        if len(word) > 1 and words.tells(word) and words.measure(word) is None and not words.modifies(word):
            name = phrase_left(words, text, low, opened)
            mention.subject = None if name[:1].isdigit() else canonical(sentence, name)  # 미국(수출 733억달러)


def _held(text: str, end: int) -> bool:
    """Whether something else is held against the number in brackets: 인구(28.9%)보다."""
    closing = text.find(")", end, end + 20)
    return closing > 0 and text.startswith(("보다", "에 비해", " 대비"), closing + 1)


def aged(sentence: Sentence, mention: Mention) -> str | None:
    """A씨(45), 김모 씨(52): the person whose age it is."""
    text = sentence.text
    pos = mention.start
    if text[pos - 1 : pos] in ("(", "（"):
        if text.startswith((" 이상", " 이하", " 미만"), mention.end):
            return None  # 고용률(15세 이상 기준)
        pos -= 1
        start = word_start(text, sentence.start, pos)
        if text[start:pos].removeprefix("모") in ("씨", "군", "양"):
            start = word_start(text, sentence.start, start - 1)
            if text[start : start + 2] == "모 ":
                start = word_start(text, sentence.start, start - 1)  # 김 모 씨(26)
        elif text[start:pos] == "모" and start > sentence.start:
            start = word_start(text, sentence.start, start - 1)  # 배우 김 모(33)씨
        elif text[start - 2 : start] == "모 " and text[start - 3 : start - 2] == " ":
            start = word_start(text, sentence.start, start - 3)  # 이 모 피고인(60)
        name = text[start:pos].rpartition("·")[2].rpartition(")")[2].strip("‘’“”'\"")
        return canonical(sentence, name) if name else None
    return None
