"""A year's activities as screens find them: held, moved, called off, clashing, a week with its events."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db.events import activities, results
from tests.tui.worlds import TODAY, World


def directed(world: World) -> dict[str, int]:
    """Plan and hold what happens in the autumn of 2026; the ids by a short name."""
    lead, bakyt, nurgul, ainura = (world.people[at] for at in (1, 0, 2, 3))

    def add(kind: str, title: str, *people: int, **more: Any) -> int:
        more.setdefault("responsible_ids", people)
        return activities.add_activity(world.association_id, 2026, kind, title, **more).value

    held = {"held_by": TODAY}
    found = {
        "lesson": add(
            "open_lesson", "Бөлчөктөр", lead, classes="4-А", subject="математика", held_on=dt.date(2026, 11, 25),
            lesson=3, room="№ 12 кабинет", visitor_ids=[bakyt], guests=["ОББ Эсенова Г. Т."], level="school",
        ),
        "clash": add(
            "open_lesson", "Зат атооч [/]", nurgul, classes="4-А", subject="кыргыз тили", lesson=3,
            held_on=dt.date(2026, 11, 25),
        ),
        "visit": add(
            "visit", "Көбөйтүү", bakyt, classes="3-Б", subject="математика", held_on=dt.date(2026, 10, 14), lesson=2,
            visitor_ids=[lead], aim="Баалоо ыкмалары", **held,
        ),
        "evening": add(
            "extracurricular", "Алтын күз кечеси", lead, classes="4-А", held_on=dt.date(2026, 10, 20), **held
        ),
        "week": add(
            "week", "Математика жумалыгы", lead, ainura, held_on=dt.date(2026, 11, 23), ends_on=dt.date(2026, 11, 28),
        ),
        "passed": add("contest", "Окуу сынагы", ainura, held_on=dt.date(2026, 11, 19), level="district"),
        "undated": add("olympiad", "Математика олимпиадасы", bakyt),
    }  # fmt: skip
    found["quiz"] = add(
        "subject_event", "Викторина", ainura, held_on=dt.date(2026, 11, 26), classes="2-В", part_of_id=found["week"],
    )  # fmt: skip
    results.save_result(None, found["evening"], "pupil", name="Айдай", class_name="4-А", place="1-орун", award="диплом")
    return found
