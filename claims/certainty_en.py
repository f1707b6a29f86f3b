"""How surely an English clause itself states its number: which of the clauses of a sentence holds it, and what class it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_kinds import guess
from claims.attribution_en_stance import class_of
from claims.attribution_en_words import BE, EDGES, word_at, words_of
from claims.certainty_en_clause import ALONE, BEFORE, MORE_OWN, MOVED_FROM, TRIM, clause_of
from claims.looks import first_word, precedes_any
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.attribution_en_words import Words
    from claims.lexicon import Lexicon
    from claims.records import Report, Span

__all__ = ["foreseen", "own_class", "tells_nothing", "within"]

#: What a clause about a noun begins with.
_MORE_OF: Final[tuple[str, ...]] = ("which ", "who ", "whose ", "where ")
#: A figure that another is compared with: worse than the 0.6% drop forecast in a poll.
_FORECAST_IN: Final[tuple[str, ...]] = (" forecast in a ", " forecast by ", " forecast in the poll")
#: Who may have projected the number before: it, they, the bank.
_FORESEERS: Final = frozenset(("it", "they", "he", "she", "we", "the"))
_READ: Final = 60  # characters from a number to the end of what is read of those
_HAVING: Final = BE | {"had", "has", "have", "been"}
_WILL_DO: Final[tuple[str, ...]] = (" will ", " would ")
#: Behind a share of many: of firms are | planning to, and what it may be.
_DOING: Final = re.compile(
    r" (?:of (?:the |all |those )?[a-z]+ (?:[a-z]+ )?)?(?:were |are |have |had )?(([a-z]+) (?:to|for))\b"
)
#: What a number was that is set beside one to come: the 8.1% | recorded in August.
_ON_RECORD: Final = r" WORDS (?:in|on|last|a|during)\b"
_KEPT: Final = 64  # clauses whose class is kept
_BEHIND: Final = 24  # characters from a number to forecast in a poll
#: A figure, and no count of forecasts: a 5% estimate, the 73-cent forecast.
_SIZED: Final = re.compile(r"[$€£¥%]|per ?cent|-")
#: Adjectives of one number, and no estimate of the next.
_ADJECTIVE: Final = "an estimated "
_ADJECTIVES: Final = (" total estimated ", " combined estimated ", " with estimated ")
#: Words from an outlook to its number: forecasts for the rate ranged from a low of 8% to a high of 10%.
_HELD: Final = 16
_LEFT: Final = 90  # … and the characters in which they are looked for
#: What an outlook is moved from: its guidance from 50,000 to 52,000; not estimates from 3 analysts.
_CHANGED: Final = re.compile(r"\d[\d,.]*(?:%| percent| per cent)? to \d")
_BOUNDS: Final = frozenset({"than", "less", "more", "least", "most", "nearly", "almost", "just"})
_HOLDING: Final = frozenset({"of", "to", "from", "at", "for", "around", "about"})
#: What stands right before the number that an outlook holds; else an adjective (:func:`_coming`, [outlook_kind.en]).
_LEADING: Final = BE | _BOUNDS | _HOLDING
_ARTICLES: Final = frozenset({"a", "an", "the", "its", "their", "with"})
_SOFT: Final = frozenset({"forecast", "planned", "possible", "conditional", "opinion"})
_SHALL: Final = frozenset({"forecast", "planned"})
_HEARSAY: Final = frozenset({"anonymous", "news_org", "news_collective", "unattributed"})


def tells_nothing(text: str, low: int, high: int, begins: int, ends: int, lexicon: Lexicon) -> bool:
    """Whether no word between two places of a sentence may give a class where no word of the sentence may.

    The places may cut a word in two: the plan of a plant.
    """
    unsure = words_of(lexicon).pieces.unsure
    if low > begins and text[low - 1] != " " and first_word(text, low, high).strip(EDGES) in unsure:
        return False
    if high >= ends or text[high] == " ":
        return True
    return text[max(low, text.rfind(" ", low, high) + 1) : high].strip(EDGES) not in unsure


def own_class(text: str, low: int, high: int, number: Span, lexicon: Lexicon, *, sure: bool) -> str | None:
    """The class that the words give a number between two places; a second clause gives the first one none.

    ``sure`` says that none of the words may give one.
    """
    start, stop = number
    forecast = text.find(" forecast ", stop, stop + _BEHIND)
    if forecast >= 0 and text.startswith(_FORECAST_IN, forecast):
        return "forecast"
    if sure:
        return None
    words = words_of(lexicon)
    if text[stop : stop + 1] == " ":
        behind = word_at(text, stop + 1)
        if _on_record(text, stop, behind, lexicon):
            return None  # would hit 15%, double the 8.1% recorded in August
        held = foreseen(text, stop, words, behind)
        if held is not None:
            return held
        if text[max(0, start - 4) : start] == " at " and text.startswith(_WILL_DO, stop):
            return None  # the owner of a home at $318,000 will pay
        if text[stop - 1] in "%t" and _SIZED.search(text, start, stop) and _plans(text, stop, words):
            return None
        row = words.sections["outlook.en"].get(behind[: high - stop - 1].rstrip(TRIM))
        if row is not None and _SIZED.search(text, start, stop):
            return str(row["class"])
    outlook = _outlook(text, low, start, words)
    if outlook is not None:
        return outlook
    found = _class(_unestimated(text[low:high], start - low), words)
    if found is None:
        return None
    clause = clause_of(text, low, high, number, words, MORE_OWN)
    if len(clause) == high - low:
        return found
    at = clause.find(text[slice(*number)])
    return class_of(_unestimated(clause, at), words, own=True, whole=False)


def _class(clause: str, words: Words) -> str | None:
    """The class that the words of a clause give it, kept for its other numbers."""
    if clause in words.classes:
        return words.classes[clause]
    if len(words.classes) > _KEPT:
        words.classes.clear()
    found = words.classes[clause] = class_of(clause, words, own=True, whole=False)
    return found


def _plans(text: str, stop: int, words: Words) -> bool:
    """Twenty per cent | were planning to hire: that so many of them plan is told as it is."""
    doing = _DOING.match(text, stop)
    if doing is None:
        return False
    stance, cue = words.sections["stance.en"].get(doing.group(1)), words.cues.get(doing.group(2))
    return (stance is not None and stance["class"] in _SHALL) or (cue is not None and cue[1]["class"] in _SHALL)


def _on_record(text: str, stop: int, behind: str, lexicon: Lexicon) -> bool:
    """The 8.1% | recorded in August: what a number was; ``behind`` is the word behind it."""
    if behind not in lexicon.sections["recorded.en"]:
        return False
    return pattern(lexicon, "recorded.en", _ON_RECORD).match(text, stop) is not None


def foreseen(text: str, stop: int, words: Words, behind: str | None = None) -> str | None:
    """The class of a number that somebody had foreseen: the $3.4 billion it projected, the 73 cents that analysts expected.

    ``behind`` is the word behind the number, where it is known.
    """
    first = word_at(text, stop + 1) if behind is None else behind
    if first not in _FORESEERS and first != "that" and first[-1:] != "s":
        return None
    parts = text[stop + 1 : stop + _READ].split(" ", 7)
    at = 1 if first == "that" else 0
    who = parts[at] if len(parts) > at + 1 else ""
    if who not in _FORESEERS:
        if who[-1:] != "s" or guess(who, words.names) != "experts":
            return None
    at += 2 if who == "the" else 1
    while at < len(parts) and (parts[at] in _HAVING or parts[at].endswith("ly")):
        at += 1
    cue = words.cues.get(parts[at].rstrip(TRIM)) if at < len(parts) else None
    cls = "" if cue is None else str(cue[1]["class"])
    return cls if cls in ("forecast", "estimated") else None


def _outlook(text: str, low: int, start: int, words: Words) -> str | None:
    """The class of a figure that a forecast or an estimate holds: its forecast of $3, cut its outlook to 3%."""
    before = text[max(low, start - _LEFT) : start]
    last = before.rsplit(None, 1)[-1:]
    if not last or not (last[0] in _LEADING or last[0] in words.sections["outlook_kind.en"] or _coming(last[0], words)):
        return None
    left = before.split()
    moved = left[-1] in words.sections["outlook_kind.en"]
    if moved:  # its guidance to $5 million, from a previous $6 million
        del left[-2 if len(left) > 1 and left[-2] in BEFORE else -1 :]
    while len(left) > 1 and left[-1] in _BOUNDS:
        left.pop()  # the previous forecast of less than 60 cents
    if not left:
        return None
    opened = left[-4:-1] if left[-1] == "of" else left
    if len(opened) > 1 and any(
        _coming(opened[at], words) and opened[at - 1].lower() in _ARTICLES
        for at in range(max(1, len(opened) - 2), len(opened))
    ):
        if left[-1] == "of" or _coming(left[-1], words):
            return "forecast"  # a projected 5.9% rise, its expected loss of $5 million
    outlooks = words.sections["outlook.en"]
    if left[-1] in BE:  # the consensus forecast was 9.8%
        held = outlooks.get(left[-2].lower()) if len(left) > 1 else None
        return None if held is None else str(held["class"])
    if left[-1] not in _HOLDING:
        return None
    shares = left[-1] not in ("for", "from")
    after = ""
    for word in left[: -_HELD - 1 : -1]:
        if word in ("to", "at"):
            shares = True  # cut its forecast to $4 from $5
        row = outlooks.get(word.lower())
        if row is not None:
            return str(row["class"]) if shares or _is_figure(text, start) else None
        if word[-1] in ",;:" and not (moved and after == "from"):
            return None
        if word in ALONE and not (word in BE and after in words.sections["bringing.en"]):
            return None  # but: the forecasts were cut to 3%
        after = word
    return None


def _is_figure(text: str, start: int) -> bool:
    """Whether an amount, or what is moved to another number, begins at a place: not estimates from | 3 analysts."""
    return text[start] in "$€£¥" or "illion" in text[start : start + 16] or _CHANGED.match(text, start) is not None


def _unestimated(clause: str, number: int) -> str:
    """A clause without the adjectives of other numbers: an estimated is no estimate of the next one."""
    if "estimated " not in clause:
        return clause
    for adjective in _ADJECTIVES:
        at = clause.find(adjective)
        if at > number:
            clause = clause[:at] + clause[at + len(adjective) - 1 :]
    at = clause.find(_ADJECTIVE)
    while at >= 0:
        if (at + len(_ADJECTIVE) < number and any(mark.isdigit() for mark in clause[at:number])) or at > number:
            clause = clause[:at] + clause[at + len(_ADJECTIVE) :]
            number -= len(_ADJECTIVE) if at < number else 0
            at = clause.find(_ADJECTIVE, at)
        else:
            at = clause.find(_ADJECTIVE, at + 1)
    return clause


def _coming(word: str, words: Words) -> bool:
    """A figure that is yet to come: a | projected 5.9% rise, an | expected loss of $5 million."""
    cue = words.cues.get(word)
    return cue is not None and cue[1].get("passive") == "forecast" and word.endswith(("ed", "cast"))


def within(text: str, report: Report, number: Span, lexicon: Lexicon) -> str:
    """The class that a report gives one number of its content: a past loss beside a plan is no plan."""
    cls = report.cls
    if cls not in _SOFT or not report.rule.startswith("attribution.en"):
        return cls
    words = words_of(lexicon)
    if text[number[1] : number[1] + 1] == " ":
        behind = word_at(text, number[1] + 1)
        if _on_record(text, number[1], behind, lexicon):
            return "asserted"
        held = foreseen(text, number[1], words, behind)
        if held is not None:
            return held  # would reach 5.3%, up from the 4.8% they forecast in May
    if precedes_any(text, number[0], MOVED_FROM):
        return "asserted"  # expects to carry 146 million, up from 131 million
    low, high = report.content[0]
    for begin, end in report.content:
        if begin <= number[0] < end:
            low, high = begin, end
            break
    clause = clause_of(text, low, high, number, words)
    if len(clause) == high - low:
        return cls
    if not clause.startswith(_MORE_OF):
        whole = class_of(text[low:high], words, own=True)
        if whole != cls and not (whole in _SHALL and cls in _SHALL):
            return cls  # the verb gives the class, and no word of the content
    found = class_of(clause, words, own=True, whole=False)
    if found is None:
        return "reported" if report.type in _HEARSAY and report.source is not None else "asserted"
    return cls if found in _SHALL and cls in _SHALL else found
