"""What differs between an expectation and what was found: contract objects in full, hand-written ones by words."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from claims import notation

__all__ = [
    "Change",
    "Json",
    "Place",
    "compare",
    "compare_attributions",
    "compare_expect",
    "fields_of",
    "label_of",
    "texts",
]

Json = dict[str, Any]
#: Where something stands in the case's JSON: ("claims", 2), ("surfaces", "5 명", 0).
Place = tuple[str | int, ...]


@dataclass(slots=True)
class Change:
    """One difference: ``kind`` is missing (expected, not found), spurious (found, not expected) or changed.

    ``fields`` holds (field, old, new) of what changed; ``place`` says where in the case's JSON it stands.
    """

    kind: str
    what: str
    label: str
    place: Place
    fields: list[tuple[str, str, str]] = field(default_factory=list)


def compare_expect(
    expect: list[tuple[str | None, notation.Quantity]], claims: list[Json], text: str | None
) -> list[Change]:
    """Hand-written quantities against claims, aligned in text order."""
    wanted = [notation.format(quantity) for _, quantity in expect]
    found = [notation.format(claim["quantity"]) for claim in claims]
    changes: list[Change] = []
    pairs: list[tuple[int, int]] = []
    for tag, left, left_end, right, right_end in SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes():
        both = min(left_end - left, right_end - right)
        for step in range(both):
            pairs.append((left + step, right + step))
            if tag == "replace":
                one, other = wanted[left + step], found[right + step]
                label = f"claim {claims[right + step]['text']!r}"
                changes.append(Change("changed", "expect", label, ("expect", left + step), [("quantity", one, other)]))
        for index in range(left + both, left_end):
            surface = expect[index][0]
            label = f"claim {f'{surface!r} ' if surface else ''}{wanted[index]}"
            changes.append(Change("missing", "expect", label, ("expect", index)))
        for index in range(right + both, right_end):
            label = f"claim {claims[index]['text']!r} {found[index]}"
            changes.append(Change("spurious", "expect", label, ("expect",)))
    for index, other_index in pairs:
        surface, claim = expect[index][0], claims[other_index]
        if surface is not None and text is not None and not _inside(surface, claim, text):
            fields = [("surface", surface, f"{claim['text']} at {claim['start']}-{claim['end']}")]
            changes.append(Change("changed", "expect", f"claim {claim['text']!r}", ("expect", index), fields))
    return changes


def _inside(surface: str, claim: Json, text: str) -> bool:
    start, end = claim["start"], claim["end"]
    return any(text.startswith(surface, at) for at in range(max(0, end - len(surface)), start + 1))


def compare_attributions(wanted: list[Json], found: list[Json], text: str) -> list[Change]:
    """Hand-written attributions against the contract's, by the words they name; the order does not matter."""
    rows = [_words(item, found, text) for item in found]
    free = list(range(len(found)))
    partner: dict[int, int] = {}
    for level in (("cue", "content", "source"), ("cue", "content"), ("cue",), ("content",)):
        for index, item in enumerate(wanted):
            if index in partner:
                continue
            match = next((i for i in free if all(_listed(item.get(k)) == _listed(rows[i][k]) for k in level)), None)
            if match is not None:
                partner[index] = match
                free.remove(match)
    changes: list[Change] = []
    for index, item in enumerate(wanted):
        place: Place = ("expect_attributions", index)
        label = f"attribution {' … '.join(texts(item.get('cue')))!r}"
        if index not in partner:
            changes.append(Change("missing", "expect_attributions", label, place))
            continue
        row = rows[partner[index]]
        fields: list[tuple[str, str, str]] = []
        for key, value in item.items():
            other = row[key]
            if key in ("parent", "target"):
                value = None if value is None else partner.get(value, "?")
            elif key in ("cue", "content"):
                value = _listed(value)
            if value != other:
                fields.append((key, _show(item[key]), _show(other)))
        if fields:
            changes.append(Change("changed", "expect_attributions", label, place, fields))
    for index in free:
        label = f"attribution {' … '.join(rows[index]['cue'])!r}"
        changes.append(Change("spurious", "expect_attributions", label, ("expect_attributions",)))
    return changes


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _words(item: Json, all_items: list[Json], text: str) -> Json:
    source = item["source"]
    ids = [other["id"] for other in all_items]
    return {
        "source": source["text"] if source else None,
        "type": source["type"] if source else "unattributed",
        "canonical": source["canonical"] if source else None,
        "inherited": source["inherited"] if source else False,
        "cue": [cue["text"] for cue in item["cue"]],
        "content": [text[span["start"] : span["end"]] for span in item["content"]],
        "class": item["class"],
        "direct": item["direct"],
        "parent": ids.index(item["parent"]) if item["parent"] in ids else item["parent"],
        "target": ids.index(item["target"]) if item["target"] in ids else item["target"],
    }


def compare(old: list[Json], new: list[Json], key: str) -> list[Change]:
    """Two lists of contract objects (claims, attributions, entities or warnings) in full."""
    if old == new:
        return []
    changes: list[Change] = []
    one = key[:-1] if key != "entities" else "entity"
    pairs, gone, extra = _pair(old, new, key)
    for left, right in pairs:
        fields = fields_of(old[left], new[right])
        if fields:
            changes.append(Change("changed", key, label_of(one, old[left]), (key, left), fields))
    changes += [Change("missing", key, label_of(one, old[index]), (key, index)) for index in gone]
    changes += [Change("spurious", key, label_of(one, new[index]), (key,)) for index in extra]
    if not changes:
        order = [("order", ", ".join(map(_name, old)), ", ".join(map(_name, new)))]
        changes.append(Change("changed", key, key, (key,), order))
    return changes


def _pair(old: list[Json], new: list[Json], key: str) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Which old item is which new one: by identity first, then by overlapping spans."""
    names: dict[str, list[int]] = {}
    for index, item in enumerate(new):
        names.setdefault(_name(item), []).append(index)
    pairs: list[tuple[int, int]] = []
    gone: list[int] = []
    for index, item in enumerate(old):
        same = names.get(_name(item))
        if same:
            pairs.append((index, same.pop(0)))
        else:
            gone.append(index)
    extra = sorted(index for rest in names.values() for index in rest)
    for left in list(gone):
        right = next((i for i in extra if _overlap(old[left], new[i])), None)
        if right is not None:
            pairs.append((left, right))
            gone.remove(left)
            extra.remove(right)
    return sorted(pairs), gone, extra


def _name(item: Json) -> str:
    name = item.get("id") or item.get("canonical") or f"{item.get('code')} {item.get('at')}"
    return str(name)


def _overlap(one: Json, other: Json) -> bool:
    if "start" not in one or "start" not in other:
        return False
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def label_of(one: str, item: Json) -> str:
    """What a contract object is called in a report: its kind of thing, id, words and value."""
    if "quantity" in item:
        return f"{one} {item['id']} {item['text']!r} {notation.format(item['quantity'])}"
    if "cue" in item:
        return f"{one} {item['id']} {' … '.join(cue['text'] for cue in item['cue'])!r}"
    return f"{one} {_name(item)!r}"


def fields_of(old: Any, new: Any, name: str = "") -> list[tuple[str, str, str]]:
    """The leaves that differ, as (dotted field, old, new)."""
    if old == new and type(old) is type(new):
        return []
    if isinstance(old, dict) and isinstance(new, dict):
        found: list[tuple[str, str, str]] = []
        for key in [*old, *(key for key in new if key not in old)]:
            dotted = f"{name}.{key}" if name else key
            if key not in old or key not in new:
                found.append((dotted, _show(old.get(key, ...)), _show(new.get(key, ...))))
            else:
                found += fields_of(old[key], new[key], dotted)
        return found
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [row for index in range(len(old)) for row in fields_of(old[index], new[index], f"{name}[{index}]")]
    return [(name, _show(old), _show(new))]


def _show(value: Any) -> str:
    if value is ...:
        return "(absent)"
    return value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)


def texts(value: Any) -> list[str]:
    """A text, a list of texts, or nothing, as a list."""
    if isinstance(value, str):
        return [value]
    return [words for words in value if isinstance(words, str)] if isinstance(value, list) else []
