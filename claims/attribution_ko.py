"""Who says what in a Korean sentence. The cue is found first (밝혔다, 에 따르면, 분석이 나온다, 추정된다), then what it
reports by the quotative in front of it (다고, 라며, 것으로, 다는 N), then who reports it.

A cue with neither a quotative nor an object reports nothing; a source that the sentence does not name is inherited only by
hearsay endings (…라는 것이다) and by a reporting verb whose subject is dropped right after a sentence that has one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claims.attribution_ko_forms import class_of, forms_of
from claims.attribution_ko_phrases import Speech, tokens_of
from claims.records import Report

if TYPE_CHECKING:
    from claims.attribution_ko_forms import Form
    from claims.attribution_ko_phrases import Phrase, Token
    from claims.lexicon import Lexicon
    from claims.records import Page, Span

__all__ = ["find_sentence"]

_SAID = re.compile(r"(?:(?:이?라)|다|자|냐|까|요|죠)?고(?:도|는|만|까지)?$")
_QUOTED_GO = re.compile(r"[”’\"'」』)](?:이?라)?고(?:도|는|만|까지)?$")
_VERBAL_GO = re.compile(r"(?:[다자냐까요죠]|라)고(?:도|는|만|까지)?$")
_QUOTED_WHILE = re.compile(r"[”’\"'」』)](?:이?라)?(?:며|면서)$")
_VERBAL_WHILE = re.compile(r"[다자냐라](?:며|면서)$")
_NOMINAL = re.compile(r"^(.*?)(이?라|다|자|냐|(?<=[”’\"'」』]))는$")
_NOUN = re.compile(r"^(.+?)(이|가|은|는|도|까지|마저|만|을|를|과|와|이나|에|에도)$")
_COPULA = re.compile(r"^(.+?)(이다|이었다|였다|다|이라고|라고|이며|며|이고|이지만|지만|입니다|이라는|이었던)$")
_TO = re.compile(r"(?:으로|로)$")
_IMPERATIVE = re.compile(r"(?:하|으|내|주|오|가|되|서|보|두|지|말|놓)라(?:고|며|면서|는)(?:도|는)?$")
_ADDRESS_END = re.compile(
    r"(?:에게|한테|께|통해|통해서|대해|대해서|대하여|관련해|관련하여|두고|놓고|향해|만나|상대로|앞두고)$"
    r"|(?:회견|간담회|인터뷰|브리핑|회의|통화|자리|방송|라디오|페이스북|트위터|SNS|성명|보고서|자료|서한|연설|콘퍼런스콜|토론회|포럼|청문회|총회|강연|엑스)(?:\([^)]*\))?에서$"
)
_DENIED_THING = re.compile(r"(보도|의혹|소문|설|관측|혐의|주장|루머|내용|기사|가능성|사실)$")
_DENIAL = re.compile(r"사실무근|사실이 아니|아니다|말도 안 되|근거 없|터무니|결정된 (?:것|바)|없다|오보|허위")
_ADVERBS = frozenset("분명히 확실히 즉각 전면 강력히 강력 거듭 공식 일절 모두 이같이 이렇게 잇따라 적극 완강히 직접 또 다시 재차 정식 처음 단독".split())
_HEARSAY_NOUN = frozenset(("것", "게", "내용", "얘기", "이야기", "뜻", "말", "취지", "전언"))
_MEDIA = ("news_org", "news_collective", "anonymous")
_SPEAKERS = ("person", "organization", "institution")
_TRIES = 40


class _Report:
    """A report while it is being put together."""

    __slots__ = ("base", "content", "cue", "direct", "form", "hearsay", "index", "media", "rule", "same", "source", "target")

    def __init__(self, cue: list[Span], content: list[Span], base: str, rule: str, index: int) -> None:
        self.cue = cue
        self.content = content
        self.base = base
        self.rule = rule
        self.index = index
        self.form: str = "final"
        self.source: Phrase | None = None
        self.direct = False
        self.media = False
        self.hearsay = False  # the source is the one of the sentence before
        self.same: _Report | None = None  # X를 인용해: inside this one, with the same content
        self.target: _Report | None = None


class _State:
    def __init__(self, text: str, tokens: list[Token], quotes: list[Span], lexicon: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.quotes = quotes
        self.lexicon = lexicon
        self.forms = forms_of(lexicon)
        self.speech = Speech(text, tokens, lexicon)
        self.found: list[_Report] = []
        self.edge = 0  # the first token that no cue has claimed
        self.subject: Phrase | None = None  # of the last cue, for the next one that goes on


def find_sentence(
    text: str,
    start: int,
    end: int,
    page: Page,
    lexicon: Lexicon,
    quotes: list[Span],
    before: list[Report],
    trace: list[tuple[int, int, str, str]] | None = None,
) -> list[Report]:
    """The reports of one Korean sentence in the order of their cues.

    ``quotes`` are the quotations from ``start`` on; ``before`` the reports of the sentence before, from which a dropped
    subject inherits. ``parent`` and ``target`` are indexes into the returned list; ``target`` -1 means a report of an
    earlier sentence, to be settled by the caller.
    """
    tokens, outer = tokens_of(text, start, end, quotes)
    if len(tokens) > 400:
        tokens = tokens[:400]
    state = _State(text, tokens, outer, lexicon)
    tries = 0
    for index, token in enumerate(tokens):
        if tries == _TRIES:
            break
        tries += _step(state, index, token)
    _unclaimed(state)
    for low, high in outer:
        if high - low > 8:
            _inside(state, low + 1, high - 1)
    return _finish(state, before, trace)


def _step(state: _State, index: int, token: Token) -> int:
    word = token.word
    forms = state.forms
    if word in ("따르면", "의하면") or word.endswith(("에따르면", "에 따르면", "에의하면")):
        _according(state, index)
        return 1
    if word.startswith("인용") and word[2:] in ("해", "하여", "하며", "하면서", "해서", "", "한"):
        return 1
    form = forms.cue.get(word)
    if form is not None and form.stem == "하" and index > 1 and _word_before(state, index) in ("분명히", "확실히"):
        return int(_noun_object(state, index, form))
    does = forms.does.get(word)
    if does is not None and index and _noun_object(state, index, does):
        return 1
    if form is not None:
        _verb(state, index, form, state.lexicon.sections["cue.ko"][form.stem])
    form = forms.passive.get(word)
    if form is not None:
        _passive(state, index, form, state.lexicon.sections["passive.ko"][form.stem])
        return 1
    happens = forms.happens.get(word)
    if happens is not None and index and _noun_happens(state, index, happens):
        return 1
    if word[-1:] in "다고며만는던" and index and _copula(state, index):
        return 1
    return 0


def _word_before(state: _State, index: int) -> str:
    """The word before a cue."""
    return state.tokens[index - 1].word


# ---------------------------------------------------------------- reporting verbs


def _verb(state: _State, index: int, form: Form, row: dict[str, Any]) -> None:
    tokens = state.tokens
    cue_end, ending = _chain(state, index, form)
    if ending == "chain":
        return
    weak = bool(row.get("weak"))
    if form.stem == "하" and ending == "adnominal":
        return
    spot = _quotative(state, index, near=weak)
    if spot is None:
        if (row.get("object") or row["class"] == "denied") and ending != "adnominal":
            _object(state, index, cue_end, ending, row)
        return
    q, kind = spot
    if kind == "to" and row["class"] not in ("forecast", "estimated", "opinion", "possible", "asserted"):
        return
    if form.stem == "하" and (kind != "go" or q != index - 1 or _hearsay(state, q, index, ending)):
        return
    between = _between(state, q, index)
    if weak and between is None and q != index - 1:
        return
    low = _region(state, q)
    end, direct = _content_end(state, q, kind)
    if end is None:
        return
    source = between
    if source is None:
        source = _left(state, low, q, direct)
    after = None
    if source is None and ending == "adnominal":
        after = _after(state, index)
        source = after
        if after is None and not _reported_later(state, index):
            return
    if source is None and low > 0 and state.subject is not None:
        source = state.subject
    begin = _content_start(state, low, q, source if source is not None and low <= source.first and source.end <= end else None, direct)
    if not direct:
        begin = _plan_start(state, begin, end)
    content = [(begin, end)]
    earlier = _earlier_half(state, low, q, source)
    if earlier is not None:
        content = [earlier, *([(max(begin, _after_half(state, earlier)), end)] if not direct else content)]
    if content[-1][0] >= content[-1][1]:
        return
    report = _Report([(tokens[index].start, cue_end)], content, row["class"], "attribution.ko.quotative", index)
    report.direct, report.form, report.source, report.media = direct, ending, source, bool(row.get("media"))
    if row["class"] == "denied":
        _denial(state, report, low, q)
    state.found.append(report)
    _cited(state, report, q, index)
    if source is not None:
        state.subject = source
    if ending in ("going", "final"):
        state.edge = index + 1


def _chain(state: _State, index: int, form: Form) -> tuple[int, str]:
    """Where the cue ends and how: 보고 있다, 표시하기도 했다, 밝힌 바 있다, 말한 것으로 (알려졌다)."""
    tokens = state.tokens
    token = tokens[index]
    end = token.start + len(token.word)
    if index + 1 >= len(tokens):
        return end - (_suffix(token.word) if form.ending == "quoted" else 0), form.ending
    following = tokens[index + 1]
    word = following.word
    if form.ending == "chain":
        helper = word[:1] in "있왔온" or (token.word.endswith(("기도", "곤")) and word[:1] in "했한하")
        if helper and not token.tail:
            ending = _tail_ending(word)
            return following.start + len(word) - (_suffix(word) if ending == "quoted" else 0), ending
        return end, "going" if token.word.endswith("고") and word[:1] != "싶" else "chain"
    if form.ending == "quoted":
        return end - _suffix(token.word), "quoted"
    if form.ending == "adnominal" and word == "바" and index + 2 < len(tokens) and tokens[index + 2].word.startswith("있"):
        last = tokens[index + 2]
        return last.start + len(last.word), _tail_ending(last.word)
    return end, form.ending


def _suffix(word: str) -> int:
    """How many characters of 말했다고, 말했다면서 hand the report on."""
    match = re.search(r"(?:고(?:도)?|며|면서|는데|는)$", word)
    return len(match.group()) if match else 0


def _tail_ending(word: str) -> str:
    if word.endswith(("다고", "다며", "다면서", "다는")):
        return "quoted"
    if word.endswith(("다", "습니다")):
        return "final"
    if word.endswith(("는", "던", "온", "한", "있는")):
        return "adnominal"
    return "going"


def _quotative(state: _State, index: int, *, near: bool) -> tuple[int, str] | None:
    """The nearest quotative left of a cue, before another cue: its word and its kind (go, while, geot, to)."""
    tokens = state.tokens
    stop = max(state.edge - 1, index - (4 if near else 14), -1)
    for q in range(index - 1, stop, -1):
        token = tokens[q]
        word = token.word
        if word.endswith(("으로", "로")) and index - q <= 3:
            if word == "것으로":
                return (q, "geot") if q > 0 else None
            if q == index - 1 and len(word) > 2 and word[0] not in "“‘" and not near:
                return (q, "to") if any(mark.isdigit() for mark in state.text[token.start : token.end]) else None
        if _QUOTED_GO.search(word) or _VERBAL_GO.search(word):
            if word.endswith(("려고", "그렇다고", "아니라고")) and not _QUOTED_GO.search(word) and word != "아니라고":
                return None
            return q, "go"
        if (_QUOTED_WHILE.search(word) or _VERBAL_WHILE.search(word)) and q >= index - 8:
            return q, "while"
        if q < index - 1 and (token.tail in (".", "?", "!") or _ends_clause(state, q)):
            return None
    return None


def _ends_clause(state: _State, q: int) -> bool:
    form = state.forms.cue.get(state.tokens[q].word)
    return form is not None and form.ending in ("final", "going") and form.stem not in ("하", "보", "적", "쓰")


def _content_end(state: _State, q: int, kind: str) -> tuple[int | None, bool]:
    """Where the content ends, and whether it is a direct quotation."""
    token = state.tokens[q]
    word = token.word
    if kind == "geot":
        previous = state.tokens[q - 1]
        return previous.start + len(previous.word), False
    if kind == "to":
        match = _TO.search(word)
        return (token.start + match.start() if match else None), False
    match = re.search(r"(?:고(?:도|는|만|까지)?|며|면서)$", word)
    if match is None:
        return None, False
    end = match.start()
    body = word[:end]
    if body.endswith("라") and not _IMPERATIVE.search(word) and not body.endswith("아니라"):
        body = body[:-1]
        if body.endswith("이") and len(body) > 1 and body[-2] not in " ":
            body = body[:-1]
    elif body.endswith("아니라"):
        body = body[:-1]
    if not body:
        previous = state.tokens[q - 1] if q else None
        return (previous.start + len(previous.word) if previous else None), False
    direct = body[-1] in "”\"」』" or (body[-1] in "’'" and token.start + len(body) in _ends(state))
    return token.start + len(body), direct


def _ends(state: _State) -> set[int]:
    return {high for _, high in state.quotes}


def _quote_ending(state: _State, end: int) -> Span | None:
    for low, high in state.quotes:
        if high == end:
            return low, high
    return None


def _region(state: _State, q: int) -> int:
    """The first word that can belong to the clause of a quotative; a reported report reaches back to the beginning."""
    form = state.forms.cue.get(state.tokens[q].word) or state.forms.passive.get(state.tokens[q].word)
    if form is not None and form.ending == "quoted" and state.found:
        return 0
    if state.tokens[q].word in ("했다고", "한다고", "있다고", "왔다고") and state.found and state.found[-1].index >= q - 1:
        return 0
    return state.edge


def _between(state: _State, q: int, index: int) -> Phrase | None:
    """…다고 | 소식통들은 | 전했다: the source between quotative and cue."""
    for position in range(index - 1, q, -1):
        word = state.tokens[position].word
        if word[-1:] not in "은는이가도서선":
            continue
        phrase = state.speech.phrase_at(position, q + 1, unknown=word[-1] in "은는이가" and position == q + 1)
        if phrase is None and word[-1] in "이가" and position - q <= 3:
            phrase = _unknown_doer(state, position, q)
        if phrase is not None and phrase.source.type != "news_report":
            return phrase
    return None


def _unknown_doer(state: _State, position: int, q: int) -> Phrase | None:
    """…라고 한빛이 밝혔다: between quotative and cue even an unknown name in 이/가 speaks."""
    token = state.tokens[position]
    stem = token.word[:-1]
    speech = state.speech
    if len(stem) < 2 or stem in speech.not_source or speech.words.measure(stem) or not speech.words.carries(stem, token.word[-1]):
        return None
    if not speech.words.nouny(stem) or speech.is_time(position) or stem in ("사실", "내용", "계획"):
        return None
    topic = speech.phrase(position, q + 1, token.start + len(stem), "은" if token.word[-1] == "이" else "는", unknown=True)
    return topic


def _left(state: _State, low: int, q: int, direct: bool) -> Phrase | None:
    """The topic or subject left of the content: the first of its clause; for a quotation the nearest one."""
    speech = state.speech
    first = low
    tokens = state.tokens
    if direct:
        for position in range(q - 1, low - 1, -1):
            word = tokens[position].word
            if word[-1:] in "은는이가도서선":
                phrase = speech.phrase_at(position, low, unknown=word[-1] in "은는")
                if phrase is not None and phrase.source.type not in ("news_report", "document"):
                    return phrase
            if _ends_clause(state, position):
                break
        token = tokens[q]
        match = re.match(r"([^“\"‘']+?)(은|는|이|가)[“\"‘']", token.word)
        if match:
            return speech.phrase(q, low, token.start + len(match.group(1)), match.group(2), unknown=True)
        return None
    subject: Phrase | None = None
    for position in range(first, min(q, first + 14)):
        word = tokens[position].word
        if word[-1:] in "은는도" or word.endswith(("에서는", "에선", "께서")):
            phrase = speech.phrase_at(position, low, unknown=word[-1] in "은는" and _opens(state, position, low))
            if phrase is not None and phrase.source.type not in ("news_report", "document"):
                return phrase
            if word[-1:] in "은는" and not speech.is_time(position) and len(word) > 1 and not speech.words.not_subject(word):
                return subject  # another topic: what follows is its clause
        elif word[-1:] in "이가" and subject is None and position <= first + 8:
            phrase = speech.phrase_at(position, low, unknown=False)
            if phrase is not None and phrase.source.type not in ("news_report", "document") and _opens(state, phrase.first, low):
                subject = phrase
    return subject


def _opens(state: _State, position: int, low: int) -> bool:
    """Whether only openings and times stand between the beginning of the clause and this word."""
    speech = state.speech
    for index in range(low, position):
        word = state.tokens[index].word
        if word in speech.opening or speech.is_time(index) or word.endswith(("에서", "에", "후", "뒤", "(현지시간)")):
            continue
        if state.tokens[index].tail == "," or _ADDRESS_END.search(word):
            continue
        if index >= position - 4 and speech._bare(word):
            continue
        return False
    return True


def _after(state: _State, index: int) -> Phrase | None:
    """“…”라고 자신했던 | 윤 대표는: the source follows an adnominal cue."""
    for position in range(index + 1, min(len(state.tokens), index + 6)):
        word = state.tokens[position].word
        if word[-1:] in "은는이가도을를의에":
            stem = word[:-1]
            token = state.tokens[position]
            if not stem or state.tokens[index + 1].word.startswith(("것", "바", "데", "적", "점", "뒤", "후")):
                return None
            phrase = state.speech.phrase(position, index + 1, token.start + len(stem), word[-1], unknown=False)
            return phrase if phrase is not None and phrase.source.type in (*_SPEAKERS, "news_org", "anonymous") else None
        if state.tokens[position].tail:
            return None
    return None


def _reported_later(state: _State, index: int) -> bool:
    """말한 것으로 알려졌다: the report itself is reported."""
    return index + 1 < len(state.tokens) and state.tokens[index + 1].word in ("것으로", "것이라고", "뒤", "후", "바", "데")


_SAID_AT = re.compile(r"^(?:\d{1,2}일|이날|전날|당일|오전|오후)(?:\([^)]*\))?$")


def _past_leads(state: _State, first: int, stop: int, *, said: bool) -> int:
    """Past 또, 그러나 and, after the source, past the day on which it was said."""
    opening = state.speech.opening
    while first < stop:
        word = state.tokens[first].word
        row = opening.get(word)
        if not (row is not None and row.get("lead")) and not (said and _SAID_AT.match(word)):
            break
        first += 1
    return first


def _content_start(state: _State, low: int, q: int, source: Phrase | None, direct: bool) -> int:
    tokens = state.tokens
    if direct:
        end, _ = _content_end(state, q, "go")
        quote = _quote_ending(state, end) if end is not None else None
        if quote is not None:
            return quote[0]
    first = source.last + 1 if source is not None else low
    first = min(first, q)
    speech = state.speech
    first = _past_leads(state, first, q, said=source is not None)
    if source is not None:
        for position in range(first, min(q, first + 8)):
            word = tokens[position].word
            if _ADDRESS_END.search(word):
                first = position + 1
                break
            if word[-1:] in "은는" and not speech.is_time(position):
                break
    first = _past_leads(state, first, q, said=source is not None)
    return tokens[first].start if first < len(tokens) else tokens[-1].end


_PLAN_END = re.compile(r"(?:겠다|기로 (?:했|한)다)$")
_PAST_CLAUSE = re.compile(r"[했됐았었였렸졌났섰갔왔냈](?:고|으며|지만|으나),? ")


def _plan_start(state: _State, begin: int, end: int) -> int:
    """애플은 …지 못했고 결국 …하겠다고 발표했다: what is over is told by the author, only the plan is announced."""
    content = state.text[begin:end]
    if not _PLAN_END.search(content):
        return begin
    last = None
    for match in _PAST_CLAUSE.finditer(content):
        last = match
    return begin + last.end() if last else begin


def _earlier_half(state: _State, low: int, q: int, source: Phrase | None) -> Span | None:
    """“A”라며 “B”라고 말했다: the first of two contents of one source and cue."""
    for position in range(q - 1, low - 1, -1):
        word = state.tokens[position].word
        if _QUOTED_WHILE.search(word) or _VERBAL_WHILE.search(word):
            end, direct = _content_end(state, position, "while")
            if end is None:
                return None
            inner = source if source is not None and source.end <= state.tokens[position].start else None
            begin = _content_start_while(state, low, position, inner, direct, end)
            return (begin, end) if begin < end else None
        if _ends_clause(state, position):
            return None
    return None


def _content_start_while(state: _State, low: int, q: int, source: Phrase | None, direct: bool, end: int) -> int:
    if direct:
        quote = _quote_ending(state, end)
        if quote is not None:
            return quote[0]
    return _content_start(state, low, q, source, False)


def _after_half(state: _State, earlier: Span) -> int:
    for token in state.tokens:
        if token.start >= earlier[1]:
            return token.start
    return earlier[1]


def _cited(state: _State, report: _Report, q: int, index: int) -> None:
    """X를 인용해 보도했다: X says the same inside."""
    tokens = state.tokens
    for position in range(state.edge, index):
        word = tokens[position].word
        if not (word.startswith("인용") and word[2:] in ("해", "하여", "하며", "하면서", "해서", "")):
            continue
        if position == 0:
            continue
        head = tokens[position - 1]
        match = re.match(r"(.+?)(?:의 말)?(을|를)$", head.word)
        if match is None:
            continue
        stem = match.group(1)
        low = q + 1 if position > q else (report.source.last + 1 if report.source is not None and report.source.last < position else state.edge)
        last = position - 1
        if stem in ("말", "발언", "설명", "자료") and position >= 2 and tokens[position - 2].word.endswith("의"):
            last, stem = position - 2, tokens[position - 2].word[:-1]
        phrase = state.speech.phrase(last, min(low, last), tokens[last].start + len(stem), "을", unknown=False)
        if phrase is None:
            continue
        inner = _Report([(tokens[position].start, tokens[position].start + len(word))], list(report.content), "asserted",
                        "attribution.ko.cited", position)  # fmt: skip
        if position < q and not report.direct:
            begin = tokens[position + 1].start
            inner.content = report.content = [(begin, report.content[-1][1])]
        inner.source, inner.same = phrase, report
        state.found.append(inner)
        return


# ---------------------------------------------------------------- denials and objects


def _denial(state: _State, report: _Report, low: int, q: int) -> None:
    """…다는 보도에 대해 “사실무근”이라고 일축했다; with a clause as content 반박했다 only asserts."""
    for position in range(q, low - 1, -1):
        word = state.tokens[position].word
        if word.endswith(("대해", "대해서", "관련해", "두고")) and position >= 2:
            named = _named_report(state, position - 1, low)
            if named is not None:
                report.target = named
                state.found.append(named)
                return
    printed = state.text[report.content[-1][0] : report.content[-1][1]]
    cue = state.text[report.cue[0][0] : report.cue[0][1]]
    if not report.direct and not cue.startswith("일축"):
        report.base = "asserted"
    elif report.direct and not _DENIAL.search(printed) and not cue.startswith(("일축", "부인")):
        report.base = "asserted"


def _named_report(state: _State, position: int, low: int) -> _Report | None:
    """…다는 보도에: a report in its own right, the target of the denial."""
    tokens = state.tokens
    noun = re.match(r"(보도|의혹|소문|설|관측|주장|루머|기사|지적|비판|우려)(?:에|와|과|을|를)$", tokens[position].word)
    if noun is None or position <= low:
        return None
    previous = tokens[position - 1]
    nominal = _NOMINAL.match(previous.word)
    if nominal is None:
        return None
    end = previous.start + len(previous.word) - 1
    if nominal.group(2).endswith("라") and nominal.group(2) == "이라":
        end = previous.start + len(nominal.group(1))
    begin_at = low
    for index in range(position - 2, low - 1, -1):
        word = tokens[index].word
        if word.endswith("만나") or _ADDRESS_END.search(word):
            begin_at = index + 1
            break
        if word[-1:] in "은는" and state.speech.phrase_at(index, low, unknown=True) is not None:
            begin_at = index + 1
            break
    start_noun = tokens[position].start
    last = tokens[position + 1] if position + 1 < len(tokens) else tokens[position]
    report = _Report([(end, last.start + len(last.word))], [(tokens[begin_at].start, end)], "reported",
                     "attribution.ko.report", position)  # fmt: skip
    from claims.attribution_ko_phrases import Phrase as _Phrase
    from claims.sources import Source

    report.source = _Phrase(start_noun, start_noun + len(noun.group(1)), "", position, position, Source("news_report", None, False))
    return report


def _object(state: _State, index: int, cue_end: int, ending: str, row: dict[str, Any]) -> None:
    """보도 내용을 즉각 부인했다, 3조원 투자 계획을 발표했다: a noun phrase as content."""
    tokens = state.tokens
    position = index - 1
    while position > state.edge and tokens[position].word in _ADVERBS:
        position -= 1
    if position < state.edge:
        return
    token = tokens[position]
    match = re.match(r"(.+?)(을|를)$", token.word)
    if match is None:
        return
    source = _left_object(state, position)
    if source is None:
        return
    begin = tokens[source.last + 1].start if source.last + 1 <= position else None
    if begin is None:
        return
    end = token.start + len(match.group(1))
    printed = state.text[begin:end]
    denied = row["class"] == "denied"
    if not denied and not any(mark.isdigit() for mark in printed):
        return
    if denied and not _DENIED_THING.search(re.sub(r"[’”'\"]$|\([^)]*\)$", "", match.group(1).strip("‘“\"'"))) and not printed.endswith(("설’", "설'", "설”")):
        return
    report = _Report([(tokens[index].start, cue_end)], [(begin, end)], row["class"], "attribution.ko.object", index)
    if not denied and re.search(r"(?:계획|방안|방침|구상|목표)$", match.group(1)):
        report.base = "planned"
    report.source, report.form = source, ending
    state.found.append(report)
    state.subject = source
    if ending in ("going", "final"):
        state.edge = index + 1


def _left_object(state: _State, position: int) -> Phrase | None:
    for index in range(state.edge, position):
        word = state.tokens[index].word
        if word[-1:] in "은는이가":
            phrase = state.speech.phrase_at(index, state.edge, unknown=word[-1] in "은는" and _opens(state, index, state.edge))
            if phrase is not None and phrase.source.type not in ("news_report", "document"):
                return phrase
            if word[-1] in "은는":
                return None
    return None


def _unclaimed(state: _State) -> None:
    """“…”고 한발 물러섰다: after a direct quotation any verb that closes the clause reports it."""
    tokens = state.tokens
    claimed = {high for item in state.found for _, high in item.content}
    for q, token in enumerate(tokens[:-1]):
        going_on = _QUOTED_WHILE.search(token.word)
        if not going_on and not _QUOTED_GO.search(token.word):
            continue
        end, direct = _content_end(state, q, "go")
        if end is None or not direct or end in claimed:
            continue
        last = q + 1
        while last < len(tokens) - 1 and last < q + 6 and not _CLOSES.search(tokens[last].word):
            last += 1
        if not _CLOSES.search(tokens[last].word) or _NAMING.match(tokens[q + 1].word):
            continue
        between = _between(state, q, last)
        first = between.last + 1 if between is not None else q + 1
        if last - first > 2 or first > last:
            continue
        state.edge = 0
        for item in state.found:
            if item.index < q:
                state.edge = max(state.edge, item.index + 1)
        source = between or _left(state, state.edge, q, True) or (state.subject if state.edge else None)
        if source is None:
            after = [item for item in state.found if item.index < q and item.source is not None]
            source = after[-1].source if after else None
        quote = _quote_ending(state, end)
        if source is None or quote is None:
            continue
        stop = tokens[last].start + len(tokens[last].word)
        printed = state.text[tokens[first].start : stop]
        denied = printed.startswith("선을 ") and _DENIAL.search(state.text[quote[0] : quote[1]])
        base = "denied" if denied else "asserted"
        report = _Report([(tokens[first].start, stop)], [quote], base, "attribution.ko.quoted", last)
        report.source, report.direct = source, True
        state.found.append(report)


_CLOSES = re.compile(r"(?:[했됐았었였렸졌났섰갔왔냈봤쳤]다|[한인는]다|했으며|했고|했지만|[가-힣]며)$")
_NAMING = re.compile(r"(?:하는|불리|부르|불렀|불러|이름|적힌|쓰인|쓰여|적혀|새겨|(?:된|한)$)")


# ---------------------------------------------------------------- 에 따르면, passives, cue nouns


def _according(state: _State, index: int) -> None:
    tokens = state.tokens
    token = tokens[index]
    head = tokens[index - 1] if token.word in ("따르면", "의하면") and index else token
    match = re.match(r"(.+?)에$", head.word) if head is not token else re.match(r"(.+?)에 ?(?:따르면|의하면)$", token.word)
    if match is None or index + 1 >= len(tokens):
        return
    position = index - 1 if head is not token else index
    end = head.start + len(match.group(1))
    phrase = state.speech.phrase(position, state.edge, end, "에", unknown=False)
    if phrase is None:
        phrase = _any_phrase(state, position, end)
    if phrase is None:
        return
    cue = (end, token.start + len(token.word))
    last = tokens[-1]
    body_end = last.start + len(last.word)
    report = _Report([cue], [(tokens[index + 1].start, body_end)], "asserted", "attribution.ko.according", index)
    report.source, report.form, report.media = phrase, "according", True
    state.found.append(report)
    state.edge = index + 1
    state.subject = None


def _any_phrase(state: _State, position: int, end: int) -> Phrase | None:
    """Before 에 따르면 any noun phrase is a source: its words to the left are bare."""
    from claims.attribution_ko_phrases import Phrase as _Phrase
    from claims.sources import Source

    head = state.text[state.tokens[position].start : end]
    if len(head) < 2 or head[0].isdigit() or head.endswith(("기준", "규정", "법", "조항", "원칙", "방침", "결과에")):
        return None
    first = state.speech._leftmost(position, state.edge, "document")
    while first < position and (state.tokens[first].word in state.speech.opening or state.speech.is_time(first)):
        first += 1
    described = first < position and state.tokens[position - 1].word[-1:] in "한낸된힌린"
    kind = "document" if described or re.search(r"(?:결과|보고서|자료|통계|조사|문서|서류|공시|기록|집계|발표|설명|규정|판결|공소장)$", head) else "organization"
    return _Phrase(state.tokens[first].start, end, "에", first, position, Source(kind, None, False))


def _passive(state: _State, index: int, form: Form, row: dict[str, Any]) -> None:
    """…것으로 알려졌다, 20억대로 추산된다: nobody is named."""
    if index == 0 or form.ending in ("chain",):
        return
    tokens = state.tokens
    token = tokens[index]
    previous = tokens[index - 1].word
    end: int | None = None
    if previous == "것으로" and index >= 2:
        end = tokens[index - 2].start + len(tokens[index - 2].word)
    elif previous == "것이" and form.stem in ("알려지", "밝혀지", "확인되", "드러나") and index >= 2:
        before_it = tokens[index - 2]
        end = before_it.start + len(before_it.word) - (1 if before_it.word.endswith("다는") else 0)
    elif previous.endswith(("으로", "로")) and len(previous) > 2:
        number = any(mark.isdigit() for mark in state.text[tokens[index - 1].start : tokens[index - 1].end])
        if number or row["class"] in ("estimated", "forecast"):
            end = tokens[index - 1].start + len(previous) - (2 if previous.endswith("으로") else 1)
    elif _QUOTED_GO.search(previous) or _VERBAL_GO.search(previous):
        end, _ = _content_end(state, index - 1, "go")
    if end is None:
        return
    cue_end, ending = _chain(state, index, form)
    governed = any(item.form == "according" for item in state.found)
    low = _region(state, index - 1) if not governed else state.edge
    if _reports_inside(state, index):
        low = 0
    if governed:
        for item in state.found:
            if item.form == "according" and item.base == "asserted":
                item.base = row["class"]
        return
    results = _results(state, low, index)
    begin = _content_start(state, results.last + 1 if results is not None else low, index - 1, None, False)
    if begin >= end:
        return
    base = "asserted" if previous == "것이" else row["class"]
    report = _Report([(token.start, cue_end)], [(begin, end)], base, "attribution.ko.passive", index)
    report.form, report.source = ending, results
    state.found.append(report)
    if ending in ("going", "final"):
        state.edge = index + 1
        state.subject = None


def _results(state: _State, low: int, index: int) -> Phrase | None:
    """경찰 조사 결과, 설문조사 결과: what the clause opens with is where it comes from."""
    for position in range(low, min(index - 2, low + 6)):
        token = state.tokens[position]
        if token.word == "결과" and position > low:
            return state.speech.phrase(position, low, token.start + 2, "", unknown=False)
        if token.word[-1:] in "은는이가을를" and token.word != "결과":
            return None
    return None


def _reports_inside(state: _State, index: int) -> bool:
    """말한 것으로 알려졌다: the passive reports the report before it."""
    return bool(state.found) and state.found[-1].form == "adnominal" and state.found[-1].index >= index - 3


def _noun_before(state: _State, position: int) -> tuple[int, str, int] | None:
    """…다는 분석(이): the cue noun at or left of ``position``, with its nominal: (noun word, class, end of content)."""
    tokens = state.tokens
    nouns = state.lexicon.sections["cue_noun.ko"]
    match = _NOUN.match(tokens[position].word)
    if match is None:
        return None
    noun = match.group(1)
    row = nouns.get(noun)
    if row is None:
        return None
    for back in range(position - 1, max(state.edge - 1, position - 4, -1), -1):
        word = tokens[back].word
        nominal = _NOMINAL.match(word)
        if nominal is not None:
            end = tokens[back].start + len(word) - 1
            if nominal.group(2) in ("이라", "라") and not _IMPERATIVE.search(word) and not nominal.group(1).endswith("아니"):
                end = tokens[back].start + len(nominal.group(1))
            elif nominal.group(2) == "라" and nominal.group(1).endswith("아니"):
                end = tokens[back].start + len(nominal.group(1))
            return back, row["class"], end
        if back < position - 2:
            break
    return None


def _noun_happens(state: _State, index: int, form: Form) -> bool:
    """…다는 경고가 (전문가들 사이에서) 나온다."""
    if form.ending == "chain" and index + 1 >= len(state.tokens):
        return False
    tokens = state.tokens
    for position in range(index - 1, max(state.edge - 1, index - 5, -1), -1):
        found = _noun_before(state, position)
        if found is None:
            continue
        back, base, end = found
        cue_end, ending = _chain(state, index, form)
        if ending == "adnominal":
            return False
        noun = tokens[position]
        if position == index - 1:
            cue = [(noun.start, cue_end)]
        else:
            cue = [(noun.start, noun.start + len(noun.word)), (tokens[index].start, cue_end)]
        source = _among(state, position + 1, index) or _noun_owner(state, back, position)
        low = state.edge
        if source is None:
            source = _place_left(state, low, back)
        begin_low = source.last + 1 if source is not None and source.last < back else low
        begin = _content_start(state, begin_low, back, None, False)
        if source is not None and source.last < back:
            begin = tokens[min(begin_low, back)].start
        if begin >= end:
            return False
        report = _Report(cue, [(begin, end)], base, "attribution.ko.noun", index)
        report.source, report.form = source, ending
        state.found.append(report)
        if ending in ("going", "final"):
            state.edge = index + 1
            state.subject = None
        return True
    return False


def _among(state: _State, first: int, index: int) -> Phrase | None:
    """전문가들 사이에서, 업계에서: the source between noun and verb."""
    for position in range(first, index):
        token = state.tokens[position]
        word = token.word
        if word in ("사이에서", "사이에서는", "안팎에서", "사이에서도") and position > first:
            head = state.tokens[position - 1]
            return state.speech.phrase(position - 1, first, head.start + len(head.word), "", unknown=False)
        match = re.match(r"(.+?)(?:에서는|에서도|에서|에|로부터)$", word)
        if match:
            phrase = state.speech.phrase(position, first, token.start + len(match.group(1)), "에서", unknown=False)
            if phrase is not None:
                return phrase
    return None


def _noun_owner(state: _State, back: int, position: int) -> Phrase | None:
    """…다는 | 외신 | 보도가: the bare noun before the cue noun speaks."""
    if position - back < 2:
        return None
    head = state.tokens[position - 1]
    word = head.word[:-1] if head.word.endswith("의") else head.word
    return state.speech.phrase(position - 1, back + 1, head.start + len(word), "", unknown=False)


def _place_left(state: _State, low: int, back: int) -> Phrase | None:
    """시장에서는, 업계 일각에서는: where it is said, at the beginning of the clause."""
    for position in range(low, min(back, low + 8)):
        word = state.tokens[position].word
        match = re.match(r"(.+?)(?:에서는|에서도|에선|에서|에는|은|는|사이에선)$", word)
        if match is None:
            continue
        if word.startswith("사이에") and position > low:
            head = state.tokens[position - 1]
            phrase = state.speech.phrase(position - 1, low, head.start + len(head.word), "", unknown=False)
            if phrase is not None:
                return phrase._replace(last=position)
            continue
        token = state.tokens[position]
        phrase = state.speech.phrase(position, low, token.start + len(match.group(1)), "에서", unknown=False)
        if phrase is not None and phrase.source.type not in ("news_report", "document"):
            return phrase
        if word[-1] in "은는" and not word.endswith(("에서는", "에는")):
            return None
    return None


def _noun_object(state: _State, index: int, form: Form) -> bool:
    """…다는 우려를 표시했다, …할 뜻을 밝혔다, …것이라는 점을 분명히 했다."""
    tokens = state.tokens
    for position in range(index - 1, max(state.edge - 1, index - 4, -1), -1):
        word = tokens[position].word
        if not word.endswith(("을", "를")):
            continue
        found = _noun_before(state, position)
        if found is None:
            found = _plan_before(state, position)
            if found is None:
                return False
        back, base, end = found
        cue_end, ending = _chain(state, index, form)
        last = index
        noun = tokens[position]
        adjacent = all(tokens[step].word in _ADVERBS for step in range(position + 1, index))
        cue = [(noun.start, cue_end)] if adjacent else [(noun.start, noun.start + len(noun.word)), (tokens[index].start, cue_end)]
        low = state.edge
        source = _left(state, low, back, False)
        if source is None and low > 0:
            source = state.subject
        if ending == "adnominal":
            source = source or _after(state, index)
            if source is None:
                return False
        own = source if source is not None and low <= source.first and source.end <= end else None
        begin = _content_start(state, low, back, own, False)
        if begin >= end:
            return False
        report = _Report(cue, [(begin, end)], base, "attribution.ko.noun-object", index)
        report.source, report.form = source, ending
        if source is None and not state.found and ending not in ("final", "going"):
            return False
        state.found.append(report)
        if source is not None:
            state.subject = source
        if ending in ("going", "final"):
            state.edge = last + 1
        return True
    return False


def _plan_before(state: _State, position: int) -> tuple[int, str, int] | None:
    """공장을 지을 | 계획을 | 밝혔다: the content ends with the noun."""
    token = state.tokens[position]
    match = re.match(r"(계획|방침|뜻|의사|의지|방안|구상|입장)(?:을|를)$", token.word)
    if match is None or position == 0:
        return None
    previous = state.tokens[position - 1].word
    code = ord(previous[-1]) - 0xAC00
    if previous[-1] not in "겠는" and not (0 <= code < 11172 and code % 28 == 8):
        return None
    return position, "planned", token.start + len(match.group(1))


def _copula(state: _State, index: int) -> bool:
    """…다는 것이다 (hearsay), …다는 입장이다, …다는 것이 업계의 설명이다."""
    tokens = state.tokens
    token = tokens[index]
    match = _COPULA.match(token.word)
    if match is None or index == 0:
        return False
    noun, tail = match.group(1), match.group(2)
    nouns = state.lexicon.sections["cue_noun.ko"]
    if noun not in nouns and noun not in _HEARSAY_NOUN:
        return False
    ending = "quoted" if tail in ("이라고", "라고", "이라는") else "final" if tail.endswith("다") else "going"
    end_cue = token.start + len(token.word) - (2 if tail in ("이라고", "라고") else 0)
    previous = tokens[index - 1]
    nominal = _NOMINAL.match(previous.word)
    if nominal is not None and index - 1 >= state.edge:
        return _copula_after_clause(state, index, noun, nominal, ending, end_cue, nouns)
    return _cleft(state, index, noun, ending, end_cue, nouns)


def _copula_after_clause(
    state: _State, index: int, noun: str, nominal: re.Match[str], ending: str, end_cue: int, nouns: dict[str, Any]
) -> bool:
    tokens = state.tokens
    previous = tokens[index - 1]
    end = previous.start + len(previous.word) - 1
    cue_start = end
    if nominal.group(2) in ("이라", "라") and not _IMPERATIVE.search(previous.word):
        end = previous.start + len(nominal.group(1))
        cue_start = previous.start + len(previous.word) - 2
    low = state.edge
    named = noun not in ("것", "게")
    source = _left(state, low, index - 1, False) if named and noun not in ("내용", "얘기", "이야기", "뜻", "말", "취지") else None
    begin = _content_start(state, low, index - 1, source, False)
    if begin >= end:
        return False
    base = nouns[noun]["class"] if noun in nouns and noun not in _HEARSAY_NOUN else "reported"
    report = _Report([(tokens[index].start if source is not None else cue_start, end_cue)], [(begin, end)], base,
                     "attribution.ko.copula", index)  # fmt: skip
    report.source, report.form, report.hearsay = source, ending, source is None
    state.found.append(report)
    if ending in ("going", "final"):
        state.edge = index + 1
    return True


def _cleft(state: _State, index: int, noun: str, ending: str, end_cue: int, nouns: dict[str, Any]) -> bool:
    """CONTENT는 것이 SOURCE의 설명이다."""
    if noun not in nouns:
        return False
    tokens = state.tokens
    for position in range(index - 1, max(state.edge, index - 8), -1):
        if tokens[position].word not in ("것이", "게", "것은", "건"):
            continue
        nominal = _NOMINAL.match(tokens[position - 1].word)
        if nominal is None or position == index - 1:
            return False
        head = tokens[index - 1]
        stem = head.word[:-1] if head.word.endswith("의") else head.word
        phrase = state.speech.phrase(index - 1, position + 1, head.start + len(stem), "의", unknown=False)
        if phrase is None:
            if not head.word.endswith("의"):
                return False
            phrase = _any_phrase(state, index - 1, head.start + len(stem))
        previous = tokens[position - 1]
        end = previous.start + len(previous.word) - 1
        if nominal.group(2) in ("이라", "라") and not _IMPERATIVE.search(previous.word):
            end = previous.start + len(nominal.group(1))
        begin = _content_start(state, state.edge, position - 1, None, False)
        if begin >= end:
            return False
        report = _Report([(tokens[index].start, end_cue)], [(begin, end)], nouns[noun]["class"], "attribution.ko.cleft", index)
        report.source, report.form = phrase, ending
        state.found.append(report)
        if ending in ("going", "final"):
            state.edge = index + 1
        return True
    return False


def _hearsay(state: _State, q: int, index: int, ending: str) -> bool:
    """…다고 한다: hearsay without a source; 했다 with its subject is plain speech."""
    if state.tokens[index].word not in ("한다", "합니다", "한다며") or q != index - 1:
        return False
    end, direct = _content_end(state, q, "go")
    if end is None or direct:
        return False
    begin = _content_start(state, state.edge, q, None, False)
    if begin < end:
        token = state.tokens[index]
        go = re.search(r"고(?:도|는|만)?$", state.tokens[q].word)
        start = state.tokens[q].start + (go.start() if go else 0)
        report = _Report([(start, token.start + len(token.word))], [(begin, end)], "reported", "attribution.ko.hearsay", index)
        state.found.append(report)
        state.edge = index + 1
    return True


def _inside(state: _State, low: int, high: int) -> None:
    """Impersonal passives inside a quotation: “…진척될 것으로 전망됐지만 …”."""
    tokens, _ = tokens_of(state.text, low, high, [])
    inner = _State(state.text, tokens, [], state.lexicon)
    for index, token in enumerate(tokens):
        form = inner.forms.passive.get(token.word)
        if form is not None:
            row = state.lexicon.sections["passive.ko"][form.stem]
            if row["class"] in ("forecast", "estimated", "possible", "reported"):
                _passive(inner, index, form, row)
    for report in inner.found:
        report.index = 10_000 + report.index
        state.found.append(report)


# ---------------------------------------------------------------- nesting and classes


def _finish(state: _State, before: list[Report], trace: list[tuple[int, int, str, str]] | None) -> list[Report]:
    items = sorted(state.found, key=lambda item: (item.cue[0][0], item.cue[-1][1]))
    place = {id(item): number for number, item in enumerate(items)}
    reports: list[Report] = []
    kept: list[_Report] = []
    for item in items:
        report = _report(state, item, before)
        if report is None:
            place[id(item)] = -1
            continue
        place[id(item)] = len(reports)
        reports.append(report)
        kept.append(item)
        if trace is not None:
            who = "nobody named" if item.source is None else state.text[item.source.start : item.source.end]
            trace.append((item.cue[0][0], item.cue[-1][1], item.rule, f"{report.cls}: {who}"))
    for number, item in enumerate(kept):
        report = reports[number]
        if item.same is not None and place[id(item.same)] >= 0:
            report.parent = place[id(item.same)]
        else:
            report.parent = _parent(reports, number)
        if item.target is not None and place[id(item.target)] >= 0:
            report.target = place[id(item.target)]
        elif report.cls == "denied":
            report.target = _denied_before(state, reports, kept, number)
    return reports


def _parent(reports: list[Report], number: int) -> int | None:
    """The smallest content that holds the cue and more than this content."""
    own = reports[number]
    start, end = own.cue[0][0], own.cue[-1][1]
    best: int | None = None
    size = 1 << 60
    for other, report in enumerate(reports):
        if other == number or report.content == own.content:
            continue
        for low, high in report.content:
            if low <= start and end <= high and high - low < size:
                best, size = other, high - low
    return best


def _denied_before(state: _State, reports: list[Report], kept: list[_Report], number: int) -> int | None:
    for other in range(number - 1, -1, -1):
        if reports[other].type in ("news_org", "news_collective", "anonymous") and kept[other].same is None:
            return other
    low, high = reports[number].content[-1]
    return -1 if not reports[number].direct and re.search("보도|기사", state.text[low:high]) else None


def _report(state: _State, item: _Report, before: list[Report]) -> Report | None:
    source = item.source
    kind = "unattributed"
    canonical: str | None = None
    inherited = False
    if source is not None:
        kind, canonical = source.source.type, source.source.canonical
    elif item.rule in ("attribution.ko.quotative", "attribution.ko.noun-object", "attribution.ko.object") or item.hearsay:
        previous = _inherited(before, item)
        if previous is None and item.hearsay and state.tokens[item.index].word.startswith(("내용", "취지", "골자")):
            canonical = _document_before(state)
            kind, inherited = ("document", True) if canonical is not None else (kind, False)
        elif previous is None:
            if not item.hearsay:
                return None
            if state.tokens[item.index].word.startswith(("것", "게")) and not before:
                return None
        else:
            kind, canonical, inherited = previous.type, previous.canonical or _printed(state, previous), True
    text = state.text[item.content[-1][0] : item.content[-1][1]]
    cls = _class(state, item, kind, text)
    if len(item.content) > 1 and cls == "asserted":
        first = item.content[0]
        cls = _class(state, item, kind, state.text[first[0] : first[1]])
    if inherited and item.hearsay and cls == "reported":
        cls = "opinion" if kind in ("market", "industry", "experts", "insiders") else cls
        cls = "planned" if kind == "document" and _AGREEMENT.search(canonical or "") else cls
    span = (source.start, source.end) if source is not None else None
    report = Report(
        source=span, canonical=canonical, type=kind, cue=item.cue, content=item.content, cls=cls, direct=item.direct,
        rule=item.rule, others=bool(source and source.source.others), inherited=inherited,
    )  # fmt: skip
    if source is not None and source.source.others:
        report.others = True
    return report


_AGREEMENT = re.compile(r"양해각서|계약|협약|합의|협정|조약|계획|방안|법안|MOU")
_DOCUMENT = re.compile(
    r"([가-힣A-Za-z]*(?:양해각서|계약서?|협약서?|합의서?|합의문|협정|조약|보고서|성명서?|서한|편지|공문|문건|결의안|법안|개정안|방안|대책|공시|판결|결정문|입장문|선언문)(?:\([A-Za-z]+\))?)"
    r"(?:을|를|이|가|에|은|는)"
)


def _document_before(state: _State) -> str | None:
    """…양해각서(MOU)를 체결했다. …는 내용이었다: the paper that the sentence before names."""
    start = state.tokens[0].start
    low = max(0, start - 200)
    cut = max(state.text.rfind("\n\n", low, start), state.text.rfind("다. ", low, max(low, start - 4)))
    found = None
    for match in _DOCUMENT.finditer(state.text, max(low, cut), start):
        found = match.group(1)
    return found


def _printed(state: _State, report: Report) -> str | None:
    return state.text[report.source[0] : report.source[1]] if report.source is not None else None


def _inherited(before: list[Report], item: _Report) -> Report | None:
    """Hearsay goes back to the outermost report, a dropped subject to the last one who spoke."""
    named = [report for report in before if report.source is not None or report.inherited]
    if not named:
        return None
    if item.hearsay:
        outer = [report for report in named if report.parent is None]
        return outer[-1] if outer else named[-1]
    for report in reversed(named):
        if report.type in ("person", "organization", "institution", "news_org", "anonymous", "experts"):
            inner = [other for other in named if other.type in ("person", "organization", "institution")]
            return inner[-1] if inner and report.type == "news_org" else report
    return None


def _class(state: _State, item: _Report, kind: str, content: str) -> str:
    base = item.base
    if base == "denied":
        return "denied"
    speaker = kind in _SPEAKERS and base in ("asserted", "planned", "opinion")
    stated = class_of(content, state.forms, speaker=speaker)
    if item.same is None and kind in ("news_org", "news_collective") and base in ("asserted", "reported") and item.media:
        return stated if item.form == "according" and stated in ("forecast", "estimated") else "reported"
    if stated == "planned" and (speaker or item.same is not None or base in ("asserted", "reported")):
        return "planned"
    if base in ("estimated", "forecast"):
        return base
    if stated in ("estimated", "forecast", "possible") and base not in ("opinion",):
        return stated
    if base == "opinion":
        return "possible" if stated == "possible" and item.rule == "attribution.ko.noun" else stated if stated in ("forecast", "estimated") else "opinion"
    if base == "possible":
        return base
    if stated == "opinion":
        return "opinion"
    if base == "planned":
        return base
    if kind in _MEDIA or base == "reported":
        return "reported"
    if item.direct and state.tokens[min(item.index, len(state.tokens) - 1)].word.startswith(("했", "한다")):
        return "opinion" if not content.rstrip("”’\"' .").endswith("다") else "asserted"
    return base
