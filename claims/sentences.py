"""The structure that running text shows: paragraphs, quotation spans, sentences. Spans are sorted and end-exclusive."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["paragraphs", "quotes", "sentences"]

Span = tuple[int, int]

_FINAL_MARKS: Final = ".?!…。"
_FINAL: Final = frozenset(_FINAL_MARKS)
_CLOSERS: Final = "”’\"'」』)]）"
_BULLET: Final = re.compile(r"[ \t]*(?:[-•·▲△▶■□◆◇○●※*]|\d{1,2}[.)])[ \t]")
#: A paragraph is so many times as long as its headline.
_WIDER: Final = 2
#: A line this short is a heading, not a hard-wrapped line.
_SHORT_LINE: Final = 25
_ABBREVIATIONS: Final = frozenset(
    [
        *["Mr", "Rs", "Mrs", "Ms", "Dr", "St", "Prof", "Gen", "Sen", "Rep", "Gov", "Lt"],
        *["Brig", "Cdr", "Cmdr", "Cst", "Pfc", "Spc", "Amb", "Dist", "Drs", "Profs"],
        "Col",
        "Sgt",
        "Const",
        "Cllr",
        "Coun",
        "Assemb",
        "Dep",
        "Ald",
        "Fr",
        "Capt",
        "Rev",
        "Hon",
        "Jr",
        "Sr",
        "vs",
        "No",
        "Nos",
        "Fig",
        "Vol",
        "Ed",
        *["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"],
        "approx",
        "Bros",
        "Adm",
        "Maj",
        "Cpl",
        "Supt",
        "Messrs",
        "Mssrs",
        "Pvt",
        "Dept",
        "est",
        "Det",
        "Insp",
        "Ofc",
        "Asst",
        "Atty",
        "Sens",
        "Reps",
        "Govs",
        "Mt",
        "Ft",
    ]
)
#: These may end a sentence: they do when a word that opens one follows.
_OFTEN_LAST: Final = frozenset(
    ["Inc", "Corp", "Ltd", "Co", "Plc", "LLC", "U.S", "U.K", "U.N", "E.U", "D.C", "a.m", "p.m", "etc"]
)
_LONGEST_ABBREVIATION: Final = max(len(word) for word in [*_ABBREVIATIONS, *_OFTEN_LAST])
_OPENING_MARKS: Final = "(“‘\"'["
_OPENERS: Final = frozenset(
    [
        "The",
        "A",
        "An",
        "It",
        "He",
        "She",
        "They",
        "We",
        "I",
        "You",
        "This",
        "That",
        "These",
        "Those",
        "In",
        "On",
        "At",
        "For",
        "From",
        "But",
        "And",
        "So",
        "If",
        "When",
        "While",
        "After",
        "Before",
        "As",
        "By",
        "With",
        "Since",
        "Its",
        "His",
        "Her",
        "Their",
        "Our",
        "Last",
        "Next",
        "Some",
        "Many",
        "Most",
        "Both",
        "Several",
        "Analysts",
        "Shares",
        "Officials",
    ]
)
#: After a closed quotation these go on with the sentence.
#: “Why now?” Ms. Park asked.: a question or a cry is followed by its speaker.
_SPEAKER: Final = re.compile(
    r"(?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w.’'-]*(?:,(?: (?:an?|the|its|his|her) [^.“”\"?!,]{2,60},| \d{2},))? "
    r"(?:said|says|asked|asks|wrote|told|added|posted|replied|shouted|cried|tweeted)\b"
)
_QUOTED_ON: Final = re.compile(
    r"\s*(?:이?라고|고|며|면서|이?라며|이?라면서|이?라는|는|이?란|이라|라는데|등의? |[,:;]|[a-z])", re.UNICODE
)


def _positions(text: str, marks: str) -> list[int]:
    """Where any of ``marks`` stands, in order: one fast look for each mark, however long the text."""
    found: list[int] = []
    kinds = 0
    for mark in marks:
        at = text.find(mark)
        if at < 0:
            continue
        kinds += 1
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    if kinds > 1:
        found.sort()
    return found


def paragraphs(text: str) -> list[Span]:
    """Blocks of text: a blank line ends one, and so does a line end that no hard wrap explains."""
    spans: list[Span] = []
    start, pos, length = 0, 0, len(text)
    while pos < length:
        cut = text.find("\n", pos)
        if cut < 0:
            cut = length
        after = cut + 1
        line = text[pos:cut].rstrip()
        if cut == length or not line or _breaks(text, line, after):
            _add(spans, text, start, cut)
            start = after
        pos = after
    if not spans and text.strip():
        _add(spans, text, 0, length)
    return spans


def _breaks(text: str, line: str, after: int) -> bool:
    last = line[-1]
    if last in _FINAL or (last in _CLOSERS and len(line) > 1 and line[-2] in _FINAL):
        return True
    if len(line) < _SHORT_LINE:
        follower = text[after : after + 2]  # Bail was set at $2.5 | million: a narrow column
        return not (
            follower.isascii() and follower.isalpha() and follower.islower() and (last.isalnum() or last == ",")
        )
    if text[after : after + 1] in "\r\n" or _BULLET.match(text, after) is not None:
        return True
    if last in _CREDIT_ENDS and _CREDIT.search(line[-_CREDIT_REACH:]) is not None:
        return True
    return last not in _GOES_ON and not text[after : after + 1].islower() and _heads(text, line, after)


#: (사진제공=나래중공업), [자료=나래연구원], /사진=한빛뉴스: who gave a picture; the caption ends there.
_CREDIT: Final = re.compile(r"(?:사진|제공|자료|그래픽|출처) ?(?:제공)? ?[=ㅣ|:]?[^.\d()\[\]]{0,16}[)\]]?$")
_CREDIT_ENDS: Final = frozenset(")]스공합")
_CREDIT_REACH: Final = 30
#: A line that ends so is no headline: 매출은 | 3조원, sales, | which.
_GOES_ON: Final = frozenset("은는을를의에며,，、;(-–—")


def _heads(text: str, line: str, after: int) -> bool:
    """Whether the line is a headline: the next one, a paragraph, is so long that no width wraps both."""
    cut = text.find("\n", after)
    follower = text[after : cut if cut >= 0 else len(text)].strip()
    return len(follower) > _WIDER * len(line)


def _is_space(text: str, pos: int) -> bool:
    code = ord(text[pos])
    return code == ord(" ") or ((code < ord("!") or ord("~") < code <= ord("\u3000")) and text[pos].isspace())


def _is_hangul(code: int) -> bool:
    return ord("가") <= code <= ord("힣")


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and _is_space(text, start):
        start += 1
    while end > start and _is_space(text, end - 1):
        end -= 1
    if start < end:
        spans.append((start, end))


_QUOTE_MARKS: Final = "“”‘’「」『』\"'"
_CLOSES: Final = {"”": '“"', "’": "‘'", "」": "「", "』": "『"}
#: What follows a quotation that is reported.
_GOES_ON_AFTER: Final = frozenset("고라이며면는")
#: 추진위는"…"고, "…"며"…"고: what a mark that opens may stand right behind.
_TIGHT: Final = frozenset("은는이가도서며")


def quotes(text: str, blocks: list[Span]) -> list[Span]:
    """Quotation spans with their marks; apostrophes, primes and unclosed marks are none; none crosses a paragraph.

    A quotation that the next paragraph opens again ends with its own.
    """
    found: list[Span] = []
    marks = _positions(text, _QUOTE_MARKS)
    index, count = 0, len(marks)
    for number, (start, end) in enumerate(blocks):
        opened: list[tuple[str, int]] = []
        while index < count and marks[index] < end:
            pos = marks[index]
            index += 1
            if pos < start:
                continue
            mark = text[pos]
            before = text[pos - 1] if pos > start else " "
            after = text[pos + 1] if pos + 1 < end else " "
            if after == mark and mark in "‘’'":  # ‘‘We will,’’ he said: one mark printed as two
                _pair(opened, mark, pos, before, text[pos + 2 : pos + 3], found)
                index += 1
                continue
            if mark in _CLOSES:
                if mark == "’" and before.isalnum() and after.isascii() and after.isalnum():
                    continue
                _close(opened, _CLOSES[mark], pos, found)
            elif opened and opened[-1][0] == "“" and mark in '“"' and not before.isspace() and after in _GOES_ON_AFTER:
                _close(opened, "“", pos, found)  # “사실이 아니다"고, “어렵다“며: the wrong mark closes it
            elif opened and opened[-1][0] == "“" and mark == '"' and before in ",.!?" and _mended(text, pos, end):
                _close(opened, "“", pos, found)  # “It is late," he said
            elif mark in "\"'":
                open_here = any(kind == mark for kind, _ in opened)
                if open_here and mark == '"' and before == " " and after.isupper() and text[pos - 2] in ".!?":
                    found.append((next(at for kind, at in opened if kind == mark), pos - 1))
                    opened = []  # "A. "B," he said: the mark between them was left out
                    open_here = False
                elif (
                    open_here
                    and mark == '"'
                    and before == " "
                    and "가" <= after <= "힣"
                    and after not in _GOES_ON_AFTER
                ):
                    opened = []  # "공격한다고 했다. 또 "공허하다"고: the first mark was never closed
                    open_here = False
                if open_here and not (mark == "'" and after.isascii() and after.isalnum()):
                    _close(opened, mark, pos, found)
                elif not open_here and (not before.isalnum() or (before in _TIGHT and after not in _GOES_ON_AFTER)):
                    if not after.isspace() or (before in " \n며" and "가" <= text[pos + 2 : pos + 3] <= "힣"):
                        opened.append((mark, pos))  # " 그렇다"고
            elif len(opened) < 8:
                opened.append((mark, pos))
        if (
            opened
            and (opened[0][0] in '“"' or opened[0] in (("‘", start), ("'", start)))
            and number + 1 < len(blocks)
            and text[blocks[number + 1][0]] == opened[0][0]
        ):
            found.append((opened[0][1], end))  # speech that goes on in the next paragraph, which opens it again
    found.sort()
    return found


def _pair(opened: list[tuple[str, int]], mark: str, pos: int, before: str, after: str, found: list[Span]) -> None:
    """A quotation whose marks are two single ones: ‘‘…’’."""
    kind = "‘" if mark == "’" else mark
    if mark == "’" or (mark == "'" and any(known == kind for known, _ in opened)):
        _close(opened, kind, pos + 1, found)
    elif not before.isalnum() and not after.isspace() and len(opened) < 8:
        opened.append((mark, pos))


def _mended(text: str, pos: int, end: int) -> bool:
    """Whether a straight mark closes what a curved one opened: a space follows, and no mark that would close it."""
    if not text[pos + 1 : pos + 2].isspace():
        return False
    near = text[pos + 1 : min(end, pos + 400)]
    close = near.find("”")
    return close < 0 or 0 <= near.find("“") < close


def _close(opened: list[tuple[str, int]], kinds: str, pos: int, found: list[Span]) -> None:
    for index in range(len(opened) - 1, -1, -1):
        if opened[index][0] in kinds:
            found.append((opened[index][1], pos + 1))
            del opened[index:]
            return


def sentences(text: str, blocks: list[Span], quoted: list[Span]) -> list[Span]:
    """Sentences inside the paragraphs; a quotation that the sentence goes on after is not cut inside."""
    found: list[Span] = []
    marks = _positions(text, _FINAL_MARKS)
    index, count = 0, len(marks)
    opened = 0  # so many quotations begin before the mark
    for first, last in blocks:
        begin = first
        while index < count and marks[index] < last:
            mark = marks[index]
            stop = mark + 1
            index += 1
            if mark < first:
                continue
            while index < count and marks[index] == stop and stop < last:
                stop += 1
                index += 1
            while stop < last and text[stop] in _CLOSERS:
                stop += 1
            if stop >= last:
                break
            while opened < len(quoted) and quoted[opened][0] <= mark:
                opened += 1
            if (text[stop].isspace() or _glued(text, mark, stop)) and _ends(text, begin, mark, stop, quoted, opened):
                _add(found, text, begin, stop)
                begin = stop
        _add(found, text, begin, last)
    return found


#: sales rose.The next: a word, a full stop and a word with a capital; no address (Booking.Com).
_RUN_ON: Final = re.compile(
    r"(?<![./@\w])[A-Za-z][a-z]{3,24}\.(?!(?:Com|COM|Net|NET|Org|Io|IO|Js|JS|Ai|AI)\b)[A-Z][A-Za-z+]{0,20}[ ,]"
)


def _glued(text: str, mark: int, stop: int) -> bool:
    """Whether a full stop ends a sentence though no space follows: 확인됐다.청약홈에 따르면, sales rose.The, he said.“We."""
    after = text[stop]
    if after == "“" and mark and text[mark] in ".?!" and not text[mark - 1].isdigit():
        return True
    if text[mark] != "." or stop != mark + 1:
        return False
    if text[mark - 1] in "다요":
        return ("가" <= after <= "힣" or after.isdigit()) and "가" <= text[mark - 2 : mark - 1] <= "힣"
    if not "A" <= after <= "Z" or not "a" <= text[mark - 1] <= "z":
        return False
    start = text.rfind(" ", max(0, mark - 26), mark) + 1
    return _RUN_ON.match(text, start) is not None


def _ends(text: str, begin: int, mark: int, stop: int, quoted: list[Span], opened: int) -> bool:
    # Nested quotations are few: look back over the ones that may still be open here.
    for position in range(opened - 1, max(-1, opened - 5), -1):
        start, end = quoted[position]
        if start <= mark < end:
            if end > stop:
                return False
            if _QUOTED_ON.match(text, end):
                return False
    if ord(text[mark]) == ord(".") and _is_hangul(ord(text[mark - 1])) and text[mark - 2 : mark - 1] != ".":
        # 말했다. 이어: no abbreviation ends in Hangul, and no small letter follows.
        follower = stop + 1 if _is_space(text, stop) else stop
        if follower < len(text) and _is_hangul(ord(text[follower])):
            return True
    after, far = stop, min(len(text), stop + _NEXT_WORD)
    while after < far and _is_space(text, after):
        after += 1
    if after == far:
        return True
    if ord("a") <= ord(text[after]) <= ord("z"):
        return False
    if text[mark] != ".":
        return stop - mark < 2 or _SPEAKER.match(text[stop : stop + 110].lstrip()) is None
    last = _last_word(text, max(begin, mark - _LAST_WORD), mark)
    if len(last) > _LONGEST_ABBREVIATION and not last[-1].isdigit():
        return True
    if last.isdigit():
        return text[begin:mark].strip() != last
    if last in _ABBREVIATIONS or (len(last) == 1 and last.isascii() and last.isupper()):
        return False
    if last in _OFTEN_LAST or (len(last) == 3 and last[1] == "." and last.isupper()):  # G.S. Malik
        return text[after:far].split(None, 1)[0] in _OPENERS
    return True


#: How far the word before a full stop and the one behind it are looked for.
_LAST_WORD: Final = 16
_NEXT_WORD: Final = 40


def _last_word(text: str, low: int, end: int) -> str:
    """The last word before ``end``, without the marks that open it."""
    while end > low and _is_space(text, end - 1):
        end -= 1
    start = end
    while start > low and not _is_space(text, start - 1):
        start -= 1
    while start < end and text[start] in _OPENING_MARKS:
        start += 1
    return text[start:end]
