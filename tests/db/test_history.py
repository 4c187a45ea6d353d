"""Actions and their log: one action, one transaction, one event; nested ones join; a failing one leaves nothing."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from db import history, records
from db.connection import execute
from db.errors import Refused
from db.history import action
from db.models.record import database
from db.models.schools import Person, School
from tests.db.core import everything, lock, make_meeting, make_person, make_school, rename


def events() -> list[dict[str, Any]]:
    names = ("id", "at", "who", "action", "subject", "undoes_id", "previous_hash", "hash")
    return [dict(zip(names, line, strict=True)) for line in execute(f"SELECT {', '.join(names)} FROM event")]


def lines(event: int) -> list[tuple[Any, ...]]:
    query = "SELECT table_name, uid, before, after FROM event_line WHERE event_id = ? ORDER BY id"
    return execute(query, (event,))


@action("test.move_in")
def move_in(fail: bool = False) -> tuple[int, int]:
    """A school and a person in one action, by joining two others."""
    school = make_school("№ 9").value
    person = make_person(school, "Токтогулова").value
    if fail:
        raise RuntimeError("the lights went out")
    return school, person


def test_one_action_is_one_event_with_its_lines(school: int) -> None:
    change = make_person(school, "Асанова")
    event = events()[-1]
    assert (change.seq, change.touched) == (event["id"], frozenset({"person"}))
    assert (event["action"], event["undoes_id"]) == ("test.person", None)
    [(table, uid, before, after)] = lines(change.seq)
    row = records.stored(Person, change.value)
    assert (table, uid, before) == ("person", row["uid"], None)
    assert json.loads(after).items() >= {"surname": "Асанова", "uid": row["uid"], "born": None}.items()


def test_an_update_keeps_what_changed_alone(school: int) -> None:
    person = make_person(school, "Асанова").value
    [(_table, _uid, before, after)] = lines(rename(person, "Үсөнова").seq)
    assert json.loads(before)["surname"] == "Асанова"
    assert json.loads(after)["surname"] == "Үсөнова"
    assert set(json.loads(before)) == set(json.loads(after)) == {"surname", "sort_key"}


def test_nested_actions_join_the_outer_one(opened: object) -> None:
    change = move_in()
    assert [event["action"] for event in events()] == ["test.move_in"]
    assert [line[0] for line in lines(change.seq)] == ["school", "person"]
    assert change.touched == {"school", "person"}


def test_a_failing_action_leaves_nothing(school: int) -> None:
    before = everything(), events(), execute("SELECT * FROM search")
    with pytest.raises(RuntimeError, match="lights"):
        move_in(fail=True)
    assert (everything(), events(), execute("SELECT * FROM search")) == before
    assert move_in().seq == len(before[1]) + 1


def test_an_action_that_changes_nothing_leaves_no_event(school: int) -> None:
    person = make_person(school).value
    count = len(events())
    assert rename(person, "Асанова").seq == 0
    assert len(events()) == count


def test_a_refusal_of_a_trigger_carries_its_code(opened: object) -> None:
    meeting, _item = make_meeting(make_school().value).value
    lock(meeting)

    @action("test.move")
    def move() -> None:
        database.execute_sql("UPDATE meeting SET place = 'x' WHERE id = ?", (meeting,))

    with pytest.raises(Refused) as refused:
        move()
    assert refused.value.code == "final_protocol"
    with pytest.raises(Refused, match="only_grows"), history.refusing():
        database.execute_sql("DELETE FROM event")


def test_what_failed_inside_is_not_held_against_what_follows(school: int) -> None:
    with pytest.raises(Refused, match="record_missing"):
        rename(999, "Жок")
    assert make_person(school).seq == len(events())


def test_an_event_says_who_when_and_what_it_is_about(opened: object) -> None:
    @action("test.named")
    def named() -> None:
        records.insert(School, name_ky="№ 8")
        history.subject("№ 8")

    history.set_author("Г. М. Асанова")
    try:
        named()
    finally:
        history.set_author("")
    event = events()[-1]
    assert (event["who"], event["subject"]) == ("Г. М. Асанова", "№ 8")
    assert datetime.fromisoformat(event["at"]).utcoffset() is not None


def test_each_event_is_chained_to_the_one_before(school: int) -> None:
    person = make_person(school).value
    rename(person, "Үсөнова")
    previous = ""
    for event in events():
        header = {name: event[name] for name in ("at", "who", "action", "subject")} | {"undoes": event["undoes_id"]}
        assert event["previous_hash"] == previous
        assert event["hash"] == history.event_hash(previous, header, lines(event["id"]))
        previous = event["hash"]
    assert history.chain_head() == previous


@pytest.mark.parametrize("place", ["previous", "who", "line"])
def test_any_other_content_has_another_hash(place: str) -> None:
    header = {"at": "t", "who": "w", "action": "a", "subject": "", "undoes": None}
    line: tuple[str, str, str | None, str] = ("person", "u", None, "{}")
    true = history.event_hash("p", header, [line])
    other = {
        "previous": lambda: history.event_hash("q", header, [line]),
        "who": lambda: history.event_hash("p", header | {"who": "x"}, [line]),
        "line": lambda: history.event_hash("p", header, [("person", "u", "{}", "{}")]),
    }
    assert other[place]() != true


def test_a_line_outside_an_action_is_a_mistake_of_the_program(opened: object) -> None:
    with pytest.raises(RuntimeError, match="inside an action"):
        history.add_line("person", "u", None, {})


def test_a_table_without_history_can_be_named_as_touched(school: int) -> None:
    @action("test.touch")
    def touch() -> None:
        history.touch("remembered")

    assert touch().touched == {"remembered"}
