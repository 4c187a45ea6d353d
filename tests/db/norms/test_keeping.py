"""Files beside the data: a safe name of their own, whole, private, never over another; faults in one sentence."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from db import undo
from db.errors import Refused
from db.norms import keeping, register
from tests.db.norms.conftest import TODAY, AddNorm


@pytest.fixture
def source(tmp_path: Path) -> Path:
    made = tmp_path / "скан 1.PDF"
    made.write_bytes(b"%PDF-1")
    return made


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Стандарт", "Стандарт.pdf"),
        ("CON", "_CON.pdf"),
        ("а/б\\в", "а-б-в.pdf"),
        ("..", "birikme.pdf"),
        ("Буйрук.", "Буйрук.pdf"),
    ],
)
def test_a_copy_gets_a_safe_name(source: Path, data_folder: Path, title: str, name: str) -> None:
    assert keeping.copy_in(source, data_folder, title) == name
    kept = keeping.place(data_folder, name)
    assert kept.read_bytes() == source.read_bytes() == b"%PDF-1"
    assert os.name != "posix" or stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_long_title_is_cut_and_no_file_is_ever_overwritten(source: Path, data_folder: Path) -> None:
    names = [keeping.copy_in(source, data_folder, "ө" * 300) for _time in range(3)]
    assert len(set(names)) == 3
    assert all(len(name.encode()) <= 200 and name.endswith(".pdf") for name in names)
    keeping.copy_in(source, data_folder, "Кат")
    source.write_bytes(b"other")
    assert keeping.copy_in(source, data_folder, "Кат") == "Кат (2).pdf"
    assert keeping.place(data_folder, "Кат.pdf").read_bytes() == b"%PDF-1"
    assert not list(keeping.place(data_folder, "x").parent.glob(".birikme-*"))


def test_what_cannot_be_kept_is_said(tmp_path: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty, large = tmp_path / "empty.pdf", tmp_path / "large.pdf"
    empty.touch()
    large.write_bytes(b"12345")
    monkeypatch.setattr(keeping, "_LARGEST", 4)
    wanted = {tmp_path / "no.pdf": "file_missing", tmp_path: "file_missing", empty: "file_empty", large: "file_larger"}
    for path, code in wanted.items():
        with pytest.raises(Refused) as refused:
            keeping.copy_in(path, data_folder, "Кат")
        assert (refused.value.code, refused.value.field) == (code, "file")
    assert not (data_folder / keeping.FOLDER).exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user whom files can refuse")
def test_a_file_that_may_not_be_read(source: Path, data_folder: Path) -> None:
    source.chmod(0)
    with pytest.raises(Refused, match="file_unreadable"):
        keeping.copy_in(source, data_folder, "Кат")


def test_a_full_disk_leaves_nothing_behind(source: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keeping.shutil, "copyfile", full)
    with pytest.raises(Refused, match="file_disk_full"):
        keeping.copy_in(source, data_folder, "Кат")
    assert list((data_folder / keeping.FOLDER).iterdir()) == []


def test_the_record_knows_its_file_and_undo_forgets_it(add: AddNorm, source: Path, store: Path) -> None:
    norm_id = add()
    keeping.set_file(norm_id, keeping.copy_in(source, store, "Стандарт"))
    assert register.norm(norm_id, TODAY).file_name == "Стандарт.pdf"
    undo.undo()
    assert register.norm(norm_id, TODAY).file_name == ""
    assert keeping.place(store, "Стандарт.pdf").exists()
