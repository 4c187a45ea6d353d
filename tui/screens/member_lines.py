"""Many members at once: one line each, typed or pasted; how each line is read stands beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import TextArea

from db import first_start
from db.members import LineResult, add_members, members
from db.rules.names import parse_member
from db.rules.text import plain
from tui import clock, commands, current
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.text import TextField

LONGEST_LIST = 20_000
"""Characters: some 500 members."""

PROBLEMS = {
    "surname_missing": N_("the surname is missing"),
    "given_missing": N_("the given name is missing"),
    "text_too_long": N_("the line is too long"),
}
"""What can be wrong with a line."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """How a line is read: its number from 1, what it says, or the code of what is wrong."""

    number: int
    text: str
    shown: str
    problem: str = ""


def read_lines(text: str) -> list[ReadLine]:
    """Read every line that is not empty."""
    return [_read(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]


def _read(number: int, line: str) -> ReadLine:
    member = parse_member(plain(line, multiline=False))
    problem = "surname_missing" if not member.name.surname else "given_missing" if not member.name.given else ""
    return ReadLine(number, line, "  ".join(filter(None, (member.name.listed, member.classes))), problem)


class MemberLines(BirikmeScreen):
    """Type or paste the members; F2 adds those whose line is clear, the others stay to be corrected."""

    COMMANDS = (commands.SAVE.but(help=N_("Add the members whose lines are clear.")),)
    HELP: ClassVar[str] = N_(
        "One member a line: surname, given name, patronymic, class. «Асан уулу Бакыт 3-Б» is read rightly too. A list "
        "can be pasted from Word or Excel. On the right stands how each line is read; F2 adds the members."
    )
    DEFAULT_CSS = """
    MemberLines .how { margin: 1 2 0 2; height: 2; }
    MemberLines .lines { padding: 1 2; height: 1fr; }
    MemberLines #read { width: 36; margin-left: 1; }
    """
    DRAFT = "member_lines"
    """Under this name a text that was left is kept, at the first start and later alike."""
    _beginning = ""

    def title_text(self) -> str:
        """How many lines are clear."""
        return _("Add members")

    def body(self) -> Iterable[Widget]:
        """The lines, and how they are read."""
        yield Shown(classes="how", id="how")
        with Horizontal(classes="lines"):
            lines = TextField(limit=LONGEST_LIST, id="lines")
            lines.styles.height = "1fr"
            yield lines
            empty = N_("How each line is read stands here.")
            read = PageList(Column(width=3, right=True), Column(), empty=empty, id="read")
            read.can_focus = False
            yield read

    def on_mount(self) -> None:
        """Show the draft that was left, or what to begin with."""
        super().on_mount()
        draft = self.app.drafts.pop(self.DRAFT, {})
        self._beginning = self.beginning()
        self.lines.set_value(draft.get("text", "") or self._beginning)
        self.lines.focus()
        self._show_read()

    def fill(self) -> None:
        """Say how to type."""
        self.query_one("#how", Shown).show(self.advice())

    def advice(self) -> str:
        """What to type, translated."""
        return _("One member a line: surname, given name, patronymic, class. F2 adds them.")

    def beginning(self) -> str:
        """The text to begin with."""
        return ""

    @property
    def lines(self) -> TextField:
        """The field."""
        return self.query_one("#lines", TextField)

    @on(TextArea.Changed, "#lines")
    def _changed(self) -> None:
        self.set_timer(0.1, self._show_read)

    def _show_read(self) -> None:
        found = read_lines(self.lines.value)
        self.query_one("#read", PageList).set_rows(_row(line) for line in found)
        wrong = sum(1 for line in found if line.problem)
        title = _("Add members: {count}").format(count=len(found) - wrong) if found else self.title_text()
        self.status.show(left=title + ("  ·  " + _("not clear: {count}").format(count=wrong) if wrong else ""))

    def leaving(self) -> None:
        """Keep the text as a draft."""
        if self.is_mounted and self.lines.value.strip() and self.lines.value != self._beginning:
            self.app.drafts[self.DRAFT] = {"text": self.lines.value}

    def action_save(self) -> None:
        """Add the clear lines; where only unclear ones are left, say so."""
        found = read_lines(self.lines.value)
        if any(not line.problem for line in found):
            self.app.save(add_members, current.association_id(), self.lines.value.splitlines(), then=self._added)
        elif found:
            self.app.say(_("Correct the lines marked with «!» or delete them."), error=True)
        else:
            self.finish(0)

    def _added(self, results: Sequence[LineResult]) -> None:
        """Leave the unclear lines in the field; where none is left, go on."""
        unclear = [line for line in results if line.outcome in PROBLEMS]
        added = sum(line.outcome in ("added", "joined") for line in results)
        self.lines.set_value("\n".join(line.text for line in unclear))
        self._show_read()
        if unclear:
            self.say(_("Added: {count}. Correct the lines that are left.").format(count=added), error=True)
        else:
            self.app.drafts.pop(self.DRAFT, None)
            self.finish(added)

    def finish(self, added: int) -> None:
        """Everything is in: go back."""
        self.app.back()
        self.app.say(_("Added: {count}.").format(count=added))


def _row(line: ReadLine) -> Row:
    if line.problem:
        return Row(line.number, (str(line.number), f"! {_(PROBLEMS[line.problem])}"), "error")
    return Row(line.number, (str(line.number), line.shown))


class FirstMembers(MemberLines):
    """The members at the first start; it ends in a meeting whose agenda is filled."""

    @classmethod
    def all_commands(cls) -> tuple[Command, ...]:
        """The way on, and the way out."""
        return (*cls.COMMANDS, commands.HELP, commands.MENU, commands.BACK, commands.QUIT)

    def advice(self) -> str:
        """What to type, and that it may wait."""
        return _(
            "Who belongs to the association? One a line: surname, given name, patronymic, class.\n"
            "Paste a list if you have one. F2 goes on to your first meeting; members may also be added later."
        )

    def beginning(self) -> str:
        """Her own line, to which her class may be added."""
        names = [each.name.full for each in members(current.association_id())]
        return "\n".join(names) + "\n" if names else ""

    def finish(self, added: int) -> None:
        """Open a meeting of today with the usual items of the month."""
        self.app.save(first_start.first_meeting, current.association_id(), clock.today(), then=self._open_meeting)

    def _open_meeting(self, meeting_id: int) -> None:
        self.app.go("home")
        self.app.open("meeting", meeting_id=meeting_id)

    def action_back(self) -> None:
        """Members and meetings can wait: the home screen says what to do next."""
        self.app.go("home")
