"""Quantities for readers, and flat rows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.display import COLUMNS, format_quantity, rows
from claims.model import Document, Quantity


def _quantity(**fields: Any) -> Quantity:
    return Quantity(**{"kind": "money", "value": None, "unit": None} | fields)


PERSON = {"value": "12000", "unit": "person"}
CASES: list[tuple[dict[str, Any], str, str]] = [
    ({"value": "145e12", "unit": "KRW", "approximate": True}, "약 145조원", "about ₩145 trillion"),
    ({"value": "-35e9", "unit": "TWD"}, "-350억대만달러", "-NT$35 billion"),
    ({"value": "1.2", "unit": "USD", "per": "share"}, "주당 1.2달러", "$1.20 per share"),
    ({"value": "3.5e9", "unit": "FIM"}, "35억마르카", "FIM 3.5 billion"),
    ({"value": "1200", "unit": None}, "1200", "1,200"),
    ({"low": "3e12", "high": "5e12", "unit": "KRW", "relation": "range"}, "3조~5조원", "₩3–5 trillion"),
    (
        {"low": "9.5e8", "high": "1.2e9", "unit": "USD", "relation": "range"},
        "9억5000만~12억달러",
        "$950 million–$1.2 billion",
    ),
    ({"low": "1400", "high": "1500", "unit": "KRW", "relation": "range"}, "1400~1500원", "₩1,400–1,500"),
    ({"low": "-5", "high": "3", "unit": "degC", "relation": "range", "kind": "measure"}, "-5~3°C", "-5°C to 3°C"),
    ({"low": "3e12", "unit": "KRW", "relation": "range"}, "최소 3조원", "at least ₩3 trillion"),
    ({"kind": "measure", "value": "10", "unit": "GW", "relation": "ge"}, "최소 10GW", "at least 10 GW"),
    ({"kind": "measure", "value": "84", "unit": "m**2"}, "84m²", "84 m²"),
    ({"kind": "measure", "value": "5000000", "unit": "metric_ton"}, "500만톤", "5 million metric tons"),
    ({"kind": "measure", "value": "120", "unit": "km/hour", "relation": "gt"}, "120km/h 초과", "more than 120 km/h"),
    ({"kind": "percent", "value": "45.3", "unit": "%", "relation": "lt"}, "45.3% 미만", "less than 45.3%"),
    ({"kind": "percentage_point", "value": "0.25", "unit": "pp"}, "0.25%포인트", "0.25 percentage points"),
    ({"kind": "percentage_point", "value": "1", "unit": "pp"}, "1%포인트", "1 percentage point"),
    (
        {"kind": "count", "value": "12000", "unit": "명", "canonical": PERSON, "relation": "le"},
        "최대 1만2000명",
        "at most 12,000 people",
    ),
    ({"kind": "count", "value": "12000", "unit": "jobs"}, "1만2000 jobs", "12,000 jobs"),
    (
        {"kind": "money", "value": "3e12", "unit": "KRW", "relation": "lt", "approximate": True},
        "3조원 가까이",
        "nearly ₩3 trillion",
    ),
    ({"kind": "multiple", "value": "2.5", "unit": "1"}, "2.5배", "2.5 times"),
    ({"kind": "fraction", "value": "0.3", "numerator": 1, "denominator": 3, "unit": "1"}, "3분의 1", "1/3"),
    ({"kind": "ratio", "value": "1.5", "numerator": 3, "denominator": 2, "unit": "1"}, "3대 2", "3 to 2"),
    ({"kind": "ratio", "value": "15", "unit": "1"}, "15대 1", "15 to 1"),
    ({"kind": "duration", "value": "18", "unit": "month"}, "18개월", "18 months"),
    ({"kind": "duration", "value": "1", "unit": "year"}, "1년", "1 year"),
    ({"kind": "points", "value": "2605.17", "unit": "point"}, "2605.17포인트", "2,605.17 points"),
    ({"kind": "rank", "value": "1", "unit": "rank"}, "1위", "No. 1"),
    ({"kind": "age", "value": "45", "unit": "year"}, "45세", "45 years old"),
]


@pytest.mark.parametrize(("fields", "ko", "en"), CASES, ids=[case[2] for case in CASES])
def test_format(fields: dict[str, Any], ko: str, en: str) -> None:
    quantity = _quantity(**fields)
    assert (quantity.format("ko"), quantity.format("en_US")) == (ko, en)


def test_all_digits() -> None:
    won = _quantity(value="145000000000000", unit="KRW")
    assert won.format("ko", compact=False) == "145,000,000,000,000원"
    assert won.format("en", compact=False) == "₩145,000,000,000,000"


def test_refuses() -> None:
    with pytest.raises(ValueError, match="'ko' or 'en', not 'fr'"):
        format_quantity(_quantity(value="1", unit="KRW"), "fr")
    with pytest.raises(ValueError, match="states no number"):
        format_quantity(_quantity(unit="KRW"))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**18), max_value=10**18))
def test_never_rounds(value: Decimal) -> None:
    from claims.numerals import parse_number

    quantity = _quantity(value=value, unit="KRW")
    assert parse_number(quantity.format("ko").removesuffix("원")) == value
    assert parse_number(quantity.format("en").replace("₩", "")) == value


def _document() -> Document:
    text = "한빛전자는 지난해 매출이 약 3조원이라고 밝혔다."
    return Document.model_validate(
        {
            "document": {"id": "a", "published": "2026-02-01", "language": "ko", "sha256": "0", "text": text},
            "claims": [
                {
                    "id": "c16-19",
                    "text": "3조원",
                    "start": 16,
                    "end": 19,
                    "sentence": {"start": 0, "end": 27},
                    "quantity": {
                        "kind": "money",
                        "value": "3E+12",
                        "unit": "KRW",
                        "approximate": True,
                        "canonical": {"value": "3E+12", "unit": "KRW"},
                    },
                    "modifiers": ["약"],
                    "subject": "한빛전자",
                    "measure": "매출",
                    "period": {"text": "지난해", "start": "2025-01-01", "end": "2025-12-31"},
                    "attribution": "a23-26",
                    "links": [{"type": "conversion", "target": "c1-2", "rate": "1450", "check": "consistent"}],
                    "rule": "money.ko",
                }
            ],
            "attributions": [
                {
                    "id": "a23-26",
                    "source": {
                        "text": "한빛전자",
                        "start": 0,
                        "end": 4,
                        "canonical": "한빛전자",
                        "type": "organization",
                    },
                    "cue": [{"start": 23, "end": 26, "text": "밝혔다"}],
                    "content": [{"start": 6, "end": 21}],
                    "class": "asserted",
                    "rule": "attribution.ko.quotative",
                }
            ],
        }
    )


def test_rows() -> None:
    document = _document()
    (row,) = rows(document)
    assert tuple(row) == COLUMNS
    assert document.to_rows() == [row]
    assert {
        "document_id": "a",
        "published": "2026-02-01",
        "claim_id": "c16-19",
        "value": "3000000000000",
        "canonical_value": "3000000000000",
        "approximate": True,
        "modifiers": "약",
        "period_start": "2025-01-01",
        "source": "한빛전자",
        "source_type": "organization",
        "links": "conversion:c1-2 rate=1450 consistent",
        "converted_value": None,
        "sentence": document.text,
    }.items() <= row.items()


def test_rows_without_text() -> None:
    document = _document()
    document.document.text = None
    assert rows(document)[0]["sentence"] is None
