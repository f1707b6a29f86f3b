"""A folder of one's own with one golden case, for the tests of the golden tools."""

import pytest
from golden_fake import PLAIN, command


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    """An empty working folder, outside of CI."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "golden"
    folder.mkdir()
    path = folder / "hedge.json"
    path.write_text(PLAIN, encoding="utf-8")
    return path


@pytest.fixture
def complete(case):
    assert command("update", "--new", case) == 0
    return case
