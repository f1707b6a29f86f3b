import json

import pytest
from golden_fake import command, extract

from claims import goldformats, goldscore
from claims.errors import GoldenError

TEXT = "약 145조원을 들여 30명을 뽑고 5%를 쓴다."


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def scored(*paths, labels=(), **options):
    golds = goldformats.read(paths, goldformats.label_map(labels))
    return goldscore.score(golds, extract, **options)


def row(made, kind):
    one = made.total if kind == "all" else made.rows[kind]
    return one.gold, one.found, one.right, one.valued, one.exact


def write(path, data):
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


# ---------------------------------------------------------------- standoff, counted by hand

#: 145조원 at 2-7 (right, its value right), 30명 at 12-15 (annotated one short: a miss and a spurious one), 5% not
#: annotated (spurious), PERSON no quantity. The percent kind is mentioned by the second file only.
BRAT = "T1\tMONEY 2 7\t145조원\nT2\tCOUNT 12 14\t30\nT3\tPERSON 0 1\t약\n#1\tAnnotatorNotes T1\t~145000000000000 KRW\n"


def test_brat(tmp_path):
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "a.ann", BRAT)
    made = scored(tmp_path)
    assert row(made, "money") == (1, 1, 1, 1, 1)
    assert row(made, "count") == (1, 1, 0, 0, 0)
    assert "percent" not in made.rows
    assert row(made, "all") == (2, 2, 1, 1, 1)
    assert (made.total.precision, made.total.recall, made.total.f1) == (0.5, 0.5, 0.5)
    assert [(miss.kind, miss.text) for miss in made.misses] == [("missed", "30"), ("spurious", "30명")]
    assert made.misses[0].found == "'30명' 30 명"
    write(tmp_path / "b.txt", "5%")
    write(tmp_path / "b.ann", "T1\tPCT 0 2\t5%\n#1\tAnnotatorNotes T1\t6 %\n")
    made = scored(tmp_path)
    assert row(made, "percent") == (1, 2, 1, 1, 0)
    assert row(made, "all") == (3, 4, 2, 2, 1)
    assert made.total.accuracy == 0.5
    made = scored(tmp_path, match="overlap")
    assert row(made, "count") == (1, 1, 1, 0, 0)
    assert row(scored(tmp_path, kinds=("money",)), "all") == (1, 1, 1, 1, 1)
    assert row(scored(tmp_path, labels=["PERSON=any"]), "all") == (4, 4, 2, 2, 1)


@pytest.mark.parametrize(
    ("ann", "complaint"),
    [
        ("T1\tMONEY 2 7\t145조\n", "a.ann:1: '145조' does not match its span '145조원'"),
        ("T1\tMONEY two 7\t145조\n", "a.ann:1: not 'T1"),
        ("T1\tMONEY 2 7\t145조원\n#1\tAnnotatorNotes T1\tmuch\n", "a.ann:2: 'much' is no quantity"),
    ],
)
def test_broken_brat(tmp_path, ann, complaint):
    write(tmp_path / "a.ann", ann)
    with pytest.raises(GoldenError, match="not beside it"):
        scored(tmp_path / "a.ann")
    write(tmp_path / "a.txt", TEXT)
    with pytest.raises(GoldenError) as caught:
        scored(tmp_path / "a.txt")
    assert complaint in str(caught.value)


def region(start, end, label, text, name="r1"):
    value = {"start": start, "end": end, "text": text, "labels": [label]}
    return {"id": name, "type": "labels", "from_name": "label", "to_name": "text", "value": value}


def test_label_studio(tmp_path):
    """Of two tasks: 145조원 right with a wrong value, 30명 right, 5% spurious; the emoji shifts the offsets."""
    note = {"id": "r1", "type": "textarea", "value": {"start": 2, "end": 7, "text": ["145000000000000 KRW"]}}
    first = [region(2, 7, "Money", "145조원"), note, region(12, 15, "QUANTITY", "30명", "r2")]
    skipped = {"was_cancelled": True, "result": [region(0, 1, "Money", "약")]}
    tasks = [
        {"id": 1, "data": {"text": TEXT}, "annotations": [skipped, {"result": first}]},
        {
            "id": 2,
            "data": {"story": "🙂 3명"},
            "annotations": [{"result": [{**region(3, 5, "COUNT", "3명"), "meta": {"text": ["3 명"]}}]}],
        },
    ]
    made = scored(write(tmp_path / "export.json", tasks))
    assert row(made, "money") == (1, 1, 1, 1, 0)
    assert row(made, "count") == (2, 2, 2, 1, 1)
    assert row(made, "percent") == (0, 1, 0, 0, 0)
    assert row(made, "all") == (3, 4, 3, 2, 1)
    assert [(miss.kind, miss.gold, miss.found) for miss in made.misses] == [
        ("value", "145000000000000 KRW", "~145000000000000 KRW"),
        ("spurious", None, "5 %"),
    ]
    small = [{"id": 1, "text": TEXT, "label": [{"start": 2, "end": 7, "text": "145조원", "labels": ["MONEY"]}]}]
    assert row(scored(write(tmp_path / "min.json", small)), "all") == (1, 1, 1, 0, 0)
    small[0]["label"][0]["end"] = 6
    with pytest.raises(GoldenError, match="does not match its span"):
        scored(write(tmp_path / "min.json", small))


def test_conll(tmp_path):
    """Tokens: 145조원 and 30명 are right, 5% is annotated without its sign (a miss and a spurious one)."""
    tokens = "약 O\n145조원 B-MONEY\n30명 B-COUNT\n김 B-PER\n\n# note\n5 B-PERCENT\n5% O\n"
    made = scored(write(tmp_path / "a.conll", tokens))
    assert row(made, "all") == (3, 3, 2, 0, 0)
    assert row(made, "percent") == (1, 1, 0, 0, 0)
    characters = "## id\t3명 5 %\n" + "".join(
        f"{mark}\t{tag}\n" for mark, tag in zip("3명 5%", ("B-QT", "I-QT", "O", "B-QT", "I-QT"), strict=True)
    )
    made = scored(write(tmp_path / "b.tsv", characters))
    assert row(made, "all") == (2, 2, 2, 0, 0)
    with pytest.raises(GoldenError, match=r"c\.bio:2: not 'TOKEN"):
        scored(write(tmp_path / "c.bio", "약 O\nx\n"))


# ---------------------------------------------------------------- cases that say less than a golden


@pytest.mark.parametrize(
    ("gold", "expected"),
    [
        ({"expect": ["~145000000000000 KRW", "30 명"]}, (2, 3, 2, 0, 0)),
        ({"kinds": ["money", "count"], "expect": ["~145000000000000 KRW", "30 명"]}, (2, 2, 2, 0, 0)),
        ({"kinds": ["money"], "expect": ["145000000000000 KRW"]}, (1, 1, 0, 0, 0)),
        ({"kinds": ["money"], "expect": ["약 145조원 = 145000000000000 KRW"]}, (1, 1, 1, 1, 0)),
        ({"claims": [{"start": 2, "end": 7}, {"start": 0, "end": 1}]}, (2, 3, 1, 0, 0)),
        ({"claims": [{"text": "30명"}, {"kind": "percent"}, "~145e12 KRW"]}, (3, 3, 3, 0, 0)),
        ({"claims": [{"start": 2, "end": 7, "quantity": {"unit": "KRW"}}], "kinds": ["money"]}, (1, 1, 1, 1, 1)),
        ({"claims": [{"start": 2, "end": 7, "value": "~1 KRW"}], "kinds": ["money"]}, (1, 1, 1, 1, 0)),
        ({"claims": []}, (0, 3, 0, 0, 0)),
    ],
)
def test_partial_cases(tmp_path, gold, expected):
    assert row(scored(write(tmp_path / "a.json", {"text": TEXT, **gold})), "all") == expected
    line = json.dumps({"text": TEXT, **gold}, ensure_ascii=False)
    assert row(scored(write(tmp_path / "a.jsonl", line + "\n\n")), "all") == expected


def test_listed_cases_and_files(tmp_path):
    listed = {"surfaces": {"5 명": ["5명", "다섯 명"]}, "negative": ["만일", "7명"]}
    assert row(scored(write(tmp_path / "a.json", listed)), "all") == (2, 2, 1, 0, 0)
    write(tmp_path / "page.txt", TEXT)
    page = {"file": "page.txt", "expect": ["30 명"], "kinds": ["count"]}
    assert row(scored(write(tmp_path / "b.json", page)), "all") == (1, 1, 1, 0, 0)


@pytest.mark.parametrize(
    ("gold", "complaint"),
    [
        ({"txt": 1}, "unknown key 'txt'"),
        ({"text": TEXT}, "neither claims nor expect"),
        ({"claims": []}, "text: missing"),
        ({"text": TEXT, "claims": [{}]}, r"claims\[0\]: at least one of"),
        ({"text": TEXT, "claims": [{"start": 1}]}, "start and end go together"),
        ({"text": TEXT, "claims": [{"start": 2, "end": 7, "text": "x"}]}, "does not match its span"),
        ({"text": TEXT, "claims": [{"kind": "sum"}]}, "'sum' is no kind"),
        ({"text": TEXT, "expect": ["x"]}, r"expect\[0\]: 'x' is no quantity"),
        ({"text": TEXT, "kinds": ["sum"], "expect": []}, "'sum' is no kind"),
        ({"file": "nowhere.txt", "expect": []}, "file: No such file"),
        ([3], "an object is needed"),
    ],
)
def test_broken_gold(tmp_path, gold, complaint):
    with pytest.raises(GoldenError, match=complaint):
        scored(write(tmp_path / "a.json", gold))


def test_command(tmp_path, capsys):
    write(tmp_path / "a.json", {"text": TEXT, "expect": ["~145000000000000 KRW", "31 명"]})
    assert command("score", "a.json") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["kind", "gold", "found", "right", "prec.", "recall", "F1", "values"]
    assert lines[1].split() == ["money", "1", "1", "1", "1.000", "1.000", "1.000", "–"]
    assert lines[4].split() == ["all", "2", "3", "1", "0.333", "0.500", "0.400", "–"]
    assert lines[5:7] == ["1 documents", "missed   a.json ''  31 명 | –"]
    assert command("score", "a.json", "--min-f1", "0.4") == 0
    assert command("score", "a.json", "--min-f1", "0.41", "--max-misses", "1") == 1
    assert "… and 2 more" in capsys.readouterr().out
    assert command("score", "a.json", "--kinds", "money", "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["all"]["f1"] == 1.0
    assert report["kinds"]["money"]["recall"] == 1.0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("nowhere",), "no such file"),
        (("a.csv",), "gold is read from"),
        (("empty",), "no gold in there"),
        (("a.json", "--kinds", "sum"), "'sum' is no kind"),
        (("a.json", "--label", "sum"), "write LABEL=KIND"),
    ],
)
def test_bad_arguments(tmp_path, arguments, complaint):
    write(tmp_path / "a.csv", "")
    write(tmp_path / "a.json", {"text": TEXT, "expect": []})
    (tmp_path / "empty").mkdir()
    with pytest.raises(GoldenError, match=complaint):
        command("score", *arguments)


def test_nothing_to_find_is_a_full_score(tmp_path):
    made = scored(write(tmp_path / "a.json", {"text": "만일", "expect": []}))
    assert made.total.f1 == 1.0
    assert made.total.precision is None
