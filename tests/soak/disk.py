"""A disk on paper: recorded calls are done again, and what a power cut may leave at any moment is put into a folder.

The file system is taken to be as bad as it is allowed to be. Of a file, all that was written before a sync began stays
once that sync has ended; of the rest each write may be there, be missing, or be there in some of its sectors of 512
bytes, and the file may have grown without getting what was written. Names (making, renaming, removing files) stay once
their folder was synced; of the others the first few stay, in their order, as journals keep it.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

HEAD = struct.Struct("<cQqI")
SECTOR = 512


@dataclass(slots=True)
class Call:
    """One recorded call: O opened, W written, T cut, S and E a sync's begin and end, R renamed, U removed, D folder."""

    what: str
    file: int
    at: int
    data: bytes

    @property
    def paths(self) -> list[str]:
        return self.data.decode().split("\0")


def calls(log: Path) -> Iterator[Call]:
    """Read a record of calls."""
    data, at = log.read_bytes(), 0
    while at < len(data):
        what, file, where, length = HEAD.unpack_from(data, at)
        at += HEAD.size
        yield Call(what.decode(), file, where, data[at : at + length])
        at += length


@dataclass(eq=False, slots=True)
class File:
    """What is surely on the disk, and what was written since; `data` None cuts the file at `at`."""

    sure: bytes = b""
    unsure: list[tuple[int, bytes | None]] = field(default_factory=list)

    def content(self, chance: random.Random | None, keep: bool) -> bytes:
        """The bytes after a cut: with all that is unsure, none of it (`keep`), or as chance has it."""
        if not self.unsure or (chance is None and not keep):
            return self.sure
        found = bytearray(self.sure)
        for at, data in self.unsure:
            _apply(found, at, data, chance)
        return bytes(found)


def _apply(found: bytearray, at: int, data: bytes | None, chance: random.Random | None) -> None:
    fate = "whole" if chance is None else chance.choice(("whole", "whole", "lost", "lost", "torn", "grown"))
    if fate == "lost":
        return
    if data is None:
        if fate == "whole":
            found[at:] = bytes(max(at - len(found), 0))
        return
    if len(found) < at + len(data):
        found.extend(bytes(at + len(data) - len(found)))
    if fate == "whole":
        found[at : at + len(data)] = data
    elif fate == "torn" and chance is not None:
        for first in range(0, len(data), SECTOR):
            if chance.random() < 0.5:
                found[at + first : at + first + SECTOR] = data[first : first + SECTOR]


class Disk:
    """The files under one folder, call by call."""

    def __init__(self, folder: Path, before: Path) -> None:
        """`folder` is the one that the calls name, `before` a copy of it from before the first call."""
        self._root = str(folder)
        self.names: dict[str, File] = {
            str(folder / path.relative_to(before)): File(path.read_bytes())
            for path in sorted(before.rglob("*"))
            if path.is_file()
        }
        self._sure: dict[str, File] = dict(self.names)
        self._unsure: list[tuple[str, ...] | tuple[str, str, File]] = []
        self._by_number: dict[int, File | str] = {}
        self._syncing: dict[int, int] = {}

    def do(self, call: Call) -> None:
        """One call more."""
        getattr(self, f"_{call.what}")(call)

    def _O(self, call: Call) -> None:
        path = call.paths[0]
        if call.at & 1:
            self.names[path] = File()
            self._unsure.append(("made", path, self.names[path]))
        if path not in self.names:
            self._by_number[call.file] = path  # a folder
            return
        self._by_number[call.file] = self.names[path]
        if call.at & 2:
            self.names[path].unsure.append((0, None))

    def _D(self, call: Call) -> None:
        self._by_number[call.file] = call.paths[0]

    def _W(self, call: Call) -> None:
        found = self._by_number[call.file]
        assert isinstance(found, File)
        found.unsure.append((call.at, call.data))

    def _T(self, call: Call) -> None:
        found = self._by_number[call.file]
        assert isinstance(found, File)
        found.unsure.append((call.at, None))

    def _S(self, call: Call) -> None:
        found = self._by_number[call.file]
        self._syncing[call.file] = len(found.unsure if isinstance(found, File) else self._unsure)

    def _E(self, call: Call) -> None:
        found, count = self._by_number[call.file], self._syncing.pop(call.file)
        if isinstance(found, File):
            done, found.unsure = found.unsure[:count], found.unsure[count:]
            found.sure = File(found.sure, done).content(None, keep=True)
        else:
            waiting = self._unsure
            self._unsure = [each for at, each in enumerate(waiting) if at >= count or _folder(each) != found]
            for each in waiting[:count]:
                if _folder(each) == found:
                    _rename(self._sure, each)

    def _R(self, call: Call) -> None:
        self._name("renamed", *call.paths)

    def _U(self, call: Call) -> None:
        self._name("removed", *call.paths)

    def _name(self, *change: str) -> None:
        self._unsure.append(change)
        _rename(self.names, change)

    def after_cut(self, chance: random.Random | None = None, keep: bool = False) -> dict[str, bytes]:
        """What is there after a cut now: path in the folder → bytes."""
        names = dict(self._sure)
        kept = len(self._unsure) if chance is None else chance.randint(0, len(self._unsure))
        for each in self._unsure[: kept if chance or keep else 0]:
            _rename(names, each)
        found = {}
        for path, file in names.items():
            short = path.removeprefix(f"{self._root}/")
            if path.endswith("-shm"):  # memory of the running program: anything may stand in it
                if chance is not None:
                    found[short] = chance.randbytes(32768)
                continue
            found[short] = file.content(chance, keep)
        return found


def _folder(change: tuple[str, ...] | tuple[str, str, File]) -> str:
    return str(PurePosixPath(str(change[1])).parent)


def _rename(names: dict[str, File], change: tuple[str, ...] | tuple[str, str, File]) -> None:
    """Do one change of names; one whose file never came to be changes nothing."""
    what, path, *rest = change
    if what == "made":
        [file] = rest
        assert isinstance(file, File)
        names[str(path)] = file
    elif what == "renamed" and (file := names.pop(str(path), None)) is not None:
        names[str(rest[0])] = file
    elif what == "removed":
        names.pop(str(path), None)
