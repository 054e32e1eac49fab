# `make run` and `make test` need Python 3.11+ and nothing else.
PYTHON ?= python3
PORT ?= 8000
PY = .venv/bin/python
MANAGE = $(PY) manage.py
# Errors only: older releases of pip warn of lxml's "html_clean", which has another spelling now and is there.
INSTALL = $(PY) -m pip install -qq --disable-pip-version-check

.PHONY: run test lint evaluate bench screenshots clean

run: .venv/run.stamp
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) ingest seeds
	@exec $(MANAGE) serve --port $(PORT)

# What the many processes of the tests import is compiled once, even where the environment says otherwise.
# Each of them begins with a stretch of its own (worksteal), so that one starts a browser, and not all.
test: lint
	PYTHONDONTWRITEBYTECODE= $(PY) -m pytest -n auto --dist worksteal

# How right the extractor is, on labelled pages kept beside the checkout (see docs/accuracy.md).
evaluate: .venv/run.stamp
	@$(MANAGE) evaluate

lint: .venv/test.stamp
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Chancery needs Python 3.11 or newer; this is $$($(PYTHON) --version). Set PYTHON=…"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt | .venv/bin/python
	$(INSTALL) -r requirements.txt
	@touch $@

.venv/test.stamp: requirements.txt requirements-dev.txt | .venv/bin/python
	$(INSTALL) -r requirements-dev.txt
	@touch $@ .venv/run.stamp

screenshots: .venv/test.stamp
	$(PY) -m tests.browser.screenshot docs/screenshots

bench: .venv/test.stamp
	$(INSTALL) -r requirements-bench.txt
	$(PY) -m tests.benchmarks.run $(BENCH)

clean:
	rm -rf .venv
