"""Numbers with their units become quantities: kinds, values, bounds, ranges, bands and canonical values.

The order of the readings, first match wins: fraction and ratio, range (3~5조원), a shared unit (3, 5, 7조원), a unit or a
currency of its own, an understood currency (과징금 502억), an index level. Everything else is no claim.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from claims import guards
from claims.edges import hangul_tail, look_left, look_right, tail_ok
from claims.records import Mention
from claims.scan import EXACT, Number, numbers
from claims.units import double, label_at, prefix_before, unit_at

if TYPE_CHECKING:
    from fractions import Fraction

    from claims.lexicon import Lexicon, Unit
    from claims.records import Page

__all__ = ["find"]

Trace = list[tuple[int, int, str, str]]

_FINITE = Context(prec=34)
_RANGE_MARK = re.compile(r"[ \u00a0\u00ad]?(?:[~∼～〜˜–—─‐]|-(?!-))[ \u00a0\u00ad]?")
_RANGE_TO = re.compile(r" (?:to|or) ")
_LIST_MARK = re.compile(r"(?:, ?| ?[·ㆍ・/] ?|와 |과 | 및 | and )")
_FRACTION = re.compile(r" ?분의 ?")
_RATIO = re.compile(r" ?대 ?|:")
_HEDGED = re.compile(r"[ \u00a0]?(?:여|-odd)[ \u00a0]?")
_NOUN_PHRASE = re.compile(r"[ \u00a0\n]([A-Za-z][a-z-]{1,24}(?:[ \u00a0\n][A-Za-z][a-z-]{1,24}){0,2})(?![\w’'])")
_SCALE = re.compile(r"[ \u00a0-]?([A-Za-z]{1,11})(?![A-Za-z])")
_NEGATIVE = re.compile(r"(?:마이너스|영하|minus|negative) ?$")
_BETWEEN = re.compile(r"(?:between|from) $", re.IGNORECASE)
_AGE_NAME = re.compile(r"([가-힣]{2,4}(?: ?모)?(?: ?씨)?|[가-힣]모)\((\d{1,3})(?:세)?(?=[)·,])")
_AGE_AFTER = re.compile(r"\)? ?(?:[가-힣]|[A-Z]|[,·])")
_AGE_SEX = re.compile(r"[·,] ?[남여](?:성)?[)·,]")
_AGE_MO = re.compile(r"[가-힣] ?모 (?:씨 ?)?\($|[가-힣] 모 ?씨\($")
_AGE_TITLED = re.compile(r"([가-힣]{2,6}) [가-힣]{2,6}(?: [가-힣]{2,6}){0,2}$")
_AGE_INITIAL = re.compile(r"(?:^|[^A-Za-z])[A-Z]$")
_AGE_TITLE = re.compile(r"[^)]{0,12}\) ?(?:씨|양|군)")
_AGE_EN = re.compile(r"[A-Z][a-z]+, $")
_AGED = re.compile(r"\b(?:aged?|Aged?) $")
_YEAR_OLD = re.compile(r"[- ]years?[- ]olds?\b")
_CENTURY = re.compile(r"[- ]?(?:s\b|st\b|nd\b|rd\b|th\b)")
_INDEX_TAIL = re.compile(r"로|으로|에|을|를|까지|이|선|[).,; ]")
_INDEX_EN = re.compile(r"(?:at|to|of) $")
_SPORT_SCORE = re.compile(r"(?:으로|로)? ?(?:승리|승|이겼|이기|이긴|졌|패|무승부|역전|완승|대승|제압|꺾|앞서|앞선|끌려|동점|스코어|무\b)")
_RATIO_WORD = re.compile(r" ?(?:의 ?)?(?:비율|비로|비의|경쟁률|배합|의 비|로 나눠|로 배분|로 분할|로 섞|액면분할|무상감자|감자|병합|합병비율)")
_EVENT_UNITS = frozenset(("m", "km", "㎞", "미터", "킬로미터", "kg", "㎏", "킬로그램"))
_EVENT = re.compile(
    r" ?(?:급|결승|준결승|예선|결선|시상|권총|소총|공기|계주|릴레이|자유형|평영|배영|접영|개인혼영|혼영|허들|달리기|트랙|종목|경기|경보|스피드|쇼트트랙|소구경|속사|코스 기록|남자|여자)"
)
_EVENT_LEFT = re.compile(r"(?:남자|여자|혼성|남녀|남|여) ?$")
_EVENT_NOT = re.compile(r" ?(?:이상|이하|가량|정도|떨어|높이|길이|거리|앞|를|을 )")
_ONE = frozenset("명 마리 대 달 시간 쌍 병 잔 채 척 켤레 그루 그릇 살 곳 건 개 가구 자루 벌".split())
_ONE_SINO = frozenset("원 명 개 달러 유로 엔 위안 파운드 건".split())
_ONE_GLUED = frozenset("명 달 시간 마리 개 대".split())
_TOLERANCE = "±▲▼"
_POUND = ("파운드", "pounds", "pound")


class Found:
    """One quantity while it is being read."""

    __slots__ = (
        "approximate", "band", "denominator", "end", "high", "kind", "last", "left", "low", "numerator", "per",
        "places", "prefixed", "relation", "right", "rule", "start", "unit", "unit_name", "value", "words",
    )  # fmt: skip

    def __init__(self, start: int, end: int, unit: Unit | None, value: Decimal | None, rule: str, last: int) -> None:
        self.start, self.end, self.left, self.right = start, end, start, end
        self.unit = unit
        self.kind = unit.kind if unit else ""
        self.unit_name = unit.unit if unit else None
        self.value = value
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.relation = "eq"
        self.approximate = False
        self.band = False
        self.per: str | None = None
        self.words: list[str] = []
        self.numerator: int | None = None
        self.denominator: int | None = None
        self.rule = rule
        self.last = last  # index of the last Number used
        self.places: int | None = None  # printed decimal places, for bands
        self.prefixed = False


class _Reader:
    """The state of one pass over a text: its numbers and where the last quantity ended."""

    def __init__(self, page: Page, lexicon: Lexicon, trace: Trace | None) -> None:
        self.text = page.text
        self.page = page
        self.lexicon = lexicon
        self.trace = trace
        self.korean = page.language != "en"
        self.numbers = numbers(page.text, lexicon, korean=self.korean, english=page.language != "ko")
        self.floor = 0
        self.last: Found | None = None

    def refuse(self, number: Number, why: str) -> None:
        if self.trace is not None:
            self.trace.append((number.start, number.end, "refused", why))


def find(page: Page, lexicon: Lexicon, trace: Trace | None = None) -> list[Mention]:
    """All quantities of a page in text order; never raises on text, linear in its length."""
    reader = _Reader(page, lexicon, trace)
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
        for item in group:
            found.append(item)
            reader.floor, reader.last = item.end, item
        index = group[-1].last + 1
    found = _pairs(reader, found)
    return [_mention(reader, item) for item in found]


# ---------------------------------------------------------------- one number, in the order of the readings


def _read(reader: _Reader, index: int) -> list[Found]:
    number = reader.numbers[index]
    for reading in (_fraction, _ratio, _age):
        item = reading(reader, index)
        if item is not None:
            return _finish(reader, [item])
    single = _single(reader, index)
    ranged = _range(reader, index, single)
    if ranged is not None:
        return _finish(reader, [ranged])
    if single is None:
        shared = _shared(reader, index)
        if shared:
            return _finish(reader, shared)
        single = _understood(reader, index) or _level(reader, index)
    if single is None:
        reader.refuse(number, "no unit")
        return []
    return _finish(reader, [_fold(reader, single)])


def _single(reader: _Reader, index: int, forced: Unit | None = None, *, ranged: bool = False) -> Found | None:
    """A number with a unit or currency of its own."""
    text, lexicon = reader.text, reader.lexicon
    number = reader.numbers[index]
    prefix = prefix_before(text, number.start, reader.floor, lexicon) if number.style != "native" else None
    if number.style == "digits" and prefix is None:
        why = guards.code(text, number, ranged=ranged or forced is not None or _after_mark(text, number.start))
        if why:
            reader.refuse(number, why)
            return None
    value, low, high, pos = number.value, number.low, number.high, number.end
    scaled = number.scaled
    hedged = number.inner
    following = text[pos : pos + 2]
    if number.style == "digits" and following[:1] in " \u00a0-bBkKmMtTcClLhHqQ":
        scale = _english_scale(text, pos, prefix is not None or forced is not None, lexicon)
        if scale:
            power, pos = scale
            value = EXACT.scaleb(value, power) if value is not None else None
            scaled = True
            number.scaled = True
    hedge = None
    if following and ("여" in following or following == "-o"):
        hedge = _HEDGED.match(text, pos)
    if prefix is None and number.joined:
        again = _split_join(reader, number, pos)
        if again is not None:
            return again
    if prefix is not None or forced is not None:
        unit = prefix[0] if prefix else forced
        assert unit is not None
        start = prefix[1] if prefix else number.start
        item = Found(start, pos, unit, value, f"{unit.kind}.prefix", index)
        item.low, item.high, item.prefixed = low, high, True
        _own_unit(reader, item, pos, unit)
    else:
        matched = _unit_after(reader, number, hedge.end() if hedge else pos)
        if matched is None and hedge:
            hedge = None
            matched = _unit_after(reader, number, pos)
        if matched is None:
            return None
        unit, end = matched
        item = Found(number.start, end, unit, value, f"{unit.kind}.{'ko' if _is_korean(text[pos:end]) else 'en'}", index)
        item.low, item.high = low, high
        if unit.surface == "대" and unit.kind == "count":
            pass
        item.end = double(text, end, unit, lexicon)
    item.approximate = hedged or hedge is not None
    if item.approximate:
        item.words.append("여" if number.inner or (hedge and "여" in hedge.group()) else "-odd")
    item.places = _places(text[number.start : number.end])
    if unit.factor != 1:
        for name in ("value", "low", "high"):
            part = getattr(item, name)
            if part is not None:
                setattr(item, name, EXACT.multiply(part, unit.factor))
    if number.low is not None:
        item.relation, item.value = "range", None
    if unit.surface in _POUND and item.kind == "money":
        _pounds(reader, item, number)
    return item


def _own_unit(reader: _Reader, item: Found, pos: int, unit: Unit) -> None:
    """US$3억달러, $5 million dollars: the currency again, or a closer one (미화 3억달러)."""
    text = reader.text
    begin = pos + 1 if text[pos : pos + 1] in " \u00a0" else pos
    again = unit_at(text, begin, reader.lexicon)
    if again and again[0].kind == "money" and (again[0].unit == unit.unit or unit.unit is None or again[0].unit is None):
        item.end = again[1]
        if again[0].unit is not None:
            item.unit, item.unit_name = again[0], again[0].unit


def _split_join(reader: _Reader, number: Number, pos: int) -> Found | None:
    """``3만 2025년``: the second group is a year, not the tail of the number; read the first group alone."""
    text = reader.text
    if text[pos : pos + 1] in ("년", "월") and not text.startswith(("년간", "개월"), pos):
        from claims.numerals import ko_prefix

        parsed = ko_prefix(text[number.start : number.joined])
        if parsed is not None:
            number.value, number.end = parsed[0], number.start + parsed[1]
    return None


def _is_korean(text: str) -> bool:
    return any("가" <= mark <= "힣" for mark in text)


def _after_mark(text: str, start: int) -> bool:
    return text[start - 1 : start] in "~∼～–" if start else False


def _english_scale(text: str, pos: int, money: bool, lexicon: Lexicon) -> tuple[int, int] | None:
    match = _SCALE.match(text, pos)
    if match is None:
        return None
    word = match.group(1)
    row = lexicon.sections["scale"].get(word) or lexicon.sections["scale"].get(word.lower())
    if row is None:
        return None
    attached = match.start(1) == pos
    if row.get("money"):
        if not attached:
            return None
        if not money:
            unit = unit_at(text, match.end() + 1, lexicon) if text[match.end() : match.end() + 1] in " \u00a0" else None
            if unit is None or unit[0].kind != "money" or word == "m" and False:
                return None
    power, end = int(row["power"]), match.end()
    if text[pos : pos + 1] == "-" and not text[end : end + 1].startswith("-"):
        return None
    again = _SCALE.match(text, end)
    if again and word.lower() in ("hundred", "thousand") and again.group(1).lower() in ("million", "billion", "trillion", "thousand"):
        power += int(lexicon.sections["scale"][again.group(1).lower()]["power"])
        end = again.end()
    return power, end


def _unit_after(reader: _Reader, number: Number, pos: int) -> tuple[Unit, int] | None:
    """The unit at ``pos``, after at most one space, that the guards accept for this number."""
    text, lexicon = reader.text, reader.lexicon
    mark = text[pos : pos + 1]
    spaced = mark in " \u00a0\n" and mark != ""
    begin = pos + 1 if spaced else pos
    if number.style == "order" and text.startswith(" of ", pos):
        begin, spaced = pos + 4, True
        if text[begin : begin + 1] in "$€£":
            return None
    if mark == "-" and text[pos + 1 : pos + 2].isalpha() and text[pos + 1 : pos + 2].isascii():
        begin, spaced = pos + 1, False
    if spaced and "0" <= text[begin : begin + 1] <= "9":
        return None
    label = label_at(text, begin, lexicon)
    matched = unit_at(text, begin, lexicon)
    if matched is None:
        if spaced and number.style in ("digits", "words", "order"):
            return _head_noun(reader, number, pos)
        if label:
            reader.refuse(number, f"{label} makes it a label")
        return None
    unit, end = matched
    if unit.surface == "주" and not number.scaled and (number.value or 0) < 60 and not number.order:
        why = guards.weeks(text, end)
        if why is True:
            unit = lexicon.units["주간"]
        elif why:
            reader.refuse(number, why)
            return None
    if label and len(label) > end - begin and not (" " in label and (number.scaled or (number.value or 0) >= 1000)):
        reader.refuse(number, f"{label} makes it a label")
        return None
    if unit.kind == "count" and _latin(unit):
        longer = _compound(text, end, lexicon)
        if longer is not None:
            unit, end = longer
    why = _refusal(reader, number, unit, end, spaced=spaced)
    if why:
        reader.refuse(number, why)
        return None
    return unit, end


def _latin(unit: Unit) -> bool:
    return "latin" in unit.flags


_NEXT_WORD = re.compile(r"[ \u00a0\n]([a-z]{3,24})(?![\w’'])")


def _compound(text: str, end: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """60 crew members: the head is the last noun of the compound."""
    match = _NEXT_WORD.match(text, end)
    if match is None or text[end - 1] == "s":
        return None
    unit = lexicon.units_folded.get(match.group(1))
    return (unit, match.end()) if unit is not None and unit.kind == "count" else None


def _refusal(reader: _Reader, number: Number, unit: Unit, end: int, *, spaced: bool) -> str | None:
    text, lexicon = reader.text, reader.lexicon
    surface, kind = unit.surface, unit.kind
    korean = _is_korean(surface)
    tail = hangul_tail(text, end)
    if tail.startswith("당") and not tail.startswith(("당시", "당일", "당초", "당분")):
        return "a denominator (1달러당)"
    if number.style == "native":
        if kind not in ("count", "duration", "multiple", "age") or not korean:
            return "a native numeral needs a counter"
        if not spaced and surface not in ("명", "배", "달", "번", "사람", "마리", "시간", "가지", "곳", "차례", "개", "살", "건"):
            return "glued to a native numeral it is another word"
        if number.value == 1 and (surface not in _ONE or (not spaced and surface not in _ONE_GLUED)):
            return "한 … is an idiom"
    elif number.style in ("sino", "order"):
        if kind in ("duration",) and surface in ("일", "분", "시", "초", "주", "월"):
            return "Hangul numeral with a short time unit"
        if number.style == "sino" and not spaced and number.end - number.start == 1 and surface not in _ONE_SINO:
            return "glued to one Hangul numeral it is another word"
        if number.style == "sino" and not spaced and len(surface) == 1 and surface not in ("원", "명", "불", "엔"):
            if number.end - number.start == 1 or surface in ("대", "장", "배", "개", "도", "점", "부", "일", "세", "편", "동", "기", "석", "인", "사", "수"):
                return "glued to a Hangul numeral it is another word"
        if surface == "원" and number.style == "sino" and text[number.start : number.end] == "만" and re.match(r" ?(?:관중|사례|버스|열차|지하철|전철|이다|이었|인|이라)", text[end : end + 4]):
            return "만원 is 'crowded'"
        if unit.unit is None and kind != "money":
            return "no unit"
    if kind == "count":
        if korean:
            return guards.counter(text, number, unit, end, lexicon, spaced=spaced)
        if "latin" in unit.flags or surface.isascii():
            if number.style == "words" and number.value == 1:
                return "one … counts nothing"
            return guards.english_count(text, number, lexicon) or guards.english_clause(text, surface, end)
    if kind in ("rank", "age", "points") or surface in ("도", "말", "되", "관", "근", "리", "돈", "홉", "할", "푼"):
        if korean:
            return guards.counter(text, number, unit, end, lexicon, spaced=spaced)
    if kind == "duration":
        if korean:
            return guards.time_unit(text, number, unit, end)
        return _english_time(text, number, unit, end)
    if kind == "percent" and number.value is not None and number.value in (100, 120, 200, 1000):
        rest = text[end : end + 8].lstrip()
        if rest and any(rest.startswith(word) for word in lexicon.sections["idiom"]):
            return "100% as an adverb"
    if kind == "measure" and surface in _EVENT_UNITS and _EVENT.match(text, end):
        return "the name of an event or a class"
    if kind == "measure" and surface in _EVENT_UNITS and _EVENT_LEFT.search(text, max(0, number.start - 6), number.start) and not _EVENT_NOT.match(text, end):
        return "the name of an event"
    if kind == "measure" and len(surface) == 1 and surface.isascii() and surface.isalpha():
        return _latin_letter(text, number, surface, end, spaced=spaced)
    if kind == "money" and surface in ("원", "불", "동", "엔", "전", "원화") and spaced and number.style == "native":
        return "no currency"
    if kind == "money" and surface == "전" and not guards.jeon(text, number, end):
        return "N전 is a match or a time before"
    if kind == "money" and surface == "동" and not number.scaled:
        return "N동 is a building"
    if kind == "multiple" and korean and surface == "배" and number.style == "native" and number.value == 1:
        return "한 배"
    return None


def _latin_letter(text: str, number: Number, surface: str, end: int, *, spaced: bool) -> str | None:
    """5G, 4K, 3D, 2C are names; 5m, 40g, 30W, 12V, 3t, 2L are measures."""
    if surface in "mgtWVLlhs" and not (surface in "hs" and number.value != number.value):
        if surface in "hs":
            return "a letter, not a unit"
        return None
    return "a letter, not a unit"


def _english_time(text: str, number: Number, unit: Unit, end: int) -> str | None:
    before = text[max(0, number.start - 24) : number.start].lower()
    after = text[end : end + 24].lower()
    if re.match(r"[- ]old\b", after):
        return "an age"
    value = number.value
    bare = "," not in text[number.start : number.end] and not number.scaled
    if bare and value is not None and 1900 <= value <= 2100:
        return "a year"
    if re.match(r" (?:ago|earlier|later|from now|before|after|prior)\b", after):
        return "a point in time"
    if re.search(r"\b(?:the )?(?:last|past|next|previous|preceding|coming|recent|first|final) $", before):
        return "a stretch of the calendar"
    if text[number.end : number.end + 1] == "-" and re.match(r"[- ](?:treasur|bond|note|yield|mortgage|gilt|bund|jgb|fixed|high|low|average|rate|benchmark|debt|us |u\.s\.)", after):
        return "a maturity"
    if re.match(r" (?:high|low|average|treasur|bond|yield)", after):
        return "a label"
    if unit.surface in ("second", "seconds", "minute", "minutes") and number.style == "words" and value == 1:
        return "one second"
    if number.style == "words" and value == 1:
        return "one day"
    return None


def _head_noun(reader: _Reader, number: Number, pos: int) -> tuple[Unit, int] | None:
    """12,000 full-time jobs, 300 stray dogs: the counted noun, after up to two lower-case words.

    A noun of the lexicon brings its class; any other plain plural counts items.
    """
    text, lexicon = reader.text, reader.lexicon
    match = _NOUN_PHRASE.match(text, pos)
    if match is None or number.style == "order" or (number.style == "words" and number.value == 1):
        return None
    stop = lexicon.sections["function_word"]
    end = match.start(1)
    for word in match.group(1).split():
        if word.lower() in stop or word.endswith("ly"):
            return None
        end = text.index(word, end) + len(word)
        unit = lexicon.units_folded.get(word.lower())
        if unit is not None and unit.kind == "count" and word.islower():
            break
        if unit is not None:
            return None if unit.kind != "duration" or _english_time(text, number, unit, end) else (unit, end)
        if word.endswith("s") and word.islower() and not word.endswith(("ss", "us", "is")) and len(word) > 3:
            unit = _plural(word)
            break
        if not word.islower() and "-" not in word:
            return None
    else:
        return None
    if guards.english_count(text, number, lexicon) or guards.english_clause(text, unit.surface, end):
        return None
    return unit, end


@lru_cache(maxsize=1024)
def _plural(word: str) -> Unit:
    from fractions import Fraction

    from claims.lexicon import Unit

    return Unit(word, "count", word, Decimal(1), "item", Fraction(1), Decimal(0), None, frozenset(("latin",)), "plural")


def _places(printed: str) -> int | None:
    """Decimal places when no magnitude follows them (1.5%대 is one tenth wide)."""
    if "." not in printed or not printed[-1].isdigit():
        return None
    tail = printed.rsplit(".", 1)[1]
    return len(tail) if tail.isdigit() else None


def _pounds(reader: _Reader, item: Found, number: Number) -> None:
    if number.scaled:
        return
    text = reader.text
    context = text[max(0, item.start - 24) : item.start] + text[item.end : item.end + 16]
    if any(word in context for word in reader.lexicon.sections["weight"]):
        from dataclasses import replace
        from fractions import Fraction

        assert item.unit is not None
        item.unit = replace(item.unit, kind="measure", unit="pound", canonical="kg", scale=Fraction(45359237, 100000000))
        item.kind, item.unit_name, item.rule = "measure", "pound", item.rule.replace("money", "measure")


# ---------------------------------------------------------------- fraction, ratio, age


def _fraction(reader: _Reader, index: int) -> Found | None:
    """3분의 1, two-thirds, a third of: exact where the decimal is finite, else 34 significant digits."""
    text = reader.text
    number = reader.numbers[index]
    if number.style == "digits" and number.value is not None:
        match = _FRACTION.match(text, number.end)
        if match is None:
            return None
        upper = _next(reader, index, match.end())
        if upper is None or upper.value is None or number.value == 0:
            return None
        lower, top, end, last = number.value, upper.value, upper.end, index + 1
        if lower != int(lower) or top != int(top) or top > 10**6 or lower > 10**9:
            return None
    else:
        parsed = _english_fraction(text, number)
        if parsed is None:
            return None
        top, lower, end = parsed
        last = index
    item = Found(number.start, end, None, _FINITE.divide(top, lower), "fraction", last)
    item.kind, item.unit_name = "fraction", "1"
    item.numerator, item.denominator = int(top), int(lower)
    return item


_EN_FRACTION = re.compile(
    r"[- ](half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?= of\b|[ ,.)]|$)"
)
_EN_PARTS = {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "six": 6, "sev": 7, "eig": 8, "nin": 9, "ten": 10}


def _english_fraction(text: str, number: Number) -> tuple[Decimal, Decimal, int] | None:
    if number.style != "words" or number.value is None or not 1 <= number.value <= 9:
        return None
    match = _EN_FRACTION.match(text, number.end)
    if match is None:
        return None
    word = match.group(1)
    hyphen = text[number.end] == "-"
    if not hyphen and not text.startswith(" of", match.end()):
        return None
    if number.value > 1 and not word.endswith("s"):
        return None
    lower = _EN_PARTS[word[:3]]
    if number.value >= lower:
        return None
    return number.value, Decimal(lower), match.end()


def _next(reader: _Reader, index: int, start: int) -> Number | None:
    if index + 1 < len(reader.numbers) and reader.numbers[index + 1].start == start:
        return reader.numbers[index + 1]
    return None


def _ratio(reader: _Reader, index: int) -> Found | None:
    """15대 1, 2대1, 3:1; sports scores and 1대1 are none."""
    text = reader.text
    number = reader.numbers[index]
    if number.style != "digits" or number.value is None or number.scaled:
        return None
    match = _RATIO.match(text, number.end)
    if match is None:
        return None
    other = _next(reader, index, match.end())
    if other is None or other.value is None or other.style != "digits" or other.scaled or other.value == 0:
        return None
    after = text[other.end : other.end + 12]
    if guards.code(text, number) or number.value == other.value == 1:
        return None
    named = bool(_RATIO_WORD.match(after))
    if match.group() == ":":
        if not named:
            return None
    elif not named and (other.value != 1 or _SPORT_SCORE.match(after) or number.value < 2):
        return None
    unit = unit_at(text, other.end, reader.lexicon)
    if unit is not None and not named:
        return None
    value = EXACT.divide(number.value, other.value) if other.value == 1 else _FINITE.divide(number.value, other.value)
    item = Found(number.start, other.end, None, value, "ratio", index + 1)
    item.kind, item.unit_name = "ratio", "1"
    return item


def _age(reader: _Reader, index: int) -> Found | None:
    """(34) after a person's name, ``John Smith, 45,``, ``a 45-year-old``, ``aged 45``."""
    text = reader.text
    number = reader.numbers[index]
    value = number.value
    if value is None or value > 130 or value != int(value) or number.scaled:
        return None
    start, end = number.start, number.end
    if (
        number.style == "digits"
        and text[start - 1 : start] == "("
        and _AGE_INITIAL.search(text, max(0, start - 3), start - 1)
        and _AGE_TITLE.match(text, end)
    ):
        item = Found(start, end, None, value, "age.name", index)
        item.kind, item.unit_name = "age", "year"
        return item
    if number.style == "digits" and text[start - 1 : start] == "(" and _AGE_SEX.match(text, end):
        item = Found(start, end, None, value, "age.name", index)
        item.kind, item.unit_name = "age", "year"
        return item
    if number.style == "digits" and text[start - 1 : start] == "(" and start > 1:
        if _AGE_MO.search(text, max(0, start - 8), start) or (
            10 <= value <= 110 and _AGE_AFTER.match(text, text.find(")", end, end + 24)) and _titled(text, start - 1, reader.lexicon)
        ):
            item = Found(start, end, None, value, "age.name", index)
            item.kind, item.unit_name = "age", "year"
            return item
        low = max(0, start - 8)
        match = _AGE_NAME.match(text, _word_start(text, start - 1, low))
        if match and match.start(2) == start and 1 <= value <= 120:
            name = match.group(1)
            close = text.find(")", end, end + 24)
            sure = name.endswith(("씨", "모")) or text[close + 1 : close + 2] == "씨" or text[close + 1 : close + 3] == " 씨"
            plain_name = len(name) == 3 and name[0] in reader.lexicon.sections["surname"] and 10 <= value <= 99
            known = plain_name and close > 0 and text[end] in ")·," and (not text[end + 1 : end + 2].isdigit())
            if sure or (known and _AGE_AFTER.match(text, close) and not _placelike(name)):
                item = Found(start, match.end(), None, value, "age.name", index)
                item.kind, item.unit_name = "age", "year"
                return item
    elif _YEAR_OLD.match(text, end):
        match = _YEAR_OLD.match(text, end)
        assert match
        item = Found(start, match.end(), None, value, "age.en", index)
        item.kind, item.unit_name = "age", "year"
        return item
    elif number.style == "digits" and (
        _AGED.search(text, max(0, start - 6), start)
        or (text[end : end + 1] == "," and 10 <= value <= 110 and _AGE_EN.search(text, max(0, start - 24), start) and not _month_name(text, start))
    ):
        if re.match(r", \d{4}|,\d", text[end : end + 6]):
            return None
        item = Found(start, end, None, value, "age.en", index)
        item.kind, item.unit_name = "age", "year"
        return item
    return None


def _titled(text: str, end: int, lexicon: Lexicon) -> bool:
    """배우 바다(35): a title stands before the name."""
    match = _AGE_TITLED.search(text, max(0, end - 28), end)
    if match is None or text[end : end + 1] != "(" or not text[end + 1 : end + 3].isdigit() or text[end + 3 : end + 4] not in ")·,":
        return False
    words = text[match.start() : end].split()
    titles = lexicon.sections["title.ko"]
    return any(word in titles or word in lexicon.sections["role"] for word in words[:-1]) and not _placelike(words[-1])


_PLACE_END = "도시군구읍면동리역국청당팀사율액량률"


def _placelike(name: str) -> bool:
    return name[-1] in _PLACE_END


def _month_name(text: str, start: int) -> bool:
    word = text[max(0, start - 14) : start].rstrip(", ").rsplit(" ", 1)[-1]
    return word in guards._MONTHS or len(word) < 3


def _word_start(text: str, end: int, low: int) -> int:
    pos = end
    spaces = 0
    while pos > low:
        mark = text[pos - 1]
        if mark == " " and spaces == 0 and text[pos : pos + 1] in ("씨", "모"):
            spaces = 1
        elif not "가" <= mark <= "힣":
            break
        pos -= 1
    return pos


# ---------------------------------------------------------------- ranges and shared units


def _range(reader: _Reader, index: int, single: Found | None) -> Found | None:
    """3~5조원, 20만~173만 원, $3-5 billion, $3 billion to $5 billion, 10만∼30만원대: one claim over both ends."""
    text = reader.text
    number = reader.numbers[index]
    stop = single.end if single else number.end
    match = _RANGE_MARK.match(text, stop)
    worded = False
    if match is None:
        match = _RANGE_TO.match(text, stop)
        worded = match is not None
        if match is None and single and text[stop : stop + 1] == "대":
            match = _RANGE_MARK.match(text, stop + 1)
        if match is None:
            return None
    if index + 1 >= len(reader.numbers):
        return None
    other = reader.numbers[index + 1]
    begin = other.start
    if begin != match.end() and text[match.end() : begin].strip() not in ("", "약"):
        prefix = prefix_before(text, begin, match.end(), reader.lexicon)
        if prefix is None or prefix[1] != match.end():
            return None
    if number.style == "digits" and single is None:
        if guards.code(text, number) or text[other.end : other.end + 1] == "-" and text[other.end + 1 : other.end + 2].isdigit():
            return None
        if worded and text[match.start() : match.end()] == " or ":
            pass
    floor, reader.floor = reader.floor, match.end()
    forced = single.unit if single and single.prefixed else None
    hyphen = "-" in match.group()
    second = _single(reader, index + 1, ranged=hyphen)
    if second is None and forced is not None:
        second = _single(reader, index + 1, forced)
    reader.floor = floor
    if second is None or second.value is None or second.unit is None:
        if second is None or second.low is None or single is not None and single.low is None:
            return None
    if single is None:
        if number.style not in ("digits", "sino", "words", "order") or second.prefixed:
            return None
        low = number.low if number.order else _share(number, reader.numbers[index + 1], second)
        if low is None:
            return None
        start = number.start
    else:
        if second.kind != single.kind or second.unit_name != single.unit_name:
            return None
        if worded and single.prefixed is False and _BETWEEN.search(text, max(0, number.start - 12), number.start) is None and match.group() == " or ":
            return None
        low = single.value if single.value is not None else single.low
        start = single.start
        if worded and _is_from(text, start):
            return None
        if low is not None and forced is not None and second.value is not None and not number.scaled:
            shared = _share(number, reader.numbers[index + 1], second)
            low = shared if shared is not None else low
    high = second.value if second.value is not None else second.high
    if low is None or high is None or low >= high:
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


def _is_from(text: str, start: int) -> bool:
    """from $3 billion to $5 billion may be a change; two claims are right either way."""
    return text[max(0, start - 5) : start].lower().endswith("from ")


def _share(number: Number, other: Number, second: Found) -> Decimal | None:
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
    if number.scaled or not other.scaled or other.value is None:
        return own if own < high else None
    for power in _tail_powers(other.value):
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


def _shared(reader: _Reader, index: int) -> list[Found]:
    """3, 5, 7조원 and 10억·20억·30억원: the unit at the end of the list is everybody's; one claim an item."""
    text = reader.text
    chain = [index]
    while len(chain) < 8:
        number = reader.numbers[chain[-1]]
        match = _LIST_MARK.match(text, number.end)
        if match is None or number.value is None:
            return []
        follower = _next(reader, chain[-1], match.end())
        if follower is None or follower.style != number.style or number.style != "digits":
            return []
        chain.append(chain[-1] + 1)
        floor, reader.floor = reader.floor, match.end()
        last = _single(reader, chain[-1])
        reader.floor = floor
        if last is not None:
            return _spread(reader, chain, last, text[match.start() : match.end()])
    return []


def _spread(reader: _Reader, chain: list[int], last: Found, mark: str) -> list[Found]:
    text = reader.text
    final = reader.numbers[chain[-1]]
    if last.value is None or last.unit is None or last.prefixed or last.kind in ("duration", "rank", "age"):
        return []
    firm = final.scaled or last.kind in ("money", "percent", "percentage_point", "measure")
    items: list[Found] = []
    for position in chain[:-1]:
        number = reader.numbers[position]
        value = number.value
        if value is None or guards.code(text, number) or not firm:
            return []
        body = text[number.start : number.end]
        if not number.scaled:
            if value >= 1900 and value <= 2100 and "," not in body:
                return []
            if final.scaled:
                power = _own_power(text[final.start : final.end])
                if power is None:
                    return []
                value = EXACT.scaleb(value, power)
        item = Found(number.start, number.end, last.unit, EXACT.multiply(value, last.unit.factor), last.rule + ".shared", position)
        items.append(item)
    return [*items, last]


_SIMPLE = re.compile(r"\d[\d.]*([십백천만억조경]+)")
_POWER = {"십": 1, "백": 2, "천": 3, "만": 4, "억": 8, "조": 12, "경": 16}


def _own_power(printed: str) -> int | None:
    match = _SIMPLE.fullmatch(printed)
    return sum(_POWER[mark] for mark in match.group(1)) if match else None


# ---------------------------------------------------------------- an understood currency, an index level


def _understood(reader: _Reader, index: int) -> Found | None:
    """과징금 502억을, 매출 1조를, 3조 투자, 4억 달러(1조5321억): money only where a money noun or a sum beside it governs."""
    text, lexicon = reader.text, reader.lexicon
    number = reader.numbers[index]
    if not reader.korean or not number.scaled or number.style not in ("digits", "order", "sino"):
        return None
    if number.style == "sino" or guards.code(text, number):
        return None
    printed = text[number.start : number.end]
    if number.value is not None and printed[-1] not in "만억조경0123456789" and not number.order:
        return None
    if not any(mark in printed for mark in "만억조경"):
        return None
    end = number.end
    run = re.match(r" ?여?(?:원)?([가-힣]{0,8})", text[end : end + 12])
    glued = hangul_tail(text, end)
    band = glued.startswith("대") and number.value is not None
    if glued and not tail_ok(glued, lexicon):
        return None
    assert run is not None
    if label_at(text, end + 1 if text[end : end + 1] == " " else end, lexicon):
        return None
    home = lexicon.units.get("원")
    if home is None:
        return None
    if not (_beside_sum(reader, number) or _money_before(text, number.start, reader.floor, lexicon) or _money_after(text, end, lexicon, band=band)):
        return None
    item = Found(number.start, end, home, number.value, "money.ko.noun", index)
    item.low, item.high = number.low, number.high
    if number.low is not None:
        item.relation, item.value = "range", None
    item.approximate = number.inner
    return item


_SUM_OPEN = re.compile(r" ?[(（](?:약 |한화 |우리 ?돈 |원화 |한국 ?돈 )*$")


def _beside_sum(reader: _Reader, number: Number) -> bool:
    """4억 달러(1조5321억): in parentheses right after a sum of another currency."""
    last = reader.last
    return (
        last is not None
        and last.kind == "money"
        and last.unit_name != "KRW"
        and number.start - last.end < 12
        and _SUM_OPEN.fullmatch(reader.text, last.end, number.start) is not None
        and reader.text[number.end : number.end + 1] in ")）"
    )


_NOUN_LEFT = re.compile(
    r"([가-힣A-Za-z]{1,10}?)(?:은|는|이|가|을|를|의|으로|로|만|도|에만|에)?"
    r"(?:[ ,:=]+(?:약|총|최대|최소|무려|각각|연|연간|모두|매년|평균|누적|역대|현금|추가로|또|다시|무려|거의|각|올해|지난해|작년)){0,2}[ :=(’”'\"]{0,2}$"
)
_NOUN_RIGHT = re.compile(
    r"(?:원)?(?:대|여|가량|정도|이상|이하|규모|짜리|어치|넘는|을 넘는|이 넘는| 이상| 규모| 가까운| 넘는| 상당)?(?:의|에 달하는|에 이르는)? ([가-힣]{1,8})"
)


def _money_nouns(lexicon: Lexicon) -> frozenset[str]:
    cached = lexicon.cache.get("quantities.money")
    if cached is None:
        cached = frozenset(word for word, row in lexicon.sections.get("measure.ko", {}).items() if row.get("money"))
        lexicon.cache["quantities.money"] = cached
    assert isinstance(cached, frozenset)
    return cached


def _money_before(text: str, start: int, floor: int, lexicon: Lexicon) -> bool:
    window = text[max(0, start - 24) : start]
    match = _NOUN_LEFT.search(window)
    if match is None:
        return False
    nouns = _money_nouns(lexicon)
    word = match.group(1)
    josa = window[match.end(1) :]
    for form in (word, word + josa.split(" ", 1)[0].rstrip(",:=(’”'\"")):
        for length in range(min(len(form), 6), 1, -1):
            if form[-length:] in nouns:
                return True
    return False


def _money_after(text: str, end: int, lexicon: Lexicon, *, band: bool) -> bool:
    match = _NOUN_RIGHT.match(text, end)
    if match is None:
        return False
    word = match.group(1)
    nouns = _money_nouns(lexicon)
    if any(word[:length] in nouns for length in range(min(len(word), 6), 1, -1)):
        return True
    return band and word.startswith(("자산가", "재산가", "부자", "아파트", "빌딩", "주택", "연봉", "사기", "계약", "빚"))


def _level(reader: _Reader, index: int) -> Found | None:
    """2,605.17 beside the name of a market index is its level in points."""
    text = reader.text
    number = reader.numbers[index]
    if number.style != "digits" or number.value is None or number.scaled:
        return None
    printed = text[number.start : number.end]
    if "." not in printed or len(printed.split(".")[0]) < 3 or guards.code(text, number):
        return None
    if not (_INDEX_TAIL.match(text, number.end) or number.end == len(text)):
        return None
    low = max(0, text.rfind(".\n", 0, number.start), text.rfind("다. ", 0, number.start), number.start - 60)
    context = text[low : number.start]
    if not any(word in context for word in reader.lexicon.sections["index"]):
        return None
    item = Found(number.start, number.end, None, number.value, "points.level", index)
    item.kind, item.unit_name = "points", "point"
    return item


# ---------------------------------------------------------------- compound units, bounds, bands


_FOLD = re.compile(r"(?: and |, )(?=\d)|[ \u00a0]?")


def _fold(reader: _Reader, item: Found) -> Found:
    """1달러 20센트, 2시간 30분, 1년 6개월: one quantity in one span."""
    unit = item.unit
    for _ in range(2):
        if unit is None or item.value is None or item.last + 1 >= len(reader.numbers) or item.kind not in ("money", "duration"):
            break
        match = _FOLD.match(reader.text, item.end)
        follower = _next(reader, item.last, match.end() if match else item.end)
        if follower is None or follower.value is None or follower.style != "digits":
            break
        text = reader.text
        if item.kind == "money":
            floor, reader.floor = reader.floor, item.end
            minor = _single(reader, item.last + 1)
            reader.floor = floor
            if minor is None or minor.unit is None or minor.unit.minor_of is None or minor.unit_name != item.unit_name or minor.value is None:
                break
            if unit.minor_of is not None:
                break
            item.value = EXACT.add(item.value, minor.value)
        else:
            minor_unit = _smaller(reader, unit, follower)
            if minor_unit is None:
                break
            smaller, end = minor_unit
            step = unit.scale / smaller.scale
            if step.denominator != 1 or unit.canonical != smaller.canonical:
                break
            item.value = EXACT.add(EXACT.multiply(item.value, Decimal(step.numerator)), follower.value)
            item.unit, item.unit_name = smaller, smaller.unit
            if "여" in text[follower.end : end]:
                item.approximate = True
                item.words.append("여")
            item.end, item.last = end, item.last + 1
            unit = smaller
            continue
        item.end, item.last = minor.end, minor.last
        _ = text
        break
    return item


def _smaller(reader: _Reader, unit: Unit, follower: Number) -> tuple[Unit, int] | None:
    text = reader.text
    hedge = _HEDGED.match(text, follower.end)
    begin = hedge.end() if hedge else follower.end + (1 if text[follower.end : follower.end + 1] == " " else 0)
    matched = unit_at(text, begin, reader.lexicon)
    if matched is None or matched[0].kind != "duration" or matched[0].scale >= unit.scale:
        return None
    return matched


def _finish(reader: _Reader, items: list[Found]) -> list[Found]:
    floor = reader.floor
    for item in items:
        _bounds(reader, item, floor)
        floor = item.end
    if len(items) > 1:  # a hedge before or after a list is everybody's
        first, last = items[0], items[-1]
        for item in items[:-1]:
            item.per = item.per or last.per or first.per
    return items


def _bounds(reader: _Reader, item: Found, floor: int) -> None:
    text, lexicon = reader.text, reader.lexicon
    item.start = _sign(text, item, floor)
    left = look_left(text, item.start, floor, lexicon)
    right = look_right(text, item.end, lexicon)
    if left.per and left.per_word in ("시속", "초속", "분속", "초당", "시간당", "분당") and item.kind == "measure":
        _speed(item, left.per, left.per_edge)
    elif left.per and _per_fits(item, left.per_word, text, left.per_edge):
        item.per = "week" if left.per_word == "주당" and item.kind != "money" else left.per
        item.left = min(item.left, left.per_edge)
    if right.per and item.per is None:
        if item.kind == "measure" and right.per in ("hour", "second", "minute", "day") and item.unit is not None:
            item.per = right.per
        elif item.kind not in ("duration", "rank", "age", "points"):
            item.per = right.per
    if item.kind == "duration" and left.relation in ("gt", "lt") and left.words[-1:] in (["over"], ["under"]):
        left.relation, left.words = None, []
    relation = left.relation
    item.words = [*left.words, *item.words, *right.words]
    item.approximate = item.approximate or left.approximate or right.approximate
    if right.relation is not None:
        relation = right.relation
    if right.band and item.value is not None and item.kind in ("money", "percent", "measure", "count", "percentage_point", "points", "multiple", "ratio"):
        _band(item)
    elif right.band and item.relation == "range" and item.high is not None and item.low is not None and not item.band:
        item.high = EXACT.add(item.high, _width(item.high, item.places)) if item.rule.endswith(".range") else item.high
        item.band = True
    if relation is not None and item.relation == "eq":
        item.relation = relation
    item.left = min(item.left, left.edge, item.start)
    item.right = max(item.end, right.edge)
    begin = item.start - 1
    if begin >= 0 and text[begin] in _TOLERANCE:
        item.words.insert(0, text[begin])


_THAT_DAY = re.compile(r"(?:이날|오늘|어제|그날|전날|당일|지난) ?$")


def _per_fits(item: Found, word: str, text: str, edge: int) -> bool:
    if item.kind in ("duration", "rank", "age", "points", "fraction", "ratio", "multiple"):
        return word == "주당" and item.kind == "duration" or word.startswith(("하루", "주 ")) and item.kind == "duration"
    if word.startswith("하루") and _THAT_DAY.search(text, max(0, edge - 4), edge):
        return False
    if word in ("월", "연", "年", "月") and edge > 0 and text[edge - 1].isalnum():
        return False
    return not (word.endswith("당") and item.kind == "percent" and word in ("달러당",))


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


def _sign(text: str, item: Found, floor: int) -> int:
    """-, −, 마이너스, 영하 and an attached △ make the number negative; the span takes them in."""
    start = item.start
    if start <= floor or item.kind in ("age", "rank", "duration", "ratio"):
        return start
    mark = text[start - 1]
    begin = start
    before = text[start - 2] if start > 1 else " "
    if mark in "-−–" and not (before.isalnum() or before in ")%~"):
        begin = start - 1
    elif mark == "△" and item.kind in ("money", "percent", "percentage_point", "points"):
        begin = start - 1
    else:
        match = _NEGATIVE.search(text, max(floor, start - 9), start)
        if match:
            begin = match.start()
    if begin == start or (item.kind == "count" and mark in "-–"):
        return start
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


_PAIR_GAP = re.compile(r"[ ,~]{0,2}")
_BETWEEN_KO = re.compile(r"(?:에서|부터) ?(?:약 )?")
_BETWEEN_AFTER = re.compile(r"(?:까지)? ?사이")
_AND = re.compile(r" and (?:about |around )?")


def _pairs(reader: _Reader, found: list[Found]) -> list[Found]:
    """3조원 이상 5조원 미만, 10억 달러에서 20억 달러 사이, between $3 billion and $5 billion: two ends of one range."""
    text = reader.text
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
        out.append(item)
    return out


def _one_range(text: str, first: Found, second: Found) -> bool:
    if first.kind != second.kind or first.value is None or second.value is None or first.value >= second.value:
        return False
    if first.unit_name != second.unit_name:
        return False
    gap = text[first.right : second.left]
    if first.relation in ("ge", "gt") and second.relation in ("le", "lt"):
        return len(gap) <= 3 and bool(_PAIR_GAP.fullmatch(gap))
    bare = text[first.end : second.left]
    if len(bare) > 12 or first.relation != "eq" or second.relation != "eq":
        return False
    if _BETWEEN_KO.fullmatch(bare) and _BETWEEN_AFTER.match(text, second.end):
        return True
    return bool(_AND.fullmatch(bare)) and text[max(0, first.left - 8) : first.left].lower().endswith("between ")


# ---------------------------------------------------------------- the record


@lru_cache(maxsize=512)
def _factor(scale: Fraction) -> tuple[Decimal, Decimal]:
    return Decimal(scale.numerator), Decimal(scale.denominator)


def _canonical(value: Decimal | None, item: Found) -> Decimal | None:
    if value is None:
        return None
    if item.kind in ("percent", "percentage_point"):
        return EXACT.scaleb(value, -2)
    unit = item.unit
    if unit is None or (unit.scale == 1 and not unit.offset):
        return value
    numerator, denominator = _factor(unit.scale)
    product = EXACT.multiply(value, numerator)
    if denominator != 1:
        exact = EXACT.divide(product, denominator)
        product = exact if EXACT.multiply(exact, denominator) == product else _FINITE.divide(product, denominator)
    return EXACT.add(product, unit.offset) if unit.offset else product


def _mention(reader: _Reader, item: Found) -> Mention:
    unit = item.unit
    if item.kind in ("percent", "percentage_point", "fraction", "ratio", "multiple"):
        canonical_unit: str | None = "1"
    elif unit is None:
        canonical_unit = {"age": "year", "points": "point"}.get(item.kind, item.unit_name)
    else:
        canonical_unit = unit.canonical
    sentences = reader.page.sentences
    place = bisect_right(sentences, (item.start, 1 << 60)) - 1
    if reader.trace is not None:
        reader.trace.append((item.start, item.end, item.rule, f"{item.kind} {item.unit_name}"))
    return Mention(
        start=item.start, end=item.end, sentence=max(place, 0), kind=item.kind, unit=item.unit_name, value=item.value,
        low=item.low, high=item.high, relation=item.relation, approximate=item.approximate, per=item.per,
        numerator=item.numerator, denominator=item.denominator, canonical_unit=canonical_unit,
        canonical=_canonical(item.value, item), canonical_low=_canonical(item.low, item),
        canonical_high=_canonical(item.high, item), modifiers=item.words, rule=item.rule, left=item.left, right=item.right,
    )  # fmt: skip
