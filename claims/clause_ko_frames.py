"""Whether a number stands in what somebody says, orders or forecasts: the verb of that stands behind it (…다고, …하라며)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.looks import follows

if TYPE_CHECKING:
    from claims.subjects_ko_sentence import Sentence

__all__ = ["VERDICTS", "look_back"]

#: What somebody does who comes to a figure: 3조원으로 전망했다, 140억원으로 집계했다.
VERDICTS: Final = "내다|전망|분석|예상|예측|추정|추산|파악|판단|집계|보"
#: What stands behind 다, 라, 자, 냐, 요 or 로 where the number is in somebody's report or forecast, save 고, 며 and 면서.
_FRAME: Final = re.compile(
    r"는 (?:것이다|게|설명|입장|분석|전망|주장|관측|보도|의견|지적|우려|소문|요구|목소리|비판|해석|평가|진단|시각|얘기|제안)"
    rf"| (?:각각 )?(?:{VERDICTS})(?:봤|했|하|한|고 )"
    r"|(?<=로) (?:본다|봤)"
)
_VERDICT_STARTS: Final = frozenset(("각", "본", "봤", *(word[0] for word in VERDICTS.split("|"))))
#: Content that is an order (하라고) or what a court or an office wants done: its doer is not the one who gives it.
_ORDERS: Final = re.compile(" (?:명령|지시|요구|권고|판결)")


def look_back(sentence: Sentence, low: int) -> None:
    """Set where the last order and the last frame behind ``low`` begin, -1 for none.

    Each has a space or a comma near its beginning (하라고| , 다”며| , 다는| , 로| ): these are looked at, from the end of the
    sentence on.
    """
    text, end = sentence.text, sentence.end
    framed = ordered = -1
    for pos in range(end - 1, low, -1):
        mark = ord(text[pos])
        if mark != ord(" ") and mark != ord(","):
            continue
        last = ord(text[pos - 1])
        if ordered < 0 and mark == ord(" ") and last in (ord("고"), ord("며"), ord("록")):
            ordered = _order(text, pos, last, low, end)
        if framed < 0:
            framed = _frame(text, pos, last, low, end)
        if framed >= 0 and ordered >= 0:
            break
    sentence.ordered, sentence.framed = ordered, framed


def _order(text: str, pos: int, last: int, low: int, end: int) -> int:
    """Where 하라고, 주라며, 도록 명령 begins that has its space at ``pos``, behind the letter ``last``; -1 if none does."""
    if last == ord("록"):
        return pos - 2 if pos - 2 >= low and follows(text, pos - 2, "도") and _ORDERS.match(text, pos, end) else -1
    if pos - 3 < low or not follows(text, pos - 2, "라"):
        return -1
    return pos - 3 if ord(text[pos - 3]) in (ord("하"), ord("으"), ord("내"), ord("주"), ord("되")) else -1


def _frame(text: str, pos: int, last: int, low: int, end: int) -> int:
    """Where 다고, 라”며, 다는 설명, 로 전망했 begins that has its space or comma at ``pos``; -1 if none does."""
    at = pos - 1
    sure = False
    if last == ord("는"):
        at = pos - 2
    elif last in (ord("고"), ord("며"), ord("서")):
        if (last == ord("고") and text[pos] == ",") or (last == ord("서") and not follows(text, pos - 2, "면")):
            return -1
        at = pos - 3 if last == ord("서") else pos - 2
        if ord(text[at]) in (ord("”"), ord("’"), ord('"'), ord("'")):
            at -= 1
        sure = True
    if at < low or ord(text[at]) not in (ord("다"), ord("라"), ord("자"), ord("냐"), ord("요"), ord("로")):
        return -1
    if sure:
        return at
    if last != ord("는") and (pos + 1 == end or text[pos + 1] not in _VERDICT_STARTS):
        return -1
    return at if _FRAME.match(text, at + 1, end) is not None else -1
