"""Changes of the curriculum, calendar plans and what each change asks of each plan, as plain values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.rules import curriculum_steps
from db.rules.names import Name


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change, the document that it rests on and the item under which it was discussed.

    `asked` counts the plans that it touches, `missing` the steps that are still to be done.
    """

    id: int
    uid: str
    association_id: int
    first_year: int
    text: str
    valid_from: dt.date | None
    subjects: str
    classes: str
    norm_id: int | None
    agenda_item_id: int | None
    note: str
    norm_title: str = ""
    norm_number: str = ""
    item_title: str = ""
    meeting_id: int | None = None
    meeting_number: int | None = None
    held_on: dt.date | None = None
    asked: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A teacher's calendar plan, with the meeting that considered it. `hours_week` is as typed: «5», «2,5»."""

    id: int
    uid: str
    association_id: int
    first_year: int
    person_id: int
    subject: str
    class_name: str
    hours_week: str
    hours_year: int | None
    considered_on: dt.date | None
    meeting_id: int | None
    agreed_on: dt.date | None
    approved_on: dt.date | None
    remark: str
    surname: str
    given: str
    patronymic: str
    short_form: str
    meeting_number: int | None = None

    @property
    def name(self) -> Name:
        """The teacher."""
        return Name(self.surname, self.given, self.patronymic, self.short_form)


@dataclass(frozen=True, slots=True)
class StepRow:
    """What was done to a plan under a change; the id is 0 where nothing was noted yet."""

    id: int
    curriculum_change_id: int
    calendar_plan_id: int
    not_needed: bool = False
    test_not_needed: bool = False
    corrected_on: dt.date | None = None
    considered_on: dt.date | None = None
    meeting_id: int | None = None
    agreed_on: dt.date | None = None
    approved_on: dt.date | None = None
    test_made_on: dt.date | None = None
    control_test_id: int | None = None
    note: str = ""
    meeting_number: int | None = None
    test_state: str = ""
    test_day: dt.date | None = None

    @property
    def test_held_on(self) -> dt.date | None:
        """The day of the linked test, once it was held."""
        return self.test_day if self.test_state == "held" else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The steps that are still to be done (`curriculum_steps.STEPS`)."""
        return curriculum_steps.missing(self)


@dataclass(frozen=True, slots=True)
class Asked:
    """A calendar plan that a change touches, and what was done to it."""

    plan: PlanRow
    step: StepRow


@dataclass(frozen=True, slots=True)
class TestOffer:
    """A test of the plan's class and subject that could be its feedback test."""

    control_test_id: int
    held_on: dt.date | None
    kind: str
    state: str
    subject: str
    class_name: str
    title: str
