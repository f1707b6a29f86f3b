"""Who acts says why: 검찰은 증거인멸 우려가 있다며 영장을 청구했다.

Only a body gives its reasons so; a person may just think them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_ko_content import content_start
from claims.attribution_ko_draft import Draft, content_end
from claims.attribution_ko_endings import VERBAL_WHILE, hands_on
from claims.attribution_ko_forms import ACTS
from claims.attribution_ko_verbs import may_close
from claims.attribution_ko_who import left

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_tokens import Sentence

__all__ = ["acted", "may_act"]

_MARKS: Final = ("다며 ", "라며 ", "다면서 ", "라면서 ")
_BODIES: Final = ("institution", "organization", "news_org")
#: How many words may stand between the reason and the act.
_REACH: Final = 12


def may_act(sentence: Sentence, text: str, start: int, end: int) -> bool:
    """Whether one of the endings that give a reason stands in a sentence at all."""
    if sentence.masked:
        body = text[start:end]
        return any(mark in body for mark in _MARKS)
    return sentence.gate & ACTS != 0 and any(word.gate & ACTS for word in sentence.words[:-1])


def acted(state: State) -> None:
    """Reports whose cue is the act: the reason is the content, whoever acts the source."""
    tokens = state.tokens
    for q, token in enumerate(tokens[:-1]):
        if not hands_on(token) & VERBAL_WHILE or q in state.used:
            continue
        at = state.start(q)
        if any(low <= at < high for item in state.found for low, high in item.content):
            continue
        last = q + 1
        while last < len(tokens) and last - q < _REACH and not may_close(tokens[last].word):
            if hands_on(tokens[last]):
                break
            last += 1
        if last >= len(tokens) or not may_close(tokens[last].word):
            continue
        decided = tokens[last - 1].word.endswith("기로")  # 부과하기로 했다
        if tokens[last].role is not None and not decided:
            continue
        end, direct = content_end(state, q, "while")
        source = left(state, state.edge, q, False)
        if end is None or direct or source is None or source.source.type not in _BODIES:
            continue
        begin = content_start(state, source.last + 1, q, source, False)
        if begin >= end:
            continue
        first = last - 1 if decided else last
        report = Draft(
            [(state.start(first), state.stop(last))], [(begin, end)], "asserted", "attribution.ko.acted", last
        )
        report.source = source
        state.found.append(report)
