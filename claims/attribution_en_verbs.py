"""An English verb of saying: who its subject is, left of it, right of it or shared with the verb before; or that it is a noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_clause import WHENEVER, finite
from claims.attribution_en_cues import reported_by
from claims.attribution_en_names import guess, speaks
from claims.attribution_en_np import DETS, MONTH, subject_before
from claims.attribution_en_participles import participle
from claims.attribution_en_passive import branded_by, impersonal, inner_left, was_told
from claims.attribution_en_post import closes, inverted
from claims.attribution_en_reduced import ends, reduced, reduced_by, refused
from claims.attribution_en_right import right
from claims.attribution_en_subject import agrees, clear, conceded, shared_subject
from claims.attribution_en_words import BE, FINITE, PRONOUNS, Sentence
from claims.looks import follows, follows_any, precedes, precedes_any
from claims.numerals import EN_WORDS

if TYPE_CHECKING:
    from claims.records import Span

__all__ = ["verb"]

_NUMERALS: Final = EN_WORDS | {"dozens", "hundreds", "thousands"}
_PAPER: Final = re.compile(r"\b((?:[Aa]n?|[Tt]he) (?:[\w-]+ ){0,2}?(\w+)) that$")
_WITHIN: Final = frozenset({"of", "at", "in", "for", "from", "with"})
_LEADING: Final = frozenset(
    {("continue", "to"), ("continues", "to"), ("continued", "to"), ("on", "average"), ("hastened", "to")}
)
_IT_IS: Final = frozenset({"It's", "It’s", "it's", "it’s"})
_WENT_ON: Final = frozenset({("went", "on"), ("goes", "on"), ("go", "on"), ("going", "on")})
_SUMMED: Final = frozenset({"total", "combined"})
_LED: Final = frozenset({"to", "average"})
_OWNING: Final[tuple[str, ...]] = ("’s", "'s")
_POSSESSED: Final[tuple[str, ...]] = ("’ ", "' ")
_HEARD: Final = DETS | {"him", "her", "them", "us", "me"}
_HAVE: Final = frozenset({"has", "have", "had"})
_BE: Final = frozenset(BE) | _IT_IS
_NEVER: Final = frozenset({
    "never", "not", "neither", "nor", "cannot", "can't", "can’t", "couldn't", "couldn’t", "wouldn't", "wouldn’t", "didn't",
    "didn’t", "don't", "don’t", "doesn't", "doesn’t", "won't", "won’t", "hasn't", "hasn’t", "haven't", "haven’t",
})  # fmt: skip
_NAMED: Final = re.compile(r" (?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+, (?=[a-z])")
_MET: Final = re.compile(
    r" (?:in|from|with|by|to|of|for) ((?:[A-Z]\w+ )?(?:[a-z]+ )?(?:[A-Z][\w.’'-]+ ){1,4}[A-Z][\w’'-]+) who$"
)
_MONTHS: Final = frozenset(MONTH.split("|"))
_BEARER: Final = re.compile(
    r"(\b(?:[Tt]he|[Ii]ts|[Aa]n?) [a-z-]+(?: [a-z-]+)?"
    r"|(?:(?:Mr|Ms|Mrs|Dr|Gov|Sen|Rep)\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}),$"
)


def verb(state: Sentence, index: int, lemma: str, row: dict[str, Any]) -> None:
    """Add the report of the verb at token ``index``, if it makes one; ``row`` is its line of ``cue.en``."""
    tokens, body, names = state.tokens, state.body, state.words.names
    begin, stop, word = tokens[index]
    if row.get("particle"):
        particle = tokens[index + 1] if index + 1 < len(tokens) else (0, 0, "")
        if lemma == "make clear" and particle[2] == "it" and index + 2 < len(tokens):
            stop, particle = particle[1], tokens[index + 2]
        if particle[2] not in row["particle"] or particle[0] != stop + 1:
            return
        stop = particle[1]
        tokens[index] = (begin, stop, word)
    if word in state.words.nouns and index + 1 < len(tokens) and tokens[index + 1][0] == stop + 1:
        if tokens[index + 1][2] in FINITE:
            return  # the agency estimates were wrong: the noun
        if word == "state" and tokens[index + 1][2] in state.words.sections["outlet_kind.en"]:
            return  # state television quoted him
        step = index + 1
        while step + 1 < len(tokens) and tokens[step][2] in names.adverbs:
            step += 1  # media reports earlier said
        after = state.words.cues.get(tokens[step][2])
        if after is not None and not tokens[step][2].endswith("ing") and tokens[step][2] not in state.words.nouns:
            return  # local media reports say: the noun
    if lemma == "ask" and body.find(" not be ", stop, stop + 60) > 0:
        return  # who asked that his surname not be used
    if (word == "think" and follows(body, stop, " tank")) or (lemma == "hear" and follows(body, stop, " from ")):
        return
    if word in state.words.sections["outlook.en"] and body[stop : stop + 1] == " " and index + 1 < len(tokens):
        if (tokens[index + 1][2] in BE or tokens[index + 1][2] == "of") and tokens[index + 1][0] == stop + 1:
            return  # the consensus forecast was 3%, the average analyst forecast of 3%
    if index > 1 and word in state.words.sections["outlook.en"] and _kind_of(tokens[index - 1][2], state):
        owner = tokens[index - 2]
        if (tokens[index - 1][0] == owner[1] + 1 and (owner[2].lower() in DETS or owner[2].endswith(_OWNING))) or (
            follows_any(body, owner[1], _POSSESSED)
        ):
            return  # from the January forecast, its latest estimate, analysts’ average forecast: the noun
    if index and word in state.words.nouns and tokens[index - 1][2].endswith(("-ago", "-earlier")):
        return  # up from the month-ago report
    if index and row["class"] == "estimated" and word.endswith("ed") and tokens[index - 1][2] in _SUMMED:
        return  # cocaine with a total estimated value of $14 million
    # the auxiliaries and adverbs left of the verb
    first = index
    passive = False
    nouns = names.nouns
    while first > 0 and body[tokens[first - 1][1] : tokens[first][0]].isspace():
        previous = tokens[first - 1][2]
        if previous == "to" and first > 2 and (tokens[first - 3][2], tokens[first - 2][2]) in _WENT_ON:
            first -= 3  # went on to explain that
            break
        if previous in _BE:
            passive = True
        elif previous in _NEVER:
            return
        elif previous == "today" and first > 1 and tokens[first - 2][2].endswith("ed"):
            break  # a report released today shows
        elif previous == "did" and word == lemma and index == first:
            pass  # she did say he was pleased
        elif previous in _LED and first > 1 and (tokens[first - 2][2], previous) in _LEADING:
            first -= 1  # continues to expect, had on average expected
        elif previous not in names.adverbs and not (
            previous.endswith("ly") and previous.islower() and previous not in nouns
        ):
            break
        first -= 1
    if lemma == "say" and word == "say" and first and tokens[first - 1][2] == "would":
        if tokens[first][2] == "only" or follows(body, stop, " only "):
            first -= 1  # she would only say: “…”
    edge = tokens[first][0] + (2 if passive and tokens[first][2] in _IT_IS else 0)  # It | 's estimated that
    before = body[:edge].rstrip()
    if row["class"] in ("forecast", "estimated", "denied") and not passive and ends(state, stop):
        if refused(state, index, edge) if row["class"] == "denied" else reduced(state, index, first, row):
            return
    if not passive and row["class"] in ("forecast", "estimated") and follows(body, stop, " by "):
        if reduced_by(state, index, row):
            return
    if passive:
        if word.endswith("ing") and (row.get("progressive") or (word == "telling" and tokens[first][2] != "be")):
            edge = _parted(state, first) if tokens[first][2] == "been" else edge
            subject = subject_before(body, inner_left(state, begin) if state.found else state.left, edge, names)
            if edge > 0 and subject is not None and not subject[2]:
                right(state, index, lemma, row, subject[:2], subject[0])
        elif word == "told" or (word == "informed" and body.find(" that ", stop) > 0):
            was_told(state, index, first)
        elif row.get("as") and not row.get("passive"):
            branded_by(state, index, first, row)
        elif word.endswith(("ed", "st", "id", "en", "ood")) or word == "thought":
            impersonal(state, index, first, row)
        return
    if word == "seen":
        return
    if word.endswith("ing"):
        participle(state, index, before, row)
        return
    spoken = before.rstrip(",")  # “…,” said X, and “…”, said X
    quoted = spoken[-1:] in ("”", '"') and (spoken != before or closes(state, len(spoken)))
    if quoted and inverted(state, begin, stop, row, quote=True):
        return
    if word == "reported" and follows(body, stop, " by ") and reported_by(state, index):
        return
    subject = subject_before(body, inner_left(state, begin) if state.found else state.left, edge, names)
    if state.quotes and (
        subject is None or subject[2] or "”" in body[subject[0] : edge] or '"' in body[subject[0] : edge]
    ):
        close = _spoken_end(state, edge)
        if close > 0:  # Some “had lost 40 homes,” Osby said
            subject = subject_before(body, close, edge, names) or subject
    if state.quotes:
        behind = _named_behind(state, edge)
        if behind is not None and (subject is None or subject[2] or subject[0] > behind[0]):
            subject = (*behind, False)  # “…,” Ana Ruiz, a professor at Temple who has written on it told the paper
    if subject is not None and word in state.words.nouns and not clear(_head(body, subject, stop), word, names):
        document = lemma == "show" and guess(body[subject[0] : subject[1]], names) == "document"
        plainly = follows(body, stop, " that ") and index + 2 < len(tokens) and tokens[index + 2][2] not in FINITE
        plainly = plainly and speaks(
            body[subject[0] : subject[1]], names, plural=True
        )  # the paper’s sources claim that
        if not document and not plainly and not agrees(state, index, body[subject[0] : subject[1]]):
            if not (precedes(body, subject[0], ", ") and (stop >= state.stop or body[stop] == ",")):
                return  # …, Chilean state agency Cobrex estimates, leaving …
            if body[subject[0] : subject[1]].split(" ", 1)[0] in state.words.cues:
                return  # near Dayton, Ohio, told CNN he saw one of the suspects
    if subject is not None and not subject[2] and precedes(body, subject[0], ", ") and body[stop : stop + 1] in " :":
        if subject[0] - state.left < 32 and _unclosed(state, subject[0], subject[1]):
            subject = (state.left, subject[1], False)  # Tom Glocer, Reuters’ CEO says
    if word == "say":
        heard = _overheard(body, edge)
        subject = (heard, edge - 1, False) if heard > 0 else subject
    if subject is not None and word == "confirmed" and body[subject[0] : subject[1]].lower() in _NUMERALS:
        return  # twelve confirmed cases
    if subject is None and row.get("contested") and before.endswith(" that"):
        paper = _PAPER.search(before, max(0, len(before) - 60))
        if paper is not None and names.nouns.get(paper.group(2), ("", False))[0] == "document":
            _relative(state, index, lemma, row, paper.span(1))
            return
    if subject is None and before.endswith((" who", " which")):
        named = _MET.search(before, max(0, len(before) - 60))  # found support in Paul Shar MP who said, “…”
        if named is not None:
            right(state, index, lemma, row, named.span(1), named.start(1))
            return
        named = _BEARER.search(before, max(0, len(before) - 80), before.rindex(" "))
        if named is not None:
            bearer = _bearer(state, named.span(1))
            if bearer is not None:
                _relative(state, index, lemma, row, bearer)
        return
    if (
        lemma == "say"
        and index + 1 < len(tokens)
        and tokens[index + 1][2] in FINITE
        and tokens[index + 1][0] == stop + 1
    ):
        last = tokens[first - 1] if first else (0, 0, "")  # bills that backers say will help: the noun before the verb
        if last[1] == edge - 1 and last[2] in names.nouns and speaks(last[2], names, plural=True):
            begins = last[0]
            before_it = tokens[first - 2] if first > 1 else (0, 0, "")
            if before_it[1] == last[0] - 1 and (before_it[2][0].isupper() or before_it[2] in names.offices):
                begins = before_it[0]  # buildings Turkish officials said were destroyed
            whole, comma = state.stop, body.find(", ", stop, state.stop)
            if comma > 0 and precedes_any(body, begins, (", who ", ", which ")):
                state.stop = comma  # The woman, who prosecutors say was the ringleader, fled
            right(state, index, lemma, row, (begins, last[1]), begins)
            state.stop = whole
            return
    if subject is None:
        shared = shared_subject(state, before)
        if shared is not None:
            right(state, index, lemma, row, shared, len(before))
        elif before.endswith(",") and (
            lemma == "say" or _named_next(state, index, row) or _speaker_last(state, stop, row)
        ):
            inverted(state, begin, stop, row, quote=False)
        return
    if body[subject[1] : edge].strip() == "," and index + 1 < len(tokens) and tokens[index + 1][2][0].isupper():
        if lemma != "tell" and "," not in body[subject[0] : subject[1]]:
            if lemma == "say":
                inverted(state, begin, stop, row, quote=False)  # The line, said Smith, opens in May
            return
    if subject[2] and follows(body, subject[0], "As "):
        subject = (subject[0] + 3, subject[1], False)
    if precedes(body, subject[0], " what ") and index + 1 < len(tokens) and finite(state, index + 1):
        return  # in response to what they say is a crime: a description
    if (row["class"] != "asserted" or row.get("contested")) and precedes_any(body, subject[0], WHENEVER):
        return  # will return when he believes that …: no report
    if subject[2]:  # a noun phrase with a finite verb of its own, or a preposition in front
        return
    close, whole = conceded(state, subject[0], stop), state.stop
    state.stop = close or whole
    count = len(state.found)
    right(state, index, lemma, row, (subject[0], subject[1]), subject[0])
    state.stop = whole
    if count and len(state.found) > count and lemma in state.words.sections["minding.en"]:
        own = state.found[-1]  # said he hoped that: what one says of oneself is no second report
        if body[slice(*subject[:2])].lower() in PRONOUNS and any(
            low == subject[0] for low, _ in state.found[count - 1].content
        ):
            state.own.append(own)
            state.found.pop()


def _head(body: str, subject: tuple[int, int, bool], stop: int) -> str:
    """The subject of a verb that is a noun as often; before “that” without what is inserted: The study, published on Monday,"""
    phrase = body[subject[0] : subject[1]]
    return phrase.partition(", ")[0] if follows(body, stop, " that ") else phrase


def _unclosed(state: Sentence, begin: int, edge: int) -> bool:
    """Whether a name opens the sentence and what describes it stands behind a comma that no second one closes."""
    name, phrase = state.body[state.left : begin - 2].split(), state.body[begin:edge]
    first = phrase.split(" ", 1)[0]
    if not 2 <= len(name) <= 3 or not (first in DETS or first.endswith(("’s", "'s", "s’", "s'"))):
        return False
    names = state.words.names
    if name[-1].endswith("day") or name[0] in ("Last", "This", "Next", "Late", "Early", "Earlier"):
        return False  # Last Friday, the mayor said
    plain = all(word.istitle() and word.isalpha() and word not in names.companies for word in name)
    return plain and name[0].lower() not in names.prepositions and guess(phrase, names) == "person"


def _overheard(body: str, edge: int) -> int:
    """Where begins whoever was heard to say it: a guard heard | him say; 0 for residents who heard the blast say."""
    at = body.rfind(" heard ", max(0, edge - 32), edge)
    if at < 0 or precedes_any(body, at, (" who", " that", " which")):
        return 0
    heard = body[at + 7 : edge].split()
    return at + 7 if 0 < len(heard) < 4 and heard[0] in _HEARD and heard[-1].isalpha() else 0


def _parted(state: Sentence, first: int) -> int:
    """Where a verb begins that an insertion parts: ``had, before the count of the votes, been claiming``; 0 for nowhere."""
    for begin, _, word in reversed(state.tokens[max(0, first - 12) : first]):
        if word in _HAVE:
            return begin
    return 0


def _spoken_end(state: Sentence, edge: int) -> int:
    """Where a quotation that closes as speech ends, behind which only a name stands before the verb; 0 for none."""
    close = max((stop for _, stop in state.quotes if stop < edge), default=0)
    named = state.body[close:edge]
    return close if close and "," not in named and named.strip() and closes(state, close) else 0


def _named_behind(state: Sentence, edge: int) -> Span | None:
    """The name and description between a quotation that closes as speech and its verb, though no comma closes them."""
    close = max((stop for _, stop in state.quotes if stop < edge), default=0)
    if not close or not closes(state, close):
        return None
    match = _NAMED.match(state.body, close, edge)
    if match is None or any(token[2] in state.words.cues for token in state.tokens if close < token[0] < edge):
        return None
    stop = len(state.body[:edge].rstrip(" ,"))
    return (close + 1, stop) if stop - match.end() > 8 and stop - close < 240 else None


def _kind_of(word: str, state: Sentence) -> bool:
    """Whether a word tells which forecast or estimate is meant: January, previous, average."""
    return word in _MONTHS or word in state.words.sections["outlook_kind.en"]


def _bearer(state: Sentence, named: Span) -> Span | None:
    """Who a clause with who describes: the name before the comma; the source that this name only places (of Calloway)."""
    for item in state.found:
        if item.source is not None and item.source[0] <= named[0] < item.source[1]:
            comma = state.body.find(",", item.source[0], item.source[1])
            return (item.source[0], comma if comma > 0 else item.source[1])
    before = state.body[: named[0]]
    if before.endswith(", ") and follows_any(state.body, named[0], ("a ", "an ", "the ", "its ")):
        owner = _BEARER.search(before, max(0, len(before) - 60), len(before) - 1)
        if owner is not None and before[owner.start(1)].isupper():
            return (owner.start(1), named[1])  # by Selerity, a data company, which said
    last = before.rstrip().rsplit(" ", 1)[-1]
    if state.body[named[0] :].split(" ", 1)[0].lower() in state.words.names.titles:
        return named  # with President Orlov, who has accused
    for item in state.found:  # said Joe Salas, a trader in Chatham, New Jersey, who called it
        if item.source is not None and item.source[0] < named[0] <= item.source[1] + 2 and item.rule == "post":
            return item.source
    return None if last in _WITHIN else named


def _named_next(state: Sentence, index: int, row: dict[str, Any]) -> bool:
    """``…, predicts Savills.``: a verb that is no noun, and a name behind it."""
    tokens = state.tokens
    return (
        index + 1 < len(tokens)
        and (
            tokens[index][2] not in state.words.nouns or (index + 2 < len(tokens) and tokens[index + 2][2][0].isupper())
        )
        and not (row.get("document") or row.get("quote") or row.get("as") or row.get("addressee"))
        and (
            tokens[index + 1][2][0].isupper()
            or (tokens[index + 1][2] == "the" and index + 2 < len(tokens) and tokens[index + 2][2][0].isupper())
        )
        and tokens[index + 1][0] == tokens[index][1] + 1
    )


def _speaker_last(state: Sentence, stop: int, row: dict[str, Any]) -> bool:
    """``…, claims the head of the union.``: behind the verb only one who speaks, and no verb of his."""
    if row.get("document") or row.get("quote") or row.get("as") or row.get("addressee") or state.stop - stop > 80:
        return False
    phrase = state.body[stop + 1 : state.stop]
    spoken = [token[2] for token in state.tokens if token[0] > stop]
    if not spoken or any(word in state.words.finite or word in state.words.cues for word in spoken):
        return False
    names = state.words.names
    kind = guess(phrase, names)
    if kind == "document" and spoken[0] in ("a", "the", "its"):
        return True  # …, concludes a new study from the college
    if not (spoken[0] == "the" or spoken[0] in names.nouns) or not speaks(phrase, names):
        return False
    return kind in ("person", "experts", "institution", "anonymous", "organization")


def _relative(state: Sentence, index: int, lemma: str, row: dict[str, Any], bearer: Span) -> None:
    """``Barnes, who said he had lost $30,000, has filed``: what is said ends with the relative clause."""
    count = len(state.found)
    begin, stop = state.tokens[index][0], state.stop
    comma = state.body.find(", ", begin, stop)
    if comma > 0:
        state.stop = comma
    right(state, index, lemma, row, bearer, begin)
    state.stop = stop
    for item in state.found[count:]:
        item.relative = True
        item.content = [
            (low, close if (close := state.body.find(", ", low, high)) > 0 else high) for low, high in item.content
        ]
