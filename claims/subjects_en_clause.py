"""The clause left of an English number: its finite verb, and whose number it is."""

from __future__ import annotations

from typing import Final

from claims.attribution_en_words import BE
from claims.subjects_en_adjuncts import (
    in_adjunct,
    other_deed,
    tells_more,
)
from claims.subjects_en_anaphora import antecedent, name_of_age
from claims.subjects_en_control import in_object, made_to, standing
from claims.subjects_en_extent import extent
from claims.subjects_en_left import Clause
from claims.subjects_en_owner import canonical
from claims.subjects_en_phrase import number_of, outlook_for, read_phrase
from claims.subjects_en_verb import chain_begin, verb_left
from claims.subjects_en_words import AUX, COORDINATE, LEVEL, NAMED, OWN, PLAIN, SPANS, Verb

__all__ = ["subject_of"]

_OPENERS: Final = frozenset(
    (
        "which",
        "who",
        "whose",
        "a",
        "an",
        "the",
        "based",
        "owned",
        "led",
        "now",
        "once",
        "still",
        "home",
        "with",
        "not",
        "up",
        "down",
    )
)
_NAMES: Final = 8  # words of names that are joined
_FAR_OFF: Final = 10  # words between a verb and the number of what its subject measures
_HOLDS: Final = frozenset(("held", "holds", "hold"))
_STEADY: Final = frozenset(("at", "steady", "near", "above", "below", "around", "flat"))
_SCORES: Final = frozenset(("percent", "points"))


def subject_of(clause: Clause, stop: int, kind: str, measure: str | None, depth: int) -> tuple[str | None, str | None]:
    """The subject of the nearest finite verb left of ``stop``, and the measure if that subject is one."""
    bare, printed, folded = clause.bare, clause.printed, clause.folded
    if depth == 0:
        beside = in_adjunct(clause, stop, kind, measure)
        if beside is not None:
            return beside
    index = verb_left(clause, stop, depth)
    row = clause.verb(index) if index >= 0 else None
    if row is not None and kind in _SCORES and stop - index > 2:
        name = standing(clause, index, stop)
        if name is not None:
            return name, None
    if row is None or row.say:
        return None, None
    if folded[index] == "changed" and folded[index - 1] == "little":
        row = LEVEL
    if _judges(clause, index, stop):
        return None, None
    if folded[index] in _HOLDS and folded[index + 1 : index + 2] and folded[index + 1] in _STEADY:
        row = LEVEL  # the rate held at 4.4%; not held 4% of the shares
    foreseen = outlook_for(clause, index, stop, kind)
    if foreseen is not None:
        return foreseen
    if index + 1 < stop and folded[index + 1][-3:] == "ing":
        goes_on = folded[index + 1]
        if (
            (goes_on in clause.words.cues and not (clause.words.verbs.get(goes_on[:-3] + "ed") or PLAIN).level)
            or (clause.words.verbs.get(goes_on) or PLAIN).judge
            or (row.object and folded[index - 1] not in AUX)
        ):
            return None, None  # has been warning members of, was looking for, urged cutting
    if (
        folded[index] == "be"
        and index
        and folded[index - 1] == "to"
        and "for" in folded[max(0, index - 12) : index - 1]
    ):
        opens = index - 1 - folded[: index - 1][::-1].index("for")  # guidance for earnings to be between
        if folded[opens] in ("next", "this", "last") or folded[opens + 1] in SPANS:
            return None, None  # for next year, costs for the year were expected to be 3%
        return read_phrase(clause, opens, index - 1, LEVEL, kind, measure)
    taken = in_object(clause, index, stop, row, kind, measure, near=depth == 0)
    if taken is not None:
        return taken
    if row.level and kind != "money" and "of" in folded[:index]:
        counted = number_of(clause, index)
        if counted is not None:
            return None, counted  # The number of drugs that were axed after trials rose
    first = chain_begin(clause, index)
    if depth == 0 and index + 3 < stop and "to" in folded[index + 3 : stop]:
        made = made_to(clause, index, stop)
        if made is not None:
            return canonical(clause, made), None
    if first > 0 and "to" in bare[first:index] and clause.verb(first - 1) is not None:
        return subject_of(clause, first, kind, measure, depth + 1) if depth < 4 else (None, None)
    if first > 1 and printed[first - 1][-1] == ")" and printed[first - 1][0] == "(":
        first -= 1  # Harker Foods Ltd. (HRK.L) posted
    elif first > 1 and printed[first - 1][-1] == ")":
        opener = next((at for at in range(first - 2, max(0, first - 7), -1) if printed[at][0] == "("), 0)
        if not opener:
            return None, None
        first = opener  # Twitter (NYSE: TWTR) fell
    phrase = extent(clause, index, first, row, depth)
    if phrase is None:
        return None, None
    begin, end = phrase
    if end < first:
        return read_phrase(clause, begin, end, row, kind, measure)
    if begin == first and depth == 0 and first > 1 and folded[first - 1] in ("which", "who", "that"):
        return antecedent(clause, first - 1, stop, kind), None
    if begin == first:
        return _shared(clause, first, kind, measure, depth, row)
    if begin and printed[begin - 1][-1:] == "," and bare[begin][:1].isupper() and "and" in folded[begin:first]:
        if all(word[:1].isupper() for word in bare[:begin]) and begin < _NAMES:
            return clause.slice(0, first), None  # Iowa, Missouri and Texas raised
        if bare[begin - 1][:1].isupper():
            return None, None
    subject, found = read_phrase(clause, begin, first, row, kind, measure)
    if begin and folded[begin - 1] == "whose":
        subject = None
    if found is not None and measure is None and other_deed(clause, index, stop):
        found = None
    if subject is None and found is not None and begin > 1 and folded[begin - 1] == "saw" and depth < 4:
        if begin < 3 or folded[begin] not in OWN:
            subject = subject_of(clause, begin, "", found, depth + 1)[0]  # Harker saw profit fall
    if found is not None and measure is None and stop - index > _FAR_OFF:
        return None, None
    return subject, found


def _judges(clause: Clause, index: int, stop: int) -> bool:
    """Whether the subject judges whose number it is: decried the loss of 40 jobs, called for a 5% rise, put the toll at 12."""
    following = clause.folded[index + 1] if index + 1 < stop else ""
    if clause.folded[stop - 1] == "at" and clause.folded[index] in clause.words.putting and following in NAMED:
        return following not in OWN
    judged = clause.words.judging.get(clause.bare[index])
    if judged is None or (index and clause.folded[index - 1] in BE):
        return False
    return not judged or following == "for" or following in NAMED


def _shared(
    clause: Clause, first: int, kind: str, measure: str | None, depth: int, row: Verb
) -> tuple[str | None, str | None]:
    """The verb has no subject of its own: Acme cut prices and hired; Brightwater, which makes pumps, posted."""
    bare, printed = clause.bare, clause.printed
    if first == 0 or depth >= 4:
        return None, None
    outside = measure is not None and kind in ("percent", "money") and not clause.words.owns(measure)
    if outside and row.judge and bare[first] not in AUX:
        return None, None  # the bank held its rate and forecast inflation of
    if clause.folded[first - 1] in COORDINATE:
        return subject_of(clause, first - 1, "", measure, depth + 1)[0], None
    if printed[first - 1].endswith(","):
        if bare[first - 1].isdigit():
            name = name_of_age(clause, first - 1)
            if name is not None:
                return name, None  # Kessler, 61, owns
        for index in range(first - 2, max(-1, first - 16), -1):
            if printed[index].endswith(","):
                opener = clause.folded[index + 1]
                if index < 6 and (
                    opener in _OPENERS
                    or opener.endswith(("’s", "'s"))
                    or opener.isdigit()
                    or tells_more(clause, index + 1)
                ):
                    told = [at for at in range(index + 1) if clause.verb(at) is not None]
                    if told:  # Prosecutors say Greer, 52, diverted
                        if opener.isdigit() and (clause.verb(told[-1]) or PLAIN).say and told[-1] < index:
                            return canonical(clause, clause.slice(told[-1] + 1, index + 1)), None
                        return None, None
                    begin = 1 if clause.folded[0] in COORDINATE else 0
                    return read_phrase(clause, begin, index + 1, LEVEL if row.level else PLAIN, kind, measure)
                return None, None
    return None, None
