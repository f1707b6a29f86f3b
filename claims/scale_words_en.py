"""The magnitude behind an English number: 5 million, $3bn, 2.5m euros, 45K people, 14-million tonnes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.units import unit_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["english_scale"]

_SCALE: Final = re.compile(r"(?:[ \u00a0]{1,2}|-)?([A-Za-z]{1,11})(?![A-Za-z])")
#: hundred million, thousand crore, lakh crore: a magnitude of a magnitude.
_SCALES_AFTER: Final = {
    "hundred": ("thousand", "million", "billion", "trillion", "crore"),
    "thousand": ("million", "billion", "trillion", "crore"),
    "lakh": ("crore",),
}


def english_scale(text: str, pos: int, money: bool, lexicon: Lexicon) -> tuple[int, int] | None:
    """The magnitude word at ``pos`` (million, bn, k): its power of ten and where it ends."""
    match = _SCALE.match(text, pos)
    if match is None:
        return None
    word = match.group(1)
    row = lexicon.sections["scale"].get(word) or lexicon.sections["scale"].get(word.lower())
    if row is None:
        return None
    attached = match.start(1) == pos
    if row.get("money"):
        if not attached and not (money and (row.get("spaced") or _capital_scale(text, pos, match.end()))):
            return None
        if not money and not _scales_noun(text, pos, match.end(), lexicon):
            return None
    power, end = int(row["power"]), match.end()
    if (
        not money
        and text[pos : pos + 1] == "-"
        and text[end : end + 1] != "-"
        and not _large_noun(text, pos, end, lexicon)
    ):
        return None
    further = _SCALES_AFTER.get(word.lower())
    again = _SCALE.match(text, end) if further is not None else None
    if further is not None and again and again.group(1).lower() in further:
        power += int(lexicon.sections["scale"][again.group(1).lower()]["power"])
        end = again.end()
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
        return False
    if unit[0].kind == "count":
        more = text[pos] not in "kK" or text[pos - 2 : pos].isdigit() or text[pos - 2 : pos - 1] == "."
        return more and "latin" in unit[0].flags
    if unit[0].kind == "measure":
        return (len(unit[0].surface) > _LONG and unit[0].surface[-1] == "s") or "per_day" in unit[0].flags
    return unit[0].kind == "money"
