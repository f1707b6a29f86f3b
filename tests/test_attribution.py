"""Attribution across a document: names, inherited sources, denials, claims joined to who says them."""

from __future__ import annotations

from claims import extract
from claims.model import Attribution, Document

STORY = "\n\n".join(
    (
        "누리일보(NRI)는 하람소프트가 오름랩에 500억원을 투자하려던 계획을 접었다고 3일 보도했다. "
        "양사의 신뢰가 무너졌다는 것이다.",
        "한지우 하람소프트 최고경영자(CEO)는 보도 내용을 즉각 부인했다. "
        "그는 기자들에게 “올해 안에 700억원을 집행하겠다”고 말했다. 또 한 CEO는 매출이 20% 늘 것으로 내다봤다.",
        "업계에서는 투자 규모가 1000억원까지 커질 수 있다는 관측이 나온다. "
        "NRI는 이날 후속 기사에서 협상이 끝나지 않았다고 전했다.",
        "하람소프트는 내년에 공장 2곳을 지을 예정이다. 이용자는 300만명으로 추산된다. "
        "신제품이 100만대 팔리면 흑자로 돌아선다.",
    )
)


def said(document: Document, cue: str, number: int = 0) -> Attribution:
    return [item for item in document.attributions if any(part.text == cue for part in item.cue)][number]


def content(document: Document, item: Attribution) -> str:
    return " / ".join(document.document.text[part.start : part.end] for part in item.content)


def test_names_across_the_document() -> None:
    document = extract(STORY)
    names = {entity.canonical: entity.aliases for entity in document.entities}
    assert names["누리일보"][:1] == ["누리일보(NRI)"]
    assert "NRI" in names["누리일보"]
    assert {"한 CEO", "한지우"} <= set(names["한지우"])
    sources = [said(document, cue).source for cue in ("말했다", "내다봤다", "전했다")]
    assert [source and source.canonical for source in sources] == ["한지우", "한지우", "누리일보"]


def test_hearsay_inherits_the_source_of_the_sentence_before() -> None:
    document = extract(STORY)
    item = said(document, "는 것이다")
    assert item.source is not None
    assert (item.source.text, item.source.canonical, item.source.inherited) == (None, "누리일보", True)
    assert content(document, item) == "양사의 신뢰가 무너졌다"


def test_a_denial_finds_its_report() -> None:
    document = extract(STORY)
    denial = said(document, "부인했다")
    assert denial.class_ == "denied"
    assert denial.target == said(document, "보도했다").id


def test_claims_joined() -> None:
    document = extract(STORY)
    got = {claim.text: (claim.attribution, claim.factuality) for claim in document.claims}
    assert got["700억원"] == (said(document, "말했다").id, "planned")
    assert got["20%"] == (said(document, "내다봤다").id, "forecast")
    assert got["1000억원"] == (said(document, "관측이 나온다").id, "possible")
    assert got["2곳"] == (None, "planned")
    assert got["300만명"] == (said(document, "추산된다").id, "estimated")
    assert got["100만대"] == (None, "conditional")


def test_a_source_that_counts_itself_is_no_claim_of_its_own() -> None:
    document = extract("응답자의 62.5%는 요금을 10% 내려야 한다고 답했다.")
    share, cut = document.claims
    assert share.attribution is None
    assert (cut.attribution, cut.factuality) == (document.attributions[0].id, "opinion")


def test_a_dropped_subject_is_inherited_only_right_after_its_sentence() -> None:
    document = extract("윤서진 대표는 매출이 30% 늘었다고 밝혔다. 이어 내년에 100명을 더 뽑겠다고 덧붙였다.")
    item = said(document, "덧붙였다")
    assert item.source is not None
    assert (item.source.canonical, item.source.inherited, item.class_) == ("윤서진", True, "planned")
    alone = extract("내년에 100명을 더 뽑겠다고 덧붙였다.")
    assert not alone.attributions


def test_parentheses_that_are_no_names() -> None:
    document = extract("고은별(45) 위원장은 1000억달러(약 145조원)를 쓴다고 3일(현지시간) 밝혔다.")
    (entity,) = document.entities
    assert entity.canonical == "고은별"
    assert not any("145" in alias or alias in ("45", "현지시간") for alias in entity.aliases)


def test_spacing_variants_are_one_entity() -> None:
    document = extract("가람 전자는 매출이 5% 늘었다고 밝혔다. 가람전자는 배당을 10% 늘리겠다고 덧붙였다.")
    assert [entity.canonical for entity in document.entities] == ["가람 전자"]


def test_foreign_bodies_are_not_the_korean_ones() -> None:
    document = extract("일본 정부는 예산을 3조엔 늘리겠다고 밝혔다. 정부는 대응책을 10일 안에 내겠다고 밝혔다.")
    assert [entity.canonical for entity in document.entities] == ["일본 정부", "정부"]


def test_english() -> None:
    document = extract(
        "Mara Lindqvist, chief executive of Osten Group, said revenue rose 12%. "
        "She said the company plans to hire 300 people. The plant could cost $2 billion, Reuters reported."
    )
    first, second, third = document.attributions
    assert first.source is not None
    assert second.source is not None
    assert third.source is not None
    assert first.source.canonical == second.source.canonical == "Mara Lindqvist"
    assert third.source.canonical == "Reuters"
    assert [claim.attribution for claim in document.claims] == [first.id, second.id, third.id]


def test_trace_names_rule_and_source() -> None:
    steps: list[tuple[int, int, str, str]] = []
    extract("정부는 3조원을 더 쓰겠다고 밝혔다.", trace=steps)
    assert any(rule == "attribution.ko.quotative" and "정부" in said for _, _, rule, said in steps)
