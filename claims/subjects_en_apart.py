"""English clauses that stand beside others: two nouns joined, what is told behind with, what a participle does."""

from __future__ import annotations

from typing import Final

from claims.subjects_en_words import AUX, CLAUSE, PREPOSITIONS, Clause

__all__ = ["beside_with", "is_level", "joint", "other_deed"]

_PAUSES: Final = frozenset(",;:”—–")
_NEAR: Final = 9  # words of a phrase


def joint(clause: Clause, begin: int, first: int) -> bool:
    """Whether a sentence opens with two nouns joined, and nothing else stands before the verb."""
    if first > _NEAR or clause.words.suffix(clause.bare[max(begin, first - 3) : first]):
        return False
    return all(
        word not in PREPOSITIONS and word not in CLAUSE and word not in AUX and word[-1:] != ","
        for word in clause.folded[:first]
    ) and not any(printed[-1:] in _PAUSES for printed in clause.printed[:first])


def beside_with(clause: Clause, stop: int) -> int:
    """Where the noun phrase before up or down begins behind with: with Harker up 2.6% and | Brent Steel down; 0 for none."""
    folded, printed = clause.folded, clause.printed
    for at in range(stop - 2, max(0, stop - 7), -1):
        word = folded[at]
        if word == "with" or (word == "and" and "with" in folded[max(0, at - 9) : at]):
            return at + 1 if at + 1 < stop - 1 else 0
        if printed[at][-1:] in _PAUSES or word in PREPOSITIONS or word in AUX or clause.verb(at) is not None:
            return 0
    return 0


def is_level(clause: Clause, word: str) -> bool:
    """slipping, rising, closing: the participle of a verb of level."""
    stem, verbs = word[:-3], clause.words.verbs
    bases = (stem, stem + "s", stem + "es", stem + "ed", stem[:-1])
    return any((verbs.get(base) or {}).get("level") for base in bases)


def other_deed(clause: Clause, verb: int, stop: int) -> bool:
    """Output rose, meeting 71% of demand: what a participle of no level has the number of; not slipping 3%."""
    for at in range(stop - 1, verb + 1, -1):
        if clause.printed[at - 1][-1:] == ",":
            word = clause.folded[at]
            return word[-3:] == "ing" and word not in PREPOSITIONS and not is_level(clause, word)
    return False
