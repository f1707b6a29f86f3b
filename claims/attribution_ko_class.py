"""From drafts to reports: nesting, inherited sources, classes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_draft import AS_THING, MEDIA, SPEAKERS, denies_flatly
from claims.attribution_ko_stated import class_of, conditional, is_verdict
from claims.attribution_ko_tokens import ONWARD
from claims.looks import follows, follows_any, letter
from claims.records import Report
from claims.sources import classify

if TYPE_CHECKING:
    from claims.attribution_ko_draft import Draft, State
    from claims.attribution_ko_phrases import Phrase

__all__ = ["finish", "named"]


def finish(state: State, before: list[Report], trace: list[tuple[int, int, str, str]] | None) -> list[Report]:
    """The drafts of a sentence as reports in text order, with class and nesting; ``before`` are those of the sentence before."""
    items = state.found
    if len(items) > 1:
        items = _in_order(items)
        quoted = governs = False
        for item in items:
            quoted = quoted or item.form == "quoted"
            governs = governs or item.form == "according"
        if quoted:
            items = [item for item in items if item.form != "quoted" or not _said_of_itself(item, items)]
        if governs:
            items = [item for item in items if not _governed(state, item)]
    reports: list[Report] = []
    kept: list[Draft] = []
    for item in items:
        report = _report(state, item, before)
        if report is None:
            continue
        reports.append(report)
        kept.append(item)
        if trace is not None:
            who = "nobody named" if item.source is None else state.text[item.source.start : item.source.end]
            trace.append((item.cue[0][0], item.cue[-1][1], item.rule, f"{report.cls}: {who}"))
    for number, item in enumerate(kept):
        report = reports[number]
        report.parent = _place(item.same, kept)
        if report.parent is None and len(reports) > 1:
            report.parent = _parent(reports, number)
            if report.parent is not None:
                _inside_parent(report, reports[report.parent])
        report.target = _place(item.target, kept)
        if report.target is None and report.cls == "denied":
            report.target = _denied_before(state, reports, kept, number)
    return reports


def _place(item: Draft | None, kept: list[Draft]) -> int | None:
    """Where a draft stands among those that became reports."""
    if item is not None:
        for number, other in enumerate(kept):
            if other is item:
                return number
    return None


def _in_order(items: list[Draft]) -> list[Draft]:
    """The drafts by their cues; most come so."""
    low = high = -1
    for item in items:
        start, end = item.cue[0][0], item.cue[-1][1]
        if start < low or (start == low and end < high):
            return sorted(items, key=_by_cue)
        low, high = start, end
    return items


def _by_cue(item: Draft) -> tuple[int, int]:
    return item.cue[0][0], item.cue[-1][1]


def _said_of_itself(item: Draft, items: list[Draft]) -> bool:
    """신문은 회장이 …고 항변했다고 소개했다: nobody reports itself, so who said it inside is not known."""
    if item.source is None:
        return False
    start, end = item.cue[0][0], item.cue[-1][1]
    for other in items:
        same = other is not item and other.source is not None and other.source.start == item.source.start
        if same and other.content[0][0] <= start and end <= other.content[-1][1]:
            return True
    return False


def _parent(reports: list[Report], number: int) -> int | None:
    """The smallest content that holds the cue and more than this content."""
    own = reports[number]
    start, end = own.cue[0][0], own.cue[-1][1]
    best: int | None = None
    size = 1 << 60
    for other, report in enumerate(reports):
        if other == number:
            continue
        for low, high in report.content:
            if low <= start and end <= high and high - low < size and report.content != own.content:
                best, size = other, high - low
    return best


def _inside_parent(report: Report, parent: Report) -> None:
    """서울시는 …로 조사됐다고 밝혔다: what nobody says inside begins where the content that holds it begins."""
    low, high = report.content[0]
    begin = parent.content[-1][0]
    if low < begin < high:
        report.content = [(begin, high), *report.content[1:]]


def _denied_before(state: State, reports: list[Report], kept: list[Draft], number: int) -> int | None:
    for other in range(number - 1, -1, -1):
        if reports[other].cue == reports[number].cue:
            continue  # the other half of the same denial
        if reports[other].type in ("news_org", "news_collective", "anonymous") and kept[other].same is None:
            return other
    low, high = reports[number].content[-1]
    return -1 if not reports[number].direct and re.search("보도|기사", state.text[low:high]) else None


def _nobody_spoke(state: State, before: list[Report]) -> bool:
    """…라는 지적도 나온다. …라는 것이다: nobody is named, and goes on."""
    if not before or before[-1].source is not None or before[-1].inherited:
        return False
    told = before[-1].cue[-1][1]
    return before[-1].rule in _GOES_ON_FROM and state.text[told] in ".!?"


_GOES_ON_FROM: Final = frozenset(("attribution.ko.noun", "attribution.ko.copula", "attribution.ko.hearsay"))


def _hearsay_noun(state: State, index: int) -> str:
    """것 in 것이다 and 겁니다, 얘기 in 얘깁니다: the noun that goes on with what was said."""
    word = state.tokens[index]
    split = word.role.copula if word.role is not None else None
    return split[0] if split is not None else word.word


def _report(state: State, item: Draft, before: list[Report]) -> Report | None:
    source = item.source
    kind = "unattributed"
    canonical: str | None = None
    inherited = False
    if source is not None:
        kind, canonical = source.source.type, source.source.canonical
        if (
            kind == "organization"
            and item.media
            and item.base == "reported"
            and item.rule == "attribution.ko.quotative"
        ):
            kind = "news_org"  # who 보도하다 is the press
    elif item.rule in _INHERITS or item.hearsay:
        previous = _inherited(before, item, state) if item.hearsay or _goes_on(state, item) else None
        noun = _hearsay_noun(state, item.index) if item.hearsay else ""
        row = state.forms.hearsay.get(noun, {})
        if previous is None and row.get("paper"):
            canonical = _document_before(state)
            kind, inherited = ("document", True) if canonical is not None else (kind, False)
        elif previous is None:
            if not item.hearsay:
                return None
            if row.get("meant") and not (noun == "것" and _nobody_spoke(state, before)):
                return None  # the author explains: …는 뜻이다
        else:
            kind, canonical, inherited = previous.type, previous.canonical or _printed(state, previous), True
    text = state.text[item.content[-1][0] : item.content[-1][1]]
    cls = _class(state, item, kind, text)
    if inherited and item.hearsay and cls == "reported":
        if kind in ("market", "industry", "experts", "insiders"):
            cls = "opinion"
        elif kind in SPEAKERS:
            cls = "asserted"  # who speaks for itself still does in the next sentence
        cls = "planned" if kind == "document" and _AGREEMENT.search(canonical or "") else cls
    span = (source.start, source.end) if source is not None else None
    return Report(
        source=span, canonical=canonical, type=kind, cue=item.cue, content=item.content, cls=cls, direct=item.direct,
        rule=item.rule, others=source is not None and source.source.others, inherited=inherited,
    )  # fmt: skip


_INHERITS: Final = (
    "attribution.ko.quotative",
    "attribution.ko.noun-object",
    "attribution.ko.object",
    "attribution.ko.quoted",
)


#: Where nobody else is named, 특히 goes on too.
_GOES_ON: Final = ONWARD | {"특히"}


def _goes_on(state: State, item: Draft) -> bool:
    """이어 …라고 덧붙였다: the speaker of the sentence before goes on; a topic of its own may be another speaker."""
    if item.direct or state.tokens[0].word in _GOES_ON or state.text.startswith("덧붙", item.cue[0][0]):
        return True
    low, high = item.content[0]
    opening = state.tokens[0].word
    if opening.endswith("일에는") and opening[0].isdigit():
        return False  # 3월 28일에는 달림플이 …라고 보도했다: of somebody else
    for index, token in enumerate(state.tokens):
        start = state.start(index)
        if start >= high:
            return True
        if start >= low and token.topic and len(token.word) > 1 and not state.speech.shapes.modifies(token):
            return state.speech.is_thing(index)  # 성장률은 3%로 봤다
    return True


def _governed(state: State, item: Draft) -> bool:
    """연구팀에 따르면 …할 것으로 내다봤다: whose outlook it is has been said; its class is that of the outlook."""
    if item.source is not None or item.hearsay or item.rule not in _INHERITS:
        return False
    for other in state.found:
        if other.form == "according" and other.content[0][0] <= item.cue[0][0] < other.content[-1][1]:
            if other.base == "asserted":
                other.base = item.base
            return True
    return False


_AGREEMENT: Final = re.compile(r"양해각서|계약|협약|합의|협정|조약|계획|방안|법안|MOU")
_DOCUMENT: Final = re.compile(
    r"([가-힣A-Za-z]*(?:양해각서|(?<!재)계약서?|협약서?|합의서?|합의문|협정|조약|보고서|성명서?|서한|편지|공문|문건|결의안|법안|개정안|방안|대책|공시|판결|결정문|입장문|선언문)(?:\([A-Za-z]+\))?)"
    r"(?:을|를|이|가|에|은|는)"
)


def _document_before(state: State) -> str | None:
    """…양해각서(MOU)를 체결했다. …는 내용이었다: the paper that the sentence before names."""
    start = state.start(0)
    low = max(0, start - 200)
    cut = max(state.text.rfind("\n\n", low, start), state.text.rfind("다. ", low, max(low, start - 4)))
    found = None
    for match in _DOCUMENT.finditer(state.text, max(low, cut), start):
        found = match.group(1)
    return found


def _printed(state: State, report: Report) -> str | None:
    return state.text[report.source[0] : report.source[1]] if report.source is not None else None


def named(before: list[Report]) -> list[Report]:
    """The reports of the sentence before that have a source to inherit."""
    return [report for report in before if report.source is not None or report.inherited]


#: How much of a sentence may follow its last report before hearsay in the next one means somebody else.
_ASIDE: Final = 14


def _inherited(before: list[Report], item: Draft, state: State) -> Report | None:
    """Hearsay goes back to the outermost report, a dropped subject to the last one who spoke."""
    spoke = named(before)
    if not spoke:
        return None
    if item.hearsay:
        told = max((max(report.cue[-1][1], report.content[-1][1]) for report in before if report.content), default=0)
        if told and state.text[told] not in ".!?”" and state.start(0) - told > _ASIDE:
            return None  # the sentence before went on in the author's own voice
        outer = [report for report in spoke if report.parent is None]
        return outer[-1] if outer else spoke[-1]
    for report in reversed(spoke):
        if report.parent is not None and _in_quotation(report, spoke):
            continue  # “…고 ‘가온뉴스’는 보도했다”고 매체는 전했다: the medium goes on
        if report.type in _SPEAK_ON:
            inner = [other for other in spoke if other.type in ("person", "organization", "institution")]
            return inner[-1] if inner and report.type == "news_org" else report
    return spoke[-1] if spoke[-1].type == "document" and not item.direct else None  # 아울러 …라고 밝혔다: the paper


#: Who goes on in the next sentence: …고 예상하고 있다. 그러면서도 …고 내다보고 있다.
_SPEAK_ON: Final = (*SPEAKERS, "news_org", "anonymous", "experts", "news_collective", "market", "industry")


def _in_quotation(report: Report, spoke: list[Report]) -> bool:
    cue = report.cue[0][0]
    return any(other.direct and low <= cue < high for other in spoke for low, high in other.content)


_PRESS: Final = ("news_org", "news_collective")


def _class(state: State, item: Draft, kind: str, content: str) -> str:
    base = item.base
    asserted, opinion, press = base == "asserted", base == "opinion", kind in _PRESS
    told = asserted or base == "reported"
    if base == "denied" or (told and not press and denies_flatly(content, 0, len(content))):
        return "denied"
    hands_on = told and press and item.media and item.same is None
    if hands_on and item.form != "according":
        return "reported"  # whatever it says
    if opinion and content.rstrip("”\"’'")[-1:] == "것" and state.text[item.content[-1][1]] in "을도만":
        return "opinion"  # 줄일 것을 요구했다
    speaks = kind in SPEAKERS or (kind == "anonymous" and _of_a_body(state, item.source))
    speaker = speaks and item.form != "according" and (asserted or opinion or base in ("planned", "possible"))
    speaker = speaker or item.rule == "attribution.ko.paper"  # 문건에는 인력을 늘린다는 내용이 담겼다
    text, after = state.text, item.content[-1][1]
    future = letter(text, after) == ord(" ") and follows_any(text, after + 1, AS_THING)
    stated = class_of(content, state.forms, speaker=speaker, future=future)
    if stated is None and content[-1:] == "자" and text[after : after + 1] == "고":
        stated = "opinion"  # 맡기자고: a proposal
    if hands_on:
        return stated if stated in ("forecast", "estimated") else "reported"
    planned = stated == "planned"
    if planned and item.rule == "attribution.ko.report":
        return "reported"  # …을 추진한다는 보도를 부인했다: a plan that its owner denies
    if state.conditions and kind != "document" and conditional(content, state.forms):
        return "conditional"
    promised = item.direct and stated is not None and (opinion or base in ("planned", "possible"))
    if promised and _on_condition(state, item):
        return "conditional"
    if planned and opinion and follows(text, after, " 것으로 "):
        return "forecast"  # 요인으로 작용할 것으로 지적했다
    if planned and opinion and content.rstrip("”’\"'").endswith("고 있다"):
        return "opinion"  # 증원을 추진하고 있다고 비판했다: what others do
    if planned and (
        speaker
        or item.same is not None
        or told
        or (base == "forecast" and kind in SPEAKERS and content.rstrip("”’\"'").endswith("겠다"))  # …겠다고 자신했다
    ):
        return "planned"
    if base in ("estimated", "forecast"):
        return base
    if stated in ("estimated", "forecast", "possible"):
        return stated
    if opinion or base == "possible":
        return base
    if stated == "opinion":
        return "opinion"
    if base == "planned":
        return base
    if base == "reported" and kind in SPEAKERS and item.rule == "attribution.ko.noun-object":
        return "asserted"  # 그는 “…”는 말을 남겼다
    if kind in MEDIA or kind == "news_report" or base == "reported":
        return "reported"
    if item.direct and state.tokens[min(item.index, len(state.tokens) - 1)].word.startswith(("했", "한다")):
        return "opinion" if is_verdict(content) else "asserted"
    if item.direct and asserted and (content.rstrip("”’\"' .")[-1:] in "냐까" or _judges(state, item, content)):
        return "opinion"  # “왜 책임지지 않느냐”며 울었다
    return base


def _of_a_body(state: State, source: Phrase | None) -> bool:
    """경찰 관계자는 “확인할 것”이라고: who speaks for a body says what it will do; not 업계 관계자."""
    known = state.speech.known
    if source is None or source.first == source.last or not state.tokens[source.last].word.startswith(known.for_bodies):
        return False
    body = classify(state.text[source.start : state.stop(source.last - 1)], known)
    return body is not None and body.type in ("institution", "organization")


def _on_condition(state: State, item: Draft) -> bool:
    """합의하지 않으면 “큰 위험에 처할 것”이라며 압박했다: the words before a threat or a promise say when it holds."""
    begin, end = item.content[0]
    if not state.text.startswith("면 ", begin - 2):
        return False
    word = state.text.rfind(" ", 0, begin - 2) + 1
    return conditional(state.text[word:end].translate(_NO_MARKS), state.forms)


_NO_MARKS: Final = str.maketrans("", "", "“”\"‘’'")


def _judges(state: State, item: Draft, content: str) -> bool:
    """“불가피한 선택”이라고 맞받았다: who answers back or shouts with a noun phrase judges; with a number it states."""
    word = state.tokens[min(item.index, len(state.tokens) - 1)].word
    if word.startswith("외"):  # “날치기”라고 외쳤다
        return is_verdict(content)
    if not word.startswith(("맞받", "응수", "맞서", "맞섰", "반박", "강변")):
        return False
    return " " in content and is_verdict(content)
