"""The name of a person in a Korean phrase with titles, offices and descriptions: 젠슨 황 in 회사를 이끈 젠슨 황 엔비디아 CEO."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claims.sources import FREQUENT_SURNAMES, GIVEN_WON, NAME, is_body, is_korean, title_of

if TYPE_CHECKING:
    from claims.sources import Known

__all__ = ["korean_name", "surnames_of", "undescribed"]

_MODIFIER: Final = frozenset(
    ("전", "현", "前", "現", "신임", "수석", "공동", "상임", "당시", "고", "故", "총괄", "선임", "고위", "소속", "출신")
)
#: Last syllables of offices that are named with their body: 원장, 장관.
_OFFICES: Final = "장관"
#: Particles of what a verb in front of a name takes: 취재진과 만난, 회사에서 쫓겨난, 팀으로 옮긴.
_CASES: Final = "과와을를에서로께"


def korean_name(words: list[str], known: Known) -> str | None:
    """The name in 젠슨 황 엔비디아 최고경영자, 이창용 한국은행 총재, 한국은행 이창용 총재, 배우 한지우; None for 김 대표."""
    described = len(words)
    words = undescribed(words, known)
    if words[-1][-1] == "들" and title_of(words[-1][:-1], known) is not None:
        return None  # 고위 고문들
    title = title_of(words[-1], known)
    if title is None:
        for position in range(len(words) - 2, -1, -1):
            if words[position] in known.titles:
                return " ".join(words[position + 1 :])
        if len(words[-1]) < 2 or _unnamed(words[-1], known):
            return None
        whole = (
            (len(words) == 2 or (len(words) == 3 and described > 3))  # 위원이었던 | 존 리드 스타크
            and not is_korean(words[-1], known)
            and not is_body(words[0], known)
            and words[0][-1] != "자"
        )
        return " ".join(words) if whole else words[-1]
    front = list(words[:-1])
    rest = words[-1][: -len(title)] if words[-1] != title else ""
    if title == "씨" and len(rest) == 1 and rest.isascii():
        return words[-1]  # 작성자 A씨
    if title == "씨" or len(rest) == 3:
        front += [rest] if len(rest) > 1 else []
        rest = ""
    if len(front) > 2 and front[0] in ("이", "그", "해당", "같은"):
        front = front[2:]  # 이 회사 박정우 대표
    for position in range(len(front) - 1, -1, -1):
        if front[position] in known.titles or front[position] in known.kin:
            if position + 1 < len(front) <= position + 3 and position > 1 and not is_body(front[position + 1], known):
                return " ".join(front[position + 1 :])  # 젤렌스키 대통령 부인 올레나 젤렌스카 여사
            break
    if any(word in ("한", "두", "모", "이", "그", "어느") for word in front[:-1]) or front[:1] in (["한"], ["두"]):
        return None  # 한 국립대 총장
    while front and front[0] in known.foreign:
        front = front[1:]
    while front and (front[-1] in _MODIFIER or front[-1] in known.foreign):
        front = front[:-1]
    if not front:
        if len(rest) < 2 or is_body(rest, known) or rest in known.nouns or words[-1][:-1] in known.names:
            return None  # 학생위원, 국정원장
        return rest if title[-1] not in _OFFICES or rest[0] in known.surnames else None  # 교육원장, 교육차관
    if len(front) == 1 and not rest and front[0] in known.unnamed:
        return None  # 병원 원장
    for role, word in pairwise(front):
        if role in known.nouns and is_korean(word, known) and word not in known.nouns:
            return word  # 경제 전문가 이필상 고려대 교수
    masked = len(front[-1]) == 2 and front[-1][1] == "모" and front[-1][0] in known.surnames  # 정모 교수
    named = is_korean(front[-1], known) and (not front[-1].endswith(known.ends) or GIVEN_WON.match(front[-1]))
    if (masked or named) and not rest:
        return front[-1]
    if title == "씨":
        return front[-1] if len(front[-1]) > 1 and front[-1] not in known.titles else None
    foreign = len(front) > 1 and not is_body(front[1], known) and front[0][0] not in FREQUENT_SURNAMES
    if is_korean(front[0], known) and not foreign:
        return front[0]
    if rest and is_korean(front[-1], known):
        return front[-1]
    if len(front) > 2 and not foreign:
        inside = [
            word
            for word in front[1:-1]
            if is_korean(word, known) and not is_body(word, known) and word not in known.nouns
        ]
        if len(inside) == 1:
            return inside[0]  # 여론 전문가 배종찬 인사이트랩 소장
    if not is_body(front[0], known) and front[0] not in known.foreign:
        for position in range(1, len(front) - 1):
            if is_body(front[position], known):
                front = front[: position + 1]  # 경계현 가온전자 | 부품부문 대표이사
                break
    stripped = list(front)
    while stripped and (is_body(stripped[-1], known) or stripped[-1] in known.foreign):
        stripped.pop()
    if len(stripped) < len(front):
        name = " ".join(stripped[:2])
        return name if len(name) > 1 else None  # 박 대표 전 보좌관
    while stripped and is_body(stripped[0], known):
        stripped = stripped[1:]
    if len(stripped) == 1:
        word = stripped[0]
        if len(word) < 2 or word in known.titles or word in known.nouns:
            return None
        return word if not word[0].isdigit() else None
    return " ".join(stripped[:2]) or None


def undescribed(words: list[str], known: Known) -> list[str]:
    """김 대표 in 취재진과 만난 김 대표: what a genitive or a verb ties to a name is no part of it."""
    for position in range(len(words) - 1, 0, -1):
        word = words[position - 1]
        if (
            (word[-1] == "의" and len(word) > 1 and not _ends_in_ui(word, known))
            or word[-1] in "을를는"
            or (word[-1] in "한된던" and len(word) > 2 and not is_korean(word, known))
            or (word == "있던" and position > 1 and words[position - 2][-1] == "고")
            or word == "중인"
            or (word == "소속" and position < len(words) - 1)
            or (word[-1] == "인" and (word in ("소속인", "출신인") or _is_role(word[:-1], known)))
            or (word[-2:] == "이자" and _is_role(word[:-2], known))
            or (position > 1 and word not in known.foreign and _describes(word, words[position - 2]))
        ):
            return words[position:]
    return words


def _is_role(word: str, known: Known) -> bool:
    """최고경영자 in 최고경영자인 데이나 콜; 캐럴라인 is a name."""
    return bool(word) and (title_of(word, known) is not None or word in known.nouns or is_body(word, known))


def _describes(word: str, before: str) -> bool:
    """취재진과 만난, 회사를 이끈, 기자라고 밝힌: a verb in ㄴ after its object, place or complement; 젠슨 is a name."""
    code = ord(word[-1]) - 0xAC00
    tied = len(before) > 1 and (before[-1] in _CASES or before.endswith("라고"))
    return 0 <= code < 11172 and code % 28 == 4 and tied


def _unnamed(word: str, known: Known) -> bool:
    """이 네티즌, 한 시민: a noun, no name."""
    return word in known.nouns or (word[-1] == "들" and word[:-1] in known.nouns)


def _ends_in_ui(word: str, known: Known) -> bool:
    """손정의, 정선의: a name, no genitive."""
    head = word[:-1]
    if len(word) != 3 or word[0] not in known.surnames or not NAME.fullmatch(word):
        return False
    return (
        head not in known.foreign and head not in known.names and head not in known.nouns and head not in known.titles
    )


def surnames_of(name: str, known: Known) -> list[str]:
    """황 of 젠슨 황; 김도연 and 김 of 김도연: by which words a name may come back with a title."""
    words = name.split()
    if len(words) > 1:
        return [words[-1]]
    if name.isascii():
        return [name]
    return [name, name[0]] if len(name) == 3 and name[0] in known.surnames else [name]
