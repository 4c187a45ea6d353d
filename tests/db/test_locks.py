"""Final is final, whoever writes: the triggers, tried from a foreign tool with SQLite's default settings."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from db import connection, records
from db.errors import Refused
from db.history import action
from db.migrations.triggers import GROWING, LOCKS, NUMBERED, Lock
from db.models import analysis, evaluations, meetings, plans, protocols, tasks
from tests.db.core import lock, make_meeting, make_person, make_school

WORKING = [(each, table) for each in LOCKS for table in each.working]
TABLES = [(each, table) for each in LOCKS for table in (*each.working, each.owner)]


@action("test.fill")
def fill(school: int, person: int, meeting: int, item: int) -> None:
    """One row in every working table and in the tables that only grow."""
    owned: dict[str, Any] = {"meeting": meeting, "agenda_item": item}
    decision = records.insert(meetings.Decision, **owned, position=1, text="План түзүлсүн")
    association = records.stored(meetings.Meeting, meeting)["association"]
    task = records.insert(tasks.Task, decision=decision, association=association)
    records.insert(meetings.Attendance, meeting=meeting, person=person)
    records.insert(meetings.Guest, meeting=meeting, position=1, name="Г. Т. Эсенова")
    records.insert(meetings.Speech, **owned, position=1, person=person, text="Сөз")
    records.insert(meetings.Proposal, **owned, position=1, person=person, text="Сунуш")
    records.insert(meetings.DecisionOwner, meeting=meeting, decision=decision, position=1, person=person)
    records.insert(meetings.Vote, **owned, unanimous=True)
    records.insert(meetings.Candidate, **owned, position=1, person=person)
    records.insert(tasks.TaskReview, meeting=meeting, task=task)
    version = records.insert(
        protocols.ProtocolVersion, meeting=meeting, version=1, content="{}", content_digest="d", chain_head="h",
        made_at="2026-11-22",
    )  # fmt: skip
    records.insert(protocols.ProtocolSigning, protocol_version=version, signed_on="2026-11-22")
    plan = records.insert(
        plans.PlanVersion, association=meeting, first_year=2026, version=1, content="{}", content_digest="d",
        made_at="2026-11-22",
    )  # fmt: skip
    records.insert(plans.PlanApproval, plan_version=plan, approved_on="2026-11-22")
    report = records.insert(analysis.Analysis, association=association, first_year=2026)
    version = records.insert(
        analysis.AnalysisVersion, analysis=report, version=1, content="{}", content_digest="d", made_at="2026-11-22"
    )
    records.insert(analysis.AnalysisStep, analysis_version=version, done_on="2026-11-22")
    fill_evaluation(association, person)


def fill_evaluation(association: int, person: int) -> None:
    criteria = records.insert(evaluations.CriteriaVersion, association=association, number=1)
    section = records.insert(evaluations.CriteriaSection, criteria_version=criteria, position=1)
    criterion = records.insert(evaluations.Criterion, criteria_section=section, position=1, most=100)
    owned = {
        "evaluation": records.insert(
            evaluations.Evaluation, association=association, first_year=2026, part=1, begins="2026-09-01",
            ends="2026-11-04", criteria_version=criteria,
        )
    }  # fmt: skip
    sheet = records.insert(evaluations.EvaluationSheet, **owned, person=person)
    point = records.insert(evaluations.EvaluationPoint, **owned, evaluation_sheet=sheet, criterion=criterion)
    records.insert(evaluations.EvaluationProof, **owned, evaluation_point=point, position=1, text="Диплом")
    records.insert(evaluations.Appeal, **owned, evaluation_sheet=sheet, filed_on="2026-11-10", reason="Сынак")
    records.insert(
        evaluations.EvaluationVersion, **owned, version=1, content="{}", content_digest="d", chain_head="h",
        made_at="2026-11-22",
    )  # fmt: skip
    records.insert(evaluations.EvaluationLock, **owned, locked=owned["evaluation"] == 1, made_at="2026-11-22")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file whose meeting 1 and evaluation 1 are locked, 2 of each are not; all are full."""
    folder = tmp_path_factory.mktemp("locks") / "data"
    connection.open_for_writing(folder)
    school = make_school().value
    person = make_person(school).value
    for number in (1, 2):
        meeting, item = make_meeting(school, number).value
        fill(school, person, meeting, item)
    lock(1)
    connection.fold_log()
    connection.close()
    return connection.path_of(folder)


@pytest.fixture
def tool(filled: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A foreign tool on a copy of the file."""
    with closing(sqlite3.connect(shutil.copy(filled, tmp_path))) as found:
        assert found.execute("PRAGMA recursive_triggers").fetchone() == (0,)
        yield found


def columns(tool: sqlite3.Connection, table: str) -> list[str]:
    return [line[1] for line in tool.execute(f"PRAGMA table_info({table})")]


def copied(tool: sqlite3.Connection, table: str, verb: str, row: int, **values: object) -> None:
    """Insert a copy of a row with other values."""
    names = columns(tool, table)
    chosen = ", ".join("?" if name in values else f'"{name}"' for name in names)
    given = [values[name] for name in names if name in values]
    tool.execute(f"{verb} INTO {table} SELECT {chosen} FROM {table} WHERE id = ?", (*given, row))


def refused(tool: sqlite3.Connection, code: str, statement: Any) -> None:
    before = list(tool.iterdump())
    with pytest.raises(sqlite3.IntegrityError, match=code):
        statement()
    assert list(tool.iterdump()) == before


def owner(of: Lock, table: str) -> str:
    return "id" if table == of.owner else of.column


@pytest.mark.parametrize(("of", "table"), TABLES, ids=lambda value: str(getattr(value, "code", value)))
def test_row_53_a_locked_owners_rows_are_not_changed_deleted_or_replaced(
    tool: sqlite3.Connection, of: Lock, table: str
) -> None:
    where = f"{owner(of, table)} = 1"
    refused(tool, of.code, lambda: tool.execute(f"UPDATE {table} SET rev = rev + 1 WHERE {where}"))
    refused(tool, of.code, lambda: tool.execute(f"DELETE FROM {table} WHERE {where}"))
    refused(tool, of.code, lambda: copied(tool, table, "INSERT OR REPLACE", 1, rev=9))
    refused(tool, of.code, lambda: copied(tool, table, "INSERT OR REPLACE", 1, rev=9, id=77))
    refused(tool, of.code, lambda: copied(tool, table, "INSERT OR REPLACE", 2, id=1, uid="new"))


@pytest.mark.parametrize(("of", "table"), TABLES, ids=lambda value: str(getattr(value, "code", value)))
def test_a_row_of_another_owner_does_not_take_a_locked_rows_place(
    tool: sqlite3.Connection, of: Lock, table: str
) -> None:
    uid = tool.execute(f"SELECT uid FROM {table} WHERE id = 1").fetchone()[0]
    tool.execute("PRAGMA foreign_keys = 0")
    for change in (f"uid = '{uid}'", "id = 1"):
        statement = f"UPDATE OR REPLACE {table} SET {change} WHERE id = 2"
        refused(tool, of.code, lambda statement=statement: tool.execute(statement))


@pytest.mark.parametrize(("of", "table"), WORKING, ids=lambda value: str(getattr(value, "code", value)))
def test_no_row_comes_to_a_locked_owner_or_leaves_it(tool: sqlite3.Connection, of: Lock, table: str) -> None:
    new, column = {"id": 77, "uid": "new"}, of.column
    refused(tool, of.code, lambda: copied(tool, table, "INSERT", 1, **new))
    refused(tool, of.code, lambda: copied(tool, table, "INSERT", 2, **new, **{column: 1}))
    refused(tool, of.code, lambda: tool.execute(f"UPDATE {table} SET {column} = 1 WHERE {column} = 2"))
    refused(tool, of.code, lambda: tool.execute(f"UPDATE {table} SET {column} = 2 WHERE {column} = 1"))


@pytest.mark.parametrize(
    ("of", "table"), [(of, table) for of in LOCKS for table in of.parents],
    ids=lambda value: str(getattr(value, "code", value)),
)  # fmt: skip
def test_no_row_of_another_owner_hangs_itself_under_a_locked_one(
    tool: sqlite3.Connection, of: Lock, table: str
) -> None:
    parent = of.parents[table][1]
    refused(tool, of.code, lambda: copied(tool, table, "INSERT", 2, id=77, uid="new", **{parent: 1}))
    refused(tool, of.code, lambda: tool.execute(f"UPDATE {table} SET {parent} = 1 WHERE id = 2"))


@pytest.mark.parametrize(("of", "table"), TABLES, ids=lambda value: str(getattr(value, "code", value)))
def test_an_open_owners_rows_are_free(tool: sqlite3.Connection, of: Lock, table: str) -> None:
    where = f"{owner(of, table)} = 2"
    assert tool.execute(f"UPDATE {table} SET rev = rev + 1 WHERE {where}").rowcount == 1
    copied(tool, table, "INSERT OR REPLACE", 2, rev=9)
    tool.execute("PRAGMA foreign_keys = 0")
    assert tool.execute(f"DELETE FROM {table} WHERE {where}").rowcount == 1


def test_the_tasks_of_a_locked_meeting_live_on(tool: sqlite3.Connection) -> None:
    assert tool.execute("UPDATE task SET state = 'done' WHERE decision_id = 1").rowcount == 1


@pytest.mark.parametrize("table", GROWING)
def test_row_53_a_table_that_only_grows_is_not_changed_deleted_or_replaced(
    tool: sqlite3.Connection, table: str
) -> None:
    refused(tool, "only_grows", lambda: tool.execute(f"UPDATE {table} SET id = id + 100 WHERE id = 1"))
    refused(tool, "only_grows", lambda: tool.execute(f"DELETE FROM {table} WHERE id = 1"))
    refused(tool, "only_grows", lambda: copied(tool, table, "INSERT OR REPLACE", 1))
    if "uid" in columns(tool, table) and table != "event_line":
        refused(tool, "only_grows", lambda: copied(tool, table, "INSERT OR REPLACE", 1, id=77))
    if table in NUMBERED:
        refused(tool, "only_grows", lambda: copied(tool, table, "INSERT OR REPLACE", 1, id=77, uid="new"))


def test_an_amendment_unlocks_and_a_new_version_locks_again(opened: Path) -> None:
    meeting, item = make_meeting(make_school().value).value

    @action("test.change")
    def retitle(title: str) -> bool:
        return records.change(meetings.AgendaItem, item, title=title)

    lock(meeting)
    with pytest.raises(Refused, match="final_protocol"):
        retitle("Башка")
    lock(meeting, locked=False)
    assert retitle("Түзөтүлгөн").value is True
    lock(meeting)
    with pytest.raises(Refused, match="final_protocol"):
        retitle("Дагы")
    assert records.stored(meetings.AgendaItem, item)["title"] == "Түзөтүлгөн"
