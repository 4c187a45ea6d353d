"""Helpers for data that cannot be opened: the screen about them, their files, the program without root's rights."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from db import connection, instance_lock
from db.errors import Refused
from tests.terminal import Terminal
from tests.tui.screens import text_of
from tui import session
from tui.app import Options
from tui.screens.unopened import Sitting

ROOT = Path(__file__).parents[2]
AFTER_COPY = "Башкы маселе жөнүндө"
"""A question that the newest copy lacks."""


def files(folder: Path) -> dict[str, bytes]:
    """Every file of the data with what is in it, without the lock."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != instance_lock.LOCK_NAME)
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def refusal(folder: Path) -> Refused:
    """Why the data cannot be opened."""
    with pytest.raises(Refused) as refused, instance_lock.held(folder), session.opened(Options(folder)):
        pass
    return refused.value


async def step(folder: Path, *keys: str, error: Refused | None = None) -> tuple[str, Sitting, int | None]:
    """The screen about data that cannot be opened as one line of text, then what became of keys."""
    sitting = Sitting(folder)
    app = session.unopened(sitting, error or refusal(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = " ".join(line.strip() for line in text_of(app) if line.strip())
        await pilot.press(*keys)
        await pilot.pause()
    return shown, sitting, app.return_value


def questions(folder: Path) -> list[str]:
    """The questions of all agendas, read after the program opened the data as usual."""
    with instance_lock.held(folder), session.opened(Options(folder)):
        return [title for (title,) in connection.execute("SELECT title FROM agenda_item")]


def birikme(folder: Path, *before: str) -> Terminal:
    """The real program in a terminal."""
    return Terminal([*before, sys.executable, "-m", "tui", "--data", str(folder)], folder=ROOT)


POWERLESS = """
import ctypes, os, sys
for power in (1, 2):  # root may write anywhere: give up the two rights that say so
    ctypes.CDLL(None).prctl(24, power, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


def plain_user() -> list[str]:
    """What makes even root mind the rights of files."""
    return [sys.executable, "-c", POWERLESS] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
