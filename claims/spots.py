"""Where numerals and Korean times may begin: one walk over the characters of a page, in place of a search for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims import scan, times_ko

if TYPE_CHECKING:
    from mypy_extensions import i64  # an int that never leaves a register of compiled code

    from claims.lexicon import Lexicon
    from claims.records import Page, Span

__all__ = ["Spots", "digits_end", "is_decimal", "spots_of"]

#: What may begin: a numeral whatever follows its first syllable, one by its first two, a time by its first two.
_ALONE: Final = 1
_NUMERAL: Final = 2
_TIME: Final = 4
_FIRST_SYLLABLE: Final = 0xAC00  # 가
_LAST_SYLLABLE: Final = 0xD7A3  # 힣
_SYLLABLES: Final = _LAST_SYLLABLE - _FIRST_SYLLABLE + 1
_ZERO: Final = 0x30
_NINE: Final = 0x39
_CAPITAL_A: Final = 0x41
_SMALL_Z: Final = 0x7A


class _Openings:
    """What the words of interest begin with: flags of each syllable that may stand first or second in them, and of the pairs.

    Most words are told by the two syllables apart; who reads the word decides.
    """

    __slots__ = ("first", "pairs", "second")

    def __init__(self, lexicon: Lexicon) -> None:
        first, second = bytearray(_SYLLABLES), bytearray(_SYLLABLES)
        self.pairs: dict[str, int] = {}
        for flag, openings in ((_NUMERAL, scan.openings(lexicon)), (_TIME, times_ko.openings(lexicon))):
            for opening in openings:
                self.pairs[opening] = self.pairs.get(opening, 0) | flag
                place, follower = ord(opening[0]) - _FIRST_SYLLABLE, ord(opening[1:] or " ") - _FIRST_SYLLABLE
                if 0 <= place < _SYLLABLES:
                    first[place] |= flag if opening[1:] else _ALONE
                    if 0 <= follower < _SYLLABLES:
                        second[follower] |= flag
        self.first, self.second = bytes(first), bytes(second)


class Spots:
    """All ``runs`` of digits, and the beginnings of words that may be ``numerals`` in Hangul and ``times``; how many words in
    ``latin`` letters stand a space behind another."""

    __slots__ = ("latin", "numerals", "runs", "times")

    def __init__(self) -> None:
        self.runs: list[Span] = []
        self.numerals: list[int] = []
        self.times: list[int] = []
        self.latin = 0


def spots_of(page: Page, lexicon: Lexicon) -> Spots:
    """The spots of a page, looked for once."""
    spots = page.spots
    if spots is None:
        spots = page.spots = _walk(page.text, lexicon.built(_Openings))
    return spots


def _walk(text: str, openings: _Openings) -> Spots:
    """The spots of a text; a word begins behind anything but Hangul and digits."""
    spots = Spots()
    first, second, pairs = openings.first, openings.second, openings.pairs
    inside = False  # behind Hangul or a digit
    end: i64 = 0  # of the last run of digits
    latin: i64 = -1  # behind the last Latin letter
    at: i64 = 0
    size: i64 = len(text)
    while at < size:
        code: i64 = ord(text[at])
        if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
            if not inside:
                inside = True
                flags = first[code - _FIRST_SYLLABLE]
                if flags:
                    code = ord(text[at + 1]) if at + 1 < size else 0
                    if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
                        flags &= second[code - _FIRST_SYLLABLE] | _ALONE
                    if flags > _ALONE:
                        flags &= pairs.get(text[at : at + 2], 0) | _ALONE
                    if flags & (_ALONE | _NUMERAL):
                        spots.numerals.append(at)
                    if flags & _TIME:
                        spots.times.append(at)
        elif code < _ZERO or not is_decimal(text, at, code):
            inside = False
            if _CAPITAL_A <= code <= _SMALL_Z:
                if at == latin + 1 and text[latin] == " ":
                    spots.latin += 1
                latin = at + 1
        elif at >= end:
            inside = True
            end = digits_end(text, at)
            spots.runs.append((at, end))
        at += 1
    return spots


def digits_end(text: str, start: int) -> int:
    """Where the run of digits ends that begins there."""
    at: i64 = start
    size: i64 = len(text)
    while at < size and is_decimal(text, at, ord(text[at])):
        at += 1
    return at


def is_decimal(text: str, at: i64, code: i64) -> bool:
    """Whether a decimal digit of any script stands there; none of them is Latin-1 but the ASCII ones."""
    if code < 0x100:
        return _ZERO <= code <= _NINE
    return not 0x2000 <= code < 0xA000 and text[at].isdecimal()
