"""The predicate behind a number in a Korean clause: what it says of who did it (가로챈 일당), or of what comes to so many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.looks import follows, follows_any, letter
from claims.noun_phrase_ko import heads, phrase_right
from claims.subjects_ko_sentence import REACH

if TYPE_CHECKING:
    from claims.records import Mention
    from claims.subjects_ko_sentence import Sentence

__all__ = [
    "AMOUNTS", "WAY", "amounts", "attainer", "deed_of", "describes", "done_to", "moves", "seizes", "verb_at", "wanted", "will",
]  # fmt: skip

#: The predicate that makes a number what its topic amounts to: 이용객은 3636만명이었다.
AMOUNTS: Final = re.compile(
    r" ?(?:가량|정도|안팎|내외|수준)?(?:이다|다\.|이며|이고|이었|였|인 것으로|(?:을|를) (?:넘|웃돌|밑돌|돌파"
    r"|기록|달성|올렸|올린|거뒀|거둔|냈)"
    r"|에 (?:달|이르|육박|그치|그쳤|불과|못)|에도 못|까지 (?:늘|줄|불)|(?:으로|로) (?:늘|줄|증가|감소|집계|추산|추정|나타))"
)
#: 혐의로 전 팀장을 구속기소했다: who is charged did it; not 혐의로 기소됐다.
_CHARGED: Final = re.compile(
    r"[을를] (?:[가-힣]+ )?(?:불?구속|기소|입건|체포|고발|송치|붙잡|검거|수사|재판)[가-힣]{0,6}(?:했|하|고|겼|아|해)"
)
_SEIZED: Final = 16  # … and the verb of what the police does with a sum
#: Words of degree between a number and its verb: 40%가량 감축, 2%나 더 올랐다.
_DEGREES: Final = re.compile(r"(?: ?(?:가량|정도|이상|안팎|넘게|이나|나|더|씩)){0,3} ?")
WAY: Final = 80  # how far the verb of a number is looked for


def amounts(sentence: Sentence, mention: Mention) -> bool:
    """Whether a number is what its topic amounts to; 6경기, 151점 are what somebody does."""
    if mention.kind == "count" and sentence.words.counting.get(mention.unit or "") != "times":
        return True
    return AMOUNTS.match(sentence.text, mention.end) is not None and mention.kind != "count"


def seizes(sentence: Sentence, mention: Mention) -> bool:
    """현금 5억원을 압수했다, 12명을 체포했다; not 650명에게 5억원을 가로챈 일당을 붙잡았다."""
    if mention.kind == "count":
        return sentence.text[mention.end : mention.end + 1] in " 을를,"
    if mention.kind != "money":
        return True
    following = sentence.text[mention.end : min(sentence.end, mention.end + _SEIZED)]
    return any(word in following for word in sentence.words.seizing)


def attainer(sentence: Sentence, pos: int) -> str | None:
    """1위를 차지한 가온전자, 3억원을 가로챈 일당 24명: who the verb at ``pos`` describes."""
    text, words, end = sentence.text, sentence.words, min(sentence.end, pos + REACH)
    stop = text.find(" ", pos, end)
    if stop < 0 or text[pos:stop] not in words.attaining:
        return None
    people = words.attaining[text[pos:stop]]
    after = text.find(" ", stop + 1, end)
    if people and after > 0 and text[after + 1].isdigit() and words.doer(text[stop + 1 : after]):
        return text[stop + 1 : after]
    if not heads(words, text, stop + 1, end):
        return None
    head, closing = phrase_right(words, text, stop + 1, end, tied=False)
    if closing != "의":
        head, _ = phrase_right(words, text, stop + 1, end, tied=True)
    if head is None or words.measure(head) is not None or (people and not words.doer(head)):
        return None
    return head


def describes(sentence: Sentence, pos: int, topic: str) -> bool:
    """512명으로부터 287억원을 가로챈 일당: whether the number's verb stands before the noun of who did it.

    Of a body as ``topic`` (공정위, 금융감독원; not 김 의원), who did it is whom it deals with.
    """
    text, words, end = sentence.text, sentence.words, min(sentence.end, pos + WAY)
    start = text.find(" ", pos, end) + 1
    for _ in range(5):
        stop = text.find(" ", start, end)
        before = letter(text, start - 2)
        if not start or stop < 0 or before == ord(",") or before == ord("."):
            return False
        how = words.relates(text[start:stop])
        if how == 0 and text[stop - 1] == "은" and (before == ord("을") or before == ord("를")):
            how = 1  # 22억원을 빼앗은
        if how == 2:
            return False
        if how:
            if follows_any(text, stop + 1, ("혐의로 ", "혐의 등으로 ")):
                return _CHARGED.search(text, stop + 1, min(sentence.end, stop + WAY)) is not None
            if _is_doer(sentence, stop + 1, end):
                return True
            body = words.institution(topic) and not words.titled(topic)
            return body and _is_dealt_with(sentence, stop + 1, end)
        start = stop + 1
    return False


def _is_dealt_with(sentence: Sentence, pos: int, end: int) -> bool:
    """공정위는 대금 4억원을 늦게 준 | 나래건설에 과징금을: whom a body deals with, named behind what they did."""
    text, words = sentence.text, sentence.words
    stop = text.find(" ", pos, end)
    stem, particle = words.strip(text[pos:stop]) if stop > 0 else ("", "")
    if particle not in ("에", "에게") or len(stem) < 2 or stem in words.no_owner or stem in words.sizes:
        return False
    return not words.is_time(stem) and words.measure(stem) is None and words.nouny(stem)


def _is_doer(sentence: Sentence, pos: int, end: int) -> bool:
    """Whether the noun phrase at ``pos`` is one for people or a body: 보이스피싱 조직원을."""
    text, words = sentence.text, sentence.words
    for _ in range(5):
        stop = text.find(" ", pos, end)
        stem, particle = words.strip(text[pos : end if stop < 0 else stop].rstrip(".,"))
        if words.doer(stem):
            return True
        if particle or stop < 0:
            return False
        pos = stop + 1
    return False


def done_to(text: str, end: int) -> bool:
    """은행 5곳에 과태료를 부과했다: who does something to so many; not 5곳에 손님이 몰렸다."""
    if text[end : end + 1] != "에":
        return False
    for word in text[end + 1 : end + 40].split(" ")[1:5]:
        if word[-1:] in "을를" and len(word) > 1:
            return True
        if word[-1:] in "이가은는다":
            return False
    return False


def wanted(text: str, end: int) -> bool:
    """임금을 8% 올려야 한다: who wants it done does not do it."""
    following = text[end : end + 20]
    return "야 한" in following or "야 할" in following or "지 않으면" in following or "달라" in following


def will(sentence: Sentence, mention: Mention) -> bool:
    """“매장을 40곳 더 열겠다”고: who says so will do it."""
    return sentence.text.find("겠다", mention.end, min(sentence.end, mention.end + 40)) >= 0


def verb_at(text: str, end: int) -> int:
    """Where the verb right of a number may begin, over the words of degree between: 40%가량 | 감축, 2%나 더 | 올랐다."""
    match = _DEGREES.match(text, end)
    return end if match is None else match.end()


def moves(sentence: Sentence, end: int) -> bool:
    """40% 줄인다, 40%가량 감축: whether the verb right of a number changes something."""
    return sentence.text.startswith(sentence.words.changes_by, verb_at(sentence.text, end))


def deed_of(sentence: Sentence, mention: Mention) -> str | None:
    """500억원을 (추가로) 투자했다: the verbal noun that says what the money does."""
    if sentence.deed_at != mention.end:
        sentence.deed_at = mention.end
        sentence.deed = _deed(sentence, mention.end)
    return sentence.deed


def _deed(sentence: Sentence, start: int) -> str | None:
    text, words = sentence.text, sentence.words
    end = min(sentence.end, start + REACH)
    pos, _ = sentence.tied(start)
    if letter(text, pos) == ord("("):  # 3조원(약 20억달러)을 투자
        closing = text.find(")", pos, min(end, pos + 60))
        pos = closing + 1 if closing > 0 else pos
    case = letter(text, pos)
    if case == ord(" "):
        pos += 1
    elif case in (ord("을"), ord("를"), ord("로"), ord("에"), ord("씩")) and letter(text, pos + 1) == ord(" "):
        pos += 2
        if case in (ord("을"), ord("를")) and follows(text, pos, "들여 "):
            pos += 3
    else:
        return None
    for _ in range(2):
        stop = text.find(" ", pos, min(end, pos + 24))
        word = text[pos : min(end, pos + 24) if stop < 0 else stop]
        deed = words.deed(word)
        if deed is not None:
            return deed
        if stop < 0 or not (word.endswith(("로", "에", "게", "히")) or words.nouny(word, head=True)):
            return None
        pos = stop + 1
    return None
