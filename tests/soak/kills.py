"""The program is killed while someone types: `python -m tests.soak.kills [--kills 500] [--seed 1]`.

The real program runs in a pseudo-terminal, opened in the middle of a meeting's text. Keys are sent one by one; the data
file is read from outside all the while. At some moment the program gets SIGKILL, and the file is opened again, as it
was left. Whatever had stood in the file from outside (the program says «saved» only after that) must stand there still,
in front of everything else that was typed; how old the first missing key is, is measured. The next sitting goes on in
the same file.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import random
import sqlite3
import sys
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from db import connection, instance_lock, settings
from tests.soak import native, power_story
from tests.terminal import Terminal
from tui.moving import PLACE
from tui.screens.meeting import place

OPENED = "УГУЛДУ"
RECOVERED = "калыбына келтирилди"
PROBE = "ъ"
"""A letter that stands in no word of the screen."""
LONGEST = 1000
"""Characters in the field after which other data are taken."""
HEARD = "SELECT heard FROM agenda_item WHERE id = 1"


@dataclass
class Report:
    """What came of it."""

    kills: int = 0
    typed: int = 0
    """Keys sent before the kills."""
    kept: int = 0
    lost: int = 0
    """Keys that had been saved and are gone."""
    tails: list[float] = field(default_factory=list)
    """Of each kill: seconds from the first key that is missing to the kill; 0 where none is."""
    slow: list[float] = field(default_factory=list)
    """Of each kill: the longest that a key took to be seen on the screen, in seconds: how busy the machine was."""
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.typed} keys typed, {self.kept} kept; saved and lost: {self.lost}; "
            f"worst tail {max(self.tails):.2f} s, median {sorted(self.tails)[len(self.tails) // 2]:.2f} s, "
            f"{sum(tail > 1 for tail in self.tails)} over 1 s "
            f"(slowest key on the screen: {max(self.slow):.2f} s); wrong: {len(self.wrong)} {self.wrong[:3]}"
        )


def prepare(folder: Path) -> Path:
    """Data that open in the middle of a meeting's text; returns their folder."""
    power_story.prepare(folder)
    data = folder / "data"
    connection.open_for_writing(data)
    settings.load_stock()
    settings.remember(PLACE, json.dumps({"name": "meeting", "values": {"meeting_id": 1}}))
    kept = place.Place(1, "1", "Heard", 1, "heard")
    settings.remember(place.KEY, json.dumps(dataclasses.asdict(kept)))
    connection.fold_log()
    connection.close()
    return data


def program(data: Path) -> Terminal:
    """The program on its data, in a terminal."""
    command = [sys.executable, "-m", "tui", "--data", str(data), "--lang", "ky"]
    return Terminal(command, folder=native.ROOT, size=(80, 40))


class Sitting:
    """One start of the program, typing, and the kill."""

    def __init__(self, data: Path, chance: random.Random) -> None:
        self.data, self._chance = data, chance
        self.sent: list[tuple[float, str]] = []
        self.before, self._left_open = left(data)
        self.seen = self.before
        self.slowest = 0.0
        self._number = self.before.count("ж")
        self._unseen: dict[str, float] = {}

    def until_killed(self, seconds: float) -> float:
        """Type for so long; returns when the kill came."""
        with program(self.data) as terminal, closing(outside_of(self.data)) as outside:
            terminal.wait_for(RECOVERED if self._left_open else OPENED, 60)
            for word in [word for word in self.before.split() if len(word) > 1][-1:]:
                terminal.wait_for(word, 60)
            self._find_the_cursor(terminal)
            ends = time.monotonic() + seconds
            while time.monotonic() < ends:
                self._type(terminal)
                self.seen = outside.execute(HEARD).fetchone()[0]
            killed = time.monotonic()
            terminal.kill()
        return killed

    def _find_the_cursor(self, terminal: Terminal) -> None:
        """Until the cursor is put where it was, keys go elsewhere: press one until it is seen."""
        for _attempt in range(6):
            shown = "".join(terminal.screen()).count(PROBE)
            pressed = time.monotonic()
            terminal.send(PROBE)
            with suppress(AssertionError):
                terminal.wait_until(lambda lines, before=shown: "".join(lines).count(PROBE) > before, 5)
                self.sent.append((pressed, PROBE))
                return
        raise AssertionError("the cursor never came into the text")

    def _type(self, terminal: Terminal) -> str:
        """A word at the pace of quick fingers, sometimes with a rest after it; returns the word."""
        self._number += 1
        word = f"ж{self._number}"
        for letter in f" {word}":
            self.sent.append((time.monotonic(), letter))
            terminal.send(letter)
            time.sleep(self._chance.uniform(0.02, 0.12))
            self._look(terminal)
        self._unseen[word] = time.monotonic()
        if self._chance.random() < 0.1:
            time.sleep(self._chance.uniform(0.2, 0.6))
        return word

    def _look(self, terminal: Terminal) -> None:
        """See which words have come to the screen, and how long that took."""
        shown = "\n".join(terminal.screen())
        for word in [word for word in self._unseen if word in shown]:
            self.slowest = max(self.slowest, time.monotonic() - self._unseen.pop(word))


def outside_of(data: Path) -> sqlite3.Connection:
    """The file as another program sees it, which changes nothing: it must not bring in what a kill leaves."""
    return sqlite3.connect(f"{connection.path_of(data).as_uri()}?mode=ro", uri=True)


def left(data: Path) -> tuple[str, bool]:
    """The text, and whether its field was left open, read after the program is gone and what it left is brought in."""
    with instance_lock.held(data):
        connection.open_for_writing(data)
        try:
            return str(connection.execute(HEARD)[0][0]), bool(connection.execute("SELECT 1 FROM open_edit"))
        finally:
            connection.close()


def judge(sitting: Sitting, killed: float, report: Report) -> None:
    """Compare what was sent, what had been saved, and what is there."""
    typed, (found, _open) = sitting.before + "".join(letter for _at, letter in sitting.sent), left(sitting.data)
    report.kills += 1
    report.typed += len(sitting.sent)
    if not typed.startswith(found) or not found.startswith(sitting.before):
        report.wrong.append(f"{found[-40:]!r} is not the beginning of {typed[-40:]!r}")
        return
    report.kept += len(found) - len(sitting.before)
    report.lost += max(len(sitting.seen) - len(found), 0)
    missing = sitting.sent[len(found) - len(sitting.before) :]
    report.slow.append(sitting.slowest)
    report.tails.append(killed - missing[0][0] if missing else 0.0)


def run(work: Path, kills: int, seed: int = 1) -> Report:
    """Kill the program so many times."""
    report, chance, data = Report(), random.Random(seed), prepare(work / "0")
    for number in range(kills):
        if len(left(data)[0]) > LONGEST:
            data = prepare(work / str(number))
        sitting = Sitting(data, chance)
        judge(sitting, sitting.until_killed(chance.uniform(0.3, 3.0)), report)
        if number % 25 == 24:
            print(report, file=sys.stderr, flush=True)
    return report


def main() -> int:
    """From the command line: 0 where nothing saved was lost."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--kills", type=int, default=500)
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="birikme-kills-") as work:
        report = run(Path(work), given.kills, given.seed)
    print(report)
    return 1 if report.lost or report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
