"""What stands beside a number in a Korean sentence: the noun left of it, the noun right of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.clause_ko_predicate import moves
from claims.looks import follows, follows_any, letter, past_space
from claims.noun_phrase_ko import genitive_at, measure_at, phrase_left, phrase_right, word_start
from claims.subjects_ko_sentence import BULLETS, REACH
from claims.subjects_ko_words import has_final

if TYPE_CHECKING:
    from claims.records import Mention
    from claims.subjects_ko_sentence import Sentence

__all__ = ["TURNS", "Beside", "is_person", "left_of", "right_of"]

_PARTIAL: Final = ("중", "가운데")
#: After the first of two amounts: 1천명에서 1만명으로, 3조원으로.
TURNS: Final = ("에서 ", "으로 ", "로 ")
#: A list of so many each: 지역별로 보면 의성 1802㏊, …; 대피한 주민은 의성 951명, ….
_LISTED: Final = re.compile(
    r"(?:별로(?:는| 보면)?,? |([가-힣]+)[은는] )(?:[가-힣]+ [\d.,만천백]+(?:명|[^\w ,]+|[a-z]+), )*$"
)
_LIST: Final = 100
_HEADS: Final = re.compile(r" \d[\d,]{0,6}명")
_SPACED: Final = ("명", "인", "곳", "개", "건", "가구")
#: Last syllables of words for people: 200명의 직원, 3명의 전사자.
_PERSON_ENDS: Final = frozenset("자원인생객민군사들관수장가딸녀부년중우배성족팬구제아모님")
_PEOPLE: Final = frozenset("자생객민인")
_TOPIC_ENDS: Final = ("은 ", "는 ", "이 ", "가 ")
#: What may stand before the base of a ratio that another topic has.
_LEFT_OF_BASE: Final = (*_TOPIC_ENDS, ", ")
_RATIO: Final = re.compile(
    r" ?(?:가량|정도|수준|이상|안팎)?(?:을|를) (?:넘|웃돌|밑돌|돌파|차지)|에 (?:달|이르|육박|그치|그쳤|불과|못)"
)
#: Behind a share of what is measured itself (GDP의 51.6%다, GDP의 4%로 낮아진다): it is the ratio of the topic to that.
_IS_RATIO: Final = re.compile(r" ?(?:가량|정도|수준|이상|안팎)?(?:이?[다라며]|이었|였|으?로 |에 해당)")
#: Last syllables of nouns before 인 that make it a copula.
_COPULAS: Final = frozenset("점명원자수율액위치전모")
#: What stuff is measured in.
_STUFF: Final = frozenset(("kg", "m**2", "m**3", "W", "J", "bit"))
#: The noun before one of these is a part of the sum, not what the sum is of.
_COUNTED_IN: Final = ("포함", "제외")
_POINT: Final = 40  # characters of what a bullet stands before
_PLACE_ENDS: Final[tuple[str, ...]] = ("시", "도", "구", "군", "동", "역", "청")


class Beside:
    """What stands left of a number: a measure noun ("measure"), a counted noun ("counted"), the whole of a share
    ("share"), the sum that it is a share of ("whole"), or a noun beside it without grammar ("label").

    ``at`` is where the word starts.
    """

    __slots__ = ("at", "how", "word")

    def __init__(self, how: str, word: str | None, at: int) -> None:
        self.how, self.word, self.at = how, word, at


def left_of(sentence: Sentence, mention: Mention, low: int) -> Beside | None:
    """The nearest word left of the number that says what it counts; ``low`` is where its clause may begin."""
    text, words = sentence.text, sentence.words
    pos = mention.left
    if sentence.bullets and (point := _point(sentence, pos, low)) is not None:
        return point
    if (
        mention.per is not None
        and ord("0") <= letter(text, pos) <= ord("9")
        and "당" in text[pos : mention.start]
        and text[pos - 2 : pos - 1] not in "을를은는이가의도"
    ):
        return None  # 외래환자 1000명당 47.7명
    for step in range(4):
        while pos > low and ord(text[pos - 1]) in (ord(" "), ord(":"), ord("="), 0xA0):
            pos -= 1
        if pos <= low:
            return None
        start = word_start(text, low, pos)
        word = text[start:pos]
        if not word:
            return None
        if step == 0 and len(word) == 1 and mention.kind == "percent" and word in words.surnames:
            sides = text[mention.end : mention.end + 2], text[start - 2 : start]
            if (word == "이" or word not in words.no_owner) and (", " in sides or sides[1] in ("은 ", "는 ")):
                return Beside("label", None, start)  # 중도층은 오 39%, 강 43%
        if word == "내" and step == 0 and mention.kind in ("percent", "percentage_point"):
            return None  # 오차범위 내 4.9%포인트 차이
        if word == "수도" and mention.kind == "count":
            word = "수"  # 대상자 수도 936명으로
        elif step == 0 and word[-1] == "만" and len(word) > 2 and words.measure(word) is None:
            word = word[:-1] if words.measure(word[:-1]) is not None else word  # 이자만 120억원, 매출만 3조원
        found = measure_at(words, text, low, start, word)
        measure = None if found is None else found[0]
        if found is not None and words.fits(found[0], mention.kind, mention.canonical_unit):
            if word[-1] == "가" and mention.kind != "money" and words.is_measure(word[:-1]):
                return None  # 내수 판매가 39.2% 줄었다
            return Beside("measure", found[0], found[1])
        if step == 0 and (share := _share(sentence, mention, word, start, low)) is not None:
            return share
        last = ord(word[-1])
        is_object = last == ord("을") or last == ord("를")
        if is_object and step == 0 and mention.kind == "count":
            return _floating(sentence, mention, word, start)
        if (
            step == 0
            and len(word) > 3
            and measure is None
            and last in (ord("다"), ord("비"))
            and word.endswith(("보다", "대비"))
        ):
            if word[0].isdigit():
                return None  # 종가 8만원대비 20% 높은
            pos = start
            continue  # 예산을 정부안보다 1500억원 깎은, 동기대비 10% 증가
        if last == ord("에") and step < 3 and (word[:-1] in words.no_owner or words.is_time(word[:-1])):
            pos = start
            continue  # 국방비를 내년에 60조원으로
        if is_object and mention.kind == "count" and follows_any(text, mention.end, TURNS):
            return _floating(sentence, mention, word, start)  # 병력을 기존 1천명에서 1만명으로
        if ((is_object or last == ord("로")) and (len(word) > 2 or words.is_measure(word[0]))) or (
            last == ord("에") and len(word) > 3 and mention.kind == "money"
        ):
            stem = word[:-2] if word.endswith("으로") else word[:-1]
            if is_object and stem in words.light:
                found = measure_at(words, text, low, start, stem)  # 성장률 전망치를
                if found is None or not words.fits(found[0], mention.kind, mention.canonical_unit):
                    return None
                return Beside("measure", found[0], found[1])
            measure = words.measure(stem)
            if measure is None and is_object and mention.kind == "percent" and _moved(sentence, mention, stem):
                return Beside("measure", stem, start)  # 온실가스를 2030년까지 40% 줄인다
            if (
                measure is None
                or not words.fits(measure, mention.kind, mention.canonical_unit)
                or (last == ord("로") and words.is_deed(measure))
            ):
                return None
            if last == ord("에") and text[mention.end : mention.end + 2] not in ("을 ", "를 "):
                return None
            if not is_object and not (mention.kind == "money" and words.is_money(measure)):
                return None
            return Beside("measure", measure, start + len(stem) - len(measure))
        if word == "대비" and start - 1 > low:
            pos = word_start(text, low, start - 1)
            if text[pos].isdigit() and not words.is_time(text[pos : start - 1]):
                return None  # 종가 6만원 대비 15% 높은
            continue  # 시세 대비 20% 저렴한
        if word in _COUNTED_IN:
            return None  # 옵션 포함 60억에 계약했다
        if word == "기준" and start - 1 > low:
            pos = word_start(text, low, start - 1)
            continue  # 정가 기준 75억달러에
        if (
            word in words.no_owner
            or (step < 3 and words.is_time(word))
            or (last == ord("지") and word.endswith("까지"))
            or (last == ord("의") and word[:-1] in words.modifiers)  # 전망치를 기존의 0.5%에서
        ):
            pos = start
            continue
        if step > 0 or (measure is not None and not (mention.kind == "count" and words.doer(word))):
            return None
        if (mention.kind == "count" or _amount_of_stuff(text, mention)) and text[pos - 1] != ":":
            return _counted(sentence, mention, word, start)
        if (
            last in (ord("이"), ord("가"), ord("도"), ord("은"), ord("는"))
            and words.carries(word[:-1] or word, word[-1])
            and not words.noun_ends(word)
        ):
            return None
        if words.nouny(word) and len(word) > 1 and not words.adverb(word) and not words.is_time(word):
            worth = _worth(text, mention.end) and text[start - 2 : start] != ", "  # 제조업 976억원, 철강 197억원어치를
            if mention.kind == "money" and (words.is_sum(word) or worth):
                return Beside("measure", word, start)  # 위로금 50만원, 자사주 1500억원어치를
            return Beside("label", None, start)
        return None
    return None


def _point(sentence: Sentence, pos: int, low: int) -> Beside | None:
    """△와지마시 29명 ▲ 지식산업센터 건립 264억원: what stands between a bullet and the number, if it is no measure."""
    text, words = sentence.text, sentence.words
    at = max(text.rfind(mark, max(low, pos - _POINT), pos) for mark in BULLETS)
    whole = text[at + 1 : pos].strip()
    if at < 0 or not whole or "," in whole or ")" in whole:
        return None
    last = whole[whole.rfind(" ") + 1 :]
    if len(last) < 2 or not words.nouny(last) or last in words.light:
        return None
    if any(words.measure(word) is not None for word in whole.split(" ")):
        return None  # △임금 정액 4만원
    return Beside("share", whole, pos - len(whole))


def _moved(sentence: Sentence, mention: Mention, stem: str) -> bool:
    """… 40% 줄인다, 40%가량 감축: whether an object stands before a change of it."""
    words = sentence.words
    return (
        moves(sentence, mention.end) and stem not in words.no_owner and stem not in words.pronouns and words.nouny(stem)
    )


def _floating(sentence: Sentence, mention: Mention, word: str, start: int) -> Beside | None:
    """매장을 40곳 더 열었다: the object that the number counts; not 회사를 3명이 세웠다, 집을 3번 찾았다."""
    words, text = sentence.words, sentence.text
    stem, role = word[:-1], words.counting.get(mention.unit or "")
    following = text[mention.end : mention.end + 1]
    if (
        role == "times"
        or following not in (" ", ",", "을", "를", "씩", "에", "으", "로")
        or text.startswith((" 차이", " 차로"), mention.end)  # 후보를 24표 차이로
        or not words.carries(stem, "은" if word[-1] == "을" else "는")
    ):
        return None
    if len(stem) < 2 or words.adverb(stem) or words.is_time(stem) or stem in words.no_owner or stem in words.pronouns:
        return None
    return Beside("counted", stem, start)


def _worth(text: str, end: int) -> bool:
    """자사주 1500억원어치를: what so much of is meant stands before the sum."""
    end = past_space(text, end)
    return follows(text, end, "어치") and text[end + 2 : end + 3] in ("을", "를", "이", "가", "은", "는")


def _share(sentence: Sentence, mention: Mention, word: str, start: int, low: int) -> Beside | None:
    """응답자의 45%, 응답자 가운데 45%: the number is a share of them."""
    text, words = sentence.text, sentence.words
    if word[-1] == "의" and len(word) > 2 and mention.kind in ("percent", "fraction"):
        head, end = word[:-1], start + len(word) - 1
    elif word in _PARTIAL and letter(text, start - 1) == ord(" "):
        end = start - 1
        head = text[word_start(text, low, end) : end]
        if head == "장":
            return None  # 장 중 2.8%까지 내렸다
    elif _part_of_people(sentence, mention, word):
        return Beside("share", phrase_left(words, text, low, start + len(word)), start)
    else:
        return None
    if mention.kind == "rank":
        return None
    if mention.kind == "count" and mention.value == 1:
        return Beside("share", None, start)  # 스타 중 한 명
    spaced = head in _SPACED and text[end - len(head) - 1 : end - len(head)] == " "
    if spaced:
        before = end - len(head) - 1
        amount = text[max(low, text.rfind(" ", low, before) + 1) : before]
        if not amount[:1].isdigit():
            return None
        head, end = amount, before  # 유권자 4000만 | 명 가운데 2900만 명
    counted = spaced or head[-1:] in "명곳" or (head[-1:] == "인" and head[-2:-1] in _FIGURES)
    if head[:1].isdigit() and text[end - len(head) - 1 : end - len(head)] == " " and counted:
        end -= len(head) + 1  # 응답자 1200명 가운데 58%
        head = text[word_start(text, low, end) : end]
        if not words.nouny(head) or words.adverb(head) or words.measure(head) is not None:
            return Beside("share", None, start)
        return Beside("share", phrase_left(words, text, low, end), start)
    if head[-1:] == ")":
        opened = text.rfind("(", low, end)
        if opened > low:
            end = opened  # 국내총생산(GDP)의, 8억 유로(약 1조3천억원) 가운데
            head = text[word_start(text, low, end) : end]
    ratio = text[start - 2 : start] in _LEFT_OF_BASE
    if ratio and (_RATIO.match(text, mention.end) or (words.measure(head) and _IS_RATIO.match(text, mention.end))):
        return None  # 정부 부채는 GDP의 50%를 넘었다
    unit = head.lstrip(_FIGURES)
    if words.is_unit(unit) and not words.is_counter(unit):
        if unit != head or (text[end - len(head) - 1] == " " and text[end - len(head) - 2] in _FIGURES):
            return Beside("whole", None, start)  # 300만원의 20%, 300만 유로의 20%
    if head not in words.no_owner and head not in words.acts and words.measure(head) is None and words.nouny(head):
        whole = phrase_left(words, text, low, end)
        return Beside("share", whole[whole.find(" ") + 1 :] if whole[:1].isdigit() else whole, start)
    return Beside("share", None, start)


_FIGURES: Final = "0123456789,.만억조천백십"


def _part_of_people(sentence: Sentence, mention: Mention, word: str) -> bool:
    """응답자 54.8%가 찬성했다, 기업 70%는: people or bodies, so many of whom do something."""
    text, words = sentence.text, sentence.words
    if mention.kind != "percent" or not follows_any(text, mention.end, _TOPIC_ENDS):
        return False
    if not (words.doer(word) or is_person(word)) or word in words.titles or not words.nouny(word):
        return False
    return words.measure(word) is None and not words.is_marked(word) and not words.is_time(word)


def _amount_of_stuff(text: str, mention: Mention) -> bool:
    """쌀 300만톤을, 데이터 10GB가: a weight, volume, power or memory that its clause states."""
    return mention.canonical_unit in _STUFF and text[mention.end : mention.end + 1] in "을를이가은는와과,"


def is_person(word: str) -> bool:
    return word[-1] in _PERSON_ENDS and (word[-1] != "성" or word.endswith(("남성", "여성"))) and word[-2:] != "회사"


def _counted(sentence: Sentence, mention: Mention, word: str, start: int) -> Beside | None:
    """직원 200명, 아파트 5000가구: the noun beside a count."""
    words, text = sentence.words, sentence.text
    role = words.counting.get(mention.unit or "")
    if role == "times" or (len(word) < 2 and mention.kind == "count") or word in words.place:
        return None
    if word[-1] == "다" and not words.noun_ends(word):
        return None  # 뒤지다 504표
    if not words.nouny(word) and not (role == "people" and word[-1] == "인" and word[-2] not in _COPULAS):
        return None  # 외국인 3명, not 손익분기점인 730만 명
    if word.endswith(")등") or (word[-1] == "등" and text[start - 2 : start] == ", "):
        return None  # 김모(78)등 4명, 난소암등 4가지
    if (mention.kind != "count" or role == "people") and ", " in (
        text[start - 2 : start],
        text[mention.end : mention.end + 2],
    ):
        listed = _LISTED.search(text, max(sentence.start, start - _LIST), start)
        if listed is not None and listed.group(1) is None:
            return Beside("share", word, start)
        if listed is not None and listed.group(1) not in words.light:
            if is_person(listed.group(1)) and not is_person(word):
                return None  # 주민은 의성 951명, 산청 335명; not 학생 수는
    if (word[0] == "최" and word[-1] == "인") or (
        (text[start - 2 : start] == ", " or start == sentence.start) and _HEADS.match(text, mention.end)
    ):
        return None  # 사상 최저인 580만명; 강릉 7세대 7명
    if role == "deals" and words.deals(word):
        return Beside("label", None, start)  # 외국인 3천계약 등 순매수
    if word[-1] == "인" and text[start - 2 : start] in ("을 ", "를 "):
        return None  # 사기를 벌인 8076명
    if word[-1] == "인" and role == "people" and (words.doer(word[:-1]) or words.measure(word[:-1])):
        word = word[:-1]  # 만원 관중인 1만6천명
    if text[mention.left - 1] != " ":
        return None  # OZ214편: digits that belong to a name
    if not ("가" <= word[-1] <= "힣" or word.isascii()) or word[0].isdigit() or words.adverb(word):
        return None
    if word[-1] in "이가도" and words.carries(word[:-1], word[-1]) and not words.noun_ends(word):
        return None
    if role == "places" and word.endswith(_PLACE_ENDS):
        return None
    if text[start - 1 : start] == " ":
        before = word_start(text, max(0, start - 40), start - 1)
        if mention.kind == "measure" and text[before].isdigit() and before > sentence.start:
            return None  # 건물 2개 층 1만9천㎡가
        other = text[before : start - 1]
        if (
            other[-1:] in ("와", "과")
            and len(other) > 2
            and has_final(other[-2]) == (other[-1] == "과")
            and words.nouny(other[:-1])
            and (role == "people" or not is_person(other[:-1]))  # 선사와 유조선 1척의
        ):
            return Beside("counted", text[before : start + len(word)], before)  # 학생과 교사 500여명
    return Beside("counted", word, start)


def right_of(sentence: Sentence, mention: Mention) -> tuple[str | None, bool, str]:
    """The noun right of the number, whether it is tied to it (2조원 규모의 대출), and the particle that closes all."""
    text, words = sentence.text, sentence.words
    end = min(sentence.end, mention.end + REACH)
    pos, joint = sentence.tied(mention.end)
    following = letter(text, pos)
    tail = text[mention.end : pos] if pos > mention.end else ""
    if following == ord("("):
        closing = text.find(")", pos, min(end, pos + 60))
        if closing > 0:
            pos = closing + 1
            if joint == "":  # 2억원(소방서 추산)의 재산 피해, 3조엔(약 28조원) 규모의 대책
                behind, joint = sentence.tied(pos)
                pos, tail = behind, text[pos:behind]
            following = letter(text, pos)
    if following != ord(" "):
        marked = following in (
            ord("이"), ord("가"), ord("은"), ord("는"), ord("을"), ord("를"), ord("와"), ord("과"),
        ) and letter(text, pos + 1) in (ord(" "), ord(","), 0)  # fmt: skip
        return None, False, text[pos] if marked else ""
    if pos >= end:
        return None, False, ""
    role: str | None = None
    tied = joint != "" or (tail != "" and tail.endswith(("규모", "짜리", "어치", "상당")))
    if mention.kind in ("count", "measure") and not tied:
        role = words.counting.get(mention.unit or "")
        tied = role == "any" or (role != "people" and genitive_at(words, text, pos + 1, end))
    if tied and mention.kind == "measure" and joint != "의":
        genitive = text.find("의 ", pos + 1, end)
        if genitive > 0:
            end = max(genitive, pos + 2)  # 5.5인치 화면의 새 모델: the screen; 6인치가 넘는 제품의 비중
        elif joint == "" and not tail:
            end = min(end, pos + 2)
    phrase, particle = phrase_right(words, text, pos + 1, end, tied=tied)
    if phrase is None:
        return None, False, ""
    if joint == "의" and not _same(words.counting.get(mention.unit or ""), phrase):
        return None, False, particle
    measure = words.measure(phrase.rsplit(" ", 1)[-1])
    if follows_any(text, pos, (" 두 배", " 세 배", " 네 배", " 몇 배")):
        return None, False, particle  # 5만 개의 두 배를
    if measure and role == "any" and mention.kind == "count" and joint == tail == "" and not words.units_of(measure):
        first = words.strip(text[pos + 1 : text.find(" ", pos + 1)])[0]
        if len(first) > 1 and words.measure(first) is None and first not in words.no_owner:
            whole = text[pos + 1 : text.find("의 ", pos + 1, end)]
            if whole.startswith(f"{first} ") and all(words.nouny(word) for word in whole.split(" ")):
                return whole, True, ""  # 14개 OPEC 산유국들의 생산량
            return first, True, ""  # 11개 업종의 영업이익, 5개 광역시 전셋값
    if measure is not None and words.fits(measure, mention.kind, mention.canonical_unit):
        if joint == "의" and mention.kind == "count" and measure[-1] in "수량률율액값" and particle not in ("을", "를"):
            return None, False, particle  # 영화 세 편의 관객수
        return measure, tied, particle
    if tied and mention.kind in ("money", "measure", "count"):
        if mention.kind == "money" and joint[-1:] == "는" and measure is None and phrase[-1] in _PEOPLE:
            return None, False, particle  # 500만원이 넘는 환자
        if measure is not None and mention.kind == "count" and words.is_money(measure):
            return None, False, particle  # 사과 10개 소매가격
        if mention.kind == "count" and joint == "의" and measure is not None:
            return None, False, particle  # 모델 77개의 출고가
        if mention.kind == "measure" and phrase[0].isascii():
            return None, False, particle  # 전용 84㎡ A타입의
        if measure is not None and mention.kind == "measure" and joint == "의":
            return None, False, particle  # 쌀 20kg의 도매가격
        return phrase, True, particle
    return None, False, ""


def _same(role: str | None, phrase: str) -> bool:
    """200명의 직원 are 200 of them; 10개국의 요청, 3명의 의견 are theirs."""
    if role == "people":
        return phrase[-1] in _PERSON_ENDS
    return role not in ("bodies", "places", "times")
