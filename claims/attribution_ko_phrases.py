"""The noun phrases of a Korean sentence that can speak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_shape import DETERMINERS
from claims.attribution_ko_tokens import LIKEWISE
from claims.sources import FREQUENT_SURNAMES, Source, classify, is_one_of_many, title_of

if TYPE_CHECKING:
    from claims.attribution_ko_shape import Shapes
    from claims.attribution_ko_tokens import Sentence

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


_QUOTES: Final = "‘“\"'[「『"
_NO_ROW: Final[dict[str, bool]] = {}
_REACH: Final = 7
_PEOPLE: Final = re.compile(r"^\d[\d,]*(?:여)?(?:명|인|곳)$")
#: A part of something speaks only where the whole could.
_PARTS: Final = ("일부", "일각", "대다수", "상당수")
_PERCENT: Final = re.compile(r"\d[\d.]*(?:%|퍼센트|명|명꼴)$")
_SHARE_OF: Final = re.compile(
    r"(?:응답자|국민|시민|유권자|직장인|소비자|청년|학생|학부모|기업|업체|국민들|조사 대상|가구|\d+명)(?:의)?$"
)
#: How far a clause that describes a source may reach, and the words with which the one before it ends.
_CLAUSE_REACH: Final = 16
_CLAUSE_ENDS: Final = re.compile(
    r"(?:지만|으나|는데|면서|으며|하며|되며|[했됐았었였렸졌났섰갔왔냈]고|하자|되자|가운데|다가|어서|아서|해서|때문에|따라|앞두고)$"
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
_SO_MANY: Final = frozenset(("곳", "명", "사람"))
_SELF: Final = frozenset(("자신을", "본인을", "스스로를", "자신이"))
_AT_PLACE: Final = ("person", "organization", "news_org", "document", "news_report")


class Speech:
    """Which noun phrases of a sentence can be a source; all questions are bounded by a few words."""

    __slots__ = ("kinds", "known", "not_source", "opening", "people", "sentence", "shapes", "text", "tokens", "words")

    def __init__(self, text: str, sentence: Sentence, shapes: Shapes) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens = sentence.words
        self.shapes = shapes
        self.words = shapes.words
        self.known = shapes.known
        self.opening = shapes.opening
        self.not_source = shapes.not_source
        self.people = shapes.people
        self.kinds = shapes.kinds

    def start(self, index: int) -> int:
        """Where a word starts."""
        return self.sentence.base + self.sentence.offsets[index]

    def is_time(self, index: int) -> bool:
        """Whether a word is a date, a time of day or an adverb of time."""
        token = self.tokens[index]
        if token.word == "전" and index:
            return self.shapes.lasts(self.tokens[index - 1].word)  # 사흘 | 전 | 장관은
        return self.shapes.is_time(token)

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
            particle = "은" if self.words.carries(before.word, "은") else "는"
            found = self.phrase(index - 1, low, self.start(index - 1) + len(before.word), particle, unknown=True)
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
                (index > low and self.tokens[index - 1].word[-1] in "을를") or following.startswith(self.shapes.told)
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

    def phrase(
        self, index: int, low: int, end: int, particle: str, *, unknown: bool, sure: bool = False
    ) -> Phrase | None:
        """The noun phrase that ends at ``end`` inside word ``index``, with what modifies it to the left."""
        token = self.tokens[index]
        head = self.text[self.start(index) : end]
        if not head:
            return None
        if head in _SO_MANY and index - 3 >= low and self.tokens[index - 2].word in ("중", "가운데"):
            if self.tokens[index - 1].word in ("한", "두"):  # 반도체업체 중 | 한 | 곳은
                first = self.leftmost(index - 2, low, "anonymous")
                return Phrase(self.start(first), end, particle, first, index, Source("anonymous", None, False))
        if head[0].isdigit():
            if head.endswith("월호"):  # 여성지 ‘여성누리’ 1월호
                first = index - 1 if index > low and self.tokens[index - 1].word[0] in "‘'<《" else index
                first = self.leftmost(first, low, "news_org")
                return Phrase(self.start(first), end, particle, first, index, Source("news_org", None, False))
            counted = self._counted(index, low, end, particle)
            if counted is not None:
                return counted
            if _PERCENT.search(head):
                return self._share(index, low, end, particle)
        found: Source | None = None
        first = index
        if (head[-1] in "조항" or head[-1].isdigit()) and _ARTICLE.match(head) and index > low:
            first = index - 1 if head[-1] == "항" and _ARTICLE.match(self.tokens[index - 1].word) else index
            return Phrase(
                self.start(self.leftmost(first, low, "document")),
                end,
                particle,
                first,
                index,
                Source("document", None, False),
            )
        if head[0].isdigit() and not head.startswith(("1심", "2심", "3심")):
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
        plain = self._plain_from(index, max(low, index - 4))
        for begin in range(plain, index + 1 if found is None else 0):
            found = classify(self.text[self.start(begin) : end], self.known)
            if found is not None:
                if begin == index > plain and head in _PARTS:
                    return None  # 비행기록장치 일부
                if found.type == "person" and begin == index and head.removesuffix("들") in self.not_source:
                    return None  # 변동성 looks like a name
                first = begin
                break
        if found is None and head == "등" and index - 2 >= low and self.tokens[index - 2].tail == ",":
            found = self._listed(index)
            first = index - 1
        if found is None:
            if head[0] in _QUOTES:
                return None
            somebody = not unknown and particle in ("이", "가") and self._is_somebody(max(low, index - 3), index)
            if not unknown and not somebody:
                return None  # CEO인 브라이언 켈리가: what he is says that he can speak
            named = somebody or (particle in ("은", "는") and self._given_name(first, low) < first)
            if not named and not self._may_speak(head, particle, sure=sure):
                return None
            title = title_of(head, self.known)
            if title not in (None, head) and not self.known.titles.get(title or "", _NO_ROW).get("speaker", True):
                return None  # 순회특파원은: the author
            known_one = head in self.known.titles or head in self.people
            unnamed = "institution" if len(head) == 1 else "person" if known_one else self.known.topics.get(head)
            found = Source(unnamed or "organization", None, False)
            first = self._given_name(first, low)
            if first < index:
                found = found.of_type("person")
        first = self.leftmost(first, low, found.type)
        if found.type == "organization" and found.canonical is None and self._is_somebody(first, index):
            found = found.of_type("person")
        if found.type == "person" and is_one_of_many(self.text[self.start(first) : end], self.known):
            found = found.of_type("anonymous")
        first = self._joined(first, low, found.type)
        dated = first
        while first < index and (self._opens(first) or self.is_time(first)) and not self._determines(first):
            if not self.is_time(first):
                dated = first + 1
            elif first + 1 < index and self.shapes.verb(self.tokens[first + 1]) & 1:
                first = dated  # 2021년 발표된 보고서는
                break
            first += 1
        if first < index and first and self.tokens[first].word in _EDGES and self.is_time(first - 1):
            first += 1  # 지난달 말 | 농촌진흥청은
        return Phrase(self.start(first), end, particle, first, index, found)

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

    def _opens(self, index: int) -> bool:
        """An opening; 이번, 같은, 지난 and 또 다른 before a noun belong to it."""
        return self.tokens[index].word in self.opening and not self._determines(index)

    def _determines(self, index: int) -> bool:
        """같은 매체, 이번 조사, 지난 시즌, 또 다른 매체: with the noun, not 같은 날, 지난 3일."""
        word = self.tokens[index].word
        if word == "또":
            return index + 1 < len(self.tokens) and self.tokens[index + 1].word == "다른"
        return word in ("이번", "같은", "지난") and index + 1 < len(self.tokens) and not self.is_time(index + 1)

    def _given_name(self, first: int, low: int) -> int:
        """조사책임자인 | 린다 | 캐스터: a given name may end as a verb does."""
        if first > low and not self.tokens[first - 1].tail:
            named = self.people.get(self.tokens[first - 1].word)
            if named is not None and named.get("given"):
                return first - 1
        if first - 1 > low:
            word, before = self.tokens[first - 1], self.tokens[first - 2].word
            if (
                not word.tail
                and 1 < len(word.word) < 5
                and word.word.isalpha()
                and before.endswith(("자인", "장인", "관인"))
            ):
                return first - 1
        return first

    def _counted(self, index: int, low: int, end: int, particle: str) -> Phrase | None:
        """소식통 2명을: the noun in front of the number speaks."""
        if index <= low or not _PEOPLE.search(self.text[self.start(index) : end]):
            return None
        before = self.tokens[index - 1]
        if before.tail or not self.shapes.bare(before):
            return None
        found = self.phrase(index - 1, low, self.start(index - 1) + before.size, particle, unknown=False)
        if found is None and before.word in self.known.titles:
            first = self.leftmost(index - 1, low, "person")  # 위원회 교수 6명은
            return Phrase(self.start(first), end, particle, first, index, Source("person", None, False))
        return found.up_to(end, index) if found is not None else None

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

    def _joined(self, first: int, low: int, kind: str) -> int:
        """경찰서와 | 소방서, 박 대변인, | 박 본부장: names that speak together."""
        for _ in range(3):
            if first <= low:
                break
            previous = self.tokens[first - 1]
            word = previous.word
            if not previous.tail and word[-1:] in "와과" and len(word) > 2:
                stop = self.start(first - 1) + len(word) - 1
            elif previous.tail == "," and word[-1:].isalnum():
                stop = self.start(first - 1) + len(word)
            else:
                break
            other = None
            begin = first - 1
            for at in range(self._plain_from(first - 1, max(low, first - 4)), first):
                other = classify(self.text[self.start(at) : stop], self.known)
                if other is not None:
                    begin = at
                    break
            if other is None or other.type in ("news_report", "document"):
                break
            if (
                previous.tail
                and other.type != kind
                and not any(token.word == "공동" for token in self.tokens[first : first + 5])
                and not (kind.startswith("news") and (other.type == "news_org" or word.isascii()))
            ):
                break  # AP, AFP, 타스통신 speak together
            first = self.leftmost(begin, low, other.type)
        return first

    def _plain_from(self, index: int, low: int) -> int:
        """From where on the words up to ``index`` are bare: no comma, no particle, no time, no verb."""
        while index > low:
            if not self.shapes.plain(self.tokens[index - 1]):
                break
            if self.tokens[index - 1].word == "전" and (self._before(index - 1, 0) or self.is_time(index - 1)):
                break
            if self.describes(index - 1, max(0, index - 2)):
                break
            index -= 1
        return index

    def _may_speak(self, head: str, particle: str, *, sure: bool = False) -> bool:
        """애플은, 도요타는: a bare topic that is no thing, measure or time may be a name."""
        if particle not in ("은", "는"):
            return False
        if len(head) < 2:
            return head in "시도군구당"
        cut = head.find("(")
        plain = head[:cut] if cut > 0 else head
        if len(plain) > 14 or (plain[-1:].isalnum() and _MODEL.search(plain) is not None):
            return False  # 가온S3는
        words = self.words
        if plain in self.opening or words.measure(plain) or plain in words.no_owner or self._is_thing(plain):
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

    def _is_thing(self, word: str) -> bool:
        """증가세, 수출증가: such a noun speaks in no compound."""
        things = self.not_source
        return word in things or any(things.get(word[-size:], _NO_ROW).get("end") for size in (2, 3))

    def is_thing(self, index: int) -> bool:
        """성장률은, 수출 증가세는: a topic that cannot speak."""
        size = self.shapes.stem(self.tokens[index])
        word = self.tokens[index].word[:size] if size > 0 else ""
        if not word or self.words.is_deed(word[-2:]):
            return False  # 하나금융투자는
        return self._is_thing(word) or self.words.measure(word) is not None

    def leftmost(self, first: int, low: int, kind: str) -> int:
        """How far the phrase reaches left: bare nouns, genitives, and clauses that describe people or papers."""
        limit = max(low, first - _REACH)
        while first > limit:
            previous = self.tokens[first - 1]
            word = previous.word
            if kind == "person" and not previous.tail:
                if word in self.people or (previous.hides and self._glossed(first - 1)):
                    first -= 1  # 기시다 | 후미오 일본 외무상
                    continue
                if word[-1] in "만로도고나" and 1 < len(word) < 5 and self._office_of(first, low):
                    first = low  # 미셸 | 보우만 | 연방준비제도 이사
                    break
                surname = self.tokens[first - 2] if first - 2 >= low and word[-1] in "로에도" else None
                if surname is not None and surname.word in self.people and not surname.tail and len(word) < 5:
                    first -= 2  # 아소 | 다로 | 부총리
                    continue
            if previous.tail or ((word in self.opening or self.is_time(first - 1)) and not self._determines(first - 1)):
                break
            last = word[-1:]
            if word == "전" and self._before(first - 1, low):
                break
            if (word[:1] in _QUOTES and word[-1:] == "는") or word.endswith("에서는"):
                break  # “…”이라는 조모씨, 캠프에서는 김 대변인은
            if word.endswith("달라고") and self.tokens[first].word == "한":
                return self._described(first, low)  # 이름을 쓰지 말아 달라고 | 한 | 임원
            describing = self.describes(first - 1, low)
            if not describing and (
                word in DETERMINERS
                or self.shapes.bare(previous)
                or self._named(first - 1, kind)
                or self.titled_name(first - 1)
            ):
                first -= 1
                continue
            if last == "의" and len(word) > 1 and word[0] not in "“‘":
                first -= 1
                continue
            if describing or self.shapes.modifying_verb(previous):
                first = self._described(first - 1, low)
            break
        return first

    def named_by_kind(self, index: int, low: int) -> Phrase | None:
        """국영 에너지기업 | 나래넷도: a name behind the noun of what it is."""
        if index <= low or self.tokens[index - 1].tail or not self.tokens[index - 1].word.endswith(self.kinds):
            return None
        size = len(self.tokens[index].word) - 1
        if size < 2:
            return None
        particle = "은" if self.words.carries(self.tokens[index].word[:-1], "은") else "는"
        return self.phrase(index, low, self.start(index) + size, particle, unknown=True, sure=True)

    def titled_name(self, index: int) -> bool:
        """문서은 교수, 도하은 교수: a Korean name that ends as a topic does, before a title without a particle."""
        word = self.tokens[index].word
        following = self.tokens[index + 1].word if index + 1 < len(self.tokens) else ""
        if len(word) != 3 or word[-1] not in "은는" or following not in self.known.titles:
            return False
        if word[0] in FREQUENT_SURNAMES:
            return True
        return word[0] in self.known.surnames and not self.words.carries(word[:-1], word[-1])  # 은 after no 하

    def _before(self, index: int, low: int) -> bool:
        """국감 시작 전 | 김 의원은: before an act; in 전 대표 it means former."""
        return index > low and self.tokens[index - 1].word in self.words.acts

    def _glossed(self, index: int) -> bool:
        """쇼타로(正太郞): a name with its characters behind it."""
        start = self.start(index)
        cut = self.text.find("(", start, start + 8)
        return cut > start + 1 and "一" <= self.text[cut + 1] <= "鿿"

    def _office_of(self, first: int, low: int) -> bool:
        """Whether a known body stands at ``first``, and before it only two words from the beginning of the clause."""
        word = self.tokens[first].word
        if first - 1 == low and first + 1 < len(self.tokens) and self.tokens[first + 1].word in self.known.foreign:
            return (
                self.shapes.plain(self.tokens[first]) and word not in self.known.nouns
            )  # 드미트로 쿨레바 우크라이나 장관
        cut = word.find("(")
        if (word[:cut] if cut > 0 else word) not in self.known.names or first - 2 != low:
            return False
        given = self.tokens[low].word
        return self.shapes.plain(self.tokens[low]) and len(given) > 1 and given not in self.known.nouns

    def _named(self, index: int, kind: str) -> bool:
        """최민서 | 위원장: a Korean name may end as a particle does."""
        word = self.tokens[index].word
        if kind != "person" or len(word) != 3 or word[0] not in FREQUENT_SURNAMES or word[-1] in "을를에":
            return False
        known, stem = self.known, word[:2]
        return not (
            stem in self.not_source
            or stem in known.names
            or stem in known.nouns
            or stem in known.titles
            or stem in self.words.no_owner
            or self.words.measure(stem)
            or word[1:] in ("에서", "으로", "까지", "부터")
        )

    def describes(self, index: int, low: int) -> bool:
        """공개한, 수의계약을 | 들여다본, 기자들과 | 만난: a verb that describes the next noun."""
        token = self.tokens[index]
        kind = self.shapes.verb(token)
        if not kind:
            return False
        word = token.word
        if kind & 4 and index + 1 < len(self.tokens):
            following = self.tokens[index + 1].word
            if following.startswith("측") or any(
                following[:size] in self.known.titles for size in range(2, min(len(following), 6) + 1)
            ):
                return False  # 박광온 | 대변인, 정다운 | 측
        if kind & 1:
            return True
        if index <= low or self.tokens[index - 1].tail:
            return False
        before = self.tokens[index - 1].word
        if word in ("낸", "쓴") and index + 1 < len(self.tokens):
            return True  # 그린피스가 이날 | 낸 | 성명
        if (
            before[-1:] in ("을", "를")
            or (before[-1:] == "고" and token.cue is not None)
            or (
                word in ("온", "본", "준", "낸", "둔")
                and before.endswith(("해", "아", "어", "여", "려", "져", "워", "와"))
            )
        ):
            return True
        if word in ("나선", "들어선", "선", "오른", "앉은") and before[-1:] == "에":
            return True  # 브리핑에 나선
        return word in ("만난", "나눈", "맞선", "다툰") and before.endswith(("와", "과"))

    def _when(self, index: int, low: int) -> bool:
        """그린피스가 | 이날 | 낸: a time after a subject opens nothing."""
        return index > low and self.is_time(index) and self.tokens[index - 1].word[-1:] in ("이", "가")

    def of_self(self, index: int, low: int) -> bool:
        """자신을 | 미국 기자라고: who somebody says to be."""
        return any(token.word in _SELF for token in self.tokens[max(low, index - 4) : index])

    def _described(self, verb: int, low: int) -> int:
        """이 사안에 정통한 | 관계자, 블록을 납품하는 | 업체: where the clause that describes the source begins."""
        begin = verb
        for position in range(verb - 1, max(low - 1, verb - _CLAUSE_REACH), -1):
            token = self.tokens[position]
            word = token.word
            if token.tail or _CLAUSE_ENDS.search(word) or (word == "전" and self._before(position, low)):
                break
            if word == "위해" and position > low and self.tokens[position - 1].word == "이를":
                break
            if self._opens(position) and not self._when(position, low):
                break
            last = word[-1:]
            if word[:1] in _QUOTES and last == "는":
                return verb + 1  # “…”는 질문을 받은 장관
            if (
                token.topic
                and len(word) > 1
                and not self.shapes.modifies(token)
                and not self.words.noun_ends(word)
                and word[-2:] != "에는"
            ):
                break
            if last == "고" and word[-2:-1] in "다라자냐”’\"'" and not word.endswith("달라고"):
                if word.endswith("라고") and position > low and self.of_self(position, low):
                    continue  # 자신을 기자라고 밝힌 스미스
                return verb + 1  # “…”라고 자신했던 윤 대표: who says it is named, not described
            begin = position
        return begin
