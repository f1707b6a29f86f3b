"""The documents that a command line names: text and HTML files whole, JSON lines one by one, ``-`` from standard input."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, Any

__all__ = ["Item", "items"]

_LINES = (".jsonl", ".ndjson")


class Item:
    """One document to read, or the complaint that stands in its place."""

    __slots__ = ("batch", "complaint", "fields", "label", "source")

    def __init__(self, label: str, source: str | bytes = b"", *, batch: bool = False, complaint: str = "") -> None:
        self.label = label
        self.source = source
        self.batch = batch
        self.complaint = complaint
        self.fields: dict[str, Any] = {}


def items(paths: list[str]) -> Iterator[Item]:
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
            yield Item(label, complaint="is a directory; name the files in it")
        except FileNotFoundError:
            yield Item(label, complaint="no such file; give a text, HTML or JSONL file, or - for standard input")
        except PermissionError:
            yield Item(label, complaint="may not be read; check its permissions")
        except OSError as error:
            yield Item(label, complaint=f"cannot be read: {error.strerror or error}")


def _of_stream(label: str, stream: IO[bytes], name: str | None) -> Iterator[Item]:
    first = stream.readline()
    if label.lower().endswith(_LINES) or _is_record(first):
        number = 0
        for number, line in enumerate(_chain(first, stream), 1):
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield _record(f"{label}:{number}", line)
        return
    item = Item(label, first + stream.read())
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


def _record(label: str, line: bytes) -> Item:
    """A line of JSONL: {"text": …} and, if wanted, "id", "lang", "date" and "url"."""
    import json

    item = Item(label, batch=True)
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
