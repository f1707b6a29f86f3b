"""What stands between a source and what it says: openings, the day, hearers, places, the trial, what is answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_endings import nominal
from claims.attribution_ko_tokens import ANSWERS

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_tokens import Word

__all__ = [
    "THINGS",
    "THUS",
    "is_given",
    "past_address",
    "past_leads",
    "past_reaction",
    "past_receiver",
    "said_there",
]

_SAID_AT: Final = re.compile(r"^(?:\d{1,2}일|이날|전날|당일|어제|오늘|그제)(?:\([^)]*\))?$")
_HALF_DAY: Final = ("오전", "오후", "저녁", "새벽", "밤", "아침")
_CLOCK: Final = re.compile(r"\d{1,2}시")
_HEARER: Final = re.compile(r"(.+?)(?:들)?(?:에게|한테|께)(?:도|는)?$")
_CHANNEL: Final = re.compile(r"(.+?)(?:을|를)$")
_VENUE: Final = re.compile(r"(.+?)(?:\([^)]*\))?에서(?:도|는)?$")
#: What a clause that is talked about ends with: 올린 데 대해, 올린 것을 두고.
THINGS: Final = frozenset(("데", "것에", "점에", "것과", "것을", "점을", "데에", "것에도"))
#: 계약에 대해 | 논의할 계획: the verb before a noun takes it.
_DONE_ABOUT: Final = re.compile(r"[가-힣](?:할|하는|될|되는)$")
_SENT: Final = ("발송", "배포", "발표")
_THROUGH: Final = ("통해", "통해서", "통하여")
_TO_WHOM: Final[tuple[str, ...]] = ("에게", "한테", "께", "에게도", "에게는")
_PERSON_THERE: Final = re.compile(r"(?:씨|군|양|판사|교수|의원)(?:\([^)]*\))?에$")
_CAME: Final = (
    "입수해",
    "참석해",
    "출석해",
    "출연해",
    "나와",
    "열고",
    "열어",
    "갖고",
    "만나",
    "만나서",
    "만난",
    "자리에서",
)


def past_leads(state: State, first: int, stop: int, *, said: bool) -> int:
    """Past 또, 그러나 and, after the source, past the day on which it was said."""
    tokens = state.tokens
    while first < stop:
        token = tokens[first]
        lead = token.lead if token.lead >= 0 else _lead(state, token)
        if token.word == "전날" and first and tokens[first - 1].lead == _DAY:
            break  # 17일 | 전날 밤 일어난 지진
        if token.word == "이에" and first + 1 < stop and tokens[first + 1].word == "따른":
            break  # 이에 따른 적자는
        if lead != _LEADS:
            if not said or not lead:
                break
            following = tokens[first + 1].word if first + 1 < stop else ""
            if following in _SPANS or following.startswith("기준"):
                break  # 3일 안에: how long; 13일 기준: of what is said
            if lead == _LAST and first + 2 < stop and tokens[first + 2].word.startswith("기준"):
                break  # 지난 13일 기준으로
            if lead == _LAST:
                if _SAID_AT.match(following) is None:
                    break
            else:
                clock = first + 2 < stop and _CLOCK.match(tokens[first + 2].word) is not None
                if following.startswith(_HALF_DAY) and (following not in _HALF_DAY or clock):
                    break  # 6일 오전 8시 기준, 13일 밤부터: a time of what is said
        first += 1
        if first < stop and (
            tokens[first].word in _ON_THIS.get(token.word, ()) or (token.word in THUS and _says_on(tokens[first]))
        ):
            first += 1
    return first


#: 이렇게 말했다: what was said stands elsewhere.
THUS: Final = ("이렇게", "이같이", "이처럼", "같이")
_ON_THIS: Final = {"이에": ("따라", "대해", "대해서", "대해서는", "대하여", "관해", "관련해")}


def _says_on(word: Word) -> bool:
    """이렇게 | 말하며: a verb of saying that goes on."""
    return word.cue is not None and word.word.endswith(("며", "면서"))


#: After 3일 these make it a span of time.
_SPANS: Final = frozenset(
    (
        "안에", "안으로", "내", "내에", "이내", "이내에", "동안", "만에", "연속", "넘게", "이상", "정도", "가량", "남짓",
        "전에", "뒤에", "후에",
    )
)  # fmt: skip
#: What a word may be before a content: 또, 그러나; the day on which it was said; 지난 before such a day.
_LEADS: Final = 1
_DAY: Final = 2
_LAST: Final = 3


def _lead(state: State, word: Word) -> int:
    row = state.speech.shapes.opening.get(word.word)
    if row is not None and row.get("lead"):
        word.lead = _LEADS
    elif word.word == "지난":
        word.lead = _LAST
    else:
        word.lead = _DAY if _SAID_AT.match(word.word) else 0
    return word.lead


def past_address(state: State, first: int, q: int) -> int:
    """Past 기자들에게, 간담회에서, 이에 대해, 성명을 통해: between a source and what it says."""
    shapes, tokens = state.speech.shapes, state.tokens
    roles = shapes.addressees
    if first and _is_court(tokens[first - 1]):
        first = _past_trial(state, first, q)
    first = past_reaction(state, first, q, answers=tokens[q].cue is None)
    position, modified, acts = first, False, False
    stop = min(q, first + 9)
    while position < stop:
        token = tokens[position]
        word = token.word
        if (token.topic and shapes.is_topic(token) and not _is_clause(state, position)) or (
            token.subject
            and shapes.is_subject(token)
            and not word.endswith(("같이", "없이"))
            and not shapes.words.adnominal(tokens[position + 1].word)  # 통화가 끝난 뒤 연 회견에서
        ):
            break  # the content has a subject of its own
        previous = tokens[position - 1].word if position > first else ""
        if acts and not modified and "에서" in word:
            break  # 법안을 임시국회에서 처리하겠다: where it will be done
        if (
            _may_end_address(token)
            and _ends_address(token, previous, roles, modified)
            and not (token.about and not token.tail and _done_about(previous, tokens[position + 1].word))
        ):
            first = position + 1
            if token.about and first < q and _says_on(tokens[first]):
                first += 1  # 감산에 대해 언급하면서 | …라고 말했다
            stop = min(q, first + 9)
            modified = acts = False
        elif token.object and not token.hides:
            acts, modified = True, False
        elif token.last == "는" and acts and shapes.words.adnominal(word):
            acts = False
        elif token.last in "한은던된린낸온" and shapes.words.adnominal(word):
            modified = True
        position += 1
    return first


def _done_about(about: str, following: str) -> bool:
    """예산에 대해 | 논의할 계획, 47명에 대해 | 검사를 했다: what is done about it is part of what is said."""
    if following[-1] in "을를" and any(mark.isdigit() for mark in about):
        return True
    return _DONE_ABOUT.search(following) is not None


_PAPER_THERE: Final[tuple[str, ...]] = ("’에서", "'에서", "》에서", "」에서")


def past_reaction(state: State, first: int, q: int, *, answers: bool = False) -> int:
    """미국이 관세를 올린 데 대해 | 유감이라고, 일정이 있느냐는 질문에 | 없다고: on what, whatever that clause holds.

    ``answers``: the content is what a source before it says itself, so that the report it answers is no part of it.
    """
    if not state.gate & ANSWERS:
        return first
    tokens = state.tokens
    for position in range(first + 2, min(q, first + 22)):
        token = tokens[position]
        if not (token.about or token.asked):
            continue
        before = tokens[position - 1].word
        if (
            answers
            and token.about
            and before[-1] == "에"
            and any(nominal(told) >= 0 for told in tokens[position - 3 : position - 1])
        ):
            return position + 1  # 사업비가 늘었다는 일부 보도에 대해
        if (token.about and before in THINGS) or (token.asked and before.endswith(("냐는", "라는", "지"))):
            return position + 1
    return first


def _is_clause(state: State, position: int) -> bool:
    """“…라고 말했다”는: a quotation that a noun takes up is no topic; ‘아바타’는 is one."""
    return state.tokens[position].hides and state.printed(position)[-3:-2] in "다냐라자"


_COURT: Final = re.compile(r"(?:법원|지법|고법|재판부|헌재|재판소|법|\d부|단독|부)(?:\([^)]*\))?[은는이가도]$")
_TRIAL: Final = re.compile(r"(?:소송|상고심|항소심|항고심|재심|재판|공판|심판|심사|1심|2심|신청|사건)에서$")


def _past_trial(state: State, first: int, q: int) -> int:
    """대법원은 | A씨가 회사를 상대로 낸 소송 상고심에서 | …고 판시했다: in which trial it was said."""
    for position in range(first, min(q, first + 18)):
        if _is_trial(state.tokens[position]):
            return position + 1
    return first


def _is_trial(word: Word) -> bool:
    """상고심에서, 소송에서: in which trial it was said."""
    if word.trial < 0:
        word.trial = int(_TRIAL.search(word.word) is not None)
    return word.trial > 0


def _is_court(word: Word) -> bool:
    """대법원은, 형사1부는: who speaks in a trial."""
    if word.court < 0:
        word.court = int(_COURT.search(word.word) is not None)
    return word.court > 0


def _may_end_address(word: Word) -> bool:
    """Whether a word can end an address in any place (:func:`_ends_address`)."""
    if word.addressing < 0:
        printed = word.word
        possible = (
            word.about or word.asked or printed in _CAME or printed in _THROUGH or printed == "관련" or printed in _SENT
        )
        possible = possible or printed.endswith(_TO_WHOM) or (len(printed) > 2 and printed[-1] == "에")
        word.addressing = int(possible or "에서" in printed)
    return word.addressing > 0


def _ends_address(token: Word, previous: str, roles: dict[str, dict[str, str]], modified: bool) -> bool:
    word, tail = token.word, token.tail
    if word.endswith(_PAPER_THERE) and not tail:
        return True  # ‘경제동향’에서 …고 평가했다
    if token.about:
        return bool(previous) and not (modified and _PERSON_THERE.search(previous))
    if word == "관련" and tail == ",":
        return True
    if word in _SENT and tail == ",":
        return previous[-1:] in ("을", "를")  # 재난문자를 발송, | …라고 알렸다
    if word in _CAME:
        return bool(previous) or word == "자리에서"
    if word in _THROUGH:
        match = _CHANNEL.match(previous)
        return match is not None and _role(match.group(1), roles) in ("channel", "venue")
    if token.asked:
        return bool(previous)  # 혐의를 인정하느냐는 재판부의 질문에
    if token.told < 0:
        token.told = int(_is_told(word, roles))
    return token.told > 0


def _is_told(word: str, roles: dict[str, dict[str, str]]) -> bool:
    """기자들에게, SNS에, 간담회에서: a hearer, a channel, a place where somebody speaks."""
    if word.endswith(_TO_WHOM):
        match = _HEARER.match(word)
        if match is not None:
            return len(match.group(1)) > 1 and _role(match.group(1), roles) == "hearer"
    if len(word) > 2 and word[-1] == "에":
        return _role(word[:-1], roles) == "channel"  # SNS에, 공소장에
    return "에서" in word and said_there(word, roles)


def said_there(word: str, roles: dict[str, dict[str, str]]) -> bool:
    """간담회에서: where a speaker speaks; 관중석에서 is where others do."""
    match = _VENUE.match(word)
    return match is not None and _role(match.group(1), roles) in ("channel", "venue")


def _role(noun: str, roles: dict[str, dict[str, str]]) -> str | None:
    cut = noun.find("(")
    noun = (noun[:cut] if cut > 0 else noun).strip("‘’“”'\"")
    for length in range(min(len(noun), 6), 1, -1):
        row = roles.get(noun[-length:])
        if row is not None:
            return row["role"]
    row = roles.get(noun)
    return row["role"] if row is not None else None


def past_receiver(state: State, begin: int, q: int) -> int:
    """국회 정보위에 | …다고 보고했다, 경찰에 | …다고 신고했다: which body is told."""
    first = after = state.word_from(begin)
    while after < min(q - 1, first + 4):
        token = state.tokens[after]
        after += 1
        if token.last == "에" and len(token.word) > 2:
            stop = state.stop(after - 1) - 1
            told = state.speech.phrase(after - 1, first, stop, "에", unknown=False)
            body = told is not None and told.first == first and told.source.type in ("institution", "organization")
            return state.start(after) if body else begin
        if not state.speech.shapes.plain(state.tokens[after - 1]):
            break
    return begin


def is_given(state: State, word: str) -> bool:
    """직원들에게 (성과급을 주겠다): such people are given something as often as they are told."""
    match = _HEARER.match(word)
    if match is None:
        return False
    noun, roles = match.group(1), state.lexicon.sections["addressee.ko"]
    return any(roles.get(noun[-size:], {}).get("given") for size in range(min(len(noun), 4), 1, -1))
