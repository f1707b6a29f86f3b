"""The language of a text, told by its letters."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["has_hangul", "language_of"]

_NO_LETTERS: Final = bytes(code for code in range(128) if not chr(code).isalpha())


def language_of(text: str, hangul: bool | None = None, encoded: bytes | None = None) -> str:
    """ "ko", "en" or "mixed", by the letters of the text; "en" when there are none.

    ``hangul`` says whether any Hangul stands in the text, where somebody has looked already; ``encoded`` is the text in
    UTF-8.

    >>> language_of("매출은 3조원이다"), language_of("Sales rose"), language_of("OpenAI와 NVIDIA가 손잡았다")
    ('ko', 'en', 'ko')
    """
    if not (has_hangul(text) if hangul is None else hangul):
        return "en"
    if encoded is not None and _surely_korean(len(text), encoded):
        return "ko"
    plain = text.encode("ascii", "ignore")
    latin = len(plain.translate(None, _NO_LETTERS))
    # Outside ASCII a text with Hangul in it is Hangul but for a few quotation marks.
    others = len(text) - len(plain)
    if latin > 4 * others:
        return "mixed" if others > 20 else "en"
    # A Korean sentence says in one syllable what English spells in about two letters.
    return "mixed" if latin > others and latin > 200 else "ko"


def _surely_korean(size: int, encoded: bytes) -> bool:
    """Whether half of a text with Hangul lies outside ASCII, by its length in UTF-8: up to two bytes more a character."""
    outside = (len(encoded) - size) // 2
    if size > 2 * outside:
        return False
    for lead in _FOUR_BYTES:  # noqa: SIM110  any() makes a generator
        if lead in encoded:
            return False
    return True


_HANGUL: Final = re.compile("[가-힣]")
#: Korean text shows its Hangul in its first words.
_OPENING: Final = 80
#: The first bytes of a Hangul syllable in UTF-8: fast to look for where there is none. Then those of characters of four bytes.
_LEADS: Final = (0xEA, 0xEB, 0xEC, 0xED)
_FOUR_BYTES: Final = (0xF0, 0xF1, 0xF2, 0xF3, 0xF4)


def has_hangul(text: str, encoded: bytes | None = None) -> bool:
    """Whether any Hangul syllable stands in the text; ``encoded`` is the text in UTF-8."""
    if text.isascii():
        return False
    if _HANGUL.search(text, 0, _OPENING) is not None:
        return True
    if len(text) <= _OPENING:
        return False
    if encoded is None:
        encoded = text.encode("utf-8", "surrogatepass")
    for lead in _LEADS:
        if lead in encoded:
            return _HANGUL.search(text, _OPENING) is not None
    return False
