"""The class of what an English source says: what the words of the content say, then what the verb says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_kinds import speaks
from claims.attribution_en_reads import DETS
from claims.attribution_en_stance import (
    bare,
    class_by_words,
    class_of,
    conditional,
    opening_class,
    unsure,
)
from claims.attribution_en_verdicts import judged
from claims.attribution_en_views import is_view
from claims.attribution_en_words import EDGES, FINITE, PRONOUNS, Found, Sentence, Words
from claims.looks import first_word, follows_any, precedes
from claims.numerals import EN_WORDS

if TYPE_CHECKING:
    from claims.records import Span

__all__ = ["class_in"]

_ORDER: Final[tuple[str, ...]] = (
    "denied", "conditional", "planned", "estimated", "forecast", "possible", "opinion", "reported", "asserted",
)  # fmt: skip
_TAKEN: Final = frozenset({"forecast", "estimated", "planned"})  # what a report inside gives the one around it
_SELF: Final = frozenset({"it", "he", "she", "they", "we", "i"})
_BEFORE_WILL: Final = frozenset({"and", "but", "also", "or", "is", "was", "are", "were"})
_SPEAKER: Final = frozenset({"we", "i"})
_HIS_OWN: Final = _SELF | {"its", "his", "her", "their", "our", "my"}
_WE: Final = re.compile(r"\b(?:we|I) (?:will|would|won[’']t)\b|\b(?:we|I)[’']ll\b", re.IGNORECASE)


def class_in(state: Sentence, item: Found, spans: list[Span]) -> str:
    """The decision order of the classes: what the words of the content say, then what the verb says."""
    if item.rule == "passive" and item.base in ("possible", "forecast", "estimated"):
        return item.base
    if item.direct and len(item.content) > 1 and _half(state, item, spans[0]):
        return "conditional"
    inner = _inner(state, item) if len(state.found) > 1 or state.own else None
    if inner is not None:
        seen = inner.base if inner.base in _TAKEN else None
        if inner.base == "opinion" and _holds(state, inner):
            seen = "opinion"  # the board believes …, it said
        if inner.base == "possible" or _printed(state, inner.cue[0]).startswith("fear"):
            low, high = spans[0]  # they feared the toll would rise
            content = state.text[max(0, low) : high]
            tokens = content.split()
            plain = bare(tokens)
            if unsure(content, plain, state.words):
                seen = class_by_words(content, tokens, plain, state.words, False, True)
    elif state.sure and len(spans) == 1 and not _parted(item, spans[0]):
        seen = None
    else:
        text = state.text
        low, high = spans[0]
        content = text[max(0, low) : high] if len(spans) == 1 else " ".join([text[max(0, a) : b] for a, b in spans])
        if len(spans) == 1 and _parted(item, spans[0]):
            content = _without_speaker(state, item, spans[0])
        second = content.find(" and that ") if not item.direct and item.base != "possible" else -1
        if second > 0 and content[second + 10 :].split(" ", 1)[0] not in FINITE:
            content = content[:second]  # that A and that B: A gives the class, and B its own numbers theirs
        if item.direct and len(state.found) > 1:
            content = _own_words(state, item, content, low)
        close = content.find(". ") if item.direct and item.base != "denied" else -1
        if close > 20 and class_of(content[: close + 1], state.words, own=True) == "opinion":
            return "opinion"  # “Ministers are fed up. Heads will roll.”
        tokens = content.split()
        plain = bare(tokens)
        if unsure(content, plain, state.words):
            own = _own(state, item, tokens) or (item.direct and _we_will(content))
            foreign = not own and (
                item.type in ("experts", "market", "industry") or item.rule == "noun" or _looks_on(state, item)
            )
            own = own or (not foreign and item.base != "opinion" and _agent(tokens, state.words))
            seen = class_by_words(content, tokens, plain, state.words, own, foreign)
            if seen == "conditional" and close > 20 and not conditional(content[:close]):
                seen = class_of(content[: close + 1], state.words, own)  # “We sold 3 ships. If it pays, we go on.”
        else:
            seen = opening_class(tokens, state.words) or (
                "opinion" if judged(content, tokens, plain, state.words) else None
            )
    if (
        seen == "forecast"
        and item.base in ("asserted", "reported")
        and item.type in ("person", "institution", "organization", "anonymous")
        and _order(state, item, spans[0])
    ):
        seen = "planned"
    if seen == "forecast" and follows_any(state.text, item.cue[0][0], ("confirm", "announc")):
        said = state.text[max(0, spans[0][0]) : spans[0][1]]
        if "will miss" in said or "would miss" in said:
            seen = None  # confirmed that he would miss the derby: so it is
    if seen == "possible" and item.type == "institution" and _printed(state, item.cue[0]) == "ruled":
        seen = None  # ruled that states may tax it: leave to do so
    if item.rule == "report_noun":
        return seen if seen == "planned" else "reported"
    if item.direct and (
        (state.text[spans[0][1] - 2 : spans[0][1] - 1] == "?" and seen != "denied")
        or _printed(state, item.cue[0]) in ("asked", "asks")
    ):
        return "opinion"  # “Who is going to pay?”, “Was this money given to them,” she asked
    if seen is None and not item.direct and item.base == "asserted" and _scolds(state, item, spans[0]):
        return "opinion"
    if item.direct and seen in (None, "conditional") and _of_view(state, item, spans[0], seen):
        return "opinion"
    if seen == "planned" and item.base in ("opinion", "estimated", "forecast") and _minds(state, item):
        return "forecast"  # the union fears 40 schools will close
    if seen in (None, "opinion", "forecast") and item.base == "estimated" and item.rule == "said":
        if _minds(state, item) and not _counts(state, spans[0]):
            return seen or "opinion"  # reckons turnout explains it, reckons Italy will lose
    if seen == "opinion" and item.base == "possible":
        return seen
    if seen is None:
        if item.base == "possible" and item.rule in ("said", "post") and _warns(state, item):
            return "asserted"
        if item.base == "asserted" and _announces(state, item, spans[0]):
            return "planned"
        if item.rule in ("post", "said") and _headline(state, spans[0]):
            return "forecast" if item.base == "forecast" else _to_come(state, spans[0])
        if item.base in ("planned", "forecast", "possible") and conditional(state.text[spans[0][0] : spans[-1][1]]):
            return "conditional"
        return item.base
    return seen if _ORDER.index(seen) < _ORDER.index(item.base) else item.base


def _printed(state: Sentence, span: Span) -> str:
    return state.text[span[0] : span[1]]


def _we_will(content: str) -> bool:
    """Whether those who speak say what they will or would do, or will not."""
    lower = content.lower()
    may = "we w" in lower or "i w" in lower or "’ll" in lower or "'ll" in lower
    return may and _WE.search(content) is not None


def _half(state: Sentence, item: Found, span: Span) -> bool:
    """Whether a quotation goes on with the condition that opened the first half: “If it rains,” he said, “we will stay.”"""
    first = item.content[0]
    opens = state.text[first[0] + 1 : first[1]].startswith(("If ", "Unless ")) and state.text[first[1] - 2] == ","
    return opens and span[0] > first[0] and precedes(state.body, span[0], ", ")


def _holds(state: Sentence, inner: Found) -> bool:
    """Whether a report tells what somebody holds to be so: believes, thinks; not urged, called."""
    row = state.words.cues.get(_printed(state, inner.cue[0]))
    return row is not None and bool(row[1].get("holding"))


def _minds(state: Sentence, item: Found) -> bool:
    """Whether what somebody fears, thinks or doubts is told: what will be is then no plan of his."""
    row = state.words.cues.get(_printed(state, item.cue[0]))
    if row is None:
        return False
    if item.base == "forecast" and row[1].get("to"):
        low, high = item.content[0]
        if state.text[max(0, low) : high].split(" ", 1)[0].lower() in _HIS_OWN:
            return False  # hopes her shop will open; not hopes the school will
    return row[0] in state.words.sections["minding.en"]


def _counts(state: Sentence, span: Span) -> bool:
    """Whether a number stands in what is said."""
    said = state.text[max(0, span[0]) : span[1]]
    return any(char.isdigit() for char in said) or not EN_WORDS.isdisjoint(said.split()) or " half " in said


def _parted(item: Found, span: Span) -> bool:
    """Whether the speaker stands in what is said: Part of the plan, she adds, is to open 30 shops."""
    return item.source is not None and span[0] < item.source[0] < span[1]


def _without_speaker(state: Sentence, item: Found, span: Span) -> str:
    """Part of the plan is to open 30 shops, of ``Part of the plan, she adds, is to open 30 shops``."""
    begin, stop = item.cue[0]
    if item.source is not None:
        begin, stop = min(begin, item.source[0]), max(stop, item.source[1])
    before, after = state.text[max(0, span[0]) : begin].rstrip(", "), state.text[stop : span[1]].lstrip(", ")
    return f"{before} {after}"


def _own_words(state: Sentence, item: Found, content: str, low: int) -> str:
    """A quotation without what its speaker says that others said: that gives those reports their class."""
    for other in state.found:
        if other.parent is not None and state.found[other.parent] is item and other.rule != "report_noun":
            for begin, stop in other.content:
                content = content.replace(state.text[begin:stop], "")
    return content if len(content) > 2 else state.text[max(0, low) : low + 2]


def _looks_on(state: Sentence, item: Found) -> bool:
    """critics, its opponents: they do none of what they speak of."""
    if item.source is None:
        return False
    words = _printed(state, item.source).replace(",", "").split()
    return words[-1].lower() in state.words.sections["onlooker.en"] or not state.words.judging.isdisjoint(words)


def _of_view(state: Sentence, item: Found, span: Span, seen: str | None) -> bool:
    """Whether a quotation tells what somebody thinks: a command, a question, “If you …”, an analyst's word with no figure."""
    quote = state.text[max(0, span[0]) : span[1]]
    words = quote[1:40].lower().split(" ", 2)[:2]
    if seen is not None:
        return words == ["if", "you"]
    if item.base != "asserted":
        return False
    if is_view(quote, state.words) or _against(state, item, quote):
        return True
    source = _printed(state, item.source) if item.source is not None else ""
    if state.words.judging.isdisjoint(source.replace(",", "").split()) or any(c.isdigit() for c in quote):
        return False
    tokens = bare(quote.split())  # not “Investors are taking money off the table”: what they do
    return not any(word in ("are", "is") and tokens[at + 1].endswith("ing") for at, word in enumerate(tokens[:-1]))


def _against(state: Sentence, item: Found, quote: str) -> bool:
    """Whether one who takes sides speaks of those who govern: “The government has lost control,” said the opposition."""
    if item.source is None or any(c.isdigit() for c in quote):
        return False
    source = _printed(state, item.source).lower().replace(",", "").replace(".", "").split()
    sides = state.words.sections["partisan.en"].keys()
    return not sides.isdisjoint(source) and not state.words.sections["governing.en"].keys().isdisjoint(
        bare(quote[1:].lower().split(" ", 4)[:3])
    )


def _scolds(state: Sentence, item: Found, span: Span) -> bool:
    """Whether a politician or an advocate tells in words of his own what another does: it “balances the books on …”."""
    content = state.text[max(0, span[0]) : span[1]]
    at = max(content.find(" “"), content.find(' "'))
    if at < 0 or item.source is None or any(c.isdigit() for c in content[at:]):
        return False
    source = _printed(state, item.source).lower().replace(",", "").replace(".", "").split()
    if state.words.sections["partisan.en"].keys().isdisjoint(source):
        return False
    subject = content[:at].split()
    quoted = content[at + 2 :].split()
    if len(quoted) < 3 or subject[0].lower() in ("i", "we", "he", "she", "they") or "’s" in subject[-1]:
        return False
    verb = quoted[0]
    if verb in ("can't", "can’t", "cannot"):
        return True
    return (
        len(verb) > 3
        and verb.endswith("s")
        and verb.islower()
        and not verb.endswith("ss")
        and verb not in state.words.names.prepositions
        and verb not in state.words.cues
        and verb not in state.words.sections["staying.en"]
        and subject[-1].lower()
        not in ("a", "an", "the", "its", "his", "her", "their", "of", "in", "for", "to", "by", "with")
    )


def _warns(state: Sentence, item: Found) -> bool:
    """Whether a warning states what is so: warned that trusts are failing; not that jobs are at risk."""
    row = state.words.cues.get(_printed(state, item.cue[0]))
    if row is None or row[0] not in ("warn", "caution"):
        return False
    return not any(
        peril in state.text[low:high] for low, high in item.content for peril in state.words.sections["peril.en"]
    )


def _announces(state: Sentence, item: Found, span: Span) -> bool:
    """Whether somebody announced that he was doing a deed: announced that she was cancelling her tour."""
    low = max(0, span[0])
    if first_word(state.text, low, span[1]).lower() not in _SELF:
        return False
    tokens = state.text[low : span[1]].split(None, 4)
    if len(tokens) > 3 and tokens[0] in _SELF and tokens[1] in ("is", "was", "are", "were") and tokens[2] == "to":
        return tokens[3] in state.words.deeds  # said it was to close
    if not follows_any(state.text, item.cue[0][0], ("announce", "announcing")):
        return False
    if len(tokens) < 4 or tokens[1] not in ("is", "was", "are", "were"):
        return False
    deed = tokens[2]
    if not deed.endswith("ing"):
        return False
    stem = deed[:-3]
    deeds = state.words.deeds
    return stem in deeds or f"{stem}e" in deeds or (stem[-1:] == stem[-2:-1] and stem[:-1] in deeds)


def _headline(state: Sentence, span: Span) -> bool:
    """``Torvo to close Ohio plant, sources say``: an infinitive in the place of the verb."""
    words = state.words
    if state.body.rstrip()[-1:] in ".!?":
        return False  # a headline has no full stop
    tokens = state.body[span[0] : span[1]].split()
    if "to" not in tokens[1:6] or tokens[0] == "No":
        return False  # no rush to cut
    at = tokens.index("to", 1)
    deed = tokens[at + 1] if at + 1 < len(tokens) else ""
    if not deed.islower() or deed.endswith("s") or deed in DETS or tokens[at - 1].endswith("ed"):
        return False  # lied to investors, linked to lower risk
    return not any(
        token in words.finite or token in words.weak or token in words.cues or token in words.seldom
        for token in tokens[:at]
    )


def _to_come(state: Sentence, span: Span) -> str:
    """A plan, or what only happens: Torvo to close plant; inflation to fall."""
    tokens = state.body[span[0] : span[1]].split()
    return "forecast" if tokens[tokens.index("to", 1) + 1] in state.words.happening else "planned"


def _order(state: Sentence, item: Found, span: Span) -> bool:
    """Whether one who can order it says that it will be done: the chief executive told staff that pay would be halved."""
    low, high = span
    if state.text.find("be", max(0, low), high) < 0:
        return False
    tokens = state.text[max(0, low) : high].split()
    settled = True
    if tokens[0] == "there" and tokens[1:4] in (["would", "be", "no"], ["will", "be", "no"]):
        settled = False  # there would be no inquiry
    elif (
        tokens[-1:]
        and "place" in tokens
        and tokens[max(0, tokens.index("place") - 2) : tokens.index("place")] == ["be", "in"]
    ):
        settled = False  # a new system would be in place by the spring
    elif not any(
        tokens[index] == "be"
        and tokens[index - 1] in ("will", "would")
        and _ordered(tokens[index + 1].strip(EDGES), state.words)
        for index in range(1, len(tokens) - 1)
    ):
        return False
    words = state.text[item.source[0] : item.source[1]].lower().split() if item.source is not None else []
    speaks = not state.words.sections["office.en"].keys().isdisjoint(words) or item.type == "institution"
    spokesman = any(word.startswith("spokes") for word in words)
    return speaks or spokesman or (settled and item.type in ("organization", "anonymous"))


def _ordered(word: str, words: Words) -> bool:
    """Whether a participle tells what is done to order: halved, arraigned, re-evaluated; not affected, lost."""
    if word in words.done:
        return True
    return word.endswith("ed") and len(word) > 4 and word not in words.sections["befalling.en"]


def _own(state: Sentence, item: Found, tokens: list[str]) -> bool:
    """Whether the speaker says what he himself will do: it would cut, he has the money and will build."""
    if item.base == "opinion":
        return False  # arguing it would raise prices: the deal
    first = tokens[0].strip(EDGES).lower()
    if first == "they" and item.type == "person" and item.source is not None:
        if not speaks(_printed(state, item.source), state.words.names, plural=True):
            return False  # the chancellor said they would fix it: the measures
    if first not in _SELF or (first == "it" and (item.direct or not _may_be_it(state, item))):
        return False
    for index in range(1, len(tokens)):
        if tokens[index] in ("will", "would", "set"):
            before = tokens[index - 1].strip(EDGES).lower()
            if before in (_SPEAKER if item.direct else _SELF) or before in _BEFORE_WILL:
                return True
    return False


def _may_be_it(state: Sentence, item: Found) -> bool:
    """Whether "it" in what is said may be the speaker: a body, or one who speaks for it; not Democrats, not an analyst."""
    if item.source is None or item.rule == "report_noun":
        return True
    if item.type in ("experts", "market", "industry"):
        return False
    cue = _printed(state, item.cue[0])
    if cue in state.words.cues and state.words.cues[cue][0] == cue:
        return False  # Democrats say it would lift …
    words = state.text[item.source[0] : item.source[1]].lower().replace(",", "").split()
    if item.type == "person":
        return (
            words[0] in PRONOUNS
            or _printed(state, item.source).istitle()
            or not state.words.sections["office.en"].keys().isdisjoint(words)
            or any(word.startswith(("spokes", "boss")) or word.endswith(("’s", "'s")) for word in words)
        )
    return not (words[-1].endswith("s") and words[-1] in state.words.names.nouns)


def _agent(tokens: list[str], words: Words) -> bool:
    """Whether who will or would do it is named as somebody who can: Vega will cut, the bank would sell."""
    for index in range(1, min(7, len(tokens))):
        if tokens[index] in ("will", "would"):
            last = tokens[index - 1]
            known = words.names.nouns.get(last.lower())
            if last.lower() in words.sections["office.en"]:
                return True  # the prime minister will announce
            if known is not None:
                return known[0] in ("organization", "institution", "news_org")
            if not all(token[:1].isupper() for token in tokens[:index]):
                return False
            return index > 1 or not (last.endswith("s") or last.lower() in words.measures)
    return False


def _inner(state: Sentence, item: Found) -> Found | None:
    """The report of somebody else that the content itself is: doctors had assured them that …; traders see …"""
    begin = item.content[0][0]
    for other in state.found + state.own:
        if other.source is not None and other.source[0] == begin and other is not item and other.rule != "passive":
            return other
    return None
