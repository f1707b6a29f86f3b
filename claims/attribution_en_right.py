"""The report of an English verb of saying whose subject is known: what stands right of the verb, or before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_clause import aside, boundary, clause_end, strip
from claims.attribution_en_content import complement
from claims.attribution_en_hearer import hearer, told
from claims.attribution_en_kinds import guess, outlet, speaks
from claims.attribution_en_objects import appraised, base_of, denial, put
from claims.attribution_en_post import closes, post
from claims.attribution_en_setting import setting_end
from claims.attribution_en_words import FINITE, PRONOUNS, Found
from claims.looks import follows, follows_any, precedes

if TYPE_CHECKING:
    from claims.attribution_en_keys import Key
    from claims.attribution_en_words import Sentence
    from claims.records import Span

__all__ = ["right"]

_CITING: Final[tuple[str, ...]] = (", citing ", ", quoting ")
_ONES: Final[tuple[str, ...]] = ("his ", "her ", "their ")
_HIS: Final[tuple[str, ...]] = (" in his ", " in her ")
_OTHER_SHARE: Final = re.compile(
    r", (?:while|whereas|but|and|with|compared (?:with|to)|up from|down from) "
    r"(?:(?:only|just|about|another|a further) )?\d"
)


def right(state: Sentence, index: int, key: Key, subject: Span, head: int) -> None:
    """The report whose subject is known: its content stands right of the verb, or the whole clause stands before it."""
    body, names = state.body, state.words.names
    begin, stop, word = state.tokens[index]
    lemma, row = key.lemma, key.row
    printed = body[subject[0] : subject[1]]
    kind = guess(printed, names)
    if kind == "none":
        return
    if precedes(body, subject[0], " than "):
        return  # faster than we anticipated
    if kind == "organization" and printed.startswith(_ONES) and not speaks(printed, names):
        return  # days after his death denied
    if key.media and follows(body, setting_end(state, stop), " that "):
        kind = outlet(printed, kind, names)  # Metro reported on Monday that; not Metro reported a loss
    elif key.media and kind == "organization" and follows_any(body, stop, _CITING) and body.find(", that ", stop) > 0:
        kind = "news_org"  # KNN reported, citing sources, that
    if kind == "organization" and follows_any(body, subject[1], _HIS):
        kind = "person"  # Brewer in her veto letter said
    if lemma == "understand" and kind not in ("news_org", "news_collective", "organization"):
        return  # Sky News understands that; not he understands people being angry
    if printed.endswith(("those", " who", " which")):
        return  # one of those reported dead, a student who volunteered
    if key.seeing and kind not in ("experts", "market"):
        return  # economists were looking for 1.5%; not the police
    if lemma in ("learn", "gather") and kind not in ("news_org", "news_collective"):
        return  # The Guardian has learned that; not investigators learned that
    if key.planning and kind == "organization":
        last = printed.rsplit(" ", 1)[-1]
        if last.islower() and last not in PRONOUNS and not speaks(last, names):
            return  # the crude benchmark threatened to rise
    if key.document and kind not in ("document", "experts"):
        closed = lemma == "find" and stop >= state.stop and precedes(body, subject[0], ", ")  # …, the group found
        if (
            not closed
            and not (row.get("body") and kind == "institution")
            and (row.get("body") or not follows_any(body, stop, (" that ", " that, ")))
        ):
            return
    if lemma == "put":
        put(state, index, row, subject, kind)
        return
    if key.judges and appraised(state, index, row, subject, head, kind):
        return
    if kind == "organization" and " " not in printed:
        at = setting_end(state, stop)
        if body[at + 1 : at + 5].split(" ")[0] in ("he", "she", "his", "her") or follows(body, stop, ", who "):
            kind = "person"
    if lemma == "rule" and follows(body, stop, " out "):
        thing = strip(body, stop + 5, aside(body, stop + 5, clause_end(state, stop), state.words))
        last = printed.rsplit(" ", 1)[-1]
        known = kind in ("person", "institution", "anonymous") or last.lower() in names.nouns
        known = known or (last[0].isupper() and " " in printed)  # not the rain
        if known and kind != "document" and thing[1] - thing[0] > 3:  # ruled out a return to the old system
            cue = [(begin, stop + 4)]
            state.found.append(Found(subject, kind, cue, [thing], "denied", "denied", head, fixed=True))
        return
    if key.denied:
        denial(state, index, row, subject, head, kind)
        return
    stem = len(body[: subject[0]].rstrip(" ,")) if state.quotes and head == subject[0] else 0
    if (
        stem
        and not row.get("order")
        and any(span[1] == stem for span in state.quotes)
        and (body[stem : subject[0]].strip() == "," or closes(state, stem))
    ):
        at = stop
        if key.addressee and index + 1 < len(state.tokens):
            after, _ = hearer(state, index + 1)
            at = state.tokens[(after - 1 if after > 0 else index + 1)][1]
        if post(state, index, row, subject, kind, at):
            return
    direct: bool | None
    if key.addressee:
        content, direct, plain = told(state, index)
        if content is None and plain >= 0:
            post(state, index, row, subject, kind, plain)
            return
    else:
        media = key.media and kind in ("news_org", "news_collective")
        polled = kind == "document" and body[stop + 1 : stop + 2].isdigit()  # the survey suggests 58% of voters do
        content, direct = complement(
            state, index, row, plain=bool(row.get("bare")) or media or polled, subject=printed, kind=kind
        )
    said_so = _as_said(state, subject, stop) if content is None else None
    if said_so is not None:
        content, direct = [said_so], False
    if content is None:
        closing = stop >= state.stop and precedes(body, subject[0], ", ")
        if (
            word not in state.words.nouns
            or kind == "document"
            or closing
            or lemma in ("report", "estimate", "forecast")
            or (  # …, she adds, …; the app, its makers claim, can …
                body[stop : stop + 1] == ","
                and precedes(body, subject[0], ", ")
                and (kind == "person" or (index + 1 < len(state.tokens) and state.tokens[index + 1][2] in FINITE))
            )
        ):
            post(state, index, row, subject, kind, stop)
        return
    if direct and content and precedes(body, subject[0], ", ") and body[: subject[0] - 2].strip():
        said = state.text[content[0][0] + 1 : content[0][1]].split(" ", 1)[0]
        if said in FINITE:  # Mr Khan, his lawyer said, “is looking forward …”
            content, direct = [(boundary(state, subject[0] - 2), content[0][1])], False
    base = base_of(row, kind)
    if row["class"] == "forecast" and follows(body, stop, " to "):
        deed = state.words.sections["happening.en"].get(body[stop + 4 :].split(" ", 1)[0])
        if row.get("wish") or (deed is not None and deed.get("expects")) or follows(body, stop, " to break ground"):
            base = "planned"  # expects to hire 300
    if printed[-1] in "%t" and len(content) == 1 and not direct:
        other = _OTHER_SHARE.search(body, *content[0])  # 61% said they had, while 22% …
        content = [(content[0][0], other.start())] if other is not None else content
    rule = "said"
    if content and direct is None:
        rule, direct = "object", False
        if key.media and kind not in ("news_org", "news_collective"):
            base = "asserted"
        if (
            row.get("hearer")
            and base == "possible"
            and not follows_any(body, setting_end(state, stop), (" of ", " against "))
        ):
            base = "opinion"  # warned residents to stay indoors
    fixed = (base == "reported" and kind in ("news_org", "news_collective")) or bool(
        row.get("order") and rule == "object"
    )
    state.found.append(Found(subject, kind, [(begin, stop)], content, base, rule, head, bool(direct), fixed=fixed))


def _as_said(state: Sentence, subject: Span, stop: int) -> Span | None:
    """``As X reported last week, …``: the clause after the comma."""
    body = state.body
    if subject[0] > len("and as ") or body[: subject[0]].strip().lower() not in ("as", "but as", "and as"):
        return None
    at = setting_end(state, stop)
    if body[at : at + 1] != ",":
        return None
    content = strip(body, at, clause_end(state, at))
    return content if content[1] - content[0] > 8 else None
