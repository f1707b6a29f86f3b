"""Exact numeric claims, with their sources, from Korean and English news text.

The public names below load what they need when they are first used, so importing the package costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from claims.errors import ClaimsError, GoldenError, InputError, LexiconError, RatesError
    from claims.lexicon import Lexicon
    from claims.model import (
        Attribution,
        Canonical,
        Claim,
        Converted,
        Document,
        Entity,
        Link,
        Period,
        Quantity,
        Source,
        Span,
    )
    from claims.number_format import format_number
    from claims.numerals import parse_number
    from claims.pipeline import extract, extract_json

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Canonical",
    "Claim",
    "ClaimsError",
    "Converted",
    "Document",
    "Entity",
    "GoldenError",
    "InputError",
    "Lexicon",
    "LexiconError",
    "Link",
    "Period",
    "Quantity",
    "RatesError",
    "Source",
    "Span",
    "extract",
    "extract_json",
    "format_number",
    "parse_number",
]

_HOMES = {
    "errors": ("ClaimsError", "GoldenError", "InputError", "LexiconError", "RatesError"),
    "lexicon": ("Lexicon",),
    "number_format": ("format_number",),
    "numerals": ("parse_number",),
    "pipeline": ("extract", "extract_json"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'claims' has no attribute {name!r}")
    import importlib

    home = next((module for module, names in _HOMES.items() if name in names), "model")
    if home == "pipeline":
        importlib.import_module("claims.snapshot").prime()
    return getattr(importlib.import_module(f"claims.{home}"), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
