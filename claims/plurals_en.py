"""Regular plurals of English nouns, both ways; an irregular noun says its singular in the lexicon (counter.en, ``one``)."""

from __future__ import annotations

__all__ = ["plural", "singular"]

_SIBILANTS = ("s", "x", "z", "ch", "sh")


def singular(noun: str) -> str:
    """``jobs`` -> ``job``; a noun that is no regular plural stays as it is.

    >>> [singular(noun) for noun in ("jobs", "cities", "boxes", "firemen", "losses", "staff", "bus")]
    ['job', 'city', 'box', 'fireman', 'loss', 'staff', 'bus']
    """
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun


def plural(noun: str) -> str:
    """``job`` -> ``jobs``.

    >>> [plural(noun) for noun in ("job", "city", "day", "box", "fireman")]
    ['jobs', 'cities', 'days', 'boxes', 'firemen']
    """
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_SIBILANTS) else "s")
