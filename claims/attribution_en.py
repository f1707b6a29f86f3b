"""Who says what in an English sentence: said, told, according to, reported that, denied, is expected to, reportedly.

The cue is found first, then its subject (left of it, or right of it in the inverted order), then its content.
Quotations and parentheses are masked before that, so no word inside them is ever a cue or a boundary. What has no clear
subject and no clear content stays silent. Pronouns and "the company" are left as printed: names are settled across the
document by ``claims.attribution``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claims.attribution_en_np import guess, next_np, subject_before
from claims.attribution_en_verbs import verb
from claims.attribution_en_words import (
    BE,
    COORD,
    FINITE,
    THAT,
    WORD,
    Found,
    Sentence,
    boundary,
    class_of,
    clause_class,
    clause_end,
    masked,
    quotes_of,
    strip,
    words_of,
)  # fmt: skip
from claims.records import Report

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Page, Span

__all__ = ["clause_class", "find_sentence"]

_TRIES = 24  # cues tried in one sentence: real ones have six
_MAX = 3000  # a longer "sentence" is a table or a dump: only its first part is read
_AMID = frozenset({"amid", "after", "following", "despite", "on", "were", "was", "are", "been", "with"})
_REPORTING = frozenset(
    {"a", "an", "the", "media", "press", "news", "local", "unconfirmed", "recent", "earlier", "several"}
)
_AS_SAYING = re.compile(r"\bas saying\b")
_SELF = frozenset({"it", "he", "she", "they", "we", "i"})
_WE = re.compile(r"\b(?:we|I) (?:will|would)\b|\b(?:we|I)[’']ll\b")
_MERGERS = (", but", ", while", ", whereas", ", though", ", although", ", and", ", yet", ";", " and", " but", " while")


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
    if words.triggers.isdisjoint(text[start:end].split()):
        return []
    end = min(end, start + _MAX)
    quotes = quotes_of(page.quotes, start, end)
    state = Sentence(masked(text[start:end], start, quotes), text[start:end], quotes, words)
    _read(state)
    if not state.found:
        return []
    _cut(state)
    _nest(state)
    _continue_quote(state, text, start, end, page)
    return _reports(state, start, trace)


def _read(state: Sentence) -> None:
    tokens, cues, body = state.tokens, state.words.cues, state.body
    tries = 0
    for index, (begin, stop, word) in enumerate(tokens):
        if tries > _TRIES:
            return
        lower = word.lower() if index == 0 else word
        if lower in ("according", "According"):
            tries += 1
            _according(state, index)
        elif lower in ("citing", "Citing"):
            tries += 1
            _citing(state, begin, stop)
        elif lower in ("reportedly", "Reportedly"):
            _reportedly(state, begin, stop)
        elif lower in ("quoted", "quotes", "cited") and _quoting(state, index):
            continue
        elif lower in cues and (index > 0 or lower == word):
            tries += 1
            lemma, row = cues[lower]
            verb(state, index, lemma, row)
        elif index == 0 and lower == "as" and len(tokens) > 2 and tokens[1][2] == "reported" and tokens[2][2] == "by":
            _as_reported(state)
        if lower in state.words.report_nouns and body.startswith(" that ", stop):
            _rumour(state, index)


def _according(state: Sentence, index: int) -> None:
    tokens, body = state.tokens, state.body
    begin = tokens[index][0]
    if index + 2 > len(tokens) - 1 or tokens[index + 1][2] != "to":
        return
    stop = tokens[index + 1][1]
    source = next_np(body, stop, clause_end(state, stop), state.words.names, settings=state.words.setting)
    if source is None:
        return
    after = source[1]
    left = state.left
    before = strip(body, left, begin)
    initial = before[0] >= before[1] or body[before[0] : before[1]].lower() in (
        "but",
        "and",
        "still",
        "however",
        "meanwhile",
    )
    end = clause_end(state, after)
    comma = body[after : after + 1] == ","
    if initial:
        rest = strip(body, after, end)
        if not comma or rest[1] - rest[0] < 8:
            return
        content = [rest]
    else:
        rest = strip(body, after, end)
        content = [before]
        following = body[rest[0] : rest[1]].split(" ", 1)[0].lower()
        if comma and rest[1] > rest[0] and state.tokens and following in FINITE:
            content.append(rest)
    base = (
        "asserted"
        if guess(body[source[0] : source[1]], state.words.names) not in ("news_org", "news_collective", "anonymous")
        else "reported"
    )
    state.found.append(
        Found(
            source,
            guess(body[source[0] : source[1]], state.words.names),
            [(begin, stop)],
            content,
            base,
            "according",
            begin,
        )
    )


def _as_reported(state: Sentence) -> None:
    body = state.body
    begin, stop, _ = state.tokens[1]
    source = next_np(body, state.tokens[2][1], clause_end(state, stop), state.words.names, settings=state.words.setting)
    if source is None or body[source[1] : source[1] + 1] != ",":
        return
    content = strip(body, source[1], clause_end(state, source[1]))
    state.found.append(
        Found(
            source,
            guess(body[source[0] : source[1]], state.words.names),
            [(begin, stop)],
            [content],
            "reported",
            "as_reported",
            begin,
            fixed=True,
        )
    )


def _citing(state: Sentence, begin: int, stop: int) -> None:
    body = state.body
    source = next_np(body, stop, clause_end(state, stop), state.words.names, settings=state.words.setting, loose=True)
    if source is None or body[:begin].endswith("without "):
        return
    kind = guess(body[source[0] : source[1]], state.words.names)
    base = "reported" if kind in ("anonymous", "news_org", "news_collective") else "asserted"
    state.found.append(Found(source, kind, [(begin, stop)], [], base, "citing", begin))


def _rumour(state: Sentence, index: int) -> None:
    """``amid reports that …``, ``after a Reuters report that …``: somebody else's words, named by their noun alone."""
    tokens, body, words = state.tokens, state.body, state.words
    begin, stop, _ = tokens[index]
    if any(item.cue[0][0] <= begin < item.cue[0][1] for item in state.found) or index + 2 >= len(tokens):
        return
    following = tokens[index + 2][2]
    if following in FINITE or following in words.cues or following.endswith("ed"):
        return
    first = index
    while first > 0 and body[tokens[first - 1][1] : tokens[first][0]] == " ":
        previous = tokens[first - 1][2]
        if not (previous[0].isupper() or previous in _REPORTING):
            break
        first -= 1
        if previous in ("a", "an", "the"):
            break
    before = tokens[first - 1][2] if first else ""
    if before.lower() not in _AMID:
        return
    source = (tokens[first][0], stop)
    content = strip(body, stop + 6, clause_end(state, stop))
    state.found.append(Found(source, "news_report", [(begin, stop + 5)], [content], "reported", "report_noun", begin))


def _reportedly(state: Sentence, begin: int, stop: int) -> None:
    body = state.body
    end = clause_end(state, stop)
    before, after = strip(body, boundary(body, state.left, begin), begin), strip(body, stop, end)
    content = [span for span in (before, after) if span[1] > span[0]]
    if content and after[1] > after[0]:
        state.found.append(
            Found(None, "unattributed", [(begin, stop)], content, "reported", "reportedly", begin, fixed=True)
        )


def _quoting(state: Sentence, index: int) -> bool:
    """``X quoted Y as saying that …`` and ``Y was quoted (by X) as saying …``: whether it was one of them."""
    tokens, body, names = state.tokens, state.body, state.words.names
    begin, stop, _ = tokens[index]
    match = _AS_SAYING.search(body, stop, min(len(body), stop + 160))
    if match is None:
        return False
    passive = index > 0 and tokens[index - 1][2] in BE
    near = subject_before(body, state.left, tokens[index - 1][0] if passive else begin, names)
    if near is None or near[2]:
        return False
    subject = near[:2]
    that = THAT.match(body, match.end())
    content = strip(body, that.end() if that else match.end(), clause_end(state, match.end()))
    if content[1] - content[0] < 4:
        return False
    kind = guess(body[subject[0] : subject[1]], names)
    if passive:
        by = strip(body, stop, match.start())
        outer: Span | None = (by[0] + 3, by[1]) if body.startswith("by ", by[0]) else None
        parent = None
        if outer is not None:
            parent = len(state.found)
            state.found.append(
                Found(
                    outer,
                    guess(body[outer[0] : outer[1]], names),
                    [(begin, stop)],
                    [content],
                    "reported",
                    "quoted",
                    subject[0],
                    fixed=True,
                )
            )
            begin, stop = match.start() + 3, match.end()
        state.found.append(
            Found(subject, kind, [(begin, stop)], [content], "asserted", "quoted", subject[0], parent=parent)
        )
        return True
    inner = strip(body, stop, match.start())
    if inner[0] >= inner[1]:
        return False
    parent = len(state.found)
    state.found.append(Found(subject, kind, [(begin, stop)], [content], "reported", "quoted", subject[0], fixed=True))
    state.found.append(
        Found(
            inner,
            guess(body[inner[0] : inner[1]], names),
            [(match.start() + 3, match.end())],
            [content],
            "asserted",
            "quoted",
            match.start(),
            parent=parent,
        )
    )
    return True


def _cut(state: Sentence) -> None:
    """No content runs into the clause of the next source: cut at the comma or conjunction before it."""
    found, body = state.found, state.body
    for number, later in enumerate(found):
        if later.rule in ("citing", "report_noun", "quoted"):
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
        elif any(later.source == earlier.source for earlier in found[:number]) and later.source is not None:
            edge = later.head
        else:
            stem = body[: later.head].rstrip()
            edge = len(stem) if stem.endswith((",", ";")) else None
            for mark in _MERGERS:
                if stem.endswith(mark):
                    edge = len(stem) - len(mark)
        if edge is None:
            continue
        for earlier in found[:number]:
            if earlier is later or earlier.rule == "according":
                continue
            earlier.content = [
                strip(body, low, _trim(body, low, edge))
                if low < edge < high and low > earlier.cue[0][0]
                else (low, high)
                for low, high in earlier.content
            ]


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
    if any(char in '“"' for char in tail):
        return
    at = end
    while at < len(text) and text[at] == " ":
        at += 1
    if at >= len(text) or text[at] not in '“"':
        return
    index = bisect_left(page.quotes, (at, -1))
    if index < len(page.quotes) and page.quotes[index][0] == at:
        stop = page.quotes[index][1]
        after = text[stop : stop + 1]
        if text[stop - 2 : stop - 1] in ".!?" and after in ("", " ", "\n"):
            following = WORD.match(text, stop + 1)
            if following is None or not following.group()[0].islower():
                last.content.append((at - start, stop - start))


def _reports(state: Sentence, start: int, trace: list[tuple[int, int, str, str]] | None) -> list[Report]:
    order = sorted(range(len(state.found)), key=lambda number: state.found[number].cue[0])
    kept = [number for number in order if any(high > low for low, high in state.found[number].content)]
    place = {number: at for at, number in enumerate(kept)}
    out: list[Report] = []
    for number in kept:
        item = state.found[number]
        cls = item.base
        if not item.fixed:
            cls = class_in(state, item)
        rule = f"attribution.en.{item.rule}"
        source = None if item.source is None else (item.source[0] + start, item.source[1] + start)
        report = Report(
            source=source,
            canonical=None,
            type=item.type,
            cue=[(low + start, high + start) for low, high in item.cue],
            content=[(low + start, high + start) for low, high in item.content if high > low],
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


def class_in(state: Sentence, item: Found) -> str:
    """The decision order of the classes: what the words of the content say, then what the verb says."""
    content = " ".join(state.text[max(0, low) : high] for low, high in item.content)
    opening = content.lstrip("“\"‘'").split(" ", 1)[0].lower()
    own = opening in _SELF or (item.direct and _WE.search(content) is not None)
    seen = class_of(content, state.words, own)
    order = ("denied", "conditional", "planned", "estimated", "forecast", "possible", "opinion", "reported", "asserted")
    if item.rule == "report_noun":
        return seen if seen == "planned" else "reported"
    if seen is None:
        return item.base
    if item.base == "opinion" and seen in ("forecast", "estimated"):
        return "opinion"
    if item.base in ("possible", "forecast", "estimated") and item.rule in ("passive",):
        return item.base
    return min(seen, item.base, key=order.index)
