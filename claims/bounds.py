"""What the words and marks around a quantity make of it: sign, bound, hedge, band, denominator."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims.caps import capped
from claims.denominators import far_denominator, period_noun
from claims.denominators_en import denominator_after_noun
from claims.edges import Left, Right, look_left, look_right
from claims.found import Found, Reader
from claims.patterns import pattern
from claims.scan import EXACT

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["BY_VERBS", "RANGE_OF", "finish"]

_NEGATIVE: Final = re.compile(r"(?:마이너스|영하|minus|negative) ?(?:\([-−]\))?$|\([-−]\)$")
_NEGATIVE_ENDS: Final = "스하se"


#: What is printed per something: a rate or a rank is not.
_PER_KINDS: Final = frozenset(("money", "count", "measure", "duration"))
#: Denominators that a span of time takes, and the spans that are too long for them.
_SPAN_PER: Final = {
    "day": ("day", "week", "month", "year"),
    "week": ("week", "month", "year"),
    "month": ("month", "year"),
    "year": ("year",),
}
_TOLERANCE: Final = "±▲▼"
_FROM: Final = re.compile(r" from (?:about |around |some |just )?[$€£¥₩]?\d")
_BENCHMARK_KINDS: Final = frozenset(("money", "percent", "count", "measure", "points", "percentage_point"))
_EITHER: Final = "plus or "


#: 900만원 후반대, 4% 초반: the band of the last digit, said without 대 before it.
_THIRD: Final = re.compile(
    r" ?[초중후](?:중|후)?반[대선]?(?:(?![가-힣])|(?=[은을이의에로까으다였인며고가를는와과도부만][가-힣]{0,2}(?![가-힣])))"
)
_THIRDS: Final = frozenset("초중후")
#: Between a counted noun and what it is per: cases of it per 1,000 people, barrels of crude a day.
_OF_NOUN: Final = (" of ", " in ", " fro", " for", " amo")
_THIRD_KINDS: Final = frozenset(("money", "percent", "measure", "points"))


#: pushing the average price | up to £368,118; his hands are lifted | up to …
_LIFTING: Final = (
    r"\bWORDS (?:(?:its?|the|their|his|her|our|that|all|total|average)\b[^.;:,]{0,40}|them|it|prices|costs|rates) $"
)


_NEXT: Final = 12  # characters of a verb right before "up to"
#: Kinds of what is lifted; a car is taken up to 300 miles, at most.
_LEVELS: Final = frozenset(("money", "percent", "points"))


#: 분양가, 땅값, 통행료, 도매가격: what a price is called.
_PRICES: Final = ("가", "가격", "값", "료", "요금", "금액", "비용")


def _priced(text: str, edge: int, lexicon: Lexicon) -> bool:
    """Whether the word before ``edge`` is a price: 분양가는, 도매가격이."""
    word = text[max(0, edge - 14) : edge].rstrip().rpartition(" ")[2]
    if word[-1:] in "은는이가도" and word not in lexicon.sections["measure.ko"]:
        word = word[:-1]
    row = lexicon.sections["measure.ko"].get(word)
    return row is not None and bool(row.get("money")) and word.endswith(_PRICES)


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


_LESS_OR_MORE: Final = ("<", ">")
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
    item.start = _sign(text, item, floor)
    left = look_left(text, item.start, floor, reader.lexicon)
    right = look_right(text, item.end, reader.lexicon)
    if (right is None or not right.words) and text[item.end : item.end + 1] in ("(", "（"):
        right = _beyond(text, item.end, right, reader.lexicon)
    elif right is None and text[item.end : item.end + 1] == ")":
        right = _of_benchmark(text, item, reader.lexicon)
    if left is None and text[item.end : item.end + 5] == " mark" and text[item.start - 4 : item.start] == "the ":
        left = look_left(text, item.start - 4, floor, reader.lexicon)  # around the 65 per cent mark
    relation = _compared(text, item) if text[item.start - 1 : item.start] in _LESS_OR_MORE else None
    if text[item.start - 4 : item.start] in ("sub-", "Sub-"):
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
    if item.kind == "measure" and text[item.start - 3 : item.start - 2] == "속" and item.unit_name in ("km", "m"):
        _speed_of_topic(text, item)
    if item.per is None and item.kind in _PER_KINDS:
        edge = left.edge if left is not None else item.start
        item.per = far_denominator(text, edge, floor, reader.lexicon)
        if item.per is not None and item.kind != "money" and _priced(text, edge, reader.lexicon):
            item.per = None  # 3.3㎡당 분양가는 60㎡ 이하가 1094만원: the price is per, and not the size
        if item.per == "share" and item.kind != "money":
            item.per = "week"  # 주당 섭취횟수가 12.3회
        if item.per is None and item.kind in ("money", "count", "measure"):
            item.per = period_noun(text, edge, floor, reader.lexicon, flows=item.kind == "measure")
    if relation is None and _highest(text, item, left) and capped(text, item, reader.lexicon):
        relation = "le"
        item.words.insert(0, "최고")
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
    following = text[item.end : item.end + 2]
    if not _THIRDS.isdisjoint(following) and item.value is not None and not item.band and item.kind in _THIRD_KINDS:
        third = _THIRD.match(text, item.end)
        if third is not None:
            _band(item)
            item.words.append(third.group().strip())
    if relation is not None and item.relation == "eq":
        item.relation = relation
    if text[item.end : item.end + 2] == ") " and item.kind == "money":
        _shared_per(reader, item)
    following = text[item.end : item.end + 4]
    if item.per is None and following in _OF_NOUN and item.kind in ("money", "measure", "count"):
        item.per = denominator_after_noun(text, item.end, reader.lexicon)
    if item.per is None and item.kind == "measure" and item.unit is not None and item.unit.flags:
        if "per_day" in item.unit.flags:
            item.per = "day"
        elif "per_gallon" in item.unit.flags:
            item.per = "gallon"
    begin = item.start - 1
    if begin >= 0 and text[begin] in _TOLERANCE:
        item.words.insert(0, text[begin])
    elif begin >= 2 and text[begin] == "-" and text[begin - 2 : begin] == "+/":
        item.words.insert(0, "+/-")


def _highest(text: str, item: Found, left: Left | None) -> bool:
    """Whether 최고 stands right before the number; 최고 연 5% too."""
    if text[item.start - 2 : item.start - 1] == "고":
        return True
    return left is not None and left.per is not None and text[left.per_edge - 2 : left.per_edge - 1] == "고"


def _shared_per(reader: Reader, item: Found) -> None:
    """890.5 yuan ($123.75) a ton: the denominator behind the parenthesis is that of both sums."""
    last = reader.last
    if last is None or last.kind != "money" or last.per is not None or reader.text[last.end : item.left] != " (":
        return
    right = look_right(reader.text, item.end + 1, reader.lexicon)
    if right is not None and right.per is not None:
        item.per = last.per = right.per


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
    if left.per:
        if left.per_word in ("시속", "초속", "분속", "초당", "시간당", "분당") and item.kind == "measure":
            if item.unit_name is None or "/" not in item.unit_name:
                _speed(item, left.per, left.per_edge)
            else:
                item.left = left.per_edge  # 초속 50㎧ says it twice
        elif _per_fits(item, left.per, left.per_word, reader.text, left.per_edge, reader.lexicon):
            item.per = "week" if left.per_word == "주당" and item.kind != "money" else left.per
            item.left = min(item.left, left.per_edge)
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
    if (
        right.per
        and item.per is None
        and (
            (item.kind == "measure" and right.per in ("hour", "second", "minute", "day") and item.unit is not None)
            or item.kind not in ("duration", "rank", "age", "points")
            or (right.per in _SPAN_PER and item.kind == "duration" and item.unit_name not in _SPAN_PER[right.per])
        )
    ):
        item.per = right.per
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
BY_VERBS: Final = ("웃", "밑", "상회", "하회", "초과하", "초과했", "초과한")


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


def _per_fits(item: Found, per: str, word: str, text: str, edge: int, lexicon: Lexicon) -> bool:
    if word == "주" and not (
        _counts_time(item) and not pattern(lexicon, "calendar.before", r"WORDS ?$").search(text, max(0, edge - 4), edge)
    ):
        return False
    if item.kind == "duration":
        return word == "주당" or (not word.endswith("당") and item.unit_name not in _SPAN_PER.get(per, ("year",)))
    if item.kind in ("rank", "age", "points", "fraction", "ratio", "multiple"):
        return False
    if word.startswith("하루") and pattern(lexicon, "same_day.before", r"WORDS ?$").search(
        text, max(0, edge - 4), edge
    ):
        return False
    if word in ("월", "연", "年", "月") and edge > 0 and text[edge - 1].isalnum():
        return False
    if word == "일당" and item.kind == "count":
        return False  # A씨 일당 10명: a gang
    if word == "분당" and _bundang(item):
        return False
    return not (item.kind == "percent" and word.endswith("당") and (word == "달러당" or per in _TRADED))


#: What is priced so: oil that rises 배럴당 1.8%(0.96달러) rises by no percent a barrel.
_TRADED: Final = frozenset(("oil_bbl", "troy_ounce", "bushel", "metric_ton", "gallon", "liter", "pound", "kg"))


#: No price of a minute is so high.
_DEAR: Final = 100_000


def _bundang(item: Found) -> bool:
    """분당 300가구, 분당 30억원: the city, not a minute."""
    if item.kind == "money":
        return item.value is None or item.value >= _DEAR
    unit = item.unit
    return unit is not None and (unit.canonical in ("place", "household", "building") or unit.unit == "m**2")


def _counts_time(item: Found) -> bool:
    """주 40시간, 주 5일, 주 3회: 주 is the week only before these (뉴욕 주 3곳 is a state)."""
    return item.kind == "duration" or item.unit_name in ("회", "번", "차례")


def _speed(item: Found, per: str, edge: int) -> None:
    """시속 120㎞ is km/hour: one unit, one span."""
    unit = item.unit
    if unit is None or unit.unit is None:
        return
    from dataclasses import replace
    from fractions import Fraction

    seconds = {"hour": 3600, "minute": 60, "second": 1}[per]
    base = f"({unit.canonical})" if unit.canonical and "*" in unit.canonical else unit.canonical
    item.unit = replace(unit, unit=f"{unit.unit}/{per}", canonical=f"{base}/s", scale=Fraction(unit.scale, seconds))
    item.unit_name = item.unit.unit
    item.start = item.left = edge
    item.rule = item.rule.replace("measure", "measure.rate", 1)


#: The denominator of a speed that is the topic of its number.
_SPEEDS: Final = {"시속": "hour", "초속": "second", "분속": "minute"}


def _speed_of_topic(text: str, item: Found) -> None:
    """최고 시속은 310km였다: km/hour, said before the number."""
    start = item.start
    per = _SPEEDS.get(text[start - 4 : start - 2])
    if per is not None and text[start - 2] in "은는이가도" and text[start - 1] == " ":
        _speed(item, per, start)


def _of_topic(text: str, start: int) -> bool:
    """자연증가는 –11,491명: a topic or a subject right before the sign."""
    return text[start - 2 : start - 1] == " " and text[start - 3 : start - 2] in ("은", "는", "이", "가")


#: What stands before the sign where the words run together.
_RUN_TOGETHER: Final = frozenset("된한은는인로른린")


def _sign(text: str, item: Found, floor: int) -> int:
    """-, −, 마이너스, 영하 and an attached △ make the number negative; the span takes them in."""
    start = item.start
    if start <= floor or item.kind in ("age", "rank", "duration", "ratio"):
        return start
    mark = text[start - 1]
    begin = start
    before = text[start - 2] if start > 1 else " "
    if mark == "-" and (before == "+" or (before == "/" and text[start - 3 : start - 2] == "+")):
        return start
    if (mark in "-−–" and not (before.isalnum() or before in ")%~")) or (
        mark == "△"
        and (
            item.kind in ("money", "percent", "percentage_point", "points")
            or (_of_topic(text, start) and text.find("△", start, start + 60) < 0)
        )
    ):
        begin = start - 1
    elif mark in " \u00a0" and before == "−" and text[start - 3 : start - 2] in (" ", "("):
        begin = start - 2  # − 0.13 °C
    elif mark in "-−" and before in _RUN_TOGETHER and (item.kind == "percentage_point" or item.places):
        begin = start - 1  # 축소된-53.25bp, 오른-2.10원
    elif mark in _NEGATIVE_ENDS or (mark == ")" and before in "-−") or (mark == " " and before in _NEGATIVE_ENDS):
        match = _NEGATIVE.search(text, max(floor, start - 9), start)
        if match:
            begin = match.start()
            if text[max(floor, begin - 8) : begin].lower().endswith(_EITHER):
                item.words.append(text[begin - 8 : start].strip())  # plus or minus 3 points: a tolerance
                return start
    listed = item.kind == "count" and mark in "-–" and text[start - 2] != "(" and not _of_topic(text, start)
    if begin == start or listed:
        return start  # -300명 is as often an item of a list
    for name in ("value", "low", "high"):
        part = getattr(item, name)
        if part is not None:
            setattr(item, name, EXACT.minus(part))
    if item.low is not None and item.high is not None:
        item.low, item.high = item.high, item.low
    return begin


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
