"""Damaged data files: right or reported, never silently different. `python -m tests.soak.damage [--copies 700]`.

A copy of lived-in data is damaged in one way, opened as the program opens it, checked as `birikme check` does, and read
through. It is right when every row is what it was; reported when opening refuses or the check finds something.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peewee import DatabaseError

from db import checking, connection, edits
from db.connection import execute, path_of
from db.errors import Refused
from db.meetings import discussion
from tests.soak import native, power_story

PAGE = 4096
LATER = "later.db"
"""Beside the damaged folder: the same data after some more work."""

Damage = Callable[[Path, random.Random], None]
Content = dict[str, list[tuple[Any, ...]]]


def change(path: Path, work: Callable[[bytearray], None]) -> None:
    """Change a file's bytes."""
    data = bytearray(path.read_bytes())
    work(data)
    path.write_bytes(data)


def flip(path: Path, chance: random.Random) -> None:
    """One bit, anywhere."""

    def work(data: bytearray) -> None:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)

    change(path, work)


def flip_in_text(path: Path, chance: random.Random) -> None:
    """One bit in a page that holds typed text."""

    def work(data: bytearray) -> None:
        places = [at for at in range(len(data) - 1) if data[at] in (0xD0, 0xD1) and data[at + 1] & 0xC0 == 0x80]
        data[chance.choice(places) + chance.randrange(2)] ^= 1 << chance.randrange(8)

    change(path, work)


def cut(path: Path, chance: random.Random) -> None:
    """The end is missing."""
    change(path, lambda data: data.__delitem__(slice(chance.randrange(1, len(data)), None)))


def zeroed_page(path: Path, chance: random.Random) -> None:
    """One page is empty."""

    def work(data: bytearray) -> None:
        at = chance.randrange(len(data) // PAGE) * PAGE
        data[at : at + PAGE] = bytes(PAGE)

    change(path, work)


def zeroed_end(path: Path, chance: random.Random) -> None:
    """From some page on there is nothing."""

    def work(data: bytearray) -> None:
        at = chance.randrange(1, len(data) // PAGE) * PAGE
        data[at:] = bytes(len(data) - at)

    change(path, work)


def older_page(path: Path, chance: random.Random) -> None:
    """One page stands in another one's place, as a stick's controller mixes them up."""

    def work(data: bytearray) -> None:
        to, source = (chance.randrange(1, len(data) // PAGE) * PAGE for _ in range(2))
        data[to : to + PAGE] = data[source : source + PAGE]

    change(path, work)


def overwritten_header(path: Path, chance: random.Random) -> None:
    """The first bytes are something else."""
    change(path, lambda data: data.__setitem__(slice(0, 16), chance.randbytes(16)))


def emptied(path: Path, chance: random.Random) -> None:
    """Zero bytes."""
    path.write_bytes(b"")


def foreign(path: Path, chance: random.Random) -> None:
    """Another program's database, or no database at all."""
    path.unlink()
    if chance.random() < 0.5:
        path.write_bytes(b"PK\x03\x04" + chance.randbytes(chance.randrange(10, 100_000)))
        return
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("CREATE TABLE notes (text)")
        theirs.execute("PRAGMA application_id = 7")
        theirs.commit()


def lost_journal(path: Path, chance: random.Random) -> None:
    """A journal was removed in the middle of a transaction: some pages are those of before, some those of after."""
    after = (path.parents[1] / LATER).read_bytes()

    def work(data: bytearray) -> None:
        data.extend(after[len(data) :])
        changed = [at for at in range(0, len(after), PAGE) if after[at : at + PAGE] != data[at : at + PAGE]]
        for at in chance.sample(changed, chance.randrange(1, len(changed))):
            data[at : at + PAGE] = after[at : at + PAGE]

    change(path, work)


KINDS: dict[str, tuple[int, Damage]] = {
    "bit flipped": (25, flip),
    "bit flipped in text": (25, flip_in_text),
    "cut short": (15, cut),
    "page zeroed": (10, zeroed_page),
    "end zeroed": (5, zeroed_end),
    "pages mixed up": (8, older_page),
    "lost journal": (5, lost_journal),
    "header overwritten": (3, overwritten_header),
    "zero length": (1, emptied),
    "foreign file": (3, foreign),
}
"""Kind → how many of a hundred, and what it does."""


@dataclass
class Report:
    """What came of it, kind by kind."""

    outcomes: dict[str, Counter[str]] = field(default_factory=lambda: {kind: Counter() for kind in KINDS})
    bad: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        lines = [f"  {kind:<20} {dict(found)}" for kind, found in self.outcomes.items()]
        return "\n".join([f"{self.seconds:.0f} s; silently different or broken: {len(self.bad)}", *lines, *self.bad])


def content() -> Content:
    """Every row of every table but the search index, which says nothing of its own."""
    names = execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name")
    return {name: execute(f'SELECT * FROM "{name}"') for (name,) in names}


def outcome(folder: Path, right: Content) -> str:
    """Open, check and read a data folder: `refused …`, `found …`, `right`, or what must not be."""
    try:
        connection.open_for_writing(folder)
    except Refused as error:
        return f"refused {error.code}"
    except Exception as error:
        return f"BROKEN at opening: {type(error).__name__} {error}"
    try:
        found = checking.check()
        if found:
            return f"found {found[0].code}"
        return "right" if content() == right else "SILENTLY DIFFERENT"
    except DatabaseError as error:
        return f"BROKEN after a clean check: {error}"
    except Exception as error:
        return f"BROKEN at checking: {type(error).__name__} {error}"
    finally:
        connection.close()


def lived_in(folder: Path) -> Path:
    """Make data with several tables filled and some typed text, at rest; returns their folder."""
    power_story.prepare(folder)
    _type(folder / "data", range(1, 6))
    return folder / "data"


def _type(data: Path, numbers: Iterable[int]) -> None:
    connection.open_for_writing(data)
    for number in numbers:
        edits.autosave("agenda_item", 1, "heard", f"{number} Билим сапаты 48 %дан 44 %га төмөндөдү. " * number * 20)
        discussion.add_speech(1, "speech", 1, text=f"{number} Ачык сабактардын санын көбөйтүү керек.")
        edits.close_all()
    connection.fold_log()
    connection.close()


def run(work: Path, copies: int = 100, seed: int = 1) -> Report:
    """Damage so many copies."""
    began, report, chance = time.monotonic(), Report(), random.Random(seed)
    data = lived_in(work / "base")
    connection.open_for_reading(data)
    right = content()
    connection.close()
    source = path_of(shutil.copytree(data, work / "right"))
    _type(data, range(6, 9))
    with tempfile.TemporaryDirectory(dir=native.quick_place()) as place:
        shutil.copy(path_of(data), Path(place) / LATER)
        folder = Path(place) / "data"
        for kind, (share, damage) in KINDS.items():
            for number in range(max(round(share * copies / 100), 1)):
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                shutil.copy(source, path_of(folder))
                damage(path_of(folder), chance)
                found = outcome(folder, right)
                report.outcomes[kind][found] += 1
                if found.startswith(("BROKEN", "SILENTLY")):
                    report.bad.append(f"{kind} {number}: {found}")
    report.seconds = time.monotonic() - began
    return report


def main() -> int:
    """From the command line: 0 where nothing was silently different."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--copies", type=int, default=700)
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="birikme-damage-") as place:
        report = run(Path(place), given.copies, given.seed)
    print(report)
    return 1 if report.bad else 0


if __name__ == "__main__":
    sys.exit(main())
