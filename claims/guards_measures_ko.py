"""Korean measures whose unit has another life: 30도 of heat or of an angle, 3되, 금 3관, 타율 3할, 500m or the name of an event.

The counters (대, 회, 번) are in :mod:`claims.guards_ko`; the words that decide stand in ``data/guards.toml``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.guards import big
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.scan import Number

__all__ = ["COLD", "MEASURES", "event"]


def event(text: str, number: Number, end: int, lexicon: Lexicon) -> str | None:
    """남자 500m, 85kg급, 50m 권총 are names of events and classes."""
    before = text[max(0, number.start - 6) : number.start]
    if text.startswith(_AT, end) and pattern(lexicon, "road_post.before", "WORDS $").search(before):
        return "a kilometre post of a road"
    if pattern(lexicon, "event.after", r" ?WORDS").match(text, end):
        return None if pattern(lexicon, "weight", "WORDS ?$").search(before) else "the name of an event or a class"
    if text[end : end + 1] == " " and _TIMED.match(text, end) is not None:
        return "the name of an event"  # 50m 22초32
    if pattern(lexicon, "event.before", r"WORDS ?$").search(before) and not pattern(
        lexicon, "size.after", r" ?WORDS"
    ).match(text, end):
        return "the name of an event"
    return None


_AT: Final[tuple[str, ...]] = (" 지점", " 부근", " 인근")
_TIMED: Final = re.compile(r" (?:\d{1,2}분 ?)?\d{1,2}초 ?\d\d")

#: Why N도 is refused where nothing around it says that it is a temperature.
COLD: Final = "N도 without a word of heat"


def _degrees(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """Temperatures; 전국 8도, 서해 5도 are provinces and islands."""
    if pattern(lexicon, "province.before", r"WORDS ?$").search(text, max(0, number.start - 8), number.start):
        return "provinces or islands"
    if pattern(lexicon, "angle.before", r"WORDS(?:는|은|가|이|를|을)? ?$").search(
        text, max(0, number.start - 8), number.start
    ) or pattern(lexicon, "angle.after", r" ?WORDS").match(text, end):
        return "an angle, a burn or a proof"
    context = text[max(0, number.start - 40) : end + 20]
    if any(word in context for word in lexicon.sections["heat"]):
        return None if number.value is None or number.value < 2000 else "no temperature"
    return COLD


def _old_measure(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """되, 관, 근, 리, 돈, 할: read only as digits with a clean right edge."""
    clean = pattern(lexicon, "particle.after", r"WORDS|짜리|대[ 의를로에]|[,.) ]|\(약? ?\d|$").match(text, end)
    return None if number.style == "digits" and not spaced and clean else "too ambiguous"


_POON: Final = re.compile(r" ?\d(?:푼|리(?!터|얼))")


def _tenths(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """3할을 깎다, 3할5푼: tenths, as _old_measure has them."""
    if number.style == "digits" and not spaced and _POON.match(text, end):
        return None
    return _old_measure(text, number, end, lexicon, spaced)


def _gwan(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """금 3관 weighs; 2관 is a hall."""
    if (number.value or 0) < 100 and text[end : end + 1] != "(":
        before = text[max(0, number.start - 8) : number.start]
        if not pattern(lexicon, "grain.before", r"WORDS\s?$").search(before):
            return "N관 may be a hall"
    return _old_measure(text, number, end, lexicon, spaced)


def _grain(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """쌀 3말: a measure of grain; 3월 말, 10말 elsewhere is no quantity."""
    before = text[max(0, number.start - 8) : number.start]
    grain = pattern(lexicon, "grain.before", r"WORDS\s?$").search(before)
    return None if grain and not spaced else "too ambiguous"


def _joules(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """줄: energy in large numbers; 3줄 are lines."""
    return _old_measure(text, number, end, lexicon, spaced) if big(number) else "N줄 are lines or rows"


#: What is said of percents goes on so: 10프로다, 3프로나, 5프로 올랐다; 15프로를 샀다 is a name.
_SAID: Final = r"(?:다|예요|입니다|이에요|인데|니까|니깐|밖에|라고|라는|면|나|도)(?![가-힣])|[는은]? ?WORDS"


def _percents(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """이자가 10프로다, 3프로나 올랐다: percents; 아이폰 15프로, 버즈 3프로도 are names."""
    if big(number) or pattern(lexicon, "count.after", r" ?WORDS").match(text, end):
        return None
    name = text[max(0, number.start - 12) : number.start].rstrip().rpartition(" ")[2]
    named = not name or name.isascii() or pattern(lexicon, "model.before", r"WORDS$").search(name) is not None
    return "too ambiguous" if named or pattern(lexicon, "percent.after", _SAID).match(text, end) is None else None


#: The rule of each such unit: why this number is none of it here, or None.
MEASURES: Final = {
    "도": _degrees,
    "되": _old_measure,
    "관": _gwan,
    "근": _old_measure,
    "리": _old_measure,
    "홉": _old_measure,
    "돈": _old_measure,
    "푼": _old_measure,
    "프로": _percents,
    "할": _tenths,
    "말": _grain,
    "줄": _joules,
}
