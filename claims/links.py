"""Claims that belong together: an amount and its conversion, the same amount twice, a change from one to another."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from claims.conversions import Pair, beside, check, identity, pairs_of, short, size_of, stated
from claims.intervals import last_digit, printed_ratio
from claims.patterns import pattern

if TYPE_CHECKING:
    from decimal import Decimal

    from claims.lexicon import Lexicon
    from claims.records import Mention, Page

__all__ = ["join"]

_GAP: Final = 40  # characters between two linked amounts
_CHANGE_TO: Final = re.compile(r"(?:에서|보다|→)\s?(?:[가-힣0-9]{1,5}\s){0,2}(?:약 )?")
_CHANGED: Final = re.compile(
    r"(?:까지|으로|로|에|를|을|이|가)?(?:도|나)? ?(?:[가-힣]{1,4} ){0,2}(?:늘|증가|"
    r"상승|올|오르|오를|인상|확대|성장|뛰|뛴|급등|높|치솟|불어|줄|감소|하락|내[려렸리릴린]|떨어|인하|"
    r"축소|낮|급락|쪼그|깎|감축|상향|하향|조정|변경)"
)
_EN_FROM: Final = re.compile(r"\bfrom (?:about |around |some )?$", re.IGNORECASE)
_EN_TO: Final = re.compile(r" to (?:about |around |some )?")
_EN_BACK: Final = re.compile(r",? (?:up |down )?from (?:about |around |some )?")
_EN_TO_BEFORE: Final = re.compile(r"\bto (?:about |around |some )?$", re.IGNORECASE)


def join(
    page: Page, mentions: list[Mention], lexicon: Lexicon, reference: Any = None
) -> tuple[list[dict[str, Any]], list[Pair]]:
    """Fill the links of the mentions; return the warnings and the conversion pairs found.

    ``reference`` is a function (base, quote) -> Fraction | None that gives the rate of the document's day, or None.
    """
    if len(mentions) < 2:
        return [], []
    found = pairs_of(page, mentions, lexicon)
    warnings = check(
        page, mentions, [pair for pair in found if pair.quote != pair.base], stated(page, mentions), reference
    )
    warnings += _equivalents(page, mentions, lexicon)
    _changes(page.text, mentions)
    _repeats(mentions)
    return warnings, found


# ---------------------------------------------------------------- equivalents of other kinds


def _per_unit(mention: Mention, size: Decimal, canonical: Decimal) -> Fraction:
    """How much of the canonical unit a difference of one unit is; a degree has another zero in each scale."""
    if mention.unit in _DEGREES:
        return Fraction(5, 9) if mention.unit == "degF" else Fraction(1)
    return abs(Fraction(canonical) / Fraction(size))


_DEGREES: Final = ("degC", "degF")


#: Square metres of a home, and how much more its 평 are.
_HOME: Final = (20, 300)
_SUPPLIED: Final = (Fraction(6, 5), Fraction(29, 20))


def _home(text: str, first: Mention, second: Mention, lexicon: Lexicon) -> bool:
    """전용 84㎡(34평): the metres are the home's own, the 평 count its share of stairs and halls too."""
    if (first.unit, second.unit) != ("m**2", "pyeong") or first.canonical is None or second.canonical is None:
        return False
    own, whole = Fraction(first.canonical), Fraction(second.canonical)
    if not _HOME[0] <= own <= _HOME[1] or not _SUPPLIED[0] <= whole / own <= _SUPPLIED[1]:
        return False
    return pattern(lexicon, "home.near", "WORDS").search(text, max(0, first.start - 60), second.end + 40) is not None


def _equivalents(page: Page, mentions: list[Mention], lexicon: Lexicon) -> list[dict[str, Any]]:
    """3만3000㎡(약 1만평), 120㎞(75마일): one measure in two units, checked against the units table."""
    warnings: list[dict[str, Any]] = []
    for index in range(len(mentions) - 1):
        first, second = mentions[index], mentions[index + 1]
        if first.kind != "measure" or second.kind != "measure" or first.unit == second.unit:
            continue
        if first.canonical_unit is None or first.canonical_unit != second.canonical_unit:
            continue
        if not beside(page.text, first, second, lexicon):
            continue
        one, other = size_of(first), size_of(second)
        if not one or not other or first.canonical is None or second.canonical is None:
            continue
        own, scale = _per_unit(first, one, first.canonical), _per_unit(second, other, second.canonical)
        slack = last_digit(other) * scale * (1 if second.approximate or first.approximate else Fraction(1, 2))
        slack += last_digit(one) * own / 2  # both ends are rounded: 28,000 kph (17,500 mph)
        gap = abs(Fraction(first.canonical) - Fraction(second.canonical))
        degrees = first.unit in _DEGREES
        if (
            degrees and gap > slack
        ):  # warming of 1.5 degrees Celsius (2.7 degrees Fahrenheit): a difference, with no zero
            gap = min(gap, abs(Fraction(one) * own - Fraction(other) * scale))
        near = gap <= slack or (not degrees and gap <= abs(Fraction(first.canonical)) / 200)
        verdict = "consistent" if near else "inconsistent"
        if verdict == "inconsistent" and "troy_ounce" in (first.unit, second.unit):
            continue  # the ounce of gold or of the kitchen: the text does not say
        if verdict == "inconsistent" and _home(page.text, first, second, lexicon):
            continue
        larger, smaller = (first, second) if abs(one) >= abs(other) else (second, first)
        rate = printed_ratio(abs(Fraction(max(abs(one), abs(other))) / Fraction(min(abs(one), abs(other)))))
        for mine, target in ((first, second), (second, first)):
            mine.links.append(
                {
                    "type": "conversion",
                    "target": identity(target),
                    "rate": rate,
                    "pair": f"{larger.unit}/{smaller.unit}",
                    "check": verdict,
                }
            )
        if verdict == "inconsistent":
            one_text, other_text = page.text[first.start : first.end], page.text[second.start : second.end]
            factor = max(abs(first.canonical), abs(second.canonical)) / min(abs(first.canonical), abs(second.canonical))
            off = f"a factor of {short(Fraction(factor))}"
            if degrees:
                off = f"{short(abs(gap / scale))} {second.unit}"
            message = f"{one_text} and {other_text} are not the same {first.canonical_unit}: off by {off}"
            warnings.append(
                {"code": "conversion.inconsistent", "message": message, "at": [identity(first), identity(second)]}
            )
    return warnings


# ---------------------------------------------------------------- changes and repeats


def _changes(text: str, mentions: list[Mention]) -> None:
    """25만원에서 30만원으로 올렸다, from $3bn to $5bn, 3.7% from 4.1%: a link both ways, with the direction of time."""
    first: Mention | None = None
    for second in mentions:
        if second.kind in _NO_AMOUNTS:
            continue
        if first is not None and first.kind == second.kind and first.unit == second.unit:
            _change(text, first, second)
        first = second


#: These change into nothing.
_NO_AMOUNTS: Final = frozenset(("age", "rank", "duration"))


def _change(text: str, first: Mention, second: Mention) -> None:
    """The link between two neighbours of one unit, where the text says that the one became the other."""
    one, other = size_of(first), size_of(second)
    if one is None or other is None or second.start - first.end > _GAP or (first.per != second.per and second.per):
        return
    gap = text[first.end : second.start]
    if _CHANGE_TO.fullmatch(text[max(first.end, first.right) : second.start]) or _CHANGE_TO.fullmatch(gap):
        if not _CHANGED.match(text, second.right) and not _CHANGED.match(text, second.end):
            return
        old, new = one, other
    elif _EN_TO.fullmatch(gap) and _EN_FROM.search(text, max(0, first.start - 14), first.start):
        old, new = one, other
    elif _EN_BACK.fullmatch(gap) and _EN_TO_BEFORE.search(text, max(0, first.start - 12), first.start):
        old, new = other, one
    else:
        return
    direction = "up" if new > old else "down" if new < old else "same"
    for mine, target in ((first, second), (second, first)):
        mine.links.append({"type": "change", "target": identity(target), "direction": direction})


def _repeats(mentions: list[Mention]) -> None:
    """The same amount of the same thing, stated again."""
    seen: dict[tuple[Any, ...], Mention] = {}
    for mention in mentions:
        if mention.subject is None or mention.measure is None or mention.kind in ("age", "rank"):
            continue
        key = (
            mention.kind, mention.unit, mention.value, mention.low, mention.high, mention.relation, mention.per,
            mention.subject, mention.measure, mention.period and mention.period[1:],
        )  # fmt: skip
        earlier = seen.get(key)
        if earlier is not None:
            earlier.links.append({"type": "same_as", "target": identity(mention)})
            mention.links.append({"type": "same_as", "target": identity(earlier)})
        seen[key] = mention
