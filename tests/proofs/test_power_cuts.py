"""Power cuts at every recorded call: nothing acknowledged is lost, and the harness sees it where something is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak import native, power, power_migration

pytestmark = [pytest.mark.proof, pytest.mark.skipif(bool(native.missing()), reason=native.missing())]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return native.build(tmp_path_factory.mktemp("calls"))


@pytest.mark.parametrize("seed", [1, 2])
def test_rows_2_4_5_6_a_power_cut_loses_nothing_acknowledged(library: Path, tmp_path: Path, seed: int) -> None:
    report = power.replay(tmp_path, power.record(tmp_path, library), 1000, seed)
    assert report.states == 1000
    assert not report.faults, str(report)


def test_row_3_a_power_cut_during_a_migration_leaves_the_old_file_or_the_new_one(library: Path, tmp_path: Path) -> None:
    log = power.record(tmp_path, library, story="tests.soak.power_migration", prepare=power_migration.prepare)
    report = power_migration.replay(tmp_path, log, 200)
    assert not report.faults, str(report)


@pytest.mark.parametrize(("careless", "sign"), [("careless-engine", "save lost"), ("careless-papers", "paper broken")])
def test_the_same_harness_catches_what_does_not_sync(library: Path, tmp_path: Path, careless: str, sign: str) -> None:
    report = power.replay(tmp_path, power.record(tmp_path, library, careless), 60)
    assert report.faults[sign] > 3, str(report)
