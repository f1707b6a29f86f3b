"""Whose an English verb of saying is where its own subject is not plain: a noun form, a subject shared with the verb before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_clause import COORD, boundary, clausal, finite
from claims.attribution_en_kinds import guess, speaks
from claims.attribution_en_names import LETTERS
from claims.attribution_en_np import subject_before
from claims.attribution_en_words import PRONOUNS, Found, Sentence
from claims.looks import follows, follows_any

if TYPE_CHECKING:
    from claims.attribution_en_names import Names
    from claims.records import Span

__all__ = ["agrees", "clear", "conceded", "main_subject", "one_person", "shared_subject"]

_ONE: Final = re.compile(r"(?:[Aa]n?|[Tt]he) (?:[A-Z][\w’&.-]* ?){1,4}$")
_AFTER: Final[tuple[str, ...]] = (" after ", " when ", " because ", " while ", " as ")
_ARTICLES: Final = frozenset({"a", "an", "the", "its", "his", "her", "their"})
_CONCEDING: Final[tuple[str, ...]] = (
    "While ",
    "Although ",
    "Though ",
    "Even though ",
    "Whereas ",
    "Despite the fact that ",
    "Because ",
    "Since ",
)
_MYSELF: Final = re.compile(r"\b(?:I|I[’'](?:m|d|ve|ll)|[Mm]y|me)\b")
_OF_A_BODY: Final = re.compile(r" (?:in|via|through) (?:an?|its|the) ")
_ONE_BODY: Final[tuple[str, ...]] = ("The ", "A ", "An ", "Its ", "the ", "a ", "an ", "its ")


def clear(phrase: str, form: str, names: Names) -> bool:
    """Whether every word of a subject is a name, article, preposition or known noun: for forms that are nouns too."""
    if (
        not form.endswith("s") and _ONE.match(phrase) and phrase.rsplit(" ", 1)[-1].lower() not in names.nouns
    ):  # a Reuters report that: no verb goes with it
        return False
    return all(
        word[0].isupper() or word in names.prepositions or word.lower() in names.nouns or word in names.titles
        or word in PRONOUNS or word in ("the", "a", "an", "its", "and", "some", "many", "most", "government")
        for word in LETTERS.findall(phrase)
    )  # fmt: skip


def agrees(state: Sentence, index: int, phrase: str) -> bool:
    """The trade group estimates that …: one body and a verb in -s; in the agency estimates were wrong another verb follows."""
    word, last = state.tokens[index][2], phrase.rsplit(" ", 1)[-1].lower()
    if not word.endswith("s") or last.endswith("s") or last not in state.words.names.nouns:
        return False
    if not phrase.startswith(_ONE_BODY):
        return False
    return index + 1 >= len(state.tokens) or not finite(state, index + 1)


def shared_subject(state: Sentence, before: str) -> Span | None:
    """``X said … and added that``, ``X cut its forecast and warned that``: the subject of the verb before this one."""
    if COORD.search(before[-24:]) is None:
        return None
    if not state.found:
        low = _subordinate(state, len(before))
        if low > 0 and "," not in before[low:]:
            return _verb_before(state, low, len(before))
        return main_subject(state, len(before))
    last = state.found[-1]
    verb = state.body[len(before) + 1 :].split(" ", 1)[0]
    if last.rule == "said" and verb.endswith("s") and state.body[slice(*last.cue[0])].endswith(("ed", "said", "told")):
        return None  # said a study contradicts the others and shows: the study does
    return last.source if last.rule in ("said", "post", "object", "denied", "branded") else None


def _subordinate(state: Sentence, stop: int) -> int:
    """Where the last clause with after, when, as … before ``stop`` begins; -1 for none."""
    low = max(state.body.rfind(mark, state.left, stop) + len(mark) for mark in _AFTER)
    return low if low > 8 and any(state.body.endswith(mark, 0, low) for mark in _AFTER) else -1


def _verb_before(state: Sentence, low: int, stop: int) -> Span | None:
    """The subject of the clause at ``low`` whose verb stands before the conjunction: after it warned on profits and said …"""
    for at, (begin, _, word) in enumerate(state.tokens):
        if low < begin < stop and (finite(state, at) or word in state.words.cues or word in state.words.weak):
            subject = subject_before(state.body, low, begin, state.words.names)
            return None if subject is None or subject[2] else subject[:2]
    return main_subject(state, stop)  # as part of the deal: no clause


def main_subject(state: Sentence, stop: int) -> Span | None:
    """The subject of the author's clause that ends before ``stop``: the noun phrase before its first finite verb."""
    left = boundary(state, stop)
    past = -1  # appeared to, referred to: a participle elsewhere, the verb where there is no other
    for index, (begin, _, word) in enumerate(state.tokens):
        if begin >= stop:
            break
        if begin > left:
            if index and state.tokens[index - 1][2] in ("which", "who", "that"):
                continue  # Kestrel, which owns 6%, urged …
            if index and state.tokens[index - 1][2].lower() in _ARTICLES:
                continue  # in a report
            if finite(state, index) or word in state.words.weak:
                return _clear_subject(state, left, begin)
            if past < 0 and len(word) > 3 and word.endswith("ed") and word.islower():
                past = begin
    return _clear_subject(state, left, past) if past > 0 else None


def _clear_subject(state: Sentence, left: int, begin: int) -> Span | None:
    """The subject before ``begin`` if it opens the clause and is plainly one that speaks."""
    for at in range(len(state.tokens) - 1, -1, -1):  # Cheong Wa Dae on Friday strongly denounced
        low, high, word = state.tokens[at]
        if high < begin and state.body[high:begin].isspace() and low > left:
            if word not in state.words.names.adverbs and not word.endswith("ly"):
                break
            begin = low
    subject = subject_before(state.body, left, begin, state.words.names)
    if subject is None or subject[2]:
        return None
    names, phrase = state.words.names, state.body[subject[0] : subject[1]].partition(", ")[0]
    last = phrase.rsplit(" ", 1)[-1].lower()
    plain = (
        last in names.nouns
        or f"{last}s" in names.nouns
        or last in names.titles
        or clear(phrase, "", names)
        or (
            phrase[0].isupper()
            and phrase.rsplit(" ", 1)[-1][0].isupper()
            and names.prepositions.isdisjoint(phrase.split())
        )
        or guess(phrase, names) in ("person", "news_org", "institution")
        or (phrase.startswith(("A ", "An ", "The ", "Its ")) and speaks(phrase, names))
    )
    near = (
        subject[0] <= left + 24
        or follows_any(state.body, left, ("In a ", "In an ", "In its "))
        or follows(state.body, left, "Asked ")
        or state.body[left : subject[0]].split(" ", 1)[0].endswith("ing")  # Speaking to the press, Taking on the mayor,
    )
    return subject[:2] if near and plain else None


def one_person(state: Sentence, item: Found, said: list[str]) -> bool:
    """Whether a name of one word is a surname: it says I (in ``said``), or stands behind the verb (“…,” said Devlin)."""
    begin, stop = item.source or (0, 0)
    name = state.body[begin:stop].partition(", whose ")[0]
    bare = name.replace("-", "").replace("’", "").replace("'", "")
    if not item.direct or not bare.isalpha() or not name[0].isupper() or not name[-1].islower() or len(name) < 3:
        return False
    if name.lower() in state.words.names.nouns or name in state.words.names.companies:
        return False
    if any(_MYSELF.search(text) is not None for text in said):
        return True
    return begin > item.cue[0][0] and _OF_A_BODY.match(state.body, stop) is None and item.rule == "post"


def conceded(state: Sentence, begin: int, stop: int) -> int:
    """Where what is said in a clause before the main one ends: While the firm said sales rose, | profit fell; 0 for none."""
    lead = state.body[state.left : begin]
    if not lead.startswith(_CONCEDING) or "," in lead:
        return 0
    comma = state.body.find(", ", stop, state.stop)
    while comma > 0:
        place = next((at for at, token in enumerate(state.tokens) if token[0] > comma), len(state.tokens))
        if place < len(state.tokens) and clausal(state, place, state.stop):
            return comma
        comma = state.body.find(", ", comma + 2, state.stop)
    return 0
