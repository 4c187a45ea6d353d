"""Leaders and secretaries."""

import datetime as dt

from db.appointments import appoint, appointments, leader, secretary
from db.members import members
from tests.conftest import MakeAssociation

FIRST = dt.date(2025, 9, 1)
SECOND = dt.date(2026, 9, 1)
THIRD = dt.date(2027, 1, 11)
DAY = dt.timedelta(days=1)


def test_a_new_leader_ends_the_time_of_the_one_before(make_association: MakeAssociation):
    association_id = make_association()
    old, new, *_ = (each.person_id for each in members(association_id))
    appoint(association_id, "leader", old, "elected", FIRST)
    appoint(association_id, "leader", new, "appointed", SECOND, order_number="41", order_date=SECOND - DAY)
    assert leader(association_id, FIRST - DAY) is None
    assert leader(association_id, SECOND - DAY).person_id == old
    assert leader(association_id, SECOND).person_id == leader(association_id).person_id == new
    assert secretary(association_id) is None
    newest = appointments(association_id, "leader")[0]
    assert (newest.manner, newest.order_number, newest.order_date) == ("appointed", "41", SECOND - DAY)


def test_history_written_afterwards_fits_between(make_association: MakeAssociation):
    association_id = make_association()
    a, b, c, *_ = (each.person_id for each in members(association_id))
    for person_id, since in ((a, FIRST), (c, THIRD), (b, SECOND)):
        appoint(association_id, "secretary", person_id, since=since)
    spans = [(each.person_id, each.since, each.until) for each in appointments(association_id, "secretary")]
    assert spans == [(c, THIRD, None), (b, SECOND, THIRD), (a, FIRST, SECOND)]


def test_an_appointment_of_the_same_day_replaces(make_association: MakeAssociation):
    association_id = make_association()
    a, b, *_ = (each.person_id for each in members(association_id))
    appoint(association_id, "leader", a, since=FIRST)
    appoint(association_id, "leader", b, since=FIRST)
    assert [each.person_id for each in appointments(association_id, "leader")] == [b]
    assert leader(association_id).name.listed == "Асанова Г. М."
