"""The time that governs a claim: 지난해, 올 3분기, 2025년 상반기, last year, in Q3 2025, as an interval of days.

A phrase governs the numbers of its own clause; one that only compares (지난해보다), dates the report (28일 밝혔다) or names
something (2025년형) governs none. Without a date of publication a relative phrase keeps its text and no interval.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claims import calendars

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Mention, Page, Report

__all__ = ["attach", "phrases"]


class Phrase(NamedTuple):
    """A time phrase in the text and its interval; ``since``/``until``: only that end of it is meant."""

    start: int
    end: int
    first: date | None
    last: date | None


_KO = (
    r"(?:(?P<recent>지난|최근|과거) ?(?P<n>\d{1,3}|몇|수) ?(?P<unit>년|개월|달|주|일)(?: ?동안|간))"
    r"|(?P<ytd>올 ?들어|올해 들어|연초 이후)"
    r"|(?:(?:(?P<y>(?:19|20)\d{2})년도?|[’'](?P<yy>\d{2})년|(?P<ry>지난해|"
    r"작년|올해|금년|내년|재작년|지지난해|이듬해|같은 해|올(?= ?(?:상|하|[1-4]분기|\d{1,2}월|"
    r"여름|겨울|봄|가을|연말|초))))"
    r"(?:\s?(?P<sub>(?P<h>[상하])반기|(?P<q>[1-4])(?:[~∼·∙-](?P<q2>[2-4]))?분기|(?P<m>\d{1,2})(?:[~∼-](?P<m2>\d{1,2}))?월(?:\s?(?P<d>\d{1,2})일)?))?)"
    r"|(?:(?P<rel>지난|오는|이번|다음|올)\s(?:(?P<rh>[상하])반기|(?P<rq>[1-4])분기|(?P<rqq>분기)|(?P<rm>\d{1,2})월(?:\s?(?P<rmd>\d{1,2})일)?|(?P<rd>\d{1,2})일))"
    r"|(?:(?P<rmon>지난달|이달|이번 달|다음 ?달|내달|같은 달)(?:\s?(?P<rmond>\d{1,2})일)?)"
    r"|(?P<rweek>지난주|이번 주|다음 주|금주)"
    r"|(?P<rday>이날|오늘|어제|전날|내일)"
    r"|(?:(?P<bh>[상하])반기|(?<![\d~∼-])(?P<bq>[1-4])(?:[~∼·∙-](?P<bq2>[2-4]))?분기|(?<![\d~∼-])(?P<bm>\d{1,2})(?:[~∼-](?P<bm2>\d{1,2}))?월(?:\s?(?P<bmd>\d{1,2})일)?|(?<![\d~∼-])(?P<bd>\d{1,2})일)"
)
#: Where a phrase may begin: a scan for these is fast, the whole shape is tried only there.
_KO_START = (
    r"지난|최근|과거|올|연초|작년|금년|내년|재작년|지지난해|이듬해|같은|오는|이번|다음|이달|내달|금주|이날|오늘|어제|전날|내일"
    r"|상반기|하반기|\d{1,4}(?:[~∼·∙-]\d{1,2})?(?=년|월|일|분기)|[’']\d{2}년"
)
_MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH_SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept?", "Oct", "Nov", "Dec"]
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_EN_MONTH = "|".join([*_MONTH_NAMES, *(rf"{short}\." for short in _MONTH_SHORT)])
_EN = (
    r"\b(?:(?P<rel>[Ll]ast|[Tt]his|[Nn]ext) (?P<unit>year|quarter|month|week)(?![’']s|-))"
    rf"|\b(?:the )?(?P<ord>first|second|third|fourth|final)[ -](?P<part>quarter|"
    rf"half)(?: of (?:fiscal )?(?P<oy>(?:19|20)\d{{2}})| of (?P<ory>last|"
    rf"this|next) year| (?P<oly>last|this|next) year)?"
    r"|\bQ(?P<q>[1-4])(?: (?:of )?(?:fiscal )?(?P<qy>(?:19|20)\d{2}))?"
    r"|\bH(?P<h>[12]) (?P<hy>(?:19|20)\d{2})"
    rf"|\bthe (?P<span>three|six|nine|12|twelve) months (?:ended|"
    rf"ending|to|through) (?P<sm>{_EN_MONTH})(?: \d{{1,2}})?(?:,? "
    rf"(?P<sy>(?:19|20)\d{{2}}))?"
    rf"|\bthe year (?:ended|ending|to) (?P<ym>{_EN_MONTH})(?: \d{{1,2}})?(?:,? (?P<ymy>(?:19|20)\d{{2}}))?"
    rf"|\b(?P<in>[Ii]n|[Bb]y|[Ss]ince|[Dd]uring|[Ff]or|[Uu]ntil|[Oo]f|"
    rf"[Oo]n) (?:(?P<mon>{_EN_MONTH})(?: (?P<md>\d{{1,2}})(?!\d))"
    rf"?(?:,? (?P<my>(?:19|20)\d{{2}})| (?P<mry>last|this|next) year)"
    rf"?|(?:fiscal |calendar |the year )?(?P<y>(?:19|20)\d{{2}}))"
    rf"\b(?!s|-)"
    r"|\b(?:fiscal|FY) ?(?P<fy>(?:19|20)\d{2})\b"
    r"|\b(?:the )?(?:past|last) (?P<n>\d{1,2}|two|three|four|five|"
    r"six|seven|eight|nine|ten|twelve|few|several) (?P<nu>years|"
    r"months|weeks|days|decades)\b"
    r"|\b(?:the )?past (?P<one>decade|year|month|quarter)\b"
)
_WORDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
#: After a phrase these show that it compares, names or dates something else.
_KO_NOT = re.compile(
    r"\s?(?:보다|대비|에 비해|에 비하면|과 비교|와 비교|같은|동기|동월|수준|형(?!\w)|생(?!산)"
    r"|대(?!\w|비)|산(?= )|차|도산|자(?=\s)|호|학년|기준금리|에 이어)"
)
_KO_TAIL = re.compile(r"(까지|부터|이후|말까지|이래)")
_KO_CLAUSE = re.compile(
    r"(?:[했됐았었였렸졌났섰갔왔냈봤쳤겠있없]|[이였])(?:고|으며|지만|으나|는데)[ ,]|[하되]며[ ,]|"
    r"[가-힣]면서[ ,]|지만[ ,]|[하되]고[ ,](?!있)|하자 |[다요][.!?][”’\"']? "
)
_EN_CLAUSE = re.compile(
    r";|, (?:and|but|while|whereas|which|who|although|though|as|"
    r"because|when|after|before) | (?:while|whereas|although|because)"
    r" |[.!?] "
)
_EN_AGO = re.compile(
    r",? (?:a year (?:earlier|ago|before)|in the (?:same|year-earlier|"
    r"year-ago|prior-year)|the previous|the year before|a (?:month|"
    r"quarter) (?:earlier|ago))"
)
_ASIDE = re.compile(r"\s?[(（](?:[가-힣]{1,4}\s)?$")


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def attach(page: Page, mentions: list[Mention], reports: list[Report], lexicon: Lexicon) -> None:
    """Set ``period`` of every mention that a time phrase of its clause governs: (text, start, end) in ISO form."""
    if not mentions:
        return
    del lexicon
    text = page.text
    today = date.fromisoformat(page.published) if page.published else None
    korean = page.language != "en"
    found = phrases(text, today, korean=korean, english=page.language != "ko")
    if not found:
        return
    starts = [phrase.start for phrase in found]
    for number, mention in enumerate(mentions):
        if mention.kind in ("age", "rank", "duration"):
            continue
        low, high = page.sentences[mention.sentence] if page.sentences else (0, len(text))
        floor = _content_start(mention, reports, low)
        phrase = _governing(text, mention, found, starts, floor, high, mentions, number)
        if phrase is None:
            continue
        mention.period = _printed(text, phrase)


def _content_start(mention: Mention, reports: list[Report], low: int) -> int:
    """Inside a reported content only its own phrases count: the day of the report is not that of the amount."""
    if mention.attribution is None:
        return low
    for begin, end in reports[mention.attribution].content:
        if begin <= mention.start and mention.end <= end:
            return max(low, begin)
    return low


def _governing(
    text: str,
    mention: Mention,
    found: list[Phrase],
    starts: list[int],
    low: int,
    high: int,
    mentions: list[Mention],
    number: int,
) -> Phrase | None:
    place = bisect_left(starts, mention.left)
    korean = _is_korean(text, mention)
    right = found[place] if place < len(found) and found[place].end <= high else None
    if korean:
        if right is not None and right.start - mention.end < 8 and _ASIDE.fullmatch(text[mention.end : right.start]):
            return right
        return _left(text, mention, found, place, low)
    if _EN_AGO.match(text, mention.end):
        return None
    following = mentions[number + 1].start if number + 1 < len(mentions) else high
    if right is not None and right.start < following and right.start - mention.end < 60:
        if _EN_CLAUSE.search(text[mention.end : right.start]) is None:
            return right
    return _left(text, mention, found, place, low)


def _is_korean(text: str, mention: Mention) -> bool:
    return any("가" <= mark <= "힣" for mark in text[max(0, mention.start - 20) : mention.end + 12])


def _left(text: str, mention: Mention, found: list[Phrase], place: int, low: int) -> Phrase | None:
    for index in range(place - 1, max(-1, place - 5), -1):
        phrase = found[index]
        if phrase.start < low or mention.left - phrase.end > 120:
            return None
        between = text[phrase.end : mention.left]
        if _open_aside(text[phrase.start : phrase.end] + between):
            continue
        shape = _KO_CLAUSE if _is_korean(text, mention) else _EN_CLAUSE
        if shape.search(between + " "):
            return None
        if (not _is_korean(text, mention) and ", up from" in between) or ", from " in between:
            return None
        return phrase
    return None


def _open_aside(text: str) -> bool:
    """(지난해 기준) … closes before the number: the phrase stands in another's parentheses."""
    depth = 0
    for mark in text:
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
            if depth < 0:
                return True
    return False


def _printed(text: str, phrase: Phrase) -> tuple[str, str | None, str | None]:
    first = phrase.first.isoformat() if phrase.first is not None else None
    last = phrase.last.isoformat() if phrase.last is not None else None
    return text[phrase.start : phrase.end], first, last


# ---------------------------------------------------------------- finding and resolving


def phrases(text: str, today: date | None, *, korean: bool, english: bool) -> list[Phrase]:
    """All time phrases of a text in order, resolved from ``today`` (None: only the absolute ones)."""
    found: list[Phrase] = []
    if korean:
        found += _korean(text, today)
    if english:
        found += _english(text, today)
        if korean:
            found.sort()
    return found


class _Context:
    """What a bare month or day inherits: the last year and month that the text names."""

    __slots__ = ("month", "named", "position", "year")

    def __init__(self) -> None:
        self.year: int | None = None
        self.month: int | None = None
        self.named = False
        self.position = -1000


def _korean(text: str, today: date | None) -> list[Phrase]:
    found: list[Phrase] = []
    context = _Context()
    whole = _compiled(_KO).match
    done = 0
    for spot in _compiled(_KO_START).finditer(text):
        start = spot.start()
        match = whole(text, start) if start >= done else None
        if match is None:
            continue
        done = end = match.end()
        if start and (text[start - 1].isdigit() or text[start - 1] in ".-/제" or "가" <= text[start - 1] <= "힣"):
            continue
        groups = match.groupdict()
        if _KO_NOT.match(text, end):
            _remember(context, _resolve_korean(groups, today, context), groups, start)
            continue
        if (groups["bd"] or groups["rd"]) and text[end : end + 1] in "간째":
            continue
        span = _resolve_korean(groups, today, context)
        _remember(context, span, groups, start)
        if groups["rday"]:
            continue
        first, last = span if span is not None else (None, None)
        tail = _KO_TAIL.match(text, end)
        if tail:
            end = tail.end()
            first, last = (None, last) if "까지" in tail.group() else (first, None)
        found.append(Phrase(start, end, first, last))
    return found


def _remember(context: _Context, span: tuple[date, date] | None, groups: dict[str, str | None], start: int) -> None:
    if span is None:
        return
    named = any(groups[name] for name in ("y", "yy", "ry", "rmon"))
    if named or groups["bm"] or groups["rm"] or groups["rd"]:
        context.year = span[0].year
        context.named = named or (context.named and start - context.position < 200)
        context.position = start
        single = span[0].month == span[1].month and span[0].year == span[1].year
        context.month = span[0].month if single else None


@lru_cache(maxsize=4096)
def _fixed(number: int, key: tuple[str | None, ...]) -> tuple[date, date] | None:
    half, q, q2, m, m2, d = key
    if half:
        return calendars.half(number, 1 if half == "상" else 2)
    if q:
        return calendars.quarter(number, int(q), int(q2) if q2 else None)
    if m:
        if d:
            return calendars.day(number, int(m), int(d))
        begin = calendars.month(number, int(m))
        end = calendars.month(number, int(m2)) if m2 else begin
        return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None
    return calendars.year(number)


_RELATIVE_YEARS = {"지난해": -1, "작년": -1, "올해": 0, "금년": 0, "올": 0, "내년": 1, "재작년": -2, "지지난해": -2}
_KO_UNITS = {"년": "year", "개월": "month", "달": "month", "주": "week", "일": "day"}


def _resolve_korean(groups: dict[str, str | None], today: date | None, context: _Context) -> tuple[date, date] | None:
    g = groups
    key = (g["h"], g["q"], g["q2"], g["m"], g["m2"], g["d"])
    if g["y"] or g["yy"]:
        number = int(g["y"]) if g["y"] else 2000 + int(g["yy"] or 0)
        return _fixed(number, key)
    if g["ry"] in ("같은 해", "이듬해"):
        return _fixed(context.year + (g["ry"] == "이듬해"), key) if context.year is not None else None
    if today is None:
        return None
    if g["recent"]:
        if not (g["n"] or "").isdigit():
            return None
        return calendars.span_back(today, int(g["n"] or 0), _KO_UNITS[g["unit"] or "년"])
    if g["ytd"]:
        return date(today.year, 1, 1), today
    if g["ry"]:
        return _fixed(today.year + _RELATIVE_YEARS[g["ry"]], key)
    if g["rel"]:
        return _relative(g, today)
    if g["rmon"]:
        return _relative_month(g, today, context)
    if g["rweek"]:
        return calendars.week(today, {"지난주": -1, "다음 주": 1}.get(g["rweek"], 0))
    if g["rday"]:
        moved = today + timedelta(days={"어제": -1, "전날": -1, "내일": 1}.get(g["rday"], 0))
        return moved, moved
    return _bare(g, today, context)


def _relative(g: dict[str, str | None], today: date) -> tuple[date, date] | None:
    ahead = g["rel"] in ("오는", "다음")
    this = g["rel"] in ("이번", "올")
    if g["rqq"]:
        index = today.year * 4 + (today.month - 1) // 3 + (0 if this else 1 if ahead else -1)
        return calendars.quarter(index // 4, index % 4 + 1)
    if g["rh"] or g["rq"]:
        return _nearest_part(g["rh"], g["rq"], None, today, ahead=ahead, this=this)
    if g["rm"]:
        which = int(g["rm"])
        number = today.year if this else calendars.nearest_month(today, which, ahead)
        if g["rmd"]:
            return calendars.day(number, which, int(g["rmd"]))
        return calendars.month(number, which)
    return _nearest_day(int(g["rd"] or 0), today, ahead=ahead)


def _nearest_part(
    h: str | None, q: str | None, q2: str | None, today: date, *, ahead: bool = False, this: bool = False
) -> tuple[date, date] | None:
    """A bare quarter or half: the latest that has begun, or with ``ahead`` the next that has not ended."""
    number = today.year
    for shift in (0,) if this else (0, 1) if ahead else (0, -1):
        span = (
            calendars.half(number + shift, 1 if h == "상" else 2)
            if h
            else calendars.quarter(number + shift, int(q or 1), int(q2) if q2 else None)
        )
        if span is None or this:
            return span
        if (ahead and span[1] >= today) or (not ahead and span[1] < today) or (not ahead and h and span[0] <= today):
            return span
    return None


def _nearest_day(on: int, today: date, *, ahead: bool = False) -> tuple[date, date] | None:
    for shift in range(4):
        index = today.year * 12 + today.month - 1 + (shift if ahead else -shift)
        span = calendars.day(index // 12, index % 12 + 1, on)
        if span is not None and ((ahead and span[0] >= today) or (not ahead and span[0] <= today)):
            return span
    return None


def _relative_month(g: dict[str, str | None], today: date, context: _Context) -> tuple[date, date] | None:
    if g["rmon"] == "같은 달":
        if context.year is None or context.month is None:
            return None
        number, which = context.year, context.month
    else:
        shift = {"지난달": -1, "다음 달": 1, "다음달": 1, "내달": 1}.get(g["rmon"] or "", 0)
        number, which = divmod(today.year * 12 + today.month - 1 + shift, 12)
        which += 1
    if g["rmond"]:
        return calendars.day(number, which, int(g["rmond"]))
    return calendars.month(number, which)


def _bare(g: dict[str, str | None], today: date, context: _Context) -> tuple[date, date] | None:
    if g["bh"] or g["bq"]:
        if context.named and context.year is not None:
            return _fixed(context.year, (g["bh"], g["bq"], g["bq2"], None, None, None))
        return _nearest_part(g["bh"], g["bq"], g["bq2"], today)
    if g["bm"]:
        which = int(g["bm"])
        if not 1 <= which <= 12:
            return None
        inherited = context.named and context.year is not None
        last = int(g["bm2"]) if g["bm2"] else which
        number = (
            context.year
            if inherited and context.year is not None
            else calendars.nearest_month(today, min(last, 12), False)
        )
        return _fixed(number, (None, None, None, g["bm"], g["bm2"], g["bmd"]))
    on = int(g["bd"] or 0)
    if context.month is not None and context.year is not None and context.named:
        return calendars.day(context.year, context.month, on)
    return _nearest_day(on, today)


# ---------------------------------------------------------------- English


def _english(text: str, today: date | None) -> list[Phrase]:
    found: list[Phrase] = []
    for match in _compiled(_EN).finditer(text):
        groups = match.groupdict()
        span = _resolve_english(groups, today)
        start, end = match.span()
        first, last = span if span is not None else (None, None)
        lead = (groups["in"] or "").lower()
        if lead == "by" or lead == "until":
            first = None
        elif lead == "since":
            last = None
        elif lead:
            start += len(lead) + 1
        found.append(Phrase(start, end, first, last))
    return found


def _month_number(name: str) -> int:
    return next(index for index, full in enumerate(_MONTH_NAMES, 1) if full.startswith(name.rstrip(".")[:3]))


def _shifted(word: str | None, today: date | None) -> int | None:
    if word is None or today is None:
        return None
    return today.year + {"last": -1, "this": 0, "next": 1}[word.lower()]


def _resolve_english(g: dict[str, str | None], today: date | None) -> tuple[date, date] | None:
    if g["fy"] or g["y"]:
        return calendars.year(int(g["fy"] or g["y"] or 0))
    if g["h"]:
        return calendars.half(int(g["hy"] or 0), int(g["h"]))
    if g["mon"]:
        return _english_month(g, today)
    if g["ord"] or g["q"]:
        return _english_part(g, today)
    if g["sm"] or g["ym"]:
        return _months_to(g, today)
    if today is None:
        return None
    if g["rel"]:
        return _english_relative(g["rel"].lower(), g["unit"] or "year", today)
    if g["n"]:
        if g["n"] in ("few", "several"):
            return None
        count = int(g["n"]) if g["n"].isdigit() else _WORDS[g["n"]]
        unit = (g["nu"] or "years")[:-1]
        return calendars.span_back(today, count * (10 if unit == "decade" else 1), "year" if unit == "decade" else unit)
    if g["one"]:
        return calendars.span_back(today, {"decade": 10, "year": 1, "month": 1, "quarter": 3}[g["one"]],
                                   "year" if g["one"] in ("decade", "year") else "month")  # fmt: skip
    return None


def _english_relative(word: str, unit: str, today: date) -> tuple[date, date] | None:
    shift = {"last": -1, "this": 0, "next": 1}[word]
    if unit == "year":
        return calendars.year(today.year + shift)
    if unit == "week":
        return calendars.week(today, shift)
    if unit == "month":
        number, which = divmod(today.year * 12 + today.month - 1 + shift, 12)
        return calendars.month(number, which + 1)
    index = today.year * 4 + (today.month - 1) // 3 + shift
    return calendars.quarter(index // 4, index % 4 + 1)


def _english_month(g: dict[str, str | None], today: date | None) -> tuple[date, date] | None:
    which = _month_number(g["mon"] or "")
    number = int(g["my"]) if g["my"] else _shifted(g["mry"], today)
    if number is None:
        if today is None:
            return None
        number = calendars.nearest_month(today, which, (g["in"] or "").lower() in ("by", "until"))
    return calendars.day(number, which, int(g["md"])) if g["md"] else calendars.month(number, which)


def _english_part(g: dict[str, str | None], today: date | None) -> tuple[date, date] | None:
    which = int(g["q"]) if g["q"] else _ORDINALS[g["ord"] or "first"]
    given = g["qy"] or g["oy"]
    number = int(given) if given else _shifted(g["ory"] or g["oly"], today)
    halves = g["part"] == "half"
    if number is None:
        if today is None:
            return None
        return (
            _nearest_part("상" if which == 1 else "하", None, None, today)
            if halves
            else _nearest_part(None, str(which), None, today)
        )
    return calendars.half(number, min(which, 2)) if halves else calendars.quarter(number, which)


def _months_to(g: dict[str, str | None], today: date | None) -> tuple[date, date] | None:
    """the three months to June, the year to March: up to the end of that month."""
    which = _month_number(g["sm"] or g["ym"] or "")
    given = g["sy"] or g["ymy"]
    if given is None and today is None:
        return None
    number = int(given) if given else calendars.nearest_month(today, which, False) if today is not None else 0
    count = 12 if g["ym"] else {"three": 3, "six": 6, "nine": 9}.get(g["span"] or "", 12)
    end = calendars.month(number, which)
    begin_number, begin_month = divmod(number * 12 + which - 1 - (count - 1), 12)
    begin = calendars.month(begin_number, begin_month + 1)
    return (begin[0], end[1]) if begin and end else None
