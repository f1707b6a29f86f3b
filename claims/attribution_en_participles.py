"""An English verb of saying in -ing: …, adding that; with one group claiming that; a lawsuit alleging that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_content import complement
from claims.attribution_en_kinds import guess, speaks
from claims.attribution_en_names import LETTERS
from claims.attribution_en_objects import appraised, base_of, branded, denial
from claims.attribution_en_post import closes
from claims.attribution_en_subject import main_subject
from claims.attribution_en_words import BE, Found, Sentence
from claims.looks import follows

if TYPE_CHECKING:
    from claims.records import Span

__all__ = ["participle"]

_PAPER: Final = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]nother) "
    r"(?:(?!(?:an?|the|its|his|her|their) )[\w’'-]+ ){0,5}?[\w-]+$"
)


def participle(state: Sentence, index: int, before: str, row: dict[str, Any]) -> None:
    """``…, adding that``: the source of the report before it speaks on."""
    if not (before.endswith(",") or (before[-1:] in ("”", '"') and closes(state, len(before)))):
        count = len(state.found)
        if before.endswith(" and") and count and _second(state, len(before) - 4):
            _spoken(state, index, before[:-4] + ",", row)
            return
        _with(state, index, before, row)
        close = before.rsplit(" ", 1)[-1]
        if len(state.found) == count:
            _paper(state, index, before, row)
        if (
            len(state.found) == count
            and close in ("before", "while")
            and state.tokens[index][2] == "adding"
            and state.found
        ):
            _spoken(state, index, before[: -len(close) - 1] + ",", row)  # said he was fit before adding that
            return
        if len(state.found) == count and close == "by" and not state.found:  # drew fire by saying it would
            before = before[:-3] + ","
            _spoken(state, index, before, row)
            return
        if len(state.found) == count and state.found and state.tokens[index][2] == "adding":
            last = state.found[-1]
            at_once = last.rule == "post" and last.cue[-1][1] == len(before)  # …, she alleged adding two were held
            if at_once or follows(state.body, state.tokens[index][1], " that "):
                _spoken(state, index, before + " ,", row)  # said the fire was out adding that two were hurt
                return
        if len(state.found) == count and state.found and follows(state.body, state.tokens[index][1], ": “"):
            _spoken(state, index, before + " ,", row)  # urged him to talk saying: “…”
            return
        if len(state.found) > count or not follows(state.body, state.tokens[index][1], " that "):
            return
        if (
            state.found
            or close in BE
            or close.lower() in state.words.names.nouns
            or close[:1].isupper()
            or not close.isalpha()
        ):
            return
        before += ","  # has campaigned for years arguing that
    _spoken(state, index, before, row)


def _second(state: Sentence, stop: int) -> bool:
    """Whether a participle joins the one before it: calling it “nonsense” | and saying, whose content ends there."""
    last = state.found[-1]
    if last.source is None or not last.content:
        return False
    low, high = last.content[0]
    if not _in_ing(state, last.cue[0][0]):
        return follows(state.body, high, ", ") and _in_ing(state, high + 2) and state.body.find(",", high + 1, stop) < 0
    if high < stop or last.cue[0][0] < last.source[0]:
        return high == stop
    last.content[0] = (low, stop)
    return True


def _in_ing(state: Sentence, at: int) -> bool:
    """Whether a verb of saying in -ing stands there: calling, urging, dismissing."""
    word = LETTERS.match(state.body, at)
    return word is not None and word.group().endswith("ing") and word.group() in state.words.cues


def _spoken(state: Sentence, index: int, before: str, row: dict[str, Any]) -> None:
    """The report that a participle makes behind ``before``: of the source before it, or of the subject of its clause."""
    if row.get("document"):
        return  # cut its outlook, showing that: what it is a sign of
    head = len(before) - (before[-1] == ",")
    last = state.found[-1] if state.found else None
    if last is not None and last.rule == "report_noun" and last.parent is not None:
        last = state.found[last.parent]  # dismissed reports that …, calling them “…”
    source: Span | None
    if last is None:
        source = main_subject(state, head)
        kind = "" if source is None else guess(state.body[source[0] : source[1]], state.words.names)
    elif row["class"] == "opinion" and row.get("shows") and last.rule in ("post", "according"):
        return  # 300 are buried, the agency said, suggesting that the toll would rise: the author's own
    elif last.rule in ("said", "post", "according", "object", "denied", "branded"):
        source, kind = last.source, last.type
    else:
        return
    if source is None:
        return
    begin, stop, word = state.tokens[index]
    if appraised(state, index, row, source, head, kind):
        return  # …, calling them “…”
    if row["class"] == "denied":
        denial(state, index, row, source, head, kind)  # …, dismissing a report that
        return
    content, quoted = complement(state, index, row, plain=word == "saying" or bool(row.get("bare")), subject="")
    if content is None or (last is None and quoted is None and not _figured(state, row, content[0])):
        return
    base = base_of(row, kind) if last is None else row["class"]
    rule = "object" if quoted is None and base == "possible" else "said"  # warning of floods: they may come
    state.found.append(Found(source, kind, [(begin, stop)], content, base, rule, head, bool(quoted)))


def _figured(state: Sentence, row: dict[str, Any], span: Span) -> bool:
    """Whether a figure is foreseen: raised its outlook, projecting earnings of $3.10."""
    return row["class"] == "forecast" and any(char.isdigit() for char in state.body[slice(*span)])


def _with(state: Sentence, index: int, before: str, row: dict[str, Any]) -> None:
    """``…, with one group claiming victims were owed £10bn``."""
    low = before.rfind(" with ", max(0, len(before) - 70))
    size = 6
    if low < 0:
        low, size = before.rfind(" despite ", max(0, len(before) - 70)), 9  # despite councillors claiming it would
    if low < 0 or "," in before[low:]:
        return
    source = (low + size, len(before))
    phrase = before[source[0] :]
    names = state.words.names
    if not phrase[:1].isupper() and not speaks(phrase, names):
        return
    if row.get("as"):  # with one senator describing it as “a gift”
        branded(state, index, row, source, low, guess(phrase, names))
        return
    whole = bool(row.get("bare") or row.get("contested")) or state.tokens[index][2] == "saying"
    content, quoted = complement(state, index, row, plain=whole, subject=phrase)
    kind = guess(phrase, names)
    if content is None or kind == "none":
        return
    begin, stop, _ = state.tokens[index]
    head = low if size == 6 else source[0]  # despite him saying: within what is said
    base = base_of(row, kind)
    rule = "object" if quoted is None and base == "possible" else "said"
    state.found.append(Found(source, kind, [(begin, stop)], content, base, rule, head, bool(quoted)))


def _paper(state: Sentence, index: int, before: str, row: dict[str, Any]) -> None:
    """``filed a lawsuit alleging the deal had …``, ``issued a statement saying that …``: the paper speaks."""
    names = state.words.names
    if before.endswith("day"):
        before = (
            before[: len(before) - len(before.rsplit(" ", 1)[-1])].rstrip().removesuffix(" on")
        )  # a statement Monday
    kind = names.nouns.get(before.rsplit(" ", 1)[-1].lower(), ("", False))[0]
    if kind != "document" or row.get("as") or row.get("order"):
        return
    match = _PAPER.search(before, max(0, len(before) - 80))
    span = (before.rfind(" ") + 1, len(before)) if match is None else match.span()
    if match is None and before[span[0] : span[0] + 1].isupper():
        return
    content, quoted = complement(state, index, row, plain=False, subject=before[slice(*span)], kind="document")
    if content is None or quoted is None:
        return
    begin, stop, _ = state.tokens[index]
    base = base_of(row, "document")
    aside = state.tokens[index][2] == "showing"  # responding to figures showing that …, he said
    if aside:
        comma = state.body.find(", ", *content[0])
        content = [(content[0][0], comma)] if comma > 0 else content
    report = Found(span, kind, [(begin, stop)], content, base, "said", span[0], quoted, relative=aside)
    state.found.append(report)
