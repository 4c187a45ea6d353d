"""Whether the data is whole."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import connection
from db.checking import check
from db.connection import execute
from db.exchange import export_json
from db.members import leave, members
from db.migrations.triggers import TRIGGERS
from db.protocols import finalise
from db.undo import undo
from tests.conftest import MakeAssociation, MakeMeeting


@pytest.fixture(autouse=True)
def held(make_association: MakeAssociation, make_meeting: MakeMeeting) -> int:
    """A year with a finished protocol and an undone step."""
    association_id = make_association()
    meeting_id = make_meeting(association_id)
    finalise(meeting_id)
    second = make_meeting(association_id)
    leave(members(association_id)[-1].id, dt.date(2026, 12, 1))
    undo()
    return second


def tamper(folder: Path, *statements: str) -> None:
    """Write to the file past the program, its triggers put aside and set again."""
    connection.close()
    with closing(sqlite3.connect(connection.path_of(folder), isolation_level=None)) as other:
        triggers = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            other.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            other.execute(statement)
        for _, sql in triggers:
            other.execute(sql)
    connection.open_for_reading(folder)


def test_data_that_the_program_wrote_is_whole():
    assert check() == []


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("UPDATE person SET given = 'Башка' WHERE id = 1", ["row_damaged", "search_differs"]),
        ("UPDATE meeting SET place = 'жок', rev = 9 WHERE id = 2", ["row_damaged", "search_differs"]),
        ("UPDATE speech SET position = 7", ["row_damaged", "row_damaged"]),
        ("UPDATE member SET person_id = 99 WHERE id = 1", ["link_broken", "row_damaged"]),
        ("UPDATE event SET who = 'Башка' WHERE id = 3", ["log_broken"]),
        ("UPDATE event_line SET after = '{}' WHERE event_id = 2", ["log_broken"]),
        ("DELETE FROM event_line WHERE id = (SELECT MAX(id) FROM event_line)", ["log_broken"]),
        (
            "UPDATE protocol_version SET content = replace(content, 'Себеби', 'Калп')",
            ["row_damaged", "protocol_damaged"],
        ),
        ("UPDATE protocol_version SET chain_head = 'abc'", ["row_damaged", "protocol_damaged"]),
    ],
)
def test_row_54_what_was_changed_past_the_program_is_found(data_folder: Path, statement: str, codes: list[str]):
    tamper(data_folder, statement)
    assert [finding.code for finding in check()] == codes


def test_a_finding_says_which(data_folder: Path):
    (uid, at) = execute("SELECT (SELECT uid FROM person WHERE id = 2), (SELECT at FROM event WHERE id = 2)")[0]
    tamper(data_folder, "UPDATE person SET phone = '0' WHERE id = 2", "UPDATE event SET subject = 'x' WHERE id = 2")
    tampered, broken = check()
    assert tampered.values == {"table": "person", "uid": uid}
    assert broken.values == {"event": 2, "at": at}


def test_a_date_that_a_foreign_hand_damaged_stops_nothing(data_folder: Path):
    tamper(data_folder, "PRAGMA ignore_check_constraints = 1", "UPDATE meeting SET held_on = 'кечээ' WHERE id = 2")
    assert "row_damaged" in {finding.code for finding in check()}
    assert "кечээ" in export_json()


def test_a_damaged_protocol_names_its_meeting(data_folder: Path):
    tamper(data_folder, "UPDATE protocol_version SET content_digest = ''")
    assert check()[-1].values == {"number": 1, "year": 2026, "version": 1}
    tamper(data_folder, "UPDATE protocol_version SET content = 'жок'")
    assert check()[-1].values == {"number": 0, "year": 0, "version": 1}


def test_locks_taken_off_are_noticed():
    execute("DROP TRIGGER final_protocol_speech_update")
    (finding,) = check()
    assert (finding.code, finding.values) == ("lock_missing", {"count": 1})
    assert len(TRIGGERS) > 30


def test_a_torn_page_is_told_and_raises_nothing(data_folder: Path):
    connection.fold_log()
    (root,) = execute("SELECT rootpage FROM sqlite_master WHERE name = 'speech'")[0]
    (size,) = execute("PRAGMA page_size")[0]
    connection.close()
    with connection.path_of(data_folder).open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    connection.open_for_reading(data_folder)
    assert "file_damaged" in {finding.code for finding in check()}
