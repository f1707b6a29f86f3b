"""English quotations that stand alone: whose they are is said in the sentence before them, or behind the last of them.

``The governor said … “We have no choice.”`` goes on with the governor; a quotation that runs over paragraphs is opened in
each of them and closed in the last, whose speaker said all of it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from claims.attribution_en_clause import doubled
from claims.attribution_en_names import LETTERS
from claims.attribution_en_stance import class_of
from claims.attribution_en_views import is_view
from claims.attribution_en_words import words_of
from claims.records import Report

if TYPE_CHECKING:
    from claims.attribution_en_words import Sentence, Words
    from claims.lexicon import Lexicon
    from claims.records import Page, Span

__all__ = ["carried", "go_on"]

_BARE: Final[tuple[str, ...]] = ("we", "i")
_SPEAKING: Final = frozenset({"attribution.en.said", "attribution.en.post", "attribution.en.according"})
_JUDGING: Final = frozenset({"attribution.en.branded", "attribution.en.object", "attribution.en.denied"})
_BODIES: Final = frozenset({"person", "organization", "institution", "experts", "anonymous"})
#: What follows a verb whose quotation is before it.
_PLACED: Final[tuple[str, ...]] = ("in ", "on ", "at ", "as ", "during ", "after ", "when ")


def carried(
    text: str,
    start: int,
    end: int,
    page: Page,
    lexicon: Lexicon,
    found: list[Report],
    before: list[Report],
    pending: list[Span],
) -> tuple[list[Report], list[Report]]:
    """A sentence that opens with a quotation: (the reports of earlier paragraphs that it speaks for, its own).

    ``found`` are the reports in it, ``before`` those of the sentence before, ``pending`` the quotations left open in the
    paragraphs above whose speaker is still to come.
    """
    index = bisect_left(page.quotes, (start, -1))
    if index >= len(page.quotes) or page.quotes[index][0] != start:
        pending.clear()
        return [], found
    if found:
        first = found[0]
        spans = pending[:] if first.direct and first.source is not None and first.content[0][0] == start else []
        pending.clear()
        return [_of(text, span, first, lexicon) for span in spans], found
    stop = page.quotes[index][1]
    open_end = text[stop - 1] not in '”"’'
    if text[stop:end].strip() or text[stop - (1 if open_end else 2)] not in ".!?…" or text.count(" ", start, stop) < 2:
        pending.clear()
        return [], found
    for report in before:
        if any(low == start for low, _ in report.content):
            return [], before  # already known to go on
    speaker = _speaker(before, "\n" not in text[max(0, start - 2) : start])
    if speaker is not None and not pending:
        return [], [_of(text, (start, stop), speaker, lexicon)]
    if open_end:
        pending.append((start, stop))
    return [], found


def _speaker(before: list[Report], beside: bool) -> Report | None:
    """The report whose speaker a quotation behind its sentence has; None where it may be another's.

    A body, and one who urged or judged, speaks on only in the same paragraph (``beside``).
    """
    spoken = [report for report in before if report.source is not None and report.parent is None]
    if not spoken or any(report.source != spoken[0].source for report in spoken):
        return None
    last = spoken[-1]
    if last.direct or (last.type == "person" and last.rule in _SPEAKING):
        return last
    told = last.rule in _SPEAKING or (last.rule in _JUDGING and last.cls in ("opinion", "denied"))
    return last if beside and told and last.type in _BODIES else None


def _of(text: str, span: Span, speaker: Report, lexicon: Lexicon) -> Report:
    """The report that a quotation makes which goes on with a speaker named elsewhere."""
    words = words_of(lexicon)
    content = text[span[0] : span[1]]
    lower = content.lower()
    own = any(f"{word} will " in lower or f"{word} would " in lower or f"{word}’ll " in lower for word in _BARE)
    seen = class_of(content, words, own)
    if seen is None and is_view(content, words):
        seen = "opinion"  # “Do not wait.”
    return Report(
        source=speaker.source, canonical=None, type=speaker.type, cue=list(speaker.cue), content=[span],
        cls=seen or ("reported" if speaker.type == "anonymous" else "asserted"), direct=True, rule=speaker.rule,
    )  # fmt: skip


def go_on(state: Sentence, text: str, start: int, end: int, page: Page) -> None:
    """``“A,” said X. “B.”``: a quotation that opens the next sentence goes on with the same speaker."""
    last = state.found[-1]
    if (
        not last.direct
        or last.rule != "post"
        or (len(state.found) > 1 and any(item.direct for item in state.found[:-1]))
    ):
        return
    tail = state.body[max((span[1] for span in last.content), default=0) :]
    if any(char in '“"‘' for char in tail):
        return
    at = end
    while at < len(text) and text[at] == " ":
        at += 1
    if at >= len(text) or text[at] not in '“"‘':
        return
    index = bisect_left(page.quotes, (at, -1))
    if index < len(page.quotes) and page.quotes[index][0] == at:
        stop = page.quotes[index][1]
        after = text[stop : stop + 1]
        close = text[max(at, stop - 3) : stop - 1].rstrip("’'")[-1:]  # ‘‘We lost.’’
        if close in (".", "!", "?") and after in ("", " ", "\n"):
            following = LETTERS.match(text, stop + 1)
            if close != "." and following is not None and _asks(text[stop + 1 : stop + 120], state.words):
                return
            if following is None or not following.group()[0].islower():
                last.content.append((at - start, stop - start))
                state.text = doubled(text[start:stop], [last.content[-1]])  # the words that give its class


def _asks(behind: str, words: Words) -> bool:
    """Whether the words behind “…?” name who asked: Dube asked., the mayor shouted in reply; not Dube said prices fell."""
    for word in behind.split()[:12]:
        bare = word.rstrip(".,")
        if bare in words.cues or bare in words.seldom:
            return word != bare or behind.endswith(word) or behind.partition(f"{word} ")[2].startswith(_PLACED)
        if word[0] in '“"‘' or word[-1] in ".!?":
            return False
    return False
