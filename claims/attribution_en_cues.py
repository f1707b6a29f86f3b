"""English cues with a shape of their own: according to, citing, reportedly, quoted as saying, as X put it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_clause import DASHES, boundary, clause_end, finite, strip
from claims.attribution_en_kinds import guess, speaks
from claims.attribution_en_next import next_np
from claims.attribution_en_np import subject_before
from claims.attribution_en_reads import JOINING
from claims.attribution_en_setting import setting_end
from claims.attribution_en_words import BE, THAT, Found, Sentence
from claims.looks import follows, follows_any, precedes, precedes_any

if TYPE_CHECKING:
    from claims.records import Span

__all__ = [
    "MODALS",
    "according",
    "as_put",
    "as_reported",
    "citing",
    "closing",
    "goes_on",
    "left_open",
    "opened",
    "quoting",
    "reported_by",
    "reportedly",
]

_RELATIVES: Final[tuple[str, ...]] = (" who ", " which ", " whose ")
_LEFT_OPEN: Final = frozenset(
    {"when", "that", "because", "after", "while", "where", "although", "though", "before", "if", "but", "and"}
)
#: What waits for the rest of its clause.
MODALS: Final = frozenset(
    {"could", "may", "might", "will", "would", "should", "is", "are", "was", "were", "has", "have", "had"}
)
_PAPERS: Final = frozenset({"document", "institution", "news_org", "anonymous"})
#: As per the police: not as per the contract.
_TOLD: Final = frozenset({"institution", "news_org", "news_collective", "anonymous", "person", "experts"})
_COMPARED: Final[tuple[str, ...]] = (
    "compared with ",
    "compared to ",
    "up from ",
    "down from ",
    "versus ",
    "higher than ",
    "lower than ",
    "more than ",
    "fewer than ",
    "less than ",
)
_CARRIED: Final[tuple[str, ...]] = (
    "in ", "on ", "at ", "for ", "from ", "near ", "to ", "into ", "by ", "through ", "across ", "between ", "because ", "when ",
    "after ", "before ", "until ", "where ", "since ", "unless ", "if ",
)  # fmt: skip
_SO_MANY: Final = re.compile(r"\d|\b(?:dozens|scores|hundreds|thousands|millions) of\b")
_AFTER: Final[tuple[str, ...]] = (" after ", " when ", " because ", " before ", " while ")
_TURNS: Final[tuple[str, ...]] = (", while ", ", but ", ", and ", "; ")
_AS_SAYING: Final = re.compile(
    r"\b(?:as )?saying\b|\bas telling (?:[\w’'-]+ ){0,3}?(?:[A-Z][\w’'-]+|[a-z]+s|it|them)\b"
)


def according(state: Sentence, index: int) -> None:
    """``According to X, …``, ``…, according to X`` and ``…, according to X, …``."""
    tokens, body, names = state.tokens, state.body, state.words.names
    begin = tokens[index][0]
    if index + 2 >= len(tokens) or tokens[index + 1][2] != "to":
        return
    stop = tokens[index + 1][1]
    source = next_np(body, stop, clause_end(state, stop), names, settings=state.words.setting, whoever=True)
    if source is None or not state.words.yardsticks.isdisjoint(body[source[0] : source[1]].lower().split()[:3]):
        return
    if source[1] >= clause_end(state, stop) and begin == state.left and body.find(", ", *source) > 0:
        source = (source[0], body.find(", ", *source))  # According to Reuters, the bank’s governor also stated that
    if begin == state.left and body[source[1] : source[1] + 1] == " " and body.find(", ", *source) > 0:
        source = (source[0], body.find(", ", *source))  # According to Kerala Police, the prime suspect confessed
    after = source[1]
    before = strip(body, boundary(state, begin), begin)
    dash = next((mark for mark in DASHES if follows(body, after, f" {mark}")), "")
    opened = body.rfind(f" {dash}", before[0], begin) if dash else -1
    if opened > 0:  # – the best growth in a year, according to managers –
        before = strip(body, opened + len(dash), begin)
    opening = body[before[0] : before[1]]
    comma = body[after : after + 1] == ","
    rest = strip(body, after, clause_end(state, after))
    if comma and follows_any(body, rest[0], ("who ", "which ", "whose ")):
        close = body.find(", ", rest[0], rest[1])
        rest = strip(body, close, rest[1]) if close > 0 else (rest[1], rest[1])
    elif comma and not opening and body[rest[0] : rest[1]].split(" ", 1)[0].endswith("ed"):
        close = body.find(", ", rest[0], rest[1])  # the lawsuit, filed on Monday, …
        rest = strip(body, close, rest[1]) if close > 0 else rest
    quote = next((span for span in state.quotes if span[1] == before[1] and span[0] == before[0]), None)
    if quote is not None and " " in state.text[quote[0] : quote[1]]:
        kind = guess(body[source[0] : source[1]], names)
        base = "reported" if kind in ("news_org", "news_collective", "anonymous") else "asserted"
        content = [quote]
        for span in state.quotes:
            if span[0] > after and body[after : span[0]] in (", ", ", but ", ", and ", ". "):
                content.append(span)
        fixed = kind in ("news_org", "news_collective")
        state.found.append(Found(source, kind, [(begin, stop)], content, base, "according", begin, True, fixed=fixed))
        return
    first = opening.lower()
    turns = first in JOINING or first in state.words.sections["connective.en"]  # But, according to X, …
    if not opening or turns or (opening[-1] in "”" and opening.count(" ") < 1):
        if not comma or rest[1] - rest[0] < 8:
            return
        content = [rest]
    elif comma and rest[1] > rest[0] and opening.rstrip(",").rsplit(" ", 1)[-1] in _LEFT_OPEN:
        content = [rest]  # was arrested when, according to court documents, agents found …
    elif comma and rest[1] > rest[0] and left_open(opening):
        content = [before, rest]  # It was, according to the bank, the third time
    else:
        content = [before]
        spoken = body[rest[0] : rest[1]].split(" ", 1)[0] in state.words.cues  # according to X, said Y
        if (
            comma
            and rest[1] > rest[0]
            and not spoken
            and (goes_on(state, rest[0], begin) or follows_any(body, rest[0], ("that ", "before ")))
        ):
            content.append(rest)
    kind = guess(body[source[0] : source[1]], names)
    base = "reported" if kind in ("news_org", "news_collective", "anonymous") else "asserted"
    fixed = kind in ("news_org", "news_collective")
    state.found.append(Found(source, kind, [(begin, stop)], content, base, "according", begin, fixed=fixed))


def left_open(said: str) -> bool:
    """``It was also, he claimed, untrustworthy``: a form of be or a modal waits for what comes behind."""
    words = said.split()
    if len(words) < 2:
        return False
    last = words[-1]
    return last in BE or last in MODALS or (words[-2] in BE and last in ("also", "now", "still", "not"))


def opened(state: Sentence, index: int) -> None:
    """``Per court documents, …``, ``As per the passengers, …`` and ``In the words of one lobbyist, …`` at the front."""
    body, names = state.body, state.words.names
    begin, stop = state.tokens[0][0], state.tokens[index][1]
    as_per = index == 1
    if index and not as_per:
        if not follows(body, begin, "In the words of "):
            return
        stop += 3
    source = next_np(body, stop, clause_end(state, stop), names, settings=state.words.setting, whoever=True)
    if source is None or body[source[1] : source[1] + 1] != ",":
        return
    kind = guess(body[source[0] : source[1]], names)
    if kind == "none" or (index < 2 and kind not in (_TOLD if as_per else _PAPERS)):
        return
    content = strip(body, source[1], clause_end(state, source[1]))
    if content[1] - content[0] > 8:
        told = kind in ("document", "institution") or (as_per and kind in ("person", "experts"))
        base = "opinion" if index > 1 else "asserted" if told else "reported"
        state.found.append(Found(source, kind, [(begin, stop)], [content], base, "according", begin))


def closing(state: Sentence, index: int) -> None:
    """``…, per Crunchbase’s Layoff Tracker.`` at the end; not ``$3, per share``."""
    body, names = state.body, state.words.names
    begin, stop, _ = state.tokens[index]
    source = strip(body, stop, clause_end(state, stop))
    phrase = body[source[0] : source[1]]
    kind = guess(phrase, names)
    site = "." in phrase and " " not in phrase  # per layoffs.example
    named = phrase.removeprefix("the ")[:1].isupper() or kind in _PAPERS or site
    if "," in phrase or not named or phrase.count(" ") > 8:
        return
    content = strip(body, boundary(state, begin), begin)
    if content[1] - content[0] > 8:
        base = "reported" if kind in ("news_org", "news_collective", "anonymous") else "asserted"
        state.found.append(Found(source, kind, [(begin, stop)], [content], base, "according", begin))


def goes_on(state: Sentence, at: int, cue: int) -> bool:
    """Whether the words at ``at`` go on with the clause before an insertion: its verb, or what it is compared with."""
    if follows_any(state.body, at, _COMPARED) or (state.body.startswith(_CARRIED, at) and _carried(state, at)):
        return True
    if follows(state.body, at, "with ") and (
        "ing " in state.body[at : at + 50] or _SO_MANY.search(state.body, at, at + 50) is not None
    ):
        spoken = state.body[at : at + 90].split()
        return not any(word.endswith("ing") and word in state.words.cues for word in spoken)  # with the ministry saying
    tokens = state.tokens
    first = next((index for index, token in enumerate(tokens) if token[0] >= at), None)
    if first is None or tokens[first][0] != at:
        return False
    word = tokens[first][2]
    if word.endswith("ly") and first + 1 < len(tokens):
        word = tokens[first + 1][2]
    if word.endswith("ing"):  # …, he said, adding that
        return False
    if not (word in state.words.finite or word in state.words.cues or (word.endswith("ed") and len(word) > 4)):
        return False
    if tokens[0][2] == "What" and word in BE:
        return True  # What is needed, she said, is time
    return not any(token[0] < cue and finite(state, index) for index, token in enumerate(tokens[:first]))


def _carried(state: Sentence, at: int) -> bool:
    """``The crash happened before dawn, Ortiz said, on Mill Road``: a place or time of the clause, and none of the saying."""
    body, end = state.body, clause_end(state, at)
    if body.find(",", at, end) >= 0 or setting_end(state, at - 1) > at - 1:
        return False
    words = body[at:end].split(" ", 6)
    if words[1:2] and words[1].endswith("ing"):
        return False  # he said, after meeting them
    return state.words.names.settings.isdisjoint(words[:6])


def as_reported(state: Sentence) -> None:
    """``As reported by X, …``."""
    body, tokens = state.body, state.tokens
    if len(tokens) < 4 or tokens[1][2] != "reported" or tokens[2][2] != "by":
        return
    begin, stop, _ = tokens[1]
    source = next_np(body, tokens[2][1], clause_end(state, stop), state.words.names, settings=state.words.setting)
    if source is None or body[source[1] : source[1] + 1] != ",":
        return
    content = strip(body, source[1], clause_end(state, source[1]))
    kind = guess(body[source[0] : source[1]], state.words.names)
    state.found.append(Found(source, kind, [(begin, stop)], [content], "reported", "as_reported", begin, fixed=True))


def reported_by(state: Sentence, index: int) -> bool:
    """``the plan, first reported by X, would cost`` and ``…, as reported by X``: an insertion, and whether it was one."""
    tokens, body = state.tokens, state.body
    begin, stop, _ = tokens[index]
    first = index
    while (
        first > 0
        and tokens[first - 1][2] in ("first", "previously", "earlier", "as")
        and body[tokens[first - 1][1]] == " "
    ):
        first -= 1
    before = strip(body, boundary(state, tokens[first][0]), tokens[first][0])
    if before[0] >= before[1] or body[before[1]] != ",":
        return False
    if tokens[first][2] in ("first", "previously", "earlier"):
        return True  # the outage, first reported by Axios, lasted an hour: who told of it first, and no report
    source = next_np(body, stop + 3, clause_end(state, stop), state.words.names, settings=state.words.setting)
    if source is None:
        return False
    content = [before]
    rest = strip(body, source[1], clause_end(state, source[1]))
    if body[rest[0] : rest[1]].split(" ", 1)[0] in state.words.cues:
        return True  # a memo, first reported by Axios, said …: the memo speaks
    if body[source[1] : source[1] + 1] == "," and rest[1] > rest[0]:
        opening = body[before[0] : before[1]].split(" ", 1)[0].lower()
        content = [rest] if opening in state.words.names.prepositions else [before, rest]
    kind = guess(body[source[0] : source[1]], state.words.names)
    state.found.append(Found(source, kind, [(begin, stop)], content, "reported", "according", begin, fixed=True))
    return True


def as_put(state: Sentence, index: int) -> None:
    """``As X put it, …`` and ``…, as X put it``."""
    tokens, body = state.tokens, state.body
    begin, stop, _ = tokens[index]
    stop += 3
    opener = next((at for at in range(index - 1, max(-1, index - 9), -1) if tokens[at][2] in ("as", "As")), None)
    put = setting_end(state, stop)
    if opener is None or index - opener < 2 or not (put >= state.stop or body[put] in ',;:.“"'):
        return  # could have put it in his hand
    last = index - 1
    while last > opener + 1 and tokens[last][2] in state.words.names.adverbs:
        last -= 1  # as the economist Rosa Lindhout once put it
    source = (tokens[opener + 1][0], tokens[last][1])
    kind = guess(body[source[0] : source[1]], state.words.names)
    before = strip(body, boundary(state, tokens[opener][0]), tokens[opener][0])
    after = strip(body, setting_end(state, stop), clause_end(state, stop))
    opens = after[1] > after[0] and before[1] - before[0] < 4  # As one analyst put it, the carrier is …
    content = after if opens else before
    if kind == "none" or content[1] - content[0] < 8:
        return
    direct = any(span[0] == content[0] for span in state.quotes)
    parts = [content]
    if not opens and after[1] > after[0] and follows(body, stop, ", "):
        if body[content[0] : content[1]].rsplit(" ", 1)[-1] in BE or goes_on(state, after[0], begin):
            parts.append(after)  # The carrier, as one analyst put it, is “flying on fumes”
    counted = any(char.isdigit() for low, high in parts for char in state.text[low:high])
    base = "asserted" if counted else "opinion"
    state.found.append(Found(source, kind, [(begin, stop)], parts, base, "put", begin, direct))


def citing(state: Sentence, begin: int, stop: int) -> None:
    """``…, citing two officials``: who is cited; what they said is settled with the report that cites them."""
    body = state.body
    source = next_np(body, stop, clause_end(state, stop), state.words.names, settings=state.words.setting, loose=True)
    if source is None or precedes(body, begin, "without "):
        return
    names, phrase = state.words.names, body[source[0] : source[1]]
    kind = guess(phrase, names)
    if kind == "organization" and not speaks(phrase, names):
        return  # citing strong demand in Asia: a reason
    base = "reported" if kind in ("anonymous", "news_org", "news_collective") else "asserted"
    state.found.append(Found(source, kind, [(begin, stop)], [], base, "citing", begin))


def reportedly(state: Sentence, begin: int, stop: int) -> None:
    """``The men allegedly took 3 phones``: hearsay of nobody named, as far as the clause around the adverb reaches."""
    body = state.body
    end = clause_end(state, stop)
    low = _relative(body, boundary(state, begin), begin)
    for item in state.found:
        for span in item.content:
            if span[0] < begin < span[1]:
                low = max(low, span[0])  # the ministry said the men allegedly took
    for mark in _AFTER:
        low = max(low, body.rfind(mark, low, begin) + 1)  # was held after he allegedly fired
    before, after = strip(body, low, begin), strip(body, stop, end)
    first = body[before[0] : before[1]].split(" ", 1)[0]
    if f" {first} " in _AFTER:
        before = strip(body, before[0] + len(first), before[1])
    lead = body[before[0] : before[1]].rsplit(" ", 1)[-1]
    if lead in state.words.names.prepositions and body[after[0] : after[1]].split(" ", 1)[0].endswith("ing"):
        before = (before[1], before[1])  # was fined for allegedly breaching the act
    content = [span for span in (before, after) if span[1] > span[0]]
    if content and after[1] > after[0]:
        state.found.append(
            Found(None, "unattributed", [(begin, stop)], content, "reported", "reportedly", begin, fixed=True)
        )


def _relative(body: str, low: int, begin: int) -> int:
    """Where the clause that holds ``begin`` starts: behind who or which, where one opens it."""
    at = max(body.rfind(mark, low, begin) for mark in _RELATIVES)
    return low if at < 0 or "," in body[at:begin] else body.index(" ", at + 1)


def _nobody_named(phrase: str) -> bool:
    """A village head, an official: one of many, with no name."""
    return phrase.startswith(("a ", "an ", "one ", "another ")) and phrase.islower()


def quoting(state: Sentence, index: int) -> bool:
    """``X quoted Y as saying that …`` and ``Y was quoted (by X) as saying …``: whether it was one of them."""
    tokens, body, names = state.tokens, state.body, state.words.names
    begin, stop, _ = tokens[index]
    reach = min(len(body), stop + 160)
    if body.find("saying", stop, reach) < 0 and body.find("as telling ", stop, reach) < 0:
        return False
    match = _AS_SAYING.search(body, stop, reach)
    if match is None or follows(body, stop, " that "):
        return False
    if state.tokens[index][2] == "reported" and match.start() > stop + 1:
        return False  # reported that …, while the radio cited an official as saying
    behind = index
    while behind > 1 and tokens[behind - 1][2] in names.adverbs:
        behind -= 1  # was later quoted
    passive = behind > 0 and tokens[behind - 1][2] in BE
    if match.group() == "saying" and (
        passive or body[match.start() - 2] == "," or tokens[index][2] == "reported" or "," in body[stop : match.start()]
    ):
        return False  # quoted sources saying; not were quoted at $3, saying
    first = behind - 1 if passive else index
    while passive and first > 0 and tokens[first - 1][2] in ("has", "have", "had", "also", "widely"):
        first -= 1
    left = max(state.left, *(body.rfind(mark, 0, begin) + 1 for mark in _TURNS))
    near = subject_before(body, left, tokens[first][0], names)
    if (near is None or near[2]) and precedes_any(body, begin, (" and ", " but ")) and state.found:
        last = state.found[-1]  # said 4 had died and quoted a doctor as saying
        near = (*last.source, False) if last.source is not None and last.rule == "said" else None
    if near is None or near[2]:
        return False
    subject = near[:2]
    telling = match.group().startswith("as telling")
    spoke = (match.start() + 3, match.start() + 10) if telling else (match.end() - 6, match.end())
    that = THAT.match(body, match.end())
    content = strip(body, that.end() if that else match.end(), clause_end(state, match.end()))
    outer: Span | None = None
    if passive and follows(body, content[0], "by "):  # “…,” she was quoted as saying by the agency
        said = body.find(" that ", content[0], content[1])
        outer = next_np(body, content[0] + 2, said if said > 0 else content[1], names, settings=state.words.setting)
        if outer is None:
            return False
        content = strip(body, said + 5, content[1]) if said > 0 else (0, 0)
    if content[1] - content[0] < 4:
        stem = len(body[: subject[0]].rstrip(" ,"))
        content = next((span for span in state.quotes if span[1] == stem), (0, 0))
        if content[1] == 0 and body[: subject[0]].rstrip().endswith(","):
            content = strip(body, boundary(state, stem), stem)
    if content[1] - content[0] < 4:
        return False
    kind = guess(body[subject[0] : subject[1]], names)
    if passive:
        by = strip(body, stop, match.start())
        if outer is None and follows(body, by[0], "by "):
            outer = next_np(body, by[0] + 2, by[1], names, settings=state.words.setting) or (by[0] + 3, by[1])
        parent = None
        if outer is not None:
            parent = len(state.found)
            state.found.append(
                Found(
                    outer,
                    guess(body[outer[0] : outer[1]], names),
                    [(tokens[first][0], stop)],
                    [content],
                    "reported",
                    "quoted",
                    subject[0],
                    fixed=True,
                )
            )
            begin, stop = spoke
        state.found.append(
            Found(subject, kind, [(begin, stop)], [content], "asserted", "quoted", subject[0], parent=parent)
        )
        return True
    inner = strip(body, stop, match.start())
    if inner[0] >= inner[1]:
        return False
    parent = len(state.found)
    state.found.append(Found(subject, kind, [(begin, stop)], [content], "reported", "quoted", subject[0], fixed=True))
    who = guess(body[inner[0] : inner[1]], names)
    state.found.append(
        Found(
            inner,
            who,
            [spoke],
            [content],
            "reported" if who == "anonymous" or _nobody_named(body[inner[0] : inner[1]]) else "asserted",
            "quoted",
            match.start(),
            parent=parent,
        )
    )
    return True
