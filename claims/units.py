"""The unit right of a number, or the currency left of it: the longest surface of the lexicon with a clean right edge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.edges import hangul_tail, tail_ok
from claims.kept import Kept

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit

__all__ = [
    "Word", "double", "folded_at", "label_at", "longest_label", "longest_unit", "prefix_before", "unit_at", "word_at",
]  # fmt: skip

_WORD: Final = r"(?:(?:[A-Za-z]\.){2,}|[Ss]t\.|[A-Za-zÀ-ɏ'’ʻ]+|&)"
_FIRST_WORD: Final = re.compile(_WORD)
_LATIN: Final = re.compile(rf"{_WORD}(?:[ \u00a0\n-]{_WORD}){{0,5}}")


def unit_at(text: str, pos: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The longest unit that starts at ``pos`` and is no part of a longer word: (unit, end)."""
    word = word_at(text, pos, lexicon)
    if word is None:
        return longest_unit(text, pos, lexicon)
    unit = word.unit
    return None if unit is None else (unit, pos + word.length)


class Word:
    """What a word right of a number is: its unit and how long that is, and the label that it begins with.

    ``sure`` says whether the word alone tells that. Where it does not, ``onward`` holds the letters that the next word of
    a longer unit or label begins with (% 포인트, square feet), and ``apart`` says that behind a space it is sure all the
    same (p of people is pence right behind 3만 only).
    """

    __slots__ = ("apart", "label", "length", "onward", "sure", "unit")

    def __init__(self, unit: Unit | None, length: int, label: str | None) -> None:
        self.unit = unit
        self.length = length
        self.label = label
        self.sure = True
        self.onward = ""
        self.apart = False


#: Words up to this length are kept; the counters and units of a language are few.
_WORD_REACH: Final = 20


class _Words:
    """The words right of a number, each looked up once in all texts."""

    __slots__ = ("far", "heads", "known", "lexicon")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.known: Kept[Word] = Kept(self._new)
        #: the first words of all units and labels of many words, as printed and in small letters -> how their second begin
        self.heads: dict[str, set[str]] = {}
        folded = [surface.replace("-", " ") for surface in lexicon.units_folded.rows]
        for surface in [*folded, *lexicon.units.rows, *lexicon.sections["label"]]:
            head, _, rest = surface.partition(" ")
            if rest:
                self.heads.setdefault(head, set()).update((rest[0], rest[0].upper()))
        rows = lexicon.sections["label"].items()
        #: the labels that a word further right may undo
        self.far = tuple(label for label, row in rows if any(" " in word.rstrip(" ") for word in row.get("not", ())))

    def _new(self, key: str) -> Word:
        text, lexicon = key + " ", self.lexicon
        matched = longest_unit(text, 0, lexicon)
        label = longest_label(text, 0, lexicon)
        word = Word(None, 0, label) if matched is None else Word(matched[0], matched[1], label)
        first = _FIRST_WORD.match(key)
        begun = first.group().rstrip("'’").lower() if first is not None else ""
        if begun in self.heads and begun != key.lower():
            word.sure = False  # square-foot
            return word
        seconds = self.heads.get(key, set()) | self.heads.get(key.lower(), set())
        if seconds:
            word.sure, word.onward = False, "".join(sorted(seconds))
        for length in lexicon.unit_lengths.get(key[0], ()):
            unit = lexicon.units.get(key[:length])
            if unit is not None and unit.kind == "money" and not _edge(text, length, unit.surface, lexicon):
                word.sure, word.apart = False, True  # what stands left of the unit may make it sure
        if any(key.startswith(name) for name in self.far):
            word.sure, word.apart, word.onward = False, False, ""
        return word


def word_at(text: str, pos: int, lexicon: Lexicon) -> Word | None:
    """What stands at ``pos`` up to the next space; None where more than the word tells."""
    stop = text.find(" ", pos, pos + _WORD_REACH)
    if stop <= pos:
        return None
    word = lexicon.built(_Words).known[text[pos:stop]]
    if word.sure:
        return word
    if word.apart:
        if pos == 0 or text[pos - 1] != " ":
            return None
    elif not word.onward:
        return None
    return None if word.onward and stop + 1 < len(text) and text[stop + 1] in word.onward else word


def longest_unit(text: str, pos: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """What :func:`unit_at` finds where :func:`word_at` knows no word."""
    first = text[pos : pos + 1]
    lengths = lexicon.unit_lengths.get(first)
    if lengths is not None:
        units = lexicon.units
        rows = units.rows
        for length in lengths:
            end = pos + length
            surface = text[pos:end]
            if surface in rows:
                unit = units[surface]
                if len(unit.surface) == length and (
                    _edge(text, end, unit.surface, lexicon) or _sure(text, pos, unit, surface)
                ):
                    return unit, end
    if first.isascii() and first.isalpha():
        return folded_at(text, pos, lexicon)
    return None


def folded_at(text: str, pos: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """A unit in Latin letters whatever their case (Billion Dollars): the longest of up to six words."""
    first = _FIRST_WORD.match(text, pos)
    if first is None or first.group().rstrip("'’").lower() not in _first_words(lexicon):
        return None
    match = _LATIN.match(text, pos)
    if match is None:
        return None
    words = match.group().replace("\n", " ").replace("\u00a0", " ").lower()
    while words:
        unit = lexicon.units_folded.get(words)
        if unit is None and "-" in words:
            unit = lexicon.units_folded.get(words.replace("-", " "))  # a 400,000-square-foot hall
        if unit is None and words[-1] in "'’":
            words = words[:-1]  # three years' probation
            unit = lexicon.units_folded.get(words)
        if unit is not None:
            return unit, pos + len(words)
        cut = max(words.rfind(" "), words.rfind("-"))
        if cut < 0:
            return None
        words = words[:cut]
    return None


def _first_words(lexicon: Lexicon) -> frozenset[str]:
    """The first words of all units in Latin letters: most words after a number are none of them."""
    cached: frozenset[str] | None = lexicon.cache.get("units.first")
    if cached is None:
        cached = frozenset(surface.replace("-", " ").split(" ", 1)[0] for surface in lexicon.units_folded.rows)
        lexicon.cache["units.first"] = cached
    return cached


#: Letters of an ISO code (CAD$5m).
_CODE: Final = 3
#: The length of Rs, Sh, Dh: no code is written so.
_RUPEE: Final = 2
_MYRIADS: Final = "만억조"
#: 1,325.80원으로장중: a comma or a point in the number, and a particle after the currency.
_PRINTED: Final = frozenset(",.")
_PARTICLES: Final = frozenset("으을에은는의이가대")
_NUMERAL_MARKS: Final = frozenset("0123456789십백천만억조")


def _sure(text: str, pos: int, unit: Unit, surface: str) -> bool:
    """12조5천억원으로확대됐다, 0.03%포인트하락한: where the words run together, these units are sure all the same."""
    if unit.kind == "money":
        if pos > 1 and text[pos - 1] in _MYRIADS:
            return text[pos - 2] in _NUMERAL_MARKS
        following = text[pos + len(surface) : pos + len(surface) + 1]
        return text[pos - 1].isdecimal() and following in _PARTICLES and not _PRINTED.isdisjoint(text[pos - 4 : pos])
    return unit.kind == "percentage_point" and surface[0] in "%％"


def _edge(text: str, end: int, surface: str, lexicon: Lexicon) -> bool:
    following = text[end : end + 1]
    if not following:
        return True
    last = surface[-1]
    if "가" <= last <= "힣":
        return not "가" <= following <= "힣" or tail_ok(hangul_tail(text, end), lexicon)
    if last.isascii() and last.isalpha():
        return not (following.isascii() and following.isalnum())
    return not (following.isdigit() and last.isalnum())


def label_at(text: str, pos: int, lexicon: Lexicon) -> str | None:
    """The longest label (등급, 차전, 대 그룹) that starts at ``pos``."""
    word = word_at(text, pos, lexicon)
    return longest_label(text, pos, lexicon) if word is None else word.label


def longest_label(text: str, pos: int, lexicon: Lexicon) -> str | None:
    """What :func:`label_at` finds where :func:`word_at` knows no word."""
    lengths = lexicon.cache.get("units.labels")
    labels = lexicon.sections["label"]
    if lengths is None:
        by_first: dict[str, set[int]] = {}
        for label in labels:
            by_first.setdefault(label[0], set()).add(len(label))
        lengths = {first: tuple(sorted(group, reverse=True)) for first, group in by_first.items()}
        lexicon.cache["units.labels"] = lengths
    for length in lengths.get(text[pos : pos + 1], ()):
        row = labels.get(text[pos : pos + length])
        if row is not None and not ("not" in row and text.startswith(tuple(row["not"]), pos + length)):
            return text[pos : pos + length]
    return None


_SURELY_MONEY: Final = re.compile(
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)"
    r"|\d[\d.]{0,8}(?:,\d{1,2})?[ -]?(?:million|billion|trillion|bn|bln|mn|mln|tn|trn|trln|m|b|k|crores?|lakhs?)\b"
)


#: N 267.1 billion, R 4.5 million
_SPACED_SUM: Final = re.compile(r"\d[\d.,]{0,8} ?(?:million|billion|trillion|bn|trn)\b")


class _Prefixes:
    """The currencies left of a number, by their last characters (two, or one alone): their lengths, the longest first."""

    __slots__ = ("lasts", "lengths")

    def __init__(self, lexicon: Lexicon) -> None:
        by_end: dict[str, set[int]] = {}
        for surface in lexicon.prefixes.rows:
            by_end.setdefault(surface[-2:], set()).add(len(surface))
        for end, group in by_end.items():
            if len(end) == 2 and end[1] in by_end:
                group.add(1)
        self.lengths = {end: tuple(sorted(group, reverse=True)) for end, group in by_end.items()}
        self.lasts = frozenset([end[-1] for end in by_end])


def prefix_before(text: str, start: int, floor: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The currency that stands left of a number ($, US$, 미화): (unit, where it begins)."""
    end = start
    spaced = end > floor and (text[end - 1] == " " or text[end - 1] == "\u00a0")
    if spaced:
        end -= 1
    if end <= floor:
        return None
    known = lexicon.built(_Prefixes)
    if text[end - 1] not in known.lasts:
        return None
    for length in known.lengths.get(text[max(0, end - 2) : end]) or known.lengths.get(text[end - 1], ()):
        begin = end - length
        if begin < floor:
            continue
        surface = text[begin:end]
        unit = lexicon.prefixes.get(surface)
        if unit is None:
            continue
        if surface == "$":
            if begin > floor and text[begin - 1] != " " and text[begin - 1].isalpha() and text[begin - 1].isupper():
                return _lettered_dollar(text, begin, floor, lexicon)
            return unit, begin
        if begin > 0 and surface[0].isalpha() and (text[begin - 1].isalnum() or text[begin - 1] == "/"):
            continue
        if len(surface) < 3 and surface.isalpha() and surface.isascii():
            if spaced:
                if (len(surface) == 1 or "sum" in unit.flags) and _SPACED_SUM.match(text, start) is None:
                    continue  # SR 99 is a road
            elif _SURELY_MONEY.match(text, start) is None and not (len(surface) == _RUPEE and surface.istitle()):
                continue  # Rs3.05; RM101 and N95 are codes, RM111.2 billion and R1,500 are sums
        return unit, begin
    return None


def _lettered_dollar(text: str, sign: int, floor: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """CAD$5m and MXN$300 are what the code says; V$5m is a dollar of nobody knows whom; COST$5m is a missing space."""
    begin = sign
    while begin > floor and sign - begin < _CODE + 1 and text[begin - 1].isalpha():
        begin -= 1
    letters = text[begin:sign]
    unit = lexicon.prefixes.get(letters if len(letters) == _CODE else "$")
    if unit is not None and len(letters) == _CODE and letters.isupper():
        return unit, begin
    return (lexicon.prefixes["$"], sign) if len(letters) > _CODE else None


def double(text: str, end: int, unit: Unit, lexicon: Lexicon) -> int:
    """Where a unit printed twice ends: 10기가와트GW, 820테라와트시(TWh), 1만2500km미터; else ``end`` itself."""
    if end >= len(text) or text[end] == " " or text[end] in ".,은는이가을를의에으로도":
        return end
    following = text[end]
    bracket = following in "(（"
    begin = end + 1 if bracket else end
    if bracket and unit.kind == "percentage_point" and text[begin : begin + 2] in ("p)", "P)"):
        return begin + 2
    again = unit_at(text, begin, lexicon)
    if again is None:
        return end
    other, stop = again
    same = other.unit == unit.unit and other.kind == unit.kind
    misprint = not bracket and other.kind == unit.kind == "measure" and other.canonical == unit.canonical
    if not (same or misprint) or other.surface == unit.surface:
        return end
    if bracket:
        return stop + 1 if stop < len(text) and text[stop] in ")）" else end
    return stop
