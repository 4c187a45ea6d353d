"""Copies made while the data is in use, and put back without losing what was there."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from db import connection, instance_lock
from db.backups import making, restoring
from db.connection import execute, path_of
from db.errors import Refused
from db.writer import Writer
from tests.db.core import bare, make_school, reopen

NOW = datetime(2026, 11, 22, 14, 30, 5)


def names(folder: Path) -> list[str]:
    return [name for (name,) in bare(folder, "SELECT name_ky FROM school")]


def copied_names(path: Path) -> list[str]:
    with sqlite3.connect(path) as copy:
        return [name for (name,) in copy.execute("SELECT name_ky FROM school")]


def test_a_copy_holds_what_was_acknowledged_while_a_writer_works(data_folder: Path, tmp_path: Path) -> None:
    writer = Writer(data_folder)
    writer.start()
    try:
        writer.submit(make_school, "№ 1").result(20)
        copy = making.back_up(data_folder, tmp_path / "copy.db")
        writer.submit(make_school, "№ 2").result(20)
    finally:
        writer.stop()
    assert copied_names(copy) == ["№ 1"]
    assert names(data_folder) == ["№ 1", "№ 2"]
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_copy_is_one_file_and_nothing_is_left_over(opened: Path, tmp_path: Path) -> None:
    make_school()
    folder = tmp_path / "copies"
    making.back_up(opened, folder / "copy.db")
    assert [path.name for path in folder.iterdir()] == ["copy.db"]


def test_an_older_copy_is_never_overwritten(opened: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"older")
    with pytest.raises(Refused, match="backup_exists"):
        making.back_up(opened, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == b"older"


def test_restoring_brings_the_copy_back_and_keeps_what_was_there(opened: Path, tmp_path: Path) -> None:
    make_school("№ 1")
    copy = making.back_up(opened, tmp_path / "copy.db")
    make_school("№ 2")
    connection.close()
    kept = restoring.restore(opened, copy, NOW)
    assert names(opened) == ["№ 1"]
    assert kept is not None and copied_names(kept) == ["№ 1", "№ 2"]
    reopen(opened)
    assert execute("PRAGMA journal_mode") == [("wal",)]


def test_restoring_after_a_crash_keeps_what_stood_in_the_log_alone(opened: Path, tmp_path: Path) -> None:
    copy = making.back_up(opened, tmp_path / "copy.db")
    make_school("№ 2")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for part in ("", "-wal"):
        name = f"{connection.FILE_NAME}{part}"
        (crashed / name).write_bytes((opened / name).read_bytes())
    kept = restoring.restore(crashed, copy, NOW)
    assert names(crashed) == []
    assert kept is not None and copied_names(kept) == ["№ 2"]


def test_restoring_into_an_empty_folder(opened: Path, tmp_path: Path) -> None:
    make_school("№ 1")
    copy = making.back_up(opened, tmp_path / "copy.db")
    connection.close()
    assert restoring.restore(tmp_path / "new", copy, NOW) is None
    assert names(tmp_path / "new") == ["№ 1"]


def test_nothing_is_restored_under_an_open_program(opened: Path, tmp_path: Path) -> None:
    make_school("№ 1")
    copy = making.back_up(opened, tmp_path / "copy.db")
    make_school("№ 2")
    connection.close()
    with instance_lock.held(opened, "Асанова Г. М."), pytest.raises(Refused, match="already_open"):
        restoring.restore(opened, copy, NOW)
    assert names(opened) == ["№ 1", "№ 2"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "data_empty"), (b"x" * 5000, "data_not_birikme"), (None, "backup_missing"), (b"half", "data_damaged")],
)
def test_what_is_no_whole_copy_is_refused_and_nothing_changes(
    opened: Path, tmp_path: Path, content: bytes | None, code: str
) -> None:
    make_school("№ 1")
    copy = tmp_path / "copy.db"
    if content == b"half":
        whole = making.back_up(opened, tmp_path / "whole.db").read_bytes()
        copy.write_bytes(whole[: len(whole) // 2])
    elif content is not None:
        copy.write_bytes(content)
    connection.close()
    before = path_of(opened).read_bytes()
    with pytest.raises(Refused, match=code):
        restoring.restore(opened, copy, NOW)
    assert path_of(opened).read_bytes() == before
    assert not list(opened.glob(".birikme-*"))
