"""Quantities for readers, and documents as flat rows for tables.

``format_quantity`` writes a quantity as a newspaper of the reader's language would, without ever rounding it; currency
names and signs come from the lexicon and from CLDR through babel.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from claims.number_format import format_number, plain
from claims.plurals_en import plural, singular

if TYPE_CHECKING:
    from decimal import Decimal

    from claims.model import Attribution, Claim, Document, Quantity

__all__ = ["COLUMNS", "format_quantity", "rows"]

#: The columns of :func:`rows`, in order. Columns may be added at the end, never renamed.
COLUMNS = (
    "document_id", "published", "claim_id", "text", "start", "end", "kind", "value", "low", "high", "relation",
    "approximate", "unit", "per", "canonical_value", "canonical_low", "canonical_high", "canonical_unit", "modifiers",
    "subject", "measure", "period", "period_start", "period_end", "factuality", "attribution", "source", "source_type",
    "links", "converted_currency", "converted_value", "converted_low", "converted_high", "converted_rate",
    "converted_rate_date", "converted_rate_source", "sentence", "rule",
)  # fmt: skip

_Cell = str | int | bool | None
_SCALES = (" million", " billion", " trillion")
_POWERS = (
    ("**2", "²"), ("**3", "³"), ("/second", "/s"), ("/hour", "/h"), ("*hour", "h"), ("/minute", "/min"), ("*", "·"),
)  # fmt: skip


def format_quantity(quantity: Quantity, locale: str = "ko", *, compact: bool = True) -> str:
    """The quantity in words and signs of ``locale``: ``약 145조원``, ``about ₩145 trillion``, ``최소 10GW``.

    ``locale`` is "ko" or "en", a region may follow ("en_GB"). ``compact=False`` writes all digits. The number is exact
    in both. Raises ``ValueError`` for another locale, and when the quantity states no number at all.

    >>> from claims.model import Quantity
    >>> won = Quantity(kind="money", value="145000000000000", approximate=True, unit="KRW")
    >>> format_quantity(won, "ko"), format_quantity(won, "en")
    ('약 145조원', 'about ₩145 trillion')
    >>> format_quantity(Quantity(kind="money", value=None, low="3e9", high="5e9", relation="range", unit="USD"), "en")
    '$3–5 billion'
    """
    language = locale.replace("-", "_").partition("_")[0].lower()
    if language not in ("ko", "en"):
        raise ValueError(f"locale is 'ko' or 'en', not {locale!r}")
    korean = language == "ko"
    low, high = quantity.low, quantity.high
    relation = quantity.relation
    if quantity.value is not None:
        body = _amount(quantity, quantity.value, korean, compact)
    elif low is not None and high is not None:
        body = _range(quantity, low, high, korean, compact)
        relation = "eq"
    elif low is not None or high is not None:
        one = low if low is not None else high
        assert one is not None
        body = _amount(quantity, one, korean, compact)
        relation = "ge" if low is not None else "le"
    else:
        raise ValueError(f"the quantity states no number: {quantity!r}")
    body = _bounded(body, relation, quantity.approximate, korean)
    if quantity.per is None:
        return body
    per = _per(quantity.per, korean)
    return f"{per} {body}" if korean else f"{body} {per}"


def _bounded(body: str, relation: str, approximate: bool, korean: bool) -> str:
    if relation == "lt" and approximate:
        return f"{body} 가까이" if korean else f"nearly {body}"
    if approximate:
        body = f"약 {body}" if korean else f"about {body}"
    if korean:
        shape = {"ge": "최소 {}", "gt": "{} 초과", "le": "최대 {}", "lt": "{} 미만"}.get(relation, "{}")
    else:
        shape = {"ge": "at least {}", "gt": "more than {}", "le": "at most {}", "lt": "less than {}"}.get(
            relation, "{}"
        )
    return shape.format(body)


def _number(value: Decimal, korean: bool, compact: bool) -> str:
    if compact:
        return format_number(value, "ko" if korean else "en")
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale="ko" if korean else "en", decimal_quantization=False))


def _range(quantity: Quantity, low: Decimal, high: Decimal, korean: bool, compact: bool) -> str:
    if korean:
        return _frame(quantity, f"{_number(low, True, compact)}~{_number(high, True, compact)}", high, True)
    first, last = _number(low, False, compact), _number(high, False, compact)
    if low < 0 or high < 0:
        return f"{_frame(quantity, first, low, False)} to {_frame(quantity, last, high, False)}"
    for scale in _SCALES:
        if first.endswith(scale) and last.endswith(scale):
            return _frame(quantity, f"{first.removesuffix(scale)}–{last}", high, False)
    if any(scale in first + last for scale in _SCALES):
        return f"{_frame(quantity, first, low, False)}–{_frame(quantity, last, high, False)}"
    return _frame(quantity, f"{first}–{last}", high, False)


def _amount(quantity: Quantity, value: Decimal, korean: bool, compact: bool) -> str:
    top, bottom = quantity.numerator, quantity.denominator
    if top is not None and bottom is not None:
        if quantity.kind == "ratio":
            return f"{top}대 {bottom}" if korean else f"{top} to {bottom}"
        if quantity.kind == "fraction":
            return f"{bottom}분의 {top}" if korean else f"{top}/{bottom}"
    return _frame(quantity, _number(value, korean, compact), value, korean)


def _frame(quantity: Quantity, number: str, value: Decimal, korean: bool) -> str:
    """The number with its unit where the language puts it."""
    kind = quantity.kind
    if kind == "money":
        return _money(number, quantity.unit, korean)
    one = abs(value) == 1
    if kind == "count":
        return _count(quantity, number, one, korean)
    if kind in ("measure", "duration"):
        return _joined(number, _unit(quantity.unit or "", korean, one), korean)
    if korean:
        tail = {"percent": "%", "percentage_point": "%포인트", "multiple": "배", "ratio": "대 1", "points": "포인트"}
        return number + (tail | {"rank": "위", "age": "세"}).get(kind, "")
    shape = {
        "percent": "{}%",
        "percentage_point": "{} percentage point" + ("" if one else "s"),
        "multiple": "{} times",
        "ratio": "{} to 1",
        "points": "{} point" + ("" if one else "s"),
        "rank": "No. {}",
        "age": "{} year" + ("" if one else "s") + " old",
    }.get(kind, "{}")
    return shape.format(number)


def _joined(number: str, unit: str, korean: bool) -> str:
    if not unit:
        return number
    tight = " " not in unit if korean else unit[0] in "°%"
    return number + unit if tight else f"{number} {unit}"


def _money(number: str, unit: str | None, korean: bool) -> str:
    if unit is None:
        return number
    if korean:
        return _joined(number, _won(unit), True)
    from babel.numbers import get_currency_symbol

    sign = str(get_currency_symbol(unit, locale="en"))
    minus, number = ("-", number[1:]) if number.startswith("-") else ("", number)
    if number[-2:-1] == ".":
        number += "0"  # $1.20
    return f"{minus}{sign} {number}" if sign[-1].isalpha() else f"{minus}{sign}{number}"


@lru_cache(maxsize=512)
def _won(code: str) -> str:
    """The Korean name of a currency: the newspapers' (달러), else CLDR's."""
    names = _sections()["currency"].get(code, {}).get("ko", [])
    if names:
        return str(names[0])
    from babel.numbers import get_currency_name

    return str(get_currency_name(code, locale="ko"))


def _count(quantity: Quantity, number: str, one: bool, korean: bool) -> str:
    unit = quantity.unit or ""
    if korean:
        return f"{number} {unit}" if unit.isascii() else number + unit
    if not unit.isascii():
        unit = quantity.canonical.unit if quantity.canonical is not None else unit
    if unit.isascii() and not one:
        unit = _many(unit)
    return _joined(number, unit, False)


@lru_cache(maxsize=512)
def _many(noun: str) -> str:
    """The plural of an English counted noun: the lexicon's, where its singular is irregular, else the regular one."""
    rows = _sections()["counter.en"]
    listed = [surface for surface, row in rows.items() if row.get("one") == noun]
    if listed:
        return listed[0]
    if singular(noun) != noun or (noun in rows and plural(noun) not in rows):
        return noun  # a plural already, or the same in both (aircraft)
    return plural(noun)


def _sections() -> dict[str, dict[str, dict[str, Any]]]:
    from claims.lexicon import Lexicon

    return Lexicon.load().sections


@lru_cache(maxsize=512)
def _unit(unit: str, korean: bool, one: bool) -> str:
    """A unit as it is written after a number: its sign where it has one (㎡, °C), else its name (톤, metric tons)."""
    for name, row in _sections()["unit"].items():
        if row.get("unit", name) != unit:
            continue
        signs, words = row.get("symbol", []), row.get("ko" if korean else "en", [])
        worded = row.get("kind") == "duration" or "_" in unit or not signs
        if worded and words:
            return str(words[0] if korean or one or len(words) == 1 or " per " in words[0] else words[1])
        if signs:
            return unicodedata.normalize("NFKC", str(signs[0])).replace("m2", "m²").replace("m3", "m³")
    return _symbol(unit)


def _symbol(unit: str) -> str:
    for old, new in _POWERS:
        unit = unit.replace(old, new)
    return unit


@lru_cache(maxsize=256)
def _per(per: str, korean: bool) -> str:
    found = [word for word, row in _sections()["per"].items() if row["per"] == per]
    if korean:
        fitting = [word for word in found if not word.isascii() and word[0] != "/"]
        best = (
            [word for word in fitting if word[0] == "1"] + [word for word in fitting if word.endswith("당")] + fitting
        )
        return best[0] if best else f"{per}당"
    fitting = [word for word in found if word.startswith("per ")] or [word for word in found if word.startswith("a")]
    return fitting[0] if fitting else f"per {_symbol(per)}"


def rows(document: Document) -> list[dict[str, _Cell]]:
    """One flat dict a claim, in :data:`COLUMNS` order: for data frames and CSV.

    Numbers are plain decimal strings, ``start``/``end`` ints, ``approximate`` a bool; several modifiers or links stand
    in one cell, parted by ``"; "``; a link reads ``type:target`` with its rate and check where it has them.
    ``sentence`` is None when the document was made without its text.
    """
    sources = {attribution.id: attribution for attribution in document.attributions}
    return [_row(document, claim, sources.get(claim.attribution or "")) for claim in document.claims]


def _row(document: Document, claim: Claim, said: Attribution | None) -> dict[str, _Cell]:
    quantity, canonical, converted = claim.quantity, claim.quantity.canonical, claim.converted
    period = claim.period
    source = said.source if said is not None else None
    text = document.document.text
    cells: tuple[_Cell, ...] = (
        document.document.id,
        document.document.published,
        claim.id,
        claim.text,
        claim.start,
        claim.end,
        quantity.kind,
        _plain(quantity.value),
        _plain(quantity.low),
        _plain(quantity.high),
        quantity.relation,
        quantity.approximate,
        quantity.unit,
        quantity.per,
        _plain(canonical.value) if canonical else None,
        _plain(canonical.low) if canonical else None,
        _plain(canonical.high) if canonical else None,
        canonical.unit if canonical else None,
        "; ".join(claim.modifiers) or None,
        claim.subject,
        claim.measure,
        period.text if period else None,
        period.start if period else None,
        period.end if period else None,
        claim.factuality,
        claim.attribution,
        source.canonical if source else None,
        source.type if source else None,
        "; ".join(_link(link.type, link.target, _plain(link.rate), link.check) for link in claim.links) or None,
        converted.currency if converted else None,
        _plain(converted.value) if converted else None,
        _plain(converted.low) if converted else None,
        _plain(converted.high) if converted else None,
        _plain(converted.rate) if converted else None,
        converted.rate_date if converted else None,
        converted.rate_source if converted else None,
        text[claim.sentence.start : claim.sentence.end] if text is not None else None,
        claim.rule,
    )
    return dict(zip(COLUMNS, cells, strict=True))


def _link(kind: str, target: str, rate: str | None, check: str | None) -> str:
    return f"{kind}:{target}" + (f" rate={rate}" if rate else "") + (f" {check}" if check else "")


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
