"""What a Korean noun phrase names when it speaks: its type, and the lexicon's name for it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claims.kept import Kept

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = [
    "FREQUENT_SURNAMES",
    "NAME",
    "OTHERS",
    "OUTLET",
    "PARENS",
    "PARTS",
    "PRONOUNS",
    "SELF",
    "Known",
    "Source",
    "bare",
    "classify",
    "is_body",
    "is_korean",
    "is_one_of_many",
    "known_of",
    "names_outlet",
    "title_of",
]  # fmt: skip


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


#: What stands in parentheses, and how a phrase tells of others: 통신 등.
PARENS: Final = re.compile(r"\(([^()]{1,60})\)")
OTHERS: Final = re.compile(r" ?등(?:이|은|도)?$| and others$| among others$")
_SIDE: Final = re.compile(r" ?(?:측|쪽)$")
#: The pronouns that can be a source, and of which type it then is.
PRONOUNS: Final = {
    "그": "person",
    "그녀": "person",
    "그는": "person",
    "이들": "person",
    "그들": "person",
    "본인": "person",
}
#: The house that was named before: 이 회사, the company.
SELF: Final = re.compile(
    r"^(?:이|같은|해당|동) ?(?:회사|매체|신문|통신|방송|신문은|업체|기업|기관)$|^[Tt]he (?:company|"
    r"firm|bank|newspaper|paper|agency|group|carmaker|chipmaker|"
    r"retailer|startup)$"
)
_PRESS_END: Final = re.compile(
    r"(?:신문|일보|통신|방송|저널|타임스|타임즈|포스트|뉴스|매체|TV|미디어|경제|데일리|닷컴|투데이|[가-힣]{2}넷|트리뷴|헤럴드)$"
)
#: 영국 매체 미러, 스페인 일간지 마르카: what follows is the name of an outlet.
OUTLET: Final = re.compile(
    r"(?:매체|언론|일간지|일간|주간지|월간지|유력지|경제지|잡지|타블로이드|전문지|뉴스사이트|통신사|방송사|신문사)$"
)
#: 주민 일부: a part of something speaks only where the whole could.
PARTS: Final = ("일부", "일각", "대다수", "상당수")
_PRESS_ALONE: Final = ("신문", "방송", "통신")
_ASIDE: Final = re.compile(r"^(?:[A-Z가-힣]모?|[가-힣]{2,4})?(?:씨|군|양|모씨|모군|모양)$")
_LETTER: Final = re.compile(r"^(?:[가-힣]+ )?[A-Z](?:\([^)]*\))? ?(?:씨|군|양|모|모씨)$")
_TWO_SYLLABLE: Final[tuple[str, ...]] = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문")
#: Family names that most three-syllable Korean names begin with; others are as often a foreign company.
FREQUENT_SURNAMES: Final = "김이박최정강조윤장임한오서신권황안송홍유손배백허심노곽류엄채변염문고양전남"
#: Before who is one of many: 한 승객, 또 다른 교수.
_ONE: Final[tuple[str, ...]] = ("한", "다른", "또다른", "어느", "어떤")
#: A clause before a noun ends so: 회사에 다니는, 공장을 지은.
_CLAUSE_ENDS: Final = "는은한된던을를"
#: How nouns of people end: 직원, 참가자, 주민, 학생, 상인, 노조원들.
_PEOPLE: Final = "원자민생인들"
_NO_NAME: Final = "협노대사당군부처청원회국차련장계측단점사법료책론품력률액량값집"
#: 최정원, 김지원; no 임직원, 조합원.
GIVEN_WON: Final = re.compile(f"[{FREQUENT_SURNAMES}][정지승주태재동혜시경희예채준창영용종효]원$")
#: Syllables of brands and foreign names: 노바셀 is no Korean name, 노수진 is.
_FOREIGN: Final = frozenset(
    "바셀텍토트크스프드버터닉랩너러레르브즈츠카코쿠키타텔톡톰퍼페피핑케쿄그느디따랍룬메몬뮤므믹베벨뷔븐블빅빌셔셰쇼슈싱쏘쓰에엔엘웨윈쥬츄"
    "칸캄캐커컨켄콘쿤큐클킨테텐톤튀튜티팀퓨플핀헤헬넷닷폰론콤컴팩랜런맥푸니"
)
#: The shape of a Korean name.
NAME: Final = re.compile(r"[가-힣]{2,4}$")


class Known:
    """The tables, prepared once per lexicon: names without spaces, longest first for suffixes."""

    __slots__ = (
        "alone",
        "anonymity",
        "bodies",
        "ends",
        "for_bodies",
        "foreign",
        "kin",
        "many",
        "names",
        "no_reporter",
        "nouns",
        "outlet_ends",
        "outlet_words",
        "places",
        "seen",
        "states",
        "surnames",
        "things",
        "titles",
        "topics",
        "unnamed",
        "weak",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        sections = lexicon.sections
        self.seen: dict[str, Source | None] = {}  # classify() of phrases met before
        self.many: Kept[bool] = Kept(lambda person: _one_of_many(person, self))
        self.names: dict[str, tuple[str, str]] = {}
        self.weak: set[str] = set()
        for section, kind in (("institution", "institution"), ("news_org", "news_org")):
            for canonical, row in sections[section].items():
                for surface in (canonical, *row.get("ko", ()), *row.get("en", ())):
                    self.names[surface.replace(" ", "")] = (kind, canonical)
                self.weak.update(row.get("weak", ()))
        nouns = {noun.replace(" ", ""): row for noun, row in sections["source_noun.ko"].items()}
        self.nouns = {noun: row["type"] for noun, row in nouns.items() if not row.get("topic")}
        self.topics = {noun: row["type"] for noun, row in nouns.items() if row.get("topic")}  # in 은, 는 alone
        self.for_bodies = tuple(noun for noun, row in nouns.items() if row.get("for_body"))
        self.titles = {title.replace(" ", ""): row for title, row in sections["title.ko"].items()}
        self.alone = frozenset(title for title, row in self.titles.items() if row.get("alone"))
        outlets = sections["outlet_word.ko"]
        self.outlet_words = tuple(word for word, row in outlets.items() if not row.get("end"))
        self.outlet_ends = tuple(word for word, row in outlets.items() if row.get("end"))
        self.no_reporter = frozenset(sections["no_reporter.ko"])
        self.ends = tuple(sections["source_end.ko"])
        self.things = tuple(noun for noun, row in sections["not_source.ko"].items() if row.get("end"))
        self.bodies = tuple(end for end, row in sections["source_end.ko"].items() if row.get("type") == "institution")
        self.surnames = frozenset(sections["surname"])
        self.places = frozenset(sections["place.ko"])
        self.kin = frozenset(sections["kin.ko"])
        self.unnamed = frozenset(sections["unnamed.ko"])
        self.anonymity = tuple(sections["anonymity.ko"])
        self.foreign = frozenset(sections["country.ko"])
        self.states = frozenset(name for name, row in sections["country.ko"].items() if row.get("state"))


def known_of(lexicon: Lexicon) -> Known:
    """The tables of a lexicon, built on first use."""
    return lexicon.built(Known)


@lru_cache(maxsize=4096)
def bare(phrase: str) -> str:
    """A noun phrase without parentheses, 등 and 측."""
    return _SIDE.sub("", OTHERS.sub("", PARENS.sub("", phrase)).strip()).strip(" ‘’“”'\"<>《》")


def title_of(word: str, known: Known) -> str | None:
    """The title that a word is or ends with after a surname or a name: 대표, 김대표, 최고경영자."""
    if word in known.titles:
        return word
    for length in range(min(len(word) - 1, 8), 1, -1):
        if word[-length:] in known.titles and (len(word) - length <= (6 if word[-1] in "장관수" else 3) or length > 2):
            return word[-length:]
    return "씨" if word.endswith("씨") else None


def classify(phrase: str, known: Known) -> Source | None:
    """What a Korean noun phrase names, or None when nothing in it says that it can speak."""
    seen = known.seen
    found = seen.get(phrase)
    if found is not None or phrase in seen:
        return found
    if len(seen) > 4000:
        seen.clear()
    found = _classify(phrase, known)
    if found is not None and found.type == "person" and _SIDE.search(PARENS.sub("", phrase)):
        found = found.of_type("organization")  # 조 전 회장 측
    elif found is not None and found.type == "person" and is_one_of_many(phrase, known):
        found = found.of_type("anonymous")
    seen[phrase] = found
    return found


def _classify(phrase: str, known: Known) -> Source | None:
    others = OTHERS.search(PARENS.sub("", phrase)) is not None
    plain = bare(phrase)
    if not plain:
        return None
    if plain in PRONOUNS:
        return Source("person", None, others)
    cut = max(plain.rfind("‘"), plain.rfind("'"), plain.rfind('"'))
    if cut > 1 and plain[cut - 1] == " " and plain.count(" ", cut) < 3:
        known_name = known.names.get(plain[cut + 1 :].replace(" ", ""))
        if known_name is not None:
            return Source(known_name[0], known_name[1], others)  # 영국 ‘BBC’
        named = classify(plain[:cut].rstrip(), known)  # 시민단체 ‘물바람’: what the name names
        if named is None or named.type in ("document", "news_report"):
            return None
        named_kind = {"news_collective": "news_org", "anonymous": "organization"}.get(named.type, named.type)
        if plain[:cut].rstrip() in known.foreign:
            named_kind = "news_org" if names_outlet(plain, known) else "organization"  # 영국 ‘풋볼 런던’
        return Source(named_kind, None, others)
    words = plain.split()
    if SELF.match(" ".join(words[-2:])):
        return Source("news_org" if re.search("매체|신문|통신|방송", plain) else "organization", None, others)
    last = words[-1]
    county = last[-1] == "군" and len(words) > 1 and (words[-2] in known.places or words[-2][-1] == "도")  # 충남 예산군
    if last == "군" and len(words) > 1 and (words[-2] in ("우리", "아군") or words[-2] in known.foreign):
        return Source("institution", None, others)  # 우리 군, 미국 군
    if _LETTER.match(plain) or (
        len(words) > 1 and last[-1] in "씨군양" and not county and last not in known.nouns and _ASIDE.match(last)
    ):
        return Source("person", None, others)
    for begin in range(len(words)):
        joined = "".join(words[begin:])
        found = known.names.get(joined)
        if found is not None and joined not in known.weak:
            return Source(found[0], found[1], others)
    if len(words) == 1 and last in known.states:
        return Source("institution", None, others)  # 일본은 …라고 주장했다
    if last in PARTS and len(words) > 1:
        inner = classify(" ".join(words[:-1]), known)
        if inner is not None:
            return Source(inner.type, inner.canonical, others)
        if last == "일각" and words[-2][-1] in "계권":
            return Source("industry", None, others)  # 가요계 일각
        if last == "일각" and words[-2] == "당":
            return Source("insiders", None, others)
        if words[-2][-1] not in _PEOPLE:
            return None  # 비행기록장치 일부
    if last == "시장" and len(words) > 1 and (words[-2] in known.surnames or is_korean(words[-2], known)):
        return Source("person", None, others)  # 오 시장: a mayor
    if last.endswith("소장") and (len(last) > 3 or any(_may_be_name(word, known) for word in words[:-1])):
        return Source("person", None, others)  # 김 소장, 경제연구소장; 소장 alone is a complaint
    for begin in range(max(0, len(words) - 2), len(words)):
        joined = "".join(words[begin:])
        kind = known.nouns.get(joined) or (known.nouns.get(joined[:-1]) if joined.endswith("들") else None)
        if kind is not None:
            return Source(kind, None, others)
    title = title_of(last[:-1] if last[-1] == "들" and len(last) > 2 else last, known)  # 의원들
    thing = last.endswith(known.things)
    if title is not None and (thing or (len(last) - len(title) > 3 and last.endswith(known.ends))):
        title = None  # 한국지질자원연구원; 주차장
    if title is not None and (len(words) > 1 or last != title or len(title) > 3 or title in known.alone):
        row = known.titles.get(title, {})
        return Source("person", None, others) if row.get("speaker", True) or _reporter(words, known) else None
    if last[-1] == "원" and len(last) == 3 and GIVEN_WON.match(last) and (len(words) == 1 or words[-2] in known.titles):
        return Source("person", None, others)
    for length in range(min(len(last) - 1, 6), 1, -1):
        kind = known.nouns.get(last[-length:])
        if kind is not None and len(last) - length >= 2 and kind != "news_report":
            return Source(kind, None, others)
    quoted = len(words) > 1 and phrase[0] in "‘'“\"<"  # ‘가온 뉴스’
    if (_PRESS_END.search(last) and (quoted or len(last) > (2 if last[-1] == "넷" else 3))) or plain in _PRESS_ALONE:
        return Source("news_org", None, others)
    for begin in range(max(0, len(words) - 4), len(words) - 1):
        if OUTLET.search(words[begin]) and words[begin + 1 :] and _name_like(words[begin + 1 :]):
            return Source("news_org", None, others)
        role = words[begin] if words[begin] in known.titles else title_of(words[begin], known) or ""
        if len(words[begin]) - len(role) > 3 and words[begin].endswith(known.ends):
            continue  # 한국농촌경제연구원 농업관측센터
        if (
            len(role) > (1 if role == words[begin] else 2)
            and begin + 1 < len(words) <= begin + 3
            and _name_like(words[begin + 1 :])
        ):
            return Source("person", None, others)
    if last[-1] == "은" and len(words) == 1 and last[0] in FREQUENT_SURNAMES and is_korean(last, known):
        return Source("person", None, others)  # 송지은; 한은 is a bank
    if last[-1] == "들" and len(last) > 3 and last[:-1].endswith(known.ends):
        return Source("institution" if last[:-1].endswith(known.bodies) else "organization", None, others)
    if last.endswith(known.ends) and len(last) > 2 and not thing:
        return Source("institution" if last.endswith(known.bodies) else "organization", None, others)
    if _SIDE.search(PARENS.sub("", phrase)):
        return Source("organization", None, others)
    if len(words) == 2 and known.names.get(words[0], ("", ""))[0] == "news_org":
        return Source("news_org", None, others)  # JTBC 뉴스룸
    if last[:1].isascii() and last[:1].isupper():
        return Source("organization", None, others)
    if (
        len(words) == 1
        and len(last) == 3
        and not thing
        and NAME.fullmatch(last)
        and last[0] in FREQUENT_SURNAMES
        and last[-1] not in _NO_NAME
    ):
        return Source("person", None, others)
    return None


def names_outlet(name: str, known: Known) -> bool:
    """‘풋볼 런던’, ‘더 선’: whether a name in marks, with or without them, is one of the press."""
    name = name.strip("‘’'\"<>《》")
    return name.endswith(known.outlet_ends) or any(word in name for word in known.outlet_words)


def _reporter(words: list[str], known: Known) -> bool:
    """맷 로 기자: one by name; 기자, 본지 기자 and YTN 기자 only ask and write."""
    if words[-1] != "기자" or len(words) < 2:
        return False
    name = words[-2]
    return not (
        name in known.no_reporter
        or name in known.nouns
        or name[-1] in "의은는"
        or is_body(name, known)
        or name.isascii()
    )


def is_one_of_many(person: str, known: Known) -> bool:
    """증권사의 한 애널리스트, 한 대학 교수, 또 다른 승객: nobody by name.

    So is 익명을 요구한 교수; not 한 교수, who may be called so, nor 한 회사에 다니는 김 부장.
    """
    return known.many[person]


def _one_of_many(person: str, known: Known) -> bool:
    if any(phrase in person for phrase in known.anonymity):
        return True
    if not any(word in person for word in _ONE):
        return False
    words = bare(person).split()
    last = words[-1]
    titled = title_of(last, known)
    if titled == "씨" or (titled is None and last not in known.nouns and is_korean(last, known)):
        return False
    for position in range(len(words) - 2, -1, -1):
        word = words[position]
        if word == "한" and position and words[position - 1][-1] in "을를":
            return False  # 발언을 한 김 총리
        if word in _ONE:
            row = known.titles.get(titled or "", {}) if word == "한" and position == len(words) - 2 else {}
            named = row.get("surname", False) and last not in known.nouns
            return not named or (position > 0 and last not in known.alone)
        if word in known.surnames or word[-1] in _CLAUSE_ENDS:
            return False
    return False


def _may_be_name(word: str, known: Known) -> bool:
    return word in known.surnames or is_korean(word, known) or word in ("전", "현", "신임")


def _name_like(words: list[str]) -> bool:
    """Whether words may be a name after 매체 or a title: Hangul or capitals, no particles."""
    return all(
        (len(word) > 1 or (word in FREQUENT_SURNAMES and word is not words[0]))
        and (word[0].isupper() or "가" <= word[0] <= "힣")
        and word[-1] not in "을를의에"
        for word in words
    )


def is_korean(word: str, known: Known) -> bool:
    """Whether a word is a Korean name: three syllables with a family name first; no office (조달청) or party (국민당)."""
    if not 3 <= len(word) <= 4 or word in known.names or not NAME.fullmatch(word):
        return False
    if len(word) == 4:
        return word.startswith(_TWO_SYLLABLE)
    return word[0] in known.surnames and word[-1] not in "부처청당" and _FOREIGN.isdisjoint(word)


def is_body(word: str, known: Known) -> bool:
    """Whether a word names a body, an outlet or an office (시청, 가온전자, 위원장), and no person."""
    if word in known.names or word in known.titles or OUTLET.search(word):
        return True
    if len(word) == 2:
        return word in known.bodies  # 시청 대변인
    return len(word) > 2 and (word.endswith(known.ends) or word[-1] in "대당")
