"""What screens stand on in tests: a lived-in year and a day that does not move."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MakeAssociation
from tests.tui.worlds import TODAY, World, lived_in
from tui import clock


@pytest.fixture
def world(make_association: MakeAssociation, store: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A school year with meetings in every state, seen on 22 November 2026."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    return lived_in(store, make_association())
