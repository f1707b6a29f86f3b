"""What a process would otherwise work out again at every start: merged words and compiled patterns.

One file beside the words, written by the build and, where there is none for this Python and these words, after the first
run of the command (as Python itself writes bytecode, and not where it is told to write none). It is never stale: the
words in it hold for the TOML files whose digest it names, a pattern is found by its own text. Without it, or on another
Python, everything is worked out from the sources; it costs time and nothing else.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from typing import Any

__all__ = ["FILE", "keep", "prime", "read", "words", "write"]

FILE = os.path.join(os.path.dirname(__file__), "data", f"snapshot.{sys.implementation.cache_tag}.bin")

#: The digest and the packed words of the file (or of the tables that were read instead), and whether to write it anew.
_digest = ""
_words = b""
_missing = True
#: How many patterns were handed to ``re``, and how many more make it worth while to write the file anew.
_primed = 0
_MANY = 8
#: More patterns than all modules and words have. ``re`` forgets the oldest beyond its own limit of 512: those at hand.
_ROOM = 4096


def prime() -> None:
    """Hand the stored patterns to ``re``, so that compiling one of them is a look-up."""
    global _digest, _words, _missing, _primed
    if getattr(re, "_MAXCACHE", _ROOM) < _ROOM:
        re._MAXCACHE = _ROOM  # type: ignore[attr-defined]
    try:
        with open(FILE, "rb") as stream:
            version, digest, packed, patterns = marshal.loads(stream.read())
        if version == _version():
            import _sre  # type: ignore[import-not-found]

            cache = re._cache  # type: ignore[attr-defined]
            for pattern, flags, *compiled in patterns:
                cache[str, pattern, flags] = _sre.compile(pattern, *compiled)
            _missing, _primed = False, len(patterns)
        _digest, _words = digest, packed
    except (OSError, EOFError, ValueError, TypeError, AttributeError, ImportError, RuntimeError):
        return


def words(digest: str) -> Any:
    """The merged tables of the TOML files with this digest, a copy of one's own; None when the file holds others."""
    return marshal.loads(_words) if _words and digest == _digest else None


def read(digest: str, tables: Any) -> None:
    """Remember the tables that had to be read from TOML."""
    global _digest, _words, _missing
    _digest, _words, _missing = digest, marshal.dumps(tables), True


def keep() -> None:
    """Write the file if something was missing in it and Python may write its bytecode here."""
    if _words and not sys.dont_write_bytecode and (_missing or _compiled() > _primed + _MANY):
        write()


def write() -> None:
    """Write the words in use and every pattern that this process has compiled; an unwritable folder stays as it is."""
    if not os.access(os.path.dirname(FILE), os.W_OK):
        return
    try:
        own = f"{FILE}.{os.getpid()}"
        with open(own, "wb") as stream:
            stream.write(marshal.dumps((_version(), _digest, _words, _patterns())))
        os.replace(own, FILE)
    except (OSError, AttributeError, ImportError):
        return


def _compiled() -> int:
    """How many patterns this process has compiled or was handed."""
    return sum(key[0] is str for key in getattr(re, "_cache", ()))


def _version() -> str:
    """What the code of a compiled pattern holds for."""
    import _sre

    return f"{sys.version} {_sre.MAGIC}"


def _patterns() -> list[Any]:
    """The patterns in the cache of ``re`` with their code, as ``re`` itself makes it."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    out: list[Any] = []
    for kind, pattern, flags in list(re._cache):  # type: ignore[attr-defined]
        if kind is str:
            parsed = _parser.parse(pattern, flags)
            names = parsed.state.groupdict
            groups = dict(zip(names.values(), names, strict=True))
            indexed = tuple(groups.get(number) for number in range(parsed.state.groups))
            code = [int(item) for item in _compiler._code(parsed, flags)]
            out.append((pattern, flags, flags | parsed.state.flags, code, parsed.state.groups - 1, names, indexed))
    return out
