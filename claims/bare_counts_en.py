"""English counts whose noun is the subject: users rose to 2.23 billion from 2.2 billion, the death toll reached 43.

The Korean ones (관객 1000만) are in :mod:`claims.bare_counts`. Only nouns of [bare_count.en] are counted so, and only where
the clause says so: noun, a verb of level ([level.en]), number, and no further noun.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from claims import guards_en
from claims.found import Found, Reader
from claims.plurals_en import singular
from claims.printed import EXACT
from claims.scale_words_en import english_scale

if TYPE_CHECKING:
    from claims.lexicon import Lexicon, Unit
    from claims.scan import Number

__all__ = ["COMPARING", "bare_count_en", "ends_there", "lefts", "without_hedges"]

_WINDOW: Final = 160
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
#: The last letters of including, to, at, by, of, from, with, versus, than, over, some and of the verbs that take the
#: number at once (reached, hit).
_BEFORE: Final = frozenset("toybfmhsdlgnre")
_CLAUSE: Final = re.compile(r"\. |[\n;:“—]")
#: Right before what an amount is compared with, as the branches of a pattern.
COMPARING: Final = "from|compared with|compared to|versus|against"
_FROM: Final = re.compile(rf"[ ,](?:{COMPARING}|to) (?:[a-z]+ ){{0,3}}$")
#: Behind the verb: how much and how (rose 3%, rose slightly, was up by 12%).
_HOW: Final = (
    r"(?:(?: by)? (?:about |nearly |around |more than |almost )?[\d,.]{1,9}(?: ?%| ?per ?cent| percentage points?)"
    r"|,? [a-z]{2,12}ly|,? (?:back|up|down|further|again|flat|unchanged|year[- ](?:on|over)[- ]year)){0,3}"
)
_HEDGES: Final = 4
_NEAR: Final = 40
_FAR: Final = 110
_SMALL: Final = 1000
_SHORT: Final = 4
_PAIR: Final = 2
_PREPOSITIONS: Final = frozenset(
    {"of", "in", "from", "at", "among", "on", "across", "for", "by", "with", "to", "between"}
)
_STOPS: Final = frozenset({"who", "which", "that", "whose"})
_NO_SUBJECT: Final = frozenset({"and", "or", "but", "if", "as", "because", "while"})


#: bringing | the death toll | to 34
_WHAT: Final = r"(?P<what>(?:the|its|their|his|her|our|a|total|overall) (?:[A-Za-z’'-]+ ){1,8})"


class _Shapes:
    """What stands left of such a number, built from the verbs of a lexicon."""

    __slots__ = ("brought", "level", "put")

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.sections["level.en"]
        at = "|".join(verb for verb, row in rows.items() if row.get("at"))
        to = "|".join(verb for verb, row in rows.items() if not row.get("at") and not row.get("alone"))
        alone = "|".join(verb for verb, row in rows.items() if row.get("alone"))
        self.level = re.compile(
            rf"(?<![\w-])(?:(?:has|have|had|will|would|could|is expected to|are expected to|was|were|also|then) ){{0,2}}"
            rf"(?:(?:{at}){_HOW},? at|(?:{to}){_HOW},? (?:to|by|from)|(?P<alone>{alone}|(?:{to}){_HOW})|came to|amounted to) $"
        )
        bringing = "|".join(lexicon.sections["bringing.en"])
        self.brought = re.compile(rf"(?<![\w-])(?:{bringing}) {_WHAT}to $")
        putting = "|".join(lexicon.sections["putting.en"])
        self.put = re.compile(rf"(?<![\w-])(?:{putting}) {_WHAT}at $")


def lefts(lexicon: Lexicon) -> frozenset[str]:
    """The words that hedge or bound a number from the left, and those that only say that it is one sum."""
    found: frozenset[str] | None = lexicon.cache.get("hedges.en.left")
    if found is None:
        rows = [*lexicon.sections["hedge"].items(), *lexicon.sections["bound"].items()]
        found = frozenset(word.strip() for word, row in rows if row["side"] == "left" and word[0] in _LETTERS)
        found |= {"a total of", "an average of", "a record", "some", "another"}
        lexicon.cache["hedges.en.left"] = found
    return found


def bare_count_en(reader: Reader, index: int) -> Found | None:
    """The count of a number whose noun is the subject of its clause; None where that is not sure."""
    number = reader.numbers[index]
    text, start = reader.text, number.start
    if start < 2 or text[start - 1] != " " or text[start - 2] not in _BEFORE or number.style != "digits":
        return None
    value, end = number.value, number.end
    if value is None or guards_en.is_year(text, number):
        return None
    scale = english_scale(text, end, False, reader.lexicon) if text[end : end + 1] == " " else None
    if scale is not None:
        value, end = EXACT.scaleb(value, scale[0]), scale[1]
    if value != int(value):
        return None
    if not ends_there(text, end, reader.lexicon) and not _watched(reader, start, end):
        unit = _doing(reader, number, end) if text[end : end + 1] == " " else None
        return None if unit is None else Found(start, end, unit, value, "count.en.part", index)
    unit = _level(reader, number, small=value < _SMALL)
    if unit is None and (scale is not None or "," in text[start:end] or _is_far(reader, start)):
        unit = _earlier(reader, number)
    if unit is None:
        unit = _included(reader, number)
        if unit is not None:
            return Found(start, end, unit, value, "count.en.part", index)
    return None if unit is None else Found(start, end, unit, value, "count.en.subject", index)


def ends_there(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether no noun follows: the clause ends, or goes on with from, in, last, a day."""
    mark = text[end : end + 1]
    if mark != " ":
        return not mark or (mark in ",.;:)—\n" and not text[end + 1 : end + 2].isdigit())
    word = text[end + 1 : end + 14].split(" ", 1)[0].rstrip(".,;:!?)")
    if word == "of":
        return False  # 12 of the 50 states
    if (
        word in lexicon.sections["bound_closed.en"]
        or word in lexicon.sections["number_closed.en"]
        or word.endswith("ly")
    ):
        return True
    return word in ("a", "the") and text.startswith(_THEN, end)


_THEN: Final[tuple[str, ...]] = (
    " a day", " a week", " a month", " a year", " the week before", " the month before", " the year before",
    " the previous ",
)  # fmt: skip


def _level(reader: Reader, number: Number, *, small: bool) -> Unit | None:
    """The unit of a number that a verb of level says of its subject."""
    text, lexicon = reader.text, reader.lexicon
    floor = max(0, number.start - _WINDOW)
    left = _CLAUSE.split(text[floor : number.start])[-1]
    shapes: _Shapes | None = lexicon.cache.get("bare_counts.en")
    if shapes is None:
        shapes = lexicon.cache["bare_counts.en"] = _Shapes(lexicon)
    match = shapes.level.search(left)
    if match is None:
        left = without_hedges(left, lefts(lexicon))
        match = shapes.level.search(left)
    if match is None and left.endswith(_BEING) and " number of " in left.lower():
        noun = _head(left[: left.rstrip().rfind(" ")].rsplit(", ", 1)[-1].split(), lexicon)
        return None if noun is None else _unit(noun, lexicon)  # The number of patients waiting was 42,555
    if match is None and " toll" in left and _TOLL_OF.search(left) is not None:
        return _unit("toll", lexicon)
    if match is None and left.endswith(_BODY):
        body = _body(left, lexicon)
        if body is not None:
            return _unit(body, lexicon)
    if match is None:
        return _brought(left, lexicon, small=small) if left.endswith((" to ", " at ")) else None
    noun = _head(left[: match.start()].rsplit(", ", 1)[-1].removesuffix(" alone ").split(), lexicon)
    if noun is None:
        return None
    unit = _unit(noun, lexicon)
    if small and match.group("alone") and unit.canonical == "person" and not _toll(noun, lexicon):
        return None  # students hit 90, residents reached 12
    return unit


_BEING: Final[tuple[str, ...]] = (" was ", " is ", " were ", " are ")
#: a death toll of | 25,000, the death toll there is | 500
_TOLL_OF: Final = re.compile(
    r"\b[Dd]eath toll (?:of|(?:[a-z]+ ){0,3}(?:is|was|stood at|stands at)(?: now| currently| still| already| well)?) $"
)


def _watched(reader: Reader, start: int, end: int) -> bool:
    """A crowd of 21,350 watched, a population of 40,000 lives there: a verb behind how many belong to a body."""
    text, lexicon = reader.text, reader.lexicon
    if text[end : end + 1] != " " or not text.endswith(" of ", 0, start):
        return False
    word = text[end + 1 : end + 16].split(" ", 1)[0].rstrip(".,;")
    verb = lexicon.sections["verb.en"].get(word)
    if not (word.endswith("ed") or (verb is not None and not verb.get("weak"))):
        return False
    return _body(text[max(0, start - _NEAR) : start], lexicon) is not None


#: a workforce of | 12,000, its population is | 200,000, Lagos, population | 16 million
_BODY: Final[tuple[str, ...]] = (" of ", "opulation ", *_BEING)


def _body(left: str, lexicon: Lexicon) -> str | None:
    """The noun of all who belong to something, right before of, is or the number: a town with a population of 200,000."""
    words = left.rsplit(" ", 4)[:-1]
    if words and words[-1] in ("of", "is", "was"):
        words.pop()
    noun = words[-1].lower() if words else ""
    return noun if lexicon.sections["bare_count.en"].get(noun, _NO_ROW).get("body") else None


def _brought(left: str, lexicon: Lexicon, *, small: bool) -> Unit | None:
    """The unit of a number that something is brought to or put at: bringing the death toll to 34, put the toll at 12,000."""
    shapes: _Shapes = lexicon.cache["bare_counts.en"]
    match = (shapes.brought if left.endswith(" to ") else shapes.put).search(left)
    if match is None:
        return None
    words = match.group("what").split()[1:]
    noun = _head(words, lexicon)
    if noun is None or (small and not _toll(noun, lexicon) and lexicon.sections["tally.en"].keys().isdisjoint(words)):
        return None  # took the students to 12
    return _unit(noun, lexicon)


def _toll(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun counts however few it says: the death toll reached 43."""
    return bool(lexicon.sections["bare_count.en"].get(noun, _NO_ROW).get("toll"))


def without_hedges(left: str, hedges: frozenset[str]) -> str:
    """What stands left of a number without the words that bound it: `rose to at least` is `rose to`."""
    for _ in range(_HEDGES):
        words = left.rsplit(" ", 4)
        for size in (3, 2, 1):
            phrase = " ".join(words[-1 - size : -1])
            if phrase.lower() in hedges:
                left = left[: len(left) - len(phrase) - 1]
                break
        else:
            break
    return left


def _head(words: list[str], lexicon: Lexicon) -> str | None:
    """The counted noun of a subject: users, the number of people who pay, deaths in the region; not complaints by users."""
    nouns, tallies = lexicon.sections["bare_count.en"], lexicon.sections["tally.en"]
    begin = 0
    for place, word in enumerate(words):
        if word in _NO_SUBJECT or (word in _STOPS and place == 0):
            begin = place + 1
    words = words[begin:]
    first = next((place for place, word in enumerate(words) if place and word in _PREPOSITIONS), len(words))
    tallied = False
    if first and first < len(words) and words[first - 1].lower() in tallies and words[first] == "of":
        words = words[first + 1 :]
        first = next((place for place, word in enumerate(words) if word in _PREPOSITIONS or word in _STOPS), len(words))
        tallied = True
        doing = next((place for place in range(1, first) if words[place][-3:] == "ing"), first)
        if doing < first and words[doing - 1].lower() in nouns:
            first = doing  # the number of patients waiting more than 12 hours
        elif first > 1 and words[first - 1].lower() not in nouns and words[first - 2].lower() in nouns:
            first -= 1  # the number of people killed, of homes sold
    noun = words[first - 1].lower() if first else ""
    if noun == "numbers" and first > 1:
        noun = f"{words[first - 2].lower().removesuffix('s')}s"  # passenger numbers
        tallied = first == _PAIR or words[first - 2].islower()
    named = tallied and noun[-1:] == "s" and noun[-2:] != "ss" and noun.isalpha() and len(noun) > _SHORT
    return noun if noun in nouns or named else None


def _earlier(reader: Reader, number: Number) -> Unit | None:
    """The unit of the count that this number is compared with: 320 million users, up 1% from 316 million."""
    last = reader.counted
    if last is None or last.unit is None:
        return None
    between = reader.text[last.end : number.start]
    moved = _MOVED.search(between) is not None and (last is reader.last or _only_lasts(reader))
    if len(between) > (_FAR if moved else _NEAR) or ". " in between or ";" in between or _FROM.search(between) is None:
        return None
    return last.unit


#: 26 results have been reported so far, | down (slightly) from 46
_MOVED: Final = re.compile(r", (?:up|down) (?:[a-z]+ )?from $")


def _is_far(reader: Reader, start: int) -> bool:
    """Whether words stand between the last count and what it is up or down from: what is right beside it, compared_en takes."""
    last, text = reader.counted, reader.text
    return (
        last is not None
        and text.endswith((" up from ", " down from "), 0, start)
        and text[last.end : last.end + 1] == " "
    )


def _only_lasts(reader: Reader) -> bool:
    """Whether nothing but a time stands between the last count and this number: had waited more than 18 months, up from."""
    return reader.last is not None and reader.last.kind == "duration"


#: Between a count and its parts: 4,000 jobs, including | 2,900 in Germany and | 800 in Britain.
_INCLUDING: Final = re.compile(r"[\w .’'-]{0,40}, (?:including|of which|among them|with) ")
_NEXT_PART: Final = re.compile(r" (?:in|at|from) [A-Z][\w.’' -]{1,30}(?:,| and|, and) ")
_PLACED: Final = re.compile(r" (?:in|at|from) (?:the )?([A-Z]\w+)")


#: What those of the last count do: with just over | 200 paddling; but | 164,000 remain without power.
_PADDLING: Final = re.compile(r" ([a-z]{3,12}ing)\b")
_WITHOUT: Final = re.compile(r" (?:still )?(?:remain(?:ed)?|are|were)(?: still)? without ")
_WITH: Final = re.compile(r"[\w .’'-]{0,60}, with ")
_BUT: Final = re.compile(r"[\w .’'-]{0,60},? (?:but|and|while|though) ")


def _doing(reader: Reader, number: Number, end: int) -> Unit | None:
    """The unit of the last count, of which this many do something: 230 canoes set out, with 200 paddling home."""
    last, text = reader.counted, reader.text
    if last is None or last.unit is None or number.start - last.end > _WINDOW // 2:
        return None
    paddling = _PADDLING.match(text, end)
    shape = _WITH if paddling is not None else _BUT
    if paddling is None and _WITHOUT.match(text, end) is None:
        return None
    if paddling is not None and paddling.group(1) in reader.lexicon.sections["function_word"]:
        return None
    left = without_hedges(text[last.end : number.start], lefts(reader.lexicon))
    return last.unit if shape.fullmatch(left) is not None else None


def _included(reader: Reader, number: Number) -> Unit | None:
    """The unit of a part of the count before it: 4,000 jobs, including 2,900 in Germany and 800 in Britain."""
    last = reader.counted
    if last is None or last.unit is None or number.start - last.end > _WINDOW // 2:
        return None
    text = reader.text
    placed = _PLACED.match(text, number.end)
    if placed is None or (
        placed.group(1) in reader.lexicon.sections["month.en"] and not text.endswith(" including ", 0, number.start)
    ):
        return None
    between = without_hedges(text[last.end : number.start], lefts(reader.lexicon))
    shape = _NEXT_PART if last.rule == "count.en.part" else _INCLUDING
    return last.unit if shape.fullmatch(between) is not None else None


_NO_ROW: Final[dict[str, Any]] = {}


def _unit(noun: str, lexicon: Lexicon) -> Unit:
    from claims.lexicon import UNITY, Unit

    known = lexicon.units_folded.get(noun)
    if known is not None:
        return known
    row = lexicon.sections["bare_count.en"].get(noun, _NO_ROW)
    name = row.get("one") or singular(noun)
    return Unit(
        noun,
        "count",
        name,
        UNITY,
        row.get("class", "item"),
        Fraction(1),
        Decimal(0),
        None,
        frozenset(("latin",)),
        "bare_count",
    )
