"""How members grow, as plain values. A record is about one person, whichever association of hers wrote it down."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.rules.names import Name


@dataclass(frozen=True, slots=True)
class OfPerson:
    """What every record has: whose it is, and which association wrote it."""

    id: int
    uid: str
    association_id: int
    person_id: int
    surname: str
    given: str
    patronymic: str
    short_form: str

    @property
    def name(self) -> Name:
        """Whose it is."""
        return Name(self.surname, self.given, self.patronymic, self.short_form)


@dataclass(frozen=True, slots=True)
class CourseRow(OfPerson):
    """A course; `meeting_*`: the meeting at which it was told of, under `shared_item_id`."""

    provider: str
    project: str
    topic: str
    form: str
    hours: int | None
    begins: dt.date | None
    ends: dt.date | None
    certificate: str
    certified_on: dt.date | None
    shared_item_id: int | None
    note: str
    meeting_number: int | None
    meeting_day: dt.date | None

    @property
    def day(self) -> dt.date | None:
        """The day by which it counts: of the certificate, else its last, else its first."""
        return self.certified_on or self.ends or self.begins


@dataclass(frozen=True, slots=True)
class AttestationRow(OfPerson):
    """A category given."""

    category: str
    given_on: dt.date | None
    order_number: str
    valid_until: dt.date | None
    note: str


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of a self-education topic; `meeting_*`: where it was told of."""

    id: int
    uid: str
    self_education_id: int
    position: int
    text: str
    deadline: dt.date | None
    done_on: dt.date | None
    agenda_item_id: int | None
    meeting_number: int | None
    meeting_day: dt.date | None

    def overdue(self, today: dt.date) -> bool:
        """Whether its term has passed and it is not done."""
        return self.done_on is None and self.deadline is not None and self.deadline < today


@dataclass(frozen=True, slots=True)
class SelfEducationRow(OfPerson):
    """A topic that a person studies; the years are those in which school years begin, `last_year` None: still on."""

    topic: str
    first_year: int
    last_year: int | None
    report_form: str
    result: str
    stages: tuple[StageRow, ...] = ()


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of best practice: studied, generalised or spread, at which level, by which meeting's decision."""

    id: int
    uid: str
    practice_id: int
    stage: str
    done_on: dt.date | None
    level: str
    place: str
    agenda_item_id: int | None
    note: str
    meeting_number: int | None
    meeting_day: dt.date | None


@dataclass(frozen=True, slots=True)
class PracticeRow(OfPerson):
    """A best practice with its steps in the order in which they were done; those without a day last."""

    topic: str
    essence: str
    grounds: str
    result: str
    materials: str
    steps: tuple[StepRow, ...] = ()

    @property
    def stage(self) -> str:
        """How far it is: the farthest stage that is done, empty before the first."""
        return max((each.stage for each in self.steps if each.done_on), key=_STAGES.index, default="")


@dataclass(frozen=True, slots=True)
class MentoringRow(OfPerson):
    """A pair: `name` is the mentor, `novice` the young teacher."""

    novice_id: int
    novice_surname: str
    novice_given: str
    novice_patronymic: str
    novice_short_form: str
    begins: dt.date | None
    ends: dt.date | None
    plan: str
    result: str

    @property
    def novice(self) -> Name:
        """Who is helped."""
        parts = (self.novice_surname, self.novice_given, self.novice_patronymic, self.novice_short_form)
        return Name(*parts)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson of a pair, given by one of them (`teacher_id`) and visited by the other."""

    id: int
    day: dt.date
    teacher_id: int
    title: str


@dataclass(frozen=True, slots=True)
class AwardRow(OfPerson):
    """An award; of old ones often only the year is known."""

    title: str
    level: str
    year: int | None
    awarded_on: dt.date | None
    order_number: str
    note: str

    @property
    def known_year(self) -> int | None:
        """The calendar year of the award."""
        return self.awarded_on.year if self.awarded_on else self.year


@dataclass(frozen=True, slots=True)
class WorkRow(OfPerson):
    """A report, seminar, publication or other methodical work."""

    kind: str
    title: str
    level: str
    held_on: dt.date | None
    place: str
    note: str


_STAGES = ("study", "generalise", "spread")
