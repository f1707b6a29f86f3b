"""English clauses that stand beside others: two nouns joined, what is told behind with, what a participle does."""

from __future__ import annotations

from typing import Final

from claims.attribution_en_names import guess
from claims.subjects_en_beside import SMALL, is_noun
from claims.subjects_en_phrase import OWN, SPANS, canonical, read_phrase
from claims.subjects_en_words import (
    AUX,
    BODIES,
    CLAUSE,
    COORDINATE,
    MOVED,
    NAMED,
    PAUSES,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    TRIM,
    Clause,
)

__all__ = [
    "antecedent", "beside_with", "brought", "described_with", "gusts_with", "is_level", "its_owner", "joint", "number_of",
    "of_a_noun", "orders", "other_deed", "outlook_for", "tells_of_noun",
]  # fmt: skip

_ANTECEDENT: Final = 6  # words of a noun phrase that , which tells more of
_BEFORE_NUMBER: Final = frozenset(("that", "said", "and", "but"))
_TELLING: Final = frozenset(("that", "which", "who", "whose", "more", "less", "than"))
_BE: Final = frozenset(("is", "was", "were", "are"))
_NOWS: Final = frozenset(("now", "currently"))
_SCALES: Final = frozenset(("million", "billion", "trillion", "percent"))
_SUBJECT: Final = 8  # … of what a sentence begins with
_NEAR: Final = 9  # words of a phrase


def joint(clause: Clause, begin: int, first: int) -> bool:
    """Whether a sentence opens with two nouns joined, and nothing else stands before the verb."""
    if first > _NEAR or clause.words.suffix(clause.bare[max(begin, first - 3) : first]):
        return False
    return all(
        word not in PREPOSITIONS and word not in CLAUSE and word not in AUX and word[-1:] != ","
        for word in clause.folded[:first]
    ) and not any(printed[-1:] in PAUSES for printed in clause.printed[:first])


def beside_with(clause: Clause, stop: int) -> int:
    """Where the noun phrase before up or down begins behind with: with Harker up 2.6% and | Brent Steel down; 0 for none."""
    folded, printed = clause.folded, clause.printed
    for at in range(stop - 2, max(0, stop - 7), -1):
        word = folded[at]
        if word == "with" or (word == "and" and "with" in folded[max(0, at - 9) : at]):
            return at + 1 if at + 1 < stop - 1 else 0
        if printed[at][-1:] in PAUSES or word in PREPOSITIONS or word in AUX or clause.verb(at) is not None:
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
    told = folded[which] == "that" and printed[which - 1][-1] not in PAUSES
    if which + 1 >= stop or (printed[which - 1][-1] != "," and not told) or (told and not _thing(clause, which - 1)):
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
    comma = next((at for at in range(verb, stop) if printed[at][-1] == ","), stop)
    if comma < stop and not any(word[:1].isdigit() for word in bare[verb:comma]):
        return None  # the police, who searched the house, 12 kg
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
    if begin and folded[begin - 1] in PREPOSITIONS and folded[verb] in _BE:
        return None  # imported 3 million barrels from Norway, which was 2% less
    if folded[begin] in OWN or not (folded[begin] in NAMED or all(word[:1].isupper() for word in bare[begin:which])):
        return None
    return canonical(clause, clause.slice(begin, which))


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
        and clause.verb(at) is None
        and word not in clause.words.cues
    )


def number_of(clause: Clause, verb: int) -> str | None:
    """The number of drugs that were axed, while the volume of exports: what opens a clause and is counted up to its verb."""
    folded, printed = clause.folded, clause.printed
    for at in range(verb - 3, -1, -1):
        if folded[at] != "the" or (
            at and folded[at - 1] not in CLAUSE and folded[at - 1] not in _BEFORE_NUMBER and printed[at - 1][-1] != ","
        ):
            continue
        total = folded[at + 1] == "total"
        if folded[at + 1 + total] in clause.words.amounts and folded[at + 2 + total] == "of":
            for end in range(at + 3 + total, verb):
                if (
                    folded[end] in CLAUSE
                    or folded[end] in _TELLING
                    or folded[end] in AUX
                    or folded[end] == "during"
                    or printed[end - 1][-1] == ","
                ):
                    return clause.slice(at + 1, end)
            return clause.slice(at + 1, verb)
        return None
    return None


def orders(clause: Clause, him: int, stop: int) -> bool:
    """ordering them to pay."""
    doing = clause.folded[him - 1]
    if doing[-3:] != "ing" or clause.folded[him + 1 : him + 2] != ["to"] or him + 2 >= stop:
        return False
    verbs = clause.words.verbs
    return bool((verbs.get(doing[:-3] + "ed") or verbs.get(doing[:-3] + "d") or {}).get("object"))


def tells_of_noun(clause: Clause, at: int) -> bool:
    """A scandal affecting, a lawsuit charging: whether the participle tells of the noun before it."""
    folded = clause.folded
    before = folded[at - 1]
    return (
        clause.bare[at].islower()
        and clause.printed[at - 1][-1:] not in PAUSES
        and before.isalpha()
        and before not in AUX
        and before not in PREPOSITIONS
        and before not in CLAUSE
        and before not in COORDINATE
        and before not in NAMED
        and before not in SPANS
        and before[-2:] not in ("ly", "ed")
        and before[-3:] != "ing"
        and folded[at - 2] not in AUX
        and clause.verb(at - 1) is None
        and not (clause.words.verbs.get(folded[at]) or {}).get("judge")
        and folded[at] not in clause.words.measures
        and folded[at] not in PREPOSITIONS
    )


def of_a_noun(clause: Clause, stop: int) -> bool:
    """A scandal affecting 3,000 users, a lender with 480 branches, with oil struggling to hold at $103, at a cost of $3: the
    number belongs to a noun inside the clause, and is not what its subject does."""
    folded, printed = clause.folded, clause.printed
    last = stop - 1
    while last > 0 and folded[last] in SMALL and folded[last] not in ("at", "to"):
        last -= 1
    if last > 1 and folded[last][-3:] == "ing" and tells_of_noun(clause, last):
        return True
    if folded[last] == "worth" and folded[last - 1] not in AUX:
        return True  # seized cocaine worth 31 million euros
    moved = folded[last] in MOVED or folded[last] in _NOWS
    for at in range(last, max(0, last - _NEAR), -1):
        word = folded[at]
        moved = moved or (word[-3:] == "ing" and at < last) or word in _NOWS
        if word == "with" and at:
            if printed[at - 1].rstrip("”’\"'")[-1:] == ",":
                return moved and at + 1 < last
            indefinite = "a" in folded[max(0, at - 4) : at] or "an" in folded[max(0, at - 4) : at]
            if folded[last] == "of" and at + 1 < last and folded[at - 1][-1:] == "s" and folded[at - 1].islower():
                return True  # a share of counties with poverty rates of
            return indefinite and clause.verb(at - 1) is None
        if word == "at" and folded[at + 1 : at + 2] in (["a"], ["an"]) and printed[at - 1][-1:] == ",":
            return True
        if printed[at - 1][-1:] in PAUSES and printed[at - 1][-1:] != ",":
            return False
        if clause.verb(at) is not None:
            return False
    return False


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
    if clause.words.suffix(bare[max(0, verb - 3) : verb]) or guess(phrase, clause.words.names) not in BODIES:
        return None
    alias = clause.known.get(phrase)
    return canonical(clause, phrase) if alias is None or alias.type in BODIES else None


def described_with(clause: Clause, stop: int) -> str | None:
    """would create a lender with | 480 branches: the thing that an indefinite noun in front of with is."""
    bare, folded = clause.bare, clause.folded
    opens = next((at for at in range(stop - 2, max(-1, stop - 6), -1) if folded[at] in ("a", "an")), 0)
    if not 0 < opens < stop - 2 or folded[opens - 1] in PREPOSITIONS or folded[stop - 2] in SPANS:
        return None
    for at in range(opens + 1, stop - 1):
        if not bare[at].islower() or folded[at] in PREPOSITIONS or clause.verb(at) is not None:
            return None
    return clause.slice(opens, stop - 1)


def gusts_with(clause: Clause, stop: int) -> str | None:
    """Rain could reach 4 inches, with wind gusts of up to | 55 mph: the plural behind a comma and with, which the size is of."""
    bare, folded, printed = clause.bare, clause.folded, clause.printed
    last = stop - 1
    while last > 0 and folded[last] in SMALL:
        last -= 1
    if folded[last] != "of" or not is_noun(bare[last - 1], clause.words) or bare[last - 1][-1] != "s":
        return None
    begin = last - 1
    while begin > last - 3 and is_noun(bare[begin - 1], clause.words):
        begin -= 1
    for at in range(begin - 1, max(0, begin - _NEAR), -1):
        if folded[at] == "with":
            return clause.slice(begin, last) if printed[at - 1][-1:] == "," else None
        if printed[at][-1:] == "," or clause.verb(at) is not None:
            return None
    return None


def outlook_for(clause: Clause, verb: int, stop: int, kind: str) -> tuple[str | None, str | None] | None:
    """The IMF lowered its forecast for global growth this year to 3.2%: a number of what is foreseen, not of who foresees it."""
    folded, words = clause.folded, clause.words
    for at in range(verb + 1, min(stop - 2, verb + 7)):
        if (
            folded[at] in words.outlooks
            and folded[at + 1] == "for"
            and not (folded[at + 2].isdigit() or folded[at + 2] in TIMES or folded[at + 3] in TIMES)
        ):
            for end in range(min(stop, at + 8), at + 2, -1):
                count = words.suffix(clause.bare[max(at + 2, end - 3) : end])
                if count and words.fits(clause.slice(end - count, end), kind):
                    return None, clause.noun(at + 2, end - count, end)
            return None, None
    return None


def brought(clause: Clause, stop: int, kind: str, measure: str | None) -> tuple[str | None, str | None] | None:
    """Prices fell, taking the average price of a home to £271,900: the object of the participle has the number."""
    printed, folded = clause.printed, clause.folded
    for index in range(stop - 1, max(0, stop - 10), -1):
        if printed[index - 1][-1:] == ",":
            word, following = folded[index], folded[index + 1] if index + 1 < stop else "to"
            if word[-3:] != "ing" or word in PREPOSITIONS or following in PREPOSITIONS or following in OWN:
                return None
            return read_phrase(clause, index + 1, stop, {"level": True}, kind, measure)
        if printed[index][-1:] in TRIM:
            return None
    return None
