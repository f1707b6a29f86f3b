"""People counted by what befell them: 12 dead, 515 were injured, 11,000 died, killing 43; no noun follows, so persons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims import guards_en
from claims.bare_counts_en import ends_there, lefts, without_hedges
from claims.found import Found, Reader
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.lexicon import Unit

__all__ = ["toll_en"]

#: The first two letters of the words of [toll.en], of which few numbers are followed.
_FIRSTS: Final = frozenset(("de", "wo", "in", "mi", "hu", "ki"))
#: and those of what leads to such a word: were injured, others died, have been, are, still, had, more, perished, reported.
_LEADS: Final = frozenset(("we", "wa", "ot", "ha", "ar", "st", "mo", "di", "pe", "dr", "re", "fe"))
_AFTER: Final = r" (WORDS)(?=[.,;)]|$| (?:and|in|after|when|as|at|on|from|across|since|while)\b)"
_BEFORE: Final = r"(?:^|[.,;:(] |\bWORDS )$"
_BEFELL: Final = (
    r"(?: others| more| people)? (?:were|was|are|have been|had been|remain|remained|still)"
    r"(?: also| still| feared| reported| confirmed| believed| [a-z]{3,12}ly){0,2} WORDS\b"
)
_DIED: Final = r"(?: others| more| people)? (?:have |had |has )?WORDS\b"
_BEFALLS: Final = r"(?<!\bbe )(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )\bWORDS $"
_VERB_ENDS: Final = frozenset("dg")
_WINDOW: Final = 60
_BARE_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")


def toll_en(reader: Reader, index: int) -> Found | None:
    """The count of 12 dead, left 60 wounded, 515 were injured; not of May 12 dead heats or Flight 370 missing."""
    number = reader.numbers[index]
    text, end, lexicon = reader.text, number.end, reader.lexicon
    value = number.value
    if value is None or value != int(value) or number.style not in ("digits", "words"):
        return None
    start, stop = number.start, end
    ahead = text[end + 1 : end + 3] if text[end : end + 1] == " " else ""
    found = False
    if ahead in _FIRSTS:
        match = pattern(lexicon, "toll.en", _AFTER).match(text, end)
        before = text[max(0, start - 16) : start].lower()
        found = match is not None and pattern(lexicon, "toll_before.en", _BEFORE).search(before) is not None
        stop = match.end() if match is not None else end
    if not found and ahead in _LEADS:
        befell = pattern(lexicon, "toll_done.en", _BEFELL).match(text, end)
        found, stop = (befell or pattern(lexicon, "toll_died.en", _DIED).match(text, end)) is not None, end
    if (
        not found
        and start > 1
        and text[start - 1] == " "
        and text[start - 2] in _BARE_LETTERS
        and ends_there(text, end, lexicon)
    ):
        left = without_hedges(text[max(0, start - _WINDOW) : start], lefts(lexicon))
        if left[-2:-1] in _VERB_ENDS:
            found, stop = pattern(lexicon, "toll_verb.en", _BEFALLS).search(left) is not None, end
    if not found or guards_en.count(text, number, lexicon) is not None:
        return None
    unit: Unit = lexicon.units_folded["people"]
    item = Found(start, stop, unit, value, "count.en.toll", index)
    item.approximate = number.inner
    return item
