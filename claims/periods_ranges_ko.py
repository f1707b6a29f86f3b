"""Two Korean time phrases that are the ends of one: 지난달 27일부터 29일까지, 18일과 19일 이틀간."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from claims.periods_phrase import Phrase
from claims.times_ko import months_on

__all__ = ["AND", "in_one"]

#: What joins a day to the next: 18일과 19일.
AND: Final = ("과 ", ", ", "·")


def in_one(text: str, found: list[Phrase]) -> list[Phrase]:
    """지난달 27일부터 29일까지, 이달 들어 20일까지: two phrases that are the ends of one."""
    if len(found) < 2:
        return found
    merged: list[Phrase] = []
    for phrase in found:
        before = merged[-1] if merged else None
        if (
            before is not None
            and phrase.last is not None
            and before.first is not None
            and _ends_of_one(text, before, phrase)
            and (before.first <= phrase.last or text.find("일", phrase.start, phrase.start + 3) > 0)
        ):
            last = phrase.last
            if last < before.first:  # 지난달 30일부터 3일까지
                last = months_on(last, 1) + timedelta(days=1)
                if not before.first <= last <= before.first + timedelta(days=31):
                    merged.append(phrase)
                    continue
            if text.startswith("연말", phrase.start):
                last = last.replace(year=before.first.year)  # 작년 11월부터 연말까지
            ahead = None
            if before.ahead is not None and phrase.ahead is not None and before.ahead[0] <= phrase.ahead[1]:
                ahead = (before.ahead[0], phrase.ahead[1])
            merged[-1] = Phrase(before.start, phrase.end, before.first, last, "at", ahead)
        else:
            merged.append(phrase)
    return merged


def _ends_of_one(text: str, before: Phrase, phrase: Phrase) -> bool:
    """27일부터 29일까지; 18일과 19일 이틀간."""
    if text[before.end - 2 : before.end] in ("부터", "들어") and phrase.start - before.end <= 1:
        return phrase.first is None or text.startswith(("사이", " 사이", " 동안"), phrase.end)
    return text[before.end : phrase.start] in AND and text.startswith((" 양일", " 이틀"), phrase.end)
