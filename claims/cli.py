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
    from collections.abc import Callable, Iterator, Sequence
    from typing import IO, Any

    from claims.lexicon import Lexicon
    from claims.model import Document

__all__ = ["main"]

_LINES = (".jsonl", ".ndjson")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (``sys.argv`` by default) and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        args = _parser(golden=given[:1] == ["golden"]).parse_args(given)
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


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Help, **options)


def _parser(*, golden: bool = False) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="claims",
        description="Exact numeric claims, with their sources, from Korean and English news text.",
        epilog="Exit codes: 0 fine, 1 a check failed, 2 bad input.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(prog="claims", metavar="COMMAND", required=True)

    extract = commands.add_parser("extract", help="print the claims of documents as JSON, JSON lines or CSV")
    extract.add_argument(
        "files", nargs="*", metavar="FILE", help="text, HTML or JSONL files; - or nothing is standard input"
    )
    extract.add_argument("--format", choices=("json", "jsonl", "csv"), default="json", help="default: json")
    _reading(extract)
    extract.add_argument("--no-text", action="store_true", help="leave document.text out")
    extract.add_argument("--currency", metavar="CODE", help="convert every amount of money to this ISO 4217 currency")
    extract.add_argument("--rates", metavar="CSV", help="your exchange rates: date,base,quote,rate")
    extract.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    extract.add_argument("--summary", action="store_true", help="also print a short summary for people on stderr")
    extract.set_defaults(run=_extract)

    explain = commands.add_parser("explain", help="show how each number of a text was read, or why it was refused")
    explain.add_argument("text", metavar="TEXT", help="the text itself; - is standard input")
    _reading(explain)
    explain.set_defaults(run=_explain)

    schema = commands.add_parser("schema", help="print the JSON Schema of claims JSON")
    schema.add_argument("--golden", action="store_true", help="that of golden cases instead")
    schema.set_defaults(run=_schema)

    lexicon = commands.add_parser("lexicon", help="check the words")
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
    if golden:
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


class _Item:
    """One document to read, or the complaint that stands in its place."""

    __slots__ = ("batch", "complaint", "fields", "label", "source")

    def __init__(self, label: str, source: str | bytes = b"", *, batch: bool = False, complaint: str = "") -> None:
        self.label = label
        self.source = source
        self.batch = batch
        self.complaint = complaint
        self.fields: dict[str, Any] = {}


def _extract(args: argparse.Namespace) -> int:
    date = _day("--date", args.date) if args.date is not None else None
    import gc

    gc.disable()  # until the first document is written: what start-up makes, stays
    from claims.pipeline import records
    from claims.wire import check

    options: dict[str, Any] = {
        "lexicon": _lexicon(args.lexicon),
        "currency": args.currency and args.currency.upper(),
        "rates": args.rates,
    }
    writer = {"json": _JsonWriter, "jsonl": _Writer, "csv": _CsvWriter}[args.format](args)
    code = 0
    try:
        for item in _items(args.files or ["-"]):
            if item.complaint:
                code = _complain(f"{item.label}: {item.complaint}")
                continue
            own = {"id": item.fields.get("id"), "url": item.fields.get("url")}
            try:
                own["lang"] = item.fields.get("lang") or args.lang
                own["date"] = _day("date", item.fields["date"]) if item.fields.get("date") else date
                found = records(item.source, **own, **options)
            except InputError as error:
                message = str(error)
                code = _complain(message if message.startswith(item.label) else f"{item.label}: {message}")
                continue
            if args.format != "csv" and not args.summary:
                writer.add(check(found), item.batch)
                gc.enable()
                continue
            from claims.model import Document

            document = Document.model_validate(found)
            writer.add(document, item.batch)
            gc.enable()
            if args.summary:
                _summary(item.label, document)
        writer.close(failed=bool(code))
    finally:
        gc.freeze()  # nor need it look at all of that again when the process ends
        gc.enable()
        writer.release()
    return code


def _lexicon(files: list[str]) -> Lexicon | None:
    if not files:
        return None
    from claims.lexicon import Lexicon

    return Lexicon.load(extra=files)


def _day(where: str, text: str) -> str:
    """``text`` when it is a calendar date as YYYY-MM-DD; raises ``InputError`` otherwise."""
    from datetime import date

    shaped = len(text) == 10 and text.isascii() and text[4] == text[7] == "-"
    try:
        if shaped:
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    fault = "no such day" if shaped and text.replace("-", "").isdigit() else "not a date"
    raise InputError(f"{where} {text}: {fault}; give a calendar date as YYYY-MM-DD, such as 2026-02-01")


def _items(paths: list[str]) -> Iterator[_Item]:
    """The documents of the named files; what cannot be read comes as an item with a complaint."""
    for path in paths:
        label = "<stdin>" if path == "-" else path
        try:
            if path == "-":
                yield from _of_stream(label, sys.stdin.buffer, None)
            else:
                with open(path, "rb") as stream:
                    yield from _of_stream(label, stream, os.path.basename(path))
        except IsADirectoryError:
            yield _Item(label, complaint="is a directory; name the files in it")
        except FileNotFoundError:
            yield _Item(label, complaint="no such file; give a text, HTML or JSONL file, or - for standard input")
        except PermissionError:
            yield _Item(label, complaint="may not be read; check its permissions")
        except OSError as error:
            yield _Item(label, complaint=f"cannot be read: {error.strerror or error}")


def _of_stream(label: str, stream: IO[bytes], name: str | None) -> Iterator[_Item]:
    first = stream.readline()
    if label.lower().endswith(_LINES) or _is_record(first):
        number = 0
        for number, line in enumerate(_chain(first, stream), 1):
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield _record(f"{label}:{number}", line)
        return
    item = _Item(label, first + stream.read())
    item.fields["id"] = name
    yield item


def _chain(first: bytes, rest: IO[bytes]) -> Iterator[bytes]:
    if first:
        yield first
        yield from rest


def _is_record(line: bytes) -> bool:
    """Whether a stream without a telling name holds JSON lines: its first line is an object with a text."""
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    import json

    try:
        data = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and "text" in data


def _record(label: str, line: bytes) -> _Item:
    """A line of JSONL: {"text": …} and, if wanted, "id", "lang", "date" and "url"."""
    import json

    item = _Item(label, batch=True)
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        item.complaint = "is not UTF-8; save the file as UTF-8"
        return item
    except (ValueError, RecursionError) as error:
        item.complaint = f'is not JSON ({error}); each line is an object such as {{"id": "1", "text": "…"}}'
        return item
    text = data.get("text") if isinstance(data, dict) else None
    if not isinstance(text, str):
        item.complaint = 'has no "text"; each line is an object such as {"id": "1", "text": "…"}'
        return item
    try:
        text.encode()
    except UnicodeEncodeError as error:
        item.complaint = f'"text" holds half a surrogate pair at position {error.start}; write the whole character'
        return item
    item.source = text
    item.fields = {"id": label}
    for key in ("id", "lang", "date", "url"):
        value = data.get(key)
        if key == "id" and isinstance(value, int):
            value = str(value)
        if value is not None and not isinstance(value, str):
            item.complaint = f'"{key}" is {type(value).__name__}; give text or leave it out'
        elif key == "lang" and value not in (None, "ko", "en"):
            item.complaint = f'"lang" is {value!r}; it is "ko" or "en", or leave it out'
        elif value is not None:
            item.fields[key] = value
    return item


class _Writer:
    """Writes documents as they come; the file is opened with the first one, so a failed run leaves no empty file."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.path: str | None = args.output
        self.text = not args.no_text
        self.file: IO[str] | None = None

    def write(self, text: str) -> None:
        if self.path is None:
            sys.stdout.write(text)
            return
        try:
            if self.file is None:
                self.file = open(self.path, "w", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed by release()
            self.file.write(text)
        except OSError as error:
            raise InputError(f"{self.path}: cannot be written: {error.strerror}; name another file with -o") from None

    def add(self, document: Any, batch: bool) -> None:
        """Write a ``Document``, or (as JSON) what ``claims.wire`` has checked."""
        self.write(document.to_json(text=self.text) + "\n")

    def close(self, *, failed: bool) -> None:
        """End the output; ``failed`` when some document could not be read."""
        if not failed:
            self.write("")

    def release(self) -> None:
        if self.file is not None:
            self.file.close()


class _JsonWriter(_Writer):
    """One object for one file, an array for several or for JSON lines."""

    def __init__(self, args: argparse.Namespace) -> None:
        super().__init__(args)
        self.many = len(args.files) > 1
        self.count = 0

    def add(self, document: Any, batch: bool) -> None:
        self.many = self.many or batch
        body = document.to_json(indent=2, text=self.text)
        if self.many:
            self.write(("[\n  " if not self.count else ",\n  ") + body.replace("\n", "\n  "))
        else:
            self.write(body + "\n")
        self.count += 1

    def close(self, *, failed: bool) -> None:
        if self.many:
            self.write("\n]\n" if self.count else "[]\n")
        elif not failed and not self.count:
            self.write("[]\n")


class _CsvWriter(_Writer):
    """One line a claim, under one header."""

    def __init__(self, args: argparse.Namespace) -> None:
        super().__init__(args)
        self.headed = False

    def add(self, document: Any, batch: bool) -> None:
        from claims.display import rows

        self.head()
        if not self.text:
            document.document.text = None
        for row in rows(document):
            self.line(tuple(row.values()))

    def head(self) -> None:
        if not self.headed:
            from claims.display import COLUMNS

            self.headed = True
            self.line(COLUMNS)

    def line(self, cells: Sequence[object]) -> None:
        import csv
        import io

        buffer = io.StringIO()
        shown = [str(cell).lower() if isinstance(cell, bool) else cell for cell in cells]
        csv.writer(buffer, lineterminator="\n").writerow(shown)
        self.write(buffer.getvalue())

    def close(self, *, failed: bool) -> None:
        if not failed:
            self.head()


def _summary(label: str, document: Document) -> None:
    """What was found, for people: a line for the document and one for each claim."""
    info = document.document
    known = ", ".join(filter(None, (info.publisher, info.published)))
    title = f" {info.title}" if info.title else ""
    counted = f"{len(document.claims)} claims, {len(document.attributions)} attributions"
    print(f"{label}:{title}{f' ({known})' if known else ''}: {counted}", file=sys.stderr)
    sources = {said.id: said.source.canonical for said in document.attributions if said.source is not None}
    locale = "en" if info.language == "en" else "ko"
    for claim in document.claims:
        what = " ".join(filter(None, (claim.subject, claim.measure)))
        period = claim.period.text if claim.period else None
        who = sources.get(claim.attribution or "")
        parts = [
            claim.quantity.format(locale),
            what,
            period,
            f"{claim.factuality} by {who}" if who else claim.factuality,
        ]
        print("  " + " · ".join(filter(None, parts)), file=sys.stderr)
    for warning in document.warnings:
        print(f"  ! {warning.message}", file=sys.stderr)


# ---------------------------------------------------------------- the other commands


def _explain(args: argparse.Namespace) -> int:
    date = _day("--date", args.date) if args.date is not None else None
    from claims import extract

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
