"""Printed numerals in a text: where they stand and what they say, before anybody asks what they count.

Digits come first (the scan starts at a digit and takes the magnitudes that follow), then numerals written in Hangul
(오백만, 수천억, 세) and in English words (two hundred, a dozen); those two demand a unit, which is quantities.py's business.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claims.digits_en import BEFORE_FRACTION, indian, mixed
from claims.numerals import EN_WORDS, en_words_prefix, ko_prefix
from claims.units import label_at, unit_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["EXACT", "Number", "numbers"]

#: Wide enough that no product of a printed numeral and a shipped factor is ever rounded.
EXACT: Final = Context(prec=120)

_MAGNITUDES: Final = "십백천만억조경해十百千万萬億亿兆京"
_MAGNITUDE_MARKS: Final = frozenset(_MAGNITUDES)
_SPACES: Final = frozenset(" \u00a0\n")
#: Left of .308 one of these makes the point a decimal one.
_BARE_POINT: Final = frozenset(" (-−–+~±[/")
_GAP: Final = (" ", "\u00a0", "\n")
#: A digit run with at most twelve magnitude groups; each loop step eats at least one magnitude, so matching is linear.
_DIGITS: Final = re.compile(
    rf"\d[\d,.，．]{{0,47}}(?:[ \u00a0\n]?[{_MAGNITUDES}]{{1,4}}(?:[ \u00a0\n]?\d[\d,.，．]{{0,15}})?){{0,12}}"
)
#: Magnitudes that also begin the name of something counted.
_OVERLAPPING: Final = "조경해백천만"
_RUN: Final = re.compile(r"[\d,.，．]{1,64}")
_BROKEN: Final = re.compile(r",\d{1,2}(?!\d)|,\d{4,}")
#: 9460여만: the hedge stands inside the numeral.
_INNER_HEDGE: Final = re.compile(rf"[ \u00a0]?여[ \u00a0]?([{_MAGNITUDES}]{{1,4}})")
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
#: 3분의 두: what stands left of the upper number of a fraction.
_PARTS: Final = ("분의", "의 ")
_SINO_MAGNITUDE: Final = re.compile(r"[십백천만]")
#: 사백조 오백억 이만 원: a further part of a numeral in Hangul.
_SINO_DIGITS: Final = frozenset("일이삼사오육륙칠팔구십백천")
_SINO_MORE: Final = re.compile(r" [일이삼사오육륙칠팔구십백천]{1,8}[만억조]?(?![일이삼사오육륙칠팔구십백천만억조])")
_POWERS: Final = {"십": 1, "백": 2, "천": 3, "만": 4, "억": 8, "조": 12, "경": 16}
_LATIN_RUN: Final = re.compile(r"[A-Za-z]{1,16}")


class Number:
    """A printed numeral: ``value`` (or ``low``/``high`` for 수천억 and 서너), and how it was printed.

    ``scaled`` tells whether a magnitude word stands in it (3조, 5 million), ``joined`` where a space joined two digit
    groups (5만 8200), ``inner`` whether 여 stands inside it.
    """

    __slots__ = ("end", "high", "inner", "joined", "low", "order", "scaled", "start", "style", "value")

    def __init__(self, start: int, end: int, value: Decimal | None, style: str, *, scaled: bool = False) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.order = False
        self.style = style
        self.scaled = scaled
        self.joined = 0
        self.inner = False

    def __repr__(self) -> str:
        return f"Number({self.start}, {self.end}, {self.value}, {self.style})"


def numbers(text: str, lexicon: Lexicon, *, korean: bool, english: bool) -> list[Number]:
    """All printed numerals of ``text`` in order; linear in its length."""
    found = _digits(text, lexicon)
    if korean:
        found += _hangul(text, lexicon)
    if english:
        found += _english(text)
    found.sort(key=_by_start)
    return found


def _by_start(number: Number) -> tuple[int, int]:
    return number.start, -number.end


def _digits(text: str, lexicon: Lexicon) -> list[Number]:
    found: list[Number] = []
    search = _DIGITS.search
    pos = 0
    while match := search(text, pos):
        start = match.start()
        if start and text[start - 1].isdigit():  # inside a run too long to be a number
            pos = match.end()
            continue
        token = match.group()
        if start and text[start - 1] in "천백만":  # 천5백, 만2천: the first thousand is spoken
            start, token = _spoken_head(text, start, token)
        parsed = ko_prefix(token)
        if parsed is None:
            run = _RUN.match(text, start)
            pos = run.end() if run else start + 1
            continue
        value, length = parsed
        if token[length : length + 1] in _GAP and token[length + 1 : length + 2] in _MAGNITUDE_MARKS:
            apart = _apart(text, start, token, lexicon)
            if apart is not None:
                found.append(apart)
                pos = apart.end
                continue
        if token[length - 1] in _OVERLAPPING and _is_unit(text, start + length - 1, lexicon):
            value, length = ko_prefix(token[: length - 1]) or parsed
        end = start + length
        if text[end : end + 1] == "," and text[end + 1 : end + 2].isdigit():
            run = _RUN.match(text, start)
            stop = run.end() if run else end
            if "," in token[:length] or (
                _BROKEN.search(text, end, min(stop, end + 8)) and not _short_list(text, start, stop)
            ):
                rupees = indian(text, start)
                if rupees is not None:
                    found.append(Number(start, rupees[1], rupees[0], "digits"))
                    stop = rupees[1]
                pos = stop  # 4,4458: a misprint says nothing exact
                continue
        if text[end : end + 1].isdigit():
            pos = max(match.end(), end + 1)  # 1만05: a misprint says nothing exact
            continue
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
            pos = half[1]
            continue
        number = Number(start, end, value, "digits")
        body = token[:length]
        if not body[-1].isdigit() or not body.isdigit():
            _describe(number, body)
        hedge = _INNER_HEDGE.match(text, end) if text[end : end + 2].find("여") >= 0 else None
        if hedge:
            _merge_inner(number, body, hedge)
        found.append(number)
        pos = number.end
    return found


_HEAD: Final = re.compile(r"(?<![가-힣\d])[일이삼사오육칠팔구십백천만]{1,7}$")


def _spoken_head(text: str, start: int, token: str) -> tuple[int, str]:
    """천5백, 이천5백, 만2천: digits go on a numeral that began in Hangul; 만3세 and 인천2호선 do not."""
    head = _HEAD.search(text, max(0, start - 8), start)
    if head is None or (head.group()[-1] == "만" and _MAGNITUDE_MARKS.isdisjoint(token)):
        return start, token
    begin, longer = head.start(), head.group() + token
    parsed = ko_prefix(longer)
    return (begin, longer) if parsed is not None and parsed[1] > start - begin else (start, token)


def _apart(text: str, start: int, token: str, lexicon: Lexicon) -> Number | None:
    """48 조원, 1 조 2,000 억원: spaced out by a layout program; read only where a unit leaves no doubt."""
    kept = [
        place
        for place, mark in enumerate(token)
        if mark not in _GAP or not (token[place - 1].isdigit() and token[place + 1 : place + 2] in _MAGNITUDE_MARKS)
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
    if unit[0].kind != "money" and (unit[0].kind not in ("count", "measure") or last not in "만억"):
        return None
    return Number(start, end, parsed[0], "digits", scaled=True)


def _is_unit(text: str, pos: int, lexicon: Lexicon) -> bool:
    """2해리, 3경기, 5조각: the last magnitude is the first syllable of what is counted."""
    unit = unit_at(text, pos, lexicon)
    return (unit is not None and unit[1] > pos + 1) or len(label_at(text, pos, lexicon) or "") > 1


def _short_list(text: str, start: int, stop: int) -> bool:
    """3,5,7: every group has one or two digits, so it is a list and not a broken thousand."""
    return all(0 < len(group) <= 2 for group in text[start : min(stop, start + 40)].rstrip(".,").split(","))


def _describe(number: Number, body: str) -> None:
    number.scaled = not _MAGNITUDE_MARKS.isdisjoint(body)
    if number.scaled and not _SPACES.isdisjoint(body):  # only a magnitude lets a space join
        space = max(body.rfind(" "), body.rfind("\u00a0"), body.rfind("\n"))
        if space > 0 and body[space + 1].isdigit():
            number.joined = number.start + space


def _merge_inner(number: Number, body: str, hedge: re.Match[str]) -> None:
    merged = ko_prefix(body + hedge.group(1))
    if merged is not None and merged[1] == len(body) + len(hedge.group(1)):
        number.value, number.end = merged[0], hedge.end()
        number.scaled = number.inner = True


def _hangul(text: str, lexicon: Lexicon) -> list[Number]:
    found: list[Number] = []
    floor = 0
    for match in _SINO.finditer(text):
        begin = match.start()
        number = _sino(begin, match.group()) if begin >= floor else None
        if number is None or _goes_before(text, begin):
            continue
        if text[number.end - 1] in "만억조" and text[number.end : number.end + 1] == " " and not number.order:
            _go_on(text, number, lexicon)
        floor = number.end
        found.append(number)
    for match in _native_pattern(lexicon).finditer(text):
        if _may_count(text, match.start(), match.end(), lexicon):
            found.append(_native(match, lexicon))
    return found


def _goes_before(text: str, begin: int) -> bool:
    """3 천만, 오억 칠만: digits or a myriad left of a numeral in Hangul belong to it, and it alone says nothing."""
    if begin < 2 or text[begin - 1] not in _GAP:
        return False
    return text[begin - 2].isdigit() or (text[begin - 2] in "만억조" and text[begin - 3 : begin - 2] in _SINO_DIGITS)


def _go_on(text: str, number: Number, lexicon: Lexicon) -> None:
    """사백조 오백억 이만 원: further parts of a numeral in Hangul, up to its unit."""
    from claims.numerals import sino_prefix

    for _ in range(3):
        match = _SINO_MORE.match(text, number.end)
        if match is None:
            return
        end = match.end()
        parsed = sino_prefix(text[number.start : end])
        if parsed is None or parsed[1] != end - number.start:
            return
        if text[end - 1] not in "만억조":
            unit = unit_at(text, end + 1 if text[end : end + 1] == " " else end, lexicon)
            if unit is None or not (unit[0].kind == "money" or unit[0].unit == "명"):
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
    from claims.numerals import sino_prefix

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


def _native_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Every native numeral at the beginning of a word, sorted by its first syllable: the engine skips to these."""
    cached = lexicon.cache.get("scan.native")
    if cached is None:
        words = lexicon.sections["numeral_native"]
        ranges = lexicon.sections["numeral_range"]
        ones = [word for word, row in words.items() if row["value"] < 10 and word not in ("석", "넉")]
        tens = [word for word, row in words.items() if row["value"] >= 10 and word != "스무"]
        forms = [ten + one for ten in tens for one in ones] + sorted([*ranges, *words, "열댓"], key=len, reverse=True)
        rests: dict[str, list[str]] = {}
        for form in forms:
            rests.setdefault(form[0], []).append(form[1:])
        branches = [rf"{first}(?<![가-힣\d].)(?:{'|'.join(rests[first])})" for first in sorted(rests)]
        cached = re.compile(rf"(?:{'|'.join(branches)})(?= ?[가-힣])")
        lexicon.cache["scan.native"] = cached
    assert isinstance(cached, re.Pattern)
    return cached


def _native(match: re.Match[str], lexicon: Lexicon) -> Number:
    token = match.group()
    words = lexicon.sections["numeral_native"]
    span = lexicon.sections["numeral_range"].get(token)
    number = Number(match.start(), match.end(), None, "native")
    if token == "열댓":
        span = {"low": 14, "high": 16}
    if span is not None:
        number.low, number.high = Decimal(span["low"]), Decimal(span["high"])
    elif token in words:
        number.value = Decimal(words[token]["value"])
    else:
        cut = next(i for i in range(1, len(token)) if token[:i] in words and token[i:] in words)
        number.value = Decimal(words[token[:cut]]["value"] + words[token[cut:]]["value"])
    return number


_EN_PARTS: Final = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth"


@lru_cache(maxsize=1)
def _english_start() -> re.Pattern[str]:
    words = sorted(
        [*EN_WORDS, "zero", "hundreds?", "thousands?", "tens", "dozen", "millions?", "billions?", "trillions?"]
    )
    large = "hundred|thousand|million|billion|trillion|dozen"
    return re.compile(
        rf"\b(?:(?:{'|'.join(words)})(?!(?!fold\b)[A-Za-z])|an? (?=(?:{large}|{_EN_PARTS})\b)|half\b|twice\b|quarter(?=-))",
        re.IGNORECASE,
    )


#: half a mile, a quarter of a percentage point: the article belongs to the number.
_EN_PART_OF_ONE: Final = re.compile(r"(half|a quarter|three[- ]quarters)(?: of)? an?(?= [a-z])", re.IGNORECASE)
_EN_HALVES: Final = {"h": Decimal("0.5"), "a": Decimal("0.25"), "t": Decimal("0.75"), "q": Decimal("0.25")}
_EN_PART: Final = re.compile(r"half|twice|quarter|an? [a-z]{4,7}", re.IGNORECASE)
_EN_OF_ONE: Final = {"million": 6, "billion": 9, "trillion": 12}


_EN_ORDERS: Final = re.compile(
    r"(?:(tens|hundreds) of )?(hundreds|thousands|millions|billions|trillions)(?= of [a-zA-Z$€£])",
    re.IGNORECASE,
)
_EN_POWERS: Final = {"tens": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12}


#: ASCII letters in lower case, everything else a space: words can be looked up in a set, and positions stay.
_LETTERS: Final = bytes(ord(chr(code).lower()) if chr(code).isalpha() else 32 for code in range(128)) + b" " * 128
_EN_LARGE: Final = frozenset((b"hundred", b"thousand", b"million", b"billion", b"trillion", b"dozen"))
#: Parts that an article makes a number: a third, a quarter.
_EN_THIRDS: Final = frozenset(part.encode() for part in _EN_PARTS.split("|"))
_EN_FIRST: Final = frozenset(
    [word.encode() for word in EN_WORDS]
    + [word.encode() + b"fold" for word in EN_WORDS]
    + [b"half", b"twice", b"zero", *_EN_THIRDS]
    + [b"tens", b"hundreds", b"thousands", b"millions", b"billions", b"trillions", *_EN_LARGE]
)


def _english(text: str) -> list[Number]:
    """Numbers in words are rare in a text: look for the words first, and read only where one stands."""
    flat = b" " + text.encode("ascii", "replace").translate(_LETTERS) + b" "
    there = _EN_FIRST.intersection(flat.split())
    found: list[Number] = []
    if not there:
        return found
    pos = 0
    read = _english_start().match
    for start in _en_starts(flat, there):
        match = read(text, start) if start >= pos else None
        if match is None:
            continue
        order = _EN_ORDERS.match(text, start)
        if order:
            found.append(_en_order(order))
            pos = order.end()
            continue
        if text.startswith("fold", match.end()):
            parsed = en_words_prefix(match.group())
            if parsed is not None:
                found.append(Number(start, match.end(), parsed[0], "words"))
            pos = match.end()
            continue
        part = _en_part_of_one(text, start) if text[start] in "haqtHAQT" else None
        parsed = None if part else en_words_prefix(text[start : start + 96].replace("\n", " "))
        if parsed is None:
            other = part or _en_part(text, start)
            if other is not None:
                found.append(other)
            pos = other.end if other is not None else match.end()
            continue
        value, length = parsed
        number = Number(start, start + length, value, "words")
        number.scaled = abs(value) >= 100
        found.append(number)
        pos = number.end
    return found


def _en_part_of_one(text: str, start: int) -> Number | None:
    """half a mile, a quarter of a million, half-percentage-point; half a million is a number of its own."""
    match = _EN_PART_OF_ONE.match(text, start)
    if match is None:
        if text[start : start + 16].lower().startswith(("half-percentage", "quarter-percenta")):
            return Number(start, text.index("-", start), _EN_HALVES[text[start].lower()], "words")
        return None
    value, end = _EN_HALVES[text[start].lower()], match.end()
    word = _LATIN_RUN.match(text, end + 1)
    name = word.group().lower() if word else ""
    if name == "dozen" or (name in _EN_OF_ONE and text[start] in "hH" and " of" not in match.group()):
        return None
    number = Number(start, end, value, "words")
    if word is not None and name in _EN_OF_ONE:
        number.value, number.end, number.scaled = value * 10 ** _EN_OF_ONE[name], word.end(), True
    return number


def _en_part(text: str, start: int) -> Number | None:
    """a third, a quarter, half, twice: parts and multiples, for :mod:`claims.parts_en` to judge."""
    match = _EN_PART.match(text, start)
    return None if match is None else Number(start, match.end(), None, "part")


def _en_starts(flat: bytes, words: frozenset[bytes]) -> list[int]:
    """Where a number in words may begin: at one of ``words``, for a magnitude (a million) at the article before it."""
    starts: list[int] = []
    for word in words:
        large = word in _EN_LARGE or word in _EN_THIRDS
        at = flat.find(b" " + word + b" ")
        while at >= 0:
            if not large:
                starts.append(at)
            elif flat.endswith((b" a", b" an"), 0, at):
                begin = flat.rindex(b" ", 0, at)
                starts.append(begin)
            elif word == b"quarter":
                starts.append(at)
            at = flat.find(b" " + word + b" ", at + 1)
    starts.sort()
    return starts


def _en_order(match: re.Match[str]) -> Number:
    """hundreds of millions: an order of magnitude, [1e8, 1e9)."""
    power = _EN_POWERS.get((match.group(1) or "").lower(), 0) + _EN_POWERS[match.group(2).lower()]
    number = Number(match.start(), match.end(), None, "order", scaled=True)
    number.low = Decimal(10**power)
    number.high = Decimal(10 ** (power + 1))
    number.order = True
    return number
