"""The members of the association."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.widget import Widget

from db import kept, members
from db.associations import LEAST_MEMBERS
from db.members import MemberRow
from tui import clock, commands, current, typed, words
from tui.commands import Command
from tui.person_words import ROLES
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

LEFT = N_("Left")


class MembersScreen(BirikmeScreen):
    """The list in Kyrgyz order; those who left are shown on request."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        commands.NEW.but(help=N_("Add a member.")),
        commands.EDIT.but(id="card", help=N_("Change the member's card: name, load, category, phone.")),
        commands.WORD.but(help=N_("Make the list of members as a Word document.")),
        commands.DELETE.but(
            title=LEFT, help=N_("Note that a member left, or remove one added by mistake."), footer=False
        ),
        Command("many", "insert", N_("Many"), N_("Add many members: a list typed or pasted, or an Excel file.")),
        Command("all", "space", N_("All"), N_("Show or hide those who left."), footer=False),
        Command("staffing", "1", N_("Staffing"), N_("Hours and classes without a teacher."), footer=False),
        Command(
            "growths",
            "3",
            N_("Growth of all"),
            N_("What falls due, the registers of courses and categories."),
            footer=False,
        ),
        Command("half_years", "4", N_("Analysis"), N_("Open the analyses of the members' half-years."), footer=False),
        commands.OPEN.but(
            id="growth",
            help=N_("Show how the member grows: her time line, courses, awards …"),
            twins=("2",),
            footer=False,
        ),
    )
    HELP = N_(
        "The members in the order of the Kyrgyz alphabet. Enter opens the member's time line with her courses and "
        "awards, F4 the card. F7 adds one, Insert adds a whole list or reads an Excel file. F8 notes the day from "
        "which someone is no longer a member: papers of earlier meetings keep the name. Space shows those who left. "
        "3 shows the registers of all."
    )

    def __init__(self) -> None:
        super().__init__()
        self._with_left = False
        self._known: dict[int, MemberRow] = {}

    def title_text(self) -> str:
        """The area and how many members there are."""
        return _("Members") + f" · {members.member_count(current.association_id())}"

    def body(self) -> Iterable[Widget]:
        """The list, and under it what is missing."""
        columns = (
            Column(N_("Name"), share=7), Column(N_("Classes"), width=10), Column(N_("Subjects"), share=2),
            Column(N_("Role"), width=9), Column(N_("Since"), width=12),
        )  # fmt: skip
        empty = N_("No members yet. F7 adds the first one; Insert adds a whole list, typed, pasted or from Excel.")
        yield PageList(*columns, empty=empty, id="members")
        yield Shown(id="warnings", classes="below")

    def fill(self) -> None:
        """Read the members."""
        found = members.members(current.association_id(), include_left=self._with_left)
        self._known = {each.id: each for each in found}
        self.query_one(PageList).set_rows(_row(each) for each in found)
        warning = ""
        if 0 < members.member_count(current.association_id()) < LEAST_MEMBERS:
            warning = _("An association is formed of not fewer than {count} teachers.").format(count=LEAST_MEMBERS)
        self.query_one("#warnings", Shown).show(warning)

    @property
    def _chosen(self) -> MemberRow | None:
        key = self.query_one(PageList).key
        return self._known.get(key) if isinstance(key, int) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs a member is offered only where there is one."""
        if action in ("delete", "card", "word", "growth") and self.is_mounted:
            return self._chosen is not None
        if action == "staffing" and self.is_mounted:
            return "staffing" not in kept.not_kept(current.association_id())
        return True

    @on(PageList.Highlighted)
    def _marked(self) -> None:
        self.refresh_commands()

    def action_card(self) -> None:
        """Open the card to be changed."""
        if of := self._chosen:
            self.app.open("member", member_id=of.id)

    def action_new(self) -> None:
        """An empty card."""
        self.app.open("member")

    def action_word(self) -> None:
        """The list as a document."""
        self.app.open_dialog("tui.screens.documents:DocumentDialog", "members")

    def action_staffing(self) -> None:
        """Hours and classes without a teacher."""
        self.app.open("staffing")

    @on(PageList.Opened)
    def action_growth(self) -> None:
        """The chosen member's time line and records."""
        if of := self._chosen:
            self.app.open("growth", person_id=of.person_id)

    def action_half_years(self) -> None:
        """The analyses of all half-years, the chosen member's under the cursor."""
        self.app.open("half-years", person_id=self._chosen.person_id if self._chosen else 0)

    def action_growths(self) -> None:
        """What falls due, and the registers."""
        self.app.open("growths")

    def action_all(self) -> None:
        """Show or hide those who left."""
        self._with_left = not self._with_left
        self.refill()
        self.say(_("Those who left are shown too.") if self._with_left else _("Only the members of today are shown."))

    def action_many(self) -> None:
        """Ask where the list comes from."""
        ways = [_("A list, typed or pasted"), _("An Excel file (.xlsx)"), _("Write the list into an Excel file")]
        self.app.open_dialog("tui.widgets.dialogs:Pick", _("Many members at once"), ways, then=self._many)

    def _many(self, way: int | None) -> None:
        if way == 0:
            self.app.open("tui.screens.member_lines:MemberLines")
        elif way == 1:
            self.app.open_dialog("tui.screens.excel_files:FileToRead", then=self._file_chosen)
        elif way == 2:
            self._write_list()

    def _write_list(self) -> None:
        from tui.screens.member_files import write_members

        question = _("Write the list into this file:")
        self.app.open_dialog("tui.screens.excel_files:FileToWrite", question, _("members.xlsx"), write_members)

    def _file_chosen(self, path: Any) -> None:
        if path is not None:
            self.app.open("tui.screens.member_files:MembersImport", path=path)

    # Leaving

    def action_delete(self) -> None:
        """Ask how a member goes; one who left may come again."""
        of = self._chosen
        if of is None:
            return
        back = _("Is a member again from a day on") if of.until else _("Left: I type the day")
        ways = [_("No, stays"), back, _("Was added by mistake: remove")]
        self.app.open_dialog("tui.widgets.dialogs:Pick", of.name.full, ways, then=lambda way: self._goes(of, way))

    def _goes(self, of: MemberRow, way: int | None) -> None:
        if way == 1:
            asked = _("From which day is {name} a member again?") if of.until else _("The first day without {name}:")
            hint = _("Enter without a day: today, {day}").format(day=words.day(clock.today()))
            question = f"{asked.format(name=of.name.listed)}\n{hint}"
            then = self._returns if of.until else self._leaves
            self.app.open_dialog(
                "tui.widgets.dialogs:Prompt", question, check=day_or_today, then=lambda day: then(of, day)
            )
        elif way == 2:
            self.app.save(members.remove, of.id, then=lambda _none: self.app.refresh_screens())

    def _leaves(self, of: MemberRow, day: dt.date | None) -> None:
        if day is not None:
            self.app.save(members.leave, of.id, day, then=lambda _none: self.app.refresh_screens())

    def _returns(self, of: MemberRow, day: dt.date | None) -> None:
        if day is not None:
            names = {"surname": of.surname, "given": of.given, "patronymic": of.patronymic}
            again = members.save_member, None, of.association_id, day
            self.app.save(*again, then=lambda _id: self.app.refresh_screens(), **names)


def day_or_today(text: str) -> dt.date:
    """The typed day, today where nothing is typed; raises Refused `date_expected`."""
    return typed.past_day(text) if text else clock.today()


def _row(of: MemberRow) -> Row:
    roles = ", ".join(_(ROLES[role]) for role in of.roles)
    since = f"→ {words.day(of.until)}" if of.until else words.day(of.since)
    cells = (of.name.full, of.classes, of.subjects, roles, since)
    return Row(of.id, cells, "dim" if of.until else "")
