"""Run the extractor over a golden case and compare in full: the one place where goldens meet the pipeline."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from claims import notation
from claims.errors import ClaimsError, GoldenError
from claims.goldcase import TOTAL, Case, items
from claims.goldcompare import Change, Json, Place, compare, compare_attributions, compare_expect, fields_of

__all__ = ["Extract", "Result", "check", "check_item", "extractor", "observe"]

#: ``extract(text_or_bytes, lang=, date=, lexicon=, currency=, rates=)`` -> a Document, or the same as a dict.
Extract = Callable[..., Any]


@dataclass(slots=True)
class Result:
    """What became of one item. ``status``: passed, failed, missing (no total expectation), xfailed, xpassed."""

    case: Case
    name: str
    status: str
    changes: list[Change] = field(default_factory=list)
    note: str = ""
    place: Place = ()
    seconds: float = 0.0

    @property
    def ok(self) -> bool:
        """Whether the item does not make the run fail."""
        return self.status in ("passed", "xfailed")


def extractor() -> Extract:
    """``claims.extract``, imported now, with its words read: a fault in them is one error, not one for every case."""
    from claims import extract
    from claims.lexicon import Lexicon

    Lexicon.load()
    return extract


def observe(case: Case, extract: Extract, source: str | bytes | None = None) -> Json:
    """Run the extractor over the case's text or file (or ``source``) and return claims JSON as a dict."""
    data = case.data
    if source is None:
        source = case.file.read_bytes() if case.file is not None else (case.text or "")
    options: Json = {"lang": data.get("lang"), "date": data.get("date")}
    if options["lang"] == "mixed":
        options["lang"] = None
    if "currency" in data:
        options["currency"] = data["currency"]
    try:
        if "rates" in data:
            options["rates"] = str(case.path.parent / data["rates"])
        if "lexicon" in data:
            extra = [data["lexicon"]] if isinstance(data["lexicon"], str) else data["lexicon"]
            options["lexicon"] = _lexicon(tuple(str(case.path.parent / name) for name in extra))
        document = extract(source, **options)
    except ClaimsError as error:
        raise GoldenError(f"{case.path}: {error}") from error
    if isinstance(document, dict):
        return document
    made: Json = json.loads(document.to_json())
    return made


_LEXICONS: dict[tuple[str, ...], Any] = {}


def _lexicon(paths: tuple[str, ...]) -> Any:
    if paths not in _LEXICONS:
        from claims.lexicon import Lexicon

        _LEXICONS[paths] = Lexicon.load(extra=list(paths))
    return _LEXICONS[paths]


def check(case: Case, extract: Extract) -> Iterator[Result]:
    """Compare every item of a case with what the extractor says now."""
    for name, place in items(case):
        began = perf_counter()
        result = check_item(case, name, place, extract)
        result.seconds = perf_counter() - began
        yield result


def check_item(case: Case, name: str, place: Place, extract: Extract) -> Result:
    """Compare one item (a name and place of :func:`items`)."""
    try:
        if place:
            changes = _check_surface(case, name, place, extract)
            note = ""
        else:
            changes, note = _check_whole(case, observe(case, extract))
    except GoldenError:
        raise
    except Exception as error:
        changes, note = [Change("spurious", "error", f"{type(error).__name__}: {error}", place)], ""
    status = "failed" if changes else "missing" if note else "passed"
    if case.xfail is not None:
        if status == "failed":
            return Result(case, name, "xfailed", changes, case.xfail, place)
        if status == "passed" or not case.complete:
            note = f"it passes now: delete its xfail ({case.xfail})"
            return Result(case, name, "xpassed", [], note, place)
    return Result(case, name, status, changes, note, place)


def _check_surface(case: Case, surface: str, place: Place, extract: Extract) -> list[Change]:
    """The surface alone, and inside the carrier: exactly the one claim (or none) and inside the surface."""
    wanted = [notation.parse(str(place[1]))] if place[0] == "surfaces" else []
    texts = [surface]
    if "carrier" in case.data:
        texts.append(case.data["carrier"].replace("{}", surface))
    changes: list[Change] = []
    for text in texts:
        claims = observe(case, extract, text)["claims"]
        expected: list[tuple[str | None, notation.Quantity]] = [(surface, quantity) for quantity in wanted]
        for change in compare_expect(expected, claims, text):
            change.place = place
            if text is not surface:
                change.label += f" in {text!r}"
            changes.append(change)
    return changes


def _check_whole(case: Case, document: Json) -> tuple[list[Change], str]:
    text = document["document"].get("text") or case.text or ""
    changes: list[Change] = []
    if case.expect is not None:
        changes += compare_expect(case.expect, document["claims"], text)
    if "expect_attributions" in case.data:
        changes += compare_attributions(case.data["expect_attributions"], document["attributions"], text)
    if not case.complete:
        return changes, f"no total expectation; write it with: claims golden update --new {case.path}"
    if changes:  # what a person wrote says it in fewer words
        return changes, ""
    for key in TOTAL:
        changes += compare(case.data.get(key, []), document.get(key, []), key)
    wanted = case.data.get("document")
    if wanted is not None:
        found = {key: document["document"].get(key) for key in wanted}
        fields = fields_of(wanted, found)
        if fields:
            changes.append(Change("changed", "document", "", ("document",), fields))
    return changes, ""
