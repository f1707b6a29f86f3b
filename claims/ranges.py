"""Two ends of one range: 3~5조원, between $3 billion and $5 billion, 3조원 이상 5조원 미만.

A unit that a list shares is in :mod:`claims.shared_units`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims import guards, guards_en
from claims.bounds import RANGE_OF
from claims.denominators_fit import speed_of_first
from claims.found import Found, Reader, latin
from claims.patterns import pattern
from claims.range_marks import RANGE_MARK, may_be_per, may_be_worded, may_range
from claims.scale_words_en import english_scale
from claims.scan import EXACT, Number
from claims.shared_scale import own_power, share_scale, spoken_power, spoken_tail
from claims.single import single_quantity
from claims.units import prefix_before

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["changed_from", "own_scale", "pairs", "ranged_quantity"]

_TWICE: Final = 2
_TENFOLD: Final = 10
_THOUSAND: Final = 1000
_RANGE_TO: Final = re.compile(r"-? (?:to|or) |-to-")
#: $10- to $15-million, $20-to-$25: the hyphen belongs to the word that both ends make.
_HYPHEN_TO: Final[tuple[str, ...]] = ("- to ", "- or ", "-to-")
#: $2 a barrel | to $3 a barrel
_PER_TWICE: Final = re.compile(r"( (?:an?|per) [a-z]{2,12}|/[A-Za-z]{1,8})(?= to [$€£]?\d[\d.,]{0,11}\1)")
_PER_MARKS: Final[tuple[str, ...]] = (" a ", " an ", " per ", "/")
_BETWEEN_AND: Final = re.compile(r" and ")
_BETWEEN: Final = re.compile(r"(?:between|from) $", re.IGNORECASE)
_RANGING: Final = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|anywhere|var(?:y|ies|ied|ying)|runs?|running) from (?:about |around |roughly |approximately )?$",
    re.IGNORECASE,
)


def ranged_quantity(reader: Reader, index: int, single: Found | None) -> Found | None:
    """3~5조원, 20만~173만 원, $3-5 billion, $3 billion to $5 billion, 10만∼30만원대: one claim over both ends."""
    text = reader.text
    number = reader.numbers[index]
    stop = single.end if single else number.end
    power = 0
    if single is None and number.style == "digits" and text[stop : stop + 1] in (" ", "-"):
        if text[stop] == " " or text[stop + 1 : stop + 2].isalpha():
            power, stop = own_scale(reader, number)
    if single is not None and single.kind == "money" and may_be_per(text, stop):
        twice = _PER_TWICE.match(text, stop)
        if twice is not None and not _is_from(text, single.start):
            stop = twice.end()  # $2.75/lb to $3.25/lb
    if not may_range(text, stop):
        return None
    match = _parting(text, number, stop, bare=single is None)
    if match is None or index + 1 >= len(reader.numbers):
        return None
    worded = match.re is not RANGE_MARK
    other = reader.numbers[index + 1]
    begin = other.start
    gap = text[match.end() : begin].strip() if begin != match.end() else ""
    if gap not in _GAPS:
        prefix = prefix_before(text, begin, match.end(), reader.lexicon)
        if prefix is None or prefix[1] != match.end():
            return None
    if worded and single is None and number.style == "digits" and changed_from(reader, number.start):
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
        start, low = number.start, _bare_low(reader, index, second, power, negative=negative is not None)
    else:
        start = single.start
        if worded and _is_from(text, start if negative is None else negative):
            return None
        low = _own_low(reader, index, single, second, match)
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
    scale_shared = not number.scaled and second.kind == "money" and reader.numbers[index + 1].scaled
    if (
        high < low <= (_TENFOLD if scale_shared else _TWICE) * high
        and negative is None
        and match.group().strip() in _WAVES
    ):
        low, high = high, low  # 98.7~92.5점: from the best to the worst
    if low >= high:
        return None
    if single is not None and match.group() == " or " and (high > _TWICE * low or high < _NEARLY * low):
        return None  # $100 or $1,000, $50k or $50,291.80
    if worded and match.group().endswith("to "):
        near = single is None and high < 3 * low  # rose 3 to 5 cents: no level is that low
        if not near and _is_change(reader, start, low, high, second):
            return None
    if 2 <= low < 10 and high == (low + 1) * 10 and not worded and second.unit_name not in _LITERAL:
        low = low * 10  # 4~50분 is said for 40 to 50; 5~60㎜ of rain is what it says
    item = second
    item.start = item.left = start
    item.value, item.low, item.high, item.relation = None, low, high, "range"
    item.last = index + 1
    item.rule = item.rule + ".range"
    if number.inner:
        item.approximate = True
    return item


def _parting(text: str, number: Number, stop: int, *, bare: bool) -> re.Match[str] | None:
    """The mark or the word behind the first end, which has no unit of its own if it is ``bare``."""
    joined = may_be_worded(text, stop)
    if joined and not bare and text[stop + 1] == "a":
        return None  # and
    match = None if joined or text.startswith(_HYPHEN_TO, stop) else RANGE_MARK.match(text, stop)
    if match is None:
        match = _RANGE_TO.match(text, stop)
    if match is None and bare and _between(text, number, stop):
        match = _BETWEEN_AND.match(text, stop)  # between 200 and 300 people
    if match is None and not bare and text[stop : stop + 1] == "대":
        match = RANGE_MARK.match(text, stop + 1)
    return match


def _bare_low(reader: Reader, index: int, second: Found, power: int, *, negative: bool) -> Decimal | None:
    """The low end of 3~5조원 in the unit of the high one; ``power``: that of a magnitude of its own."""
    text, number, other = reader.text, reader.numbers[index], reader.numbers[index + 1]
    if number.style not in ("digits", "sino", "words", "order") or second.prefixed:
        return None
    if second.kind in ("count", "duration") and second.unit is not None and latin(second.unit):
        guard = guards_en.count if second.kind == "count" else guards_en.dated
        if guard(text, number, reader.lexicon):
            return None  # Feb. 3-5 talks, the next two or three years
    if power and number.value is not None and second.unit is not None:
        return EXACT.multiply(EXACT.scaleb(number.value, power), second.unit.factor)
    if negative and number.value is not None and not (number.scaled or other.scaled):
        return EXACT.multiply(number.value, second.unit.factor if second.unit else Decimal(1))
    return _order(text, number, other) if number.order else _share(text, number, other, second)


def _own_low(reader: Reader, index: int, single: Found, second: Found, match: re.Match[str]) -> Decimal | None:
    """The low end of $3 to $5, which has a unit; None where the two are not said in one unit, or are two amounts."""
    text, number = reader.text, reader.numbers[index]
    if second.kind != single.kind:
        return None
    if second.unit_name != single.unit_name and (match.re is not RANGE_MARK or not _converted(single, second)):
        return None
    between = _BETWEEN.search(text, max(0, number.start - 12), number.start) is not None
    if match.group() == " or " and not single.prefixed and not between:
        return None
    low = single.value if single.value is not None else single.low
    if low is not None and single.prefixed and single.unit and second.value is not None and not number.scaled:
        shared = _share(text, number, reader.numbers[index + 1], second)
        return low if shared is None else shared  # £1-2m
    return low


_WAVES: Final = ("~", "∼", "～", "〜")
#: Of rain and snow nobody prints how it is said.
_LITERAL: Final = frozenset(("mm", "cm", "nm", "um"))


def _converted(single: Found, second: Found) -> bool:
    """512GB~1TB, 30분~1시간: the low end said in the unit of the high one; False where it is no exact decimal of it."""
    low, high = single.unit, second.unit
    if low is None or high is None or single.value is None or second.kind not in ("measure", "duration"):
        return False
    if low.canonical != high.canonical or low.offset or high.offset or not low.scale < high.scale:
        return False
    step = low.scale / high.scale
    rest = step.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    value = EXACT.multiply(single.value, Decimal(step.numerator))
    if rest > 1 and value % rest:
        return False
    single.value = EXACT.divide(value, Decimal(step.denominator))
    return True


_NEARLY: Final = Decimal("1.02")  # $50k or $50,291.80: the same twice
#: Classes of counters of games won, lost and drawn.
_GAMES: Final = frozenset(("win", "loss", "draw"))


def _between(text: str, number: Number, stop: int) -> bool:
    if not text.startswith(" and ", stop):
        return False
    return text[number.start - 8 : number.start].lower() == "between " or text.endswith(" range of ", 0, number.start)


#: What may stand between a range mark and the second end; the second row makes that end negative.
_GAPS: Final = frozenset(("", "약", "영상", "영하", "마이너스", "+", "-", "−", "–"))
_BELOW: Final = ("영하", "마이너스", "-", "−", "–")
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


def own_scale(reader: Reader, number: Number) -> tuple[int, int]:
    """48 million to 50 million units: the power of ten of the word after a number without a unit, and where it ends; else 0."""
    following = reader.text[number.end + 1 : number.end + 2]
    if not (following.isalpha() or following == " "):
        return 0, number.end
    scale = english_scale(reader.text, number.end, False, reader.lexicon)
    return scale if scale is not None else (0, number.end)


_FROM_EN: Final = re.compile(
    r"\bfrom (?:around |about |nearly |almost |some |just |roughly |just over |just under )?$", re.I
)


def _is_from(text: str, start: int) -> bool:
    """from $3 billion to $5 billion may be a change; two claims are right either way."""
    return _FROM_EN.search(text, max(0, start - 20), start) is not None and not _RANGING.search(
        text, max(0, start - 30), start
    )


def changed_from(reader: Reader, start: int) -> bool:
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


_SHARE_OR: Final = re.compile(r"(?:%|per ?cent),? or (?:about )?$")


def _is_change(reader: Reader, start: int, low: Decimal, high: Decimal, second: Found) -> bool:
    """rose 14 cents to $76.10, fell 2 points to 80 points: by how much, and then to what level."""
    text = reader.text
    before = text[max(0, start - 40) : start]
    shape = r"(?<![\w-])WORDS (by )?(?:[a-z]+ ){0,2}$"
    match = pattern(reader.lexicon, "change.en", shape).search(before)
    if match is not None and second.kind == "money" and match.group(1) is None:
        return True
    if second.kind == "money" and high >= 4 * low and _SHARE_OR.search(before) is not None:
        return True  # dropped two per cent or $163 to $9,824
    if before.endswith(" by ") and high >= _FAR * low and not before.endswith(("vary by ", "varies by ", "differ by ")):
        return True  # boosted the budget by $41,000 to $5.04 million
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
        fits = own < high or (own <= _TWICE * high and text[number.end] in _WAVES)
        return own if fits else None
    printed = own_power(text[other.start : other.end])
    for power in [printed] if printed is not None else _tail_powers(other.value):
        shared = EXACT.scaleb(own, power)
        if shared < high:
            return shared
        if high < shared <= _TENFOLD * high and printed is not None and value < _THOUSAND:
            if text[number.end] in _WAVES:
                return shared  # 200∼30만원: from the first to the last
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


_PAIR_GAP: Final = re.compile(r"[ ,~∼～–-]{0,3}|에서 |부터 | to ")


_BETWEEN_KO: Final = re.compile(r"(?:에서|부터) ?(?:약 )?")


_BETWEEN_AFTER: Final = re.compile(r"(?:까지)? ?사이")
_FROM_DEGREES: Final = re.compile(r"에서 (?:영상 )?")


_AND: Final = re.compile(r" and (?:about |around )?")


def pairs(reader: Reader, found: list[Found]) -> list[Found]:
    """3조원 이상 5조원 미만, 10억 달러에서 20억 달러 사이, between $3 billion and $5 billion: two ends of one range."""
    text = reader.text
    share_scale(reader, found)
    out: list[Found] = []
    for item in found:
        last = out[-1] if out else None
        if last is not None and item.kind == "measure":
            speed_of_first(text, last, item)
        if last is not None and _one_range(text, last, item, reader.lexicon):
            last.low, last.high = last.value, item.value
            last.value, last.relation = None, "range"
            last.end, last.right, last.last = item.end, item.right, item.last
            last.approximate = item.approximate or (last.approximate and last.words != RANGE_OF)
            last.words = [*last.words, *item.words]
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


def _steady(text: str, end: int, lexicon: Lexicon) -> bool:
    """기온은 영하 3도에서 영상 5도로 예상된다, 3도에서 11도다: where it lies, and not from where to where it went."""
    after = text[end : end + 2]
    if after[:1] in (",", "다", "의") or after == "이다":
        return True
    return pattern(lexicon, "steady.after", r"(?:로|가|까지|를)? ?WORDS").match(text, end) is not None


def _one_range(text: str, first: Found, second: Found, lexicon: Lexicon) -> bool:
    if first.kind != second.kind or first.value is None or second.value is None or first.value >= second.value:
        return False
    if first.unit_name != second.unit_name:
        return False
    gap = text[first.right : second.left]
    if first.relation in ("ge", "gt") and second.relation in ("le", "lt"):
        if second.approximate and second.relation == "lt":
            return False  # more than $40, nearly $60: the second says another thing
        if second.per is not None and second.per != first.per and "당" in text[second.left : second.start]:
            return False  # 1계좌당 100만원 이상, 1인당 10억원 이하
        return len(gap) <= 4 and bool(_PAIR_GAP.fullmatch(gap))
    bare = text[first.end : second.left]
    if first.per is not None and first.per == second.per and bare.startswith(_PER_MARKS):
        bare = bare[max(bare.find(" and "), 0) :]  # between $2.75/lb and $3.25/lb
    if (
        text.endswith(" range of ", 0, first.start)
        and _AND.fullmatch(bare)
        and first.relation == second.relation == "eq"
    ):
        return True
    if len(bare) > 12 or first.relation != "eq" or second.relation != "eq":
        return False
    if first.unit_name == "degC" and _FROM_DEGREES.fullmatch(bare) and _steady(text, second.end, lexicon):
        return True
    if text.startswith("선", second.end) and _BETWEEN_KO.fullmatch(bare):
        return pattern(lexicon, "steady.after", r"선(?:으로|에서) ?WORDS").match(text, second.end) is not None
    if _BETWEEN_KO.fullmatch(bare) and _BETWEEN_AFTER.match(text, second.end):
        return True
    return bool(_AND.fullmatch(bare)) and text[max(0, first.left - 8) : first.left].lower().endswith("between ")
