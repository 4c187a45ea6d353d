"""What speaks against the day and lesson of a control work: a teacher, a class or a room that is taken, a free day."""

from __future__ import annotations

import datetime as dt

from db.control_tests.rows import Work
from db.events.clashes import Clash, Timetable, slot

TABLE = "control_test"


def clashes_of(taken: Timetable, of: Work) -> tuple[Clash, ...]:
    """What speaks against a planned work; nothing of one that was held, called off or has no day."""
    if of.state != "planned" or of.held_on is None:
        return ()
    return clashes_at(taken, of.held_on, of.lesson, of.class_name, of.teacher_id, of.room, of.id)


def clashes_at(
    taken: Timetable,
    day: dt.date,
    lesson: int | None,
    class_name: str,
    teacher_id: int | None,
    room: str,
    work_id: int = 0,
) -> tuple[Clash, ...]:
    """What speaks against a work at that time; the last days of a quarter are usual for control works."""
    gives = frozenset() if teacher_id is None else frozenset({teacher_id})
    key = (TABLE, work_id)
    booked = slot(key, day, None, lesson, "", gives, class_name, room, TABLE, gives)
    return tuple(each for each in taken.clashes_of(booked) if each.code != "quarter_end")
