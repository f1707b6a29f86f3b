# Everything from a fresh clone: needs Python >= 3.11 and make, nothing else. `make run`, `make test`, `make bench`.
#
# Two environments, so that nobody runs code other than he thinks: .venv holds the product, built from these sources as
# `pip install` builds it (compiled where there is a C compiler) and built again when one of them has changed; .venv-dev
# holds the tools and these sources themselves (editable, never compiled).
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
VENV ?= .venv
DEV ?= .venv-dev
PIP := -m pip install --quiet --disable-pip-version-check
SOURCES := pyproject.toml setup.py $(wildcard claims/*.py claims/data/*.toml)

.PHONY: run test lint types unit lexicon goldens compiled diff bench clean help
.DEFAULT_GOAL := help

help:
	@echo "make run      build and extract the claims of examples/article.html"
	@echo "make test     lint, types, tests, the lexicon check, the goldens; then the goldens again on the compiled build"
	@echo "make diff     claims gained and lost over the example pages against BASE=$(BASE)"
	@echo "make bench    measure speed, start-up and memory of the build"
	@echo "make clean    remove the environments and all caches"

$(VENV)/bin/python $(DEV)/bin/python:
	@test -n "$(PYTHON)" || { echo "no Python >= 3.11 found; name one: make PYTHON=/path/to/python3" >&2; exit 2; }
	@echo "setting up $(@:/bin/python=) with $(PYTHON)" >&2
	@$(PYTHON) -m venv $(@:/bin/python=) 1>&2

$(VENV)/.built: $(SOURCES) | $(VENV)/bin/python
	@echo "building claims (some minutes where there is a C compiler; NEWSCLAIMS_PURE=1 makes it seconds)" >&2
	@rm -rf build
	@$(VENV)/bin/python $(PIP) '.[rates]' 1>&2
	@$(VENV)/bin/claims --version >&2
	@touch $@

$(DEV)/.tools: pyproject.toml | $(DEV)/bin/python
	@$(DEV)/bin/python $(PIP) -e '.[all,dev]' 1>&2
	@touch $@

run: $(VENV)/.built
	@$(VENV)/bin/claims extract --summary examples/article.html

test: lint types unit lexicon goldens compiled

lint: $(DEV)/.tools
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .

types: $(DEV)/.tools
	$(DEV)/bin/mypy

unit: $(DEV)/.tools
	$(DEV)/bin/python -m pytest

lexicon: $(DEV)/.tools
	$(DEV)/bin/claims lexicon check

goldens: $(DEV)/.tools
	$(DEV)/bin/claims golden check golden

# Where there is a C compiler, a build that is not compiled is a failure.
compiled: $(VENV)/.built
	@$(VENV)/bin/claims --version | grep compiled || test -n "$$NEWSCLAIMS_PURE" || ! command -v cc
	$(VENV)/bin/claims golden check golden

# What the sources gain and lose against another revision, over the example pages.
BASE ?= HEAD~1
diff: $(DEV)/.tools
	@echo "against $(BASE):"
	@$(DEV)/bin/claims golden diff $(BASE) examples golden/articles

bench: $(VENV)/.built
	@$(VENV)/bin/python tests/bench/bench.py
	@PYTHONPATH=. $(VENV)/bin/python tests/bench/bench.py --articles 100 --repeat 3 --starts 0

clean:
	rm -rf $(VENV) $(DEV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find claims tests -name __pycache__ -type d -prune -exec rm -rf {} +
