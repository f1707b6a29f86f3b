"""Korean reporting verbs in all their endings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from claims.attribution_ko_rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.lexicon import Lexicon

__all__ = [
    "ACTS",
    "HANDS_ON",
    "NOUN",
    "STRONG",
    "TAKEN_UP",
    "WEAK",
    "Endings",
    "Form",
    "Forms",
    "Role",
    "final_at",
    "final_of",
    "forms_of",
    "may_be_taken_up",
]

_SS, _S, _N, _L, _M, _B = 20, 19, 4, 8, 16, 17  # the final consonants ㅆ, ㅅ, ㄴ, ㄹ, ㅁ, ㅂ in the Unicode order


class Form:
    """A verb form: its stem, and whether it ends the sentence, goes on, modifies a noun or is itself reported.

    ``ending`` is one of _ENDINGS (chain: 하고 있다, 하기도 했다), ``row`` what the table says of the verb.
    """

    __slots__ = ("ending", "row", "stem")

    def __init__(self, stem: str, ending: str, row: Row) -> None:
        self.stem = stem
        self.ending = ending
        self.row = row


#: What a word says about its sentence: it may report; it may, after a word that hands a content on (고, 며, 로); it may,
#: where a noun takes up a clause (…다는 우려, 할 계획을); it hands on; it is taken up; it may give the
#: reason of an act (…다며 영장을 청구했다).
STRONG: Final = 1
WEAK: Final = 2
NOUN: Final = 4
HANDS_ON: Final = 8
TAKEN_UP: Final = 16
ACTS: Final = 32
_REASONS: Final[tuple[str, ...]] = ("다며", "라며", "다면서", "라면서")
_REASON_ENDS: Final = frozenset(mark[-1] for mark in _REASONS)
_HANDING_ON: Final[tuple[str, ...]] = ("고", "며", "면서", "고도", "로", "히", "고는")
_NOMINAL: Final[tuple[str, ...]] = (
    "다는", "라는", "이란", "거란", "했단", "됐단", "었단", "았단", "한단", "된단", "있단", "없단", "겠단", "하단", "하잔",
    "하냔", "자는", "냐는", "”는", "’는", '"는', "'는", "계획을", "방침을", "뜻을", "의사를", "의지를", "입장을",
)  # fmt: skip
_ENDS: Final = frozenset(mark[-1] for mark in (*_HANDING_ON, *_NOMINAL))
_ENDINGS: Final = ("final", "going", "adnominal", "quoted", "chain")


def final_of(syllable: str) -> int:
    """The final consonant of a Hangul syllable in the Unicode order, 0 without one, -1 for anything else."""
    code = ord(syllable) - 0xAC00
    return code % 28 if 0 <= code < 11172 else -1


def final_at(text: str, at: int) -> int:
    """The same of the letter at ``at`` of a text, of which no string is made."""
    code = ord(text[at]) - 0xAC00
    return code % 28 if 0 <= code < 11172 else -1


def _with(syllable: str, final: int) -> str:
    return chr(ord(syllable) - final_of(syllable) + final)


def _past(stem: str) -> str:
    """말하 -> 말했, 덧붙이 -> 덧붙였, 전망되 -> 전망됐; other stems state theirs in the table."""
    last = stem[-1]
    vowel = (ord(last) - 0xAC00) // 28 % 21
    if last == "하":
        return stem[:-1] + "했"
    if last == "되":
        return stem[:-1] + "됐"
    if final_of(last) == 0 and vowel == 20:
        return stem[:-1] + _with(chr(ord(last) - 14 * 28), _SS)
    return stem + "었"


def conjugate(stem: str, pasts: list[str], presents: list[str]) -> Iterator[tuple[str, str]]:
    """Every (form, ending) of a verb that news text uses."""
    formal = [stem + "였"] if stem[-1] == "하" else [stem + "었"] if stem[-1] == "되" else []
    for past in [*(pasts or [_past(stem)]), *formal]:  # 발표하였다, 예상되었다
        for tail in ("다", "습니다", "어요", "음", "죠", "었다", "었습니다"):
            yield past + tail, "final"
        for tail in (
            "고",
            "으며",
            "지만",
            "으나",
            "는데",
            "으면서",
            "으면서도",
            "다가",
            "고도",
            "고는",
            "기",
            "는데요",
            "고요",
            "었고",
            "었으며",
            "었지만",
        ):
            yield past + tail, "going"
        yield past + "던", "adnominal"
        for tail in ("다고", "다고도", "다며", "다면서", "다는", "다는데", "다니", "단"):
            yield past + tail, "quoted"
        base = past[:-1] + _with(past[-1], 0) if final_of(past[-1]) == _SS else past
        for tail in ("왔다", "왔습니다"):
            yield base + tail, "final"
        for tail in ("왔으며", "왔고", "왔지만", "왔으나"):
            yield base + tail, "going"
        yield base + "왔다고", "quoted"
        yield base + "온", "adnominal"
        yield base, "chain"
        if base[-1] == "돼":
            yield base + "서", "chain"
            yield stem + "어", "chain"
    for present in presents:
        yield present, "final"
    last = stem[-1]
    if stem == "하":
        for present in ("하네요", "하는데요", "하더라", "하고요", "하죠"):
            yield present, "final"
    if final_of(last) == _S:  # 선을 그은, 결론지으며
        soft = stem[:-1] + _with(last, 0)
        yield soft + "은", "adnominal"
        for tail in ("으며", "으면서", "으나"):
            yield soft + tail, "going"
    if final_of(last) in (0, _L):
        head, short = stem[:-1] + _with(last, _N), ""
    else:
        head, short = stem + "는", "으"
    yield head + "다", "final"
    yield (stem[:-1] + _with(last, _B) + "니다" if not short else stem + "습니다"), "final"
    if final_of(last) == 0 and (len(stem) > 1 or stem == "하"):
        yield stem[:-1] + _with(last, _M), "final"  # 밝힘, 전망됨: notes and reports
        if last == "하":
            yield stem[:-1] + "함에", "going"  # 진술함에 따라
    yield stem + "는가", "going"
    yield stem + "는데", "going"
    for tail in ("다고", "다며", "다면서", "다는"):
        yield head + tail, "quoted"
    yield (stem[:-1] + _with(last, _N)) if not short else stem + "은", "adnominal"
    yield (stem[:-1] + _with(last, 0) if final_of(last) == _L else stem) + "는", "adnominal"
    yield stem + "던", "adnominal"
    for tail in (short + "며", short + "면서", short + "면서도", "자", "다가", "지만", short + "나"):
        yield stem + tail, "going"
    for tail in ("고", "기도", "곤"):
        yield stem + tail, "chain"


_COPULA_TAILS: Final = (
    "이다", "이었다", "였다", "다", "이라고", "라고", "이며", "며", "이고", "이지만", "지만", "입니다", "이라는", "이었던",
    "이어서", "이라", "인데", "이나", "인데요", "이죠", "이고요",
)  # fmt: skip
#: …다는 겁니다: 것 and its copula in one.
_CONTRACTED: Final = ("겁니다", "거다", "거죠", "거예요", "건데요")
_REASON_TAILS: Final = ("에서다", "에서였다", "에서입니다")


#: 자료를 보면, 통계를 살펴보면: what a paper says.
READS: Final = ("보면", "살펴보면", "들여다보면")


class Verb(NamedTuple):
    """A line of a table of verbs."""

    section: str
    key: str
    past: list[str]
    present: list[str]
    weak: bool
    row: dict[str, Any]

    def firsts(self) -> set[str]:
        """The syllables that its forms begin with."""
        stem = self.key.rpartition(" ")[2] if self.section == "cue_phrase.ko" else self.key
        if len(stem) == 1 or any(len(past) == 1 for past in self.past):
            return {form[0] for form, _ in conjugate(stem, self.past, self.present)}
        return {stem[0], *(form[0] for form in self.past), *(form[0] for form in self.present)}


class Forms:
    """Form dictionaries of one lexicon: ``cue`` (verbs), ``passive``, ``happens`` (분석이 나온다), ``does`` (뜻을 밝혔다),
    ``copula`` (입장이다); ``hearsay`` are the rows of the nouns that go on with what was said (…라는 얘기다).

    ``said`` are the nouns of what one does with words, ``sayings`` the same with their particle (말을, 이야기를); ``citing``
    are the words that cite somebody (인용해), each with those of which one must stand before it.
    ``gates`` holds all of them: a sentence without one of these words reports nothing. The WEAK ones (했다) report only
    after 고, the NOUN ones (나온다) only with …다는. Verbs are conjugated when a text first shows the syllable that
    they begin with (:meth:`learn`).
    """

    __slots__ = (
        "achieved",
        "adverbs",
        "bare",
        "by_itself",
        "caught",
        "causes",
        "citing",
        "closing",
        "copula",
        "cue",
        "does",
        "gates",
        "happening",
        "happens",
        "hearsay",
        "moods",
        "no_condition",
        "no_conditions",
        "nouns_in_m",
        "own_deeds",
        "passive",
        "phrase",
        "plan",
        "roles",
        "said",
        "sayings",
        "state",
        "unread",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        sections = lexicon.sections
        self.cue: dict[str, Form] = {}
        self.passive: dict[str, Form] = {}
        self.happens: dict[str, Form] = {}
        self.does: dict[str, Form] = {}
        self.phrase: dict[str, dict[str, Form]] = {}
        self.hearsay = sections["hearsay_noun.ko"]
        self.said = frozenset(noun for noun, row in sections["cue_noun.ko"].items() if row.get("said"))
        self.sayings = frozenset(noun + ("을" if final_of(noun[-1]) else "를") for noun in self.said)
        nouns = [noun for noun, row in sections["cue_noun.ko"].items() if not row.get("thing")]
        nouns += self.hearsay
        self.copula = {noun + tail: (noun, tail) for noun in nouns for tail in _COPULA_TAILS}
        self.copula |= dict.fromkeys(_CONTRACTED, ("것", "입니다"))
        for noun in nouns:
            if self.hearsay.get(noun, {}).get("reason"):
                self.copula |= {noun + tail: (noun, "입니다") for tail in _REASON_TAILS}
            if final_of(noun[-1]) == 0:
                self.copula[noun[:-1] + _with(noun[-1], _B) + "니다"] = (noun, "입니다")  # 얘깁니다
                self.copula[noun[:-1] + _with(noun[-1], _N) + "데요"] = (noun, "인데요")  # 얘긴데요
        self.closing = frozenset(nouns) - {"게"}
        # Word to flags in one dict: a collection of garbage does not walk through dicts of texts and numbers, but through sets.
        self.gates: dict[str, int] = {}
        self._mark({"따르면", "의하면", *READS}, STRONG)
        self._mark(self.copula, NOUN)
        self.unread: dict[str, list[Verb]] = {}
        for section in ("cue.ko", "passive.ko", "noun_verb.ko", "noun_object.ko", "cue_phrase.ko"):
            for key, row in sections[section].items():
                weak = row["class"] != "denied" if section == "cue_phrase.ko" else bool(row.get("weak"))
                verb = Verb(section, key, row.get("past", []), row.get("present", []), weak, row)
                for first in verb.firsts():
                    self.unread.setdefault(first, []).append(verb)
        self.bare = self._bare([*sections["passive.ko"], *sections["cue.ko"]])
        self.roles: dict[str, Role] = {}
        states = sections["state_verb.ko"]
        self.state = Endings([_future(stem) for stem in states])
        self.achieved = Endings([_future(stem) for stem, row in states.items() if row.get("achieved")])
        self.by_itself = tuple(sections["happens.ko"])
        self.happening = Endings([*self.by_itself])
        conditions = sections["no_condition.ko"]
        self.no_condition = frozenset(word for word, row in conditions.items() if row.get("whole"))
        self.no_conditions = tuple(word for word, row in conditions.items() if not row.get("whole"))
        self.adverbs = frozenset(sections["cue_adverb.ko"])
        self.causes = frozenset(
            word + ("로" if final_of(word[-1]) in (0, _L) else "으로") for word in sections["cause.ko"]
        )
        self.citing = {word: frozenset(row.get("after", ())) for word, row in sections["citing.ko"].items()}
        self.caught = tuple(sections["caught.ko"])
        self.moods = frozenset(noun + tail for noun in sections["mood.ko"] for tail in ("다", "이다", "입니다"))
        self.own_deeds = tuple(sections["own_deed.ko"])
        self.nouns_in_m = tuple(noun + "을" for noun in sections["noun_in_m.ko"])
        self.plan = Endings([form for stem in sections["plan_verb.ko"] for form in _present(stem)])

    def learn(self, first: str) -> None:
        """Conjugate every verb that begins with this syllable."""
        verbs = self.unread.get(first)
        if verbs is not None:
            for verb in verbs:
                self._conjugate(verb, first)
            self.unread.pop(first, None)  # last, so that no other thread takes half of them for all

    def _conjugate(self, verb: Verb, first: str) -> None:
        """The forms of a verb that begin with ``first``; where two verbs share one, the earlier line of the table has it."""
        section, key = verb.section, verb.key
        word, _, stem = key.rpartition(" ") if section == "cue_phrase.ko" else ("", "", key)
        said = Row(verb.row)
        made = {ending: Form(key, ending, said) for ending in _ENDINGS}
        forms = [(form, made[ending]) for form, ending in conjugate(stem, verb.past, verb.present) if form[0] == first]
        known = [form for form, _ in forms]
        if section == "cue_phrase.ko":
            for form, row in forms:
                self.phrase.setdefault(form, {}).setdefault(word, row)
            self._mark(known, WEAK if verb.weak else STRONG)
        elif section == "cue.ko":
            known = [form for form in known if form not in self.cue]
            for form, row in forms:
                self.cue.setdefault(form, row)
            self._mark(known, WEAK if verb.weak else STRONG)
        else:
            table = {"passive.ko": self.passive, "noun_verb.ko": self.happens}.get(section, self.does)
            for form, row in forms:
                table.setdefault(form, row)
            if section == "passive.ko":
                self._mark([form for form in known if not self.gates.get(form, 0) & WEAK], STRONG)
            else:
                self._mark(known, NOUN)

    def _mark(self, forms: Iterable[str], flag: int) -> None:
        gates = self.gates
        for form in forms:
            gates[form] = gates.get(form, 0) | flag

    def gate(self, printed: str) -> int:
        """What a word says about its sentence; full stops and commas end one."""
        found = ACTS if printed[-1] in _REASON_ENDS and printed.endswith(_REASONS) else 0
        if printed.isalnum():
            return found | self._says(printed)
        for word in printed.replace(".", " ").replace(",", " ").split():
            found |= self._says(word)
        return found

    def _says(self, word: str) -> int:
        self.learn(word[0])
        found = self.gates.get(word, 0)
        if word[-1] in _ENDS:
            found |= HANDS_ON if word.endswith(_HANDING_ON) else 0
            found |= TAKEN_UP if word.endswith(_NOMINAL) else 0
            found |= NOUN if word in self.sayings else 0
        return found

    def role(self, word: str) -> Role | None:
        """What a word may be as a cue; None for any other word."""
        self.learn(word[0])
        if word in self.gates:
            role = self.roles.get(word)
            if role is None:
                role = self.roles[word] = Role(word, self)
            return role
        return Role(word, self) if word.endswith("에따르면") else None

    @staticmethod
    def _bare(stems: list[str]) -> dict[str, list[Form]]:
        """…할 것으로 전망, …라고 발표: the noun alone closes a sentence of notes; which verbs it may stand for."""
        table: dict[str, list[Form]] = {}
        for stem in stems:
            if len(stem) > 2 and stem[-1] in "하되":
                table.setdefault(stem[:-1], []).append(Form(stem, "final", Row({})))
        return table


class Role:
    """Everything that one word may be, looked up once: a verb that reports, a passive, what a noun does …

    ``according`` is 에 따르면 in one word, ``alone`` says that the word reports without …다는 in front.
    """

    __slots__ = ("according", "alone", "copula", "cue", "does", "happens", "passive", "phrase", "reads")

    def __init__(self, word: str, forms: Forms) -> None:
        self.according = word in ("따르면", "의하면") or word.endswith(("에따르면", "에 따르면", "에의하면"))
        self.reads = word in READS
        self.cue = forms.cue.get(word)
        self.passive = forms.passive.get(word)
        self.phrase = forms.phrase.get(word)
        self.does = forms.does.get(word)
        self.happens = forms.happens.get(word)
        self.copula = forms.copula.get(word)
        self.alone = bool(self.according or self.reads or self.cue or self.passive or self.phrase or self.does)


class Endings:
    """What words may end with (계획이다, 할 것으로), found by the last two syllables; ``last`` are those of only one."""

    __slots__ = ("by_two", "last")

    def __init__(self, forms: list[str]) -> None:
        table: dict[str, tuple[str, ...]] = {}
        for form in forms:
            table[form[-2:]] = (*table.get(form[-2:], ()), form)
        self.by_two = table
        self.last = "".join(form for form in forms if len(form) == 1)

    def end(self, words: str, two: str) -> bool:
        """Whether ``words`` end so; ``two`` are their last two syllables."""
        forms = self.by_two.get(two)
        if forms is not None and words.endswith(forms):
            return True
        return self.last != "" and two[-1] in self.last


def _future(stem: str) -> str:
    last = stem[-1]
    return stem[:-1] + _with(last, _L) if final_of(last) in (0, _L) else stem + "을"


def _present(stem: str) -> tuple[str, ...]:
    last = stem[-1]
    return (stem[:-1] + _with(last, _N) + "다",) if final_of(last) in (0, _L) else (stem + "는다",)


def forms_of(lexicon: Lexicon) -> Forms:
    """The forms of a lexicon, built on first use."""
    return lexicon.built(Forms)


#: How a clause ends that a noun takes up (``nominal`` of attribution_ko_endings finds it in a word).
_TAKEN_UP: Final[tuple[str, ...]] = (
    "다는", "라는", "자는", "냐는", "”는", "’는", '"는', "'는", "」는", "』는", "이란 ", "거란 ", "했단 ", "됐단 ", "었단 ",
    "았단 ", "한단 ", "된단 ", "있단 ", "없단 ", "겠단 ", "하단 ", "하잔 ", "하냔 ",
)  # fmt: skip


def may_be_taken_up(body: str) -> bool:
    """Whether a noun may take up a clause in these words (…다는 분석이 나온다): else what nouns do reports nothing."""
    return any(mark in body for mark in _TAKEN_UP)
