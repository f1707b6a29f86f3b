"""When, where and how something was said in English, between the verb and what is said: in a post on Monday, at a hearing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_en_clause import finite
from claims.attribution_en_np import SETTINGS
from claims.attribution_en_words import FINITE
from claims.looks import follows
from claims.numerals import EN_WORDS

if TYPE_CHECKING:
    from claims.attribution_en_words import Sentence

__all__ = ["aired", "relative", "setting_end"]

_SO_MANY: Final = EN_WORDS | {"a", "an", "several", "just"}  # said two days later that


def setting_end(state: Sentence, at: int) -> int:
    """Where the time or place of saying that stands at ``at`` ends; ``at`` itself where there is none."""
    if at != state.setting_from:
        state.setting_from, state.setting_to = at, _setting_end(state, at)
    return state.setting_to


def _setting_end(state: Sentence, at: int) -> int:
    body = state.body
    begin = at + 2 if follows(body, at, ", ") else at + 1
    stop = body.find(" ", begin)
    word = body[begin : stop if stop >= 0 else len(body)].rstrip(".,")
    if word not in SETTINGS and (not (word in _SO_MANY or word.isdigit()) or " later" not in body[begin : begin + 24]):
        return at
    match = state.words.setting.match(body, at)
    return match.end() if match is not None else at


def aired(state: Sentence, at: int) -> bool:
    """Whether that tells of the talk itself: said in an interview that aired Thursday; not that increased costs had hurt."""
    if not follows(state.body, at, " that ") or not relative(state, at + 6):
        return False
    later = [place for place, token in enumerate(state.tokens) if token[0] > at + 6]
    return not any(finite(state, place) for place in later)


def relative(state: Sentence, at: int) -> bool:
    """Whether that opens a clause about the noun before it: its verb follows at once."""
    for place, (begin, _, word) in enumerate(state.tokens):
        if begin >= at:
            return begin == at and (word in FINITE or word in state.words.weak or finite(state, place))
    return False
