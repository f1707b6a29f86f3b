"""A unit that a list shares: 3, 5, 7조원, 10억·20억·30억원, 11.5→12.4만명, 3천에서 5천만원으로; 2,3명 are 2 to 3.

The two ends of one range are in :mod:`claims.ranges`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims import guards, guards_en
from claims.found import Found, Reader, latin, next_number
from claims.patterns import pattern
from claims.ranges import changed_from, own_scale
from claims.scan import EXACT, Number
from claims.shared_scale import own_power, spoken_power, spoken_tail
from claims.single import single_quantity

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["shared_unit"]

_LIST_MARK: Final = re.compile(r"(?:,? and | by | ?[x×] ?| ?(?:±|\+/-) ?|, ?| ?[·ㆍ・/] ?|와 |과 | 및 | ?[→⇒➝➜] ?)")
_LIST_MARKS: Final = frozenset(",·ㆍ・/와과→⇒➝➜x×±+")
_SPACED_MARKS: Final = frozenset("·ㆍ・/및a→⇒➝➜bx×±+")
#: 10 by 20 feet, 3 x 4 m: only measures stand so.
_SIDES: Final = frozenset(("by", "x", "×"))
#: 11.5→12.4만명 is a change; it shares its unit whatever it is.
_ARROWS: Final = frozenset("→⇒➝➜")
_TO: Final = re.compile(r" to ")
_FROM_KO: Final = re.compile(r"에서? ")
_UP_TO_KO: Final = re.compile(r"(?:으?로|까지) |(?:까지)? ?사이")


def _may_list(text: str, stop: int) -> bool:
    """Whether a mark or a word between the items of a list can begin here."""
    first = text[stop : stop + 1]
    return text[stop + 1 : stop + 2] in _SPACED_MARKS if first == " " else first in _LIST_MARKS


def shared_unit(reader: Reader, index: int) -> list[Found]:
    """3, 5, 7조원 and 10억·20억·30억원: the unit at the end of the list is everybody's; one claim an item."""
    text = reader.text
    if text[reader.numbers[index].end : reader.numbers[index].end + 1] in (",", "·"):
        close = _neighbours(reader, index) if reader.korean else None
        if close is not None:
            return close
        if text.find(".", reader.numbers[index].start, reader.numbers[index].end) > 0:
            polled = _polled(reader, index)
            if polled:
                return polled
    chain = [index]
    begin = reader.numbers[index].start
    closed = text.endswith(" and ", 0, begin) and text[max(0, begin - 6) : begin - 5].isdecimal()
    tight = False
    while len(chain) < 8:
        number = reader.numbers[chain[-1]]
        stop = number.end
        if text[stop : stop + 1] == " " and number.style == "digits":
            _, stop = own_scale(reader, number)
        match = _LIST_MARK.match(text, stop) if _may_list(text, stop) else None
        if match is None and len(chain) == 1 and text.startswith(" to ", stop) and changed_from(reader, number.start):
            match = _TO.match(text, stop)
        elif match is None and len(chain) == 1 and text.startswith(("에서 ", "에 "), stop):
            match = _FROM_KO.match(text, stop)  # 3천에서 5천만원으로, 2에 7cm
        if match is None or number.value is None:
            return []
        if closed and match.group() in (",", ", "):
            return []  # in wards 3, 4 and 5, 20 percent voted
        closed = closed or match.group().endswith("and ")
        tight = tight or match.group() == ","
        follower = next_number(reader, chain[-1], match.end())
        if follower is None or follower.style != number.style or number.style != "digits":
            return []
        chain.append(chain[-1] + 1)
        floor, reader.floor = reader.floor, match.end()
        last = single_quantity(reader, chain[-1])
        reader.floor = floor
        if last is not None:
            mark = match.group()
            if tight and not reader.korean:
                reader.floor = last.end
                reader.refuse(number, "a decimal comma, or a list (2,5 km)")
                return []
            if mark.strip() in _TOLERANCE:
                return _tolerated(number, follower, last) if len(chain) == 2 else []
            if mark == ", " and len(chain) == 2 and _of_another(text, number, follower, last, reader.lexicon):
                return []
            if mark == " / " and "." in text[follower.start : follower.end] and number.value == int(number.value):
                return []  # 16 / 64.00%: so many, and their share
            if mark == "," and len(chain) == 2 and last.kind == "percent" and follower.end - follower.start > 1:
                reader.floor = last.end
                reader.refuse(number, "a list, or decimals that others print (4,56%)")
                return []
            if mark in (",", ", ") and len(chain) == 2 and _uneven(text, number, follower, last.kind == "money"):
                reader.floor = last.end
                reader.refuse(number, "no list runs from 1 to 35 without a space (1,35만원)")
                return []
            return _spread(reader, chain, last, mark)
    return []


#: , 나영호 and ·李: the next name of a list of shares.
_NEXT_NAME: Final = re.compile(r"(?:, ?|·)([가-힣]{3}|[一-龥]) ?")
_FIRST_NAME: Final = re.compile(r"(?<![가-힣一-龥])([가-힣]{3}|[一-龥]) ?$")


def _polled(reader: Reader, index: int) -> list[Found]:
    """나영호 41.4, 도지원 23.3, 서이든 21.8%: shares in percent, each with its name; the last has the sign."""
    text, chain = reader.text, [index]
    first = reader.numbers[index]
    match = _FIRST_NAME.search(text, max(0, first.start - 5), first.start)
    while _named(match, reader.lexicon) and len(chain) < _MOST:
        number = reader.numbers[chain[-1]]
        match = _NEXT_NAME.match(text, number.end)
        follower = next_number(reader, chain[-1], match.end()) if match is not None else None
        if (
            follower is None
            or (number.value or _WHOLE) >= _WHOLE
            or not _named(match, reader.lexicon)
            or follower.style != "digits"
            or text.find(".", follower.start, follower.end) < 0
        ):
            return []
        chain.append(chain[-1] + 1)
        if text[follower.end : follower.end + 1] not in ("%", "％"):
            continue
        floor, reader.floor = reader.floor, follower.start
        last = single_quantity(reader, chain[-1])
        reader.floor = floor
        return _spread(reader, chain, last, ", ") if last is not None and last.kind == "percent" else []
    return []


def _named(match: re.Match[str] | None, lexicon: Lexicon) -> bool:
    """Whether a name of a person was matched: a surname in Hanja, or three syllables that begin with one."""
    if match is None:
        return False
    name = match.group(1)
    return len(name) == 1 or name[0] in lexicon.sections["surname"]


_WHOLE: Final = Decimal(100)
_MOST: Final = 8
_TOLERANCE: Final = frozenset(("±", "+/-"))


def _tolerated(number: Number, follower: Number, last: Found) -> list[Found]:
    """120 ± 15 nm: about 120 nm, the rest is how surely."""
    if last.value is None or last.prefixed or last.kind in ("rank", "age") or number.scaled:
        return []
    if number.value is None or not follower.value:
        return []
    last.value = EXACT.multiply(number.value, EXACT.divide(last.value, follower.value))
    last.start = last.left = number.start
    last.approximate = True
    last.words.append("±")
    return [last]


def _of_another(text: str, number: Number, follower: Number, last: Found, lexicon: Lexicon) -> bool:
    """엑시노스 2400, 3나노: the number of a name, and a measure of something else."""
    if text[number.start - 1 : number.start] == " " and pattern(lexicon, "model.before", r"WORDS $").search(
        text, max(0, number.start - 8), number.start
    ):
        return True
    if last.kind not in ("measure", "duration") or not number.value or not follower.value:
        return False
    return number.value > _APART * follower.value


#: How many times as large the first of two measures is no more of the same list.
_APART: Final = 100


def _uneven(text: str, number: Number, follower: Number, money: bool) -> bool:
    """1,35만원, 3, 300만 달러, 1711,655만원: numbers that lost a digit or their comma; 10,20만원 is a list."""
    if not follower.scaled and not money:
        return False
    width, digits = number.end - number.start, _WIDTH.match(text, follower.start)
    thousands = digits is not None and digits.end() - digits.start() == _THREE
    if text[number.end + 1] == " " or width > _THREE:
        return thousands and (width == 1 or width > _THREE)
    return width == 1 and text[follower.start + 1 : follower.start + 2].isdecimal()


_WIDTH: Final = re.compile(r"\d+")
_THREE: Final = 3


def _neighbours(reader: Reader, index: int) -> list[Found] | None:
    """2,3명 and 4,5년 are said for 2 to 3 and 4 to 5; of 4·5명, 1,2권 and 2,3위 nothing is told."""
    number = reader.numbers[index]
    other = next_number(reader, index, number.end + 1)
    if other is None or number.style != "digits" or other.style != "digits" or number.scaled:
        return None
    low, text = number.value, reader.text
    if low is None or not 1 <= low <= 8 or number.end - number.start != 1 or text[other.start] != str(low + 1):
        return None
    if text[other.start + 1 : other.start + 2].isdecimal() or text[other.start + 1 : other.start + 2] in (",", "."):
        return None
    if guards.code(text, number, reader.lexicon):
        return None
    floor, reader.floor = reader.floor, other.start
    second = single_quantity(reader, index + 1)
    reader.floor = floor
    if second is None or second.value is None or second.unit is None or second.prefixed:
        return None
    if text[number.end] != "," or not (
        second.kind in ("money", "duration")
        or second.unit_name in ("명", "곳", "건", "개", "마리", "대", "차례", "가지")
    ):
        reader.floor = second.end
        reader.refuse(number, "neighbours in a list share no quantity")
        return []
    factor = EXACT.divide(second.value, other.value or Decimal(1))
    second.start = second.left = number.start
    second.low, second.high, second.value = EXACT.multiply(low, factor), second.value, None
    if other.scaled:
        power = own_power(text[other.start : other.end])
        if power is None:
            return None
        second.low = EXACT.multiply(EXACT.scaleb(low, power), second.unit.factor)
    second.relation = "range"
    second.rule += ".range"
    return [second]


def _spread(reader: Reader, chain: list[int], last: Found, mark: str) -> list[Found]:
    text = reader.text
    final = reader.numbers[chain[-1]]
    if last.value is None or last.unit is None or last.prefixed or last.kind in ("rank", "age"):
        return []
    if mark == "에 ":  # as weather is told: 2에 7cm, 10에 30mm
        return _bare_from(reader, chain[0], last) if last.unit_name in ("cm", "mm") else []
    if mark == "에서 " and _UP_TO_KO.match(text, last.end) is None:
        return _bare_from(reader, chain[0], last)
    if mark.strip() in _SIDES and (last.kind != "measure" or last.unit.canonical == "kg" or not _sides(reader, chain)):
        return []
    if last.kind == "duration" and mark not in (" to ", "에서 "):
        return []
    firm = (
        mark in (" to ", "에서 ")
        or mark.strip() in _ARROWS
        or final.scaled
        or last.kind in ("money", "percent", "percentage_point", "measure")
    )
    items: list[Found] = []
    for position in chain[:-1]:
        number = reader.numbers[position]
        value = number.value
        if value is None or guards.code(text, number, reader.lexicon) or not firm:
            return []
        if latin(last.unit) and guards_en.count(text, number, reader.lexicon):
            return []  # May 3 and 5 million euros
        body = text[number.start : number.end]
        end = number.end
        worded = own_scale(reader, number) if text[end : end + 1] == " " else (0, end)
        if worded[0]:
            value, end = EXACT.scaleb(value, worded[0]), worded[1]
        elif number.scaled:
            spoken = spoken_power(body, text[final.start : final.end])
            value = EXACT.scaleb(value, spoken) if spoken is not None else spoken_tail(body, value)
        elif not number.scaled:
            if value >= 1900 and value <= 2100 and "," not in body:
                return []
            if final.scaled:
                power = own_power(text[final.start : final.end])
                if power is None and mark in (" and ", " to "):
                    power = own_scale(reader, final)[0]  # 3, 5 and 7 billion euros
                if not power:
                    return []
                value = EXACT.scaleb(value, power)
        item = Found(
            number.start,
            end,
            last.unit,
            EXACT.multiply(value, last.unit.factor),
            last.rule + ".shared",
            position,
        )
        items.append(item)
    return [*items, last]


def _sides(reader: Reader, chain: list[int]) -> bool:
    """Whether no side is ten times another: 4 x 100 metres is a relay."""
    values = [reader.numbers[position].value or Decimal(0) for position in chain]
    return max(values) < _OBLONG * min(values)


_OBLONG: Final = 10


def _bare_from(reader: Reader, index: int, last: Found) -> list[Found]:
    """5에서 20mm의 비, 3에서 5명이 온다: the low end has the unit of the high one; a change says to what (로)."""
    number = reader.numbers[index]
    low, unit, high = number.value, last.unit, last.value
    if low is None or unit is None or high is None or last.kind == "duration" or number.scaled:
        return []
    final = reader.numbers[index + 1]
    if final.scaled or final.value is None or not low < final.value or guards.code(reader.text, number, reader.lexicon):
        return []
    last.start = last.left = number.start
    last.low, last.high, last.value = EXACT.multiply(low, unit.factor), high, None
    last.relation = "range"
    last.rule += ".range"
    return [last]
