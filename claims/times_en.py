"""English times as intervals of days: a year, a month, a quarter, the weeks to a day, the nearest past or the coming one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from claims import calendars
from claims.calendars import Span
from claims.times_ko import BEGUN

__all__ = [
    "DAYS",
    "MONTHS",
    "month_number",
    "month_of",
    "months_from",
    "months_to",
    "part_ahead",
    "relative",
    "resolve",
]

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_NUMBERS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
}  # fmt: skip


def month_number(name: str) -> int:
    """September, Sept., Sep -> 9."""
    return next(index for index, full in enumerate(MONTHS, 1) if full.startswith(name.rstrip(".")[:3]))


def _turned(word: str | None, today: date | None) -> int | None:
    if word is None or today is None:
        return None
    return today.year + {"last": -1, "this": 0, "next": 1}[word]


def resolve(g: dict[str, str | None], today: date | None, *, ahead: bool) -> Span | None:
    """The days that the groups of a shape name; None where they name none, or none without ``today``.

    ``ahead`` takes the coming one of a bare month or day (by June, until Friday), else the nearest past is meant.
    """
    if g["y"]:
        return None if g["yn"] else calendars.year(int(g["y"] or 0))  # 2017/18 does not say which months
    if g["fy"]:
        return None  # nor does FY25
    if g["endp"]:
        return None  # in the September period: a month or a quarter
    if g["endq"]:
        which = month_number(g["endq"] or "")
        number = int(g["endqy"] or g["endqy2"] or 0) or (0 if today is None else today.year - (which >= today.month))
        return months_from(number, (which + 9) % 12 + 1, which) if number else None
    if g["hh"]:
        return calendars.half(int(g["hy"] or 0), int(g["hh"] or 1))
    if g["y1"]:
        begin, end = calendars.year(int(g["y1"] or 0)), calendars.year(int(g["y2"] or 0))
        return (begin[0], end[1]) if begin and end and begin[0] < end[1] else None
    if g["qr"]:
        return calendars.quarter(2000 + int(g["qry"] or 0), int(g["qr"] or 1))
    if g["hr"]:
        return calendars.half(2000 + int(g["hry"] or 0), int(g["hr"] or 1))
    if g["fd"]:
        return month_of(g["fdm"] or "", "1", g["fdy"], None, today, False, g["fd"])
    if g["mon"] or g["lonemay"]:
        return month_of(
            g["mon"] or "May",
            g["md"] or g["mmd"],
            g["year"] or g["mmy"],
            g["turn"] or g["turn2"],
            today,
            ahead,
            g["md2"],
        )
    if g["dayof"]:
        return month_of(g["dmon"] or "", g["dayof"], g["dy"], g["dturn"], today, ahead)
    if g["ord"] or g["q"]:
        return _quarter(g, today)
    if g["wn"] or g["week"]:
        return _weeks_to(g, today)
    if g["d1"]:
        end = month_of(g["d2"] or "", g["d2d"], g["d2y"], None, today, False)
        begin = month_of(g["d1"] or "", g["d1d"], g["d1y"] or (str(end[0].year) if end else None), None, today, False)
        return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None
    if g["sm"] or g["ym"] or g["qm"] or g["hm"]:
        return months_to(g, today, False)
    if g["fm"]:
        until = _counted(g["fm"] or "three")
        number = int(g["fmy"] or 0) or _turned(g["fmt"], today) or 0
        if not number and today is not None:
            number = today.year if until < today.month else today.year - 1
        return months_from(number, 1, until) if number else None
    if today is None:
        return None
    if g["b1"] or g["m1"]:
        return _between(g, today)
    if g["eou"] or g["ye"]:
        whole = relative("this", g["eou"] or "year", today)
        return None if whole is None else (whole[1].replace(day=1), whole[1])
    if g["rel"]:
        return relative((g["rel"] or "").lower(), g["unit"] or "year", today)
    if g["n"]:
        if g["n"] in ("few", "several"):
            return None
        count = _counted(g["n"] or "")
        unit = (g["nu"] or "years")[:-1]
        if unit == "quarter":
            return None
        return calendars.span_back(today, count * (10 if unit == "decade" else 1), "year" if unit == "decade" else unit)
    if g["one"]:
        return calendars.span_back(today, 10, "year")
    if g["wd"]:
        days = (DAYS.index(g["wd"] or "Monday") - today.weekday()) % 7
        if g["wt"]:
            ahead = (g["wt"] or "").lower() == "next"
            days = days or (7 if ahead else 0)
            return (today + timedelta(days=days if ahead else days - 7),) * 2
        moved = today + timedelta(days=days if ahead else days - 7 if days else 0)
        return moved, moved
    moved = today + timedelta(days={"yesterday": -1, "tomorrow": 1}.get((g["day"] or "").lower(), 0))
    return moved, moved


def relative(word: str, unit: str, today: date) -> Span | None:
    """last year, this week, next month, the past quarter: ``word`` is the turn, ``unit`` what turns."""
    if word == "past":
        return calendars.span_back(today, 3 if unit == "quarter" else 1, "month" if unit == "quarter" else unit)
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


def month_of(
    name: str,
    on: str | None,
    given: str | None,
    turn: str | None,
    today: date | None,
    until: bool,
    last: str | None = None,
) -> Span | None:
    """A month, a day of it, or the days from one to another (October 6-10)."""
    which = month_number(name)
    number = int(given) if given else _turned(turn, today)
    if number is None:
        if today is None:
            return None
        number = calendars.nearest_month(today, which, until)
    if not on:
        return calendars.month(number, which)
    begin = calendars.day(number, which, int(on))
    end = calendars.day(number, which, int(last)) if last else begin
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def _quarter(g: dict[str, str | None], today: date | None) -> Span | None:
    which = int(g["q"] or 0) or _ORDINALS[(g["ord"] or "first").lower()]
    given = g["qy"] or g["oy"] or g["oy2"]
    number = int(given) if given else _turned(g["ot"] or g["ot2"], today)
    halves = g["part"] == "half"
    if (g["ord"] or "").lower() == "last" and number is None:
        return relative("last", "quarter", today) if today is not None and not halves else None
    if number is not None:
        return calendars.half(number, min(which, 2)) if halves else calendars.quarter(number, which)
    if today is None:
        return None
    for shift in (0, -1):
        span = (
            calendars.half(today.year + shift, min(which, 2))
            if halves
            else calendars.quarter(today.year + shift, which)
        )
        if span is not None and ((today - span[0]).days > BEGUN if halves else span[1] < today):
            return span
    return None


def part_ahead(g: dict[str, str | None], today: date) -> Span | None:
    """The fourth quarter, Q4, of an outlook: the running or the next one."""
    if g["qy"] or g["oy"] or g["oy2"] or (g["ord"] or "").lower() == "last":
        return None
    which = int(g["q"] or 0) or _ORDINALS[(g["ord"] or "first").lower()]
    for number in (today.year, today.year + 1):
        span = calendars.half(number, min(which, 2)) if g["part"] == "half" else calendars.quarter(number, which)
        if span is not None and span[1] >= today:
            return span
    return None


def _counted(printed: str) -> int:
    return int(printed) if printed.isdigit() else _NUMBERS[printed]


def months_to(g: dict[str, str | None], today: date | None, ahead: bool) -> Span | None:
    """the three months to June, the year to March: up to the end of that month."""
    which = month_number(g["sm"] or g["ym"] or g["qm"] or g["hm"] or "")
    given = g["sy"] or g["ymy"] or g["qmy"] or g["hmy"]
    if given is None and today is None:
        return None
    number = int(given) if given else calendars.nearest_month(today, which, ahead) if today is not None else 0
    count = 12 if g["ym"] else 3 if g["qm"] else 6 if g["hm"] else _counted(g["span"] or "twelve")
    end = calendars.month(number, which)
    begin_number, begin_month = divmod(number * 12 + which - 1 - (count - 1), 12)
    begin = calendars.month(begin_number, begin_month + 1)
    return (begin[0], end[1]) if begin and end else None


def _weeks_to(g: dict[str, str | None], today: date | None) -> Span | None:
    """the week to July 15, the 13 weeks ended Nov. 2: so many days up to that one."""
    end = month_of(g["wm"] or g["wm2"] or "", g["wday"] or g["wday2"], g["wy"], None, today, False)
    if end is None:
        return None
    count = _counted(g["wn"] or "1")
    return end[1] - timedelta(days=7 * count - 1), end[1]


def _between(g: dict[str, str | None], today: date) -> Span | None:
    one, other = month_number(g["b1"] or g["m1"] or ""), month_number(g["b2"] or g["m3"] or "")
    given = g["by"] or g["mqy"]
    number = int(given) if given else _turned(g["bt"], today)
    first = int(g["b1y"]) if g["b1y"] else _turned(g["b1t"], today)
    if first is not None:  # between October last year and May
        begin = calendars.month(first, one)
        end = calendars.month(number if number is not None else first if one < other else first + 1, other)
        return (begin[0], end[1]) if begin and end and begin[0] < end[0] else None
    return months_from(calendars.nearest_month(today, other, False) if number is None else number, one, other)


def months_from(number: int, one: int, other: int) -> Span | None:
    """From the first day of month ``one`` to the last of ``other``, which is in the year ``number``."""
    begin, end = calendars.month(number if one <= other else number - 1, one), calendars.month(number, other)
    return (begin[0], end[1]) if begin and end else None
