"""Numbered copies: what their names tell, which are kept, where else they go, what stops them."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from db import connection, history
from db.backups import copies, making
from db.backups.copies import Copy
from db.errors import Refused
from tests.db.backups.killed import killed_at
from tests.db.core import bare, make_school, reopen
from tests.db.test_migrations import old_file

NOW = datetime(2026, 11, 22, 14, 30, 5)
LATER = datetime(2026, 11, 22, 15, 0)


def made_of(folder: Path) -> list[Copy]:
    return copies.listed(folder / copies.FOLDER)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@contextmanager
def disk_of(size: int) -> Iterator[None]:
    """Files cannot grow beyond so many bytes: the system says so to whoever writes, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_copys_name_tells_its_number_the_history_and_the_proof(opened: Path) -> None:
    make_school()
    head = history.chain_head()
    made = making.make(opened, "asked", NOW)
    assert made_of(opened) == [made]
    assert (made.number, made.why, made.head, made.mark) == (1, "asked", head[:8], head[:8])
    assert made.made_at == datetime(2026, 11, 22, 14, 30)
    assert made.whole
    assert made.path.stat().st_mode & 0o777 == 0o600
    with made.path.open("r+b") as file:
        file.seek(5000)
        file.write(b"!")
    assert not made.whole


def test_what_did_not_change_is_not_copied_again_and_nothing_at_all_is_no_copy(opened: Path) -> None:
    assert making.keep(opened, "start", NOW) is None
    make_school()
    first = making.keep(opened, "start", NOW)
    assert first is not None
    assert making.keep(opened, "work", LATER) == first
    make_school("№ 8")
    second = making.keep(opened, "work", LATER)
    assert second is not None and second.number == 2
    second.path.write_bytes(second.path.read_bytes()[:-1])
    third = making.keep(opened, "exit", LATER)
    assert third is not None and third.number == 3, "a damaged copy holds nothing"


def named(folder: Path, number: int, made: datetime, why: str = "work") -> Copy:
    """A file called as a copy."""
    path = folder / copies.name_of(number, made, why, "a" * 8, "b" * 8, "c" * 16)
    path.write_bytes(b"as good as a copy")
    copy = copies.read_name(path)
    assert copy is not None
    return copy


def test_row_30_a_clock_set_back_takes_no_new_copy_away(tmp_path: Path) -> None:
    for number in range(1, 41):
        copies.thin(tmp_path, named(tmp_path, number, datetime(2041 - number, 1, 1)))
    found = copies.listed(tmp_path)
    assert [copy.number for copy in found][:3] == [40, 39, 38]
    assert len(found) < 20
    assert found[0].made < found[1].made, "the newest by number is the oldest by the clock"


def test_the_newest_copy_before_a_migration_stays(tmp_path: Path) -> None:
    for number in (1, 3):
        named(tmp_path, number, NOW, "migration")
    for number in range(4, 60):
        copies.thin(tmp_path, named(tmp_path, number, NOW))
    assert [copy.number for copy in copies.listed(tmp_path) if copy.why == "migration"] == [3]


def test_copies_go_to_the_second_folder_while_it_is_there(opened: Path, tmp_path: Path) -> None:
    make_school()
    made = making.make(opened, "work", NOW)
    stick = tmp_path / "stick"
    assert making.carry_second(made, stick) is None
    assert not stick.exists()
    stick.mkdir()
    (stick / "other.txt").write_text("hers")
    assert making.carry_second(made, stick) == stick / made.path.name
    assert making.carry_second(made, stick) == stick / made.path.name
    assert copies.listed(stick)[0].whole
    assert sorted(path.name for path in stick.iterdir()) == sorted(["other.txt", made.path.name])


def test_a_second_folder_keeps_the_copies_of_other_data(opened: Path, tmp_path: Path) -> None:
    make_school()
    stick = tmp_path / "stick"
    stick.mkdir()
    made = making.make(opened, "work", NOW)
    others = [stick / copies.name_of(number, NOW, "work", "ffffffff", "0" * 8, "0" * 16) for number in range(1, 30)]
    for path in others:
        path.write_bytes(b"theirs")
    making.carry_second(made, stick)
    assert all(path.exists() for path in others)


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that nobody can write to, without rights in the way")
def test_a_second_folder_that_takes_nothing_says_so_about_itself(opened: Path) -> None:
    make_school()
    made = making.make(opened, "work", NOW)
    with pytest.raises(Refused, match="second_not_written"):
        making.carry_second(made, Path("/proc/self"))


def test_row_8_a_full_disk_leaves_the_older_copies_and_no_half_one(opened: Path, tmp_path: Path) -> None:
    make_school()
    making.make(opened, "work", NOW)
    make_school("№ 8")
    connection.fold_log()
    before = content(opened)
    with disk_of(50_000), pytest.raises(Refused) as refused:
        making.make(opened, "work", LATER)
    assert refused.value.code in ("file_disk_full", "file_not_written")
    stick = tmp_path / "stick"
    stick.mkdir()
    with disk_of(50_000), pytest.raises(Refused, match="second_disk_full"):
        making.carry_second(made_of(opened)[0], stick)
    assert content(opened) == before
    assert not list(stick.iterdir())


def test_row_5_a_copy_cut_short_is_never_listed_and_the_earlier_ones_stay(opened: Path) -> None:
    make_school()
    making.make(opened, "work", NOW)
    make_school("№ 8")
    before = content(opened / copies.FOLDER)
    connection.close()
    killed_at("db.files.move", opened, "making.make(folder, 'work', now)")
    left = content(opened / copies.FOLDER)
    assert {name: left[name] for name in before} == before
    assert len(left) > len(before), "the half copy lies there"
    assert [copy.number for copy in made_of(opened)] == [1]
    copies.clear_leftovers(opened)
    assert content(opened / copies.FOLDER) == before


def test_row_3_a_migration_cut_short_leaves_the_older_file_and_its_copy(tmp_path: Path) -> None:
    """Killed when all steps are done and looked at, before the transaction is."""
    old_file(tmp_path)
    killed_at("db.migrations.runner._check", tmp_path, "connection.open_for_writing(folder)")
    assert bare(tmp_path, "PRAGMA user_version", "PRAGMA quick_check") == [("ok",)]
    assert bare(tmp_path, "PRAGMA user_version") == [(1,)]
    assert bare(tmp_path, "SELECT name_ky FROM school") == [("№ 7",)]
    [copy] = made_of(tmp_path)
    assert (copy.why, copy.whole) == ("migration", True)
    reopen(tmp_path)
    assert connection.execute("SELECT name_ky FROM school") == [("№ 7",)]
    connection.close()
