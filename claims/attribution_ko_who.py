"""Who says it: the noun phrase that a Korean cue takes as its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.attribution_ko_draft import ADDRESS_END, SPEAKERS, ends_clause

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_phrases import Phrase

__all__ = [
    "among",
    "any_phrase",
    "left",
    "left_object",
    "named_after",
    "named_between",
    "noun_owner",
    "place_left",
    "results_of",
]


def named_between(state: State, q: int, index: int) -> Phrase | None:
    """…다고 | 소식통들은 | 전했다: the source named_between quotative and cue."""
    for position in range(index - 1, q, -1):
        word = state.tokens[position].word
        if word[-1:] not in "은는이가도서선":
            continue
        phrase = state.speech.phrase_at(position, q + 1, unknown=word[-1] in "은는이가" and position == q + 1)
        if phrase is None and word[-1] in "이가" and position - q <= 3:
            phrase = _unknown_doer(state, position, q)
        if phrase is not None and phrase.source.type != "news_report":
            return phrase
    return None


def _unknown_doer(state: State, position: int, q: int) -> Phrase | None:
    """…라고 한빛이 밝혔다: named_between quotative and cue even an unknown name in 이/가 speaks."""
    token = state.tokens[position]
    stem = token.word[:-1]
    speech = state.speech
    if (
        len(stem) < 2
        or stem in speech.not_source
        or speech.words.measure(stem)
        or not speech.words.carries(stem, token.word[-1])
    ):
        return None
    if not speech.words.nouny(stem) or speech.is_time(position) or stem in ("사실", "내용", "계획"):
        return None
    return speech.phrase(
        position, q + 1, token.start + len(stem), "은" if token.word[-1] == "이" else "는", unknown=True
    )


def left(state: State, low: int, q: int, direct: bool) -> Phrase | None:
    """The topic or subject left of the content: the first of its clause; for a quotation the nearest one."""
    speech = state.speech
    first = low
    tokens = state.tokens
    if direct:
        for position in range(q - 1, low - 1, -1):
            word = tokens[position].word
            if word[-1:] in "은는이가도서선":
                phrase = speech.phrase_at(position, low, unknown=word[-1] in "은는")
                if phrase is not None and phrase.source.type not in ("news_report", "document"):
                    return phrase
            if ends_clause(state, position):
                break
        token = tokens[q]
        match = re.match(r"([^“\"‘']+?)(은|는|이|가)[“\"‘']", token.word)
        if match:
            return speech.phrase(q, low, token.start + len(match.group(1)), match.group(2), unknown=True)
        return None
    subject: Phrase | None = None
    for position in range(first, min(q, first + 14)):
        word = tokens[position].word
        if word[-1:] in "은는도" or word.endswith(("에서는", "에선", "께서")):
            phrase = speech.phrase_at(position, low, unknown=word[-1] in "은는" and _opens(state, position, low))
            if phrase is not None and phrase.source.type not in ("news_report", "document"):
                return phrase
            if (
                word[-1:] in "은는"
                and not speech.is_time(position)
                and len(word) > 1
                and not speech.words.not_subject(word)
            ):
                return subject  # another topic: what follows is its clause
        elif word[-1:] in "이가" and subject is None and position <= first + 8:
            phrase = speech.phrase_at(position, low, unknown=False)
            if (
                phrase is not None
                and phrase.source.type not in ("news_report", "document")
                and _opens(state, phrase.first, low)
            ):
                subject = phrase
    return subject


def _opens(state: State, position: int, low: int) -> bool:
    """Whether only openings and times stand named_between the beginning of the clause and this word."""
    speech = state.speech
    for index in range(low, position):
        word = state.tokens[index].word
        if word in speech.opening or speech.is_time(index) or word.endswith(("에서", "에", "후", "뒤", "(현지시간)")):
            continue
        if state.tokens[index].tail == "," or ADDRESS_END.search(word):
            continue
        if index >= position - 4 and speech._bare(word):
            continue
        return False
    return True


def named_after(state: State, index: int) -> Phrase | None:
    """“…”라고 자신했던 | 윤 대표는: the source follows an adnominal cue."""
    for position in range(index + 1, min(len(state.tokens), index + 6)):
        word = state.tokens[position].word
        if word[-1:] in "은는이가도을를의에":
            stem = word[:-1]
            token = state.tokens[position]
            if not stem or state.tokens[index + 1].word.startswith(("것", "바", "데", "적", "점", "뒤", "후")):
                return None
            phrase = state.speech.phrase(position, index + 1, token.start + len(stem), word[-1], unknown=False)
            return phrase if phrase is not None and phrase.source.type in (*SPEAKERS, "news_org", "anonymous") else None
        if state.tokens[position].tail:
            return None
    return None


def left_object(state: State, position: int) -> Phrase | None:
    for index in range(state.edge, position):
        word = state.tokens[index].word
        if word[-1:] in "은는이가":
            phrase = state.speech.phrase_at(
                index, state.edge, unknown=word[-1] in "은는" and _opens(state, index, state.edge)
            )
            if phrase is not None and phrase.source.type not in ("news_report", "document"):
                return phrase
            if word[-1] in "은는":
                return None
    return None


def any_phrase(state: State, position: int, end: int) -> Phrase | None:
    """Before 에 따르면 any noun phrase is a source: its words to the left are bare."""
    from claims.attribution_ko_phrases import Phrase as _Phrase
    from claims.sources import Source

    head = state.text[state.tokens[position].start : end]
    if len(head) < 2 or head[0].isdigit() or head.endswith(("기준", "규정", "법", "조항", "원칙", "방침", "결과에")):
        return None
    first = state.speech._leftmost(position, state.edge, "document")
    while first < position and (state.tokens[first].word in state.speech.opening or state.speech.is_time(first)):
        first += 1
    described = first < position and state.tokens[position - 1].word[-1:] in "한낸된힌린"
    kind = (
        "document"
        if described
        or re.search(r"(?:결과|보고서|자료|통계|조사|문서|서류|공시|기록|집계|발표|설명|규정|판결|공소장)$", head)
        else "organization"
    )
    return _Phrase(state.tokens[first].start, end, "에", first, position, Source(kind, None, False))


def results_of(state: State, low: int, index: int) -> Phrase | None:
    """경찰 조사 결과, 설문조사 결과: what the clause opens with is where it comes from."""
    for position in range(low, min(index - 2, low + 6)):
        token = state.tokens[position]
        if token.word == "결과" and position > low:
            return state.speech.phrase(position, low, token.start + 2, "", unknown=False)
        if token.word[-1:] in "은는이가을를" and token.word != "결과":
            return None
    return None


def among(state: State, first: int, index: int) -> Phrase | None:
    """전문가들 사이에서, 업계에서: the source named_between noun and verb."""
    for position in range(first, index):
        token = state.tokens[position]
        word = token.word
        if word in ("사이에서", "사이에서는", "안팎에서", "사이에서도") and position > first:
            head = state.tokens[position - 1]
            return state.speech.phrase(position - 1, first, head.start + len(head.word), "", unknown=False)
        match = re.match(r"(.+?)(?:에서는|에서도|에서|에|로부터)$", word)
        if match:
            phrase = state.speech.phrase(position, first, token.start + len(match.group(1)), "에서", unknown=False)
            if phrase is not None:
                return phrase
    return None


def noun_owner(state: State, back: int, position: int) -> Phrase | None:
    """…다는 | 외신 | 보도가: the bare noun before the cue noun speaks."""
    if position - back < 2:
        return None
    head = state.tokens[position - 1]
    word = head.word[:-1] if head.word.endswith("의") else head.word
    return state.speech.phrase(position - 1, back + 1, head.start + len(word), "", unknown=False)


def place_left(state: State, low: int, back: int) -> Phrase | None:
    """시장에서는, 업계 일각에서는: where it is said, at the beginning of the clause."""
    for position in range(low, min(back, low + 8)):
        word = state.tokens[position].word
        match = re.match(r"(.+?)(?:에서는|에서도|에선|에서|에는|은|는|사이에선)$", word)
        if match is None:
            continue
        if word.startswith("사이에") and position > low:
            head = state.tokens[position - 1]
            phrase = state.speech.phrase(position - 1, low, head.start + len(head.word), "", unknown=False)
            if phrase is not None:
                return phrase._replace(last=position)
            continue
        token = state.tokens[position]
        phrase = state.speech.phrase(position, low, token.start + len(match.group(1)), "에서", unknown=False)
        if phrase is not None and phrase.source.type not in ("news_report", "document"):
            return phrase
        if word[-1] in "은는" and not word.endswith(("에서는", "에는")):
            return None
    return None
