"""Who a source is: its type, and its one name across the document (황 CEO, 그 -> 젠슨 황; WSJ for every form of it).

Names come from the lexicon (news organisations, institutions) or from their first full mention in the document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claims.records import Alias

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Report

__all__ = ["Known", "Source", "classify", "known_of", "resolve"]


class Source(NamedTuple):
    """What a noun phrase names: its type, the lexicon's name for it, and whether 등 says that there are others."""

    type: str
    canonical: str | None
    others: bool


_PARENS = re.compile(r"\(([^()]{1,60})\)")
_OTHERS = re.compile(r" ?등(?:이|은|도)?$| and others$| among others$")
_GLOSS = re.compile(
    r"현지|한국|시간|시각|이하|\d+세|^\d[\d,.]*$|^[a-z][a-z -]+$|^[0-9A-Z]{6}$|[%$₩€]|\d+(?:만|억|조|원|달러)"
)
_SIDE = re.compile(r" ?(?:측|쪽)$")
_PRONOUNS = {"그": "person", "그녀": "person", "그는": "person", "이들": "person", "그들": "person", "본인": "person"}
_EN_PRONOUNS = {
    "he": "person",
    "she": "person",
    "they": "organization",
    "it": "organization",
    "i": "person",
    "we": "organization",
}
_SELF = re.compile(
    r"^(?:이|같은|해당|동) ?(?:회사|매체|신문|통신|방송|신문은|업체|기업|기관)$|^[Tt]he (?:company|"
    r"firm|bank|newspaper|paper|agency|group|carmaker|chipmaker|"
    r"retailer|startup)$"
)
_PRESS_END = re.compile(r"(?:신문|일보|통신|방송|저널|타임스|타임즈|포스트|뉴스|매체|TV|미디어|경제|데일리)$")
#: Family names that most three-syllable Korean names begin with; others are as often a foreign company.
_FREQUENT = "김이박최정강조윤장임한오서신권황안송홍유"
_NAME = re.compile(r"[가-힣]{2,4}$")


class Known:
    """The tables, prepared once per lexicon: names without spaces, longest first for suffixes."""

    __slots__ = ("bodies", "ends", "foreign", "names", "nouns", "orgs", "surnames", "titles", "titles_en", "weak")

    def __init__(self, lexicon: Lexicon) -> None:
        sections = lexicon.sections
        self.names: dict[str, tuple[str, str]] = {}
        self.weak: set[str] = set()
        for section, kind in (("institution", "institution"), ("news_org", "news_org")):
            for canonical, row in sections[section].items():
                for surface in (canonical, *row.get("ko", ()), *row.get("en", ())):
                    self.names[surface.replace(" ", "")] = (kind, canonical)
                self.weak.update(row.get("weak", ()))
        self.nouns = {noun.replace(" ", ""): row["type"] for noun, row in sections["source_noun.ko"].items()}
        self.titles = {title.replace(" ", ""): row for title, row in sections["title.ko"].items()}
        self.titles_en = tuple(sections["title.en"])
        self.ends = tuple(sections["source_end.ko"])
        self.bodies = tuple(end for end, row in sections["source_end.ko"].items() if row.get("type") == "institution")
        self.surnames = frozenset(sections["surname"])
        self.orgs = frozenset(sections["company_word.en"])
        self.foreign = frozenset(sections["country.ko"])


def known_of(lexicon: Lexicon) -> Known:
    """The tables of a lexicon, built on first use."""
    known = lexicon.cache.get("sources.known")
    if known is None:
        known = lexicon.cache["sources.known"] = Known(lexicon)
    assert isinstance(known, Known)
    return known


def bare(phrase: str) -> str:
    """A noun phrase without parentheses, 등 and 측."""
    return _SIDE.sub("", _OTHERS.sub("", _PARENS.sub("", phrase)).strip()).strip(" ‘’“”'\"")


def title_of(word: str, known: Known) -> str | None:
    """The title that a word is or ends with after a surname or a name: 대표, 김대표, 최고경영자."""
    if word in known.titles:
        return word
    for length in range(min(len(word) - 1, 8), 1, -1):
        if word[-length:] in known.titles and (len(word) - length <= 3 or length > 2):
            return word[-length:]
    return "씨" if word.endswith("씨") else None


def classify(phrase: str, known: Known) -> Source | None:
    """What a Korean noun phrase names, or None when nothing in it says that it can speak."""
    others = _OTHERS.search(_PARENS.sub("", phrase)) is not None
    plain = bare(phrase)
    if not plain:
        return None
    if plain in _PRONOUNS:
        return Source("person", None, others)
    words = plain.split()
    if _SELF.match(" ".join(words[-2:])):
        return Source("news_org" if re.search("매체|신문|통신|방송", plain) else "organization", None, others)
    last = words[-1]
    for begin in range(len(words)):
        joined = "".join(words[begin:])
        found = known.names.get(joined)
        if found is not None and joined not in known.weak:
            return Source(found[0], found[1], others)
    if last in ("일부", "일각") and len(words) > 1:
        inner = classify(" ".join(words[:-1]), known)
        if inner is not None:
            return inner._replace(others=others)
    for begin in range(max(0, len(words) - 2), len(words)):
        joined = "".join(words[begin:])
        kind = known.nouns.get(joined) or (known.nouns.get(joined[:-1]) if joined.endswith("들") else None)
        if kind is not None:
            return Source(kind, None, others)
    title = title_of(last, known)
    if title is not None and (len(words) > 1 or last != title or len(title) > 3):
        row = known.titles.get(title, {})
        return Source("person", None, others) if row.get("speaker", True) else None
    for length in range(min(len(last) - 1, 6), 1, -1):
        kind = known.nouns.get(last[-length:])
        if kind is not None and len(last) - length >= 2 and kind != "news_report":
            return Source(kind, None, others)
    if _PRESS_END.search(last) and len(last) > 3:
        return Source("news_org", None, others)
    if last.endswith(known.ends) and len(last) > 2:
        return Source("institution" if last.endswith(known.bodies) else "organization", None, others)
    if _SIDE.search(_PARENS.sub("", phrase)):
        return Source("organization", None, others)
    if last[:1].isascii() and last[:1].isupper():
        return Source("organization", None, others)
    if len(words) == 1 and len(last) == 3 and _NAME.fullmatch(last) and last[0] in _FREQUENT:
        return Source("person", None, others)
    return None


# ---------------------------------------------------------------- one name across the document


class _Entities:
    def __init__(self, known: Known) -> None:
        self.known = known
        self.by_key: dict[str, Alias] = {}
        self.order: list[Alias] = []
        self.latest: dict[str, Alias] = {}

    def add(self, canonical: str, kind: str, names: list[str]) -> Alias:
        key = _key(canonical)
        alias = self.by_key.get(key)
        if alias is None:
            alias = Alias(canonical, kind, [])
            self.order.append(alias)
            self.by_key[key] = alias
        for name in names:
            if name and name not in alias.names:
                alias.names.append(name)
            if name:
                self.by_key.setdefault(_key(name), alias)
        self.latest[alias.type] = alias
        if alias.type != "person":
            self.latest["organization" if alias.type == "institution" else alias.type] = alias
        return alias


def _key(name: str) -> str:
    return name.replace(" ", "").casefold()


def resolve(text: str, reports: list[Report], lexicon: Lexicon) -> list[Alias]:
    """Give every report with a source its canonical name and type; the entities in order of first mention.

    A pronoun takes the latest person (``it``: the latest organisation); without one it stays as printed.
    """
    known = known_of(lexicon)
    entities = _Entities(known)
    for report in sorted((r for r in reports if r.source is not None), key=lambda r: r.source or (0, 0)):
        assert report.source is not None
        printed = text[report.source[0] : report.source[1]]
        alias = _entity(printed, report, entities)
        if alias is not None:
            report.canonical = alias.canonical
            if alias.type != report.type and report.type in ("person", "organization", "institution", "news_org"):
                report.type = alias.type
    return [alias for alias in entities.order if alias.type not in ("news_report", "unattributed")]


def _entity(printed: str, report: Report, entities: _Entities) -> Alias | None:
    plain = bare(printed)
    lowered = plain.lower()
    if plain in _PRONOUNS or lowered in _EN_PRONOUNS:
        kind = _PRONOUNS.get(plain) or _EN_PRONOUNS[lowered]
        return entities.latest.get(kind)
    if _SELF.match(plain):
        kind = "news_org" if report.type == "news_org" else "organization"
        if kind in entities.latest:
            return entities.latest[kind]
    inner = [part for part in _PARENS.findall(printed) if not _GLOSS.search(part)]
    found = _named(plain, inner, entities.known)
    if found is not None:
        report.type = found[0]
        names = [plain, *inner] if not inner else [_PARENS.sub("", printed).strip() + f"({inner[0]})", plain, *inner]
        return entities.add(found[1], found[0], [_unprefixed(name, entities.known) for name in names])
    if report.type == "person":
        return _person(printed, plain, inner, entities)
    existing = entities.by_key.get(_key(plain))
    if existing is not None:
        if plain not in existing.names:
            existing.names.append(plain)
        entities.latest[existing.type] = existing
        return existing
    names = [printed, plain, *inner] if inner else [printed]
    return entities.add(_OTHERS.sub("", printed), report.type, list(dict.fromkeys(names)))


def _named(plain: str, inner: list[str], known: Known) -> tuple[str, str] | None:
    words = plain.split()
    for begin in range(len(words)):
        found = known.names.get("".join(words[begin:]))
        if found is not None:
            return found
    for part in inner:
        found = known.names.get(part.replace(" ", ""))
        if found is not None:
            return found
    return None


def _unprefixed(name: str, known: Known) -> str:
    """미국 월스트리트저널 -> 월스트리트저널: the country is no part of the name."""
    first, _, rest = name.partition(" ")
    return rest if rest and first in known.foreign else name


def _person(printed: str, plain: str, inner: list[str], entities: _Entities) -> Alias | None:
    known = entities.known
    existing = entities.by_key.get(_key(plain))
    if existing is not None and existing.type == "person":
        entities.latest["person"] = existing
        if plain not in existing.names:
            existing.names.append(plain)
        return existing
    words = plain.split()
    korean = any("가" <= mark <= "힣" for mark in plain)
    name, title = (_korean_name(words, known), words[-1]) if korean else (_english_name(plain, known), "")
    if name is None:
        return entities.add(_OTHERS.sub("", printed), "person", [printed])
    alias = entities.by_key.get(_key(name))
    if alias is not None and alias.type == "person":
        if plain not in alias.names:
            alias.names.append(plain)
        entities.latest["person"] = alias
        return alias
    names = [printed, *([plain] if plain != printed else []), name]
    alias = entities.add(name, "person", names)
    short = [title, *inner] if title else []
    for surname in _surnames(name, known):
        for form in short:
            entities.by_key.setdefault(_key(f"{surname} {form}"), alias)
        if not korean:
            entities.by_key.setdefault(_key(surname), alias)
            for honorific in ("Mr.", "Ms.", "Mrs.", "Dr.", "Mr", "Ms"):
                entities.by_key.setdefault(_key(f"{honorific} {surname}"), alias)
    for form in short:
        entities.by_key.setdefault(_key(f"{name} {form}"), alias)
    return alias


def _korean_name(words: list[str], known: Known) -> str | None:
    """The name in 젠슨 황 엔비디아 최고경영자, 이창용 한국은행 총재, 한국은행 이창용 총재; None for 김 대표."""
    title = title_of(words[-1], known)
    if title is None:
        return words[0] if len(words) == 1 and len(words[0]) > 1 else None
    front = list(words[:-1])
    if words[-1] != title and len(words[-1]) - len(title) >= 2:
        front.append(words[-1][: -len(title)])
    while front and front[0] in known.foreign:
        front = front[1:]
    while front and (front[-1] in ("전", "현", "신임", "수석", "공동") or front[-1] in known.foreign):
        front = front[:-1]
    if not front:
        return None
    for word in (front[-1], front[0]):
        if 2 < len(word) <= 4 and _NAME.fullmatch(word) and word[0] in known.surnames and word not in known.names:
            return word
    if len(front) == 1:
        organised = front[0] in known.names or front[0].endswith(known.ends) or front[0][:1].isascii()
        return None if organised or len(front[0]) < 2 else front[0]
    if front[1].endswith(known.ends) or "".join(front[1:]) in known.names or front[0].endswith(known.ends):
        return None if front[0].endswith(known.ends) else front[0]
    return " ".join(front[:2]) if len(front) >= 2 and len(front[1]) > 0 else None


_EN_NAME = re.compile(r"(?:Mr|Ms|Mrs|Dr|Sir|Lord|President|Prime Minister|Senator|Minister|Governor|Judge|General)\.? ")
_EN_PERSON = re.compile(r"[A-Z][\w’'.-]+(?: (?:[A-Z]\.|van|von|de|da|al|bin|Al|[A-Z][\w’'-]+)){1,3}")


def _english_name(plain: str, known: Known) -> str | None:
    """John Smith in "John Smith, chief executive of Acme", "chief executive John Smith"; None for "Mr. Smith"."""
    before, _, _ = plain.partition(",")
    match = _EN_PERSON.search(_EN_NAME.sub("", before))
    return match.group() if match else None


def _surnames(name: str, known: Known) -> list[str]:
    words = name.split()
    if len(words) > 1:
        return [words[-1]]
    if name.isascii():
        return [name]
    return [name, name[0]] if len(name) == 3 and name[0] in known.surnames else [name]
