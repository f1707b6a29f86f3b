"""What an English clause judges: this is a victory, it was cowardly, the plan is “a disaster”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claims.attribution_en_words import BE, PRONOUNS

if TYPE_CHECKING:
    from claims.attribution_en_words import Words

__all__ = ["ARTICLES", "judged", "undone", "unknown"]

_HAD: Final = frozenset({"has", "have", "had"})
_COPULAS: Final = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "am", "feels", "felt", "seems", "seemed", "looks", "looked",
    "remains", "remained", "remain", "isn't", "isn’t", "wasn't", "wasn’t", "weren't", "weren’t", "aren't", "aren’t",
})  # fmt: skip
_CONTRACTED: Final[tuple[str, ...]] = ("’s", "'s", "’re", "'re", "’m", "'m")
_ASIDE: Final = frozenset({"out", "off", "away", "down", "back"})
_MOVED_BY: Final = frozenset({"by", "at", "about", "with", "over"})  # how one feels: saddened by, worried about
_AMOUNTS: Final = frozenset({"low", "high", "few", "many", "much", "little"})
_ITSELF: Final = frozenset({"it", "It", "this", "This", "that", "That"})
_SOME: Final = frozenset({"some", "several", "many", "all"})
ARTICLES: Final = frozenset({"a", "an", "the"})


def judged(content: str, tokens: list[str], plain: list[str], words: Words) -> bool:
    """Whether a form of be and a word of judgement make the clause a verdict: this is a victory, it was cowardly."""
    if not tokens:
        return False
    verdicts = words.verdicts
    direct = tokens[0][0] in '“"'
    if direct:
        if not words.sections["intensifier.en"].keys().isdisjoint(plain) and _felt(plain, words):
            return True
    elif "“" in content or '"' in content:
        for index in range(1, len(tokens)):
            before = tokens[index - 1]
            if before in ARTICLES and index > 1:
                before = tokens[index - 2]  # it was a “grave violation”
            if tokens[index][0] in '“"' and (
                before in BE or (before in _HAD and tokens[index].rstrip(",")[-1] in '”"')
            ):
                said = plain[index]
                if (
                    said in words.names.prepositions
                    or said in _SOME
                    or said.lower() in PRONOUNS  # the first thing he said was “he tried to break in”
                    or said.endswith("ing")
                    or said in words.sections["knowing.en"]
                ):
                    break  # the plan is “under review”, they were “treating themselves”
                after = plain[index + 1] if index + 1 < len(plain) else ""
                if said in words.sections["intensifier.en"] and after in words.sections["extent.en"]:
                    break  # “very close” to a deal
                done = said if not said.endswith("ly") else after
                if done.endswith("ed") and done not in verdicts:
                    moved = after in words.names.prepositions or after in _ASIDE
                    if before == "been" or done is after or (moved and after not in _MOVED_BY):
                        break  # the convoy had been “bombarded”, was “marched out of the building”
                if any(token[-1] in '”"' or token[-2:-1] in '”"' for token in tokens[index : index + 8]):
                    return True
                break
            if tokens[index][0] in '“"' and len(plain[index]) > 4 and plain[index].endswith("ly"):
                does = plain[index + 1] if index + 1 < len(plain) else ""
                if (
                    does.endswith("s")
                    and not does.endswith(("ss", "us"))
                    and before not in ARTICLES
                    and before not in PRONOUNS
                ):
                    return True  # the offer “significantly undervalues” the company
    if "too" in content and "too" in tokens:
        at = tokens.index("too")
        if at and tokens[at - 1] in _COPULAS and plain[at + 1 :] and plain[at + 1] in _AMOUNTS:
            if tokens[at + 2 : at + 3] != ["to"]:
                return True  # 3% was too low, 40 are too many; not too low to be seen
        if at and tokens[at - 1] in _COPULAS and (direct or "to" in tokens[at + 2 : at + 4]):
            if direct or plain[0] in _ITSELF or "be" in tokens[at + 3 : at + 5]:
                return True  # too small to be conclusive, it was too soon to say; not the quake was too weak to set off a tsunami
    if verdicts.isdisjoint(plain):
        return False
    for index, word in enumerate(plain):
        if word in verdicts:
            if not direct and words.sections["verdict.en"][word].get("spoken"):
                continue
            if words.sections["verdict.en"][word].get("before") and (
                index + 1 == len(plain) or plain[index + 1] in words.names.prepositions or tokens[index] != word
            ):
                continue
            for before in reversed(tokens[max(0, index - 4) : index]):
                if before in _COPULAS or before.endswith(_CONTRACTED) or (direct and before in _HAD):
                    if words.sections["verdict.en"][word].get("felt") and not _oneself(plain[:index]):
                        break  # most people were shocked
                    return True
                if before in words.names.prepositions or before[-1] in ",;":
                    break
    return False


def _oneself(plain: list[str]) -> bool:
    """Whether the subject before a feeling is a pronoun or a pronoun with its verb: I am, we’re deeply, he was."""
    return any(word.lower().replace("'", "’").split("’")[0] in PRONOUNS or word.lower() == "who" for word in plain[-4:])


def _felt(plain: list[str], words: Words) -> bool:
    """It was really cold, we had a very solid quarter: how somebody feels about it; not very few, so far."""
    strong, extent = words.sections["intensifier.en"], words.sections["extent.en"]
    for index in range(1, len(plain) - 1):
        if plain[index] not in strong or plain[index + 1] in extent or plain[index + 1].lower() in PRONOUNS:
            continue
        at = index - 2 if plain[index - 1] in ("a", "an") and index > 1 else index - 1
        if plain[at] in _COPULAS or plain[at].endswith(_CONTRACTED) or (at < index - 1 and plain[at] in _HAD):
            return True
    return False


def undone(after: list[str], words: Words) -> bool:
    """Whether a participle follows would have: what did not come to be."""
    if not after or after[0] == "to":
        return False
    word = after[-1] if after[0] in ("been", "not", "also") and len(after) > 1 else after[0]
    return after[0] == "been" or word.endswith(("ed", "en")) or word in words.finite


def unknown(before: list[str]) -> bool:
    """Whether what nobody knows is told: did not know when power would be back."""
    at = before.index("know") if "know" in before else -1
    return at >= 0 and before[at + 1 : at + 2] in (["when"], ["where"], ["what"], ["who"], ["why"])
