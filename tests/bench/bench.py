"""``make bench``: articles a second on one core, split by step; start-up against a bare interpreter; peak memory.

Prints figures and asserts nothing: what is fast depends on the machine, so read the ratios.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from corpus import articles

#: step -> the functions of the pipeline that belong to it, as module.name
STEPS = {
    "read": ["reader.read"],
    "quantities": ["quantities.find"],
    "attribution": ["attribution.find", "attribution.join"],
    "periods, subjects, links": ["periods.attach", "subjects.attach", "links.join"],
}


def main(argv: list[str] | None = None) -> None:
    """Run the benchmark; ``--articles`` and ``--repeat`` make it shorter or longer."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--articles", type=int, default=300, help="articles of each language (default: 300)")
    parser.add_argument("--repeat", type=int, default=5, help="rounds, of which the median counts (default: 5)")
    parser.add_argument(
        "--starts", type=int, default=15, help="processes started for each start-up figure (default: 15)"
    )
    args = parser.parse_args(argv)
    for language in ("ko", "en"):
        speed(language, args.articles, args.repeat)
    if args.starts:
        startup(args.starts)
        memory()


def speed(language: str, count: int, repeat: int) -> None:
    """Articles a second from text to validated JSON, and where the time goes."""
    from claims import extract

    texts = articles(language, count)
    documents = [extract(text) for text in texts]  # also the warm-up: patterns are compiled on first use
    claims = sum(len(document.claims) for document in documents) / count
    sources = sum(len(document.attributions) for document in documents) / count
    length = sum(map(len, texts)) / count
    found = f"{claims:.1f} claims, {sources:.1f} attributions"
    print(f"{language}: {count} articles of {length:,.0f} characters, {found} each")

    def everything() -> None:
        for text in texts:
            extract(text).to_json()

    def without_json() -> None:
        for text in texts:
            extract(text)

    total = _median(everything, repeat) / count
    print(f"  {'text to JSON':<26}{1 / total:>8,.0f} articles/s   {total * 1e3:.3f} ms each")
    spent = _by_step(without_json, repeat)
    extracted = spent.pop("extract") / count
    shares = {step: seconds / count for step, seconds in spent.items()}
    shares["model"] = extracted - sum(shares.values())
    shares["JSON"] = _median(lambda: [document.to_json() for document in documents], repeat) / count
    whole = sum(shares.values())
    for step, seconds in shares.items():
        print(f"  {step:<26}{seconds * 1e3:>8.3f} ms   {seconds / whole:>4.0%}")
    print()


def _median(run: Callable[[], Any], repeat: int) -> float:
    took = []
    for _ in range(repeat):
        begin = perf_counter()
        run()
        took.append(perf_counter() - begin)
    return statistics.median(took)


def _by_step(run: Callable[[], Any], repeat: int) -> dict[str, float]:
    """Seconds spent in each step during one ``run`` (the median of ``repeat``), and in all of it as "extract"."""
    from claims import pipeline

    spent = dict.fromkeys(STEPS, 0.0)
    originals: list[tuple[Any, str, Any]] = []

    def timed(step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            begin = perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                spent[step] += perf_counter() - begin

        return wrapper

    for step, names in STEPS.items():
        for name in names:
            module, _, attribute = name.partition(".")
            home = getattr(pipeline, module)
            originals.append((home, attribute, getattr(home, attribute)))
            setattr(home, attribute, timed(step, getattr(home, attribute)))
    rounds = []
    try:
        for _ in range(repeat):
            for step in spent:
                spent[step] = 0.0
            begin = perf_counter()
            run()
            rounds.append(spent | {"extract": perf_counter() - begin})
    finally:
        for home, attribute, function in originals:
            setattr(home, attribute, function)
    return {step: statistics.median(taken[step] for taken in rounds) for step in rounds[0]}


def startup(count: int) -> None:
    """Median wall time of whole processes, and what it is a multiple of."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "article.txt")
        page.write_text(articles("ko", 1)[0], "utf-8")
        bare, library, shown, one = _starts(
            [
                [sys.executable, "-c", ""],
                [sys.executable, "-c", "import pydantic"],
                [sys.executable, "-m", "claims", "--help"],
                [sys.executable, "-m", "claims", "extract", str(page)],
            ],
            count,
        )
    print("start-up (whole process, median)")
    print(f"  {'bare interpreter':<26}{bare * 1e3:>8.1f} ms")
    print(f"  {'import pydantic':<26}{library * 1e3:>8.1f} ms   {library / bare:.2f} x bare")
    print(f"  {'claims --help':<26}{shown * 1e3:>8.1f} ms   {shown / bare:.2f} x bare")
    ratios = f"{one / bare:.2f} x bare, {one / library:.2f} x pydantic"
    print(f"  {'claims extract, 1 article':<26}{one * 1e3:>8.1f} ms   {ratios}")
    print()


def _starts(commands: list[list[str]], count: int) -> list[float]:
    """The commands take turns, so that a busy moment of the machine hits all of them alike."""
    took: list[list[float]] = [[] for _ in commands]
    for _ in range(count + 1):
        for command, times in zip(commands, took, strict=True):
            begin = perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times.append(perf_counter() - begin)
    return [statistics.median(times[1:]) for times in took]


def memory() -> None:
    """Peak resident memory of a process that does the work, beside one that does nothing."""
    if os.name != "posix":
        return
    work = (
        "import sys; sys.path.insert(0, sys.argv[1]); from corpus import articles; from claims import extract\n"
        "for text in articles('ko', 200) + articles('en', 200): extract(text).to_json()\n"
    )
    scripts = {"bare interpreter": "", "import pydantic": "from pydantic import BaseModel", "400 articles": work}
    print("peak memory")
    first = 0.0
    for name, script in scripts.items():
        probe = script + "\nimport resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        command = [sys.executable, "-c", probe, str(Path(__file__).parent)]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        size = int(out) / (1024 * 1024 if sys.platform == "darwin" else 1024)
        first = first or size
        print(f"  {name:<26}{size:>8.1f} MB   {size / first:.2f} x bare")


if __name__ == "__main__":
    main()
