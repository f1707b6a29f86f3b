"""What stands before its English verb of saying: “…,” said X; …, analysts at Y said; If …, he said, …."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_clause import DETERMINERS, aside, boundary, clausal, clause_end, finite, strip
from claims.attribution_en_content import SPEAKING
from claims.attribution_en_cues import MODALS, goes_on, left_open
from claims.attribution_en_kinds import guess, outlet, speaks
from claims.attribution_en_next import next_np
from claims.attribution_en_objects import base_of
from claims.attribution_en_reads import JOINING
from claims.attribution_en_setting import aired, setting_end
from claims.attribution_en_words import PRONOUNS, Found, Sentence
from claims.looks import capital, first_word, follows, follows_any, precedes_any

if TYPE_CHECKING:
    from claims.records import Span

__all__ = ["closes", "inverted", "post"]

#: What may follow a verb whose content stands before it.
_PLACES: Final[tuple[str, ...]] = (
    " in ",
    " at ",
    " on ",
    " as ",
    " with ",
    " without ",
    " when ",
    " after ",
    " during ",
    " before ",
    " of ",
    " from ",
    " outside ",
    " aboard ",
    " inside ",
    " near ",
    " ahead of ",
    " following ",
    " by ",
    " via ",
    " to ",
    " through ",
    " over ",
    " amid ",
    " adding ",
    " saying ",
)
#: What opens a clause that is not the whole of what is said.
_OPENING: Final = frozenset(
    {"If", "Unless", "When", "Once", "While", "Although", "Though", "Because", "Where", "Until", "Had"}
)
#: Before a number no prepositions: About 3,000 people fled, the agency said.
_COUNTED: Final = re.compile(
    r"(?:About|Around|Over|Under|Between|Close to) (?:[$€£]?\d|(?:a|one|two|three|half) )"
    r"|(?:At (?:least|most)|Up to|As (?:many|few|much|little) as|In excess of) "
)
_SOON: Final = frozenset(
    {"shortly", "soon", "just", "moments", "minutes", "hours", "days", "later", "earlier", "right"}
)
_HOSTED: Final = re.compile(r" (?:[a-z]+ed|seen|sent|given|made|held|shown)\b")  # on a podcast hosted by his brother


def closes(state: Sentence, at: int) -> bool:
    """Whether a quotation that ends as speech does (with , . ! ? inside, or a comma after) closes at ``at``."""
    return any(stop == at and state.text[max(0, stop - 2) : stop - 1] in ",.!?…—-" for _, stop in state.quotes)


def inverted(state: Sentence, begin: int, stop: int, row: dict[str, Any], *, quote: bool) -> bool:
    """``“…,” said X, chief executive of Y``; without quotation marks only after a comma."""
    body, names = state.body, state.words.names
    source = next_np(body, stop, clause_end(state, stop), names, settings=state.words.setting, whoever=quote)
    if source is None:
        return False
    at = len(body[:begin].rstrip(" ,\n" if quote else None))
    if quote:
        spans = [span for span in state.quotes if span[1] == at]
        if not spans:
            return False
        content = [(spans[0][0], spans[0][1])]
        opening = boundary(state, spans[0][0])
        lead = body[opening : spans[0][0]].rstrip()
        if _leads_in(state, lead, spans[0]):  # The impact is “indisputable”, say scientists
            content, quote = [strip(body, opening, at)], False
    else:
        content = [strip(body, boundary(state, at), at)]
        named = body[source[0] : source[1]].split(" ", 1)[0]
        rest = strip(body, source[1], clause_end(state, source[1]))
        who = guess(body[slice(*source)], names)
        split = (
            body[source[1] : source[1] + 1] == ","
            and rest[1] > rest[0]
            and (
                goes_on(state, rest[0], begin)
                or (who == "person" and follows(body, rest[0], "which "))  # He threw a punch, said Penn, which broke it
                or _main_clause(state, content[0], rest)
                or left_open(body[content[0][0] : content[0][1]])
            )
        )
        if len(body[content[0][0] : content[0][1]].split()) < (2 if split else 3):
            return False
        known = who in SPEAKING or (who == "organization" and speaks(body[slice(*source)], names))
        if named.lower() in PRONOUNS or (named.islower() and not known):
            return False  # …, said the people: with no name
        if split:
            content.append(rest)
    content += _second_half(state, source[1]) if quote else []
    kind = guess(body[source[0] : source[1]], names)
    if row.get("media"):
        kind = outlet(body[slice(*source)], kind, names)
    if follows_any(body, source[1], (", who ", ", whose ")):
        kind = "person" if kind == "organization" and follows(body, source[1], ", who ") else kind
        if len(content) == 1 and (quote or follows(body, source[1], ", who ")):  # his own clause
            close = body.find(", ", source[1] + 2, clause_end(state, source[1]))
            source = strip(body, source[0], close if close > 0 else clause_end(state, source[1]))
            content += _second_half(state, source[1]) if quote and close > 0 else []
    base = base_of(row, kind)
    state.found.append(
        Found(
            source,
            kind,
            [(begin, stop)],
            content,
            base,
            "post",
            content[0][0],
            quote,
            fixed=base == "reported" and row.get("media", False),
        )
    )
    return True


def _leads_in(state: Sentence, lead: str, quote: Span) -> bool:
    """Whether the words before a quotation are its own: The rule holds “as long as …”, Sales “cannot keep up”; not But “…”."""
    if not lead[-1:].isalnum():
        return False
    first = lead.lstrip().lower()
    return " " in lead or (
        state.text[quote[0] + 1 : quote[0] + 2].islower()
        and first not in state.words.sections["connective.en"]
        and first not in JOINING
    )


def _second_half(state: Sentence, at: int) -> list[Span]:
    """The other half of a split quotation (“A,” he said, “B.”): it must follow at once."""
    body = state.body
    while at < len(body) and body[at] in " ,.\n":
        at += 1
    return [span for span in state.quotes if span[0] == at]


def _main_clause(state: Sentence, before: Span, after: Span) -> bool:
    """``If the strike goes on, he said, the yard will miss …``, ``By 2030, he said, …``: a setting and its clause."""
    body, tokens = state.body, state.tokens
    first = body[before[0] : before[1]].split(" ", 1)[0]
    if first.lower() in JOINING:  # But despite the search, he said, …
        first = body[before[0] + len(first) + 1 : before[1]].split(" ", 1)[0].capitalize()
    turns = first.lower() in state.words.sections["connective.en"] and before[1] - before[0] == len(first)
    set_off = first[:1].isupper() and first.lower() in state.words.names.prepositions
    if not (turns or first in _OPENING or set_off):
        going = body[after[0] : after[1]].split(" ", 1)[0].endswith("ing")
        return not going and _later(body[before[0] : before[1]], state)
    comma = body.rfind(", ", before[0], before[1])
    if (
        comma > 0
    ):  # If it rains, we stay, he said, and …: the main clause has been; not Unless fast, strict action is taken
        at = next((index for index, token in enumerate(tokens) if token[0] >= comma), len(tokens))
        done = any(token[0] > before[0] and finite(state, index) for index, token in enumerate(tokens[:at]))
        if first not in _OPENING or (done and (tokens[at][2].lower() in PRONOUNS or clausal(state, at, before[1]))):
            return False
    place = next((index for index, token in enumerate(tokens) if token[0] >= after[0]), len(tokens))
    if place == len(tokens) or tokens[place][2].endswith("ing"):
        return False
    return clausal(state, place, after[1], tokens[place][0] > after[0])


def _heard(behind: str, state: Sentence) -> bool:
    """Whether to names who is told: to Reuters, to reporters, to a friend; not to the crime."""
    words = behind.split(" ", 2)
    word = (words[1] if words[0] in DETERMINERS and len(words) > 1 else words[0]).rstrip(",.")
    return word[:1].isupper() or word in state.words.hearers or word in state.words.names.nouns


def _later(said: str, state: Sentence) -> bool:
    """Shortly after the blast, Two days later, Later that night: only when something was."""
    words = said.lower().split(" ", 3)
    if len(words) > 2 and words[0] in _SOON and words[1] in state.words.names.prepositions | {"that", "this"}:
        return True
    return said.count(" ") < 4 and said.endswith((" later", " earlier", " before", " ago")) and "," not in said


def _joined_on(state: Sentence, after: Span) -> bool:
    """``The engine caught fire, the report said, and the crew turned back``: the second half of what is said."""
    body, tokens, words = state.body, state.tokens, state.words
    if follows(body, after[0], "because "):
        return clausal(state, next(index for index, token in enumerate(tokens) if token[0] >= after[0]) + 1, after[1])
    if not follows_any(body, after[0], ("and ", "but ")):
        return False
    if body[after[0] + 4 : after[1]].split(" ", 1)[0] in MODALS:
        return True  # He is questionable, the coach said, and could miss the game
    place = next((index for index, token in enumerate(tokens) if token[0] >= after[0]), len(tokens)) + 1
    if any(token[2] in words.sections["onlooker.en"] for token in tokens[place : place + 3]):
        return False
    if any(token[2] in words.cues or token[2] in words.acts for token in tokens[place:] if token[0] < after[1]):
        return False
    return aside(body, after[0] - 2, after[1], words) == after[1] and clausal(state, place, after[1])


def _stands_alone(state: Sentence, span: Span) -> bool:
    """Whether what stands before ``, X said`` is said, and no setting: In 2025, sales rose; not In Seoul, After the vote."""
    said = state.body[span[0] : span[1]]
    size = said.count(" ") + 1
    low = span[0]
    first = first_word(said, 0, len(said))
    if size < 7 and first.lower() in state.words.names.prepositions:
        if _COUNTED.match(said):
            return size > 2
        comma = said.find(", ")
        if comma < 0:
            return False
        low += comma + 2
    elif size > 2 and (
        not (first.endswith("ing") and capital(said, 0)) or (said.startswith("According") and ", " in said)
    ):
        return True
    elif size > 6:  # Taking on the mayor, while …, he had posted; not Building more homes, as promised, will take years
        last = said.rsplit(", ", 1)[-1].split(" ", 1)[0]
        if last in state.words.finite:
            return True
        if ", " not in said and not state.words.finite.isdisjoint(said.split()):
            return True  # Drinking three or more cups a day was linked to it, researchers report
    place = next((index for index, token in enumerate(state.tokens) if token[0] >= low), len(state.tokens))
    return place < len(state.tokens) and clausal(state, place, span[1], state.tokens[place][0] > low)


def _was_done(state: Sentence, cue: int, span: Span, at: int) -> bool:
    """Whether a participle is all that is said: ``Standing down for the day, the firm said.``; not Speaking in Oslo, he said."""
    first, _, rest = state.body[span[0] : span[1]].partition(" ")
    if not (first.endswith("ing") and first[0].isupper() and " " in rest) or not follows(state.body, cue, "said"):
        return False
    if state.quotes or state.body.find(" that ", at) >= 0 or state.body.find(",", at, state.stop) >= 0:
        return False
    word = first.lower()
    spoken = word in state.words.cues or word in state.words.seldom or word in state.words.sections["insertion.en"]
    return not spoken and word not in state.words.acts


def post(state: Sentence, index: int, row: dict[str, Any], subject: Span, kind: str, at: int) -> bool:
    """The content stands before its source: ``…, analysts at Y said``; it may go on after it (``…, he said, …``)."""
    body = state.body
    begin, stop, _ = state.tokens[index]
    close = setting_end(state, at)
    setting, at = close > at, close
    if setting and _HOSTED.match(body, at):
        comma = body.find(", ", at, state.stop)
        if comma > 0:
            at = comma  # in an interview published on Monday, …
    tail = body[at : at + 1]
    spoken = body[: subject[0]].rstrip()
    told = (
        spoken[-1:] in ("”", '"')
        and state.text[len(spoken) - 2 : len(spoken) - 1] in ",?!…—-"
        and closes(state, len(spoken))
    )
    shown = setting and told and aired(state, at)
    if told and not shown and follows(body, at, " that "):
        return False
    if (
        not told
        and at < state.stop
        and tail not in ",;"
        and not (tail == "." and body[at + 1 : at + 3].strip() in ("“", '"'))
    ):
        if (
            not body.startswith(_PLACES, at)
            and not follows_any(body, at, (" — ", " – ", " - ", "—"))
            and not (setting and _HOSTED.match(body, at))
        ):
            return False
    if follows(body, at, " to ") and (row.get("addressee") or not _heard(body[at + 4 : at + 60], state)):
        return False  # military police told him to clear the course; confessed to the crime
    stem = body[: subject[0]].rstrip()
    if stem.endswith(", as"):
        if row["class"] != "asserted":
            return False  # he was going to leave, as he had threatened
        stem = stem[:-3]
    if not stem:
        return False
    if row.get("media"):
        kind = outlet(body[slice(*subject)], kind, state.words.names)
    base = base_of(row, kind)
    if row.get("addressee") and kind == "institution" and stop >= state.stop:
        base = "reported"  # …, inquiry told
    fixed = base == "reported" and kind in ("news_org", "news_collective")
    quote = next((span for span in state.quotes if span[1] == len(stem)), None)
    if quote is not None and (closes(state, len(stem))):
        opening = boundary(state, quote[0])
        lead = body[opening : quote[0]].rstrip()
        if _leads_in(state, lead, quote):  # The rule holds “as long as it rains,” he said
            content = [strip(body, opening, len(stem))]
            state.found.append(Found(subject, kind, [(begin, stop)], content, base, "post", opening, fixed=fixed))
            return True
        content = [quote, *_second_half(state, at)]
        state.found.append(Found(subject, kind, [(begin, stop)], content, base, "post", quote[0], True, fixed=fixed))
        return True
    if stem.endswith(",") and len(stem) > 1 and stem[-2] in '”"':
        quote = next((span for span in state.quotes if span[1] == len(stem) - 1), None)
        if quote is not None and not body[state.left : quote[0]].strip():
            content = [quote, *_second_half(state, at)]
            state.found.append(
                Found(subject, kind, [(begin, stop)], content, base, "post", quote[0], True, fixed=fixed)
            )
            return True
    if not stem.endswith(","):
        return False
    opening = boundary(state, len(stem) - 1)
    if kind == "document" and state.found and opening > state.left:
        shares = [item.source for item in state.found if item.source is not None and body[item.source[1] - 1] in "%t"]
        if shares and len(shares) == len(state.found):
            opening = state.left  # 61% said …, while 22% said …, a poll found
    before = strip(body, opening, len(stem))
    content = [before]
    if tail == "," and body[before[0] : before[1]].endswith(_RELATIVES):
        after = strip(body, at, clause_end(state, at))  # people who, she said, did not appear
        comma = body.find(", ", after[0], after[1]) if precedes_any(body, before[1], (", who", ", which")) else -1
        if comma > 0:
            after = (after[0], comma)  # the cost, which, she said, had doubled, was
        if after[1] <= after[0]:
            return False
        state.found.append(Found(subject, kind, [(begin, stop)], [after], base, "post", after[0], fixed=fixed))
        return True
    if tail == ",":
        after = strip(body, at, clause_end(state, at))
        if after[1] > after[0] and (
            goes_on(state, after[0], begin)
            or _main_clause(state, before, after)
            or _joined_on(state, after)
            or left_open(body[before[0] : before[1]])
        ):
            content.append(after)
    if len(content) == 1 and not _stands_alone(state, before) and not _was_done(state, begin, before, at):
        return False
    state.found.append(Found(subject, kind, [(begin, stop)], content, base, "post", before[0], fixed=fixed))
    quote = _turn(state, at) if tail == "," and len(content) == 1 else None
    if quote is not None:
        state.found.append(Found(subject, kind, [(begin, stop)], [quote], base, "post", quote[0], True, fixed=fixed))
    return True


#: A relative pronoun before the speaker: what is said is the clause that it opens.
_RELATIVES: Final[tuple[str, ...]] = (" who", " which", " that", " whom")


def _turn(state: Sentence, at: int) -> Span | None:
    """``Growth is slowing, he said, but “it is not over.”``: the quotation with which the speaker ends."""
    for span in state.quotes:
        if span[0] > at:
            lead = state.body[at : span[0]]
            return span if lead in (", but ", ", and ") and span[1] >= state.stop else None
    return None
