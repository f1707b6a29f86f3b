"""Noun phrases of a Korean clause: who owns a measure (한빛전자의 매출), and what a particle marks (한빛전자는, 매출이)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.noun_phrase_ko import bounded, measure_at, phrase_left, word_start
from claims.subjects_ko_words import has_final

if TYPE_CHECKING:
    from claims.subjects_ko_sentence import Sentence
    from claims.subjects_ko_words import Words

__all__ = ["UNNAMED", "Candidate", "canonical", "joint_measures", "judge", "names_of", "of_so_many", "owner_of"]

_COUNTED: Final = re.compile(
    r"(?:[\d,.만천백]+|수[십백천만억]+)(?:여)?(?:(?:명|인|곳|개|건|가구|마리)(?: (?!이상|이하|미만|초과)|$)|대$)"
)
_TENOR: Final = re.compile(r"\d+(?:년|개월|일)물")
_BODIES: Final = re.compile(r"[\d,만천백십여]+[가-힣]{1,2}")
_NUMBER: Final = 24  # characters of a number
_FIGURES: Final = "0123456789,만천백십여"
_ASIDE: Final = re.compile(r"\([^()]*\)")
#: Last syllables of verb forms before 도 (그래도, 하더라도, 줄어도).
_CONCEDING: Final = frozenset("라래어아여해려져러겨쳐워와까로에게지고며면서데")
#: Final consonants of the syllable before 다 in a finite verb: 끝난다, 없다, 끝났다.
_PAST: Final = frozenset((4, 18, 20))
#: Nouns that are a subject which the clause does not name: 가온, 나래 등이, 다친 경우가.
UNNAMED: Final = frozenset(("등", "경우"))
_GOVERNING: Final = frozenset("시도구군")
_SCOPES: Final = ("대비", "기준")
_SUBJECT: Final = ("이", "가")
_WITH: Final = ("와 ", "과 ")
_ENDED: Final = frozenset("은는이가을를에의로고며.")
_MARKED: Final = {"’": "‘", "”": "“"}
#: 판매가 작년보다 39.2% 줄었다: so much is sold; in 판매가 3만원 it is the price.
_SOLD: Final = re.compile(r" [^,.원]{0,24}?\d[\d.,만천]*(?:%|대)")
_CALLED: Final = ("씨", "군", "양")
_EVEN_SO: Final = (" 했", " 하", " 한")
#: Words that end a clause before a measure.
_SUBORDINATE: Final = frozenset(("경우", "때", "뒤", "후", "이후", "직후"))
#: A number that ends so closes its clause: no owner stands left of it.
_AMOUNTED: Final = ("인데", "이고", "이며", "였고", "이었고", "이지만")
#: Nouns that only an adnominal verb can precede: 만지는 등.
_DEPENDENT: Final = (
    "것", "데 ", "때", "등 ", "중 ", "바 ", "점", "경우", "만큼", "대로", "동안", "과정", "이들", "한편")  # fmt: skip


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


def owner_of(sentence: Sentence, pos: int, low: int) -> str | None:
    """The owner left of a measure noun at ``pos``: its text after "의" (genitive) or " " (beside), "" for a pronoun."""
    text, words = sentence.text, sentence.words
    if pos > low and text[pos - 1] not in " \u00a0":
        return None
    for _ in range(4):
        end = pos
        while end > low and text[end - 1] in " \u00a0":
            end -= 1
        if end <= low:
            return None
        start = word_start(text, low, end)
        word = text[start:end]
        if not word:
            return None
        if text[start - 1] == "/" and start > low and words.is_unit(word):
            return " " + text[max(low, text.rfind(" ", low, start) + 1) : end]  # 원/달러 환율
        if word[-1] == "의" and len(word) > 1 and (not words.noun_ends(word) or of_so_many(sentence, word, start)):
            stem = word[:-1]
            if stem in words.pronouns:
                return ""
            if stem[-1] in _MARKED and _MARKED[stem[-1]] not in stem:
                opener = text.rfind(_MARKED[stem[-1]], low, start)
                return None if opener < low else "의" + text[opener + 1 : end - 2]  # ‘S 16GB’의 출고가
            if stem[-1] == ")" and "(" not in stem:
                opener = text.rfind("(", low, start)
                return None if opener <= low else "의" + phrase_left(words, text, low, opener)  # 대학(정원 3만 명)의
            if word in words.ending:
                return None  # 상품 등급의 배추 가격, 기술주 중심의 나스닥 지수
            if stem not in words.no_owner and stem not in words.acts and not words.is_time(stem) and words.owns(stem):
                whole = phrase_left(words, text, low, end - 1)
                return "의" + bounded(text, low, end - 1 - len(whole)) + whole
            if stem[0].isdigit() and _BODIES.fullmatch(stem) and words.is_unit(stem.lstrip(_FIGURES)):
                whole = phrase_left(words, text, low, end - 1)
                if whole != stem:
                    return "의" + whole  # 국내 완성차 5사의
            pos = start
            continue
        if word == "및" or (word[-1] in "와과" and len(word) > 2 and not words.noun_ends(word)):
            return None
        if word.isdigit() and len(word) > 2 and start - 1 > low and text[start - 2].isalpha():
            return " " + phrase_left(words, text, low, end)  # 러셀 2000 지수는
        if word[-1] == "%" or (
            word[0].isdigit() and (word[-1] in "은는이가을를" or word.endswith("에서") or ")으로" in word)
        ):
            return None  # 수율 90% 적용 생산량, 84㎡가 경쟁률은, 건수는 43건(확진자 85명)으로 검사 건수는
        if word[0].isdigit() and word.endswith(_AMOUNTED):
            return None  # 매출액이 670억인데 계약 금액은
        if _TENOR.fullmatch(word):
            return " " + phrase_left(words, text, low, end)  # 국고채 3년물 금리
        if word == "당":
            pos = word_start(text, low, start - 1) if start - 1 > low else low
            continue  # 10a 당 생산량
        if (word.endswith("기준") and len(word) > 2) or (word[0] == "제" and word[1:2].isdigit()):
            pos = start
            continue  # 개별기준 매출액, 제2회 추경예산안
        if len(word) > 2 and words.is_marked(word):
            return " " + phrase_left(words, text, low, end - 1)  # 업종이 매출(11%)
        if word in _SCOPES:
            pos = word_start(text, low, start - 1) if start - 1 > low else low
            continue  # 매출액 대비 이익률, 연결재무제표 기준 이익률
        if words.is_own(word) or words.is_balance(word) or (len(word) > 3 and word.endswith(words.done)):
            pos = start
            continue  # 영업이익 증가율, 무역수지 적자, 해외생산 현지판매 실적
        if word[-1] == ")" and (aside := word.find("(")) > 1 and word[:aside] in words.acts:
            pos = start
            continue  # 대중(對中) 무역수지
        if word == "제외":
            return " " + phrase_left(words, text, low, end)  # 식료품 제외 지수
        if word == "차지하는" and text[start - 2 : start - 1] in _SUBJECT:
            return "의" + phrase_left(words, text, low, start - 2)  # 반도체가 차지하는 비중
        if word == "시장" and text.startswith("규모", pos):
            return " " + phrase_left(words, text, low, end)
        if word in _SUBORDINATE or word in words.ending or word == "결과":
            return None  # 영업정지가 길어질 경우 매출이, 주가가 내려 시가총액이
        if (
            word in words.no_owner
            or word in words.acts
            or words.relational(word)
            or word[0].isdigit()
            or words.is_time(word)
            or (word[-1] == "당" and words.adverb(word))
        ):
            if (
                word[-1] == "당"
                and text[start - 1] == " "
                and words.doer(text[word_start(text, low, start - 1) : start - 1])
            ):
                return None  # 환자 1인당 진료비
            pos = start
            continue
        if word == "물" and text[start - 2 : start] == "년 ":
            return None  # 10년 물 국채금리
        if words.nouny(word) and not words.adverb(word):
            whole = phrase_left(words, text, low, end)
            if whole[:2] == "첫 " or (whole[:2] == "한 " and words.is_unit(whole[2:])):
                pos = end - len(whole)
                continue  # 배추 한 포기 가격은, 첫 방송 시청률은
            before = _genitive_before(sentence, end - len(whole), low)
            if before is None and _of_heads(sentence, pos, word):
                return None
            return before or " " + whole
        return None
    return None


def of_so_many(sentence: Sentence, word: str, start: int) -> bool:
    """직원 1천500 명의: a counter and its particle after a number, though a noun is written so (명의)."""
    return word[-1] == "의" and sentence.words.is_counter(word[:-1]) and _after_number(sentence.text, start)


def _of_heads(sentence: Sentence, pos: int, word: str) -> bool:
    """위중증 환자 수, 렌털 계정 수: a bare noun before a number of heads says which, unless it names a place or a body."""
    text, words = sentence.text, sentence.words
    stop = text.find(" ", pos) + 1
    if stop < 1 or not text.startswith("수", stop) or text[stop + 1 : stop + 2] not in "은는이가도를 ":
        return False
    return (
        word not in sentence.known and word not in words.place and not words.institution(word) and not words.doer(word)
    )


def _genitive_before(sentence: Sentence, pos: int, low: int) -> str | None:
    """부산항의 지난달 컨테이너 처리량: the owner stands before the noun that only tells the measure apart."""
    text, words = sentence.text, sentence.words
    for _ in range(2):
        if pos <= low or text[pos - 1] != " ":
            return None
        end = pos - 1
        start = word_start(text, low, end)
        word = text[start:end]
        if len(word) > 2 and word[-1] == "의" and (word[0].isdigit() or not words.noun_ends(word)):
            stem = word[:-1]
            if (
                word not in words.ending
                and stem not in words.pronouns
                and stem not in words.acts
                and stem not in words.no_owner
                and words.owns(stem)
                and not words.is_time(stem)
            ):
                return "의" + phrase_left(words, text, low, end - 1)
            if stem[0].isdigit() and (whole := phrase_left(words, text, low, end - 1)) != stem:
                return "의" + whole  # 일반인 1만2천명의 나트륨 섭취량
            return None
        if word not in words.no_owner and not words.is_time(word):
            return None
        pos = start
    return None


def judge(sentence: Sentence, pos: int) -> Candidate | None:
    """The noun phrase that the particle at ``pos`` closes, if it is one."""
    judged = sentence.judged
    if pos not in judged:
        judged[pos] = _phrase_at(sentence, pos)
    found: Candidate | None = judged[pos]
    return found


def _phrase_at(sentence: Sentence, pos: int) -> Candidate | None:
    text, words, low = sentence.text, sentence.words, max(sentence.start, pos - 80)
    particle = text[pos]
    if particle == "서" and text[pos - 1 : pos] != "께":
        return None
    end = pos - 1 if particle == "서" else pos
    start = word_start(text, low, end)
    word = text[start:end]
    if not word:
        return None
    if particle == "가" and word[-1].isdigit() and has_final(word[-2:-1] or "1") is not None:
        return None  # 금호동1가
    if particle == "은" and text[start - 2 : start] in ("을 ", "를 ") and words.measure(word) is None:
        return None  # 22억원을 빼앗은 조직원; not 성공할 확률은
    if particle == "도" and (text[pos + 1] == "," or (word[-1] == "기" and text.startswith(_EVEN_SO, pos + 1))):
        return None  # 울릉도, 독도에서는; 밀리기도 했으나
    if word in UNNAMED:
        return Candidate(start, start, end, particle, None, False)
    full = word + particle
    if word in words.light and particle in "은는이가도":
        joined = measure_at(words, text, low, start, word)
        if joined is not None:
            return Candidate(start, joined[1], end, particle, joined[0], False)
    past = particle == "가" or (ord(word[-2:-1] or "가") - 0xAC00) % 28 in _PAST
    if word[-1] == "다" and particle in "가는" and past and not words.noun_ends(word):
        return None  # 걷다가, 끝났다는
    if particle == "는" and word.endswith("에서") and word[:-2] in words.place:
        return Candidate(start, start, end - 2, "는", None, True)
    short = len(word) == 1 and particle in "은는" and _short_topic(text, start, pos, sentence.start)
    verbal = particle not in "도서" and words.not_subject(full) and not words.noun_ends(word)
    if (verbal and not (short and words.is_short(word))) or (
        particle not in "도서" and text.startswith(_DEPENDENT, pos + 2)
    ):
        return None
    if full in words.no_owner or (particle in "이가" and words.noun_ends(full)):
        return None  # 어린이 보호구역
    if particle != "서" and words.is_measure(full) and not (words.is_measure(word) and _SOLD.match(text, pos + 1)):
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
    known = particle != "도" or measure is not None or text[start:end] in sentence.known
    if not known and (word[-1] in _CONCEDING or word.endswith("에만") or words.not_subject(full) or words.adverb(word)):
        return None
    if measure is not None:
        return Candidate(start, end - len(measure), end, particle, measure, False)
    if (
        word in words.no_owner
        and word not in words.pronouns
        and word not in words.acting
        and not _mayor(text, start, word, words)
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
        and not (start == sentence.start and word in _GOVERNING and particle in "은는")  # 도는
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
    if text[begin - 3 : begin] in (")와 ", ")과 ", ")나 "):
        begin = word_start(text, low, begin - 1)  # 가온(-3%)과 나래(-2%)는
    begin -= len(bounded(text, low, begin))  # 65세 이상 노인은
    return Candidate(_listed(sentence, begin, low), start, stop, particle, None, False, known)


def _gang(sentence: Sentence, start: int, pos: int, low: int) -> bool:
    """A씨 일당은 … 가로챘다, 일당은 지난해부터 11억원을 가로챈 혐의를: those who did it; in 일당은 10만원 it is a wage."""
    text = sentence.text
    if start - 1 > low and text[start - 1] == " " and text[start - 2] not in _ENDED:
        return True
    return "혐의" in text[pos : sentence.end] and start == sentence.start and not text[pos + 2 : pos + 3].isdigit()


def _short_topic(text: str, start: int, pos: int, begin: int) -> bool:
    """쌀은 3% 올랐고, 파는 60%: a noun of one syllable that begins its clause, with the number right behind it."""
    return (start == begin or text[start - 2 : start] == ", ") and "0" <= text[pos + 2 : pos + 3] <= "9"


def _mayor(text: str, start: int, word: str, words: Words) -> bool:
    """김 시장은: a title behind a surname, whatever else the word may mean; 국공립대 평균은 is one too, not 올해 평균은."""
    if word == "평균" and start > 2 and text[start - 1] == " ":
        before = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
        return words.tells(before) and before[-1] != "당" and words.measure(before) is None
    return start > 1 and text[start - 1] == " " and not text[start - 3 : start - 2].strip() and words.titled(word)


def _listed(sentence: Sentence, begin: int, low: int) -> int:
    """가온건설, 나래건설, 다솜건설이: where the list begins whose last name stands at ``begin``."""
    text, words = sentence.text, sentence.words
    for _ in range(6):
        if begin - low < 4 or text[begin - 2 : begin] != ", ":
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
            or (words.is_unit(word) and _after_number(text, start))  # 1만 가구, 지방은
        ):
            break
        begin = start
        if joined:
            first = word_start(text, low, start - 2)
            return first if words.nouny(text[first : start - 2], head=True) else begin  # 사과와 배, 토마토가
    return begin


def _after_number(text: str, start: int) -> bool:
    """1만4천여 | 가구: whether a number stands left of the word at ``start``."""
    low = max(0, start - _NUMBER)
    return text[start - 1 : start] == " " and text[max(low, text.rfind(" ", low, start - 1) + 1)].isdigit()


def joint_measures(sentence: Sentence, measure: str, pos: int, low: int) -> list[str] | None:
    """매출과 영업이익이, 매출·영업이익은, 매출 및 영업이익: the measures that stand together, the last at ``pos``."""
    text, words = sentence.text, sentence.words
    names = measure.split("·")
    if any(words.measure(name) is None for name in names):
        names = [measure]  # 행사·축제경비
    if text[pos - 2 : pos] == "당 ":
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
                return alias.canonical
            cut = rest.find(" ")
            if cut < 0 or rest[cut - 1] in "와과,":
                break  # 가온과 나래: both
            rest = rest[cut + 1 :]
    return phrase
