"""Where a word of stance gives its English clause no class: there are no plans to, it would not comment, an order that would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_en_verdicts import ARTICLES, undone, unknown
from claims.attribution_en_words import BE, EDGES, PRONOUNS

if TYPE_CHECKING:
    from claims.attribution_en_words import Words

__all__ = ["DENYING", "HELPING", "OPENING", "described_by", "gives_none", "passed_over"]

DENYING: Final = frozenset({"not", "don’t", "don't", "doesn’t", "doesn't", "didn’t", "didn't", "no"})
HELPING: Final = frozenset({"now", "still", "also", "has", "is", "are", "was", "were", "not", "then", "even"})
OPENING: Final = frozenset({"that", "which", "who", "whose"})
_MODALS: Final = frozenset({"could", "would", "might", "may", "will", "can"})
_UNABLE: Final[tuple[str, ...]] = ("not", "no", "never", "neither", "barely", "hardly")
_THAN: Final = frozenset({"expected", "forecast", "projected", "estimated", "anticipated"})
_MOST: Final = frozenset({"most", "best", "least", "worst", "every", "as"})
_ADVERBIAL: Final = frozenset({"as", "perhaps", "always", "sometimes", "besides", "unless", "whereas", "means", "ways"})
_MAKING: Final = frozenset(("make", "makes", "made", "making"))
_REDUCED: Final = frozenset(
    {"set", "due", "expected", "scheduled", "planned", "slated", "projected", "forecast", "aimed", "likely"}
)


def gives_none(
    tokens: list[str], plain: list[str], index: int, rest: tuple[str, ...], cls: str, words: Words, whole: bool
) -> bool:
    """Whether the words beside a stance take its class away: there are no plans to, it would not comment."""
    token = tokens[index]
    before = tokens[index - 1] if index else ""
    after = plain[index + 1] if index + 1 < len(plain) else ""
    if cls == "opinion" and (before in DENYING or (before in OPENING and rest[:1] in (("believe",), ("think",)))):
        return True  # a fire that we believe was started
    if plain[index] in ("likely", "Likely") and not rest:
        return not whole or before in BE or not (after.endswith("ed") or after in words.finite)
    if rest[-1:] == ("out",) and not whole:
        return True  # police have not ruled out foul play in 3 cases
    chances = words.sections["chance.en"]
    if token in _MODALS and "that" in plain[:index] and plain[plain.index("that") - 1] in chances:
        return True  # a risk that it would close
    if token in _MODALS and (before == "so" or (whole and described_by(tokens, index, words))):
        return True  # and so will she; cuts they will never see
    if token == "will" and (
        before in ARTICLES or before in ("any", "no") or after == "to" or (after in BE and after != "be")
    ):
        return True  # the will is there, the political will to act
    asked = plain[max(0, index - 6) : index]
    if whole and token in ("will", "would", "should") and ("whether" in asked or "how" in asked or unknown(asked)):
        return True  # doubts on whether it will last
    if token in ("will", "would") and tokens[index + 1 : index + 2] == ["not"]:
        if plain[index + 2 : index + 3] and plain[index + 2] in words.acts["would"]["then"]:
            return True  # it would not comment further
    if token in ("won't", "won’t") and after in words.acts["would"]["then"]:
        return True  # they won’t say how many
    if token == "would" and cls != "opinion":
        at = index + 1 + (after == "not")
        if plain[at : at + 1] == ["have"] and undone(plain[at + 1 : at + 3], words):
            return True  # why he would have shot him
        if after in words.sections["liking.en"] or (after in words.sections["asking.en"] and tokens[0][0] in '“"'):
            return True  # I would like to, “… and would ask anyone …”
    if plain[index] == "possible" and not _MAKING.isdisjoint(plain[max(0, index - 4) : index]):
        return True  # was made possible by a gift of $3 million, to make the move possible
    if token == "set" and before == "be" and index > 1 and tokens[index - 2] in _MODALS:
        return True  # could be set to slip
    if whole and rest and before[-1:] == "," and token in _REDUCED:
        return True  # the new rules, set to take effect in May, worry clients
    if token in _THAN and before in ("than", "as"):
        return True  # fell more than expected to 3%
    if cls == "planned" and (
        before in ("no", "any")
        or (
            token in ("plans", "plan")
            and index > 1
            and rest[0] == "to"
            and _noun_of_plans(before, tokens[max(0, index - 4) : index - 1], words)
        )
    ):
        return True  # there are no plans to, worries about plans to
    if (
        cls == "possible"
        and token.startswith("possible")
        and (before == "as" or tokens[index + 1 : index + 2] == ["to"])
    ):
        return True  # as hard as possible, it is possible to
    if token.startswith("possible") and any(
        word in _MOST or word.endswith("est") for word in tokens[max(0, index - 6) : index]
    ):
        return True  # the most professional agency possible
    if token == "possible" and before in words.names.prepositions and after.isalpha():
        return True  # arrested for possible theft
    if token in ("possible", "possibility") and before in ARTICLES and index > 1:
        if tokens[index - 2] in words.names.prepositions:
            return True  # had begun talks for a possible alliance
    if token in ("calling", "called") and not words.sections["sense.en"].keys().isdisjoint(
        tokens[max(0, index - 3) : index]
    ):
        return True  # heard voices calling for police
    if token in _MODALS and before == "who" and index > 1 and tokens[index - 2].isalpha():
        return True  # a stunt by the unions who could settle this
    if plain[index] == "could" and (not after or _could(tokens, index, words) or _in_time(tokens, index)):
        return True
    if token == "considering" and not (
        before in HELPING or before in BE or before.endswith(("’s", "'s", "re", "’m", "ly"))
    ):
        return True  # a shortfall considering the fleet
    if rest == ("to",) and token == "likely" and before in ("more", "less", "as", "equally", "times"):
        return True  # were 30% more likely to develop it
    # one figure of many: bananas with an estimated value of $3 million
    return whole and token == "estimated" and index > 1 and before not in BE


def passed_over(tokens: list[str], plain: list[str], index: int, whole: bool, words: Words, found: set[str]) -> bool:
    """Whether the words of a clause with that or which give no class, up to its end."""
    token, before = tokens[index], tokens[index - 1]
    if token != "that":
        return whole and before[-1] == ","  # the deal, which may cost 300 jobs, was signed
    if index < 2:
        return whole and index + 1 < len(tokens) and _describes(tokens, index, words)
    if plain[index - 1] in words.verdicts:
        return whole  # he was disappointed that the strikes will go ahead
    if before in words.sections["sureness.en"] and "no" in tokens[index - 3 : index - 1]:
        if not _MODALS.isdisjoint(plain[index:]):
            found.add("possible")  # no certainty that it will bid; not no sign that it was fake
        return True
    if not whole:
        return False
    if found and before in words.cue_nouns:
        return True  # might owe something to hopes that it would
    if index + 1 < len(tokens) and _describes(tokens, index, words):
        return True  # an order that would ease drilling
    return not words.sections["knowing.en"].keys().isdisjoint(plain[:index])  # knew that the magnets could come loose


def described_by(tokens: list[str], index: int, words: Words) -> bool:
    """Whether a pronoun and its verb tell of the noun before them: tax cuts they will never see; not said they will."""
    if index < 3 or tokens[index - 1] not in ("they", "we", "you", "he", "she") or "if" in tokens[: index - 2]:
        return False
    noun = tokens[index - 2]
    return (
        noun.isalpha()
        and noun[-1] == "s"
        and noun[-2:] not in ("ss", "us", "is")
        and not (noun in words.cues or noun in words.finite or noun in _ADVERBIAL)
    )


def _noun_of_plans(before: str, above: list[str], words: Words) -> bool:
    """Whether plans is what something is about or somebody is against: about plans to, opposed plans to."""
    if before in words.names.prepositions:
        return before != "with"
    if before.islower() and before not in words.names.nouns and words.names.determiners.isdisjoint(above):
        if not words.names.prepositions.isdisjoint(above):
            return True  # enrolment in top-rated insurance plans to be in line
    cue = words.cues.get(before)
    return cue is not None and (cue[1]["class"] in ("opinion", "denied") or bool(cue[1].get("as")))


def _describes(tokens: list[str], index: int, words: Words) -> bool:
    """Whether that tells what a thing does, and opens no clause that is said: an order that would, not warned that it would."""
    before = tokens[index - 1]
    return (
        tokens[index + 1] in ("would", "will", "could", "may", "might")
        and before.isalpha()
        and before not in words.cues
        and before not in words.cue_nouns
        and before not in words.report_nouns
        and before not in BE
    )


def _could(tokens: list[str], index: int, words: Words) -> bool:
    """Whether could tells what was so: he could not wait, she could hear shots."""
    following = tokens[index + 1].strip(EDGES)
    if following in _UNABLE:
        return True
    return following in words.sections["sense.en"] and index > 0 and tokens[index - 1].strip(EDGES).lower() in PRONOUNS


def _in_time(tokens: list[str], index: int) -> bool:
    """Whether could stands in a clause of time: until he could be taken, before the roof could fall."""
    return any(word in ("until", "before") for word in tokens[max(0, index - 5) : index])
