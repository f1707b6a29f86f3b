"""The words: every surface reads back as its own entry, factors are pint's, mistakes are named, users add a line."""

from __future__ import annotations

from pathlib import Path

import pytest

import claims
from claims.lexicon import Lexicon
from claims.lexicon_check import carriers, complaints, entries, unreachable
from claims.physical import proof
from claims.sections import SECTIONS

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


def test_every_surface_scans_back_to_its_own_entry() -> None:
    lexicon = Lexicon.load()
    assert sum(1 for _ in entries(lexicon)) > 2500
    assert list(unreachable(lexicon)) == []


def test_every_factor_is_pints_exactly() -> None:
    assert proof(Lexicon.load()) == []


def test_the_shipped_lexicon_is_in_order() -> None:
    assert complaints(Lexicon.load(), GOLDEN) == []


def test_carriers_hold_the_surface() -> None:
    lexicon = Lexicon.load()
    for surface, unit, left in list(entries(lexicon))[::40]:
        assert all(surface in text for text in carriers(surface, unit, left=left))


def _mine(tmp_path: Path, body: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(body, "utf-8")
    return path


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ('[counter]\n"꾸러미" = { clas = "item" }\n', "did you mean 'class'"),
        ('[counter]\n"꾸러미" = {}\n', "field 'class' is missing"),
        ('[counter]\n"꾸러미" = { class = 3 }\n', "allowed: text"),
        ('[countr]\n"꾸러미" = { class = "item" }\n', "did you mean 'counter'"),
        ('[hedge]\n"얼추" = { side = "up" }\n', "allowed: left | right"),
        ('[counter]\n"명" = { class = "item" }\n', "override = true"),
        ('[unit]\nfoo = { dimension = "powr", ko = ["푸"] }\n', "did you mean 'power'"),
        ("[counter\n", "is not TOML"),
    ],
)
def test_mistakes_name_place_and_remedy(tmp_path: Path, body: str, says: str) -> None:
    path = _mine(tmp_path, body)
    with pytest.raises(claims.LexiconError) as caught:
        Lexicon.load(extra=[path])
    assert says in str(caught.value)


def test_foreign_script_is_a_complaint(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[counter]\n"штук" = { class = "item" }\n"꾸러미" = { class = "item" }\n', "utf-8")
    found = complaints(Lexicon.load(extra=[mine]))
    assert [line.rpartition(": ")[2] for line in found] == ["'штук' holds 'ш' (CYRILLIC SMALL LETTER SHA)"]


def test_unknown_units_and_codes_are_complaints(tmp_path: Path) -> None:
    path = _mine(
        tmp_path,
        '[unit]\nmetr = { dimension = "length", ko = ["메트르"] }\n\n[currency]\nUSX = { ko = ["이상한돈"] }\n',
    )
    found = complaints(Lexicon.load(extra=[path]))
    assert any("metr" in line for line in found)
    assert any("USX" in line for line in found)


@pytest.mark.parametrize(
    ("body", "text", "wanted"),
    [
        ('[counter]\n"꾸러미" = { class = "item" }\n', "선물 30꾸러미를 보냈다.", "30꾸러미"),
        (
            '[unit]\nstone = { dimension = "mass", scale = "6.35029318", ko = ["스톤"] }\n',
            "무게는 12스톤이다.",
            "12스톤",
        ),
        ('[currency]\nXTS = { ko = ["시험돈"] }\n', "값은 300시험돈이다.", "300시험돈"),
        ('[bare_count.en]\n"widgets" = {}\n', "Widgets rose to 2.1 billion.", "2.1 billion"),
        ('[toll_died.en]\n"suffocated" = {}\n', "In the mine 515 suffocated.", "515"),
        ('[toll_verb.en]\n"struck" = {}\n', "The disease struck 515, the mayor said.", "515"),
    ],
)
def test_a_line_adds_a_word(tmp_path: Path, body: str, text: str, wanted: str) -> None:
    lexicon = Lexicon.load(extra=[_mine(tmp_path, body)])
    assert [claim.text for claim in claims.extract(text, lexicon=lexicon).claims] == [wanted]
    assert [claim.text for claim in claims.extract(text).claims] == []


@pytest.mark.parametrize(
    ("body", "text", "source", "cls"),
    [
        (
            '[cue.ko]\n"뇌까리" = { class = "opinion", past = ["뇌까렸"] }\n',
            "윤 대표는 값이 3% 뛰었다고 뇌까렸다.",
            "윤 대표",
            "opinion",
        ),
        (
            '[news_org]\n"Dawn Post" = { ko = ["여명소식지"] }\n',
            "여명소식지는 값이 3% 뛰었다고 보도했다.",
            "여명소식지",
            "reported",
        ),
        ('[title.ko]\n"행수" = { surname = true }\n', "임 행수는 값이 3% 뛰었다고 말했다.", "임 행수", "asserted"),
        (
            '[person.ko]\n"이자벨" = { given = true }\n',
            "이자벨 콜은 “값이 3% 뛰었다”고 말했다.",
            "이자벨 콜",
            "asserted",
        ),
    ],
)
def test_a_line_adds_a_cue_an_agency_a_title(tmp_path: Path, body: str, text: str, source: str, cls: str) -> None:
    lexicon = Lexicon.load(extra=[_mine(tmp_path, body)])
    (found,) = claims.extract(text, lexicon=lexicon).attributions
    assert found.source is not None
    assert (found.source.text, found.class_) == (source, cls)
    if "news_org" in body:
        assert (found.source.canonical, found.source.type) == ("Dawn Post", "news_org")


def test_every_section_is_declared_and_used() -> None:
    lexicon = Lexicon.load()
    assert set(lexicon.sections) == set(SECTIONS)
    assert all(lexicon.sections[name] for name in SECTIONS)
