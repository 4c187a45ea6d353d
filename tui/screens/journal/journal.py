"""The association's journal: everything that happened, the newest day first."""

from collections.abc import Iterable, Sequence
from typing import Any

from textual import on
from textual.widget import Widget

from db import kept, members
from db.journal import notes, reading
from db.journal.reading import Entry, Key, Wanted
from db.rules.names import class_name
from db.rules.people import find
from db.ties import kinds
from tui import clock, commands, current, journal_words, places, words
from tui.commands import Command
from tui.screens.listing import Filtered, OfName
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown


class JournalScreen(Filtered, OfName, TiedScreen):
    """What the records tell, and quick notes of what no record tells."""

    COMMANDS = (
        commands.NEW.but(help=N_("Write notes: one typed line each.")),
        commands.WORD.but(help=N_("Make the journal of the year of the chosen day.")),
        Command("class", "space", N_("Class"), N_("Show one class's entries; nothing typed shows all again.")),
        commands.EDIT.but(help=N_("Change the note."), footer=False),
        commands.DELETE.but(help=N_("Take the note away."), footer=False),
        commands.OPEN.but(help=N_("Open the record that tells it."), footer=False),
        Command("narrower", "right", N_("Kind"), N_("Show one kind of entries."), footer=False),
        Command("wider", "left", N_("Kind"), N_("Show the kind before."), footer=False),
    )
    HELP = N_(
        "Everything that happened, from the records themselves: nothing is written twice. ← → choose the kind, letters "
        "of a name leave one person's entries, Space one class's; Esc shows all again. F7 writes a note of what no "
        "record tells. Remarks and evaluations do not stand here."
    )

    def __init__(self, group: str = "") -> None:
        """`group`: a kind of entries to begin with."""
        super().__init__()
        self._only, self._class = group, ""
        self._known: dict[Key, Entry] = {}

    def title_text(self) -> str:
        """The area."""
        return _("Association's journal")

    def body(self) -> Iterable[Widget]:
        """The kinds, whose, the list, the chosen entry whole."""
        yield self.filter_line((code, _(title)) for code, title in journal_words.GROUPS.items())
        yield Shown(id="who")
        columns = (
            Column(N_("Day"), width=8), Column(N_("What happened")), Column(N_("Who"), width=18),
            Column(N_("Class"), width=8),
        )  # fmt: skip
        empty = N_(
            "Nothing here yet. What is held, done, moved or finished stands here by itself; F7 writes a note of what "
            "no record tells."
        )
        yield PageList(*columns, empty=empty, load_more=self._more, id="entries")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#entries", PageList)

    def fill(self) -> None:
        """Read the newest entries."""
        self._known = {}
        parts = [self.whose()]
        if self._class:
            parts.append(_("Class: {name}").format(name=self._class))
        self.query_one("#who", Shown).show("   ".join(parts))
        self._list.set_rows(self._rows(reading.entries(current.association_id(), self._wanted()), None))
        self._show_whole()

    def _wanted(self) -> Wanted:
        people = [(each.person_id, each.name) for each in self._members()] if self._letters else []
        ids = find(self._letters, people) if self._letters else None
        off = kept.not_kept(current.association_id()) & {"tests", "notes"}  # kinds that are groups of the journal too
        return Wanted(group=self._only, person_ids=ids, class_name=self._class, without=off)

    def _members(self) -> list[members.MemberRow]:
        return members.members(current.association_id(), include_left=True)

    def _more(self, last: Any) -> Sequence[Row]:
        """The next page of rows."""
        found = reading.entries(current.association_id(), self._wanted(), last)
        return list(self._rows(found, self._known[last]))

    def _rows(self, found: list[Entry], before: Entry | None) -> Iterable[Row]:
        for each in found:
            self._known[each.key] = each
            if before is None or (before.day.year, before.day.month) != (each.day.year, each.day.month):
                yield Row(None, (f"{words.month(each.day.month).upper()} {each.day.year}",), "heading")
            again = before is not None and before.day == each.day
            day = "" if again else f"{each.day:%d.%m} {words.weekday(each.day)}"
            cells = (day, journal_words.sentence(each), journal_words.who(each), each.classes)
            yield Row(each.key, cells)
            before = each

    @property
    def _chosen(self) -> Entry | None:
        key = self._list.key
        return self._known.get(key) if isinstance(key, Key) else None

    @on(PageList.Highlighted)
    def _show_whole(self) -> None:
        self.query_one("#whole", Shown).show(whole(self._chosen) if self._chosen else "")
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only notes are changed and taken away here; where none are kept none is written."""
        if action == "new" and self.is_mounted:
            return "notes" not in kept.not_kept(current.association_id())
        if action in ("edit", "delete") and self.is_mounted:
            return self._chosen is not None and self._chosen.table == "journal_note"
        return self._chosen is not None if action == "open" and self.is_mounted else True

    def tied_record(self) -> tuple[str, int] | None:
        """The record behind the chosen entry, if it can lead to others."""
        of = self._chosen
        return (of.table, of.row_id) if of and of.table in kinds.KINDS else None

    def tied_text(self) -> str:
        """What happened."""
        return self._chosen.title if self._chosen else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Who is named."""
        return self._chosen.person_ids if self._chosen else ()

    # What is shown

    def action_class(self) -> None:
        """Ask for the class."""
        self.app.open_dialog("tui.widgets.dialogs:Prompt", _("Which class? (empty – all)"), self._class, then=self._of)

    def _of(self, typed: str | None) -> None:
        if typed is not None:
            self._class = class_name(typed)
            self.refill()

    def action_back(self) -> None:
        """Show everything again, then go back."""
        if self._class:
            self._letters = self._class = ""
            self.refill()
        else:
            super().action_back()

    # What is done

    def action_new(self) -> None:
        """Write notes."""
        self.app.open("tui.screens.journal.entry:NoteEntryScreen")

    def action_edit(self) -> None:
        """Change the note."""
        if of := self._chosen:
            self.app.open("tui.screens.journal.note:NoteForm", note_id=of.row_id)

    def action_delete(self) -> None:
        """Take the note away; it can be taken back."""
        if of := self._chosen:
            self.app.save(notes.remove_note, of.row_id, then=self._taken)

    def _taken(self, _none: None) -> None:
        self.app.refresh_screens()
        self.say(_("The note is taken away. Ctrl+Z – take back."))

    @on(PageList.Opened)
    def action_open(self) -> None:
        """Open the record behind the entry."""
        of = self._chosen
        if of is not None and of.table == "task":  # it is closed, and the list of tasks begins with the open ones
            self.app.open("tasks", only="closed", task_id=of.row_id)
        elif of is not None:
            places.open_record(self.app, of.table, of.row_id)

    def action_word(self) -> None:
        """Offer the journal as it is filtered."""
        day = self._chosen.day if self._chosen else clock.today()
        selected: dict[str, Any] = {"first_year": day.year if day.month >= 8 else day.year - 1}
        if (ids := self._wanted().person_ids) and len(ids) == 1:
            selected["person_id"] = ids[0]
        places.open_papers(self.app, "journal", class_name=self._class, **selected)


def whole(of: Entry) -> str:
    """All that is told of an entry, in two or three lines of text."""
    facts = [f"{words.day(of.day)} {words.weekday(of.day)}", journal_words.who(of), of.classes]
    return "\n".join((journal_words.sentence(of), " · ".join(each for each in facts if each)))
