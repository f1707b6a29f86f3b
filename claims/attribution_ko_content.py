"""What is said: where the content of a Korean cue begins, and its first half (“A”라며 “B”라고)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_address import is_given, past_address, past_leads, past_reaction
from claims.attribution_ko_draft import content_end, quote_ending
from claims.attribution_ko_endings import WHILE, body_size, hands_on
from claims.attribution_ko_tokens import WHILES

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_phrases import Phrase
    from claims.attribution_ko_tokens import Word
    from claims.records import Span

__all__ = [
    "after_half",
    "content_start",
    "contrast_start",
    "earlier_half",
    "past_deed",
    "past_topic",
    "plan_start",
    "reported_later",
    "topic_start",
]


def reported_later(state: State, index: int) -> bool:
    """말한 것으로 알려졌다: the report itself is reported."""
    following = state.tokens[index + 1].word if index + 1 < len(state.tokens) else ""
    return following in ("것으로", "것이라고", "뒤", "후", "바", "데")


def content_start(state: State, low: int, q: int, source: Phrase | None, direct: bool, *, public: bool = False) -> int:
    """Where the content before the quotative ``q`` begins: at its quotation, or after source, openings and addressee.

    ``public``: the cue tells all, so that 직원들에게 is to whom something is given.
    """
    tokens = state.tokens
    if direct:
        start = state.start(q)
        begin = -1
        for quote in reversed(state.quotes):
            if begin < 0:
                begin = quote[0] if start < quote[1] <= start + tokens[q].size else -1
            elif state.text[quote[0]] == state.text[begin] and state.text[quote[1] : begin] in (", ", " "):
                begin = quote[0]  # ‘내란 비호’, ‘대선 부정’이라고: both
        if begin >= 0:
            return begin
    first = source.last + 1 if source is not None else low
    first = past_leads(state, min(first, q), q, said=source is not None)
    if source is None:
        first = past_reaction(state, first, q)
    else:
        told = past_address(state, first, q)
        if not (public and told > first and is_given(state, tokens[told - 1].word)):
            first = told
        first = past_leads(state, first, q, said=True)
    return state.start(first) if first < len(tokens) else state.start(-1) + tokens[-1].size


def past_topic(state: State, low: int, q: int) -> int:
    """의장은 | 약속을 어겼다며 소송을 제기한 머스크를: who is told has said it, the first topic says something else."""
    for position in range(low, min(q, low + 4)):
        if state.speech.shapes.is_topic(state.tokens[position]):
            return state.start(position + 1)
    return 0


_BESIDE: Final = frozenset("며서도데나만")
_DEED_ENDS: Final[tuple[str, ...]] = ("며", "면서", "면서도")
_BUT_ENDS: Final[tuple[str, ...]] = ("는데", "으나", "지만")


def _deed(state: State, word: Word) -> int:
    """1 for a word with which such a deed begins, 2 for one that may end its clause."""
    word.deed = int(word.word.startswith(state.forms.own_deeds)) + 2 * (word.word[-1] in _BESIDE)
    return word.deed


def past_deed(state: State, begin: int, q: int) -> int:
    """목표가를 3만원으로 높이며 | …, 강경한 태도를 보이며, | …: what a speaker does beside saying it."""
    tokens = state.tokens
    first = state.word_from(begin)
    done = False
    for position in range(first, min(q, first + 12)):
        token = tokens[position]
        if token.word == "한편" and position > first + 1 and tokens[position - 1].cue is not None:
            if tokens[position - 1].last == "는" and any(word.word[-1] in "을를" for word in tokens[first:position]):
                return state.start(position + 1)  # 발언을 보도하는 한편 | 이 문제가 쟁점이 될 것으로
        kind = token.deed if token.deed >= 0 else _deed(state, token)
        if not kind:
            continue
        word = token.word
        done = done or kind & 1 > 0
        if not kind & 2:
            continue
        beside = word.endswith(_DEED_ENDS) and not hands_on(token)
        if beside and position > first and token.role is not None and token.role.phrase is not None:
            if tokens[position - 1].word in token.role.phrase:
                return state.start(position + 1)
        if beside and position > first and tokens[position - 1].object:
            fact = tokens[position - 1].word in ("것을", "점을")
            if not fact and any(
                token.subject and state.speech.shapes.is_subject(token) for token in tokens[first:position]
            ):
                break  # 구단이 영입을 원하며 3조원을 제시했다고: what another one does
            if token.cue is not None or fact:
                return state.start(position + 1)  # 수비진을 질책하면서도, 발표한 것을 거론하면서 | 이는 …라고
        if done and (beside or word.endswith(_BUT_ENDS)):
            return state.start(position + 1)
        if beside:
            break
    return begin


_PLAN_ENDS: Final[tuple[str, ...]] = ("겠다", "기로 했다", "기로 한다")
_DECLARED: Final = ord("다")  # with which all of these end
_PAST_CLAUSE: Final = re.compile(r"[했됐았었였렸졌났섰갔왔냈](?:고|으며|지만|으나),? ")
_CONTRAST: Final = re.compile(r"[했됐았었였렸졌났섰갔왔냈있](?:지만|으나),? ")


def plan_start(state: State, begin: int, end: int) -> int:
    """애플은 …지 못했고 결국 …하겠다고 발표했다: what is over is told by the author, only the plan is announced."""
    if begin >= end or ord(state.text[end - 1]) != _DECLARED:
        return begin
    content = state.text[begin:end]
    if not content.endswith(_PLAN_ENDS):
        return begin
    last = None
    for match in _PAST_CLAUSE.finditer(content):
        last = match
    return begin + last.end() if last else begin


def contrast_start(state: State, begin: int, end: int) -> int:
    """…사실이 알려졌지만 박 대통령은 … 늦춘 것으로 전해졌다: a cue that names nobody governs only its own clause."""
    last = None
    content = state.text[begin:end]
    if "지만" not in content and "으나" not in content:
        return begin
    for match in _CONTRAST.finditer(content):
        rest = content[match.end() :]
        topic = any(word[-1] in "은는" and not state.speech.shapes.describes(word) for word in rest.split()[:7])
        if len(rest) > 6 and (match.group().endswith(", ") or topic):
            last = match
    return begin + last.end() if last else begin


_NEW_TOPIC: Final = re.compile(r"[했됐았었였렸졌났섰갔왔냈](?:으며|고),? (?=(?:[^ ]+ ){0,2}[^ ]*[가-힣)][은는] )")


def topic_start(state: State, begin: int, end: int) -> int:
    """3명이 다쳤고, 피해액은 2억원에 이를 것으로 추산됐다: what is estimated begins at its own topic."""
    last = None
    content = state.text[begin:end]
    for match in _NEW_TOPIC.finditer(content):
        words = content[match.end() :].split()
        if any(word[-1] in "은는" and not state.speech.shapes.describes(word) for word in words[:3]):
            last = match
    return begin + last.end() if last is not None else begin


def earlier_half(
    state: State, low: int, q: int, source: Phrase | None, *, public: bool = False
) -> tuple[Span, bool] | None:
    """“A”라며 “B”라고 말했다: the first of two contents of one source and cue, and whether it is a quotation."""
    if not state.gate & WHILES:
        return None
    for position in range(q - 1, low - 1, -1):
        token = state.tokens[position]
        if hands_on(token) & WHILE:
            if position in state.used:
                return None
            end, direct = content_end(state, position, "while")
            if end is None or (not direct and (_poses(state, token) or _to_another(state, position, q))):
                return None
            inner = source if source is not None and source.end <= state.start(position) else None
            begin = _content_start_while(state, low, position, inner, direct, end, public)
            return ((begin, end), direct) if begin < end else None
        if token.closes:
            return None
    return None


def _poses(state: State, word: Word) -> bool:
    """은행 직원이라면서 650명을 속였다: who somebody pretended to be is no content of its own."""
    noun = word.word[: body_size(word)]
    known = state.speech.known
    return len(noun) > 1 and (noun in known.nouns or noun in known.titles) and word.word.startswith("이라", len(noun))


def _to_another(state: State, first: int, q: int) -> bool:
    """약속을 어겼다며 소송을 제기한 일론 머스크를 향해 “…”고: who is told had said it."""
    shapes, tokens = state.speech.shapes, state.tokens
    described = False
    for position in range(first + 1, q):
        word = tokens[position].word
        if described and (word == "향해" or word.endswith("에게")):
            return True
        described = described or shapes.verb(tokens[position]) & 1 > 0
    return False


def _content_start_while(
    state: State, low: int, q: int, source: Phrase | None, direct: bool, end: int, public: bool
) -> int:
    if direct:
        quote = quote_ending(state, end)
        if quote is not None:
            return quote[0]
    return content_start(state, low, q, source, False, public=public)


def after_half(state: State, earlier: Span) -> int:
    """Where the word after the first half begins."""
    after = state.word_from(earlier[1])
    return state.start(after) if after < len(state.tokens) else earlier[1]
