"""Who a source is: its type, and its one name across the document (황 CEO, 그 -> 젠슨 황; WSJ for every form of it).

Names come from the lexicon (news organisations, institutions) or from their first full mention in the document.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claims.attribution_en_names import names_of
from claims.entities import Entities, key
from claims.sources_en import entity

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Alias, Report

__all__ = ["FREQUENT_SURNAMES", "Known", "Source", "classify", "known_of", "resolve"]


class Source:
    """What a noun phrase names: its type, the lexicon's name for it, and whether 등 says that there are others."""

    __slots__ = ("canonical", "others", "type")

    def __init__(self, type: str, canonical: str | None, others: bool) -> None:
        self.type = type
        self.canonical = canonical
        self.others = others

    def of_type(self, type: str) -> Source:
        """The same source as another type."""
        return Source(type, self.canonical, self.others)


_PARENS: Final = re.compile(r"\(([^()]{1,60})\)")
_OTHERS: Final = re.compile(r" ?등(?:이|은|도)?$| and others$| among others$")
_GLOSS: Final = re.compile(
    r"현지|한국|시간|시각|이하|\d+세|^\d[\d,.]*$|^[a-z][a-z -]+$|^[0-9A-Z]{6}$|[%$₩€]|\d+(?:만|억|조|원|달러)"
)
_SIDE: Final = re.compile(r" ?(?:측|쪽)$")
_PRONOUNS: Final = {
    "그": "person",
    "그녀": "person",
    "그는": "person",
    "이들": "person",
    "그들": "person",
    "본인": "person",
}
_SELF: Final = re.compile(
    r"^(?:이|같은|해당|동) ?(?:회사|매체|신문|통신|방송|신문은|업체|기업|기관)$|^[Tt]he (?:company|"
    r"firm|bank|newspaper|paper|agency|group|carmaker|chipmaker|"
    r"retailer|startup)$"
)
_PRESS_END: Final = re.compile(
    r"(?:신문|일보|통신|방송|저널|타임스|타임즈|포스트|뉴스|매체|TV|미디어|경제|데일리|닷컴|투데이|[가-힣]{2}넷|트리뷴|헤럴드)$"
)
#: 영국 매체 미러, 스페인 일간지 마르카: what follows is the name of an outlet.
_OUTLET: Final = re.compile(
    r"(?:매체|언론|일간지|일간|주간지|월간지|경제지|잡지|타블로이드|전문지|뉴스사이트|통신사|방송사|신문사)$"
)
_ASIDE: Final = re.compile(r"^(?:[A-Z가-힣]모?|[가-힣]{2,4})?(?:씨|군|양|모씨|모군|모양)$")
_LETTER: Final = re.compile(r"^[A-Z](?:\([^)]*\))? ?(?:씨|군|양)$")
_MODIFIER: Final = frozenset(
    ("전", "현", "前", "現", "신임", "수석", "공동", "상임", "당시", "고", "故", "총괄", "선임", "소속", "출신")
)
_TWO_SYLLABLE: Final = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문")
#: Family names that most three-syllable Korean names begin with; others are as often a foreign company.
FREQUENT_SURNAMES: Final = "김이박최정강조윤장임한오서신권황안송홍유손배백허심노곽류엄채변염문고양전남"
#: Titles that stand for their one holder.
_ALONE: Final = frozenset(
    ("대통령", "부통령", "총리", "부총리", "주석", "교황", "국왕", "총재", "위원장", "사령관", "대변인", "주지사")
)
#: Particles of what a verb in front of a name takes: 취재진과 만난, 회사에서 쫓겨난, 팀으로 옮긴.
_CASES: Final = "과와을를에서로께"
#: How nouns of people end: 직원, 참가자, 주민, 학생, 상인, 노조원들.
_PEOPLE: Final = "원자민생인들"
_NO_NAME: Final = "대사당군부처청원회국차련장계측단점사"
#: Syllables of brands and foreign names: 노바셀 is no Korean name, 노수진 is.
_FOREIGN: Final = frozenset(
    "바셀텍토트크스프드버터닉랩너러레르브즈츠카코쿠키타텔톡톰퍼페피핑케쿄그느디따랍룬메몬뮤므믹베벨뷔븐블빅빌셔셰쇼슈싱쏘쓰에엔엘웨윈쥬츄"
    "칸캄캐커컨켄콘쿤큐클킨테텐톤튀튜티팀퓨플핀헤헬넷닷폰론콤컴팩랜런맥푸니"
)
_NAME: Final = re.compile(r"[가-힣]{2,4}$")


#: So many words are remembered, then all are forgotten; the answers depend on the word alone.
_REMEMBERED: Final = 20_000


class Known:
    """The tables, prepared once per lexicon: names without spaces, longest first for suffixes."""

    __slots__ = (
        "bodies",
        "ends",
        "foreign",
        "names",
        "nouns",
        "orgs",
        "seen",
        "spellings",
        "states",
        "surnames",
        "titles",
        "titles_en",
        "weak",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        sections = lexicon.sections
        self.seen: dict[str, Source | None] = {}  # classify() of phrases met before
        self.spellings: dict[str, Spelling] = {}  # and of the sources named
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
        self.states = frozenset(name for name, row in sections["country.ko"].items() if row.get("state"))


def known_of(lexicon: Lexicon) -> Known:
    """The tables of a lexicon, built on first use."""
    known = lexicon.cache.get("sources.known")
    if known is None:
        known = lexicon.cache["sources.known"] = Known(lexicon)
    assert isinstance(known, Known)
    return known


@lru_cache(maxsize=4096)
def bare(phrase: str) -> str:
    """A noun phrase without parentheses, 등 and 측."""
    return _SIDE.sub("", _OTHERS.sub("", _PARENS.sub("", phrase)).strip()).strip(" ‘’“”'\"")


def title_of(word: str, known: Known) -> str | None:
    """The title that a word is or ends with after a surname or a name: 대표, 김대표, 최고경영자."""
    if word in known.titles:
        return word
    for length in range(min(len(word) - 1, 8), 1, -1):
        if word[-length:] in known.titles and (len(word) - length <= (6 if word[-1] in "장관" else 3) or length > 2):
            return word[-length:]
    return "씨" if word.endswith("씨") else None


def classify(phrase: str, known: Known) -> Source | None:
    """What a Korean noun phrase names, or None when nothing in it says that it can speak."""
    seen = known.seen
    if phrase in seen:
        return seen[phrase]
    if len(seen) > 4000:
        seen.clear()
    found = _classify(phrase, known)
    if found is not None and found.type == "person" and _SIDE.search(_PARENS.sub("", phrase)):
        found = found.of_type("organization")  # 조 전 회장 측
    seen[phrase] = found
    return found


def _classify(phrase: str, known: Known) -> Source | None:
    others = _OTHERS.search(_PARENS.sub("", phrase)) is not None
    plain = bare(phrase)
    if not plain:
        return None
    if plain in _PRONOUNS:
        return Source("person", None, others)
    cut = max(plain.rfind("‘"), plain.rfind("'"), plain.rfind('"'))
    if cut > 1 and plain[cut - 1] == " " and " " not in plain[cut:]:
        named = classify(plain[:cut].rstrip(), known)  # 시민단체 ‘물바람’: what the name names
        if named is None or named.type in ("document", "news_report"):
            return None
        named_kind = "news_org" if named.type == "news_collective" else named.type
        return Source(named_kind, None, others)
    words = plain.split()
    if _SELF.match(" ".join(words[-2:])):
        return Source("news_org" if re.search("매체|신문|통신|방송", plain) else "organization", None, others)
    last = words[-1]
    if _LETTER.match(plain) or (
        len(words) > 1 and last[-1] in "씨군양" and last not in known.nouns and _ASIDE.match(last)
    ):
        return Source("person", None, others)
    for begin in range(len(words)):
        joined = "".join(words[begin:])
        found = known.names.get(joined)
        if found is not None and joined not in known.weak:
            return Source(found[0], found[1], others)
    if len(words) == 1 and last in known.states:
        return Source("institution", None, others)  # 일본은 …라고 주장했다
    if last in ("일부", "일각") and len(words) > 1:
        inner = classify(" ".join(words[:-1]), known)
        if inner is not None:
            return Source(inner.type, inner.canonical, others)
        if words[-2][-1] not in _PEOPLE:
            return None  # 비행기록장치 일부
    if last == "시장" and len(words) > 1 and (words[-2] in known.surnames or _is_korean(words[-2], known)):
        return Source("person", None, others)  # 오 시장: a mayor
    if last.endswith("소장") and (len(last) > 3 or (len(words) > 1 and _may_be_name(words[-2], known))):
        return Source("person", None, others)  # 김 소장, 경제연구소장; 소장 alone is a complaint
    for begin in range(max(0, len(words) - 2), len(words)):
        joined = "".join(words[begin:])
        kind = known.nouns.get(joined) or (known.nouns.get(joined[:-1]) if joined.endswith("들") else None)
        if kind is not None:
            return Source(kind, None, others)
    title = title_of(last, known)
    if title is not None and len(last) - len(title) > 3 and last.endswith(known.ends):
        title = None  # 한국지질자원연구원
    if title is not None and (len(words) > 1 or last != title or len(title) > 3 or title in _ALONE):
        row = known.titles.get(title, {})
        return Source("person", None, others) if row.get("speaker", True) else None
    for length in range(min(len(last) - 1, 6), 1, -1):
        kind = known.nouns.get(last[-length:])
        if kind is not None and len(last) - length >= 2 and kind != "news_report":
            return Source(kind, None, others)
    if (_PRESS_END.search(last) and len(last) > (2 if last[-1] == "넷" else 3)) or plain in ("신문", "방송", "통신"):
        return Source("news_org", None, others)
    for begin in range(max(0, len(words) - 4), len(words) - 1):
        if _OUTLET.search(words[begin]) and words[begin + 1 :] and _name_like(words[begin + 1 :]):
            return Source("news_org", None, others)
        if words[begin] in known.titles and 1 <= len(words) - begin - 1 <= 2 and _name_like(words[begin + 1 :]):
            return Source("person", None, others)
    if last[-1] == "들" and len(last) > 3 and last[:-1].endswith(known.ends):
        return Source("institution" if last[:-1].endswith(known.bodies) else "organization", None, others)
    if last.endswith(known.ends) and len(last) > 2:
        return Source("institution" if last.endswith(known.bodies) else "organization", None, others)
    if _SIDE.search(_PARENS.sub("", phrase)):
        return Source("organization", None, others)
    if last[:1].isascii() and last[:1].isupper():
        return Source("organization", None, others)
    if (
        len(words) == 1
        and len(last) == 3
        and _NAME.fullmatch(last)
        and last[0] in FREQUENT_SURNAMES
        and last[-1] not in _NO_NAME
    ):
        return Source("person", None, others)
    return None


def _may_be_name(word: str, known: Known) -> bool:
    return word in known.surnames or _is_korean(word, known) or word in ("전", "현", "신임")


def _name_like(words: list[str]) -> bool:
    """Whether words may be a name after 매체 or a title: Hangul or capitals, no particles."""
    return all(
        (len(word) > 1 or (word in FREQUENT_SURNAMES and word is not words[0]))
        and (word[0].isupper() or "가" <= word[0] <= "힣")
        and word[-1] not in "을를의에"
        for word in words
    )


# ---------------------------------------------------------------- one name across the document


def resolve(text: str, reports: list[Report], lexicon: Lexicon) -> list[Alias]:
    """Give every report with a source its canonical name and type; the entities in order of first mention.

    A pronoun takes the latest person (``it``: the latest organisation); without one it stays as printed.
    """
    known = known_of(lexicon)
    names = names_of(lexicon)
    entities = Entities()
    settled: list[tuple[Report, Alias]] = []
    for report in _by_source(reports):
        if report.source is None:
            continue
        printed = text[report.source[0] : report.source[1]]
        if printed in _PRONOUNS:
            _subject_before(text, report.source[0], entities)
        if report.rule.startswith("attribution.en"):
            alias = entity(text, report, entities, names, known.names)
        else:
            alias = _entity(printed, report, entities, known)
        if alias is not None:
            report.canonical = alias.canonical
            if alias.type != report.type and report.type in _RENAMED:
                report.type = alias.type
            settled.append((report, alias))
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
                if text[at + len(name) : at + len(name) + 1] in ("은", "는", "이", "가"):
                    best, entities.latest["person"] = at, alias
                    break
                at = text.rfind(name, low, at)


class Spelling:
    """What the printed form of a source says of itself, whatever the document.

    ``plain`` is without parentheses, 등 and 측; ``inner`` are the names in its parentheses; ``named`` is what the lexicon
    knows it as.
    """

    __slots__ = (
        "digits",
        "inner",
        "itself",
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
        self.inner = [part for part in _PARENS.findall(printed) if not _GLOSS.search(part)] if "(" in printed else []
        self.this_one = _THIS_ONE.match(plain) is not None
        self.paper = _PAPER_ITSELF.match(plain) is not None
        self.itself = _SELF.match(plain) is not None
        self.outlet = _outlet_name(plain)
        self.named = _named(plain, self.inner, known)
        self.whole = _OTHERS.sub("", printed)
        inner = self.inner
        names = [plain, *inner] if not inner else [_PARENS.sub("", printed).strip() + f"({inner[0]})", plain, *inner]
        self.names = [_unprefixed(name, known) for name in names] if self.named is not None else []
        self.digits = any(mark.isdigit() for mark in plain)
        self.person: tuple[str | None, str] | None = None  # the name and the title in it, once it is asked for


def _spelling(printed: str, known: Known) -> Spelling:
    """A printed form as it was seen before, in this document or another."""
    found = known.spellings.get(printed)
    if found is None:
        if len(known.spellings) >= _REMEMBERED:
            known.spellings.clear()
        found = known.spellings[printed] = Spelling(printed, known)
    return found


def _entity(printed: str, report: Report, entities: Entities, known: Known) -> Alias | None:
    spelling = _spelling(printed, known)
    plain, inner, found = spelling.plain, spelling.inner, spelling.named
    if plain in _PRONOUNS:
        return entities.latest.get(_PRONOUNS[plain])
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
        country = plain.split()[0]
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
    whole = spelling.whole
    if report.type == "news_org":
        whole = _unprefixed(whole, known)
    if not inner or not whole.endswith(")"):
        return entities.add(whole, report.type, [whole])
    name = _PARENS.sub("", whole).strip()  # 누리일보(NRI): both names, the long one stands for both
    return entities.add(name, report.type, list(dict.fromkeys((whole, name, *inner))))


_THIS_ONE: Final = re.compile(r"(?:이|해당|같은) (?:관계자|소식통|당국자|인사|전문가|연구원|단체|업체|기관|협회|노조)$")
_PAPER_ITSELF: Final = re.compile(r"(?:이 |같은 |해당 )?(?:신문|방송|통신|매체|언론)$")


def _outlet_name(plain: str) -> str | None:
    """미러 in 영국 매체 미러."""
    words = plain.split()
    for position in range(len(words) - 2, -1, -1):
        if _OUTLET.search(words[position]):
            return " ".join(words[position + 1 :])
    return None


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
        spelling.person = (_korean_name(words, known), words[-1]) if korean else (plain, "")
    name, title = spelling.person
    if name is None:
        rest = _undescribed(words, known) if korean else words
        if len(rest) == len(words):
            return entities.add(_OTHERS.sub("", printed), "person", [printed])
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
    for surname in _surnames(name, known):
        for form in short:
            entities.by_key.setdefault(key(f"{surname} {form}"), alias)
        if not korean:
            entities.by_key.setdefault(key(surname), alias)
            for honorific in ("Mr.", "Ms.", "Mrs.", "Dr.", "Mr", "Ms"):
                entities.by_key.setdefault(key(f"{honorific} {surname}"), alias)
    for form in short:
        entities.by_key.setdefault(key(f"{name} {form}"), alias)
    return alias


def _korean_name(words: list[str], known: Known) -> str | None:
    """The name in 젠슨 황 엔비디아 최고경영자, 이창용 한국은행 총재, 한국은행 이창용 총재, 배우 한지우; None for 김 대표."""
    words = _undescribed(words, known)
    title = title_of(words[-1], known)
    if title is None:
        for position in range(len(words) - 2, -1, -1):
            if words[position] in known.titles:
                return " ".join(words[position + 1 :])
        if len(words[-1]) < 2 or _unnamed(words[-1], known):
            return None
        two = (
            len(words) == 2
            and not _is_korean(words[-1], known)
            and not _is_body(words[0], known)
            and words[0][-1] != "자"
        )
        return " ".join(words) if two else words[-1]
    front = list(words[:-1])
    rest = words[-1][: -len(title)] if words[-1] != title else ""
    if title == "씨" and len(rest) == 1 and rest.isascii():
        return words[-1]  # 작성자 A씨
    if title == "씨" or len(rest) == 3:
        front += [rest] if len(rest) > 1 else []
        rest = ""
    if len(front) > 2 and front[0] in ("이", "그", "해당", "같은"):
        front = front[2:]  # 이 회사 박정우 대표
    if any(word in ("한", "두", "모", "이", "그", "어느") for word in front[:-1]) or front[:1] in (["한"], ["두"]):
        return None  # 한 국립대 총장
    while front and front[0] in known.foreign:
        front = front[1:]
    while front and (front[-1] in _MODIFIER or front[-1] in known.foreign):
        front = front[:-1]
    if not front:
        return rest if len(rest) > 1 and not _is_body(rest, known) else None
    masked = len(front[-1]) == 2 and front[-1][1] == "모" and front[-1][0] in known.surnames  # 정모 교수
    if (masked or _is_korean(front[-1], known)) and not rest:
        return front[-1]
    if title == "씨":
        return front[-1] if len(front[-1]) > 1 and front[-1] not in known.titles else None
    foreign = len(front) > 1 and not _is_body(front[1], known) and front[0][0] not in FREQUENT_SURNAMES
    if _is_korean(front[0], known) and not foreign:
        return front[0]
    if rest and _is_korean(front[-1], known):
        return front[-1]
    stripped = list(front)
    while stripped and (_is_body(stripped[-1], known) or stripped[-1] in known.foreign):
        stripped.pop()
    if len(stripped) < len(front):
        return " ".join(stripped[:2]) if stripped else None
    while stripped and _is_body(stripped[0], known):
        stripped = stripped[1:]
    if len(stripped) == 1:
        word = stripped[0]
        return word if len(word) > 1 and word not in known.titles and not word[0].isdigit() else None
    return " ".join(stripped[:2]) or None


def _undescribed(words: list[str], known: Known) -> list[str]:
    """김 대표 in 취재진과 만난 김 대표: what a genitive or a verb ties to a name is no part of it."""
    for position in range(len(words) - 1, 0, -1):
        word = words[position - 1]
        if (
            (word[-1] == "의" and len(word) > 1 and not _ends_in_ui(word, known))
            or word[-1] in "을를는"
            or (word[-1] in "한된던" and len(word) > 2 and not _is_korean(word, known))
            or (word[-1] == "인" and _is_role(word[:-1], known))
            or (position > 1 and _describes(word, words[position - 2]))
        ):
            return words[position:]
    return words


def _is_role(word: str, known: Known) -> bool:
    """최고경영자 in 최고경영자인 데이나 콜; 캐럴라인 is a name."""
    return bool(word) and (title_of(word, known) is not None or word in known.nouns or _is_body(word, known))


def _describes(word: str, before: str) -> bool:
    """취재진과 만난, 회사를 이끈: a verb in ㄴ after its object or place; 젠슨 is a name."""
    code = ord(word[-1]) - 0xAC00
    return 0 <= code < 11172 and code % 28 == 4 and len(before) > 1 and before[-1] in _CASES


def _unnamed(word: str, known: Known) -> bool:
    """이 네티즌, 한 시민: a noun, no name."""
    return word in known.nouns or (word[-1] == "들" and word[:-1] in known.nouns)


def _ends_in_ui(word: str, known: Known) -> bool:
    """손정의, 정선의: a name, no genitive."""
    head = word[:-1]
    if len(word) != 3 or word[0] not in known.surnames or not _NAME.fullmatch(word):
        return False
    return (
        head not in known.foreign and head not in known.names and head not in known.nouns and head not in known.titles
    )


def _is_korean(word: str, known: Known) -> bool:
    """Whether a word is a Korean name: three syllables with a family name first, and no office (국방부, 조달청)."""
    if not _NAME.fullmatch(word) or word in known.names or len(word) == 2:
        return False
    if len(word) == 4:
        return word.startswith(_TWO_SYLLABLE)
    return word[0] in known.surnames and word[-1] not in "부처청" and _FOREIGN.isdisjoint(word)


def _is_body(word: str, known: Known) -> bool:
    if word in known.names or word in known.titles or _OUTLET.search(word):
        return True
    return len(word) > 2 and (word.endswith(known.ends) or word[-1] == "대")


def _surnames(name: str, known: Known) -> list[str]:
    words = name.split()
    if len(words) > 1:
        return [words[-1]]
    if name.isascii():
        return [name]
    return [name, name[0]] if len(name) == 3 and name[0] in known.surnames else [name]
