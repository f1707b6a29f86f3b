"""Impersonal passives and cue nouns: …것으로 알려졌다, …다는 분석이 나온다, …다는 뜻을 밝혔다."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_according import results_of, whole
from claims.attribution_ko_content import (
    after_half,
    content_start,
    contrast_start,
    earlier_half,
    past_deed,
    topic_start,
)
from claims.attribution_ko_copula import nameless
from claims.attribution_ko_doers import doer_of_plan, named_after
from claims.attribution_ko_draft import (
    AS_THING,
    NOUN,
    SPEAKERS,
    Draft,
    after_cue,
    chain,
    content_end,
    quote_ending,
    region,
    rounds,
    unit_apart,
)
from claims.attribution_ko_endings import GO, VERBAL_GO, hands_on, nominal
from claims.attribution_ko_inner import cited_speaker
from claims.attribution_ko_phrases import Phrase
from claims.attribution_ko_where import among, giver, noun_owner, place_left
from claims.attribution_ko_who import going_on, left
from claims.sources import Source

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_forms import Form
    from claims.attribution_ko_rows import Row
    from claims.attribution_ko_tokens import Word
    from claims.records import Span

__all__ = ["noun_happens", "noun_object", "passive"]

_IN_PAPER: Final = re.compile(r"(.+?)(?:에는|에서는|에도|에서|엔|에)$")
_SUBJECT: Final = re.compile(r"^(.+?)(이|가|은|는|도|까지|마저|만)$")


def passive(state: State, index: int, form: Form, row: Row) -> None:
    """…것으로 알려졌다, 20억대로 추산된다: nobody is named."""
    if index == 0:
        return
    tokens = state.tokens
    cue_end, ending = chain(state, index, form)
    if ending == "chain":
        return
    linked = ending == "linked"
    ending = "going" if linked else ending
    previous = tokens[index - 1].word
    end: int | None = None
    if previous in AS_THING and index >= 2:
        end = state.stop(index - 2)
    elif previous == "것이" and form.stem in ("알려지", "밝혀지", "확인되", "드러나") and index >= 2:
        end = state.stop(index - 2) - (1 if tokens[index - 2].word.endswith("다는") else 0)
    elif previous.endswith("것으로") and len(previous) > 3:
        end = state.start(index - 1) + len(previous) - 3  # 검토 중인것으로 알려졌다
    elif previous.endswith(("으로", "로")) and (len(previous) > 2 or previous[0].isdigit()) and not row.clause:
        number = any(mark.isdigit() for mark in state.printed(index - 1))
        judged = row.cls in ("estimated", "forecast", "opinion")
        if number or (ending != "adnominal" and (judged or _of_amount(state, index - 1))):
            end = state.start(index - 1) + len(previous) - (2 if previous.endswith("으로") else 1)
    elif hands_on(tokens[index - 1]) & GO:
        end, _ = content_end(state, index - 1, "go")
    elif previous == "것이라" and row.cls == "forecast":
        end = state.stop(index - 2) if index >= 2 else None  # 줄어들 것이라 기대된다
    elif row.paper and index >= 2 and previous[-1] in ("이", "가", "도"):
        handed = nominal(tokens[index - 2])
        noun = state.lexicon.sections["cue_noun.ko"].get(previous[:-1])
        if handed >= 0 and (noun is not None or _WORDING.match(previous) is not None):
            base = noun["class"] if noun is not None and noun["class"] != "reported" else row.cls
            end = state.start(index - 2) + handed  # 문건에는 …다는 내용이 담겼다
            _on_paper(state, index, cue_end, ending, end, base, index - 1)
        return
    found_by: Phrase | None = None
    if end is None and previous.endswith("결과") and row.cls == "asserted":
        found_by, end = _found_by(state, index)
    if end is None or row.holds:
        return
    if row.paper:
        _on_paper(state, index, cue_end, ending, end, row.cls, index)
        return
    governed = any(item.form == "according" for item in state.found)
    low = region(state, index - 1) if not governed else state.edge
    if _reports_inside(state, index):
        low = 0
    if governed:
        if ending == "quoted":
            return  # 외신에 따르면 의장이 …것으로 보인다고 말했다
        for item in state.found:
            if item.form == "according" and item.base == "asserted":
                item.base = row.cls
        return
    results = results_of(state, low, index) if found_by is None else None
    begin = content_start(state, results.last + 1 if results is not None else low, index - 1, None, False)
    results = found_by or results
    if ending == "adnominal" and tokens[min(index + 1, len(tokens) - 1)].word not in ("가운데", "상황에서", "바"):
        if previous not in AS_THING:  # 약 20억대로 추산되는 기기
            begin = state.start(
                index - 2 if index > 1 and tokens[index - 2].word in ("약", "최소", "최대") else index - 1
            )
        else:
            begin = max(begin, _modifier_start(state, low, index))
        if row.cls == "planned" and previous not in AS_THING:
            return  # 2028학년도로 예고된 개편
        if hands_on(tokens[index - 1]) & VERBAL_GO or not any(mark.isdigit() for mark in state.text[begin:end]):
            return
    elif results is None and ending != "quoted":
        begin = contrast_start(state, begin, end)
        begin = topic_start(state, begin, end) if row.cls == "estimated" else begin
    elif results is None and not state.found and all(word.cue is None for word in tokens[index + 1 :]):
        topic = left(state, low, index - 1, False)
        if topic is not None and topic.source.type in SPEAKERS and not nameless(state, topic):
            begin = max(begin, state.start(topic.last + 1))  # 조 연구원은 …할 것으로 예상된다며 의견을 높였다
    speaker = _speaks_next(state, low, index) if linked and results is None else None
    if speaker is not None:
        begin = max(begin, state.start(speaker.last + 1))
    if begin >= end:
        return
    base, start = row.cls, state.start(index)
    if previous == "것이":  # 자사 제품이 쓰였다는 | 것이 알려지면서
        base, start = "asserted", state.start(index - 1)
        begin = max(begin, _modifier_start(state, low, index - 1))
    report = Draft([(start, cue_end)], [(begin, end)], base, "attribution.ko.passive", index)
    report.form, report.source = ending, results
    state.found.append(report)
    if ending in ("going", "final"):
        state.edge = after_cue(state, index, report.cue[-1][1])
        state.subject = speaker


def _found_by(state: State, index: int) -> tuple[Phrase | None, int | None]:
    """…것으로 | 경찰 조사 결과 | 드러났다: what was found out by whom, and where the content ends."""
    for at in range(index - 2, max(1, index - 6), -1):
        if state.tokens[at].word in AS_THING:
            kind = Source("document", None, False)
            return Phrase(state.start(at + 1), state.stop(index - 1), "", at + 1, index - 1, kind), state.stop(at - 1)
    return None, None


def _speaks_next(state: State, low: int, index: int) -> Phrase | None:
    """정부는 피해가 7억원으로 추정돼 | “…”고 밝혔다: who says what follows is no part of it."""
    if index + 1 >= len(state.tokens) or state.tokens[index + 1].word[0] not in '“"':
        return None
    topic = left(state, low, index - 1, False)
    known = topic is not None and topic.particle in ("은", "는") and not nameless(state, topic)
    return topic if known else None


#: How many words may stand before a paper that describe it.
_OWN_WORDS: Final = 6
#: What a paper holds.
_WORDING: Final = re.compile(r"(?:내용|문구|조항|대목|구절|표현|문장|설명|규정|단서)[이가도]$")


def _of_amount(state: State, index: int) -> bool:
    """560달러 | 수준으로 | 알려졌다, 280만 | 명가량으로: a word that rounds an amount off, or its unit; not 명문가로."""
    if index == 0 or not any(mark.isdigit() for mark in state.printed(index - 1)):
        return False
    return rounds(state, state.tokens[index].word) or unit_apart(state, index)


def _on_paper(state: State, index: int, cue_end: int, ending: str, end: int, base: str, head: int) -> None:
    """판결문에는 …고 적시돼 있다: the paper in which it stands is the source; without one nothing is reported."""
    for position in range(state.edge, head - 1):
        token = state.tokens[position]
        match = _IN_PAPER.match(token.word)
        if match is None:
            continue
        stop = state.start(position) + len(match.group(1))
        phrase = state.speech.phrase(position, state.edge, stop, "에", unknown=False)
        if phrase is not None and phrase.source.type == "document":
            full = whole(state, position, stop)  # 본지가 입수한 감사 결과 | 보고서에는
            phrase = full if full is not None and full.last - full.first <= _OWN_WORDS else phrase
        if phrase is None or phrase.source.type != "document":
            continue
        begin = content_start(state, phrase.last + 1, head - 1, None, False)
        quote = quote_ending(state, end)
        if ending in ("adnominal", "chain") or begin >= end:
            return
        report = Draft([(state.start(head), cue_end)], [quote or (begin, end)], base, "attribution.ko.paper", index)
        report.source, report.form, report.direct = phrase, ending, quote is not None
        state.found.append(report)
        if ending != "quoted":
            state.edge = after_cue(state, index, cue_end)
        return


def _modifier_start(state: State, low: int, index: int) -> int:
    """규모가 1조원에 이를 것으로 추정되는 시장: the clause in front of a noun begins after the sentence's own topic."""
    speech = state.speech
    for position in range(index - 2, low - 1, -1):
        token = state.tokens[position]
        word = token.word
        if token.tail == "," or (token.topic and len(word) > 1 and not speech.shapes.modifies(token)):
            return state.start(position + 1)
    return state.start(low)


def _reports_inside(state: State, index: int) -> bool:
    """말한 것으로 알려졌다: the passive reports the report before it."""
    return bool(state.found) and state.found[-1].form == "adnominal" and state.found[-1].index >= index - 3


def _noun_class(state: State, word: Word, *, subject: bool) -> str:
    """The class of the cue noun that a word is, with its particle; "" for none. ``subject``: with one of a subject."""
    found = word.subject_noun if subject else word.cue_noun
    if found is None:
        nouns = state.lexicon.sections["cue_noun.ko"]
        match = (_SUBJECT if subject else NOUN).match(word.word)
        noun = match.group(1) if match is not None else ""
        if noun[-1:] == "들" and noun not in nouns:
            noun = noun[:-1]  # 분석들이 나온다
        row = nouns.get(noun) or (nouns.get(noun[-2:]) if len(noun) > 3 else None)
        found = "" if row is None else str(row["class"])
        if subject:
            word.subject_noun = found
        else:
            word.cue_noun = found
    return found


def _noun_before(state: State, position: int, *, subject: bool) -> tuple[int, str, int] | None:
    """…다는 분석(이): the cue noun at or left of ``position``, with its nominal: (noun word, class, end of content)."""
    tokens = state.tokens
    base = _noun_class(state, tokens[position], subject=subject)
    if not base:
        return None
    for back in range(position - 1, max(state.edge - 1, position - 4), -1):
        handed = nominal(tokens[back])
        if handed >= 0:
            return back, base, state.start(back) + handed
        if back < position - 2:
            break
    return None


def noun_happens(state: State, index: int, form: Form) -> bool:
    """…다는 경고가 (전문가들 사이에서) 나온다."""
    if form.ending == "chain" and index + 1 >= len(state.tokens):
        return False
    tokens = state.tokens
    received = form.row.object
    after = form.row.after
    if form.stem == "있" and tokens[index - 1].last == "고":
        return False  # 기대가 작용하고 있다
    if tokens[index].last == "기" and index + 1 < len(tokens) and tokens[index + 1].word.startswith("때문이라"):
        return False  # 의견이 엇갈렸기 때문이라고
    verb, onto = index, form.row.onto
    if after:  # 적지 않다: a verb of two words
        if tokens[index - 1].word not in after:
            return False
        verb = index - 1
    for position in range(verb - 1, max(state.edge - 1, verb - 5), -1):
        if received and not _is_received(state, tokens[position]):
            continue
        if onto and tokens[position].last != "에":
            continue  # 관측에 무게가 실린다
        found = _noun_before(state, position, subject=not received and not onto)
        if found is None:
            continue
        back, base, end = found
        cue_end, ending = chain(state, index, form)
        following = tokens[index + 1].word if index + 1 < len(tokens) else ""
        if ending == "linked" and not tokens[index].tail:
            if not form.row.leads:
                return False  # 글이 잇따라 올라왔다: an adverb of the next verb
            ending = "going"  # …다는 지적도 있어 | 방안을 고려하고 있다
        if ending == "adnominal":
            if following not in ("가운데", "상황에서", "상황이다", "만큼"):
                return False
            ending = "going"
        begin_noun = state.start(position)
        worry = tokens[position - 1].word
        if position - 1 > back and worry[-1:] == "의" and worry[:-1] in state.lexicon.sections["cue_noun.ko"]:
            begin_noun = state.start(position - 1)  # 우려의 목소리
            base = state.lexicon.sections["cue_noun.ko"][worry[:-1]]["class"]
        if position == verb - 1:
            cue = [(begin_noun, cue_end)]
        else:
            cue = [(begin_noun, state.stop(position)), (state.start(verb), cue_end)]
        source = among(state, position + 1, index) or noun_owner(state, back, position)
        low = state.edge
        if form.row.given and source is None:  # 회사로부터 “…”는 답이 돌아왔다
            row = state.lexicon.sections["cue_noun.ko"].get(tokens[position].word[:-1]) if received else None
            heard = row is not None and bool(row.get("said")) and base in ("reported", "asserted")
            source = giver(state, low, back, heard=heard)
            if source is None and heard:
                return False  # 그는 …다는 말을 들었다: from nobody that is named
        topic = None
        if source is None:
            source = place_left(state, low, back)
            if source is not None and _acts(state, source):
                topic, source = source, None  # 대통령은 …다는 소식이 전해지자 “…”고 적었다: who acts on it
        if topic is not None and ending == "going" and topic.last < back:
            low = topic.last + 1
        else:
            topic = None
        begin_low = source.last + 1 if source is not None and source.last < back else low
        begin = content_start(state, begin_low, back, None, False)
        if source is not None and source.last < back:
            begin = state.start(min(begin_low, back))
        quote = quote_ending(state, end)
        begin = quote[0] if quote is not None else begin
        if quote is None:
            begin = _other_view(state, cue, begin, back, index, (source, ending))
        if begin >= end:
            return False
        report = Draft(cue, [(begin, end)], base, "attribution.ko.noun", index)
        report.source, report.form, report.direct = source, ending, quote is not None
        state.found.append(report)
        if ending in ("going", "final"):
            state.edge = after_cue(state, index, report.cue[-1][1])
            state.subject = topic
        return True
    return False


def _other_view(
    state: State, cue: list[Span], begin: int, back: int, index: int, said: tuple[Phrase | None, str]
) -> int:
    """오를 것이라는 전망과 | 내릴 것이라는 전망이 맞선다: the first is a report of its own; where the second begins."""
    tokens = state.tokens
    for position in range(back - 1, max(state.edge, back - _VIEWS), -1):
        if tokens[position].last in "과와" and nominal(tokens[position - 1]) >= 0:
            base = _noun_class(state, tokens[position], subject=False)
            end = state.start(position - 1) + nominal(tokens[position - 1])
            if not base or begin >= end:
                return begin
            first = Draft(list(cue), [(begin, end)], base, "attribution.ko.noun", index)
            first.source, first.form = said
            state.found.append(first)
            return state.start(position + 1)
    return begin


#: How many words the second of two views may have.
_VIEWS: Final = 16


def _is_received(state: State, word: Word) -> bool:
    """좋다는 평가를 | 받는다; not 그만두라는 요구를 받았다, of which the receiver tells."""
    row = state.lexicon.sections["cue_noun.ko"].get(word.word[:-1]) if word.object else None
    return row is not None and bool(row.get("received"))


def _acts(state: State, phrase: Phrase) -> bool:
    """대통령은 …다는 소식이 전해지자: somebody as a topic does not say the news; 시민들은 …다는 의견이 많다 says it.

    Nor does 일부는 목표가를 올려 …다는 지적이 나온다.
    """
    topic = state.text[phrase.end] in "은는" and state.text[phrase.end - 1] != "들"
    return topic and (phrase.source.type in SPEAKERS or state.text[phrase.start : phrase.end] == "일부")


def noun_object(state: State, index: int, form: Form, judging: Form | None = None) -> bool:
    """…다는 우려를 표시했다, …할 뜻을 밝혔다, …것이라는 점을 분명히 했다.

    ``judging`` is the verb whose class counts, whatever the noun (…다는 점을 지적했다).
    """
    tokens = state.tokens
    for position in range(index - 1, max(state.edge - 1, index - 4), -1):
        token = tokens[position]
        if not token.object and (position < index - 1 or not token.word.endswith(("도", "까지", "만"))):
            continue  # 속내도 털어놨다, 주장까지 내놨다, 입장만 되풀이했다
        if tokens[position + 1].word == "통해":
            continue
        found = _noun_before(state, position, subject=False)
        if found is None:
            found = _plan_before(state, position)
            if found is None:
                return False
        back, base, end = found
        base = judging.row.cls if judging is not None else base
        cue_end, ending = chain(state, index, form)
        adjacent = True
        for step in range(position + 1, index):
            word = tokens[step].word
            if word.endswith(("위해", "대해")):
                return False
            adjacent = adjacent and word in state.forms.adverbs
        cue = (
            [(state.start(position), cue_end)]
            if adjacent
            else [(state.start(position), state.stop(position)), (state.start(index), cue_end)]
        )
        low = state.edge
        source = outer = going_on(state, low, left(state, low, back, False, ending))
        if source is not None and source.source.type == "news_org" and ending in ("going", "quoted"):
            source = cited_speaker(state, source, back, index) or source
        inner = source is not outer  # 통신은 소식통을 인용해 | 회장이 팔겠다는 뜻을 밝혔지만 …고 전했다
        if source is None and base == "planned":
            source = doer_of_plan(state, low, back)
        if source is None and low > 0:
            source = state.subject
        if ending == "adnominal":
            source = source or named_after(state, index)
            if source is None:
                return False
        own = source if source is not None and low <= source.first and source.end <= end else None
        begin = past_deed(state, content_start(state, low, back, own, False), back)
        quote = quote_ending(state, end)
        begin = quote[0] if quote is not None else begin
        half = earlier_half(state, low, back, source) if quote is None else None
        if half is not None and half[1]:
            begin = max(begin, after_half(state, half[0]))
        if begin >= end:
            return False
        if half is not None and half[1]:  # “A”며 B라는 점을 강조했다
            other = Draft(list(cue), [half[0]], "asserted", "attribution.ko.noun-object", index)
            other.source, other.form, other.direct = source, ending, True
            state.found.append(other)
        report = Draft(cue, [(begin, end)], base, "attribution.ko.noun-object", index)
        report.source, report.form, report.direct = source, ending, quote is not None
        if source is None and not state.found and ending not in ("final", "going"):
            return False
        state.found.append(report)
        if source is not None:
            state.subject = outer if inner else source
        if ending in ("going", "final") and not inner:
            state.edge = after_cue(state, index, report.cue[-1][1])
        return True
    return False


def _plan_before(state: State, position: int) -> tuple[int, str, int] | None:
    """공장을 지을 | 계획을 | 밝혔다: the content ends with the noun."""
    token = state.tokens[position]
    match = re.match(r"(계획|방침|뜻|의사|의지|방안|구상|입장)(?:을|를)$", token.word)
    if match is None or position == 0:
        return None
    previous = state.tokens[position - 1].word
    code = ord(previous[-1]) - 0xAC00
    if previous[-1] not in "겠는" and not (0 <= code < 11172 and code % 28 == 8):
        return None
    return position, "planned", state.start(position) + len(match.group(1))
