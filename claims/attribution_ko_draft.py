"""What the steps of the Korean attribution share: a report while it is put together, the state of a sentence, and where a
cue and its quotative stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_endings import GO, QUOTED_GO, WHILE, body_size, hands_on, nominal
from claims.attribution_ko_forms import final_at, final_of
from claims.attribution_ko_phrases import Speech
from claims.attribution_ko_tokens import AGREED, IFS, LABELS

if TYPE_CHECKING:
    from claims.attribution_ko_forms import Form
    from claims.attribution_ko_phrases import Phrase
    from claims.attribution_ko_tokens import Sentence, Vocabulary, Word
    from claims.records import Span

__all__ = [
    "AS_THING",
    "DENIAL",
    "MEDIA",
    "NOUN",
    "SPEAKERS",
    "Draft",
    "State",
    "admitted",
    "after_cue",
    "chain",
    "content_end",
    "demanded",
    "denies_flatly",
    "ends_clause",
    "nominalised",
    "quotative",
    "quote_ending",
    "quoted_thing",
    "region",
    "rounds",
]


QUOTED_TO: Final = re.compile(r"[”’\"'」』)]으?로$")
#: A noun with its particle: 우려|를.
NOUN: Final = re.compile(r"^(.+?)(이|가|은|는|도|까지|마저|만|을|를|과|와|이나|에|에도)$")
_TO: Final = re.compile(r"(?:으로|로)$")
#: What a content that denies something holds.
DENIAL: Final = re.compile(
    r"사실무근|사실이 아니|사실과 다르|아니다|말도 안 되|근거 없|터무니|결정된 (?:것|바)|(?<!수 )없다|오보|허위"
)
_QUITE: Final = ("전혀 ", "모두 ", "완전히 ", "명백히 ")
_UNTRUE: Final = ("사실무근", "사실이 아니", "사실과 다르", "터무니", "근거 ?없", "근거가 없", "낭설", "허무맹랑")
_FLAT_DENIAL: Final = re.compile(rf"[“\"‘']?(?:{'|'.join(_QUITE)})?(?:{'|'.join(_UNTRUE)})[^ ]*(?: [^ ]+)?$")
#: With these letters such a content begins, behind its quotation mark.
_DENIES: Final = "".join({word[0]: "" for word in (*_QUITE, *_UNTRUE)})
#: …한 것으로 보인다, in speech and in print.
AS_THING: Final = ("것으로", "걸로", "거로")
#: Types of sources whose reports are hearsay.
MEDIA: Final = ("news_org", "news_collective", "anonymous")
#: Types of sources that speak for themselves.
SPEAKERS: Final = ("person", "organization", "institution")


class Draft:
    """A report while it is being put together."""

    __slots__ = (
        "base",
        "content",
        "cue",
        "direct",
        "form",
        "hearsay",
        "index",
        "media",
        "rule",
        "same",
        "source",
        "target",
    )

    def __init__(self, cue: list[Span], content: list[Span], base: str, rule: str, index: int) -> None:
        self.cue = cue
        self.content = content
        self.base = base
        self.rule = rule
        self.index = index
        self.form: str = "final"
        self.source: Phrase | None = None
        self.direct = False
        self.media = False
        self.hearsay = False  # the source is the one of the sentence before
        self.same: Draft | None = None  # X를 인용해: inside this one, with the same content
        self.target: Draft | None = None


def denies_flatly(text: str, begin: int, end: int) -> bool:
    """Whether a content only denies, whatever the verb: “전혀 사실이 아니다”라고 말했다."""
    if begin >= end:
        return False
    first = begin + (ord(text[begin]) in (ord("“"), ord('"'), ord("‘"), ord("'")))
    return text[first : first + 1] in _DENIES and _FLAT_DENIAL.match(text, begin, end) is not None


_LABEL: Final = 24  # how far a label at the beginning of a sentence reaches


class State:
    """A sentence while its cues are read from left to right."""

    def __init__(self, text: str, sentence: Sentence, known: Vocabulary) -> None:
        self.text = text
        self.tokens = sentence.words
        self.base = sentence.base  # where the sentence starts
        self.offsets = sentence.offsets  # of its tokens, from there
        self.quotes = sentence.quotes
        self.gate = sentence.gate
        self.lexicon = known.lexicon
        self.known = known
        self.forms = known.forms
        self.speech = Speech(text, sentence, known.shapes)
        self.found: list[Draft] = []
        self.conditions = sentence.masked or sentence.gate & IFS != 0  # whether any can stand in a content
        self.edge = 0  # the first token that no cue has claimed
        short = not self.offsets or self.offsets[-1] < _LABEL
        labelled = short or sentence.masked or sentence.gate & LABELS  # else no word of it can be the sign
        label = text.find(" = ", self.base, self.base + _LABEL) if labelled else -1
        if label > 0:  # ▲오후 전망 = 딜러들은
            self.edge = min(bisect_left(self.offsets, label + 2 - self.base), len(self.tokens) - 1)
        self.subject: Phrase | None = None  # of the last cue, for the next one that goes on
        self.spoke: Phrase | None = None  # who announces something in a sentence without a report
        self.outlet: Phrase | None = None  # 통신은 | 경찰에 따르면 …고 보도했다: who reports what the police say
        self.thus: Draft | None = None  # 이같이 보도했다: what the sentence before says
        self.used: list[int] = []  # the quotatives that a cue has claimed

    def start(self, index: int) -> int:
        """Where a word starts."""
        return self.base + self.offsets[index]

    def word_from(self, place: int) -> int:
        """The first word that starts at or behind a place of the text; the number of words if none does."""
        place -= self.base
        for index, offset in enumerate(self.offsets):
            if offset >= place:
                return index
        return len(self.offsets)

    def stop(self, index: int) -> int:
        """Where a word ends, without its punctuation."""
        return self.start(index) + len(self.tokens[index].word)

    def printed(self, index: int) -> str:
        """A word as it stands in the text, with its punctuation and what its quotation holds."""
        start = self.start(index)
        return self.text[start : start + self.tokens[index].size]


#: 비난한 반면, 비난한 뒤: the clause goes on.
_GOES_ON: Final = frozenset(("반면", "한편", "동시에", "와중에", "뒤", "후", "다음", "직후", "이후"))


def chain(state: State, index: int, form: Form) -> tuple[int, str]:
    """Where the cue ends and how: 보고 있다, 표시하기도 했다, 밝힌 바 있다, 말한 것으로 (알려졌다)."""
    tokens = state.tokens
    token = tokens[index]
    end = state.stop(index)
    if index + 1 >= len(tokens):
        noted = form.ending == "chain" and len(token.word) > 1
        noted = noted and (token.last in "해혀여워와어아" or token.word.endswith("기도"))  # 알려, 추측하기도
        return end - (_suffix(token) if form.ending == "quoted" else 0), "final" if noted else form.ending
    following = tokens[index + 1]
    word = following.word
    if form.ending == "chain":
        printed = token.word
        even = token.last in "도곤" and printed.endswith(_EVEN)
        helper = following.first in "있왔온" or (even and following.first in "했한하")
        helper = helper or (token.last == "고" and word.startswith("나섰"))
        if word.startswith("있지") and index + 2 < len(tokens) and tokens[index + 2].word.startswith("않"):
            return end, "chain"  # 부정하고 있지 않다
        if helper and not token.tail:
            ending = _tail_ending(following)
            return state.stop(index + 1) - (_suffix(following) if ending == "quoted" else 0), ending
        if token.last == "고":
            return end, "going" if following.first != "싶" else "chain"
        return end, "chain" if even or following.first in "달줬주본보봤" else "linked"
    if form.ending == "quoted":
        return end - _suffix(token), "quoted"
    if form.ending == "adnominal":
        if word == "바" and index + 2 < len(tokens) and tokens[index + 2].first == "있":
            return state.stop(index + 2), _tail_ending(tokens[index + 2])
        if word in state.forms.moods:
            return end, "final"
        if word in _GOES_ON:
            return end, "going"
        if word in ("것이다", "것입니다", "거다", "겁니다", "셈이다"):
            return state.stop(index + 1), "final"
    return end, form.ending


_EVEN: Final[tuple[str, ...]] = ("기도", "곤")


def after_cue(state: State, index: int, cue_end: int) -> int:
    """The first word after a cue that ends at ``cue_end``."""
    tokens = state.tokens
    stop = cue_end - state.base
    while index < len(tokens) and state.offsets[index] < stop:
        index += 1
    return index + 1 if index < len(tokens) and tokens[index].word in _GOES_ON else index


_REPORTED_ON: Final = re.compile(r"(?:고(?:도)?|며|면서|는데|는)$")


def _suffix(word: Word) -> int:
    """How many characters of 말했다고, 말했다면서 hand the report on."""
    if word.suffix < 0:
        match = _REPORTED_ON.search(word.word)
        word.suffix = len(match.group()) if match else 0
    return word.suffix


def _tail_ending(word: Word) -> str:
    """How a cue ends by its helping verb: 보고 | 있다며."""
    if not word.helping:
        if word.word.endswith(("다고", "다며", "다면서", "다는")):
            word.helping = "quoted"
        elif word.last == "다":
            word.helping = "final"
        else:
            word.helping = "adnominal" if word.last in "는던온한" else "going"
    return word.helping


#: …다는 취지로 말했다, …라는 식으로 답했다.
_IN_SUCH_WORDS: Final = frozenset(("취지로", "식으로", "요지로", "내용으로", "뜻으로", "의미로"))


def rounds(state: State, word: str) -> bool:
    """3조원 | 안팎으로 | 본다, 3% 이상으로, 5억원 규모로: what stands between an amount and the verb."""
    noun = word.removesuffix("로").removesuffix("으")
    sections = state.lexicon.sections
    return noun in sections["hedge"] or noun in sections["bound"] or noun in ("선", "규모")


def _judges_cause(state: State, q: int, index: int) -> bool:
    """수요 감소 | 때문으로 | 분석했다: what a verb of judging says is the cause; not 배경으로 말했다."""
    cue = state.tokens[index].cue
    return state.tokens[q].word in state.forms.causes and cue is not None and cue.row.cls == "opinion"


def _sets_outlook(state: State, q: int, index: int) -> bool:
    """성장률 전망치를 | 2.1%로 | 제시했다: the figure of an outlook; not 목표주가를 3만원으로."""
    if not state.tokens[index].word.startswith("제시") or not any(mark.isdigit() for mark in state.printed(q)):
        return False
    return any(token.word.endswith(_OUTLOOKS) for token in state.tokens[max(0, q - 3) : q])


_OUTLOOKS: Final[tuple[str, ...]] = ("전망치를", "예상치를", "추정치를", "전망을")


def unit_apart(state: State, q: int) -> bool:
    """3조 | 원으로, 5 | 명으로, 280만 | 명가량으로: a unit behind its number."""
    if not state.tokens[q - 1].word[:1].isdigit():
        return False
    noun = state.tokens[q].word.removesuffix("로").removesuffix("으")
    hedge = next((word for word in state.lexicon.sections["hedge"] if noun.endswith(word)), "")
    return state.speech.words.is_unit(noun.removesuffix(hedge))


#: 줄이려고, 그렇다고: nothing that is said.
_NO_SPEECH: Final[tuple[str, ...]] = ("려고", "그렇다고", "아니라고")
#: 한것으로, 할것으로, 하는것으로: the final consonants of what stands before 것.
_BEFORE_THING: Final = (4, 8)


def quotative(state: State, index: int, *, near: bool) -> tuple[int, str] | None:
    """The nearest quotative left of a cue, before another cue: its word and its kind (go, while, geot, to)."""
    tokens = state.tokens
    stop = max(state.edge - 1, index - (4 if near else 14))
    for q in range(index - 1, stop, -1):
        if state.used and q in state.used:
            return None
        token = tokens[q]
        word = token.word
        if q == index - 1 and word in AGREED and q > 0 and nominal(tokens[q - 1]) >= 0:
            return (q - 1, "nominal") if tokens[q - 1].word[-2] != "자" else None  # 줄이자는 데 뜻을 모았다: agreed
        if token.last == "로" and index - q <= 3:
            if word in AS_THING:
                return (q, "geot") if q > 0 else None
            if word.endswith("것으로") and len(word) > 4 and final_at(word, -4) in _BEFORE_THING:
                return q, "geot"  # 하락할것으로 추정했다
            if word in _IN_SUCH_WORDS and q > 0 and nominal(tokens[q - 1]) >= 0:
                return q - 1, "nominal"
            if q == index - 1 and QUOTED_TO.search(word) is not None:
                return (q, "to") if len(word) > 10 else None  # a label: ‘강등권’으로 평가했다
            adverb = tokens[index - 1].word in state.forms.adverbs
            next_to = q == index - 1 or (q == index - 2 and adverb)  # 2.0%로 각각 예상했다
            if (
                next_to
                and len(word) > 1
                and word[0] not in "“‘"
                and word[-2:] != "발로"
                and word not in state.forms.adverbs
            ):
                if not near or tokens[index].word[0] in "보본봤":
                    about = q and rounds(state, word) and not tokens[q - 1].object
                    about = about or (q > 0 and unit_apart(state, q))  # 3조 | 원으로
                    counted = any(mark.isdigit() for mark in state.printed(q - 1 if about else q))
                    return (q, "to") if counted or _judges_cause(state, q, index) else None
                if _sets_outlook(state, q, index):
                    return q, "to"
        handing = hands_on(token)
        if handing & GO:
            if not handing & QUOTED_GO and word.endswith(_NO_SPEECH) and word != "아니라고":
                return None
            if q < index - 3 and tokens[q + 1].cue is not None and tokens[q + 1].last in "한단된힌":
                return None  # …다고 판단한 데에는 정부가 | 발표한 …: handed on to the nearer one
            return q, "go"
        if handing & WHILE and q >= index - 8:
            return q, "while"
        if token.last == "라" and q >= index - 2 and word.endswith("이라") and len(word) > 2 and not near:
            if not token.tail and (q == index - 1 or tokens[index - 1].word in state.forms.adverbs):
                return q, "ra"  # 사실무근이라 | 일축했다, 떠날 것이라 연일 | 보도했다
        if q < index - 1 and (token.closes or token.tail in (".", "?", "!")):
            return None
    return None


_NOMINALISED: Final = re.compile(r"(?:[있없했됐었았였겠졌났섰갔왔냈렸켰쳤꼈]음|(?:[가-힣]{2}|것)[임함])을$")


def _object_right_before(state: State, index: int) -> int:
    """Where the object in 을 of a cue stands, right before it or before one adverb; -1 without one."""
    for q in range(index - 1, max(state.edge, index - 2) - 1, -1):
        token = state.tokens[q]
        if token.tail:
            return -1
        if token.last == "을" or token.word in ("것도", "것만"):
            return q if q > state.edge and q not in state.used else -1
    return -1


def nominalised(state: State, index: int) -> tuple[int, str] | None:
    """책임이 있음을 | 인정했다, 결정적 요소임을 | 거듭 | 강조했다: a clause as the object of the cue."""
    q = _object_right_before(state, index)
    word = state.tokens[q].word if q >= 0 else ""
    if _NOMINALISED.search(word) is None or word.endswith(state.forms.nouns_in_m):
        return None
    return q, "eum"


def admitted(state: State, index: int) -> tuple[int, str] | None:
    """돈을 받은 사실은 | 인정하지만, 만난 것을 | 인정했다: what somebody has done, as the object of the cue."""
    q = index - 1
    if q <= state.edge or state.tokens[q].word not in _DONE or final_of(state.tokens[q - 1].last) != _N:
        return None
    return q, "eum"


_DONE: Final = frozenset(("것은", "것을", "것도", "점은", "점을", "점도", "사실은", "사실을", "사실도"))
_N: Final = 4


def quoted_thing(state: State, index: int) -> tuple[int, str] | None:
    """“검토한 결과”임을 | 말했다, “나아갈 수 있음”을 | 주장했다: a quotation as the object of any cue."""
    q = _object_right_before(state, index)
    word = state.tokens[q].word if q >= 0 else ""
    if word.endswith(("”임을", '"임을')):
        return q, "eum"
    inside = state.printed(q).rstrip(_AFTER_OBJECT)[-3:-1] if word.endswith(("”을", '"을')) else ""
    return (q, "eum") if len(inside) == 2 and final_at(inside, -1) == _M else None


_L: Final = 8
_M: Final = 16
_AFTER_OBJECT: Final = "을, "


def demanded(state: State, index: int) -> tuple[int, str] | None:
    """예산을 줄일 것을 | 권고했다, “펼쳐줄 것”을 | 거듭 | 당부했다: what shall be done, as the object right before the cue."""
    q = _object_right_before(state, index)
    if q < 0:
        return None
    printed = state.text[state.start(0) : state.start(q) + state.tokens[q].size - 1].rstrip("”\"’'")
    return (q, "eum") if printed.endswith(" 것") and final_at(printed, -3) == _L else None


def ends_clause(state: State, q: int) -> bool:
    """Whether the word at ``q`` closes its clause as a report of its own."""
    return state.tokens[q].closes


def content_end(state: State, q: int, kind: str) -> tuple[int | None, bool]:
    """Where the content ends, and whether it is a direct quotation."""
    token, start = state.tokens[q], state.start(q)
    word = token.word
    if kind == "geot":
        return (start + len(word) - 3 if len(word) > 4 else state.stop(q - 1)), False
    if kind == "eum":
        size = len(word) - (2 if word.endswith(("”임을", '"임을')) else 1)
        return start + size, word[size - 1] in "”\"’'"
    if kind == "ra":
        return start + len(word) - (1 if token.noun_in_i else 2), word[-3] in "”\"’'"
    if kind == "nominal":
        handed = nominal(token)
        end = start + (handed if handed >= 0 else len(word))
        return end, quote_ending(state, end) is not None
    if kind == "to":
        match = _TO.search(word)
        return (start + match.start() if match else None), QUOTED_TO.search(word) is not None
    size = body_size(token)
    if size < 0:
        return None, False
    if size == 0:
        return (state.stop(q - 1) if q else None), False
    if final_at(word, size - 1) >= 0:
        return start + size, False
    mark = word[size - 1]
    return start + size, mark in '”"」』' or (mark in "’'" and start + size in _ends(state))


def _ends(state: State) -> set[int]:
    return {high for _, high in state.quotes}


def quote_ending(state: State, end: int) -> Span | None:
    """The quotation of the sentence that ends at ``end`` of the text, with its marks."""
    for low, high in state.quotes:
        if high == end:
            return low, high
    return None


def region(state: State, q: int) -> int:
    """The first word that can belong to the clause of a quotative; a reported report reaches back to the beginning."""
    if not state.found:
        return state.edge
    word = state.tokens[q]
    form = None if word.role is None else word.role.cue or word.role.passive
    begins = max((item.index + 1 for item in state.found if item.form == "according"), default=0)
    if form is not None and form.ending == "quoted":
        if form.stem != "하" or (q > 0 and hands_on(state.tokens[q - 1]) & GO):
            return begins  # …다고 했다고; not 올려야 한다고
    if word.word in ("했다고", "한다고", "있다고", "왔다고") and state.found[-1].index >= q - 1:
        return begins
    return state.edge
