"""Korean words as the subject rules need them: noun or not, what a word may own, carry or end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.kept import Kept
from claims.lexicon import flagged
from claims.subjects_ko_measures import CLOSERS, Measures, by_last, ends_so

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["Words", "has_final", "words_of"]

#: Last syllables of particles and of verb forms; a noun that ends so must be listed ([noun_end.ko]).
_VERBAL: Final = frozenset(
    "은는을를의에로와과만도고며면게히해서여어아쳐져춰둬줘켜으한된던할될난린운든른온친킨긴인둔쓴낸넨뺀챈낀딴쏜큰띤깬뜬진힌돼뤄눠봐놔겨혀펴꿔"
)
#: The vowels (as counted in a syllable) before which a verb takes 아: ㅏ ㅑ ㅗ ㅛ.
_BRIGHT: Final = (0, 2, 8, 12)
_ADNOMINAL: Final = frozenset("한된진던할될난넨린운든른온친킨긴는은힌")
#: Last syllables of verbs before a noun that no noun ends in: 가로챈, 뜯어낸, 받을.
_RELATING: Final = frozenset("챈뺀낀딴쏜푼뜬낸쓴둔")
_CASE_ENDS: Final = frozenset("은는을를의에로와과만도서")
#: Final syllables with which a listed noun also ends compounds (교통사고); 맥주의 is no 주의, 제기한 no 기한.
_COMPOUNDING: Final = frozenset("고과서게만면지아이가을")
_VERB_TAILS: Final = frozenset((
    "어간", "나간", "아간", "려간", "라간", "져간", "하고", "으로", "어나", "러나", "보니", "더니", "으니", "하니", "되니",
    "어질", "아질", "려질", "혀질", "쳐질", "커질", "러질",
))  # fmt: skip
_TIME: Final = re.compile(
    r"(?:FY ?\d|[’'‘]?\d{2}년|\d{4}\.|\d+~\d+"
    r"|(?:\d+|상|하|전|이번|지난|한)(?:년|월|일|분기|반기|개월|주|해)(?:간|째|도|초|말|중)?)"
)
_PARTICLES: Final = (
    "으로부터", "에서는", "이라는", "이라고", "에서", "에게", "으로", "이며", "이다", "까지", "부터", "에는", "에도",
    "보다", "을", "를", "은", "는", "이", "가", "의", "에", "로", "와", "과", "도", "만",
)  # fmt: skip
_BY_END: Final = by_last(_PARTICLES)
_AFTER_FINAL: Final = frozenset(("을", "은", "이", "과", "으로", "이라는", "이라고", "이며", "이다", "으로부터"))
_AFTER_VOWEL: Final = frozenset(("를", "는", "가", "와"))
#: Particles of adverbial cases, and 서 for 에서 where nouns do not end so (시장서).
_ADVERBIAL: Final[tuple[str, ...]] = (
    "마다", "까지", "부터", "에서", "에게", "에선", "에겐", "으론", "보다", "마저", "조차", "처럼", "이나", "시장서",
)  # fmt: skip
#: Verb forms in 자 (…하자, 오르자); 노동자, 이자 are nouns.
_UPON: Final[tuple[str, ...]] = (
    "하자", "되자", "나자", "르자", "않자", "없자", "있자", "들자", "늘자", "줄자", "뛰자", "오자", "키자", "아지자", "어지자",
    "여지자", "려지자", "커지자", "해지자", "내리자", "몰리자", "올리자", "걸리자",
)  # fmt: skip
_BUT: Final[tuple[str, ...]] = ("으나", "지만", "는데")
_SHORT_UPON: Final = frozenset(("늘자", "뛰자", "들자"))
#: Endings after which a topic's measure, and a subject in 이/가, no longer reach.
_ENDS_TOPIC: Final = ("며", "지만", "는데", "으나", "면", *_UPON, "고", "면서", "다가")
_ENDS_SUBJECT: Final = (
    "지만", "는데", "으나", "면", *_UPON, "므로", "니까", "도록", "다고", "라고", "다며", "라며", "해서", "어서", "자마자",
    "져", "않아", "있으며", "없으며", "있고", "없고", "다가", "돼", "면서부터", "음에도", "함에도", "됨에도", "는데도",
    "은데도",
)  # fmt: skip
#: Nouns that close a clause with the verb before them: 길어질 경우, 늘어날 때는.
_CASES: Final[tuple[str, ...]] = ("경우", "때", "직후", "탓에", "덕에", "덕분", "바람에")
_ENDS: Final = (*_ENDS_TOPIC, *_ENDS_SUBJECT)
_ENDS_LAST: Final = frozenset(end[-1] for end in _ENDS)


def has_final(syllable: str) -> bool | None:
    """Whether a Hangul syllable ends in a consonant; None for anything else."""
    code = ord(syllable) - 0xAC00 if syllable else -1
    return code % 28 != 0 if 0 <= code < 11172 else None


def words_of(lexicon: Lexicon) -> Words:
    """The word tables of a lexicon, prepared once."""
    return lexicon.built(Words)


def _out_of_harmony(word: str) -> bool:
    """엔비디아, 캘리포니아: a name, as verbs take 아 only behind ㅏ, ㅑ, ㅗ and ㅛ (the vowel harmony of Korean)."""
    if word[-1:] != "아" or len(word) < 3:
        return False
    before = ord(word[-2]) - 0xAC00
    return 0 <= before < 11172 and before // 28 % 21 not in _BRIGHT


class Words(Measures):
    """The tables, and questions about single words. All answers are bounded by the length of a word."""

    __slots__ = (
        "_adverbs", "_apart", "_bodies", "_brokers", "_closing", "_compounding", "_determiners", "_doer_ends", "_doers",
        "_ends", "_makers", "_nouns", "_nouns_end", "_obliques", "_outside", "_police", "_public_banks", "_relating",
        "_short", "_stripped", "_suffixes", "_telling", "_times", "_title_sizes", "_units", "_whole", "acting", "acts",
        "attaining", "changed", "changes", "changes_by", "counting", "deciding", "describing", "done", "earning", "ending",
        "moving", "passed", "place", "portions", "pronouns", "ranking", "seizing", "sizes", "surnames", "titles", "traders",
    )  # fmt: skip

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        sections = lexicon.sections
        self._units = lexicon.units.rows
        self.sizes = frozenset(sections["size_noun.ko"])
        self._determiners = frozenset(sections["determiner.ko"])
        self._telling = frozenset(sections["adnominal.ko"])
        self.describing = frozenset(sections["describing.ko"])
        bodies = sections["body_end.ko"]
        self._bodies = by_last(bodies)
        self._brokers = by_last(sections["broker_end.ko"])
        self._police = by_last(flagged(bodies, "police"))
        self.seizing = tuple(sections["seizing.ko"])
        self.traders = frozenset(sections["trader.ko"])
        self._makers = frozenset(sections["maker.ko"])
        self._public_banks = tuple(word for word in bodies if word.endswith("은행") and word != "은행")
        self.counting: dict[str, str] = {word: row["role"] for word, row in sections["counting.ko"].items()}
        self.pronouns: dict[str, bool] = {word: bool(row.get("person")) for word, row in sections["pronoun.ko"].items()}
        self.ending = frozenset(flagged(sections["no_owner.ko"], "ends"))
        self.place = frozenset(sections["place.ko"])
        self._ends = frozenset(sections["noun_end.ko"])
        self._compounding = frozenset(end for end, row in sections["noun_end.ko"].items() if not row.get("whole"))
        forms = sections["not_subject.ko"]
        self._whole = frozenset(flagged(forms, "whole"))
        self._suffixes = frozenset(word for word, row in forms.items() if not row.get("whole"))
        self.acts = frozenset(sections["act.ko"])
        self.done = flagged(sections["act.ko"], "ends")
        self.portions = frozenset(sections["portion.ko"])
        self._nouns = Kept(self._nouny)
        self._nouns_end = Kept(self._noun_ends)
        self._obliques = Kept(self._not_subject)
        self._adverbs = Kept(self._adverb)
        self._outside = Kept(self._stands_apart)
        self._apart = Kept(self._tells)
        self._times = Kept(self._is_time)
        self._closing = Kept(self._closes)
        self._relating = Kept(self._relates)
        self._stripped = Kept(self._strip)
        self.surnames = frozenset(sections["surname"])
        self.ranking = frozenset(sections["ranking.ko"])
        self.deciding = tuple(sections["deciding.ko"])
        self.passed = tuple(sections["penalty_passed.ko"])
        self.titles = frozenset(sections["title.ko"])
        self._title_sizes = sorted(set(map(len, sections["title.ko"])))
        self.attaining: dict[str, bool] = {
            word: bool(row.get("people")) for word, row in sections["attaining.ko"].items()
        }
        self.acting = frozenset(flagged(sections["modifier.ko"], "acts"))
        self.earning = frozenset(sections["earning.ko"])
        self.moving = frozenset(
            word + form
            for word, row in sections["moving.ko"].items()
            for form in (("하며", "하면서", "한", "해") if row.get("noun") else ("",))
        )
        self.changed = frozenset(sections["changed.ko"])
        self.changes = tuple(sections["change.ko"])
        self.changes_by = flagged(sections["change.ko"], "by")
        self._doer_ends = by_last(sections["doer_end.ko"])
        self._doers = Kept(self._doer)
        self._short = frozenset(sections["short_noun.ko"])

    def noun_ends(self, word: str) -> bool:
        """Whether a word ends as a listed noun does, whatever its last syllable."""
        return self._nouns_end[word]

    def _noun_ends(self, word: str) -> bool:
        ends = self._ends
        listed = word in ends or word[-3:] in ends or word[-4:] in ends
        return listed or (word[-1:] in _COMPOUNDING and word[-2:] in self._compounding) or _out_of_harmony(word)

    def not_subject(self, word: str) -> bool:
        """발표하는, 높은, 에는: an adnominal or an oblique case that only looks like a topic."""
        return self._obliques[word]

    def _not_subject(self, word: str) -> bool:
        ends = self._suffixes
        return word in self._whole or word[-2:] in ends or word[-3:] in ends or word[-4:] in ends

    def adnominal(self, word: str) -> bool:
        """개발한, 오르는: a verb that modifies the next noun."""
        last = word[-1:]
        if last not in _ADNOMINAL or self.noun_ends(word):
            return False
        if last in "는은":
            return self.not_subject(word) or (last == "는" and len(word) > 1 and has_final(word[-2]) is True)
        return True

    def nouny(self, word: str, *, head: bool = False) -> bool:
        """Whether a word without particle may be (part of) a noun phrase."""
        if not word or (not head and word in self.no_owner):
            return False
        return self._nouns[word]

    def _nouny(self, word: str) -> bool:
        last = word[-1]
        if word[0].isdigit() or word[0] in "것±+-−△▲▼" or not (last.isalnum() or last in CLOSERS):
            return False
        if last in _VERBAL and not self.noun_ends(word) and word not in self._measures:
            return False
        if len(word) > 2 and word.endswith(_BUT):
            return False  # 있으나 물량이
        if last == "자" and word.endswith(_UPON) and (len(word) > 2 or word in _SHORT_UPON):
            return False  # 코스피가 오르자 코스닥도
        return word[-2:] not in _VERB_TAILS and word not in self._telling

    def owns(self, stem: str) -> bool:
        """넷라인의: before 의 stands a noun, whatever its last syllable, unless a case stands there (에서의, 와의)."""
        return not stem[0].isdigit() and (stem[-1] not in _CASE_ENDS or self.nouny(stem, head=True))

    def own_nothing(self, gap: str) -> bool:
        """지난해 약: whether nothing but times and words that own nothing stands in a gap."""
        for word in gap.split():  # noqa: SIM110  all() makes a generator
            if not self.is_time(word) and word not in self.no_owner:
                return False
        return True

    def adverb(self, word: str) -> bool:
        """함께, 처음, 매년 …: words without particle that are no nouns beside a number."""
        return self._adverbs[word]

    def _adverb(self, word: str) -> bool:
        if word[-1] == "당" and len(word) > 1 and (word[0].isdigit() or word[:-1] in self._units):
            return word not in self._measures  # 배럴당, 1인당; no 민주당, 일당
        if word[-1] == "별" and len(word) > 2 and word not in self._measures:
            return True  # 상임위별
        if word[-1] == "나" and self.noun_ends(word):
            return False  # 우크라이나
        return word[-1] in "께음껏씩쯤씨" or (word[-1] == "째" and len(word) > 2) or word.endswith(_ADVERBIAL)

    def is_time(self, word: str) -> bool:
        """3분기, 지난해, 10월: a time beside a measure is no owner of it."""
        return self._times[word]

    def _is_time(self, word: str) -> bool:
        return _TIME.match(word) is not None and word[-1] != "사" and "년물" not in word

    def closes(self, word: str) -> int:
        """How a word may end a clause: 1 for a topic's measure, 2 for a subject, 4 for a subject when a noun follows."""
        return self._closing[word]

    def _closes(self, word: str) -> int:
        bare = word.rstrip(",")
        found = 0
        if (
            (len(bare) > 2 - (bare[-1:] != "자") or bare == "져")
            and bare[-1:] in _ENDS_LAST
            and bare.endswith(_ENDS)
            and not self.noun_ends(bare)
            and self.measure(bare) is None
        ):
            found = (1 if bare.endswith(_ENDS_TOPIC) else 0) | (2 if bare.endswith(_ENDS_SUBJECT) else 0)
        if bare.startswith(_CASES) and len(bare) < 5:
            found |= 2
        if bare[:1].isdigit() and (bare.endswith("일로") or (bare[-1] == "인" and bare[-2].isdigit())):
            found |= 3  # 고점은 4월 11일로, 지수가 2.75인 분야
        if bare not in self._determiners and self.adnominal(bare):
            found |= 2 if bare[-1] in "된진" else 4
        return found

    def relates(self, word: str) -> int:
        """How a word on the way from a number to its verb is read: 1 a verb before its noun (가로챈), 2 the end of a clause."""
        return self._relating[word]

    def _relates(self, word: str) -> int:
        if not word or word in self._determiners or self.noun_ends(word):
            return 0
        if word[-1] in _RELATING or word == "준" or self.adnominal(word):
            return 1
        return 2 if word[-1] in _ENDS_LAST and word.endswith(_ENDS) else 0

    def doer(self, noun: str) -> bool:
        """일당, 업체, 투자자: a noun for people or a body, which a verb before it may describe."""
        return self._doers[noun]

    def _doer(self, noun: str) -> bool:
        return ends_so(noun, self._doer_ends) or self.titled(noun)

    def carries(self, word: str, particle: str) -> bool:
        """Whether ``particle`` can follow: 은/이 after a consonant, 는/가 after a vowel, either after Latin."""
        code = ord(word[-1]) - ord("가") if word else -1
        if not 0 <= code <= ord("힣") - ord("가"):
            last = word[-1:]
            return last.isalnum() or last in CLOSERS or last == "㈜"
        if particle in ("도", "서"):
            return True
        return (code % 28 != 0) == (particle in ("은", "이"))

    def is_marked(self, word: str) -> bool:
        """회사가, 떡이: a noun and the particle of a subject; not 평가, 나이 (no particle ends so), 휴가 (a listed noun)."""
        if len(word) < 2 or (word[-1] != "이" and word[-1] != "가") or not self.carries(word[:-1], word[-1]):
            return False
        return not self.noun_ends(word) and word not in self._measures

    def titled(self, name: str) -> bool:
        """A person by title: 김 장관, 박 대표."""
        last = name.rsplit(" ", 1)[-1]
        if last == "씨":
            return True
        titles = self.titles
        for size in self._title_sizes:
            if last[-size:] in titles:
                return True
            if size >= len(last):
                break
        return False

    def deals(self, noun: str) -> bool:
        """외국인 3천계약, 현대차 3만대: who trades or sells what is counted, and not what that is."""
        return noun in self.traders or noun in self._makers or noun in self.acting or self.doer(noun)

    def institution(self, name: str) -> bool:
        """A body that reports others' figures: 통계청, 금융위원회."""
        return ends_so(name, self._bodies)

    def police(self, name: str) -> bool:
        """수서경찰서, 검찰: who catches others with what they took."""
        return ends_so(name, self._police)

    def broker(self, name: str) -> bool:
        """가온증권, 한빛투자증권: a company that forecasts the figures of others."""
        return ends_so(name, self._brokers)

    def company(self, name: str) -> bool:
        """A bank that is no public body has results of its own."""
        return name.endswith("은행") and not name.endswith(self._public_banks)

    def is_unit(self, word: str) -> bool:
        """포기, 병, 마리: a counter."""
        return word in self._units

    def is_short(self, word: str) -> bool:
        """쌀, 파: a listed noun of one syllable."""
        return word in self._short

    def is_counter(self, word: str) -> bool:
        """명, 가구, 곳: what things are counted in, and no sum or length."""
        row = self._units.get(word)
        return row is not None and row[0] == "count"

    def stands_apart(self, word: str) -> bool:
        """높은, 지난해, 함께: a word left of a noun that is no part of its phrase."""
        return self._outside[word]

    def _stands_apart(self, word: str) -> bool:
        last = word[-1]
        return (
            word in self.describing
            or not self.nouny(word, head=word in self.modifiers)
            or (last in CLOSERS and not (last == ")" and len(word) > 1 and word[word.find("(") - 1].isalnum()))
            or (last == ")" and word.endswith("%)"))  # 가온(-2.3%) 나래(-3.8%)는
            or self.is_time(word)
            or (self.adverb(word) and not (last == "씨" and len(word) > 1))  # A씨 일당
            or (len(word) > 2 and not word[-2].isdigit() and self.is_marked(word))
        )

    def tells(self, word: str) -> bool:
        """온라인, 청년, 5G: a bare noun that tells a measure apart."""
        return self._apart[word]

    def _tells(self, word: str) -> bool:
        if len(word) < 2 or not word[-1].isalnum() or word in self.pronouns or word in self._units:
            return False
        if word in self.describing or word.endswith("결과"):
            return False
        if word[0].isdigit():
            return word[-1].isascii() and word[-1].isalpha()
        if len(word) > 2 and self.is_marked(word):
            return False  # 회사가 지분을
        if word in self.no_owner and word not in self.modifiers and word not in self.acts:
            return False
        return self.nouny(word, head=True) and not self.adverb(word) and not self.is_time(word)

    def modifies(self, word: str) -> bool:
        """Whether a word owns nothing, but tells things apart: 온라인, 신규, 대중국."""
        return word in self.modifiers or word in self.acts or word.endswith(self.done) or self.relational(word)

    def relational(self, word: str) -> bool:
        """구조적, 일시적: a noun of two syllables and 적 (of that kind); 실적, 면적 end so by chance."""
        return len(word) == 3 and word[-1] == "적" and word not in self._measures

    def strip(self, word: str) -> tuple[str, str]:
        """A word without its particle, and the particle ("" if none)."""
        return self._stripped[word]

    def _strip(self, word: str) -> tuple[str, str]:
        if word in self._measures or word in self.no_owner or self.noun_ends(word):
            return word, ""
        for particle in _BY_END.get(ord(word[-1]) if word else 0, ()):
            if word.endswith(particle):
                stem = word[: -len(particle)]
                if (len(stem) < 2 and stem not in self._short) or (particle == "로" and stem[-1] == "으"):
                    continue
                if stem[-1] == "·" or (particle == "만" and stem[-1] == "지" and has_final(stem[-2]) is not False):
                    continue  # 시·도, 통제됐지만
                final = has_final(stem[-1])
                if (particle in _AFTER_FINAL and final is False) or (particle in _AFTER_VOWEL and final is True):
                    continue
                if particle in ("는", "은") and self.not_subject(word):
                    return word, ""
                return stem, particle
        return word, ""
