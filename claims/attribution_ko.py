"""Who says what in a Korean sentence. The cue is found first (밝혔다, 에 따르면, 분석이 나온다, 추정된다), then what it
reports by the quotative in front of it (다고, 라며, 것으로, 다는 N), then who reports it.

A cue with neither a quotative nor an object reports nothing; a source that the sentence does not name is inherited only by
hearsay endings (…라는 것이다) and by a reporting verb whose subject is dropped right after a sentence that has one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_according import according, seen_in
from claims.attribution_ko_acts import acted, may_act, unclaimed
from claims.attribution_ko_address import said_there
from claims.attribution_ko_class import finish, named
from claims.attribution_ko_copula import copula
from claims.attribution_ko_draft import State
from claims.attribution_ko_endings import GO, VERBAL_GO, hands_on, nominal
from claims.attribution_ko_forms import NOUN, STRONG, TAKEN_UP, may_be_taken_up
from claims.attribution_ko_nouns import noun_happens, noun_object, passive
from claims.attribution_ko_rows import Row
from claims.attribution_ko_tokens import NOMINALS, ONWARD, Sentence, may_report
from claims.attribution_ko_verbs import verb
from claims.attribution_ko_who import topic_of
from claims.records import Report
from claims.sentences import sentences

if TYPE_CHECKING:
    from claims.attribution_ko_draft import Draft
    from claims.attribution_ko_forms import Form, Role
    from claims.attribution_ko_tokens import Vocabulary, Word
    from claims.records import Page, Span

__all__ = ["find_sentence"]


_TRIES: Final = 40
#: Words of a sentence that are looked at.
_LONGEST: Final = 400


def find_sentence(
    text: str,
    start: int,
    end: int,
    page: Page,
    known: Vocabulary,
    quotes: list[Span],
    before: list[Report],
    trace: list[tuple[int, int, str, str]] | None = None,
    spoke: list[Report] | None = None,
    handed_on: bool = False,
) -> list[Report]:
    """The reports of one Korean sentence in the order of their cues.

    ``quotes`` are the quotations from ``start`` on; ``before`` the reports of the sentence before, from which a dropped
    subject inherits. ``parent`` and ``target`` are indexes into the returned list; ``target`` -1 means a report of an
    earlier sentence, to be settled by the caller. ``spoke`` receives who announces something in a sentence that reports
    nothing (교육부는 방안을 발표했다). ``handed_on``: one of the quotations is reported (”고, ”라며).
    """
    sentence = Sentence(text, start, end, quotes, known)
    acts = may_act(sentence, text, start, end)
    if not handed_on and not acts and not may_report(sentence, text, known):
        return []
    if len(sentence.words) > _LONGEST:
        sentence.shorten(_LONGEST)
    state = State(text, sentence, known)
    tokens, outer = state.tokens, state.quotes
    taken_up: bool | None = None
    tries = 0
    for index in sentence.cues:
        if tries == _TRIES:
            break
        role = tokens[index].role
        if role is None:
            continue  # a name, for 씨 stands behind it
        if not role.alone:
            if taken_up is None:
                taken_up = state.gate & NOMINALS != 0 and may_be_taken_up(text[start:end])
            spoken = role.copula is not None and index and tokens[index - 1].last in "의고며서"
            if not taken_up and not spoken:
                continue
        tries += _step(state, index, role)
    if len(tokens) > 2 and tokens[-1].word in known.forms.bare:
        _closing_noun(state, len(tokens) - 1)
    if len(tokens) > 1 and tokens[-1].tail == "." and tokens[-1].word in known.forms.closing:
        if nominal(tokens[-2]) >= 0:
            copula(state, len(tokens) - 1, (tokens[-1].word, "이다"))  # 3조원이 든다는 것.
    if outer:
        unclaimed(state)
    if acts:
        acted(state)
    for low, high in outer:
        if high - low > _SHORT:
            _inside(state, low + 1, high - 1)
    if state.thus is not None and not state.found:
        _taken_up(state, page, start, before)
    if state.found:
        if any(_inherits(state, item) for item in state.found) and not named(before):
            topic = _topic_before(state, page, start)
            before = [topic] if topic is not None else before
    if spoke is not None and state.spoke is not None:
        speaker = state.spoke
        span = (speaker.start, speaker.end)
        spoke.append(Report(span, None, speaker.source.type, [span], [], "asserted", False, "attribution.ko.spoke"))
    return finish(state, before, trace) if state.found else []


def _taken_up(state: State, page: Page, start: int, before: list[Report]) -> None:
    """공장 2곳이 문을 닫는다. 로이터는 이같이 보도했다: the sentence before is the content, if nobody else said it."""
    place = bisect_left(page.sentences, (start, 0)) - 1
    report = state.thus
    if place < 0 or report is None or report.source is None or (before and not report.media):
        return
    low, high = page.sentences[place]
    content = state.text[low:high].rstrip()
    if not content.endswith("다.") or len(content) < _TOLD or len(state.text[high:start].strip()) > 0:
        return
    report.content, report.direct = [(low, low + len(content) - 1)], False
    state.conditions = True  # what stands there, nobody has looked
    state.found.append(report)


def _inherits(state: State, item: Draft) -> bool:
    """“…”고 약속했다 without a subject: whoever the sentence before is about says it."""
    return (
        item.source is None
        and item.rule == "attribution.ko.quotative"
        and (item.direct or state.tokens[0].word in ONWARD)
        and all(other is item or other.index >= item.index for other in state.found)
    )


def _topic_before(state: State, page: Page, start: int) -> Report | None:
    """The speaker that the sentence before, on the same line, has as its topic: 권 대표는 서한을 보냈다."""
    place = bisect_left(page.sentences, (start, 0)) - 1
    if place < 0:
        return None
    low, high = page.sentences[place]
    text = state.text
    if "\n" in text[high:start] or high - low > _FAR:
        return None
    quotes = [quote for quote in page.quotes if low <= quote[0] and quote[1] <= high]
    sentence = Sentence(text, low, high, quotes, state.known)
    if not sentence.words:
        return None
    alone = place == 0 or "\n" in text[page.sentences[place - 1][1] : low]
    phrase = topic_of(State(text, sentence, state.known), alone=alone)
    if phrase is None:
        return None
    roles = state.lexicon.sections["addressee.ko"]
    for token in state.tokens:
        word = token.word
        if phrase.source.type == "institution" and _HEARD.search(word):
            return None
        if word.endswith(("에서", "에서는", "에선")) and not said_there(word, roles) and not _HEARD.search(word):
            return None  # 관중석에서 “…”고 외쳤다
    span = (phrase.start, phrase.end)
    return Report(span, None, phrase.source.type, [span], [], "asserted", False, "attribution.ko.spoke")


#: 경찰 조사에서 “…”고 진술했다: who is heard there says it, not who hears.
_HEARD: Final = re.compile(r"(?:조사|심문|신문|재판|공판|법정|심사)에서(?:도|는)?$")
#: …다는 점을 지적했다: the point that somebody makes.
_POINT: Final = ("점을", "점도", "점까지")
#: The shortest sentence that can be what was said.
_TOLD: Final = 12
#: The longest sentence that is looked through for a speaker.
_FAR: Final = 400


def _step(state: State, index: int, role: Role) -> int:
    if role.according:
        according(state, index)
        return 1
    if state.tokens[index].cites is not None:
        return 1
    if role.reads:
        return int(index > 0 and seen_in(state, index))
    form = role.cue
    if form is not None and form.stem == "하" and index > 1:
        word = _word_before(state, index)
        if word in state.forms.sayings:  # …다는 말을 했다
            if noun_object(state, index, form):
                return 1
            noun = state.lexicon.sections["cue_noun.ko"].get(word[:-1])
            if noun is not None and hands_on(state.tokens[index - 2]) & GO:  # …다고 말을 했다
                said = Row({"class": "asserted"} if noun["class"] == "reported" else noun)
                verb(state, index, form, said, index - 1)
            return 1
    phrase = role.phrase
    if phrase is not None and index > 1:
        named = phrase.get(_word_before(state, index))
        if named is not None:
            if named.row.point and noun_object(state, index, named):
                return 1
            before = len(state.found)
            verb(state, index, named, named.row, index - 1)
            if len(state.found) > before:
                return 1
    does = role.does
    point = does is not None and does.row.point
    if does is not None and index and (not point or _word_before(state, index) in _POINT):
        quoted = form is not None and hands_on(state.tokens[index - 1]) & VERBAL_GO
        if not quoted and noun_object(state, index, does, form if point else None):
            return 1
    if form is not None:
        verb(state, index, form, form.row)
    form = role.passive
    if form is not None:
        count = len(state.found)
        passive(state, index, form, form.row)
        if len(state.found) > count:
            return 1
    happens = role.happens
    if happens is not None and index and noun_happens(state, index, happens):
        return 1
    if role.copula is not None and index and copula(state, index, role.copula):
        return 1
    return 0


def _closing_noun(state: State, index: int) -> None:
    """금리를 동결할 것으로 전망, 2조원을 투자한다고 발표: as in the notes of analysts. 것으로 names nobody."""
    before = _word_before(state, index)
    last = index - 2 if before in state.forms.adverbs else index - 1  # …라고 부연 설명
    if before != "것으로" and not hands_on(state.tokens[last]) & GO:
        return
    for form in state.forms.bare[state.tokens[index].word]:
        row = state.lexicon.sections["passive.ko"].get(form.stem)
        if before == "것으로" and row is not None:
            passive(state, index, form, Row(row))
            return
        row = state.lexicon.sections["cue.ko"].get(form.stem)
        if before != "것으로" and row is not None:
            verb(state, index, form, Row(row))
            return


def _word_before(state: State, index: int) -> str:
    """The word before a cue."""
    return state.tokens[index - 1].word


def _inside(state: State, low: int, high: int) -> None:
    """What a quotation reports itself: “…진척될 것으로 전망됐지만 …”, “국토부는 3조원이 든다고 보고했다”."""
    text, known = state.text, state.known
    quoted = any(start < high and low < end for item in state.found for start, end in item.content)
    for begin, stop in sentences(text[low:high], [(0, high - low)], []):
        sentence = Sentence(text, low + begin, low + stop, [], known)
        gate = sentence.gate
        if not gate & STRONG and not (gate & NOUN and gate & TAKEN_UP):
            continue
        inner = State(text, sentence, known)
        for index in sentence.cues[:_TRIES]:
            role = inner.tokens[index].role
            if role is None:
                continue  # a name, for 씨 stands behind it
            form = role.passive
            if form is not None and form.row.cls in _PASSIVES:
                passive(inner, index, form, form.row)
            elif quoted and role.happens is not None and index and noun_happens(inner, index, role.happens):
                continue
            elif quoted and (role.according or (role.cue is not None and not _demands(role.cue, inner.tokens[index]))):
                _step(inner, index, role)
        for report in inner.found:
            if report.source is None and report.rule not in ("attribution.ko.passive", "attribution.ko.noun"):
                continue
            report.index += 10_000
            state.found.append(report)


def _demands(form: Form, word: Word) -> bool:
    """“일본은 신호를 보내지 말 것을 촉구한다”: who is quoted demands it, of whom the topic names."""
    return form.row.demands and word.word.endswith(("한다", "합니다"))


#: Impersonal passives that report something inside a quotation.
_PASSIVES: Final = ("forecast", "estimated", "possible", "reported")
#: No quotation of so few characters reports anything itself.
_SHORT: Final = 12
