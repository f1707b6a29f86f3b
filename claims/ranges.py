"""Two ends of one range, and a unit that a list shares."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from claims import guards, guards_en
from claims.found import Found, Reader, latin, next_number
from claims.patterns import pattern
from claims.scan import EXACT, Number
from claims.shared_scale import share_scale, spoken_power, spoken_tail
from claims.single import english_scale, single_quantity
from claims.units import prefix_before

__all__ = ["own_power", "pairs", "ranged_quantity", "shared_unit"]

_RANGE_SPACES: Final = frozenset(" \u00a0\u00ad")
_RANGE_MARKS: Final = frozenset("~∼～〜˜–—─‐-")
_RANGE_MARK: Final = re.compile(r"[ \u00a0\u00ad]?(?:[~∼～〜˜–—─‐]|-(?!-))[ \u00a0\u00ad]?")


_RANGE_TO: Final = re.compile(r"-? (?:to|or) |-to-")
#: $10- to $15-million, $20-to-$25: the hyphen belongs to the word that both ends make.
_HYPHEN_TO: Final = ("- to ", "- or ", "-to-")


_LIST_MARK: Final = re.compile(r"(?:, ?| ?[·ㆍ・/] ?|와 |과 | 및 | and | ?[→⇒➝➜] ?)")
_LIST_MARKS: Final = frozenset(",·ㆍ・/와과→⇒➝➜")
_SPACED_MARKS: Final = frozenset("·ㆍ・/및a→⇒➝➜")
#: 11.5→12.4만명 is a change; it shares its unit whatever it is.
_ARROWS: Final = frozenset("→⇒➝➜")


_TO: Final = re.compile(r" to ")
_FROM_KO: Final = re.compile(r"에서 ")
_UP_TO_KO: Final = re.compile(r"(?:으?로|까지) |(?:까지)? ?사이")
_BETWEEN_AND: Final = re.compile(r" and ")
_BETWEEN: Final = re.compile(r"(?:between|from) $", re.IGNORECASE)
_RANGING: Final = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|anywhere|var(?:y|ies|ied|ying)|runs?|running) from $", re.IGNORECASE
)


def ranged_quantity(reader: Reader, index: int, single: Found | None) -> Found | None:
    """3~5조원, 20만~173만 원, $3-5 billion, $3 billion to $5 billion, 10만∼30만원대: one claim over both ends."""
    text = reader.text
    number = reader.numbers[index]
    stop = single.end if single else number.end
    power = 0
    if single is None and text[stop : stop + 1] == " " and number.style == "digits":
        power, stop = _worded(reader, number)
    if not _may_range(text, stop):
        return None
    match = None if text.startswith(_HYPHEN_TO, stop) else _RANGE_MARK.match(text, stop)
    worded = False
    if match is None:
        match = _RANGE_TO.match(text, stop)
        if match is None and single is None and _between(text, number, stop):
            match = _BETWEEN_AND.match(text, stop)  # between 200 and 300 people
        worded = match is not None
        if match is None and single and text[stop : stop + 1] == "대":
            match = _RANGE_MARK.match(text, stop + 1)
        if match is None:
            return None
    if index + 1 >= len(reader.numbers):
        return None
    other = reader.numbers[index + 1]
    begin = other.start
    gap = text[match.end() : begin].strip() if begin != match.end() else ""
    if gap not in _GAPS:
        prefix = prefix_before(text, begin, match.end(), reader.lexicon)
        if prefix is None or prefix[1] != match.end():
            return None
    if worded and single is None and number.style == "digits" and _changed_from(reader, number.start):
        return None  # rose from 200 to 300 people: two claims
    if number.style == "digits" and single is None:
        if guards.code(text, number, reader.lexicon) or (
            text[other.end : other.end + 1] == "-" and text[other.end + 1 : other.end + 2].isdigit()
        ):
            return None
    floor, reader.floor = reader.floor, match.end()
    forced = single.unit if single and single.prefixed else None
    hyphen = "-" in match.group()
    second = single_quantity(reader, index + 1, ranged=hyphen)
    if forced is not None and (second is None or second.kind != forced.kind):
        second = single_quantity(reader, index + 1, forced)  # £1-2m is no 2 metres
    reader.floor = floor
    if second is None or second.value is None or second.unit is None:
        if second is None or second.low is None or (single is not None and single.low is None):
            return None
    if hyphen and second.unit is not None and second.unit.canonical in _GAMES:
        return None  # 4-6패: a score
    negative = _negative_start(text, single.start if single is not None else number.start, reader.floor)
    if gap in _BELOW and negative is None:
        return None
    if single is None:
        if number.style not in ("digits", "sino", "words", "order") or second.prefixed:
            return None
        if second.kind in ("count", "duration") and second.unit is not None and latin(second.unit):
            guard = guards_en.count if second.kind == "count" else guards_en.dated
            if guard(text, number, reader.lexicon):
                return None  # Feb. 3-5 talks, the next two or three years
        low: Decimal | None
        if power and number.value is not None and second.unit is not None:
            low = EXACT.multiply(EXACT.scaleb(number.value, power), second.unit.factor)
        elif negative is not None and number.value is not None and not (number.scaled or other.scaled):
            low = EXACT.multiply(number.value, second.unit.factor if second.unit else Decimal(1))
        else:
            low = _order(text, number, other) if number.order else _share(text, number, other, second)
        if low is None:
            return None
        start = number.start
    else:
        if second.kind != single.kind or second.unit_name != single.unit_name:
            return None
        if (
            worded
            and single.prefixed is False
            and _BETWEEN.search(text, max(0, number.start - 12), number.start) is None
            and match.group() == " or "
        ):
            return None
        low = single.value if single.value is not None else single.low
        start = single.start
        if worded and _is_from(text, start):
            return None
        if low is not None and forced is not None and second.value is not None and not number.scaled:
            shared = _share(text, number, reader.numbers[index + 1], second)
            low = shared if shared is not None else low
    high = second.value if second.value is not None else second.high
    if low is None or high is None:
        return None
    if negative is not None and second.kind != "count":
        worded_sign = text[negative] in "영마"
        if worded_sign and gap != "영상" and gap not in _BELOW:  # 영하 3~5도: both, told by the sign of the whole
            if low >= high:
                reader.floor = second.end  # 영하 12~5도 may end above zero
                return None
        else:
            start, low = negative, -low
            high = -high if gap in _BELOW else high
    if low >= high:
        return None
    if worded and match.group().endswith("to "):
        near = single is None and high < 3 * low  # rose 3 to 5 cents: no level is that low
        if not near and _is_change(reader, start, low, high, second):
            return None
    if 2 <= low < 10 and high == (low + 1) * 10 and not worded:
        low = low * 10  # 4~50분 is said for 40 to 50
    item = second
    item.start = item.left = start
    item.value, item.low, item.high, item.relation = None, low, high, "range"
    item.last = index + 1
    item.rule = item.rule + ".range"
    if number.inner:
        item.approximate = True
    return item


#: Classes of counters of games won, lost and drawn.
_GAMES: Final = frozenset(("win", "loss", "draw"))


def _between(text: str, number: Number, stop: int) -> bool:
    return text.startswith(" and ", stop) and text[number.start - 8 : number.start].lower() == "between "


#: What may stand between a range mark and the second end; the second row makes that end negative.
_GAPS: Final = frozenset(("", "약", "영상", "영하", "마이너스", "-", "−"))
_BELOW: Final = ("영하", "마이너스", "-", "−")
_NEGATIVE_WORD: Final = re.compile(r"(?:영하|마이너스) ?$")


def _negative_start(text: str, start: int, floor: int) -> int | None:
    """Where the minus sign or 영하 before the first end begins: -8~4도, 영하 9도~영상 4도."""
    if start <= floor:
        return None
    mark, before = text[start - 1], text[start - 2 : start - 1]
    if mark in "-−–":
        return None if before.isalnum() or (before and before in ")%~+/") else start - 1
    if mark not in "하스 ":
        return None
    match = _NEGATIVE_WORD.search(text, max(floor, start - 5), start)
    return match.start() if match else None


def _may_range(text: str, stop: int) -> bool:
    """Whether a range mark, `` to `` or `` or `` can begin here, or after 대: after most numbers none can."""
    first = text[stop : stop + 1]
    if first in _RANGE_SPACES:
        first = text[stop + 1 : stop + 2]
        return first in _RANGE_MARKS or text[stop + 1 : stop + 3] in ("to", "or", "an")
    if first == "대":
        return text[stop + 1 : stop + 2] in _RANGE_MARKS or text[stop + 1 : stop + 2] in _RANGE_SPACES
    return first in _RANGE_MARKS


def _worded(reader: Reader, number: Number) -> tuple[int, int]:
    """48 million to 50 million units: the magnitude word of a number without a unit, and where it ends."""
    following = reader.text[number.end + 1 : number.end + 2]
    if not (following.isalpha() or following == " "):
        return 0, number.end
    scale = english_scale(reader.text, number.end, False, reader.lexicon)
    return scale if scale is not None else (0, number.end)


def _is_from(text: str, start: int) -> bool:
    """from $3 billion to $5 billion may be a change; two claims are right either way."""
    return text[max(0, start - 5) : start].lower().endswith("from ") and not _RANGING.search(
        text, max(0, start - 16), start
    )


def _changed_from(reader: Reader, start: int) -> bool:
    """rose from 200 to 300 people, was cut from 12 to 9 seats; not hires from 200 to 300 people."""
    text, lexicon = reader.text, reader.lexicon
    if text[start - 5 : start] != "from ":
        return False
    before = text[max(0, start - 48) : start].lower()
    shape = r"\bWORDS (?:[a-z\d.,%$]+ ){0,4}from $"
    return (
        pattern(lexicon, "change.en", shape).search(before) is not None
        or pattern(lexicon, "change_base.en", shape).search(before) is not None
    )


def _is_change(reader: Reader, start: int, low: Decimal, high: Decimal, second: Found) -> bool:
    """rose 14 cents to $76.10, fell 2 points to 80 points: by how much, and then to what level."""
    text = reader.text
    before = text[max(0, start - 40) : start]
    shape = r"(?<![\w-])WORDS (by )?(?:[a-z]+ ){0,2}$"
    match = pattern(reader.lexicon, "change.en", shape).search(before)
    if match is not None and second.kind == "money" and match.group(1) is None:
        return True
    return high >= 4 * low and (
        match is not None or pattern(reader.lexicon, "change_base.en", shape).search(before) is not None
    )


def _order(text: str, number: Number, other: Number) -> Decimal | None:
    """수십~수백억원: the low end of an order, with the magnitude of the high one."""
    power = spoken_power(text[number.start : number.end], text[other.start : other.end])
    return number.low if number.low is None or power is None else EXACT.scaleb(number.low, power)


def _share(text: str, number: Number, other: Number, second: Found) -> Decimal | None:
    """The low end with the magnitude of the high end where it has none of its own: 3~5조원, 500~1000만원."""
    value = number.value
    if value is None:
        return None
    assert second.unit is not None
    factor = second.unit.factor
    high = second.value if second.value is not None else second.high
    if high is None:
        return None
    own = EXACT.multiply(value, factor)
    if not number.scaled and other.scaled and other.value:
        worded = EXACT.divide(high, EXACT.multiply(other.value, factor))  # $3-5 billion: the word stands apart
        if worded > 1 and EXACT.multiply(own, worded) < high:
            return EXACT.multiply(own, worded)
    if number.scaled and other.scaled:
        body = text[number.start : number.end]
        spoken = spoken_power(body, text[other.start : other.end])
        own = EXACT.scaleb(own, spoken) if spoken is not None else EXACT.multiply(spoken_tail(body, value), factor)
    if number.scaled or not other.scaled or other.value is None:
        return own if own < high else None
    printed = own_power(text[other.start : other.end])
    for power in [printed] if printed is not None else _tail_powers(other.value):
        shared = EXACT.scaleb(own, power)
        if shared < high:
            return shared
    return own if own < high and own >= high / 100 else None


def _tail_powers(value: Decimal) -> list[int]:
    """Magnitudes that a bare neighbour may share: the Korean and English steps that divide the value exactly."""
    exponent = 0
    whole = value
    while whole and whole == whole.to_integral_value() and whole % 10 == 0 and exponent < 18:
        whole = whole / 10
        exponent += 1
    steps = [16, 12, 11, 9, 8, 7, 6, 4, 3]
    if whole != whole.to_integral_value():
        exponent = 0
    digits = len(str(int(value)))
    return [step for step in steps if step < digits and (step <= exponent or value < Decimal(10) ** (step + 4))]


def _may_list(text: str, stop: int) -> bool:
    """Whether a mark or a word between the items of a list can begin here."""
    first = text[stop : stop + 1]
    return text[stop + 1 : stop + 2] in _SPACED_MARKS if first == " " else first in _LIST_MARKS


def shared_unit(reader: Reader, index: int) -> list[Found]:
    """3, 5, 7조원 and 10억·20억·30억원: the unit at the end of the list is everybody's; one claim an item."""
    text = reader.text
    if text[reader.numbers[index].end : reader.numbers[index].end + 1] in (",", "·"):
        close = _neighbours(reader, index)
        if close is not None:
            return close
    chain = [index]
    while len(chain) < 8:
        number = reader.numbers[chain[-1]]
        stop = number.end
        if text[stop : stop + 1] == " " and number.style == "digits":
            _, stop = _worded(reader, number)
        match = _LIST_MARK.match(text, stop) if _may_list(text, stop) else None
        if match is None and len(chain) == 1 and text.startswith(" to ", stop) and _changed_from(reader, number.start):
            match = _TO.match(text, stop)
        elif match is None and len(chain) == 1 and text.startswith("에서 ", stop):
            match = _FROM_KO.match(text, stop)  # 3천에서 5천만원으로
        if match is None or number.value is None:
            return []
        follower = next_number(reader, chain[-1], match.end())
        if follower is None or follower.style != number.style or number.style != "digits":
            return []
        chain.append(chain[-1] + 1)
        floor, reader.floor = reader.floor, match.end()
        last = single_quantity(reader, chain[-1])
        reader.floor = floor
        if last is not None:
            mark = text[match.start() : match.end()]
            if mark == " / " and "." in text[follower.start : follower.end] and number.value == int(number.value):
                return []  # 16 / 64.00%: so many, and their share
            return _spread(reader, chain, last, mark)
    return []


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
    if mark == "에서 " and _UP_TO_KO.match(text, last.end) is None:
        return _bare_from(reader, chain[0], last)
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
        worded = _worded(reader, number) if text[end : end + 1] == " " else (0, end)
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
                    power = _worded(reader, final)[0]  # 3, 5 and 7 billion euros
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


_SIMPLE: Final = re.compile(r"\d[\d.]*([십백천만억조경]+)")


_POWER: Final = {"십": 1, "백": 2, "천": 3, "만": 4, "억": 8, "조": 12, "경": 16}


def own_power(printed: str) -> int | None:
    match = _SIMPLE.fullmatch(printed)
    return sum(_POWER[mark] for mark in match.group(1)) if match else None


_PAIR_GAP: Final = re.compile(r"[ ,~∼～–-]{0,2}|에서 |부터 | to ")


_BETWEEN_KO: Final = re.compile(r"(?:에서|부터) ?(?:약 )?")


_BETWEEN_AFTER: Final = re.compile(r"(?:까지)? ?사이")


_AND: Final = re.compile(r" and (?:about |around )?")


def pairs(reader: Reader, found: list[Found]) -> list[Found]:
    """3조원 이상 5조원 미만, 10억 달러에서 20억 달러 사이, between $3 billion and $5 billion: two ends of one range."""
    text = reader.text
    share_scale(reader, found)
    out: list[Found] = []
    for item in found:
        last = out[-1] if out else None
        if last is not None and _one_range(text, last, item):
            last.low, last.high = last.value, item.value
            last.value, last.relation = None, "range"
            last.end, last.right, last.last = item.end, item.right, item.last
            last.words = [*last.words, *item.words]
            last.approximate = last.approximate or item.approximate
            last.per = last.per or item.per
            last.rule += ".range"
            continue
        if last is not None and (item.per is None) != (last.per is None) and last.kind == item.kind:
            _both_ends(text, last, item)
        out.append(item)
    return out


#: 리터당 698원에서 763원으로, $60 a barrel from $65: what stands between the two ends of one change.
_ENDS: Final = (
    "에서 ", "에서 약 ", "→", " → ", " from ", " to ", ", up from ", ", down from ", ", compared with ", " compared with ",
    " versus ",
)  # fmt: skip
#: A change by more is none: $3 billion to $5 a share.
_FAR: Final = 20


def _both_ends(text: str, first: Found, second: Found) -> None:
    """Both ends of a change are per the same."""
    if first.unit_name != second.unit_name or text[first.right : second.left] not in _ENDS:
        return
    low, high = first.value, second.value
    if low is not None and high is not None and low and high and not low / _FAR < high < low * _FAR:
        return
    if text[first.left - 3 : first.left] == "by ":
        return
    first.per = second.per = first.per or second.per


def _one_range(text: str, first: Found, second: Found) -> bool:
    if first.kind != second.kind or first.value is None or second.value is None or first.value >= second.value:
        return False
    if first.unit_name != second.unit_name:
        return False
    gap = text[first.right : second.left]
    if first.relation in ("ge", "gt") and second.relation in ("le", "lt"):
        return len(gap) <= 4 and bool(_PAIR_GAP.fullmatch(gap))
    bare = text[first.end : second.left]
    if len(bare) > 12 or first.relation != "eq" or second.relation != "eq":
        return False
    if _BETWEEN_KO.fullmatch(bare) and _BETWEEN_AFTER.match(text, second.end):
        return True
    return bool(_AND.fullmatch(bare)) and text[max(0, first.left - 8) : first.left].lower().endswith("between ")
