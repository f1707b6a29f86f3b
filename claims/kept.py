"""Answers about words, each found once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Kept"]

_T = TypeVar("_T")
_MOST: Final = 20_000  # answers of each kind


class Kept(dict[str, _T]):
    """What has been answered about a word, each answer found once: the words of a language come back.

    Past 20,000 answers all are forgotten, so that no text can fill the memory.
    """

    def __init__(self, find: Callable[[str], _T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> _T:
        if len(self) > _MOST:
            self.clear()
        found = self[word] = self._find(word)
        return found
