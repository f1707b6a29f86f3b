"""에 따르면: the whole noun phrase in front of it is the source; and results that a clause opens with (조사한 결과)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_clauses import opens
from claims.attribution_ko_draft import SPEAKERS, Draft, ends_clause
from claims.attribution_ko_phrases import Phrase
from claims.sources import Source

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State

__all__ = ["according", "any_phrase", "results_of", "seen_in", "whole"]

_TO: Final = re.compile(r"(.+?)에$")
_TO_IN_ONE: Final = re.compile(r"(.+?)에 ?(?:따르면|의하면)$")
_BREAK: Final = re.compile(r"(?:지만|으나|는데|[했됐았었였렸졌났섰갔왔냈]고|으며|하며|되며|면서|가운데)$")
_PAPER: Final = re.compile(
    r"(?:결과|보고서|자료|통계|조사|문서|서류|공시|기록|집계|발표|설명|판결|공소장|개정안|법안|법률안|안|매뉴얼|글|통계표|현황|실태|고용동향|동향|지표|명단|목록|게시글"
    r"|시스템|전산망|통합망|계획|대책|지침|규칙|법|계약|약관|홈페이지|누리집|사이트|지수|리포트|백서|연감|예보|속보|일지|공지|공고|공문|편지|서한|성명|메시지|이메일|회신|답변서|증거|영상|사진|화면|녹취록|진술)$"
)
_RULE: Final[tuple[str, ...]] = ("기준", "규정", "조항", "원칙", "방침")
_FOUND_OUT: Final = re.compile(
    r"(?:조사|분석|집계|확인|점검|파악|수사|측정|설문|취합|검사|감사|감식|부검|비교|연구|실험|추적|검토|평가|취재)(?:한)?$"
)
_SURVEY: Final[tuple[str, ...]] = ("조사에서", "설문에서")
_BODIES: Final = ("시", "군", "구", "당", "도")
_SHORT: Final = ("글", "그", "이", "시", "군", "구", "당", "도")


def according(state: State, index: int) -> None:
    """X에 따르면 CONTENT."""
    tokens = state.tokens
    token = tokens[index]
    head = tokens[index - 1] if token.word in ("따르면", "의하면") and index else token
    match = (_TO if head is not token else _TO_IN_ONE).match(head.word)
    if match is None or index + 1 >= len(tokens):
        return
    position = index - 1 if head is not token else index
    end = state.start(position) + len(match.group(1))
    if head.word.startswith("등에") and position > state.edge:
        end = state.start(position) + 1
    if match.group(1) in state.forms.said and position > state.edge:
        spoken = _whose_words(state, position)
        if spoken is not None or match.group(1) in ("말", "얘기", "이야기"):
            if spoken is not None:
                _report(state, index, spoken, spoken.end if state.text[spoken.end] == "의" else state.start(position))
            return
    phrase = whole(state, position, end) or state.speech.phrase(position, state.edge, end, "에", unknown=False)
    if phrase is None:
        phrase = any_phrase(state, position, end)
    if phrase is None:
        return
    _report(state, index, phrase, end)


def _report(state: State, index: int, phrase: Phrase, end: int) -> None:
    content = (state.start(index + 1), state.stop(len(state.tokens) - 1))
    report = Draft([(end, state.stop(index))], [content], "asserted", "attribution.ko.according", index)
    report.source, report.form, report.media = phrase, "according", True
    if phrase.source.type == "news_report":
        report.base = "reported"
    state.found.append(report)
    for position in range(state.edge, phrase.first):
        if state.tokens[position].topic:
            topic = state.speech.phrase_at(position, state.edge, unknown=False)
            state.outlet = topic if topic is not None and topic.source.type in _TELLERS else None
    state.edge = index + 1
    state.subject = None


_TELLERS: Final = ("news_org", *SPEAKERS)


def _whose_words(state: State, position: int) -> Phrase | None:
    """차이나 모바일 직원의 | 말에 따르면, 김 대표 | 말에 따르면: whose words they are is the source."""
    before = state.tokens[position - 1]
    if before.tail or before.word in ("그", "이", "저"):
        return None
    end = state.stop(position - 1) - (before.last == "의")
    phrase = state.speech.phrase(position - 1, state.edge, end, "의", unknown=False)
    return phrase if phrase is not None and phrase.source.type not in ("document", "news_report") else None


def seen_in(state: State, index: int) -> bool:
    """행안부 자료를 보면 CONTENT: only a paper is read."""
    tokens = state.tokens
    head = tokens[index - 1]
    if index + 1 >= len(tokens) or head.last not in ("을", "를") or head.tail:
        return False
    end = state.stop(index - 1) - 1
    phrase = state.speech.phrase(index - 1, state.edge, end, "을", unknown=False)
    found = index > 1 and head.word == "결과를" and _FOUND_OUT.search(tokens[index - 2].word) is not None
    if (phrase is None and head.word == "내용을") or found:
        phrase = whole(state, index - 1, end)  # 본부가 집계한 내용을 보면
    if (
        phrase is None
        or phrase.source.type not in ("document", "news_report")
        or not opens(state, phrase.first, state.edge)
    ):
        return False
    _report(state, index, phrase, end)
    return True


def whole(state: State, position: int, end: int) -> Phrase | None:
    """Everything from the beginning of the clause, after openings and times; None where a topic stands before."""
    speech, tokens = state.speech, state.tokens
    first = state.edge
    for at in range(position - 1, state.edge - 1, -1):
        word = tokens[at].word
        apart = word[0] in '“"' and word[-1] in '”"' and not speech.shapes.bare(tokens[at])
        if apart or _BREAK.search(word) or ends_clause(state, at):
            first = at + 1
            break
        if tokens[at].word[-2:] in ("하고", "되고") and not any(
            state.speech.shapes.verb(token) & 1 for token in tokens[at + 1 : position]
        ):
            first = at + 1  # 사실을 인정하고 | 영상 증거에 의하면; not 조사하고 발표한 자료에
            break
    while first < position and (tokens[first].word in speech.shapes.opening or speech.is_time(first)):
        first += 1
    if position - first > 14:
        return None
    for at in range(first, position):
        word = tokens[at].word
        if tokens[at].topic and len(word) > 1 and not speech.shapes.modifies(tokens[at]) and at != position - 1:
            return None  # 성인 1000명에게 물은 | 결과에 따르면: no topic stands right before a noun
        if tokens[at].topic and at == position - 1 and speech.phrase_at(at, first, unknown=False) is not None:
            first = position  # 통신은 | 관리들에 따르면
            break
        if tokens[at].tail and tokens[at].tail != ",":
            return None
        if tokens[at].tail == "," and not (word[-1:].isalnum() and speech.shapes.bare(tokens[at])):
            return None
    named = speech.phrase(position, first, end, "에", unknown=False) or any_phrase(state, position, end)
    if named is None:
        return None
    kind = named.source
    if (
        kind.type == "organization"
        and kind.canonical is None
        and first < position
        and _is_described(state, first, position)
    ):
        kind = kind.of_type("document")
    return Phrase(state.start(first), named.end, named.particle, first, named.last, kind)


def _is_described(state: State, first: int, position: int) -> bool:
    """통계청이 발표한 고용동향: made by somebody."""
    made = any(state.tokens[at].last in "한낸된힌린긴" for at in range(first, position))
    return made and any(state.tokens[at].last in "이가" for at in range(first, position))


def any_phrase(state: State, position: int, end: int) -> Phrase | None:
    """Before 에 따르면 any noun phrase is a source: its words to the left are bare."""
    head = state.text[state.start(position) : end]
    if head == "등" and position > state.edge:
        return _and_others(state, position, end)
    if not head or head == "이" or (len(head) < 2 and head not in _SHORT) or head[0].isdigit() or head.endswith(_RULE):
        return None
    if state.speech.words.measure(head) is not None:
        return None  # 표본오차에 따르면
    first = state.speech.leftmost(position, state.edge, "document")
    while first < position and (state.tokens[first].word in state.speech.shapes.opening or state.speech.is_time(first)):
        first += 1
    if head in _BODIES:
        return Phrase(state.start(position), end, "에", position, position, Source("institution", None, False))
    described = first < position and state.tokens[position - 1].last in "한낸된힌린"
    kind = "document" if described or _PAPER.search(head.strip("’”'\"」』")) else "organization"
    return Phrase(state.start(first), end, "에", first, position, Source(kind, None, False))


def _and_others(state: State, position: int, end: int) -> Phrase | None:
    """판결문과 사건진행 내역 등에 따르면."""
    word = state.tokens[position - 1].word
    if state.tokens[position - 1].tail or not state.speech.shapes.bare(state.tokens[position - 1]):
        return None
    first = state.speech.leftmost(position - 1, state.edge, "document")
    while first < position and (state.tokens[first].word in state.speech.shapes.opening or state.speech.is_time(first)):
        first += 1
    kind = "document" if _PAPER.search(word) or word.endswith(("내역", "판결문")) else "organization"
    return Phrase(state.start(first), end, "에", first, position, Source(kind, None, True))


def results_of(state: State, low: int, index: int) -> Phrase | None:
    """경찰 조사 결과, 갤럽이 1000명을 조사한 결과: what the clause opens with is where it comes from."""
    speech, tokens = state.speech, state.tokens
    first = low
    while first < index and (
        tokens[first].word in speech.shapes.opening or (speech.is_time(first) and not tokens[first].tail)
    ):
        first += 1
    doer = False
    for position in range(first, min(index - 2, first + 14)):
        token = tokens[position]
        word = token.word
        if word == "결과" and position > first:
            made = tokens[position - 1].word
            if made.endswith("한"):
                if not doer or not _FOUND_OUT.search(made):
                    return None
                return Phrase(
                    state.start(first),
                    state.start(position) + 2,
                    "",
                    first,
                    position,
                    Source("document", None, False),
                )
            named = speech.phrase(position, low, state.start(position) + 2, "", unknown=False)
            if named is None and _FOUND_OUT.search(made):
                begin = speech.leftmost(position, low, "document")
                named = Phrase(
                    state.start(begin),
                    state.start(position) + 2,
                    "",
                    begin,
                    position,
                    Source("document", None, False),
                )
            return named
        if doer and word.endswith(_SURVEY) and tokens[position - 1].word.endswith("한"):
            kind = Source("document", None, False)  # 갤럽이 1000명을 대상으로 실시한 조사에서
            return Phrase(state.start(first), state.stop(position) - 2, "", first, position, kind)
        if len(word) > 1 and speech.shapes.is_topic(token):
            return None
        if token.last in "이가" and len(word) > 2:
            if position > first + 4 and not doer:
                return None
            doer = True
        if token.tail and token.last != "등":
            return None
    return None
