"""The class that the words of an English clause give it: conditional, planned, estimated, forecast, possible, opinion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_verdicts import ARTICLES, judged
from claims.attribution_en_withheld import DENYING, HELPING, OPENING, gives_none, passed_over
from claims.attribution_en_words import EDGES, PRONOUNS, Words, words_of
from claims.looks import letter

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = [
    "bare",
    "class_by_words",
    "class_of",
    "clause_class",
    "conditional",
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
_SHALL: Final = frozenset({"will", "would", "we'll", "we’ll", "i'll", "i’ll", "won't", "won’t", "set"})
_BETWEEN: Final = frozenset({"not", "also", "now", "then", "only", "still", "soon", "eventually", "likely", "to"})
_PROBABLY: Final = frozenset({"likely", "probably", "inevitably", "certainly"})
_SETTLED: Final[dict[str, tuple[str, ...]]] = {
    "take": ("effect", "place", "part", "over"), "go": ("ahead", "live", "on"), "come": ("into",),
}  # fmt: skip
_MISBELIEF: Final = frozenset({"had", "would", "was", "were"})
_ONESELF: Final = frozenset({"we", "i", "we’re", "we're", "i’m", "i'm"})
_DONE: Final[tuple[str, ...]] = ("ed", "en", "ing")
_SELDOM: Final[tuple[str, ...]] = ("denied", "planned", "estimated", "forecast", "possible", "opinion")


def bare(tokens: list[str]) -> list[str]:
    """Words without the marks at their edges: of “will, is left will."""
    return [token if token.isalnum() else token.strip(EDGES) for token in tokens]


def unsure(content: str, plain: list[str], words: Words) -> bool:
    """Whether a word of the content (``plain``: :func:`bare`) may give it a class: a cheap look, first."""
    if not words.stance_words.isdisjoint(plain):
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
        and plain[0] in ("I", "We", "we")
        and plain[1] in words.sections["supposing.en"]
        and not _MISBELIEF.isdisjoint(plain[3:6])
    ):
        return None  # I thought a plane had come down
    if len(tokens) > 2 and tokens[1] in ("told", "said") and tokens[0].strip(EDGES).lower() in PRONOUNS:
        return None  # they told us it would take two weeks
    limit = len(plain)
    if whole and "because" in content and "because" in plain and plain.index("because") > 2:
        limit = plain.index("because")  # why it is so gives no class
    if ("if" in content or "though" in content) and "as" in plain and _as_if(plain):
        limit = min(limit, plain.index("as"))  # it felt as if it would fall
    added = limit
    if whole and "with" in content and "with" in tokens:
        added = next((at for at in range(1, limit) if tokens[at] == "with" and tokens[at - 1][-1] == ","), limit)
    past = -1  # up to there a clause is passed over
    for index in [at for at, word in enumerate(plain[:limit]) if word in heads]:
        token = tokens[index]
        if index and token in OPENING and passed_over(tokens, plain, index, whole, words, found):
            past = next((at for at in range(index, len(tokens)) if tokens[at][-1] in ",;"), len(tokens))
        if index <= past:
            continue
        if found and index > added:
            break  # it could hit 36C, with the south likely to be hottest
        for rest, cls in heads[plain[index]]:
            if rest and (index + 1 >= len(plain) or plain[index + 1] != rest[0] or token[-1] in EDGES):
                continue
            if len(rest) > 1 and tuple(plain[index + 1 : index + 1 + len(rest)]) != rest:
                continue
            given = _given(tokens, plain, index, rest, cls, words, own, foreign, whole)
            if given is not None:
                found.add(given)
                break
    if "seen" in content and "seen" in tokens and _seen(tokens):
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


def _as_if(plain: list[str]) -> bool:
    return any(word == "as" and plain[at + 1] in ("if", "though") for at, word in enumerate(plain[:-1]))


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
    if token in ("will", "would") and index + 2 < len(tokens) and tokens[index + 2] == "to":
        if tokens[index + 1] in ("have", "need"):
            return "opinion"  # you will have to live with it
    if token == "would" and plain[index + 1 : index + 2] == ["be"] and plain[index + 2 : index + 3]:
        weighed = plain[index + 2 : index + 3] if plain[index + 2] not in ARTICLES else plain[index + 3 : index + 5]
        if not words.verdicts.isdisjoint(weighed):
            return "opinion"  # that would be a disaster, it would be wrong to lift the ban
    if gives_none(tokens, plain, index, rest, cls, words, whole):
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


def _thinks_not(tokens: list[str], words: Words) -> bool:
    """He did not think, she doesn’t believe: no view of what will be, but a view."""
    if tokens[0].strip(EDGES).lower() not in PRONOUNS:
        return False
    at = 3 if tokens[1] in ("did", "does", "do") and tokens[2] == "not" else 2 if tokens[1] in DENYING else 0
    cue = words.cues.get(tokens[at]) if at else None
    return cue is not None and bool(cue[1].get("holding"))


def _seen(tokens: list[str]) -> bool:
    """Inflation is now seen averaging 3%; who was seen leaving was seen."""
    at = tokens.index("seen")
    before = tokens[max(0, at - 2) : at]
    return at + 1 < len(tokens) and tokens[at + 1].endswith("ing") and ("is" in before or "are" in before)


def conditional(content: str) -> bool:
    """Whether a clause states a condition: if the board agrees, unless talks resume."""
    opens = content.lstrip('“"')
    if letter(opens, 0) in (ord("H"), ord("S")) and "?" not in content:
        if opens.startswith("Had ") and " would have " in opens:
            return True  # Had the alarm sounded, all would have survived
        if opens.startswith("Should ") and ", " in content:
            return True  # Should talks fail, we will strike
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
    if second in HELPING and len(tokens) > 2:
        second = tokens[2]
    elif second in DENYING and len(tokens) > 2:
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
