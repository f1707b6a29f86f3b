"""Time phrases of news text as intervals of days, read from the day of publication (nearest past unless the text says so)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

__all__ = ["day", "half", "month", "nearest_month", "quarter", "span_back", "week", "week_of", "year"]

Span = tuple[date, date]


def year(number: int) -> Span | None:
    """A calendar year; None outside the calendar."""
    return (date(number, 1, 1), date(number, 12, 31)) if 1 <= number <= 9999 else None


def month(number: int, which: int) -> Span | None:
    """A month of a year."""
    if not (1 <= which <= 12 and 1 <= number <= 9999):
        return None
    return date(number, which, 1), date(number, which, monthrange(number, which)[1])


def quarter(number: int, first: int, last: int | None = None) -> Span | None:
    """A quarter of a year, or the quarters from ``first`` to ``last``."""
    begin, end = month(number, 3 * first - 2), month(number, 3 * (last or first))
    return (begin[0], end[1]) if begin and end else None


def half(number: int, which: int) -> Span | None:
    """The first or second half of a year."""
    return quarter(number, 2 * which - 1, 2 * which)


def day(number: int, which: int, on: int) -> Span | None:
    """One day; None when the month has no such day."""
    try:
        found = date(number, which, on)
    except ValueError:
        return None
    return found, found


def week(today: date, shift: int) -> Span:
    """The week (Monday to Sunday) ``shift`` weeks from that of ``today``."""
    begin = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    return begin, begin + timedelta(days=6)


def week_of(number: int, which: int, nth: int) -> Span | None:
    """The ``nth`` week of a month: it belongs to the month that its Thursday is in (KS X ISO 8601)."""
    begin = date(number, which, 1)
    monday = begin + timedelta(days=(3 - begin.weekday()) % 7 - 3, weeks=nth - 1)
    return (monday, monday + timedelta(days=6)) if (monday + timedelta(days=3)).month == which else None


def nearest_month(today: date, which: int, ahead: bool) -> int:
    """The year of the nearest month ``which`` that has begun (``ahead``: that has not ended)."""
    if ahead:
        return today.year if which >= today.month else today.year + 1
    return today.year if which <= today.month else today.year - 1


def span_back(today: date, count: int, unit: str) -> Span | None:
    """최근 3년, the last six months: up to the day before."""
    if unit == "day":
        return today - timedelta(days=count), today
    if unit == "week":
        return today - timedelta(weeks=count), today
    months = count * (12 if unit == "year" else 1)
    index = today.year * 12 + today.month - 1 - months
    if index < 12:
        return None
    number, which = divmod(index, 12)
    last = monthrange(number, which + 1)[1]
    return date(number, which + 1, min(today.day, last)), today
