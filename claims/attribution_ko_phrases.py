"""The noun phrases of a Korean sentence that can speak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_extent import QUOTES, Extent
from claims.attribution_ko_tokens import LIKEWISE
from claims.sources import PARTS, Source, classify, is_one_of_many, title_of

if TYPE_CHECKING:
    from claims.attribution_ko_tokens import Word

__all__ = ["Phrase", "Speech"]


class Phrase:
    """A noun phrase that can speak: its span without the particle, the particle, its tokens and what it names."""

    __slots__ = ("end", "first", "last", "particle", "source", "start")

    def __init__(self, start: int, end: int, particle: str, first: int, last: int, source: Source) -> None:
        self.start = start
        self.end = end
        self.particle = particle
        self.first = first
        self.last = last
        self.source = source

    def up_to(self, end: int, last: int) -> Phrase:
        """The same phrase with words behind it."""
        return Phrase(self.start, end, self.particle, self.first, last, self.source)


_NO_ROW: Final[dict[str, bool]] = {}
_PEOPLE: Final = re.compile(r"^\d[\d,]*(?:여)?(?:명|인|곳)$")
_PERCENT: Final = re.compile(r"\d[\d.]*(?:%|퍼센트|명|명꼴)$")
_SHARE_OF: Final = re.compile(
    r"(?:응답자|국민|시민|유권자|직장인|소비자|청년|학생|학부모|기업|업체|국민들|조사 대상|가구|\d+명)(?:의)?$"
)
_BODIES: Final = re.compile(
    r"^\d{1,3}(?:개 ?)?(?:사|당|국|구단|부처|기관|단체|은행|대학|업체|개사|노조|노총|지자체|시도)$"
)
#: Chambers and sections: 대법원 2부, 형사합의24부, 서해 2함대.
_CHAMBER: Final = re.compile(r"^\d{1,3}(?:-\d)?(?:부|단독|과|팀|함대|사단|군단|여단)(?:\([^)]*\))?$")
#: 헌법 제49조, 근로기준법 제60조 1항: what a law says.
_ARTICLE: Final = re.compile(r"제?\d{1,4}조(?:의\d{1,2})?(?:제?\d{1,2}항)?$|제?\d{1,2}항$")
#: 소방청 119대응국장, 전 2차장.
_DIVISION: Final = re.compile(r"\d{1,4}[가-힣]{2,9}$")
#: 글렌코어는, 신화의 전진은: no verb takes these particles after such a syllable.
_NAME_END: Final = re.compile(
    r"[가-힣][한된던난린운든른온친킨긴인둔진힌]은$|[가-힣]{2}(?<![있없했됐었았겠졌났섰갔왔냈렸되쉬뛰])어는$"
)
#: 가온S3, 가온S3플러스: a model of something.
_MODEL: Final = re.compile(r"[가-힣][A-Z][a-z]{0,3}\d")
#: What may follow a month or a year.
_EDGES: Final = frozenset(("말", "초", "초순", "중순", "하순"))
_ONE: Final = ("한", "이", "그")
#: What a word may be taken for by its syllables alone.
_LOOKS: Final = ("person", "institution", "organization")
_SO_MANY: Final = frozenset(("곳", "명", "사람"))
_FEW: Final = frozenset(("두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"))
_AT_PLACE: Final = ("person", "organization", "news_org", "document", "news_report")


class Speech(Extent):
    """Which noun phrases of a sentence can be a source; all questions are bounded by a few words."""

    __slots__ = ()

    def phrase_at(self, index: int, low: int, *, unknown: bool, sure: bool = False) -> Phrase | None:
        """The noun phrase whose last word is ``index`` and carries 은, 는, 이, 가, 도, 에서는 …; ``unknown`` names too.

        ``sure``: it can only be a noun (a quotation follows it), however it ends.
        """
        token = self.tokens[index]
        if token.word in LIKEWISE and index > low and not self.tokens[index - 1].tail:
            before = self.tokens[index - 1]
            noun, name = (classify(before.word[:size], self.known) for size in (-1, len(before.word)))
            if before.topic and (name is None or noun is not None):
                return self.phrase_at(index - 1, low, unknown=unknown)  # 대변인은 또한
            if token.word == "모두" and not self.shapes.bare(before):
                return None
            particle = "은" if self.words.carries(before.word, "은") else "는"
            end = self.start(index - 1) + len(before.word)
            found = self.phrase(index - 1, low, end, particle, unknown=token.word != "모두")
            return found.up_to(found.end, index) if found is not None else None
        size = self.shapes.stem(token)
        if size < 0:
            return None
        particle = token.particle
        if particle == "는":
            if token.verbal_topic and not sure:
                return None
            last = token.word[size - 1]
            following = self.tokens[index + 1].word if index + 1 < len(self.tokens) else ""
            if last in "과와" and following.startswith(self.shapes.compared):
                return None  # 해결과는 관계가 없다
            if last == "다" and (
                (index > low and self.tokens[index - 1].object) or following.startswith(self.shapes.told)
            ):
                return None  # 회사를 판다는, 회사를 3조원에 판다는 소문
        if token.tail and token.tail != ",":
            return None
        found = self.phrase(index, low, self.start(index) + size, particle, unknown=unknown, sure=sure)
        if (
            found is not None
            and particle.startswith("에")
            and (found.source.type in _AT_PLACE or (particle == "에서" and found.source.type == "institution"))
        ):
            return None  # 대한상의에서: where it is said
        return found

    def is_one(self, index: int, low: int) -> bool:
        """한 남성이, 이 여성이: somebody who is not named, in 이 or 가 too."""
        return index > low and self.tokens[index].word[:-1] in self.known.topics and self.tokens[index - 1].word in _ONE

    def phrase(
        self, index: int, low: int, end: int, particle: str, *, unknown: bool, sure: bool = False
    ) -> Phrase | None:
        """The noun phrase that ends at ``end`` inside word ``index``, with what modifies it to the left."""
        token = self.tokens[index]
        start = self.start(index)
        own = end - start == token.stem and not token.hides
        head = token.noun if own else self.text[start:end]
        if not head:
            return None
        numbered = token.numbered
        if index - 2 >= low and head in _SO_MANY:
            few = self.tokens[index - 1].word
            if few in ("한", "두") and index - 3 >= low and self.tokens[index - 2].word in ("중", "가운데"):
                return self._of_type("anonymous", index - 2, low, index, end, particle)  # 반도체업체 중 | 한 | 곳은
            if few in _FEW:
                return self._of_many(index - 1, low, index, end, particle)  # 경제단체 | 세 곳은
        if numbered:
            if head.endswith("월호"):  # 여성지 ‘여성누리’ 1월호
                first = index - 1 if index > low and self.tokens[index - 1].word[0] in "‘'<《" else index
                return self._of_type("news_org", first, low, index, end, particle)
            counted = self._counted(index, low, end, particle)
            if counted is not None:
                return counted
            if _PERCENT.search(head):
                return self._share(index, low, end, particle)
        found: Source | None = None
        first = index
        if (numbered or token.first == "제") and index > low and _ARTICLE.match(head):
            first = index - 1 if head[-1] == "항" and _ARTICLE.match(self.tokens[index - 1].word) else index
            return self._of_type("document", first, low, index, end, particle)
        if numbered and not head.startswith(("1심", "2심", "3심")):
            if index <= low or self.tokens[index - 1].tail:
                return None
            before = self.tokens[index - 1]
            found = classify(before.word, self.known)
            if _BODIES.match(head) is not None and unknown and self.shapes.bare(before):
                found = found or Source("organization", None, False)  # 대형마트 3사
            elif _CHAMBER.match(token.word[: len(head)]) is None or found is None or found.type != "institution":
                found = classify(head, self.known) if _DIVISION.match(head) else None  # 119대응국장
                if found is None or found.type != "person":
                    return None
            first = index - 1 if found.type != "person" else index
        plain = self.plain_from(index, max(low, index - 4))
        for begin in range(plain, index + 1 if found is None else 0):
            found = classify(head if begin == index else self.text[self.start(begin) : end], self.known)
            if found is not None:
                if begin == index > plain and head in PARTS:
                    return None  # 비행기록장치 일부
                if begin == index and found.canonical is None and found.type in _LOOKS and self._names_thing(head):
                    return None  # 변동성, 배당금 look like names, 해상도 like a province
                first = begin
                break
        if found is None and head == "등" and index - 2 >= low and self.tokens[index - 2].tail == ",":
            found = self._listed(index)
            first = index - 1
        if found is None:
            if head[0] in QUOTES:
                return None
            somebody = not unknown and particle in ("이", "가") and self._is_somebody(max(low, index - 3), index)
            if not unknown and not somebody:
                return None  # CEO인 브라이언 켈리가: what he is says that he can speak
            named = (
                somebody
                or head in self.known.topics
                or (particle in ("은", "는") and self.given_name(first, low) < first)
            )
            if not named:
                asked = own and particle == token.particle
                if not (self._alone(token, sure=sure) if asked else self._may_speak(head, particle, sure=sure)):
                    return None
            title = title_of(head, self.known)
            if title not in (None, head) and not self.known.titles.get(title or "", _NO_ROW).get("speaker", True):
                return None  # 순회특파원은: the author
            known_one = head in self.known.titles or head in self.shapes.people
            unnamed = "institution" if len(head) == 1 else "person" if known_one else self.known.topics.get(head)
            found = Source(unnamed or "organization", None, False)
            first = self.given_name(first, low)
            if first < index:
                found = found.of_type("person")
        first = self.leftmost(first, low, found.type)
        if found.type == "organization" and found.canonical is None:
            if self._is_somebody(first, index) or self.of_self(index, first):
                found = found.of_type("person")  # 자신을 회사원이라고 밝힌 스미스
        if found.type == "person" and is_one_of_many(self.text[self.start(first) : end], self.known):
            found = found.of_type("anonymous")
        first = self.joined(first, low, found.type)
        dated = first
        while first < index and (self.opens(first) or self.is_time(first)) and not self.determines(first):
            if not self.is_time(first):
                dated = first + 1
            elif first + 1 < index and self.shapes.verb(self.tokens[first + 1]) & 1:
                first = dated  # 2021년 발표된 보고서는
                break
            first += 1
        if first < index and first and self.tokens[first].word in _EDGES and self.is_time(first - 1):
            first += 1  # 지난달 말 | 농촌진흥청은
        return Phrase(self.start(first), end, particle, first, index, found)

    def _of_type(self, kind: str, first: int, low: int, index: int, end: int, particle: str) -> Phrase:
        """The phrase of an unknown source of this type whose own words begin at ``first``."""
        first = self.leftmost(first, low, kind)
        return Phrase(self.start(first), end, particle, first, index, Source(kind, None, False))

    def _listed(self, index: int) -> Source | None:
        """로이터 통신, | 새 매체 | 등이: after outlets another name is one too."""
        if not self.shapes.plain(self.tokens[index - 1]):
            return None
        stop = self.start(index - 2) + self.tokens[index - 2].size - 1
        for at in range(max(0, index - 3), index - 1):
            other = classify(self.text[self.start(at) : stop], self.known)
            if other is not None and other.type == "news_org":
                return Source("news_org", None, True)
        return None

    def _is_somebody(self, first: int, index: int) -> bool:
        """이적시장 전문가인 | 파브리시오 로마노: what is said of a name in 인."""
        for at in range(max(first, index - 3), index):
            word = self.tokens[at].word
            role = word.removesuffix("이었던").removesuffix("였던").removesuffix("인")
            if role != word and len(role) > 1:
                said = classify(role, self.known)
                return (
                    role in ("출신", "소속")
                    or role in self.known.titles
                    or (said is not None and said.type in ("person", "experts"))
                )
        return False

    def _counted(self, index: int, low: int, end: int, particle: str) -> Phrase | None:
        """소식통 2명을: the noun in front of the number speaks."""
        if index <= low or not _PEOPLE.search(self.text[self.start(index) : end]):
            return None
        return self._of_many(index, low, index, end, particle)

    def _of_many(self, index: int, low: int, last: int, end: int, particle: str) -> Phrase | None:
        """The noun in front of the number at ``index``, which goes on to the word ``last``."""
        before = self.tokens[index - 1]
        if before.tail or not self.shapes.bare(before):
            return None
        found = self.phrase(index - 1, low, self.start(index - 1) + before.size, particle, unknown=False)
        if found is None and before.word in self.known.titles:
            return self._of_type("person", index - 1, low, last, end, particle)  # 위원회 교수 6명은
        return found.up_to(end, last) if found is not None else None

    def _share(self, index: int, low: int, end: int, particle: str) -> Phrase | None:
        """응답자의 62%는, 국민 10명 중 7명은: those who answered."""
        first = index
        while first > max(low, index - 4):
            previous = self.tokens[first - 1]
            if previous.tail or not (
                previous.word in ("중", "가운데", "전체", "절반이", "무려", "약") or _SHARE_OF.search(previous.word)
            ):
                break
            first -= 1
        if not any(_SHARE_OF.search(self.tokens[at].word) for at in range(first, index)):
            return None
        first = self.leftmost(first, low, "anonymous")
        return Phrase(self.start(first), end, particle, first, index, Source("person", None, False))

    def _alone(self, token: Word, *, sure: bool) -> bool:
        """Whether a word with its own particle may speak; remembered with the word."""
        if sure:
            if token.surely < 0:
                token.surely = int(self._may_speak(token.noun, token.particle, sure=True))
            return token.surely > 0
        if token.speaks < 0:
            token.speaks = int(self._may_speak(token.noun, token.particle))
        return token.speaks > 0

    def _may_speak(self, head: str, particle: str, *, sure: bool = False) -> bool:
        """애플은, 도요타는: a bare topic that is no thing, measure or time may be a name."""
        if particle not in ("은", "는"):
            return False
        if len(head) < 2:
            return head in "시도군구당"
        cut = head.find("(")
        plain = head[:cut] if cut > 0 else head
        if len(plain) > 14 or (plain[-1:].isalnum() and not plain.isalpha() and _MODEL.search(plain) is not None):
            return False  # 가온S3는
        words = self.words
        if plain in self.shapes.opening or words.measure(plain) or plain in words.no_owner or self._is_thing(plain):
            return False
        if words.is_deed(plain):
            return False  # 훈련 조정은
        if not words.carries(plain, particle):
            return False
        if sure:
            return not words.is_time(plain)
        if plain in self.known.weak:
            return True
        if words.not_subject(plain + particle):
            return False
        if not words.nouny(plain) and _NAME_END.search(plain + particle) is None:
            return False
        return not words.is_time(plain) and (plain in self.known.titles or plain[-1] not in "것점수때중기음률율액량설")

    def _names_thing(self, word: str) -> bool:
        """변동성, 배당금: a noun that is listed as a thing or a measure, whatever its syllables look like."""
        return word.removesuffix("들") in self.shapes.not_source or self.words.is_measure(word)

    def _is_thing(self, word: str) -> bool:
        """증가세, 수출증가: such a noun speaks in no compound."""
        things = self.shapes.not_source
        return word in things or any(things.get(word[-size:], _NO_ROW).get("end") for size in (2, 3))

    def is_thing(self, index: int) -> bool:
        """성장률은, 수출 증가세는: a topic that cannot speak."""
        size = self.shapes.stem(self.tokens[index])
        word = self.tokens[index].word[:size] if size > 0 else ""
        if not word or self.words.is_deed(word[-2:]):
            return False  # 하나금융투자는
        return self._is_thing(word) or self.words.measure(word) is not None

    def named_by_kind(self, index: int, low: int) -> Phrase | None:
        """국영 에너지기업 | 나래넷도: a name behind the noun of what it is."""
        if index <= low or self.tokens[index - 1].tail or not self.tokens[index - 1].word.endswith(self.shapes.kinds):
            return None
        size = len(self.tokens[index].word) - 1
        if size < 2:
            return None
        particle = "은" if self.words.carries(self.tokens[index].word[:-1], "은") else "는"
        return self.phrase(index, low, self.start(index) + size, particle, unknown=True, sure=True)
