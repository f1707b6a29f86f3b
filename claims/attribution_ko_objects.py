"""Korean noun phrases as contents: what is denied, announced or expected, and the report that a denial answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_address import past_address
from claims.attribution_ko_clauses import clause_splits
from claims.attribution_ko_draft import DENIAL, Draft, after_cue
from claims.attribution_ko_endings import QUOTED_GO, QUOTED_WHILE, hands_on, nominal
from claims.attribution_ko_inner import WRITTEN, in_modifier
from claims.attribution_ko_phrases import Phrase
from claims.attribution_ko_shape import ends_address
from claims.attribution_ko_who import left_object
from claims.sources import Source

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_rows import Row

__all__ = ["answered", "denial", "denied_behind", "noun_phrase"]

#: A digit that is no date, year or serial.
_AMOUNT: Final = re.compile(
    r"\d[\d,.]*(?![\d,.]|년|월|일|시|분기|차|호|개년|주년|회의|사단|군단|여단|함대|대대|연대|단독|부|\([월화수목금토일]\))"
)
_OBJECT: Final = re.compile(r"(.+?)(을|를)$")


def denial(state: State, report: Draft, low: int, q: int) -> None:
    """…다는 보도에 대해 “사실무근”이라고 일축했다; with a clause as content 반박했다 only asserts."""
    if answered(state, report, low, q):
        return
    printed = state.text[report.content[-1][0] : report.content[-1][1]]
    cue = state.text[report.cue[0][0] : report.cue[0][1]]
    if cue.startswith("선을") and DENIAL.search(printed):
        return  # 사실무근이라고 선을 그었다
    if (not report.direct and not cue.startswith("일축")) or (
        report.direct and not DENIAL.search(printed) and not cue.startswith(("일축", "부인"))
    ):
        report.base = "asserted"


def answered(state: State, report: Draft, low: int, q: int) -> bool:
    """…다는 보도에 대해: the report that a denial answers, or a rumour with a number in it; whether it is a report."""
    for position in range(q, low - 1, -1):
        word = state.tokens[position].word
        if word.endswith(("대해", "대해서", "관련해", "두고")) and position >= 2:
            named = _named_report(state, position - 1, low)
            if named is not None:
                report.target = named
                state.found.append(named)
                return True
            rumour = _rumour(state, report, position - 1, low)
            if rumour is not None:
                state.found.append(rumour)
                return False
    return False


_TOLD: Final = re.compile(r"(보도|의혹|소문|설|관측|주장|루머|기사|지적|비판|우려)(에는|에도|에|와|과|을|를)$")
#: What a denial answers: 철수설에 선을 그었다, 의혹에 대해 부인했다.
_TO_WHICH: Final = re.compile(
    r"(.*(?:설|보도|의혹|소문|관측|주장|루머|기사|가능성|전망|우려|지적|비판|해석))(에는|에도|에)$"
)
#: Before 보도: whose it is, in a word.
_WHOSE: Final = frozenset(("일부", "언론", "언론의", "매체", "매체의", "외신", "외신의", "현지", "한", "최근"))


def _rumour(state: State, report: Draft, position: int, low: int) -> Draft | None:
    """3조원 매각설에 | 대해 “사실무근”이라고 일축했다: what has a number is denied with its own words beside the answer."""
    match = _TO_WHICH.match(state.tokens[position].word)
    if match is None or report.source is None:
        return None
    first = report.source.last + 1 if report.source.last < position else low
    while first < position and state.speech.is_time(first):
        first += 1
    start, end = state.start(past_address(state, first, position)), state.start(position) + len(match.group(1))
    if not _AMOUNT.search(state.text, start, end):
        return None
    rumour = Draft(list(report.cue), [(start, end)], "denied", "attribution.ko.object", report.index)
    rumour.source, rumour.form = report.source, report.form
    return rumour


def _named_report(state: State, position: int, low: int) -> Draft | None:
    """…다는 보도에: a report in its own right, the target of the denial."""
    tokens = state.tokens
    noun = _TOLD.match(tokens[position].word)
    if noun is None or position <= low:
        return None
    before = position - 1
    while before > low and noun.group(1) in ("보도", "기사") and tokens[before].word in _WHOSE:
        before -= 1  # …다는 | 일부 언론 | 보도를
    previous = tokens[before]
    handed = nominal(previous)
    if handed < 0 or (before == low and handed < 2):
        return None
    end = state.start(before) + handed
    begin_at = low
    for index in range(before - 1, low - 1, -1):
        word = tokens[index].word
        if word.endswith("만나") or ends_address(tokens[index]):
            begin_at = index + 1
            break
        if word[-1:] in "은는" and state.speech.phrase_at(index, low, unknown=True) is not None:
            begin_at = index + 1
            break
    start_noun, noun_end = state.start(before + 1), state.start(position) + len(noun.group(1))
    about = position + 1 < len(tokens) and tokens[position + 1].word.endswith(("대해", "대해서", "관련해", "두고"))
    cue = (state.start(before) + previous.noun_cue, state.stop(position + 1 if about else position))
    report = Draft([cue], [(state.start(begin_at), end)], "reported",
                     "attribution.ko.report", position)  # fmt: skip
    report.source = Phrase(start_noun, noun_end, "", before + 1, position, Source("news_report", None, False))
    return report


def denied_behind(state: State, report: Draft, q: int, first: int) -> None:
    """“사실무근”이라며 | 3억원을 받았다는 의혹을 | 부인했다: what stands behind the answer is denied as well."""
    tokens = state.tokens
    position = first - 1
    while position > q and tokens[position].word in state.forms.adverbs:
        position -= 1
    if position <= q or report.source is None:
        return
    if _TOLD.match(tokens[position].word) is not None:
        report.target = _named_report(state, position, q + 1)
        if report.target is not None:
            state.found.append(report.target)
            return
    match = _OBJECT.match(tokens[position].word)
    if match is None:
        return
    begin = q + 1
    while begin < position and state.speech.is_time(begin):
        begin += 1
    start, end = state.start(begin), state.start(position) + len(match.group(1))
    if not _AMOUNT.search(state.text, start, end):
        return
    rumour = Draft(list(report.cue), [(start, end)], "denied", "attribution.ko.object", report.index)
    rumour.source, rumour.form = report.source, report.form
    state.found.append(rumour)


_UNTIL: Final = frozenset(("현재까지", "지금까지", "이날까지", "끝까지", "여전히", "줄곧"))


def noun_phrase(state: State, index: int, cue_end: int, ending: str, row: Row, first: int) -> None:
    """보도 내용을 부인했다, 3조원 투자 계획을 발표했다, 5% 성장을 예상한다, 철수설에 선을 그었다: a noun phrase as content."""
    tokens = state.tokens
    position = first - 1
    while position > state.edge and tokens[position].word in state.forms.adverbs:
        position -= 1
    if position < state.edge:
        return
    denied = row.cls == "denied"
    behind = None
    if denied and tokens[position].subject and position > state.edge:
        behind = state.speech.phrase_at(position, state.edge, unknown=False)
        if behind is None or behind.source.type in WRITTEN or behind.first == state.edge:
            return
        position = behind.first - 1  # 보도에 대해 | 총리실이 | 부인했다
    about = denied and tokens[position].word in ("대해", "대해서", "대해서는", "대해선")
    if about and position > state.edge:
        position -= 1
    token = tokens[position]
    match = (_TO_WHICH if about or first < index else _OBJECT).match(token.word)
    if match is None:
        return
    source = behind or left_object(state, position)
    if source is None:
        return
    first_word = source.last + 1 if behind is None else state.edge
    if first_word > position:
        return
    inner = None
    told = _TOLD.match(token.word) is not None
    for at in range(first_word, position if denied and behind is None and not told else first_word):
        if tokens[at].subject and state.speech.shapes.is_subject(tokens[at]):
            if in_modifier(state, at, position + 1) or any(nominal(word) >= 0 for word in tokens[at + 1 : position]):
                break  # 경찰이 제기한 혐의를, 12명이 숨졌다는 발표를
            inner = state.speech.phrase_at(at, first_word, unknown=False)
            if inner is None:
                return
            source, first_word = inner, inner.last + 1  # 경찰은 | A씨가 혐의를 부인하고 있다고 밝혔다
            break
    for at in range(first_word, position):
        if tokens[at].tail == "," and clause_splits(tokens[at]):
            first_word = at + 1  # 금리를 동결하고, | 인하 가능성에 선을 그었다
    while first_word < position and state.speech.is_time(first_word) and denied:
        first_word += 1  # 6일 | 이를 부인했다
    for at in range(first_word, position if denied else first_word):
        if tokens[at].word in _UNTIL:
            first_word = at + 1  # 송환된 23일 현재까지 | 혐의를 부인하고 있다
    if denied and any(hands_on(tokens[at]) & (QUOTED_GO | QUOTED_WHILE) for at in range(first_word, position)):
        return  # “…”며 “…”고 열애설에 선을 그었다
    begin = state.start(past_address(state, first_word, position))
    end = state.start(position) + len(match.group(1))
    printed = state.text[begin:end]
    possible = token.word == "가능성을" and position > source.last + 1
    if (
        not denied
        and not possible
        and (
            not row.object
            or not _AMOUNT.search(printed)
            or (row.cls == "asserted" and tokens[index].word.endswith("한다"))  # 3일 실적을 발표한다: it will
        )
    ):
        return
    report = Draft([(state.start(first), cue_end)], [(begin, end)], row.cls, "attribution.ko.object", index)
    if not denied and re.search(r"(?:계획|방안|방침|구상|목표)$", match.group(1)):
        report.base = "planned"
    elif possible and not denied:
        report.base = "possible"
    report.source, report.form = source, ending
    if denied and told:
        named = _named_report(state, position, past_address(state, first_word, position))
        if named is not None:  # …다는 의혹을 부인했다: the allegation is a report in its own right
            report.target = named
            state.found.append(named)
    state.found.append(report)
    if inner is None:
        state.subject = source
    if ending in ("going", "final") and (inner is None or ending == "final"):
        state.edge = after_cue(state, index, report.cue[-1][1])
