"""Do the goldens hold the rules? Break one rule or word at a time in a copy of the package, and see which cases notice.

    python scripts/mutate.py [--golden golden] [--at-least 19] [--only NAME]

A mutation is a text replaced in one file of ``claims/``; one that no longer applies is an error, so the list follows
the code. Prints, for each, how many cases catch it and the first few; exit 1 when fewer than ``--at-least`` are caught.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent

#: name, file below claims/, what stands there, what is put in its place (the first occurrence)
MUTATIONS = [
    ("약 is no hedge", "data/words.toml", '"약" = { side = "left" }\n', ""),
    (
        "이상 excludes its number",
        "data/words.toml",
        '"이상" = { side = "right", relation = "ge" }',
        '"이상" = { side = "right", relation = "gt" }',
    ),
    (
        "최대 is a lower bound",
        "data/words.toml",
        '"최대" = { side = "left", relation = "le" }',
        '"최대" = { side = "left", relation = "ge" }',
    ),
    (
        "미만 includes its number",
        "data/words.toml",
        '"미만" = { side = "right", relation = "lt" }',
        '"미만" = { side = "right", relation = "le" }',
    ),
    (
        "육박 is not approximate",
        "data/words.toml",
        '"육박" = { relation = "lt", approximate = true }',
        '"육박" = { relation = "lt" }',
    ),
    (
        "a negated 넘 still exceeds",
        "data/words.toml",
        '"넘" = { relation = "gt", negated = "le" }',
        '"넘" = { relation = "gt", negated = "gt" }',
    ),
    ("more than is no bound", "data/words.toml", '"more than" = { side = "left", relation = "gt" }\n', ""),
    ("billion is 10^12", "data/words.toml", '"billion" = { power = 9 }', '"billion" = { power = 12 }'),
    ("하루 is no denominator", "data/words.toml", '"하루" = { side = "left", per = "day" }\n', ""),
    (
        "톤 is the short ton",
        "data/units.toml",
        'metric_ton = { dimension = "mass", scale = "1000"',
        'metric_ton = { dimension = "mass", scale = "907.18474"',
    ),
    ("평 is 3.3 square metres", "data/units.toml", 'scale = "400/121"', 'scale = "3.3"'),
    (
        "%포인트 is a percentage",
        "data/units.toml",
        '"%포인트" = { kind = "percentage_point", unit = "pp" }',
        '"%포인트" = { kind = "percent", unit = "%" }',
    ),
    ("bp is a tenth of a point", "data/units.toml", 'factor = "0.01" }', 'factor = "0.1" }'),
    ("弗 is no dollar", "data/currencies.toml", '"弗", ', ""),
    ("a negated bound is not seen", "edges.py", "        if negated:\n", "        if not negated:\n"),
    ("a band has no width", "bounds.py", "item.value, EXACT.add(item.value, width)", "item.value, item.value"),
    (
        "역대 최대 is a bound",
        "edges.py",
        'return word in lexicon.sections["superlative"]',
        "return False",
    ),
    ("a later rate is used", "rates.py", "place = bisect_right(days, day) - 1", "place = bisect_right(days, day)"),
    (
        "a conversion is never off",
        "intervals.py",
        "return self.low <= other.high and other.low <= self.high",
        "return True",
    ),
    (
        "지난 12월 is this year's",
        "calendars.py",
        "which <= today.month else today.year - 1",
        "which <= today.month else today.year",
    ),
    (
        "부인하다 asserts",
        "data/attribution.ko.toml",
        '"부인하" = { class = "denied"',
        '"부인하" = { class = "asserted"',
    ),
    ("밝히다 reports nothing", "data/attribution.ko.toml", '"밝히" = { class = "asserted", past = ["밝혔"] }\n', ""),
    (
        "추정되다 is asserted",
        "data/attribution.ko.toml",
        '"추정되" = { class = "estimated" }',
        '"추정되" = { class = "asserted" }',
    ),
    ("로이터 is nobody", "data/sources.toml", '"로이터", "로이터통신", "로이터 통신", ', ""),
    ("plans are assertions", "certainty.py", "return match.lastgroup if match else None", "return None"),
    ("100% 공감 is a claim", "data/words.toml", '"공감" = {}\n', ""),
]

RUNNER = """
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import claims
assert claims.__file__.startswith(sys.argv[1])
from claims.goldcase import find_cases
from claims.goldcheck import extractor
from claims.golden import run_check
results, errors = run_check(find_cases([sys.argv[2]]), extractor())
failed = [f"{r.case.path}" + (f" [{r.name}]" if r.place else "") for r in results if not r.ok]
print(json.dumps(failed + [str(path) for path, _ in errors]))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--golden", default=str(HOME / "golden"))
    parser.add_argument("--at-least", type=int, default=len(MUTATIONS) - 1)
    parser.add_argument("--only", help="run the mutations whose name holds this")
    args = parser.parse_args()
    chosen = [mutation for mutation in MUTATIONS if args.only is None or args.only in mutation[0]]
    caught = 0
    with tempfile.TemporaryDirectory(prefix="claims-mutate-") as folder:
        copy = Path(folder).resolve() / "claims"
        shutil.copytree(HOME / "claims", copy, ignore=shutil.ignore_patterns("__pycache__"))
        before = run(copy.parent, args.golden)
        if before is None:
            return 2
        if before:
            print(f"{len(before)} cases fail without any mutation; they are left out: {', '.join(before[:5])} …")
        for name, file, old, new in chosen:
            path = copy / file
            original = path.read_text(encoding="utf-8")
            if old not in original:
                print(f"error: {name}: {old!r} does not stand in claims/{file} any more", file=sys.stderr)
                return 2
            path.write_text(original.replace(old, new, 1), encoding="utf-8")
            after = run(copy.parent, args.golden)
            path.write_text(original, encoding="utf-8")
            if after is None:
                print(f"error: {name}: a mutation must leave a package that runs", file=sys.stderr)
                return 2
            noticed = [case for case in after if case not in before]
            caught += bool(noticed)
            first = ", ".join(case.removeprefix(args.golden).lstrip("/") for case in noticed[:3])
            print(f"{'caught' if noticed else 'SURVIVED':<9}{name:<45}{len(noticed):>4}  {first}")
    print(f"{caught} of {len(chosen)} mutations caught")
    return 0 if caught >= min(args.at_least, len(chosen)) else 1


def run(package: Path, golden: str) -> list[str] | None:
    """The cases that do not hold with the package in that folder; None (and a message) when it does not run."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", RUNNER, str(package), golden], capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        print(f"error: the package does not run: {last}", file=sys.stderr)
        return None
    failed: list[str] = json.loads(done.stdout.splitlines()[-1])
    return failed


if __name__ == "__main__":
    sys.exit(main())
