"""Subjects and measures of Korean sentences: particles, genitives and the nouns that stand beside a number.

The measure is looked for beside the number first (매출 3조원, 2조원 규모의 대출, 500억원을 투자), then in the nearest
subject of its clause (매출은 … 3조원). The subject is the measure's owner (한빛전자의 매출) or the nearest subject whose
clause is still open at the number. See :mod:`claims.noun_phrase_ko` for the words themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from claims.noun_phrase_ko import Words, has_final, words_of

if TYPE_CHECKING:
    from claims.lexicon import Lexicon
    from claims.records import Alias, Mention, Span

__all__ = ["attach", "is_korean"]

_HANGUL = re.compile(r"[가-힣]")
_PARTICLE = re.compile(r"[은는이가도서](?=[ ,\n])")
#: What may stand between a unit and the noun it counts; group 1 is the genitive or adnominal that ties them.
_TIE = re.compile(
    r"(?: ?(?:여|대|어치|상당|규모|이상|이하|미만|초과|수준|가량|정도|안팎|내외|남짓|급|선|짜리))*"
    r"((?:(?:에|을|를|이|가)? ?(?:달하는|이르는|육박하는|가까운|넘는|웃도는|밑도는|상회하는|넘어서는|상당하는))|의)?"
)
_FRAME = re.compile(
    r"[다라자냐]고 |[다라]며[ ,]|[다라]면서[ ,]|다는 (?:것이다|게|설명|입장|분석|전망)"
    r"|로 (?:내다|전망|분석|예상|예측|추정|추산|파악|판단|집계|보)(?:봤|했|하|고 )"
)
#: N을 기록한 X: the head is the doer.
_ATTAINED = re.compile(r"(?:을|를) (?:기록|달성|차지|돌파|보유|획득|수상|자랑)한 |(?:을|를) (?:거둔|올린|낸|보인) ")
_RELATIVE = re.compile(r"(?:을|를|에|로|까지) [가-힣]{0,6}[한된던할될난린운든른온친킨긴둔쓴낸] ")
#: 5000원권, 3억원형: the number is part of a name.
_PART = re.compile(r"(?:권|형|급|용|제|판|식)(?![가-힣]{3})")
_CHANGE = (
    "늘",
    "증가",
    "감소",
    "줄",
    "상승",
    "하락",
    "급증",
    "급감",
    "오르",
    "올",
    "오른",
    "내",
    "뛰",
    "떨어",
    "확대",
    "축소",
)
_TO_NEXT = frozenset(
    f" {word} "
    for word in (
        "늘어난", "증가한", "감소한", "줄어든", "상승한", "하락한", "급증한", "급감한", "오른", "내린", "떨어진", "높은",
        "낮은", "많은", "적은", "뛴", "성장한", "늘린", "줄인", "확대된", "축소된", "인상된", "인하된", "인상한", "인하한",
    )
)  # fmt: skip
_SERIES = frozenset(
    (", ", "·", " · ", "와 ", "과 ", "에서 ", "에서", "부터 ", " 및 ", "이나 ", "이었으나 ", "→", " → ", "원에서 ")
)
_PAREN = re.compile(
    r"[^()]{0,6}\((?:약|한화|우리 ?돈|원화|미화|현재 환율로?|전체의|전년 ?(?:동기 ?)?(?:대비|보다|比)| )*$"
)
_PARTIAL = ("중", "가운데")
#: Counters of happenings: what stands left of them is no counted thing.
_TIMES = frozenset(("번", "회", "차례", "가지", "번째", "배", "위", "개국", "라운드", "승", "패", "점", "골"))
_PERSON_ENDS = frozenset("자원인생객민군사들관수장가딸녀부년중우배성족팬구제아모님")
_BODIES = frozenset(("개국", "개사", "사", "곳", "국", "개소", "나라", "개교"))
_JOINS = ("와", "과", "의")
#: After a physical quantity that its clause states; elsewhere it only describes a noun (3m 아래, 2km 구간).
_STATED = re.compile(r"(?: ?(?:가량|정도|이상|이하|여|안팎|내외|규모|수준|대))?(?:을|를|로|으로|이|가|다|에 |까지|였|나 |씩|$|\.)")
_DEPENDENT = ("것", "데 ", "때", "등 ", "중 ", "바 ", "점", "경우", "만큼", "대로", "동안", "과정", "이들", "한편")
_ASIDE = re.compile(r"\([^()]*\)")
_SHARE_OF = re.compile(r" ?(?:이상|이하|내외|안팎|가량|정도|수준)?의 ")
#: Content that is an order or a proposal: its doer is not the one who gives it.
_ORDERED = re.compile(r"(?:하|으|내|주|되)라(?:고|며) |도록 (?:명령|지시|요구|권고|판결)")
_SIZES = frozenset(("이상", "이하", "대", "가량", "수준", "정도", "안팎"))
_GENERAL = frozenset(("개", "가지", "종"))
_PEOPLE = frozenset(("명", "인", "분", "사람"))
_WHERE = frozenset(("곳", "군데", "개소"))
_ENDS_TOPIC = ("며", "지만", "는데", "으나", "면", "자", "고", "면서", "다가")
_ENDS_SUBJECT = (
    "지만",
    "는데",
    "으나",
    "면",
    "자",
    "므로",
    "니까",
    "도록",
    "다고",
    "라고",
    "다며",
    "라며",
    "해서",
    "어서",
    "자마자",
    "져",
)
_PRONOUNS = frozenset("그 그녀 이 이들 그들 저 나 제 내 네 우리 저희 자신 이것 그것 이곳 그곳 여기 양측".split())
_PERSONAL = frozenset(("그", "그녀"))
_CLOSING = "’”'\"」』》〉>)"
_REACH = 400  # how far from a number its clause is followed, in characters
_MONEYLIKE = frozenset(("money", "measure", "percent", "count", "multiple"))


class _Candidate(NamedTuple):
    start: int  # of the noun phrase
    head: int  # of its last word
    end: int
    particle: str
    measure: str | None
    place: bool


class _Sentence:
    """One sentence with its particles, found once and judged when asked for."""

    __slots__ = ("end", "judged", "known", "only", "particles", "quotes", "start", "text", "words")

    def __init__(
        self, text: str, start: int, end: int, quotes: list[Span], known: dict[str, Alias],
        only: dict[str, str | None], words: Words,
    ) -> None:  # fmt: skip
        self.text, self.start, self.end = text, start, end
        self.known, self.only, self.words = known, only, words
        self.quotes = quotes
        self.particles = [match.start() for match in _PARTICLE.finditer(text, start, end)]
        self.judged: dict[int, _Candidate | None] = {}


def is_korean(text: str, start: int, end: int) -> bool:
    """Whether the stretch holds Hangul at all."""
    return _HANGUL.search(text, start, end) is not None


def attach(
    text: str, start: int, end: int, group: list[Mention], quotes: list[Span], known: dict[str, Alias],
    only: dict[str, str | None], lexicon: Lexicon,
) -> None:  # fmt: skip
    """Set subject and measure of the mentions of one sentence."""
    sentence = _Sentence(text, start, end, quotes, known, only, words_of(lexicon))
    before: Mention | None = None
    for mention in group:
        if mention.kind == "age":
            mention.subject = _aged(sentence, mention)
        elif before is None or not _inherit(text, before, mention):
            _one(sentence, mention, before)
        before = mention
    for mine, following in zip(group, group[1:], strict=False):
        if mine.kind in ("percent", "multiple", "percentage_point") and text[mine.end : following.left] in _TO_NEXT:
            if mine.measure is None and following.measure is not None:
                mine.measure, mine.subject = following.measure, following.subject
            elif mine.measure is not None and following.measure is None:
                following.measure, following.subject = mine.measure, mine.subject


def _inherit(text: str, before: Mention, mention: Mention) -> bool:
    """1000억달러(약 145조원), 2만원에서 3만원으로, 3조원(전년 대비 12% 증가): the second is about the same thing."""
    gap = text[before.end : mention.start]
    if len(gap) > 24 or before.kind not in _MONEYLIKE or mention.kind not in _MONEYLIKE:
        return False
    if "(" in gap:
        if (before.kind == mention.kind or mention.kind == "percent") and _PAREN.fullmatch(gap):
            mention.subject, mention.measure = before.subject, before.measure
            return True
        return False
    gap = text[before.end : mention.left]
    if before.kind == mention.kind and (gap in _SERIES or (gap[-3:] == "에서 " and gap[:-3].strip() in _SIZES)):
        tied = _TIE.match(text, mention.end)
        if tied is None or not tied.group(1):
            mention.subject, mention.measure = before.subject, before.measure
            return True
    return False


def _one(sentence: _Sentence, mention: Mention, before: Mention | None) -> None:
    text, words = sentence.text, sentence.words
    low = max(_quote_start(sentence, mention.start), mention.left - _REACH)
    opened = text.rfind("(", low, mention.left)
    if opened >= 0 and text.find(")", opened, mention.left) < 0:
        _parenthetical(sentence, mention, before, opened, low)
        return
    left = _left(sentence, mention, low)
    measure: str | None = None
    owner_from = -1
    if left is not None:
        if left.how == "share":
            if left.word:
                mention.subject = _canonical(sentence, left.word)
                return
        else:
            measure, owner_from = left.word, left.at
    right_measure, tied, particle = _right(sentence, mention)
    if right_measure is not None and (measure is None or (tied and left is not None and left.how == "counted")):
        measure, owner_from = right_measure, -1
    if left is not None and left.how == "label" and measure is None:
        return
    subject: str | None = None
    if owner_from >= 0:
        owner = _owner(sentence, owner_from, low)
        if owner == "":
            mention.measure = measure
            return
        if owner is not None and owner[0] == "의":
            mention.subject, mention.measure = _canonical(sentence, owner[1:]), measure
            return
    if _PART.match(text, mention.end):
        mention.measure = measure
        return
    subject, found = _subject(sentence, mention, measure, particle, low)
    if measure is None and found is not None:
        measure = found
    if measure is None and mention.kind == "money":
        measure = _deed(text, mention, min(sentence.end, mention.end + _REACH), words)
    if measure is None and before is not None and subject == before.subject and mention.kind == "percent":
        gap = text[before.end : mention.left]
        if gap.startswith(("으로 ", "로 ")) and "," not in gap and _changes(text, mention):
            measure = before.measure
    if mention.kind == "duration" and measure is None:
        return
    mention.subject, mention.measure = subject, measure


def _parenthetical(sentence: _Sentence, mention: Mention, before: Mention | None, opened: int, low: int) -> None:
    """한빛전자(32%): the noun that the parenthesis follows; (영업이익 2000억원): only what stands inside it."""
    text, words = sentence.text, sentence.words
    if opened + 1 == mention.left:
        start = words.word_start(text, low, opened)
        word = text[start:opened]
        measure = words.measure(word)
        if measure is not None:
            if words.fits(measure, mention.kind):
                owner = _owner(sentence, opened - len(measure), low)
                mention.measure, mention.subject = measure, _canonical(sentence, owner[1:]) if owner else None
        elif len(word) > 1 and words.nouny(word) and word[-1] not in _CLOSING and not words.adverb(word) and mention.kind != "duration":
            mention.subject = _canonical(sentence, words.phrase(text, low, opened))
        return
    left = _left(sentence, mention, opened + 1)
    if left is None or left.how not in ("measure", "counted"):
        return
    mention.measure = left.word
    if before is not None and 0 <= opened - before.end <= 1:
        mention.subject = before.subject


def _quote_start(sentence: _Sentence, pos: int) -> int:
    quotes = sentence.quotes
    if quotes:
        start, end = quotes[max(0, bisect_right(quotes, (pos + 1,)) - 1)]
        if start <= pos < end:
            return max(sentence.start, start)
    return sentence.start


# ---------------------------------------------------------------- beside the number


class _Beside(NamedTuple):
    """What stands left of a number: a measure noun ("measure"), a counted noun ("counted"), the whole of a share
    ("share"), or a noun that the number is set beside without grammar ("label")."""

    how: str
    word: str | None
    at: int  # where the word starts


def _left(sentence: _Sentence, mention: Mention, low: int) -> _Beside | None:
    text, words = sentence.text, sentence.words
    pos = mention.left
    for step in range(4):
        while pos > low and text[pos - 1] in " :=\u00a0":
            pos -= 1
        if pos <= low:
            return None
        start = words.word_start(text, low, pos)
        word = text[start:pos]
        if not word:
            return None
        measure = words.measure(word)
        if measure is not None and words.fits(measure, mention.kind):
            return _Beside("measure", measure, pos - len(measure))
        if step == 0 and (share := _share(sentence, mention, word, start, low)) is not None:
            return share
        last = word[-1]
        if last in "을를로" and len(word) > 2:
            stem = word[:-2] if word.endswith("으로") else word[:-1]
            measure = words.measure(stem)
            if measure is None or not words.fits(measure, mention.kind):
                return None
            if last == "로" and not (mention.kind == "money" and words.is_money(measure)):
                return None
            return _Beside("measure", measure, start + len(stem) - len(measure))
        if word in words.no_owner:
            pos = start
            continue
        if step > 0 or measure is not None:
            return None
        if mention.kind == "count" and text[pos - 1] != ":":
            return _counted(sentence, mention, word, start)
        if last in "이가도은는" and words.carries(word[:-1] or word, last):
            return None
        if words.nouny(word) and len(word) > 1 and not words.adverb(word) and not words.is_time(word):
            return _Beside("label", None, start)
        return None
    return None


def _share(sentence: _Sentence, mention: Mention, word: str, start: int, low: int) -> _Beside | None:
    """응답자의 45%, 응답자 가운데 45%: the number is a share of them."""
    text, words = sentence.text, sentence.words
    if word[-1] == "의" and len(word) > 2 and mention.kind in ("percent", "fraction"):
        head, end = word[:-1], start + len(word) - 1
    elif word in _PARTIAL and text[start - 1 : start] == " ":
        end = start - 1
        head = text[words.word_start(text, low, end) : end]
    else:
        return None
    if head not in words.no_owner and words.measure(head) is None and words.nouny(head):
        return _Beside("share", words.phrase(text, low, end), start)
    return _Beside("share", None, start)


def _counted(sentence: _Sentence, mention: Mention, word: str, start: int) -> _Beside | None:
    """직원 200명, 아파트 5000가구: the noun beside a count."""
    words = sentence.words
    unit = mention.unit or ""
    if unit in _TIMES or len(word) < 2 or word in words.place or not words.nouny(word):
        return None
    if sentence.text[mention.left - 1] != " ":
        return None  # OZ214편: digits that belong to a name
    if not (_HANGUL.match(word[-1]) or word.isascii()) or word[0].isdigit() or words.adverb(word):
        return None
    if word[-1] in "이가" and words.carries(word[:-1], word[-1]) and not words.noun_ends(word):
        return None
    if unit in _WHERE and word.endswith(("시", "도", "구", "군", "동", "역", "청")):
        return None
    return _Beside("counted", word, start)


def _right(sentence: _Sentence, mention: Mention) -> tuple[str | None, bool, str]:
    """The noun right of the number, whether it is tied to it (2조원 규모의 대출), and the particle that closes the whole."""
    text, words = sentence.text, sentence.words
    end = min(sentence.end, mention.end + _REACH)
    tie = _TIE.match(text, mention.end)
    pos = tie.end() if tie else mention.end
    tail = text[mention.end : pos]
    following = text[pos : pos + 1]
    if following == "(":
        closing = text.find(")", pos, min(end, pos + 60))
        if closing > 0:
            pos = closing + 1
            following = text[pos : pos + 1]
    if following and following in "이가은는을를와과" and text[pos + 1 : pos + 2] in (" ", ",", ""):
        return None, False, following
    if following != " " or pos >= end:
        return None, False, ""
    tied = bool(tie and tie.group(1)) or tail.endswith(("규모", "짜리", "어치", "상당"))
    if mention.kind in ("count", "measure") and not tied:
        tied = mention.unit in _GENERAL or (
            mention.unit not in _PEOPLE and words.genitive_at(text, pos + 1, end)
        )
    phrase, particle = words.phrase_right(text, pos + 1, end, tied=tied)
    if phrase is None:
        return None, False, ""
    if tie and tie.group(1) == "의" and not _same(mention.unit, phrase):
        return None, False, particle
    measure = words.measure(phrase.rsplit(" ", 1)[-1])
    if measure is not None and words.fits(measure, mention.kind):
        return measure, tied, particle
    if tied and mention.kind in ("money", "measure", "count"):
        return phrase, True, particle
    return None, False, ""


def _same(unit: str | None, phrase: str) -> bool:
    """200명의 직원 are 200 of them; 10개국의 요청, 3명의 의견 are theirs."""
    if unit in _PEOPLE:
        return phrase[-1] in _PERSON_ENDS
    return unit not in _BODIES


def _deed(text: str, mention: Mention, end: int, words: Words) -> str | None:
    """500억원을 (추가로) 투자했다: the verbal noun that says what the money does."""
    tie = _TIE.match(text, mention.end)
    pos = tie.end() if tie else mention.end
    for particle in ("을 들여 ", "를 들여 ", "을 ", "를 ", "로 ", "씩 ", " "):
        if text.startswith(particle, pos):
            pos += len(particle)
            break
    else:
        return None
    for _ in range(2):
        stop = text.find(" ", pos, min(end, pos + 24))
        word = text[pos : min(end, pos + 24) if stop < 0 else stop]
        deed = words.deed(word)
        if deed is not None:
            return deed
        if stop < 0 or not word.endswith(("로", "에", "게", "히")):
            return None
        pos = stop + 1
    return None


def _changes(text: str, mention: Mention) -> bool:
    return text[mention.end : mention.end + 8].lstrip(" 가량정도이상넘게나").startswith(_CHANGE)


def _aged(sentence: _Sentence, mention: Mention) -> str | None:
    """A씨(45), 김모 씨(52): the person whose age it is."""
    text, words = sentence.text, sentence.words
    pos = mention.start
    if text[pos - 1 : pos] in ("(", "（"):
        pos -= 1
        start = words.word_start(text, sentence.start, pos)
        if text[start:pos] in ("씨", "군", "양"):
            start = words.word_start(text, sentence.start, start - 1)
        name = text[start:pos].strip("‘’“”'\"")
        return _canonical(sentence, name) if name else None
    return None


# ---------------------------------------------------------------- owners and clause subjects


def _owner(sentence: _Sentence, pos: int, low: int) -> str | None:
    """The owner left of a measure noun at ``pos``: its text after "의" (genitive) or " " (beside it), "" for a pronoun."""
    text, words = sentence.text, sentence.words
    if pos > low and text[pos - 1] not in " \u00a0":
        return None
    for _ in range(4):
        end = pos
        while end > low and text[end - 1] in " \u00a0":
            end -= 1
        if end <= low:
            return None
        start = words.word_start(text, low, end)
        word = text[start:end]
        if not word:
            return None
        if word[-1] == "의" and len(word) > 1 and not words.noun_ends(word):
            stem = word[:-1]
            if stem in _PRONOUNS:
                return ""
            if stem not in words.no_owner and not words.is_time(stem) and words.nouny(stem, head=True):
                return "의" + words.phrase(text, low, end - 1)
            pos = start
            continue
        if word in words.no_owner or word[0].isdigit() or words.is_time(word) or word.endswith("당"):
            pos = start
            continue
        if words.nouny(word) and not words.adverb(word):
            return " " + words.phrase(text, low, end)
        return None
    return None


def _subject(
    sentence: _Sentence, mention: Mention, measure: str | None, particle: str, low: int
) -> tuple[str | None, str | None]:
    """The subject of the number's clause, and the measure if that subject names one."""
    text, words = sentence.text, sentence.words
    is_subject = particle != "" and particle in "이가은는"
    is_object = particle in ("을", "를")
    end = min(sentence.end, mention.end + _REACH)
    attained = _ATTAINED.match(text, mention.end) if is_object else None
    if attained is not None:
        head, _ = words.phrase_right(text, attained.end(), end, tied=True)
        if head is not None and words.measure(head) is None:
            return _canonical(sentence, head), measure
    if measure is None and (particle in _JOINS or (mention.kind == "measure" and not _STATED.match(text, mention.end))):
        return None, None
    if mention.kind == "percent" and measure is None and _SHARE_OF.match(text, mention.end):
        return None, None
    if _ORDERED.search(text, mention.end, end):
        return None, measure
    relative = _RELATIVE.match(text, mention.end) is not None
    framed = _FRAME.search(text, mention.end, end) is not None
    inner = False
    beside: str | None = None  # the noun beside the measure (서울 아파트 가격이), if no topic owns it
    looked = 0
    for index in range(bisect_left(sentence.particles, mention.left) - 1, -1, -1):
        pos = sentence.particles[index]
        if pos < low or looked == 6:
            break
        candidate = _judge(sentence, pos)
        if candidate is None or _inside_other_quote(sentence, pos, mention.start):
            continue
        looked += 1
        gap = text[candidate.end + 1 : mention.left].split()
        if candidate.measure is not None:
            if not words.fits(candidate.measure, mention.kind) or _closed(gap, _ENDS_TOPIC, words):
                continue
            if candidate.particle in "이가" and _closed(gap, _ENDS_SUBJECT, words):
                continue
            owner = _owner(sentence, candidate.head, low)
            if measure is None:
                measure, inner = candidate.measure, True
                if owner == "":
                    return None, measure
                if owner is not None and (owner[0] == "의" or candidate.particle in "은는"):
                    return _canonical(sentence, owner[1:]), measure
                beside = owner
            elif owner == "":
                return None, measure
            elif owner is not None and owner[0] == "의":
                return _canonical(sentence, owner[1:]), measure
            continue
        topic = candidate.particle in "은는도서"
        if not topic and (_closed(gap, _ENDS_SUBJECT, words) or is_subject or inner):
            continue
        if candidate.place and measure is None:
            continue
        if is_subject and not (measure and words.is_own(measure)):
            return None, measure
        deed = None if is_object else _deed(text, mention, end, words)
        if topic and not is_object and deed is None and measure is None and _closed(gap, _ENDS_TOPIC, words):
            return None, None
        if topic and relative and not inner:
            return None, measure
        name = text[candidate.start : candidate.end]
        if name.rsplit(" ", 1)[-1] in _PRONOUNS:
            return (sentence.only["person"] if name in _PERSONAL else None), measure
        if framed and topic and not candidate.place:
            if _speaker(sentence, name):
                break
            if inner or is_subject:
                if not (measure and words.is_own(measure)) or words.institution(name):
                    break
            elif not is_object and deed is None and not (measure and words.is_own(measure)):
                return None, measure
        if not framed and topic and inner and words.institution(name):
            break
        return _canonical(sentence, name), measure
    return (_canonical(sentence, beside[1:]) if beside else None), measure


def _judge(sentence: _Sentence, pos: int) -> _Candidate | None:
    """The noun phrase that the particle at ``pos`` closes, if it is one."""
    if pos in sentence.judged:
        return sentence.judged[pos]
    found = sentence.judged[pos] = _phrase_at(sentence, pos)
    return found


def _phrase_at(sentence: _Sentence, pos: int) -> _Candidate | None:
    text, words, low = sentence.text, sentence.words, max(sentence.start, pos - 80)
    particle = text[pos]
    end = pos
    if particle == "서":
        if text[pos - 1 : pos] != "께":
            return None
        end = pos - 1
    start = words.word_start(text, low, end)
    word = text[start:end]
    if not word:
        return None
    full = word + particle
    if particle == "는" and word.endswith("에서") and word[:-2] in words.place:
        return _Candidate(start, start, end - 2, "는", None, True)
    if particle not in "도서" and (words.not_subject(full) or text.startswith(_DEPENDENT, pos + 2)):
        return None
    if full in words.no_owner or (particle != "서" and words.is_measure(full)):
        return None
    if not words.carries(word, particle):
        return None
    measure = words.measure(word)
    if particle == "도" and measure is None and text[start:end] not in sentence.known:
        return None
    if measure is not None:
        return _Candidate(start, end - len(measure), end, particle, measure, False)
    if word in words.no_owner and word not in _PRONOUNS:
        return None
    if word[0].isdigit() or (len(word) == 1 and word not in _PRONOUNS and not word.isascii()):
        return None
    phrase = words.phrase(text, low, end)
    if len(phrase) < 2 and word not in _PRONOUNS and not phrase.isascii() or not phrase:
        return None
    begin = text.rfind(phrase, low, end)
    return _Candidate(begin if begin >= 0 else start, start, begin + len(phrase), particle, None, False)


def _closed(gap: list[str], endings: tuple[str, ...], words: Words) -> bool:
    """Whether a clause that began before the gap has ended in it: a connective ending, or a verb before another noun."""
    for index, word in enumerate(gap):
        bare = word.rstrip(",")
        if bare.endswith(endings) and len(bare) > 1 and not words.noun_ends(bare) and words.measure(bare) is None:
            return True
        if endings is _ENDS_SUBJECT and words.adnominal(bare) and (index < len(gap) - 1 or bare[-1] in "된진"):
            return True
    return False


def _inside_other_quote(sentence: _Sentence, pos: int, number: int) -> bool:
    quotes = sentence.quotes
    if not quotes:
        return False
    start, end = quotes[max(0, bisect_right(quotes, (pos,)) - 1)]
    return start < pos < end and not start <= number < end


def _speaker(sentence: _Sentence, name: str) -> bool:
    alias = sentence.known.get(name)
    if alias is not None:
        return alias.type not in ("organization", "institution")
    return sentence.words.titled(name)


def _canonical(sentence: _Sentence, phrase: str) -> str | None:
    """The phrase, or the canonical form of the name that it is or ends with."""
    if not phrase:
        return None
    if "(" in phrase:
        phrase = _ASIDE.sub("", phrase)
    known = sentence.known
    if known:
        rest = phrase
        while True:
            alias = known.get(rest)
            if alias is not None:
                return alias.canonical
            cut = rest.find(" ")
            if cut < 0:
                break
            rest = rest[cut + 1 :]
    return phrase
