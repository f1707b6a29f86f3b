"""Who says it where a place in the sentence tells it: beside the cue, an outlet that opens the sentence, the doer of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_ko_address import THINGS
from claims.attribution_ko_clauses import first_speaker, opens
from claims.attribution_ko_draft import SPEAKERS
from claims.attribution_ko_inner import in_modifier, other_subject
from claims.attribution_ko_phrases import Phrase
from claims.sources import Source, names_outlet

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State

__all__ = ["article", "doer_of_own", "doer_of_plan", "named_after", "named_between", "named_outlet", "unknown_doer"]

_DOERS: Final = (*SPEAKERS, "news_org", "anonymous")


def named_between(state: State, q: int, index: int) -> Phrase | None:
    """…다고 | 소식통들은 | 전했다: the source between quotative and cue."""
    for position in range(index - 1, q, -1):
        token = state.tokens[position]
        if not token.marked:
            if token.word.endswith(("음을", "것을")):
                return None  # …라며 총리가 반응하지 않았음을 시사했다: the doer of what is hinted at
            continue
        if token.subject and state.tokens[position + 1].word.startswith(("아님", "아니")):
            continue  # …라며 연인 사이가 아님을 주장했다
        unknown = position == q + 1 and (token.topic or token.subject)
        phrase = state.speech.phrase_at(position, q + 1, unknown=unknown)
        if phrase is None and token.subject and position - q <= 3:
            phrase = unknown_doer(state, position, q + 1)
        if phrase is not None and phrase.source.type != "news_report":
            return phrase
    return None


def named_outlet(state: State, q: int, *, sure: bool) -> Phrase | None:
    """‘스포르트 비르’는 …고 보도했다: a name in marks that opens the sentence is who reports.

    ``sure``: the cue is what outlets do, so that any name before a subject of its content is one (달림이 새 기기가 나온다고).
    """
    for position in range(min(q, 4)):
        word = state.tokens[position].word
        if word[0] in "‘'<《" and word[-1] in "은는이가" and opens(state, position, 0):
            end = state.stop(position) - 1
            if state.text[end - 1] in "’'>》":
                press = sure or names_outlet(state.text[state.start(position) : end], state.speech.known)
                kind = "news_org" if press else "organization"
                return Phrase(state.start(position), end, word[-1], position, position, Source(kind, None, False))
        if sure and state.tokens[position].subject and opens(state, position, 0):
            doer = unknown_doer(state, position, 0)
            if doer is None or doer.source.type != "organization" or in_modifier(state, position, q):
                return None
            if other_subject(state, position + 1, q):
                doer.source = doer.source.of_type("news_org")
                return doer
    return None


def article(state: State, q: int) -> Phrase | None:
    """이 기사는 두 사람이 만났다고 전했다: a report that opens the sentence tells what somebody else in 이/가 did."""
    for position in range(min(q, 3)):
        if state.tokens[position].word in ("기사는", "보도는"):
            phrase = state.speech.phrase_at(position, 0, unknown=False)
            opened = phrase is not None and phrase.source.type == "news_report" and opens(state, phrase.first, 0)
            doer = other_subject(state, position + 1, q) or state.tokens[position + 1].word in (
                "이들이",
                "그가",
                "그녀가",
            )
            return phrase if opened and doer else None
    return None


def doer_of_own(state: State, low: int, q: int) -> Phrase | None:
    """장관이 고성을 지른 데 대해 “…”고 사과했다: who admits something has done what is talked about."""
    for position in range(low + 2, q):
        if state.tokens[position].about and state.tokens[position - 1].word in THINGS:
            return first_speaker(state, low, position, topic=False)
    return None


def unknown_doer(state: State, position: int, low: int) -> Phrase | None:
    """…라고 한빛이 밝혔다: between quotative and cue even an unknown name in 이/가 speaks."""
    token = state.tokens[position]
    stem = token.word[:-1]
    speech = state.speech
    if len(stem) < 2 or not speech.words.carries(stem, token.last) or token.tail:
        return None
    if (
        stem in ("사실", "내용", "계획")
        or speech.words.measure(stem)
        or speech.words.measure(token.word)
        or speech.is_time(position)
    ):
        return None
    particle = "은" if token.last == "이" else "는"
    return speech.phrase(position, low, state.start(position) + len(stem), particle, unknown=True)


def doer_of_plan(state: State, low: int, q: int) -> Phrase | None:
    """도쿄전력이 … 않겠다는 뜻을 밝혔다: whose plan it is needs no topic."""
    for position in range(low, min(q, low + 8)):
        word = state.tokens[position].word
        if word[-1:] in "이가":
            if in_modifier(state, position, q):
                continue
            named = state.speech.phrase_at(position, low, unknown=False)
            if named is not None and opens(state, named.first, low):
                return named
            if opens(state, position, low):
                return unknown_doer(state, position, low)
        if word[-1:] in "은는":
            return None
    return None


#: 말한 바, 밝힌 뒤에, 전한 데: no noun that speaks.
_BOUND: Final = frozenset("바데적점뒤후지")
_BOUND_ENDS: Final = ("에", "에는", "가", "이", "도", "는", "은", "를", "을", "로", "의")


def named_after(state: State, index: int) -> Phrase | None:
    """“…”라고 자신했던 | 윤 대표는: the source follows an adnominal cue."""
    if index + 1 >= len(state.tokens):
        return None
    following = state.tokens[index + 1].word
    if following.startswith("것") or (
        following[:1] in _BOUND and (len(following) == 1 or following[1:] in _BOUND_ENDS)
    ):
        return None
    for position in range(index + 1, min(len(state.tokens), index + 6)):
        token = state.tokens[position]
        if token.last in "은는이가도을를의에":
            stem = token.word[:-1]
            if not stem:
                return None
            one = state.speech.is_one(position, index + 1)
            phrase = state.speech.phrase(
                position, index + 1, state.start(position) + len(stem), token.last, unknown=one
            )
            return phrase if phrase is not None and phrase.source.type in _DOERS else None
        if token.tail:
            return None
    return None
