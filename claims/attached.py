"""The unit right of a number that the guards accept for it, in Korean and English."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claims import guards, guards_en, guards_ko, guards_machines_ko, guards_measures_ko, guards_time_ko
from claims.bare_counts_en import ends_there
from claims.edges import hangul_tail
from claims.found import Reader, latin
from claims.looks import follows, letter
from claims.nouns_en import head_noun
from claims.patterns import pattern
from claims.units import longest_label, longest_unit, word_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit
    from claims.scan import Number

__all__ = ["unit_after"]

#: 3 x | 4 m; not 3x | 2019 levels
_SIDE: Final = re.compile(r" (?!(?:19|20)\d\d\b)\d")
_STONES: Final = re.compile(r"\d ?st(?:one)?,? $")
#: 41.7 N, 49.9 W
_LATITUDE: Final = re.compile(r"[\d° '′][NS],? ?$")
#: Below these N주 may be weeks (69주 연속), and are no shares where nothing says so.
_WEEKS: Final = 1000
_YEAR_OF_WEEKS: Final = 60
#: 10아르(a)당, 10 헥타르 당
_PER_APART: Final = re.compile(r"\((?:[A-Za-z㎡㎏]{1,4}|[\d.]{1,6}(?:㏊|ha|㎢)|(?:약 ?)?1?평)\) ?당[ ,]| 당 ")
#: 3.3㎡(1평)당, 10아르(0.1㏊)당
_PARTED: Final = frozenset(("평", "㏊", "ha", "㎢", "㎡"))
_SPEED_BEFORE: Final = re.compile(r"(?:/[shｓｈ]|㎧|㎞/h) ?[(（/] ?$")
_NOT_OF_YEARS: Final = frozenset(("money", "measure", "points"))
_YEAR_LONG: Final = 4
#: Money whose words mean something else too.
_ASKED: Final = frozenset(("p", "c", "won", "real", "cents", "전", "동"))
#: Of these one says "wholly" (100% 마음에 들어서); a numeral that ends in a digit of the other set is none of them.
_ROUND: Final = frozenset(map(Decimal, (100, 110, 120, 200, 1000)))
_NOT_ROUND: Final = frozenset("123456789")
_SYMBOLS: Final = frozenset("$€£₩¥₹|")
_ZERO: Final = ord("0")
_NINE: Final = ord("9")
#: hundreds of its employees
_DETERMINER: Final = re.compile(r"(?:the|its|their|his|her|our|these|those) ")


def unit_after(reader: Reader, number: Number, pos: int) -> tuple[Unit, int] | None:
    """The unit at ``pos``, after at most one space, that the guards accept for this number."""
    found = _unit_after(reader, number, pos)
    if found is None:
        return None
    text = reader.text
    unit, end = found
    why = guards.whole(text, number, end, reader.lexicon)
    if why is None and _thirds(text, number) and unit.unit in reader.lexicon.sections["parted_game"]:
        why = "thirds of an inning (5.2 innings)"
    if why is None and text[pos] == "-" and unit.kind == "money":
        why = _worth_so_much(reader, number, pos, end)
    if why:
        reader.refuse(number, why)
        return None
    return found


def _worth_so_much(reader: Reader, number: Number, pos: int, end: int) -> str | None:
    """Three billion-dollar storms are three storms, and each is worth so much."""
    printed = reader.text[number.start : pos]
    noun = head_noun(reader, number, end) if " " in printed and "-" not in printed else None
    several = noun is not None and reader.text[noun[1] - 1] == "s"
    return "so many, each worth so much (three billion-dollar storms)" if several else None


def _thirds(text: str, number: Number) -> bool:
    """Whether .1 to .5 ends a number: of innings these are thirds, of overs sixths."""
    end = number.end
    return end > 1 and text[end - 2] == "." and ord("1") <= ord(text[end - 1]) <= ord("5")


def _unit_after(reader: Reader, number: Number, pos: int) -> tuple[Unit, int] | None:
    text, lexicon = reader.text, reader.lexicon
    size = len(text)
    mark = letter(text, pos)
    spaced = mark == ord(" ") or mark == ord("\u00a0") or mark == ord("\n")
    begin = pos + 1 if spaced else pos
    if number.style == "order" and text.startswith(" of ", pos):
        begin, spaced = pos + 4, True
        if text[begin : begin + 1] in "$€£":
            return None
        owned = _DETERMINER.match(text, begin)
        if owned is not None:
            return head_noun(reader, number, owned.end() - 1)
    if (
        (mark == ord("-") or mark == ord("‑"))
        and text[pos + 1 : pos + 2].isalpha()
        and text[pos + 1 : pos + 2].isascii()
    ):
        begin, spaced = pos + 1, False
    if spaced and begin < size and _ZERO <= ord(text[begin]) <= _NINE:
        return None
    if mark == ord("\n") and (
        text[begin : begin + 1] in _SYMBOLS
        or text[number.start - 1 : number.start] in "\n|"
        or text[number.start - 2 : number.start] == ": "
    ):
        return None  # a column of numbers: what stands in the next line is the next cell
    word = word_at(text, begin, lexicon)
    unit: Unit | None = None
    end = begin
    if word is not None:
        unit, end, label = word.unit, begin + word.length, word.label
    else:
        label, matched = longest_label(text, begin, lexicon), longest_unit(text, begin, lexicon)
        if matched is not None:
            unit, end = matched
    if unit is None:
        if spaced and number.style in ("digits", "words", "order"):
            return _counted(reader, number, begin - 1)
        if label:
            reader.refuse(number, f"{label} makes it a label")
        return None
    if spaced and end == begin + 1 and letter(text, end) == ord("-") and "A" <= text[begin] <= "Z":
        return _counted(reader, number, begin - 1)  # 16 F-16 jets, 16 C-rated schools
    if mark == ord("‑") and unit.kind != "measure":
        return None  # 6.5‑inch; what else a hyphen that breaks no line joins may be a name
    if unit.kind == "multiple" and _SIDE.match(text, end):
        reader.refuse(number, "the sides of something (3 x 4 m)")
        return None
    if unit.kind == "money" and end < size and text[end - 1] in _SYMBOLS and text[end].isdecimal():
        reader.refuse(number, "the sign of the next sum (one £1 coin)")
        return None
    if unit.surface in _AMBIGUOUS:
        meant = _meant(reader, number, unit, begin, end)
        if meant is None:
            return None
        unit = meant
    if label and len(label) > end - begin and not (" " in label and (number.scaled or (number.value or 0) >= 1000)):
        reader.refuse(number, f"{label} makes it a label")
        return None
    if spaced and unit.kind == "count" and latin(unit):
        return _counted(reader, number, begin - 1)
    why = _refusal(reader, number, unit, end, spaced=spaced)
    if why:
        reader.refuse(number, why)
        return None
    return unit, end


#: Surfaces that the text around them makes another unit of, or none.
_AMBIGUOUS: Final = frozenset(("pc", "주", "동", "대"))


def _meant(reader: Reader, number: Number, unit: Unit, begin: int, end: int) -> Unit | None:
    """What pc, 주, 동 and 대 are here: 3주 are weeks or shares, 아파트 3동 buildings, 100억 대 a band of money and no unit."""
    text, lexicon, surface = reader.text, reader.lexicon, unit.surface
    if surface == "pc" and (text[begin:end] != "pc" or _set_of_pieces(text, end, lexicon)):
        reader.refuse(number, "pieces or computers, no percent")
        return None
    if surface == "주" and text[end : end + 1].isdecimal() and text[end + 1 : end + 2] == ")":
        reader.refuse(number, "the mark of a note (주1))")
        return None
    if surface == "주" and not number.scaled and (number.value or 0) < _WEEKS and not number.order:
        why = guards_time_ko.weeks(text, number.start, end, lexicon)
        if why is True:
            return lexicon.units["주간"]
        if why and (number.value or 0) < _YEAR_OF_WEEKS:
            reader.refuse(number, why)
            return None
    if surface == "동" and guards_machines_ko.buildings(text, number, lexicon):
        return lexicon.units["채"].but(surface="동", unit="동")
    if surface == "대" and number.scaled and guards_machines_ko.band_of_money(text, number, end, lexicon):
        reader.refuse(number, "a band of money (100억 대 사기)")
        return None
    return unit


def _set_of_pieces(text: str, end: int, lexicon: Lexicon) -> bool:
    """A 5 pc set counts pieces."""
    return pattern(lexicon, "of_pieces.en", r"[ -](?:[a-z]+ )?WORDS\b").match(text, end) is not None


def _counted(reader: Reader, number: Number, pos: int) -> tuple[Unit, int] | None:
    if number.style == "words" and number.value == 1:
        reader.refuse(number, "one … counts nothing")
        return None
    if number.style == "words" and number.value == 0:
        reader.refuse(number, "zero of something is none")
        return None
    return head_noun(reader, number, pos)


def _refusal(reader: Reader, number: Number, unit: Unit, end: int, *, spaced: bool) -> str | None:
    """Why this unit is none for this number: the numeral's own demands first, then those of the kind."""
    text, lexicon = reader.text, reader.lexicon
    surface, kind = unit.surface, unit.kind
    if (
        spaced
        and kind in _NOT_OF_YEARS
        and number.end - number.start == _YEAR_LONG
        and guards_en.of_a_year(text, number, unit, ends=follows(text, end, " of ") or ends_there(text, end, lexicon))
    ):
        return "a year (in 2022 dollar bonds)"
    size = len(text)
    if end < size and (text[end] == "(" or text[end] == "당" or (end + 1 < size and text[end + 1] == "당")):
        following = text[end : end + 2]
        if (following[0] == "(" or following == " 당") and _PER_APART.match(text, end):
            return "a denominator (10아르(a)당)"
        if following == ")당" and surface in _PARTED and text[number.start - 1 : number.start] == "(":
            return "a denominator (3.3㎡(1평)당)"
        if following[0] == "당" and not hangul_tail(text, end).startswith(tuple(lexicon.sections["denominator.not"])):
            return "a denominator (1달러당)"
    if (unit.unit == "pound" or surface == "pounds") and _STONES.search(text, max(0, number.start - 9), number.start):
        return "the pounds beyond the stones (22st 6lbs, 15 stone 4 pounds)"
    if (
        number.style == "digits"
        and "weak" not in unit.flags
        and (kind == "percentage_point" or (kind == "money" and surface not in _ASKED))
    ):
        return None  # 3조원, 5달러, 0.3%p: nothing else it may be
    korean = unit.korean
    if number.style != "digits":
        why = _numeral_refusal(text, number, unit, end, lexicon, spaced=spaced)
        if why:
            return why
    if surface == "프로" and spaced:
        return "N 프로 is the name of a model"
    if not korean and kind in ("count", "measure", "duration", "multiple"):
        why = guards_en.name(text, number, end, lexicon)
        if why:
            return why
    if number.value == 0 and number.style == "words" and kind not in ("percent", "percentage_point", "money"):
        return "zero of something is none"
    if korean and (kind in ("count", "rank", "age", "points") or "weak" in unit.flags):
        why = guards_ko.counter(text, number, unit, end, lexicon, spaced=spaced)
        if why == guards_measures_ko.COLD and _after_heat(reader, number):
            return None
        return why
    if kind == "count":
        if number.style == "words" and number.value == 1:
            return "one … counts nothing"
        return guards_en.count(text, number, lexicon) or guards_en.subject_of_clause(text, surface, end, lexicon)
    if kind == "duration":
        if korean:
            return guards_time_ko.time_unit(text, number, unit, end, lexicon)
        return guards_en.duration(text, number, end, lexicon)
    if kind == "percent" and spaced and surface == "%" and guards_en.is_year(text, number):
        return "a year"  # the head of a table: 2007 2006 % Change
    if kind == "percent" and text[number.end - 1] not in _NOT_ROUND and number.value in _ROUND:
        rest = text[end : end + 8].lstrip()
        if rest and any(rest.startswith(word) for word in lexicon.sections["idiom"]):
            return "100% as an adverb"
        if guards_en.wholly(text, number, end, lexicon):
            return "100 % as an adverb"
    if kind == "multiple" and surface == "times":
        return guards_en.times(text, number, end, lexicon)
    if kind == "multiple" and surface == "X":
        return guards_en.fold(text, number)
    if kind == "measure":
        if unit.canonical == "K" and (surface in ("C", "F") or "scale" in unit.flags):
            return guards_en.degree(text, number, end, lexicon)
        if not korean and unit.canonical == "m":
            why = guards_en.event(text, number, end, lexicon)
            if why:
                return why
        if surface == "m" and reader.page.language == "en":
            return guards_en.metres(text, number, end, lexicon)
        if unit.unit in ("m", "km", "kg"):
            return guards_measures_ko.event(text, number, end, lexicon)
        if surface == "MT" and reader.names("million_tonnes.en"):
            return "million tonnes, as the text says (86.93 million tonnes (MT))"
        if surface == "kt" and _SPEED_BEFORE.search(text, max(0, number.start - 8), number.start):
            return "knots, no kilotonnes (25 m/s (50 kt))"
        if surface == "t" and text[end : end + 2] == ". " and text[end + 2 : end + 3].islower():
            return "teaspoons (1 t. baking powder)"
        if surface == "W" and text[end : end + 2] == ". ":
            return "an address (1420 W. Elm St.)" if text[end + 2 : end + 3].isupper() else None
        if surface == "W" and _LATITUDE.search(text, max(0, number.start - 6), number.start):
            return "a longitude (41.7 N, 49.9 W)"
        if len(surface) == 1 and surface.isascii() and surface.isalpha() and surface not in "gtWVLl":
            return "a letter, not a unit"  # 5G, 4K, 3D, 2C are names
    if kind == "points" and not korean:
        return guards_en.points(text, number, end, lexicon)
    if kind == "money" and surface in ("p", "c", "won", "real", "cents"):
        return guards_en.currency(reader, number, surface, end)
    if kind == "money" and surface == "전":
        return guards_ko.jeon(text, number, end, lexicon)
    if kind == "money" and surface == "동":
        if not number.scaled and "베트남" not in text[max(0, number.start - 12) : number.start]:
            return "N동 is a building"
        return None if text[number.end - 1] in "만억조" or reader.names("vietnam") else "동 of nobody's money"
    return None


def _after_heat(reader: Reader, number: Number) -> bool:
    """서울 17도, 세종 16도: a list goes on with temperatures."""
    last = reader.last
    if last is None or last.kind != "measure" or last.unit_name != "degC" or number.start - last.end > _NEAR:
        return False
    return reader.text.find(".", last.end, number.start) < 0 and (number.value or 0) < _HOT


#: How far apart the temperatures of a list stand, and what no weather reaches.
_NEAR: Final = 24
_HOT: Final = 60


#: What the head of a table says its numbers are in.
_ROUND_SUMS: Final = ("천", "만", "십만", "백만", "천만", "억", "십억", "백억")


def _numeral_refusal(text: str, number: Number, unit: Unit, end: int, lexicon: Lexicon, *, spaced: bool) -> str | None:
    """What numerals in Hangul demand of their unit; its flags say what it can take."""
    surface, kind, flags = unit.surface, unit.kind, unit.flags
    if number.style == "native":
        if kind not in ("count", "duration", "multiple", "age") or not unit.korean:
            return "a native numeral needs a counter"
        if not spaced and ("glued" not in flags or text[number.start : end] == "세대"):
            return "glued to a native numeral it is another word"
        if number.value == 1 and ("one" not in flags or (not spaced and "glued" not in flags)):
            return "한 … is an idiom"
    elif number.style in ("sino", "order"):
        if kind == "duration" and len(surface) == 1 and surface != "년":
            return "a Hangul numeral with a short time unit"
        if number.style == "sino" and "단위" in text[max(0, number.start - 6) : number.start]:
            return "the unit of a table (단위: 백만원)"
        if number.style == "sino" and number.low is None and text[end : end + 3].lstrip().startswith("단위"):
            return "the unit of a table (천원 단위)"
        if number.style == "sino" and text[end : end + 1] == "/" and text[number.start : number.end] in _ROUND_SUMS:
            return "the unit of a table (산지가격: 천원/100kg)"
        if number.style == "sino" and text[number.start - 1 : number.start] == "(" and text[end : end + 1] == ")":
            return "the unit of a table (여객(만 명))"
        if number.style == "sino" and not spaced:
            length = number.end - number.start
            if "sino" not in flags and (length == 1 or (length == 2 and text[number.end - 1] in "일이삼사오육칠팔구")):
                return "glued to one Hangul numeral it is another word"
            if len(surface) == 1 and "sino" not in flags and "word" in flags:
                return "glued to a Hangul numeral it is another word"
            if surface == "원" and text[number.start : number.end] == "만":
                if pattern(lexicon, "crowded.after", r" ?WORDS").match(text, end):
                    return "만원 is 'full'"
    return None
