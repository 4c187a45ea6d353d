"""The files of normative documents, kept beside the data: copied whole under a safe name, never over another file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from db import files, records
from db.errors import Refused
from db.history import action
from db.meetings.standing import label, standing
from db.models.norms import Norm
from db.rules.file_names import file_name, others

FOLDER = "files"
LARGEST_MB = 50
_LARGEST = LARGEST_MB * 1024 * 1024
_LONGEST_SUFFIX = 12
MODE = 0o600


def place(data_folder: Path, name: str) -> Path:
    """Where a kept file lies."""
    return data_folder / FOLDER / name


def copy_in(source: Path, data_folder: Path, title: str, under: str = "") -> str:
    """Copy a file into the data folder under a title, `under` a folder there; returns the name that it got.

    Touches no records, so it may run beside the screen. The original stays. Raises Refused `file_missing` (file),
    `file_unreadable` (file), `file_empty` (file), `file_larger` (file, limit: MB), and as `files.put` where the disk
    does not take it; nothing is left over then.
    """
    _refuse_source(source)
    suffix = source.suffix if len(source.suffix) <= _LONGEST_SUFFIX else ""
    usual = file_name(title, _safe(suffix))
    target = place(data_folder, under) / usual
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = _reserve(target)
        try:
            _copy(source, target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise files.refusal(error, target) from error
    return target.name


@action("norm.file")
def set_file(norm_id: int, name: str) -> None:
    """Say which kept file is a document's; with "" none is. The file itself stays, so that this can be undone."""
    label(standing(Norm, norm_id)["title"])
    records.change(Norm, norm_id, file_name=name)


def _refuse_source(source: Path) -> None:
    try:
        if not source.is_file():
            raise Refused("file_missing", "file", file=str(source))
        size = source.stat().st_size
        with source.open("rb") as file:
            file.read(1)
    except OSError as error:
        raise Refused("file_unreadable", "file", file=str(source)) from error
    if not size:
        raise Refused("file_empty", "file", file=source.name)
    if size > _LARGEST:
        raise Refused("file_larger", "file", file=source.name, limit=LARGEST_MB)


def _safe(suffix: str) -> str:
    """The ending of a file's name without what some systems refuse there."""
    return "".join(letter for letter in suffix if letter.isalnum() or letter == ".").rstrip(".").lower()


def _reserve(target: Path) -> Path:
    """Make an empty file of a name that no file has yet, so that nothing can be overwritten."""
    names = others(target.stem, target.suffix)
    while True:
        try:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, MODE))
        except FileExistsError:
            target = target.with_name(next(names))
        else:
            return target


def _copy(source: Path, target: Path) -> None:
    """Copy whole or not at all: under a temporary name first, then over our own empty file."""
    temporary = files.beside(target)
    try:
        shutil.copyfile(source, temporary)
        files.move(temporary, target, MODE)
    finally:
        temporary.unlink(missing_ok=True)
