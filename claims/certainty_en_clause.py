"""Which of the clauses of an English sentence holds a number: what stands beside it in another clause tells nothing of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_clause import NO_VERB, WHENEVER
from claims.attribution_en_withheld import described_by
from claims.attribution_en_words import BE
from claims.looks import first_word, follows_any, letter
from claims.patterns import tree

if TYPE_CHECKING:
    from claims.attribution_en_words import Words
    from claims.records import Span

__all__ = ["ALONE", "BEFORE", "MORE_OWN", "MOVED_FROM", "TRIM", "clause_of"]

#: What opens a clause that tells more of a noun, to the next comma.
_MORE: Final = (
    ", which ", ", who ", ", whose ", ", where ", ", having ", ", much of which ", ", most of which ", ", some of which ",
)  # fmt: skip
#: … and what a number before it has no part in where nobody reports: up 3%, with the index on track to gain 18%.
MORE_OWN: Final = (*_MORE, ", with ")
_MORE_WORDS: Final = frozenset({"which", "who", "whose", "where", "having", "with"})  # one stands in each of them
#: What always opens another clause, and the words one of which stands in each but the first.
_APART: Final = (
    "; ", ", while ", ", whereas ", ", although ", ", though ", ", so the ", ", so all ", ", so it ", ", so they ",
)  # fmt: skip
_APART_WORDS: Final = frozenset({"while", "whereas", "although", "though", "so"})
_NAMED_LAST: Final = re.compile(r", [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3},?$")
#: What stands right before what a number is moved from.
MOVED_FROM: Final[tuple[str, ...]] = (", up from ", ", down from ")
#: What opens the figure that another is measured against.
_BESIDE: Final = (" compared with ", " compared to ", *MOVED_FROM)
_BESIDE_WORDS: Final = frozenset({"compared", "up", "down"})
#: What opens one where a subject and its verb follow, or a verb that needs no help (and will hire, but is expected).
_JOINS: Final = {"and": " and ", "but": " but "}
_CONCEDING: Final = frozenset(
    {"although", "though", "while", "because", "after", "since", "despite", "excluding", "including"}
)
_EARLIER: Final = {"after": " after ", "since": " since ", "because": " because "}
#: What opens a clause about the noun before it: 3 tax cuts | they will never see.
_THEY: Final = re.compile(r" (?:they|we|you|he|she) (?:will|would|may|might|can|could) ")
_THEY_WORDS: Final = frozenset({"they", "we", "you", "he", "she"})
#: A clause about a noun up to the number in it, and what then follows of the noun: a basket that costs | £50 today would be.
_OF_NOUN: Final = re.compile(r"\b(\w+) (?:who|that|which) ([a-z]+) ([^,;:.]{0,40})$")
_OF_ALL: Final = re.compile(r"(?: [a-z]+){0,4}?( (?:will|would|could|can|may|might|should) )")
_OF_WORDS: Final = frozenset({"who", "that", "which"})
#: Without a comma, a semicolon or one of these words no other clause stands beside a number; all their marks begin with a space.
_OPENING: Final = _MORE_WORDS | _APART_WORDS | _BESIDE_WORDS | _THEY_WORDS | _OF_WORDS | {*_JOINS, *_EARLIER, "saying"}
_OPENS: Final = re.compile(rf" ({tree(_OPENING)})(?= )")
_IF: Final[tuple[str, ...]] = ("If ", "“If ", '"If ')
ALONE: Final = BE | {
    "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "plans", "expects", "hopes",
    "intends", "aims", "needs", "wants", "said", "says",
}  # fmt: skip
_ENDS: Final = frozenset({"to", "that", "which", "who", "and", "or", "but", "by", "from"})
BEFORE: Final = frozenset({"a", "an", "the", "its", "his", "her", "their", "of", "in", "at", "for", "with", "more"})
#: The marks at the edges of a word.
TRIM: Final = ",.;:“”\"’'"
_FAR: Final = 80  # characters in which a clause shows its verb
_WORDS: Final = 9  # … and words


def clause_of(text: str, low: int, high: int, number: Span, words: Words, more: tuple[str, ...] = _MORE) -> str:
    """The words between two places that belong to the clause of a number."""
    start, stop = number
    opening = set(_OPENS.findall(text, low, high))
    comma = text.find(", ", low, high)
    ends = text.find("; ", low, high) >= 0
    if comma < 0 and not ends and not opening:
        return text[low:high]
    tells_more = comma >= 0 and not _MORE_WORDS.isdisjoint(opening)
    for mark in _MORE if tells_more else ():
        at = text.rfind(mark, low, start)
        if at >= low:
            close = text.find(", ", at + 2, high)
            if close < 0 or close >= stop:
                return text[at + 2 : close if close >= stop else high]
    begins = follows_any(text, low, _IF)
    if comma > 0 and first_word(text, low, low + 12).lstrip('“"').lower() in _CONCEDING:
        # although it had lost $3 million, it would stay
        low, high = (low, comma) if start < comma else (comma + 2, high)
    for mark in _APART if ends or not _APART_WORDS.isdisjoint(opening) else ():
        at = text.find(mark, stop, high)
        if at >= 0:
            high = at
        at = text.rfind(mark, low, start) if not begins else -1
        if at >= 0:
            low = at + len(mark)
    for mark in _BESIDE if not _BESIDE_WORDS.isdisjoint(opening) else ():
        at = text.find(mark, low, high)  # were planning to hire, compared with 15 per cent who had
        if at >= 0:
            if at < start:
                low = at
            else:
                high = at
    for word, mark in _JOINS.items():
        if word not in opening:
            continue
        at = text.find(mark, stop, high)
        while at >= 0:
            if _speaks(text, at + len(mark), high, words) and not _lists(text, at, at + len(mark)):
                high = at
                break
            at = text.find(mark, at + 4, high)
        at = text.rfind(mark, low, start) if not begins else -1
        while at >= 0:
            if (
                _speaks(text, at + len(mark), high, words)
                and not _lists(text, at, at + len(mark))
                and not any(text.find(when, low, at) >= 0 for when in WHENEVER)
            ):
                low = at + len(mark)
                break
            at = text.rfind(mark, low, at)
    comma = text.find(", the ", stop, high) if comma >= 0 and not begins else -1
    if comma >= 0 and _speaks(text, low, comma, words) and _speaks(text, comma + 2, high, words):
        high = comma  # The firm paid 300 people, the claims were false
    after = text.find(" after ", stop, high) if "after" in opening and not begins else -1
    if after >= 0 and _done(text, after + 7, high, words):
        high = after  # fell 3% after it cut its forecast
    why = text.find(" because ", stop, high) if "because" in opening and not begins else -1
    high = why if why >= 0 else high  # sent 300 crews because people may not know
    they = _THEY.search(text, stop, high) if not _THEY_WORDS.isdisjoint(opening) else None
    if they is not None:
        tokens = text[low : they.end()].split()
        if described_by(tokens, len(tokens) - 1, words):
            high = they.start()  # 3 tax cuts they will never see
    all_of_it = _OF_ALL.match(text, stop, high) if not _OF_WORDS.isdisjoint(opening) else None
    if all_of_it is not None:
        told = _OF_NOUN.search(text, low, start)
        if told is not None and _tells_of(told, words):
            high = all_of_it.start(1)  # a basket that costs £50 today would be £53
    saying = text.find(" saying ", stop, high) if "saying" in opening else -1
    high = saying if saying >= 0 else high  # 70% of charities saying it was unlikely they would
    that = text.find(" that ", stop, high) if "that" in opening else -1
    if that > 0 and text[max(low, that - 24) : that].rsplit(" ", 1)[-1] in words.cue_nouns:
        high = that  # fell 3% on worries that demand would fall
    elif that > stop + 1 and any(mark.isdigit() for mark in text[that - 10 : that]):
        high = that  # rose to $7 million, ahead of the $6 million that analysts had been expecting
    for word, mark in _EARLIER.items():
        at = text.rfind(mark, low, start) if word in opening else -1
        if at >= 0 and _done(text, at + len(mark), start, words):
            low = at + len(mark)
    comma = text.find(", ", stop, high)
    while comma >= 0:
        space = text.find(" ", comma + 2, high)
        word = text[comma + 2 : space if space > 0 else high]
        if word.endswith("ing") and word.islower() and word not in NO_VERB:
            high = comma  # …, calling for a park
            break
        comma = text.find(", ", comma + 2, high)
    clause = text[low:high]
    for mark in more if tells_more else ():  # a clause about a noun elsewhere
        at = clause.find(mark)
        if at >= 0:
            close = clause.find(", ", at + 2)
            if mark == ", with " and low + at < start and (close < 0 or start < low + close):
                continue  # the number stands in it
            clause = clause[:at] + (clause[close + 1 :] if close > 0 else "")
    return clause


def _tells_of(told: re.Match[str], words: Words) -> bool:
    """Whether who or that and a verb tell of a noun as it is: a firm that has, a basket that costs £50; not said that falls."""
    noun, verb = told.group(1), told.group(2)
    if noun in words.cues or noun in words.cue_nouns:
        return False
    return verb in words.finite or verb[-2:] == "ed" or not told.group(3)


def _lists(text: str, stop: int, begin: int) -> bool:
    """Flats in Tampines, Toa Payoh | and Yishun will be sold: a list of names goes on."""
    return text[begin : begin + 1].isupper() and _NAMED_LAST.search(text, max(0, stop - 40), stop) is not None


def _speaks(text: str, at: int, high: int, words: Words) -> bool:
    """Whether a clause with a verb of its own begins: and the firm plans, but will hire; not and two plants."""
    parts = text[at : min(high, at + _FAR)].split(None, _WORDS)[:_WORDS]
    first = True
    for index, part in enumerate(parts):
        word = part if part.isalnum() else part.strip(TRIM)
        if first:
            if word in ALONE or (word in words.cues and parts[index + 1 : index + 2] == ["that"]):
                return True  # but warned that profit would fall
            if word == "that":  # and that it would cut; not and that is enough
                return parts[index + 1 : index + 2] != [] and parts[index + 1] not in ALONE
            if word in words.names.adverbs or word.endswith("ly"):
                continue
            if word.endswith("ing") or word in _ENDS:
                return False
            first = False
        elif word in words.finite or _past(parts, index):
            return True
        elif word in _ENDS:
            return False
        if letter(part, len(part) - 1) in (ord(","), ord(";")):
            return False
    return False


def _past(parts: list[str], index: int) -> bool:
    """Whether a word in -ed is the verb of the words before it: workers walked out; not the goods damaged by rain."""
    word = parts[index]
    if len(word) < 5 or not word.endswith("ed") or not word.islower() or parts[index - 1] in BEFORE:
        return False
    return index + 1 < len(parts) and parts[index + 1] not in ("by", "in", "with", "to")


def _done(text: str, at: int, high: int, words: Words) -> bool:
    """Whether what follows after is past: after cutting 300 jobs, after it lost $3 million; not after the deal closes."""
    parts = text[at : min(high, at + _FAR)].split(None, _WORDS - 1)[: _WORDS - 1]
    if parts and parts[0].endswith("ing") and parts[0] not in NO_VERB:
        return True
    for index, part in enumerate(parts[1:], 1):
        word = part if part.isalnum() else part.strip(TRIM)
        if word in ("had", "was", "were") or (word in words.finite and word not in ALONE and word[-1] != "s"):
            return True
        if _past(parts, index):
            return True
        if word in ALONE or word in _ENDS:
            return False
    return False
