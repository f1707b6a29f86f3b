"""Who says it: the topic or the subject of the clause in front of a Korean cue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_ko_address import THINGS, THUS
from claims.attribution_ko_clauses import (
    HELD,
    NOMINAL_HEADS,
    clause_closed,
    clause_splits,
    first_speaker,
    opens,
    swallowed,
    whose_time,
)
from claims.attribution_ko_doers import unknown_doer
from claims.attribution_ko_draft import SPEAKERS, ends_clause
from claims.attribution_ko_endings import hands_on
from claims.attribution_ko_forms import final_of
from claims.attribution_ko_inner import (
    WRITTEN,
    in_modifier,
    inner_subject,
    other_clause,
    other_subject,
    talked_about,
    who_took,
)
from claims.attribution_ko_phrases import Phrase
from claims.attribution_ko_tokens import ANSWERS, LIKEWISE, ONWARD
from claims.sources import Source, classify

if TYPE_CHECKING:
    from claims.attribution_ko_draft import State

__all__ = ["going_on", "left", "left_object", "topic_of"]

_REACH: Final = 24
#: The author: no source.
_FIRST_PERSON: Final = frozenset(("나는", "저는", "내가", "제가", "우리는", "우리가", "필자는"))
_SEEN_AS: Final = frozenset(("것을", "점을", "데"))
_L: Final = 8  # the final consonant ㄹ in the Unicode order
_CROWDS: Final = ("market", "industry")
#: Contents that only their speaker can state: what it will do.
_OWN_PLAN: Final = re.compile(r"(?:겠다|기로 ?했다|[할을] (?:계획|방침|예정)이?라|[한인는]다)고$")


def going_on(state: State, low: int, source: Phrase | None) -> Phrase | None:
    """매체는 …고 보도하면서 | 선수가 충격을 받았다고 전했다: after 면서, 며 and 말해 the speaker of the clause before goes on."""
    if low == 0 or source is None or state.subject is None:
        return source
    before = state.tokens[low - 1]
    if before.cue is not None and before.cue.row.admits:
        known = classify(state.text[source.start : source.end], state.speech.known) is not None
        if not known or (source.particle in ("이", "가") and state.subject.particle in ("은", "는")):
            return state.subject  # 사실은 인정하지만 | 대가성은 없었다고, 검찰이 수사를 끌었다고
    if source.particle not in ("이", "가"):
        return source
    thus = low > 1 and state.tokens[low - 2].word in THUS
    if before.cue is not None and (thus or before.word.endswith(("면서", "면서도", "하며", "말해", "밝혀"))):
        return state.subject
    return source


def left(
    state: State, low: int, q: int, direct: bool, ending: str = "final", index: int | None = None
) -> Phrase | None:
    """The topic or subject left of the content.

    ``ending`` is the cue's: the subject of 밝힌 stands in 이/가, and so does the inner one of S1은 S2가 …고 말했다고 전했다.
    """
    if direct:
        if index is not None and q > low and state.tokens[index].word.endswith("자") and state.tokens[q - 1].subject:
            asked = state.speech.phrase_at(q - 1, low, unknown=False) or unknown_doer(state, q - 1, low)
            if asked is not None:
                return asked  # 방청객이 | “…”라고 묻자
        if ending == "quoted" and not _speaker_follows(state, index):
            inner = inner_subject(state, low, q)  # 디벨트는 | 총리가 | “…”고 말했다고 전했다
            if inner is not None:
                return inner
        return _left_of_quotation(state, low, q)
    if ending == "adnominal" or (ending == "quoted" and not _speaker_follows(state, index)):
        told = ending == "adnominal" and _is_told(state, index)
        inner = first_speaker(state, low, min(q, low + _REACH), topic=True) if told else None
        inner = inner or inner_subject(state, low, q)
        if inner is not None or (ending == "adnominal" and not _handed_on(state, index)):
            return inner
    topic = _topic(state, low, q)
    if topic is None and ending == "quoted":
        return inner_subject(state, low, q)  # 장관이 중단하는 방안을 고려한다고 | 밝혔다고 | 통신이
    while topic is not None:
        later = other_clause(state, topic, q)
        if later is None:
            return topic
        topic = later
    return None


def _left_of_quotation(state: State, low: int, q: int) -> Phrase | None:
    """The nearest topic of the clause; a subject in 이/가 only where no topic stands."""
    speech, tokens = state.speech, state.tokens
    subject: Phrase | None = None
    paper: Phrase | None = None  # a topic that is written: it speaks where nobody else does
    place: Phrase | None = None
    if q > low and tokens[q - 1].word[0].isdigit() and tokens[q - 1].marked:
        many = _counted(state, q - 1)
        if many is not None:
            return many
    for position in range(low + 2, q if state.gate & ANSWERS else 0):
        if tokens[position].asked:
            asked = _asked(state, low, position)
            if asked is not None:
                return asked
    for position in range(q - 1, low - 1, -1):
        token = tokens[position]
        if token.marked:
            word = token.word
            sure = token.topic and subject is None and opens(state, position, low)
            if word.endswith("느냐는"):
                continue  # 보고했느냐는 질문에
            if word.endswith(("하는", "되는")) and tokens[position + 1].word[0] not in "“\"‘'":
                sure = False  # 런던에서 활동하는 | 기자도; 박건하는 “…”고
            rest = _rest(state, position) if token.topic and state.subject is not None else None
            if rest is not None:
                return rest
            unknown = token.topic or speech.is_one(position, low)
            phrase = speech.phrase_at(position, low, unknown=unknown, sure=sure)
            if phrase is not None and phrase.source.type == "document" and token.topic and paper is None:
                paper = phrase if opens(state, phrase.first, low) else None
            elif paper is not None and position >= paper.first and token.subject:
                continue  # 그린피스가 낸 성명은
            elif phrase is not None and phrase.particle.startswith("에") and paper is None and position > low + 1:
                place = place or phrase  # 이 대변인은 | 일본 언론에서 …라는 전언과 관련해
            elif phrase is not None and phrase.source.type not in WRITTEN:
                if subject is not None and subject.source.type == "person" and phrase.source.type in _CROWDS:
                    return subject  # 시장은 | 의장이 연설에서 “…”고 언급하면서 하락했다
                if not token.subject or word.endswith(("관계자이", "씨가")):
                    return _outer_topic(state, low, phrase) or phrase
                if not talked_about(state, position, q) and not whose_time(state, position, q):
                    subject = subject or phrase
        if _reported_at(state, position) or (subject is not None and clause_splits(tokens[position])):
            break
    if subject is not None:
        return subject
    if paper is not None or place is not None:
        return paper or place
    match = re.match(r"([^“\"‘']+?)(은|는|이|가)[“\"‘']", tokens[q].word)
    if match:
        return speech.phrase(q, low, state.start(q) + len(match.group(1)), match.group(2), unknown=True)
    return None


def _asked(state: State, low: int, stop: int) -> Phrase | None:
    """손흥민은 | 손가락은 괜찮은지 묻는 질문에 “…”고: who answers stands before what is asked."""
    for position in range(low, stop):
        token = state.tokens[position]
        if token.topic and state.speech.shapes.is_topic(token):
            phrase = state.speech.phrase_at(position, low, unknown=False)
            return phrase if phrase is not None and phrase.source.type not in WRITTEN else None
    return None


def _outer_topic(state: State, low: int, phrase: Phrase) -> Phrase | None:
    """이 총재는 | 금리 인하 논의는 “시기상조”라고: the one of two topics that can speak."""
    source = phrase.source
    if source.type != "organization" or source.canonical is not None or phrase.first <= low:
        return None
    if classify(state.text[phrase.start : phrase.end], state.speech.known) is not None:
        return None
    for position in range(low, phrase.first):
        if state.tokens[position].topic:
            outer = state.speech.phrase_at(position, low, unknown=False)
            if outer is not None and outer.source.type in SPEAKERS and opens(state, outer.first, low):
                return outer
    return None


def _counted(state: State, position: int) -> Phrase | None:
    """8명이, 38.1%는 | “…”라고 예상했다: so many people say it, whoever asked them."""
    word = state.tokens[position].word
    if word[-2:] not in _SO_MANY or not word[:-2].replace(",", "").replace(".", "").isdigit():
        return None
    start, end = state.start(position), state.start(position) + len(word) - 1
    first = position
    if position:
        before = state.tokens[position - 1].word
        if before == "나머지":
            return _rest(state, position)
        whole = state.speech.phrase_at(position, position - 1, unknown=False)
        if whole is not None:
            return whole  # 응답자 54.8%는, 위원 2명은
        if before[-1:] == "의":
            first, start = position - 1, state.start(position - 1)  # 20대의 54.8%는
    return Phrase(start, end, word[-1], first, position, Source("person", None, False))


def _rest(state: State, position: int) -> Phrase | None:
    """2명은 …고 했고, | 나머지 4명은 …고 했다: after some of them the others speak."""
    before = state.subject
    word = state.tokens[position].word
    if before is None or position <= before.last or state.text[before.end - 1] not in "명%곳인부반":
        return None
    rest = position > 0 and state.tokens[position - 1].word == "나머지"
    if word != "나머지는" and (not word[0].isdigit() or word[-2:-1] not in ("명", "%", "곳", "인")):
        return None
    first = position - rest
    end = state.start(position) + len(word) - 1
    return Phrase(state.start(first), end, word[-1], first, position, Source(before.source.type, None, False))


_SO_MANY: Final = frozenset(("명이", "명은", "%가", "%는"))


def _reported_at(state: State, position: int) -> bool:
    """Whether the clause of another report ends here; 목표주가를 제시하면서 reports nothing itself."""
    return ends_clause(state, position) and any(item.index == position for item in state.found)


def _topic(state: State, low: int, q: int) -> Phrase | None:
    """The first topic of the clause, or its first subject where no topic stands."""
    speech, tokens = state.speech, state.tokens
    subject: Phrase | None = None
    clause = -1  # where a later clause begins
    for position in range(low, min(q, low + _REACH)):
        token = tokens[position]
        word = token.word
        if not token.marked:
            clause = position + 1 if token.tail == "," and clause_splits(token) else clause
            if word in _SEEN_AS and position > low and final_of(tokens[position - 1].last) != _L:
                subject = None  # 총리가 발표한 것을 거론하면서: what is talked about
            if token.about and position > low and tokens[position - 1].word in THINGS:
                subject, low = None, position + 1  # 미국이 협상한 데 대해 | 중국이 …라며 반발했다
            continue
        if word in _FIRST_PERSON:
            return None
        if token.topic and state.subject is not None and position <= low + 2:
            rest = _rest(state, position)
            if rest is not None:
                return rest
        if token.topic and speech.titled_name(position):
            continue  # 문서은 | 교수 연구팀은
        if word in NOMINAL_HEADS and position > low + 1:
            following = tokens[position + 1]
            if following.cue is not None and clause_splits(following):
                continue  # 시장이 지시를 한 것은 | 인정하지만 개입은 아니라며
            subject = None  # 상대가 입장을 내지 않았다는 것은: the subject of what is talked about
            continue
        if token.topic or word[-1] == "도" or word in LIKEWISE or word.endswith(("에서는", "에선", "께서", "조차")):
            alone = position == clause and len(word) == 2  # 건의가 나왔고, 군은
            phrase = speech.phrase_at(position, low, unknown=token.topic and (alone or opens(state, position, low)))
            if phrase is None and word[-1] == "도":
                phrase = speech.named_by_kind(position, low)
            if phrase is None and token.topic:
                phrase = _described_name(state, position, low) if position + 1 < q else None
            if phrase is not None and phrase.source.type not in WRITTEN:
                if word[-1] == "도":
                    return swallowed(state, phrase, low) or phrase
                return (_of_body(state, position) if word.endswith(("에서는", "에선")) else None) or phrase
            if phrase is not None and phrase.source.type == "document" and opens(state, phrase.first, low):
                return subject or (phrase if position + 1 < q else None)  # 새 자료는 없다고
            if len(word) > 1 and speech.shapes.is_topic(token) and not word.endswith(("에서는", "에는")):
                if subject is None and tokens[low].word not in ONWARD and speech.is_thing(position):
                    return _behind_thing(state, position, q)
                break  # another topic: what follows is its clause
        elif token.subject and subject is None and position <= low + 12:
            phrase = speech.phrase_at(position, low, unknown=False)
            if phrase is None or phrase.source.type in WRITTEN:
                phrase = None
                if opens(state, position, low):
                    phrase = unknown_doer(state, position, low)
                    if phrase is not None and (
                        not _is_speaker(state, position, q)
                        or (in_modifier(state, position, q) and other_subject(state, position + 1, q))
                    ):
                        phrase = None
                    closed = clause_closed(state, position + 1, q)
                    if closed >= 0:
                        phrase = first_speaker(state, closed + 1, min(q, closed + 5), topic=False)
            elif (
                not (opens(state, phrase.first, low) or _found_out(state, phrase, low))
                or _continued(state, phrase, low, q)
                or in_modifier(state, position, q, speaks=phrase.source.type in SPEAKERS)
                or (phrase.source.type == "organization" and HELD.search(tokens[position + 1].word))
            ):
                phrase = None
            subject = phrase
    if subject is not None and subject.source.type == "anonymous" and tokens[subject.first].word == "한":
        return who_took(state, subject, q) or subject
    return subject


#: 알려져, 늘어, 올라서: upon which somebody speaks; not 9월이고.
_UPON_WHICH: Final = re.compile(r"[해돼져려라아어여서자워]$")


def _behind_thing(state: State, position: int, q: int) -> Phrase | None:
    """사업은 이미 알려져 | 주민들은 …며, 공항은 완공된다며 | 정부는 …고: behind the clause of a thing another topic speaks."""
    for later in range(position + 2, q):
        token = state.tokens[later]
        if token.subject and state.speech.shapes.is_subject(token):
            return None
        if token.topic and state.speech.shapes.is_topic(token):
            phrase = state.speech.phrase_at(later, position + 1, unknown=False)
            if phrase is None or phrase.source.type in WRITTEN:
                return None
            before = state.tokens[phrase.first - 1]
            return phrase if _UPON_WHICH.search(before.word) or hands_on(before) else None
    return None


def _found_out(state: State, phrase: Phrase, low: int) -> bool:
    """조사 결과 | 응답 기업의 72%가 …고 답했다."""
    return phrase.first > low and state.tokens[phrase.first - 1].word == "결과"


def _of_body(state: State, position: int) -> Phrase | None:
    """서울시에선 | 김 과장은: who speaks of those who speak there."""
    for later in range(position + 1, min(len(state.tokens), position + 5)):
        token = state.tokens[later]
        if token.topic and not state.speech.shapes.modifies(token):
            phrase = state.speech.phrase_at(later, position + 1, unknown=False)
            named = phrase is not None and phrase.source.type == "person" and phrase.first == position + 1
            return phrase if named else None
    return None


def topic_of(state: State, *, alone: bool) -> Phrase | None:
    """Whom a sentence is about: its first topic if that is a known speaker.

    ``alone``: no sentence stands before it, so that without a topic its only subject is whom it is about.
    """
    speech, tokens = state.speech, state.tokens
    subject: Phrase | None = None
    low = 0
    for position, token in enumerate(tokens[:-1]):
        word = token.word
        last = word[-1:]
        if word in _FIRST_PERSON:
            return None
        if last in "은는" and len(word) > 1 and not speech.is_time(position):
            if word.endswith(("에는", "에서는", "으로는")):
                low = position + 1
                continue
            phrase = speech.phrase_at(position, low, unknown=False)
            if phrase is not None and _surely_speaks(state, phrase):
                return phrase
            if phrase is not None or not speech.shapes.modifies(token):
                return None  # about a thing
        elif last in "이가" and len(word) > 1 and speech.words.carries(word[:-1], last):
            phrase = speech.phrase_at(position, low, unknown=False)
            if not alone or subject is not None or phrase is None or not _surely_speaks(state, phrase):
                alone, subject = False, None  # nobody, or one of two: only a topic tells
            else:
                subject = phrase
    return subject


def _surely_speaks(state: State, phrase: Phrase) -> bool:
    """전셋값, 안전성, 오징어 look like names: a person has a title or a name that is known."""
    known = state.speech.known
    name = state.text[phrase.start : phrase.end]
    if name in state.speech.shapes.not_source:
        return False
    if phrase.source.type != "person":
        return phrase.source.type in SPEAKERS
    if len(name) < 3 or name[-1] == "씨" or phrase.source.canonical is not None:
        return True
    return any(name[-size:] in known.titles for size in range(2, min(len(name), 7)))


#: Things end so, names hardly ever.
_THING_END: Final = "안법령금세료비권책론품물력성화률율액량값책증제집곡작편극식전도로회차점"


def _described_name(state: State, position: int, low: int) -> Phrase | None:
    """설비 가동을 멈췄던 | 동성제강은, 익명을 요구한 | 교수는: a name or a title that a clause from the beginning describes."""
    token = state.tokens[position]
    stem = token.word[:-1]
    if stem not in state.speech.known.titles and (
        stem[-1:] in _THING_END or (len(stem) < 3 and not state.speech.shapes.is_topic(state.tokens[position + 1]))
    ):
        return None  # 그가 지은 건물은 값이 …; 공장을 지은 한빛은 합병설은 …: the first of two topics speaks
    phrase = state.speech.phrase_at(position, low, unknown=True)
    if phrase is None or phrase.first == position or not opens(state, phrase.first, low):
        return None
    return phrase


def _is_speaker(state: State, position: int, q: int) -> bool:
    """일본이 … 독도가 …라고, 도쿄전력이 …않겠다고: the outer one of two subjects, or who says what it will do."""
    if _OWN_PLAN.search(state.printed(q).rstrip(" ,")[-8:]):
        return state.tokens[q].word.endswith(("겠다고", "기로했다고"))
    return other_subject(state, position + 1, q)


def _continued(state: State, phrase: Phrase, low: int, q: int) -> bool:
    """그러면서 국회가 … 주력해야 한다고 촉구했다: the speaker is the one of the sentence before."""
    opening = state.tokens[low].word
    if opening not in ONWARD:
        return False
    return opening.startswith("그러면서") or phrase.source.type != "person" or other_subject(state, phrase.last + 1, q)


def _is_told(state: State, index: int | None) -> bool:
    """…고 판단하고 있는 | 것으로 | 알려졌다: nobody tells it, so the topic is who judges."""
    if index is None:
        return False
    for at in range(index + 1, min(len(state.tokens) - 1, index + 3)):
        if state.tokens[at].word == "것으로":
            role = state.tokens[at + 1].role
            return role is not None and role.passive is not None
    return False


def _handed_on(state: State, index: int | None) -> bool:
    """교육부는 …고 설명한 것으로 | 알려졌다, | 협회는 | 전했다: who reports it, if anybody, stands after it."""
    if index is None or index + 2 >= len(state.tokens) or state.tokens[index + 1].word != "것으로":
        return False
    role = state.tokens[index + 2].role
    return (role is not None and role.passive is not None) or _speaker_follows(state, index)


def _speaker_follows(state: State, index: int | None) -> bool:
    """…고 일축했다고 | 로이터 등이 | 보도했다: who hands the report on stands after it."""
    if index is None:
        return False
    for position in range(index + 1, min(len(state.tokens), index + 8)):
        token = state.tokens[position]
        if token.cue is not None:
            return False
        if token.topic or token.subject:
            return state.speech.phrase_at(position, index + 1, unknown=True) is not None
    return False


def left_object(state: State, position: int) -> Phrase | None:
    """Who denies or announces a noun phrase: the topic or subject left of it."""
    for index in range(state.edge, position):
        token = state.tokens[index]
        if token.topic or token.subject or token.word in LIKEWISE:
            unknown = token.topic and opens(state, index, state.edge)
            phrase = state.speech.phrase_at(index, state.edge, unknown=unknown)
            if phrase is not None and phrase.source.type not in WRITTEN:
                return other_clause(state, phrase, position, unknown=True) or phrase
            if token.topic and not state.speech.shapes.modifies(token):
                return None
    return None
