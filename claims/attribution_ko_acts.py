"""Reports without a verb of saying: 검찰은 우려가 있다며 영장을 청구했다 (who acts says why), “…”고 한발 물러섰다.

Only a body gives its reasons so; a person may just think them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_clauses import another_topic
from claims.attribution_ko_content import content_start, earlier_half
from claims.attribution_ko_doers import named_between
from claims.attribution_ko_draft import DENIAL, Draft, content_end, quote_ending
from claims.attribution_ko_endings import QUOTED_GO, QUOTED_WHILE, VERBAL_WHILE, hands_on
from claims.attribution_ko_forms import ACTS, final_of
from claims.attribution_ko_tokens import ONWARD
from claims.attribution_ko_who import left

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State
    from claims.attribution_ko_tokens import Sentence, Word

__all__ = ["acted", "may_act", "unclaimed"]

_MARKS: Final[tuple[str, ...]] = ("다며 ", "라며 ", "다면서 ", "라면서 ")
#: 무죄로 판단했다: how it judged; not 것으로.
_JUDGED: Final = re.compile(r"(?<!것)으로$|(?<!걸)[가-힣]로$")
_BODIES: Final = ("institution", "organization", "news_org")
#: How many words may stand between the reason and the act.
_REACH: Final = 12
#: How many words what is done may have after “…”며.
_REASONED: Final = 5


def may_act(sentence: Sentence, text: str, start: int, end: int) -> bool:
    """Whether one of the endings that give a reason stands in a sentence at all."""
    if sentence.masked:
        body = text[start:end]
        return any(mark in body for mark in _MARKS)
    return sentence.gate & ACTS != 0 and any(word.gate & ACTS for word in sentence.words[:-1])


def acted(state: State) -> None:
    """Reports whose cue is the act: the reason is the content, whoever acts the source."""
    tokens = state.tokens
    for q, token in enumerate(tokens[:-1]):
        if not hands_on(token) & VERBAL_WHILE or q in state.used:
            continue
        at = state.start(q)
        if any(low <= at < high for item in state.found for low, high in item.content):
            continue
        last = q + 1
        while last < len(tokens) and last - q < _REACH and not may_close(tokens[last].word):
            if hands_on(tokens[last]) or _another_doer(state, tokens[last]):
                break
            last += 1
        if last >= len(tokens) or not may_close(tokens[last].word):
            continue
        decided = tokens[last - 1].word.endswith("기로")  # 부과하기로 했다
        role = tokens[last].role
        if role is not None and not decided and (role.cue or role.passive or role.happens):
            if role.cue is None or role.cue.stem != "판단하" or not _JUDGED.search(tokens[last - 1].word):
                continue
        end, direct = content_end(state, q, "while")
        source = left(state, state.edge, q, False)
        if end is None or direct or source is None or source.source.type not in _BODIES:
            continue
        begin = content_start(state, source.last + 1, q, source, False)
        if begin >= end:
            continue
        first = last - 1 if decided or tokens[last - 1].word in state.speech.words.acts else last
        report = Draft(
            [(state.start(first), state.stop(last))], [(begin, end)], "asserted", "attribution.ko.acted", last
        )
        report.source = source
        state.found.append(report)


def _another_doer(state: State, word: Word) -> bool:
    """…미루겠다며 고집을 부리던 | 대통령이 | 물러섰다: who gave the reason is not the one before it."""
    shapes = state.speech.shapes
    return word.word[-1] in "은는이가" and (shapes.is_topic(word) or shapes.is_subject(word))


def _named_class(state: State, first: int, last: int) -> str:
    """불만을 터뜨렸다, 깊은 우려를 나타냈다: the noun of the cue says how."""
    nouns = state.lexicon.sections["cue_noun.ko"]
    for index in range(first, last):
        word = state.tokens[index].word
        row = nouns.get(word[:-1]) if word[-1:] in "을를" else None
        if row is not None and row["class"] in ("opinion", "forecast", "possible"):
            return str(row["class"])
        if row is None and word[-2:] in ("감을", "심을"):
            return "opinion"
    return "asserted"


def unclaimed(state: State) -> None:
    """“…”고 한발 물러섰다: after a direct quotation any verb that closes the clause reports it."""
    tokens = state.tokens
    claimed = {high for item in state.found for _, high in item.content}
    for q, token in enumerate(tokens[:-1]):
        if not hands_on(token) & (QUOTED_WHILE | QUOTED_GO):
            continue
        end, direct = content_end(state, q, "go")
        if end is None or not direct or end in claimed:
            continue
        last = q + 1
        while last < len(tokens) - 1 and last < q + 6 and not may_close(tokens[last].word):
            last += 1
        look = (
            last > q + 1 and last == len(tokens) - 1 and tokens[last].word == "모습" and tokens[last - 1].last == "는"
        )
        if any(hands_on(tokens[at]) & (QUOTED_GO | QUOTED_WHILE) for at in range(q + 1, last + 1)):
            continue  # “A”며 “B”고 …: the first half of what follows
        if (
            not (look or may_close(tokens[last].word))
            or _NAMING.match(tokens[q + 1].word)
            or tokens[q + 1].last == "할"
        ):
            continue  # ‘…’고 해석할 만한 발언을 했다
        if tokens[last].word.startswith(("듯", "같")):
            continue  # “…”고 말하는 것 같았다: what somebody might say
        between = named_between(state, q, last)
        first = between.last + 1 if between is not None else q + 1
        far = tokens[last].cue is not None or tokens[last - 1].word == "선을"  # “…”고 열애설에 대해 선을 그었다
        if last - first > _REASONED or first > last:
            continue
        state.edge = 0
        for item in state.found:
            if item.index < q:
                state.edge = max(state.edge, item.index + 1)
        source = between or left(state, state.edge, q, True)
        if source is None and q and another_topic(tokens[q - 1]):
            continue
        rated = any(token.word.startswith(state.forms.own_deeds) for token in tokens[first:last])
        decides = source.source.type == "institution" if source is not None else tokens[0].word in ONWARD
        decides = decides or rated  # “…”라며 투자의견 ‘매수’와 목표주가 3만원을 유지했다
        if last - first > (_REASONED if far or decides else 2):
            continue  # 재판부는 “…”며 검찰의 항소를 모두 기각했다
        if decides and not far and last - first > 2:
            first = last
        source = source or (state.subject if state.edge else None)
        if source is None:
            after = [item for item in state.found if item.index < q and item.source is not None]
            source = after[-1].source if after else None
        quote = quote_ending(state, end)
        if quote is None or (source is None and tokens[0].word not in ONWARD):
            continue
        spoken = tokens[last].cue
        if spoken is not None and spoken.stem not in ("하", "보") and (last - first > 1 or tokens[last - 1].object):
            first = last  # 징역 7년을 선고했다: what is done beside it is no part of the cue
        if last - first > 1 and tokens[last - 1].word == "선을":
            first = last - 1  # “…”며 인수설에 선을 그었다
        if last - first == 2 and tokens[first].last == "에" and tokens[last - 1].object:
            first += 1  # 군에 | 일침을 가했다
        if tokens[last - 1].word == "바" and last - 2 > q:
            first = last - 2  # “…”며 징역 7년을 | 구형한 바 있다
        stop = state.stop(last)
        cue = [(state.start(first), stop)]
        for item in state.found:
            if state.start(first) <= item.content[0][0] < stop <= item.cue[-1][1]:
                cue = list(item.cue)  # “A”이라며 “B”는 글을 게재했다
        printed = state.text[state.start(first) : stop]
        denied = printed.startswith("선을 ") and DENIAL.search(state.text[quote[0] : quote[1]])
        base = "denied" if denied else _named_class(state, first, last)
        if base == "asserted" and state.text[quote[1] - 2] in "냐까":
            base = "opinion"  # “어떻게 그럴 수 있느냐”고 따졌다
        half = earlier_half(state, state.edge, q, source)
        if half is not None and half[0][1] not in claimed:
            other = Draft(list(cue), [half[0]], "asserted" if denied else base, "attribution.ko.quoted", last)
            other.source, other.direct = source, half[1]
            state.found.append(other)
        report = Draft(cue, [quote], base, "attribution.ko.quoted", last)
        report.source, report.direct = source, True
        state.found.append(report)


_SS, _B = 20, 17  # the final consonants ㅆ, ㅂ in the Unicode order
_GOES_ON: Final = re.compile(r"(?:[한인는]다|으며|[^가]며|[었했냈렸졌났섰]고|[었했냈렸졌났섰랐갔왔]지만)$")


def may_close(word: str) -> bool:
    """Whether a verb form can close a clause that quotes: any past in -다, 한다, -며, 했고."""
    if len(word) > 1 and word[-1] == "다":
        if word.endswith("입니다"):
            return False  # 요청할 계획이기 때문입니다
        if final_of(word[-2]) == _SS:
            return True
        if word.endswith("니다") and len(word) > 3 and (word[-3] == "습" or final_of(word[-3]) == _B):
            return True
    return _GOES_ON.search(word) is not None


_NAMING: Final = re.compile(
    r"(?:하는|지었|지은|지어|붙였|붙인|붙여|정했|달았|불리|부르|불렀|불러|이름|적힌|쓰인|쓰여|적혀|새겨|(?:된|한)$)"
)
