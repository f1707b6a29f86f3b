"""Who says what in an English sentence: said, told, according to, reported that, denied, is expected to, reportedly.

The cue is found first, then its subject (left of it, or right of it in the inverted order), then its content. Quotations
and parentheses are masked before that, so no word inside them is ever a cue or a boundary. What has no clear subject and
no clear content stays silent. Pronouns and "the company" are left as printed: names are settled across the document by
``claims.attribution``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.attribution_en_np import Names, appositive, guess, names_of, next_np, subject_before
from claims.records import Report

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Page, Span

__all__ = ["clause_class", "find_sentence"]

_MAX = 4000  # a longer "sentence" is a table or a dump: only its first part is read
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:[-’'][A-Za-zÀ-ɏ]+)*")
_THAT = re.compile(r"\s*,?\s*that\s+")
_SPACE = re.compile(r"\s+")
_IF = re.compile(r"(?<!as )(?<!even )(?<!know )\b(?:if|If|unless|Unless)\b")
_DENIED_NP = frozenset(
    "wrongdoing any having knowing being involvement responsibility paying making receiving it".split()
)
_NO_CLAUSE = frozenset(
    "so nothing little no yes to of by at in on for with about as and or but much more less when how why what whether"
    " goodbye than from through via into over while which who because also".split()
)
_PLACES = frozenset("in at on via during to through with by from".split())
_PRONOUNS = frozenset("it he she they we i there".split())
_FINITE = frozenset(
    "is are was were has have had will would can could may might must should does did do expects plans lost won made sold"
    " bought cut paid spent took saw gave rose fell grew owns holds needs wants hopes intends aims got kept built".split()
)
_SELF = frozenset("it he she they we i".split())
_WE = re.compile(r"\b(?:we|I) (?:will|would)\b|\b(?:we|I)[’']ll\b")
_NUMBER = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|half)\b")
_BE = frozenset("is are was were be been being".split())
_MERGERS = frozenset(", but|, while|, whereas|, though|, although|, and|, yet|;".split("|"))
_HEARERS = frozenset(
    "reporters analysts investors lawmakers parliament staff employees me us him her them journalists shareholders"
    " congress senators workers lawyers customers members delegates police".split()
)
_AS_SAYING = re.compile(r"\bas saying\b")
_BEARER = re.compile(r"((?:(?:Mr|Ms|Mrs|Dr|Gov|Sen|Rep)\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}),$")
_COORD = re.compile(r"(?:,\s+|\s)(?:and|but|or|yet)(?:\s+(?:also|then|later|further))*\s*$")


@dataclass(slots=True)
class _Words:
    """The tables of the lexicon in the shape that the finder reads."""

    cues: dict[str, tuple[str, dict[str, Any]]]
    nouns: frozenset[str]
    triggers: frozenset[str]
    report_nouns: frozenset[str]
    results: frozenset[str]
    happening: frozenset[str]
    deeds: frozenset[str]
    stance: re.Pattern[str]
    stances: dict[str, str]
    setting: re.Pattern[str]
    names: Names


def _words(lexicon: Lexicon) -> _Words:
    cached: _Words | None = lexicon.cache.get("attribution.en")
    if cached is not None:
        return cached
    sections = lexicon.sections
    cues: dict[str, tuple[str, dict[str, Any]]] = {}
    nouns: set[str] = set()
    for lemma, row in sections["cue.en"].items():
        for form in row["forms"]:
            cues[form] = (lemma, row)
        nouns.update(row.get("noun", []))
    special = ["according", "According", "citing", "Citing", "quoted", "quotes", "reportedly", "Reportedly", "reported"]
    triggers = {form + tail for form in [*cues, *special] for tail in ("", ",", ".", ":", ";", ",”", '."')}
    stances = {phrase.lower(): row["class"] for phrase, row in sections["stance.en"].items()}
    phrases = sorted(stances, key=lambda phrase: (-len(phrase), phrase))
    words = _Words(
        cues,
        frozenset(nouns),
        frozenset(triggers),
        frozenset(sections["report_noun.en"]),
        frozenset(sections["result.en"]),
        frozenset(verb for verb, row in sections["happening.en"].items() if not row.get("deed")),
        frozenset(verb for verb, row in sections["happening.en"].items() if row.get("deed")),
        re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")(?![\w-])", re.IGNORECASE),
        stances,
        _setting(sorted(sections["setting.en"])),
        names_of(lexicon),
    )
    lexicon.cache["attribution.en"] = words
    return words


def _setting(nouns: list[str]) -> re.Pattern[str]:
    """When, where and how something was said: what may stand between the verb and its content."""
    day = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday"
    when = rf"(?:(?:early|late|earlier|later) )?(?:on )?(?:{day})(?: (?:morning|afternoon|evening|night|local time))?"
    date = r"(?:on |in )?(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?(?:, \d{4}| \d{4})?"
    ago = (
        r"(?:earlier )?(?:this|last) (?:week|month|year|quarter|spring|summer|autumn|fall|winter)|in \d{4}|at the time"
    )
    word = r"[\w.&’'-]+"
    inside = (
        rf"(?:in|at|during|via|through|with|after) (?:an?|its|his|her|their|the|this|separate)"
        rf"(?: {word}){{0,4}}? (?:{'|'.join(nouns)})s?(?: call| conference| with (?:the )?{word}| to {word}| in [A-Z]\w+| on {word})?"
    )
    plain = r"in (?:prepared remarks|parliament|court|testimony)|by (?:email|e-mail|phone|telephone)|to reporters|again|separately|late|earlier|recently|also"
    return re.compile(rf"(?:,? (?:{when}|{date}|{ago}|{inside}|{plain})(?![\w-])){{1,4}}")


def clause_class(content: str, lexicon: Lexicon, *, own: bool = False) -> str | None:
    """The class that the words of a clause give it: conditional, planned, estimated, forecast, possible, opinion; or None.

    ``own`` says that the clause's subject is the speaker, so ``will`` before a deed is a plan.
    """
    return _clause_class(content, _words(lexicon), own)


def _clause_class(content: str, words: _Words, own: bool) -> str | None:
    found: set[str] = set()
    for match in words.stance.finditer(content):
        phrase = match.group().lower()
        if phrase == "may" and match.group() == "May":
            continue
        cls = words.stances[phrase]
        if cls == "forecast" and phrase in ("will", "would", "we'll", "we’ll"):
            following = _WORD.search(content, match.end())
            if following is not None and following.group() == "not":
                following = _WORD.search(content, following.end())
            verb = following.group() if following is not None else ""
            if verb in words.deeds or (own and verb and verb not in words.happening):
                cls = "planned"
        found.add(cls)
    if found and _IF.search(content):
        return "conditional"
    for cls in ("planned", "estimated", "forecast", "possible", "opinion"):
        if cls in found:
            return cls
    return None


# ---------------------------------------------------------------- one sentence


@dataclass(slots=True)
class _Found:
    """A report while the sentence is being read; offsets are those of the sentence."""

    source: Span | None
    type: str
    cue: list[Span]
    content: list[Span]
    base: str
    rule: str
    head: int  # where its own clause begins: subject or cue, whichever is first
    direct: bool = False
    parent: int | None = None
    target: int | None = None
    fixed: bool = False  # the class is settled and not read from the content


class _Sentence:
    """The masked sentence and what has been found in it so far."""

    __slots__ = ("body", "found", "left", "quotes", "text", "tokens", "words")

    def __init__(self, body: str, text: str, quotes: list[Span], words: _Words) -> None:
        self.body = body
        self.text = text
        self.quotes = quotes
        self.words = words
        self.tokens = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(body)]
        self.found: list[_Found] = []
        self.left = 0


def find_sentence(
    text: str,
    start: int,
    end: int,
    page: Page,
    lexicon: Lexicon,
    trace: list[tuple[int, int, str, str]] | None = None,
) -> list[Report]:
    """The reports of one English sentence, in the order of their cues.

    ``parent`` and ``target`` are indexes into the returned list; ``canonical`` is always None: pronouns (a source span
    that reads he, she, it, they) and names are resolved across the document by the caller. An impersonal passive
    (``is expected to``) has ``source`` None.
    """
    words = _words(lexicon)
    if words.triggers.isdisjoint(text[start:end].split()):
        return []
    end = min(end, start + _MAX)
    quotes = _quotes(page.quotes, start, end)
    state = _Sentence(_masked(text[start:end], start, quotes), text[start:end], quotes, words)
    _read(state)
    if not state.found:
        return []
    _cut(state)
    _nest(state)
    _continue_quote(state, text, start, end, page)
    return _reports(state, start, trace)


def _quotes(quotes: list[Span], start: int, end: int) -> list[Span]:
    """The quotations that touch the sentence, in the sentence's own offsets (one begun earlier starts below 0)."""
    at = bisect_left(quotes, (start, -1))
    while at > 0 and quotes[at - 1][1] > start:
        at -= 1
    out: list[Span] = []
    for begin, stop in quotes[at:]:
        if begin >= end:
            break
        if stop > start:
            out.append((begin - start, stop - start))
    return out


def _masked(sentence: str, start: int, quotes: list[Span]) -> str:
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
    return body.replace("\n", " ").replace("\u00a0", " ")


def _read(state: _Sentence) -> None:
    tokens, cues = state.tokens, state.words.cues
    for index, (begin, stop, word) in enumerate(tokens):
        lower = word.lower() if index == 0 else word
        if lower in ("according", "According"):
            _according(state, index)
        elif lower in ("citing", "Citing"):
            _citing(state, begin, stop)
        elif lower in ("reportedly", "Reportedly"):
            _reportedly(state, begin, stop)
        elif lower in ("quoted", "quotes", "cited") and _quoting(state, index):
            continue
        elif lower in cues and (index > 0 or lower == word):
            lemma, row = cues[lower]
            _verb(state, index, lemma, row)
        elif index == 0 and lower == "as" and len(tokens) > 2 and tokens[1][2] == "reported" and tokens[2][2] == "by":
            _as_reported(state)


def _stop(state: _Sentence) -> int:
    """Where the words of the sentence end: before the full stop."""
    body = state.body
    stop = len(body)
    while stop and body[stop - 1] in " \n.!?":
        stop -= 1
    if (
        stop < len(body)
        and body[stop] == "."
        and re.search(r"\b(?:[A-Z]\.[A-Z]|Inc|Corp|Ltd|Co|Jr|a\.m|p\.m)$", body[max(0, stop - 6) : stop])
    ):
        stop += 1
    return stop


def _aside(body: str, begin: int, stop: int) -> int:
    """Where a reported clause ends when the author goes on: ``, but``/``, while`` with a subject of its own."""
    for mark in (", but ", ", while ", ", whereas "):
        at = body.find(mark, begin, stop)
        if at > begin:
            following = _WORD.match(body, at + len(mark))
            if following is not None and following.group().lower() not in _PRONOUNS | {"that", "not", "would", "will"}:
                stop = at
    return stop


def _clause_end(state: _Sentence, begin: int) -> int:
    stop = _stop(state)
    for mark in ("; ", ". “", '. "'):
        at = state.body.find(mark, begin, stop)
        stop = at if at >= 0 else stop
    return stop


def _strip(body: str, begin: int, stop: int) -> Span:
    while begin < stop and body[begin] in " ,;:\n":
        begin += 1
    while stop > begin and body[stop - 1] in " ,;:\n":
        stop -= 1
    return begin, stop


# ---------------------------------------------------------------- according to, citing, reportedly


def _according(state: _Sentence, index: int) -> None:
    tokens, body = state.tokens, state.body
    begin = tokens[index][0]
    if index + 2 > len(tokens) - 1 or tokens[index + 1][2] != "to":
        return
    stop = tokens[index + 1][1]
    source = next_np(body, stop, _clause_end(state, stop), state.words.names, settings=state.words.setting)
    if source is None:
        return
    after = source[1]
    left = state.left
    before = _strip(body, left, begin)
    initial = before[0] >= before[1] or body[before[0] : before[1]].lower() in (
        "but",
        "and",
        "still",
        "however",
        "meanwhile",
    )
    end = _clause_end(state, after)
    comma = body[after : after + 1] == ","
    if initial:
        rest = _strip(body, after, end)
        if not comma or rest[1] - rest[0] < 8:
            return
        content = [rest]
    else:
        rest = _strip(body, after, end)
        content = [before]
        following = body[rest[0] : rest[1]].split(" ", 1)[0].lower()
        if comma and rest[1] > rest[0] and state.tokens and following in _FINITE:
            content.append(rest)
    base = (
        "asserted"
        if guess(body[source[0] : source[1]], state.words.names) not in ("news_org", "news_collective", "anonymous")
        else "reported"
    )
    state.found.append(
        _Found(
            source,
            guess(body[source[0] : source[1]], state.words.names),
            [(begin, stop)],
            content,
            base,
            "according",
            begin,
        )
    )


def _as_reported(state: _Sentence) -> None:
    body = state.body
    begin, stop, _ = state.tokens[1]
    source = next_np(
        body, state.tokens[2][1], _clause_end(state, stop), state.words.names, settings=state.words.setting
    )
    if source is None or body[source[1] : source[1] + 1] != ",":
        return
    content = _strip(body, source[1], _clause_end(state, source[1]))
    state.found.append(
        _Found(
            source,
            guess(body[source[0] : source[1]], state.words.names),
            [(begin, stop)],
            [content],
            "reported",
            "as_reported",
            begin,
            fixed=True,
        )
    )


def _citing(state: _Sentence, begin: int, stop: int) -> None:
    body = state.body
    source = next_np(body, stop, _clause_end(state, stop), state.words.names, settings=state.words.setting, loose=True)
    if source is None:
        return
    kind = guess(body[source[0] : source[1]], state.words.names)
    base = "reported" if kind in ("anonymous", "news_org", "news_collective") else "asserted"
    state.found.append(_Found(source, kind, [(begin, stop)], [], base, "citing", begin))


def _reportedly(state: _Sentence, begin: int, stop: int) -> None:
    body = state.body
    end = _clause_end(state, stop)
    before, after = _strip(body, _boundary(body, state.left, begin), begin), _strip(body, stop, end)
    content = [span for span in (before, after) if span[1] > span[0]]
    if content and after[1] > after[0]:
        state.found.append(
            _Found(None, "unattributed", [(begin, stop)], content, "reported", "reportedly", begin, fixed=True)
        )


def _quoting(state: _Sentence, index: int) -> bool:
    """``X quoted Y as saying that …`` and ``Y was quoted (by X) as saying …``: whether it was one of them."""
    tokens, body, names = state.tokens, state.body, state.words.names
    begin, stop, _ = tokens[index]
    match = _AS_SAYING.search(body, stop, min(len(body), stop + 160))
    if match is None:
        return False
    passive = index > 0 and tokens[index - 1][2] in _BE
    subject = subject_before(body, state.left, tokens[index - 1][0] if passive else begin, names)
    if subject is None:
        return False
    that = _THAT.match(body, match.end())
    content = _strip(body, that.end() if that else match.end(), _clause_end(state, match.end()))
    if content[1] - content[0] < 4:
        return False
    kind = guess(body[subject[0] : subject[1]], names)
    if passive:
        by = _strip(body, stop, match.start())
        outer: Span | None = (by[0] + 3, by[1]) if body.startswith("by ", by[0]) else None
        parent = None
        if outer is not None:
            parent = len(state.found)
            state.found.append(
                _Found(
                    outer,
                    guess(body[outer[0] : outer[1]], names),
                    [(begin, stop)],
                    [content],
                    "reported",
                    "quoted",
                    subject[0],
                    fixed=True,
                )
            )
            begin, stop = match.start() + 3, match.end()
        state.found.append(
            _Found(subject, kind, [(begin, stop)], [content], "asserted", "quoted", subject[0], parent=parent)
        )
        return True
    inner = _strip(body, stop, match.start())
    if inner[0] >= inner[1]:
        return False
    parent = len(state.found)
    state.found.append(_Found(subject, kind, [(begin, stop)], [content], "reported", "quoted", subject[0], fixed=True))
    state.found.append(
        _Found(
            inner,
            guess(body[inner[0] : inner[1]], names),
            [(match.start() + 3, match.end())],
            [content],
            "asserted",
            "quoted",
            match.start(),
            parent=parent,
        )
    )
    return True


# ---------------------------------------------------------------- verbs


def _boundary(body: str, left: int, begin: int) -> int:
    """Where the clause that holds ``begin`` starts: after the last semicolon, dash or ``, but`` before it."""
    at = left
    for mark in ("; ", " – ", " — ", " - ", ", but ", ", and ", ", while ", ": "):
        found = body.rfind(mark, left, begin)
        if found >= 0:
            at = max(at, found + len(mark))
    return at


def _verb(state: _Sentence, index: int, lemma: str, row: dict[str, Any]) -> None:
    tokens, body, names = state.tokens, state.body, state.words.names
    begin, stop, word = tokens[index]
    # the auxiliaries and adverbs left of the verb
    first = index
    passive = False
    while first > 0 and body[tokens[first - 1][1] : tokens[first][0]].isspace():
        previous = tokens[first - 1][2]
        if previous in _BE:
            passive = True
        elif previous not in names.adverbs and not (previous.endswith("ly") and previous.islower()):
            break
        first -= 1
    edge = tokens[first][0]
    before = body[:edge].rstrip()
    if passive:
        if word.endswith(("ed", "st", "id", "en", "ood")) or word == "thought":
            _passive(state, index, edge, row)
        return
    if word.endswith("ing"):
        _participle(state, index, before, row)
        return
    quoted = before[-1:] in "”\"’'" and before != "" and _closes(state, len(before))
    if quoted and _inverted(state, begin, stop, row, quote=True):
        return
    subject = subject_before(body, _inner_left(state, begin), edge, names)
    if subject is not None and word in state.words.nouns and not _clear(body[subject[0] : subject[1]], names):
        return
    if subject is None and before.endswith(" who"):
        named = _BEARER.search(before, max(0, len(before) - 80), len(before) - 4)
        if named is not None:
            _right(state, index, lemma, row, named.span(1), begin)
        return
    if subject is None:
        shared = _shared_subject(state, before)
        if shared is not None:
            _right(state, index, lemma, row, shared, len(before))
        elif lemma == "say" and before.endswith(","):
            _inverted(state, begin, stop, row, quote=False)
        return
    if subject[2]:  # a noun phrase with a finite verb of its own, or a preposition in front
        return
    _right(state, index, lemma, row, (subject[0], subject[1]), subject[0])


def _inner_left(state: _Sentence, begin: int) -> int:
    """Where the innermost content that may hold ``begin`` starts: a subject never reaches over the verb that reports it."""
    left = state.left
    for item in state.found:
        if item.rule != "citing":
            for low, _ in [*item.content, *item.cue]:
                if low <= begin:
                    left = max(left, low if low > item.cue[0][1] else min(item.cue[0][1], begin))
    return left


def _clear(phrase: str, names: Names) -> bool:
    """Whether every word of a subject is a name, an article, a preposition or a known noun (for forms that are nouns too)."""
    return all(
        word[0].isupper() or word in names.prepositions or word.lower() in names.nouns or word in names.titles
        or word in _PRONOUNS or word in ("the", "a", "an", "its", "and", "some", "many", "most", "government", "opposition")
        for word in _WORD.findall(phrase)
    )  # fmt: skip


def _closes(state: _Sentence, at: int) -> bool:
    """Whether a quotation that ends as speech does (with , . ! ? inside, or a comma after) closes at ``at``."""
    return any(stop == at and state.text[max(0, stop - 2) : stop - 1] in ",.!?…—-" for _, stop in state.quotes)


def _shared_subject(state: _Sentence, before: str) -> Span | None:
    """``X said … and added that``: the subject of the verb before, when only and/but stands in front of this one."""
    if not state.found or _COORD.search(before[-24:]) is None:
        return None
    last = state.found[-1]
    return last.source if last.rule in ("said", "post", "object", "denied") else None


def _participle(state: _Sentence, index: int, before: str, row: dict[str, Any]) -> None:
    """``…, adding that``: the source of the report before it speaks on."""
    if not before.endswith(",") or not state.found:
        return
    last = state.found[-1]
    if last.source is None or last.rule not in ("said", "post", "according", "object"):
        return
    begin, stop, word = state.tokens[index]
    content, direct = _complement(state, index, row, plain=word == "saying" or bool(row.get("bare")), subject="")
    if content is None:
        return
    state.found.append(
        _Found(last.source, last.type, [(begin, stop)], content, row["class"], "said", len(before) - 1, direct)
    )


def _passive(state: _Sentence, index: int, edge: int, row: dict[str, Any]) -> None:
    """``is expected to``, ``was estimated at``, ``it is reported that``: nobody is named, unless ``by`` names somebody."""
    cls = row.get("passive")
    if cls is None:
        return
    body = state.body
    begin, stop, word = state.tokens[index]
    following = state.tokens[index + 1] if index + 1 < len(state.tokens) else None
    if following is None:
        return
    source: Span | None = None
    after = stop
    if following[2] == "by":
        source = next_np(
            body,
            following[1],
            _clause_end(state, following[1]),
            state.words.names,
            settings=state.words.setting,
            until=" to ",
        )
        if source is None:
            return
        after = source[1]
        follow = _WORD.search(body, after)
        if follow is None:
            return
        following = (follow.start(), follow.end(), follow.group())
    subject = subject_before(body, state.left, edge, state.words.names, wide=True)
    if subject is None or subject[2]:
        return
    printed = body[subject[0] : subject[1]].lower()
    end = _clause_end(state, after)
    if following[2] == "that" and printed == "it":
        content = [_strip(body, following[1], end)]
    elif (following[2] == "to" and printed != "there") or (following[2] == "at" and cls in ("estimated", "forecast")):
        content = [(subject[0], subject[1]), _strip(body, following[0], end)]
    else:
        return
    if source is None and row["class"] == "asserted" and word != "said" and word != "reported":
        return
    kind = guess(body[source[0] : source[1]], state.words.names) if source else "unattributed"
    state.found.append(
        _Found(source, kind, [(begin, stop)], content, cls, "passive", subject[0], fixed=cls == "reported")
    )


def _inverted(state: _Sentence, begin: int, stop: int, row: dict[str, Any], *, quote: bool) -> bool:
    """``“…,” said X, chief executive of Y``; without quotation marks only after a comma."""
    body, names = state.body, state.words.names
    source = next_np(body, stop, _clause_end(state, stop), names, settings=state.words.setting)
    if source is None:
        return False
    at = len(body[:begin].rstrip())
    if quote:
        spans = [span for span in state.quotes if span[1] == at]
        content = [(spans[0][0], spans[0][1])]
    else:
        content = [_strip(body, _boundary(body, state.left, at), at)]
        named = body[source[0] : source[1]].split(" ", 1)[0]
        if len(body[content[0][0] : content[0][1]].split()) < 4 or named.lower() in _PRONOUNS or named.islower():
            return False
    content += _second_half(state, source[1]) if quote else []
    kind = guess(body[source[0] : source[1]], names)
    base = _base(row, kind)
    state.found.append(
        _Found(
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


def _second_half(state: _Sentence, at: int) -> list[Span]:
    """The other half of a split quotation (“A,” he said, “B.”): it must follow at once."""
    body = state.body
    while at < len(body) and body[at] in " ,.\n" and (body[at] != "." or True):
        at += 1
    return [span for span in state.quotes if span[0] == at]


def _base(row: dict[str, Any], kind: str) -> str:
    cls: str = row["class"]
    if cls == "asserted" and (kind in ("anonymous", "news_collective") or (kind == "news_org" and row.get("media"))):
        return "reported"
    if cls == "asserted" and kind == "news_org":
        return "reported"
    return cls


def _right(state: _Sentence, index: int, lemma: str, row: dict[str, Any], subject: Span, head: int) -> None:
    """The report whose subject is known: its content stands right of the verb, or the whole clause stands before it."""
    body, names = state.body, state.words.names
    begin, stop, word = state.tokens[index]
    printed = body[subject[0] : subject[1]]
    kind = guess(printed, names)
    if kind == "none" or (row.get("document") and kind not in ("document", "experts")):
        return
    if lemma in ("deny", "dismiss", "reject", "refute", "rebut", "dispute"):
        _denial(state, index, row, subject, head, kind)
        return
    stem = len(body[: subject[0]].rstrip(" ,"))
    if (
        head == subject[0]
        and stem
        and any(span[1] == stem for span in state.quotes)
        and (body[stem : subject[0]].strip() == "," or _closes(state, stem))
    ):
        at = stop
        if row.get("addressee") and index + 1 < len(state.tokens):
            at = state.tokens[index + 1][1]
        if _post(state, index, row, subject, kind, at):
            return
    if row.get("addressee"):
        content, direct, plain = _told(state, index)
        if content is None and plain >= 0:
            _post(state, index, row, subject, kind, plain)
            return
    else:
        media = bool(row.get("media")) and kind in ("news_org", "news_collective")
        content, direct = _complement(state, index, row, plain=bool(row.get("bare")) or media, subject=printed)
    if content is None:
        if word not in state.words.nouns or lemma in ("report", "estimate", "forecast"):
            _post(state, index, row, subject, kind, stop)
        return
    base = _base(row, kind)
    rule = "said"
    if content and direct is None:
        rule, direct = "object", False
        if row.get("media") and kind not in ("news_org", "news_collective"):
            base = "asserted"
    fixed = base == "reported" and kind in ("news_org", "news_collective")
    state.found.append(_Found(subject, kind, [(begin, stop)], content, base, rule, head, bool(direct), fixed=fixed))


def _told(state: _Sentence, index: int) -> tuple[list[Span] | None, bool, int]:
    """Content of told: (spans, direct, where a content-first sentence would go on); the hearer is skipped."""
    body = state.body
    stop = state.tokens[index][1]
    end = _clause_end(state, stop)
    comma = body.find(",", stop, min(end, stop + 160))
    limit = comma if comma >= 0 else min(end, stop + 160)
    that = body.find(" that ", stop, limit)
    if that >= 0:
        return [_strip(body, that + 6, end)], False, -1
    quote = next((span for span in state.quotes if span[0] >= stop), None)
    if quote is not None and comma >= 0 and body[comma + 1 : quote[0]].isspace():
        return [quote], True, -1
    if index + 2 >= len(state.tokens):
        return None, False, limit
    hearer = state.tokens[index + 1]
    if hearer[2] in ("a", "an", "the", "his", "her", "its", "their"):
        return None, False, limit
    if not (hearer[2].lower() in _HEARERS or hearer[2][0].isupper()):
        return None, False, -1
    at, step = hearer[1], index + 2
    while hearer[2][0].isupper() and step < len(state.tokens) and state.tokens[step][2][0].isupper() and state.tokens[step][0] == at + 1:
        at, step = state.tokens[step][1], step + 1
    setting = state.words.setting.match(body, at)
    at = setting.end() if setting else at
    following = _WORD.match(body, at + 1) if body[at : at + 1] == " " else None
    if following is None:
        return None, False, at
    if following.group() in _NO_CLAUSE or (
        hearer[2][0].isupper() and following.group().lower() not in _PRONOUNS | {"the"}
    ):
        return None, False, -1
    return [_strip(body, at, end)], False, -1


def _complement(
    state: _Sentence, index: int, row: dict[str, Any], *, plain: bool, subject: str
) -> tuple[list[Span] | None, bool | None]:
    """What stands right of a verb of saying: (content, direct); direct None is a noun phrase or an infinitive."""
    body, text, words = state.body, state.text, state.words
    begin, stop, word = state.tokens[index]
    end = _clause_end(state, stop)
    at = stop
    setting = words.setting.match(body, at)
    if setting is not None:
        at = setting.end()
    that = _THAT.match(body, at)
    if that is not None and that.end() < end:
        return [_strip(body, that.end(), _aside(body, that.end(), end))], False
    # said: “…”, said, “…”, said “…”
    opening = at
    while opening < len(body) and body[opening] in " ,:\n":
        opening += 1
    quote = next((span for span in state.quotes if span[0] == opening), None)
    if quote is not None and not row.get("report"):
        inner = text[quote[0] : quote[1]]
        if body[at : at + 1] in ",:" or (inner.count(" ") > 2 and _strip(body, quote[1], end)[1] <= quote[1]):
            spans = [quote]
            return spans, True
    if body[at : at + 1] != " ":
        return None, False
    following = _WORD.match(body, at + 1)
    if following is None and body[at + 1 : at + 2] in '“"' and plain:
        return [_strip(body, at, end)], False
    first = following.group() if following else ""
    if word in words.nouns and not (
        word in ("estimates", "estimate", "forecasts", "projects", "reports") or first.lower() in _PRONOUNS
    ):
        return None, False
    if first == "to" and row.get("to") and word not in words.nouns:
        if not (word.endswith("ed") and row["class"] == "forecast" and subject.lower() not in _PRONOUNS):
            return [_strip(body, at, end)], None
        return None, False
    least = first == "at" and body.startswith((" at least ", " at most "), at)
    if (setting is not None or first in _PLACES) and not least:
        deep = body.find(" that ", stop, min(end, stop + 130))
        if deep > 0 and "," not in body[stop:deep]:
            return [_strip(body, deep + 6, end)], False
        if first in _PLACES:
            return None, False
    if least and not row.get("object"):
        return None, False
    if first in _NO_CLAUSE and not least and first not in ("while", "more", "what", "whether", "about", "no", "over"):
        return None, False
    rest = _strip(body, at, _aside(body, at, end))
    content = body[rest[0] : rest[1]]
    if row.get("object"):
        good = _object(content, row, words, news=bool(row.get("media")) and plain)
        if good:
            cut = _object_end(body, rest)
            return [cut], None
        if not plain or content.count(" ") < 2:
            return None, False
    if first in ("about", "no", "over", "what", "whether") and not any(token in _FINITE for token in content.split()):
        return None, False
    if plain and content.count(" ") >= 1:
        return [rest], False
    if first.lower() in _PRONOUNS and following is not None:
        verb = _WORD.search(body, following.end(), end)
        if verb is not None and (verb.group() in _FINITE or verb.group().endswith("ed")):
            return [rest], False
    return None, False


def _object(content: str, row: dict[str, Any], words: _Words, *, news: bool) -> bool:
    """Whether a noun phrase is what was reported, announced or expected: it must carry a figure or a plan."""
    head = content.split(None, 2)[:2]
    if head and head[0] in ("plans", "plan") and "to" in head:
        return True
    if not any(char.isdigit() for char in content) and _NUMBER.search(content) is None:
        return False
    if news:
        return not any(token in _FINITE or token in ("to", "that") for token in content.split())
    if row.get("media"):
        return any(token.strip(",.") in words.results for token in content.lower().split()[:12])
    return True


def _object_end(body: str, span: Span) -> Span:
    for mark in (", while ", ", whereas ", ", but ", ", though ",         ", as ",
        ", compared ", ", sending ", ", beating "):
        at = body.find(mark, span[0], span[1])
        if at >= 0:
            span = (span[0], at)
    return span


def _post(state: _Sentence, index: int, row: dict[str, Any], subject: Span, kind: str, at: int) -> bool:
    """The content stands before its source: ``…, analysts at Y said``; it may go on after it (``…, he said, …``)."""
    body, words = state.body, state.words
    begin, stop, word = state.tokens[index]
    setting = words.setting.match(body, at)
    if setting is not None:
        at = setting.end()
    tail = body[at : at + 1]
    if at < _stop(state) and tail not in ",;" and not (tail == "." and body[at + 1 : at + 3].strip() in ("“", '"')):
        rest = body[at : at + 5]
        if not (
            rest.startswith(" in ") or rest.startswith(" at ") or rest.startswith(" on ") or rest.startswith(" as ")
        ):
            return False
    stem = body[: subject[0]].rstrip()
    if not stem:
        return False
    base = _base(row, kind)
    fixed = base == "reported" and kind in ("news_org", "news_collective")
    quote = next((span for span in state.quotes if span[1] == len(stem)), None)
    if quote is not None and (_closes(state, len(stem))):
        content = [quote, *_second_half(state, at)]
        state.found.append(_Found(subject, kind, [(begin, stop)], content, base, "post", quote[0], True, fixed=fixed))
        return True
    if stem.endswith(",") and len(stem) > 1 and stem[-2] in '”"':
        quote = next((span for span in state.quotes if span[1] == len(stem) - 1), None)
        if quote is not None and not body[state.left : quote[0]].strip():
            content = [quote, *_second_half(state, at)]
            state.found.append(
                _Found(subject, kind, [(begin, stop)], content, base, "post", quote[0], True, fixed=fixed)
            )
            return True
    if not stem.endswith(","):
        return False
    before = _strip(body, _boundary(body, state.left, len(stem) - 1), len(stem))
    size = len(body[before[0] : before[1]].split())
    content = [before]
    if tail == ",":
        after = _strip(body, at, _clause_end(state, at))
        first = body[after[0] : after[1]].split(" ", 1)[0]
        if first in _FINITE:
            content.append(after)
    first = body[before[0] : before[1]].split(" ", 1)[0]
    if len(content) == 1 and (size < 3 or (first.lower() in words.names.prepositions and size < 7)):
        return False
    state.found.append(_Found(subject, kind, [(begin, stop)], content, base, "post", before[0], fixed=fixed))
    return True


def _denial(state: _Sentence, index: int, row: dict[str, Any], subject: Span, head: int, kind: str) -> None:
    """``denied that …``, ``denied a report that …`` (the report keeps a record of its own), ``denied any wrongdoing``."""
    tokens, body, words = state.tokens, state.body, state.words
    begin, stop, _ = tokens[index]
    end = _clause_end(state, stop)
    own = len(state.found)
    that = _THAT.match(body, stop)
    if that is not None and not row.get("report"):
        content = _strip(body, that.end(), end)
        state.found.append(_Found(subject, kind, [(begin, stop)], [content], "denied", "denied", head, fixed=True))
        return
    for step in range(index + 1, min(index + 9, len(tokens))):
        token_begin, token_end, word = tokens[step]
        if token_begin >= end or "," in body[stop:token_begin]:
            break
        if word not in words.report_nouns:
            continue
        start = _strip(body, stop, token_end)[0]
        inner = _THAT.match(body, token_end)
        if inner is not None:
            if row.get("report"):
                cut = body.find(" as ", inner.end(), end)
                end = cut if cut > 0 else end
            state.found.append(
                _Found(
                    subject,
                    kind,
                    [(begin, stop)],
                    [_strip(body, start, end)],
                    "denied",
                    "denied",
                    head,
                    target=own + 1,
                    fixed=True,
                )
            )
            state.found.append(
                _Found(
                    (start, token_end),
                    "news_report",
                    [(token_begin, inner.end() - 1)],
                    [_strip(body, inner.end(), end)],
                    "reported",
                    "report_noun",
                    token_begin,
                    parent=own,
                )
            )
        else:
            state.found.append(
                _Found(subject, kind, [(begin, stop)], [_strip(body, start, end)], "denied", "denied", head, fixed=True)
            )
        return
    if row.get("report"):
        return
    following = tokens[index + 1][2] if index + 1 < len(tokens) else ""
    if following in _DENIED_NP:
        state.found.append(
            _Found(subject, kind, [(begin, stop)], [_strip(body, stop, end)], "denied", "denied", head, fixed=True)
        )


# ---------------------------------------------------------------- the sentence as a whole


def _cut(state: _Sentence) -> None:
    """No content runs into the clause of the next source: cut at the comma or conjunction before it."""
    found, body = state.found, state.body
    for number, later in enumerate(found):
        if later.rule in ("citing", "report_noun", "quoted"):
            edge = later.head if later.rule == "citing" else None
        elif later.rule in ("post", "according"):
            edge = None
            if later.rule == "post" or (later.content and later.content[0][0] < later.cue[0][0]):
                limit = later.content[0][1]
                for earlier in found[:number]:
                    if any(span[0] <= limit < span[1] for span in earlier.content):
                        earlier.content = [
                            (low, min(high, limit)) if low <= limit else (low, high) for low, high in earlier.content
                        ]
        elif any(later.source == earlier.source for earlier in found[:number]) and later.source is not None:
            edge = later.head
        else:
            stem = body[: later.head].rstrip()
            edge = len(stem) if stem.endswith((",", ";")) else None
            for mark in _MERGERS:
                if stem.endswith(mark):
                    edge = len(stem) - len(mark)
        if edge is None:
            continue
        for earlier in found[:number]:
            if earlier is later or earlier.rule == "according":
                continue
            earlier.content = [
                _strip(body, low, _trim(body, low, edge))
                if low < edge < high and low > earlier.cue[0][0]
                else (low, high)
                for low, high in earlier.content
            ]


def _trim(body: str, low: int, edge: int) -> int:
    match = _COORD.search(body[max(low, edge - 24) : edge])
    return edge if match is None else max(low, edge - 24) + match.start()


def _nest(state: _Sentence) -> None:
    """Parents: the smallest content that holds the cue. What is cited hangs on the report that cites it."""
    found = state.found
    for number, item in enumerate(found):
        if item.rule == "citing":
            near = [
                other
                for other, report in enumerate(found)
                if report.rule in ("said", "post", "object", "quoted") and report.source != item.source
            ]
            if near:
                outer = min(near, key=lambda other: (abs(found[other].cue[0][0] - item.cue[0][0]), other))
                item.parent = outer
                item.content = [
                    (low, min(high, item.cue[0][0])) if low < item.cue[0][0] < high else (low, high)
                    for low, high in found[outer].content
                ]
                item.content = [_strip(state.body, low, high) for low, high in item.content]
            continue
        if item.parent is not None:
            continue
        best: tuple[int, int] | None = None
        for other, report in enumerate(found):
            if other == number or report.rule == "citing" or item.target == other:
                continue
            for low, high in report.content:
                if low <= item.cue[0][0] < high and (best is None or high - low < best[0]):
                    best = (high - low, other)
        if best is not None:
            item.parent = best[1]
    state.found = found


def _continue_quote(state: _Sentence, text: str, start: int, end: int, page: Page) -> None:
    """``“A,” said X. “B.”``: a quotation that opens the next sentence goes on with the same speaker."""
    last = state.found[-1]
    if (
        not last.direct
        or last.rule != "post"
        or (len(state.found) > 1 and any(item.direct for item in state.found[:-1]))
    ):
        return
    tail = state.body[max((span[1] for span in last.content), default=0) :]
    if any(char in '“"' for char in tail):
        return
    at = end
    while at < len(text) and text[at] == " ":
        at += 1
    if at >= len(text) or text[at] not in '“"':
        return
    index = bisect_left(page.quotes, (at, -1))
    if index < len(page.quotes) and page.quotes[index][0] == at:
        stop = page.quotes[index][1]
        after = text[stop : stop + 1]
        if text[stop - 2 : stop - 1] in ".!?" and after in ("", " ", "\n"):
            following = _WORD.match(text, stop + 1)
            if following is None or not following.group()[0].islower():
                last.content.append((at - start, stop - start))


def _reports(state: _Sentence, start: int, trace: list[tuple[int, int, str, str]] | None) -> list[Report]:
    order = sorted(range(len(state.found)), key=lambda number: state.found[number].cue[0])
    kept = [number for number in order if state.found[number].content]
    place = {number: at for at, number in enumerate(kept)}
    out: list[Report] = []
    for number in kept:
        item = state.found[number]
        cls = item.base
        if not item.fixed:
            cls = _class(state, item)
        rule = f"attribution.en.{item.rule}"
        source = None if item.source is None else (item.source[0] + start, item.source[1] + start)
        report = Report(
            source=source,
            canonical=None,
            type=item.type,
            cue=[(low + start, high + start) for low, high in item.cue],
            content=[(low + start, high + start) for low, high in item.content if high > low],
            cls=cls,
            direct=item.direct,
            rule=rule,
            parent=None if item.parent is None else place.get(item.parent),
            target=None if item.target is None else place.get(item.target),
        )
        out.append(report)
        if trace is not None:
            named = "nobody named" if item.source is None else "source: " + state.text[item.source[0] : item.source[1]]
            trace.append((*report.cue[0], rule, f"{named}; class {cls}"))
    return out


def _class(state: _Sentence, item: _Found) -> str:
    """The decision order of the classes: what the words of the content say, then what the verb says."""
    content = " ".join(state.text[max(0, low) : high] for low, high in item.content)
    opening = content.lstrip("“\"‘'").split(" ", 1)[0].lower()
    own = opening in _SELF or (item.direct and _WE.search(content) is not None)
    seen = _clause_class(content, state.words, own)
    order = ("denied", "conditional", "planned", "estimated", "forecast", "possible", "opinion", "reported", "asserted")
    if item.rule == "report_noun":
        return seen if seen == "planned" else "reported"
    if seen is None:
        return item.base
    if item.base == "opinion" and seen in ("forecast", "estimated"):
        return "opinion"
    if item.base in ("possible", "forecast", "estimated") and item.rule in ("passive",):
        return item.base
    return min(seen, item.base, key=order.index)
