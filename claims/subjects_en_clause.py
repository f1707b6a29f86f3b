"""The clause left of an English number: its finite verb, and whose number it is."""

from __future__ import annotations

from typing import Final

from claims.attribution_en_words import BE
from claims.subjects_en_adjuncts import (
    also_to,
    beside_with,
    brought,
    described_with,
    is_inside,
    is_level,
    is_reduced,
    is_verb,
    of_a_noun,
    other_deed,
    plural_with,
    possessive_time,
    tells_more,
    tells_of_noun,
)
from claims.subjects_en_anaphora import antecedent, name_of_age
from claims.subjects_en_control import HIM, made_to, object_of, orders, raised_to, standing
from claims.subjects_en_owner import canonical
from claims.subjects_en_phrase import joint, number_of, outlook_for, read_phrase
from claims.subjects_en_words import (
    AUX,
    CLAUSE,
    COORDINATE,
    LEVEL,
    MOVED,
    NAMED,
    OWN,
    PAUSES,
    PLAIN,
    PREPOSITIONS,
    PRONOUNS,
    SPANS,
    Clause,
    Verb,
)

__all__ = ["subject_of"]

_RELATIVE: Final = frozenset(("that", "which", "who", "whose"))
_BEFORE: Final = frozenset(("before", "after"))
_BESIDE: Final = frozenset(
    ("more", "less", "fewer", "above", "below", "compared", "versus", "against", "than", "beating", "missing")
)
_BEYOND: Final = frozenset(("above", "below", "than"))
_AGAINST: Final = frozenset(("compared", "versus"))
_SCARCELY: Final = frozenset(("little", "barely", "hardly", "almost", "not", "still"))
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
_FIRMS: Final = frozenset(("Inc", "Ltd", "LLC", "Corp", "Co", "PLC"))
_AS_MUCH: Final = ("much", "many")
_WITH_VERB: Final = AUX | _SCARCELY
_ABSTRACT: Final[tuple[str, ...]] = ("ing", "ion", "ment", "ness", "ity", "ism", "ance", "ence", "y")
_STARTING: Final = frozenset(("that", "said", "and", "but", "about", "some", "nearly", "almost", "than"))
_TELLING: Final = frozenset(("that", "which", "who"))
_INSIDE: Final = frozenset(("enough", "how", "why"))
_WHILE: Final = frozenset(("as", "while", "when", "because", "although", "if", "where"))
_EXAMPLES: Final = frozenset(("such", "including", "between", "both"))
_ENDED: Final = frozenset(";”")
_LONG: Final = 14  # words of a subject
_FAR_OFF: Final = 10  # words between a verb and the number of what its subject measures
_CAUSES: Final = frozenset(("due", "thanks", "owing"))
_CONTRACTED: Final = frozenset({
    "it’s", "it's", "that’s", "that's", "there’s", "there's", "he’s", "he's", "she’s", "she's", "they’re", "they're",
    "we’re", "we're",
})  # fmt: skip
#: Left of which a subject may not be looked for: what :func:`_halts` tells.
_NOTED: Final = CLAUSE | _RELATIVE | _BESIDE | _CAUSES | _CONTRACTED | _INSIDE | frozenset(HIM) | {"with", "but"}
_VOTES: Final = ("vote", "votes")  # won a second term with 54% of them
_GOALS: Final = ("to", "at")
_MOVING: Final = ("to", "at", "by")
_HOLDS: Final = frozenset(("held", "holds", "hold"))
_STEADY: Final = frozenset(("at", "steady", "near", "above", "below", "around", "flat"))
_SCORES: Final = frozenset(("percent", "points"))
_CLOSING: Final = frozenset(("ended", "ending"))


def subject_of(clause: Clause, stop: int, kind: str, measure: str | None, depth: int) -> tuple[str | None, str | None]:
    """The subject of the nearest finite verb left of ``stop``, and the measure if that subject is one."""
    bare, printed, folded = clause.bare, clause.printed, clause.folded
    if depth == 0 and stop > 3 and bare[stop - 1][-3:] == "ing" and "with" in folded[max(0, stop - 6) : stop - 2]:
        opens = stop - 1 - folded[:stop][::-1].index("with")
        level = LEVEL if is_level(clause, folded[stop - 1]) and kind != "count" else PLAIN
        return read_phrase(clause, opens + 1, stop - 1, level, kind, measure)  # with employers adding 201,000 jobs
    if depth == 0 and stop > 3 and bare[stop - 1] in MOVED:
        beside = beside_with(clause, stop)
        if beside:
            return read_phrase(clause, beside, stop - 1, LEVEL, kind, measure)
    if depth == 0 and stop > 4 and bare[stop - 1] in _MOVING and folded[stop - 2][-3:] == "ing":
        beside = beside_with(clause, stop - 1)
        if beside and is_level(clause, folded[stop - 2]):
            return read_phrase(clause, beside, stop - 2, LEVEL, kind, measure)
    if depth == 0 and stop > 6 and (also := also_to(clause, stop)):
        return read_phrase(clause, also, stop - 1 - folded[:stop][::-1].index("to"), LEVEL, kind, measure)
    if depth == 0 and stop > 2 and folded[stop - 1] == "with" and kind in ("count", "money"):
        lender = described_with(clause, stop)
        if lender is not None:
            return lender, None
    if depth == 0 and stop > 4 and kind == "measure":
        gusts = plural_with(clause, stop)
        if gusts is not None:
            return None, gusts
    if depth == 0 and stop > 2 and of_a_noun(clause, stop) and not (measure in _VOTES and folded[stop - 1] == "with"):
        return None, None
    if depth == 0 and stop > 3 and bare[stop - 1] in _GOALS:
        taken = brought(clause, stop - 1, kind, measure)
        if taken is not None:
            return taken
    index = stop - 1
    row: Verb | None = None
    while index >= 0:
        word = folded[index]
        if not printed[index].isalnum():
            if printed[index][-1:] in _ENDED:
                return None, None
            if "—" in word and word[0].isalpha() and word[-1].isalpha():
                return None, None  # the toll of disease—which includes pain—dropped
        if word in _NOTED and _halts(clause, index, stop):
            return None, None
        if index and word.endswith("ing") and _is_participle(clause, index, stop, depth):
            return None, None
        row = clause.verb(index)
        if row is not None and (
            not bare[index].endswith("ed")
            or index + 1 >= len(bare)
            or bare[index + 1] != "by"
            or row.level
            or folded[index - 1] in AUX
        ):
            break
        row = None
        index -= 1
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
    foreseen = outlook_for(clause, index, stop, kind)
    if foreseen is not None:
        return foreseen
    if folded[index] in _HOLDS and folded[index + 1 : index + 2] and folded[index + 1] in _STEADY:
        row = LEVEL  # the rate held at 4.4%; not held 4% of the shares
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
    if bare[stop - 1] in MOVED and not row.level and index < stop - 2 and depth == 0 and not row.judge:
        if (
            not possessive_time(folded[index + 1]) and folded[stop - 2] not in SPANS and bare[index] not in AUX
        ):  # settled Friday's trade, finished the day
            moved = object_of(clause, index + 1, stop - 1)
            return (None, None) if moved is None else (moved, None)  # The news sent shares down 6%
    if (row.judge or row.object) and "to" in bare[index + 2 : stop]:
        raised = raised_to(clause, index, stop, kind, measure)
        if raised is not None:
            return raised
    if row.object and kind == "money" and index < stop - 1 and folded[index - 1] not in AUX:
        fined = object_of(clause, index + 1, stop)
        if fined is not None:
            return fined, None  # Regulators fined the bank $25 million
        if folded[index + 1] in HIM:
            return None, None  # A judge fined him $500
    if row.object and kind != "money" and folded[index - 1] not in AUX and "for" in folded[index + 2 : stop - 1]:
        why = folded.index("for", index + 2)
        if folded[why + 1][-3:] == "ing":
            done = next((at for at in range(index + 1, why) if not bare[at][:1].isalpha()), why)
            doer = object_of(clause, index + 1, done) if done > index + 1 else None
            return doer, None  # fined the chain for overcharging
    if row.of and folded[index - 1] not in AUX and "of" in folded[index + 2 : index + 7]:
        of = folded.index("of", index + 2)
        if object_of(clause, index + 1, of) is None:
            return None, None
        return read_phrase(clause, index + 1, of, PLAIN, kind, measure)  # accused the firms of dumping
    if row.level and kind != "money" and "of" in folded[:index]:
        counted = number_of(clause, index)
        if counted is not None:
            return None, counted  # The number of drugs that were axed after trials rose
    first = index
    while first > 0:
        word = bare[first - 1]
        if (folded[first - 1] in _WITH_VERB and printed[first - 1][-1] != ",") or (
            word[-2:] == "ly" and word.islower() and word not in clause.words.ly_nouns
        ):
            first -= 1
        elif word == "far" and first > 1 and folded[first - 2] == "so" and printed[first - 1][-1] != ",":
            first -= 2  # has so far resulted
        else:
            break
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
    begin = first
    while begin > 0:
        if first - begin == _LONG:
            return None, None
        if printed[begin - 1][-1:] in PAUSES and not (printed[begin - 1][-1] == "," and bare[begin] in _FIRMS):
            break
        word = folded[begin - 1]
        if word in _BEFORE and begin > 1 and begin == first - 1 and folded[begin - 2] in clause.words.measures:
            begin -= 2  # Profit after tax rose
            continue
        if word in _BEFORE and begin > 1 and folded[begin - 2] in clause.words.measures:
            return None, None  # Profit before tax at the bank rose
        if word in CLAUSE or (word in _RELATIVE and not (word == "that" and folded[begin - 2] in PREPOSITIONS)):
            if (
                word == "that"
                and folded[begin] not in NAMED
                and bare[begin][-1:] != "s"
                and begin < first
                and (begin == 1 or printed[begin - 2][-1:] in PAUSES or folded[begin - 2] in COORDINATE)
            ):
                return None, None  # that version includes
            if (
                word == "that"
                and first - begin == 1
                and begin > 1
                and bare[begin].islower()
                and bare[begin][-1:] != "s"
                and bare[begin] not in clause.words.measures
                and bare[begin] not in PRONOUNS
                and not bare[begin].endswith(_ABSTRACT)
            ):
                return None, None  # said that fire had burned
            break  # sales from that segment dropped
        if begin == 1 and word in COORDINATE and begin < first:
            break  # But the bank sold
        if word in COORDINATE and not (bare[begin][:1].isupper() and begin > 1 and bare[begin - 2][:1].isupper()):
            if (
                begin < first
                and begin > 2
                and folded[begin - 3][:1].isdigit()
                and folded[begin] not in NAMED
                and (begin == 3 or folded[begin - 4] in _STARTING)
            ):
                return None, None  # 215,000 electric and hybrid vehicles were
            if any(opener in _EXAMPLES for opener in folded[max(0, begin - 6) : begin - 1]):
                return None, None  # pollutants such as benzene and carbon monoxide will
            if not any(
                is_verb(clause, at) and not clause.words.verbs.get(bare[at], row).say for at in range(begin - 1)
            ):
                if word == "and" and joint(clause, begin, first):
                    begin = 0  # Gold and silver rose
                    break
                return None, None  # costs for stores and data centers
            if word == "and" and printed[begin - 2][-1:] != "," and begin < first:
                opens = next(
                    (at for at in range(begin - 2, -1, -1) if folded[at] in CLAUSE or printed[at][-1:] == ","), 0
                )
                if folded[opens] in _WHILE and not any(is_verb(clause, at) for at in range(opens + 1, begin - 1)):
                    return None, None  # as the authorities and aid groups rushed
            break
        if word in _CLOSING and begin > 1 and folded[begin - 2] in SPANS:
            begin -= 1  # revenue for the quarter ended Oct. 26 was
            continue
        earlier = clause.verb(begin - 1)
        if earlier is not None and not earlier.weak:
            if begin > 2 and folded[begin - 2] in _TELLING and (bare[begin - 3].islower() or begin == 3) and depth == 0:
                if any(is_verb(clause, at) for at in range(begin - 2)) or begin - 2 > _LONG:
                    return None, None
                return read_phrase(clause, 0, begin - 2, row, kind, measure)  # The toll of a quake that hit Nepal rose
            if begin > 1 and is_reduced(clause, begin - 1, first):
                return None, None  # mice fed the diet lived
            break
        if earlier is not None and (earlier.say or (earlier.judge and bare[begin - 1][-2:] != "ed")):
            break
        begin -= 1
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
            return None, None
        return read_phrase(clause, 0, begin - 1, row, kind, measure)  # The firm that runs the mill sold
    if begin == first and depth == 0 and first > 1 and folded[first - 1] in ("which", "who", "that"):
        return antecedent(clause, first - 1, stop, kind), None
    if begin == first:
        return _shared(clause, first, kind, measure, depth, row)
    if folded[index] == "be" and begin == first - 1 and begin and folded[begin - 1] in _BEFORE:
        return None, None  # operating income before depreciation to be
    if begin > 1 and folded[begin - 1] == "who" and printed[begin - 2][-1] not in PAUSES:
        if begin > _LONG or any(is_verb(clause, at) for at in range(begin - 1)):
            return None, None  # Researchers found that those who ate nuts had
        return read_phrase(clause, 0, begin - 1, row, kind, measure)  # people who ate more
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
                return None, None
            begin = 0  # A wind farm in Brookston, Indiana started
        elif bare[begin][:1].isupper() and bare[begin - 1][:1].isupper() and "and" in folded[begin:first]:
            return None, None  # rises in London, Wales and Scotland were
    if begin and printed[begin - 1][-1:] == "," and bare[begin][:1].isupper() and "and" in folded[begin:first]:
        if all(word[:1].isupper() for word in bare[:begin]) and begin < _LONG - 6:
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


def _halts(clause: Clause, index: int, stop: int) -> bool:
    """Whether no subject is looked for left of a word of :data:`_NOTED`: as it opens a clause, a comparison or a cause."""
    bare, folded = clause.bare, clause.folded
    word, comma = folded[index], index > 0 and clause.printed[index - 1][-1:] == ","
    following = folded[index + 1] if index + 1 < len(folded) else ""
    if word in _CONTRACTED or (word in _CAUSES and following == "to"):
        return True  # it's worth, due to a £10m overspend
    if word in CLAUSE:
        return word != "as" or index + 1 >= len(bare) or bare[index + 1] not in _AS_MUCH
    if word in _RELATIVE:
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
    return 1 < index < stop - 2 and depth == 0 and tells_of_noun(clause, index)


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
