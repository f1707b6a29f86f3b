"""Made-up news articles for the benchmark: about 2,000 characters and 17 quantities each, always the same ones."""

from __future__ import annotations

from random import Random

__all__ = ["articles"]

_FIRMS = [
    "한빛전자", "가온에너지", "다솜바이오", "미리내반도체", "아라물류", "솔빛제지", "누리상사", "푸른카드",
    "온누리네트", "새봄제과",
]  # fmt: skip
_PLACES = ["미국", "독일", "베트남", "인도", "폴란드", "캐나다", "호주", "일본"]
_PEOPLE = ["김도현", "이서윤", "박준호", "최지안", "정하린", "강민재", "윤서진"]
_THINGS = ["배터리 공장", "데이터센터", "풍력 단지", "물류 창고", "연구소", "조립 라인", "저장 설비"]
_FILL = [
    "업계에서는 이번 결정이 시장의 판도를 바꿀 것이라는 기대와 아직은 지켜봐야 한다는 신중론이 함께 나오고 있으며, "
    "원자재 가격과 각국의 규제가 어떻게 움직이느냐에 따라 사업의 속도가 크게 달라질 수 있어 관심이 쏠린다.",
    "지역 주민들은 일자리가 늘어날 것이라며 반기는 분위기지만 환경 단체는 사전 검토가 충분하지 않았다며 공청회를 다시 "
    "열라고 요구하고 있고, 지방 정부는 양쪽 의견을 모아 조만간 조정안을 내놓겠다는 방침이어서 진통이 이어질 전망이다.",
    "경쟁사들도 비슷한 계획을 서두르고 있어 인력 확보와 부지 선정, 전력 공급을 둘러싼 물밑 다툼이 한층 거세질 것으로 "
    "보이며, 부품을 대는 협력사들은 주문이 몰릴 때를 대비해 생산 방식을 바꾸고 창고를 넓히는 등 준비에 들어갔다.",
    "회사 안팎에서는 경영진이 조직 개편과 함께 새로운 사업 방향을 내놓을 것이라는 관측이 꾸준히 흘러나오고 있지만, "
    "정작 담당 부서는 아직 정해진 것이 없다는 말만 되풀이하고 있어 투자자들의 궁금증은 좀처럼 풀리지 않고 있다.",
]

_KO = [
    "{firm}는 {place}에 {n}억달러(약 {won}조원)를 들여 {thing} 사업을 시작하기로 했다고 {day}일 밝혔다.",
    "이번 투자로 지난해 {big}조{rest}억원이던 매출이 올해 {up}% 늘어날 것으로 회사 측은 내다봤다.",
    "{person} {firm} 대표는 “최소 {gw}GW 규모의 설비를 갖추고 {people}명을 새로 뽑겠다”고 말했다.",
    "소식통에 따르면 {firm}는 주당 {price}원에 {shares}만주를 사들이는 방안을 검토하고 있다.",
    "금융감독원은 {firm}에 과징금 {fine}억원을 부과했다고 공시를 통해 알렸다.",
    "영업이익은 {profit}억~{profit2}억원으로 추정되며, 이는 시장 기대치를 {gap}%포인트 웃도는 수준이다.",
    "공사 면적은 {area}㎡이고 하루 {tons}톤의 소재를 처리할 수 있다.",
    "한국은행은 보고서에서 관련 산업의 수출이 {export}억달러를 넘어설 것으로 분석했다.",
    "{firm} 관계자는 “{n2}대를 {months}개월 안에 공급할 수 있다”며 “수율은 {up2}% 이상”이라고 설명했다.",
    "로이터통신은 {place} 정부가 보조금 {n3}억 달러를 지급하는 방안을 논의 중이라고 보도했다.",
]

_EN_FIRMS = [
    "Northwind Power",
    "Halden Steel",
    "Marrow Bay Foods",
    "Orchid Semiconductor",
    "Calder Rail",
    "Quillon Pharma",
]
_EN_PLACES = ["Poland", "Vietnam", "Canada", "Texas", "Norway", "India", "Portugal"]
_EN_PEOPLE = ["Mara Ellison", "Tomas Reyes", "Ingrid Falk", "Desmond Okafor", "Hana Whitlock"]
_EN_FILL = [
    "Rivals are preparing similar plans, and the contest for land, labour "
    "and power is expected to grow fiercer over time.",
    "Residents welcomed the prospect of new work, while campaigners asked "
    "for a second hearing on the effects on the river.",
    "The board is thought to be weighing a wider change of course, though "
    "people close to it described the talks as early.",
    "Analysts were divided over whether the market would follow or wait "
    "for firmer signs of demand from customers abroad.",
]
_EN = [
    "{firm} will spend ${n} billion (about €{eur} billion) on a plant in {place}, the company said on Monday.",
    "Revenue rose {up}% to ${rev} million last year, the company reported.",
    "“We expect to hire at least {people} people and add {gw} GW of capacity,” said {person}, the chief executive.",
    "The regulator fined {firm} ${fine} million, according to a filing.",
    "Operating profit is estimated at between ${profit} million and ${profit2} million, analysts said.",
    "The site covers {area} square meters and can handle {tons} tonnes a day.",
    "Reuters reported that the government of {place} was considering ${n3} billion in subsidies.",
    "{person} denied that the company had lost more than {n2} customers.",
    "Shares fell {up2}% and traded at ${price} a share.",
    "The order is for {n2} trains over {months} months, a spokesman said.",
]


def articles(language: str, count: int, seed: int = 20260201, length: int = 2000) -> list[str]:
    """``count`` articles of about ``length`` characters in "ko" or "en"; the same list for the same arguments."""
    draw = Random(f"{language}-{seed}")
    make = _korean if language == "ko" else _english
    return [make(draw, length) for _ in range(count)]


def _korean(draw: Random, length: int) -> str:
    return _article(draw, length, _KO, _FILL, _FIRMS, _PLACES, _PEOPLE, stated=11)


def _english(draw: Random, length: int) -> str:
    return _article(draw, length, _EN, _EN_FILL, _EN_FIRMS, _EN_PLACES, _EN_PEOPLE, stated=11)


def _article(
    draw: Random,
    length: int,
    templates: list[str],
    fill: list[str],
    firms: list[str],
    places: list[str],
    people: list[str],
    stated: int,
) -> str:
    order = draw.sample(templates, len(templates)) * 3
    sentences = [template.format(**_facts(draw, firms, places, people)) for template in order[:stated]]
    size = sum(len(sentence) + 1 for sentence in sentences)
    while size < length - 40:
        extra = draw.choice(fill)
        sentences.insert(draw.randrange(1, len(sentences) + 1), extra)
        size += len(extra) + 1
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    return "\n\n".join(paragraphs) + "\n"


def _facts(draw: Random, firms: list[str], places: list[str], people: list[str]) -> dict[str, object]:
    low = draw.randrange(200, 2000)
    billions = draw.randrange(10, 900)
    return {
        "firm": draw.choice(firms),
        "place": draw.choice(places),
        "person": draw.choice(people),
        "thing": draw.choice(_THINGS),
        "n": billions,
        "won": f"{billions * 0.145:.1f}",
        "eur": f"{billions * 0.87:.1f}",
        "n2": f"{draw.randrange(1000, 90000):,}",
        "n3": draw.randrange(2, 90),
        "big": draw.randrange(1, 90),
        "rest": draw.randrange(1000, 9999),
        "rev": draw.randrange(100, 999),
        "up": f"{draw.randrange(11, 499) / 10:.1f}",
        "up2": draw.randrange(2, 98),
        "gw": draw.randrange(2, 40),
        "people": f"{draw.randrange(120, 9000):,}",
        "price": draw.randrange(10, 900) * 100 + 50,
        "shares": draw.randrange(20, 900),
        "fine": draw.randrange(10, 900),
        "profit": low,
        "profit2": low + draw.randrange(100, 900),
        "gap": f"{draw.randrange(1, 90) / 10:.1f}",
        "area": f"{draw.randrange(1, 90) * 1000:,}",
        "tons": f"{draw.randrange(100, 9000):,}",
        "export": draw.randrange(20, 900),
        "months": draw.randrange(3, 36),
        "day": draw.randrange(1, 28),
    }
