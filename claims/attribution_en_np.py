"""The noun phrase of an English source before its verb: where the subject begins and where it ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_beside import BREAKS, apart, described, opens, past_breaks, place_first
from claims.attribution_en_kinds import appositive, guess
from claims.attribution_en_names import FINITE, LETTERS, PLACED, PRONOUNS, Names
from claims.attribution_en_reads import DETS, NOBODY, readable
from claims.looks import first_word, follows, follows_any, letter, precedes, precedes_any
from claims.patterns import tree

if TYPE_CHECKING:
    from mypy_extensions import i64  # an int that never leaves a register of compiled code

    from claims.records import Span

__all__ = ["DATED", "DAY", "DETS", "MONTH", "SETTINGS", "subject_before"]

MONTH: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LEAD: Final = re.compile(
    r"(?:(?:(?:Earlier|Later) in the (?:day|week|month|year)"
    r"|But|And|Yet|So|Still|However|Meanwhile|Separately|Also|Instead|Later|Earlier|Now|Then|Finally|Recently|Previously"
    r"|Initially|Elsewhere|Additionally|Similarly|Ultimately|[Tt]oday|[Yy]esterday"
    r"|In fact|By contrast|In addition|Last night|last night|Overnight|Tonight),? +"
    rf"|(?:Late |Early |Earlier |Later )?(?:[Oo]n )?{DAY}(?: (?:morning|afternoon|evening|night))?,? +"
    rf"|(?:On |In )(?:{MONTH})(?: \d{{1,2}})?,? +"
    r"|(?:[Ll]ast|[Tt]his|Earlier this|Earlier last) (?:week|month|year|quarter),? +|In \d{4},? +)+"
)
_TAIL: Final = re.compile(
    rf"(?: (?:late |early )?(?:on )?{DAY}(?: (?:morning|afternoon|evening|night))?| yesterday| today|,? on average|,? in turn"
    r"| (?:earlier |late |early )?(?:last|this) (?:week|month|year|quarter|night)| (?:at|over) the weekend)$"
)
DATED: Final = re.compile(r"\b[a-z]{3,}ed\b|\b(?:due|held|out)\b")  # data released on Monday
_DAYS: Final[tuple[str, ...]] = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: The first and last words of what _LEAD and _TAIL take.
_LEADS: Final = frozenset({
    "But", "And", "Yet", "So", "Still", "However", "Meanwhile", "Separately", "Also", "Instead", "Later", "Earlier", "Now",
    "Then", "Finally", "Recently", "Previously", "Initially", "Elsewhere", "Additionally", "Similarly", "Ultimately",
    "Today", "Yesterday", "today", "yesterday", "Overnight", "Tonight", "In", "in", "By", "Late", "Early", "On", "on",
    "Last", "last", "This", "this", *_DAYS,
})  # fmt: skip
_TAILS: Final = frozenset({
    "average", "turn", "yesterday", "today", "week", "month", "year", "quarter", "night", "morning", "afternoon", "evening",
    "weekend", *_DAYS,
})  # fmt: skip
#: The words that a place or time of saying may begin with: no other word is tried.
SETTINGS: Final = frozenset({
    "in", "at", "during", "via", "through", "with", "after", "on", "early", "late", "earlier", "later", "today",
    "yesterday", "this", "last", "by", "to", "over", "again", "separately", "recently", "also", "overnight",
    "tonight", "back", "time", "hours", "days", "weeks", "months", "minutes", "moments", "shortly",
    "however", "publicly", "privately", "repeatedly", "previously", "bluntly", "flatly", "simply", "categorically",
    "emphatically", "soon", *_DAYS, *MONTH.split("|"),
    *["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"],
})  # fmt: skip
_TOWN: Final = re.compile(r"(?:^|[\s“\"])((?:[Tt]he|[Aa]n?) (?:[A-Z][\w.’'-]* ){0,2}[A-Z][\w.’'-]*), $")
_TOWNS: Final = re.compile(r"(?:^|“|(?:, |- |– |— ))((?:[A-Z][\w.’'-]* ){0,2}[A-Z][\w.’'-]*), $")
_DATED_APART: Final = re.compile(rf", (?:late |early )?(?:on )?{DAY}(?: (?:morning|afternoon|evening|night))?$")
_DATE_ENDS: Final = frozenset({"day", "ing", "oon", "ght"})
#: A share of those who were asked, where nobody is named: 61% said.
_SHARE: Final = re.compile(
    r"(?:^|[\s,])((?:(?:[Ss]ome|[Aa]bout|[Nn]early|[Aa]lmost|[Oo]ver|[Jj]ust|[Oo]nly|[Aa]nother|[Aa] further|[Aa]round) )?"
    r"\d{1,2}(?:\.\d+)?(?:%| per ?cent))$"
)
_PEOPLE: Final[tuple[str, ...]] = ("person", "experts")  # economists in a survey are who they are
_YEARS: Final = re.compile(r"\d{2}")
_INSERT: Final = re.compile(
    r"\s*(?:\d{2}$|\d{1,2}(?:\.\d+)?(?:%| per ?cent)$|[DRI]-[A-Z]|both \d{2}$"
    r"|(?:a copy of which|which|who|whose|whom|where|citing|based|owned|led|founded|known|best known"
    r"|published|released|backed|asked|to be|due|scheduled|some|many of|most of|all of|one of|now|once"
    r"|controlled|speaking|quoting|together|along|including|formerly|however|meanwhile|too|in|on|at|for|with|from|under|by"
    r"|after|during|like|headquartered|while|when)\b"
    rf"|(?:cross[- ])?[a-z]{{3,}}ing\b|(?:first )?[a-z]{{3,}}ed (?:by|in|on|at|to|from|last|this|with|{DAY})\b"
    r"|(?:seen|written|taken|held|carried out) )"
)
#: A rank set beside a thing: the third this year, its biggest since 2019.
_RANKED: Final = re.compile(
    r"(?:the|its|his|her|their) (?:(?:second|third|fourth|fifth|\w+-)?(?:first|last|latest|most|[a-z]{2,}est)"
    r"|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?!,)"
)
#: The end of a quotation and what joins on it a clause with a subject of its own; \x00 stands for what is quoted.
_BEHIND: Final = re.compile(rf'\x00[”"] (?:(?:and|but) )?(?=(?:{tree(DETS)})\b)|\x00[”"] (?:and|but) (?=[A-Z])')
#: A second article opens the subject of a clause with no which; after these words it does not.
_SECOND: Final = frozenset({"the", "its", "his", "her", "their"})
#: Pronouns of whom or what one has acted on: the reporter who broke it.
_THINGS: Final = frozenset({"it", "him", "them", "us", "me"})
_JOINS: Final = frozenset(
    {"and", "or", "both", "all", "half", "than", "between", "against", "within", "per", "but", "not"}
)


#: How the place where somebody speaks opens, with no comma behind it: In a statement the company said.
_SPEAKING_IN: Final[tuple[str, ...]] = ("In a", "In it", "In h", "In th", "At a", "in a ", "in its ", "in the ")


def subject_before(
    body: str, left: int, edge: int, names: Names, *, wide: bool = False
) -> tuple[int, int, bool] | None:
    """The subject that ends before ``edge`` (the verb or its first auxiliary): (start, end, refused), or None.

    An apposition belongs to it (``Jane Doe, chief executive of Acme,``); a relative clause, a participle or an age
    between commas does not. ``wide`` takes any noun phrase (the subject of a passive).
    """
    stop = edge
    while stop > left and body[stop - 1] in " \n":
        stop -= 1
    if stop <= left:
        return None
    last = body[stop - 1]
    if last in "ygnt" and body[stop - 3 : stop] in _DATE_ENDS:
        dated = _DATED_APART.search(body, max(left, stop - 40), stop)
        if dated is not None:  # Marlow, the maker of pumps, on Thursday cut
            stop = dated.start() + 1
            last = ","
    if last == "%" or (last == "t" and precedes(body, stop, "cent")):
        share = _SHARE.search(body, max(left, stop - 32), stop)
        if share is not None:  # 61% said, while 47 per cent said; not up from 1 per cent forecast in March
            return (share.start(1), stop, False) if opens(body, left, share.start(1)) else None
    if last in "—–-":  # nearly half of those polled — 48% — said
        opened = body.rfind(f" {last} ", max(left, stop - 120), stop - 1)
        if opened > left:
            stop = opened
    floor = _past_quotation(body, _past_marks(body, left, stop), stop)
    if body[stop - 1] != ",":
        begin = _segment(body, floor, stop)
        if begin > floor and follows(body, begin, " including "):
            listed = begin
            begin = _segment(body, floor, begin - 1)  # All dailies, including the Herald and the Age, say
            named = _trim(body, begin, listed - 1, names)
            if named is not None and body.count(" ", *named) < 5 and body.find(" who", listed, stop) < 0:
                if readable(body[slice(*named)], names):
                    return (named[0], stop, False)
        head = _trim(body, begin, stop, names)
        if head is None:
            return None
        whole = _with_clause(body, begin, head, stop, names)
        if whole is not None:
            return (*whole, False)
        begin = (
            _based(body, floor, head, names)
            if body.find("-based ", head[0], head[1]) >= 0
            else _series(body, floor, head, names)
        )
        return (begin, head[1], not (wide or readable(body[begin : head[1]], names)))
    # insertions between commas, from the verb leftwards
    close = stop - 1
    taken = close
    for _ in range(3):
        begin = _segment(body, floor, close)
        segment = body[begin:close].strip()
        if begin <= floor:
            return _trailed(body, floor, close, names) if close == stop - 1 else None
        lead = segment.partition(" ")[0]
        title = (
            not (lead.endswith("ing") and lead in names.insertions)
            and (  # quoting an unnamed executive
                appositive(segment, names) or described(body[floor:begin], segment, names)
            )
        )
        title = title or (wide and _RANKED.match(segment) is not None)
        if not (title or _INSERT.match(segment) or segment in names.degrees):
            before = body[_segment(body, floor, begin - 1) : begin - 1]
            placed = _INSERT.match(before) or before.lstrip().startswith(("of ", "from "))
            if begin - 1 > floor and segment.count(" ") < 3 and segment.rpartition(" ")[2].istitle() and placed:
                close = begin - 1  # The company, based in Austin, Texas,
                continue
            return _near(body, floor, begin, stop - 1, names) if close == stop - 1 and segment.istitle() else None
        previous = begin - 1
        while previous > floor and body[previous] in ", ":
            previous -= 1
        previous += 1
        if not title and segment.split(" ", 1)[0] in names.insertions:  # Kim, who runs a shop in Mapo,
            taken = previous if taken == close else taken
        start = _segment(body, floor, previous)
        candidate = body[start:previous].strip()
        whose = title and segment[:1].isupper() and candidate.split(" ", 1)[0] in DETS  # their lawyer, Grant Moss,
        owned = candidate[:1].islower() or candidate.partition(" ")[0].endswith(("’s", "'s"))
        if not whose and owned and appositive(candidate, names) and start > floor:
            close = previous
            continue
        if _YEARS.fullmatch(candidate) or candidate in names.degrees:
            close = previous
            continue
        if _INSERT.match(candidate) and start > floor:
            close = previous
            if candidate.split(" ", 1)[0] in names.insertions:
                taken = min(taken, previous)
            continue
        head = _trim(body, start, previous, names)
        if head is None:
            return None
        good = wide or readable(body[head[0] : head[1]], names)
        return (head[0], max(taken, head[1]), not good)
    return None


def _near(body: str, floor: int, comma: int, close: int, names: Names) -> tuple[int, int, bool] | None:
    """``Police in Dayton, Ohio,``, ``A man who was staying near Dayton, Ohio,``: the comma belongs to the place."""
    begin = _segment(body, floor, comma - 1)
    who = body.find(" who ", begin, comma)
    town = body[begin : comma - 1].split()
    if not town or not town[-1][0].isupper() or body.count(" ", comma, close) > 2:
        return None
    noun = _trim(body, begin, who if who > 0 else comma - 1, names)
    if noun is None or not readable(body[slice(*noun)], names):
        return None
    placed = who > 0 or not PLACED.isdisjoint(body[slice(*noun)].split()[1:])
    return (noun[0], close, False) if placed else None


def _trailed(body: str, floor: int, close: int, names: Names) -> tuple[int, int, bool] | None:
    """``Pentagon spokesman Timothy Taylor, said``: a comma that nothing opens, behind one who plainly speaks."""
    head = _trim(body, floor, close, names)
    if head is None:
        return None
    phrase = body[slice(*head)]
    words = phrase.split()
    if not 2 <= len(words) <= 16 or any(word.islower() and word.endswith("ed") for word in words):
        return None
    if not readable(phrase, names) or guess(phrase, names) in ("none", "organization", "market"):
        return None
    return (*head, False)


def _with_clause(body: str, begin: int, head: Span, stop: int, names: Names) -> Span | None:
    """``A defector who has applied for asylum``: the noun phrase with the clause that tells who it is."""
    who = body.rfind(" who ", begin, head[0])
    if who < 0 and precedes(body, head[0], " and ") and body.find(" which ", begin, head[0]) > 0:
        which = body.rfind(" which ", begin, head[0])  # firms which replied to a poll by Involve York and Humber
        noun = _trim(body, begin, which, names)
        last = body[: head[0] - 5].rsplit(" ", 1)[-1]
        return (noun[0], stop) if noun is not None and last[:1].isupper() and body[head[0]].isupper() else None
    if who < 0 or who + 5 != head[0]:
        return None
    first = body[head[0] : stop].split(" ", 2)
    verb = first[1] if first[0] in names.adverbs and len(first) > 2 and first[0] not in FINITE else first[0]
    many = precedes_any(body, who, ("s", "people", "People"))  # workers who live in the city
    if not (verb in FINITE or verb in names.verbs or many or verb.endswith(("ed", "s"))) or len(first) < 2:
        return None
    noun = _trim(body, begin, who, names)
    people = precedes_any(body, who, ("people", "People", " person"))
    return (noun[0], stop) if noun is not None and (people or readable(body[slice(*noun)], names)) else None


def _based(body: str, floor: int, head: Span, names: Names) -> int:
    """Where ``the Charlotte, North Carolina-based lender`` begins: its town stands before a comma."""
    match = _TOWN.search(body, max(floor, head[0] - 60), head[0]) or _TOWNS.search(
        body, max(floor, head[0] - 40), head[0]
    )
    if match is None or match.group(1).split(" ", 1)[0].lower() in names.prepositions:
        return head[0]
    return match.start(1)


def _series(body: str, floor: int, head: Span, names: Names) -> int:
    """Where a list of names starts (Nissan, Honda and Mitsubishi said)."""
    begin = head[0]
    if begin - 2 <= floor or not follows(body, begin - 2, ", ") or body.find(" and ", head[0], head[1]) < 0:
        return begin
    while begin - 2 > floor and follows(body, begin - 2, ", "):
        start = _segment(body, floor, begin - 2)
        first = LETTERS.search(body, start, begin - 2)
        if first is None or not (first.group()[0].isupper() or first.group() in DETS):
            break
        words = LETTERS.findall(body[start : begin - 2])
        if (
            len(words) > 4
            or not (all(word[0].isupper() for word in words) or (words[0] in DETS and len(words) < 4))
            or words[0].lower() in names.prepositions
        ):
            break
        begin = start + len(body[start : begin - 2]) - len(body[start : begin - 2].lstrip())
    return begin


def _segment(body: str, floor: int, stop: int) -> int:
    """Start of the stretch between commas that ends at ``stop`` (a comma inside a number is none)."""
    at = stop
    while True:
        at = body.rfind(",", floor, at)
        if at < 0:
            return floor
        if body[at + 1 : at + 2].isdigit() and body[at - 1 : at].isdigit():
            continue
        return at + 1


def _past_marks(body: str, left: int, stop: int) -> int:
    """Where the clause behind the last semicolon, colon or dash with a space behind it begins."""
    if not (";" in body or ":" in body or "-" in body or "–" in body or "—" in body):
        return left
    low: i64 = left
    at: i64 = stop - 1
    while at > low:
        if ord(body[at]) == ord(" "):
            mark = ord(body[at - 1])
            if mark == ord(";") or mark == ord(":"):
                return at + 1
            if mark == ord("–") or mark == ord("—") or mark == ord("-"):
                opening = at - 2
                if mark == ord("-") and opening > low and ord(body[opening]) == ord("-"):
                    opening -= 1  # --
                if opening >= low and ord(body[opening]) == ord(" "):
                    return at + 1
        at -= 1
    return left


def _past_quotation(body: str, left: int, stop: int) -> int:
    """Where the clause behind the last quotation begins: called it “reckless” and | the union said; “…,” | its spokesman said."""
    if "\x00" in body and body.find("\x00", left, stop) >= 0:
        for match in _BEHIND.finditer(body, left, stop):
            left = match.end()
    return left


def _trim(body: str, begin: int, stop: int, names: Names) -> Span | None:
    """Cut what is no part of the noun phrase from its front: conjunctions with their clause, dates, quotations."""
    quote = max(body.rfind("”", begin, stop), body.rfind('" ', begin, stop)) if "\x00" in body else -1
    if quote >= 0 and "\x00" in body[begin:quote] and body[begin:quote].lstrip()[:1] in '“"\x00':
        begin = quote + 1
    words = body[begin:stop].replace(",", " ").split()
    if not words:
        return None
    if (
        quote >= begin
        and "\x00" in body[begin:quote]
        and ((words[0].endswith("ing") and words[0][0].isupper()) or any(word in FINITE for word in words))
        and (body[quote + 2 : quote + 3].isupper() or body[quote + 2 : stop].split(" ", 1)[0] in DETS)
    ):
        begin = quote + 1  # Describing it as “…,” the envoy urged; it could melt “a decade sooner,” Axios notes
        words = body[begin:stop].replace(",", " ").split()
        if not words:
            return None
    first = words[0].lower()
    for at in range(2, len(words) - 1 if first in DETS else 0):  # a substance | her agent said had come from …
        if words[at] in _SECOND and words[at - 1].islower() and words[at - 1].isalpha():
            if not any(
                word in names.prepositions
                or word in _JOINS
                or word in BREAKS
                or word in names.verbs
                or word.endswith(("ing", "ed"))
                for word in words[:at]
            ):
                begin = body.index(f" {words[at]} ", begin, stop) + 1
                words = words[at:]
                break
    if len(words) > 2 and words[0] in ("a", "an") and words[-1].endswith("s") and words[-1] in names.nouns:
        behind = apart(words, names)  # a figure some economists say, a trend economists expect
        begin = (
            stop - len(" ".join(words[behind:]))
            if behind and body.endswith(" ".join(words[behind:]), begin, stop)
            else begin
        )
        words = words[behind:]
    if len(words) == 1 and words[0] not in BREAKS:
        begin, word = body.index(words[0], begin), words[0].lstrip("“")  # “We believe …, never closed
        return (begin + len(words[0]) - len(word), begin + len(words[0])) if word else None
    if not BREAKS.isdisjoint(words):
        begin = past_breaks(body, begin, stop, words, names)
    while begin < stop and body[begin] == " ":
        begin += 1
    if follows(body, begin, "something "):
        begin += 10  # something Ruiz says he has seen
    while begin < stop and (body[begin] in " \n," or (body[begin] in "\"”'" and body[begin + 1 : begin + 2] == " ")):
        begin += 1
    if begin < stop and body[begin] == "“" and body.find("”", begin, stop) < 0:
        begin += 1
    if letter(body, stop - 4) == ord("—") and stop - 4 >= begin and precedes_any(body, stop, ("—and", "—but")):
        return None  # eight counties—including Napa—and said
    if 2 < len(words) < 9 and follows(body, begin, "In ") and begin + 3 <= stop:
        begin = place_first(body, begin, stop, words, names)
    space = body.find(" ", begin, stop)
    if space > 0 and body[begin:space].rstrip(",") in _LEADS:
        lead = _LEAD.match(body, begin, stop)
        if lead is not None and lead.end() < stop:
            begin = lead.end()
        if follows_any(body, begin, _SPEAKING_IN):
            said = next((word for word in words[1:6] if word in names.settings), None)
            if said is not None:  # In a statement the company said
                after = body.find(said, begin, stop) + len(said) + 1
                if first_word(body, after, stop) in names.prepositions:  # In a letter to the council the police said
                    after = max(body.rfind(f" {word} ", after, stop) + 1 for word in ("the", "its", "a"))
                begin = after if begin < after < stop else begin
    within = body.find(" in ", begin, stop) if "in" in words else -1
    if (
        within > begin and words[-1] not in names.verbs
    ):  # Brewer in her veto letter, the union in a video released on Sunday
        speaker = body[body.rfind(" ", begin, within) + 1 : within]
        inside = body[within + 4 : stop].split()[:5]
        if (speaker[:1].isupper() or (speaker in names.nouns and names.nouns[speaker][0] not in _PEOPLE)) and (
            inside[:1] and inside[0] in DETS and not names.settings.isdisjoint(inside)
        ):
            stop = within
    tail = _TAIL.search(body, begin, stop) if words[-1] in _TAILS else None
    if tail is not None and body[begin:stop].removeprefix("the ").removeprefix("The ") in names.news:
        tail = None  # the Mail on Sunday
    if tail is not None and tail.start() > begin and not DATED.search(body, begin, tail.start()):
        stop = tail.start()
    while stop > begin and body[stop - 1] in " \n,":
        stop -= 1
    if (
        len(words) > 1
        and len(words[-1]) < 5
        and words[-1].lower() in PRONOUNS
        and words[-2] not in ("and", "or")
        and words[0].lower() not in NOBODY
        and not (words[-1] in _THINGS and "who" in words[:-2])
    ):
        begin = max(begin, stop - len(words[-1]))  # the city he has led
    return (begin, stop) if begin < stop else None
