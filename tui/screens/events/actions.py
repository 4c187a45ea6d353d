"""What is done to an activity, one key each: the same keys in every list and on the activity itself."""

from collections.abc import Callable
from functools import partial
from typing import Any

from db import kept
from db.events import activities
from db.events.clashes import timetable
from db.events.rows import Activity
from tui import clock, commands, event_words, fulfil, places, typed, typed_events
from tui.commands import Command
from tui.screens.observations import opening
from tui.texts import N_, _
from tui.tied import TiedScreen

DONE = (
    Command("held", "1", N_("Held"), N_("It was held; the plan's line that it did is offered."), ("space",)),
    Command(
        "sheet", "3", N_("Analyse"), N_("Write the analysis of the lesson: open its sheet or begin one."), footer=False
    ),
    Command("move", "4", N_("Move"), N_("Move it to another day and lesson, with the reason.")),
    Command("call_off", "5", N_("Call off"), N_("It will not be held: why."), footer=False),
    Command("reopen", "6", N_("Reopen"), N_("It was not held, or not called off, after all."), footer=False),
)
OWN = (
    commands.EDIT.but(id="change", help=N_("Change all that is known of it.")),
    commands.DELETE.but(help=N_("Remove one that was entered by mistake."), footer=False),
)
OF_AN_ACTIVITY = frozenset(command.id for command in (*DONE, *OWN))
PROMPT = "tui.widgets.dialogs:Prompt"
PAPERS = {"open_lesson": "open-lessons", "visit": "visits", "week": "week"}
"""Kind → the paper that is offered first; of all others a report."""


class EventActions(TiedScreen):
    """A screen on which an activity is chosen."""

    @property
    def chosen_activity(self) -> Activity | None:
        """The one that the keys are about."""
        raise NotImplementedError

    def tied_record(self) -> tuple[str, int] | None:
        """What a task, a question or a line of the plan is made of."""
        of = self.chosen_activity if self.is_mounted else None
        return ("activity", of.id) if of else None

    def tied_text(self) -> str:
        """What it is called."""
        of = self.chosen_activity
        return event_words.what(of) if of else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Who gives it or answers for it."""
        of = self.chosen_activity
        return of.responsible_ids if of else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to an activity is offered only where one is chosen and where it can be done."""
        if action in OF_AN_ACTIVITY and self.is_mounted:
            of = self.chosen_activity
            if of is None or (action == "sheet" and not self._analysed(of)):
                return False
            return action != "reopen" or of.state != "planned"
        return True

    def _analysed(self, of: Activity) -> bool:
        """Whether lessons like this one are analysed, and this school keeps the sheets."""
        return of.is_lesson and "observations" not in kept.not_kept(of.association_id)

    def action_sheet(self) -> None:
        """Open the sheet of the lesson."""
        if (of := self.chosen_activity) and self._analysed(of):
            opening.open_sheet(self.app, of.id)

    def write(self, action: Callable[..., Any], of: Activity, *args: Any, **named: Any) -> None:
        """Have it done, then say how it stands."""
        self.app.save(action, of.id, *args, then=partial(self._written, of.id), **named)

    def _written(self, activity_id: int, _value: Any) -> None:
        self.app.refresh_screens()
        if (of := typed_events.activity_or_none(activity_id)) is None:
            return
        said = _("{text} – {state}. Ctrl+Z – take back.")
        state = _(event_words.STATES[event_words.state(of)]).lower()
        told = timetable(of.association_id, of.first_year).clashes([of]).get(of.id, ())
        warned = [f"{event_words.CLASH} {event_words.clash(each)}" for each in told[:2]]
        text = said.format(text=typed_events.shortened(event_words.what(of)), state=state)
        self.say("\n".join((text, *warned)))

    def action_held(self) -> None:
        """It was held."""
        if of := self.chosen_activity:
            self.app.save(activities.hold_activity, of.id, clock.today(), then=partial(self._held, of.id))

    def _held(self, activity_id: int, value: Any) -> None:
        self._written(activity_id, value)
        fulfil.offer(self.app, "activity", activity_id)

    def action_move(self) -> None:
        """Ask to when and why."""
        of = self.chosen_activity
        if of is None:
            return
        if of.state != "planned":
            self.app.explain(f"activity_{of.state}")
            return
        question = _("To when? A day, and a lesson where it changes: 27,11 4-сабак – {text}")
        check = partial(typed_events.new_time, first_year=of.first_year)
        shown = question.format(text=event_words.what(of))
        self.app.open_dialog(PROMPT, shown, "", check, then=partial(self._ask_reason, of))

    def _ask_reason(self, of: Activity, when: dict[str, Any] | None) -> None:
        if when is not None:
            then = partial(self._moved, of, when)
            self.app.open_dialog(PROMPT, _("Why is it moved?"), "", typed.reason, then=then)

    def _moved(self, of: Activity, when: dict[str, Any], reason: str | None) -> None:
        if reason is not None:
            self.write(activities.move_activity, of, clock.today(), reason, **when)

    def action_call_off(self) -> None:
        """Ask why."""
        of = self.chosen_activity
        if of is None:
            return
        if of.state == "held":
            self.app.explain("activity_held")
            return
        question = _("Why will it not be held? {text}").format(text=event_words.what(of))
        self.app.open_dialog(PROMPT, question, of.reason, typed.reason, then=partial(self._called_off, of))

    def _called_off(self, of: Activity, reason: str | None) -> None:
        if reason is not None:
            self.write(activities.cancel_activity, of, reason)

    def action_reopen(self) -> None:
        """Take it back."""
        if of := self.chosen_activity:
            self.write(activities.reopen_activity, of)

    def action_change(self) -> None:
        """Open its form."""
        if of := self.chosen_activity:
            self.app.open("tui.screens.events.form:EventForm", first_year=of.first_year, activity_id=of.id)

    def action_delete(self) -> None:
        """Ask, then remove it."""
        if of := self.chosen_activity:
            question = _("Remove this event? What was planned and is not held is called off instead: 5.")
            then = partial(self._delete, of)
            shown = f"{question}\n{event_words.what(of)}"
            self.app.open_dialog("tui.widgets.dialogs:Ask", shown, then=then)

    def _delete(self, of: Activity, yes: bool) -> None:
        if yes:
            self.app.save(activities.remove_activity, of.id, then=lambda _none: self.removed())

    def removed(self) -> None:
        """It is gone."""
        self.app.refresh_screens()

    def offer_papers(self, of: Activity | None, first_year: int) -> None:
        """Offer the papers of events, first the one of what is chosen; a report only of what has one."""
        first = PAPERS.get(of.kind, "event") if of else "open-lessons"
        papers = ["open-lessons", "visits"]
        papers += ["event"] if first == "event" else []
        papers += ["week"] if of and (of.kind == "week" or of.part_of_id) else []
        record_id = of.id if of and first in ("event", "week") else None
        places.open_papers(self.app, first, *papers, first_year=first_year, record_id=record_id)
