"""``claims golden``: check, update, add, score and diff. Each command prints its report and returns the exit code.

0 all is well, 1 the goldens and the output disagree, 2 (a raised :class:`claims.ClaimsError`) something cannot be read.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import ClaimsError, GoldenError, InputError

if TYPE_CHECKING:
    import argparse

    from claims.goldcheck import Extract, Result

__all__ = ["add_arguments", "golden_schema", "main", "run_check"]

DEFAULT = "golden"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser the subcommands of ``claims golden``; hand what it parses to :func:`main`."""
    commands = parser.add_subparsers(dest="golden_command", metavar="COMMAND", required=True)

    check = commands.add_parser("check", help="compare every case in full; exit 1 when one differs")
    check.add_argument("paths", nargs="*", metavar="PATH", help=f"case files and folders (default: {DEFAULT})")
    check.add_argument("--format", choices=("text", "json", "junit", "github"), default="text")
    check.add_argument(
        "--max-lines", type=int, default=20, metavar="N", help="lines of diff a case may take (default: 20)"
    )

    update = commands.add_parser("update", help="write expectations from the current output; refused when CI is set")
    how = update.add_mutually_exclusive_group(required=True)
    how.add_argument("--new", action="store_true", help="write missing expectations only")
    how.add_argument("--fix", action="store_true", help="rewrite the named cases, and say what changes")
    update.add_argument("paths", nargs="*", metavar="PATH", help=f"case files and folders (--new default: {DEFAULT})")

    add = commands.add_parser("add", help="make a case from the current output, for review")
    add.add_argument("given", metavar="TEXT|FILE", help="the text itself, or a text or HTML file")
    add.add_argument("--why", required=True, help="what the case teaches, in a sentence")
    add.add_argument("--lang", choices=("ko", "en"))
    add.add_argument("--date", metavar="YYYY-MM-DD")
    add.add_argument("--into", default=DEFAULT, metavar="FOLDER", help=f"folder of the new case (default: {DEFAULT})")
    add.add_argument("-o", "--output", metavar="FILE", help="file of the new case (default: named after --why)")

    score = commands.add_parser("score", help="precision, recall and value accuracy against partial gold")
    score.add_argument(
        "paths", nargs="+", metavar="PATH", help="cases, brat .ann, Label Studio JSON, CoNLL BIO, folders"
    )
    score.add_argument("--format", choices=("text", "json"), default="text")
    score.add_argument("--kinds", metavar="KIND,…", help="score these kinds only (default: those the gold lists)")
    score.add_argument(
        "--label", action="append", default=[], metavar="LABEL=KIND", help="what a label means; repeatable"
    )
    score.add_argument(
        "--match", choices=("exact", "overlap"), default="exact", help="how spans must meet (default: exact)"
    )
    score.add_argument("--lang", choices=("ko", "en"))
    score.add_argument("--date", metavar="YYYY-MM-DD")
    score.add_argument("--min-f1", type=float, metavar="F", help="exit 1 when the overall F1 is below this")
    score.add_argument("--max-misses", type=int, default=50, metavar="N", help="misses to list (default: 50)")

    diff = commands.add_parser("diff", help="claims gained, lost and changed against another version")
    diff.add_argument("base", metavar="BASE", help="a git revision, or output saved with --save")
    diff.add_argument(
        "texts", nargs="*", metavar="PATH", help="texts, pages, JSONL and folders of them (default: examples)"
    )
    diff.add_argument("--format", choices=("text", "json"), default="text")
    diff.add_argument("--save", metavar="FILE", help="write the current output here, as a BASE for later")
    diff.add_argument("--exit-code", action="store_true", help="exit 1 when anything differs")
    diff.add_argument("--max-lines", type=int, default=10, metavar="N", help="claims shown for each rule (default: 10)")


def main(args: argparse.Namespace, extract: Extract | None = None) -> int:
    """Run a parsed command; ``extract`` stands in for :func:`claims.extract` in tests."""
    if extract is None:
        from claims.goldcheck import extractor

        extract = extractor()
    commands = {"check": _check, "update": _update, "add": _add, "score": _score, "diff": _diff}
    return commands[args.golden_command](args, extract)


def run_check(paths: list[Path], extract: Extract) -> tuple[list[Result], list[tuple[Path, str]]]:
    """Check every case file; a file that cannot be read is reported and the others still run."""
    from claims.goldcase import load
    from claims.goldcheck import check

    results: list[Result] = []
    errors: list[tuple[Path, str]] = []
    for path in paths:
        try:
            results += check(load(path), extract)
        except GoldenError as error:
            errors.append((path, str(error)))
    return results, errors


def _check(args: argparse.Namespace, extract: Extract) -> int:
    from claims import goldreport
    from claims.goldcase import find_cases

    paths = find_cases(args.paths or [DEFAULT])
    if not paths:
        raise GoldenError(f"{', '.join(args.paths or [DEFAULT])}: no case (*.json) in there")
    results, errors = run_check(paths, extract)
    if args.format == "text":
        print(goldreport.as_text(results, cap=args.max_lines))
    else:
        writers = {"json": goldreport.as_json, "junit": goldreport.as_junit, "github": goldreport.as_github}
        print(writers[args.format](results, errors))
    for _, error in errors:
        print(f"error: {error}", file=sys.stderr)
    if errors:
        return 2
    return 0 if all(result.ok for result in results) else 1


def _update(args: argparse.Namespace, extract: Extract) -> int:
    from claims.goldcase import find_cases
    from claims.goldwrite import update

    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        raise InputError("claims golden update: CI is set; expectations are written and reviewed by people, not by CI")
    if args.fix and not args.paths:
        raise InputError("claims golden update --fix: name the cases to rewrite")
    code = 0
    counted: dict[str, int] = {}
    for path in find_cases(args.paths or [DEFAULT]):
        try:
            edit = update(path, extract, fix=args.fix)
        except ClaimsError as error:
            print(f"error: {error}", file=sys.stderr)
            code = 2
            continue
        counted[edit.status] = counted.get(edit.status, 0) + 1
        if edit.status != "unchanged":
            print("\n  ".join([f"{path}: {edit.status}", *edit.lines]))
        edit.write()
        if edit.status == "refused":
            code = max(code, 1)
    print(", ".join(f"{count} {status}" for status, count in sorted(counted.items())) or "nothing to do")
    return code


def _add(args: argparse.Namespace, extract: Extract) -> int:
    from claims.goldwrite import new_case, underline, write_new

    if not args.why.strip():
        raise InputError("claims golden add: --why: say in a sentence what the case teaches")
    if not args.given.strip():
        raise InputError("claims golden add: an empty text teaches nothing")
    output = Path(args.output) if args.output else None
    path, data, document = new_case(
        args.given, args.why, extract, into=Path(args.into), output=output, lang=args.lang, date=args.date
    )
    write_new(path, data)
    text = document["document"].get("text") or data.get("text", "")
    print(underline(text, document["claims"]) or "no claims")
    print(f"{path}: written with {len(document['claims'])} claims; read it, correct its expect, and keep it")
    return 0


def _score(args: argparse.Namespace, extract: Extract) -> int:
    from claims import goldformats, goldscore

    labels = goldformats.label_map(args.label)
    kinds = goldformats.kind_list(args.kinds)
    golds = goldformats.read(args.paths, labels)
    score = goldscore.score(golds, extract, kinds=kinds, match=args.match, lang=args.lang, date=args.date)
    print(goldscore.as_json(score) if args.format == "json" else goldscore.as_text(score, misses=args.max_misses))
    below = args.min_f1 is not None and score.total.f1 < args.min_f1
    return 1 if below else 0


def _diff(args: argparse.Namespace, extract: Extract) -> int:
    from claims import golddiff

    texts = golddiff.read_texts(args.texts or ["examples"])
    now = golddiff.run(texts, extract)
    if args.save:
        golddiff.save(now, Path(args.save))
    before = golddiff.base(args.base, texts)
    changes = golddiff.compare_runs(before, now)
    print(golddiff.as_json(changes) if args.format == "json" else golddiff.as_text(changes, cap=args.max_lines))
    return 1 if args.exit_code and changes.count else 0


def golden_schema() -> dict[str, Any]:
    """The JSON Schema of a golden case, for editors: what ``claims schema --golden`` prints."""
    from claims.goldschema import schema

    return schema()
