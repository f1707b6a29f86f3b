# Everything from a fresh clone: needs Python >= 3.11 and make, nothing else. `make run`, `make test`, `make bench`.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet

.PHONY: run test lint types unit goldens bench lexicon clean help
.DEFAULT_GOAL := help

help:
	@echo "make run      set up and extract the claims of examples/article.html"
	@echo "make test     set up and run lint, types, tests, the lexicon check and the goldens"
	@echo "make bench    measure speed, start-up and memory"
	@echo "make lexicon  write the parsed lexicon beside its TOML files (after a change of words)"
	@echo "make clean    remove the environment and all caches"

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "no Python >= 3.11 found; name one: make PYTHON=/path/to/python3" >&2; exit 2; }
	@echo "setting up $(VENV) with $(PYTHON)" >&2
	@$(PYTHON) -m venv $(VENV) 1>&2

# A stamp each, so that setting up happens once, and again when pyproject.toml changes.
$(VENV)/.run: pyproject.toml | $(BIN)/python
	@$(PIP) -e . 1>&2
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	@$(PIP) -e '.[all,dev]' 1>&2
	@touch $@ $(VENV)/.run

run: $(VENV)/.run
	@$(BIN)/claims extract --summary examples/article.html

test: lint types unit lexicon-check goldens

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

unit: $(VENV)/.dev
	$(BIN)/python -m pytest

.PHONY: lexicon-check
lexicon-check: $(VENV)/.dev
	$(BIN)/claims lexicon check

goldens: $(VENV)/.dev
	$(BIN)/claims golden check golden

bench: $(VENV)/.dev
	@$(BIN)/python tests/bench/bench.py

lexicon: $(VENV)/.run
	@$(BIN)/python -m claims.lexicon

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find claims tests -name __pycache__ -type d -prune -exec rm -rf {} +
