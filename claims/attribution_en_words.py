"""The words of English attribution as its finder reads them: tables of the lexicon, and the sentence that is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_keys import SPECIAL, Key, keys_of
from claims.attribution_en_names import Names, names_of
from claims.attribution_en_np import DAY, MONTH
from claims.attribution_en_pieces import NAMING, NOUNS, OBLIGING, REPORTS, UNNAMED, Piece, Pieces
from claims.looks import letter, precedes_any
from claims.numerals import EN_WORDS
from claims.patterns import tree

if TYPE_CHECKING:
    from mypy_extensions import i64  # an int that never leaves a register of compiled code

    from claims.lexicon import Lexicon
    from claims.records import Span

__all__ = [
    "BE", "EDGES", "FINITE", "PRONOUNS", "THAT", "Found", "Sentence", "Words", "word_at", "words_of",
]  # fmt: skip

#: The marks at the edges of a word.
EDGES: Final = "“”\"‘’'(),.;:!?—"
THAT: Final = re.compile(r"\s*,?\s*that,?\s+")
PRONOUNS: Final = frozenset({"it", "he", "she", "they", "we", "i", "there"})
FINITE: Final = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
    "should", "does", "did", "do", "expects", "plans", "lost", "won", "made", "sold", "bought", "cut", "paid",
    "spent", "took", "saw", "gave", "rose", "fell", "grew", "owns", "holds", "needs", "wants", "hopes", "intends",
    "aims", "got", "kept", "built", "cannot",
}) | frozenset(
    word + tail
    for word in (
        "can", "won", "don", "doesn", "didn", "isn", "wasn", "aren", "weren", "hasn", "haven", "hadn", "couldn", "wouldn",
        "shouldn",
    )
    for tail in ("'t", "’t")
)  # fmt: skip
_COMMON: Final = frozenset({"is", "are", "was", "were", "has", "have", "had", "to", "i", "we"})
_TAILS: Final[tuple[str, ...]] = ("", ",", ".", ":", ";", "!", "?", ",”", '."', ".”", ',"', "”", '"')
BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_LONGEST: Final = 60  # characters of a word
_NAMES_TOO: Final = frozenset({"may", "will"})  # May and Will are names


class Words:
    """The tables of the lexicon in the shape that the finder reads."""

    __slots__ = (
        "acts", "anonymity", "classes", "commands", "cue_nouns", "cues", "deeds", "done", "elapsing", "finite",
        "happening", "hearers", "hearsay", "judging", "keys", "measures", "names", "nouns", "outdoing", "pieces", "remarks",
        "report_nouns", "results", "sections", "seldom", "setting", "stance_phrases", "stance_words", "stances",
        "verdicts", "weak", "yardsticks",
    )  # fmt: skip

    def __init__(
        self, cues: dict[str, tuple[str, dict[str, Any]]], seldom: dict[str, tuple[str, dict[str, Any]]],
        nouns: frozenset[str], keys: dict[str, Key], pieces: Pieces, hearsay: frozenset[str],
        cue_nouns: dict[str, dict[str, Any]], finite: frozenset[str], weak: frozenset[str], report_nouns: frozenset[str],
        results: frozenset[str], measures: frozenset[str], happening: frozenset[str], deeds: frozenset[str], done: frozenset[str],
        hearers: frozenset[str], acts: dict[str, dict[str, Any]], verdicts: frozenset[str],
        judging: frozenset[str], commands: frozenset[str], elapsing: frozenset[str],
        stances: dict[str, tuple[tuple[tuple[str, ...], str], ...]], stance_words: frozenset[str],
        stance_phrases: tuple[str, ...], setting: re.Pattern[str], yardsticks: frozenset[str],
        remarks: tuple[str, ...], outdoing: tuple[str, ...], anonymity: tuple[str, ...], names: Names,
        sections: dict[str, dict[str, Any]]
    ) -> None:  # fmt: skip
        self.cues = cues
        self.seldom = seldom  # verbs that say something only where their shape tells so: went on
        self.nouns = nouns
        self.keys = keys  # the words at which a report may be found
        self.pieces = pieces
        self.hearsay = hearsay
        self.cue_nouns = cue_nouns
        self.finite = finite
        self.weak = weak  # verbs that are nouns as often: cut, left, hit
        self.report_nouns = report_nouns
        self.results = results
        self.measures = measures
        self.happening = happening
        self.deeds = deeds
        self.done = done  # participles of deeds: will be halved
        self.hearers = hearers
        self.acts = acts  # what a speaker does besides: declined to comment
        self.verdicts = verdicts  # victory, cowardly: a judgement after a form of be
        self.judging = judging  # analysts: whose quoted words are a view
        self.commands = commands  # do not wait, stay indoors
        self.elapsing = elapsing  # it would take six years
        self.stances = stances
        self.stance_words = stance_words  # one of these stands in every content whose words give it a class,
        self.stance_phrases = stance_phrases  # or one of these
        self.setting = setting
        self.yardsticks = yardsticks
        self.remarks = remarks  # “, a move ”: the author's own word on what was said
        self.outdoing = outdoing  # “, beating ”: a figure is held against another
        self.anonymity = anonymity
        self.names = names
        self.classes: dict[str, str | None] = {}  # of the clauses of numbers seen of late: a sentence often has several
        self.sections = sections  # of the lexicon, for what is asked of single words


def words_of(lexicon: Lexicon) -> Words:
    """The tables of :class:`Words`, built once per lexicon."""
    cached: Words | None = lexicon.cache.get("attribution.en")
    if cached is not None:
        return cached
    sections = lexicon.sections
    cues: dict[str, tuple[str, dict[str, Any]]] = {}
    seldom: dict[str, tuple[str, dict[str, Any]]] = {}
    nouns: set[str] = set()
    for lemma, row in sections["cue.en"].items():
        for form in row["forms"]:
            (seldom if row.get("seldom") else cues)[form] = (lemma, row)
        nouns.update(row.get("noun", []))
    hearsay = {word for adverb in sections["hearsay.en"] for word in (adverb, adverb.capitalize())}
    keys = keys_of(cues, seldom, hearsay, nouns, lexicon)
    marked = {form for form, (_, row) in cues.items() if row.get("as") or row.get("quote")}
    strong = {*cues, *hearsay, *SPECIAL} - marked
    stances = {phrase.lower(): row["class"] for phrase, row in sections["stance.en"].items()}
    heads: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for phrase in sorted(stances, key=lambda phrase: (-len(phrase), phrase)):
        first, *rest = phrase.split()
        for head in (first,) if first in _NAMES_TOO else (first, first.capitalize()):
            heads[head] = (*heads.get(head, ()), (tuple(rest), stances[phrase]))
    for opening in ("that", "which", "who", "whose"):  # what they open may give no class
        heads.setdefault(opening, ())
    names = names_of(lexicon)
    stance_words, stance_phrases = _gate(stances)
    words = Words(
        cues,
        seldom,
        frozenset(nouns),
        keys,
        _pieces(sections, keys, strong, {**cues, **seldom}, stance_words, stance_phrases),
        frozenset(hearsay),
        sections["cue_noun.en"],
        frozenset(
            [
                *FINITE,
                *sections["clause_verb.en"],
                *(verb for verb, row in sections["verb.en"].items() if not row.get("weak") and not row.get("say")),
            ]
        )
        - {"be", "been", "risen", "fallen", "grown"},
        frozenset(verb for verb, row in sections["verb.en"].items() if row.get("weak") and verb[-1] != "s"),
        frozenset(sections["report_noun.en"]),
        frozenset(sections["result.en"]),
        frozenset(word.lower() for word in (*sections["measure.en"], *sections["turn.en"], *sections["result.en"])),
        frozenset(
            verb for verb, row in sections["happening.en"].items() if not row.get("deed") and not row.get("done")
        ),
        frozenset(verb for verb, row in sections["happening.en"].items() if row.get("deed")),
        frozenset(verb for verb, row in sections["happening.en"].items() if row.get("done")),
        frozenset([*sections["hearer.en"], *sections["setting.en"]]),
        sections["act.en"],
        frozenset(sections["verdict.en"]),
        frozenset(sections["judging.en"]),
        frozenset(sections["command.en"]),
        frozenset(sections["elapsing.en"]),
        heads,
        stance_words,
        stance_phrases,
        _setting(sorted(sections["setting.en"]), sorted(sections["platform.en"])),
        frozenset(sections["yardstick.en"]),
        tuple(f", {phrase} " for phrase in sections["remark.en"]),
        tuple(f", {word} " for word in sections["outdoing.en"]),
        tuple(sections["anonymity.en"]),
        names,
        sections,
    )
    lexicon.cache["attribution.en"] = words
    return words


def _pieces(
    sections: dict[str, dict[str, Any]],
    keys: dict[str, Key],
    strong: set[str],
    cues: dict[str, tuple[str, dict[str, Any]]],
    stance_words: frozenset[str],
    stance_phrases: tuple[str, ...],
) -> Pieces:
    """What the pieces of a sentence are read with; ``strong`` are the keys that report with no "that" or quotation."""
    naming = frozenset(
        form
        for form, (_, row) in cues.items()
        if (row.get("as") and (row.get("to") or row.get("whole") or row.get("reason")))
        or (row.get("seldom") and (row.get("object") or row.get("blame") or row.get("thing") or row.get("naming")))
    )
    longest = {max(phrase.split(), key=len) for phrase in sections["anonymity.en"]}
    signs = {
        REPORTS: frozenset(form + tail for form in strong for tail in _TAILS),
        NOUNS: frozenset(form + tail for form in keys.keys() - strong for tail in _TAILS),
        NAMING: naming,
        UNNAMED: frozenset(word + tail for word in longest for tail in ("", ",", ".", ";")),
        OBLIGING: frozenset(phrase.split()[0] for phrase in stance_phrases),
    }
    foreseeing = {
        form
        for form, (_, row) in cues.items()
        if row["class"] in ("forecast", "estimated") or row.get("holding") or row.get("passive") == "forecast"
    }
    unsure = {*stance_words, *sections["verdict.en"], *sections["outlook.en"], *foreseeing, "too", "saw"}
    return Pieces(frozenset(keys), signs, frozenset(unsure))


def _gate(stances: dict[str, str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The rarest word of every stance, and the stances that have only common words (has to)."""
    rare = {"If", "seen"}
    common: list[str] = []
    for phrase in stances:
        parts = phrase.split()
        word = max((part for part in parts if part not in _COMMON), key=len, default="")
        if not word:
            common.append(f" {phrase} ")
            continue
        rare.add(word)
        if word == parts[0] and word not in _NAMES_TOO:
            rare.add(word.capitalize())
    return frozenset(rare), tuple(common)


def _setting(nouns: list[str], platforms: list[str]) -> re.Pattern[str]:
    """When, where and how something was said: what may stand between the verb and its content."""
    when = (
        rf"(?:(?:early|late|earlier|later) )?(?:on )?(?:{DAY}|today|yesterday)"
        r"(?: (?:morning|afternoon|evening|night|local time))?"
    )
    months = rf"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|{MONTH}"
    date = rf"(?:(?:on |in )(?:{months})(?: \d{{1,2}})?|(?:{months}) \d{{1,2}})(?:, \d{{4}}| \d{{4}})?"
    season = "week|month|year|quarter|spring|summer|autumn|fall|winter"
    ago = rf"back in (?:{MONTH}|\d{{4}})"
    ago += r"|over the weekend"
    ago += rf"|(?:earlier |late )?(?:this|last) (?:{season}|morning|afternoon|evening|night)|in \d{{4}}|at the time"
    ago += rf"|(?:(?:an?|{tree(EN_WORDS)}|\d{{1,2}}|several|just a few|a few) )?"
    ago += r"(?:moment|minute|hour|day|week|month|year)s? (?:later|earlier|ago|before)"
    word = r"[\w.&’'-]+"
    inside = (
        rf"(?:in|at|during|via|through|with|after|on) (?:an?|its|his|her|their|the|this|separate)"
        rf"(?: {word}){{0,4}}? (?:{'|'.join(nouns)})s?(?: (?:{'|'.join(nouns)})s?)?"
        rf"(?: call| conference| with (?:the )?[A-Z]{word}(?: (?:and |of )?[A-Z]{word}){{1,4}}"
        rf"| with (?:the )?{word}(?: {word})?(?= that\b|,)| with (?:the )?{word}"
        rf"| to (?:the )?[A-Z]{word}(?: [A-Z]{word}){{1,3}}| to (?:the )?{word}"
        rf"| in [A-Z]\w+| on (?:its|his|her|their) {word}| on {word})?"
    )
    online = rf"on (?:{'|'.join(platforms)})"
    plain = (
        r"in (?:prepared remarks|parliament|court|testimony|cross-examination|evidence|mitigation)"
        r"|by (?:email|e-mail|phone|telephone)|to reporters"
        r"|again|time and again|separately|late|later|earlier|recently|also|overnight|tonight"
        r"|shortly (?:after|before|afterwards?)|soon after"
        r"|however|publicly|privately|repeatedly|previously|bluntly|flatly|simply|categorically|emphatically"
    )
    return re.compile(rf"(?:,? (?:{when}|{date}|{ago}|{inside}|{online}|{plain})(?![\w-])){{1,4}}")


class Found:
    """A report while the sentence is being read; offsets are those of the sentence.

    ``head`` is where its own clause begins: subject or cue, whichever is first; ``fixed``: the class is settled and not read
    from the content; ``relative``: it stands in a clause with who or which, and the sentence goes on without it.
    """

    __slots__ = (
        "base", "content", "cue", "direct", "fixed", "head", "parent", "relative", "rule", "source", "target", "type",
    )  # fmt: skip

    def __init__(
        self, source: Span | None, type: str, cue: list[Span], content: list[Span], base: str, rule: str, head: int,
        direct: bool = False, parent: int | None = None, target: int | None = None, fixed: bool = False,
        relative: bool = False,
    ) -> None:  # fmt: skip
        self.source, self.type = source, type
        self.cue, self.content = cue, content
        self.base, self.rule = base, rule
        self.head = head
        self.direct = direct
        self.parent, self.target = parent, target
        self.fixed = fixed
        self.relative = relative


class Sentence:
    """The masked sentence and what has been found in it so far; ``pieces`` are what stands between its spaces."""

    __slots__ = (
        "body", "ends", "found", "left", "own", "places", "quotes", "setting_from", "setting_to", "stop", "sure", "text",
        "tokens", "words",
    )  # fmt: skip

    def __init__(self, body: str, pieces: list[Piece], text: str, quotes: list[Span], words: Words) -> None:
        self.body = body
        self.text = text
        self.quotes = quotes
        self.words = words
        self.tokens: list[tuple[int, int, str]] = []
        self.places: list[int] = []  # the words at which a report may be found
        self._cut(pieces)
        self.found: list[Found] = []
        self.own: list[Found] = []  # what speakers say that they hope or think: it gives what they say its class
        self.left = 0
        self.sure = False  # none of its words gives what is said a class
        self.setting_from = self.setting_to = -1  # where a setting was last looked for, and its end: it is asked again
        self.stop = _stop(body)
        self.ends: list[str] = []  # where a clause ends before the sentence does
        if ";" in body and "; " in body:
            self.ends.append("; ")
        if "“" in body and ". “" in body:
            self.ends.append(". “")
        if '"' in body and '. "' in body:
            self.ends.append('. "')

    def _cut(self, pieces: list[Piece]) -> None:
        """The words of the sentence."""
        tokens, places = self.tokens, self.places
        at: i64 = 0
        for piece in pieces:
            for word in piece.words:
                if word.key:
                    places.append(len(tokens))
                tokens.append((at + word.begin, at + word.stop, word.text))
            at += piece.size + 1


def word_at(text: str, at: int) -> str:
    """The word at a place, up to the next space; one that does not end soon is cut off."""
    space = text.find(" ", at, at + _LONGEST)
    return text[at : space if space >= 0 else at + _LONGEST]


def _stop(body: str) -> int:
    """Where the words of the sentence end: before the full stop."""
    stop = len(body)
    while stop and ord(body[stop - 1]) in (ord(" "), ord("\n"), ord("."), ord("!"), ord("?")):
        stop -= 1
    if precedes_any(body, stop, _TURNED):
        return body.rindex(",", 0, stop)  # Unions denied they were involved, however.
    if letter(body, stop) == ord(".") and (letter(body, stop - 2) == ord(".") or precedes_any(body, stop, _SHORTENED)):
        if _ABBREVIATED.search(body, max(0, stop - 6), stop):
            stop += 1
    return stop


_TURNED: Final[tuple[str, ...]] = (", however", ", though")
_ABBREVIATED: Final = re.compile(r"\b(?:[A-Z]\.[A-Z]|Inc|Corp|Ltd|Co|Jr|a\.m|p\.m)\Z")
#: What _ABBREVIATED finds with no full stop inside.
_SHORTENED: Final[tuple[str, ...]] = ("Inc", "Corp", "Ltd", "Co", "Jr")
