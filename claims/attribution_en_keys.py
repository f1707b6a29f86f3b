"""The words at which an English report may be found, with what is asked of each worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["SPECIAL", "Key", "keys_of"]

#: What a cue of its own shape begins with.
SPECIAL: Final = frozenset({
    "according", "According", "Per", "per", "words", "view", "consensus", "citing", "Citing", "quoting", "Quoting",
    "quoted", "quotes", "cited",
})  # fmt: skip


class Key:
    """A word at which a report may be found: a form of a verb of saying, a noun, a cue of its own shape."""

    __slots__ = (
        "addressee", "apart", "contested", "denied", "document", "doubtful", "estimated", "feeling", "foreseen", "judges",
        "lemma", "media", "minding", "noun", "opening", "outlook", "particles", "planning", "report_noun", "row", "seeing",
        "settled", "that", "word",
    )  # fmt: skip

    def __init__(self, word: str, lemma: str, row: dict[str, Any], hearsay: bool, noun: bool, lexicon: Lexicon) -> None:
        sections = lexicon.sections
        cls = row.get("class", "")
        self.word = word
        self.lemma = lemma  # of the verb; empty for what is none
        self.row = row
        self.apart = hearsay or word in SPECIAL or word == "reported"  # a cue with a shape of its own, or it may be one
        self.that = bool(row.get("seldom") and row.get("quote"))  # it says something only with that or a quotation
        self.particles: list[str] = row.get("particle", [])  # out: pointed out
        self.noun = noun  # the verb is a noun as often: claims, reports
        self.outlook = word in sections["outlook.en"]
        self.estimated = cls == "estimated" and word.endswith("ed")
        self.doubtful = noun or self.outlook or self.estimated or lemma in ("ask", "hear") or word == "think"
        self.foreseen = cls in ("forecast", "estimated")
        self.denied = cls == "denied"
        self.contested = bool(row.get("contested"))
        self.settled = cls == "asserted" and not self.contested  # whoever says it says so
        self.addressee = bool(row.get("addressee"))
        self.document = bool(row.get("document"))
        self.media = bool(row.get("media"))
        self.seeing = bool(row.get("seeing"))
        self.planning = cls == "planned" and bool(row.get("to"))
        self.judges = any(row.get(shape) for shape in ("as", "thing", "blame", "accuse"))  # its object: called it “…”
        self.minding = lemma in sections["minding.en"]
        self.report_noun = word in sections["report_noun.en"]
        self.opening = word.lower() in sections["report_noun.en"]  # Reports that
        self.feeling: dict[str, Any] = sections["cue_noun.en"].get(word, {})  # the row of a noun that reports: fears


def keys_of(
    cues: dict[str, tuple[str, dict[str, Any]]], seldom: dict[str, tuple[str, dict[str, Any]]], hearsay: set[str],
    nouns: set[str], lexicon: Lexicon
) -> dict[str, Key]:  # fmt: skip
    """The keys by their word; ``nouns`` are the forms of verbs that are nouns as often."""
    reports = lexicon.sections["report_noun.en"]
    openers = {noun.capitalize() for noun in reports}
    words = {*openers, *cues, *seldom, *hearsay, *SPECIAL, *reports, *lexicon.sections["cue_noun.en"]}
    keys: dict[str, Key] = {}
    for word in words:
        lemma, row = cues.get(word) or seldom.get(word) or ("", {})
        keys[word] = Key(word, lemma, row, word in hearsay, word in nouns, lexicon)
    return keys
