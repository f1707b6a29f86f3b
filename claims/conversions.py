"""Amounts that are stated in two currencies: which pairs of a text are one sum, and whether their rates agree.

A conversion is checked with intervals: the figure outside the parentheses is exact, the one inside may be off by half of
its last non-zero digit, and all rates of one currency pair in a document must agree.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from claims.intervals import Interval, last_digit, printed_quotient
from claims.patterns import alternation, pattern

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Mention, Page

__all__ = ["Pair", "beside", "check", "identity", "pairs_of", "short", "size_of", "stated", "stated_rates"]

_MANY: Final = 50  # rates of one pair that are looked through one by one
_GAP: Final = 40  # characters between two linked amounts
_PERCENT_BAND: Final = Fraction(3, 100)
_FACTS: Final = ("asserted", "reported")
_RECENT: Final = 45  # days
_STATED_BAND: Final = Fraction(2, 100)  # the rate of one day, and the conversions of another
_SLIPS: Final = (
    (10, "a factor of 10"),
    (100, "a factor of 100"),
    (1000, "a factor of 1000"),
    (10**4, "만 (10,000)"),
    (10**8, "억 (100,000,000)"),
)
_NEAR: Final = Fraction(15, 100)
_RATE_NAME: Final = re.compile(r"(원|달러|엔|유로|위안)[·/ ]?(?:대 ?)?(원|달러|엔|유로|위안) ?환율")
#: How far before an amount the name of a rate may stand.
_NAME_REACH: Final = 60
_MOVED: Final = re.compile(r" ?(?:오른|내린|상승|하락|올라|내려|낮|높|떨어|뛴|급등|급락|오르|내리|올랐|내렸)")
_CODES: Final = {"원": "KRW", "달러": "USD", "엔": "JPY", "유로": "EUR", "위안": "CNY"}


class Pair:
    """Two mentions that state the same amount; together they imply a rate: units of ``quote`` for one ``base``."""

    __slots__ = ("_allowed", "_one", "_other", "base", "high", "inside", "outside", "quote", "quoted")

    def __init__(
        self, outside: int, inside: int, quote: str, base: str, one: Decimal, other: Decimal, quoted: bool
    ) -> None:
        self.outside, self.inside = outside, inside
        self.quote, self.base = quote, base
        self._one, self._other = one, other
        self.quoted = quoted  # whether the rate is in the currency of the amount inside the parentheses
        self.high: Interval | None = None  # of the high ends, where both are ranges
        self._allowed: Interval | None = None

    @property
    def rate(self) -> Fraction:
        """The rate itself; most are only printed."""
        exact, rounded = abs(Fraction(self._one)), abs(Fraction(self._other))
        return rounded / exact if self.quoted else exact / rounded

    @property
    def printed(self) -> Decimal:
        """The rate as printed."""
        above, below = (self._other, self._one) if self.quoted else (self._one, self._other)
        return printed_quotient(above.copy_abs(), below.copy_abs())

    @property
    def interval(self) -> Interval:
        """The rates that the printed digits allow, worked out when another rate is there to be compared."""
        if self._allowed is None:
            self._allowed = _implied(self._one, self._other, self.quoted) or Interval(self.rate, self.rate)
        return self._allowed


def identity(mention: Mention) -> str:
    """The id of the claim that a mention becomes."""
    return f"c{mention.start}-{mention.end}"


def size_of(mention: Mention) -> Decimal | None:
    """The amount, or the low end of a range."""
    return mention.value if mention.value is not None else mention.low


class _Between(NamedTuple):
    """What may stand between two amounts that are one: an open parenthesis, words, or a mark with a hedge."""

    opened: re.Pattern[str]
    worded: re.Pattern[str]
    marked: re.Pattern[str]
    more: re.Pattern[str]  # between the second and a third amount inside the parentheses


def _between(lexicon: Lexicon) -> _Between:
    cached = lexicon.cache.get("links.between")
    if cached is None:
        words = alternation(lexicon, "conversion")
        hedges = r"약|최대|about|around|roughly|approximately|some|nearly|over|~|≈|="
        basis = r"(?:[^()（）\d]{0,12}\d{0,2}[^()（）\d]{0,6}환율(?: ?기준)?(?:으로|로)?(?: ?환산(?:하면|시|해)?)?,? )?"
        size = r"규모|상당|어치|이상|안팎|가량|정도|수준|대|짜리|씩|이하|여"
        cached = lexicon.cache["links.between"] = _Between(
            re.compile(rf"\s?(?:(?:{size})\s?)?[(（\[]\s?{basis}(?:(?:{words}|{hedges}|당시)\s?){{0,4}}"),
            re.compile(
                rf"(?:(?:,|\s[-–—―]|\s|의|·|,?\s?즉)\s?(?:{words})|,\s즉)"
                rf"(?:\s?(?:약|about|around|roughly|approximately|of))?\s?"
            ),
            re.compile(rf"(?:,\s|\s?[-–—―]\s?)(?:(?:{hedges})\s?)?"),
            re.compile(rf"[,·;/]\s?(?:(?:{words}|{hedges}|또는)\s?){{0,2}}"),
        )
    assert isinstance(cached, _Between)
    return cached


def pairs_of(page: Page, mentions: list[Mention], lexicon: Lexicon) -> list[Pair]:
    """Neighbouring sums of two currencies that state one amount: 1000억달러(약 145조원), €3.5bn, or about $4.1bn."""
    text = page.text
    found: list[Pair] = []
    last = len(mentions) - 1
    for index, first in enumerate(mentions):
        if index == last or first.kind != "money" or first.unit is None:
            continue
        second = mentions[index + 1]
        if second.kind != "money" or second.unit is None or first.unit == second.unit:
            continue
        if not beside(text, first, second, lexicon):
            continue
        inside = index + 1
        while True:
            pair = _pair(index, inside, first, mentions[inside])
            if pair is not None:
                found.append(pair)
            if inside == last or not _goes_on(text, first, mentions[inside], mentions[inside + 1], lexicon):
                break
            inside += 1
    return found


def _goes_on(text: str, first: Mention, second: Mention, third: Mention, lexicon: Lexicon) -> bool:
    """(약 578억원·4300만 달러): the parentheses hold the sum once more."""
    if third.kind != "money" or third.unit is None or third.unit in (first.unit, second.unit):
        return False
    gap = text[second.end : third.start]
    return (
        len(gap) < _GAP and "(" in text[first.end : second.start] and _between(lexicon).more.fullmatch(gap) is not None
    )


def beside(text: str, first: Mention, second: Mention, lexicon: Lexicon) -> bool:
    """Whether two neighbouring amounts state one."""
    start = first.end
    size = second.start - start
    if size > _GAP or size < 1:
        return False
    if second.per is not None and second.per != first.per:
        return False  # £10 billion ($50 a share)
    if _other_sum(text, second.end, lexicon):
        return False
    between = _between(lexicon)
    for end in (second.start, max(second.left, start)):  # 화씨, 시속 belong to the number, and stand before it
        if between.opened.fullmatch(text, start, end):
            return _closes(text, second.end)
        if between.worded.fullmatch(text, start, end):
            return True
    gap = text[start : second.start]
    if gap.strip() == "=":
        return True
    if between.marked.fullmatch(gap):
        told = text[second.start : second.start + 4].startswith(("우리 돈", "우리돈", "한화", "원화"))
        if gap[0] == ",":
            return told or gap[2:].strip() == "약"
        paired = text[second.end : second.end + 2].strip()[:1]
        return told or gap.strip(" -–—―") in ("약", "about", "around", "roughly") or (paired != "" and paired in "-–—―")
    return gap == " " and text[second.start : second.start + 4].startswith(("우리 돈", "우리돈", "한화", "원화"))


def _closes(text: str, pos: int) -> bool:
    """Whether the parentheses close behind the amount, or go on with the amount again, or with the day of the rate."""
    for close in range(pos, min(len(text), pos + 40)):
        mark = text[close]
        if mark in ")）]":
            rest = text[pos:close]
            if not any(other.isdigit() for other in rest):
                return True
            return "환율" in rest or rest.lstrip(" ")[:1] in ",·;/"
        if mark in "(（[":
            return False
    return False


def _other_sum(text: str, end: int, lexicon: Lexicon) -> bool:
    """$1.2 billion (€1 billion a year earlier), 5000만원(2만 위안은 별도): what follows makes it a sum of its own."""
    return pattern(lexicon, "other_sum", r"\s?WORDS(?![A-Za-z])").match(text, end) is not None


def _pair(outside: int, inside: int, first: Mention, second: Mention) -> Pair | None:
    one, other = size_of(first), size_of(second)
    if not one or not other or (one < 0) != (other < 0) or (first.value is None) != (second.value is None):
        return None
    assert first.unit is not None
    assert second.unit is not None
    quoted = _quoted(first.unit, second.unit, one, other) == second.unit
    quote, base = (second.unit, first.unit) if quoted else (first.unit, second.unit)
    pair = Pair(outside, inside, quote, base, one, other, quoted)
    if first.value is None and first.high and second.high and first.high > 0 and second.high > 0:
        pair.high = _implied(first.high, second.high, quoted)
    return pair


def _implied(one: Decimal, other: Decimal, quoted: bool) -> Interval | None:
    """The rates that an exact and a rounded sum allow; ``quoted``: in the currency of the rounded one."""
    exact, of_exact = one.copy_abs().as_integer_ratio()
    rounded, of_rounded = other.copy_abs().as_integer_ratio()
    slack, of_slack = last_digit(other).as_integer_ratio()
    # In whole numbers, which are much faster than fractions: the two ends of the rounded sum share what they are parts of.
    least, most = 2 * rounded * of_slack - slack * of_rounded, 2 * rounded * of_slack + slack * of_rounded
    parts = 2 * of_rounded * of_slack
    if quoted:
        return Interval(Fraction(least * of_exact, parts * exact), Fraction(most * of_exact, parts * exact))
    if least <= 0:
        return None
    return Interval(Fraction(exact * parts, of_exact * most), Fraction(exact * parts, of_exact * least))


def _quoted(first: str, second: str, exact: Decimal, rounded: Decimal) -> str:
    """Which currency a rate of the two is quoted in: won, then yen, else the one of which it takes more."""
    for code in ("KRW", "JPY"):
        if first == code or second == code:
            return code
    return second if rounded.copy_abs() >= exact.copy_abs() else first


def stated(page: Page, mentions: list[Mention]) -> dict[tuple[str, str], list[Interval]]:
    """Rates that the text states: 달러당 1450원, 원·달러 환율은 1450원; as printed, to half of the last digit."""
    rates: dict[tuple[str, str], list[Interval]] = {}
    for (quote, base), stated in stated_rates(page, mentions).items():
        rates[quote, base] = [
            Interval(rate * (1 - _STATED_BAND) - slack, rate * (1 + _STATED_BAND) + slack) for rate, slack, _ in stated
        ]
    return rates


def stated_rates(page: Page, mentions: list[Mention]) -> dict[tuple[str, str], list[tuple[Fraction, Fraction, int]]]:
    """(quote, base) -> (rate, slack, mention index) for every rate that the text states."""
    rates: dict[tuple[str, str], list[tuple[Fraction, Fraction, int]]] = {}
    for index, mention in enumerate(mentions):
        if mention.kind != "money" or mention.unit is None or mention.value is None or mention.value <= 0:
            continue
        if mention.factuality not in _FACTS or _outdated(page, mention):
            continue
        base = mention.per
        if base is not None and len(base) > 3:
            amount, _, code = base.partition(" ")
            if amount.isdigit() and int(amount) and len(code) == 3 and code.isupper():
                rates.setdefault((mention.unit, code), []).append(
                    (Fraction(mention.value) / int(amount), last_digit(mention.value) / 2 / int(amount), index)
                )
            continue
        if base is None or len(base) != 3 or not base.isupper():
            base = _named_rate(page, mention)
        if base is not None and base != mention.unit:
            rates.setdefault((mention.unit, base), []).append(
                (Fraction(mention.value), last_digit(mention.value) / 2, index)
            )
    return rates


def _outdated(page: Page, mention: Mention) -> bool:
    """Whether the text says that the rate is of a time well before the document."""
    if mention.period is None or mention.period[2] is None or page.published is None:
        return False
    return (date.fromisoformat(page.published) - date.fromisoformat(mention.period[2])).days > _RECENT


def _named_rate(page: Page, mention: Mention) -> str | None:
    """The other currency of 원·달러 환율은 … 1450원, unless the amount is the move of the rate."""
    if not page.sentences:
        return None
    low = max(page.sentences[mention.sentence][0], mention.start - _NAME_REACH)
    if page.text.find("환율", low, mention.start) < 0 or _MOVED.match(page.text, mention.end):
        return None
    named = list(_RATE_NAME.finditer(page.text, low, mention.start))
    if not named:
        return None
    match = named[-1]
    codes = {_CODES[match.group(1)], _CODES[match.group(2)]}
    return (codes - {mention.unit}).pop() if mention.unit in codes and len(codes) == 2 else None


def check(
    page: Page,
    mentions: list[Mention],
    pairs: list[Pair],
    stated: dict[tuple[str, str], list[Interval]],
    reference: Any,
) -> list[dict[str, Any]]:
    """Link the pairs, say of each whether its rate agrees with the others, and warn of those that do not."""
    warnings: list[dict[str, Any]] = []
    groups: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        groups.setdefault((pair.quote, pair.base), []).append(pair)
    for (quote, base), group in groups.items():
        known = stated.get((quote, base), [])
        if len(group) == 1 and not known and reference is None and group[0].high is None:
            _link(mentions, group[0], "unchecked")  # nothing to compare it with
            continue
        rate = reference(base, quote) if reference is not None else None
        today = None if rate is None else Interval(rate * (1 - _PERCENT_BAND), rate * (1 + _PERCENT_BAND))
        eras = _eras(page, mentions, group)
        rates = {
            era: _Rates([pair.interval for pair in group if eras[pair.outside] == era]) for era in set(eras.values())
        }
        for pair in group:
            era = eras[pair.outside]
            band = None if era else today
            others = len(rates[era].printed) - 1
            count, disagreeing = rates[era].against(pair.interval)
            if pair.high is not None and not pair.interval.meets(pair.high):
                count, disagreeing = count + (1 if count else 2), disagreeing or pair.high
            doubtful = 2 * count > others or (2 * count == others and not _outvoted(rates[era], count, disagreeing))
            if not era:
                if known and not any(pair.interval.meets(other) for other in known[:_MANY]):
                    count, disagreeing = count + len(known), known[0]
                    doubtful = 2 * count >= others + len(known)
                others += len(known)
            off_table = band is not None and not pair.interval.meets(band)
            wrong = off_table or (disagreeing is not None and doubtful)
            if band is not None and not off_table and (pair.high is None or pair.high.meets(band)):
                wrong = False
            sure = others > 0 or band is not None
            check = "inconsistent" if wrong else "consistent" if sure else "unchecked"
            _link(mentions, pair, check)
            if wrong:
                against = band if off_table and band is not None else disagreeing
                assert against is not None
                source = "the reference rate of that day" if off_table else "another rate of the document"
                warnings.append(_warning(page, mentions, pair, against, source))
    return warnings


def _outvoted(rates: _Rates, count: int, disagreeing: Interval | None) -> bool:
    """Of three rates the one that the two others disagree with is wrong, and not the two."""
    return disagreeing is not None and rates.against(disagreeing)[0] > count


class _Rates:
    """The rates that the pairs of a document imply, and how many of them one of them disagrees with."""

    __slots__ = ("_highs", "_lows", "printed")

    def __init__(self, printed: list[Interval]) -> None:
        self.printed = printed  # in the order of the text
        self._lows = sorted(interval.low for interval in printed)
        self._highs = sorted(interval.high for interval in printed)

    def against(self, mine: Interval) -> tuple[int, Interval | None]:
        """How many share no point with ``mine``, and the first of them (of many rates: one of them)."""
        count = bisect_left(self._highs, mine.low) + len(self._lows) - bisect_right(self._lows, mine.high)
        if not count:
            return 0, None
        for other in self.printed[:_MANY]:
            if not mine.meets(other):
                return count, other
        low, high = self._lows[-1], self._highs[0]
        return count, Interval(high, high) if high < mine.low else Interval(low, low)


def _eras(page: Page, mentions: list[Mention], group: list[Pair]) -> dict[int, int]:
    """The year of each pair if it lies two years or more back (2008년 1000만 달러(약 100억원)), else 0: rates of now."""
    years: dict[int, int] = {}
    for pair in group:
        period = mentions[pair.outside].period
        start = period[1] if period is not None else None
        years[pair.outside] = int(start[:4]) if start is not None and start[:4].isdecimal() else 0
    now = int(page.published[:4]) if page.published is not None else max(years.values())
    return {place: year if year <= now - 2 else 0 for place, year in years.items()}


def _link(mentions: list[Mention], pair: Pair, check: str) -> None:
    rate = pair.printed
    for one, other in ((pair.outside, pair.inside), (pair.inside, pair.outside)):
        mentions[one].links.append(
            {
                "type": "conversion",
                "target": identity(mentions[other]),
                "rate": rate,
                "pair": f"{pair.quote}/{pair.base}",
                "check": check,
            }
        )


def _warning(page: Page, mentions: list[Mention], pair: Pair, against: Interval, source: str) -> dict[str, Any]:
    first, second = mentions[pair.outside], mentions[pair.inside]
    factor = max(pair.interval.middle / against.middle, against.middle / pair.interval.middle)
    named = next((name for size, name in _SLIPS if abs(factor / size - 1) < _NEAR), None)
    by = named if named is not None else f"a factor of {short(factor)}"
    message = (
        f"{page.text[first.start : first.end]} = {page.text[second.start : second.end]} means "
        f"{short(pair.rate)} {pair.quote}/{pair.base}, but {source} is {short(against.middle)}: off by {by}"
    )
    return {"code": "conversion.inconsistent", "message": message, "at": [identity(first), identity(second)]}


def short(rate: Fraction) -> str:
    """A rate for a message: six digits."""
    from decimal import Context

    value = Context(prec=6).divide(Decimal(rate.numerator), Decimal(rate.denominator))
    return f"{value.normalize():f}"
