"""The compact notation: one quantity on one short line, for people to write and read in goldens and tests.

    [~][≥|>|≤|<]VALUE UNIT[/PER]            ~145000000000000 KRW     ≥10 GW     78300 KRW/share
    [~]LOW..HIGH UNIT[/PER]                 3000000000000..5000000000000 KRW
    [~]LOW..<HIGH UNIT[/PER]                1400..<1500 KRW          (a band: HIGH is not reached)

``~`` is approximate; ``>=`` and ``<=`` may stand for ≥ and ≤. Numbers are plain decimals; ``_`` may group their digits
and ``e12`` may shorten them. The unit tells the kind:

    three capitals money (``?`` where the text does not say which currency) · ``%`` percent · ``pp`` percentage point ·
    ``2.5 x`` multiple · ``1/3`` fraction · ``15:1`` ratio · ``#1`` rank · ``point`` points · a word that is not ASCII
    count (``5 명``) · second … year duration · any other ASCII word a measure, in pint's symbols (``10 GW``)

Where that is not the kind that is meant, it stands in front: ``count:12000 job``, ``age:45 year``, ``measure:5 TEU``.
``/`` in a measure with a physical denominator is part of the unit (``120 km/hour``); ``//`` always begins PER.

:func:`parse` gives the ``quantity`` object of the contract without ``canonical``, :func:`format` writes one, and
``parse(format(quantity)) == quantity`` for every quantity. The contract does not record that a high end is exclusive,
so ``..<`` reads as ``..``.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import Any

__all__ = ["KINDS", "Quantity", "format", "parse", "split_surface"]

#: A quantity of the contract as JSON has it, without ``canonical``: values are plain decimal strings.
Quantity = dict[str, Any]

KINDS = (
    "money", "measure", "percent", "percentage_point", "count", "multiple", "fraction", "ratio", "duration", "points",
    "rank", "age",
)  # fmt: skip

_RELATIONS = {"≥": "ge", ">=": "ge", ">": "gt", "≤": "le", "<=": "le", "<": "lt"}
_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
_BY_UNIT = {"%": "percent", "pp": "percentage_point", "x": "multiple", "point": "points", "rank": "rank", "?": "money"}
_TIME = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")
#: What may stand under the slash of a physical unit; any other denominator is PER.
_PHYSICAL = ("second", "minute", "hour", "s", "min", "h", "m", "m**2", "m**3", "km", "L", "kg", "g")
#: Three capitals that are no currency.
_NOT_MONEY = ("TEU", "FEU", "CGT", "DWT", "BTU", "BTC", "ETH", "XRP")

_NUMBER = r"-?[0-9](?:[0-9_]*[0-9])?(?:\.[0-9]+)?(?:[eE][0-9]{1,3})?"
_ITEM = re.compile(
    rf"""
    (?:(?P<kind>[a-z_]+):)?
    (?P<approximate>~)?
    (?P<relation>≥|>=|>|≤|<=|<)?
    (?:
        \#(?P<rank>[0-9]+)
      | (?P<top>[0-9]+)/(?P<bottom>[0-9]+)
      | (?P<left>{_NUMBER}):(?P<right>{_NUMBER})
      | (?P<low>{_NUMBER})?\.\.(?P<exclusive><)?(?P<high>{_NUMBER})?
      | (?P<value>{_NUMBER}|null)
    )
    (?:[ ]*(?P<unit>[^ 0-9.,:\#~_].*|1(?:/.*)?))?
    """,
    re.VERBOSE,
)
_CURRENCY = re.compile(r"[A-Z]{3}")
_DIVISION = Context(prec=34)


def parse(text: str) -> Quantity:
    """Read one quantity; raises ``ValueError`` with what is wrong and what would be right.

    >>> quantity = parse("~145_000_000_000_000 KRW")
    >>> quantity["kind"], quantity["value"], quantity["unit"], quantity["approximate"]
    ('money', '145000000000000', 'KRW', True)
    >>> parse("1/3")["value"]
    '0.3333333333333333333333333333333333'
    """
    return dict(_parse(text.strip()))


@lru_cache(maxsize=8192)
def _parse(text: str) -> tuple[tuple[str, Any], ...]:
    match = _ITEM.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no quantity: write [~][≥|>|≤|<]VALUE UNIT[/PER], such as '~145000000000000 KRW'")
    part = match.groupdict()
    kind, unit = part["kind"], part["unit"]
    if kind is not None and kind not in KINDS:
        raise ValueError(f"{text!r}: {kind!r} is no kind; the kinds are {', '.join(KINDS)}")
    quantity: Quantity = {
        "kind": kind,
        "value": None,
        "low": None,
        "high": None,
        "relation": _RELATIONS.get(part["relation"] or "", "eq"),
        "approximate": part["approximate"] is not None,
        "unit": None,
        "per": None,
        "numerator": None,
        "denominator": None,
    }
    if part["rank"] is not None:
        quantity.update(kind="rank", value=_plain(Decimal(part["rank"])), unit="rank")
    elif part["top"] is not None and unit is None:
        _fill_fraction(quantity, text, int(part["top"]), int(part["bottom"]))
    elif part["left"] is not None and unit is None:
        left, right = _number(part["left"]), _number(part["right"])
        if right == 0:
            raise ValueError(f"{text!r} divides by zero")
        quantity.update(kind=kind or "ratio", value=_plain(_DIVISION.divide(left, right)), unit="1")
    elif part["low"] is not None or part["high"] is not None:
        _fill_range(quantity, text, part)
    elif part["value"] is not None:
        quantity["value"] = None if part["value"] == "null" else _plain(_number(part["value"]))
    else:
        raise ValueError(f"{text!r}: no unit may follow a fraction or ratio, and a range needs an end")
    if quantity["unit"] is None:
        if unit is None:
            raise ValueError(f"{text!r} has no unit: write 'KRW', '%', 'x', '명' … behind the number")
        name, per = _split_unit(unit.strip(), kind)
        kind = kind or _kind_of(name)
        name_of = {"?": None, "x": "1" if kind == "multiple" else "x"}
        quantity.update(kind=kind, unit=name_of.get(name, name), per=per)
    return tuple(quantity.items())


def _fill_fraction(quantity: Quantity, text: str, top: int, bottom: int) -> None:
    if bottom == 0:
        raise ValueError(f"{text!r} divides by zero")
    value = _DIVISION.divide(Decimal(top), Decimal(bottom))
    quantity.update(kind="fraction", value=_plain(value), unit="1", numerator=top, denominator=bottom)


def _fill_range(quantity: Quantity, text: str, part: dict[str, str | None]) -> None:
    if quantity["relation"] != "eq":
        raise ValueError(f"{text!r}: a range takes no ≥ > ≤ <")
    low = None if part["low"] is None else _number(part["low"])
    high = None if part["high"] is None else _number(part["high"])
    if low is not None and high is not None and low > high:
        raise ValueError(f"{text!r}: the low end {_plain(low)} is above the high end {_plain(high)}")
    quantity["relation"] = "range"
    quantity["low"] = None if low is None else _plain(low)
    quantity["high"] = None if high is None else _plain(high)


def format(quantity: Any, *, band: bool = False) -> str:
    """Write a quantity: a contract object (a dict), or a :class:`claims.Quantity`. ``band`` writes ``..<`` for ``..``.

    >>> from claims import Quantity
    >>> format(Quantity(kind="percent", value="45.3", unit="%", relation="ge"))
    '≥45.3 %'
    """
    row: Quantity = quantity if isinstance(quantity, dict) else quantity.model_dump(mode="json")
    kind, unit, per = row["kind"], row.get("unit"), row.get("per")
    top, bottom = row.get("numerator"), row.get("denominator")
    head = ("~" if row.get("approximate") else "") + _SIGNS.get(row.get("relation") or "eq", "")
    if kind == "fraction" and top is not None and bottom and unit == "1" and per is None:
        written = f"{head}{top}/{bottom}"
        if _same(written, row):
            return written
    value, low, high = (_text(row.get(name)) for name in ("value", "low", "high"))
    if row.get("relation") == "range" and (low or high):
        number = f"{low or ''}..{'<' if band and high else ''}{high or ''}"
    else:
        number = value or "null"
    if value and number == value and per is None:
        if kind == "rank" and unit == "rank" and value.isdigit():
            return f"{head}#{value}" if not row.get("numerator") else f"rank:{head}{value} rank"
        if kind == "ratio" and unit == "1" and not value.startswith("-"):
            return f"{head}{value}:1"
    if unit is None:
        shown = "?"
    elif kind == "multiple" and unit == "1":
        shown = "x"
    else:
        shown = unit
    tail = shown if per is None else f"{shown}/{per}"
    if _split_unit(tail, kind) != (shown, per):
        tail = f"{shown}//{per or ''}"
    prefix = "" if _kind_of(shown) == kind else f"{kind}:"
    return f"{prefix}{head}{number} {tail}"


def split_surface(item: str) -> tuple[str | None, str]:
    """The printed words and the quantity of ``"약 145조원 = ~145000000000000 KRW"``; the words may be left out."""
    surface, mark, quantity = item.rpartition(" = ")
    return (surface if mark else None), quantity


def _same(written: str, row: Quantity) -> bool:
    return bool(parse(written)["value"] == _text(row.get("value")))


def _number(text: str) -> Decimal:
    return Decimal(text.replace("_", ""))


def _text(value: Any) -> str | None:
    return None if value is None else _plain(Decimal(value))


def _plain(value: Decimal) -> str:
    """As :func:`claims.model.plain`, which would pull in pydantic."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _kind_of(unit: str) -> str:
    known = _BY_UNIT.get(unit)
    if known is not None:
        return known
    if _CURRENCY.fullmatch(unit) and unit not in _NOT_MONEY:
        return "money"
    if unit in _TIME:
        return "duration"
    return "measure" if unit.isascii() else "count"


def _split_unit(tail: str, kind: str | None) -> tuple[str, str | None]:
    """Unit and denominator: ``KRW/share``, ``km/hour`` (one unit), ``kg//hour`` (always two)."""
    unit, mark, per = tail.rpartition("//")
    if mark:
        return unit, per or None
    unit, mark, per = tail.rpartition("/")
    if not mark or not unit or not per:
        return tail, None
    if per in _PHYSICAL and (kind or _kind_of(unit)) == "measure":
        return tail, None
    return unit, per
