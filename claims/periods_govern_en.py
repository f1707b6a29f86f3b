"""Which English time phrase governs a number: that of its own clause, right of it first; none that only compares or tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from claims.attribution_en_words import words_of
from claims.certainty_en import foreseen
from claims.looks import first_word, letter
from claims.patterns import pattern
from claims.periods_set import FAR, MONTH, REACH, TO_COME, leaves, set_period

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.periods_phrase import Phrase
    from claims.records import Mention

__all__ = ["NOW", "english", "is_verb"]

#: In -s, and of no present of their own.
_PAST_S: Final = frozenset(("was", "does", "has"))
#: Verbs of no past.
NOW: Final = frozenset(("will", "would", "can", "could", "may", "might", "have", "are", "do", "must", "should"))
_WORD: Final = r"\bWORDS\b"
_SINCE: Final = 60  # characters from "since" to the phrase
#: What had been done before the day of the verdict, the fall, the arrest.
_EN_DEED: Final = re.compile(r" (?:for|after|over|of) (?:[a-z]+ly )?[a-z]{3,}ing ")
_EN_TO: Final = re.compile(r" to ([a-z]+) ")
#: Behind to these are no verb that somebody agreed to do: rose on Tuesday to about 3%.
_NO_DEED: Final = frozenset({
    "be", "about", "around", "nearly", "almost", "roughly", "just", "more", "less", "over", "under", "above", "below", "between",
    "at", "as", "some", "a", "an", "the", "its", "their", "his", "her", "only",
})  # fmt: skip
_EN_CLAUSE: Final = re.compile(
    r";|, (?:and|but|while|whereas|which|who|although|though|as|because|when|after|before) "
    r"|, (?:citing|according to|quoting|compared|versus) "
    r"| (?:while|whereas|although|because|that|which|why|whether|and said|and then|said|but) |, (?:having|then) "
    r"|, (?:an?|the) (?:[A-Z]\w+ )?(?:poll|survey|study) "
    r"|[.!?] | [-–—]+ |—"
)
#: A predicate of its own: will begin in May and is expected to cost.
_EN_PREDICATE: Final = re.compile(r" and (?:is|are|was|were|will|has|have|had) ")
_EN_ITS_YEAR: Final = re.compile(
    r" (?:in|during|over) (?:its|the|their|his|her) (?:first|second|third|previous|opening|final) (?:full )?year "
)
#: 300 cases, | up from 250 in May
_EN_MOVED: Final = re.compile(r", (?:up|down) (?:[a-z]+ )?from ")
_EN_RANGE: Final = frozenset(("range", "band"))
_EN_PLANS: Final = re.compile(r" and (?:will|would|wants? to|(\w+ to)) ")
_EN_BEST: Final = re.compile(r"\b(?:[a-z]+est|most|worst|best|first)\b")
#: Left of the time of a base: above the July 2019 level.
_EN_OF: Final[tuple[str, ...]] = (
    " of ", " of the ", " of its ", " above ", " above the ", " above its ", " below ", " below the ", " below its ",
)  # fmt: skip
#: Left of what a figure is set beside, which has another time.
_EN_BASE: Final[tuple[str, ...]] = (" than ", " compared with ", " compared to ", " versus ", " against ")
_EN_PAST_ON: Final[tuple[str, ...]] = ("last year", "last month", "last week", "last quarter", "last season")
_EN_ISSUED: Final = re.compile(r" (?:issued|published|released) (?:on|in) $")
_EN_RECORD: Final = re.compile(r"\b(?:its|the|their) (?:[a-z]+est|most|worst|best) ")
#: A time that belongs to a noun of its own: the premium to the price on Nov. 26, under a deal reached in July, unchanged from.
_EN_OF_NOUN: Final = re.compile(
    r"\b(?:premium|discount)\b|\bunchanged $| (?:under|through|from|with|via) (?:an?|the|its|their) (?:[a-z-]+ ){1,3}"
    r"(?:reached|signed|agreed|announced|approved|launched|introduced|adopted|passed|struck|unveiled|made|set|imposed|published"
    r"|released|completed)(?: last)?(?: (?:in|on))? $"
)
#: A clause of what came before, or of what must: on Monday after its drug helped patients lose 17%.
_EN_EARLIER: Final[tuple[str, ...]] = (" after ", " before ", " since ", " when ", " once ", " if ")
#: Who reports on a day: its figures are not that day's.
_EN_REPORTS: Final = re.compile(r"\b(?:reported|posted|announced|unveiled|disclosed|published|released|said|booked)\b")
_EN_AGO: Final = re.compile(
    r"(?: (?:it|they|he|she|we) [a-z]+| (?:per|a|an) [a-z]+)?,? (?:a year (?:earlier|ago|before)|the year before|the previous"
    r"|in the (?:same|year-earlier|year-ago|prior-year)"
    r"|a (?:month|quarter) (?:earlier|ago))"
)
#: The first words of what _EN_AGO matches.
_AGO: Final = frozenset(("it", "they", "he", "she", "we", "per", "a", "an", "the", "in"))
#: 300 people, with 12 in May: the date belongs to the part.
_EN_PART: Final = re.compile(
    r", (?:with|including|of which) (?:[a-z]+ ){0,3}\d[\d,.]*(?: in)? $|\d of (?:them|which|whom)(?: in)? $"
)
#: $3 million for | injuries she suffered in 2018; not $3 million they raised in 2018.
_EN_SUFFERED: Final = re.compile(r" (?:for|over|from|with|to) (?:[a-z]+ ){1,3}(?:he|she|they|it|we) [a-z]+ (?:in|on) $")
#: A phrase within so many characters opens its sentence and governs all of it.
_OPENING: Final = 16
_LONGEST: Final = 15  # letters of the word behind a number that are read
_AIM: Final = 40  # characters from a number back to the target that it is
_EN_APPOSED: Final = re.compile(
    r", (?:(?:which|who|whose|according to|(?:\w+ )?of wh(?:ich|om)) |(?:to be )?\w+(?:ed|wn|lt|ght) "
    r"|(?:up|down) |(?:the|its|his|her|their) (?:first|second|third|fourth|fifth|sixth|seventh|\w+est) )(?:[^,.]{0,40} )?$"
)
#: A clause about a noun, that a comma closes: The plant, which cost $3 billion, opens in May.
_EN_WHICH: Final = re.compile(r", (?:which|who|whose|where) (?:[^,;.]|(?<=\d)[,.](?=\d)){1,60}$")
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
#: How the clause goes on behind an aside.
_EN_CLOSED: Final[tuple[str, ...]] = (
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
        if right.start < high and 0 <= right.start - mention.end < 60 and right.role == "at":
            between = text[mention.end : right.start]
            # 18% more than in 2024, compared to the same period last year
            compared = " than " in between or "compared" in between or " the same " in between
            if not compared and " from " in between:
                compared = _EN_MOVED.search(between) is not None
            later = any(word in between for word in _EN_EARLIER) and not (
                between.startswith(" of ") and " since " not in between
            )
            if between == " on " and text.startswith(_EN_PAST_ON, right.start):
                later = True  # down 7% on last year
            if " and " in between and _plans(between, lexicon):
                later = True  # has 14 stores and plans to open more next year
            if " year " in between and _EN_ITS_YEAR.search(between):
                later = True  # 1.2 million in its first year and 900,000 in 2023
            if between[:2] == ", " and _goes_on(between[2:], lexicon):
                later = True  # cuts rates by 25bp, signals two more in 2026
            if between[-6:] == " over " and text[right.start] in "QH12":
                later = True  # up 5% over Q1 2023
            if between.endswith("ed ") and " over the " in between:
                later = True  # rose 20% over the restated 1H22 revenue
            if between.startswith(" from ") and between.endswith((" in ", " of ")):
                base = between.split()
                if len(base) > 2 and base[-2] in lexicon.sections["base_time.en"]:
                    later = True  # 9.4 percent from the peak in April 2013
            if between.endswith(_EN_OF) and text[right.end : right.end + 1] == " ":
                following = first_word(text, right.end + 1, right.end + 14).rstrip(".,;")
                if following in lexicon.sections["base_time.en"]:
                    later = True  # 88.7 per cent of July 2019 levels
            if between.endswith((" on ", " in ")) and _EN_ISSUED.search(between):
                later = True  # the 2.8% estimate issued on Aug. 27
            if _EN_OF_NOUN.search(between) or (between.endswith(" of ") and _EN_RECORD.search(between)):
                later = True  # 177 points for its best day of 2004
            if between.startswith(" from ") and pattern(lexicon, "outlook.en", _WORD).search(between):
                later = True  # up 0.1 percentage point from its previous forecast in January
            if text[right.start : right.start + 5].lower() == "since" and _EN_BEST.search(between):
                later = True  # 3.8 percent, the lowest since 2000
            if right.first == right.last is not None and _EN_REPORTS.search(
                text, max(opens, mention.left - FAR), mention.left
            ):
                later = True  # reported a profit of $3 million on Monday
            if _EN_PART.search(between) or _EN_SUFFERED.search(between):
                later = True
            if between.startswith(_EN_CLOSED) or foreseen(text, mention.end, words_of(lexicon)) is not None:
                later = True  # The ship, 366 metres long, had been stuck since Friday
            if ", " in between and _EN_WHICH.search(text, max(low, mention.left - FAR), mention.left):
                later = True
            if (
                not later
                and ", " in between
                and _is_aside(text, max(low, mention.left - FAR), mention.left, between, lexicon)
            ):
                later = True  # A ship, carrying 3,000 tonnes of wheat, left on Monday
            if text[right.start : right.start + 4].lower() == "from" and (
                pattern(lexicon, "outlook.en", _WORD).match(text, right.end + 1)
            ):
                later = True  # 2.7%, up from the January forecast
            if (
                not compared
                and not later
                and _EN_CLAUSE.search(between) is None
                and text[right.end : right.end + 1] != ":"
            ):
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
            _EN_CLAUSE.search(between + " ")
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
        if phrase.first == phrase.last is not None and _EN_REPORTS.search(
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
        if between.startswith(_EN_EARLIER) or (_EN_PREDICATE.search(between) and phrase.start - low > _OPENING):
            return
        if (between[:2] == ", " or any(mark in between for mark in _EN_CLOSED)) and _EN_APPOSED.search(
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


def _plans(between: str, lexicon: Lexicon) -> bool:
    """Whether another predicate behind a number tells what is to come: has 14 stores and plans to open more next year."""
    found = _EN_PLANS.search(between)
    if found is None or found.group(1) is None:
        return found is not None
    stance, cue = lexicon.sections["stance.en"].get(found.group(1)), words_of(lexicon).cues.get(found.group(1)[:-3])
    return (stance is not None and stance["class"] in TO_COME) or (cue is not None and cue[1]["class"] in TO_COME)


def is_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be the verb of a clause: rose, collapsed."""
    return word[-2:] == "ed" or word in words_of(lexicon).finite


def _goes_on(rest: str, lexicon: Lexicon) -> bool:
    """Whether a headline goes on with another verb of its subject: …, signals two more in 2026."""
    word = rest.split(" ", 1)[0]
    words = words_of(lexicon)
    return word[-1:] == "s" and (word in words.finite or word in words.cues)


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


def _is_aside(text: str, low: int, left: int, between: str, lexicon: Lexicon) -> bool:
    """A ship, carrying | 3,000 tonnes of wheat, left on Monday: a number told in an aside that the clause's verb follows."""
    closed = first_word(between, between.rfind(", ") + 2, len(between))
    if not is_verb(closed.rstrip(","), lexicon) and closed not in lexicon.sections["verb.en"]:
        return False
    opened = text.rfind(", ", low, left)
    return opened >= 0 and first_word(text, opened + 2, left)[-3:] == "ing"


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
