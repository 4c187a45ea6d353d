"""Staffing: hours and classes without a teacher, the open ones first."""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.widget import Widget

from db import staffing
from db.errors import Refused
from db.staffing import VacancyRow
from tui import clock, commands, current, places, typed, words
from tui.commands import Command
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.typed_person import one_person
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

PROMPT = "tui.widgets.dialogs:Prompt"


class StaffingScreen(TiedScreen):
    """What has no teacher, since when, who fills in, to whom it was reported."""

    COMMANDS = (
        commands.NEW.but(help=N_("Note hours or a class without a teacher.")),
        commands.EDIT.but(help=N_("Change all that is known of it.")),
        commands.WORD.but(help=N_("Make the table of this school year.")),
        Command("filled", "1", N_("Fills in"), N_("Who fills in from today."), footer=False),
        Command("reported", "2", N_("Reported"), N_("It was reported today: to whom."), footer=False),
        Command("close", "3", N_("Close"), N_("There is a teacher again, from which day."), footer=False),
        Command("again", "6", N_("Open again"), N_("There is no teacher after all."), footer=False),
        commands.DELETE.but(help=N_("Take away what was entered by mistake."), footer=False),
        commands.OPEN.but(help=N_("Change all that is known of it."), footer=False),
    )
    HELP = N_(
        "Hours and classes without a teacher, the open ones first, the oldest on top. 1 who fills in, 2 to whom it was "
        "reported, 3 there is a teacher again, 6 open again after all; F4 shows all fields."
    )

    def __init__(self, vacancy_id: int = 0) -> None:
        """`vacancy_id`: the one to choose."""
        super().__init__()
        self._wanted = vacancy_id
        self._known: dict[int, VacancyRow] = {}

    def title_text(self) -> str:
        """What it is and how many are open."""
        left = sum(each.closed_on is None for each in self._known.values())
        return " · ".join([_("Staffing")] + ([_("open: {count}").format(count=left)] if left else []))

    def body(self) -> Iterable[Widget]:
        """The list, and the chosen one whole."""
        columns = (
            Column(N_("Subject, class")), Column(N_("Hours"), width=5, right=True),
            Column(N_("Vacant since"), width=10), Column(N_("Open for"), width=10, right=True),
            Column(N_("Fills in"), width=20),
        )  # fmt: skip
        empty = N_("No hours without a teacher. F7 notes what has none: subject, classes, hours, since when.")
        yield PageList(*columns, empty=empty, id="vacancies")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        self._list.choose(self._wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#vacancies", PageList)

    def fill(self) -> None:
        """Read the vacancies."""
        found = staffing.vacancies(current.association_id())
        self._known = {each.id: each for each in found}
        self._list.set_rows(_rows(found, clock.today()))
        self._show_whole()

    @property
    def _chosen(self) -> VacancyRow | None:
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    @on(PageList.Highlighted)
    def _show_whole(self) -> None:
        self.query_one("#whole", Shown).show(whole(self._chosen) if self._chosen else "")
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to one is offered where one is chosen, and fits how it stands."""
        of = self._chosen if self.is_mounted else None
        if action in ("filled", "reported", "close"):
            return of is not None and of.closed_on is None
        if action == "again":
            return of is not None and of.closed_on is not None
        return of is not None if action in ("edit", "delete", "open") else True

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen one."""
        return ("vacancy", self._chosen.id) if self._chosen else None

    def tied_text(self) -> str:
        """What has no teacher."""
        return named(self._chosen) if self._chosen else ""

    def action_new(self) -> None:
        """An empty form."""
        self.app.open("tui.screens.journal.vacancy:VacancyForm")

    @on(PageList.Opened)
    def action_open(self) -> None:
        """All its fields."""
        self.action_edit()

    def action_edit(self) -> None:
        """All its fields."""
        if of := self._chosen:
            self.app.open("tui.screens.journal.vacancy:VacancyForm", vacancy_id=of.id)

    def action_word(self) -> None:
        """The table of the year."""
        places.open_papers(self.app, "staffing")

    def action_filled(self) -> None:
        """Ask who fills in: a person of the association, or in words."""
        self.app.open_dialog(PROMPT, _("Who fills in? A few letters of a name, or in words"), "", who, then=self._fill)

    def _fill(self, values: dict[str, Any] | None) -> None:
        if values and (of := self._chosen):
            self._save(of, filled_since=max(clock.today(), of.since), **values)

    def action_reported(self) -> None:
        """Ask to whom it was reported."""
        if of := self._chosen:
            self.app.open_dialog(PROMPT, _("Reported to whom?"), of.reported_to, then=self._reported)

    def _reported(self, to: str | None) -> None:
        if to and (of := self._chosen):
            self._save(of, reported_to=to, reported_on=max(clock.today(), of.since))

    def action_close(self) -> None:
        """Ask from which day there is a teacher."""
        question = _("From which day is there a teacher? (empty – today)")
        self.app.open_dialog(PROMPT, question, "", day_or_today, then=self._close)

    def _close(self, day: dt.date | None) -> None:
        if day is not None and (of := self._chosen):
            self._save(of, closed_on=day)

    def action_again(self) -> None:
        """It is open after all."""
        if of := self._chosen:
            self._save(of, closed_on=None)

    def action_delete(self) -> None:
        """Ask, then take it away."""
        if of := self._chosen:
            question = _("Take away «{what}»?").format(what=named(of))
            self.app.open_dialog("tui.widgets.dialogs:Ask", question, then=partial(self._delete, of))

    def _delete(self, of: VacancyRow, sure: bool | None) -> None:
        if sure:
            self.app.save(staffing.remove_vacancy, of.id, then=lambda _none: self.app.refresh_screens())

    def _save(self, of: VacancyRow, **values: Any) -> None:
        self.app.save(staffing.change_vacancy, of.id, then=lambda _none: self.app.refresh_screens(), **values)


def who(text: str) -> dict[str, Any]:
    """Who fills in: one person where the letters fit one, else the words as they stand."""
    try:
        return {"filled_by_id": one_person(text, current.association_id(), {}), "filled_how": ""}
    except Refused as error:
        if error.code == "several_found":
            raise
        return {"filled_by_id": None, "filled_how": text}


def day_or_today(text: str) -> dt.date:
    """The typed day, today where nothing is typed; raises Refused `date_expected`."""
    return typed.past_day(text) if text else clock.today()


def named(of: VacancyRow) -> str:
    """Subject and classes."""
    return " · ".join(each for each in (of.subject, of.classes) if each)


def filler(of: VacancyRow) -> str:
    """Who fills in, nothing where nobody does."""
    return " · ".join(each for each in (of.filler.listed if of.filler else "", of.filled_how) if each)


def _rows(found: list[VacancyRow], today: dt.date) -> Iterable[Row]:
    closed = False
    for of in found:
        if of.closed_on is not None and not closed:
            closed = True
            yield Row(None, (_("CLOSED"),), "heading")
        hours = "" if of.hours is None else str(of.hours)
        days = _("{days} days").format(days=of.days(today))
        style = "dim" if of.closed_on else "" if of.filled else "warning"
        yield Row(of.id, (named(of), hours, words.day(of.since), days, filler(of) or _("nobody")), style)


def whole(of: VacancyRow) -> str:
    """All that is known of a vacancy, in a few lines of text."""
    reported = f"{of.reported_to} {words.day(of.reported_on)}".strip()
    facts = [
        of.reason,
        _("fills in: {who} {day}").format(who=filler(of), day=words.day(of.filled_since)).strip() if of.filled else "",
        _("reported to: {who}").format(who=reported) if reported else _("not reported yet"),
        _("closed: {day}").format(day=words.day(of.closed_on)) if of.closed_on else "",
        of.note,
    ]
    return "\n".join((named(of), " · ".join(each for each in facts if each)))
