"""What another version of claims says about the same texts: claims gained, lost and changed, grouped by rule.

The other version is a git revision of the repository that this package runs from (its ``claims`` folder is unpacked
aside and run by the same Python), or output that was saved before. The texts need no annotation.
"""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims import notation
from claims.errors import ClaimsError, InputError
from claims.goldcheck import Extract
from claims.goldcompare import Json, fields_of

__all__ = ["Changes", "Text", "as_json", "as_text", "base", "compare_runs", "read_texts", "run", "save"]

SUFFIXES = (".txt", ".html", ".htm", ".md", ".json", ".jsonl")

#: What the other version runs: texts in on stdin, documents out on stdout, both JSONL.
_RUNNER = """
import base64, json, sys
sys.path.insert(0, sys.argv[1])
import claims
from claims import extract
if not claims.__file__.startswith(sys.argv[1]):
    sys.exit("the revision's own package was not imported")
for line in sys.stdin:
    row = json.loads(line)
    source = base64.b64decode(row["bytes"]) if "bytes" in row else row["text"]
    try:
        document = json.loads(extract(source, lang=row["lang"], date=row["date"]).to_json())
        print(json.dumps({"name": row["name"], "sha": row["sha"], "document": document}))
    except Exception as error:
        print(json.dumps({"name": row["name"], "sha": row["sha"], "error": f"{type(error).__name__}: {error}"}))
"""


@dataclass(slots=True)
class Text:
    """One unlabelled text: its name and what to read."""

    name: str
    source: str | bytes
    lang: str | None = None
    date: str | None = None

    @property
    def sha(self) -> str:
        """Which text this is, whatever it is called."""
        return hashlib.sha256(self.source if isinstance(self.source, bytes) else self.source.encode()).hexdigest()


#: name -> {"sha", "document"} or {"sha", "error"}
Run = dict[str, Json]


@dataclass(slots=True)
class Changes:
    """What differs: (rule, text's name, claim, fields) in three lists, and texts that only one side could read."""

    texts: int = 0
    claims: int = 0
    gained: list[tuple[str, str, Json]] = field(default_factory=list)
    lost: list[tuple[str, str, Json]] = field(default_factory=list)
    changed: list[tuple[str, str, Json, list[tuple[str, str, str]]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many claims (and texts) differ."""
        return len(self.gained) + len(self.lost) + len(self.changed) + len(self.notes)


# ---------------------------------------------------------------- running


def read_texts(paths: Iterable[str | Path]) -> list[Text]:
    """Texts, pages, JSONL (``{"text", "id", "lang", "date"}`` a line) and cases (for their text), in order."""
    found: list[Text] = []
    for given in paths:
        path = Path(given)
        if path.is_dir():
            files = sorted(child for child in path.rglob("*") if child.suffix in SUFFIXES and child.is_file())
        elif path.is_file():
            files = [path]
        else:
            raise InputError(f"{path}: no such file or folder")
        for file in files:
            found += _texts(file)
    if not found:
        raise InputError(f"no texts in there: {', '.join(map(str, paths))} ({' '.join(SUFFIXES)})")
    return found


def _texts(path: Path) -> list[Text]:
    data = path.read_bytes()
    if path.suffix not in (".json", ".jsonl"):
        return [Text(str(path), data)]
    found: list[Text] = []
    try:
        lines = data.decode("utf-8").splitlines() if path.suffix == ".jsonl" else [data.decode("utf-8")]
        rows = [json.loads(line) for line in lines if line.strip()]
    except ValueError as error:
        raise InputError(f"{path}: not JSON: {error}") from None
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            continue
        lang = row.get("lang") if row.get("lang") in ("ko", "en") else None
        name = f"{path}:{row.get('id', number)}" if path.suffix == ".jsonl" else str(path)
        if isinstance(row.get("text"), str):
            found.append(Text(name, row["text"], lang, row.get("date")))
        for key, surfaces in [*row.get("surfaces", {}).items(), ("negative", row.get("negative", []))]:
            found += [Text(f"{name} [{key}] {surface}", surface, lang, row.get("date")) for surface in surfaces]
    return found


def run(texts: list[Text], extract: Extract) -> Run:
    """This version over the texts."""
    made: Run = {}
    for text in texts:
        try:
            document = extract(text.source, lang=text.lang, date=text.date)
        except ClaimsError as error:
            made[text.name] = {"sha": text.sha, "error": str(error)}
            continue
        read = document if isinstance(document, dict) else json.loads(document.to_json())
        made[text.name] = {"sha": text.sha, "document": read}
    return made


def save(made: Run, path: Path) -> None:
    """Write a run as JSONL, to be a BASE later."""
    lines = [json.dumps({"name": name, **row}, ensure_ascii=False) for name, row in made.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def base(name: str, texts: list[Text]) -> Run:
    """The other side: saved output (a file), or a git revision run over the same texts."""
    path = Path(name)
    if path.is_file():
        return _saved(path)
    home = Path(__file__).resolve().parent.parent
    with tempfile.TemporaryDirectory(prefix="claims-base-") as folder:
        folder = str(Path(folder).resolve())
        _unpack(name, home, Path(folder))
        rows = "\n".join(json.dumps(_row(text)) for text in texts)
        done = subprocess.run(
            [sys.executable, "-c", _RUNNER, folder],
            input=rows,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise InputError(f"{name}: that version does not run: {last}")
        return _runs(done.stdout.splitlines(), name)


def _row(text: Text) -> Json:
    import base64

    row: Json = {"name": text.name, "sha": text.sha, "lang": text.lang, "date": text.date}
    if isinstance(text.source, bytes):
        return {**row, "bytes": base64.b64encode(text.source).decode("ascii")}
    return {**row, "text": text.source}


def _unpack(revision: str, home: Path, folder: Path) -> None:
    try:
        done = subprocess.run(
            ["git", "-C", str(home), "archive", "--format=tar", "--end-of-options", revision, "claims"],
            capture_output=True,
            check=False,
        )
    except OSError:
        raise InputError(f"{revision}: no such file, and git is not there to read it as a revision") from None
    if done.returncode:
        why = (done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git failed"])[-1]
        raise InputError(f"{revision}: neither a saved output nor a git revision of {home}: {why}")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")


def _saved(path: Path) -> Run:
    try:
        return _runs(path.read_text(encoding="utf-8").splitlines(), str(path))
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8") from None


def _runs(lines: list[str], where: str) -> Run:
    made: Run = {}
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            made[row.pop("name")] = row
        except (ValueError, KeyError, TypeError, AttributeError):
            raise InputError(f"{where}:{number}: not output saved by claims golden diff --save") from None
    return made


# ---------------------------------------------------------------- comparing


def compare_runs(before: Run, now: Run) -> Changes:
    """Claims of the texts that both runs have read."""
    made = Changes()
    for name, row in now.items():
        old = before.get(name)
        if old is None or old.get("sha") != row.get("sha"):
            made.notes.append(f"{name}: {'not in the base' if old is None else 'another text in the base'}")
            continue
        if "error" in row or "error" in old:
            if row.get("error") != old.get("error"):
                made.notes.append(f"{name}: {old.get('error', 'read')} | {row.get('error', 'read')}")
            continue
        made.texts += 1
        made.claims += len(row["document"]["claims"])
        _compare(made, name, old["document"], row["document"])
    made.notes += [f"{name}: only in the base" for name in before if name not in now]
    return made


def _compare(made: Changes, name: str, old: Json, new: Json) -> None:
    offsets = old["document"].get("text") == new["document"].get("text")
    ours, theirs = _keyed(new["claims"], offsets), _keyed(old["claims"], offsets)
    for key, claim in ours.items():
        other = theirs.get(key)
        if other is None:
            made.gained.append((claim["rule"], name, claim))
            continue
        fields = fields_of(other, claim) if offsets else fields_of(other["quantity"], claim["quantity"], "quantity")
        if fields:
            made.changed.append((claim["rule"], name, claim, fields))
    made.lost += [(claim["rule"], name, claim) for key, claim in theirs.items() if key not in ours]


def _keyed(claims: list[Json], offsets: bool) -> dict[tuple[str, int], Json]:
    """By span where both saw the same text; by words and their how-manieth occurrence where the reader changed."""
    if offsets:
        return {(claim["id"], 0): claim for claim in claims}
    seen: dict[str, int] = {}
    keyed: dict[tuple[str, int], Json] = {}
    for claim in claims:
        seen[claim["text"]] = seen.get(claim["text"], 0) + 1
        keyed[(claim["text"], seen[claim["text"]])] = claim
    return keyed


# ---------------------------------------------------------------- reports


def as_text(made: Changes, *, cap: int = 10) -> str:
    """By rule: the counts, then at most ``cap`` claims each; the summary last."""
    lines: list[str] = []
    for rule in _rules(made):
        groups = _group(made, rule)
        counts = ", ".join(f"{len(rows)} {word}" for word, rows in groups.items() if rows)
        lines.append(f"{rule}: {counts}")
        shown = [line for rows in groups.values() for line in rows]
        lines += [f"  {line}" for line in shown[:cap]]
        if len(shown) > cap:
            lines.append(f"  … and {len(shown) - cap} more")
    lines += made.notes
    lines.append(
        f"{made.texts} texts, {made.claims} claims: "
        f"{len(made.gained)} gained, {len(made.lost)} lost, {len(made.changed)} changed"
    )
    return "\n".join(lines)


def _rules(made: Changes) -> list[str]:
    rules = {row[0] for row in made.gained} | {row[0] for row in made.lost} | {row[0] for row in made.changed}
    return sorted(rules)


def _group(made: Changes, rule: str) -> dict[str, list[str]]:
    changed = []
    for own, name, claim, fields in made.changed:
        if own == rule:
            what = "; ".join(f"{key}: {old} | {new}" for key, old, new in fields[:4])
            more = f"; … {len(fields) - 4} more" if len(fields) > 4 else ""
            changed.append(f"~ {_shown(name, claim)}  {what}{more}")
    return {
        "gained": [f"+ {_shown(name, claim)}" for own, name, claim in made.gained if own == rule],
        "lost": [f"- {_shown(name, claim)}" for own, name, claim in made.lost if own == rule],
        "changed": changed,
    }


def _shown(name: str, claim: Json) -> str:
    return f"{name} {claim['start']}-{claim['end']} {claim['text']!r} {notation.format(claim['quantity'])}"


def as_json(made: Changes) -> str:
    """The same for programs, uncapped."""

    def rows(found: list[tuple[str, str, Json]]) -> list[dict[str, Any]]:
        return [{"rule": rule, "text": name, "claim": claim} for rule, name, claim in found]

    changed = [
        {"rule": rule, "text": name, "claim": claim, "fields": [{"field": f, "old": o, "new": n} for f, o, n in fields]}
        for rule, name, claim, fields in made.changed
    ]
    return json.dumps(
        {
            "texts": made.texts,
            "claims": made.claims,
            "gained": rows(made.gained),
            "lost": rows(made.lost),
            "changed": changed,
            "notes": made.notes,
        },
        ensure_ascii=False,
        indent=2,
    )
