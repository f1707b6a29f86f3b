"""``make bench``: articles a second on one core, split by step; start-up against a bare interpreter; peak memory.

Prints figures and asserts nothing: what is fast depends on the machine, so read the ratios.
"""

from __future__ import annotations

import argparse
import os
import platform
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
    print(f"claims {modules()} (Python {platform.python_version()})\n")
    for language in ("ko", "en"):
        speed(language, args.articles, args.repeat)
    if args.starts:
        startup(args.starts)
        memory()


def modules() -> str:
    """What is measured: the compiled modules of an install or plain Python, and where they lie."""
    from claims import numerals

    home = Path(str(numerals.__file__))
    return f"{'as plain Python' if home.suffix == '.py' else 'compiled'}, from {home.parent}"


def speed(language: str, count: int, repeat: int) -> None:
    """Articles a second from text to claims JSON and to validated objects, and where the time goes."""
    from claims import extract, extract_json

    texts = articles(language, count)
    documents = [extract(text) for text in texts]  # also the warm-up: patterns are compiled on first use
    claims = sum(len(document.claims) for document in documents) / count
    sources = sum(len(document.attributions) for document in documents) / count
    length = sum(map(len, texts)) / count
    found = f"{claims:.1f} claims, {sources:.1f} attributions"
    print(f"{language}: {count} articles of {length:,.0f} characters, {found} each")
    extract_json(texts[0])
    del documents

    def to_json() -> None:
        for text in texts:
            extract_json(text)

    def to_objects() -> None:
        for text in texts:
            extract(text)

    for name, run in {"text to claims JSON": to_json, "text to validated objects": to_objects}.items():
        took = _median(run, repeat) / count
        print(f"  {name:<26}{1 / took:>8,.0f} articles/s   {took * 1e3:.3f} ms each")
    spent = _by_step(to_json, repeat)
    whole = spent.pop("all")
    spent["validation and JSON"] = whole - sum(spent.values())
    for step, seconds in spent.items():
        print(f"  {step:<26}{seconds / count * 1e3:>8.3f} ms   {seconds / whole:>4.0%}")
    print()


def _median(run: Callable[[], Any], repeat: int) -> float:
    took = []
    for _ in range(repeat):
        begin = perf_counter()
        run()
        took.append(perf_counter() - begin)
    return statistics.median(took)


def _by_step(run: Callable[[], Any], repeat: int) -> dict[str, float]:
    """Seconds spent in each step during one ``run`` (the median of ``repeat``), and in all of it as "all"."""
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
            rounds.append(spent | {"all": perf_counter() - begin})
    finally:
        for home, attribute, function in originals:
            setattr(home, attribute, function)
    return {step: statistics.median(taken[step] for taken in rounds) for step in rounds[0]}


def startup(count: int) -> None:
    """Median wall time of whole processes, and what it is a multiple of."""
    python = [sys.executable, "-P"]  # -P: what is installed, not what lies in the current folder
    page = Path(__file__).parents[2] / "examples" / "article.html"
    with tempfile.TemporaryDirectory() as folder:
        korean, english = Path(folder, "ko.txt"), Path(folder, "en.txt")
        korean.write_text(articles("ko", 1)[0], "utf-8")
        english.write_text(articles("en", 1)[0], "utf-8")
        commands = {
            "bare interpreter": [*python, "-c", ""],
            "import pydantic": [*python, "-c", "import pydantic"],
            "claims --help": [*python, "-m", "claims", "--help"],
            "claims extract, Korean": [*python, "-m", "claims", "extract", str(korean)],
            "claims extract, English": [*python, "-m", "claims", "extract", str(english)],
            "claims extract, HTML": [*python, "-m", "claims", "extract", str(page)],
        }
        times = dict(zip(commands, _starts(list(commands.values()), count), strict=True))
    bare, library = times["bare interpreter"], times["import pydantic"]
    print("start-up (whole process, median)")
    for name, took in times.items():
        print(f"  {name:<26}{took * 1e3:>8.1f} ms   {took / bare:5.2f} x bare   {took / library:.2f} x import pydantic")
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
        "for text in articles('ko', 200) + articles('en', 200): extract(text).to_json()"
    )
    scripts = {"bare interpreter": "", "import BaseModel": "from pydantic import BaseModel", "400 articles": work}
    print("peak memory")
    first = 0.0
    for name, script in scripts.items():
        command = [sys.executable, "-P", "-c", f"{script}\n{_PEAK}", str(Path(__file__).parent)]
        size = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout) / 1024
        first = first or size
        print(f"  {name:<26}{size:>8.1f} MB   {size / first:.2f} x bare")


#: Prints the process's own peak in KiB. On Linux ru_maxrss begins with what the parent held, so /proc is asked there.
_PEAK = """
import resource, sys
try:
    with open("/proc/self/status") as status:
        print(next(line.split()[1] for line in status if line.startswith("VmHWM:")))
except OSError:
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(size // 1024 if sys.platform == "darwin" else size)
"""


if __name__ == "__main__":
    main()
