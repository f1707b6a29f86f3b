"""English counts and spans of time that are none: years, names, serials, ages, points in time, names of bonds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.guards import BIG_COUNT
from claims.looks import precedes
from claims.patterns import begins, may_end, pattern

if TYPE_CHECKING:
    from claims.found import Reader
    from claims.lexicon import Lexicon, Unit
    from claims.scan import Number

__all__ = [
    "count",
    "currency",
    "degree",
    "duration",
    "event",
    "fold",
    "label",
    "name",
    "points",
    "subject_of_clause",
    "times",
    "wholly",
]

_LAST_WORD: Final = re.compile(r"([A-Za-z&.'-]{1,30})[ \u00a0]$")
_FIRST_WORD: Final = re.compile(r"[A-Z][a-z]{2,8}")
#: What stands before the number of a label: the big four, the top 10.
_TOPS: Final = (" big ", " Big ", " top ", " Top ")
#: In phase three, the government's stage three; not the group stage three, at this stage three.
_STAGE: Final = r"(?i:^|[.,;:(“] ?|['’]s |\b(?:a|an|the|its|their|his|her|of|in|for|to|from|with|by|on|and|or) )WORDS $"
_OLD: Final = re.compile(r"[- ]old\b")
#: , five- and 10-year notes: the rest of a list of maturities.
_LISTED: Final = r"(?:(?:, and|, or|,| and| or) [a-z\d]{1,8}-(?:years?|months?|weeks?|days?)?){1,4}[- ]WORDS"


_YEAR_LONG: Final = 4


def is_year(text: str, number: Number) -> bool:
    """Four bare digits from 1900 to 2100."""
    if number.end - number.start < _YEAR_LONG:
        return False
    value = number.value
    bare = number.style == "digits" and "," not in text[number.start : number.end] and not number.scaled
    if not bare or value is None or not 1900 <= value <= 2100 or value != int(value):
        return False
    return not text.startswith("-plus ", number.end)  # 1900-plus homes


_TIMED: Final = re.compile(r"\b(?:in|by|since|until|before|after|during|from|(the|mid-?|early|late)) $", re.IGNORECASE)


def of_a_year(text: str, number: Number, unit: Unit, *, ends: bool) -> bool:
    """In 2022 dollar bonds, by 2024 euro zone inflation, in 2019 won 54%: the year of a clause, no sum; not in 2000 metres.

    Where the phrase ``ends`` with the unit, a measure is one and a sum has moved: after 2000 km of road, rose by 2000 won.
    """
    if not is_year(text, number):
        return False
    timed = _TIMED.search(text, max(0, number.start - 7), number.start)
    if timed is None:
        return False
    if unit.kind == "money":
        return not (ends and timed.group().startswith(_MOVING))
    return not ends and timed.group(1) is None and unit.surface[-1] != "s"


#: So much a sum has moved: in lower case, for By 2024 opens a clause.
_MOVING: Final[tuple[str, ...]] = ("by ", "from ")


def count(text: str, number: Number, lexicon: Lexicon) -> str | None:
    """A number that is part of a name or a year (Boeing 737 jets, 2024 sales, May 5) counts nothing."""
    start = number.start
    if text[start - 5 : start] in _TOPS and not number.scaled:
        return "a label (the big four banks, top five lenders)"
    if number.style != "digits":
        if text[start - 13 : start] == "times out of ":
            return "nine times out of ten"
        if text[start - 8 : start].lower() in ("best-of-", "best of "):
            return "a best-of-seven series"
        if (
            number.style == "words"
            and text[start - 2 : start] == "e "
            and may_end(lexicon, "worded_serial.en", text, start - 1)
            and pattern(lexicon, "worded_serial.en", _STAGE).search(text[max(0, start - 24) : start])
        ):
            return "a serial in words (phase three)"
        return "nine-to-five" if text[start - 4 : start] == "-to-" else None
    if text[start] == "." or (text[start - 1 : start] == "+" and text[start - 2 : start - 1].isdigit()):
        return "a calibre or a code (.22 rounds, P5+1 talks)"
    if is_year(text, number):
        return "a year"
    mark = text[start - 1 : start]
    low = max(0, start - 32)
    if mark == "\n" or ((mark == " " or mark == "-") and may_end(lexicon, "name.en", text, start - 1)):
        if pattern(lexicon, "name.en", r"\bWORDS[ -]$").search(text[low:start]):
            return "part of a name"
    bare = "," not in text[start : number.end] and not number.scaled
    if bare and text[number.end : number.end + 1] == " " and text[number.end + 1 : number.end + 2].isupper():
        month = _FIRST_WORD.match(text, number.end + 1)
        if month is not None and month.group() in lexicon.sections["month.en"]:
            return "a day of the month"
    if mark == " " and may_end(lexicon, "serial.en", text, start - 1):
        if bare and number.value is not None and number.value < BIG_COUNT:
            if pattern(lexicon, "serial.en", r"\bWORDS $").search(text[low:start]):
                return "a serial"
    last = _LAST_WORD.search(text[low:start]) if bare else None
    if last:
        word = last.group(1)
        if word in lexicon.sections["month.en"]:
            return "a day of the month"
        if word[-1] == "." and len(word) > _ABBREVIATED and word[:-1] not in lexicon.sections["month.en"]:
            return None  # a sentence ends: in Kabul. 34 insurgents
        if word[0].isupper() and word not in lexicon.sections["sentence_word"] and not word.endswith(("'s", "’s")):
            return "part of a name"
    return None


#: No abbreviation before a number is longer with its full stop: Sept.
_ABBREVIATED: Final = 5


def subject_of_clause(text: str, noun: str, end: int, lexicon: Lexicon) -> str | None:
    """less than the 505,000 analysts expected: the noun is the subject of its own clause."""
    if noun in lexicon.sections["foreseer.en"]:
        if pattern(lexicon, "expect.en", r" (?:had |have |were |was )?WORDS").match(text, end):
            return "the noun begins a clause"
    return None


_BANDS: Final = ("minute", "hour", "day", "week", "month", "year", "second")
#: One of many is no plural: so a name goes.
_PROGRAMME: Final = re.compile(r" (?:Day|Hour|Minute|Second|Week|Month|Year) [A-Z][a-z]")


def duration(text: str, number: Number, end: int, lexicon: Lexicon) -> str | None:
    """45 years old, 2024 …, two years ago, the last 3 months, the 10-year note are no spans of time of their own."""
    after = text[end : end + 24].lower()
    if text[end - 3 : end] == "HRs":
        return "home runs"
    if text[number.end : end] in _BANDS and number.value != 1:
        return "a name (4minute)"
    if (
        text[number.end : number.end + 1] == " "
        and _PROGRAMME.match(text, number.end) is not None
        and number.value != 1
    ):
        return "a name (90 Day Fiance)"
    if after[1:4] == "old" and _OLD.match(after):
        return "an age"
    if after[:1] == "-" and text[number.end : end] == " second":
        return "an ordinal (two second-rounders)"
    if after[1:5] == "read" and not after[5:6].isalpha():
        return "how long reading takes (2 min read)"
    if is_year(text, number):
        return "a year"
    if (
        end - number.end == len(" hours")
        and number.end - number.start == 4
        and text[number.start : number.end].isdigit()
    ):
        return "a clock time"  # at 1830 hours
    if after.startswith(("' time", "’ time")) or (
        begins(lexicon, "point.en", after, 1)
        and pattern(lexicon, "point.en", r" WORDS\b").match(after)
        and not (
            after[:4] != " end"
            and (text[number.start - 4 : number.start] in ("for ", " by ") or _decimal(text, number))
        )
    ):
        return "a point in time"  # two hours later; for two hours through the town is a span
    stretch = dated(text, number, lexicon)
    if stretch is not None:
        return stretch
    joined = text[number.end : number.end + 1] == "-"
    if (joined or after[:5] in (" high", " low,", " low ")) and pattern(lexicon, "maturity.en", r"[- ]WORDS").match(
        after
    ):
        return "the name of a bond or a record"
    if (
        joined
        and after[:2] in (" a", " o", ", ")
        and pattern(lexicon, "maturity.en", _LISTED).match(text[end : end + 64].lower())
    ):
        return "the name of a bond in a list"  # two-year and 10-year notes
    if number.style == "words" and number.value == 1:
        return "one day"
    return None


def _decimal(text: str, number: Number) -> bool:
    """won by 22.457 seconds after 57 laps: no point in time is so exact."""
    return text.find(".", number.start, number.end) > 0


def dated(text: str, number: Number, lexicon: Lexicon) -> str | None:
    """the last 3 months, the next two or three years; not would last 40 days."""
    before = text[max(0, number.start - 24) : number.start].lower()
    if not before.endswith((" or ", " to ", "\n")) and not may_end(lexicon, "stretch.en", before, len(before) - 1):
        return None
    if pattern(lexicon, "stretch.en", r"\bWORDS (?:(?:[a-z]{3,8}|\d{1,3}) (?:or|to) )?$").search(before) is None:
        return None
    if before.endswith("last ") and pattern(lexicon, "auxiliary.en", r"\bWORDS last $").search(before):
        return None
    return "a stretch of the calendar"


def metres(text: str, number: Number, end: int, lexicon: Lexicon) -> str | None:
    """12m long, 3.2m deep; a list that rose to 3.2m from 3.1m counts millions of what nobody says."""
    if text[number.end : end] != "m":
        return None
    before = text[max(0, number.start - 32) : number.start]
    for bound in (" above ", " below "):
        before = before.removesuffix(bound)  # cut the list to below 6m; the pipe lies 6m below the road
    near = before.rsplit(". ", 1)[-1] + " " + text[end : end + 32].split(". ", 1)[0]
    return None if pattern(lexicon, "length.en", r"(?i:\bWORDS\b)").search(near) else "metres or millions"


def points(text: str, number: Number, end: int, lexicon: Lexicon) -> str | None:
    """a 10-point plan, 3-point range, at one point: no points that anybody won or lost."""
    if number.style == "words" and number.value == 1:
        return "a point in time"
    if text[number.end : number.end + 1] == "-" and pattern(lexicon, "points_not.en", r"[- ](?:[a-z]+ )?WORDS\b").match(
        text, end
    ):
        return "a name of something with points"
    return None


def currency(reader: Reader, number: Number, surface: str, end: int) -> str | None:
    """12 won their seats, three real estate agents, a 1080p screen: words that are also names of money."""
    text, lexicon = reader.text, reader.lexicon
    value = number.value
    if surface == "c":
        near = text[number.end : end] == "c" and (text.startswith(" to $", end) or reader.names("pence_near"))
        return None if near else "a letter, no cents"
    if surface == "p":
        near = reader.names("pence_near") or reader.names("british")
        return None if near and text[number.end : end] == "p" else "a letter, no pence"
    if (
        surface == "cents"
        and number.style == "words"
        and pattern(lexicon, "whose.en", r"\bWORDS $").search(text, max(0, number.start - 8), number.start)
    ):
        return "an opinion (his two cents)"
    if surface == "won" and not number.scaled and value is not None and value < BIG_COUNT:
        if number.style == "words" and text[number.start].isupper():
            return "a verb after its subject (Twelve won)"
        last = _LAST_WORD.search(text, max(0, number.start - 32), number.start)
        if last is not None and last.group(1)[0].isupper() and last.group(1) not in lexicon.sections["sentence_word"]:
            return "a verb after a name (Team 2 won)"
    if surface == "real" and text[end : end + 1] == "-":
        return "an adjective, no money"  # 10 real-life examples
    if surface in ("won", "real") and not number.scaled and text[end : end + 1] == " ":
        if value is None or value < BIG_COUNT or surface == "real":
            follower = text[end + 1 : end + 2]
            if follower.isalpha() and not pattern(lexicon, "money_follows.en", r" WORDS\b").match(text, end):
                return "a verb or an adjective, no money"
    return None


def wholly(text: str, number: Number, end: int, lexicon: Lexicon) -> bool:
    """100 percent sure, gave 110 percent: an adverb of degree."""
    if pattern(lexicon, "idiom.en", '["”]? WORDS\\b').match(text, end):
        return True
    before = text[max(0, number.start - 16) : number.start]
    return (
        pattern(lexicon, "idiom_give.en", r"\bWORDS (?:(?:it|us|them|him|her|me|you|a) )?$").search(before) is not None
    )


def fold(text: str, number: Number) -> str | None:
    """A Boeing 777X is no 777 times, an AMOLED 2X no two."""
    named = number.value is not None and number.value >= BIG_COUNT and text[number.end : number.end + 1] == "X"
    start = number.start
    return "a name" if named or (text[start - 1 : start] == " " and text[start - 4 : start - 1].isupper()) else None


_AS: Final = re.compile(r" as ([A-Za-z]+)")
#: twice last winter's bill; not seen twice last winter
_LAST_ONES: Final = re.compile(r" last [A-Za-z]{3,12}['’]s [a-z]")


#: six times this year, three times over the past decade; not five times this amount, three times over.
_OCCASIONS: Final = re.compile(
    r" (?:th(?:is|at) (?:year|week|month|season|summer|winter|spring|autumn|fall|decade|quarter|century|morning|day|night|term)"
    r"|over (?:the|a|an|his|her|their|its|\d+|two|three|four|five|several|many))\b(?!['’])"
)


def compares(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a comparison follows: twice as many, three times the size; not scored twice as they won."""
    match = _AS.match(text, end)
    if match is not None:
        return match.group(1).islower() and match.group(1) not in lexicon.sections["function_word"]
    if _OCCASIONS.match(text, end) is not None:
        return False
    return (
        pattern(lexicon, "times_more.en", r"[ -]WORDS\b").match(text, end) is not None
        or _LAST_ONES.match(text, end) is not None
    )


def times(text: str, number: Number, end: int, lexicon: Lexicon) -> str | None:
    """three times the size is a multiple; arrested three times, three times a week are occasions."""
    value = number.value
    if value is None or value != int(value) or value >= 10 * BIG_COUNT:
        return None
    if compares(text, end, lexicon):
        return None
    return "a number of occasions"


_OTHER_SCALE: Final = re.compile(r" ?\((?:minus |-|−)?\d{1,3}(?:\.\d)? ?°?[CF]\b")
_SCALE_OPEN: Final = re.compile(r"\d ?°? ?[CF] \((?:minus |about |-|−)?$")
_HEAT_WINDOW: Final = 60


def degree(text: str, number: Number, end: int, lexicon: Lexicon) -> str | None:
    """40C (104F), temperatures of 35C, minus 5 degrees; not vitamin 2C, an angle of 30 degrees or two degrees in law."""
    start = number.start
    if _OTHER_SCALE.match(text, end):
        return None
    if (
        text[start - 1 : start] in ("(", "-", "−")
        and text[end : end + 1] == ")"
        and _SCALE_OPEN.search(text, max(0, start - 8), start) is not None
    ):
        return None
    window = text[max(0, start - _HEAT_WINDOW) : start] + " " + text[end : end + 24]
    section = "heat.en" if end - number.end > 2 else "heat_letter.en"
    if pattern(lexicon, section, r"\bWORDS\b").search(window.lower()):
        return None
    return "no temperature is spoken of"


def event(text: str, number: Number, end: int, lexicon: Lexicon) -> str | None:
    """a 9mm pistol, the 100-meter final, the 200 meters: the name of an arm or an event."""
    if pattern(lexicon, "caliber.en", r"[- ](?:[a-z]+ )?WORDS\b").match(text, end):
        return "the name of an arm or an event"
    if text[end - 6 : end] in ("meters", "metres") and text[number.start - 4 : number.start] == "the ":
        return "the name of an event"
    return None


def label(text: str, number: Number, lexicon: Lexicon) -> bool:
    """the Big Four accounting firms, the Magnificent Seven stocks: a name of a group, as 4대 그룹 is."""
    start = number.start
    if precedes(text, start, "Group of "):
        return True  # the Group of Seven, of eight nations, of 20 economies
    if number.style != "words" or not text[start].isupper():
        return False
    return pattern(lexicon, "label_before.en", r"\bWORDS[ -]$").search(text, max(0, start - 16), start) is not None


def name(text: str, number: Number, end: int, lexicon: Lexicon) -> str | None:
    """Three Mile Island, Four Seasons, the Big Three automakers: number and noun in capitals are a name."""
    start = number.start
    if label(text, number, lexicon):
        return "a label (the Big Three)"
    if number.style != "words" or not text[start].isupper() or not text[number.end + 1 : number.end + 2].isupper():
        return None
    inside = start > 1 and text[start - 1] == " " and text[start - 2] not in '.!?:\n”"'
    return "a name" if inside or text[end + 1 : end + 2].isupper() else None
