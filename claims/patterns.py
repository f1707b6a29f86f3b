"""Patterns built from the word tables: the shape stands in Python, the words in TOML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["alternation", "pattern"]


def alternation(lexicon: Lexicon, section: str) -> str:
    """The words of a section as one alternation, longest first."""
    words = sorted(lexicon.sections[section], key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in words)


def pattern(lexicon: Lexicon, section: str, shape: str) -> re.Pattern[str]:
    """``shape`` with ``WORDS`` replaced by the words of ``section``; compiled once per lexicon."""
    cache: dict[tuple[str, str], re.Pattern[str]] | None = lexicon.cache.get("patterns")
    if cache is None:
        cache = lexicon.cache["patterns"] = {}
    found = cache.get((section, shape))
    if found is None:
        found = re.compile(shape.replace("WORDS", f"(?:{alternation(lexicon, section)})"))
        cache[(section, shape)] = found
    return found
