"""The school and its people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from db import records
from db.connection import row, rows
from db.errors import Refused
from db.gate import checked, required
from db.history import action
from db.models.schools import Person, School
from db.reading import columns
from db.rules.names import Name

LONG_SCHOOL = ("head_ky", "head_ru", "ministry_ky", "ministry_ru")
LONG_PERSON = ("conditions_note", "awards", "self_education")


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """The school; `head_*` are the lines that head a protocol and may be several."""

    id: int
    uid: str
    name_ky: str
    name_ru: str
    head_ky: str
    head_ru: str
    place_ky: str
    place_ru: str
    ministry_ky: str
    ministry_ru: str
    director: str
    head_of_studies: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Someone who works at the school. Service is in whole years, the load in hours a week."""

    id: int
    uid: str
    school_id: int
    surname: str
    given: str
    patronymic: str
    short_form: str
    born: dt.date | None
    education: str
    institution: str
    speciality: str
    service_total: int | None
    service_teaching: int | None
    category: str
    category_year: int | None
    subjects: str
    classes: str
    load_hours: int | None
    class_teacher_of: str
    conditions: str
    conditions_note: str
    awards: str
    self_education: str
    phone: str

    @property
    def name(self) -> Name:
        """The name in all its forms."""
        return Name(self.surname, self.given, self.patronymic, self.short_form)


@dataclass(frozen=True, slots=True)
class _Named:
    id: int
    surname: str
    given: str
    patronymic: str
    short_form: str


def school() -> SchoolRow | None:
    """The school that this data is of; None before the first start is finished."""
    query = School.select(*columns(School, SchoolRow)).where(School.deleted_at.is_null())
    return row(query.order_by(School.id), SchoolRow)


@action("school.save")
def save_school(**fields: Any) -> int:
    """Change the school's fields, or make the school; returns its id. Raises Refused `required`, `text_too_long`."""
    values = checked(School, fields, LONG_SCHOOL)
    known = school()
    if known is None:
        required({"name_ky": values.get("name_ky") or values.get("name_ru")}, "name_ky")
        return records.insert(School, **values)
    required({"name_ky": values.get("name_ky", known.name_ky) or values.get("name_ru", known.name_ru)}, "name_ky")
    records.change(School, known.id, **values)
    return known.id


def people(school_id: int) -> list[PersonRow]:
    """Everyone of the school in Kyrgyz order."""
    query = _people().where(Person.school == school_id)
    return rows(query.order_by(Person.sort_key, Person.id), PersonRow)


def person(person_id: int) -> PersonRow:
    """One person; raises Refused `record_missing`."""
    found = row(_people().where(Person.id == person_id), PersonRow)
    if found is None:
        raise Refused("record_missing", table="person")
    return found


def names(ids: Iterable[int]) -> dict[int, Name]:
    """The names of people by id, also of those who were taken away since; no query for nobody."""
    if not (wanted := set(ids)):
        return {}
    query = Person.select(*columns(Person, _Named)).where(Person.id.in_(wanted))
    return {each.id: Name(each.surname, each.given, each.patronymic, each.short_form) for each in rows(query, _Named)}


@action("person.save")
def save_person(person_id: int | None, **fields: Any) -> int:
    """Change a person, or with None add one to the school (`school_id` among the fields); returns the id.

    Raises Refused `required` without surname or given name.
    """
    if "school_id" in fields:
        fields["school"] = fields.pop("school_id")
    values = checked(Person, fields, LONG_PERSON)
    if person_id is None:
        required({"surname": "", "given": ""} | values, "surname", "given")
        return records.insert(Person, **values)
    required(values, "surname", "given")
    records.change(Person, person_id, **values)
    return person_id


def _people() -> Any:
    return Person.select(*columns(Person, PersonRow)).where(Person.deleted_at.is_null())
