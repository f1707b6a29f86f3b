"""One reporting verb that several speakers share: 여당은 “A”고, 야당은 “B”고 맞섰다; A사는 늘 것으로, B사는 줄 것으로 봤다."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_ko_content import content_start
from claims.attribution_ko_draft import Draft, quote_ending
from claims.attribution_ko_endings import QUOTED_GO, body_size, hands_on
from claims.attribution_ko_who import left

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_phrases import Phrase

__all__ = ["beside", "dated", "gap_before", "gapped"]

_MARKS: Final = "“‘\"'"
_CLOSING: Final = "”’\"'"
#: No sentence has more speakers in a row.
_SPEAKERS: Final = 4


def gap_before(state: State, low: int, q: int, kind: str) -> int:
    """The quotative in front of the one at ``q`` that another speaker shares the cue with, or -1.

    늘 것으로, | B사는 줄 것으로; “A”고, | B는 “B”고; ‘A’, | B는 ‘B’고.
    """
    tokens = state.tokens
    for position in range(q - 1, low, -1):
        token = tokens[position]
        if token.tail != ",":
            if token.closes:
                return -1
            continue
        if position in state.used or not tokens[position + 1 :]:
            return -1
        if kind == "geot":
            shared = token.word == "것으로"
        else:
            shared = token.word[0] in _MARKS and (
                hands_on(token) & QUOTED_GO > 0 or (token.last in _CLOSING and len(token.word) > 2)
            )
        if not shared or not any(word.topic for word in tokens[position + 1 : q]):
            return -1
        return position
    return -1


def gapped(state: State, report: Draft, low: int, gap: int, kind: str) -> None:
    """Give each speaker before ``gap`` the report that shares the cue of ``report``."""
    place = state.found.index(report)
    for _ in range(_SPEAKERS):
        before = gap_before(state, low, gap, kind)
        source = left(state, max(low, before + 1), gap, report.direct)
        if source is None or not beside(state, source, gap, report.direct):
            return
        token = state.tokens[gap]
        if report.direct:
            size = body_size(token)
            end = state.start(gap) + (size if size > 0 else len(token.word))
            quote = quote_ending(state, end)
            if quote is None:
                return
            begin = quote[0]
        else:
            end = state.stop(gap - 1)
            begin = content_start(state, low, gap, source, False)
        if begin >= end:
            return
        other = Draft(list(report.cue), [(begin, end)], report.base, report.rule, report.index)
        other.direct, other.form, other.source, other.media = report.direct, report.form, source, report.media
        state.used.append(gap)
        state.found.insert(place, other)
        if before < 0:
            return
        gap = before


def beside(state: State, source: Phrase, gap: int, direct: bool) -> bool:
    """Whether a topic stands before its own content and nothing but a time between it and a quotation."""
    if source.particle not in ("은", "는"):
        return False
    return not direct or all(state.speech.is_time(at) for at in range(source.last + 1, gap))


def dated(state: State, first: int, q: int) -> bool:
    """전날 “A”고, 이날은 “B”고 말했다: whether only a time, maybe as a topic, stands before the quotation at ``q``."""
    speech = state.speech
    return all(speech.is_time(at) or speech.shapes.is_time_topic(state.tokens[at]) for at in range(first, q))
