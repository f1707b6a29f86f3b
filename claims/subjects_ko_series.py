"""Korean numbers about the same thing: lists, changes, sums and the rates they grew by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.clause_ko_predicate import AMOUNTS, deed_of, verb_at
from claims.subjects_ko_sentence import Sentence, tie_at

if TYPE_CHECKING:
    from claims.records import Mention

__all__ = ["FAR", "RATES", "changes", "goes_on", "inherit", "one_by_one", "runs_of", "to_next"]

_SERIES: Final = frozenset(
    (", ", "·", " · ", "와 ", "과 ", "에서 ", "에서", "부터 ", " 및 ", "이나 ", "이었으나 ", "→", " → ", "원에서 ")
)
_TOTALS: Final = frozenset((" 총 ", "로 총 ", "으로 총 ", "로 모두 ", "으로 모두 ", "로 합계 ", "으로 합계 "))
FAR: Final = 30
_GAP: Final = 24  # characters between two numbers of which the second inherits
_LISTED: Final = frozenset((", ", "·", " · ", "와 ", "과 ", " 및 "))
_PAREN: Final = re.compile(
    r"(?: ?(?:가량|규모|이상|이하|여|안팎|정도|수준|내외|어치|상당|대|선|씩|짜리))?\s?"
    r"\((?:약|한화|우리 ?돈|원화|미화|현재 환율로?|전체의|전년 ?(?:동기 ?)?(?:대비|보다|比)| )*$"
)
_SIZES: Final = frozenset(("이상", "이하", "대", "가량", "수준", "정도", "안팎"))
RATES: Final = frozenset(("percent", "percentage_point"))
_MONEYLIKE: Final = frozenset(("money", "measure", "percent", "percentage_point", "count", "multiple"))


def to_next(sentence: Sentence, mine: Mention, following: Mention) -> bool:
    """12% 늘어난 3조원: both numbers are about the same thing."""
    between = sentence.text[mine.end : following.left].removeprefix(")")  # 280원(6.1%) 오른 4860원
    return between[:1] == " " and between[1:].removesuffix(" ") in sentence.words.changed


def runs_of(text: str, group: list[Mention]) -> dict[int, tuple[int, int]]:
    """3,113억원, 503억원: the place of a number in its list, and how many there are, by where the number starts."""
    runs: dict[int, tuple[int, int]] = {}
    first, count = 0, len(group)
    for index in range(1, count + 1):
        before = group[index - 1]
        if index < count and group[index].kind == before.kind and text[before.end : group[index].left] in _LISTED:
            continue
        size = index - first
        if size > 1:
            for place in range(size):
                runs[group[first + place].start] = (place, size)
        first = index
    return runs


def one_by_one(sentence: Sentence, group: list[Mention], runs: dict[int, tuple[int, int]]) -> None:
    """각각 12%, 8% 늘어난 3조원, 2조원: the sums are those of the rates, one by one."""
    for index, mention in enumerate(group):
        place, count = runs.get(mention.start, (0, 1))
        if place == count - 1 and place and mention.kind == "money":
            if mention.measure is None:
                mention.measure = deed_of(sentence, mention)
            if mention.measure is None:
                continue
            for other in group[index - place : index]:
                if other.measure is None:
                    other.measure = mention.measure  # 각각 1000억원, 2000억원을 순매수했다
        if place or count == 1 or index < count:
            continue
        _to_each(sentence, group[index - count : index], group[index : index + count])
        rates = group[index - count : index]
        if runs.get(rates[0].start) == (0, count) and to_next(sentence, rates[-1], mention):
            for rate, amount in zip(rates, group[index : index + count], strict=True):
                if rate.measure is None:
                    rate.subject, rate.measure = amount.subject, amount.measure
                else:
                    amount.subject, amount.measure = rate.subject, rate.measure


def _to_each(sentence: Sentence, told: list[Mention], rates: list[Mention]) -> None:
    """매출은 3조원, 영업이익은 2천억원으로 각각 10%, 20% 늘었다: each rate is that of its sum."""
    gap = sentence.text[told[-1].end : rates[0].left]
    if len(gap) > FAR or "각각 " not in gap or not gap.startswith(("으로 ", "로 ", "을 ", "를 ")):
        return
    measures = [mention.measure for mention in told]
    if None in measures or len(set(measures)) < len(measures) or told[0].kind == rates[0].kind:
        return
    for amount, rate in zip(told, rates, strict=True):
        rate.subject, rate.measure = amount.subject, amount.measure


def _of_whole(sentence: Sentence, before: Mention, mention: Mention) -> bool:
    """812만명으로 전체의 61.5%를 차지했다: the share is that of the same thing; of a list of names it is that of all."""
    gap = sentence.text[before.end : mention.left]
    if gap.endswith(("로 전체의 ", "로 전국의 ", "로 세계의 ")) and len(gap) < 9 and before.kind in _MONEYLIKE:
        if sentence.leads < 2:
            mention.subject, mention.measure = before.subject, before.measure
        return True
    return False


def goes_on(sentence: Sentence, before: Mention, mention: Mention) -> bool:
    """영업이익이 18% 증가하며 48조원을 기록했다: the sum is that of the same measure."""
    text, words = sentence.text, sentence.words
    if before.kind == mention.kind and before.measure is not None and _at_another_time(sentence, before, mention):
        mention.subject, mention.measure = before.subject, before.measure
        return True
    if mention.kind == "percent":
        return _of_whole(sentence, before, mention) or _grew(sentence, before, mention)
    if mention.kind != "money" or before.kind not in RATES or before.measure is None:
        return False
    gap = text[before.end : mention.left]
    if gap[:1] != " " or len(gap) > 12 or gap[1:].rstrip(" 약총") not in words.moving:
        return False
    if not words.fits(before.measure, "money") or AMOUNTS.match(text, mention.end) is None:
        return False
    mention.subject, mention.measure = before.subject, before.measure
    return True


_WAS: Final = re.compile(r"(?:이었|였)(?:지만|으나|는데|고|다가),? ")


def _at_another_time(sentence: Sentence, before: Mention, mention: Mention) -> bool:
    """2000년에는 0.8%였지만 2013년에는 30%로: the same measure at another time."""
    was = _WAS.match(sentence.text, before.end)
    if was is None or mention.left - before.end > FAR:
        return False
    between = sentence.text[was.end() : mention.left]
    return any(map(sentence.words.is_time, between.split())) and sentence.words.own_nothing(between)


def _grew(sentence: Sentence, before: Mention, mention: Mention) -> bool:
    """영업이익 15조원을 내며 전분기 대비 25% 증가했다: the rate is that of the same measure."""
    text = sentence.text
    if before.kind != "money" or before.measure is None:
        return False
    gap = text[before.end : mention.left]
    if gap[:2] not in ("을 ", "를 ") or not gap.endswith(("대비 ", "보다 ")) or len(gap) > FAR:
        return False
    if gap[2:].split(" ", 1)[0] not in sentence.words.earning or not changes(sentence, mention):
        return False
    mention.subject, mention.measure = before.subject, before.measure
    return True


def inherit(text: str, before: Mention, mention: Mention) -> bool:
    """1000억달러(약 145조원), 2만원에서 3만원으로, 3조원(전년 대비 12% 증가): the second is about the same thing."""
    if mention.start - before.end > _GAP or mention.kind not in _MONEYLIKE:
        return False
    gap = text[before.end : mention.start]
    if before.kind not in _MONEYLIKE and not (gap == "(" and before.kind == "points"):
        return False
    if "(" in gap:
        rate = mention.kind == "percent" and before.kind != "percentage_point"  # 3.1%포인트(95% 신뢰수준)
        if (before.kind == mention.kind or rate) and _PAREN.fullmatch(gap):
            mention.subject, mention.measure = before.subject, before.measure
            return True
        return False
    gap = text[before.end : mention.left]
    same = before.kind == mention.kind and (mention.kind != "count" or mention.unit == before.unit)
    if same and text[before.end : mention.start] in _TOTALS:
        mention.measure = before.measure
        return True  # 382㎿, 태양광이 536㎿로 총 918㎿
    if same and mention.kind == "measure" and mention.canonical_unit != before.canonical_unit:
        return False  # 길이 76m, 1200t급
    if same and (gap in _SERIES or (gap[-3:] == "에서 " and gap[:-3].strip() in _SIZES)):
        if not tie_at(text, mention.end)[1]:
            mention.subject, mention.measure = before.subject, before.measure
            return True
    return False


def changes(sentence: Sentence, mention: Mention) -> bool:
    """25% 증가했다, 3%나 올랐다: whether the number is that of a change."""
    return sentence.text.startswith(sentence.words.changes, verb_at(sentence.text, mention.end))
