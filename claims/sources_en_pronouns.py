"""Whom he, she and "the minister" mean in an English text: who was named last, was presented since, or holds that office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claims.attribution_en_kinds import speaks
from claims.attribution_en_names import Names
from claims.entities import Entities, key, since

if TYPE_CHECKING:
    from claims.records import Alias

__all__ = ["HEAD", "NEAR", "by_pronoun", "in_office", "introduce"]

#: Where the words that say who somebody is go on to of what.
HEAD: Final = re.compile(r" (?:of|at|from|in|for|with|who|led|on) ")
NEAR: Final = 64  # entities that "the ministry" may point back to
_NOBODY: Final = ("", False)

#: Clive Marsh, an analyst at Dunn, cut …: a sentence that says who its subject is.
_WHO_IS: Final = re.compile(
    r"(?:^|[\n.!?”\"] ?)((?:[A-Z][\w’'-]*[a-z] ){1,2}[A-Z][\w’'-]*[a-z]), (\d\d|[a-z][^,.;:\n”\"]{2,80}), "
)
_AGO: Final = 500


def by_pronoun(pronoun: str, entities: Entities, names: Names) -> Alias | None:
    """Whom he or she means: the person named last, unless the text shows that it is a woman or a man."""
    last = entities.latest["person"]
    gender = _gender(last, entities, names)
    if not gender and pronoun in ("he", "she"):
        gender = pronoun
        entities.genders[last.canonical] = (len(last.names), pronoun)  # Dr Lee …; she expects: not he hopes
    if gender in ("", pronoun):
        return last
    for alias in reversed(entities.persons[-NEAR:]):
        if alias.type == "person" and _gender(alias, entities, names) in ("", pronoun) and not _many(alias, names):
            entities.saw(alias)
            return alias
    return None


def introduce(text: str, start: int, entities: Entities, names: Names) -> None:
    """Who was presented since a person last spoke is the one that he or she means, though nothing was reported of them."""
    low = since(entities.latest.get("person"), text, max(0, start - _AGO), start)
    found = None
    for match in _WHO_IS.finditer(text, low, start):
        if _is_person(match.group(2), names):
            found = match
    if found is not None:
        name = found.group(1)
        alias = entities.add(name, "person", [name])
        entities.by_key.setdefault(key(name.rpartition(" ")[2]), alias)


def _is_person(role: str, names: Names) -> bool:
    """43, who owns a bakery, a retail analyst at Dunn."""
    if role.isdigit() or role.startswith("who "):
        return True
    head = HEAD.split(role, maxsplit=1)[0].rpartition(" ")[2]
    return head in names.titles or names.nouns.get(head, _NOBODY)[0] == "person"


def _gender(alias: Alias, entities: Entities, names: Names) -> str:
    """he or she, as the names of a person tell: Mr Lee, his mother, Mary Ames; empty where nothing does, or both."""
    known = entities.genders.get(alias.canonical)
    if known is None or known[0] != len(alias.names):
        told = _told_gender(alias, names) or (known[1] if known is not None else "")
        known = entities.genders[alias.canonical] = (len(alias.names), told)
    return known[1]


def _told_gender(alias: Alias, names: Names) -> str:
    found = ""
    for name in [alias.canonical, *alias.names[:4]]:
        words = HEAD.split(name.partition(", ")[0], maxsplit=1)[0].split()
        for index, word in enumerate(words):
            bare = word.rstrip(".")
            if bare[:1].isupper() and index + 1 < len(words):
                forms = (bare, bare.lower()) if name is alias.canonical else (bare.lower(),)
            else:
                forms = (bare,)
            for form in forms:
                told = "he" if form in names.he else "she" if form in names.she else found
                if found and told != found:
                    return ""
                found = told
    return found


def _many(alias: Alias, names: Names) -> bool:
    return speaks(HEAD.split(alias.canonical, maxsplit=1)[0], names, plural=True) and not alias.canonical.istitle()


def in_office(noun: str, entities: Entities, names: Names) -> Alias | None:
    """The one person named as what "the minister" says: Trade Minister Gail Moe; Gail Moe, the trade minister."""
    if noun not in names.titles:
        return None
    found = None
    for alias in entities.persons[-NEAR:]:
        if alias is found or alias.canonical[:4].lower() == "the ":
            continue
        for name in alias.names:
            words = name.replace(",", " ").split()
            if noun.capitalize() in words[:-1] or (noun in words and noun not in names.rulers):
                if found is not None:
                    return None
                found = alias
                break
    return found
