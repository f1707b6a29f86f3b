"""An English verb of saying: who its subject is, left of it, right of it or shared with the verb before; or that it is a noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_en_auxiliaries import IT_IS, auxiliaries, no_verb, past_particle
from claims.attribution_en_clause import WHENEVER, finite
from claims.attribution_en_cues import reported_by
from claims.attribution_en_kinds import guess, speaks
from claims.attribution_en_np import DETS, subject_before
from claims.attribution_en_participles import participle
from claims.attribution_en_passive import branded_by, impersonal, inner_left, was_told
from claims.attribution_en_post import closes, inverted
from claims.attribution_en_reduced import ends, reduced, reduced_by, refused
from claims.attribution_en_right import right
from claims.attribution_en_subject import agrees, clear, conceded, shared_subject
from claims.attribution_en_words import FINITE, PRONOUNS, Sentence
from claims.looks import follows, follows_any, precedes, precedes_any
from claims.numerals import EN_WORDS

if TYPE_CHECKING:
    from claims.attribution_en_keys import Key
    from claims.records import Span

__all__ = ["verb"]

_NUMERALS: Final = EN_WORDS | {"dozens", "hundreds", "thousands"}
_PAPER: Final = re.compile(r"\b((?:[Aa]n?|[Tt]he) (?:[\w-]+ ){0,2}?(\w+)) that$")
_WITHIN: Final = frozenset({"of", "at", "in", "for", "from", "with"})
_HEARD: Final = DETS | {"him", "her", "them", "us", "me"}
_HAVE: Final = frozenset({"has", "have", "had"})
_PARTICIPLES: Final[tuple[str, ...]] = ("ed", "st", "id", "en", "ood")
_WHO: Final[tuple[str, ...]] = (" who", " which")
_NAMED: Final = re.compile(r" (?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+, (?=[a-z])")
_MET: Final = re.compile(
    r" (?:in|from|with|by|to|of|for) ((?:[A-Z]\w+ )?(?:[a-z]+ )?(?:[A-Z][\w.’'-]+ ){1,4}[A-Z][\w’'-]+) who$"
)
_BEARER: Final = re.compile(
    r"(\b(?:[Tt]he|[Ii]ts|[Aa]n?) [a-z-]+(?: [a-z-]+)?"
    r"|(?:(?:Mr|Ms|Mrs|Dr|Gov|Sen|Rep)\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}),$"
)


def verb(state: Sentence, index: int, key: Key) -> None:
    """Add the report of the verb at token ``index``, if it makes one; ``key`` is what is known of its form."""
    tokens, body = state.tokens, state.body
    begin, stop, word = tokens[index]
    if key.particles:
        stop = past_particle(state, index, key)
        if stop < 0:
            return
        tokens[index] = (begin, stop, word)
    if key.doubtful and no_verb(state, index, stop, key):
        return
    first, passive = auxiliaries(state, index, key)
    if first < 0:
        return
    edge = tokens[first][0]
    if passive and tokens[first][2] in IT_IS:
        edge += 2  # It | 's estimated that
    if not passive and (key.foreseen or key.denied) and _behind_its_noun(state, index, first, edge, key):
        return
    if passive:
        _passive(state, index, first, edge, key)
    elif word == "seen":
        return
    elif word.endswith("ing"):
        participle(state, index, body[:edge].rstrip(), key.row)
    else:
        _finite(state, index, first, edge, key)


def _behind_its_noun(state: Sentence, index: int, first: int, edge: int, key: Key) -> bool:
    """Whether a forecast or denial stands in a clause behind its noun: the fall analysts had predicted, expected by analysts."""
    stop = state.tokens[index][1]
    if ends(state, stop):
        if refused(state, index, edge) if key.denied else reduced(state, index, first, key.row):
            return True
    return key.foreseen and follows(state.body, stop, " by ") and reduced_by(state, index, key.row)


def _passive(state: Sentence, index: int, first: int, edge: int, key: Key) -> None:
    """The report of a verb behind a form of be: is expected to, was told that; or it goes on: has been telling."""
    tokens, row = state.tokens, key.row
    begin, stop, word = tokens[index]
    if word.endswith("ing") and (row.get("progressive") or (word == "telling" and tokens[first][2] != "be")):
        edge = _parted(state, first) if tokens[first][2] == "been" else edge
        left = inner_left(state, begin) if state.found else state.left
        subject = subject_before(state.body, left, edge, state.words.names)
        if edge > 0 and subject is not None and not subject[2]:
            right(state, index, key, subject[:2], subject[0])
    elif word == "told" or (word == "informed" and state.body.find(" that ", stop) > 0):
        was_told(state, index, first)
    elif row.get("as") and not row.get("passive"):
        branded_by(state, index, first, row)
    elif word.endswith(_PARTICIPLES) or word == "thought":
        impersonal(state, index, first, row)


def _finite(state: Sentence, index: int, first: int, edge: int, key: Key) -> None:
    """The report of a finite verb: of the subject before it, or of the one behind (“…,” said X)."""
    tokens, body, names, row = state.tokens, state.body, state.words.names, key.row
    begin, stop, word = tokens[index]
    if state.quotes and _inverted(state, index, edge, row):
        return
    if word == "reported" and follows(body, stop, " by ") and reported_by(state, index):
        return
    subject = subject_before(body, inner_left(state, begin) if state.found else state.left, edge, names)
    if state.quotes:
        subject = _behind_quotation(state, edge, subject)
    if subject is not None and key.noun and _is_noun(state, index, subject, key):
        return
    if subject is not None and not subject[2] and precedes(body, subject[0], ", ") and body[stop : stop + 1] in " :":
        if subject[0] - state.left < 32 and _unclosed(state, subject[0], subject[1]):
            subject = (state.left, subject[1], False)  # Tom Glocer, Reuters’ CEO says
    if word == "say":
        heard = _overheard(body, edge)
        subject = (heard, edge - 1, False) if heard > 0 else subject
    if subject is not None and word == "confirmed" and body[subject[0] : subject[1]].lower() in _NUMERALS:
        return  # twelve confirmed cases
    if subject is None and _described(state, index, edge, key):
        return
    if key.lemma == "say" and _backers_say(state, index, first, edge, key):
        return
    if subject is None:
        _without_subject(state, index, edge, key)
        return
    apart = subject[1] + 1 < edge or body[subject[1]] == ","  # and not one space
    if apart and body[subject[1] : edge].strip() == "," and index + 1 < len(tokens):
        if tokens[index + 1][2][0].isupper() and key.lemma != "tell" and "," not in body[subject[0] : subject[1]]:
            if key.lemma == "say":
                inverted(state, begin, stop, row, quote=False)  # The line, said Smith, opens in May
            return
    if subject[2] and follows(body, subject[0], "As "):
        subject = (subject[0] + 3, subject[1], False)
    if precedes(body, subject[0], " what ") and index + 1 < len(tokens) and finite(state, index + 1):
        return  # in response to what they say is a crime: a description
    if not key.settled and precedes_any(body, subject[0], WHENEVER):
        return  # will return when he believes that …: no report
    if subject[2]:  # a noun phrase with a finite verb of its own, or a preposition in front
        return
    close, whole = conceded(state, subject[0], stop), state.stop
    state.stop = close or whole
    count = len(state.found)
    right(state, index, key, (subject[0], subject[1]), subject[0])
    state.stop = whole
    if key.minding and count and len(state.found) > count:
        own = state.found[-1]  # said he hoped that: what one says of oneself is no second report
        if body[slice(*subject[:2])].lower() in PRONOUNS and any(
            low == subject[0] for low, _ in state.found[count - 1].content
        ):
            state.own.append(own)
            state.found.pop()


def _inverted(state: Sentence, index: int, edge: int, row: dict[str, Any]) -> bool:
    """Whether the verb stands behind a quotation and before who says it: “…,” said X, and “…”, said X."""
    body, (begin, stop, _) = state.body, state.tokens[index]
    at = edge
    while at > 0 and body[at - 1].isspace():
        at -= 1
    spoken = at
    while spoken > 0 and body[spoken - 1] == ",":
        spoken -= 1
    if not spoken or body[spoken - 1] not in '”"' or not (spoken < at or closes(state, spoken)):
        return False
    return inverted(state, begin, stop, row, quote=True)


def _behind_quotation(
    state: Sentence, edge: int, subject: tuple[int, int, bool] | None
) -> tuple[int, int, bool] | None:
    """The subject of a verb in a sentence with quotations: the words inside them are none of it."""
    body = state.body
    if subject is None or subject[2] or "”" in body[subject[0] : edge] or '"' in body[subject[0] : edge]:
        close = _spoken_end(state, edge)
        if close > 0:  # Some “had lost 40 homes,” Osby said
            subject = subject_before(body, close, edge, state.words.names) or subject
    behind = _named_behind(state, edge)
    if behind is not None and (subject is None or subject[2] or subject[0] > behind[0]):
        return (*behind, False)  # “…,” Ana Ruiz, a professor at Temple who has written on it told the paper
    return subject


def _is_noun(state: Sentence, index: int, subject: tuple[int, int, bool], key: Key) -> bool:
    """Whether a form that is a noun as often is one behind these words: …, Chilean state agency Cobrex estimates, …"""
    tokens, body, names = state.tokens, state.body, state.words.names
    stop, phrase = tokens[index][1], body[subject[0] : subject[1]]
    if clear(_head(body, subject, stop), key.word, names) or phrase.endswith(("%", "cent")):
        return False  # 12 per cent thought
    if key.lemma == "show" and guess(phrase, names) == "document":
        return False
    if follows(body, stop, " that ") and index + 2 < len(tokens) and tokens[index + 2][2] not in FINITE:
        if speaks(phrase, names, plural=True):  # the paper’s sources claim that
            return False
    if agrees(state, index, phrase):
        return False
    if not (precedes(body, subject[0], ", ") and (stop >= state.stop or body[stop] == ",")):
        return True  # …, Chilean state agency Cobrex estimates, leaving …
    return phrase.split(" ", 1)[0] in state.words.cues  # near Dayton, Ohio, told CNN he saw one of the suspects


def _described(state: Sentence, index: int, edge: int, key: Key) -> bool:
    """Whether the verb stands in a clause with that, who or which; its report is that of the noun before the clause."""
    before = state.body[:edge].rstrip()
    if key.contested and before.endswith(" that"):
        paper = _PAPER.search(before, max(0, len(before) - 60))
        if paper is not None and state.words.names.nouns.get(paper.group(2), ("", False))[0] == "document":
            _relative(state, index, key, paper.span(1))
            return True
    if not before.endswith(_WHO):
        return False
    named = _MET.search(before, max(0, len(before) - 60))  # found support in Paul Shar MP who said, “…”
    if named is not None:
        right(state, index, key, named.span(1), named.start(1))
        return True
    named = _BEARER.search(before, max(0, len(before) - 80), before.rindex(" "))
    if named is not None:
        bearer = _bearer(state, named.span(1))
        if bearer is not None:
            _relative(state, index, key, bearer)
    return True


def _backers_say(state: Sentence, index: int, first: int, edge: int, key: Key) -> bool:
    """Whether who says it stands between a noun and its verb: bills that backers | say | will help."""
    tokens, body, names = state.tokens, state.body, state.words.names
    stop = tokens[index][1]
    if index + 1 >= len(tokens) or tokens[index + 1][2] not in FINITE or tokens[index + 1][0] != stop + 1:
        return False
    last = tokens[first - 1] if first else (0, 0, "")
    if last[1] != edge - 1 or last[2] not in names.nouns or not speaks(last[2], names, plural=True):
        return False
    begins = last[0]
    before = tokens[first - 2] if first > 1 else (0, 0, "")
    if before[1] == last[0] - 1 and (before[2][0].isupper() or before[2] in names.offices):
        begins = before[0]  # buildings Turkish officials said were destroyed
    whole, comma = state.stop, body.find(", ", stop, state.stop)
    if comma > 0 and precedes_any(body, begins, (", who ", ", which ")):
        state.stop = comma  # The woman, who prosecutors say was the ringleader, fled
    right(state, index, key, (begins, last[1]), begins)
    state.stop = whole
    return True


def _without_subject(state: Sentence, index: int, edge: int, key: Key) -> None:
    """The report of a verb that has no subject of its own: X said … and added; …, predicts Savills."""
    begin, stop, _ = state.tokens[index]
    before = state.body[:edge].rstrip()
    shared = shared_subject(state, before)
    if shared is not None:
        right(state, index, key, shared, len(before))
    elif before.endswith(",") and (
        key.lemma == "say" or _named_next(state, index, key.row) or _speaker_last(state, stop, key.row)
    ):
        inverted(state, begin, stop, key.row, quote=False)


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


def _relative(state: Sentence, index: int, key: Key, bearer: Span) -> None:
    """``Barnes, who said he had lost $30,000, has filed``: what is said ends with the relative clause."""
    count = len(state.found)
    begin, stop = state.tokens[index][0], state.stop
    comma = state.body.find(", ", begin, stop)
    if comma > 0:
        state.stop = comma
    right(state, index, key, bearer, begin)
    state.stop = stop
    for item in state.found[count:]:
        item.relative = True
        item.content = [
            (low, close if (close := state.body.find(", ", low, high)) > 0 else high) for low, high in item.content
        ]
