"""The plugin in a scratch project of its own: nothing but an installed claims, a pytest configuration and cases."""

import json
import os
import subprocess
import sys

import pytest

CONFIG = '[tool.pytest.ini_options]\ntestpaths = ["tests"]\nclaims_golden = ["golden"]\n'
HEDGE = {
    "why": "약은 어림이다",
    "lang": "ko",
    "text": "설비에 약 145조원을 들인다.",
    "expect": ["~145000000000000 KRW"],
}
PERCENT = {"why": "percent", "lang": "en", "text": "Sales rose 45.3% in March.", "expect": ["45.3% = 45.3 %"]}
LISTED = {
    "why": "여러 꼴",
    "lang": "ko",
    "carrier": "그 값은 {}이다.",
    "surfaces": {"145000000000000 KRW": ["145조원", "145조 원"]},
    "negative": ["만일의 사태"],
}
TEST = """
def test_fixture(assert_claims, claims_extract):
    assert_claims("설비에 약 145조원을 들인다.", ["약 145조원 = ~145000000000000 KRW"], lang="ko")
    assert len(claims_extract("설비에 약 145조원을 들인다.").claims) == 1
"""


def run(folder, *arguments):
    environment = {key: value for key, value in os.environ.items() if key not in ("CI", "PYTEST_ADDOPTS")}
    environment |= {"PYTHONUTF8": "1", "COLUMNS": "120"}
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, indent=2), encoding="utf-8")


@pytest.fixture
def project(tmp_path):
    """A project with three cases, their expectations written, and a test that uses the fixtures."""
    write(tmp_path / "pyproject.toml", CONFIG)
    write(tmp_path / "golden/money/hedge.json", HEDGE)
    write(tmp_path / "golden/percent.json", PERCENT)
    write(tmp_path / "golden/list.json", LISTED)
    write(tmp_path / "tests/test_own.py", TEST)
    code, output = run(tmp_path, "claims", "golden", "update", "--new", "golden")
    assert code == 0, output
    return tmp_path


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_collects_passes_and_fails_readably(project):
    code, output = run(project, "pytest", "--collect-only", "-q")
    assert code == 0, output
    assert output.split("\n\n")[0].splitlines() == [
        "tests/test_own.py::test_fixture",
        "golden/list.json::145조원",
        "golden/list.json::145조 원",
        "golden/list.json::만일의 사태",
        "golden/money/hedge.json::hedge",
        "golden/percent.json::percent",
    ]
    code, output = run(project, "pytest", "-q")
    assert code == 0, output
    assert "6 passed" in output

    edit(project / "golden/percent.json", '"measure": ', '"measure": "x", "old": ')
    code, output = run(project, "pytest", "-q")
    assert code == 1
    failure = output.partition("FAILURES")[2].partition("short test summary")[0].splitlines()[1:]
    assert failure[0].strip("_") == " percent "
    assert failure[1:3] == ["golden/percent.json: percent", "  changed  claim c11-16 '45.3%' 45.3 %"]
    assert [line.split()[0] for line in failure[3:-1]] == ["measure", "old"]
    assert "Traceback" not in output
    code, output = run(project, "pytest", "-q", "--lf")
    assert code == 1
    assert "1 failed" in output
    assert "passed" not in output


def test_selection_and_processes(project):
    code, output = run(project, "pytest", "-q", "-k", "hedge")
    assert code == 0, output
    assert "1 passed, 5 deselected" in output
    code, output = run(project, "pytest", "-q", "golden/list.json")
    assert "3 passed" in output
    code, output = run(project, "pytest", "-q", "golden/list.json::145조 원")
    assert "1 passed" in output
    code, output = run(project, "pytest", "-q", "tests")
    assert "1 passed" in output
    code, output = run(project, "pytest", "-q", "-n", "2")
    assert code == 0, output
    assert "6 passed" in output
    code, output = run(project / "tests", "pytest", "-q")
    assert "6 passed" in output


def test_xfail_is_strict_and_a_missing_expectation_fails(project):
    write(project / "golden/percent.json", {**PERCENT, "expect": ["46 %"], "xfail": "not yet"})
    code, output = run(project, "pytest", "-q")
    assert code == 0, output
    assert "5 passed, 1 xfailed" in output
    write(project / "golden/percent.json", {**PERCENT, "xfail": "not yet"})
    code, output = run(project, "pytest", "-q")
    assert code == 1
    assert "XPASS(strict)" in output
    assert "not yet" in output
    write(project / "golden/percent.json", PERCENT)
    code, output = run(project, "pytest", "-q")
    assert code == 1
    assert "claims golden update --new golden/percent.json" in output


def test_a_broken_case_is_a_collection_error(project):
    write(project / "golden/percent.json", {**PERCENT, "langue": "en"})
    code, output = run(project, "pytest", "-q")
    assert code == 2
    assert "golden/percent.json: unknown key 'langue'; did you mean 'lang'?" in output
    assert "Traceback" not in output


def test_the_fixture_shows_the_difference(project):
    edit(project / "tests/test_own.py", "~145000000000000", "145000000000000")
    code, output = run(project, "pytest", "-q", "tests")
    assert code == 1
    assert "quantity  145000000000000 KRW | ~145000000000000 KRW" in output
    assert "compare_expect" not in output


def test_a_project_without_the_option_is_left_alone(tmp_path):
    write(tmp_path / "golden/broken.json", "{}")
    write(tmp_path / "test_own.py", "import sys\ndef test_own():\n    assert 'pydantic' not in sys.modules\n")
    code, output = run(tmp_path, "pytest", "-q", "-p", "no:hypothesispytest")
    assert code == 0, output
    assert "1 passed" in output
