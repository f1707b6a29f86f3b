"""Units as pint knows them: quantities for pint users, and the proof that every shipped factor is pint's, exactly.

pint is loaded only here and only when asked for; the factors that extraction uses stand in ``data/units.toml``.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pint

    from claims.lexicon import Lexicon
    from claims.model import Quantity

__all__ = ["proof", "registry", "to_pint"]

#: What pint lacks or means otherwise. 1 평 is 400/121 m2 (1 자 = 10/33 m), 1 관 3.75 kg, 1 되 1.8039 L (1909 measures law).
_DEFINITIONS = (
    "pyeong = 400 / 121 * meter ** 2",
    "majigi = 200 * pyeong",
    "don = 3.75 * gram",
    "geun = 600 * gram",
    "gwan = 3.75 * kilogram",
    "doe = 1.8039 * liter",
    "mal = 18.039 * liter",
    "ri = 4320 / 11 * meter",
    "international_acre = 4046.8564224 * meter ** 2",
    "acre_foot = 1233.48183754752 * meter ** 3",
    "MMBtu = 1000000 * Btu",
    "ppb = 0.000000001",
    "TEU = [container]",
    "FEU = 2 * TEU",
    "CGT = [ship_work]",
    "DWT = [deadweight]",
    "gross_tonnage = [gross_tonnage]",
    "flop = [computation]",
    "op = flop",
    "mach = [mach]",
)
_PLAIN = ("multiple", "fraction", "ratio")
_DECIBEL = ("decibel", "dB")


@lru_cache(maxsize=2)
def registry(exact: bool = False) -> pint.UnitRegistry[Any]:
    """The pint registry with the Korean and trade units added; ``exact``: with Fraction factors, for the proof."""
    import pint

    units: pint.UnitRegistry[Any] = pint.UnitRegistry(non_int_type=Fraction if exact else Decimal)
    for definition in _DEFINITIONS:
        units.define(definition)
    return units


def to_pint(quantity: Quantity, units: pint.UnitRegistry[Any] | None = None) -> pint.Quantity[Any]:
    """The quantity as a pint quantity (the low end of a range); raises ``ValueError`` when its unit is no physical one."""
    value = quantity.value if quantity.value is not None else quantity.low
    if value is None:
        raise ValueError(f"{quantity.kind}: states no number")
    kind = quantity.kind
    if kind in ("percent", "percentage_point"):
        name = "percent"
    elif kind in _PLAIN:
        name = "dimensionless"
    elif kind in ("measure", "duration", "age") and quantity.unit is not None:
        name = quantity.unit
    else:
        raise ValueError(f"{kind} in {quantity.unit}: no physical unit")
    units = units or registry()
    return units.Quantity(value, units.parse_units(name))


def proof(lexicon: Lexicon) -> list[str]:
    """Complaints about factors: every unit of the lexicon that pint does not know, or knows with another factor."""
    import pint

    units = registry(exact=True)
    complaints: list[str] = []
    seen: set[tuple[str, str, Fraction]] = set()
    for unit in lexicon.units.all().values():
        if unit.kind not in ("measure", "duration") or unit.unit is None or unit.canonical is None:
            continue
        key = (unit.unit, unit.canonical, unit.scale)
        if key in seen or unit.unit in _DECIBEL:
            continue
        seen.add(key)
        try:
            scale, offset = _against(units, unit.unit, unit.canonical)
        except (pint.UndefinedUnitError, pint.DimensionalityError, pint.DefinitionSyntaxError, ValueError) as error:
            complaints.append(
                f"{unit.where}: {unit.unit}: pint: {_reason(error, unit.canonical)}{_near(units, unit.unit)}"
            )
            continue
        if scale != unit.scale:
            complaints.append(
                f"{unit.where}: {unit.unit}: found factor {unit.scale}, pint has {scale} {unit.canonical}"
            )
        elif abs(offset - Fraction(unit.offset)) > Fraction(1, 10**40):
            complaints.append(f"{unit.where}: {unit.unit}: found offset {unit.offset}, pint has {offset}")
    return complaints


def _reason(error: Exception, canonical: str) -> str:
    """What went wrong; with Fractions pint cannot print the dimensions itself."""
    import pint

    return f"not convertible to {canonical}" if isinstance(error, pint.DimensionalityError) else str(error)


def _against(units: pint.UnitRegistry[Any], name: str, canonical: str) -> tuple[Fraction, Fraction]:
    """(scale, offset) of a unit in its canonical one, by pint."""
    canonical = "dimensionless" if canonical == "1" else canonical
    zero = units.Quantity(Fraction(0), units.parse_units(name)).to(canonical).magnitude
    one = units.Quantity(Fraction(1), units.parse_units(name)).to(canonical).magnitude
    return Fraction(one) - Fraction(zero), Fraction(zero)


def _near(units: pint.UnitRegistry[Any], name: str) -> str:
    import difflib

    close = difflib.get_close_matches(name, list(units), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
