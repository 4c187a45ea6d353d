"""Reading how members grow: all of a kind that an association or one person has, between two days."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from typing import Any, TypeVar

from peewee import JOIN, Case, fn

from db.connection import execute, rows
from db.errors import Refused
from db.growth.kinds import KINDS
from db.growth.rows import (
    AttestationRow,
    AwardRow,
    CourseRow,
    Lesson,
    MentoringRow,
    OfPerson,
    PracticeRow,
    SelfEducationRow,
    StageRow,
    StepRow,
    WorkRow,
)
from db.models.growth import (
    STAGES,
    Attestation,
    Award,
    Course,
    Mentoring,
    MethodicalWork,
    Practice,
    PracticeStep,
    SelfEducation,
    SelfEducationStage,
)
from db.models.meetings import AgendaItem, Meeting
from db.models.members import Member
from db.models.schools import Person
from db.reading import columns
from db.rules.calendar import school_year_of

Row = TypeVar("Row", bound=OfPerson)
Part = TypeVar("Part", StageRow, StepRow)
Day = dt.date | None


def courses(
    association_id: int, person_id: int | None = None, begins: Day = None, ends: Day = None
) -> tuple[CourseRow, ...]:
    """Courses, the newest first, by the day of the certificate, else the last, else the first one.

    Here and below: without `person_id` those of everyone who is or was a member, whoever wrote them down; with it that
    person's alone. `begins` and `ends` bound the day, both included: a record without a day is then left out.
    """
    day = fn.COALESCE(Course.certified_on, Course.ends, Course.begins)
    query = _of(Course, CourseRow, item=Course.shared_item)
    query = query.where(_whose(Course, Course.person, association_id, person_id), *_between(day, begins, ends))
    return tuple(rows(query.order_by(day.desc(), Course.id.desc()), CourseRow))


def attestations(
    association_id: int, person_id: int | None = None, begins: Day = None, ends: Day = None
) -> tuple[AttestationRow, ...]:
    """Categories given, the newest first."""
    return _dated(Attestation, AttestationRow, Attestation.given_on, association_id, person_id, begins, ends)


def awards(
    association_id: int, person_id: int | None = None, begins: Day = None, ends: Day = None
) -> tuple[AwardRow, ...]:
    """Awards, the newest first; one of which only the year is known counts at the end of that year."""
    day = fn.COALESCE(Award.awarded_on, Award.year.cast("TEXT").concat("-12-31"))
    return _dated(Award, AwardRow, day, association_id, person_id, begins, ends)


def methodical_works(
    association_id: int, person_id: int | None = None, begins: Day = None, ends: Day = None
) -> tuple[WorkRow, ...]:
    """Methodical work, the newest first."""
    return _dated(MethodicalWork, WorkRow, MethodicalWork.held_on, association_id, person_id, begins, ends)


def mentoring(
    association_id: int, person_id: int | None = None, begins: Day = None, ends: Day = None
) -> tuple[MentoringRow, ...]:
    """Pairs that lasted on a day between the two, the newest first; a person's as mentor and as young teacher."""
    novice: Any = Person.alias()
    names = [getattr(novice, name).alias(f"novice_{name}") for name in _NAME]
    query = Mentoring.select(*columns(Mentoring, MentoringRow), Mentoring.mentor.alias("person_id"), *names, *_named())
    query = query.join(Person, on=Mentoring.mentor == Person.id).join_from(
        Mentoring, novice, on=Mentoring.novice == novice.id
    )
    whose = _whose(Mentoring, Mentoring.mentor, association_id, person_id)
    whose |= _whose(Mentoring, Mentoring.novice, association_id, person_id)
    lasted = []
    if begins is not None:
        lasted.append(Mentoring.ends.is_null() | (Mentoring.ends >= begins))
    if ends is not None:
        lasted.append(Mentoring.begins.is_null() | (Mentoring.begins <= ends))
    query = query.where(whose, Mentoring.deleted_at.is_null(), *lasted)
    return tuple(rows(query.order_by(Mentoring.begins.desc(), Mentoring.id.desc()), MentoringRow))


def self_education(
    association_id: int, person_id: int | None = None, begins: Day = None, ends: Day = None
) -> tuple[SelfEducationRow, ...]:
    """Topics studied in one of the school years between two days, the newest first, with their stages: two queries."""
    lasted = []
    if begins is not None:
        lasted.append(SelfEducation.last_year.is_null() | (SelfEducation.last_year >= school_year_of(begins)))
    if ends is not None:
        lasted.append(SelfEducation.first_year <= school_year_of(ends))
    query = _of(SelfEducation, SelfEducationRow)
    query = query.where(_whose(SelfEducation, SelfEducation.person, association_id, person_id), *lasted)
    found = rows(query.order_by(SelfEducation.first_year.desc(), SelfEducation.id.desc()), SelfEducationRow)
    order = (SelfEducationStage.position, SelfEducationStage.id)
    stages = _parts(SelfEducationStage, StageRow, "self_education", [each.id for each in found], order)
    return tuple(dataclasses.replace(each, stages=tuple(stages[each.id])) for each in found)


def practices(
    association_id: int, person_id: int | None = None, begins: Day = None, ends: Day = None
) -> tuple[PracticeRow, ...]:
    """Best practices with all their steps, in two queries; between two days those of which a step was done then.

    The newest first.
    """
    query = _of(Practice, PracticeRow).where(_whose(Practice, Practice.person, association_id, person_id))
    if begins is not None or ends is not None:
        done = PracticeStep.select(PracticeStep.practice).where(
            PracticeStep.deleted_at.is_null(), *_between(PracticeStep.done_on, begins, ends)
        )
        query = query.where(Practice.id.in_(done))
    found = rows(query.order_by(Practice.id.desc()), PracticeRow)
    stages = Case(PracticeStep.stage, tuple((code, place) for place, code in enumerate(STAGES)))
    order = (PracticeStep.done_on.is_null(), PracticeStep.done_on, stages, PracticeStep.id)
    steps = _parts(PracticeStep, StepRow, "practice", [each.id for each in found], order)
    return tuple(dataclasses.replace(each, steps=tuple(steps[each.id])) for each in found)


def mentored_lessons(of: MentoringRow) -> tuple[Lesson, ...]:
    """The lessons of a pair while it lasted, the newest first: those of the young teacher that the mentor visited, and
    the mentor's that the young teacher visited.
    """
    begins, ends = (day.isoformat() if day else None for day in (of.begins, of.ends))
    values = (of.person_id, of.novice_id, begins, ends)
    return tuple(
        Lesson(int(row_id), dt.date.fromisoformat(day), int(teacher), title)
        for row_id, day, teacher, title in execute(_LESSONS, values)
    )


READERS: dict[str, Any] = {
    "course": courses,
    "attestation": attestations,
    "self_education": self_education,
    "practice": practices,
    "mentoring": mentoring,
    "award": awards,
    "methodical_work": methodical_works,
}
"""Table → what reads it, all with the same arguments."""


def record(table: str, row_id: int) -> Any:
    """One record of a table of `READERS`; raises Refused `record_missing`."""
    kind = KINDS[table]
    of: Any = kind.model.select(kind.model.association, getattr(kind.model, kind.person)).where(
        kind.model.id == row_id, kind.model.deleted_at.is_null()
    )
    whose = of.tuples().first()
    found = next((each for each in READERS[table](*whose) if each.id == row_id), None) if whose else None
    if found is None:
        raise Refused("record_missing", table=table)
    return found


_LESSONS = """
SELECT a.id, a.held_on, p.person_id, trim(coalesce(nullif(a.title, ''), a.subject) || ' ' || a.classes)
FROM activity a
     JOIN activity_person p ON p.activity_id = a.id AND p.role = 'responsible' AND p.deleted_at IS NULL
     JOIN activity_person v ON v.activity_id = a.id AND v.role = 'visitor' AND v.deleted_at IS NULL
WHERE a.deleted_at IS NULL AND a.state = 'held' AND a.held_on BETWEEN coalesce(?3, '') AND coalesce(?4, '9999')
      AND ((p.person_id = ?2 AND v.person_id = ?1) OR (p.person_id = ?1 AND v.person_id = ?2))
GROUP BY a.id, p.person_id ORDER BY a.held_on DESC, a.id DESC LIMIT 200
"""
_NAME = ("surname", "given", "patronymic", "short_form")


def _named() -> list[Any]:
    return [getattr(Person, name) for name in _NAME]


def _of(model: Any, kind: type[OfPerson], item: Any = None) -> Any:
    """The standing records with whose they are; `item`: the field of a question, whose meeting is read too."""
    query = model.select(*columns(model, kind), *_named()).join(Person)
    if item is not None:
        query = _with_meeting(query, model, item)
    return query.where(model.deleted_at.is_null())


def _with_meeting(query: Any, model: Any, item: Any) -> Any:
    query = query.select_extend(Meeting.number.alias("meeting_number"), Meeting.held_on.alias("meeting_day"))
    query = query.join_from(model, AgendaItem, JOIN.LEFT_OUTER, on=item == AgendaItem.id)
    return query.join_from(AgendaItem, Meeting, JOIN.LEFT_OUTER)


def _dated(
    model: Any, kind: type[Row], day: Any, association_id: int, person_id: int | None, begins: Day, ends: Day
) -> tuple[Row, ...]:
    whose = _whose(model, model.person, association_id, person_id)
    query = _of(model, kind).where(whose, *_between(day, begins, ends))
    return tuple(rows(query.order_by(day.desc(), model.id.desc()), kind))


def _whose(model: Any, person: Any, association_id: int, person_id: int | None) -> Any:
    """The condition of being one person's; else of the association's own or about someone who is or was a member."""
    if person_id is not None:
        return person == person_id
    ever = Member.select(Member.person).where(Member.association == association_id, Member.deleted_at.is_null())
    return (model.association == association_id) | person.in_(ever)


def _between(day: Any, begins: Day, ends: Day) -> list[Any]:
    """The conditions that a day lies between two."""
    found = [] if begins is None else [day >= begins.isoformat()]
    return found if ends is None else [*found, day <= ends.isoformat()]


def _parts(model: Any, kind: type[Part], above: str, ids: list[int], order: Any) -> dict[int, list[Part]]:
    """The stages or steps by what they stand under: one query."""
    grouped: dict[int, list[Part]] = defaultdict(list)
    if ids:
        query = _with_meeting(model.select(*columns(model, kind)), model, model.agenda_item)
        query = query.where(getattr(model, above).in_(ids), model.deleted_at.is_null())
        for each in rows(query.order_by(*order), kind):
            grouped[int(getattr(each, f"{above}_id"))].append(each)
    return grouped
