"""The entities of a document while its sources are being named: one name each, whatever the text calls it."""

from __future__ import annotations

from typing import Final

from claims.kept import Kept
from claims.records import Alias

__all__ = ["Entities", "key", "since"]

#: What whoever was named may be called behind, by type: it and they, and the company or the organization for a body.
_CALLED: Final[dict[str, tuple[str, ...]]] = {
    "organization": ("company", "it"),
    "institution": ("organization", "it"),
    "news_org": ("it",),
    "document": ("it",),
    "experts": ("they",),
    "anonymous": ("they",),
    "market": ("they",),
    "industry": ("they",),
    "news_collective": ("they",),
}
#: So many names of whoever was named are looked for.
_SPELLINGS: Final = 8


class Entities:
    """Aliases by key, in order of first mention; ``latest`` holds who was named last, by type (and it, they, company)."""

    def __init__(self) -> None:
        self.by_key: dict[str, Alias] = {}
        self.order: list[Alias] = []
        self.latest: dict[str, Alias] = {}
        self.last: Alias | None = None
        #: By canonical name: for how many names it was worked out, and he or she.
        self.genders: dict[str, tuple[int, str]] = {}
        self.persons: list[Alias] = []  # in the order in which they were last named

    def add(self, canonical: str, kind: str, names: list[str]) -> Alias:
        """The alias of this name, made where there is none, with these names added to it."""
        own = key(canonical)
        alias = self.by_key.get(own)
        if alias is None:
            alias = Alias(canonical, kind, [])
            self.order.append(alias)
            self.by_key[own] = alias
        for name in names:
            if name:
                if name not in alias.names:
                    alias.names.append(name)
                if name != canonical:
                    self.by_key.setdefault(key(name), alias)
        self.saw(alias)
        return alias

    def saw(self, alias: Alias) -> None:
        """``alias`` was mentioned: a pronoun may now mean it."""
        kind = alias.type
        self.latest[kind] = self.last = alias
        if kind == "person" and (not self.persons or self.persons[-1] is not alias):
            self.persons.append(alias)
        for word in _CALLED.get(kind, ()):
            self.latest[word] = alias


def key(name: str) -> str:
    """What two spellings of a name share."""
    return _KEYS[name]


def _shared(name: str) -> str:
    return name.replace(" ", "").casefold()


_KEYS: Final[Kept[str]] = Kept(_shared)


def since(alias: Alias | None, text: str, low: int, position: int) -> int:
    """From where on the text before ``position`` names ``alias`` no more; ``low`` at the earliest, and for nobody."""
    if alias is not None:
        for name in alias.names[:_SPELLINGS]:
            low = max(low, text.rfind(name, low, position) + 1)
    return low
