"""A data file open for writing on the test's own thread, and a school in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.db.core import make_school


@pytest.fixture
def opened(store: Path) -> Path:
    return store


@pytest.fixture
def school(opened: Path) -> int:
    return make_school().value
