"""Compiles the hot modules with mypyc and packs the words for `pip install .` and wheels; the rest is in pyproject.toml.

An install never fails for want of a compiler: it then holds the same modules as plain Python, two to three times slower.
Editable installs are never compiled (an edit must count at once); NEWSCLAIMS_PURE=1 leaves the compiler out elsewhere.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.command.build_py import build_py

#: Modules that no document passes through, or that stand at the edge (start-up, pydantic, bytes); the rest is compiled.
PLAIN = (
    "__init__",
    "__main__",
    "display",
    "errors",
    "lexicon_check",
    "model",
    "notation",
    "physical",
    "pipeline",
    "sections",
    "snapshot",
    "warmup",
)
#: The half of the compiled modules that reads who says it and of what: a library of its own.
SAID_PREFIXES = ("attribution", "certainty", "clause", "noun_phrase", "sources", "subjects")
PLAIN_PREFIXES = ("cli", "gold", "html", "json", "pytest_", "rates")
#: For gcc and clang: what only an exception reaches stands apart from what every article runs through, so that more of
#: the latter fits into the processor's cache (5 to 10 % more articles a second).
LAYOUT = (
    "-fno-semantic-interposition",
    "-Wno-ignored-optimization-argument",  # clang knows not all of these
    "-freorder-blocks",
    "-freorder-blocks-and-partition",
    "-freorder-functions",
)
#: What tells of an exception in mypyc's C; by their own declarations, whatever these are in the mypyc at hand.
UNLIKELY = """
#pragma once
#include <CPy.h>
#define UNLIKELY(name) extern __typeof__(name) name __attribute__((cold))
UNLIKELY(CPy_AddTraceback);
UNLIKELY(CPy_TypeError);
UNLIKELY(CPy_TypeErrorTraceback);
UNLIKELY(CPy_AttributeError);
"""


def hot_modules() -> list[str]:
    """The files to compile, as paths below this folder."""
    names = sorted(path.stem for path in Path("claims").glob("*.py"))
    return [f"claims/{name}.py" for name in names if name not in PLAIN and not name.startswith(PLAIN_PREFIXES)]


def extensions() -> list[Extension]:
    """The compiled modules; an empty list where none are wanted or none can be made."""
    if not {"build", "build_ext", "bdist_wheel", "install"} & set(sys.argv):
        return []  # metadata, sdist or an editable install
    if os.environ.get("NEWSCLAIMS_PURE", "0") not in ("", "0"):
        return pure("NEWSCLAIMS_PURE is set")
    if not can_compile():
        return pure("no C compiler (or no Python.h) was found")
    try:
        from mypyc.build import mypycify
    except ImportError:
        return pure("mypy is not installed")
    files = hot_modules()
    # Two libraries of about the same size, so that two cores can compile them at once.
    said = [file for file in files if file.removeprefix("claims/").startswith(SAID_PREFIXES)]
    rest = [file for file in files if file not in said]
    options = ["--config-file=", "--ignore-missing-imports", "--follow-imports=silent", "--no-error-summary"]
    try:
        groups: list[tuple[list[str], str | None]] = [(rest, "newsclaims_numbers"), (said, "newsclaims_sources")]
        made = mypycify([*options, *files], opt_level="1", debug_level="0", separate=groups)
    except SystemExit:
        return pure("mypy does not accept the sources (see above)")
    if sys.platform == "linux":
        Path("build", "unlikely.h").write_text(UNLIKELY)
        for module in made:
            if not module.include_dirs:
                continue  # of one module: it only hands on to its library, and does not know mypyc's headers
            # New lists, since mypyc gives all modules the same; calls within a library take no detour.
            module.extra_compile_args = [*module.extra_compile_args, "-include", "build/unlikely.h", *LAYOUT]
            module.extra_link_args = [*module.extra_link_args, "-Wl,-Bsymbolic-functions"]
    return made


def can_compile() -> bool:
    """Whether a C file that includes Python.h compiles here."""
    from setuptools._distutils.ccompiler import new_compiler
    from setuptools._distutils.errors import CCompilerError, DistutilsError
    from setuptools._distutils.sysconfig import customize_compiler, get_python_inc

    with TemporaryDirectory() as folder:
        source = Path(folder, "probe.c")
        source.write_text("#include <Python.h>\n")
        try:
            compiler = new_compiler()
            customize_compiler(compiler)
            compiler.add_include_dir(get_python_inc())
            compiler.compile([str(source)], output_dir=folder)
        except (CCompilerError, DistutilsError, OSError):
            return False
    return True


def pure(why: str) -> list[Extension]:
    """Say in one line why nothing is compiled."""
    print(f"newsclaims: installing the modules as plain Python: {why}", file=sys.stderr)
    return []


class Build(build_ext):
    """build_ext that compiles in parallel and leaves nothing half done: all modules are compiled, or none."""

    def finalize_options(self) -> None:
        super().finalize_options()
        self.parallel = self.parallel or os.cpu_count() or 1

    def run(self) -> None:
        try:
            super().run()
        except Exception as error:
            for output in self.get_outputs():
                Path(output).unlink(missing_ok=True)
            self.extensions = []
            pure(f"the C compiler failed: {error}")


class Words(build_py):
    """build_py that also writes the snapshot (see claims/snapshot.py); where that fails, the first run writes it."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            warm = [sys.executable, "-B", "-c", "from claims.warmup import warm; warm()"]
            subprocess.run(warm, cwd=self.build_lib, stderr=subprocess.DEVNULL, check=False)


setup(ext_modules=extensions(), cmdclass={"build_ext": Build, "build_py": Words})
