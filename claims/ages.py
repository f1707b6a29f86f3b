"""Ages without a counter in Korean text: (34) after a person's name. The English ones are in :mod:`claims.ages_en`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.ages_en import age_en, bracketed
from claims.ages_ko import aged_name, is_title, real_name
from claims.found import Found, Reader
from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.scan import Number

__all__ = ["age"]

_AGE_NAME: Final = re.compile(r"([가-힣]{2,4}(?: ?모)?(?: ?씨)?|[가-힣]모)\((\d{1,3})(?:세)?(?=[)·,])")


_AGE_AFTER: Final = re.compile(r"\)? ?(?:[가-힣]|[A-Z]|[,·])")


_AGE_SEX: Final = re.compile(r"[·,.] ?[남여](?:성)?[)·,]")


#: A씨(여·34), 최모(남, 52)씨
_SEX_FIRST: Final = re.compile(r"[가-힣A-Z]\([남여][성자]?[·∙,] ?$")
_OLDEST: Final = 120


_AGE_MO: Final = re.compile(r"[가-힣] ?모 (?:씨 ?)?\($|[가-힣] 모 ?씨\($|(?<![A-Za-z])[A-Z] ?(?:씨|양|군)\($")


#: 쑨웨이(22·중국): a sports page gives age and team after the name.
_AGE_TEAM: Final = re.compile(r"· ?[가-힣A-Z][가-힣A-Za-z ]{1,10}\)")


_NAME: Final = re.compile(r"(?<![가-힣])[가-힣]{2,6}$")


_AGE_TITLED: Final = re.compile(r"([가-힣]{2,6}) [가-힣]{2,6}(?: [가-힣]{2,6}){0,2}$")


_AGE_INITIAL: Final = re.compile(r"(?:^|[^A-Za-z])[A-Z]$|(?<![가-힣])[가-힣] 모$")


_AGE_TITLE: Final = re.compile(r"[^)]{0,12}\) ?(?:씨|양|군)")


_AFTER: Final = re.compile(r"\) ([가-힣]{2,4}?)(?:[이가은는을를의도와과]|에게|$|[ ,.])")


def age(reader: Reader, index: int) -> Found | None:
    """(34) after a person's name; else what :func:`claims.ages_en.age_en` reads."""
    text = reader.text
    number = reader.numbers[index]
    value = number.value
    start, end = number.start, number.end
    if value is None or number.scaled:
        return None
    if not start or text[start - 1] != "(":
        if end < len(text) and text[end] == ")" and reader.korean:
            sexed = value <= _OLDEST and _SEX_FIRST.search(text, max(0, start - 6), start) is not None
            if sexed or real_name(text, start, end, reader.lexicon):
                return _aged(number, text, index)
        return age_en(reader, index)
    if value > 130 or value != int(value) or text[end : end + 1] == "대":
        return None  # A(30대)씨: somebody in his thirties
    if text[start - 2 : start - 1] == " " and text[end : end + 1] == ")" and text[start - 3 : start - 2].isascii():
        return bracketed(reader, index)
    if (
        number.style == "digits"
        and _AGE_INITIAL.search(text, max(0, start - 5), start - 1)
        and (_AGE_TITLE.match(text, end) or _title_after(text, end, reader.lexicon))
    ):
        return _aged(number, text, index)
    if number.style == "digits" and _AGE_SEX.match(text, end):
        return _aged(number, text, index)
    if number.style == "digits" and start > 1:
        if (
            (_AGE_MO.search(text, max(0, start - 8), start) and text[end : end + 1] in ")·,세/")
            or (14 <= value <= 69 and _AGE_TEAM.match(text, end) and _team_name(text, start - 1, reader.lexicon))
            or (
                10 <= value <= 110
                and _AGE_AFTER.match(text, text.find(")", end, end + 24))
                and _titled(text, start - 1, reader.lexicon)
            )
        ):
            return _aged(number, text, index)
        low = max(0, start - 8)
        match = _AGE_NAME.match(text, _word_start(text, start - 1, low))
        if match and match.start(2) == start and 1 <= value <= 120:
            name = match.group(1)
            close = text.find(")", end, end + 24)
            sure = (
                name.endswith(("씨", "모"))
                or text[close + 1 : close + 2] == "씨"
                or text[close + 1 : close + 3] == " 씨"
            )
            plain_name = len(name) == 3 and name[0] in reader.lexicon.sections["surname"] and 10 <= value <= 99
            known = plain_name and close > 0 and text[end] in ")·," and (not text[end + 1 : end + 2].isdigit())
            known = known and _AGE_AFTER.match(text, close) is not None and not _placelike(name)
            if sure or (known and not _ranked(text, match.start(), close, reader.lexicon)):
                return _aged(number, text, index)
        if aged_name(text, start, end, reader.last, reader.lexicon):
            return _aged(number, text, index)
    return None


#: Behind a name and its number: they are listed in order, or come after somebody else (not 아버지의 뒤를 이어).
_RANKED: Final = re.compile(r"\)[^.\n]{0,80}?(?:순(?:이었|이다|으로|서)|[이가] (?:그 )?뒤를 (?:이|따|바짝))")
#: Left of them: what the list ranks by (득점은 김태우(12), …), or a company before it (NAVER(18)와).
_RANKING: Final = (
    r"WORDS[은는:] ?(?:[가-힣A-Za-z][가-힣A-Za-z ]{0,11}\(\d{1,3}\)[,·]? ?){0,2}$"
    r"|[A-Z]{2,}\(\d{1,3}\)(?:[와과]|[,·]) ?$"
)


def _ranked(text: str, start: int, close: int, lexicon: Lexicon) -> bool:
    """NAVER(18)와 하이브(17) 등이 뒤를 이었다, 다승 순위는 김태우(12): points, no ages."""
    if _RANKED.match(text, close) is not None:
        return True
    return pattern(lexicon, "ranking.before", _RANKING).search(text, max(0, start - 40), start) is not None


def _title_after(text: str, end: int, lexicon: Lexicon) -> bool:
    """A(34) 경사: a title stands after the initial and its age."""
    match = _AFTER.match(text, end)
    if match is None:
        return False
    return is_title(match.group(1), lexicon)


def _titled(text: str, end: int, lexicon: Lexicon) -> bool:
    """배우 바다(35): a title stands before the name."""
    match = _AGE_TITLED.search(text, max(0, end - 28), end)
    if (
        match is None
        or text[end : end + 1] != "("
        or not text[end + 1 : end + 3].isdigit()
        or text[end + 3 : end + 4] not in ")·,"
    ):
        return False
    words = text[match.start() : end].split()
    return any(is_title(word, lexicon) for word in words[:-1]) and (
        not _placelike(words[-1]) or (len(words[-1]) == 3 and words[-1][0] in lexicon.sections["surname"])
    )


def _team_name(text: str, end: int, lexicon: Lexicon) -> bool:
    match = _NAME.search(text, max(0, end - 7), end)
    if match is None or _placelike(match.group()):
        return False
    return match.group() not in lexicon.sections["country.ko"] and match.group() not in lexicon.sections["place.ko"]


_PLACE_END: Final = "도시군구읍면동리역국청당팀사율액량률"


def _placelike(name: str) -> bool:
    return name[-1] in _PLACE_END


def _word_start(text: str, end: int, low: int) -> int:
    pos = end
    spaces = 0
    while pos > low:
        mark = text[pos - 1]
        if mark == " " and spaces == 0 and text[pos : pos + 1] in ("씨", "모"):
            spaces = 1
        elif not "가" <= mark <= "힣":
            break
        pos -= 1
    return pos


def _aged(number: Number, text: str, index: int) -> Found:
    """The age itself; 세 may stand behind it (A씨(23세))."""
    end = number.end + 1 if text[number.end : number.end + 1] == "세" else number.end
    item = Found(number.start, end, None, number.value, "age.name", index)
    item.kind, item.unit_name = "age", "year"
    return item
