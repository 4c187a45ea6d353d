"""What the register of normative documents is made of, as plain values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.meetings.items import STARTED
from db.rules import norm_study
from db.rules.names import Name


@dataclass(frozen=True, slots=True)
class NormRow:
    """A normative document, with the meeting under whose item it is or was studied and how many are acquainted.

    `read` counts today's members who are acquainted with it, `members` all of them.
    """

    id: int
    uid: str
    association_id: int
    first_year: int
    kind: str
    title: str
    number: str
    issued_on: dt.date | None
    issuer: str
    state: str
    replaced_by_id: int | None
    file_name: str
    study_by: dt.date | None
    agenda_item_id: int | None
    note: str
    newer_title: str = ""
    item_title: str = ""
    meeting_id: int | None = None
    meeting_number: int | None = None
    held_on: dt.date | None = None
    meeting_state: str = ""
    read: int = 0
    members: int = 0

    @property
    def studied_on(self) -> dt.date | None:
        """The day of the meeting that studied it; None as long as that meeting is only planned."""
        return self.held_on if self.meeting_state in STARTED else None

    @property
    def left(self) -> int:
        """How many of today's members are not acquainted with it."""
        return max(self.members - self.read, 0)

    def study(self, today: dt.date) -> str:
        """How its study stands (`norm_study.STATES`); what is no longer in force need not be studied."""
        found = norm_study.state(self.study_by, self.studied_on, self.read, self.left, today)
        return "none" if self.state != "in_force" and found != "studied" else found


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who has to be acquainted with a document; `why`: `norm_study.why`. Who has left is no `member`."""

    person_id: int
    surname: str
    given: str
    patronymic: str
    short_form: str
    subjects: str
    classes: str
    read_on: dt.date | None
    why: str
    member: bool
    roles: tuple[str, ...] = ()

    @property
    def name(self) -> Name:
        """Who it is."""
        return Name(self.surname, self.given, self.patronymic, self.short_form)
