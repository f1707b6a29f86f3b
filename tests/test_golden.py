"""Golden cases: what a case may say, and how it is compared and reported."""

import json
import re
import xml.etree.ElementTree as ElementTree

import golden_fake
import pytest
from golden_fake import LISTED, PLAIN, TEXT, command, edit

from claims.errors import GoldenError
from claims.goldcase import load
from claims.jsonedit import dumps

pytestmark = pytest.mark.usefixtures("own_folder")

# ---------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"why": "약은 어림이다",', "", "hedge.json: why: missing"),
        ('"why": "약은 어림이다"', '"why": " "', "hedge.json: why: missing"),
        ('"lang": "ko"', '"lang": "kr"', "hedge.json: lang: 'kr'"),
        ('"lang": "ko"', '"language": "ko"', "unknown key 'language'; did you mean 'lang'?"),
        ('"lang": "ko"', '"lang": 3', "lang: a text or null is needed, not int"),
        ('"lang": "ko"', '"lang": "ko", "lang": "ko"', "key 'lang' stands there twice"),
        ('"lang": "ko"', '"lang": ko', "hedge.json:3: not JSON"),
        ('"text":', '"file": "a.html", "text":', "exactly one of text, file"),
        ('"text": "' + TEXT + '",', "", "exactly one of text, file"),
        ('"text": "' + TEXT + '"', '"file": "page.html"', "file: "),
        ('"30 명"', '"30 명", "x KRW"', "expect[2]: 'x KRW' is no quantity"),
        ('"30 명"', "30", "expect[1]: a text in compact notation"),
        ('"약 145조원 =', '"약 146조원 =', "expect[0]: '약 146조원' does not stand in the text"),
        ('"30 명"', '"약 = 30 명"', "expect[1]: '약' does not stand after the item before it"),
        ('"lang": "ko"', '"xfail": "", "lang": "ko"', "xfail: a reason"),
        ('"lang": "ko"', '"carrier": "{}", "lang": "ko"', "carrier: only"),
        ('"lang": "ko"', '"warnings": [], "lang": "ko"', "warnings: there without claims"),
        ('"lang": "ko"', '"document": {"titel": "x"}, "lang": "ko"', "document.titel: unknown"),
        ('"lang": "ko"', '"expect_attributions": [{"sauce": "x"}], "lang": "ko"', "unknown key 'sauce'"),
        ('"lang": "ko"', '"expect_attributions": [{"cue": ["말했다"]}], "lang": "ko"', "'말했다' does not stand"),
        ('"lang": "ko"', '"expect_attributions": [{"parent": 4}], "lang": "ko"', "[0].parent: null or the index"),
    ],
)
def test_a_broken_case_names_file_and_key(case, old, new, complaint, capsys):
    edit(case, old, new)
    with pytest.raises(GoldenError, match=re.escape(complaint)) as caught:
        load(case)
    assert str(case) in str(caught.value)
    assert command("check", case) == 2
    assert "hedge.json" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"5 %"', '"5 parts"', None),
        ('"5 %"', '"five"', "surfaces.five: 'five' is no quantity"),
        ('["약 145조원"]', "[]", "surfaces.~145000000000000 KRW: a list of surfaces"),
        ('["만일의 사태"]', '["5%"]', "negative: '5%' stands in surfaces.5 % too"),
        ('["만일의 사태"]', "[3]", "negative: 3 is no text"),
        ("그 값은 {}이다.", "그 값이다.", "carrier: one {} is needed"),
        ('"lang"', '"text": "x", "lang"', "text: not beside surfaces"),
    ],
)
def test_a_broken_list_names_file_and_key(case, old, new, complaint):
    case.write_text(LISTED, encoding="utf-8")
    edit(case, old, new)
    if complaint is None:
        assert load(case).listed
        return
    with pytest.raises(GoldenError, match=re.escape(complaint)):
        load(case)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"text": "145조원"', '"text": "146조원"', "claims[0].text: '146조원' does not match its span"),
        ('"30 명"', '"31 명"', "expect[1]: contradicts claims"),
        ('"value": "30"', '"value": "31"', "expect[1]: contradicts claims"),
        ('"text": "밝혔다"', '"text": "말했다"', "attributions[0].cue[0].text"),
        ('"id": "c', '"name": "c', "claims[0]: id is missing"),
        ('"kind": "money", ', "", "claims[0].quantity.kind: Field required"),
        ('"cue": [{"start": 28, ', '"cue": [{', "attributions[0].cue[0].start: Field required"),
    ],
)
def test_a_case_that_contradicts_itself(complete, old, new, complaint):
    edit(complete, old, new)
    with pytest.raises(GoldenError, match=re.escape(complaint)):
        load(complete)


def test_no_such_path(case):
    with pytest.raises(GoldenError, match="no such file"):
        command("check", "nowhere")
    (case.parent / "empty").mkdir()
    with pytest.raises(GoldenError, match="no case"):
        command("check", case.parent / "empty")


# ---------------------------------------------------------------- check


def test_check_passes(complete, capsys):
    (complete.parent / "list.json").write_text(LISTED, encoding="utf-8")
    assert command("check") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "4 cases in 2 files: 4 passed"


def test_a_missing_expectation_fails_and_names_the_command(case, capsys):
    assert command("check", case) == 1
    assert f"claims golden update --new {case}" in capsys.readouterr().out


def test_equality_is_total(complete, capsys):
    edit(complete, '"subject": null', '"subject": "한빛전자"')
    edit(complete, '"rule": "attribution.fake"', '"rule": "attribution.other"')
    assert command("check", complete) == 1
    out = capsys.readouterr().out
    assert "changed  claim c8-13 '145조원' ~145000000000000 KRW\n           subject  한빛전자 | null" in out
    assert "changed  attribution a28-31 '밝혔다'\n           rule  attribution.other | attribution.fake" in out


def test_missing_spurious_and_the_cap(complete, capsys):
    data = json.loads(complete.read_text(encoding="utf-8"))
    del data["expect"], data["claims"][1], data["attributions"]
    data["entities"] = [{"canonical": f"X{i}", "type": "person", "aliases": []} for i in range(30)]
    complete.write_text(json.dumps(data), encoding="utf-8")
    assert command("check", complete, "--max-lines", 5) == 1
    out = capsys.readouterr().out
    assert "  spurious claim c18-21 '30명' 30 명\n" in out
    assert "  spurious attribution a28-31 '밝혔다'\n  missing  entity 'X0'\n" in out
    assert "  … and 27 more lines\n" in out


def test_a_moved_span_is_one_change(complete, capsys):
    edit(complete, TEXT, "약 " + TEXT)
    edit(complete, '"expect": ["약 145조원 = ~145000000000000 KRW", "30 명"],', "")
    with pytest.raises(GoldenError, match="does not match its span"):
        load(complete)


def test_hand_written_attributions(case, capsys):
    right = '{"source": "한빛전자", "cue": ["밝혔다"], "content": "약 145조원을 들여 30명을 뽑는다", "parent": null}'
    edit(case, '"expect":', f'"expect_attributions": [{right}],\n  "expect":')
    assert command("update", "--new", case) == 0
    assert command("check", case) == 0
    capsys.readouterr()
    edit(case, '"source": "한빛전자", "cue"', '"source": null, "class": "denied", "cue"')
    with pytest.raises(GoldenError, match="expect_attributions: contradicts attributions"):
        load(case)
    data = json.loads(case.read_text(encoding="utf-8"))
    for key in ("claims", "attributions"):
        del data[key]
    case.write_text(dumps(data), encoding="utf-8")
    assert command("check", case) == 1
    out = capsys.readouterr().out
    assert "source  null | 한빛전자" in out
    assert "class   denied | asserted" in out


def test_surfaces_are_scanned_alone_and_in_the_carrier(case, capsys):
    case.write_text(LISTED.replace("그 값은", "약 3명이 말한 값은").replace("만일의 사태", "9명"), encoding="utf-8")
    assert command("check", case) == 1
    out = capsys.readouterr().out
    assert "hedge.json [5%]: failed" in out
    assert "spurious claim '3명' ~3 명 in '약 3명이 말한 값은 5%이다.'" in out
    assert "spurious claim '9명' 9 명\n" in out
    assert "3 cases in 1 files: 0 passed, 3 failed" in out


def test_xfail_is_strict(complete, capsys):
    edit(complete, '"lang"', '"xfail": "not yet",\n  "lang"')
    assert command("check", complete) == 1
    assert "it passes now: delete its xfail (not yet)" in capsys.readouterr().out
    edit(complete, '"subject": null', '"subject": "x"')
    assert command("check", complete) == 0
    assert "1 cases in 1 files: 0 passed, 1 xfailed" in capsys.readouterr().out


def test_an_extractor_that_raises_fails_the_case(complete, capsys):
    def broken(source, **options):
        raise KeyError("x")

    assert command("check", complete, extract=broken) == 1
    assert "error KeyError" in capsys.readouterr().out.replace("spurious ", "error ")


def test_pages_compare_their_document(case, capsys):
    (case.parent / "page.txt").write_text(TEXT, encoding="utf-8")
    edit(case, f'"text": "{TEXT}"', '"file": "page.txt"')
    assert command("update", "--new", case) == 0
    data = json.loads(case.read_text(encoding="utf-8"))
    assert data["document"] == {"title": None, "publisher": None, "authors": [], "published": "2026-02-01"}
    assert command("check", case) == 0
    edit(case, '"publisher": null', '"publisher": "가람일보"')
    assert command("check", case) == 1
    assert "publisher  가람일보 | null" in capsys.readouterr().out


def test_json_format(complete, capsys):
    capsys.readouterr()
    edit(complete, '"subject": null', '"subject": "한빛전자"')
    (complete.parent / "broken.json").write_text('{\n"why": "x",\n"txt": 1}', encoding="utf-8")
    assert command("check", "--format", "json") == 2
    report = json.loads(capsys.readouterr().out)
    assert report["totals"] == {
        "files": 1, "cases": 1, "passed": 0, "failed": 1, "missing": 0, "xfailed": 0, "xpassed": 0,
    }  # fmt: skip
    change = report["cases"][0]["changes"][0]
    assert change["fields"] == [{"field": "subject", "old": "한빛전자", "new": "null"}]
    assert complete.read_text(encoding="utf-8").splitlines()[change["line"]].lstrip().startswith('"id": "c8-13"')
    assert report["errors"][0]["line"] == 3


def test_github_annotations_point_at_the_line(case, capsys):
    case.write_text(LISTED.replace("5%", "6%").replace("만일의", "9명,\\n만일의"), encoding="utf-8")
    broken = case.parent / "z.json"
    broken.write_text(PLAIN.replace('"30 명"', '"thirty"'), encoding="utf-8")
    assert command("check", "golden", "--format", "github") == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("::error file=golden/hedge.json,line=3,title=golden%3A changed claim '6%25'")
    assert lines[0].endswith("::quantity: 5 %25 | 6 %25")
    assert any(line.startswith("::error file=golden/hedge.json,line=4,") for line in lines)
    assert any(line.startswith("::error file=golden/z.json,line=6,title=golden%3A unreadable::") for line in lines)


def test_junit_follows_the_schema(complete, capsys):
    capsys.readouterr()
    (complete.parent / "list.json").write_text(LISTED.replace("만일의", "9명\\u0001 <만일>"), encoding="utf-8")
    (complete.parent / "known.json").write_text(
        PLAIN.replace('"why"', '"xfail": "y", "why"').replace('"30 명"', '"1 명"')
    )
    (complete.parent / "broken.json").write_text("{}", encoding="utf-8")
    assert command("check", "--format", "junit") == 2
    root = ElementTree.fromstring(capsys.readouterr().out)
    assert_junit(root)
    (suite,) = root
    assert {key: suite.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "6", "failures": "1", "errors": "1", "skipped": "1",
    }  # fmt: skip
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert "spurious claim '9명' 9 명" in failure.get("message")


def assert_junit(root):
    """The common JUnit schema (Ant's, the stricter one): elements, their order and number, attributes, types."""
    number, decimal, text = r"\d+", r"\d+\.\d+", r".+"
    suite = {
        "name": text, "timestamp": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", "hostname": text, "tests": number,
        "failures": number, "errors": number, "skipped": number, "time": decimal, "package": text, "id": number,
    }  # fmt: skip
    attributes = {
        "testsuites": {}, "testsuite": suite, "properties": {}, "system-out": {}, "system-err": {}, "skipped": {},
        "testcase": {"name": text, "classname": text, "time": decimal}, "failure": {"type": text, "message": text},
        "error": {"type": text, "message": text},
    }  # fmt: skip
    children = {
        "testsuites": "(testsuite )*", "testsuite": "properties (testcase )*system-out system-err ",
        "testcase": "((skipped|error|failure) )?",
    }  # fmt: skip
    for element in root.iter():
        assert set(element.attrib) == set(attributes[element.tag]), element.tag
        for name, pattern in attributes[element.tag].items():
            assert re.fullmatch(pattern, element.get(name), re.DOTALL), (element.tag, name)
        assert re.fullmatch(children.get(element.tag, ""), "".join(f"{child.tag} " for child in element))
    assert root.tag == "testsuites"
    assert [suite.get("id") for suite in root] == [str(index) for index in range(len(root))]


def test_a_thousand_cases_are_one_run(tmp_path, capsys):
    surfaces = [f"{number}명" for number in range(1, 1001)]
    folder = tmp_path / "golden"
    folder.mkdir()
    listed = {"why": "x", "lang": "ko", "surfaces": {f"{text[:-1]} 명": [text] for text in surfaces}}
    (folder / "many.json").write_text(json.dumps(listed), encoding="utf-8")
    assert command("check") == 0
    assert capsys.readouterr().out == "1000 cases in 1 files: 1000 passed\n"
    assert golden_fake.extract("5명")["claims"][0]["id"] == "c0-2"


# ---------------------------------------------------------------- schema


def test_the_schema_knows_every_key():
    from claims.goldcase import KEYS
    from claims.golden import golden_schema

    made = golden_schema()
    assert set(made["properties"]) == set(KEYS)
    pattern = re.compile(made["properties"]["expect"]["items"]["pattern"])
    for good in (
        "약 145조원 = ~145000000000000 KRW",
        "≥10 GW",
        "1/3",
        "15:1",
        "#1",
        "3..5 KRW",
        "1400..<1500 KRW",
        "count:5 jobs",
    ):
        assert pattern.search(good), good
    for bad in ("", "many KRW", "5", "KRW 5"):
        assert not pattern.search(bad), bad
