"""Where numbers in words, times and digits may begin in English text: one walk over its characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.looks import follows
from claims.periods_en import TIME_WORDS
from claims.scan_en import AFTER_ARTICLE, NUMBER_WORDS
from claims.spots import digits_end, is_decimal
from claims.times_en import DAYS, MONTHS

if TYPE_CHECKING:
    from claims.records import Page, Span

__all__ = ["EnglishSpots", "english_spots"]

_TIME: Final = 1
_NAME: Final = 2  # of a month or a day: a time with a capital
_MAY_COUNT: Final = 4  # a number word may begin so
#: ASCII letters as small ones, digits as zeros, anything else as the space that parts words.
_SHAPES: Final = (
    bytes(
        ord(chr(code).lower()) if chr(code).isalpha() else ord("0") if chr(code).isdigit() else ord(" ")
        for code in range(128)
    )
    + b" " * 128
)
_LETTERS: Final = 32  # as many places has each letter of a table


def _place(first: int, second: int, third: int) -> int:
    """The place of three small letters in a table; other characters share the places of letters."""
    return ((first & 31) * _LETTERS + (second & 31)) * _LETTERS + (third & 31)


def _openings() -> bytes:
    table = bytearray(_LETTERS**3)
    numbers = (*NUMBER_WORDS, *AFTER_ARTICLE)
    for flag, words in ((_MAY_COUNT, numbers), (_TIME, TIME_WORDS), (_NAME, (*MONTHS, *DAYS))):
        for word in words:
            lower = word.lower()
            table[_place(ord(lower[0]), ord(lower[1]), ord(lower[2]))] |= flag
    return bytes(table)


#: What the first three letters of a word may begin; who reads the word decides.
_FLAGS: Final = _openings()
#: Numbers in words, and these with what makes multiples of them: tenfold.
_COUNTS: Final = frozenset([*NUMBER_WORDS, *[word + "fold" for word in NUMBER_WORDS]])


class EnglishSpots:
    """Where ``numbers`` in words and ``times`` may begin, and all ``runs`` of digits."""

    __slots__ = ("numbers", "runs", "times")

    def __init__(self, text: str) -> None:
        self.numbers: list[int] = []
        self.times: list[int] = []
        self.runs: list[Span] = []
        shape = _shape_of(text)
        self._read_words(text, shape)
        self._read_digits(text, shape)

    def _read_words(self, text: str, shape: str) -> None:
        """The words of the text that may begin a number or a time; a shorter one than three letters begins none."""
        at, size = 0, len(shape)
        while at < size:
            if shape[at] == " ":
                at += 1
                continue
            end = shape.find(" ", at)
            if end < 0:
                end = size
            if end - at > 2 and shape[at] != "0":
                flags = _FLAGS[_place(ord(shape[at]), ord(shape[at + 1]), ord(shape[at + 2]))]
                if flags:
                    if flags & _MAY_COUNT:
                        self._number(text, at, shape[at:end])
                    if flags & _TIME or (flags & _NAME and ord(text[at]) < ord("a")):
                        self.times.append(at)
            at = end

    def _read_digits(self, text: str, shape: str) -> None:
        """The runs of digits, and the times that begin with a letter before one, or with FY: Q1, H2, FY24."""
        at = shape.find("0")
        while at >= 0:
            end = digits_end(text, at)
            self.runs.append((at, end))
            if at and (text[at - 1] == "Q" or text[at - 1] == "H"):
                self.times.append(at - 1)
            at = shape.find("0", end)
        at = text.find("F")
        while at >= 0:
            if follows(text, at, "FY"):
                self.times.append(at)
            at = text.find("F", at + 1)

    def _number(self, text: str, at: int, word: str) -> None:
        """A number that begins with a word, or a magnitude or a part of one with the article before it: a million, an eighth."""
        if not word.isalpha():
            word = word[: word.find("0")]  # million5
        if word in AFTER_ARTICLE and at > 1 and text[at - 1] == " ":
            begin = at - 2 if text[at - 2] in "aA" else at - 3
            if begin >= 0 and text[begin] in "aA" and (begin == at - 2 or text[at - 2] in "nN"):
                self.numbers.append(begin)
        if word in _COUNTS:
            self.numbers.append(at)


def _shape_of(text: str) -> str:
    """Small letters, zeros and spaces, one for each character of a text."""
    plain = text.encode("ascii", "replace")
    if not text.isascii() and _foreign_digits(text, plain.decode("ascii")):
        plain = re.sub(r"\d", "0", text).encode("ascii", "replace")
    return plain.translate(_SHAPES).decode("ascii")


def _foreign_digits(text: str, plain: str) -> bool:
    """Whether digits of another script stand in a text; in ``plain`` all that is not ASCII is a question mark."""
    at = plain.find("?")
    while at >= 0:
        if is_decimal(text, at, ord(text[at])):
            return True
        at = plain.find("?", at + 1)
    return False


def english_spots(page: Page) -> EnglishSpots:
    """The spots of a page, looked for once."""
    spots = page.english
    if spots is None:
        spots = page.english = EnglishSpots(page.text)
    return spots
