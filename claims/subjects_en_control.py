"""The objects of English verbs as those that have the number: fined the bank, expect Acme to post, ordered him to pay."""

from __future__ import annotations

from typing import Final

from claims.subjects_en_owner import canonical
from claims.subjects_en_phrase import read_phrase
from claims.subjects_en_words import ARTICLES, COORDINATE, PLAIN, PREPOSITIONS, Clause

__all__ = ["HIM", "made_to", "object_of", "orders", "raised_to", "standing"]

_HAVING: Final = frozenset(("has", "had", "have"))
HIM: Final = frozenset(("him", "her", "them"))


def object_of(clause: Clause, begin: int, stop: int) -> str | None:
    """Fined | the bank | $25 million: the short noun phrase between a verb and a number; the one person of the text for him."""
    phrase = clause.slice(begin, stop)
    if stop - begin == 1 and clause.folded[begin] in HIM:
        return clause.only["person"] if clause.folded[begin] != "them" else None
    if len(phrase) > 40 or any(word in PREPOSITIONS or word in COORDINATE for word in clause.bare[begin:stop]):
        return None
    return canonical(clause, phrase)


def standing(clause: Clause, verb: int, stop: int) -> str | None:
    """The poll has Labour on 31 percent and | the Liberals on | 48: the name whose number a table or a survey tells."""
    bare, folded = clause.bare, clause.folded
    if folded[stop - 1] != "on" or not bare[stop - 2][:1].isupper():
        return None
    if folded[verb] not in _HAVING and not (clause.verb(verb) or PLAIN).say:
        return None
    begin = stop - 2
    while begin - 1 > verb and (bare[begin - 1][:1].isupper() or folded[begin - 1] in ARTICLES):
        begin -= 1
    opened = begin - 1 == verb or folded[begin - 1] in COORDINATE or clause.printed[begin - 1][-1:] == ","
    return canonical(clause, clause.slice(begin, stop - 1)) if opened else None


def raised_to(
    clause: Clause, verb: int, stop: int, kind: str, measure: str | None
) -> tuple[str | None, str | None] | None:
    """Analysts expect Acme to post a loss: the object of the judging verb is the subject of what is expected."""
    bare = clause.bare
    to = next(
        (at for at in range(verb + 2, min(stop - 1, verb + 16)) if bare[at] == "to" and bare[at + 1].isalpha()), -1
    )
    if to < 0 or to + 1 >= len(bare) or to + 1 > stop:
        return None
    later = next((at for at in range(min(stop - 1, to + 7), to + 2, -1) if bare[at] == "to"), -1)
    if later > 0 and clause.words.does(bare[to + 1], clause.words.objects):
        return object_of(clause, to + 2, later), None  # asked the judge to order Durham to repay
    if "and" in bare[verb + 2 : to - 1]:
        verb = to - 1 - bare[:to][::-1].index("and")  # revenue of $9 billion and earnings to land between
    if to - verb == 2 and clause.folded[verb + 1] in HIM:
        return object_of(clause, verb + 1, to), None  # ordered him to pay
    verbs = clause.words.verbs
    row = verbs.get(bare[to + 1]) or verbs.get(bare[to + 1] + "s") or PLAIN
    return read_phrase(clause, verb + 1, to, row, kind, measure)


def made_to(clause: Clause, verb: int, stop: int) -> str | None:
    """applied to force Richards to pay back £9.9m: who is made to do it."""
    folded = clause.folded
    to = stop - 1 - folded[:stop][::-1].index("to")
    for at in range(to - 2, max(verb + 1, to - 5), -1):
        if folded[at - 1] == "to" and clause.words.does(folded[at], clause.words.objects):
            return object_of(clause, at + 1, to)
    return None


def orders(clause: Clause, him: int, stop: int) -> bool:
    """ordering them to pay."""
    doing = clause.folded[him - 1]
    if doing[-3:] != "ing" or clause.folded[him + 1 : him + 2] != ["to"] or him + 2 >= stop:
        return False
    return clause.words.does(doing[:-3], clause.words.objects)
