"""What an English adjunct has the number of: a participle, what is told behind with, a noun inside the clause."""

from __future__ import annotations

from typing import Final

from claims.subjects_en_beside import SMALL, is_noun
from claims.subjects_en_left import Clause
from claims.subjects_en_phrase import read_phrase
from claims.subjects_en_words import (
    ARTICLES,
    AUX,
    CLAUSE,
    CLOSED,
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
    TIMES,
    TRIM,
    Verb,
)

__all__ = [
    "brought",
    "in_adjunct",
    "is_inside",
    "is_reduced",
    "is_verb",
    "other_deed",
    "possessive_time",
    "tells_more",
    "tells_of_noun",
]

_VOTES: Final = ("vote", "votes")  # won a second term with 54% of them
_GOALS: Final = ("to", "at")
_MOVING: Final = ("to", "at", "by")

_NOWS: Final = frozenset(("now", "currently"))
_NEAR: Final = 9  # words of a phrase


def _beside_with(clause: Clause, stop: int) -> int:
    """Where the noun phrase before up or down begins behind with: with Harker up 2.6% and | Brent Steel down; 0 for none."""
    folded, printed = clause.folded, clause.printed
    for at in range(stop - 2, max(0, stop - 7), -1):
        word = folded[at]
        if word == "with" or (word == "and" and "with" in folded[max(0, at - 9) : at]):
            return at + 1 if at + 1 < stop - 1 else 0
        if printed[at][-1:] in PAUSES or word in PREPOSITIONS or word in AUX or clause.verb(at) is not None:
            return 0
    return 0


def _described_with(clause: Clause, stop: int) -> str | None:
    """would create a lender with | 480 branches: the thing that an indefinite noun in front of with is."""
    bare, folded = clause.bare, clause.folded
    opens = next((at for at in range(stop - 2, max(-1, stop - 6), -1) if folded[at] in ("a", "an")), 0)
    if (
        not 0 < opens < stop - 2
        or folded[opens - 1] in PREPOSITIONS
        or folded[opens - 1] == "as"
        or folded[stop - 2] in SPANS
    ):
        return None
    for at in range(opens + 1, stop - 1):
        if not bare[at].islower() or folded[at] in PREPOSITIONS or clause.verb(at) is not None:
            return None
    return clause.slice(opens, stop - 1)


def _plural_with(clause: Clause, stop: int) -> str | None:
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


def brought(clause: Clause, stop: int, kind: str, measure: str | None) -> tuple[str | None, str | None] | None:
    """Prices fell, taking the average price of a home to £271,900: the object of the participle has the number."""
    printed, folded = clause.printed, clause.folded
    for index in range(stop - 1, max(0, stop - 10), -1):
        if printed[index - 1][-1:] == ",":
            word, following = folded[index], folded[index + 1] if index + 1 < stop else "to"
            if word[-3:] != "ing" or word in PREPOSITIONS or following in PREPOSITIONS or following in OWN:
                return None
            return read_phrase(clause, index + 1, stop, LEVEL, kind, measure)
        if printed[index][-1:] in TRIM:
            return None
    return None


def _also_to(clause: Clause, stop: int) -> int:
    """Where the last of several things begins that are to do something: expects sales to be …, and | revenue to rise; or 0."""
    folded, last = clause.folded, stop - 1
    while last > 3 and folded[last] in SMALL:
        last -= 1
    if (
        last < 4
        or folded[last - 1] != "to"
        or "to" not in folded[: last - 2]
        or not clause.words.does(folded[last], clause.words.levels)
    ):
        return 0
    opens = next((at for at in range(last - 2, max(0, last - 6), -1) if folded[at] == "and"), 0)
    return opens + 1 if 1 < opens < last - 2 and clause.printed[opens - 1][-1] == "," else 0


def tells_more(clause: Clause, at: int) -> bool:
    """The mill, completed in May, | The firm, maker of vans, | The bank, however, | : whether such an aside opens at ``at``."""
    folded, words = clause.folded, clause.words
    word = folded[at]
    if word in words.adverbs:
        return clause.printed[at][-1] == ","
    row, following = words.verbs.get(word), folded[at + 1] if at + 1 < len(folded) else ""
    if word in words.participles or (
        clause.bare[at].islower() and (word[-2:] == "ed" if row is None else _is_past(word, row, following))
    ):
        return True
    return at + 1 < len(folded) and folded[at + 1] == "of" and is_noun(clause.bare[at], words)


def _is_past(word: str, row: Verb, following: str) -> bool:
    """spread, built, based: a past form, which a participle may be; no may, plans, cut."""
    if word[-1] == "s" or word in AUX:
        return False
    return not row.weak or (following in PREPOSITIONS and following != "of")


def _is_level(clause: Clause, word: str) -> bool:
    """slipping, rising, closing: the participle of a verb of level."""
    stem, words = word[:-3], clause.words
    return words.does(stem, words.levels) or (words.verbs.get(stem[:-1]) or PLAIN).level


def other_deed(clause: Clause, verb: int, stop: int) -> bool:
    """Output rose, meeting 71% of demand: what a participle of no level has the number of; not slipping 3%."""
    for at in range(stop - 1, verb + 1, -1):
        if clause.printed[at - 1][-1:] == ",":
            word = clause.folded[at]
            return word[-3:] == "ing" and word not in PREPOSITIONS and not _is_level(clause, word)
    return False


def tells_of_noun(clause: Clause, at: int) -> bool:
    """A scandal affecting, a lawsuit charging: whether the participle tells of the noun before it."""
    folded = clause.folded
    before = folded[at - 1]
    return (
        clause.bare[at].islower()
        and clause.printed[at - 1][-1:] not in PAUSES
        and before.isalpha()
        and before not in CLOSED
        and before not in NAMED
        and before not in SPANS
        and before[-2:] not in ("ly", "ed")
        and before[-3:] != "ing"
        and folded[at - 2] not in AUX
        and clause.verb(at - 1) is None
        and not (clause.words.verbs.get(folded[at]) or PLAIN).judge
        and folded[at] not in clause.words.measures
        and folded[at] not in PREPOSITIONS
    )


def _of_a_noun(clause: Clause, stop: int) -> bool:
    """A scandal affecting 3,000 users, a lender with 480 branches, with oil struggling to hold at $103, at a cost of $3: the
    number belongs to a noun inside the clause, and is not what its subject does."""
    folded, printed, tokens = clause.folded, clause.printed, clause.tokens
    last = stop - 1
    while last > 0 and folded[last] in SMALL and folded[last] not in ("at", "to"):
        last -= 1
    if last > 1 and tokens[last].gerund and tells_of_noun(clause, last):
        return True
    if folded[last] == "worth" and not tokens[last - 1].aux:
        return True  # seized cocaine worth 31 million euros
    moved = folded[last] in MOVED or folded[last] in _NOWS
    for at in range(last, max(0, last - _NEAR), -1):
        word = folded[at]
        moved = moved or (at < last and tokens[at].gerund) or word in _NOWS
        if word == "with" and at:
            if printed[at - 1].rstrip("”’\"'")[-1:] == ",":
                return moved and at + 1 < last
            indefinite = "a" in folded[max(0, at - 4) : at] or "an" in folded[max(0, at - 4) : at]
            if folded[last] == "of" and at + 1 < last and folded[at - 1][-1:] == "s" and folded[at - 1].islower():
                return True  # a share of counties with poverty rates of
            return indefinite and clause.verb(at - 1) is None
        before = tokens[at - 1]
        if word == "at" and before.comma and folded[at + 1 : at + 2] in (["a"], ["an"]):
            return True
        if before.pause and not before.comma:
            return False
        if clause.verb(at) is not None:
            return False
    return False


def possessive_time(word: str) -> bool:
    """Friday's, yesterday’s."""
    return word.endswith(("’s", "'s")) and word[:-2] in TIMES


def is_inside(clause: Clause, begin: int) -> bool:
    """Whether the comma before ``begin`` stands inside the subject: earnings of employees on private, nonfarm payrolls rose,
    increases in London, Wales and Scotland were."""
    bare, folded, opener = clause.bare, clause.folded, begin - 2
    if folded[0] in PREPOSITIONS or folded[0] in CLAUSE or any(clause.verb(at) is not None for at in range(opener)):
        return False
    if bare[begin - 1].islower():
        return bare[begin].islower() and folded[begin] not in NAMED
    return clause.suffix(0, opener) > 0


def is_verb(clause: Clause, at: int) -> bool:
    """A finite verb that is no noun: cut 300 jobs, plans to open."""
    row = clause.verb(at)
    if row is None or not row.weak:
        return row is not None
    following = clause.folded[at + 1] if at + 1 < len(clause.folded) else ""
    before = clause.folded[at - 1] if at else "the"
    if before in NAMED or before in PREPOSITIONS:
        return False  # cuts to schools and hospitals
    return following[:1].isdigit() or following[:1] in ("$", "€", "£") or following == "to" or following in NAMED


def is_reduced(clause: Clause, at: int, first: int) -> bool:
    """mice | fed | the diet lived: a past form with an object behind a noun, and a verb behind that: no verb of its own."""
    word, before = clause.bare[at], clause.folded[at - 1]
    return (
        word not in AUX
        and word not in clause.words.cues
        and word[-1] != "s"
        and at + 1 < first
        and clause.folded[at + 1] in ARTICLES
        and clause.printed[at - 1][-1].isalpha()
        and before not in PRONOUNS
        and before not in AUX
        and before not in CLAUSE
        and before not in COORDINATE
        and before[-2:] != "ly"
    )


def in_adjunct(clause: Clause, stop: int, kind: str, measure: str | None) -> tuple[str | None, str | None] | None:
    """What an adjunct that ends at ``stop`` says of the number behind it; None where none does."""
    bare, folded = clause.bare, clause.folded
    if stop > 3 and bare[stop - 1][-3:] == "ing" and "with" in folded[max(0, stop - 6) : stop - 2]:
        opens = stop - 1 - folded[:stop][::-1].index("with")
        level = LEVEL if _is_level(clause, folded[stop - 1]) and kind != "count" else PLAIN
        return read_phrase(clause, opens + 1, stop - 1, level, kind, measure)  # with employers adding 201,000 jobs
    if stop > 3 and bare[stop - 1] in MOVED:
        beside = _beside_with(clause, stop)
        if beside:
            return read_phrase(clause, beside, stop - 1, LEVEL, kind, measure)
    if stop > 4 and bare[stop - 1] in _MOVING and folded[stop - 2][-3:] == "ing":
        beside = _beside_with(clause, stop - 1)
        if beside and _is_level(clause, folded[stop - 2]):
            return read_phrase(clause, beside, stop - 2, LEVEL, kind, measure)
    if stop > 6 and (also := _also_to(clause, stop)):
        return read_phrase(clause, also, stop - 1 - folded[:stop][::-1].index("to"), LEVEL, kind, measure)
    if stop > 2 and folded[stop - 1] == "with" and kind in ("count", "money"):
        lender = _described_with(clause, stop)
        if lender is not None:
            return lender, None
    if stop > 4 and kind == "measure":
        gusts = _plural_with(clause, stop)
        if gusts is not None:
            return None, gusts
    if stop > 2 and _of_a_noun(clause, stop) and not (measure in _VOTES and folded[stop - 1] == "with"):
        return None, None
    if stop > 3 and bare[stop - 1] in _GOALS:
        taken = brought(clause, stop - 1, kind, measure)
        if taken is not None:
            return taken
    return None
