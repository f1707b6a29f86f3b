"""What an English noun phrase that may speak is: a person, a body, a document, the press, somebody with no name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.kept import Kept
from claims.numerals import EN_WORDS
from claims.patterns import tree

if TYPE_CHECKING:
    from claims.lexicon import Lexicon

__all__ = [
    "ADVERBS",
    "FINITE",
    "LETTERS",
    "PLACED",
    "PRONOUNS",
    "Names",
    "appositive",
    "guess",
    "names_of",
    "office_behind",
    "outlet",
    "speaks",
]

LETTERS: Final = re.compile(r"[A-Za-zÀ-ɏ]+(?:[-’'][A-Za-zÀ-ɏ]+)*")
_TAGGED: Final = re.compile(
    r"\b(?:familiar with|briefed on|with (?:direct )?knowledge of|close to|who (?:asked|declined|requested|spoke)"
    r"|involved in|aware of|on condition|granted anonymity)"
)
_AGED: Final = re.compile(r", \d{2}(?:,|$)")
_SOME_OF: Final = re.compile(
    r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]ome|[Ss]everal|[Mm]any|[Bb]oth) of the "
    r"(?:people|sources|officials|executives)"
    r"|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal|[Aa]nother|[Aa] second|[Aa] third)(?: other| more)?"
    r" (?:people|person)$"
)
#: So many of those who follow: two of the directors, most of its analysts.
_PART_OF: Final = re.compile(
    r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Bb]oth|[Hh]alf|[Aa]ll|[Ee]ach) of "
    r"(?:the|its|his|her|their|these|those) (?=[a-z])"
    r"|(?:[Aa] )?(?:large |small |slim )?(?:majority|minority|handful) of (?=[a-z])"
)
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
#: How nouns of people end that no table holds: the violinist, a beautician, the yachtsman, the 34-year-old.
_PEOPLE: Final[tuple[str, ...]] = ("ist", "ician", "arian", "man", "woman", "men", "women", "eer", "year-old")
_NATIONS: Final[tuple[str, ...]] = ("an", "ish", "ese", "qi", "ni", "li", "tch", "rab")
_NATIVES: Final[tuple[str, ...]] = ("ian", "iard")
_BLOCS: Final = frozenset({"American", "European"})
_ONE_PERSON: Final = frozenset({"a", "an", "one", "another", "his", "her", "their", "the"})
_BACK: Final = frozenset({"The people", "the people", "The person", "the person", "These people", "these people"})


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
        heads = _heads(phrase)
        last = heads[-1].lower() if heads else ""
        many = (last in self.nouns and last[-1] == "s") or last in self.many
        if heads and heads[-1][:-1].isupper() and len(last) > 2:
            return many  # Labour and Green MPs
        return many and heads[-1][1:].islower() and (len(heads) < 2 or heads[-1].islower())


#: What opens a clause behind a name, and no word on who it is.
_NO_ROLE: Final = frozenset({
    "who", "which", "whose", "and", "but", "or", "although", "though", "while", "whereas", "as", "after", "when", "because",
    "since", "if", "where", "before", "until", "unless",
})  # fmt: skip


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


def guess(phrase: str, names: Names) -> str:
    """The type of a source, seen from its own words; "none" where the words can be no source."""
    kind = names.seen.get(phrase)
    if kind is None:
        kind = _guess(phrase, names)
        if len(names.seen) > 4096:
            names.seen.clear()
        names.seen[phrase] = kind
    return kind


_NUMBER: Final = rf"(?:{tree(EN_WORDS - {'one'})})"
#: So many of those who were asked, and nobody else.
_SO_MANY: Final = re.compile(
    rf"(?:(?:at least|all but|only|just|all|some|about|another) )?{_NUMBER}"
    rf"(?: others| of (?:the|those|them)(?: (?:{_NUMBER}|\d+))?)?",
    re.IGNORECASE,
)


def _guess(phrase: str, names: Names) -> str:
    for mark in (", which ", " such as "):  # banks such as Morgan Hale
        if mark in phrase:
            return guess(phrase.partition(mark)[0], names)
    if phrase[-1:] in "%t" and phrase.endswith(("%", "per cent", "percent")) and any(map(str.isdigit, phrase)):
        return "person"  # 61% said, 47 per cent said
    if _SO_MANY.fullmatch(phrase):
        return "person"  # only four said
    words = LETTERS.findall(phrase)
    if not words:
        return "none"
    if ", " in phrase and phrase[0].isupper() and _AGED.search(phrase) is not None:  # Amadi, 34, a nurse
        return "person"
    lower = [word.lower() for word in words]
    if lower[0] in ("citing", "quoting", "compared", "also", "ahead", "versus"):
        return "none"  # Reuters, earlier on Friday, citing two sources said; also ahead of Thomson forecasts
    if len(words) == 1 and lower[0] in ("him", "her", "them"):
        return "person"
    if len(words) == 1 and lower[0] in PRONOUNS:
        return "organization" if lower[0] == "it" else "person"
    if len(words) == 1 and words[0] in names.known:
        return "person"
    bare = re.sub(r"^(?:the|The|a|an|A|An) ", "", phrase)
    listed, comma, rest = bare.partition(", ")
    while comma and listed in names.offices:  # local, state and federal officials
        bare = rest
        listed, comma, rest = bare.partition(", ")
    if names.news.get(phrase) is False or bare in names.news:
        return "news_org"
    if (
        words[-1] in names.papers
        and len(words) > 1
        and lower[0] not in names.titles
        and all(word[0].isupper() for word in words[bare != phrase :])
    ):
        return "news_org"  # the Lagos Courier, Boston Herald
    if bare != phrase and f"The {bare}" in names.news and not words[-1].lower().endswith(_NATIVES):
        return "news_org"  # the Sun, the Verge
    one, both, other = bare.rpartition(" and ")
    if both and other in names.news and (one in names.news or f"The {one}" in names.news):
        return "news_org"  # The Wall Street Journal and Reuters
    if bare in names.institutions:
        return "institution"
    if words[-1] in names.degrees and len(words) > 2 and words[-1].strip("I") and phrase.replace(" ", "").isalpha():
        return guess(phrase.rpartition(" ")[0], names)  # Richard Latham QC
    head = _OF.split(bare, maxsplit=1)[0]
    heads: list[str] = LETTERS.findall(head) or words
    if phrase in _BACK or _SOME_OF.match(phrase) or lower[0] == "unnamed" or lower[1:2] == ["unnamed"]:
        return "anonymous"
    if "%" in head and head != bare:
        return guess(bare[len(head) + 1 :].partition(" ")[2] or bare[len(head) :], names)  # some 61% of respondents
    part = _PART_OF.match(bare)
    if part is not None:
        return guess(bare[part.end() :], names)
    last = heads[-1].lower()
    two = " ".join(heads[-2:]).lower()
    if "-" in last and heads[-1].islower() and not names.titles.isdisjoint(last.split("-")):
        return "person"  # the president-elect, a vice-chancellor
    if heads[0] in names.news and len(heads) > 1 and last in ("news", "newspaper", "magazine", "television", "agency"):
        return "news_org"
    if (
        last == "website"
        and head == bare
        and (phrase.startswith(("its ", "their ")) or (lower[-2:-1] and heads[-2][-2:] in ("’s", "'s")))
    ):
        return "document"  # according to the company's website
    if last.endswith("ologists"):
        return "experts"
    if last == "paper" and "published in" in phrase:
        return "document"
    if (last == "news" and len(heads) > 1 and heads[-1].islower()) or heads[-1].endswith(("-TV", "-FM", "-AM")):
        return "news_org"  # state-run SANA news, KVRX-TV
    found = names.nouns.get(two) or names.nouns.get(last) or names.nouns.get(heads[-1])
    if found is None and last not in names.titles and (heads[-1].islower() or len(words) == 1):
        found = names.nouns.get(last.removesuffix("s"))  # exit polls
        if found is None:
            found = names.nouns.get(last + "s")  # one security expert
    if found is None and last.endswith(_PEOPLE) and (heads[-1].islower() or (bare != phrase and len(heads) == 1)):
        found = ("person", False)
    if found is None and bare != phrase and len(heads) == 1 and last.endswith(_NATIVES):
        found = ("person", False)  # the Spaniard, the Italian
    if last in ("newspaper", "magazine", "broadcaster", "agency") and any(
        head.startswith(name) for name in (" ".join(heads[:size]) for size in (1, 2, 3)) if name in names.news
    ):
        return "news_org"
    if found is None and len(heads) > 1 and last not in names.titles:
        for index, word in enumerate(heads[:-1]):  # the state news agency Tass, the newspaper La Voz
            pair = " ".join(heads[max(0, index - 1) : index + 1]).lower()
            outlet = names.nouns.get(pair) or names.nouns.get(word.lower())
            if (
                outlet is not None
                and outlet[0] == "news_org"
                and all(item[0].isupper() or item[:3] == "al-" for item in heads[index + 1 :])
            ):
                return "news_org"
    whole = names.nouns.get(words[-1]) if head != bare and not (" behind " in bare or " who " in bare) else None
    if (
        whole is not None and whole[0] == "document" and all(word[0].isupper() for word in heads)
    ):  # the Bureau of Economic Analysis report
        return "document"
    if head != bare and " of " in bare and office_behind(words, names) > 0:
        return "person"  # Bank of Korea Governor Rhee Chang-yong, a Department of Justice spokesman
    if found is not None and found[0] == "anonymous" and ", " in phrase:
        named = phrase.rpartition(", ")[2].split()
        if 2 <= len(named) <= 3 and all(word.isalpha() and word.istitle() for word in named):
            return "person"  # Libya's top OPEC official, Shokri Ghanem
    if found is not None and last == "officials" and _on_record(heads, names):
        return "institution"
    if found is not None:
        kind, needs = found
        if needs and _TAGGED.search(phrase) is None:
            if last == "person" and " who " in phrase:
                return "anonymous"  # a person who was in the room
            if (
                lower[0] in names.crowds
                or any(mark.isdigit() for mark in head)
                or (last == "people" and head != bare and " for " not in bare)
            ):
                return "person"  # more than 300 people said they had lost money, people in the area
            return "organization" if heads[-1][0].isupper() and len(heads) > 1 else "none"
        return kind
    if ", " in phrase and words[-1] in names.firms and phrase[:3].lower() in ("its", "the"):
        return "organization"  # its owner, Halden Group
    if (
        last in names.titles
        or (heads[-1].islower() and last.removesuffix("s") in names.titles)
        or any(word.lower() in names.titles or word in names.titles for word in heads[:4])
        or (", " in phrase and (appositive(phrase.split(", ", 1)[1], names) or _trade(phrase.split(", ", 1)[1], names)))
    ):
        return "person"
    tail = LETTERS.findall(phrase.rpartition(", ")[2]) if ", " in phrase and heads[-1].islower() else []
    if 2 <= len(tail) <= 3 and all(word[0].isupper() and word not in names.companies for word in tail):
        return "person"  # the coroner, Dick Wallace
    if len(heads) > 1 and heads[-1][0].isupper() and heads[-2].islower() and heads[-1] not in names.companies:
        role = names.nouns.get(heads[-2]) or names.nouns.get(heads[-2] + "s")
        if role is not None and role[0] in ("person", "institution", "organization", "news_org"):
            return role[0]  # a villager Ghafar, the statistics agency Indec
    if len(heads) > 2 and heads[-1][0].isupper() and heads[-2][0].isupper() and heads[-1] not in names.companies:
        front = next((word for word in reversed(heads) if word[0].islower()), "")
        role = names.nouns.get(front)
        if front and (role is None or role[0] in ("anonymous", "experts")):
            return "person"  # resident Joy Mensah, short seller Jim Cane
        if role is not None:
            return role[0]
    if lower[0] in names.honorifics or (len(lower) > 2 and lower[1] in names.honorifics):
        return "person"  # Rear Adm. Mark Ellis (retired)
    if all(word[0].isupper() for word in heads):
        return (
            "person"
            if 2 <= len(heads) <= 3
            and not phrase.startswith(("the ", "The "))  # the Red Cross
            and "&" not in phrase
            and "-based " not in phrase
            and not any(word.isupper() and len(word) > 1 for word in heads)
            and not any(word in names.companies for word in heads)
            else "organization"
        )
    return "anonymous" if heads[0] in ("one", "another") and len(heads) > 1 else "organization"


def outlet(phrase: str, kind: str, names: Names) -> str:
    """The type of who reports: a name that is a plain word or a firm's elsewhere is an outlet (Metro reported)."""
    if kind in ("organization", "person", "document") and (
        phrase in names.outlets or phrase in names.news or (phrase[:4] == "the " and f"The {phrase[4:]}" in names.news)
    ):
        return "news_org"
    return kind


def office_behind(words: list[str], names: Names) -> int:
    """The index of the office behind a body with "of" in its name (Bank of Korea Governor Rhee Chang-yong); -1 for none."""
    for at in range(len(words) - 1, words.index("of") if "of" in words else len(words), -1):
        if words[at].lower() in names.titles:
            named = words[at - 1][0].isupper() and len(words) - at < 4 and "the" not in words[1:at]
            return at if named else -1
        if not words[at][0].isupper():
            break
    return -1


def _on_record(heads: list[str], names: Names) -> bool:
    """Local, health, Colombian officials speak for their body; two officials, senior and Western ones give no name."""
    if len(heads) < 2 or heads[0].lower() in ("senior", "top", "unnamed", "some", "several", "two", "three", "four"):
        return False
    before = heads[-2]
    return before.lower() in names.offices or (
        before[0].isupper() and before.endswith(_NATIONS) and before not in _BLOCS
    )


def _trade(segment: str, names: Names) -> bool:
    """Whether an apposition says what somebody does or is to others: a teacher, her sister, one of the survivors."""
    words = segment.split(" ", 1)
    if len(words) < 2 or words[0] not in _ONE_PERSON:
        return False
    return _guess(segment, names) in ("person", "experts")


def speaks(phrase: str, names: Names, *, plural: bool = False) -> bool:
    """Whether the noun that heads a phrase speaks: two banks, a study by the agency; ``plural``: whether it is many people."""
    if plural:
        return names.groups[phrase]
    heads = _heads(phrase)
    last = heads[-1].lower() if heads else ""
    if not all(word.islower() for word in heads):
        return True
    one = last.removesuffix("s")
    known = last in names.nouns or one in names.nouns or f"{last}s" in names.nouns
    return known or last in names.titles or one in names.titles


def _heads(phrase: str) -> list[str]:
    """The words before what a phrase says of its head: a study | by the agency."""
    return LETTERS.findall(_OF.split(phrase, maxsplit=1)[0])


def appositive(segment: str, names: Names) -> bool:
    """Whether the words after a name say what its bearer is: ``chief executive of Acme``, ``an analyst at Baram``."""
    segment = segment.strip()
    if " wh" in segment:
        for mark in (" whose ", " who ", " which ", " where "):
            segment = segment.partition(mark)[0]
    words = LETTERS.findall(segment)
    if not words or len(words) > 16 or words[0].lower() in _NO_ROLE or words[1:2] == ["by"]:
        return False  # the union, led by Mr Osei
    if not FINITE.isdisjoint(words):
        return False
    lower = [word.lower() for word in words[:7]]
    return not names.titles.isdisjoint(lower) and (
        words[0][0].islower()
        or words[0] in ("The",)
        or lower[0] in names.titles
        or words[0].endswith(("'s", "’s"))
        or words[0][0].isupper()
    )
