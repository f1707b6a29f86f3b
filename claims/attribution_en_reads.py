"""Whether an English phrase reads as one noun phrase that may speak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_kinds import guess
from claims.attribution_en_names import FINITE, LETTERS, PRONOUNS

if TYPE_CHECKING:
    from claims.attribution_en_names import Names

__all__ = ["DETS", "JOINING", "NOBODY", "readable"]

DETS: Final = frozenset({
    "a", "an", "the", "its", "his", "her", "their", "our", "my", "this", "that", "these", "those", "some", "many",
    "most", "several", "two", "three", "four", "five", "six"
})  # fmt: skip
NOBODY: Final = frozenset({
    "there", "not", "to", "or", "nor", "no", "is", "are", "was", "nobody", "none", "neither", "few", "if", "unless", "whether",
    "when", "whenever", "whoever", "until", "what",
})  # fmt: skip
_ARTICLES: Final = frozenset({"a", "an", "the", "its", "his", "their", "our"})
#: What joins a clause to the one before it.
JOINING: Final = frozenset({"and", "but", "or", "yet", "so"})
_COUNTED: Final = re.compile(r"\w+ (?:\d|one|two|three|four|half|a third|a quarter|two-thirds|three-quarters)")


def readable(phrase: str, names: Names) -> bool:
    """Whether a phrase reads as one noun phrase that may speak."""
    good = names.good.get(phrase)
    if good is None:
        if len(names.good) > 4096:
            names.good.clear()
        good = names.good[phrase] = _reads(phrase, names)
    return good


def _reads(phrase: str, names: Names) -> bool:
    words = LETTERS.findall(phrase)
    if not words or len(words) > 18:
        return False
    first = words[0].lower()
    if words[0] == "of" and phrase[0].isdigit() and len(words) > 1 and "of " in phrase:
        words, first = words[1:], words[1].lower()  # 63% of the panel
        phrase = phrase[phrase.index("of ") + 3 :]
    counted = first in ("about", "around", "over") and _COUNTED.match(phrase) is not None
    if first in names.prepositions and words[0] == "Under" and len(words) > 2 and words[1] == "Secretary":
        counted = True  # Under Secretary of Defense Colin Kahl
    elif words[0] == "AT":
        counted = phrase.startswith("AT&")
    if phrase in names.institutions:
        return True  # No 10
    if (first in names.prepositions and not counted) or first in NOBODY or words[-1] in names.prepositions:
        return False
    if any(word in FINITE for word in words):
        return False
    if len(words) > 1 and first in PRONOUNS and words[1] not in ("and", "or") and not words[1][0].isupper():
        return False  # He also signed bills backers (say will help)
    if len(words) > 1 and words[-1].lower() in PRONOUNS and words[-2] not in ("and", "or"):
        return False  # the city he has led
    if (
        len(words) > 2 and words[-2] == "to" and words[-1].islower() and words[-3].endswith("ed")
    ):  # failed to hit projected targets
        return False
    if len(words) > 1 and words[-1] in _ARTICLES:  # cost the city an estimated $74 million
        return False
    tail = phrase.rsplit(" ", 1)[-1]  # analysts’ 5% estimate, its 73-cent forecast
    if tail[0].isdigit() and ("%" in tail or "-" in tail) and not tail.endswith("-old"):
        return False
    if (
        len(words) > 1
        and words[0].endswith("ing")
        and words[0].islower()
        and (
            words[1].lower() in DETS
            or words[1] in names.prepositions
            or words[1].endswith(("’s", "'s", "s’"))
            or words[1] + "'" in phrase
        )
    ):
        return False  # topping Wall Street’s, beating the market
    if phrase[0] in "$€£¥₩":  # £300m more than ministers said
        return False
    if first in ("the", "a") and (
        "%" in phrase or "$" in phrase or "£" in phrase
    ):  # the 1.9% drop analysts had predicted
        return False
    if (
        phrase.endswith(("'s", "’s", "'", "’"))
        and phrase not in names.news
        and phrase.replace("’", "'") not in names.owners
    ):
        return False
    if len(words) == 1:
        word = words[0]
        return (
            (word[0].isupper() and first not in DETS and first not in JOINING)
            or (word[:3] in ("al-", "el-") and word[3:4].isupper())
            or word in PRONOUNS
            or word.lower() in names.nouns
            or word in names.titles
            or (word[-1] == "s" and word.islower() and word[:-1] in names.nouns)  # polls suggest
        )
    kind = guess(phrase, names)
    if kind == "none":
        return False
    known = any(word.lower() in names.nouns or word.lower() in names.titles or word[0].isupper() for word in words)
    known = (
        known
        or kind in ("experts", "anonymous", "institution", "document", "person")
        or f"{words[-1]}s" in names.nouns
        or words[-1].removesuffix("s") in names.nouns
    )
    return known or words[0][0].isupper() or first in DETS or first == "both"
