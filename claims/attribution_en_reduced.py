"""English clauses that stand right behind their noun: the 0.3% fall analysts had predicted; a claim the company disputes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_clause import clause_end
from claims.attribution_en_kinds import guess, speaks
from claims.attribution_en_next import next_np
from claims.attribution_en_words import PRONOUNS, Found, Sentence
from claims.looks import follows_any
from claims.periods_en import beginnings, phrases
from claims.spots_en import EnglishSpots

if TYPE_CHECKING:
    from claims.records import Span

__all__ = ["ends", "reduced", "reduced_by", "refused"]

_OPENING: Final = frozenset({"the", "a", "an", "its", "last", "their"})
_SEERS: Final = frozenset({"experts", "market", "institution"})
_BEARING: Final = re.compile(r"((?:an? |the )?(\w+)) ([^,;]+)$")
_NAMED: Final = frozenset({"news_org", "document"})
_LINKS: Final = frozenset({"that", "which", "who", "of", "by", "from", "in", "to", "and"})
_REACH: Final = 9  # words of the noun phrase
_BEHIND: Final = 90  # characters that tell what a time at the end of a clause is


def ends(state: Sentence, stop: int) -> bool:
    """Whether nothing of the clause follows: a stop, a comma."""
    return stop >= state.stop or state.body[stop] in ",;." or follows_any(state.body, stop, (" — ", " – ", " - "))


def reduced(state: Sentence, index: int, first: int, row: dict[str, Any]) -> bool:
    """``the 0.3% fall analysts had predicted``: the figure that somebody expects; ``first`` is the first auxiliary."""
    tokens, body, names = state.tokens, state.body, state.words.names
    last = at = first - 1
    if at < 1 or body[tokens[at][1] : tokens[first][0]] != " ":
        return False
    while at > 0 and last - at < 4 and not _sees(state, at):
        at -= 1
    if at < 1 or not _sees(state, at) or not (at == last or tokens[at + 1][2] in ("polled", "surveyed", "in")):
        return False
    if tokens[at][2] == "Street" and tokens[at - 1][2] == "Wall":
        at -= 1
    figure = _figure(state, at)
    if figure is None:
        return False
    if body[slice(*figure)].endswith(" that"):
        figure = (figure[0], figure[1] - 5)  # the $3 billion that analysts forecast
    source: Span = (tokens[at][0], tokens[last][1])
    kind = guess(body[slice(*source)], names)
    cue = [tokens[index][:2]]
    state.found.append(Found(source, kind, cue, [figure], row["class"], "reduced", figure[0], fixed=True))
    return True


def reduced_by(state: Sentence, index: int, row: dict[str, Any]) -> bool:
    """``the $2.5 billion expected by analysts``: the figure with the participle and who expects it behind."""
    body, words = state.body, state.words
    begin, stop, word = state.tokens[index]
    figure = _figure(state, index) if word.endswith(("ed", "cast", "seen")) else None
    if figure is None or body[figure[1]] != " ":
        return False
    end = clause_end(state, stop)
    near = body[stop : end + _BEHIND]
    dated = words.sections["year_noun.en"]
    times = phrases(near, beginnings(near, EnglishSpots(near)), 0, end - stop, None, dated)
    source = next_np(body, stop + 3, end, words.names, settings=words.setting)
    if source is None or (times and stop + times[0].start <= source[0]):
        return False  # expected by Friday
    kind = guess(body[slice(*source)], words.names)
    if kind not in _SEERS and kind not in _NAMED and not speaks(body[slice(*source)], words.names):
        return False
    state.found.append(Found(source, kind, [(begin, stop)], [figure], row["class"], "reduced", figure[0], fixed=True))
    return True


def _figure(state: Sentence, at: int) -> Span | None:
    """The noun phrase with a figure that ends before the word ``at``, from its article on."""
    tokens, body = state.tokens, state.body
    for opening in range(at - 1, max(-1, at - _REACH), -1):
        low, high = tokens[opening][0], tokens[at][0] - 1
        gap = body[tokens[opening][1] : tokens[opening + 1][0]]
        if gap.rstrip().endswith(",") or gap.startswith(","):
            return None
        if tokens[opening][2] in _OPENING:
            return (low, high) if any(mark.isdigit() for mark in body[low:high]) else None
    return None


def _sees(state: Sentence, at: int) -> bool:
    """Whether the word at ``at`` heads a noun phrase that forecasts: analysts, it, the market."""
    word = state.tokens[at][2]
    known = state.words.names.nouns.get(word)
    return (known is not None and known[0] in _SEERS) or word in PRONOUNS or word == "Street"


def refused(state: Sentence, index: int, edge: int) -> bool:
    """``…, a claim the company disputes``, ``charges he has denied``: a denial of what has just been said."""
    body, words = state.body, state.words
    comma = body.rfind(", ", state.left, edge)
    match = _BEARING.match(body[comma + 2 : edge].rstrip()) if comma > 0 else None
    if match is None or match.group(2) not in words.report_nouns or match.group(3).split(" ", 1)[0] in _LINKS:
        return False
    begin, stop, _ = state.tokens[index]
    source = (comma + 2 + match.start(3), comma + 2 + match.end(3))
    kind = guess(body[slice(*source)], words.names)
    if kind == "none":
        return False
    content = (comma + 2, comma + 2 + match.end(1))
    state.found.append(Found(source, kind, [(begin, stop)], [content], "denied", "reduced", comma + 2, fixed=True))
    return True
