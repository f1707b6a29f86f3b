"""What an English subject and measure come to: without a verb, half a quotation or a pronoun in it, or to nothing at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_names import PRONOUNS
from claims.numerals import EN_WORDS
from claims.subjects_en_anaphora import its_owner
from claims.subjects_en_kinds import is_aside, whole
from claims.subjects_en_left import Clause
from claims.subjects_en_words import AUX, COORDINATE, NAMED, NEGATED, NOBODY, OWN, SPANS, Words

if TYPE_CHECKING:
    from claims.records import Mention

__all__ = ["settle"]

_DIGIT: Final = re.compile(r"\d")
_ELLIPTIC: Final[tuple[str, ...]] = ("’s", "'s")
#: 986,698 barrels were shut: what is counted, and no subject of the next number.
_GROUPED: Final = re.compile(r"\d{1,3},\d{3}|(?:[A-Z]{0,3}[$€£₹¥]|Rs\.?)\d|(?:R|RM|Sh|N)\d+(?:[.,]\d|m\b|bn\b)")
#: gusts of 87mph
_MEASURED: Final = re.compile(r" \d[\d,.]*(?:mph|kph|km/h|kmh|%|m|bn|kg|mm|cm|km)(?: |$)")
_FINITE: Final = frozenset(("cut", "is", "are", "was", "were", "has", "have", "had", "will", "would"))
_IN: Final[tuple[str, ...]] = (" in ", " among ")
_REACH: Final = 120  # characters from a share of others to the first of its row
#: in 40% of patients, 12% of children and | 3%
_SHARES_IN: Final = re.compile(
    r" (?:in|among) [\d.]+(?:%| per ?cent) of [a-z ]+(?:(?:,| and|, and) [\d.]+(?:%| per ?cent) of [a-z ]+)*(?:,|(?<= and)) $"
)
_PARTS: Final = frozenset(("percent", "fraction"))


def settle(clause: Clause, before: Mention | None, mention: Mention, start: int) -> None:
    """What was read of one number, without a verb in its subject, with the owner that its points to; start is its sentence's."""
    text, words, subject, measure = clause.text, clause.words, mention.subject, mention.measure
    if subject is None and measure is not None and "its" in clause.folded:
        subject = its_owner(clause, measure)
    if mention.kind == "count" and subject is not None and is_aside(text, start, mention.left):
        subject = None
    if before is not None and before.kind in _PARTS and text[before.end : mention.left] == " of ":
        subject = None  # backed by 45% of 1,204 voters
    if (
        mention.kind == "percent"
        and measure is None
        and subject is not None
        and _of_others(text, before, mention, start)
    ):
        # was seen in 1.9 per cent of those treated and 2% of controls
        subject = whole(clause, mention, len(text)) if text.startswith(" of ", mention.end) else None
    if before is not None and before.kind == "percent" and text.startswith(" for ", mention.end):
        if mention.kind == "percent" and text.endswith(" to ", before.end, mention.left):
            subject = None  # won 54% of the vote to 41% for his rival
    if subject is not None and " (" in subject and ")" not in subject:
        subject = subject.partition(" (")[0]  # The passenger load factor (PLF) for the industry
        if measure is None and words.suffix(subject.split(" ")):
            measure, subject = subject.removeprefix("The ").removeprefix("the "), None
    if subject is not None and subject not in clause.known:
        subject = None if _is_torn(subject) else _without_verb(subject, words)
    if subject is not None and len(subject) > 3 and subject.endswith(_ELLIPTIC):
        subject = subject[:-2]  # shipments fell, while Apple’s grew
    if subject is not None:
        subject = subject.removesuffix(" each")
    if measure is not None and " " in measure and measure[: measure.find(" ")].lower() in EN_WORDS:
        measure = None  # $66 billion in three bond auctions
    if measure is not None and _any_digit(measure) and _DIGIT.search(measure):
        measure = measure.partition(" with ")[0]  # buyers with a mortgage of 4 times
        measure = None if _DIGIT.search(measure) else measure
    if subject is None and measure is not None and measure.lower() in words.bearers:
        subject, measure = _with_article(text, mention, start), None
    mention.subject, mention.measure = subject, measure


def _of_others(text: str, before: Mention | None, mention: Mention, start: int) -> bool:
    """Whether a share says in how many others something is: in 40% of patients, 12% of children and 3% of babies."""
    if text.endswith(_IN, 0, mention.left):
        return True
    if before is None or before.kind != "percent" or not text.startswith(" of ", before.end):
        return False
    return _SHARES_IN.search(text, max(start, mention.left - _REACH), mention.left) is not None


def _any_digit(phrase: str) -> bool:
    """Whether a digit of any script stands in a phrase."""
    for at in range(len(phrase)):
        code = ord(phrase[at])
        if ord("0") <= code <= ord("9") or (code > ord("z") and phrase[at].isdigit()):
            return True
    return False


def _is_torn(phrase: str) -> bool:
    """Another Ksh 7 million, an “incredible response: an amount, or half of a quotation, is nobody who has one."""
    if phrase.isalnum():
        return False
    if "illion" in phrase and _any_digit(phrase):
        return True
    if "—" in phrase:
        return True  # a new low—tariff
    if "“" in phrase or "”" in phrase:
        return phrase.count("“") != phrase.count("”")
    return '"' in phrase and phrase.count('"') % 2 == 1


def _with_article(text: str, mention: Mention, low: int) -> str | None:
    """the minimum wage: the bearer of a number as the text has it, with its article."""
    measure = mention.measure or ""
    at = text.rfind(measure, max(low, mention.start - 200), mention.start)
    return text[at - 4 : at] + measure if at > low + 3 and text[at - 4 : at].lower() == "the " else measure


def _opened(parts: list[str]) -> bool:
    """The study, published: whether a participle opens an aside that goes on behind."""
    return len(parts) > 1 and parts[-2][-1:] == "," and parts[-1][-2:] == "ed" and parts[-1].islower()


def _without_verb(phrase: str, words: Words) -> str | None:
    """the Fed in Investors are betting the Fed, Petit in Petit recalls; None where nothing but a pronoun is left."""
    parts = phrase.split(" ")
    for at in range(len(parts) - 1, -1, -1):
        if parts[at] not in words.cues:
            continue
        if at + 1 == len(parts):
            if at == 1 and parts[0][:1].isupper() and parts[0].lower() not in NAMED and parts[at] not in words.told:
                return None  # Petit recalls, or his recalls
            parts = parts[:at] if parts[at] in words.told else parts
        elif parts[at + 1] in NAMED or parts[at + 1][:1].isupper():
            parts = parts[at + 1 :]
            break
    while parts and (parts[-1] in AUX or parts[-1].endswith(NEGATED)):
        parts.pop()
    if not parts:
        return None
    first = parts[0].lower()
    if first in OWN or first in COORDINATE:
        return None  # We believe our performance, and Indonesia
    if len(parts) > 1 and (first in PRONOUNS or first == "no" or parts[0] == "that") and parts[1].islower():
        return None  # it saw Brent rising, no flood would be felt, found that people who slept less were
    if _any_digit(phrase) and (_MEASURED.search(phrase) is not None or _GROUPED.match(parts[0]) is not None):
        return None
    if not _FINITE.isdisjoint(parts[1:-1]) or _opened(parts):
        return None  # relief services are continuing for 400 families, The study, published
    if parts[-1] == "one" or (len(parts) < 4 and parts[-1] in SPANS and first in NAMED):
        return None  # each one’s share; the year, the same period
    if len(parts) > 2 and parts[-1] in words.headlined and parts[0][:1].isupper() and parts[-2].islower():
        return None  # Detroit Police arrest man
    if len(parts) == 1 and (len(phrase) == 1 or not parts[0].isupper()):  # not US
        alone = first.replace("’", "'").partition("'")[0]  # he’s
        if alone in NAMED or alone in NOBODY or alone in EN_WORDS:
            return None
    return " ".join(parts)
