"""The JSON Schema of a golden case, so that editors complete and check one while it is written."""

from __future__ import annotations

from typing import Any

__all__ = ["schema"]

_QUANTITY = (
    r"^(.+ = )?([a-z_]+:)?~?(≥|>=|>|≤|<=|<)?"
    r"(#[0-9]+|[0-9]+/[0-9]+|-?[0-9][0-9_.eE]*:-?[0-9][0-9_.eE]*|null .+|-?[0-9._eE<-]+ ?[^0-9.].*|-?[0-9][0-9_.]* 1)$"
)


def schema() -> dict[str, Any]:
    """Draft 2020-12; the objects of the contract are taken from the public model."""
    from claims.model import Document

    contract = Document.model_json_schema(mode="serialization")
    fields = contract["properties"]
    text, texts = {"type": "string", "minLength": 1}, {"type": "array", "items": {"type": "string"}}
    quantity = {"type": "string", "pattern": _QUANTITY, "examples": ["약 145조원 = ~145000000000000 KRW", "≥10 GW"]}
    surfaces = {"type": "array", "items": text, "minItems": 1, "uniqueItems": True}
    index = {"type": ["integer", "null"], "minimum": 0}
    written = {
        "why": text | {"description": "One sentence on what the case teaches."},
        "lang": {"enum": ["ko", "en", "mixed", None]},
        "date": {
            "type": ["string", "null"],
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "The document's date.",
        },
        "text": text | {"description": "The text to read."},
        "file": text | {"description": "A page beside the case, instead of a text."},
        "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
        "rates": text | {"description": "A rate table beside the case."},
        "lexicon": {"anyOf": [text, surfaces], "description": "Lexicon files beside the case."},
        "expect": {"type": "array", "items": quantity, "description": "By hand: one item a claim, in text order."},
        "expect_attributions": {
            "type": "array",
            "description": "By hand: words, not offsets; only the keys given are compared.",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "source": {"type": ["string", "null"]},
                    "type": {"$ref": "#/$defs/Source/properties/type"},
                    "cue": texts,
                    "content": {"anyOf": [{"type": "string"}, texts]},
                    "class": {"$ref": "#/$defs/Attribution/properties/class"},
                    "parent": index,
                    "target": index,
                    "canonical": {"type": ["string", "null"]},
                    "inherited": {"type": "boolean"},
                    "direct": {"type": "boolean"},
                },
            },
        },
        "surfaces": {
            "type": "object",
            "description": "A quantity, and every way of writing it.",
            "propertyNames": quantity,
            "additionalProperties": surfaces,
        },
        "negative": surfaces | {"description": "Texts that hold no claim."},
        "carrier": {"type": "string", "pattern": r"\{\}", "description": "A sentence; {} is where the surface goes."},
        "xfail": text | {"description": "Why the case is known to fail; delete it once it passes."},
        "$schema": {"type": "string"},
        "document": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                name: {"$ref": f"#/$defs/DocumentInfo/properties/{name}"}
                for name in ("title", "publisher", "authors", "published", "url", "language")
            },
        },
    }
    total = {name: fields[name] for name in ("claims", "attributions", "entities", "warnings")}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "claims golden case",
        "type": "object",
        "additionalProperties": False,
        "required": ["why"],
        "oneOf": [
            {"required": ["text"]},
            {"required": ["file"]},
            {"anyOf": [{"required": ["surfaces"]}, {"required": ["negative"]}]},
        ],
        "properties": {**written, **total},
        "$defs": contract["$defs"],
    }
