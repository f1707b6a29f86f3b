"""Where the clauses of a Korean sentence end and begin, and whose clause a subject belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_draft import SPEAKERS

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_phrases import Phrase
    from claims.attribution_ko_tokens import Word

__all__ = [
    "HE",
    "HELD",
    "NOMINAL_HEADS",
    "UNDERGONE",
    "UPON",
    "another_topic",
    "clause_closed",
    "clause_splits",
    "first_speaker",
    "opens",
    "swallowed",
    "whose_time",
]

_SPLIT: Final = re.compile(
    r"(?:지만|으나|는데|[했됐았었였렸졌났섰갔왔냈있없]고|[했됐았었였렸졌났섰갔왔냈]으며|하고|하며|되고|되며)$"
)


def clause_splits(word: Word) -> bool:
    """…했으나, …하며: a clause ends, and another one begins."""
    if word.splits < 0:
        word.splits = int(_SPLIT.search(word.word) is not None)
    return word.splits > 0


def another_topic(before: Word) -> bool:
    """키는 “…”라며: a name of one syllable right before its quotation, nobody that is known."""
    word = before.word
    return len(word) == 2 and word[-1] in "은는" and word[0] not in "이그저나" and before.topic


def opens(state: State, position: int, low: int) -> bool:
    """Whether only openings, times and bare nouns stand between the beginning of the clause and this word."""
    shapes = state.speech.shapes
    for index in range(low, position):
        kind = shapes.opens(state.tokens[index])
        if not kind or (kind == 2 and index < position - 4):
            return False
    return True


#: With a comma these end a clause: 신고를 해, 도로가 잠기자,
_LINKING: Final = re.compile(r"[해돼져려아어여서자며고나워와]$")
#: 떠나자, 오르자: upon which something else happens.
UPON: Final = re.compile(r"[하되기지오리들나치르]자$")


def clause_closed(state: State, first: int, q: int) -> int:
    """한 남성이 거짓 신고를 | 해, | 경찰이 …: where the clause of the first subject ends; -1 where it goes on."""
    for position in range(first, q):
        token = state.tokens[position]
        if clause_splits(token) or (token.tail == "," and _LINKING.search(token.word)) or UPON.search(token.word):
            return position
    return -1


def first_speaker(state: State, low: int, stop: int, *, topic: bool) -> Phrase | None:
    """국정원은 | 북한이 의지가 있다고: the first topic (or subject) up to ``stop``, if it opens the clause and can speak."""
    shapes = state.speech.shapes
    for position in range(low, stop):
        token = state.tokens[position]
        if token.topic and shapes.is_topic(token) if topic else token.subject and shapes.is_subject(token):
            named = state.speech.phrase_at(position, low, unknown=False)
            speaks = named is not None and named.source.type in SPEAKERS and opens(state, named.first, low)
            return named if speaks else None
    return None


#: Who is no name of its own.
HE: Final = frozenset(("그는", "그녀는", "이들은"))
#: What a clause of its own is, with a particle.
NOMINAL_HEADS: Final = frozenset(("것은", "것이", "점은", "점이", "건"))
#: 가스가 담긴 통: what something holds or is called does not speak.
HELD: Final = re.compile(r"[담잠섞실달열걸쓰적찍팔밀묻뚫막][긴린인힌]$")
#: Verbs that somebody undergoes, before a noun: 확진되는, 지정된, 알려진.
UNDERGONE: Final = re.compile(r"(?:되는|된|지는|진|당한|당하는|받는|받은)$")


def swallowed(state: State, phrase: Phrase, low: int) -> Phrase | None:
    """정부가 | 당일 확진되는 수험생도 시험을 치르도록 했다고: the subject that opens the clause, no part of the description."""
    first = state.tokens[phrase.first]
    if phrase.last < phrase.first + 2 or not first.subject or not opens(state, phrase.first, low):
        return None
    if UNDERGONE.search(state.tokens[phrase.last - 1].word) is None:
        return None
    named = state.speech.phrase_at(phrase.first, low, unknown=False)
    return named if named is not None and named.source.type in SPEAKERS else None


def whose_time(state: State, position: int, q: int) -> bool:
    """선수가 호투한 날에는, 경찰관이 떠나자 “…”고 했다: the subject of the clause that says when."""
    return any(UPON.search(token.word) or token.word in _WHEN for token in state.tokens[position + 1 : q])


_WHEN: Final = frozenset(("날에는", "날엔", "때는", "때에는", "때면", "땐", "때마다", "날이면"))
