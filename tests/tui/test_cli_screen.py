"""Opening the screen from the command line: one at a time, free again after a kill, the example leaving nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from db import connection, instance_lock
from tests.terminal import Terminal
from tui import cli

ROOT = Path(__file__).parents[2]


def birikme(*words: object, **env: str) -> Terminal:
    return Terminal([sys.executable, "-m", "tui", *map(str, words)], env=env, folder=ROOT)


def test_a_second_screen_says_who_has_it_open_and_ends(data_folder: Path) -> None:
    with instance_lock.held(data_folder, "Асанова Г. М."), birikme("--data", data_folder) as terminal:
        terminal.wait_for("Асанова Г. М.")
        assert terminal.wait_end() == 1
        assert next(line for line in terminal.screen() if line).startswith("Birikme ачык турат")


def test_while_the_screen_is_open_nothing_else_writes(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with birikme("--data", data_folder) as terminal:
        terminal.wait_for("Кыргызча")
        assert cli.run(["--data", str(data_folder), "import", "nothing.json"]) == 1
        assert "Birikme ачык турат" in capsys.readouterr().err
        assert cli.run(["--data", str(data_folder), "check"]) == 0


def test_after_a_kill_the_data_opens_at_once(data_folder: Path) -> None:
    for _ in range(2):
        with birikme("--data", data_folder) as terminal:
            terminal.wait_for("Кыргызча")
            terminal.kill()


def test_the_example_year_opens_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with birikme("--demo", TMPDIR=str(tmp_path)) as terminal:
        terminal.wait_for("F9")
        [folder] = tmp_path.iterdir()
        assert connection.path_of(folder).exists()
        terminal.send("F10")
        assert terminal.wait_end() == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no database" * 100])
def test_data_that_cannot_be_opened_is_said_in_one_line(data_folder: Path, content: bytes) -> None:
    data_folder.mkdir()
    connection.path_of(data_folder).write_bytes(content)
    with birikme("--data", data_folder, "--lang", "en") as terminal:
        assert terminal.wait_end() == 1
        shown = " ".join(terminal.screen())
    assert "data file" in shown
    assert "Traceback" not in shown
    assert connection.path_of(data_folder).read_bytes() == content
