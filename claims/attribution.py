"""Who says what, across the document: the sentences of either language, names settled, claims joined to their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.certainty import clause_certainty, told_before
from claims.certainty_en import within
from claims.looks import hangul_in
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
#: How far behind the beginning of its content a number is still told by a report.
_FAR: Final = 3000
#: How far before its end the clause of a plan is looked through for its subject.
_CLAUSE: Final = 60


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
    if page.language != "en":  # a text in English does not pay for the tables of the other language
        import claims.attribution_ko  # and but once: from … import looks each time
        import claims.attribution_ko_tokens

        known = claims.attribution_ko_tokens.vocabulary_of(lexicon)
    for start, end in page.sentences:
        spoke: list[Report] = []
        while place < len(quotes) and quotes[place][0] < start:
            place += 1
        if page.language == "en" or not hangul_in(text, start, end):
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
            found = claims.attribution_ko.find_sentence(
                text, start, end, page, known, quotes[place:stop], before, trace, spoke, handed_on
            )
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
    import claims.attribution_en  # only a text in English pays for its tables

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
    names: dict[str, Report] = {}  # by the names of their sources, and by what these were called before they were named
    told = 0  # so many reports are in the names
    for number, report in enumerate(reports):
        if not report.inherited or report.canonical is None:
            continue
        for earlier in reports[told:number]:
            if earlier.source is not None and earlier.canonical is not None and not earlier.inherited:
                names[earlier.canonical] = names[text[earlier.source[0] : earlier.source[1]]] = earlier
        told = number
        named = names.get(report.canonical)
        if named is not None:
            report.canonical, report.type = named.canonical, named.type


def join(page: Page, mentions: list[Mention], reports: list[Report], lexicon: Lexicon) -> None:
    """Give every mention the innermost report whose content holds it, and its factuality."""
    starts = [mention.start for mention in mentions]
    innermost: list[int] = [-1] * len(mentions)  # of the reports
    widths = [0] * len(mentions)  # of its content
    holders = _holders(mentions, starts, reports)
    place = 0
    for number, report in enumerate(reports):
        for low, high in report.content:
            place = _first_from(starts, place, low)
            at = place
            while at < len(starts) and starts[at] < high and starts[at] <= low + _FAR:
                if mentions[at].end <= high and (not holders or _may_hold(holders, at, low, high)):
                    best = innermost[at]
                    if best < 0 or _is_inside(reports, number, high - low, best, widths[at]):
                        innermost[at], widths[at] = number, high - low
                at += 1
    denied = {
        report.target
        for report in reports
        if report.target is not None and report.cls == "denied" and reports[report.target].type == "news_report"
    }
    for at, mention in enumerate(mentions):
        if innermost[at] >= 0:
            mention.attribution = innermost[at]
        elif at in holders:
            continue  # 소식통 2명, two people familiar with the matter: the author counts them; not Ruiz, who called it 3 gifts
        mention.factuality = _factuality(page, mention, reports, denied, lexicon)


def _first_from(starts: list[int], place: int, pos: int) -> int:
    """The first of the starts from ``pos`` on, looked for from ``place``: reports come in the order of the text, mostly."""
    while place < len(starts) and starts[place] < pos:
        place += 1
    while place > 0 and starts[place - 1] >= pos:
        place -= 1
    return place


def _holders(mentions: list[Mention], starts: list[int], reports: list[Report]) -> dict[int, Span]:
    """The sources that hold numbers, by the place of the number; of sources inside each other the first."""
    holders: dict[int, Span] = {}
    place = 0
    for report in reports:
        source = report.source
        if source is None:
            continue
        low, high = source
        place = _first_from(starts, place, low)
        at = place
        while at < len(starts) and starts[at] < high:
            if mentions[at].end <= high and (at not in holders or source < holders[at]):
                holders[at] = source
            at += 1
    return holders


def _may_hold(holders: dict[int, Span], at: int, low: int, high: int) -> bool:
    """Whether a content says a number: one inside the words of a source only where the content lies in them too."""
    holder = holders.get(at)
    return holder is None or holder[0] <= low < high <= holder[1]


def _is_inside(reports: list[Report], number: int, width: int, best: int, least: int) -> bool:
    """Whether a report lies deeper than the best one so far; of two as deep, whether its content is shorter."""
    deeper = _depth(reports, number) - _depth(reports, best)
    return deeper > 0 or (deeper == 0 and width < least)


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
            for low, high in content:
                if low <= mention.start < high:
                    span = (low, high)
                    break
        own = clause_certainty(page, mention, lexicon, span)
        if own is not None:
            return own
    if cls is not None:
        return cls
    return "reported" if mention.attribution is not None else "asserted"
