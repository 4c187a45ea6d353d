"""An association of twelve, and two of its teachers."""

from __future__ import annotations

import pytest

from db.members import members
from tests.conftest import MakeAssociation


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def people(association_id: int) -> list[int]:
    """The members' persons, in Kyrgyz order."""
    return [each.person_id for each in members(association_id)]
