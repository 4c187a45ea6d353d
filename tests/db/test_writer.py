"""The writing thread: what it is given is repeated until the disk takes it, and nothing is acknowledged before."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from peewee import OperationalError

from db import connection, writer
from db.connection import execute
from db.errors import Refused
from db.writer import Writer
from tests.db.core import make_person, make_school, rename

WAIT = 20.0
"""Seconds after which a test gives up; none of them waits this long when all is well."""


@pytest.fixture
def states() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def thread(data_folder: Path, states: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    monkeypatch.setattr(writer, "RETRY_SECONDS", 0.01)
    found = Writer(data_folder)
    found.listen(lambda state, detail: states.append((state, detail)))
    found.start()
    yield found
    found.stop()
    connection.close()


def failing(times: int, message: str, then: Callable[[], object]) -> Callable[[], object]:
    """An action that the engine refuses so many times."""
    left = [message] * times

    def attempt() -> object:
        if left:
            raise OperationalError(left.pop())
        return then()

    return attempt


def test_an_action_runs_on_the_writing_thread_and_its_change_comes_back(thread: Writer) -> None:
    change = thread.submit(make_school, "№ 5").result(WAIT)
    assert (change.value, change.touched) == (1, {"school"})
    assert thread.submit(threading.current_thread).result(WAIT).name == "writer"


def test_actions_run_in_the_order_they_were_given(thread: Writer) -> None:
    school = thread.submit(make_school).result(WAIT).value
    person = thread.submit(make_person, school).result(WAIT).value
    futures = [thread.submit(rename, person, f"Ө{number}") for number in range(30)]
    assert [future.result(WAIT).seq for future in futures] == list(range(3, 33))


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("database or disk is full", "disk_full"),
        ("disk I/O error", "disk_error"),
        ("database is locked", "data_busy"),
        ("unable to open database file", "disk_error"),
    ],
)
def test_what_the_disk_refuses_is_tried_again(
    thread: Writer, states: list[tuple[str, str]], message: str, code: str
) -> None:
    thread.submit(failing(2, message, make_school)).result(WAIT)
    assert states == [("saving", ""), ("waiting", code), ("waiting", code), ("saved", "")]
    assert thread.submit(lambda: execute("SELECT name_ky FROM school")).result(WAIT) == [("№ 7",)]


def test_a_really_full_disk_leaves_the_action_whole_for_the_next_try(
    thread: Writer, states: list[tuple[str, str]]
) -> None:
    school = thread.submit(make_school).result(WAIT).value

    def fill() -> None:
        pages = execute("PRAGMA page_count")[0][0]
        execute(f"PRAGMA max_page_count = {pages}")

    def make_room(state: str, _detail: str) -> None:
        if states.count(("waiting", "disk_full")) == 3:
            execute("PRAGMA max_page_count = 1000000")

    thread.listen(make_room)
    thread.submit(fill).result(WAIT)
    change = thread.submit(make_person, school, awards="Мыкты мугалим " * 20_000).result(WAIT)
    assert ("waiting", "disk_full") in states
    assert states[-1] == ("saved", "")
    assert thread.submit(lambda: execute("SELECT length(awards), rev FROM person")).result(WAIT) == [(280_000, 1)]
    assert thread.submit(lambda: execute("SELECT max(id) FROM event")).result(WAIT) == [(change.seq,)]


def test_data_that_the_system_opened_for_reading_only_are_opened_anew(
    thread: Writer, states: list[tuple[str, str]]
) -> None:
    thread.submit(execute, "PRAGMA query_only = 1").result(WAIT)
    thread.submit(make_school).result(WAIT)
    assert states[-3:] == [("saving", ""), ("waiting", "disk_error"), ("saved", "")]


@pytest.mark.parametrize("other", [None, b"another file"])
def test_rows_24_25_data_that_are_gone_or_replaced_are_waited_for_and_nothing_is_written_elsewhere(
    thread: Writer, data_folder: Path, tmp_path: Path, states: list[tuple[str, str]], other: bytes | None
) -> None:
    thread.submit(make_school, "№ 1").result(WAIT)
    path, aside = connection.path_of(data_folder), tmp_path / "aside.db"
    found: list[bytes | None] = []

    def bring_back(state: str, _detail: str) -> None:
        if state == "waiting":
            found.append(path.read_bytes() if path.exists() else None)
            if len(found) == 3:
                aside.rename(path)

    thread.listen(bring_back)
    path.rename(aside)
    if other is not None:
        path.write_bytes(other)
    thread.submit(make_school, "№ 2").result(WAIT)
    assert found == [other] * 3
    assert states.count(("waiting", "data_gone")) == 3
    thread.stop()
    connection.open_for_writing(data_folder)
    assert execute("SELECT name_ky FROM school ORDER BY id") == [("№ 1",), ("№ 2",)]


def test_a_refusal_is_not_tried_again(thread: Writer, states: list[tuple[str, str]]) -> None:
    with pytest.raises(Refused, match="record_missing"):
        thread.submit(rename, 99, "Жок").result(WAIT)
    assert states == [("saving", ""), ("refused", "")]
    assert thread.submit(make_school).result(WAIT).value == 1


def test_a_mistake_of_the_program_is_not_tried_again(thread: Writer, states: list[tuple[str, str]]) -> None:
    with pytest.raises(OperationalError, match="no such table"):
        thread.submit(execute, "SELECT * FROM nowhere").result(WAIT)
    assert states[-1] == ("refused", "")


def test_stopping_gives_up_what_the_disk_still_refuses(thread: Writer, states: list[tuple[str, str]]) -> None:
    waiting = threading.Event()
    thread.listen(lambda state, _detail: waiting.set() if state == "waiting" else None)
    future = thread.submit(failing(10**6, "database or disk is full", make_school))
    assert waiting.wait(WAIT)
    thread.stop()
    with pytest.raises(Refused) as refused:
        future.result(WAIT)
    assert (refused.value.code, refused.value.values) == ("not_saved", {"reason": "disk_full"})


def test_stopping_finishes_what_waits_and_leaves_one_file(thread: Writer, data_folder: Path) -> None:
    futures = [thread.submit(make_school, f"№ {number}") for number in range(5)]
    thread.stop()
    assert [future.result(WAIT).value for future in futures] == [1, 2, 3, 4, 5]
    assert [path.name for path in data_folder.iterdir()] == [connection.FILE_NAME]


def test_the_log_is_folded_into_the_file_when_it_is_quiet(
    thread: Writer, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "IDLE_SECONDS", 0.01)
    idle = threading.Event()
    thread.listen(lambda state, _detail: idle.set() if state == "idle" else None)
    thread.submit(make_school).result(WAIT)
    assert idle.wait(WAIT)
    assert data_folder.joinpath(f"{connection.FILE_NAME}-wal").stat().st_size == 0


def test_a_reader_sees_what_was_acknowledged_and_stops_nobody(thread: Writer, data_folder: Path) -> None:
    thread.submit(make_school, "№ 1").result(WAIT)
    connection.open_for_reading(data_folder)
    assert execute("SELECT name_ky FROM school") == [("№ 1",)]
    thread.submit(make_school, "№ 2").result(WAIT)
    assert execute("SELECT count(*) FROM school") == [(2,)]


def test_a_file_that_cannot_be_opened_is_refused_at_the_start(data_folder: Path) -> None:
    data_folder.mkdir()
    connection.path_of(data_folder).touch()
    found = Writer(data_folder)
    with pytest.raises(Refused, match="data_empty"):
        found.start()
    found.stop()
