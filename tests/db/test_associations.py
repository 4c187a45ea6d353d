"""Associations."""

import datetime as dt

import pytest

from db.associations import association, associations, save_association
from db.errors import Refused
from tests.conftest import MakeAssociation


def test_a_school_may_have_several(make_association: MakeAssociation):
    first = make_association(members=0)
    formed = {"formed_order": "17", "formed_on": dt.date(2026, 8, 28)}
    second = save_association(None, school_id=association(first).school_id, name_ru="МО физиков", **formed).value
    assert [each.id for each in associations()] == [first, second]
    assert (association(second).formed_order, association(second).meetings_a_year) == ("17", 7)


def test_a_name_stays_in_one_language_at_least(make_association: MakeAssociation):
    association_id = make_association(members=0)
    save_association(association_id, name_ru="")
    with pytest.raises(Refused) as refusal:
        save_association(association_id, name_ky="")
    assert (refusal.value.code, refusal.value.field) == ("required", "name_ky")


def test_an_association_needs_its_school(store):
    with pytest.raises(Refused) as refusal:
        save_association(None, name_ky="Усулдук бирикме", school_id=9)
    assert refusal.value.code == "value_not_allowed"
    assert associations() == []
