"""Printed numerals, Korean and English, to exact Decimals; :mod:`claims.number_format` writes them.

``parse_number`` reads one whole numeral; the ``*_prefix`` functions read the longest numeral at the start of a token
and are what the scan calls. Korean counts in myriads (해 > 경 > 조 > 억 > 만), with 천 > 백 > 십 inside each; a numeral
whose parts do not fall in that order is no numeral.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import Final

__all__ = [
    "EN_WORDS",
    "en_words_prefix",
    "ko_prefix",
    "native_prefix",
    "parse_number",
    "sino_prefix",
]

_EXACT: Final = Context(prec=1000, Emax=999999, Emin=-999999)
_SMALL: Final = {"십": 1, "백": 2, "천": 3, "十": 1, "百": 2, "千": 3}
_LARGE: Final = {
    "만": 4, "억": 8, "조": 12, "경": 16, "해": 20, "万": 4, "萬": 4, "億": 8, "亿": 8, "兆": 12, "京": 16, "垓": 20,
}  # fmt: skip
_DIGIT_WORDS: Final = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7, "팔": 8, "구": 9}
_SPACES: Final = " \u00a0\n"
_FOUR: Final = 4
#: A run of digits longer than this is a code or a row of a table, not an amount.
_LONGEST_RUN: Final = 40
#: Thousands come in threes; a group of another size ends the numeral before its comma.
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
_PART: Final = r"([1-9]\d{0,3}|[1-9],\d{3})"
#: The everyday shape, read in one step: 1조2000억, 3조 4,567억, 1만2000.
_EVERYDAY: Final = re.compile(
    rf"(?:{_PART}조[ \u00a0\n]?)?(?:{_PART}억[ \u00a0\n]?)?(?:{_PART}만[ \u00a0\n]?)?{_PART}?", re.ASCII
)
_PLAIN: Final = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)

_ONES: Final = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7,
    "여덟": 8, "아홉": 9,
}  # fmt: skip
#: Forms that stand alone only: 석 달, 서 말, 넉 장, 너 되, 스무 살.
_ALONE: Final = {"석": 3, "서": 3, "넉": 4, "너": 4, "스무": 20}
_TENS: Final = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}

_EN_ONES: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_EN_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
#: The English words that a written number may start with.
EN_WORDS: Final = frozenset([*_EN_ONES, *_EN_TENS])
_EN_POWERS: Final = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15}
_EN_SHORT: Final = _EN_POWERS | {
    "k": 3, "m": 6, "mn": 6, "mln": 6, "b": 9, "bn": 9, "bln": 9, "tn": 12, "trn": 12, "trln": 12, "t": 12,
    "hundred": 2, "lakh": 5, "crore": 7,
}  # fmt: skip
#: What a number in words may hold; reading stops at any other word.
_EN_VOCABULARY: Final = EN_WORDS.union(_EN_POWERS, ("zero", "hundred", "dozen", "and", "a", "an", "half"))
_EN_WORD: Final = re.compile(r"[A-Za-z]+")
_EN_LONGEST: Final = 24
_EN_DIGITS: Final = re.compile(r"((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)[ \u00a0-]?([A-Za-z]{1,11})", re.ASCII)
_SIGNS: Final = {"-": -1, "−": -1, "－": -1, "+": 1, "＋": 1}

_Read = tuple[Decimal, int]


def _ascii(text: str) -> str:
    """Full-width and other Unicode digits, commas and stops as ASCII, one character for one."""
    if text.isascii():
        return text
    marks = {"，": ",", "．": "."}
    return "".join(str(int(mark)) if mark.isdecimal() else marks.get(mark, mark) for mark in text)


@lru_cache(maxsize=16384)
def ko_prefix(token: str) -> _Read | None:
    """The longest numeral at the start of ``token``: (value, characters read), or None where none starts.

    A digit starts one, and so does a Hangul numeral. Separators after the number are not read; a space is read only
    after a magnitude and before a smaller part. A run of more than 40 digits is no number.

    >>> ko_prefix("3조 4,567억 원"), ko_prefix("1,000,")
    ((Decimal('3456700000000'), 9), (Decimal('1000'), 5))
    >>> ko_prefix("3천 억 "), ko_prefix("백만"), ko_prefix("4,4458")
    ((Decimal('300000000000'), 4), (Decimal('1000000'), 2), (Decimal('4'), 1))
    """
    text = _ascii(token)
    match = _GROUPED.match(text)
    if match is None:
        return _korean(text, words=True)
    if match.end() > _LONGEST_RUN:
        return None
    if match.end() == len(text):
        return Decimal(match.group().replace(",", "")), match.end()
    everyday = _EVERYDAY.fullmatch(token.rstrip(" ,.\n\u00a0"))
    if everyday is not None:
        value = 0
        for part in everyday.groups("0"):
            value = value * 10000 + int(part.replace(",", ""))
        return Decimal(value), everyday.end()
    return _korean(text, words=False)


@lru_cache(maxsize=8192)
def sino_prefix(token: str) -> _Read | None:
    """The longest Sino-Korean numeral in Hangul at the start of ``token``: 오백만, 이천칠백삼십오만.

    Digit-by-digit readings (이공이육) are no quantities.

    >>> sino_prefix("이천칠백삼십오만원"), sino_prefix("이공이육")
    ((Decimal('27350000'), 8), None)
    """
    if token[:1] not in _DIGIT_WORDS and token[:1] not in _SMALL and token[:1] not in _LARGE:
        return None
    return _korean(token, words=True)


def _korean(text: str, *, words: bool) -> _Read | None:
    """Digits and magnitudes from the largest to the smallest; stops where the order breaks.

    ``words``: the numeral starts with a word, so 일 이 삼 are digits; after printed digits they are particles (3만이).
    """
    closed = 0  # the myriads that are complete
    section = 0  # the part below the next myriad, in units of 10**-places
    places = 0
    pending: int | None = None  # digits that wait for their magnitude, in units of 10**-places
    small, large = 4, 99  # the powers that the next 십/백/천 and 만/억/조 must stay below
    mixed = False  # 1천197.3 ends the numeral
    final = False  # 1.5조 takes no 3000억 after it
    last = ""
    pos = 0
    length = len(text)
    best: tuple[int, int, int] | None = None
    while pos < length:
        mark = text[pos]
        if mark in _SMALL:
            power = _SMALL[mark]
            bare = pending is None
            if power >= small or pending == 0 or (bare and (final or not (words or closed or section))):
                break
            if pending is None:
                part = 10**power
            else:
                part, places = _shift(pending, places, power)
            if (section and part >= 10**small) or (closed and part >= 10 ** (large + places)):
                break
            section, pending, small, last = section + part, None, power, "small"
            pos += 1
        elif mark in _LARGE:
            power = _LARGE[mark]
            if places and section and pending is not None and mixed:
                break  # 3천2.5만
            part = section + (pending or 0)
            if power >= large or (pending is None and not section):
                if power != 4 or pos or not words:
                    break
                part = 1  # 만 원
            part, places = _shift(part, places, power)
            if closed and part >= 10 ** (large + places):
                break
            closed = closed * 10**places + part
            section, pending, small, large, last = 0, None, 4, power, "large"
            pos += 1
        elif mark.isdecimal():
            match = _GROUPED.match(text, pos)
            if pending is not None or final or match is None or match.end() - pos > _LONGEST_RUN:
                break
            whole, _, tail = match.group().replace(",", "").partition(".")
            value = int(whole)
            if closed or section:
                if mark == "0" and not (match.end() - pos == _FOUR and text[pos - 1] == "만" and not tail):
                    break  # 3789만0972 is padded; 1만05 a misprint
                if value >= 10 ** (small if section else large):
                    break
                if tail and text[pos - 1] in _SPACES:
                    break
                mixed = bool(tail and section)
                section *= 10 ** len(tail)
            pending, places, final, last = int(whole + tail), len(tail), bool(tail), "digits"
            pos = match.end()
        elif words and (mark in _DIGIT_WORDS or (mark in "공영" and last == "word")):
            if pending is not None or final:
                if not (closed or section):
                    return None
                break
            pending, last = _DIGIT_WORDS[mark], "word"
            pos += 1
        elif mark in _SPACES and last in ("small", "large"):
            if not _goes_on(text, pos + 1, last, small, words=words):
                break
            pos += 1
            continue
        else:
            break
        tip = section + (pending or 0)
        best = (closed if last == "large" else closed * 10**places + tip), places, pos
    if best is None:
        return None
    number, places, pos = best
    return (_EXACT.scaleb(Decimal(number), -places) if places else Decimal(number)), pos


def _shift(value: int, places: int, power: int) -> tuple[int, int]:
    """``value`` (in units of 10**-places) times 10**power, with the places that remain."""
    if places <= power:
        return value * 10 ** (power - places), 0
    return value, places - power


def _goes_on(text: str, pos: int, last: str, small: int, *, words: bool) -> bool:
    """Whether a numeral goes on after a space: 3조 4,567억, 3천 억, 1억 천만, 삼천 오백만; not 오천 일, 50만 십대."""
    mark, after = text[pos : pos + 1], text[pos + 1 : pos + 2]
    if mark in _LARGE:
        return last == "small"
    if mark in _SMALL:
        if words and last == "small":
            return _SMALL[mark] < small  # 천 백
        return last == "large" and (mark in "천千" or after in _LARGE)
    if words and mark in _DIGIT_WORDS:
        if last == "small":
            return _SMALL.get(after, 9) < small
        return after in _SMALL or after in _LARGE
    return mark.isdecimal() and mark != "0"


@lru_cache(maxsize=1)
def _native() -> dict[str, int]:
    table = _ONES | _ALONE | _TENS
    return table | {ten + one: _TENS[ten] + _ONES[one] for ten in _TENS for one in _ONES}


@lru_cache(maxsize=4096)
def native_prefix(token: str) -> _Read | None:
    """The longest native Korean numeral (1-99) at the start of ``token``: 한, 스물다섯, 아흔아홉.

    >>> native_prefix("스물다섯 명"), native_prefix("네 곳"), native_prefix("곳")
    ((Decimal('25'), 4), (Decimal('4'), 1), None)
    """
    table = _native()
    for length in (4, 3, 2, 1):
        value = table.get(token[:length])
        if value is not None and len(token) >= length:
            return Decimal(value), length
    return None


@lru_cache(maxsize=4096)
def en_words_prefix(token: str) -> _Read | None:
    """The longest English number in words at the start of ``token``: two hundred and fifty thousand, half a million.

    A bare magnitude (hundred, million) is none: ``several hundred`` says no number.

    >>> en_words_prefix("five hundred million dollars"), en_words_prefix("one and a half million")
    ((Decimal('500000000'), 20), (Decimal('1500000'), 22))
    >>> en_words_prefix("a dozen eggs"), en_words_prefix("hundred eggs")
    ((Decimal('12'), 7), None)
    """
    words: list[str] = []
    ends: list[int] = []
    for match in _EN_WORD.finditer(token):
        gap = token[ends[-1] if ends else 0 : match.start()]
        if len(words) == _EN_LONGEST or (gap not in (" ", "-", "\n", "\u00a0", ", ") if ends else gap):
            break
        if gap == ", ":
            words.append(",")
            ends.append(match.start())
        word = match.group().lower()
        words.append(word)
        ends.append(match.end())
        if word not in _EN_VOCABULARY:
            break
    words += [""] * 4
    read = _en_half(words) or _en_number(words)
    return None if read is None else (read[0], ends[read[1] - 1])


def _en_half(words: list[str]) -> _Read | None:
    """half a million, half a dozen, two and a half, one and a half million, a million and a half."""
    if words[0] == "half" and words[1] in ("a", "an"):
        if words[2] in _EN_POWERS:
            return Decimal(5 * 10 ** (_EN_POWERS[words[2]] - 1)), 3
        return (Decimal(6), 3) if words[2] == "dozen" else None
    head, pos = _en_small(words, 0)
    power = 0
    if words[0] in ("a", "an"):
        head, pos = 1, 1
    if head and words[pos] in _EN_POWERS:
        power, pos = _EN_POWERS[words[pos]], pos + 1
    if not head or words[pos : pos + 3] != ["and", "a", "half"]:
        return None
    pos += 3
    if words[pos] in _EN_POWERS and not power and words[0] not in ("a", "an"):
        power, pos = _EN_POWERS[words[pos]], pos + 1
    elif words[0] in ("a", "an") and not power:
        return None
    return (Decimal((head * 10 + 5) * 10 ** (power - 1)) if power else Decimal(head * 10 + 5).scaleb(-1)), pos


def _en_number(words: list[str]) -> _Read | None:
    if words[0] == "zero":
        return Decimal(0), 1
    total = end = pos = 0
    limit = 99
    while True:
        value, after = _en_hundreds(words, pos)
        if not value:
            break
        power = _EN_POWERS.get(words[after])
        if power is None:
            if words[pos - 1] == "," and pos:
                break
            if words[after] == "dozen" and not total and value < 100:
                return Decimal(value * 12), after + 1
            if words[pos] not in ("a", "an") or words[pos + 1] == "hundred":
                total, end = total + value, after
            break
        if power >= limit:
            break
        total, end, limit = total + value * 10**power, after + 1, power
        pos = end
        # one million, two hundred thousand; two thousand and five: but "and" after a million starts something else
        if words[pos] == "," and power > 3:
            pos += 1
        elif words[pos] == "and" and power == 3 and _en_small(words, pos + 1)[0]:
            value, after = _en_small(words, pos + 1)
            if words[after] not in ("hundred", "dozen") and words[after] not in _EN_POWERS:
                total, end = total + value, after
            break
    return (Decimal(total), end) if end else None


def _en_hundreds(words: list[str], pos: int) -> tuple[int, int]:
    """A number below ten thousand without 'thousand': (value, next word), 0 where none stands."""
    value, after = _en_small(words, pos)
    if words[pos] in ("a", "an") and (words[pos + 1] in ("hundred", "dozen") or words[pos + 1] in _EN_POWERS):
        value, after = 1, pos + 1
    if not value or words[after] != "hundred":
        return value, after
    value, after = value * 100, after + 1
    more, end = _en_small(words, after + (words[after] == "and"))
    if more and words[end] not in ("hundred", "dozen"):
        return value + more, end
    return value, after


def _en_small(words: list[str], pos: int) -> tuple[int, int]:
    """A number from one to ninety-nine."""
    word = words[pos]
    if word in _EN_TENS:
        one = _EN_ONES.get(words[pos + 1], 10)
        return (_EN_TENS[word] + one, pos + 2) if one < 10 else (_EN_TENS[word], pos + 1)
    return _EN_ONES.get(word, 0), pos + 1


def parse_number(text: str) -> Decimal:
    """Read one whole printed numeral, Korean or English, with an optional sign, as an exact Decimal.

    Raises ``ValueError`` for anything else, naming the text and where reading stopped.

    >>> parse_number("3천500만"), parse_number("1.5조"), parse_number("two hundred and fifty thousand")
    (Decimal('35000000'), Decimal('1500000000000'), Decimal('250000'))
    >>> parse_number("1만2억")
    Traceback (most recent call last):
    ValueError: not a whole number: '1만2억' stops being one at position 3
    """
    body = text.strip()
    negative = _SIGNS.get(body[:1], 0)
    offset = text.find(body) + (1 if negative else 0)
    body = _ascii(body[1:] if negative else body)
    value = _whole(body)
    if value is None:
        shown = text if len(text) <= 80 else text[:77] + "..."
        stop = offset + _reach(body)
        raise ValueError(f"not a whole number: {shown!r} stops being one at position {stop}")
    return value.copy_negate() if negative < 0 and value else value


def _whole(body: str) -> Decimal | None:
    if _PLAIN.fullmatch(body):
        return Decimal(body.replace(",", ""))
    if body in ("영", "공"):
        return Decimal(0)
    if match := _EN_DIGITS.fullmatch(body):
        power = _EN_SHORT.get(match.group(2).lower())
        if power is None:
            return None
        whole, _, tail = match.group(1).replace(",", "").partition(".")
        number, places = _shift(int(whole + tail) if len(whole + tail) < 1000 else 0, len(tail), power)
        return Decimal(number).scaleb(-places, _EXACT) if number or len(whole + tail) < 1000 else None
    for read in (ko_prefix.__wrapped__, native_prefix.__wrapped__, en_words_prefix.__wrapped__):
        parsed = read(body)
        if parsed is not None and parsed[1] == len(body):
            return parsed[0]
    parsed = en_words_prefix.__wrapped__("one " + body)
    bare = body[:8].lower().startswith(("hundred", "dozen", *_EN_POWERS))
    return parsed[0] if bare and parsed is not None and parsed[1] == len(body) + 4 else None


def _reach(body: str) -> int:
    reads = (ko_prefix.__wrapped__, native_prefix.__wrapped__, en_words_prefix.__wrapped__)
    return max((parsed[1] for parsed in (read(body) for read in reads) if parsed is not None), default=0)
