"""The noun that an English number counts: 12,000 full-time jobs, five Israeli soldiers, two home runs, six MPs."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claims import guards_en
from claims.numerals import EN_WORDS
from claims.plurals_en import singular

if TYPE_CHECKING:
    from claims.found import Reader
    from claims.lexicon import Lexicon, Unit
    from claims.scan import Number

__all__ = ["head_noun"]

_WORD: Final = r"(?:[A-Z]\.(?:[A-Z]\.)+|[A-Za-z][A-Za-z-]{1,24})"
_PHRASE: Final = re.compile(rf"[ \u00a0\n]({_WORD}(?:[ \u00a0\n]{_WORD}){{0,4}})(?![\w’'])")
#: Boeing 737 MAX | jets, F-16 | fighter jets, Covid-19 | cases: a name with a number in it before what is counted.
_MODEL: Final = re.compile(
    r"[ \u00a0](?:(?:[A-Z][A-Za-z&-]{0,24} ){1,3}\d{1,4}[A-Za-z]{0,4}"
    r"|(?:[A-Z][A-Za-z&-]{0,24} ){0,3}[A-Z][A-Za-z]{0,9}-?\d[A-Za-z0-9]{0,6})"
    r"(?= (?:[A-Z][A-Za-z]{1,9} )?[a-z])(?: [A-Z][A-Za-z]{1,9}(?= ))?"
)
_AHEAD: Final = 90
#: 353 | new COVID-19 | cases
_VIRUS: Final = re.compile(r"[ \u00a0](?:[a-z]{3,12} ){1,2}[Cc](?:ovid|OVID)-19(?= [a-z])")
_NEAR: Final = 44
_ACRONYMS: Final = re.compile(r"[A-Z]{2,6}s")
_LONGEST: Final = 4


def head_noun(reader: Reader, number: Number, pos: int) -> tuple[Unit, int] | None:
    """The counted noun and where it ends: the last noun of the phrase, after up to three other words.

    A noun of the lexicon brings its class; any other plain plural counts items.
    """
    text, lexicon = reader.text, reader.lexicon
    model = _MODEL.match(text, pos, pos + _AHEAD) if text[pos + 1 : pos + 2].isupper() else None
    if model is not None and not guards_en.is_year(text, number):
        pos = model.end()  # In 2019 Boeing 737 jets were grounded
    elif text.find("-19 ", pos, pos + _NEAR) > 0:
        virus = _VIRUS.match(text, pos)
        pos = virus.end() if virus is not None else pos
    match = _PHRASE.match(text, pos)
    if match is None or guards_en.label(text, number, lexicon):
        return None
    found = _last_noun(text, match, number, lexicon)
    if found is None:
        return None
    unit, end = found
    if unit.kind == "duration":
        return None if guards_en.duration(text, number, end, lexicon) else found
    if text[number.start - 3 : number.start] == "At " and unit.canonical == "person" and _hour(number):
        return None  # At 10 officials arrived
    if text[number.start - 4 : number.start].lower() == "the " and _ride(text, number, end, lexicon):
        return None
    if guards_en.count(text, number, lexicon) or guards_en.subject_of_clause(text, unit.surface, end, lexicon):
        return None
    return found


def _hour(number: Number) -> bool:
    value = number.value
    return number.style == "digits" and value is not None and value <= _HOURS


_HOURS: Final = 24


def _ride(text: str, number: Number, end: int, lexicon: Lexicon) -> bool:
    """the 7 train, the 42 bus: a number of more than one before a singular is a name."""
    noun = text[text.rfind(" ", 0, end) + 1 : end].lower()
    return noun in lexicon.sections["ride.en"] and number.style == "digits" and number.value != 1


def _last_noun(text: str, match: re.Match[str], number: Number, lexicon: Lexicon) -> tuple[Unit, int] | None:
    sections = lexicon.sections
    stop, units = sections["function_word"], lexicon.units_folded
    found: tuple[Unit, int] | None = None
    plural: tuple[Unit, int] | None = None
    last = 0
    joined = more = compound = False
    end = match.start(1) - 1
    for step, word in enumerate(match.group(1).split()):
        end += 1 + len(word)
        lower = word.lower()
        if (lower in stop and lower not in sections["ly_word.en"]) or step == _LONGEST:
            if lower in _AND and 0 < step < _LONGEST and found is None and plural is None and not joined:
                joined = True  # 12 oil and gas fields
                continue
            break
        plain = word == lower
        if more and lower in sections["toll_died.en"]:
            return None  # 22,000 more suffered injuries
        if plural is not None:  # two rights groups, 10 sports clubs: of two plurals the second is the head
            head = plain and _is_head(lower, lexicon)
            return (units.get(lower) or _plural(word), end) if head else plural
        if joined and lower in EN_WORDS:
            break
        unit = units.get(lower)
        if unit is not None and unit.kind == "measure" and step == 1 and found is None and plural is None and more:
            return unit, end  # 1 million additional barrels
        more = step == 0 and lower in sections["more.en"]
        if unit is not None and unit.kind != "count":
            return (unit, end) if unit.kind == "duration" and found is None and plain else found
        acronym = not plain and word[-1] == "s" and _ACRONYMS.fullmatch(word) is not None
        people = not plain and unit is not None and unit.canonical == "person" and lower.endswith("s")
        if unit is not None and (plain or acronym or people or not word.istitle()):
            found, last = (unit, end), step
            if lower in sections["plural.en"] or (lower.endswith("s") and not lower.endswith("ss")):
                if not plain or (unit.canonical == "person" and lower.endswith("s")):
                    return found
                plural = found
            continue
        if acronym:
            sign = lexicon.units.get(word[:-1]) if step == 0 else None
            measured = sign is not None and sign.kind == "measure" and len(word) > _SIGN
            return (sign if sign is not None and measured else _plural(word)), end  # 5,000 MWs
        if plain and _is_head(lower, lexicon):
            plural = _plural(word), end
            continue
        if found is not None and plain and found[0].surface != "police":  # three police academy classes
            if step == 1 and last == 0 and lower in sections["compound.en"] and number.value != 1:
                compound = True
                continue  # 80 company operated restaurants
            break
        if plain and lower.endswith("ly") and lower not in sections["ly_word.en"]:
            return None
    if plural is not None:
        return plural
    if compound:
        return None
    if found is not None and last > 0 and number.value != 1 and lower_of(text, found[1]) + "s" in units.rows:
        return None  # a 500 index fund
    return found


def lower_of(text: str, end: int) -> str:
    """The word that ends at ``end``, in lower case."""
    return text[max(text.rfind(" ", 0, end), text.rfind("-", 0, end)) + 1 : end].lower()


def _is_head(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in small letters is a plural that may be counted."""
    if word.endswith("men"):
        return word.endswith(_MEN)
    if word in _FRACTIONS or not _is_plural(word):
        return False
    return word not in lexicon.sections["verb_s.en"] and word not in lexicon.sections["scale"]


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(_NO_PLURALS) and len(word) > 3


_FRACTIONS: Final = frozenset(
    ("thirds", "fourths", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths", "hundredths", "thousandths")
)
_NO_PLURALS: Final[tuple[str, ...]] = ("ss", "us", "is", "gas", "news")
#: firemen, gunmen; no specimen, regimen, abdomen
_MEN: Final[tuple[str, ...]] = (
    "emen", "kmen", "lmen", "nmen", "rmen", "smen", "tmen", "wmen", "ymen", "iamen", "seamen", "cameramen", "women",
)  # fmt: skip
_AND: Final = ("and", "or")
#: Letters of a sign with its plural ending: no MPs, Ws, Gs.
_SIGN: Final = 2


@lru_cache(maxsize=1024)
def _plural(word: str) -> Unit:
    from fractions import Fraction

    from claims.lexicon import UNITY, Unit

    return Unit(
        word,
        "count",
        singular(word),
        UNITY,
        "person" if word.endswith("men") else "item",
        Fraction(1),
        Decimal(0),
        None,
        frozenset(("latin",)),
        "plural",
    )
