"""Who owns a measure in a Korean clause: 한빛전자의 매출, 서울 아파트 가격, 원/달러 환율."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.noun_phrase_ko import after_number, bounded, phrase_left, word_start

if TYPE_CHECKING:
    from claims.subjects_ko_sentence import Sentence

__all__ = ["FIGURES", "of_so_many", "owner_of"]

_TENOR: Final = re.compile(r"\d+(?:년|개월|일)물")
_BODIES: Final = re.compile(r"[\d,만천백십여]+[가-힣]{1,2}")
#: What a number of people or bodies is printed with.
FIGURES: Final = "0123456789,.만천백십여"
_SCOPES: Final = ("대비", "기준")
_SUBJECT: Final = ("이", "가")
_MARKED: Final = {"’": "‘", "”": "“"}
#: Words that end a clause before a measure.
_SUBORDINATE: Final = frozenset(("경우", "때", "뒤", "후", "이후", "직후"))
#: A number that ends so closes its clause: no owner stands left of it.
_AMOUNTED: Final[tuple[str, ...]] = ("인데", "이고", "이며", "였고", "이었고", "이지만")


def owner_of(sentence: Sentence, pos: int, low: int) -> str | None:
    """The owner left of a measure noun at ``pos``: its text after "의" (genitive) or " " (beside), "" for a pronoun."""
    text, words = sentence.text, sentence.words
    if pos > low and ord(text[pos - 1]) not in (ord(" "), 0xA0):
        return None
    for _ in range(4):
        end = pos
        while end > low and ord(text[end - 1]) in (ord(" "), 0xA0):
            end -= 1
        if end <= low:
            return None
        start = word_start(text, low, end)
        word = text[start:end]
        if not word:
            return None
        if start > low and text[start - 1] == "/" and words.is_unit(word):
            return " " + text[max(low, text.rfind(" ", low, start) + 1) : end]  # 원/달러 환율
        last, digit = ord(word[-1]), word[0].isdigit()
        if last == ord("의") and len(word) > 1 and (not words.noun_ends(word) or of_so_many(sentence, word, start)):
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
            if stem[0].isdigit() and _BODIES.fullmatch(stem) and words.is_unit(stem.lstrip(FIGURES)):
                whole = phrase_left(words, text, low, end - 1)
                if whole != stem:
                    return "의" + whole  # 국내 완성차 5사의
            pos = start
            continue
        if word == "및" or (last in (ord("와"), ord("과")) and len(word) > 2 and not words.noun_ends(word)):
            return None
        if digit and word.isdigit() and len(word) > 2 and start - 1 > low and text[start - 2].isalpha():
            return " " + phrase_left(words, text, low, end)  # 러셀 2000 지수는
        if last == ord("%") or (digit and (word[-1] in "은는이가을를" or word.endswith("에서") or ")으로" in word)):
            return None  # 수율 90% 적용 생산량, 84㎡가 경쟁률은, 건수는 43건(확진자 85명)으로 검사 건수는
        if digit and word.endswith(_AMOUNTED):
            return None  # 매출액이 670억인데 계약 금액은
        if digit and _TENOR.fullmatch(word):
            return " " + phrase_left(words, text, low, end)  # 국고채 3년물 금리
        if word == "당":
            pos = word_start(text, low, start - 1) if start - 1 > low else low
            continue  # 10a 당 생산량
        if (last == ord("준") and len(word) > 2 and word.endswith("기준")) or (word[0] == "제" and word[1:2].isdigit()):
            pos = start
            continue  # 개별기준 매출액, 제2회 추경예산안
        if len(word) > 2 and words.is_marked(word):
            if words.measure(word[:-1]) is not None:
                return None  # 찬성이 52%로 반대(41%)를
            return " " + phrase_left(words, text, low, end - 1)  # 업종이 매출(11%)
        if word == "관련" and start - 1 > low and text[start - 1] == " ":
            pos = word_start(text, low, start - 1)
            continue  # 가온의 반도체 관련 매출: what it is about owns nothing
        if word in _SCOPES:
            pos = word_start(text, low, start - 1) if start - 1 > low else low
            continue  # 매출액 대비 이익률, 연결재무제표 기준 이익률
        if (
            words.is_own(word)
            or words.is_balance(word)
            or words.rises(word, text[pos : pos + 3])
            or (len(word) > 3 and word.endswith(words.done))
        ):
            pos = start
            continue  # 영업이익 증가율, 무역수지 적자, 해외생산 현지판매 실적
        if last == ord(")") and (aside := word.find("(")) > 1 and word[:aside] in words.acts:
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
            or digit
            or words.is_time(word)
            or (last == ord("당") and words.adverb(word))
        ):
            if (
                last == ord("당")
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
    return word[-1] == "의" and sentence.words.is_counter(word[:-1]) and after_number(sentence.text, start)


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
