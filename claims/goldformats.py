"""Read partial gold: what people have annotated, in the shapes their tools write.

Cases (JSON, JSONL), brat standoff, Label Studio exports and CoNLL BIO all become :class:`Gold`: a text, and
:class:`Mark`\\ s that may know a span, printed words, a kind and a value, or only some of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims import notation
from claims.errors import GoldenError
from claims.goldcase import KEYS, read_json

__all__ = ["Gold", "Mark", "kind_list", "label_map", "read"]

SUFFIXES = (".ann", ".json", ".jsonl", ".conll", ".bio", ".iob", ".tsv")
ANY = "any"
_LABELS = {
    "monetary": "money", "amount": "money", "percentage": "percent", "pct": "percent", "pp": "percentage_point",
    "cardinal": "count", "measurement": "measure", "ordinal": "rank", "quantity": ANY, "number": ANY, "num": ANY,
    "claim": ANY, "value": ANY, "qt": ANY,
}  # fmt: skip
_MARK_KEYS = ("start", "end", "text", "kind", "value", "quantity")
_TAG = re.compile(r"[BIESLU]-(.+)")


@dataclass(slots=True)
class Mark:
    """One annotated quantity. ``quantity`` holds the fields to compare, all of them or some; None is not annotated."""

    start: int | None = None
    end: int | None = None
    text: str | None = None
    kind: str | None = None
    quantity: notation.Quantity | None = None


@dataclass(slots=True)
class Gold:
    """One annotated document. ``kinds`` lists what was annotated; None is everything."""

    name: str
    source: str | bytes
    marks: list[Mark]
    kinds: tuple[str, ...] | None = None
    lang: str | None = None
    date: str | None = None


def label_map(pairs: Iterable[str]) -> dict[str, str]:
    """What labels mean: the kinds, the names in common use, and the user's own ``LABEL=KIND``."""
    labels = {kind: kind for kind in notation.KINDS} | _LABELS
    for pair in pairs:
        label, mark, kind = pair.rpartition("=")
        if not mark or kind not in (*notation.KINDS, ANY):
            raise GoldenError(f"--label {pair}: write LABEL=KIND, KIND one of {', '.join(notation.KINDS)}, {ANY}")
        labels[label.lower()] = kind
    return labels


def kind_list(text: str | None) -> tuple[str, ...] | None:
    """``money,percent`` as kinds; None for None."""
    if text is None:
        return None
    kinds = tuple(part.strip() for part in text.split(",") if part.strip())
    for kind in kinds:
        if kind not in notation.KINDS:
            raise GoldenError(f"--kinds: {kind!r} is no kind; the kinds are {', '.join(notation.KINDS)}")
    return kinds


def read(paths: Iterable[str | Path], labels: dict[str, str]) -> list[Gold]:
    """All gold under the paths, in order. Standoff files score only the kinds that they mention together."""
    golds: list[Gold] = []
    standoff: list[Gold] = []
    for path in _files(paths):
        partial = True
        if path.suffix == ".ann":
            found = [_brat(path, labels)]
        elif path.suffix in (".json", ".jsonl"):
            found, partial = _json(path, labels)
        else:
            found = _conll(path, labels)
        golds += found
        standoff += found if partial else []
    if not golds:
        raise GoldenError("no gold in there: cases, .ann, Label Studio .json, .conll .bio .iob .tsv")
    mentioned = {mark.kind for gold in standoff for mark in gold.marks}
    if None not in mentioned:
        for gold in standoff:
            gold.kinds = tuple(kind for kind in notation.KINDS if kind in mentioned)
    return golds


def _files(paths: Iterable[str | Path]) -> list[Path]:
    found: list[Path] = []
    for given in paths:
        path = Path(given)
        if path.is_dir():
            found += sorted(child for child in path.rglob("*") if child.suffix in SUFFIXES and child.is_file())
        elif not path.is_file():
            raise GoldenError(f"{path}: no such file or folder")
        elif path.suffix == ".txt" and path.with_suffix(".ann").is_file():
            found.append(path.with_suffix(".ann"))
        elif path.suffix not in SUFFIXES:
            raise GoldenError(f"{path}: {path.suffix or 'no suffix'}: gold is read from {' '.join(SUFFIXES)}")
        else:
            found.append(path)
    return found


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise GoldenError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise GoldenError(f"{path}: not UTF-8") from None


def _kind(label: str, labels: dict[str, str]) -> tuple[bool, str | None]:
    """Whether a label is about quantities at all, and its kind (None: any)."""
    kind = labels.get(label.lower().replace("-", "_"))
    return kind is not None, None if kind == ANY else kind


def _value(where: str, written: str) -> notation.Quantity:
    try:
        return notation.parse(written)
    except ValueError as error:
        raise GoldenError(f"{where}: {error}") from None


# ---------------------------------------------------------------- cases


def _json(path: Path, labels: dict[str, str]) -> tuple[list[Gold], bool]:
    """The gold of a JSON file, and whether it is standoff (cases are not)."""
    if path.suffix == ".jsonl":
        rows = []
        for number, line in enumerate(_text(path).splitlines(), 1):
            if line.strip():
                try:
                    rows.append((f"{path}:{number}", json.loads(line)))
                except json.JSONDecodeError as error:
                    raise GoldenError(f"{path}:{number}: not JSON: {error.msg}") from None
    else:
        data = read_json(path)
        several = isinstance(data, list)
        rows = [(f"{path}[{i}]", row) for i, row in enumerate(data)] if several else [(str(path), data)]
    for name, row in rows:
        if not isinstance(row, dict):
            raise GoldenError(f"{name}: an object is needed")
    if all("data" in row or "label" in row for _, row in rows):
        return [_label_studio(name, row, labels) for name, row in rows], True
    return [gold for name, row in rows for gold in _case(path, name, row)], False


def _case(path: Path, name: str, row: dict[str, Any]) -> list[Gold]:
    for key in row:
        if key not in KEYS and key not in ("kinds", "id"):
            raise GoldenError(f"{name}: unknown key {key!r}")
    lang, date = row.get("lang"), row.get("date")
    lang = lang if lang in ("ko", "en") else None
    kinds = kind_list(",".join(row["kinds"])) if "kinds" in row else None
    if "surfaces" in row or "negative" in row:
        golds = []
        for written, surfaces in row.get("surfaces", {}).items():
            quantity = _value(f"{name}: surfaces", written)
            golds += [Gold(name, text, [Mark(kind=quantity["kind"], quantity=quantity)]) for text in surfaces]
        golds += [Gold(name, text, []) for text in row.get("negative", [])]
        for gold in golds:
            gold.kinds, gold.lang, gold.date = kinds, lang, date
        return golds
    source: str | bytes
    if "file" in row:
        try:
            source = (path.parent / row["file"]).read_bytes()
        except OSError as error:
            raise GoldenError(f"{name}: file: {error.strerror or error}") from None
    elif isinstance(row.get("text"), str):
        source = row["text"]
    else:
        raise GoldenError(f"{name}: text: missing")
    marks: list[Mark] = []
    if "claims" in row:
        marks = [_mark(f"{name}: claims[{i}]", item, source) for i, item in enumerate(row["claims"])]
    elif "expect" in row:
        for index, item in enumerate(row["expect"]):
            surface, written = notation.split_surface(item)
            quantity = _value(f"{name}: expect[{index}]", written)
            marks.append(Mark(text=surface, kind=quantity["kind"], quantity=quantity))
    else:
        raise GoldenError(f"{name}: claims: neither claims nor expect says what the gold is")
    return [Gold(name, source, marks, kinds, lang, date)]


def _mark(where: str, item: Any, source: str | bytes) -> Mark:
    """A claim of a case, in full or only partly filled in."""
    if isinstance(item, str):
        item = {"value": item}
    if not isinstance(item, dict) or not any(key in item for key in _MARK_KEYS):
        raise GoldenError(f"{where}: at least one of {', '.join(_MARK_KEYS)} is needed")
    quantity = item.get("quantity")
    if quantity is None and item.get("value") is not None:
        quantity = _value(f"{where}.value", item["value"])
    if quantity is not None:
        quantity = {key: value for key, value in quantity.items() if key != "canonical"}
    kind = item.get("kind") or (quantity or {}).get("kind")
    if kind is not None and kind not in notation.KINDS:
        raise GoldenError(f"{where}.kind: {kind!r} is no kind")
    mark = Mark(item.get("start"), item.get("end"), item.get("text"), kind, quantity)
    if (mark.start is None) != (mark.end is None):
        raise GoldenError(f"{where}: start and end go together")
    if isinstance(source, str) and mark.start is not None and mark.text not in (None, source[mark.start : mark.end]):
        raise GoldenError(f"{where}.text: {mark.text!r} does not match its span {source[mark.start : mark.end]!r}")
    return mark


# ---------------------------------------------------------------- standoff


def _brat(path: Path, labels: dict[str, str]) -> Gold:
    """brat: ``T1<TAB>MONEY 0 5<TAB>145조원`` beside the text; ``#1<TAB>AnnotatorNotes T1<TAB>value``."""
    beside = path.with_suffix(".txt")
    if not beside.is_file():
        raise GoldenError(f"{path}: its text {beside.name} is not beside it")
    text = _text(beside)
    marks: dict[str, Mark] = {}
    notes: list[tuple[int, str, str]] = []
    for number, line in enumerate(_text(path).splitlines(), 1):
        parts = line.split("\t")
        if line.startswith("T"):
            match = re.fullmatch(r"(\S+) (\d+) (?:\d+;\d+ )*(\d+)", parts[1]) if len(parts) > 2 else None
            if match is None:
                raise GoldenError(f"{path}:{number}: not 'T1<TAB>LABEL START END<TAB>TEXT'")
            start, end = int(match.group(2)), int(match.group(3))
            if ";" not in parts[1] and text[start:end].replace("\n", " ") != parts[2]:
                raise GoldenError(f"{path}:{number}: {parts[2]!r} does not match its span {text[start:end]!r}")
            known, kind = _kind(match.group(1), labels)
            if known:
                marks[parts[0]] = Mark(start, end, text[start:end], kind)
        elif line.startswith("#") and len(parts) > 2:
            notes.append((number, parts[1].split(" ")[-1], parts[2]))
    for number, target, written in notes:
        if target in marks:
            _fill(marks[target], _value(f"{path}:{number}", written))
    return Gold(str(path), text, sorted(marks.values(), key=lambda mark: (mark.start or 0, mark.end or 0)))


def _fill(mark: Mark, quantity: notation.Quantity) -> None:
    mark.quantity = quantity
    mark.kind = mark.kind or quantity["kind"]


def _label_studio(name: str, task: dict[str, Any], labels: dict[str, str]) -> Gold:
    """Label Studio: an exported task (``data`` and ``annotations``), or a row of JSON-MIN (``label``)."""
    holder = task.get("data", task)
    results: list[Any] = []
    if "label" in task:
        results = [{"value": row} for row in task["label"] or []]
    else:
        done = [row for row in task.get("annotations", task.get("completions", [])) if not row.get("was_cancelled")]
        results = done[0].get("result", []) if done else []
    text = holder.get("text")
    if not isinstance(text, str):
        texts = [value for value in holder.values() if isinstance(value, str)]
        if len(texts) != 1:
            raise GoldenError(f"{name}: data.text: missing")
        text = texts[0]
    marks: dict[str, Mark] = {}
    values: list[tuple[str, str]] = []
    for index, result in enumerate(results):
        value, region = result.get("value", {}), str(result.get("id", index))
        values += [(region, written) for written in (result.get("meta") or {}).get("text", [])]
        if "labels" not in value:
            if result.get("type") == "textarea":
                values += [(region, written) for written in value.get("text", [])]
            continue
        start, end = _offsets(f"{name}: {region}", text, value)
        known = [kind for known, kind in (_kind(label, labels) for label in value["labels"]) if known]
        if known:
            marks[region] = Mark(start, end, text[start:end], known[0])
    for region, written in values:
        if region in marks:
            _fill(marks[region], _value(f"{name}: {region}", written))
    return Gold(name, text, sorted(marks.values(), key=lambda mark: (mark.start or 0, mark.end or 0)))


def _offsets(where: str, text: str, value: dict[str, Any]) -> tuple[int, int]:
    """The span in code points; Label Studio counts UTF-16 units, which differ behind an emoji."""
    start, end = int(value["start"]), int(value["end"])
    words = value.get("text")
    if not isinstance(words, str) or text[start:end] == words:
        return start, end
    units = text.encode("utf-16-le")
    if units[2 * start : 2 * end].decode("utf-16-le", "replace") == words:
        begin = len(units[: 2 * start].decode("utf-16-le", "replace"))
        return begin, begin + len(words)
    raise GoldenError(f"{where}: {words!r} does not match its span {text[start:end]!r}")


def _conll(path: Path, labels: dict[str, str]) -> list[Gold]:
    """CoNLL: a token a line, its tag (B-MONEY, I-MONEY, O) in the last column, an empty line between sentences.

    Tokens are joined by one space; where they are single characters (a space among them) by nothing.
    """
    golds: list[Gold] = []
    rows: list[tuple[str, str]] = []
    begin = 1
    for number, line in enumerate([*_text(path).split("\n"), ""], 1):
        line = line.rstrip("\r")
        if line.startswith("#") and not _TAG.fullmatch(line.split("\t")[-1]) and not line.endswith("\tO"):
            continue
        if not line.strip() or line.startswith("-DOCSTART-"):
            if rows:
                golds.append(_sentence(f"{path}:{begin}", rows, labels))
            rows = []
            continue
        parts = line.split("\t") if "\t" in line else line.split()
        if len(parts) < 2 or not (parts[-1] == "O" or _TAG.fullmatch(parts[-1])):
            raise GoldenError(f"{path}:{number}: not 'TOKEN<TAB>TAG' with a tag such as B-MONEY, I-MONEY or O")
        if not rows:
            begin = number
        rows.append((parts[0], parts[-1]))
    return golds


def _sentence(name: str, rows: list[tuple[str, str]], labels: dict[str, str]) -> Gold:
    characters = any(not token.strip() for token, _ in rows) and all(len(token) == 1 for token, _ in rows)
    glue = "" if characters else " "
    marks: list[Mark] = []
    open_label: str | None = None
    at = 0
    for token, tag in rows:
        label = tag[2:] if tag != "O" else None
        begins = label is not None and (tag[0] in "BSU" or label != open_label)
        if begins and label is not None:
            known, kind = _kind(label, labels)
            if known:
                marks.append(Mark(at, at + len(token), None, kind))
            open_label = label if known else None
        elif label is not None and open_label is not None:
            marks[-1].end = at + len(token)
        if label is None:
            open_label = None
        at += len(token) + len(glue)
    text = glue.join(token for token, _ in rows)
    for mark in marks:
        mark.text = text[mark.start : mark.end]
    return Gold(name, text, marks)
