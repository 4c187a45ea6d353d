"""The example year's plan shows every state a line can have, each with the records behind it."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import connection
from db.associations import associations
from db.checking import check
from db.exchange import export_json
from db.plans import approvals
from db.plans.heads import head
from db.plans.lines import lines
from db.plans.rows import Line
from db.plans.sections import sections
from db.rules.plan_status import STATES
from db.stock_files import plan_sections, read_stock
from db.tasks import tasks

ROOT = Path(__file__).parents[2]
NOW, LATER = dt.date(2026, 11, 22), dt.date(2027, 5, 31)
FILE = read_stock("example_plan")
ENTRIES = [entry for section in FILE["section"] for entry in section["line"]]

WORK = read_stock("example_work")
BEYOND = [entry for entry in (*WORK["activity"], *WORK["study"]) if "beyond" in entry]
"""Events and studies that are noted in the plan as work beyond it."""


@pytest.fixture(scope="module")
def association_id(example_folder: Path) -> Iterator[int]:
    connection.open_for_reading(example_folder)
    yield associations()[0].id
    connection.close()


@pytest.fixture(scope="module")
def found(association_id: int) -> list[Line]:
    return lines(association_id, 2026, LATER)


def the(found: list[Line], text: str) -> Line:
    [line] = [each for each in found if each.text.startswith(text)]
    return line


def test_every_section_has_lines_and_every_line_an_owner(association_id: int, found: list[Line]) -> None:
    assert {line.section_number for line in found} == {section.number for section in sections(association_id)}
    assert len(found) == len(ENTRIES) + len(BEYOND) and all(
        (line.owners and line.expected_result) or line.unplanned for line in found
    )


def test_every_state_is_to_be_seen(association_id: int, found: list[Line]) -> None:
    now = Counter(line.state for line in lines(association_id, 2026, NOW))
    assert set(now) == set(STATES)
    later = Counter(line.state for line in found)
    assert later["unplanned"] == 2 + len(BEYOND) and later["cancelled"] == 1 and later["partly"] >= 1
    assert later["done_in_time"] > len(found) // 2


def test_done_is_proved_by_what_did_it(association_id: int, found: list[Line]) -> None:
    assert all(line.proofs for line in found if line.state in ("done_in_time", "done_late"))
    closed = {task.id for task in tasks(association_id) if task.closed}
    proofs = [proof for line in found for proof in line.proofs]
    assert {proof.task_id for proof in proofs if proof.task_id} <= closed
    assert any(proof.agenda_item_id for proof in proofs) and any(proof.task_id for proof in proofs)
    assert sum(proof.automatic for proof in proofs) == 6
    late = the(found, "6-отурум")
    assert (late.state, [proof.meeting_number for proof in late.proofs]) == ("done_late", [7])


def test_a_line_was_moved_by_a_meetings_decision(found: list[Line]) -> None:
    line = the(found, "Базистик окуу планын")
    assert line.moved is not None
    assert (line.planned.month, line.month, line.moved.meeting_number, line.state) == (11, 12, 3, "done_in_time")
    assert line.reason.startswith("музыка")


def test_a_cancelled_line_says_why(found: list[Line]) -> None:
    [line] = [each for each in found if each.state == "cancelled"]
    assert "ооруп калган" in line.reason


def test_the_plan_was_approved_and_approved_again_when_it_had_changed(association_id: int) -> None:
    first, second = approvals.versions(association_id, 2026)
    assert [step.step for step in first.approvals] == [step.step for step in second.approvals] == list(approvals.STEPS)
    assert [each.meeting_number for version in (first, second) for each in version.approvals[:1]] == [1, 5]
    assert first.reason == "" and second.reason
    texts = [
        {line["text"] for section in each.plain["sections"] for line in section["lines"]} for each in (first, second)
    ]
    assert (
        texts[1] - texts[0] == {"Кошумча сабактар: кыргыз тили", "Окуу техникасын текшерүү"} and not texts[0] - texts[1]
    )
    today = approvals.content(association_id, 2026, "year", 0, LATER)
    assert (today["version"], today["example"]) == (2, True)


def test_the_title_page_has_theme_goals_and_tasks(association_id: int) -> None:
    of = head(association_id, 2026)
    assert of.theme and of.goals and len(of.tasks.splitlines()) == 4


def test_the_data_is_whole(association_id: int) -> None:
    assert check() == []


def test_every_table_of_the_plan_goes_along_when_everything_is_carried_over(
    association_id: int, tmp_path: Path
) -> None:
    first = json.loads(export_json())
    tables = ("head", "section", "line", "line_owner", "change", "proof", "version", "approval")
    assert all(first["records"][f"plan_{table}"] for table in tables)
    (tmp_path / "all.json").write_text(json.dumps(first, ensure_ascii=False), encoding="utf-8")
    command = [sys.executable, "-m", "tui", "--data", str(tmp_path / "other")]
    subprocess.run([*command, "import", str(tmp_path / "all.json")], check=True, capture_output=True, cwd=ROOT)
    subprocess.run([*command, "export", str(tmp_path / "again.json")], check=True, capture_output=True, cwd=ROOT)
    second = json.loads((tmp_path / "again.json").read_text(encoding="utf-8"))
    assert second | {"exported_at": ""} == first | {"exported_at": ""}


def test_the_file_names_usual_lines_that_there_are() -> None:
    usual = {f"{section.number}.{place}" for section in plan_sections() for place in range(1, len(section.lines) + 1)}
    named = [entry["stock"] for entry in ENTRIES if "stock" in entry]
    assert set(named) <= usual and len(set(named)) == len(named)
    assert all({"text", "kind", "term", "result"} <= entry.keys() for entry in ENTRIES if "stock" not in entry)


def test_nothing_in_the_file_is_unread() -> None:
    known = {
        "stock", "text", "kind", "term", "begins", "ends", "month", "quarter", "classes", "place", "owners", "result",
        "version", "unplanned", "moved", "cancelled", "marked", "proof",
    }  # fmt: skip
    assert {name for entry in ENTRIES for name in entry} <= known
