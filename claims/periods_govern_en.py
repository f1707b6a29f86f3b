"""Which English time phrase governs a number: that of its own clause, right of it first; none that only compares or tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from claims.attribution_en_words import words_of
from claims.looks import first_word, letter
from claims.patterns import pattern
from claims.periods_right_en import CLAUSE, CLOSED, EARLIER, REPORTS, is_its_own, is_verb
from claims.periods_set import FAR, MONTH, REACH, TO_COME, leaves, set_period

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.periods_phrase import Phrase
    from claims.records import Mention

__all__ = ["NOW", "english"]

#: In -s, and of no present of their own.
_PAST_S: Final = frozenset(("was", "does", "has"))
#: Verbs of no past.
NOW: Final = frozenset(("will", "would", "can", "could", "may", "might", "have", "are", "do", "must", "should"))
_SINCE: Final = 60  # characters from "since" to the phrase
#: What had been done before the day of the verdict, the fall, the arrest.
_EN_DEED: Final = re.compile(r" (?:for|after|over|of) (?:[a-z]+ly )?[a-z]{3,}ing ")
_EN_TO: Final = re.compile(r" to ([a-z]+) ")
#: Behind to these are no verb that somebody agreed to do: rose on Tuesday to about 3%.
_NO_DEED: Final = frozenset({
    "be", "about", "around", "nearly", "almost", "roughly", "just", "more", "less", "over", "under", "above", "below", "between",
    "at", "as", "some", "a", "an", "the", "its", "their", "his", "her", "only",
})  # fmt: skip
#: A predicate of its own: will begin in May and is expected to cost.
_EN_PREDICATE: Final = re.compile(r" and (?:is|are|was|were|will|has|have|had) ")
_EN_RANGE: Final = frozenset(("range", "band"))
#: Left of what a figure is set beside, which has another time.
_EN_BASE: Final[tuple[str, ...]] = (" than ", " compared with ", " compared to ", " versus ", " against ")
_EN_AGO: Final = re.compile(
    r"(?: (?:it|they|he|she|we) [a-z]+| (?:per|a|an) [a-z]+)?,? (?:a year (?:earlier|ago|before)|the year before|the previous"
    r"|in the (?:same|year-earlier|year-ago|prior-year)"
    r"|a (?:month|quarter) (?:earlier|ago))"
)
#: The first words of what _EN_AGO matches.
_AGO: Final = frozenset(("it", "they", "he", "she", "we", "per", "a", "an", "the", "in"))
#: A phrase within so many characters opens its sentence and governs all of it.
_OPENING: Final = 16
_LONGEST: Final = 15  # letters of the word behind a number that are read
_NEAR: Final = 60  # characters from a number to the time right of it
_AIM: Final = 40  # characters from a number back to the target that it is
_EN_APPOSED: Final = re.compile(
    r", (?:(?:which|who|whose|according to|(?:\w+ )?of wh(?:ich|om)) |(?:to be )?\w+(?:ed|wn|lt|ght) "
    r"|(?:up|down) |(?:the|its|his|her|their) (?:first|second|third|fourth|fifth|sixth|seventh|\w+est) )(?:[^,.]{0,40} )?$"
)
_EN_FROM_THEN: Final = re.compile(r"\bfrom (?:\w+ )?[$€£]?\d[^;]{0,40}$")
#: What had happened before the clause: After falling in 2016, the figure rose.
_EN_AFTER: Final = re.compile(r"\b[Aa]fter [^,;]{3,60}$")
_TWO: Final = 2  # words: a noun and its participle
_REACH_BACK: Final = 50  # characters from a phrase to the start of a change that goes on behind it
#: The verb of a clause, right behind a time that the clause about its subject ends in.
_EN_FINITE: Final[tuple[str, ...]] = (
    " would ",
    " will ",
    " is ",
    " was ",
    " are ",
    " were ",
    " could ",
    " can ",
    " may ",
    " cost ",
    " costs ",
    " has ",
    " have ",
)
_EN_TIMED: Final = frozenset({"in", "on", "at", "during", "by", "since", "last", "this", "the"})
_OWNED: Final = ("’s ", "'s ")
#: The present behind a past time: They married in 1998, have three children; not In 2025, the firm has 300 staff.
_EN_GOES_ON_NOW: Final = r"^, (?:have|has|is|are) |, (?:[a-z-]+ ){1,6}and (?:have|has|is|are|WORDS) "
#: A time behind a number that has no dates: last spring, two years ago.
_EN_OWN_TIME: Final = re.compile(
    r" (?:(?:last|this|in the|that) (?:spring|summer|autumn|fall|winter)|(?:\w+ ){1,3}(?:ago|later))\b"
)
#: 60-foot, 26-mile: a size that tells which thing it is.
_EN_SIZED: Final = re.compile(r"\d-[a-z]+$")
#: A forecast that a figure of then is held against.
_EN_AGAINST: Final = r"\b(?:WORDS|above|below|against|versus|short of|compared)\b"
_EN_PAST: Final[tuple[str, ...]] = ("last ", "past ", "yesterday")
_EN_WILL: Final = re.compile(r" (?:comes|will|may|might|could|(?:expected|forecast|set|scheduled|likely|due) to) ")
_EN_FUTURE: Final = re.compile(r"\b(?:will|may|might|could|plans? to|due to|scheduled)\b")


def english(
    text: str,
    mention: Mention,
    found: list[Phrase],
    starts: list[int],
    opens: int,
    low: int,
    high: int,
    lexicon: Lexicon,
) -> None:
    """Set the period of a mention from the phrases of its sentence, from ``low`` to ``high``; ``opens`` begins it."""
    behind = letter(text, mention.end)
    following = first_word(text, mention.end + 1, mention.end + 1 + _LONGEST) if behind == ord(" ") else ""
    if (behind == ord(",") or following in _AGO) and _EN_AGO.match(text, mention.end):
        return
    if following.rstrip(".,;:") in lexicon.sections["aim.en"]:
        return  # the central bank's 2% target: what is aimed at has no time of its own
    if mention.kind == "measure" and _EN_SIZED.search(text, mention.start, mention.end) is not None:
        return  # a 60-foot gorge has its depth at all times
    if text.endswith(" of ", 0, mention.left) and _aims_of(text, mention.left, lexicon):
        return  # inflation within its target range of 2 to 4%
    place = bisect_left(starts, mention.left)
    if place < len(found):
        right = found[place]
        if right.start < high and 0 <= right.start - mention.end < _NEAR and right.role == "at":
            if is_its_own(text, mention, right, opens, low, lexicon):
                _set_english(text, mention, right, low, lexicon)
                return
    for index in range(place - 1, max(-1, place - 5), -1):
        phrase = found[index]
        if mention.left - phrase.end > FAR or (
            phrase.start < low
            and not (
                phrase.start - opens < _OPENING and text.startswith("For ", opens) and mention.factuality in TO_COME
            )
        ):
            return
        if index == place - 1 and text[phrase.end : mention.left] in _OWNED:
            set_period(text, mention, phrase, phrase.first, phrase.last)
            return  # up £4 from December’s £250
        if phrase.role != "at" or text[phrase.start : phrase.start + 5].lower() == "until":
            continue
        between = text[phrase.end : mention.left]
        if between.endswith(_EN_BASE):
            return  # wider than $65 million in the prior-year quarter, compared with $4 million a year earlier
        if leaves(text[phrase.start : phrase.end] + between):
            continue
        if (
            CLAUSE.search(between + " ")
            or ", up from" in between
            or ", down from" in between
            or ", from " in between
            or between == " from "
        ):
            return  # slipped to 6.2% last week from 6.3%
        if " now " in between or (between.startswith(", ") and text.startswith(("since ", "Since "), phrase.start)):
            return
        if mention.factuality in TO_COME and text[phrase.start : phrase.end].lower().startswith(_EN_PAST):
            return  # Sales rose 5% last year and the firm plans to cut 300 jobs
        if " and " in between and _is_now(between[between.rfind(" and ") + 5 :], lexicon):
            return  # closed two plants last year and employs 300
        if pattern(lexicon, "lasting_now.en", _EN_GOES_ON_NOW).search(between) or (
            between[:2] == ", " and _is_now(between[2:].split(",", 1)[0], lexicon)
        ):
            return  # They married in 1998, have three children
        if between.startswith((" and ", ", and ")) and _EN_OWN_TIME.match(text, mention.end):
            return  # bought it in 2016 and sold it for £400,000 last spring
        if phrase.first == phrase.last is not None and REPORTS.search(
            text, max(opens, phrase.start - 14), phrase.start
        ):
            continue  # reported last Wednesday a 1.5% rise
        if text.endswith(" on ", low, phrase.start) and _is_foreseen(text, low, phrase.start - 4, lexicon):
            continue
        if (_EN_DEED.match(between) or _is_agreed(between, lexicon)) and (
            phrase.first == phrase.last or (phrase.first and phrase.last and phrase.last - phrase.first < MONTH)
        ):
            return  # was sentenced on Friday for stealing $2.3 million, agreed Tuesday to pay $150 million
        if " since " in " " + text[max(low, phrase.start - _SINCE) : phrase.start].lower():
            continue  # the highest since the end of the recession in June 2009, rising from 2.7 percent
        if (
            between[:1] == " "
            and (between.startswith(_EN_FINITE) or is_verb(first_word(between, 1, len(between)).rstrip(","), lexicon))
            and (
                _is_told_of_noun(text, low, phrase.start, lexicon)
                or _is_reduced(text, low, phrase.start, between, lexicon)
            )
        ):
            return  # A basket that costs £50 today would be £53, members who joined in May paid $50
        if between.startswith((" to ", " and ")) and _EN_FROM_THEN.search(
            text, max(low, phrase.start - _REACH_BACK), phrase.start
        ):
            if between.startswith(" and "):
                continue  # sold 1,307 in August, up 14% from 1,142 in July and 12% more than
            return  # from 1,563 at the end of last year to 1,513
        if between.startswith(", ") and _EN_AFTER.search(text, low, phrase.start):
            continue  # After falling in 2016, output grew
        if between.startswith(EARLIER) or (_EN_PREDICATE.search(between) and phrase.start - low > _OPENING):
            return
        if (between[:2] == ", " or any(mark in between for mark in CLOSED)) and _EN_APPOSED.search(
            text, max(low, phrase.start - 50), phrase.start
        ):
            continue  # The deal, announced on Jan. 5, is worth $3 billion.
        _set_english(text, mention, phrase, low, lexicon)
        return


def _aims_of(text: str, left: int, lexicon: Lexicon) -> bool:
    """Whether what is aimed at stands before of: its target range of | 2 to 4%."""
    words = text[max(0, left - _AIM) : left].split()[:-1]
    if words and words[-1] in _EN_RANGE:
        words.pop()
    return bool(words) and words[-1] in lexicon.sections["aim.en"]


def _is_told_of_noun(text: str, low: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a relative clause with its verb runs up to a place: a basket that costs £50 today; not which in May rose, said
    that prices last year."""
    for pronoun in (" who ", " which ", " that "):
        at = text.rfind(pronoun, low, stop)
        if at < 0:
            continue
        told = text[at + len(pronoun) : stop].split()
        if not told or told[0].lower() in _EN_TIMED:
            continue
        word = text[max(low, at - 16) : at].rsplit(" ", 1)[-1]
        if pronoun != " that " or (word.isalpha() and word.islower() and word not in words_of(lexicon).cues):
            return True
    return False


def _is_reduced(text: str, low: int, stop: int, between: str, lexicon: Lexicon) -> bool:
    """A bridge built | in 1932 | collapsed, the deal signed in May is worth $3 million: a participle with a time of its own.

    What rose or fell did so in that time: cars sold in May rose 3%.
    """
    told = text[max(low, stop - _REACH_BACK) : stop].split()
    while told and told[-1] in _EN_TIMED:
        told.pop()
    if len(told) < _TWO or not told[-2].isalpha() or told[-2] in NOW or not told[-1].islower():
        return False
    word, verbs = told[-1], lexicon.sections["verb.en"]
    row, verb = verbs.get(word), verbs.get(first_word(between, 1, len(between)))
    if row is None:
        done = (word[-2:] == "ed" and len(word) > len("seed")) or word in lexicon.sections["participle.en"]
    else:
        done = word[-1] != "s" and not row.get("weak") and not row.get("no")
    return done and (verb is None or not verb.get("level") or between.startswith(_EN_FINITE))


def _is_foreseen(text: str, low: int, stop: int, lexicon: Lexicon) -> bool:
    """cut its forecast | on Tuesday to 3%: that is the day on which it was made."""
    word = text[max(low, stop - 16) : stop].rsplit(" ", 1)[-1].lower()
    return word in lexicon.sections["outlook.en"] or word in lexicon.sections["aim.en"]


def _is_agreed(between: str, lexicon: Lexicon) -> bool:
    """agreed on Tuesday | to pay $150 million: the day is that of the word given; not rose on Tuesday to reach 6,914 points."""
    goal = _EN_TO.match(between)
    if goal is None or goal.group(1) in _NO_DEED or goal.group(1).endswith("ly"):
        return False
    verbs, verb = lexicon.sections["verb.en"], goal.group(1)
    return not any((verbs.get(verb + ending) or {}).get("level") for ending in ("", "ed", "d", "s", "es"))


def _is_now(rest: str, lexicon: Lexicon) -> bool:
    """employs, and a third owns: whether a verb of now stands there."""
    verbs = lexicon.sections["verb.en"]
    for word in rest.split():
        row = verbs.get(word) if word[-1] == "s" else None
        if row is not None and not row.get("weak") and not row.get("say") and word not in _PAST_S:
            return True
    return False


def _is_held_against(text: str, begin: int, stop: int, lexicon: Lexicon) -> bool:
    """rose 8.4% in November, | beating the | 5.7% forecast: whether a figure is what another one is measured by."""
    return pattern(lexicon, "outdoing.en", _EN_AGAINST).search(text, begin, stop) is not None


def _set_english(text: str, mention: Mention, phrase: Phrase, low: int, lexicon: Lexicon) -> None:
    if phrase.ahead is None or text.rfind(" from ", max(0, mention.left - 20), mention.left + 1) >= 0:
        coming = False  # from the previous 1.0% in June
    elif phrase.end <= mention.start and _is_held_against(text, phrase.end, mention.start, lexicon):
        coming = False  # rose 8.4% in November, beating the 5.7% forecast
    elif phrase.first == phrase.last:
        weather = mention.kind == "measure" and mention.factuality == "forecast" and phrase.start >= mention.end
        coming = weather or _EN_WILL.search(text, max(low, phrase.start - FAR), phrase.start) is not None
    else:
        behind = max(low, mention.start - REACH)
        coming = (
            mention.factuality in ("planned", "forecast") and text.find(" than ", phrase.end, mention.start) < 0
        ) or (_EN_FUTURE.search(text, behind, mention.start) is not None)
    if coming and phrase.ahead is not None:
        set_period(text, mention, phrase, *phrase.ahead)
    else:
        set_period(text, mention, phrase, phrase.first, phrase.last)
