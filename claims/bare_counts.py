"""Counts without a counter: 관객 1000만, 조회 수 1200만, 100만 구독자; only beside a noun that is counted so."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from claims import guards
from claims.edges import hangul_tail, tail_ok
from claims.found import Found, Reader
from claims.low_ends import goes_on, low_end, widen
from claims.patterns import pattern
from claims.shared_scale import spoken_tail
from claims.units import label_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit

__all__ = ["bare_count", "noun_before"]

_MAGNITUDES: Final = frozenset("만억萬億")
_BEFORE: Final = r"(?<![가-힣])([가-힣]{0,6}?) ?([가-힣]{1,6}?)(?:은|는|이|가|을|를|도|만)?(?:[ ,:=]+WORDS){0,3} ?$"
_AFTER: Final = re.compile(r"여? ['‘“]?([가-힣]{2,4})( ?수)?")
_WINDOW: Final = 24


def bare_count(reader: Reader, index: int) -> Found | None:
    """The count of a large number whose counter is understood."""
    number = reader.numbers[index]
    text, lexicon = reader.text, reader.lexicon
    if not number.scaled or number.value is None or number.style != "digits" or not reader.korean:
        return None
    if _MAGNITUDES.isdisjoint(text[number.start : number.end]):
        return None
    if goes_on(reader, index):
        return None
    first = low_end(reader, index)
    start = number.start if first is None else first[0].start
    noun = _after(text, number.end, lexicon) or noun_before(text, start, number.end, lexicon)
    if noun is None or guards.code(text, number, lexicon, ranged=first is not None):
        return None
    value = spoken_tail(text[number.start : number.end], number.value)  # 관객 1억3천
    item = Found(number.start, number.end, _unit(noun, lexicon), value, "count.ko.noun", index)
    item.approximate = number.inner
    if number.inner:
        item.words.append("여")
    widen(item, first)
    return item


def noun_before(text: str, start: int, end: int, lexicon: Lexicon) -> str | None:
    """The noun left of a large number whose counter is understood: 관객 1000만, 팔로워가 1억."""
    tail = hangul_tail(text, end)
    if tail and (tail[0] == "당" or not tail_ok(tail, lexicon)):
        return None
    if text[end : end + 1] == " ":
        if text[end + 1 : end + 2].isdecimal():
            return None  # 3만 4474.83
        if text[end + 2 : end + 3] == "당" or text[end + 3 : end + 4] == "당":
            return None  # 인구 10만 명당
    if (text[end : end + 1].isascii() and text[end : end + 1].isalnum()) or text[end : end + 1] in ("%", "％"):
        return None
    label = label_at(text, end + 1 if text[end : end + 1] == " " else end, lexicon)
    if label is not None and " " not in label:
        return None
    match = pattern(lexicon, "amount.between", _BEFORE).search(text, max(0, start - _WINDOW), start)
    if match is None or text.find("보다", match.start(), start) >= 0:
        return None
    nouns = lexicon.sections["bare_count"]
    noun = match.group(2)
    for form in (noun, match.group(1) + noun, match.group(1), noun.removesuffix("수")):
        if form in nouns and (form != match.group(1) or noun == "수"):
            return form
    return None


def _after(text: str, end: int, lexicon: Lexicon) -> str | None:
    match = _AFTER.match(text, end)
    if match is None:
        return None
    nouns = lexicon.sections["bare_count"]
    word = match.group(1)
    if match.group(2) is not None and word + "수" in nouns:
        return word + "수"  # 211만 조회 수
    for length in range(len(word), 1, -1):
        if word[:length] in nouns:
            tail = hangul_tail(text, match.start(1) + length)
            return word[:length] if tail[:1] != "권" and tail_ok(tail, lexicon) else None
    return None


def _unit(noun: str, lexicon: Lexicon) -> Unit:
    from claims.lexicon import Unit

    row = lexicon.sections["bare_count"][noun]
    return Unit(noun, "count", noun, Decimal(1), row["class"], Fraction(1), Decimal(0), None, frozenset(), "bare_count")
