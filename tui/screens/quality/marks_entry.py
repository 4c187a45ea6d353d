"""The marks of a period, each class typed in one line of numbers, with what they come to under it."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from db.associations import association
from db.members import members
from db.quality import entry, keeping, years
from db.quality.entry import EntryRow
from db.quality.years import YearRules
from db.rules import marks_line, quality
from db.rules.marks_line import MarksLine
from db.schools import names
from tui import commands, current, mark_words
from tui.commands import Command
from tui.screens.control_tests.results import ResultField, WaitingList
from tui.screens.line_entry import LineEntry
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

Wanted = tuple[int, str, int | None]


class MarksEntryScreen(LineEntry):
    """Enter saves and goes to the next row that is not entered."""

    COMMANDS = (
        Command("add", "f2", N_("Save"), N_("Save the marks; Enter does the same."), ("ctrl+s",)),
        Command("other", "down", N_("Other"), N_("Another row; ↑ goes back."), footer=False),
        commands.EDIT.but(title=N_("Slip"), help=N_("Fill in the whole slip: who came and left, hours, one «3».")),
    )
    HELP = N_(
        "Type the marks from the best one: 6 10 8 1; behind them the not assessed: 6 10 8 1 2. Where the class's list "
        "is another one, it comes first, then the exempt: 28 1 6 10 8 1 2. The sum is checked while you type. Enter "
        "saves and goes to the next row that is not entered; ↑ ↓ choose another one."
    )

    def __init__(self, first_year: int, period: tuple[str, int], wanted: Wanted) -> None:
        """Begin with the row of that key; others of the period follow."""
        super().__init__()
        self._year, self._period, self._wanted = first_year, period, wanted
        self._known: dict[int, EntryRow] = {}
        self._shown: Wanted | None = None
        self._rules = YearRules()
        self._read: MarksLine | None = None

    def title_text(self) -> str:
        """Of which class."""
        of = self._row
        told = (f"{of.class_name} {of.subject}", mark_words.period(*self._period)) if of else ()
        return " · ".join((_("Marks"), *told))

    def body(self) -> Iterable[Widget]:
        """The line, what it comes to, the rows."""
        yield ResultField(placeholder=_("marks from the best one: 6 10 8 1"), limit=200, id="entry")
        yield Shown(id="meaning")
        yield Shown(_("THE PERIOD'S CLASSES   ↑ ↓"), classes="works")
        columns = (Column(width=1), Column(width=5), Column(), Column(width=18), Column(width=22), Column(width=8))
        yield WaitingList(*columns, id="works")

    def on_mount(self) -> None:
        """The line has the keys."""
        super().on_mount()
        self._list.can_focus = False
        self._go(self._wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#works", PageList)

    @property
    def _row(self) -> EntryRow | None:
        """The row that is typed."""
        return next((each for each in self._known.values() if each.key == self._shown), None)

    @property
    def _ungraded(self) -> bool:
        of = self._row
        return of is not None and of.grade in self._rules.ungraded

    def fill(self) -> None:
        """Read the period."""
        of = association(current.association_id())
        called = {each.person_id: each.name for each in members(of.id)}
        found = entry.entry_rows(of.school_id, of.id, self._year, *self._period, called)
        called |= names({each.teacher_id for each in found if each.teacher_id} - called.keys())
        self._rules = years.rules_of(of.school_id, self._year)
        self._known = dict(enumerate(found))
        self._list.set_rows(Row(key, mark_words.cells(row, called, self._rules)) for key, row in self._known.items())
        self._chosen()

    @on(PageList.Highlighted, "#works")
    def _chosen(self) -> None:
        """Show the marks that the chosen row has."""
        key = self._list.key
        of = self._known.get(key) if isinstance(key, int) else None
        if of is None or of.key == self._shown:
            return
        self._shown = of.key
        self.query_one("#entry", ResultField).set_value(self._line(of))
        self.status.show(left=self.title_text())
        self.understand()

    def _line(self, of: EntryRow) -> str:
        if of.sheet is None:
            return ""
        if self._ungraded:
            return str(of.sheet.listed)
        return marks_line.line(
            of.sheet.listed, of.sheet.exempt, of.sheet.marks, of.sheet.not_assessed, self._rules.scale
        )  # fmt: skip

    def understand(self) -> None:
        """Read the line and show what it comes to."""
        of, text = self._row, self.query_one("#entry", ResultField).value
        self._read = self._meant(of, text) if of else None
        listed = of.listed if of else None
        self.query_one("#meaning", Shown).show(mark_words.meaning(self._read, self._rules, listed, self._ungraded))

    def _meant(self, of: EntryRow, text: str) -> MarksLine | None:
        if self._ungraded:
            return MarksLine(int(text), 0, {}, 0) if text.strip().isdecimal() else None
        return marks_line.read(text, self._rules.scale, of.listed, of.exempt)

    def action_other(self, step: int = 1) -> None:
        """The next row or the one before."""
        self._list.action_move(step)

    def action_add(self) -> None:
        """Save the marks where they fit."""
        self.understand()
        of, read = self._row, self._read
        if of is None:
            return
        if read is None and self._ungraded:
            self.say(_("This grade has no marks: type how many are on the list."), error=True)
        elif read is None:
            self.app.explain("marks_expected", count=len(quality.marks_of(self._rules.scale)))
        elif not self._ungraded and (fault := marks_line.fault(read)):
            self.app.explain(fault.code, **fault.values)
        else:
            given = (of.class_id, of.subject, *self._period, of.teacher_id, read)
            self.app.save(keeping.save_marks, *given, then=lambda _id: self._saved(of))

    def _saved(self, of: EntryRow) -> None:
        """Go to the next row that is not entered; after the last one say so."""
        self.refill()
        rows = list(self._known.values())
        at = next((place for place, each in enumerate(rows) if each.key == of.key), 0)
        passed = frozenset[int]() if self._ungraded else self._rules.ungraded  # grades without marks wait for nothing
        waiting = [each for each in (*rows[at:], *rows[:at]) if each.sheet is None and each.grade not in passed]
        done = f"{of.class_name} {of.subject}"
        if waiting:
            self._go(waiting[0].key)
            self.say(_("Saved: {work}. Ctrl+Z – take back.").format(work=done))
        else:
            self.say(_("Saved: {work}. All classes of the period are entered.").format(work=done))

    def _go(self, key: Wanted) -> None:
        place = next((number for number, each in self._known.items() if each.key == key), None)
        if place is not None:
            self._list.choose(place)

    def action_edit(self) -> None:
        """Fill in the whole slip."""
        if of := self._row:
            self.app.open(
                "tui.screens.quality.marks_form:MarksForm", first_year=self._year, period=self._period, row=of
            )  # fmt: skip
