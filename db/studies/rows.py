"""What a study of how a subject is taught is made of, as plain values; and a letter."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.rules.names import Name


@dataclass(frozen=True, slots=True)
class StudyRow:
    """A study as its row has it."""

    id: int
    uid: str
    association_id: int
    first_year: int
    title: str
    subject: str
    classes: str
    begins: dt.date | None
    ends: dt.date | None
    aim: str
    findings: str
    conclusions: str
    suggestions: str
    finished_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Part:
    """One thing looked at. Of a linked lesson or test, day, class, subject, teachers and topic are that one's.

    `id` is 0 for one that is only offered.
    """

    id: int
    kind: str
    activity_id: int | None = None
    control_test_id: int | None = None
    held_on: dt.date | None = None
    subject: str = ""
    class_name: str = ""
    person_id: int | None = None
    teachers: tuple[Name, ...] = ()
    title: str = ""
    """The topic of a lesson, the title of a test."""
    text: str = ""
    """What was found, in the study's own words."""
    test_kind: str = ""

    @property
    def taught_by(self) -> str:
        """Whose lesson, class or notebooks."""
        return ", ".join(each.listed for each in self.teachers)


@dataclass(frozen=True, slots=True)
class Study:
    """A study with who studied and what was looked at."""

    row: StudyRow
    people: tuple[tuple[int, Name], ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter; `number` is as the register of the school writes it."""

    id: int
    uid: str
    association_id: int
    first_year: int
    number: str
    written_on: dt.date | None
    addressee: str
    title: str
    body: str
