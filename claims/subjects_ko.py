"""Subjects and measures of Korean sentences: particles, genitives and the nouns that stand beside a number.

The measure is looked for beside the number first (매출 3조원, 2조원 규모의 대출, 500억원을 투자), then in the nearest
subject of its clause (매출은 … 3조원). The subject is the measure's owner (한빛전자의 매출) or the nearest subject
whose clause is still open at the number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.beside_ko import TURNS, left_of, right_of
from claims.clause_ko import subject_of
from claims.clause_ko_frames import VERDICTS
from claims.clause_ko_owner import owner_of
from claims.clause_ko_phrases import canonical
from claims.clause_ko_predicate import attainer, deed_of, done_to, wanted
from claims.looks import follows, follows_any, letter, precedes
from claims.noun_phrase_ko import phrase_left
from claims.subjects_ko_apart import tell_apart
from claims.subjects_ko_brackets import aged, in_brackets
from claims.subjects_ko_counted import among, from_them, places
from claims.subjects_ko_lists import changed_noun, in_order, leads, listed, named, owned, ranked
from claims.subjects_ko_penalties import is_penal, sentenced
from claims.subjects_ko_relative import charged, described, head_of, in_case_of, next_to_rank, of_that_size, sized
from claims.subjects_ko_sentence import REACH, Sentence
from claims.subjects_ko_series import RATES, changes, goes_on, inherit, one_by_one, runs_of, to_next
from claims.subjects_ko_words import words_of

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Alias, Mention, Span

__all__ = ["attach"]

#: 5000원권, 3억원형: the number is part of a name.
_PART: Final = re.compile(r"(?:권|형|급|용|제|판|식)(?![가-힣]{3})")
_CONFIDENCE: Final[tuple[str, ...]] = (" 신뢰수준", " 신뢰 수준")
_NEAR: Final = 80  # how far from a number the verb that judges or decides it is looked for, or the next that is judged
#: Who judges a sum does not own it: 범죄수익을 140억원으로 추산했다.
_JUDGED: Final = re.compile(rf" ?(?:가량|정도|수준|안팎)?(?:으로|로) (?:{VERDICTS})")
_AS_LARGE: Final[tuple[str, ...]] = (" 면적", " 크기", " 넓이", " 분량", " 높이", " 길이")
_TAKING: Final = re.compile(r"( ?(?:가량|정도|이상|안팎)?[을를] )차지하는 ")
_JUDGING: Final = re.compile(r"로 (?:각각 )?(?:내다|전망|예상|예측|추정|추산)")
_TRADES: Final = re.compile("매[수도]")
_OBLIQUE: Final = ("에서", "에는 ", "로부터", "의 ", " 중 ", " 가운데 ")
_WHO: Final = re.compile(r"([가-힣]{1,4} [가-힣]{2,6}?)(?:[와과]는? |보다|[을를이가은는의] )")
_JUDGED_AT: Final[tuple[str, ...]] = (
    "에서 ",
    "으로 ",
    "로 ",
    "까지 ",
    "나 ",
    " 상향",
    " 하향",
    " 올",
    " 내",
    " 높",
    " 낮",
)
_CLAUSES: Final = ("고 ", "며 ", "지만 ", "는데 ", "면서 ")
_AMONG: Final[tuple[str, ...]] = ("등 ", "등 총 ")  # 국비와 시비 등 총 8억원의 사업비
_SIZED: Final[tuple[str, ...]] = ("규모", "상당", "짜리", "어치")
_OBJECT: Final = frozenset("을를")
_BOUNDS: Final = frozenset(("미만", "이상", "이하", "초과"))
_CASES: Final = frozenset(("에서", "와", "과"))
_MODIFIED: Final = frozenset(("을", "를", "로", "으로", "에", "와", "과"))
_WHERE: Final = frozenset(("에", "에서", "까지", "로", "으로"))


def attach(
    text: str, start: int, end: int, group: list[Mention], quotes: list[Span], known: dict[str, Alias],
    only: dict[str, str | None], lexicon: Lexicon,
) -> None:  # fmt: skip
    """Set subject and measure of the mentions of one sentence."""
    sentence = Sentence(text, start, end, quotes, known, only, words_of(lexicon), min(end, group[-1].left + 1))
    before: Mention | None = None
    runs = runs_of(text, group) if len(group) > 1 else {}
    size = len(group)
    for index in range(size):
        mention, following = group[index], group[index + 1] if index + 1 < size else None
        if runs:
            sentence.nth, sentence.count = runs.get(mention.start, (0, 1))
        if mention.kind == "age":
            mention.subject = aged(sentence, mention)
        elif (
            before is None
            or _bounds_a_noun(sentence, mention)
            or not (inherit(text, before, mention) or goes_on(sentence, before, mention))
        ):
            sentence.joint_measures = sentence.joint_subjects = None
            _one(sentence, mention, before, following)
        elif sentence.nth:
            if sentence.joint_measures is not None:
                mention.measure = sentence.nth_of(sentence.joint_measures)
            if sentence.joint_subjects is not None:
                mention.subject = sentence.nth_of(sentence.joint_subjects)
        if mention.subject is not None and (mention.kind == "count" or mention.kind == "measure"):
            if leads(sentence, mention):
                sentence.lead = mention
                sentence.leads += 1
        before = mention
    words = sentence.words
    judged: Mention | None = None
    for mention in group:
        if mention.measure is not None:
            if mention.kind in ("duration", "money") and is_penal(text, start, end):
                sentenced(sentence, mention)
            tell_apart(sentence, mention)
        if mention.subject is None and mention.measure is not None and words.bears(mention.measure):
            mention.subject, mention.measure = mention.measure, None
        if mention.measure is not None and words.is_judged(mention.measure):
            judged = mention
        elif judged is not None and mention.measure is None and text.startswith(_JUDGED_AT, mention.end):
            between = text[judged.end : mention.left]
            if len(between) < _NEAR and not any(mark in between for mark in _CLAUSES):
                mention.subject, mention.measure = judged.subject, judged.measure  # 목표가를 2만원으로 208%나 올렸다
                judged = mention
    if size == 1:
        return
    if runs:
        one_by_one(sentence, group, runs)
    for index in range(size - 1):
        mine, following = group[index], group[index + 1]
        if runs and mine.start in runs and following.start in runs:
            continue
        rate = mine.kind in RATES or mine.kind == "multiple" or (mine.kind == following.kind == "money")
        if rate and to_next(sentence, mine, following):
            if mine.measure is None and following.measure is not None:
                mine.measure, mine.subject = following.measure, following.subject
            elif mine.measure is not None and following.measure is None:
                following.measure, following.subject = mine.measure, mine.subject
            elif mine.measure is following.measure is None and mine.subject and words.bears(mine.subject):
                following.subject = mine.subject  # 최저임금을 280원 오른 4860원으로


def _judged(sentence: Sentence, mention: Mention) -> bool:
    """물가를 2.0%로 예상했다, 물가를 2.0%로, 임금을 1.8%로 각각 예상했다: whose judgement it is owns nothing."""
    text = sentence.text
    if _JUDGED.match(text, mention.end):
        return True
    if sentence.framed < mention.end and sentence.framed != -2:
        return False
    found = _JUDGING.search(text, mention.end, min(sentence.end, mention.end + _NEAR))
    if found is None:
        return False
    return not any(sentence.words.closes(word) & 3 for word in text[mention.end : found.start()].split())


def _decided(sentence: Sentence, mention: Mention) -> bool:
    """최저임금을 4860원으로 의결했다: who sets a wage or a price has not got it."""
    text, limit = sentence.text, min(sentence.end, mention.end + _NEAR)
    for verb in sentence.words.deciding:
        at = text.find(f" {verb}", mention.end, limit)
        if at > 0 and text.endswith(("로", "로 각각"), mention.end, at):
            return True
    return False


def _sized(sentence: Sentence, mention: Mention) -> bool:
    """2억원 상당의, 3조원 규모의, 5000원짜리: what follows is worth the sum; in 벌금 300만원의 약식명령 it need not be."""
    end, joint = sentence.tied(mention.end)
    return joint not in ("", "의") or sentence.text[mention.end : end].removesuffix("의").endswith(_SIZED)


def _of_another(sentence: Sentence, mention: Mention) -> bool:
    """3억원대 소송에서: the sum is that of a noun in an oblique case."""
    text, words = sentence.text, sentence.words
    pos = sentence.tied(mention.end)[0]
    if not follows(text, pos, " "):
        return False
    stop = text.find(" ", pos + 1, min(sentence.end, pos + 20))
    stem, case = words.strip(text[pos + 1 : stop]) if stop > 0 else ("", "")
    return case in _CASES and len(stem) > 1 and words.nouny(stem) and not words.is_time(stem)


def _bounds_a_noun(sentence: Sentence, mention: Mention) -> bool:
    """200만원 미만 가구는, 30억원 초과 주택의: the number tells which of them."""
    text, end = sentence.text, mention.end
    at = end + 1 if end < sentence.end and text[end] == " " else end
    if at >= sentence.end or ord(text[at]) not in (ord("미"), ord("이"), ord("초")) or text[at : at + 2] not in _BOUNDS:
        return False
    pos = sentence.tied(end)[0]
    if text[pos : pos + 1] != " " or text[end:pos].strip() not in _BOUNDS:
        return False
    stop = text.find(" ", pos + 1, sentence.end)
    stem, case = sentence.words.strip(text[pos + 1 : stop]) if stop > 0 else ("", "")
    return case in ("은", "는", "이", "가", "의") and len(stem) > 1 and sentence.words.nouny(stem)


def _one(sentence: Sentence, mention: Mention, before: Mention | None, following: Mention | None) -> None:
    text, words = sentence.text, sentence.words
    low = max(_quote_start(sentence, mention.start), mention.left - REACH)
    kind = mention.kind
    if kind == "percent" and follows(text, mention.end, " 신뢰") and text.startswith(_CONFIDENCE, mention.end):
        mention.measure = text[mention.end + 1 : text.index("준", mention.end) + 1]  # 95% 신뢰수준에 표본오차는
        return
    opened = text.rfind("(", low, mention.left) if 0 <= sentence.opened < mention.left else -1
    if opened >= 0 and text.find(")", opened, mention.left) < 0:
        in_brackets(sentence, mention, before, opened, low)
        return
    of, after = precedes(text, mention.left, "의 "), letter(text, mention.end)
    if kind == "percent" and of:
        taking = _TAKING.match(text, mention.end)
        if taking is not None:
            mention.subject = canonical(sentence, attainer(sentence, taking.end(1)) or "")
            return  # 생산량의 90%를 차지하는 품종
        if (
            following is not None
            and following.kind in ("money", "measure")
            and text[mention.end : following.left] == "인 "
        ):
            return  # 임금은 대기업의 56.8%인 338만원: what it is compared with owns nothing
    if kind == "count" and after == ord(" ") and text.startswith(_AS_LARGE, mention.end):
        return  # 축구장 3천 개 면적
    if of and kind in ("count", "money", "measure"):
        whose = owned(sentence, mention, low)
        if whose is not None:
            mention.subject = whose
            return  # 나래항공의 1593편을 앞질렀다
    left = left_of(sentence, mention, low)
    measure: str | None = None
    owner_from = -1
    if left is not None:
        if left.how == "whole" and not text.startswith(("를 달성", "를 채"), mention.end):
            return  # 300만 유로의 20%인; 목표 155억달러의 39%를 달성했다 is whose the target is
        if left.how == "share":
            if left.word:
                mention.subject = canonical(sentence, left.word)
                return
        else:
            measure, owner_from = left.word, left.at
    if kind == "percent" and follows(text, mention.end, "인 "):
        held = _WHO.match(text, mention.end + 2)
        if held is not None and words.titled(held.group(1)):
            mention.subject = canonical(sentence, held.group(1))
            return  # 39.3%인 김 후보와는
    if mention.kind == "rank":
        who = ranked(sentence, mention)
        if who is not None:
            mention.subject = who
            return  # 2위 김윤서(23)를
        if next_to_rank(sentence, mention):
            mention.measure = measure
            return  # 2위 LG와의
    elif after != ord("의") and described(sentence, mention, low):
        return  # 부채가 200조원을 넘는 기업
    elif kind in ("money", "count", "measure") and charged(sentence, mention):
        mention.measure = measure
        return  # 37억원을 빼돌린 혐의로 기소된 정씨에게
    right_measure, tied, particle = right_of(sentence, mention)
    if (
        kind == "measure"
        and left is None
        and right_measure is not None
        and of_that_size(sentence, mention, right_measure)
    ):
        return  # 60㎝ 높이의 계단을
    if after == ord("인") and left is not None and left.how == "measure" and follows(text, mention.end, "인 "):
        whose = head_of(sentence, mention.end + 1)
        if whose is not None:
            mention.subject, mention.measure = canonical(sentence, whose), measure
            return  # 사업비 30억원인 다리를
    if kind == "count" and left is None and places(sentence, mention, following, right_measure, particle):
        mention.measure = right_measure
        return  # 7개 시도 56개 시군구에서
    if (kind == "money" or mention.unit == "계약") and text[mention.left - 1] == " ":
        trader = text[max(low, text.rfind(" ", low, mention.left - 1) + 1) : mention.left - 1]
        if trader in words.traders and _TRADES.search(text, mention.end, sentence.end) is not None:
            mention.subject, mention.measure = trader, right_measure or deed_of(sentence, mention)
            return  # 외국인이 3천계약, 은행 2천계약 순매도를
    tie, joint = sentence.tied(mention.end)
    if right_measure is None and (left is None or left.how == "label") and _bounds_a_noun(sentence, mention):
        return  # 200만원 미만 가구는 9만원
    if right_measure is not None:
        if left is None or left.how != "counted":
            if (
                left is not None
                and left.how == "measure"
                and tied
                and _sized(sentence, mention)
                and words.measure(right_measure) is None
            ):
                mention.subject, mention.measure = canonical(sentence, right_measure), measure
                return  # 시가 2억원 상당의 승용차
            if measure is None or (joint == "의" and text.endswith(_AMONG, low, mention.left)):
                if left is None and not tied and particle in ("을", "를"):
                    found_subject, found = subject_of(sentence, mention, None, particle, low, mention.left)
                    if found is not None and words.is_balance(found):
                        mention.subject, mention.measure = found_subject, found
                        return  # 무역수지는 138억달러 흑자를
                measure, owner_from = right_measure, -1
        elif tied and joint != "의":
            measure, owner_from = right_measure, -1
        if mention.kind == "measure" and particle in _WHERE and owner_from < 0:
            mention.measure = measure
            return  # 땅속 70cm 깊이에 묻혀
    elif joint == "의" and left is None and particle == "":
        return  # 18편의 짧은 시가: a genitive of something unread
    if sentence.lead is not None and right_measure is None and named(sentence, mention, low):
        return
    if (
        mention.kind == "count"
        and right_measure is None
        and follows_any(text, mention.end, (" 중 ", " 가운데 ", "의 "))
        and words.counting.get(mention.unit or "") != "times"
    ) or (mention.kind == "count" and (from_them(text, mention.end) or among(sentence, mention, right_measure))):
        mention.measure = measure
        return  # 상장법인 634사 중 570사의 실적을, 3명으로부터 돈을
    if left is not None and left.how == "label" and measure is None and mention.kind != "rank":
        if mention.kind == "money" and particle in ("을", "를"):
            mention.subject, _ = subject_of(sentence, mention, None, particle, low, left.at)
            return  # 정부가 예비비 3000억원을 썼다
        listed(sentence, mention, left, low)
        return
    rated = kind == "percent" or kind == "percentage_point"
    if rated and left is None and right_measure is None:
        head = changed_noun(sentence, mention, low)
        if head is not None:
            mention.subject = canonical(sentence, head)
            return  # 시세보다 20% 싼 ‘일반형’이
    subject: str | None = None
    owner: str | None = None
    thing: str | None = None
    if left is not None and left.how == "counted" and right_measure is None and listed(sentence, mention, left, low):
        return  # 판매량은 가온자동차 5만대, 나래자동차 3만대다
    if left is not None and left.how == "counted" and in_order(sentence, mention):
        mention.subject = canonical(sentence, left.word or "")
        return  # 제주항공 388편, 진에어 330편 순이다
    if (
        left is not None
        and left.how == "counted"
        and right_measure is None
        and text[left.at + len(left.word or "")] not in _OBJECT
        and (follows_any(text, mention.end, _OBLIQUE) or (after == ord("에") and not done_to(text, mention.end)))
    ):
        mention.measure = measure  # 제지업체 4곳에 과징금을: the doer of the clause does not own them
        return
    if (
        left is not None
        and left.how == "counted"
        and text[left.at + len(left.word or "")] in _OBJECT
        and follows_any(text, mention.end, TURNS)
    ):
        owner_from = -1  # 국경의 병력을 1천명에서 1만명으로: who does it
    if owner_from >= 0:
        owner = owner_of(sentence, owner_from, low)
        if owner == "":
            mention.measure = measure
            return
        if owner is not None and owner[0] == "의":
            mention.subject, mention.measure = canonical(sentence, owner[1:]), measure
            return
        if owner is None and measure is not None and words.is_judged(measure):
            about = text.rfind("에 대해 ", low, owner_from)
            mention.subject = canonical(sentence, phrase_left(words, text, low, about)) if about > 0 else None
            mention.measure = measure
            return  # 증권사는 가온에 대해 목표주가 3만원을 냈다
    if tie > mention.end + 1 and text.find("짜리", mention.end, tie) >= 0:
        if right_measure is None:
            mention.measure = measure
            return  # 9층짜리 오피스텔 1층 식당에서
        if mention.kind == "money" and words.measure(right_measure) is None:
            mention.subject = canonical(sentence, right_measure)
            return  # 500원짜리 복권을
    if (
        left is not None
        and left.how == "measure"
        and mention.kind == "measure"
        and (joint == "의" or after == ord("급") or (joint == "" and (thing := sized(sentence, tie)) is not None))
    ):
        if joint == "의":
            thing = head_of(sentence, tie)
        mention.subject, mention.measure = canonical(sentence, thing or ""), measure
        return  # 사거리 300km 이상의 미사일, 지름 30㎝ 구멍을
    if after in (ord("권"), ord("형"), ord("급"), ord("용"), ord("제"), ord("판"), ord("식")) and _PART.match(
        text, mention.end
    ):
        mention.measure = measure
        return
    if mention.kind == "money" and particle == "" and right_measure is None and _of_another(sentence, mention):
        mention.measure = measure
        return  # 3억원대 소송에서
    if left is not None and measure is not None and particle == "" and owner_from >= 0:
        closing = text[owner_from + len(measure)]
        if closing in ("을", "를"):
            target = words.is_judged(measure)
            if target or words.is_outlook(measure) or _judged(sentence, mention):
                if owner and (measure[measure.rfind(" ") + 1 :] not in words.light or owner[1:] in words.place):
                    mention.subject, mention.measure = canonical(sentence, owner[1:]), measure
                    return  # 증권사는 한빛전자 매출을 3조원으로 전망했다
                if target:
                    mention.measure = measure
                    return  # 증권사는 목표주가를 3만원으로 제시했다
            elif words.is_decided(measure) and _decided(sentence, mention):
                mention.measure = measure
                return  # 위원회는 최저임금을 4860원으로 의결했다
            elif not wanted(text, mention.end):
                particle = closing  # 국방비를 60조원으로 늘린다
    behind = 0
    if right_measure is not None and particle in _MODIFIED:
        behind = text.find(right_measure, mention.end, mention.end + REACH) + len(right_measure)
    subject, found = subject_of(
        sentence, mention, measure, particle, low, owner_from if owner_from >= 0 else mention.left, behind
    )
    if measure is None and found is not None:
        measure = found
    if measure is None and kind == "money" and not follows(text, tie, "에 "):
        measure = deed_of(sentence, mention)  # 500억원을 투자; in 500억원에 인수 it is a price
    if measure is None and before is not None and rated and subject == before.subject:
        gap = text[before.end : mention.left]
        if gap.startswith(("으로 ", "로 ")) and "," not in gap and changes(sentence, mention):
            measure = before.measure
    if mention.kind == "duration" and measure is None:
        return
    if subject is None and measure and (case := text.rfind("의 경우", low, mention.left)) > low:
        subject = in_case_of(sentence, mention, case, low)
    mention.subject, mention.measure = subject, measure or None


def _quote_start(sentence: Sentence, pos: int) -> int:
    quotation = sentence.quotation(pos)
    if quotation is not None and quotation[0] <= pos < quotation[1]:
        return max(sentence.start, quotation[0])
    return sentence.start
