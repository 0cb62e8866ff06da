# The two commands of the README.  Each does its own set-up the first time and says so.
#   make run     start the monitor           (PORT=8600 for another port, AZORY_HOME=… for another home)
#   make test    prove it, browser included  (TESTS="tests/compare -k rank" for a part of it)
# What holds for a file and for a PostgreSQL server alike is proved on both, by the DuckDB that has a driver for it.

PORT ?= 8501
PYTHON ?=
TESTS ?=

VENV := .venv
PYTHONS := $(or $(PYTHON),python3 python python3.14 python3.13 python3.12 python3.11)
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check

ON_BOTH := tests/server tests/store tests/test_books.py tests/test_races.py tests/test_sequences.py

.PHONY: help run test browser servers

help:
	@echo "make run     start the monitor on http://127.0.0.1:$(PORT)"
	@echo "make test    run every test, in a real browser too"

run: $(VENV)/.runs
	@echo "Azory Monitor: http://127.0.0.1:$(PORT)   (Ctrl+C ends it)"
	@exec $(PY) -m streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT) --server.headless true

test: $(VENV)/.tests browser
	@$(PY) -m pytest -n 2 $(TESTS)
	$(if $(TESTS),,@$(MAKE) --no-print-directory servers)

browser: $(VENV)/.tests
	@$(PY) -m tests.browser.chromium

servers: $(VENV)/postgres/.driver
	@$(PY) -m tests.server.postgres
	@PYTHONPATH=$(CURDIR)/$(VENV)/postgres AZORY_SEQUENCES=4 $(PY) -m pytest -n 2 $(ON_BOTH) -k "not newest_first"

# What is installed is known by a stamp that is older than the list when the list has changed.
$(VENV)/.runs: requirements.txt | $(PY)
	@echo "Installing what the monitor needs into $(VENV) (a minute the first time) …"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.tests: requirements-dev.txt requirements.txt | $(PY)
	@echo "Installing what the monitor and its tests need into $(VENV) (a minute the first time) …"
	@$(PIP) -r requirements-dev.txt
	@touch $(VENV)/.runs $@

# The other DuckDB lies beside the first and is only seen by whoever names its folder.
$(VENV)/postgres/.driver: requirements-postgres.txt $(VENV)/.tests
	@echo "Installing the driver for PostgreSQL into $(VENV)/postgres …"
	@rm -rf $(VENV)/postgres
	@$(PIP) --no-deps --target $(VENV)/postgres -r requirements-postgres.txt
	@touch $@

# Half an environment is worse than none, so one that could not be finished is taken away.
$(PY):
	@for python in $(PYTHONS); do \
	    if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        echo "Making $(VENV) with $$("$$python" --version) …"; \
	        "$$python" -m venv $(VENV) && exit 0; \
	        rm -rf $(VENV); \
	        echo "$$python cannot make an environment. On Debian and Ubuntu install the package python3-venv." >&2; \
	        exit 1; \
	    fi; \
	done; \
	echo "Azory Monitor needs Python 3.11 or newer, and none of these is one: $(PYTHONS)." >&2; \
	echo "Install one, or name it: make PYTHON=/path/to/python3.12 run" >&2; \
	exit 1
