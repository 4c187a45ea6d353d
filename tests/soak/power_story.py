"""What is done while the calls are recorded: saves, papers, copies, a restore; each step is noted before and after.

`python -m tests.soak.power_story FOLDER [careless-engine] [careless-papers]`; the controls leave out what syncs.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from db import connection, edits, instance_lock, writer
from db.associations import save_association
from db.backups import making, restoring
from db.meetings import agenda, discussion, planning
from db.members import add_members, members
from db.schools import save_school
from db.writer import Writer

MARKS = "marks"
PAPER = "paper.docx"
STEPS = 24
STATE = (
    "SELECT heard, (SELECT count(*) FROM speech WHERE deleted_at IS NULL),"
    " (SELECT coalesce(max(text), '') FROM speech WHERE deleted_at IS NULL),"
    " (SELECT count(*) FROM event) FROM agenda_item WHERE id = 1"
)
"""All that the steps change, in one line."""


def prepare(folder: Path) -> None:
    """Data at rest with a meeting that is being held."""
    data = folder / "data"
    connection.open_for_writing(data)
    school = save_school(name_ky="№ 7 мектеп").value
    association = save_association(None, school_id=school, name_ky="Башталгыч класстар").value
    add_members(association, ["Асанова Гүлнара Маратовна", "Үсөнова Кундуз Абдыкадыровна"])
    meeting = planning.plan(association, dt.date(2026, 11, 14), "14:00").value
    item = agenda.add(meeting, "1-чейректин жыйынтыгы жөнүндө").value
    planning.start(meeting, "14:10")
    assert item == 1
    connection.fold_log()
    connection.close()
    for name in ("papers", "data/backups"):
        (folder / name).mkdir(exist_ok=True)
    (folder / MARKS).touch()


class Story:
    """Does the steps on the writing thread and says in the marks what was tried and what was acknowledged."""

    def __init__(self, folder: Path, careless_papers: bool) -> None:
        self.folder, self.data, self.careless = folder, folder / "data", careless_papers
        self._marks = os.open(folder / MARKS, os.O_WRONLY | os.O_APPEND)
        self.writer = Writer(self.data)
        self.source, self.copied = Path(), list[Any]()
        """The newest copy, and what it holds."""

    def mark(self, what: str, *values: Any) -> None:
        os.write(self._marks, (json.dumps([what, *values]) + "\n").encode())

    def start(self) -> None:
        self.writer = Writer(self.data)
        self.writer.start()
        connection.open_for_reading(self.data)

    def stop(self) -> None:
        connection.close()
        self.writer.stop()

    def save(self, number: int) -> None:
        """An autosave of a text that grows, every third time a speech of its own."""
        self.mark("try", number)
        if number % 3:
            text = f"{number} " + "Билим сапаты төмөндөдү. " * (number * 3)
            self.writer.submit(edits.autosave, "agenda_item", 1, "heard", text).result()
        else:
            person = members(1)[0].person_id
            self.writer.submit(discussion.add_speech, 1, "speech", person, text=f"{number:03} сөз").result()
        self.mark("done", self.state())

    def state(self) -> list[Any]:
        return list(connection.execute(STATE)[0])

    def paper(self) -> None:
        """The protocol as a Word file, over the older one."""
        from templates_docx import documents, files

        made = documents.make("protocol", documents.Selection(association_id=1, meeting_id=1), "ky")
        data = documents.print_paper(made)
        path = self.folder / "papers" / PAPER
        self.mark("paper", hashlib.sha256(data).hexdigest())
        if self.careless:
            path.write_bytes(data)
        else:
            files.write(data, path)
        self.mark("paper done")

    def copy(self) -> None:
        """A numbered copy, as it is made every half hour."""
        self.copied = self.state()
        self.mark("copy", self.copied)
        self.source = making.make(self.data, "work", dt.datetime(2026, 11, 14, 14, 30)).path
        self.mark("copy done", self.source.name)

    def restore(self) -> None:
        """The newest copy in the place of the data."""
        self.mark("restore", self.copied)
        kept = restoring.restore(self.data, self.source, dt.datetime(2026, 11, 14, 15, 0))
        self.mark("restored", kept.name if kept else "")


def tell(folder: Path, careless_papers: bool) -> None:
    """The whole story."""
    writer.IDLE_SECONDS = 0.05
    story = Story(folder, careless_papers)
    with instance_lock.held(story.data, "Асанова"):
        story.start()
        for number in range(1, STEPS + 1):
            story.save(number)
            if number % 6 == 4:
                story.paper()
            if number in (8, 14):
                story.copy()
            if number % 9 == 0:
                time.sleep(0.15)  # the log is folded into the file
        story.stop()
    story.restore()
    with instance_lock.held(story.data, "Асанова"):
        story.start()
        for number in range(STEPS + 1, STEPS + 7):
            story.save(number)
        story.stop()


if __name__ == "__main__":
    if "careless-engine" in sys.argv:
        connection.PRAGMAS["synchronous"] = "off"
    tell(Path(sys.argv[1]), "careless-papers" in sys.argv)
