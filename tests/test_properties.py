"""What holds for any text: it never raises, spans slice, prose around a text only moves them, bytes are the same."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import claims
from claims.patterns import tree
from claims.reader import read

PIECES = [
    "1000억달러", "약 145조원", "(약 145조원)", "3~5%", "한빛전자는",
    "밝혔다.", "“", "”", "라고", "지난해", "에 따르면", "것으로",
    "추정된다.", "세 명", "20대", "3.5", "$", "billion", "said", "according to",
    "(", ")", "\n", "1,", "억", "만", "이상", "최소",
    "영하 3도", "시속 120㎞", "2시간 30분", "2025년", "😀", "ㅋ", "１２",
    "△", "수천억", "-", "~", "and", "between", "to", "A(57)씨",
]  # fmt: skip
GLUE = [
    "", " ", "“", "”", '"', "(", ")", ",", ".", "\n", "·", "%", "원", "은 ", "said ", "‘", "…", "-", "~", "3", "억", "$",
]  # fmt: skip
#: The texts of the golden cases: cut anywhere and glued together they lead into every rule.
GOLDEN = [
    text
    for path in sorted((Path(__file__).parent.parent / "golden").rglob("*.json"))
    if isinstance(text := json.loads(path.read_text(encoding="utf-8")).get("text"), str)
]
cuttings = st.tuples(st.sampled_from(GOLDEN), st.integers(0, 300), st.integers(1, 60), st.sampled_from(GLUE)).map(
    lambda cut: cut[0][cut[1] % len(cut[0]) :][: cut[2]] + cut[3]
)
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(cuttings, min_size=1, max_size=5).map("".join),
)


def _spans(document: claims.Document) -> list[tuple[int, int, str]]:
    found = [(claim.start, claim.end, claim.text) for claim in document.claims]
    for item in document.attributions:
        found += [(cue.start, cue.end, cue.text) for cue in item.cue]
        if item.source is not None and item.source.start is not None and item.source.end is not None:
            found.append((item.source.start, item.source.end, item.source.text or ""))
    return found


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from([None, "ko", "en", "mixed"]))
@example("1,2,3,4,5조원", "ko")
@example('He said sales in the last three months rose "10% or 12%" and margins were "in the 30s".', "en")
@example("$8 million, 20 million acres, tens of billions of euros", "en")
@example("\ud800 3조원", None)
@example("비용은 10억달러($", "ko")
@example("300곡, 00$당 7300원", None)
@example("매가를 31·1%3웨이트 디나르 ", None)
@example("inds‘300 시간당 최고 80㎜가 내렸다", "ko")
@example("서민들이 우려하고 있3고서에 따르면 지난달 철강 출하량은 61만톤이었다.", "ko")
@example("129만원이다.… “80억루블이다.” 전하는 씨가억억 달러(주당 5만원)다.”", None)
@example("25만원 준다.3북 3000만원이다. 내수와 수출이 각각 \norvo to close two plants, s.", None)
@example("The bank lowered its growth forecast for ”s…pians~of 3%.‘", None)
@example(
    "대통령이 3조원을 쓴다고 보도했다. WP에 따르면 대통령은 관세 10%를 되살렸다.said 0쪽이다.~es은 7300 VEF,", None
)
def test_any_text_is_read_and_every_span_slices(text: str, lang: str | None) -> None:
    document = claims.extract(text, lang=lang)
    for start, end, printed in _spans(document):
        assert document.document.text[start:end] == printed
    assert claims.extract_json(text, lang=lang) == document.to_json()
    assert json.loads(document.to_json())["schema"] == "claims/1"
    for claim in document.claims:
        quantity = claim.quantity
        parts = [quantity.value, quantity.low, quantity.high]
        if quantity.canonical is not None:
            parts += [quantity.canonical.value, quantity.canonical.low, quantity.canonical.high]
        assert not any("E+" in str(part) for part in parts)
    ids = [claim.id for claim in document.claims]
    assert len(set(ids)) == len(ids)
    known = {item.id for item in document.attributions}
    assert all(claim.attribution in known for claim in document.claims if claim.attribution is not None)
    assert all(item.parent in known for item in document.attributions if item.parent is not None)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_clearly(raw: bytes) -> None:
    try:
        page = read(raw)
    except claims.InputError as error:
        page = None
        complaint = str(error)
    assert page is not None or complaint.startswith("encoding")


BODY = "한빛전자는 지난해 매출이 약 3조2000억원이라고 15일 밝혔다. 직원은 500명이고 영업이익률은 12.5%다."


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["바람이 분다.", "산책을 했다. 꽃이 피었다.", "그늘이 짙다."]),
    st.integers(min_value=1, max_value=4),
)
def test_prose_in_front_only_moves_spans(prose: str, times: int) -> None:
    front = "\n\n".join([prose] * times) + "\n\n"
    plain = claims.extract(BODY, date="2026-02-01")
    moved = claims.extract(front + BODY, date="2026-02-01")
    shift = len(front)
    assert [(c.start + shift, c.end + shift, c.text) for c in plain.claims] == [
        (c.start, c.end, c.text) for c in moved.claims
    ]
    assert [c.quantity for c in plain.claims] == [c.quantity for c in moved.claims]


HOSTILE = {
    "nines": "9", "grouped": "9,", "stops": "9.", "jo": "조", "man-eok": "만억",
    "small": "십백천", "open": "(", "quotes": "“",
    "single": "‘", "ranges": "1~", "dae": "1대", "bun-ui": "3분의 ", "hedges": "약 ", "bounds": "최소 약 ", "won": "원",
    "dollars": "1달러 ", "josa": "이가은는", "emoji": "😀", "jamo": "ㅋㅎ", "one": "one ", "hundreds": "two hundred ",
    "millions": "a million ", "dollar-signs": "$1", "hyphens": "1-", "lists": "1, 2억, ", "orders": "수천", "some": "몇 ",
    "natives": "세 명 ", "years": "1년", "clock": "2시간 30분 ", "je": "제1",
    "urls": "http://", "mails": "@a@b.", "percent": "%",
    "points": "1%포인트", "between": "between $1 ", "from": "1에서 2",
    "isang": "1원 이상 ", "said": "그는 “1억원”이라고 밝혔다고 ",
    "according": "자료에 따르면 ", "split-quotes": "“5%,” he said, ",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_strings_are_read(name: str) -> None:
    unit = HOSTILE[name]
    for size in (4000, 32000):
        text = (unit * (size // len(unit) + 1))[:size]
        document = claims.extract(text)
        assert document.document.text == text


NESTED = {
    "articles": "<article>", "mains": "<main>", "lists": "<ul><li>가", "menus": "<ol><li><a>나</a>",
    "tables": "<table><tr><td>다", "blocks": "<div>라<p>마바사</p>", "times": "<time>아", "bylines": "<i class=byline>자",
}  # fmt: skip


@pytest.mark.parametrize("name", NESTED)
def test_pages_nested_without_end_are_read(name: str) -> None:
    unit = NESTED[name]
    assert read("<html><p>매출은 3조원이다.</p>" + unit * (32000 // len(unit))).text


@pytest.mark.parametrize(
    ("opens", "closes"), [("[", "]"), ('{"@graph":[', "]}"), ('{"@type":"Article","author":[', "]}")]
)
def test_linked_data_nested_without_end_is_passed_over(opens: str, closes: str) -> None:
    for depth in (100, 400, 900, 5000):
        data = opens * depth + closes * depth
        page = f'<html><script type="application/ld+json">{data}</script><p>매출은 3조원이다.</p>'
        assert read(page).text == "매출은 3조원이다."


@settings(deadline=None)
@given(st.sets(st.text("ab. ", min_size=1, max_size=5), min_size=1, max_size=9), st.text("ab. ", max_size=20))
def test_a_tree_of_words_matches_what_their_list_does(words: set[str], text: str) -> None:
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    assert re.findall(f"(?:{tree(words)})(?!a)", text) == re.findall(f"(?:{listed})(?!a)", text)
