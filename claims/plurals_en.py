"""Regular plurals of English nouns, both ways; an irregular noun says its singular in the lexicon (counter.en, ``one``)."""

from __future__ import annotations

from typing import Final

__all__ = ["plural", "singular"]

_SIBILANTS: Final[tuple[str, ...]] = ("s", "x", "z", "ch", "sh")


#: The ends of plurals whose singular ends in -ie (movies, cookies, calories, rookies, selfies, birdies).
_IE: Final[tuple[str, ...]] = (
    "orties",
    "rairies",
    "oalies",
    "ewbies",
    "eebies",
    "oupies",
    "ippies",
    "uppies",
    "othies",
    "unkies",
    "ggies",
    "aunties",
    "neckties",
    "ovies",
    "ookies",
    "alories",
    "elfies",
    "irdies",
    "oodies",
    "ownies",
    "ombies",
    "enies",
    "eggies",
)


def singular(noun: str) -> str:
    """``jobs`` -> ``job``; a noun that is no regular plural stays as it is.

    >>> [singular(noun) for noun in ("jobs", "cities", "boxes", "firemen", "losses", "staff", "bus")]
    ['job', 'city', 'box', 'fireman', 'loss', 'staff', 'bus']
    >>> [singular(noun) for noun in ("series", "movies", "batteries", "prizes", "heroes", "wolves", "waves")]
    ['series', 'movie', 'battery', 'prize', 'hero', 'wolf', 'wave']
    >>> [singular(noun) for noun in ("midwives", "lives", "knives", "olives")]
    ['midwife', 'life', 'knife', 'olive']
    """
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("species") or noun in ("series", "miniseries"):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-1] if noun.endswith(_IE) else noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "tzes", "atoes", "roes", "etoes", "goes")):
        return noun[:-2]
    if noun.endswith(("wives", "knives", "lives")) and not noun.endswith("olives"):
        return noun[:-3] + "fe"
    if noun.endswith("zzes"):
        return noun[:-3]
    if noun.endswith(("olves", "elves", "alves", "oaves", "leaves", "ieves", "arves", "ooves")) and not noun.endswith(
        "valves"
    ):
        return noun[:-3] + "f"
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun


def plural(noun: str) -> str:
    """``job`` -> ``jobs``.

    >>> [plural(noun) for noun in ("job", "city", "day", "box", "fireman")]
    ['jobs', 'cities', 'days', 'boxes', 'firemen']
    """
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith(("wife", "knife", "life")):
        return noun[:-2] + "ves"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_SIBILANTS) else "s")
