"""The benchmark's articles are what the benchmark says they are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from corpus import articles


@pytest.mark.parametrize("language", ["ko", "en"])
def test_articles(language: str) -> None:
    texts = articles(language, 20)
    assert texts == articles(language, 20)
    assert len(set(texts)) == 20
    for text in texts:
        assert 1900 <= len(text) <= 2150
        assert 13 <= sum(map(str.isdigit, (word[:1] for word in text.replace("$", "").replace("€", "").split()))) <= 40


def test_bench_runs(capsys: pytest.CaptureFixture[str]) -> None:
    from bench import main

    main(["--articles", "2", "--repeat", "1", "--starts", "0"])
    out = capsys.readouterr().out
    steps = ("read", "quantities", "attribution", "periods, subjects, links", "validation and JSON")
    for step in ("text to claims JSON", "text to validated objects", *steps):
        assert step in out
