"""The finite verb left of an English number, and where the words of its chain begin."""

from __future__ import annotations

from typing import Final

from claims.subjects_en_adjuncts import tells_of_noun
from claims.subjects_en_control import HIM, orders
from claims.subjects_en_left import Clause
from claims.subjects_en_words import AUX, CLAUSE, NAMED, PREPOSITIONS

__all__ = ["RELATIVE", "chain_begin", "verb_left"]

RELATIVE: Final = frozenset(("that", "which", "who", "whose"))

_BESIDE: Final = frozenset(
    ("more", "less", "fewer", "above", "below", "compared", "versus", "against", "than", "beating", "missing")
)
_BEYOND: Final = frozenset(("above", "below", "than"))
_AGAINST: Final = frozenset(("compared", "versus"))
_SCARCELY: Final = frozenset(("little", "barely", "hardly", "almost", "not", "still"))
_AS_MUCH: Final = ("much", "many")
_WITH_VERB: Final = AUX | _SCARCELY
_INSIDE: Final = frozenset(("enough", "how", "why"))
_CAUSES: Final = frozenset(("due", "thanks", "owing"))
_CONTRACTED: Final = frozenset({
    "it’s", "it's", "that’s", "that's", "there’s", "there's", "he’s", "he's", "she’s", "she's", "they’re", "they're",
    "we’re", "we're",
})  # fmt: skip
#: Left of which a subject may not be looked for: what :func:`_halts` tells.
_NOTED: Final = CLAUSE | RELATIVE | _BESIDE | _CAUSES | _CONTRACTED | _INSIDE | frozenset(HIM) | {"with", "but"}


def verb_left(clause: Clause, stop: int, depth: int) -> int:
    """Where the nearest finite verb left of ``stop`` stands; -1 where there is none, or something comes between them."""
    bare, tokens = clause.bare, clause.tokens
    index = stop - 1
    while index >= 0:
        token = tokens[index]
        if token.ended or (token.folded in _NOTED and _halts(clause, index, stop)):
            return -1
        if index and token.gerund and _is_participle(clause, index, stop, depth):
            return -1
        row = clause.verb(index)
        if row is not None and (
            not token.past or index + 1 >= len(bare) or bare[index + 1] != "by" or row.level or tokens[index - 1].aux
        ):
            return index
        index -= 1
    return -1


def chain_begin(clause: Clause, verb: int) -> int:
    """Where the chain of a verb begins: has so far | resulted, will barely | rise."""
    tokens = clause.tokens
    first = verb
    while first > 0:
        token = tokens[first - 1]
        if (token.folded in _WITH_VERB and not token.comma) or (
            token.lower and token.bare[-2:] == "ly" and token.bare not in clause.words.ly_nouns
        ):
            first -= 1
        elif token.bare == "far" and first > 1 and tokens[first - 2].folded == "so" and not token.comma:
            first -= 2  # has so far resulted
        else:
            break
    return first


def _halts(clause: Clause, index: int, stop: int) -> bool:
    """Whether no subject is looked for left of a word of :data:`_NOTED`: as it opens a clause, a comparison or a cause."""
    bare, folded = clause.bare, clause.folded
    word, comma = folded[index], index > 0 and clause.printed[index - 1][-1:] == ","
    following = folded[index + 1] if index + 1 < len(folded) else ""
    if word in _CONTRACTED or (word in _CAUSES and following == "to"):
        return True  # it's worth, due to a £10m overspend
    if word in CLAUSE:
        return word != "as" or index + 1 >= len(bare) or bare[index + 1] not in _AS_MUCH
    if word in RELATIVE:
        return index > 0
    if word in _BESIDE:
        if comma or word in _AGAINST:
            return True  # Apple sold 12 million, more than the projection for 11 million
        # is well below the five-year average of roughly 11 million
        return word in _BEYOND and index + 3 < stop and following in ("the", "its")
    if word == "with":  # , with the index on track to achieve a rise of 18%
        return comma and "to" in folded[index + 3 : min(stop, index + 9)]
    if word == "but":
        return comma  # Revenue doubled, but raising guidance from 50,000
    # enough to power 900,000 homes, ordering them to pay
    return word in _INSIDE or (word in HIM and orders(clause, index, stop))


def _is_participle(clause: Clause, index: int, stop: int, depth: int) -> bool:
    """Whether a word in -ing has what follows for its own: , costing the state $1.4 billion, a lawsuit charging the firm with."""
    folded = clause.folded
    if index + 1 < stop and clause.printed[index - 1][-1:] == "," and folded[index] not in PREPOSITIONS:
        if (folded[index + 1] in NAMED or clause.bare[index + 1][:1].isupper()) and index + 2 < stop:
            if PREPOSITIONS.isdisjoint(folded[index + 2 : stop]):
                return True
        if index + 2 == stop and folded[index] in clause.words.verb_measures:
            if folded[index + 1] in HIM or folded[index + 1].endswith("s"):
                return True  # , costing landlords £3.4bn
    return 1 < index < stop - 2 and depth == 0 and tells_of_noun(clause, index)
