"""Lines of the plan written one after the other, each in one line of text, with what it means under it."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from db import calendar, members
from db.plans import entry, lines, sections
from db.plans.rows import Section
from tui import clock, commands, current, plan_words, typed_plan, words
from tui.commands import Command
from tui.screens.line_entry import LineEntry, day_in, doubts
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.text import LineField

LABEL = 16


class EntryField(LineField):
    """The line; ↑ ↓ go through the sections."""

    BINDINGS: ClassVar[list[Binding]] = [
        Binding("up", "screen.section(-1)", show=False),
        Binding("down", "screen.section(1)", show=False),
    ]


class SectionList(PageList):
    """The sections, moved by the field above."""

    DRIVEN_FROM_A_FIELD = True


class PlanEntryScreen(LineEntry):
    """Enter adds the line and waits for the next one."""

    COMMANDS = (
        Command("add", "f2", N_("Add"), N_("Add the line; Enter does the same."), ("ctrl+s",)),
        Command("section", "down", N_("Section"), N_("Another section; ↑ goes back."), footer=False),
        commands.EDIT.but(help=N_("Change the line that was added last, with all its fields."), footer=False),
    )
    HELP = N_(
        "One line of text is one line of the plan: what, who, which class and when, in any order. «ачык сабак "
        "!асан 4А 15,11» is an open lesson of Asanova in 4-А on 15 November. A person is called with ! and a few "
        "letters; the term is a day, a month, «2-чейрек» or nothing (all year). ↑ ↓ choose the section."
    )

    def __init__(
        self,
        first_year: int,
        section_id: int = 0,
        term: dict[str, Any] | None = None,
        unplanned: bool = False,
        text: str = "",
        maker: tuple[Any, ...] | None = None,
    ) -> None:
        """`section_id`: the section to begin with; `term`: for lines that say none; `unplanned`: done already.

        `text` stands in the line to begin with; `maker`: the action, with its first values, that
        makes the one line of a record.
        """
        super().__init__()
        self._text, self._maker = text, maker
        self._year, self._section_id, self._unplanned = first_year, section_id, unplanned
        self._term = term or {}
        self._by_hand = bool(section_id)
        self._sections: list[Section] = []
        self._read: entry.Typed | None = None
        self._added = 0
        self._last_id = 0

    def title_text(self) -> str:
        """What is being written, and how much of it."""
        parts = [_("New lines of the plan"), words.school_year(self._year)]
        if self._unplanned:
            parts[0] = _("Work done beyond the plan")
        if self._added:
            parts.append(_("added: {count}").format(count=self._added))
        return " · ".join(parts)

    def body(self) -> Iterable[Widget]:
        """The line, what it means, the sections."""
        yield EntryField(self._text, placeholder=_("open lesson !surname 4А 15,11"), limit=1000, id="entry")
        yield Shown(id="meaning")
        yield Shown(_("SECTION   ↑ ↓"), classes="sections")
        yield SectionList(Column(), empty=N_("There are no sections yet."), id="sections")

    def on_mount(self) -> None:
        """The line has the keys."""
        super().on_mount()
        self.query_one("#sections").can_focus = False

    def fill(self) -> None:
        """Read the sections and the people."""
        association_id = current.association_id()
        self._sections = sections.sections(association_id)
        self._people = [(each.person_id, each.name) for each in members.members(association_id)]
        year = calendar.school_year(self._year) or calendar.usual_year(self._year)
        self._quarters = year.quarters
        listed = self.query_one("#sections", PageList)
        listed.set_rows(Row(each.id, (typed_plan.section_title(each),)) for each in self._sections)
        listed.choose(self._section_id)
        self.understand()

    @property
    def _chosen_section(self) -> int:
        key = self.query_one("#sections", PageList).key
        return key if isinstance(key, int) else 0

    def action_section(self, step: int = 1) -> None:
        """The next section or the one before."""
        self._by_hand = True
        self.query_one("#sections", PageList).action_move(step)

    @on(PageList.Opened, "#sections")
    def _clicked(self) -> None:
        self._by_hand = True

    def understand(self) -> None:
        """Read the line and show what it means; its kind leads to the usual section until one was chosen by hand."""
        text = self.query_one("#entry", EntryField).value
        self._read = entry.parse_line(text, day_in(self._year), self._people, self._quarters) if text.strip() else None
        if self._read and not self._by_hand:
            number = sections.USUAL_SECTIONS.get(self._read.kind)
            usual = next((each.id for each in self._sections if each.number == number), None)
            self.query_one("#sections", PageList).choose(usual or self._section_id)
        self.query_one("#meaning", Shown).show(self._meaning())

    def _values(self) -> dict[str, Any]:
        """The line's term: the one that was typed, else the one that the screen began with."""
        if (read := self._read) is None:
            return {}
        typed = {name: getattr(read, name) for name in ("term", "begins", "ends", "month", "quarter")}
        return typed if read.termed else typed | self._term

    def _meaning(self) -> str:
        if (read := self._read) is None:
            return _("What, !who, class and when, for example: open lesson !asan 4А 15,11. Enter adds the line.")
        names = dict(self._people)
        when = self._values()
        term = plan_words.term_of(*(when[name] for name in ("term", "begins", "ends", "month", "quarter")))
        if when["begins"] and when["term"] == "day":
            term = f"{words.day(when['begins'])} {words.weekday(when['begins'])}"
        owners = ", ".join(names[each].listed for each in read.owner_ids)
        kind = _(plan_words.KINDS[read.kind])
        shown = (
            (_("What"), read.text or "…"), (_("Kind"), kind), (_("Owner"), owners or "–"),
            (_("Class"), read.classes or "–"), (_("When"), term),
        )  # fmt: skip
        doubted = [f"! {each}" for each in doubts(read, self._people)]
        warned = [f"? {each}" for each in typed_plan.doubts(when, read.classes, self._year)]
        return "\n".join([*(f"{name:<{LABEL}}{value}" for name, value in shown), *doubted, *warned])

    def action_add(self) -> None:
        """Add the line."""
        self.understand()
        read = self._read
        if read is None or not read.text:
            self.say(_("Write what is to be done."), error=True)
            return
        if doubt := next(iter(doubts(read, self._people)), ""):  # a name that was typed is never dropped without a word
            self.say(doubt, error=True)
            return
        values = self._values() | {"kind": read.kind, "owner_ids": read.owner_ids, "classes": read.classes}
        values |= {"unplanned": self._unplanned, "then": self._done}
        if self._maker:
            made = *self._maker, self._chosen_section, read.text
            self.app.save(*made, first_year=self._year, **values)
        else:
            made = lines.add_line, current.association_id(), self._year, self._chosen_section, read.text
            self.app.save(*made, **values)

    def _done(self, line_id: int) -> None:
        """Say so and wait for the next one."""
        self._added, self._last_id = self._added + 1, line_id
        field = self.query_one("#entry", EntryField)
        text, term = self._read.text if self._read else "", plan_words.term(lines.line(line_id, clock.today()))
        field.set_value("")
        self._section_id, self._by_hand = self._chosen_section, False
        self.status.show(left=self.title_text())
        self.understand()
        self.say(_("Added: {text} ({term}). F4 – all its fields, Ctrl+Z – take back.").format(text=text, term=term))
        if self._maker:  # one record makes one line: what is written next would be tied to it by mistake
            self._maker = None
            self.app.back()
            self.app.say(_("In the plan: {text} ({term}).").format(text=text, term=term))

    def action_edit(self) -> None:
        """Open the form of the line added last."""
        if self._last_id and typed_plan.line_or_none(self._last_id):
            self.app.open("tui.screens.plan_form:PlanLineForm", line_id=self._last_id)
