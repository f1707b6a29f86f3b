"""Patterns built from the word tables: the shape stands in Python, the words in TOML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.kept import Kept
from claims.looks import past_space

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.lexicon import Lexicon

__all__ = ["alternation", "begins", "firsts", "may_end", "may_follow", "may_precede", "pattern", "tree"]


def alternation(lexicon: Lexicon, section: str) -> str:
    """The words of a section as one alternation, longest first."""
    return tree(lexicon.sections[section])


def tree(words: Iterable[str]) -> str:
    """An alternation of words that matches the longest first; what they begin with alike is looked at once.

    >>> tree(["about", "above", "at", "a"])
    'a(?:bo(?:ut|ve)|t)?'
    """
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    whole = branches.pop("", None) is not None
    printed = "|".join(re.escape(first) + _branch(sorted(set(rests))) for first, rests in sorted(branches.items()))
    return f"(?:{printed})?" if whole and branches else printed


def _branch(rests: list[str]) -> str:
    """What may follow one first character."""
    if len(rests) == 1:
        return re.escape(rests[0])
    found = tree(rests)
    return found if rests[0] == "" or len({rest[0] for rest in rests}) == 1 else f"(?:{found})"


_LONGEST_RUN: Final = 40


class _Edges:
    """The first and the last characters of the words of a section: where none of them stands, no word does."""

    __slots__ = ("ends", "firsts", "lasts", "may_close", "may_open", "words")

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.firsts = frozenset([word[0] for word in words])
        self.lasts = frozenset([word[-1] for word in words])
        #: the letters and digits that end a word (Flight, 7 of Boeing 7), or the marks that do (No.°)
        self.ends = frozenset([word[len(word) - _run(word, len(word)) :] or word[-1:] for word in words])
        #: whether a word may begin with three characters, and end with two
        self.may_open: Kept[bool] = Kept(self._opens)
        self.may_close: Kept[bool] = Kept(self._closes)

    def _opens(self, printed: str) -> bool:
        return any(word.startswith(printed) or printed.startswith(word) for word in self.words)

    def _closes(self, printed: str) -> bool:
        return any(end.endswith(printed) or printed.endswith(end) for end in self.ends)


def _edges(lexicon: Lexicon, section: str) -> _Edges:
    known: dict[str, _Edges] | None = lexicon.cache.get("edges of sections")
    if known is None:
        known = lexicon.cache["edges of sections"] = {}
    edges = known.get(section)
    if edges is None:
        edges = known[section] = _Edges(list(lexicon.sections[section]))
    return edges


def firsts(lexicon: Lexicon, section: str) -> frozenset[str]:
    """The first characters of the words of a section."""
    return _edges(lexicon, section).firsts


def begins(lexicon: Lexicon, section: str, text: str, pos: int) -> bool:
    """Whether the first three characters of a word of the section stand at ``pos``."""
    return pos < len(text) and _edges(lexicon, section).may_open[text[pos : pos + 3]]


def may_follow(lexicon: Lexicon, section: str, text: str, pos: int) -> bool:
    """Whether `` ?WORDS`` may match at ``pos``: a look at one character in place of a pattern."""
    at = past_space(text, pos)
    return text[at : at + 1] in _edges(lexicon, section).firsts


def may_end(lexicon: Lexicon, section: str, text: str, pos: int) -> bool:
    """Whether ``\\bWORDS$`` may match what stands left of ``pos``: by the letters and digits that end a word."""
    if pos <= 0:
        return False
    edges = _edges(lexicon, section)
    return edges.may_close[text[max(0, pos - 2) : pos]] and text[pos - (_run(text, pos) or 1) : pos] in edges.ends


def _run(text: str, pos: int) -> int:
    """How many letters and digits stand left of ``pos``; a run that is longer than any word is not counted to its end."""
    begin = pos
    while begin > 0 and pos - begin < _LONGEST_RUN:
        if not (_FIRST <= ord(text[begin - 1]) <= _LAST or text[begin - 1].isalnum()):
            break
        begin -= 1
    return pos - begin


#: The small letters: what most characters of a word are, told without a look into the tables.
_FIRST: Final = ord("a")
_LAST: Final = ord("z")


def may_precede(lexicon: Lexicon, section: str, text: str, pos: int) -> bool:
    """Whether ``WORDS\\s?$`` may match what stands left of ``pos``."""
    last = text[pos - 1] if pos else ""
    if last == "\n":
        return True  # ``$`` also matches before it
    if last.isspace():
        last = text[pos - 2] if pos > 1 else ""
    return last in _edges(lexicon, section).lasts


def pattern(lexicon: Lexicon, section: str, shape: str) -> re.Pattern[str]:
    """``shape`` with ``WORDS`` replaced by the words of ``section``; compiled once per lexicon."""
    cache: dict[tuple[str, str], re.Pattern[str]] | None = lexicon.cache.get("patterns")
    if cache is None:
        cache = lexicon.cache["patterns"] = {}
    found = cache.get((section, shape))
    if found is None:
        found = re.compile(shape.replace("WORDS", f"(?:{alternation(lexicon, section)})"))
        cache[(section, shape)] = found
    return found
