"""The words of English noun phrases that may speak, as the lexicon has them, and where the head of such a phrase ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.kept import Kept

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = ["ADVERBS", "FINITE", "LETTERS", "PLACED", "PRONOUNS", "Names", "head_of", "heads_of", "names_of"]

LETTERS: Final = re.compile(r"[A-Za-zÀ-ɏ]+(?:[-’'][A-Za-zÀ-ɏ]+)*")
#: What is said of the head of a phrase begins with one of these.
_OF: Final = re.compile(
    r" (?:at|of|in|for|with|from|on|who|by|behind|familiar|briefed|close|involved|aware|seen|obtained|filed|published|released"
    r"|out|dated|unsealed|reached|contacted|interviewed"
    r"|conducted|commissioned|compiled|prepared|submitted"
    r"|reviewed|viewed|shared|provided|circulated|produced"
    r"|signed|written|sent|addressed|issued|drafted|posted"
    r"|polled|surveyed|representing|backed|based|owned|led|headed|chaired|called|known|run|last|this|to)\b|, "
)
FINITE: Final = frozenset({
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "could", "may", "might", "can",
    "should", "did", "does", "do", "rose", "fell", "grew", "said", "says"
})  # fmt: skip
#: What may stand between a subject and its verb.
ADVERBS: Final = frozenset({
    "has", "have", "had", "also", "later", "earlier", "then", "recently", "since", "already", "now", "still", "just",
    "first", "again", "further", "both", "however", "long", "always", "often", "once", "twice", "today", "publicly",
    "repeatedly", "never", "not", "itself", "himself", "herself", "themselves",
})  # fmt: skip
_PREPOSITIONS: Final = frozenset({
    "in", "on", "at", "for", "with", "from", "under", "by", "after", "during", "despite", "as", "of", "to", "about",
    "among", "amid", "since", "before", "until", "into", "over", "behind",
    "above", "below", "against", "beyond", "within", "across", "upon",
    "through", "without", "versus",
})  # fmt: skip
#: Before a town: a nurse in Dayton, Ohio.
PLACED: Final = frozenset({"in", "at", "of", "near", "from", "outside"})
PRONOUNS: Final = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_DETERMINERS: Final = frozenset({
    "a", "an", "the", "its", "his", "her", "their", "our", "my", "this", "that", "these", "those", "some", "many", "most",
    "but", "and", "when", "while", "if", "so", "yet", "still", "not", "then", "meanwhile", "however", "like",
})  # fmt: skip


class Names:
    """Words of noun phrases, from the lexicon."""

    __slots__ = (
        "adverbs", "companies", "crowds", "degrees", "determiners", "firms", "good", "groups", "he", "holders",
        "honorifics", "insertions", "institutions", "known", "many", "news", "nouns", "offices", "outlets",
        "owners", "papers", "parts", "prepositions", "rulers", "seen", "settings", "she", "titles", "verbs",
    )  # fmt: skip

    def __init__(
        self, nouns: dict[str, tuple[str, bool]], titles: frozenset[str], news: dict[str, bool],
        institutions: frozenset[str], adverbs: frozenset[str], prepositions: frozenset[str],
        companies: frozenset[str], owners: frozenset[str], firms: frozenset[str], honorifics: frozenset[str],
        determiners: frozenset[str], verbs: frozenset[str], settings: frozenset[str], many: frozenset[str],
        insertions: frozenset[str], offices: frozenset[str], crowds: frozenset[str], known: frozenset[str],
        he: frozenset[str], she: frozenset[str], degrees: frozenset[str], parts: frozenset[str],
        papers: frozenset[str], outlets: frozenset[str], holders: frozenset[str],
        rulers: frozenset[str],
    ) -> None:  # fmt: skip
        self.nouns = nouns
        self.titles = titles
        self.news = news
        self.institutions = institutions
        self.adverbs = adverbs
        self.prepositions = prepositions
        self.companies = companies
        self.owners = owners
        self.firms = firms  # the last words of companies' names
        self.honorifics = honorifics
        self.determiners = determiners
        self.verbs = verbs  # rose, lost: words of no apposition
        self.settings = settings  # statement, interview: where somebody speaks
        self.many = many  # nouns of many people that do not end in -s: family, women
        self.insertions = insertions  # speaking, citing: before a comma they do not tell who speaks
        self.offices = offices  # local, health: officials who speak for their body
        self.crowds = crowds  # many, thousands: before people who speak
        self.known = known  # people named by their surname alone
        self.he = he  # Mr, husband, John: a man
        self.she = she
        self.degrees = degrees  # MD, KC: letters behind a name
        self.parts = parts  # owner, part: with "of", what a body is to another
        self.papers = papers  # Herald, Gazette: the last words of papers' names
        self.outlets = outlets  # Metro, Stuff: outlets beside a verb of reporting
        self.holders = holders  # official, diplomat: an office that is no title before a name
        self.rulers = rulers  # president: alone it is the one of the state, not of a union
        self.seen: dict[str, str] = {}  # guess() of phrases met before
        self.good: dict[str, bool] = {}
        self.groups: Kept[bool] = Kept(self._is_group)  # phrases that mean many people

    def _is_group(self, phrase: str) -> bool:
        heads = heads_of(phrase)
        last = heads[-1].lower() if heads else ""
        many = (last in self.nouns and last[-1] == "s") or last in self.many
        if heads and heads[-1][:-1].isupper() and len(last) > 2:
            return many  # Labour and Green MPs
        return many and heads[-1][1:].islower() and (len(heads) < 2 or heads[-1].islower())


def names_of(lexicon: Lexicon) -> Names:
    """The tables of :class:`Names`, built once per lexicon."""
    cached: Names | None = lexicon.cache.get("attribution.en.names")
    if cached is not None:
        return cached
    sections = lexicon.sections
    news = {
        surface: surface in row.get("weak", [])
        for row in sections["news_org"].values()
        for surface in row.get("en", [])
    }
    titles = {part for title in sections["title.en"] for part in title.replace("-", " ").split()} | set(
        sections["title.en"]
    )
    names = Names(
        {noun: (row["type"], bool(row.get("needs"))) for noun, row in sections["source_noun.en"].items()},
        frozenset(titles - {"of", "fund", "police", "vice", "general", "co"}),
        news,
        frozenset(surface for row in sections["institution"].values() for surface in row.get("en", [])),
        ADVERBS,
        _PREPOSITIONS,
        frozenset(sections["company_word.en"]),
        frozenset(sections["possessive_name.en"]),
        frozenset(word for word, row in sections["company_word.en"].items() if not row.get("body")),
        frozenset(sections["honorific.en"]),
        _DETERMINERS,
        frozenset(verb for verb, row in sections["verb.en"].items() if not row.get("weak")) - {"based", "led", "made"},
        frozenset(sections["setting.en"]),
        frozenset(noun for noun, row in sections["source_noun.en"].items() if row.get("many")),
        frozenset(sections["insertion.en"]),
        frozenset(sections["official.en"]),
        frozenset(sections["crowd.en"]),
        frozenset(sections["known_person.en"]),
        frozenset(sections["he.en"]),
        frozenset(sections["she.en"]),
        frozenset(sections["degree.en"]),
        frozenset(sections["part_of.en"]),
        frozenset(sections["paper.en"]),
        frozenset(sections["outlet.en"]),
        frozenset(sections["office_holder.en"]),
        frozenset(title for title, row in sections["title.en"].items() if row.get("state")),
    )
    lexicon.cache["attribution.en.names"] = names
    return names


def heads_of(phrase: str) -> list[str]:
    """The words before what a phrase says of its head: a study | by the agency."""
    return LETTERS.findall(head_of(phrase))


def head_of(phrase: str) -> str:
    """The phrase up to what it says of its head."""
    return _OF.split(phrase, maxsplit=1)[0]
