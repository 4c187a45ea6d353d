"""Two associations of one school on one laptop: what one of them did stands in no list of the other."""

from __future__ import annotations

import datetime as dt

import pytest

from db import folder, remarks, search, soon, staffing, tasks
from db.associations import save_association
from db.control_tests import reading as works
from db.curriculum import changes, plans, proposals
from db.errors import Refused
from db.events import activities, clashes, matrix
from db.journal import reading as journal
from db.meetings import items
from db.models.schools import School
from db.norms import register
from db.observations import aspects
from db.observations import reading as sheets
from db.plans import fulfilling, lines
from db.studies import letters, parts, studies
from tests.conftest import MakeAssociation
from tests.lived import YEAR, Quarter, live

DAY = dt.date(2026, 11, 7)


@pytest.fixture
def lived(make_association: MakeAssociation) -> Quarter:
    return live(make_association())


@pytest.fixture
def other(lived: Quarter) -> int:
    school_id = int(School.select(School.id).scalar())
    return save_association(None, school_id=school_id, name_ky="Математика бирикмеси").value


def lists(association_id: int) -> dict[str, object]:
    """Every list of an association's year."""
    first, last = dt.date(YEAR, 8, 1), dt.date(YEAR + 1, 7, 31)
    return {
        "activities": activities.activities(association_id, YEAR),
        "matrix": matrix.matrix(association_id, YEAR, DAY),
        "works": works.works(association_id, YEAR),
        "changes": changes.changes(association_id, YEAR),
        "calendar plans": plans.plans(association_id, YEAR),
        "from last year": proposals.from_last_year(association_id, YEAR + 1),
        "norms": register.norms(association_id, YEAR, DAY),
        "sheets": sheets.sheets(association_id, YEAR),
        "aspects": aspects.aspects(association_id),
        "journal": journal.entries(association_id, journal.Wanted()),
        "folder": {name: count for name, count in folder.counts(association_id, YEAR).items() if count},
        "remarks": remarks.remarks(association_id),
        "vacancies": staffing.vacancies(association_id),
        "tasks": tasks.tasks(association_id),
        "soon": soon.planned(association_id, first, last),
        "lines": lines.lines(association_id, YEAR, DAY),
        "unplanned": fulfilling.unplanned(association_id, YEAR),
        "items": items.item_offers(association_id, YEAR, "план", None),
        "letters": letters.letters(association_id, YEAR),
        "studies": studies.studies(association_id, YEAR),
    }


def test_no_list_shows_what_the_other_association_did(lived: Quarter, other: int) -> None:
    own = lists(lived.association_id)
    assert [name for name, found in own.items() if not found and name not in ("from last year", "soon")] == []
    assert {name: found for name, found in lists(other).items() if found} == {}


def test_one_finds_what_is_ones_own_or_the_schools(lived: Quarter, other: int) -> None:
    for word in ("карточка", "сандар", "математика", "план", "асан", "дене", "белгиленди"):
        everything = search.find(word)
        assert everything == search.find(word, association_id=lived.association_id) != []
        found = search.find(word, association_id=other)
        assert found == [each for each in everything if each.kind in ("person", "association")]


def test_what_is_taken_is_taken_in_the_whole_school(lived: Quarter, other: int) -> None:
    assert clashes.timetable(other, YEAR).booked == clashes.timetable(lived.association_id, YEAR).booked != ()


def test_nothing_of_ones_own_rests_on_the_other_associations_records(lived: Quarter, other: int) -> None:
    study = studies.save_study(None, other, YEAR, title="Математика").value
    norm = register.save_norm(None, other, YEAR, title="Стандарт").value
    plan = {"person_id": lived.people[2], "subject": "алгебра", "class_name": "5-А", "meeting_id": lived.meetings[0]}
    for act in (
        lambda: parts.add_part(study, "visit", activity_id=lived.lessons[0]),
        lambda: parts.add_part(study, "test", control_test_id=lived.tests[0]),
        lambda: register.replace(norm, lived.norm),
        lambda: plans.save_plan(None, other, YEAR, **plan),
    ):
        with pytest.raises(Refused, match="record_missing"):
            act()
