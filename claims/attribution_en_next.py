"""The noun phrase of an English source that stands behind its cue: said X, according to Y, citing Z."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_beside import APPOSING
from claims.attribution_en_kinds import appositive, guess
from claims.attribution_en_names import FINITE, LETTERS, PRONOUNS, Names
from claims.attribution_en_np import DATED, DETS, SETTINGS
from claims.looks import capital, follows

if TYPE_CHECKING:
    from claims.records import Span

__all__ = ["next_np"]

#: The party and place of a politician: , D-Dayton.
_PARTY: Final = re.compile(r" [DRI]-[A-Z][\w.’' ]*$")
_AGE: Final = re.compile(r" \d{2}")
#: What ends the name of who spoke: said the mayor after the vote.
_ENDS: Final[tuple[str, ...]] = (
    " which ",
    " while ",
    " but ",
    " because ",
    " after ",
    " when ",
    " before ",
    " as ",
    " amid ",
    " in response ",
    " following ",
    " – ",
    " — ",
    " -- ",
    " - ",
)


def next_np(
    body: str,
    begin: int,
    end: int,
    names: Names,
    *,
    settings: re.Pattern[str],
    loose: bool = False,
    until: str = "",
    whoever: bool = False,
) -> Span | None:
    """The noun phrase that starts at ``begin``, with its apposition: to a comma, a time of saying or the end.

    ``loose`` keeps a time that more words follow; ``until`` is a word that must follow; ``whoever`` takes any noun with
    an article, not only names and nouns that speak.
    """
    while begin < end and body[begin] in " \n":
        begin += 1
    comma = _comma(body, begin, end)
    while comma >= 0 and body[begin:comma].rsplit(", ", 1)[-1] in names.offices:  # local, state and federal officials
        if body[comma + 2 : end].split(" ", 1)[0].rstrip(",") not in names.offices:
            break  # According to police, Daniyal, 24, was shot
        comma = _comma(body, comma + 1, end)
    stop = comma if comma >= 0 else end
    if until:
        at = body.find(until, begin, stop)
        if at < 0:
            return None
        stop = at
    match = _saying(body, begin + 1, stop, settings)
    if (
        match is not None
        and (match.end() == stop or not loose)
        and not DATED.search(body, begin, match.start())
        and not (body[begin:stop].startswith(("a ", "an ", "the ")) and match.end() < stop)
    ):
        stop = match.start()
    who = body.find(" who ", begin, stop)
    phrase = body[begin:stop]
    for mark in _ENDS:
        if mark not in phrase:
            continue
        at = body.find(mark, begin, stop)
        if mark == " but " and follows(body, at - 3, "all"):
            continue  # all but three of 62 economists
        if at >= 0 and (who < 0 or at < who or mark in (" which ", " while ", " but ", " because ")):
            stop = at
    while stop > begin and body[stop - 1] in " .\n,–—-":
        if body[stop - 1] == "." and body[stop - 3 : stop - 2] == "." and body[stop - 2].isupper():
            break  # the U.N.
        stop -= 1
    phrase = body[begin:stop]
    words = LETTERS.findall(phrase)
    if not words or len(words) > 24 or words[0] in FINITE:
        return None
    if who < 0 and not FINITE.isdisjoint(words):
        return None  # believes the supply is under threat: a clause
    if guess(phrase, names) == "none":
        return None
    known = " ".join(words[-2:]).lower() in names.nouns or (
        whoever and (words[0] in DETS or words[0] in ("one", "another"))
    )
    if not known and not any(
        capital(word, 0)
        or word.lower() in names.nouns
        or word.lower().removesuffix("s") in names.titles
        or word in PRONOUNS
        for word in words
    ):
        return None
    if words[0].lower() in names.prepositions or words[0] in ("that", "so", "there"):
        return None
    if stop == comma:
        stop = _told_of(body, phrase, words, comma, end, names, settings)
    return begin, stop


def _comma(body: str, begin: int, end: int) -> int:
    """The next comma that stands in no number; -1 for none."""
    at = body.find(",", begin, end)
    while at >= 0 and body[at + 1 : at + 2].isdigit():
        at = body.find(",", at + 1, end)
    return at


def _saying(body: str, begin: int, stop: int, settings: re.Pattern[str]) -> re.Match[str] | None:
    """When or where something was said, between two places; what follows who is told of the source, and no such thing."""
    who = body.find(" who ", begin, stop)
    stop = who if who >= 0 else stop
    plain = body[begin:stop].replace(",", " ").replace(".", " ").split()
    return None if SETTINGS.isdisjoint(plain) else settings.search(body, begin, stop)


def _told_of(
    body: str, phrase: str, words: list[str], comma: int, end: int, names: Names, settings: re.Pattern[str]
) -> int:
    """Where that ends which is told of a source behind its comma: ``, 34, a nurse``, ``, who asked not to be named``.

    The place of the comma where it tells nothing of the source.
    """
    following = _comma(body, comma + 1, end)
    second = following if following >= 0 else end
    if body[comma + 1 : second].strip() in names.degrees and following >= 0:  # Joseph Murr, MD, professor
        comma = following
        following = _comma(body, comma + 1, end)
        second = following if following >= 0 else end
    if follows(body, comma + 1, " who ") and guess(phrase, names) == "anonymous":  # all that tells who he is
        return following if following >= 0 else comma + len(body[comma:end].rstrip(" .\n"))
    if not (capital(words[0], 0) or _roles(words, names) or words[-1] in names.titles):
        return comma
    stop = comma
    if _AGE.fullmatch(body, comma + 1, second) and following >= 0:  # Ruth Amadi, 34, a nurse
        comma = following
        following = _comma(body, comma + 1, end)
        second = following if following >= 0 else end
        stop = comma
    elif _AGE.fullmatch(body, comma + 1, end):  # Ruth Amadi, 34.
        stop = end
    close = _saying(body, comma + 1, second, settings)
    segment = body[comma + 1 : close.start() if close is not None and close.end() == second else second]
    if (
        appositive(segment, names)
        or _PARTY.match(segment)
        or _holder(segment, words, names)
        or _apposed(segment, words, names)
    ):
        if " that " in segment and words[-2:-1] == ["and"]:
            return stop  # according to Bhat and Mazum, the report notes that
        return _listed(body, comma + 1 + len(segment.rstrip()), end)
    return stop


def _apposed(segment: str, words: list[str], names: Names) -> bool:
    """Whether a name is followed by what it is called, with no verb: Acme, the country's largest producer."""
    lead = LETTERS.match(segment.lstrip())
    if lead is None or not (lead.group() in APPOSING or lead.group().endswith(("’s", "'s"))):
        return False
    if not all(capital(word, 0) or word in ("of", "the", "and") for word in words[_roles(words, names) :]):
        return False
    clause = LETTERS.findall(segment.partition(" who ")[0].partition(" that ")[0])
    return FINITE.isdisjoint(clause) and names.verbs.isdisjoint(clause)


def _listed(body: str, stop: int, end: int) -> int:
    """Where a description ends that goes on behind a comma: a director of fire, rescue and …; in Chatham, New Jersey."""
    if body[stop : stop + 2] != ", ":
        return stop
    comma = body.find(",", stop + 2, end)
    close = comma if comma > 0 else len(body[:end].rstrip(" .\n"))
    following = body[stop + 2 : close].split()
    if not 0 < len(following) < 16:
        return stop
    if following[0].istitle() and len(following) < 3 and all(word.istitle() for word in following):
        near = body[:stop].rsplit(None, 3)
        return close if len(near) == 4 and near[-1].istitle() and not {"in", "at", "of"}.isdisjoint(near[1:3]) else stop
    if "and" not in following[1:4] or not following[0].islower() or any(word in FINITE for word in following):
        return stop
    before = body[:stop].rsplit(None, 2)
    joined = len(before) == 3 and before[1] in ("of", "for") and before[2].islower()
    return close if joined and following[0] not in PRONOUNS and following[0] not in SETTINGS else stop


def _holder(segment: str, words: list[str], names: Names) -> bool:
    """Whether a comma is followed by the name of who was described: a spokesman for the governor, Rick Oates."""
    named = segment.split()
    return (
        2 <= len(named) <= 4
        and (words[0].islower() or words[0].endswith(("’s", "'s")))
        and words[-1].islower()
        and all(capital(word, 0) and word[-1].islower() and word not in names.companies for word in named)
        and not names.titles.isdisjoint(words)
    )


def _roles(words: list[str], names: Names) -> int:
    """How many words in small letters stand before a name of two words or more: lead author, resident."""
    count = 0
    while count < len(words) and words[count][0].islower() and words[count] not in names.prepositions:
        count += 1
    return count if count < 5 and len(words) - count > 1 else 0
