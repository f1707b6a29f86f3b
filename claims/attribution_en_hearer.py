"""Who is told in English, and what: told reporters in Harare that, informed the nuclear watchdog that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_en_clause import DETERMINERS, NO_CLAUSE, clausal, clause_end, finite, said_from
from claims.attribution_en_setting import setting_end
from claims.attribution_en_words import FINITE, PRONOUNS

if TYPE_CHECKING:
    from claims.attribution_en_words import Sentence
    from claims.records import Span

__all__ = ["hearer", "told", "whom"]

_TIMES: Final = frozenset({"after", "before", "when", "as", "while", "during"})
_SUBJECTS: Final = frozenset({"which", "who", "about", "of", "against", "over", "and"})


def told(state: Sentence, index: int) -> tuple[list[Span] | None, bool, int]:
    """Content of told: (spans, direct, where a content-first sentence would go on); the hearer is skipped."""
    body = state.body
    stop = state.tokens[index][1]
    end = clause_end(state, stop)
    comma = body.find(",", stop, min(end, stop + 160))
    limit = comma if comma >= 0 else min(end, stop + 160)
    that = body.find(" that ", stop, limit)
    if that >= 0 and not any(
        token[0] > stop and token[0] < that and finite(state, at) for at, token in enumerate(state.tokens[: index + 12])
    ):
        return [said_from(state, that + 6, end)], False, -1
    deep = body.find(", that ", stop, min(end, stop + 120)) if comma >= 0 else -1
    if deep > comma and body.find(",", comma + 1, deep) < 0:  # told Mr Devally SC, prosecuting, that
        return [said_from(state, deep + 7, end)], False, -1
    quote = next((span for span in state.quotes if span[0] >= stop), None)
    if quote is not None and comma >= 0 and body[comma + 1 : quote[0]].isspace():
        return [quote], True, -1
    if quote is not None and body[stop : quote[0]].endswith(": "):
        return [quote], True, -1
    after, clear = hearer(state, index + 1)
    if after < 0:
        return None, False, limit if clear else -1
    closed = quote is not None and (quote[1] >= end or body[quote[1]] == ",")
    if quote is not None and closed and not 0 <= comma < quote[0] and body.count(" ", stop, quote[0]) < 11:
        if state.text.count(" ", *quote) > 2 and not clausal(state, after, quote[0]):
            opens = state.text[quote[0] + 1 : quote[0] + 20].split(" ", 1)[0]
            if opens not in FINITE and opens not in state.words.finite:
                # told police after her arrest “…”; not told the hearing her son “would never …”
                return [quote], True, -1
    hears = state.tokens[after - 1][1]
    last, sections = state.tokens[after - 1][2], state.words.sections
    if body[hears + 1 : hears + 2].isdigit() and last[0].isupper() and last.lower() in sections["outlet_kind.en"]:
        hears = _numbered(body, hears)  # told Radio 702, BBC Radio 5 Live, Channel 4 News
        clear = True
    at = setting_end(state, hears)
    while after < len(state.tokens) and state.tokens[after][0] < at:
        after += 1
    if after >= len(state.tokens) or body[at : at + 1] != " ":
        return None, False, at
    if at > hears and state.tokens[after][2] in sections["issuing.en"] and not clausal(state, after, end):
        return None, False, limit if comma >= 0 else end  # told the Nikkei in an interview published on Monday
    named = body[state.tokens[index + 1][0] : state.tokens[after - 1][1]]
    outlet, _, kind = named.removeprefix("the ").partition(" ")
    if not clear and (
        named.removeprefix("the ") in state.words.names.news
        or (outlet in state.words.names.news and kind.lower() in sections["outlet_kind.en"])
    ):
        clear = True  # told ABC Radio the driver, a man from Dubbo, had died
    following = state.tokens[after][2]
    if following in _TIMES or body.endswith((" after", " before"), stop, at):
        deep = body.find(" that ", at, min(end, at + 90))
        if deep > 0 and "," not in body[at:deep]:  # told reporters after the talks broke down that
            return [said_from(state, deep + 6, end)], False, -1
    if following in NO_CLAUSE:
        return None, False, at
    if not clear and not clausal(state, after, end, counted=body[at + 1 : at + 2].isdigit()):
        return None, False, -1
    return [said_from(state, at, end)], False, -1


def _numbered(body: str, at: int) -> int:
    """Where the name of a station ends that a number is part of."""
    at += 1
    while body[at : at + 1].isdigit() or (body[at : at + 1] == "." and body[at + 1 : at + 2].isdigit()):
        at += 1
    for name in (" Live", " News", " Extra", "FM", " FM"):
        if body.startswith(name, at):
            return at + len(name)
    return at


def hearer(state: Sentence, index: int) -> tuple[int, bool]:
    """Who is told: (the word after, whether that is sure); reporters, the BBC, a local newspaper, Reuters."""
    tokens, body, words = state.tokens, state.body, state.words
    first = index
    if index < len(tokens) and tokens[index][2] in DETERMINERS:
        index += 1
    for step in range(index, min(index + 4, len(tokens))):
        word = tokens[step][2]
        if word.lower() in words.hearers or words.names.nouns.get(word, ("", False))[0].startswith("news_"):
            step += 1
            named = step
            kinds = words.sections["outlet_kind.en"]
            while step < len(tokens) and tokens[step][0] == tokens[step - 1][1] + 1:
                follows = tokens[step][2]
                if not (follows[0].isupper() or follows in kinds or follows in words.hearers) or follows in DETERMINERS:
                    break  # local radio station DZGB, police officers; not the hearing her son
                step += 1
            if named < step < len(tokens) and tokens[named][2][0].isupper() and finite(state, step):
                step = named  # told the court | Keane had
            return step, True
        if word[0].isupper():
            step += 1
            while step < len(tokens) and tokens[step][2][0].isupper() and tokens[step][0] == tokens[step - 1][1] + 1:
                step += 1
            while step < len(tokens) and step < index + 8 and tokens[step][2] in words.sections["outlet_kind.en"]:
                step += 1
            return step, False
        if step + 1 < len(tokens) and body[tokens[step][1] : tokens[step + 1][0]] != " ":
            break
        if step + 1 < len(tokens) and tokens[step + 1][2] in PRONOUNS:
            if (
                word.endswith("s")
                or f"{word}s" in words.names.nouns
                or (index > first and word not in words.report_nouns)
            ):
                return step + 1, True
    return -1, index > first


def whom(state: Sentence, place: int, end: int) -> int:
    """Where the clause begins behind a hearer of several words (informed the nuclear watchdog that …); 0 for none."""
    tokens, body = state.tokens, state.body
    for step in range(place, min(place + 9, len(tokens))):
        begin, stop, word = tokens[step]
        if stop >= end or (step > place and "," in body[tokens[step - 1][1] : begin]):
            return 0
        if word == "that":
            return stop + 1 if step > place and tokens[step - 1][2] not in NO_CLAUSE else 0
        if word in FINITE or word in _SUBJECTS:
            return 0
    return 0
