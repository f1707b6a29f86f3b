"""The outcome of a golden run for people (text), programs (json), CI servers (junit) and pull requests (github)."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from claims.jsonedit import line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.goldcheck import Result
    from claims.goldcompare import Change, Place

__all__ = ["FORMATS", "as_github", "as_json", "as_junit", "as_text", "diff", "lines_of", "totals"]

FORMATS = ("text", "json", "junit", "github")
CAP = 20
CLIP = 60
#: A case that could not be read, and why: the message begins with the file and names the key.
Problem = tuple[Path, str]


def diff(result: Result, *, cap: int = CAP) -> str:
    """What is wrong with one item: missing, spurious and changed items, old | new by field; at most ``cap`` lines."""
    lines = lines_of(result.changes)
    if len(lines) > cap:
        lines[cap:] = [f"  … and {len(lines) - cap} more lines"]
    if result.note:
        lines.append(f"  {result.note}")
    return "\n".join(lines)


def lines_of(changes: list[Change]) -> list[str]:
    """A line for each change, and one for each of its fields."""
    lines: list[str] = []
    for change in changes:
        lines.append(f"  {change.kind:<8} {change.label}")
        width = max((_cells(name) for name, _, _ in change.fields), default=0)
        for name, old, new in change.fields:
            lines.append(f"           {name}{' ' * (width - _cells(name))}  {_clip(old)} | {_clip(new)}")
    return lines


def _clip(text: str) -> str:
    text = text.replace("\n", "\\n")
    return text if len(text) <= CLIP else text[: CLIP - 1] + "…"


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)


def totals(results: list[Result]) -> dict[str, int]:
    """How many files and items (a listed surface is an item of its own), and what became of them."""
    counted = {
        "files": len({str(result.case.path) for result in results}),
        "cases": len(results),
        "passed": 0,
        "failed": 0,
        "missing": 0,
        "xfailed": 0,
        "xpassed": 0,
    }
    for result in results:
        counted[result.status] += 1
    return counted


def _summary(results: list[Result]) -> str:
    counted = totals(results)
    parts = [f"{counted['passed']} passed"]
    words = {
        "failed": "failed",
        "missing": "without expectation",
        "xfailed": "xfailed",
        "xpassed": "passed against xfail",
    }
    parts += [f"{counted[key]} {word}" for key, word in words.items() if counted[key]]
    return f"{counted['cases']} cases in {counted['files']} files: {', '.join(parts)}"


def as_text(results: list[Result], *, cap: int = CAP) -> str:
    """The failures, each with its diff, then the totals."""
    blocks: list[str] = []
    for result in results:
        if not result.ok:
            shown = f" [{_clip(result.name)}]" if result.place else ""
            blocks.append(f"{result.case.path}{shown}: {result.status}\n  {result.case.why}\n{diff(result, cap=cap)}")
    return "\n\n".join([*blocks, _summary(results)])


def as_json(results: list[Result], problems: Sequence[Problem] = ()) -> str:
    """Everything, for programs: ``{"totals": …, "cases": [{"file", "name", "status", "changes"}], "errors": []}``."""
    rows = []
    for result in results:
        row = {"file": str(result.case.path), "name": result.name, "status": result.status, "why": result.case.why}
        if result.note:
            row["note"] = result.note
        changes = [_change(change, _line(result, change)) for change in result.changes]
        rows.append({**row, "changes": changes})
    errors = [{"file": str(problem[0]), "line": _problem_line(*problem), "message": problem[1]} for problem in problems]
    return json.dumps({"totals": totals(results), "cases": rows, "errors": errors}, ensure_ascii=False, indent=2)


def _change(change: Change, line: int) -> dict[str, object]:
    fields = [{"field": name, "old": old, "new": new} for name, old, new in change.fields]
    return {"kind": change.kind, "what": change.what, "label": change.label, "line": line, "fields": fields}


def _line(result: Result, change: Change | None) -> int:
    """The line of the case file that a change is about."""
    return _line_in(result.case.path, result.place if change is None else change.place)


def _line_in(path: Path, place: Place) -> int:
    try:
        return line_of(path.read_text(encoding="utf-8"), place)
    except (OSError, ValueError, IndexError):
        return 1


def _problem_line(path: Path, message: str) -> int:
    """The line that a complaint is about: the number or the key that it names behind the file."""
    named = re.match(r":([0-9]+): |: (?:unknown key ')?([$a-z_]+)(?:\[([0-9]+)\])?", message.removeprefix(str(path)))
    if named is None:
        return 1
    if named.group(1):
        return int(named.group(1))
    return _line_in(path, (named.group(2),) if named.group(3) is None else (named.group(2), int(named.group(3))))


def as_junit(results: list[Result], problems: Sequence[Problem] = ()) -> str:
    """JUnit XML: a suite a folder, a test case an item; valid against the schemas of Ant and of Jenkins."""
    from datetime import UTC, datetime

    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    suites: dict[str, list[Result]] = {path.parent.as_posix(): [] for path, _ in problems}
    for result in results:
        suites.setdefault(result.case.path.parent.as_posix(), []).append(result)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>"]
    for index, (folder, members) in enumerate(suites.items()):
        broken = [problem for problem in problems if problem[0].parent.as_posix() == folder]
        failures = sum(not result.ok for result in members)
        skipped = sum(result.status == "xfailed" for result in members)
        seconds = sum(result.seconds for result in members)
        lines.append(
            f'  <testsuite name={_attribute(folder)} package="golden" id="{index}" hostname="localhost" '
            f'timestamp="{stamp}" tests="{len(members) + len(broken)}" '
            f'failures="{failures}" errors="{len(broken)}" skipped="{skipped}" '
            f'time="{seconds:.3f}">'
        )
        lines.append("    <properties/>")
        lines += [_testcase(result) for result in members]
        lines += [_broken(path, message) for path, message in broken]
        lines += ["    <system-out/>", "    <system-err/>", "  </testsuite>"]
    return "\n".join([*lines, "</testsuites>"])


def _testcase(result: Result) -> str:
    head = (
        f"    <testcase name={_attribute(result.name)} classname={_attribute(result.case.path.as_posix())} "
        f'time="{result.seconds:.3f}"'
    )
    if result.status == "passed":
        return head + "/>"
    if result.status == "xfailed":
        return f"{head}><skipped/></testcase>"
    body = escape(_printable(f"{result.case.why}\n{diff(result)}"))
    message = _attribute(result.note or _headline(result))
    return f'{head}>\n      <failure type="{result.status}" message={message}>{body}</failure>\n    </testcase>'


def _broken(path: Path, message: str) -> str:
    head = f'    <testcase name={_attribute(path.stem)} classname={_attribute(path.as_posix())} time="0.000">'
    return f'{head}<error type="GoldenError" message={_attribute(message)}/></testcase>'


def _headline(result: Result) -> str:
    first = result.changes[0]
    more = f" and {len(result.changes) - 1} more" if len(result.changes) > 1 else ""
    return f"{first.kind} {first.label}{more}"


def _attribute(text: str) -> str:
    return quoteattr(_printable(text), {"\n": "&#10;"})


def _printable(text: str) -> str:
    """Without the control characters that XML cannot carry."""
    return "".join(
        mark
        if (mark >= " " and not "\ud800" <= mark <= "\udfff" and mark not in "\ufffe\uffff") or mark in "\n\t"
        else "?"
        for mark in text
    )


def as_github(results: list[Result], problems: Sequence[Problem] = ()) -> str:
    """Workflow commands that annotate the right line of the right case file, then the totals."""
    lines: list[str] = []
    for result in results:
        if result.ok:
            continue
        if not result.changes:
            line = _line(result, None)
            lines.append(_annotation(result.case.path, line, f"golden: {result.status}", result.note))
        for change in result.changes:
            body = "\n".join(f"{name}: {_clip(old)} | {_clip(new)}" for name, old, new in change.fields)
            title = f"golden: {change.kind} {change.label}"
            lines.append(_annotation(result.case.path, _line(result, change), title, body or result.case.why))
    for path, message in problems:
        lines.append(_annotation(path, _problem_line(path, message), "golden: unreadable", message))
    return "\n".join([*lines, _summary(results)])


def _annotation(file: Path, line: int, title: str, body: str) -> str:
    title = _data(_clip(title)).replace(":", "%3A").replace(",", "%2C")
    path = _data(file.as_posix()).replace(":", "%3A").replace(",", "%2C")
    return f"::error file={path},line={line},title={title}::{_data(body)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
