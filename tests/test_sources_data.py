"""The names in data/sources.toml: enough of them, none twice, every weak form a listed form."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claims.lexicon import DATA
from claims.sections import SECTIONS

SOURCES = tomllib.loads(Path(DATA, "sources.toml").read_text("utf-8"))


def _surfaces(section: str) -> list[tuple[str, str]]:
    return [
        (surface, canonical)
        for canonical, row in SOURCES[section].items()
        for surface in [*row.get("ko", []), *row.get("en", [])]
    ]


def test_there_are_enough_news_organisations() -> None:
    assert len(SOURCES["news_org"]) >= 180


@pytest.mark.parametrize("section", ["news_org", "institution"])
def test_a_surface_means_one_source(section: str) -> None:
    seen: dict[str, str] = {}
    for surface, canonical in _surfaces(section):
        assert surface == surface.strip()
        assert surface
        assert seen.setdefault(surface, canonical) == canonical, surface


@pytest.mark.parametrize("section", ["news_org", "institution"])
def test_weak_forms_are_listed_forms(section: str) -> None:
    for canonical, row in SOURCES[section].items():
        listed = [*row.get("ko", []), *row.get("en", [])]
        assert listed, canonical
        assert [surface for surface in row.get("weak", []) if surface not in listed] == []


@pytest.mark.parametrize(
    ("surface", "canonical"),
    [
        ("월스트리트저널", "WSJ"),
        ("월스트리트 저널", "WSJ"),
        ("Wall Street Journal", "WSJ"),
        ("로이터 통신", "Reuters"),
        ("블룸버그", "Bloomberg"),
        ("AP통신", "AP"),
        ("니혼게이자이신문", "Nikkei"),
        ("연합뉴스", "Yonhap"),
        ("파이낸셜타임스", "FT"),
        ("워싱턴포스트", "WP"),
        ("조선중앙통신", "KCNA"),
        ("디지털타임스", "Digital Times"),
    ],
)
def test_forms_of_a_name_share_its_canonical_name(surface: str, canonical: str) -> None:
    assert dict(_surfaces("news_org"))[surface] == canonical


@pytest.mark.parametrize(
    "surface",
    ["타임", "포천", "포춘", "한겨레", "타스", "가디언", "포브스", "ABC", "AP", "Time", "Fortune", "Guardian"],
)
def test_names_with_another_life_are_weak(surface: str) -> None:
    assert any(surface in row.get("weak", []) for row in SOURCES["news_org"].values())


def test_every_section_is_declared() -> None:
    for name, table in SOURCES.items():
        assert name in SECTIONS or {f"{name}.{language}" for language in table} <= set(SECTIONS), name
