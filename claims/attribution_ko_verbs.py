"""Korean reporting verbs: quotatives, two halves of one report, and whom it cites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_address import THUS, past_address, past_receiver
from claims.attribution_ko_apart import after_bare, listed, thus
from claims.attribution_ko_clauses import another_topic, clause_splits
from claims.attribution_ko_content import (
    after_half,
    content_start,
    earlier_half,
    past_deed,
    past_topic,
    plan_start,
    reported_later,
)
from claims.attribution_ko_copula import hearsay
from claims.attribution_ko_doers import article, doer_of_own, named_after, named_between, named_outlet
from claims.attribution_ko_draft import (
    DENIAL,
    Draft,
    admitted,
    after_cue,
    chain,
    content_end,
    demanded,
    denies_flatly,
    nominalised,
    quotative,
    quoted_thing,
    region,
)
from claims.attribution_ko_endings import WHILE, hands_on, orders
from claims.attribution_ko_forms import final_of
from claims.attribution_ko_gapped import beside, dated, gap_before, gapped
from claims.attribution_ko_inner import cited_speaker
from claims.attribution_ko_objects import answered, denial, denied_behind, noun_phrase
from claims.attribution_ko_stated import is_over, is_verdict
from claims.attribution_ko_tokens import CITES, ONWARD, cited_at
from claims.attribution_ko_where import offender
from claims.attribution_ko_who import going_on, left, left_object, topic_of

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_forms import Form
    from claims.attribution_ko_phrases import Phrase
    from claims.attribution_ko_rows import Row

__all__ = ["verb"]


def verb(state: State, index: int, form: Form, row: Row, head: int | None = None) -> None:
    """A reporting verb at ``index``; ``head`` is where the cue begins when it is a phrase (분통을 터뜨렸다)."""
    first = index if head is None else head
    tokens = state.tokens
    cue_end, ending = chain(state, index, form)
    if ending == "chain":
        return
    weak = row.weak
    if ending == "quoted" and weak and form.stem in _THOUGHT and index + 1 < len(tokens):
        following = tokens[index + 1].cue
        if tokens[index].word.endswith(("다는", "다며", "다면서")):
            return  # …고 생각한다는 통일부의 평가, …고 생각한다면서 …고 말했다: whose thought it is, the clause does not say
        if following is not None and following.ending != "chain":
            return  # …될 것으로 믿는다고 말했다: one report, an opinion
    if ending == "adnominal" and (form.stem == "하" or _likened(state, index)):
        return
    spot = quotative(state, first, near=weak or head is not None)
    if spot is None and (head is None or row.clause) and ending in ("final", "going", "quoted"):
        if row.clause:
            spot = nominalised(state, first)
        elif row.demands:
            spot = demanded(state, index)
        if spot is None and row.admits:
            spot = admitted(state, index)
        if spot is None and not weak:
            spot = quoted_thing(state, index)
    elif spot is not None and spot[1] == "while" and row.clause:
        spot = nominalised(state, index) or spot  # 끝나지 않았다면서 금리를 올릴 수 있음을 시사했다
    if spot is None and head is not None and listed(state, first, cue_end, ending, row, index):
        return
    if spot is None:
        if row.cls != "denied" and index and head is None and tokens[index - 1].word in THUS:
            if thus(state, index, cue_end, ending, row):
                return
            if state.found:
                state.spoke = topic_of(state, alone=False)  # 의원이 “…”고 하자 총재는 이같이 답했다
            if ending == "going":  # 이같이 밝히고, 미국이 …고 비난했다
                state.subject = left(state, state.edge, index - 1, False)
                state.edge = after_cue(state, index, cue_end)
                return
        if index and index < 9 and ending == "final" and not weak and after_bare(state, first, cue_end, row):
            return
        if head is None and ending != "adnominal":
            if row.object or row.cls == "denied" or (index and tokens[index - 1].word == "가능성을"):
                noun_phrase(state, index, cue_end, ending, row, index)
            _spoke(state, index, row)
        elif row.cls == "denied" and ending != "adnominal":
            noun_phrase(state, index, cue_end, ending, row, first)
        return
    q, kind = spot
    if (
        kind == "while"
        and ending == "adnominal"
        and q < first - 1
        and tokens[min(index + 1, len(tokens) - 1)].word.startswith(("것이", "것은", "것도"))
    ):
        return  # …라며 조건이 없다는 뜻을 말한 것이라고: not what he says, but what that meant
    if kind == "ra" and ending not in ("final", "going"):
        return  # 점원이라 밝힌 남성
    if ending == "adnominal" and q and tokens[q].word.endswith("라고") and state.speech.of_self(q, state.edge):
        return  # 자신을 점원이라고 밝힌 남성: who it is
    carried = state.edge > 0 and state.subject is not None and ending in ("final", "going")
    if kind == "eum" and not carried and left(state, region(state, q), q, False, ending, index) is None:
        return
    if ending == "linked":
        near = q == first - 1 or (q == first - 2 and tokens[q + 1].last in "히게")  # “…”고 솔직히 답해
        if not near or kind not in ("go", "while") or form.stem in ("하", "보"):
            return
        ending = "going"
    if form.stem == "하" and tokens[index].word in ("하나", "하자", "한", "할"):
        return
    if kind == "to" and (
        ending == "adnominal" or row.cls not in ("forecast", "estimated", "opinion", "possible", "asserted")
    ):
        return
    if form.stem == "하" and head is None and (kind != "go" or q != index - 1 or hearsay(state, q, index)):
        return
    between = named_between(state, q, first)
    near = q == first - 1 or kind == "nominal"
    if (weak or head is not None) and between is None and not near and not _only_address(state, q + 1, first):
        return
    low = region(state, q)
    end, direct = content_end(state, q, kind)
    if end is None:
        return
    source = between
    outer = None
    gap = -1
    if source is None and ending in ("final", "going") and (kind == "geot" or (direct and kind == "go")):
        gap = gap_before(state, low, q, kind)
        if gap >= 0:
            source = left(state, gap + 1, q, direct)
            if source is None or not beside(state, source, q, direct):
                gap, source = gap if direct and dated(state, gap + 1, q) else -1, None
    if source is None:
        source = left(state, low, q, direct, ending, index)
        source = outer = going_on(state, low, source)
        if (
            kind == "while"
            and ending == "quoted"
            and not direct
            and source is not None
            and source.particle in ("이", "가")
        ):
            source = outer = _of_itself(state, low, q, index) or source
        if source is not None and not row.media and ending in ("going", "quoted"):
            source = cited_speaker(state, source, q, index) or source
    if row.answers and source is not None and _asks(state, source, q):
        if not direct:
            return
        source = outer = None
    if state.outlet is not None and ending == "final" and between is None:
        if source is None or (row.media and state.outlet.source.type == "news_org"):
            source = state.outlet
    if ending == "adnominal" and direct and source is not None and source.particle in ("은", "는"):
        own = None if source.source.type == "news_org" and not row.media else source
        source = (
            named_after(state, after_cue(state, index, cue_end) - 1) or own
        )  # 응답자는 417명, “…”고 답한 | 응답자는; 통신은 “…”고 말한 누군가의 연설을 전했다
    if source is None and not low and row.media and not direct:
        source = article(state, q)
    if source is None and not low and (direct or row.cls == "reported"):
        source = named_outlet(state, q, sure=row.cls == "reported")
    if source is None and not low and row.own:
        source = doer_of_own(state, low, q)
    if source is not None and row.adds and not low and tokens[0].word in ONWARD and not direct:
        if any(hands_on(token) & WHILE for token in tokens[: source.first]):
            source = outer = None  # 또 송구하다며, 야당이 양해하면 좋겠다고 덧붙였다: who spoke before goes on
    if direct and source is not None and source.last < q - 1 and _fragment(state, source.last + 1, q):
        direct = False
    after = None
    if source is None and ending == "adnominal":
        after = named_after(state, after_cue(state, index, cue_end) - 1)
        source = after
        if after is None and not reported_later(state, index):
            return
    if source is None and direct and q and another_topic(tokens[q - 1]):
        return  # 키는 “…”라며: who it is, these words do not tell
    if source is None and low > 0 and state.subject is not None and ending != "adnominal":
        source = state.subject
    if source is not None and state.found and state.found[-1].index == q:
        _take_back(state, source, q)
    state.used.append(q)
    own = source if source is not None and low <= source.first and source.end <= end else None
    public = row.public
    begin = content_start(state, low, q, own, direct, public=public)
    if after is not None and not direct:
        begin = max(begin, past_topic(state, low, q))
    if not direct:
        if row.to:
            begin = past_receiver(state, begin, q)
        begin = past_deed(state, plan_start(state, begin, end), q)
    reported = tokens[q].cue
    half = (
        earlier_half(state, low, q, source, public=public)
        if reported is None or reported.stem in ("하", "보") or all(item.index != q for item in state.found)
        else None
    )
    if half is not None and source is not None and source.start > half[0][1] and _apart(state, source, half[0][1]):
        half = None  # 조서를 확보했다며 | 조씨가 “…”고 말했다고: what the outer one says
    if half is not None and source is not None and row.media and not half[1] and not direct:
        if source.source.type == "news_org" and _one_doer(state, source, half[0][1], q):
            half = None  # 매체는 군이 훈련을 한다며 구역을 설정했다고 보도했다
    if half is not None and not direct:
        begin = max(begin, after_half(state, half[0]))
    if source is not None and source is state.outlet:
        for item in state.found:
            if item.form == "according" and item.source is not None and item.source.start > source.end:
                begin = min(begin, item.source.start)
                item.content = [(item.content[0][0], end)]
    if begin >= end:
        return
    report = Draft([(state.start(first), cue_end)], [(begin, end)], row.cls, "attribution.ko.quotative", index)
    if kind == "to" and form.stem == "관측하":
        report.base = "asserted"  # 규모를 6.9로 관측했다: measured
    elif kind == "to" and form.stem == "제시하":
        report.base = "forecast"  # 전망치를 2.1%로 제시했다
    elif kind == "to" and form.stem == "보" and tokens[q].word not in state.forms.causes:
        report.base = "forecast" if _COMING.search(state.text[begin:end]) else "estimated"  # 가격을 5억원으로 본다
    elif kind == "while" and not row.judges and _has_object(state, q, first, index):
        if row.cls != "opinion" or not direct or not is_verdict(state.text[begin:end]):
            report.base = "denied" if row.cls == "denied" else _while_class(row.cls, tokens[index - 1].word)
    if row.fact and is_over(state.text[begin:end]):
        report.base = "asserted"  # “보증금이 올랐다”고 토로했다
    elif row.law and source is not None and source.source.type == "document":
        report.base = "asserted"  # 헌법은 …고 규정한다
    said = source
    if source is not None and ending == "going" and source.source.type in ("institution", "organization"):
        said = offender(state, index, source)
    report.direct, report.form, report.source, report.media = direct, ending, said, row.media
    if half is not None:  # “A”라며 “B”고: one attribution for each content
        stated = row.cls in ("planned", "forecast", "estimated") or orders(tokens[q])
        stated = stated or (kind == "eum" and row.cls == "possible")
        base = "asserted" if stated or (row.fact and is_over(state.text[half[0][0] : half[0][1]])) else report.base
        other = Draft(list(report.cue), [half[0]], base, report.rule, index)
        other.direct, other.form, other.source, other.media = half[1], ending, said, report.media
        if base == "denied":
            denial(state, other, low, q)
            if DENIAL.search(state.text[half[0][0] : half[0][1]]) is None:
                other.base = "asserted"  # “죄송하다”면서도 “…한 적이 없다”고 부인했다
        state.found.append(other)
    if row.cls == "denied" and not tokens[first].word.startswith(("혐의", "의혹")):
        denial(state, report, low, q)
        if kind == "while":
            denied_behind(state, report, q, first)
    elif row.cls == "asserted" and denies_flatly(state.text, begin, end):
        answered(state, report, low, q)  # 매각한다는 소문에 대해 “사실무근”이라고 밝혔다
    state.found.append(report)
    _cited(state, report, q, index)
    if ending == "going" and q < index - 2 and source is not None and source.particle in ("이", "가"):
        mentioned = tokens[q + 1].cue
        if mentioned is not None and mentioned.ending == "adnominal" and tokens[q + 2].object:
            report.cue = [(state.start(q + 1), state.stop(q + 1))]  # 총리가 “…”라고 한 대목을 언급하며 “…”고 지적했다
            state.edge = after_cue(state, index, cue_end)
            return
    if source is not None:
        state.subject = outer or source
    if gap >= 0:
        gapped(state, report, low, gap, kind)
    if ending in ("going", "final"):
        state.edge = after_cue(state, index, report.cue[-1][1])


def _take_back(state: State, source: Phrase, q: int) -> None:
    """‘…’면서 어려움에 공감한다고 밝혔다: what one says of oneself is no report of its own."""
    taken = len(state.found)
    while state.found:
        item = state.found[-1]
        if (
            item.index != q
            or item.form != "quoted"
            or not item.direct
            or item.source is None
            or item.source.start != source.start
        ):
            break
        state.found.pop()
    if len(state.found) < taken and state.used:
        state.used.pop()


def _apart(state: State, source: Phrase, end: int) -> bool:
    """Whether a clause that ends before its source is another one's: the source is an inner subject, or a verb stands between."""
    if source.particle in ("이", "가"):
        return True
    first = source.first
    while first > 0 and state.start(first - 1) > end:
        first -= 1
        if clause_splits(state.tokens[first]):
            return True  # 착각이었다며 진술을 번복하고, | 조 씨도
    return False


def _one_doer(state: State, source: Phrase, end: int, q: int) -> bool:
    """군이 훈련을 한다며 | 구역을 설정했다고: the subject of the first clause did the second, which has none."""
    if final_of(state.tokens[q].word[-3:-2] or " ") != _SS:
        return False
    cut = state.word_from(end)
    first = state.tokens[source.last + 1 : source.last + 6]
    if not any(token.subject and state.speech.shapes.is_subject(token) for token in first):
        return False
    return not any(token.marked and state.start(at) >= end for at, token in enumerate(state.tokens[cut:q], cut))


def _fragment(state: State, first: int, q: int) -> bool:
    """수사가 기획된 ‘정치공작의 일환’이라고: a clause of its own ends with the words in marks."""
    shapes, tokens = state.speech.shapes, state.tokens
    if tokens[q].word[0] not in "‘“'\"" or state.printed(q).rstrip("라고며면서이는,")[-2:-1] in "다요까자라죠":
        return False
    before = tokens[q - 1]
    if before.tail:
        return False
    if before.subject and shapes.is_subject(before):
        return True  # 정책이 “친자본적”이라고
    if before.last != "의" and not state.speech.describes(q - 1, first):
        return False
    return any(shapes.is_topic(token) or shapes.is_subject(token) for token in tokens[first : q - 1])


def _of_itself(state: State, low: int, q: int, index: int) -> Phrase | None:
    """단체는 회사들이 홍보하고 있다며 규제를 요청했다고 밝혔다: what it did itself."""
    told = next((word.cue for word in state.tokens[index + 1 : index + 4] if word.cue is not None), None)
    if told is None or told.stem not in ("밝히", "말하", "설명하", "덧붙이"):
        return None
    topic = left(state, low, q, False)
    return topic if topic is not None and topic.particle in ("은", "는") else None


def _likened(state: State, index: int) -> bool:
    """의사가 “…”고 말하는 것 같았다, 말하는 듯했다: what somebody might say."""
    following = [word.word for word in state.tokens[index + 1 : index + 3]]
    return bool(following) and (
        following[0].startswith("듯") or (following[0] == "것" and following[-1].startswith("같"))
    )


def _spoke(state: State, index: int, row: Row) -> None:
    """교육부는 방안을 발표했다, 주민들은 보상을 요구했다, 당국이 올리기로 했다: …다는 것이다 may go on with it."""
    if index > 1 and state.tokens[index - 1].word.endswith("기로"):
        state.spoke = left(state, state.edge, index - 1, False)
        return
    if not row.weak and index and state.tokens[index - 1].object:
        source = left_object(state, index - 1)
        if source is not None:
            state.spoke = source


_COMING: Final = re.compile(r"올해|내년|연간|하반기|분기|연말|향후|앞으로|성장률|전망")
_SS: Final = 20  # the final consonant ㅆ in the Unicode order
_THOUGHT: Final = frozenset(("믿", "생각하", "느끼", "보"))


def _has_object(state: State, q: int, first: int, index: int) -> bool:
    """…했다며 책임자 문책을 요구했다: the cue has an object of its own, so the clause before 며 only states."""
    return first < index or (index - 1 > q and state.tokens[index - 1].object)


def _while_class(base: str, word: str) -> str:
    """…라며 우려를 나타냈다, …라며 불만을 터뜨렸다 judge; …라며 주의를 당부했다 only states."""
    return base if word[:-1] in _FEELING and base == "opinion" else "asserted"


_FEELING: Final = frozenset(
    ("우려", "불만", "분통", "울분", "유감", "비판", "아쉬움", "날", "입", "쓴소리", "불만감", "실망감", "의구심")
)


def _only_address(state: State, first: int, index: int) -> bool:
    """…라고 블로그를 통해 공개했다: only channel, place or time stand between quotative and cue."""
    if past_address(state, first, index) == index:
        return True
    return all(
        state.speech.is_time(position) or state.tokens[position].word in state.forms.adverbs
        for position in range(first, index)
    )


def _asks(state: State, source: Phrase, q: int) -> bool:
    """한국은행이 기업 500곳을 설문 조사한 결과 | 42%가 …고 답했다: who asks, not who answers."""
    return source.particle in ("이", "가") and any(
        state.tokens[position].word == "결과" for position in range(source.last + 2, q)
    )


_CITED: Final = re.compile(r"(.+?)(?:의 말)?(을|를)$")


def _cited(state: State, report: Draft, q: int, index: int) -> None:
    """X를 인용해 보도했다: X says the same inside."""
    if not state.gate & CITES:
        return
    tokens = state.tokens
    for position in range(state.edge, index):
        if not cited_at(tokens, position):
            continue
        head = tokens[position - 1]
        match = _CITED.match(head.word)
        if match is None:
            continue
        stem = match.group(1)
        low = (
            q + 1
            if position > q
            else (report.source.last + 1 if report.source is not None and report.source.last < position else state.edge)
        )
        if report.source is not None and q < report.source.last < position:
            low = report.source.last + 1  # …고 블룸버그가 | 소식통을 인용해
        last = position - 1
        if stem in ("말", "발언", "설명", "자료", "입") and position >= 2 and tokens[position - 2].word.endswith("의"):
            last, stem = position - 2, tokens[position - 2].word[:-1]
        phrase = state.speech.phrase(last, min(low, last), state.start(last) + len(stem), "을", unknown=False)
        if phrase is None:
            if position < q and not report.direct and state.start(position + 1) < report.content[-1][1]:
                begin = max(state.start(position + 1), report.content[-1][0])
                report.content[-1] = (begin, report.content[-1][1])  # 누군가의 말을 인용해 | …
            continue
        inner = Draft([(state.start(position), state.stop(position))], list(report.content), "asserted",
                        "attribution.ko.cited", position)  # fmt: skip
        if position < q and not report.direct:
            begin, end = state.start(position + 1), report.content[-1][1]
            if begin >= end:
                return
            inner.content = report.content = [(begin, end)]
        inner.source, inner.same = phrase, report
        state.found.append(inner)
        return
