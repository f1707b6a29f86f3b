"""Whether ``and`` joins two English noun phrases into one subject: Kia and Hyundai, analysts and investors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_en_names import FINITE, PRONOUNS
from claims.looks import capital

if TYPE_CHECKING:
    from claims.attribution_en_names import Names

__all__ = ["joined"]

_IN_NAMES: Final = frozenset({"of", "on", "for", "in", "to", "the", "a", "an", "and"})
_BODIES: Final = frozenset({"institution", "organization"})


def joined(left: str, right: str, names: Names) -> bool:
    """Whether ``and`` joins two short names into one subject (Kia and Hyundai; analysts and investors)."""
    before = left.split()
    after = (right.split("(", 1)[0] if "(" in right else right).split()  # Forestry and Fire Protection (Cal Fire)
    if _two_forces(before, after, names):
        return True
    titles = names.titles
    if len(after) == 1 and after[0].lower() in PRONOUNS and after[0] != "I":
        return False  # if the dispute goes on and he says so
    if (
        len(after) == 1
        and after[0].endswith("s")
        and before[-1:]
        and before[-1].endswith("s")
        and "of" in before[-4:-1]
    ):
        return after[0].islower() and not _verb_in(before)  # a poll of 40 economists and analysts
    if len(after) > 1 and before[-1:] and capital(before[-1], 0) and capital(after[0], 0) and after[-1].islower():
        whole = before[0].lower() in ("a", "an", "the") and all(
            capital(word, 0) for word in before[1:]
        )  # a Fire and Rescue
        return (whole or "of" in before[-4:]) and not _verb_in(before)  # … Care spokesperson
    if (
        before[:1]
        and before[0] in ("The", "the", "A", "An")
        and capital(before[-1], 0)
        and after
        and capital(after[0], 0)
    ):
        if len(before) > 5 and all(capital(word, 0) or word in _IN_NAMES for word in (*before, *after)):
            return True  # The Special Report on the Ocean and Cryosphere in a Changing Climate
    if len(after) > 2 and after[0].endswith("ed") and after[1] in ("by", "for", "in", "on", "from", "to"):
        if any(word.endswith("ed") for word in before[1:-1]) or "by" in before:
            return not _verb_in(before)  # a poll obtained by A and conducted for B
    if before and len(after) > 2 and before[-1].lower() in titles and capital(after[-1], 0):
        if not titles.isdisjoint(word.lower() for word in after[:-1]):
            return True  # president and operating chief Brian Millham
    if before and after and before[-1].islower() and after[0].islower() and not _verb_in(before):
        if capital(after[-1], 0) and len(before) < 8 and not titles.isdisjoint(after[:-1]):
            return True  # a climate and energy campaigner Jan Kowal
        if (
            len(after) < 4
            and after[-1].islower()
            and names.nouns.get(after[-1], ("", False))[0] in _BODIES
            and before[0] in ("The", "the", "A", "An", "a", "an")
        ):
            return True  # the member of the consents and regulatory committee
    owned = after[:1] and after[0] in ("the", "its", "their", "his", "her") and len(after) < 5
    if owned and 0 < len(before) < 5 and all(capital(word, 0) for word in before):
        return True  # Qantas and the unions
    if after and capital(after[-1], 0) and before[-1:] and before[-1][-1] == "s" and before[-1].islower():
        if len(after) > 2 and after[-2] in ("in", "of", "from", "at") and after[-3][-1] == "s" and len(before) < 6:
            return not _verb_in(before, past=True)  # the charities and groups in York
    if not before or not after or len(before) > 5 or len(after) > 6:
        if (
            len(after) < 3
            and len(before) < 16
            and before[-1:]
            and capital(before[-1], 0)
            and after
            and capital(after[0], 0)
        ):
            return not _verb_in(before, past=True)
        return False
    return not _verb_in(before, past=True) and (
        capital(before[-1], 0) == capital(after[-1], 0)
        or (len(before) == 1 and after[-1].islower() and before[0].lower() in names.nouns)  # Doctors and nurses
        or before[-1].lower() in PRONOUNS
        or before[0] in ("Both", "both")
    )


def _verb_in(words: list[str], *, past: bool = False) -> bool:
    """Whether one of the words is a finite verb; ``past`` takes any in -ed for one."""
    for word in words:  # noqa: SIM110  any() makes a generator
        if word in FINITE or (past and word.endswith("ed")):
            return True
    return False


def _two_forces(before: list[str], after: list[str], names: Names) -> bool:
    """Surprise and Peoria police, Israeli and U.S. officials, Labour and Green supporters."""
    return (
        0 < len(before) < 3
        and len(after) == 2
        and capital(after[0], 0)
        and capital(before[0], 0)
        and capital(before[-1], 0)
        and names.nouns.get(after[1], ("", False))[0] in ("institution", "anonymous", "person", "experts")
    )
