"""English numbers without a verb of their own: in a list, in brackets behind a name, in a clause that leaves out its verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.looks import precedes_any
from claims.subjects_en_beside import is_noun
from claims.subjects_en_left import Clause
from claims.subjects_en_words import AUX, MOVED, NAMED, PREPOSITIONS, TIMES, Words
from claims.times_en import MONTHS

if TYPE_CHECKING:
    from claims.records import Mention

__all__ = ["gapped", "listed", "measure_next", "name_before", "name_with", "named_next"]

#: How such a clause is joined to the one before.
_BEHIND: Final = r"(?:,| and|, and) "
_NO_VERB: Final = re.compile(
    _BEHIND + r"((?:the|its|their|his|her) [a-z]{3,20}(?: [a-z]{3,20})?)(?: at| by| to)? (?:\d[\d.,]* ?(?:by|x|×) ?)?$"
)
#: Hybrids stand at 20%, | electrics down to | 13%.
_NO_VERB_MOVED: Final = re.compile(
    _BEHIND + r"([a-z-]{3,20}(?: (?!up |down )[a-z-]{3,20})?)( up| down)?(?: to| at| by) $"
)
#: Texas raised fees by 20 percent, | Ohio by | 17 percent.
_NO_VERB_NAME: Final = re.compile(_BEHIND + r"([A-Z][\w.]+(?: [A-Z][\w.]+){0,2})(?:[’']s)? (?:by|at|to) ")
_NAME_ALONE: Final = re.compile(_BEHIND + r"((?:the )?[A-Z][\w.&]*(?: [\w.&-]+){0,3}) $")
_NOUN_ALONE: Final = re.compile(_BEHIND + r"([a-z]{3,20}) $")
#: Net income rose 3% | and revenue | 4%.
_MEASURE_ALONE: Final = re.compile(
    _BEHIND + r"(?:(the|its|their|his|her) )?((?:[a-z]{3,20} ){1,3})(?:of [a-z]{3,20} )?$"
)
#: a 20 percent share, | followed by Apple at | 16 percent
_FOLLOWED: Final = re.compile(r"followed by ((?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+){0,3}) (?:at|with|on) (?:[a-z]+ )?$")
#: crime is down 3% in Cork, | in Kerry down | 5%
_IN_PLACE: Final = re.compile(_BEHIND + r"in ([A-Z][\w.]+(?: [A-Z][\w.]+){0,2}) (?:up|down|by|at)(?: by| to)? $")
#: What all clauses without a verb end with but those of _NO_VERB.
_LEADING: Final[tuple[str, ...]] = (" by ", " at ", " to ", " up ", " down ")
_BY_REACH: Final = 24  # characters back to the by of the number before
_NEXT: Final = 14  # characters from a number to the clause without a verb
_GAP: Final = 60  # … and of such a clause
#: Of these no noun follows the article: the next 4 km.
_WHICH: Final = frozenset(("first", "second", "third", "other", "remaining", "rest", "top", "final", "best"))
_LISTING: Final = frozenset(("and", "by", "was", "were", "is", "with"))
_LONGEST_NAME: Final = 4  # words
_LABEL: Final = 8  # words before the colon of a list
_ENDS: Final = (":", ";", "·", "•", "|", ",")
_JOINING: Final = frozenset(("of", "and", "the", "de", "&"))


def listed(clause: Clause, kind: str) -> tuple[str, str] | None:
    """The name directly before the number and the measure of the label that the list begins with; None if this is no list."""
    bare, printed = clause.bare, clause.printed
    stop = len(bare)
    first = stop
    while first and stop - first < _LONGEST_NAME and (bare[first - 1][:1].isupper() or bare[first - 1] in _JOINING):
        if first < stop and printed[first - 1][-1:] in _ENDS:
            break
        first -= 1
    if first == stop or first == 0 or not bare[first][:1].isupper() or printed[first - 1][-1:] not in _ENDS:
        return None
    colon = next((at for at in range(min(first, _LABEL)) if printed[at][-1:] == ":"), -1)
    if colon < 0 or any(mark.isdigit() for word in bare[: colon + 1] for mark in word):
        return None
    if printed[first - 1][-1:] == "," and first - 1 != colon and not _behind_number(clause, first - 1):
        return None
    end = colon + 1
    for at in range(1, colon):
        if bare[at] in ("by", "per", "in", "for") or printed[at][-1:] == ",":
            end = at if printed[at][-1:] != "," else at + 1
            break
    count = clause.suffix(0, end)
    if not count or not clause.words.fits(" ".join(bare[end - count : end]), kind) or clause.folded[0] in NAMED:
        return None
    return clause.slice(first, stop), clause.slice(0, end)


def _behind_number(clause: Clause, at: int) -> bool:
    """Whether the word at a comma ends an item: $412,000, or 3%, or 5 million units."""
    return any(mark.isdigit() for word in clause.bare[max(0, at - 2) : at + 1] for mark in word)


def _name_from(clause: Clause, begin: int, stop: int) -> int:
    """Where a name begins that ends at ``stop``, and that goes on left of ``begin`` over words with capitals."""
    while begin and stop - begin < _LONGEST_NAME and clause.bare[begin - 1][:1].isupper():
        if begin < stop and clause.printed[begin - 1][-1:] in ",;:":
            break
        begin -= 1
    return begin


def name_before(clause: Clause) -> str | None:
    """The name before a bracket: New Mexico in joined Hawaii (77 percent), New Mexico (56 percent)."""
    bare = clause.bare
    stop = len(bare) - (not bare[-1])
    begin = _name_from(clause, stop, stop)
    return clause.slice(begin, stop) if begin < stop else None


def name_with(clause: Clause) -> str | None:
    """The name before with where no clause of its own ends in it: , Chevrolet with; and Rivian with; was the Ford Kuga with."""
    bare = clause.bare
    begin = stop = len(bare) - 1
    if not bare[stop - 1][:1].isupper():  # the Teacher project with 72 units
        while (
            begin and stop - begin < _LONGEST_NAME and bare[begin - 1].isalpha() and clause.folded[begin - 1] != "the"
        ):
            begin -= 1
        if begin == stop or not bare[begin][:1].isupper() or clause.folded[begin - 1] != "the":
            return None
    begin = _name_from(clause, begin, stop)
    if begin and clause.folded[begin - 1] == "the":
        begin -= 1
    if begin < 2 or not (clause.printed[begin - 1][-1:] == "," or clause.folded[begin - 1] in _LISTING):
        return None
    return clause.slice(begin, stop)


def measure_next(text: str, last: int, mention: Mention, words: Words) -> tuple[str, bool] | None:
    """Net income rose 3% | and its revenue | 4%: the measure that shares the verb of the one before, and whether it may be
    of another owner (and the price)."""
    match = _MEASURE_ALONE.search(text, max(last, mention.left - _GAP), mention.left)
    if match is None:
        return None
    nouns = match.group(2).split()
    count = words.suffix(nouns)
    if (
        not count
        or not all(is_noun(noun, words) for noun in nouns[:-count])
        or not words.fits(" ".join(nouns[-count:]), mention.kind)
    ):
        return None
    if match.group(1) is None and len(nouns) == 1 and nouns[0] in words.as_verbs:
        return None  # and yield 4%
    return " ".join(nouns), match.group(1) == "the"


def named_next(text: str, last: int, mention: Mention, words: Words) -> str | None:
    """Uganda sold 2 tonnes, | Rwanda | 3 tonnes and Burundi 4: the name between two numbers of one thing; no day or month.

    "" where a plain noun stands there (Brent fell 3% and copper 4%), which may be anything.
    """
    name = _NAME_ALONE.match(text, last, mention.left)
    if name is None or name.end() != mention.left:
        noun = _NOUN_ALONE.match(text, last, mention.left)
        bare = noun is not None and noun.end() == mention.left and is_noun(noun.group(1), words)
        return "" if bare and mention.kind == "percent" else None
    for word in name.group(1).split(" "):
        low = word.lower()
        if (
            low in MOVED
            or low in TIMES
            or low in words.verbs
            or low in words.cues
            or low in AUX
            or low in PREPOSITIONS
            or word in MONTHS
        ):
            return None
    return name.group(1)


def gapped(text: str, low: int, last: int, mention: Mention, words: Words) -> str | None:
    """The hall is 20 feet, | the yard 3 x | 4 m; diesel sells at $4 and | the dollar at | $410: a clause without its verb."""
    if text.find("followed by ", max(last, mention.left - _GAP), mention.left) >= 0:
        follower = _FOLLOWED.search(text, max(last, mention.left - _GAP), mention.left)
        if follower is not None:
            return follower.group(1)
    match = _NO_VERB.search(text, max(low, mention.left - _GAP), mention.left)
    if match is None:
        if not precedes_any(text, mention.left, _LEADING):
            return None
        name = _NO_VERB_NAME.match(text, last, mention.left)
        if name is not None and name.end() == mention.left:
            return name.group(1)
        match = _NO_VERB_MOVED.search(text, max(last, mention.left - _GAP), mention.left)
        if match is not None and match.start() - last > _NEXT:
            return None
        if match is None:
            place = _IN_PLACE.search(text, max(last, mention.left - _GAP), mention.left)
            return place.group(1) if place is not None and place.start() - last <= _NEXT else None
        again = text.endswith(" by ", 0, mention.left) and text.find(" by ", max(0, last - _BY_REACH), last) >= 0
        if not (match.group(2) or again or match.group(1)[-1] == "s"):
            return None
        nouns = match.group(1).split(" ")
        return (
            match.group(1)
            if all(is_noun(noun.replace("-", ""), words) and noun not in MOVED for noun in nouns)
            else None
        )
    nouns = match.group(1).split(" ")[1:]
    if any(not is_noun(noun, words) or noun in _WHICH for noun in nouns) or nouns[-1] in words.measures:
        return None
    return match.group(1)
