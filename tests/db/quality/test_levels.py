"""Work by level, the standard, handing a class over: proposed from the records, written, refused, taken back."""

from __future__ import annotations

import datetime as dt

import pytest

from db import calendar, search
from db.associations import association
from db.control_tests import results, works
from db.errors import Refused
from db.members import members
from db.quality import handovers, levels, standard
from db.undo import undo
from tests.conftest import MakeAssociation
from tests.marks import QUARTERS, fill_marks


@pytest.fixture
def filled(make_association: MakeAssociation) -> tuple[int, dict[tuple[int, str], int], list[int]]:
    made = make_association()
    calendar.save_school_year(2026, QUARTERS[0].begins, QUARTERS[3].ends, QUARTERS)
    classes = fill_marks(made, association(made).school_id).value
    return made, classes, [each.person_id for each in members(made)]


Filled = tuple[int, dict[tuple[int, str], int], list[int]]


def test_the_quarters_marks_propose_the_groups(filled: Filled) -> None:
    of, classes, people = filled
    found = levels.groups_of(of, 2026, 1)
    assert [(each.class_name, each.subject, each.level, each.shown_pupils) for each in found[:6]] == [
        ("5-А", "Кыргыз тили", "high", 5), ("5-А", "Кыргыз тили", "middle", 19), ("5-А", "Кыргыз тили", "low", 1),
        ("5-А", "Математика", "high", 6), ("5-А", "Математика", "middle", 18), ("5-А", "Математика", "low", 1),
    ]  # fmt: skip
    assert found[5].id == 0 and found[5].person and found[5].person_id == people[1]
    key = (of, classes[2026, "А"], "математика", 1, "low")
    first = levels.save(*key, pupils=2, work="Кошумча сабак", time="бейшемби", person_id=people[1]).value
    assert levels.save(*key, result="2ден 1 өздөштүрдү").value == first
    again = levels.groups_of(of, 2026, 1)[5]
    assert (again.id, again.shown_pupils, again.proposed, again.work) == (first, 2, 1, "Кошумча сабак")
    assert (levels.group(first).class_name, levels.year_of(first)) == ("5-А", (2026, 1))
    assert [(each.kind, each.title) for each in search.find("кошумча")] == [("level_work", "математика 5-А")]
    for wrong in ({"pupils": 10_000}, {"person_id": 999}):
        with pytest.raises(Refused):
            levels.save(*key, **wrong)
    (proposed,) = {each.proposed for each in levels.groups_of(of, 2026, 2) if each.class_name == "2-Г"}
    assert proposed is None
    levels.save(of, classes[2026, "Г"], "Окуу", 3, "middle", work="Окуйт")
    assert [(each.level, each.work) for each in levels.groups_of(of, 2026, 3)] == [
        ("high", ""), ("middle", "Окуйт"), ("low", ""),
    ]  # fmt: skip
    levels.remove(first)
    assert levels.groups_of(of, 2026, 1)[5].id == 0
    assert {each.level for each in levels.stock()} == {"high", "middle", "low"}


def test_what_is_not_mastered_and_what_is_done(filled: Filled) -> None:
    of, _classes, people = filled
    day = {"held_on": dt.date(2026, 9, 15)}
    (work_id,) = works.add_works(of, 2026, [("5-А", people[1])], kind="entry", subject="Математика", **day).value
    results.set_results(work_id, 25, 25, {5: 6, 4: 10, 3: 8, 2: 1})
    results.set_requirements(work_id, [("Бөлчөктөрдү кошот", 15), ("Маселе чыгарат", 14)])
    (found,) = standard.missed(of, 2026)
    assert (found.requirement.text, found.share, found.state) == ("Маселе чыгарат", 56, "")
    assert standard.missed(of, 2026, quarter=2) == () == standard.missed(of, 2026, class_name="4")
    with pytest.raises(Refused) as error:
        standard.save(found.requirement.id, person_id=people[1])
    assert error.value.code == "required"
    made = standard.save(found.requirement.id, measure="Кошумча сабак", deadline=dt.date(2026, 10, 1)).value
    standard.save(found.requirement.id, done_on=dt.date(2026, 9, 30))
    assert standard.of_measure(made).state == "done"
    assert [(each.kind, each.title) for each in search.find("кошумча")] == [("standard_measure", "Маселе чыгарат")]
    undo()
    assert standard.missed(of, 2026)[0].state == "planned"
    standard.remove(made)
    assert standard.missed(of, 2026)[0].measure is None


def test_a_class_is_handed_over_and_looked_at_in_october(filled: Filled) -> None:
    of, classes, people = filled
    (work_id,) = works.add_works(of, 2026, [("5-А", None)], kind="entry", subject="Математика",
                                 held_on=dt.date(2026, 9, 15)).value  # fmt: skip
    works.hold(work_id)
    assert [each.id for each in handovers.draft(of, 2026, "5-А").works] == [work_id]
    fields = {"kind": "adaptation", "held_on": dt.date(2026, 10, 20), "from_person_id": people[1], "listed": 25}
    made = handovers.save(None, of, classes[2026, "А"], **fields, to_person_id=people[4]).value
    (found,) = handovers.handovers(of, 2026)
    assert (found.id, found.class_name, found.giver and found.giver.listed, found.taker is None) == (
        made, "5-А", "Асанова Г. М.", False,
    )  # fmt: skip
    assert handovers.newest(of) == made == handovers.newest(of, 2026) and handovers.newest(of, 2025) is None
    with pytest.raises(Refused) as error:
        handovers.save(made, of, classes[2026, "А"], held_on=dt.date(2028, 1, 1))
    assert error.value.code == "day_outside_year"
    handovers.remove(made)
    with pytest.raises(Refused):
        handovers.handover(made)
