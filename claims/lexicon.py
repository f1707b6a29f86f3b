"""The words: every TOML file of ``claims/data`` merged into one validated, read-only Lexicon.

One line a word. What may stand right of a number (currencies, units, counters) becomes a :class:`Unit`; every other
section stays a plain table. Complaints name the file, the key, what was found and what is allowed.

Flags of a unit: ``weak`` (a syllable with another life: it needs a clean edge and a context), ``native`` (takes 한, 두,
세), ``latin`` (an English word).
"""

from __future__ import annotations

import hashlib
import os
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from claims import snapshot
from claims.errors import LexiconError
from claims.plurals_en import singular
from claims.sections import FLAG, LIST, SECTIONS, TEXT, WHOLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

__all__ = ["DATA", "UNITY", "UNSCALED", "Lexicon", "Unit", "Units", "check", "flagged"]

_T = TypeVar("_T")

DATA: Final = os.path.join(os.path.dirname(__file__), "data")


class Unit:
    """What a surface right of a number means.

    ``factor`` turns the printed number into ``unit`` (센트: 0.01 of USD); ``scale`` (exact) and ``offset`` turn that into
    ``canonical``; ``above`` and ``below`` are the two terms of ``scale``. ``unit`` None is a currency that needs a country
    (페소). ``korean`` tells whether Hangul stands in the surface, ``where`` where the line stands.
    """

    __slots__ = (
        "above", "below", "canonical", "factor", "flags", "kind", "korean", "minor_of", "offset", "scale", "surface", "unit",
        "where",
    )  # fmt: skip

    def __init__(
        self, surface: str, kind: str, unit: str | None, factor: Decimal, canonical: str | None, scale: Fraction,
        offset: Decimal, minor_of: str | None, flags: frozenset[str], where: str
    ) -> None:  # fmt: skip
        self.surface = surface
        self.kind = kind
        self.unit = unit
        self.factor = factor
        self.canonical = canonical
        self.scale = scale
        self.above, self.below = Decimal(scale.numerator), Decimal(scale.denominator)
        self.offset = offset
        self.minor_of = minor_of
        self.flags = flags
        self.korean = not surface.isascii() and any("가" <= mark <= "힣" for mark in surface)
        self.where = where

    def but(
        self, *, unit: str | None, canonical: str | None = None, scale: Fraction | None = None, kind: str | None = None,
        surface: str | None = None,
    ) -> Unit:  # fmt: skip
        """The same as another unit, and with what else is given."""
        return Unit(
            surface or self.surface, kind or self.kind, unit, self.factor, canonical or self.canonical,
            self.scale if scale is None else scale, self.offset, self.minor_of, self.flags, self.where,
        )  # fmt: skip


#: A unit as the snapshot keeps it. A tuple of texts: a collection of garbage need not walk through thousands of them.
Row = tuple[Any, ...]


class Units:
    """Surfaces to units; a row is turned into a Unit when it is first looked up."""

    __slots__ = ("_made", "rows")

    def __init__(self, rows: dict[str, Row]) -> None:
        self.rows = rows
        self._made: dict[str, Unit] = {}

    def get(self, surface: str) -> Unit | None:
        """The unit that ``surface`` means, or None."""
        unit = self._made.get(surface)
        if unit is None:
            row = self.rows.get(surface)
            if row is not None:
                unit = self._made[surface] = _unit(surface, row)
        return unit

    def __contains__(self, surface: str) -> bool:
        return surface in self.rows

    def __getitem__(self, surface: str) -> Unit:
        return self._made.get(surface) or self._made.setdefault(surface, _unit(surface, self.rows[surface]))

    def all(self) -> dict[str, Unit]:
        """Every surface with its unit."""
        return {surface: self[surface] for surface in self.rows}


def flagged(rows: dict[str, dict[str, Any]], flag: str) -> tuple[str, ...]:
    """The words of a section whose line has the flag, in their order: ``"매출" = { money = true }``."""
    return tuple([word for word, row in rows.items() if row.get(flag)])


def _unit(surface: str, row: Row) -> Unit:
    kind, name, factor, canonical, scale, offset, minor, flags, where, own = row
    exact, times = Fraction(scale), Decimal(factor)
    return Unit(
        own or surface, kind, name, UNITY if times == 1 else times, canonical, UNSCALED if exact == 1 else exact,
        Decimal(offset), minor, frozenset(flags), where,
    )  # fmt: skip


#: The scale of every unit that is its own canonical one, and the factor of every number that is printed in its unit: told
#: by identity, which costs nothing.
UNSCALED: Final = Fraction(1)
UNITY: Final = Decimal(1)


class Lexicon:
    """All words, merged and checked. Treat it as read-only; ``cache`` holds what other modules build from it."""

    def __init__(self, tables: dict[str, Any]) -> None:
        self.units = Units(tables["units"])
        self.units_folded = Units(tables["folded"])
        self.prefixes = Units(tables["prefixes"])
        self.unit_lengths: dict[str, tuple[int, ...]] = {k: tuple(v) for k, v in tables["lengths"].items()}
        self.sections: dict[str, dict[str, dict[str, Any]]] = tables["sections"]
        self.cache: dict[object, Any] = {}

    def built(self, make: Callable[[Lexicon], _T]) -> _T:
        """What ``make`` makes of the words, made once: ``lexicon.built(Times)`` is the one ``Times(lexicon)``."""
        found: _T | None = self.cache.get(make)
        if found is None:
            found = self.cache[make] = make(self)
        return found

    @classmethod
    def load(cls, extra: Sequence[str | Path] = ()) -> Lexicon:
        """The shipped lexicon, or that and the files of ``extra`` (TOML, same sections; ``override = true`` to replace).

        Raises :class:`LexiconError` that names file, key, what was found and what is allowed.
        """
        if not extra:
            return _shipped()
        sections = _shipped_tables()["sections"]
        for path in extra:
            _merge(sections, _read(os.fspath(path)), shipped=False)
        return cls(_tables(sections))


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    return Lexicon(_shipped_tables())


def _shipped_tables() -> dict[str, Any]:
    """The merged tables of the shipped words, a copy of one's own: from the snapshot, or else from the TOML files."""
    files = sorted([os.path.join(DATA, name) for name in os.listdir(DATA) if name.endswith(".toml")])
    digest = _digest(files)
    tables: dict[str, Any] | None = snapshot.words(digest)
    if tables is None:
        tables = _tables(_read_all(files))
        snapshot.read(digest, tables)
    return tables


def _digest(files: list[str]) -> str:
    """Of the words, of their sections, of this module, which merges them, and of the rules that make their singulars."""
    digest = hashlib.sha256()
    here = os.path.dirname(__file__)
    modules = [os.path.join(here, name) for name in ("lexicon.py", "sections.py", "plurals_en.py")]
    for path in [*files, *modules]:
        with open(path, "rb") as stream:
            digest.update(os.path.basename(path).encode() + b"\0" + stream.read() + b"\0")
    return digest.hexdigest()


# ---------------------------------------------------------------- reading and merging

_Sections = dict[str, dict[str, dict[str, Any]]]


def _read(path: str) -> _Sections:
    import tomllib  # not before the snapshot fails

    try:
        with open(path, encoding="utf-8") as stream:
            data = tomllib.loads(stream.read())
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror}; give the path of a TOML file") from None
    except UnicodeDecodeError:
        raise LexiconError(f"{path}: is not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: is not TOML: {error}") from None
    sections: _Sections = {}
    for name, table in _flat(data):
        allowed = SECTIONS.get(name)
        if allowed is None:
            raise LexiconError(f"{path}: unknown section [{name}]{_hint(name, SECTIONS)}")
        if not isinstance(table, dict):
            raise LexiconError(f"{path}: [{name}] must be a table")
        rows = sections.setdefault(name, {})
        for key, row in table.items():
            if name + "." + key in SECTIONS:
                continue
            if not isinstance(row, dict):
                raise LexiconError(f"{path}: [{name}] {key}: found {row!r}, expected a table such as {{ … }}")
            _check_row(path, name, key, row, allowed)
            rows[key] = {**row, "where": f"{os.path.basename(path)}:{key}"}
    return sections


def _flat(data: dict[str, Any]) -> list[tuple[str, Any]]:
    """[measure.ko] is a nested table in TOML; its section name here is 'measure.ko'."""
    out: list[tuple[str, Any]] = []
    for name, table in data.items():
        if isinstance(table, dict):
            nested = {key: row for key, row in table.items() if f"{name}.{key}" in SECTIONS}
            out += [(f"{name}.{key}", row) for key, row in nested.items()]
            rest = {key: row for key, row in table.items() if key not in nested}
            if rest or not nested:
                out.append((name, rest))
        else:
            out.append((name, table))
    return out


def _check_row(path: str, section: str, key: str, row: dict[str, Any], allowed: dict[str, Any]) -> None:
    names = {name.rstrip("!"): rule for name, rule in allowed.items()}
    for field, value in row.items():
        if field not in names:
            listed = ", ".join(names) or "no fields"
            raise LexiconError(
                f"{path}: [{section}] {key}: unknown field {field!r}{_hint(field, names)}; allowed: {listed}"
            )
        rule = names[field]
        if isinstance(rule, tuple):
            good = value in rule
        else:
            good = {
                TEXT: isinstance(value, str),
                FLAG: isinstance(value, bool),
                WHOLE: isinstance(value, int) and not isinstance(value, bool),
                LIST: isinstance(value, list) and all(isinstance(item, str) for item in value),
            }[rule]
        if not good:
            wanted = " | ".join(rule) if isinstance(rule, tuple) else rule
            raise LexiconError(f"{path}: [{section}] {key}: {field} = {value!r}, allowed: {wanted}")
    for name in allowed:
        if name.endswith("!") and name[:-1] not in row:
            raise LexiconError(f"{path}: [{section}] {key}: field {name[:-1]!r} is missing")


def _hint(word: str, known: Any) -> str:
    import difflib

    close = difflib.get_close_matches(word, [str(item) for item in known], n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _read_all(paths: list[str]) -> _Sections:
    sections: _Sections = {name: {} for name in SECTIONS}
    for path in paths:
        _merge(sections, _read(path), shipped=True)
    return sections


def _merge(into: _Sections, new: _Sections, *, shipped: bool) -> None:
    for name, rows in new.items():
        table = into.setdefault(name, {})
        for key, row in rows.items():
            if key in table and not row.get("override"):
                remedy = "remove one" if shipped else "add override = true to replace it"
                raise LexiconError(f"[{name}] {key} stands twice: {table[key]['where']} and {row['where']}; {remedy}")
            table[key] = row


# ---------------------------------------------------------------- the unit tables


class _Surfaces:
    """Surface to row, for what stands right of a number (as printed, or an English word in lower case) and left of it."""

    __slots__ = ("folded", "prefixes", "units")

    def __init__(self) -> None:
        self.units: dict[str, Row] = {}
        self.folded: dict[str, Row] = {}
        self.prefixes: dict[str, Row] = {}

    def right(self, surface: str, row: Row, override: bool) -> None:
        _put(self.units, surface, row, override)

    def latin(self, surface: str, row: Row, override: bool) -> None:
        own = (*row[:7], (*row[7], "latin"), row[8], surface)
        _put(self.folded, surface.lower(), own, override)

    def left(self, surface: str, row: Row, override: bool) -> None:
        _put(self.prefixes, surface, row, override)


def _put(table: dict[str, Row], surface: str, row: Row, override: bool) -> None:
    known = table.get(surface)
    if known is not None and not override:
        if known[:8] == row[:8]:
            return
        raise LexiconError(f"{surface!r} stands twice: {known[8]} and {row[8]}; remove one or add override = true")
    table[surface] = row


def _row(
    entry: dict[str, Any],
    kind: str,
    name: str | None,
    canonical: str | None,
    *,
    factor: str = "1",
    scale: str = "1",
    offset: str = "0",
    minor: str | None = None,
) -> Row:
    flags = tuple(entry.get("flags", ()))
    return kind, name, factor, canonical, scale, offset, minor, flags, entry["where"], None


def _tables(sections: _Sections) -> dict[str, Any]:
    """What the snapshot keeps: the units by their surfaces, and every section as it is."""
    surfaces = _Surfaces()
    for code, entry in sections["currency"].items():
        _add_currency(surfaces, code, entry)
    for entry in sections["currency_family"].values():
        row = _row(entry, "money", None, None)
        _add(surfaces, entry.get("ko", []), entry.get("en", []), row, entry)
    for name, entry in _expanded(sections):
        row = _row(
            entry, entry.get("kind", "measure"), entry.get("unit", name), _canonical(sections, entry),
            factor=entry.get("factor", "1"), scale=entry.get("scale", "1"), offset=entry.get("offset", "0"),
        )  # fmt: skip
        _add(surfaces, [*entry.get("ko", []), *entry.get("symbol", [])], entry.get("en", []), row, entry)
    for surface, entry in sections["special"].items():
        row = _row(entry, entry["kind"], entry["unit"], entry.get("canonical", "1"), factor=entry.get("factor", "1"))
        english = surface.isascii() and surface.replace(" ", "").replace("-", "").isalpha() and len(surface) > 2
        _add(surfaces, [] if english else [surface], [surface] if english else [], row, entry)
    for surface, entry in sections["counter"].items():
        kind = entry.get("kind", "count")
        name = {"rank": "rank", "age": "year", "multiple": "1", "points": "point"}.get(kind, surface)
        row = _row(entry, kind, name, entry["class"], factor=entry.get("factor", "1"))
        _add(surfaces, [surface], [], row, entry)
    for surface, entry in sections["counter.en"].items():
        row = _row(entry, "count", entry.get("one") or singular(surface), entry["class"])
        _add(surfaces, [], [surface], row, entry)
    lengths: dict[str, set[int]] = {}
    for surface in surfaces.units:
        lengths.setdefault(surface[0], set()).add(len(surface))
    return {
        "units": surfaces.units,
        "folded": surfaces.folded,
        "prefixes": surfaces.prefixes,
        "lengths": {first: sorted(group, reverse=True) for first, group in sorted(lengths.items())},
        "sections": sections,
    }


def _add(surfaces: _Surfaces, printed: list[str], english: list[str], row: Row, entry: dict[str, Any]) -> None:
    override = bool(entry.get("override"))
    for surface in printed:
        surfaces.right(surface, row, override)
    for surface in english:
        surfaces.latin(surface, row, override)


def _add_currency(surfaces: _Surfaces, code: str, entry: dict[str, Any]) -> None:
    """Its names, signs and code right of a number; signs and code left of one; its cents (센트, pence)."""
    row = _row(entry, "money", code, code)
    marks = [*entry.get("symbol", []), *([code] if entry.get("code", True) else [])]
    _add(surfaces, [*entry.get("ko", []), *marks], entry.get("en", []), row, entry)
    for surface in [*entry.get("before", []), *marks]:
        surfaces.left(surface, row, bool(entry.get("override")))
    minor = _row(entry, "money", code, code, factor=entry.get("minor_factor", "0.01"), minor=code)
    for surface in entry.get("minor", []):
        english = surface.isascii() and len(surface) > 2
        _add(surfaces, [] if english else [surface], [surface] if english else [], minor, entry)


def _canonical(sections: _Sections, entry: dict[str, Any]) -> str:
    known = sections["dimension"]
    dimension = known.get(entry["dimension"])
    if dimension is None:
        raise LexiconError(
            f"{entry['where']}: unknown dimension {entry['dimension']!r}{_hint(entry['dimension'], known)}"
        )
    return str(dimension["canonical"])


def _expanded(sections: _Sections) -> list[tuple[str, dict[str, Any]]]:
    """Every unit, and every prefixed form of those that take prefixes (킬로와트, kW, kilowatts)."""
    out: list[tuple[str, dict[str, Any]]] = []
    given = sections["unit"]
    for name, row in given.items():
        out.append((name, row))
        for prefix in row.get("prefixes", []):
            rule = sections["prefix"].get(prefix)
            if rule is None:
                raise LexiconError(f"{row['where']}: unknown prefix {prefix!r}{_hint(prefix, sections['prefix'])}")
            whole = prefix + name
            if whole in given:
                continue
            scale = Fraction(row.get("scale", "1")) * Fraction(10) ** rule["power"]
            derived = dict(row)
            derived["scale"] = str(scale)
            derived["unit"] = prefix + row.get("unit", name)
            derived["ko"] = [rule["ko"] + word for word in row.get("ko", []) if rule.get("ko")]
            derived["en"] = [rule["en"] + word for word in row.get("en", []) if rule.get("en")]
            derived["symbol"] = [rule.get("symbol", prefix) + word for word in row.get("symbol", [])]
            derived["where"] = f"{row['where']} ({prefix})"
            out.append((whole, derived))
    return out


# ---------------------------------------------------------------- the check


def check(lexicon: Lexicon, golden_dir: Path | None = None) -> list[str]:
    """Complaints about a lexicon: unknown codes and units, unreachable surfaces, foreign script, words without a golden."""
    from claims.lexicon_check import complaints

    return complaints(lexicon, golden_dir)
