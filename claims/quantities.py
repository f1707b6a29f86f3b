"""Numbers with their units become quantities: kinds, values, bounds, ranges, bands and canonical values.

The order of the readings, first match wins: fraction and ratio, range (3~5조원), a shared unit (3, 5, 7조원), a unit or a
currency of its own, an understood currency (과징금 502억), an index level. Everything else is no claim.
"""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims import guards
from claims.ages import age
from claims.bare_counts import bare_count
from claims.bare_counts_en import bare_count_en
from claims.bounds import finish
from claims.compared_en import compared_en
from claims.days_ko import with_days
from claims.folds import fold
from claims.found import FINITE, Found, Reader
from claims.lexicon import UNSCALED
from claims.looks import letter
from claims.market_levels import exchange_rate, index_level
from claims.part_counts_en import part_count_en
from claims.parts_en import one_in, part, split
from claims.race_times import record, sprint, stopwatch
from claims.ranges import pairs, ranged_quantity
from claims.records import Mention
from claims.scan import EXACT
from claims.shapes import fraction, ratio
from claims.shared_units import shared_unit
from claims.single import single_quantity
from claims.tolls_en import toll_en
from claims.understood import named_before, understood_money
from claims.whose import settle

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Page
    from claims.scan import Number

__all__ = ["find"]

#: Beyond any position of a text.
_NEVER: Final = 1 << 60

Trace = list[tuple[int, int, str, str]]
_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)
_HUNDREDTH: Final = Decimal("0.01")


def find(page: Page, lexicon: Lexicon, trace: Trace | None = None) -> list[Mention]:
    """All quantities of a page in text order; never raises on text, linear in its length."""
    reader = Reader(page, lexicon, trace)
    blocked = guards.blocked_spans(page.text)
    found: list[Found] = []
    index = 0
    while index < len(reader.numbers):
        number = reader.numbers[index]
        if number.start < reader.floor:
            index += 1
            continue
        if blocked and any(start <= number.start < end for start, end in blocked):
            reader.refuse(number, "inside a URL or e-mail address")
            index += 1
            continue
        group = _read(reader, index)
        if not group:
            index += 1
            continue
        if reader.dropped is not None:
            if found and found[-1] is reader.dropped:
                found.pop()
            reader.dropped = None
        for item in group:
            found.append(item)
            reader.floor, reader.last = item.end, item
            if item.rule[:8] == "count.en":
                reader.counted = item
            if item.per is not None and item.per[0].isdigit():
                reader.floor = item.right  # $250 per 100,000 people: the second number is the denominator's
        index = group[-1].last + 1
    found = pairs(reader, found)
    if reader.korean:
        found = with_days(reader, found)
    mentions = [_mention(reader, item) for item in found]
    settle(page, mentions, lexicon)
    return mentions


def _read(reader: Reader, index: int) -> list[Found]:
    number = reader.numbers[index]
    if number.style == "part":
        item = part(reader, index)
        return finish(reader, [item]) if item is not None else []
    item = _special(reader, index, number)
    if item is not None:
        return finish(reader, [item])
    single = single_quantity(reader, index)
    ranged = ranged_quantity(reader, index, single)
    if ranged is not None:
        return finish(reader, [ranged])
    if single is None:
        shared = shared_unit(reader, index)
        if shared:
            return finish(reader, shared)
        single = (
            understood_money(reader, index)
            or bare_count(reader, index)
            or exchange_rate(reader, index)
            or index_level(reader, index)
            or named_before(reader, index)
            or toll_en(reader, index)
            or part_count_en(reader, index)
            or bare_count_en(reader, index)
            or compared_en(reader, index)
        )
    if single is None:
        reader.refuse(number, "no unit")
        return []
    return finish(reader, [fold(reader, single)])


def _special(reader: Reader, index: int, number: Number) -> Found | None:
    """A fraction, a ratio, an age or a share: most numbers are none, and the two characters behind them show it."""
    text, digits = reader.text, number.style == "digits"
    first, second = letter(text, number.end), letter(text, number.end + 1)
    minute, to = first == ord("분") or second == ord("분"), first == ord("대") or second == ord("대")
    item: Found | None = None
    if number.style == "words" or minute or (first == ord("/") and reader.korean):
        item = fraction(reader, index)
    if item is None and (first == ord(":") or to):
        item = ratio(reader, index) or stopwatch(reader, number, index)
    if item is None and digits and first == ord("s"):
        item = sprint(reader, number, index)
    if item is None and digits and (first == ord("시") or first == ord("분") or first == ord("초")):
        item = record(reader, number, index)
    if item is None:
        item = age(reader, index)
    if item is None and first == ord(" ") and (second == ord("i") or second == ord("o")):
        item = one_in(reader, index)
    elif item is None and _may_split(first, second):
        item = split(reader, index)
    return item


def _may_split(first: int, second: int) -> bool:
    """Whether to or for can stand behind a hyphen, or to behind a space: 5-to-4, 5 to 4."""
    return (first == ord("-") or first == ord(" ")) and (
        second == ord("t") or (second == ord("f") and first == ord("-"))
    )


def _plain(value: Decimal) -> Decimal:
    """With all its digits before the point: 8E+6 becomes 8000000."""
    printed = str(value)  # a third of what a sum costs
    return EXACT.add(value, _ZERO) if "E" in printed or printed[0] == "-" else value


def _canonical(value: Decimal, item: Found) -> Decimal:
    if item.kind == "percent" or item.kind == "percentage_point":
        return EXACT.multiply(value, _HUNDREDTH)
    unit = item.unit
    if unit is None or (unit.scale is UNSCALED and not unit.offset):
        return value
    if unit.above == unit.below and not unit.offset:
        return value
    product = EXACT.multiply(value, unit.above)
    if unit.below != _ONE:
        exact = EXACT.divide(product, unit.below)
        product = exact if EXACT.multiply(exact, unit.below) == product else FINITE.divide(product, unit.below)
    return EXACT.add(product, unit.offset) if unit.offset else _plain(product)


def _sentence(reader: Reader, pos: int) -> int:
    """The index of the sentence that begins last at or before ``pos``; quantities come in the order of the text."""
    sentences, place = reader.page.sentences, reader.sentence
    if place >= len(sentences) or sentences[place][0] > pos:
        place = bisect_right(sentences, (pos, _NEVER)) - 1
    while place + 1 < len(sentences) and sentences[place + 1][0] <= pos:
        place += 1
    reader.sentence = max(place, 0)
    return place


#: Kinds of numbers that have no unit.
_SHARES: Final = frozenset(("percent", "percentage_point", "fraction", "ratio", "multiple"))


def _mention(reader: Reader, item: Found) -> Mention:
    unit = item.unit
    if item.kind in _SHARES:
        canonical_unit: str | None = "1"
    elif unit is None:
        canonical_unit = {"age": "year", "points": "point"}.get(item.kind, item.unit_name)
    else:
        canonical_unit = unit.canonical
    place = _sentence(reader, item.start)
    if reader.trace is not None:
        reader.trace.append((item.start, item.end, item.rule, f"{item.kind} {item.unit_name}"))
    value = None if item.value is None else _plain(item.value)
    low = None if item.low is None else _plain(item.low)
    high = None if item.high is None else _plain(item.high)
    return Mention(
        item.start, item.end, max(place, 0), item.kind, item.unit_name, value, low, high, item.relation, item.approximate,
        item.per, item.numerator, item.denominator, canonical_unit,
        None if value is None else _canonical(value, item), None if low is None else _canonical(low, item),
        None if high is None else _canonical(high, item), item.words, item.rule, item.left, item.right,
    )  # fmt: skip
