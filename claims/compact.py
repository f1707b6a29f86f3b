"""Claims JSON straight from the records: to the byte what the model writes, without an object in between.

That a field holds text or a number is what the types of the records say, which the compiled modules check as they run; the
words that the contract allows are checked here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from claims.assembly import attribution_ids
from claims.number_format import digits, plain

if TYPE_CHECKING:
    from claims.records import Alias, Mention, Page, Report

try:
    from _json import encode_basestring
except ImportError:  # another Python than CPython
    from json.encoder import encode_basestring

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
_quoted: Final = encode_basestring


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
    # Korean stands in a list of its own pieces until the end: what is built with it is twice as wide, and slow to build.
    out = [
        f'{{"schema":"claims/1","document":{{"id":{_maybe(page.id)},"title":{_maybe(page.title)},'
        f'"publisher":{_maybe(page.publisher)},"authors":{_texts(page.authors)},"published":{_maybe(page.published)},'
        f'"url":{_maybe(page.url)},"language":"{_word(page.language, "language")}","sha256":"{page.sha256}"{own}}},"claims":['
    ]
    comma = ""
    for mention in mentions:
        out.append(comma)
        comma = ","
        _claim(out, page, mention, ids)
    out.append('],"attributions":[')
    comma = ""
    for number, report in enumerate(reports):
        out.append(comma)
        comma = ","
        _attribution(out, page.raw, report, ids, ids[number])
    out.append('],"entities":[')
    comma = ""
    for alias in aliases:
        if alias.type not in _TYPES:
            raise ValueError(f"type: {alias.type!r}")
        canonical, names = _quoted(alias.canonical), _texts(alias.names)
        out += [comma, '{"canonical":', canonical, ',"type":"', alias.type, '","aliases":', names, "}"]
        comma = ","
    out.append('],"warnings":[')
    comma = ""
    for warning in warnings:
        code, message, at = _quoted(warning["code"]), _quoted(warning["message"]), _texts(warning["at"])
        out += [comma, '{"code":', code, ',"message":', message, ',"at":', at, "}"]
        comma = ","
    out.append("]}")
    return "".join(out)


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


def _claim(out: list[str], page: Page, mention: Mention, ids: list[str]) -> None:
    low, high = page.sentences[mention.sentence] if page.sentences else (mention.start, mention.end)
    kind, relation, factuality = mention.kind, mention.relation, mention.factuality
    if kind not in _KINDS or relation not in _RELATIONS or factuality not in _FACTUALITIES:
        raise ValueError(f"kind, relation, factuality: {kind!r}, {relation!r}, {factuality!r}")
    value, least, most = _number(mention.value), _number(mention.low), _number(mention.high)
    start, end = digits(mention.start), digits(mention.end)
    out.append(f'{{"id":"c{start}-{end}","text":')
    out.append(_quoted(page.raw[mention.start : mention.end]))
    out.append(
        f',"start":{start},"end":{end},"sentence":{{"start":{digits(low)},"end":{digits(high)}}},"quantity":'
        f'{{"kind":"{kind}","value":{value},"low":{least},"high":{most},"relation":"{relation}","approximate":'
    )
    out.append('true,"unit":' if mention.approximate else 'false,"unit":')
    out.append(_maybe(mention.unit))
    over, under = mention.numerator, mention.denominator
    if mention.per is None and over is None and under is None:
        out.append(',"per":null,"numerator":null,"denominator":null,"canonical":')
    else:
        top, bottom = "null" if over is None else str(over), "null" if under is None else str(under)
        out.append(f',"per":{_maybe(mention.per)},"numerator":{top},"denominator":{bottom},"canonical":')
    if mention.canonical_unit is None:
        out.append('null},"modifiers":')
    else:
        # Most units are their own canonical ones, and the numbers the same.
        same = value if mention.canonical is mention.value else _number(mention.canonical)
        below = least if mention.canonical_low is mention.low else _number(mention.canonical_low)
        above = most if mention.canonical_high is mention.high else _number(mention.canonical_high)
        out.append(f'{{"value":{same},"low":{below},"high":{above},"unit":')
        out.append(_quoted(mention.canonical_unit))
        out.append('}},"modifiers":')
    out.append(_texts(mention.modifiers))
    out.append(',"subject":')
    out.append(_maybe(mention.subject))
    out.append(',"measure":')
    out.append(_maybe(mention.measure))
    out.append(',"period":')
    if mention.period is None:
        period = "null"
    else:
        words, first, last = mention.period
        out.append('{"text":')
        out.append(_quoted(words))
        period = f',"start":{_maybe(first)},"end":{_maybe(last)}}}'
    attribution = "null" if mention.attribution is None else f'"{ids[mention.attribution]}"'
    out.append(f'{period},"factuality":"{factuality}","attribution":{attribution},"links":')
    out.append("[]" if not mention.links else _links(mention.links))
    converted = "null" if mention.converted is None else _converted(mention.converted)
    out.append(f',"converted":{converted},"rule":"{mention.rule}"}}')


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


def _attribution(out: list[str], text: str, report: Report, ids: list[str], own: str) -> None:
    cls, type = report.cls, report.type
    if type not in _TYPES or cls not in _FACTUALITIES:
        raise ValueError(f"type, class: {type!r}, {cls!r}")
    span, canonical = report.source, report.canonical
    if span is None and canonical is None:
        out.append(f'{{"id":"{own}","source":null,"cue":[')
    else:
        words = begin = stop = "null"
        name = ""
        if span is not None:
            name = text[span[0] : span[1]]
            words, begin, stop = _quoted(name), digits(span[0]), digits(span[1])
        elif not canonical:
            raise ValueError(f"a source without a name: {own}")
        named = _quoted(canonical) if canonical and canonical != name else words
        others, inherited = "true" if report.others else "false", "true" if report.inherited else "false"
        out.append(f'{{"id":"{own}","source":{{"text":')
        out.append(words)
        out.append(f',"start":{begin},"end":{stop},"canonical":')
        out.append(named)
        out.append(f',"type":"{type}","others":{others},"inherited":{inherited}}},"cue":[')
    closed = ""
    for start, end in report.cue:
        out.append(f'{closed}{{"start":{digits(start)},"end":{digits(end)},"text":')
        out.append(_quoted(text[start:end]))
        closed = "},"
    content = ",".join([f'{{"start":{digits(start)},"end":{digits(end)}}}' for start, end in report.content])
    parent = "null" if report.parent is None else f'"{ids[report.parent]}"'
    target = "null" if report.target is None else f'"{ids[report.target]}"'
    direct = "true" if report.direct else "false"
    out.append(
        f'}}],"content":[{content}],"class":"{cls}","direct":{direct},"parent":{parent},"target":{target},'
        f'"rule":"{report.rule}"}}'
    )
