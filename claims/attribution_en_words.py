"""The words of English attribution as its finder reads them, and the class that the words of a clause give it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_names import Names, names_of
from claims.attribution_en_np import DAY, MONTH

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Span

__all__ = [
    "BE", "FINITE", "PRONOUNS", "THAT", "WORD", "Found", "Sentence", "Words", "class_by_words", "class_of", "clause_class",
    "conditional", "judged", "opening_class", "unsure", "words_of",
]  # fmt: skip

WORD: Final = re.compile(r"[A-Za-zÀ-ɏ]+(?:[-’'][A-Za-zÀ-ɏ]+)*")
_SPLIT: Final = re.compile(rf"({WORD.pattern})")
THAT: Final = re.compile(r"\s*,?\s*that,?\s+")
_IF: Final = re.compile(r"(?<!as )(?<!even )(?<!know )\b(?:if|If|unless|Unless)\b")
PRONOUNS: Final = frozenset({"it", "he", "she", "they", "we", "i", "there"})
FINITE: Final = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
    "should", "does", "did", "do", "expects", "plans", "lost", "won", "made", "sold", "bought", "cut", "paid",
    "spent", "took", "saw", "gave", "rose", "fell", "grew", "owns", "holds", "needs", "wants", "hopes", "intends",
    "aims", "got", "kept", "built", "cannot",
}) | frozenset(
    word + tail
    for word in ("can", "won", "don", "doesn", "didn", "isn", "wasn", "aren", "weren", "hasn", "hadn", "couldn", "wouldn")
    for tail in ("'t", "’t")
)  # fmt: skip
_DENYING: Final = frozenset({"not", "don’t", "don't", "doesn’t", "doesn't", "didn’t", "didn't", "no"})
_SHALL: Final = frozenset({"will", "would", "we'll", "we’ll", "set"})
_HELPING: Final = frozenset({"now", "still", "also", "has", "is", "are", "was", "were"})
_HAD: Final = frozenset({"has", "have", "had"})
_RELATIVE: Final = frozenset({"which", "who", "whose"})
_COMMON: Final = frozenset({"is", "are", "was", "were", "has", "have", "had", "to", "i", "we"})
_COMPARING: Final = frozenset({"more", "less", "as", "equally", "times"})
_UNABLE: Final = frozenset({"not", "no", "never", "barely", "hardly"})
_COPULAS: Final = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "am", "feels", "felt", "seems", "seemed", "looks", "looked",
    "remains", "remained", "remain",
})  # fmt: skip
_BETWEEN: Final = frozenset({"not", "also", "now", "then", "only", "still", "soon", "eventually", "likely", "to"})
_EDGES: Final = "“”\"‘’'(),.;:!?—"
_TAILS: Final = ("", ",", ".", ":", ";", "!", "?", ",”", '."', ".”", ',"', "”", '"')
_LEADS: Final = ("", "“", '"', "(", "‘")
BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_ONESELF: Final = frozenset({"we", "i", "we’re", "we're", "i’m", "i'm"})
_NAMES_TOO: Final = frozenset({"may", "will"})  # May and Will are names
_SELDOM: Final = ("planned", "estimated", "forecast", "possible", "opinion")


@dataclass(slots=True)
class Words:
    """The tables of the lexicon in the shape that the finder reads."""

    cues: dict[str, tuple[str, dict[str, Any]]]
    nouns: frozenset[str]
    triggers: frozenset[str]  # one of these stands in every sentence that reports,
    noun_triggers: frozenset[str]  # or one of these, with "that" or a quotation
    keys: frozenset[str]  # the words at which a report may be found
    hearsay: frozenset[str]
    cue_nouns: dict[str, dict[str, Any]]
    finite: frozenset[str]
    weak: frozenset[str]  # verbs that are nouns as often: cut, left, hit
    report_nouns: frozenset[str]
    results: frozenset[str]
    measures: frozenset[str]
    happening: frozenset[str]
    deeds: frozenset[str]
    done: frozenset[str]  # participles of deeds: will be halved
    hearers: frozenset[str]
    acts: dict[str, dict[str, Any]]  # what a speaker does besides: declined to comment
    verdicts: frozenset[str]  # victory, cowardly: a judgement after a form of be
    judging: frozenset[str]  # analysts: whose quoted words are a view
    commands: frozenset[str]  # do not wait, stay indoors
    elapsing: frozenset[str]  # it would take six years
    stances: dict[str, list[tuple[list[str], str]]]
    stance_words: frozenset[str]  # one of these stands in every content whose words give it a class,
    stance_phrases: tuple[str, ...]  # or one of these
    setting: re.Pattern[str]
    yardsticks: frozenset[str]
    anonymity: tuple[str, ...]
    unnamed: frozenset[str]  # the longest word of each of these
    names: Names
    sections: dict[str, dict[str, Any]]  # of the lexicon, for what is asked of single words


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
    hearsay = {word for adverb in sections["hearsay.en"] for word in (adverb, adverb.capitalize())}
    openers = {noun.capitalize() for noun in sections["report_noun.en"]}
    keys = {*openers, *cues, *hearsay, *_SPECIAL, *sections["report_noun.en"], *sections["cue_noun.en"]}
    marked = {form for form, (_, row) in cues.items() if row.get("as") or row.get("quote")}
    strong = {*cues, *hearsay, *_SPECIAL} - marked
    triggers = {form + tail for form in strong for tail in _TAILS}
    stances = {phrase.lower(): row["class"] for phrase, row in sections["stance.en"].items()}
    heads: dict[str, list[tuple[list[str], str]]] = {}
    for phrase in sorted(stances, key=lambda phrase: (-len(phrase), phrase)):
        first, *rest = phrase.split()
        row_of_head = (rest, stances[phrase])
        for lead in _LEADS:
            for tail in _TAILS if not rest else ("",):
                for head in (first,) if first in _NAMES_TOO else (first, first.capitalize()):
                    heads.setdefault(lead + head + tail, []).append(row_of_head)
    names = names_of(lexicon)
    words = Words(
        cues,
        frozenset(nouns),
        frozenset(triggers),
        frozenset(form + tail for form in keys - strong for tail in _TAILS),
        frozenset(keys),
        frozenset(hearsay),
        sections["cue_noun.en"],
        frozenset(
            [
                *FINITE,
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
        frozenset(lead + word + tail for word in sections["verdict.en"] for lead in _LEADS for tail in _TAILS),
        frozenset(sections["judging.en"]),
        frozenset(sections["command.en"]),
        frozenset(sections["elapsing.en"]),
        heads,
        *_gate(stances),
        _setting(sorted(sections["setting.en"]), sorted(sections["platform.en"])),
        frozenset(sections["yardstick.en"]),
        tuple(sections["anonymity.en"]),
        frozenset(
            max(phrase.split(), key=len) + tail for phrase in sections["anonymity.en"] for tail in ("", ",", ".", ";")
        ),
        names,
        sections,
    )
    lexicon.cache["attribution.en"] = words
    return words


def _gate(stances: dict[str, str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The rarest word of every stance as it may be printed, and the stances that have only common words (has to)."""
    rare = {lead + "If" for lead in _LEADS} | {"seen"}
    common: list[str] = []
    for phrase in stances:
        parts = phrase.split()
        word = max((part for part in parts if part not in _COMMON), key=len, default="")
        if not word:
            common.append(f" {phrase} ")
            continue
        for lead in _LEADS if word == parts[0] else ("",):
            for tail in _TAILS if word == parts[-1] else ("",):
                rare.add(lead + word + tail)
                if word == parts[0] and word not in _NAMES_TOO:
                    rare.add(lead + word.capitalize() + tail)
    return frozenset(rare), tuple(common)


def unsure(content: str, tokens: list[str], words: Words) -> bool:
    """Whether a word of the content may give it a class: a cheap look, first."""
    if not words.stance_words.isdisjoint(tokens):
        return True
    return " to " in content and any(phrase in content for phrase in words.stance_phrases)


#: What a cue of its own shape begins with.
_SPECIAL: Final = frozenset(
    {"according", "According", "Per", "words", "view", "consensus", "citing", "Citing", "quoted", "quotes", "cited"}
)


def _setting(nouns: list[str], platforms: list[str]) -> re.Pattern[str]:
    """When, where and how something was said: what may stand between the verb and its content."""
    when = (
        rf"(?:(?:early|late|earlier|later) )?(?:on )?(?:{DAY}|today|yesterday)"
        r"(?: (?:morning|afternoon|evening|night|local time))?"
    )
    months = rf"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|{MONTH}"
    date = rf"(?:(?:on |in )(?:{months})(?: \d{{1,2}})?|(?:{months}) \d{{1,2}})(?:, \d{{4}}| \d{{4}})?"
    season = "week|month|year|quarter|spring|summer|autumn|fall|winter"
    ago = rf"(?:earlier |late )?(?:this|last) (?:{season}|morning|afternoon|evening|night)|in \d{{4}}|at the time"
    word = r"[\w.&’'-]+"
    inside = (
        rf"(?:in|at|during|via|through|with|after|on) (?:an?|its|his|her|their|the|this|separate)"
        rf"(?: {word}){{0,4}}? (?:{'|'.join(nouns)})s?"
        rf"(?: call| conference| with (?:the )?{word}(?: {word})?(?= that\b|,)| with (?:the )?{word}| to {word}"
        rf"| in [A-Z]\w+| on (?:its|his|her|their) {word}| on {word})?"
    )
    online = rf"on (?:{'|'.join(platforms)})"
    plain = (
        r"in (?:prepared remarks|parliament|court|testimony)|by (?:email|e-mail|phone|telephone)|to reporters"
        r"|again|separately|late|earlier|recently|also"
    )
    return re.compile(rf"(?:,? (?:{when}|{date}|{ago}|{inside}|{online}|{plain})(?![\w-])){{1,4}}")


def clause_class(content: str, lexicon: Lexicon, *, own: bool = False) -> str | None:
    """The class that a clause's own words give it: conditional, planned, estimated … opinion; or None.

    ``own`` says that the clause's subject is the speaker, so ``will`` before a deed is a plan.
    """
    return class_of(content, words_of(lexicon), own, whole=False)


def class_of(content: str, words: Words, own: bool, foreign: bool = False, *, whole: bool = True) -> str | None:
    """:func:`clause_class` over prepared tables; ``foreign``: who speaks does none of it (analysts say the bank will cut)."""
    tokens = content.split()
    if not unsure(content, tokens, words):
        return opening_class(tokens, words) or ("opinion" if judged(tokens, words) else None)
    return class_by_words(content, tokens, words, own, foreign, whole)


def class_by_words(
    content: str, tokens: list[str], words: Words, own: bool, foreign: bool = False, whole: bool = True
) -> str | None:
    """:func:`class_of` where a first look has found a word that may give the class."""
    heads = words.stances
    found: set[str] = set()
    if len(tokens) > 2 and tokens[1] in ("told", "said") and tokens[0].strip(_EDGES).lower() in PRONOUNS:
        return None  # they told us it would take two weeks: somebody's words of then
    skip = False
    for index, token in enumerate(tokens):
        if whole and token == "that" and 1 < index + 1 < len(tokens) and _describes(tokens, index, words):
            skip = True  # an order that would ease drilling
        if (
            token == "that"
            and index > 1
            and tokens[index - 1] in words.sections["sureness.en"]
            and "no" in tokens[index - 3 : index - 1]
        ):
            skip = True  # there is no certainty that it will bid
            found.add("possible")
        if whole and index and token in _RELATIVE and tokens[index - 1][-1] == ",":
            skip = True  # the deal, which may cost 300 jobs, was signed
        phrases = heads.get(token)
        if skip:
            skip = token[-1] not in ",;"
            continue
        if phrases is None:
            continue
        for rest, cls in phrases:
            if cls == "opinion" and index and tokens[index - 1] in _DENYING:
                continue
            if rest and [item.strip(_EDGES) for item in tokens[index + 1 : index + 1 + len(rest)]] != rest:
                continue
            if (
                token in ("will", "would")
                and tokens[index + 2 : index + 3] == ["to"]
                and tokens[index + 1] in ("have", "need")
            ):
                found.add("opinion")  # you will have to live with it
                continue
            if token in ("would", "will") and tokens[index + 1 : index + 2] == ["not"]:
                if tokens[index + 2 : index + 3] and tokens[index + 2].strip(_EDGES) in words.acts["would"]["then"]:
                    continue  # it would not comment further
            if token == "would" and index + 1 < len(tokens):
                wish = tokens[index + 1].strip(_EDGES)
                if wish in words.sections["liking.en"] or (
                    wish in words.sections["asking.en"] and tokens[0][0] in '“"'
                ):
                    continue  # I would like to, “… and would ask anyone …”
            if cls == "planned" and index and tokens[index - 1] in ("no", "any"):
                continue  # there are no plans to
            if (
                cls == "possible"
                and token.startswith("possible")
                and ((index and tokens[index - 1] == "as") or tokens[index + 1 : index + 2] == ["to"])
            ):
                continue  # as hard as possible, it is possible to
            if token == "could" and index + 1 < len(tokens) and _could(tokens, index, words):
                continue
            if rest == ["to"] and token == "likely" and index and tokens[index - 1] in _COMPARING:
                continue  # were 30% more likely to develop it
            if rest == ["to"] and cls == "forecast" and token == "going":  # we are not going to negotiate
                cls = _shall("will", tokens, index + 1, words, own or _of_oneself(tokens, index), cls)
            elif whole and token == "estimated" and index > 1 and tokens[index - 1] not in BE:
                continue  # one figure of many: bananas with an estimated value of $3 million
            elif (cls == "forecast" and not rest) or token == "set":
                cls = cls if foreign else _shall(token.strip(_EDGES).lower(), tokens, index, words, own, cls)
            found.add(cls)
            break
    if "seen" in tokens and _seen(tokens):
        found.add("forecast")
    if (not found or found == {"asserted"}) and judged(tokens, words):
        found.add("opinion")
    first = opening_class(tokens, words)
    if first is not None:
        found.add(first)
    if (found or tokens[0].strip(_EDGES) == "If") and conditional(content):
        return "conditional"
    for cls in _SELDOM:
        if cls in found:
            if cls == "forecast" and len(tokens) > 4 and _thinks_not(tokens, words):
                return "opinion"  # he did not think it would rain
            return cls
    return None


def _thinks_not(tokens: list[str], words: Words) -> bool:
    """He did not think, she doesn’t believe: no view of what will be, but a view."""
    if tokens[0].strip(_EDGES).lower() not in PRONOUNS:
        return False
    at = 3 if tokens[1] in ("did", "does", "do") and tokens[2] == "not" else 2 if tokens[1] in _DENYING else 0
    cue = words.cues.get(tokens[at]) if at else None
    return cue is not None and bool(cue[1].get("holding"))


def _describes(tokens: list[str], index: int, words: Words) -> bool:
    """Whether that tells what a thing does, and opens no clause that is said: an order that would, not warned that it would."""
    before = tokens[index - 1]
    return (
        tokens[index + 1] in ("would", "will", "could", "may", "might")
        and before.isalpha()
        and before not in words.cues
        and before not in words.cue_nouns
        and before not in words.report_nouns
        and before not in BE
    )


def _seen(tokens: list[str]) -> bool:
    """Inflation is now seen averaging 3%; who was seen leaving was seen."""
    at = tokens.index("seen")
    before = tokens[max(0, at - 2) : at]
    return at + 1 < len(tokens) and tokens[at + 1].endswith("ing") and ("is" in before or "are" in before)


def _could(tokens: list[str], index: int, words: Words) -> bool:
    """Whether could tells what was so: he could not wait, she could hear shots."""
    following = tokens[index + 1].strip(_EDGES)
    if following in _UNABLE:
        return True
    return following in words.sections["sense.en"] and index > 0 and tokens[index - 1].strip(_EDGES).lower() in PRONOUNS


def conditional(content: str) -> bool:
    """Whether a clause states a condition: if the board agrees, unless talks resume."""
    return ("f" in content or "nless" in content) and _IF.search(content) is not None


def judged(tokens: list[str], words: Words) -> bool:
    """Whether a form of be and a word of judgement make the clause a verdict: this is a victory, it was cowardly."""
    verdicts = words.verdicts
    if tokens[0][0] not in '“"':
        for index in range(1, len(tokens)):
            before = tokens[index - 1]
            if tokens[index][0] in '“"' and (
                before in BE or (before in _HAD and tokens[index].rstrip(",")[-1] in '”"')
            ):
                return any(token[-1] in '”"' or token[-2:-1] in '”"' for token in tokens[index : index + 8])
    if "too" in tokens:
        at = tokens.index("too")
        if at and tokens[at - 1] in _COPULAS and "to" in tokens[at + 2 : at + 4]:
            return True  # too small to be conclusive
    if verdicts.isdisjoint(tokens):
        return False
    for index, token in enumerate(tokens):
        if token in verdicts:
            for before in reversed(tokens[max(0, index - 4) : index]):
                if before in _COPULAS or before.endswith(("’s", "'s", "’re", "'re", "’m", "'m")):
                    return True
                if before in words.names.prepositions or before[-1] in ",;":
                    break
    return False


def opening_class(tokens: list[str], words: Words) -> str | None:
    """It expects sales of …, she forecast …, we see …: the speaker's own verb opens what is said."""
    if len(tokens) < 2:
        return None
    first = tokens[0].strip(_EDGES).lower()
    if first not in PRONOUNS or first == "there":
        return None
    second = tokens[1]
    if second in _HELPING and len(tokens) > 2:
        second = tokens[2]
    cue = words.cues.get(second)
    if cue is None or cue[1].get("figure"):
        return None
    if cue[1].get("holding") and tokens[tokens.index(second) + 1 : tokens.index(second) + 2] in (
        ["about"],
        ["of"],
        ["in"],
    ):
        return None  # he thinks about it every day
    cls: str = cue[1]["class"]
    return cls if cls in ("forecast", "estimated") or cue[1].get("holding") else None


def _of_oneself(tokens: list[str], index: int) -> bool:
    """Whether we or I stand before ``going to``."""
    return any(token.strip(_EDGES).lower() in _ONESELF for token in tokens[max(0, index - 3) : index])


def _shall(word: str, tokens: list[str], index: int, words: Words, own: bool, cls: str) -> str:
    """Whether will/would (and set to) is a plan: before a deed, or before any deed of one's own."""
    if word not in _SHALL:
        return cls
    deed = ""
    for item in tokens[index + 1 : index + 5]:
        if item not in _BETWEEN:
            deed = item.strip(_EDGES)
            break
    if (
        deed == "meet"
        and tokens[index + 2 : index + 3]
        and tokens[index + 2] in ("in", "on", "with", "to", "again", "next", "at")
    ):
        return "planned"
    if word == "set":
        return "forecast" if deed in words.happening else cls
    if deed == "take" and not words.elapsing.isdisjoint(item.strip(_EDGES) for item in tokens[index + 2 : index + 9]):
        return "forecast"
    if deed in ("be", "not") and own:  # we will be closing two plants
        after = next(
            (item.strip(_EDGES) for item in tokens[index + 2 : index + 5] if item not in _BETWEEN and item != "be"), ""
        )
        return "planned" if after.endswith("ing") and after[:-3] not in words.happening else cls
    return "planned" if deed in words.deeds or (own and deed and deed not in words.happening) else cls


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
    relative: bool = False  # it stands in a clause with who or which: the sentence goes on without it


class Sentence:
    """The masked sentence and what has been found in it so far."""

    __slots__ = ("body", "ends", "found", "left", "quotes", "stop", "text", "tokens", "words")

    def __init__(self, body: str, text: str, quotes: list[Span], words: Words) -> None:
        self.body = body
        self.text = text
        self.quotes = quotes
        self.words = words
        parts = _SPLIT.split(body)
        offsets = list(accumulate(map(len, parts)))
        self.tokens: list[tuple[int, int, str]] = list(zip(offsets[0::2], offsets[1::2], parts[1::2], strict=False))
        self.found: list[Found] = []
        self.left = 0
        self.stop = _stop(body)
        self.ends = [
            mark for mark in ("; ", ". “", '. "') if mark in body
        ]  # where a clause ends before the sentence does


def _stop(body: str) -> int:
    """Where the words of the sentence end: before the full stop."""
    stop = len(body)
    while stop and body[stop - 1] in " \n.!?":
        stop -= 1
    if stop < len(body) and body[stop] == "." and _ABBREVIATED.search(body, max(0, stop - 6), stop):
        stop += 1
    return stop


_ABBREVIATED: Final = re.compile(r"\b(?:[A-Z]\.[A-Z]|Inc|Corp|Ltd|Co|Jr|a\.m|p\.m)\Z")
