import copy
import json
import subprocess

import pytest
from golden_fake import command, extract

from claims import golddiff
from claims.errors import InputError


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "examples"
    folder.mkdir()
    (folder / "a.txt").write_text("약 145조원을 들여 30명을 뽑는다.", encoding="utf-8")
    rows = [{"id": "n1", "text": "5%", "lang": "ko"}, {"text": "7명"}]
    (folder / "b.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")


def changed(source, **options):
    """A version that reads money as dollars, loses percents and finds a place."""
    document = copy.deepcopy(extract(source, **options))
    claims = [claim for claim in document["claims"] if claim["quantity"]["kind"] != "percent"]
    for claim in claims:
        if claim["quantity"]["kind"] == "money":
            claim["quantity"]["unit"] = "USD"
            claim["rule"] = "money.other"
    if "7명" in document["document"]["text"]:
        claims.append(
            {**copy.deepcopy(claims[0]), "id": "c1-2", "text": "명", "start": 1, "end": 2, "rule": "count.new"}
        )
    document["claims"] = claims
    return document


def test_saved_output(capsys):
    assert command("diff", "base.jsonl", "--save", "base.jsonl") == 0
    assert capsys.readouterr().out == "3 texts, 4 claims: 0 gained, 0 lost, 0 changed\n"
    assert command("diff", "base.jsonl", "--exit-code") == 0
    assert command("diff", "base.jsonl", "--exit-code", extract=changed) == 1
    lines = capsys.readouterr().out.splitlines()[1:]
    assert lines == [
        "count.new: 1 gained",
        "  + examples/b.jsonl:2 1-2 '명' 7 명",
        "money.other: 1 changed",
        "  ~ examples/a.txt 2-7 '145조원' ~145000000000000 USD  "
        "quantity.unit: KRW | USD; rule: money.fake | money.other",
        "percent.fake: 1 lost",
        "  - examples/b.jsonl:n1 0-2 '5%' 5 %",
        "3 texts, 4 claims: 1 gained, 1 lost, 1 changed",
    ]
    assert command("diff", "base.jsonl", "--max-lines", 0, extract=changed) == 0
    assert "  … and 1 more" in capsys.readouterr().out
    assert command("diff", "base.jsonl", "--format", "json", extract=changed) == 0
    report = json.loads(capsys.readouterr().out)
    assert [len(report[key]) for key in ("gained", "lost", "changed", "notes")] == [1, 1, 1, 0]


def test_texts_that_are_not_the_same(tmp_path, capsys):
    assert command("diff", "base.jsonl", "--save", "base.jsonl") == 0
    (tmp_path / "examples/a.txt").write_text("약 145조원", encoding="utf-8")
    (tmp_path / "examples/c.txt").write_text("5%", encoding="utf-8")
    (tmp_path / "examples/b.jsonl").unlink()
    capsys.readouterr()
    assert command("diff", "base.jsonl") == 0
    assert capsys.readouterr().out.splitlines() == [
        "examples/a.txt: another text in the base",
        "examples/c.txt: not in the base",
        "examples/b.jsonl:n1: only in the base",
        "examples/b.jsonl:2: only in the base",
        "0 texts, 0 claims: 0 gained, 0 lost, 0 changed",
    ]


def test_a_reader_that_changed_its_text_is_compared_by_words():
    texts = [golddiff.Text("a", "3명 5%")]
    now, before = golddiff.run(texts, extract), golddiff.run(texts, extract)
    document = before["a"]["document"]
    document["document"]["text"] = "x 3명 5%"
    for claim in document["claims"]:
        claim["start"], claim["end"] = claim["start"] + 2, claim["end"] + 2
    assert golddiff.compare_runs(before, now).count == 0


def test_cases_are_texts_too(tmp_path):
    (tmp_path / "case.json").write_text(json.dumps({"why": "x", "surfaces": {"5 명": ["5명"]}, "negative": ["만일"]}))
    assert [text.source for text in golddiff.read_texts([tmp_path / "case.json"])] == ["5명", "만일"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("no-such-revision",), "neither a saved output nor a git revision"),
        (("base.jsonl", "nowhere"), "no such file"),
        (("base.jsonl", "empty"), "no texts in there"),
        (("broken.jsonl",), "broken.jsonl:1: not output saved"),
        (("base.jsonl", "bad.json"), "not JSON"),
    ],
)
def test_bad_arguments(tmp_path, arguments, complaint):
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.jsonl").write_text("[]", encoding="utf-8")
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    golddiff.save({}, tmp_path / "base.jsonl")
    with pytest.raises(InputError, match=complaint):
        command("diff", *arguments)


def test_git_revision(tmp_path, monkeypatch):
    """A repository with a claims package of its own: the revision is run, not what is installed."""
    home = tmp_path / "repo"
    (home / "claims").mkdir(parents=True)
    source = (
        "class D:\n    def to_json(self):\n        return DOCUMENT\ndef extract(source, **options):\n    return D()\n"
    )
    document = extract("5%")
    document["claims"][0]["quantity"]["value"] = "6"
    (home / "claims/__init__.py").write_text(f"DOCUMENT = {json.dumps(document)!r}\n{source}", encoding="utf-8")
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "one"],
    ):
        subprocess.run(["git", "-C", str(home), *arguments], check=True)
    monkeypatch.setattr(golddiff, "__file__", str(home / "claims" / "golddiff.py"))
    texts = [golddiff.Text("a", "5%", "ko"), golddiff.Text("b", b"5%")]
    made = golddiff.compare_runs(golddiff.base("HEAD", texts), golddiff.run(texts, extract))
    assert made.texts == 2
    assert [row[3] for row in made.changed] == [[("quantity.value", "6", "5")]] * 2
    (home / "claims/__init__.py").write_text("raise RuntimeError('broken')", encoding="utf-8")
    subprocess.run(
        ["git", "-C", str(home), "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qam", "two"], check=True
    )
    with pytest.raises(InputError, match="does not run: RuntimeError: broken"):
        golddiff.base("HEAD", texts)
