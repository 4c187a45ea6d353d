"""The form of an activity: the fields that its kind needs, and what clashes while they are typed."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import TextArea

from db import members
from db.errors import Refused
from db.events import activities, clashes, classes
from db.events.fields import LAST_LESSON
from db.events.rows import LESSONS, Activity
from db.plans import lines
from tui import clock, current, event_words, typed, typed_events, typed_plan, words
from tui.texts import N_, _
from tui.widgets.card import CardScreen, heading
from tui.widgets.choice import Choice
from tui.widgets.fields import ChoiceInput, FormField, NumberInput, TextInput
from tui.widgets.shown import Shown

WHEN = N_("A day 15,11 or several 23-28.11; nothing while it is not known")
PEOPLE = N_("Surnames with commas between them; a few letters are enough")
VISITORS = N_("Members by a few letters, guests by their name, with commas between them")
CLASSES = N_("4А, 4Б")
TEXTS = ("title", "subject", "classes", "room", "form", "aim", "tasks", "course", "results", "conclusion", "note")
WARNINGS = 3
"""So many warnings stand under the form."""


class EventForm(CardScreen):
    """Add an activity or change one; its day is corrected here, key 4 moves it with the reason."""

    HELP = N_(
        "All that is known of an activity. Change the day here to correct it; press 4 in the list to move it with a "
        "reason, so that the old day stays known. What clashes is said at the bottom and does not stop you. F2 saves."
    )

    def __init__(
        self, first_year: int, activity_id: int = 0, start: dict[str, Any] | None = None, line_id: int = 0
    ) -> None:
        """`activity_id`: the one to change; without it a new one begins with `start`, or with a line of the plan."""
        super().__init__()
        self._year, self._activity_id, self._line_id = first_year, activity_id, line_id
        if line_id:
            start = activities.from_line(lines.line(line_id, clock.today()))
        self._of: Activity | None = activities.activity(activity_id) if activity_id else None
        self._values = _values_of(self._of) if self._of else {"kind": "subject_event"} | (start or {})
        self._association_id = self._of.association_id if self._of else current.association_id()
        there = members.members(self._association_id, include_left=True)
        self._names = {each.person_id: each.name.listed for each in there}
        for each in (*self._of.responsible, *self._of.visitors) if self._of else ():
            if each.person_id is not None:
                self._names[each.person_id] = each.name.listed
        self._taken = clashes.timetable(self._association_id, first_year)
        self._known_classes = classes.known_classes(first_year)
        self.draft_key = f"activity:{activity_id}:{line_id}"

    def title_text(self) -> str:
        """What and of which year."""
        what = event_words.kind(self._of.kind) if self._of else _("New event")
        return " · ".join((what, words.school_year(self._year)))

    def body(self) -> Iterable[Widget]:
        """The fields, and what clashes."""
        yield VerticalScroll(*self.parts(), classes="card", can_focus=False)
        yield Shown(id="doubts", classes="below")

    def parts(self) -> Iterable[Widget]:
        """What every kind needs, then what its own needs."""
        of, kind = self._values, str(self._values["kind"])
        kinds = [(code, event_words.kind(code)) for code in event_words.KINDS]
        yield ChoiceInput("kind", N_("Kind"), kinds, kind)
        yield self._text("title", N_("Topic") if kind in LESSONS else N_("What it is called"))
        yield from self._people()
        yield self._text("classes", N_("Classes"), hint=CLASSES)
        yield self._text("subject", N_("Subject"))
        when = typed_events.days_shown(of.get("held_on"), of.get("ends_on"))
        check = partial(typed_events.days, first_year=self._year)
        yield TextInput("when", N_("Day"), when, check=check, hint=WHEN)
        yield NumberInput("lesson", N_("Lesson №"), _shown(of.get("lesson")), low=1, high=LAST_LESSON)
        yield TextInput("starts", N_("Hour"), of.get("starts", ""), check=typed.hour)
        yield self._text("room", N_("Room"))
        levels = [(code, _(word) if code else word) for code, word in event_words.LEVELS.items()]
        yield ChoiceInput("level", N_("Level"), levels, of.get("level", ""))
        yield self._text("form", N_("Type of the lesson") if kind in LESSONS else N_("Form (evening, quiz…)"))
        if kind not in ("week", *LESSONS):
            weeks = typed_events.week_options(activities.activities(self._association_id, self._year, kinds=("week",)))
            yield ChoiceInput("part_of_id", N_("Part of the week"), weeks, _shown(of.get("part_of_id")))
        yield from self._told(kind)

    def _told(self, kind: str) -> Iterable[Widget]:
        """Why it is held and, of an event, how it went: its report prints that."""
        yield self._text("aim", N_("Aim"), long=True)
        if kind not in LESSONS:
            yield self._text("tasks", N_("Tasks of it"), long=True)
            yield heading(N_("How it went"))
            yield NumberInput("participants", N_("Took part (number)"), _shown(self._values.get("participants")))
            yield self._text("course", N_("Course"), long=True)
            yield self._text("results", N_("Results, winners"), long=True)
            yield self._text("conclusion", N_("Conclusion, suggestions"), long=True)
        yield self._text("note", N_("Note"), long=True)

    def _people(self) -> Iterable[Widget]:
        kind = str(self._values["kind"])
        owners = partial(typed_plan.owners, association_id=self._association_id, known=self._names)
        gives = ", ".join(self._names.get(each, "") for each in self._values.get("responsible_ids", ()))
        label = N_("Who gives the lesson") if kind in LESSONS else N_("Responsible")
        yield TextInput("responsible_ids", label, gives, check=owners, hint=PEOPLE, required=kind in LESSONS)
        visits = [self._names.get(each, "") for each in self._values.get("visitor_ids", ())]
        shown = ", ".join((*visits, *self._values.get("guests", ())))
        visitors = partial(typed_events.visitors, association_id=self._association_id, known=self._names)
        yield TextInput("visitors", N_("Visited by"), shown, check=visitors, hint=VISITORS)

    def _text(self, name: str, label: str, **more: Any) -> FormField:
        return TextInput(name, label, str(self._values.get(name) or ""), **more)

    def on_mount(self) -> None:
        """The name is typed first; what clashes already is said."""
        super().on_mount()
        self.field("title").focus_input()
        self._show_doubts()

    @on(TextArea.Changed)
    @on(Choice.Chosen)
    def _show_doubts(self) -> None:
        """Say what speaks against what is typed now."""
        if not self.query("#doubts"):
            return
        marked = [f"{event_words.CLASH} {each}" for each in self._doubts()]
        self.query_one("#doubts", Shown).show("\n".join(marked[:WARNINGS]))

    def _doubts(self) -> Iterable[str]:
        try:
            typed_now = {
                name: self.field(name).value() for name in ("when", "lesson", "starts", "responsible_ids", "visitors")
            }  # fmt: skip
        except Refused:  # half typed: the field says so when it is saved
            return
        wanted = self.field("classes").raw
        yield from (event_words.doubt(each) for each in classes.doubts(wanted, self._known_classes))
        days, gives = typed_now["when"], frozenset(typed_now["responsible_ids"])
        if days["held_on"] is not None:
            room, kind = self.field("room").raw, self.field("kind").raw
            draft = clashes.slot(
                ("activity", self._activity_id), days["held_on"], days["ends_on"], typed_now["lesson"],
                typed_now["starts"], gives | frozenset(typed_now["visitors"][0]), wanted, room, kind, gives,
            )  # fmt: skip
            yield from (event_words.clash(each) for each in self._taken.clashes_of(draft))

    def submit(self, values: dict[str, Any]) -> None:
        """Save all of it at once."""
        days, (visitor_ids, guests) = values.pop("when"), values.pop("visitors")
        if "part_of_id" in values:
            values["part_of_id"] = int(values["part_of_id"]) if values["part_of_id"] else None
        people = {"visitor_ids": visitor_ids, "guests": guests}
        if self._of is not None:
            self.save(activities.change_activity, self._of.id, **values, **days, **people)
            return
        if self._line_id:
            self.save(activities.add_from_line, self._line_id, **values, **days, **people)
            return
        kind, title = values.pop("kind"), values.pop("title")
        whole = {name: value for name, value in self._values.items() if name == "part_of_id"} | values
        whole["held_by"] = clock.today() if kind == "visit" else None
        self.save(activities.add_activity, self._association_id, self._year, kind, title, **whole, **days, **people)

    def refused(self, error: Refused) -> None:
        """A day's fault is shown at the one field that it is typed into, a visitor's at the visitors'."""
        field = {"held_on": "when", "ends_on": "when", "visitor_ids": "visitors", "guest": "visitors"}
        super().refused(Refused(error.code, field.get(error.field or "", error.field), **error.values))


def _values_of(of: Activity) -> dict[str, Any]:
    """An activity as the values of its form."""
    same = ("kind", "held_on", "ends_on", "lesson", "starts", "level", "part_of_id", "participants", *TEXTS)
    people = {"responsible_ids": of.responsible_ids, "visitor_ids": of.visitor_ids, "guests": of.guests}
    return {name: getattr(of, name) for name in same} | people


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)
