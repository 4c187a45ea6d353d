"""What really happened outside the meetings: activities and tests held, documents studied, studies finished."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from peewee import SQL, fn

from db.connection import rows
from db.models.control_tests import ControlTest
from db.models.events import Activity, ActivityPerson
from db.models.meetings import AgendaItem, Meeting
from db.models.norms import Norm
from db.models.schools import Person
from db.models.studies import Study, StudyPart, StudyPerson
from db.rules.names import Name, class_name

MODELS: dict[str, Any] = {"activity": Activity, "control_test": ControlTest, "norm": Norm, "study": Study}
"""The tables of such records."""

FITS = {
    "open_lesson": ("open_lesson",),
    "visit": ("visit",),
    "extracurricular": ("extracurricular",),
    "subject_event": ("subject_event",),
    "week": ("subject_event",),
    "contest": ("subject_event", "extracurricular"),
    "olympiad": ("subject_event", "extracurricular"),
    "control_test": ("control_work",),
    "norm": ("norms",),
}
"""An activity's kind, else the table → the kinds of lines that ask for such work."""

_SPLIT = re.compile(r"[,;]")


@dataclass(frozen=True, slots=True)
class Happened:
    """One record of something that happened: which, what, when, who took part, and at which meeting if at any.

    `kind` is an activity's or a test's own; `whole` says whether it stands for itself (not within a week or a study).
    """

    table: str
    id: int
    association_id: int
    first_year: int
    kind: str
    title: str
    classes: str
    done_on: dt.date
    whole: bool
    person_ids: tuple[int, ...] = ()
    owner_ids: tuple[int, ...] = ()
    """Of the people those who gave or held it, without the visitors."""
    owners: tuple[Name, ...] = ()
    meeting_id: int | None = None
    meeting_number: int | None = None

    @property
    def fits(self) -> tuple[str, ...]:
        """The kinds of lines that ask for such work."""
        return FITS.get(self.kind if self.table == "activity" else self.table, ())


def happened(association_id: int, first: dt.date, last: dt.date) -> list[Happened]:
    """All that happened between two days, both included, by day; a fixed number of queries."""
    found = []
    for table, query in _queries().items():
        here = query.where(MODELS[table].association == association_id, DAYS[table].between(first, last))
        found += rows(here, Happened)
    return sorted(_with_people(found), key=lambda each: (each.done_on, each.table, each.id))


def record(table: str, row_id: int) -> Happened | None:
    """One record of `MODELS`; None where it did not happen (yet), or is gone."""
    found = rows(_queries()[table].where(MODELS[table].id == row_id), Happened)
    return next(iter(_with_people(found)), None)


def classes_of(text: str) -> frozenset[str]:
    """The classes that a text names, each in its usual form: «4 А, 4-Б» → 4-А and 4-Б."""
    return frozenset(class_name(part) for part in _SPLIT.split(text) if part.strip())


DAYS: dict[str, Any] = {
    "activity": fn.COALESCE(Activity.ends_on, Activity.held_on),
    "control_test": ControlTest.held_on,
    "norm": Meeting.held_on,
    "study": Study.finished_on,
}
"""Table → the day on which the work was done; the last one of several."""


def true_of(table: str, item: Any = AgendaItem) -> Any:
    """What has to hold of a record for its work to be done; a document's `item` and its Meeting have to be joined."""
    if table == "norm":
        under = item.deleted_at.is_null() & (item.state != "parked")
        at = Meeting.deleted_at.is_null() & Meeting.state.not_in(("planned", "cancelled"))
        return Norm.deleted_at.is_null() & item.id.is_null(False) & under & at
    model = MODELS[table]
    done = Study.finished_on.is_null(False) if table == "study" else model.state == "held"
    return model.deleted_at.is_null() & done


def title_of_test() -> Any:
    """What names a test: its subject and its title."""
    return fn.TRIM(ControlTest.subject.concat(" ").concat(ControlTest.title))


def _queries() -> dict[str, Any]:
    """Table → the query of its records that happened."""
    none, yes = SQL("''"), SQL("1")
    free = {"activity": Activity.part_of.is_null() & _apart(StudyPart.activity == Activity.id)}
    free["control_test"] = _apart(StudyPart.control_test == ControlTest.id)
    meeting = (Meeting.id.alias("meeting_id"), Meeting.number.alias("meeting_number"))
    queries = {
        "activity": _select("activity", Activity.kind, Activity.title, Activity.classes, free["activity"]),
        "control_test": _select(
            "control_test", ControlTest.kind, title_of_test(), ControlTest.class_name, free["control_test"]
        ),
        "norm": _select("norm", none, Norm.title, none, yes).select_extend(*meeting).join(AgendaItem).join(Meeting),
        "study": _select("study", none, Study.title, Study.classes, yes),
    }
    return {
        table: query.where(true_of(table), DAYS[table].is_null(False)).order_by(DAYS[table], MODELS[table].id)
        for table, query in queries.items()
    }


def _select(table: str, kind: Any, title: Any, classes: Any, whole: Any) -> Any:
    model = MODELS[table]
    known = (model.id, model.association.alias("association_id"), model.first_year, DAYS[table].alias("done_on"))
    said = (kind.alias("kind"), title.alias("title"), classes.alias("classes"), whole.alias("whole"))
    return model.select(SQL(f"'{table}'").alias("table"), *known, *said)


def _apart(same: Any) -> Any:
    """Whether a record is no part of a study."""
    return ~fn.EXISTS(StudyPart.select(SQL("1")).where(same, StudyPart.deleted_at.is_null()))


@dataclass(frozen=True, slots=True)
class _Part:
    id: int
    person_id: int
    surname: str
    given: str
    patronymic: str
    short_form: str
    role: str = ""

    @property
    def name(self) -> Name:
        return Name(self.surname, self.given, self.patronymic, self.short_form)


def _with_people(found: Iterable[Happened]) -> list[Happened]:
    """The same with who took part: one query a table that has people."""
    known = list(found)
    parts = {table: _people(table, [each.id for each in known if each.table == table]) for table in MODELS}
    return [_with(each, parts[each.table].get(each.id, [])) for each in known]


def _with(of: Happened, parts: list[_Part]) -> Happened:
    everyone = tuple(each.person_id for each in parts)
    own = {each.person_id: each.name for each in parts if each.role != "visitor"}
    return replace(of, whole=bool(of.whole), person_ids=everyone, owner_ids=tuple(own), owners=tuple(own.values()))


def _people(table: str, ids: list[int]) -> dict[int, list[_Part]]:
    """Record → the people who gave, visited, set or studied it."""
    if not ids or table == "norm":
        return {}
    named = (Person.id.alias("person_id"), Person.surname, Person.given, Person.patronymic, Person.short_form)
    if table == "control_test":
        who = Person.id == fn.COALESCE(ControlTest.teacher, ControlTest.author)
        query: Any = ControlTest.select(ControlTest.id, *named).join(Person, on=who).where(ControlTest.id.in_(ids))
    else:
        model: Any = ActivityPerson if table == "activity" else StudyPerson
        link = model.activity if table == "activity" else model.study
        role = (ActivityPerson.role,) if table == "activity" else ()
        query = model.select(link.alias("id"), *named, *role).join(Person).order_by(model.position, model.id)
        query = query.where(link.in_(ids), model.deleted_at.is_null())
    grouped: dict[int, list[_Part]] = defaultdict(list)
    for each in rows(query, _Part):
        grouped[each.id].append(each)
    return grouped
