"""Where papers are put: safe names, whole files or none, and nothing that a person changed is ever overwritten."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import ParseError, fromstring

from db import files as disk
from db.errors import Refused
from db.rules.file_names import others
from templates_docx.package import content_digest, marks_of, read_parts


@dataclass(frozen=True, slots=True)
class Written:
    """Where a paper went; `kept` says why the asked name was left alone: "" | "changed" | "final"."""

    path: Path
    kept: str = ""


def beside(path: Path) -> Iterator[Path]:
    """Name the places beside a file: «… (2).docx», «… (3).docx», each at most 200 bytes."""
    return (path.with_name(name) for name in others(path.stem, path.suffix))


def write(data: bytes, path: Path) -> Written:
    """Put a Word file in its place, whole or not at all.

    A file that a person changed, that is not ours, or that is a final paper with another content stays: the new
    one goes beside it. Raises Refused, the older file byte-identical and nothing left over: file_disk_full,
    file_open (name, other), folder_forbidden (folder), file_not_written (name, reason), file_broken.
    """
    digest = content_digest(read_parts(data, path.name))
    kept = _kept(path, digest)
    place = path if not kept else next(other for other in beside(path) if not _kept(other, digest))
    remove_leftovers(path.parent)
    if not _same_final(place, digest):
        _refusing(path, lambda: _put(data, place))
    return Written(place, kept)


def remove_leftovers(folder: Path, older_than: float = 60.0) -> int:
    """Remove what a power cut left of unfinished files, older than some seconds; return how many."""
    removed = 0
    for leftover in folder.glob(f"{disk.LEFTOVER}*{disk.TEMPORARY}"):
        if time.time() - leftover.stat().st_mtime > older_than:
            leftover.unlink(missing_ok=True)
            removed += 1
    return removed


def _kept(path: Path, digest: str) -> str:
    """Tell why a file must not be overwritten, or nothing."""
    if not os.path.lexists(path):
        return ""
    try:
        found = marks_of(read_parts(path, path.name))
    except Refused:
        return "changed"
    if not found.untouched:
        return "changed"
    return "final" if found.final and found.now != digest else ""


def _same_final(path: Path, digest: str) -> bool:
    """Tell whether the very same final paper stands there already."""
    if not path.exists():
        return False
    found = marks_of(read_parts(path, path.name))
    return found.final and found.now == digest


def _refusing(path: Path, put: Callable[[], None]) -> None:
    """Say in one code what the disk or the system refused."""
    try:
        put()
    except PermissionError as refused:
        if path.exists() and os.access(path.parent, os.W_OK):
            raise Refused("file_open", name=path.name, other=next(beside(path)).name) from refused
        raise disk.refusal(refused, path) from refused
    except OSError as failed:
        raise disk.refusal(failed, path) from failed


def _put(data: bytes, path: Path) -> None:
    temporary = disk.beside(path)
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # a delayed "disk full" is said here, before the older file is replaced
        _check(temporary, data)
        disk.move(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _check(temporary: Path, data: bytes) -> None:
    """Open the written file again: every part is there, the same, and parses."""
    written = read_parts(temporary, temporary.name)
    if written != read_parts(data, temporary.name):
        raise Refused("file_broken", name=temporary.name)
    try:
        for name, text in written.items():
            if name.endswith((".xml", ".rels")):
                fromstring(text)
    except ParseError as broken:
        raise Refused("file_broken", name=temporary.name) from broken
