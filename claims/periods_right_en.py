"""Whether the time right of an English number is its own: 300 in May; not 300, up from 250 in May."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_words import words_of
from claims.certainty_en import foreseen
from claims.looks import first_word, follows_any
from claims.patterns import pattern
from claims.periods_set import FAR, TO_COME

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.periods_phrase import Phrase
    from claims.records import Mention

__all__ = ["CLAUSE", "CLOSED", "EARLIER", "REPORTS", "is_its_own", "is_verb"]

_WORD: Final = r"\bWORDS\b"
#: What opens another clause, or another sentence.
CLAUSE: Final = re.compile(
    r";|, (?:and|but|while|whereas|which|who|although|though|as|because|when|after|before) "
    r"|, (?:citing|according to|quoting|compared|versus) "
    r"| (?:while|whereas|although|because|that|which|why|whether|and said|and then|said|but) |, (?:having|then) "
    r"|, (?:an?|the) (?:[A-Z]\w+ )?(?:poll|survey|study) "
    r"|[.!?] | [-–—]+ |—"
)
_ITS_YEAR: Final = re.compile(
    r" (?:in|during|over) (?:its|the|their|his|her) (?:first|second|third|previous|opening|final) (?:full )?year "
)
#: 300 cases, | up from 250 in May
_MOVED: Final = re.compile(r", (?:up|down) (?:[a-z]+ )?from ")
_PLANS: Final = re.compile(r" and (?:will|would|wants? to|(\w+ to)) ")
_BEST: Final = re.compile(r"\b(?:[a-z]+est|most|worst|best|first)\b")
#: Left of the time of a base: above the July 2019 level.
_OF: Final[tuple[str, ...]] = (
    " of ", " of the ", " of its ", " above ", " above the ", " above its ", " below ", " below the ", " below its ",
)  # fmt: skip
_PAST_ON: Final[tuple[str, ...]] = ("last year", "last month", "last week", "last quarter", "last season")
_ISSUED: Final = re.compile(r" (?:issued|published|released) (?:on|in) $")
_RECORD: Final = re.compile(r"\b(?:its|the|their) (?:[a-z]+est|most|worst|best) ")
#: A time that belongs to a noun of its own: the premium to the price on Nov. 26, under a deal reached in July, unchanged from.
_OF_NOUN: Final = re.compile(
    r"\b(?:premium|discount)\b|\bunchanged $| (?:under|through|from|with|via) (?:an?|the|its|their) (?:[a-z-]+ ){1,3}"
    r"(?:reached|signed|agreed|announced|approved|launched|introduced|adopted|passed|struck|unveiled|made|set|imposed|published"
    r"|released|completed)(?: last)?(?: (?:in|on))? $"
)
#: A clause of what came before, or of what must: on Monday after its drug helped patients lose 17%.
EARLIER: Final[tuple[str, ...]] = (" after ", " before ", " since ", " when ", " once ", " if ")
#: Who reports on a day: its figures are not that day's.
REPORTS: Final = re.compile(r"\b(?:reported|posted|announced|unveiled|disclosed|published|released|said|booked)\b")
#: 300 people, with 12 in May: the date belongs to the part.
_PART: Final = re.compile(
    r", (?:with|including|of which) (?:[a-z]+ ){0,3}\d[\d,.]*(?: in)? $|\d of (?:them|which|whom)(?: in)? $"
)
#: $3 million for | injuries she suffered in 2018; not $3 million they raised in 2018.
_SUFFERED: Final = re.compile(r" (?:for|over|from|with|to) (?:[a-z]+ ){1,3}(?:he|she|they|it|we) [a-z]+ (?:in|on) $")
#: A clause about a noun, that a comma closes: The plant, which cost $3 billion, opens in May.
_WHICH: Final = re.compile(r", (?:which|who|whose|where) (?:[^,;.]|(?<=\d)[,.](?=\d)){1,60}$")
#: How the clause goes on behind an aside.
CLOSED: Final[tuple[str, ...]] = (
    ", had ",
    ", has ",
    ", have ",
    ", was ",
    ", were ",
    ", is ",
    ", are ",
    ", will ",
    ", would ",
)
_TWO: Final = 2  # words: from the


def is_its_own(text: str, mention: Mention, phrase: Phrase, opens: int, low: int, lexicon: Lexicon) -> bool:
    """Whether a time right of a number dates it; the sentence begins at ``opens``, what is read of it at ``low``."""
    between = text[mention.end : phrase.start]
    if CLAUSE.search(between) is not None or text[phrase.end : phrase.end + 1] == ":":
        return False
    return not (
        _compares(text, phrase, between, lexicon)
        or _is_of_a_noun(text, phrase, between)
        or _is_of_a_clause(text, mention, phrase, between, opens, low, lexicon)
    )


def _compares(text: str, phrase: Phrase, between: str, lexicon: Lexicon) -> bool:
    """Whether the time is that of what the number is set beside: 300, up from 250 in May, 88% of July 2019 levels."""
    if " than " in between or "compared" in between or " the same " in between:
        return True  # 18% more than in 2024, compared to the same period last year
    if between == " on " and follows_any(text, phrase.start, _PAST_ON):
        return True  # down 7% on last year
    if between.endswith(" over ") and text[phrase.start] in "QH12":
        return True  # up 5% over Q1 2023
    if between.endswith("ed ") and " over the " in between:
        return True  # rose 20% over the restated 1H22 revenue
    base = lexicon.sections["base_time.en"]
    if between.endswith(_OF) and text[phrase.end : phrase.end + 1] == " ":
        if first_word(text, phrase.end + 1, phrase.end + 14).rstrip(".,;") in base:
            return True  # 88.7 per cent of July 2019 levels
    if text[phrase.start : phrase.start + 4].lower() == "from":
        if pattern(lexicon, "outlook.en", _WORD).match(text, phrase.end + 1):
            return True  # 2.7%, up from the January forecast
    if " from " not in between:
        return False
    if _MOVED.search(between):
        return True
    if not between.startswith(" from "):
        return False
    words = between.split()
    if between.endswith((" in ", " of ")) and len(words) > _TWO and words[-2] in base:
        return True  # 9.4 percent from the peak in April 2013
    # up 0.1 percentage point from its previous forecast in January
    return pattern(lexicon, "outlook.en", _WORD).search(between) is not None


def _is_of_a_noun(text: str, phrase: Phrase, between: str) -> bool:
    """Whether the time tells which thing another noun is: the 2.8% estimate issued on Aug. 27."""
    if text[phrase.start : phrase.start + 5].lower() == "since" and _BEST.search(between):
        return True  # 3.8 percent, the lowest since 2000
    if " year " in between and _ITS_YEAR.search(between):
        return True  # 1.2 million in its first year and 900,000 in 2023
    if between.endswith((" on ", " in ")) and _ISSUED.search(between):
        return True
    if between.endswith(" of ") and _RECORD.search(between):
        return True  # 177 points for its best day of 2004
    if _OF_NOUN.search(between):
        return True
    return _PART.search(between) is not None or _SUFFERED.search(between) is not None


def _is_of_a_clause(
    text: str, mention: Mention, phrase: Phrase, between: str, opens: int, low: int, lexicon: Lexicon
) -> bool:
    """Whether the time is that of another verb than the number's: has 14 stores and plans to open more next year."""
    if any(word in between for word in EARLIER) and (not between.startswith(" of ") or " since " in between):
        return True
    if " and " in between and _plans(between, lexicon):
        return True
    if between[:2] == ", " and _goes_on(between[2:], lexicon):
        return True  # cuts rates by 25bp, signals two more in 2026
    left = mention.left - FAR
    if phrase.first == phrase.last is not None and REPORTS.search(text, max(opens, left), mention.left):
        return True  # reported a profit of $3 million on Monday
    if between.startswith(CLOSED) or foreseen(text, mention.end, words_of(lexicon)) is not None:
        return True  # The ship, 366 metres long, had been stuck since Friday
    if ", " not in between:
        return False
    if _WHICH.search(text, max(low, left), mention.left):
        return True
    # A ship, carrying 3,000 tonnes of wheat, left on Monday
    return _is_aside(text, max(low, left), mention.left, between, lexicon)


def _plans(between: str, lexicon: Lexicon) -> bool:
    """Whether another predicate behind a number tells what is to come: has 14 stores and plans to open more next year."""
    found = _PLANS.search(between)
    if found is None or found.group(1) is None:
        return found is not None
    stance, cue = lexicon.sections["stance.en"].get(found.group(1)), words_of(lexicon).cues.get(found.group(1)[:-3])
    return (stance is not None and stance["class"] in TO_COME) or (cue is not None and cue[1]["class"] in TO_COME)


def is_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be the verb of a clause: would, collapsed."""
    return word[-2:] == "ed" or word in words_of(lexicon).finite


def _goes_on(rest: str, lexicon: Lexicon) -> bool:
    """Whether a headline goes on with another verb of its subject: …, signals two more in 2026."""
    word = rest.split(" ", 1)[0]
    words = words_of(lexicon)
    return word[-1:] == "s" and (word in words.finite or word in words.cues)


def _is_aside(text: str, low: int, left: int, between: str, lexicon: Lexicon) -> bool:
    """A ship, carrying | 3,000 tonnes of wheat, left on Monday: a number told in an aside that the clause's verb follows."""
    closed = first_word(between, between.rfind(", ") + 2, len(between))
    if not is_verb(closed.rstrip(","), lexicon) and closed not in lexicon.sections["verb.en"]:
        return False
    opened = text.rfind(", ", low, left)
    return opened >= 0 and first_word(text, opened + 2, left)[-3:] == "ing"
