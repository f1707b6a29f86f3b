"""The text as the steps read it: hard wraps, odd spaces and quotation marks evened out, and the way back to the printed text.

Plain text comes with line ends inside sentences, two spaces between words, no-break spaces, invisible characters, and primes
(″…″) or backticks (`…') for quotation marks. All steps read an even text; :func:`restore` then gives every span its place in
the text as it was printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from claims.records import Mention, Page, Report

__all__ = ["evened", "restore", "unwrapped"]

Span = tuple[int, int]
Trace = list[tuple[int, int, str, str]]

#: Two spaces (three and more are the columns of a table), spaces before a line end, invisible characters.
_UNEVEN: Final = re.compile(r"(?<![ \t])  (?![ \t])|(?<![ \t])[ \t]+(?=\r?\n)|\r(?=\n)|[\u200b\u2060\ufeff]+")
_SIGNS: Final = ("  ", "\r", "\u200b", "\u2060", "\ufeff")
#: Spaces of other widths; each is one space.
_ODD: Final = ("\u00a0", "\u3000", "\u2009", "\u202f", "\u2002", "\u2003", "\u200a")
#: Marks that newsrooms type for quotation marks, of the same length; 12″ is a size.
_MARKED: Final = re.compile(r"(?<!\d)″(?=\S)([^″\n]{1,400})″|(?<![\w`])`(?=[^\s`])([^`'’\n]{1,400})['’](?!')")
_TYPED: Final = "〝〞〟＂＇"
_MARKS: Final = str.maketrans(_TYPED, "“””\"'")


def evened(text: str) -> tuple[str, list[int] | None]:
    """The text with even spaces and marks, and where each of its characters stands in ``text`` (None: at the same place).

    >>> evened("It cost $1.5\u00a0billion.")
    ('It cost $1.5 billion.', None)
    >>> evened("a  b")
    ('a b', [0, 1, 3])
    >>> evened("″예산이 줄었다″고")
    ('“예산이 줄었다”고', None)
    """
    if not text.isascii():
        for mark in _ODD:
            if mark in text:
                text = text.replace(mark, " ")
        if any(mark in text for mark in _TYPED):
            text = text.translate(_MARKS)
    if "″" in text or "`" in text:
        text = _MARKED.sub(lambda found: f"“{found[1]}”" if found[1] else f"‘{found[2]}’", text)
    if not _uneven(text):
        return text, None
    pieces: list[str] = []
    origin: list[int] = []
    done = 0
    for match in _UNEVEN.finditer(text):
        start, end = match.span()
        if text[start:end] == "  ":
            start += 1  # the first of the two stays
        pieces.append(text[done:start])
        origin.extend(range(done, start))
        done = end
    if not done:
        return text, None
    pieces.append(text[done:])
    origin.extend(range(done, len(text)))
    return "".join(pieces), origin


def _uneven(text: str) -> bool:
    """Whether there is anything to even out; a look at each line end is cheaper than one for two characters."""
    for sign in _SIGNS:
        if sign in text:
            return True
    at = text.find("\n", 1)
    while at > 0:
        if text[at - 1] in " \t":
            return True
        at = text.find("\n", at + 1)
    return False


def unwrapped(text: str, blocks: list[Span]) -> str:
    """The text with every line end inside a paragraph (a hard wrap) turned into a space; its length stays.

    >>> unwrapped("It cost $1.5\\nbillion.", [(0, 21)])
    'It cost $1.5 billion.'
    """
    pieces: list[str] = []
    done = 0
    for start, end in blocks:
        if text.find("\n", start, end) >= 0:
            pieces += (text[done:start], text[start:end].replace("\n", " "))
            done = end
    return text if not done else "".join(pieces) + text[done:]


def restore(
    page: Page, mentions: list[Mention], reports: list[Report], warnings: list[dict[str, Any]], trace: Trace | None
) -> None:
    """Give every span, and every id made of one, its place in the printed text."""
    origin = page.origin
    if origin is None:
        return
    origin = [*origin, len(page.raw)]
    names: dict[str, str] = {}
    for mention in mentions:
        old = f"c{mention.start}-{mention.end}"
        mention.start, mention.end = _place((mention.start, mention.end), origin)
        names[old] = f"c{mention.start}-{mention.end}"
    for mention in mentions:
        for link in mention.links:
            link["target"] = names.get(str(link["target"]), link["target"])
    for warning in warnings:
        warning["at"] = [names.get(name, name) for name in warning["at"]]
    for report in reports:
        report.source = None if report.source is None else _place(report.source, origin)
        report.cue = [_place(span, origin) for span in report.cue]
        report.content = [_place(span, origin) for span in report.content]
    page.sentences = [_place(span, origin) for span in page.sentences]
    if trace is not None:
        trace[:] = [(*_place((start, end), origin), rule, why) for start, end, rule, why in trace]


def _place(span: Span, origin: list[int]) -> Span:
    start, end = span
    return (origin[start], origin[end - 1] + 1) if end > start else (origin[start], origin[start])
