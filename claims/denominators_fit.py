"""Which denominators a quantity takes: sums per person, speeds per hour; 일당 10명 are a gang, 분당 300가구 a city."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from claims.denominators import far_denominator, period_noun
from claims.denominators_en import denominator_after_noun
from claims.edges import look_right
from claims.looks import letter
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.edges import Left, Right
    from claims.found import Found, Reader
    from claims.lexicon import Lexicon

__all__ = ["per_apart", "per_behind", "per_left", "per_right", "speed_of_first"]

#: What is printed per something: a rate or a rank is not.
_PER_KINDS: Final = frozenset(("money", "count", "measure", "duration"))
#: Denominators that a span of time takes, and the spans that are too long for them.
_SPAN_PER: Final = {
    "day": ("day", "week", "month", "year"),
    "week": ("week", "month", "year"),
    "month": ("month", "year"),
    "year": ("year",),
}
#: Between a counted noun and what it is per: cases of it per 1,000 people, barrels of crude a day.
_OF_NOUN: Final = frozenset((" of ", " in ", " fro", " for", " amo"))


def per_left(reader: Reader, item: Found, left: Left) -> None:
    """시속 | 120㎞, 1인당 | 3만원: the denominator right before the number, if it is one of such a quantity."""
    if not left.per:
        return
    if left.per_word in ("시속", "초속", "분속", "초당", "시간당", "분당") and item.kind == "measure":
        if item.unit_name is None or "/" not in item.unit_name:
            _speed(item, left.per, left.per_edge)
        else:
            item.left = left.per_edge  # 초속 50㎧ says it twice
    elif _per_fits(item, left.per, left.per_word, reader.text, left.per_edge, reader.lexicon):
        item.per = "week" if left.per_word == "주당" and item.kind != "money" else left.per
        item.left = min(item.left, left.per_edge)


def per_right(item: Found, right: Right) -> None:
    """$60 a barrel, 30 hours a week: the denominator right behind the number, if it is one of such a quantity."""
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


def per_apart(reader: Reader, item: Found, edge: int, floor: int) -> None:
    """시속은 | 310km, 톤당 가격은 | 300달러: the denominator before the noun that the number is of; ``edge`` is where
    the words right before the number begin."""
    text = reader.text
    if item.kind == "measure":
        if item.start > 2 and text[item.start - 3] == "속" and item.unit_name in ("km", "m"):
            _speed_of_topic(text, item)
        elif edge and text[edge - 1] == "(":
            _speed_again(reader, item, edge)
    if item.per is None and item.kind in _PER_KINDS:
        if reader.korean:
            item.per = _per_of_noun(reader, item, edge, floor)
        last = reader.last
        if item.per is None and last is not None:
            if _same_per(text, last, item, edge):
                item.per = last.per
            elif item.kind == "money" and edge - last.end == _PRICED_APART and text[last.end : edge] in _PRICED_AT:
                item.per = _rate_of_one(reader, last, item) or _price_of_one(reader, last, edge)


def _per_of_noun(reader: Reader, item: Found, edge: int, floor: int) -> str | None:
    """톤당 가격은 | 300달러, 하루 이자 | 1억원: the Korean denominator before the noun that the number is of."""
    text, lexicon = reader.text, reader.lexicon
    per = far_denominator(text, edge, floor, lexicon)
    if item.kind == "duration" and per in ("hour", "day", "week", "month", "year"):
        per = None  # 시간당 임금은 한 달 동안
    if per is not None and item.kind != "money" and _priced(text, edge, lexicon):
        per = None  # 3.3㎡당 분양가는 60㎡ 이하가 1094만원: the price is per, and not the size
    if per == "share" and item.kind != "money":
        per = "week"  # 주당 섭취횟수가 12.3회
    if per is None and item.kind in ("money", "count", "measure"):
        per = period_noun(text, edge, floor, lexicon, flows=item.kind == "measure")
    return per


#: Between one of something and what it costs: 1배럴에 68달러, 1유로는 1600원; 1달러=1450원 is a conversion.
_PRICED_AT: Final = frozenset(("에 ", "은 ", "는 "))
_PRICED_APART: Final = 2
#: What is priced one by one; 1명에 3만원, 1곳에 3억원 are given.
_GIVEN_TO: Final = frozenset(("person", "place", "household", "company", "country", "time", "case", "device"))


def _rate_of_one(reader: Reader, one: Found, item: Found) -> str | None:
    """1달러는 1,450원, 100엔에 905원: so much is a currency worth, and the one no sum."""
    if one.kind != "money" or one.value not in (1, 100) or one.relation != "eq" or one.per or one.unit_name is None:
        return None
    if one.unit_name == item.unit_name:
        return None
    reader.dropped = one
    return one.unit_name if one.value == 1 else f"100 {one.unit_name}"


def _price_of_one(reader: Reader, one: Found, edge: int) -> str | None:
    """배추는 1포기에 5000원, 1배럴에 68달러: the one is the denominator, and no quantity of its own."""
    unit = one.unit
    if reader.text[edge - 2 : edge] != "에 ":
        return None
    if one.value != 1 or unit is None or one.kind not in ("measure", "count") or one.relation != "eq" or one.per:
        return None
    if unit.canonical in _GIVEN_TO or (one.kind == "measure" and unit.canonical not in ("kg", "m**3")):
        return None
    row = reader.lexicon.sections["per"].get(reader.text[one.start : one.end].lstrip("1한 ") + "당")
    reader.dropped = one
    if row is not None:
        return str(row["per"])
    return unit.unit if one.kind == "measure" else unit.canonical


#: What stands between two of one denominator: 10a당 300㎏, 450㎏; 톤당 300달러에서 350달러로.
_NEXT_OF_LIST: Final = re.compile(r", |·|과 |와 |→|에서 (?:약 |지난해 |작년 |올해 |(?:19|20)\d\d년 )?")
#: 배럴당 64달러, 브렌트유는 | 66달러: the next of the same kind, and of about the same size; 총액은 is no such.
_NEXT_TOPIC: Final = re.compile(
    r"(?:[로에],?|,) (?!총|전체|합계|누적|전국|모두)(?:[가-힣A-Za-z]{1,12} )?[가-힣A-Za-z]{2,12}[은는도]? "
)
_ALIKE: Final = 4
_REACH: Final = 30
_BOUNDS: Final = frozenset(("미만", "이상", "이하", "초과"))


def _same_per(text: str, last: Found, item: Found, edge: int) -> bool:
    """10a당 300㎏, 450㎏ and 배럴당 64달러, 브렌트유는 66달러 are per the same; not 1인당 3만원, 10만원 이상."""
    if last.per is None or last.kind != item.kind or last.unit_name != item.unit_name:
        return False
    if text[item.end : item.end + 3].strip()[:2] in _BOUNDS:
        return False
    return _NEXT_OF_LIST.fullmatch(text, last.end, edge) is not None or _parallel(text, last, item, edge)


def _parallel(text: str, last: Found, item: Found, edge: int) -> bool:
    """배럴당 64달러, 브렌트유는 | 66달러: whether the number is the next of its kind; not of 1인당 3만원, 총액은 5억원."""
    if last.value is None or item.value is None or edge - last.end > _REACH or text[edge - 1 : edge] != " ":
        return False
    if not last.value < item.value * _ALIKE or not item.value < last.value * _ALIKE:
        return False
    return _NEXT_TOPIC.fullmatch(text, last.end, edge) is not None


def per_behind(reader: Reader, item: Found) -> None:
    """($123.75) a ton, 12 cases of it per 1,000 people, 35 mpg: a denominator farther right, or in the unit itself."""
    text = reader.text
    following = letter(text, item.end)
    if following == ord(")") and item.kind == "money" and letter(text, item.end + 1) == ord(" "):
        _shared_per(reader, item)
    if following == ord(" ") and item.per is None and text[item.end : item.end + 4] in _OF_NOUN:
        if item.kind in ("money", "measure", "count"):
            item.per = denominator_after_noun(text, item.end, reader.lexicon)
    if item.per is None and item.kind == "measure" and item.unit is not None and item.unit.flags:
        if "per_day" in item.unit.flags:
            item.per = "day"
        elif "per_gallon" in item.unit.flags:
            item.per = "gallon"


#: 분양가, 땅값, 통행료, 도매가격: what a price is called.
_PRICES: Final[tuple[str, ...]] = ("가", "가격", "값", "료", "요금", "금액", "비용")


def _priced(text: str, edge: int, lexicon: Lexicon) -> bool:
    """Whether the word before ``edge`` is a price: 분양가는, 도매가격이."""
    word = text[max(0, edge - 14) : edge].rstrip().rpartition(" ")[2]
    if word[-1:] in "은는이가도" and word not in lexicon.sections["measure.ko"]:
        word = word[:-1]
    row = lexicon.sections["measure.ko"].get(word)
    return row is not None and bool(row.get("money")) and word.endswith(_PRICES)


def _shared_per(reader: Reader, item: Found) -> None:
    """890.5 yuan ($123.75) a ton: the denominator behind the parenthesis is that of both sums."""
    last = reader.last
    if last is None or last.kind != "money" or last.per is not None or reader.text[last.end : item.left] != " (":
        return
    right = look_right(reader.text, item.end + 1, reader.lexicon)
    if right is not None and right.per is not None:
        item.per = last.per = right.per


def _per_fits(item: Found, per: str, word: str, text: str, edge: int, lexicon: Lexicon) -> bool:
    if word.startswith("1일") and not _a_day(item, word, text, edge, lexicon):
        return False
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


#: Left of 1일 these make it the first of a month.
_FIRST_OF: Final = re.compile(r"(?:[월달년\d~∼,·]|\d\.|오는|지난|이번|매년|매월|현지시간|부터|까지) ?$")
_DAILY: Final = r"씩| ?이상| ?이하| ?이내|까지|의 WORDS"


def _a_day(item: Found, word: str, text: str, edge: int, lexicon: Lexicon) -> bool:
    """1일 평균 1000명, 1일 3회, 1일 최대 5만원, 1일 2만원씩 are a day; 1일 5만원에 거래를 마쳤다 is the first of a month."""
    if _FIRST_OF.search(text, max(0, edge - 5), edge) is not None or item.kind == "percent":
        return False
    said = text[edge + len(word) : item.start]
    sure = len(word) > 2 or item.unit_name in ("회", "번", "차례") or "최대" in said or "최소" in said
    return sure or pattern(lexicon, "daily.after", _DAILY).match(text, item.end) is not None


def _counts_time(item: Found) -> bool:
    """주 40시간, 주 5일, 주 3회: 주 is the week only before these (뉴욕 주 3곳 is a state)."""
    return item.kind == "duration" or item.unit_name in ("회", "번", "차례")


_SECONDS: Final = {"hour": 3600, "minute": 60, "second": 1}


def _speed(item: Found, per: str, edge: int) -> None:
    """시속 120㎞ is km/hour: one unit, one span."""
    unit = item.unit
    seconds = _SECONDS.get(per)
    if unit is None or unit.unit is None or seconds is None:
        return  # 300 시간당 80㎜
    base = f"({unit.canonical})" if unit.canonical and "*" in unit.canonical else unit.canonical
    item.unit = unit.but(unit=f"{unit.unit}/{per}", canonical=f"{base}/s", scale=Fraction(unit.scale, seconds))
    item.unit_name = item.unit.unit
    item.start = item.left = edge
    item.rule = item.rule.replace("measure", "measure.rate", 1)


def _speed_again(reader: Reader, item: Found, edge: int) -> None:
    """시속 120㎞(75마일): what stands in the parentheses is the same speed."""
    last = reader.last
    if last is None or last.unit_name is None or item.unit is None or item.unit.canonical != "m":
        return
    if last.end == edge - 1 and last.unit_name.endswith(("/hour", "/minute", "/second")) and last.kind == "measure":
        start, left = item.start, item.left
        _speed(item, last.unit_name.rpartition("/")[2], start)
        item.left = left


def speed_of_first(text: str, first: Found, second: Found) -> None:
    """초속 25m 이상 33m 미만, 시속 60㎞에서 80㎞로: the second bound, or what it changes to, is of the same speed."""
    base, _, per = (first.unit_name or "").partition("/")
    if base != second.unit_name or per not in _PER_TIME:
        return
    between = text[first.right : second.left]
    bounds = first.relation in ("ge", "gt") and second.relation in ("le", "lt") and between in _BOUNDS_APART
    if bounds or (between == "에서 " and text.startswith(("로 ", "까지 "), second.right)):
        _speed(second, per, second.start)


_PER_TIME: Final = ("hour", "minute", "second")
_BOUNDS_APART: Final = (" ", ", ", "~", "∼", "～", " ~ ")

#: The denominator of a speed that is the topic of its number.
_SPEEDS: Final = {"시속": "hour", "초속": "second", "분속": "minute"}


def _speed_of_topic(text: str, item: Found) -> None:
    """최고 시속은 310km였다: km/hour, said before the number."""
    start = item.start
    per = _SPEEDS.get(text[start - 4 : start - 2])
    if per is not None and text[start - 2] in "은는이가도" and text[start - 1] == " ":
        _speed(item, per, start)
