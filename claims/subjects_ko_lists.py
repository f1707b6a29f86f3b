"""Names of a Korean sentence that each have a number of their own: 전남 7만톤, 충남 6만톤; A사 388편, B사 330편 순."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_forms import final_of
from claims.clause_ko import subject_of
from claims.clause_ko_phrases import canonical
from claims.looks import letter
from claims.noun_phrase_ko import phrase_left, word_start
from claims.subjects_ko_sentence import REACH
from claims.subjects_ko_series import FAR

if TYPE_CHECKING:
    from claims.beside_ko import Beside
    from claims.records import Mention
    from claims.subjects_ko_sentence import Sentence

__all__ = ["changed_noun", "in_order", "leads", "listed", "named", "owned", "ranked"]

_TOPICS: Final = ("이", "가", "은", "는")
_BETWEEN: Final = (", ", "고 ")
_CHANGED: Final = re.compile(r" ([가-힣]{1,3}) [‘'“\"]?([가-힣A-Za-z0-9]{2,12})[’'”\"]?[이가은는] ")
_AGED: Final = re.compile(r"\(\d\d[)·,]")
_N: Final = 4  # the final consonant ㄴ in the Unicode order
_NEAR: Final = 80  # how far from its number a name is looked for
_ORDER: Final[tuple[str, ...]] = (" 순이", " 순으", " 순서", " 순.")
#: How nouns end of how many or how much of something: 판매량, 신고 건수.
_NUMBERS: Final = frozenset("수량")
_CLOSED: Final = re.compile(r"[했됐었았였렸졌났섰갔왔냈봤쳤있없하되][다며고] ")
_HELD: Final = re.compile(
    r"보다|에 비해|(?:을|를) (?:크게 |소폭 |조금 |훨씬 |약간 )?(?:앞|웃|밑|넘|뛰어넘|제치|제쳤|추월)"
)


def leads(sentence: Sentence, mention: Mention) -> bool:
    """테슬라가 6570대, 한빛공단은 최근 3년간 16건: whether nothing but a time stands between a name and its number."""
    text, words, name = sentence.text, sentence.words, mention.subject or ""
    at = text.rfind(name, max(sentence.start, mention.left - _NEAR), mention.left)
    if mention.measure is not None and (at < 0 or text.find(mention.measure, sentence.start, at) < 0):
        return False
    if at < 0 or text[at + len(name) : at + len(name) + 1] not in _TOPICS:
        return False
    return words.own_nothing(text[at + len(name) + 1 : mention.left])


def named(sentence: Sentence, mention: Mention, low: int) -> bool:
    """테슬라가 6570대(5.1%), BMW 6405대; 전남이 7만톤으로 가장 많았고, 충남 6만톤: each name of a list is the subject of its own
    number."""
    lead, text, words = sentence.lead, sentence.text, sentence.words
    if lead is None or lead.unit != mention.unit or lead.kind != mention.kind or text[mention.left - 1] != " ":
        return False
    start = word_start(text, low, mention.left - 1)
    word = text[start : mention.left - 1]
    if not word:
        return False
    begin = start if text[start - 2 : start] in _BETWEEN else word_start(text, low, start - 1)  # 경기 가평 2명
    if text[begin - 2 : begin] not in _BETWEEN or text[begin].isdigit() or word[0].isdigit() or begin < lead.end:
        return False
    if word in words.no_owner or words.is_time(word) or words.adverb(word):
        return False
    if word[-1] in "은는이가도을를" and words.carries(word[:-1] or word, word[-1]) and not words.noun_ends(word):
        return False
    gap = text[lead.end : begin - 1].removesuffix(",")
    if gap and not (gap[0] == "(" and gap[-1] == ")") and not (gap[-1] == "고" and "가장" in gap):
        return False
    if len(gap) >= FAR:
        return False
    name = text[begin : start + len(word)]
    mention.subject = canonical(sentence, name) if words.nouny(word, head=True) and len(word) > 1 else None
    mention.measure = lead.measure
    sentence.lead = mention
    sentence.leads += 1
    return True


def listed(sentence: Sentence, mention: Mention, label: Beside, low: int) -> bool:
    """지지도는 가람당 39%, 두레당 33%: the noun beside each number of a list is its subject, the topic their measure."""
    text = sentence.text
    subject = text[label.at : mention.left].strip()
    begin = label.at
    if sentence.words.titled(subject):
        subject = phrase_left(sentence.words, text, low, label.at + len(subject))  # 이 후보 48.4%
        begin = text.rfind(subject, low, mention.left)
    else:
        topics = [text.rfind(mark, low, label.at) for mark in (", ", "은 ", "는 ")]  # 물량은 K2 전차 80대
        first = max(topics) + 2
        whole = text[first : label.at]
        if 2 < len(whole) + 2 < 16 and all(sentence.words.tells(word) for word in whole.split()):
            begin = first  # 수학 가형 0.1%
    end = mention.end
    if text[end : end + 1] == "(" and (close := text.find(")", end, end + 20)) > 0:
        end = close + 1  # 초등학교 22.4명(0.2명 감소), 중학교
    if text[end : end + 2] != ", " and text[begin - 2 : begin] != ", ":
        return False
    _, measure = subject_of(sentence, mention, None, "", low, label.at)
    if begin < label.at and measure is not None:
        subject = text[begin : mention.left].strip()
    elif begin < label.at and not sentence.words.titled(subject) and text[mention.end : mention.end + 2] != ", ":
        return False  # 입장료 60%, 각종 공연 50% 할인을
    if not ((measure is not None or mention.kind == "percent") and subject and not subject[0].isdigit()):
        return False
    if label.how == "counted" and mention.kind == "count" and (not measure or measure[-1] not in _NUMBERS):
        return False  # 피해는 사망 5명, 부상 3명
    mention.subject, mention.measure = canonical(sentence, subject), measure
    return True


def owned(sentence: Sentence, mention: Mention, low: int) -> str | None:
    """나래항공의 1593편을 앞질렀다, 다솜의 3조원보다: whose number another one is held against."""
    text, words = sentence.text, sentence.words
    if _HELD.match(text, mention.end) is None:
        return None
    end = mention.left - 2
    if text[end - 1] == ")" and (opened := text.rfind("(", low, end)) > low:
        end = opened  # 김민수(나래)의 90억원을
    stem = text[word_start(text, low, end) : end]
    if len(stem) < 2 or stem in words.no_owner or stem in words.acts or stem in words.pronouns or words.is_time(stem):
        return None
    if not words.owns(stem) or words.measure(stem) is not None:
        return None
    return canonical(sentence, phrase_left(words, text, low, end))


def in_order(sentence: Sentence, mention: Mention) -> bool:
    """가온 388편, 나래 330편 순이다: whether a list of names by size goes on to its end."""
    at = sentence.text.find(" 순", mention.end, min(sentence.end, mention.end + REACH))
    if at < 0 or not sentence.text.startswith(_ORDER, at):
        return False
    return _CLOSED.search(sentence.text, mention.end, at) is None


def changed_noun(sentence: Sentence, mention: Mention, low: int) -> str | None:
    """시세보다 20% 싼 ‘일반형’이, 3% 오른 가온전자가: the noun behind the verb, where the verb has no subject of its own."""
    text, words = sentence.text, sentence.words
    found = _CHANGED.match(text, mention.end) if letter(text, mention.end) == ord(" ") else None
    if found is None or final_of(found.group(1)[-1]) != _N:
        return None
    begin = max(low, text.rfind(", ", low, mention.left) + 2)
    at = sentence.particles_before(begin)
    if at < len(sentence.particles) and sentence.particles[at] < mention.left:
        return None  # 수요가 3% 늘어난 이유는
    noun = found.group(2)
    if not words.nouny(noun) or noun in words.no_owner or noun in words.sizes or noun in words.light:
        return None
    return None if words.measure(noun) is not None or words.is_time(noun) else noun


def ranked(sentence: Sentence, mention: Mention) -> str | None:
    """2위 김윤서(23)를, 랭킹 3위 브라질은: a name that the document knows, or one with an age, right behind its rank."""
    text, start = sentence.text, mention.end + 1
    if text[mention.end : start] != " ":
        return None
    stop = min(at for at in (text.find(" ", start, sentence.end), sentence.end) if at >= 0)
    opened = text.find("(", start, stop)
    word = text[start : opened if opened > 0 else stop].rstrip(".,")
    for stem in (word, sentence.words.strip(word)[0]):
        alias = sentence.known.get(stem)
        if alias is not None:
            return alias.canonical
    return word if opened > 0 and len(word) > 1 and word.isalpha() and _AGED.match(text, opened) else None
