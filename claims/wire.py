"""Claims JSON without the classes of the model: for the command, which would spend more time on building them than on reading.

``pack`` turns the schema that pydantic made of ``claims.model`` into plain data, models into typed dicts; the snapshot
keeps it. The validator and the serialiser of pydantic-core then do with records what they do for ``Document``, to the byte.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from claims import snapshot
from claims.numerals import plain

if TYPE_CHECKING:
    from pydantic_core import SchemaSerializer, SchemaValidator

__all__ = ["Checked", "check", "pack"]


class Checked(Protocol):
    """A document that keeps the contract."""

    def to_json(self, *, indent: int | None = None, text: bool = True) -> str:
        """Claims JSON, with or without ``document.text``."""


class _Lean:
    """Validated records and what writes them."""

    __slots__ = ("data", "serializer")

    def __init__(self, data: Any, serializer: SchemaSerializer) -> None:
        self.data = data
        self.serializer = serializer

    def to_json(self, *, indent: int | None = None, text: bool = True) -> str:
        exclude: Any = None if text else {"document": {"text"}}
        return self.serializer.to_json(self.data, indent=indent, exclude=exclude).decode()


_tools: tuple[SchemaValidator, SchemaSerializer] | None = None


def check(data: dict[str, Any]) -> Checked:
    """The assembled records, validated: by the packed schema, or by the model itself where there is none for it."""
    global _tools
    if _tools is None:
        packed = snapshot.schema(_key())
        if packed is None:
            from claims.model import Document

            snapshot.read_schema(_key(), pack(Document.__pydantic_core_schema__))
            return Document.model_validate(data)
        from pydantic_core import SchemaSerializer, SchemaValidator

        schema = _unpack(packed)
        _tools = SchemaValidator(schema), SchemaSerializer(schema)
    validator, serializer = _tools
    return _Lean(validator.validate_python(data), serializer)


def _key() -> str:
    """What a packed schema holds for: the source of the model and the library that reads the schema."""
    from pydantic_core import __version__

    source = Path(__file__).with_name("model.py").read_bytes()
    return f"{__version__} {hashlib.sha256(source).hexdigest()}"


def pack(schema: Any) -> Any:
    """A core schema as plain data: every model a typed dict under its JSON names, the one serialiser of ours a mark."""
    if isinstance(schema, (list, tuple)):
        return [pack(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kind = schema.get("type")
    if kind == "model":
        fields = {
            str(field.get("validation_alias", name)): {
                "type": "typed-dict-field",
                "schema": pack(field["schema"]),
                "required": field["schema"]["type"] != "default",
            }
            for name, field in schema["schema"]["fields"].items()
        }
        return {"type": "typed-dict", "fields": fields, "extra_behavior": schema["config"]["extra_fields_behavior"]}
    if kind == "function-plain":
        return {**schema, "function": None, "return_schema": pack(schema["return_schema"])}
    return {key: pack(value) for key, value in schema.items() if key not in ("metadata", "ref")}


def _unpack(schema: Any) -> Any:
    """The packed schema with our serialiser back in its places."""
    if isinstance(schema, list):
        return [_unpack(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "function-plain":
        return {**schema, "function": plain}
    return {key: _unpack(value) for key, value in schema.items()}
