"""Where numbers in words, times and digits may begin in English text: one walk over its characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.looks import follows
from claims.periods_en import TIME_WORDS
from claims.scan_en import AFTER_ARTICLE, NUMBER_WORDS
from claims.spots import digits_end, is_decimal
from claims.times_en import DAYS, MONTHS

if TYPE_CHECKING:
    from mypy_extensions import i64  # an int that never leaves a register of compiled code

    from claims.records import Page, Span

__all__ = ["EnglishSpots", "english_spots"]

_TIME: Final = 1
_NAME: Final = 2  # of a month or a day: a time with a capital
_MAY_COUNT: Final = 4  # a number word may begin so
_LETTERS: Final = 32  # as many places has each letter of a table
#: The letters, and the bit that makes small ones of capitals.
_SMALL_A: Final = 0x61
_SMALL_Z: Final = 0x7A
_SMALL: Final = 0x20


def _place(first: i64, second: i64, third: i64) -> i64:
    """The place of three letters in a table, in any case."""
    return ((first & 31) * _LETTERS + (second & 31)) * _LETTERS + (third & 31)


def _openings() -> bytes:
    table = bytearray(_LETTERS**3)
    numbers = (*NUMBER_WORDS, *AFTER_ARTICLE)
    for flag, words in ((_MAY_COUNT, numbers), (_TIME, TIME_WORDS), (_NAME, (*MONTHS, *DAYS))):
        for word in words:
            table[_place(ord(word[0]), ord(word[1]), ord(word[2]))] |= flag
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
        at: i64 = 0
        size: i64 = len(text)
        while at < size:
            code: i64 = ord(text[at])
            if _SMALL_A <= code | _SMALL <= _SMALL_Z:
                begin: i64 = at
                at += 1
                while at < size and _SMALL_A <= ord(text[at]) | _SMALL <= _SMALL_Z:
                    at += 1
                if at - begin > 2:
                    flags = _FLAGS[_place(code, ord(text[begin + 1]), ord(text[begin + 2]))]
                    if flags & _MAY_COUNT:
                        self._number(text, begin, at)
                    if flags & _TIME or (flags & _NAME and code < _SMALL_A):
                        self.times.append(begin)
            elif code >= ord("0") and is_decimal(text, at, code):
                end: i64 = digits_end(text, at)
                self.runs.append((at, end))
                if at > 0 and (text[at - 1] == "Q" or text[at - 1] == "H"):
                    self.times.append(at - 1)
                at = end
            else:
                at += 1
        year = text.find("F")
        while year >= 0:
            if follows(text, year, "FY"):
                self.times.append(year)
            year = text.find("F", year + 1)

    def _number(self, text: str, at: int, end: int) -> None:
        """A number that begins with a word, or a magnitude or a part of one with the article before it: a million, an eighth."""
        word = text[at:end].lower()
        if word in AFTER_ARTICLE and at > 1 and text[at - 1] == " ":
            begin = at - 2 if text[at - 2] in "aA" else at - 3
            if begin >= 0 and text[begin] in "aA" and (begin == at - 2 or text[at - 2] in "nN"):
                self.numbers.append(begin)
        if word in _COUNTS:
            self.numbers.append(at)


def english_spots(page: Page) -> EnglishSpots:
    """The spots of a page, looked for once."""
    spots = page.english
    if spots is None:
        spots = page.english = EnglishSpots(page.text)
    return spots
