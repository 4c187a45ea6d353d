"""The program as it is installed: a wheel built from this tree, in a virtual environment of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ("db", "templates_docx", "tui", "pyproject.toml", "README.md")


@pytest.fixture(scope="session")
def birikme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The console script of the installed wheel. Nothing is fetched: its libraries are this environment's."""
    work = tmp_path_factory.mktemp("wheel")
    source = work / "source"
    source.mkdir()
    for name in SHIPPED:
        _copy(ROOT / name, source / name)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    _run(*pip, "wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", work, source)
    place = work / "installed"
    venv.create(place, with_pip=False)
    python = place / "bin" / "python"
    _lend(python)
    _run(*pip, "--python", python, "install", "--no-deps", "--no-index", *work.glob("*.whl"))
    return place / "bin" / "birikme"


def _copy(source: Path, to: Path) -> None:
    """Copy, so that building leaves nothing in the tree."""
    if source.is_dir():
        shutil.copytree(source, to, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))
    else:
        shutil.copy(source, to)


def _lend(python: Path) -> None:
    """Let an environment see the libraries of this one. Their own .pth files, an editable install, are not read."""
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    folder = Path(_run(python, "-c", where).strip())
    lent = dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    (folder / "lent.pth").write_text("\n".join(lent) + "\n", encoding="utf-8")


def _run(*command: object) -> str:
    found = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
    return found.stdout
