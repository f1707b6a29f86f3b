"""Where a Korean cue finds whom it is about elsewhere: among experts, at a noun, in a market, as the object of an arrest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_phrases import Phrase
    from claims.attribution_ko_tokens import Word
    from claims.sources import Source

__all__ = ["among", "giver", "noun_owner", "offender", "place_left"]

_NEVER: Final = ("news_report", "document")
_AMONG: Final = re.compile(r"(.+?)(?:에서는|에서도|에서|에|로부터)$")
_PLACE: Final = re.compile(r"(.+?)(에서는|에서도|에선|에서|에는|은|는|사이에선)$")


def among(state: State, first: int, index: int) -> Phrase | None:
    """전문가들 사이에서, 업계에서: the source between noun and verb."""
    for position in range(first, index):
        token = state.tokens[position]
        word = token.word
        if word in ("사이에서", "사이에서는", "안팎에서", "사이에서도", "중심으로") and position > first:
            head = state.tokens[position - 1]
            stem = head.word[:-1] if word == "중심으로" and head.object else head.word
            return state.speech.phrase(position - 1, first, state.start(position - 1) + len(stem), "", unknown=False)
        match = _AMONG.match(word) if word[-1:] in "는도서에터" else None
        if match:
            phrase = state.speech.phrase(
                position, first, state.start(position) + len(match.group(1)), "에서", unknown=False
            )
            if phrase is not None:
                return phrase
    return None


def noun_owner(state: State, back: int, position: int) -> Phrase | None:
    """…다는 | 외신 | 보도가: the bare noun before the cue noun speaks."""
    if position - back < 2:
        return None
    head = state.tokens[position - 1]
    word = head.word[:-1] if head.word.endswith("의") else head.word
    return state.speech.phrase(position - 1, back + 1, state.start(position - 1) + len(word), "", unknown=False)


def place_left(state: State, low: int, back: int) -> Phrase | None:
    """시장에서는, 업계 일각에서는: where it is said, at the beginning of the clause."""
    for position in range(low, min(back, low + 8)):
        token = state.tokens[position]
        size = _place(token)
        if size < 0:
            continue
        word = token.word
        if word.startswith(("사이에", "안팎에")) and position > low:
            phrase = state.speech.phrase(position - 1, low, state.stop(position - 1), "", unknown=word[0] == "안")
            if phrase is not None:
                return phrase.up_to(state.start(position) + 2 if word[0] == "안" else phrase.end, position)
            continue
        phrase = state.speech.phrase(position, low, state.start(position) + size, "에서", unknown=False)
        if phrase is not None and phrase.source.type not in _NEVER and _says_there(phrase.source, token.place_particle):
            return phrase
        if token.topic and not word.endswith(("에서는", "에는")):
            return None
    return None


#: 상사에게서, 의사한테: from whom something is heard.
_FROM_WHOM: Final[tuple[str, ...]] = ("에게서", "한테서", "에게", "한테")


def giver(state: State, low: int, back: int, *, heard: bool) -> Phrase | None:
    """전문가들로부터 | …다는 평가를 받는다: from whom; ``heard``: words, that somebody has said (직원에게 …다는 말을 들었다)."""
    for position in range(low, back):
        word = state.tokens[position].word
        if heard and state.tokens[position].marked and word[-1] in "은는이가":
            low = position + 1
        if word.endswith("로부터") and len(word) > 4:
            end = state.start(position) + len(word) - (4 if word[-4] == "으" else 3)
            carries = state.speech.words.carries(state.text[state.start(position) : end], "은")
            return state.speech.phrase(position, low, end, "은" if carries else "는", unknown=heard)
        if heard and word.endswith(_FROM_WHOM):
            end = state.start(position) + len(word) - (3 if word[-1] == "서" else 2)
            return state.speech.phrase(position, low, end, "에게", unknown=False)
    return None


def _place(word: Word) -> int:
    """How long the noun of a place or a topic is before its particle, ``word.place_particle``; -1 for other words."""
    if word.place < -1:
        match = _PLACE.match(word.word) if word.word[-1] in "는도선서은" else None
        if match is not None:
            word.place_particle = match.group(2)
        word.place = -1 if match is None else len(match.group(1))
    return word.place


def _says_there(source: Source, particle: str) -> bool:
    """업계에서 speaks; 대기업에서 is where something happens."""
    return particle not in ("에서", "에는") or source.type not in ("organization", "institution", "person", "news_org")


def _described_by(state: State, spot: int) -> bool:
    """22억원을 | 빼앗은: a verb before a noun; 조직원 only ends like one."""
    kind = state.speech.shapes.verb(state.tokens[spot])
    return bool(kind & 1 or (kind and state.tokens[spot - 1].object))


def offender(state: State, index: int, source: Phrase) -> Phrase | None:
    """경찰은 유포하겠다고 협박해 돈을 빼앗은 | 조직원을 | 검거했다: who is caught had said it, not the ``source``."""
    tokens = state.tokens
    caught = state.forms.caught
    for position in range(index + 2, len(tokens)):
        if not tokens[position].word.startswith(caught):
            continue
        at = position - 1
        while at > index + 1 and not tokens[at].object:
            at -= 1
        charged = any(tokens[spot].word == "혐의로" for spot in range(index + 1, at))
        low = max((spot for spot in range(index + 2, at) if _described_by(state, spot)), default=-1) + 1
        if not charged and not low:
            return source
        return state.speech.phrase(at, low or at, state.start(at) + tokens[at].size - 1, "을", unknown=False)
    return source
