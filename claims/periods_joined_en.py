"""English numbers that one time dates together: of one thing, or of two verbs of one subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.periods_govern_en import NOW
from claims.periods_right_en import is_verb

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Mention

__all__ = ["coordinated", "joined", "shared"]

#: Between two numbers of one thing, and how many characters they may take.
_LINKS: Final = frozenset((", or ", " or ", ", to ", " (", ") to ", "), to "))
_LINK: Final = 14
#: … and between those of two verbs that are joined; a verb left of a number takes so many.
_LINK_VERB, _VERB = 60, 16
_SMALL: Final = frozenset(
    ("about", "some", "nearly", "almost", "another", "around", "over", "more", "than", "a", "its")
)


def joined(text: str, before: Mention, mention: Mention) -> bool:
    """rose 8% to $11 billion, 212 points, or 0.5%, to 44,318, 6 billion yuan ($765 million): of one thing at one time."""
    between = mention.left - before.end
    if between > _LINK:
        return False
    gap = text[before.end : mention.left]
    if gap.startswith(" to ") and gap.endswith(" at "):
        return before.kind in ("percent", "points")  # fell 0.8% to close at 6,914
    if gap == " to ":
        return before.kind in ("percent", "multiple") or (
            before.kind != mention.kind and not text.endswith("from ", 0, before.left)
        )
    return gap in _LINKS and (gap != " (" or text[mention.end : mention.end + 1] == ")")


def coordinated(text: str, before: Mention, mention: Mention, lexicon: Lexicon) -> bool:
    """opened 207 shops | and closed 88 outlets last year: one subject, two verbs of one tense, and the time behind both."""
    if mention.left - before.end > _LINK_VERB or before.factuality != mention.factuality:
        return False
    between = text[before.end : mention.left]
    at = between.find(" and ")
    if at < 0 or "," in between or ";" in between or "(" in between:
        return False
    own, other = text[max(0, before.left - _VERB) : before.left].rsplit(None, 1)[-1:], between[at + 5 :].split()
    if not own or len(other) > 3 or not other or not text[before.left - 1 : before.left].isspace():
        return False
    return _is_past(own[0], lexicon) and _is_past(other[0], lexicon) and all(word in _SMALL for word in other[1:])


def _is_past(word: str, lexicon: Lexicon) -> bool:
    """opened, sold; not has, plans, which are of now whatever the other verb's time is."""
    return word.islower() and word[-1:] != "s" and word not in NOW and is_verb(word.rstrip(","), lexicon)


def shared(text: str, chain: list[Mention], mention: Mention) -> None:
    """What follows the last of joined numbers dates them all: lost 212 points, or 0.5%, to 44,318 on Thursday."""
    period = mention.period
    if period is not None and text.find(period[0], mention.end, mention.end + 90) >= 0:
        for before in chain:
            if before.period is None:
                before.period = period
