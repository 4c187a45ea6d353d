"""Small actions and looks at a data file that the tests of the write path share."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from db import connection, records
from db.history import action
from db.models.all import RECORDS
from db.models.meetings import AgendaItem, Meeting
from db.models.members import Association
from db.models.protocols import ProtocolLock
from db.models.schools import Person, School


@action("test.school")
def make_school(name: str = "№ 7") -> int:
    return records.insert(School, name_ky=name)


@action("test.person")
def make_person(school: int, surname: str = "Асанова", **values: Any) -> int:
    return records.insert(Person, school=school, surname=surname, given="Гүлнара", **values)


@action("test.meeting")
def make_meeting(school: int, number: int = 1) -> tuple[int, int]:
    association = records.insert(Association, school=school, name_ky="Математика")
    meeting = records.insert(Meeting, association=association, first_year=2026, number=number)
    return meeting, records.insert(AgendaItem, meeting=meeting, position=1, title="План жөнүндө")


@action("test.lock")
def lock(meeting: int, locked: bool = True) -> int:
    return records.insert(ProtocolLock, meeting=meeting, locked=locked, made_at="2026-11-22T14:00:00+06:00")


@action("test.rename")
def rename(person: int, surname: str) -> bool:
    return records.change(Person, person, surname=surname)


@action("test.remove")
def remove(person: int) -> None:
    records.remove(Person, person)


def reopen(folder: Path) -> None:
    """Close the file and open it again, as another start of the program does."""
    connection.close()
    connection.open_for_writing(folder)


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """All records as the engine holds them, without their counter, proof and the moment of a deletion."""
    found = {}
    for model in RECORDS:
        names = [name for name in model._meta.columns if name not in ("rev", "digest", "deleted_at")]
        columns = ", ".join(f'"{name}"' for name in names)
        table = model._meta.table_name
        found[table] = connection.execute(f"SELECT {columns}, deleted_at IS NULL FROM {table} ORDER BY id")
    return found


def bare(folder: Path, *statements: str) -> list[tuple[Any, ...]]:
    """Run statements as a foreign SQLite tool does, with its default settings; the last one's lines."""
    with closing(sqlite3.connect(connection.path_of(folder))) as tool:
        for statement in statements:
            lines = tool.execute(statement).fetchall()
        tool.commit()
    return lines
