"""Whether a number stands in what somebody says, orders or forecasts: the verb of that stands behind it (…다고, …하라며)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claims.subjects_ko_sentence import Sentence

__all__ = ["VERDICTS", "look_back"]

#: What somebody does who comes to a figure: 3조원으로 전망했다, 140억원으로 집계했다.
VERDICTS: Final = "내다|전망|분석|예상|예측|추정|추산|파악|판단|집계|보"
#: The number stands in somebody's report, or in somebody's forecast.
_FRAME: Final = re.compile(
    r"[다라자냐요로](?:[”’\"']?(?:고 |며[ ,]|면서[ ,])|는 (?:것이다|게|설명|입장|분석|전망|주장|관측|보도|의견|지적|우려"
    r"|소문|요구|목소리|비판|해석|평가|진단|시각|얘기|제안)"
    rf"| (?:각각 )?(?:{VERDICTS})(?:봤|했|하|한|고 ))"
    r"|로 (?:본다|봤)"
)
_FRAMING: Final = frozenset("다라자냐요로")  # what it begins with
_QUOTES: Final = frozenset("”’\"'")
_VERDICT_STARTS: Final = frozenset(("각", "본", "봤", *(word[0] for word in VERDICTS.split("|"))))
#: Content that is an order or a proposal: its doer is not the one who gives it.
_ORDERED: Final = re.compile(r"(?:하|으|내|주|되)라(?:고|며) |도록 (?:명령|지시|요구|권고|판결)")


def look_back(sentence: Sentence, low: int) -> None:
    """Set where the last order and the last frame behind ``low`` begin, -1 for none.

    Each has a space or a comma near its beginning (하라고| , 다”며| , 다는| , 로| ): these are looked at, from the end of the
    sentence on.
    """
    text, end = sentence.text, sentence.end
    framed = ordered = -1
    for pos in range(end - 1, low, -1):
        if text[pos] != " " and text[pos] != ",":
            continue
        last = ord(text[pos - 1])
        if ordered < 0 and last in (ord("고"), ord("며"), ord("록")):
            ordered = _begin(_ORDERED, text, pos - 2 if last == ord("록") else pos - 3, low, end)
        if framed < 0:
            at = pos - 1
            if last == ord("는"):
                at = pos - 2
            elif last in (ord("고"), ord("며"), ord("서")):
                at = pos - 3 if last == ord("서") else pos - 2
                if text[at] in _QUOTES:
                    at -= 1
            elif pos + 1 == end or text[pos + 1] not in _VERDICT_STARTS:
                continue
            if text[at] in _FRAMING:
                framed = _begin(_FRAME, text, at, low, end)
        if framed >= 0 and ordered >= 0:
            break
    sentence.ordered, sentence.framed = ordered, framed


def _begin(shape: re.Pattern[str], text: str, at: int, low: int, end: int) -> int:
    """``at`` if the shape stands there, else -1."""
    return at if at >= low and shape.match(text, at, end) is not None else -1
