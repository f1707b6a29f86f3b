"""Golden cases: what update and add write, and what they leave as it stands."""

import json

import pytest
from golden_fake import PLAIN, TEXT, command, edit

from claims.errors import GoldenError, InputError
from claims.jsonedit import line_of, replace

pytestmark = pytest.mark.usefixtures("own_folder")

# ---------------------------------------------------------------- update


def test_update_new_writes_what_is_missing_and_keeps_the_rest(case, capsys):
    assert command("update", "--new") == 0
    text = case.read_text(encoding="utf-8")
    assert text.startswith(PLAIN.rstrip("}\n"))
    assert list(json.loads(text)) == ["why", "lang", "date", "text", "expect", "claims", "attributions"]
    assert "create claim c8-13 '145조원' ~145000000000000 KRW" in capsys.readouterr().out
    assert command("update", "--new") == 0
    assert case.read_text(encoding="utf-8") == text
    assert command("check") == 0


def test_update_new_refuses_to_bless_a_contradiction(case, capsys):
    edit(case, '"30 명"', '"31 명"')
    before = case.read_text(encoding="utf-8")
    assert command("update", "--new", case) == 1
    out = capsys.readouterr().out
    assert "refused" in out
    assert "31 명 -> 30 명" in out
    assert case.read_text(encoding="utf-8") == before


def test_update_leaves_broken_cases_alone(case, capsys):
    edit(case, '"why": "약은 어림이다",', "")
    before = case.read_text(encoding="utf-8")
    assert command("update", "--new", case) == 2
    assert "why: missing" in capsys.readouterr().err
    assert case.read_text(encoding="utf-8") == before


def test_update_is_refused_in_ci(case, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(InputError, match="CI is set"):
        command("update", "--new", case)
    monkeypatch.setenv("CI", "false")
    assert command("update", "--new", case) == 0


def test_fix_needs_names(complete):
    with pytest.raises(InputError, match="name the cases"):
        command("update", "--fix")


def test_fix_says_create_fix_trim_and_changes_only_that(complete, capsys):
    right = complete.read_text(encoding="utf-8")
    edit(complete, '"subject": null', '"subject": "x"')
    edit(complete, "30명을 뽑는다", "30명을  뽑는다")
    edit(complete, "30명을  뽑는다", "30명을 뽑는다")
    data = json.loads(complete.read_text(encoding="utf-8"))
    extra = {**data["claims"][0], "id": "c0-1", "text": "한", "start": 0, "end": 1}
    wrong = replace(complete.read_text(encoding="utf-8"), {"claims": [extra, data["claims"][0]]})
    complete.write_text(wrong, encoding="utf-8")
    capsys.readouterr()
    assert command("update", "--fix", complete) == 0
    out = capsys.readouterr().out
    assert "fix claim c8-13 '145조원' ~145000000000000 KRW  subject: x -> null" in out
    assert "trim claim c0-1 '한'" in out
    assert "create claim c18-21 '30명' 30 명" in out
    assert complete.read_text(encoding="utf-8") == right


def test_fix_follows_a_changed_text_but_not_against_the_person(complete, capsys):
    edit(complete, "30명을", "31명을")
    assert command("update", "--fix", complete) == 1
    assert "refused" in capsys.readouterr().out
    edit(complete, '"30 명"', '"31 명"')
    assert command("update", "--fix", complete) == 0
    assert command("check", complete) == 0


def test_fix_keeps_a_foreign_layout(complete):
    data = json.loads(complete.read_text(encoding="utf-8"))
    data["claims"][0]["subject"] = "x"
    foreign = json.dumps(data, indent=4, ensure_ascii=False)
    complete.write_text(foreign, encoding="utf-8")
    assert command("update", "--fix", complete) == 0
    assert complete.read_text(encoding="utf-8") == foreign.replace('"subject": "x"', '"subject": null')


def test_fix_drops_what_became_empty(complete):
    edit(complete, "고 밝혔다.", "고 한다.")
    assert command("update", "--fix", complete) == 0
    assert "attributions" not in json.loads(complete.read_text(encoding="utf-8"))
    assert command("check", complete) == 0


def test_xfail_cases_are_not_blessed(case, capsys):
    edit(case, '"30 명"', '"31 명"')
    edit(case, '"lang"', '"xfail": "not yet", "lang"')
    assert command("update", "--new", case) == 0
    assert "claims" not in json.loads(case.read_text(encoding="utf-8"))
    assert command("check", case) == 0


# ---------------------------------------------------------------- add


def test_add_shows_the_spans_and_writes_a_case_that_passes(tmp_path, capsys):
    assert command("add", "약 3조원과 5명", "--why", "두 수", "--lang", "ko") == 0
    out = capsys.readouterr().out
    assert out.startswith("약 3조원과 5명\n   ^^^^^ ~3000000000000 KRW\n           ^^^ 5 명\n")
    path = tmp_path / "golden" / "두-수.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["expect"] == ["3조원 = ~3000000000000 KRW", "5명 = 5 명"]
    assert command("check") == 0
    with pytest.raises(GoldenError, match="there already"):
        command("add", "약 3조원과 5명", "--why", "두 수")


def test_add_takes_a_file(tmp_path, capsys):
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    assert command("add", "page.txt", "--why", "a page", "-o", "golden/articles/page.json") == 0
    data = json.loads((tmp_path / "golden/articles/page.json").read_text(encoding="utf-8"))
    assert data["file"] == "../../page.txt"
    assert command("check") == 0


def test_add_wants_a_reason_and_a_text():
    with pytest.raises(InputError, match="--why"):
        command("add", "5명", "--why", " ")
    with pytest.raises(InputError, match="empty"):
        command("add", " ", "--why", "x")
    with pytest.raises(SystemExit) as stop:
        command("add", "5명")
    assert stop.value.code == 2


# ---------------------------------------------------------------- layout


def test_lines():
    text = '{\n "a": [1,\n  {"b": 2}],\n "c": 3}'
    assert [line_of(text, place) for place in ((), ("a",), ("a", 0), ("a", 1, "b"), ("c",), ("d",))] == [
        1,
        2,
        2,
        3,
        4,
        1,
    ]


def test_replace_keeps_bytes():
    text = '{ "a" : [ 1, 2 ],\n\t"b":{"x": 1 , "y":[true]} }\n'
    assert replace(text, {"a": [1, 3]}) == text.replace("1, 2", "1, 3")
    assert replace(text, {"b": {"x": 1, "y": [False]}}) == text.replace("true", "false")
    assert replace(text, {"a": [1, 2], "b": {"x": 1, "y": [True]}}) == text
    assert json.loads(replace(text, {"c": {"z": None}})) == {**json.loads(text), "c": {"z": None}}
    assert json.loads(replace(text, {"a": ...})) == {"b": {"x": 1, "y": [True]}}
    assert json.loads(replace(text, {"b": ...})) == {"a": [1, 2]}
    assert json.loads(replace("{}", {"a": 1})) == {"a": 1}
    assert json.loads(replace(text, {"a": [0, 2, 1, 5], "b": 7})) == {"a": [0, 2, 1, 5], "b": 7}
