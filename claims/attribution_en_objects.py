"""What an English verb of saying does to a noun: denied the report, put the price at $3, criticised the plan as “…”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_clause import TURNS, aside, clausal, clause_end, said_from, strip
from claims.attribution_en_setting import setting_end
from claims.attribution_en_words import BE, PRONOUNS, THAT, Found, Sentence
from claims.looks import follows, follows_any, precedes
from claims.numerals import EN_WORDS
from claims.patterns import tree

if TYPE_CHECKING:
    from claims.records import Span

__all__ = ["appraised", "base_of", "branded", "denial", "put"]

_DENIED_NP: Final = frozenset({
    "wrongdoing", "any", "having", "knowing", "being", "involvement", "responsibility", "paying", "making",
    "receiving", "it", "this", "that", "both", "all", "ever",
})  # fmt: skip
_AS_WHILE: Final[tuple[str, ...]] = (" as he ", " as she ", " as they ", " as it ", " as part ", " as well ")
_WITH: Final[tuple[str, ...]] = (
    ", with ",
    *TURNS,
    *_AS_WHILE,
    " as the ",
    " after ",
    ", which ",
    ", who ",
    ", saying ",
    ", arguing ",
)
_NEXT: Final[tuple[str, ...]] = (", and ", ", after ", ", when ")
_CALLING: Final[tuple[str, ...]] = (" for ", " on ", " off ", " in ", " up ", " upon ")
_THE: Final = frozenset({"the", "his", "her", "its", "their", "this", "these", "those", "what"})
_OWN_OR_THE: Final[tuple[str, ...]] = (" the ", " his ", " her ", " its ", " their ")
_CALLERS: Final = frozenset({"person", "institution", "organization", "experts", "anonymous", "industry"})
_SENTENCED: Final = re.compile(r" to (?:\d|death|prison|jail|life)")
_ESTIMATING: Final = frozenset({"document", "experts", "institution", "anonymous", "market", "news_org"})
_PUT_AT: Final = re.compile(
    r" (?:[\w’'-]+ ){1,8}at (?:[a-z]+ ){0,3}(?:[$€£¥₩]|\d(?![\d:]* ?[ap]\.?m)|half |“|\""
    rf"|(?:{tree(EN_WORDS)})\b)"
    r"| (?:[\w’'-]+ ){1,6}on (?:about |around )?\d+(?:\.\d+)?(?:%| per ?cent)"
)
_POINTED: Final[tuple[str, ...]] = ("it", "them", "him", "her", "this", "that", "us", "me", "as")
_OF_DOING: Final = re.compile(
    r" (?!(?:by|in|at|on|after|during|over|last|and|or|of|for|with|earlier|this) )(?:[\w.&’'“”\"\x00-]+ ){1,14}?of "
    r"(?:(?!the |its |his |her |their |our |all |both )[a-z]|[“\"])"
)
_OF_THAT: Final = re.compile(r"(?: (?:by|in|from|on) (?:[\w.&’'-]+ ){1,6}?that |\s*that,?\s+)")


def base_of(row: dict[str, Any], kind: str) -> str:
    """The class that the verb gives, by who speaks: the press and the unnamed tell hearsay, but the unnamed may contend."""
    cls: str = row["class"]
    if row.get("contested") and kind not in ("news_org", "news_collective"):
        return cls
    if row.get("shows") and kind == "document":
        return "asserted"
    if cls == "asserted" and (kind in ("anonymous", "news_collective") or (kind == "news_org" and row.get("media"))):
        return "reported"
    if cls == "asserted" and kind == "news_org":
        return "reported"
    return cls


def appraised(state: Sentence, index: int, row: dict[str, Any], subject: Span, head: int, kind: str) -> bool:
    """Takes a verb that judges its object: called it “…”, blamed rain for, accused the firm of; False for any other verb."""
    if row.get("as") or (row.get("thing") and follows_any(state.body, state.tokens[index][1], _OWN_OR_THE)):
        branded(state, index, row, subject, head, kind)
    elif row.get("blame"):
        _blamed(state, index, row, subject, head, kind)
    elif row.get("accuse"):
        _accused(state, index, row, subject, head, kind)
    else:
        return False
    return True


def branded(state: Sentence, index: int, row: dict[str, Any], subject: Span, head: int, kind: str) -> None:
    """``criticised the budget as “…”``, ``called it “…”``: the quotation is an opinion; one word in marks is a label."""
    body = state.body
    begin, stop, _ = state.tokens[index]
    if row.get("to") and follows_any(body, stop, (" on ", " upon ")):
        end = clause_end(state, stop)
        to = body.find(" to ", stop + 4, min(end, stop + 90))
        if (
            to > 0
            and all(
                part[:1].isupper() for part in body[stop:to].split(", ")[1:]
            )  # the Rail, Maritime and Transport union
            and body[to + 4 : to + 5].islower()
            and not follows(body, to + 4, "the ")
        ):
            content = strip(body, body.index(" ", stop + 1), aside(body, to, end, state.words))
            cue = [(begin, body.index(" ", stop + 1))]
            state.found.append(Found(subject, kind, cue, [content], row["class"], "object", head, fixed=True))
        return
    if stop - begin == 4 and " on " in body[slice(*subject)] and follows(body, begin, "call that "):
        return  # told analysts on a conference call that
    if follows(body, begin, "call") and follows(body, stop, " for ") and kind != "document":
        end = aside(body, stop, clause_end(state, stop), state.words)
        for mark in TURNS:
            at = body.find(mark, stop, end)
            end = at if at > 0 else end
        content = strip(body, stop + 5, end)
        summoned = state.words.sections["summoned.en"]
        if any(word in summoned for word in body[content[0] : content[1]].split(" ", 3)[:3]):
            return  # called for a doctor, for a medical timeout
        if " " in body[content[0] : content[1]] and body[stop + 5] != '"' and kind in _CALLERS:
            cue = [(begin, stop + 4)]
            state.found.append(Found(subject, kind, cue, [content], row["class"], "object", head, fixed=True))
        return
    if row.get("to") and (follows_any(body, stop, _CALLING) or precedes(body, subject[0], " what ")):
        return  # called for a truce, what it calls “operations”
    end = clause_end(state, stop)
    if row.get("whole") and follows(body, stop, " as ") and precedes(body, begin, " and "):
        return  # has been ill and described as “tired”
    if row.get("whole") and _lived(state, index):
        content = said_from(state, stop, end)
        state.found.append(Found(subject, kind, [(begin, stop)], [content], "asserted", "branded", head, fixed=True))
        return
    quote = next((span for span in state.quotes if span[0] > stop), None)
    reason = body.find(" for ", stop, min(end, stop + 60)) if row.get("reason") else -1
    if reason > stop + 1 and "," not in body[stop:reason] and not body[reason + 5 : reason + 6].isdigit():
        content = strip(body, stop, _next_verb(state, index, reason, aside(body, stop, end, state.words)))
        state.found.append(Found(subject, kind, [(begin, stop)], [content], row["class"], "branded", head, fixed=True))
        return
    link_at = body.find(" as ", stop, min(end, stop + 90)) if row.get("whole") or quote is None else -1
    if link_at > 0 and not row.get("whole"):
        judged = body[link_at + 4 : end].split(" ", 1)[0].rstrip(",")
        if row.get("to") or not (judged in ("a", "an") or judged in state.words.verdicts):
            link_at = -1  # condemned the attack as cowardly
    if (
        link_at > stop + 1
        and (body[stop + 1 : link_at] not in _POINTED or (row.get("whole") and _sorted(body, link_at + 4, state)))
        and (not row.get("naming") or _named(body, stop, link_at))
        and "," not in body[stop:link_at]
        and not follows_any(body, link_at, _AS_WHILE)
    ):
        content = said_from(state, stop, end)
        cls = base_of(row, kind)
        state.found.append(Found(subject, kind, [(begin, stop)], [content], cls, "branded", head, fixed=True))
        return
    if row.get("naming"):
        return
    unquoted = row.get("thing") and (quote is None or "," in body[stop : quote[0]])
    if unquoted and (body[stop + 1 : stop + 40].split(" ", 1)[0] in _THE or body[stop + 1 : stop + 2].isupper()):
        content = said_from(state, stop, end)
        judged = body[content[0] : content[1]]
        if follows(body, begin, "condemn") and (
            not state.words.sections["condemnable.en"].keys().isdisjoint(judged.split()[:4])
            or _SENTENCED.search(judged)
        ):
            return  # condemned the house; condemned the man to death
        for mark in _WITH:
            at = body.find(mark, *content)
            content = strip(body, content[0], at) if at > 0 else content
        state.found.append(Found(subject, kind, [(begin, stop)], [content], row["class"], "branded", head, fixed=True))
        return
    if quote is None and row.get("to") and _calls(state, index, end):
        content = said_from(state, stop, end)
        state.found.append(Found(subject, kind, [(begin, stop)], [content], row["class"], "branded", head, fixed=True))
        return
    if quote is None or quote[0] > end or "," in body[stop : quote[0]]:
        return
    if (
        not follows(body, stop, " as ")
        and " " not in state.text[quote[0] : quote[1]]
        and state.text[quote[0] + 1 : quote[1] - 1].strip(",.") not in state.words.verdicts
        and (" " not in body[stop : quote[0]].strip() or state.text[quote[0] + 1].isupper())
    ):
        return  # a label, a name
    if body.count(" ", stop, quote[0]) > 8:
        return
    link = body[stop : quote[0]].rsplit(None, 1)
    named = body[stop : quote[0]].strip()
    if row.get("to") and (" " in named or (named and named not in _POINTED)):  # called the charges “a gross overreach”
        close = _quotes_end(state, quote)
        goes_on = body[quote[0] - 3 : quote[0]] == " a " and body[close : close + 2].strip(" ").islower()
        if goes_on and state.text[close - 2 : close - 1] not in ",." and body[close : close + 1] == " ":
            close = aside(body, close, end, state.words)  # called it a “risk-management” move to cushion the market
        content = strip(body, stop, close)
        state.found.append(Found(subject, kind, [(begin, stop)], [content], row["class"], "branded", head, fixed=True))
    elif row.get("to") or (link and link[-1] == "as"):
        state.found.append(
            Found(subject, kind, [(begin, stop)], [quote], row["class"], "branded", head, True, fixed=True)
        )


def _sorted(body: str, at: int, state: Sentence) -> bool:
    """Whether it is described as a thing of some sort: as the work of a sick mind, as cowardly."""
    word = body[at : at + 40].split(" ", 1)[0]
    return word in ("a", "an", "the") or word in state.words.verdicts


def _named(body: str, stop: int, link: int) -> bool:
    """Whether somebody else is identified as one who is named: the man as Kyle Voss; not himself, not the gene as a cause."""
    name = body[link + 4 : link + 5].isupper() or "-year-old " in body[link + 4 : link + 18]
    return name and not body[stop:link].endswith(("self", "selves"))


def _lived(state: Sentence, index: int) -> bool:
    """Whether a verb is followed by what somebody lived through: described how, described seeing a fireball."""
    following = state.tokens[index + 1 : index + 2]
    if not following or following[0][0] != state.tokens[index][1] + 1:
        return False
    word = following[0][2]
    return word == "how" or word in state.words.sections["living.en"]


def _quotes_end(state: Sentence, quote: Span) -> int:
    """Where the last quotation ends that is listed with this one: “redundant”, “late” and “unnecessary”."""
    stop = quote[1]
    for begin, close in state.quotes:
        if begin > stop and state.body[stop:begin] in (" and ", ", ", ", and "):
            stop = close
    return stop


def _next_verb(state: Sentence, index: int, after: int, stop: int) -> int:
    """Where the next verb of the same subject begins behind ``after``: praised the crew for their calm | and said …"""
    at = state.body.find(" and ", after, stop)
    while at > 0:
        for begin, _, word in state.tokens[index + 1 :]:
            if begin == at + 5 and (word in state.words.finite or word in state.words.cues):
                return at
        at = state.body.find(" and ", at + 5, stop)
    return stop


def _calls(state: Sentence, index: int, end: int) -> bool:
    """Whether somebody calls a thing something: called it a victory, the charges politically motivated, the ruling unfair."""
    tokens = [token for token in state.tokens[index + 1 : index + 7] if token[0] < end]
    words = state.words
    if len(tokens) < 2 or "," in state.body[tokens[0][0] : tokens[min(3, len(tokens) - 1)][0]]:
        return False
    first = tokens[0][2]
    if first in ("it", "him", "her", "them", "this"):
        return (
            tokens[1][2] in ("a", "an", "the")
            or tokens[1][2] in words.verdicts
            or (len(tokens) > 2 and tokens[1][2].endswith("ly"))  # calling them politically motivated
            or (len(tokens) == 2 and tokens[1][2].islower() and tokens[1][1] >= end)  # opponents call it wasteful
        )
    if first not in ("the", "his", "her", "its", "their", "this", "that"):
        return False
    for at in range(2, min(5, len(tokens))):
        word = tokens[at][2]
        if word in words.names.prepositions:
            return False
        if word in words.verdicts or word in ("a", "an") or (word.endswith("ly") and at + 1 < len(tokens)):
            return True
    return False


def _accused(state: Sentence, index: int, row: dict[str, Any], subject: Span, head: int, kind: str) -> None:
    """``accused the clinics of overcharging the state``: whom, and of what, to the next comma."""
    body = state.body
    begin, stop, _ = state.tokens[index]
    match = _OF_DOING.match(body, stop)
    if match is None:
        return
    end = clause_end(state, stop)
    comma = body.find(", ", match.end(), end)
    content = strip(body, stop, aside(body, match.end(), comma if comma > 0 else end, state.words))
    cls = "asserted" if kind == "document" else row["class"]  # the lawsuit accuses the utility of …
    state.found.append(Found(subject, kind, [(begin, stop)], [content], cls, "object", head, fixed=True))


def _blamed(state: Sentence, index: int, row: dict[str, Any], subject: Span, head: int, kind: str) -> None:
    """``blaming a shortage of parts``, ``blamed the fall on rain``: whatever is blamed, and on what."""
    body, words = state.body, state.words
    begin, stop, _ = state.tokens[index]
    end = clause_end(state, stop)
    comma = body.find(", ", stop, end)
    content = strip(body, stop, aside(body, stop, comma if comma > 0 else end, words))
    first = body[content[0] : content[1]].split(" ", 1)[0]
    if " " in body[content[0] : content[1]] and first not in words.names.prepositions and not first.endswith("self"):
        state.found.append(Found(subject, kind, [(begin, stop)], [content], row["class"], "object", head, fixed=True))


def put(state: Sentence, index: int, row: dict[str, Any], subject: Span, kind: str) -> None:
    """``put the price at $400 million``, where the subject is one that estimates."""
    body, names = state.body, state.words.names
    begin, stop, _ = state.tokens[index]
    last = body[subject[0] : subject[1]].rsplit(" ", 1)[-1].lower()
    object_words = (
        body[stop : stop + 60].lower().split()[:6]
    )  # put the death toll at 12, puts the figure at less than half
    totals = state.words.sections["total.en"]
    counted = any(part in state.words.measures or part in totals for part in object_words)
    if (kind in _ESTIMATING or last in names.nouns or last in PRONOUNS or counted) and _PUT_AT.match(body, stop):
        content = strip(body, stop, aside(body, stop, clause_end(state, stop), state.words))
        state.found.append(Found(subject, kind, [(begin, stop)], [content], base_of(row, kind), "object", subject[0]))


def _waved_off(state: Sentence, index: int, subject: Span, head: int, kind: str, end: int) -> None:
    """``dismissed the plan as a stunt``: a view of a thing; not dismissed him as manager."""
    body, words = state.body, state.words
    begin, stop, _ = state.tokens[index]
    link = body.find(" as ", stop, min(end, stop + 70))
    if link < 0 or "," in body[stop:link] or body[stop + 1 : link].split(" ", 1)[0] not in _THE:
        return
    judged = body[link + 4 : end].split(" ", 2)[:2]
    false = judged[0].strip('“”",') in words.sections["condition.en"]  # dismissed the video as fake
    view = false or judged[0] in ("a", "an", "mere", "too") or judged[0] in words.verdicts or judged[0][:1] in '“"'
    if view and judged[-1].rstrip(",") not in words.names.titles:
        state.found.append(
            Found(
                subject,
                kind,
                [(begin, stop)],
                [strip(body, stop, end)],
                "denied" if false else "opinion",
                "branded",
                head,
                fixed=True,
            )
        )


def denial(state: Sentence, index: int, row: dict[str, Any], subject: Span, head: int, kind: str) -> None:
    """``denied that …``, ``denied a report that …`` (the report keeps its own record), ``denied any wrongdoing``."""
    tokens, body, words = state.tokens, state.body, state.words
    begin, stop, _ = tokens[index]
    end = aside(body, stop, clause_end(state, stop), state.words)
    own = len(state.found)
    that = THAT.match(body, setting_end(state, stop))
    if that is not None and not row.get("report"):
        content = strip(body, that.end(), end)
        state.found.append(Found(subject, kind, [(begin, stop)], [content], "denied", "denied", head, fixed=True))
        return
    for step in range(index + 1, min(index + 9, len(tokens))):
        token_begin, token_end, word = tokens[step]
        if token_begin >= end or "," in body[stop:token_begin]:
            break
        if word not in words.report_nouns and word not in words.sections["denied_noun.en"]:
            continue
        start = strip(
            body,
            max(
                setting_end(state, stop), body.rfind("”", stop, token_begin) + 1, body.rfind('"', stop, token_begin) + 1
            ),
            token_end,
        )[0]
        inner = _OF_THAT.match(body, token_end) if word in words.report_nouns else None
        if inner is not None:
            said = body.rfind("that", token_end, inner.end())
            owner = max(token_end, said - 1) if said > token_end + 2 else token_end
            if row.get("report"):
                cut = body.find(" as ", inner.end(), end)
                end = cut if cut > 0 and body[inner.end() : cut].rsplit(" ", 1)[-1] not in BE else end
            state.found.append(
                Found(
                    subject,
                    kind,
                    [(begin, stop)],
                    [strip(body, start, end)],
                    "denied",
                    "denied",
                    head,
                    target=own + 1,
                    fixed=True,
                )
            )
            state.found.append(
                Found(
                    (start, owner),
                    "news_report",
                    [(token_begin, token_end), (said, said + 4)] if said > token_end + 2 else [(token_begin, said + 4)],
                    [strip(body, inner.end(), end)],
                    "reported",
                    "report_noun",
                    token_begin,
                    parent=own,
                )
            )
        else:
            cut = body.find(" as ", token_end, end)
            for mark in _NEXT:  # denies 14 charges, and the trial goes on
                apart = body.find(mark, token_end, end)
                end = apart if apart > 0 else end
            joined = body.find(" and ", token_end, end)
            if joined > 0 and body[joined + 5 :].split(" ", 1)[0] in words.finite:
                end = joined  # denied the allegations and was found innocent
            content = strip(body, start, cut if 0 < cut < end and row.get("report") else end)
            state.found.append(Found(subject, kind, [(begin, stop)], [content], "denied", "denied", head, fixed=True))
        return
    if row.get("report"):
        _waved_off(state, index, subject, head, kind, end)
        return
    gap = body[stop : tokens[index + 1][0]] if index + 1 < len(tokens) else ""
    if (gap == " " or gap.strip().isdigit()) and clausal(
        state, index + 1, end, gap != " "
    ):  # denied there were casualties
        content = strip(body, stop, end)
        state.found.append(Found(subject, kind, [(begin, stop)], [content], "denied", "denied", head, fixed=True))
        return
    following = tokens[index + 1][2] if index + 1 < len(tokens) else ""
    if following in ("this", "that") and stop + 5 < end and body[stop + 5] == " ":
        return  # denied this week
    if following in _DENIED_NP or following.endswith("ing"):
        state.found.append(
            Found(subject, kind, [(begin, stop)], [strip(body, stop, end)], "denied", "denied", head, fixed=True)
        )
