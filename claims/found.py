"""One quantity while it is being read, and the reader that goes through the numbers of a page."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final

from claims.language import has_hangul
from claims.scan import Number, numbers
from claims.spots import Spots, spots_of
from claims.spots_en import english_spots

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit
    from claims.records import Page

__all__ = ["FINITE", "Found", "Reader", "is_korean", "latin", "next_number"]

Trace = list[tuple[int, int, str, str]]

FINITE: Final = Context(prec=34)


#: Three Latin words in a row: a page of one language may quote the other.
_ENGLISH: Final = re.compile(rb"aa aa+ aa")
_IN_A_ROW: Final = 3
#: ASCII letters as "a", the space as itself, anything else as a full stop.
_SHAPES: Final = bytes(97 if chr(code).isalpha() else 32 if code == 32 else 46 for code in range(128)) + b"." * 128


def _holds_english(text: str, spots: Spots) -> bool:
    if spots.latin < _IN_A_ROW - 1:
        return False
    shapes = text.encode("ascii", "replace").translate(_SHAPES)
    return _ENGLISH.search(shapes) is not None


class Found:
    """One quantity while it is being read."""

    __slots__ = (
        "approximate", "band", "denominator", "end", "high", "kind", "last", "left", "low", "numerator", "per",
        "places", "prefixed", "relation", "right", "rule", "start", "unit", "unit_name", "value", "words",
    )  # fmt: skip

    def __init__(self, start: int, end: int, unit: Unit | None, value: Decimal | None, rule: str, last: int) -> None:
        self.start, self.end, self.left, self.right = start, end, start, end
        self.unit = unit
        self.kind = unit.kind if unit else ""
        self.unit_name = unit.unit if unit else None
        self.value = value
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.relation = "eq"
        self.approximate = False
        self.band = False
        self.per: str | None = None
        self.words: list[str] = []
        self.numerator: int | None = None
        self.denominator: int | None = None
        self.rule = rule
        self.last = last  # index of the last Number used
        self.places: int | None = None  # printed decimal places, for bands
        self.prefixed = False


class Reader:
    """The state of one pass over a text: its numbers and where the last quantity ended."""

    def __init__(self, page: Page, lexicon: Lexicon, trace: Trace | None) -> None:
        self.text = page.text
        self.page = page
        self.lexicon = lexicon
        self.trace = trace
        self.korean = page.language != "en" or (has_hangul(page.text) if page.hangul is None else page.hangul)
        korean = spots_of(page, lexicon) if self.korean else None
        both = page.language != "ko" or (korean is not None and _holds_english(page.text, korean))
        self.numbers = numbers(page.text, lexicon, korean, english_spots(page) if both else None)
        self.floor = 0
        self.sentence = 0  # of the last quantity
        self.last: Found | None = None
        self.counted: Found | None = None  # the last English count
        self.level: Found | None = None  # the last level of an index
        self.dropped: Found | None = None  # the last quantity, where it turns out to be a denominator (1배럴에)
        self._named: dict[str, bool] = {}

    def names(self, section: str) -> bool:
        """Whether any word of a section of the lexicon stands anywhere in the text; looked up once."""
        found = self._named.get(section)
        if found is None:
            found = self._named[section] = any(word in self.text for word in self.lexicon.sections[section])
        return found

    def refuse(self, number: Number, why: str) -> None:
        if self.trace is not None:
            self.trace.append((number.start, number.end, "refused", why))


def is_korean(text: str) -> bool:
    return text != "" and (ord("가") <= ord(text[-1]) <= ord("힣") or has_hangul(text))


def latin(unit: Unit) -> bool:
    return "latin" in unit.flags


def next_number(reader: Reader, index: int, start: int) -> Number | None:
    if index + 1 < len(reader.numbers) and reader.numbers[index + 1].start == start:
        return reader.numbers[index + 1]
    return None
