"""The ``claims`` command: arguments in, the answer of the library out. A command imports what it needs, when it runs.

Exit codes: 0 fine, 1 a check failed, 2 bad input (one line on stderr says what and where).
"""

from __future__ import annotations

import argparse
import os
import sys

from claims.errors import ClaimsError, InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from claims.lexicon import Lexicon

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (``sys.argv`` by default) and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        args = _parser(given).parse_args(given)
        command: Callable[[argparse.Namespace], int] = args.run
        from claims import snapshot

        snapshot.prime()
        code = command(args)
        sys.stdout.flush()
        if argv is None and command is _extract:  # a process of its own, which holds the patterns of that and no others
            snapshot.keep()
        return code
    except ClaimsError as error:
        return _complain(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _complain(message: str) -> int:
    print(f"claims: {' '.join(message.split())}", file=sys.stderr)
    return 2


# ---------------------------------------------------------------- arguments


class _Help(argparse.HelpFormatter):
    """argparse's own, which would load a library of archives to learn how wide the terminal is."""

    def __init__(self, prog: str) -> None:
        try:
            width = int(os.environ.get("COLUMNS", 0)) or os.get_terminal_size(1).columns
        except (ValueError, OSError):
            width = 80
        super().__init__(prog, width=width - 2)

    # argparse's own load a module that compiles large patterns, to break lines at spaces.

    def _split_lines(self, text: str, width: int) -> list[str]:
        lines = [""]
        for word in text.split():
            if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
                lines.append(word)
            else:
                lines[-1] += f" {word}" if lines[-1] else word
        return lines

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in self._split_lines(text, width - len(indent)))


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Help, **options)


def _parser(given: Sequence[str] = ("extract", "explain", "schema", "lexicon", "golden")) -> argparse.ArgumentParser:
    """All commands, with the arguments of those that are ``given``: the others need only their names."""
    parser = _Parser(
        prog="claims",
        description="Exact numeric claims, with their sources, from Korean and English news text.",
        epilog="Exit codes: 0 fine, 1 a check failed, 2 bad input.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(prog="claims", metavar="COMMAND", required=True)

    extract = commands.add_parser("extract", help="print the claims of documents as JSON, JSON lines or CSV")
    if "extract" in given:
        extract.add_argument(
            "files", nargs="*", metavar="FILE", help="text, HTML or JSONL files; - or nothing is standard input"
        )
        extract.add_argument("--format", choices=("json", "jsonl", "csv"), default="json", help="default: json")
        _reading(extract)
        extract.add_argument("--no-text", action="store_true", help="leave document.text out")
        extract.add_argument(
            "--currency", metavar="CODE", help="convert every amount of money to this ISO 4217 currency"
        )
        extract.add_argument("--rates", metavar="CSV", help="your exchange rates: date,base,quote,rate")
        extract.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
        extract.add_argument("--summary", action="store_true", help="also print a short summary for people on stderr")
        extract.set_defaults(run=_extract)

    explain = commands.add_parser("explain", help="show how each number of a text was read, or why it was refused")
    if "explain" in given:
        explain.add_argument("text", metavar="TEXT", help="the text itself; - is standard input")
        _reading(explain)
        explain.set_defaults(run=_explain)

    schema = commands.add_parser("schema", help="print the JSON Schema of claims JSON")
    if "schema" in given:
        schema.add_argument("--golden", action="store_true", help="that of golden cases instead")
        schema.set_defaults(run=_schema)

    lexicon = commands.add_parser("lexicon", help="check the words")
    if "lexicon" in given:
        actions = lexicon.add_subparsers(prog="claims lexicon", metavar="COMMAND", required=True)
        check = actions.add_parser(
            "check", help="find duplicates, unknown units, unreachable words; exit 1 when there are any"
        )
        check.add_argument(
            "files", nargs="*", metavar="FILE", help="your own TOML files, checked together with the shipped ones"
        )
        check.add_argument("--golden", metavar="DIR", help="also list the words that no golden case of DIR exercises")
        check.set_defaults(run=_lexicon_check)

    goldens = commands.add_parser("golden", help="check, update, add, score and diff golden cases")
    if "golden" in given:
        from claims.golden import add_arguments

        add_arguments(goldens)
        goldens.set_defaults(run=_golden)
    return parser


def _reading(parser: argparse.ArgumentParser) -> None:
    """The options that say how a document is to be read."""
    parser.add_argument("--lang", choices=("ko", "en"), help="the language, where the text should not decide")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="the day of publication, where the page does not say it")
    parser.add_argument(
        "--lexicon", action="append", default=[], metavar="FILE", help="your own words (TOML); may be repeated"
    )


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.util import find_spec

        from claims import __version__

        spec = find_spec("claims.numerals")
        plain = spec is None or str(spec.origin).endswith(".py")
        print(f"claims {__version__} ({'plain Python' if plain else 'compiled'})")
        parser.exit()


# ---------------------------------------------------------------- extract


def _extract(args: argparse.Namespace) -> int:
    import gc

    gc.disable()  # until the first document is written: what start-up makes, stays
    try:
        return _extract_all(args)
    finally:
        gc.freeze()  # nor need it look at all of that again when the process ends
        gc.enable()


def _extract_all(args: argparse.Namespace) -> int:
    import gc

    from claims.cli_documents import items
    from claims.cli_output import WRITERS, summary
    from claims.pipeline import extract, lean

    read = extract if args.format == "csv" or args.summary else lean
    date = _day(args.date)
    options: dict[str, Any] = {
        "lexicon": _lexicon(args.lexicon),
        "currency": args.currency and args.currency.upper(),
        "rates": args.rates,
    }
    writer = WRITERS[args.format](args.output, text=not args.no_text, many=len(args.files) > 1)
    code = 0
    try:
        for item in items(args.files or ["-"]):
            if item.complaint:
                code = _complain(f"{item.label}: {item.complaint}")
                continue
            own = {"id": item.fields.get("id"), "url": item.fields.get("url")}
            own["lang"] = item.fields.get("lang") or args.lang
            own["date"] = item.fields.get("date") or date
            try:
                document: Any = read(item.source, **own, **options)
            except InputError as error:
                message = str(error)
                code = _complain(message if message.startswith(item.label) else f"{item.label}: {message}")
                continue
            writer.add(document, item.batch)
            gc.enable()
            if args.summary:
                summary(item.label, document)
        writer.close(failed=bool(code))
    finally:
        writer.release()
    return code


def _lexicon(files: list[str]) -> Lexicon | None:
    if not files:
        return None
    from claims.lexicon import Lexicon

    return Lexicon.load(extra=files)


def _day(given: str | None) -> str | None:
    """``--date``, if it is a calendar date."""
    from claims.reader import check_date

    return check_date(given, "--date") if given is not None else None


# ---------------------------------------------------------------- the other commands


def _explain(args: argparse.Namespace) -> int:
    from claims import extract

    date = _day(args.date)
    trace: list[tuple[int, int, str, str]] = []
    source: str | bytes = args.text
    if args.text == "-":
        source = sys.stdin.buffer.read()
    elif any("\ud800" <= mark <= "\udfff" for mark in args.text):
        source = os.fsencode(args.text)
    document = extract(source, lang=args.lang, date=date, lexicon=_lexicon(args.lexicon), trace=trace)
    text = document.text
    last: tuple[int, int] | None = None
    for start, end, step, decision in sorted(trace, key=lambda entry: entry[:2]):
        if (start, end) != last:
            print(f"{start}-{end} {_shown(text[start:end])}")
            last = (start, end)
        print(f"    {step}: {decision}")
    if not trace:
        print("no number and no source to look at")
    for claim in document.claims:
        print(f"claim {claim.id}: {claim.text} = {claim.quantity.format('en')} ({claim.rule}, {claim.factuality})")
    return 0


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:40] + " … " + flat[-15:]


def _schema(args: argparse.Namespace) -> int:
    import json

    if args.golden:
        from claims.golden import golden_schema

        data = golden_schema()
    else:
        from claims.model import Document

        data = Document.model_json_schema(mode="serialization")
    print(json.dumps(data, ensure_ascii=False, indent=2))
    return 0


def _lexicon_check(args: argparse.Namespace) -> int:
    from pathlib import Path

    from claims.lexicon import Lexicon, check

    if args.golden is not None and not os.path.isdir(args.golden):
        raise InputError(f"--golden {args.golden}: no such directory; name the folder that holds the golden cases")
    complaints = check(Lexicon.load(extra=args.files), Path(args.golden) if args.golden is not None else None)
    for complaint in complaints:
        print(complaint)
    print(f"{len(complaints)} complaints" if complaints else "the lexicon is in order", file=sys.stderr)
    return 1 if complaints else 0


def _golden(args: argparse.Namespace) -> int:
    from claims.golden import main as golden

    return golden(args)


if __name__ == "__main__":
    raise SystemExit(main())
