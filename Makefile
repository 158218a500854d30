# Set-up needs make and Python 3.11 or newer, nothing else.
# `make run` and `make test` prepare everything themselves; a second run costs nothing.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:

PYTHONS := python3.14 python3.13 python3.12 python3.11 python3 python
UV ?= uv
ARGS ?=

IN_VENV := .venv/bin/python
INSTALL := $(IN_VENV) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes

# A .venv is made anew when it was never finished, when its Python has gone or is too old, or when it lost pip.
HEALTHY := $(shell $(IN_VENV) -c 'import pip, sys; print(sys.version_info >= (3, 11))' 2>/dev/null)
REMAKE := $(if $(filter True,$(HEALTHY)),,remake)

.PHONY: help run playground test check format coverage bench lock clean remake

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

run: .venv/.production ## Start the bot; without DISCORD_TOKEN, the playground in a browser
	@if [ -n "$${DISCORD_TOKEN+set}" ]; then \
	  test -n "$$DISCORD_TOKEN"; \
	else \
	  grep -Eqs "^[[:space:]]*(export[[:space:]]+)?DISCORD_TOKEN[[:space:]]*=[[:space:]]*[\"']?[^[:space:]\"'#]" .env; \
	fi || $(MAKE) -s --no-print-directory .venv/.playground
	@exec $(IN_VENV) -m bot $(ARGS)

playground: .venv/.playground ## Start the playground, with or without a token
	@exec $(IN_VENV) -m bot playground $(ARGS)

test: .venv/.development ## Run every test on all cores; ARGS="-k tips" narrows it down
	@$(IN_VENV) -m pytest --numprocesses auto --dist worksteal $(ARGS)

check: .venv/.development ## Lint, format, types and the import rules
	@failed=; \
	for what in "-m ruff check ." "-m ruff format --check ." "-m mypy" ".venv/bin/lint-imports --no-logo"; do \
	  echo "\$$ python $$what"; \
	  $(IN_VENV) $$what || failed=1; \
	done; \
	test -z "$$failed"

format: .venv/.development ## Put the code in shape and repair what can be repaired
	$(IN_VENV) -m ruff check --fix .
	$(IN_VENV) -m ruff format .

coverage: .venv/.development ## Run every test and show the lines none of them reached
	@$(IN_VENV) -m coverage run -m pytest $(ARGS)
	@$(IN_VENV) -m coverage report

bench: .venv/.development ## Measure what takes time with 100,000 tips; ARGS="sharing" narrows it
	@$(IN_VENV) -m benchmarks $(ARGS)

lock: ## Pin the requirements again (needs uv); ARGS=--upgrade takes the newest
	@command -v $(UV) >/dev/null || { echo "make lock needs uv; running and testing Vinkki do not." >&2; exit 72; }
	@for name in production playground development benchmarks; do \
	  $(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	    $(ARGS) requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done

clean: ## Remove .venv and caches; your database in var/ stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.* htmlcov
	find bot cogs data tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# Each stamp is newer than what it was made from, so a changed requirements file is installed at the next run.

.venv/.made: $(REMAKE)
	@able=; found=; \
	for try in $(if $(PYTHON),"$(PYTHON)",$(PYTHONS)); do \
	  "$$try" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	  able="$$try"; \
	  "$$try" -c 'import ensurepip, venv' >/dev/null 2>&1 || continue; \
	  found="$$try"; break; \
	done; \
	if [ -z "$$able" ]; then \
	  echo "Vinkki needs Python 3.11 or newer, and $(if $(PYTHON),$(PYTHON) is not one,none was found): install one, or name it with PYTHON=/path/to/python3." >&2; \
	  exit 72; \
	elif [ -z "$$found" ]; then \
	  echo "$$able cannot make a virtual environment because its venv package is missing: on Debian and Ubuntu, run apt install python3-venv." >&2; \
	  exit 72; \
	fi; \
	echo "Making .venv with $$("$$found" --version)."; \
	rm -rf .venv && "$$found" -m venv .venv
	@touch $@

.venv/.production: .venv/.made requirements/production.txt
	@echo "Installing what the bot needs."
	@$(INSTALL) -r requirements/production.txt
	@echo "Preparing the Finnish and English dictionaries."
	@$(IN_VENV) -m data.dictionaries
	@touch $@

.venv/.playground: .venv/.production requirements/playground.txt
	@echo "Installing what the playground needs."
	@$(INSTALL) -r requirements/playground.txt
	@touch $@

.venv/.development: .venv/.playground requirements/development.txt
	@echo "Installing what the tests and checks need."
	@$(INSTALL) -r requirements/development.txt
	@touch $@

remake:
