"""Thousands parted by spaces: 613 000 jobs, R2 500, 2, 000, 000원, and 15 996 where the text prints 10 000 too."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from claims.printed import EXACT, Number

__all__ = ["join_commas", "join_dots", "join_groups", "join_zeros"]

_SPACED: Final = re.compile(r"(?: \d{3})? 000(?! ?[\d.,]\d|\d)")


def join_zeros(text: str, number: Number) -> None:
    """613 000, 1 200 000: ``number`` goes on over the zeros, which show surely that a space parts the thousands."""
    if not text[number.start : number.end].isdigit() or number.end - number.start > 3 or number.value is None:
        return
    match = _SPACED.match(text, number.end)
    if match is not None:
        groups = match.group().split()
        for group in groups:
            number.value = EXACT.add(EXACT.scaleb(number.value, 3), int(group))
        number.end = match.end()


#: 2, 000, 000: courts print a space behind the comma; a group that begins with a zero shows that it is no list.
_SPACED_COMMA: Final = re.compile(r"(?<![\d.,])(?<!\d, )[1-9]\d{0,2}(?:, ?\d{3})+(?![\d.,]\d|\d|, \d)")


def join_commas(text: str, found: list[Number]) -> list[Number]:
    """``found`` with 2, 000, 000 as one number."""
    spans = {match.start(): match.end() for match in _SPACED_COMMA.finditer(text) if ", 0" in match.group()}
    if not spans:
        return found
    kept: list[Number] = []
    end = 0
    for number in found:
        if number.start < end:
            if number.end > end and kept:
                kept.pop()  # 2, 000만: said twice
            continue
        if number.start in spans and number.style == "digits" and not number.scaled:
            end = spans[number.start]
            number.value, number.end = Decimal(text[number.start : end].replace(",", "").replace(" ", "")), end
        kept.append(number)
    return kept


#: 31·1%, 0·5%, 작년보다 5·4% 인상: papers printed decimals so until 1995. Lists run up: 3·5% and 40·50% are two.
_DOTTED: Final = re.compile(r"(?<![\d.,·~∼%])(?:(?:[1-9]\d|0)·\d|([1-9])·(?!\1)\d) ?(?:%|퍼센트|％)")
_EACH: Final = re.compile(r"각각 ?(?:약 )?$")


def join_dots(text: str, found: list[Number]) -> list[Number]:
    """``found`` with 5·4% as one number."""
    spans = {match.start() for match in _DOTTED.finditer(text) if not _listed(text, match)}
    if not spans:
        return found
    kept: list[Number] = []
    for number in found:
        last = kept[-1] if kept else None
        if last is not None and last.start in spans and text[last.end : number.start] == "·" and last.style == "digits":
            last.value, last.end = Decimal(text[last.start : number.end].replace("·", ".")), number.end
            continue
        kept.append(number)
    return kept


def _listed(text: str, match: re.Match[str]) -> bool:
    if _EACH.search(text, max(0, match.start() - 5), match.start()):
        return True
    whole, _, tenth = match.group().partition("·")
    return len(whole) == 1 and "0" < whole < tenth[0]


#: 10 000, 1 083: a group that begins with a zero is no number of its own.
_SURE_SPACE: Final = re.compile(r"(?<![\d,.] )(?<![\d,.])(?:\d{1,3} 000|[1-9]\d? 0\d\d)(?![\d,.]\d|\d)")
_SURE_COMMA: Final = re.compile(r"\d,\d{3}(?!\d)")
#: R2 500: no other letter is money with a space between its thousands so surely.
_RAND: Final = re.compile(r"R(?<![A-Za-z\d-]R)\d{1,3} \d{3}(?!\d)")


def join_groups(text: str, found: list[Number]) -> list[Number]:
    """``found`` with 15 996 as one number where the text prints 10 000, and R2 500 in any; none where it prints 10,000 too."""
    house = _may_part(text) and _SURE_SPACE.search(text) is not None
    if not (house or ("R" in text and _RAND.search(text))) or _SURE_COMMA.search(text):
        return found
    kept: list[Number] = []
    for number in found:
        last = kept[-1] if kept else None
        if last is not None and last.value is not None and _goes_on(text, last, number):
            if house or text[last.start - 1 : last.start] == "R":
                assert number.value is not None
                last.value = EXACT.add(EXACT.scaleb(last.value, 3), number.value)
                last.end = number.end
                continue
        kept.append(number)
    return kept


def _may_part(text: str) -> bool:
    """Whether a space stands anywhere between a digit and a zero with two digits more."""
    at = text.find(" 0", 1)
    while at > 0:
        if text[at - 1].isdecimal() and text[at + 2 : at + 4].isdecimal():
            return True
        at = text.find(" 0", at + 2)
    return False


_GROUP: Final = re.compile(r"\d{3}(?:\.\d+)?")
_LONGEST: Final = 20  # characters of 100 000 000 000 000 and the space behind it
_HEAD_GROUP: Final = re.compile(r"[1-9]\d{0,2}(?: \d{3})*")


def _goes_on(text: str, last: Number, number: Number) -> bool:
    if last.style != "digits" or number.style != "digits" or last.scaled or number.value is None:
        return False
    if number.start - last.start > _LONGEST:
        return False  # a table of numbers
    if number.start != last.end + 1 or text[last.end] != " " or text[last.start - 1 : last.start] in ("-", "/", ":"):
        return False
    head, group = text[last.start : last.end], text[number.start : number.end]
    return _HEAD_GROUP.fullmatch(head) is not None and _GROUP.fullmatch(group) is not None
