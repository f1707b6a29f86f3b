"""What is looked at before a pattern is tried never hides what the pattern would find."""

from __future__ import annotations

import re
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from claims import attribution_ko_endings as endings
from claims import range_marks, shapes, signs

ANY = "any"


def ends(items: Any) -> tuple[set[str], bool]:
    """The last characters that a parsed pattern can match, and whether it can match nothing at all."""
    found: set[str] = set()
    for op, arg in reversed(list(items)):
        if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            continue
        if op is ops.LITERAL:
            part, empty = {chr(arg)}, False
        elif op is ops.IN:
            part, empty = {chr(value) if kind is ops.LITERAL else ANY for kind, value in arg}, False
        elif op is ops.SUBPATTERN:
            part, empty = ends(arg[-1])
        elif op is ops.BRANCH:
            parts = [ends(branch) for branch in arg[1]]
            part, empty = set().union(*(chars for chars, _ in parts)), any(none for _, none in parts)
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            part, empty = ends(arg[2])
            empty = empty or arg[0] == 0
        else:
            part, empty = {ANY}, False
        found |= part
        if not empty:
            return found, False
    return found, True


@pytest.mark.parametrize(
    ("pattern", "looked_at"),
    [
        (endings._QUOTED_GO, endings._GO_ENDS),
        (endings._VERBAL_GO, endings._GO_ENDS),
        (endings._QUOTED_WHILE, endings._WHILE_ENDS),
        (endings._VERBAL_WHILE, endings._WHILE_ENDS),
    ],
)
def test_endings_are_those_of_the_pattern(pattern: re.Pattern[str], looked_at: frozenset[str]) -> None:
    found, empty = ends(_parser.parse(pattern.pattern))
    assert not empty
    assert found <= {end[-1] for end in looked_at}


def test_marks_of_ranges_signs_and_ratios() -> None:
    for mark in range_marks._RANGE_MARKS:
        assert range_marks.RANGE_MARK.match(mark + "5")
    for word in signs._NEGATIVE_WORDS:
        assert signs._NEGATIVE.search(word)
        assert word[-1] in signs._NEGATIVE_ENDS
    for text in (" 대 ", "대", ":"):
        assert shapes._RATIO.match(text)
        assert text[0] in shapes._RATIO_FIRST
