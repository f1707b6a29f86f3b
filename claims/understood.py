"""Numbers whose unit stands elsewhere: before the number (마하 1.8), or understood (과징금 502억)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims import guards, guards_machines_ko
from claims.bare_counts import noun_before
from claims.edges import hangul_tail, look_left, tail_ok
from claims.found import Found, Reader
from claims.low_ends import goes_on, low_end, widen
from claims.patterns import pattern
from claims.scan import Number
from claims.shared_scale import spoken_tail
from claims.units import label_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["named_before", "understood_money"]

_LEVEL_DIGITS: Final = re.compile(r"[만억조] ?\d+\.\d")


def named_before(reader: Reader, index: int) -> Found | None:
    """마하 1.8: a unit that stands before its number."""
    text, number = reader.text, reader.numbers[index]
    start = number.start
    if number.style != "digits" or number.value is None or start < _SHORTEST or not "가" <= text[start - 2] <= "힣":
        return None
    end = start - 1 if text[start - 1] == " " else start
    begin = text.rfind(" ", max(0, end - _SHORTEST), end) + 1
    if not begin and end > _SHORTEST:
        begin = end - _SHORTEST
        if text[begin] not in _QUOTES:
            return None  # a longer word
    if text[begin] in _QUOTES:
        begin += 1
    unit = reader.lexicon.units.get(text[begin:end])
    if unit is None or "before" not in unit.flags or text[number.end : number.end + 1] in ("%", "％"):
        return None
    item = Found(begin, number.end, unit, number.value, "measure.ko.before", index)
    item.left = begin
    return item


#: The length of 마하 and a mark or a space before it.
_SHORTEST: Final = 3
_QUOTES: Final = frozenset("\"'“‘(")


def understood_money(reader: Reader, index: int) -> Found | None:
    """과징금 502억을, 매출 1조를, 3조 투자, 4억 달러(1조5321억): money only where a money noun or a sum beside it governs."""
    text, lexicon = reader.text, reader.lexicon
    number = reader.numbers[index]
    if not reader.korean or not number.scaled or number.style not in ("digits", "order", "sino"):
        return None
    if _LEVEL_DIGITS.search(text, number.start, number.end) is not None:
        return None  # 1만2998.50에 거래를 마감했다: an index
    if goes_on(reader, index) or text[number.end : number.end + 1] in _MYRIADS:
        return None  # 8만 1448만 원: a misprint says nothing exact
    first = low_end(reader, index)
    if guards.code(text, number, reader.lexicon, ranged=first is not None):
        return None
    printed = text[number.start : number.end]
    if number.style == "sino" and not (len(printed) > 1 and printed[-1] in "억조"):
        return None
    short = printed[-1] == "천" and number.style == "digits" and number.value is not None
    value = spoken_tail(printed, number.value) if short and number.value is not None else number.value
    if number.value is not None and not number.order:
        if printed[-1] not in "만억조경萬億兆0123456789" and value == number.value:
            return None  # 3천 alone; 7억3천 is 7억3천만
    if _MYRIADS.isdisjoint(printed):
        return None
    end = number.end
    run = re.match(r" ?여?(?:원)?([가-힣]{0,8})", text[end : end + 12])
    glued = hangul_tail(text, end)
    band = glued.startswith("대") or text.startswith(" 대 ", end)
    if glued and not tail_ok(glued, lexicon):
        return None
    assert run is not None
    label = label_at(text, end + 1 if text[end : end + 1] == " " else end, lexicon)
    if label is not None and " " not in label:
        return None
    home = lexicon.units.get("원")
    if home is None:
        return None
    small = number.value is not None and number.value < _LARGE_SUM
    if not (
        (
            text[end : end + 1] != " " and _SUM_OF_TWO.search(printed) is not None
        )  # 113조 9천억으로: nothing else is told so
        or _beside_sum(reader, number)
        or _of_such_sums(reader, number)
        or _money_before(text, number.start if first is None else first[0].start, lexicon, small=small)
        or _money_after(text, number, lexicon, band=band, small=small or number.style == "sino")
    ):
        return None
    item = Found(number.start, end, home, value, "money.ko.noun", index)
    item.low, item.high = number.low, number.high
    if number.low is not None:
        item.relation, item.value = "range", None
    item.approximate = number.inner
    widen(item, first)
    return item


_SUM_OF_TWO: Final = re.compile(r"\d조 ?\d[\d,]*천?억$")
#: From here on a sum is told by nouns of goods too (수출 500억).
_LARGE_SUM: Final = 10**8
_MYRIADS: Final = frozenset("만억조경萬億兆")
_SUM_OPEN: Final = re.compile(r" ?[(（](?:약 |한화 |우리 ?돈 |원화 |한국 ?돈 )*$")


#: 1조에서 1조5000억으로: what stands between two sums of one noun.
_PAIR: Final = ("에서 ", "보다 ", "→", " → ", ", ", "과 ", "와 ", "에서 올해 ", "에서 지난해 ")


def _beside_sum(reader: Reader, number: Number) -> bool:
    """4억 달러(1조5321억): in parentheses right after a sum of another currency."""
    last = reader.last
    if last is not None and last.rule == "money.ko.noun":
        gap = reader.text[last.end : number.start]
        if gap in _PAIR or (gap[-1:] == " " and gap[:-1] in reader.lexicon.sections["amount.after"]):
            return True
    return (
        last is not None
        and last.kind == "money"
        and last.unit_name != "KRW"
        and number.start - last.end < 12
        and _SUM_OPEN.fullmatch(reader.text, last.end, number.start) is not None
        and reader.text[number.end : number.end + 1] in ")）"
    )


#: What may follow a sum that is told by those around it.
_CLOSES_SUM: Final = ("", ",", ".", ")", "·", "/", "(", "→", "…")
_SUMS_NEAR: Final = 24


def _of_such_sums(reader: Reader, number: Number) -> bool:
    """모집금액 1000억원(2년 400억, 3년 600억), 91일물 0.9조, …: among sums of won, or with decimals, nothing else is so large."""
    text, end, value = reader.text, number.end, number.value
    if value is None or value < _LARGE_SUM or text[end - 1] not in guards_machines_ko.SUM_MARKS:
        return False
    decimal = text.find(".", number.start, end) > 0
    if text[end : end + 1] not in _CLOSES_SUM and not (
        "가" <= text[end] <= "힣" and (decimal or text[end - 1] == "억")
    ):
        return False
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isdecimal():
        return False
    last = reader.last
    beside = (
        last is not None
        and last.unit_name == "KRW"
        and last.value is not None
        and last.value >= _LARGE_SUM
        and number.start - last.end <= _SUMS_NEAR
        and text.find(". ", last.end, number.start) < 0
        and "\n" not in text[last.end : number.start]
    )
    return (decimal or beside) and noun_before(text, number.start, end, reader.lexicon) is None


_NOUN_LEFT: Final = (
    r"([가-힣A-Za-z]{1,10}?)(?:은|는|이|가|을|를|의|으로|로|만|도|에만|에)?"
    r"(?:[ ,:=]+WORDS){0,4}[ :=(’”'\"]{0,2}$"
)
_TAKEN: Final = r"(?: ?(?:가량|정도|넘게|이상|남짓|안팎|가까이))?[을를씩]? (?:더 )?WORDS"
_NOUN_RIGHT: Final = r"(?:원)?WORDS?(?:의|에 달하는|에 이르는)? ([가-힣]{1,8})"


def _money_nouns(lexicon: Lexicon, small: bool) -> frozenset[str]:
    """The nouns that govern a sum; of a small one (수출 100만 돌파) those of goods do not tell."""
    key = "quantities.money.small" if small else "quantities.money"
    cached = lexicon.cache.get(key)
    if cached is None:
        rows = lexicon.sections.get("measure.ko", {}).items()
        cached = frozenset(word for word, row in rows if row.get("money") and not (small and row.get("goods")))
        lexicon.cache[key] = cached
    assert isinstance(cached, frozenset)
    return cached


def _money_before(text: str, start: int, lexicon: Lexicon, *, small: bool) -> bool:
    window = text[max(0, start - 24) : start]
    match = pattern(lexicon, "amount.between", _NOUN_LEFT).search(window)
    if match is None:
        return False
    nouns = _money_nouns(lexicon, small)
    word = match.group(1)
    josa = window[match.end(1) :]
    for form in (word, word + josa.split(" ", 1)[0].rstrip(",:=(’”'\"")):
        for length in range(min(len(form), 6), 1, -1):
            if form[-length:] in nouns:
                return True
    return len(word) == 1 and word in nouns


#: How a noun of what is done to a sum goes on as a verb: 투자했다, 지급된.
_DONE: Final = frozenset("하했해한할함됐돼되된될")
_NEXT_NOUN: Final = re.compile(r"(?<=[가-힣]) ([가-힣]{1,8})")


def _is_money(word: str, nouns: frozenset[str], lexicon: Lexicon) -> bool:
    """투자를, 투자유치 are money; 투자자 is a person."""
    rests = lexicon.sections["amount_noun.rest"]
    for length in range(min(len(word), 6), 0, -1):
        if word[:length] in nouns:
            rest = word[length:]
            if rest and rest[0] in _DONE and lexicon.sections["measure.ko"][word[:length]].get("verb"):
                return True  # 1430억 순매수했다
            if tail_ok(rest, lexicon) or (length > 1 and (rest[:2] in rests or rest[:2] in nouns)):
                return True
    return False


#: 30억 규모 시리즈A; of 70억 규모 매개변수 no sum is told.
_OF_SIZE: Final = r" ?(?:어치|상당|규모)(?![가-힣]{0,2} ?WORDS)"
#: 60억이라는 천문학적 액수: a noun of sums, and nothing else, is called so many.
_CALLED_SUM: Final = (
    r"(?:이?라는|의|에 달하는|에 이르는) (?:[가-힣]{1,5} )?WORDS(?:[은는이가을를의에과와로도]|(?![가-힣]))"
)
#: What stands between a number and its noun begins with one of these.
_CALLING: Final = frozenset("이라의에")


#: What is given to each of these is a sum, where nothing says of what so many are.
_TAKERS: Final = frozenset(("person", "household", "company", "place"))
_ENDS: Final = ("", ",", ".", ")", "을")
_MONTHLY: Final = ("매달 ", "매월 ")


def _each(text: str, start: int, lexicon: Lexicon) -> bool:
    """가구당 최대 | 300만, 1인당 매달 | 25만: whether so much is given to each."""
    edge = start - 3 if text[start - 3 : start] in _MONTHLY else start
    left = look_left(text, edge, max(0, edge - _EACH_REACH), lexicon)
    return left is not None and left.per in _TAKERS


_EACH_REACH: Final = 16


def _money_after(text: str, number: Number, lexicon: Lexicon, *, band: bool, small: bool) -> bool:
    start, end = number.start, number.end
    if text.startswith("에 ", end) and pattern(lexicon, "price_verb.after", r"에 WORDS").match(text, end):
        return True  # 4년 60억에 계약했다
    if not small and pattern(lexicon, "money_verb.after", _TAKEN).match(text, end):
        return True  # 40억가량을 뜯어냈다
    if text[end - 1] in _MYRIADS and _each(text, start, lexicon):
        if text[end : end + 1] in _ENDS or pattern(lexicon, "money_verb.after", _TAKEN).match(text, end):
            return True  # 가구당 최대 300만, 1인당 25만 지급
    if not small and text[end - 1] == "억" and pattern(lexicon, "money_paid.after", _TAKEN).match(text, end):
        return noun_before(text, start, end, lexicon) is None  # 150억을 받았으며; 조회수 2억을 받은
    if small and pattern(lexicon, "money_verb_small.after", _TAKEN).match(text, end):
        return True  # 3000만을 건넸다
    if (
        not small
        and text[end - 1] in guards_machines_ko.SUM_MARKS
        and pattern(lexicon, "sized.not", _OF_SIZE).match(text, end)
    ):
        return True  # 30억 규모 시리즈A
    if text[end : end + 1] in _CALLING and pattern(lexicon, "sum_noun.after", _CALLED_SUM).match(text, end):
        return True
    if band and guards_machines_ko.band_of_money(text, number, end + (2 if text[end] == " " else 1), lexicon):
        return True
    match = pattern(lexicon, "amount.after", _NOUN_RIGHT).match(text, end)
    if match is None:
        return False
    word = match.group(1)
    nouns = _money_nouns(lexicon, small)
    if _is_money(word, nouns, lexicon):
        return True
    further = _NEXT_NOUN.match(text, match.end()) if text.startswith("의 ", match.start(1) - 2) else None
    return further is not None and _is_money(further.group(1), nouns, lexicon)  # 117조5천억 규모의 새해 예산안
