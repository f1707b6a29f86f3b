"""Who says what in an English sentence: said, told, according to, reported that, denied, is expected to, reportedly.

The cue is found first, then its subject (left of it, or right of it in the inverted order), then its content.
Quotations and parentheses are masked before that, so no word inside them is ever a cue or a boundary. What has no clear
subject and no clear content stays silent. Pronouns and "the company" are left as printed: names are settled across the
document by ``claims.attribution``.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from claims.attribution_en_class import class_in
from claims.attribution_en_clause import COORD, dateline, doubled, masked, quotes_of, strip
from claims.attribution_en_cues import (
    according,
    as_put,
    as_reported,
    citing,
    closing,
    opened,
    quoting,
    reported_by,
    reportedly,
)  # fmt: skip
from claims.attribution_en_headlines import credited, fronted, headline, headline_from
from claims.attribution_en_names import speaks
from claims.attribution_en_nouns import held, noun, reckoning, rumour, swept
from claims.attribution_en_stance import clause_class
from claims.attribution_en_subject import one_person
from claims.attribution_en_verbs import verb
from claims.attribution_en_words import PRONOUNS, WORD, Found, Sentence, Words, words_of
from claims.records import Report
from claims.sentences import sentences

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Page, Span

__all__ = ["clause_class", "find_sentence"]

_TRIES: Final = 24  # cues tried in one sentence: real ones have six
_MAX: Final = 3000  # a longer "sentence" is a table or a dump: only its first part is read
_PLACED: Final = (
    "in ",
    "on ",
    "at ",
    "as ",
    "during ",
    "after ",
    "when ",
)  # what follows a verb whose quotation is before it
_REPORTING: Final = frozenset({"said", "object", "according"})  # how others are reported inside a quotation
_TURNS: Final = (", and ", ", but ")  # the speaker goes on himself
_SPEAKER: Final = frozenset({"i", "we", "you"})
_MERGERS: Final = (
    ", but",
    ", while",
    ", whereas",
    ", and",
    ", yet",
    ";",
    " and",
    " but",
    " while",
    ", which",
    ", who",
    ", in which",
    ", where",
    ", as",
    ", though",
    " though",
    ", although",
    " although",
    " whereas",
    ", however",
)


def find_sentence(
    text: str,
    start: int,
    end: int,
    page: Page,
    lexicon: Lexicon,
    trace: list[tuple[int, int, str, str]] | None = None,
) -> list[Report]:
    """The reports of one English sentence, in the order of their cues.

    ``parent`` and ``target`` are indexes into the returned list; ``canonical`` is always None: pronouns (a source span
    that reads he, she, it, they) and names are resolved across the document by the caller. An impersonal passive
    (``is expected to``) has ``source`` None.
    """
    words = words_of(lexicon)
    printed = text[start:end]
    pieces = printed.split()
    credit, front = -1, 0
    if printed[-1:].isalnum() or printed[-1:] == "%":
        credit = credited(printed, words)
        front = fronted(printed, words) if credit < 0 else 0
    if credit < 0 and not front and words.triggers.isdisjoint(pieces):
        if words.noun_triggers.isdisjoint(pieces):
            return []
        if not (
            " that " in printed
            or " as " in printed
            or not words.naming.isdisjoint(pieces)
            or "”" in printed
            or '"' in printed
            or "‘" in printed
            or ",' " in printed
            or printed.startswith(("By ", "On "))
        ):
            return []
    if end - start > _MAX:
        end = start + _MAX
        printed = text[start:end]
    quotes = quotes_of(page.quotes, start, end) if page.quotes else []
    if quotes and ("‘" in printed or "'" in printed):
        printed = doubled(printed, quotes)
    state = Sentence(masked(printed, quotes), printed, quotes, words)
    state.left = dateline(state.body)
    if credit > 0:
        headline(state, credit)
    elif front and not state.quotes:
        headline_from(state, front)
    _read(state)
    found = state.found
    if not found:
        return []
    if not words.unnamed.isdisjoint(pieces):
        for phrase in words.anonymity:
            if phrase in state.body:
                _unnamed(state, state.body.find(phrase))
    if len(found) > 1:
        _cut(state)
        _named(state)
        _nest(state)
    if found[-1].direct:
        _continue_quote(state, text, start, end, page)
    if quotes and any(item.direct for item in found):
        for item in found:
            if item.type == "organization" and item.source is not None:
                said = [text[start + low : start + high] for low, high in item.content]
                if one_person(state, item, said):
                    item.type = "person"
        _inside(state)
    return _reports(state, start, trace)


def _read(state: Sentence) -> None:
    tokens, words, body = state.tokens, state.words, state.body
    keys, cues, seldom = words.keys, words.cues, words.seldom
    places = [index for index, word in enumerate(state.printed) if word in keys]
    if tokens and tokens[0][2] in ("As", "as"):
        as_reported(state)
    for index in places[:_TRIES]:
        begin, stop, word = tokens[index]
        if word in ("according", "According"):
            according(state, index)
        elif word == "per":
            if body[begin - 2 : begin] == ", ":
                closing(state, index)
            elif index == 1 and body.startswith("As per "):
                opened(state, index)
        elif word in ("Per", "words"):
            if index == (0 if word == "Per" else 2):
                opened(state, index)
        elif word in ("view", "consensus"):
            held(state, index)
        elif word in ("citing", "Citing", "quoting", "Quoting"):
            citing(state, begin, stop)
        elif word in words.hearsay:
            reportedly(state, begin, stop)
        elif word in ("quoted", "quotes", "cited", "reported") and quoting(state, index):
            continue
        elif word in ("quoted", "cited") and body.startswith(" by ", stop) and body.endswith(", as ", 0, begin):
            reported_by(state, index)
        elif word in cues or word in seldom:
            lemma, row = cues[word] if word in cues else seldom[word]
            if row.get("seldom") and row.get("quote") and not state.quotes and body.find(" that ", stop) < 0:
                continue  # the talks went on: nothing is said
            if body.endswith("aving ", 0, begin) and body.startswith((" that,", " this,", " so,", " all that,"), stop):
                continue  # Having said that, …
            if lemma == "put" and body.startswith(" it", stop):
                as_put(state, index)
            else:
                verb(state, index, lemma, row)
        if word in words.report_nouns and body.startswith(" that ", stop):
            rumour(state, index)
        elif not index and body.startswith(" that ", stop) and word.lower() in words.report_nouns:
            swept(state)
        elif word in words.cue_nouns:
            row = words.cue_nouns[word]
            if row.get("reckoning") and body[stop : stop + 1] == ",":
                reckoning(state, index)
            else:
                noun(state, index, row["class"])


def _unnamed(state: Sentence, at: int) -> None:
    """The source before ``asked not to be named`` is anonymous, if it has no name."""
    near = [item for item in state.found if item.source is not None and item.source[0] < at]
    if not near:
        return
    item = max(near, key=lambda report: report.source or (0, 0))
    begin, stop = item.source or (0, 0)
    if item.type in ("person", "organization", "market", "experts") and state.text[begin + 1 : stop].islower():
        item.type = "anonymous"
        item.base = "reported" if item.base == "asserted" else item.base


def _cut(state: Sentence) -> None:
    """No content runs into the clause of the next source: cut at the comma or conjunction before it."""
    found, body = state.found, state.body
    for item in found:
        if item.source is not None and ", which " in body[item.source[0] : item.source[1]]:
            begin, stop = item.source  # The group, which denies 12 charges, said: the clause is a report of its own
            if any(begin < other.cue[0][0] < stop for other in found):
                item.source = (begin, body.index(", which ", begin))
    for number, later in enumerate(found):
        if later.rule in ("citing", "report_noun") or (later.rule == "quoted" and later.parent is not None):
            edge = later.head if later.rule == "citing" else None
        elif later.rule in ("post", "according"):
            edge = None
            if later.rule == "post" or (later.content and later.content[0][0] < later.cue[0][0]):
                limit = later.content[0][1]
                for earlier in found[:number]:
                    if any(span[0] <= limit < span[1] for span in earlier.content):
                        earlier.content = [
                            (low, min(high, limit)) if low <= limit else (low, high) for low, high in earlier.content
                        ]
            elif body.endswith((" and, ", " but, ", " and ", " but "), 0, later.cue[0][0]):
                edge = later.cue[0][0]  # hired two accountants and, according to their findings, …
                edge = body.rindex(body[:edge].rstrip(" ,").rsplit(" ", 1)[-1], 0, edge)
        elif any(later.source == earlier.source for earlier in found[:number]) and later.source is not None:
            edge = later.head
        else:
            stem = body[: later.head].rstrip()
            edge = len(stem) if stem.endswith((",", ";", "”", '"')) else None
            for mark in _MERGERS:
                if stem.endswith(mark):
                    edge = len(stem) - len(mark)
            if stem.endswith(" as") and later.source is not None and body[slice(*later.source)] in PRONOUNS:
                edge = len(stem) - 3  # said it would help as he confirmed that
        if edge is None:
            continue
        for earlier in found[:number]:
            if earlier is later or earlier.rule == "according" or _told_in(earlier, later):
                continue
            earlier.content = [
                strip(body, low, _trim(body, low, edge))
                if low < edge < high
                and (low > earlier.cue[0][0] or (earlier.rule == "passive" and edge > earlier.cue[0][1]))
                else (low, high)
                for low, high in earlier.content
            ]


def _told_in(earlier: Found, later: Found) -> bool:
    """Whether who speaks again has been told of: the court heard he admitted being there but told detectives “…”."""
    source = later.source
    if source is None or source[1] > later.head or source == earlier.source:
        return False
    return any(low <= source[0] < high and low > earlier.cue[0][0] for low, high in earlier.content)


def _named(state: Sentence) -> None:
    """``The storm is forecast to …, the agency said``: what somebody named says is no report of nobody."""
    for item in state.found:
        if item.rule == "passive" and item.source is None:
            at = item.cue[0][0]
            for other in state.found:
                if other.rule in ("post", "according") and other.source is not None:
                    if any(low <= at < high for low, high in other.content):
                        item.content = []
                        break


def _trim(body: str, low: int, edge: int) -> int:
    match = COORD.search(body[max(low, edge - 24) : edge])
    return edge if match is None else max(low, edge - 24) + match.start()


def _nest(state: Sentence) -> None:
    """Parents: the smallest content that holds the cue. What is cited hangs on the report that cites it."""
    found = state.found
    for number, item in enumerate(found):
        if item.rule == "citing":
            near = [
                other
                for other, report in enumerate(found)
                if report.rule in ("said", "post", "object", "quoted") and report.source != item.source
            ]
            if near:
                outer = min(near, key=lambda other: (abs(found[other].cue[0][0] - item.cue[0][0]), other))
                item.parent = outer
                item.content = [
                    (low, min(high, item.cue[0][0])) if low < item.cue[0][0] < high else (low, high)
                    for low, high in found[outer].content
                ]
                item.content = [strip(state.body, low, high) for low, high in item.content]
            continue
        if item.parent is not None:
            continue
        best: tuple[int, int] | None = None
        for other, report in enumerate(found):
            if other == number or report.rule == "citing" or item.target == other:
                continue
            for low, high in report.content:
                if low <= item.cue[0][0] < high and (best is None or high - low < best[0]):
                    best = (high - low, other)
        if best is not None:
            item.parent = best[1]
    for number, item in enumerate(found):  # two contents that hold each other's cue: nobody is the parent
        above = item.parent
        for _ in found:
            if above is None:
                break
            if above == number:
                item.parent = None
                break
            above = found[above].parent


def _continue_quote(state: Sentence, text: str, start: int, end: int, page: Page) -> None:
    """``“A,” said X. “B.”``: a quotation that opens the next sentence goes on with the same speaker."""
    last = state.found[-1]
    if (
        not last.direct
        or last.rule != "post"
        or (len(state.found) > 1 and any(item.direct for item in state.found[:-1]))
    ):
        return
    tail = state.body[max((span[1] for span in last.content), default=0) :]
    if any(char in '“"‘' for char in tail):
        return
    at = end
    while at < len(text) and text[at] == " ":
        at += 1
    if at >= len(text) or text[at] not in '“"‘':
        return
    index = bisect_left(page.quotes, (at, -1))
    if index < len(page.quotes) and page.quotes[index][0] == at:
        stop = page.quotes[index][1]
        after = text[stop : stop + 1]
        close = text[max(at, stop - 3) : stop - 1].rstrip("’'")[-1:]  # ‘‘We lost.’’
        if close in (".", "!", "?") and after in ("", " ", "\n"):
            following = WORD.match(text, stop + 1)
            if close != "." and following is not None and _asks(text[stop + 1 : stop + 120], state.words):
                return
            if following is None or not following.group()[0].islower():
                last.content.append((at - start, stop - start))
                state.text = doubled(text[start:stop], [last.content[-1]])  # the words that give its class


def _asks(behind: str, words: Words) -> bool:
    """Whether the words behind “…?” name who asked: Dube asked., the mayor shouted in reply; not Dube said prices fell."""
    for word in behind.split()[:12]:
        bare = word.rstrip(".,")
        if bare in words.cues or bare in words.seldom:
            return word != bare or behind.endswith(word) or behind.partition(f"{word} ")[2].startswith(_PLACED)
        if word[0] in '“"‘' or word[-1] in ".!?":
            return False
    return False


def _inside(state: Sentence) -> None:
    """“The company told us it would pay,” he said: what the speaker says that others said."""
    words, text = state.words, state.text
    done: set[Span] = set()
    for number, item in enumerate(state.found[:]):
        for span in item.content if item.direct else ():
            said = text[max(0, span[0]) + 1 : span[1] - 1]
            if span in done or words.triggers.isdisjoint(said.split()):
                continue
            done.add(span)
            for begin, stop in sentences(said, [(0, len(said))], []):
                inner = Sentence(masked(said[begin:stop], []), said[begin:stop], [], words)
                _read(inner)
                by = max(0, span[0]) + 1 + begin
                for found in inner.found:
                    if found.source is None or found.rule not in _REPORTING or not _quotes_other(inner, found):
                        continue
                    own = [body for mark in _TURNS if (body := inner.body.find(mark, found.content[0][0])) > 0]
                    low, high = found.content[0]
                    found.content[0] = (low, min([high, *own]))
                    found.source = (found.source[0] + by, found.source[1] + by)
                    found.cue = [(low + by, high + by) for low, high in found.cue]
                    found.content = [(low + by, high + by) for low, high in found.content]
                    found.parent, found.head, found.direct = number, found.head + by, False
                    state.found.append(found)


def _quotes_other(inner: Sentence, found: Found) -> bool:
    """Whether a report inside a quotation is somebody's word, and no view of the speaker: not we believe, I think."""
    if inner.body[: (found.source or (0, 0))[0]].rstrip().lower().endswith("if"):
        return False  # I’d be lying if I said
    source, cue = inner.text[slice(*found.source or (0, 0))].lower(), inner.text[slice(*found.cue[0])]
    if source in _SPEAKER:
        row = inner.words.cues.get(cue)
        said = row is not None and row[1]["class"] == "asserted" and not (row[1].get("document") or row[1].get("shows"))
        return said and cue.endswith(("d", "t"))  # I told them that; not we showed that
    if source in PRONOUNS and inner.words.cues.get(cue, ("", {}))[1].get("holding"):
        return False  # he thinks it was wrong
    if found.type == "organization" and not speaks(inner.text[slice(*found.source or (0, 0))], inner.words.names):
        return False  # the trends suggest
    return found.content[0][0] > found.cue[0][0]


def _reports(state: Sentence, start: int, trace: list[tuple[int, int, str, str]] | None) -> list[Report]:
    found = state.found
    order = list(range(len(found)))
    if len(found) > 1:
        order.sort(key=lambda number: found[number].cue[0])
    kept = [number for number in order if any(high > low for low, high in found[number].content)]
    parts = [(number, span) for number in kept for span in _parts(found[number])]
    place: dict[int, int] = {}
    for at, (number, _) in enumerate(parts):
        place.setdefault(number, at)
    out: list[Report] = []
    for number, content in parts:
        item = found[number]
        cls = item.base if item.fixed else class_in(state, item, content)
        rule = f"attribution.en.{item.rule}"
        source = None if item.source is None else (item.source[0] + start, item.source[1] + start)
        report = Report(
            source=source,
            canonical=None,
            type=item.type,
            cue=[(low + start, high + start) for low, high in item.cue],
            content=[(low + start, high + start) for low, high in content],
            cls=cls,
            direct=item.direct,
            rule=rule,
            parent=None if item.parent is None else place.get(item.parent),
            target=None if item.target is None else place.get(item.target),
        )
        out.append(report)
        if trace is not None:
            named = "nobody named" if item.source is None else "source: " + state.text[item.source[0] : item.source[1]]
            trace.append((*report.cue[0], rule, f"{named}; class {cls}"))
    return out


def _parts(item: Found) -> list[list[Span]]:
    """The contents of a report: each quotation of its own (“A,” he said, “B”), a clause that is only broken whole."""
    content = [span for span in item.content if span[1] > span[0]]
    if (
        len(content) == 2
        and not item.direct
        and item.rule != "reportedly"
        and content[0][1] <= item.cue[0][0] < content[1][0]
    ):
        return [
            [(content[0][0], content[1][1])]
        ]  # The line, the operator said, opens in May: from the first word to the last
    return [[span] for span in content] if item.direct else [content]
