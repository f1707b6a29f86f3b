"""The records of a document as one dict in the shape of claims JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.number_format import digits

if TYPE_CHECKING:
    from claims.records import Alias, Mention, Page, Report

__all__ = ["assemble", "attribution_ids"]


def assemble(
    page: Page, mentions: list[Mention], reports: list[Report], aliases: list[Alias], warnings: list[dict[str, Any]]
) -> dict[str, Any]:
    """The records as one dict in the shape of the contract: validated once, as a whole."""
    text = page.raw
    ids = attribution_ids(reports)
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


def attribution_ids(reports: list[Report]) -> list[str]:
    """The start and end of each cue; a second content of the same cue is numbered (a57-61, a57-61.2)."""
    ids: list[str] = []
    times: dict[str, int] = {}
    for report in reports:
        start, end = report.cue[0]
        name = f"a{digits(start)}-{digits(end)}"
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
        "text": page.raw[start:end],
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
