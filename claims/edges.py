"""The two edges of a quantity: the words left of the number (약, 최소, at least) and right of the unit (이상, 대, or more).

Both looks are short and bounded: left by words, right by one match at the end of the unit.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claims.denominators import OPENERS, PER_NUMBER, dynamic_per, times_per
from claims.denominators_en import per_noun, points_back
from claims.edge_words import left_words, right_words
from claims.looks import letter
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = [
    "Left",
    "Right",
    "hangul_tail",
    "look_left",
    "look_right",
    "tail_ok",
]

_HANGUL_RUN: Final = re.compile(r"[가-힣]{1,12}")
_BAND: Final = re.compile(r"( ?대)(?: ?(?:초반|중반|후반|초중반|중후반)[가-힣]*|([가-힣]{0,12}))")

#: A band that stands apart is a word of its own: 3조원 대로, 1400원 대의.
_BAND_CASES: Final = re.compile(r"[가는를의]|에서?(?:는|만|도)?|(?:으?로|까지)(?:는|도)?|인|이[가-힣]*|였[가-힣]*|다")


class Left:
    """What stands left of the number: where it begins, the bound or hedge it sets, the denominator, the words."""

    __slots__ = ("approximate", "edge", "per", "per_edge", "per_word", "relation", "words")

    def __init__(self, edge: int) -> None:
        self.edge = edge
        self.relation: str | None = None
        self.approximate = False
        self.per: str | None = None
        self.per_word = ""
        self.per_edge = edge
        self.words: list[str] = []


class Right:
    """What stands right of the unit: where it ends, whether it is a band (30%대), the bound or hedge, the words."""

    __slots__ = ("approximate", "band", "band_end", "edge", "per", "relation", "words")

    def __init__(self, edge: int) -> None:
        self.edge = edge
        self.band = False
        self.band_end = edge
        self.relation: str | None = None
        self.approximate = False
        self.per: str | None = None
        self.words: list[str] = []


def hangul_tail(text: str, pos: int) -> str:
    """The Hangul run that starts at ``pos`` (at most 12 characters)."""
    if not "가" <= text[pos : pos + 1] <= "힣":
        return ""
    match = _HANGUL_RUN.match(text, pos)
    return match.group() if match else ""


def tail_ok(run: str, lexicon: Lexicon) -> bool:
    """Whether a Hangul run may stand right of a unit: particles, copula and suffixes, chained (원|정도|의)."""
    cache = lexicon.cache.get("edges.tail")
    if cache is None:
        tails = lexicon.sections["tail"]
        by_first: dict[str, list[str]] = {}
        for tail in tails:
            by_first.setdefault(tail[0], []).append(tail)
        ordered = {first: tuple(sorted(group, key=len, reverse=True)) for first, group in by_first.items()}

        @lru_cache(maxsize=8192)
        def accepts(rest: str, depth: int) -> bool:
            if not rest:
                return True
            if depth == 0:
                return False
            return any(
                rest.startswith(tail) and accepts(rest[len(tail) :], depth - 1) for tail in ordered.get(rest[0], ())
            )

        cache = lexicon.cache["edges.tail"] = accepts
    return bool(cache(run, 4))


_WAVES: Final = ("~", "∼", "～")
#: The small letters: what most characters of an English word are, told without making a string of each.
_SMALL_A: Final = ord("a")
_SMALL_Z: Final = ord("z")
#: A word left of a number begins after one of these.
_WORD_STOPS: Final = frozenset(OPENERS + " \n\u00a0—")


def look_left(text: str, start: int, floor: int, lexicon: Lexicon) -> Left | None:
    """Read the words left of a number that starts at ``start``, down to ``floor`` (the sentence or the last quantity)."""
    known = left_words(lexicon)
    index = known.index
    left: Left | None = None
    article = False
    pos = start
    for _ in range(4):
        end = pos
        while end > floor and (text[end - 1] == " " or text[end - 1] == "\u00a0" or text[end - 1] == "\n"):
            end -= 1
        if pos - end > 2 or end <= floor:
            break
        if not known.may_end[text[max(0, end - 2) : end]]:
            break
        if left is None:
            left = Left(start)
        low = max(floor, end - 14)
        begin = end
        plain = True
        while begin > low:
            if not _SMALL_A <= ord(text[begin - 1]) <= _SMALL_Z:
                if text[begin - 1] in _WORD_STOPS:
                    break
                plain = False
            begin -= 1
        word = text[begin:end]
        if len(word) > 1 and word[0] in "~∼～":  # ~최대 100만원
            begin, word = begin + 1, word[1:]
        if word in _WAVES and (before := text[max(0, begin - 2) : begin].rstrip()[-1:]):
            if "가" <= before <= "힣" or before.isdecimal() or before in "%％":
                break  # 300만원 이상 ~ 500만원 이하: between two ends
        group = index.get(word)
        if group is None:
            if plain:
                break  # no English word is a denominator by its end
            if word.isascii():
                word = word.lower()
                group = index.get(word)
        row = None
        section = ""
        if group is None:
            if word == "당" and text[begin - 1 : begin] == " ":  # 100g 당 850원
                base, begin = begin - 1, max(low, text.rfind(" ", low, begin - 1) + 1)
                word = text[begin:base] + word
            elif word.endswith(")당") and text[begin - 1 : begin] == "(":  # 3.3㎡(1평)당 1500만원
                base = begin - 1
                begin = max(floor, text.rfind(" ", low, base) + 1)
                word = text[begin:base] + "당"
            elif len(word) > 1 and word[0] in "-–":
                begin, word = begin + 1, word[1:]  # 생산비-ha당
            per = dynamic_per(text, word, begin, pos, lexicon) if word.endswith("당") and left.per is None else None
            if per is None:
                break
            left.per, left.per_word, left.per_edge = per, word, begin
            pos = begin
            continue
        printed = text[max(floor, end - len(group[0].phrase)) : end]
        lower = printed.lower()
        ahead = letter(text, begin - 2)
        for candidate in group:
            phrase = candidate.phrase
            if candidate.may_end(ahead) and (printed.endswith(phrase) or lower.endswith(phrase)):
                first = end - len(phrase)
                if first > 0 and text[first - 1].isalnum():
                    continue
                row, section, begin = candidate.row, candidate.section, first
                break
        if row is None:
            break
        if section == "per":
            if left.per is None:
                left.per, left.per_word, left.per_edge = row["per"], phrase, begin
                if phrase[-1] == "당" and text[begin - 1 : begin] == " ":
                    counted = PER_NUMBER.search(text, max(floor, begin - 12), begin)
                    if counted is not None:  # 10만 명당
                        left.per = times_per(counted.group(1), left.per) or left.per
        elif section == "neutral":
            article = article or phrase in ("a", "an")
        else:
            if row.get("best") and _superlative(text, begin, floor, lexicon):
                break
            if phrase == "한" and not (text[pos - 1] == " " and text[pos : pos + 1].isdigit()):
                break
            if article and row.get("place"):
                break  # a fight over a $2 billion plan
            if phrase in ("about", "over") and _concerns(text, begin, floor, phrase, lexicon, article=article):
                break
            left.words.insert(0, text[begin:end])
            left.edge = begin
            if section == "hedge":
                left.approximate = True
            if "relation" in row and left.relation is None:
                left.relation = row["relation"]
        pos = begin
    return left


def _concerns(text: str, begin: int, floor: int, phrase: str, lexicon: Lexicon, *, article: bool) -> bool:
    """doubts about 40 banks, a row over 3 strikes, spread over two sites: what it is about or lies on, not how many."""
    rows = lexicon.sections["concerning.en"]
    printed = text[max(floor, begin - 40) : begin].split()[-2:]
    before = [word.lower() for word in printed]
    if phrase == "over":
        word = before[-1].rstrip("’”'\"") if before else ""
        row = rows.get(word)
        return (row is not None and bool(row.get("over"))) or word in lexicon.sections["spread.en"]
    if before and before[-1] in rows:
        if printed[-1] == "Asked" or before[0] in ("when", "if", "being"):
            return True  # Asked about 3 strikes, he said; when asked about 40 jobs
        return not rows[before[-1]].get("hearer")
    return len(before) == 2 and before[0] in rows and (article or not rows[before[0]].get("article"))


def _superlative(text: str, begin: int, floor: int, lexicon: Lexicon) -> bool:
    before = text[max(floor, begin - 8) : begin].rstrip()
    word = before.rsplit(" ", 1)[-1].lstrip(OPENERS)
    return word in lexicon.sections["superlative"]


def look_right(text: str, end: int, lexicon: Lexicon) -> Right | None:
    """Read the words right of a unit that ends at ``end``."""
    words = right_words(lexicon)
    opening = words.openings[text[end : end + 3]]
    if opening.nothing:
        return None
    worded, korean = words.latin_may_follow(text, end, opening), words.may_follow(text, end, opening)
    if not (worded or opening.band or korean):
        return None
    right = Right(end)
    if worded:
        latin = words.latin
        match = latin.match(text, end)
        for _ in range(2):
            if match is None:
                break
            phrase = match.group(1).lower()
            row = None
            for section in ("per", "bound", "hedge"):
                row = lexicon.sections[section].get(phrase)
                if row is not None:
                    break
            if row is None:
                break
            if section == "per":
                if phrase[-4:] in _CALENDAR and points_back(text, match.end(), lexicon):
                    break
                right.per = right.per or row["per"]  # $38 per person per month: the nearer one
            else:
                if phrase == "+" and _ADDS.match(text, right.edge):
                    break  # 계약금 3억 + 연봉 12억
                ahead = text[match.end() : match.end() + 2]
                if ahead == " t" and text.startswith(" to " if phrase[-2:] == "up" else " than ", match.end()):
                    break  # 11 majors and more than $62 million, 85 mph and up to 9 inches
                if ahead[:1] == " " and (ahead[1:].isdigit() or ahead[1:] in _SIGNS):
                    break  # under 5% and over $3 billion: the bound is that of the next number
                if row.get("place") and _goes_on(text, match.end(), lexicon):
                    break  # 4% and below expectations, $20 million and under the deal: a preposition
                right.words.append(match.group(1))
                right.approximate = right.approximate or section == "hedge"
                right.relation = row.get("relation", right.relation)
            right.edge = match.end()
            opening = words.openings[text[right.edge : right.edge + 3]]
            match = latin.match(text, right.edge) if words.latin_may_follow(text, right.edge, opening) else None
        if right.per is None and text[right.edge : right.edge + 2] in (" p", " a"):
            found = per_noun(text, right.edge, lexicon)
            if found is not None:
                right.per, right.edge = found
    band = _BAND.match(text, right.edge) if "대" in text[right.edge : right.edge + 2] else None
    if band and band.group(1) == " 대" and not band.group(2) and _VERSUS.match(text, band.end(1)):
        band = None  # 가람당 34.8% 대 나래당 44.2%
    elif band and band.group(1) == " 대" and band.group(2) and not _BAND_CASES.fullmatch(band.group(2)):
        band = None  # 서울 25도 대구 29도 대전 27도
    if band and (not band.group(2) or band.group(2)[0] in "로의에를" or tail_ok(band.group(2), lexicon)):
        right.band = True
        right.words.append("대")
        right.edge = right.band_end = band.end(1)
    if right.edge > end:
        korean = words.may_follow(text, right.edge, words.openings[text[right.edge : right.edge + 3]])
    match = words.korean.match(text, right.edge) if korean else None
    if match is not None and match.end() > right.edge:
        _read_korean(match, right, text, lexicon)
    return right


#: 대 between two names with a share each.
_VERSUS: Final = re.compile(r" [^ ,.]{1,12}[^ ,.은는이가을를로의에서도] \d[\d.]*%(?!대)")
_ADDS: Final = re.compile(r" ?\+ ?(?:\d|(?!알파)[가-힣])| \+ [A-Za-z]")


def _goes_on(text: str, pos: int, lexicon: Lexicon) -> bool:
    """Whether a preposition has its noun behind it (and below the average): 65 and over are, 30 and below; have none."""
    if text[pos : pos + 1] != " " or not text[pos + 1 : pos + 2].isalpha():
        return False
    word = text[pos + 1 : pos + 14].split(" ", 1)[0].rstrip('.,;:!?)”"')
    return word not in lexicon.sections["bound_closed.en"] and word not in lexicon.sections["bound_place.en"]


_SIGNS: Final = frozenset("$€£¥₩₹")
#: The ends of year, month, week, day, hour, minute and second: what may also be a point in time (a year ago).
_CALENDAR: Final = frozenset(["year", "onth", "week", " day", "hour", "nute", "cond"])


_NEGATED: Final = re.compile(r"[가-힣]{0,2}지[는도]? ?(?:않|못|아니|안)")


def _read_korean(match: re.Match[str], right: Right, text: str, lexicon: Lexicon) -> None:
    sections = lexicon.sections
    _, hedge, again, bound, verb, ending = match.groups()
    if hedge:
        _take_hedge(right, hedge, match.end("hedge"), text, lexicon)
    if again:
        _take_hedge(right, again, match.end("hedge2"), text, lexicon)
    if bound:
        end = match.end("bound")
        if bound[0] == " " and pattern(lexicon, "anomaly.ko", r" WORDS").match(text, end):
            return  # 3건 이상 징후: something odd, no bound
        if _clean(text, end, lexicon):
            right.relation = sections["bound"][bound.strip()]["relation"]
            right.words.append(bound.strip())
            right.edge = end
        return
    if verb:
        row = sections["bound_verb"][verb]
        begin = match.start("verb")
        relation = row.get("relation")
        if relation is None and not row.get("approximate"):
            return  # 넘보다: longer words that begin as a bound does
        rest = text[begin + len(verb) : begin + len(verb) + 10]
        if verb == "넘" and rest[:1] in "기긴길겨겼깁" and text[max(0, begin - 3) : begin].rstrip().endswith("에"):
            return  # 2억원에 넘겼다: handed over, not exceeded
        if (
            verb == "넘"
            and rest[:1] == "기"
            and pattern(lexicon, "handing.after", r"(?:는 WORDS|기로 )").match(rest, 1)
        ):
            return  # 지분 20%를 넘기는 방안, 3조원을 넘기기로
        if verb == "미달" and text[match.start() : begin].strip() in ("가", "이", "은", "는", "도"):
            return  # 4가구가 미달됐다: so many are missing
        negated = _NEGATED.match(rest) is not None or text[max(0, begin - 2) : begin].strip() in ("못", "안")
        if negated:
            if "negated" not in row:
                return
            relation = row["negated"]
        right.relation = relation or right.relation
        right.approximate = right.approximate or bool(row.get("approximate"))
        right.words.append((verb + ending).strip())
        right.edge = match.end()


def _take_hedge(right: Right, hedge: str, end: int, text: str, lexicon: Lexicon) -> None:
    if _clean(text, end, lexicon):
        right.approximate = True
        right.words.append(hedge.strip())
        right.edge = end


def _clean(text: str, pos: int, lexicon: Lexicon) -> bool:
    run = hangul_tail(text, pos)
    return not run or tail_ok(run, lexicon)
