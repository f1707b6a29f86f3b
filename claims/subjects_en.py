"""Subjects and measures of English sentences: the noun beside the number, then the clause's verb and what stands before it.

The measure is looked for right of the number ($2 billion investment, $5 billion in assets), left of it (a loss of $8
million, revenue: $3 billion), in a verb (will cost, valued at), and in the subject of a verb of level (revenue rose).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from claims.attribution_en_clause import dateline
from claims.looks import first_word, letter
from claims.subjects_en_beside import SMALL, is_noun, is_subject, left_of, right_of
from claims.subjects_en_clause import subject_of
from claims.subjects_en_kinds import aged, described, heads, is_where, lasts, whole
from claims.subjects_en_left import Clause, Token, tokens_of
from claims.subjects_en_owner import canonical, possessor
from claims.subjects_en_respectively import shared_out
from claims.subjects_en_same import shares
from claims.subjects_en_settled import settle
from claims.subjects_en_verbless import gapped, listed, measure_next, name_before, name_with, named_next
from claims.subjects_en_words import AUX, COORDINATE, NAMED, OWN, PLAIN, Words

if TYPE_CHECKING:
    from claims.kept import Kept
    from claims.lexicon import Lexicon
    from claims.records import Alias, Mention, Span

__all__ = ["attach"]

_PAIR: Final = re.compile(r" ([a-z]{3,20}) ([a-z]{3,20})\b")
_JOINED: Final = re.compile(r"[\w,.]+-[a-z]+$")
#: Before a number, that may say that it is not the subject's.
_APART: Final = COORDINATE | {"near", "with", "every", "whom", "which"}
_LEVELS: Final = frozenset(("to", "at", "was", "is", "were", "are", "reached", "by"))
_DOING: Final = re.compile(r" (?:of [a-z]+ )?[a-z]{3,}ing\b")
_SOME_OF_THEM: Final[tuple[str, ...]] = (" of whom ", " of which ")
#: Classes of counted people.
_PEOPLE: Final = frozenset(("person", "household"))
#: What some of whom may be told of behind the number.
_PARTS: Final = ("count", "percent", "fraction")
#: What may be told in a clause that leaves out its verb.
_GAPPING: Final = frozenset(("money", "measure", "percent"))
#: What makes a length of time a point in time.
_PASSED: Final[tuple[str, ...]] = (
    " ago",
    " earlier",
    " later",
    " before",
    " after",
    " old",
    " in a row",
    " running",
    "’",
)
#: Quotations inside each other, and words of a sentence left of a number, that are looked at.
_NESTED, _WORDS = 4, 40
_LONGEST: Final = 80  # characters of a word that are looked at
#: What shows behind a number that the verb of its clause is yet to come.
_FINITE: Final = frozenset({
    "will", "would", "could", "can", "may", "might", "is", "are", "was", "were", "has", "had", "have",
})  # fmt: skip


def attach(
    text: str, start: int, end: int, group: list[Mention], quotes: list[Span], known: dict[str, Alias],
    only: dict[str, str | None], lexicon: Lexicon, earlier: int = -1,
) -> None:  # fmt: skip
    """Set subject and measure of the mentions of one sentence; ``earlier`` is where the one before it begins."""
    words, tokens = lexicon.built(Words), lexicon.built(tokens_of)
    before: Mention | None = None
    start += dateline(text[start : start + 100])
    printed = text[start : group[-1].start].split()
    begins = _begins(text, start, printed)
    left = Clause(text, begins, printed, [tokens[word] for word in printed], words, known, only)
    for mention in group:
        if _is_told(text, mention) and (before is None or not shares(text, before, mention, end, words)):
            low = _quoted_from(quotes, start, mention) if quotes else start
            edge = _edge(text, mention, words)
            last = bisect_left(begins, edge)
            first = max(0, last - _WORDS)
            if low > start:
                first = _sentence_of(printed, _first_from(printed, begins, low, last), last)
            # Nobody needs all the words but the last number.
            clause = left if mention is group[-1] and last - first == len(begins) else left.part(first, last)
            if last > first:
                _cut(clause, low, edge, tokens)
            if first == 0 and low == start:
                clause.earlier = earlier
            _one(clause, mention, end)
            if before is not None and mention.subject is not None and mention.kind in _GAPPING:
                found = gapped(text, group[0].end, before.end, mention, words)
                if found is None and any(other.unit == mention.unit for other in group[: group.index(mention)]):
                    found = named_next(text, before.end, mention, words)
                mention.subject = (mention.subject if found is None else found) or None
            if before is not None and before.measure is not None and mention.kind in _GAPPING:
                if mention.measure is None or mention.measure == before.measure:
                    other = measure_next(text, before.end, mention, words)
                    if other is not None:
                        mention.measure = other[0]
                        mention.subject = None if other[1] else mention.subject
            settle(clause, before, mention, start)
        before = mention
    said = text.find("respectively", group[0].end, end)
    if said >= 0:
        shared_out(text, start, said, group, known, words)


def _begins(text: str, start: int, printed: list[str]) -> list[int]:
    """Where words begin that stand behind each other."""
    begins: list[int] = []
    at = start
    for word in printed:
        while ord(text[at]) != ord(word[0]):
            at += 1
        begins.append(at)
        at += len(word)
    return begins


def _is_told(text: str, mention: Mention) -> bool:
    """Whether anybody may have the number: no rank, an age only behind a name and a comma, no time that has passed."""
    if mention.kind == "age":
        return text[mention.start - 2 : mention.start] in (", ", " (")
    if mention.kind == "duration":
        return text.find("-", mention.start, mention.end) < 0 and not text.startswith(_PASSED, mention.end)
    return mention.kind != "rank"


def _edge(text: str, mention: Mention, words: Words) -> int:
    """Where the words left of a number end: after a verb that is also its bound (topped $3 trillion)."""
    if mention.left < mention.start:
        first = text.find(" ", mention.left, mention.start)
        if first > 0 and text[mention.left : first] in words.verbs:
            return first
    return mention.left


def _quoted_from(quotes: list[Span], start: int, mention: Mention) -> int:
    """Where the innermost quotation begins that a number stands in; else ``start``."""
    low = start
    place = bisect_left(quotes, (mention.start + 1,))
    for begin, stop in quotes[max(0, place - _NESTED) : place]:
        if mention.start < stop:
            low = max(low, begin + 1)
    return low


def _first_from(printed: list[str], begins: list[int], low: int, last: int) -> int:
    """The first of the nearest words before ``last`` that stand behind a place."""
    first = bisect_left(begins, low)
    if first and begins[first - 1] + len(printed[first - 1]) > low:
        first -= 1  # a word that the quotation begins inside of
    return max(first, last - _WORDS)


def _sentence_of(printed: list[str], first: int, last: int) -> int:
    """Where the sentence of a quotation begins that the last of these words stand in."""
    for index in range(last - 2, first - 1, -1):
        word = printed[index]
        if word[-1] == "." and word[:-1].islower() and len(word) > len("Inc.") and printed[index + 1][:1].isupper():
            return index + 1
    return first


def _cut(clause: Clause, low: int, edge: int, tokens: Kept[Token]) -> None:
    """The first and the last word of a clause end where the quotation and the number begin."""
    begins, printed, last = clause.begins, clause.printed, len(clause.begins) - 1
    if begins[0] >= low and begins[last] + len(printed[last]) <= edge:
        return
    for at in (0, last):
        begin = begins[at]
        stop = begin + len(printed[at])
        if begin < low or stop > edge:
            stop = min(stop, edge)
            begin = max(begin, low, stop - _LONGEST)
            word = clause.text[begin:stop]
            clause.put(at, begin, word, tokens[word])


def _one(clause: Clause, mention: Mention, end: int) -> None:
    """Set subject and measure of one number from the words left of it and what follows."""
    if mention.kind == "age":
        mention.subject = aged(clause)
        return
    if mention.kind == "duration":
        if lasts(clause):
            mention.subject, mention.measure = subject_of(clause, len(clause.bare), "duration", None, 0)
            if mention.measure is not None and mention.measure.rsplit(" ", 1)[-1] in clause.words.money:
                mention.measure = None  # the deal took 40 days
        return
    if mention.kind == "measure" and is_where(clause, mention):
        if "-" in clause.text[mention.start : mention.end]:
            mention.subject = described(clause, mention, end)  # a 60-meter ravine, the 2,400-acre Cobb Fire
        return  # hit 8 miles east of the town
    stop = len(clause.bare)
    last = clause.folded[-1] if stop else ""
    second = clause.folded[-2] if stop > 1 else ""
    behind = clause.text[mention.end : mention.end + 4]
    if (last in _APART or behind == " of " or behind == " to ") and _is_apart(
        clause, mention, end, last, second, behind
    ):
        return
    if mention.kind == "fraction" or (mention.kind == "percent" and heads(clause, mention)):
        mention.subject = whole(clause, mention, end)
        if mention.subject is not None:
            return
    if stop > 1 and mention.kind != "rank" and letter(clause.text, mention.left - 1) == ord("("):
        if clause.printed[-1][-1:] == "(" and behind[:1] == ")":
            name = name_before(clause)
            if name is not None:
                mention.subject = name
                return  # Hawaii (77 percent), New Mexico (56 percent)
    if stop and clause.tokens[-1].upper:
        item = listed(clause, mention.kind)
        if item is not None:
            mention.subject, mention.measure = item
            return
    measure, owner = right_of(clause, mention, end)
    counted = mention.kind == "count"
    if counted and measure is not None and _is_joined(clause.text, mention):
        pair = _PAIR.match(clause.text, mention.end, end)
        noun = pair is not None and is_noun(pair.group(2), clause.words)
        if pair is not None and pair.group(1) in COORDINATE:
            return  # three-room and executive flats
        mention.subject = pair.group(2) if pair is not None and noun else measure  # a 32-storey (office) tower
        return
    if mention.rule == "count.en.toll":
        if " other" in clause.text[mention.start : mention.end]:
            return  # with 500 others injured
        if last == "and" and "were" in clause.folded[-4:]:
            return  # Two boys were killed and nine others injured
    if counted and stop > 1 and _is_beside(mention, last, second, clause.words):
        mention.measure = measure
        return
    if counted and stop > 3 and clause.bare[-1] == "to":
        for at in range(stop - 3, max(0, stop - 9), -1):
            if clause.folded[at] == "number" and clause.bare[at + 1] == "of" and at > 1:
                mention.measure = clause.slice(at, stop - 1)  # Harker raised the number of stores to 45
                opens = at - 1 if clause.folded[at - 1] in NAMED else at
                mention.subject = subject_of(clause, opens, "count", mention.measure, 0)[0]
                return
    if counted and stop > 1 and last == "in" and clause.bare[-2] not in AUX and (clause.verb(stop - 2) or PLAIN).level:
        mention.measure = measure
        return  # rents fell in 14 states
    shared = mention.kind == "percent" and measure is not None and behind == " of "
    if (counted or shared) and stop > 1 and clause.bare[-1] in _LEVELS:
        subject, found = subject_of(clause, stop, mention.kind, None, 0)
        if found is not None:
            mention.subject, mention.measure = subject, found  # enrolment fell to 512 pupils
            return
    owned = stop > 0 and clause.tokens[-1].owns
    if measure is None:
        measure, owner_at = left_of(clause, mention)
        if measure is not None and owner_at > 0:
            owner = possessor(clause, owner_at)
    elif owned:
        owner = owner or possessor(clause, stop)
    if owned and measure is None and owner is None and mention.kind == "money":
        owner = possessor(clause, stop)  # to fund the government’s £1.5 billion programme
    if owner is not None:
        mention.subject, mention.measure = owner or None, measure
        return
    if measure is not None and clause.printed and clause.printed[-1][-1:] == ":":
        mention.measure = measure
        return  # Total assessed valuation: $3 million
    if measure is not None and _in_brackets(clause, mention):
        mention.measure = measure  # helped to cut the gap (a net profit of £475k)
        return
    if is_subject(clause, mention, end) or (counted and _are_reported(clause, mention, end)):
        mention.measure = measure
        return
    if last == "of" and stop > 4 and second in clause.words.traits:
        opened = clause.folded[max(0, stop - 7) : stop - 2]
        if "with" in opened and opened[opened.index("with") + 1 :][:1] in (["a"], ["an"]):
            mention.measure = measure  # a town with a population of 400,000 people
            return
    if counted and stop > 2 and mention.canonical_unit == "person" and _by_them(clause):
        mention.measure = measure
        return  # received backing from 21 councillors
    subject, found = subject_of(clause, stop, mention.kind, measure, 0)
    if subject is not None and _is_reduced(clause, mention):
        subject = None  # the owner of a home assessed at $175,000 would pay
    if subject is not None and measure is not None and measure[measure.rfind(" ") + 1 :] in clause.words.outlooks:
        if "growth" in measure or not clause.words.owns(measure[: measure.rfind(" ")]):
            subject = None  # the World Bank lowered its growth forecast
    if subject is not None and measure is not None and mention.kind in ("percent", "money"):
        if not clause.words.owns(measure) and _of_an_outlook(clause, measure):
            subject = None  # officials kept their forecasts for interest rates at 5.6%
    if subject is not None and measure in clause.words.judged:
        subject = _rated(clause)
    mention.subject, mention.measure = subject, measure or found


def _is_apart(clause: Clause, mention: Mention, end: int, last: str, second: str, behind: str) -> bool:
    """Whether the word before a number, or of or to behind it, says that the clause's subject has none of it."""
    stop = len(clause.bare)
    if mention.kind == "count" and last == "near":
        mention.measure = right_of(clause, mention, end)[0]
        return True  # stood near 12 villages
    if last == "with" and mention.kind == "measure" and stop > 1 and clause.printed[-2][-1] == ",":
        return True  # a warning is in place, with 50mph gusts expected
    if last == "every":
        mention.measure = right_of(clause, mention, end)[0]
        return True  # with every $10 donated
    if behind == " of " and mention.kind in _PARTS and clause.text.startswith(_SOME_OF_THEM, mention.end):
        return True  # treated 61 patients, 17 of whom were critical: not the hospital's
    if behind == " to " and stop:
        doing = next((at for at in range(stop - 1, 0, -1) if clause.folded[at] not in SMALL), 0)
        if clause.folded[doing] == "adding" and clause.printed[doing - 1][-1:] == ",":
            return True  # voted to raise taxes, adding $160 to the average bill
    if second == "of" and (last == "whom" or last == "which"):
        return True  # 12 million people, of whom 30% live: not those of the clause before
    if mention.kind == "percent" and last in COORDINATE and stop > 1 and clause.printed[-2][-1] == ",":
        following = first_word(clause.text, mention.end + 1, mention.end + 16)
        if behind[:1] == " " and is_noun(following, clause.words) and following not in clause.words.measures:
            return True  # they say it is bad, and 54% blame the government
    if last == "with" and stop > 2:
        name = name_with(clause)
        if name is not None:
            mention.subject, mention.measure = name, right_of(clause, mention, end)[0]
            return True  # started with Ford, Chevrolet with 5,068 registrations
    # with 44% supporting her challenger
    return last == "with" and _DOING.match(clause.text, mention.end) is not None


def _is_joined(text: str, mention: Mention) -> bool:
    """Whether a count is joined to its noun: a 32-storey tower."""
    joint = text.find("-", mention.start, mention.end)
    return joint >= 0 and _JOINED.match(text, mention.start, mention.end) is not None


def _is_beside(mention: Mention, last: str, second: str, words: Words) -> bool:
    """Whether the words before a count say that the subject has none of it: the two words right left of it."""
    if last in OWN:
        return second == "and"  # judgments against Harker and its 281 companies
    if last == "across" or (last == "of" and second in words.reports) or (last == "to" and second == "according"):
        return True  # across 16 deals, denied reports of 12 deaths, according to 12 analysts
    # would rise by $1,050 for 22 million people, is continuing for the 300 families
    return (last == "for" or (last == "the" and second == "for")) and mention.canonical_unit in _PEOPLE


def _in_brackets(clause: Clause, mention: Mention) -> bool:
    """Whether a bracket opens among the last words and is not closed before the number."""
    first = max(0, len(clause.printed) - 5)
    for word in clause.printed[first:]:
        if word[:1] == "(":
            return clause.text.find(")", clause.begins[first], mention.start) < 0
    return False


def _is_reduced(clause: Clause, mention: Mention) -> bool:
    """Whether the -ed near a number is no verb of its clause: a home assessed at | $175,000 (in full) would."""
    bare, tokens, stop = clause.bare, clause.tokens, len(clause.bare)
    at = stop - 1
    while at > 0 and not tokens[at].past:
        at -= 1 if at > stop - 3 else at
    if at < 1 or not is_noun(bare[at - 1], clause.words):
        return False
    text, begin = clause.text, mention.end
    if text[begin : begin + 2] == " (":
        begin = max(begin, text.find(")", begin, begin + 60) + 1)
    return text[begin : begin + 1] == " " and first_word(text, begin + 1, begin + 12) in _FINITE


_STATED: Final = re.compile(r"[^,;.:]{1,60}?(?<! and) (?:were|was|are|is|had|have|remained) ")


def _are_reported(clause: Clause, mention: Mention, end: int) -> bool:
    """The network reported 18,500 properties in the east were without power: they are the subject of what is reported."""
    last = len(clause.folded) - 1
    while last > 0 and clause.folded[last] in SMALL:
        last -= 1
    if last < 1 or clause.folded[last] not in clause.words.cues:
        return False
    stated = _STATED.match(clause.text, mention.end, end)
    return stated is not None and not any(word in stated.group() for word in (" that ", " who ", " which "))


def _rated(clause: Clause) -> str | None:
    """Brokers lifted their price target on Aldine Steel to | 640 pence: whose target it is; not those who set it."""
    bare = clause.bare
    last = len(bare) - 1
    at = last - 1
    while at > 0 and bare[at][:1].isupper():
        at -= 1
    return canonical(clause, clause.slice(at + 1, last)) if at < last - 1 and bare[at] in ("on", "for") else None


def _of_an_outlook(clause: Clause, measure: str) -> bool:
    """kept their forecasts | for interest rates at 5.6%, and not its own profit forecast."""
    outlooks, folded = clause.words.outlooks, clause.folded
    if measure[measure.rfind(" ") + 1 :] in outlooks:
        return False
    return any(
        folded[at] in outlooks and folded[at - 1] in NAMED for at in range(max(1, len(folded) - 12), len(folded))
    )


def _by_them(clause: Clause) -> bool:
    """Backing from 21 councillors, was signed by 40 parents: who does it stands behind; not rose from 200, grew by 40 people."""
    last = len(clause.folded) - 1
    while last > 1 and clause.folded[last] in SMALL:
        last -= 1
    word, before = clause.folded[last], clause.folded[last - 1]
    if word == "by":
        return before[-2:] == "ed" and clause.folded[last - 2] in AUX
    if word != "from" or not before.isalpha() or before in ("up", "down") or before[-3:] == "ing":
        return False
    return clause.verb(last - 1) is None
