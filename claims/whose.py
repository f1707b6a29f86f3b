"""Whose peso, rupee, dinar …: the one country of that currency which the text names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.edges import hangul_tail, tail_ok

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Mention, Page

__all__ = ["settle"]


def settle(page: Page, mentions: list[Mention], lexicon: Lexicon) -> None:
    """Give money whose currency needs a country (3만 페소) its code, where the text names just one.

    The countries of the sentence decide; a sentence that names none leaves it to the whole text, and a text that names
    none to its other amounts (rupees beside Rs 300). Two countries of the same currency leave the unit None.
    """
    text = page.text
    units = {mention.unit for mention in mentions if mention.kind == "money"}
    if not units:
        return
    if page.language == "en" and "$" in text:
        if "USD" in units:
            _home_dollars(text, mentions, lexicon)
        if "GBP" in units:
            _american_pennies(text, mentions, lexicon)
    for code, printed, family in _SHORT:
        if code in units:
            _whose_short(text, mentions, lexicon, code, printed, family)
    if "GBP" in units and ("pound" in text or "파운드" in text):
        _whose_pounds(text, mentions, lexicon)
    if None in units:
        _whose_family(page, mentions, lexicon)
    if page.language == "en":
        _other_cents(text, mentions)


def _whose_family(page: Page, mentions: list[Mention], lexicon: Lexicon) -> None:
    """3만 페소, 500 and 1,000 rupee notes: the country that the sentence names, or the text, or its other amounts."""
    text = page.text
    for place, mention in enumerate(mentions):
        if mention.kind != "money" or mention.unit is not None:
            continue
        follower = mentions[place + 1] if place + 1 < len(mentions) else mention
        end = mention.end if follower.start - mention.end > _SHARED or follower.kind != "money" else follower.end
        family = _family(text[mention.start : end].lower(), lexicon)  # 500 and 1,000 rupee notes
        if family is None:
            continue
        start, end = page.sentences[mention.sentence] if page.sentences else (0, len(text))
        codes = (
            _named(text[start:end], family, lexicon)
            or _named(text, family, lexicon)
            or _printed(family, mentions, lexicon)
        )
        if len(codes) == 1:
            mention.unit = mention.canonical_unit = codes.pop()
            mention.canonical, mention.canonical_low = mention.value, mention.low
            mention.canonical_high = mention.high


#: How far apart two sums of one currency word stand.
_SHARED: Final = 5
#: What a short form is where nothing else is said, how it is printed, and the family of currencies that it is of.
_SHORT: Final = (
    ("INR", ("Rs", "rs"), "rupee"), ("KES", ("Sh", "sh"), "shilling"), ("UGX", ("Shs", "sh"), "shilling"),
    ("ETB", ("Br",), "birr"),
)  # fmt: skip


#: What has cents too, and no dollars: beside sums of one of these, and no dollar, a cent is theirs.
_WITH_CENTS: Final = frozenset(("ZAR", "EUR", "KES", "LKR"))


#: Cents of nobody named: not US cents, nor bucks.
_OF_CENTS: Final = re.compile(r"[^U]*(?:cents?|[c¢])")


def _other_cents(text: str, mentions: list[Mention]) -> None:
    """23 cents of a text in rand, 5 cent beside €1.70: no dollar is named; beside rupees nobody says whose cents they are."""
    cents = [mention for mention in mentions if mention.unit == "USD"]
    if not cents or "$" in text or "dollar" in text or "cent" not in text:
        return
    if not all(_OF_CENTS.fullmatch(text, mention.start, mention.end) for mention in cents):
        return
    codes = {mention.unit for mention in mentions if mention.unit in _WITH_CENTS}
    if not codes and "rupees" not in text:
        return
    code = codes.pop() if len(codes) == 1 else None
    for mention in cents:
        mention.unit = mention.canonical_unit = code


def _whose_short(
    text: str, mentions: list[Mention], lexicon: Lexicon, code: str, printed: tuple[str, ...], family: str
) -> None:
    """Rs 300 of a text that names Pakistan, or another one country of rupees, and not India; Br300 of Belarus."""
    short = [
        mention
        for mention in mentions
        if mention.unit == code
        and (text.startswith(printed, mention.start) or text.endswith((" paise", " paisa"), 0, mention.end))
    ]
    if not short:
        return
    codes = _named(text, family, lexicon)
    if len(codes) == 1 and code not in codes:
        home = codes.pop()
        for mention in short:
            mention.unit = mention.canonical_unit = home


def _whose_pounds(text: str, mentions: list[Mention], lexicon: Lexicon) -> None:
    """500 pounds of a text that names Egypt, or another one country of pounds, and nothing British."""
    pounds = [mention for mention in mentions if mention.unit == "GBP" and mention.kind == "money"]
    if not pounds:
        return
    codes = {row["code"] for name, row in lexicon.sections["pound_home"].items() if name in text}
    if len(codes) != 1 or _british(text, lexicon):
        return
    code = codes.pop()
    for mention in pounds:
        mention.unit = mention.canonical_unit = code


#: So Australian and New Zealand papers print the US dollar; their own is the bare sign.
_AUSTRALIAN: Final = "$US"
#: So others do, and the wires too.
_FOREIGN: Final = "US$"
#: How the papers of those countries spell it; wires and American papers do not.
_LOCAL: Final = " per cent"
#: Prices that the whole world has in US dollars.
_WORLD: Final = frozenset(("oil_bbl", "troy_ounce", "MMBtu", "bushel"))


def _home_dollars(text: str, mentions: list[Mention], lexicon: Lexicon) -> None:
    """$28.82 and 81 cents beside $US90 a tonne are not US dollars, nor is $2m of a Sydney house that is 3 per cent dearer.

    They are of the one country that is named; a text that prints that country's own sign (A$, NZ$), names
    anything American or comes from a wire keeps the US dollar.
    """
    beside = _AUSTRALIAN in text
    if not beside and _LOCAL not in text:
        return
    rows = lexicon.sections["dollar_home"]
    codes = {row["code"] for name, row in rows.items() if not row.get("own") and name in text}
    if len(codes) != 1:
        return
    home = codes.pop()
    if any(row.get("own") and name in text for name, row in rows.items()):
        return
    if not beside and _FOREIGN not in text and any(name in text for name in lexicon.sections["dollar_us"]):
        return
    for mention in mentions:
        if mention.unit != "USD" or mention.kind != "money" or mention.per in _WORLD:
            continue
        printed = text[mention.start : mention.end]
        if "US" not in printed and "U.S" not in printed and text[mention.start - 3 : mention.start] != "US ":
            mention.unit = mention.canonical_unit = home


def _british(text: str, lexicon: Lexicon) -> bool:
    return any(word in text for word in lexicon.sections["british"])


def _american_pennies(text: str, mentions: list[Mention], lexicon: Lexicon) -> None:
    """Wheat rose a quarter of a penny to $5.38: a penny beside dollars and nothing British is a cent."""
    if " penny" not in text or _british(text, lexicon):
        return
    for mention in mentions:
        if mention.kind == "money" and mention.unit == "GBP" and text.endswith(" penny", 0, mention.end):
            mention.unit = mention.canonical_unit = "USD"


def _family(printed: str, lexicon: Lexicon) -> str | None:
    for family, row in lexicon.sections["currency_family"].items():
        if any(surface in printed for surface in (*row.get("ko", []), *row.get("en", []))):
            return family
    return None


def _named(text: str, family: str, lexicon: Lexicon) -> set[str]:
    """The codes of the countries with that currency which a text names."""
    codes: set[str] = set()
    for name, row in lexicon.sections["currency_country"].items():
        if family in row["family"] and row["code"] not in codes and _stands(text, name, lexicon):
            codes.add(row["code"])
    return codes


def _printed(family: str, mentions: list[Mention], lexicon: Lexicon) -> set[str]:
    """The codes of that currency that other amounts of the text have: rupees beside Rs 300."""
    rows = lexicon.sections["currency_country"].values()
    codes = {row["code"] for row in rows if family in row["family"]}
    return {mention.unit for mention in mentions if mention.unit is not None and mention.unit in codes}


def _stands(text: str, name: str, lexicon: Lexicon) -> bool:
    """Does the name stand as a word: 인도는, India's; not inside 인도네시아, 인도했다?"""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum():
            if name.isascii():
                if not text[end : end + 1].isalnum():
                    return True
            else:
                tail = hangul_tail(text, end)
                if tail_ok(tail, lexicon):
                    return True
        at = text.find(name, end)
    return False
