"""What looks like a quantity and is none: dates and clock times, orders and serials, names and codes, addresses, idioms.

Each guard answers with the reason why a number is refused, or None; ``claims explain`` prints the reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.edges import hangul_tail

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit
    from claims.scan import Number

__all__ = ["blocked_spans", "code", "counter", "english_clause", "english_count", "jeon", "time_unit", "weeks"]

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_SPAN_AFTER = re.compile(
    r" ?(?:간|동안|여간|여 동안|째|만에|만의|여\s?만|가량|남짓|정도|이상|이내|이하|미만|넘게|넘는|넘도록|내내|연속|가까이|여의|에 걸쳐)"
)
_DEICTIC = re.compile(r"(?:지난|최근|오는|올|이번|다음|지난달|이달|매년|매월)\s?$")
_RECENT = re.compile(r"(?:지난|최근|오는)\s?$")
_AGO = re.compile(r" ?(?:여 )?(?:전|뒤|후|앞|지나)(?![가-힣]?년)")
_MONTHS_AFTER = re.compile(r" ?\d{1,2} ?개월")
_SENTENCED = re.compile(r"(?:징역|금고|집행유예|자격정지|실형|임기|보증기간|유효기간|공사기간|기간은?|기한은?|시간은?)\s?$")
_SPORT = re.compile(r"전[반후] ?$|연장 ?(?:전반|후반)? ?$")
_COUNT_LEFT = re.compile(r"(?:총|모두|각각|평균|약|최소|최대|적어도|무려|연|월|하루|매년|매월|매주|주|일|통산|누적|횟수는?|건수는?)\s?$")
_COUNT_RIGHT = re.compile(r" ?(?:이상|이하|이내|미만|초과|정도|가량|이나|뿐|밖에|씩|연속|넘게|넘는|에 걸쳐|에 그[쳤친]|을 넘|를 넘|에 달|까지|로 집계|로 나타|로 늘|로 줄|로 증가|로 감소)")
_MACHINE_LEFT = re.compile(r"(?:[가-힣A-Za-z0-9]{2,}(?<![은는이가의에서로를을와과도한된던년월일째만각총약인문안계족녀자])) $")
_MACHINE_RIGHT = re.compile(r"(?:를|가|와|도|만)(?![가-힣])|,|\.| 등|$| 규모| 이상| 가량")
_BIG_COUNT = 100
_MONTHS = (
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
).split()
_LAST_WORD = re.compile(r"([A-Za-z&.'-]{1,30})[ \u00a0]$")


def blocked_spans(text: str) -> list[tuple[int, int]]:
    """URLs and e-mail addresses: no number inside them is a claim."""
    if "@" not in text and "://" not in text and "www." not in text:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def code(text: str, number: Number, *, ranged: bool = False) -> str | None:
    """Digits that belong to a name, a code, a serial, a date or a clock time (K-9, G20, 제3, 12:30, 2025.12.03)."""
    start, end = number.start, number.end
    before = text[start - 1] if start else ""
    if before:
        if before.isascii() and (before.isalpha() or before in "_#@&"):
            return "digits inside a name or code"
        second = text[start - 2] if start > 1 else ""
        if before in "-‐.:/" and not ranged and second and (second.isdigit() or (second.isascii() and second.isalpha())):
            return "part of a code, date, time or score"
        if before == "제" and not ("가" <= second <= "힣"):
            return "제N is an order"
        if before == " " and second == "제" and not ("가" <= text[start - 3 : start - 2] <= "힣"):
            return "제 N is an order"
        if before in "’'" and not (second.isascii() and second.isalpha()) and end - start == 2:
            return "’NN is a year"
        if before == "№":
            return "a serial"
        if before in " ." and re.search(r"\b(?:No|Nos|no|Article|Section|Chapter|Title|Figure|Route|Channel|Type|Phase|Level|Tier|Room|Gate|Flight)\.? ?$", text[max(0, start - 9) : start]):
            return "a serial"
    after = text[end : end + 2]
    if len(after) == 2 and after[0] in ".:/" and after[1].isdigit() and not number.scaled:
        return "part of a code, date, time or score"
    if after[:1] in "-‐" and re.match(r"[-‐]\d+[-‐]\d", text[end : end + 24]):
        return "a telephone or serial number"
    return None


def time_unit(text: str, number: Number, unit: Unit, end: int) -> str | None:
    """년, 월, 일, 시, 분, 초, 주 …: a date or clock time unless the words around it make a span of time."""
    surface = unit.surface
    start = number.start
    before = text[max(0, start - 8) : start]
    if surface in ("년", "일", "분", "초", "주", "주일", "달", "해", "개월", "시간", "년간", "일간", "분간", "개월간", "주간", "시간가량", "초간"):
        if number.style == "digits" and _RECENT.search(before) and surface in ("년간", "개월간", "주간", "일간", "년", "개월", "주", "달", "일"):
            return "a stretch of the calendar (지난 3년간)"
    if surface in ("시", "월"):
        return "a clock time or month"
    if surface == "일간" and text[max(0, start - 2) : start].rstrip().endswith("박"):
        return "nights and days (1박2일)"
    if surface in ("년간", "일간", "분간", "개월간", "주간", "초간", "시간"):
        if surface == "일간" and number.value is None:
            return "not a span of time"
        return None
    span = _SPAN_AFTER.match(text, end)
    if surface == "년":
        if number.value is not None and number.value >= 1000 and not number.scaled:
            return "a year"
        if _MONTHS_AFTER.match(text, end):
            return None
        if span or _SENTENCED.search(before):
            return None
        return "N년 without 간, 동안, 만에 may be a date"
    if surface == "일":
        if span and not _DEICTIC.search(before) and not re.search(r"월 ?$", before):
            rest = span.group().strip()
            return None if rest not in ("이상", "이하", "이내", "미만") or (number.value or 0) > 0 else "a date"
        return "a day of the month"
    if surface == "분":
        if text[end : end + 1] == "의":
            return "N분의 M is a fraction"
        if re.search(r"시 ?$", before) or _SPORT.search(before):
            return "a clock time"
        return None if span or re.search(r"시간 ?$", before) else "N분 may be a clock time or people"
    if surface == "초":
        if re.search(r"분 ?$", before):
            return "part of a time"
        return None
    if surface in ("주", "주일"):
        return None if span or surface == "주일" else "N주 may be weeks or shares"
    if surface in ("달", "해"):
        if number.style != "native":
            return "digits with 달"
        return None if span or surface == "달" and re.match(r" ?(?:간|동안|만|여|정도|가량|이상|넘|가까이)", text[end : end + 5]) else "a calendar word"
    return None


_WEEKS = re.compile(r" ?(?:간|동안|만에|만의|째|내내|연속|정도|가량|여|이상|이내|넘게|차)(?![가-힣]{3})")
_WEEK_POINT = re.compile(r" ?(?:이후|뒤|후|전|앞)(?![가-힣])| ?(?:이후|뒤|후|전)")


def weeks(text: str, end: int) -> bool | str | None:
    """3주 동안 are weeks (True), 3주 뒤 is a point in time (why), 3주를 샀다 are shares (None)."""
    if _WEEK_POINT.match(text, end):
        return "a point in time"
    if _WEEKS.match(text, end):
        return True
    return None


_JEON = re.compile(r" ?(?:오른|내린|상승|하락|올라|내려|올랐|내렸|낮은|높은|뛴|떨어)")


def jeon(text: str, number: Number, end: int) -> bool:
    """10전 is money only in an exchange rate: after 원, or with a word of rise and fall."""
    alone = not text[: number.start].strip() and not text[end:].strip(" .")
    return alone or text[max(0, number.start - 2) : number.start].rstrip().endswith("원") or bool(_JEON.match(text, end))


def counter(text: str, number: Number, unit: Unit, end: int, lexicon: Lexicon, *, spaced: bool) -> str | None:  # noqa: C901
    """Korean counters whose syllable has another life: 대, 회, 번, 차, 기, 층, 등, 점, 인, 호, 도, 세 …"""
    surface = unit.surface
    value = number.value
    start = number.start
    before = text[max(0, start - 12) : start]
    tail = hangul_tail(text, end)
    if tail.startswith("당") and not tail.startswith("당시"):
        return "N명당 is a denominator"
    if re.match(r" ?(?:번)?째", text[end : end + 3]) and surface not in ("년", "개월", "일"):
        return "an order (N번째)"
    if surface == "대":
        return _machines(text, number, end, tail, lexicon, spaced=spaced)
    if surface in ("회", "번"):
        if number.style == "native":
            if value == 1:
                return "한 번 is an adverb"
            return None
        if re.match(r"(?:말|초|차|째|홀|지|국도|출구|타자|방|버스)", tail):
            return "an order"
        big = value is not None and (value >= _BIG_COUNT or number.scaled)
        if big or _COUNT_RIGHT.match(text, end) or _COUNT_LEFT.search(before):
            return None
        if value is not None and value != int(value):
            return None
        if surface == "번" and (tail == "의" or re.match(r"(?:을|이나|의|도)? ?(?:만[나났]|맞|우승|출전|성공|실패|시도|반복|방문|찾)", text[end : end + 8])):
            return None
        return f"N{surface} may be an order"
    if surface == "차":
        return "N차 is an order"
    if surface == "세트" and number.style == "digits" and (value or 9) <= 5 and not re.match(r" ?(?:씩|판매|구매|구입|선물|증정|짜리|한정)", text[end : end + 5]):
        return "a set of a match"
    if surface == "위" and tail.startswith(("권", "원회")):
        return "a group of ranks"
    if surface in ("팀", "기", "층", "호", "동", "조", "부", "편", "막", "판", "강", "과", "구", "면", "집", "군", "실", "루", "타", "선", "심", "반", "항", "절", "단", "문", "발", "정", "량", "량의", "두", "줄", "수", "자", "문항", "좌", "량", "통", "필지", "모", "본", "봉", "섬", "수", "쪽", "칸", "코", "톨", "폭", "획"):
        return _weak_counter(text, number, surface, end, tail, before, lexicon, spaced=spaced)
    if surface in ("등", "위"):
        if value is None or number.scaled or value != int(value) or value > 9999:
            return "no rank"
        if surface == "등" and (spaced or not (tail[:1] in ("을", "이", "은", "의", "에", "으", "") and text[end : end + 1] not in "")):
            return "등 is 'etc.'"
        return None
    if surface == "세" and (value or 99) <= 30 and _regnal(before, lexicon):
        return "the ordinal of a monarch or pope"
    if surface in ("세", "살"):
        if value is None or number.scaled or value > 130:
            return "no age"
        if surface == "세" and value <= 4 and not re.match(r"(?:부터|까지|이하|이상|미만|때|[~∼-])? ?(?:아동|아이|여아|남아|딸|아들|유아|영아|어린이|미만|이하|때|의 나이)", text[end : end + 10]):
            return "N세 may be an ordinal in a name"
        return None
    if surface == "인":
        if number.style == "digits" and (value or 0) < _BIG_COUNT and re.match(r" [가-힣\d]|[가-힣]", text[end : end + 2]) and not re.match(
            r"(?:은|는|이|가|을|를|의|에게|으로|과|과의|에|이상|이하|이내|미만|까지|만|도|씩)(?![가-힣])", text[end : end + 4]
        ):
            return "N인 in a name"
        if spaced or re.match(r"(?:승|조|방|칭|자|용|실|분|극|가구|당)", tail):
            return "N인 in a name"
        return None
    if surface == "명" and re.match(r"(?:함|칭|단|분)", tail):
        return "part of a word"
    if surface == "점" and not spaced and re.match(r"(?:대|차|슛|포|골)", tail):
        return "a score label"
    if surface == "도" and unit.kind == "measure":
        return _degrees(text, number, start, end, before, lexicon)
    if surface in ("분", "일", "시", "월"):
        return "a date or time"
    if surface in ("말", "되", "관", "근", "리", "홉", "돈", "섬", "필", "자", "치", "푼", "할") and "weak" in unit.flags:
        if number.style != "digits" or spaced or not re.match(r"(?:을|를|이|가|은|는|의|에|로|으로|짜리|가량|정도|이상|,|\.|\)| )", text[end : end + 3] or " "):
            return f"N{surface} is too ambiguous"
        if surface in ("말", "자", "치", "필", "섬"):
            return f"N{surface} is too ambiguous"
    return None


def _regnal(before: str, lexicon: Lexicon) -> bool:
    words = before.rstrip().rsplit(None, 1)
    return bool(words) and words[-1] in lexicon.sections["regnal"]


def _weak_counter(
    text: str, number: Number, surface: str, end: int, tail: str, before: str, lexicon: Lexicon, *, spaced: bool
) -> str | None:
    big = number.scaled or (number.value is not None and number.value >= _BIG_COUNT) or number.order
    if surface == "층":
        near = text[end : end + 8]
        if re.match(r"(?:짜리|규모|높이|이상|이하)? ?(?:의 )?(?:건물|빌딩|아파트|규모|높이|타워|짜리|주상복합|오피스텔|이상|이하)", near):
            return None
        return "N층 may be a floor"
    if surface in ("호", "동", "조", "부", "과", "구", "면", "집", "군", "강", "루", "타", "선", "심", "반", "항", "절", "단", "수", "자", "모", "문", "정"):
        if surface == "자" or not big or spaced or (surface == "호" and not number.scaled and "," not in text[number.start : number.end]):
            return f"N{surface} is an order or a name"
        return None
    if surface == "팀":
        return None if (value or 0) > 20 or _COUNT_LEFT.search(before) or re.match(r"(?:이|가)? ?(?:참가|출전|경쟁|본선|중)", text[end : end + 6]) else "N팀 may be a name"
    if surface == "구":
        return None if big and not spaced or re.search(r"(?:시신|주검|시체|유해|유골|사체)(?:은|이|을|도|만|는)?(?: (?:모두|총|약))? ?$", before) else "N구 is a district"
    if surface == "기":
        left = before.rstrip()
        return None if big or any(left.endswith(word) for word in lexicon.sections["machine"]) else "N기 may be an order"
    if number.style == "native" or big:
        return None
    if re.match(r"(?:을|를|이|가|은|는|의|에|로|으로|와|과|도|씩|이상|가량|정도|까지)", tail) or _COUNT_RIGHT.match(text, end):
        return None
    if surface in ("편", "통", "발", "량", "줄", "쪽", "칸") and not spaced:
        return None
    return f"N{surface} is too ambiguous"


def _machines(text: str, number: Number, end: int, tail: str, lexicon: Lexicon, *, spaced: bool) -> str | None:
    """대 counts machines; 20대, 4대 그룹 and 20대 국회 are no counts."""
    value = number.value
    if number.scaled or number.order or (value is not None and value >= _BIG_COUNT):
        return None
    if number.style == "native":
        return None if spaced or tail[:1] in ("를", "가", "의", "도", "") else "not a count of machines"
    left = text[max(0, number.start - 24) : number.start].rstrip(" 약총도")
    machines = lexicon.sections["machine"]
    last = re.search(r"([가-힣A-Za-z]+)(?:[은는이가을를도만의]|에서|에)?\s*(?:[가-힣]{0,3} )?$", left)
    if last and any(word in last.group() for word in machines if len(word) > 1 or last.group(1).endswith(word)):
        return None
    right = re.match(r"(?:의|가량의|이상의|씩의)? ?([가-힣A-Za-z]{1,8})", text[end : end + 16])
    if right and any(right.group(1).startswith(word) for word in machines if len(word) > 1):
        return None
    if value is not None and (value < 10 or value % 10) and _MACHINE_LEFT.search(text, max(0, number.start - 12), number.start) and _MACHINE_RIGHT.match(text, end):
        return None
    if tail.startswith(("를", "가량", "씩", "이상", "뿐")):
        return None if value is not None and value % 10 else "N대 may be a decade of age"
    return "N대 without a machine is an age or an order"


def _degrees(text: str, number: Number, start: int, end: int, before: str, lexicon: Lexicon) -> str | None:
    context = text[max(0, start - 40) : end + 20]
    if any(word in context for word in lexicon.sections["heat"]):
        value = number.value
        return None if value is None or value < 2000 else "no temperature"
    return "N도 without a word of heat"


_EN_SERIAL = re.compile(
    r"\b(?:chapter|section|page|pages|day|week|season|episode|number|version|level|phase|stage|step|grade|size|line|group|class|type|article|part|paragraph|figure|table|item|no\.|age|ages|aged|under|over|channel|route|highway|room|gate|platform|seat|row|verse|act|scene|volume|issue|round|game|match|lap|mile|hole|question|option|bus|flight|train|terminal|pier|district|ward|sector|zone|unit|block|building|house|apartment|box|case|model|series|formula|generation|category|tier|rank|ranked|seed|seeded) $"
)
_EN_NAME_BEFORE = re.compile(r"(?:Fortune|Top|top|Big|Group|Title|Formula|Generation|Class|Grade|Boeing|Airbus|Windows|iPhone|Galaxy|Model)[ -]$")


def english_count(text: str, number: Number, lexicon: Lexicon) -> str | None:
    """A number that is part of a name or a year (Boeing 737 jets, 2024 sales, May 5) counts nothing."""
    start = number.start
    before = text[max(0, start - 32) : start]
    if number.style != "digits":
        return None
    value = number.value
    bare = "," not in text[start : number.end] and not number.scaled
    if bare and value is not None and 1900 <= value <= 2100 and value == int(value):
        return "a year"
    if _EN_NAME_BEFORE.search(before):
        return "part of a name"
    if bare and value is not None and value < _BIG_COUNT and _EN_SERIAL.search(before) and not before.endswith(("under ", "over ")):
        return "a serial"
    last = _LAST_WORD.search(before)
    if last and bare:
        word = last.group(1)
        if word in _MONTHS:
            return "a day of the month"
        if word[0].isupper() and word not in lexicon.sections["sentence_word"]:
            return "part of a name"
    return None


_EXPECTED = re.compile(r" (?:had |have |were |was )?(?:expect|forecast|predict|estimat|project|anticipat|polled|surveyed)")
_FORESEERS = frozenset(("analysts", "economists", "experts", "investors", "traders", "strategists", "officials"))


def english_clause(text: str, noun: str, end: int) -> str | None:
    """less than the 505,000 analysts expected: the noun is the subject of its own clause."""
    if noun in _FORESEERS and _EXPECTED.match(text, end):
        return "the noun begins a clause"
    return None
