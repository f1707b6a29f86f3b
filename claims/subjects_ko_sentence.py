"""A Korean sentence as the subject rules go through it: its particles, its lists, what has been found in it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from claims.looks import follows, letter, past_space
from claims.subjects_ko_measures import by_first

if TYPE_CHECKING:
    from claims.records import Alias, Mention, Span
    from claims.subjects_ko_words import Words

__all__ = ["BULLETS", "REACH", "Sentence", "tie_at"]

REACH: Final = 400  # how far from a number its clause is followed, in characters
#: What may stand between a unit and the noun it counts (3조원 | 이상 규모의), a space apart.
_SIZES: Final = by_first((
    "여", "대", "급", "선", "어치", "상당", "규모", "이상", "이하", "미만", "초과", "수준", "가량", "정도", "안팎", "내외",
    "남짓", "짜리",
))  # fmt: skip
#: What ties the two, behind a case or none (3조원에 | 달하는), or right behind them.
_REACHING: Final = by_first((
    "달하는", "이르는", "육박하는", "가까운", "넘는", "웃도는", "밑도는", "상회하는", "넘어서는", "상당하는", "초과하는",
))  # fmt: skip
_BEING: Final = by_first(("의", "이던", "였던", "이었던"))
#: What stands before each item of a list: △와지마시 29명 ▲노토초 5명.
BULLETS: Final = "△▲▷▶■◆●◇"


class Sentence:
    """One sentence with its particles, found once and judged when asked for."""

    __slots__ = (
        "bullets", "count", "deed", "deed_at", "end", "framed", "joint_measures", "joint_subjects", "judged", "known", "lead",
        "leads", "nth", "only", "opened", "ordered", "particles", "place", "quoted", "quotes", "start", "text", "tie",
        "tied_at", "words",
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
        self.opened = -1  # where its first bracket opens
        self._look_through(last)
        self.judged: list[Any] = [False] * len(self.particles)  # what they close; False: not asked yet
        self.ordered = self.framed = -2  # where its last order and its last report end; -2: not looked for yet
        self.tied_at = self.deed_at = -1
        self.place = self.quoted = 0  # how far its particles and its quotations have been looked at
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
                if code == ord("(") and self.opened < 0:
                    self.opened = pos
                if before in (ord("은"), ord("는"), ord("이"), ord("가"), ord("도"), ord("서")):
                    spaced = code in (ord(" "), ord(","), ord("\n"))
                    if spaced or (code >= ord("0") and before != ord("서") and letter(text, pos - 2) == ord(")")):
                        self.particles.append(pos - 1)
            elif ord("■") <= code <= ord("●") and text[pos] in BULLETS:
                self.bullets = True
            before = code

    def particles_before(self, at: int) -> int:
        """How many particles stand left of ``at``; it is asked of one number after the other."""
        particles, place = self.particles, self.place
        while place and particles[place - 1] >= at:
            place -= 1
        while place < len(particles) and particles[place] < at:
            place += 1
        self.place = place
        return place

    def quotation(self, at: int) -> Span | None:
        """The last of the sentence's quotations that begins at ``at`` or before; the first if none does."""
        quotes, place = self.quotes, self.quoted
        if not quotes:
            return None
        while place and quotes[place][0] > at:
            place -= 1
        while place + 1 < len(quotes) and quotes[place + 1][0] <= at:
            place += 1
        self.quoted = place
        return quotes[place]

    def nth_of(self, names: list[str]) -> str | None:
        """The name that belongs to the number; None where there are not as many names as numbers."""
        return names[self.nth] if len(names) == self.count else None

    def tied(self, pos: int) -> tuple[int, str]:
        """Where the words between a unit that ends at ``pos`` and the noun it counts end, and what ties the two."""
        if self.tied_at != pos:
            self.tied_at = pos
            self.tie = tie_at(self.text, pos)
        return self.tie


def tie_at(text: str, pos: int) -> tuple[int, str]:
    """Where the words between a unit that ends at ``pos`` and the noun it counts end, and what ties the two.

    3조원| 이상 규모|의, 5만명|에 달하는|; "" where nothing ties them.
    """
    end, at = pos, past_space(text, pos)
    while size := _word_at(_SIZES, text, at):
        end = at + len(size)
        at = past_space(text, end)
    word = _word_at(_REACHING, text, at)
    first = letter(text, end)
    if word == "" and first in (ord("에"), ord("을"), ord("를"), ord("이"), ord("가")):
        at = past_space(text, end + 1)
        word = _word_at(_REACHING, text, at)
    if word == "" and first in (ord("의"), ord("이"), ord("였")):
        at = end
        word = _word_at(_BEING, text, at)
    return (end, "") if word == "" else (at + len(word), text[end : at + len(word)])


def _word_at(table: dict[int, tuple[str, ...]], text: str, at: int) -> str:
    """The word of ``table`` that stands at ``at``; "" where none does."""
    words = table.get(letter(text, at))
    if words is not None:
        for word in words:
            if follows(text, at, word):
                return word
    return ""
