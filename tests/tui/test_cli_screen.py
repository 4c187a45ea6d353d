"""Opening the screen from the command line: nothing else writes meanwhile, the example leaves nothing behind."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from db import connection
from tests.terminal import Terminal
from tui import cli

ROOT = Path(__file__).parents[2]


def birikme(*words: object, **env: str) -> Terminal:
    return Terminal([sys.executable, "-m", "tui", *map(str, words)], env=env, folder=ROOT)


def test_while_the_screen_is_open_nothing_else_writes(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with birikme("--data", data_folder) as terminal:
        terminal.wait_for("Кыргызча")
        assert cli.run(["--data", str(data_folder), "import", "nothing.json"]) == 1
        assert "Birikme ачык турат" in capsys.readouterr().err
        assert cli.run(["--data", str(data_folder), "check"]) == 0


def test_the_example_year_opens_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with birikme("--demo", TMPDIR=str(tmp_path)) as terminal:
        terminal.wait_for("F9")
        [folder] = tmp_path.iterdir()
        assert connection.path_of(folder).exists()
        terminal.send("F10")
        assert terminal.wait_end() == 0
    assert list(tmp_path.iterdir()) == []
