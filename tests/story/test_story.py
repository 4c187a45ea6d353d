"""From an empty laptop to a protocol that only needs signatures: the installed program, a terminal, a keyboard."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.story import finishing, preparing, speaking
from tests.story.leader import Leader
from tests.story.papers import body, expected, lines
from tests.terminal import Terminal

SELECTED: Mapping[str, tuple[str, ...]] = {
    "protocol": ("--meeting", "1"),
    "protocol-short": ("--meeting", "1"),
    "extract": ("--meeting", "1", "--item", "3"),
    "agenda": ("--meeting", "1"),
    "decisions": (),
    "protocol-journal": (),
    "members": (),
}
"""Document → what selects it; where the school year is asked for, it is the one of the story."""
YEARLY = {"decisions", "protocol-journal", "protocol", "protocol-short", "extract", "agenda"}
MOST_KEYS = 12


@dataclass(frozen=True)
class Laptop:
    """A user's home with nothing in it but the installed program."""

    birikme: Path
    home: Path

    @property
    def papers(self) -> Path:
        """Where the program puts Word files."""
        return self.home / "Documents" / "Birikme"

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of this test's own environment that a program may look at."""
        return {
            "HOME": str(self.home),
            "XDG_DOCUMENTS_DIR": str(self.home / "Documents"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "BIRIKME_DATA": "",
            "PYTHONPATH": "",
        }

    def open(self) -> Terminal:
        """Start the program."""
        return Terminal([str(self.birikme)], self.environment, folder=self.home)

    def paper(self, document: str, language: str, *more: str) -> list[str]:
        """Make a paper by the command line and read it."""
        place = self.home / f"{document}{''.join(more)}.{language}.docx"
        year = ("--year", "2026") if document in YEARLY else ()
        command = ["document", document, *SELECTED[document], *year, *more, "--paper", language, "-o", place]
        environment = {**os.environ, **self.environment}
        found = subprocess.run(
            [self.birikme, *command], capture_output=True, text=True, env=environment, cwd=self.home, check=False
        )
        assert (found.returncode, found.stderr) == (0, "")
        return lines(place)


@pytest.fixture
def laptop(birikme: Path, tmp_path: Path) -> Laptop:
    return Laptop(birikme, tmp_path)


def test_from_an_empty_laptop_to_a_protocol_that_only_needs_signatures(laptop: Laptop) -> None:
    with laptop.open() as terminal:
        leader = Leader(terminal)
        hold_until_the_light_goes_out(leader)
        terminal.kill()
    with laptop.open() as terminal:
        leader.terminal = terminal
        speaking.after_the_dark(leader)
        speaking.fifth_item(leader)
        finish_and_print(leader, laptop)
        terminal.send("F10")
        assert terminal.wait_end() == 0
    every_paper_is_as_written_by_hand(laptop)


def hold_until_the_light_goes_out(leader: Leader) -> None:
    """Set up, prepare, and hold three questions and a half; the keys of the second are counted."""
    preparing.set_up(leader)
    preparing.complete_school(leader)
    preparing.prepare(leader)
    preparing.begin(leader)
    speaking.first_item(leader)
    preparing.late_comer(leader)
    with leader.counted() as keys:
        speaking.second_item(leader)
    assert keys[0] <= MOST_KEYS
    speaking.third_item(leader)
    speaking.fourth_item(leader)
    time.sleep(1)  # the longest that typed text may wait for the disk


def finish_and_print(leader: Leader, laptop: Laptop) -> None:
    """End, look at the draft, finish, print in both languages, amend, print again: version 1 stays what it was."""
    today = dt.date.today()
    finishing.end(leader)
    draft = finishing.print_paper(leader, laptop.papers)
    assert lines(draft) == ["^ ДОЛБООР", *expected("protocol-1.ky", today)]
    finishing.finalise(leader)
    first = finishing.print_paper(leader, laptop.papers)
    russian = finishing.print_paper(leader, laptop.papers, "Right")
    assert lines(first) == expected("protocol-1.ky", today)
    assert lines(russian) == expected("protocol-1.ru", today)
    kept = shutil.move(first, laptop.home / "signed.docx")
    finishing.amend(leader)
    second = finishing.print_paper(leader, laptop.papers)
    assert lines(second) == expected("protocol-2.ky", today)
    finishing.earlier_version(leader)
    again = finishing.print_paper(leader, laptop.papers)
    assert again == first
    assert body(again) == body(kept)


def every_paper_is_as_written_by_hand(laptop: Laptop) -> None:
    """The whole text of each document in both languages, made by the command line of the same program."""
    for language in ("ky", "ru"):
        today = dt.date.today()
        for document in SELECTED:
            written = f"{document}-2.{language}" if document == "protocol" else f"{document}.{language}"
            assert laptop.paper(document, language) == expected(written, today), written
        first = laptop.paper("protocol", language, "--edition", "1")
        assert first == expected(f"protocol-1.{language}", today)
