"""The time that governs a claim: 지난해, 올 3분기, 2025년 상반기, last year, in Q3 2025, as an interval of days.

A phrase governs the numbers of its own clause; one that only compares (지난해보다), dates the report (28일 밝혔다) or names
something (2025년형) governs none. Without a date of publication a relative phrase keeps its text and no interval.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from claims import calendars, periods_en
from claims.bounds import BY_VERBS
from claims.looks import hangul_in
from claims.periods_govern_en import english
from claims.periods_joined_en import coordinated, joined, shared
from claims.periods_ko import Times, times_of
from claims.periods_phrase import Phrase, Starts
from claims.periods_set import FAR, MONTH, REACH, TO_COME, leaves, set_period
from claims.spots import spots_of
from claims.spots_en import english_spots
from claims.times_ko import LATE

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Mention, Page, Report, Span

__all__ = ["attach"]

_YEAR: Final = timedelta(days=300)  # less than one
_YEAR_LONG: Final = len("2020")
_NIEUN, _SSANGSIOT = 4, 20  # final consonants: 올린다, 올렸다
_NEAR: Final = 40  # … from a phrase to a rank, or to the end of one more clause
_KO_CLAUSE: Final = re.compile(
    r"(?:[했됐았었였렸졌났섰갔왔냈봤쳤겠있없]|[이였])(?:고|으며|지만|으나|는데)[ ,]|[하되]며[ ,]|"
    r"(?<=[\d명개건원위배%대곳중])(?:이[며고]|에 이어)[ ,]|"
    r" [▲△▶■●○◇□]|[가-힣]면서[ ,]|지만[ ,]|"
    r"[은한된친긴린난낸준춘] (?:뒤|후)[ ,]|[하되]고[ ,](?!있)|하자 |[이였]던 |"
    r"[했됐]던 [가-힣]+(?:[와과] [가-힣]+)?[은는] |[다요][.!?][”’\"']? "
)
#: 전년 539억원보다, 2023년 228조원 대비: the time belongs to the amount that the number is measured against.
_BASE: Final = re.compile(
    r"(?:[^\d]{0,4}|(?: [가-힣]{1,8}){1,3}인 )\d[^ ]*(?: [^ ]{1,8})?(?: ?보다|(?:에| ?)대비|에 비[해하]|[와과] 비교)"
)
#: … in more words: 지난해 청약자 수(18만명) 대비.
_COMPARING: Final = re.compile(r"보다(?:는|도)? | ?대비 |(?:에| )비[해하]|[와과] 비교")
_ASIDES: Final = re.compile(r"\([^()]*\)")
_NO_NOUN_ENDS: Final = frozenset("은는이가을를에도서며고면해로,")
#: What is surpassed by so much: 지난해 기록도 1.2% 웃돌았다.
_BEATEN: Final = ("을 ", "를 ", "도 ")
_BY: Final = tuple(f" {verb}" for verb in BY_VERBS)
#: A share of what was: 매출액의 2.9%에 해당한다, 실적의 86%를 채웠다.
_OF_IT: Final = re.compile(
    r" ?(?:가량|정도)?(?:에 (?:해당|달하|이르|맞먹|불과|육박)|를 (?:채우|채웠|채운)| ?(?:규모|수준))"
)
#: A share of a sum that is printed too: 매출액 10조원의 32.5%.
_OF_SUM: Final = re.compile(r"\d[^ ]*의 $")
#: 1명, between two dated numbers of a list whose sum follows.
_DATED_LIST: Final = re.compile(r" [^,.]{0,20}\d[^,.]{0,12}, $")
#: The time is that of the first of two amounts: 작년의 53만명 수준에서.
_FROM_AMOUNT: Final = re.compile(r"의? (?:약 )?\d[^ ]*(?: [^ \d]{1,4}){0,2}에서 ")
#: 2021년 도입 이후, 지난해 합병 이래: since something of that time.
_AFTER_EVENT: Final = re.compile(r"(?: [가-힣]{2,8}){1,3} (?:이후|이래)(?=[ ,])")
_JOINED: Final = re.compile(r"와 |과 |, |·")
_SHARES: Final = frozenset(("percent", "multiple", "fraction"))
_GOING_ON: Final = ("고", "며")
_SUBJECT: Final = re.compile(r"[은는이가도] ")
_BEST: Final = re.compile(r"최대|최고|최저|최소|최다|최초|처음")
_ASIDE: Final = re.compile(r"\s?[(（](?:[가-힣]{1,4}\s)?$")
#: … and nothing but words until they close: in 3000억원(전년 동기 2500억원) the time is that of the second sum.
_CLOSES: Final = re.compile(r"[^()（）\d]{0,16}[)）]")
#: English nouns beside which a time may be something else, as :func:`claims.periods_en.phrases` takes them.
_NOUNS: Final = ("year_noun.en", "outlook.en", "turn.en", "part_noun.en")
_SKIPPED: Final = frozenset(("age", "duration"))


def attach(page: Page, mentions: list[Mention], reports: list[Report], lexicon: Lexicon) -> None:
    """Set ``period`` of every mention that a time phrase of its clause governs: (text, start, end) in ISO form."""
    if not mentions:
        return
    text = page.text
    today = date.fromisoformat(page.published) if page.published else None
    times = times_of(lexicon) if page.language != "en" else None
    context = times.context(text, spots_of(page, lexicon)) if times is not None else None
    english_starts: Starts | None = None
    current = -1
    found: list[Phrase] = []
    starts: list[int] = []
    low = high = 0
    korean = page.language == "ko"
    count = len(mentions)
    spans = {mention.start for mention in mentions if mention.kind == "duration"}  # 총 20일 열린 회의: no day
    numbers: set[int] | None = None  # rose by 2000 won: no year
    before: Mention | None = None
    chain: list[Mention] = []
    spoken = sorted(report.content[0] for report in reports if report.direct)
    for number, mention in enumerate(mentions):
        if mention.kind in _SKIPPED:
            continue
        if mention.sentence != current:
            current = mention.sentence
            low, high = page.sentences[current] if page.sentences else (0, len(text))
            if page.language == "mixed":
                korean = hangul_in(text, low, high)
            if korean and times is not None and context is not None:
                found = times.phrases(text, low, high, today, context)
                if spans:
                    found = [phrase for phrase in found if phrase.start not in spans]
            else:
                if english_starts is None:
                    english_starts = periods_en.beginnings(text, english_spots(page))
                    dated, foreseen, turns, parts = [lexicon.sections[name] for name in _NOUNS]
                found = periods_en.phrases(text, english_starts, low, high, today, dated, foreseen, turns, parts)
                if numbers is None:
                    numbers = {mention.start for mention in mentions}
                found = [phrase for phrase in found if phrase.end - _YEAR_LONG not in numbers]
            starts = [phrase.start for phrase in found]
        if not found:
            continue
        floor = _floor(page, mention, reports, low)
        ceiling = high
        if spoken:
            floor, ceiling = _between_quotations(mention, spoken, floor, high)
        if korean and times is not None:
            _korean(text, mention, found, starts, floor, ceiling, times, today or date.min, reports)
        else:
            following = mentions[number + 1].start if number + 1 < count else high
            ceiling = min(ceiling, following, _ceiling(mention, reports, high))
            english(text, mention, found, starts, low, floor, ceiling, lexicon)
            if before is None or before.sentence != current:
                chain.clear()
            elif joined(text, before, mention) or (
                mention.period is not None and before.period is None and coordinated(text, before, mention, lexicon)
            ):
                chain.append(before)
                shared(text, chain, mention)
            else:
                chain.clear()
            before = mention
    if today is not None:
        _close(mentions, today.isoformat())


def _close(mentions: list[Mention], today: str) -> None:
    """by 2030, 연말까지 begin on the day of publication, since 2020, 2007년 이후 end on it."""
    for mention in mentions:
        period = mention.period
        if period is None or (period[1] is None) == (period[2] is None):
            continue
        printed, first, last = period
        if first is None and last is not None and last >= today:
            mention.period = (printed, today, last)
        elif last is None and first is not None and first <= today and mention.factuality not in TO_COME:
            if printed[:5].lower() == "since" or printed.endswith(("이후", "이래")):
                mention.period = (printed, first, today)


def _floor(page: Page, mention: Mention, reports: list[Report], low: int) -> int:
    """Inside a reported content or a quotation only its own phrases count: the day of the report is not that of the amount."""
    if mention.attribution is not None:
        content = reports[mention.attribution].content
        for begin, end in content:
            if (
                begin <= mention.start and mention.end <= end
            ):  # a content in pieces (Profit this quarter | at $75 million)
                low = max(low, content[0][0])
                break
    quotes: list[Span] = page.quotes
    if quotes:
        begin, end = quotes[max(0, bisect_right(quotes, (mention.start + 1,)) - 1)]
        if begin < mention.start < end:
            low = max(low, begin)
    return low


def _between_quotations(mention: Mention, spoken: list[Span], low: int, high: int) -> tuple[int, int]:
    """Outside what somebody said the times that were said count for nothing: “… by March,” he said in Makueni, where 94% …"""
    place = bisect_right(spoken, (mention.start, high))
    if place:
        begin, end = spoken[place - 1]
        if begin <= mention.start < end:
            return low, high
        low = max(low, end) if begin >= low else low
    return low, min(high, spoken[place][0]) if place < len(spoken) else high


def _ceiling(mention: Mention, reports: list[Report], high: int) -> int:
    """Where the content that holds the mention ends: behind it stands the day of the report."""
    if mention.attribution is not None:
        for begin, end in reports[mention.attribution].content:
            if begin <= mention.start and mention.end <= end:
                return end
    return high


# ---------------------------------------------------------------- Korean


def _korean(
    text: str, mention: Mention, found: list[Phrase], starts: list[int], low: int, high: int, times: Times,
    today: date, reports: list[Report],
) -> None:  # fmt: skip
    place = bisect_left(starts, mention.left)
    if place < len(found):
        right = found[place]
        if (
            right.end <= high
            and right.start - mention.end < 8
            and _ASIDE.fullmatch(text[mention.end : right.start])
            and _CLOSES.match(text, right.end)
        ):
            set_period(text, mention, right, right.first, right.last)
            return
    if mention.kind == "measure" and times.not_dated.match(text, mention.end):
        return
    far = FAR
    if mention.kind == "rank":
        if text[mention.left - 1 : mention.left] == "(":
            return  # 크로아티아(18위)
        far = _NEAR
    for index in range(place - 1, max(-1, place - 6), -1):
        phrase = found[index]
        if phrase.start < low or mention.left - phrase.end > far:
            return
        if phrase.role == "than" or phrase.role == "named":
            continue
        between = text[phrase.end : mention.left]
        if phrase.role == "aside":
            if "(" in between and ")" not in between:
                _set_aside(text, mention, found, index, phrase)
                return
            continue
        if leaves(text[phrase.start : phrase.end] + between):
            continue
        if ("보다" in between or "비" in between) and (_BASE.match(between) or _is_base(between, times)):
            continue
        if mention.kind == "percent" and between[-2:] == "의 " and _is_of(text, mention, between, times):
            return  # 3천억원으로 지난해 매출의 2.9%에 해당한다: the time of the base
        if between[-2:] in _BEATEN and text.startswith(_BY, mention.end) and _nouns(between[:-2], times):
            return  # 2019년 기록(3만명)도 1.2% 웃돌았다
        if "한 " in between or "힌 " in between or "던 " in between or "놓은 " in between:
            if any(word in between for word in times.told):
                return  # 지난달 회사가 밝힌 매출은
        if index and between[-2:] == "등 " and _DATED_LIST.match(text, found[index - 1].end, phrase.start):
            return  # 15일 1명, 16일 2명 등 3명
        clause = _KO_CLAUSE.search(between + " ")
        if clause is not None and not (
            (phrase.first == phrase.last is not None or between[clause.start() :].startswith("하며 "))
            and _goes_on(between + " ", clause.start())
        ):
            return
        if ("며 " in between or "고 " in between or "면서 " in between) and (
            _SAID.search(between) and text[low : phrase.start].strip()
        ):
            return  # 은행은 내년 이익이 늘 것이라며 목표가를 5만원으로 올렸다
        if " 연간 " in between and phrase.first and phrase.last and phrase.last - phrase.first < _YEAR:
            return  # 4분기에는 흑자로 돌아서 연간 영업이익이
        if "에서 " in between and _FROM_AMOUNT.match(between):
            return  # 작년의 53만명에서 58만명으로
        if "이" in between and _AFTER_EVENT.match(between):
            return  # 2021년 도입 이후 4만명이
        if phrase.role == "opened" or (" 현재 " in between and not between.startswith(" 현재")):
            return
        if "따르면" in between or "만에 " in between or between.endswith("만에"):
            return
        if between == "의 " and mention.kind in _SHARES and not text.startswith("에서 ", mention.end):
            continue  # 2019년 상반기의 97.3%까지 회복했다; not 작년의 9.7%에서 4.8%로
        if " 영향" in between and phrase.first == phrase.last is not None:
            return  # 전날 미국 증시 영향으로 2% 올랐다
        if "각각" in between and index and _JOINED.fullmatch(text[found[index - 1].end : phrase.start]):
            own = _one_each(text, found, index, between, mention.end)
            if own is None:
                return
            phrase = own  # 3분기와 4분기에 각각 3조원과 2조원
        if text[phrase.end - 1] in "후래" and _BEST.search(between):
            return  # 2008년 이후 최대인 3조원
        if phrase.back is not None:
            _set_aside(text, mention, found, index, phrase)
        else:
            first, last = phrase.first, phrase.last
            ahead = phrase.ahead
            if ahead is not None and _is_coming(text, mention, phrase, ahead, _ceiling(mention, reports, high), today):
                first, last = None if first is None else ahead[0], None if last is None else ahead[1]
            elif mention.factuality == "planned" and first == last is not None and last <= today:
                return  # 18일 이사회를 열고 300억원을 투자하기로 했다: the day of the decision
            set_period(text, mention, phrase, first, last)
        return


#: What stands before is what was said: …다며, …라면서, …다고 밝히고.
_SAID: Final = re.compile(r"[다라자]며 |[다라]면서 |[다라자]고 [가-힣]{1,5}(?:고|며|지만|으나|는데),? ")


def _one_each(text: str, found: list[Phrase], index: int, between: str, end: int) -> Phrase | None:
    """The time of a number in 3분기와 4분기에 각각 3조원과 2조원: as many marks stand before it as before its time."""
    first = index
    while first and _JOINED.fullmatch(text[found[first - 1].end : found[first].start]):
        first -= 1
    place = first + len(_BETWEEN_EACH.findall(between, between.index("각각")))
    if place > index or (place < index and _NEXT_EACH.match(text, end) is None):
        return None
    return found[place]


#: Right of a number that another follows: 17%, 45%; 5%(3억원)와.
_NEXT_EACH: Final = re.compile(r" ?(?:\([^()]{1,20}\))?(?:와|과|,) |\)")
_BETWEEN_EACH: Final = re.compile(r"(?<=[^\W\d])(?:와|과|,) |(?<=[%)])(?:와|과|,) ")


def _is_of(text: str, mention: Mention, between: str, times: Times) -> bool:
    """지난해 매출의 2.9%에 해당한다, 지난해 매출액 10조원의 32.5%: the time is that of what the share is one of."""
    if _OF_SUM.search(between) is not None:
        return True
    return _OF_IT.match(text, mention.end) is not None and _is_noun(between[:-2], times)


def _is_base(between: str, times: Times) -> bool:
    """지난해 청약자 수(18만명) 대비, 올해 지역 예산보다: the time is that of the noun that the number is measured against."""
    found = _COMPARING.search(between)
    return found is not None and _is_noun(between[: found.start()], times)


def _is_noun(between: str, times: Times) -> bool:
    """Whether a measure and nothing but nouns stands there, and none of what was expected: in 지난해 예상보다 많은 3조원 the year
    is that of the sum."""
    words = _nouns(between, times)
    return words != [] and (times.words.measure(words[-1]) is not None or words[-1] in times.words.light)


def _nouns(between: str, times: Times) -> list[str]:
    """The words between a time and what it is the time of, where they are nouns that nobody expected; else none."""
    if "(" in between:
        between = _ASIDES.sub("", between)
    words = between.split()
    if len(words) > 4 or any(word[-1] in _NO_NOUN_ENDS or word.startswith(times.standards) for word in words):
        return []
    return words


def _is_coming(text: str, mention: Mention, phrase: Phrase, ahead: calendars.Span, high: int, today: date) -> bool:
    """25일부터 올린다, 12월에 뽑을 계획이다: the coming day or month, where that is nearer than the past one."""
    last, factuality = phrase.last or phrase.first, mention.factuality
    if last is None:
        return False
    days = ahead[1] - ahead[0] < MONTH
    if not days or ahead[0].day == 1:
        if factuality == "planned" or (factuality == "forecast" and (today - last).days > LATE):
            return True
    if not days or ahead[0] - today >= today - last:
        return False
    return factuality in ("planned", "forecast") or _is_present(text, mention.end, high)


def _goes_on(between: str, at: int) -> bool:
    """18일 교사 2명을 살해하고 여학생 25명을 납치했다: the same doers go on that day, in one more clause."""
    end = between.find(" ", at)
    if between[end - 1 : end] not in _GOING_ON:
        return False
    rest = between[end + 1 :]
    return len(rest) < _NEAR and _KO_CLAUSE.search(rest) is None and _SUBJECT.search(rest) is None


def _is_present(text: str, low: int, high: int) -> bool:
    """가격을 올린다, 문을 연다; not 올렸다, 올렸지만 더 내린다."""
    end = high
    while end > low and high - end < _NEAR and text[end - 1] in ".!?”’\"' \n":
        end -= 1
    if not 2 <= end - low <= REACH or text[end - 1] != "다" or (ord(text[end - 2]) - 0xAC00) % 28 != _NIEUN:
        return False
    return not any(
        (ord(mark) - 0xAC00) % 28 == _SSANGSIOT and mark not in "있겠" for mark in text[low:end] if mark >= "가"
    )


def _set_aside(text: str, mention: Mention, found: list[Phrase], index: int, phrase: Phrase) -> None:
    """전년 동기(3조원): the time that the sentence is about, so much before; no interval where it names none."""
    first, last = phrase.first, phrase.last
    if phrase.back is not None:
        others = [*reversed(found[max(0, index - 8) : index]), *found[index + 1 : index + 4]]
        base = next((other for other in others if other.back is None and other.role == "at"), None)
        if base is not None and base.ahead is not None and mention.factuality in TO_COME:
            moved = _moved(*base.ahead, *phrase.back)
            if moved is not None:
                first, last = moved
        elif base is not None and base.last is not None:
            moved = _moved(base.first or base.last.replace(day=1), base.last, *phrase.back)
            if moved is not None:
                first, last = (None if base.first is None else moved[0]), moved[1]
    set_period(text, mention, phrase, first, last)


def _moved(first: date, last: date, grain: str, shift: int) -> tuple[date, date] | None:
    """An interval of whole months (or a day, by years), moved by years, quarters or months."""
    months = shift * (12 if grain.startswith("year") else 3 if grain.startswith("quarter") else 1)
    if grain == "week":
        days = timedelta(days=7 * shift)
        return (first + days, last + days) if (last - first).days == 6 else None
    if grain.endswith(" end"):  # 전월 말, 전년 말
        index = last.year * 12 + last.month - 1 + months
        ended = calendars.month(index // 12, 12 if grain == "year end" else index % 12 + 1)
        return (ended[1], ended[1]) if ended else None
    whole = first.day == 1 and (last.month, last.year) != (
        (last + date.resolution).month,
        (last + date.resolution).year,
    )
    if not whole:
        if grain != "year":
            return None
        begin = calendars.day(first.year + shift, first.month, first.day)
        end = calendars.day(last.year + shift, last.month, last.day)
        return (begin[0], end[1]) if begin and end else None
    index = first.year * 12 + first.month - 1 + months
    start = calendars.month(index // 12, index % 12 + 1)
    index = last.year * 12 + last.month - 1 + months
    stop = calendars.month(index // 12, index % 12 + 1)
    return (start[0], stop[1]) if start and stop else None
