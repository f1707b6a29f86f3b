"""English noun phrases as subject and measure: what stands before a verb, the number of something, what is foreseen for it."""

from __future__ import annotations

from typing import Final

from claims.attribution_en_words import BE
from claims.subjects_en_earlier import opener
from claims.subjects_en_left import Clause
from claims.subjects_en_owner import canonical, company, names_owner, possessor, pronoun, reporter, tells
from claims.subjects_en_words import (
    ARTICLES,
    AUX,
    CLAUSE,
    COORDINATE,
    NAMED,
    PAUSES,
    PLAIN,
    PREPOSITIONS,
    PRONOUNS,
    SPANS,
    TIMES,
    Verb,
    is_year,
)

__all__ = ["joint", "number_of", "outlook_for", "read_phrase"]

_ASKING: Final = frozenset(("how", "what", "why", "when", "where", "who", "which"))
_ASTRAY: Final = frozenset((
    "up", "down", "out", "off", "away", "now", "percent", "per", "cent", "then", "so", "instead", "later", "ago", "earlier",
))  # fmt: skip
_PERCENT: Final[tuple[str, ...]] = ("%", "percent", "cent")
_DAYS: Final = frozenset(("yesterday", "today", "tomorrow"))
_THESE: Final = frozenset(("this", "that", "these", "those"))
_ONE: Final = frozenset(("a", "an", "the"))  # open at least a year: a length, and no time of the clause
_TURN: Final = frozenset(("last", "this", "next", "each", "every"))
_BEHIND: Final = frozenset(("attributable", "available", "related"))
_OPEN: Final = frozenset(("open", "opened"))
_SHARES: Final = (["Shares"], ["shares"], ["stock"])
_SUBJECTS: Final = frozenset(("it", "he", "she", "they", "we", "i", "you"))
_IT_TELLS: Final = 2  # words of It expects
_OPENERS: Final = frozenset(("it", "he", "she"))
_QUANTIFIERS: Final = frozenset(
    ("all", "both", "half", "only", "even", "such", "what", "many", "of", "nearly", "almost")
)
_AFTERTHOUGHTS: Final = frozenset(("each", "alone", "itself", "themselves", "too", "together"))
_AT_TIME: Final = frozenset(("by", "in", "on", "since", "during"))
_SIZED: Final = frozenset(("percent", "money", "percentage_point"))
_BEFORE_NUMBER: Final = frozenset(("that", "said", "and", "but"))
_BEARERS: Final = frozenset(("organization", "institution", "person"))
_WITHIN: Final = frozenset(("during", "within"))
_DEGREES: Final = frozenset(("nearly", "almost", "about", "around", "roughly", "some", "over", "only", "just"))
_TELLING: Final = frozenset(("that", "which", "who", "whose", "more", "less", "than"))
_NEAR: Final = 9  # words of a phrase


def read_phrase(
    clause: Clause, begin: int, stop: int, row: Verb, kind: str, measure: str | None
) -> tuple[str | None, str | None]:
    """A noun phrase before a verb as subject and measure: Acme's net profit -> (Acme, net profit)."""
    bare, words, tokens = clause.bare, clause.words, clause.tokens
    stop = _end(clause, begin, stop)
    if stop <= begin or _is_no_name(clause, begin, stop, kind):
        return None, None
    if begin and stop - begin > 2 and clause.folded[begin - 1] == "told" and clause.folded[begin] == "the":
        if bare[begin + 1].islower() and bare[begin + 2][:1].isupper():
            begin += 2  # told the court Kearney had
    head = _head(clause, begin, stop)
    if stop - head > 1 and bare[head] == "of" and bare[head - 1].endswith(_PERCENT):
        begin = head + 1
        head = _preposition(clause, begin, stop)
        if bare[head - 1][-1:] != "s" and bare[head - 1] not in words.plurals:
            return None, None  # Some 38% of renters; not where the verb is none that is known
    if stop - head > 1 and bare[head] == "of" and f"{bare[head - 1]} of {bare[head + 1]}" in words.measures:
        head += 2  # the margin of error
    if stop - head == 2 and bare[head] in ("before", "after") and row.level and bare[stop - 1] in words.measures:
        if clause.suffix(begin, head) and words.fits(bare[head - 1], kind):
            owner = possessor(clause, head - clause.suffix(begin, head))
            return owner or None, clause.slice(head - clause.suffix(begin, head), stop)
    if begin and stop - head > 2 and bare[head] == "on" and bare[begin - 1] in words.told:
        if clause.folded[head + 1] in TIMES:
            begin = head + 2  # told Reuters on Thursday the firm
            head = _preposition(clause, begin, stop)
    if begin and bare[begin - 1] in words.told:
        for index in range(head - 1, begin, -1):
            if (
                bare[index] in NAMED
                and bare[index - 1] not in COORDINATE
                and clause.folded[index - 1] not in _QUANTIFIERS
            ):
                begin = index  # told investors their money
                break
    if stop - begin > 1 and clause.folded[stop - 1] in _SUBJECTS:
        return pronoun(clause, clause.folded[stop - 1], stop - 1, row), None  # Earlier in the session it dipped
    if begin and tokens[begin - 1].aux and not tokens[begin - 1].comma:  # not: Still, the bank
        begin += 1  # have been betting rates will fall
        if begin >= head or bare[begin - 1][-3:] != "ing":
            return None, None
    if (
        clause.folded[begin] in _AT_TIME
        and stop - begin > 2
        and (is_year(bare[begin + 1]) or clause.folded[begin + 1] in TIMES)
    ):
        if bare[begin + 2] in NAMED or words.suffix(bare[begin + 2 : head]):
            begin += 2  # By 2035 the network would, in 2023 net exports were
            head = _preposition(clause, begin, stop)
    if begin == 0 and clause.folded[0] == "in" and (opens := _behind_place(clause, stop)):
        begin = opens  # In New York the Dow fell
        head = _preposition(clause, begin, stop)
    opening = tokens[begin]
    if opening.preposition or head == begin:
        return None, None
    if stop - head > 1 and bare[head] == "of" and clause.folded[head - 1] in SPANS:
        if is_year(bare[head + 1]) or clause.folded[head + 1] in TIMES:
            return None, None  # the best week of 2019 saw
    if head < stop and head - begin > 2 and bare[head - 1][-3:] == "ing" and clause.folded[begin] in ("a", "an"):
        if bare[head - 1] not in words.measures:
            return None, None  # a tour bus returning to Mexico crashed
    if begin and bare[begin][-3:] == "ing" and begin + 1 < len(bare):
        following = tokens[begin + 1]
        if following.own or (following.named and (row.weak or row is PLAIN) and bare[stop] not in AUX):
            return None, None  # , bringing its total to
    if head - begin == 1 and (
        (bare[begin][-2:] == "ly" and bare[begin].islower() and bare[begin] not in words.ly_nouns)
        or (begin == 0 and bare[begin][-2:] == "ed")
    ):
        return None, None  # generated globally, Collaborated with
    if head - begin > 2 and bare[begin][-2:] == "ly" and clause.folded[begin + 1] in NAMED:
        begin += 1  # Nationally the funding
    if head - begin > 1 and bare[head - 1] in _BEHIND:
        head -= 1  # Net income attributable to shareholders
    if clause.folded[begin] in _ASKING or (head - begin > 1 and bare[head - 1] in PRONOUNS):
        return None, None
    if head - begin == 1 and clause.folded[begin] in PRONOUNS:
        meant = pronoun(clause, clause.folded[begin], begin, row)
        if meant is None and begin == 0 and clause.folded[0] in _OPENERS:
            meant = opener(clause, clause.folded[0])  # BHP cut its payout. It paid
        return meant, None
    outside = measure is not None and kind in ("percent", "money") and bare[stop] not in AUX and not words.owns(measure)
    if row.judge and (outside or not company(clause, begin, stop, measure)):
        return None, None
    if (
        head < stop
        and bare[begin:head] in _SHARES
        and bare[head] in ("in", "of", "at")
        and (bare[head + 1][:1].isupper() or (bare[head + 1] == "the" and head + 2 < stop))
    ):
        return canonical(clause, clause.slice(head + 1, stop)), bare[begin]
    if head - begin > 1 and row.level and bare[head - 1] in ("shares", "stock") and kind in ("percent", "money"):
        if clause.folded[begin] not in NAMED and all(word[:1].isupper() for word in bare[begin : head - 1]):
            name = clause.slice(begin, head - 1).removesuffix("’s").removesuffix("'s")
            return canonical(clause, name), bare[head - 1]  # IWG shares, Harker's shares
    count = clause.suffix(begin, head)
    if not count and measure is None and row.level and kind != "money" and clause.folded[head - 1] in words.events:
        count = 1
    noun = clause.slice(head - count, head) if count else ""
    if count and row.level and noun in words.things and stop < len(bare) and bare[stop] not in AUX:
        count, noun = 0, ""  # the gold contract fell
    if count and not words.fits(noun, kind) and row.level and clause.folded[begin] in NAMED and head < stop:
        return None, None  # the rate of payment is £1,530
    level = row.level or (
        count > 0
        and (row.judge or (measure is None and clause.folded[head - 1] not in words.outlooks))
        and stop < len(bare)
        and bare[stop] in AUX
        and _moves(clause, stop)
    )
    if count and (level or (row is PLAIN and begin == head - count)) and words.fits(noun, kind):
        return _owned(clause, begin, head - count, head, stop, row)
    if count and begin == head - count and kind in _SIZED and measure is None and words.fits(noun, kind):
        last = clause.begins[-1] + len(clause.printed[-1])
        # … and a verb that is a bound: may top
        chain = [*bare[stop:], *clause.text[last : last + 16].split(None, 1)[:1]]
        moved = any(words.does(word, words.levels) for word in chain)
        return None, noun if moved else None  # growth may slow to 3%
    return _named(clause, begin, head, stop, row, kind, measure)


def _preposition(clause: Clause, begin: int, stop: int) -> int:
    """Where the first preposition behind the word at ``begin`` stands; ``stop`` for none."""
    at = begin + 1
    while at < stop and clause.bare[at] not in PREPOSITIONS:
        at += 1
    return min(at, stop)


def _end(clause: Clause, begin: int, stop: int) -> int:
    """Where a phrase ends without its time, its ticker and what is added: Harker (HRK) on Monday, The Model Y alone."""
    bare, tokens = clause.bare, clause.tokens
    while stop - begin > 1 and tokens[stop - 1].time and bare[stop - 2] not in _ONE:
        stop -= 2 if clause.folded[stop - 2] in _TURN else 1  # Acme last month, Acme on Monday
        if stop - begin > 1 and bare[stop - 1] in ("on", "in"):
            stop -= 1
    if stop - begin > 1 and clause.printed[stop - 1][-1:] == ")" and clause.printed[stop - 1][0] == "(":
        stop -= 1  # Harker Inc (HRK) on Monday
    while stop - begin > 1 and clause.folded[stop - 1] in _AFTERTHOUGHTS:
        stop -= 1  # The Model Y alone
    if stop - begin > 2 and (bare[stop - 1] in clause.words.participles or bare[stop - 1].isdigit()):
        return _without_aside(clause, begin, stop)
    return stop


def _is_no_name(clause: Clause, begin: int, stop: int, kind: str) -> bool:
    """Whether the words before a verb name nobody that has a number, as their first and last ones tell."""
    bare, words = clause.bare, clause.words
    if clause.folded[begin] == "according" or "—" in bare[begin]:
        return True
    if stop - begin == 1 and clause.folded[begin] in words.adverbs:
        return True  # A star 12 light-years away has
    if stop - begin == 1 and is_year(bare[begin]):
        return True  # 2017 was
    if begin + 2 < len(bare) and clause.folded[begin + 1] == "total" and clause.folded[begin + 2] == "of":
        return True  # a total of 3 million units were
    if bare[stop - 1][-1:] == "s" and bare[stop - 1][:-1].isdigit():
        return True  # The 1980s saw
    if kind == "count" and stop < len(bare) and bare[stop] in BE:
        first = clause.folded[begin]
        if first == "also" or first in words.inverted or (begin == 0 and first[-3:] == "ing"):
            return True  # Also injured were 3, Missing were two boys, Standing beside him were two guards
    # Nearly 1,700 structures were threatened by a blaze in two counties
    return stop - begin > 1 and clause.folded[begin] in _DEGREES and _counts(bare[begin + 1 : begin + 3])


def _head(clause: Clause, begin: int, stop: int) -> int:
    """Where the noun of a phrase ends: before its first preposition, or what it does."""
    bare, tokens = clause.bare, clause.tokens
    for index in range(begin + 1, stop):
        token = tokens[index]
        if (token.preposition and token.lower) or (
            token.gerund
            and token.bare[-3:] == "ing"
            and bare[index - 1][-1:] == "s"
            and bare[index - 1][-2:-1] not in "’'"
            and len(bare[index - 1]) > 4
            and (bare[index - 1].islower() or index - 1 == begin)
        ):
            return index  # households earning less
    return stop


def _owned(clause: Clause, begin: int, at: int, head: int, stop: int, row: Verb) -> tuple[str | None, str | None]:
    """Whose the measure from ``at`` to ``head`` is, and the measure as it is called: its net profit, US oil output."""
    bare, words, noun = clause.bare, clause.words, clause.slice(at, head)
    owner = possessor(clause, at)
    if owner is None and head < stop and names_owner(clause, head, stop, noun):
        ends = next((opens for opens in range(head + 2, stop) if bare[opens] in _OPEN), stop)
        owner = canonical(clause, clause.slice(head + 1, ends))  # sales at its stores open at least a year
    if owner is None:
        if clause.folded[begin] in ARTICLES and bare[begin + 1][:1].isdigit() and bare[begin + 1][-5:] == "-year":
            if at - begin == 3 and bare[begin + 2][:1].isupper():
                return clause.slice(begin + 1, at), noun  # the 10-year Treasury yield
        rest = [word for word in bare[begin:at] if word[:1].isupper() and word.lower() not in NAMED]
        if (
            rest
            and at - begin == len(rest)
            and len(rest) <= 3
            and (begin > 0 or len(rest) > 1 or rest[0] in clause.known)
            and not any(word in words.stuff or word.endswith(("’s", "'s")) for word in rest)
            and rest[-1].lower() not in TIMES  # October registrations, Black Friday sales
        ):
            if len(rest[-1]) == 1:
                return None, clause.slice(begin, head)  # Class A seizures
            if rest[0] == "Total" and len(rest) > 1 and " ".join(rest) not in clause.known:
                rest = rest[1:]  # Total US oil output
            return canonical(clause, " ".join(rest)), noun
    told = begin > 0 and clause.printed[begin - 1][-1:] not in ",;"  # not …, the lender said; growth slowed
    if owner is None and told and noun.lower() in words.own and tells(clause, begin - 1):
        owner = reporter(clause, begin - 1)
        if owner is None and begin > 1 and clause.folded[begin - 2] == "it":  # It expects revenue to rise
            owner = opener(clause, "it") if begin == _IT_TELLS else pronoun(clause, "it", begin - 2, row)
    return owner or None, clause.noun(begin, at, head)


def _named(
    clause: Clause, begin: int, head: int, stop: int, row: Verb, kind: str, measure: str | None
) -> tuple[str | None, str | None]:
    """A noun phrase without a measure: who it names, or what it counts (the number of, student numbers)."""
    bare, words, tokens = clause.bare, clause.words, clause.tokens
    possessive = head - 1
    while possessive >= begin and not tokens[possessive].owns:
        possessive -= 1
    if begin <= possessive < head - 1 and head - possessive < 5 and row.level and measure is None:
        owner = possessor(clause, possessive + 1)
        if owner:
            proper = bare[head - 1] == "index" or any(word[:1].isupper() for word in bare[possessive + 1 : head])
            if proper or words.names.nouns.get(bare[head - 1], ("document",))[0] in _BEARERS:
                return canonical(clause, clause.slice(begin, head)), None  # Japan’s Nikkei, the minister's party
            return owner, clause.slice(possessive + 1, head)
    if head - begin > 7:
        return None, None
    wide = 9 if head + 2 < stop and (bare[head + 1][:1].isupper() or bare[head + 2][:1].isupper()) else 6
    limit = stop if head < stop and bare[head] == "of" and stop - begin <= wide else head
    phrase = clause.slice(begin, limit)
    opening = tokens[begin]
    if opening.own or opening.folded in _THESE:
        return None, None
    for at in range(begin, max(head, limit)):
        token = tokens[at]
        if token.apart or token.folded in _ASTRAY:
            return None, None
        if token.digit and not tokens[at - 1].upper and not token.bare[-1].isalpha() and not is_year(token.bare):
            return None, None
    if (opening.time and (head - begin == 1 or opening.folded not in _DAYS)) or opening.bare in words.verb_measures:
        return None, None
    if opening.folded == "the" and clause.folded[begin + 1 : begin + 3] == ["number", "of"]:
        return None, clause.slice(begin + 1, stop)
    named = clause.folded[head - 1]
    if (
        named in words.turns
        or (named[-1:] == "s" and named[:-1] in words.turns)
        or (named in words.outlooks and (row.level or bare[stop] in AUX))
    ):
        return None, None  # the increase followed, the biggest rises were, forecasts ranged
    if bare[head - 1] == "numbers" and (kind == "count" or row.level):
        return None, clause.slice(begin, head)  # student numbers fell
    return canonical(clause, phrase), None


def _without_aside(clause: Clause, begin: int, stop: int) -> int:
    """Where a phrase ends without an age or a participle behind it: Hassan Ali, | 52, a tablet | taken (weekly)."""
    bare, printed = clause.bare, clause.printed
    if bare[stop - 1].isdigit():
        return stop - 1 if len(bare[stop - 1]) < 4 and printed[stop - 2][-1:] == "," else stop
    return stop - 1 if clause.folded[begin] in NAMED and bare[stop - 2].islower() else stop


def _behind_place(clause: Clause, stop: int) -> int:
    """In New York | the Dow: where the subject begins behind a place that opens the sentence; 0 for none."""
    at = 1
    while at < stop and clause.bare[at][:1].isupper() and clause.printed[at].isalpha():
        at += 1
    return at if 1 < at < stop - 1 and clause.bare[at] == "the" else 0


def _counts(words: list[str]) -> bool:
    """1,700 structures; not 38% of renters, 38 per cent of them."""
    return words[0][:1].isdigit() and words[0][-1:] != "%" and words[-1] not in ("percent", "per")


def _moves(clause: Clause, stop: int) -> bool:
    """Inflation is expected to ease from 5.9 percent: whether a verb of level follows in the chain at ``stop``."""
    chain = clause.bare[stop : stop + 6]
    return any((word not in AUX or word == "be") and clause.words.does(word, clause.words.levels) for word in chain)


def joint(clause: Clause, begin: int, first: int) -> bool:
    """Whether a sentence opens with two nouns joined, and nothing else stands before the verb."""
    if first > _NEAR or clause.suffix(begin, first):
        return False
    return all(
        word not in PREPOSITIONS and word not in CLAUSE and word not in AUX and word[-1:] != ","
        for word in clause.folded[:first]
    ) and not any(printed[-1:] in PAUSES for printed in clause.printed[:first])


def number_of(clause: Clause, verb: int) -> str | None:
    """The number of drugs that were axed, while the volume of exports: what opens a clause and is counted up to its verb."""
    folded, printed = clause.folded, clause.printed
    for at in range(verb - 3, -1, -1):
        if folded[at] != "the" or (
            at and folded[at - 1] not in CLAUSE and folded[at - 1] not in _BEFORE_NUMBER and printed[at - 1][-1] != ","
        ):
            continue
        total = folded[at + 1] == "total"
        if folded[at + 1 + total] in clause.words.amounts and folded[at + 2 + total] == "of":
            for end in range(at + 3 + total, verb):
                if (
                    folded[end] in CLAUSE
                    or folded[end] in _TELLING
                    or folded[end] in AUX
                    or folded[end] in _WITHIN
                    or (folded[end] == "in" and _is_time(folded, end + 1))
                    or printed[end - 1][-1] == ","
                ):
                    return clause.slice(at + 1, end)
            return clause.slice(at + 1, verb)
        return None
    return None


def _is_time(folded: list[str], at: int) -> bool:
    """in | the three months ended March; not in | the city."""
    return any(word in SPANS or word in TIMES for word in folded[at : at + 3])


def outlook_for(clause: Clause, verb: int, stop: int, kind: str) -> tuple[str | None, str | None] | None:
    """The IMF lowered its forecast for global growth this year to 3.2%: a number of what is foreseen, not of who foresees it."""
    folded, words = clause.folded, clause.words
    for at in range(verb + 1, min(stop - 2, verb + 7)):
        if (
            folded[at] in words.outlooks
            and folded[at + 1] == "for"
            and not (folded[at + 2].isdigit() or not TIMES.isdisjoint(folded[at + 2 : at + 4]))
        ):
            for end in range(min(stop, at + 8), at + 2, -1):
                count = clause.suffix(at + 2, end)
                if count and words.fits(clause.slice(end - count, end), kind):
                    return None, clause.noun(at + 2, end - count, end)
            return None, None
    return None
