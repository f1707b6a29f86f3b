"""English clauses that stand beside others: two nouns joined, what is told behind with, what a participle does."""

from __future__ import annotations

from typing import Final

from claims.subjects_en_phrase import OWN, canonical
from claims.subjects_en_words import AUX, CLAUSE, COORDINATE, NAMED, PREPOSITIONS, Clause

__all__ = ["antecedent", "beside_with", "is_level", "joint", "other_deed"]

_PAUSES: Final = frozenset(",;:”—–")
_ANTECEDENT: Final = 6  # words of a noun phrase that , which tells more of
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


def antecedent(clause: Clause, which: int, stop: int) -> str | None:
    """The noun phrase that , which tells more of: Harker, which has | 300 stores; None where it may be a part of a longer one."""
    bare, folded, printed = clause.bare, clause.folded, clause.printed
    if which + 1 >= stop or folded[which] == "that" or printed[which - 1][-1] != ",":
        return None
    verb = which + 1
    while verb + 1 < stop and (
        folded[verb] in ("also", "now", "currently", "already", "still") or folded[verb][-2:] == "ly"
    ):
        verb += 1
    row = clause.verb(verb)
    if (row is None and folded[verb] not in AUX) or (row is not None and (row.get("judge") or row.get("say"))):
        return None
    if clause.words.suffix(bare[max(0, which - 3) : which]):
        return None  # Earnings, which excluded
    if any(
        clause.verb(at) is not None and folded[at] not in AUX
        for at in range(verb + 1, stop)
        if printed[at - 1][-1] == ","
    ):
        return None
    begin = which
    while begin and which - begin < _ANTECEDENT:
        word = folded[begin - 1]
        if begin < which and printed[begin - 1][-1] in _PAUSES:
            break
        if word in NAMED:
            begin -= 1
            break
        if word in PREPOSITIONS or word in COORDINATE or word in CLAUSE or clause.verb(begin - 1) is not None:
            break
        begin -= 1
    if begin == which or (begin and folded[begin - 1] in COORDINATE and folded[begin] not in NAMED):
        return None
    if begin and (folded[begin - 1] == "of" or (folded[begin - 1] in ("in", "near") and folded[begin] not in NAMED)):
        return None
    if folded[begin] in OWN or not (folded[begin] in NAMED or all(word[:1].isupper() for word in bare[begin:which])):
        return None
    return canonical(clause, clause.slice(begin, which))
