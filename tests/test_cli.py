"""The command line: good paths, bad input, exit codes, what goes to which stream."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import claims
from claims.cli import main
from claims.display import COLUMNS

TEXT = "한빛전자는 올해 최소 3조원을 투자하고 직원 120명을 뽑는다고 밝혔다."


def _run(*args: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "claims", *args],
        input=stdin,
        capture_output=True,
        env=env or dict(os.environ),
        check=False,
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "기사.txt"
    path.write_text(TEXT, "utf-8")
    return path


def _refused(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    """Run a command line that must fail with 2 and exactly one line on stderr; return that line."""
    assert main(list(args)) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("claims: ")
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err
    return captured.err


# ---------------------------------------------------------------- extract


def test_one_file_is_one_object(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), "--date", "2026-02-01"]) == 0
    out, err = capsys.readouterr()
    data = json.loads(out)
    assert err == ""
    assert data["schema"] == "claims/1"
    assert data["document"]["id"] == "기사.txt"
    assert data["document"]["text"] == TEXT
    assert [claim["text"] for claim in data["claims"]] == ["3조원", "120명"]
    assert data["claims"][0]["quantity"]["value"] == "3000000000000"
    assert data["claims"][0]["quantity"]["relation"] == "ge"


def test_command_and_library_agree(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), "--format", "jsonl", "--lang", "ko"]) == 0
    document = claims.extract(article.read_bytes(), lang="ko", id=article.name)
    assert capsys.readouterr().out == document.to_json() + "\n"


def test_several_files_are_an_array(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "b.txt"
    other.write_text("Revenue rose 12% to $3.5 billion.", "utf-8")
    assert main(["extract", str(article), str(other), "--no-text"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [entry["document"]["id"] for entry in data] == ["기사.txt", "b.txt"]
    assert all("text" not in entry["document"] for entry in data)


def test_json_lines_out(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), str(article), "--format", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0] == lines[1]


def test_csv(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), str(article), "--format", "csv"]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert tuple(table[0]) == COLUMNS
    assert [row["text"] for row in table] == ["3조원", "120명"] * 2
    assert table[0]["value"] == "3000000000000"
    assert table[0]["sentence"] == TEXT
    assert table[0]["low"] == ""
    assert table[0]["approximate"] == "false"


def test_csv_of_no_claims_has_its_header(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    assert main(["extract", str(path), "--format", "csv", "--no-text"]) == 0
    assert capsys.readouterr().out == ",".join(COLUMNS) + "\n"


def test_standard_input() -> None:
    done = _run("extract", "--format", "jsonl", stdin=TEXT.encode())
    again = _run("extract", "-", "--format", "jsonl", stdin=TEXT.encode())
    assert done.returncode == 0
    assert done.stdout == again.stdout
    assert [claim["text"] for claim in json.loads(done.stdout)["claims"]] == ["3조원", "120명"]


def test_output_file(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out.json"
    assert main(["extract", str(article), "-o", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(target.read_text("utf-8"))["document"]["id"] == "기사.txt"


def test_summary_goes_to_stderr(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), "--summary", "--format", "jsonl"]) == 0
    out, err = capsys.readouterr()
    json.loads(out)
    assert "2 claims" in err
    assert "최소 3조원" in err


def test_own_words(tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[counter]\n"꾸러미" = { class = "item" }\n', "utf-8")
    article.write_text("선물 30꾸러미를 보냈다.", "utf-8")
    assert main(["extract", str(article)]) == 0
    assert json.loads(capsys.readouterr().out)["claims"] == []
    assert main(["extract", str(article), "--lexicon", str(mine)]) == 0
    (claim,) = json.loads(capsys.readouterr().out)["claims"]
    assert (claim["quantity"]["value"], claim["quantity"]["unit"]) == ("30", "꾸러미")


def test_currency(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article.write_text("한빛전자는 10억달러(약 1조4500억원)를 투자한다.", "utf-8")
    assert main(["extract", str(article), "--currency", "KRW"]) == 0
    first = json.loads(capsys.readouterr().out)["claims"][0]
    assert first["converted"]["value"] == "1450000000000"


# ---------------------------------------------------------------- JSON lines in


def _lines(*records: Any) -> str:
    return "".join((r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)) + "\n" for r in records)


def test_json_lines_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(
        _lines({"id": "a", "text": TEXT, "date": "2026-02-01", "lang": "ko"}, "", {"id": 7, "text": "5%"}), "utf-8"
    )
    assert main(["extract", str(path)]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [entry["document"]["id"] for entry in data] == ["a", "7"]
    assert data[0]["document"]["published"] == "2026-02-01"


def test_json_lines_on_standard_input() -> None:
    done = _run("extract", "--format", "jsonl", stdin=_lines({"text": TEXT}, {"text": TEXT, "id": "b"}).encode())
    assert [json.loads(line)["document"]["id"] for line in done.stdout.splitlines()] == ["<stdin>:1", "b"]


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("{not json", "is not JSON"),
        ('["a list"]', 'has no "text"'),
        ('{"id": "x"}', 'has no "text"'),
        ('{"text": 5}', 'has no "text"'),
        ('{"text": "a\\ud800b"}', "surrogate"),
        ('{"text": "5%", "lang": "fr"}', "\"lang\" is 'fr'"),
        ('{"text": "5%", "url": 5}', '"url" is int'),
        ('{"text": "5%", "date": "2026-02-30"}', "no such day"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_one_bad_document_does_not_stop_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: str, says: str
) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(_lines({"id": "a", "text": TEXT}, bad, {"id": "c", "text": TEXT}), "utf-8")
    assert main(["extract", str(path), "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert [json.loads(line)["document"]["id"] for line in out.splitlines()] == ["a", "c"]
    assert err.startswith(f"claims: {path}:2: ")
    assert says in err
    assert err.count("\n") == 1


def test_bytes_that_are_no_utf8_in_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"text": "\xff\xfe"}\n' + _lines({"text": TEXT}).encode())
    assert main(["extract", str(path), "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "UTF-8" in err


def test_a_missing_file_does_not_stop_the_rest(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "nowhere.txt", str(article)]) == 2
    out, err = capsys.readouterr()
    assert [entry["document"]["id"] for entry in json.loads(out)] == ["기사.txt"]
    assert err == "claims: nowhere.txt: no such file; give a text, HTML or JSONL file, or - for standard input\n"


# ---------------------------------------------------------------- bad input


def test_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere.txt: no such file" in _refused(capsys, "extract", "nowhere.txt")
    assert capsys.readouterr().out == ""


def test_directory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"{tmp_path}: is a directory" in _refused(capsys, "extract", str(tmp_path))


def test_unreadable_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(b"\x00\x81\xfe\xff\x80\x00\x9d" * 30)
    assert "bad.txt" in _refused(capsys, "extract", str(path))


@pytest.mark.parametrize("command", ["extract", "explain"])
@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-02-30", "no such day"),
        ("yesterday", "not a date"),
        ("2026-2-1", "not a date"),
        ("20260201", "not a date"),
        ("2026-W05-1", "not a date"),
        ("", "not a date"),
    ],
)
def test_impossible_date(article: Path, capsys: pytest.CaptureFixture[str], command: str, day: str, says: str) -> None:
    line = _refused(capsys, command, str(article), "--date", day)
    assert f"--date {day}" in line
    assert says in line
    assert "YYYY-MM-DD" in line


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("[counter]\n'꾸러미' = { klass = 'item' }\n", "klass"),
        ("[counterr]\n'꾸러미' = { class = 'item' }\n", "counter"),
        ("[counter\n", "TOML"),
        ("[currency]\nUSD = { ko = ['딸라'] }\n", "USD"),
    ],
)
def test_broken_lexicon(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], body: str, says: str
) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(body, "utf-8")
    line = _refused(capsys, "extract", str(article), "--lexicon", str(mine))
    assert "mine.toml" in line
    assert says in line
    assert "missing.toml" in _refused(capsys, "extract", str(article), "--lexicon", "missing.toml")


def test_output_that_cannot_be_written(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "cannot be written" in _refused(capsys, "extract", str(article), "-o", str(tmp_path))
    assert "cannot be written" in _refused(capsys, "extract", str(article), "-o", str(tmp_path / "no" / "where.json"))


def test_unknown_currency(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "ZZZ" in _refused(capsys, "extract", str(article), "--currency", "ZZZ")


def test_missing_rates(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = _refused(capsys, "extract", str(article), "--currency", "USD", "--rates", "nowhere.csv")
    assert "nowhere.csv" in line


def test_a_failed_run_leaves_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out.json"
    _refused(capsys, "extract", "nowhere.txt", "-o", str(target))
    assert not target.exists()


@pytest.mark.parametrize(
    "args", [[], ["frobnicate"], ["extract", "--format", "xml"], ["explain"], ["lexicon"], ["golden"]]
)
def test_usage_errors_exit_with_2(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(args)
    assert caught.value.code == 2
    assert "usage: claims" in capsys.readouterr().err


# ---------------------------------------------------------------- the other commands


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "2026년 2월 1일 한빛전자는 3조원을 투자한다고 밝혔다."]) == 0
    out = capsys.readouterr().out
    assert "3조원" in out
    assert "claim c18-21: 3조원 = ₩3 trillion" in out
    assert any(line.startswith("0-") for line in out.splitlines()), "the refused date is shown too"


def test_explain_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "아무 말도 없다"]) == 0
    assert capsys.readouterr().out == "no number and no source to look at\n"


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["properties"]["schema"]["const"] == "claims/1"
    assert main(["schema", "--golden"]) == 0
    assert json.loads(capsys.readouterr().out)["type"] == "object"


def test_lexicon_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lexicon", "check"]) == 0
    assert capsys.readouterr().err == "the lexicon is in order\n"
    mine = tmp_path / "mine.toml"
    mine.write_text('[currency]\nQQQ = { ko = ["큐큐"] }\n', "utf-8")
    assert main(["lexicon", "check", str(mine)]) == 1
    assert "QQQ" in capsys.readouterr().out
    assert "no such directory" in _refused(capsys, "lexicon", "check", "--golden", "nowhere")


def test_golden_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no case" in _refused(capsys, "golden", "check", str(tmp_path))
    assert main(["golden", "add", TEXT, "--why", "A bound and a count.", "--into", str(tmp_path)]) == 0
    assert main(["golden", "check", str(tmp_path)]) == 0
    case = next(tmp_path.glob("*.json"))
    case.write_text(case.read_text("utf-8").replace("3000000000000", "4000000000000"), "utf-8")
    assert main(["golden", "check", str(tmp_path)]) == 1


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"claims {claims.__version__} (plain Python)\n"


def test_help_names_every_command() -> None:
    done = _run("--help")
    assert done.returncode == 0
    for command in ("extract", "explain", "schema", "lexicon", "golden"):
        assert command in done.stdout.decode()
    assert b"--max-lines" in _run("golden", "check", "--help").stdout


# ---------------------------------------------------------------- the process


def test_utf8_whatever_the_locale(article: Path) -> None:
    env = dict(os.environ) | {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = _run("extract", str(article), env=env)
    assert done.returncode == 0
    assert "3조원" in done.stdout.decode("utf-8")


def test_same_bytes_under_any_hash_seed(article: Path) -> None:
    outs = {_run("extract", str(article), env=dict(os.environ) | {"PYTHONHASHSEED": seed}).stdout for seed in "0123"}
    assert len(outs) == 1


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(_lines(*({"text": TEXT} for _ in range(200))), "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "claims", "extract", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_help_imports_nothing_heavy() -> None:
    heavy = ["pydantic", "regex", "dataclasses", "json", "babel", "pint", "decimal", "tomllib", "selectolax"]
    script = (
        "import sys; before = set(sys.modules)\n"
        "from claims.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        f"found = [name for name in {heavy} if name in set(sys.modules) - before]\n"
        "print(found, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", script], capture_output=True, check=True, cwd=Path(claims.__file__).parents[1]
    )
    assert done.stderr.strip() == b"[]"
