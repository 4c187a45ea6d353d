"""The home screen's week: what the next meeting waits for, what is to be prepared, whose day has passed."""

from __future__ import annotations

import datetime as dt

import pytest

from db import calendar, kept
from db.associations import association
from db.meetings import agenda
from db.models.control_tests import ControlTest
from db.models.events import Activity, ActivityPerson
from db.models.norms import Norm
from db.models.record import database
from tests.db.journal.lived import make
from tests.tui.screens import text_of
from tests.tui.worlds import TODAY, World, app_in
from tui import due
from tui.screens.home import HomeScreen

WEEK = {
    "ky": [
        " № 3 ОТУРУМГА ЧЕЙИН: 3",
        " отчёт: Ачык сабактардын жыйынтыгы – Байтемирова Н. С.",
        " отчёт: Мектеп-гимназиянын тажрыйбасы – Осмонов А. Т.",
        " үйрөнүлө турганы: Предметтик стандарт                               25.11.2026",
        " ӨТКӨРҮЛДҮБҮ? 1",
        " Олимпиада: Математика · 4-А, 4-Б                                 20.11.2026 жм",
        " 7 КҮНДӨ ДАЯРДАЛА ТУРГАНЫ: 6",
        " Ачык сабак: Үндүү тыбыштар · 1-А – Байтемирова Н. С.             24.11.2026 шш",
        " Кайтарма тест: Математика · 3-А – Эсенова Г. Т.                  26.11.2026 бш",
        " дагы 2                                                                   Enter",
    ],
    "ru": [
        " ДО ЗАСЕДАНИЯ № 3: 3",
        " отчёт: Ачык сабактардын жыйынтыгы – Байтемирова Н. С.",
        " отчёт: Мектеп-гимназиянын тажрыйбасы – Осмонов А. Т.",
        " изучить: Предметтик стандарт                                        25.11.2026",
        " ПРОВЕДЕНО ЛИ? 1",
        " Олимпиада: Математика · 4-А, 4-Б                                 20.11.2026 пт",
        " ПОДГОТОВИТЬ ЗА 7 ДНЕЙ: 6",
        " Открытый урок: Үндүү тыбыштар · 1-А – Байтемирова Н. С.          24.11.2026 вт",
        " Тест обратной связи: Математика · 3-А – Эсенова Г. Т.            26.11.2026 чт",
        " ещё 2                                                                    Enter",
    ],
}


def lived(world: World, lessons: int = 4) -> None:
    """Reports owed to the planned meeting, a norm to study, an olympiad gone by, lessons and a test to come."""
    meeting_id, people = world.meetings[2], world.people
    agenda.add(meeting_id, "Ачык сабактардын жыйынтыгы жөнүндө", reporter_id=people[2])
    guest = agenda.add(meeting_id, "Мектеп-гимназиянын тажрыйбасы жөнүндө").value
    agenda.change(guest, reporter_guest="Осмонов А. Т.")
    year = {"association": world.association_id, "first_year": 2026}
    make(Norm, **year, title="Предметтик стандарт", study_by=dt.date(2026, 11, 25))
    make(Activity, **year, kind="olympiad", title="Математика", classes="4-А, 4-Б", held_on=dt.date(2026, 11, 20))
    lesson = make(Activity, **year, title="Үндүү тыбыштар", classes="1-А", held_on=dt.date(2026, 11, 24)).value
    make(ActivityPerson, activity=lesson, person=people[2], position=1)
    test = {"kind": "feedback", "subject": "Математика", "class_name": "3-А", "teacher": people[11]}
    make(ControlTest, **year, **test, held_on=dt.date(2026, 11, 26))
    for number in range(lessons):
        make(Activity, **year, title=f"Тема {number}", held_on=dt.date(2026, 11, 27))
    make(Activity, **year, title="Алыс", held_on=dt.date(2026, 12, 27))


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_week(world: World, language: str) -> None:
    lived(world)
    with app_in(world, HomeScreen, language) as app:
        async with app.run_test(size=(80, 40)) as pilot:
            await pilot.pause()
            shown = text_of(app)
            assert [line for line in shown if line in WEEK[language]] == WEEK[language]
            assert not any("Алыс" in line for line in shown)


def test_switched_off_kinds_are_no_work(world: World) -> None:
    lived(world)
    kept.keep(world.association_id, "tests", on=False)
    kept.keep(world.association_id, "norms", on=False)
    said = [str(row.cells[0]) for row in due.rows(association(world.association_id), TODAY)]
    assert not [text for text in said if "Математика · 3-А" in text or "Предметтик стандарт" in text]
    kept.keep(world.association_id, "tests", on=True)
    assert kept.not_kept(world.association_id) == {"norms"}


def test_the_number_of_queries_does_not_grow(world: World) -> None:
    of, counts = association(world.association_id), []
    for lessons in (1, 60):
        lived(world, lessons)
        statements: list[str] = []
        database.connection().set_trace_callback(statements.append)
        list(due.rows(of, TODAY))
        database.connection().set_trace_callback(None)
        counts.append(len(statements))
    assert counts[0] == counts[1] < 60


def test_the_head_of_studies_deadline_is_shown_when_it_is_near(world: World) -> None:
    quarter = next(each for each in calendar.usual_year(2026).quarters if each.number == 1)
    of = association(world.association_id)
    shown = {}
    for days in (40, 8, 0):
        found = due.rows(of, quarter.ends - dt.timedelta(days=days))
        shown[days] = [row for row in found if getattr(row.key, "kind", "") == "papers"]
    assert [len(rows) for rows in shown.values()] == [0, 1, 1]
    assert [row.style for rows in shown.values() for row in rows] == ["", "error"]
