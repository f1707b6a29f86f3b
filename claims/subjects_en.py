"""Subjects and measures of English sentences: the noun beside the number, then the clause's verb and what stands before it.

The measure is looked for right of the number ($2 billion investment, $5 billion in assets), left of it (a loss of $8
million, revenue: $3 billion), in a verb (will cost, valued at), and in the subject of a verb of level (revenue rose).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Alias, Mention, Span

__all__ = ["attach"]

_WORD = re.compile(r"\S+")
_AFTER = re.compile(
    r"[ -]([A-Za-z][a-z’'-]*)(?:[ -]([A-Za-z][a-z’'-]*))?(?: ([A-Za-z][a-z’'-]*))?(?: ([A-Za-z][A-Za-z’'-]*))?"
)
_BY = re.compile(r" by ((?:the )?[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,3})")
_NOUN = re.compile(r" ?([a-z]{3,20})\b")
_TRIM = ',;:.()“”"‘'
_AUX = frozenset(
    [
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "has",
        "had",
        "have",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "do",
        "does",
        "did",
        "not",
        "to",
        "also",
        "already",
        "now",
        "then",
        "still",
        "recently",
        "currently",
        "later",
        "once",
        "never",
        "ever",
        "just",
        "only",
        "even",
        "since",
        "has’",
        "n’t",
    ]
)
_DET = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "this",
        "that",
        "these",
        "those",
        "any",
        "some",
        "each",
        "every",
        "no",
        "another",
    ]
)
_OWN = frozenset(["its", "their", "his", "her", "our", "my"])
_PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "at",
        "on",
        "to",
        "from",
        "for",
        "by",
        "with",
        "about",
        "over",
        "under",
        "after",
        "before",
        "during",
        "between",
        "against",
        "through",
        "into",
        "than",
        "per",
        "via",
        "without",
        "within",
        "among",
        "near",
        "amid",
        "despite",
        "including",
    ]
)
_CLAUSE = frozenset(
    [
        "while",
        "as",
        "after",
        "when",
        "because",
        "although",
        "though",
        "if",
        "since",
        "before",
        "until",
        "whether",
        "where",
        "unless",
        "whereas",
        "so",
    ]
)
_RELATIVE = frozenset(("that", "which", "who", "whose"))
_COORDINATE = frozenset(("and", "but", "or", "yet"))
_PRONOUNS = frozenset(
    [
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "this",
        "that",
        "there",
        "these",
        "those",
        "which",
        "who",
        "what",
        "some",
        "many",
        "most",
        "one",
        "others",
    ]
)
_PEOPLE = frozenset(("he", "she"))
_SMALL = frozenset(
    [
        "about",
        "around",
        "nearly",
        "almost",
        "some",
        "at",
        "least",
        "more",
        "than",
        "up",
        "to",
        "over",
        "a",
        "an",
        "the",
        "total",
        "estimated",
        "roughly",
        "between",
        "as",
        "much",
    ]
)
_TURNS = frozenset(
    [
        "rise",
        "increase",
        "gain",
        "jump",
        "drop",
        "fall",
        "decline",
        "decrease",
        "growth",
        "surge",
        "slump",
        "reduction",
        "cut",
        "loss",
        "dip",
        "climb",
        "change",
    ]
)
_FROM_TO = frozenset((" from ", " to ", " and ", " or ", ", ", ", to ", ", from ", " (", " ("))
_NO_NOUN = frozenset(
    [
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "dozen",
        "times",
        "percent",
        "percentage",
        "people’s",
        "more",
        "less",
        "fewer",
        "other",
    ]
)


class _Words:
    __slots__ = ("measures", "money", "verb_measures", "verbs")

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.sections["measure.en"]
        self.measures = frozenset(rows)
        self.money = frozenset(word for word, row in rows.items() if row.get("money"))
        self.verb_measures = {form: word for word, row in rows.items() for form in row.get("verbs", ())}
        self.verbs: dict[str, dict[str, Any]] = lexicon.sections["verb.en"]

    def suffix(self, words: list[str]) -> int:
        """How many of the last words are a measure noun (net profit: 2); 0 for none."""
        for count in (3, 2, 1):
            if len(words) >= count and " ".join(words[-count:]).lower() in self.measures:
                return count
        return 0

    def fits(self, measure: str, kind: str) -> bool:
        return kind != "money" or measure.lower() in self.money


class _Clause:
    """The words of a sentence left of a number, bare and as printed."""

    __slots__ = ("bare", "known", "only", "printed", "spans", "text", "words")

    def __init__(
        self, text: str, start: int, end: int, words: _Words, known: dict[str, Alias], only: dict[str, str | None]
    ) -> None:
        self.text, self.words, self.known, self.only = text, words, known, only
        self.spans = [match.span() for match in _WORD.finditer(text, start, end)][-40:]
        self.printed = [text[begin:stop] for begin, stop in self.spans]
        self.bare = [word.strip(_TRIM) for word in self.printed]

    def verb(self, index: int) -> dict[str, Any] | None:
        """The row of a finite verb at ``index``, {} for a regular past form; None if it is no verb there."""
        word = self.bare[index]
        row = self.words.verbs.get(word)
        before = self.bare[index - 1] if index else ""
        low = before.lower()
        if row is not None:
            if row.get("weak") and (
                not index or low in _DET or low in _PREPOSITIONS or before.endswith(("’s", "'s", "s’", "s'"))
                or (self.printed[index - 1][-1] in ",;" and low not in _COORDINATE)
            ):  # fmt: skip
                return None
            return row
        if len(word) > 4 and word.endswith("ed") and word.islower():
            if (
                not index
                or low in _DET
                or low in _PREPOSITIONS
                or before.endswith(("’s", "'s", "ly"))
                or low in ("and", "more")
            ):
                return {} if low == "and" and index > 1 else None
            if (
                low not in _AUX
                and self.words.verbs.get(before) is not None
                and not self.words.verbs[before].get("weak")
            ):
                return None
            return {}
        return None

    def slice(self, start: int, stop: int) -> str:
        return self.text[self.spans[start][0] : self.spans[stop - 1][1]].strip(_TRIM + " ")


def attach(
    text: str, start: int, end: int, group: list[Mention], quotes: list[Span], known: dict[str, Alias],
    only: dict[str, str | None], lexicon: Lexicon,
) -> None:  # fmt: skip
    """Set subject and measure of the mentions of one sentence."""
    words = lexicon.cache.get("subjects.en")
    if words is None:
        words = lexicon.cache["subjects.en"] = _Words(lexicon)
    before: Mention | None = None
    for mention in group:
        if mention.kind not in ("age", "duration", "rank") and (before is None or not _inherit(text, before, mention)):
            low = start
            for begin, stop in quotes:
                if begin <= mention.start < stop:
                    low = max(low, begin + 1)
            _one(_Clause(text, low, mention.left, words, known, only), mention, end)
        before = mention


def _inherit(text: str, before: Mention, mention: Mention) -> bool:
    """$40 million from $55 million, €3.5bn (about $4.1 billion), 12% to $3.5 billion: the same thing."""
    gap = text[before.end : mention.left]
    if gap not in _FROM_TO or before.kind in ("duration", "age", "rank"):
        return False
    if before.kind != mention.kind and not (before.kind in ("percent", "multiple") and gap == " to "):
        return False
    if mention.kind == "count" and gap in (" and ", ", ", " or "):
        return False
    mention.subject, mention.measure = before.subject, before.measure
    return True


def _one(clause: _Clause, mention: Mention, end: int) -> None:
    measure, owner = _right(clause, mention, end)
    stop = len(clause.bare)
    if measure is None:
        measure, owner_at = _left(clause, mention)
        if measure is not None and owner_at > 0:
            owner = _possessor(clause, owner_at)
    elif stop and clause.bare[-1].endswith(("’s", "'s")):
        owner = owner or _possessor(clause, stop)
    if owner is not None:
        mention.subject, mention.measure = owner or None, measure
        return
    if _is_subject(clause, mention, end):
        mention.measure = measure
        return
    subject, found = _subject(clause, stop, mention.kind, measure, 0)
    mention.subject, mention.measure = subject, measure or found


# ---------------------------------------------------------------- beside the number


def _right(clause: _Clause, mention: Mention, end: int) -> tuple[str | None, str | None]:
    """$2 billion investment by Acme, $5 billion in assets, an 8% rise in sales, 12,000 jobs: (measure, owner)."""
    text, words = clause.text, clause.words
    if mention.kind == "count":
        printed = text[mention.start : mention.end].rsplit(" ", 1)[-1]
        if printed.isalpha() and printed.islower() and len(printed) > 2:
            return (printed, None) if printed not in _NO_NOUN else (None, None)
        match = _NOUN.match(text, mention.end, end)
        if (
            match
            and match.group(1) not in _AUX
            and match.group(1) not in _PREPOSITIONS
            and match.group(1) not in words.verbs
        ):
            return match.group(1), None
        return None, None
    match = _AFTER.match(text, mention.end, end)
    if match is None:
        return None, None
    after = [word for word in match.groups() if word]
    first = after[0]
    at = -1
    if first in ("in", "of") and mention.kind == "money":
        at = 1
    elif first in _TURNS and len(after) > 2 and after[1] in ("in", "of"):
        at = 2
    elif first not in _PREPOSITIONS and first not in _CLAUSE and first not in _AUX:
        at = 0
    if at < 0:
        return None, None
    for begin in (at, at + 1):
        for stop in (begin + 2, begin + 1):
            noun = " ".join(after[begin:stop])
            if len(after) >= stop and noun.lower() in words.measures and words.fits(noun, mention.kind):
                position = text.find(noun, mention.end) + len(noun)
                by = _BY.match(text, position, end)
                return noun, (_canonical(clause, by.group(1)) if by else None)
        if begin < len(after) and (after[begin] in _PREPOSITIONS or after[begin] in words.verbs):
            break
    return None, None


def _left(clause: _Clause, mention: Mention) -> tuple[str | None, int]:
    """A loss of $8 million, revenue: $3 billion, prices by 10%, will cost $2 billion: (measure, index of its first word)."""
    bare, printed, words = clause.bare, clause.printed, clause.words
    last = len(bare) - 1
    while last >= 0 and bare[last] in _SMALL and bare[last] not in ("at", "to"):
        last -= 1
    if last < 0:
        return None, -1
    word = bare[last]
    stop = last
    if word in ("of", "at", "to", "by", "from"):
        verb = clause.words.verb_measures.get(f"{bare[last - 1]} {word}") if last else None
        if verb is not None:
            return verb, -1
    elif printed[last].endswith(":") or word in ("reached", "totaling", "totalling", "exceeding", "worth"):
        stop = last if not printed[last].endswith(":") else last + 1
    else:
        verb = words.verb_measures.get(word)
        if (verb is not None and clause.verb(last) is not None) or (
            verb is not None and bare[last - 1 : last] == ["to"]
        ):
            return verb, -1
        for index in range(last, max(-1, last - 4), -1):
            if (
                bare[index] in ("fined", "cost", "costs")
                and words.verb_measures.get(bare[index])
                and mention.kind == "money"
            ):
                return (
                    (words.verb_measures[bare[index]], -1)
                    if index < last and bare[index + 1][:1].isupper()
                    else (None, -1)
                )
        return None, -1
    if stop <= 0 or printed[stop - 1][-1] in ",;":
        return None, -1
    count = words.suffix(bare[max(0, stop - 3) : stop])
    if count and words.fits(" ".join(bare[stop - count : stop]), mention.kind):
        return clause.slice(stop - count, stop), stop - count
    return None, -1


def _possessor(clause: _Clause, stop: int) -> str | None:
    """Acme's (quarterly) revenue: the owner before ``stop``; "" for its/their; None if nobody is named."""
    bare = clause.bare
    index = stop - 1
    for _ in range(3):
        if index < 0:
            return None
        word = bare[index]
        if word.endswith(("’s", "'s", "s’", "s'")):
            begin = index
            while (
                begin > 0
                and (bare[begin - 1][:1].isupper() or bare[begin - 1].lower() in _DET)
                and clause.printed[begin - 1][-1] not in _TRIM
            ):
                begin -= 1
            if begin == index and not word[:1].isupper() and index > 0 and bare[index - 1].lower() in _DET:
                begin -= 1
            owner = clause.slice(begin, index + 1)
            owner = owner[:-2] if owner.endswith(("’s", "'s")) else owner[:-1]
            return (
                None
                if not owner or owner.lower() in ("today", "yesterday", "year", "last year")
                else _canonical(clause, owner)
            )
        if word.lower() in _OWN:
            return None
        if not word.islower() or word in _PREPOSITIONS or word in _DET or word in clause.words.verbs:
            return None
        index -= 1
    return None


def _is_subject(clause: _Clause, mention: Mention, end: int) -> bool:
    """About 300 people attended: the number heads the subject of a verb to its right."""
    if clause.bare and clause.bare[-1].lower() in _PREPOSITIONS:
        return False
    for index, match in enumerate(_WORD.finditer(clause.text, mention.end, min(end, mention.end + 60))):
        word = match.group()
        row = clause.words.verbs.get(word)
        if row is not None and not row.get("weak"):
            return index <= 2
        if word[-1] in _TRIM or word in _PREPOSITIONS or word in _CLAUSE or word in _COORDINATE or index == 2:
            return False
    return False


# ---------------------------------------------------------------- the clause


def _subject(clause: _Clause, stop: int, kind: str, measure: str | None, depth: int) -> tuple[str | None, str | None]:
    """The subject of the nearest finite verb left of ``stop``, and the measure if that subject is one."""
    bare, printed = clause.bare, clause.printed
    index = stop - 1
    row: dict[str, Any] | None = None
    while index >= 0:
        word = bare[index].lower()
        if printed[index][-1] in ";”" or (
            word in _CLAUSE and not (word == "as" and bare[index + 1 : index + 2] in (["much"], ["many"]))
        ):
            return None, None
        if word in _RELATIVE and index > 0 and index < stop - 1:
            return None, None
        row = clause.verb(index)
        if row is not None and not (
            bare[index + 1 : index + 2] == ["by"] and bare[index].endswith("ed") and bare[index - 1].lower() not in _AUX
        ):
            break
        row = None
        index -= 1
    if row is None or row.get("say"):
        return None, None
    first = index
    while first > 0 and (
        bare[first - 1].lower() in _AUX or (bare[first - 1].endswith("ly") and bare[first - 1].islower())
    ):
        first -= 1
    if first > 0 and "to" in bare[first:index] and clause.verb(first - 1) is not None:
        return _subject(clause, first, kind, measure, depth + 1) if depth < 4 else (None, None)
    begin = first
    while begin > 0 and first - begin < 9:
        word = bare[begin - 1].lower()
        if printed[begin - 1][-1] in ",;:”—–" or word in _CLAUSE or word in _RELATIVE:
            break
        if word in _COORDINATE and not (bare[begin][:1].isupper() and begin > 1 and bare[begin - 2][:1].isupper()):
            break
        earlier = clause.verb(begin - 1)
        if earlier is not None and not earlier.get("weak"):
            break
        if earlier is not None and earlier.get("say"):
            break
        begin -= 1
    if begin == first:
        return _shared(clause, first, kind, measure, depth)
    return _read(clause, begin, first, row, kind, measure)


def _shared(clause: _Clause, first: int, kind: str, measure: str | None, depth: int) -> tuple[str | None, str | None]:
    """The verb has no subject of its own: Acme cut prices and hired; Brightwater, which makes pumps, posted."""
    bare, printed = clause.bare, clause.printed
    if first == 0 or depth >= 4:
        return None, None
    before = bare[first - 1].lower()
    if before in _COORDINATE:
        return _subject(clause, first - 1, "", measure, depth + 1)[0], None
    if printed[first - 1][-1] == ",":
        for index in range(first - 2, max(-1, first - 16), -1):
            if printed[index][-1] == ",":
                opener = bare[index + 1].lower()
                if (
                    opener in ("which", "who", "whose", "a", "an", "the", "based", "owned", "led", "now", "once")
                    and index < 6
                ):
                    if any(clause.verb(i) is not None for i in range(index + 1)):
                        return None, None
                    return _read(clause, 0, index + 1, {}, kind, measure)
                return None, None
    return None, None


def _read(
    clause: _Clause, begin: int, stop: int, row: dict[str, Any], kind: str, measure: str | None
) -> tuple[str | None, str | None]:
    """A noun phrase before a verb as subject and measure: Acme's net profit -> (Acme, net profit)."""
    bare, words = clause.bare, clause.words
    head = stop
    for index in range(begin + 1, stop):
        if bare[index] in _PREPOSITIONS:
            head = index
            break
    if bare[begin].lower() in _PREPOSITIONS or head == begin:
        return None, None
    if head - begin == 1 and bare[begin].lower() in _PRONOUNS:
        return _pronoun(clause, bare[begin].lower(), begin), None
    count = words.suffix(bare[max(begin, head - 3) : head])
    noun = clause.slice(head - count, head) if count else ""
    if count and row.get("level") and (True) and words.fits(noun, kind):
        owner = _possessor(clause, head - count)
        if (
            owner is None
            and head < stop
            and bare[head] in ("at", "of")
            and bare[head + 1 : head + 2]
            and bare[head + 1][:1].isupper()
        ):
            owner = _canonical(clause, clause.slice(head + 1, stop))
        if owner is None:
            rest = [word for word in bare[begin : head - count] if word[:1].isupper() and word.lower() not in _DET]
            if (
                rest
                and head - count - begin == len(rest)
                and begin + len(rest) == head - count
                and len(rest) <= 3
                and (begin > 0 or len(rest) > 1 or clause.known)
            ):
                owner = _canonical(clause, " ".join(rest))
        if owner is None and begin > 0 and (clause.verb(begin - 1) or {}).get("say"):
            owner = _reporter(clause, begin - 1)
        return owner or None, noun
    possessive = next((i for i in range(head - 1, begin - 1, -1) if bare[i].endswith(("’s", "'s"))), -1)
    if possessive >= 0 and head - possessive == 2 and row.get("level") and measure is None:
        owner = _possessor(clause, possessive + 1)
        if owner:
            return owner, clause.slice(possessive + 1, head)
    if head - begin > 7:
        return None, None
    limit = stop if head < stop and bare[head] == "of" and stop - begin <= 6 else head
    phrase = clause.slice(begin, limit)
    if bare[begin].lower() in _OWN or bare[begin].lower() in ("this", "that", "these", "those"):
        return None, None
    if bare[begin][:1].isdigit() or "$" in phrase or "%" in phrase:
        return None, None
    return _canonical(clause, phrase), None


def _reporter(clause: _Clause, verb: int) -> str | None:
    """Acme said revenue rose: a company speaks of its own figures; only where the document knows it as a company."""
    for length in (1, 2, 3, 4):
        if verb - length < 0:
            break
        alias = clause.known.get(clause.slice(verb - length, verb))
        if alias is not None and alias.type == "organization":
            return alias.canonical
    return None


def _pronoun(clause: _Clause, word: str, index: int) -> str | None:
    if word in _PEOPLE:
        return clause.only["person"]
    if word == "it" and index > 0 and (clause.verb(index - 1) or {}).get("say"):
        return _reporter(clause, index - 1)
    return None


def _canonical(clause: _Clause, phrase: str) -> str:
    phrase = phrase.rstrip(_TRIM)
    alias = clause.known.get(phrase)
    return alias.canonical if alias is not None else phrase
