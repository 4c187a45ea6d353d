"""One activity: all that is known of it, the events of a week, its results, how it was moved."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.widget import Widget

from db.errors import Refused
from db.events import activities, results
from db.events.clashes import timetable
from db.events.rows import Activity, Result
from db.rules.result_words import TypedResult, parse_result
from tui import commands, event_words, typed_events, words
from tui.commands import Command
from tui.screens.events.actions import DONE, OWN, PROMPT, EventActions
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

LABEL = 18
"""Cells of the terminal for the names of the fields."""


class ActivityScreen(EventActions):
    """An activity with what belongs to it; Enter opens an event of the week or changes a result."""

    COMMANDS = (
        *DONE, *OWN,
        Command("result", "2", N_("Outcome"), N_("Write results, one after the other: who, class, place, reward.")),
        commands.NEW.but(help=N_("Of a subject week: write its events, each in one line."), footer=False),
        commands.WORD.but(help=N_("Make its report, the week's plan, the schedule or the journal."), footer=False),
        commands.OPEN.but(help=N_("Open the event of the week, or change the result."), footer=False),
        Command("unresult", "delete", N_("Remove"), N_("Take the marked result away."), footer=False),
    )  # fmt: skip
    HELP = N_(
        "All that is known of an activity. 1 held, 2 results, 4 moved, 5 called off, 6 not after all; F4 changes it. "
        "Below stand the events of a week (F7 writes them), the results, how it was moved; Delete removes a result."
    )

    def __init__(self, activity_id: int) -> None:
        super().__init__()
        self._activity_id = activity_id
        self._of: Activity | None = None
        self._parts: dict[int, Activity] = {}

    def title_text(self) -> str:
        """What kind it is, of which year, how it stands."""
        if (of := self._of) is None:
            return _("Events")
        state = event_words.state(of)
        said = " ".join((event_words.SIGNS[state], _(event_words.STATES[state])))
        return " · ".join((event_words.kind(of.kind), words.school_year(of.first_year), said))

    def body(self) -> Iterable[Widget]:
        """The fields, and under them what belongs to it."""
        yield Shown(id="activity")
        columns = (Column(width=11), Column(), Column(width=26))
        yield PageList(*columns, empty=N_("Nothing more is noted yet. 1 – held, 2 – results, 4 – move."), id="parts")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#parts", PageList)

    @property
    def chosen_activity(self) -> Activity | None:
        """The one that is shown."""
        return self._of

    def fill(self) -> None:
        """Read it; one that is gone closes the screen."""
        self._of = typed_events.activity_or_none(self._activity_id)
        if (of := self._of) is None:
            self.call_later(self.app.back)
            return
        parts = activities.activities(of.association_id, of.first_year, part_of_id=of.id) if of.kind == "week" else []
        self._parts = {each.id: each for each in parts}
        known = timetable(of.association_id, of.first_year)
        warnings = [f"{event_words.CLASH} {event_words.clash(each)}" for each in known.clashes([of]).get(of.id, ())]
        self.query_one("#activity", Shown).show("\n".join([*fields(of), *warnings]))
        self._list.set_rows(_rows(of, parts))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs a row, or a week, is offered only there."""
        if action == "new" and self.is_mounted:
            return self._of is not None and self._of.kind == "week"
        if action == "open" and self.is_mounted:
            return self._chosen_result is not None or self._chosen_part is not None
        if action == "unresult" and self.is_mounted:
            return self._chosen_result is not None
        return super().check_action(action, parameters)

    @property
    def _chosen_result(self) -> Result | None:
        key = self._list.key
        outcomes = self._of.outcomes if self._of else ()
        return next((each for each in outcomes if key == ("result", each.id)), None)

    @property
    def _chosen_part(self) -> Activity | None:
        key = self._list.key
        return self._parts.get(key[1]) if isinstance(key, tuple) and key[0] == "part" else None

    @on(PageList.Highlighted, "#parts")
    def _marked(self) -> None:
        self.refresh_commands()

    @on(PageList.Opened, "#parts")
    def action_open(self) -> None:
        """Open the event, or type the result anew."""
        if part := self._chosen_part:
            self.app.open("tui.screens.events.activity:ActivityScreen", activity_id=part.id)
        elif found := self._chosen_result:
            typed = " ".join(each for each in (found.name, found.class_name, found.place, found.award) if each)
            self._ask_result(found.id, typed)

    def action_result(self) -> None:
        """Write results until nothing is typed."""
        self._ask_result(None, "")

    def _ask_result(self, result_id: int | None, value: str) -> None:
        question = _("Who, class, place, reward: Aidai 4А 1 place diploma. Nothing typed – enough.")
        self.app.open_dialog(PROMPT, question, value, _typed_result, then=partial(self._result_typed, result_id))

    def _result_typed(self, result_id: int | None, typed: TypedResult | None) -> None:
        if typed is None or not (typed.name or typed.class_name):
            return
        said = {"name": typed.name, "class_name": typed.class_name, "place": typed.place, "award": typed.award}
        then = partial(self._result_saved, result_id)
        self.app.save(results.save_result, result_id, self._activity_id, typed.kind, then=then, **said)

    def _result_saved(self, result_id: int | None, _value: Any) -> None:
        self.app.refresh_screens()
        if result_id is None:
            self._ask_result(None, "")

    def action_unresult(self) -> None:
        """Take the result away."""
        if found := self._chosen_result:
            self.app.save(results.remove_result, found.id, then=lambda _none: self.app.refresh_screens())

    def action_new(self) -> None:
        """Write the events of the week."""
        if of := self._of:
            values = {"usual": "subject_event", "part_of_id": of.id}
            self.app.open("tui.screens.events.entry:EventEntryScreen", first_year=of.first_year, **values)

    def action_word(self) -> None:
        """Offer its papers."""
        if of := self._of:
            self.offer_papers(of, of.first_year)

    def removed(self) -> None:
        """It is gone: so is its screen."""
        self.app.back()
        self.app.refresh_screens()


def fields(of: Activity) -> list[str]:
    """The fields that say something, one a line of text."""
    gives = _("Teacher") if of.is_lesson else _("Responsible")
    week = typed_events.activity_or_none(of.part_of_id) if of.part_of_id else None
    known = (
        (_("Day"), event_words.time_of(of.held_on, of.ends_on, of.lesson, of.starts) or "–"),
        (gives, event_words.names(of.responsible) or "–"), (_("Classes"), of.classes), (_("Subject"), of.subject),
        (_("Place"), of.room), (_("Level"), event_words.level(of.level)),
        (_("Type of the lesson") if of.is_lesson else _("Form"), of.form),
        (_("Part of the week"), week.title if week else ""), (_("Visited by"), event_words.names(of.visitors)),
        (_("Called off"), of.reason if of.state == "cancelled" else ""), (_("Aim"), of.aim),
        (_("Tasks of it"), of.tasks),
        (_("Took part"), "" if of.participants is None else str(of.participants)), (_("Course"), of.course),
        (_("Results"), of.results), (_("Conclusion"), of.conclusion), (_("Note"), of.note),
    )  # fmt: skip
    titled = of.title or event_words.name(of)
    return [titled, "", *(f"{name:<{LABEL}}{' '.join(value.split())}" for name, value in known if value)]


def _rows(of: Activity, parts: list[Activity]) -> Iterable[Row]:
    """The events by days, the results of classes and of pupils, the moves."""
    if parts:
        yield Row(None, (_("BY DAYS"),), "heading")
    for part in parts:
        state = event_words.state(part)
        text = " ".join((event_words.SIGNS[state], event_words.what(part)))
        cells = (event_words.when(part), text, event_words.names(part.responsible))
        yield Row(("part", part.id), cells, event_words.STYLES.get(state, ""))
    for kind, title in (("class", _("RESULTS OF CLASSES")), ("pupil", _("REWARDED PUPILS"))):
        found = [each for each in of.outcomes if each.kind == kind]
        if found:
            yield Row(None, (title,), "heading")
        for each in found:
            yield Row(("result", each.id), (each.class_name, each.name, _joined(each.place, each.award)))
    if of.moves:
        yield Row(None, (_("HOW IT WAS MOVED"),), "heading")
    for move in of.moves:
        yield Row(("move", move.id), (words.day(move.moved_on), event_words.moved(move), ""))


def _joined(*parts: str) -> str:
    return " · ".join(each for each in parts if each)


def _typed_result(text: str) -> TypedResult:
    """Read a result; raises Refused `result_unclear` where nobody is named."""
    found = parse_result(text)
    if text and not (found.name or found.class_name):
        raise Refused("result_unclear")
    return found
