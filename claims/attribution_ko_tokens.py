"""A Korean sentence as words: quotations and parentheses closed into one word each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container

    from claims.records import Span

__all__ = ["Token", "tokens_of"]

_STOPS: Final = ".,!?…;:"
_PAREN: Final = re.compile(r"\([^()\n]{0,80}\)")
_HIDDEN: Final = "\x01"


class Token:
    """A word: its span in the text, what stands there without closing punctuation, and the punctuation (``tail``).

    In ``word`` everything that quotations and parentheses hold is masked.
    """

    __slots__ = ("end", "start", "tail", "word")

    def __init__(self, start: int, end: int, word: str, tail: str) -> None:
        self.start = start
        self.end = end
        self.word = word
        self.tail = tail


def tokens_of(
    text: str, start: int, end: int, quotes: list[Span], cues: Container[str]
) -> tuple[list[Token], list[Span], list[int]]:
    """The words of a sentence, the outermost quotations in it, and where one of ``cues`` stands.

    A quotation is one word, whatever it holds.
    """
    body = text[start:end]
    outer: list[Span] = []
    for low, high in quotes:
        if low >= end:
            break
        if low >= start and high <= end and (not outer or low >= outer[-1][1]):
            outer.append((low, high))
            body = body[: low - start + 1] + _HIDDEN * (high - low - 2) + body[high - start - 1 :]
    if "(" in body:
        body = _PAREN.sub(_hide, body)
    for blank in "\n\t\u00a0\u3000\r":
        if blank in body:
            body = body.replace(blank, " ")
    tokens: list[Token] = []
    found: list[int] = []
    position = start
    for word in body.split(" "):
        if word:
            stop = position + len(word)
            tail = ""
            if word[-1] in _STOPS:
                printed, word = word, word.rstrip(_STOPS)
                tail = printed[len(word) :]
                word = word or printed  # a word of marks only; no word is empty
            if word in cues:
                found.append(len(tokens))
            tokens.append(Token(position, stop, word, tail))
            position = stop
        position += 1
    return tokens, outer, found


def _hide(match: re.Match[str]) -> str:
    return "(" + _HIDDEN * (len(match.group()) - 2) + ")"
