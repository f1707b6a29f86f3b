"""The noun phrase that an English verb reports, announces or expects: it carries a figure or a plan, and it ends somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_clause import DETERMINERS, TURNS, YARDSTICKS, strip
from claims.attribution_en_names import LETTERS
from claims.attribution_en_words import FINITE
from claims.numerals import EN_WORDS
from claims.patterns import tree

if TYPE_CHECKING:
    from claims.attribution_en_words import Words
    from claims.records import Span

__all__ = ["NUMBER", "carries_figure", "figure_end", "seen_doing"]

#: What follows the figure that somebody gave: what others do, and the yardstick it is held against.
_AFTER_OBJECT: Final[tuple[str, ...]] = (
    *YARDSTICKS, *TURNS, ", as ", ", compared ", ", sending ", ", lower than ", ", higher than ", ", versus ", ", against ",
    ", far below ", ", far above ", ", just below ", ", just above ", ", slightly below ",
    ", slightly above ", ", in line with ", " but lower than ", " but higher than ", " but below ", " but above ",
    " but short of ",
)  # fmt: skip
#: A number in words that opens or stands in such a phrase.
NUMBER: Final = re.compile(
    rf"\b(?:{tree(EN_WORDS - {'one'})}|dozens?|hundreds?|thousands?|millions?|half"
    r"|a (?:third|quarter|fifth|tenth|half|dozen|hundred|thousand|million))\b"
)


def carries_figure(content: str, row: dict[str, Any], words: Words, *, news: bool) -> bool:
    """Whether a noun phrase is what was reported, announced or expected: it must carry a figure or a plan."""
    head = content.split(None, 2)[:2]
    if head and head[0] in ("plans", "plan") and "to" in head:
        return True
    first = content.partition(", ")[0] if row.get("media") and not news else content
    if not any(char.isdigit() for char in first) and NUMBER.search(first) is None:
        return row["class"] == "forecast" and not row.get("figure") and _compared(content.lower().split()[:9], words)
    if row.get("figure"):
        tokens = content.lower().split()
        return any(mark in content for mark in "%$€£¥") or any(token.strip(",.") in words.measures for token in tokens)
    if news:
        return not any(token in FINITE or token in ("to", "that") for token in content.split())
    if row.get("media"):
        return any(token.strip(",.") in words.results for token in content.lower().split()[:12])
    return True


def _compared(tokens: list[str], words: Words) -> bool:
    """Whether a noun phrase without a number measures and compares: third-quarter revenue below expectations, lower sales."""
    if words.measures.isdisjoint(token.strip(",.") for token in tokens) or not FINITE.isdisjoint(tokens):
        return False
    return not words.sections["comparing.en"].keys().isdisjoint(tokens)


def figure_end(body: str, span: Span, words: Words) -> Span:
    """Where the noun phrase ends: before what the author compares it with, and before the next verb of the subject."""
    for mark in (*_AFTER_OBJECT, *words.outdoing):
        at = body.find(mark, span[0], span[1])
        if at >= 0:
            span = (span[0], at)
    at = body.find(" and ", span[0], span[1])
    while at >= 0:
        verb = LETTERS.match(body, at + 5)
        if verb is not None and (
            verb.group() in words.finite or verb.group() in words.cues or verb.group().endswith("ed")
        ):
            return strip(body, span[0], at)
        at = body.find(" and ", at + 5, span[1])
    return span


def seen_doing(tokens: list[str], words: Words) -> bool:
    """Whether somebody or something is seen doing: the bank cutting rates, inflation easing; not growth in manufacturing."""
    return any(
        token.endswith("ing") and len(token) > 5 and tokens[at - 1] not in words.names.prepositions
        and tokens[at - 1] not in DETERMINERS and tokens[at - 1][-1] != ","
        for at, token in enumerate(tokens) if at
    )  # fmt: skip
