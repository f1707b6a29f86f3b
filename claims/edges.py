"""The two edges of a quantity: the words left of the number (약, 최소, at least) and right of the unit (이상, 대, or more).

Both looks are short and bounded: left by words, right by one match at the end of the unit.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["Left", "Right", "hangul_tail", "look_left", "look_right", "tail_ok"]

_HANGUL_RUN = re.compile(r"[가-힣]{1,12}")
_BAND = re.compile(r"( ?대)(?: ?(?:초반|중반|후반|초중반|중후반)[가-힣]*|([가-힣]{0,12}))")
_OPENERS = "(（[<“‘\"'「『,·…"
_PER_BASE = re.compile(r"(\d[\d,.]*)?[만천백]?(.+)당$")


class Left:
    """What stands left of the number: where it begins, the bound or hedge it sets, the denominator, the words."""

    __slots__ = ("approximate", "edge", "per", "per_edge", "per_word", "relation", "words")

    def __init__(self, edge: int) -> None:
        self.edge = edge
        self.relation: str | None = None
        self.approximate = False
        self.per: str | None = None
        self.per_word = ""
        self.per_edge = edge
        self.words: list[str] = []


class Right:
    """What stands right of the unit: where it ends, whether it is a band (30%대), the bound or hedge, the words."""

    __slots__ = ("approximate", "band", "edge", "per", "relation", "words")

    def __init__(self, edge: int) -> None:
        self.edge = edge
        self.band = False
        self.relation: str | None = None
        self.approximate = False
        self.per: str | None = None
        self.words: list[str] = []


def hangul_tail(text: str, pos: int) -> str:
    """The Hangul run that starts at ``pos`` (at most 12 characters)."""
    match = _HANGUL_RUN.match(text, pos)
    return match.group() if match else ""


def tail_ok(run: str, lexicon: Lexicon) -> bool:
    """Whether a Hangul run may stand right of a unit: particles, copula and suffixes, chained (원|정도|의)."""
    cache = lexicon.cache.get("edges.tail")
    if cache is None:
        tails = lexicon.sections["tail"]
        by_first: dict[str, list[str]] = {}
        for tail in tails:
            by_first.setdefault(tail[0], []).append(tail)
        ordered = {first: tuple(sorted(group, key=len, reverse=True)) for first, group in by_first.items()}

        @lru_cache(maxsize=8192)
        def accepts(rest: str, depth: int) -> bool:
            if not rest:
                return True
            if depth == 0:
                return False
            return any(
                rest.startswith(tail) and accepts(rest[len(tail) :], depth - 1) for tail in ordered.get(rest[0], ())
            )

        cache = lexicon.cache["edges.tail"] = accepts
    return bool(cache(run, 4))


def _left_index(lexicon: Lexicon) -> dict[str, list[tuple[str, str, dict[str, Any]]]]:
    index = lexicon.cache.get("edges.left")
    if index is None:
        index = {}
        for section in ("hedge", "bound", "per"):
            for phrase, row in lexicon.sections[section].items():
                if row["side"] == "left":
                    index.setdefault(phrase.rsplit(" ", 1)[-1], []).append((phrase, section, row))
        for phrase in lexicon.sections["neutral"]:
            index.setdefault(phrase, []).append((phrase, "neutral", {}))
        for group in index.values():
            group.sort(key=lambda item: (-len(item[0]), item[1]))
        lexicon.cache["edges.left"] = index
    assert isinstance(index, dict)
    return index


def look_left(text: str, start: int, floor: int, lexicon: Lexicon) -> Left:
    """Read the words left of a number that starts at ``start``, down to ``floor`` (the sentence or the last quantity)."""
    left = Left(start)
    index = _left_index(lexicon)
    pos = start
    for _ in range(4):
        end = pos
        while end > floor and text[end - 1] in " \u00a0\n":
            end -= 1
        if pos - end > 2 or end <= floor:
            break
        low = max(floor, end - 14)
        begin = max(text.rfind(" ", low, end), text.rfind("\n", low, end), text.rfind("\u00a0", low, end), low - 1) + 1
        begin = _after_opener(text, begin, end)
        word = text[begin:end]
        group = index.get(word)
        if group is None and word.isascii():
            word = word.lower()
            group = index.get(word)
        row = None
        section = ""
        if group is None:
            per = _dynamic_per(text, word, begin, pos, lexicon) if word.endswith("당") and left.per is None else None
            if per is None:
                break
            left.per, left.per_word, left.per_edge = per, word, begin
            pos = begin
            continue
        for phrase, kind, candidate in group:
            first = end - len(phrase)
            if first < floor or (first > 0 and text[first - 1].isalnum()):
                continue
            if text[first:end] == phrase or text[first:end].lower() == phrase:
                row, section, begin = candidate, kind, first
                break
        if row is None:
            break
        if section == "per":
            if left.per is None:
                left.per, left.per_word, left.per_edge = row["per"], phrase, begin
        elif section != "neutral":
            if phrase in ("최대", "최소") and _superlative(text, begin, floor, lexicon):
                break
            if phrase == "한" and not (text[pos - 1] == " " and text[pos : pos + 1].isdigit()):
                break
            left.words.insert(0, text[begin:end])
            left.edge = begin
            if section == "hedge":
                left.approximate = True
            if "relation" in row and left.relation is None:
                left.relation = row["relation"]
        pos = begin
    return left


def _after_opener(text: str, begin: int, end: int) -> int:
    """금액(약: the word begins after the last bracket, quotation mark or comma."""
    for pos in range(end - 1, begin - 1, -1):
        if text[pos] in _OPENERS:
            return pos + 1
    return begin


def _superlative(text: str, begin: int, floor: int, lexicon: Lexicon) -> bool:
    before = text[max(floor, begin - 8) : begin].rstrip()
    word = before.rsplit(" ", 1)[-1].lstrip(_OPENERS)
    return word in lexicon.sections["superlative"]


def _dynamic_per(text: str, word: str, begin: int, pos: int, lexicon: Lexicon) -> str | None:
    """10만명당, 3.3㎡당: the denominator with its own number."""
    match = _PER_BASE.fullmatch(word)
    if not match:
        return None
    base = match.group(2)
    unit = lexicon.sections["per"].get(base + "당")
    name = unit["per"] if unit else None
    if name is None:
        entry = lexicon.units.get(base)
        if entry is None:
            return None
        name = entry.unit if entry.kind in ("measure", "money", "duration") else entry.canonical
    if name is None:
        return None
    digits = word[: len(word) - len(base) - 1]
    if digits in ("", "1"):
        return str(name)
    from claims.model import plain
    from claims.numerals import ko_prefix

    parsed = ko_prefix(digits)
    if parsed is None or parsed[1] != len(digits):
        return None
    return f"{plain(parsed[0])} {name}"


def _right_pattern(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    cached = lexicon.cache.get("edges.right")
    if cached is None:
        hedges = _alternation(lexicon, "hedge", korean=True)
        bounds = _alternation(lexicon, "bound", korean=True)
        verbs = "|".join(sorted(map(re.escape, lexicon.sections["bound_verb"]), key=lambda w: (-len(w), w)))
        korean = re.compile(
            rf"(?P<kind> ?(?:어치|짜리))?(?P<hedge> ?(?:{hedges}))?(?P<hedge2> "
            rf"?(?:{hedges}))?(?P<bound> ?(?:{bounds}))?"
            rf"(?:(?:에도|에는|에|을|를|이|가|은|는|도|보다|선을|선에|대를|대에|선)? ?(?:채|"
            rf"더|훌쩍|크게|약간|조금|살짝|이미|가볍게)? ?"
            rf"(?P<verb>{verbs})(?P<ending>[가-힣]{{0,6}}(?: (?:못|않|안)[가-힣]{{0,4}})?))?"
        )
        phrases: list[str] = []
        for section in ("hedge", "bound", "per"):
            phrases += [p for p, row in lexicon.sections[section].items() if row["side"] == "right" and p.isascii()]
        phrases += [p for p, row in lexicon.sections["per"].items() if row["side"] == "right" and not p.isascii()]
        latin = re.compile(
            r"\s?(" + "|".join(sorted(map(re.escape, phrases), key=lambda w: (-len(w), w))) + r")(?![A-Za-z])",
            re.IGNORECASE,
        )
        cached = lexicon.cache["edges.right"] = (korean, latin)
    pair: tuple[re.Pattern[str], re.Pattern[str]] = cached
    return pair


def _alternation(lexicon: Lexicon, section: str, *, korean: bool) -> str:
    words = [w for w, row in lexicon.sections[section].items() if row["side"] == "right" and w.isascii() != korean]
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


def look_right(text: str, end: int, lexicon: Lexicon) -> Right:
    """Read the words right of a unit that ends at ``end``."""
    right = Right(end)
    following = text[end : end + 1]
    if not following:
        return right
    korean, latin = _right_pattern(lexicon)
    if following in " -/\n" or following.isascii():
        match = latin.match(text, end)
        for _ in range(2):
            if match is None:
                break
            phrase = match.group(1).lower()
            row = None
            for section in ("per", "bound", "hedge"):
                row = lexicon.sections[section].get(phrase)
                if row is not None:
                    break
            if row is None:
                break
            if section == "per":
                right.per = row["per"]
            else:
                right.words.append(match.group(1))
                right.approximate = right.approximate or section == "hedge"
                right.relation = row.get("relation", right.relation)
            right.edge = match.end()
            match = latin.match(text, right.edge)
    band = _BAND.match(text, right.edge)
    if band and (not band.group(2) or tail_ok(band.group(2), lexicon)):
        right.band = True
        right.words.append("대")
        right.edge = band.end(1)
    match = korean.match(text, right.edge)
    if match is not None and match.end() > right.edge:
        _read_korean(match, right, text, lexicon)
    return right


def _read_korean(match: re.Match[str], right: Right, text: str, lexicon: Lexicon) -> None:
    sections = lexicon.sections
    for name in ("hedge", "hedge2"):
        word = match.group(name)
        if word and _clean(text, match.end(name), lexicon):
            right.approximate = True
            right.words.append(word.strip())
            right.edge = match.end(name)
    word = match.group("bound")
    if word:
        if _clean(text, match.end("bound"), lexicon):
            right.relation = sections["bound"][word.strip()]["relation"]
            right.words.append(word.strip())
            right.edge = match.end("bound")
        return
    verb = match.group("verb")
    if verb:
        row = sections["bound_verb"][verb]
        ending = match.group("ending")
        relation = row.get("relation")
        if relation is None and not row.get("approximate"):
            return  # 넘보다: longer words that begin as a bound does
        rest = text[match.end("verb") : match.end("verb") + 10]
        negated = bool(re.match(r"[가-힣]{0,2}지[는도]? ?(?:않|못|아니|안)", rest)) or _negated_before(match, text)
        if negated:
            if "negated" not in row:
                return
            relation = row["negated"]
        right.relation = relation or right.relation
        right.approximate = right.approximate or bool(row.get("approximate"))
        right.words.append((verb + ending).strip())
        right.edge = match.end()


def _negated_before(match: re.Match[str], text: str) -> bool:
    return text[max(0, match.start("verb") - 2) : match.start("verb")].strip() in ("못", "안")


def _clean(text: str, pos: int, lexicon: Lexicon) -> bool:
    run = hangul_tail(text, pos)
    return not run or tail_ok(run, lexicon)
