"""The shape of the house: imports point one way, and start-up loads nothing that only one command needs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent / "claims"
HEAVY = {"pint", "babel", "korean_datetime", "selectolax", "currency_converter", "rich", "pydantic"}


def _imports(path: Path, *, top: bool) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    nodes = tree.body if top else list(ast.walk(tree))
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "claims":
                found.update(f"claims.{alias.name}" for alias in node.names)
            else:
                found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


def test_imports_point_one_way() -> None:
    graph = {
        f"claims.{path.stem}": {name for name in _imports(path, top=True) if name.startswith("claims.")}
        for path in HOME.glob("*.py")
        if path.stem != "__init__"
    }
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join([*path, name])
        if name in done:
            return
        for other in sorted(graph.get(name, ())):
            visit(other, (*path, name))
        done.add(name)

    for name in sorted(graph):
        visit(name, ())


def test_nothing_heavy_at_module_top() -> None:
    for path in HOME.glob("*.py"):
        heavy = {name.split(".")[0] for name in _imports(path, top=True)} & HEAVY
        assert heavy <= ({"pydantic"} if path.stem in ("model", "goldschema", "pytest_plugin") else set()), path.name


def test_help_loads_no_library() -> None:
    code = (
        "import sys; from claims.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ast.literal_eval(done.stderr.strip().splitlines()[-1]))
    assert not loaded & (HEAVY | {"regex", "json", "tomllib"})


def test_nothing_that_the_compiler_stumbles_over() -> None:
    """mypyc knows no ``x in (*A, "b")``; setup.py would install plain Python, and only the speed would tell."""
    for path in HOME.glob("*.py"):
        if path.stem.startswith("gold"):
            continue  # never compiled
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Compare) and any(isinstance(op, ast.In | ast.NotIn) for op in node.ops):
                for side in node.comparators:
                    starred = isinstance(side, ast.Tuple | ast.List | ast.Set) and any(
                        isinstance(item, ast.Starred) for item in side.elts
                    )
                    assert not starred, f"{path.name}:{node.lineno}: name the tuple outside of the comparison"
