"""The clause left of an English number: its words, its finite verb, and what stands before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_names import guess, names_of
from claims.numerals import EN_WORDS

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Alias

__all__ = [
    "AUX",
    "CLAUSE",
    "COORDINATE",
    "NAMED",
    "NEGATED",
    "NOBODY",
    "PREPOSITIONS",
    "TRIM",
    "WORD",
    "Clause",
    "Words",
    "canonical",
    "possessor",
    "subject_of",
]

WORD: Final = re.compile(r"\S+")
TRIM: Final = ',;:.()“”"‘'
AUX: Final = frozenset({
    "will", "would", "could", "can", "may", "might", "must", "shall", "should", "has", "had", "have", "is", "are", "was",
    "were", "be", "been", "being", "do", "does", "did", "not", "to", "also", "already", "now", "then", "still", "recently",
    "currently", "later", "once", "never", "ever", "just", "only", "even", "since", "has’", "n’t", "having",
})  # fmt: skip
NAMED: Final = frozenset({
    "the", "a", "an", "its", "their", "his", "her", "our", "my", "this", "that", "these", "those", "any", "some", "each",
    "every", "no", "another",
})  # fmt: skip
_ARTICLES: Final = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "my"))
_UNITS: Final = frozenset(("percent", "cent", "million", "billion", "hundred", "thousand"))
_OWN: Final = frozenset(["its", "their", "his", "her", "our", "my"])
PREPOSITIONS: Final = frozenset({
    "of", "in", "at", "on", "to", "from", "for", "by", "with", "about", "over", "under", "after", "before", "during",
    "between", "against", "through", "into", "than", "per", "via", "without", "within", "among", "near", "amid", "despite",
    "including", "across", "around", "along", "toward", "towards", "behind", "beyond", "inside", "outside", "onto", "upon",
    "throughout", "off",
})  # fmt: skip
CLAUSE: Final = frozenset({
    "while", "as", "after", "when", "because", "although", "though", "if", "since", "before", "until", "whether", "where",
    "unless", "whereas", "so",
})  # fmt: skip
_RELATIVE: Final = frozenset(("that", "which", "who", "whose"))
COORDINATE: Final = frozenset(("and", "but", "or", "yet"))
_PRONOUNS: Final = frozenset({
    "here",
    "it", "he", "she", "they", "we", "i", "you", "this", "that", "there", "these", "those", "which", "who", "what", "some",
    "many", "most", "one", "others", "more", "all", "both", "another", "nothing", "something", "everything",
})  # fmt: skip
#: What is left of a phrase that names nobody.
NOBODY: Final = _PRONOUNS | COORDINATE | {"nobody", "nor", "neither", "either"}
#: How a verb that is denied ends: shouldn’t, cannot.
NEGATED: Final = ("n’t", "n't", "cannot")
_BESIDE: Final = frozenset(
    ("more", "less", "fewer", "above", "below", "compared", "versus", "against", "than", "beating", "missing")
)
_AGAINST: Final = frozenset(("compared", "versus"))
_SCARCELY: Final = frozenset(("little", "barely", "hardly", "almost", "not", "still"))
_OPENERS: Final = frozenset(("which", "who", "whose", "a", "an", "the", "based", "owned", "led", "now", "once"))
_ASKING: Final = frozenset(("how", "what", "why", "when", "where", "who", "which"))
_ASTRAY: Final = frozenset(
    ("up", "down", "out", "off", "away", "now", "percent", "per", "cent", "then", "so", "instead")
)
_MOVED: Final = frozenset(("up", "down", "higher", "lower"))
_TIMES: Final = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "june", "july", "august", "september", "october", "november", "december", "yesterday", "today", "tomorrow", "week",
    "month", "year", "quarter", "recently",
})  # fmt: skip
_DAYS: Final = ("yesterday", "today", "tomorrow")
_TURN: Final = frozenset(("last", "this", "next", "each", "every"))
_FIRMS: Final = frozenset(("Inc", "Ltd", "LLC", "Corp", "Co", "PLC"))
_BEHIND: Final = ("attributable", "available", "related")
_SHARES: Final = (["Shares"], ["shares"], ["stock"])
_HALTS: Final = CLAUSE | frozenset(_RELATIVE) | _BESIDE
_WITH_VERB: Final = AUX | _SCARCELY
_ENDED: Final = frozenset(";”")
_PAUSES: Final = frozenset(",;:”—–")
_LONG: Final = 14  # words of a subject
_FAR_OFF: Final = 10  # words between a verb and the number of what its subject measures
_SUBJECTS: Final = frozenset(("it", "he", "she", "they", "we", "i", "you"))
_CAUSES: Final = frozenset(("due", "thanks", "owing"))
_QUANTIFIERS: Final = frozenset(
    ("all", "both", "half", "only", "even", "such", "what", "many", "of", "nearly", "almost")
)
_CONTRACTED: Final = frozenset(
    f"{word}{mark}{end}"
    for word, ends in (
        ("it", "s"),
        ("that", "s"),
        ("there", "s"),
        ("he", "s"),
        ("she", "s"),
        ("they", "re"),
        ("we", "re"),
    )
    for mark in "’'"
    for end in (ends,)
)
_SPANS: Final = frozenset(
    ("day", "days", "weeks", "week", "months", "month", "years", "year", "quarter", "half", "period", "session")
)
_GOALS: Final = ("to", "at")
_SIZED: Final = ("percent", "money", "percentage_point")
_PEOPLE: Final = frozenset(("he", "she"))


class Words:
    """The tables of measures and verbs."""

    __slots__ = (
        "bearers",
        "cues",
        "goods",
        "local",
        "measures",
        "money",
        "names",
        "plain",
        "plurals",
        "told",
        "traits",
        "verb_measures",
        "verbs",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.sections["measure.en"]
        self.measures = frozenset(rows)
        self.bearers = frozenset(word for word, row in rows.items() if row.get("bearer"))
        self.goods = frozenset(word for word, row in rows.items() if row.get("goods"))
        self.local = frozenset(word for word, row in rows.items() if row.get("local"))
        self.plain = frozenset(lexicon.sections["plain.en"])
        self.traits = frozenset(word for word, row in rows.items() if row.get("trait"))
        self.plurals = frozenset(lexicon.sections["plural.en"])
        self.money = frozenset(word for word, row in rows.items() if row.get("money"))
        self.verb_measures = {form: word for word, row in rows.items() for form in row.get("verbs", ())}
        self.verbs: dict[str, dict[str, Any]] = lexicon.sections["verb.en"]
        self.names = names_of(lexicon)
        cues = lexicon.sections["cue.en"].values()
        self.cues = frozenset(form for row in cues for form in row["forms"])
        self.told = self.cues.difference(*(row.get("noun", ()) for row in cues))  # and no nouns

    def suffix(self, words: list[str]) -> int:
        """How many of the last words are a measure noun (net profit: 2); 0 for none."""
        for count in (3, 2, 1):
            if len(words) >= count and " ".join(words[-count:]).lower() in self.measures:
                return count
        return 0

    def fits(self, measure: str, kind: str) -> bool:
        return kind != "money" or measure.lower() in self.money


class Clause:
    """The words of a sentence left of a number, as printed, bare, and bare in lower case."""

    __slots__ = ("bare", "folded", "known", "only", "printed", "spans", "text", "words")

    def __init__(
        self, text: str, spans: list[tuple[int, int]], printed: list[str], bare: list[str], folded: list[str],
        words: Words, known: dict[str, Alias], only: dict[str, str | None],
    ) -> None:  # fmt: skip
        self.text, self.words, self.known, self.only = text, words, known, only
        self.spans, self.printed, self.bare, self.folded = spans, printed, bare, folded

    def verb(self, index: int) -> dict[str, Any] | None:
        """The row of a finite verb at ``index``, {} for a regular past form; None if it is no verb there."""
        word = self.bare[index]
        row = self.words.verbs.get(word)
        if (row is None and word[-2:] != "ed") or (row is not None and row.get("no")):
            return None
        before = self.bare[index - 1] if index else ""
        low = self.folded[index - 1] if index else ""
        if word[-2:] == "ed" and (low[:1].isdigit() or low in EN_WORDS) and self.printed[index - 1] == before:
            after = self.folded[index + 1] if index + 1 < len(self.folded) else "the"
            if after not in NAMED and after not in PREPOSITIONS and after not in AUX and after.islower():
                return None  # Twelve confirmed cases
        if row is not None:
            if row.get("weak") and self.bare[index + 1 : index + 2] != ["to"] and (
                not index or low in NAMED or low in PREPOSITIONS or before.endswith(("’s", "'s", "s’", "s'"))
                or (before[:1].isdigit() and not (index > 1 and self.bare[index - 2][:1].isupper())) or low in _UNITS
                or (self.printed[index - 1].endswith((",", ";")) and low not in COORDINATE)
            ):  # fmt: skip
                return None
            if row.get("weak") and self.bare[index + 1 : index + 2] == ["of"]:
                return None  # a record rise of 9%, rents of
            if row.get("weak") and index > 1 and before.islower() and word[-1] == "s" and word[-2:] != "ss":
                other = self.words.verbs.get(self.bare[index - 2])
                if other is not None and not other.get("weak") and not other.get("say") and other is not row:
                    return None  # raised output targets
            return None if low in _ARTICLES and word[-2:] == "ed" else row  # its proposed bid
        if len(word) > 4 and word.islower():
            if (
                not index
                or low in NAMED
                or low in PREPOSITIONS
                or before.endswith(("’s", "'s", "ly"))
                or low in ("and", "more")
            ):
                return {} if low == "and" and index > 1 else None
            if low not in AUX and self.words.verbs.get(before) is not None and not self.words.verbs[before].get("weak"):
                return None
            return {}
        return None

    def noun(self, begin: int, start: int, stop: int) -> str:
        """The measure between two places with the words that tell it apart: copper output, average temperature."""
        bare, plain = self.bare, self.words.plain
        first = start
        lowest = (
            max(begin, start - 2) if begin >= 0 else max(1, start - 1)
        )  # begin -1: it is not known where the phrase begins
        while first > lowest:
            word = bare[first - 1]
            lower = word.lower()
            if (
                not (word.islower() or (first == 1 and word.istitle() and not self.known.get(word)))
                or self.printed[first - 1][-1:] in ",;:"
                or lower in plain
                or lower in NAMED
                or lower in PREPOSITIONS
                or lower in COORDINATE
                or lower in AUX
                or lower in CLAUSE
                or lower in self.words.verbs
                or lower in _TIMES
                or lower.endswith("ly")
                or not lower.replace("-", "").isalpha()
            ):
                break
            first -= 1
        if first > max(begin, 0) and first < start:
            before = bare[first - 1]
            if (
                before.lower() not in NAMED
                and before.lower() not in plain
                and before not in COORDINATE
                and not before.endswith(("’s", "'s", "s’", "s'"))
            ):
                return self.slice(start, stop)  # holds rates at, puts turnout at
        return self.slice(first, stop)

    def slice(self, start: int, stop: int) -> str:
        return self.text[self.spans[start][0] : self.spans[stop - 1][1]].strip(TRIM + " ")


def possessor(clause: Clause, stop: int) -> str | None:
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
                and (bare[begin - 1][:1].isupper() or bare[begin - 1].lower() in NAMED)
                and clause.printed[begin - 1][-1:] not in TRIM
            ):
                begin -= 1
            if begin == index and not word[:1].isupper():
                for at in range(index - 1, max(-1, index - 4), -1):
                    if bare[at].lower() in NAMED:
                        begin = at  # The hedge fund's
                        break
                    if not bare[at].islower() or bare[at] in PREPOSITIONS or bare[at] in clause.words.verbs:
                        break
            owner = clause.slice(begin, index + 1)
            owner = owner[:-2] if owner.endswith(("’s", "'s")) else owner[:-1]
            return None if not owner or owner[owner.rfind(" ") + 1 :].lower() in _TIMES else canonical(clause, owner)
        if word.lower() in _OWN:
            return None
        if not word.islower() or word in PREPOSITIONS or word in NAMED or word in clause.words.verbs:
            return None
        index -= 1
    return None


def subject_of(clause: Clause, stop: int, kind: str, measure: str | None, depth: int) -> tuple[str | None, str | None]:
    """The subject of the nearest finite verb left of ``stop``, and the measure if that subject is one."""
    bare, printed, folded = clause.bare, clause.printed, clause.folded
    if depth == 0 and stop > 3 and bare[stop - 1][-3:] == "ing" and "with" in folded[max(0, stop - 6) : stop - 2]:
        opens = stop - 1 - folded[:stop][::-1].index("with")
        return _read(clause, opens + 1, stop - 1, {}, kind, measure)  # with employers adding 201,000 jobs
    if depth == 0 and stop > 3 and bare[stop - 1] in _GOALS:
        brought = _brought(clause, stop - 1, kind, measure)
        if brought is not None:
            return brought
    index = stop - 1
    row: dict[str, Any] | None = None
    while index >= 0:
        if printed[index][-1:] in _ENDED:
            return None, None
        word = folded[index]
        if word in _CONTRACTED or (word in _CAUSES and folded[index + 1 : index + 2] == ["to"]):
            return None, None  # it's worth, due to a £10m overspend
        if word in _HALTS:
            if word in CLAUSE:
                if word != "as" or bare[index + 1 : index + 2] not in (["much"], ["many"]):
                    return None, None
            elif word in _RELATIVE:
                if index > 0:
                    return None, None
            elif word in _AGAINST or (index > 0 and printed[index - 1][-1] == ","):
                return None, None  # Apple sold 12 million, more than the projection for 11 million
        row = clause.verb(index)
        if row is not None and (
            row.get("level")
            or bare[index][-2:] != "ed"
            or bare[index + 1 : index + 2] != ["by"]
            or folded[index - 1] in AUX
        ):
            break
        row = None
        index -= 1
    if row is None or row.get("say"):
        return None, None
    if index + 1 < stop and folded[index + 1][-3:] == "ing":
        goes_on = folded[index + 1]
        if goes_on in clause.words.cues or (clause.words.verbs.get(goes_on) or {}).get("judge"):
            return None, None  # has been warning members of, was looking for
    if (
        folded[index] == "be"
        and index
        and folded[index - 1] == "to"
        and "for" in folded[max(0, index - 12) : index - 1]
    ):
        opens = index - 1 - folded[: index - 1][::-1].index("for")  # guidance for earnings to be between
        return _read(clause, opens, index - 1, {"level": True}, kind, measure)
    if bare[stop - 1] in _MOVED and not row.get("level") and index < stop - 2 and depth == 0 and not row.get("judge"):
        if (
            not possessive_time(folded[index + 1]) and folded[stop - 2] not in _SPANS
        ):  # settled Friday's trade, finished the day
            moved = _object(clause, index + 1, stop - 1)
            return (None, None) if moved is None else (moved, None)  # The news sent shares down 6%
    if (row.get("judge") or row.get("object")) and "to" in bare[index + 2 : stop]:
        raised = _raised(clause, index, stop, kind, measure)
        if raised is not None:
            return raised
    if row.get("object") and kind == "money" and index < stop - 1 and folded[index - 1] not in AUX:
        fined = _object(clause, index + 1, stop)
        if fined is not None:
            return fined, None  # Regulators fined the bank $25 million
    if row.get("of") and folded[index - 1] not in AUX and "of" in folded[index + 2 : index + 7]:
        blamed = _object(clause, index + 1, folded.index("of", index + 2))
        return (
            (None, None)
            if blamed is None
            else _read(clause, index + 1, folded.index("of", index + 2), {}, kind, measure)
        )
    if row.get("level") and folded[:3] == ["the", "number", "of"] and kind != "money":
        ends = (at for at in range(3, index) if folded[at] in _HALTS or folded[at] in AUX)
        return None, clause.slice(1, next(ends, index))  # The number of drugs that were axed after trials rose
    first = index
    while first > 0:
        word = bare[first - 1]
        if folded[first - 1] in _WITH_VERB or (word[-2:] == "ly" and word.islower()):
            first -= 1
        elif word == "far" and first > 1 and folded[first - 2] == "so":
            first -= 2  # has so far resulted
        else:
            break
    if first > 0 and "to" in bare[first:index] and clause.verb(first - 1) is not None:
        return subject_of(clause, first, kind, measure, depth + 1) if depth < 4 else (None, None)
    if first > 1 and printed[first - 1][-1] == ")" and printed[first - 1][0] == "(":
        first -= 1  # Harker Foods Ltd. (HRK.L) posted
    elif first > 1 and printed[first - 1][-1] == ")":
        opener = next((at for at in range(first - 2, max(0, first - 7), -1) if printed[at][0] == "("), 0)
        if not opener:
            return None, None
        first = opener  # Twitter (NYSE: TWTR) fell
    begin = first
    while begin > 0:
        if first - begin == _LONG:
            return None, None
        if printed[begin - 1][-1:] in _PAUSES and not (printed[begin - 1][-1] == "," and bare[begin] in _FIRMS):
            break
        word = folded[begin - 1]
        if word in CLAUSE or word in _RELATIVE:
            break
        if word in COORDINATE and not (bare[begin][:1].isupper() and begin > 1 and bare[begin - 2][:1].isupper()):
            if not any(_is_verb(clause, at) for at in range(begin - 1)):
                return None, None  # costs for stores and data centers
            break
        earlier = clause.verb(begin - 1)
        if earlier is not None and not earlier.get("weak"):
            break
        if earlier is not None and earlier.get("say"):
            break
        begin -= 1
    if begin == first:
        return _shared(clause, first, kind, measure, depth)
    if begin > 1 and folded[begin - 1] == "who" and printed[begin - 2][-1] not in _PAUSES:
        return (None, None) if begin > _LONG else _read(clause, 0, begin - 1, row, kind, measure)  # people who ate more
    if begin > 2 and printed[begin - 1][-1] == "," and folded[begin - 2] in PREPOSITIONS and _is_inside(clause, begin):
        begin = 0
    subject, found = _read(clause, begin, first, row, kind, measure)
    if found is not None and measure is None and stop - index > _FAR_OFF:
        return None, None
    return subject, found


def _is_verb(clause: Clause, at: int) -> bool:
    """A finite verb that is no noun: cut 300 jobs, plans to open."""
    row = clause.verb(at)
    if row is None or not row.get("weak"):
        return row is not None
    following = clause.folded[at + 1] if at + 1 < len(clause.folded) else ""
    before = clause.folded[at - 1] if at else "the"
    if before in NAMED or before in PREPOSITIONS:
        return False  # cuts to schools and hospitals
    return following[:1].isdigit() or following[:1] in ("$", "€", "£") or following == "to" or following in NAMED


def _is_inside(clause: Clause, begin: int) -> bool:
    """Whether the comma before ``begin`` stands inside the subject: earnings of employees on private, nonfarm payrolls rose,
    increases in London, Wales and Scotland were."""
    bare, folded, opener = clause.bare, clause.folded, begin - 2
    if folded[0] in PREPOSITIONS or folded[0] in CLAUSE or any(clause.verb(at) is not None for at in range(opener)):
        return False
    if bare[begin - 1].islower():
        return bare[begin].islower() and folded[begin] not in NAMED
    return clause.words.suffix(bare[max(0, opener - 3) : opener]) > 0


def possessive_time(word: str) -> bool:
    """Friday's, yesterday’s."""
    return word.endswith(("’s", "'s")) and word[:-2] in _TIMES


def _brought(clause: Clause, stop: int, kind: str, measure: str | None) -> tuple[str | None, str | None] | None:
    """Prices fell, taking the average price of a home to £271,900: the object of the participle has the number."""
    printed, folded = clause.printed, clause.folded
    for index in range(stop - 1, max(0, stop - 10), -1):
        if printed[index - 1][-1:] == ",":
            word, following = folded[index], folded[index + 1] if index + 1 < stop else "to"
            if word[-3:] != "ing" or word in PREPOSITIONS or following in PREPOSITIONS or following in _OWN:
                return None
            return _read(clause, index + 1, stop, {"level": True}, kind, measure)
        if printed[index][-1:] in TRIM:
            return None
    return None


def _object(clause: Clause, begin: int, stop: int) -> str | None:
    """The short noun phrase between a verb and a number."""
    phrase = clause.slice(begin, stop)
    if len(phrase) > 40 or any(word in PREPOSITIONS or word in COORDINATE for word in clause.bare[begin:stop]):
        return None
    return canonical(clause, phrase)


def _raised(
    clause: Clause, verb: int, stop: int, kind: str, measure: str | None
) -> tuple[str | None, str | None] | None:
    """Analysts expect Acme to post a loss: the object of the judging verb is the subject of what is expected."""
    bare = clause.bare
    to = next(
        (at for at in range(verb + 2, min(stop - 1, verb + 16)) if bare[at] == "to" and bare[at + 1].isalpha()), -1
    )
    if to < 0 or to + 1 >= len(bare) or to + 1 > stop:
        return None
    if "and" in bare[verb + 2 : to - 1]:
        verb = to - 1 - bare[:to][::-1].index("and")  # revenue of $9 billion and earnings to land between
    verbs = clause.words.verbs
    row = verbs.get(bare[to + 1]) or verbs.get(bare[to + 1] + "s") or {}
    return _read(clause, verb + 1, to, row, kind, measure)


def _shared(clause: Clause, first: int, kind: str, measure: str | None, depth: int) -> tuple[str | None, str | None]:
    """The verb has no subject of its own: Acme cut prices and hired; Brightwater, which makes pumps, posted."""
    bare, printed = clause.bare, clause.printed
    if first == 0 or depth >= 4:
        return None, None
    if clause.folded[first - 1] in COORDINATE:
        return subject_of(clause, first - 1, "", measure, depth + 1)[0], None
    if printed[first - 1].endswith(","):
        for index in range(first - 2, max(-1, first - 16), -1):
            if printed[index].endswith(","):
                opener = bare[index + 1].lower()
                if index < 6 and (opener in _OPENERS or opener.endswith(("’s", "'s")) or opener.isdigit()):
                    if any(clause.verb(i) is not None for i in range(index + 1)):
                        return None, None
                    return _read(clause, 0, index + 1, {}, kind, measure)
                return None, None
    return None, None


def _read(
    clause: Clause, begin: int, stop: int, row: dict[str, Any], kind: str, measure: str | None
) -> tuple[str | None, str | None]:
    """A noun phrase before a verb as subject and measure: Acme's net profit -> (Acme, net profit)."""
    bare, words = clause.bare, clause.words
    while stop - begin > 1 and bare[stop - 1].lower() in _TIMES:
        stop -= 2 if bare[stop - 2].lower() in _TURN else 1  # Acme last month, Acme on Monday
        if stop - begin > 1 and bare[stop - 1] in ("on", "in"):
            stop -= 1
    if stop <= begin:
        return None, None
    head = stop
    for index in range(begin + 1, stop):
        if bare[index] in PREPOSITIONS:
            head = index
            break
    for index in range(head - 1, begin, -1) if begin and bare[begin - 1] in words.told else ():
        if bare[index] in NAMED and bare[index - 1] not in COORDINATE and clause.folded[index - 1] not in _QUANTIFIERS:
            begin = index  # told investors their money
            break
    if stop - begin > 1 and clause.folded[stop - 1] in _SUBJECTS:
        return _pronoun(clause, clause.folded[stop - 1], stop - 1), None  # Earlier in the session it dipped
    if begin and clause.folded[begin - 1] in AUX:
        begin += 1  # have been betting rates will fall
        if begin >= head or bare[begin - 1][-3:] != "ing":
            return None, None
    if bare[begin].lower() in PREPOSITIONS or head == begin:
        return None, None
    if (
        begin
        and bare[begin][-3:] == "ing"
        and clause.folded[begin + 1 : begin + 2]
        and clause.folded[begin + 1] in _OWN
    ):
        return None, None  # , bringing its total to
    if head - begin > 1 and bare[head - 1] in _BEHIND:
        head -= 1  # Net income attributable to shareholders
    if bare[begin].lower() in _ASKING or (head - begin > 1 and bare[head - 1] in _PRONOUNS):
        return None, None
    if head - begin == 1 and bare[begin].lower() in _PRONOUNS:
        return _pronoun(clause, bare[begin].lower(), begin), None
    if row.get("judge") and not _company(clause, begin, stop):
        return None, None
    if (
        head < stop
        and bare[begin:head] in _SHARES
        and bare[head] in ("in", "of", "at")
        and bare[head + 1][:1].isupper()
    ):
        return canonical(clause, clause.slice(head + 1, stop)), bare[begin]
    if head - begin > 1 and row.get("level") and bare[head - 1] in ("shares", "stock") and kind in ("percent", "money"):
        if bare[begin].lower() not in NAMED and all(word[:1].isupper() for word in bare[begin : head - 1]):
            name = clause.slice(begin, head - 1).removesuffix("’s").removesuffix("'s")
            return canonical(clause, name), bare[head - 1]  # IWG shares, Harker's shares
    count = words.suffix(bare[max(begin, head - 3) : head])
    noun = clause.slice(head - count, head) if count else ""
    if count and (row.get("level") or (not row and begin == head - count)) and words.fits(noun, kind):
        owner = possessor(clause, head - count)
        if owner is None and head < stop and _names_owner(clause, head, noun):
            owner = canonical(clause, clause.slice(head + 1, stop))
        if owner is None:
            if bare[begin].lower() in _ARTICLES and bare[begin + 1][:1].isdigit() and bare[begin + 1][-5:] == "-year":
                if head - count - begin == 3 and bare[begin + 2][:1].isupper():
                    return clause.slice(begin + 1, head - count), noun  # the 10-year Treasury yield
            rest = [word for word in bare[begin : head - count] if word[:1].isupper() and word.lower() not in NAMED]
            if (
                rest
                and head - count - begin == len(rest)
                and begin + len(rest) == head - count
                and len(rest) <= 3
                and (begin > 0 or len(rest) > 1 or rest[0] in clause.known)
            ):
                owner = canonical(clause, " ".join(rest))
                return owner, noun
        if owner is None and begin > 0 and (clause.verb(begin - 1) or {}).get("say"):
            owner = _reporter(clause, begin - 1)
        return owner or None, clause.noun(begin, head - count, head)
    if count and begin == head - count and kind in _SIZED and measure is None and words.fits(noun, kind):
        last = clause.spans[-1][1]
        chain = [
            *bare[stop:],
            *clause.text[last : last + 16].split(None, 1)[:1],
        ]  # … and a verb that is a bound: may top
        moved = any((words.verbs.get(word) or words.verbs.get(word + "s") or {}).get("level") for word in chain)
        return None, noun if moved else None  # growth may slow to 3%
    possessive = next((i for i in range(head - 1, begin - 1, -1) if bare[i].endswith(("’s", "'s"))), -1)
    if 0 <= possessive < head - 1 and head - possessive < 5 and row.get("level") and measure is None:
        owner = possessor(clause, possessive + 1)
        if owner:
            return owner, clause.slice(possessive + 1, head)
    if head - begin > 7:
        return None, None
    limit = stop if head < stop and bare[head] == "of" and stop - begin <= 6 else head
    phrase = clause.slice(begin, limit)
    if bare[begin].lower() in _OWN or bare[begin].lower() in ("this", "that", "these", "those"):
        return None, None
    for at in range(begin, head):
        word = bare[at]
        if (
            word[:1] in "$€£¥-–—"
            or word.lower() in _ASTRAY
            or (word[0].isdigit() and not bare[at - 1][:1].isupper() and not word[-1].isalpha())
        ):
            return None, None
    if (bare[begin].lower() in _TIMES and (head - begin == 1 or bare[begin].lower() not in _DAYS)) or bare[
        begin
    ] in words.verb_measures:
        return None, None
    if clause.folded[begin : begin + 3] == ["the", "number", "of"]:
        return None, clause.slice(begin + 1, stop)
    return canonical(clause, phrase), None


def _names_owner(clause: Clause, at: int, noun: str) -> bool:
    """shares of Acme, revenue at Acme, inflation in Turkey: a name after a measure owns it; sales in China are another's."""
    bare, words = clause.bare, clause.words
    if not bare[at + 1 : at + 2] or any(word in _SPANS for word in clause.folded[at + 1 : at + 5]):
        return False  # sales in the three months to 27 September
    if bare[at] == "in" and (noun.lower() not in words.money or noun[noun.rfind(" ") + 1 :].lower() in words.local):
        return bare[at + 1][:1].isupper() or (
            bare[at + 1] == "the" and bare[at + 2 : at + 3] != [] and bare[at + 2].isalpha()
        )
    if bare[at] == "of" and noun[noun.rfind(" ") + 1 :].lower() in words.goods:
        return False  # exports of Scotch whisky
    if bare[at] == "at":
        for word in bare[at + 1 : at + 6]:
            if word[:1].isupper():
                return True  # sales at department store chain Harker & Moss
            if not word.isalpha() or word in PREPOSITIONS or word in NAMED:
                return False
    return bare[at] == "of" and bare[at + 1][:1].isupper()


def _company(clause: Clause, begin: int, stop: int) -> bool:
    """Whether who expects a figure is a company, which speaks of itself; a bank or a ministry speaks of others."""
    phrase = clause.slice(begin, stop)
    alias = clause.known.get(phrase)
    if alias is not None and alias.type not in ("organization", "person"):
        return False
    return guess(phrase, clause.words.names) == "organization" and not phrase.endswith(" Street")


def _reporter(clause: Clause, verb: int) -> str | None:
    """Acme said revenue rose: a company speaks of its own figures; only where the document knows it as a company."""
    for length in (1, 2, 3, 4):
        if verb - length < 0:
            break
        alias = clause.known.get(clause.slice(verb - length, verb))
        if alias is not None and alias.type == "organization":
            return alias.canonical
    return None


def _pronoun(clause: Clause, word: str, index: int) -> str | None:
    if word in _PEOPLE:
        return clause.only["person"]
    if word == "it" and index > 0 and (clause.verb(index - 1) or {}).get("say"):
        return _reporter(clause, index - 1)
    return None


def canonical(clause: Clause, phrase: str) -> str:
    phrase = phrase.rstrip(TRIM)
    alias = clause.known.get(phrase)
    return alias.canonical if alias is not None else phrase
