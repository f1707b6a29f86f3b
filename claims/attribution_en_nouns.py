"""English nouns that report: amid reports that, fears among X that, the minister's promise that, by X's own estimate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_clause import clause_end, strip
from claims.attribution_en_kinds import guess
from claims.attribution_en_np import subject_before
from claims.attribution_en_words import FINITE, Found, Sentence
from claims.looks import follows

if TYPE_CHECKING:
    from claims.records import Span

__all__ = ["held", "noun", "reckoning", "rumour", "swept"]

_AMID: Final = frozenset({"amid", "after", "following", "despite", "on", "were", "was", "are", "been", "with"})
_REPORTING: Final = frozenset(
    {"a", "an", "the", "media", "press", "news", "local", "unconfirmed", "recent", "earlier", "several"}
)
#: What a noun of fear or hope follows when nobody is named: amid fears that, there are concerns that.
_LEADING: Final = frozenset(
    {"amid", "on", "over", "by", "of", "despite", "with", "after", "is", "are", "was", "were", "to", "from"}
)
_ARTICLES: Final = frozenset({"a", "an", "the", "his", "her", "their", "its", "this", "that"})
_WHOSE: Final = re.compile(r" (?:among|by|from|of|in) ((?:[\w.&’'-]+ ){1,7}?)that ")
_AMONG: Final = re.compile(r" (?:among|of|in) ((?:[\w&’'-]+ ){0,5}?[\w&’'-]+)(?= is that )")
_OWN: Final = re.compile(r" (?:own |latest |most recent |initial |first |early )?$")


def rumour(state: Sentence, index: int) -> None:
    """``amid reports that …``, ``after a Reuters report that …``: somebody else's words, named by their noun alone."""
    tokens, body, words = state.tokens, state.body, state.words
    begin, stop, _ = tokens[index]
    if any(item.cue[0][0] <= begin < item.cue[0][1] for item in state.found) or index + 2 >= len(tokens):
        return
    following = tokens[index + 2][2]
    if following in FINITE or following in words.cues or following.endswith("ed"):
        return
    first = index
    while first > 0 and body[tokens[first - 1][1] : tokens[first][0]] == " ":
        previous = tokens[first - 1][2]
        if not (previous[0].isupper() or previous in _REPORTING):
            break
        first -= 1
        if previous in ("a", "an", "the"):
            break
    before = tokens[first - 1][2] if first else ""
    if before.lower() not in _AMID:
        return
    source = (tokens[first][0], stop)
    content = strip(body, stop + 6, clause_end(state, stop))
    state.found.append(Found(source, "news_report", [(begin, stop + 5)], [content], "reported", "report_noun", begin))


def swept(state: Sentence) -> None:
    """``Rumours that … swept the market``: nobody's words, up to the verb of the sentence."""
    begin, stop, _ = state.tokens[0]
    for at, _, word in state.tokens[3:]:
        if word in state.words.sections["spreading.en"]:
            content = strip(state.body, stop + 6, at)
            state.found.append(
                Found(None, "unattributed", [(begin, stop)], [content], "reported", "report_noun", begin, fixed=True)
            )
            return


def held(state: Sentence, index: int) -> None:
    """``The prevailing view is that …``, ``the consensus is that …``: an opinion of nobody named."""
    body = state.body
    begin, stop, word = state.tokens[index]
    if word == "view" and (not index or state.tokens[index - 1][2] not in state.words.sections["held.en"]):
        return
    among = _AMONG.match(body, stop)
    at = among.end() if among is not None else stop
    content = strip(body, at + 9, clause_end(state, at + 9))
    if follows(body, at, " is that ") and content[1] - content[0] > 8:
        source = None if among is None else among.span(1)
        kind = "unattributed" if source is None else guess(body[source[0] : source[1]], state.words.names)
        cue = [(begin, stop + 3)] if among is None else [(begin, stop), (at + 1, at + 3)]
        state.found.append(Found(source, kind, cue, [content], "opinion", "noun", begin))


def noun(state: Sentence, index: int, cls: str) -> None:
    """``fears that …``, ``concern among pharmacists that …``, ``the minister's promise that …``."""
    tokens, body, names = state.tokens, state.body, state.words.names
    begin, stop, _ = tokens[index]
    whose: Span | None = None
    match = _WHOSE.match(body, stop)
    if match is not None:
        whose = (match.start(1), match.end(1) - 1)
        opening = match.end()
    elif follows(body, stop, " that "):
        opening = stop + 6
    else:
        return
    content = strip(body, opening, clause_end(state, opening))
    if " " not in body[content[0] : content[1]] or any(item.cue[0][0] == begin for item in state.found):
        return
    stirring, voicing = state.words.sections["stirring.en"], state.words.sections["voicing.en"]
    first = index
    while first > 0 and index - first < 3 and body[tokens[first - 1][1] : tokens[first][0]] == " ":
        word = tokens[first - 1][2]
        if (
            word in _LEADING
            or word in stirring
            or word in voicing
            or word.endswith(("’s", "'s", "s’", "s'"))
            or not word.islower()
            or word in FINITE
        ):
            break
        first -= 1
    before = tokens[first - 1][2] if first else ""
    if whose is None and before.endswith(("’s", "'s", "s’", "s'")):
        at = first - 1
        while at > 0 and first - at < 6 and body[tokens[at - 1][1] : tokens[at][0]] in (" ", ". "):
            word = tokens[at - 1][2]
            if word in names.prepositions or word in state.words.finite or word.endswith("ed"):
                break
            at -= 1
            if word.lower() in _ARTICLES:
                break
        owner = (tokens[at][0], tokens[first - 1][1])
        whose = (owner[0], owner[1] - (2 if before.endswith(("’s", "'s")) else 1))
    elif whose is None and before in voicing:
        helper = first - 1
        while helper > 0 and tokens[helper - 1][2] in names.adverbs:
            helper -= 1
        voiced = subject_before(body, state.left, tokens[helper][0], names)
        if voiced is None or voiced[2]:
            return
        whose, begin = voiced[:2], tokens[first - 1][0]  # parents expressed fears that
    elif whose is None and before.lower() not in _LEADING and before.lower() not in stirring:
        return
    if whose is None and any(low <= begin < high for item in state.found for low, high in item.content):
        return  # said there was a risk that it would close
    kind = "unattributed" if whose is None else guess(body[whose[0] : whose[1]], names)
    if kind == "none":
        return
    state.found.append(Found(whose, kind, [(begin, stop)], [content], cls, "noun", begin, fixed=True))


def reckoning(state: Sentence, index: int) -> None:
    """``By the utility's own reckoning, …``: an estimate, at the front."""
    tokens, body, names = state.tokens, state.body, state.words.names
    begin, stop, _ = tokens[index]
    if tokens[0][2] not in ("By", "On") or body[stop : stop + 1] != ",":
        return
    own = _OWN.search(body, tokens[0][1], begin)
    owner = (tokens[0][1] + 1, own.start() if own is not None else begin - 1)
    phrase = body[owner[0] : owner[1]]
    if "," in phrase or not phrase.endswith(("’s", "'s", "s’", "s'")):
        return
    owner = (owner[0], owner[1] - (2 if phrase.endswith(("’s", "'s")) else 1))
    content = strip(body, stop, clause_end(state, stop))
    kind = guess(body[owner[0] : owner[1]], names)
    if kind != "none" and content[1] - content[0] > 8:
        state.found.append(Found(owner, kind, [(begin, stop)], [content], "estimated", "noun", begin))
