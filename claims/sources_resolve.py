"""One name for a source across the document: 황 CEO, 그 -> 젠슨 황; WSJ for every form of it.

Names come from the lexicon (news organisations, institutions) or from their first full mention in the document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_names import names_of
from claims.entities import Entities, key, since
from claims.sources import OTHERS, OUTLET, PARENS, PRONOUNS, SELF, bare, known_of, title_of
from claims.sources_en import entity
from claims.sources_names_ko import korean_name, surnames_of, undescribed

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Alias, Report
    from claims.sources import Known

__all__ = ["resolve"]

_GLOSS: Final = re.compile(
    r"현지|한국|시간|시각|이하|\d+세|^\d[\d,.]*$|^[a-z][a-z -]+$|^[0-9A-Z]{6}$|[%$₩€]|\d+(?:만|억|조|원|달러)"
)
#: So many words are remembered, then all are forgotten; the answers depend on the word alone.
_REMEMBERED: Final = 20_000


def resolve(text: str, reports: list[Report], lexicon: Lexicon) -> list[Alias]:
    """Give every report with a source its canonical name and type; the entities in order of first mention.

    A pronoun takes the latest person (``it``: the latest organisation); without one it stays as printed.
    """
    known = known_of(lexicon)
    names = names_of(lexicon)
    seen = lexicon.cache.get("sources.spellings")
    if seen is None:
        seen = lexicon.cache["sources.spellings"] = {}
    assert isinstance(seen, dict)
    entities = Entities()
    settled: list[tuple[Report, Alias]] = []
    for report in _by_source(reports):
        if report.source is None:
            continue
        printed = text[report.source[0] : report.source[1]]
        if printed in PRONOUNS:
            _subject_before(text, report.source[0], entities)
            if PRONOUNS[printed] == "person":
                _present(text, report.source[0], entities, known, seen)
        if report.rule.startswith("attribution.en"):
            quoted = report.parent is not None and reports[report.parent].direct
            latest = dict(entities.latest) if quoted else None
            alias = entity(text, report, entities, names, known.names)
            if latest is not None:
                entities.latest = latest  # whom a quotation names, the author's next pronoun does not mean
        else:
            alias = _entity(printed, report, entities, known, seen)
        if alias is not None:
            report.canonical = alias.canonical
            if alias.type != report.type and report.type in _RENAMED:
                report.type = alias.type
            settled.append((report, alias))
    for report in reports:
        if report.source is None and report.inherited and report.canonical is not None:
            heir = entities.by_key.get(key(report.canonical))  # 이 총재 of a sentence that reports nothing
            if heir is not None:
                report.canonical, report.type = heir.canonical, heir.type
            elif report.type == "person" and not report.rule.startswith("attribution.en"):
                report.canonical = korean_name(report.canonical.split(), known) or report.canonical
    for report, alias in settled:  # "he" may have shown later that a name is a person's
        if alias.type == "person" and report.type == "organization":
            report.type = "person"
    return [alias for alias in entities.order if alias.type not in ("news_report", "unattributed")]


def _by_source(reports: list[Report]) -> list[Report]:
    """Reports in the order of their sources; most come in this order."""
    start = end = 0
    for report in reports:
        source = report.source
        if source is not None:
            if source[0] < start or (source[0] == start and source[1] < end):
                return sorted(reports, key=lambda report: report.source or (0, 0))
            start, end = source
    return reports


_RENAMED: Final = ("person", "organization", "institution", "news_org", "news_collective")


#: Who the sentence speaks of carries one of these.
_PARTICLES: Final = ("은", "는", "이", "가")


def _subject_before(text: str, position: int, entities: Entities) -> None:
    """The person that the sentences before a pronoun speak of becomes the latest one."""
    low = max(0, position - 400)
    best = low
    for alias in entities.order:
        if alias.type != "person":
            continue
        for name in alias.names:
            at = text.rfind(name, low, position)
            while at > best:
                if text[at + len(name) : at + len(name) + 1] in _PARTICLES:
                    best, entities.latest["person"] = at, alias
                    break
                at = text.rfind(name, low, at)


#: Where a sentence begins.
_BEGINS: Final = re.compile(r"(?:^|\n|[.!?”\"] )(?=[가-힣])")
_AGO: Final = 300
_WORDS: Final = 8


def _present(text: str, position: int, entities: Entities, known: Known, seen: dict[str, Spelling]) -> None:
    """김 대표는 공장을 찾았다. 그는 “…”고: who was named with a title since a person last spoke is the one that 그 means."""
    low = since(entities.latest.get("person"), text, max(0, position - _AGO), position)
    found = None
    for match in _BEGINS.finditer(text, low, position):
        words = text[match.end() : position].split(" ", _WORDS)[:_WORDS]
        for count, word in enumerate(words):
            stem = word[:-1]
            if word[-1:] not in _PARTICLES or not stem or title_of(PARENS.sub("", stem), known) is None:
                continue
            printed = " ".join([*words[:count], stem])
            spelling = _spelling(printed, known, seen)
            plain = spelling.plain.split()
            surname = len(plain) == 2 and plain[0] in known.surnames
            if not spelling.digits and (surname or korean_name(plain, known) is not None):
                found = (printed, spelling)
            break
    if found is not None:
        _person(*found, entities, known)


class Spelling:
    """What the printed form of a source says of itself, whatever the document.

    ``plain`` is without parentheses, 등 and 측; ``inner`` are the names in its parentheses; ``named`` is what the lexicon
    knows it as.
    """

    __slots__ = (
        "digits",
        "inner",
        "itself",
        "joint",
        "key",
        "named",
        "names",
        "outlet",
        "paper",
        "person",
        "plain",
        "this_one",
        "whole",
    )

    def __init__(self, printed: str, known: Known) -> None:
        self.plain = plain = bare(printed)
        self.key = key(plain)
        self.joint = _joint(plain, known)
        own = PARENS.findall(printed) if "(" in printed and not self.joint else ()
        self.inner = [part for part in own if not _GLOSS.search(part)]
        self.this_one = _THIS_ONE.match(plain) is not None
        self.paper = _PAPER_ITSELF.match(plain) is not None
        self.itself = SELF.match(plain) is not None
        self.outlet = _outlet_name(plain)
        self.named = None if self.joint else _named(plain, self.inner, known)
        self.whole = OTHERS.sub("", printed)
        inner = self.inner
        names = [plain, *inner] if not inner else [PARENS.sub("", printed).strip() + f"({inner[0]})", plain, *inner]
        self.names = [_unprefixed(name, known) for name in names] if self.named is not None else []
        last = plain.split()[-2:]  # 조직원 45명 is no name; 119대응국장 is an office
        self.digits = any(mark.isdigit() for mark in "".join(last)) and title_of(last[-1], known) is None
        self.person: tuple[str | None, str] | None = None  # the name and the title in it, once it is asked for


def _spelling(printed: str, known: Known, seen: dict[str, Spelling]) -> Spelling:
    """A printed form as it was seen before, in this document or another."""
    found = seen.get(printed)
    if found is None:
        if len(seen) >= _REMEMBERED:
            seen.clear()
        found = seen[printed] = Spelling(printed, known)
    return found


def _entity(printed: str, report: Report, entities: Entities, known: Known, seen: dict[str, Spelling]) -> Alias | None:
    spelling = _spelling(printed, known, seen)
    plain, inner, found = spelling.plain, spelling.inner, spelling.named
    if plain in PRONOUNS:
        latest = entities.latest.get(PRONOUNS[plain])
        return None if latest is not None and plain in _ONE and latest.canonical.endswith("들") else latest  # 유족들
    if spelling.this_one and report.type in entities.latest:
        return entities.latest[report.type]
    if spelling.paper and "news_org" in entities.latest:
        return entities.latest["news_org"]
    outlet = spelling.outlet
    if outlet is not None and found is None and report.type == "news_org":
        return entities.add(outlet, "news_org", [printed, outlet, *inner])
    if spelling.itself:
        kind = "news_org" if report.type == "news_org" else "organization"
        if kind in entities.latest:
            return entities.latest[kind]
    if found is not None and report.type != "person":
        report.type = found[0]
        country = plain.lstrip().partition(" ")[0]
        if found[0] == "institution" and country in known.foreign and "가" <= found[1][0] <= "힣":
            if country not in ("한국", "국내", "우리"):  # 일본 정부 is not 정부
                return entities.add(plain, found[0], [plain])
        return entities.add(found[1], found[0], spelling.names)
    if report.type == "person" and not spelling.digits:
        return _person(printed, spelling, entities, known)
    existing = entities.by_key.get(spelling.key)
    if existing is not None:
        if plain not in existing.names:
            existing.names.append(plain)
        entities.saw(existing)
        return existing
    whole = plain if printed.startswith(("<", "《")) else spelling.whole  # <한국갤럽>
    if report.type == "news_org":
        whole = _unprefixed(whole, known)
    if not inner or not whole.endswith(")"):
        return entities.add(whole, report.type, [whole])
    name = PARENS.sub("", whole).strip()  # 누리일보(NRI): both names, the long one stands for both
    return entities.add(name, report.type, list(dict.fromkeys((whole, name, *inner))))


#: The pronouns of one person.
_ONE: Final = ("그", "그녀")
_THIS_ONE: Final = re.compile(r"(?:이|해당|같은) (?:관계자|소식통|당국자|인사|전문가|연구원|단체|업체|기관|협회|노조)$")
_PAPER_ITSELF: Final = re.compile(r"(?:이 |같은 |해당 )?(?:신문|방송|통신|매체|언론)$")


def _outlet_name(plain: str) -> str | None:
    """미러 in 영국 매체 미러."""
    words = plain.split()
    for position in range(len(words) - 2, -1, -1):
        if OUTLET.search(words[position]):
            return bare(" ".join(words[position + 1 :]))  # 영국 매체 ‘풋볼 런던’
    return None


def _joint(plain: str, known: Known) -> bool:
    """블룸버그통신과 로이터통신: two names together are neither of the two."""
    first, _, rest = plain.partition(" ")
    if not rest or first[-1] not in "와과," or first[:-1] not in known.names:
        return False
    return _named(rest.partition(" 등")[0], [], known) is not None


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


def _holder(title: str, entities: Entities) -> Alias | None:
    """The one person of the text who was named with a title that stands alone now: 이재명 대통령 …, 대통령은; 서훈 국정원장."""
    found = None
    for alias in entities.persons:
        if alias is not found and any(name.endswith(" " + title) for name in alias.names):
            if found is not None:
                return None
            found = alias
    return found


def _person(printed: str, spelling: Spelling, entities: Entities, known: Known) -> Alias | None:
    plain, inner = spelling.plain, spelling.inner
    existing = entities.by_key.get(spelling.key)
    if existing is not None and existing.type == "person":
        entities.saw(existing)
        if plain not in existing.names:
            existing.names.append(plain)
        return existing
    words = plain.split()
    korean = any("가" <= mark <= "힣" for mark in plain)
    if spelling.person is None:
        spelling.person = (korean_name(words, known), words[-1]) if korean else (plain, "")
    name, title = spelling.person
    if name is None and plain == title and title_of(title, known) is not None:
        holder = _holder(title, entities)
        if holder is not None:
            entities.saw(holder)
            return holder
    if name is None:
        rest = undescribed(words, known) if korean else words
        if len(rest) == len(words):
            return entities.add(OTHERS.sub("", printed), "person", [printed])
        if len(rest) == 1 and (rest[0] in known.titles or rest[0] in known.nouns):
            return entities.add(OTHERS.sub("", printed), "person", [printed])  # 정 교수의 변호인
        return entities.add(" ".join(rest), "person", [printed, " ".join(rest)])
    alias = entities.by_key.get(key(name))
    if alias is not None and alias.type == "person":
        if plain not in alias.names:
            alias.names.append(plain)
        entities.saw(alias)
        return alias
    names = [printed, *([plain] if plain != printed else []), name]
    alias = entities.add(name, "person", names)
    short = [title, *inner, *(word for word in words[1:-1] if word in known.titles)] if title else []
    for surname in surnames_of(name, known):
        for form in short:
            entities.by_key.setdefault(key(f"{surname} {form}"), alias)
        if not korean or (surname != name and len(surname) > 1 and surname in name.split()[1:]):
            entities.by_key.setdefault(key(surname), alias)  # 트럼프
        if not korean:
            for honorific in ("Mr.", "Ms.", "Mrs.", "Dr.", "Mr", "Ms"):
                entities.by_key.setdefault(key(f"{honorific} {surname}"), alias)
    for form in short:
        entities.by_key.setdefault(key(f"{name} {form}"), alias)
    return alias
