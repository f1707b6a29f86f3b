"""What stands beside an English number: the noun right of it, the noun left of it, the verb that it is the subject of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_words import word_at
from claims.looks import first_word, follows, letter
from claims.numerals import EN_WORDS
from claims.subjects_en_left import Clause
from claims.subjects_en_owner import canonical
from claims.subjects_en_words import (
    AUX,
    CLAUSE,
    CLOSED,
    COORDINATE,
    NAMED,
    PLAIN,
    PREPOSITIONS,
    TRIM,
    Words,
)

if TYPE_CHECKING:
    from claims.records import Mention
    from claims.subjects_en_words import Verb

__all__ = ["SMALL", "is_noun", "is_subject", "left_of", "right_of"]

_AFTER: Final = re.compile(
    r"[ -]([A-Za-z][a-z’'-]*)(?:[ -]([A-Za-z][a-z’'-]*))?(?: ([A-Za-z][a-z’'-]*))?(?: ([A-Za-z][A-Za-z’'-]*))?"
)
_BY: Final = re.compile(r" by ((?:the )?[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,3})")
_OF: Final = re.compile(r"[a-z][a-z-]{2,20}(?:(?: [a-z][a-z-]{2,18}(?:al|ic))? [a-z][a-z-]{2,20})?(?![\w’'-])")
_WHOLE: Final = re.compile(
    r"(?:(?:the |its |their )?[\w.]{2,20}[’']s? |the |its |their )?([a-z]{3,20})(?: ([a-z]{3,20}))?(?![\w’'-])"
)
_THAT: Final = frozenset(("that", "which", "who"))
_ADJECTIVES: Final[tuple[str, ...]] = ("ant", "ous", "ive", "ful", "able", "ible", "ary", "al")
_NO_STUFF: Final = CLOSED | {
    "the", "this", "that", "these", "its", "their", "his", "her", "what", "which", "each", "every", "all", "worth", "more",
    "next", "last", "past",
}  # fmt: skip
_NOUN: Final = re.compile(r" ?([a-z]{3,20})\b")
SMALL: Final = frozenset({
    "about", "around", "nearly", "almost", "some", "at", "least", "more", "than", "up", "to", "over", "a", "an", "the",
    "total", "estimated", "roughly", "between", "as", "much",
})  # fmt: skip
_NO_NOUN: Final = frozenset({
    "hundred", "thousand", "million", "billion", "trillion", "dozen", "times", "percent", "percentage", "people’s", "more",
    "less", "fewer", "other", "out",
})  # fmt: skip
#: Behind a number these are not what is counted.
_NOT_COUNTED: Final = _NO_NOUN | AUX | PREPOSITIONS
#: up to 9 inches of rain fell
_FELL: Final = re.compile(r" of (?:[\w-]+ )?[a-z]+ ([a-z]+)\b")
#: What a verb like costs is followed by: an amount, with whom it costs so much and what tells how near it is.
_COSTS: Final = re.compile(
    r" (?:[a-z]+s )?(?:(?:about|around|nearly|almost|over|up to|more than|less than|at least|just) )?[A-Z]{0,3}[$€£¥₹\d]"
)
_BRACKET: Final = 40  # characters of an amount in brackets
#: What a measure never begins with.
_NO_MEASURE: Final = (CLOSED | {"above", "below", "worth"}) - {"in", "of"}
_PARTING: Final = PREPOSITIONS | CLAUSE | COORDINATE | _THAT
_MARKS: Final = frozenset([ord(mark) for mark in ",;:."])
_WHERE: Final = frozenset(("among", "in", "from", "for", "on", "at", "of"))
_SEEN: Final = 60  # characters behind a number in which its verb is looked for,
_NEAR: Final = 3  # … and the words
_STEADY: Final = ("unchanged", "steady", "flat", "estimated", "valued")


def right_of(clause: Clause, mention: Mention, end: int) -> tuple[str | None, str | None]:
    """$2 billion investment by Acme, $5 billion in assets, an 8% rise in sales, 12,000 jobs: (measure, owner)."""
    text, words = clause.text, clause.words
    if mention.rule in ("count.en.subject", "count.en.toll"):
        return None, None  # users rose to 2.2 billion, 515 were injured, 40 homeless: no noun follows
    if mention.kind == "count":
        printed = text[mention.start : mention.end].rsplit(" ", 1)[-1]
        if printed.isalpha() and len(printed) > 2 and (printed.islower() or printed[-1] == "s"):
            return (
                (printed, None) if printed not in _NO_NOUN and printed not in EN_WORDS else (None, None)
            )  # 3,000 Canadians protested
        match = _NOUN.match(text, mention.end, end)
        if match is None or text[match.end() : match.end() + 1] == "-":
            return None, None
        noun: str = match.group(1)
        return (None, None) if noun in _NOT_COUNTED or noun in words.verbs else (noun, None)
    behind = _past_bracket(text, mention.end, end)
    gap = letter(text, behind)
    if gap != ord(" ") and gap != ord("-"):
        return None, None
    following = word_at(text, behind + 1)
    if following == "of" and gap == ord(" "):
        if mention.kind == "percent":
            return _share_of(text, behind + 4, end, words), None
        if mention.kind == "measure":
            return _substance(text, behind + 4, end, words), None
    if (following in _NO_MEASURE and following not in words.turns) or not following[:1].isalpha():
        return None, None
    match = _AFTER.match(text, behind, end)
    if match is None:
        return None, None
    after: list[str] = [word for word in match.groups() if word]
    first = after[0]
    if first in ("above", "below"):
        return None, None  # 3,600 kilometers above sea level
    if mention.kind in ("percent", "fraction") and first in words.told and first[-2:] != "ed":
        return None, None  # 61% think rents will fall
    at = -1
    if first in ("in", "of") and mention.kind == "money":
        at = 1
        if first == "in" and len(after) > 1 and after[1] in NAMED:
            return None, None  # $21,400 in the capital
    elif first in words.turns and len(after) > 2 and after[1] in ("in", "of"):
        at = 2
    elif first == "worth":
        return None, None
    elif first not in CLOSED:
        at = 0
    if at < 0:
        return None, None
    wide = at == 1 and all(is_noun(word, words) for word in after[1:3])
    for begin in range(at, at + (3 if wide else 2)):
        for stop in (begin + 2, begin + 1):
            if len(after) < stop or after[stop - 1].lower() not in words.last_words:
                continue
            noun = after[begin] if stop == begin + 1 else f"{after[begin]} {after[begin + 1]}"
            if noun.lower() in words.measures and words.fits(noun, mention.kind):
                position = text.find(noun, behind) + len(noun)
                if after[stop - 1] in words.verb_measures and _COSTS.match(text, position) is not None:
                    return None, None  # Each 15mg tablet costs $9.80
                if stop < len(after) and (
                    (is_noun(after[stop], words) and not after[stop].endswith(_ADJECTIVES))
                    or (mention.kind == "money" and after[stop] in words.turns)
                ):
                    noun = f"{noun} {after[stop]}"  # wage subsidies
                    position += 1 + len(after[stop])
                if begin > at and all(is_noun(word, words) for word in after[at:begin]):
                    noun = " ".join([*after[at:begin], noun])  # infrastructure investment, a rise in council tax
                by = _BY.match(text, position, end)
                return noun, (canonical(clause, by.group(1)) if by else None)
        if begin < len(after) and (after[begin] in PREPOSITIONS or (at != 1 and after[begin] in words.verbs)):
            break
    return None, None


def _past_bracket(text: str, pos: int, end: int) -> int:
    """300 millimetres (12 inches) | of rain: where the same amount in brackets ends."""
    if not follows(text, pos, " ("):
        return pos
    closing = text.find(")", pos, min(end, pos + _BRACKET))
    return closing + 1 if closing > 0 else pos


def _item(clause: Clause, stop: int, mention: Mention) -> tuple[str | None, int]:
    """Highlights: revenue $2.31 billion; operating margin 18.2%: a measure that opens its item, and the number behind it."""
    printed, words = clause.printed, clause.words
    count = clause.suffix(0, stop)
    if not count or stop != len(printed) or not words.fits(" ".join(clause.bare[stop - count : stop]), mention.kind):
        return None, -1
    if (
        clause.bare[stop - 1] in words.as_verbs
        and stop > 1
        and (clause.bare[stop - 2].endswith("s") or clause.bare[stop - 2][:1].isupper())
    ):
        return None, -1  # Families pay 30% more
    first = stop - count
    while (
        first
        and stop - first < 5
        and printed[first - 1][-1:] not in ":;·•|,"
        and is_noun(clause.folded[first - 1], words)
    ):
        first -= 1
    if first and printed[first - 1][-1:] not in ":;·•|":
        return None, -1
    return clause.slice(first, stop), first


def _share_of(text: str, begin: int, end: int, words: Words) -> str | None:
    """67% of the label’s income, 52% of turnover: the measure that it is a share of; None for a share of people or things."""
    match = _WHOLE.match(text, begin, end)
    if match is None:
        return None
    first, second = match.groups()
    if first in words.measures and (second is None or not is_noun(second, words)):
        return str(first)
    if second is not None and second in words.measures and (is_noun(first, words) or first in words.plain):
        following = _NOUN.match(text, match.end(), end)
        if following is None or text[match.end()] != " " or not is_noun(following.group(1), words):
            return str(second) if first in words.plain else f"{first} {second}"
    return None


def is_noun(word: str, words: Words) -> bool:
    """Whether a word beside a measure noun belongs to it: in lower case, and no verb, preposition or word of degree."""
    return (
        word.isalpha()
        and len(word) > 2
        and word.islower()
        and word not in _NO_STUFF
        and word not in words.no_nouns
        and not word.endswith(("ly", "ed", "ing"))
    )


def _substance(text: str, begin: int, end: int, words: Words) -> str | None:
    """12 kg of cocaine, 3 million barrels of crude oil: what is weighed; one or two plain nouns."""
    match = _OF.match(text, begin, end)
    if match is None:
        return None
    noun = match.group()
    parts = noun.split()
    for count, part in enumerate(parts):
        if part in words.verbs or part in _NO_STUFF:
            noun = " ".join(parts[:count])
            break
    else:
        following = _NOUN.match(text, begin + len(noun), end)
        if following is not None and text[begin + len(noun)] == " " and is_noun(following.group(1), words):
            noun = f"{noun} {following.group(1)}"  # new renewable capacity
    return noun or None


def left_of(clause: Clause, mention: Mention) -> tuple[str | None, int]:
    """A loss of $8 million, revenue: $3 billion, prices by 10%, will cost $2 billion: (measure, index of its first word)."""
    bare, printed, words = clause.bare, clause.printed, clause.words
    last = len(bare) - 1
    while last >= 0 and bare[last] in SMALL and bare[last] not in ("at", "to"):
        last -= 1
    if last > 2 and bare[last] == "minus" and bare[last - 1] == "or":
        last -= 3  # a margin of error of plus or minus 3 percentage points
    if (
        last > 2
        and bare[last] == "of"
        and bare[last - 1] == "range"
        and bare[last - 2] == "a"
        and bare[last - 3] in ("to", "in", "at")
    ):
        last -= 3  # cut its guidance to a range of
    if last < 0:
        return None, -1
    if last and printed[last][:1] == "(" and printed[last][-2:] == "):":
        last -= 1  # Earnings (Q3): $246 million
    word = bare[last]
    stop = last
    if printed[last + 1 :] and printed[last + 1][-2:] == "):":
        stop = last + 1
    elif word == "be" and last > 1 and bare[last - 1] == "to":
        stop = last - 1  # guided for revenue to be between
    elif word in ("of", "at", "to", "by", "from"):
        if word == "at" and last and bare[last - 1] in _STEADY:
            stop = last - 1  # left its rate unchanged at
        verb = clause.words.verb_measures.get(f"{bare[last - 1]} {word}") if last else None
        if verb is not None:
            return verb, -1
    elif printed[last].endswith(":") or word in ("reached", "totaling", "totalling", "exceeding", "worth"):
        stop = last if not printed[last].endswith(":") else last + 1
    else:
        verb = words.verb_measures.get(word)
        if verb is not None and not words.fits(verb, mention.kind):
            return None, -1  # weighs a $6 billion plant
        if (verb is not None and clause.verb(last) is not None) or (
            verb is not None and last > 0 and clause.folded[last - 1] in AUX
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
        return (None, -1) if word in AUX else _item(clause, last + 1, mention)
    if stop <= 0 or printed[stop - 1].endswith((",", ";")):
        return None, -1
    if word in ("to", "at") and (bare[stop - 1][:1].isupper() or bare[stop - 1].isdigit()):
        for at in range(stop - 2, max(0, stop - 6), -1):
            if bare[at] in ("on", "for", "in") and clause.suffix(0, at):
                stop = at  # lifted its price target on Harker Steel to
            if not bare[at][:1].isupper():
                break
    elif word == "to" and stop > 4 and bare[stop - 2] == "the" and bare[stop - 3] in ("on", "for"):
        if " ".join(bare[stop - 5 : stop - 3]) in words.judged:
            stop -= 3  # cut their price target for the stock to
    if word == "by" and mention.kind in ("percent", "percentage_point"):
        for at in range(stop - 2, max(1, stop - 6), -1):
            if clause.verb(at + 1) is not None or printed[at][-1:] in ",;":
                break
            if bare[at] in _WHERE and clause.suffix(0, at):
                stop = at if all(word.isalpha() for word in bare[at:stop]) else stop
                break  # cut hospital admissions among infants by 82%
    count = clause.suffix(0, stop)
    if count and stop > count and bare[stop - count - 1] == "per":
        return None, -1  # a loss of $1.43 per share by 25%
    if (
        count == 1
        and stop > 1
        and ((bare[stop - 2] in AUX and bare[stop - 2] in words.verbs) or (bare[stop - 2] == "to" and word == "at"))
        and bare[stop - 1] in words.as_verbs
    ):
        return None, -1  # can range from, fell to trade at
    if count and words.fits(" ".join(bare[stop - count : stop]), mention.kind):
        if (
            stop - count > 1
            and bare[stop - count - 1] == "before"
            and clause.folded[stop - count - 2] in words.measures
        ):
            return clause.slice(stop - count - 2, stop), stop - count - 2  # a loss before tax of
        noun = clause.noun(-1, stop - count, stop)
        return noun, stop - 1 - noun.count(" ")
    return None, -1


def _may_be_subject(text: str, at: int, end: int, verbs: dict[str, Verb]) -> bool:
    """Whether what is no count may be followed by its verb: no mark stands behind it, and no preposition."""
    behind = letter(text, at)
    if behind != ord(" "):
        return not (behind in _MARKS and (at + 1 >= end or letter(text, at + 1) == ord(" ")))
    word = first_word(text, at + 1, end)
    return word not in _PARTING or word in verbs


def is_subject(clause: Clause, mention: Mention, end: int) -> bool:
    """About 300 people attended: the number heads the subject of a verb to its right."""
    text = clause.text
    if mention.kind == "measure" and follows(text, mention.end, " of "):
        fell = _FELL.match(text, mention.end, end)
        return fell is not None and (clause.words.verbs.get(fell.group(1)) or PLAIN).level
    if clause.tokens and clause.tokens[-1].preposition:
        return False
    verbs, near = clause.words.verbs, True
    counted = mention.kind == "count"
    if not counted and not _may_be_subject(text, mention.end, end, verbs):
        return False
    if counted and mention.rule == "count.en.toll" and text[mention.end : mention.end + 1] == " ":
        if text[mention.end + 1 : mention.end + 12].split(" ", 1)[0] in AUX:
            return True  # two are dead and three are injured
    following = text[mention.end : min(end, mention.end + _SEEN)].split(None, -1 if counted else _NEAR)
    for index, word in enumerate(following):
        row = verbs.get(word if word.isalnum() else word.rstrip(TRIM))
        if counted and row is not None and row.say and not row.weak:
            return True  # two people familiar with the matter said
        if near and row is not None and (not row.weak or (counted and word in AUX)):
            return index < _NEAR
        if (
            not index
            and counted
            and word[-3:] == "ed."
            and clause.printed[-1:]
            and (clause.printed[-1][-1:] == "," or clause.folded[-1] == "and")
        ):
            return True  # though it was safe, 12 cows died.
        if word[-1] in ",;:.":
            return False
        if index == _NEAR - 1 or word in _PARTING or word[-1] in TRIM:
            near = False
            if not counted:
                return False
    return False
