"""What ``claims extract`` writes: claims JSON, JSON lines or CSV as the documents come, and a summary for people."""

from __future__ import annotations

import sys

from claims.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO, Any

    from claims.model import Document

__all__ = ["WRITERS", "CsvWriter", "JsonWriter", "LinesWriter", "summary"]


class LinesWriter:
    """One object a line. The file is opened with the first one, so a failed run leaves no empty file.

    ``path`` None is standard output; ``text`` keeps ``document.text``; ``many`` says that more than one file was named.
    """

    def __init__(self, path: str | None, *, text: bool, many: bool) -> None:
        self.path = path
        self.text = text
        self.many = many
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
        """Write a ``Document``, or (as JSON) what ``claims.compact`` writes."""
        self.write(document.to_json(text=self.text) + "\n")

    def close(self, *, failed: bool) -> None:
        """End the output; ``failed`` when some document could not be read."""
        if not failed:
            self.write("")

    def release(self) -> None:
        if self.file is not None:
            self.file.close()


class JsonWriter(LinesWriter):
    """One object for one file, an array for several or for JSON lines."""

    def __init__(self, path: str | None, *, text: bool, many: bool) -> None:
        super().__init__(path, text=text, many=many)
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


class CsvWriter(LinesWriter):
    """One line a claim, under one header."""

    def __init__(self, path: str | None, *, text: bool, many: bool) -> None:
        super().__init__(path, text=text, many=many)
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


WRITERS = {"json": JsonWriter, "jsonl": LinesWriter, "csv": CsvWriter}


def summary(label: str, document: Document) -> None:
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
