"""Printed numerals to exact values and back."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.number_format import format_number
from claims.numerals import _korean, en_words_prefix, ko_prefix, native_prefix, parse_number, sino_prefix

# Expected value first, then every surface that must give it.
CORPUS: list[tuple[str, list[str]]] = [
    ("0", ["0", "영", "공", "zero", "-0", "0.0", "０"]),
    ("0.5", ["0.5", "０.５"]),
    ("1", ["1", "일", "하나", "한", "one", "+1", "١"]),
    ("2", ["2", "이", "둘", "두", "2.0", "２"]),
    ("2.5", ["2.5", "two and a half", "two-and-a-half", "２．５"]),
    ("3", ["3", "셋", "세", "석", "서", "삼", "three"]),
    ("4", ["넷", "네", "넉", "너", "사"]),
    ("6", ["half a dozen", "여섯", "육", "륙"]),
    ("10", ["열", "십", "ten", "10"]),
    ("12", ["열두", "열둘", "십이", "a dozen", "dozen", "twelve", "one dozen"]),
    ("20", ["스물", "스무", "이십", "twenty"]),
    ("24", ["two dozen", "스물네", "스물넷"]),
    ("25", ["스물다섯", "이십오", "twenty-five", "twenty five", "Twenty-Five"]),
    ("99", ["아흔아홉", "구십구", "ninety-nine"]),
    ("100", ["백", "a hundred", "hundred", "one hundred", "百"]),
    ("101", ["백일", "a hundred and one", "one hundred one"]),
    ("113", ["1백13", "백십삼", "113"]),
    ("1000", ["천", "1천", "1,000", "１，０００", "a thousand", "1k", "thousand"]),
    ("1100", ["천백", "1천1백", "eleven hundred"]),
    ("1900", ["nineteen hundred", "1천9백"]),
    ("2000", ["2k", "2K", "2천", "이천"]),
    ("2005", ["two thousand and five", "two thousand five", "이천오"]),
    ("10000", ["만", "1만", "일만", "1万", "1萬", "10,000"]),
    ("15000", ["만오천", "1만5천", "1만5000", "일만 오천", "1만 5천"]),
    ("31000", ["3만 천", "3만1000"]),
    ("60000", ["6만", "육만"]),
    ("62548", ["6만2천548", "6만2548", "6만 2,548"]),
    ("58200", ["5만 8200", "5만8200", "5만\n8200", "5만\u00a08200"]),
    ("250000", ["two hundred and fifty thousand", "two hundred fifty thousand", "25만", "250k"]),
    ("500000", ["half a million", "50만", "오십만"]),
    ("1000000", ["백만", "1백만", "a million", "one million", "million", "1m", "1 million"]),
    ("1200000", ["one million, two hundred thousand", "one million two hundred thousand"]),
    ("1234567.89", ["1,234,567.89", "1234567.89", "123만4567.89"]),
    ("1500000", ["one and a half million", "a million and a half", "1.5백만", "1.5 million"]),
    ("1988000", ["198만 8천", "198만8천"]),
    ("3500000", ["3.5m", "3.5 million", "3.5mn", "3.5-million", "three and a half million"]),
    ("5000000", ["오백만", "5백만", "500만"]),
    ("25000000", ["2.5천만", "2천5백만", "2천500만"]),
    ("27350000", ["이천칠백삼십오만", "2,735만", "2천7백3십5만"]),
    ("32000000", ["32백만", "3천200만"]),
    ("35000000", ["3천500만", "삼천오백만", "삼천 오백만", "3천 500만"]),
    ("101000000", ["1억100만", "1억 백만"]),
    ("110000000", ["1억 천만", "1억1000만", "1억 1천만"]),
    ("123450000", ["12345만", "12,345만", "1억2345만"]),
    ("150000000", ["1억5000만", "일억오천만", "1.5억"]),
    ("500000000", ["five hundred million", "5억", "500 million", "half a billion"]),
    ("1234000000", ["1,234백만", "12억3400만"]),
    ("3500000000", ["3.5 billion", "3.5bn", "3.5b", "3.5bln", "35억", "삼십오억"]),
    ("34000000000", ["34십억", "340억", "3백40억"]),
    ("300000000000", ["3천 억", "3천억", "3000억", "삼천억", "３千億"]),
    ("474600000000", ["4천746억", "4천7백46억"]),
    ("1200000000000", ["1조2000억", "1조2천억", "1.2조", "1.2 trillion", "1兆2000億", "일조 이천억", "12000억"]),
    ("1500000000000", [" 1.5조 ", "1.5조", "1.5 trillion", "1.5tn", "１.５조"]),
    ("2090000000000", ["2조9백억", "2조900억", "2조 9백억"]),
    ("3221200000000", ["3조2천2백12억"]),
    ("3456700000000", ["3조 4,567억", "3조4567억", "3조 4567억"]),
    ("5000000000000", ["5tn", "5 trillion", "5조"]),
    ("25300000000000", ["25조3천억", "25조 3000억"]),
    ("1378000000000000", ["1,378조", "1378조", "천삼백칠십팔조"]),
    ("12340000567800000000", ["1234경5678억"]),
    ("300000000000000000000", ["3해", "3垓"]),
    ("-350", ["-350", "−350", "－350", "-삼백오십", "-three hundred and fifty"]),
    ("-35000", ["-3만5000", "−3만 5천"]),
]


@pytest.mark.parametrize(("value", "surface"), [(value, s) for value, surfaces in CORPUS for s in surfaces])
def test_reads_exactly(value: str, surface: str) -> None:
    parsed = parse_number(surface)
    assert parsed == Decimal(value)
    assert "E" not in str(parsed)


NOT_NUMERALS = [
    "", " ", "-", "+", "원", "만원", "3만원", "1만2억", "3만5만", "5000조억", "만억", "억", "조", "1조조", "1억억",
    "2천3천", "4,4458", "1,2", "1,23", "12,34,567", "1,000,", "3.", ".5.", "1.2.3", "1234,567", "1,000,00", "3 조",
    "5 만", "3만  5000", "이공이육", "일이삼", "오륙", "3만이", "백한", "스무하나", "열석", "둘셋", "이천이십육년",
    "5만 05", "5만05", "1.5조3000억", "1.5억 2000만", "3만 2.5", "3천2.5만", "1조12345억", "5천억만", "0천",
    "3백5백", "1천2000", "50만 십", "오천 일", "--3", "- 3", "1e5", "0x10", "NaN", "Infinity", "²", "½", "Ⅳ", "5²",
    "five million dollars", "and five", "a", "an", "half", "half a", "a half", "two hundred three hundred",
    "two thousand three million", "twenty twenty-five", "one five", "twenty-twelve", "two hundred and",
    "five hundred thousand million", "five  hundred", "five, six", "one million, five", "3.5x", "3.5bnn",
    "hundreds", "millions", "several hundred", "3 billion 5", "million million", "\U0001f600", "가",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_NUMERALS)
def test_anything_else_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match="not a whole number"):
        parse_number(text)


def test_error_names_text_and_position() -> None:
    with pytest.raises(ValueError, match=r"^.{0,250}$"):
        parse_number("three " * 5000)
    with pytest.raises(ValueError, match=r"'3만5만' stops being one at position 3"):
        parse_number("3만5만")
    with pytest.raises(ValueError, match=r"' -4,4458' stops being one at position 3"):
        parse_number(" -4,4458")


@pytest.mark.parametrize(
    ("token", "value", "length"),
    [
        ("1,000,", 1000, 5),
        ("3.", 3, 1),
        ("3.5.", Decimal("3.5"), 3),
        ("1,2", 1, 1),
        ("12,345,67", 12345, 6),
        ("3조 4,567억 ", 3456700000000, 9),
        ("5만 8200 ", 58200, 7),
        ("3만 2025", 32025, 7),
        ("3천 억", 300000000000, 4),
        ("198만 8천,", 1988000, 7),
        ("100만 ", 1000000, 4),
        ("2025 조", 2025, 4),
        ("3만 0", 30000, 2),
        ("1만 12345", 10000, 2),
        ("50만 십", 500000, 3),
        ("３조２０００억", 3200000000000, 7),
        ("백만", 1000000, 2),
        ("1.5조 3000억", 1500000000000, 4),
    ],
)
def test_prefix_reads_no_further_than_the_number(token: str, value: int | Decimal, length: int) -> None:
    assert ko_prefix(token) == (Decimal(value), length)


@pytest.mark.parametrize("token", ["", "원", ",000", ".5", "억", "조", "9" * 41, "9" * 32000, "1" + ",000" * 12])
def test_prefix_none(token: str) -> None:
    assert ko_prefix(token) is None


def test_word_prefixes() -> None:
    assert sino_prefix("십이일") == (Decimal(12), 2)
    assert sino_prefix("오백만 원") == (Decimal(5000000), 3)
    assert sino_prefix("오만 정부") == (Decimal(50000), 2)
    assert sino_prefix("오천 일") == (Decimal(5000), 2)
    assert sino_prefix("5만") is None
    assert sino_prefix("수천") is None
    assert native_prefix("스무 살") == (Decimal(20), 2)
    assert native_prefix("열한 명") == (Decimal(11), 2)
    assert native_prefix("") is None
    assert en_words_prefix("three hundred and two people") == (Decimal(302), 21)
    assert en_words_prefix("two million and three more") == (Decimal(2000000), 11)
    assert en_words_prefix("one million, then") == (Decimal(1000000), 11)
    assert en_words_prefix("a man") is None
    assert en_words_prefix("million") is None


def test_hostile_strings_read_in_no_time() -> None:
    for piece in (
        "9",
        "1,",
        "만",
        "천",
        "1만",
        "3천 ",
        "이",
        "백 ",
        "one ",
        "hundred ",
        "a million and ",
        "-",
        "１",
        "二",
        "🙂",
    ):
        text = piece * (32768 // len(piece))
        for read in (ko_prefix, sino_prefix, native_prefix, en_words_prefix):
            read(text)
        with contextlib.suppress(ValueError):
            parse_number(text)


@pytest.mark.parametrize(
    ("value", "ko", "en"),
    [
        (0, "0", "0"),
        (1234, "1234", "1,234"),
        (12345, "1만2345", "12,345"),
        (35000, "3만5000", "35,000"),
        (12345678, "1234만5678", "12,345,678"),
        (3500000000, "35억", "3.5 billion"),
        (145 * 10**12, "145조", "145 trillion"),
        (1200000000000, "1조2000억", "1.2 trillion"),
        (1234567, "123만4567", "1,234,567"),
        (-2090000000000, "-2조900억", "-2.09 trillion"),
        (10**20, "1해", "100,000,000,000,000,000,000"),
        (10**24, "1,000,000,000,000,000,000,000,000", "1,000,000,000,000,000,000,000,000"),
    ],
)
def test_newspaper_style(value: int, ko: str, en: str) -> None:
    assert (format_number(value), format_number(value, "en")) == (ko, en)


def test_format_refuses() -> None:
    with pytest.raises(ValueError, match="finite"):
        format_number(Decimal("NaN"))
    with pytest.raises(ValueError, match="style"):
        format_number(1, "fr")
    with pytest.raises(TypeError, match="float"):
        format_number(1.5)  # type: ignore[arg-type]


@given(st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(["ko", "en"]))
def test_round_trip(value: Decimal, style: str) -> None:
    if abs(value.adjusted()) < 5000:
        assert parse_number(format_number(value, style)) == value


@given(st.integers(0, 30), st.integers(-(10**9), 10**9), st.sampled_from(["ko", "en"]))
def test_round_trip_of_round_numbers(power: int, mantissa: int, style: str) -> None:
    value = Decimal(mantissa).scaleb(power - 6)
    assert parse_number(format_number(value, style)) == value


@given(st.text(alphabet="0123456789,. 십백천만억조경일이삼사오한두열", max_size=24))
def test_prefix_is_a_whole_numeral(text: str) -> None:
    for read in (ko_prefix, sino_prefix, native_prefix):
        parsed = read(text)
        if parsed is not None:
            value, length = parsed
            assert parse_number(text[:length]) == value
            assert text[:length] == text[:length].strip(" ,.")


@given(st.text(alphabet="0123456789,. 만억조", max_size=14))
def test_the_short_cut_reads_what_the_long_way_reads(text: str) -> None:
    if text[:1].isdigit():
        assert ko_prefix(text) == _korean(text, words=False)


@given(st.text(max_size=40))
def test_never_anything_but_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        parse_number(text)
