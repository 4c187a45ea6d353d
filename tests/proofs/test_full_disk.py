"""The disk fills up or breaks under the running program: typing goes on, a line says so, then all is saved."""

from __future__ import annotations

import errno
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.soak import kills, native
from tests.terminal import Terminal

pytestmark = [pytest.mark.proof, pytest.mark.skipif(bool(native.missing()), reason=native.missing())]
WAIT = 60.0


@pytest.mark.parametrize(
    ("error", "sentence"),
    [(errno.ENOSPC, "Дискте орун калган жок."), (errno.EIO, "Дискке жазылбай жатат.")],
)
def test_rows_7_9_typing_goes_on_while_the_disk_takes_nothing(tmp_path: Path, error: int, sentence: str) -> None:
    data, switch = kills.prepare(tmp_path / "world"), tmp_path / "switch"
    env = native.environment(native.build(tmp_path), data, switch=switch)
    command = [sys.executable, "-m", "tui", "--data", str(data), "--lang", "ky"]
    with Terminal(command, env, folder=native.ROOT) as terminal:
        terminal.wait_for(kills.OPENED, WAIT)
        terminal.send("биринчи")
        terminal.wait_for("Сакталды", WAIT)
        switch.write_text(f"{native.WRITE | native.SYNC} {error}")
        terminal.send(" экинчи")
        terminal.wait_for("Сактала элек!", WAIT)
        terminal.wait_for(sentence, WAIT)
        terminal.send(" үчүнчү")
        terminal.wait_for("экинчи үчүнчү", WAIT)
        switch.unlink()
        terminal.wait_until(lambda lines: "Сакталды" in lines[0], WAIT)
        until_saved(data, "биринчи экинчи үчүнчү")
        assert not any("Traceback" in line for line in terminal.screen())
    assert kills.left(data)[0] == "биринчи экинчи үчүнчү"


def until_saved(data: Path, text: str) -> None:
    """Read the file from outside until the text stands in it."""
    ends = time.monotonic() + WAIT
    with closing(kills.outside_of(data)) as outside:
        while outside.execute(kills.HEARD).fetchone()[0] != text:
            assert time.monotonic() < ends, outside.execute(kills.HEARD).fetchone()
            time.sleep(0.05)
