"""The school and the people who work there."""

from __future__ import annotations

from db.models.fields import Code, Count, Day, Text, link
from db.models.record import Record


class School(Record):
    """One school. `name_*` is the nominative, `head_*` the lines that head a protocol."""

    name_ky = Text()
    name_ru = Text()
    head_ky = Text()
    head_ru = Text()
    place_ky = Text()
    place_ru = Text()
    ministry_ky = Text()
    ministry_ru = Text()
    director = Text()
    head_of_studies = Text()


class Person(Record):
    """Someone who works at the school; who leads or joins an association is said by `Member` and `Appointment`."""

    school = link(School)
    surname = Text()
    given = Text()
    patronymic = Text()
    short_form = Text()
    sort_key = Text(index=True)
    born = Day(null=True)
    education = Text()
    institution = Text()
    speciality = Text()
    service_total = Count(null=True)
    service_teaching = Count(null=True)
    category = Code("", "none", "second", "first", "highest")
    category_year = Count(null=True)
    subjects = Text()
    classes = Text()
    load_hours = Count(null=True)
    class_teacher_of = Text()
    conditions = Code("", "present", "lacking", "needed")
    conditions_note = Text()
    awards = Text()
    self_education = Text()
    phone = Text()
