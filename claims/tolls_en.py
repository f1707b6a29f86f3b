"""People counted by what befell them: 12 dead, 515 were injured, 11,000 died, killing 43; no noun follows, so persons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims import guards_en
from claims.bare_counts_en import ends_there, lefts, without_hedges
from claims.found import Found, Reader
from claims.patterns import begins, may_precede, pattern

if TYPE_CHECKING:
    from claims.lexicon import Unit

__all__ = ["toll_en"]

#: The first two letters of what leads to a word of [toll_done.en]: were, are, have, had, remain, still, others, more, people.
_LEADS: Final = frozenset(("we", "wa", "ar", "ha", "re", "st", "ot", "mo", "pe"))
#: The first two letters of others and more: wounding four others, ten more wounded.
_OTHERS: Final = frozenset(("ot", "mo"))
_AFTER: Final = (
    r"(?: others| more)? (WORDS)"
    r"(?:(?<=aboard)|(?=[.,;)]|$| (?:and|or|in|after|when|as|at|on|from|across|since|while)\b))"
)
_BEFORE: Final = r"(?:^|[.,;:(] |\bWORDS )$"
_BEFELL: Final = (
    r"(?: others| more| people)? (?:were|was|are|have been|had been|remain|remained|still)"
    r"(?: also| still| feared| reported| confirmed| believed| [a-z]{3,12}ly){0,2} WORDS\b"
)
_DIED: Final = r"(?: others| more| people)? (?:have |had |has )?WORDS\b"
_BEFALLS: Final = r"(?<!\bbe )(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )\bWORDS $"
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
    if start and text[start - 1].isalnum():
        return None  # off the A57 have been closed
    spaced = text[end : end + 1] == " "
    found = False
    if spaced and (text[end + 1 : end + 3] in _OTHERS or begins(lexicon, "toll.en", text, end + 1)):
        match = pattern(lexicon, "toll.en", _AFTER).match(text, end)
        before = text[max(0, start - 16) : start].lower()
        found = match is not None and pattern(lexicon, "toll_before.en", _BEFORE).search(before) is not None
        stop = match.end() if match is not None else end
    if not found and spaced and (text[end + 1 : end + 3] in _LEADS or begins(lexicon, "toll_died.en", text, end + 1)):
        befell = pattern(lexicon, "toll_done.en", _BEFELL).match(text, end)
        found, stop = (befell or pattern(lexicon, "toll_died.en", _DIED).match(text, end)) is not None, end
    if (
        not found
        and start > 1
        and text[start - 1] == " "
        and text[start - 2] in _BARE_LETTERS
        and (ends_there(text, end, lexicon) or text.startswith((" others", " more ", " more.", " more,"), end))
    ):
        left = without_hedges(text[max(0, start - _WINDOW) : start], lefts(lexicon))
        if may_precede(lexicon, "toll_verb.en", left, len(left)):
            found, stop = pattern(lexicon, "toll_verb.en", _BEFALLS).search(left) is not None, end
    if not found or guards_en.count(text, number, lexicon) is not None:
        return None
    unit: Unit = lexicon.units_folded["people"]
    item = Found(start, stop, unit, value, "count.en.toll", index)
    item.approximate = number.inner
    return item
