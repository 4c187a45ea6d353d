"""The n-th write, sync, open, rename or removal fails: one sentence, no traceback, nothing acknowledged is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak import failing, native

pytestmark = [pytest.mark.proof, pytest.mark.skipif(bool(native.missing()), reason=native.missing())]


def test_rows_7_8_9_a_call_that_fails_costs_a_sentence_and_nothing_else(tmp_path: Path) -> None:
    report = failing.run(tmp_path, native.build(tmp_path))
    assert sum(report.tries.values()) > 50
    assert not report.bad, str(report)
