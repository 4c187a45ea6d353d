"""Who leads the association and who keeps its protocols: the history, and a new election or appointment."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.widget import Widget

from db import appointments, calendar
from db.appointments import AppointmentRow
from db.errors import Refused
from db.meetings.sheet import item_rows, meetings
from db.members import members
from tui import clock, commands, current, typed, words
from tui.commands import Command
from tui.person_words import MANNERS
from tui.screens.base import BirikmeScreen
from tui.screens.member import manner
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.choice import Choice
from tui.widgets.fields import ChoiceInput, DateInput, TextInput
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.person_input import PersonInput

TITLES = {"leader": N_("Leader of the association"), "secretary": N_("Secretary of the association")}
ELECTED, APPOINTED = ("agenda_item_id",), ("order_number", "order_date")
"""The fields that belong to each manner."""


class RoleScreen(BirikmeScreen):
    """Everyone who had the role, the newest first."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (commands.NEW.but(help=N_("Note an election or an appointment.")),)
    HELP = N_(
        "Who had the role, the newest first. F7 notes a new one: elected by the members at a meeting, or appointed by "
        "the director's order on the proposal of the head of studies. Whoever had the role before ceases that day."
    )

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role

    def title_text(self) -> str:
        """Which role."""
        return _("Settings") + " · " + _(TITLES[self._role])

    def body(self) -> Iterable[Widget]:
        """The history."""
        columns = Column(N_("Name"), share=1), Column(N_("From – until"), width=23), Column(N_("How"), share=2)
        yield PageList(*columns, empty=N_("Nobody yet. F7 notes who was elected or appointed."), id="history")

    def fill(self) -> None:
        """Read the history."""
        found = appointments.appointments(current.association_id(), self._role)
        held = dict(items())
        rows = (Row(each.id, _cells(each, held), "dim" if each.until else "") for each in found)
        self.query_one(PageList).set_rows(rows)

    def action_new(self) -> None:
        """A new election or appointment."""
        self.app.open("tui.screens.settings_roles:RoleForm", role=self._role)


def _cells(of: AppointmentRow, held: dict[int, str]) -> tuple[str, str, str]:
    how = " · ".join(filter(None, (manner(of), held.get(of.agenda_item_id or 0, ""))))
    return of.name.listed, f"{words.day(of.since) or '…'} – {words.day(of.until)}", how


class RoleForm(CardScreen):
    """An election or an appointment."""

    HELP = N_(
        "Choose the member by a few letters. Elected: at which meeting, by a few letters of the question. Appointed: "
        "by which order. The number and the date of the order may stay empty."
    )

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self.draft_key = f"role:{role}"

    def title_text(self) -> str:
        """Which role."""
        return _("Settings") + " · " + _(TITLES[self._role])

    def parts(self) -> Iterable[Widget]:
        """Who, how, since when, by what."""
        people = [(each.person_id, each.name.full) for each in members(current.association_id())]
        yield PersonInput("person_id", N_("Which member"), people, hint=N_("A few letters of the name, then Enter."))
        manners = [(code, _(MANNERS[code])) for code in ("elected", "appointed")]
        yield ChoiceInput("manner", N_("How"), manners, "elected" if self._role == "secretary" else "appointed")
        yield DateInput("since", N_("From which day"), parse=typed.past_day, hint=N_("Empty: from today."))
        hint = N_("A few letters of the question of the agenda, then Enter. May stay empty.")
        yield PersonInput("agenda_item_id", N_("At which meeting"), items(), hint=hint)
        yield TextInput("order_number", N_("Order, №"))
        yield DateInput("order_date", N_("Date of the order"), parse=typed.past_day)

    def on_mount(self) -> None:
        """Show the fields of the manner."""
        super().on_mount()
        self._show_manner()

    @on(Choice.Chosen)
    def _show_manner(self) -> None:
        elected = self.field("manner").raw == "elected"
        for name in ELECTED + APPOINTED:
            self.field(name).display = elected == (name in ELECTED)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it; what belongs to the other manner is left out."""
        if values["person_id"] is None:
            self.refused(Refused("required", "person_id"))
            return
        values["since"] = values["since"] or clock.today()
        for name in APPOINTED if values["manner"] == "elected" else ELECTED:
            values[name] = "" if name == "order_number" else None
        self.save(appointments.appoint, current.association_id(), self._role, values.pop("person_id"), **values)


def items() -> list[tuple[int, str]]:
    """The questions of this year's and last year's meetings, the newest meeting first."""
    year = calendar.current_first_year(clock.today())
    held = [each for first in (year, year - 1) for each in reversed(meetings(current.association_id(), first))]
    return [
        (item.id, f"№ {each.number} · {words.day(each.held_on)} · {item.title}")
        for each in held for item in item_rows(each.id)
    ]  # fmt: skip
