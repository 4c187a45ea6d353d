"""The tables as the migrations make them: what the models say, STRICT, and honest about their values."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from peewee import SqliteDatabase

from db import connection
from db.connection import execute
from db.models.all import LOG, MACHINE, RECORDS
from tests.db.core import make_meeting, make_person, make_school

MODELS = (*RECORDS, *LOG, *MACHINE)


def statements_of_the_models() -> dict[str, str]:
    """What peewee itself would create, in memory."""
    database = SqliteDatabase(":memory:")
    with database.bind_ctx(MODELS), database.connection_context():
        database.create_tables(MODELS)
        lines = database.execute_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: squeezed(sql) for name, sql in lines}


def squeezed(sql: str) -> str:
    return re.sub(r"\s+", " ", sql)


def test_the_migrated_tables_are_what_the_models_say(opened: object) -> None:
    lines = execute("SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL")
    migrated = {name: squeezed(sql) for name, sql in lines}
    wanted = statements_of_the_models()
    assert {name: sql for name, sql in migrated.items() if name in wanted} == wanted
    others = {name for name in migrated if name not in wanted and not name.startswith("search")}
    assert others == {"schema_migration", "schema_migration_name"}


def test_every_table_is_strict(opened: object) -> None:
    lines = execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    strict = {name for name, is_strict in lines if is_strict}
    assert strict == {model._meta.table_name for model in MODELS}


def test_no_foreign_key_cascades(opened: object) -> None:
    for model in MODELS:
        for line in execute(f"PRAGMA foreign_key_list({model._meta.table_name})"):
            assert line[5:7] == ("RESTRICT", "RESTRICT"), (model, line)


def test_every_foreign_key_is_indexed(opened: object) -> None:
    for model in MODELS:
        table = model._meta.table_name
        indexed = {
            execute(f"SELECT name FROM pragma_index_info('{name}') WHERE seqno = 0")[0][0]
            for _seq, name, *_ in execute(f"PRAGMA index_list({table})")
        }
        assert {line[3] for line in execute(f"PRAGMA foreign_key_list({table})")} <= indexed, table


@pytest.fixture
def tool(opened: Path) -> Iterator[sqlite3.Connection]:
    """A foreign tool on a file with one row of what the CHECKs are tried on."""
    school = make_school().value
    make_person(school)
    make_meeting(school)
    connection.close()
    with closing(sqlite3.connect(connection.path_of(opened))) as found:
        yield found


@pytest.mark.parametrize("value", ["2026-02-28", "2024-02-29", "1980-12-31", None])
def test_a_day_that_exists_is_taken(tool: sqlite3.Connection, value: str | None) -> None:
    tool.execute("UPDATE person SET born = ?", (value,))
    assert tool.execute("SELECT born FROM person").fetchall() == [(value,)]


REFUSED = [
    ("person.born", value)
    for value in ("2026-02-30", "2025-02-29", "2026-13-01", "2026-1-1", "01.09.2026", "", "2026-09-01 10:00", "now")
]
REFUSED += [("meeting.planned_time", value) for value in ("24:00", "9:30", "14:60", "29:00", "14:10:00")]
REFUSED += [("meeting.state", value) for value in ("final", "", "Planned")]
REFUSED += [("person.category", "expert"), ("agenda_item.kind", "special"), ("person.conditions", "бар")]
REFUSED += [("meeting.number", value) for value in (-1, 1_000_001, "three", 2.5, None)]
REFUSED += [("person.load_hours", -1), ("person.surname", None), ("person.surname", b"\x00")]


@pytest.mark.parametrize(("column", "value"), REFUSED)
def test_a_value_that_cannot_be_is_refused_whoever_writes(tool: sqlite3.Connection, column: str, value: object) -> None:
    table, name = column.split(".")
    with pytest.raises(sqlite3.IntegrityError):
        tool.execute(f"UPDATE {table} SET {name} = ?", (value,))


def test_times_of_a_day_are_taken(tool: sqlite3.Connection) -> None:
    for value in ("", "00:00", "09:30", "23:59"):
        tool.execute("UPDATE meeting SET planned_time = ?", (value,))
        assert tool.execute("SELECT planned_time FROM meeting").fetchone() == (value,)
