"""The meetings of a school year: planned, held, finished, called off."""

import datetime as dt
from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from db import calendar, settings
from db.meetings import overview, planning
from db.meetings.overview import HELD, Summary
from db.meetings.rows import MeetingRow
from db.meetings.sheet import meeting, meetings
from db.rules.quorum import quorum
from tui import clock, commands, current, places, typed, words
from tui.commands import Command
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

PAPERS = ("protocol", "protocol-short", "extract", "agenda", "protocol-journal")
"""What F5 offers here: the first one first."""
STYLES = {"in_progress": "bold", "draft": "warning", "cancelled": "dim"}


class MeetingsScreen(TiedScreen):
    """The year's list with what each meeting still lacks."""

    COMMANDS = (
        commands.NEW.but(help=N_("Plan a meeting, or write one down afterwards from notes.")),
        commands.EDIT.but(help=N_("Change day, time, place, number, chair or secretary.")),
        commands.WORD.but(help=N_("Make a protocol, an extract, an agenda or the register of the year.")),
        commands.DELETE.but(help=N_("Call the meeting off, or remove one planned by mistake.")),
        commands.OPEN.but(help=N_("Open the meeting; a finished protocol is shown as it prints."), footer=False),
        Command("earlier", "left", N_("Year before"), N_("Show the school year before."), footer=False),
        Command("later", "right", N_("Year after"), N_("Show the school year after."), footer=False),
        Command("versions", "space", N_("Versions"), N_("Read the finished versions of the protocol."), footer=False),
        Command("copy", "insert", N_("Copy"), N_("Plan a new meeting with the same agenda."), footer=False),
    )
    HELP = N_(
        "The meetings of a school year. Enter opens the chosen one: while it runs it is written, a finished protocol "
        "is read. ← → change the year. A meeting held earlier is planned with its own day and written down from notes."
    )

    def __init__(self, first_year: int | None = None, meeting_id: int | None = None) -> None:
        """Show a year, the current one if none is named, with a meeting chosen."""
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._wanted = meeting_id
        self._known: dict[int, MeetingRow] = {}

    def title_text(self) -> str:
        """The area and the school year."""
        return " · ".join((_("Meetings"), words.school_year(self._year)))

    def body(self) -> Iterable[Widget]:
        """The list, and under it what is missing."""
        columns = (
            Column(N_("№"), width=3, right=True), Column(N_("Day"), width=14), Column(N_("Time"), width=5),
            Column(N_("State"), width=24), Column(N_("Items"), width=6, right=True),
            Column(N_("Came"), width=8, right=True), Column(N_("Place")),
        )  # fmt: skip
        empty = N_("No meetings in this school year yet. F7 plans the first one; ← → show another year.")
        yield PageList(*columns, empty=empty, id="meetings")
        yield Shown(id="warnings", classes="below")

    def fill(self) -> None:
        """Read the year."""
        association_id = current.association_id()
        found = meetings(association_id, self._year)
        counted = overview.summaries(association_id, self._year)
        self._known = {each.id: each for each in found}
        rows = self.query_one(PageList)
        rows.set_rows(Row(each.id, _cells(each, counted[each.id]), STYLES.get(each.state, "")) for each in found)
        if (wanted := self._wanted or _likely(found)) and rows.choose(wanted):
            self._wanted = rows.key if isinstance(rows.key, int) else None
        self.query_one("#warnings", Shown).show("\n".join(_warnings(found, counted, self._year)))

    @property
    def _chosen(self) -> MeetingRow | None:
        key = self.query_one(PageList).key
        return self._known.get(key) if isinstance(key, int) else None

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen meeting."""
        return ("meeting", self._chosen.id) if self._chosen else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs a meeting is offered only where there is one."""
        if action in ("edit", "delete", "copy", "open", "word") and self.is_mounted:
            return self._chosen is not None
        if action == "versions" and self.is_mounted:
            return bool(self._chosen and self._chosen.version)
        return True

    @on(PageList.Highlighted)
    def _marked(self, event: PageList.Highlighted) -> None:
        if isinstance(event.key, int):
            self._wanted = event.key
        self.refresh_commands()

    @on(PageList.Opened)
    def action_open(self) -> None:
        """Open the meeting, or its finished protocol."""
        if of := self._chosen:
            places.open_meeting(self.app, of)

    def action_versions(self) -> None:
        """Read what was finished, also while an amendment is being written."""
        if of := self._chosen:
            self.app.open("protocol", meeting_id=of.id)

    def action_new(self) -> None:
        """Plan one."""
        self.app.open("tui.screens.meeting_plan:MeetingPlanScreen", planned=self._planned)

    def action_copy(self) -> None:
        """Plan one with the agenda of the chosen meeting."""
        if of := self._chosen:
            self.app.open("tui.screens.meeting_plan:MeetingPlanScreen", planned=self._planned, source_id=of.id)

    def _planned(self, meeting_id: int) -> None:
        of = meeting(meeting_id)
        self._year, self._wanted = of.first_year, of.id
        self.app.refresh_screens()
        self.say(_("Meeting № {number} is planned. Enter opens it, F7 plans another one.").format(number=of.number))

    def action_edit(self) -> None:
        """Change the meeting's requisites; those of a finished one change by an amendment."""
        of = self._chosen
        if of and of.locked:
            self.app.open("protocol", meeting_id=of.id)
            self.app.explain("final_protocol")
        elif of:
            self.app.open("tui.screens.meeting_plan:MeetingEditScreen", meeting_id=of.id)

    def action_word(self) -> None:
        """Offer the papers of the meeting and of the year."""
        if of := self._chosen:
            papers = PAPERS if of.state in HELD else ("agenda", "protocol-journal")
            places.open_papers(self.app, *papers[:1], *papers, meeting_id=of.id, first_year=self._year)

    def action_delete(self) -> None:
        """Ask how the meeting goes: called off, removed, or held after all."""
        if (of := self._chosen) is None:
            return
        if of.locked or of.state == "draft":
            self.app.explain("final_protocol" if of.locked else "meeting_ended", number=of.number)
            return
        offered = {"keep": _("No, it stays")}
        if of.state == "cancelled":
            offered["reinstate"] = _("It is held after all")
        else:
            offered["cancel"] = _("Call it off (it keeps its number)")
        if of.state == "planned":
            offered["remove"] = _("It was planned by mistake: remove it")
        question = _("Meeting № {number}, {day}").format(number=of.number, day=words.day(of.held_on))
        self.app.open_dialog(
            "tui.widgets.dialogs:Pick", question, list(offered.values()),
            then=lambda at: self._delete(of, "keep" if at is None else list(offered)[at]),
        )  # fmt: skip

    def _delete(self, of: MeetingRow, how: str) -> None:
        if how == "cancel":
            question = _("Why is meeting № {number} called off?").format(number=of.number)
            self.app.open_dialog(
                "tui.widgets.dialogs:Prompt", question, "", typed.reason, then=lambda reason: self._cancel(of, reason)
            )
        elif how in ("reinstate", "remove"):
            self.app.save(getattr(planning, how), of.id, then=lambda _none: self.app.refresh_screens())

    def _cancel(self, of: MeetingRow, reason: str | None) -> None:
        if reason is not None:
            self.app.save(planning.cancel, of.id, reason, then=lambda _none: self.app.refresh_screens())

    def action_earlier(self) -> None:
        """The school year before."""
        self._turn(-1)

    def action_later(self) -> None:
        """The school year after."""
        self._turn(1)

    def _turn(self, step: int) -> None:
        self._year = min(max(self._year + step, 2000), 2099)
        self._wanted = None
        self.refill()


def state_text(of: MeetingRow, today: dt.date) -> str:
    """A meeting's state in words, with the version where there is more than one, else the day of signing."""
    shown = _(words.MEETING_STATES[of.state])
    if of.state == "planned" and of.held_on and of.held_on < today:
        return ", ".join((shown, _("not written")))
    if of.version > 1:
        return " · ".join((shown, _("v. {version}").format(version=of.version)))
    return f"{shown} {of.signed_on:%d.%m}" if of.signed_on and of.state == "signed" else shown


def _cells(of: MeetingRow, counts: Summary) -> tuple[str, ...]:
    came = f"{counts.present}/{counts.members}" if of.state in HELD else ""
    place = of.cancelled_reason if of.state == "cancelled" else of.place
    day = f"{words.day(of.held_on)} {words.weekday(of.held_on)}"
    time = of.started_at or of.planned_time
    return str(of.number), day, time, state_text(of, clock.today()), str(counts.items or ""), came, place


def _likely(found: list[MeetingRow]) -> int | None:
    """The meeting one most likely wants: the running one, the next planned, the last one."""
    running = [each.id for each in found if each.state == "in_progress"]
    planned = [each.id for each in found if each.state == "planned"]
    return next(iter(running + planned + [each.id for each in found[-1:]]), None)


def _warnings(found: list[MeetingRow], counted: dict[int, Summary], first_year: int) -> Iterable[str]:
    """What a careful secretary would notice: leaps in numbers, months without a meeting, no quorum."""
    association_id = current.association_id()
    if missing := planning.missing_numbers(association_id, first_year):
        yield _("Numbers left out: {numbers}").format(numbers=", ".join(map(str, missing)))
    if found and (months := overview.empty_months(found, first_year, clock.today())):
        yield _("Months without a meeting: {months}").format(months=", ".join(words.month(m) for _y, m in months))
    share = int(settings.get("quorum_percent", association_id, "50"))
    held = (each for each in found if each.state in HELD)
    few = [each.number for each in held if not quorum(counted[each.id].members, counted[each.id].present, share)]
    if few:
        yield _("No quorum at meeting № {numbers}").format(numbers=", ".join(map(str, few)))
