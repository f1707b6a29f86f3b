"""Who says what in an English sentence: said, told, according to, reported that, denied, is expected to, reportedly.

The cue is found first, then its subject (left of it, or right of it in the inverted order), then its content.
Quotations and parentheses are masked before that, so no word inside them is ever a cue or a boundary. What has no clear
subject and no clear content stays silent. Pronouns and "the company" are left as printed: names are settled across the
document by ``claims.attribution``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_en_class import class_in
from claims.attribution_en_clause import dateline, doubled, masked, quotes_of
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
from claims.attribution_en_kinds import speaks
from claims.attribution_en_nesting import nest
from claims.attribution_en_nouns import held, noun, reckoning, rumour, swept
from claims.attribution_en_pieces import NAMING, NOUNS, OBLIGING, REPORTS, UNNAMED, UNSURE
from claims.attribution_en_quotes import go_on
from claims.attribution_en_stance import clause_class
from claims.attribution_en_subject import one_person
from claims.attribution_en_verbs import verb
from claims.attribution_en_words import PRONOUNS, Found, Sentence, Words, words_of
from claims.looks import follows, follows_any, precedes
from claims.records import Report
from claims.sentences import sentences

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Page, Span

__all__ = ["clause_class", "find_sentence"]

_TRIES: Final = 24  # cues tried in one sentence: real ones have six
_MAX: Final = 3000  # a longer "sentence" is a table or a dump: only its first part is read
_REPORTING: Final = frozenset({"said", "object", "according"})  # how others are reported inside a quotation
_THAT_SAID: Final[tuple[str, ...]] = (" that,", " this,", " so,", " all that,")
_TURNS: Final[tuple[str, ...]] = (", and ", ", but ")  # the speaker goes on himself
_SPEAKER: Final = frozenset({"i", "we", "you"})


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
    pieces, signs, size = words.pieces.read(printed.split())
    sure = not signs & UNSURE and not (signs & OBLIGING and any(phrase in printed for phrase in words.stance_phrases))
    if sure:
        page.sure.add(start)
    credit, front = -1, 0
    if printed[-1:].isalnum() or printed[-1:] == "%":
        credit = credited(printed, words)
        front = fronted(printed, words) if credit < 0 else 0
    if credit < 0 and not front and not signs & REPORTS:
        if not signs & NOUNS:
            return []
        if not (
            " that " in printed
            or " as " in printed
            or signs & NAMING
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
    body = masked(printed, quotes)
    if quotes or "(" in printed or size != len(printed):
        pieces = words.pieces.read(body.split(" "))[0]
    state = Sentence(body, pieces, printed, quotes, words)
    state.left = dateline(state.body)
    state.sure = sure and not quotes
    if credit > 0:
        headline(state, credit)
    elif front and not state.quotes:
        headline_from(state, front)
    _read(state)
    found = state.found
    for item in found[:]:
        if item.type == "none":  # words that can be no source
            found.remove(item)
    if not found:
        return []
    if signs & UNNAMED:
        for phrase in words.anonymity:
            if phrase in state.body:
                _unnamed(state, state.body.find(phrase))
    if len(found) > 1:
        nest(state)
    if found[-1].direct:
        go_on(state, text, start, end, page)
    if quotes and any(item.direct for item in found):
        for item in found:
            if item.type == "organization" and item.source is not None:
                said = [text[start + low : start + high] for low, high in item.content]
                if one_person(state, item, said):
                    item.type = "person"
        _inside(state)
    return _reports(state, start, trace)


def _read(state: Sentence) -> None:
    tokens, body, keys = state.tokens, state.body, state.words.keys
    if tokens and tokens[0][2] in ("As", "as"):
        as_reported(state)
    for index in state.places[:_TRIES]:
        begin, stop, word = tokens[index]
        key = keys[word]
        apart = key.apart and _apart(state, index)
        if key.lemma and not apart:
            if key.that and not state.quotes and body.find(" that ", stop) < 0:
                continue  # the talks went on: nothing is said
            if precedes(body, begin, "aving ") and follows_any(body, stop, _THAT_SAID):
                continue  # Having said that, …
            if key.lemma == "put" and follows(body, stop, " it"):
                as_put(state, index)
            else:
                verb(state, index, key)
        if key.report_noun and follows(body, stop, " that "):
            rumour(state, index)
        elif key.opening and not index and follows(body, stop, " that "):
            swept(state)
        elif key.feeling:
            if key.feeling.get("reckoning") and body[stop : stop + 1] == ",":
                reckoning(state, index)
            else:
                noun(state, index, key.feeling["class"])


def _apart(state: Sentence, index: int) -> bool:
    """Whether the word is a cue with a shape of its own: according to, per, citing, quoted as saying; it is read then."""
    body = state.body
    begin, stop, word = state.tokens[index]
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
    elif word in state.words.hearsay:
        reportedly(state, begin, stop)
    elif quoting(state, index):
        pass
    elif word in ("quoted", "cited") and follows(body, stop, " by ") and precedes(body, begin, ", as "):
        reported_by(state, index)
    else:
        return False
    return True


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


def _inside(state: Sentence) -> None:
    """“The company told us it would pay,” he said: what the speaker says that others said."""
    words, text = state.words, state.text
    done: set[Span] = set()
    for number, item in enumerate(state.found[:]):
        for span in item.content if item.direct else ():
            said = text[max(0, span[0]) + 1 : span[1] - 1]
            if span in done or not words.pieces.read(said.split())[1] & REPORTS:
                continue
            done.add(span)
            for begin, stop in sentences(said, [(0, len(said))], []):
                body = masked(said[begin:stop], [])
                inner = Sentence(body, words.pieces.read(body.split(" "))[0], said[begin:stop], [], words)
                if _own_view(inner):
                    continue
                _read(inner)
                by = max(0, span[0]) + 1 + begin
                for found in inner.found:
                    if found.source is None or found.rule not in _REPORTING or not _quotes_other(inner, found):
                        continue
                    own = [at for mark in _TURNS if (at := body.find(mark, found.content[0][0])) > 0]
                    low, high = found.content[0]
                    found.content[0] = (low, min([high, *own]))
                    found.source = (found.source[0] + by, found.source[1] + by)
                    found.cue = [(low + by, high + by) for low, high in found.cue]
                    found.content = [(low + by, high + by) for low, high in found.content]
                    found.parent, found.head, found.direct = number, found.head + by, False
                    state.found.append(found)


def _own_view(inner: Sentence) -> bool:
    """Whether a sentence inside a quotation tells what its speaker holds, and no more: We expect to hire 300 and add a plant."""
    tokens, keys = inner.tokens, inner.words.keys
    if (
        not inner.places
        or inner.places[0] != 1
        or tokens[0][2].lower() not in _SPEAKER
        or _told(tokens[1][2], inner.words)
    ):
        return False
    for index in inner.places:
        key = keys[tokens[index][2]]
        if not key.lemma or key.apart:
            return False
        if index > 1 and not (key.word == key.lemma and tokens[index - 1][2] in ("and", "to")):
            return False
    return True


def _told(cue: str, words: Words) -> bool:
    """Whether a verb after I or we tells what was said: I told them that; not we expect, we showed that."""
    row = words.cues.get(cue)
    said = row is not None and row[1]["class"] == "asserted" and not (row[1].get("document") or row[1].get("shows"))
    return said and cue.endswith(("d", "t"))


def _quotes_other(inner: Sentence, found: Found) -> bool:
    """Whether a report inside a quotation is somebody's word, and no view of the speaker: not we believe, I think."""
    if inner.body[: (found.source or (0, 0))[0]].rstrip().lower().endswith(("if", "as")):
        return False  # I’d be lying if I said, as I said
    source, cue = inner.text[slice(*found.source or (0, 0))].lower(), inner.text[slice(*found.cue[0])]
    if source in _SPEAKER:
        return _told(cue, inner.words)
    if source in PRONOUNS and inner.words.cues.get(cue, ("", {}))[1].get("holding"):
        return False  # he thinks it was wrong
    if found.type == "organization" and not speaks(inner.text[slice(*found.source or (0, 0))], inner.words.names):
        return False  # the trends suggest
    return found.content[0][0] > found.cue[0][0]


def _reports(state: Sentence, start: int, trace: list[tuple[int, int, str, str]] | None) -> list[Report]:
    found = state.found
    out: list[Report] = []
    place: dict[int, int] = {}  # where the first report of each stands in the list
    for number in _in_order(found) if len(found) > 1 else [0]:
        item = found[number]
        place[number] = len(out)
        source = None if item.source is None else (item.source[0] + start, item.source[1] + start)
        rule = f"attribution.en.{item.rule}"
        for content in _parts(item):
            cls = item.base if item.fixed else class_in(state, item, content)
            report = Report(
                source=source,
                canonical=None,
                type=item.type,
                cue=[(low + start, high + start) for low, high in item.cue],
                content=[(low + start, high + start) for low, high in content],
                cls=cls,
                direct=item.direct,
                rule=rule,
                parent=item.parent,
                target=item.target,
            )
            out.append(report)
            if trace is not None:
                named = "nobody named" if item.source is None else "source: " + state.text[slice(*item.source)]
                trace.append((*report.cue[0], rule, f"{named}; class {cls}"))
        if place[number] == len(out):
            del place[number]  # it has no content
    for report in out:
        if report.parent is not None:
            report.parent = place.get(report.parent)
        if report.target is not None:
            report.target = place.get(report.target)
    return out


def _in_order(found: list[Found]) -> list[int]:
    """The reports in the order of their cues: mostly that in which they were found."""
    last = -1
    for item in found:
        if item.cue[0][0] < last:
            break
        last = item.cue[0][0]
    else:
        return list(range(len(found)))
    return sorted(range(len(found)), key=lambda number: found[number].cue[0])


def _parts(item: Found) -> list[list[Span]]:
    """The contents of a report: each quotation of its own (“A,” he said, “B”), a clause that is only broken whole."""
    content = item.content
    if len(content) != 1 or content[0][1] <= content[0][0]:
        content = [span for span in content if span[1] > span[0]]
    if len(content) < 2:
        return [content] if content else []
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
