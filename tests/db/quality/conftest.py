"""A school with members, and classes of two years."""

from __future__ import annotations

import pytest

from db.associations import association
from tests.conftest import MakeAssociation


@pytest.fixture
def association_id(make_association: MakeAssociation) -> int:
    return make_association()


@pytest.fixture
def school_id(association_id: int) -> int:
    return association(association_id).school_id
