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

__all__ = ["Checked", "check", "pack", "warm"]


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


#: Sentences that lead through the most of the rules; read by the build.
_SAMPLES = (
    "(서울=새벽통신) 김하늘 기자 = 한빛전자는 지난해 9월 미국에 30억달러(약 4조3500억원)를 투자해 84㎡ 규모의 설비를 짓는다고 "
    "2일 밝혔다. 올해 3분기 영업이익은 3천500만~5000만원으로 추정된다. 이도현(45) 대표는 “최소 3500명을 새로 뽑겠다”며 “수율은 "
    "90% 이상”이라고 말했다. 소식통에 따르면 회사는 주당 5만원에 세 곳의 지분 2분의 1을 사들이는 방안을 검토하고 있다. "
    "업계에서는 매출이 전년보다 8.4% 늘어난 12조7000억원대에 이를 것으로 전망했다. 금융당국은 3년간 2.1%포인트 올랐다고 "
    "분석했다. 경쟁률은 15대 1, 지수는 2,605.17로 52.80포인트 내렸다. 회사 측은 수천억원의 손실을 부인했다.",
    "Northwind Power will spend about $3.5 billion (€3.1bn) on a plant in Texas, the company said on Monday. Revenue rose 3.7% "
    "to $12 million last year, Reuters reported. “We expect to hire at least two hundred people,” said Mara Ellison, 45, the "
    "chief executive. Analysts estimate profit of between $3 million and $5 million in the third quarter. Two-thirds of the "
    "18 months had passed, according to a filing. Shares fell 25 basis points. It denied that it lost more than 1,200 customers.",
    "<article><h1>표제 | 새벽경제</h1><p>김하늘 기자 · 입력 2026.02.02 09:30</p><p>매출은 3조원이다.</p></article>",
)


def warm() -> None:
    """Read the samples and write the snapshot: what the build does, so that the first run is as quick as the next."""
    from claims.pipeline import records

    snapshot.prime()
    for sample in _SAMPLES:
        try:
            found = records(sample, date="2026-02-02")
            check(found)
        except ImportError:
            continue  # the build has no parser of HTML, or no pydantic: their part is made by the first run
    snapshot.write()
