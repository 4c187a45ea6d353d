"""What `check` finds when a foreign tool changed the file, and that it finds nothing in a healthy one."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import connection, edits, undo
from db.check import Problem, check
from db.migrations import runner
from tests.db.core import bare, lock, make_meeting, make_person, make_school, remove, rename


@pytest.fixture
def lived_in(opened: Path) -> Path:
    """A file with a bit of everything: changes, a deletion, an undo, typing, a lock."""
    school = make_school().value
    person = make_person(school, "Үсөнова").value
    rename(person, "Өмүралиева")
    remove(make_person(school, "Токтогулова").value)
    meeting, item = make_meeting(school).value
    edits.autosave("agenda_item", item, "heard", "Билим сапаты")
    undo.undo()
    lock(meeting)
    return opened


def after(folder: Path, *statements: str) -> list[Problem]:
    """What is found once a tool has run the statements with every trigger dropped."""
    connection.close()
    triggers = bare(folder, "SELECT name FROM sqlite_master WHERE type = 'trigger'")
    bare(folder, *(f"DROP TRIGGER {name}" for (name,) in triggers), *statements)
    connection.open_for_reading(folder)
    return list(check().problems)


def test_a_healthy_file_is_whole(lived_in: Path) -> None:
    found = check()
    assert found.problems == ()
    assert (found.records, found.events) == (7, 9)


def test_a_changed_row_is_named(lived_in: Path) -> None:
    [problem] = after(lived_in, "UPDATE person SET phone = '0555' WHERE id = 1")
    uid = bare(lived_in, "SELECT uid FROM person WHERE id = 1")[0][0]
    assert problem == Problem("damaged_record", "person", uid)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET who = 'Башка' WHERE id = 3",
        "UPDATE event_line SET after = '{}' WHERE event_id = 3",
        "DELETE FROM event_line WHERE event_id = 3",
        "UPDATE event SET previous_hash = '' WHERE id = 3",
    ],
)
def test_the_first_bad_event_is_named_with_its_time(lived_in: Path, statement: str) -> None:
    at = bare(lived_in, "SELECT at FROM event WHERE id = 3")[0][0]
    assert after(lived_in, statement) == [Problem("damaged_event", "event", "3", at)]


def test_a_changed_protocol_is_named(lived_in: Path) -> None:
    columns = "uid, rev, digest, meeting_id, version, reason, content, content_digest, chain_head, made_at"
    values = "'u-9', 1, '', 1, 1, '', '{}', 'wrong', '', '2026-11-22'"
    problems = after(lived_in, f"INSERT INTO protocol_version ({columns}) VALUES ({values})")
    assert Problem("damaged_protocol", "protocol_version", "u-9") in problems


def test_a_link_to_nothing_is_named(lived_in: Path) -> None:
    problems = after(lived_in, "PRAGMA foreign_keys = 0", "UPDATE agenda_item SET meeting_id = 9")
    assert Problem("broken_link", "agenda_item", detail="1 → meeting") in problems


@pytest.mark.parametrize(
    "statement", ["DELETE FROM search", "UPDATE search SET folded = 'башка' WHERE kind = 'person'"]
)
def test_an_index_that_lags_behind_is_said_once(lived_in: Path, statement: str) -> None:
    [problem] = after(lived_in, statement)
    assert (problem.code, int(problem.detail) > 0) == ("search_outdated", True)


def test_a_damaged_page_ends_the_looking(lived_in: Path) -> None:
    runner.migrate()
    connection.fold_log()
    connection.close()
    path = connection.path_of(lived_in)
    content = bytearray(path.read_bytes())
    content[4096 * 5 : 4096 * 9] = b"\xa5" * 4096 * 4
    path.write_bytes(content)
    connection.open_for_reading(lived_in)
    found = check()
    assert {problem.code for problem in found.problems} == {"damaged_page"}
    assert (found.records, found.events) == (0, 0)
