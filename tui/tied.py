"""What can be made of any record, and where it leads: 7 a task, 8 a question, 9 a line of the plan, 0 its ties."""

from collections.abc import Callable
from functools import partial
from typing import Any

from db import calendar, members
from db.errors import Refused
from db.meetings.rows import MeetingRow
from db.meetings.sheet import ahead
from db.plans import sections
from db.rules.deadlines import Entry
from db.ties import making
from tui import clock, commands, current, messages, typed_task, words
from tui.commands import Command
from tui.saving import Failed
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _

TIED = (
    Command("make_task", "7", N_("Task"), N_("Make a task of it: who, until when, what."), footer=False),
    Command("make_item", "8", N_("Question"), N_("Put it on the agenda of a meeting to come."), footer=False),
    Command("make_line", "9", N_("To the plan"), N_("Make a line of the work plan of it."), footer=False),
    Command("ties", "0", N_("Ties"), N_("Show what it came from and what came of it."), footer=False),
)
OF_A_RECORD = frozenset(command.id for command in TIED)
PICK, PROMPT = "tui.widgets.dialogs:Pick", "tui.widgets.dialogs:Prompt"


class TiedScreen(BirikmeScreen):
    """A list or a record; it says which record is chosen, and the keys 7, 8, 9, 0 are there."""

    TIES: tuple[Command, ...] = TIED
    """Those of the four that the screen has; with other keys where digits are text."""

    def tied_record(self) -> tuple[str, int] | None:
        """Table and number of the record that the keys are about."""
        raise NotImplementedError

    def tied_text(self) -> str:
        """The text with which what is made of it begins."""
        return ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Who would answer for it."""
        return ()

    def making_of(self, table: str, record: tuple[str, int]) -> tuple[Any, ...]:
        """The action that makes a record of a table of the chosen one, and its first values."""
        return (making.MAKERS[table], *record)

    @classmethod
    def all_commands(cls) -> tuple[Command, ...]:
        """The screen's own commands, these, and those of every screen."""
        return commands.with_everywhere((*cls.COMMANDS, *cls.TIES))

    def available_commands(self) -> list[Command]:
        """Without a record nothing is made of it."""
        found = super().available_commands()
        if not self.is_mounted or self.tied_record() is not None:
            return found
        return [command for command in found if command.id not in OF_A_RECORD]

    # A task

    def action_make_task(self) -> None:
        """Ask for the task in one line."""
        if record := self.tied_record():
            line = typed_task.line(self.tied_text(), self.tied_owner_ids())
            self.ask_task(line, partial(self._make_task, record))

    def ask_task(self, line: str, then: Callable[[Entry, Failed], None]) -> None:
        """Ask for a task in one line; `then` saves it, and what is refused comes back with the line as it was meant."""

        def answered(read: Entry | None) -> None:
            if read is not None:
                meant = typed_task.line(read.text, read.owner_ids, words.day(read.deadline))
                then(read, partial(self._refused_task, meant, then))

        self.app.open_dialog(PROMPT, _("Task: !surname 25,12 what is to be done"), line, typed_task.task, then=answered)

    def _refused_task(self, line: str, then: Callable[[Entry, Failed], None], error: Refused) -> None:
        self.ask_task(line, then)
        self.say(messages.sentence(error), error=True)

    def _make_task(self, record: tuple[str, int], read: Entry, failed: Failed) -> None:
        said = _("A task was made: {text}.").format(text=read.text.rstrip("."))
        made = read.text, read.owner_ids, read.deadline, clock.today()
        self.app.save(*self.making_of("task", record), *made, then=partial(self._made, said), failed=failed)

    # A question

    def action_make_item(self) -> None:
        """Ask for which meeting, where several are to come, then for the title."""
        record, found = self.tied_record(), ahead(current.association_id())
        if record is None:
            return
        if not found:
            self.say(_("No meeting is planned. Plan one first: Meetings, F7."), error=True)
        elif len(found) == 1:
            self._ask_title(record, found, 0)
        else:
            known = [_meeting(each) for each in found]
            self.app.open_dialog(PICK, _("On which agenda?"), known, then=partial(self._ask_title, record, found))

    def _ask_title(self, record: tuple[str, int], found: list[MeetingRow], at: int | None) -> None:
        if at is not None:
            question = _("Question for meeting {meeting}:").format(meeting=_meeting(found[at]))
            title, then = typed_task.title(self.tied_text()), partial(self._make_item, record, found[at])
            self.app.open_dialog(PROMPT, question, title, typed_task.filled, then=then)

    def _make_item(self, record: tuple[str, int], of: MeetingRow, title: str | None) -> None:
        if title is not None:
            said = _("On the agenda of meeting {meeting}: {title}.").format(
                meeting=_meeting(of), title=title.rstrip(".")
            )
            maker = self.making_of("agenda_item", record)
            self.app.save(*maker, of.id, title, then=partial(self._made, said))

    # A line of the plan

    def action_make_line(self) -> None:
        """Open the entry of lines with what is known."""
        record = self.tied_record()
        if record is None:
            return
        if not sections.sections(current.association_id()):
            self.say(_("The plan has not been begun yet. Begin it first: Work plan, F7."), error=True)
            return
        ours = {each.person_id for each in members.members(current.association_id())}  # lines are the members' own
        line = typed_task.line(self.tied_text(), [each for each in self.tied_owner_ids() if each in ours])
        year = calendar.current_first_year(clock.today())
        maker = self.making_of("plan_line", record)
        self.app.open("tui.screens.plan_entry:PlanEntryScreen", first_year=year, maker=maker, text=line)

    # Ties

    def action_ties(self) -> None:
        """Show what the record came from and what came of it."""
        if record := self.tied_record():
            self.app.open("tui.screens.ties:TiesScreen", table=record[0], row_id=record[1])

    def _made(self, said: str, _id: Any) -> None:
        self.app.refresh_screens()
        self.say(said)


def _meeting(of: MeetingRow) -> str:
    return f"№ {of.number}, {words.day(of.held_on)}"
