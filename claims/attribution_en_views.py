"""What an English quotation thinks of a thing: “It’s a gift to the rich”, “What a night”, “Do not wait”, “Who pays?”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_en_stance import bare
from claims.attribution_en_words import BE, EDGES, PRONOUNS

if TYPE_CHECKING:
    from claims.attribution_en_words import Words

__all__ = ["is_view"]

_NEGATIVE: Final = frozenset({
    "not", "didn't", "didn’t", "don't", "don’t", "doesn't", "doesn’t", "wasn't", "wasn’t", "weren't", "weren’t", "isn't",
    "isn’t", "can't", "can’t", "couldn't", "couldn’t", "haven't", "haven’t",
})  # fmt: skip
_POINTING: Final = frozenset({"It", "This", "That", "it"})
_POINTING_IS: Final = frozenset({"It’s", "It's", "That’s", "That's", "it’s", "it's", "that’s", "that's"})
_IS_NOT: Final = frozenset({"isn't", "isn’t", "wasn't", "wasn’t"})
_MILD: Final = frozenset({"just", "not", "also", "still", "all", "now", "always", "never", "only", "probably"})
_FEELING: Final[tuple[str, ...]] = ("ic", "ous", "ful", "ible")
_EXCLAIMING: Final = frozenset({"what", "such", "absolutely"})
_OURSELVES: Final = frozenset({"me", "us", "them", "him", "her", "you"})


def is_view(quote: str, words: Words) -> bool:
    """Whether a quotation with its marks is a command, a question, an exclamation, or says what a thing is like."""
    opening = quote[1:40].lower().split(" ", 2)[:2]
    if not opening:
        return False
    if opening[0].strip(EDGES) in words.commands and (opening[0] != "do" or opening[1:] == ["not"]):
        return True  # “Do not wait,” “Stay indoors,”
    return "?" in quote or _exclaims(opening, quote, words) or _weighs(quote, words)


def _exclaims(opening: list[str], quote: str, words: Words) -> bool:
    """“What a night,” “Absolutely gutted,” “So proud of them,”: a few words and no verb."""
    if len(opening) == 1 or " " not in quote:
        word = quote.strip("“”\"‘’'.,!")  # “Apocalyptic,” said one
        return word.lower() in words.verdicts or (len(word) > 5 and word.endswith(_FEELING))
    if opening[0] not in _EXCLAIMING and opening[0] not in words.sections["intensifier.en"]:
        return False
    plain = bare(quote[1:].split())
    if any(word in PRONOUNS for word in plain) or plain[-1] in ("not", "right", "correct", "sure"):
        return False  # “So we left,” “Absolutely not,”
    return (
        1 < len(plain) < 8 and words.finite.isdisjoint(plain) and not any("’" in word or "'" in word for word in plain)
    )


def _weighs(quote: str, words: Words) -> bool:
    """Whether a quotation says what a thing is or is like: “It’s a gift …”, “That’s on me”, “You showed no remorse”."""
    tokens = quote[1:].split()
    if tokens and tokens[0] in ("But", "And", "So", "Well,", "Look,", "Yes,", "No,"):
        del tokens[0]
    if len(tokens) < 3 or any(c.isdigit() for c in quote):
        return False
    plain = bare(tokens)
    if "just" in plain[:-1] and plain[plain.index("just") + 1] in _NEGATIVE:
        return True  # “We just didn’t play”
    first = tokens[0]
    if first == "You":
        return plain[1] not in ("could", "can", "know", "may", "might")
    if first in _POINTING:
        if plain[1] not in BE and plain[1] not in _IS_NOT:
            return False
        at = 2
    elif first in _POINTING_IS:
        at = 1
    else:
        return False
    strong = False
    strengthening = words.sections["intensifier.en"]
    while at < len(plain) - 1 and (plain[at] in strengthening or plain[at] in _MILD):
        strong = strong or plain[at] in strengthening
        at += 1
    word = plain[at]
    following = plain[at + 1] if at + 1 < len(plain) else ""
    if word in ("a", "an", "the"):
        return following not in words.sections["identifying.en"]
    if word in words.names.prepositions or word == "up":
        return (word == "on" and following in _OURSELVES) or (word == "about" and not following.endswith("ing"))
    if word.endswith(("ing", "ed")) or word in words.sections["condition.en"]:
        return False
    if word in ("my", "his", "her", "our", "their", "your", "one", "there", "here", "that"):
        return False
    return strong or first.startswith("T") or word in ("what", "why", "how", "where")
