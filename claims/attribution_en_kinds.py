"""What an English noun phrase that may speak is: a person, a body, a document, the press, somebody with no name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_names import FINITE, LETTERS, PRONOUNS, head_of, heads_of
from claims.numerals import EN_WORDS
from claims.patterns import tree

if TYPE_CHECKING:
    from claims.attribution_en_names import Names

__all__ = ["appositive", "guess", "office_behind", "outlet", "speaks"]

_TAGGED: Final = re.compile(
    r"\b(?:familiar with|briefed on|with (?:direct )?knowledge of|close to|who (?:asked|declined|requested|spoke)"
    r"|involved in|aware of|on condition|granted anonymity)"
)
_ARTICLE: Final = re.compile(r"^(?:the|The|a|an|A|An) ")
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
#: How nouns of people end that no table holds: the violinist, a beautician, the yachtsman, the 34-year-old.
_PEOPLE: Final[tuple[str, ...]] = ("ist", "ician", "arian", "man", "woman", "men", "women", "eer", "year-old")
_NATIONS: Final[tuple[str, ...]] = ("an", "ish", "ese", "qi", "ni", "li", "tch", "rab")
_NATIVES: Final[tuple[str, ...]] = ("ian", "iard")
_BLOCS: Final = frozenset({"American", "European"})
_ONE_PERSON: Final = frozenset({"a", "an", "one", "another", "his", "her", "their", "the"})
_BACK: Final = frozenset({"The people", "the people", "The person", "the person", "These people", "these people"})
#: What opens a clause behind a name, and no word on who it is.
_NO_ROLE: Final = frozenset({
    "who", "which", "whose", "and", "but", "or", "although", "though", "while", "whereas", "as", "after", "when", "because",
    "since", "if", "where", "before", "until", "unless",
})  # fmt: skip
_KEPT: Final = 4096  # phrases that are remembered
_NUMBER: Final = rf"(?:{tree(EN_WORDS - {'one'})})"
#: So many of those who were asked, and nobody else.
_SO_MANY: Final = re.compile(
    rf"(?:(?:at least|all but|only|just|all|some|about|another) )?{_NUMBER}"
    rf"(?: others| of (?:the|those|them)(?: (?:{_NUMBER}|\d+))?)?",
    re.IGNORECASE,
)


def guess(phrase: str, names: Names) -> str:
    """The type of a source, seen from its own words; "none" where the words can be no source."""
    kind = names.seen.get(phrase)
    if kind is None:
        kind = _guess(phrase, names)
        if len(names.seen) > _KEPT:
            names.seen.clear()
        names.seen[phrase] = kind
    return kind


class _Phrase:
    """A phrase with its words; ``bare`` without its article, ``head`` up to what is said of it, ``found`` its noun's row."""

    __slots__ = ("bare", "found", "head", "heads", "last", "lower", "names", "phrase", "words")

    def __init__(self, phrase: str, words: list[str], names: Names) -> None:
        self.phrase, self.words, self.names = phrase, words, names
        self.lower = [word.lower() for word in words]
        bare = _ARTICLE.sub("", phrase)
        listed, comma, rest = bare.partition(", ")
        while comma and listed in names.offices:  # local, state and federal officials
            bare = rest
            listed, comma, rest = bare.partition(", ")
        self.bare = bare
        self.head = head_of(bare)
        self.heads: list[str] = LETTERS.findall(self.head) or words
        self.last = self.heads[-1].lower()
        self.found: tuple[str, bool] | None = None


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
    item = _Phrase(phrase, words, names)
    return _alone(item) or _named(item) or _part(item) or _by_noun(item) or _by_office(item) or _by_capitals(item)


def _alone(item: _Phrase) -> str:
    """A pronoun, a person known by one name, and what opens no source; "" where none of these stands there."""
    words, lower = item.words, item.lower
    if lower[0] in ("citing", "quoting", "compared", "also", "ahead", "versus"):
        return "none"  # Reuters, earlier on Friday, citing two sources said; also ahead of Thomson forecasts
    if len(words) > 1:
        return ""
    if lower[0] in PRONOUNS:
        return "organization" if lower[0] == "it" else "person"
    return "person" if lower[0] in ("him", "her", "them") or words[0] in item.names.known else ""


def _named(item: _Phrase) -> str:
    """A paper, an agency or an institution that a table names, or the name of somebody with a degree; else ""."""
    phrase, bare, words, names = item.phrase, item.bare, item.words, item.names
    if names.news.get(phrase) is False or bare in names.news:
        return "news_org"
    if (
        words[-1] in names.papers
        and len(words) > 1
        and item.lower[0] not in names.titles
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
    return ""


def _part(item: _Phrase) -> str:
    """Some without a name of a number, and whoever part of them is taken of: 61% of respondents, two of the directors."""
    phrase, bare, head, lower = item.phrase, item.bare, item.head, item.lower
    if phrase in _BACK or _SOME_OF.match(phrase) or lower[0] == "unnamed" or lower[1:2] == ["unnamed"]:
        return "anonymous"
    if "%" in head and head != bare:
        return guess(
            bare[len(head) + 1 :].partition(" ")[2] or bare[len(head) :], item.names
        )  # some 61% of respondents
    part = _PART_OF.match(bare)
    return "" if part is None else guess(bare[part.end() :], item.names)


def _by_noun(item: _Phrase) -> str:
    """What the noun at the head of the phrase, or beside it, is by the table of nouns; else ""."""
    phrase, bare, head, heads, last = item.phrase, item.bare, item.head, item.heads, item.last
    lower, names = item.lower, item.names
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
    item.found = _noun(item)
    if last in ("newspaper", "magazine", "broadcaster", "agency") and any(
        head.startswith(name) for name in (" ".join(heads[:size]) for size in (1, 2, 3)) if name in names.news
    ):
        return "news_org"
    if item.found is None and _names_outlet(item):
        return "news_org"
    whole = names.nouns.get(item.words[-1]) if head != bare and not (" behind " in bare or " who " in bare) else None
    if (
        whole is not None and whole[0] == "document" and all(word[0].isupper() for word in heads)
    ):  # the Bureau of Economic Analysis report
        return "document"
    if head != bare and " of " in bare and office_behind(item.words, names) > 0:
        return "person"  # Bank of Korea Governor Rhee Chang-yong, a Department of Justice spokesman
    return "" if item.found is None else _of_row(item, item.found)


def _noun(item: _Phrase) -> tuple[str, bool] | None:
    """The row of the noun at the head: security official, experts, one expert, the violinist, the Spaniard."""
    heads, last, nouns = item.heads, item.last, item.names.nouns
    found = nouns.get(" ".join(heads[-2:]).lower()) or nouns.get(last) or nouns.get(heads[-1])
    if found is not None:
        return found
    if last not in item.names.titles and (heads[-1].islower() or len(item.words) == 1):
        found = nouns.get(last.removesuffix("s")) or nouns.get(last + "s")  # exit polls, one security expert
    alone = item.bare != item.phrase and len(heads) == 1
    if found is None and last.endswith(_PEOPLE) and (heads[-1].islower() or alone):
        return ("person", False)
    return ("person", False) if found is None and alone and last.endswith(_NATIVES) else found


def _names_outlet(item: _Phrase) -> bool:
    """The state news agency Tass, the newspaper La Voz: whether a noun of the press stands before a name."""
    heads, nouns = item.heads, item.names.nouns
    if len(heads) < 2 or item.last in item.names.titles:
        return False
    for index, word in enumerate(heads[:-1]):
        outlet = nouns.get(" ".join(heads[max(0, index - 1) : index + 1]).lower()) or nouns.get(word.lower())
        if (
            outlet is not None
            and outlet[0] == "news_org"
            and all(name[0].isupper() or name[:3] == "al-" for name in heads[index + 1 :])
        ):
            return True
    return False


def _of_row(item: _Phrase, row: tuple[str, bool]) -> str:
    """The type that the table gives a noun, where the phrase is as the noun needs it."""
    phrase, bare, head, heads, last = item.phrase, item.bare, item.head, item.heads, item.last
    kind, needs = row
    if kind == "anonymous" and ", " in phrase:
        named = phrase.rpartition(", ")[2].split()
        if 2 <= len(named) <= 3 and all(word.isalpha() and word.istitle() for word in named):
            return "person"  # Libya's top OPEC official, Shokri Ghanem
    if last == "officials" and _on_record(heads, item.names):
        return "institution"
    if not needs or _TAGGED.search(phrase) is not None:
        return kind
    if last == "person" and " who " in phrase:
        return "anonymous"  # a person who was in the room
    if (
        item.lower[0] in item.names.crowds
        or any(mark.isdigit() for mark in head)
        or (last == "people" and head != bare and " for " not in bare)
    ):
        return "person"  # more than 300 people said they had lost money, people in the area
    return "organization" if heads[-1][0].isupper() and len(heads) > 1 else "none"


def _by_office(item: _Phrase) -> str:
    """Whoever has an office, or a trade in an apposition, and a name beside a word for what it is; else ""."""
    phrase, heads, last, words, names = item.phrase, item.heads, item.last, item.words, item.names
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
    lower = item.lower
    if lower[0] in names.honorifics or (len(lower) > 2 and lower[1] in names.honorifics):
        return "person"  # Rear Adm. Mark Ellis (retired)
    return ""


def _by_capitals(item: _Phrase) -> str:
    """Two or three words with capitals are a person, unless one is a company's; anything else is a body."""
    phrase, heads = item.phrase, item.heads
    if not all(word[0].isupper() for word in heads):
        return "anonymous" if heads[0] in ("one", "another") and len(heads) > 1 else "organization"
    person = (
        2 <= len(heads) <= 3
        and not phrase.startswith(("the ", "The "))  # the Red Cross
        and "&" not in phrase
        and "-based " not in phrase
        and not any(word.isupper() and len(word) > 1 for word in heads)
        and not any(word in item.names.companies for word in heads)
    )
    return "person" if person else "organization"


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
    heads = heads_of(phrase)
    last = heads[-1].lower() if heads else ""
    if not all(word.islower() for word in heads):
        return True
    one = last.removesuffix("s")
    known = last in names.nouns or one in names.nouns or f"{last}s" in names.nouns
    return known or last in names.titles or one in names.titles


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
