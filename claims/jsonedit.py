"""Edit a JSON text without disturbing it: replace values in place, keep the order of keys and the layout.

So a repaired golden shows the repair in its diff, and nothing else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from json.decoder import JSONDecoder, scanstring  # type: ignore[attr-defined]
from typing import Any

__all__ = ["dumps", "line_of", "replace"]

WIDTH = 120


@dataclass(slots=True)
class _Node:
    """A JSON value and where it stands in the file's text; ``parts`` of an object are (key, its start, node)."""

    start: int
    end: int
    value: Any
    parts: list[tuple[str | int, int, _Node]]


_decoder = JSONDecoder()


def _scan(text: str, pos: int) -> _Node:
    pos = _blank(text, pos)
    mark = text[pos]
    if mark not in "{[":
        value, end = _decoder.raw_decode(text, pos)
        return _Node(pos, end, value, [])
    parts: list[tuple[str | int, int, _Node]] = []
    at = _blank(text, pos + 1)
    while text[at] not in "}]":
        begin = at
        key: str | int = len(parts)
        if mark == "{":
            key, at = scanstring(text, at + 1, True)
            at = _blank(text, at) + 1
        node = _scan(text, at)
        parts.append((key, begin, node))
        at = _blank(text, node.end)
        if text[at] == ",":
            at = _blank(text, at + 1)
    value = {key: node.value for key, _, node in parts} if mark == "{" else [node.value for _, _, node in parts]
    return _Node(pos, at + 1, value, parts)


def _blank(text: str, pos: int) -> int:
    while text[pos] in " \t\r\n":
        pos += 1
    return pos


def line_of(text: str, place: tuple[str | int, ...]) -> int:
    """The line (from 1) on which a place of a JSON text begins; the nearest enclosing one if it is not there."""
    node, at = _scan(text, 0), 0
    for step in place:
        part = next((part for part in node.parts if part[0] == step), None)
        if part is None:
            break
        at, node = part[1], part[2]
    return text.count("\n", 0, at) + 1


def dumps(value: Any, indent: int = 0) -> str:
    """JSON in few lines: what fits on one line stands on one, the members of an object share lines, an item of a list
    of objects begins its own. The first line is taken to begin at column ``indent``; at 0 every key has its own line.
    """
    flat = json.dumps(value, ensure_ascii=False)
    if not value or not isinstance(value, (dict, list)) or (indent and len(flat) + indent < WIDTH):
        return flat
    pad = " " * (indent + 2)
    if isinstance(value, dict):
        members = [f"{json.dumps(key, ensure_ascii=False)}: {dumps(item, indent + 2)}" for key, item in value.items()]
        opening, closing = "{", "}"
    else:
        members = [dumps(item, indent + 2) for item in value]
        opening, closing = "[", "]"
    shared = indent > 0 and (isinstance(value, dict) or not any(isinstance(item, (dict, list)) for item in value))
    lines: list[str] = []
    for member in members:
        joined = f"{lines[-1]}, {member}" if lines else ""
        if shared and lines and "\n" not in joined and len(joined) + indent + 2 < WIDTH:
            lines[-1] = joined
        else:
            lines.append(member)
    return f"{opening}\n" + ",\n".join(pad + line for line in lines) + "\n" + " " * indent + closing


def replace(text: str, changes: dict[str, Any]) -> str:
    """Set (or, with ``...``, remove) top-level keys of a JSON object's text; everything else keeps its bytes."""
    for key, new in changes.items():
        root = _scan(text, 0)
        part = next((part for part in root.parts if part[0] == key), None)
        if part is None:
            if new is not ...:
                text = _append(text, root, key, new)
        elif new is ...:
            text = _drop(text, root, root.parts.index(part))
        elif part[2].value != new:
            text = text[: part[2].start] + _merge(text, part[2], new) + text[part[2].end :]
    return text


def _append(text: str, root: _Node, key: str, new: Any) -> str:
    if not root.parts:
        return text[: root.start] + dumps({key: new}) + text[root.end :]
    first, last = root.parts[0][1], root.parts[-1][2]
    gap = text[root.start + 1 : first]
    indent = len(gap.rpartition("\n")[2]) if "\n" in gap else 2
    gap = gap if "\n" in gap else "\n  "
    written = f",{gap}{json.dumps(key)}: {dumps(new, indent)}"
    rest = text[last.end :]
    return text[: last.end] + written + (rest if "\n" in rest[: rest.index("}")] else "\n" + rest.lstrip(" "))


def _drop(text: str, root: _Node, index: int) -> str:
    if index:
        return text[: root.parts[index - 1][2].end] + text[root.parts[index][2].end :]
    begin = root.parts[0][1]
    end = root.parts[1][1] if len(root.parts) > 1 else root.parts[0][2].end
    return text[:begin] + text[end:]


def _merge(text: str, node: _Node, new: Any) -> str:
    """The text of ``new`` in the layout of ``node``: what is equal keeps its bytes, however deep."""
    old = node.value
    if old == new and type(old) is type(new):
        return text[node.start : node.end]
    if isinstance(old, dict) and isinstance(new, dict) and list(old) == list(new):
        return _splice(
            text, node, [_merge(text, part, new[key]) for key, _, part in node.parts if isinstance(key, str)]
        )
    if isinstance(old, list) and isinstance(new, list):
        if len(old) == len(new):
            return _splice(text, node, [_merge(text, part, new[i]) for i, (_, _, part) in enumerate(node.parts)])
        if old and new:
            return _rebuild(text, node, new)
    return dumps(new, _column(text, node.start))


def _splice(text: str, node: _Node, written: list[str]) -> str:
    made, at = [], node.start
    for (_, _, part), new in zip(node.parts, written, strict=True):
        made += [text[at : part.start], new]
        at = part.end
    return "".join(made) + text[at : node.end]


def _rebuild(text: str, node: _Node, new: list[Any]) -> str:
    """A list that grows or shrinks: its items keep their text by identity (id) or value."""
    before, after = text[node.start : node.parts[0][1]], text[node.parts[-1][2].end : node.end]
    between = ", "
    if "\n" in before:
        between = "," + before[1:]
    indent = len(before.rpartition("\n")[2]) if "\n" in before else _column(text, node.start)
    known = {_identity(part.value): part for _, _, part in node.parts}
    written = []
    for item in new:
        part = known.get(_identity(item))
        written.append(dumps(item, indent) if part is None else _merge(text, part, item))
    return before + between.join(written) + after


def _identity(item: Any) -> str:
    if isinstance(item, dict) and item.get("id"):
        return str(item["id"])
    return json.dumps(item, sort_keys=True)


def _column(text: str, pos: int) -> int:
    """The indentation of the line that ``pos`` stands on."""
    line = text[text.rfind("\n", 0, pos) + 1 : pos]
    return len(line) - len(line.lstrip(" "))
