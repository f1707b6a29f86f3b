"""How surely a clause itself states its number: planned, conditional, forecast, possible, estimated; None when plainly."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_forms import final_of, forms_of
from claims.attribution_ko_stated import ENOUGH, conditional
from claims.certainty_en import own_class, tells_nothing
from claims.looks import follows_any, hangul_in, letter
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Mention, Page, Span

__all__ = ["clause_certainty", "told_before"]

_REACH: Final = 120
_SS: Final = 20  # the final consonant ㅆ in the Unicode order
#: A clause ends where a finite verb goes on with 고, 며, 지만 …; not inside 하고 있다.
_CLAUSE: Final = re.compile(
    r"[했였됐었았갔왔렸졌났섰이하지다라요\n]"  # any other character is skipped at once
    r"(?:(?<=[했였됐었았갔왔렸졌났섰이])(?:고|으며|지만|으나|는데)[ ,]"
    r"|(?<=[하다라])며[ ,]|(?<=지)만[ ,]|(?<=[다요])[.!?”]|(?<=\n)\n|(?<=것이)자[ ,])"
)
_PLANNED: Final = re.compile(
    r"[가-힣](?:예정|계획|방침|구상|목표)(?:이다|이며|이고|인|을|으로|이라|이었|였|도|은|이 |입)|"
    r"(?:할|될|을|ㄹ|[가-힣]) (?:예정|계획|방침|구상)|는 방안[을이은도] |기로 (?:했|한|하고|합의|결정|결의|의결|확정)|려던 |"
    r"려는 |려고 |[가-힣]하려 |추진하|추진한|추진할|추진 중|검토하|검토 중|(?<!좋)겠(?:다|습니다|고|으며|지만)|목표로|목표다"
)
_IF_REACH: Final = 60
_FORECAST: Final = re.compile(
    r"것으로 (?:전망|예상|예측|내다|기대|보인|보이|보고)|[할될을릴일날] (?:전망|것으로|것으)"
    rf"|[{''.join(chr(code) for code in range(0xAC08, 0xD7A4, 28))}] 것이(?:다|라는 |란 )|전망이다|전망된다|예상된다"
)
_POSSIBLE: Final = re.compile(r"수(?:도|는)? 있(?:다|을|어|는|습)|가능성이|지(?:도)? 모른다")
_ESTIMATED: Final = re.compile(r"추정(?:된|되|치|했)|추산(?:된|되|했)")
_STATED: Final = re.compile(
    "|".join(
        f"(?P<{name}>{shape.pattern})"
        for name, shape in (
            ("planned", _PLANNED),
            ("estimated", _ESTIMATED),
            ("forecast", _FORECAST),
            ("possible", _POSSIBLE),
        )
    )
)
#: One of these stands in all that _STATED finds; how far from its beginning it may stand (after a space from two on).
_MARKS: Final[dict[str, tuple[int, ...]]] = {
    "있": (3, 2), "모른다": (3, 2), "것으": (2, 0), "것이다": (2,), "것이라는 ": (2,), "것이란 ": (2,), "전망": (2, 0),
    "예정": (2, 1), "계획": (2, 1), "방침": (2, 1), "구상": (2, 1), "목표": (1, 0), "방안": (2,), "하려 ": (1,), "겠": (0,),
    "추진": (0,), "검토": (0,), "추정": (0,), "추산": (0,), "기로 ": (0,), "려는 ": (0,), "려고 ": (0,), "려던 ": (0,),
    "예상된다": (0,), "가능성이": (0,),
}  # fmt: skip
_MARK: Final = re.compile("|".join(_MARKS))
#: A condition that begins further on has a clause of its own.
_NEAR: Final = 24


#: 성장률 전망치를 4.1%에서 3.8%로 낮췄다; not 예상치를 3% 웃돌았다.
_OUTLOOK: Final = re.compile(
    r"(전망|예상|추정|예측)치(?:[를은는가]|로| 평균은)? (?:기존 |종전 |당초 |기존의 |연 )?(?:지난 )?(?:\d{1,2}월(?:에)? )?"
    r"(?:[가-힣]{2,6}한 )?"
    r"(?:\d[\d.,조억만천]{0,8}(?:%포인트|%|원|달러|명)?에서 )?$"
)
#: 예상 강수량은 제주 20~60㎜, 예상 매출은 3조원; not 예상보다, 예상 밖으로.
_EXPECTED: Final = re.compile(r"(?<![가-힣])예상 (?:[가-힣]{2,6} )?[가-힣]{2,8}[은는] ")
#: 올해 3.5%, 내년 2.4% 등 종전 전망치를 유지했다; 2.7%로 잡았던 성장률 전망치.
_OUTLOOK_AFTER: Final = re.compile(
    r"(?:(?:, (?:올해 |내년 )?\d[\d.]*%)* 등 (?:종전|기존|당초|이전|연간)? ?"
    r"|로 [가-힣]{1,5}던 (?:[가-힣]+ ){0,3})(전망|예상|추정)치"
)
_EXCEEDED: Final = re.compile(
    r"(?:나|를|을|포인트)? ?(?:이상 |넘게 |가까이 )?(?:웃|밑|상회|하회|초과|넘|뛰어|높|낮은|낮았|많|적)"
)
_RECKONED: Final = re.compile(r"\((?:[가-힣]+ )?추(?:산|정)\)")
#: 5천억원에 매각한다는 보도는 사실이 아니다; the words are those of [cue_noun.ko].
_UNTRUE: Final = r"WORDS[은는이가도] (?:[가-힣]+ ){0,3}?사실(?:무근|이 아니|과 다르|과 다른|과는 다르)"
#: What stood before the rumour is not denied with it: 3조원을 올린 뒤 나온 합병설은; …다는, …라는 belong to it.
_AFTER: Final = ("뒤", "후", "이후")
_TOLD_OF: Final = ("다", "라", "자", "려", "하", "되")
_OTHER_DOER: Final = re.compile(r"[가-힣A-Za-z]{1,10}[이가은는] ")
#: 했으며, 늘었고, 줄었지만, 진행 중이고: a clause of what is so ends; 있고, 하겠고 do not.
_TOLD: Final = re.compile(
    r"[했됐었았였렸졌났섰갔왔냈중](?:(?<!중)(?:으며|고|지만|으나|는데)[ ,]|(?<=중)이(?:어서|라|며|고|지만) )"
)


def told_before(text: str, content: list[Span], end: int) -> bool:
    """98%를 차지했으며, … 13만대를 넘을 것: whether a number stands in a clause of the past before the last one."""
    for low, high in content:
        if low < end <= high:
            return _told(text, end, high)
    return False


def _told(text: str, low: int, high: int) -> bool:
    """Whether a clause of what is so ends between: _TOLD is asked only at the ends of words that it may find."""
    for pos in range(low, high):
        if text[pos] == " " or text[pos] == ",":
            if letter(text, pos - 1) in (ord("며"), ord("고"), ord("만"), ord("나"), ord("데"), ord("서"), ord("라")):
                if _TOLD.search(text, max(low, pos - 4), pos + 1) is not None:
                    return True
    return False


def _clause_end(text: str, low: int, high: int) -> int:
    """Where the first clause between ends, -1 if none does: _CLAUSE is asked only at marks behind a letter that it ends with."""
    for pos in range(low, high):
        code = ord(text[pos])
        if code >= ord("가") or (ord("0") <= code <= ord("9")) or pos == low:
            continue
        last = ord(text[pos - 1])
        if code == ord(" ") or code == ord(","):
            ends = last in (ord("고"), ord("며"), ord("만"), ord("나"), ord("데"), ord("자"))
        else:
            ends = last in (ord("다"), ord("요"), ord("\n"))
        if ends:
            found = _CLAUSE.search(text, max(low, pos - 3), pos + 1)
            if found is not None:
                return found.end()
    return -1


def clause_certainty(page: Page, mention: Mention, lexicon: Lexicon, within: Span | None = None) -> str | None:
    """The class that the author's own clause gives a number (출시할 예정이며, 탑재된다면), or None.

    ``within`` is the content of the English report that holds the number.
    """
    text, start = page.text, mention.end
    end = page.sentences[mention.sentence][1] if page.sentences else len(text)
    end = min(end, start + _REACH)
    if page.language == "en" or not (
        ord("가") <= ord(text[start - 1]) <= ord("힣") or hangul_in(text, max(0, mention.start - 40), end)
    ):
        begins, ends = page.sentences[mention.sentence] if page.sentences else (0, len(text))
        first = max(begins, mention.start - _REACH)
        if within is not None:
            first, end = max(first, within[0]), min(end, within[1])
        sure = begins in page.sure and tells_nothing(text, first, end, begins, ends, lexicon)
        return own_class(text, first, end, (mention.start, mention.end), lexicon, sure=sure)
    following = bisect_left(page.quotes, (start, 0)) if page.quotes else 0
    if following < len(page.quotes):
        end = min(end, max(start, page.quotes[following][0]))  # 13시간 문을 두드리거나 “죽겠다”고
    if (
        following
        and page.quotes[following - 1][1] > start
        and text.startswith(("고", "며"), page.quotes[following - 1][1])
    ):
        end = min(end, page.quotes[following - 1][1])  # “3년간 없었다”며 긴장을 높이려는 것이 아니라고
    stop = _clause_end(text, start, end)
    if stop >= 0:
        end = stop
    during = text.find("면서 ", start, end)
    if during >= 0 and _OTHER_DOER.match(text, during + 3) is not None:
        end = during + 2  # 2%를 밑돌면서 한은이 금리를 내릴 수 있다
    if text.find("사실", start, end) >= 0 and _denied(text, start, end, lexicon):
        return "denied"
    if _conditional(text[start:end], lexicon):
        return "conditional"
    low = page.sentences[mention.sentence][0] if page.sentences else 0
    if follows_any(text, mention.left - 3, ("추산 ", "추정 ")):
        return "estimated"  # 소방서 추산 3억원
    if follows_any(text, mention.end, ("로 추정하", "으로 추정하")):
        return "estimated"  # 313㏊로 추정하고 있다
    if letter(text, mention.end) == ord("(") and _RECKONED.match(text, mention.end):
        return "estimated"  # 8000만 원(소방서 추산)
    if text.find("치", max(low, mention.left - _NEAR), end) > 0:
        outlook = _outlook(text, max(low, mention.left - _NEAR), end, mention)
        if outlook is not None:
            return outlook
    low = max(low, mention.left - _IF_REACH)
    closed = following - 1
    if closed >= 0 and low < page.quotes[closed][1] <= mention.left:
        low = page.quotes[closed][1]  # “맡기면 이자를 준다”고 속여 3억원을 가로챘다
    if text.find("예상 ", low, mention.left) >= 0:
        expected = _EXPECTED.search(text, low, mention.left)
        if expected is not None and _clause_end(text, expected.end(), mention.left) < 0:
            return "forecast"
    if text.find("면 ", low, mention.left) >= 0 or text.find("경우", low, mention.left) >= 0:
        if stop >= 0 and _held(text, low, mention, end, lexicon):
            return "conditional"
    return _stated(text, start, end, lexicon, measured=mention.kind == "measure")


def _denied(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """5천억원에 매각한다는 보도는 사실무근: the number stands in what is not so; not 3조원을 번 한빛은 합병설은 사실무근."""
    found = pattern(lexicon, "cue_noun.ko", _UNTRUE).search(text, start, end)
    if found is None:
        return False
    between = text[start : found.start()].split(" ")
    return not any(
        word[-1:] in "은며고서" or word in _AFTER or (word[-1:] == "는" and word[-2:-1] not in _TOLD_OF)
        for word in between
        if word
    )


def _held(text: str, low: int, mention: Mention, end: int, lexicon: Lexicon) -> bool:
    """거래가 성사되면 몸값은 3조원으로 뛴다: a condition before the number, in a clause that is not over."""
    for ended in _CLAUSE.finditer(text, low, mention.left):
        low = ended.end()
    if text.find("면 ", low, mention.left) < 0 and text.find("경우", low, mention.left) < 0:
        return False
    if _told(text, mention.end, end):
        return False
    return conditional(text[low:end], forms_of(lexicon))


def _outlook(text: str, low: int, end: int, mention: Mention) -> str | None:
    """전망치를 4.1%에서 3.8%로, 3.5% 등 종전 전망치: a number that an outlook has."""
    found = _OUTLOOK.search(text, low, mention.left) if mention.kind != "percentage_point" else None
    if found is not None and _EXCEEDED.match(text, mention.end) is not None:
        found = None
    if found is None and mention.kind == "percent":
        found = _OUTLOOK_AFTER.match(text, mention.end, end)
    if found is None:
        return None
    return "estimated" if found.group(1) == "추정" else "forecast"


#: 13도가 되겠다, 18도로 출발하겠다, 30mm이겠지만: what is measured does so by itself.
_TURNS_OUT: Final[tuple[str, ...]] = ("되", "출발하", "이")


def _stated(text: str, start: int, end: int, lexicon: Lexicon, *, measured: bool) -> str | None:
    """What the first of the patterns says: it is tried only where a mark of one stands."""
    for mark in _MARK.finditer(text, start, end):
        at, word = mark.start(), mark.group()
        apart = text[at - 1] == " "
        for before in _MARKS[word]:
            if at - before >= start and (apart or before < 2):
                match = _STATED.match(text, at - before, end)
                if match is not None:
                    if match.lastgroup == "planned" and _GIVEN.search(text, start, at) is not None:
                        continue
                    if word in _SAID and text.endswith(_SO_TO_SAY, start, at):
                        continue
                    if word == "있" and text[at + 1] == "는" and not _able(text, start, at):
                        continue
                    if word == "겠" and text[start] in ",에" and text.startswith(("다고 속", "다며 속"), at + 1):
                        continue  # 10명에게 돈을 갚겠다고 속여
                    if word == "겠" and text[start] in "가이은는" and text.startswith(_ANSWERED, at + 1):
                        continue  # 42%가 투자를 줄이겠다고 답했다
                    if word == "겠" and text.find(" 결과 ", start, at) >= 0:
                        continue  # 2521명을 조사한 결과 사겠다는 응답이
                    if word in _PLANS and before == 2 and not _its_plan(text, start, at):
                        continue
                    if word == "겠" and (
                        (measured and text.endswith(_TURNS_OUT, start, at))
                        or text.endswith(forms_of(lexicon).by_itself, start, at)
                    ):
                        return "forecast"  # 물결이 2m로 일겠다, 13도가 되겠다
                    return match.lastgroup
    return None


#: What so many say they will do tells nothing of how many they are.
_ANSWERED: Final[tuple[str, ...]] = ("다고 답", "다고 응답", "다는 응답", "다고 대답")
#: 30%가 고양이인 점을 고려할 계획: what is borne in mind is so, whatever is planned.
_GIVEN: Final = re.compile(r"(?:점|사실|것)[을도] (?:고려|감안|참작)")


def _able(text: str, start: int, at: int) -> bool:
    """3조원을 받을 수 있는 권리; not 2조원이 넘는 예산으로 감당할 수 있는 수준: the number is what can be done or had."""
    between = text[start:at].split()
    return len(between) < 5 and all(word[-1] not in "은는" for word in between[:-1])


#: 재산을 지켰다고 할 것이다, 세 배라고 할 수 있다: it is so.
_SAID: Final = ("것이다", "있")
_SO_TO_SAY: Final[tuple[str, ...]] = ("고 할 ", "고 할 수 ", "고 볼 수 ")
#: Nouns of plans; what they are plans of stands before them.
_PLANS: Final = ("예정", "계획", "방침", "구상")
_L: Final = 8


def _its_plan(text: str, start: int, at: int) -> bool:
    """3조원 규모의 투자 계획, 3만 가구를 지을 계획; not 50명이 참석해 사업 계획을 다졌다."""
    if text.startswith(("의지", "서", "표", "안"), at + 2):
        return False
    words = text[start:at].split()
    if not words or final_of(words[-1][-1]) == _L or words[-1][-1] in "는던":
        return True
    return all(word[-1] not in "이가은는을를고며에서로해" for word in words)


def _conditional(clause: str, lexicon: Lexicon) -> bool:
    """Whether a clause begins with a condition: 늘면 …, 인수할 경우 …, 할 때 …, 합병 시 …"""
    start = _NEAR
    at = clause.find("면 ", 0, _NEAR + 4)
    while at >= 0:
        hangul = at > 1 and "가" <= clause[at - 1] <= "힣" and "가" <= clause[at - 2] <= "힣"
        if hangul and not _idiom(clause, at + 1, lexicon):
            start = min(start, at - 2)
            break
        at = clause.find("면 ", at + 1, _NEAR + 4)
    for mark in ("경우", "때"):
        at = clause.find(mark, 0, _NEAR + 4)
        while at >= 0:
            past = mark == "때" and at > 2 and final_of(clause[at - 3]) == _SS and clause[at - 3] not in "있겠"
            past = past or clause.startswith(_OFTEN, at + len(mark))
            if at > 1 and clause[at - 1] == " " and clause[at - 2] in "할될을" and not past:  # 열었을 때
                start = min(start, at - 2)
                break
            at = clause.find(mark, at + 1, _NEAR + 4)
    at = clause.find(" 시")
    while at >= 0:
        first = clause.rfind(" ", 0, at) + 1
        if first >= start:
            break
        if first < at and clause[at - 1] not in _NO_NOUN and clause.startswith(_AT_TIME, at + 2):
            start = first
            break
        at = clause.find(" 시", at + 1)
    return start < _NEAR and _governs(clause, start)


def _idiom(clause: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a word in 면 is no condition: 이르면 3일부터, 5억원과 비교하면; not 3억원에 이르면."""
    forms = forms_of(lexicon)
    first = clause.rfind(" ", 0, end) + 1
    word = clause[first:end]
    if word in forms.no_condition or clause.startswith(ENOUGH, end + 1):
        return True
    if not first:
        return False  # 3억원이면: the word belongs to the number
    return clause.endswith(forms.no_conditions, 0, end) and not (word == "이르면" and clause.endswith("에 ", 0, first))


#: 5m를 넘을 때가 많다, 넘는 경우가 있다: that it happens, no condition.
_OFTEN: Final[tuple[str, ...]] = ("가 많", "가 있", "도 많", "도 있", "가 잦", "가 적")
_AT_TIME: Final[tuple[str, ...]] = (" ", "에 ", "에는 ")
#: After one of these 시 is a city: 줄였다고 시 소방본부는; a noun stands before 시 as in 합병 시.
_NO_NOUN: Final = frozenset("고며서는은이가을를에의로와도만다")


def _governs(clause: str, position: int) -> bool:
    """A condition right after the number holds it; one further on has a clause of its own."""
    return " " not in clause[:position].strip() or len(clause[:position].split()) <= 3
