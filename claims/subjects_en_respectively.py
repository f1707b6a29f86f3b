"""Cork and Galway rose 3% and 2%, respectively: each number is that of the thing which stands at its own place in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.subjects_en_words import NAMED, Words

if TYPE_CHECKING:
    from claims.records import Alias, Mention

__all__ = ["shared_out"]

_REACH: Final = 16  # characters from the last number to the word
_FAR: Final = 240  # characters that the list stands in
_PREDICATE: Final = 6  # words between the list and the first number
_LINKS: Final = frozenset((", ", " and ", ", and "))
_WITHIN: Final = frozenset(("in", "at", "from"))
_INSIDE: Final = frozenset(("of", "for", "de", "&"))


def shared_out(
    text: str, low: int, said: int, group: list[Mention], known: dict[str, Alias], words: Words
) -> None:  # fmt: skip
    """Give the numbers that end before ``said``, where respectively stands, the names or the measures of the list before them."""
    last = next((at for at in range(len(group) - 1, -1, -1) if group[at].end <= said), -1)
    if last < 1 or said - group[last].end > _REACH:
        return
    first = last
    while first and group[first - 1].kind == group[first].kind:
        if text[group[first - 1].end : group[first].left] not in _LINKS:
            break
        first -= 1
    found = group[first : last + 1]
    if len(found) == 1:
        return
    tokens = text[max(low, found[0].left - _FAR) : found[0].left].split()
    names = _names(tokens, len(found), measured=found[0].measure is not None)
    if names:
        for mention, name in zip(found, names, strict=True):
            alias = known.get(name)
            mention.subject = name if alias is None else alias.canonical
        return
    measures = _measures(tokens, words) if len(found) == 2 else []
    for at, mention in enumerate(found):
        if measures:
            mention.measure = measures[at]
        subject = mention.subject
        if subject is not None and (" and " in subject or text.find(f" and {subject}", low, found[0].left) >= 0):
            mention.subject = None


def _names(tokens: list[str], count: int, *, measured: bool) -> list[str]:
    """So many names before the predicate: Banaras Beads, Humming Bird and DRA Consultants | rising by."""
    stop = len(tokens)
    while stop and len(tokens) - stop < _PREDICATE and tokens[stop - 1].islower() and tokens[stop - 1].isalpha():
        stop -= 1
    if stop < 3 or stop == len(tokens) or tokens[stop - 1][-1] in ",;:":
        return []
    names: list[str] = []
    while len(names) < count:
        begin = _name(tokens, stop)
        if begin == stop:
            return []
        names.append(" ".join(tokens[begin:stop]).rstrip(","))
        stop = begin
        if len(names) == 1:
            if not stop or tokens[stop - 1] != "and":
                return []
            stop -= 1
        elif len(names) < count and (not stop or tokens[stop - 1][-1] != ","):
            return []
    if stop and (
        tokens[stop - 1] == "and" or (stop > 1 and tokens[stop - 1][-1] == "," and tokens[stop - 1].istitle())
    ):
        return []  # one name more than there are numbers
    if stop and not measured and tokens[stop - 1] in _WITHIN:
        return []  # Banks in the United States and South Korea lost
    return names[::-1]


def _name(tokens: list[str], stop: int) -> int:
    """Where the name begins that ends at ``stop``."""
    begin = stop
    while begin:
        word = tokens[begin - 1]
        if begin < stop and word[-1] in ",;:":
            break
        if not word[:1].isupper() and word[0] != "(" and not word[0].isdigit():
            if word not in _INSIDE or begin == stop or begin < 2 or not tokens[begin - 2][:1].isupper():
                break
        begin -= 1
    if begin == stop or not tokens[begin][:1].isupper():
        return stop
    return begin - 1 if begin and tokens[begin - 1] in NAMED else begin


def _measures(tokens: list[str], words: Words) -> list[str]:
    """Revenue and net profit | rose: two measures before the verb."""
    place = next((at for at in range(len(tokens) - 1, 0, -1) if tokens[at] == "and"), 0)
    first = words.suffix(tokens[max(0, place - 3) : place]) if place else 0
    if not first:
        return []
    for stop in range(min(len(tokens) - 1, place + 4), place + 1, -1):
        if words.suffix(tokens[place + 1 : stop]) == stop - place - 1:
            return [" ".join(tokens[place - first : place]), " ".join(tokens[place + 1 : stop])]
    return []
