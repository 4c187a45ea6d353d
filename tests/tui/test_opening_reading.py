"""Data that are looked at only, or opened after another version or another program: the sentence, the data after it.

The numbers are those of the list of what may go wrong.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import connection, instance_lock
from db.connection import SCHEMA_VERSION, path_of
from db.meetings import agenda
from db.migrations import runner, triggers
from tests.tui.screens import text_of
from tests.tui.unopened import AFTER_COPY, birikme, files, plain_user, questions, step
from tui import session
from tui.app import Options
from tui.screens.unopened import AGAIN

READ_ONLY = "! Окуу гана: бул маалыматты көрүүгө болот, өзгөртүүгө болбойт."


def newer(folder: Path) -> None:
    """A version of the program that is not made yet wrote the data."""
    with closing(sqlite3.connect(path_of(folder))) as tool:
        tool.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 4}")


async def test_row_18_newer_data_are_looked_at_and_not_a_byte_changes(closed_year: Path, tmp_path: Path) -> None:
    newer(closed_year)
    before = files(closed_year)
    shown, sitting, ended = await step(closed_year, "enter")
    assert f"Маалымат программанын жаңыраак версиясында түзүлгөн ({SCHEMA_VERSION + 4}). Көрүүгө болот" in shown
    assert (ended, sitting.reading) == (AGAIN, True)
    with session.looked_at(Options(closed_year, reading=True)) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f6")
            await pilot.pause()
            assert text_of(app)[0].endswith("Окуу гана")
            for key in ("f7", "f4", "f8", "ctrl+z"):
                await pilot.press(key)
                await pilot.pause()
                assert READ_ONLY in "\n".join(text_of(app))
                app.say("")
    assert files(closed_year) == before


def test_row_18_what_stands_in_the_log_alone_is_looked_at_too(closed_year: Path) -> None:
    with closing(sqlite3.connect(path_of(closed_year))) as tool:
        tool.execute("UPDATE agenda_item SET title = 'журналда гана' WHERE meeting_id = 3")
        tool.commit()
        copy = closed_year / "copy"
        copy.mkdir()
        for part in ("", "-wal"):
            shutil.copy(closed_year / f"{connection.FILE_NAME}{part}", copy)
    before = files(copy)
    with session.looked_at(Options(copy, reading=True)):
        assert ("журналда гана",) in connection.execute("SELECT title FROM agenda_item")
    assert files(copy) == before


async def test_row_19_older_data_that_cannot_be_brought_up_to_date_stay_as_they_are(
    closed_year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(path_of(closed_year))) as tool:
        tool.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    monkeypatch.setattr(runner, "TRIGGERS", (*triggers.TRIGGERS, "CREATE TRIGGER broken"))
    shown, _sitting, ended = await step(closed_year, "escape")
    assert "Эски версиянын маалыматы жаңы версияга өткөрүлгөн жок. Файл мурункудай калды" in shown
    assert ended == 1
    [copy] = (closed_year / "backups").glob("*-migration-*")
    for path in (path_of(closed_year), copy):
        with closing(sqlite3.connect(path)) as tool:
            assert tool.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION - 1,)
            assert (AFTER_COPY,) in tool.execute("SELECT title FROM agenda_item").fetchall()
    monkeypatch.undo()
    assert AFTER_COPY in questions(closed_year)


async def test_row_20_after_a_newer_version_the_copy_made_before_it_is_offered_with_what_it_lacks(
    closed_year: Path,
) -> None:
    newer(closed_year)
    shown, _sitting, ended = await step(closed_year, "2")
    assert "өзгөртүүлөр – 2" in shown
    assert "№ 2" in shown
    assert ended == AGAIN
    assert AFTER_COPY not in questions(closed_year)


def test_row_21_a_second_program_hears_who_has_the_data_open_and_may_look(closed_year: Path) -> None:
    with instance_lock.held(closed_year, "Асанова Г. М."), session.opened(Options(closed_year)) as first:
        assert first.writer is not None
        with birikme(closed_year) as second:
            shown = second.wait_for("Көрүү үчүн ачуу")
            assert "Birikme ачык турат: Асанова Г. М., саат " in shown[2]
            first.writer.submit(agenda.add, 3, "Экинчи терезе ачык турганда").result(20)
            second.send("Enter")
            second.wait_for("Окуу гана")
    assert "Экинчи терезе ачык турганда" in questions(closed_year)


def test_row_22_a_program_that_was_killed_leaves_no_lock(closed_year: Path) -> None:
    with birikme(closed_year) as terminal:
        terminal.wait_for("F7")
        terminal.kill()
    assert AFTER_COPY in questions(closed_year)


def test_row_28_a_folder_without_the_right_to_write_is_looked_at(closed_year: Path) -> None:
    before = files(closed_year)
    closed_year.chmod(0o500)
    try:
        with birikme(closed_year, *plain_user()) as terminal:
            terminal.wait_for("Бул папканы көрүүгө гана болот: ага жазууга уруксат жок.")
            assert terminal.screen()[0].endswith("Окуу гана")
            terminal.send("F7")
            terminal.wait_for(READ_ONLY)
    finally:
        closed_year.chmod(0o700)
    assert files(closed_year) == before


def test_row_29_without_any_right_to_the_folder_another_one_is_chosen(closed_year: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(closed_year, other)
    closed_year.chmod(0)
    try:
        with birikme(closed_year, *plain_user()) as terminal:
            terminal.wait_for("Бул папкага жазууга уруксат жок:")
            terminal.send("Enter")
            terminal.wait_for("Маалымат папкасы:")
            terminal.send(str(other), "Enter")
            terminal.wait_for("Башталгыч класстардын усулдук бирикмеси")
    finally:
        closed_year.chmod(0o700)
    assert AFTER_COPY in questions(closed_year)
