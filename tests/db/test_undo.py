"""Undo and redo, across restarts: the log alone says what can be taken back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import connection, edits, records, undo
from db.connection import execute
from db.errors import Refused
from db.history import action
from db.models.schools import Person
from tests.db.core import everything, make_person, make_school, remove, rename, reopen


def surnames() -> list[str]:
    return [name for (name,) in execute("SELECT surname FROM person WHERE deleted_at IS NULL ORDER BY id")]


def test_a_change_is_taken_back_and_done_again(school: int) -> None:
    person = make_person(school, "Асанова").value
    rename(person, "Үсөнова")
    assert undo.undo().value.action == "test.rename"
    assert surnames() == ["Асанова"]
    assert undo.redo().value.action == "test.rename"
    assert surnames() == ["Үсөнова"]


def test_a_new_row_is_taken_back_and_keeps_its_identity(school: int) -> None:
    person = make_person(school).value
    uid = records.stored(Person, person)["uid"]
    undo.undo()
    assert surnames() == []
    undo.redo()
    assert records.stored(Person, person)["uid"] == uid
    assert surnames() == ["Асанова"]


def test_a_deletion_is_taken_back_and_found_again(school: int) -> None:
    person = make_person(school).value
    remove(person)
    undo.undo()
    assert surnames() == ["Асанова"]
    assert execute("SELECT count(*) FROM search WHERE kind = 'person'") == [(1,)]


def test_nothing_more_to_undo_or_redo_is_said(opened: object) -> None:
    for step, code in ((undo.undo, "nothing_to_undo"), (undo.redo, "nothing_to_redo")):
        with pytest.raises(Refused, match=code):
            step()
    make_school()
    undo.undo()
    with pytest.raises(Refused, match="nothing_to_undo"):
        undo.undo()


def test_what_can_be_undone_and_redone_is_named(school: int) -> None:
    person = make_person(school).value
    rename(person, "Үсөнова")
    undo.undo()
    step, again = undo.next_undo(), undo.next_redo()
    assert step is not None and step.action == "test.person"
    assert again is not None and again.action == "undo"


def test_nothing_can_be_done_again_after_something_new(school: int) -> None:
    person = make_person(school).value
    rename(person, "Үсөнова")
    undo.undo()
    rename(person, "Бейшеева")
    assert undo.next_redo() is None
    undo.undo()
    assert surnames() == ["Асанова"]


def test_the_log_only_grows(school: int) -> None:
    make_person(school)
    undo.undo()
    undo.redo()
    log = execute("SELECT id, action, undoes_id FROM event")
    assert log == [(1, "test.school", None), (2, "test.person", None), (3, "undo", 2), (4, "redo", 3)]


def test_row_57_two_hundred_steps_are_taken_back_after_reopening(opened: Path) -> None:
    person = make_person(make_school().value, "А0").value
    for number in range(1, 221):
        rename(person, f"А{number}")
    reopen(opened)
    for number in range(219, -1, -1):
        undo.undo()
        if number % 50 == 0:
            reopen(opened)
        assert surnames() == [f"А{number}"]
    for _ in range(220):
        undo.redo()
    reopen(opened)
    assert surnames() == ["А220"]
    assert undo.next_redo() is None


@pytest.mark.parametrize("name", sorted(undo.BARRIERS))
def test_row_56_what_is_final_is_not_taken_back_nor_anything_before(school: int, name: str) -> None:
    person = make_person(school).value
    action(name)(lambda: records.change(Person, person, surname="Үсөнова"))()
    assert undo.next_undo() is None
    rename(person, "Кийинки")
    undo.undo()
    assert undo.next_undo() is None
    assert surnames() == ["Үсөнова"]


def test_an_open_edit_is_the_first_to_be_taken_back(school: int) -> None:
    person = make_person(school, "Асанова").value
    rename(person, "Үсөнова")
    edits.autosave("person", person, "given", "Гүлнара Маратовна")
    undo.undo()
    assert records.stored(Person, person)["given"] == "Гүлнара"
    assert surnames() == ["Үсөнова"]
    undo.redo()
    assert records.stored(Person, person)["given"] == "Гүлнара Маратовна"
    undo.undo()
    undo.undo()
    assert surnames() == ["Асанова"]


def test_typing_leaves_nothing_to_do_again(school: int) -> None:
    person = make_person(school, "Асанова").value
    rename(person, "Үсөнова")
    undo.undo()
    edits.autosave("person", person, "given", "Гүлнара Маратовна")
    with pytest.raises(Refused, match="nothing_to_redo"):
        undo.redo()
    assert records.stored(Person, person)["given"] == "Гүлнара Маратовна"


STEPS = st.lists(st.tuples(st.sampled_from(["add", "rename", "remove", "type"]), st.integers(0, 9)), max_size=8)


@settings(max_examples=20, deadline=None)
@given(steps=STEPS)
def test_undoing_all_and_redoing_all_gives_the_same_rows(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        connection.open_for_writing(Path(folder))
        try:
            school = make_school().value
            begins = everything()
            done = _play(school, steps)
            ends = everything()
            _times(done, undo.undo)
            assert {table: [row for row in rows if row[-1]] for table, rows in everything().items()} == begins
            _times(done, undo.redo)
            assert everything() == ends
        finally:
            connection.close()


def _play(school: int, steps: list[tuple[str, int]]) -> int:
    """Do the steps; returns how many events they made."""
    people: list[int] = []
    before = _count()
    for kind, number in steps:
        if kind == "add" or not people:
            people.append(make_person(school, f"Ө{number}").value)
        elif kind == "rename":
            rename(people[number % len(people)], f"Ү{number}")
        elif kind == "remove":
            remove(people[number % len(people)])
        else:
            edits.autosave("person", people[number % len(people)], "given", f"Ң{number}")
            edits.close_all()
    return _count() - before


def _count() -> int:
    return int(execute("SELECT count(*) FROM event")[0][0])


def _times(count: int, step: Callable[[], object]) -> None:
    for _ in range(count):
        step()
