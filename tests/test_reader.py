"""Encodings, plain text and its structure; pages are golden cases (golden/articles)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from claims import ClaimsError, extract
from claims.language import language_of
from claims.reader import decode, read

TEXT = "한빛전자는 3조원을 썼다. 직원은 500명이다."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "euc-kr", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).lstrip("\ufeff") == TEXT


def test_declared_encoding() -> None:
    page = f'<html><head><meta charset="euc-kr"></head><body><p>{TEXT}</p></body></html>'
    assert read(page.encode("euc-kr")).text == TEXT


def test_unreadable_bytes_name_the_remedy() -> None:
    with pytest.raises(ClaimsError, match="UTF-8"):
        decode(b"\x00\x81\xfe\xff\x80\x00\x9d" * 30)


@pytest.mark.parametrize("text", [TEXT, "A < B 이고 C > D 이다.", "  앞뒤 공백 \n\n", "", "\u3000", "1\r\n2"])
def test_plain_text_keeps_its_characters(text: str) -> None:
    assert read(text).raw == text


@pytest.mark.parametrize("day", ["2026-02-30", "2026-2-1", "어제", "20260201", "2026-W05-1", ""])
def test_impossible_dates(day: str) -> None:
    with pytest.raises(ClaimsError, match="YYYY-MM-DD"):
        read(TEXT, date=day)


@pytest.mark.parametrize("day", ["2026-02-01", date(2026, 2, 1), datetime(2026, 2, 1, 9, 30)])
def test_dates(day: str | date) -> None:
    assert read(TEXT, date=day).published == "2026-02-01"


def _sentences(text: str) -> list[str]:
    page = read(text)
    return [text[start:end] for start, end in page.sentences]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TEXT, ["한빛전자는 3조원을 썼다.", "직원은 500명이다."]),
        ("값은 3.5달러다. 끝났다.", ["값은 3.5달러다.", "끝났다."]),
        ("그는 “졌다. 그러나 다시 한다”고 말했다. 끝.", ["그는 “졌다. 그러나 다시 한다”고 말했다.", "끝."]),
        ("제목이다\n본문은 여기서 시작한다.", ["제목이다", "본문은 여기서 시작한다."]),
        ("Mr. Reyes of Acme Inc. said so. It rained.", ["Mr. Reyes of Acme Inc. said so.", "It rained."]),
        ("U.S. sales rose 3.5%. The rest fell.", ["U.S. sales rose 3.5%.", "The rest fell."]),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert _sentences(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("그는 “가자”고 했다.", ["“가자”"]),
        ("그는 “‘봄’이 왔다”고 했다.", ["“‘봄’이 왔다”", "‘봄’"]),
        ("It’s the firm’s plan.", []),
        ('He said "go" twice.', ['"go"']),
        ("끝나지 않은 “인용", []),
    ],
)
def test_quotations(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in read(text).quotes] == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [("매출은 3조원이다", "ko"), ("Sales rose 3%.", "en"), ("OpenAI와 NVIDIA가 AI GPU를 산다", "ko"), ("123", "en")],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "publisher", "authors"),
    [
        ("(서울=연합뉴스) 홍길동 기자 = 값이 3% 올랐다.", "연합뉴스", ["홍길동"]),
        ("[부산=뉴시스]홍길동·김하늘 기자 = 값이 3% 올랐다.", "뉴시스", ["홍길동", "김하늘"]),
        ("(세종=누리통신) 홍길동 특파원 = 값이 3% 올랐다.", "누리통신", ["홍길동"]),
        ("(x=3) 홍길동 기자는 3% 올랐다고 했다.", None, []),
        ("[그래프=한국은행] 값이 3% 올랐다.", None, []),
    ],
)
def test_agency_openings(text: str, publisher: str | None, authors: list[str]) -> None:
    page = read(text)
    assert (page.publisher, page.authors) == (publisher, authors)


@pytest.mark.parametrize(
    "printed", ["$1.5\nbillion", "$1.5  billion", "$1.5\u00a0billion", "$1.5 \r\nbillion", "$\u200b1.5 billion"]
)
def test_uneven_spaces_change_no_value(printed: str) -> None:
    text = f"The company said on Monday\u00a0that it would  spend {printed} on two\u00a0plants by 2027."
    document = extract(text)
    sum_, plants = document.claims
    assert document.document.text == text
    assert (sum_.text, str(sum_.quantity.value), plants.quantity.unit) == (printed, "1500000000", "plant")
    assert all(text[item.start : item.end] == item.text for item in document.claims)
    assert [text[span.start : span.end] for report in document.attributions for span in report.cue] == ["said"]


def test_links_follow_their_spans_through_uneven_spaces() -> None:
    document = extract("It paid  €3.5bn (about  $4.1 billion) for it.")
    first, second = document.claims
    assert [link.target for link in first.links] == [second.id]
    assert [link.target for link in second.links] == [first.id]
