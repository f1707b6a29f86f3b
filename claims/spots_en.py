"""Where numbers in words, times and digits may begin in English text: one walk over its characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.periods_en import TIME_WORDS
from claims.scan_en import AFTER_ARTICLE, NUMBER_WORDS
from claims.spots import digits_end, is_decimal
from claims.times_en import DAYS, MONTHS

if TYPE_CHECKING:
    from claims.records import Page, Span

__all__ = ["EnglishSpots", "english_spots"]

_NUMBER: Final = 1
_TIME: Final = 2
_NAME: Final = 4  # of a month or a day: a time with a capital


def _place(first: int, second: int, third: int) -> int:
    """The place of three letters in a table, in any case; other characters share the places of letters."""
    return ((first & 31) * 32 + (second & 31)) * 32 + (third & 31)


def _openings() -> bytes:
    table = bytearray(32 * 32 * 32)
    for flag, words in ((_NUMBER, (*NUMBER_WORDS, *AFTER_ARTICLE)), (_TIME, TIME_WORDS), (_NAME, (*MONTHS, *DAYS))):
        for word in words:
            table[_place(ord(word[0]), ord(word[1]), ord(word[2]))] |= flag
    return bytes(table)


#: What the first three letters of a word may begin; who reads the word decides.
_FLAGS: Final = _openings()


class EnglishSpots:
    """Where ``numbers`` in words and ``times`` may begin, and all ``runs`` of digits."""

    __slots__ = ("numbers", "runs", "times")

    def __init__(self, text: str) -> None:
        self.numbers: list[int] = []
        self.times: list[int] = []
        self.runs: list[Span] = []
        inside = False  # behind a letter
        end = 0  # of the last run of digits
        for at in range(len(text)):
            code = ord(text[at])
            if _is_letter(code):
                if not inside:
                    inside = True
                    if at + 2 < len(text):
                        flags = _FLAGS[_place(code, ord(text[at + 1]), ord(text[at + 2]))]
                        if flags & _NUMBER:
                            self._number(text, at)
                        if flags & _TIME or (flags & _NAME and code < ord("a")):
                            self.times.append(at)
            else:
                inside = False
                if code >= ord("0") and at >= end and is_decimal(text, at, code):
                    end = digits_end(text, at)
                    self.runs.append((at, end))
                    if at and (text[at - 1] == "Q" or text[at - 1] == "H"):
                        self.times.append(at - 1)
        at = text.find("FY")
        while at >= 0:
            self.times.append(at)
            at = text.find("FY", at + 1)

    def _number(self, text: str, at: int) -> None:
        """A number that begins with a word, or a magnitude or a part of one with the article before it: a million, an eighth."""
        end = at
        while end < len(text) and _is_letter(ord(text[end])) and end - at <= _LONGEST:
            end += 1
        word = text[at:end].lower()
        if word in AFTER_ARTICLE and at > 1 and text[at - 1] == " ":
            begin = at - 2 if text[at - 2] in "aA" else at - 3
            if begin >= 0 and text[begin] in "aA" and (begin == at - 2 or text[at - 2] in "nN"):
                self.numbers.append(begin)
        if word in NUMBER_WORDS or (word.endswith("fold") and word[:-4] in NUMBER_WORDS):
            self.numbers.append(at)


def _is_letter(code: int) -> bool:
    return ord("a") <= code <= ord("z") or ord("A") <= code <= ord("Z")


#: No number word has more letters: seventeenfold.
_LONGEST: Final = 14


def english_spots(page: Page) -> EnglishSpots:
    """The spots of a page, looked for once."""
    spots = page.english
    if spots is None:
        spots = page.english = EnglishSpots(page.text)
    return spots
