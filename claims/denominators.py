"""What a Korean quantity is per: 10만명당, 3.3㎡당, 1인당 국민총소득은."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.number_format import plain
from claims.numerals import ko_prefix
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["OPENERS", "PER_NUMBER", "after_opener", "dynamic_per", "far_denominator", "period_noun", "times_per"]

#: Brackets, quotation marks and commas: a word begins after the last of them.
OPENERS: Final = "(（[<“‘\"'「『,·…"
_PER_BASE: Final = re.compile(r"(\d[\d,.]*)?[만천백]?(.+)당$")


def after_opener(text: str, begin: int, end: int) -> int:
    """금액(약: the word begins after the last bracket, quotation mark or comma."""
    for pos in range(end - 1, begin - 1, -1):
        if text[pos] in OPENERS:
            return pos + 1
    return begin


def dynamic_per(text: str, word: str, begin: int, pos: int, lexicon: Lexicon) -> str | None:
    """10만명당, 3.3㎡당: the denominator with its own number."""
    match = _PER_BASE.fullmatch(word)
    if not match or word in lexicon.sections["per_not.ko"]:
        return None
    base = match.group(2)
    unit = lexicon.sections["per"].get(base + "당")
    name = unit["per"] if unit else None
    if name is None:
        entry = lexicon.units.get(base)
        if entry is None or base == "동":  # 1동당: a building, no dong
            return None
        row = lexicon.sections["per"].get("/" + base.lower())
        if row is not None:
            return times_per(word[: len(word) - len(base) - 1], str(row["per"]))
        name = entry.unit if entry.kind in ("measure", "money", "duration") else entry.canonical
    if name is None:
        return None
    return times_per(word[: len(word) - len(base) - 1], str(name))


#: The number of a denominator that stands apart: 10만 명당.
PER_NUMBER: Final = re.compile(r"(?<![\d.,])(\d[\d,.]*[십백천만억]*) $")


def times_per(digits: str, name: str) -> str | None:
    if digits in ("", "1"):
        return name
    parsed = ko_prefix(digits)
    if parsed is None or parsed[1] != len(digits):
        return None
    if parsed[0] == 1:
        return name  # full-width １인당
    return f"{plain(parsed[0])} {name}"


#: 국민총소득(GNI)은, 평균 부채는: the noun that the number is of, between a denominator and the number.
_OF_NOUN: Final = re.compile(
    r"(?:[가-힣A-Za-z]{1,12}(?<![은는이가을를에고며서해]) ){0,3}[가-힣A-Za-z]{1,12}(?:\([^()\d]{1,10}\))?[은는이가도] "
    r"(?:각각 |(?:(?:19|20)\d\d년|지난해|작년|올해) |[가-힣]{2,8} )?"
)


_OF_BARE: Final = re.compile(
    r"(?:[가-힣A-Za-z]{1,12}(?<![은는이가을를에고며서해로의도]) ){0,2}"
    r"(?:[가-힣A-Za-z]{2,12}(?:\([^()\d]{1,10}\))?(?<![은는이가을를에고며서해로의도])|수) "
)


#: 분양가는 60㎡ 이하가: the noun, and the size that has this price.
_OF_SIZE: Final = re.compile(_OF_NOUN.pattern + r"\d[\d.,]{0,6}[^\s\d,]{1,4}(?: [가-힣]{2,4})?[은는이가] ")


#: 배럴당 1.8%(0.96달러) 오른 | 53.21달러: what the price moved by stands between, and has the same denominator.
_OF_STEP: Final = r"\d[\d,.]*[^\s\d()]{1,4}(?:\(|(?:\([^()]{1,16}\)|, ?\d[\d.]{0,5}%)? WORDS )"
#: 학급당 학생 수는 유치원 | 19.7명: a topic, and whose of the list it is.
_TOPIC: Final = re.compile(r"[은는] ")


def far_denominator(text: str, edge: int, floor: int, lexicon: Lexicon) -> str | None:
    """1인당 국민총소득은 3만달러, 톤당 가격 300달러: a denominator before the noun that the number is of.

    A size may stand between them, which has its own claim (3.3㎡당 분양가는 60㎡ 이하가 1290만원), or what the price
    moved by (배럴당 1.2달러 오른 78달러).
    """
    if edge < _SHORTEST or not (text[edge - 1] == " " or text[edge - 1] == "("):
        return None
    at = text.rfind("당 ", max(0, edge - _FAR), edge)
    if at < 0:
        return None
    each = text.endswith("각각 ", 0, edge)
    topic = each or text[edge - 2] in "은는이가도년해"
    shape = _OF_NOUN if topic or _TOPIC.search(text, at + 2, edge - 2) else _OF_BARE
    if at < floor:
        shape = _OF_SIZE if topic else pattern(lexicon, "stepped.before", _OF_STEP)
        floor = max(0, at - _WORD)
    if shape.fullmatch(text, at + 2, edge) is None:
        return None
    first = max(text.rfind(" ", max(floor, at - _WORD), at), floor - 1) + 1
    begin = after_opener(text, first, at)
    word = text[begin : at + 1]
    if each and text[begin - 2 : begin] in ("과 ", "와 "):
        return None  # 재배 면적과 10a당 생산량은 각각
    if word.endswith(")당") and text[begin - 1] == "(":  # 10아르(a)당
        begin = after_opener(text, first, begin - 1)
        word = text[begin : text.find("(", begin)] + "당"
    row = lexicon.sections["per"].get(word)
    if row is not None:
        if word == "명당" and text[max(0, begin - 2) : begin - 1] not in _HOW_MANY:
            return None  # 명당 자리: a good place
        if word == "주당" and pattern(lexicon, "weekly.after", r" (?:평균 )?WORDS").match(text, at + 1):
            return "week"
        many = PER_NUMBER.search(text, max(0, begin - _WORD), begin)  # 10만 명당
        return times_per(many.group(1) if many is not None else "", str(row["per"]))
    return dynamic_per(text, word, begin, edge, lexicon) if word[:1].isdecimal() or len(word) > 2 else None


#: Before 명당: 한 명당, 10만 명당.
_HOW_MANY: Final = frozenset("한두세네0123456789만천백십")

#: Where a period may stand: at the beginning, after a space; never the month of 3월 매출.
_PERIOD: Final = r"(?<![가-힣\d])(?<!\d )(WORDS) ([가-힣]{2,8}?)(?:로만|으로만|만|은|는|이|가|도)? $"


def period_noun(text: str, edge: int, floor: int, lexicon: Lexicon, *, flows: bool) -> str | None:
    """하루 이자 1억3천만원, 월 임대료는 50만원: what the number is per, before the noun that is measured.

    ``flows``: only of what flows (하루 소비량은 3만배럴), as a temperature or a weight does not (하루 평균 기온은 25도).
    """
    if edge < _SHORTEST or text[edge - 1] != " ":
        return None
    low = max(floor, edge - _REACH)
    at = text.rfind(" ", low, edge - 1)
    if at < low or text[at - 1] not in "루일월균달간당":
        return None
    match = pattern(lexicon, "period_noun.before", _PERIOD).search(text, low, edge)
    if match is None:
        return None
    noun = match.group(2)
    begin = match.start()
    if pattern(lexicon, "same_day.before", r"(?:WORDS|\d일) ?$").search(text, max(0, begin - 4), begin):
        return None  # 31일 하루 매출은
    if flows:
        return _PERIODS.get(match.group(1)[0], "day") if noun[-1] == "량" else None
    nouns = lexicon.sections["measure.ko"]
    if noun[-1] not in _AMOUNTS and not any(noun[start:] in nouns for start in range(max(0, len(noun) - 1))):
        return None
    return _PERIODS.get(match.group(1)[0], "day")


#: 이용객, 방문자, 생산량, 거래 수, 수출액
_AMOUNTS: Final = "객자량수액"
_SHORTEST: Final = 6
_REACH: Final = 20
#: How far from the number the denominator stands, and how long it is.
_FAR: Final = 36
_WORD: Final = 14
_PERIODS: Final = {"월": "month", "매": "month", "한": "month", "주": "week"}
