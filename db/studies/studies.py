"""Studies of how a subject is taught: planned, carried out, finished with a memo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from db import calendar, records
from db.associations import association
from db.connection import rows
from db.errors import Refused
from db.gate import checked, required
from db.history import action
from db.meetings.standing import label, standing
from db.models.schools import Person
from db.models.studies import Study as Studies
from db.models.studies import StudyPerson
from db.reading import columns
from db.rules.names import Name
from db.studies import parts
from db.studies.rows import Study, StudyRow

LONG = ("aim", "findings", "conclusions", "suggestions")
PAGE = 200


def studies(association_id: int, first_year: int) -> list[StudyRow]:
    """The studies of a school year: those going on first, then the finished ones, the newest first; at most 200."""
    query = Studies.select(*columns(Studies, StudyRow)).where(
        Studies.association == association_id, Studies.first_year == first_year, Studies.deleted_at.is_null()
    )
    going_on_first = (Studies.finished_on.is_null(False), Studies.finished_on.desc(), Studies.begins.desc())
    return rows(query.order_by(*going_on_first, Studies.id.desc()).limit(PAGE), StudyRow)


def study(study_id: int) -> Study:
    """One study with its people and parts; raises Refused `record_missing`."""
    standing(Studies, study_id)
    row = rows(Studies.select(*columns(Studies, StudyRow)).where(Studies.id == study_id), StudyRow)[0]
    people = tuple((each.person_id, each.name) for each in _people(study_id))
    return Study(row, people, tuple(parts.of_study(study_id)))


@action("study.save")
def save_study(study_id: int | None, association_id: int, first_year: int, **fields: Any) -> int:
    """Change a study, or with None begin one; returns its id. It belongs to the school year in which it begins.

    `people` are the ids of those who study. Raises Refused `required` (title), `text_too_long`, `span_reversed`
    (ends), `record_missing`.
    """
    association(association_id)
    people: Sequence[int] | None = fields.pop("people", None)
    values = checked(Studies, fields, LONG)
    required(values if study_id else {"title": ""} | values, "title")
    known = standing(Studies, study_id) if study_id else {"title": "", "begins": None, "ends": None}
    begins, ends = values.get("begins", records.day(known["begins"])), values.get("ends", records.day(known["ends"]))
    if begins and ends and ends < begins:
        raise Refused("span_reversed", "ends")
    label(str(values.get("title") or known["title"]))
    year = calendar.current_first_year(begins) if begins else first_year
    if study_id is None:
        study_id = records.insert(Studies, association=association_id, first_year=year, **values)
    else:
        records.change(Studies, study_id, first_year=year, **values)
    if people is not None:
        _write_people(study_id, people)
    return study_id


@action("study.finish")
def finish(study_id: int, on: dt.date | None) -> None:
    """Say on which day the study was finished; None: it goes on.

    Raises Refused `finished_before_begin` (finished_on; values: begins).
    """
    row = standing(Studies, study_id)
    label(row["title"])
    begins = records.day(row["begins"])
    if on is not None and begins is not None and on < begins:
        raise Refused("finished_before_begin", "finished_on", begins=begins)
    records.change(Studies, study_id, finished_on=on)


@action("study.remove")
def remove_study(study_id: int) -> None:
    """Take a study away; the lessons and tests that it looked at stay."""
    label(standing(Studies, study_id)["title"])
    records.remove(Studies, study_id)


@dataclass(frozen=True, slots=True)
class _Person:
    id: int
    person_id: int
    surname: str
    given: str
    patronymic: str
    short_form: str

    @property
    def name(self) -> Name:
        return Name(self.surname, self.given, self.patronymic, self.short_form)


def _people(study_id: int) -> list[_Person]:
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query = StudyPerson.select(*columns(StudyPerson, _Person), *names).join(Person)
    query = query.where(StudyPerson.study == study_id, StudyPerson.deleted_at.is_null())
    return rows(query.order_by(StudyPerson.position, StudyPerson.id), _Person)


def _write_people(study_id: int, ids: Sequence[int]) -> None:
    """Make these people the ones who study, in this order."""
    known = {each.person_id: each for each in _people(study_id)}
    wanted = list(dict.fromkeys(ids))
    for position, person_id in enumerate(wanted, start=1):
        if person_id in known:
            records.change(StudyPerson, known[person_id].id, position=position)
        else:
            standing(Person, person_id)
            records.insert(StudyPerson, study=study_id, position=position, person=person_id)
    for person_id in known.keys() - set(wanted):
        records.remove(StudyPerson, known[person_id].id)
