"""Calendar plans one a line, typed, pasted or proposed; how each line is read stands beside it."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import TextArea

from db.curriculum import entry
from db.curriculum.entry import Line
from tui import commands, current, curriculum_words, words
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.text import TextField

LONGEST_LIST = 30_000
"""Characters: some seven hundred plans."""


class PlanLines(BirikmeScreen):
    """F2 enters the plans whose lines are clear; the others stay to be corrected."""

    COMMANDS = (commands.SAVE.but(help=N_("Enter the plans whose lines are clear.")),)
    HELP: ClassVar[str] = N_(
        "One calendar plan a line: teacher, class, subject, hours a week / a year. «Асанова 4А математика 5/170»; two "
        "classes in a line are two plans. A list can be pasted from Word or Excel. On the right stands how each line "
        "is read, with = for what is in the register already; F2 enters the clear ones."
    )

    def __init__(self, first_year: int, proposed: str = "") -> None:
        """`proposed`: lines to begin with."""
        super().__init__()
        self._year, self._proposed = first_year, proposed
        self._draft = f"calendar_plans:{first_year}"

    def title_text(self) -> str:
        """Which year."""
        return " · ".join((_("New calendar plans"), words.school_year(self._year)))

    def body(self) -> Iterable[Widget]:
        """The lines, and how they are read."""
        yield Shown(_("Teacher, class, subject, hours a week / a year: Асанова 4А математика 5/170"), classes="below")
        with Horizontal(classes="plan-lines"):
            lines = TextField(limit=LONGEST_LIST, id="lines")
            lines.styles.height = "1fr"
            yield lines
            empty = N_("How each line is read stands here.")
            read = PageList(Column(width=3, right=True), Column(), empty=empty, id="read")
            read.can_focus = False
            yield read

    def on_mount(self) -> None:
        """Show what is proposed, or the draft that was left."""
        super().on_mount()
        draft = self.app.drafts.pop(self._draft, {}).get("text", "")
        self.lines.set_value("\n".join(filter(None, (draft.strip(), self._proposed))))
        self.lines.focus()
        self._show_read()

    def fill(self) -> None:
        """Read the members and what is in the register."""
        self._register = entry.register(current.association_id(), self._year)
        self._memory: dict[str, Line] = {}
        self._names = {person_id: name.listed for person_id, name in self._register.people}

    @property
    def lines(self) -> TextField:
        """The field."""
        return self.query_one("#lines", TextField)

    @on(TextArea.Changed, "#lines")
    def _changed(self) -> None:
        self.set_timer(0.1, self._show_read)

    def _show_read(self) -> None:
        found = entry.read_lines(self.lines.value, self._register, self._memory)
        self.query_one("#read", PageList).set_rows(self._row(each) for each in found)
        counts = (
            (_("new: {count}"), sum(not each.problem and each.outcome == "new" for each in found)),
            (_("there already: {count}"), sum(not each.problem and each.outcome == "known" for each in found)),
            (_("not clear: {count}"), sum(bool(each.problem) for each in found)),
        )
        said = [text.format(count=count) for text, count in counts if count]
        named = [_("New calendar plans"), *said] if said else [self.title_text()]
        self.status.show(left=" · ".join(named))

    def _row(self, of: Line) -> Row:
        if of.problem:
            return Row(of.number, (str(of.number), f"! {curriculum_words.problem(of)}"), "error")
        known = of.outcome == "known"
        text = f"{'= ' if known else ''}{curriculum_words.read(of, self._names)}"
        return Row(of.number, (str(of.number), text), "dim" if known else "")

    def leaving(self) -> None:
        """Keep the text as a draft."""
        if self.is_mounted and self.lines.value.strip() not in ("", self._proposed.strip()):
            self.app.drafts[self._draft] = {"text": self.lines.value}

    def action_save(self) -> None:
        """Enter the clear lines; where only unclear ones are left, say so."""
        found = entry.read_lines(self.lines.value, self._register, self._memory)
        if any(not each.problem for each in found):
            self.app.save(entry.add_lines, current.association_id(), self._year, self.lines.value, then=self._added)
        elif found:
            self.say(_("Correct the lines marked with «!» or delete them."), error=True)
        else:
            self.say(_("Write the plans, one a line."), error=True)

    def _added(self, found: Sequence[Line]) -> None:
        """Leave the unclear lines in the field; where none is left, go back."""
        unclear = [each for each in found if each.problem]
        added = sum(len(each.classes) for each in found if not each.problem and each.outcome == "new")
        self.lines.set_value("\n".join(each.text for each in unclear))
        self.fill()
        self._show_read()
        if unclear:
            self.say(_("Added: {count}. Correct the lines that are left.").format(count=added), error=True)
            return
        self._proposed = ""
        self.app.drafts.pop(self._draft, None)
        self.app.back()
        self.app.say(_("Added: {count}.").format(count=added))
