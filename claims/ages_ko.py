"""Ages in parentheses after names that no list holds: 제니 올리버(25)는, 총책인 아바우드(27)가, 남편(52)과, 비(정지훈·33)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.patterns import pattern

if TYPE_CHECKING:
    from claims.found import Found
    from claims.lexicon import Lexicon

__all__ = ["aged_name", "is_title", "real_name"]

#: (27)가, (27) 감독, (27·중국), (27).
_CLOSED: Final = re.compile(r"(?:·[가-힣 ]{1,12})?\)(?:[은는이가을를의와과도로]|에게|에 대|[ ,·.]|$)")
_NAME: Final = re.compile(r"(?<![가-힣)])[가-힣]{1,8}(?:[ -][가-힣]{1,8}){0,5}$")
_WINDOW: Final = 40
#: Syllables of foreign names that Korean nouns hardly have.
_FOREIGN: Final = frozenset(
    "니닉넬넌느네델데드디딘딜딩랜러런레렌렉롤르릴릭먼멘므믹버베벤벨브블빌샤셀셰쇼슈스슨슬앤앨에엔엘왓윌윈웨워잭잰젠젤즈츠카칸캐캔케켄켈코콘콜쿠퀸크클키킨킹"
    "터턴테텐톤톰트티팀페펠폴푸프플핀필핸헤헨헬홀훌휴흐힐힌룩룬킴쉬쉐팬팻파퍼푼펑쥔쯔쑨췬샹챠쟈뮐뫼뵈쾨냐뇨랴바"
)
#: (조우정 ·31), (李明·45), (본명 정지훈·33), (한국·29)
_INSIDE: Final = re.compile(r"[가-힣A-Za-z]\((?:본명 ?|가명 ?|일명 ?)?([가-힣]{2,4}|[一-龥]{2,6}) ?[·.ㆍ,] ?$")


def aged_name(text: str, start: int, end: int, last: Found | None, lexicon: Lexicon) -> bool:
    """Whether the bare number in parentheses at ``start`` to ``end`` is the age of the person named before it."""
    if end - start != 2 or _CLOSED.match(text, end) is None:
        return False
    match = _NAME.search(text, max(0, start - 1 - _WINDOW), start - 1)
    if match is None:
        return False
    words = match.group().replace("-", " ").split(" ")
    name = words[-1]
    sections = lexicon.sections
    if pattern(lexicon, "kin.ko", r"WORDS$").search(name):
        return True
    if (
        len(name) < 2
        or name in sections["country.ko"]
        or name in sections["place.ko"]
        or name in sections["measure.ko"]
    ):
        return False
    if pattern(lexicon, "body_name.end", r"WORDS$").search(name):
        return False
    if _after_age(text, match.end(), len(match.group()), last):
        return True
    foreign = 0  # words of a foreign name that end the phrase
    for word in reversed(words):
        if _FOREIGN.isdisjoint(word) and len(word) > 1:
            break
        foreign += 1
    while foreign > 1 and _FOREIGN.isdisjoint(words[-foreign]):
        foreign -= 1
    if foreign > 1 and not _in_table(text, start, lexicon):
        return True
    before = words[: len(words) - max(foreign, 1)]
    if not before:
        return False
    if foreign == 1 and len(before) > 1 and _is_person(before[-2], lexicon) and not _in_table(text, start, lexicon):
        return True  # 생존자 라밀 산토스(33): the first name has no such syllable
    intro = before[-1]
    if is_title(intro, lexicon):
        return foreign > 0 or len(name) == 2
    return foreign > 0 and (
        intro.endswith(("출신", "국적", "국적의", "출신의")) or (len(intro) > 2 and intro[-1] == "인")
    )


def _is_person(noun: str, lexicon: Lexicon) -> bool:
    row = lexicon.sections["source_noun.ko"].get(noun)
    return is_title(noun, lexicon) or (row is not None and row["type"] == "person")


def is_title(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun is what somebody is called by his office or his work: 국장, 배우."""
    return noun in lexicon.sections["title.ko"] or noun in lexicon.sections["role"]


def _after_age(text: str, end: int, length: int, last: Found | None) -> bool:
    """니콜 키드먼(47)과 나오미 왓츠(46): a second name after an age."""
    if last is None or last.kind != "age":
        return False
    return text[last.end : end - length] in (")·", "), ", ")와 ", ")과 ", ") · ")


def _in_table(text: str, start: int, lexicon: Lexicon) -> bool:
    """레알 마드리드(75), points of a table, shares of a poll."""
    return pattern(lexicon, "standing.ko", r"WORDS").search(text, max(0, start - _WINDOW), start) is not None


def real_name(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """비(본명 정지훈·33), 하츠코(重光初子.88): the age after another name inside the parentheses."""
    if end - start != 2 or text[end : end + 1] != ")" or text[start - 1] not in "·.ㆍ, ":
        return False
    match = _INSIDE.search(text, max(0, start - 16), start)
    if match is None:
        return False
    name = match.group(1)
    if "가" <= name[0] <= "힣":
        if name in lexicon.sections["aside.ko"]:
            return True
        return (len(name) > 2 and name[0] in lexicon.sections["surname"]) or name in lexicon.sections["country.ko"]
    return True
