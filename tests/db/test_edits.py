"""Typed text: saved without an event, one event when the field is left, all of it there after a kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db import connection, edits, records
from db.connection import execute
from db.errors import Refused
from db.models.meetings import AgendaItem
from db.models.schools import Person
from tests.db.core import lock, make_meeting, make_person, make_school, reopen

TYPIST = """
import sys
from pathlib import Path
from db import connection, edits
connection.open_for_writing(Path(sys.argv[1]))
text = ""
while True:
    text += "сөз "
    edits.autosave("agenda_item", 1, "heard", text, len(text))
    print(len(text), flush=True)
"""


@pytest.fixture
def item(opened: Path) -> int:
    return make_meeting(make_school().value).value[1]


def heard(item: int) -> str:
    return str(records.stored(AgendaItem, item)["heard"])


def count_events() -> int:
    return int(execute("SELECT count(*) FROM event")[0][0])


def test_typing_is_saved_without_an_event(item: int, opened: Path) -> None:
    before = count_events()
    for text in ("Б", "Би", "Бил"):
        edits.autosave("agenda_item", item, "heard", text, len(text))
    reopen(opened)
    assert heard(item) == "Бил"
    assert count_events() == before


def test_the_first_before_and_the_newest_cursor_are_kept(item: int) -> None:
    edits.autosave("agenda_item", item, "title", "План", 4)
    edits.autosave("agenda_item", item, "title", "Планы", 5)
    [edit] = edits.open_edits()
    assert (edit.table_name, edit.row, edit.field) == ("agenda_item", item, "title")
    assert (edit.before, edit.cursor) == ("План жөнүндө", 5)


def test_leaving_a_field_makes_one_event(item: int) -> None:
    before = count_events()
    for text in ("Б", "Би", "Билим"):
        edits.autosave("agenda_item", item, "heard", text)
    change = edits.close("agenda_item", item, "heard")
    assert (change.touched, change.seq, count_events()) == ({"agenda_item"}, before + 1, before + 1)
    [(line_before, line_after)] = execute("SELECT before, after FROM event_line WHERE event_id = ?", (change.seq,))
    assert (json.loads(line_before), json.loads(line_after)) == ({"heard": ""}, {"heard": "Билим"})
    assert edits.open_edits() == []


def test_leaving_a_field_as_it_was_makes_no_event(item: int) -> None:
    edits.autosave("agenda_item", item, "heard", "Б")
    edits.autosave("agenda_item", item, "heard", "")
    assert edits.close("agenda_item", item, "heard").seq == 0
    assert edits.open_edits() == []


def test_leaving_a_field_nobody_typed_in_is_nothing(item: int) -> None:
    assert edits.close("agenda_item", item, "heard").seq == 0


def test_typed_text_is_proved_and_found_while_it_is_open(item: int) -> None:
    edits.autosave("agenda_item", item, "heard", "Үлгүрүм")
    row = records.stored(AgendaItem, item)
    assert row["digest"] == records.digest(AgendaItem, row)
    assert execute("SELECT count(*) FROM search WHERE search MATCH 'улгурум'") == [(1,)]


def test_all_open_fields_are_closed_in_one_event(item: int, opened: Path) -> None:
    person = make_person(1).value
    edits.autosave("agenda_item", item, "heard", "Билим")
    edits.autosave("person", person, "given", "Айжан")
    change = edits.close_all()
    assert change.value == 2
    assert change.touched == {"agenda_item", "person"}
    assert edits.open_edits() == []


def test_a_start_closes_what_a_crash_left_and_says_what_was_last(item: int, opened: Path) -> None:
    person = make_person(1).value
    edits.autosave("person", person, "given", "Айжан", 5)
    edits.autosave("agenda_item", item, "heard", "Билим", 3)
    reopen(opened)
    left = edits.recover()
    assert left is not None
    assert (left.table_name, left.row, left.field, left.cursor) == ("agenda_item", item, "heard", 3)
    assert edits.open_edits() == []
    assert edits.recover() is None
    assert records.stored(Person, person)["given"] == "Айжан"


def test_a_final_protocols_text_is_not_typed_into(item: int) -> None:
    lock(1)
    with pytest.raises(Refused, match="final_protocol"):
        edits.autosave("agenda_item", item, "heard", "Кийин")
    assert heard(item) == ""
    assert edits.open_edits() == []


def test_too_much_text_is_refused_with_the_number(item: int) -> None:
    with pytest.raises(Refused) as refused:
        edits.autosave("agenda_item", item, "heard", "а" * (records.LONGEST + 1))
    assert refused.value.code == "text_too_long"
    assert refused.value.values == {"limit": records.LONGEST, "length": records.LONGEST + 1}


def test_a_row_that_is_gone_is_refused(item: int) -> None:
    with pytest.raises(Refused, match="record_missing"):
        edits.autosave("agenda_item", 999, "heard", "а")


def test_all_acknowledged_text_is_there_after_a_kill(item: int, opened: Path) -> None:
    connection.close()
    typist = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(opened)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )
    assert typist.stdout is not None
    acknowledged = [int(typist.stdout.readline()) for _ in range(25)]
    os.kill(typist.pid, signal.SIGKILL)
    acknowledged += [int(line) for line in typist.stdout if line.endswith("\n")]
    typist.wait()
    typist.stdout.close()
    connection.open_for_writing(opened)
    assert len(heard(item)) >= acknowledged[-1] >= 25 * len("сөз ")
    assert set(heard(item).split()) == {"сөз"}
    left = edits.recover()
    assert left is not None and left.cursor == len(heard(item)) and left.before == ""
    assert execute("PRAGMA quick_check") == [("ok",)]
