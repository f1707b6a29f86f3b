"""Whom which, that and its point back to, where an English sentence says it plainly."""

from __future__ import annotations

from typing import Final

from claims.attribution_en_kinds import guess
from claims.subjects_en_left import Clause
from claims.subjects_en_owner import canonical
from claims.subjects_en_words import (
    AUX,
    BODIES,
    CLAUSE,
    COORDINATE,
    NAMED,
    OWN,
    PAUSES,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

__all__ = ["antecedent", "its_owner", "name_of_age"]

_ANTECEDENT: Final = 6  # words of a noun phrase that , which tells more of
_BE: Final = frozenset(("is", "was", "were", "are"))
_APART: Final = frozenset(("away", "apart", "ago", "long", "tall", "high", "wide", "old"))
_SCALES: Final = frozenset(("million", "billion", "trillion", "percent"))
_AGE, _NAME = 2, 4  # digits, words
_SUBJECT: Final = 8  # words of what a sentence begins with


def antecedent(clause: Clause, which: int, stop: int, kind: str) -> str | None:
    """The noun phrase that , which tells more of: Harker, which has | 300 stores; None where it may be a part of a longer one."""
    bare, folded, printed = clause.bare, clause.folded, clause.printed
    told = folded[which] == "that" and printed[which - 1][-1] not in PAUSES
    if which + 1 >= stop or (printed[which - 1][-1] != "," and not told) or (told and not _thing(clause, which - 1)):
        return None
    verb = which + 1
    while verb + 1 < stop and (
        folded[verb] in ("also", "now", "currently", "already", "still") or folded[verb][-2:] == "ly"
    ):
        verb += 1
    row = clause.verb(verb)
    if (row is None and folded[verb] not in AUX) or (row is not None and (row.judge or row.say)):
        return None
    if clause.suffix(0, which):
        return None  # Earnings, which excluded
    if any(
        clause.verb(at) is not None and folded[at] not in AUX
        for at in range(verb + 1, stop)
        if printed[at - 1][-1] == ","
    ):
        return None
    comma = next((at for at in range(verb, stop) if printed[at][-1] == ","), stop)
    if comma < stop and not any(word[:1].isdigit() for word in bare[verb:comma]):
        return None  # the police, who searched the house, 12 kg
    if which > 1 and bare[which - 1].isdigit():
        return name_of_age(clause, which - 1)  # Sofia Brandt, 29, who laundered
    begin = which
    while begin and which - begin < _ANTECEDENT:
        word = folded[begin - 1]
        if begin < which and printed[begin - 1][-1] in PAUSES:
            break
        if word in NAMED:
            begin -= 1
            break
        if word in PREPOSITIONS or word in COORDINATE or word in CLAUSE or clause.verb(begin - 1) is not None:
            break
        if told and (not word.replace("-", "").isalpha() or word in _SCALES):
            return clause.slice(begin, which) if begin < which else None  # a $1.18 billion budget that includes
        begin -= 1
    if begin == which or (begin and folded[begin - 1] in COORDINATE and folded[begin] not in NAMED):
        return None
    if begin and (folded[begin - 1] == "of" or (folded[begin - 1] in ("in", "near") and folded[begin] not in NAMED)):
        return None
    priced = kind == "money" and row is not None and row.sale
    if begin and folded[begin - 1] in PREPOSITIONS and (folded[verb] in _BE or priced):
        return None  # imported 3 million barrels from Norway, which was 2% less; a home at Gorokan, which sold for $3
    if folded[begin] in OWN or not (folded[begin] in NAMED or all(word[:1].isupper() for word in bare[begin:which])):
        return None
    return canonical(clause, clause.slice(begin, which))


def name_of_age(clause: Clause, at: int) -> str | None:
    """Kessler, | 61: the name before an age between commas."""
    bare, begin = clause.bare, at
    if at < 1 or len(bare[at]) > _AGE or clause.printed[at - 1][-1] != ",":
        return None
    while begin and at - begin < _NAME and bare[begin - 1][:1].isupper():
        if clause.folded[begin - 1] in NAMED or (begin < at and clause.printed[begin - 1][-1] in PAUSES):
            break
        begin -= 1
    while begin < at and (clause.folded[begin] in PREPOSITIONS or clause.folded[begin] in CLAUSE):
        begin += 1
    return canonical(clause, clause.slice(begin, at)) if begin < at else None


def _thing(clause: Clause, at: int) -> bool:
    """Whether a word before that is a noun: a plant that employs; not said that, so that."""
    word = clause.folded[at]
    return (
        clause.bare[at].islower()
        and word.isalpha()
        and word not in AUX
        and word not in PREPOSITIONS
        and word not in CLAUSE
        and word not in PRONOUNS
        and word[-2:] not in ("ly", "ed")
        and word not in _APART
        and clause.verb(at) is None
        and word not in clause.words.cues
    )


def its_owner(clause: Clause, measure: str) -> str | None:
    """Solair carried 9 million people, and its load factor rose to | 93%: the body that begins the sentence."""
    bare, folded = clause.bare, clause.folded
    first = measure.split(" ", 1)[0].lower()
    its = next((at for at in range(len(bare) - 2, 0, -1) if folded[at] == "its"), 0)
    at = its + 1
    while at < len(folded) - 1 and (folded[at] in clause.words.plain or folded[at].endswith("ly")):
        at += 1
    if not its or folded[at] != first or not clause.words.owns(measure):
        return None
    verb = next((at for at in range(1, min(its, _SUBJECT)) if clause.verb(at) is not None), 0)
    if not verb or any(word[-1:] in PAUSES for word in clause.printed[:verb]) or folded[verb - 1] in PRONOUNS:
        return None
    while verb > 1 and (folded[verb - 1] in AUX or folded[verb - 1][-2:] == "ly"):
        verb -= 1
    if any(word[:1].isupper() and word.lower() not in TIMES and word != "I" for word in bare[verb:its]):
        return None
    if (
        folded[0] in PREPOSITIONS
        or folded[0] in CLAUSE
        or folded[0] in OWN
        or any(at in COORDINATE for at in folded[:verb])
    ):
        return None
    phrase = clause.slice(0, verb)
    if clause.suffix(0, verb) or guess(phrase, clause.words.names) not in BODIES:
        return None
    alias = clause.known.get(phrase)
    return canonical(clause, phrase) if alias is None or alias.type in BODIES else None
