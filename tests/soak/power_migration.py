"""Power cuts while an older file is brought up to date: it is the old one or the new one whole, and its copy is there.

`python -m tests.soak.power_migration [--states 5000]`; with a folder's name alone it is the program that migrates.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from db import connection
from tests.db.test_migrations import old_file
from tests.soak import disk, native, power

MASTER = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"


def prepare(folder: Path) -> None:
    """A data file as the first version left it, in a school's hands for a while."""
    (folder / "data" / "backups").mkdir(parents=True)
    old_file(folder / "data")


def looked_into(path: Path) -> tuple[int, Any, Any]:
    """Version, schema and rows of a file, after what a cut left was brought in; raises sqlite3.Error."""
    with closing(sqlite3.connect(path)) as file:
        [(version,)] = file.execute("PRAGMA user_version").fetchall()
        if file.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            return -1, None, None
        return version, file.execute(MASTER).fetchall(), file.execute("SELECT uid, name_ky FROM school").fetchall()


def faults(files: dict[str, bytes], place: Path, old: Any, new: Any) -> Iterator[str]:
    """What is neither the old file nor the new one with a copy of the old."""
    for path in place.iterdir():
        path.unlink()
    for name, data in files.items():
        if name.startswith("data/birikme.db"):
            (place / Path(name).name).write_bytes(data)
    try:
        found = looked_into(place / connection.FILE_NAME)
    except sqlite3.Error as error:
        yield f"unreadable: {error}"
        return
    if found not in (old, new):
        yield "neither old nor new"
    copies = [data for name, data in files.items() if name.startswith("data/backups/") and name.endswith(".db")]
    for data in copies:
        (place / "copy.db").write_bytes(data)
        try:
            if looked_into(place / "copy.db") != old:
                yield "copy is not the old file"
        except sqlite3.Error:
            yield "half a copy"
    if found == new and not copies:
        yield "no copy of the old file"


def replay(work: Path, log: Path, states: int, seed: int = 1) -> power.Report:
    """Cut the power so many times."""
    began, chance, calls = time.monotonic(), random.Random(seed), list(disk.calls(log))
    report = power.Report(calls=len(calls))
    on_paper = disk.Disk(work / "folder", work / "before")
    old = looked_into(connection.path_of(work / "before" / "data"))
    new = looked_into(connection.path_of(work / "folder" / "data"))
    assert (old[0], new[0], old[2]) == (1, connection.SCHEMA_VERSION, new[2])
    with tempfile.TemporaryDirectory(dir=native.quick_place()) as place:
        for at, call in enumerate(calls):
            on_paper.do(call)
            for turn in range(states * at // len(calls), states * (at + 1) // len(calls)):
                files = on_paper.after_cut(None if turn % 8 < 1 else chance, keep=turn % 16 == 0)
                report.faults.update(set(faults(files, Path(place), old, new)))
                report.states += 1
    report.different, report.seconds = report.states, time.monotonic() - began
    return report


def main() -> int:
    """From the command line: 0 where nothing is between old and new."""
    if len(sys.argv) == 2:
        connection.open_for_writing(Path(sys.argv[1]) / "data")
        connection.close()
        return 0
    with tempfile.TemporaryDirectory(prefix="birikme-migration-") as place:
        work = Path(place)
        log = power.record(work, native.build(work), story="tests.soak.power_migration", prepare=prepare)
        report = replay(work, log, int(sys.argv[2]) if len(sys.argv) > 2 else 5000)
    print(report)
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
