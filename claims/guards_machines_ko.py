"""Machines of Korean text: 차량 23대, 원전 4기; 20대 is an age, 20대 국회 an order, 코스피 2,410대 a level, 100억대 money."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.edges import hangul_tail
from claims.guards import BIG_COUNT, big
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.scan import Number

__all__ = ["SUM_MARKS", "band_of_money", "buildings", "machines", "units_of"]

_MACHINE_BEFORE: Final = re.compile(
    r"(?:[가-힣A-Za-z0-9]{2,}(?<![은는이가의에서로를을와과도한된던년월일째만각총약인문안계족녀자])) $"
)
_MACHINE_NOUN: Final = re.compile(r"([가-힣A-Za-z]+)(?:[은는이가을를도만의]|에서|에)?\s*(?:[가-힣]{0,3} )?$")
_MODEL: Final = re.compile(r"(?<![A-Za-z])[A-Z]{1,4}-?\d{1,4}[A-Z]{0,2}$")
_MACHINE_RIGHT: Final = re.compile(r"(?:의|가량의|이상의|씩의)? ?([가-힣A-Za-z]{1,8})")
#: So few machines are not told without their noun.
_FEW: Final = 10


def machines(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """대 counts machines; 20대, 4대 그룹 and 20대 국회 are no counts."""
    value = number.value
    tail = hangul_tail(text, end)
    if number.style == "sino" and value is not None and value < BIG_COUNT and not value % 10:
        return "a decade of age (이십 대)"
    if spaced and tail[:1] in _NAMES:
        return "a name (20억 대전)"
    if big(number):
        if number.style == "order" and text[number.end - 1] in SUM_MARKS and text[end : end + 1] in _CLOSED:
            return "a band of money (수억대)"
        return "a level of an index" if _index_level(text, number, end, lexicon) else None
    if number.style == "native":
        return None if spaced or tail[:1] in ("를", "가", "의", "도", "") else "not a count of machines"
    nouns = lexicon.sections["machine"]
    left = text[max(0, number.start - 24) : number.start].rstrip(" 약총도")
    listed = left.endswith(" 등")
    left = left[:-2] if listed else left
    last = _MACHINE_NOUN.search(left)
    if last and any(word in last.group() for word in nouns if len(word) > 1 or last.group(1).endswith(word)):
        return None
    if _MODEL.search(left):
        return None  # F-35A 20대
    right = _MACHINE_RIGHT.match(text[end : end + 16])
    if right and any(right.group(1).startswith(word) for word in nouns if len(word) > 1):
        return None
    decade = value is None or not value % 10
    if not decade and _MACHINE_BEFORE.search(text, max(0, number.start - 12), number.start):
        if pattern(lexicon, "machine.after", r"WORDS(?![가-힣])|,|\.| 등|$| 규모| 이상| 가량").match(text, end):
            return None
    if not decade and value is not None and value > _FEW and text.endswith(_IN_ALL, 0, number.start):
        return None  # 총 96대로, 추가 48대 옵션
    if not decade and (listed or tail.startswith(("를", "가량", "씩", "이상", "뿐"))):
        return None  # 구조대 등 23대와
    return "N대 without a machine is an age or an order"


#: 대전, 대구, 대한, 대통령, 대표, 대회 stand behind a number too.
_NAMES: Final = frozenset("전구한통표회")
_CLOSED: Final = (",", ".", "'", "’", '"', "”", "…", "")
_IN_ALL: Final[tuple[str, ...]] = ("총 ", "추가 ", "추가로 ", "모두 ", "합쳐 ")


def units_of(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """기: reactors, missiles and graves, or the order of a class."""
    if big(number):
        return None
    left = text[max(0, number.start - 12) : number.start].rstrip()
    if pattern(lexicon, "machine", r"의 WORDS").match(text, end):
        return None
    if left.endswith(_OF_ALL) and text[end : end + 1] in _AFTER_ALL:
        return None  # 3개 편대(총 48기)
    return None if any(left.endswith(word) for word in lexicon.sections["machine"]) else "N기 may be an order"


_OF_ALL: Final[tuple[str, ...]] = ("총", "모두")
_AFTER_ALL: Final = frozenset(".,)를가의다")


_INDEX_MOVES: Final = r"(?:에서|로|까지|를|에|선)? ?WORDS"
_SENTENCE: Final = 60


def _index_level(text: str, number: Number, end: int, lexicon: Lexicon) -> bool:
    """코스피가 2,410대에서 마감, 790대로 내려선 코스닥 지수: a band of an index, no machines."""
    if number.scaled or pattern(lexicon, "index_move.after", _INDEX_MOVES).match(text, end) is None:
        return False
    low = max(0, number.start - _SENTENCE, text.rfind("다. ", 0, number.start))
    left = text[low : number.start]
    return any(word in left for word in lexicon.sections["index"]) or "지수" in left or "선을 " in left


_BAND_NOUN: Final = re.compile(r"(?:의|에 달하는)? ([가-힣]{2,8})")
#: Sums are so large, and few things that are counted.
SUM_MARKS: Final = frozenset("억조")
_NEAR_MACHINE: Final = 16


def band_of_money(text: str, number: Number, end: int, lexicon: Lexicon) -> bool:
    """100억대 사기, 10억대의 수주: a band of money, where 대 ends at ``end``; 스마트폰 20억대 판매 are machines."""
    match = _BAND_NOUN.match(text, end)
    if match is None:
        return False
    noun = match.group(1)
    if noun.startswith(tuple(lexicon.sections["band_noun.after"])):
        return True
    if text[number.end - 1] not in SUM_MARKS or noun.startswith(tuple(lexicon.sections["band_noun.not"])):
        return False
    before = text[max(0, number.start - _NEAR_MACHINE) : number.start]
    return not any(word in before or noun.startswith(word) for word in lexicon.sections["machine"])


def buildings(text: str, number: Number, lexicon: Lexicon) -> bool:
    """주택 2만7562동, 비닐하우스 3동, 24동이 전소됐다: buildings are counted; 아파트 101동 is a name."""
    if number.style != "digits":
        return False
    before = text[max(0, number.start - 8) : number.start]
    if pattern(lexicon, "building.before", r"WORDS ?$").search(before) is not None:
        return True
    few = number.value is not None and number.value < _NAMED_FROM
    return few and pattern(lexicon, "burned.after", _BURNED).match(text, number.end) is not None


#: From here on a block of flats has its name.
_NAMED_FROM: Final = 100
_BURNED: Final = r"동[이가은을도] (?:[가-힣]{1,3} )?WORDS"
