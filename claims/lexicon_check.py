"""What is wrong with a lexicon: unknown codes and units, surfaces that the scan cannot reach, foreign script, no golden.

Every surface is put into a small sentence, read back and must come out as its own entry.
"""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.lexicon import Lexicon, Unit

__all__ = ["carriers", "complaints", "entries", "unreachable"]

#: A character of a script that Korean and English news do not print; μ and Ω stand in units, signs belong to no script.
_FOREIGN = r"[^\p{Latin}\p{Hangul}\p{Han}\p{Common}\p{Inherited}μΩΩ]"


def complaints(lexicon: Lexicon, golden: Path | None = None) -> list[str]:
    """Everything that is wrong, one line each; with ``golden`` (a folder of cases) also the entries without a case."""
    from claims.physical import proof

    found = [*_codes(lexicon), *proof(lexicon), *_scripts(lexicon), *unreachable(lexicon)]
    if golden is not None:
        found += _without_golden(lexicon, golden)
    return found


def entries(lexicon: Lexicon) -> Iterator[tuple[str, Unit, bool]]:
    """(surface, unit, stands left of the number) for everything that may stand beside a number."""
    for table in (lexicon.units, lexicon.units_folded):
        for surface, unit in table.all().items():
            yield surface, unit, False
    for surface, unit in lexicon.prefixes.all().items():
        yield surface, unit, True


def _codes(lexicon: Lexicon) -> Iterator[str]:
    from babel.numbers import list_currencies

    known = list_currencies()
    for code, row in lexicon.sections["currency"].items():
        if code not in known:
            import difflib

            close = difflib.get_close_matches(code, sorted(known), n=1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            yield f"{row['where']}: unknown ISO 4217 code {code!r}{hint}"


def _scripts(lexicon: Lexicon) -> Iterator[str]:
    for section, rows in lexicon.sections.items():
        for surface, row in rows.items():
            words = [surface, *(word for value in row.values() if isinstance(value, list) for word in value)]
            for word in words:
                bad = _foreign(word) if section not in ("currency", "news_org") else None
                if bad:
                    yield f"{row.get('where', section)}: {word!r} holds {bad}"
                elif unicodedata.normalize("NFC", word) != word and not any(mark in "ΩÅK℃℉" for mark in word):
                    yield f"{row.get('where', section)}: {word!r} is not in composed form (NFC)"


def _foreign(word: str) -> str | None:
    import regex

    found = regex.search(_FOREIGN, word)
    if found is None:
        return None
    return f"{found.group()!r} ({unicodedata.name(found.group(), 'unnamed')})"


# ---------------------------------------------------------------- reachable surfaces


def carriers(surface: str, unit: Unit, *, left: bool) -> list[str]:
    """Small sentences in which the surface must be read back as its own entry; one of them is enough."""
    if left:
        return [
            f"금액은 {surface}7300이다.",
            f"금액은 {surface} 7300이다.",
            f"It cost {surface}7300 then.",
            f"It cost {surface} 7300 then.",
            f"It cost {surface}7,300 then.",
        ]
    hangul = any("가" <= mark <= "힣" for mark in surface)
    if unit.kind == "duration" and hangul:
        return [
            f"그 일은 7{surface} 동안 이어졌다.",
            f"그 일은 7{surface}이 걸렸다.",
            f"시간이 세 {surface} 넘게 걸렸다.",
            f"7시간 30{surface} 동안",
            f"징역 2년 7{surface}을 선고했다.",
        ]
    if hangul:
        return [
            f"모두 7300{surface}이다.", f"모두 7300{surface}다.", f"모두 7300 {surface}를 썼다.",
            f"기온이 7{surface}까지 올랐다.",
            f"값은 3조{surface}였다.", f"업계 7{surface}에 올랐다.", f"나이는 70{surface}이다.", f"지수는 20{surface} 올랐다.",
            f"1달러 20{surface} 올랐다.", f"건물은 70{surface} 규모다.",
            f"시신 70{surface}를 찾았다.", f"베트남 7만{surface}이다.",
            f"환율이 10{surface} 올랐다.", f"쌀 7{surface}을 샀다.", f"3승 7{surface}를 거뒀다.", f"전과 7{surface}이다.",
        ]  # fmt: skip
    return [
        f"The figure was 7.3 {surface} then.", f"The figure was 7.3{surface} then.", f"모두 7.3{surface}다.",
        f"모두 7300{surface}다.",
        f"About 730 {surface} were there.", f"It took 7 {surface} to finish.", f"값은 7.3 {surface}이다.",
        f"The 7-{surface} change.", f"The temperature was 7{surface}.", f"The heat of 7 {surface} was read in °C.",
        f"The dividend was 7.3{surface}.",
    ]  # fmt: skip


def unreachable(lexicon: Lexicon) -> Iterator[str]:
    """Complaints about surfaces that the scan does not read back as their own entry."""
    for surface, unit, left in entries(lexicon):
        if not any(_reads(text, surface, unit, lexicon, left=left) for text in carriers(surface, unit, left=left)):
            side = "left of" if left else "right of"
            yield f"{unit.where}: {surface!r} ({unit.unit}) {side} a number is not read back as this entry"


def _reads(text: str, surface: str, unit: Unit, lexicon: Lexicon, *, left: bool) -> bool:
    from claims import quantities
    from claims.records import Page

    hangul = any("가" <= mark <= "힣" for mark in text)
    page = Page(text, [(0, len(text))], [], [(0, len(text))], "ko" if hangul else "en")
    for mention in quantities.find(page, lexicon):
        printed = text[mention.start : mention.end]
        same = mention.unit == unit.unit and mention.kind == unit.kind
        if same and (printed.startswith(surface) if left else surface.lower() in printed.lower()):
            return True
    return False


# ---------------------------------------------------------------- goldens


def _without_golden(lexicon: Lexicon, golden: Path) -> Iterator[str]:
    """Lines of the tables of units, currencies and counters whose surfaces stand in no golden text."""
    texts: list[str] = []
    for path in sorted(golden.rglob("*.json")):
        try:
            case = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(case, dict):
            texts += [text for text in (case.get("text"), *_surfaces(case)) if isinstance(text, str)]
    whole = "\n".join(texts)
    folded = whole.lower()
    seen: dict[str, bool] = {}
    for surface, unit, _ in entries(lexicon):
        line = unit.where.split(" (")[0]
        seen[line] = seen.get(line, False) or surface in whole or surface.lower() in folded
    yield from (f"{line}: no golden case uses this entry" for line, used in seen.items() if not used)


def _surfaces(case: dict[str, object]) -> list[object]:
    surfaces = case.get("surfaces")
    if not isinstance(surfaces, dict):
        return []
    return [surface for listed in surfaces.values() if isinstance(listed, list) for surface in listed]
