"""How far left of its verb an English subject reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.subjects_en_adjuncts import is_inside, is_reduced, is_verb
from claims.subjects_en_left import Clause
from claims.subjects_en_phrase import joint
from claims.subjects_en_verb import RELATIVE
from claims.subjects_en_words import (
    CLAUSE,
    COORDINATE,
    NAMED,
    PAUSES,
    PLAIN,
    PREPOSITIONS,
    PRONOUNS,
    SPANS,
    Verb,
)

if TYPE_CHECKING:
    from claims.records import Span

__all__ = ["extent"]

_BEFORE: Final = frozenset(("before", "after"))
_FIRMS: Final = frozenset(("Inc", "Ltd", "LLC", "Corp", "Co", "PLC"))
_ABSTRACT: Final[tuple[str, ...]] = ("ing", "ion", "ment", "ness", "ity", "ism", "ance", "ence", "y")
_STARTING: Final = frozenset(("that", "said", "and", "but", "about", "some", "nearly", "almost", "than"))
_TELLING: Final = frozenset(("that", "which", "who"))
_WHILE: Final = frozenset(("as", "while", "when", "because", "although", "if", "where"))
_EXAMPLES: Final = frozenset(("such", "including", "between", "both"))
_LONG: Final = 14  # words of a subject
_CLOSING: Final = frozenset(("ended", "ending"))
#: The words of a subject at which it may end.
_NOTED: Final = CLAUSE | RELATIVE | COORDINATE | _CLOSING


def extent(clause: Clause, verb: int, first: int, row: Verb, depth: int) -> Span | None:
    """The words of the subject whose verb's chain begins at ``first``: up to there, or up to what describes the subject.

    Empty where the verb has none of its own; None where what stands there is no subject.
    """
    bare, folded, tokens = clause.bare, clause.folded, clause.tokens
    begin = first
    while begin > 0:
        if first - begin == _LONG:
            return None
        token = tokens[begin - 1]
        if token.pause and not (token.comma and bare[begin] in _FIRMS):
            break
        word = token.folded
        if not token.verbal and word not in _NOTED:
            begin -= 1
            continue
        if word in _BEFORE and begin > 1 and begin == first - 1 and folded[begin - 2] in clause.words.measures:
            begin -= 2  # Profit after tax rose
            continue
        if word in _BEFORE and begin > 1 and folded[begin - 2] in clause.words.measures:
            return None  # Profit before tax at the bank rose
        if word in CLAUSE or (word in RELATIVE and not (word == "that" and folded[begin - 2] in PREPOSITIONS)):
            if word == "that" and _is_pointing(clause, begin, first):
                return None
            break  # sales from that segment dropped
        if begin == 1 and word in COORDINATE and begin < first:
            break  # But the bank sold
        if word in COORDINATE and not (bare[begin][:1].isupper() and begin > 1 and bare[begin - 2][:1].isupper()):
            joined = _joined(clause, begin, first, row)
            if joined is None:
                return None
            begin = joined
            break
        if word in _CLOSING and begin > 1 and folded[begin - 2] in SPANS:
            begin -= 1  # revenue for the quarter ended Oct. 26 was
            continue
        earlier = clause.verb(begin - 1)
        if earlier is not None and not earlier.weak:
            if begin > 2 and folded[begin - 2] in _TELLING and (bare[begin - 3].islower() or begin == 3) and depth == 0:
                if any(is_verb(clause, at) for at in range(begin - 2)) or begin - 2 > _LONG:
                    return None
                return 0, begin - 2  # The toll of a quake that hit Nepal rose
            if begin > 1 and is_reduced(clause, begin - 1, first):
                return None  # mice fed the diet lived
            break
        if earlier is not None and (earlier.say or (earlier.judge and bare[begin - 1][-2:] != "ed")):
            break
        begin -= 1
    return _from(clause, begin, verb, first, depth)


def _is_pointing(clause: Clause, begin: int, first: int) -> bool:
    """Whether the that left of ``begin`` may point to a noun (that version includes), or a noun behind it begins its clause."""
    bare = clause.bare
    if begin == first or bare[begin][-1:] == "s":
        return False
    if clause.folded[begin] not in NAMED:
        if begin == 1 or clause.printed[begin - 2][-1:] in PAUSES or clause.folded[begin - 2] in COORDINATE:
            return True
    return (
        first - begin == 1
        and begin > 1
        and bare[begin].islower()
        and bare[begin] not in clause.words.measures
        and bare[begin] not in PRONOUNS
        and not bare[begin].endswith(_ABSTRACT)
    )  # said that fire had burned


def _joined(clause: Clause, begin: int, first: int, row: Verb) -> int | None:
    """Where a subject begins behind and or but at ``begin``: there, or before what is joined to it; None where it is none."""
    bare, printed, folded = clause.bare, clause.printed, clause.folded
    if (
        begin < first
        and begin > 2
        and folded[begin - 3][:1].isdigit()
        and folded[begin] not in NAMED
        and (begin == 3 or folded[begin - 4] in _STARTING)
    ):
        return None  # 215,000 electric and hybrid vehicles were
    if any(opener in _EXAMPLES for opener in folded[max(0, begin - 6) : begin - 1]):
        return None  # pollutants such as benzene and carbon monoxide will
    if not any(is_verb(clause, at) and not clause.words.verbs.get(bare[at], row).say for at in range(begin - 1)):
        # Gold and silver rose; not costs for stores and data centers
        return 0 if folded[begin - 1] == "and" and joint(clause, begin, first) else None
    if folded[begin - 1] == "and" and printed[begin - 2][-1:] != "," and begin < first:
        opens = next((at for at in range(begin - 2, -1, -1) if folded[at] in CLAUSE or printed[at][-1:] == ","), 0)
        if folded[opens] in _WHILE and not any(is_verb(clause, at) for at in range(opens + 1, begin - 1)):
            return None  # as the authorities and aid groups rushed
    return begin


def _from(clause: Clause, begin: int, verb: int, first: int, depth: int) -> Span | None:
    """The words of a subject that may begin at ``begin``, or before that where a clause about it begins there.

    Empty where there is none; None where what stands there is no subject.
    """
    bare, printed, folded = clause.bare, clause.printed, clause.folded
    if (
        1 < begin < first - 1
        and folded[begin - 1] in _TELLING
        and folded[begin + 1] in NAMED
        and folded[begin - 2] not in clause.words.cues
        and (clause.words.verbs.get(bare[begin]) or PLAIN).weak
        and bare[begin] not in clause.words.cues
    ):
        if (
            depth
            or begin > _LONG
            or printed[begin - 2][-1] in PAUSES
            or any(is_verb(clause, at) for at in range(begin - 1))
        ):
            return None
        return 0, begin - 1  # The firm that runs the mill sold
    if begin == first:
        return first, first
    if folded[verb] == "be" and begin == first - 1 and begin and folded[begin - 1] in _BEFORE:
        return None  # operating income before depreciation to be
    if begin > 1 and folded[begin - 1] == "who" and printed[begin - 2][-1] not in PAUSES:
        if begin > _LONG or any(is_verb(clause, at) for at in range(begin - 1)):
            return None  # Researchers found that those who ate nuts had
        return 0, begin - 1  # people who ate more
    if begin > 2 and printed[begin - 1][-1] == "," and folded[begin - 2] in PREPOSITIONS:
        if is_inside(clause, begin):
            begin = 0
        elif (
            (folded[0] in NAMED or bare[0].endswith(("’s", "'s")))
            and bare[begin - 1][:1].isupper()
            and first - begin < 3
            and bare[begin][:1].isupper()
        ):
            if any(clause.verb(at) is not None for at in range(begin - 2)):
                return None
            begin = 0  # A wind farm in Brookston, Indiana started
        elif bare[begin][:1].isupper() and bare[begin - 1][:1].isupper() and "and" in folded[begin:first]:
            return None  # rises in London, Wales and Scotland were
    return begin, first
