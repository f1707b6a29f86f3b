"""How surely an English clause itself states its number: which of the clauses of a sentence holds it, and what class it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_clause import NO_VERB, WHENEVER
from claims.attribution_en_names import guess
from claims.attribution_en_stance import class_of
from claims.attribution_en_withheld import described_by
from claims.attribution_en_words import BE, word_at, words_of
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.attribution_en_words import Words
    from claims.lexicon import Lexicon
    from claims.records import Report, Span

__all__ = ["foreseen", "own_class", "within"]

#: What opens a clause that tells more of a noun, to the next comma.
_MORE: Final = (
    ", which ", ", who ", ", whose ", ", where ", ", having ", ", much of which ", ", most of which ", ", some of which ",
)  # fmt: skip
#: … and what a number before it has no part in where nobody reports: up 3%, with the index on track to gain 18%.
_MORE_OWN: Final = (*_MORE, ", with ")
_MORE_OF: Final[tuple[str, ...]] = ("which ", "who ", "whose ", "where ")
_MORE_WORDS: Final = frozenset({"which", "who", "whose", "where", "having", "with"})  # one stands in each of them
#: What always opens another clause, and the words one of which stands in each but the first.
_APART: Final = (
    "; ", ", while ", ", whereas ", ", although ", ", though ", ", so the ", ", so all ", ", so it ", ", so they ",
)  # fmt: skip
_APART_WORDS: Final = frozenset({"while", "whereas", "although", "though", "so"})
_NAMED_LAST: Final = re.compile(r", [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3},?$")
#: What stands right before what a number is moved from.
_MOVED_FROM: Final[tuple[str, ...]] = (", up from ", ", down from ")
#: What opens the figure that another is measured against.
_BESIDE: Final = (" compared with ", " compared to ", *_MOVED_FROM)
_BESIDE_WORDS: Final = frozenset({"compared", "up", "down"})
#: What opens one where a subject and its verb follow, or a verb that needs no help (and will hire, but is expected).
_JOINS: Final = {"and": " and ", "but": " but "}
_CONCEDING: Final = frozenset(
    {"although", "though", "while", "because", "after", "since", "despite", "excluding", "including"}
)
_EARLIER: Final = {"after": " after ", "since": " since ", "because": " because "}
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
#: What opens a clause about the noun before it: 3 tax cuts | they will never see.
_THEY: Final = re.compile(r" (?:they|we|you|he|she) (?:will|would|may|might|can|could) ")
_THEY_WORDS: Final = frozenset({"they", "we", "you", "he", "she"})
#: A clause about a noun up to the number in it, and what then follows of the noun: a basket that costs | £50 today would be.
_OF_NOUN: Final = re.compile(r"\b(\w+) (?:who|that|which) ([a-z]+) ([^,;:.]{0,40})$")
_OF_ALL: Final = re.compile(r"(?: [a-z]+){0,4}?( (?:will|would|could|can|may|might|should) )")
_OF_WORDS: Final = frozenset({"who", "that", "which"})
#: Without a comma, a semicolon or one of these words no other clause stands beside a number.
_OPENING: Final = _MORE_WORDS | _APART_WORDS | _BESIDE_WORDS | _THEY_WORDS | _OF_WORDS | {*_JOINS, *_EARLIER, "saying"}
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
_ALONE: Final = BE | {
    "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "plans", "expects", "hopes",
    "intends", "aims", "needs", "wants", "said", "says",
}  # fmt: skip
_ARTICLES: Final = frozenset({"a", "an", "the", "its", "their", "with"})
_ENDS: Final = frozenset({"to", "that", "which", "who", "and", "or", "but", "by", "from"})
_BEFORE: Final = frozenset({"a", "an", "the", "its", "his", "her", "their", "of", "in", "at", "for", "with", "more"})
_TRIM: Final = ",.;:“”\"’'"
_SOFT: Final = frozenset({"forecast", "planned", "possible", "conditional", "opinion"})
_SHALL: Final = frozenset({"forecast", "planned"})
_HEARSAY: Final = frozenset({"anonymous", "news_org", "news_collective", "unattributed"})


def own_class(text: str, low: int, high: int, number: Span, lexicon: Lexicon) -> str | None:
    """The class that the words give a number between two places; a second clause gives the first one none."""
    words = words_of(lexicon)
    start, stop = number
    forecast = text.find(" forecast ", stop, stop + _BEHIND)
    if forecast >= 0 and text.startswith(_FORECAST_IN, forecast):
        return "forecast"
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
        row = words.sections["outlook.en"].get(behind[: high - stop - 1].rstrip(_TRIM))
        if row is not None and _SIZED.search(text, start, stop):
            return str(row["class"])
    outlook = _outlook(text, low, start, words)
    if outlook is not None:
        return outlook
    found = _class(_unestimated(text[low:high], start - low), words)
    if found is None:
        return None
    clause = _clause(text, low, high, number, words, _MORE_OWN)
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
    cue = words.cues.get(parts[at].rstrip(_TRIM)) if at < len(parts) else None
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
        del left[-2 if len(left) > 1 and left[-2] in _BEFORE else -1 :]
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
        if word in _ALONE and not (word in BE and after in words.sections["bringing.en"]):
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
    if text.endswith(_MOVED_FROM, 0, number[0]):
        return "asserted"  # expects to carry 146 million, up from 131 million
    low, high = report.content[0]
    for begin, end in report.content:
        if begin <= number[0] < end:
            low, high = begin, end
            break
    clause = _clause(text, low, high, number, words)
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


def _clause(text: str, low: int, high: int, number: Span, words: Words, more: tuple[str, ...] = _MORE) -> str:
    """The words between two places that belong to the clause of a number."""
    start, stop = number
    opening = _OPENING.intersection(text[low:high].split())
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
    begins = text.startswith(("If ", "“If ", '"If '), low)
    if comma > 0 and text[low : low + 12].split(" ", 1)[0].lstrip('“"').lower() in _CONCEDING:
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
    parts = text[at : min(high, at + 80)].split()[:9]
    first = True
    for index, part in enumerate(parts):
        word = part.strip(_TRIM)
        if first:
            if word in _ALONE or (word in words.cues and parts[index + 1 : index + 2] == ["that"]):
                return True  # but warned that profit would fall
            if word == "that":  # and that it would cut; not and that is enough
                return parts[index + 1 : index + 2] != [] and parts[index + 1] not in _ALONE
            if word in words.names.adverbs or word.endswith("ly"):
                continue
            if word.endswith("ing") or word in _ENDS:
                return False
            first = False
        elif word in words.finite or _past(parts, index):
            return True
        elif word in _ENDS:
            return False
        if part[-1] in ",;":
            return False
    return False


def _past(parts: list[str], index: int) -> bool:
    """Whether a word in -ed is the verb of the words before it: workers walked out; not the goods damaged by rain."""
    word = parts[index]
    if len(word) < 5 or not word.endswith("ed") or not word.islower() or parts[index - 1] in _BEFORE:
        return False
    return index + 1 < len(parts) and parts[index + 1] not in ("by", "in", "with", "to")


def _done(text: str, at: int, high: int, words: Words) -> bool:
    """Whether what follows after is past: after cutting 300 jobs, after it lost $3 million; not after the deal closes."""
    parts = text[at : min(high, at + 80)].split()[:8]
    if parts and parts[0].endswith("ing") and parts[0] not in NO_VERB:
        return True
    for index, part in enumerate(parts[1:], 1):
        word = part.strip(_TRIM)
        if word in ("had", "was", "were") or (word in words.finite and word not in _ALONE and word[-1] != "s"):
            return True
        if _past(parts, index):
            return True
        if word in _ALONE or word in _ENDS:
            return False
    return False
