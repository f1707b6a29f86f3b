"""English quotations that stand alone: whose they are is said in the sentence before them, or behind the last of them.

``The governor said … “We have no choice.”`` goes on with the governor; a quotation that runs over paragraphs is opened in
each of them and closed in the last, whose speaker said all of it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from claims.attribution_en_stance import class_of
from claims.attribution_en_words import words_of
from claims.records import Report

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Page, Span

__all__ = ["carried"]

_BARE: Final = ("we", "i")
_SPEAKING: Final = frozenset({"attribution.en.said", "attribution.en.post", "attribution.en.according"})


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
    speaker = _speaker(before)
    if speaker is not None and not pending:
        return [], [_of(text, (start, stop), speaker, lexicon)]
    if open_end:
        pending.append((start, stop))
    return [], found


def _speaker(before: list[Report]) -> Report | None:
    """The report whose speaker a quotation behind its sentence has; None where it may be another's."""
    spoken = [report for report in before if report.source is not None and report.parent is None]
    if not spoken or any(report.source != spoken[0].source for report in spoken):
        return None
    last = spoken[-1]
    return last if last.direct or (last.type == "person" and last.rule in _SPEAKING) else None


def _of(text: str, span: Span, speaker: Report, lexicon: Lexicon) -> Report:
    """The report that a quotation makes which goes on with a speaker named elsewhere."""
    words = words_of(lexicon)
    content = text[span[0] : span[1]]
    lower = content.lower()
    own = any(f"{word} will " in lower or f"{word} would " in lower or f"{word}’ll " in lower for word in _BARE)
    seen = class_of(content, words, own)
    return Report(
        source=speaker.source, canonical=None, type=speaker.type, cue=list(speaker.cue), content=[span],
        cls=seen or "asserted", direct=True, rule=speaker.rule,
    )  # fmt: skip
