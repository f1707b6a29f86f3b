"""Who owns what an English sentence measures: Acme's revenue, revenue at Acme; Acme said revenue rose, and it, too."""

from __future__ import annotations

import re
from typing import Final

from claims.attribution_en_kinds import guess
from claims.subjects_en_left import Clause
from claims.subjects_en_words import (
    AUX,
    BODIES,
    CLAUSE,
    COORDINATE,
    NAMED,
    OWN,
    PLAIN,
    PREPOSITIONS,
    SPANS,
    TIMES,
    TRIM,
    Verb,
    is_year,
    trimmed,
)

__all__ = ["canonical", "company", "names_owner", "possessor", "pronoun", "reporter", "tells"]

_OF_BODY: Final = frozenset(("of", "for", "and"))
_SPEAKER: Final = 5  # words of a body that speaks
#: U.S. Steel's, St. Louis's: the stop belongs to the word.
_ABBREVIATED: Final = re.compile(r"(?:[A-Z]\.)+|(?:St|Ft|Mt)\.")
_GROWTH: Final = ("growth", "economic growth")
_PEOPLE: Final = frozenset(("he", "she"))


def possessor(clause: Clause, stop: int) -> str | None:
    """Acme's (quarterly) revenue: the owner before ``stop``; "" for its/their; None if nobody is named."""
    bare = clause.bare
    index = stop - 1
    for _ in range(3):
        if index < 0:
            return None
        word = bare[index]
        if clause.printed[index][-1:] == "," and word in clause.words.names.titles:
            return None  # the bank’s chief economist, prices will rise
        if word.endswith(("’s", "'s", "s’", "s'")):
            begin = index
            while (
                begin > 0
                and (bare[begin - 1][:1].isupper() or clause.folded[begin - 1] in NAMED or bare[begin - 1] == "&")
                and (
                    clause.printed[begin - 1][-1:] not in TRIM
                    or (word[:1].isupper() and _ABBREVIATED.fullmatch(clause.printed[begin - 1]))
                )
                and clause.folded[begin - 1] not in CLAUSE
                and clause.folded[begin - 1] not in COORDINATE
                and clause.folded[begin] not in NAMED
            ):
                begin -= 1
            if (
                begin > 1
                and bare[begin - 1] in _OF_BODY
                and bare[begin - 2][:1].isupper()
                and bare[begin][:1].isupper()
            ):
                begin = _body(clause, begin, index)  # the Reserve Bank of India's
            if begin == index and not word[:1].isupper():
                for at in range(index - 1, max(-1, index - 5), -1):
                    if clause.folded[at] in NAMED:
                        begin = at  # The hedge fund's, the typical U.S. homebuyer's
                        break
                    if bare[at] in PREPOSITIONS or bare[at] in clause.words.verbs or clause.printed[at][-1] in ",;:":
                        break
            while begin < index and clause.folded[begin] in PREPOSITIONS:
                begin += 1  # Of Korea's 13 items
            owner = clause.slice(begin, index + 1)
            owner = owner[:-2] if owner.endswith(("’s", "'s")) else owner[:-1]
            if (
                not owner
                or owner[owner.rfind(" ") + 1 :].lower() in TIMES
                or is_year(owner)
                or guess(owner, clause.words.names) == "market"
            ):
                return None  # Wall Street's forecast
            return canonical(clause, owner)
        if word.lower() in OWN:
            return None
        if (
            (not word.islower() and word.lower() not in TIMES)
            or word in PREPOSITIONS
            or word in NAMED
            or word in clause.words.verbs
        ):
            return None
        index -= 1
    return None


def _body(clause: Clause, begin: int, index: int) -> int:
    """Where the name of a body begins whose last words are of a place or a task: the Office for Transport's; else ``begin``."""
    bare, first = clause.bare, begin
    while first > 1 and bare[first - 1] in _OF_BODY and bare[first - 2][:1].isupper():
        first -= 2
        while first and (bare[first - 1][:1].isupper() or bare[first - 1] == "the"):
            first -= 1
            if clause.folded[first] == "the" or clause.printed[first - 1][-1:] in TRIM:
                break
    owner = clause.slice(first, index + 1)[:-2]
    return first if guess(owner, clause.words.names) in BODIES else begin


def names_owner(clause: Clause, at: int, stop: int, noun: str) -> bool:
    """shares of Acme, revenue at Acme, inflation in Turkey: a name after a measure owns it; sales in China are another's."""
    bare, words = clause.bare, clause.words
    if not bare[at + 1 : at + 2] or any(word in SPANS or word in TIMES for word in clause.folded[at + 1 : at + 5]):
        return False  # sales in the three months to 27 September, prices in December 2009
    if bare[at] == "in" and (noun.lower() not in words.money or noun[noun.rfind(" ") + 1 :].lower() in words.local):
        return bare[at + 1][:1].isupper() or (
            bare[at + 1] == "the" and bare[at + 2 : at + 3] != [] and bare[at + 2].isalpha()
        )
    if bare[at] == "of" and noun[noun.rfind(" ") + 1 :].lower() in words.goods:
        return False  # exports of Scotch whisky
    if bare[at] == "at":
        if bare[at + 1] == "the":  # output at the mine; not prices at the pump, sales at the weekend
            phrase = bare[at + 2 : stop]
            plain = 0 < len(phrase) < 4 and all(word.islower() and word not in PREPOSITIONS for word in phrase)
            return (
                plain
                and noun.lower() in clause.words.own
                and phrase[-1] not in words.moments
                and phrase[-1] not in SPANS
            )
        for word in bare[at + 1 : at + 6]:
            if word[:1].isupper():
                return True  # sales at department store chain Harker & Moss
            if not word.isalpha() or word in PREPOSITIONS or word in NAMED:
                return False
    return bare[at] == "of" and bare[at + 1][:1].isupper()


def company(clause: Clause, begin: int, stop: int, measure: str | None) -> bool:
    """Whether who expects a figure is a company, which speaks of itself; a ministry speaks of others, of growth a bank too."""
    phrase = clause.slice(begin, stop)
    if measure in _GROWTH and any(word in clause.words.foresees for word in clause.folded[begin:stop]):
        return False
    alias = clause.known.get(phrase)
    if alias is not None and alias.type not in ("organization", "person"):
        return False
    return guess(phrase, clause.words.names) == "organization" and not phrase.endswith(" Street")


def tells(clause: Clause, verb: int) -> bool:
    """Harker said, Harker forecasts."""
    row = clause.verb(verb) or PLAIN
    return row.say or row.judge


def reporter(clause: Clause, verb: int) -> str | None:
    """Acme said revenue rose: a company speaks of its own figures; only where the document knows it as a company."""
    for length in (1, 2, 3, 4):
        if verb - length < 0:
            break
        alias = clause.known.get(clause.slice(verb - length, verb))
        if alias is not None and alias.type == "organization":
            return alias.canonical
    return None


def _it(clause: Clause, verb: int) -> str | None:
    """The council said it received 1,870 complaints: it is the body that speaks, where its sentence begins with it."""
    told = reporter(clause, verb)
    if told is not None or not 1 < verb <= _SPEAKER or clause.folded[0] != "the" or clause.bare[verb - 1].endswith("s"):
        return told
    for at in range(verb):
        if clause.folded[at] in PREPOSITIONS or clause.bare[at] in AUX or clause.printed[at][-1:] in ",;:":
            return None
    phrase = clause.slice(0, verb)
    return canonical(clause, phrase) if guess(phrase, clause.words.names) in BODIES else None


def pronoun(clause: Clause, word: str, index: int, row: Verb) -> str | None:
    """Whom he, she or it at ``index`` stands for, where the text leaves no choice."""
    if word in _PEOPLE:
        return clause.only["person"]
    if word == "it" and index > 0 and (clause.verb(index - 1) or PLAIN).say:
        return reporter(clause, index - 1) if row.level else _it(clause, index - 1)
    return None


def canonical(clause: Clause, phrase: str) -> str:
    """The phrase without the marks at its end, or the canonical form of the name that it is."""
    phrase = trimmed(phrase)
    alias = clause.known.get(phrase)
    return alias.canonical if alias is not None else phrase
