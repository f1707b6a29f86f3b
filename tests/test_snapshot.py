"""The snapshot changes nothing but the time of a start: same words, same patterns, same JSON, and never a stale one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claims.lexicon import Lexicon
from claims.pipeline import extract, extract_json

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [
    "엔비디아는 1000억달러(약 145조원)를 투자한다고 2일 밝혔다. 업계는 매출이 30~40% 늘 것으로 본다. 8E+5명.",
    "Shares fell 3.7% to $12.50, Reuters reported. Revenue was between $3 billion and $5 billion, two-thirds of it abroad.",
    "<article><h1>표제</h1><p>공장 면적은 2만㎡이고 하루 1만2000톤을 처리한다.</p></article>",
    "",
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of the package, whose snapshot nobody else writes."""
    shutil.copytree(ROOT / "claims", tmp_path / "claims", ignore=shutil.ignore_patterns("__pycache__", "*.bin", "*.so"))
    return tmp_path


def _run(home: Path, *options: str, write: bool = True) -> str:
    """The output of one run of the command on the first text."""
    environment = {**os.environ, "PYTHONPATH": str(home)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not write:
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
    done = subprocess.run(
        [sys.executable, "-m", "claims", "extract", "--no-text", *options],
        input=TEXTS[0].encode(), stdout=subprocess.PIPE, check=True, env=environment, cwd=home,
    )  # fmt: skip
    return done.stdout.decode()


def _snapshot(home: Path) -> list[Path]:
    return list((home / "claims" / "data").glob("snapshot.*"))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("keep", [True, False])
def test_lean_json_is_the_models_to_the_byte(text: str, keep: bool) -> None:
    options: dict[str, Any] = {"currency": "USD", "date": "2026-02-02"}
    whole = extract(text, **options)
    for indent in (None, 2):
        assert extract_json(text, indent=indent, text=keep, **options) == whole.to_json(indent=indent, text=keep)


def test_first_run_writes_it_and_the_next_says_the_same(home: Path) -> None:
    first = _run(home)
    assert len(_snapshot(home)) == 1
    before = _snapshot(home)[0].stat().st_mtime_ns
    assert _run(home) == first
    assert _snapshot(home)[0].stat().st_mtime_ns == before


def test_a_start_after_the_build_compiles_no_pattern(home: Path) -> None:
    script = (
        "import claims.snapshot as snapshot; from re import _compiler\n"
        "snapshot.prime(); made = []; compiled = _compiler.compile\n"
        "_compiler.compile = lambda text, flags: made.append(text) or compiled(text, flags)\n"
        "from claims import pipeline, warmup\n"
        "for sample in warmup._SAMPLES: pipeline.records(sample)\n"
        "print([text for text in made if isinstance(text, str)])"
    )
    run: dict[str, Any] = {"check": True, "cwd": home, "env": {**os.environ, "PYTHONPATH": str(home)}}
    subprocess.run([sys.executable, "-c", "from claims.warmup import warm; warm()"], **run)
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, **run)
    assert done.stdout.decode().strip() == "[]"


def test_changed_words_count_at_once(home: Path) -> None:
    assert '"approximate": true' in _run(home)
    words = home / "claims" / "data" / "words.toml"
    kept = [line for line in words.read_text("utf-8").splitlines() if not re.match(r'"?약"? *=', line)]
    words.write_text("\n".join(kept) + "\n", "utf-8")
    assert '"approximate": true' not in _run(home)


def test_a_broken_file_is_no_harm(home: Path) -> None:
    first = _run(home)
    for body in (b"", b"no marshal", b"\xe9\x00\x00\x00\x00"):
        _snapshot(home)[0].write_bytes(body)
        assert _run(home) == first


def test_nothing_is_written_where_python_writes_no_bytecode(home: Path) -> None:
    _run(home, write=False)
    assert _snapshot(home) == []


def test_users_words_join_the_shipped_ones(home: Path) -> None:
    mine = home / "mine.toml"
    mine.write_text('[counter]\n"꾸러미" = { class = "item" }\n', "utf-8")
    assert Lexicon.load(extra=[mine]).units.get("꾸러미") is not None
    assert _run(home) == _run(home, "--lexicon", str(mine))
    assert Lexicon.load().units.get("꾸러미") is None
