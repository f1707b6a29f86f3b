"""Claims JSON straight from the records: to the byte what the model writes, without an object in between.

That a field holds text or a number is what the types of the records say, which the compiled modules check as they run; the
words that the contract allows are checked here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from claims.assembly import attribution_ids
from claims.number_format import plain

if TYPE_CHECKING:
    from claims.records import Alias, Mention, Page, Report

try:
    from _json import encode_basestring as _quoted
except ImportError:  # another Python than CPython
    from json.encoder import encode_basestring as _quoted

__all__ = ["WORDS", "Compact", "compact"]

#: The words that a field may hold, as ``claims.model`` has them.
WORDS: Final = {
    "kind": frozenset(
        (
            "money", "measure", "percent", "percentage_point", "count", "multiple", "fraction", "ratio", "duration",
            "points", "rank", "age",
        )
    ),
    "relation": frozenset(("eq", "ge", "gt", "le", "lt", "range")),
    "factuality": frozenset(
        (
            "asserted", "reported", "denied", "opinion", "forecast", "possible", "estimated", "planned", "conditional",
        )
    ),
    "type": frozenset(
        (
            "news_org", "news_collective", "person", "anonymous", "organization", "institution", "document", "market",
            "industry", "experts", "insiders", "news_report", "unattributed",
        )
    ),
    "language": frozenset(("ko", "en", "mixed")),
    "link": frozenset(("conversion", "same_as", "change")),
    "check": frozenset(("consistent", "inconsistent", "unchecked")),
    "direction": frozenset(("up", "down", "same")),
}  # fmt: skip
_KINDS: Final = WORDS["kind"]
_RELATIONS: Final = WORDS["relation"]
_FACTUALITIES: Final = WORDS["factuality"]
_TYPES: Final = WORDS["type"]


class Compact:
    """What was found in a document, to be written as claims JSON."""

    __slots__ = ("aliases", "mentions", "page", "reports", "warnings")

    def __init__(
        self, page: Page, mentions: list[Mention], reports: list[Report], aliases: list[Alias], warnings: list[dict[str, Any]]
    ) -> None:  # fmt: skip
        self.page = page
        self.mentions, self.reports, self.aliases = mentions, reports, aliases
        self.warnings = warnings

    def to_json(self, *, indent: int | None = None, text: bool = True) -> str:
        """Claims JSON, with or without ``document.text``; raises ValueError on a word outside of the contract."""
        written = compact(self.page, self.mentions, self.reports, self.aliases, self.warnings, text)
        return written if indent is None else _indented(written, indent)


def _indented(written: str, indent: int) -> str:
    """JSON of one line with a line for every value, ``indent`` spaces further in at every level."""
    pieces: list[str] = []
    line = "\n"
    at = 0
    while at < len(written):
        mark = written[at]
        if mark == '"':
            end = _past_quote(written, at)
            pieces.append(written[at:end])
            at = end
            continue
        at += 1
        if mark == "{" or mark == "[":
            if written[at] in "}]":
                pieces.append(mark + written[at])
                at += 1
            else:
                line += " " * indent
                pieces.append(mark + line)
        elif mark == "}" or mark == "]":
            line = line[: len(line) - indent]
            pieces.append(line + mark)
        elif mark == ",":
            pieces.append("," + line)
        else:
            pieces.append(": " if mark == ":" else mark)
    return "".join(pieces)


def _past_quote(written: str, start: int) -> int:
    """Where the text that begins with the quotation mark at ``start`` ends."""
    at = written.find('"', start + 1)
    while written[at - 1] == "\\":
        slashes = at - 1
        while written[slashes - 1] == "\\":
            slashes -= 1
        if (at - slashes) % 2 == 0:
            break
        at = written.find('"', at + 1)
    return at + 1


def compact(
    page: Page, mentions: list[Mention], reports: list[Report], aliases: list[Alias], warnings: list[dict[str, Any]], text: bool
) -> str:  # fmt: skip
    """The claims JSON of a document on one line; ``text`` False leaves its text out."""
    ids = attribution_ids(reports)
    own = f',"text":{_quoted(page.raw)}' if text else ""
    pieces = [
        f'{{"schema":"claims/1","document":{{"id":{_maybe(page.id)},"title":{_maybe(page.title)},'
        f'"publisher":{_maybe(page.publisher)},"authors":{_texts(page.authors)},"published":{_maybe(page.published)},'
        f'"url":{_maybe(page.url)},"language":"{_word(page.language, "language")}","sha256":"{page.sha256}"{own}}},"claims":['
    ]
    for number, mention in enumerate(mentions):
        if number:
            pieces.append(",")
        pieces.append(_claim(page, mention, ids))
    pieces.append('],"attributions":[')
    for number, report in enumerate(reports):
        if number:
            pieces.append(",")
        pieces.append(_attribution(page.raw, report, ids, ids[number]))
    pieces.append('],"entities":[')
    for number, alias in enumerate(aliases):
        if number:
            pieces.append(",")
        if alias.type not in _TYPES:
            raise ValueError(f"type: {alias.type!r}")
        pieces.append(
            f'{{"canonical":{_quoted(alias.canonical)},"type":"{alias.type}","aliases":{_texts(alias.names)}}}'
        )
    pieces.append('],"warnings":[')
    for number, warning in enumerate(warnings):
        if number:
            pieces.append(",")
        pieces.append(
            f'{{"code":{_quoted(warning["code"])},"message":{_quoted(warning["message"])},"at":{_texts(warning["at"])}}}'
        )
    pieces.append("]}")
    return "".join(pieces)


def _word(value: str, field: str) -> str:
    if value not in WORDS[field]:
        raise ValueError(f"{field}: {value!r}")
    return value


def _maybe(value: str | None) -> str:
    return "null" if value is None else _quoted(value)


def _texts(values: list[str]) -> str:
    if not values:
        return "[]"
    return f"[{','.join([_quoted(value) for value in values])}]"


def _number(value: Decimal | None) -> str:
    return "null" if value is None else f'"{plain(value)}"'


def _claim(page: Page, mention: Mention, ids: list[str]) -> str:
    start, end = mention.start, mention.end
    low, high = page.sentences[mention.sentence] if page.sentences else (start, end)
    kind, relation, factuality = mention.kind, mention.relation, mention.factuality
    if kind not in _KINDS or relation not in _RELATIONS or factuality not in _FACTUALITIES:
        raise ValueError(f"kind, relation, factuality: {kind!r}, {relation!r}, {factuality!r}")
    value, least, most = _number(mention.value), _number(mention.low), _number(mention.high)
    canonical = "null"
    if mention.canonical_unit is not None:
        # Most units are their own canonical ones, and the numbers the same.
        same = value if mention.canonical is mention.value else _number(mention.canonical)
        below = least if mention.canonical_low is mention.low else _number(mention.canonical_low)
        above = most if mention.canonical_high is mention.high else _number(mention.canonical_high)
        canonical = f'{{"value":{same},"low":{below},"high":{above},"unit":{_quoted(mention.canonical_unit)}}}'
    period = "null"
    if mention.period is not None:
        words, first, last = mention.period
        period = f'{{"text":{_quoted(words)},"start":{_maybe(first)},"end":{_maybe(last)}}}'
    over, under = mention.numerator, mention.denominator
    links = "[]" if not mention.links else _links(mention.links)
    converted = "null" if mention.converted is None else _converted(mention.converted)
    approximate = "true" if mention.approximate else "false"
    attribution = "null" if mention.attribution is None else f'"{ids[mention.attribution]}"'
    return (
        f'{{"id":"c{start}-{end}","text":{_quoted(page.raw[start:end])},"start":{start},"end":{end},'
        f'"sentence":{{"start":{low},"end":{high}}},"quantity":{{"kind":"{kind}","value":{value},"low":{least},'
        f'"high":{most},"relation":"{relation}","approximate":{approximate},"unit":{_maybe(mention.unit)},'
        f'"per":{_maybe(mention.per)},"numerator":{"null" if over is None else str(over)},'
        f'"denominator":{"null" if under is None else str(under)},"canonical":{canonical}}},'
        f'"modifiers":{_texts(mention.modifiers)},"subject":{_maybe(mention.subject)},"measure":{_maybe(mention.measure)},'
        f'"period":{period},"factuality":"{factuality}","attribution":{attribution},"links":{links},'
        f'"converted":{converted},"rule":{_quoted(mention.rule)}}}'
    )


def _links(links: list[dict[str, Any]]) -> str:
    pieces: list[str] = []
    for link in links:
        pair, check, direction = link.get("pair"), link.get("check"), link.get("direction")
        held = "null" if check is None else f'"{_word(check, "check")}"'
        way = "null" if direction is None else f'"{_word(direction, "direction")}"'
        pieces.append(
            f'{{"type":"{_word(link["type"], "link")}","target":{_quoted(link["target"])},"rate":{_number(link.get("rate"))},'
            f'"pair":{_maybe(pair)},"check":{held},"direction":{way}}}'
        )
    return f"[{','.join(pieces)}]"


def _converted(row: dict[str, Any]) -> str:
    return (
        f'{{"currency":{_quoted(row["currency"])},"value":{_number(row.get("value"))},"low":{_number(row.get("low"))},'
        f'"high":{_number(row.get("high"))},"rate":{_number(row["rate"])},"rate_date":{_maybe(row["rate_date"])},'
        f'"rate_source":{_quoted(row["rate_source"])}}}'
    )


def _attribution(text: str, report: Report, ids: list[str], own: str) -> str:
    cls = report.cls
    if report.type not in _TYPES or cls not in _FACTUALITIES:
        raise ValueError(f"type, class: {report.type!r}, {cls!r}")
    source = "null"
    span, canonical = report.source, report.canonical
    if span is not None or canonical is not None:
        words = begin = stop = "null"
        if span is not None:
            words, begin, stop = _quoted(text[span[0] : span[1]]), str(span[0]), str(span[1])
        named = _quoted(canonical) if canonical else words
        if named == "null":
            raise ValueError(f"a source without a name: {own}")
        source = (
            f'{{"text":{words},"start":{begin},"end":{stop},"canonical":{named},"type":"{report.type}",'
            f'"others":{"true" if report.others else "false"},"inherited":{"true" if report.inherited else "false"}}}'
        )
    cue = ",".join([f'{{"start":{start},"end":{end},"text":{_quoted(text[start:end])}}}' for start, end in report.cue])
    content = ",".join([f'{{"start":{start},"end":{end}}}' for start, end in report.content])
    parent = "null" if report.parent is None else f'"{ids[report.parent]}"'
    target = "null" if report.target is None else f'"{ids[report.target]}"'
    direct = "true" if report.direct else "false"
    return (
        f'{{"id":"{own}","source":{source},"cue":[{cue}],"content":[{content}],"class":"{cls}","direct":{direct},'
        f'"parent":{parent},"target":{target},"rule":{_quoted(report.rule)}}}'
    )
