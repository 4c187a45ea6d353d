"""What a copy holds, what a restore would lose, and a restore that is cut short."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from db import connection, protocols, settings
from db.backups import contents, copies, making, restoring
from db.backups.numbers import SECOND_FOLDER
from db.connection import path_of
from db.errors import Refused
from db.meetings import planning
from tests.conftest import MakeAssociation, MakeMeeting
from tests.db.backups.killed import killed_at
from tests.db.core import bare, make_school

NOW = dt.datetime(2026, 11, 22, 14, 30, 5)
DAY = dt.date(2026, 11, 14)


def names(folder: Path) -> list[str]:
    return [name for (name,) in bare(folder, "SELECT name_ky FROM school ORDER BY id")]


def test_row_70_finished_protocols_that_would_vanish_are_listed_and_their_numbers_not_given_again(
    store: Path, make_association: MakeAssociation, make_meeting: MakeMeeting
) -> None:
    association_id = make_association()
    protocols.finalise(make_meeting(association_id))
    older = making.make(store, "asked", NOW)
    protocols.finalise(make_meeting(association_id, DAY + dt.timedelta(days=7)))
    planning.plan(association_id, DAY + dt.timedelta(days=14))
    found = contents.holds(older.path)
    assert (found.school_ky, found.papers, found.events > 0) == ("№ 7 жалпы билим берүүчү мектеп", 1, True)
    lost = contents.loss(store, older.path)
    assert lost is not None
    assert [(paper.kind, paper.number, paper.first_year) for paper in lost.papers] == [("protocol", 2, 2026)]
    assert lost.records > lost.events > 0
    assert (lost.foreign, bool(lost.since)) == (0, True)
    connection.close()
    restoring.restore(store, older.path, NOW)
    connection.open_for_writing(store)
    assert connection.execute("SELECT number FROM meeting") == [(1,)]
    assert planning.next_number(association_id, 2026) == 3, "2 stands on a paper; 3 was only planned"
    with pytest.raises(Refused, match="number_taken"):
        planning.plan(association_id, DAY, number=1)
    planning.plan(association_id, DAY, number=2)  # what stands on the paper can be typed in again
    connection.close()
    restoring.restore(store, older.path, NOW)
    connection.open_for_writing(store)
    assert planning.next_number(association_id, 2026) == 3, "also through a second restore"


def test_row_70_every_kind_of_finished_paper_is_told(opened: Path, example_folder: Path) -> None:
    make_school()
    lost = contents.loss(example_folder, making.make(opened, "asked", NOW).path)
    assert lost is not None
    assert {paper.kind for paper in lost.papers} == {"protocol", "plan", "evaluation", "analysis"}
    assert len(lost.papers) == contents.holds(path_of(example_folder)).papers


def test_nothing_is_lost_by_the_newest_copy_and_another_history_is_seen(opened: Path, tmp_path: Path) -> None:
    make_school("№ 1")
    first = making.make(opened, "asked", NOW)
    make_school("№ 2")
    newest = making.make(opened, "asked", NOW)
    lost = contents.loss(opened, newest.path)
    assert lost is not None and lost.nothing and not lost.foreign
    settings.remember(SECOND_FOLDER, "/stick")
    connection.close()
    restoring.restore(opened, first.path, NOW)
    assert bare(opened, "SELECT value FROM remembered") == [("/stick",)], "the computer's, not the history's"
    lost = contents.loss(opened, newest.path)
    assert lost is not None and lost.nothing and lost.foreign == 1


def test_data_that_cannot_be_read_are_not_compared_and_are_kept_as_files(opened: Path) -> None:
    make_school("№ 1")
    copy = making.make(opened, "asked", NOW)
    connection.close()
    path_of(opened).write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert contents.loss(opened, copy.path) is None
    damaged = path_of(opened).read_bytes()
    kept = restoring.restore(opened, copy.path, NOW)
    assert names(opened) == ["№ 1"]
    assert kept is not None and kept.read_bytes() == damaged


def test_a_copy_that_is_not_as_it_was_written_is_refused(opened: Path) -> None:
    make_school("№ 1")
    copy = making.make(opened, "asked", NOW)
    connection.close()
    with copy.path.open("r+b") as file:
        file.seek(20)  # a byte that quick_check does not look at
        file.write(b"\x01")
    with pytest.raises(Refused, match="copy_differs"):
        restoring.restore(opened, copy.path, NOW)
    assert names(opened) == ["№ 1"]


def test_a_copy_from_a_stick_is_kept_and_the_numbers_go_on_after_it(opened: Path, tmp_path: Path) -> None:
    make_school("№ 1")
    for _time in range(3):
        made = making.make(opened, "asked", NOW)
    stick, laptop = tmp_path / "stick", tmp_path / "laptop"
    stick.mkdir()
    source = making.carry(made, stick)
    assert source is not None
    assert restoring.restore(laptop, source, NOW) is None
    assert [copy.number for copy in copies.listed(laptop / copies.FOLDER)] == [3]
    assert making.make(laptop, "work", NOW).number == 4


def test_the_data_themselves_are_no_copy(opened: Path) -> None:
    make_school("№ 1")
    with pytest.raises(Refused, match="backup_missing"):
        restoring.prepare(opened, path_of(opened))


def test_row_6_a_restore_cut_short_leaves_the_data_in_use_also_what_stood_in_the_log(
    opened: Path, tmp_path: Path
) -> None:
    """Killed at the one move that would put the copy in place."""
    make_school("№ 1")
    copy = making.make(opened, "asked", NOW)
    make_school("№ 2")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for part in restoring.PARTS:
        shutil.copyfile(f"{path_of(opened)}{part}", f"{path_of(crashed)}{part}")
    killed_at("db.files.move", crashed, f"restoring.restore(folder, Path({str(copy.path)!r}), now)", 1)
    assert names(crashed) == ["№ 1", "№ 2"]
    assert bare(crashed, "PRAGMA quick_check") == [("ok",)]
