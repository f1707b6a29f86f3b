"""Korean times as intervals of days: the part of a year, the nearest past, what a bare month or day inherits."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claims import calendars
from claims.calendars import Span
from claims.looks import follows, letter, past_space
from claims.periods_phrase import Groups, Starts

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.spots import Spots

__all__ = [
    "BEGUN", "LATE", "REACH", "Context", "ahead_of", "bare", "beginnings", "days_of", "edge_of", "eve_of",
    "feast", "in_month", "into", "key_of", "led", "library", "months_on", "openings", "part_of", "remember", "season",
]  # fmt: skip

#: How far a named year or month reaches to a bare month or day, in characters.
REACH: Final = 300
#: A bare half is the running one once so many days of it are over.
BEGUN: Final = 100
#: After so many days a quarter is no longer forecast.
LATE: Final = 100
#: A holiday is spoken of as a coming one so many days before it.
_SOON: Final = 60


class Context:
    """What a bare month or day inherits: the last year and month that the text named."""

    __slots__ = ("at", "done", "low", "month", "opens", "starts", "whole", "year")

    def __init__(self, starts: Starts) -> None:
        self.starts = starts
        self.year: int | None = None
        self.month: int | None = None
        self.whole = False  # a year as a whole was named: months of its own sentence are of it, others need not be
        self.opens = False  # and it opened its sentence
        self.at = -REACH
        self.done = 0  # up to where phrases have been looked for
        self.low = 0  # where the sentence begins that is looked at

    def near(self, start: int) -> bool:
        """Whether the named year reaches ``start``."""
        if self.year is None or start - self.at >= REACH:
            return False
        return not self.whole or self.at >= self.low

    def doubtful(self, start: int) -> bool:
        """Whether a year as a whole opened a sentence shortly before: 2023년에는 3만명이 왔다. 8월에는 …"""
        return self.whole and self.opens and start - self.at < REACH


_MOST_OF_A_YEAR: Final = 300

Key = tuple[str | None, ...]


def key_of(g: Groups, b: str) -> Key:
    """The half, quarters, months and days of a match, as ``part_of`` takes them; ``b`` is "b" for a part that stands bare."""
    if b:
        return (g["bh"], g["bq"], g["bq2"], g["bm"] or g["bmm"], g["bm2"], g["bmd"], g["bmd2"])
    return (g["h"], g["q"], g["q2"], g["m"] or g["mm"], g["m2"], g["md"], g["md2"])


@lru_cache(maxsize=4096)
def part_of(number: int, key: Key) -> Span | None:
    """A year, or the half, quarters, months or days of it that ``key`` names."""
    half, q, q2, m, m2, d, d2 = key
    if half:
        return calendars.half(number, 1 if half == "상" else 2)
    if q:
        return calendars.quarter(number, int(q), int(q2) if q2 else None)
    if m:
        if d:
            return days_of(number, int(m), d, d2)
        begin = calendars.month(number, int(m))
        end = calendars.month(number, int(m2)) if m2 else begin
        return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None
    return calendars.year(number)


def days_of(number: int, which: int, on: str, until: str | None) -> Span | None:
    """A day of a month, or the days from ``on`` to ``until``; None where the month has no such day."""
    begin = calendars.day(number, which, int(on))
    end = calendars.day(number, which, int(until)) if until else begin
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def in_month(number: int, which: int, g: Groups) -> Span | None:
    """지난달, 지난달 31일, 이달 3~5일: a month or the days of it that a match names; None for another part (지난달 상반기)."""
    if g["d"]:
        return days_of(number, which, g["d"] or "", g["d2"])
    return calendars.month(number, which) if g["part"] is None else None


def season(word: str, lead: str | None, today: date, *, until: bool) -> Span | None:
    """연초, 연말 of the year of the document; in the first months the end of the year is the one that was or will be."""
    if word == "연초":
        return calendars.month(today.year, 1)
    if lead == "지난":
        return calendars.month(today.year - 1, 12)
    return calendars.month(today.year, 12) if lead == "올" or until or today.month > 3 else None


def led(g: Groups, lead: str, today: date) -> Span | None:
    """지난 3분기, 오는 12월, 이번 상반기, 지난 31일."""
    ahead, this = lead in ("오는", "다음"), lead == "이번"
    if g["bh"] or g["bq"]:
        return _nearest_part(key_of(g, "b"), today, ahead=ahead, this=this)
    if g["bm"] or g["bmm"]:
        which = int(g["bm2"] or g["bm"] or g["bmm"] or 0)
        number = today.year if this else calendars.nearest_month(today, which, ahead)
        if which == today.month and lead == "지난" and not g["bmd"]:
            number -= 1  # 지난 2월, said in February
        return part_of(number, key_of(g, "b"))
    return _nearest_days(g["bd"] or "0", g["bd2"], today, ahead=ahead)


def _nearest_part(key: Key, today: date, *, ahead: bool = False, this: bool = False) -> Span | None:
    """A bare quarter or half: the latest that has ended (a half: begun), or with ``ahead`` the next that has not ended."""
    for shift in (0,) if this else (0, 1) if ahead else (0, -1):
        span = part_of(today.year + shift, key)
        if span is None or this:
            return span
        if (ahead and span[1] >= today) or (
            not ahead and (span[1] < today if not key[0] else (today - span[0]).days > BEGUN)
        ):
            return span
    return None


def _nearest_days(on: str, until: str | None, today: date, *, ahead: bool = False) -> Span | None:
    for shift in range(4):
        index = today.year * 12 + today.month - 1 + (shift if ahead else -shift)
        span = days_of(index // 12, index % 12 + 1, on, until)
        if span is not None and ((ahead and span[0] >= today) or (not ahead and span[0] <= today)):
            return span
    return None


def bare(g: Groups, today: date | None, context: Context, start: int, year: int | None) -> Span | None:
    """A part of a year, or a day, that nothing dates: of the year or month named just before, else the nearest past.

    ``year`` is that of the phrase before it in its sentence.
    """
    key = key_of(g, "b")
    near = context.near(start)
    if g["bh"] or g["bq"]:
        if year is not None:
            return part_of(year, key)
        return _nearest_part(key, today) if today is not None else None
    if g["bm"] or g["bmm"]:
        which = int(g["bm2"] or g["bm"] or g["bmm"] or 0)
        if not 1 <= which <= 12:
            return None
        if near and context.year is not None:
            return part_of(context.year, key)
        if context.doubtful(start):
            return None
        return part_of(calendars.nearest_month(today, which, False), key) if today is not None else None
    if near and context.month is not None and context.year is not None:
        return days_of(context.year, context.month, g["bd"] or "0", g["bd2"])
    return _nearest_days(g["bd"] or "0", g["bd2"], today) if today is not None else None


def remember(context: Context, span: Span | None, g: Groups, start: int) -> None:
    """Keep the year and month of a phrase for the bare ones after it; a bare month keeps what it has inherited itself."""
    if span is None or (g["w"] and not g["part"] and span[0] == span[1]):
        return  # 전날: the year of the report is that of no month
    named = bool(g["y"] or g["ty"] or g["yy"] or g["w"] or g["lead2"] or g["bh"])
    if not named and not ((g["bm"] or g["bmm"]) and context.near(start)):
        return
    context.year = span[0].year
    context.at = start
    context.whole = (span[1] - span[0]).days > _MOST_OF_A_YEAR
    context.opens = start - context.low < 2
    context.month = span[0].month if span[0].month == span[1].month and span[0].year == span[1].year else None


def edge_of(span: Span | None, edge: str) -> Span | None:
    """지난해 말 is its last day, 3월 초 its first ten days, 2분기 초 its first month."""
    if span is None:
        return None
    first, last = span
    if (last - first).days == 6 and edge == "말":
        return last - timedelta(days=1), last  # 이번 주말
    if first.month == last.month and first.year == last.year:
        if first == last:
            return span
        if edge == "말":
            return last, last
        days = {"초": (1, 10), "중순": (11, 20), "하순": (21, last.day)}[edge]
        return first.replace(day=days[0]), first.replace(day=days[1])
    if edge == "말":
        return last, last
    return calendars.month(first.year, first.month) if edge == "초" else None


def ahead_of(g: Groups, span: Span | None, today: date) -> Span | None:
    """3월, 하반기, 1분기, 25일, 추석 that nothing dates: the next one, where that is another than the nearest past."""
    if span is None or g["w"] or g["y"] or g["yy"] or g["fy"] or g["lead2"]:
        return None
    if g["holiday"]:
        return feast(g["holiday"], today, ahead=True)
    if g["bd"]:
        nearest = _nearest_days(g["bd"] or "0", g["bd2"], today)
        return _nearest_days(g["bd"] or "0", g["bd2"], today, ahead=True) if span == nearest else None
    if not (g["bh"] or g["bq"] or g["bm"] or g["bmm"]):
        return None
    if span[1].year != today.year - 1 or span[1] >= today:
        return None
    return part_of(today.year, key_of(g, "b"))


def feast(printed: str, today: date, *, ahead: bool = False) -> Span | None:
    """A holiday that nothing dates: the latest that has begun, or with ``ahead`` the coming one, if it is near."""
    printed = "설날" if printed == "설" else printed
    for year in (today.year + 1, today.year, today.year - 1):
        span = library(f"{year}년 {printed}", today)
        if span is not None and (0 < (span[0] - today).days <= _SOON if ahead else span[0] <= today):
            return span
    return None if ahead else library(printed, today)


@lru_cache(maxsize=1024)
def library(printed: str, today: date | None) -> Span | None:
    """What korean-datetime makes of a phrase; of a holiday the nearest past or, within a month, the coming one."""
    if today is None:
        return None
    from datetime import datetime

    from korean_datetime import parse

    found = parse(printed, now=datetime(today.year, today.month, today.day))
    if found is None or found.text != printed or found.start is None or found.end is None:
        return None
    return found.start.date(), (found.end - timedelta(days=1)).date()


def months_on(first: date, count: int) -> date:
    """1일부터 한 달간: the day before the same one so many months on."""
    index = first.year * 12 + first.month - 1 + count
    span = calendars.month(index // 12, index % 12 + 1)
    if span is None:
        return first
    return span[0].replace(day=min(first.day, span[1].day)) - timedelta(days=1)


#: What the times of the tables begin with that the patterns spell out.
_SPELLED: Final = ("지난", "최근", "과거", "오는", "연초", "연말", "상반", "하반")


def openings(lexicon: Lexicon) -> frozenset[str]:
    """The first two characters of what a phrase may begin with, where that is a word."""
    seconds: dict[str, set[str]] = {}
    for word in (
        *lexicon.sections["time.ko"],
        *lexicon.sections["time_earlier.ko"],
        *lexicon.sections["time_holiday.ko"],
        *_SPELLED,
    ):
        if not word[0].isdigit():
            seconds.setdefault(word[0], set()).add(word[1:2])
    for after in seconds.values():
        if "" in after:
            after.update(" 에까부들")  # 올들어 beside 올해, 설에 beside 설날
    return frozenset(first + second for first, after in seconds.items() for second in after if second)


_LONGEST_DATE: Final = 4
_SHORT_YEAR: Final = frozenset("’'‘")  # before the digits of ’25년


def beginnings(text: str, spots: Spots, words: frozenset[str], others: tuple[str, ...]) -> Starts:
    """Where a phrase may begin: with one of the openings of ``words`` (``others`` are those that are not Hangul), or with
    digits that look like a date."""
    found = [at for at in spots.times if text[at : at + 2] in words]
    for opening in others:
        at = text.find(opening) if opening[0] in text else -1
        while at >= 0:
            found.append(at)
            at = text.find(opening, at + 1)
    for at, end in spots.runs:
        if end - at <= _LONGEST_DATE and _dates(text, at, end):
            if end - at == 2 and at and letter(text, end) == ord("년") and text[at - 1] in _SHORT_YEAR:
                found.append(at - 1)
            found.append(at)
    return Starts(found)


def _dates(text: str, at: int, end: int) -> bool:
    """Whether the run of digits from ``at`` to ``end`` may begin a date: 2025년, 3 월, 1~3월, 1/4분기, 2025. 3."""
    before, behind = letter(text, at - 1), letter(text, end)
    if before in (ord("."), ord(",")):
        return False
    if behind in (ord("년"), ord("월"), ord("회"), ord("일")):
        dates = True
    elif behind == ord(" "):
        dates = letter(text, end + 1) in (ord("년"), ord("월"), ord("회"), ord("일"))
    elif behind == ord("분"):
        second = end - at == 1 and before in (ord("/"), ord("·"), ord("∙"))  # 1/4분기 begins with its first digit
        dates = follows(text, end, "분기") and not second
    elif behind in (ord("~"), ord("∼"), ord("〜"), ord("～"), ord("–"), ord("-")):
        dates = ord("0") <= letter(text, end + 1) <= ord("9")
    elif behind in (ord("/"), ord("·"), ord("∙")):
        dates = ord("2") <= letter(text, end + 1) <= ord("4") and follows(text, end + 2, "분기")
    else:
        dates = behind == ord(".") and _dotted(text, end + 1)
    return dates and text[at:end].isascii()


def _dotted(text: str, at: int) -> bool:
    """2025.| 3., 2025.|11.: whether one or two digits and a point stand there, or behind the space there."""
    at = end = past_space(text, at)
    while end < at + 2 and ord("0") <= letter(text, end) <= ord("9"):
        end += 1
    return end > at and letter(text, end) == ord(".")


def eve_of(span: Span | None) -> Span | None:
    """추석 전날: the day before."""
    return None if span is None else (span[0] - timedelta(days=1), span[0] - timedelta(days=1))


def into(text: str, end: int) -> int:
    """Where 올 들어, 올해 들어서 ends."""
    end = text.index("들어", end) + 2
    return end + 1 if text[end : end + 1] == "서" else end
