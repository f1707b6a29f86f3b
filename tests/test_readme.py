"""The documents keep their word: every command and every Python line in them is run, and its output compared.

In ```console blocks a line after ``$`` is a command and the lines below are all that it prints; ``...`` alone on a
line stands for any lines. In ```python blocks ``>>>`` lines are run as doctests. A block that opens with ``# NAME`` is
a file of that name, for the commands below it. Other blocks are shown, not run.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import claims
from claims.cli import _parser

ROOT = Path(__file__).parents[1]
DOCUMENTS = ["README.md", "README.ko.md", "CONTRIBUTING.md"]
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# ([\w.-]+\.\w+)\n")


def _blocks(name: str) -> list[tuple[str, str, int]]:
    text = (ROOT / name).read_text("utf-8")
    return [(m.group(1), m.group(2), text.count("\n", 0, m.start()) + 1) for m in _BLOCK.finditer(text)]


def _commands(body: str) -> Iterator[tuple[str, list[str]]]:
    """A console block as commands, each with the lines it must print; a trailing backslash goes on in the next line."""
    command, output = "", list[str]()
    for line in body.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, output
            command, output = line[2:], []
        elif command.endswith("\\") and not output:
            command += "\n" + line
        else:
            output.append(line)
    if command:
        yield command, output


def _fits(wanted: list[str], printed: list[str]) -> bool:
    if "..." not in wanted:
        return wanted == printed
    cut = wanted.index("...")
    if printed[:cut] != wanted[:cut]:
        return False
    rest = wanted[cut + 1 :]
    return any(_fits(rest, printed[at:]) for at in range(cut, len(printed) + 1))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a reader has it: the examples, the goldens and the command."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copytree(ROOT / "golden", tmp_path / "golden")
    shutil.copytree(ROOT / "claims" / "data", tmp_path / "claims" / "data")
    commands = tmp_path / ".bin"
    commands.mkdir()
    for name, module in (("claims", "claims"), ("pytest", "pytest"), ("python", "")):
        script = commands / name
        start = f"{sys.executable} -P -m {module}" if module else sys.executable
        script.write_text(f'#!/bin/sh\nexec {start} "$@"\n', "utf-8")
        script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_true(name: str, desk: Path) -> None:
    globs: dict[str, object] = {}
    for language, body, line in _blocks(name):
        if made := _FILE.match(body):
            (desk / made.group(1)).write_text(body[made.end() :], "utf-8")
        elif language == "console":
            for command, wanted in _commands(body):
                done = subprocess.run(
                    ["/bin/sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
                )
                printed = done.stdout.decode("utf-8").rstrip("\n").split("\n") if done.stdout.strip() else []
                shown = "\n".join(printed)
                assert _fits(wanted, printed), f"{name}:{line}: $ {command}\nprints\n{shown}"
        elif language == "python" and ">>>" in body:
            test = doctest.DocTestParser().get_doctest(body, globs, f"{name}:{line}", name, line)
            report: list[str] = []
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            runner.run(test, out=report.append, clear_globs=False)
            globs = test.globs
            assert not runner.failures, "".join(report)


def test_every_command_and_option_is_documented() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    korean = (ROOT / "README.ko.md").read_text("utf-8")
    parser = _parser()
    commands = parser._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    for command, options in commands.items():  # type: ignore[union-attr]
        assert f"claims {command}" in text, command
        assert f"claims {command}" in korean, command
        if command != "golden":
            for action in options._actions:
                for option in action.option_strings:
                    assert option in ("-h", "--help") or option in text, f"{command} {option}"
    for action in commands["golden"]._subparsers._group_actions[0].choices:  # type: ignore[index]
        assert f"claims golden {action}" in text, action


def test_public_names_are_documented() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for name in ("extract", "parse_number", "format_number", "Lexicon", "ClaimsError"):
        assert name in text


def test_versions_agree() -> None:
    assert f"version: {claims.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"## [{claims.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_contributing_opens_with_a_unit_in_two_minutes() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    first = next(line for line in text.splitlines() if line.startswith("## "))
    assert first.lower() == "## add a unit in two minutes"
