"""extract(): the only module that knows the order of the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims import attribution, links, periods, quantities, reader, subjects
from claims.lexicon import Lexicon
from claims.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from claims.records import Alias, Mention, Page, Report

__all__ = ["assemble", "extract"]


def extract(
    source: str | bytes,
    *,
    lang: str | None = None,
    date: str | None = None,
    lexicon: Lexicon | None = None,
    currency: str | None = None,
    rates: Any = None,
    id: str | None = None,
    url: str | None = None,
    trace: list[tuple[int, int, str, str]] | None = None,
) -> Document:
    """Read a document (text, HTML or bytes) and return every numeric claim in it, with its source and certainty.

    ``lang`` is "ko", "en" or None (seen from the text); ``date`` an ISO date that overrides the page's own; ``currency``
    an ISO 4217 code to convert money claims to; ``rates`` a user rate table (a path, or what ``claims.rates`` loaded).
    Raises :class:`claims.ClaimsError` on an unreadable encoding, date, lexicon, rate table or currency; never on text.

    >>> claim, = extract("약 145조원을 투자한다.").claims
    >>> claim.text, str(claim.quantity.value), claim.quantity.unit, claim.quantity.approximate
    ('145조원', '145000000000000', 'KRW', True)
    """
    lexicon = lexicon or Lexicon.load()
    page = reader.read(source, lang=lang, date=date, id=id, url=url)
    mentions = quantities.find(page, lexicon, trace)
    reports, aliases = attribution.find(page, mentions, lexicon, trace)
    attribution.join(page, mentions, reports, lexicon)
    periods.attach(page, mentions, reports, lexicon)
    subjects.attach(page, mentions, aliases, lexicon)
    reference = None
    if currency is not None and page.published is not None:
        reference = _reference(page.published)
    warnings, pairs = links.join(page, mentions, lexicon, reference)
    if currency is not None:
        from claims.rates import convert

        convert(page, mentions, pairs, currency, rates, warnings)
    return Document.model_validate(assemble(page, mentions, reports, aliases, warnings))


def _reference(day: str) -> Callable[[str, str], Fraction | None]:
    """The reference rates of a day as the links check them; no rates at all without the library that ships them."""
    from claims.errors import ClaimsError
    from claims.rates import reference_rate

    def rate(base: str, quote: str) -> Fraction | None:
        try:
            found = reference_rate(base, quote, day)
        except ClaimsError:
            return None
        return found.rate if found is not None else None

    return rate


def assemble(
    page: Page, mentions: list[Mention], reports: list[Report], aliases: list[Alias], warnings: list[dict[str, Any]]
) -> dict[str, Any]:
    """The records as one dict in the shape of the contract: validated once, as a whole."""
    text = page.text
    ids = _attribution_ids(reports)
    return {
        "schema": "claims/1",
        "document": {
            "id": page.id,
            "title": page.title,
            "publisher": page.publisher,
            "authors": page.authors,
            "published": page.published,
            "url": page.url,
            "language": page.language,
            "sha256": page.sha256,
            "text": text,
        },
        "claims": [_claim(page, mention, ids) for mention in mentions],
        "attributions": [_attribution(text, report, ids, own) for report, own in zip(reports, ids, strict=True)],
        "entities": [{"canonical": alias.canonical, "type": alias.type, "aliases": alias.names} for alias in aliases],
        "warnings": warnings,
    }


def _attribution_ids(reports: list[Report]) -> list[str]:
    """The start and end of each cue; a second content of the same cue is numbered (a57-61, a57-61.2)."""
    ids: list[str] = []
    times: dict[str, int] = {}
    for report in reports:
        name = f"a{report.cue[0][0]}-{report.cue[0][1]}"
        count = times[name] = times.get(name, 0) + 1
        ids.append(name if count == 1 else f"{name}.{count}")
    return ids


def _claim(page: Page, mention: Mention, ids: list[str]) -> dict[str, Any]:
    start, end = mention.start, mention.end
    sentence = page.sentences[mention.sentence] if page.sentences else (start, end)
    canonical = None
    if mention.canonical_unit is not None:
        canonical = {
            "value": mention.canonical,
            "low": mention.canonical_low,
            "high": mention.canonical_high,
            "unit": mention.canonical_unit,
        }
    period = None
    if mention.period is not None:
        period = {"text": mention.period[0], "start": mention.period[1], "end": mention.period[2]}
    return {
        "id": f"c{start}-{end}",
        "text": page.text[start:end],
        "start": start,
        "end": end,
        "sentence": {"start": sentence[0], "end": sentence[1]},
        "quantity": {
            "kind": mention.kind,
            "value": mention.value,
            "low": mention.low,
            "high": mention.high,
            "relation": mention.relation,
            "approximate": mention.approximate,
            "unit": mention.unit,
            "per": mention.per,
            "numerator": mention.numerator,
            "denominator": mention.denominator,
            "canonical": canonical,
        },
        "modifiers": mention.modifiers,
        "subject": mention.subject,
        "measure": mention.measure,
        "period": period,
        "factuality": mention.factuality,
        "attribution": None if mention.attribution is None else ids[mention.attribution],
        "links": mention.links,
        "converted": mention.converted,
        "rule": mention.rule,
    }


def _attribution(text: str, report: Report, ids: list[str], own: str) -> dict[str, Any]:
    source = None
    if report.source is not None or report.canonical is not None:
        start, end = report.source if report.source is not None else (None, None)
        named = text[start:end] if report.source is not None else None
        source = {
            "text": named,
            "start": start,
            "end": end,
            "canonical": report.canonical or named,
            "type": report.type,
            "others": report.others,
            "inherited": report.inherited,
        }
    return {
        "id": own,
        "source": source,
        "cue": [{"start": start, "end": end, "text": text[start:end]} for start, end in report.cue],
        "content": [{"start": start, "end": end} for start, end in report.content],
        "class": report.cls,
        "direct": report.direct,
        "parent": None if report.parent is None else ids[report.parent],
        "target": None if report.target is None else ids[report.target],
        "rule": report.rule,
    }
