"""Time phrases of English text: last year, in Q3 2025, the three months to September, on Monday; which of them only compare."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims import calendars
from claims.kept import Kept
from claims.looks import first_word, follows, follows_any, latin, letter, precedes
from claims.periods_phrase import Groups, Phrase, Starts, groups_of
from claims.times_en import DAYS, MONTHS, month_number, month_of, months_from, months_to, part_ahead, relative, resolve
from claims.times_ko import LATE

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date

    from claims.spots_en import EnglishSpots

__all__ = ["TIME_WORDS", "beginnings", "phrases"]

_MONTH_SHORT: Final = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept?", "Oct", "Nov", "Dec")
_M: Final = "|".join([*MONTHS, *(rf"{short}\.?" for short in _MONTH_SHORT)])
_Y: Final = r"(?:19|20)\d{2}"
#: ended 30 June, to the end of March, to end-June, ended in March: up to the month whose name follows.
_TO: Final = r"(?:that )?(?:ended|ending|to|through) (?:(?:at |in |on )?the end of |in |on |end-|end )?(?:\d{1,2} )?"
_COUNT: Final = "two|three|four|five|six|seven|eight|nine|ten|eleven"
_YEAR_OF: Final = rf"(?:,?(?: of)? (?P<year>{_Y})| (?P<turn>last|this|next) year| of (?P<turn2>last|this|next) year)"
#: What a shape may begin with, and the shape: a scan for the words that open one finds all of them, and only those of its
#: first letter are tried.
_SHAPES: Final[tuple[tuple[str, str], ...]] = (
    ("lLtTnNpP",
     r"(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast) (?P<unit>year|quarter|month|week)(?![’'s-]| and a half| or (?:two|so))"),
    ("pPlL",
     r"(?:[Pp]ast|[Ll]ast|[Pp]revious) (?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several) "
     r"(?P<nu>years|quarters|months|weeks|days|decades)\b(?! of (?:19|20)\d\d)"),
    ("pPlL", r"(?:[Pp]ast|[Ll]ast) (?P<one>decade)\b"),
    ("fFsStTq",
     rf"(?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[ -](?:fiscal )?)?quarter {_TO}(?P<qm>{_M})(?: \d{{1,2}})?"
     rf"(?:,? (?P<qmy>{_Y}))?\b"),
    ("fFsShH",
     rf"(?:(?:[Ff]irst|[Ss]econd)[ -](?:fiscal )?half|[Hh]alf[ -]year) {_TO}(?P<hm>{_M})(?: \d{{1,2}})?(?:,? (?P<hmy>{_Y}))?\b"),
    ("fFsStTlL",
     r"(?P<ord>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast)[ -](?P<part>quarter|half)(?! of the (?!year\b))"
     rf"(?: of (?:fiscal )?(?P<oy>{_Y})|,? (?P<oy2>{_Y})| of (?P<ot>last|this|next) year| (?P<ot2>last|this|next) year"
     r"| of the year)?"),
    ("QHF", r"(?:(?:Q[1-4]|H[12]),? (?:of )?)?(?P<fy>FY ?[’']?\d\d(?:[-–/]\d\d)?)\b"),
    ("Q", rf"Q(?P<q>[1-4])(?:,? (?:of )?(?:fiscal |FY ?)?(?P<qy>{_Y}))?\b"),
    ("1234", r"(?P<qr>[1-4])Q(?P<qry>\d\d)\b"),
    ("12", r"(?P<hr>[12])H(?P<hry>\d\d)\b"),
    ("H", rf"H(?P<hh>[12]) (?P<hy>{_Y})"),
    ("tfsen12", rf"(?P<span>{_COUNT}|twelve|1[0128]|24) months {_TO}(?P<sm>{_M})(?: \d{{1,2}})?(?:,? (?P<sy>{_Y}))?\b"),
    ("JFMASOND", rf"(?P<m1>{_M})(?:[-–]| through | to )(?P<m3>{_M})(?: (?:quarter|period))?(?:,?(?: of)? (?P<mqy>{_Y}))?\b"),
    ("fF",
     rf"[Ff]irst (?P<fm>{_COUNT}|1[01]) months(?: of (?:(?P<fmy>{_Y})|(?P<fmt>last|this) year|the year))?"
     r"(?! of | after | since | in office)"),
    ("fF", rf"[Ff]irst (?P<fd>10|20) days of (?P<fdm>{_M})(?: (?P<fdy>{_Y}))?\b"),
    ("ey", r"(?:end of the (?P<eou>year|month|quarter)|(?P<ye>year-end|year[’']s end))\b"),
    ("0123456789tfsenw",
     r"(?:(?P<wn>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve) weeks|(?P<week>week)) "
     r"(?:ended|ending|to|through) "
     rf"(?:(?P<wm>{_M}) (?P<wday>\d{{1,2}})|(?P<wday2>\d{{1,2}}) (?P<wm2>{_M}))(?:,? (?P<wy>{_Y}))?\b"),
    ("y", rf"year {_TO}(?:the )?(?P<ym>{_M})(?: \d{{1,2}}| quarter)?(?:,? (?P<ymy>{_Y}))?\b"),
    ("bBfF",
     rf"(?:[Bb]etween|[Ff]rom) (?P<d1>{_M}) (?P<d1d>\d{{1,2}})(?:, (?P<d1y>{_Y}))? (?:and|to|through) "
     rf"(?P<d2>{_M}) (?P<d2d>\d{{1,2}})(?:, (?P<d2y>{_Y}))?\b"),
    ("bBfF",
     rf"(?:[Bb]etween|[Ff]rom) (?P<b1>{_M})(?:,? (?P<b1y>{_Y})| (?:of )?(?P<b1t>last|this) year)? (?:and|to|through) (?P<b2>{_M})"
     rf"(?:,? (?P<by>{_Y})| (?:of )?(?P<bt>last|this|next) year)?\b"),
    ("bBfF", rf"(?:[Bb]etween|[Ff]rom) (?P<y1>{_Y}) (?:and|to|through) (?P<y2>{_Y})\b"),
    ("JFMASOND",
     rf"(?P<endq>{'|'.join(MONTHS)})(?: (?P<endqy2>{_Y}))? (?:quarter|(?P<endp>period)(?! of))(?: of (?P<endqy>{_Y}))?"),
    ("JFMASOND", rf"(?P<mon>{_M})(?: (?P<md>\d{{1,2}})(?:[-–](?P<md2>\d{{1,2}}))?(?![\d,.]\d|%))?{_YEAR_OF}?\b"),
    ("M", rf"(?P<lonemay>May)(?: (?P<mmd>\d{{1,2}})(?![\d,.]\d))?,? (?P<mmy>{_Y})\b"),
    ("0123456789", rf"(?P<dayof>\d{{1,2}}) (?P<dmon>{_M})(?:,? (?P<dy>{_Y})| (?:of )?(?P<dturn>last|this|next) year)?\b"),
    ("fcFt12", rf"(?:fiscal |calendar |FY ?|the year )?(?P<y>{_Y})(?:[/–-](?P<yn>\d\d)(?![\d-])|(?![\d’'/]|s\b|-|,\d))"),
    ("lLnNMTWFS", rf"(?:(?P<wt>[Ll]ast|[Nn]ext) )?(?P<wd>{'|'.join(DAYS)})(?![’'s-])"),
    ("yYtT", r"(?P<day>[Yy]esterday|[Tt]oday|[Tt]omorrow)(?![’'])"),
)  # fmt: skip
_WEEKS_OF: Final[tuple[str, ...]] = ("week ", "weeks ", "days ", "months ")
_ANOTHER_AND: Final = re.compile(rf"\b(?:{_Y}|(?:{_M})(?: \d{{1,2}})?(?:,? {_Y})?) and $")
_AND_ANOTHER: Final = re.compile(rf"{_Y}|(?:{_M})\b")
_BY: Final = ("by", "until", "till", "through", "before", "no later than")
_SINCE: Final = ("since", "from", "after")
_OWN: Final[tuple[str, ...]] = (" its", " their", " his", " her", "’s", "'s", "s’", "s'")
_ARTICLES: Final = ("a", "an", "its", "their", "the")
_IN: Final = ("in", "on", "during", "for", "of", "at", "over", "within", "throughout")
_EDGES: Final = ("the end of ", "end-", "late ", "early ", "mid-")
_LEAD: Final = re.compile(
    rf"\b(?:(?P<by>{'|'.join(_BY)}) (?P<end>{'|'.join(_EDGES)}|around )?"
    rf"|(?P<since>{'|'.join(_SINCE)}) "
    rf"|(?P<art>{'|'.join(_ARTICLES)}) (?=$)"
    rf"|(?P<in>{'|'.join(_IN)}) (?P<at>{'|'.join(_EDGES)})?)"
    r"(?:the |its |their )?(?:year to )?$",
    re.IGNORECASE,
)
#: The words of all that _LEAD matches.
_LEADING: Final = frozenset([
    word for words in (*_BY, *_SINCE, *_ARTICLES, *_IN, *_EDGES, "around", "year to") for word in words.rstrip("-").split()
])  # fmt: skip
_COMPARING: Final = ("same ", "his time ", "compared ", "versus")
_COMPARED: Final = re.compile(
    r"\b(?:same (?:quarter|period|month|time|point|week|stage)(?: of| in)?|[Tt]his time"
    r"|(?:compared (?:to|with)|versus)(?: in| during)?)"
    r" (?:the )?$"
)
_CONTRACT_FOR: Final = re.compile(r"\b(?:contracts?|futures) (?:for the month )?$")
_CONTRACTS: Final[tuple[str, ...]] = ("settlement ", "delivery ", "contract ", "futures ")
_NO_TIME: Final = re.compile(rf" (?:delivery|settlement|contract|futures)\b|, (?:{_M}),? and (?:{_M})\b")
#: What ends before from where the amount is counted from a time: up 12% from 2024.
_AMOUNT_ENDS: Final[tuple[str, ...]] = (
    "% ",
    "percent ",
    "per cent ",
    "million ",
    "billion ",
    "points ",
    "up ",
    "down ",
)
#: up 90,000 bpd from December, by 300 cars from May
_MOVED_BY: Final = re.compile(r"\b(?:up|down|by) [$€£]?\d[\d,.]*(?: [a-z]{2,12})? $")
_WILL: Final = re.compile(r"\b(?:will|would|may|might|could|to(?= (?!an? |the )[a-z])|plans?|due|until)\b")
_LEVEL_OF: Final[tuple[str, ...]] = ("level ", "levels ", "figure ", "total ", "rate ", "peak ")
_DONE: Final = re.compile(r"\b(?:had|was|were)\b")
_AFTER_YEAR: Final = frozenset({
    "of", "to", "at", "for", "from", "in", "on", "by", "and", "or", "with", "was", "is", "were", "are", "will", "would", "that",
    "has", "had", "as", "but", "after", "before", "when", "while", "than", "compared", "because", "since", "until", "alone",
})  # fmt: skip
_DAY_ENDS: Final = ("", " ", ".", ",", ";")
#: A day behind these is none of its clause: a Friday, every Monday, Tuesday and Wednesday.
_NO_DAY: Final = frozenset({"a", "the", "each", "every", "and", "or", "to", "than", "from", "of", "no", "one", "some"})
_NEEDS_LEAD: Final = ("mon", "y", "wd", "dayof")


#: The named groups of all shapes, of which none is found.
_GROUPS: Final[Groups] = dict.fromkeys(re.findall(r"\(\?P<(\w+)>", "".join([shape for _, shape in _SHAPES])))

#: The words that a phrase may begin with, and what must follow them for one to be there.
_OPENING: Final = (
    ("last", "(?=[ -][a-z0-9MTWFS])"), ("this", "(?= [a-z])"), ("next", "(?= [a-zMTWFS])"), ("past", "(?= [a-z0-9])"),
    ("previous", "(?= [a-z0-9])"), ("first", "(?=[ -][qhtsnfe12])"), ("second", "(?=[ -][qh])"), ("third", "(?=[ -][qh])"),
    ("fourth", "(?=[ -][qh])"), ("final", "(?=[ -][qh])"), ("three", "(?= months| weeks)"), ("six", "(?= months| weeks)"),
    ("nine", "(?= months| weeks)"), ("twelve", "(?= months| weeks)"), ("two", "(?= months| weeks)"),
    ("four", "(?= months| weeks)"),
    ("five", "(?= months| weeks)"), ("seven", "(?= months| weeks)"), ("eight", "(?= months| weeks)"),
    ("ten", "(?= months| weeks)"),
    ("eleven", "(?= months)"), ("half", "(?=[ -]year)"),
    ("week", "(?= [et])"), ("year", "(?= [et]|-end|[’']s end)"), ("quarter", "(?= [et])"),
    ("end", "(?= of the)"), ("between", "(?= [A-Z12])"), ("from", "(?= [A-Z12])"), ("fiscal", "(?= [12])"),
    ("calendar", "(?= [12])"), ("yesterday", ""), ("today", ""), ("tomorrow", ""),
)  # fmt: skip
#: For :mod:`claims.spots_en` to find.
TIME_WORDS: Final = tuple([word for word, _ in _OPENING])


def _opening(first: str) -> str:
    """The words that a phrase may begin with, of those with this first letter, with what must follow them."""
    rest = {word[1:] + after for word, after in _OPENING if first in (word[0], word[0].upper())}
    rest.update([f"{name[1:]}(?![a-z])" for name in _M.split("|") if name[0] == first])
    rest.update([name[1:] for name in DAYS if name[0] == first])
    rest.update({"Q": ("[1-4]",), "H": ("[12] ",), "F": ("Y",)}.get(first, ()))
    return f"{first}(?:{'|'.join(sorted(rest))})" if rest else "(?!)"


def _shape(first: str) -> re.Pattern[str]:
    """The shapes that may begin with a letter or a digit; behind a look at the word that opens them."""
    shapes = "|".join([shape for firsts, shape in _SHAPES if first in firsts])
    return re.compile(shapes if first.isdigit() else f"(?={_opening(first)})(?:{shapes})")


#: The shapes by their first letter.
_READ: Final = Kept(_shape)


#: What may stand before the first word of a phrase.
_BEFORE: Final = frozenset(" \n\t\u00a0([“”\"‘’'—–-/,;:.…>*#•·|")
_HALVES: Final[tuple[str, ...]] = ("H1 ", "H2 ")
_YEAR: Final = len("2020")
#: The first letters of the months.
_MONTHS: Final = frozenset([ord(name[0]) for name in MONTHS])


def beginnings(text: str, spots: EnglishSpots) -> Starts:
    """Where a phrase of the text may begin."""
    return Starts([at for at, end in spots.runs if _may_date(text, at, end)] + spots.times)


def _may_date(text: str, at: int, end: int) -> bool:
    """Whether digits may be a year, or stand before months, weeks, the name of a month or the letter of a quarter (2Q24)."""
    first, second = letter(text, at), letter(text, at + 1)
    if end - at >= _YEAR:
        return (first == ord("1") and second == ord("9")) or (first == ord("2") and second == ord("0"))
    behind = letter(text, end)
    if first > ord("9") or end - at > len("31"):
        return False
    if behind != ord(" "):
        return (behind == ord("Q") or behind == ord("H")) and end - at == 1
    behind = letter(text, end + 1)
    if behind == ord("w") or behind == ord("m"):
        return follows(text, end + 1, "weeks") or follows(text, end + 1, "months")
    return behind in _MONTHS


def phrases(
    text: str, starts: Starts, low: int, high: int, today: date | None, dated: Container[str],
    foreseen: Container[str] = (), turns: Container[str] = (), parts: Container[str] = (),
) -> list[Phrase]:  # fmt: skip
    """The time phrases between ``low`` and ``high``, in order; ``starts`` are where those of the text may begin.

    ``dated`` are nouns that a year before them dates (a 2027 budget), ``foreseen`` those that a month only names (the June
    forecast), ``turns`` those of change, counted from a time (a rise from May), ``parts`` those that a quarter before them dates.
    """
    found: list[Phrase] = []
    done = low
    for start in starts.between(low, high):
        if start < done:
            continue
        if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            continue
        first = text[start]
        named = not first.isdigit()
        if named:
            if start > low and text[start - 1] not in _BEFORE:
                continue
            if start - 3 > low and follows_any(text, start - 3, _HALVES):
                continue  # H1 this year: no whole year
        whole = _READ[first].match(text, start, high)
        if whole is None:
            continue
        end = whole.end()
        phrase = _phrase(text, whole, start, end, low, today, dated, turns, parts)
        if phrase is not None:
            if (
                named
                and letter(text, end) == ord(" ")
                and first_word(text, end + 1, end + 14).rstrip(".,;") in foreseen
            ):
                phrase.role = "than"  # 4.1% in the June forecast
            done = end
            found.append(phrase)
    return found


def _named(text: str, low: int, lead: re.Match[str]) -> bool:
    """at 2020 Main Street, the Class of 2020: the year is a house number or part of a name."""
    word = (lead.group("in") or "").lower()
    if word == "at":
        return not lead.group("at")
    if word != "of":
        return False
    before = text[low : lead.start()].rsplit(None, 1)
    return bool(before) and (before[-1][:1].isupper() or before[-1] == "class")


def _adjective(text: str, start: int, end: int, dated: Container[str]) -> bool:
    """the 2020 census, by the 2019 dam collapse: a year that only names a noun; not in the 2019 season."""
    if text[start - 5 : start] not in (" the ", " its ") or text[end : end + 1] != " " or text[start] not in "12":
        return False
    noun = first_word(text, end + 1, end + 24).rstrip(".,;:")
    return noun.replace("-", "").isalpha() and noun.islower() and noun not in dated and noun not in _AFTER_YEAR


def _parts(text: str, end: int, *nouns: Container[str]) -> bool:
    """the Q4 report, its Q4 operating profit, in the Q4 of 2024; not the Q4 | quadcopter, which is the name of a thing."""
    following = [word.rstrip(".,;:") for word in text[end + 1 : end + 40].split(" ", 3)[:3]]
    noun = following[0]
    if not (noun.isalpha() and noun.islower()) or noun in _AFTER_YEAR:
        return True
    return any(word in known for word in following for known in nouns)


def _bare_day(text: str, start: int, end: int) -> bool:
    """fell 7.3% in early trading Thursday, were injured Friday when: a day without its on; not Black Friday, Friday’s."""
    if text[end : end + 1] not in _DAY_ENDS:
        return False
    before = text[max(0, start - 16) : start]
    if before[-1:] != " ":
        return False
    word = before[:-1].rsplit(" ", 1)[-1]
    if word[-1:] in "%)":
        return True
    return (word[-1:].isdigit() or word.isalpha()) and word.islower() == word.isalpha() and word not in _NO_DAY


def _goes_on(word: str) -> bool:
    """a 2011 budget law: whether another noun follows; not a 2011 budget of $3 billion."""
    return word.isalpha() and word.islower() and word not in _AFTER_YEAR and not word.endswith(("ed", "s"))


def _led_from(text: str, low: int, start: int) -> int:
    """Where the words left of ``start`` begin that _LEAD may match; ``start`` for none."""
    begin = start
    while begin > low and (text[begin - 1] == " " or (begin == start and text[begin - 1] == "-")):
        at = begin - 1
        while at > low and begin - at < 12 and latin(ord(text[at - 1])):
            at -= 1
        if text[at : begin - 1].lower() not in _LEADING:
            break
        begin = at
    return begin


#: No words of _LEAD.
_LED: Final[tuple[str | None, ...]] = (None, None, None, None, None, None)
#: What :func:`groups_of` remembers of the shapes.
_SEEN: Final[dict[tuple[str, int], Groups]] = {}


def _phrase(
    text: str, whole: re.Match[str], start: int, end: int, low: int, today: date | None, dated: Container[str],
    turns: Container[str], parts: Container[str],
) -> Phrase | None:  # fmt: skip
    g = groups_of(text[start:end], whole, _SEEN, _GROUPS)
    led = _led_from(text, low, start)
    before = _LEAD.search(text, max(led, start - 28), start) if led < start else None
    by, edge, since, article, inside, at = (
        _LED if before is None else before.group("by", "end", "since", "art", "in", "at")
    )
    if before is None and not g["wt"] and any(g[name] for name in _NEEDS_LEAD):
        if g["wd"]:
            if not _bare_day(text, start, end):
                return None
        elif g["mon"] and (g["turn"] or g["turn2"]):
            if text.endswith(" than ", low, start):
                return Phrase(start, end, None, None, "than")  # 3.9% higher than July last year
        elif not g["mon"] or g["md"] is None:
            return None
    if article:
        if g["y"]:
            following = text[end : end + 30].split(" ", 3)
            if (
                text[start] == "2"
                and len(following) > 2
                and following[1] in dated
                and not _goes_on(following[2].rstrip(".,;"))
            ):
                span = calendars.year(int(g["y"] or 0))
                return Phrase(start, end, *span) if span is not None else None  # a 2027 budget
            return None
        if g["wd"]:
            return None  # 300 loaves a Friday
        before = None
    if g["fm"] and not (g["fmy"] or g["fmt"]) and text[max(low, start - 8) : start].rstrip().endswith(_OWN):
        return None  # in its first ten months the app drew
    if (g["y"] or g["mon"]) and follows(text, end, " and ") and _AND_ANOTHER.match(text, end + 5) is not None:
        return None  # In 2005 and 2006, in March and April
    if (
        (g["y"] or g["mon"])
        and precedes(text, start, " and ")
        and _ANOTHER_AND.search(text, max(low, start - 28), start)
    ):
        return None
    if (g["q"] or g["hh"]) and parts and letter(text, end) == ord(" "):
        if text[max(low, start - 6) : start - 1].rsplit(" ", 1)[-1].lower() in _ARTICLES:
            if not _parts(text, end, parts, dated, turns):
                return None
    if before is not None and g["y"] and (_named(text, low, before) or _adjective(text, start, end, dated)):
        return None
    coming = by is not None
    if coming and (g["wd"] or g["mon"] or g["dayof"]):
        behind = text[end : end + 90].split(". ", 1)[0]
        left = text[max(low, start - 120) : start]
        if _WILL.search(behind) is None and (
            _DONE.search(behind) or ((g["wd"] or (g["mon"] and _DONE.search(left))) and _WILL.search(left) is None)
        ):
            coming = False  # By Friday, 300,000 were without power; burned 81 homes by Sunday
    if (by or since or "").lower() in ("through", "from"):
        coming = _WILL.search(text, max(low, start - 120), start) is not None  # through June the deficit reached
    span = resolve(g, today, ahead=coming)
    if g["unit"] == "year" and today is not None and text[start - 4 : start + 4].lower() == "the last":
        span = relative("past", "year", today)  # over the last year
    first, last = span if span is not None else (None, None)
    lead = text[max(low, start - 34) : start]
    if any(word in lead for word in _COMPARING) and _COMPARED.search(lead) is not None:
        return Phrase(start, end, first, last, "than")  # compared with the same quarter last year
    if text[start : start + 8].lower() == "previous":
        return Phrase(start, end, first, last, "than")  # counted from a time that another phrase names
    if inside and inside.lower() == "over" and g["rel"] and text[start - 1] == " ":
        if (g["rel"] or "").lower() == "last" and not text.endswith("the ", low, start):
            return Phrase(start, end, first, last, "than")  # up 39% over last year
    if before is not None and inside == "of" and text.endswith(_WEEKS_OF, low, before.start()):
        return Phrase(start, end, first, last, "than")  # the first week of December
    if before is not None and inside == "of" and g["y"] and text.endswith(_LEVEL_OF, low, before.start()):
        return Phrase(start, end, first, last, "than")  # twice the level of 2023
    if g["mon"] and (
        _NO_TIME.match(text, end)
        or text.endswith(_CONTRACTS, low, before.start() if before else start)
        or (before is not None and _CONTRACT_FOR.search(text, max(low, start - 44), before.start()))
    ):
        return Phrase(start, end, first, last, "than")  # futures for June delivery, targets for April, May and June
    begin = start
    if before is not None:
        edge = (edge or at or "").lower()
        if edge.startswith(("the end", "end")) and first is not None and last is not None:
            first = last
        elif edge and edge.strip() != "around":
            first = last = None  # late 2025, early March: no interval that the text states
        if by:
            if by.lower() == "before" and not edge:
                return Phrase(before.start(), end, None, None, "than")  # spent before Nov. 3: since when is not said
            first = None
            begin = before.start()
        elif since:
            if since.lower() == "from" and (
                g["y"]
                or g["wd"]
                or text[end : end + 1] in ("’", "'")
                or g["ord"]
                or g["q"]
                or text.endswith(_AMOUNT_ENDS, low, before.start())
                or text[max(low, before.start() - 16) : before.start() - 1].rsplit(" ", 1)[-1] in turns
                or _MOVED_BY.search(text, max(low, before.start() - 30), before.start()) is not None
            ):
                return Phrase(begin, end, first, last, "than")  # up 12% from 2024
            last = None
            begin = before.start()
        elif edge:
            begin = before.start("at")
        elif text[start - 4 : start] == "the ":
            begin = start - 4 if _definite(g) else start
    elif text[start - 4 : start].lower() == "the " and _definite(g):
        begin = start - 4
    ahead = None
    if first is not None and last is not None and today is not None:
        if g["mon"] and not (g["year"] or g["turn"] or g["turn2"]):
            ahead = month_of(g["mon"] or "", g["md"], None, None, today, True)
        elif g["m1"] and not g["mqy"] and last < today:
            ahead = months_from(last.year + 1, month_number(g["m1"] or ""), month_number(g["m3"] or ""))
        elif g["wd"] and not g["wt"]:
            ahead = resolve(g, today, ahead=True)
        elif (g["ord"] or g["q"]) and not (g["ot"] or g["ot2"]) and (today - last).days > LATE:
            ahead = part_ahead(g, today)
        elif (g["ym"] or g["hm"]) and not (g["ymy"] or g["hmy"]):
            ahead = months_to(g, today, True)  # for the year ending in March it expects
    return Phrase(begin, end, first, last, "at", ahead)


def _definite(g: dict[str, str | None]) -> bool:
    return any(
        g[name] for name in ("hm", "fd", "wn", "week", "rel", "n", "one", "ord", "span", "ym", "qm", "fm", "m1", "eou")
    )
