"""The objects of English verbs as those that have the number: fined the bank, expect Acme to post, ordered him to pay."""

from __future__ import annotations

from typing import Final

from claims.subjects_en_adjuncts import possessive_time
from claims.subjects_en_left import Clause
from claims.subjects_en_owner import canonical
from claims.subjects_en_phrase import read_phrase
from claims.subjects_en_words import ARTICLES, AUX, COORDINATE, MOVED, PLAIN, PREPOSITIONS, SPANS, Verb

__all__ = ["HIM", "in_object", "made_to", "orders", "standing"]

_HAVING: Final = frozenset(("has", "had", "have"))
HIM: Final = frozenset(("him", "her", "them"))


def _object_of(clause: Clause, begin: int, stop: int) -> str | None:
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


def _raised_to(
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
        return _object_of(clause, to + 2, later), None  # asked the judge to order Durham to repay
    if "and" in bare[verb + 2 : to - 1]:
        verb = to - 1 - bare[:to][::-1].index("and")  # revenue of $9 billion and earnings to land between
    if to - verb == 2 and clause.folded[verb + 1] in HIM:
        return _object_of(clause, verb + 1, to), None  # ordered him to pay
    verbs = clause.words.verbs
    row = verbs.get(bare[to + 1]) or verbs.get(bare[to + 1] + "s") or PLAIN
    return read_phrase(clause, verb + 1, to, row, kind, measure)


def made_to(clause: Clause, verb: int, stop: int) -> str | None:
    """applied to force Richards to pay back £9.9m: who is made to do it."""
    folded = clause.folded
    to = stop - 1 - folded[:stop][::-1].index("to")
    for at in range(to - 2, max(verb + 1, to - 5), -1):
        if folded[at - 1] == "to" and clause.words.does(folded[at], clause.words.objects):
            return _object_of(clause, at + 1, to)
    return None


def orders(clause: Clause, him: int, stop: int) -> bool:
    """ordering them to pay."""
    doing = clause.folded[him - 1]
    if doing[-3:] != "ing" or clause.folded[him + 1 : him + 2] != ["to"] or him + 2 >= stop:
        return False
    return clause.words.does(doing[:-3], clause.words.objects)


def in_object(
    clause: Clause, verb: int, stop: int, row: Verb, kind: str, measure: str | None, *, near: bool
) -> tuple[str | None, str | None] | None:  # fmt: skip
    """The object of the verb at ``verb`` as what has the number at ``stop``; None where the verb has none that may.

    ``near`` says that no verb between them has been passed over.
    """
    bare, folded = clause.bare, clause.folded
    if bare[stop - 1] in MOVED and not row.level and verb < stop - 2 and near and not row.judge:
        if (
            not possessive_time(folded[verb + 1]) and folded[stop - 2] not in SPANS and bare[verb] not in AUX
        ):  # settled Friday's trade, finished the day
            moved = _object_of(clause, verb + 1, stop - 1)
            return (None, None) if moved is None else (moved, None)  # The news sent shares down 6%
    if (row.judge or row.object) and "to" in bare[verb + 2 : stop]:
        raised = _raised_to(clause, verb, stop, kind, measure)
        if raised is not None:
            return raised
    if row.object and kind == "money" and verb < stop - 1 and folded[verb - 1] not in AUX:
        fined = _object_of(clause, verb + 1, stop)
        if fined is not None:
            return fined, None  # Regulators fined the bank $25 million
        if folded[verb + 1] in HIM:
            return None, None  # A judge fined him $500
    if row.object and kind != "money" and folded[verb - 1] not in AUX and "for" in folded[verb + 2 : stop - 1]:
        why = folded.index("for", verb + 2)
        if folded[why + 1][-3:] == "ing":
            done = next((at for at in range(verb + 1, why) if not bare[at][:1].isalpha()), why)
            doer = _object_of(clause, verb + 1, done) if done > verb + 1 else None
            return doer, None  # fined the chain for overcharging
    if row.of and folded[verb - 1] not in AUX and "of" in folded[verb + 2 : verb + 7]:
        of = folded.index("of", verb + 2)
        if _object_of(clause, verb + 1, of) is None:
            return None, None
        return read_phrase(clause, verb + 1, of, PLAIN, kind, measure)  # accused the firms of dumping
    return None
