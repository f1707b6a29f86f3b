"""Claims JSON straight from the records: to the byte what the model writes, without an object in between.

That a field holds text or a number is what the types of the records say, which the compiled modules check as they run; the
words that the contract allows are checked here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from claims.assembly import attribution_ids
from claims.kept import Kept
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
#: Each of the words as it is written with what stands around it: checked and written in one look.
_KINDS: Final = {word: f'"kind":"{word}","value":' for word in WORDS["kind"]}
_RELATIONS: Final = {word: f',"relation":"{word}","approximate":' for word in WORDS["relation"]}
_FACTUALITIES: Final = {word: f',"factuality":"{word}","attribution":' for word in WORDS["factuality"]}
_CLASSES: Final = {word: f'}}],"class":"{word}","direct":' for word in WORDS["factuality"]}
_TYPES: Final = {word: f'","type":"{word}",' for word in WORDS["type"]}
_quoted: Final = encode_basestring
#: How the spans of an article begin, written once.
_OPENED: Final = [f'"start":{number},"end":' for number in range(4096)]
#: Units and what is measured, as they are written: the same few in every article.
_UNITS: Final[Kept[str]] = Kept(encode_basestring)
_MEASURES: Final[Kept[str]] = Kept(lambda measure: f',"measure":{_quoted(measure)}')


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
    # Words of the text stand in the list on their own: a piece of Korean is twice as wide, and slow to build with others.
    out = [
        f'{{"schema":"claims/1","document":{{"id":{_maybe(page.id)},"title":{_maybe(page.title)},'
        f'"publisher":{_maybe(page.publisher)},"authors":'
    ]
    _texts(out, page.authors)
    out.append(
        f',"published":{_maybe(page.published)},"url":{_maybe(page.url)},"language":"{_word(page.language, "language")}",'
        f'"sha256":"{page.sha256}"'
    )
    if text:
        out.append(',"text":')
        out.append(_quoted(page.raw))
    out.append('},"claims":[')
    opening = '{"id":"c'
    for mention in mentions:
        _claim(out, opening, page, mention, ids)
        opening = ',{"id":"c'
    out.append('],"attributions":[')
    opening = '{"id":"'
    for number, report in enumerate(reports):
        _attribution(out, opening, page.raw, report, ids, ids[number])
        opening = ',{"id":"'
    out.append('],"entities":[')
    opening = '{"canonical":"'
    for alias in aliases:
        out.append(opening)
        opening = ',{"canonical":"'
        out.append(_inside(alias.canonical))
        out.append(_written(_TYPES, alias.type, "type"))
        out.append('"aliases":')
        _texts(out, alias.names)
        out.append("}")
    out.append('],"warnings":[')
    opening = '{"code":'
    for warning in warnings:
        out.append(f'{opening}{_quoted(warning["code"])},"message":{_quoted(warning["message"])},"at":')
        opening = ',{"code":'
        _texts(out, warning["at"])
        out.append("}")
    out.append("]}")
    return "".join(out)


def _written(table: dict[str, str], word: str, field: str) -> str:
    """A word with what stands around it; raises ValueError on one outside of the contract."""
    found = table.get(word)
    if found is None:
        raise ValueError(f"{field}: {word!r}")
    return found


def _word(value: str, field: str) -> str:
    if value not in WORDS[field]:
        raise ValueError(f"{field}: {value!r}")
    return value


def _maybe(value: str | None) -> str:
    return "null" if value is None else _quoted(value)


def _inside(value: str) -> str:
    """What stands between the quotation marks of a text: the text itself, but for the few that hold a mark to be escaped."""
    for at in range(len(value)):
        sign = ord(value[at])
        if sign <= ord("\\") and (sign < ord(" ") or sign == ord('"') or sign == ord("\\")):
            return _quoted(value)[1:-1]
    return value


def _texts(out: list[str], values: list[str]) -> None:
    if not values:
        out.append("[]")
        return
    before = '["'
    for value in values:
        out.append(before)
        out.append(_inside(value))
        before = '","'
    out.append('"]')


def _opened(start: int) -> str:
    """How a span begins, up to its end."""
    return _OPENED[start] if 0 <= start < 4096 else f'"start":{start},"end":'


def _number(value: Decimal | None) -> str:
    return "null" if value is None else f'"{plain(value)}"'


def _bounds(low: Decimal | None, high: Decimal | None) -> str:
    if low is None and high is None:
        return ',"low":null,"high":null'
    return f',"low":{_number(low)},"high":{_number(high)}'


def _id(number: int | None, ids: list[str]) -> str:
    return "null" if number is None else f'"{ids[number]}"'


def _claim(out: list[str], opening: str, page: Page, mention: Mention, ids: list[str]) -> None:
    low, high = page.sentences[mention.sentence] if page.sentences else (mention.start, mention.end)
    value, bounds = _number(mention.value), _bounds(mention.low, mention.high)
    start, end = digits(mention.start), digits(mention.end)
    out.append(f'{opening}{start}-{end}","text":"')
    out.append(_inside(page.raw[mention.start : mention.end]))
    out.append(
        f'",{_opened(mention.start)}{end},"sentence":{{{_opened(low)}{digits(high)}}},"quantity":{{'
        f"{_written(_KINDS, mention.kind, 'kind')}{value}{bounds}{_written(_RELATIONS, mention.relation, 'relation')}"
        f'{"true" if mention.approximate else "false"},"unit":'
    )
    unit = "null" if mention.unit is None else _UNITS[mention.unit]
    out.append(unit)
    over, under = mention.numerator, mention.denominator
    parts = ',"per":null,"numerator":null,"denominator":null,"canonical":'
    if mention.per is not None or over is not None or under is not None:
        top, bottom = "null" if over is None else str(over), "null" if under is None else str(under)
        parts = f',"per":{_maybe(mention.per)},"numerator":{top},"denominator":{bottom},"canonical":'
    if mention.canonical_unit is None:
        out.append(parts)
        out.append('null},"modifiers":')
    else:
        # Most units are their own canonical ones, and the numbers the same.
        if mention.canonical is not mention.value:
            value = _number(mention.canonical)
        if mention.canonical_low is not mention.low or mention.canonical_high is not mention.high:
            bounds = _bounds(mention.canonical_low, mention.canonical_high)
        out.append(f'{parts}{{"value":{value}{bounds},"unit":')
        out.append(unit if mention.canonical_unit is mention.unit else _UNITS[mention.canonical_unit])
        out.append('}},"modifiers":')
    if mention.modifiers:
        _texts(out, mention.modifiers)
        out.append(',"subject":')
    else:
        out.append('[],"subject":')
    out.append(_maybe(mention.subject))
    out.append(',"measure":null' if mention.measure is None else _MEASURES[mention.measure])
    period = ',"period":null'
    if mention.period is not None:
        words, first, last = mention.period
        out.append(',"period":{"text":"')
        out.append(_inside(words))
        period = f'","start":{_maybe(first)},"end":{_maybe(last)}}}'
    tail = ',"links":[],"converted":null,"rule":"'
    if mention.links or mention.converted is not None:
        converted = "null" if mention.converted is None else _converted(mention.converted)
        tail = f',"links":[{_links(mention.links)}],"converted":{converted},"rule":"'
    out.append(
        f"{period}{_written(_FACTUALITIES, mention.factuality, 'factuality')}{_id(mention.attribution, ids)}{tail}"
        f'{mention.rule}"}}'
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
    return ",".join(pieces)


def _converted(row: dict[str, Any]) -> str:
    return (
        f'{{"currency":{_quoted(row["currency"])},"value":{_number(row.get("value"))},"low":{_number(row.get("low"))},'
        f'"high":{_number(row.get("high"))},"rate":{_number(row["rate"])},"rate_date":{_maybe(row["rate_date"])},'
        f'"rate_source":{_quoted(row["rate_source"])}}}'
    )


def _attribution(out: list[str], opening: str, text: str, report: Report, ids: list[str], own: str) -> None:
    type, cls = _written(_TYPES, report.type, "type"), _written(_CLASSES, report.cls, "class")
    span, canonical = report.source, report.canonical
    told = ""
    if span is None and canonical is None:
        before = f'{opening}{own}","source":null,"cue":[{{'
    else:
        if span is not None:
            name = _inside(text[span[0] : span[1]])
            out.append(f'{opening}{own}","source":{{"text":"')
            out.append(name)
            out.append(f'",{_opened(span[0])}{digits(span[1])},"canonical":"')
            out.append(_inside(canonical) if canonical else name)
        elif canonical:
            out.append(f'{opening}{own}","source":{{"text":null,"start":null,"end":null,"canonical":"')
            out.append(_inside(canonical))
        else:
            raise ValueError(f"a source without a name: {own}")
        told = '"others":false,"inherited":false},"cue":[{'
        if report.others or report.inherited:
            others, inherited = "true" if report.others else "false", "true" if report.inherited else "false"
            told = f'"others":{others},"inherited":{inherited}}},"cue":[{{'
        before = type
    for start, end in report.cue:
        out.append(f'{before}{told}{_opened(start)}{digits(end)},"text":"')
        out.append(_inside(text[start:end]))
        before, told = '"},{', ""
    before = '"}],"content":[{'
    spans = report.content
    if len(spans) > 1:
        for start, end in spans[:-1]:
            out.append(f"{before}{_opened(start)}{digits(end)}")
            before = "},{"
    start, end = spans[-1]
    direct = "true" if report.direct else "false"
    family = ',"parent":null,"target":null,"rule":"'
    if report.parent is not None or report.target is not None:
        family = f',"parent":{_id(report.parent, ids)},"target":{_id(report.target, ids)},"rule":"'
    out.append(f'{before}{_opened(start)}{digits(end)}{cls}{direct}{family}{report.rule}"}}')
