"""The records that speak for points, each source read in one query for all the people asked about.

Whose they are is the person's, whichever association wrote them down; meetings and tasks are the association's own.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from peewee import SQL, Case, fn

from db.connection import rows
from db.models.events import Activity, ActivityPerson, ActivityResult
from db.models.growth import Course, Mentoring, MethodicalWork, Practice, PracticeStep
from db.models.meetings import AgendaItem, Appointment, Meeting
from db.models.observations import Advice, Observation, ObservationScore
from db.models.schools import Person
from db.rules.result_words import prize

OUTSIDE = ("district", "region", "republic", "international")
"""Levels above the school."""

NOT_EVENTS = frozenset({"mark_sheet", "meeting", "task"})
"""Tables whose rows may speak for several criteria: they make a figure, they are no merits that count once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose records are looked for, and between which days, both included."""

    association_id: int
    person_ids: tuple[int, ...]
    begins: dt.date
    ends: dt.date

    def within(self, day: Any) -> Any:
        """The condition that a day lies between the two."""
        return day.between(self.begins, self.ends)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record of a person: `match` is its kind by the terms of its source (`rules.scoring.Step`)."""

    person_id: int
    table: str
    uid: str
    title: str
    day: dt.date | None
    match: str = ""


@dataclass(frozen=True, slots=True)
class _Result(Evidence):
    """A pupil's place, as it was said."""

    place: str = ""


Found: TypeAlias = dict[int, list[Evidence]]
"""Records by person, the oldest first."""


def open_lessons(of: Asked) -> Found:
    """Open lessons that she gave, by level; one for colleagues is the school's."""
    return _by_person(_levelled(_events(of, ("open_lesson",), Activity.level)))


def extracurricular(of: Asked) -> Found:
    """Events that she answered for: each is an `event`, a subject week of which she is the first `organiser`."""
    other = ActivityPerson.alias()
    first = other.select(fn.MIN(other.position)).where(
        other.activity == Activity.id, other.role == "responsible", other.deleted_at.is_null()
    )
    leads = (Activity.kind == "week") & (ActivityPerson.position == first)
    return _by_person(
        _events(of, ("extracurricular", "subject_event", "week"), Case(None, ((leads, "organiser"),), "event"))
    )


def contests(of: Asked) -> Found:
    """First to third places of pupils at contests and olympiads that she answered for, by level."""
    title = fn.TRIM(ActivityResult.name.concat(" ").concat(ActivityResult.place)).concat(" · ").concat(_NAMED)
    columns = _as("activity_result", ActivityPerson.person, ActivityResult.uid, title, Activity.held_on, Activity.level)
    query = ActivityResult.select(*columns, ActivityResult.place)
    query = query.join(Activity).join(ActivityPerson, on=ActivityPerson.activity == Activity.id)
    query = query.where(
        *_held(of), Activity.kind.in_(("contest", "olympiad")), ActivityResult.kind == "pupil",
        ActivityResult.place != "", ActivityResult.deleted_at.is_null(),
    ).order_by(Activity.held_on, ActivityResult.id)  # fmt: skip
    return _by_person(_levelled(each for each in rows(query, _Result) if prize(each.place)))


def methodical_work(of: Asked) -> Found:
    """Questions that she reported on at the association's meetings, and other methodical work, by kind."""
    reported = AgendaItem.select(
        *_as("agenda_item", AgendaItem.reporter, AgendaItem.uid, AgendaItem.title, Meeting.held_on, SQL("'report'"))
    ).join(Meeting)
    reported = reported.where(
        AgendaItem.reporter.in_(of.person_ids), Meeting.association == of.association_id, of.within(Meeting.held_on),
        Meeting.state.in_(("in_progress", "draft")), Meeting.deleted_at.is_null(), AgendaItem.kind == "ordinary",
        AgendaItem.state != "parked", fn.TRIM(AgendaItem.heard) != "", AgendaItem.deleted_at.is_null(),
    )  # fmt: skip
    work = MethodicalWork.select(
        *_as("methodical_work", MethodicalWork.person, MethodicalWork.uid, MethodicalWork.title,
             MethodicalWork.held_on, MethodicalWork.kind)
    )  # fmt: skip
    work = work.where(*_own(MethodicalWork, of), of.within(MethodicalWork.held_on))
    return _by_person(_read(reported.order_by(Meeting.held_on)) + _read(work.order_by(MethodicalWork.held_on)))


def practice(of: Asked) -> Found:
    """Steps of best practice that were done: `spread` above the school, else `described` once it is generalised."""
    spread = (PracticeStep.stage == "spread") & PracticeStep.level.in_(OUTSIDE)
    kind = Case(None, ((spread, "spread"),), "described")
    query = PracticeStep.select(
        *_as("practice_step", Practice.person, PracticeStep.uid, Practice.topic, PracticeStep.done_on, kind)
    ).join(Practice)
    query = query.where(
        *_own(Practice, of), of.within(PracticeStep.done_on), PracticeStep.stage != "study",
        PracticeStep.deleted_at.is_null(),
    )  # fmt: skip
    return _by_person(_read(query.order_by(PracticeStep.done_on, PracticeStep.id)))


def visits(of: Asked) -> Found:
    """Lessons of others that she visited and analysed: scored, advised, or written about."""
    scores = ObservationScore.select(ObservationScore.observation).where(
        ObservationScore.score.is_null(False), ObservationScore.deleted_at.is_null()
    )
    advice = Advice.select(Advice.observation).where(Advice.deleted_at.is_null())
    said = Observation.strong.concat(Observation.weak).concat(Observation.conclusions) != ""
    query = Observation.select(
        *_as("observation", Observation.observer, Observation.uid, _NAMED, Activity.held_on, Activity.kind)
    ).join(Activity)
    query = query.where(
        Observation.observer.in_(of.person_ids), of.within(Activity.held_on), Activity.state == "held",
        Activity.deleted_at.is_null(), Observation.deleted_at.is_null(),
        said | Observation.id.in_(scores) | Observation.id.in_(advice),
    )  # fmt: skip
    return _by_person(_read(query.order_by(Activity.held_on, Observation.id)))


def courses(of: Asked) -> Found:
    """Courses by the day of the certificate, else their last, else their first."""
    day = fn.COALESCE(Course.certified_on, Course.ends, Course.begins).converter(Course.ends.python_value)
    title = fn.TRIM(Course.topic.concat(" ").concat(Course.certificate))
    query = Course.select(*_as("course", Course.person, Course.uid, title, day, Course.form))
    query = query.where(*_own(Course, of), of.within(fn.COALESCE(Course.certified_on, Course.ends, Course.begins)))
    return _by_person(_read(query.order_by(day, Course.id)))


def mentoring(of: Asked) -> Found:
    """Young teachers whom she helped in the period."""
    name = fn.TRIM(Person.surname.concat(" ").concat(Person.given))
    query = Mentoring.select(
        *_as("mentoring", Mentoring.mentor, Mentoring.uid, name, Mentoring.begins, SQL("''"))
    ).join(Person, on=Mentoring.novice == Person.id)
    query = query.where(
        Mentoring.mentor.in_(of.person_ids),
        Mentoring.deleted_at.is_null(),
        *_lasting(Mentoring.begins, Mentoring.ends, of),
    )
    return _by_person(_read(query.order_by(Mentoring.begins, Mentoring.id)))


def leadership(of: Asked) -> Found:
    """Roles that she had in the association in the period: `leader`, `secretary`."""
    query = Appointment.select(
        *_as("appointment", Appointment.person, Appointment.uid, Appointment.order_number, Appointment.since,
             Appointment.role)
    )  # fmt: skip
    query = query.where(
        *_own(Appointment, of), Appointment.association == of.association_id,
        Appointment.since.is_null() | (Appointment.since <= of.ends),
        Appointment.until.is_null() | (Appointment.until > of.begins),
    )  # fmt: skip
    return _by_person(_read(query.order_by(Appointment.since, Appointment.id)))


READERS: dict[str, Callable[[Asked], Found]] = {
    "open_lesson": open_lessons,
    "extracurricular": extracurricular,
    "contest": contests,
    "methodical_work": methodical_work,
    "practice": practice,
    "visit": visits,
    "course": courses,
    "mentoring": mentoring,
    "leadership": leadership,
}
"""Source of a criterion → the records that count for it."""

_NAMED: Any = fn.TRIM(fn.COALESCE(fn.NULLIF(Activity.title, ""), Activity.subject).concat(" ").concat(Activity.classes))


def _events(of: Asked, kinds: Iterable[str], match: Any) -> list[Evidence]:
    """The activities of these kinds that were held and that a person answers for."""
    query = Activity.select(*_as("activity", ActivityPerson.person, Activity.uid, _NAMED, Activity.held_on, match))
    query = query.join(ActivityPerson).where(*_held(of), Activity.kind.in_(tuple(kinds)))
    return _read(query.order_by(Activity.held_on, Activity.id))


def _held(of: Asked) -> tuple[Any, ...]:
    return (
        ActivityPerson.person.in_(of.person_ids), ActivityPerson.role == "responsible",
        ActivityPerson.deleted_at.is_null(), Activity.state == "held", Activity.deleted_at.is_null(),
        of.within(Activity.held_on),
    )  # fmt: skip


def _own(model: Any, of: Asked) -> tuple[Any, ...]:
    return model.person.in_(of.person_ids), model.deleted_at.is_null()


def _lasting(begins: Any, ends: Any, of: Asked) -> tuple[Any, ...]:
    return begins.is_null() | (begins <= of.ends), ends.is_null() | (ends >= of.begins)


def _as(table: str, person: Any, uid: Any, title: Any, day: Any, match: Any) -> tuple[Any, ...]:
    """The columns of an `Evidence`."""
    named = (
        ("person_id", person),
        ("table", SQL(f"'{table}'")),
        ("uid", uid),
        ("title", title),
        ("day", day),
        ("match", match),
    )
    return tuple(column.alias(name) for name, column in named)


def _read(query: Any) -> list[Evidence]:
    return rows(query, Evidence)


def _levelled(found: Iterable[Evidence]) -> list[Evidence]:
    """The records with the level of the school where none is written, or the association's."""
    return [
        dataclasses.replace(each, match="school") if each.match in ("", "association") else each for each in found
    ]  # fmt: skip


def _by_person(found: Iterable[Evidence]) -> Found:
    people: Found = defaultdict(list)
    for each in found:
        people[each.person_id].append(each)
    return people
