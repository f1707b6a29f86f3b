"""Numbers of a clause that stands before its noun: 부채가 200조원을 넘는 기업은, 높이 6m의 옹벽이, 2위 나래와의."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.beside_ko import is_person
from claims.clause_ko import subject_of
from claims.clause_ko_owner import owner_of
from claims.clause_ko_phrases import Candidate, canonical, judge
from claims.looks import follows, letter
from claims.noun_phrase_ko import phrase_left, phrase_right, word_start
from claims.subjects_ko_sentence import REACH

if TYPE_CHECKING:
    from claims.records import Mention
    from claims.subjects_ko_sentence import Sentence

__all__ = ["charged", "described", "head_of", "in_case_of", "next_to_rank", "of_that_size", "sized"]

_COMES_TO: Final = re.compile(r" ?(?:대|가량|정도)?에 (?:불과한|그친|못 미치는|못미치는|근접한|육박한) ")
_CHARGED: Final = re.compile(r" 혐의(?: 등)?(?:로|를 받는|를 받고 있는)(?= )")
_COUNTED: Final[tuple[str, ...]] = ("이 ", "가 ", "이나 ", "에 ", "을 ", "를 ")  # the last two of people only
_OBLIQUE: Final = frozenset(("에", "에서", "로", "으로", "까지", "에는", "에서는"))
_ACCUSED: Final = 60  # characters from a sum to the crime, and from the crime to who is charged with it
#: What is done to who is charged: 기소된, 재판에 넘겨진, 집행유예를 선고받은.
_SUFFERING: Final[tuple[str, ...]] = ("된", "진", "받은", "받는", "받던")
_AGED: Final = re.compile(r"(?:[가-힣]+ ){0,3}[가-힣]+(?=\(\d\d\)씨)")


def head_of(sentence: Sentence, pos: int) -> str | None:
    """The noun phrase that a clause which ends at ``pos`` tells of, if it is a thing or somebody: | 탠덤 태양전지를."""
    text, words, end = sentence.text, sentence.words, min(sentence.end, pos + REACH)
    if not follows(text, pos, " "):
        return None
    head, closing = phrase_right(words, text, pos + 1, end, tied=False)
    if closing != "의":
        head, closing = phrase_right(words, text, pos + 1, end, tied=True)
    if head is None or not closing or closing == "이다":
        return None
    last = head[head.rfind(" ") + 1 :]
    if len(last) < 2 or last in words.no_owner or last in words.acts or words.is_time(last) or last.endswith("결과"):
        return None
    return None if words.measure(last) is not None else head


def sized(sentence: Sentence, pos: int) -> str | None:
    """지름 30㎝ | 구멍을, 높이 30m | 절벽에서: the noun right behind its size; "" for one that names nothing (3m 아래로)."""
    text, words = sentence.text, sentence.words
    stop = text.find(" ", pos + 1, sentence.end)
    if stop < 0 or text[pos] != " ":
        return None
    if text[stop - 1] in "을를이가은는":
        return head_of(sentence, pos)
    stem, particle = words.strip(text[pos + 1 : stop])
    return (head_of(sentence, pos) or "") if particle in _OBLIQUE and len(stem) > 1 else None


def of_that_size(sentence: Sentence, mention: Mention, measure: str) -> bool:
    """60㎝ | 높이의 계단을, 3m 길이의 상어가: whether a size in 의 behind the number is that of the noun behind it."""
    text, words = sentence.text, sentence.words
    at = mention.end + 1
    of = at + len(measure)
    if letter(text, at - 1) != ord(" ") or not follows(text, at, measure) or not follows(text, of, "의 "):
        return False
    if not words.units_of(measure):
        return False
    mention.subject = canonical(sentence, head_of(sentence, of + 1) or "")
    mention.measure = measure
    return True


def described(sentence: Sentence, mention: Mention, low: int) -> bool:
    """부채가 200조원을 넘는 기업, 섬이 7600개가 넘는 필리핀에서: the measure stands before the number, whose it is behind."""
    text, words = sentence.text, sentence.words
    index = sentence.particles_before(mention.left) - 1
    if index < 0 or (pos := sentence.particles[index]) < low or ord(text[pos]) not in (ord("이"), ord("가")):
        return False
    end, joint = sentence.tied(mention.end)
    is_so = follows(text, mention.end, "인 ")
    if is_so:
        end = mention.end + 1  # 매출이 3조원인 나래를
        if head_of(sentence, end) is None:
            return False
    elif len(joint) < 2 or joint[-1] not in "는운":
        at = text.find("에 ", mention.end, mention.end + 6)
        found = _COMES_TO.match(text, mention.end) if at > 0 else None
        if found is None:
            return False
        end = found.end() - 1
    beside = pos + 2 == mention.left and text[pos + 1] == " "
    if not beside and not words.own_nothing(text[pos + 1 : mention.left]):
        return False
    candidate: Candidate | None = judge(sentence, index)
    if candidate is None:
        start = word_start(text, low, pos)
        if not words.is_short(text[start:pos]):
            return False
        candidate = Candidate(start, start, pos, text[pos], None, False)  # 섬이 7600개가 넘는 필리핀
    measure = candidate.measure
    if measure is not None:
        if not words.fits(measure, mention.kind, mention.canonical_unit):
            return False
        owner = owner_of(sentence, candidate.head, low)
        if owner is None:
            head = head_of(sentence, end)
            if head is None and _is_said(sentence, end):
                mention.subject, _ = subject_of(sentence, mention, measure, "", low, candidate.start)
                mention.measure = measure
                return True  # 소행성은 지름이 500m에 이르는 암석 덩어리다
            owner = " " + (head or "")
        mention.subject, mention.measure = canonical(sentence, owner[1:]), measure
        return True
    if is_so:
        return False
    if mention.kind == "measure":
        name = text[candidate.start : candidate.end]
        return (
            name not in sentence.known and not words.doer(name) and not words.institution(name)
        )  # 흘수가 5m를 넘는 배
    people = words.counting.get(mention.unit or "") == "people"
    if mention.kind != "count" or not text.startswith(_COUNTED if people else _COUNTED[:4], mention.end):
        return False
    name = text[candidate.start : candidate.end]
    if candidate.start == candidate.head and name not in sentence.known and (people or not words.institution(name)):
        head = head_of(sentence, end)
        who = is_person(name) if people else words.doer(name)
        if head is not None and people == who and not (people and is_person(head) and not words.institution(head)):
            mention.subject = name
            return True
    return False


def _is_said(sentence: Sentence, pos: int) -> bool:
    """… 이르는 암석 덩어리다: whether what a clause tells of is what the sentence says its topic is."""
    rest = sentence.text[pos : sentence.end].rstrip('.”" ').split()
    if not 0 < len(rest) < 4 or not rest[-1].endswith("다"):
        return False
    return not any(sentence.words.strip(word)[1] for word in rest[:-1])


def next_to_rank(sentence: Sentence, mention: Mention) -> bool:
    """2위 LG와, 2위 후보를, 3위 ‘주토피아’는: whether a rank is that of the noun behind it, which then is its subject if it is a
    name; not 2위 자리를, 2위 도약을."""
    text, words, start = sentence.text, sentence.words, mention.end
    start += 2 if follows(text, start, "인 ") else 1 if follows(text, start, " ") else 0
    if start == mention.end:
        return False
    stop = text.find(" ", start, sentence.end)
    word = text[start : sentence.end if stop < 0 else stop]
    if not word or word[0].isdigit():
        return False
    if word[0] in "‘'“\"":
        close = text.find({"‘": "’", "“": "”"}.get(word[0], word[0]), start + 1, start + 24)
        if close < 0:
            return False
        mention.subject = canonical(sentence, text[start + 1 : close])
        return True
    opened = word.find("(")
    stem, particle = (word[:opened], "은") if opened > 1 else words.strip(word.rstrip(".,"))
    if particle == "의" and stem[-1] in "와과" and len(stem) > 2:
        stem, particle = stem[:-1], stem[-1]  # 2위 나래와의 승차
    if (
        not particle
        or (particle.startswith("이") and len(particle) > 1)
        or words.measure(stem) is not None
        or stem in words.ranking
    ):
        return False
    if (
        words.is_time(stem)
        or words.adverb(stem)
        or stem in words.no_owner
        or stem in words.acts
        or not words.nouny(stem)
    ):
        return False
    named = opened > 1 or stem in sentence.known or words.doer(stem) or stem[0].isascii()
    mention.subject = canonical(sentence, stem) if named or particle in ("와", "과") else None
    return True


def charged(sentence: Sentence, mention: Mention) -> bool:
    """37억원을 빼돌린 혐의로 기소된 정씨에게: whether the sum is that of who is charged, named behind the crime."""
    text, words = sentence.text, sentence.words
    at = text.find(" 혐의", mention.end, min(sentence.end, mention.end + _ACCUSED))
    crime = _CHARGED.match(text, at) if at > 0 else None
    if crime is None or any(words.closes(word) & 1 for word in text[mention.end : at].split()):
        return False
    pos = crime.end()
    limit = min(sentence.end, pos + _ACCUSED)
    while text[pos - 1] in "로서에고을를" or pos == crime.end():
        if pos == crime.end() and text[pos - 1] == "는":
            break  # 혐의를 받는
        stop = text.find(" ", pos + 1, limit)
        if stop < 0:
            return False
        if text[pos + 1 : stop].endswith(_SUFFERING):
            pos = stop
            break
        if text[stop - 1] in "을를" and not text[pos + 1].isdigit():
            return False  # 혐의로 김씨를 체포한 경찰은
        pos = stop
    else:
        return False
    named = _AGED.match(text, pos + 1, limit)
    head = f"{named.group()}씨" if named is not None else phrase_right(words, text, pos + 1, limit, tied=True)[0]
    if head and (at := text.find(head, pos + 1)) > pos + 1 and (text[at - 2 : at] == "전 " or head[:2] == "전 "):
        head = text[pos + 1 : at] + head  # 이 전 | 시장에게
    mention.subject = canonical(sentence, head) if head and words.doer(head[head.rfind(" ") + 1 :]) else None
    return True


def in_case_of(sentence: Sentence, mention: Mention, case: int, low: int) -> str | None:
    """서울의 경우 분양가가 4000만원을 넘었다: whose the measure is; not of 2018년의 경우, nor of a clause before."""
    text, words = sentence.text, sentence.words
    name = phrase_left(words, text, low, case)
    if (
        not name
        or name[0].isdigit()
        or words.is_time(name)
        or words.measure(name) is not None
        or name in words.no_owner
    ):
        return None
    gap = text[case + len("의 경우") : mention.left].split()
    return None if any(words.closes(word) & 1 for word in gap) else canonical(sentence, name)
