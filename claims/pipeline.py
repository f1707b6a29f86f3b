"""extract(): the only module that knows the order of the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims import attribution, links, periods, quantities, reader, subjects
from claims.assembly import assemble
from claims.compact import Compact
from claims.lexicon import Lexicon
from claims.spacing import restore

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable
    from fractions import Fraction

    from claims.model import Document
    from claims.records import Alias, Mention, Page, Report

__all__ = ["extract", "extract_json", "lean", "records"]


def extract(
    source: str | bytes,
    *,
    lang: str | None = None,
    date: str | datetime.date | None = None,
    lexicon: Lexicon | None = None,
    currency: str | None = None,
    rates: Any = None,
    id: str | None = None,
    url: str | None = None,
    trace: list[tuple[int, int, str, str]] | None = None,
) -> Document:
    """Read a document (text, HTML or bytes) and return every numeric claim in it, with its source and certainty.

    ``lang`` is "ko", "en" or None (seen from the text); ``date`` an ISO date (or a :class:`datetime.date`) that
    overrides the page's own; ``currency`` an ISO 4217 code to convert money claims to; ``rates`` a user rate table (a
    path, or what ``claims.rates`` loaded).
    Raises :class:`claims.ClaimsError` on an unreadable encoding, date, lexicon, rate table or currency; never on text.

    >>> claim, = extract("약 145조원을 투자한다.").claims
    >>> claim.text, str(claim.quantity.value), claim.quantity.unit, claim.quantity.approximate
    ('145조원', '145000000000000', 'KRW', True)
    """
    from claims.model import Document

    found = records(
        source, lang=lang, date=date, lexicon=lexicon, currency=currency, rates=rates, id=id, url=url, trace=trace
    )
    return Document.model_validate(found)


def extract_json(source: str | bytes, *, indent: int | None = None, text: bool = True, **options: Any) -> str:
    """The claims JSON of a document: what ``extract(source, **options).to_json(indent=…, text=…)`` gives, sooner.

    It keeps the same contract, but no objects are built for it: for servers and large batches. ``options`` are those of
    :func:`extract`, and so are the errors; ``text=False`` leaves ``document.text`` out.

    >>> extract_json("약 145조원을 투자한다.").count('"kind":"money"')
    1
    """
    return lean(source, **options).to_json(indent=indent, text=text)


def lean(source: str | bytes, **options: Any) -> Compact:
    """What :func:`extract_json` writes, not yet written."""
    return Compact(*_found(source, **options))


def records(source: str | bytes, **options: Any) -> dict[str, Any]:
    """What :func:`extract` finds, not yet validated: one dict in the shape of claims JSON."""
    return assemble(*_found(source, **options))


def _found(
    source: str | bytes,
    *,
    lang: str | None = None,
    date: str | datetime.date | None = None,
    lexicon: Lexicon | None = None,
    currency: str | None = None,
    rates: Any = None,
    id: str | None = None,
    url: str | None = None,
    trace: list[tuple[int, int, str, str]] | None = None,
) -> tuple[Page, list[Mention], list[Report], list[Alias], list[dict[str, Any]]]:
    lexicon = lexicon or Lexicon.load()
    page = reader.read(source, lang=lang, date=date, id=id, url=url)
    mentions = quantities.find(page, lexicon, trace)
    reports, aliases = attribution.find(page, lexicon, trace)
    attribution.join(page, mentions, reports, lexicon)
    periods.attach(page, mentions, reports, lexicon)
    subjects.attach(page, mentions, aliases, lexicon, reports)
    reference = None
    if currency is not None and page.published is not None:
        reference = _reference(page.published)
    warnings, pairs = links.join(page, mentions, lexicon, reference)
    if currency is not None:
        from claims.rates import convert

        convert(page, mentions, pairs, currency, rates, warnings)
    restore(page, mentions, reports, warnings, trace)
    return page, mentions, reports, aliases, warnings


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
