"""What is said: where the content of a Korean cue begins, and its first half (“A”라며 “B”라고)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.attribution_ko_draft import ADDRESS_END, QUOTED_WHILE, VERBAL_WHILE, content_end, ends_clause, quote_ending

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_phrases import Phrase
    from claims.records import Span

__all__ = ["after_half", "content_start", "earlier_half", "plan_start", "reported_later"]


def reported_later(state: State, index: int) -> bool:
    """말한 것으로 알려졌다: the report itself is reported."""
    return index + 1 < len(state.tokens) and state.tokens[index + 1].word in (
        "것으로",
        "것이라고",
        "뒤",
        "후",
        "바",
        "데",
    )


_SAID_AT = re.compile(r"^(?:\d{1,2}일|이날|전날|당일|오전|오후)(?:\([^)]*\))?$")


def _past_leads(state: State, first: int, stop: int, *, said: bool) -> int:
    """Past 또, 그러나 and, named_after the source, past the day on which it was said."""
    opening = state.speech.opening
    while first < stop:
        word = state.tokens[first].word
        row = opening.get(word)
        if not (row is not None and row.get("lead")) and not (said and _SAID_AT.match(word)):
            break
        first += 1
    return first


def content_start(state: State, low: int, q: int, source: Phrase | None, direct: bool) -> int:
    tokens = state.tokens
    if direct:
        end, _ = content_end(state, q, "go")
        quote = quote_ending(state, end) if end is not None else None
        if quote is not None:
            return quote[0]
    first = source.last + 1 if source is not None else low
    first = min(first, q)
    speech = state.speech
    first = _past_leads(state, first, q, said=source is not None)
    if source is not None:
        for position in range(first, min(q, first + 8)):
            word = tokens[position].word
            if ADDRESS_END.search(word):
                first = position + 1
                break
            if word[-1:] in "은는" and not speech.is_time(position):
                break
    first = _past_leads(state, first, q, said=source is not None)
    return tokens[first].start if first < len(tokens) else tokens[-1].end


_PLAN_END = re.compile(r"(?:겠다|기로 (?:했|한)다)$")
_PAST_CLAUSE = re.compile(r"[했됐았었였렸졌났섰갔왔냈](?:고|으며|지만|으나),? ")


def plan_start(state: State, begin: int, end: int) -> int:
    """애플은 …지 못했고 결국 …하겠다고 발표했다: what is over is told by the author, only the plan is announced."""
    content = state.text[begin:end]
    if not _PLAN_END.search(content):
        return begin
    last = None
    for match in _PAST_CLAUSE.finditer(content):
        last = match
    return begin + last.end() if last else begin


def earlier_half(state: State, low: int, q: int, source: Phrase | None) -> Span | None:
    """“A”라며 “B”라고 말했다: the first of two contents of one source and cue."""
    for position in range(q - 1, low - 1, -1):
        word = state.tokens[position].word
        if QUOTED_WHILE.search(word) or VERBAL_WHILE.search(word):
            end, direct = content_end(state, position, "while")
            if end is None:
                return None
            inner = source if source is not None and source.end <= state.tokens[position].start else None
            begin = _content_start_while(state, low, position, inner, direct, end)
            return (begin, end) if begin < end else None
        if ends_clause(state, position):
            return None
    return None


def _content_start_while(state: State, low: int, q: int, source: Phrase | None, direct: bool, end: int) -> int:
    if direct:
        quote = quote_ending(state, end)
        if quote is not None:
            return quote[0]
    return content_start(state, low, q, source, False)


def after_half(state: State, earlier: Span) -> int:
    for token in state.tokens:
        if token.start >= earlier[1]:
            return token.start
    return earlier[1]
