"""The real program is killed in the middle of a word, and goes on where it was."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.soak import kills

pytestmark = [pytest.mark.proof, pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")]


def test_rows_1_22_a_kill_while_typing_costs_at_most_the_last_second(tmp_path: Path) -> None:
    report = kills.run(tmp_path, 3)  # each sitting after the first also waits for the line that says what came back
    assert (report.kills, report.lost, report.wrong) == (3, 0, [])
    assert max(report.tails) <= 1.0 + max(report.slow) + 0.2, str(report)  # a busy machine is slow, not wrong
