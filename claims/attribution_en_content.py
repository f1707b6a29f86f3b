"""What stands right of an English verb of saying: a clause, a quotation, a figure, a denied report; or nothing."""

from __future__ import annotations

import re
from typing import Any

from claims.attribution_en_words import FINITE, PRONOUNS, THAT, WORD, Sentence, Words, aside, clause_end, strip
from claims.records import Span

__all__ = ["complement", "told"]

_NO_CLAUSE = frozenset({
    "so", "nothing", "little", "no", "yes", "to", "of", "by", "at", "in", "on", "for", "with", "about", "as", "and",
    "or", "but", "much", "more", "less", "when", "how", "why", "what", "whether", "goodbye", "than", "from",
    "through", "via", "into", "over", "while", "which", "who", "because", "also"
})  # fmt: skip
_PLACES = frozenset({"in", "at", "on", "via", "during", "to", "through", "with", "by", "from"})
_NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|half)\b"
)


def told(state: Sentence, index: int) -> tuple[list[Span] | None, bool, int]:
    """Content of told: (spans, direct, where a content-first sentence would go on); the hearer is skipped."""
    body = state.body
    stop = state.tokens[index][1]
    end = clause_end(state, stop)
    comma = body.find(",", stop, min(end, stop + 160))
    limit = comma if comma >= 0 else min(end, stop + 160)
    that = body.find(" that ", stop, limit)
    if that >= 0:
        return [strip(body, that + 6, end)], False, -1
    quote = next((span for span in state.quotes if span[0] >= stop), None)
    if quote is not None and comma >= 0 and body[comma + 1 : quote[0]].isspace():
        return [quote], True, -1
    if index + 2 >= len(state.tokens):
        return None, False, limit
    hearer = state.tokens[index + 1]
    if hearer[2] in ("a", "an", "the", "his", "her", "its", "their"):
        return None, False, limit
    if not (hearer[2].lower() in state.words.hearers or hearer[2][0].isupper()):
        return None, False, -1
    at, step = hearer[1], index + 2
    while (
        hearer[2][0].isupper()
        and step < len(state.tokens)
        and state.tokens[step][2][0].isupper()
        and state.tokens[step][0] == at + 1
    ):
        at, step = state.tokens[step][1], step + 1
    setting = state.words.setting.match(body, at)
    at = setting.end() if setting else at
    following = WORD.match(body, at + 1) if body[at : at + 1] == " " else None
    if following is None:
        return None, False, at
    if following.group() in _NO_CLAUSE or (
        hearer[2][0].isupper() and following.group().lower() not in PRONOUNS | {"the"}
    ):
        return None, False, -1
    return [strip(body, at, end)], False, -1


def complement(
    state: Sentence, index: int, row: dict[str, Any], *, plain: bool, subject: str
) -> tuple[list[Span] | None, bool | None]:
    """What stands right of a verb of saying: (content, direct); direct None is a noun phrase or an infinitive."""
    body, text, words = state.body, state.text, state.words
    _, stop, word = state.tokens[index]
    end = clause_end(state, stop)
    at = stop
    setting = words.setting.match(body, at)
    if setting is not None:
        at = setting.end()
    that = THAT.match(body, at)
    if that is not None and that.end() < end:
        return [strip(body, that.end(), aside(body, that.end(), end))], False
    # said: “…”, said, “…”, said “…”
    opening = at
    while opening < len(body) and body[opening] in " ,:\n":
        opening += 1
    quote = next((span for span in state.quotes if span[0] == opening), None)
    if quote is not None and not row.get("report"):
        inner = text[quote[0] : quote[1]]
        if body[at : at + 1] in ",:" or (inner.count(" ") > 2 and strip(body, quote[1], end)[1] <= quote[1]):
            spans = [quote]
            return spans, True
    if body[at : at + 1] != " ":
        return None, False
    following = WORD.match(body, at + 1)
    if following is None and body[at + 1 : at + 2] in '“"' and plain:
        return [strip(body, at, end)], False
    first = following.group() if following else ""
    if word in words.nouns and not (
        word in ("estimates", "estimate", "forecasts", "projects", "reports") or first.lower() in PRONOUNS
    ):
        return None, False
    if first == "to" and row.get("to") and word not in words.nouns:
        if not (word.endswith("ed") and row["class"] == "forecast" and subject.lower() not in PRONOUNS):
            return [strip(body, at, end)], None
        return None, False
    least = first == "at" and body.startswith((" at least ", " at most "), at)
    if (setting is not None or first in _PLACES) and not least:
        deep = body.find(" that ", stop, min(end, stop + 130))
        if deep > 0 and "," not in body[stop:deep]:
            return [strip(body, deep + 6, end)], False
        if first in _PLACES:
            return None, False
    if least and not (plain or row.get("object")):
        return None, False
    if first == "of" and row["class"] == "possible" and any(char.isdigit() for char in body[at:end]):
        return [_object_end(body, strip(body, at + 3, end))], None
    if first in _NO_CLAUSE and not least and first not in ("while", "more", "what", "whether", "about", "no", "over"):
        return None, False
    rest = strip(body, at, aside(body, at, end))
    content = body[rest[0] : rest[1]]
    if row.get("object"):
        good = _object(content, row, words, news=bool(row.get("media")) and plain)
        if good:
            cut = _object_end(body, rest)
            return [cut], None
        if not plain or not any(token in FINITE or token == "to" for token in content.split()):
            return None, False
    if first in ("about", "no", "over", "what", "whether") and not any(token in FINITE for token in content.split()):
        return None, False
    if plain and content.count(" ") >= 1:
        return [rest], False
    if first.lower() in PRONOUNS and following is not None:
        verb = WORD.search(body, following.end(), end)
        if verb is not None and (verb.group() in FINITE or verb.group().endswith("ed")):
            return [rest], False
    return None, False


def _object(content: str, row: dict[str, Any], words: Words, *, news: bool) -> bool:
    """Whether a noun phrase is what was reported, announced or expected: it must carry a figure or a plan."""
    head = content.split(None, 2)[:2]
    if head and head[0] in ("plans", "plan") and "to" in head:
        return True
    if not any(char.isdigit() for char in content) and _NUMBER.search(content) is None:
        return False
    if news:
        return not any(token in FINITE or token in ("to", "that") for token in content.split())
    if row.get("media"):
        return any(token.strip(",.") in words.results for token in content.lower().split()[:12])
    return True


def _object_end(body: str, span: Span) -> Span:
    for mark in (", while ", ", whereas ", ", but ", ", though ", ", as ", ", compared ", ", sending ", ", beating "):
        at = body.find(mark, span[0], span[1])
        if at >= 0:
            span = (span[0], at)
    return span
