"""What stands at a place of a text, asked by its first letter before any string is made."""

from __future__ import annotations

__all__ = ["hangul_in", "letter", "stands", "stands_any", "stands_before"]


def stands(text: str, pos: int, word: str) -> bool:
    """Whether ``word`` begins at ``pos``."""
    return 0 <= pos < len(text) and ord(text[pos]) == ord(word[0]) and text.startswith(word, pos)


def stands_before(text: str, pos: int, word: str) -> bool:
    """Whether ``word`` ends at ``pos``."""
    return stands(text, pos - len(word), word)


def stands_any(text: str, pos: int, words: tuple[str, ...]) -> bool:
    """Whether one of ``words`` begins at ``pos``."""
    if 0 <= pos < len(text):
        first = ord(text[pos])
        for word in words:
            if ord(word[0]) == first and text.startswith(word, pos):
                return True
    return False


def letter(text: str, pos: int) -> int:
    """The letter at ``pos`` as a number, to be compared with ``ord("…")``; 0 outside the text."""
    return ord(text[pos]) if 0 <= pos < len(text) else 0


def hangul_in(text: str, start: int, end: int) -> bool:
    """Whether a syllable of Hangul stands there; in a Korean text it is one of the first letters."""
    pos = start
    while pos < end and not ord("가") <= ord(text[pos]) <= ord("힣"):
        pos += 1
    return pos < end
