"""How surely a Korean content states itself: by its own ending (하겠다, 늘 것, 수 있다) and by its conditions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_forms import Endings, final_at
from claims.looks import letter

if TYPE_CHECKING:
    from claims.attribution_ko_forms import Forms

__all__ = ["ENOUGH", "class_of", "conditional", "is_over", "is_verdict"]

_SS: Final = 20  # the final consonants ㅆ, ㄹ in the Unicode order
_L: Final = 8


def _each(*parts: str) -> list[str]:
    """Every way to put one of each part together: _each("a|b", "|c") is a, ac, b, bc."""
    found = [""]
    for part in parts:
        found = [front + back for front in found for back in part.split("|")]
    return found


_PLANNED: Final = Endings(
    [
        *_each("겠다|겠습니다|겠다는|나설 것|보일 계획"),
        *_each("기로 ", "했다|합의했다|결정했다|결의했다|의결했다|확정했다|한다|하고|했으며"),
        *_each("계획|방침|예정|구상|복안|생각|목표|뜻", "|이다|입니다|이라|이며|인|임"),
        *_each("목표로 ", "하고 있다|한다|삼고 있다|잡고 있다|하겠다|뛰고 있다"),
        *_each("검토|추진|준비|계획", "| ", "하고 있다|중이다|중|한다"),
        *_each("려|려고", " ", "한다|하고 있다"),
        *_each("방안|방법|계획", "을 ", "논의|협의|준비|조율", "하고 있다| 중이다| 중"),
        *_each("타진|저울질", "| ", "하고 있다|중이다|중"),
    ]
)
_NO_PLAN: Final = Endings([*_each("모르|알|좋", "겠다|겠습니다"), "되겠다", "못하겠다"])
#: 전국으로 확대되겠다; not 도움이 되겠다.
_BECOMES: Final = re.compile(r"[가-힣]{2}되겠(?:다|습니다)$")
#: 비밀이 없다는 뜻, 잘못된 생각: no plans.
_MEANS: Final = re.compile(r"(?:(?:(?<!겠)다는|라는) 뜻|[가-힣][된한] 생각)[가-힣]{0,3}$")
_POSSIBLE: Final = re.compile(
    r"수(?:도|는)? 있(?!었)(?:다|음|어|는|을)?[가-힣]{0,4}$|지(?:도)? 모른다[가-힣]{0,3}$"
    r"|배제(?:하지 않|할 수 없)[가-힣]{1,4}$|가능성(?:이|도|은|을)? ?[가-힣\d.% ]{0,12}$|수 있는 것$"
)
_OPINION: Final = Endings(
    [
        *_each("해|아|어|여|돼", "야"),
        *_each("의문|우려|걱정|다행|유감|무리|욕심|잘못|안타깝다|아쉽다|부당하다|지나치다|실망스럽다"),
        *_each("필요", "|가 있다|하다|성이 있다|가 없다|는 없다|도 없다"),
        *_each("볼|늦출|미룰|용납할|용인할|묵과할|받아들일|좌시할|방치할|간과할", " ", "수 없다|수는 없다"),
        *_each("보기|하기", "는 |엔 |도 | ", "어렵다|힘들다"),
        *_each("바람직|바람직하다|마땅하다|적절하다|부적절하다|타당하다"),
        *_each("서는|선|면", " ", "안 ", "된다|됩니다|돼"),
        *_each("는 게|는 것이|는 편이", " ", "좋다|낫다|옳다|맞다"),
        *_each("면 좋겠", "다|습니다|어요"),
        *_each("하|되|가|보|두|말|내|주|막|놓|서|들|지키|바꾸|줄이|늘리|살리|이기|합치|모으", "자"),
        *_each("하|으|시키|내|말|달|오|가|주|보|서|추|두|들|리|치", "라"),
    ]
)
_JUDGES: Final = ("본다", "봅니다", "생각한다", "생각합니다", "판단한다", "믿는다", "느낀다")
_SEEMING: Final = ("보인다", "보입니다")
_JUDGED: Final = re.compile(
    rf"(?:[다라]고|[가-힣] 것으로) (?:{'|'.join(_JUDGES)})$|[가-힣](?<!것으)로 (?:{'|'.join(_SEEMING)})$"
)
_OUGHT: Final = re.compile(r"[가-힣]야 (?:한다|할|된다|했다|합니다|할 것|하는 것)?[가-힣]{0,3}$")
_ESTIMATED: Final = Endings(_each("추정|추산", "|된다|됐다|하고 있다|한다|치"))
_FORECAST: Final = Endings(_each("전망|예상|예측|기대", "|된다|됐다|이다|한다|하고 있다"))
_COMES_TRUE: Final = Endings(["되겠다", "되겠습니다"])
_MERELY: Final = Endings(["에 불과하다", "에 지나지 않는다"])
_JUDGING: Final = Endings([*_JUDGES, *_SEEMING])
#: 늘어날 것이다, 줄어들 전망: the last word of what will be.
_FUTURE_THINGS: Final = frozenset(
    (
        "것이다", "것입니다", "것으로", "것이", "것", "것임",
        "전망이다", "전망입니다", "전망으로", "전망이", "전망",
    )
)  # fmt: skip
_HAS_OBJECT: Final = re.compile(r"[을를] (?:\d[^ ]* )?[가-힣]*$")
_SEEN: Final = (*_SEEMING, "본다", "보고 있다", "예상한다", "전망한다", "기대한다")
_SEEMS: Final = re.compile(rf"([가-힣]) 것(?:으로|이라고) (?:{'|'.join(_SEEN)})$")
#: What a content can state by its last two syllables: by most of them nothing, which one look-up tells.
_PLANS: Final = 1
_COMES: Final = 2
_COUNTS: Final = 4
_ESTIMATES: Final = 8
_FORECASTS: Final = 16
_OPINES: Final = 32
_FINDS: Final = 64
_GUESSES: Final = 128
_MAY_STATE: Final[dict[str, int]] = {}
for _bit, _endings in (
    (_PLANS, _PLANNED),
    (_COMES, _COMES_TRUE),
    (_COUNTS, _MERELY),
    (_ESTIMATES, _ESTIMATED),
    (_FORECASTS, _FORECAST),
    (_OPINES, _OPINION),
    (_FINDS, _JUDGING),
    (_GUESSES, Endings([*_SEEN])),
):
    for _two in _endings.by_two:
        _MAY_STATE[_two] = _MAY_STATE.get(_two, 0) | _bit
#: The first syllables of the last word of what may be (수 있다, 지도 모른다, 배제하지 않는다, 배제할 수 없다) or will be.
_IS: Final = ord("있")
_UNKNOWN: Final = ord("모")
_NOT: Final = ord("않")
_NONE: Final = ord("없")
_THING: Final = ord("것")
_OUTLOOK: Final = ord("전")
#: The one ending of a plan that is a single syllable (…한다는 뜻); 생각 is its like.
_MEANING: Final = ord("뜻")
_THOUGHT: Final = ord("생")
#: 해야 한다.
_MUST: Final = ord("야")
_LONG: Final = 24
#: Before 면 of a condition (끊기면, 오르면, 두면) stands one of these; 측면, 국면, 화면 are nouns.
_IF: Final = frozenset(
    "으하되지리기오가르치히키다라나우추늘줄들내이서풀두주쓰끼피비뜨크끄트프티벌팔살돌달길불놀열걸알밀말뛰쉬뀌꾸누부루"
)
#: Behind 면 these tell what is enough or not allowed (내면 된다, 팔면 안 된다): no condition.
ENOUGH: Final[tuple[str, ...]] = (
    "안 ",
    "된다",
    "됐",
    "되는",
    "되고",
    "되며",
    "되지",
    "되기",
    "되니",
    "돼 ",
    "돼요",
    "됩니다",
    "될 ",
)


_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"")


def is_over(content: str) -> bool:
    """보증금이 올랐다: a content in the past, with a number: a fact."""
    body = content.rstrip(" .,!?…”’\"'」』")
    if len(body) < 4 or body[-1] != "다" or final_at(body, -2) != _SS or body[-2] in "있겠":
        return False
    return any(mark.isdigit() for mark in body)


def conditional(content: str, forms: Forms) -> bool:
    """Whether a condition holds what a content says last (수주가 끊기면 조업을 줄일 수밖에 없다); not what is over."""
    if "면" not in content and "경우" not in content:
        return False
    if "면 " not in content and "면, " not in content and "면은 " not in content and "경우" not in content:
        return False
    body = content.rstrip(" .,!?…”’\"'」』")
    over = len(body) < 4 or (body[-1] == "다" and final_at(body, -2) == _SS and body[-2] not in "있겠")
    if over and not body.endswith(("멀지 않았다", "머지않았다")):  # 찾아내면 나을 날이 멀지 않았다
        return False
    if body[-1] in "냐까":
        return False  # 통지하면 되겠느냐: a question
    if content[0] not in '“"' and ("”" in body or '"' in body):
        body = _QUOTED.sub("", body)  # “주면 돈을 주겠다”고 꼬드겨 22명을 모았다
    low = max(body.rfind(". "), body.rfind("? "), body.rfind("! ")) + 1
    at = body.find("면", low)
    while at >= 0:
        follows = body[at + 1 : at + 2]
        if follows in (" ", ",") or body.startswith(("은 ", "야 "), at + 1):
            word = body[body.rfind(" ", low, at) + 1 : at + 1].lstrip("‘“\"'")
            rest = body[at + 2 : at + 6]
            when = word.endswith("쯤이면") or (
                word[:1].isdigit() and word.endswith(("년이면", "월이면", "일이면", "시면", "살이면"))
            )  # 2040년이면
            if (
                not when
                and body[at - 1 : at] in _IF
                and (word not in forms.no_condition or body[low : at + 1].endswith(("을 " + word, "를 " + word)))
                and not body.endswith(forms.no_conditions, low, at + 1)
            ):
                if not rest.startswith(ENOUGH) and not body.startswith("좋겠", at + 2):
                    return True
        at = body.find("면", at + 1)
    at = body.find(" 경우", low)
    return at > 0 and final_at(body, at - 1) == _L


def class_of(content: str, forms: Forms, *, speaker: bool, future: bool = False) -> str | None:
    """The class that the end of a content states: planned, estimated, forecast, possible, opinion, or None.

    ``speaker``: the source speaks for itself, so what it says that it will do (투자할 것, 투자한다) is a plan.
    ``future``: 것으로 follows, so that a content in -ㄹ is what will be.
    """
    if not content:
        return None
    hangul = final_at(content, -1) >= 0
    tail = (content if hangul else content.rstrip(" .,!?…”’\"'」』"))[-_LONG:]
    if not tail:
        return None
    two = tail[-2:]
    may = _MAY_STATE.get(two, 0)
    cut = tail.rfind(" ")
    first = ord(tail[cut + 1])
    if (
        (may & _PLANS or ord(tail[-1]) == _MEANING)
        and _PLANNED.end(tail, two)
        and not _NO_PLAN.end(tail, two)
        and not (first in (_MEANING, _THOUGHT) and _MEANS.search(tail))
        and " 못 " not in tail[-8:]
    ):
        return "forecast" if _will_happen(tail, forms) else "planned"
    if may & _COMES and _COMES_TRUE.end(tail, two) and _BECOMES.search(tail):
        return "forecast"
    if may & _COUNTS and _MERELY.end(tail, two) and _judges(tail):
        return "opinion"
    if may & _ESTIMATES and _ESTIMATED.end(tail, two):
        return "estimated"
    if may & _FORECASTS and _FORECAST.end(tail, two):
        return "forecast"
    if may & _OPINES and _OPINION.end(tail, two):
        return "opinion"
    if may & _FINDS and _JUDGING.end(tail, two) and _JUDGED.search(tail):
        seen = tail.endswith(("것으로 본다", "것으로 봅니다")) and final_at(tail, tail.rfind(" 것") - 1) == _L
        return "forecast" if seen else "opinion"  # 회복될 것으로 본다
    if (letter(tail, cut - 1) == _MUST or (first == _THING and "야 " in tail)) and _OUGHT.search(tail):
        return "opinion"
    if _possibly(tail, first) and _POSSIBLE.search(tail):
        return "possible"
    if cut > 0 and first in (_THING, _OUTLOOK) and final_at(tail, cut - 1) == _L and tail[cut + 1 :] in _FUTURE_THINGS:
        word = tail[:cut]
        if word[-1] == "을" and len(word) > 1 and final_at(word, -2) == _SS and word[-2] != "있":
            return "opinion"  # 어려웠을 것: what may have been
        if (
            speaker
            and word[-1] == "할"
            and not forms.state.end(word, word[-2:])
            and _own_deed(content)
            and not _another(content)
        ):
            return "planned"
        own = speaker and _has_object(tail) and not forms.achieved.end(word, word[-2:])
        return "planned" if own and _own_deed(content) and not _another(content) else "forecast"
    seems = _SEEMS.search(tail) if may & _GUESSES and " 것" in tail else None
    if seems:
        return "forecast" if final_at(seems.group(1), 0) == _L else "opinion"
    if future and final_at(tail, -1) == _L and len(tail) > 4:
        return "planned" if speaker and tail[-1] == "할" and not forms.state.end(tail, two) else "forecast"
    if speaker and forms.plan.end(tail, two) and _own_deed(content) and not _another(content):
        return "planned"
    return None


def _possibly(tail: str, first: int) -> bool:
    """Whether the end of a content is worth a search for what may be; ``first`` begins its last word."""
    if first == _IS and ("수 있" in tail or "수도 있" in tail or "수는 있" in tail):
        return True
    if first == _UNKNOWN and "모른다" in tail:
        return True
    if first in (_NOT, _NONE) and "배제" in tail:
        return True
    return "가능성" in tail or (first == _THING and tail.endswith("수 있는 것"))


def _will_happen(tail: str, forms: Forms) -> bool:
    """비가 오겠다: what happens by itself, without an object."""
    at = tail.rfind("겠")
    if at < 1 or tail[at + 1 :] not in ("다", "습니다", "다는"):
        return False
    if not forms.happening.end(tail[:at], tail[max(0, at - 2) : at]):
        return False
    if tail[at - 1] == "오" and tail.endswith(("고 오", "러 오", "서 오"), 0, at):
        return False  # 잘하고 오겠다
    return _HAS_OBJECT.search(tail, 0, at) is None


def _judges(tail: str) -> bool:
    """‘껍데기’에 불과하다 judges; 30명에 불과하다 counts."""
    thing = tail[: tail.rfind("에 ")].split(" ")
    if any(mark.isdigit() for mark in thing[-1]):
        return False
    return len(thing) < 2 or not (thing[-2][-1:].isdigit() or thing[-2][-1:] in ("만", "억", "조", "천", "백"))


def _has_object(tail: str) -> bool:
    """매출을 크게 늘릴 것: an object stands at most four words before the verb."""
    stop = tail.rfind(" ")
    if ord(tail[stop + 1]) != _THING:
        return False
    for step in range(5):
        start = tail.rfind(" ", 0, stop) if stop > 0 else -1
        if start + 1 >= stop:
            return False
        if step and tail[stop - 1] in "을를":
            return True
        if start < 0:
            return False
        stop = start
    return False


_SPEAKERS: Final = frozenset(
    ("우리", "저", "나", "저희", "당사", "회사", "본인", "자신", "내", "제", "정부", "우리 정부")
)


_NO_TOPIC: Final[tuple[str, ...]] = (
    "에는", "에서는", "까지는", "부터는", "으로는", "있는", "없는", "않는", "하는", "되는", "다는", "라는", "또는", "높은",
    "많은", "같은",
)  # fmt: skip


def _another(content: str) -> bool:
    """“주장 로메로는 2주 정도 결장할 것”: a topic of its own right at the beginning of a quotation."""
    if content[:1] not in "“‘\"'":
        return False
    for word in content[1:40].split(" ")[:3]:
        if len(word) > 2 and word[-1] in "은는" and not word.endswith(_NO_TOPIC):
            return word[:-1] not in _SPEAKERS
    return False


_CLAUSE_ENDS: Final[tuple[str, ...]] = (". ", "고 ", "며 ", "지만 ")


def _own_deed(content: str) -> bool:
    """Whether the speaker is who does it: no subject of its own in 이/가 stands in the last clause of the content."""
    low = 0
    for mark in _CLAUSE_ENDS:
        low = max(low, content.rfind(mark))
    if content.find("이 ", low) < 0 and content.find("가 ", low) < 0:
        return True
    begin = 0 if low == 0 else -1  # of the word that is read; -1 where a topic or a subject has just ended
    for at in range(low, len(content)):
        code = ord(content[at])
        if code == ord(" "):
            last = ord(content[at - 1])
            if 0 <= begin < at - 1 and last in (ord("이"), ord("가"), ord("은"), ord("는")):
                if last in (ord("이"), ord("가")) and _is_doer(content[begin : at - 1], last):
                    return False
                begin = -1
            else:
                begin = at + 1
        elif code in (ord("“"), ord("‘")) or (begin < 0 and code in (ord('"'), ord("'"))):
            begin = at + 1
    return True


def _is_doer(noun: str, particle: int) -> bool:
    """회사|가: a noun that its particle fits, and that is not who speaks."""
    final = final_at(noun, -1)
    fits = final >= 0 and (final != 0) == (particle == ord("이"))
    return fits and len(noun) > 1 and noun not in _SPEAKERS and not noun.endswith(("같", "없", "높", "깊"))


def is_verdict(content: str) -> bool:
    """“달성 가능한 숫자”: a noun phrase without a number; “수색 중”, “정비 불량 때문” state."""
    body = content.rstrip("”’\"' .")
    if body[-1:] in "다요까중것뿐" or body.endswith(("예정", "계획", "때문", "상태", "단계", "수준", "덕분", "결과")):
        return False
    return not any(mark.isdigit() for mark in body)
