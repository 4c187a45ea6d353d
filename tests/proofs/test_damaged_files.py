"""Damaged copies of lived-in data: each is right or reported, none is silently different."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak import damage

pytestmark = pytest.mark.proof


def test_rows_10_11_12_13_14_15_damaged_data_are_right_or_reported(tmp_path: Path) -> None:
    report = damage.run(tmp_path, 100)
    assert sum(sum(found.values()) for found in report.outcomes.values()) >= 100
    assert not report.bad, str(report)
    assert set(report.outcomes["zero length"]) == {"refused data_empty"}
    assert set(report.outcomes["header overwritten"] | report.outcomes["foreign file"]) == {"refused data_not_birikme"}
    assert "right" not in report.outcomes["cut short"] | report.outcomes["end zeroed"]


def test_the_harness_sees_what_is_silently_different(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(damage.checking, "check", list)
    assert any("SILENTLY" in each for each in damage.run(tmp_path, 20).bad)
