"""What the words and marks around a quantity make of it: sign, bound, hedge, band, denominator."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.caps import capped, up_to
from claims.denominators_fit import per_apart, per_behind, per_left, per_right
from claims.edges import Left, Right, look_left, look_right
from claims.found import Found, Reader
from claims.looks import follows, letter
from claims.patterns import pattern
from claims.scan import EXACT
from claims.signs import marked, signed

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["BY_VERBS", "RANGE_OF", "finish"]

_FROM: Final = re.compile(r" from (?:about |around |some |just )?[$€£¥₩]?\d")
_BENCHMARK_KINDS: Final = frozenset(("money", "percent", "count", "measure", "points", "percentage_point"))


#: 900만원 후반대, 4% 초반: the band of the last digit, said without 대 before it.
_THIRD: Final = re.compile(
    r" ?[초중후](?:중|후)?반[대선]?(?:(?![가-힣])|(?=[은을이의에로까으다였인며고가를는와과도부만][가-힣]{0,2}(?![가-힣])))"
)
_THIRD_KINDS: Final = frozenset(("money", "percent", "measure", "points"))


#: pushing the average price | up to £368,118; his hands are lifted | up to …
_LIFTING: Final = (
    r"\bWORDS (?:(?:its?|the|their|his|her|our|that|all|total|average)\b[^.;:,]{0,40}|them|it|prices|costs|rates) $"
)


_NEXT: Final = 12  # characters of a verb right before "up to"
#: Kinds of what is lifted; a car is taken up to 300 miles, at most.
_LEVELS: Final = frozenset(("money", "percent", "points"))


def _lifted(text: str, pos: int, lexicon: Lexicon) -> bool:
    """Whether something is lifted, pushed or brought up to the number, or ticks up to it: where it goes, and no bound."""
    low = max(0, pos - 60)
    if pattern(lexicon, "ticking.en", r"\bWORDS $").search(text, max(low, pos - _NEXT), pos) is not None:
        return True
    return pattern(lexicon, "lifting.en", _LIFTING).search(text, low, pos) is not None


_LEVELLED: Final = (["higher than"], ["lower than"], ["larger than"], ["smaller than"], ["greater than"])


def _of_earlier(text: str, end: int, lexicon: Lexicon) -> bool:
    """was higher than $72 million a year earlier: the sum of that time is exact."""
    return (
        pattern(lexicon, "earlier.en", r",? (?:recorded |reported |posted |seen |of )?WORDS\b").match(text, end)
        is not None
    )


#: Where something lies that did not fall below, may not rise above.
_OTHERWISE: Final = {"lt": "ge", "gt": "le"}
_PLACED: Final = (["below"], ["under"], ["above"], ["over"])
_DENIED: Final = r"(?:(?<!if )(?<!or )\b(?:not|never|cannot)|n['’]t) (?:be |been |have )?(?:WORDS )?$"


def _denied(text: str, edge: int, lexicon: Lexicon) -> bool:
    """should not fall | below 3 percent, has never risen | above it, is not | over it: the bound is on the other side."""
    return pattern(lexicon, "change_base.en", _DENIED).search(text, max(0, edge - 24), edge) is not None


def finish(reader: Reader, items: list[Found]) -> list[Found]:
    floor = reader.floor
    for item in items:
        _bounds(reader, item, floor)
        floor = item.end
    if len(items) > 1:  # a hedge before or after a list is everybody's
        first, last = items[0], items[-1]
        for item in items[:-1]:
            item.per = item.per or last.per or first.per
    return items


#: How far a title in angle brackets reaches.
_TITLE: Final = 24


def _compared(text: str, item: Found) -> str | None:
    """(<1%), p>0.5g: less and more by their signs; <3명의 밤> is a title."""
    mark, start, end = text[item.start - 1], item.start, item.end
    if mark == "<":
        return None if ">" in text[end : end + _TITLE] else "lt"
    return None if "<" in text[max(0, start - _TITLE) : start - 1] else "gt"


def _bounds(reader: Reader, item: Found, floor: int) -> None:
    text = reader.text
    start = item.start = signed(text, item, floor)
    left = look_left(text, start, floor, reader.lexicon)
    right = look_right(text, item.end, reader.lexicon)
    following = letter(text, item.end)
    if following == ord("(") or following == ord("（"):
        if right is None or not right.words:
            right = _beyond(text, item.end, right, reader.lexicon)
    elif following == ord(")") and right is None:
        right = _of_benchmark(text, item, reader.lexicon)
    if (
        following == ord(" ")
        and left is None
        and follows(text, item.end, " mark")
        and text[start - 4 : start] == "the "
    ):
        left = look_left(text, start - 4, floor, reader.lexicon)  # around the 65 per cent mark
    relation = None
    if start and (text[start - 1] == "<" or text[start - 1] == ">"):
        relation = _compared(text, item)
    elif start and text[start - 1] == "-" and text[start - 4 : start] in ("sub-", "Sub-"):
        relation = "lt"  # a sub-$100 price
    if left is not None:
        relation = _take_left(reader, item, left)
        if (
            relation == "le"
            and left.words == ["up to"]
            and (_FROM.match(text, item.end) or (item.kind in _LEVELS and _lifted(text, left.edge, reader.lexicon)))
        ):
            relation, item.words = None, item.words[1:]  # sales were up to $3.4 billion from $3.1 billion
        if relation in _OTHERWISE and left.words in _PLACED and _denied(text, left.edge, reader.lexicon):
            relation = _OTHERWISE[relation]
        if relation in ("gt", "lt") and left.words[-1:] in _LEVELLED and _of_earlier(text, item.end, reader.lexicon):
            relation, item.words = None, item.words[:-1]
    edge = left.edge if left is not None else item.start
    per_apart(reader, item, edge, floor)
    if relation is None and _highest(text, item, left) and capped(text, item, reader.lexicon):
        relation = "le"
        item.words.insert(0, "최고")
    if (
        relation is None
        and following == ord("까")
        and follows(text, item.end, "까지 ")
        and up_to(text, item, reader.lexicon)
    ):
        relation = "le"
        item.words.append("까지")
    if item.start < item.left:
        item.left = item.start
    item.right = item.end
    if right is not None:
        if right.relation is not None and not _falls(item, right.words) and not _by_so_much(text, item, right):
            relation = right.relation
        _take_right(item, right)
    if item.kind == "duration" and item.approximate and text[item.end : item.end + 1] == "여":  # 1년여간, 4시간여 만에
        item.end += 2 if text.startswith("간", item.end + 1) else 1
        item.right = max(item.right, item.end)
    if item.kind in _THIRD_KINDS and item.value is not None and not item.band and _may_be_third(text, item.end):
        third = _THIRD.match(text, item.end)
        if third is not None:
            _band(item)
            item.words.append(third.group().strip())
    if relation is not None and item.relation == "eq":
        item.relation = relation
    per_behind(reader, item)
    marked(text, item)


def _may_be_third(text: str, pos: int) -> bool:
    """Whether 초, 중 or 후 stands there, or behind a space."""
    begin = pos + 1 if pos < len(text) and text[pos] == " " else pos
    return begin < len(text) and (text[begin] == "초" or text[begin] == "중" or text[begin] == "후")


def _highest(text: str, item: Found, left: Left | None) -> bool:
    """Whether 최고 stands right before the number; 최고 연 5% too."""
    if item.start > 1 and text[item.start - 2] == "고":
        return True
    return left is not None and left.per is not None and text[left.per_edge - 2 : left.per_edge - 1] == "고"


#: over six innings is how long it took; over 100 games is a bound.
_FEW: Final = 12


#: A race is held | over 42 km; she has run over 42 km.
_STAGED: Final = r"\b(?:is|was|be|are|were|been|being) WORDS $"


def _stretch(reader: Reader, item: Found, edge: int) -> bool:
    """Whether over is the stretch of what takes place (over three days, is run over 42 km), and no bound."""
    if item.kind == "duration":
        if (
            pattern(reader.lexicon, "over_span.en", r"\b(?i:WORDS) $").search(reader.text, max(0, edge - 12), edge)
            is not None
        ):
            return False  # for over 20 years, took over three hours
        return reader.text[edge] not in "OU" or _DURING.match(reader.text, item.end) is not None
    if item.unit is not None and item.unit.canonical == "m":
        return pattern(reader.lexicon, "staged.en", _STAGED).search(reader.text, max(0, edge - 24), edge) is not None
    if item.kind == "count" and pattern(reader.lexicon, "run.en", r"\bWORDS $").search(
        reader.text, max(0, edge - 9), edge
    ):
        return True  # running over two people
    few = item.kind == "count" and item.value is not None and item.value <= _FEW
    return few and item.unit_name in reader.lexicon.sections["innings.en"]


#: Over 10 days the team walked 300 km: the clause follows.
_DURING: Final = re.compile(r",? (?:the|he|she|they|we|I|it|its|his|her|their|a|an|more|about|some|\$?\d)\b|, ")

#: Before one number it says about; before both ends only that they are ends.
RANGE_OF: Final = ["in the range of"]


#: near $50 says about; near 12 villages where.
_BESIDE: Final = ["near"]


def _take_left(reader: Reader, item: Found, left: Left) -> str | None:
    """Gives the item its denominator, hedge and edge from the left; the bound that stands there is returned."""
    per_left(reader, item, left)
    if (
        left.relation in ("gt", "lt")
        and [word.lower() for word in left.words[-1:]] in (["over"], ["under"])
        and _stretch(reader, item, left.edge)
    ):
        left.relation, left.words = None, []
    if left.words == _BESIDE and item.kind not in _LEVELS:
        left.approximate, left.words, left.edge = False, [], item.start
    if left.words:
        item.words = [*left.words, *item.words]
    if left.approximate and not (item.low is not None and left.words == RANGE_OF) and left.words[:-1] != ["an average"]:
        item.approximate = True
    item.left = min(item.left, left.edge)
    return left.relation


def _take_right(item: Found, right: Right) -> None:
    """Gives the item its denominator, hedge, band and edge from the right."""
    per_right(item, right)
    if right.words:
        item.words = [*item.words, *right.words]
    item.approximate = item.approximate or right.approximate
    if (
        right.band
        and item.value is not None
        and item.kind in ("money", "percent", "measure", "count", "percentage_point", "points", "multiple", "ratio")
    ):
        _band(item)
        item.end = right.band_end
    elif right.band and item.relation == "range" and item.high is not None and item.low is not None and not item.band:
        item.high = EXACT.add(item.high, _width(item.high, item.places)) if item.rule.endswith(".range") else item.high
        item.band, item.end = True, right.band_end
    item.right = max(item.end, right.edge)


def _of_benchmark(text: str, item: Found, lexicon: Lexicon) -> Right | None:
    """손익분기점(400만명)을 넘었다: the number in parentheses says the benchmark that is passed."""
    begin = item.start
    if not text.startswith("(", begin - 1) or item.kind not in _BENCHMARK_KINDS:
        return None
    if pattern(lexicon, "benchmark.before", r"WORDS\($").search(text, max(0, begin - 9), begin) is None:
        return None
    after = look_right(text, item.end + 1, lexicon)
    if after is None or after.relation is None or after.band or after.per:
        return None
    after.edge = item.end
    return after


def _beyond(text: str, start: int, right: Right | None, lexicon: Lexicon) -> Right | None:
    """10억달러(약 1조4000억원) 이상: what follows the parentheses belongs to the number before them."""
    close = text.find(")", start, start + 32)
    if close < 0 or (close - start > 12 and not any(mark.isdecimal() for mark in text[start:close])):
        return right
    after = look_right(text, close + 1, lexicon)
    if after is None or after.band or after.per or not after.words:
        return right
    after.edge = start
    return after


#: Verbs of being over or under something by so much.
BY_VERBS: Final[tuple[str, ...]] = ("웃", "밑", "상회", "하회", "초과하", "초과했", "초과한")


def _by_so_much(text: str, item: Found, right: Right) -> bool:
    """예상치(3조원)를 7.7% 웃돌았다, 2019년 기록도 1.2% 웃돈다: by so much; 매출이 3조원을 웃돌았다 is a bound."""
    before = text[item.left - 2 : item.left - 1]
    if before not in ("를", "을", "다", "도") or text[item.left - 1 : item.left] != " " or not right.words:
        return False
    if before == "다" and text[item.left - 3 : item.left - 1] != "보다":
        return False
    return right.words[-1].startswith(BY_VERBS) and text[item.end : item.end + 1] == " "


def _falls(item: Found, words: list[str]) -> bool:
    """6m 아래로 떨어졌다 is a fall of 6 m; 1400원 아래로 떨어졌다 a bound."""
    return item.unit is not None and item.unit.canonical == "m" and bool(words) and words[-1].startswith("아래")


def _width(value: Decimal, places: int | None) -> Decimal:
    """The place of the last non-zero digit, or of the last printed decimal."""
    if places is not None:
        return EXACT.scaleb(Decimal(1), -places)
    if value == 0:
        return Decimal(1)
    return EXACT.scaleb(Decimal(1), int(value.normalize(EXACT).as_tuple().exponent))


def _band(item: Found) -> None:
    """30%대 is [30, 40), 1400원대 [1400, 1500), 1만9000명대 [19000, 20000)."""
    assert item.value is not None
    width = _width(item.value, item.places)
    item.low, item.high = item.value, EXACT.add(item.value, width)
    if item.value < 0:
        item.low, item.high = EXACT.subtract(item.value, width), item.value
    item.value, item.relation, item.band = None, "range", True
    item.rule += ".band"
