"""What time phrases of Korean text look like: 지난해 4분기, 2025년, 28일; a shape is tried where its first letter stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.kept import Kept
from claims.patterns import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.lexicon import Lexicon
    from claims.periods_phrase import Groups

__all__ = ["GROUPS", "shapes_of"]

_DASH: Final = r"[~∼〜～–-]"
_YEAR: Final = (
    r"(?:(?P<y>(?:19|20)\d{2})(?:년?"
    + _DASH
    + r"(?P<y2>(?:19|20)\d{2}))?(?:년도?(?!(?:작|산|식|생)(?:[ 이인은의]|$))| ?회계연도)"
    r"|FY ?(?P<fy>20\d{2})"
    r"|[’'‘](?P<yy>\d{2})년(?! ?(?:이[상하내]|간|째|만|전|뒤|후|동안|형|차)))"
)
_PART: Final = (
    r"(?:(?P<h>[상하])반기|(?P<q>[1-4])(?:[/·∙]4(?=분기)|(?:" + _DASH + r"|[·∙])(?P<q2>[2-4]))?분기"
    r"|(?P<m>\d{1,2})월?"
    + _DASH
    + r"(?P<m2>\d{1,2})월|(?P<mm>\d{1,2})월(?: ?(?P<md>\d{1,2})(?:일?"
    + _DASH
    + r"(?P<md2>\d{1,2}))?일)?"
    r"|(?P<d>\d{1,2})(?:일?" + _DASH + r"(?P<d2>\d{1,2}))?일)"
)
#: … where nothing says of which year it is.
_PART_ALONE: Final = _PART.replace("(?P<", "(?P<b")
_BACK: Final = r"(?:지난|최근|과거) ?(?P<n>\d{1,3}|몇|수) ?(?P<unit>년|개월|달|주|일)(?: ?동안|간)"
_DOTTED: Final = r"(?P<ty>(?:19|20)\d{2})\. ?(?P<tm>\d{1,2})\.(?: ?(?P<td>\d{1,2})\.?(?!\d))?(?:\([월화수목금토일]\))?"
#: After a named day; in 추석 선물세트 it names something.
_FEAST: Final = (
    r"(?:(?<=연휴)(?= |에|까지|부터|[,.])|(?<=주말)(?= |에|까지|부터|[,.])"
    r"|(?=에|까지|부터|[,.]| (?:당일|전날|이튿날|다음|하루|오전|오후|때|기간|이후|약 |모두|총 |\d)))"
)
#: The first letters of what may stand before a time: 지난, 오는, 이번, 다음.
_LEADS: Final = "지오이다"
#: The named groups of all shapes, of which none is found.
GROUPS: Final[Groups] = dict.fromkeys(
    [*re.findall(r"\(\?P<(\w+)>", "".join((_BACK, _YEAR, _PART, _DOTTED, _PART_ALONE))),
     "recent", "earlier", "holiday", "season", "sw", "lead", "w", "part", "lead2", "part2"]
)  # fmt: skip


def shapes_of(lexicon: Lexicon) -> Kept[re.Pattern[str]]:
    """What a phrase may look like that begins with a letter or a digit, by that."""
    return Kept(lambda first: re.compile("|".join(_shapes(lexicon, first)) or "(?!)"))


def _shapes(lexicon: Lexicon, first: str) -> list[str]:
    """The shapes that may begin so, the first to hold before the others."""
    sections = lexicon.sections
    shapes: list[str] = []
    if first in "지최과":
        shapes.append(rf"(?P<recent>{_BACK})")
    if earlier := _of(sections["time_earlier.ko"], first):
        shapes.append(rf"(?P<earlier>{earlier})(?![가-힣]*회|세)")
    if holiday := _of(sections["time_holiday.ko"], first):
        shapes.append(rf"(?P<holiday>{holiday}){_FEAST}")
    if first in "12":
        shapes.append(_DOTTED)
    if first in "연지올":
        shapes.append("(?P<season>연초|연말|(?P<sw>지난|올) ?연말)")
    led = first in _LEADS
    times = [_YEAR] if led or first in "12F’'‘" else []
    if words := _of(sections["time.ko"], "" if led else first):
        times.append(rf"(?P<w>{words})")
    if times:
        lead = "(?:(?P<lead>지난|오는|이번|다음) )?" if led else ""
        shapes.append(rf"{lead}(?:{'|'.join(times)})(?: ?(?=[\d상하])(?P<part>{_PART}))?")
    if led or first in "상하0123456789":
        lead = "(?:(?P<lead2>지난|오는|이번|다음) )?" if led else ""
        shapes.append(rf"{lead}(?P<part2>{_PART_ALONE})")
    return shapes


def _of(words: Iterable[str], first: str) -> str:
    """Those of the words that begin so, as one alternation."""
    return tree([word for word in words if word.startswith(first)])
