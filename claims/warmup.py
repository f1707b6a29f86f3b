"""The samples that the build reads, so that the first run finds the snapshot of a warm process."""

from __future__ import annotations

from claims import snapshot

__all__ = ["warm"]

#: Sentences that lead through the most of the rules; read by the build.
_SAMPLES = (
    "(서울=새벽통신) 김하늘 기자 = 한빛전자는 지난해 9월 미국에 30억달러(약 4조3500억원)를 투자해 84㎡ 규모의 설비를 짓는다고 "
    "2일 밝혔다. 올해 3분기 영업이익은 3천500만~5000만원으로 추정된다. 이도현(45) 대표는 “최소 3500명을 새로 뽑겠다”며 “수율은 "
    "90% 이상”이라고 말했다. 소식통에 따르면 회사는 주당 5만원에 세 곳의 지분 2분의 1을 사들이는 방안을 검토하고 있다. "
    "업계에서는 매출이 전년보다 8.4% 늘어난 12조7000억원대에 이를 것으로 전망했다. 금융당국은 3년간 2.1%포인트 올랐다고 "
    "분석했다. 경쟁률은 15대 1, 지수는 2,605.17로 52.80포인트 내렸다. 회사 측은 수천억원의 손실을 부인했다.",
    "Northwind Power will spend about $3.5 billion (€3.1bn) on a plant in Texas, the company said on Monday. Revenue rose 3.7% "
    "to $12 million last year, Reuters reported. “We expect to hire at least two hundred people,” said Mara Ellison, 45, the "
    "chief executive. Analysts estimate profit of between $3 million and $5 million in the third quarter. Two-thirds of the "
    "18 months had passed, according to a filing. Shares fell 25 basis points. It denied that it lost more than 1,200 customers.",
    "<article><h1>표제 | 새벽경제</h1><p>김하늘 기자 · 입력 2026.02.02 09:30</p><p>매출은 3조원이다.</p></article>",
)


def warm() -> None:
    """Read the samples and write the snapshot: what the build does, so that the first run is as quick as the next."""
    from claims.pipeline import records

    snapshot.prime()
    for sample in _SAMPLES:
        try:
            records(sample, date="2026-02-02")
        except ImportError:
            continue  # the build has no parser of HTML: its part is made by the first run
    snapshot.write()
