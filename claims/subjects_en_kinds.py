"""What one kind of English number asks for: a distance, a size before a noun, a share of many, an age, a time that lasts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.looks import first_word, follows, follows_any
from claims.subjects_en_beside import SMALL, is_noun
from claims.subjects_en_left import Clause
from claims.subjects_en_owner import canonical
from claims.subjects_en_words import ARTICLES, AUX, CLAUSE, COORDINATE, PLAIN, PREPOSITIONS

if TYPE_CHECKING:
    from claims.records import Mention

__all__ = ["aged", "described", "heads", "is_aside", "is_where", "lasts", "whole"]

_PART_OF: Final = re.compile(
    r" (?:of )?(?:(?:the )?[A-Za-z]{3,20}[’']s |the |all |those |our |its |their |his |her )?"
    r"([a-z]{3,20})(?: ([a-z]{3,20}))?(?=[ .,;:]|$)"
)
_ONE_OR_TWO: Final = re.compile(r" ([a-z]{3,20})(?: ([a-z]{3,20})(?! [a-z]{3,20}s\b))?(?![\w’'-])")
_NAMED_BEHIND: Final = re.compile(
    r" ([A-Z][a-z]+(?: [A-Z][a-z]+){1,2})(?=[,.;]| (?:is|was|in|on|at|to|and|has|had|will|for|that|which)\b)"
)
_AROUND: Final = frozenset(("in", "on", "for", "about", "over", "after", "to", "from", "at"))
_ALONG: Final = frozenset(("along", "across", "within", "inside", "under", "around", "near"))
_ATTRIBUTE: Final = re.compile(r" (?!of |in |and |or |to |at |for |from |a )[a-z]{3,20}\b")
_PAIR_OF: Final = re.compile(r" [a-z]{3,20}s\b")
_FROM_HERE: Final[tuple[str, ...]] = (" from ", " off ", " outside ")
#: Before a name these are no part of it, though they open the sentence: For Nora Tell (34), When Nora Tell, 34,
_NO_NAME: Final = PREPOSITIONS | CLAUSE | COORDINATE
_LONGEST_NAME: Final = 4  # words
_MODALS: Final = frozenset(("will", "would", "could", "can", "may", "might", "must", "should"))


def is_where(clause: Clause, mention: Mention) -> bool:
    """8 miles east of, placed it 3 miles away, along 600 miles, driven by 56 kph winds: how far or how fast, and nobody's."""
    text, end = clause.text, mention.end
    if "-" in text[mention.start : end]:
        return True  # a 60-meter ravine
    if mention.canonical_unit == "m":  # not 3 million tonnes from Norland
        following = first_word(text, end + 1, end + 20).rstrip(".,;:")
        if follows_any(text, end, _FROM_HERE) or following in clause.words.directions:
            return True
    if (
        clause.folded[-1:] == ["a"]
        and clause.folded[-2:-1]
        and clause.folded[-2] in _AROUND
        and _ATTRIBUTE.match(text, end)
    ):
        return True  # for a 50 sqm unit
    left = _before(clause, "")
    if follows(text, end, " away"):
        return left not in AUX
    return left in _ALONG or (left == "by" and _PAIR_OF.match(text, end) is not None)


def _before(clause: Clause, none: str) -> str:
    """The word before a number and what says how near it is."""
    at = len(clause.folded) - 1
    while at >= 0 and clause.folded[at] in SMALL:
        at -= 1
    return clause.folded[at] if at >= 0 else none


def described(clause: Clause, mention: Mention, end: int) -> str | None:
    """What a size in front of a noun is that of: a name of its own, or the last of one or two plain nouns."""
    name = _NAMED_BEHIND.match(clause.text, mention.end, end)
    if name is not None:
        return name.group(1)
    pair = _ONE_OR_TWO.match(clause.text, mention.end, end)
    if pair is None:
        return None
    first, second = pair.groups()
    if first == "range":
        return None  # the 725,000-to-755,000 tonnes range
    if second is not None and (is_noun(second, clause.words) or second in clause.words.turns):
        return str(second) if is_noun(first, clause.words) else None
    return str(first) if is_noun(first, clause.words) else None


def heads(clause: Clause, mention: Mention) -> bool:
    """45% of voters backed: whether the share is the first word of its clause."""
    left = _before(clause, "that")
    return (left == "that" or left in clause.words.cues) and follows(clause.text, mention.end, " of ")


def whole(clause: Clause, mention: Mention, end: int) -> str | None:
    """A third of voters, one in five young adults: those of whom it is a part, where they are a plain plural."""
    match = _PART_OF.match(clause.text, mention.end, end)
    if match is None:
        return None
    first, second = match.groups()
    if first in clause.words.measures:
        return None
    plurals = clause.words.plurals
    if first in plurals or (first[-1] == "s" and first[-2:] != "ss"):
        return first
    if second is not None and (second in plurals or (second[-1] == "s" and second[-2:] != "ss")):
        return f"{first} {second}" if is_noun(first, clause.words) else None
    return None


def is_aside(text: str, low: int, left: int) -> bool:
    """declined to comment on the 5,000 job cuts, police blame in the deaths of five: no count of the clause's doer."""
    words = text[max(low, left - 50) : left].split()
    while words and words[-1] in SMALL:
        words.pop()
    if not words:
        return False
    if words[-1] != "of":
        return words[-1] == "on"
    if len(words) > 2 and words[-3] == "on":
        return True  # based on surveys of more than 600 firms
    return len(words) > 3 and words[-3] in ARTICLES and words[-4] in _AROUND


def aged(clause: Clause) -> str | None:
    """Who is of an age: Erik Solheim, | 23, The suspect, | 34."""
    bare, folded, printed = clause.bare, clause.folded, clause.printed
    stop = len(bare)
    if stop and not bare[-1]:
        stop -= 1  # The driver (41)
    begin = stop
    while begin and stop - begin < _LONGEST_NAME and (begin == stop or printed[begin - 1][-1:] != ","):
        word = bare[begin - 1]
        if folded[begin - 1] in ARTICLES:
            return canonical(clause, clause.slice(begin - 1, stop)) if begin < stop else None
        if not word[:1].isupper() and (begin < stop and bare[begin][:1].isupper()):
            break
        if not word.replace("-", "").replace(".", "").replace("’", "").isalpha() or folded[begin - 1] in _NO_NAME:
            break
        begin -= 1
    if begin == stop or not all(word[:1].isupper() for word in bare[begin:stop]):
        return None
    return canonical(clause, clause.slice(begin, stop))


def lasts(clause: Clause) -> bool:
    """The strike lasted | 3 weeks, was sentenced to | six years, could face up to | 10 years: a time that the subject has."""
    folded, lasting = clause.folded, clause.words.lasting
    last = len(folded) - 1
    while last > 0 and folded[last] in SMALL and folded[last] not in ("to", "at"):
        last -= 1
    if last < 1:
        return False
    if folded[last] == "to":
        if folded[last - 1] == "up":
            last -= 2
        else:
            sentenced = bool(lasting.get(folded[last - 1], {}).get("to"))
            return sentenced or (clause.verb(last - 1) or PLAIN).level
    if folded[last] == "for":  # was jailed for | six years; not jailed him for
        return last > 1 and folded[last - 2] in AUX and bool(lasting.get(folded[last - 1], {}).get("for"))
    row = clause.verb(last)
    if row is not None:
        return (
            (not row.say and folded[last][-2:] != "ed")
            or row.level
            or (folded[last] in lasting and not lasting[folded[last]].get("to"))
        )
    return last > 0 and folded[last - 1] in _MODALS and clause.bare[last].isalpha()
