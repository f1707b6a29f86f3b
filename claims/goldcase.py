"""One golden case: its file format (see ``golden/README.md``) and what makes a file invalid."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from claims import notation
from claims.errors import GoldenError
from claims.goldcompare import Json, Place, compare_attributions, compare_expect, label_of, texts

__all__ = ["KEYS", "PAGE", "TOTAL", "Case", "find_cases", "items", "load", "read_json"]

TOTAL = ("claims", "attributions", "entities", "warnings")
PAGE = ("title", "publisher", "authors", "published")
KEYS: dict[str, tuple[type, ...]] = {
    "why": (str,), "lang": (str, type(None)), "date": (str, type(None)), "text": (str,), "file": (str,),
    "currency": (str,), "rates": (str,), "lexicon": (str, list), "expect": (list,), "expect_attributions": (list,),
    "claims": (list,), "attributions": (list,), "entities": (list,), "warnings": (list,), "document": (dict,),
    "surfaces": (dict,), "negative": (list,), "carrier": (str,), "xfail": (str,), "$schema": (str,),
}  # fmt: skip
_ATTRIBUTION_KEYS = (
    "source", "type", "cue", "content", "class", "parent", "target", "canonical", "inherited", "direct",
)  # fmt: skip
_CLAIM_NEEDS = ("id", "text", "start", "end", "quantity")


@dataclass(slots=True)
class Case:
    """A golden case as read from ``path``; ``data`` is its JSON."""

    path: Path
    data: Json
    why: str
    text: str | None
    file: Path | None
    expect: list[tuple[str | None, notation.Quantity]] | None

    @property
    def listed(self) -> bool:
        """Whether the case lists surfaces or negatives, each checked on its own."""
        return "surfaces" in self.data or "negative" in self.data

    @property
    def complete(self) -> bool:
        """Whether the total expectation is written (or none is needed)."""
        return self.listed or "claims" in self.data

    @property
    def xfail(self) -> str | None:
        """Why the case is known to fail."""
        reason = self.data.get("xfail")
        return reason if isinstance(reason, str) else None


# ---------------------------------------------------------------- finding and reading


def find_cases(paths: Iterable[str | Path]) -> list[Path]:
    """The case files under ``paths`` (files as given, folders searched for ``*.json``), sorted within each folder."""
    found: dict[Path, None] = {}
    for given in paths:
        path = Path(given)
        if path.is_dir():
            for child in sorted(path.rglob("*.json")):
                if not any(part.startswith(".") for part in child.relative_to(path).parts):
                    found[child] = None
        elif path.is_file():
            found[path] = None
        else:
            raise GoldenError(f"{path}: no such file or folder")
    return list(found)


def load(path: str | Path, *, agree: bool = True) -> Case:
    """Read one case; raises :class:`GoldenError` naming the file and the key that is wrong.

    ``agree=False`` lets the total expectation contradict the hand-written part and the text: what a repair needs.
    """
    path = Path(path)
    data = read_json(path)
    if not isinstance(data, dict):
        raise GoldenError(f"{path}: a case is a JSON object")
    for key, value in data.items():
        allowed = KEYS.get(key)
        if allowed is None:
            raise GoldenError(f"{path}: unknown key {key!r}{_hint(key)}")
        if not isinstance(value, allowed):
            raise GoldenError(f"{path}: {key}: {_names(allowed)} is needed, not {type(value).__name__}")
    if not data.get("why", "").strip():
        raise GoldenError(f"{path}: why: missing; say in a sentence what the case teaches")
    if data.get("lang") not in (None, "ko", "en", "mixed"):
        raise GoldenError(f"{path}: lang: {data['lang']!r} is not 'ko', 'en' or null")
    if "xfail" in data and not data["xfail"].strip():
        raise GoldenError(f"{path}: xfail: a reason is needed")
    case = Case(path, data, data["why"], data.get("text"), None, None)
    if case.listed:
        _check_lists(case)
        return case
    if "carrier" in data:
        raise GoldenError(f"{path}: carrier: only a case with surfaces or negative has one")
    if ("text" in data) == ("file" in data):
        raise GoldenError(f"{path}: text: exactly one of text, file, or surfaces/negative is needed")
    if "file" in data:
        case.file = path.parent / data["file"]
        if not case.file.is_file():
            raise GoldenError(f"{path}: file: {case.file} does not exist")
    elif not data["text"]:
        raise GoldenError(f"{path}: text: empty")
    for key in data.get("document", {}):
        if key not in (*PAGE, "url", "language"):
            raise GoldenError(f"{path}: document.{key}: unknown; allowed: {', '.join(PAGE)}, url, language")
    _check_expect(case)
    try:
        _check_claims(case, agree)
        if "expect_attributions" in data:
            _check_expected_attributions(case, agree)
    except (LookupError, TypeError, AttributeError, ArithmeticError) as error:
        raise GoldenError(f"{path}: {_out_of_shape(data) or f'not in the shape of the contract: {error!r}'}") from None
    return case


def read_json(path: Path) -> Any:
    """The JSON of a file; a key that stands twice is an error."""
    try:
        return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_unique)
    except OSError as error:
        raise GoldenError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise GoldenError(f"{path}: not UTF-8") from None
    except json.JSONDecodeError as error:
        raise GoldenError(f"{path}:{error.lineno}: not JSON: {error.msg}") from None
    except _DuplicateError as error:
        raise GoldenError(f"{path}: key {error.args[0]!r} stands there twice") from None


class _DuplicateError(Exception):
    pass


def _unique(pairs: list[tuple[str, Any]]) -> Json:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _DuplicateError(key)
            seen.add(key)
    return made


def _hint(key: str) -> str:
    near = get_close_matches(key, KEYS, 1)
    return f"; did you mean {near[0]!r}?" if near else f"; a case has {', '.join(k for k in KEYS if k != '$schema')}"


def _names(types: tuple[type, ...]) -> str:
    names = {str: "a text", list: "a list", dict: "an object", type(None): "null"}
    return " or ".join(names[kind] for kind in types)


def _check_lists(case: Case) -> None:
    path, data = case.path, case.data
    for key in ("text", "file", "expect", "expect_attributions", "document", *TOTAL):
        if key in data:
            raise GoldenError(f"{path}: {key}: not beside surfaces or negative")
    seen: dict[str, str] = {}
    lists: list[tuple[str, Any]] = []
    for quantity, surfaces in data.get("surfaces", {}).items():
        _parsed(path, f"surfaces.{quantity}", quantity)
        lists.append((f"surfaces.{quantity}", surfaces))
    if "negative" in data:
        lists.append(("negative", data["negative"]))
    for key, surfaces in lists:
        if not isinstance(surfaces, list) or not surfaces:
            raise GoldenError(f"{path}: {key}: a list of surfaces is needed")
        for surface in surfaces:
            if not isinstance(surface, str) or not surface.strip():
                raise GoldenError(f"{path}: {key}: {surface!r} is no text")
            if surface in seen:
                raise GoldenError(f"{path}: {key}: {surface!r} stands in {seen[surface]} too")
            seen[surface] = key
    if not seen:
        raise GoldenError(f"{path}: surfaces: empty")
    if "carrier" in data and data["carrier"].count("{}") != 1:
        raise GoldenError(f"{path}: carrier: one {{}} is needed, where the surface goes")


def _parsed(path: Path, key: str, text: str) -> notation.Quantity:
    try:
        return notation.parse(text)
    except ValueError as error:
        raise GoldenError(f"{path}: {key}: {error}") from None


def _check_expect(case: Case) -> None:
    if "expect" not in case.data:
        return
    case.expect = []
    cursor = 0
    for index, item in enumerate(case.data["expect"]):
        key = f"expect[{index}]"
        if not isinstance(item, str):
            raise GoldenError(f"{case.path}: {key}: a text in compact notation is needed")
        surface, written = notation.split_surface(item)
        case.expect.append((surface, _parsed(case.path, key, written)))
        if surface is not None and case.text is not None:
            at = case.text.find(surface, cursor)
            if at < 0:
                where = "after the item before it" if surface in case.text else "in the text"
                raise GoldenError(f"{case.path}: {key}: {surface!r} does not stand {where}")
            cursor = at + 1


def _check_claims(case: Case, agree: bool) -> None:
    path, text = case.path, case.text if agree else None
    claims = case.data.get("claims")
    if claims is None:
        for key in TOTAL[1:]:
            if key in case.data:
                raise GoldenError(f"{path}: {key}: there without claims")
        return
    for index, claim in enumerate(claims):
        key = f"claims[{index}]"
        for need in _CLAIM_NEEDS:
            if not isinstance(claim, dict) or need not in claim:
                raise GoldenError(f"{path}: {key}: {need} is missing")
        _check_span(path, f"{key}.text", claim, text)
    for index, item in enumerate(case.data.get("attributions", [])):
        source = item.get("source") or {}
        if source.get("text") is not None:
            _check_span(path, f"attributions[{index}].source.text", source, text)
        for number, cue in enumerate(item.get("cue", [])):
            _check_span(path, f"attributions[{index}].cue[{number}].text", cue, text)
    for key in TOTAL:
        for item in case.data.get(key, []):
            label_of(key, item)
    if agree and case.expect is not None:
        for change in compare_expect(case.expect, claims, text):
            shown = "; ".join(f"{name}: {old} | {new}" for name, old, new in change.fields)
            key = f"{change.place[0]}[{change.place[1]}]" if len(change.place) > 1 else "expect"
            raise GoldenError(f"{path}: {key}: contradicts claims: {change.kind} {change.label} {shown}".rstrip())


def _out_of_shape(data: Json) -> str:
    """The first thing in the total expectation that the contract does not allow: its key and what is wrong."""
    from pydantic import ValidationError

    from claims.model import Document

    document = {"language": "ko", "sha256": ""}
    try:
        Document.model_validate({"document": document, **{key: data[key] for key in TOTAL if key in data}})
    except ValidationError as error:
        first = error.errors()[0]
        key = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in first["loc"])
        return f"{key.lstrip('.')}: {first['msg']}"
    return ""


def _check_span(path: Path, key: str, item: Json, text: str | None) -> None:
    if text is not None and text[item["start"] : item["end"]] != item["text"]:
        raise GoldenError(
            f"{path}: {key}: {item['text']!r} does not match its span, {item['start']}-{item['end']} is "
            f"{text[item['start'] : item['end']]!r}"
        )


def _check_expected_attributions(case: Case, agree: bool) -> None:
    path = case.path
    wanted = case.data["expect_attributions"]
    for index, item in enumerate(wanted):
        key = f"expect_attributions[{index}]"
        if not isinstance(item, dict):
            raise GoldenError(f"{path}: {key}: an object is needed")
        for name, value in item.items():
            if name not in _ATTRIBUTION_KEYS:
                raise GoldenError(f"{path}: {key}: unknown key {name!r}; allowed: {', '.join(_ATTRIBUTION_KEYS)}")
            pointer = name in ("parent", "target") and value is not None
            if pointer and (type(value) is not int or not 0 <= value < len(wanted)):
                raise GoldenError(f"{path}: {key}.{name}: null or the index of another item of this list is needed")
            if name in ("source", "content", "cue") and case.text is not None:
                for words in texts(value):
                    if words not in case.text:
                        raise GoldenError(f"{path}: {key}.{name}: {words!r} does not stand in the text")
    if agree and "claims" in case.data and case.text is not None:
        for change in compare_attributions(wanted, case.data.get("attributions", []), case.text):
            raise GoldenError(f"{path}: expect_attributions: contradicts attributions: {change.kind} {change.label}")


def items(case: Case) -> list[tuple[str, Place]]:
    """The items of a case that are checked one by one: (name, place). A plain case is its own only item."""
    if not case.listed:
        return [(case.path.stem, ())]
    listed: list[tuple[str, Place]] = []
    for quantity, surfaces in case.data.get("surfaces", {}).items():
        listed += [(surface, ("surfaces", quantity, index)) for index, surface in enumerate(surfaces)]
    listed += [(surface, ("negative", index)) for index, surface in enumerate(case.data.get("negative", []))]
    return listed
