"""Numbers without a unit in market reports: the level of an index in points, the rate of a currency."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from claims import guards
from claims.found import Found, Reader
from claims.low_ends import low_end, widen
from claims.patterns import pattern
from claims.units import unit_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit
    from claims.scan import Number

__all__ = ["exchange_rate", "index_level"]

#: 2415.61에 장을 마쳤다, 코스피가 2,410대에서 마감: how a day of trading opens and closes.
_CLOSES: Final = re.compile(r"(?:으로|로|에서|에) (?:장을|거래를) (?:마|시작|열|출발)")
#: 전날보다 56.44P(2.28%) 밀린
_SINCE: Final = re.compile(r"전(?:날|장|일|거래일| 거래일)(?:보다| 대비|에 비해)? $")
_INDEX_TAIL: Final = re.compile(r"[pP](?![A-Za-z])|로|으로|에|을|를|까지|이|입니다|였|선|[).,; ]")
#: closed at 34,642, topped 40,000: what stands left of a level without decimals.
_CLOSED: Final = re.compile(r"(?:으로|로|에) (?:(?:장을|거래를) )?(?:마감|마쳤|마친|끝났|끝냈)")
_LEVEL: Final = re.compile(r"\b(?:at|to|near|above|below|past|around|from|over|under|hit|topped|reached|crossed) $")


def _sentence_start(text: str, pos: int) -> int:
    """Where an English sentence before ``pos`` ends: a small letter, a full stop and a capital."""
    at = text.rfind(". ", max(0, pos - 120), pos)
    while at > 0 and not (text[at - 1].islower() and text[at + 2 : at + 3].isupper()):
        at = text.rfind(". ", max(0, pos - 120), at)
    return max(at, 0)


#: 코스피는 3,900선을 내줬다: the line that an index crosses.
_LINE: Final = re.compile(r"선(?![가-힣])|선(?:[이은을도의]|에서|에|까지|마저|으로|부터) ")
#: From here on an index that has no name is one of a market.
_MARKET: Final = 500
#: 코스피가 4000을 돌파, 내년 5500까지 오를: a round level that an index goes to or over.
_CROSSED: Final = r"(?: 선| 고지)?(?:을|를|까지|으로|로|에|에서) (?:[가-힣]{1,3} )?WORDS"
_CROSSING: Final = frozenset("을를까으로에")
_SPACED_LINE: Final = (" 선", " 고")
_AGE: Final = r" ?WORDS를?(?![가-힣]{3})"
_BEARS: Final = r"(?:종합|지수| 지수)*(?:[이가은는도]|의? WORDS[이가은는도를을]) "
_LEAST: Final = 100
#: A level is near the one that was printed last.
_APART: Final = Decimal("0.25")
_MYRIADS_BEFORE: Final = re.compile(r"(?<!\d)([1-9]\d?)만 $")


#: Right of the rate of a currency: what one of the other costs.
_AGAINST: Final = re.compile(r" (?:per|to the|against the) (?:U\.S\. )?")
#: A currency that is quoted has the article: the yen, the South Korean won.
_QUOTED: Final = re.compile(r"\b[Tt]he (?:[A-Z][a-z]+ ){0,2}([a-z]+)\b(?! of)")
_RATE_REACH: Final = 60
#: What the others are quoted against.
_BASES: Final = frozenset(("USD", "EUR", "GBP"))


def _quoted(reader: Reader, low: int, high: int) -> tuple[Unit, int] | None:
    """The last currency with the article between ``low`` and ``high``, and where its article stands."""
    text, lexicon = reader.text, reader.lexicon
    for named in reversed(list(_QUOTED.finditer(text, low, high))):
        found = unit_at(text, named.start() + len("the "), lexicon) or unit_at(text, named.start(1), lexicon)
        if found is not None and found[0].kind == "money":
            return found[0], named.start()
    return None


def exchange_rate(reader: Reader, index: int) -> Found | None:
    """The won closed at 1,465.6 per dollar: so many of the currency that the clause is about."""
    text = reader.text
    number = reader.numbers[index]
    if number.style != "digits" or number.scaled or number.value is None or text[number.end : number.end + 1] != " ":
        return None
    against = _AGAINST.match(text, number.end)
    base = unit_at(text, against.end(), reader.lexicon) if against is not None else None
    if base is None or base[0].unit not in _BASES:
        return None
    low = max(0, number.start - _RATE_REACH, _sentence_start(text, number.start))
    quoted = _quoted(reader, low, number.start)
    if quoted is None or quoted[0].unit in _BASES:
        return None  # The euro was at 1.16 per dollar: it is quoted the other way round
    item = Found(number.start, number.end, quoted[0], number.value, "money.rate", index)
    item.per = base[0].unit
    return item


def _of_currency(reader: Reader, low: int, number: Number, indices: dict[str, Any]) -> bool:
    """The Nikkei 225 ended lower, while the yen strengthened to 153.9 per dollar: a rate, no level of the index."""
    text = reader.text
    if text.startswith((" per ", " to the "), number.end):
        return True
    quoted = _quoted(reader, low, number.start)
    return quoted is not None and quoted[1] > max(text.rfind(word, low, number.start) for word in indices)


#: 1.30원 오른 | 1194.40에 마쳤다: what moved by so many won is quoted in won.
_STEPPED: Final = r"\d원(?: ?\d{1,2}전)? WORDS $"


def _stepped(context: str, lexicon: Lexicon) -> bool:
    return pattern(lexicon, "stepped.before", _STEPPED).search(context, max(0, len(context) - 16)) is not None


def _crossed(reader: Reader, number: Number, low: int) -> bool:
    """코스피가 사상 처음으로 4000을 돌파했다, 코스피 5000 시대: the index alone is what goes so far."""
    text, lexicon, start, end = reader.text, reader.lexicon, number.start, number.end
    if not reader.korean or number.value is None or number.value < _LEAST:
        return False
    aged = pattern(lexicon, "index_age.after", _AGE).match(text, end) is not None
    if not aged:
        if text[end : end + 1] not in _CROSSING and text[end : end + 2] not in _SPACED_LINE:
            return False
        if pattern(lexicon, "index_move.after", _CROSSED).match(text, end) is None:
            return False
    context = text[low:start]
    named = [(at + len(word)) for word in lexicon.sections["index"] if (at := context.rfind(word)) >= 0]
    if not named:
        return False
    behind = max(named)
    if aged:
        return context[behind:] in _NAME_GAPS and number.value >= _MARKET
    bears = pattern(lexicon, "index_level", _BEARS).match(context, behind)
    return bears is not None and all(other[-1] not in _TOPICS for other in context[bears.end() :].split())


#: What may stand between the name of an index and its level.
_NAME_GAPS: Final = (" ", " 지수 ", "지수 ", " ‘", " '")
_TOPICS: Final = frozenset("이가은는도")


def index_level(reader: Reader, index: int) -> Found | None:
    """2,605.17 beside the name of a market index is its level in points."""
    text = reader.text
    number = reader.numbers[index]
    if number.style != "digits" or number.value is None:
        return None
    start = number.start
    printed = text[start : number.end]
    whole, point, _ = printed.partition(".")
    line = text[number.end : number.end + 1] == "선" and _LINE.match(text, number.end) is not None
    reach = 60 if reader.page.language == "ko" else 100
    low = max(0, start - reach)
    low = max(low, text.rfind(".\n", low, start), text.rfind("다. ", low, start), _sentence_start(text, start))
    crossed = not (point or line) and _crossed(reader, number, low)
    if number.scaled and not (line or crossed or (point and "만" in whole)):
        return None  # 1만7,959.03 and 5천선 are levels, 3억 none
    marked = point == "." and text[number.end : number.end + 1] in ("p", "P")
    if len(whole) < 3 and not (marked or number.scaled):
        return None
    if not (point or "," in whole or line or crossed) or guards.code(text, number, reader.lexicon):
        return None
    if not (point or line or crossed or _LEVEL.search(text, max(0, start - 10), start)):
        if _CLOSED.match(text, number.end) is None:
            return None
    if not (line or crossed or _INDEX_TAIL.match(text, number.end) or number.end == len(text)):
        return None
    context = text[low:start]
    if context.endswith(" ") and _stepped(context, reader.lexicon):
        return Found(start, number.end, reader.lexicon.units["원"], number.value, "money.ko.rate", index)
    sections = reader.lexicon.sections
    near = reader.korean and _near_level(reader, number, context)
    if not (crossed or near or " points" in context or any(word in context for word in sections["index"])):
        closes = point and _CLOSES.match(text, number.end) is not None  # 2415.61에 장을 마쳤다
        steps = marked and text[number.end + 1 : number.end + 2] == "(" and _SINCE.search(context) is not None
        if not (steps or closes) and (
            not point or number.value < _MARKET or not any(word in context for word in sections["index_word"])
        ):
            return None  # 지수는 장중 3,111.81까지 올랐다; a price index of 114.18 has no points
    if reader.page.language != "ko" and _of_currency(reader, low, number, sections["index"]):
        return None
    end = number.end + 1 if marked else number.end
    value = number.value
    myriads = _MYRIADS_BEFORE.search(text, max(0, start - 4), start) if point and value < 10000 else None
    if myriads is not None:  # 3만 4474.83
        start, value = myriads.start(), value + 10000 * int(myriads.group(1))
    item = Found(start, end, None, value, "points.level", index)
    item.kind, item.unit_name = "points", "point"
    if not marked:
        reader.level = item
    if (line or crossed) and text[start - 1 : start] in _RANGED:
        first = low_end(reader, index)
        if first is None:
            return None
        widen(item, first)
    return item


#: Left of a level the mark of a range: 3,800~4,100선.
_RANGED: Final = frozenset("~∼～〜–-")
#: How far behind a level the next one of the same index stands.
_SAME_INDEX: Final = 160


def _near_level(reader: Reader, number: Number, context: str) -> bool:
    """717.13 and 700선 behind 731.81 are levels of the same index; a rate or a price has a name of its own."""
    level = reader.level
    if level is None or number.start - level.end > _SAME_INDEX or level.value is None or number.value is None:
        return False
    if abs(number.value - level.value) > level.value * _APART:
        return False
    return not any(word in context for word in reader.lexicon.sections["index_not"])
