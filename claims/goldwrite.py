"""Write golden cases: missing expectations, repaired ones, new cases; all else in the file keeps its bytes.

A case file is edited in place: only the values that change are replaced in its text, so the order of the keys, the
layout and the hand-written parts stay, and the diff of a repair shows the repair.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from claims import notation
from claims.errors import GoldenError
from claims.goldcase import PAGE, TOTAL, Case, load
from claims.goldcheck import Extract, observe
from claims.goldcompare import Change, Json, compare, compare_attributions, compare_expect, fields_of
from claims.jsonedit import dumps, replace

__all__ = ["Edit", "describe", "expectation", "new_case", "underline", "update", "write_new"]

_WORDS = {"missing": "trim", "spurious": "create", "changed": "fix"}


@dataclass(slots=True)
class Edit:
    """What is to happen to one case: ``status`` is created, fixed, unchanged, skipped or refused; ``lines`` say how.

    ``text`` is the file's new text, None when it stays. Nothing is written before :meth:`write`.
    """

    path: Path
    status: str
    lines: list[str]
    text: str | None = None

    def write(self) -> None:
        """Put the new text into the file."""
        if self.text is not None:
            self.path.write_text(self.text, encoding="utf-8")


def expectation(document: Json, *, page: bool) -> Json:
    """The total expectation of a document: what ``update`` writes. Empty lists other than claims are left out."""
    made: Json = {"document": {key: document["document"].get(key) for key in PAGE}} if page else {}
    for key in TOTAL:
        if document.get(key) or key == "claims":
            made[key] = document.get(key, [])
    return made


def contradictions(case: Case, document: Json) -> list[Change]:
    """Where the output is not what a person wrote into the case."""
    text = document["document"].get("text") or case.text or ""
    changes: list[Change] = []
    if case.expect is not None:
        changes += compare_expect(case.expect, document["claims"], text)
    if "expect_attributions" in case.data:
        changes += compare_attributions(case.data["expect_attributions"], document.get("attributions", []), text)
    return changes


def update(path: Path, extract: Extract, *, fix: bool) -> Edit:
    """What the total expectation of one case becomes by what the extractor says now.

    Without ``fix`` a case that has one is left alone. A case whose hand-written ``expect`` the output contradicts is
    refused either way: change the rule, or the hand-written line, first.
    """
    case = load(path, agree=False)
    if case.listed:
        return Edit(path, "unchanged", [])
    if case.complete and not fix:
        return Edit(path, "unchanged", [])
    document = observe(case, extract)
    against = contradictions(case, document)
    if against:
        status = "skipped" if case.xfail is not None else "refused"
        return Edit(path, status, ["the output contradicts what a person wrote:", *map(describe, against)])
    if case.xfail is not None and not case.complete:
        return Edit(path, "skipped", [f"xfail: {case.xfail}"])
    wanted = expectation(document, page=case.file is not None)
    lines = _changes(case, wanted)
    changes: Json = dict(wanted)
    if case.complete:
        changes = {key: wanted.get(key, ...) for key in ("document", *TOTAL) if key in wanted or key in case.data}
        if case.file is None and "document" in case.data:
            changes["document"] = {key: document["document"].get(key) for key in case.data["document"]}
    before = path.read_text(encoding="utf-8")
    after = replace(before, changes)
    if after == before:
        return Edit(path, "unchanged", [])
    return Edit(path, "fixed" if case.complete else "created", lines, after)


def _changes(case: Case, wanted: Json) -> list[str]:
    """Each change in the words create, fix, trim."""
    lines: list[str] = []
    for key in TOTAL:
        for change in compare(case.data.get(key, []), wanted.get(key, []), key):
            lines.append(describe(change))
    if case.complete and "document" in wanted:
        fields = fields_of(case.data.get("document", {}), wanted["document"])
        lines += [f"fix document.{name}: {old} -> {new}" for name, old, new in fields]
    return lines


def describe(change: Change) -> str:
    """One change on one line: ``fix claim c2-7 '145조원' …: quantity.value 145 -> 1450``."""
    fields = "; ".join(f"{name}: {old} -> {new}" for name, old, new in change.fields)
    return f"{_WORDS[change.kind]} {change.label}{f'  {fields}' if fields else ''}"


# ---------------------------------------------------------------- add


def new_case(
    given: str, why: str, extract: Extract, *, into: Path, output: Path | None, lang: str | None, date: str | None
) -> tuple[Path, Json, Json]:
    """Make a case from the output for a text or a file: (where to write it, the case, the document)."""
    data: Json = {"why": why, "lang": lang, "date": date}
    path = output or into / f"{_slug(why)}.json"
    if path.exists():
        raise GoldenError(f"{path}: there already; give another name with -o")
    named = "\n" not in given and len(os.fsencode(os.path.basename(given))) < 256  # longer than any file's name
    source = Path(given) if named and len(given) < 512 else None
    if source is not None and source.is_file():
        data["file"] = os.path.relpath(source, path.parent).replace(os.sep, "/")
        case = Case(path, data, why, None, source, None)
    else:
        data["text"] = given
        case = Case(path, data, why, given, None, None)
    document = observe(case, extract)
    if lang is None:
        data["lang"] = document["document"]["language"]
    data["expect"] = []
    for claim in document["claims"]:
        written = notation.format(claim["quantity"], band=claim["rule"].endswith(".band"))
        data["expect"].append(f"{claim['text']} = {written}")
    data.update(expectation(document, page="file" in data))
    return path, data, document


def write_new(path: Path, data: Json) -> None:
    """Write a new case file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dumps(data) + "\n", encoding="utf-8")


def _slug(why: str) -> str:
    words = "".join(mark if mark.isalnum() else " " for mark in why.lower()).split()
    return "-".join(words[:8])[:60].strip("-") or "case"


def underline(text: str, claims: list[Json]) -> str:
    """Each line of a text that holds claims, its spans underlined, and what they say below.

    >>> print(underline("a 5 % b", [{"start": 2, "end": 5, "quantity": notation.parse("5 %")}]))
    a 5 % b
      ^^^ 5 %
    """
    lines: list[str] = []
    at = 0
    for line in text.splitlines(keepends=True):
        here = [claim for claim in claims if at <= claim["start"] < at + len(line)]
        if here:
            lines.append(line.rstrip("\r\n"))
        for claim in here:
            left = _cells(text[at : claim["start"]])
            wide = max(1, _cells(text[claim["start"] : min(claim["end"], at + len(line))]))
            lines.append(" " * left + "^" * wide + " " + notation.format(claim["quantity"]))
        at += len(line)
    return "\n".join(lines)


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)
