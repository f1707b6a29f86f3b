"""An English number of the same thing as the one before it: $40 million from $55 million, 31,400 cars, 12% fewer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.subjects_en_words import Words

if TYPE_CHECKING:
    from claims.records import Mention

__all__ = ["shares"]

_PER: Final[tuple[str, ...]] = (" per ", " a ", " an ")
_FROM_TO: Final = frozenset((" from ", " to ", " and ", " or ", ", ", ", to ", ", from ", " (", " ("))
_FROM_THE: Final = re.compile(r",? from (?:the|an?|its) (?:previous |earlier )?(?:range of )?$")
#: Between an amount and what it is compared with; between it and its change in brackets.
_COMPARING: Final[tuple[str, ...]] = (
    ", up from ", ", down from ", " compared with ", " compared to ", " versus ", ", against ", " vs. ",
)  # fmt: skip
_UP_IN_BRACKETS: Final[tuple[str, ...]] = (" (up ", " (down ", " (+")
_MORE: Final[tuple[str, ...]] = (" more", " fewer", " less", " higher", " lower", " up", " down", " above", " below")
#: 12% of their weight, against 3% | of those on a placebo: the second is others'.
_OF_THOSE: Final[tuple[str, ...]] = (" of those ", " for those ", " among ", " in those ")
_SHORT: Final = 34  # characters from a rate to respectively


def shares(text: str, before: Mention, mention: Mention, end: int, words: Words) -> bool:
    """Whether a number is another of the thing of the one before, whose subject and measure it takes."""
    if _inherits(text, before, mention):
        same = not _is_score(text, before, mention)
    elif _compares(text, before, mention, end, words):
        # profit of $3 on sales of $9, up 6% and 4%, respectively: not both of the sales
        same = text.find("respectively", mention.end, min(end, mention.end + _SHORT)) < 0
    else:
        return False
    if same:
        others = mention.kind == "percent" and text.startswith(_OF_THOSE, mention.end)
        mention.subject, mention.measure = None if others else before.subject, before.measure
    return True


def _compares(text: str, before: Mention, mention: Mention, end: int, words: Words) -> bool:
    """sold 31,400 cars, 12% fewer; handled 610,000 people last month, up 4.2%: the rate is that of the same thing."""
    gap = text[before.end : mention.left]
    if mention.kind == before.kind and len(gap) < 60 and gap.endswith(_COMPARING):
        if mention.kind == "money" or mention.unit == before.unit:
            return gap.count(",") == (gap.rfind(",") >= 0)
    if mention.kind not in ("percent", "multiple") or before.kind in ("age", "rank", "duration"):
        return False
    if len(gap) < 60 and gap.endswith(_UP_IN_BRACKETS):
        return "," not in gap and "(" not in gap[:-6]
    if "," not in gap or len(gap) > 60:
        return False
    aside = gap.rsplit(",", 1)[1].strip()
    if aside in ("a", "an") and gap.count(",") == 1 and len(gap) < 40:
        return text[mention.end + 1 : mention.end + 12].split(" ", 1)[0].rstrip(".,") in words.turns
    if aside in ("up", "down", "or up", "or down", "up by", "down by"):
        return gap.count(",") == 1
    return aside == "" and gap.count(",") == 1 and text.startswith(_MORE, mention.end, end)


def _inherits(text: str, before: Mention, mention: Mention) -> bool:
    """$40 million from $55 million, €3.5bn (about $4.1 billion), 12% to $3.5 billion: the same thing."""
    gap = text[before.end : mention.left]
    if gap.startswith(_PER):
        gap = gap[gap.find(" ", gap.find(" ", 1) + 1) :] if gap.count(" ") > 2 else gap
        gap = gap[gap.find(",") :] if gap.endswith(", from ") and gap.count(",") == 1 else gap
    if " from " in gap and _FROM_THE.match(gap):
        gap = " from "
    if gap not in _FROM_TO or before.kind in ("duration", "age", "rank"):
        return False
    if before.kind != mention.kind and not (
        before.kind in ("percent", "multiple", "percentage_point") and gap == " to "
    ):
        return False
    if mention.kind == "count" and (gap in (" and ", ", ", " or ") or mention.unit != before.unit):
        return False
    if mention.kind == "percent" and gap == " and " and text.startswith(" of ", mention.end):
        return False  # fell by 3% and less than 1% of voters came
    # not: gusted to 85 mph and up to 9 inches of rain fell
    return not (mention.kind == before.kind == "measure" and mention.canonical_unit != before.canonical_unit)


def _is_score(text: str, before: Mention, mention: Mention) -> bool:
    """leads her rival by 48 percent to | 43 percent: the second number is the other's."""
    return (
        mention.kind == before.kind == "percent"
        and text[before.end : mention.left] == " to "
        and text.endswith(" by ", 0, before.left)
        and before.value is not None
        and mention.value is not None
        and mention.value < before.value
    )
