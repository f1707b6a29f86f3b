"""Native Korean numerals (한, 두, 스물두, 서너): where one may stand, and what it says."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.printed import Number

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["Natives", "native", "native_rests"]


def native_rests(lexicon: Lexicon) -> dict[str, list[str]]:
    """First syllable of every native numeral -> what follows it, the longer first."""
    words = lexicon.sections["numeral_native"]
    ranges = lexicon.sections["numeral_range"]
    ones = [word for word, row in words.items() if row["value"] < 10 and word not in ("석", "넉")]
    tens = [word for word, row in words.items() if row["value"] >= 10 and word != "스무"]
    forms = [ten + one for ten in tens for one in ones] + sorted([*ranges, *words, "열댓"], key=len, reverse=True)
    rests: dict[str, list[str]] = {}
    for form in forms:
        rests.setdefault(form[0], []).append(form[1:])
    return rests


class Natives:
    """The pattern of every native numeral at the beginning of a word, sorted by its first syllable, and these syllables."""

    __slots__ = ("firsts", "pattern")

    def __init__(self, lexicon: Lexicon) -> None:
        rests = native_rests(lexicon)
        branches = [rf"{first}(?<![가-힣\d].)(?:{'|'.join(rests[first])})" for first in sorted(rests)]
        self.pattern = re.compile(rf"(?:{'|'.join(branches)})(?= ?[가-힣])")
        self.firsts = frozenset(rests)


def native(match: re.Match[str], lexicon: Lexicon) -> Number:
    """The numeral that the pattern found."""
    token = match.group()
    words = lexicon.sections["numeral_native"]
    span = lexicon.sections["numeral_range"].get(token)
    number = Number(match.start(), match.end(), None, "native")
    if token == "열댓":
        span = {"low": 14, "high": 16}
    if span is not None:
        number.low, number.high = Decimal(span["low"]), Decimal(span["high"])
    elif token in words:
        number.value = Decimal(words[token]["value"])
    else:
        cut = next(i for i in range(1, len(token)) if token[:i] in words and token[i:] in words)
        number.value = Decimal(words[token[:cut]]["value"] + words[token[cut:]]["value"])
    return number
