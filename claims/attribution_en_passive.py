"""English passives that report: is expected to, was told that, it is understood; somebody is named only with ``by``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_clause import NO_VERB, TURNS, boundary, clausal, clause_end, finite, said_from, strip
from claims.attribution_en_kinds import guess, speaks
from claims.attribution_en_names import LETTERS
from claims.attribution_en_next import next_np
from claims.attribution_en_np import subject_before
from claims.attribution_en_objects import base_of
from claims.attribution_en_setting import setting_end
from claims.attribution_en_words import THAT, Found, Sentence
from claims.looks import follows, follows_any, precedes, precedes_any
from claims.numerals import EN_WORDS
from claims.patterns import tree

if TYPE_CHECKING:
    from claims.records import Span

_WHERE: Final = frozenset(
    {"at", "across", "after", "among", "during", "from", "near", "since", "throughout", "following"}
)
_ADDED: Final[tuple[str, ...]] = (", with ", *TURNS)
_BEING: Final = frozenset({"be", "have"})
_NUMBER: Final = re.compile(
    rf"(?:(?:{tree(EN_WORDS)}|no|some|several|dozens|hundreds|thousands|more|fewer|at least|a total|up to|nearly"
    r"|about|almost|many) |\d)",
    re.IGNORECASE,
)

__all__ = ["branded_by", "impersonal", "inner_left", "was_told"]

#: What may follow expected where a time does: a verdict is expected in the spring.
_DUE: Final = frozenset({"in", "on", "by", "within", "next", "later", "this", "before", "soon", "around"})


def inner_left(state: Sentence, begin: int) -> int:
    """Where the innermost content that may hold ``begin`` starts: no subject reaches over the verb that reports it."""
    left = state.left
    for item in state.found:
        if item.rule != "citing" and not item.relative:
            for low, _ in [*item.content, *item.cue]:
                if low <= begin:
                    left = max(left, low if low > item.cue[0][1] else min(item.cue[0][1], begin))
    return left


def was_told(state: Sentence, index: int, first: int) -> None:
    """``The jury was told that …``: nobody says who told it."""
    body = state.body
    stop = state.tokens[index][1]
    edge = state.tokens[first][0]
    subject = subject_before(body, inner_left(state, edge) if state.found else state.left, edge, state.words.names)
    if subject is None or subject[2]:
        return
    last = body[subject[0] : subject[1]].partition(" of ")[0].partition(" in ")[0].rsplit(" ", 1)[-1]
    source: Span | None = None
    if follows(body, stop, " by "):
        source = next_np(
            body, stop + 4, clause_end(state, stop), state.words.names, settings=state.words.setting, until=" that "
        )
        if source is None:
            return
        stop = source[1]
    elif (
        last.lower() in state.words.sections["court.en"]
        or guess(body[slice(*subject[:2])], state.words.names) == "news_org"
    ):
        source = subject[:2]  # the court was told, as it heard
    elif last not in state.words.hearers and last.lower() not in state.words.hearers:
        return
    kind = "unattributed" if source is None else guess(body[source[0] : source[1]], state.words.names)
    that = THAT.match(body, setting_end(state, stop))
    if that is not None:
        content = strip(body, that.end(), clause_end(state, that.end()))
    elif (source is None or source == subject[:2]) and _clause_follows(state, index, stop):
        content = strip(body, setting_end(state, stop), clause_end(state, stop))
    elif stop >= state.stop and precedes(body, subject[0], ", "):
        content = strip(body, boundary(state, subject[0] - 2), subject[0])  # …, the jury has been told
    else:
        return
    base = "asserted" if kind not in ("unattributed", "anonymous", "news_org", "news_collective") else "reported"
    base = "reported" if source == subject[:2] else base
    cue = (edge, state.tokens[index][1])
    state.found.append(Found(source, kind, [cue], [content], base, "passive", subject[0]))


def _clause_follows(state: Sentence, index: int, stop: int) -> bool:
    """Whether a clause stands behind the verb and the time of saying: was told yesterday he was staying in a flat."""
    at = setting_end(state, stop)
    while index + 1 < len(state.tokens) and state.tokens[index + 1][0] < at:
        index += 1
    return clausal(state, index + 1, clause_end(state, stop))


def _own_end(state: Sentence, begin: int, end: int) -> int:
    """Where the clause of a passive ends: before another clause (…, but he was …) and what the author adds (…, giving …)."""
    body, tokens = state.body, state.tokens
    comma = body.find(", ", begin, end)
    while comma > 0:
        if follows_any(body, comma, _ADDED):
            return comma
        place = next((at for at, token in enumerate(tokens) if token[0] >= comma), len(tokens))
        if place < len(tokens):
            word = tokens[place][2]
            if word.endswith("ing") and len(word) > 5 and word.islower() and word not in NO_VERB:
                return comma
            if word == "and" and clausal(state, place + 1, end):
                return comma
        comma = body.find(", ", comma + 2, end)
    return end


def _counted(state: Sentence, index: int, edge: int) -> None:
    """``No injuries were reported``, ``Three deaths were reported in Leyte``: a number of things, by nobody named."""
    body = state.body
    if inner_left(state, edge) > state.left:
        return
    subject = subject_before(body, state.left, edge, state.words.names, wide=True)
    if subject is None or subject[2] or _NUMBER.match(body, subject[0]) is None:
        return
    stop = state.tokens[index][1]
    state.found.append(
        Found(None, "unattributed", [(edge, stop)], [subject[:2]], "reported", "passive", subject[0], fixed=True)
    )


def impersonal(state: Sentence, index: int, first: int, row: dict[str, Any]) -> None:
    """``is expected to``, ``was estimated at``, ``it is reported that``: nobody is named, unless ``by`` does."""
    cls = row.get("passive")
    if cls is None:
        return
    body = state.body
    begin, stop, _ = state.tokens[index]
    edge = state.tokens[first][0]
    if body[edge + 2 : edge + 4] in ("'s", "’s"):
        edge += 2  # It's estimated that
    if body[: edge - 1].endswith((", it", "It")) and _apart(state, index, edge, cls):
        return
    following = state.tokens[index + 1] if index + 1 < len(state.tokens) else None
    if state.tokens[index][2] == "reported":
        if following is None or following[2] in _DUE or following[2] in _WHERE or body[stop : stop + 1] in ",;":
            _counted(state, index, edge)
            return
        if following[2] == "to" and state.tokens[index + 2 : index + 3] and state.tokens[index + 2][2] not in _BEING:
            return  # the theft was reported to police
    if following is None:
        return
    source: Span | None = None
    after = stop
    if following[2] == "by" and not body[following[1] + 1 : following[1] + 2].isdigit():  # are expected by 2026
        for until in (" to ", " that "):  # by analysts to reach 3%; it was alleged by the prosecutor that
            source = next_np(
                body,
                following[1],
                clause_end(state, following[1]),
                state.words.names,
                settings=state.words.setting,
                until=until,
            )
            if source is not None:
                break
        if source is None:
            return
        after = source[1]
        follow = LETTERS.search(body, after)
        if follow is None:
            return
        following = (follow.start(), follow.end(), follow.group())
    left = inner_left(state, begin)
    if source is None and left > state.left:
        return  # inside what somebody says: it is his, and the words give its class
    subject = subject_before(body, left, edge, state.words.names, wide=True)
    if subject is None or subject[2]:
        return
    if precedes(body, subject[0], " and "):
        low = boundary(state, subject[0])
        if not any(low <= token[0] < subject[0] and finite(state, at) for at, token in enumerate(state.tokens)):
            if body[low : subject[0]].split(" ", 1)[0].lower() not in state.words.names.prepositions:
                subject = (low, subject[1], False)  # glaciers in Europe, the Andes, and Indonesia
    printed = body[subject[0] : subject[1]].lower()
    if precedes_any(body, subject[0], (" whose ", " which ", " who ")):
        return
    end = clause_end(state, after)
    fates = state.words.sections["fate.en"]
    if state.tokens[index][2] == "feared" and following[2] in fates and following[0] == stop + 1:
        content = [strip(body, subject[0], _own_end(state, following[0], end))]
    elif following[2] == "that" and printed == "it":
        content = [strip(body, following[1], end)]
    elif (
        printed == "it"
        and source is None
        and (
            clausal(state, index + 1, end)
            or (following[2] in ("the", "a") and state.tokens[index][2] in ("understood", "thought", "believed"))
        )
    ):
        content = [strip(body, stop, end)]
    elif (
        (
            following[2] == "to"
            and printed != "there"
            and (cls != "asserted" or body[following[1] + 1 :].split(" ", 1)[0] in _BEING)
            and not _foresaid(state, following[1], subject[0])
        )
        or (
            following[2] == "at"
            and cls in ("estimated", "forecast")
            and (not row.get("figure") or any(char.isdigit() for char in body[following[1] : following[1] + 12]))
        )
        or (
            state.tokens[index][2] == "expected"
            and following[2] in _DUE
            and printed not in ("it", "there", "this", "that")
        )
        or (row.get("figure") and following[2].endswith("ing") and not state.words.measures.isdisjoint(printed.split()))
    ):
        content = [strip(body, subject[0], _own_end(state, following[0], end))]
    else:
        return
    kind = guess(body[source[0] : source[1]], state.words.names) if source else "unattributed"
    if source is not None and cls == "reported":
        cls = base_of(row, kind)
    state.found.append(
        Found(source, kind, [(edge, stop)], content, cls, "passive", subject[0], fixed=cls == "reported")
    )


def _foresaid(state: Sentence, at: int, begin: int) -> bool:
    """``…, the watchdog is expected to say``: what it will say stands before."""
    if not precedes(state.body, begin, ", "):
        return False
    said = LETTERS.match(state.body, at + 1)
    if said is None or not (said.end() >= state.stop or state.body[said.end()] in ".,;"):
        return False
    cue = state.words.cues.get(said.group())
    return cue is not None and cue[1]["class"] == "asserted"


def _apart(state: Sentence, index: int, edge: int, cls: str) -> bool:
    """``…, it was alleged in court``, ``It was claimed last night that …``: whether the clause stands apart from the passive."""
    body = state.body
    stop = state.tokens[index][1]
    at = setting_end(state, stop)
    if inner_left(state, edge) > state.left and state.found:
        return False
    begin = edge - 3
    if follows(body, begin, "It "):
        that = THAT.match(body, at) if at > stop else None
        content = [] if that is None else [strip(body, that.end(), clause_end(state, that.end()))]
    elif at >= state.stop or body[at] in ".;":
        content = [strip(body, boundary(state, begin), begin)]
    elif body[at] == ",":  # The club, it is understood, owes £3m
        content = [strip(body, boundary(state, begin), begin), strip(body, at, clause_end(state, at))]
    else:
        return False
    if not content or content[0][1] - content[0][0] < 4:
        return False
    cue = [(edge, stop)]
    state.found.append(
        Found(None, "unattributed", cue, content, cls, "passive", content[0][0], fixed=cls == "reported")
    )
    return True


def branded_by(state: Sentence, index: int, first: int, row: dict[str, Any]) -> None:
    """``was described as “a disaster” by the union``, ``has been hailed as a breakthrough by both``: who judged stands behind."""
    body = state.body
    stop = state.tokens[index][1]
    end = clause_end(state, stop)
    low = stop
    if follows(body, stop, " by "):
        low, by = body.find(" as ", stop + 4, min(end, stop + 90)) + 3, stop
        if low < stop or "," in body[stop:low]:
            return
        content = said_from(state, low, end)
    else:
        if follows(body, stop, " as "):
            low = stop + 3
        elif not row.get("to"):
            return
        by = body.find(" by ", low, min(end, low + 120))
        if by < 0 or by <= low or "," in body[low:by]:
            return
        content = strip(body, low, by)
    judged = body[content[0] : content[1]].split(" ", 1)[0]
    direct = any(span == content for span in state.quotes)
    if (
        not direct
        and judged not in ("a", "an", "the")
        and judged not in state.words.verdicts
        and judged[:1] not in '“"'
    ):
        return
    source = next_np(body, by + 3, low - 3 if by == stop else end, state.words.names, settings=state.words.setting)
    if source is None:
        return
    kind = guess(body[source[0] : source[1]], state.words.names)
    if kind == "none" or (kind == "organization" and not speaks(body[source[0] : source[1]], state.words.names)):
        return
    cue = [(state.tokens[first][0], stop)]
    state.found.append(Found(source, kind, cue, [content], row["class"], "branded", content[0], direct, fixed=True))
