"""Korean noun phrases as the subject rules need them: where a word begins, and how far a phrase reaches.

``words`` answers what a single word is; every question here is bounded by a few words of text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.looks import follows
from claims.subjects_ko_measures import BREAKS, CLOSERS
from claims.subjects_ko_words import has_final

if TYPE_CHECKING:
    from claims.subjects_ko_words import Words

__all__ = ["after_number", "bounded", "genitive_at", "heads", "measure_at", "phrase_left", "phrase_right", "word_start"]

_OPEN: Final = {
    "’": "‘",
    "”": "“",
    "'": "'",
    '"': '"',
    "」": "「",
    "』": "『",
    "》": "《",
    "〉": "〈",
    ">": "<",
    ")": "(",
}
#: Nouns in ㄹ; every other word that ends so before 수 is a verb (할 수, 그럴 수).
_L_NOUNS: Final = "물별일실절질술발말달팔털글길"
_NATIVE: Final = frozenset(("한", "두", "세", "네"))
_QUOTES: Final = frozenset("’”'\"")
_MARKS: Final = frozenset("‘“'\"")
_TITLE: Final = 16  # characters of a quoted word that belongs to a noun phrase
_BONDS: Final[tuple[str, ...]] = ("만기 ", "국채", "국고채")
_AMONG: Final = ("가운데", "중")
_LEADING_IN: Final[tuple[str, ...]] = (
    "면",
    "에서",
    "래서",
    "해서",
    "면서",
    "지만",
    "자마자",
    "제야",
    "대신",
    "쳐",
    "져",
)
#: Syllables before 면 in conditions of three: 정하면, 오르면, 지나면, 한다면, 남으면.
_CONDITIONS: Final = frozenset("하되르리나기다라으려이가오보지서치내두")
_FORMER: Final = frozenset(("전", "현", "신임", "초대"))
_LARGE: Final = re.compile(r"\d[\d.,]*(?:㎡|평|인치|㎏|kg|㎝|cm|㎞|km|ℓ|L|cc|kW|GB|TB)$")
_QUANTIFIER: Final = re.compile(r"\d[\d,]*여?(?:개|명|인|곳|개사|개국|대|개교|개월)?$")
_NUMERAL: Final = re.compile(r"\d[\d,.]*[만억조천백십여\d]*$")
_DETERMINERS: Final = frozenset(("이", "그", "저", "새", "해당", "한", "두", "세", "네", "양", "이번", "다른", "첫"))


def measure_at(words: Words, text: str, low: int, start: int, word: str) -> tuple[str, int] | None:
    """The measure that the word at ``start`` is or ends with, and where it begins: 매장 수 begins at 매장."""
    found = words.measuring(word)
    if found == "":
        return _with_noun(words, text, low, start, word)
    if found is not None and start > low and text[start - 1] == "/":
        found = words.base(found[1:]) if len(found) > 2 else found  # 원/달러환율
    return None if found is None else (found, start + len(word) - len(found))


def _with_noun(words: Words, text: str, low: int, start: int, word: str) -> tuple[str, int] | None:
    alone = (word, start) if words.is_measure(word) else None
    if start <= low or text[start - 1] != " ":
        return alone
    before = word_start(text, low, start - 1)
    noun = text[before : start - 1]
    if word == "규모" and noun.endswith("시장"):
        return word, start  # 반도체 시장의 규모
    if len(noun) > 1 and noun[-1] == "의" and not words.noun_ends(noun):
        return word, start
    if noun in words.light and before > low and text[before - 1] == " ":
        first = word_start(text, low, before - 1)
        if words.nouny(text[first : before - 1], head=True):
            return text[first : start + len(word)], first  # 인하 폭 전망치
    if (
        len(noun) < 2
        or (noun in words.no_owner and noun not in words.acts)
        or noun in words.pronouns
        or noun[-1] in CLOSERS
    ):
        return alone
    if word == "수" and noun[-1] not in _L_NOUNS and (ord(noun[-1]) - 0xAC00) % 28 == 8:
        return alone  # 그럴 수, 배울 수
    if words.nouny(noun, head=True) and not words.adverb(noun) and not words.is_time(noun):
        return text[before : start + len(word)], before
    return alone


def word_start(text: str, low: int, end: int) -> int:
    """Where the word that ends at ``end`` begins, after a space or a mark; quotation marks and brackets pair up."""
    if end - low > 60:
        low = end - 60
    start = end
    while start > low:
        code = ord(text[start - 1])
        if code == ord(" "):
            return start
        if not _plain(code):
            return _start_at_mark(text, low, end)
        start -= 1
    return low


def _plain(code: int) -> bool:
    """Whether a letter is a syllable of Hangul, or an ASCII letter or digit: no mark, and nothing that has to be looked up."""
    return (
        ord("가") <= code <= ord("힣")
        or ord("0") <= code <= ord("9")
        or ord("A") <= code <= ord("Z")
        or ord("a") <= code <= ord("z")
    )


def _start_at_mark(text: str, low: int, end: int) -> int:
    start = text.rfind(" ", low, end) + 1 or low
    if text[start:end].isalnum():
        return start
    start = max(text.rfind("\n", low, end) + 1, start)
    if end > start and not _plain(ord(text[end - 1])) and text[end - 1] in _OPEN and text[end - 1] in CLOSERS:
        opener = text.rfind(_OPEN[text[end - 1]], low, end - 1)
        if opener >= 0 and end - opener <= 40:
            if text[end - 1] != ")" or opener <= start:
                return opener
            return start
    index = end - 1
    while index >= start:
        if not _plain(ord(text[index])):
            if text[index] == ")" and index < end - 1:
                index = text.rfind("(", start, index) - 1  # 비(非)수도권
                if index < start:
                    break
            if text[index] in BREAKS or (
                text[index] == "·"
                and (text[index - 1] == ")" or ("0" <= text[start] <= "9" and "가" <= text[index - 1] <= "힣"))
            ):
                return index + 1  # 트랙스(3만대)·아반떼(2만대), 28억원·옵션
        index -= 1
    return start


def _leads_in(words: Words, word: str) -> bool:
    """에 따르면 | 장관은, 워싱턴에서 | 대표는: what ends so before a title is no name; 박종면 is one, 이르면 is not."""
    if word[-1] == "자" and len(word) == 2:
        return True
    if not word.endswith(_LEADING_IN):
        return False
    return not (word[-1] == "면" and len(word) == 3 and word[0] in words.surnames and word[1] not in _CONDITIONS)


def phrase_left(words: Words, text: str, low: int, end: int) -> str:
    """The noun phrase whose head ends at ``end``: bare nouns to the left of it, at most four words."""
    start = word_start(text, low, end)
    head = text[start:end]
    if head and not _plain(ord(head[-1])) and head[-1] in CLOSERS:
        if head[-1] == ")":
            cut = head.find("(")
            return phrase_left(words, text, low, start + cut) if cut > 0 else ""
        return head.strip(BREAKS + CLOSERS)
    titled = head in words.titles
    for _ in range(3):
        if start <= low or text[start - 1] != " ":
            break
        before = word_start(text, low, start - 1)
        word = text[before : start - 1]
        if not word:
            break
        last = word[-1]
        if last == "월" and follows(text, start, "인도분"):
            start = before  # 중질유 12월 인도분은
            continue
        if titled:
            former = word in _FORMER
            if _leads_in(words, word) or words.is_time(word):
                break
            if former or (last not in "은는이가을를의에고며" and word not in words.no_owner):
                titled = former  # 손경식 전 회장: the name belongs to the title, whatever its last syllable
                start = before
                continue
        if word == "및":
            other = word_start(text, low, before - 1) if before > low else before
            if words.nouny(text[other : before - 1]):
                start = _joined(words, text, low, other)  # 건설업과 도매 및 소매업
            break
        if (
            last in ("와", "과")
            and len(word) > 2
            and (words.nouny(word[:-1], head=True) or word[:-1].endswith("년물"))
            and has_final(word[-2]) in (None, last == "과")
            and not (word[-2] == ")" and "(" not in word)  # 인수(190억 달러)와 나래의
        ):
            start = before
            if text[max(low, start - 3) : start] == " 및 ":
                start = word_start(text, low, start - 3)  # 금융 및 보험업과 개인서비스업
            if (word[:-1] == head or words.titled(word[:-1])) and start > low + 1 and text[start - 1] == " ":
                name = word_start(text, low, start - 1)
                first = text[name : start - 1]
                if first.isalpha() and first[-1] not in "은는이가을를의에고며" and first not in words.no_owner:
                    start = name  # 문재인 후보와 안철수 후보의 격차
            break
        if word == "한" and before - 2 > low and text[before - 1] == " " and text[before - 2] in "게록을를":
            break  # 3명을 다치게 한 최씨
        if word == "전" and words.titled(text[start : text.find(" ", start)]):
            start = before  # 전 재무팀장 정모씨
            break
        if word == "씨" and before - 1 > low and text[before - 1] == " ":
            name = word_start(text, low, before - 1)
            if text[name] in words.surnames and words.nouny(text[name : before - 1], head=True):
                start = name  # 전 씨 형제
                break
        digit = word[0].isdigit()
        counts = digit and words.is_unit(head) and _NUMERAL.match(word) is not None
        if counts and not words.is_counter(head):
            return ""  # 2조8천억 원 가운데: the end of a sum
        if (
            counts
            or (len(word) < 3 and word in _DETERMINERS)
            or (digit and _QUANTIFIER.match(word))
            or (last in _QUOTES and len(word) < _TITLE)  # ‘투자사기’ 범죄
            or (last == "년" and text.startswith(_BONDS, start))  # 3년 만기 국고채, 30년 국채선물
            or (digit and word[-2:] == "년물")  # 3년물 국채선물
            or (digit and _LARGE.match(word))  # 84㎡ 타입
        ):
            start = before
            if last == "년" and text[start - 2 : start] in ("와 ", "과 ") and text[low : start - 2].endswith(head):
                start = start - 2 - len(phrase_left(words, text, low, start - 2))  # 5년 만기 국고채와 10년 만기 국고채
            homes = last == "인" and head == "가구"
            if (counts or homes or (word in _NATIVE and words.is_unit(head))) and text[max(low, start - 1)] == " ":
                other = word_start(text, low, start - 1)
                if homes and text[other : start - 1] in words.modifiers:
                    start = other  # 국내 1인 가구
                elif not homes and words.nouny(text[other : start - 1]) and not words.adverb(text[other : start - 1]):
                    start = other  # 정유사 세 곳, 은행 3 곳, 아파트 3만 가구
                    other = (
                        word_start(text, low, start - 1) if text[start - 1 : start] == " " and start > low else start
                    )
                    if words.tells(text[other : start - 1]):
                        start = other  # 재개발 구역 30여 곳
            return text[start:end] if last in _QUOTES or text[start] in _MARKS else text[start:end].lstrip(BREAKS)
        if words.stands_apart(word):
            break
        if before > low and text[before - 1] not in " \n":
            start = before
            break
        start = before
    if follows(text, start, "인도분 ") and text[start - 2 : start] == "월 ":
        start = word_start(text, low, start - 1)  # 10월 인도분 서부 텍사스산 원유는
    return text[start:end] if start < end and _plain(ord(text[start])) else text[start:end].lstrip(BREAKS)


def _joined(words: Words, text: str, low: int, start: int) -> int:
    """Where the names begin that are joined to the one at ``start`` by 와 or 과."""
    if start - low < 3 or text[start - 1] != " " or text[start - 2] not in "와과":
        return start
    begin = word_start(text, low, start - 2)
    name = text[begin : start - 2]
    joint = len(name) > 1 and words.nouny(name, head=True) and has_final(name[-1]) == (text[start - 2] == "과")
    return begin if joint else start


def phrase_right(words: Words, text: str, pos: int, end: int, *, tied: bool) -> tuple[str | None, str]:
    """The noun phrase that starts at ``pos`` and the particle that closes it; untied, only its first word."""
    begin = pos
    for _ in range(6 if tied else 1):
        stop = text.find(" ", pos, end)
        if stop < 0:
            stop = end
        word = text[pos:stop]
        plain = word.isalnum()  # most are: no mark has to be looked for
        if not word or word[0].isdigit() or (not plain and (word[0] in BREAKS or word[0] in CLOSERS)):
            return None, ""
        comma = -1 if plain else word.find(",")
        if comma > 0:
            word = word[: comma + 1]  # 3㎝의 눈이,남부지방에는
        aside = -1 if plain else word.find("(")
        if aside > 1 and word[aside + 1 : aside + 2].isdigit():
            closing = word.rfind(")")
            particle = word[closing + 1 :] if closing > aside else ""
            return (text[begin : pos + aside], particle) if words.nouny(word[:aside]) else (None, "")  # 시세(12억원)가
        bare = word if plain else word.rstrip(".,…)’”'\"")
        stem, particle = words.strip(bare)
        if stem in words.sizes or bare.startswith("것"):
            if pos > begin and bare in _AMONG:
                return text[begin : pos - 1], ""  # 500개 기업 가운데
            return None, ""
        if particle == "의" and tied:
            begin = pos = stop + 1
            continue
        if particle or bare != word:
            if not particle and (bare.endswith("다") or not words.nouny(bare)):
                return None, ""
            if words.adverb(stem) and not (stem[-1] == "씨" and particle):  # 정모씨에게
                return None, ""
            if not particle and words.is_marked(bare):
                return None, ""  # 200g 이상의 떡이, …: a noun of one syllable keeps its particle
            return text[begin : pos + len(stem)].rstrip(CLOSERS), particle
        if not tied:
            return (word, "") if words.measure(word) else (None, "")
        if (
            word == "전"
            and begin == pos
            and words.titled(words.strip(text[stop + 1 : max(text.find(" ", stop + 1, end), stop + 1)])[0])
        ):
            pos = stop + 1
            continue  # 전 재무팀장 정모씨에게
        if word in words.no_owner and begin == pos:
            begin = pos = stop + 1
            continue
        if not words.nouny(word, head=pos > begin) or words.adverb(word):
            return None, ""
        if stop >= end:
            return text[begin:stop], ""
        pos = stop + 1
    return None, ""


def heads(words: Words, text: str, pos: int, end: int) -> bool:
    """20만명을 기록한 이후: whether the word at ``pos`` can be the doer that an adnominal verb describes."""
    stop = text.find(" ", pos, end)
    word = words.strip(text[pos : end if stop < 0 else stop].rstrip(".,"))[0]
    return word not in words.no_owner and not words.is_time(word) and word.removesuffix("에") not in words.no_owner


def genitive_at(words: Words, text: str, pos: int, end: int) -> bool:
    """30억대 생태계의 운영체제: whether the word at ``pos`` is a genitive."""
    stop = text.find(" ", pos, end)
    return stop - pos > 2 and text[stop - 1] == "의" and not words.noun_ends(text[pos:stop])


_BOUNDED: Final = (" 이상 ", " 이하 ", " 미만 ", " 초과 ")


def bounded(text: str, low: int, pos: int) -> str:
    """65세 이상 | 노인의, 300인 미만 | 사업장의: what tells which of them, with its space."""
    if pos - 4 <= low or text[pos - 1] != " " or text[pos - 4] != " " or text[pos - 4 : pos] not in _BOUNDED:
        return ""
    start = text.rfind(" ", low, pos - 4) + 1 or low
    return text[start:pos] if text[start].isdigit() else ""


_NUMBER: Final = 24  # characters of a number


def after_number(text: str, start: int) -> bool:
    """1만4천여 | 가구: whether a number stands left of the word at ``start``."""
    low = max(0, start - _NUMBER)
    return text[start - 1 : start] == " " and text[max(low, text.rfind(" ", low, start - 1) + 1)].isdigit()
