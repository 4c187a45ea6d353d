"""A data file open for writing on the test's own thread, and a school in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import connection
from tests.db.core import make_school


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Path]:
    connection.open_for_writing(tmp_path)
    yield tmp_path
    connection.close()


@pytest.fixture
def school(opened: Path) -> int:
    return make_school().value
