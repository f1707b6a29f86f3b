"""What an English quantity is per: a barrel, per 100,000 people, per $1,000, a year behind the noun.

The Korean denominators (1인당) are in :mod:`claims.denominators`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.edge_words import right_words
from claims.patterns import pattern
from claims.plurals_en import singular

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit

__all__ = ["SUM", "denominator_after_noun", "per_noun", "points_back"]


def points_back(text: str, pos: int, lexicon: Lexicon) -> bool:
    """63.3% a year ago, a second time: a point in time or an order, no denominator."""
    if text[pos : pos + 1] != " ":
        return False
    return pattern(lexicon, "per_not.en", r" (?i:WORDS)\b").match(text, pos) is not None


_PER: Final = re.compile(r" (?:per|an?) (?:([\d,]{1,12}|million|thousand) )?([a-z]{2,16}(?:[ -][a-z]{2,12}){0,2})")


def _denominator(words: str, lexicon: Lexicon) -> tuple[Unit, str] | None:
    """The unit or counted noun that ``words`` begin with, and its words."""
    while words:
        unit = lexicon.units_folded.get(words) or lexicon.units.get(words)
        if unit is not None and unit.kind in ("count", "measure", "duration", "money"):
            return unit, words
        words = words[: max(words.rfind(" "), words.rfind("-"), 0)]
    return None


def per_noun(text: str, pos: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """per bushel, a ticket, per 100,000 people: (denominator, where it ends), by the units and nouns of the lexicon."""
    match = _PER.match(text, pos)
    if match is None:
        if not text.startswith(" per ", pos):
            return None
        return _per_sum(text, pos, lexicon) or _per_symbol(text, pos, lexicon)
    number, words = match.groups()
    start = match.start(2)
    article = text[pos + 1] == "a"
    found = _denominator(words, lexicon)
    while found is None and " " in words and not article:
        start += words.index(" ") + 1
        words = words[words.index(" ") + 1 :]
        found = _denominator(words, lexicon)  # per fully diluted share
    if found is None:
        if article:
            return None
        return _any_noun(text, match, lexicon) if number is None else _many(text, match, lexicon)
    unit, words = found
    end = start + len(words)
    if article:
        following = text[end + 1 : end + 24].split(" ", 1)[0].rstrip(".,;:)")
        if number or (text[end : end + 1] in " -" and following not in lexicon.sections["function_word"]):
            return None
        if unit.kind in ("duration", "money") or words.endswith("s"):
            return None
    name = unit.unit if unit.kind != "count" else unit.canonical
    if name is None or unit.minor_of is not None:
        return None
    return (name if number is None else _times(number, name)), end


_PER_SYMBOL: Final = re.compile(r" per ([A-Z][A-Za-z]{1,4})(?![\w-])")


def _per_symbol(text: str, pos: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """$1,430 per TEU, $50 per GB: a symbol with capitals that an amount is per."""
    match = _PER_SYMBOL.match(text, pos)
    unit = lexicon.units.get(match.group(1)) if match is not None else None
    if match is None or unit is None or unit.kind not in ("count", "measure") or "weak" in unit.flags:
        return None
    name = unit.unit if unit.kind != "count" else unit.canonical
    return None if name is None else (name, match.end())


#: The digits of a sum that an amount is per: 100, 1,000; not those of a decimal.
SUM: Final = r"(\d{1,3}(?:,\d{3})+|\d{1,9})(?![\d,]*\.?\d)"
_PER_SUM: Final = re.compile(rf" per ([$€£₩¥]){SUM}")


def _per_sum(text: str, pos: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """$0.79 per $1,000 of assessed value: a sum that an amount is per."""
    match = _PER_SUM.match(text, pos)
    unit = lexicon.prefixes.get(match.group(1)) if match is not None else None
    if match is None or unit is None or unit.unit is None:
        return None
    return f"{match.group(2).replace(',', '')} {unit.unit}", match.end()


def _many(text: str, match: re.Match[str], lexicon: Lexicon) -> tuple[str, int] | None:
    """per 1,000 live births: the first plural after the number, where it ends the phrase."""
    for item in _WORD.finditer(text, match.start(2), match.end(2)):
        word = item.group()
        if word[-1] == "s" and len(word) >= _NOUN and word not in lexicon.sections["function_word"]:
            return (_times(match.group(1), singular(word)), item.end()) if _ends(text, item.end(), lexicon) else None
    return None


def _times(number: str, name: str) -> str:
    """A denominator with its number: 1000 person."""
    return f"{number.replace(',', '').replace('million', '1000000').replace('thousand', '1000')} {name}"


def _ends(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a phrase ends with its noun: at a mark, or before a word of grammar."""
    following = text[end : end + 1]
    if following != " ":
        return not following or following in ".,;:)"
    return text[end + 1 : end + 18].split(" ", 1)[0].rstrip(".,;:)") in lexicon.sections["function_word"]


def _any_noun(text: str, match: re.Match[str], lexicon: Lexicon) -> tuple[str, int] | None:
    """$1,200 per violation: a noun that no table knows is its own name, where it surely ends the phrase."""
    word = match.group(2).split(" ", 1)[0]
    end = match.start(2) + len(word)
    if len(word) < _NOUN or word in lexicon.sections["function_word"] or word[-2:] in ("ly", "ed") or word[-1] == "s":
        return None
    return (word, end) if _ends(text, end, lexicon) else None


_WORD: Final = re.compile(r"[a-z]+")
#: per se, per diem are no nouns; from here on an unknown word is one.
_NOUN: Final = 5


_FAR: Final = re.compile(
    r" (?:of|in) (?:[A-Za-z][A-Za-z0-9-]{1,15} ){1,3}?(?=(?:per|an?) (?:day|week|month|year|hour|minute|second|share)\b)"
)


#: cases of heart attack or stroke | per 1,000 people
_FAR_NUMBER: Final = re.compile(
    r" (?:of|in|from|for|among) (?:[A-Za-z][A-Za-z0-9’'-]{1,15} ){1,6}?(?=per (?:[\d,]{1,12}|million|thousand) [a-z])"
)


def denominator_after_noun(text: str, end: int, lexicon: Lexicon) -> str | None:
    """1.2 million barrels of crude a day, $3 billion in revenue a year: the denominator behind the noun."""
    match = _FAR.match(text, end)
    if match is None:
        match = _FAR_NUMBER.match(text, end)
        found = per_noun(text, match.end() - 1, lexicon) if match is not None else None
        return None if found is None else found[0]
    words = right_words(lexicon)
    per = words.latin.match(text, match.end() - 1)
    if per is None or points_back(text, per.end(), lexicon):
        return None
    row = lexicon.sections["per"].get(per.group(1).lower())
    return None if row is None else str(row["per"])
