"""What a Korean word is by its shape: a time, a bare noun, a topic, an adnominal verb, the end of an address.

Every answer depends on the word and the lexicon alone and is kept with the word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.sources import known_of
from claims.subjects_ko_words import words_of

if TYPE_CHECKING:
    from claims.attribution_ko_tokens import Word
    from claims.lexicon import Lexicon

__all__ = ["DETERMINERS", "Shapes", "ends_address"]

_PARTICLE: Final = re.compile(r"(.*?[^\s])(에서는|에서도|에서|에선|께서는|께서|측에서는|이라도|조차|은|는|이|가|도)$")
#: 나타냈다는, 것이라는, 하려는, 하는: adnominal, no topic.
_NO_NOUN: Final = re.compile(
    r"(?:[했됐았었였렸졌났섰갔왔냈셨랐놨렀쳤켰꿨썼샀췄줬있없겠않많높낮좋쁘렵쉽싶깊옳싫맞한된는인간온본든난]다|이라|하라|하자|달라|냐|려|하|있|없|되|않)는$"
)
_TIME_WORD: Final = re.compile(
    r"^(?:\d[\d,~∼\-.]*(?:년|월|일|시|분|초|분기|주)(?:쯤|경|께|간|부터|까지)?(?:에|에는)?|오전|오후|새벽|이날|오늘|어제|전날|지난해|작년|올해|지난달|이달|지난주|"
    r"현지시간|최근|당시|하루|앞서|이후|지난|올|내년|오는|같은|날)$"
)
#: Before a noun they belong to its phrase: 복수의 관계자.
DETERMINERS: Final = frozenset(
    (
        "이",
        "그",
        "한",
        "두",
        "세",
        "일부",
        "복수의",
        "여러",
        "익명의",
        "다른",
        "해당",
        "현지",
        "주요",
        "또다른",
        "이같은",
    )
)
_ADNOMINAL_END: Final = "한은는던된린낸낼운진온"
#: Words that close what stands between a source and its content.
_ADDRESS_END: Final = re.compile(
    r"(?:에게|한테|통해|통해서|대해|대해서|대하여|관련해|관련하여|두고|놓고|향해|만나|상대로|앞두고)$"
    r"|(?:회견|간담회|인터뷰|브리핑|회의|통화|자리|방송|라디오|페이스북|트위터|SNS|성명|보고서|자료|서한|연설|콘퍼런스콜|토론회|포럼|청문회|총회|강연|엑스)(?:\([^)]*\))?에서$"
)
#: 아는, 오는: verbs before a noun whose stem ends in a vowel.
_MODIFYING: Final = re.compile(
    r"^(?:아|오|가|보|사|쓰|내|주|끄|모르|이르|부르|따르|흐르|나오|나가|만드|다니|끌|겪)는$"
    r"|(?:하|되|있|없|모르|이르|부르|따르|다니|나오|나가|들어가|만드|이어지|떨어지|커지|늘어나|드러나|벌어지|이뤄지|알려지|빠지|미치|지나|앞두"
    r"|둘러싸|잇따르|불리|열리|걸리|달리|노리|보이|쏟아지|높아지|낮아지|가리키|일으키|마치|모이|이끄|뒤따르|맞서)는$"
)
_ADJECTIVE: Final = re.compile(r"(?:밝은|가까운|깊은|높은|많은|젊은|정통한|능통한|유력한)$")
_LINKS: Final = frozenset(
    (
        "바",
        "경우",
        "가운데",
        "동안",
        "대신",
        "반면",
        "만큼",
        "직후",
        "직전",
        "결과",
        "도중",
        "틈에",
        "뒤",
        "후",
        "이후",
        "이래",
        "끝에",
    )
)
_RANK: Final = re.compile(r"^\d{1,3}(?:위|대|번째|차|부|단독)$")
#: Endings of adverbs, verbs and oblique cases: such a word is no part of a name.
_VERBAL_END: Final[tuple[str, ...]] = (
    "하게", "해서", "하여", "통해", "위해", "대해", "해", "돼", "져", "려", "게", "지만", "는데", "다가", "면", "면서", "도록",
    "처럼", "까지", "부터", "보다", "마다", "씩", "째", "던", "한", "된", "할", "될", "있는", "함께", "따라", "만나", "다",
    "으나", "하자", "되자", "나오자", "나서자", "어지자", "아지자", "전해지자",
)  # fmt: skip


def _no_particle(word: str) -> bool:
    """버크셔해서웨이, 작곡가: 이 after a vowel, 가 after a consonant belong to the word."""
    code = ord(word[-2]) - 0xAC00
    if not 0 <= code < 11172:
        return False
    return (code % 28 == 0) == (word[-1] in "이과")


def ends_address(word: Word) -> bool:
    """기자들에게, 통해, 간담회에서: such a word closes what stands between a source and its content."""
    if word.address < 0:
        word.address = int(_ADDRESS_END.search(word.word) is not None)
    return word.address > 0


#: No name in double marks is longer.
_LONG_NAME: Final = 15
_DAYS: Final = frozenset(("하루", "이틀", "사흘", "나흘", "닷새", "엿새", "열흘", "보름", "달", "해"))


class Shapes:
    """Questions about single words that take the lexicon's tables; one for each lexicon."""

    __slots__ = (
        "addressees",
        "compared",
        "kinds",
        "known",
        "linking",
        "not_source",
        "opening",
        "people",
        "short_verbs",
        "told",
        "words",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = words_of(lexicon)
        self.known = known_of(lexicon)
        self.opening = lexicon.sections["opening.ko"]
        self.not_source = lexicon.sections["not_source.ko"]
        self.people = lexicon.sections["person.ko"]
        self.kinds = tuple(lexicon.sections["describing.ko"])
        self.addressees = lexicon.sections["addressee.ko"]
        self.linking = lexicon.sections["linking.ko"]
        self.compared = tuple(lexicon.sections["compared.ko"])
        self.short_verbs = lexicon.sections["short_verb.ko"]
        self.told = tuple(noun for noun in lexicon.sections["cue_noun.ko"] if len(noun) > 1)

    def is_time(self, word: Word) -> bool:
        """A date, a time of day or an adverb of time."""
        if word.time < 0:
            printed = word.word
            cut = printed.find("(")
            word.time = int(_TIME_WORD.match(printed[:cut] if cut > 0 else printed) is not None)
        return word.time > 0

    def is_time_topic(self, word: Word) -> bool:
        """이날은, 12일은: a time as the topic."""
        return word.topic and _TIME_WORD.match(word.word[:-1]) is not None

    def lasts(self, word: str) -> bool:
        """하루, 사흘, 3년, 한 달: how long, before 전."""
        return word in _DAYS or (word[:1].isdigit() and word.endswith(("년", "개월", "주", "시간", "분", "일", "달")))

    def modifies(self, word: Word) -> bool:
        """아는, 발표하는, 높은: no topic, though it ends as one."""
        if word.modifying < 0:
            word.modifying = int(self.describes(word.word))
        return word.modifying > 0

    def describes(self, word: str) -> bool:
        """The same of words that are no part of a sentence."""
        if word[-1:] == "는" and word[:-1] in self.known.weak:
            return False  # 아사히는
        return (
            bool(_NO_NOUN.search(word) or _MODIFYING.search(word))
            or self.words.not_subject(word)
            or self.words.adnominal(word)
        )

    def is_topic(self, word: Word) -> bool:
        """한빛전자는, 매출은: a noun in 은 or 는 that is no time."""
        return word.topic and not self.is_time(word) and not self.modifies(word)

    def is_subject(self, word: Word) -> bool:
        """한빛전자가, 매출이: the particle fits the syllable before it."""
        if word.nominative < 0:
            printed = word.word
            fits = word.subject and len(printed) > 1 and self.words.carries(printed[:-1], printed[-1])
            word.nominative = int(fits)
        return word.nominative > 0

    def stem(self, word: Word) -> int:
        """How long a noun is before the particle that a source carries (은, 는, 이, 가, 도, 에서는 …); -1 if it has none.

        ``word.noun`` is the noun, ``word.particle`` the particle; ``word.verbal_topic`` says that the word is no topic
        but a verb in 는.
        """
        if word.stem < -1:
            word.stem = self._stem(word)
        return word.stem

    def _stem(self, word: Word) -> int:
        match = _PARTICLE.match(word.word)
        if match is None:
            return -1
        stem, particle = match.group(1), match.group(2)
        if particle in ("이", "가") and stem[-1] != "%" and not self.words.carries(stem, particle):
            return -1
        if (
            particle == "가"
            and len(stem) > 1
            and stem[-1] in "주유단원물종"
            and self.words.measure(word.word) is not None
        ):
            return -1  # 목표주가, 생산단가: the last syllable belongs to the noun
        if particle == "이" and stem[-1] in "없같많높깊굳":
            return -1  # 변함없이
        if particle in ("는", "도") and stem.endswith(("에게", "한테", "에")):
            return -1  # 배경에는 is no Mr Bae
        word.noun = stem
        word.particle = particle
        if particle == "는":
            word.verbal_topic = bool(_NO_NOUN.search(word.word) or _MODIFYING.search(word.word))
        return len(stem)

    def verb(self, word: Word) -> int:
        """공개한: 1 for an adnominal verb, 2 for a word in ㄴ that is one after its object; 4 where it may be a name."""
        if word.verb < 0:
            word.verb = self._verb(word.word)
        return word.verb

    def _verb(self, word: str) -> int:
        if word == "중인":
            return 1  # 참석 | 중인 | 장관
        if word[0].isascii() or word.endswith(("에는", "에서는")):
            return 0  # SK온, 회의에는
        found = 0
        if (
            len(word) > 1
            and word[-1] in _ADNOMINAL_END
            and (_ADJECTIVE.search(word) is not None or self.words.adnominal(word))
        ):
            found = 1
        code = ord(word[-1]) - 0xAC00
        if 0 <= code < 11172 and code % 28 == 4 and word[-1] not in "면만":  # 자료를 보면, 인상을 요구했지만
            found |= 2
        if found and len(word) == 3 and word[0] in self.known.surnames:
            found |= 4
        return found

    def modifying_verb(self, word: Word) -> bool:
        """아는, 이끄는: a verb in 는 before a noun."""
        return word.word[-1] == "는" and _MODIFYING.search(word.word) is not None

    def bare(self, word: Word) -> bool:
        """Whether a word stands without a particle and is no verb: it may be part of a noun phrase."""
        if word.bare < 0:
            word.bare = int(self._bare(word.word))
        return word.bare > 0

    def plain(self, word: Word) -> bool:
        """A bare word that is no time and no opening, and after which nothing is closed."""
        if word.plain < 0:
            plain = not word.tail and self.bare(word) and not self.is_time(word) and word.word not in self.opening
            word.plain = int(plain)
        return word.plain > 0

    def opens(self, word: Word) -> int:
        """What may stand before the first noun phrase of a clause: 1 an opening, a time, a place; 2 a noun right before it."""
        if word.opens < 0:
            printed = word.word
            if (
                printed in self.opening
                or self.is_time(word)
                or printed.endswith(("에서", "에", "후", "뒤", "(현지시간)", "에는", "에서는"))
                or word.tail == ","
                or ends_address(word)
            ):
                word.opens = 1
            elif self.bare(word) or (len(printed) > 2 and printed[-1] in "와과"):
                word.opens = 2
            else:
                word.opens = 0
        return word.opens

    def _bare(self, word: str) -> bool:
        if word in DETERMINERS or (len(word) == 1 and word in self.known.surnames):
            return True
        if word in _LINKS or word.endswith(("에선", "에서는", "나가자", "어가자", "라가자")) or word in self.linking:
            return False
        cut = word.find("(")
        plain = word[:cut] if cut > 0 and word.endswith(")") else word
        if (
            plain in self.known.names
            or plain in self.known.titles
            or plain in self.known.foreign
            or plain in self.people
            or plain in self.known.places
            or self.words.noun_ends(plain)
        ):
            return True
        if (
            len(plain) > 3
            and plain[-1] in "도와"
            and self.words.nouny(plain)
            and plain[-2:] not in ("에도", "까지", "라도")
        ):
            return True  # 콜로라도, 아이오와: or a name beside another
        if plain in self.known.nouns or (plain[:1].isdigit() and _RANK.match(plain) is not None):
            return True
        if plain and plain[0] in '“"' and len(plain) > _LONG_NAME:
            return False  # “금융기관에서 온 전화예요” | 경찰청 통계에 따르면
        if not plain or not (plain[-1].isalnum() or plain[-1] in "’”'\"") or plain[0].isdigit():
            return False
        if plain[-1] in "이가과와" and len(plain) > 2 and _no_particle(plain):
            return True
        return plain[-1] not in "을를은는의에와과며고이가로도만서" and not plain.endswith(_VERBAL_END)
