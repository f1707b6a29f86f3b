"""The class that the words of an English clause give it: conditional, planned, estimated, forecast, possible, opinion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_verdicts import ARTICLES, judged, undone, unknown
from claims.attribution_en_words import BE, PRONOUNS, Words, words_of

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = [
    "EDGES",
    "bare",
    "class_by_words",
    "class_of",
    "clause_class",
    "conditional",
    "described_by",
    "opening_class",
    "unsure",
]

#: What is no condition though if stands there: as if, know if; of the width of the word, behind which it is asked.
_NOT_IF: Final = (
    r"(?<!\w{0})(?<!as {0})(?<!even {0})(?<!know {0})(?<!surprised {0})(?<!asked {0})"
    r"(?<!wonder {0})(?<!see {0})(?<!or {0})"
)
_IF: Final = re.compile(
    rf"[iIuU](?:(?<=[iI])f{_NOT_IF.format('..')}|(?<=[uU])nless{_NOT_IF.format('.' * 6)})\b"  # all but one letter is skipped
    r"(?! not (?:sooner|earlier|longer|more|most|all"
    r"|dozens|hundreds|thousands|millions|years|decades|impossible)\b)"
    r"(?! to\b)"
)
_DENYING: Final = frozenset({"not", "don’t", "don't", "doesn’t", "doesn't", "didn’t", "didn't", "no"})
_MODALS: Final = frozenset({"could", "would", "might", "may", "will", "can"})
_SHALL: Final = frozenset({"will", "would", "we'll", "we’ll", "i'll", "i’ll", "won't", "won’t", "set"})
_HELPING: Final = frozenset({"now", "still", "also", "has", "is", "are", "was", "were", "not", "then", "even"})
_OPENING: Final = frozenset({"that", "which", "who", "whose"})
_UNABLE: Final = ("not", "no", "never", "neither", "barely", "hardly")
_BETWEEN: Final = frozenset({"not", "also", "now", "then", "only", "still", "soon", "eventually", "likely", "to"})
EDGES: Final = "“”\"‘’'(),.;:!?—"
_THAN: Final = frozenset({"expected", "forecast", "projected", "estimated", "anticipated"})
_MOST: Final = frozenset({"most", "best", "least", "worst", "every", "as"})
_PROBABLY: Final = frozenset({"likely", "probably", "inevitably", "certainly"})
_ADVERBIAL: Final = frozenset({"as", "perhaps", "always", "sometimes", "besides", "unless", "whereas", "means", "ways"})
_SETTLED: Final[dict[str, tuple[str, ...]]] = {
    "take": ("effect", "place", "part", "over"), "go": ("ahead", "live", "on"), "come": ("into",),
}  # fmt: skip
_MISBELIEF: Final = frozenset({"had", "would", "was", "were"})
_MAKING: Final = frozenset(("make", "makes", "made", "making"))
_REDUCED: Final = frozenset(
    {"set", "due", "expected", "scheduled", "planned", "slated", "projected", "forecast", "aimed", "likely"}
)
_ONESELF: Final = frozenset({"we", "i", "we’re", "we're", "i’m", "i'm"})
_DONE: Final = ("ed", "en", "ing")
_SELDOM: Final = ("denied", "planned", "estimated", "forecast", "possible", "opinion")


def bare(tokens: list[str]) -> list[str]:
    """Words without the marks at their edges: of “will, is left will."""
    return [token if token.isalpha() else token.strip(EDGES) for token in tokens]


def unsure(content: str, plain: list[str], words: Words) -> bool:
    """Whether a word of the content (``plain``: :func:`bare`) may give it a class: a cheap look, first."""
    if not words.stance_words.keys().isdisjoint(plain):
        return True
    return " to " in content and any(phrase in content for phrase in words.stance_phrases)


def clause_class(content: str, lexicon: Lexicon, *, own: bool = False) -> str | None:
    """The class that a clause's own words give it: conditional, planned, estimated … opinion; or None.

    ``own`` says that the clause's subject is the speaker, so ``will`` before a deed is a plan.
    """
    return class_of(content, words_of(lexicon), own, whole=False)


def class_of(content: str, words: Words, own: bool, foreign: bool = False, *, whole: bool = True) -> str | None:
    """:func:`clause_class` over prepared tables; ``foreign``: who speaks does none of it (analysts say the bank will cut)."""
    tokens = content.split()
    plain = bare(tokens)
    if not unsure(content, plain, words):
        return opening_class(tokens, words) or ("opinion" if judged(content, tokens, plain, words) else None)
    return class_by_words(content, tokens, plain, words, own, foreign, whole)


def class_by_words(
    content: str,
    tokens: list[str],
    plain: list[str],
    words: Words,
    own: bool,
    foreign: bool = False,
    whole: bool = True,
) -> str | None:
    """:func:`class_of` where a first look has found a word that may give the class; ``plain``: :func:`bare`."""
    heads = words.stances
    found: set[str] = set()
    if (
        len(tokens) > 4
        and plain[1] in words.sections["supposing.en"]
        and plain[0] in ("I", "We", "we")
        and not _MISBELIEF.isdisjoint(plain[3:6])
    ):
        return None  # I thought a plane had come down
    if len(tokens) > 2 and tokens[1] in ("told", "said") and tokens[0].strip(EDGES).lower() in PRONOUNS:
        return None  # they told us it would take two weeks
    limit = len(plain)
    if whole and "because" in plain and plain.index("because") > 2:
        limit = plain.index("because")  # why it is so gives no class
    if "as" in plain and any(
        plain[at + 1 : at + 2] in (["if"], ["though"]) for at, word in enumerate(plain) if word == "as"
    ):
        limit = min(limit, plain.index("as"))  # it felt as if it would fall
    added = limit
    if whole and "with" in tokens:
        added = next((at for at in range(1, limit) if tokens[at] == "with" and tokens[at - 1][-1] == ","), limit)
    past = -1  # up to there a clause is passed over
    for index in [at for at, word in enumerate(plain[:limit]) if word in heads]:
        token = tokens[index]
        if index and token in _OPENING and _passed_over(tokens, plain, index, whole, words, found):
            past = next((at for at in range(index, len(tokens)) if tokens[at][-1] in ",;"), len(tokens))
        if index <= past:
            continue
        if found and index > added:
            break  # it could hit 36C, with the south likely to be hottest
        for rest, cls in heads[plain[index]]:
            if rest and (token[-1] in EDGES or tuple(plain[index + 1 : index + 1 + len(rest)]) != rest):
                continue
            given = _given(tokens, plain, index, rest, cls, words, own, foreign, whole)
            if given is not None:
                found.add(given)
                break
    if "seen" in tokens and _seen(tokens):
        found.add("forecast")
    if (not found or found == {"asserted"}) and judged(content, tokens, plain, words):
        found.add("opinion")
    first = opening_class(tokens, words)
    if first is not None:
        found.add(first)
    if (found or tokens[0].strip(EDGES) in ("If", "if", "Had")) and conditional(content):
        return "conditional"
    for cls in _SELDOM:
        if cls in found:
            if cls in ("forecast", "planned") and len(tokens) > 4 and _thinks_not(tokens, words):
                return "opinion"  # he did not think it would rain
            return cls
    return None


def _given(
    tokens: list[str],
    plain: list[str],
    index: int,
    rest: tuple[str, ...],
    cls: str,
    words: Words,
    own: bool,
    foreign: bool,
    whole: bool,
) -> str | None:
    """The class that a stance (the word at ``index`` and ``rest``) gives where it stands; None where it gives none there."""
    token = tokens[index]
    if token in ("will", "would") and tokens[index + 1 : index + 3] in (["have", "to"], ["need", "to"]):
        return "opinion"  # you will have to live with it
    if token == "would" and plain[index + 1 : index + 2] == ["be"] and plain[index + 2 : index + 3]:
        weighed = plain[index + 2 : index + 3] if plain[index + 2] not in ARTICLES else plain[index + 3 : index + 5]
        if not words.verdicts.isdisjoint(weighed):
            return "opinion"  # that would be a disaster, it would be wrong to lift the ban
    if _gives_none(tokens, plain, index, rest, cls, words, whole):
        return None
    if plain[index] == "likely" and not rest and any(word[:1].isdigit() for word in plain[index + 1 :]):
        return "estimated"  # the economy likely grew 7.3%
    if rest == ("likely",) and tokens[index + 2 : index + 3]:
        following = tokens[index + 2]
        if following in ARTICLES or following.endswith(_DONE) or following in words.finite:
            return "possible"  # is likely an undercount, was likely fired by mistake
    if rest == ("to",) and cls == "forecast" and token == "going":  # we are not going to negotiate
        towards = plain[index + 2] if index + 2 < len(plain) else ""
        if not towards[:1].islower() or towards in ARTICLES or towards in words.names.determiners:
            return None  # going to 300 houses, to the coast
        return _shall("will", tokens, index + 1, words, own or _of_oneself(tokens, index), cls)
    if cls == "forecast" and not rest and ("likely" in plain[:index] or "unlikely" in plain[:index]):
        return cls  # it was unlikely that it would close
    if not foreign and ((cls == "forecast" and not rest) or token == "set"):
        return _shall(token.strip(EDGES).lower(), tokens, index, words, own, cls)
    return cls


def _gives_none(
    tokens: list[str], plain: list[str], index: int, rest: tuple[str, ...], cls: str, words: Words, whole: bool
) -> bool:
    """Whether the words beside a stance take its class away: there are no plans to, it would not comment."""
    token = tokens[index]
    before = tokens[index - 1] if index else ""
    after = plain[index + 1] if index + 1 < len(plain) else ""
    if cls == "opinion" and (before in _DENYING or (before in _OPENING and rest[:1] in (("believe",), ("think",)))):
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
        before in _HELPING or before in BE or before.endswith(("’s", "'s", "re", "’m", "ly"))
    ):
        return True  # a shortfall considering the fleet
    if rest == ("to",) and token == "likely" and before in ("more", "less", "as", "equally", "times"):
        return True  # were 30% more likely to develop it
    # one figure of many: bananas with an estimated value of $3 million
    return whole and token == "estimated" and index > 1 and before not in BE


def _passed_over(tokens: list[str], plain: list[str], index: int, whole: bool, words: Words, found: set[str]) -> bool:
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


def _thinks_not(tokens: list[str], words: Words) -> bool:
    """He did not think, she doesn’t believe: no view of what will be, but a view."""
    if tokens[0].strip(EDGES).lower() not in PRONOUNS:
        return False
    at = 3 if tokens[1] in ("did", "does", "do") and tokens[2] == "not" else 2 if tokens[1] in _DENYING else 0
    cue = words.cues.get(tokens[at]) if at else None
    return cue is not None and bool(cue[1].get("holding"))


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


def _seen(tokens: list[str]) -> bool:
    """Inflation is now seen averaging 3%; who was seen leaving was seen."""
    at = tokens.index("seen")
    before = tokens[max(0, at - 2) : at]
    return at + 1 < len(tokens) and tokens[at + 1].endswith("ing") and ("is" in before or "are" in before)


def _could(tokens: list[str], index: int, words: Words) -> bool:
    """Whether could tells what was so: he could not wait, she could hear shots."""
    following = tokens[index + 1].strip(EDGES)
    if following in _UNABLE:
        return True
    return following in words.sections["sense.en"] and index > 0 and tokens[index - 1].strip(EDGES).lower() in PRONOUNS


def _in_time(tokens: list[str], index: int) -> bool:
    """Whether could stands in a clause of time: until he could be taken, before the roof could fall."""
    return any(word in ("until", "before") for word in tokens[max(0, index - 5) : index])


def conditional(content: str) -> bool:
    """Whether a clause states a condition: if the board agrees, unless talks resume."""
    opens = content.lstrip('“"')
    if opens.startswith(("Should ", "Had ")) and "?" not in content and (", " in content or " would have " in opens):
        return opens[0] == "S" or " would have " in opens  # Should talks fail, we will strike
    if "if" not in content and "If" not in content and "nless" not in content:
        return False
    found = _IF.search(content)
    while found is not None:
        at = content.rfind("(", 0, found.start())
        if at < 0 or content.find(")", at, found.start()) > 0:
            return True
        found = _IF.search(content, found.end())  # $52 billion ($66 billion if debt is included)
    return False


def opening_class(tokens: list[str], words: Words) -> str | None:
    """It expects sales of …, she forecast …, we see …: the speaker's own verb opens what is said."""
    if len(tokens) < 2:
        return None
    first = tokens[0].strip(EDGES).lower()
    if first not in PRONOUNS or first == "there":
        return None
    second = tokens[1]
    if second in _HELPING and len(tokens) > 2:
        second = tokens[2]
    elif second in _DENYING and len(tokens) > 2:
        second = tokens[2]  # we don’t expect a cut
    if second == "saw" and len(tokens) > 3 and any(token.endswith("ing") for token in tokens[3:5]):
        return (
            "forecast" if any(token[-1:].isdigit() or token[-1:] == "%" for token in tokens) else None
        )  # Brent rising to $65
    cue = words.cues.get(second)
    if cue is None or cue[1].get("figure"):
        return None
    if cue[1].get("holding") and tokens[tokens.index(second) + 1 : tokens.index(second) + 2] in (
        ["about"],
        ["of"],
        ["in"],
    ):
        return None  # he thinks about it every day
    cls: str = cue[1]["class"]
    return cls if cls in ("forecast", "estimated") or cue[1].get("holding") else None


def _of_oneself(tokens: list[str], index: int) -> bool:
    """Whether we or I stand before ``going to``."""
    return any(token.strip(EDGES).lower() in _ONESELF for token in tokens[max(0, index - 3) : index])


def _shall(word: str, tokens: list[str], index: int, words: Words, own: bool, cls: str) -> str:
    """Whether will/would (and set to) is a plan: before a deed, or before any deed of one's own."""
    if word not in _SHALL or tokens[0].strip(EDGES).lower() == "nobody":
        return cls  # nobody would buy now
    if not _PROBABLY.isdisjoint(tokens[index + 1 : index + 3]):
        return "forecast"  # the bank will probably cut
    deed = ""
    for item in tokens[index + 1 : index + 5]:
        if item not in _BETWEEN:
            deed = item.strip(EDGES)
            break
    if (
        deed == "meet"
        and tokens[index + 2 : index + 3]
        and tokens[index + 2] in ("in", "on", "with", "to", "again", "next", "at")
    ):
        return "planned"
    follows = tokens[index + 2].strip(EDGES) if len(tokens) > index + 2 else ""
    if follows in _SETTLED.get(deed, ()):
        return "planned"  # will take effect, will go ahead
    if own and deed in ("earn", "win", "get") and (follows == "it" or "back" in tokens[index + 3 : index + 5]):
        return "planned"  # we will earn it back
    if word == "set":
        return "forecast" if deed in words.happening else cls
    if deed == "take" and not words.elapsing.isdisjoint(item.strip(EDGES) for item in tokens[index + 2 : index + 9]):
        return "forecast"
    if deed in ("be", "not") and own:  # we will be closing two plants
        after = next(
            (item.strip(EDGES) for item in tokens[index + 2 : index + 5] if item not in _BETWEEN and item != "be"), ""
        )
        return "planned" if after.endswith("ing") and after[:-3] not in words.happening else cls
    return "planned" if deed in words.deeds or (own and deed and deed not in words.happening) else cls
