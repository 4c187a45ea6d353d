"""A second program on the same folder is refused with a name; a crash leaves no lock."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from db import instance_lock
from db.connection import FILE_NAME, path_of
from db.errors import Refused
from db.instance_lock import HOLDER_NAME, held
from db.writer import Writer
from tests.db.core import make_school

HOLDER = """
import sys
from pathlib import Path
from db.instance_lock import held
with held(Path(sys.argv[1]), "Асанова Г. М."):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def take(folder: Path) -> None:
    with held(folder):
        pass


def test_a_second_program_hears_who_holds_the_folder(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        take(tmp_path)
    assert refused.value.code == "already_open"
    assert refused.value.values["who"] == "Асанова Г. М."
    since = refused.value.values["since"]
    assert isinstance(since, datetime)
    assert since.utcoffset() is not None


def test_a_killed_program_leaves_no_lock(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    take(tmp_path)
    assert not (tmp_path / HOLDER_NAME).exists()


def test_a_program_that_ended_leaves_the_folder_free(tmp_path: Path) -> None:
    take(tmp_path)
    take(tmp_path)
    assert not (tmp_path / HOLDER_NAME).exists()


def test_the_lock_is_freed_when_the_work_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), held(tmp_path):
        raise ZeroDivisionError
    take(tmp_path)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"who": "x"}'])
def test_a_spoilt_note_of_who_holds_it_is_no_obstacle(
    holder: subprocess.Popen[str], tmp_path: Path, content: str
) -> None:
    (tmp_path / HOLDER_NAME).write_text(content, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        take(tmp_path)
    assert refused.value.values == {}


def test_without_a_name_the_systems_user_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance_lock.getpass, "getuser", lambda: "bermet")
    with held(tmp_path):
        assert '"bermet"' in (tmp_path / HOLDER_NAME).read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(Refused, match="folder_no_permission"):
        take(tmp_path / "taken")


def cut_off(folder: Path, *, log: bool) -> Path:
    """What a sitting leaves that was cut off after a save; returns the log."""
    path_of(folder).touch()
    found = folder / f"{FILE_NAME}-wal"
    if log:
        found.touch()
    (folder / HOLDER_NAME).write_text('{"log": true}', encoding="utf-8")
    return found


def test_row_17_a_log_that_is_gone_after_a_cut_is_missed(tmp_path: Path) -> None:
    cut_off(tmp_path, log=False)
    instance_lock.forget_the_dead(tmp_path)
    with pytest.raises(Refused, match="log_missing"):
        take(tmp_path)


def test_a_log_that_a_mere_reading_folds_is_not_missed(tmp_path: Path) -> None:
    log = cut_off(tmp_path, log=True)
    instance_lock.forget_the_dead(tmp_path)
    log.unlink()
    take(tmp_path)
    assert not (tmp_path / HOLDER_NAME).exists()


def test_a_log_is_noted_from_the_first_save_until_it_is_folded(tmp_path: Path) -> None:
    def noted() -> bool:
        return bool(json.loads((tmp_path / HOLDER_NAME).read_text(encoding="utf-8")).get("log"))

    with held(tmp_path):
        writer = Writer(tmp_path)
        writer.start()
        assert not noted()
        writer.submit(make_school).result(20)
        writer.submit(make_school).result(20)
        assert noted()
        writer.submit(writer._fold).result(20)
        writer.submit(lambda: None).result(20)
        writer.stop()
        assert not noted()
