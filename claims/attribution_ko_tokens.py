"""A Korean sentence as words: quotations and parentheses closed into one word each, and what is known of every word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_ko_endings import WHILE, hands_on, nominal
from claims.attribution_ko_forms import HANDS_ON, NOUN, STRONG, TAKEN_UP, WEAK, forms_of
from claims.attribution_ko_shape import Shapes
from claims.kept import Kept
from claims.looks import stands
from claims.sources import FREQUENT_SURNAMES

if TYPE_CHECKING:
    from mypy_extensions import i64  # an int that never leaves a register of compiled code

    from claims.attribution_ko_forms import Role
    from claims.lexicon import Lexicon
    from claims.records import Span

__all__ = [
    "AGREED",
    "AND_OTHERS",
    "ANSWERS",
    "CITES",
    "IFS",
    "LABELS",
    "LIKEWISE",
    "NOMINALS",
    "ONWARD",
    "WHILES",
    "Sentence",
    "Vocabulary",
    "Word",
    "cited_at",
    "may_report",
    "vocabulary_of",
]

#: Last syllables of what a source may carry: 은, 는, 이, 가, 도, 에서, 에선, 역시.
_MARKS: Final = frozenset("은는이가도서선시")
_ADVERBS: Final = frozenset(("없이", "같이", "많이", "높이", "깊이", "굳이"))
#: 이어, 그러면서도, 다만: a sentence that opens so goes on with the speaker of the one before.
ONWARD: Final = frozenset(
    ("이어", "또", "또한", "이어서", "그러면서", "아울러", "다만", "더불어", "이와함께", "나아가", "그러면서도")
)
#: …다는 데 의견을 같이했다, …라는 데에 동의했다: upon what; in a ``gate``, that a word of the sentence is one of these.
AGREED: Final = ("데", "데에")
_AGREES: Final = 64
#: Such a gate also tells of the sign behind a label: ▲오후 전망 = 딜러들은.
LABELS: Final = 128
#: And of words that may hold a condition: 오르면, 경우에.
IFS: Final = 256
#: And of words that tell what is talked about or answered, that cite somebody, that hand a content on to more (라며) or
#: to a noun (다는).
ANSWERS: Final = 512
CITES: Final = 1024
WHILES: Final = 2048
NOMINALS: Final = 4096
#: Stand after a noun as 도 does; 모두 only after one that is known to speak.
LIKEWISE: Final = ("역시", "또한", "모두")
#: 이에 대해, 이를 두고: what is talked about.
_ABOUT: Final = frozenset(
    (
        "대해", "대해서", "대하여", "대해선", "대해서는", "대해서도", "관련해", "관련해서", "관련해서는", "관련해선", "관련하여",
        "두고", "놓고", "향해",
    )
)  # fmt: skip
#: What somebody answers: 보고했느냐는 질문에.
_ASKED: Final = frozenset(("질문에", "물음에", "질문에는", "요구에", "요청에"))
_STOPS: Final = ".,!?…;:"
_HIDDEN: Final = "\x01"
#: 추진위는“…”고, 관계자가“…”고: what a quotation without a space before it stands behind.
_BEFORE_QUOTE: Final = frozenset("은는이가도서며고")
#: The marks of such a quotation, which begins right behind them.
_OPENING: Final = ("“" + _HIDDEN, '"' + _HIDDEN)
#: A longer text in parentheses is no aside; it counts with its opening mark.
_ASIDE: Final = 81
#: So many words are also found by where their letters lead to.
_SLOTS: Final = 16_384


class Word:
    """A word as it is printed, and what the rules ask about it alone; all places where it stands share it.

    ``word`` is the word without closing punctuation, of which ``tail`` is the rest; ``size`` counts both; ``first`` and
    ``last`` are its outer letters. Everything that quotations and parentheses hold is masked. ``role`` is what it may be
    as a cue, ``gate`` what it says about its sentence (STRONG, WEAK … of :mod:`claims.attribution_ko_forms`).
    """

    # Answers of the modules that ask; a negative number is a question not asked yet.
    handing: int = -1  # how it hands a content on
    ordering: int = -1  # 하라고, 하라는
    noun_end: int = -2  # how much of it is content before a noun, and where the cue begins
    noun_cue: int = -1
    body: int = -2  # how much of it is content before a verb
    noun_in_i: bool = False  # 되풀이라고, 어린이라는: the 이 belongs to the noun
    subject_noun: str | None = None  # the class of the cue noun with a particle of a subject, "" for none
    cue_noun: str | None = None  # … with any particle
    time: int = -1  # questions of :class:`Shapes`
    modifying: int = -1
    nominative: int = -1
    stem: int = -2
    noun: str = ""  # what stands before the particle
    particle: str = ""
    speaks: int = -1  # whether that noun alone may be a name, and where it can only be a noun
    surely: int = -1
    verbal_topic: bool = False
    verb: int = -1
    bare: int = -1
    plain: int = -1
    opens: int = -1
    address: int = -1
    splits: int = -1  # whether a clause ends with it, after which another one begins
    lead: int = -1  # what it may be right before a content
    court: int = -1
    trial: int = -1
    suffix: int = -1  # how much of a cue hands its report on
    helping: str = ""  # the ending that it gives a cue as its helping verb
    addressing: int = -1  # whether it may end an address, and whether it names who is told or where
    told: int = -1
    deed: int = -1
    place: int = -2
    place_particle: str = ""
    cites: frozenset[str] | None = None  # what must stand before it where it cites somebody; empty for anything

    def __init__(self, printed: str, word: str, role: Role | None, gate: int) -> None:
        self.printed = printed
        self.word = word
        self.tail = printed[len(word) :]
        self.size = len(printed)
        self.hides = _HIDDEN in printed
        self.role = role
        self.gate = gate
        self.mr = role is None and word[0] == "씨"  # 씨는, behind a name
        self.first = word[0]
        self.numbered = word[0].isdigit()
        last = self.last = word[-1]
        self.topic = last in "은는"  # how it ends
        self.object = last in "을를"
        self.subject = last in "이가" and word[-2:] not in _ADVERBS  # 변함없이
        self.about = word in _ABOUT
        self.asked = word in _ASKED
        self.marked = last in _MARKS or word in LIKEWISE or word.endswith("조차")
        cue = self.cue = role.cue if role is not None else None
        #: A verb that closes its clause as a report of its own.
        self.closes = cue is not None and cue.ending in ("final", "going") and cue.stem not in ("하", "보", "적", "쓰")


class Vocabulary:
    """The words that a lexicon has met, by their printed form: few words make up most of a text.

    What is remembered depends on the word and the lexicon alone. ``names`` are names that end as a topic or a subject does,
    as bare nouns. ``lately`` holds in each slot the word met last whose letters lead there, so that most words are known
    where they stand, and no string is made of them.
    """

    __slots__ = ("forms", "lately", "lexicon", "names", "shapes", "words")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.forms = forms_of(lexicon)
        self.shapes = Shapes(lexicon)
        self.words: Kept[Word] = Kept(self._word)
        self.names: Kept[Word] = Kept(_name)
        self.lately: list[Word | None] = [None] * _SLOTS

    def _word(self, printed: str) -> Word:
        bare = printed.rstrip(_STOPS) or printed  # a word of marks only; no word is empty
        gate = self.forms.gate(printed)
        if bare in AGREED:
            gate |= _AGREES
        elif printed == "=":
            gate |= LABELS
        if "면" in bare or "경우" in bare:
            gate |= IFS
        found = Word(printed, bare, self.forms.role(bare), gate)
        if found.topic and bare in self.shapes.known.names:
            found.topic = found.marked = False  # 한은 금통위는
        if found.marked and bare in self.shapes.people:
            found.topic = found.subject = found.marked = False  # 김정은 위원장은, 스가 장관은
        copula = bare.rfind("이라")
        if copula > 0:
            found.noun_in_i = self.shapes.words.noun_ends(bare[: copula + 1])
        if found.about or found.asked:
            found.gate |= ANSWERS
        found.cites = self.forms.citing.get(bare)
        if found.cites is not None:
            found.gate |= CITES
        if hands_on(found) & WHILE:
            found.gate |= WHILES
        if nominal(found) >= 0:
            found.gate |= NOMINALS
        return found


def _name(printed: str) -> Word:
    found = Word(printed, printed, None, 0)
    found.topic = found.subject = found.marked = False
    found.bare = found.plain = 1
    found.stem, found.verb = -1, 0
    found.opens = 2
    return found


def _may_be_name(word: Word) -> bool:
    """조성은, before 씨: three syllables with a family name first."""
    return len(word.word) == 3 and word.word[0] in FREQUENT_SURNAMES and not word.tail


def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon, empty on first use."""
    return lexicon.built(Vocabulary)


class Sentence:
    """The words of a sentence, how far from its ``base`` each starts, its outermost quotations, and where cues may stand.

    A quotation is one word, whatever it holds. ``gate`` is what all words but the ``masked`` ones say about the sentence.
    """

    __slots__ = ("base", "cues", "gate", "masked", "offsets", "quotes", "words")

    def __init__(self, text: str, start: int, end: int, quotes: list[Span], known: Vocabulary) -> None:
        outer: list[Span] = []
        for low, high in quotes:
            if low >= end:
                break
            if low >= start and high <= end and (not outer or low >= outer[-1][1]):
                outer.append((low, high))
        self.base = start
        self.quotes = outer
        self.words: list[Word] = []
        self.offsets: list[int] = []  # small numbers, which are never made anew
        self.cues: list[int] = []
        self.gate = 0
        self.masked = bool(outer)
        if not outer and text.find("(", start, end) < 0:
            self._read(text, start, end, start, known)
            return
        body = text[start:end]
        if outer:
            body = _hide(body, [(low - start, high - start) for low, high in outer])
        if "(" in body:
            body = _hide(body, _asides(body))
            self.masked = True
        begin = 0
        for low, _ in outer:
            cut = low - start
            if cut > 0 and body[cut - 1] in _BEFORE_QUOTE and body.startswith(_OPENING, cut):
                self._read(body, begin, cut, 0, known)
                begin = cut
        self._read(body, begin, end - start, 0, known)

    def _read(self, body: str, start: int, stop: int, base: int, known: Vocabulary) -> None:
        """The words of ``body`` from ``start`` to ``stop``, counted from its ``base``."""
        words, offsets, lately = self.words, self.offsets, known.lately
        gate = self.gate
        at: i64 = start
        end: i64 = stop
        while at < end:
            begin: i64 = at
            slot: i64 = 0
            while at < end:
                code = ord(body[at])
                if code <= ord(" ") and code in (ord(" "), ord("\t"), ord("\r")):
                    break
                slot = (slot * 31 + code) & (_SLOTS - 1)
                at += 1
            if at > begin:
                word = lately[slot]
                if word is None or word.size != at - begin or not stands(body, begin, word.printed):
                    word = lately[slot] = known.words[body[begin:at]]
                gate |= word.gate
                if word.role is not None:
                    self.cues.append(len(words))
                elif word.mr and words and words[-1].marked and _may_be_name(words[-1]):
                    words[-1] = known.names[words[-1].word]  # 조성은 | 씨는
                words.append(word)
                offsets.append(begin - base)
            at += 1
        self.gate = gate

    def shorten(self, count: int) -> None:
        """Forget all but the first ``count`` words."""
        del self.words[count:]
        del self.offsets[count:]
        self.cues = [index for index in self.cues if index < count]
        self.gate = 0
        for word in self.words:
            self.gate |= word.gate


#: “…”, “…” | 등의 | 반응을 보였다: after quotations.
AND_OTHERS: Final = ("등", "등의")


def _hide(body: str, spans: list[Span]) -> str:
    """A text with these spans, but for their first and last character, hidden; its length stays."""
    pieces: list[str] = []
    done = 0
    for low, high in spans:
        pieces += (body[done : low + 1], _HIDDEN * (high - low - 2))
        done = high - 1
    pieces.append(body[done:])
    return "".join(pieces)


def _asides(body: str) -> list[Span]:
    """The innermost pairs of parentheses."""
    found: list[Span] = []
    start = body.find("(")
    while start >= 0:
        end = body.find(")", start + 1)
        if end < 0:
            break
        start = body.rfind("(", start, end)
        if end - start <= _ASIDE and body.find("\n", start, end) < 0:
            found.append((start, end + 1))
        start = body.find("(", end)
    return found


_SAID_SO: Final[tuple[str, ...]] = ("다고", "라고", "다며", "라며", "다면서", "라면서")


def may_report(sentence: Sentence, text: str, known: Vocabulary) -> bool:
    """Whether a sentence can hold a report at all: by its verbs, and by what stands before those that need it."""
    gate = sentence.gate
    if gate & STRONG:
        return True
    words = sentence.words
    if not words:
        return False
    last = words[-1]
    if len(words) > 2 and last.gate & NOUN and words[-2].word.endswith(_SAID_SO):
        return True  # …못하다고 아우성이다
    if 1 < len(words) < 9 and last.gate & NOUN and words[-2].last == "의":
        return True  # “….” 오 시장의 말이다
    if len(words) > 2 and last.word in known.forms.bare:
        before = words[-3] if words[-2].word in known.forms.adverbs else words[-2]
        if before.word.endswith(("고", "것으로")):
            return True
    if len(words) > 1 and last.tail == "." and last.word in known.forms.closing and words[-2].word.endswith("는"):
        return True
    if last.gate & (HANDS_ON | TAKEN_UP) and last.tail[-1:] not in (".", ","):
        gate = last.gate & ~(HANDS_ON | TAKEN_UP)  # nothing follows it
        for word in words[:-1]:
            gate |= word.gate
    if sentence.masked:
        for index, word in enumerate(words):
            if word.hides:
                if gate & WEAK and index + 2 < len(words) and words[index + 1].word in AND_OTHERS:
                    return True
                start = sentence.base + sentence.offsets[index]
                for inside in text[start : start + word.size].replace(".", " ").replace(",", " ").split():
                    gate |= known.words[inside].gate
        if gate & STRONG:
            return True
    if sentence.gate & _AGREES and gate & WEAK and gate & TAKEN_UP:
        return True  # …다는 데 뜻을 모았다
    return (gate & WEAK != 0 and gate & HANDS_ON != 0) or (gate & NOUN != 0 and gate & TAKEN_UP != 0)


def cited_at(words: list[Word], position: int) -> bool:
    """Whether a word says that somebody is cited: 소식통을 인용해, 관계자의 말을 빌려."""
    after = words[position].cites
    return after is not None and position > 0 and (not after or words[position - 1].word in after)
