"""Korean spans of time against dates and clock times: 3년 동안, 전치 3주, 두 시간 반; not 3년 전, 16일 간통, 오후 3시."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.edges import hangul_tail, tail_ok
from claims.looks import past_space
from claims.patterns import may_follow, may_precede, pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit
    from claims.scan import Number

__all__ = ["time_unit", "weeks"]

_MONTHS_AFTER: Final = re.compile(r" ?\d{1,2} ?개월")
_HALF: Final = re.compile(r"[전후]반전? ?$|연장 ?$|[전후]반전? 추가 ?시간 ?$")
_HOUR_BEFORE: Final = re.compile(r"시 ?$")
_HOURS_BEFORE: Final = re.compile(r"시간 ?$")
_LATE_BEFORE: Final = re.compile(r"\d말 ?$")
_MINUTE_BEFORE: Final = re.compile(r"분 ?$")
_MONTH_BEFORE: Final = re.compile(r"월 ?$")
#: 1년 반 동안, 두 시간 반을
_MORE_HALF: Final = re.compile(r" ?반(?![가-힣])| ?반(?=동안|만에|[의을이은에가]? )")
_OF_MONTH: Final = re.compile(r"(?:달|월) ?(?:\d{1,2} ?[~∼～–-] ?)?$")
_DATE_BEFORE: Final = re.compile(r"[\d월.] ?$")
_POINT: Final = re.compile(r" ?(?:전|뒤|후)")
#: 30분~1시간, 2주~3개월: the other end shows that this one is a span of time.
_LONGER_END: Final = re.compile(r" ?[~∼～〜–-] ?\d{1,3}(?:시간|개월|주일)")
#: 2~3년: two small ends of a range are a span of time.
_YEAR_RANGE: Final = re.compile(r"(?<!\d)\d ?[~∼～-] ?$")
_SPANS: Final = frozenset(
    ("년", "일", "분", "초", "주일", "달", "해", "개월", "년간", "일간", "분간", "개월간", "주간", "초간")
)


def time_unit(text: str, number: Number, unit: Unit, end: int, lexicon: Lexicon) -> str | None:
    """년, 월, 일, 시, 분, 초, 주 …: a date or clock time unless the words around it make a span of time."""
    surface = unit.surface
    start = number.start
    before = text[max(0, start - 8) : start]
    if (
        surface in _SPANS
        and number.style == "digits"
        and may_precede(lexicon, "recent.before", text, start)
        and pattern(lexicon, "recent.before", r"WORDS\s?$").search(before)
    ):
        return "a stretch of the calendar (지난 3년간)"
    if start > 1 and text[start - 1] == "+" and text[start - 2].isdecimal():
        return "a contract of years and more years (4+2년)"
    if surface == "월" and pattern(lexicon, "sentence.before", r"WORDS ?$").search(before):
        return None  # 징역 6월
    if surface in ("시", "월"):
        return "a clock time or month"
    if surface == "일간":
        if before.rstrip().endswith("박"):
            return "nights and days (1박2일)"
        if _OF_MONTH.search(text, max(0, start - 14), start):
            return "days of a month (이달 1~20일간)"
        return "not a span of time" if number.value is None else None
    if surface == "년" and number.value is not None and number.value >= 1000 and not number.scaled:
        return "a year"
    span = _span(text, end, lexicon)
    more_half = _MORE_HALF.match(text, end) if "반" in text[end : end + 2] else None
    span = span or (more_half is not None and not _POINT.match(text, more_half.end()))
    if surface == "년":
        if (
            number.value is not None
            and number.value <= 20
            and _YEAR_RANGE.search(before)
            and not _POINT.match(text, end)
        ):
            tail = hangul_tail(text, end)
            if not tail or tail_ok(tail, lexicon):
                return None
        if _changes(text, start, end, surface, lexicon):
            return None
        if _contract(text, number, end) or _term_noun(text, number, end, lexicon):
            return None
        if span or _MONTHS_AFTER.match(text, end):
            return None
        if may_precede(lexicon, "term.before", text, start):
            if pattern(lexicon, "term.before", r"WORDS\s?$").search(before):
                return None
        if _so_many(text, start, end, before, lexicon):
            return None  # 최장 5년
        return "N년 without 간, 동안, 만에 may be a date"
    if surface == "일":
        if (
            text[number.end - 2 : number.end - 1] == "."
            and text[start:end].count(".") == 1
            and not _DATE_BEFORE.search(before)
        ):
            return None  # 조업일수는 8.5일
        if not span:
            if _DATE_BEFORE.search(before):
                return "a day of the month"
            if _so_many(text, start, end, before, lexicon):
                return None  # 최장 20일
            return None if _LONGER_END.match(text, end) is not None else "a day of the month"
        dated = pattern(lexicon, "calendar.before", r"WORDS\s?$").search(before) or _MONTH_BEFORE.search(before)
        return "a day of the month" if dated else None
    if surface == "분":
        if text[end : end + 1] == "의":
            return "N분의 M is a fraction"
        if _HOUR_BEFORE.search(before) or _HALF.search(before):
            return "a clock time"
        span = span or _LONGER_END.match(text, end) is not None
        span = span or pattern(lexicon, "minute.after", r" ?WORDS").match(text, end) is not None
        span = span or "." in text[start : number.end] or _changes(text, start, end, surface, lexicon)
        span = span or _HOURS_BEFORE.search(before) is not None or _with_seconds(text, start, end, lexicon)
        return None if span or _took_minutes(text, start, lexicon) else "N분 may be a clock time or people"
    if surface == "초":
        if text[end : end + 1] == "과":
            return "초과 is a bound"
        if text[end : end + 1].isdecimal():
            return "9초58 is a record, not nine seconds"
        if _LATE_BEFORE.search(before):
            return "early in a month (7말 8초)"
        return "part of a time" if _MINUTE_BEFORE.search(before) else None
    if surface in ("시간", "개월", "달") and pattern(
        lexicon, "week_point.after", r" WORDS(?![가-힣]?업|[면체국용문통력기환화])"
    ).match(text, end):
        return "a point in time (3개월 뒤)"
    if surface == "시간" and number.value == 24 and pattern(lexicon, "round_clock.after", r" WORDS").match(text, end):
        return "24시간 is 'round the clock'"
    if surface in ("달", "해"):
        if number.style != "native":
            return "digits with 달"
        return None if span else "a calendar word"
    return None


def _with_seconds(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """3분 40초의 기록, 32분 16초 동안: how long it took; 3쿼터 5분 20초에 is a time of the match."""
    match = _SECONDS.match(text, end)
    if match is None or _PHASE.search(text, max(0, start - 10), start) is not None:
        return False
    return _LASTED.match(text, match.end()) is not None or _span(text, match.end(), lexicon)


_SECONDS: Final = re.compile(r" ?\d{1,2}초")
_PHASE: Final = re.compile(r"(?:[시터드반]|라운드|지점|부터|영상) ?(?:시작 ?|종료 ?|남기고 ?)?$")
_LASTED: Final = re.compile(
    r"[의를로]|였|이었|보다|대(?![가-힣])|까지|짜리|[,)](?! ?\d{1,2}일)| ?(?:만[에의]|동안|분량|벽|뒤짐|앞서)|만 "
)


def _took_minutes(text: str, start: int, lexicon: Lexicon) -> bool:
    """상영시간은 128분, 배차 간격 13~15분, 도보로 10분: what is said before the number, or before the range it ends."""
    low = _FIRST_END.search(text, max(0, start - 7), start)
    if low is not None:
        start = low.start()
    if _TIME_NOUN.search(text, max(0, start - 8), start) is not None:
        return True
    if not may_precede(lexicon, "minute.before", text, start):
        return False
    return pattern(lexicon, "minute.before", r"(?<![가-힣])WORDS ?$").search(text, max(0, start - 8), start) is not None


#: 13~ | 15분
_FIRST_END: Final = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d)? ?[~∼～-] ?$")
_TIME_NOUN: Final = re.compile(r"(?:시간|간격)(?:(?:[은이을도]|은 약)? |\()$")


def _contract(text: str, number: Number, end: int) -> bool:
    """4년 총액 80억원, 3.5년 만기로: a term; 24년 총액 may be of 2024, 3년물 and 3년 전 are names and dates."""
    value = number.value
    if value is None or number.scaled:
        return False
    if value != int(value):
        return not text.startswith(("물", "차", " 전", " 뒤", " 후"), end)
    if text.startswith(" 만기로", end):
        return value < 100
    return value <= _TERM and (
        text.startswith((" 총액", " 총 ", "간 총액", "의 징역", "의 금고"), end) or _SUM.match(text, end) is not None
    )


def _term_noun(text: str, number: Number, end: int, lexicon: Lexicon) -> bool:
    """10년 된 차, 20년 경력의 목수, 3년 계약; 98년 계약 may be of 1998."""
    value = number.value
    if value is None or number.scaled or value >= _AGES or text[end : end + 1] != " ":
        return False
    if pattern(lexicon, "term.after", r" WORDS").match(text, end) is not None:
        return True
    return value <= _TERM and pattern(lexicon, "contract.after", r" WORDS").match(text, end) is not None


#: 2년 | 26억원: the sum of a contract
_SUM: Final = re.compile(r" \d[\d.,]*(?:억|천만|백만|만)[\d천백만억 ]*(?:원|달러|유로|파운드|엔)")
_AGES: Final = 1000  # of so many years a number is a year
#: Of more years than these a number may be a year (24년 총액).
_TERM: Final = 12


def _so_many(text: str, start: int, end: int, before: str, lexicon: Lexicon) -> bool:
    """최장 20일, 총 5년: how long, said before the number; not 불과 3일 전, which is a point in time."""
    if not may_precede(lexicon, "days.before", text, start) or _POINT.match(text, end) is not None:
        return False
    return pattern(lexicon, "days.before", r"(?<![가-힣])WORDS\s?$").search(before) is not None


def _changes(text: str, start: int, end: int, unit: str, lexicon: Lexicon) -> bool:
    """10년에서 15년으로 늘린다, 40분에서 25분으로 줄인다: both are spans of time."""
    if not (text.startswith("에서", end) or text.startswith(("으로", "까지"), end)):
        return False
    shape = rf"\d{{1,2}}{unit}에서 ?\d{{1,2}}{unit}(?:으로|까지) WORDS"
    match = pattern(lexicon, "change.after", shape).search(text, max(0, start - 8), end + 20)
    return match is not None and match.start() <= start


#: 3주가 | 걸렸다, 3일도 안 | 걸렸다: what may stand between.
_TAKES: Final = r"(?:이나|밖에|[이가은을도나])? ?(?:더 |안 )?WORDS"
#: What that may begin with besides the words, and with the space.
_TAKING: Final = frozenset("이밖가은을도나더안")


def _may_take(text: str, end: int, lexicon: Lexicon) -> bool:
    at = past_space(text, end)
    return text[at : at + 1] in _TAKING or may_follow(lexicon, "taking.after", text, end)


def _span(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a word of span of time follows (3일간, 3년 동안), and not a longer word (16일 간통, 3일 이상화)."""
    if _may_take(text, end, lexicon) and pattern(lexicon, "taking.after", _TAKES).match(text, end) is not None:
        return True
    if not may_follow(lexicon, "span.after", text, end):
        return False
    match = pattern(lexicon, "span.after", r" ?(?P<word>WORDS)").match(text, end)
    if match is None:
        return False
    word = match.group("word")
    if word == "간" and match.end() - end == 2:
        tail = hangul_tail(text, match.end())
        return not tail or tail in ("의", "에", "은", "이나", "씩")
    return word not in ("이상", "이하", "이내") or tail_ok(hangul_tail(text, match.end()), lexicon)


#: 최소 1주 이상을 | 확보한다
_ALLOTTED: Final = r"(?: ?(?:이상|정도|가량|씩|여))?[을를도만]? ?WORDS"


def weeks(text: str, start: int, end: int, lexicon: Lexicon) -> bool | str | None:
    """3주 동안, 전치 3주 are weeks (True), 3주 뒤 a point in time (why), 주식 3주를 샀다 are shares (None)."""
    if pattern(lexicon, "week_point.after", r" ?WORDS").match(text, end):
        return "a point in time"
    if pattern(lexicon, "week.before", r"WORDS ?$").search(text, max(0, start - 8), start):
        return True
    if _LONGER_END.match(text, end):
        return True
    if pattern(lexicon, "taking.after", _TAKES).match(text, end) is not None:
        return True
    allotted = pattern(lexicon, "allotted", r"WORDS").search(text, max(0, start - 90), start) is not None
    if allotted and pattern(lexicon, "allotted.after", _ALLOTTED).match(text, end):
        return None
    if pattern(lexicon, "week.after", r" ?WORDS(?![가-힣]{3})").match(text, end):
        return True
    if allotted or pattern(lexicon, "stock", r"WORDS").search(text, max(0, start - 24), end + 24):
        return None
    return "N주 may be weeks or shares"
