"""Korean copulas that report: …다는 것이다, …다는 입장이다, …다는 것이 업계의 설명이다; and …다고 한다."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claims.attribution_ko_according import any_phrase
from claims.attribution_ko_apart import words_of
from claims.attribution_ko_content import after_half, content_start, earlier_half
from claims.attribution_ko_draft import (
    Draft,
    after_cue,
    content_end,
    quote_ending,
)
from claims.attribution_ko_endings import GO, WHILE, hands_on, nominal, orders
from claims.attribution_ko_rows import Row
from claims.attribution_ko_where import place_left
from claims.attribution_ko_who import left
from claims.sources import classify

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_phrases import Phrase

__all__ = ["copula", "hearsay", "nameless"]

#: How somebody sees something else, no statement of one's own.
_SEEN: Final = ("opinion", "forecast", "possible", "estimated")
#: Words that mean something.
_MEANT: Final = re.compile(r"[라다자]?는 (?:말|표현|이름|단어|용어|문구|구호)[은이] ")
_NO_ROW: Final[dict[str, bool]] = {}
#: …다고 한다: how hearsay closes a sentence.
_IS_SAID: Final = frozenset(
    ("한다", "합니다", "한다며", "함", "하네요", "하는데요", "해요", "하더라", "하고요", "하죠")
)


def copula(state: State, index: int, split: tuple[str, str]) -> bool:
    """…다는 것이다 (hearsay), …다는 입장이다, …다는 것이 업계의 설명이다; ``split`` are the noun and its copula."""
    tokens = state.tokens
    noun, tail = split
    nouns = state.lexicon.sections["cue_noun.ko"]
    ending = "quoted" if tail in ("이라고", "라고", "이라는") else "final" if tail.endswith("다") else "going"
    end_cue = state.stop(index) - (2 if tail in ("이라고", "라고") else 0)
    previous = tokens[index - 1]
    if index - 1 >= state.edge and nominal(previous) >= 0:
        return _copula_after_clause(state, index, noun, ending, end_cue, nouns)
    if ending == "final" and hands_on(previous) & (GO | WHILE) and nouns.get(noun, _NO_ROW).get("cried"):
        return _cried(state, index, end_cue)
    if noun in state.forms.said and ending == "final" and words_of(state, index, end_cue, Row(nouns[noun])):
        return True
    return _owned(state, index, noun, ending, end_cue, nouns) or _cleft(state, index, noun, ending, end_cue, nouns)


def _cried(state: State, index: int, end_cue: int) -> bool:
    """쌀값이 못하다고 아우성이다, 3만원도 안 된다며 울상이다."""
    q = index - 1
    source = left(state, state.edge, q, False)
    end, direct = content_end(state, q, "go")
    if source is None or end is None:
        return False
    begin = content_start(state, state.edge, q, source, direct)
    if begin >= end:
        return False
    report = Draft([(state.start(index), end_cue)], [(begin, end)], "opinion", "attribution.ko.copula", index)
    report.source, report.direct = source, direct
    state.found.append(report)
    return True


def _copula_after_clause(state: State, index: int, noun: str, ending: str, end_cue: int, nouns: dict[str, Any]) -> bool:
    if ending == "quoted" and noun in ("뜻", "말", "의미"):
        return False  # 보내겠다는 뜻이라고 말했다
    handing, start = state.tokens[index - 1], state.start(index - 1)
    end, cue_start = start + handing.noun_end, start + handing.noun_cue
    if cue_start >= state.stop(index - 1):
        cue_start = state.start(index)  # 늘었단 | 겁니다
    low = state.edge
    told = nouns.get(noun, {}).get("told")
    if told:  # 두 사람은 …했다는 후문이다: its topic is what is talked about
        source = place_left(state, low, index - 1)
        if source is not None and state.text[source.end] in "은는":
            source = None
    elif noun not in state.forms.hearsay:
        source = left(state, low, index - 1, False)
        if source is not None and source.particle in ("이", "가") and nouns[noun].get("claimed"):
            source = None  # 선수가 이적을 암시했다는 주장이다: who claims it, these words do not tell
        if source is not None and nouns[noun]["class"] in _SEEN and nameless(state, source):
            source = None  # 영업이익 증가는 기저 효과 때문이라는 분석이다: what is analysed
    else:
        source = None
    begin = content_start(state, low, index - 1, source, False)
    quote = quote_ending(state, end)
    begin = quote[0] if quote is not None else begin
    half = earlier_half(state, low, index - 1, source) if source is not None and quote is None else None
    if half is not None and half[1]:
        begin = max(begin, after_half(state, half[0]))
    if begin >= end:
        return False
    if noun in ("뜻", "말") and _MEANT.search(state.text, begin, end):
        return True  # 이겨 달라는 말은 곧 힘을 내라는 뜻이다: the author explains
    base = nouns[noun]["class"] if noun in nouns and noun not in state.forms.hearsay else "reported"
    cue = (state.start(index) if source is not None else cue_start, end_cue)
    if half is not None and half[1]:  # “A”며 B라는 입장이다
        other = Draft([cue], [half[0]], base, "attribution.ko.copula", index)
        other.source, other.form, other.direct = source, ending, True
        state.found.append(other)
    report = Draft([cue], [(begin, end)], base, "attribution.ko.copula", index)
    report.source, report.form, report.hearsay = source, ending, source is None and not told
    report.direct = quote is not None
    state.found.append(report)
    if ending in ("going", "final"):
        state.edge = after_cue(state, index, report.cue[-1][1])
    return True


def _owned(state: State, index: int, noun: str, ending: str, end_cue: int, nouns: dict[str, Any]) -> bool:
    """CONTENT다는 | 전문가들의 | 분석이다."""
    tokens = state.tokens
    if noun not in nouns or ending == "quoted":
        return False
    for back in range(index - 2, max(state.edge, index - 5), -1):
        handed = nominal(tokens[back])
        if handed < 0:
            continue
        word = tokens[index - 1].word
        end = state.start(index - 1) + len(word) - (word[-1] == "의")
        source = state.speech.phrase(index - 1, back + 1, end, "의", unknown=False)
        if source is None or source.first != back + 1:
            return False
        content = (content_start(state, state.edge, back, None, False), state.start(back) + handed)
        if content[0] >= content[1]:
            return False
        cue = [(state.start(index), end_cue)]
        report = Draft(cue, [content], nouns[noun]["class"], "attribution.ko.cleft", index)
        report.source, report.form, report.direct = source, ending, quote_ending(state, content[1]) is not None
        state.found.append(report)
        state.edge = after_cue(state, index, end_cue)
        return True
    return False


def nameless(state: State, source: Phrase) -> bool:
    """Nothing in these words says that they can speak."""
    if source.source.type != "organization" or source.source.canonical is not None:
        return False
    return classify(state.text[source.start : source.end], state.speech.known) is None


def _cleft(state: State, index: int, noun: str, ending: str, end_cue: int, nouns: dict[str, Any]) -> bool:
    """CONTENT는 것이 SOURCE의 설명이다; CONTENT는 게 골자다, of what was said before."""
    gist = bool(state.forms.hearsay.get(noun, _NO_ROW).get("gist"))
    if noun not in nouns and not gist:
        return False
    tokens = state.tokens
    for position in range(index - 1, max(state.edge, index - 8), -1):
        if tokens[position].word not in ("것이", "게", "것은", "건"):
            continue
        handed = nominal(tokens[position - 1])
        if handed < 0 or (position == index - 1 and not gist and not nouns[noun].get("shared")):
            return False
        if gist and position < index - 1:
            return False
        last = index - 1
        while last > position + 1 and (
            tokens[last].word.endswith(("적인", "적")) or tokens[last].word in ("공통된", "한결같은")
        ):
            last -= 1
        head = tokens[last]
        stem = head.word[:-1] if head.word.endswith("의") else head.word
        phrase = None
        if last > position:
            phrase = state.speech.phrase(last, position + 1, state.start(last) + len(stem), "의", unknown=False)
        if phrase is None and last > position:
            if not head.word.endswith("의"):
                return False
            phrase = any_phrase(state, last, state.start(last) + len(stem))
        end = state.start(position - 1) + handed
        begin = content_start(state, state.edge, position - 1, None, False)
        if begin >= end:
            return False
        if gist and left(state, state.edge, position - 1, False) is not None:
            return False  # 개정안은 세율을 올린다는 게 골자다
        base = "reported" if gist else nouns[noun]["class"]
        report = Draft([(state.start(index), end_cue)], [(begin, end)], base, "attribution.ko.cleft", index)
        report.source, report.form, report.hearsay = phrase, ending, gist
        state.found.append(report)
        if ending in ("going", "final"):
            state.edge = after_cue(state, index, report.cue[-1][1])
        return True
    return False


def hearsay(state: State, q: int, index: int) -> bool:
    """…다고 한다: hearsay without a source; 했다 with its subject is plain speech."""
    if state.tokens[index].word not in _IS_SAID or q != index - 1:
        return False
    end, direct = content_end(state, q, "go")
    if end is None or direct:
        return False
    word = state.tokens[q].word
    if (word.endswith(("자고", "겠다고")) or orders(state.tokens[q])) and left(state, state.edge, q, False) is not None:
        return False  # 여당은 자율투표에 맡기자고 한다: what somebody proposes
    begin = content_start(state, state.edge, q, None, False)
    if any(item.form == "according" for item in state.found):
        return True  # 합참에 따르면 …고 한다: whose hearsay it is has been said
    if begin < end:
        go = re.search(r"(?:(?<=이)라)?고(?:도|는|만)?$", state.tokens[q].word)
        start = state.start(q) + (go.start() if go else 0)
        report = Draft([(start, state.stop(index))], [(begin, end)], "reported", "attribution.ko.hearsay", index)
        state.found.append(report)
        state.edge = after_cue(state, index, report.cue[-1][1])
    return True
