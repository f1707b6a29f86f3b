"""The unit right of a number that the guards accept for it, in Korean and English."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from claims import guards_en, guards_ko
from claims.edges import hangul_tail
from claims.found import Reader, is_korean, latin
from claims.patterns import pattern
from claims.units import label_at, unit_at

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit
    from claims.scan import Number

__all__ = ["unit_after"]

_NOUN_PHRASE = re.compile(r"[ \u00a0\n]([A-Za-z][a-z-]{1,24}(?:[ \u00a0\n][A-Za-z][a-z-]{1,24}){0,2})(?![\w’'])")


def unit_after(reader: Reader, number: Number, pos: int) -> tuple[Unit, int] | None:
    """The unit at ``pos``, after at most one space, that the guards accept for this number."""
    text, lexicon = reader.text, reader.lexicon
    mark = text[pos : pos + 1]
    spaced = mark in " \u00a0\n" and mark != ""
    begin = pos + 1 if spaced else pos
    if number.style == "order" and text.startswith(" of ", pos):
        begin, spaced = pos + 4, True
        if text[begin : begin + 1] in "$€£":
            return None
    if mark == "-" and text[pos + 1 : pos + 2].isalpha() and text[pos + 1 : pos + 2].isascii():
        begin, spaced = pos + 1, False
    if spaced and "0" <= text[begin : begin + 1] <= "9":
        return None
    label = label_at(text, begin, lexicon)
    matched = unit_at(text, begin, lexicon)
    if matched is None:
        if spaced and number.style in ("digits", "words", "order"):
            return _head_noun(reader, number, pos)
        if label:
            reader.refuse(number, f"{label} makes it a label")
        return None
    unit, end = matched
    if unit.surface == "주" and not number.scaled and (number.value or 0) < 60 and not number.order:
        why = guards_ko.weeks(text, number.start, end, lexicon)
        if why is True:
            unit = lexicon.units["주간"]
        elif why:
            reader.refuse(number, why)
            return None
    if unit.surface == "대" and number.scaled and _band_of_money(text, end, lexicon):
        reader.refuse(number, "a band of money (100억 대 사기)")
        return None
    if label and len(label) > end - begin and not (" " in label and (number.scaled or (number.value or 0) >= 1000)):
        reader.refuse(number, f"{label} makes it a label")
        return None
    if unit.kind == "count" and latin(unit):
        longer = _compound(text, end, lexicon)
        if longer is not None:
            unit, end = longer
    why = _refusal(reader, number, unit, end, spaced=spaced)
    if why:
        reader.refuse(number, why)
        return None
    return unit, end


def _band_of_money(text: str, end: int, lexicon: Lexicon) -> bool:
    return pattern(lexicon, "band_noun.after", r"(?:의|에 달하는)? ?WORDS").match(text, end) is not None


_NEXT_WORD = re.compile(r"[ \u00a0\n]([a-z]{3,24})(?![\w’'])")


def _compound(text: str, end: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """60 crew members: the head is the last noun of the compound."""
    match = _NEXT_WORD.match(text, end)
    if match is None or text[end - 1] == "s":
        return None
    unit = lexicon.units_folded.get(match.group(1))
    return (unit, match.end()) if unit is not None and unit.kind == "count" else None


def _refusal(reader: Reader, number: Number, unit: Unit, end: int, *, spaced: bool) -> str | None:
    """Why this unit is none for this number: the numeral's own demands first, then those of the kind."""
    text, lexicon = reader.text, reader.lexicon
    surface, kind = unit.surface, unit.kind
    korean = is_korean(surface)
    if text.startswith("당", end) and not hangul_tail(text, end).startswith(tuple(lexicon.sections["denominator.not"])):
        return "a denominator (1달러당)"
    why = _numeral_refusal(text, number, unit, end, lexicon, spaced=spaced)
    if why:
        return why
    if korean and (kind in ("count", "rank", "age", "points") or "weak" in unit.flags):
        return guards_ko.counter(text, number, unit, end, lexicon, spaced=spaced)
    if kind == "count":
        if number.style == "words" and number.value == 1:
            return "one … counts nothing"
        return guards_en.count(text, number, lexicon) or guards_en.subject_of_clause(text, surface, end, lexicon)
    if kind == "duration":
        if korean:
            return guards_ko.time_unit(text, number, unit, end, lexicon)
        return guards_en.duration(text, number, end, lexicon)
    if kind == "percent" and number.value in (100, 120, 200, 1000):
        rest = text[end : end + 8].lstrip()
        if rest and any(rest.startswith(word) for word in lexicon.sections["idiom"]):
            return "100% as an adverb"
    if kind == "measure":
        if unit.unit in ("m", "km", "kg"):
            return guards_ko.event(text, number, end, lexicon)
        if len(surface) == 1 and surface.isascii() and surface.isalpha() and surface not in "gtWVLl":
            return "a letter, not a unit"  # 5G, 4K, 3D, 2C are names
    if kind == "money" and surface == "전":
        return guards_ko.jeon(text, number, end, lexicon)
    if kind == "money" and surface == "동":
        return guards_ko.dong(text, number)
    return None


def _numeral_refusal(text: str, number: Number, unit: Unit, end: int, lexicon: Lexicon, *, spaced: bool) -> str | None:
    """What numerals in Hangul demand of their unit; its flags say what it can take."""
    surface, kind, flags = unit.surface, unit.kind, unit.flags
    if number.style == "native":
        if kind not in ("count", "duration", "multiple", "age") or not is_korean(surface):
            return "a native numeral needs a counter"
        if not spaced and ("glued" not in flags or text[number.start : end] == "세대"):
            return "glued to a native numeral it is another word"
        if number.value == 1 and ("one" not in flags or (not spaced and "glued" not in flags)):
            return "한 … is an idiom"
    elif number.style in ("sino", "order"):
        if kind == "duration" and len(surface) == 1 and surface != "년":
            return "a Hangul numeral with a short time unit"
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


def _head_noun(reader: Reader, number: Number, pos: int) -> tuple[Unit, int] | None:
    """12,000 full-time jobs, 300 stray dogs: the counted noun, after up to two lower-case words.

    A noun of the lexicon brings its class; any other plain plural counts items.
    """
    text, lexicon = reader.text, reader.lexicon
    match = _NOUN_PHRASE.match(text, pos)
    if match is None or number.style == "order" or (number.style == "words" and number.value == 1):
        return None
    stop = lexicon.sections["function_word"]
    end = match.start(1)
    for word in match.group(1).split():
        if word.lower() in stop or word.endswith("ly"):
            return None
        end = text.index(word, end) + len(word)
        unit = lexicon.units_folded.get(word.lower())
        if unit is not None and unit.kind == "count" and word.islower():
            break
        if unit is not None:
            return None if unit.kind != "duration" or guards_en.duration(text, number, end, lexicon) else (unit, end)
        if word.endswith("s") and word.islower() and not word.endswith(("ss", "us", "is")) and len(word) > 3:
            unit = _plural(word)
            break
        if not word.islower() and "-" not in word:
            return None
    else:
        return None
    if guards_en.count(text, number, lexicon) or guards_en.subject_of_clause(text, unit.surface, end, lexicon):
        return None
    return unit, end


@lru_cache(maxsize=1024)
def _plural(word: str) -> Unit:
    from fractions import Fraction

    from claims.lexicon import Unit

    return Unit(word, "count", word, Decimal(1), "item", Fraction(1), Decimal(0), None, frozenset(("latin",)), "plural")
