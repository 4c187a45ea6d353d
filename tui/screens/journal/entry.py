"""Notes of the journal written one after the other, each in one line of text, with what it means under it."""

from collections.abc import Iterable

from textual.widget import Widget

from db import members
from db.journal import entry, notes
from tui import clock, commands, current, words
from tui.commands import Command
from tui.screens.line_entry import LineEntry, doubts
from tui.texts import N_, _
from tui.widgets.shown import Shown
from tui.widgets.text import LineField

LABEL = 16


class NoteEntryScreen(LineEntry):
    """Enter adds the note and waits for the next one."""

    COMMANDS = (
        Command("add", "f2", N_("Add"), N_("Add the note; Enter does the same."), ("ctrl+s",)),
        commands.EDIT.but(help=N_("Change the note that was added last."), footer=False),
    )
    HELP = N_(
        "One line of text is one note of the journal: «15,11 !асан 4А окуучулар музейге барышты» happened on "
        "15 November and is about Asanova and class 4-А. Without a day it is today's; «кечээ» is yesterday."
    )

    def __init__(self) -> None:
        super().__init__()
        self._read: entry.Typed | None = None
        self._added: list[int] = []

    def title_text(self) -> str:
        """What is being written, and how much of it."""
        parts = [_("Notes of the journal")]
        if self._added:
            parts.append(_("added: {count}").format(count=len(self._added)))
        return " · ".join(parts)

    def body(self) -> Iterable[Widget]:
        """The line, and what it means."""
        yield LineField(placeholder=_("15,11 !surname 4А what happened"), limit=1000, id="entry")
        yield Shown(id="meaning")

    def fill(self) -> None:
        """Read the people."""
        found = members.members(current.association_id(), include_left=True)
        self._people = [(each.person_id, each.name) for each in found]
        self.understand()

    def understand(self) -> None:
        """Read the line and show what it means."""
        text = self.query_one("#entry", LineField).value
        self._read = entry.parse_note(text, clock.today(), self._people) if text.strip() else None
        self.query_one("#meaning", Shown).show(self._meaning())

    def _meaning(self) -> str:
        if (read := self._read) is None:
            return _("When, !who, class and what happened. Enter adds the note.")
        names = dict(self._people)
        who = ", ".join(names[each].listed for each in read.person_ids)
        shown = (
            (_("Day"), f"{words.day(read.day)} {words.weekday(read.day)}"), (_("What happened"), read.text or "…"),
            (_("Who"), who or "–"), (_("Class"), read.classes or "–"),
        )  # fmt: skip
        return "\n".join(
            [*(f"{name:<{LABEL}}{value}" for name, value in shown), *(f"! {each}" for each in self._doubts())]
        )

    def _doubts(self) -> Iterable[str]:
        """What of the line was not understood, or does not fit a note."""
        yield from doubts(self._read, self._people)
        if self._read and len(self._read.person_ids) > 1:
            yield _("A note is about one person: write the others without a sign.")

    def action_add(self) -> None:
        """Add the note."""
        self.understand()
        read = self._read
        if read is None or not read.text:
            self.say(_("Write what happened."), error=True)
        elif doubt := next(iter(self._doubts()), ""):  # a name that was typed is never dropped without a word
            self.say(doubt, error=True)
        else:
            person_id = read.person_ids[0] if read.person_ids else None
            values = {"person_id": person_id, "classes": read.classes}
            self.app.save(notes.add_note, current.association_id(), read.text, read.day, then=self._done, **values)

    def _done(self, note_id: int) -> None:
        """Say so and wait for the next one."""
        self._added.append(note_id)
        field = self.query_one("#entry", LineField)
        said = notes.note(note_id)
        field.set_value("")
        self.understand()
        self.status.show(left=self.title_text())
        added = _("Added: {text} ({term}). F4 – all its fields, Ctrl+Z – take back.")
        self.say(added.format(text=said.text, term=words.day(said.noted_on)))

    def action_edit(self) -> None:
        """Open the form of the note added last."""
        if self._added:
            self.app.open("tui.screens.journal.note:NoteForm", note_id=self._added[-1])
