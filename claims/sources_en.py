"""Who an English source is: the name in its words, or the one that a pronoun or a short form of it points back to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_kinds import office_behind, speaks
from claims.attribution_en_names import PLACED, Names
from claims.entities import Entities, key, since
from claims.looks import letter
from claims.sources_en_pronouns import HEAD, NEAR, by_pronoun, in_office, introduce

if TYPE_CHECKING:
    from claims.records import Alias, Report

__all__ = ["entity"]

_PRONOUNS: Final = {
    "he": "person", "she": "person", "i": "person", "it": "it", "they": "they", "we": "they", "him": "person",
    "her": "person", "them": "they",
}  # fmt: skip
_HE: Final = {"him": "he", "her": "she"}
_BACK: Final = re.compile(r"[Tt]h(?:e|is|at|ese|ose) (?:[\w-]+-based )?([a-z][a-z-]*)")
#: Nouns that mean the company the text speaks of, whatever it makes.
_COMPANY: Final = frozenset({"company", "firm", "group", "business"})
#: Behind one of these a sentence begins.
_ENDS: Final = ("\n", "”", '"', ".", "!", "?")
#: A sentence that begins with two to five capitalised words, of which the second group is the last.
_NAMED_FIRST: Final = re.compile(
    r".(?:(?<=[\n”\"]) ?|(?<=[.!?])\)? )"
    r"(?:Shares (?:in|of) )?((?:[A-Z][\w&’'-]*\.? ){1,4}?([A-Z]\w*)\b\.?)(?= [a-z])",
    re.DOTALL,
)
_MOST_WORDS: Final = 5
_PARENS: Final = re.compile(r" ?\(([^()]{1,60})\)")
_PARTICLES: Final = frozenset(
    {"de", "da", "del", "della", "di", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "dos"}
)
_TITLED: Final = ("mr.", "ms.", "mrs.", "dr.", "mr", "ms", "mrs", "dr")  # as entities.key() writes them
_ONE_OF: Final[tuple[str, ...]] = ("A ", "a ", "An ", "an ", "One ", "one ", "Another ", "another ")
_NOBODY: Final = ("", False)
_REACH: Final = 800
_FAR: Final = 4000  # how far back the first mention of a name may lie
_CAPITALISED: Final = re.compile(r"(?:[A-Z][\w&’'-]*\.? ?){1,3}")


def entity(
    text: str, report: Report, entities: Entities, names: Names, known: dict[str, tuple[str, str]]
) -> Alias | None:
    """The entity that the source of an English report names; None where a pronoun has nobody to point to.

    ``known`` holds the names of the lexicon (without spaces) with their type and canonical form.
    """
    start, end = report.source or (0, 0)
    printed = _bare(text[start:end])
    if printed[-4:-2] == ", " and printed[-2:].isdigit():  # nor is an age
        printed = printed[:-4]
    pronoun = _PRONOUNS.get(printed.lower())
    last = entities.last
    if pronoun == "person" and last is not None and last.type == "anonymous" and _alone(last.canonical, names):
        if report.cls == "asserted":
            report.cls = "reported"
        return last  # a source told the Guardian …; he added
    if pronoun == "person" and printed[0] not in "Ii":
        introduce(text, start, entities, names)
    if pronoun == "person" and "person" not in entities.latest:
        return _turned(entities, known)
    if pronoun == "person" and printed[0] not in "Ii":
        return by_pronoun(_HE.get(printed.lower(), printed.lower()), entities, names)
    if pronoun is not None:
        return entities.latest.get(pronoun) or (entities.latest.get("organization") if pronoun != "person" else None)
    if (
        report.type == "person"
        and not (" " in printed and printed.istitle())
        and ", " not in printed
        and speaks(HEAD.split(printed, maxsplit=1)[0], names, plural=True)
    ):
        return _group(printed, entities)
    seen = entities.by_key.get(key(printed))
    back = _BACK.fullmatch(printed) if letter(printed, 1) == ord("h") else None
    if back is not None:
        meant = _meant(text, start, back.group(1), report.type, entities, names)
        if meant is not None:
            entities.saw(meant)
            return meant
    if seen is not None and seen.type == report.type:
        if printed not in seen.names:
            seen.names.append(printed)
        entities.saw(seen)
        return seen
    plain, inner = printed, ""
    if "(" in printed:
        match = _PARENS.search(printed)
        if match is not None:
            plain, inner = printed[: match.start()] + printed[match.end() :], match.group(1)
            inner = inner if inner.isalpha() and inner[0].isupper() else ""
    if report.type != "person":
        words = plain.split()
        for begin in range(len(words)):
            if begin and words[begin - 1] in names.prepositions and not _published(words, begin - 1, report.type):
                break  # a document seen by the Guardian, economists at the IMF
            found = known.get("".join(words[begin:]))
            if found is not None:
                report.type = found[0]
                return entities.add(found[1], found[0], [printed, plain])
    single = " " not in plain
    if report.type == "person" or (single and report.type == "organization"):
        person = _person(text, start, printed, plain, single and report.type != "person", entities, names)
        if person is not None or report.type == "person":
            return person or entities.add(printed, "person", [printed])
    return _body(text, start, printed, plain, inner, report.type, entities, names)


def _alone(phrase: str, names: Names) -> bool:
    """A source, one official: nobody with a name, but one."""
    return phrase.startswith(_ONE_OF) and not speaks(phrase.partition(" who ")[0], names, plural=True)


def _bare(printed: str) -> str:
    """A source without the clause or participle that describes it: The company, based in Seoul; Barnes, who runs a shop."""
    at = printed.find(", ")
    while at > 0:
        word = printed[at + 2 :].split(" ", 1)[0]
        if word in ("who", "whose", "which") or (word.islower() and word.endswith(("ed", "ing"))):
            return printed[:at]
        at = printed.find(", ", at + 2)
    return printed


def _group(printed: str, entities: Entities) -> Alias:
    """Residents, health workers: people whom they may mean, and never he or she."""
    before = entities.latest.get("person")
    alias = entities.add(printed, "person", [printed])
    if before is not None:
        entities.latest["person"] = before
    else:
        entities.latest.pop("person", None)
    entities.latest["they"] = alias
    return alias


def _published(words: list[str], at: int, kind: str) -> bool:
    """Whether the preposition at ``at`` stands before the publisher: data from the Commerce Department, a survey by the Fed."""
    return (
        kind == "document" and words[at] in ("from", "of", "by") and words[at - 1] not in ("seen", "obtained", "viewed")
    )


def _turned(entities: Entities, known: dict[str, tuple[str, str]]) -> Alias | None:
    """Oto, whom "he" shows to be a person: the last source, of one word, where no person has been named."""
    alias = entities.order[-1] if entities.order else None
    if alias is None or alias.type != "organization" or not alias.canonical.isalpha() or alias.canonical in known:
        return None
    alias.type = "person"
    entities.saw(alias)
    return alias


def _meant(text: str, start: int, noun: str, kind: str, entities: Entities, names: Names) -> Alias | None:
    """Whom "the ministry", "the newspaper", "the company" points back to; None where nobody fits."""
    if kind == "news_org":
        return entities.latest.get("news_org")
    if kind == "anonymous":
        return entities.latest.get("anonymous") if noun in ("people", "person", "sources", "source") else None
    if kind == "person":
        return in_office(noun, entities, names)
    if kind not in ("organization", "institution", "document"):
        return None
    for alias in reversed(entities.order[-NEAR:]):
        if alias.type == kind and noun in alias.canonical.lower().split() and alias.canonical[:4].lower() != "the ":
            if noun in _COMPANY and alias.canonical.startswith(("a ", "an ", "A ", "An ", "its ", "one ")):
                continue
            return alias
    if noun not in _COMPANY:
        return None
    known = entities.latest.get("company")
    name = _company(text, since(known, text, max(0, start - _REACH), start), start, names)
    if name is None:
        return known if known is not None and known.canonical[:4].lower() != "the " else None
    return entities.by_key.get(key(name)) or entities.add(name, "organization", [name, *_short(name, names)])


def _company(text: str, low: int, high: int, names: Names) -> str | None:
    """The last company that a sentence between two places begins with: Orbis Systems cut …"""
    if low < 3:
        text, low, high = "\n" + text[:high], low + 1, high + 1  # the text begins with a sentence, too
    places: list[int] = []
    for mark in _ENDS:
        at = text.find(mark, max(0, low - 2), high)
        while at >= 0:
            places.append(at)
            at = text.find(mark, at + 1, high)
    places.sort()
    for at in reversed(places):
        match = _NAMED_FIRST.match(text, at, high) if _may_name(text, at, high, names) else None
        if match is not None and match.group(2) in names.firms:
            return match.group(1) if match.start(1) >= low else None
    return None


def _may_name(text: str, at: int, high: int, names: Names) -> bool:
    """Whether the capitalised words behind a mark end as the name of a company does, or are Shares: if not, no _NAMED_FIRST."""
    begin = at + 1
    while begin < at + 3 and not ord("A") <= letter(text, begin) <= ord("Z"):
        begin += 1
    for _ in range(_MOST_WORDS):
        if not ord("A") <= letter(text, begin) <= ord("Z"):
            return False
        space = text.find(" ", begin, high)
        if space < 0:
            return False
        if ord("a") <= letter(text, space + 1) <= ord("z"):
            last = text[begin:space]
            return last.rstrip(".") in names.firms or last == "Shares"
        begin = space + 1
    return False


def _short(name: str, names: Names) -> list[str]:
    """Acme for Acme Corp., Halden for Halden Bank."""
    words = name.split()
    count = len(words)
    while count > 1 and words[count - 1].rstrip(".,") in names.companies:
        count -= 1
    return [" ".join(words[:count])] if 0 < count < len(words) and len(words[0]) > 2 else []


def _goes_on(text: str, start: int, name: str) -> list[str]:
    """Steel, Corp. behind the first Halden of the text before ``start`` that a capitalised word follows."""
    low = max(0, start - _FAR)
    at = text.find(name + " ", low, start)
    while at >= 0:
        after = at + len(name) + 1
        if at == low or not (text[at - 1].isalnum() or text[at - 1] == "_"):
            more = _CAPITALISED.match(text, after, start)
            if more is not None:
                return more.group().split()
        at = text.find(name + " ", after, start)
    return []


def _body(
    text: str, start: int, printed: str, plain: str, inner: str, kind: str, entities: Entities, names: Names
) -> Alias:
    canonical = plain
    if kind == "news_org" and plain[:4] in ("the ", "The ") and plain[4:5].isupper():  # the Sun, the Lagos Courier
        canonical = plain[4:]
        if f"The {canonical}" in names.news or " " not in canonical:
            canonical = f"The {canonical}"
    before, comma, named = plain.partition(", ")
    based = named.partition("-based ")[2]
    if based[:1].isupper():
        canonical = based  # San Jose, California-based Adolfo Systems
    elif (
        comma
        and (before[:1].isupper() or (before[:4] == "the " and named.startswith(("a ", "an ", "the ", "its ", "one "))))
        and all(word[:1].isupper() or word in ("of", "and", "the") for word in before.split())
    ):
        canonical = before  # Google, a unit of Alphabet
    elif comma and named.rpartition(" ")[2] in names.firms and all(word[:1].isupper() for word in named.split()):
        canonical = named  # its owner, Halden Group
    if kind == "organization" and " " not in canonical and canonical[:1].isupper():
        words = _goes_on(text, start, canonical)
        while words and words[-1].rstrip(".,") not in names.companies:
            words.pop()
        if words:
            canonical = " ".join([canonical, *words])
    alias = entities.by_key.get(key(canonical))
    if alias is not None and alias.type == kind:
        if printed not in alias.names:
            alias.names.append(printed)
        entities.by_key.setdefault(key(printed), alias)
        entities.saw(alias)
        return alias
    short = _short(canonical, names) if kind == "organization" else []
    alias = entities.add(
        canonical, kind, list(dict.fromkeys([printed, canonical, inner] if inner else [printed, canonical]))
    )
    for name in short:
        entities.by_key.setdefault(key(name), alias)
    return alias


def _person(
    text: str, start: int, printed: str, plain: str, guessed: bool, entities: Entities, names: Names
) -> Alias | None:
    """The person of a name or a surname; ``guessed`` says that a single capitalised word may as well be a body."""
    name = plain if guessed else _name(plain, names)
    if name is None or not name[:1].isupper():
        return None
    alias = entities.by_key.get(key(name))
    if alias is None and " " not in name:
        full = _first_mention(text, start, name, names)
        if full is not None:
            name = full
            alias = entities.by_key.get(key(full))
        elif not guessed:
            named = name if ", " in printed else printed
            alias = entities.add(named, "person", list(dict.fromkeys((printed, named))))
            entities.by_key.setdefault(key(name), alias)
            return alias
        else:
            return None
    if alias is not None and alias.type == "person":
        if printed not in alias.names:
            alias.names.append(printed)
        entities.saw(alias)
        return alias
    if alias is not None and guessed:
        return None
    alias = entities.add(name, "person", list(dict.fromkeys((printed, name))))
    first, _, surname = name.rpartition(" ")
    if first and surname.rpartition("-")[2].islower():  # Kim Do-hyung
        surname = first
    own = key(surname)
    entities.by_key.setdefault(own, alias)
    for title in _TITLED:
        entities.by_key.setdefault(title + own, alias)
    return alias


def _first_mention(text: str, start: int, surname: str, names: Names) -> str | None:
    """Lena Vogt, where the text has named her in full before it says Vogt."""
    low = max(0, start - _FAR)
    at = text.find(" " + surname, low, start)
    while at > 0:
        after = at + len(surname) + 1
        if not text[after : after + 1].isalpha():
            begin = at
            while begin > low and (text[begin - 1].isalpha() or text[begin - 1] in "-’'"):
                begin -= 1
            first = text[begin:at]
            lower = first.lower()
            if (
                len(first) > 1
                and first[0].isupper()
                and first[1:].islower()
                and lower not in names.titles
                and lower not in names.honorifics
                and lower not in names.prepositions
                and lower not in names.determiners
                and first not in names.companies
                and not first.endswith(("’s", "'s"))
            ):
                return f"{first} {surname}"
        at = text.find(" " + surname, after, start)
    return None


def _after_office(part: str, names: Names) -> str | None:
    """Gail Moe in "Minister of Trade and Industry Gail Moe": the last two words of an office with its field."""
    words = part.split()
    begin = len(words)
    while begin and words[begin - 1][0].isupper():
        begin -= 1
    if len(words) - begin == 2 and begin > 2 and words[begin - 1] not in names.prepositions | names.determiners:
        return " ".join(words[-2:])  # ONS head of market indices Aimee North
    if (
        names.titles.isdisjoint(word.lower() for word in words[:2])
        or len(words) - begin < 3
        or not words[-1][1:].islower()
    ):
        return None
    return " ".join(words[-2:])


def _name(phrase: str, names: Names) -> str | None:
    """Mark Yeo in "Citi analyst Mark Yeo", "Mark Yeo, an analyst", "the chief analyst, Mark Yeo"; the surname after Mr."""
    parts = phrase.split(", ")[:2]
    if len(parts) > 1 and parts[1].isalpha() and not PLACED.isdisjoint(parts[0].split()[-4:-1]):
        parts.pop()  # a nurse in Dayton, Ohio
    for part in parts:
        cut = HEAD.search(part)
        office = office_behind(part.split(), names) if cut is not None and cut.group() == " of " else -1
        if office > 0:  # Bank of Korea Governor Rhee Chang-yong
            return " ".join(part.split()[office + 1 :]) or None
        if (
            cut is not None
            and cut.group() in (" of ", " for ")
            and part[: cut.start()].split()[-1].lower() in names.titles
        ):
            named = _after_office(part, names)
            if named is not None:
                return named
        words = (part[: cut.start()] if cut is not None else part).split()
        while words and words[-1] in names.degrees and words[0].lower() not in names.determiners:
            words.pop()
        begin = len(words)
        while begin and (words[begin - 1][0].isupper() or words[begin - 1] in _PARTICLES):
            begin -= 1
        for index in range(len(words) - 1, begin - 1, -1):
            short = words[index].rstrip(".")  # Const., Cllr.
            bare = short.lower()
            if (
                bare in names.titles
                or short in names.titles
                or bare in names.honorifics
                or words[index].endswith(("’s", "'s"))
                or (index < len(words) - 1 and names.nouns.get(bare, _NOBODY)[0] == "person")  # Student Mia Ronson
            ):
                begin = index + 1
                break
        while begin < len(words) and words[begin] in _PARTICLES:
            begin += 1
        if begin < len(words) and len(words) - begin <= 4:
            return " ".join(words[begin:])
        if begin == len(words) and words and words[0][0].isupper() and part is not phrase:
            continue
    return None
