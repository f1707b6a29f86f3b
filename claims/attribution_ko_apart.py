"""Korean quotations that no particle hands on to their cue: “….” 김 교육감은 이렇게 말했다."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_address import THUS
from claims.attribution_ko_content import content_start
from claims.attribution_ko_doers import named_between
from claims.attribution_ko_draft import Draft, after_cue, quote_ending
from claims.attribution_ko_tokens import AND_OTHERS
from claims.attribution_ko_who import left

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_phrases import Phrase
    from claims.attribution_ko_rows import Row
    from claims.records import Span

__all__ = ["after_bare", "listed", "thus", "words_of"]


#: How a sentence ends that is spoken before 이렇게.
_SPOKEN: Final = re.compile(r"(?:[했됐었았였겠있없한된인는]다|것이다|[하되]라|하자)$")


def thus(state: State, index: int, cue_end: int, ending: str, row: Row) -> bool:
    """“….” 김 교육감은 이렇게 말했다: the quotation stands in front of the sentence, right after it, or before 이렇게."""
    source = left(state, state.edge, index - 1, False)
    if source is None or ending not in ("final", "going") or state.edge:
        return False
    inside = quote_ending(state, state.stop(index - 2)) if index > 1 else None
    if inside is None and not row.weak and index - 2 > source.last:
        spoken = state.tokens[index - 2]
        if _SPOKEN.search(spoken.word) is not None:  # 유 이사장은 내사를 했다, 이렇게 주장했는데요
            begin = content_start(state, source.last + 1, index - 2, source, False)
            _quoted_apart(state, index, cue_end, row, source, (begin, state.start(index - 2) + len(spoken.word)))
            state.found[-1].direct = False
            return True
    content = inside or _quoted_before(state)
    if ending == "final":
        content = content or _quoted_behind(state)
    elif inside is not None:
        return False
    if content is None and ending == "final" and index < _BRIEF and state.tokens[index - 1].word in THUS:
        state.thus = _apart(state, index, cue_end, row, source, (state.start(0), state.start(0)))
        return True
    if content is None or content[1] - content[0] < 8:
        return False
    _quoted_apart(state, index, cue_end, row, source, content)
    return True


#: A sentence of so few words says nothing but who reports what the one before says.
_BRIEF: Final = 14


def _quoted_before(state: State) -> Span | None:
    """The quotation that ends right before the sentence."""
    text, start = state.text, state.start(0)
    low = max(0, start - 4)
    before = low + len(text[low:start].rstrip())
    if not before or text[before - 1] not in '”"':
        return None
    opening = text.rfind("“" if text[before - 1] == "”" else '"', max(0, before - 600), before - 1)
    return (opening, before) if opening >= 0 else None


def _quoted_behind(state: State) -> Span | None:
    """The quotation that begins right after the sentence."""
    text, end = state.text, state.start(-1) + state.tokens[-1].size
    opening = end + len(text[end : end + 4]) - len(text[end : end + 4].lstrip())
    if text[opening : opening + 1] not in ("“", '"'):
        return None
    closing = text.find("”" if text[opening] == "“" else '"', opening + 1, opening + 600)
    return (opening, closing + 1) if closing >= 0 else None


def _quoted_apart(state: State, index: int, cue_end: int, row: Row, source: Phrase, content: Span) -> None:
    state.found.append(_apart(state, index, cue_end, row, source, content))
    state.subject = source
    state.edge = after_cue(state, index, cue_end)


def _apart(state: State, index: int, cue_end: int, row: Row, source: Phrase, content: Span) -> Draft:
    """The report of a content that stands apart from its cue."""
    report = Draft([(state.start(index), cue_end)], [content], row.cls, "attribution.ko.thus", index)
    report.source, report.direct, report.media = source, True, row.media
    return report


def after_bare(state: State, index: int, cue_end: int, row: Row) -> bool:
    """“…” 한 과학자가 말했다: only who says it stands between a quotation and the cue."""
    if state.found:
        return False
    opening = bool(state.quotes) and state.tokens[0].last in '”"'
    if not opening and (index > 5 or index != len(state.tokens) - 1 or state.start(0) < 8):
        return False
    quote = quote_ending(state, state.stop(0)) if opening else _quoted_before(state)
    source = named_between(state, 0 if opening else -1, index) if quote is not None else None
    if quote is None or source is None or source.first != int(opening) or source.last != index - 1:
        return False
    _quoted_apart(state, index, cue_end, row, source, quote)
    return True


def listed(state: State, first: int, cue_end: int, ending: str, row: Row, index: int) -> bool:
    """팬들은 “…” “…” | 등의 | 반응을 보였다: each quotation is one content; ``first`` is where the cue begins."""
    tokens = state.tokens
    if first < 2 or tokens[first - 1].word not in AND_OTHERS or ending not in ("final", "going"):
        return False
    at = first - 2
    quotes: list[Span] = []
    while at >= state.edge and tokens[at].hides and tokens[at].tail in ("", ","):
        quote = quote_ending(state, state.stop(at))
        if quote is None or quote[0] != state.start(at):
            break
        quotes.insert(0, quote)
        at -= 1
    source = left(state, state.edge, at + 1, True) if quotes else None
    if source is None:
        return False
    for quote in quotes:
        report = Draft([(state.start(first), cue_end)], [quote], row.cls, "attribution.ko.listed", index)
        report.source, report.form, report.direct, report.media = source, ending, True, row.media
        state.found.append(report)
    state.subject = source
    state.edge = after_cue(state, index, cue_end)
    return True


def words_of(state: State, index: int, cue_end: int, row: Row) -> bool:
    """“….” 오 시장의 말이다: whose words the quotation before the sentence, or at its beginning, is."""
    head = state.tokens[index - 1]
    opening = bool(state.quotes) and state.tokens[0].last in '”"'
    first = int(opening)
    if state.found or head.last != "의" or index - first > 7 or index - 1 < first:
        return False
    quote = quote_ending(state, state.stop(0)) if opening else _quoted_before(state)
    if quote is None:
        return False
    end = state.start(index - 1) + len(head.word) - 1
    source = state.speech.phrase(index - 1, first, end, "의", unknown=False)
    if source is None or source.first != first:
        return False
    _quoted_apart(state, index, cue_end, row, source, quote)
    return True
