"""The words of English attribution as its finder reads them, and the class that the words of a clause give it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.attribution_en_np import DAY, MONTH, Names, names_of

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Span

__all__ = [
    "BE", "COORD", "FINITE", "PRONOUNS", "THAT", "WORD", "Found", "Sentence", "Words", "aside", "boundary", "class_of",
    "clause_class", "clause_end", "masked", "quotes_of", "stop_of", "strip", "words_of",
]  # fmt: skip

WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:[-’'][A-Za-zÀ-ɏ]+)*")
THAT = re.compile(r"\s*,?\s*that,?\s+")
_IF = re.compile(r"(?<!as )(?<!even )(?<!know )\b(?:if|If|unless|Unless)\b")
PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "there"})
FINITE = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
    "should", "does", "did", "do", "expects", "plans", "lost", "won", "made", "sold", "bought", "cut", "paid",
    "spent", "took", "saw", "gave", "rose", "fell", "grew", "owns", "holds", "needs", "wants", "hopes", "intends",
    "aims", "got", "kept", "built"
})  # fmt: skip
_SHALL = frozenset({"will", "would", "we'll", "we’ll"})
_BETWEEN = frozenset({"not", "also", "now", "then", "only", "still", "soon", "eventually", "likely"})
_EDGES = "“”\"‘’'(),.;:!?—"
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
COORD = re.compile(r"(?:,\s+|\s)(?:and|but|or|yet)(?:\s+(?:also|then|later|further))*\s*$")


@dataclass(slots=True)
class Words:
    """The tables of the lexicon in the shape that the finder reads."""

    cues: dict[str, tuple[str, dict[str, Any]]]
    nouns: frozenset[str]
    triggers: frozenset[str]
    report_nouns: frozenset[str]
    results: frozenset[str]
    happening: frozenset[str]
    deeds: frozenset[str]
    hearers: frozenset[str]
    stances: dict[str, list[tuple[list[str], str]]]
    setting: re.Pattern[str]
    names: Names


def words_of(lexicon: Lexicon) -> Words:
    cached: Words | None = lexicon.cache.get("attribution.en")
    if cached is not None:
        return cached
    sections = lexicon.sections
    cues: dict[str, tuple[str, dict[str, Any]]] = {}
    nouns: set[str] = set()
    for lemma, row in sections["cue.en"].items():
        for form in row["forms"]:
            cues[form] = (lemma, row)
        nouns.update(row.get("noun", []))
    special = ["according", "According", "citing", "Citing", "quoted", "quotes", "reportedly", "Reportedly", "reported"]
    triggers = {form + tail for form in [*cues, *special] for tail in ("", ",", ".", ":", ";", ",”", '."')}
    stances = {phrase.lower(): row["class"] for phrase, row in sections["stance.en"].items()}
    heads: dict[str, list[tuple[list[str], str]]] = {}
    for phrase in sorted(stances, key=lambda phrase: (-len(phrase), phrase)):
        first, *rest = phrase.split()
        heads.setdefault(first, []).append((rest, stances[phrase]))
    words = Words(
        cues,
        frozenset(nouns),
        frozenset(triggers),
        frozenset(sections["report_noun.en"]),
        frozenset(sections["result.en"]),
        frozenset(verb for verb, row in sections["happening.en"].items() if not row.get("deed")),
        frozenset(verb for verb, row in sections["happening.en"].items() if row.get("deed")),
        frozenset(sections["hearer.en"]),
        heads,
        _setting(sorted(sections["setting.en"])),
        names_of(lexicon),
    )
    lexicon.cache["attribution.en"] = words
    return words


def _setting(nouns: list[str]) -> re.Pattern[str]:
    """When, where and how something was said: what may stand between the verb and its content."""
    when = (
        rf"(?:(?:early|late|earlier|later) )?(?:on )?(?:{DAY}|today|yesterday)"
        r"(?: (?:morning|afternoon|evening|night|local time))?"
    )
    months = rf"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|{MONTH}"
    date = rf"(?:on |in )?(?:{months})(?: \d{{1,2}})?(?:, \d{{4}}| \d{{4}})?"
    season = "week|month|year|quarter|spring|summer|autumn|fall|winter"
    ago = rf"(?:earlier )?(?:this|last) (?:{season})|in \d{{4}}|at the time"
    word = r"[\w.&’'-]+"
    inside = (
        rf"(?:in|at|during|via|through|with|after) (?:an?|its|his|her|their|the|this|separate)"
        rf"(?: {word}){{0,4}}? (?:{'|'.join(nouns)})s?"
        rf"(?: call| conference| with (?:the )?{word}| to {word}| in [A-Z]\w+| on {word})?"
    )
    plain = (
        r"in (?:prepared remarks|parliament|court|testimony)|by (?:email|e-mail|phone|telephone)|to reporters"
        r"|again|separately|late|earlier|recently|also"
    )
    return re.compile(rf"(?:,? (?:{when}|{date}|{ago}|{inside}|{plain})(?![\w-])){{1,4}}")


def clause_class(content: str, lexicon: Lexicon, *, own: bool = False) -> str | None:
    """The class that a clause's own words give it: conditional, planned, estimated … opinion; or None.

    ``own`` says that the clause's subject is the speaker, so ``will`` before a deed is a plan.
    """
    return class_of(content, words_of(lexicon), own)


def class_of(content: str, words: Words, own: bool) -> str | None:
    """:func:`clause_class` over prepared tables."""
    heads = words.stances
    tokens = content.split()
    found: set[str] = set()
    for index, token in enumerate(tokens):
        word = token.strip(_EDGES)
        phrases = heads.get(word) or (heads.get(word.lower()) if index == 0 else None)
        if phrases is None:
            continue
        for rest, cls in phrases:
            if rest and [item.strip(_EDGES) for item in tokens[index + 1 : index + 1 + len(rest)]] != rest:
                continue
            if cls == "forecast" and not rest and word.lower() in _SHALL:
                deed = next((item.strip(_EDGES) for item in tokens[index + 1 : index + 4] if item not in _BETWEEN), "")
                if deed in words.deeds or (own and deed and deed not in words.happening):
                    cls = "planned"
            found.add(cls)
            break
    if found and _IF.search(content):
        return "conditional"
    for cls in ("planned", "estimated", "forecast", "possible", "opinion"):
        if cls in found:
            return cls
    return None


@dataclass(slots=True)
class Found:
    """A report while the sentence is being read; offsets are those of the sentence."""

    source: Span | None
    type: str
    cue: list[Span]
    content: list[Span]
    base: str
    rule: str
    head: int  # where its own clause begins: subject or cue, whichever is first
    direct: bool = False
    parent: int | None = None
    target: int | None = None
    fixed: bool = False  # the class is settled and not read from the content


class Sentence:
    """The masked sentence and what has been found in it so far."""

    __slots__ = ("body", "found", "left", "quotes", "text", "tokens", "words")

    def __init__(self, body: str, text: str, quotes: list[Span], words: Words) -> None:
        self.body = body
        self.text = text
        self.quotes = quotes
        self.words = words
        self.tokens = [(match.start(), match.end(), match.group()) for match in WORD.finditer(body)]
        self.found: list[Found] = []
        self.left = 0


def stop_of(state: Sentence) -> int:
    """Where the words of the sentence end: before the full stop."""
    body = state.body
    stop = len(body)
    while stop and body[stop - 1] in " \n.!?":
        stop -= 1
    if (
        stop < len(body)
        and body[stop] == "."
        and re.search(r"\b(?:[A-Z]\.[A-Z]|Inc|Corp|Ltd|Co|Jr|a\.m|p\.m)$", body[max(0, stop - 6) : stop])
    ):
        stop += 1
    return stop


def aside(body: str, begin: int, stop: int) -> int:
    """Where a reported clause ends when the author goes on: ``, but``/``, while`` with a subject of its own."""
    for mark in (", but ", ", while ", ", whereas "):
        at = body.find(mark, begin, stop)
        if at > begin:
            following = WORD.match(body, at + len(mark))
            if following is not None and following.group().lower() not in PRONOUNS | {"that", "not", "would", "will"}:
                stop = at
    return stop


def clause_end(state: Sentence, begin: int) -> int:
    stop = stop_of(state)
    for mark in ("; ", ". “", '. "'):
        at = state.body.find(mark, begin, stop)
        stop = at if at >= 0 else stop
    return stop


def strip(body: str, begin: int, stop: int) -> Span:
    while begin < stop and body[begin] in " ,;:\n":
        begin += 1
    while stop > begin and body[stop - 1] in " ,;:\n":
        stop -= 1
    return begin, stop


def boundary(body: str, left: int, begin: int) -> int:
    """Where the clause that holds ``begin`` starts: after the last semicolon, dash or ``, but`` before it."""
    at = left
    for mark in ("; ", " – ", " — ", " - ", ", but ", ", and ", ", while ", ": "):
        found = body.rfind(mark, left, begin)
        if found >= 0:
            at = max(at, found + len(mark))
    return at


def quotes_of(quotes: list[Span], start: int, end: int) -> list[Span]:
    """The quotations that touch the sentence, in the sentence's own offsets (one begun earlier starts below 0)."""
    at = bisect_left(quotes, (start, -1))
    while at > 0 and quotes[at - 1][1] > start:
        at -= 1
    out: list[Span] = []
    for begin, stop in quotes[at:]:
        if begin >= end:
            break
        if stop > start:
            out.append((begin - start, stop - start))
    return out


def masked(sentence: str, start: int, quotes: list[Span]) -> str:
    """The sentence with the inside of quotations and parentheses blanked out (same length)."""
    body = sentence
    size = len(body)
    for begin, stop in quotes:
        low, high = max(begin, -1) + 1, min(stop, size + 1) - 1
        if high > low:
            body = body[:low] + "\x00" * (high - low) + body[high:]
    at = body.find("(")
    while at >= 0:
        close = body.find(")", at)
        if close < 0:
            break
        body = body[: at + 1] + "\x00" * (close - at - 1) + body[close:]
        at = body.find("(", close)
    return body.replace("\n", " ").replace("\u00a0", " ")
