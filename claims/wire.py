"""Claims JSON without the objects of the model, which take longer to build than the claims take to find.

``pack`` turns the fields of ``claims.model`` into plain data; the snapshot keeps it. msgspec makes struct types of it,
which check the records as the model would and write the same JSON, to the byte.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from claims import snapshot
from claims.number_format import plain

if TYPE_CHECKING:
    from pydantic import BaseModel

__all__ = ["Checked", "check", "pack", "unpack", "warm"]

#: The fields of claims JSON that hold a Decimal: in a quantity, in its canonical value, in a link and in a conversion.
_NUMBERS = ("value", "low", "high", "rate")
_SIMPLE = {"str": str, "int": int, "bool": bool, "None": None, "Decimal": str}


class Checked(Protocol):
    """A document that keeps the contract."""

    def to_json(self, *, indent: int | None = None, text: bool = True) -> str:
        """Claims JSON, with or without ``document.text``."""


class _Lean:
    """Validated records."""

    __slots__ = ("data",)

    def __init__(self, data: Any) -> None:
        self.data = data

    def to_json(self, *, indent: int | None = None, text: bool = True) -> str:
        from msgspec import json, to_builtins

        data = self.data
        if not text:
            data = to_builtins(data)
            del data["document"]["text"]
        written = json.encode(data)
        return (written if indent is None else json.format(written, indent=indent)).decode()


_document: Any = None


def check(data: dict[str, Any]) -> Checked:
    """The assembled records, validated; raises ``msgspec.ValidationError`` on what the model would refuse too.

    The Decimals in ``data`` become the plain strings of JSON, in place.
    """
    global _document
    if _document is None:
        packed = snapshot.schema(_key())
        if packed is None:
            from claims.model import Document

            packed = pack(Document)
            snapshot.read_schema(_key(), packed)
        _document = unpack(packed)
    from msgspec import convert

    for claim in data["claims"]:
        quantity = claim["quantity"]
        _write_numbers(quantity)
        if quantity["canonical"] is not None:
            _write_numbers(quantity["canonical"])
        if claim["converted"] is not None:
            _write_numbers(claim["converted"])
        for link in claim["links"]:
            _write_numbers(link)
    return _Lean(convert(data, _document))


def _write_numbers(row: dict[str, Any]) -> None:
    for key in _NUMBERS:
        value = row.get(key)
        if value.__class__ is Decimal:
            row[key] = plain(value)


def _key() -> str:
    """What packed fields hold for: the source of the model and of what packs it."""
    folder = Path(__file__).parent
    return hashlib.sha256(b"".join((folder / name).read_bytes() for name in ("model.py", "wire.py"))).hexdigest()


def pack(model: type[BaseModel]) -> list[Any]:
    """A model and those in it as plain data, inner ones first: of each field its names, type and default (None: required)."""
    made: dict[str, list[Any]] = {}

    def kind(annotation: Any) -> Any:
        from types import NoneType
        from typing import Annotated, Literal, get_args, get_origin

        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return kind(inner[0])
        if origin is Literal:
            return ["Literal", *inner]
        if origin is list:
            return ["list", kind(inner[0])]
        if inner:
            return ["or", *map(kind, inner)]
        if hasattr(annotation, "model_fields"):
            add(annotation)
            return ["model", annotation.__name__]
        return "None" if annotation is NoneType else annotation.__name__

    def add(model: type[BaseModel]) -> None:
        if model.__name__ not in made:
            made[model.__name__] = [
                [
                    name,
                    field.alias or name,
                    kind(field.annotation),
                    None if field.is_required() else [None if field.default == [] else field.default],
                ]
                for name, field in model.model_fields.items()
            ]

    add(model)
    return list(made.items())


def unpack(packed: list[Any]) -> Any:
    """The struct type of the last of the packed models."""
    from functools import reduce
    from operator import or_
    from typing import Literal

    from msgspec import defstruct, field

    made: dict[str, Any] = {}

    def kind(form: Any) -> Any:
        if isinstance(form, str):
            return _SIMPLE[form]
        head, *rest = form
        if head == "model":
            return made[rest[0]]
        if head == "list":
            return list[kind(rest[0])]  # type: ignore[misc]
        return Literal[tuple(rest)] if head == "Literal" else reduce(or_, map(kind, rest))

    for name, rows in packed:
        fields = []
        for own, _, form, default in rows:
            row: tuple[Any, ...] = (own, kind(form))
            if default is not None:
                row += (field(default_factory=list) if form[0] == "list" else field(default=default[0]),)
            fields.append(row)
        renamed = {own: alias for own, alias, *_ in rows if own != alias}
        made[name] = defstruct(name, fields, rename=renamed, forbid_unknown_fields=True, kw_only=True, gc=False)
    return made[name]


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
            records(sample, date="2026-02-02")
        except ImportError:
            continue  # the build has no parser of HTML: its part is made by the first run
    try:
        from claims.model import Document

        snapshot.read_schema(_key(), pack(Document))
    except ImportError:
        pass  # nor pydantic
    snapshot.write()
