"""A Korean sentence as the subject rules go through it: its particles, its lists, what has been found in it so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.looks import letter

if TYPE_CHECKING:
    from claims.records import Alias, Mention, Span
    from claims.subjects_ko_words import Words

__all__ = ["BULLETS", "REACH", "TIE", "Sentence"]

REACH: Final = 400  # how far from a number its clause is followed, in characters
#: What may stand between a unit and the noun it counts; group 1 is the genitive or adnominal that ties them.
TIE: Final = re.compile(
    r"(?: ?(?:여|대|어치|상당|규모|이상|이하|미만|초과|수준|가량|정도|안팎|내외|남짓|급|선|짜리))*"
    r"((?:(?:에|을|를|이|가)? ?(?:달하는|이르는|육박하는|가까운|넘는|웃도는|밑도는|상회하는|넘어서는|상당하는|초과하는))"
    r"|의|이던|였던|이었던)?"
)
#: What TIE begins with, a space apart: the first two letters of a word, or a word of one.
_TIED: Final = frozenset((
    "어치", "상당", "규모", "이상", "이하", "미만", "초과", "수준", "가량", "정도", "안팎", "내외", "남짓", "짜리",
    "이던", "였던", "이었", "달하", "이르", "육박", "가까", "넘는", "웃도", "밑도", "상회", "넘어",
))  # fmt: skip
_TIED_ALONE: Final = frozenset("여대급선")
_CASES: Final = frozenset("에을를이가")  # before the verb of a tie: 3조원에 달하는
_PARTICLES: Final = "은는이가도서"
#: What stands before each item of a list: △와지마시 29명 ▲노토초 5명.
BULLETS: Final = "△▲▷▶■◆●◇"


class Sentence:
    """One sentence with its particles, found once and judged when asked for."""

    __slots__ = (
        "bullets", "count", "deed", "deed_at", "end", "framed", "joint_measures", "joint_subjects", "judged", "known", "lead",
        "leads", "nth", "only", "ordered", "particles", "quotes", "start", "text", "tie", "tie_at", "words",
    )  # fmt: skip

    def __init__(
        self, text: str, start: int, end: int, quotes: list[Span], known: dict[str, Alias],
        only: dict[str, str | None], words: Words, last: int,
    ) -> None:  # fmt: skip
        self.text, self.start, self.end = text, start, end
        self.known, self.only, self.words = known, only, words
        self.quotes = quotes
        self.particles: list[int] = []
        self.bullets = False
        self._look_through(last)
        self.judged: dict[int, Any] = {}
        self.ordered = self.framed = -2  # where its last order and its last report end; -2: not looked for yet
        self.tie_at = self.deed_at = -1
        self.tie = (-1, "")
        self.deed: str | None = None
        self.nth, self.count = 0, 1  # the place of the number in its list, and how many there are
        self.joint_measures: list[str] | None = None  # 매출과 영업이익이: what is measured, one by one
        self.joint_subjects: list[str] | None = None
        self.leads = 0  # how many such counts there are so far
        self.lead: Mention | None = None  # 테슬라가 6570대, BMW 6405대: the count that names a list

    def _look_through(self, last: int) -> None:
        """Find the particles and the bullets left of ``last``: 가온|은 12%, 나래(3%)|는3.1%."""
        text = self.text
        before = 0
        for pos in range(self.start, last):
            code = ord(text[pos])
            if code <= ord("9"):
                if before >= ord("가") and text[pos - 1] in _PARTICLES:
                    spaced = code in (ord(" "), ord(","), ord("\n"))
                    if spaced or (code >= ord("0") and before != ord("서") and letter(text, pos - 2) == ord(")")):
                        self.particles.append(pos - 1)
            elif ord("■") <= code <= ord("●") and text[pos] in BULLETS:
                self.bullets = True
            before = code

    def nth_of(self, names: list[str]) -> str | None:
        """The name that belongs to the number; None where there are not as many names as numbers."""
        return names[self.nth] if len(names) == self.count else None

    def tied(self, pos: int) -> tuple[int, str]:
        """Where the words between a unit that ends at ``pos`` and the noun it counts end, and what ties the two."""
        if self.tie_at != pos:
            self.tie_at = pos
            self.tie = _tie(self.text, pos)
        return self.tie


def _tie(text: str, pos: int) -> tuple[int, str]:
    """Where what TIE finds at ``pos`` ends, and its group 1; it is asked only where the first letters of a tie stand."""
    first = text[pos : pos + 1]
    if first == "의":
        return pos + 1, "의"
    at = pos + 1 if first == " " else pos
    if text[at : at + 2] not in _TIED and text[at : at + 1] not in _TIED_ALONE:
        if first not in _CASES:
            return pos, ""
        at = pos + 2 if letter(text, pos + 1) == ord(" ") else pos + 1
        if text[at : at + 2] not in _TIED:
            return pos, ""
    match = TIE.match(text, pos)
    return (pos, "") if match is None else (match.end(), match.group(1) or "")
