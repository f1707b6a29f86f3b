"""What stands around the subject of an English verb: a description behind a name, a place before it, a clause on a noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_joined import joined
from claims.attribution_en_names import FINITE, LETTERS
from claims.attribution_en_reads import DETS
from claims.looks import precedes, precedes_any
from claims.numerals import EN_WORDS
from claims.patterns import tree

if TYPE_CHECKING:
    from claims.attribution_en_names import Names

__all__ = ["APPOSING", "BREAKS", "apart", "described", "opens", "past_breaks", "place_first"]

#: How a description after a name begins: a nurse at the clinic, the country's largest producer, one of the founders.
APPOSING: Final = frozenset({"a", "an", "the", "one", "its", "his", "her", "their", "another"})
_LISTING: Final = frozenset({"and", "of", "from", "in", "at", "for", "the"})
_OPENERS: Final = frozenset({"while", "and", "but", "whereas", "that", "Meanwhile", "meanwhile", "And", "But", "While"})
BREAKS: Final = frozenset({
    "after", "because", "as", "while", "when", "whereas", "since", "although", "though", "but", "which", "that", "who", "if",
    "before", "where", "whose", "until", "once", "unless", "even", "so", "than", "how", "why", "what", "and",
    "Although", "Though", "While", "Whereas", "Because",
})  # fmt: skip
_COUNTING: Final = re.compile(
    rf" (?:[\d$€£]|(?:{tree(EN_WORDS)}|half|dozens|hundreds|thousands"
    r"|a (?:dozen|hundred|thousand|third|quarter|half))\b)"
)


def described(before: str, segment: str, names: Names) -> bool:
    """``Kim, a delivery driver in Busan,`` and ``the company's founder, Per Lindqvist,``."""
    for mark in (" whose ", " who ", " which "):
        segment = segment.partition(mark)[0]
    if segment.endswith(" of"):
        return False  # a copy of which was seen by Reuters
    head = before.rstrip(" ,").rsplit(", ", 1)
    candidate = LETTERS.findall(head[-1]) or (LETTERS.findall(head[0].rsplit(", ", 1)[-1]) if len(head) > 1 else [])
    words = LETTERS.findall(segment)
    for at in range(len(candidate) - 1, 0, -1):
        if candidate[at - 1] in BREAKS and candidate[at - 1] != "and":
            candidate = candidate[at:]  # was halted when Sanofi, the maker,
            break
    if not candidate or not words:
        return False
    if words[0] in names.parts and words[1:2] == ["of"]:
        return len(candidate) < 5 and candidate[0][0].isupper()  # Norvia, part of Selby Group,
    if words[0] == "MP":
        return len(candidate) > 1 and candidate[0][0].isupper()  # Mark Ellis, MP for Leeds East,
    if words[0] in ("of", "from", "at"):  # Emma Runs, of the British Medical Association,
        return (
            2 <= len(candidate) <= 5
            and len(words) <= 9
            and all(word[0].isupper() for word in candidate)
            and any(word[0].isupper() for word in words)
        )
    if words[0] in APPOSING or words[0].endswith(("’s", "'s")) or (len(words) > 1 and words[1].endswith(("’s", "'s"))):
        if candidate[0].lower() in names.prepositions:
            return False
        placed = len(candidate) > 2 and candidate[-1][0].isupper() and candidate[-2] in ("in", "of", "from", "near")
        if placed and words[0] in ("a", "an", "the") and len(words) < 9 and words[-1] not in FINITE:
            return not any(word in FINITE for word in words)  # officials in Hillard, a suburb of Columbus,
        titled = candidate[-1].lower() in names.titles or candidate[-1].lower() in names.nouns
        titled = titled or any(names.nouns.get(word.lower(), ("", False))[0] == "document" for word in candidate[1:4])
        named = len(candidate) <= 4 and (
            all(word[0].isupper() or word in ("plc", "and") for word in candidate)
            or (candidate[0].lower() in APPOSING and candidate[-1][0].isupper() and len(candidate) > 1)
        )
        return (named or titled) and not any(word in FINITE for word in words)
    if (
        candidate[0].lower() in APPOSING
        and 1 < len(candidate) < 10
        and 0 < len(words) < 6
        and all(word[0].isupper() for word in words[words[0] == "the" :])
        and not any(word in FINITE for word in candidate)
    ):
        return True  # the coroner, Dick Wallace,
    if len(words) > 4 and "and" in words and all(word[0].isupper() or word in _LISTING for word in words):
        last = candidate[-1].lower()  # two senators, A of Ohio and B of Maine,
        return len(words) < 20 and (last in names.nouns or last.removesuffix("s") in names.titles)
    return (
        len(words) <= 4
        and words[0][1:2] != "-"  # D-Ohio
        and all(word[0].isupper() for word in words)
        and any(word.lower() in names.titles or word.lower() in names.holders for word in candidate[:8])
    )


def opens(body: str, left: int, at: int) -> bool:
    """Whether a clause opens at ``at``: at the start, behind a comma, behind while or that."""
    before = body[left:at].rstrip()
    return not before or before[-1] in ",;:–—" or before.rsplit(None, 1)[-1] in _OPENERS


def apart(words: list[str], names: Names) -> int:
    """Which of the words opens the subject of a clause that stands right behind its noun; 0 for none."""
    if any(word in names.prepositions or word in BREAKS or not word.islower() for word in words):
        return 0
    first = len(words) - 1
    if first > 1 and (
        words[first - 1] in DETS or words[first - 1] in names.crowds or words[first - 1] in names.offices
    ):
        first -= 1
    return first if first > 1 else 0


def place_first(body: str, begin: int, stop: int, words: list[str], names: Names) -> int:
    """Where the subject opens behind a place with no comma: In evidence | Quincey; In Moscow | President Ivan Orlov."""
    size = next((at for at in range(1, 4) if words[at : at + 1] and not words[at].islower()), 0)
    if size == 1 and len(words) > 3 and words[2].lower() in names.titles and words[2][0].isupper():
        size = 2
    elif size < 2 or not words[size][0].isupper() or words[1] in DETS or words[size - 1] in names.prepositions:
        return begin
    return body.index(words[size], begin + 3, stop)


def past_breaks(body: str, begin: int, stop: int, words: list[str], names: Names) -> int:
    """Where the last clause before ``stop`` begins: behind after, that, who …, and behind an ``and`` that joins no names."""
    at = low = begin
    for word in words:
        if word not in BREAKS:
            continue
        at = body.find(word, at, stop)
        while at >= 0 and not (_parts(body, at - 1) and (at + len(word) == stop or _parts(body, at + len(word)))):
            at = body.find(word, at + 1, stop)  # the as in has
        if at < 0:
            break
        before, at = at - 1, at + len(word)
        if at < stop and body[at] == ",":
            continue
        if word == "and":
            if joined(body[low : max(low, before)], body[at:stop], names):
                continue
        elif word == "but":
            if precedes_any(body, before, ("All", "all")):
                continue
        elif word == "as":
            if precedes(body, before, " such"):
                continue  # banks such as Morgan
        elif word == "than" and precedes_any(body, before, ("ore", "ewer", "ess", "ther")):
            if _COUNTING.match(body, at):
                continue  # more than 300 people, fewer than half
        low = at
    return low


def _parts(body: str, at: int) -> bool:
    """Whether what stands at ``at`` parts two words; the sentence begins behind such a place."""
    return at < 0 or body[at] == "," or body[at].isspace()
