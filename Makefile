# The two words to know: `make up` and `make test`. Each sets up all that it needs.
PORT ?= 8000
PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
UV := $(VENV)/bin/uv
RUN := $(VENV)/bin/python
STAMP := $(VENV)/.synced

.PHONY: up test check journeys bench docs messages

up: $(STAMP) assets
	@PORT=$(PORT) $(VENV)/bin/seoulution up

test: $(STAMP) assets
	@$(RUN) -m pytest -n $(WORKERS) -m "not journey" $(PYTEST)

journeys: $(STAMP) assets
	@$(RUN) -m pytest -m journey $(PYTEST)

check: $(STAMP) assets
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports
	@$(RUN) -m tools.check_migrations
	@$(RUN) -m tools.docs --check
	@$(RUN) -m tools.messages --check

bench: $(STAMP) assets
	@$(RUN) -m bench

docs: $(STAMP)
	@$(RUN) -m tools.docs

messages: $(STAMP)
	@$(RUN) -m tools.messages

# Styles, behaviours and translations, built only when their sources changed.
assets: $(STAMP)
	@$(RUN) frontend/build.py
	@$(RUN) -m tools.messages --compile

# The locked environment; uv comes from the package index into the environment itself.
$(STAMP): pyproject.toml uv.lock
	@test -x $(UV) || { echo "  Making the virtual environment …"; $(PYTHON) -m venv $(VENV) && $(VENV)/bin/pip install --quiet --disable-pip-version-check uv; }
	@echo "  Installing the locked dependencies …"
	@$(UV) sync --quiet --locked --all-groups
	@touch $(STAMP)

.PHONY: assets
