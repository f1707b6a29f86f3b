"""How far a Korean noun phrase reaches to the left: bare nouns, genitives, a clause that describes it, names beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_shape import DETERMINERS
from claims.sources import FREQUENT_SURNAMES, classify

if TYPE_CHECKING:
    from claims.attribution_ko_shape import Shapes
    from claims.attribution_ko_tokens import Sentence

__all__ = ["QUOTES", "Extent"]

#: Marks that open a quotation, a title or a name.
QUOTES: Final = "‘“\"'[「『"
_REACH: Final = 7
#: How far a clause that describes a source may reach, and the words with which the one before it ends.
_CLAUSE_REACH: Final = 16
_CLAUSE_ENDS: Final = re.compile(
    r"(?:지만|으나|는데|면서|으며|하며|되며|[했됐았었였렸졌났섰갔왔냈]고|하자|되자|가운데|다가|어서|아서|해서|때문에|따라|앞두고)$"
)
_SELF: Final = frozenset(("자신을", "본인을", "스스로를", "자신이"))


_APART: Final[tuple[str, ...]] = ("에서는", "해서는", "해선", "대해", "관련해")


class Extent:
    """Where the noun phrases of a sentence begin; words are given by their index, and no answer looks further than a clause."""

    __slots__ = ("base", "known", "offsets", "shapes", "text", "tokens", "words")

    def __init__(self, text: str, sentence: Sentence, shapes: Shapes) -> None:
        self.text = text
        self.tokens = sentence.words
        self.base = sentence.base
        self.offsets = sentence.offsets
        self.shapes = shapes
        self.words = shapes.words
        self.known = shapes.known

    def start(self, index: int) -> int:
        """Where a word starts."""
        return self.base + self.offsets[index]

    def is_time(self, index: int) -> bool:
        """Whether a word is a date, a time of day or an adverb of time."""
        token = self.tokens[index]
        if token.word == "전" and index:
            return self.shapes.lasts(self.tokens[index - 1].word)  # 사흘 | 전 | 장관은
        return self.shapes.is_time(token)

    def leftmost(self, first: int, low: int, kind: str) -> int:
        """How far the phrase reaches left: bare nouns, genitives, and clauses that describe people or papers."""
        limit = max(low, first - _REACH)
        while first > limit:
            previous = self.tokens[first - 1]
            word = previous.word
            if kind == "person" and not previous.tail:
                if word in self.shapes.people or (previous.hides and self._glossed(first - 1)):
                    first -= 1  # 기시다 | 후미오 일본 외무상
                    continue
                if word[-1] in "만로도고나" and 1 < len(word) < 5 and self._office_of(first, low):
                    first = low  # 미셸 | 보우만 | 연방준비제도 이사
                    break
                surname = self.tokens[first - 2] if first - 2 >= low and word[-1] in "로에도" else None
                if surname is not None and surname.word in self.shapes.people and not surname.tail and len(word) < 5:
                    first -= 2  # 아소 | 다로 | 부총리
                    continue
            if previous.tail or (
                (word in self.shapes.opening or self.is_time(first - 1)) and not self.determines(first - 1)
            ):
                break
            last = word[-1:]
            if word == "전" and self._before(first - 1, low):
                break
            if (word[:1] in QUOTES and word[-1:] == "는") or word.endswith(_APART):
                break  # “…”이라는 조모씨, 캠프에서는 김 대변인은, 의혹과 관련해서는 원장은
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

    def plain_from(self, index: int, low: int) -> int:
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

    def joined(self, first: int, low: int, kind: str) -> int:
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
            for at in range(self.plain_from(first - 1, max(low, first - 4)), first):
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

    def given_name(self, first: int, low: int) -> int:
        """조사책임자인 | 린다 | 캐스터: a given name may end as a verb does."""
        if first > low and not self.tokens[first - 1].tail:
            named = self.shapes.people.get(self.tokens[first - 1].word)
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

    def opens(self, index: int) -> bool:
        """An opening; 이번, 같은, 지난 and 또 다른 before a noun belong to it."""
        return self.tokens[index].word in self.shapes.opening and not self.determines(index)

    def determines(self, index: int) -> bool:
        """같은 매체, 이번 조사, 지난 시즌, 또 다른 매체: with the noun, not 같은 날, 지난 3일."""
        word = self.tokens[index].word
        if word == "또":
            return index + 1 < len(self.tokens) and self.tokens[index + 1].word == "다른"
        return word in ("이번", "같은", "지난") and index + 1 < len(self.tokens) and not self.is_time(index + 1)

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

    def titled_name(self, index: int) -> bool:
        """문서은 교수, 도하은 교수: a Korean name that ends as a topic does, before a title without a particle."""
        token = self.tokens[index]
        word = token.word
        if len(word) != 3 or token.last not in ("은", "는") or index + 1 == len(self.tokens):
            return False
        if self.tokens[index + 1].word not in self.known.titles:
            return False
        if word[0] in FREQUENT_SURNAMES:
            return True
        return word[0] in self.known.surnames and not self.words.carries(word[:-1], word[-1])  # 은 after no 하

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
            if self.opens(position) and not self._when(position, low):
                break
            last = word[-1:]
            if word[:1] in QUOTES and last == "는":
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
            stem in self.shapes.not_source
            or stem in known.names
            or stem in known.nouns
            or stem in known.titles
            or stem in self.words.no_owner
            or self.words.measure(stem)
            or word[1:] in ("에서", "으로", "까지", "부터")
        )

    def _when(self, index: int, low: int) -> bool:
        """그린피스가 | 이날 | 낸: a time after a subject opens nothing."""
        return index > low and self.is_time(index) and self.tokens[index - 1].last in ("이", "가")
