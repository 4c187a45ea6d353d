"""Exports of older versions come in: proved over the fields that they have, then given the newer ones."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from db import connection, tasks
from db.checking import check
from db.errors import Refused
from db.exchange import export_json, import_json
from db.models.all import BY_TABLE
from db.plans import course, lines, sections
from tests.conftest import MakeAssociation, MakeMeeting

DAY = dt.date(2026, 11, 14)
NEW = {"task": ("association", "text", "given_on"), "plan_proof": ("activity", "control_test", "norm", "study")}
TABLES_OF_3 = frozenset({
    "school", "person", "school_year", "quarter", "holiday", "association", "member", "setting", "phrase", "meeting",
    "agenda_item", "attendance", "guest", "speech", "proposal", "decision", "decision_owner", "vote", "candidate",
    "appointment", "task", "task_review", "protocol_version", "protocol_lock", "protocol_signing", "plan_head",
    "plan_section", "plan_line", "plan_line_owner", "plan_change", "plan_proof", "plan_version", "plan_approval",
})  # fmt: skip


def digest_of_3(table: str, row: dict[str, Any], numbers: dict[str, dict[str, int]]) -> str:
    """The proof as version 3 made it: all fields but id and digest, a link by its number."""
    fields = BY_TABLE[table]._meta.fields
    kept = {name: value for name, value in row.items() if name not in ("id", "digest")}
    for name in kept:
        if hasattr(fields[name], "rel_model"):
            kept[name] = numbers[fields[name].rel_model._meta.table_name].get(kept[name])
    return hashlib.sha256(json.dumps([table, kept], sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def as_version_3(exported: str) -> dict[str, Any]:
    """The same content as version 3 wrote it."""
    content: dict[str, Any] = json.loads(exported)
    content["schema"] = 3
    found = {table: rows for table, rows in content["records"].items() if table in TABLES_OF_3}
    content["records"] = found
    numbers = {table: {row["uid"]: row["id"] for row in rows} for table, rows in found.items()}
    for table, names in NEW.items():
        for row in found[table]:
            for name in names:
                del row[name]
            row["digest"] = digest_of_3(table, row, numbers)
    return content


@pytest.fixture
def older(make_association: MakeAssociation, make_meeting: MakeMeeting) -> dict[str, Any]:
    association_id = make_association()
    make_meeting(association_id, DAY)
    task = tasks.tasks(association_id)[0].id
    tasks.set_state(task, "done", DAY + dt.timedelta(days=3), "түзүлдү")
    section = sections.save_section(None, association_id, "Башка", "").value
    line_id = lines.add_line(association_id, 2026, section, "Иштөө планы").value
    course.prove(line_id, DAY + dt.timedelta(days=3), task_id=task)
    return as_version_3(export_json())


def bring_in(content: dict[str, Any], folder: Path) -> None:
    connection.close()
    connection.open_for_writing(folder / "other")
    file = folder / "older.json"
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    import_json(file)


def test_a_file_of_version_3_comes_in(older: dict[str, Any], tmp_path: Path) -> None:
    bring_in(older, tmp_path)
    (task,) = tasks.closed(1)
    assert (task.text, task.note, task.decision_number, task.source) == (
        "Иштөө планы түзүлсүн.", "түзүлдү", "1.1", "decision",
    )  # fmt: skip
    (proof,) = lines.lines(1, 2026, DAY)[0].proofs
    assert (proof.task_id, proof.title) == (task.id, "Иштөө планы түзүлсүн.")
    assert check() == []
    written = json.loads(export_json())
    assert written["schema"] == connection.SCHEMA_VERSION and written["log"] == older["log"]
    assert {row["association"] for row in written["records"]["task"]} == {older["records"]["association"][0]["uid"]}


def test_a_row_changed_by_hand_is_refused_in_an_older_file_too(older: dict[str, Any], tmp_path: Path) -> None:
    older["records"]["task"][0]["note"] = "башка"
    with pytest.raises(Refused) as refused:
        bring_in(older, tmp_path)
    assert (refused.value.code, refused.value.values["table"]) == ("import_damaged", "task")


def test_a_newer_field_does_not_belong_into_an_older_file(older: dict[str, Any], tmp_path: Path) -> None:
    older["records"]["task"][0]["text"] = "башка"
    with pytest.raises(Refused) as refused:
        bring_in(older, tmp_path)
    assert (refused.value.code, refused.value.values["name"]) == ("import_unknown_field", "text")


def test_a_task_without_its_meeting_is_refused(older: dict[str, Any], tmp_path: Path) -> None:
    older["records"]["meeting"][0].pop("association")
    with pytest.raises(Refused) as refused:
        bring_in(older, tmp_path)
    assert refused.value.code == "import_missing_field"
