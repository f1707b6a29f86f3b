"""Clauses of a masked English sentence: where one begins and ends, and whether words make one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_words import BE, FINITE, PRONOUNS, Sentence, Words
from claims.looks import follows, follows_any, letter

if TYPE_CHECKING:
    from claims.records import Span

__all__ = [
    "COORD",
    "DASHES",
    "DETERMINERS",
    "NO_CLAUSE",
    "NO_VERB",
    "TURNS",
    "WHENEVER",
    "YARDSTICKS",
    "aside",
    "boundary",
    "clausal",
    "clause_end",
    "dateline",
    "doubled",
    "finite",
    "masked",
    "quotes_of",
    "said_from",
    "strip",
]

COORD: Final = re.compile(r"(?:,\s+|\s|—)(?:and|but|or|yet)(?:\s+(?:also|then|later|further))*\s*$")
#: What goes on behind a dash with the clause before it.
_GOING_ON: Final[tuple[str, ...]] = (
    "a ",
    "an ",
    "the ",
    "and ",
    "but ",
    "or ",
    "including ",
    "its ",
    "one ",
    "not ",
    "with ",
)
#: How a dash opens what follows.
DASHES: Final[tuple[str, ...]] = ("— ", "– ", "- ", "-- ")
#: What parts clauses: a stop, a dash, a conjunction.
_STOPS: Final[tuple[str, ...]] = ("; ", ": ")
_DASHED: Final[tuple[str, ...]] = (" – ", " — ", " - ")
_JOINED: Final[tuple[str, ...]] = (", but ", ", and ", ", while ")
#: They join a clause to the one before it: what it says holds only then.
WHENEVER: Final[tuple[str, ...]] = (" when ", " if ", " unless ", " until ", " once ", " whether ")
#: Words in -ing that open no clause: they are prepositions.
NO_VERB: Final = frozenset({"including", "during", "according", "following", "pending", "excluding"})
#: What opens a noun phrase that may be the subject of a clause.
DETERMINERS: Final = frozenset({"a", "an", "the", "his", "her", "its", "their", "our"})
#: What opens no clause behind a verb of saying: said nothing, said in March.
NO_CLAUSE: Final = frozenset({
    "so", "nothing", "little", "no", "yes", "to", "of", "by", "at", "in", "on", "for", "with", "about", "as", "and",
    "or", "but", "much", "more", "less", "when", "how", "why", "what", "whether", "goodbye", "than", "from",
    "through", "via", "into", "over", "aboard", "outside", "inside", "near", "ahead", "following", "while", "which",
    "who", "because", "also",
})  # fmt: skip
#: What opens a second clause behind a comma.
TURNS: Final[tuple[str, ...]] = (", but ", ", while ", ", whereas ", ", though ", ", although ")
#: Behind "it" no verb: said it again, to them.
_NO_VERBS: Final = frozenset({
    "again", "all", "too", "to", "as", "itself", "today", "yesterday", "first", "last", "best", "well", "than", "while", "when",
    "and", "or", "but", "that", "because", "if", "since", "outside", "inside", "aboard", "near", "the", "a", "an", "this",
    "publicly", "privately", "twice", "once", "later", "earlier", "there", "here", "out", "up", "off", "down", "back",
})  # fmt: skip
#: What the author holds a figure against.
YARDSTICKS: Final[tuple[str, ...]] = (
    ", below ", ", above ", ", short of ", ", ahead of ", ", compared with ", ", well below ", ", well above ",
)  # fmt: skip
_TWICE: Final[tuple[str, ...]] = ("‘‘", "’’", "''")
_SUBORDINATE: Final = frozenset({
    "that", "which", "who", "whose", "after", "when", "as", "and", "but", "or", "if", "because", "to", "whether", "while",
    "since", "before", "where", "until", "unless", "than",
})  # fmt: skip
_OWNED: Final = frozenset({"his", "her", "its", "their", "the"})
_OPENED: Final[tuple[str, ...]] = (" “", ' "')
_QUOTED_VERB: Final = re.compile(r"[a-z]{3,}(?:[^s]s|ed)")
_SHORTENED: Final = tuple(
    f"{word}{mark}{tail}"
    for word in ("it", "he", "she", "they", "we", "i", "there", "you")
    for mark in ("’", "'")
    for tail in ("s", "re", "ve", "ll", "d", "m")
)
_SHORT: Final = frozenset({"used", "died", "owed", "sued", "tied"})
_AFTER_PARTICIPLE: Final = frozenset({
    "by", "in", "on", "at", "last", "this", "earlier", "to", "from", "for", "with", "under", "as", "against", "between",
})  # fmt: skip
_BEFORE_PARTICIPLE: Final = frozenset({
    "a", "an", "the", "its", "his", "her", "their", "our", "of", "in", "on", "at", "for", "with", "from", "to", "by", "and",
    "or", "more", "most",
})  # fmt: skip


def finite(state: Sentence, index: int) -> bool:
    """Whether the word at ``index`` reads as a finite verb: has, rose, infected; not the reported loss, the deal signed by."""
    tokens = state.tokens
    word = tokens[index][2]
    if word in state.words.finite:
        if word == "cut" and index:
            gap = state.body[tokens[index - 1][1] : tokens[index][0]]
            if tokens[index - 1][2] in _BEFORE_PARTICIPLE or (gap != " " and gap.endswith(("% ", "- "))):
                return False  # a 3% cut
        if index + 1 == len(tokens) or tokens[index + 1][2] != "by" or word in BE:
            return True
        return state.body[tokens[index + 1][1] + 1 : tokens[index + 1][1] + 2].isdigit()  # fell by 3%
    if (len(word) < 5 and word not in _SHORT) or not word.endswith("ed") or not word.islower():
        return False
    if index and (tokens[index - 1][2] in _BEFORE_PARTICIPLE or tokens[index - 1][2].endswith(("’s", "'s", "s’"))):
        return False
    return index + 1 >= len(tokens) or tokens[index + 1][2] not in _AFTER_PARTICIPLE


def clausal(state: Sentence, index: int, end: int, counted: bool = False) -> bool:
    """Whether a clause of its own starts at the word ``index``: a subject and then a finite verb, with nothing between.

    ``counted`` says that a number stands before that word (40% have …).
    """
    tokens, body = state.tokens, state.body
    if index < len(tokens) and tokens[index][2].lower().endswith(_SHORTENED) and tokens[index][1] < end:
        return True  # he’s been playing
    if index < len(tokens) and tokens[index][2].lower() in PRONOUNS:
        after = body[tokens[index][1] : tokens[index][1] + 2]
        if after in (" “", ' "') and tokens[index][1] < end:
            quoted = state.text[tokens[index][1] + 2 : end].split(" ", 1)[0]
            return quoted not in state.words.names.prepositions  # it “firmly opposes” the move
    for at in range(index, min(len(tokens), index + 12)):
        begin, _, word = tokens[at]
        if begin >= end or (
            word in _SUBORDINATE
            and not (word == "to" and at > index and tokens[at - 1][2].endswith("ed"))
            and not (word == "and" and tokens[index][2] == "both")
        ):
            return False
        if at > index:
            gap = body[tokens[at - 1][1] : begin]
            if "," in gap and not any(char.isdigit() for char in gap):
                return False
        if tokens[index][2] in _OWNED and index < at < index + 4 and body[tokens[at][1] : tokens[at][1] + 2] in _OPENED:
            quoted = state.text[tokens[at][1] + 2 : end].split(" ", 1)[0]
            if quoted in state.words.finite or quoted in state.words.weak or _QUOTED_VERB.fullmatch(quoted):
                return True  # said her client “looks forward to …”
        if at > index and body[tokens[at][1] : tokens[at][1] + 2] in _OPENED and word[0].isupper():
            if state.text[tokens[at][1] + 2 : end].split(" ", 1)[0] in FINITE:
                return True  # claimed Mr Putin “didn’t want to do it”
        if (
            at == index + 1
            and len(word) > 4
            and word.endswith("ed")
            and tokens[index][2][0].isupper()
            and word.islower()
        ):
            if not follows(body, tokens[at][1], " by "):
                return True  # Quincey intended to act
        if (counted or at > index) and (finite(state, at) or word in ("said", "told") or _speaks_on(state, index, at)):
            return True
    return False


def _speaks_on(state: Sentence, index: int, at: int) -> bool:
    """Whether a pronoun and its verb of saying make the clause: it now sees volumes growing."""
    tokens = state.tokens
    if at - index > 2 or tokens[index][2].lower() not in PRONOUNS:
        return False
    word = tokens[at][2]
    if word in state.words.cues:
        return True
    if at != index + 1 or not word.islower():
        return False
    subject = tokens[index][2].lower()
    if subject not in ("it", "there"):
        return True  # said he drove 40 miles
    if subject == "it" and word not in state.words.names.prepositions and word not in _NO_VERBS:
        return True  # said it sought $3 million, it aimed to reopen
    return word in state.words.weak or (  # said it cost …, argued it faces …
        len(word) > 3 and word[-1] == "s" and tokens[index][2] in ("it", "he", "she")
    )


def _speaks(clause: list[str], words: Words) -> bool:
    """Whether a clause is somebody else's word or act: unions dispute it, the ministry denied it, the court ordered …"""
    if clause[0].lower() in PRONOUNS:
        return False
    return any(
        word.rstrip(",") in words.cues or _acts(clause, at, words) is not None for at, word in enumerate(clause[1:], 1)
    )


def _acts(clause: list[str], at: int, words: Words) -> dict[str, Any] | None:
    """The act that a word is if what it needs stands behind it: stopped short, would not; not his account would help."""
    act = words.acts.get(clause[at])
    if act is None or not act.get("needs"):
        return act
    return act if at + 1 < len(clause) and clause[at + 1].rstrip(",") in act["needs"] else None


def _issues(clause: list[str], words: Words) -> bool:
    """Whether somebody issues a paper of his own: …, but the state police released a statement."""
    at = next((at for at, word in enumerate(clause) if words.acts.get(word, {}).get("issued")), 0)
    return at > 0 and clause[at + 1 : at + 2] == ["a"]


def _next_act(body: str, begin: int, stop: int, words: Words) -> int:
    """Where a second act of the speaker ends what he said: … but declined to comment, … and urged residents to leave."""
    for mark in (" but ", " and "):
        at = body.find(mark, begin, stop)
        while at > begin:
            clause = body[at + 5 : min(stop, at + 60)].split(" ", 3)
            if clause[0] in words.names.adverbs and len(clause) > 1:
                del clause[0]  # but later revised the figure
            act = _acts(clause, 0, words)
            if act is not None and (mark == " but " or act.get("joined")):
                if not act.get("then") or (len(clause) > 2 and clause[2].rstrip(",") in act["then"]):
                    return at
            at = body.find(mark, at + 4, stop)
    return stop


def aside(body: str, begin: int, stop: int, words: Words) -> int:
    """Where a reported clause ends when the author goes on: ``, but critics have …``, ``, a move that …``.

    A second clause (``, while the jobless rate rose``) is said with the first one.
    """
    if body.find(", ", begin, stop) < 0:
        return _next_act(body, begin, stop, words)
    for mark in TURNS:
        at = body.find(mark, begin, stop)
        if at > begin:
            following = body[at + len(mark) : at + len(mark) + 70].split(" ", 8)[:8]
            subject = following[:4]
            if not words.sections["onlooker.en"].keys().isdisjoint(subject) or (
                mark in (", but ", ", though ", ", although ")
                and subject[0] != "that"
                and (_speaks(subject, words) or _issues(following, words))
            ):
                stop = at
    for mark in words.remarks:
        at = body.find(mark, begin, stop)
        if at > begin:
            stop = at
    if "analyst" in body[begin:stop] or "consensus" in body[begin:stop] or "expected by" in body[begin:stop]:
        for mark in (*YARDSTICKS, *words.outdoing):
            at = body.find(mark, begin, stop)
            stop = at if at > begin else stop  # …, below the $1.4 billion expected by analysts
    at = body.rfind(", in a", begin, stop)
    if at > begin and not words.names.settings.isdisjoint(body[at + 6 : min(stop, at + 40)].split()[:4]):
        stop = at  # …, in a filing with the regulator
    return _next_act(body, begin, stop, words)


def clause_end(state: Sentence, begin: int) -> int:
    """Where the clause that holds ``begin`` ends: at a semicolon, or a full stop before a quotation, or with the sentence."""
    stop = state.stop
    for mark in state.ends:
        at = state.body.find(mark, begin, stop)
        stop = at if at >= 0 else stop
    return stop


#: UPDATE 2-, WRAPUP 1-: how often a wire has sent the story.
_SLUG: Final = re.compile(r"[A-Z]{4,9} \d{1,2}-(?=[A-Z])")


_DATED: Final = re.compile(r"[A-Z]{4,}(?: [A-Z]{3,})?,? [A-Z][a-z]{2,8}\.? \d{1,2} (?=[A-Z][a-z])")


def dateline(body: str) -> int:
    """Where a sentence begins behind its dateline: SEOUL, Jan 12 (Reuters) - …, UPDATE 2-…; 0 where there is none."""
    small = ord("a") <= letter(body, 1) <= ord("z")  # most sentences open so
    if not small and body[:2].isupper():
        slug = _SLUG.match(body)
        if slug is not None:
            return slug.end()
        dated = _DATED.match(body)
        if dated is not None:
            return dated.end()  # WARSAW, June 3 Polish central bank governor …
        dash = body.find(" -- ", 3, 40)
        if dash > 0 and body[:dash].isupper():
            return dash + 4  # SEOUL --
        dash = body.find(" — ", 0, 48)
        if dash < 0:
            dash = body.find(" – ", 0, 48)
        if 2 < dash < 30 and body[:dash].isupper():
            return dash + 3  # SEOUL —
        if dash > 2 and body[:3].isupper() and any(char.isdigit() for char in body[:dash]) and "," in body[:dash]:
            return dash + 3  # LONDON, 12 May —
    elif body[:1] in ("—", "–", "-") and body.startswith(DASHES):  # (CANTON, Miss.) —
        return body.index(" ") + 1
    close = body.find(") ", 0, 90) if body.find(")", 0, 90) >= 0 else -1
    if close < 0 or body[close + 2 : close + 3] not in ("-", "–", "—"):
        return 0
    begin = body.find("(", 0, close)
    if begin < 0 or not (begin == 0 or body[: begin - 1].replace(",", "").replace(" ", "").replace(".", "").isalnum()):
        return 0
    stop = close + 2
    while stop < len(body) and body[stop] in "-–— ":
        stop += 1
    return stop


def strip(body: str, begin: int, stop: int) -> Span:
    """The span without the spaces, commas, colons and semicolons at its ends, and the bullet at its head."""
    while begin < stop and body[begin] in " ,;:\n•▪●":
        begin += 1
    while stop > begin and body[stop - 1] in " ,;:\n":
        stop -= 1
    return begin, stop


def said_from(state: Sentence, begin: int, stop: int) -> Span:
    """What is said from ``begin`` to ``stop``, or to where the author goes on."""
    return strip(state.body, begin, aside(state.body, begin, stop, state.words))


def boundary(state: Sentence, begin: int) -> int:
    """Where the clause that holds ``begin`` starts: after a semicolon or dash; after ``, but`` where a report stands before."""
    body, left = state.body, state.left
    at = left
    near = body[left:begin]
    for mark in _STOPS:
        if mark in near:
            at = max(at, left + near.rfind(mark) + len(mark))
    for mark in _DASHED:
        if mark in near and near.count(mark) == 1:  # a pair of dashes holds an insertion
            found = left + near.find(mark) + len(mark)
            if not follows_any(body, found, _GOING_ON) and any(
                found <= token[0] < begin and finite(state, index) for index, token in enumerate(state.tokens)
            ):
                at = max(at, found)
    if state.found:
        said = min(item.cue[0][0] for item in state.found)
        for mark in _JOINED:
            if mark not in near:
                continue
            found = left + near.rfind(mark)
            behind = found + len(mark)
            if follows(body, behind, "not "):
                continue  # the economy is cooling, but not fast enough
            if found > said and _acts(body[behind : behind + 40].split(" ", 2), 0, state.words) is None:
                at = max(at, behind)
    return at


def quotes_of(quotes: list[Span], start: int, end: int) -> list[Span]:
    """The quotations that touch the sentence, in the sentence's own offsets (one begun earlier starts below 0)."""
    at, high = 0, len(quotes)  # the first that begins at start or later
    while at < high:
        middle = (at + high) // 2
        if quotes[middle][0] < start:
            at = middle + 1
        else:
            high = middle
    while at > 0 and quotes[at - 1][1] > start:
        at -= 1
    out: list[Span] = []
    while at < len(quotes):
        begin, stop = quotes[at]
        if begin >= end:
            break
        if stop > start:
            out.append((begin - start, stop - start))
        at += 1
    return out


def doubled(sentence: str, quotes: list[Span]) -> str:
    """The sentence with the single marks of its quotations doubled (‘…,’ as “…,”), where they are marks and no apostrophes."""
    for begin, stop in quotes:
        if begin < 0 or stop > len(sentence) or stop - begin < 4:
            continue
        if stop - begin > 6 and sentence[begin : begin + 2] in _TWICE and sentence[stop - 2 : stop] in _TWICE:
            close = sentence[stop - 3 : stop - 2]  # ‘‘We will,’’ he said
            sentence = f"{sentence[:begin]}“ {sentence[begin + 2 : stop - 3]} {close}”{sentence[stop:]}"
            continue
        if sentence[begin] == "‘" and sentence[stop - 1] == "’" and not sentence[begin + 1].isdigit():
            pass
        elif sentence[begin] != "'" or sentence[stop - 1] != "'" or sentence[stop - 2] not in ",.!?":
            continue
        sentence = f"{sentence[:begin]}“{sentence[begin + 1 : stop - 1]}”{sentence[stop:]}"
    return sentence


def masked(sentence: str, quotes: list[Span]) -> str:
    """The sentence with the inside of quotations and parentheses blanked out (same length)."""
    body = sentence
    size = len(body)
    for begin, stop in quotes:
        low, high = max(begin, -1) + 1, min(stop, size + 1) - 1
        if high > low:
            body = body[:low] + "\x00" * (high - low) + body[high:]
    at = body.find("(")
    while at >= 0:
        close = body.find(")", at)
        if close < 0:
            break
        body = body[: at + 1] + "\x00" * (close - at - 1) + body[close:]
        at = body.find("(", close)
    if "\n" in body:
        body = body.replace("\n", " ")
    return body.replace("\u00a0", " ") if "\u00a0" in body else body
