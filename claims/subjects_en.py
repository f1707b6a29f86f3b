"""Subjects and measures of English sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Alias, Mention, Span

__all__ = ["attach"]


def attach(
    text: str, start: int, end: int, group: list[Mention], quotes: list[Span], known: dict[str, Alias],
    only: dict[str, str | None], lexicon: Lexicon,
) -> None:  # fmt: skip
    """Set subject and measure of the mentions of one sentence."""
