"""Older files become new ones whole or stay old; migrating again is no change."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import connection
from db.connection import APPLICATION_ID, SCHEMA_VERSION, execute, path_of
from db.migrations import runner, triggers
from db.models.record import database
from tests.db.core import make_person, make_school, reopen

SCHOOL = "INSERT INTO school VALUES (1, 'u-1', 1, 'd', NULL, '№ 7', '', '', '', '', '', '', '', '', '')"


def old_file(folder: Path) -> None:
    """A data file as the first version of the program left it."""
    with closing(sqlite3.connect(path_of(folder))) as tool:
        tool.execute("PRAGMA synchronous = off")  # hundreds of statements, each of its own: five times as fast
        tool.executescript((runner.FOLDER / "0001_records.sql").read_text(encoding="utf-8"))
        tool.execute("CREATE TABLE schema_migration (id INTEGER PRIMARY KEY, name TEXT, applied TEXT)")
        tool.execute("INSERT INTO schema_migration VALUES (1, '0001_records', '2026-09-01 10:00:00')")
        tool.execute(SCHOOL)
        tool.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        tool.execute("PRAGMA user_version = 1")
        tool.commit()


def schema() -> list[tuple[str, str]]:
    return [(name, sql) for name, sql in execute("SELECT name, sql FROM sqlite_master ORDER BY name")]


def test_an_older_file_becomes_a_new_one_and_keeps_its_rows(tmp_path: Path) -> None:
    old_file(tmp_path)
    connection.open_for_writing(tmp_path)
    assert database.user_version == SCHEMA_VERSION
    assert execute("SELECT uid, name_ky FROM school") == [("u-1", "№ 7")]
    made = schema()
    connection.close()
    [copy] = (tmp_path / "backups").iterdir()
    with closing(sqlite3.connect(copy)) as older:
        assert older.execute("PRAGMA user_version").fetchone() == (1,)
        assert older.execute("SELECT name_ky FROM school").fetchall() == [("№ 7",)]
    (tmp_path / "new").mkdir()
    connection.open_for_writing(tmp_path / "new")
    fresh = schema()
    connection.close()
    assert [line for line in made if "schema_migration" not in line[0]] == [
        line for line in fresh if "schema_migration" not in line[0]
    ]


def test_an_older_file_is_not_read_before_it_is_migrated(tmp_path: Path) -> None:
    old_file(tmp_path)
    with pytest.raises(connection.Refused, match="data_older"):
        connection.open_for_reading(tmp_path)
    assert database.is_closed()


def test_migrating_twice_gives_one_result(opened: Path) -> None:
    make_person(make_school().value)
    before = schema(), execute("SELECT * FROM person"), execute("SELECT name FROM schema_migration")
    runner.migrate()
    reopen(opened)
    assert (schema(), execute("SELECT * FROM person"), execute("SELECT name FROM schema_migration")) == before


def test_opening_a_current_file_does_not_migrate_it(opened: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "migrate", lambda: pytest.fail("nothing is pending"))
    reopen(opened)


def test_all_triggers_stand_after_migrating(opened: Path) -> None:
    execute("DROP TRIGGER final_protocol_speech_delete")
    execute("CREATE TRIGGER stranger AFTER INSERT ON school BEGIN SELECT 1; END")
    runner.migrate()
    found = {sql for (sql,) in execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")}
    assert found == set(triggers.TRIGGERS)


def test_a_migration_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old_file(tmp_path)
    monkeypatch.setattr(runner, "TRIGGERS", (*triggers.TRIGGERS, "CREATE TRIGGER broken"))
    with pytest.raises(connection.Refused, match="migration_failed"):
        connection.open_for_writing(tmp_path)
    assert database.is_closed()
    with closing(sqlite3.connect(path_of(tmp_path))) as tool:
        assert tool.execute("PRAGMA user_version").fetchone() == (1,)
        assert tool.execute("SELECT name FROM sqlite_master WHERE name = 'search'").fetchall() == []
        assert tool.execute("SELECT name FROM schema_migration").fetchall() == [("0001_records",)]
        assert tool.execute("SELECT name_ky FROM school").fetchall() == [("№ 7",)]
    monkeypatch.undo()
    connection.open_for_writing(tmp_path)
    assert database.user_version == SCHEMA_VERSION
    connection.close()


def test_a_file_with_a_row_that_points_to_nothing_is_not_migrated(tmp_path: Path) -> None:
    old_file(tmp_path)
    with closing(sqlite3.connect(path_of(tmp_path))) as tool:
        tool.execute("INSERT INTO school_year VALUES (1, 'u-2', 1, 'd', NULL, 99, 2026, '2026-09-01', '2027-05-31', 1)")
        tool.commit()
    with pytest.raises(connection.Refused) as refused:
        connection.open_for_writing(tmp_path)
    [copy] = (tmp_path / "backups").iterdir()
    assert (refused.value.code, refused.value.values) == ("migration_failed", {"copy": copy.name})


def test_foreign_keys_are_checked_again_after_migrating(opened: Path) -> None:
    runner.migrate()
    assert execute("PRAGMA foreign_keys") == [(1,)]


def test_the_version_is_that_of_the_newest_step() -> None:
    steps = sorted(path.name for path in runner.FOLDER.glob("[0-9]*.py"))
    assert [int(name[:4]) for name in steps] == list(range(1, SCHEMA_VERSION + 1))
