"""What stands right of an English verb of saying: a clause, a quotation, a figure, a denied report; or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_clause import DETERMINERS, NO_CLAUSE, aside, clausal, clause_end, finite, said_from, strip
from claims.attribution_en_figures import NUMBER, carries_figure, figure_end, seen_doing
from claims.attribution_en_hearer import hearer, whom
from claims.attribution_en_names import LETTERS
from claims.attribution_en_setting import aired, relative, setting_end
from claims.attribution_en_words import FINITE, PRONOUNS, THAT, Sentence
from claims.looks import follows, follows_any, letter, precedes

if TYPE_CHECKING:
    import re

    from claims.records import Span

    #: What a verb says, and whether word for word; None is a noun phrase or an infinitive.
    _Content = tuple[list[Span] | None, bool | None]

__all__ = ["SPEAKING", "complement"]

_OBJECTS: Final = frozenset({"it", "them", "him", "her", "this", "so"})  # Reuters reported it on Tuesday
#: Who may speak with a verb that is a noun as often (the lawsuit claims the device …).
SPEAKING: Final = frozenset(
    {"document", "person", "experts", "institution", "news_org", "news_collective", "anonymous"}
)

_FORESEEING: Final = frozenset({"experts", "market"})
#: Who sees what is to come (economists see the bank cutting rates).
_SEEING: Final = frozenset({"experts", "market", "institution", "news_org", "document"})
_PLACES: Final = frozenset(
    {
        "in",
        "at",
        "on",
        "via",
        "during",
        "to",
        "through",
        "with",
        "by",
        "from",
        "outside",
        "inside",
        "near",
        "aboard",
        "for",
    }
)
#: What opens the time of saying before that: warned ahead of the vote that.
_BEFORE_THAT: Final = frozenset({"ahead", "over", "before", "after", "following", "amid", "since", "under"})
#: What may stand before the number that opens a clause (claims as many as 200 were held).
_MEASURING: Final = frozenset({"at", "as", "more", "fewer", "less", "up", "no"})
_AT_LEAST: Final[tuple[str, ...]] = (
    " at least ", " at most ", " as many as ", " as much as ", " more than ", " fewer than ", " less than ", " up to ",
    " no more than ", " no fewer than ", " no less than ",
)  # fmt: skip
_PARTICIPLES: Final = frozenset({"seen", "sent", "given", "made", "held", "shown"})
#: What opens a clause before the main one of what is said: said, if the rain stopped, the road would open.
_GRANTING: Final[tuple[str, ...]] = (
    ", while ",
    ", if ",
    ", although ",
    ", though ",
    ", unless ",
    ", even though ",
    ", even if ",
)
#: What opens the occasion of speaking, between the verb and what is said: said, in her opening address, the firm had paid.
_ADDRESSING: Final[tuple[str, ...]] = (", in ", ", at ", ", during ", ", on ")
_INVERTING: Final = frozenset({"had", "should", "were"})
_SIGNS: Final[tuple[str, ...]] = ("$", "€", "£", "¥")


def _that(body: str, at: int) -> re.Match[str] | None:
    """That at a place, with the space or comma before it: two letters are looked at first."""
    first = letter(body, at + 1) if letter(body, at) == ord(" ") else letter(body, at)
    return THAT.match(body, at) if first in (ord("t"), ord(","), ord(" ")) else None


def _says(state: Sentence, begin: int, end: int) -> bool:
    """Whether a clause with a verb of its own starts at ``begin``."""
    first = next((index for index, token in enumerate(state.tokens) if token[0] >= begin), len(state.tokens))
    if first + 3 < len(state.tokens) and state.tokens[first][2] in DETERMINERS:
        return True  # observed that the right to privacy could not be
    return first < len(state.tokens) and clausal(state, first, end, state.tokens[first][0] > begin)


def _pointing(state: Sentence, at: int) -> bool:
    """Whether that is itself the subject of what is said: say that does not help; not said that had it known."""
    word = state.body[at : state.stop].split(" ", 1)[0]
    return word in FINITE and word not in _INVERTING


def complement(
    state: Sentence, index: int, row: dict[str, Any], *, plain: bool, subject: str, kind: str = ""
) -> _Content:
    """What stands right of a verb of saying: (content, direct); direct None is a noun phrase or an infinitive."""
    body, words = state.body, state.words
    _, stop, word = state.tokens[index]
    end = clause_end(state, stop)
    at = setting_end(state, stop)
    setting = at > stop
    if follows(body, at, ", on average,"):
        at += 13
    found = _with_that(state, row, at, end, setting=setting)
    if found is not None:
        return found
    occasion = follows_any(body, stop, _ADDRESSING) and follows(body, at, ",")
    if (
        row.get("bare")
        and (occasion or follows_any(body, at, _GRANTING))
        and body.find(",", state.left, state.tokens[index][0]) < 0
    ):
        # said, while it was cold, the road was open
        comma = at if occasion and setting else body.find(", ", at + 2, end)
        beyond = next((step for step in range(index, len(state.tokens)) if state.tokens[step][0] > comma), 0)
        told = occasion and state.tokens[beyond][2] in DETERMINERS and body.count(" ", comma, end) > 4
        if comma > 0 and beyond and (told or clausal(state, beyond, end)):
            outside = occasion or state.tokens[index + 2][2].endswith("ing")  # said, while leaving court, …
            return [strip(body, comma if outside else at, aside(body, comma, end, words))], False
    found = _quotation(state, index, row, at, end)
    if found is not None:
        return found
    if row.get("hearer") and row.get("quote") and follows(body, at, " with "):
        deep = body.find(" that ", at, min(end, at + 90))
        if deep > 0 and "," not in body[at:deep] and not relative(state, deep + 6):  # agreed with the minister that
            return [said_from(state, deep + 6, end)], False
    if body[at : at + 1] != " " or row.get("quote"):
        return None, False
    following = LETTERS.match(body, at + 1)
    if following is None and body[at + 1 : at + 2] in '“"' and plain:
        return [strip(body, at, end)], False
    first = following.group() if following else ""
    if first in ("adding", "saying") and body.find(f", {subject} ", state.left) > 0:
        return None, False  # …, she alleged adding that
    place = index + 1
    while place < len(state.tokens) and state.tokens[place][0] <= at:
        place += 1
    if row.get("order"):
        return _order(state, at, end)
    least = first in _MEASURING and follows_any(body, at, _AT_LEAST)
    counted = place + (3 if first in ("as", "no") else 2)  # of at least, no more than
    if row.get("gerund") and first == "to" and body[at + 4 : end].split(" ", 1)[0].endswith("ing"):
        return [strip(body, at + 3, aside(body, at, end, words))], False  # admitted to losing $3 million
    doing = row.get("gerund") and not (row.get("shows") and kind not in SPEAKING - {"document"})
    doing = doing or (bool(row.get("media")) and first in words.sections["living.en"])  # reported hearing a blast
    if doing and first.endswith("ing") and len(first) > 4 and body[at + 1 : at + 2].islower():
        return [figure_end(body, said_from(state, at, end), words)], False
    if row.get("body") and first == "how" and clausal(state, place + 1, end):
        return [said_from(state, at, end)], False  # the court heard how he had fled
    claimed = first == "to" and row["class"] == "asserted" and follows_any(body, at, (" to have ", " to be "))
    if word in words.nouns and not (
        (first == "to" and (row.get("wish") or claimed))  # claims to have 3 million users
        or word in ("estimates", "estimate", "forecasts", "projects", "reports")
        or first.lower() in PRONOUNS
        or (first == "of" and word == "warning")
        or (row.get("document") and kind == "document")
    ):
        last = subject.rsplit(" ", 1)[-1].lower()
        known = kind in SPEAKING or last in words.names.nouns
        if known and (
            clausal(state, counted, end, counted=True)
            if least
            else first not in NO_CLAUSE and clausal(state, place, end, counted=body[at + 1 : at + 2].isdigit())
        ):
            return [said_from(state, at, end)], False
        spoken = last in words.names.nouns or last in PRONOUNS
        spoken = spoken or (subject[:1].isupper() and subject.isalpha() and not FINITE.isdisjoint(body[at:end].split()))
        if row.get("contested") and spoken and first in DETERMINERS:  # Bailey claims the boss, a banker, is a crook
            return [said_from(state, at, end)], False
        return None, False
    if row.get("hearer") and least:
        if clausal(state, counted, end, counted=True):
            return [said_from(state, at, end)], False  # warned up to 40 homes could flood
    if row.get("hearer") and following is not None:
        found = _behind_hearer(state, place, row, end)
        if found is not None:
            return found
    if first == "to" and row.get("to") and (word not in words.nouns or row.get("wish") or claimed):
        if row.get("wish") or not (
            word.endswith("ed") and row["class"] == "forecast" and subject.lower() not in PRONOUNS
        ):
            return [said_from(state, at, end)], None
        if precedes(body, state.tokens[index][0], f" that {subject} ") and not any(
            token[2] in FINITE for token in state.tokens[index + 1 :]
        ):
            return [strip(body, at, end)], None  # said that the group expected to book
        return None, False
    if (setting or first in _PLACES or first in _BEFORE_THAT) and not least:
        deep = _that_behind_place(state, stop, end, place, first, setting=setting)
        if deep > 0:
            return [said_from(state, deep + 6, end)], False
        if first in _PLACES:
            return None, False
    if least and not (plain or row.get("object") or clausal(state, counted, end, counted=True)):
        return None, False
    if first in ("of", "against") and row["class"] == "possible":
        low = at + len(first) + 1
        if body.count(" ", at + 1, end) > 1 or body[low + 1 : low + 2] in ("“", '"'):
            return [figure_end(body, strip(body, low, end), words)], None
    if plain and first in ("when", "if", "because", "after", "before", "although"):
        if sum(finite(state, step) for step in range(place, len(state.tokens)) if state.tokens[step][0] < end) > 1:
            return [said_from(state, at, end)], False  # says when he saw it he was sure
        return None, False  # said after the talks
    if first == "little" and row["class"] == "forecast" and kind in _FORESEEING:
        pass  # economists expected little change
    elif first in NO_CLAUSE and not least and first not in ("while", "more", "what", "whether", "about", "no", "over"):
        if first != "nothing" or place + 1 >= len(state.tokens) or not finite(state, place + 1):
            return None, False  # said nothing; not said nothing was decided
    rest = said_from(state, at, end)
    content = body[rest[0] : rest[1]]
    if row.get("object"):
        found = _object(state, place, row, rest, first, plain=plain, kind=kind)
        if found is not None:
            return found
    if first in ("over", "about"):
        after = at + len(first) + 2
        if not (body[after : after + 1].isdigit() or follows_any(body, after, _SIGNS) or NUMBER.match(body, after)):
            return None, False  # acknowledged over the years, thinks about it
    if (
        first == "what"
        and sum(finite(state, step) for step in range(place, len(state.tokens)) if state.tokens[step][0] < end) < 2
    ):
        return None, False  # repeated what others were saying; not said what matters is growth
    if first in ("about", "no", "over", "what", "whether") and not any(
        token in words.finite or token.endswith("ed") for token in content.split()
    ):
        return None, False
    if setting and (first.endswith("ed") or first in _PARTICIPLES) and not clausal(state, place, rest[1]):
        return None, False  # on a podcast hosted by his brother
    if row.get("counted") and first in DETERMINERS:  # confirmed her death to the AP
        to = body.find(" to ", at, min(end, at + 60))
        following_to = next((step for step in range(place, len(state.tokens)) if state.tokens[step][0] >= to + 4), 0)
        if to > 0 and following_to and "," not in body[at:to]:
            after, _ = hearer(state, following_to)
            if after > 0 and not any(finite(state, step) for step in range(place, following_to)):
                return [strip(body, at, to)], None
    if row.get("counted") and not setting and not clausal(state, place, rest[1], following is None):
        number = content.split(" ", 1)[0].strip(",")
        if number[:1].isdigit() or NUMBER.fullmatch(number):
            return [figure_end(body, rest, words)], None
    if (
        plain
        and content.count(" ") >= 1
        and ((first.lower() not in _OBJECTS and not row.get("hearer")) or clausal(state, place, rest[1]))
    ):
        return [rest], False
    if (following is not None or body[at + 1 : at + 2].isdigit()) and clausal(state, place, rest[1], following is None):
        return [rest], False
    return None, False


def _with_that(state: Sentence, row: dict[str, Any], at: int, end: int, *, setting: bool) -> _Content | None:
    """What stands behind a that at ``at``, or behind one with no more than a vote or an aside before it (ruled 6-3 that)."""
    body = state.body
    that: re.Match[str] | None = _that(body, at + 5 if follows(body, at, " only that ") else at)
    if that is not None and that.end() < end:
        if (row.get("clause") or row.get("seldom")) and not _says(state, that.end(), end):
            return None, False  # responded that day
        if setting and aired(state, at):
            return None, False
        if row.get("bare") and _pointing(state, that.end()):
            return [said_from(state, at, end)], False
        return [said_from(state, that.end(), end)], False
    if body[at + 1 : at + 2].isdigit() and "-" in body[at + 1 : at + 6]:  # ruled 6-3 that
        deep = body.find(" that ", at + 2, min(end, at + 40))
        if deep > 0 and "," not in body[at:deep]:
            return [said_from(state, deep + 6, end)], False
    if follows(body, at, ", "):  # reported last week, citing two sources, that …
        deep = body.find(", that ", at + 2, min(end, at + 120))
        word_of = body[at + 2 : max(deep, at + 2)].split(" ", 1)[0]
        if word_of.endswith(("ing", "without")) and body.find(", ", at + 2, deep) < 0:
            return [said_from(state, deep + 7, end)], False
    return None


def _quotation(state: Sentence, index: int, row: dict[str, Any], at: int, end: int) -> _Content | None:
    """The quotation at ``at``, or behind few words: said: “…”, said, “…”, said at one point, “…”."""
    body, words = state.body, state.words
    opening = at
    while opening < len(body) and body[opening] in " ,:\n":
        opening += 1
    quote = next((span for span in state.quotes if span[0] == opening), None)
    if quote is not None and not row.get("report"):
        inner = state.text[quote[0] : quote[1]]
        if body[at : at + 1] in ",:" or (inner.count(" ") > 2 and strip(body, quote[1], end)[1] <= quote[1]):
            return [quote], True
    if follows_any(body, at, (" — ", " – ", " - ")):
        return None, False  # …, the ministry announced on Monday — a package of $1 billion
    if quote is None and body[at : at + 1] == " ":
        comma = body.find(", ", at, min(end, at + 60))
        colon = body.find(": ", at, min(end, at + 110))
        if (
            colon > 0
            and comma < 0
            and not any(token[2] in words.cues for token in state.tokens[index + 1 : index + 12] if token[0] < colon)
        ):
            comma = colon  # said to Alsop: “…”
        quote = next((span for span in state.quotes if span[0] == comma + 2), None) if comma > 0 else None
        if quote is not None and not row.get("figure") and not clausal(state, index + 1, comma):
            last = body[at:comma].rsplit(" ", 1)[-1]
            if not (last.endswith("ed") and last in words.cues):  # not said they earned to win but added, “…”
                return [quote], True  # said at one point, “…”
    return None


def _order(state: Sentence, at: int, end: int) -> _Content:
    """Whom an order tells to do what: urged | the firm to cut its prices."""
    body = state.body
    bidden = next((span for span in state.quotes if span[0] == at + 1), None)
    if bidden is not None and " to " in state.text[slice(*bidden)]:
        return [bidden], None  # urged “all to play their part”
    to = body.find(" to ", at, min(end, at + 90))
    if (
        to > at
        and "," not in body[at:to]
        and (body[to + 4 : to + 5].islower() or body[to + 4] in "“\"‘'")
        and not follows(body, to + 4, "the ")
    ):
        return [strip(body, at, aside(body, to, end, state.words))], None
    return None, False


def _behind_hearer(state: Sentence, place: int, row: dict[str, Any], end: int) -> _Content | None:
    """What stands behind those who are told it: warned | delegates at the meeting | the planet is."""
    after, clear = hearer(state, place)
    that = _that(state.body, setting_end(state, state.tokens[after - 1][1])) if after > 0 else None
    if that is not None:
        return [said_from(state, that.end(), end)], False
    low = whom(state, place, end)
    if low > 0:
        return [said_from(state, low, end)], False
    if clear and 0 < after < len(state.tokens) and state.tokens[after][2] in ("about", "of", "against", "over"):
        return None, False  # warned customers about 3 scams
    if clear and row["class"] == "possible" and 0 < after < len(state.tokens) and state.tokens[after][2] == "to":
        begins = state.tokens[place][0]  # warned households to brace for higher rates
        return [said_from(state, begins, end)], None
    if clear and after > 0:  # warned delegates at the meeting the planet is
        beyond = setting_end(state, state.tokens[after - 1][1])
        while after < len(state.tokens) and state.tokens[after][0] < beyond:
            after += 1
    if clear and 0 < after < len(state.tokens) and clausal(state, after, end):
        return [said_from(state, state.tokens[after][0], end)], False
    return None


def _that_behind_place(state: Sentence, stop: int, end: int, place: int, first: str, *, setting: bool) -> int:
    """Where that stands behind a place or time of saying: said at a conference in Lanzhou, the capital, that; -1 for none."""
    body = state.body
    deep = body.find(" that ", stop, min(end, stop + 130))
    if deep > 0 and (relative(state, deep + 6) or body.find(" because ", stop, deep) > 0):
        deep = -1  # responded to a fire that destroyed 40 homes, to the claim because he knew that
    if first in _BEFORE_THAT and any(
        token[0] < deep and finite(state, at) for at, token in enumerate(state.tokens) if token[0] > stop
    ):
        deep = -1
    if (
        setting
        and first in PRONOUNS
        and place + 1 < len(state.tokens)
        and state.tokens[place + 1][2] not in state.words.sections["issuing.en"]
    ):
        deep = -1  # said in a post he learned that …
    apposed = deep > 0 and body[deep - 1] == "," and body.count(",", stop, deep) == 2
    return deep if apposed or "," not in body[stop:deep] else -1


def _object(
    state: Sentence, place: int, row: dict[str, Any], rest: Span, first: str, *, plain: bool, kind: str
) -> _Content | None:
    """What a verb with an object says where that is a figure or a clause; (None, False) where it says nothing."""
    body, text, words = state.body, state.text, state.words
    content = body[rest[0] : rest[1]]
    if first in PRONOUNS and clausal(state, place, rest[1]):
        return [rest], False  # announced it had arrested
    if first in _OBJECTS and row["class"] == "forecast" and follows(content, len(first) + 1, "to "):
        return [rest], None  # expect it to reach 500 million users
    if first not in _OBJECTS and carries_figure(content, row, words, news=bool(row.get("media")) and plain):
        return [figure_end(body, rest, words)], None
    if row.get("figure") and kind in _SEEING and seen_doing(content.split()[:9], words):
        return [figure_end(body, rest, words)], None
    if (
        row.get("bare")
        and kind in _FORESEEING
        and (first in DETERMINERS or first in ("more", "further", "little"))
        and row["class"] == "forecast"
    ):
        return [figure_end(body, rest, words)], None  # analysts are expecting a rebound by summer
    if row.get("media") and not plain and first != "" and clausal(state, place, rest[1]):
        return [rest], False  # the agency reported exports rose
    # expecting a cut, but got none
    clause = content.partition(", but ")[0] if row["class"] == "forecast" else content
    spoken = plain and any(
        token in FINITE
        or token == "to"
        or (token[-1] == "s" and token in words.cues and token not in words.nouns)  # reckons turnout explains it
        for token in clause.split()
    )
    if plain and not spoken and state.quotes:
        spoken = any(
            rest[0] < low < rest[1] and text[low + 1 : high].split(" ", 1)[0] in FINITE for low, high in state.quotes
        )  # reckons Italy “haven’t got a prayer”
    if not spoken and not (row.get("passive") and clausal(state, place, rest[1])):
        return None, False
    return None
