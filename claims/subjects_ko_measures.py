"""Korean nouns of what is measured: which noun a word ends with, and amounts of what kind it can have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.kept import Kept
from claims.lexicon import flagged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.lexicon import Lexicon

__all__ = ["BREAKS", "CLOSERS", "Measures", "by_first", "by_last", "ends_so"]


#: Marks that no word of a noun phrase goes across, and those that close a quotation or a bracket.
BREAKS: Final = ",…(（[<「『‘“'\"▲△▼▷▶■□●◆◇○※→/|"
CLOSERS: Final = "’”'\"」』》〉>)"
_DEED_FORMS: Final = frozenset("하했한할함해받됐된되키")
_RATES: Final = frozenset(("percent", "percentage_point", "multiple"))
_PHYSICAL: Final = frozenset(("measure", "count"))
_GOODS: Final = frozenset(("kg", "m**3", "J", "W"))  # what goods are measured in
_RATE_ENDS: Final = ("률", "율", "값", "액")


def by_first(words: Iterable[str]) -> dict[int, tuple[str, ...]]:
    """Words by the number of their first letter."""
    table: dict[int, tuple[str, ...]] = {}
    for word in words:
        table[ord(word[0])] = (*table.get(ord(word[0]), ()), word)
    return table


def by_last(ends: Iterable[str]) -> dict[int, tuple[str, ...]]:
    """Ends of words by the number of their last letter: most words have another one."""
    table: dict[int, tuple[str, ...]] = {}
    for end in ends:
        table[ord(end[-1])] = (*table.get(ord(end[-1]), ()), end)
    return table


def ends_so(word: str, table: dict[int, tuple[str, ...]]) -> bool:
    """Whether a word ends with one of the ends of ``by_last``."""
    ends = table.get(ord(word[-1])) if word else None
    return ends is not None and word.endswith(ends)


class Measures:
    """The tables of measure nouns, and questions about single words."""

    __slots__ = (
        "_alone", "_balances", "_decided", "_deeds", "_dimensions", "_extents", "_fitting", "_funds", "_goods",
        "_judged", "_lasting", "_longest", "_looked_up", "_measures", "_measuring", "_money", "_money_ends",
        "_no_measure", "_no_money", "_outlooks", "_own", "_paired", "_papers", "_rises", "bearers", "light",
        "modifiers", "no_owner",
    )  # fmt: skip

    def __init__(self, lexicon: Lexicon) -> None:
        sections = lexicon.sections
        rows = sections["measure.ko"]
        self._measures = frozenset(rows)
        self._money = frozenset(flagged(rows, "money"))
        self._deeds = frozenset(flagged(rows, "verb"))
        self._longest = max(map(len, rows), default=2)
        self.bearers = frozenset(flagged(rows, "bearer"))
        self._paired = frozenset(flagged(rows, "whole"))
        self._extents = flagged(rows, "extent")
        self._alone = frozenset(flagged(rows, "alone"))
        self._judged = frozenset(flagged(rows, "judged"))
        self._rises = frozenset(flagged(rows, "rise"))
        self._funds = flagged(rows, "fund")
        self._decided = frozenset(flagged(rows, "decided"))
        self._papers = frozenset(flagged(rows, "paper"))
        self._own = frozenset(flagged(rows, "own"))
        self._goods = frozenset(flagged(rows, "goods"))
        self._dimensions = sections["dimension.ko"]
        self._no_measure = frozenset(sections["not_measure.ko"])
        self.modifiers = frozenset(sections["modifier.ko"])
        self._balances = by_last(sections["balance.ko"])
        self._lasting = tuple(sections["lasting.ko"])
        ends = sections["money_end.ko"]
        self._money_ends = by_last(word for word, row in ends.items() if not row.get("no"))
        self._no_money = flagged(ends, "no")
        self.no_owner = frozenset(sections["no_owner.ko"]) | self.modifiers
        self.light: dict[str, str] = {word: row.get("kind", "") for word, row in sections["light.ko"].items()}
        self._looked_up = Kept(self._measure)
        self._measuring = Kept(self._unless_light)
        self._outlooks = flagged(sections["light.ko"], "outlook")
        self._fitting: dict[str, Kept[bool]] = {}

    def measure(self, word: str) -> str | None:
        """The measure noun that ``word`` is or ends with; a compound is returned whole (반도체수출액)."""
        return self._looked_up[word]

    def measuring(self, word: str) -> str | None:
        """The same, "" for a noun that needs the one before it to measure anything (수, 규모)."""
        return self._measuring[word]

    def _unless_light(self, word: str) -> str | None:
        return "" if word in self.light else self._measure(word)

    def _measure(self, word: str) -> str | None:
        measures = self._measures
        if ")" in word and "(" not in word:
            word = word[word.rfind(")") + 1 :]  # 레포(RP)금리
        elif "(" in word and ")" not in word:
            return None  # 상승(채권 | 가격 하락)
        if word in measures:
            return word
        size = len(word)
        if size == 2 and word[1] == "값":
            return word  # 표값, 책값
        if size < 3 or word in self.no_owner or word in self._no_measure or word[-4:] in self._no_measure:
            return None
        for length in range(min(size - 1, self._longest), 1, -1):
            if word[size - length :] in measures and word[size - length :] not in self._alone:
                return word.lstrip(BREAKS + CLOSERS) if word[0].isalnum() else word[size - length :]
        if word[-1] == "량" and word[-2:] not in self._no_measure and word.isalpha():
            return word  # 적발량
        return word if word[-1] in _RATE_ENDS and word.isalpha() else None

    def base(self, measure: str) -> str:
        """달러환율 -> 환율: the listed noun that a compound ends with."""
        for length in range(min(len(measure), self._longest), 1, -1):
            if measure[-length:] in self._measures:
                return measure[-length:]
        return measure

    def is_measure(self, word: str) -> bool:
        """Whether the word is listed as it stands."""
        return word in self._measures

    def is_money(self, measure: str) -> bool:
        """Whether a measure is one of money."""
        if measure[-1:] == "값" or self.is_sum(measure):
            return True
        return any(measure[-length:] in self._money for length in range(min(len(measure), self._longest), 1, -1))

    def fits(self, measure: str, kind: str, unit: str | None = None) -> bool:
        """Whether a quantity of this kind (and, of a physical one, unit) can be the amount of that measure; see ``_fits``."""
        key = f"{kind} {unit}" if kind == "measure" else kind
        table = self._fitting.get(key)
        return self._fitted(key, kind, unit)[measure] if table is None else table[measure]

    def _fitted(self, key: str, kind: str, unit: str | None) -> Kept[bool]:
        """What is known of the amounts of one kind, begun."""
        table = self._fitting[key] = Kept(lambda measure: self._fits(measure, kind, unit))
        return table

    def _fits(self, measure: str, kind: str, unit: str | None) -> bool:
        """Whether a quantity of this kind can be the amount of that measure: no rate is money, no sum lasts a time."""
        if kind in _PHYSICAL and (units := self.units_of(measure)):
            return kind == "measure" and (unit is None or units == "*" or unit in units.split())
        if self.light:
            last = measure[measure.rfind(" ") + 1 :]
            if last in self.light:
                return self.light[last] in ("", kind) or kind in _RATES
        if kind == "money":
            return self.is_money(measure)
        if measure.endswith("순위"):
            return kind == "rank"
        if measure.endswith(self._lasting):
            return kind == "duration" or kind in _RATES  # 근로시간은 5% 늘었다
        if kind == "count":
            if measure.endswith(self._extents):
                return False
            return measure in self._deeds or not self.is_money(measure)
        if kind == "measure" and unit in _GOODS and self.base(measure) in self._goods:
            return True  # 수출은 5800톤으로
        return kind != "duration" and (kind != "measure" or not self.is_money(measure))

    def units_of(self, measure: str) -> str:
        """What a length, a weight, a power is measured in; "" of nouns that may have other amounts."""
        for length in range(min(len(measure), self._longest), 0, -1):
            row = self._dimensions.get(measure[-length:])
            if row is not None and (length == len(measure) or not row.get("whole")):
                return str(row["unit"])
        return ""

    def is_sum(self, word: str) -> bool:
        """위로금, 예비비, 회삿돈: a noun beside a sum that says what it is, by its end."""
        if len(word) < 3 or not ends_so(word, self._money_ends) or word in self._no_measure:
            return False
        return not word.endswith(self._no_money)

    def is_own(self, measure: str) -> bool:
        """Whether a measure is what a company reports of itself."""
        return measure in self._own

    def is_judged(self, measure: str) -> bool:
        """목표주가: whoever sets it sets that of another."""
        return measure in self._judged

    def rises(self, measure: str, rate: str) -> bool:
        """물가 상승률: a measure before a rate of change only tells which one it is."""
        return rate in self._rises and measure in self._measures

    def is_fund(self, measure: str) -> bool:
        """자활기금이 3억원을 댄다: a fund with a name does things with its money."""
        return len(measure) > 2 and measure.endswith(self._funds)

    def is_decided(self, measure: str) -> bool:
        """최저임금, 관세: a body that sets it has not got it."""
        return measure in self._decided or self.bears(measure)

    def is_outlook(self, measure: str) -> bool:
        """성장률 전망치: whoever puts a figure to it may put it to that of another."""
        return measure.endswith(self._outlooks)

    def is_paper(self, measure: str, kind: str) -> bool:
        """국고채는 3.2%: what a rate is no amount of."""
        return kind in _RATES and measure in self._papers

    def is_deed(self, measure: str) -> bool:
        """유상증자로 1조원을 조달한다: a deed in 로 is how it is done, not what the sum is."""
        return measure in self._deeds

    def deed(self, word: str) -> str | None:
        """투자하려던 -> 투자: the verbal noun of a verb form."""
        for length in range(min(len(word) - 1, 5), 1, -1):
            if word[:length] in self._deeds and word[length] in _DEED_FORMS:
                return word[:length]
        return None

    def is_balance(self, measure: str) -> bool:
        """무역수지, 영업손익: what a surplus or a loss is of."""
        return ends_so(measure, self._balances)

    def bears(self, measure: str) -> bool:
        """관세, 유가, 코스피지수: without an owner it bears its number itself."""
        return measure in self.bearers or (len(measure) > 2 and measure.endswith("지수"))

    def bears_whole(self, measure: str, owner: str) -> bool:
        """원·달러 환율, 식료품 제외 지수: with what stands before it, it bears its number."""
        return self.bears(measure) or measure in self._paired or owner.endswith(" 제외")
