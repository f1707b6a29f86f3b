"""The magnitude behind an English number: 5 million, $3bn, 2.5m euros, 45K people, 14-million tonnes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.kept import Kept
from claims.units import unit_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["english_scale"]

#: No magnitude word is longer.
_LONGEST: Final = 11
#: hundred million, thousand crore, lakh crore: a magnitude of a magnitude.
_SCALES_AFTER: Final = {
    "hundred": ("thousand", "million", "billion", "trillion", "crore"),
    "thousand": ("million", "billion", "trillion", "crore"),
    "lakh": ("crore",),
}


class _Scale:
    """A magnitude word: its power of ten, whether only money takes it, and whether a space may stand before it then; what
    may follow it as a magnitude of its own."""

    __slots__ = ("further", "money", "power", "spaced")

    def __init__(self, word: str, row: dict[str, Any]) -> None:
        self.further: tuple[str, ...] | None = _SCALES_AFTER.get(word.lower())
        self.power = int(row["power"])
        self.money = bool(row.get("money"))
        self.spaced = bool(row.get("spaced"))


class _Scales:
    """The magnitude words, and the three characters (" mi", "bn ", "-mi") that one may begin with, each judged once."""

    __slots__ = ("firsts", "may_open", "pairs", "singles", "words")

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = {word: _Scale(word, row) for word, row in lexicon.sections["scale"].items()}
        words = [word.lower() for word in self.words]
        self.firsts = frozenset([word[0] for word in words])
        self.pairs = frozenset([word[:2] for word in words])
        self.singles = frozenset([word for word in words if len(word) == 1])
        #: whether a magnitude may begin with three characters
        self.may_open: Kept[bool] = Kept(self._judged)

    def _judged(self, printed: str) -> bool:
        opening = printed.lower()
        rest = opening[1:] if opening.startswith("-") else opening.lstrip(" \u00a0")
        if len(rest) < 2:
            return rest in self.firsts
        return rest[:2] in self.pairs if "a" <= rest[1] <= "z" else rest[0] in self.singles


def _word_begin(text: str, pos: int) -> int:
    """Where a word begins behind a hyphen, a space or two, or nothing."""
    begin, size = pos, len(text)
    if begin < size and text[begin] == "-":
        return begin + 1
    while begin < size and begin - pos < _SPACES and (text[begin] == " " or text[begin] == "\u00a0"):
        begin += 1
    return begin


_SPACES: Final = 2
#: 5.2m | more appointments
_MORE: Final = re.compile(r" more [a-z]{3,}s\b")


_SMALL_A: Final = ord("a")
_SMALL_Z: Final = ord("z")
_CAPITAL_A: Final = ord("A")
_CAPITAL_Z: Final = ord("Z")


def _word_end(text: str, begin: int) -> int:
    """Where the letters end that begin there; ``begin`` itself where they are more than a magnitude has."""
    end, size = begin, len(text)
    while end < size:
        letter = ord(text[end])
        if not (_SMALL_A <= letter <= _SMALL_Z or _CAPITAL_A <= letter <= _CAPITAL_Z):
            break
        if end - begin == _LONGEST:
            return begin
        end += 1
    return end


def english_scale(text: str, pos: int, money: bool, lexicon: Lexicon) -> tuple[int, int] | None:
    """The magnitude word at ``pos`` (million, bn, k): its power of ten and where it ends."""
    scales = lexicon.built(_Scales)
    if not scales.may_open[text[pos : pos + 3]]:
        return None
    begin = _word_begin(text, pos)
    end = _word_end(text, begin)
    word = text[begin:end]
    row = scales.words.get(word) or scales.words.get(word.lower())
    if row is None:
        return None
    if row.money:
        if begin > pos and not (money and (row.spaced or _capital_scale(text, pos, end))):
            return None
        if not money and not _scales_noun(text, pos, end, lexicon):
            return None
    power = row.power
    if (
        not money
        and text[pos : pos + 1] == "-"
        and text[end : end + 1] != "-"
        and not _large_noun(text, pos, end, lexicon)
    ):
        return None
    further = row.further
    if further is not None:
        begin = _word_begin(text, end)
        stop = _word_end(text, begin)
        more = text[begin:stop].lower()
        if more in further:
            return power + scales.words[more].power, stop
    return power, end


_DECIMAL: Final = re.compile(r"\d\.\d{1,3}$")
_AFTER_CAPITAL: Final = re.compile(r" [a-z(]|[,.;:)]|$")


def _capital_scale(text: str, pos: int, end: int) -> bool:
    """Ksh. 23.35 B against, $2.4 M: a capital apart from its decimals; no $20 B vitamins."""
    if end - pos != _APART or text[pos + 1] not in "MBT":
        return False
    return _DECIMAL.search(text, max(0, pos - 8), pos) is not None and _AFTER_CAPITAL.match(text, end) is not None


#: The length of " B".
_APART: Final = 2


#: between 65-million | and 75-million
_AS_LARGE: Final = re.compile(r" (?:and|to) [$€£R]?\d[\d.]{0,6}-(?:m|b|tr)illion ")


def _large_noun(text: str, pos: int, end: int, lexicon: Lexicon) -> bool:
    """14-million tonnes, 2.4-million ounces: written so in places, before the plural of what is counted or measured."""
    if text[pos + 1 : end] not in ("million", "billion", "trillion") or text[end : end + 1] != " ":
        return False
    unit = unit_at(text, end + 1, lexicon)
    if unit is None:
        return _AS_LARGE.match(text, end) is not None
    noun = text[end + 1 : unit[1]]
    if unit[0].kind == "money":
        return not noun.endswith("dollar")  # 300-million rand; not a 3-million dollar house
    return unit[0].kind in ("measure", "count") and (noun.endswith("s") or noun in lexicon.sections["plural.en"])


#: The plural of a unit that is longer is no abbreviation: 3m tonnes.
_LONG: Final = 3


def _scales_noun(text: str, pos: int, end: int, lexicon: Lexicon) -> bool:
    """2.5m euros, 3m tonnes, 1.2M followers, 45K people; 4K TVs and 5K runners are names of formats and races."""
    if text[end : end + 1] not in (" ", "\u00a0"):
        return False
    unit = unit_at(text, end + 1, lexicon)
    if unit is None:
        return text[pos] in "mM" and _MORE.match(text, end) is not None
    if unit[0].kind == "count":
        more = text[pos] not in "kK" or text[pos - 2 : pos].isdigit() or text[pos - 2 : pos - 1] == "."
        return more and "latin" in unit[0].flags
    if unit[0].kind == "measure":
        return (len(unit[0].surface) > _LONG and unit[0].surface[-1] == "s") or "per_day" in unit[0].flags
    return unit[0].kind == "money"
