"""Who says what, across the document: the sentences of either language, names settled, claims joined to their sources."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from claims.certainty import clause_certainty, told_before
from claims.certainty_en import within
from claims.sources_resolve import resolve

if TYPE_CHECKING:
    from claims.attribution_ko_tokens import Vocabulary
    from claims.lexicon import Lexicon
    from claims.records import Alias, Mention, Page, Report, Span

__all__ = ["find", "join"]


#: A sentence no longer than this does not break who speaks (매출은 7조2000억원이다).
_ASIDE: Final = 20
#: What follows a quotation that is reported: ”고, ”라고, ”며, ”는.
_AFTER_QUOTE: Final = tuple("고라이며면는")
#: Sources inside each other that are looked at.
_NESTED: Final = 4
#: How far before its end the clause of a plan is looked through for its subject.
_CLAUSE: Final = 60


@cache
def _hangul() -> re.Pattern[str]:
    return re.compile("[가-힣]")


def find(
    page: Page, lexicon: Lexicon, trace: list[tuple[int, int, str, str]] | None = None
) -> tuple[list[Report], list[Alias]]:
    """Every report of a page in text order, and the entities that its sources name.

    ``parent`` and ``target`` are indexes into the list.
    """
    text = page.text
    reports: list[Report] = []
    before: list[Report] = []
    pending: list[Span] = []
    quotes = page.quotes
    place = 0
    hangul = _hangul()
    if page.language != "en":  # a text in English does not pay for the tables of the other language
        from claims.attribution_ko import find_sentence as korean
        from claims.attribution_ko_tokens import vocabulary_of

        known = vocabulary_of(lexicon)
    for start, end in page.sentences:
        spoke: list[Report] = []
        while place < len(quotes) and quotes[place][0] < start:
            place += 1
        if page.language == "en" or not (
            "가" <= text[max(start, end - 2)] <= "힣" or "가" <= text[start] <= "힣" or hangul.search(text, start, end)
        ):
            found = _english(text, start, end, page, lexicon, trace)
            if text[start] in '“"‘' and (found or before or pending or text[end - 1] not in '”"’'):
                from claims.attribution_en_quotes import carried

                above, found = carried(text, start, end, page, lexicon, found, before, pending)
                if found is before:
                    found, spoke = [], before
                reports += above
            elif pending:
                pending.clear()
        else:
            stop = place
            while stop < len(quotes) and quotes[stop][0] < end:
                stop += 1
            handed_on = stop > place and _handed_on(text, quotes, place, stop)
            found = korean(text, start, end, page, known, quotes[place:stop], before, trace, spoke, handed_on)
        offset = len(reports)
        for report in found:
            if report.parent is not None:
                report.parent += offset
            if report.target is not None:
                report.target = _earlier(reports) if report.target < 0 else report.target + offset
        reports += found
        if found or spoke:
            if found and spoke:  # whose verb closes the sentence goes on
                before = [*spoke, *found] if found[-1].cue[-1][1] > end - 3 else [*found, *spoke]
            else:
                before = found or spoke
        elif end - start > _ASIDE:
            before = []
    aliases = resolve(text, reports, lexicon)
    _settle_inherited(text, reports)
    if page.language != "en":
        _settle_classes(text, reports, aliases, known)
    return reports, aliases


def _settle_classes(text: str, reports: list[Report], aliases: list[Alias], known: Vocabulary) -> None:
    """What the names of the whole page tell of a class: who speaks of the own firm plans, what is a paper reports."""
    for report in reports:
        if report.cls == "forecast" and report.type == "person" and _own_firm(text, report, aliases, known):
            report.cls = "planned"
        elif report.cls == "asserted" and report.type == "news_org" and report.rule == "attribution.ko.according":
            report.cls = "reported"  # WP에 따르면, behind 워싱턴포스트(WP)


def _own_firm(text: str, report: Report, aliases: list[Alias], known: Vocabulary) -> bool:
    """나래전자가 투자에 참여할 것: a plan, where the speaker was named with that firm (이진우 나래전자 대표)."""
    start, end = report.content[-1]
    if text[end - 3 : end] != "할 것":
        return False
    words = text[max(start, end - _CLAUSE) : end - 2].split()
    if not words or known.forms.state.end(words[-1], words[-1][-2:]):
        return False
    for word in reversed(words[:-1]):
        if word[-1] in "이가" and len(word) > 2:
            for alias in aliases:
                if alias.canonical == report.canonical:
                    return any(word[:-1] in name.split() for name in alias.names)
            return False
    return False


def _english(
    text: str, start: int, end: int, page: Page, lexicon: Lexicon, trace: list[tuple[int, int, str, str]] | None
) -> list[Report]:
    import claims.attribution_en  # only a text in English pays for its tables (and but once: from … import looks each time)

    return claims.attribution_en.find_sentence(text, start, end, page, lexicon, trace)


def _handed_on(text: str, quotes: list[Span], place: int, stop: int) -> bool:
    """Whether one of the quotations from ``place`` to ``stop`` is reported: ”고, ”라며."""
    for position in range(place, stop):
        high = quotes[position][1]
        if text[high : high + 1] in _AFTER_QUOTE:
            return True
    return False


def _earlier(reports: list[Report]) -> int | None:
    """The report that a denial in a later sentence means: the last one by the press."""
    for number in range(len(reports) - 1, max(-1, len(reports) - 12), -1):
        report = reports[number]
        if (
            report.type in ("news_org", "news_collective", "anonymous")
            and report.parent is None
            and not report.inherited
        ):
            return number
    return None


def _settle_inherited(text: str, reports: list[Report]) -> None:
    """An inherited source takes the name that its own sentence got."""
    if not any(report.inherited for report in reports):
        return
    names: dict[str, tuple[str, str]] = {}
    for report in reports:
        if report.inherited and report.canonical is not None:
            report.canonical, report.type = names.get(report.canonical, (report.canonical, report.type))
        elif report.source is not None and report.canonical is not None:
            named = (report.canonical, report.type)
            names[report.canonical] = names[text[report.source[0] : report.source[1]]] = named


def join(page: Page, mentions: list[Mention], reports: list[Report], lexicon: Lexicon) -> None:
    """Give every mention the innermost report whose content holds it, and its factuality."""
    spans: list[tuple[int, int, int]] = []
    for number, report in enumerate(reports):
        for low, high in report.content:
            spans.append((low, high, number))
    spans.sort()
    reach: list[int] = []  # how far the spans up to this one go
    far = 0
    for _, high, _ in spans:
        far = max(high, far)
        reach.append(far)
    sources = sorted(report.source for report in reports if report.source is not None)
    denied = {
        report.target
        for report in reports
        if report.target is not None and report.cls == "denied" and reports[report.target].type == "news_report"
    }
    starts = [span[0] for span in spans]
    firsts = [source[0] for source in sources]
    opened = named = 0
    for mention in mentions:
        start = mention.start
        opened, named = _passed(starts, opened, start), _passed(firsts, named, start)
        held = _holding(mention, sources, named)
        best: tuple[int, int, int] | None = None
        for position in range(opened - 1, -1, -1):
            low, high, number = spans[position]
            if low < start - 3000 or reach[position] < mention.end:
                break
            if mention.end <= high and (held is None or held[0] <= low < high <= held[1]):
                rank = (-_depth(reports, number), high - low, number)
                if best is None or rank < best:
                    best = rank
        if best is not None:
            mention.attribution = best[2]
        elif held is not None:
            continue  # 소식통 2명, two people familiar with the matter: the author counts them; not Ruiz, who called it 3 gifts
        mention.factuality = _factuality(page, mention, reports, denied, lexicon)


def _passed(starts: list[int], place: int, pos: int) -> int:
    """How many of the starts are not behind ``pos``, counted on from ``place``: numbers come in the order of the text."""
    while place < len(starts) and starts[place] <= pos:
        place += 1
    while place > 0 and starts[place - 1] > pos:
        place -= 1
    return place


def _holding(mention: Mention, sources: list[Span], place: int) -> Span | None:
    """Which of the sources before ``place`` holds a number, if one does; they lie inside each other seldom, and not deep."""
    for index in range(max(0, place - _NESTED), place):
        if mention.end <= sources[index][1]:
            return sources[index]
    return None


def _depth(reports: list[Report], number: int) -> int:
    depth = 0
    parent = reports[number].parent
    while parent is not None and depth < 8:
        depth += 1
        parent = reports[parent].parent
    return depth


#: Classes that hold for the last clause of a Korean content, not for what it tells before.
_UNSURE: Final = ("forecast", "conditional", "planned", "possible", "estimated")


def _factuality(page: Page, mention: Mention, reports: list[Report], denied: set[int], lexicon: Lexicon) -> str:
    """The innermost class that is not ``reported``; the clause's own plan or condition where the report leaves it open.

    ``denied`` are the rumours and reports that somebody denies in the same words (해고했다는 보도를 부인했다).
    """
    number = mention.attribution
    english = page.language != "ko" and number is not None and reports[number].rule.startswith("attribution.en")
    cls: str | None = None
    steps = 0
    while number is not None and steps < 8:
        if number in denied:
            cls = "denied"
            break
        if reports[number].cls != "reported":
            cls = reports[number].cls
            if english and cls not in ("asserted", "denied"):
                cls = within(page.text, reports[number], (mention.start, mention.end), lexicon)
            elif cls in _UNSURE and told_before(page.text, reports[number].content, mention.end):
                cls = "asserted"
            break
        number = reports[number].parent
        steps += 1
    if cls not in (None, "asserted"):
        return cls or "asserted"
    if mention.kind != "age":  # Zoe Lin, 41, will receive $3 million: she is 41
        span: Span | None = None
        if english and mention.attribution is not None:
            content = reports[mention.attribution].content
            span = next((item for item in content if item[0] <= mention.start < item[1]), None)
        own = clause_certainty(page, mention, lexicon, span)
        if own is not None:
            return own
    if cls is not None:
        return cls
    return "reported" if mention.attribution is not None else "asserted"
