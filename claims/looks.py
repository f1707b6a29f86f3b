"""Looks at one place of a text: what stands there, read where it is.

``text.startswith(word, at)`` says the same, but compiled it is a call with its arguments packed for Python, five times as
dear as these where nothing of the word stands there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_extensions import i64  # an int that never leaves a register of compiled code

__all__ = [
    "capital",
    "first_word",
    "follows",
    "follows_any",
    "hangul_in",
    "holds",
    "latin",
    "letter",
    "past_space",
    "precedes",
    "precedes_any",
    "stands",
]


def follows(text: str, at: int, word: str) -> bool:
    """Whether ``word`` stands at ``at``: its first and last letter are looked at first."""
    begin: i64 = at
    last: i64 = begin + len(word) - 1
    if begin < 0 or last >= len(text) or ord(text[begin]) != ord(word[0]) or ord(text[last]) != ord(word[-1]):
        return False
    return stands(text, begin, word)


def stands(text: str, at: i64, word: str) -> bool:
    """Whether ``word`` stands at ``at`` of a text that is long enough, compared letter by letter."""
    size: i64 = len(word)
    place: i64 = 0
    while place < size:
        if ord(text[at + place]) != ord(word[place]):
            return False
        place += 1
    return True


def follows_any(text: str, at: int, words: tuple[str, ...]) -> bool:
    """Whether one of ``words`` stands at ``at``."""
    for word in words:  # noqa: SIM110  any() makes a generator
        if follows(text, at, word):
            return True
    return False


def precedes(text: str, at: int, word: str) -> bool:
    """Whether ``word`` ends at ``at``."""
    return follows(text, at - len(word), word)


def precedes_any(text: str, at: int, words: tuple[str, ...]) -> bool:
    """Whether one of ``words`` ends at ``at``."""
    for word in words:  # noqa: SIM110  any() makes a generator
        if follows(text, at - len(word), word):
            return True
    return False


def holds(text: str, word: str) -> bool:
    """Whether ``word`` stands anywhere in ``text``; its first letter is looked for, which is sooner done where that is rare."""
    at = text.find(word[0])
    while at >= 0:
        if follows(text, at, word):
            return True
        at = text.find(word[0], at + 1)
    return False


def first_word(text: str, at: int, stop: int) -> str:
    """What stands at ``at`` up to the next space, or up to ``stop``."""
    space = text.find(" ", at, stop)
    return text[at : space if space >= 0 else stop]


def past_space(text: str, at: int) -> int:
    """Right of ``at`` where a space stands there, else ``at``."""
    return at + 1 if letter(text, at) == ord(" ") else at


def letter(text: str, at: int) -> int:
    """The letter at ``at`` as a number, to be compared with ``ord("…")``; 0 outside the text."""
    return ord(text[at]) if 0 <= at < len(text) else 0


def latin(code: int) -> bool:
    """Whether a character, as a number, is a letter of ASCII."""
    return ord("a") <= code <= ord("z") or ord("A") <= code <= ord("Z")


def capital(text: str, at: int) -> bool:
    """Whether a capital letter stands at ``at``."""
    code = letter(text, at)
    return ord("A") <= code <= ord("Z") or (code > ord("z") and text[at].isupper())


def hangul_in(text: str, start: int, end: int) -> bool:
    """Whether a syllable of Hangul stands there; in a Korean text it is one of the first letters."""
    at = start
    while at < end and not ord("가") <= ord(text[at]) <= ord("힣"):
        at += 1
    return at < end
