"""The JSON that is written straight from the records is the model's, and keeps to its words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from claims import model
from claims.compact import WORDS, compact
from claims.pipeline import extract, extract_json
from claims.records import Alias, Mention, Page, Report


def test_its_words_are_the_models() -> None:
    def allowed(owner: type[model.BaseModel], name: str) -> set[str]:
        annotation = owner.model_fields[name].annotation
        inner = [item for item in get_args(annotation) if get_args(item)]
        return set(get_args(inner[0] if inner else annotation))

    assert {
        "kind": allowed(model.Quantity, "kind"),
        "relation": allowed(model.Quantity, "relation"),
        "factuality": allowed(model.Claim, "factuality"),
        "type": allowed(model.Source, "type"),
        "language": allowed(model.DocumentInfo, "language"),
        "link": allowed(model.Link, "type"),
        "check": allowed(model.Link, "check"),
        "direction": allowed(model.Link, "direction"),
    } == WORDS


@pytest.mark.parametrize(
    "text",
    [
        "".join(map(chr, range(0x30))) + "값은 3조원\x7f이다.\u2028 “\\” \U0001f600 \ufeff",
        "그는 \"3조원\"이라고 말했다.\t'5%'\\",
        "It paid $3 billion (£2.4 billion), from $2 billion, it said. It paid $3 billion.",
        "\ud800 3조원",
    ],
)
def test_every_mark_is_written_as_the_model_writes_it(text: str) -> None:
    assert extract_json(text, id='a\n"b"', url="\\") == extract(text, id='a\n"b"', url="\\").to_json()


def test_what_the_goldens_hold_is_written_as_the_model_writes_it() -> None:
    """Every page, and every fifth of the texts, in the order of their names."""
    folder = Path(__file__).parent.parent / "golden"
    sources: list[str | bytes] = [path.read_bytes() for path in sorted((folder / "articles").glob("*.html"))]
    for path in sorted(folder.rglob("*.json"))[::5]:
        text = json.loads(path.read_text("utf-8")).get("text")
        if text is not None:
            sources.append(text)
    assert len(sources) > 500
    for source in sources:
        written = extract_json(source, date="2026-02-02")
        assert written == model.Document.model_validate_json(written).to_json()
        assert written == extract(source, date="2026-02-02").to_json()


def test_words_outside_of_the_contract_are_refused() -> None:
    def write(*, language: str = "ko", kind: str = "count", cls: str = "asserted", type: str = "person") -> str:
        page = Page("3명", [(0, 2)], [], [(0, 2)], language)
        mention = Mention(
            0, 2, 0, kind, "명", None, None, None, "eq", False, None, None, None, None, None, None, None, [], "x", 0, 2
        )
        report = Report((0, 1), "가", "person", [(0, 1)], [(0, 2)], cls, False, "x")
        return compact(page, [mention], [report], [Alias("가", type, ["가"])], [], True)

    assert model.Document.model_validate_json(write())
    for fault in ({"language": "fr"}, {"kind": "colour"}, {"cls": "sure"}, {"type": "bird"}):
        with pytest.raises(ValueError, match=next(iter(fault)).replace("cls", "class")):
            write(**fault)
