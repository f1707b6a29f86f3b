from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import Quantity, notation

CASES = {
    "~145000000000000 KRW": {"kind": "money", "value": "145000000000000", "unit": "KRW", "approximate": True},
    "≥10 GW": {"kind": "measure", "value": "10", "unit": "GW", "relation": "ge"},
    "3000000000000..5000000000000 KRW": {
        "kind": "money", "low": "3000000000000", "high": "5000000000000", "unit": "KRW", "relation": "range",
    },
    "~<3 %": {"kind": "percent", "value": "3", "unit": "%", "relation": "lt", "approximate": True},
    "2.1 pp": {"kind": "percentage_point", "value": "2.1", "unit": "pp"},
    "2.5 x": {"kind": "multiple", "value": "2.5", "unit": "1"},
    "3/4": {"kind": "fraction", "value": "0.75", "unit": "1", "numerator": 3, "denominator": 4},
    "15:1": {"kind": "ratio", "value": "15", "unit": "1"},
    "#1": {"kind": "rank", "value": "1", "unit": "rank"},
    "2605.17 point": {"kind": "points", "value": "2605.17", "unit": "point"},
    "5 명": {"kind": "count", "value": "5", "unit": "명"},
    "count:12000 jobs": {"kind": "count", "value": "12000", "unit": "jobs"},
    "age:45 year": {"kind": "age", "value": "45", "unit": "year"},
    "3 year": {"kind": "duration", "value": "3", "unit": "year"},
    "5000 TEU": {"kind": "measure", "value": "5000", "unit": "TEU"},
    "120 km/hour": {"kind": "measure", "value": "120", "unit": "km/hour"},
    "500 oil_bbl/day": {"kind": "measure", "value": "500", "unit": "oil_bbl", "per": "day"},
    "5 kg//hour": {"kind": "measure", "value": "5", "unit": "kg", "per": "hour"},
    "78300 KRW/share": {"kind": "money", "value": "78300", "unit": "KRW", "per": "share"},
    "5 명/100000 person": {"kind": "count", "value": "5", "unit": "명", "per": "100000 person"},
    "12000000 KRW/3.3 m**2": {"kind": "money", "value": "12000000", "unit": "KRW", "per": "3.3 m**2"},
    "100 ?": {"kind": "money", "value": "100", "unit": None},
    "-0.25 %": {"kind": "percent", "value": "-0.25", "unit": "%"},
}  # fmt: skip
EMPTY = {
    "value": None, "low": None, "high": None, "relation": "eq", "approximate": False, "per": None, "numerator": None,
    "denominator": None,
}  # fmt: skip


@pytest.mark.parametrize("written", CASES)
def test_reads_and_writes(written):
    quantity = EMPTY | CASES[written]
    assert notation.parse(written) == quantity
    assert notation.format(quantity) == written


@pytest.mark.parametrize(
    ("loose", "strict"),
    [
        (">=10 GW", "≥10 GW"),
        ("<=10 GW", "≤10 GW"),
        ("145e12 KRW", "145000000000000 KRW"),
        ("145_000_000 KRW", "145000000 KRW"),
        ("45.30%", "45.3 %"),
        ("1400..<1500 KRW", "1400..1500 KRW"),
        ("5:2", "2.5:1"),
        ("  5 명 ", "5 명"),
    ],
)
def test_loose_writings(loose, strict):
    assert notation.format(notation.parse(loose)) == strict


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", "no quantity"),
        ("5", "no unit"),
        ("5..6", "no unit"),
        ("many KRW", "no quantity"),
        ("sum:5 KRW", "'sum' is no kind"),
        ("1/0", "divides by zero"),
        ("1:0", "divides by zero"),
        ("5..3 KRW", "above the high end"),
        ("≥3..5 KRW", "a range takes no"),
    ],
)
def test_complaints(written, why):
    with pytest.raises(ValueError, match=why):
        notation.parse(written)


def test_band_and_model():
    quantity = Quantity(kind="money", value=None, low=1400, high=1500, relation="range", unit="KRW")
    assert notation.format(quantity) == "1400..1500 KRW"
    assert notation.format(quantity, band=True) == "1400..<1500 KRW"


def test_surface():
    assert notation.split_surface("약 145조원 = ~145 KRW") == ("약 145조원", "~145 KRW")
    assert notation.split_surface("~145 KRW") == (None, "~145 KRW")


UNITS = st.sampled_from(
    [
        "KRW",
        "USD",
        "%",
        "pp",
        "1",
        "명",
        "대",
        "GW",
        "m**2",
        "km/hour",
        "microgram/m**3",
        "year",
        "jobs",
        "rank",
        "point",
        "TEU",
        None,
        "x",
    ]
)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**30), max_value=10**30)


@st.composite
def quantities(draw):
    made = Quantity(
        kind=draw(st.sampled_from(notation.KINDS)),
        value=None,
        unit=draw(UNITS),
        per=draw(st.sampled_from([None, "person", "share", "hour", "m**2", "oil_bbl"])),
        approximate=draw(st.booleans()),
    )
    if draw(st.booleans()):
        made.low, made.high = sorted([draw(NUMBERS), draw(NUMBERS)])
        made.relation = "range"
    else:
        made.value = draw(NUMBERS)
        made.relation = draw(st.sampled_from(["eq", "ge", "gt", "le", "lt"]))
    return made.model_dump(mode="json", exclude={"canonical"})


@given(quantities())
def test_round_trip(quantity):
    if quantity["unit"] == "x" and quantity["kind"] == "multiple":
        quantity["unit"] = "1"  # the x of a multiple is how its unit 1 is written
    assert notation.parse(notation.format(quantity)) == quantity


@given(st.integers(1, 400), st.integers(1, 400), st.booleans())
def test_fractions_round_trip(top, bottom, approximate):
    written = f"{'~' if approximate else ''}{top}/{bottom}"
    quantity = notation.parse(written)
    assert notation.format(quantity) == written
    assert abs(Decimal(quantity["value"]) * bottom - top) < Decimal("1e-29")
