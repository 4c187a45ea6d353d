"""A year's plan as screens find it: lines done, late, moved, taken off, beyond the plan, and to come."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db.plans import course, lines, sections, yearly
from tests.tui.worlds import World


def planned(world: World) -> dict[str, int]:
    """Make the plan of 2026-2027; the ids of its lines by a short name."""
    yearly.start_empty(world.association_id, 2026)
    ids = [each.id for each in sections.sections(world.association_id)]
    lead, bakyt, nurgul = world.people[1], world.people[0], world.people[2]

    def add(number: int, text: str, **more: Any) -> int:
        return lines.add_line(world.association_id, 2026, ids[number - 1], text, **more).value

    found = {
        "analysis": add(1, "Өткөн окуу жылынын анализин талкуулоо", term="month", month=8, owner_ids=[lead]),
        "hours": add(4, "Жүктөмдү бөлүштүрүү [/]", term="month", month=9, owner_ids=[lead]),
        "meeting": add(5, "№ 1 отурум", kind="meeting", term="month", month=8),
        "test": add(7, "Кириш текшерүү иштери", kind="control_work", term="day", begins=dt.date(2026, 11, 23)),
        "quality": add(7, "1-чейректин билим сапатынын анализи", term="quarter", quarter=2, owner_ids=[bakyt]),
        "lesson": add(
            8, "Ачык сабак", kind="open_lesson", term="day", begins=dt.date(2026, 11, 18), owner_ids=[nurgul],
            classes="1-А", time_place="10.00",
        ),
        "week": add(
            9, "Математика жумалыгы", kind="subject_event", term="span", begins=dt.date(2026, 11, 23),
            ends=dt.date(2026, 11, 28), owner_ids=[bakyt, nurgul],
        ),
        "course": add(12, "Курстарга катышуу", kind="course", term="year"),
        "parents": add(14, "Ата-энелер жыйналышы", term="month", month=12),
        "contest": add(9, "Көркөм окуу сынагы", unplanned=True, term="day", begins=dt.date(2026, 10, 20)),
    }  # fmt: skip
    course.prove(found["analysis"], dt.date(2026, 8, 28), meeting_id=world.meetings[0])
    course.mark_line(found["hours"], dt.date(2026, 9, 4), note="буйрук")
    return found
