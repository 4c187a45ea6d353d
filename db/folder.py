"""The association's folder (DOMAIN.md 6.3): how much there is for each paper of a year, and papers that she put in."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db import files
from db.connection import execute
from db.models.record import database
from db.norms import keeping

_NUMBER = re.compile(r"(\d\d) ")
_HERE = "deleted_at IS NULL AND association_id = :a"
_YEAR = f"{_HERE} AND first_year = :y"
_MEETINGS = f"SELECT id FROM meeting WHERE {_YEAR} AND state NOT IN ('planned', 'cancelled')"
_ACTIVITIES = f"SELECT id FROM activity WHERE {_YEAR}"
_REPORTED = "('extracurricular', 'subject_event', 'contest', 'olympiad')"
_TAUGHT = "SELECT person_id FROM member WHERE deleted_at IS NULL AND association_id = :a"
_SHEETS = (
    "SELECT s.id FROM mark_sheet s JOIN school_class c ON c.id = s.school_class_id"
    f" WHERE s.deleted_at IS NULL AND c.first_year = :y AND s.teacher_id IN ({_TAUGHT})"
)
_EVALUATIONS = f"SELECT id FROM evaluation WHERE {_YEAR}"
_PLAN = f"SELECT id FROM plan_line WHERE {_YEAR}"

_CLASS_OF = "JOIN school_class c ON c.id = t.school_class_id AND c.deleted_at IS NULL AND c.first_year = :y"
_LAST_PRIMARY = (
    "coalesce((SELECT q.last_primary FROM quality_year q WHERE q.first_year <= {0}.first_year AND q.deleted_at IS NULL"
    " ORDER BY q.first_year DESC LIMIT 1), 4)"
)
_TRANSITIONS = (
    "SELECT c.id FROM school_class c JOIN school_class b ON b.cohort_id = c.cohort_id AND b.first_year = :y - 1"
    " WHERE c.deleted_at IS NULL AND b.deleted_at IS NULL AND c.first_year = :y"
    f" AND c.grade > {_LAST_PRIMARY.format('c')} AND b.grade <= {_LAST_PRIMARY.format('b')}"
    " AND EXISTS (SELECT 1 FROM mark_sheet s WHERE s.deleted_at IS NULL AND s.school_class_id IN (b.id, c.id)"
    f" AND s.teacher_id IN ({_TAUGHT}))"
)
_MASTERY = (
    "coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'mastery_percent' AND association_id = :a"
    " AND deleted_at IS NULL), 60)"
)

COUNTED = {
    "members": f"SELECT id FROM member WHERE {_HERE} AND until IS NULL",
    "staffing": f"SELECT id FROM vacancy WHERE {_HERE} AND since <= :last AND coalesce(closed_on, :first) >= :first",
    "plan-year": _PLAN,
    "plan-quarter": _PLAN,
    "plan-month": _PLAN,
    "plan-fact": _PLAN,
    "protocol": _MEETINGS,
    "protocol-journal": _MEETINGS,
    "journal": _MEETINGS,
    "decisions": f"SELECT id FROM decision WHERE deleted_at IS NULL AND meeting_id IN ({_MEETINGS})",
    "tasks": f"SELECT id FROM task WHERE {_HERE} AND coalesce(given_on, :first) <= :last",
    "norms": f"SELECT id FROM norm WHERE {_HERE} AND first_year <= :y",
    "acquaintance": f"SELECT id FROM norm WHERE {_YEAR}",
    "calendar-plans": f"SELECT id FROM calendar_plan WHERE {_YEAR}",
    "curriculum": f"SELECT id FROM curriculum_change WHERE {_YEAR}",
    "tests": f"SELECT id FROM control_test WHERE {_YEAR} AND state = 'held'",
    "test-schedule": f"SELECT id FROM control_test WHERE {_YEAR}",
    "quality": _SHEETS,
    "programme": f"{_SHEETS} AND s.period = 'quarter' AND s.hours_plan IS NOT NULL",
    "standard": "SELECT r.id FROM control_test_requirement r JOIN control_test t ON t.id = r.control_test_id"
    f" WHERE r.deleted_at IS NULL AND t.deleted_at IS NULL AND t.association_id = :a AND t.first_year = :y"
    f" AND 100 * r.mastered < {_MASTERY} * t.wrote",
    "level-work": f"SELECT t.id FROM level_work t {_CLASS_OF} WHERE t.deleted_at IS NULL AND t.association_id = :a",
    "transition": _TRANSITIONS,
    "handover": f"SELECT t.id FROM class_handover t {_CLASS_OF} WHERE t.deleted_at IS NULL AND t.association_id = :a",
    "open-lessons": f"{_ACTIVITIES} AND kind = 'open_lesson'",
    "visits": f"{_ACTIVITIES} AND kind = 'visit'",
    "observation": f"SELECT id FROM observation WHERE deleted_at IS NULL AND activity_id IN ({_ACTIVITIES})",
    "event": f"{_ACTIVITIES} AND state = 'held' AND kind IN {_REPORTED}",
    "week": f"{_ACTIVITIES} AND kind = 'week'",
    "criteria": f"SELECT DISTINCT criteria_version_id AS id FROM evaluation WHERE {_YEAR}",
    "evaluation-summary": _EVALUATIONS,
    "evaluation": _EVALUATIONS,
    "appeal": f"SELECT id FROM appeal WHERE deleted_at IS NULL AND evaluation_id IN ({_EVALUATIONS})",
    "reward": f"SELECT id FROM reward WHERE {_YEAR}",
    "member-analysis": f"SELECT id FROM member_analysis WHERE {_YEAR}",
    "analysis": f"SELECT id FROM analysis WHERE {_YEAR} AND part = 0",
    "check": f"SELECT id FROM study WHERE {_YEAR} AND finished_on IS NOT NULL",
    "courses": f"SELECT id FROM course WHERE {_HERE} AND coalesce(certified_on, ends, begins) BETWEEN :first AND :last",
    "best-practice": f"SELECT id FROM practice WHERE {_HERE} AND id IN (SELECT practice_id FROM practice_step"
    " WHERE deleted_at IS NULL AND done_on BETWEEN :first AND :last)",
}
"""Document → the records that it prints in a year: those that make it worth printing."""

_WHOSE = "(SELECT trim(surname || ' ' || given) FROM person p WHERE p.id = t.person_id)"
_NAMED = {
    "protocol": ("meeting", "t.held_on", "t.number"),
    "observation": (
        "observation",
        "(SELECT held_on FROM activity a WHERE a.id = t.activity_id)",
        "(SELECT title FROM activity a WHERE a.id = t.activity_id)",
    ),
    "event": ("activity", "t.held_on", "t.title"),
    "week": ("activity", "t.held_on", "t.title"),
    "acquaintance": ("norm", "t.issued_on", "t.title"),
    "check": ("study", "t.finished_on", "t.title"),
    "handover": (
        "class_handover",
        "t.held_on",
        "(SELECT grade || '-' || letter FROM school_class c WHERE c.id = t.school_class_id)",
    ),
    "criteria": ("criteria_version", "t.adopted_on", "''"),
    "evaluation-summary": ("evaluation", "t.ends", "''"),
    "evaluation": ("evaluation", "t.ends", "''"),
    "appeal": ("appeal", "t.filed_on", "''"),
    "reward": ("reward", "t.proposed_on", f"{_WHOSE} || ' – ' || t.award"),
    "member-analysis": ("member_analysis", "t.made_on", f"{_WHOSE} || ' ' || t.half"),
    "best-practice": (
        "practice",
        "(SELECT max(done_on) FROM practice_step s WHERE s.practice_id = t.id AND s.deleted_at IS NULL)",
        "t.topic",
    ),
}
"""Documents that are made once for each of their records → its table, its day, what names it."""

EACH = frozenset(_NAMED)


@dataclass(frozen=True, slots=True)
class Named:
    """A record that has a paper of its own; a meeting's name is its number."""

    id: int
    day: dt.date | None
    name: str


def counts(association_id: int, first_year: int) -> dict[str, int]:
    """How many records each document would print, in one query."""
    parts = (f"SELECT '{name}', COUNT(*) FROM ({query})" for name, query in COUNTED.items())
    return dict(_read(" UNION ALL ".join(parts), association_id, first_year))


def named(association_id: int, first_year: int, document_id: str) -> list[Named]:
    """The records of a year that have a paper of their own, by their day."""
    table, day, name = _NAMED[document_id]
    statement = f"SELECT t.id, {day} AS day, {name} FROM {table} t WHERE t.id IN ({COUNTED[document_id]})"
    found = _read(f"{statement} ORDER BY day, t.id", association_id, first_year)
    return [Named(id_, dt.date.fromisoformat(on) if on else None, str(title)) for id_, on, title in found]


def own_files(association_id: int) -> dict[int, list[Path]]:
    """Papers that were put in, by the number of the folder's paper; they lie beside the data that are open."""
    found: dict[int, list[Path]] = defaultdict(list)
    place = keeping.place(Path(str(database.database)).parent, _under(association_id))
    for path in sorted(place.iterdir()) if place.is_dir() else ():
        if (number := _NUMBER.match(path.name)) and path.is_file():
            found[int(number[1])].append(path)
    return dict(found)


def put_in(source: Path, data_folder: Path, association_id: int, number: int) -> str:
    """Copy a paper into the folder; returns its name there. Touches no records.

    Raises Refused as `db.norms.keeping.copy_in`.
    """
    return keeping.copy_in(source, data_folder, f"{number:02} {source.stem}", _under(association_id))


def take_out(data_folder: Path, association_id: int, name: str) -> None:
    """Delete a paper that was put in; the file from which it was copied is not touched. Raises as `db.files.put`."""
    path = keeping.place(data_folder, _under(association_id)) / Path(name).name
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise files.refusal(error, path) from error


def _under(association_id: int) -> str:
    return f"folder/{association_id}"


def _read(statement: str, association_id: int, first_year: int) -> list[tuple[Any, ...]]:
    values = (
        (":first", f"'{first_year}-08-01'"),
        (":last", f"'{first_year + 1}-07-31'"),
        (":a", str(int(association_id))),
        (":y", str(int(first_year))),
    )
    for name, value in values:
        statement = re.sub(rf"{name}\b", value, statement)
    return execute(statement)
