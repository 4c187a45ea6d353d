"""The library that stands between the program and the system (`calls.c`), built where a compiler is at hand."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).with_name("calls.c")
ROOT = Path(__file__).parents[2]
OPEN, WRITE, SYNC, RENAME, UNLINK = 1, 2, 4, 8, 16
"""Kinds of calls, as `calls.c` numbers them."""


def missing() -> str:
    """Why the library cannot be built here; empty where it can."""
    if not sys.platform.startswith("linux"):
        return "calls are recorded on Linux only"
    return "" if shutil.which("cc") else "no C compiler (cc) is installed"


def build(folder: Path) -> Path:
    """Build the library into a folder; returns it."""
    library = folder / "calls.so"
    command = ["cc", "-O2", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl", "-lpthread"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return library


def environment(library: Path, folder: Path, **more: Path) -> dict[str, str]:
    """What a program needs in its environment to be watched; `log` and `switch` as `calls.c` says."""
    watching = {"LD_PRELOAD": str(library), "WATCH_FOLDER": str(folder)}
    watching |= {f"WATCH_{name.upper()}": str(path) for name, path in more.items()}
    return {**os.environ, **watching, "PYTHONDONTWRITEBYTECODE": "1"}


def quick_place() -> str | None:
    """Where many small folders come and go fastest: the memory, where the system offers it."""
    shared = Path("/dev/shm")
    return str(shared) if shared.is_dir() and os.access(shared, os.W_OK) else None
