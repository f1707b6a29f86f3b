"""One quantity while it is being read, and the reader that goes through the numbers of a page."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final

from claims.scan import Number, numbers

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit
    from claims.records import Page

__all__ = ["FINITE", "Found", "Reader", "is_korean", "latin", "next_number"]

Trace = list[tuple[int, int, str, str]]

FINITE: Final = Context(prec=34)


_HANGUL: Final = re.compile("[가-힣]")
#: Three Latin words in a row: a page of one language may quote the other.
_ENGLISH: Final = re.compile(rb"[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")


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
        self.korean = page.language != "en" or _HANGUL.search(page.text) is not None
        english = page.language != "ko" or _ENGLISH.search(page.text.encode("ascii", "replace")) is not None
        self.numbers = numbers(page.text, lexicon, korean=self.korean, english=english)
        self.floor = 0
        self.last: Found | None = None
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
    return "가" <= text[-1:] <= "힣" or (not text.isascii() and _HANGUL.search(text) is not None)


def latin(unit: Unit) -> bool:
    return "latin" in unit.flags


def next_number(reader: Reader, index: int, start: int) -> Number | None:
    if index + 1 < len(reader.numbers) and reader.numbers[index + 1].start == start:
        return reader.numbers[index + 1]
    return None
