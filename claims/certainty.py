"""How surely a clause itself states its number: planned, conditional, forecast, possible, estimated; None when plainly."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Mention, Page

__all__ = ["clause_certainty"]

_REACH: Final = 120
#: A clause ends where a finite verb goes on with 고, 며, 지만 …; not inside 하고 있다.
_CLAUSE: Final = re.compile(
    r"[했였됐었았갔왔렸졌났섰이하지다요\n]"  # any other character is skipped at once
    r"(?:(?<=[했였됐었았갔왔렸졌났섰이])(?:고|으며|지만|으나|는데)[ ,]|(?<=하)며[ ,]|(?<=지)만[ ,]|(?<=[다요])[.!?”]|(?<=\n)\n)"
)
_PLANNED: Final = re.compile(
    r"[가-힣](?:예정|계획|방침|구상|목표)(?:이다|이며|이고|인|을|으로|이라|이었|였|도|은|이 |입)|"
    r"(?:할|될|을|ㄹ|[가-힣]) (?:예정|계획|방침|구상)|기로 (?:했|한|하고|합의|결정)|려던 |"
    r"려는 |려고 |[가-힣]하려 |추진하|추진한|추진할|추진 중|검토하|검토 중|겠다|목표로|목표다"
)
#: 탑재된다면 …, 인수할 경우 …: a condition before the number; plain 면 is as often an idiom (말하면, 보면).
_IF_BEFORE: Final = re.compile(r"[가-힣](?:다면|라면) |[할될을] 경우(?:에는|에|,)? ")
_IF_REACH: Final = 60
_CONDITIONAL: Final = re.compile(
    r"[가-힣](?:다면|라면|으면|하면|되면|르면|[가-힣]면) |[할될을] (?:경우|때)|[^ ]+ 시(?:에는|에)? "
)
_FORECAST: Final = re.compile(
    r"것으로 (?:전망|예상|예측|내다|기대|보인|보이|보고)|[할될을릴일날] (?:전망|것으로|것이다|것으)"
    r"|전망이다|전망된다|예상된다"
)
_POSSIBLE: Final = re.compile(r"수(?:도|는)? 있(?:다|을|어|는|습)|가능성이|지(?:도)? 모른다")
_ESTIMATED: Final = re.compile(r"추정(?:된|되|치|했)|추산(?:된|되|했)")
_STATED: Final = re.compile(
    "|".join(
        f"(?P<{name}>{shape.pattern})"
        for name, shape in (
            ("planned", _PLANNED),
            ("estimated", _ESTIMATED),
            ("forecast", _FORECAST),
            ("possible", _POSSIBLE),
        )
    )
)
#: One of these stands in all that _STATED finds.
_MARKS: Final = (
    "것으", "것이다", " 있", "예정", "계획", "전망", "겠다", "목표", "추진", "검토", "추정", "추산", "방침", "구상", "기로 ",
    "려는 ", "려고 ", "려던 ", "하려 ", "예상된다", "가능성이", "모른다",
)  # fmt: skip


@cache
def _hangul() -> re.Pattern[str]:
    return re.compile("[가-힣]")


def clause_certainty(page: Page, mention: Mention, lexicon: Lexicon) -> str | None:
    """The class that the author's own clause gives a number (출시할 예정이며, 탑재된다면), or None."""
    text = page.text
    end = page.sentences[mention.sentence][1] if page.sentences else len(text)
    end = min(end, mention.end + _REACH)
    if page.language == "en" or _hangul().search(text, max(0, mention.start - 40), end) is None:
        from claims.attribution_en import clause_class

        start = page.sentences[mention.sentence][0] if page.sentences else 0
        return clause_class(text[max(start, mention.start - _REACH) : end], lexicon, own=True)
    rest = text[mention.end : end]
    stop = _CLAUSE.search(rest)
    clause = rest[: stop.end()] if stop else rest
    if any(mark in clause for mark in ("면 ", "경우", "때", "시 ", "시에")):
        condition = _CONDITIONAL.search(clause)
        if condition and condition.start() < 24 and _governs(clause, condition.start()):
            return "conditional"
    low = page.sentences[mention.sentence][0] if page.sentences else 0
    left = text[max(low, mention.left - _IF_REACH) : mention.left]
    if text[mention.left - 3 : mention.left] in ("추산 ", "추정 "):
        return "estimated"  # 소방서 추산 3억원
    if "면 " in left or "경우" in left:
        before = _IF_BEFORE.search(left)
        if before is not None and _CLAUSE.search(left, before.end()) is None:
            return "conditional"
    for mark in _MARKS:
        if mark in clause:
            match = _STATED.search(clause)
            return match.lastgroup if match else None
    return None


def _governs(clause: str, position: int) -> bool:
    """A condition right after the number holds it; one further on has a clause of its own."""
    return " " not in clause[:position].strip() or len(clause[:position].split()) <= 3
