"""The public types: the claims JSON contract ``claims/1`` as pydantic models, and its one serialiser."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

from claims.number_format import plain

if TYPE_CHECKING:
    import pint

__all__ = [
    "SCHEMA",
    "Attribution",
    "Canonical",
    "Claim",
    "Converted",
    "Document",
    "Entity",
    "Link",
    "Period",
    "Quantity",
    "Source",
    "SourceText",
    "Span",
    "Warning",
    "plain",
]

SCHEMA = "claims/1"

Kind = Literal[
    "money",
    "measure",
    "percent",
    "percentage_point",
    "count",
    "multiple",
    "fraction",
    "ratio",
    "duration",
    "points",
    "rank",
    "age",
]
Relation = Literal["eq", "ge", "gt", "le", "lt", "range"]
Factuality = Literal[
    "asserted",
    "reported",
    "denied",
    "opinion",
    "forecast",
    "possible",
    "estimated",
    "planned",
    "conditional",
]
SourceType = Literal[
    "news_org",
    "news_collective",
    "person",
    "anonymous",
    "organization",
    "institution",
    "document",
    "market",
    "industry",
    "experts",
    "insiders",
    "news_report",
    "unattributed",
]


PlainDecimal = Annotated[
    Decimal,
    PlainSerializer(plain, return_type=str, when_used="json-unless-none"),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}),
]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", serialize_by_alias=True, validate_by_name=True)


class Span(_Model):
    """A stretch of ``document.text``: Unicode code points, end-exclusive."""

    start: int
    end: int


class Canonical(_Model):
    """A quantity in the one declared unit of its dimension (W, m, kg, ISO 4217, a counter's class …)."""

    value: PlainDecimal | None = None
    low: PlainDecimal | None = None
    high: PlainDecimal | None = None
    unit: str


class Quantity(_Model):
    """The number as stated: exact, with its bounds, unit and denominator.

    ``value`` is None when a range or an order of magnitude is stated (then ``low``/``high`` hold it; ``high`` of a band
    such as 1400원대 is exclusive). ``unit`` is ISO 4217 for money, a pint-parseable symbol for measures and durations,
    a counter for counts, ``%``, ``pp`` or ``1``.
    """

    kind: Kind
    value: PlainDecimal | None
    low: PlainDecimal | None = None
    high: PlainDecimal | None = None
    relation: Relation = "eq"
    approximate: bool = False
    unit: str | None
    per: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    canonical: Canonical | None = None

    def to_pint(self, registry: pint.UnitRegistry[Any] | None = None) -> pint.Quantity[Any]:
        """The quantity as a pint quantity (Decimal magnitude; the low end of a range).

        Raises ``ValueError`` when the unit is no physical one (money, counts, ranks …) or nothing is stated.
        """
        from claims.physical import to_pint

        return to_pint(self, registry)

    def format(self, locale: str = "ko", *, compact: bool = True) -> str:
        """The quantity for a reader of ``locale`` ("ko" or "en"): ``약 145조원``, ``about ₩145 trillion``, ``10 GW``."""
        from claims.display import format_quantity

        return format_quantity(self, locale, compact=compact)


class Period(_Model):
    """The time a claim is about: the words as printed, and the closed interval they mean (ISO dates; None if unknown)."""

    text: str
    start: str | None = None
    end: str | None = None


class Link(_Model):
    """A tie from this claim to another one: ``conversion``, ``same_as`` or ``change``.

    ``rate`` is units of ``pair``'s first currency per one of its second; ``check`` says whether the printed digits agree.
    """

    type: Literal["conversion", "same_as", "change"]
    target: str
    rate: PlainDecimal | None = None
    pair: str | None = None
    check: Literal["consistent", "inconsistent", "unchecked"] | None = None
    direction: Literal["up", "down", "same"] | None = None


class Converted(_Model):
    """A money claim in the currency that was asked for, with the rate used, its date and where it came from."""

    currency: str
    value: PlainDecimal | None = None
    low: PlainDecimal | None = None
    high: PlainDecimal | None = None
    rate: PlainDecimal
    rate_date: str | None
    rate_source: str


class Claim(_Model):
    """One numeric claim. ``text`` is ``document.text[start:end]``."""

    id: str
    text: str
    start: int
    end: int
    sentence: Span
    quantity: Quantity
    modifiers: list[str] = []
    subject: str | None = None
    measure: str | None = None
    period: Period | None = None
    factuality: Factuality = "asserted"
    attribution: str | None = None
    links: list[Link] = []
    converted: Converted | None = None
    rule: str


class Source(_Model):
    """Who said it. ``text``/``start``/``end`` are None when the sentence does not name it (``inherited``)."""

    text: str | None
    start: int | None
    end: int | None
    canonical: str
    type: SourceType
    others: bool = False
    inherited: bool = False


class SourceText(Span):
    """A span with its text."""

    text: str


class Attribution(_Model):
    """One source's presentation of one content. ``parent`` climbs to the source that reports this one."""

    id: str
    source: Source | None
    cue: list[SourceText]
    content: list[Span]
    class_: Factuality = Field(alias="class")
    direct: bool = False
    parent: str | None = None
    target: str | None = None
    rule: str


class Entity(_Model):
    """A source named in the document and every form of its name there, first mention first."""

    canonical: str
    type: SourceType
    aliases: list[str]


class Warning(_Model):
    """Something a careful reader would want to know; ``at`` lists the ids concerned."""

    code: str
    message: str
    at: list[str] = []


class DocumentInfo(_Model):
    """The text that all offsets refer to, and what the page says of itself."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: list[str] = []
    published: str | None = None
    url: str | None = None
    language: Literal["ko", "en", "mixed"]
    sha256: str
    text: str | None = None


class Document(_Model):
    """Everything found in one document: the claims JSON."""

    schema_: Literal["claims/1"] = Field(default="claims/1", alias="schema")
    document: DocumentInfo
    claims: list[Claim] = []
    attributions: list[Attribution] = []
    entities: list[Entity] = []
    warnings: list[Warning] = []

    @property
    def text(self) -> str:
        """The text that the offsets refer to."""
        return self.document.text or ""

    def to_json(self, *, indent: int | None = None, text: bool = True) -> str:
        """Claims JSON; the same bytes on every run. ``text=False`` leaves ``document.text`` out."""
        exclude: Any = None if text else {"document": {"text"}}
        return self.model_dump_json(indent=indent, exclude=exclude)

    def to_rows(self) -> list[dict[str, str | int | bool | None]]:
        """One flat dict a claim, with stable column names: for data frames and CSV."""
        from claims.display import rows

        return rows(self)
