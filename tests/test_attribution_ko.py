"""Who says what in single Korean sentences: the table in attribution_ko.txt, traps, words of one's own, hostile text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims import attribution, reader
from claims.lexicon import Lexicon
from claims.records import Report

LEXICON = Lexicon.load()


def reports(text: str, lexicon: Lexicon = LEXICON) -> tuple[str, list[Report]]:
    page = reader.read(text, lang="ko")
    return page.text, attribution.find(page, lexicon)[0]


def row(text: str, report: Report) -> str:
    source = "-" if report.source is None else text[report.source[0] : report.source[1]]
    cue = " + ".join(text[low:high] for low, high in report.cue)
    content = " + ".join(text[low:high] for low, high in report.content)
    return f"{source} | {report.type} | {cue} | {content} | {report.cls}"


def fields(report: Report) -> list[object]:
    return [getattr(report, name) for name in Report.__slots__]


def table() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for line in (Path(__file__).parent / "attribution_ko.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("- "):
            cases[-1][1].append(line[2:])
        elif line and not line.startswith("#"):
            cases.append((line, []))
    return cases


@pytest.mark.parametrize(
    ("sentence", "expected"), table(), ids=lambda value: value[:24] if isinstance(value, str) else ""
)
def test_sentence(sentence: str, expected: list[str]) -> None:
    text, found = reports(sentence)
    assert sorted(row(text, report) for report in found) == sorted(expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "시행령에 따라 과태료는 300만원으로 정해졌다.",
        "심사위원회는 이 작품을 대상작으로 선택했다.",
        "양사는 1조원 규모의 계약을 체결했다.",
        "수비진은 후반에만 3골을 허락했다.",
        "‘늦깎이’라는 별명을 얻은 그는 45세에 데뷔했다.",
        "‘바다의 우유’로 불리는 굴은 11월부터 제철이다.",
        "이 사실을 처음 알린 기자에게 상금 500만원이 주어졌다.",
        "그는 비싸다고 사지 않았다.",
        "그렇다고 매출이 줄지는 않았다.",
        "회사는 비용을 줄이려고 인력을 10% 감축했다.",
        "무엇보다도 가격이 문제다.",
        "그다지도 바라던 100만 관객을 넘어섰다.",
        "올 하반기 신제품을 출시할 예정이다.",
        "‘3무 정책’이라 하는 이 제도는 2010년에 생겼다.",
    ],
)
def test_silent(sentence: str) -> None:
    text, found = reports(sentence)
    assert [row(text, report) for report in found] == []


def test_nesting_of_a_cited_source() -> None:
    text, found = reports("한들일보는 사정에 밝은 관계자를 인용해 협상이 결렬됐다고 보도했다.")
    outer = next(number for number, report in enumerate(found) if report.parent is None)
    inner = 1 - outer
    assert row(text, found[outer]) == "한들일보 | news_org | 보도했다 | 협상이 결렬됐다 | reported"
    assert row(text, found[inner]) == "사정에 밝은 관계자 | anonymous | 인용해 | 협상이 결렬됐다 | reported"
    assert found[inner].parent == outer


def test_reported_report() -> None:
    text, found = reports("한들일보는 김도윤 장관이 예산을 20% 줄이겠다고 말했다고 보도했다.")
    assert [row(text, report) for report in found] == [
        "김도윤 장관 | person | 말했다 | 예산을 20% 줄이겠다 | planned",
        "한들일보 | news_org | 보도했다 | 김도윤 장관이 예산을 20% 줄이겠다고 말했다 | reported",
    ]
    assert found[0].parent == 1


def test_denied_report_keeps_its_own_record() -> None:
    text, found = reports("서 대표는 회삿돈을 빼돌렸다는 의혹에 대해 “근거 없는 소문”이라고 일축했다.")
    denial, report = sorted(found, key=lambda item: item.cls != "denied")
    assert row(text, denial) == "서 대표 | person | 일축했다 | “근거 없는 소문” | denied"
    assert row(text, report).startswith("의혹 | news_report | ")
    assert denial.target == found.index(report)


def test_words_of_ones_own(tmp_path: Path) -> None:
    """A new cue verb, agency, title and noun: one line each."""
    sentences = [
        "보라매타임라인은 정부가 3조원을 푼다고 알려줬다.",
        "한지호 최고행복책임자는 이익이 30% 늘었다고 밝혔다.",
        "정부는 5조원을 더 쓰겠다고 재천명했다.",
    ]
    before = [[row(*_one(text, report)) for report in found] for text, found in map(reports, sentences)]
    words = tmp_path / "words.toml"
    words.write_text(
        '[cue.ko]\n"알려주" = { class = "asserted", past = ["알려줬"], media = true }\n"재천명하" = { class = "asserted" }\n'
        '[news_org]\n"Boramae" = { ko = ["보라매타임라인"] }\n'
        '[title.ko]\n"최고행복책임자" = { surname = true }\n',
        encoding="utf-8",
    )
    lexicon = Lexicon.load(extra=[words])
    after = [reports(sentence, lexicon) for sentence in sentences]
    assert before != [[row(text, report) for report in found] for text, found in after]
    assert [row(text, report) for text, found in after for report in found] == [
        "보라매타임라인 | news_org | 알려줬다 | 정부가 3조원을 푼다 | reported",
        "한지호 최고행복책임자 | person | 밝혔다 | 이익이 30% 늘었다 | asserted",
        "정부 | institution | 재천명했다 | 5조원을 더 쓰겠다 | planned",
    ]
    assert after[0][1][0].canonical == "Boramae"
    assert after[1][1][0].canonical == "한지호"


def _one(text: str, report: Report) -> tuple[str, Report]:
    return text, report


PIECES = [
    "“",
    "”",
    "라고 ",
    "다고 ",
    "말했다 ",
    "정부는 ",
    "에 따르면 ",
    "것으로 ",
    "알려졌다. ",
    "(",
    ")",
    "는 ",
    "\n\n",
    "5%",
    "라며 ",
    "김 대표가 ",
    "A",
    "를 인용해 ",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("는 라고 말했다 ")
@example("A를 인용해 것으로 말했다 ")
def test_never_raises_and_spans_hold(text: str) -> None:
    page = reader.read(text, lang="ko")
    found, _ = attribution.find(page, LEXICON)
    for report in found:
        spans = [*report.cue, *report.content, *([report.source] if report.source else [])]
        assert all(0 <= low < high <= len(page.text) for low, high in spans)
        assert report.parent is None or (0 <= report.parent < len(found) and found[report.parent] is not report)
        assert report.target is None or 0 <= report.target < len(found)
    again, _ = attribution.find(page, LEXICON)
    assert [fields(report) for report in again] == [fields(report) for report in found]


@pytest.mark.parametrize("piece", PIECES)
def test_long_repetition(piece: str) -> None:
    page = reader.read(piece * 4000, lang="ko")
    attribution.find(page, LEXICON)


@pytest.mark.parametrize(
    "sentence",
    [
        "그는 ... 밝혔다고 ‘가’는 … 일축했다.",
        "김 … 대표는 “가나”며 !! 것으로 전망됐다고 ... 전했다.",
        "판결문에는 ... 고 적시돼 있다.",
        "... 소송에서 … 라고 판시했다.",
    ],
)
def test_words_of_marks_only(sentence: str) -> None:
    reports(sentence)
