"""Whether an English form of a verb of saying is one where it stands, and which auxiliaries and adverbs stand before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_en_names import ADVERBS
from claims.attribution_en_np import DETS, MONTH
from claims.attribution_en_words import BE, FINITE
from claims.looks import follows, follows_any

if TYPE_CHECKING:
    from claims.attribution_en_keys import Key
    from claims.attribution_en_words import Sentence

__all__ = ["IT_IS", "auxiliaries", "no_verb", "past_particle"]

IT_IS: Final = frozenset({"It's", "It’s", "it's", "it’s"})
_LEADING: Final = frozenset(
    {("continue", "to"), ("continues", "to"), ("continued", "to"), ("on", "average"), ("hastened", "to")}
)
_WENT_ON: Final = frozenset({("went", "on"), ("goes", "on"), ("go", "on"), ("going", "on")})
_SUMMED: Final = frozenset({"total", "combined"})
_LED: Final = frozenset({"to", "average"})
_OWNING: Final[tuple[str, ...]] = ("’s", "'s")
_POSSESSED: Final[tuple[str, ...]] = ("’ ", "' ")
_MONTHS: Final = frozenset(MONTH.split("|"))
_BE: Final = frozenset(BE) | IT_IS
_NEVER: Final = frozenset({
    "never", "not", "neither", "nor", "cannot", "can't", "can’t", "couldn't", "couldn’t", "wouldn't", "wouldn’t", "didn't",
    "didn’t", "don't", "don’t", "doesn't", "doesn’t", "won't", "won’t", "hasn't", "hasn’t", "haven't", "haven’t",
})  # fmt: skip
#: What the words left of a verb are looked up in, and those of them that are no adverbs.
_BEFORE: Final = _BE | _NEVER | _LED | ADVERBS | {"today", "did"}
_NO_ADVERBS: Final = (_LED | {"today", "did"}) - ADVERBS
_AGO: Final[tuple[str, ...]] = ("-ago", "-earlier")


def past_particle(state: Sentence, index: int, key: Key) -> int:
    """Where the verb ends with its particle (pointed out); -1 where that does not follow."""
    tokens, stop = state.tokens, state.tokens[index][1]
    particle = tokens[index + 1] if index + 1 < len(tokens) else (0, 0, "")
    if key.lemma == "make clear" and particle[2] == "it" and index + 2 < len(tokens):
        stop, particle = particle[1], tokens[index + 2]
    return particle[1] if particle[2] in key.particles and particle[0] == stop + 1 else -1


def no_verb(state: Sentence, index: int, stop: int, key: Key) -> bool:
    """Whether a form that may be something else is no verb of saying here: the agency estimates were wrong."""
    tokens, body, word = state.tokens, state.body, key.word
    behind = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1][0] == stop + 1 else None
    if key.noun and behind is not None:
        if behind[2] in FINITE:
            return True  # the agency estimates were wrong: the noun
        if word == "state" and behind[2] in state.words.sections["outlet_kind.en"]:
            return True  # state television quoted him
        step = index + 1
        while step + 1 < len(tokens) and tokens[step][2] in state.words.names.adverbs:
            step += 1  # media reports earlier said
        after = tokens[step][2]
        if after in state.words.cues and not after.endswith("ing") and after not in state.words.nouns:
            return True  # local media reports say: the noun
    if key.lemma == "ask" and body.find(" not be ", stop, stop + 60) > 0:
        return True  # who asked that his surname not be used
    if (word == "think" and follows(body, stop, " tank")) or (key.lemma == "hear" and follows(body, stop, " from ")):
        return True
    if key.outlook:
        if behind is not None and body[stop] == " " and (behind[2] in BE or behind[2] == "of"):
            return True  # the consensus forecast was 3%, the average analyst forecast of 3%
        if index > 1 and _kind_of(tokens[index - 1][2], state):
            owner = tokens[index - 2]
            owned = owner[2].lower() in DETS or owner[2].endswith(_OWNING)
            if (owned and tokens[index - 1][0] == owner[1] + 1) or follows_any(body, owner[1], _POSSESSED):
                return True  # from the January forecast, its latest estimate, analysts’ average forecast: the noun
    if not index:
        return False
    if key.noun and tokens[index - 1][2].endswith(_AGO):
        return True  # up from the month-ago report
    return key.estimated and tokens[index - 1][2] in _SUMMED  # cocaine with a total estimated value of $14 million


def auxiliaries(state: Sentence, index: int, key: Key) -> tuple[int, bool]:
    """The first of the auxiliaries and adverbs left of the verb, and whether they make it passive; -1 for said by nobody."""
    tokens, body, nouns = state.tokens, state.body, state.words.names.nouns
    first = index
    passive = False
    while first > 0:
        _, close, previous = tokens[first - 1]
        if previous not in _BEFORE and (
            ord(previous[-1]) != ord("y")
            or not (previous.endswith("ly") and previous.islower() and previous not in nouns)
        ):
            break
        begin = tokens[first][0]
        if not (close + 1 == begin and body[close] == " ") and not body[close:begin].isspace():
            break
        if previous == "to" and first > 2 and (tokens[first - 3][2], tokens[first - 2][2]) in _WENT_ON:
            first -= 3  # went on to explain that
            break
        if previous in _BE:
            passive = True
        elif previous in _NEVER:
            return -1, False
        elif previous == "today" and first > 1 and tokens[first - 2][2].endswith("ed"):
            break  # a report released today shows
        elif previous == "did" and key.word == key.lemma and index == first:
            pass  # she did say he was pleased
        elif previous in _LED and first > 1 and (tokens[first - 2][2], previous) in _LEADING:
            first -= 1  # continues to expect, had on average expected
        elif previous in _NO_ADVERBS:
            break
        first -= 1
    if key.word == "say" and key.lemma == "say" and first and tokens[first - 1][2] == "would":
        if tokens[first][2] == "only" or follows(body, tokens[index][1], " only "):
            first -= 1  # she would only say: “…”
    return first, passive


def _kind_of(word: str, state: Sentence) -> bool:
    """Whether a word tells which forecast or estimate is meant: January, previous, average."""
    return word in _MONTHS or word in state.words.sections["outlook_kind.en"]
