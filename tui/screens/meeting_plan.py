"""The form of a meeting's requisites: to plan one, and to change one whose protocol is not finished."""

from collections.abc import Callable, Iterable
from typing import Any

from db import calendar, schools
from db import members as member_records
from db.meetings import overview, planning
from db.meetings.rows import MeetingRow
from db.meetings.sheet import meeting, meetings
from tui import clock, current, typed, words
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import DateInput, FormField, NumberInput, TextInput
from tui.widgets.form import FormScreen
from tui.widgets.person_input import PersonInput

HOURS = N_("For example 14.10 or 1410")
DAYS = N_("For example 25,12 or 25 December; a day gone by is written down from notes")


class MeetingPlanScreen(FormScreen):
    """Plan a meeting for a day to come or a day gone by."""

    HELP = N_(
        "Only the day is needed. A day gone by works the same: the meeting is then written down from notes. "
        "The number is the next free one of that school year."
    )

    def __init__(self, planned: Callable[[int], None] | None = None, source_id: int | None = None) -> None:
        """`planned` is told the new meeting's id; `source_id`: the meeting whose agenda is copied."""
        super().__init__()
        self._planned, self._source_id = planned, source_id

    def title_text(self) -> str:
        """What is being done."""
        if self._source_id is None:
            return _("A new meeting")
        return _("A new meeting with the agenda of № {number}").format(number=meeting(self._source_id).number)

    def fields(self) -> Iterable[FormField]:
        """Day, time, place, number, with what the last meeting had."""
        before = _last_of(current.association_id())
        yield DateInput("held_on", N_("Day"), parse=typed.meeting_day, required=True, hint=DAYS)
        time = before.planned_time or before.started_at if before else ""
        yield TextInput("planned_time", N_("Time"), time, check=typed.hour, hint=HOURS)
        yield TextInput("place", N_("Place"), before.place if before else "")
        yield NumberInput("number", N_("Number"), low=1, high=999, hint=N_("Empty: the next free one"))

    def submit(self, values: dict[str, Any]) -> None:
        """Plan it."""
        if self._source_id is None:
            self.save(planning.plan, current.association_id(), **values)
        else:
            self.save(overview.plan_like, self._source_id, **values)

    def done(self, value: Any = None) -> None:
        """Go back and tell which one it is."""
        super().done(value)
        if self._planned is not None:
            self._planned(value)


class MeetingEditScreen(CardScreen):
    """Change the requisites of a meeting."""

    HELP = N_("What stands at the head of the protocol. F2 saves.")

    def __init__(self, meeting_id: int) -> None:
        super().__init__()
        self._of = meeting(meeting_id)
        self.draft_key = f"meeting:{meeting_id}"

    def title_text(self) -> str:
        """Which meeting."""
        return _("Meeting № {number}, {day}").format(number=self._of.number, day=words.day(self._of.held_on))

    def parts(self) -> Iterable[FormField]:
        """The requisites as they stand."""
        of = self._of
        people = _people(of)
        yield DateInput("held_on", N_("Day"), words.day(of.held_on), parse=typed.meeting_day, required=True)
        yield TextInput("planned_time", N_("Time"), of.planned_time, check=typed.hour)
        yield TextInput("place", N_("Place"), of.place)
        yield NumberInput("number", N_("Number"), str(of.number), low=1, high=999, required=True)
        yield PersonInput("chair_id", N_("Chair"), people, of.chair_id)
        yield PersonInput("secretary_id", N_("Secretary"), people, of.secretary_id)
        if of.state != "planned":
            yield TextInput("started_at", N_("Began at"), of.started_at, check=typed.hour)
            yield TextInput("ended_at", N_("Ended at"), of.ended_at, check=typed.hour)

    def submit(self, values: dict[str, Any]) -> None:
        """Save what was changed."""
        changed = {name: value for name, value in values.items() if value != getattr(self._of, name)}
        self.save(planning.change, self._of.id, **changed)


def _last_of(association_id: int) -> MeetingRow | None:
    """The meeting whose time and place are proposed: the newest of this school year, or of the one before."""
    year = calendar.current_first_year(clock.today())
    found = [*meetings(association_id, year - 1), *meetings(association_id, year)]
    return next((each for each in reversed(found) if each.state != "cancelled"), None)


def _people(of: MeetingRow) -> list[tuple[int, str]]:
    """The members of that day, and whoever holds an office without being one."""
    known = {each.person_id: each.name.listed for each in member_records.members(of.association_id, of.held_on)}
    others = {each for each in (of.chair_id, of.secretary_id) if each is not None} - known.keys()
    return [*known.items(), *((each, schools.person(each).name.listed) for each in others)]
