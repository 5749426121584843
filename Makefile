# Two commands to know: `make demo` and `make test`. Both set everything up first.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/ready
SAMPLE := out/draft.docx

.PHONY: demo test check format lint types layers golden messages docs templates bench clean

demo: $(READY)  ## make a bad draft from a sample, check it, show the findings
	@mkdir -p out
	$(BIN)/python -m tests.kit.demo $(SAMPLE)
	-$(BIN)/docctl check $(SAMPLE)
	@echo
	@echo "The draft is $(SAMPLE). Ask about any rule: $(BIN)/docctl rules show HDR004"

test: $(READY)  ## the tests; what is missing on this machine (LibreOffice) is said at the end
	$(BIN)/pytest -n auto

check: format lint types layers test  ## all that CI runs

format: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

golden: $(READY)  ## accept what people see now, after looking at it: git diff tests/golden
	$(BIN)/python -m tests.golden.accept

messages: $(READY)  ## collect and compile the messages in three languages
	$(BIN)/python -m tests.kit.messages

docs: $(READY)  ## write the generated pages: docs/rules.md, docs/errors.md
	$(BIN)/python -m docs.generate

templates: $(READY)  ## build the shipped Word templates from their sources
	$(BIN)/python -m docctl.templating.building templates

bench: $(READY)
	$(BIN)/python -m benchmarks.check
	$(BIN)/python -m benchmarks.annotate
	$(BIN)/python -m benchmarks.store
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.pdf

clean:
	rm -rf $(VENV) out build *.egg-info .mypy_cache .ruff_cache .pytest_cache

$(READY): setup.cfg pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "docctl needs Python 3.11 or later; set PYTHON=… to name one")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -m compileall -q docctl  # a cold start should not compile, whatever the environment says
	@touch $@
