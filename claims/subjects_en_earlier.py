"""Whom the It, He or She that opens an English sentence stands for: the subject that opens the sentence before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_en_kinds import guess
from claims.subjects_en_left import Clause
from claims.subjects_en_owner import canonical
from claims.subjects_en_words import (
    AUX,
    BODIES,
    CLAUSE,
    COORDINATE,
    NAMED,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    TRIM,
)
from claims.times_en import MONTHS

if TYPE_CHECKING:
    from claims.records import Alias

__all__ = ["opener"]

_PERSON: Final = ("person",)
_NO_NAME: Final = PREPOSITIONS | CLAUSE | COORDINATE | PRONOUNS | NAMED
_NAME: Final = 6  # words of what opens the sentence before
_LONGEST: Final = 400  # characters of that
_NOUNS_OF: Final = ("the", "a", "an", "by", "that")
_CAPITALS: Final = 3  # of those of a name that the document knows nothing of
_MONTHS: Final = frozenset(month[:3] for month in MONTHS)
_VERB: Final = 4  # words up to the verb of the pronoun
_QUOTES: Final = '“”"'


def opener(clause: Clause, word: str) -> str | None:
    """BHP said it would pay 60 cents. | It paid 74 cents: the one body, or the one person, of the sentence before.

    It may be a thing (opened a mill. It cost …) unless its verb is one of [agent.en], that bodies do.
    """
    if clause.earlier < 0 or (word == "it" and not _acts(clause)):
        return None
    begin, start = clause.earlier, clause.begins[0]
    if start - begin > _LONGEST:
        return None
    before = clause.text[begin:start]
    if any(mark in before for mark in _QUOTES):
        return None
    kinds = BODIES if word == "it" else _PERSON
    printed = before.split(None, _NAME + 1)[: _NAME + 1]
    found = _first(clause, printed, word)
    if found is None:
        return None
    phrase, subject = found
    others = {alias.canonical for name, alias in clause.known.items() if alias.type in kinds and _stands(name, before)}
    others.discard(subject)
    alias = clause.known.get(phrase)
    if others or (alias is not None and alias.type not in kinds):
        return None
    return None if _is_other(clause, phrase, before, word) else subject


def _acts(clause: Clause) -> bool:
    """It paid, it also plans: whether the verb of the pronoun is one of what bodies do."""
    for at in range(1, min(_VERB, len(clause.folded))):
        word = clause.folded[at]
        if word not in AUX and word[-2:] != "ly":
            return word in clause.words.agents
    return False


def _first(clause: Clause, printed: list[str], word: str) -> tuple[str, str] | None:
    """The noun phrase that opens a sentence, up to its verb or to the comma behind a name, and what it stands for."""
    verbs, cues, titles = clause.words.verbs, clause.words.cues, clause.words.names.titles
    for at in range(1, len(printed)):
        low = printed[at].strip(TRIM).lower()
        verb = low in verbs or low in cues or low in AUX or (low[-2:] == "ed" and printed[at].islower())
        comma = printed[at - 1][-1] == ","
        if not verb and not comma:
            if low in PREPOSITIONS or low in COORDINATE or printed[at - 1][-1] in ";:":
                return None
            continue
        phrase = " ".join(printed[:at]).rstrip(TRIM)
        alias = clause.known.get(phrase)
        if alias is None and word != "it":
            alias, phrase = _titled(clause, printed[:at], titles, phrase)
        if alias is not None:
            return phrase, alias.canonical
        if comma or not _is_plain(clause, printed[:at], word):
            return None
        kind = guess(phrase, clause.words.names)
        return (phrase, canonical(clause, phrase)) if kind in (BODIES if word == "it" else _PERSON) else None
    return None


def _is_plain(clause: Clause, printed: list[str], word: str) -> bool:
    """The bank, Rivian, Vera Stahl: a phrase that may name a body, or a person; no measure and no plural."""
    nouns = clause.words.names.nouns
    if word == "it" and printed[0] == "The":
        return nouns.get(printed[-1].lower(), ("",))[0] in BODIES  # the bank; not the mill, the plan
    count = len(printed)
    return (
        count <= _CAPITALS
        and all(part[:1].isupper() for part in printed)
        and printed[0].lower() not in _NO_NAME
        and (count > 1 or word == "it")
        and (word != "it" or not (clause.words.suffix(printed) or printed[-1].lower() in nouns))
    )


def _is_other(clause: Clause, phrase: str, before: str, word: str) -> bool:
    """Whether a sentence names anybody else: a word with a capital that is no day, and no place behind in; by the state."""
    rest, nouns = before[len(phrase) :].split(), clause.words.names.nouns
    for at, printed in enumerate(rest):
        bare = printed.strip(TRIM)
        if bare == "by" and at + 1 < len(rest) and rest[at + 1] in NAMED:
            return True  # was rescued by the state
        if word == "it" and at and rest[at - 1] in _NOUNS_OF and nouns.get(bare, ("",))[0] in BODIES:
            return True
        if bare[:1].isupper() and bare.lower() not in TIMES and bare[:3] not in _MONTHS and bare != "I":
            if at == 0 or rest[at - 1] != "in":
                return True
    return False


def _titled(clause: Clause, printed: list[str], titles: frozenset[str], whole: str) -> tuple[Alias | None, str]:
    """Mayor | Vera Stahl: the name behind one or two titles."""
    for at in (1, 2):
        if at < len(printed) and all(word.lower() in titles or word in titles for word in printed[:at]):
            phrase = " ".join(printed[at:]).rstrip(TRIM)
            alias = clause.known.get(phrase)
            if alias is not None:
                return alias, phrase
    return None, whole


def _stands(name: str, text: str) -> bool:
    at = text.find(name)
    return at >= 0 and not text[at + len(name) : at + len(name) + 1].isalnum() and not text[at - 1 : at].isalnum()
