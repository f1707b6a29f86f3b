"""What looks like a quantity and is none in any language: names and codes, dates and clock times, serials, addresses.

Each guard answers with the reason why a number is refused, or None; ``claims explain`` prints the reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.looks import letter
from claims.patterns import begins, may_end, pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.scan import Number

__all__ = ["BIG_COUNT", "big", "blocked_spans", "code", "whole"]

#: From here on a number beside a weak counter is a count, not an order.
BIG_COUNT: Final = 100

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
#: Right of '26 these leave it a year; '16년 만의, '23명, '20% are quantities in quotation marks.
_SHORT_YEAR: Final = re.compile(r"년(?!간| ?만[에의이 ]| ?동안|째)|[-./~∼–,) ]|$|[가-힣]?$")
_TELEPHONE: Final = re.compile(r"[-‐]\d+[-‐]\d")


def blocked_spans(text: str) -> list[tuple[int, int]]:
    """URLs and e-mail addresses: no number inside them is a claim."""
    # One character is looked for much faster than three: most texts have no slash, and Korean ones no w.
    if "@" not in text and not ("/" in text and "://" in text) and not ("w" in text and "www." in text):
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


_GROUP: Final = 3
_GROUPS: Final = re.compile(r"(?<![\d.,$€£])\d{1,3}(?: \d{3})* $")
_OF_MONTH: Final = re.compile(r"([A-Z][a-z]{2,8})\.? \d{1,2} $")


def _grouped(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """299 763 participants: the digits before are its thousands; not on May 12 300 people, nor 1 300명 in a table."""
    if text[start:end].find(",") >= 0 or not text[start : start + _GROUP].isdigit() or text[start + 3 : end].isdigit():
        return False
    following = text[end : end + 2]
    if following[:1] != " " or not (following.isascii() and following[1:].isalpha()):
        return False
    if _GROUPS.search(text, max(0, start - 20), start) is None:
        return False
    month = _OF_MONTH.search(text, max(0, start - 14), start)
    return month is None or month.group(1) not in lexicon.sections["month.en"]


def big(number: Number) -> bool:
    """Whether a number is too big for a serial or an order: 100 and more, 3만, 수천; of Hangul numerals only the value tells."""
    if number.style == "sino":
        return number.value is not None and number.value >= BIG_COUNT
    return number.scaled or number.order or (number.value is not None and number.value >= BIG_COUNT)


def code(text: str, number: Number, lexicon: Lexicon, *, ranged: bool = False) -> str | None:
    """Digits that belong to a name, a code, a serial, a date or a clock time (K-9, G20, 제3, 12:30, 2025.12.03)."""
    start, end = number.start, number.end
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return "a leading zero makes it a code"
    if start and text[start - 1] != "(":
        spaced = text[start - 1] == " "
        why = _spaced(text, start, end, lexicon) if spaced else _joined(text, start, end, lexicon, ranged=ranged)
        if why is not None:
            return why
    if end + 1 < len(text) and text[end] in ".:/-‐":
        if text[end] == "-" or text[end] == "‐":
            return "a telephone or serial number" if _TELEPHONE.match(text, end, end + _LONGEST) is not None else None
        if text[end + 1].isdigit() and not number.scaled:
            return "part of a code, date, time or score"
    return None


def _spaced(text: str, start: int, end: int, lexicon: Lexicon) -> str | None:
    """What the character before the space left of a number makes of it."""
    second = letter(text, start - 2)
    if second < _BEYOND_ASCII:
        if letter(text, end) != ord("%") and _serial(text, start, lexicon):
            return "a serial"
        if second == ord(":") and text[start - 4 : start - 2] == "번호":
            return "what bears a number is called by it (지정 번호: 15W)"
        if ord("0") <= second <= ord("9") and end - start >= _GROUP and _grouped(text, start, end, lexicon):
            return "thousands that a space parts"
    elif second == ord("제"):
        if not ("가" <= text[start - 3 : start - 2] <= "힣"):
            return "제 N is an order"
    elif (
        (second == ord("백") or second == ord("천"))
        and text[start - 3 : start - 2].isdecimal()
        and text.find(".", start, end) > 0
    ):
        return "the rest of a numeral (6천2백 48.5km)"
    return None


def _joined(text: str, start: int, end: int, lexicon: Lexicon, *, ranged: bool) -> str | None:
    """What the character that touches a number on the left makes of it."""
    before, second = text[start - 1], text[start - 2] if start > 1 else ""
    if "가" <= before <= "힣":
        return _after_hangul(text, start, end, lexicon)
    if ord(before) < _BEYOND_ASCII and (before.isalpha() or before in "_#@&"):
        return "digits inside a name or code"
    if before in "-‐.:/":
        if not ranged and second and (second.isdigit() or (second.isascii() and second.isalpha())):
            return "part of a code, date, time or score"
        if before == ".":
            if second and second in "십백천만억조":
                return "a broken numeral"
            if second.isascii() and _serial(text, start, lexicon):
                return "a serial"
    elif before in "’'":
        whole = end - start == _SHORT and text[start:end].isdigit()
        if whole and not (second.isascii() and second.isalpha()) and _SHORT_YEAR.match(text, end) is not None:
            return "’NN is a year"
        if second.isdigit():
            return "thousands that others mark with an apostrophe"
    elif before == "№":
        return "a serial"
    return None


def _after_hangul(text: str, start: int, end: int, lexicon: Lexicon) -> str | None:
    """파71, 제3, 코스피200, 코로나19 주간: what a Hangul syllable makes of the number it touches."""
    if text[start - 1] == "파" and not "가" <= text[start - 2 : start - 1] <= "힣":
        return "the par of a hole or a course (파71·7025야드)"
    if text[start - 1] == "제" and not "가" <= text[start - 2 : start - 1] <= "힣":
        return "제N is an order"
    if end - start == _INDEX and text[start:end].isdigit():
        if pattern(lexicon, "index", r"WORDS$").search(text, max(0, start - 8), start) is not None:
            return "the name of an index (코스피200)"
    if end - start < _MODEL and text[end : end + 1] == " ":
        if pattern(lexicon, "model.before", r"WORDS$").search(text, max(0, start - 8), start) is not None:
            return "the name of a thing (코로나19 주간 확진자)"
    return None


#: No part of a telephone number is longer.
_LONGEST: Final = 24
#: Behind all characters of ASCII.
_BEYOND_ASCII: Final = 0x80
#: The digits of ’26, of 코스피200; 코로나19 has fewer than a thousand.
_SHORT: Final = 2
_INDEX: Final = 3
_MODEL: Final = 4
#: The last letters of No. and Nos.
_NUMERO: Final = (" no", "(no", "nos", "“no", '"no', "no")


def _serial(text: str, start: int, lexicon: Lexicon) -> bool:
    end = start - 1 if text[start - 1] == " " else start
    if end and text[end - 1] == ".":
        end -= 1
        if text[end - 3 : end].lower() not in _NUMERO:
            return False  # a sentence ends: by the day. 60 people
    if not may_end(lexicon, "serial.en", text, end):
        return False
    shape = r"\bWORDS\.? ?$"
    return pattern(lexicon, "serial.en", shape).search(text[max(0, start - 14) : start]) is not None


#: A line of page furniture is no longer than this on either side of its number.
_LINE: Final = 24
_TRIM: Final = " \u00a0:·|()[]0+"


def _titled(text: str, start: int, end: int) -> bool:
    """“21 Grams”: a capital begins the last word, in a text that has small letters."""
    if text[end : end + 1] == "," and text[end + 1 : end + 2] not in ("”", '"'):
        return False
    word = text[text.rfind(" ", start, end) + 1 : end]
    return word.isascii() and word.istitle() and text[start : start + 1] == " "


#: What opens the title of a work, and what closes it.
_OPENING: Final = {"<": ">", "〈": "〉", "《": "》", "‘": "’", "'": "'", "“": "”", '"': '"', "『": "』", "「": "」"}
_TITLE: Final = 24
_SUMS: Final = frozenset("원러로엔안%")


def _work(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """<3명의 밤>, 영화 ‘두 개의 문’: a title that begins with a number; <매출 3억원 돌파> and <3억원의 빚> tell a sum."""
    mark = text[start - 1]
    if text.find(_OPENING[mark], end + 1, end + _TITLE) < 0:
        return False
    if mark in "<〈《" and text[end : end + 2] == "의 " and text[end - 1] not in _SUMS:
        return True
    return pattern(lexicon, "work.before", r"WORDS ?$").search(text, max(0, start - 8), start - 1) is not None


#: Behind the name of a listed company: 오백볼트(459120), 사십리터(KQ A234560).
_LISTED: Final = re.compile(r"\((?:[A-Z]{2,6}[ :]{1,2})?A?\d{6}\)")


def whole(text: str, number: Number, end: int, lexicon: Lexicon) -> str | None:
    """An idiom or a name as a whole (오만 가지 생각, Five Eyes), or a line of page furniture (댓글 12개, 3 min read)."""
    start = number.start
    if begins(lexicon, "fixed_phrase", text, start) and pattern(lexicon, "fixed_phrase", r"WORDS").match(text, start):
        return "an idiom or a name as a whole"
    if start and text[start - 1] != " " and text[start - 1] in _OPENING:
        if text[start - 1] in '“"' and text[end : end + 1] in ("”", '"', ",") and _titled(text, number.end, end):
            return "a title in quotation marks"
        if _work(text, start, end, lexicon):
            return "the title of a work"
    if number.style == "native" and text[start : end + 1] == text[2 * start - end - 1 : start]:
        return "one by one (한 명 한 명)"
    if number.style != "digits" and text[end : end + 1] == "(" and _LISTED.match(text, end):
        return "the name of a listed company"
    begin = text.rfind("\n", max(0, start - _LINE), start) + 1
    if not begin and start > _LINE:
        return None
    stop = text.find("\n", end, end + _LINE)
    if stop < 0:
        stop = len(text)
    if stop - end > _LINE:
        return None
    before = text[begin:start].strip(_TRIM).lower()
    after = text[end:stop].strip(_TRIM).lower()
    names, rests = lexicon.sections["furniture.before"], lexicon.sections["furniture.after"]
    if before in names and (not after or after in rests):
        return "page furniture"
    if not before or before in lexicon.sections["furniture.verb"]:
        if after in rests or (not after and text[number.end : end].strip(" -").lower() in rests):
            return "page furniture"
    return None
