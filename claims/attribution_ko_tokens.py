"""A Korean sentence as words: quotations and parentheses closed into one word each, and what is known of every word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_forms import NOUN, STRONG, WEAK, forms_of
from claims.attribution_ko_shape import Shapes

if TYPE_CHECKING:
    from claims.attribution_ko_forms import Role
    from claims.lexicon import Lexicon
    from claims.records import Span

__all__ = ["Sentence", "Vocabulary", "Word", "may_report", "vocabulary_of"]

#: Last syllables of what a source may carry: 은, 는, 이, 가, 도, 에서, 에선, 역시.
_MARKS: Final = frozenset("은는이가도서선시")
_CITING: Final = frozenset(("인용", "인용해", "인용하여", "인용하며", "인용하면서", "인용해서"))
_STOPS: Final = ".,!?…;:"
_PAREN: Final = re.compile(r"\([^()\n]{0,80}\)")
_HIDDEN: Final = "\x01"
#: So many words are remembered, then all are forgotten.
_KEPT: Final = 20_000


class Word:
    """A word as it is printed, and what the rules ask about it alone; all places where it stands share it.

    ``word`` is the word without closing punctuation, of which ``tail`` is the rest; ``size`` counts both. Everything that
    quotations and parentheses hold is masked. ``role`` is what it may be as a cue, ``gate`` what it says about its
    sentence (STRONG, WEAK and NOUN of :class:`Forms`).
    """

    # Answers of the modules that ask; a negative number is a question not asked yet.
    handing: int = -1  # how it hands a content on
    ordering: int = -1  # 하라고, 하라는
    noun_end: int = -2  # how much of it is content before a noun, and where the cue begins
    noun_cue: int = -1
    body: int = -2  # how much of it is content before a verb
    subject_noun: str | None = None  # the class of the cue noun with a particle of a subject, "" for none
    cue_noun: str | None = None  # … with any particle
    time: int = -1  # questions of :class:`Shapes`
    modifying: int = -1
    nominative: int = -1
    stem: int = -2
    particle: str = ""
    verbal_topic: bool = False
    verb: int = -1
    bare: int = -1
    plain: int = -1
    opens: int = -1
    address: int = -1
    splits: int = -1  # whether a clause ends with it, after which another one begins
    lead: int = -1  # what it may be right before a content
    court: int = -1
    suffix: int = -1  # how much of a cue hands its report on
    addressing: int = -1
    place: int = -2
    place_particle: str = ""

    def __init__(self, printed: str, word: str, role: Role | None, gate: int) -> None:
        self.word = word
        self.tail = printed[len(word) :]
        self.size = len(printed)
        self.role = role
        self.gate = gate
        last = word[-1]
        self.topic = last in "은는"  # how it ends
        self.subject = last in "이가"
        self.cites = word in _CITING
        self.marked = last in _MARKS or word == "역시"
        cue = self.cue = role.cue if role is not None else None
        #: A verb that closes its clause as a report of its own.
        self.closes = cue is not None and cue.ending in ("final", "going") and cue.stem not in ("하", "보", "적", "쓰")


class Vocabulary:
    """The words that a lexicon has met, by their printed form: few words make up most of a text.

    What is remembered depends on the word and the lexicon alone.
    """

    __slots__ = ("forms", "lexicon", "seen", "shapes")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.forms = forms_of(lexicon)
        self.shapes = Shapes(lexicon)
        self.seen: dict[str, Word] = {}

    def word(self, printed: str) -> Word:
        """The word that is printed so, remembered from now on."""
        seen = self.seen
        found = seen.get(printed)
        if found is None:
            if len(seen) >= _KEPT:
                seen.clear()
            bare = printed.rstrip(_STOPS) or printed  # a word of marks only; no word is empty
            gate = self.forms.gate(printed)
            found = seen[printed] = Word(printed, bare, self.forms.role(bare), gate)
        return found


def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon, empty on first use."""
    found = lexicon.cache.get("attribution.ko.words")
    if found is None:
        found = lexicon.cache["attribution.ko.words"] = Vocabulary(lexicon)
    assert isinstance(found, Vocabulary)
    return found


class Sentence:
    """The words of a sentence, how far from its ``base`` each starts, its outermost quotations, and where cues may stand.

    A quotation is one word, whatever it holds. ``gate`` is what all words but the ``masked`` ones say about the sentence.
    """

    __slots__ = ("base", "cues", "gate", "masked", "offsets", "quotes", "words")

    def __init__(self, text: str, start: int, end: int, quotes: list[Span], known: Vocabulary) -> None:
        body = text[start:end]
        outer: list[Span] = []
        for low, high in quotes:
            if low >= end:
                break
            if low >= start and high <= end and (not outer or low >= outer[-1][1]):
                outer.append((low, high))
                body = body[: low - start + 1] + _HIDDEN * (high - low - 2) + body[high - start - 1 :]
        self.masked = bool(outer)
        if "(" in body:
            body = _PAREN.sub(_hide, body)
            self.masked = True
        if "\t" in body or "\r" in body:  # the reader has made all other spaces even
            body = body.replace("\t", " ").replace("\r", " ")
        words: list[Word] = []
        offsets: list[int] = []  # small numbers, which are never made anew
        cues: list[int] = []
        gate = position = 0
        seen = known.seen
        for printed in body.split(" "):
            if printed:
                word = seen.get(printed)
                if word is None:
                    word = known.word(printed)
                if word.gate:
                    gate |= word.gate
                if word.role is not None:
                    cues.append(len(words))
                words.append(word)
                offsets.append(position)
                position += word.size
            position += 1
        self.words = words
        self.base = start
        self.offsets = offsets
        self.quotes = outer
        self.cues = cues
        self.gate = gate

    def shorten(self, count: int) -> None:
        """Forget all but the first ``count`` words."""
        del self.words[count:]
        del self.offsets[count:]
        self.cues = [index for index in self.cues if index < count]


def _hide(match: re.Match[str]) -> str:
    return "(" + _HIDDEN * (len(match.group()) - 2) + ")"


#: What stands before a verb that reports only after a quotative.
_HANDS_ON: Final = ("고 ", "며 ", "면서 ", "고도 ", "로 ", "히 ", "고는 ")
#: Words in front of which a cue noun stands: …다는 우려, “…”는 지적, 할 계획을.
_NOMINALS: Final = (
    "다는 ", "라는 ", "이란 ", "했단 ", "됐단 ", "었단 ", "았단 ", "한단 ", "된단 ", "있단 ", "없단 ", "겠단 ", "하잔 ",
    "하냔 ", "자는 ", "냐는 ", "”는 ", "’는 ", '"는 ', "'는 ", "계획을 ", "방침을 ", "뜻을 ", "의사를 ", "의지를 ", "입장을 ",
)  # fmt: skip


def may_report(sentence: Sentence, body: str, known: Vocabulary) -> bool:
    """Whether a sentence, printed as ``body``, can hold a report at all."""
    gate = sentence.gate
    if gate & STRONG:
        return True
    words = sentence.words
    if len(words) > 2 and words[-1].word in known.forms.bare and words[-2].word.endswith(("고", "것으로")):
        return True
    flat = ""
    if sentence.masked:
        flat = body.replace(".", " ").replace(",", " ")
        for word in flat.split():
            gate |= known.word(word).gate
    if gate & STRONG or not gate:
        return gate != 0
    flat = flat or body.replace(".", " ").replace(",", " ")
    if gate & WEAK and any(mark in flat for mark in _HANDS_ON):
        return True
    return gate & NOUN != 0 and any(mark in flat for mark in _NOMINALS)
