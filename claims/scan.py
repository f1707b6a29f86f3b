"""Printed numerals in a text: where they stand and what they say, before anybody asks what they count.

Digits come first (the scan starts at a digit and takes the magnitudes that follow; :mod:`claims.spots` says where one
stands), then numerals written in Hangul (오백만, 수천억, 세) and in English words (two hundred, a dozen); those two demand a
unit, which is quantities.py's business.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claims.digits_en import BEFORE_FRACTION, indian, mixed
from claims.looks import letter
from claims.native_ko import Natives, native, native_rests
from claims.numerals import ko_prefix, sino_prefix
from claims.printed import EXACT, MAGNITUDES, Number, everyday, joined
from claims.scan_en import english_numbers, inside, parts_of_one
from claims.spaced_thousands import join_commas, join_dots, join_groups, join_zeros
from claims.units import label_at, unit_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.spots import Spots
    from claims.spots_en import EnglishSpots

__all__ = ["EXACT", "Number", "numbers", "openings"]

_MAGNITUDE_MARKS: Final = frozenset(MAGNITUDES)
#: Left of .308 one of these makes the point a decimal one.
_BARE_POINT: Final = frozenset(" (-−–+~±[/$€£₩¥")
#: Left of a digit these make the numeral no everyday one: 천5백, .308.
_GLUED_BEFORE: Final = frozenset("천백만.")
_GAP: Final = (" ", "\u00a0", "\n")
#: A digit run with at most twelve magnitude groups; each loop step eats at least one magnitude, so matching is linear.
_DIGITS: Final = re.compile(
    rf"\d[\d,.，．]{{0,47}}(?:[ \u00a0\n]?[{MAGNITUDES}]{{1,4}}(?:[ \u00a0\n]?\d[\d,.，．]{{0,15}})?){{0,12}}"
)
#: Magnitudes that also begin the name of something counted.
_OVERLAPPING: Final = "조경해백천만"
_RUN: Final = re.compile(r"[\d,.，．]{1,64}")
_BROKEN: Final = re.compile(r",\d{1,2}(?!\d)|,\d{4,}")
#: 9460여만: the hedge stands inside the numeral.
_INNER_HEDGE: Final = re.compile(rf"[ \u00a0]?여[ \u00a0]?([{MAGNITUDES}]{{1,4}})")
_MYRIADS: Final = ("만", "억", "조")
#: 수십억, 몇 천: an order of magnitude; else a numeral at the beginning of a word, looked at only if a magnitude is in it.
_SINO: Final = re.compile(
    r"[수몇십백천만일이삼사오육륙칠팔구](?<![가-힣\d].)"
    r"(?:(?<=[수몇]) ?[십백천만억조경]{1,4}(?: [만억조경]{1,2})?"
    r"|(?<![수몇])"
    r"(?:(?<=[십백천만])|(?=[일이삼사오육륙칠팔구억조경]{0,25}(?:[십백천만]| [일이삼사오육륙칠팔구십백천]{1,8}[만억조]))"
    r"|(?=[억조] ?(?:원|달러|유로|엔|위안|파운드))(?<!구(?=조)))"
    r"[일이삼사오육륙칠팔구십백천만억조경]{0,24}"
    r"(?: [일이삼사오육륙칠팔구십백천]{1,8}[만억조]|(?<=[십백천]) (?:[억조]|만(?= ?[원명달])))?)"
)
_SINO_FIRST: Final = frozenset("수몇십백천만일이삼사오육륙칠팔구")
_SINO_NEXT: Final = frozenset("일이삼사오육륙칠팔구십백천만억조경")
#: 3분의 두: what stands left of the upper number of a fraction.
_PARTS: Final = ("분의", "의 ")
_SINO_MAGNITUDE: Final = re.compile(r"[십백천만]")
#: 사백조 오백억 이만 원: a further part of a numeral in Hangul.
_SINO_DIGITS: Final = frozenset("일이삼사오육륙칠팔구십백천")
_SINO_MORE: Final = re.compile(r" [일이삼사오육륙칠팔구십백천]{1,8}[만억조]?(?![일이삼사오육륙칠팔구십백천만억조])")
_POWERS: Final = {"십": 1, "백": 2, "천": 3, "만": 4, "억": 8, "조": 12, "경": 16}


def numbers(text: str, lexicon: Lexicon, korean: Spots | None, english: EnglishSpots | None) -> list[Number]:
    """All printed numerals of ``text`` in order, of which the spots say where they may begin; linear in its length."""
    spots = korean or english
    found = _digits(text, lexicon, [] if spots is None else spots.runs)
    if korean is not None and korean.numerals:
        for more in _hangul(text, lexicon, korean.numerals):
            found = _merged(found, more)
    if english is not None:
        found = _merged(found, english_numbers(text, english.numbers))
        parts = parts_of_one(text, found)
        if parts:
            found = _merged([number for number in found if not inside(number, parts)], parts)
    if korean is not None and _spaced_zero(text, korean.runs):
        found = join_commas(text, found)
    if _side_by_side(found):
        if korean is not None and "·" in text:
            found = join_dots(text, found)
        found = join_groups(text, found)
    return found


def _merged(found: list[Number], more: list[Number]) -> list[Number]:
    """Two lists of numbers in the order of the text as one; of two that begin together the longer comes first."""
    if not more:
        return found
    merged: list[Number] = []
    place, count = 0, len(more)
    for number in found:
        while place < count:
            other = more[place]
            if other.start > number.start or (other.start == number.start and other.end <= number.end):
                break
            merged.append(other)
            place += 1
        merged.append(number)
    merged += more[place:]
    return merged


def _spaced_zero(text: str, runs: list[tuple[int, int]]) -> bool:
    """Whether digits that begin with a zero stand behind a comma and a space."""
    for start, _ in runs:  # noqa: SIM110  any() makes a generator
        if text[start] == "0" and start > 1 and text[start - 1] == " " and text[start - 2] == ",":
            return True
    return False


def _side_by_side(found: list[Number]) -> bool:
    """Whether one character parts any two numbers: only such may be one that is printed in parts."""
    end = -1
    for number in found:
        if number.start == end + 1:
            return True
        end = number.end
    return False


def _digits(text: str, lexicon: Lexicon, runs: list[tuple[int, int]]) -> list[Number]:
    """The numerals in digits; ``runs`` are all runs of digits."""
    found: list[Number] = []
    pos = 0
    for start, stop in runs:
        if start < pos:
            continue
        before = text[start - 1] if start else ""
        if before.isdigit():  # a superscript, or inside a run too long to be a number
            pos = _past_run(text, start)
            continue
        if before not in _GLUED_BEFORE and not (before == " " and text[start - 2 : start - 1] == "만"):
            number = everyday(text, start, stop)
            if number is not None and not (
                number.scaled and text[number.end - 1] in _OVERLAPPING and _is_unit(text, number.end - 1, lexicon)
            ):
                found.append(number)
                pos = number.end
                continue
        pos = _past_run(text, _any_shape(text, start, lexicon, found))
    return found


def _past_run(text: str, pos: int) -> int:
    """``pos`` itself, or where the numeral ends whose run of digits it stands in."""
    while pos and text[pos : pos + 1].isdecimal() and text[pos - 1].isdigit():
        match = _DIGITS.match(text, pos)
        if match is None:
            break
        pos = match.end()
    return pos


def _any_shape(text: str, start: int, lexicon: Lexicon, found: list[Number]) -> int:
    """Adds the numeral whose first digit stands at ``start``, whatever its shape; the reading goes on at the result."""
    match = _DIGITS.match(text, start)
    if match is None:
        return start + 1
    token = match.group()
    if start and text[start - 1] in "천백만":  # 천5백, 만2천: the first thousand is spoken
        start, token = _spoken_head(text, start, token)
    elif start > 1 and text[start - 1] == " " and text[start - 2] == "만":
        start, token = _spoken_myriad(text, start, token)
    parsed = ko_prefix(token)
    if parsed is None:
        run = _RUN.match(text, start)
        return run.end() if run else start + 1
    value, length = parsed
    if token[length : length + 1] in _GAP and token[length + 1 : length + 2] in _MAGNITUDE_MARKS:
        apart = _apart(text, start, token, lexicon)
        if apart is not None:
            found.append(apart)
            return apart.end
    if token[length - 1] in _OVERLAPPING and _is_unit(text, start + length - 1, lexicon):
        value, length = ko_prefix(token[: length - 1]) or parsed
    end = start + length
    if text[end : end + 1] == "," and text[end + 1 : end + 2].isdigit():
        run = _RUN.match(text, start)
        stop = run.end() if run else end
        if text[stop : stop + 1] in _MYRIADS and text[stop + 1 : stop + 2].isdigit():
            return match.end()  # 1,35만6000원: a misprint says nothing exact
        if "," in token[:length] or (
            _BROKEN.search(text, end, min(stop, end + 8)) and not _short_list(text, start, stop)
        ):
            rupees = indian(text, start, lexicon.sections["indian.en"])
            if rupees is not None:
                found.append(Number(start, rupees[1], rupees[0], "digits"))
                stop = rupees[1]
            return stop  # 4,4458: a misprint says nothing exact
    if text[end : end + 1].isdigit():
        return max(match.end(), end + 1)  # 1만05: a misprint says nothing exact
    if (
        start > 0
        and text[start - 1] == "."
        and (start == 1 or text[start - 2] in _BARE_POINT)
        and token[:length].isdigit()
    ):
        start, value = start - 1, EXACT.scaleb(value, -length)  # .308
    half = mixed(text, end, value) if text[end : end + 1] in BEFORE_FRACTION else None
    if half is not None:
        found.append(Number(start, half[1], half[0], "digits"))
        return half[1]
    number = Number(start, end, value, "digits")
    body = token[:length]
    if not body[-1].isdigit() or not body.isdigit():
        _describe(number, body)
    hedge = _INNER_HEDGE.match(text, end) if text[end : end + 2].find("여") >= 0 else None
    if hedge:
        _merge_inner(number, body, hedge)
    elif text.startswith(" 000", end) or text.startswith(" 000", end + 4):
        join_zeros(text, number)
    found.append(number)
    return number.end


_HEAD: Final = re.compile(r"(?<![가-힣\d])[일이삼사오육칠팔구십백천만]{1,7}$")


def _spoken_head(text: str, start: int, token: str) -> tuple[int, str]:
    """천5백, 이천5백, 만2천: digits go on a numeral that began in Hangul; 만3세 and 인천2호선 do not."""
    head = _HEAD.search(text, max(0, start - 8), start)
    if head is None or (head.group()[-1] == "만" and _MAGNITUDE_MARKS.isdisjoint(token)):
        return start, token
    begin, longer = head.start(), head.group() + token
    parsed = ko_prefix(longer)
    return (begin, longer) if parsed is not None and parsed[1] > start - begin else (start, token)


_AGE_OR_TIME: Final = frozenset("세살년월일시분초주")


def _spoken_myriad(text: str, start: int, token: str) -> tuple[int, str]:
    """지난해보다 만 7천 헥타르 늘어: ten thousand is spoken, as broadcasters write it; 만 19세 is a full age."""
    if start > _SPOKEN and text[start - _SPOKEN] not in " (\n“‘\"'":
        return start, token  # 서울만 7천 명: only
    parsed = ko_prefix(token)
    if parsed is None or parsed[0] >= _MYRIAD or parsed[0] < _HUNDRED or "." in token[: parsed[1]]:
        return start, token
    end = start + parsed[1]
    following = text[end + 1 : end + 2] if text[end : end + 1] == " " else text[end : end + 1]
    if following in _AGE_OR_TIME or not "가" <= following <= "힣":
        return start, token
    return start - 2, "만 " + token


#: The length of " 만 ".
_SPOKEN: Final = 3
_HUNDRED: Final = 100
_MYRIAD: Final = 10_000


def _apart(text: str, start: int, token: str, lexicon: Lexicon) -> Number | None:
    """48 조원, 1 조 2,000 억원: spaced out by a layout program; read only where a unit leaves no doubt."""
    kept = [
        place
        for place, mark in enumerate(token)
        if mark not in _GAP
        or not (
            (token[place - 1].isdigit() and token[place + 1 : place + 2] in _MAGNITUDE_MARKS)
            or (token[place - 1] == "천" and token[place + 1 : place + 2] == "백")
        )
    ]
    parsed = ko_prefix("".join([token[place] for place in kept]))
    if parsed is None:
        return None
    end = start + kept[parsed[1] - 1] + 1
    last = text[end - 1]
    begin = end + 1 if text[end : end + 1] == "여" else end
    begin = begin + 1 if text[begin : begin + 1] in _GAP else begin
    unit = unit_at(text, begin, lexicon)
    if unit is None or unit[0].flags & {"weak", "order"}:
        return None
    hundreds = text[end - 3 : end] == "천 백"  # 3천 백여 건
    if unit[0].kind != "money" and (unit[0].kind not in ("count", "measure") or (last not in "만억" and not hundreds)):
        return None
    return Number(start, end, parsed[0], "digits", scaled=True)


def _is_unit(text: str, pos: int, lexicon: Lexicon) -> bool:
    """2해리, 3경기, 5조각: the last magnitude is the first syllable of what is counted."""
    unit = unit_at(text, pos, lexicon)
    return (unit is not None and unit[1] > pos + 1) or len(label_at(text, pos, lexicon) or "") > 1


def _short_list(text: str, start: int, stop: int) -> bool:
    """3,5,7: every group has one or two digits, so it is a list and not a broken thousand."""
    if (
        text[stop : stop + 1] == "%"
        and stop - start <= _DECIMAL_COMMA
        and text.count(",", start, stop) == 1
        and text[start - 1 : start] not in (",", "·")
    ):
        return False  # 5,7%: more often a misprint of the point
    return all(0 < len(group) <= 2 for group in text[start : min(stop, start + 40)].rstrip(".,").split(","))


#: The length of 15,72.
_DECIMAL_COMMA: Final = 5


def _describe(number: Number, body: str) -> None:
    number.scaled = not _MAGNITUDE_MARKS.isdisjoint(body)
    if number.scaled:  # only a magnitude lets a space join
        number.joined = joined(number.start, body)


def _merge_inner(number: Number, body: str, hedge: re.Match[str]) -> None:
    merged = ko_prefix(body + hedge.group(1))
    if merged is not None and merged[1] == len(body) + len(hedge.group(1)):
        number.value, number.end = merged[0], hedge.end()
        number.scaled = number.inner = True


def _hangul(text: str, lexicon: Lexicon, starts: list[int]) -> tuple[list[Number], list[Number]]:
    """The numerals in Hangul, and those of them that are native words; ``starts`` are all places where one may begin."""
    found: list[Number] = []
    natives: list[Number] = []
    known = lexicon.built(Natives)
    floor = sino_end = native_end = 0
    for start in starts:
        if start >= sino_end and text[start] in _SINO_FIRST and _may_be_sino(text, start):
            match = _SINO.match(text, start)
            if match is not None:
                sino_end = match.end()
                number = _sino(start, match.group()) if start >= floor else None
                if number is not None and not _goes_before(text, start):
                    if (
                        text[number.end - 1] in "만억조천백"
                        and text[number.end : number.end + 1] == " "
                        and not number.order
                    ):
                        _go_on(text, number, lexicon)
                    floor = number.end
                    found.append(number)
        if start >= native_end and text[start] in known.firsts:
            match = known.pattern.match(text, start)
            if match is not None:
                native_end = match.end()
                if _may_count(text, start, native_end, lexicon):
                    natives.append(native(match, lexicon))
    return found, natives


def _may_be_sino(text: str, start: int) -> bool:
    """Whether the pattern can match there: but for 십, 백, 천 and 만 a space parts only numerals (수 조원; not 할 수 | 있다)."""
    if letter(text, start + 1) != ord(" ") or letter(text, start) in (ord("십"), ord("백"), ord("천"), ord("만")):
        return True
    return text[start + 2 : start + 3] in _SINO_NEXT


def _goes_before(text: str, begin: int) -> bool:
    """3 천만, 오억 칠만: digits or a myriad left of a numeral in Hangul belong to it, and it alone says nothing."""
    if begin < 2 or text[begin - 1] not in _GAP:
        return False
    before, last = text[begin - 3 : begin - 2], text[begin - 2]
    if last in "천백" and _POWERS.get(text[begin + (text[begin] not in _POWERS)], 9) < _POWERS[last]:
        return before in _SINO_DIGITS or before in " \n" or before.isdigit()  # 이천 | 오백 대, 천 | 백여 건
    return last.isdigit() or (last in "만억조" and before in _SINO_DIGITS)


def _go_on(text: str, number: Number, lexicon: Lexicon) -> None:
    """사백조 오백억 이만 원: further parts of a numeral in Hangul, up to its unit."""
    for _ in range(3):
        match = _SINO_MORE.match(text, number.end)
        if match is None:
            return
        end = match.end()
        parsed = sino_prefix(text[number.start : end])
        if parsed is None or parsed[1] != end - number.start:
            return
        if text[end - 1] not in "만억조":
            begin = end + 1 if text[end : end + 1] == "여" else end
            unit = unit_at(text, begin + 1 if text[begin : begin + 1] == " " else begin, lexicon)
            if unit is None or not (unit[0].kind in ("money", "count") and not unit[0].flags & {"weak", "order"}):
                return
        number.value, number.end = parsed[0], end


def _may_count(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a native numeral counts anything here (세 명, 다섯여 곳, 3분의 두): 한국, 세계, 한편 begin with one too."""
    begin = end + 1 if text[end] == " " else end
    return unit_at(text, begin, lexicon) is not None or text[begin] == "여" or text[max(0, start - 2) : start] in _PARTS


def _sino(start: int, token: str) -> Number | None:
    if token[0] in "수몇":
        return _order(start, token)
    if not _SINO_MAGNITUDE.search(token) and token[-1] not in "억조":
        return None
    parsed = _sino_value(token)
    if parsed is None:
        return None
    value, length = parsed
    return Number(start, start + length, value, "sino", scaled=True)


@lru_cache(maxsize=4096)
def _sino_value(token: str) -> tuple[Decimal, int] | None:
    parsed = sino_prefix(token)
    if parsed is None or not (_SINO_MAGNITUDE.search(token[: parsed[1]]) or token[parsed[1] - 1] in "억조"):
        return None
    return parsed


def _order(start: int, token: str) -> Number:
    """수천억: an order of magnitude, [1e11, 1e12)."""
    power = sum(_POWERS[mark] for mark in token[1:] if mark != " ")
    number = Number(start, start + len(token), None, "order", scaled=True)
    number.low = Decimal(10**power)
    number.high = Decimal(10 ** (power + 1))
    number.order = True
    return number


def openings(lexicon: Lexicon) -> list[str]:
    """What numerals in Hangul begin with: one syllable, where anything may follow it, else two characters."""
    found = list("십백천만")
    found += [first + rest[:1] for first, rests in native_rests(lexicon).items() for rest in rests]
    found += [first + second for first in "수몇" for second in " 십백천만억조경"]
    found += [first + second for first in "일이삼사오육륙칠팔구" for second in " 일이삼사오육륙칠팔구십백천만억조경"]
    return found
