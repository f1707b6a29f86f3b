"""What the steps of the pipeline hand to each other: plain slotted records, turned into the public model once, at the end."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.spots import Spots
    from claims.spots_en import EnglishSpots

__all__ = ["Alias", "Mention", "Page", "Report", "Span"]

Span = tuple[int, int]


class Page:
    """A document as read: its text and the structure that the text shows.

    ``sentences``, ``quotes`` and ``paragraphs`` are sorted, end-exclusive spans of ``text``; a sentence never crosses a
    paragraph. ``quotes`` hold the quotation marks. ``published`` is an ISO date or None. ``raw`` is the text as it was printed,
    ``text`` the same with even spaces, for all steps to read; ``origin`` leads from one to the other (:mod:`claims.spacing`).
    """

    __slots__ = (
        "authors", "english", "hangul", "id", "language", "origin", "paragraphs", "published", "publisher", "quotes", "raw",
        "sentences", "sha256", "spots", "sure", "text", "title", "url",
    )  # fmt: skip

    def __init__(
        self, text: str, sentences: list[Span], quotes: list[Span], paragraphs: list[Span], language: str,
        sha256: str = "", id: str | None = None, title: str | None = None, publisher: str | None = None,
        published: str | None = None, url: str | None = None, hangul: bool | None = None, raw: str = "",
        origin: list[int] | None = None
    ) -> None:  # fmt: skip
        self.text = text
        self.sentences = sentences
        self.quotes = quotes
        self.paragraphs = paragraphs
        self.language = language
        self.sha256 = sha256
        self.id = id
        self.title = title
        self.publisher = publisher
        self.authors: list[str] = []
        self.published = published
        self.url = url
        self.hangul = hangul  # whether any stands in the text; None: nobody has looked
        self.raw = raw
        self.origin = origin
        self.spots: Spots | None = None  # where words of interest begin, where somebody has looked
        self.english: EnglishSpots | None = None
        self.sure: set[int] = set()  # where English sentences begin none of whose words gives a number a class


class Mention:
    """A quantity found in the text; the later steps fill the lower half.

    ``left``/``right`` are the outer edges with the words that belong to it (약, 최소 … 이상, 규모), so
    ``left <= start < end <= right``. ``sentence`` is an index into ``Page.sentences``.
    """

    __slots__ = (
        "approximate", "attribution", "canonical", "canonical_high", "canonical_low", "canonical_unit", "converted",
        "denominator", "end", "factuality", "high", "kind", "left", "links", "low", "measure", "modifiers", "numerator",
        "per", "period", "relation", "right", "rule", "sentence", "start", "subject", "unit", "value",
    )  # fmt: skip

    def __init__(
        self, start: int, end: int, sentence: int, kind: str, unit: str | None, value: Decimal | None,
        low: Decimal | None, high: Decimal | None, relation: str, approximate: bool, per: str | None,
        numerator: int | None, denominator: int | None, canonical_unit: str | None, canonical: Decimal | None,
        canonical_low: Decimal | None, canonical_high: Decimal | None, modifiers: list[str], rule: str, left: int,
        right: int,
    ) -> None:  # fmt: skip
        self.start, self.end, self.left, self.right = start, end, left, right
        self.sentence = sentence
        self.kind, self.unit, self.per = kind, unit, per
        self.value, self.low, self.high = value, low, high
        self.relation, self.approximate = relation, approximate
        self.numerator, self.denominator = numerator, denominator
        self.canonical_unit = canonical_unit
        self.canonical, self.canonical_low, self.canonical_high = canonical, canonical_low, canonical_high
        self.modifiers = modifiers
        self.rule = rule
        self.subject: str | None = None
        self.measure: str | None = None
        self.period: tuple[str, str | None, str | None] | None = None
        self.factuality = "asserted"
        self.attribution: int | None = None
        self.links: list[dict[str, object]] = []
        self.converted: dict[str, object] | None = None


class Report:
    """An attribution found in the text. ``parent``/``target`` are indexes into the list it stands in.

    ``source`` is None when no words name it; then either ``inherited`` is true and ``canonical`` says who it is, or
    ``canonical`` is None: unattributed.
    """

    __slots__ = (
        "canonical", "cls", "content", "cue", "direct", "inherited", "others", "parent", "rule", "source", "target", "type",
    )  # fmt: skip

    def __init__(
        self, source: Span | None, canonical: str | None, type: str, cue: list[Span], content: list[Span], cls: str,
        direct: bool, rule: str, others: bool = False, inherited: bool = False, parent: int | None = None,
        target: int | None = None,
    ) -> None:  # fmt: skip
        self.source, self.canonical, self.type = source, canonical, type
        self.cue, self.content = cue, content
        self.cls = cls
        self.direct = direct
        self.rule = rule
        self.others = others
        self.inherited = inherited
        self.parent = parent
        self.target = target


class Alias:
    """An entity of the document: its canonical name, its type, and its names in order of first mention."""

    __slots__ = ("canonical", "names", "type")

    def __init__(self, canonical: str, type: str, names: list[str]) -> None:
        self.canonical = canonical
        self.type = type
        self.names = names
