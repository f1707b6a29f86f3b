"""How a Korean word hands a content on: to a verb (다고, 라며), to a noun (다는, 것이란); and whether it gives an order.

Every answer depends on the word alone and is kept with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_forms import final_of

if TYPE_CHECKING:
    from claims.attribution_ko_tokens import Word

__all__ = ["GO", "QUOTED_GO", "QUOTED_WHILE", "VERBAL_GO", "WHILE", "body_size", "hands_on", "nominal", "orders"]

#: What :func:`hands_on` finds: ”고 and 다고, ”며 and 다며; GO and WHILE are either of two.
QUOTED_GO: Final = 1
VERBAL_GO: Final = 2
GO: Final = 3
QUOTED_WHILE: Final = 4
VERBAL_WHILE: Final = 8
WHILE: Final = 12

_QUOTED_GO: Final = re.compile(r"[”’\"'」』)](?:이?라)?고(?:도|는|만|까지)?$")
_VERBAL_GO: Final = re.compile(r"(?:[다자냐까요죠]|라)고(?:도|는|만|까지)?$")
_QUOTED_WHILE: Final = re.compile(r"[”’\"'」』)](?:이?라)?(?:며|면서도?)$")
_VERBAL_WHILE: Final = re.compile(r"[다자냐라](?:며|면서도?)$")
#: What these end with.
_GO_ENDS: Final = frozenset("고도는만지")
_WHILE_ENDS: Final = frozenset("며서도")
#: …다는 N, …이라는 N, “…”는 N, and their short forms 것이란 N, 늘었단 N.
_NOMINAL: Final = re.compile(
    r"^(.*?)(?:(이?라|다|자|냐|(?<=[”’\"'」』]))는|(이란)|(?<=[했됐았었였겠있없한된인는온간난진른린큰하]|이)(단)|(?<=[하되])(잔|냔))$"
)
_NOMINAL_ENDS: Final = frozenset("는란단잔냔")
#: 하라고, 나서라고 are orders; 문제라고, 복지라고 nouns.
_IMPERATIVE: Final = re.compile(
    r"(?:하|으|말|시키|만들|나가|들어가|돌아가|올라가|내려가|나오|들어오|돌아오|가져오|물러나|떠나|나서|일어나|그만두|멈추|바꾸|줄이|늘리|높이|낮추|올리|내리|옮기|맡기|넘기|버리|갚으|치르|키우|지우|비우|세우|미루|거두|갖추|맞추|모으|다루"
    r"|밝히|지키|되돌리|고치|끝내|보내|내놓|[해어아]주|[해어아]보|살펴보|(?:^|[ ‘“'])(?:가|오|내|주|보|서|두))"
    r"라(?:고|며|면서|는)(?:도|는)?$"
)
#: What hands a content on to its cue, the longest first.
_HANDING_ON: Final = ("고까지", "면서도", "고도", "고는", "고만", "면서", "고", "며")


def hands_on(word: Word) -> int:
    """How a word hands a content on to a verb; 0 if it does not."""
    if word.handing < 0:
        word.handing = _handing(word.word)
    return word.handing


def _handing(word: str) -> int:
    found, last = 0, word[-1]
    if last in _GO_ENDS:
        found |= QUOTED_GO if _QUOTED_GO.search(word) else 0
        found |= VERBAL_GO if _VERBAL_GO.search(word) else 0
    if last in _WHILE_ENDS:
        found |= QUOTED_WHILE if _QUOTED_WHILE.search(word) else 0
        found |= VERBAL_WHILE if _VERBAL_WHILE.search(word) else 0
    return found


def orders(word: Word) -> bool:
    """하라고, 하라는: an order."""
    if word.ordering < 0:
        word.ordering = int("라" in word.word and _IMPERATIVE.search(word.word) is not None)
    return word.ordering > 0


def nominal(word: Word) -> int:
    """How much of a word that hands a content on to a noun is content (다는, 이라는, 것이란); -1 for other words.

    ``word.noun_cue`` is then where its cue begins.
    """
    if word.noun_end < -1:
        end, word.noun_cue = _nominal(word)
        word.noun_end = end  # last, so that no other thread takes it without the cue
    return word.noun_end


def _nominal(whole: Word) -> tuple[int, int]:
    word = whole.word
    if word == "거란":
        return 1, 1  # 늘어날 거란 예측
    match = _NOMINAL.match(word) if word[-1] in _NOMINAL_ENDS else None
    if match is None:
        return -1, -1
    size = len(word)
    kind = match.group(2)
    if kind is None:
        return (len(match.group(1)), size - 1) if match.group(3) else (size, size)
    body = match.group(1)
    if kind == "라" and body.endswith("달"):
        return size - 1, size - 1  # 기다려 달라는
    if (kind in ("이라", "라") and not orders(whole) and not body.endswith("아니")) or (
        kind == "라" and body.endswith("아니")
    ):
        keeps = kind == "이라" and _keeps_i(body, whole)
        return len(body) + keeps, size - 2
    return size - 1, size - 1


def _keeps_i(before: str, word: Word) -> bool:
    """되풀이라고, 차이라고: the 이 is no copula, which stands after a consonant only."""
    return word.noun_in_i or (before != "" and final_of(before[-1]) == 0)


def body_size(word: Word) -> int:
    """How much of a word in 고, 며, 면서 is content; -1 for other words."""
    if word.body < -1:
        word.body = _body(word)
    return word.body


def _body(whole: Word) -> int:
    word = whole.word
    for particle in _HANDING_ON:
        if word.endswith(particle):
            body = word[: -len(particle)]
            break
    else:
        return -1
    if body.endswith("라") and not body.endswith(("아니라", "달라")) and not orders(whole):
        body = body[:-1]
        if body.endswith("이") and len(body) > 1 and body[-2] not in " " and not _keeps_i(body[:-1], whole):
            body = body[:-1]
    elif body.endswith("아니라"):
        body = body[:-1]
    return len(body)
