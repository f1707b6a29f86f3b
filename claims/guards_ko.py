"""Korean counters whose syllable has another life: what makes 대, 회, 번, 기, 층, 인 … a quantity, and what does not.

The words that decide stand in ``data/guards.toml``; the counters that need them carry a flag in ``data/counters.toml``:
``order`` (호, 동: names unless the number is big), ``weak`` (편, 판: needs a big or native number, or a context).
What shows that a weak one counts is in :mod:`claims.guards_doubtful_ko`; machines (대, 기) are in
:mod:`claims.guards_machines_ko`, paper (장, 쪽) in :mod:`claims.guards_paper_ko`, measures (도, 되, 할) in
:mod:`claims.guards_measures_ko`, spans of time in :mod:`claims.guards_time_ko`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.edges import hangul_tail
from claims.guards import big
from claims.guards_doubtful_ko import counted, weak
from claims.guards_machines_ko import machines, units_of
from claims.guards_measures_ko import MEASURES
from claims.guards_paper_ko import PAPER
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit
    from claims.scan import Number

__all__ = ["counter", "jeon"]

_ORDERS: Final = frozenset("번째")
_ORDINAL: Final = re.compile(r" ?(?:번)?째")
_PERSON_GLUED: Final = re.compile(r" [가-힣\d]|[가-힣\d]")
#: Right of 135번 a noun makes it a serial (135번 환자); right of 300회 anything but a noun leaves it a count.
_TIMES_RIGHT: Final = {
    "번": re.compile(r"[을도씩쯤]|이나|이고|$"),
    "회": re.compile(r"[을를씩쯤도로이]|에 |에서|의 |[,.)]|$"),
}
#: 179회나 일어났다; 8회나 9회에 and 7회나 돼서야 are innings.
_EVEN_TIMES: Final = re.compile(r"나 (?!\d|되|돼|지나)")
#: 지하 4층~지상 49층
_ABOVE_GROUND: Final = re.compile(r"지하 ?\d{1,2}층(?:[~∼～-]| ?, ?|·| ) ?지상 ?$")
_BELOW_GROUND: Final = re.compile(r"(?:[~∼～-]| ?, ?|·| ) ?지상 ?\d{1,3}층")


def jeon(text: str, number: Number, end: int, lexicon: Lexicon) -> str | None:
    """10전 is money only in an exchange rate: after 원, with a word of rise and fall, or when nothing else is said."""
    if text[max(0, number.start - 2) : number.start].rstrip().endswith("원"):
        return None
    if pattern(lexicon, "jeon.after", r" ?WORDS").match(text, end):
        return None
    if not text[max(0, number.start - 2) : number.start].strip() and not text[end : end + 2].strip(" ."):
        return None
    return "N전 is a match or a time before"


def counter(text: str, number: Number, unit: Unit, end: int, lexicon: Lexicon, *, spaced: bool) -> str | None:
    """Korean counters, ranks and ages: the reason why this one counts nothing here, or None."""
    surface = unit.surface
    if not _ORDERS.isdisjoint(text[end : end + 2]) and _ORDINAL.match(text, end):
        return "an order (N번째)"
    rule = _RULES.get(surface)
    if rule is not None:
        return rule(text, number, end, lexicon, spaced)
    if "order" in unit.flags:
        return _order(text, number, surface, spaced)
    if "weak" in unit.flags:
        return weak(text, number, surface, end, lexicon)
    return None


def _steps(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """하루 7000보를 걷는다; 7000보다 is more than so many."""
    if (number.value or 0) < _WALK or _STEPPED.match(text, end) is None:
        return "no steps (7000보다, 100보 양보)"
    return None


_WALK: Final = 1000  # steps that are counted in the news
_STEPPED: Final = re.compile(
    r"(?:[을를의는가로도씩]|까지|만|이상|이하|미만)(?![가-힣])| (?:이상|이하|미만|걷|걸|안팎|정도|가량)"
)


def _pieces(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """영화 3편 are films; KTX 315편 a train or a flight."""
    last = text[number.start - 2 : number.start]
    if number.style == "digits" and len(last) == 2 and last[0].isascii() and last[0].isupper() and last[1] == " ":
        return "a flight or a train"
    return weak(text, number, "편", end, lexicon)


def _firms(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """상장 634사 are companies; 통신 3사 is what they are called together, 1사 만루 an out."""
    if text[end : end + 1] == "이" and text[end + 1 : end + 2] in _BETWEEN_ENDS:
        return "between two numbers (109.82사이에서)"
    many = number.style == "digits" and (number.value or 0) >= _MANY
    return None if many else "few of a name, or outs"


#: 사이에, 사이를, 사이 …: after 사 the subject particle is 가, so 이 belongs to it.
_BETWEEN_ENDS: Final = (" ", "에", "의", "를", "로")
_MANY: Final = 10


def _bottles(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """소주 2병; 중2병 is a state of mind."""
    return "a school year" if text[number.start - 1 : number.start] in ("중", "고") else None


def _items(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """개; 한 개인 is a person."""
    return "한 개인 is a person" if number.style == "native" and text.startswith("인", end) else None


def _order(text: str, number: Number, surface: str, spaced: bool) -> str | None:
    """101동 1204호 are an address; 1만2000호 are homes."""
    sized = number.scaled or number.order or "," in text[number.start : number.end]
    if sized and spaced and number.scaled:  # 10만 호를 짓는다
        end = number.end + 1 + len(surface)
        spaced = hangul_tail(text, end)[:1] not in ("", "를", "을", "가", "이", "의")
    return None if sized and not spaced else f"N{surface} is an order or a name"


def _rooms(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """오피스텔 84실, 총 320실 규모 are rooms; 오피스텔 302실에서 a room."""
    why = _order(text, number, "실", spaced)
    tail = hangul_tail(text, end)
    if why is None or spaced or number.style != "digits":
        return why
    if pattern(lexicon, "room_let.after", r"[을이]?(?: 모두)? WORDS").match(text, end):
        return None
    if tail not in _ROOM_TAILS:
        return why
    if not tail and text[end : end + 1] == " " and pattern(lexicon, "room.after", r" WORDS").match(text, end) is None:
        return why
    before = text[max(0, number.start - 8) : number.start]
    return None if pattern(lexicon, "room.before", _ROOMS).search(before) is not None else why


def _times(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """회, 번: a count of times, or the order of one."""
    if number.style == "native":
        return "한 번 is an adverb" if number.value == 1 else None
    if pattern(lexicon, "order.after", r"WORDS").match(text, end):
        return "an order"
    if text[end - 1] == "회" and not big(number):
        if text[number.start - 3 : number.start] == "연장 ":
            return "an inning"
        if text.startswith("까지", end) and pattern(lexicon, "innings.ko", r"까지 (?:[가-힣\d]{1,4} )?\d*WORDS").match(
            text, end
        ):
            return "an inning"  # 6회까지 4실점하며
    if number.scaled or number.order or counted(text, number, end, lexicon):
        return None
    if number.value is not None and number.value != int(number.value):
        return None
    if (
        big(number)
        and _TIMES_RIGHT[text[end - 1]].match(text, end)
        and text[number.start - 2 : number.start] not in ("' ", "’ ", '" ', "” ")
    ):
        return None
    if text[end - 1] == "번" and pattern(lexicon, "times.after", r"(?:을|이나|의|도)? ?WORDS").match(text, end):
        return None
    if text[end - 1] == "회" and number.value != 1:
        if _EVEN_TIMES.match(text, end) or pattern(lexicon, "rounds.after", r" WORDS(?!자)").match(text, end):
            return None
    return "N회 or N번 may be an order"


def _sets(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    if number.style != "digits" or (number.value or 9) > 5:
        return None
    return None if pattern(lexicon, "set.after", r" ?WORDS").match(text, end) else "a set of a match"


def _rank(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    value = number.value
    if value is None or number.scaled or value != int(value) or value > 9999:
        return "no rank"
    if text[end - 1] == "위":
        return "a group of ranks" if hangul_tail(text, end).startswith(("권", "원회")) else None
    tail = hangul_tail(text, end)
    return "등 is 'etc.'" if spaced or tail[:1] not in ("을", "이", "은", "의", "에", "으", "") else None


def _years(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """세, 살: an age; 루이 14세, 재벌 3세 are orders."""
    value = number.value
    if value is None or (number.scaled and number.style != "sino") or value > 130:
        return "no age"
    if text[end - 1] == "살":
        return None
    words = text[max(0, number.start - 12) : number.start].split()
    if value <= 30 and words and words[-1] in lexicon.sections["regnal"]:
        return "the ordinal of a monarch or pope"
    if value <= 4 and not pattern(lexicon, "child.after", r"[~∼-]? ?WORDS").match(text, end):
        return "N세 may be an ordinal in a name"
    return None


def _persons(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """인: 1인 가구, 4인승 are names; 100만인, 3인을 are counts."""
    if spaced:
        return "N인 in a name"
    if text[number.end - 1] in "억조" or text.startswith("데", end):
        return "so much it is (매출이 670억인데)"
    if number.style == "digits" and big(number):
        return None
    if _PERSON_GLUED.match(text, end):
        return None if pattern(lexicon, "person.after", r"WORDS(?![가-힣])").match(text, end) else "N인 in a name"
    return None


def _floors(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """123층 건물 is a size, 3층에서 a place."""
    sized = pattern(lexicon, "floor.after", r"(?:짜리|규모|높이|이상|이하)? ?(?:의 )?WORDS").match(text, end) or (
        text[max(0, number.start - 3) : number.start] == "최고 "
        or _ABOVE_GROUND.search(text, max(0, number.start - 14), number.start) is not None
        or (
            text[number.start - 3 : number.start].rstrip().endswith("지하")
            and _BELOW_GROUND.match(text, end) is not None
        )
    )
    return None if sized else "N층 may be a floor"


def _strokes(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """66타를 쳤다, 264타로, 3타 차: strokes of golf; a 1타 강사 is a star."""
    if number.style == "digits" and not spaced and not number.scaled and _STROKES.match(text, end) is not None:
        return None
    return "N타 may be a name"


_STROKES: Final = re.compile(r"[를로][ ,.)]| ?차(?![가-힣]{2})| ?뒤[진지져]| ?앞[선서]|까지 |씩 ")


def _teams(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    if number.style == "native" or (number.value or 0) > 20 or counted(text, number, end, lexicon):
        return None
    return None if pattern(lexicon, "team.after", r" ?WORDS").match(text, end) else "N팀 may be a name"


#: What stands between the decades of a generation.
_DECADES: Final = frozenset("·∙ㆍ•,")


#: 7세대 7명: homes, and those who live there.
_HEADS: Final = re.compile(r" \d[\d,]{0,6}(?:여 ?)?명")
#: No product has had so many.
_GENERATIONS: Final = 25


def _households(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """500세대 are homes; 5세대, 386세대 a generation."""
    if text[number.start : number.end] in lexicon.sections["generation"]:
        return "the name of a generation"
    before = text[number.start - 3 : number.start]
    if before[:2].isdigit() and before[-1:] in _DECADES and number.value in (20, 30, 40, 50, 60):
        return "the name of a generation"  # 20·30세대
    low = number.style == "digits" and (number.value or 0) < _GENERATIONS
    if low and pattern(lexicon, "generation.after", r" (?:WORDS|[A-Z‘'“])").match(text, end):
        return "N세대 is a generation (13세대 코어, 12세대 그랜저)"
    if low and pattern(lexicon, "generation.before", r"WORDS $").search(text, max(0, number.start - 8), number.start):
        return "N세대 is a generation (인텔 13세대)"
    few = low and (number.value or 0) < 10 and _HEADS.match(text, end) is None
    return "N세대 is a generation" if few and not counted(text, number, end, lexicon) else None


def _bodies(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    before = text[max(0, number.start - 12) : number.start]
    shape = r"WORDS(?:은|이|을|도|만|는)?(?: (?:모두|총|약))? ?$"
    if (big(number) and not spaced and number.style != "native") or pattern(lexicon, "body.before", shape).search(
        before
    ):
        return None
    return "N구 is a district"


def _draws(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """3승 1무 2패, 1무 1패: games that nobody won, beside those that somebody did."""
    beside = text[number.start - 2 : number.start].rstrip().endswith("승") or _LOST.match(text, end) is not None
    return None if beside and number.style == "digits" and not spaced else "N무 is no draw"


_LOST: Final = re.compile(r" ?\d{1,3}패")


def _trains(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """열차 12편성; 추경 30조 편성 draws up a budget."""
    return "a budget that is drawn up" if number.scaled else None


def _convictions(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """전과 12범."""
    before = text[max(0, number.start - 6) : number.start]
    return None if "전과" in before and number.style == "digits" and not spaced else "N범 is no conviction"


def _countries(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """주요 20개국 are the G20, 주요 7개국 the G7; 미국 등 주요 5개국 are five."""
    named = text[number.start - 3 : number.start] == "주요 " and number.value in (7, 8, 20)
    return "the name of a group of countries" if named else None


def _children(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """세 자녀를 둔, 3자녀 이상 가구: children; 두 자녀 정책, 1자녀 정책 names of what is done about them."""
    if number.value == 1 or text.startswith(" 정책", end):
        return "the name of a policy"
    return None


def _arms(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """자주포 152문, 672문의 K-9, 소총 5정, 엑스터시 252정: cannons, guns and pills; 9문 is a gate or a question."""
    surface = text[end - 1]
    section = "cannon.before" if surface == "문" else "piece.before"
    if pattern(lexicon, section, r"WORDS ?$").search(text, max(0, number.start - 6), number.start):
        return None
    if surface == "문" and pattern(lexicon, section, r"의 WORDS").match(text, end):
        return None
    return _order(text, number, surface, spaced)


def _lots(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """주차장 140면; 신문 3면 is a page."""
    near = text[max(0, number.start - 16) : number.start] + text[end : end + 10]
    if not spaced and (big(number) or pattern(lexicon, "parking", "WORDS").search(near)):
        return None
    return "N면 is a page"


def _letters(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """500자 is the length of a text; 3자 회담, 2자 구도 are parties."""
    few = (number.value or 0) < 10 and not number.scaled
    return "N자 are parties" if few and not counted(text, number, end, lexicon) else None


def _shots(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """미사일 2발, 2발을, 2발 쐈다."""
    if pattern(lexicon, "shot.after", r"(?:을|씩|이)? ?WORDS").match(text, end):
        return None
    return weak(text, number, "발", end, lexicon)


def _contracts(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """3천계약 are futures; 5000억 계약, 4년 계약 one contract."""
    traded = text.startswith((" 순매", " 매도", " 매수", "을 순매", "을 매", "의 순매"), end)
    return "one contract" if spaced and not traded else None


def _bags_of_rice(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    """쌀 1백만 섬, 1만7천 섬; 3섬 may be of a name."""
    return None if number.scaled else "few 섬 may be islands of a name"


def _never(text: str, number: Number, end: int, lexicon: Lexicon, spaced: bool) -> str | None:
    return "an order or a date"


#: What may stand after a count of rooms; 에서, 은 and others follow the name of one too.
_ROOM_TAILS: Final = frozenset(
    ("", "을", "이", "의", "과", "도", "로", "까지", "이다", "씩", "뿐", "이며", "이고", "이상")
)
_ROOMS: Final = r"(?:WORDS(?: 총)?|(?<![가-힣])(?:총|모두)) ?$"
_RULES: Final = {
    "무": _draws,
    "범": _convictions,
    "자녀": _children,
    "개국": _countries,
    "사": _firms,
    "대": machines,
    "실": _rooms,
    "편": _pieces,
    "병": _bottles,
    "보": _steps,
    "개": _items,
    "회": _times,
    "번": _times,
    "차": _never,
    "세트": _sets,
    "위": _rank,
    "등": _rank,
    "세": _years,
    "살": _years,
    "인": _persons,
    "층": _floors,
    "타": _strokes,
    "팀": _teams,
    "세대": _households,
    "구": _bodies,
    "기": units_of,
    "계약": _contracts,
    "편성": _trains,
    "면": _lots,
    "문": _arms,
    "정": _arms,
    "자": _letters,
    "발": _shots,
    "섬": _bags_of_rice,
    **MEASURES,
    **PAPER,
}
