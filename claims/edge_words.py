"""The words beside a number that the lexicon holds (약, 최소, at least; 이상, or more), and quick looks for their beginnings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.patterns import tree

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["LeftWords", "RightWords", "left_words", "right_words"]

_Index = dict[str, list[tuple[str, str, dict[str, Any]]]]


class LeftWords:
    """The phrases left of a number by their last word, and the last two characters that such a word may have."""

    __slots__ = ("index", "lasts", "pairs")

    def __init__(self, lexicon: Lexicon) -> None:
        index: _Index = {}
        for section in ("hedge", "bound", "per"):
            for phrase, row in lexicon.sections[section].items():
                if row["side"] == "left":
                    index.setdefault(phrase.rsplit(" ", 1)[-1], []).append((phrase, section, row))
        for phrase in lexicon.sections["neutral"]:
            index.setdefault(phrase, []).append((phrase, "neutral", {}))
        for group in index.values():
            group.sort(key=lambda item: (-len(item[0]), item[1]))
        self.index = index
        self.lasts = frozenset([word[-2:].lower() for word in index])
        self.pairs: dict[str, bool] = {}

    def may_end(self, pair: str) -> bool:
        """Whether a word that ends in these two characters may be one of the phrases; each pair is judged once."""
        known = self.pairs.get(pair)
        if known is None:
            if len(self.pairs) >= _PAIRS_KEPT:
                self.pairs.clear()
            lower = pair.lower()
            known = lower in self.lasts or lower[-1:] in self.lasts or lower[-1:] == "당"
            self.pairs[pair] = known
        return known


#: No word right of a unit is longer.
_LONGEST_WORD: Final = 24
#: So many pairs of characters beside a number are remembered.
_PAIRS_KEPT: Final = 8192


def left_words(lexicon: Lexicon) -> LeftWords:
    return lexicon.built(LeftWords)


#: What may stand between a unit and the word that bounds it (3조원을 크게 웃돈다).
_KINDS: Final = "어치|짜리"
_PARTICLES: Final = "에도|에는|에|을|를|이|가|은|는|도|보다|선을|선에|대를|대에|선"


class RightWords:
    """The words right of a unit: two patterns, and the beginnings without which neither can match."""

    __slots__ = (
        "beginnings",
        "korean",
        "latin",
        "latin_beginnings",
        "latin_words",
        "openings",
        "particles",
        "predicates",
        "verbs",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        hedges = _listed(lexicon, "hedge", korean=True)
        bounds = _listed(lexicon, "bound", korean=True)
        verbs = list(lexicon.sections["bound_verb"])
        degrees = list(lexicon.sections["degree.before"])
        self.korean = re.compile(
            rf"(?P<kind> ?(?:{_KINDS}))?(?P<hedge> ?(?:{tree(hedges)}))?"
            rf"(?P<hedge2> ?(?:{tree(hedges)}))?(?P<bound> ?(?:{tree(bounds)}))?"
            rf"(?:(?:{_PARTICLES}| 선(?:을|에|도|까지)?)? ?(?:{tree(degrees)})? ?"
            rf"(?P<verb>{tree(verbs)})(?P<ending>[가-힣]{{0,6}}(?: (?:못|않|안)[가-힣]{{0,4}})?))?"
        )
        phrases = [word for section in ("hedge", "bound") for word in _listed(lexicon, section, korean=False)]
        phrases += [word for word, row in lexicon.sections["per"].items() if row["side"] == "right"]
        self.latin = re.compile(rf"\s?({tree(phrases)})(?![A-Za-z0-9])", re.IGNORECASE)
        predicates = [*verbs, *degrees]
        self.beginnings = frozenset(word[:2] for word in [*hedges, *bounds, *predicates, *_KINDS.split("|")])
        self.predicates = frozenset(word[0] for word in predicates)
        self.verbs = frozenset(word[:2] for word in predicates)
        self.particles = frozenset(word[0] for word in _PARTICLES.split("|"))
        self.latin_beginnings = frozenset(word[:2].lower() for word in phrases)
        self.latin_words = frozenset([re.split(r"[^A-Za-z0-9]", word.lower(), maxsplit=1)[0] for word in phrases])
        self.openings: dict[str, bool] = {}

    def may_open(self, opening: str) -> bool:
        """Whether anything to read may begin with these three characters; each three are judged once."""
        known = self.openings.get(opening)
        if known is None:
            if len(self.openings) >= _PAIRS_KEPT:
                self.openings.clear()
            known = (
                (opening[0].isascii() and self._begins_latin(opening, 0))
                or opening.lstrip(" ")[:1] in self.particles
                or opening.startswith(("대", " 대"))
                or self.may_follow(opening, 0)
            )
            self.openings[opening] = known
        return known

    def may_follow(self, text: str, pos: int) -> bool:
        """Whether the Korean pattern can match anything at ``pos``: most units are followed by no such word."""
        begin = pos + 1 if text[pos : pos + 1] == " " else pos
        pair = text[begin : begin + 2]
        if not pair or pair in self.beginnings or pair[0] in self.beginnings or pair[0] == " ":
            return bool(pair)
        if pair[0] not in self.particles or self.predicates.isdisjoint(text[begin + 1 : begin + 5]):
            return False
        return any(
            text[at : at + 2] in self.verbs or text[at : at + 1] in self.verbs for at in range(begin + 1, begin + 5)
        )

    def _begins_latin(self, text: str, pos: int) -> bool:
        begin = pos + 1 if text[pos : pos + 1].isspace() else pos
        pair = text[begin : begin + 2].lower()
        return pair in self.latin_beginnings or pair[:1] in self.latin_beginnings

    def latin_may_follow(self, text: str, pos: int) -> bool:
        """Whether the pattern of Latin words can match at ``pos``."""
        if not self._begins_latin(text, pos):
            return False
        begin = end = pos + 1 if text[pos : pos + 1].isspace() else pos
        while end - begin < _LONGEST_WORD and text[end : end + 1].isalnum():
            end += 1
        word = text[begin:end]
        return not word or not word.isascii() or word.lower() in self.latin_words


def right_words(lexicon: Lexicon) -> RightWords:
    return lexicon.built(RightWords)


def _listed(lexicon: Lexicon, section: str, *, korean: bool) -> list[str]:
    return [w for w, row in lexicon.sections[section].items() if row["side"] == "right" and w.isascii() != korean]
