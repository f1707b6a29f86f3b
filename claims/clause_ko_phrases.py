"""Noun phrases of a Korean clause: what a particle marks (한빛전자는, 매출이), and the names and measures that stand together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.looks import follows_any, letter, precedes
from claims.noun_phrase_ko import after_number, bounded, measure_at, phrase_left, word_start
from claims.subjects_ko_words import has_final

if TYPE_CHECKING:
    from claims.subjects_ko_sentence import Sentence
    from claims.subjects_ko_words import Words

__all__ = ["UNNAMED", "Candidate", "canonical", "joint_measures", "judge", "names_of"]

_COUNTED: Final = re.compile(
    r"(?:[\d,.만천백]+|수[십백천만억]+)(?:여)?(?:(?:명|인|곳|개|건|가구|마리)(?: (?!이상|이하|미만|초과)|$)|대$)"
)
_ASIDE: Final = re.compile(r"\([^()]*\)")
#: Last syllables of verb forms before 도 (그래도, 하더라도, 줄어도).
_CONCEDING: Final = frozenset("라래어아여해려져러겨쳐워와까로에게지고며면서데")
#: Final consonants of the syllable before 다 in a finite verb: 끝난다, 없다, 끝났다.
_PAST: Final = frozenset((4, 18, 20))
#: Nouns that are a subject which the clause does not name: 가온, 나래 등이, 다친 경우가.
UNNAMED: Final = frozenset(("등", "경우"))
_GOVERNING: Final = frozenset("시도구군")
_WITH: Final = ("와 ", "과 ")
_OR_WITH: Final[tuple[str, ...]] = (*_WITH, "나 ")
_ENDED: Final = frozenset("은는이가을를에의로고며.")
#: 판매가 작년보다 39.2% 줄었다: so much is sold; in 판매가 3만원 it is the price.
_SOLD: Final = re.compile(r" [^,.원]{0,24}?\d[\d.,만천]*(?:%|대)")
_BEFORE_SUMS: Final = ("하루 ", "약 ", "총 ", "연 ", "월 ")
_POINTING: Final = frozenset("이그저")
_CALLED: Final = ("씨", "군", "양")
_EVEN_SO: Final = (" 했", " 하", " 한")
#: Nouns that only an adnominal verb can precede: 만지는 등.
_DEPENDENT: Final[tuple[str, ...]] = (
    "것", "데 ", "때", "등 ", "중 ", "바 ", "점", "경우", "만큼", "대로", "동안", "과정", "이들", "한편",
)  # fmt: skip
_DEPENDING: Final = frozenset(noun[0] for noun in _DEPENDENT)


class Candidate:
    """A noun phrase with a particle: where it starts, where its last word does, and what it is.

    ``place`` is a place in 에서는; ``known`` is False of a phrase in 도 that the document does not name elsewhere.
    """

    __slots__ = ("end", "head", "known", "measure", "particle", "place", "start")

    def __init__(
        self, start: int, head: int, end: int, particle: str, measure: str | None, place: bool, known: bool = True
    ) -> None:  # fmt: skip
        self.start, self.head, self.end = start, head, end
        self.particle = particle
        self.measure = measure
        self.place = place
        self.known = known


def judge(sentence: Sentence, index: int) -> Candidate | None:
    """The noun phrase that a particle of the sentence closes, if it is one."""
    judged = sentence.judged[index]
    if judged is False:
        judged = sentence.judged[index] = _phrase_at(sentence, sentence.particles[index])
    found: Candidate | None = judged
    return found


def _phrase_at(sentence: Sentence, pos: int) -> Candidate | None:
    text, words, low = sentence.text, sentence.words, max(sentence.start, pos - 80)
    mark = ord(text[pos])
    if mark == ord("서") and letter(text, pos - 1) != ord("께"):
        return None
    end = pos - 1 if mark == ord("서") else pos
    start = word_start(text, low, end)
    word = text[start:end]
    if not word:
        return None
    particle = text[pos]
    if mark == ord("가") and word[-1].isdigit() and has_final(word[-2:-1] or "1") is not None:
        return None  # 금호동1가
    if (
        (mark == ord("은") or mark == ord("는"))
        and letter(text, start - 1) == ord(" ")
        and letter(text, start - 2) in (ord("을"), ord("를"))
        and _acts_on(sentence, start, word)
    ):
        return None  # 22억원을 빼앗은 조직원, 통장을 사고파는 행위; not 성공할 확률은, 결과를 정부는
    if mark == ord("도") and (text[pos + 1] == "," or (word[-1] == "기" and follows_any(text, pos + 1, _EVEN_SO))):
        return None  # 울릉도, 독도에서는; 밀리기도 했으나
    if word in UNNAMED:
        return Candidate(start, start, end, particle, None, False)
    full = text[start : pos + 1] if end == pos else word + particle
    if mark != ord("서") and word in words.light:
        joined = measure_at(words, text, low, start, word)
        if joined is not None:
            return Candidate(start, joined[1], end, particle, joined[0], False)
    if word[-1] == "다" and mark in (ord("가"), ord("는")) and not words.noun_ends(word):
        if mark == ord("가") or (ord(word[-2:-1] or "가") - 0xAC00) % 28 in _PAST:
            return None  # 걷다가, 끝났다는
    if mark == ord("는") and word[-1] == "서" and word.endswith("에서") and word[:-2] in words.place:
        return Candidate(start, start, end - 2, "는", None, True)
    short = len(word) == 1 and mark in (ord("은"), ord("는")) and _short_topic(text, start, pos, sentence.start)
    if mark not in (ord("도"), ord("서")):
        if words.not_subject(full) and not words.noun_ends(word) and not (short and words.is_short(word)):
            return None
        if text[pos + 2 : pos + 3] in _DEPENDING and text.startswith(_DEPENDENT, pos + 2):
            return None
    if full in words.no_owner or (mark in (ord("이"), ord("가")) and words.noun_ends(full)):
        return None  # 어린이 보호구역
    if mark != ord("서") and words.is_measure(full) and not (words.is_measure(word) and _SOLD.match(text, pos + 1)):
        return None
    if not words.carries(word, particle):
        return None
    measure = words.measure(word)
    if measure is None and word[-1] == ")" and (cut := word.find("(")) > 1:
        measure = words.measure(word[:cut])  # 근로소득(총급여)이
        if measure is not None:
            end = start + cut
        elif word[:cut] in words.light and (joined := measure_at(words, text, low, start, word[:cut])) is not None:
            return Candidate(start, joined[1], start + cut, particle, joined[0], False)  # 이익 전망치(컨센서스)는
    if measure is not None and start - 1 > low:
        if text[start - 1] == "/":
            measure = words.base(measure[1:])  # 원/달러환율은
    if measure == word and words.doer(word) and words.is_money(word) and _gang(sentence, start, pos, low):
        measure = None
    known = mark != ord("도") or measure is not None or text[start:end] in sentence.known
    if not known and (word[-1] in _CONCEDING or word.endswith("에만") or words.not_subject(full) or words.adverb(word)):
        return None
    if measure is not None:
        return Candidate(start, end - len(measure), end, particle, measure, False)
    if (
        word in words.no_owner
        and word not in words.pronouns
        and word not in words.acting
        and not _named_beside(text, start, word, words)
    ):
        return None
    if word in _CALLED and start - low > 1 and text[start - 1] == " ":
        before = word_start(text, low, start - 1)
        if before < start - 1 and not text[before].isdigit() and words.nouny(text[before : start - 1]):
            return Candidate(before, before, end, particle, None, False)  # 김모 씨는
    if (word[0].isdigit() and word[-1] != "물") or (
        len(word) == 1
        and word not in words.pronouns
        and not word.isascii()
        and text[start - 2 : start] not in ("이 ", "그 ", "저 ")  # 이 배는
        and not (start == sentence.start and word in _GOVERNING and mark in (ord("은"), ord("는")))  # 도는
        and not short
    ):
        return None
    phrase = phrase_left(words, text, low, end)
    if not phrase or (
        len(phrase) < 2
        and word not in words.pronouns
        and not phrase.isascii()
        and phrase not in _GOVERNING
        and not short
    ):
        return None
    begin = text.rfind(phrase, low, end)
    if begin < 0:
        begin = start
    stop = begin + len(phrase)
    if letter(text, begin - 3) == ord(")") and follows_any(text, begin - 2, _OR_WITH):
        begin = word_start(text, low, begin - 1)  # 가온(-3%)과 나래(-2%)는
    begin -= len(bounded(text, low, begin))  # 65세 이상 노인은
    return Candidate(_listed(sentence, begin, low), start, stop, particle, None, False, known)


def _acts_on(sentence: Sentence, start: int, word: str) -> bool:
    """통장을 사고파|는: whether a word behind an object is a verb before its noun; 마을 주민|은 has no object before it."""
    text, words = sentence.text, sentence.words
    if words.measure(word) is not None:
        return False
    before = text[word_start(text, sentence.start, start - 1) : start - 1]
    if words.noun_ends(before) or len(before) < 2 or (before[-1] == "을" and has_final(before[-2]) is False):
        return False  # 가을 배추는, 고을 사람은
    return not (word in sentence.known or word in words.pronouns or words.doer(word) or words.institution(word))


def _gang(sentence: Sentence, start: int, pos: int, low: int) -> bool:
    """A씨 일당은 … 가로챘다, 일당은 지난해부터 11억원을 가로챈 혐의를: those who did it; in 일당은 10만원 it is a wage."""
    text = sentence.text
    if start - 1 > low and text[start - 1] == " " and text[start - 2] not in _ENDED:
        return True
    return "혐의" in text[pos : sentence.end] and start == sentence.start and not text[pos + 2 : pos + 3].isdigit()


def _short_topic(text: str, start: int, pos: int, begin: int) -> bool:
    """쌀은 3% 올랐고, 파는 60%: a noun of one syllable that begins its clause, with the number right behind it."""
    return (start == begin or text[start - 2 : start] == ", ") and (
        "0" <= text[pos + 2 : pos + 3] <= "9" or follows_any(text, pos + 2, _BEFORE_SUMS)
    )


def _named_beside(text: str, start: int, word: str, words: Words) -> bool:
    """김 시장은, 국공립대 평균은: a word that owns nothing alone is a subject with the name beside it; not 올해 평균은."""
    if start < 2 or text[start - 1] != " ":
        return False
    if word == "평균":
        before = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
        return words.tells(before) and before[-1] != "당" and words.measure(before) is None
    return not text[start - 3 : start - 2].strip() and words.titled(word)  # a title behind a surname


def _listed(sentence: Sentence, begin: int, low: int) -> int:
    """가온건설, 나래건설, 다솜건설이: where the list begins whose last name stands at ``begin``."""
    text, words = sentence.text, sentence.words
    for _ in range(6):
        if begin - low < 4 or text[begin - 1] != " " or text[begin - 2] != ",":
            break
        start = word_start(text, low, begin - 2)
        word = text[start : begin - 2]
        joined = start - low > 3 and text[start - 2 : start] in _WITH
        if (
            (len(word) < 2 and not joined)
            or not words.nouny(word)
            or (words.adverb(word) or word in words.acts)  # 각각 증가, 임시근로자는
            or words.is_time(word)
            or word in words.pronouns
            or (start - low > 2 and text[start - 1] == " " and text[start - 2] in "을를")  # 소식통을 인용, 가온이
            or (words.is_unit(word) and after_number(text, start))  # 1만 가구, 지방은
        ):
            break
        begin = start
        if joined:
            first = word_start(text, low, start - 2)
            return first if words.nouny(text[first : start - 2], head=True) else begin  # 사과와 배, 토마토가
    return begin


def joint_measures(sentence: Sentence, measure: str, pos: int, low: int) -> list[str] | None:
    """매출과 영업이익이, 매출·영업이익은, 매출 및 영업이익: the measures that stand together, the last at ``pos``."""
    text, words = sentence.text, sentence.words
    names = measure.split("·")
    if any(words.measure(name) is None for name in names):
        names = [measure]  # 행사·축제경비
    if precedes(text, pos, "당 "):
        pos = word_start(text, low, pos - 1)  # 재배 면적과 10a당 생산량은
    for _ in range(4):
        mark = text[pos - 2 : pos]
        if mark not in (", ", "와 ", "과 ", "및 "):
            break
        end = pos - 2 if mark != "및 " else pos - 3
        if text[end - 1] == ")" and mark != ", ":
            end = max(text.rfind("(", low, end), low)  # 전세대출(4.2%)과 신용대출(5.6%)이
        start = word_start(text, low, end)
        found = measure_at(words, text, low, start, text[start:end])
        if found is None:
            if mark in _WITH and "각각 " in text[pos : pos + 16] and text[start:end] in words.acts:
                names[:0] = [text[start:end]]  # 내수와 수출이 각각
            break
        names[:0] = found[0].split("·")
        pos = found[1]
    return names if len(names) > 1 else None


def names_of(phrase: str) -> list[str]:
    """가온과 나래, 다솜·라온: the names of a list; 도매 및 소매업 is one."""
    names: list[str] = []
    for part in phrase.replace("·", ", ").split(", "):
        at = next(
            (
                at
                for at in range(2, len(part) - 1)
                if part[at] == " "
                and part[at - 1] in "와과"
                and has_final(part[at - 2]) in (None, part[at - 1] == "과")
            ),
            -1,
        )
        if at > 0:
            names += [part[: at - 1], *names_of(part[at + 1 :])]
        elif " 및 " in part and not part.endswith("업"):
            names += part.split(" 및 ")
        else:
            names.append(part)
    return names


def canonical(sentence: Sentence, phrase: str) -> str | None:
    """The phrase, or the canonical form of the name that it is or ends with."""
    if not phrase or (
        (phrase[0].isdigit() or phrase[0] == "수") and _COUNTED.match(phrase) and not phrase.endswith("인 가구")
    ):
        return None  # 1200명 전원의 고용: a number owns nothing
    if "(" in phrase:
        if ")" not in phrase:
            return phrase[: phrase.find("(")] or None  # 1위를 차지한 나래(3조원)를
        phrase = (
            phrase[: phrase.find("(")] if phrase[-2:-1] == ")" and phrase[-1] in _CALLED else _ASIDE.sub("", phrase)
        )
        phrase = phrase.lstrip(" ,·")  # 25건(연평균 8.3건), 나래공단은
    known = sentence.known
    if known:
        rest = phrase
        while True:
            alias = known.get(rest)
            if alias is not None:
                return phrase if phrase[1:2] == " " and phrase[0] in _POINTING else alias.canonical  # 이 회사
            cut = rest.find(" ")
            if cut < 0 or rest[cut - 1] in "와과,":
                break  # 가온과 나래: both
            rest = rest[cut + 1 :]
    return phrase
