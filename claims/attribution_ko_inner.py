"""Which of the subjects of a Korean sentence speaks: the inner one, or that of another clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_ko_address import THINGS
from claims.attribution_ko_clauses import HE, UNDERGONE, UPON, clause_splits
from claims.attribution_ko_endings import nominal
from claims.attribution_ko_tokens import CITES, cited_at

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_phrases import Phrase

__all__ = [
    "WRITTEN",
    "cited_speaker",
    "in_modifier",
    "inner_subject",
    "other_clause",
    "other_subject",
    "talked_about",
    "who_took",
]

#: What is written is no person: it says something only where nobody else does.
WRITTEN: Final = ("news_report", "document")
_REACH: Final = 24
_OBLIQUE: Final[tuple[str, ...]] = ("으로는", "에는", "에서는", "까지는", "부터는")
_NO_THINGS: Final = frozenset(("적이", "적은", "적도", "바", "바가", "수", "줄"))


def cited_speaker(state: State, source: Phrase, q: int, index: int) -> Phrase | None:
    """방송은 소식통을 인용해 | 백악관이 …라고 주장했지만 …고 전했다: who is reported to claim it, not who reports."""
    if not state.gate & CITES:
        return None
    tokens = state.tokens
    for position in range(source.last + 2, q):
        if cited_at(tokens, position):
            told = any(later.cue is not None and later.cue.row.media for later in tokens[index + 1 :])
            return inner_subject(state, position + 1, q) if told else None
    return None


def other_subject(state: State, first: int, q: int) -> bool:
    """일본이 | 독도가 …라고: whether a subject in 이 or 가 stands among the words from ``first`` up to ``q``."""
    words = state.speech.words
    for position in range(first, q):
        token = state.tokens[position]
        if token.subject and state.speech.shapes.is_subject(token):
            if words.nouny(token.word[:-1]) or token.word[0].isdigit():  # 기기 4종이
                return True
    return False


def in_modifier(state: State, position: int, q: int, *, speaks: bool = False) -> bool:
    """의원 152명이 참여한 모임: the subject of a verb that only describes a noun.

    ``speaks``: a subject that is known to speak, so that no verb of undergoing is its own (시가 | 중단된 공사를 다시 한다고).
    """
    for later in range(position + 1, min(q, position + 4)):
        token = state.tokens[later]
        word = token.word
        if token.hides and token.last == "는":
            continue  # 외무부가 ‘내정 간섭’이라는 발언에 대해
        if (token.topic or token.subject) and not state.speech.shapes.modifies(token):
            return False
        if token.last == "는" and word.endswith(_OBLIQUE):
            return False  # 이를 정치개입으로는 볼 수 없다며
        if later == position + 1 and word in state.speech.shapes.short_verbs:
            return True  # 북한이 쏜 발사체를
        if token.last == "인" and word.endswith("중인") and not token.tail:
            return True  # 가온이 진행 중인 투자에
        if len(word) > 1 and token.last in "한된던은는" and state.speech.words.adnominal(word):
            if speaks and UNDERGONE.search(word):
                continue
            following = state.tokens[later + 1].word
            if following == "것은" and later + 2 < q and clause_splits(state.tokens[later + 2]):
                return False  # 돈을 받은 것은 | 인정하지만
            return following not in _NO_THINGS  # 돈을 받은 | 적이 없다고
    return False


def other_clause(state: State, topic: Phrase, q: int, *, unknown: bool = False) -> Phrase | None:
    """A는 …지 않았으나, B는 …다고 보도했다: B, when A's clause has no other subject."""
    tokens = state.tokens
    for position in range(topic.last + 1, q - 1):
        token = tokens[position]
        if token.last == "자" and UPON.search(token.word) and state.tokens[position + 1].topic:
            upon = state.speech.phrase_at(position + 1, position + 1, unknown=False)
            if upon is not None and upon.source.type not in WRITTEN:
                return upon  # 사실이 드러나자 | 방송은 …라며 사과했다
    for position in range(topic.last + 1, q - 1):
        token = state.tokens[position]
        if token.subject and state.speech.shapes.is_subject(token):
            if not in_modifier(state, position, q):
                return None
        elif clause_splits(token) or token.tail == ",":
            if token.tail == "," and not clause_splits(token):
                he = state.tokens[position + 1]  # 기자는 베일리로, | 그는 …고 주장했다
                return state.speech.phrase_at(position + 1, position + 1, unknown=False) if he.word in HE else None
            for later in range(position + 1, min(q, position + 7)):
                if state.tokens[later].topic:
                    phrase = state.speech.phrase_at(later, position + 1, unknown=unknown)
                    if phrase is not None and phrase.source.type not in WRITTEN:
                        return phrase
                    return None
                if state.tokens[later].subject:
                    return None
    return None


def inner_subject(state: State, low: int, q: int) -> Phrase | None:
    """S1은 | S2가 | …라고 말했다고 전했다: the first subject in 이/가 that can speak."""
    for position in range(q - 2, low, -1):
        token = state.tokens[position]
        if token.tail == "," and clause_splits(token) and _speaker_in(state, position + 1, q):
            low = position + 1  # 진술을 번복하고, | 조 씨도 …라고 설명했다는
            break
    for position in range(low, min(q, low + _REACH)):
        token = state.tokens[position]
        if not token.subject and (position > low + 2 or token.last != "도"):
            continue
        if token.subject and in_modifier(state, position, q) and other_subject(state, position + 1, q):
            continue  # 서민들이 체감하는 물가가 오를 것이라고 말했다고
        phrase = state.speech.phrase_at(position, low, unknown=False)
        if phrase is not None and phrase.source.type not in WRITTEN:
            return phrase
    return None


def _speaker_in(state: State, low: int, q: int) -> bool:
    """Whether somebody who can speak stands right at the beginning of a clause."""
    for position in range(low, min(q, low + 3)):
        if state.tokens[position].last in "이가도":
            return state.speech.phrase_at(position, low, unknown=False) is not None
    return False


def talked_about(state: State, position: int, q: int) -> bool:
    """대통령이 거부권을 행사하는 데 대해선 “…”고 했다: the subject of what is talked about."""
    tokens = state.tokens
    for at in range(position + 2, q):
        if tokens[at].about and tokens[at - 1].word in THINGS:
            return True
        if (
            tokens[at].about
            and tokens[at].last in "는선"
            and tokens[at - 1].last == "에"
            and not other_subject(state, position + 1, at)
        ):
            if in_modifier(state, position, at) or any(nominal(token) >= 0 for token in tokens[position + 1 : at]):
                return True  # 북한이 핵실험을 한다는 예측에 대해서는 “…”고
        if tokens[at].topic and nominal(tokens[at - 1]) >= 0:
            return not other_subject(state, position + 1, at - 1)  # 대통령이 유예를 검토한다는 | 소식은 “…”라고
    return False


def who_took(state: State, somebody: Phrase, q: int) -> Phrase | None:
    """한 남성이 거짓 신고를 해 | 경찰이 …했다고 밝혔다: the body that tells what somebody did."""
    for position in range(somebody.last + 2, q):
        if state.tokens[position].subject and state.tokens[position - 1].last in _THEREUPON:
            body = state.speech.phrase_at(position, position, unknown=False)
            if body is not None and body.source.type == "institution":
                return body
    return None


#: How a clause ends upon which somebody else acts: 신고를 해, 불을 질러, 달아나자.
_THEREUPON: Final = "해러려아어여자돼져"
