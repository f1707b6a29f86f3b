"""How the reports of one English sentence lie in each other: where one ends before the next, and which holds which.

``Ncube said prices fell, but Dube denied that`` are two contents; ``Dube said that Ncube had warned of a loss`` is one in the
other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_en_clause import COORD, strip
from claims.attribution_en_words import PRONOUNS
from claims.looks import precedes_any

if TYPE_CHECKING:
    from claims.attribution_en_words import Found, Sentence

__all__ = ["nest"]

#: What joins the clause of the next source to what the one before said.
_MERGERS: Final[tuple[str, ...]] = (
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

#: Behind these marks no word joins it.
_CLOSING: Final[tuple[str, ...]] = (",", "”", '"')


def nest(state: Sentence) -> None:
    """Cut the contents of the reports of a sentence where the next source begins, and set their parents."""
    _cut(state)
    _named(state)
    _parents(state)


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
            elif precedes_any(body, later.cue[0][0], (" and, ", " but, ", " and ", " but ")):
                edge = later.cue[0][0]  # hired two accountants and, according to their findings, …
                edge = body.rindex(body[:edge].rstrip(" ,").rsplit(" ", 1)[-1], 0, edge)
        elif any(later.source == earlier.source for earlier in found[:number]) and later.source is not None:
            edge = later.head
        else:
            stem = body[: later.head].rstrip()
            if stem.endswith(_CLOSING):
                edge = len(stem)
            else:
                edge = None
                for mark in _MERGERS if stem.endswith(_MERGERS) else ():
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


def _parents(state: Sentence) -> None:
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
