"""The marks of a period: what is entered and what is not yet, teacher by teacher as the slips come back."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db import calendar, members, schools
from db.associations import association
from db.quality import entry, keeping, years
from db.quality.entry import EntryRow
from db.quality.years import YearRules
from tui import clock, commands, current, mark_words, places, words
from tui.commands import Command
from tui.screens.listing import Filtered, OfYear
from tui.screens.quality import marks_files
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import NARROWER, WIDER, YEARS, YearList

PERIODS = tuple((period, part) for period, parts in keeping.PARTS.items() for part in parts)
ASK = "tui.widgets.dialogs:Ask"


class MarksScreen(OfYear, Filtered):
    """Every class, subject and teacher of a period; Enter types the marks."""

    COMMANDS = (
        commands.OPEN.but(title=N_("Type"), help=N_("Type the marks of this class in one line.")),
        commands.EDIT.but(help=N_("Fill in the whole slip: who came and left, hours, one «3».")),
        commands.WORD.but(help=N_("Make the slips to be filled in by hand, or how the programme was fulfilled.")),
        commands.NEW.but(help=N_("Add a class, subject and teacher with their marks, in one line.")),
        Command("classes", "1", N_("Our classes"), N_("The classes of the year."), footer=False),
        Command("results", "2", N_("Outcome"), N_("The class as a whole: only «5», only «4» and «5», one «3»."),
                footer=False),
        Command("excel", "3", N_("Excel"), N_("Take marks from an Excel file, or write them into one."), footer=False),
        commands.DELETE.but(help=N_("Take the marks of this class away."), footer=False),
        NARROWER, WIDER, *YEARS,
    )  # fmt: skip
    HELP = N_(
        "The marks of a period, teacher by teacher. Enter types a class in one line: 6 10 8 1. ← → choose the period, "
        "PgUp and PgDn the year. The rows come from the calendar plans, from other periods, or from last year; F7 adds "
        "one. 2 enters the class as a whole, 3 takes marks from Excel."
    )

    def __init__(self, first_year: int | None = None) -> None:
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._only = f"quarter {calendar.reported_quarter(clock.today())}"
        self._known: dict[int, EntryRow] = {}
        self._rules = YearRules()

    @property
    def period(self) -> tuple[str, int]:
        """The chosen kind of period and its number."""
        kind, part = self._only.split()
        return kind, int(part)

    def title_text(self) -> str:
        """The year, the period, how many are missing."""
        missing = sum(each.sheet is None and each.grade not in self._rules.ungraded for each in self._known.values())
        parts = [_("Marks"), words.school_year(self._year), mark_words.period(*self.period)]
        return " · ".join([*parts, *([_("none yet: {count}").format(count=missing)] if missing else [])])

    def body(self) -> Iterable[Widget]:
        """The periods, the rows, all of the chosen one."""
        yield self.filter_line([(f"{kind} {part}", mark_words.period(kind, part)) for kind, part in PERIODS])
        columns = (
            Column(width=1), Column(N_("Class"), width=5), Column(N_("Subject")), Column(N_("Teacher"), width=18),
            Column(N_("Marks"), width=18), Column(N_("Qual,%"), width=9, right=True),
        )  # fmt: skip
        empty = N_(
            "Nothing is known for this year yet. F7 – type the first class in one line: 4А mathematics 27 6 10 8 1 2. "
            "1 – the classes, last year's too. 3 – everything from an Excel file."
        )
        yield YearList(*columns, empty=empty, id="marks")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#marks", PageList)

    @property
    def chosen(self) -> EntryRow | None:
        """The row under the cursor."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    def fill(self) -> None:
        """Read the period."""
        of = association(current.association_id())
        names = {each.person_id: each.name for each in members.members(of.id)}
        found = entry.entry_rows(of.school_id, of.id, self._year, *self.period, names)
        names |= schools.names({each.teacher_id for each in found if each.teacher_id} - names.keys())
        self._rules = years.rules_of(of.school_id, self._year)
        self._known = dict(enumerate(found))
        self._list.set_rows(
            Row(key, mark_words.cells(row, names, self._rules), mark_words.style(row, self._rules))
            for key, row in self._known.items()
        )
        self._show_whole()

    @on(PageList.Highlighted, "#marks")
    def _show_whole(self) -> None:
        of = self.chosen
        self.query_one("#whole", Shown).show(mark_words.slip(of, self._rules) if of else "")
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a row nothing is typed; without marks nothing is taken away."""
        of = self.chosen if self.is_mounted else None
        if action in ("open", "edit", "results"):
            return of is not None
        return (of is not None and of.sheet is not None) if action == "delete" else True

    @on(PageList.Opened, "#marks")
    def action_open(self) -> None:
        """Type the marks of the chosen row, then of the next."""
        if of := self.chosen:
            self.app.open(
                "tui.screens.quality.marks_entry:MarksEntryScreen",
                first_year=self._year, period=self.period, wanted=of.key,
            )  # fmt: skip

    def action_edit(self) -> None:
        """Fill in the slip."""
        if of := self.chosen:
            self.app.open(
                "tui.screens.quality.marks_form:MarksForm", first_year=self._year, period=self.period, row=of
            )  # fmt: skip

    def action_new(self) -> None:
        """A class, subject and teacher that are not in the list."""
        self.app.open("tui.screens.quality.marks_line:MarksLineScreen", first_year=self._year, period=self.period)

    def action_classes(self) -> None:
        """The year's classes."""
        self.app.open("classes", first_year=self._year)

    def action_results(self) -> None:
        """The class as a whole."""
        if of := self.chosen:
            self.app.open(
                "tui.screens.quality.class_result:ClassResultForm",
                first_year=self._year, period=self.period, class_id=of.class_id,
            )  # fmt: skip

    def action_excel(self) -> None:
        """Marks from Excel or into it."""
        marks_files.choose(self.app, self._year)

    def action_delete(self) -> None:
        """Ask, then take the marks away."""
        if (of := self.chosen) and of.sheet:
            question = _("Take these marks away? {work}").format(work=f"{of.class_name} {of.subject}")
            self.app.open_dialog(ASK, question, then=partial(self._delete, of.sheet.id))

    def _delete(self, sheet_id: int, yes: bool) -> None:
        if yes:
            self.app.save(keeping.remove_marks, sheet_id, then=lambda _none: self.app.refresh_screens())

    def action_word(self) -> None:
        """Slips to fill in, how the programme was fulfilled, the report."""
        kind, part = self.period
        quarter = part if kind == "quarter" else None
        places.open_papers(
            self.app, "marks-slip", "marks-slip", "programme", "quality", first_year=self._year, quarter=quarter
        )  # fmt: skip
