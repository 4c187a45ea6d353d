"""Opening: what is refused and left as it was, and what is really set on both connections."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
from peewee import OperationalError

from db import connection
from db.connection import APPLICATION_ID, SCHEMA_VERSION, execute, path_of
from db.errors import Refused
from db.migrations import runner
from db.models.record import database
from tests.db.core import bare, make_person, make_school, reopen


def sqlite_file(folder: Path, *statements: str) -> bytes:
    with closing(sqlite3.connect(path_of(folder))) as tool:
        for statement in statements:
            tool.execute(statement)
        tool.commit()
    return path_of(folder).read_bytes()


def refusal(folder: Path) -> str:
    with pytest.raises(Refused) as refused:
        connection.open_for_writing(folder)
    assert database.is_closed()
    return refused.value.code


def test_a_file_of_zero_bytes_is_not_a_new_database(tmp_path: Path) -> None:
    path_of(tmp_path).touch()
    assert refusal(tmp_path) == "data_empty"
    assert path_of(tmp_path).read_bytes() == b""


@pytest.mark.parametrize("content", [b"PK\x03\x04" + b"x" * 300, b"SQLite format 3\x00 cut short", b"\x00" * 4096])
def test_what_is_not_sqlite_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path_of(tmp_path).write_bytes(content)
    assert refusal(tmp_path) == "data_not_birikme"
    assert path_of(tmp_path).read_bytes() == content


@pytest.mark.parametrize(
    "statements",
    [
        ("PRAGMA application_id = 77", "CREATE TABLE t (a)"),
        ("PRAGMA user_version = 1", "CREATE TABLE t (a)"),
        ("CREATE TABLE t (a)",),
        ("CREATE TABLE school (a)", "INSERT INTO school VALUES ('theirs')"),
    ],
)
def test_another_programs_database_stays_as_it_is(tmp_path: Path, statements: tuple[str, ...]) -> None:
    content = sqlite_file(tmp_path, *statements)
    assert refusal(tmp_path) == "data_not_birikme"
    assert path_of(tmp_path).read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == [connection.FILE_NAME]


def test_a_newer_version_is_named_and_not_a_byte_changes(opened: Path) -> None:
    connection.close()
    bare(opened, f"PRAGMA user_version = {SCHEMA_VERSION + 5}")
    content = path_of(opened).read_bytes()
    for opening in (connection.open_for_writing, connection.open_for_reading):
        with pytest.raises(Refused) as refused:
            opening(opened)
        assert (refused.value.code, refused.value.values) == ("data_newer", {"version": SCHEMA_VERSION + 5})
    assert path_of(opened).read_bytes() == content


def test_a_newer_version_that_stands_only_in_the_log_is_seen_too(opened: Path, tmp_path: Path) -> None:
    execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")  # stands in the log until it is folded
    copy = tmp_path / "copy"
    copy.mkdir()
    for part in ("", "-wal"):
        source = opened / f"{connection.FILE_NAME}{part}"
        (copy / source.name).write_bytes(source.read_bytes())
    connection.close()
    in_the_file = struct.unpack(">I", path_of(copy).read_bytes()[60:64])[0]
    assert in_the_file <= SCHEMA_VERSION
    assert refusal(copy) == "data_newer"


def test_a_new_file_says_whose_it_is_and_which_version(opened: Path) -> None:
    connection.close()
    header = connection.read_header(path_of(opened))
    assert header == connection.Header(schema=SCHEMA_VERSION, application=APPLICATION_ID)


def test_a_first_start_that_is_cut_short_leaves_no_file_of_zero_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_short() -> None:
        assert not path_of(tmp_path).exists()
        raise KeyboardInterrupt

    monkeypatch.setattr(runner, "migrate", cut_short)
    with pytest.raises(KeyboardInterrupt):
        connection.open_for_writing(tmp_path)
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    connection.open_for_writing(tmp_path)
    connection.close()
    assert [path.name for path in tmp_path.iterdir()] == [connection.FILE_NAME]


def test_a_folder_without_data_has_no_header(tmp_path: Path) -> None:
    assert connection.read_header(path_of(tmp_path)) is None
    with pytest.raises(Refused, match="data_missing"):
        connection.open_for_reading(tmp_path)


def settings() -> dict[str, object]:
    names = (*connection.PRAGMAS, "query_only")
    return {name: execute(f"PRAGMA {name}")[0][0] for name in names}


def test_the_settings_hold_on_both_connections(opened: Path) -> None:
    wanted = {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1, "trusted_schema": 0,
        "cell_size_check": 1,
    }  # fmt: skip
    assert settings() == wanted | {"query_only": 0}
    connection.close()
    connection.open_for_reading(opened)
    assert settings() == wanted | {"query_only": 1}


def test_the_reading_connection_refuses_every_write(opened: Path) -> None:
    make_school()
    connection.close()
    connection.open_for_reading(opened)
    with pytest.raises(OperationalError, match="readonly"):
        make_school("№ 8")
    with pytest.raises(OperationalError, match="readonly"):
        execute("DELETE FROM school")
    assert execute("SELECT name_ky FROM school") == [("№ 7",)]


def test_what_was_written_is_there_after_reopening(opened: Path) -> None:
    person = make_person(make_school().value).value
    reopen(opened)
    assert execute("SELECT id, surname FROM person") == [(person, "Асанова")]


def test_at_rest_the_data_is_one_file_for_its_owner_alone(opened: Path) -> None:
    make_school()
    connection.fold_log()
    connection.close()
    assert [path.name for path in opened.iterdir()] == [connection.FILE_NAME]
    assert path_of(opened).stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(Refused, match="folder_no_permission"):
        connection.open_for_writing(tmp_path / "taken")
