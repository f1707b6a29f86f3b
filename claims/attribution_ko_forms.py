"""Korean reporting verbs in all their endings, and the class that a content's own ending gives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.lexicon import Lexicon

__all__ = [
    "HEARSAY_NOUNS",
    "Form",
    "Forms",
    "Role",
    "class_of",
    "conditional",
    "forms_of",
    "may_be_taken_up",
    "may_report",
]

_SS, _N, _L, _B = 20, 4, 8, 17  # the final consonants ㅆ, ㄴ, ㄹ, ㅂ in the Unicode order


class Form(NamedTuple):
    """A verb form: its stem, and whether it ends the sentence, goes on, modifies a noun or is itself reported."""

    stem: str
    ending: str  # one of _ENDINGS; chain: 하고 있다, 하기도 했다


_ENDINGS = ("final", "going", "adnominal", "quoted", "chain")


def _final(syllable: str) -> int:
    code = ord(syllable) - 0xAC00
    return code % 28 if 0 <= code < 11172 else -1


def _with(syllable: str, final: int) -> str:
    return chr(ord(syllable) - _final(syllable) + final)


def _past(stem: str) -> str:
    """말하 -> 말했, 덧붙이 -> 덧붙였, 전망되 -> 전망됐; other stems state theirs in the table."""
    last = stem[-1]
    vowel = (ord(last) - 0xAC00) // 28 % 21
    if last == "하":
        return stem[:-1] + "했"
    if last == "되":
        return stem[:-1] + "됐"
    if _final(last) == 0 and vowel == 20:
        return stem[:-1] + _with(chr(ord(last) - 14 * 28), _SS)
    return stem + "었"


def conjugate(stem: str, pasts: list[str], presents: list[str]) -> Iterator[tuple[str, str]]:
    """Every (form, ending) of a verb that news text uses."""
    for past in pasts or [_past(stem)]:
        for tail in ("다", "습니다", "어요", "음"):
            yield past + tail, "final"
        for tail in ("고", "으며", "지만", "으나", "는데", "으면서", "으면서도", "다가", "고도", "고는"):
            yield past + tail, "going"
        yield past + "던", "adnominal"
        for tail in ("다고", "다고도", "다며", "다면서", "다는", "다는데", "다니", "단"):
            yield past + tail, "quoted"
        base = past[:-1] + _with(past[-1], 0) if _final(past[-1]) == _SS else past
        for tail in ("왔다", "왔습니다"):
            yield base + tail, "final"
        for tail in ("왔으며", "왔고", "왔지만", "왔으나"):
            yield base + tail, "going"
        yield base + "왔다고", "quoted"
        yield base + "온", "adnominal"
        yield base, "chain"
        if base[-1] == "돼":
            yield base + "서", "chain"
            yield stem + "어", "chain"
    for present in presents:
        yield present, "final"
    last = stem[-1]
    if _final(last) == 0:
        head, short = stem[:-1] + _with(last, _N), ""
    else:
        head, short = stem + "는", "으"
    yield head + "다", "final"
    yield (stem[:-1] + _with(last, _B) + "니다" if not short else stem + "습니다"), "final"
    yield stem + "는가", "going"
    for tail in ("다고", "다며", "다면서", "다는"):
        yield head + tail, "quoted"
    yield (stem[:-1] + _with(last, _N)) if not short else stem + "은", "adnominal"
    yield stem + "는", "adnominal"
    yield stem + "던", "adnominal"
    for tail in (short + "며", short + "면서", short + "면서도", "자", "지만", short + "나"):
        yield stem + tail, "going"
    for tail in ("고", "기도", "곤"):
        yield stem + tail, "chain"


_COPULA_TAILS = (
    "이다", "이었다", "였다", "다", "이라고", "라고", "이며", "며", "이고", "이지만", "지만", "입니다", "이라는", "이었던",
)  # fmt: skip
HEARSAY_NOUNS = ("것", "게", "내용", "얘기", "이야기", "뜻", "말", "취지", "전언", "골자")
#: …다는 사실이다 says what something is, not who says so.
_NO_REPORT = frozenset(("점", "사실", "글", "가능성", "결과", "자료"))


#: 자료를 보면, 통계를 살펴보면: what a paper says.
READS = ("보면", "살펴보면", "들여다보면")


class Forms:
    """Form dictionaries of one lexicon: ``cue`` (verbs), ``passive``, ``happens`` (분석이 나온다), ``does`` (뜻을 밝혔다),
    ``copula`` (입장이다).

    ``every`` holds all of them: a sentence without one of these words reports nothing. The ``weak`` ones (했다) report only
    after 고, the ``noun`` ones (나온다) only with …다는.
    """

    __slots__ = (
        "achieved",
        "copula",
        "cue",
        "does",
        "every",
        "happens",
        "noun",
        "passive",
        "phrase",
        "plan",
        "roles",
        "state",
        "strong",
        "weak",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        sections = lexicon.sections
        self.cue = self._table(sections["cue.ko"])
        self.passive = self._table(sections["passive.ko"])
        self.happens = self._table(sections["noun_verb.ko"])
        self.does = self._table(sections["noun_object.ko"])
        nouns = [*sections["cue_noun.ko"], *HEARSAY_NOUNS]
        self.copula = {noun + tail: (noun, tail) for noun in nouns if noun not in _NO_REPORT for tail in _COPULA_TAILS}
        self.weak = frozenset(form for form, row in self.cue.items() if sections["cue.ko"][row.stem].get("weak"))
        self.noun = frozenset((*self.happens, *self.does, *self.copula))
        self.strong = frozenset((*self.cue, *self.passive, "따르면", "의하면", *READS)) - self.weak
        self.every = self.strong | self.weak | self.noun
        self.phrase = self._phrases(sections["cue_phrase.ko"])
        self.weak |= frozenset(self.phrase)
        self.every |= self.weak
        self.roles: dict[str, Role] = {}
        self.state = tuple(_future(stem) for stem in sections["state_verb.ko"])
        self.achieved = tuple(_future(stem) for stem, row in sections["state_verb.ko"].items() if row.get("achieved"))
        self.plan = tuple(form for stem in sections["plan_verb.ko"] for form in _present(stem))

    def role(self, word: str) -> Role:
        """What a word may be; remembered for the words of the tables."""
        role = self.roles.get(word)
        if role is None:
            role = Role(word, self)
            if word in self.every:
                self.roles[word] = role
        return role

    @staticmethod
    def _table(rows: dict[str, dict[str, list[str]]]) -> dict[str, Form]:
        table: dict[str, Form] = {}
        for stem, row in rows.items():
            made = {ending: Form(stem, ending) for ending in _ENDINGS}
            for form, ending in conjugate(stem, row.get("past", []), row.get("present", [])):
                table.setdefault(form, made[ending])
        return table

    @staticmethod
    def _phrases(rows: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, Form]]:
        """분통을 터뜨렸다: verb form -> the word in front of it -> the phrase."""
        table: dict[str, dict[str, Form]] = {}
        for phrase, row in rows.items():
            word, _, stem = phrase.rpartition(" ")
            made = {ending: Form(phrase, ending) for ending in _ENDINGS}
            for form, ending in conjugate(stem, row.get("past", []), row.get("present", [])):
                table.setdefault(form, {}).setdefault(word, made[ending])
        return table


class Role:
    """Everything that one word may be, looked up once: a verb that reports, a passive, what a noun does …

    ``according`` is 에 따르면 in one word, ``cites`` 인용해; ``alone`` says that the word reports without …다는 in front.
    """

    __slots__ = ("according", "alone", "cites", "copula", "cue", "does", "happens", "passive", "phrase", "reads")

    def __init__(self, word: str, forms: Forms) -> None:
        self.according = word in ("따르면", "의하면") or word.endswith(("에따르면", "에 따르면", "에의하면"))
        self.reads = word in READS
        self.cites = word.startswith("인용") and word[2:] in ("해", "하여", "하며", "하면서", "해서", "한")
        self.cue = forms.cue.get(word)
        self.passive = forms.passive.get(word)
        self.phrase = forms.phrase.get(word)
        self.does = forms.does.get(word)
        self.happens = forms.happens.get(word)
        self.copula = forms.copula.get(word)
        self.alone = bool(
            self.according or self.cites or self.reads or self.cue or self.passive or self.phrase or self.does
        )


def _future(stem: str) -> str:
    last = stem[-1]
    return stem[:-1] + _with(last, _L) if _final(last) in (0, _L) else stem + "을"


def _present(stem: str) -> tuple[str, ...]:
    last = stem[-1]
    return (stem[:-1] + _with(last, _N) + "다",) if _final(last) in (0, _L) else (stem + "는다",)


def forms_of(lexicon: Lexicon) -> Forms:
    """The forms of a lexicon, built on first use."""
    found = lexicon.cache.get("attribution.ko.forms")
    if found is None:
        found = lexicon.cache["attribution.ko.forms"] = Forms(lexicon)
    assert isinstance(found, Forms)
    return found


#: Words in front of which a cue noun stands: …다는 우려, “…”는 지적, 할 계획을.
_NOMINALS = (
    "다는 ",
    "라는 ",
    "이란 ",
    "란 ",
    "단 ",
    "냔 ",
    "잔 ",
    "자는 ",
    "냐는 ",
    "”는 ",
    "’는 ",
    '"는 ',
    "'는 ",
    "계획을 ",
    "방침을 ",
    "뜻을 ",
    "의사를 ",
    "의지를 ",
    "입장을 ",
)
#: How a clause ends that a noun takes up (NOMINAL in attribution_ko_draft).
_TAKEN_UP = ("다는", "라는", "자는", "냐는", "”는", "’는", '"는', "'는", "」는", "』는", "이란 ", "단 ", "냔 ", "잔 ")


def may_be_taken_up(body: str) -> bool:
    """Whether a noun may take up a clause in these words (…다는 분석이 나온다): else what nouns do reports nothing."""
    return any(mark in body for mark in _TAKEN_UP)


#: What stands before a verb that reports only after a quotative.
_HANDS_ON = ("고 ", "며 ", "면서 ", "고도 ", "로 ", "히 ", "고는 ")


def may_report(words: list[str], body: str, forms: Forms) -> bool:
    """Whether a sentence of these words (without punctuation) can hold a report at all."""
    if not forms.strong.isdisjoint(words):
        return True
    if not forms.weak.isdisjoint(words) and any(mark in body for mark in _HANDS_ON):
        return True
    return not forms.noun.isdisjoint(words) and any(mark in body for mark in _NOMINALS)


_PLANNED = re.compile(
    r"(?:겠다|겠습니다|겠다는|기로 (?:했다|합의했다|결정했다|한다|하고|했으며)"
    r"|(?:계획|방침|예정|구상|복안|생각|목표|뜻)(?:이다|입니다|이라|이며)?"
    r"|목표로 (?:하고 있다|한다|삼고 있다|잡고 있다|하겠다|뛰고 있다)"
    r"|(?:검토|추진|준비|계획) ?(?:하고 있다|중이다|중|한다)|려고? (?:한다|하고 있다)|나설 것|보일 계획"
    r"|방안을 (?:논의|협의|준비)(?:하고 있다| 중| 중이다))$"
)
#: The one or two characters that _PLANNED, _FORECAST and _OPINION end with: without them there is nothing to match.
_PLANNED_ENDS = frozenset(("겠다", "니다", "했다", "한다", "이다", "있다", *"는고며획침정상안각표뜻라중것"))
_FORECAST_ENDS = frozenset(("된다", "됐다", "이다", "한다", "있다", *"망상측대"))
_OPINION_ENDS = frozenset(
    ("본다", "니다", "한다", "는다", "낀다", "된다", "했다", "있다", "하다", "깝다", "쉽다", "치다", "럽다")
).union("문려정행감리심못요직자라야")
_NO_PLAN = ("모르겠다", "알겠다", "좋겠다", "모르겠습니다", "알겠습니다", "좋겠습니다", "되겠다", "못하겠다")
_POSSIBLE = re.compile(
    r"수(?:도|는)? 있(?:다|음|어|는|을)?[가-힣]{0,4}$|지(?:도)? 모른다[가-힣]{0,3}$"
    r"|배제(?:하지 않|할 수 없)[가-힣]{1,4}$|가능성(?:이|도|은|을)? ?[가-힣\d.% ]{0,12}$|수 있(?:을|는) 것$"
)
_OPINION = re.compile(
    r"(?:[다라]고|[가-힣] 것으로) (?:본다|봅니다|생각한다|생각합니다|판단한다|믿는다|느낀다)$"
    r"|[가-힣]야 (?:한다|할|된다|했다|합니다|할 것|하는 것)?[가-힣]{0,3}$|[해아어여돼]야$"
    r"|(?:의문|우려|걱정|다행|유감|무리|욕심|잘못|안타깝다|아쉽다|부당하다|지나치다|실망스럽다)$"
    r"|필요(?:가 있다|하다|성이 있다)?$|바람직(?:하다)?$|마땅하다$"
    r"|(?:하|되|가|보|두|말|내|주|막|놓|서|들|지키|바꾸|줄이|늘리|살리|이기|합치|모으)자$"
    r"|(?:하|으|시키|내|말|달|오|가|주|보|서|추|두|들|리|치)라$"
)
_ESTIMATED = re.compile(r"(?:추정|추산)(?:된다|됐다|하고 있다|한다|치|)$")
_FORECAST = re.compile(r"(?:전망|예상|예측|기대)(?:된다|됐다|이다|한다|하고 있다|)$")
_FUTURE_THING = re.compile(r"([가-힣]+) (?:것|전망)(?:이다|입니다|으로|이|)$")
#: -겠다 of what happens by itself is a forecast (비가 오겠다, 추위가 이어지겠다).
_WILL = re.compile(
    r"([을를] )?[가-힣]*(?:이어지|있|없|떨어지|오르|내리|오|그치|쌓이|불|지|높|낮|많|크|춥|덥|맑|흐리|머물|내려가"
    r"|올라가|보이|나타나|계속되|예상되|필요하|어렵|힘들|걸리|포근하|쌀쌀하|끼|일)겠(?:다|습니다|다는)$"
)
_SEEMS = re.compile(r"([가-힣]) 것(?:으로|이라고) (?:보인다|보입니다|본다|보고 있다|예상한다|전망한다|기대한다)$")
_LONG = 24
#: Before 면 of a condition (끊기면, 오르면, 두면) stands one of these; 측면, 국면, 화면 are nouns.
_IF = frozenset(
    "으하되지리기오가르치히키다라나우추늘줄들내이서풀두주쓰끼피비뜨크끄트프벌팔살돌달길불놀열걸알밀말뛰쉬뀌꾸누부루"
)
#: Words in 면 that are no condition: 이르면, 따르면, 감안하면, nouns.
_NO_IF = (
    "이르면", "따르면", "의하면", "말하면", "비하면", "비교하면", "감안하면", "고려하면", "제외하면", "합하면", "더하면",
    "환산하면", "계산하면", "돌이켜보면", "예를 들면", "그러면", "하자면", "요약하면", "정리하면", "아니면", "여차하면",
    "웬만하면", "되도록이면", "이왕이면", "기왕이면", "가능하면", "컵라면", "봉지라면",
)  # fmt: skip
_NOUNS_IN_MYEON = frozenset(("지면", "가면", "이면", "내면", "라면", "들면", "다면", "서면"))
_NOT_ALLOWED = ("안 ", "된다", "됐", "되는 ")


def conditional(content: str) -> bool:
    """Whether a condition holds what a content says last (수주가 끊기면 조업을 줄일 수밖에 없다); not what is over."""
    if "면 " not in content and "면, " not in content and "면은 " not in content and "경우" not in content:
        return False
    body = content.rstrip(" .,!?…”’\"'」』")
    if len(body) < 4 or (body[-1] == "다" and _final(body[-2]) == _SS and body[-2] not in "있겠"):
        return False
    low = max(body.rfind(". "), body.rfind("? "), body.rfind("! ")) + 1
    at = body.find("면", low)
    while at >= 0:
        follows = body[at + 1 : at + 2]
        if follows in (" ", ",") or body.startswith(("은 ", "야 "), at + 1):
            word = body[body.rfind(" ", low, at) + 1 : at + 1].lstrip("‘“\"'")
            rest = body[at + 2 : at + 5]
            if body[at - 1 : at] in _IF and word not in _NOUNS_IN_MYEON and not body.endswith(_NO_IF, low, at + 1):
                if not rest.startswith(_NOT_ALLOWED):
                    return True
        at = body.find("면", at + 1)
    at = body.find(" 경우", low)
    return at > 0 and _final(body[at - 1]) == _L


def class_of(content: str, forms: Forms, *, speaker: bool, future: bool = False) -> str | None:
    """The class that the end of a content states: planned, estimated, forecast, possible, opinion, or None.

    ``speaker``: the source speaks for itself, so what it says that it will do (투자할 것, 투자한다) is a plan.
    ``future``: 것으로 follows, so that a content in -ㄹ is what will be.
    """
    tail = content.rstrip(" .,!?…”’\"'」』")[-_LONG:]
    if not tail:
        return None
    end, last = tail[-2:], tail[-1]
    if (end in _PLANNED_ENDS or last in _PLANNED_ENDS) and not tail.endswith(_NO_PLAN) and _PLANNED.search(tail):
        will = _WILL.search(tail)
        return "forecast" if will and not will.group(1) else "planned"
    if "추" in tail and _ESTIMATED.search(tail):
        return "estimated"
    if (end in _FORECAST_ENDS or last in _FORECAST_ENDS) and _FORECAST.search(tail):
        return "forecast"
    if (end in _OPINION_ENDS or last in _OPINION_ENDS or "야 " in tail) and _OPINION.search(tail):
        return "opinion"
    if (" 있" in tail or "모른다" in tail or "가능성" in tail or "배제" in tail) and _POSSIBLE.search(tail):
        return "possible"
    coming = " 것" in tail
    thing = _FUTURE_THING.search(tail) if coming or " 전망" in tail else None
    if thing and (_final(thing.group(1)[-1]) == _L or thing.group(1)[-1] in "할될을"):
        word = thing.group(1)
        if speaker and word.endswith("할") and not word.endswith(forms.state) and not _another(content):
            return "planned"
        own = speaker and _OBJECT.search(tail) is not None and not word.endswith(forms.achieved)
        return "planned" if own and _own_deed(content) else "forecast"
    seems = _SEEMS.search(tail) if coming else None
    if seems:
        return "forecast" if _final(seems.group(1)) == _L else "opinion"
    if future and _final(tail[-1]) == _L and len(tail) > 4:
        return "planned" if speaker and tail.endswith("할") and not tail.endswith(forms.state) else "forecast"
    if speaker and tail.endswith(forms.plan) and _own_deed(content):
        return "planned"
    return None


_OBJECT = re.compile(r"[을를] (?:[^ ]+ ){0,3}[^ ]+ 것(?:이다|입니다|으로|이|)$")
_SUBJECT = re.compile(r"(?:^|[ “‘\"'])([^ “‘]+)([이가은는]) ")
_SPEAKERS = frozenset(("우리", "저", "나", "저희", "당사", "회사", "본인", "자신", "내", "제", "정부", "우리 정부"))


_NO_TOPIC = (
    "에는", "에서는", "까지는", "부터는", "으로는", "있는", "없는", "않는", "하는", "되는", "다는", "라는", "또는", "높은",
    "많은", "같은",
)  # fmt: skip
    "에는",
    "에서는",
    "까지는",
    "부터는",
    "으로는",
    "있는",
    "없는",
    "않는",
    "하는",
    "되는",
    "다는",
    "라는",
    "또는",
    "높은",
    "많은",
    "같은",
)


def _another(content: str) -> bool:
    """“주장 로메로는 2주 정도 결장할 것”: a topic of its own right at the beginning of a quotation."""
    if content[:1] not in "“‘\"'":
        return False
    for word in content[1:40].split(" ")[:2]:
        if len(word) > 2 and word[-1] in "은는" and not word.endswith(_NO_TOPIC):
            return word[:-1] not in _SPEAKERS
    return False


def _own_deed(content: str) -> bool:
    """Whether the speaker is who does it: no subject of its own in 이/가 stands in the last clause of the content."""
    low = max(content.rfind(". "), content.rfind("고 "), content.rfind("며 "), content.rfind("지만 "), 0)
    for match in _SUBJECT.finditer(content, low):
        word, particle = match.group(1), match.group(2)
        if particle in "이가" and word not in _SPEAKERS and len(word) > 1:
            final = _final(word[-1])
            if final >= 0 and (final != 0) == (particle == "이") and not word.endswith(("같", "없", "높", "깊")):
                return False
    return True
