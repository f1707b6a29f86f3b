"""The pytest plugin: golden cases as test items, and two fixtures for short expectations in code.

``claims_golden = ["golden"]`` in the pytest configuration collects every case under those folders; see
``golden/README.md``. Registered as an entry point, so it is imported by every pytest run of every user: nothing but
pytest is imported at the top, and without the option nothing is done.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claims.goldcase import Case
    from claims.goldcompare import Place

__all__ = ["GoldenFile", "GoldenItem", "assert_claims", "claims_extract"]

OPTION = "claims_golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one option: where the golden cases are, relative to the configuration file."""
    parser.addini(OPTION, "files and folders of golden cases (claims)", type="paths", default=[])


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """A run that names no paths collects the goldens too, wherever testpaths points."""
    if config.args_source is pytest.Config.ArgsSource.ARGS:
        return
    covered = [(config.invocation_params.dir / argument).resolve() for argument in config.args]
    for path in _roots(config):
        if path.exists() and not any(path.is_relative_to(other) for other in covered):
            config.args.append(str(path))


def _roots(config: pytest.Config) -> list[Path]:
    return [Path(path).resolve() for path in config.getini(OPTION)]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> GoldenFile | None:
    """A JSON file under the configured folders is a case."""
    if file_path.suffix != ".json":
        return None
    resolved = file_path.resolve()
    if any(resolved == root or root in resolved.parents for root in _roots(parent.config)):
        made: GoldenFile = GoldenFile.from_parent(parent, path=file_path)
        return made
    return None


class GoldenFile(pytest.File):
    """One case file; its items are the case, or each of its surfaces and negatives."""

    def collect(self) -> Iterable[GoldenItem]:
        """Read the case; a case that cannot be read is a collection error that names file and key."""
        from claims.errors import GoldenError
        from claims.goldcase import items, load

        try:
            case = load(_shown(self.path, self.config))
        except GoldenError as error:
            raise self.CollectError(str(error)) from None
        for name, place in items(case):
            yield GoldenItem.from_parent(self, name=name.replace("\n", "\\n"), case=case, surface=name, place=place)


def _shown(path: Path, config: pytest.Config) -> Path:
    """The path as the user would write it."""
    here = config.invocation_params.dir
    return path.relative_to(here) if path.is_relative_to(here) and Path.cwd() == here else path


class DifferenceError(Exception):
    """A case that does not hold; its text is the whole report."""


class GoldenItem(pytest.Item):
    """One case, or one surface of a case."""

    def __init__(self, *, case: Case, surface: str, place: Place, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.case, self.surface, self.place = case, surface, place
        if case.xfail is not None:
            self.add_marker(pytest.mark.xfail(reason=case.xfail, strict=True))

    def runtest(self) -> None:
        """Compare in full; what is strict about xfail is left to pytest."""
        from claims.goldcheck import check_item, extractor
        from claims.goldreport import diff

        result = check_item(self.case, self.surface, self.place, extractor())
        if result.status in ("failed", "missing", "xfailed"):
            raise DifferenceError(f"{self.case.path}: {self.case.why}\n{diff(result)}")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Only the diff; a broken lexicon or rate table in one line."""
        from claims.errors import ClaimsError

        if isinstance(excinfo.value, (DifferenceError, ClaimsError)):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """File, line (from 0) and name."""
        from claims.jsonedit import line_of

        line = line_of(self.path.read_text(encoding="utf-8"), self.place) - 1 if self.place else 0
        return self.path, line, self.name


@pytest.fixture(scope="session")
def claims_extract() -> Callable[..., Any]:
    """:func:`claims.extract`."""
    from claims import extract

    return extract


@pytest.fixture
def assert_claims(claims_extract: Callable[..., Any]) -> Callable[..., None]:
    """``assert_claims(text, ["~145000000000000 KRW"], lang=, date=)``: exactly these claims, in text order.

    Each is written in the compact notation, and may carry its printed words: ``"약 145조원 = ~145000000000000 KRW"``.
    """

    def check(text: str, expected: list[str], *, lang: str | None = None, date: str | None = None) -> None:
        __tracebackhide__ = True
        import json

        from claims import notation
        from claims.goldcompare import compare_expect
        from claims.goldreport import lines_of

        wanted = [(surface, notation.parse(item)) for surface, item in map(notation.split_surface, expected)]
        document = claims_extract(text, lang=lang, date=date)
        found = json.loads(document.to_json())
        changes = compare_expect(wanted, found["claims"], found["document"]["text"])
        if changes:
            raise AssertionError("\n".join([repr(text), *lines_of(changes)]))

    return check
