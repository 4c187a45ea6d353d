"""The thread that keeps copies: when it makes one, what it says, and that it stops nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from db import connection
from db.backups import copies, making
from db.backups.keeper import Keeper
from db.errors import Refused
from db.writer import Writer
from tests.db.core import make_school

NOW = datetime(2026, 11, 22, 14, 30, 5)


def keeper_of(folder: Path, second: Path | None = None, interval: float = 1800.0) -> Keeper:
    keeper = Keeper(folder, second, lambda: NOW, interval)
    keeper.start()
    return keeper


def reasons(folder: Path) -> list[str]:
    return [copy.why for copy in copies.listed(folder)]


def test_a_copy_at_the_start_before_an_act_and_at_the_end_and_none_where_nothing_changed(
    data_folder: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    writer = Writer(data_folder)
    writer.start()
    keeper = keeper_of(data_folder, stick)
    writer.submit(make_school, "№ 1").result(20)
    first = keeper.ask("start").result(20)
    assert keeper.ask("import").result(20) == first
    stick.mkdir()
    writer.submit(make_school, "№ 2").result(20)
    writer.stop()
    keeper.stop()
    assert reasons(data_folder / copies.FOLDER) == ["exit", "start"]
    assert [path.name for path in data_folder.glob("birikme.db*")] == ["birikme.db"], "at rest the data is one file"
    assert reasons(stick)[0] == "exit"


def test_a_copy_while_working_where_something_changed(opened: Path) -> None:
    make_school()
    keeper = keeper_of(opened, interval=0.001)
    while not reasons(opened / copies.FOLDER):
        pass
    keeper.stop()
    assert reasons(opened / copies.FOLDER) == ["work"]


def test_a_failing_second_folder_is_said_once_until_it_goes_well_again(opened: Path, tmp_path: Path) -> None:
    make_school()
    stick, said = tmp_path / "stick", []
    stick.mkdir()
    keeper = Keeper(opened, stick, lambda: NOW)
    keeper.listen(lambda error: said.append(error.code))
    made = making.make(opened, "work", NOW)
    changed = replace(made, proof="0" * 16)
    for copy in (changed, changed, made, changed):
        (stick / copy.path.name).unlink(missing_ok=True)
        keeper._carry(copy, stick)
    assert said == ["second_not_written"] * 2


def test_what_was_left_half_written_is_cleared_at_the_start(opened: Path) -> None:
    left = [opened / ".birikme-x1.tmp", opened / copies.FOLDER / ".birikme-x2.tmp-journal"]
    left[1].parent.mkdir()
    for path in left:
        path.write_bytes(b"half")
    keeper = keeper_of(opened)
    keeper.ask("start").result(20)
    keeper.stop()
    assert not any(path.exists() for path in left)


def test_a_copy_that_cannot_be_made_is_a_refusal_and_the_next_one_is_tried(opened: Path) -> None:
    make_school()
    (opened / copies.FOLDER).write_bytes(b"a file in the way")
    said: list[Refused] = []
    keeper = keeper_of(opened)
    keeper.listen(said.append)
    for _time in range(2):
        error = keeper.ask("work").exception(20)
        assert isinstance(error, Refused) and error.code == "folder_forbidden"
    (opened / copies.FOLDER).unlink()
    assert keeper.ask("work").result(20) is not None
    keeper.stop()
    assert len(said) == 1
    connection.close()
