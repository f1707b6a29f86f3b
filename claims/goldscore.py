"""Score the extractor against partial gold: precision, recall, F1 and value accuracy by kind, and what was missed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims import notation
from claims.goldcase import Case
from claims.goldcheck import Extract, observe
from claims.goldcompare import Json
from claims.goldformats import Gold, Mark

__all__ = ["Miss", "Row", "Score", "as_json", "as_text", "score"]

UNKNOWN = "(any)"


@dataclass(slots=True)
class Row:
    """Counts of one kind: ``right`` of ``gold`` annotated and ``found`` extracted; ``exact`` of ``valued`` values."""

    gold: int = 0
    found: int = 0
    right: int = 0
    valued: int = 0
    exact: int = 0

    @property
    def precision(self) -> float | None:
        """Right among found; None when nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Right among annotated; None when nothing was annotated."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float:
        """2 right / (gold + found); 1 when there was nothing to find and nothing was found."""
        both = self.gold + self.found
        return 2 * self.right / both if both else 1.0

    @property
    def accuracy(self) -> float | None:
        """Equal values among the matched marks that carry one; None when none does."""
        return self.exact / self.valued if self.valued else None


@dataclass(slots=True)
class Miss:
    """``missed`` (annotated, not found), ``spurious`` (found, not annotated) or ``value`` (another value found)."""

    kind: str
    document: str
    span: tuple[int, int] | None
    text: str
    gold: str | None
    found: str | None


@dataclass(slots=True)
class Score:
    """The counts by kind, in the order of the kinds, and everything that was not right."""

    documents: int
    rows: dict[str, Row]
    total: Row
    misses: list[Miss] = field(default_factory=list)


def score(
    golds: list[Gold],
    extract: Extract,
    *,
    kinds: tuple[str, ...] | None = None,
    match: str = "exact",
    lang: str | None = None,
    date: str | None = None,
) -> Score:
    """Extract from every gold text and count. ``kinds`` overrides what the gold says was annotated."""
    rows = {kind: Row() for kind in (*notation.KINDS, UNKNOWN)}
    made = Score(len(golds), rows, Row())
    for gold in golds:
        claims = _claims(gold, extract, lang, date)
        wanted = kinds if kinds is not None else gold.kinds
        marks = [mark for mark in gold.marks if wanted is None or mark.kind is None or mark.kind in wanted]
        free = [claim for claim in claims if wanted is None or claim["quantity"]["kind"] in wanted]
        _count(made, gold.name, marks, free, claims, match)
    made.rows = {kind: row for kind, row in rows.items() if row.gold or row.found}
    for row in made.rows.values():
        for name in ("gold", "found", "right", "valued", "exact"):
            setattr(made.total, name, getattr(made.total, name) + getattr(row, name))
    return made


def _claims(gold: Gold, extract: Extract, lang: str | None, date: str | None) -> list[Json]:
    data: Json = {"lang": gold.lang or lang, "date": gold.date or date}
    case = Case(Path(gold.name), data, "", None, None, None)
    found: list[Json] = observe(case, extract, gold.source)["claims"]
    return found


def _count(made: Score, name: str, marks: list[Mark], free: list[Json], claims: list[Json], how: str) -> None:
    partner = _partners(marks, free, how)
    used = {id(claim) for claim in partner.values()}
    for index, mark in enumerate(marks):
        claim = partner.get(index)
        if claim is None:
            made.rows[mark.kind or UNKNOWN].gold += 1
            made.misses.append(_missed(name, mark, claims))
            continue
        row = made.rows[claim["quantity"]["kind"]]
        row.gold, row.found, row.right = row.gold + 1, row.found + 1, row.right + 1
        if mark.quantity is not None and (mark.start is not None or mark.text is not None):
            row.valued += 1
            if _equal(mark.quantity, claim):
                row.exact += 1
            else:
                shown = _shown(mark.quantity)
                found = notation.format(claim["quantity"])
                span = (claim["start"], claim["end"])
                made.misses.append(Miss("value", name, span, claim["text"], shown, found))
    for claim in free:
        if id(claim) not in used:
            made.rows[claim["quantity"]["kind"]].found += 1
            found = notation.format(claim["quantity"])
            span = (claim["start"], claim["end"])
            made.misses.append(Miss("spurious", name, span, claim["text"], None, found))


def _partners(marks: list[Mark], free: list[Json], how: str) -> dict[int, Json]:
    """Which claim each mark is: by span, else by words, else by value, else by kind; each claim once."""
    left = list(free)
    partner: dict[int, Json] = {}
    for level in (_by_span, _by_overlap, _by_words, _by_part, _by_value, _by_kind):
        if level is _by_overlap and how != "overlap":
            continue
        for index, mark in enumerate(marks):
            if index in partner:
                continue
            claim = next((claim for claim in left if _kind_fits(mark, claim) and level(mark, claim)), None)
            if claim is not None:
                partner[index] = claim
                left.remove(claim)
    return partner


def _kind_fits(mark: Mark, claim: Json) -> bool:
    return mark.kind is None or bool(mark.kind == claim["quantity"]["kind"])


def _by_span(mark: Mark, claim: Json) -> bool:
    return mark.start is not None and bool((mark.start, mark.end) == (claim["start"], claim["end"]))


def _by_overlap(mark: Mark, claim: Json) -> bool:
    if mark.start is None or mark.end is None:
        return False
    return bool(mark.start < claim["end"] and claim["start"] < mark.end)


def _by_words(mark: Mark, claim: Json) -> bool:
    return mark.start is None and mark.text is not None and bool(mark.text == claim["text"])


def _by_part(mark: Mark, claim: Json) -> bool:
    return mark.start is None and mark.text is not None and claim["text"] in mark.text


def _by_value(mark: Mark, claim: Json) -> bool:
    return mark.start is None and mark.text is None and mark.quantity is not None and _equal(mark.quantity, claim)


def _by_kind(mark: Mark, claim: Json) -> bool:
    return mark.start is None and mark.text is None and mark.quantity is None


def _equal(quantity: notation.Quantity, claim: Json) -> bool:
    return all(claim["quantity"].get(key) == value for key, value in quantity.items())


def _missed(name: str, mark: Mark, claims: list[Json]) -> Miss:
    """A miss, with what stands in its place: a claim of another kind or with another edge."""
    near = next((claim for claim in claims if _by_overlap(mark, claim)), None)
    found = None if near is None else f"{near['text']!r} {notation.format(near['quantity'])}"
    span = None if mark.start is None or mark.end is None else (mark.start, mark.end)
    shown = _shown(mark.quantity) if mark.quantity is not None else mark.kind
    return Miss("missed", name, span, mark.text or "", shown, found)


def _shown(quantity: notation.Quantity) -> str:
    if {"kind", "unit"} <= quantity.keys() and ("value" in quantity or "low" in quantity):
        return notation.format(quantity)
    return ", ".join(f"{key} {value}" for key, value in quantity.items())


# ---------------------------------------------------------------- reports


def as_text(made: Score, *, misses: int = 50) -> str:
    """A table by kind, then the misses."""
    head = f"{'kind':<17}{'gold':>6}{'found':>7}{'right':>7}{'prec.':>8}{'recall':>8}{'F1':>8}{'values':>14}"
    lines = [head]
    for kind, row in [*made.rows.items(), ("all", made.total)]:
        values = f"{_ratio(row.accuracy)} of {row.valued}" if row.valued else "–"
        lines.append(
            f"{kind:<17}{row.gold:>6}{row.found:>7}{row.right:>7}{_ratio(row.precision):>8}{_ratio(row.recall):>8}"
            f"{_ratio(row.f1):>8}{values:>14}"
        )
    lines.append(f"{made.documents} documents")
    for miss in made.misses[:misses]:
        span = f" {miss.span[0]}-{miss.span[1]}" if miss.span else ""
        lines.append(f"{miss.kind:<8} {miss.document}{span} {miss.text!r}  {miss.gold or '–'} | {miss.found or '–'}")
    if len(made.misses) > misses:
        lines.append(f"… and {len(made.misses) - misses} more")
    return "\n".join(lines)


def _ratio(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def as_json(made: Score) -> str:
    """The same for programs."""

    def row(one: Row) -> dict[str, Any]:
        names = ("gold", "found", "right", "precision", "recall", "f1", "valued", "exact", "accuracy")
        return {name: getattr(one, name) for name in names}

    misses = [
        {"kind": m.kind, "document": m.document, "span": m.span, "text": m.text, "gold": m.gold, "found": m.found}
        for m in made.misses
    ]
    kinds = {kind: row(one) for kind, one in made.rows.items()}
    return json.dumps(
        {"documents": made.documents, "kinds": kinds, "all": row(made.total), "misses": misses},
        ensure_ascii=False,
        indent=2,
    )
