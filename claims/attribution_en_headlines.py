"""English headlines whose source stands apart: Tesco to cut 300 jobs: sources; Sheriff: 3 people shot at mall."""

from __future__ import annotations

from typing import Final

from claims.attribution_en_clause import finite, strip
from claims.attribution_en_kinds import guess
from claims.attribution_en_words import Found, Sentence, Words

__all__ = ["credited", "fronted", "headline", "headline_from"]

_CREDITED: Final = frozenset({"anonymous", "document", "institution", "news_collective", "experts", "news_org"})
_FRONTED: Final = frozenset({"anonymous", "institution", "experts"})


def credited(printed: str, words: Words) -> int:
    """Where the source of a headline stands behind a colon or dash (Tesco to cut 300 jobs: sources); -1 for none."""
    for mark in (": ", " - ", " – "):
        at = printed.rfind(mark, max(0, len(printed) - 40))
        if at > 0 and printed.count(" ", 0, at) > 1:
            tail = printed[at + len(mark) :]
            known = words.names.nouns.get(tail.rsplit(" ", 1)[-1].lower())
            alone = tail.islower() and tail.isalpha()  # faces further strikes: union
            if (
                (known is not None and (known[0] in _CREDITED or (alone and known[0] == "organization")))
                or tail in words.names.news
                or tail in words.names.institutions
                or tail in words.names.titles
            ):
                return at + len(mark)
    before, _, tail = printed.rpartition("-")  # … to sell its stake to Walmart-sources, rate hike -minutes
    known = words.names.nouns.get(tail.lower()) if before.count(" ") > 2 else None
    if known is not None and known[0] in ("anonymous", "document") and tail.endswith("s") and tail.islower():
        last = before.rsplit(" ", 1)[-1]
        return len(before) + 1 if not last or last[0].isupper() else -1
    return -1


def fronted(printed: str, words: Words) -> int:
    """Where the colon behind the source of a headline stands (Coast guard: 3 ships sank); 0 for none."""
    at = printed.find(": ", 3, 44)
    if (
        at < 0
        or not (printed[at + 2 : at + 3].isupper() or printed[at + 2 : at + 3].isdigit())
        or printed.count(" ", at) < 4
    ):
        return 0
    head = printed[:at]
    known = words.names.nouns.get(" ".join(head.rsplit(" ", 2)[-2:]).lower()) or words.names.nouns.get(
        head.rsplit(" ", 1)[-1].lower()
    )
    if known is not None and known[0] in _FRONTED and not known[1]:
        return at
    low = head.lower()
    if (low.rsplit(" ", 1)[-1] in words.names.titles and head.count(" ") < 4) or low in words.sections["headline.en"]:
        return at
    if head in words.names.institutions or head in words.names.news:
        return at
    owner, mark, surname = head.replace("'", "’").partition("’s ")  # Fed’s Harlan: no rush to cut
    named = surname if mark else head
    if named in words.names.known:
        return at
    of_body = owner in words.names.institutions or owner in words.names.news
    return at if mark and of_body and surname.isalpha() and surname.istitle() else 0


def headline_from(state: Sentence, at: int) -> None:
    """The report of a headline whose source stands before the colon at ``at``."""
    named = bool(state.tokens) and (
        state.body[:at] in state.words.names.known or "’s " in state.body[:at].replace("'", "’")
    )
    if not named and not any(token[0] > at and _happens(state, index) for index, token in enumerate(state.tokens)):
        return  # Ministry: list of offices
    kind = guess(state.body[:at], state.words.names)
    content = strip(state.body, at + 1, state.stop)
    base = "reported" if kind == "anonymous" else "asserted"
    state.found.append(Found((0, at), kind, [(at, at + 1)], [content], base, "said", 0))


def _happens(state: Sentence, index: int) -> bool:
    """Whether a word of a headline is its verb: fired, agree, to cut."""
    words, word = state.words, state.tokens[index][2]
    if word.istitle() and (word.lower() in words.finite or word.lower() in words.weak):
        return True  # Man Shot at Deputies
    if word == "to":
        deed = state.tokens[index + 1][2] if index + 1 < len(state.tokens) else ""
        return deed in words.deeds or deed in words.weak
    return finite(state, index) or word in words.cues or word in words.seldom


def headline(state: Sentence, at: int) -> None:
    """The report of a headline whose source stands at ``at``, behind its mark."""
    body = state.body
    stop = len(body[: at - 1].rstrip(" :-–"))
    kind = guess(body[at:], state.words.names)
    base = "asserted" if kind in ("document", "institution", "experts", "person") else "reported"
    cue = at - 1 if body[at - 1] == "-" else at - 2
    state.found.append(Found((at, len(body)), kind, [(cue, cue + 1)], [(state.left, stop)], base, "post", state.left))
    state.stop = stop
