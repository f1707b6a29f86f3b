"""Time phrases of Korean text: 지난해, 올 3분기, 2025년 상반기, 지난달 27~29일, as intervals of days.

A phrase is looked for only in the sentences that hold an amount; what a bare month or day inherits (31일 after 지난달 31일)
is remembered from the phrases before it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from claims import calendars
from claims.looks import follows, follows_any, letter, past_space
from claims.patterns import alternation, firsts
from claims.periods_phrase import Groups, Phrase, groups_of
from claims.periods_ranges_ko import AND, in_one
from claims.periods_shapes_ko import GROUPS, shapes_of
from claims.subjects_ko_words import words_of
from claims.times_ko import (
    REACH,
    Context,
    ahead_of,
    bare,
    beginnings,
    days_of,
    edge_of,
    eve_of,
    feast,
    in_month,
    into,
    key_of,
    led,
    library,
    months_on,
    openings,
    part_of,
    remember,
    season,
)  # fmt: skip

if TYPE_CHECKING:
    from claims.calendars import Span
    from claims.lexicon import Lexicon
    from claims.spots import Spots

__all__ = ["Context", "Times", "times_of"]

_TAIL: Final = re.compile(
    r"(?: ?(?P<edge>초|중순|하순|말)(?:(?=보다|대비)|(?![가-힣](?<![에까부현기이의인과]))))?(?P<sum>(?:까지)? ?누적)?"
    r"(?P<into> ?들어서?(?= ))?"
    r"(?P<end>(?:(?: (?:오전|오후|새벽|밤|저녁))? ?\d{1,2}시(?: ?\d{1,2}분)?)?(?:까지|부터)| ?이후| ?이래)?"
)
#: What it begins with, there or behind a space too: the first two letters of a word, or one.
_TAILS: Final = frozenset(
    ("중순", "하순", "까지", "누적", "들어", "오전", "오후", "새벽", "저녁", "이후", "이래", "부터")
)
_CLOCK: Final = re.compile(r"\d{1,2}시")
#: 7일 전에: so many days ago; 7일 전 거래일보다 is the seventh.
_AGO: Final = re.compile(r" ?전(?! (?:거래|영업)일)(?=[ ,.]|에|부터|까지)")
#: … of the same length back: 전월 말.
_END_OF: Final = re.compile(r" ?말(?=[ ,(에보대])")
#: What ends the word before 전날 where it is not the eve of something.
_BEFORE_BARE: Final = "은는이가을를에서의도며고로,.:;)”’\n"
#: 전년동월비는, 전월비 0.3%: so much against it.
_RATIO: Final[tuple[str, ...]] = ("비 ", "비는", "비로")
#: A day that 이날 may mean instead of that of the text.
_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})일(?![간째물])")
#: How a particle begins that may stand after a time.
_PARTICLES: Final = frozenset("에의보대과와부까도은는이만")
_COMING: Final = re.compile(r"에? [가-힣]{1,4}(?:하|되|리)는 ")
#: Before a holiday that has not come yet; the last year's is no longer meant.
_THIS: Final[tuple[str, ...]] = ("이번 ", "오는 ", "올 ")
_WEEK: Final = re.compile(r" ?(?:(?P<nth>첫|둘|셋|넷|다섯)째 ?주|(?P<no>[1-5])주(?: ?차)?(?![간일동]))")
_NTH: Final = ("첫", "둘", "셋", "넷", "다섯")
_MOONS: Final = {"한": 1, "두": 2, "세": 3, "석": 3, "넉": 4}
_SEASON: Final = 60  # days of what is longer than a month
_UNITS: Final = {"년": "year", "개월": "month", "달": "month", "주": "week", "일": "day"}


def times_of(lexicon: Lexicon) -> Times:
    """The patterns of a lexicon, built once."""
    return lexicon.built(Times)


def _ranged(text: str, start: int) -> bool:
    """16일부터 | 18일까지 누적: a range of its own has its sum."""
    return text.endswith(("부터 ", "~", "∼"), 0, start)


class Times:
    """The time words of a lexicon as patterns."""

    __slots__ = (
        "_after", "_alone", "_bare", "_behinds", "_compared", "_days", "_earlier", "_holiday", "_opened",
        "_openings", "_others", "_same", "_seen", "_shapes", "_span", "_words", "not_dated", "standards", "told", "words",
    )  # fmt: skip

    def __init__(self, lexicon: Lexicon) -> None:
        sections = lexicon.sections
        self._words: dict[str, tuple[str, int, bool, bool]] = {
            word: (row["grain"], row["shift"], row.get("alone", True), row.get("here", False))
            for word, row in sections["time.ko"].items()
        }
        self._bare = frozenset(word for word, row in sections["time.ko"].items() if row.get("bare"))
        self._alone = frozenset(
            word for name in ("time.ko", "time_earlier.ko") for word, row in sections[name].items() if row.get("whole")
        )
        self._earlier: dict[str, tuple[str, int]] = {
            word: (row["grain"], row["shift"]) for word, row in sections["time_earlier.ko"].items()
        }
        self._holiday = re.compile(rf" ({alternation(lexicon, 'time_holiday.ko')})(?= |에|까지|부터|[(,.])")
        self._seen: dict[tuple[str, int], Groups] = {}
        self._openings = openings(lexicon)
        self._others = tuple(sorted({"FY", *(pair for pair in self._openings if not "가" <= pair[0] <= "힣")}))
        self._shapes = shapes_of(lexicon)
        against, named = alternation(lexicon, "time_against.ko"), alternation(lexicon, "time_named.ko")
        standards = alternation(lexicon, "time_standard.ko")
        self._compared = re.compile(rf" ?(?:{alternation(lexicon, 'time_compared.ko')})")
        self._after = re.compile(
            rf"(?P<against>(?: (?!{standards})[가-힣]{{2,6}}?| ?실적| ?평균| 같은 [가-힣]{{1,3}}?)?"
            rf" ?(?:{against}))"
            rf"|(?P<named>(?:{named})(?:(?=[은는이가도을를의][ ,])|(?![가-힣]))|산(?= )|자(?=[ \)])|대(?![가-힣]))"
        )
        self._behinds = firsts(lexicon, "time_against.ko") | firsts(lexicon, "time_named.ko") | set(" 실평산자대")
        self._same = firsts(lexicon, "time_compared.ko")
        self._opened = re.compile(
            rf" (?:[^ ,.]{{1,8}} ){{0,2}}(?:{alternation(lexicon, 'time_opened.ko')})[가-힣]*[ (]"
        )
        self._days: dict[str, int] = {word: row["days"] for word, row in sections["time_span.ko"].items()}
        self._span = re.compile(
            rf" (?:(?P<word>{alternation(lexicon, 'time_span.ko')})"
            r"|(?P<n>\d{1,2})(?:일|(?P<weeks>주)|(?P<months>개월)|(?P<years>년))"
            r"|(?P<moon>한|두|세|석|넉) ?달)(?:간| 동안)(?![가-힣])"
        )
        self.words = words_of(lexicon)
        self.standards = tuple(sections["time_standard.ko"])
        self.told = tuple(f"{word} " for word in sections["time_told.ko"])
        self.not_dated = re.compile(
            rf"(?: ?(?:가량|정도|여|쯤))?(?:의|를|을)? ?(?:{alternation(lexicon, 'size_after.ko')})"
        )

    def context(self, text: str, spots: Spots) -> Context:
        """What the phrases of a text are read with, from its first sentence to its last."""
        return Context(beginnings(text, spots, self._openings, self._others))

    def phrases(self, text: str, low: int, high: int, today: date | None, context: Context) -> list[Phrase]:
        """The time phrases between ``low`` and ``high``, in order."""
        context.low = low
        found = self._find(text, low, high, today, context)
        context.done = high
        return found

    def _look_back(self, text: str, today: date | None, context: Context) -> None:
        """Read the phrases before the sentence that a bare month or day of it may inherit from, if not read yet."""
        low = max(context.done, context.low - REACH)
        if low < context.low and context.at < context.low:
            stop = context.low
            context.done = stop
            self._find(text, low, stop, today, context)
            context.low = stop

    def _find(self, text: str, low: int, high: int, today: date | None, context: Context) -> list[Phrase]:
        found: list[Phrase] = []
        done = low
        for start in context.starts.between(low, high):
            if start < done:
                continue
            if (
                start
                and not follows(text, start - 1, " ")
                and (text[start - 1].isalnum() or text[start - 1] in ".-/~∼")
            ):
                continue
            whole = self._shapes[text[start]].match(text, start, high)
            if whole is None:
                continue
            phrase = self._phrase(text, whole, today, context, found)
            if phrase is not None:
                done = phrase.end
                found.append(phrase)
        return in_one(text, found)

    def _phrase(
        self, text: str, whole: re.Match[str], today: date | None, context: Context, found: list[Phrase]
    ) -> Phrase | None:
        start, end = whole.span()
        g = groups_of(text[start:end], whole, self._seen, GROUPS)
        w, part, on, earlier = g["w"], g["part"], g["bd"], g["earlier"]
        if w is not None and part is not None and self._words[w][0] == "day":
            end = start + len(w) + len(g["lead"] + " " if g["lead"] else "")
            g, part = dict.fromkeys(g) | {"w": w, "lead": g["lead"]}, None  # 이날 3분기 매출은
        if (
            (w or earlier) in self._alone
            and "가" <= text[end : end + 1] <= "힣"
            and (text[end] not in _PARTICLES or (text[end] == "의" and "가" <= text[end + 1 : end + 2] <= "힣"))
        ):
            return None  # 전달책, 오늘날, 오늘의집
        if w is not None and part is None and not self._words[w][2]:
            if text.startswith((" 들어", "들어"), end):
                end = into(text, end)
                return Phrase(start, end, date(today.year, 1, 1), today) if today else Phrase(start, end, None, None)
            return None
        if w in self._bare and start > 1 and text[start - 1] == " " and text[start - 2] not in _BEFORE_BARE:
            return None  # 추석 전날
        if earlier is not None:
            back = self._earlier[earlier]
            closing = _END_OF.match(text, end)
            if closing is not None:
                end, back = closing.end(), (f"{back[0]} end", back[1])
            than = self._against(text, end) or text.startswith(_RATIO, end)
            role = "than" if than else "aside" if text[end : end + 1] == "(" else "at"
            if role == "at" and back[0] == "week":
                return None  # 전주 시민
            return Phrase(start, end, None, None, role, None, back)
        if (on or g["d"]) and text.startswith(("간", "째", "차", " 연속", "연속", "물", " 평균"), end):
            return None
        ago = _AGO.match(text, end) if on and start + len(on) + 1 == end else None
        if ago is not None:
            day = today - timedelta(days=int(on or 0)) if today is not None else None
            return Phrase(start, ago.end(), day, day)
        at = past_space(text, end)
        compared = self._compared.match(text, end) if text[at : at + 1] in self._same else None
        if compared is not None:
            end = compared.end()
            role = "than" if self._against(text, end) else "aside" if text[end : end + 1] == "(" else "at"
            return Phrase(start, end, None, None, role, None, ("year", self._words.get(w or "", ("", -1))[1]))
        span = self._resolve(text, end, g, today, context, start, found)
        if span is None and w is not None and self._words[w][0] == "day" and self._words[w][3]:
            return None  # 이날, of another day
        eve = g["holiday"] is not None and text.startswith(" 전날", end)
        if eve:
            end += 3
            span = eve_of(span)
        tail = _tail_of(text, end)
        ranged = tail is not None and tail.group("sum") is not None and _ranged(text, start)
        holiday = None
        if (w or g["y"]) and part is None and text[end : end + 1] == " ":
            holiday = self._holiday.match(text, end)
        if holiday is not None:
            end = holiday.end()
            span = library(f"{span[0].year}년 {holiday.group(1)}", today or span[0]) if span is not None else None
            tail = _tail_of(text, end)
        monthly = g["bmm"] or g["mm"] or (w and part is None and self._words[w][0] == "month")
        week = _WEEK.match(text, end) if monthly else None
        if week is not None:
            end = week.end()
            nth = int(week.group("no") or 0) or _NTH.index(week.group("nth")) + 1
            span = calendars.week_of(span[0].year, span[0].month, nth) if span is not None else None
        elif tail is not None:
            span, end = self._tail(tail, span, today, end, ranged=ranged)
        first, last = span if span is not None else (None, None)
        if ranged and text.startswith("까지", end):
            first, end = None, end + 2  # 16일부터 | 18일까지 누적
        ending = (tail.group("end") or "").strip()[-2:] if tail is not None and week is None else ""  # 오전 5시까지
        lasting = self._span.match(text, end) if ending == "부터" and span is not None else None
        if lasting is not None and span is not None:
            end = lasting.end()
            first, last = span[0], self._last_of(span[0], lasting)
            span, ending = (first, last), ""
        elif ending and not (
            ending == "까지" and (g["d2"] or g["bd2"] or g["m2"] or g["bm2"] or g["md2"] or g["bmd2"])
        ):
            first, last = (None, last) if ending == "까지" else (first, None)
        after = None if ending else self._behind(text, end)
        if after is not None:
            return Phrase(start, end, first, last, "than" if after.group("against") else "named")
        if text[end : end + 1] == "(" and text[end + 1 : end + 2].isdigit():
            if text[text.find(")", end, end + 16) - 1] not in "월일":  # 올해 상반기(1~6월) says the same once more
                if not text.startswith((" 이후", " 이래"), text.find(")", end, end + 16) + 1):
                    remember(context, span, g, start)
                return Phrase(start, end, first, last, "aside")
        if not ending and text[end : end + 1] == " " and self._opened.match(text, end):
            return Phrase(start, end, first, last, "opened")
        remember(context, span, g, start)
        if text[end - 1] == "일" and follows_any(text, end, ("로 ", "로, ")):
            return Phrase(start, end, first, last, "named")  # 고점은 7월 11일로
        ahead = ahead_of(g, span, today) if today is not None and lasting is None else None
        if lasting is not None and first is not None and today is not None:
            ahead = ahead_of(g, (first, first), today)
            ahead = (ahead[0], self._last_of(ahead[0], lasting)) if ahead is not None else None
        if eve:
            ahead = eve_of(ahead)
        if ahead is not None and week is None and tail is not None and tail.group("edge"):
            ahead = edge_of(ahead, tail.group("edge"))
        if ahead is not None and not ending:
            if _COMING.match(text, end) or (g["holiday"] and text.endswith(_THIS, max(0, start - 3), start)):
                first, last = ahead  # 4월 2일 개막하는 전시, 올 추석
        return Phrase(start, end, first, last, "at", ahead)

    def _last_of(self, first: date, lasting: re.Match[str]) -> date:
        """9일부터 사흘간, 3일부터 2주간: the last of so many days."""
        moons = _MOONS.get(lasting.group("moon") or "", 0)
        if lasting.group("years"):
            return months_on(first, 12 * int(lasting.group("n") or 1))
        if moons or lasting.group("months"):
            return months_on(first, moons or int(lasting.group("n") or 1))
        days, count = self._days.get(lasting.group("word") or ""), lasting.group("n")
        if days is None:
            days = int(count or 1) * (7 if lasting.group("weeks") else 1)
        return first + timedelta(days=days - 1)

    def _behind(self, text: str, pos: int) -> re.Match[str] | None:
        """What makes the time before it one that something is measured against, or a name."""
        return self._after.match(text, pos) if text[pos : pos + 1] in self._behinds else None

    def _against(self, text: str, pos: int) -> bool:
        after = self._behind(text, pos)
        return after is not None and after.group("against") is not None

    def _tail(
        self, tail: re.Match[str], span: Span | None, today: date | None, end: int, *, ranged: bool
    ) -> tuple[Span | None, int]:  # fmt: skip
        """말, 초, 누적, 들어 after a phrase: its end, its start, from the first of the year, up to the day."""
        edge = tail.group("edge")
        if edge:
            end = tail.end("edge")
            span = edge_of(span, edge)
        if tail.group("sum") and not ranged:
            end = tail.end("sum")
            if span is not None and span[0].year == span[1].year:
                span = date(span[1].year, 1, 1), span[1]
        if tail.group("into"):
            end = tail.end("into")
            span = (span[0], today) if span is not None and today is not None and span[0] <= today < span[1] else span
        if tail.group("end"):
            end = tail.end("end")
        return span, end

    # ------------------------------------------------------------ resolving

    def _resolve(
        self, text: str, end: int, g: Groups, today: date | None, context: Context, start: int,
        found: list[Phrase],
    ) -> Span | None:  # fmt: skip
        if g["y"] or g["yy"] or g["fy"]:
            number = int(g["y"] or g["fy"] or 0) or 2000 + int(g["yy"] or 0)
            if g["y2"]:
                begin, until = calendars.year(number), calendars.year(int(g["y2"]))
                return (begin[0], until[1]) if begin and until and begin[0] < until[1] else None
            return part_of(number, key_of(g, ""))
        if g["ty"]:
            if g["td"]:
                return days_of(int(g["ty"]), int(g["tm"] or 0), g["td"] or "", None)
            return calendars.month(int(g["ty"]), int(g["tm"] or 0))
        if g["w"] is not None:
            return self._word(text, g, today, context, start)
        if today is None:
            if g["bm"] or g["bmm"] or g["bd"]:
                self._look_back(text, today, context)
                return bare(g, None, context, start, _year_of(found))
            return None
        if g["recent"]:
            if not (g["n"] or "").isdigit():
                return None
            return calendars.span_back(today, int(g["n"] or 0), _UNITS[g["unit"] or "년"])
        if g["season"]:
            return season(g["season"] or "", g["sw"], today, until=text.startswith("까지", end))
        if g["holiday"]:
            return feast(g["holiday"] or "", today)
        if g["lead2"]:
            return led(g, g["lead2"] or "", today)
        if not (g["bh"] or g["bq"]):
            self._look_back(text, today, context)
        if g["bd"] and found and text[found[-1].end : start] in AND and found[-1].first == found[-1].last:
            first = found[-1].first
            if first is not None:
                return days_of(first.year, first.month, g["bd"] or "", g["bd2"])  # 1월 18일과 19일
        return bare(g, today, context, start, _year_of(found))

    def _word(self, text: str, g: Groups, today: date | None, context: Context, start: int) -> Span | None:
        grain, shift, _, here = self._words[g["w"] or ""]
        if here and grain == "day":
            if today is None or any(int(day) != today.day for day in _DAY.findall(text, max(0, start - REACH), start)):
                return None
            return today, today
        if here:
            self._look_back(text, today, context)
            if context.year is None or start - context.at > 2 * REACH:
                return None
            if grain == "year":
                return part_of(context.year + shift, key_of(g, ""))
            return in_month(context.year, context.month, g) if context.month else None
        if today is None:
            return None
        if grain == "year":
            return part_of(today.year + shift, key_of(g, ""))
        if grain == "month":
            number, which = divmod(today.year * 12 + today.month - 1 + shift, 12)
            return in_month(number, which + 1, g)
        if grain == "quarter":
            index = today.year * 4 + (today.month - 1) // 3 + shift
            return calendars.quarter(index // 4, index % 4 + 1)
        if grain == "week":
            return calendars.week(today, shift)
        moved = today + timedelta(days=shift)
        return moved, moved


def _tail_of(text: str, pos: int) -> re.Match[str] | None:
    """말, 초, 누적, 들어, 까지 … behind a time; None where nothing of that kind stands there."""
    at = past_space(text, pos)
    first = letter(text, at)
    if ord("0") <= first <= ord("9"):
        if _CLOCK.match(text, at) is None:
            return None
    elif first not in (ord("초"), ord("말"), ord("밤")) and text[at : at + 2] not in _TAILS:
        return None
    tail = _TAIL.match(text, pos)
    return tail if tail is not None and tail.end() > pos else None


def _year_of(found: list[Phrase]) -> int | None:
    """The year of the last phrase of the sentence: in 3분기 226조원, 2분기 218조원 both are of one year."""
    first, last = (found[-1].first, found[-1].last) if found else (None, None)
    if first is not None and last is not None:
        return last.year if (last - first).days > _SEASON else None  # not the day of a report
    only = last or first
    return None if only is None else only.year
