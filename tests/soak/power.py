"""Power cuts at any moment: `python -m tests.soak.power [--states 100000] [--seed 1]`.

With `--careless-engine` or `--careless-papers` what syncs is left out: a control that must find losses.

The story (`power_story.py`) runs once under the recording library; the record is then played back on a disk on paper
(`disk.py`), cut at every call, several times in different ways, and what is left is opened as the program opens it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peewee import DatabaseError

from db import connection
from db.backups import copies
from db.errors import Refused
from tests.soak import disk, native, power_story

Key = tuple[tuple[int, int], ...]
Found = list[Any] | str
"""What stands in a data file (`power_story.STATE`), or why it cannot be read."""


@dataclass
class Known:
    """What was tried and what was acknowledged up to a moment."""

    states: list[Any] = field(default_factory=list)
    """What may stand in the data: what was acknowledged last, and what was being written."""
    papers: set[str] = field(default_factory=set)
    copied: list[Any] = field(default_factory=list)
    """What may stand in the copies."""
    acknowledged: set[str] = field(default_factory=set)
    """Copies, and the paper, that must be there."""
    trying: str = ""

    def learn(self, what: str, *values: Any) -> None:
        """One mark more."""
        if what == "done":
            self.states = [values[0]]
        elif what == "paper":
            self.papers.add(values[0])
            self.trying = values[0]
        elif what == "paper done":
            self.papers = {self.trying}
            self.acknowledged.add(power_story.PAPER)
        elif what == "copy":
            self.copied.append(values[0])
        elif what == "copy done":
            self.acknowledged.add(values[0])
        elif what == "restore":
            self.copied += self.states  # what is put in its place is kept as a copy first
            self.states.append(values[0])
        elif what == "restored":
            self.states = self.states[-1:]
            self.acknowledged.add(values[0])


@dataclass
class Report:
    """What came of it."""

    states: int = 0
    different: int = 0
    calls: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def __str__(self) -> str:
        wrong = ", ".join(f"{what}: {count}" for what, count in self.faults.most_common()) or "none"
        return (
            f"{self.calls} calls, {self.states} states ({self.different} data files differ), "
            f"{self.seconds:.0f} s; faults: {wrong}"
        )


class Judge:
    """Opens what a power cut left; the same bytes are opened once."""

    def __init__(self, place: Path, start: Any) -> None:
        self._place, self._start = place, start
        self.data: dict[Key, Found] = {}
        self._copies: dict[Key, Found] = {}

    def faults(self, files: dict[str, bytes], known: Known, next_states: list[Any]) -> Iterator[str]:
        """All that is not as it was acknowledged."""
        found = self._data_of(files)
        allowed = (known.states or [self._start]) + next_states
        if found not in allowed:
            yield "unreadable" if isinstance(found, str) else "save lost"
        paper = files.get(f"papers/{power_story.PAPER}")
        if paper is None:
            if power_story.PAPER in known.acknowledged:
                yield "paper missing"
        elif hashlib.sha256(paper).hexdigest() not in known.papers:
            yield "paper broken"
        listed = {path.name: data for path, data in ((Path(name), data) for name, data in files.items())
                  if path.parent.name == copies.FOLDER and copies.read_name(path)}  # fmt: skip
        if known.acknowledged - {power_story.PAPER} - listed.keys():
            yield "copy missing"
        for name, data in listed.items():
            named = copies.read_name(Path(name))
            if named is None or hashlib.sha256(data).hexdigest()[: copies.PROOF] != named.proof:
                yield "half a copy listed"
            elif self._copy_of(data) not in known.copied:
                yield "copy differs"

    def _data_of(self, files: dict[str, bytes]) -> Found:
        parts = {name: data for name, data in files.items() if name.startswith("data/birikme.db")}
        key = _key(*(part for name, data in sorted(parts.items()) for part in (name.encode(), data)))
        if key not in self.data:
            self.data[key] = self._opened(parts)
        return self.data[key]

    def _opened(self, parts: dict[str, bytes]) -> Found:
        folder = self._place / "data"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, data in parts.items():
            (self._place / name).write_bytes(data)
        try:
            if not connection.path_of(folder).exists():
                return "missing"
            connection.open_for_writing(folder)  # reads the file through by quick_check
            return list(connection.execute(power_story.STATE)[0])
        except (Refused, DatabaseError) as error:
            return f"{type(error).__name__} {error}"
        finally:
            connection.close()

    def _copy_of(self, data: bytes) -> Found:
        key = _key(data)
        if key not in self._copies:
            self._copies[key] = self._opened({"data/birikme.db": data})
        return self._copies[key]


def _key(*parts: bytes) -> Key:
    """Python's own hash: of bytes that did not change it is known already."""
    return tuple((hash(part), len(part)) for part in parts)


def record(
    work: Path,
    library: Path,
    *careless: str,
    story: str = "tests.soak.power_story",
    prepare: Callable[[Path], None] = power_story.prepare,
) -> Path:
    """Have a story done in `work`/folder under the recording library; returns the record."""
    folder, log = work / "folder", work / "calls.log"
    folder.mkdir()
    prepare(folder)
    shutil.copytree(folder, work / "before")
    command = [sys.executable, "-m", story, str(folder), *careless]
    told = subprocess.run(
        command, env=native.environment(library, folder, log=log), cwd=native.ROOT, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stderr
    return log


def replay(work: Path, log: Path, states: int, seed: int = 1) -> Report:
    """Cut the power `states` times, spread over all calls; returns what was found."""
    began = time.monotonic()
    calls = list(disk.calls(log))
    report = Report(calls=len(calls))
    on_paper, known, chance = disk.Disk(work / "folder", work / "before"), Known(), random.Random(seed)
    with tempfile.TemporaryDirectory(dir=native.quick_place()) as place:
        judge = Judge(Path(place), _start(work / "before", Path(place)))
        marks = Marks(calls, work / "folder")
        cuts, done = len(calls) - marks.count, 0
        for at, call in enumerate(calls):
            on_paper.do(call)
            if marks.is_mark(call):
                known.learn(*json.loads(call.data))
                continue
            done += 1
            for turn in range(states * (done - 1) // cuts, states * done // cuts):
                files = on_paper.after_cut(None if turn % 8 < 1 else chance, keep=turn % 16 == 0)
                report.faults.update(set(judge.faults(files, known, marks.being_written(at))))
                report.states += 1
        report.different = len(judge.data)
    report.seconds = time.monotonic() - began
    return report


class Marks:
    """Which calls are marks, and what the running step will have made."""

    def __init__(self, calls: list[disk.Call], folder: Path) -> None:
        path = str(folder / power_story.MARKS)
        self._file = next(call.file for call in calls if call.what == "O" and call.paths[0] == path)
        self.count = sum(map(self.is_mark, calls))
        self._being: list[list[Any]] = []
        being: list[Any] = []
        for call in reversed(calls):
            if self.is_mark(call):
                what, *values = json.loads(call.data)
                being = values[:1] if what == "done" else [] if what == "try" else being
            self._being.append(being)
        self._being.reverse()

    def is_mark(self, call: disk.Call) -> bool:
        return call.what == "W" and call.file == self._file

    def being_written(self, at: int) -> list[Any]:
        """What the data hold when the save that runs at this call is done."""
        return self._being[at]


def _start(before: Path, place: Path) -> Any:
    shutil.copytree(before / "data", place / "start")
    connection.open_for_reading(place / "start")
    try:
        return list(connection.execute(power_story.STATE)[0])
    finally:
        connection.close()


def main() -> int:
    """From the command line: 0 where nothing was lost."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--states", type=int, default=100_000)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--careless-engine", action="store_true")
    words.add_argument("--careless-papers", action="store_true")
    given = words.parse_args()
    careless = [name for name in ("careless-engine", "careless-papers") if getattr(given, name.replace("-", "_"))]
    with tempfile.TemporaryDirectory(prefix="birikme-power-") as place:
        work = Path(place)
        log = record(work, native.build(work), *careless)
        report = replay(work, log, given.states, given.seed)
    print(report)
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
