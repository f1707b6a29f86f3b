"""English words as the subject rules need them: closed classes, and the tables of measures and verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_names import names_of
from claims.lexicon import flagged

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = [
    "AROUND",
    "ARTICLES",
    "AUX",
    "BODIES",
    "CLAUSE",
    "CLOSED",
    "COORDINATE",
    "LEVEL",
    "MOVED",
    "NAMED",
    "NEGATED",
    "NOBODY",
    "OWN",
    "PAUSES",
    "PLAIN",
    "PREPOSITIONS",
    "PRONOUNS",
    "SPANS",
    "TIMES",
    "TRIM",
    "Verb",
    "Words",
    "is_year",
    "trimmed",
]

TRIM: Final = ',;:.()“”"‘'
AROUND: Final = TRIM + " "
AUX: Final = frozenset({
    "will", "would", "could", "can", "may", "might", "must", "shall", "should", "has", "had", "have", "is", "are", "was",
    "were", "be", "been", "being", "do", "does", "did", "not", "to", "also", "already", "now", "then", "still", "recently",
    "often", "sometimes", "usually", "always", "currently", "later", "once", "never", "ever", "just", "only", "even",
    "since", "has’", "n’t", "having",
})  # fmt: skip
NAMED: Final = frozenset({
    "the", "a", "an", "its", "their", "his", "her", "our", "my", "this", "that", "these", "those", "any", "some", "each",
    "every", "no", "another",
})  # fmt: skip
OWN: Final = frozenset(["its", "their", "his", "her", "our", "my"])
ARTICLES: Final = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "my"))
#: From the base form of a verb to the forms that the lexicon lists.
_FORMS: Final = ("", "ed", "d", "s", "es")
PREPOSITIONS: Final = frozenset({
    "of", "in", "at", "on", "to", "from", "for", "by", "with", "about", "over", "under", "after", "before", "during",
    "between", "against", "through", "into", "than", "per", "via", "without", "within", "among", "near", "amid", "despite",
    "including", "across", "around", "along", "toward", "towards", "behind", "beyond", "inside", "outside", "onto", "upon",
    "throughout", "off", "plus",
})  # fmt: skip
CLAUSE: Final = frozenset({
    "while", "as", "after", "when", "because", "although", "though", "if", "since", "before", "until", "whether", "where",
    "unless", "whereas", "so",
})  # fmt: skip
COORDINATE: Final = frozenset(("and", "but", "or", "yet"))
#: Words that are no nouns, and stand beside none as a part of it.
CLOSED: Final = PREPOSITIONS | CLAUSE | COORDINATE | AUX
TIMES: Final = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "june", "july", "august", "september", "october", "november", "december", "yesterday", "today", "tomorrow", "week",
    "month", "year", "quarter", "recently",
})  # fmt: skip
#: What lasts, and owns nothing: the year, the same period.
SPANS: Final = frozenset(
    ("day", "days", "weeks", "week", "months", "month", "years", "year", "quarter", "half", "period", "session")
)
#: Behind a subject these say where it has gone: Harker up 3%.
MOVED: Final = frozenset(("up", "down", "higher", "lower"))
#: The marks that a phrase does not go over.
PAUSES: Final = frozenset(",;:”—–")
#: The types of those that have results of their own.
BODIES: Final = frozenset(("organization", "institution"))
PRONOUNS: Final = frozenset({
    "here", "it", "he", "she", "they", "we", "i", "you", "this", "that", "there", "these", "those", "which", "who", "what",
    "some", "many", "most", "one", "others", "more", "all", "both", "another", "nothing", "something", "everything",
})  # fmt: skip
#: What is left of a phrase that names nobody.
NOBODY: Final = PRONOUNS | COORDINATE | {
    "nobody", "them", "him", "me", "us", "nor", "neither", "either", "forward", "other", "others", "whom", "first", "second",
    "third", "last",
}  # fmt: skip
#: How a verb that is denied ends: shouldn’t, cannot.
NEGATED: Final[tuple[str, ...]] = ("n’t", "n't", "cannot")


def trimmed(phrase: str) -> str:
    """A phrase without the marks at its end; the last dot of the U.S. is none."""
    bare = phrase.rstrip(AROUND)
    return bare + "." if bare[-2:-1] == "." and bare[-1:].isupper() and phrase.startswith(".", len(bare)) else bare


def is_year(word: str) -> bool:
    """The Class of 2020."""
    return len(word) == len("2020") and word[:2] in ("19", "20")


class Verb:
    """What the lexicon tells of a form of a verb: the flags of its row in [verb.en]."""

    __slots__ = ("judge", "level", "no", "object", "of", "sale", "say", "weak")

    def __init__(self, row: dict[str, Any]) -> None:
        self.level = bool(row.get("level"))
        self.say = bool(row.get("say"))
        self.weak = bool(row.get("weak"))
        self.judge = bool(row.get("judge"))
        self.object = bool(row.get("object"))
        self.of = bool(row.get("of"))
        self.sale = bool(row.get("sale"))
        self.no = bool(row.get("no"))


#: A regular past form that no row tells of; and what a verb of level is read as, whatever else it may be.
PLAIN: Final = Verb({})
LEVEL: Final = Verb({"level": True})


class Words:
    """The tables of measures and verbs."""

    __slots__ = (
        "adverbs",
        "agents",
        "amounts",
        "as_verbs",
        "bearers",
        "cues",
        "directions",
        "events",
        "foresees",
        "goods",
        "headlined",
        "inverted",
        "judged",
        "judging",
        "last_words",
        "lasting",
        "levels",
        "local",
        "ly_nouns",
        "measures",
        "moments",
        "money",
        "names",
        "no_nouns",
        "objects",
        "outlooks",
        "own",
        "participles",
        "plain",
        "plurals",
        "putting",
        "reports",
        "stuff",
        "things",
        "told",
        "traits",
        "turns",
        "verb_measures",
        "verbs",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.sections["measure.en"]
        self.events = frozenset(flagged(rows, "event"))
        self.measures = frozenset(rows) - self.events
        self.last_words = frozenset([measure[measure.rfind(" ") + 1 :] for measure in self.measures])
        self.bearers = frozenset(flagged(rows, "bearer"))
        self.judged = frozenset(flagged(rows, "judged"))
        self.goods = frozenset(flagged(rows, "goods"))
        self.own = frozenset(flagged(rows, "own"))
        self.things = frozenset(flagged(rows, "thing"))
        self.local = frozenset(flagged(rows, "local"))
        self.as_verbs = frozenset(flagged(rows, "verb"))
        self.headlined = frozenset(flagged(lexicon.sections["person.en"], "headline"))
        self.amounts = frozenset(lexicon.sections["amount.en"])
        self.lasting: dict[str, dict[str, Any]] = lexicon.sections["lasting.en"]
        self.directions = frozenset(lexicon.sections["direction.en"])
        self.agents = frozenset(lexicon.sections["agent.en"])
        self.adverbs = frozenset(lexicon.sections["adverb.en"])
        self.ly_nouns = frozenset(lexicon.sections["noun_ly.en"])
        self.participles = frozenset(lexicon.sections["participle.en"])
        self.inverted = frozenset(lexicon.sections["inverted.en"])
        self.moments = frozenset(lexicon.sections["moment.en"])
        self.stuff = frozenset(lexicon.sections["stuff.en"])
        self.plain = frozenset(lexicon.sections["plain.en"])
        self.turns = frozenset(lexicon.sections["turn.en"])
        self.putting = frozenset(lexicon.sections["putting.en"])
        self.traits = frozenset(flagged(rows, "trait"))
        self.plurals = frozenset(lexicon.sections["plural.en"])
        self.money = frozenset(flagged(rows, "money"))
        self.verb_measures = {form: word for word, row in rows.items() for form in row.get("verbs", ())}
        self.verbs = {form: Verb(row) for form, row in lexicon.sections["verb.en"].items()}
        self.levels = frozenset([form for form, row in self.verbs.items() if row.level])
        self.objects = frozenset([form for form, row in self.verbs.items() if row.object])
        #: What may stand beside a measure, and is no noun: verbs, turns, adverbs, plain words.
        self.no_nouns = self.plain | self.turns | self.adverbs | frozenset(self.verbs)
        self.names = names_of(lexicon)
        self.reports = frozenset(lexicon.sections["report_noun.en"])
        self.foresees = frozenset(lexicon.sections["foresees.en"])
        self.outlooks = frozenset(lexicon.sections["outlook.en"])
        opinions = [row for row in lexicon.sections["cue.en"].values() if row["class"] == "opinion"]
        self.judging = {  # praised, called, recommended: true where what they judge has an article (called it) or for before it
            form: bool(row.get("to"))
            for row in opinions
            if row.get("reason") or row.get("to") or (row.get("gerund") and not row.get("object"))
            for form in row["forms"]
        }
        cues = [row for row in lexicon.sections["cue.en"].values() if not row.get("seldom")]
        self.cues = frozenset(form for row in cues for form in row["forms"])
        self.told = self.cues.difference(*(row.get("noun", ()) for row in cues))  # and no nouns

    def suffix(self, words: list[str]) -> int:
        """How many of the last words are a measure noun (net profit: 2); 0 for none."""
        if not words:
            return 0
        if words[-1].lower() in self.last_words:
            for count in (3, 2, 1):
                if len(words) >= count and " ".join(words[-count:]).lower() in self.measures:
                    return count
        if len(words) > 1 and words[-1] in self.outlooks and words[-2].lower() in self.measures:
            return 2  # its profit guidance
        return 0

    def does(self, base: str, forms: frozenset[str]) -> bool:
        """Whether the verb with this base form is one of ``levels`` (to increase) or of ``objects`` (to fine)."""
        return any(base + ending in forms for ending in _FORMS) or base + base[-1:] + "ed" in forms  # to slip, slipped

    def owns(self, measure: str) -> bool:
        """Whether a company has the measure for its own: annual profit, net sales; not inflation."""
        parts = measure.lower().split(" ")
        return any(" ".join(parts[at:]) in self.own for at in range(max(0, len(parts) - 3), len(parts)))

    def fits(self, measure: str, kind: str) -> bool:
        """Whether a quantity of this kind can be the amount of that measure: money only of a measure of money."""
        if kind != "money":
            return True
        lower = measure.lower()
        return lower in self.money or (" " in lower and lower.rsplit(" ", 1)[1] in self.outlooks)
