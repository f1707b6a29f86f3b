"""Who or what a number is about, and what is measured: filled in only where the sentence's grammar says so.

``subject`` is the owner or doer (한빛전자의 매출 -> 한빛전자), ``measure`` the thing measured or counted (매출).
Both are words of the text, without particles; a name that the document knows by another form takes its canonical form.
None is better than a guess: pronouns, topics of another clause and the speaker of a quotation are no subjects, save of
what he says that he will do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims import subjects_en, subjects_ko, subjects_ko_shares
from claims.looks import first_word, follows, hangul_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.lexicon import Lexicon
    from claims.records import Alias, Mention, Page, Report, Span

__all__ = ["attach"]

#: How a content goes on with who says it: it would cut 300 jobs, to cut them.
_SELF: Final = frozenset(("it", "they", "we", "i", "to", "its", "their", "our"))
_HE: Final = frozenset(("he", "she"))
#: Who reports what others do.
_OUTLETS: Final[tuple[str, ...]] = ("news_org", "news_collective")
#: What is denied of oneself: 3억원을 받았다는 의혹.
_CHARGES: Final[tuple[str, ...]] = ("혐의", "의혹")


def attach(
    page: Page, mentions: list[Mention], aliases: list[Alias], lexicon: Lexicon, reports: Sequence[Report] = ()
) -> None:
    """Set ``subject`` and ``measure`` of every mention, in place; linear in the text, never raises on it."""
    if not mentions:
        return
    known: dict[str, Alias] = {}
    for alias in aliases:
        known[alias.canonical] = alias
        for name in alias.names:
            known[name] = alias
    only = {"person": _only(aliases, "person"), "organization": _only(aliases, "organization")}
    sentences, text, language = page.sentences, page.text, page.language
    quotations = page.quotes
    first_quote = last_quote = 0  # … of those of a sentence, and the one behind the last
    index, count = 0, len(mentions)
    while index < count:
        number = mentions[index].sentence
        stop = index + 1
        while stop < count and mentions[stop].sentence == number:
            stop += 1
        group = mentions[index:stop]
        start, end = sentences[number] if 0 <= number < len(sentences) else (group[0].left, group[-1].right)
        while first_quote < len(quotations) and quotations[first_quote][0] < start:
            first_quote += 1
        last_quote = max(first_quote, last_quote)
        while last_quote < len(quotations) and quotations[last_quote][0] < end:
            last_quote += 1
        quotes = quotations[first_quote:last_quote]
        if language == "en" or (language == "mixed" and not hangul_in(text, start, end)):
            earlier = sentences[number - 1][0] if 0 < number < len(sentences) else -1
            subjects_en.attach(text, start, end, group, quotes, known, only, lexicon, earlier)
            for mention in group:
                _without_time(mention)
        else:
            subjects_ko.attach(text, start, end, group, quotes, known, only, lexicon)
        index = stop
    if language != "en" and count > 1:
        subjects_ko_shares.in_turn(text, mentions)
    _without_later(text, mentions, only, aliases)
    _without_sources(text, mentions, reports)
    if language != "ko":
        _without_speakers(text, mentions, reports)
    if language != "en":
        _without_tellers(text, mentions, reports)
        _without_hearers(text, mentions, reports)
        if "겠다" in text:
            _speakers(text, mentions, reports, aliases)


def _without_later(text: str, mentions: list[Mention], only: dict[str, str | None], aliases: list[Alias]) -> None:
    """She, before anybody is named: the one person that the document names later is not meant."""
    named = {name for name in only.values() if name is not None}
    if not named:
        return
    for alias in aliases:
        if alias.canonical in named:
            first = -1
            for mention in mentions:
                if mention.subject == alias.canonical:
                    if first < 0:
                        first = min((at for name in alias.names if (at := text.find(name)) >= 0), default=0)
                    if mention.end <= first:
                        mention.subject = None


def _without_sources(text: str, mentions: list[Mention], reports: Sequence[Report]) -> None:
    """citing two people, 소식통 2명은: nobody owns the number in a source's own description."""
    counts = [mention for mention in mentions if mention.kind == "count" and mention.subject is not None]
    if not counts:
        return
    sources = sorted(filter(None, [report.source for report in reports]))
    place = 0
    for mention in counts:
        while place < len(sources) and sources[place][0] <= mention.start:
            place += 1
        if place and mention.end <= sources[place - 1][1]:
            told = text[sources[place - 1][0] : mention.start]
            if not (told.startswith(mention.subject or "") and (", which " in told or ", who " in told)):
                mention.subject = None  # and not: The group, which sold 3,000 homes, said


def _without_speakers(text: str, mentions: list[Mention], reports: Sequence[Report]) -> None:
    """His lawyers said he paid $3 million, the mayor accused the firms of dumping 40 tonnes: no number of who says it.

    A content that goes on with its speaker (it would, to spend, admitted paying) keeps it, and so does a firm that tells its
    own results.
    """
    for mention in mentions:
        if mention.subject is None or mention.attribution is None:
            continue
        report = reports[mention.attribution]
        if report.source is None or not report.rule.startswith("attribution.en"):
            continue
        low, high = report.source
        if mention.subject != report.canonical and mention.subject != text[low:high]:
            continue
        if mention.measure is not None and mention.kind != "count" and report.type == "organization":
            continue
        judged = report.cls == "opinion" and report.rule.endswith(("branded", "object"))
        for begin, end in report.content:
            if begin <= mention.start < end and not begin <= low < end:
                first = first_word(text, begin, end).strip('“"').lower()
                own = first in _SELF or first[-3:] == "ing" or (first in _HE and _is_one(text, report, low, high))
                if judged or (not own and report.rule.endswith(("said", "post"))):
                    mention.subject = None


def _is_one(text: str, report: Report, low: int, high: int) -> bool:
    """Whether a source is one person, and no officials."""
    last = text[low:high].rsplit(" ", 1)[-1]
    return report.type == "person" and not (last.islower() and last[-1] == "s")


def _without_tellers(text: str, mentions: list[Mention], reports: Sequence[Report]) -> None:
    """노조는 임금을 7% 올리라고 요구했다, 김 대표는 매출이 줄었다는 보도를 부인했다: who orders or denies it does not do it.

    A company's denial is about itself, and charges are somebody's own.
    """
    others: dict[int, Report] = {}
    for number, report in enumerate(reports):
        if report.source is None:
            continue
        if report.rule == "attribution.ko.object" and report.cls == "denied":
            if report.type != "organization" and not text.startswith(_CHARGES, report.content[-1][1] - 2):
                others[number if report.target is None else report.target] = report
        elif _tells_of_others(text, report) and report.rule.startswith("attribution.ko"):
            others[number] = report
    if not others:
        return
    for mention in mentions:
        other = None if mention.attribution is None else others.get(mention.attribution)
        if other is not None and other.source is not None:
            low, high = other.source
            if mention.subject in (text[low:high], other.canonical):
                mention.subject = None


def _tells_of_others(text: str, report: Report) -> bool:
    """Whether who says something does not speak of what he does himself."""
    return (
        (report.cls == "opinion" and _orders(text, report.content[-1]))
        or (report.rule == "attribution.ko.noun-object" and report.type == "person" and report.cls != "planned")
        or (report.cls == "reported" and report.type in _OUTLETS)
        or report.type == "experts"
    )  # 김 교수는 예산이 3조원 줄었다는 점을 지적했다; 신문은 해군이 훈련을 한다며 …; 전문가들은 금리가 3%로 …


#: From whom something is heard.
_FROM_WHOM: Final[tuple[str, ...]] = ("에게", "한테", "로부터", "으로부터")
_TOLD: Final = ("asserted", "reported", "planned")


def _without_hearers(text: str, mentions: list[Mention], reports: Sequence[Report]) -> None:
    """유족은 병원으로부터 기록 30건을 잃었다는 답변을 받았다: who only hears it has not done it; 좋다는 평가 is of the hearer."""
    for mention in mentions:
        if mention.subject is None or mention.attribution is None:
            continue
        report = reports[mention.attribution]
        if report.rule == "attribution.ko.noun" and report.source is not None and report.cls in _TOLD:
            heard = text.startswith(_FROM_WHOM, report.source[1])
            if heard and not any(text.find(mention.subject, *content) >= 0 for content in report.content):
                mention.subject = None


def _orders(text: str, content: Span) -> bool:
    """올리라 | 고, 줄일 것 | 을: a content that ends as an order; the 라 of 것이라고 is no content."""
    begin, end = content
    while end > begin and ord(text[end - 1]) in (ord("”"), ord("’"), ord('"'), ord("'")):
        end -= 1
    if end > begin and text[end - 1] == "라":
        return True
    return end - 2 >= begin and follows(text, end - 2, " 것") and follows(text, content[1], "을")


def _speakers(text: str, mentions: list[Mention], reports: Sequence[Report], aliases: list[Alias]) -> None:
    """김 대표는 “매장을 40곳 더 열겠다”고 말했다: who says that he will is the doer, or the house that he speaks for."""
    houses = [alias for alias in aliases if alias.type == "organization"]
    for mention in mentions:
        if mention.subject is not None or mention.attribution is None or mention.factuality != "planned":
            continue
        report = reports[mention.attribution]
        if not report.direct or report.source is None or mention.kind not in ("money", "count"):
            continue
        for begin, end in report.content:
            if begin <= mention.start < end:
                following = text[mention.end : min(end, mention.end + 30)]
                if following[:1] in " 을를" and "겠다" in following and following.count(" ") < 4:
                    named = text[report.source[0] : report.source[1]]
                    house = next((house for house in houses if any(name in named for name in house.names)), None)
                    mention.subject = house.canonical if house is not None else report.canonical or named


def _without_time(mention: Mention) -> None:
    """Last week the index lost 2%: the time that opens the sentence is no part of the subject."""
    subject, period = mention.subject, mention.period
    if subject is not None and period is not None and subject.startswith(period[0] + " "):
        mention.subject = subject[len(period[0]) + 1 :]


def _only(aliases: list[Alias], kind: str) -> str | None:
    """The document's one entity of a type, to which 그 or it may point (never 유족들); None if there are none or several."""
    names = [alias.canonical for alias in aliases if alias.type == kind and not alias.canonical.endswith("들")]
    return names[0] if len(names) == 1 else None
