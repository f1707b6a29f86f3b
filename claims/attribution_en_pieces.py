"""What stands between the spaces of an English sentence, each piece read once: news repeats its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_en_names import LETTERS

if TYPE_CHECKING:
    from mypy_extensions import i64  # an int that never leaves a register of compiled code

__all__ = ["NAMING", "NOUNS", "OBLIGING", "REPORTS", "UNNAMED", "UNSURE", "Piece", "Pieces", "Word"]

#: What a piece tells of its sentence, one bit each: one of its words reports,
REPORTS: Final = 1
#: reports with "that" or a quotation,
NOUNS: Final = 2
#: reports with neither (called, described),
NAMING: Final = 4
#: may stand where a source is not named.
UNNAMED: Final = 8
#: begins a class with a word that is common elsewhere (has to),
OBLIGING: Final = 16
#: may give what is said, or a number, a class; or a quotation begins or ends there.
UNSURE: Final = 32
_KEPT: Final = 8192  # pieces that are remembered
_LONG: Final = 24  # letters of a piece: a longer one is a quotation


class Word:
    """A word of a piece: where it stands there, and whether a report may be found at it."""

    __slots__ = ("begin", "key", "stop", "text")

    def __init__(self, begin: int, stop: int, text: str, key: bool) -> None:
        self.begin: i64 = begin
        self.stop: i64 = stop
        self.text = text
        self.key = key


class Piece:
    """What stands between two spaces: how long it is, the signs it gives, its words."""

    __slots__ = ("signs", "size", "words")

    def __init__(self, size: int, signs: int, words: list[Word]) -> None:
        self.size: i64 = size
        self.signs: i64 = signs
        self.words = words


class Pieces(dict[str, Piece]):
    """The pieces met before, and the tables that they are read with."""

    def __init__(self, keys: frozenset[str], signs: dict[int, frozenset[str]], unsure: frozenset[str]) -> None:
        super().__init__()
        self._keys = keys  # the words at which a report may be found
        self._signs = signs  # the pieces that give each sign
        self.unsure = unsure  # the words that may give a class

    def read(self, texts: list[str]) -> tuple[list[Piece], i64, i64]:
        """The pieces of a sentence in its order, the signs they give, and how long they are with a space between each."""
        pieces = [self[text] for text in texts]
        signs: i64 = 0
        size: i64 = len(texts) - 1
        for piece in pieces:
            signs |= piece.signs
            size += piece.size
        return pieces, signs, size

    def __missing__(self, text: str) -> Piece:
        """A piece with its words as LETTERS finds them, remembered from now on if it is no longer than words are."""
        words = [
            Word(match.start(), match.end(), match.group(), match.group() in self._keys)
            for match in LETTERS.finditer(text)
        ]
        signs = 0
        for sign, pieces in self._signs.items():
            if text in pieces:
                signs |= sign
        if "“" in text or "”" in text or '"' in text:
            signs |= UNSURE
        for word in words:
            if word.text in self.unsure or word.text.lower() in self.unsure:
                signs |= UNSURE
        piece = Piece(len(text), signs, words)
        if len(text) < _LONG:
            if len(self) > _KEPT:
                self.clear()
            self[text] = piece
        return piece
