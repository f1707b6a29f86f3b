"""The words beside a number that the lexicon holds (약, 최소, at least; 이상, or more), and quick looks for their beginnings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.kept import Kept
from claims.patterns import tree

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["LeftWords", "RightWords", "left_words", "right_words"]

_Index = dict[str, list["LeftPhrase"]]


class LeftPhrase:
    """A phrase left of a number: its section and its line, and the letter that stands before the space of its last word."""

    __slots__ = ("letter", "phrase", "row", "section")

    def __init__(self, phrase: str, section: str, row: dict[str, Any]) -> None:
        self.phrase = phrase
        self.section = section
        self.row = row
        at = phrase.rfind(" ")
        self.letter = ord(phrase[at - 1]) if at > 0 else 0  # 0: of one word

    def may_end(self, before: int) -> bool:
        """Whether it may end so, by the letter before the space of the last word, in either case."""
        return self.letter == 0 or self.letter | _SMALL == before | _SMALL


#: The bit that makes small letters of capitals.
_SMALL: Final = 0x20


class LeftWords:
    """The phrases left of a number by their last word, and the last two characters that such a word may have."""

    __slots__ = ("index", "lasts", "may_end")

    def __init__(self, lexicon: Lexicon) -> None:
        index: _Index = {}
        for section in ("hedge", "bound", "per"):
            for phrase, row in lexicon.sections[section].items():
                if row["side"] == "left":
                    index.setdefault(phrase.rsplit(" ", 1)[-1], []).append(LeftPhrase(phrase, section, row))
        for phrase in lexicon.sections["neutral"]:
            index.setdefault(phrase, []).append(LeftPhrase(phrase, "neutral", {}))
        for group in index.values():
            group.sort(key=lambda item: (-len(item.phrase), item.section))
        self.index = index
        self.lasts = frozenset([word[-2:].lower() for word in index])
        #: whether a word that ends in two characters may be one of the phrases
        self.may_end: Kept[bool] = Kept(self._ends)

    def _ends(self, pair: str) -> bool:
        lower = pair.lower()
        return lower in self.lasts or lower[-1:] in self.lasts or lower[-1:] == "당"


#: No word right of a unit is longer.
_LONGEST_WORD: Final = 24


def left_words(lexicon: Lexicon) -> LeftWords:
    return lexicon.built(LeftWords)


#: What may stand between a unit and the word that bounds it (3조원을 크게 웃돈다).
_KINDS: Final = "어치|짜리"
_PARTICLES: Final = "에도|에는|에|을|를|이|가|은|는|도|만|보다|선을|선에|대를|대에|선"
#: What the pattern takes besides, and the two characters that three show of it. No particle has more than three.
_OPEN_PARTICLES: Final = ("선도", "선까지", "선까")
#: Spaces before a verb of bounds whose adverb is not there.
_SPACES: Final = 2


class RightWords:
    """The words right of a unit: two patterns, and the beginnings without which neither can match."""

    __slots__ = (
        "beginnings", "korean", "latin", "latin_beginnings", "latin_words", "openings", "particles", "predicates", "verbs",
    )  # fmt: skip

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
        denominators = [word for word, row in lexicon.sections["per"].items() if row["side"] == "right"]
        phrases += denominators
        self.latin = re.compile(rf"\s?({tree(phrases)})(?![A-Za-z0-9])", re.IGNORECASE)
        predicates = [*verbs, *degrees]
        self.beginnings = frozenset(word[:2] for word in [*hedges, *bounds, *predicates, *_KINDS.split("|")])
        self.predicates = frozenset(word[0] for word in predicates)
        self.verbs = frozenset(word[:2] for word in predicates)
        self.particles = frozenset([*_PARTICLES.split("|"), *_OPEN_PARTICLES])
        self.latin_beginnings = frozenset(word[:2].lower() for word in phrases)
        #: the first words of the phrases -> what the next word begins with (two characters); "" where one is enough, as
        #: before any noun that an amount may be per
        self.latin_words: dict[str, set[str]] = {}
        for phrase in phrases:
            first, *rest = re.split(r"[^A-Za-z0-9]", phrase.lower(), maxsplit=1)
            begun = rest[0][:2] if rest and phrase not in denominators else ""
            self.latin_words.setdefault(first, set()).add(begun)
        #: what may begin with three characters
        self.openings: Kept[Opening] = Kept(self._opening)

    def _opening(self, printed: str) -> Opening:
        if not printed:  # the end of the text
            return Opening(False, False, False, False)
        latin = printed[0].isascii() and self._begins_latin(printed)
        band = printed.startswith(("대", " 대"))
        begin = 1 if printed[0] == " " else 0
        pair = printed[begin : begin + 2]
        begun = pair != "" and (pair in self.beginnings or pair[0] in self.beginnings or pair[0] == " ")
        return Opening(latin, band, begun, begun or (pair != "" and self._predicate_follows(printed, begin)))

    def may_follow(self, text: str, pos: int, opening: Opening) -> bool:
        """Whether the Korean pattern can match anything at ``pos``, by what opens there: most units are followed by no such
        word."""
        if opening.begun or not opening.korean:
            return opening.begun
        return self._predicate_follows(text, pos + 1 if text[pos] == " " else pos)

    def _predicate_follows(self, text: str, begin: int) -> bool:
        return (
            self._predicate_behind(text, begin, 1)
            or self._predicate_behind(text, begin, 2)
            or self._predicate_behind(text, begin, 3)
        )

    def _predicate_behind(self, text: str, begin: int, length: int) -> bool:
        """Whether a particle so long stands at ``begin``, and behind it what a verb of bounds or its adverb begins with;
        a text that ends there may go on so."""
        if text[begin : begin + length] not in self.particles:
            return False
        at, size = begin + length, len(text)
        while at < size and text[at] == " " and at - begin - length < _SPACES:
            at += 1
        if at >= size:
            return True
        if text[at] not in self.predicates:
            return False
        return at + 1 == size or text[at] in self.verbs or text[at : at + 2] in self.verbs

    def _begins_latin(self, printed: str) -> bool:
        begin = 1 if printed[0].isspace() else 0
        pair = printed[begin : begin + 2].lower()
        return pair in self.latin_beginnings or pair[:1] in self.latin_beginnings

    def latin_may_follow(self, text: str, pos: int, opening: Opening) -> bool:
        """Whether the pattern of Latin words can match at ``pos``, by what opens there."""
        if not opening.latin:
            return False
        size = len(text)
        begin = end = pos + 1 if text[pos].isspace() else pos
        plain = True
        while end < size and end - begin < _LONGEST_WORD:
            if not _SMALL_A <= ord(text[end]) <= _SMALL_Z:
                if not text[end].isalnum():
                    break
                plain = False
            end += 1
        word = text[begin:end]
        if not plain:
            if not word.isascii():
                return True
            word = word.lower()
        nexts = self.latin_words.get(word)
        if nexts is None:
            return not word
        return "" in nexts or text[end + 1 : end + 3].lower() in nexts


class Opening:
    """What the three characters behind a unit allow: a word in Latin letters, a band (30%대), a Korean word, which may have
    ``begun`` with them."""

    __slots__ = ("band", "begun", "korean", "latin", "nothing")

    def __init__(self, latin: bool, band: bool, begun: bool, korean: bool) -> None:
        self.latin = latin
        self.band = band
        self.begun = begun
        self.korean = korean
        self.nothing = not (latin or band or korean)


_SMALL_A: Final = ord("a")
_SMALL_Z: Final = ord("z")


def right_words(lexicon: Lexicon) -> RightWords:
    return lexicon.built(RightWords)


def _listed(lexicon: Lexicon, section: str, *, korean: bool) -> list[str]:
    return [w for w, row in lexicon.sections[section].items() if row["side"] == "right" and w.isascii() != korean]
