"""A second process that is killed at a named place, as a power cut ends one."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

SCRIPT = """
import importlib, os, signal, sys
from datetime import datetime
from pathlib import Path
from db import connection
from db.backups import making, restoring
module, _dot, name = {place!r}.rpartition(".")
holder = importlib.import_module(module)
usual, left = getattr(holder, name), [{turn}]
def cut(*args, **named):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return usual(*args, **named)
setattr(holder, name, cut)
folder, now = Path({folder!r}), datetime(2026, 11, 22, 14, 30)
{code}
"""


def killed_at(place: str, folder: Path, code: str, turn: int = 0) -> None:
    """Run code on a folder in a process of its own, which is killed when it calls a function for the `turn`-th time."""
    script = SCRIPT.format(place=place, folder=str(folder), code=code, turn=turn)
    found = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False)
    assert found.returncode == -signal.SIGKILL, found.stderr.decode()
