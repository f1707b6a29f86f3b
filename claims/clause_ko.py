"""The subject of a number's clause in a Korean sentence: 한빛전자는 … 3조원을 기록했다."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_forms import final_of
from claims.beside_ko import is_person
from claims.clause_ko_frames import VERDICTS, look_back
from claims.clause_ko_owner import FIGURES, owner_of
from claims.clause_ko_phrases import UNNAMED, Candidate, canonical, joint_measures, judge, names_of
from claims.clause_ko_predicate import WAY, amounts, attainer, deed_of, describes, done_to, moves, seizes, wanted, will
from claims.looks import first_word, follows, follows_any, letter
from claims.noun_phrase_ko import phrase_left, word_start
from claims.subjects_ko_measures import CLOSERS
from claims.subjects_ko_sentence import REACH, Sentence

if TYPE_CHECKING:
    from claims.records import Mention
    from claims.subjects_ko_words import Words

__all__ = ["subject_of"]

_ADNOMINAL: Final = "한된던할될난린운든른온친킨긴둔쓴낸"
_RELATIVE: Final = re.compile(
    rf"(?:을|를|에|로|까지) [가-힣]{{0,6}}[{_ADNOMINAL}] "
    r"(?!계획|예정|방침|것|전망|구상|목표|수 |필요|때|정도|만큼|바 |혐의|의혹|사실|뒤|후 |직후|다음|이후|채 |점[을이은에 ]"
    r"|데 |데다|셈|적이|적도|탓|덕|결과)"
    r"|(?:을|를|에|로) [가-힣]{1,4} 수 있는 "
    r"| [가-힣]{1,3}[한된던난른린운] (?!계획|예정|방침|것|전망|수 |때|뒤|후 |데 |만큼|이후|약 |총 |\d)"
)
#: After a physical quantity that its clause states; elsewhere it only describes a noun (3m 아래, 2km 구간).
_STATED: Final = re.compile(
    r"(?: ?(?:가량|정도|이상|이하|여|안팎|내외|규모|수준|속도|대))?"
    r"(?:을|를|로|으로|이|가|다|에 |까지|였|나 |씩| 등|인 (?:점|것|데|반면|만큼)|$|\.|,"
    r"| (?:높아|높을|높다|낮아|낮을|낮다|올라|오르|내려|내렸|길어|짧아|줄|늘|상승|하락|떨어|불어|자라|자랐|이동|솟|가라앉|쌓"
    r"|깊어|넓어)"
    r"(?![가-힣]{0,2}[진간선한란든난은인른린긴룬](?! 것)))"
)
_SHARE_OF: Final = re.compile(r" ?(?:이상|이하|내외|안팎|가량|정도|수준)?의 ")
_OF: Final = 5  # characters of it
_EXPECTED: Final = frozenset(
    verdict + form for verdict in (*VERDICTS.split("|"), "제시") for form in ("한", "본", "했던")
)
_CROWDED: Final = re.compile(r"[려해][, ]")
#: 38명에 대한, 3년에 걸쳐, 500명을 대상으로: what something is about, reaches over or asks.
_ABOUT: Final[tuple[str, ...]] = ("에 대해", "에 대한", "에 걸쳐", "을 대상으로", "을 상대로")
_FORESEEN: Final = frozenset(("forecast", "estimated", "possible", "conditional"))
_RATED: Final = frozenset(("percent", "percentage_point", "points", "multiple"))
#: 환자 38명과 직원 6명이: the two are one subject.
_TOGETHER: Final = re.compile(r"[와과] (?:[가-힣]+ ){0,2}\d[^ ]*[이가은는] ")
_WITH: Final = (" 함께", " 같이", " 더불어", " 손잡", " 손을 잡", " 공동", " 협력", " 협업")
_THERE: Final = (" 있", " 없", " 남")
_BEST: Final = 20  # how far before a topic 가장 stands that picks it out
_BEST_IS: Final = re.compile(r" ([가-힣A-Za-z·]{2,20}?(?<!적))(?:\([^()]*\))?으?로[ ,]")
_EACH: Final = 30  # how far behind a number 각각 may stand
_BOTH: Final = ("와 ", "과 ")
_N: Final = 4  # the final consonant ㄴ in the Unicode order
_MARKS: Final = frozenset("은는이가")
_JOINS: Final = ("와", "과", "의")
_JOINING: Final = frozenset("어아여해져쳐춰둬줘켜뤄눠꿔")  # last syllables of verbs that end a clause: 늘어, 줄여, 낮춰
_STATIVE: Final[tuple[str, ...]] = ("넘", "웃돌", "밑돌", "상회", "하회", "초과")  # behind 을 or 를


def subject_of(
    sentence: Sentence, mention: Mention, measure: str | None, particle: str, low: int, at: int, after: int = 0
) -> tuple[str | None, str | None]:
    """The subject of the clause, and its measure; the words of the number begin at ``at``, its noun ends at ``after``."""
    text, words = sentence.text, sentence.words
    is_subject = particle in ("이", "가", "은", "는") or (
        particle in ("와", "과") and _TOGETHER.match(text, mention.end) is not None
    )
    marked = letter(text, mention.end) in (ord("을"), ord("를"))
    stative = marked and letter(text, mention.end + 1) == ord(" ") and follows_any(text, mention.end + 2, _STATIVE)
    is_object = (particle in ("을", "를") and not stative) or (
        mention.kind == "count" and particle == "" and done_to(text, mention.end)
    )
    if is_object and marked:
        head = attainer(sentence, mention.end + 2)
        if head is not None:
            return canonical(sentence, head), measure
    if measure is None and (
        (particle in _JOINS and sentence.count < 2)
        or (mention.kind == "measure" and not _STATED.match(text, mention.end))
        or (
            mention.kind == "percent"
            and text.find("의 ", mention.end, mention.end + _OF) >= 0
            and _SHARE_OF.match(text, mention.end)
        )
    ):
        return None, None
    if (particle == "와" or particle == "과") and follows_any(text, max(mention.end, after) + 1, _WITH):
        return None, measure  # 38명과 함께
    if follows_any(text, mention.end, _ABOUT) or (after > mention.end and follows_any(text, after, _ABOUT)):
        return None, measure
    if sentence.ordered < -1:
        look_back(sentence, mention.end)
    if sentence.ordered >= mention.end:
        return None, measure
    if after < mention.end:
        after = mention.end
    framed = sentence.framed >= mention.end
    inner, inner_at, also = False, mention.left, -1
    beside: str | None = None  # the noun beside the measure (서울 아파트 가격이), if no topic owns it
    looked, closed, seen = 0, 0, mention.left  # what of the clauses between has ended, and from where on it is known
    particles = sentence.particles
    for index in range(sentence.particles_before(at) - 1, -1, -1):
        pos = particles[index]
        if pos < low or looked == 6:
            break
        if closed == 3 and (text[pos] == "이" or text[pos] == "가"):
            continue
        candidate = judge(sentence, index)
        if candidate is None or (sentence.quotes and _inside_other_quote(sentence, pos, mention.start)):
            if framed and (text[pos] == "이" or text[pos] == "가") and text[pos - 1].isalpha() and _many(sentence, pos):
                return None, measure  # 감사원은 지자체 12곳이 5억원을 썼다고
            continue
        if candidate.particle == "도" and candidate.measure is None and not candidate.known:
            if (measure is None or not words.is_own(measure)) and not _also(sentence, mention, candidate, particle):
                also = max(also, candidate.start)
                continue  # 유니슨도 2분기 영업이익 223억원을
        nominative = candidate.particle == "이" or candidate.particle == "가"
        expected = nominative and (
            letter(text, candidate.end + 1) == ord(" ")
            and first_word(text, candidate.end + 2, sentence.end) in _EXPECTED
        )
        if expected or text.find(" 역시 ", candidate.end + 2, mention.left) >= 0:
            return None, measure  # 월가가 예상한 5만 개; 나스닥지수는 2541, 다우 역시 1% 내려
        looked += 1
        if closed != 3:
            if seen > candidate.end + 2:  # more than a space
                closed |= _closed(text[candidate.end + 1 : seen].split(), words, last=seen == mention.left)
            seen = candidate.end + 1
        if candidate.measure is not None and words.is_paper(candidate.measure, mention.kind):
            paper = phrase_left(words, text, low, candidate.end)
            start = candidate.end - len(paper)
            candidate = Candidate(start, candidate.head, candidate.end, candidate.particle, None, False)
        elif candidate.measure is None and mention.kind == "money" and candidate.particle in _MARKS:
            head = text[candidate.head : candidate.end]
            if words.is_sum(head) and head not in sentence.known:  # 관람료는 2만원이다
                candidate = Candidate(candidate.head, candidate.head, candidate.end, candidate.particle, head, False)
        elif candidate.measure is not None and is_object and particle != "" and words.is_fund(candidate.measure):
            candidate = Candidate(candidate.start, candidate.head, candidate.end, candidate.particle, None, False)
        if candidate.measure is not None:
            if closed & 1 or not words.fits(candidate.measure, mention.kind, mention.canonical_unit):
                continue
            if closed & 2 and nominative:
                continue
            owner = owner_of(sentence, candidate.head, low)
            if measure is None:
                measure, inner, inner_at = candidate.measure, True, candidate.start
                joint = joint_measures(sentence, measure, candidate.end - len(measure), low)
                if joint is not None:
                    sentence.joint_measures = joint
                    measure = sentence.nth_of(joint) or ""
                    inner_at = text.rfind(joint[0], low, candidate.head + len(joint[0]))
                    owner = owner_of(sentence, inner_at, low)
                if owner == "":
                    return None, measure
                if owner is not None and owner[0] == " " and words.is_sum(measure) and owner[1:] not in sentence.known:
                    whole = f"{owner[1:]} {measure}"
                    if text.endswith(whole, low, candidate.end) and not words.institution(owner[1:]):
                        return None, whole  # 토지 보상금은
                if owner is not None and owner[0] == " " and words.bears_whole(measure, owner):
                    whole = f"{owner[1:]} {measure}"
                    return (canonical(sentence, whole) if text.endswith(whole, low, candidate.end) else None), None
                if owner is not None and (
                    owner[0] == "의" or candidate.particle in ("은", "는") or owner[-2:] == "년물"
                ):
                    return _one_of(sentence, mention, owner[1:], candidate.end), measure
                beside = owner
            elif owner == "":
                return None, measure
            elif words.is_balance(candidate.measure) and words.is_own(measure):
                return (canonical(sentence, owner[1:]) if owner else None), measure  # 경상수지가 6억 달러 흑자로
            elif owner is not None and owner[0] == "의":
                return _one_of(sentence, mention, owner[1:], candidate.end), measure
            continue
        topic = candidate.particle in ("은", "는", "도", "서")
        if also >= 0 and _closed(text[candidate.end + 1 : also].split(), words, last=False):
            return None, measure  # 김지찬이 3안타를 쳤고 김현준도 2안타로 활약했다
        if inner and topic and not (measure and words.is_own(measure)):
            between = text[candidate.end + 1 : inner_at]
            if between.endswith(", ") or _closed(between.split(), words, last=False) & 1:
                return None, measure  # 실업자는 103만명, 실업률은 3.5%
        if not topic and (closed & 2 or is_subject or (inner and not (measure and words.is_own(measure)))):
            continue
        if not topic and inner and (closed & 1 or _ended(text[candidate.end + 1 : inner_at].split(), words)):
            continue  # 고객이 몰려 매출이
        if not topic and closed & 1 and mention.kind == "count" and particle == "" and not is_object:
            continue  # 주민이 대피했고 차량 20대도 탔다
        if not topic and particle not in ("을", "를") and _by_it(sentence, mention, candidate):
            return None, measure  # 강진이 덮쳐 2천명 넘게 숨졌다
        crowd = not topic and mention.kind == "ratio" and _CROWDED.search(text, candidate.end, mention.left)
        if crowd or (candidate.place and measure is None):
            continue  # 청약자가 몰려 15대 1로
        if is_subject and not (measure and words.is_own(measure)):
            return None, measure
        if closed & 1 and topic and not is_object and measure is None and deed_of(sentence, mention) is None:
            return None, None
        if closed & 1 and topic and _in_other_words(sentence, candidate, mention):
            return None, measure
        name = text[candidate.start : candidate.end]
        if topic and not inner:
            if _is_relative(text, after):
                return None, measure
            if candidate.particle in ("은", "는") and describes(sentence, after, name):
                return None, measure
        if topic and mention.kind == "count" and text.find("에는 ", candidate.end, mention.left) >= 0:
            return None, measure  # 달항아리는 귀한 명품으로 국내에는 3점이 있다
        if name in UNNAMED or (words.police(name) and not seizes(sentence, mention)):
            return None, measure
        if name[name.rfind(" ") + 1 :] in words.pronouns:
            if framed and topic and (inner or not (mention.factuality == "planned" and will(sentence, mention))):
                return None, measure  # 그는 원가가 3만원이라고 말했다
            return (sentence.only["person"] if words.pronouns.get(name) else None), measure
        if words.broker(name) and (
            (framed and mention.factuality in _FORESEEN) or (measure is None and mention.kind == "points")
        ):
            break  # 가온증권은 순이익이 3천억원에 이를 것으로 내다봤다, 코스피 밴드를 3800∼4100선으로 제시했다
        if framed and topic and not candidate.place:
            if wanted(text, mention.end):
                return None, measure  # 노조는 임금을 8% 올려야 한다는 주장이다
            if _speaker(sentence, name) and not (
                mention.factuality == "planned" and not inner and will(sentence, mention)
            ):
                break
            if inner or is_subject:
                if not (measure and words.is_own(measure)) or (words.institution(name) and not words.company(name)):
                    break
            elif not is_object and not (measure and words.is_own(measure)) and deed_of(sentence, mention) is None:
                return None, measure
        if inner and words.institution(name) and (not framed if topic else framed and not words.company(name)):
            break  # 농림부가 쌀 생산량이 400만톤에 이를 것으로 전망했다
        if measure is None and topic and not closed and amounts(sentence, mention):
            owner = owner_of(sentence, candidate.head, low)
            if owner is not None and owner[:1] == "의" and text[candidate.end] not in CLOSERS:
                return canonical(
                    sentence, owner[1:]
                ), None if mention.kind == "measure" else name  # 인천공항의 이용객은; not 감독의 ‘영화’는
        if topic and text.find("는지", mention.end, min(sentence.end, mention.end + REACH)) >= 0:
            return None, measure  # 검찰은 3억원을 받았는지 조사한다
        if topic and text.find("가장 ", max(low, candidate.start - _BEST), candidate.start) >= 0:
            best = _BEST_IS.match(text, candidate.end + 1)
            if best is not None and best.group(1) not in words.no_owner:
                found = best.group(1) if words.nouny(best.group(1)) else ""
                return canonical(sentence, found), measure  # 이익이 가장 큰 기업은 가온으로
        if (
            measure is None
            and mention.kind == "count"
            and not topic
            and index
            and not framed
            and follows_any(text, mention.end, _THERE)
        ):
            whose = _who_has(sentence, index - 1, candidate.start, low) if text[candidate.end + 1 : at] == " " else None
            if whose is not None:
                return canonical(sentence, whose), name  # 그는 전과가 한 건 있다
        if measure is None and nominative and index and deed_of(sentence, mention) is None:
            measure = _topic_measure(sentence, mention, index - 1, candidate.start, low)
        return _one_of(sentence, mention, name, candidate.end), measure
    return (_one_of(sentence, mention, beside[1:], inner_at) if beside else None), measure


def _topic_measure(sentence: Sentence, mention: Mention, index: int, at: int, low: int) -> str | None:
    """업체별 과징금은 가온이 32억원, 나래가 15억원이다: the topic is what is measured of each."""
    text, words, particles = sentence.text, sentence.words, sentence.particles
    while index >= 0 and particles[index] > max(low, at - WAY):
        pos = particles[index]
        if text[pos] != "은" and text[pos] != "는":
            index -= 1
            continue
        topic = judge(sentence, index)
        index -= 1
        if topic is None:
            continue
        found = topic.measure
        if found is None or words.bears(found) or not words.fits(found, mention.kind, mention.canonical_unit):
            return None
        return None if _closed(text[pos + 1 : at].split(), words, last=False) & 1 else found
    return None


def _who_has(sentence: Sentence, index: int, at: int, low: int) -> str | None:
    """그는 | 전과가 한 건 있다, 이 학교는 | 교실이 20개 있다: the topic of whom or of what there is so much."""
    pos = sentence.particles[index]
    if pos < max(low, at - WAY) or sentence.text[pos] not in "은는":
        return None
    topic = judge(sentence, index)
    if topic is None or topic.measure is not None or topic.place:
        return None
    name = sentence.text[topic.start : topic.end]
    gap = sentence.text[pos + 1 : at].split()
    return None if name in sentence.words.pronouns or any(sentence.words.closes(word) & 1 for word in gap) else name


_TOLD: Final = ("다며 ", "라며 ", "다면서 ", "라면서 ")


def _in_other_words(sentence: Sentence, candidate: Candidate, mention: Mention) -> bool:
    """대변인은 이들 나라는 방치했다며 3천 명을 구했다고: a topic of what was said before, behind who says it."""
    text = sentence.text
    if text.find("며", candidate.end, mention.left) < 0 and text.find("면서 ", candidate.end, mention.left) < 0:
        return False
    between = text[candidate.end : mention.left]
    if not any(mark in between for mark in _TOLD):
        return False
    index = sentence.particles_before(candidate.start) - 1
    while index >= 0 and sentence.particles[index] >= sentence.start:
        pos = sentence.particles[index]
        if (text[pos] == "은" or text[pos] == "는") and (
            judge(sentence, index) is not None
            or sentence.words.titled(text[word_start(text, sentence.start, pos) : pos])
        ):
            return True
        index -= 1
    return False


def _one_of(sentence: Sentence, mention: Mention, name: str, end: int) -> str | None:
    """가온과 나래의 매출이 각각 12%, 4% 늘었다: each name has its own number; None where there are more of them."""
    text = sentence.text
    each = text.find("각", end, mention.left) >= 0 and (
        text.find("각각", end, mention.left) >= 0 or text.find(" 각 ", end, mention.left) >= 0
    )
    if not each and sentence.count > 1 and (" " in name or "·" in name):
        each = (
            text.find(" 각각 ", mention.end, min(sentence.end, mention.end + _EACH)) >= 0
            or follows_any(text, mention.end, _BOTH)
            or (sentence.count == 2 and mention.kind in _RATED)  # 다우와 나스닥이 0.5%, 0.4%
        )  # 7%, 14% 각각 늘었다; 투신과 개인이 607계약과 399계약
    if each:
        names = names_of(name)
        if len(names) == sentence.count > 1:
            sentence.joint_subjects = [canonical(sentence, one) or one for one in names]
            return sentence.joint_subjects[sentence.nth]
        if len(names) > 1:
            return None  # 가람과 나래는 각각 입장료 60%, 공연 50% 할인을
    return canonical(sentence, name)


def _also(sentence: Sentence, mention: Mention, candidate: Candidate, particle: str) -> bool:
    """나래전자도 2% 올랐다, 정부도 3조원을 투입한다; not 직원도 300명 줄였다, 집도 3억원에 팔았다."""
    text, words = sentence.text, sentence.words
    word = text[candidate.head : candidate.end]
    if len(word) < 2 or not words.nouny(word) or words.is_time(word):
        return False
    at = candidate.head
    if text[at - 1] == " " and text[at - 3] == " " and final_of(text[at - 2]) == _N:
        return False  # 외국인이 많이 판 종목도
    if mention.kind in _RATED:
        return not moves(sentence, mention.end)
    return mention.kind in ("money", "measure") and particle in ("을", "를")


def _closed(gap: list[str], words: Words, *, last: bool) -> int:
    """What has ended in a gap: 1 the reach of a topic's measure, 2 that of a subject; ``last``: the number follows it."""
    found = 0
    left = len(gap) if last else len(gap) + 1
    before = ""
    for word in gap:
        left -= 1
        how = words.closes(word)
        numeral = word == "한" and before[-1:] not in ("을", "를")  # 한 주 전보다; not 일을 한 뒤
        before = word
        if how and not numeral:
            found |= how & 3
            if how & 4 and left:
                found |= 2
    return found


def _is_relative(text: str, at: int) -> bool:
    """Whether the verb behind a number stands before its noun: 3조원을| 투자한 회사; its last syllable is looked at first."""
    if letter(text, at) not in (ord("을"), ord("를"), ord("에"), ord("로"), ord("까"), ord(" ")):
        return False
    stop = text.find(" ", text.find(" ", at) + 1)
    return (text[stop - 1] in _ADNOMINAL or follows(text, stop + 1, "수 있는 ")) and _RELATIVE.match(
        text, at
    ) is not None


def _many(sentence: Sentence, pos: int) -> bool:
    """지자체 12곳|이, 주민 3명|이: whether a count of those who do it stands before a particle."""
    text, words = sentence.text, sentence.words
    word = text[word_start(text, sentence.start, pos) : pos]
    return word[:1].isdigit() and words.is_counter(word.lstrip(FIGURES))


def _by_it(sentence: Sentence, mention: Mention, candidate: Candidate) -> bool:
    """강진이 덮쳐 | 2천명이: people whom something happened to; not 회원이 늘어 | 3만명이."""
    text, words = sentence.text, sentence.words
    if words.counting.get(mention.unit or "") != "people" or mention.kind != "count":
        return False
    name = text[candidate.start : candidate.end]
    if words.doer(name) or name in sentence.known or is_person(name):
        return False
    return _ended(text[candidate.end + 1 : mention.left].split(), words)


def _ended(gap: list[str], words: Words) -> bool:
    """고객이 몰려 매출이, 수요가 늘어 매출이: whether a verb in 어 or 아 ends the clause of the first subject."""
    return any(
        word in words.ending or (word[-1] in _JOINING and word not in words.no_owner and not words.noun_ends(word))
        for word in gap
    )


def _inside_other_quote(sentence: Sentence, pos: int, number: int) -> bool:
    quotation = sentence.quotation(pos)
    return quotation is not None and quotation[0] < pos < quotation[1] and not quotation[0] <= number < quotation[1]


def _speaker(sentence: Sentence, name: str) -> bool:
    alias = sentence.known.get(name)
    if alias is not None:
        return alias.type not in ("organization", "institution")
    return sentence.words.titled(name)
