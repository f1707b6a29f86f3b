"""Time phrases: our own reading agrees with korean-datetime where both read, and the library loads only when it must."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta

import pytest

import claims

DAYS = ("2024-02-29", "2025-01-10", "2025-12-31", "2026-02-01", "2026-07-15")
#: Forms that mean the same in any text: the library needs no news reading for them.
COMMON = (
    "지난해", "작년", "올해", "내년", "재작년", "지난해 9월", "지난해 12월 3일", "내년 상반기", "올해 3분기", "작년 하반기",
    "2025년", "2025년 상반기", "2024년 3분기", "2024년 2월", "2023년 12월 31일", "지난달", "이달", "다음 달", "지난달 15일",
    "내달 15일", "지난주", "이번 주", "3월 초", "이달 중순", "올해 5월 하순", "어제", "오늘", "내일",
)  # fmt: skip


def _ours(phrase: str, day: str) -> tuple[str | None, str | None]:
    (claim,) = claims.extract(f"{phrase} 매출은 3조원이다.", date=day).claims
    assert claim.period is not None, phrase
    assert claim.period.text == phrase
    start, end = claim.period.start, claim.period.end
    return None if start is None else str(start), None if end is None else str(end)


@pytest.mark.parametrize("day", DAYS)
def test_both_read_the_common_forms_alike(day: str) -> None:
    korean_datetime = pytest.importorskip("korean_datetime")
    now = datetime.fromisoformat(day)
    for phrase in COMMON:
        if phrase == "3월 초" and now.month < 3:
            continue  # a bare month: news means the nearest past one, the library the next
        found = korean_datetime.parse(phrase, now=now)
        if phrase == "3월 초":
            found = korean_datetime.parse(f"{now.year}년 {phrase}", now=now)
        assert found is not None, phrase
        theirs = str(found.start.date()), str((found.end - timedelta(microseconds=1)).date())
        assert _ours(phrase, day) == theirs, (phrase, day)


def test_a_news_reading_is_the_nearest_past() -> None:
    assert _ours("3분기", "2026-02-01") == ("2025-07-01", "2025-09-30")
    assert _ours("지난 3분기", "2026-02-01") == ("2025-07-01", "2025-09-30")
    assert _ours("31일", "2026-02-01") == ("2026-01-31", "2026-01-31")
    assert _ours("12월", "2026-01-10") == ("2025-12-01", "2025-12-31")
    assert _ours("오는 12월", "2026-01-10") == ("2026-12-01", "2026-12-31")
    assert _ours("지난달 말", "2026-02-01") == ("2026-01-31", "2026-01-31")
    assert _ours("지난해 말", "2026-02-01") == ("2025-12-31", "2025-12-31")


@pytest.mark.parametrize(
    ("phrase", "loads"),
    [("지난해 3분기", False), ("지난달 31일", False), ("1월 넷째 주", False), ("지난해 추석", True)],
)
def test_the_library_loads_only_when_a_phrase_needs_it(phrase: str, loads: bool) -> None:
    code = (
        f"import sys, claims; claims.extract('{phrase} 매출은 3조원이다.', date='2026-02-01'); "
        "print('korean_datetime' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(loads)


@pytest.mark.parametrize(
    "hostile", ["지난" * 3000, "2025년 " * 3000, "1월부터 " * 3000, "31일" * 3000, "1~" * 3000 + "월", "’25" * 3000]
)
def test_hostile_text_is_linear(hostile: str) -> None:
    import time

    begin = time.process_time()
    claims.extract(hostile + " 매출은 3조원이다.", date="2026-02-01")
    assert time.process_time() - begin < 2


def test_every_word_of_time_is_read() -> None:
    from claims.lexicon import Lexicon

    for word, row in Lexicon.load().sections["time.ko"].items():
        text = f"2024년 3월 1조원을 썼다. {word} 매출은 3조원이다." if row.get("here") else f"{word} 매출은 3조원이다."
        if not row.get("alone", True):
            text = f"{word} 상반기 매출은 3조원이다."
        claim = claims.extract(text, date="2026-02-01").claims[-1]
        assert claim.period is not None, word
        assert claim.period.start is not None, word
