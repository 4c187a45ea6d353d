"""The mark sheets behind a figure, each with the formula of its quality."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget

from db import schools
from db.quality import sheets, views
from db.quality.entry import EntryRow
from db.quality.sheets import Sheet
from db.quality.views import Group
from db.quality.years import YearRules, rules_of
from tui import commands, quality_words
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown


class SheetsScreen(TiedScreen):
    """Sheets by class, subject and period."""

    COMMANDS = (commands.OPEN.but(help=N_("Open the slip: the list, the marks, the hours."), twins=("f4",)),)
    HELP = N_(
        "The sheets behind a figure: how many pupils of a class got which mark in a subject. Below stands how the "
        "figures of the chosen one came about; Enter opens it to be changed."
    )

    def __init__(self, sheet_ids: Sequence[int] = (), sheet_id: int = 0) -> None:
        """Show these sheets, or the one."""
        super().__init__()
        self._ids = tuple(sheet_ids) or (sheet_id,)
        self._known: dict[int, tuple[Sheet, Group, YearRules]] = {}

    def title_text(self) -> str:
        """How many."""
        return _("Sheets of marks: {count}").format(count=len(self._known))

    def body(self) -> Iterable[Widget]:
        """The sheets, and the formulas of the chosen one."""
        yield PageList(Column(), empty=N_("These sheets were taken away."), id="sheets")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#sheets", PageList)

    @property
    def chosen(self) -> tuple[Sheet, Group, YearRules] | None:
        """The sheet under the cursor, counted by the rules of its year."""
        key = self._list.key if self.is_mounted else None
        return self._known.get(key) if isinstance(key, int) else None

    def fill(self) -> None:
        """Read the sheets."""
        school, found = schools.school(), sheets.by_ids(self._ids)
        years = {each.first_year for each in found}
        rules = {year: rules_of(school.id if school else 0, year) for year in years}
        groups = ((each, views.of_sheet(each, rules[each.first_year])) for each in found)
        self._known = {each.id: (each, group, rules[each.first_year]) for each, group in groups}
        rows = [Row(each.id, (quality_words.line(name(each), group),)) for each, group, _rules in self._known.values()]
        self._list.set_rows([Row(None, (quality_words.head(_("Class, subject")),), "heading"), *rows] if rows else [])
        self._show_whole()

    @on(PageList.Highlighted, "#sheets")
    def _show_whole(self) -> None:
        of = self.chosen
        self.query_one("#whole", Shown).show(whole(*of) if of else "")
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a sheet that is there is opened."""
        return self.chosen is not None if action == "open" else super().check_action(action, parameters)

    @on(PageList.Opened, "#sheets")
    def action_open(self) -> None:
        """Open the slip of the chosen sheet."""
        if (chosen := self.chosen) is None:
            return
        of, period = chosen[0], (chosen[0].period, chosen[0].part)
        row = EntryRow(of.class_id, of.class_name, of.grade, of.subject, of.teacher_id, of, of.listed, of.exempt)
        self.app.open("tui.screens.quality.marks_form:MarksForm", first_year=of.first_year, period=period, row=row)

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen sheet."""
        of = self.chosen
        return ("mark_sheet", of[0].id) if of else None

    def tied_text(self) -> str:
        """Which class and subject, and its quality."""
        of = self.chosen
        return f"{name(of[0])} – {quality_words.told(of[1])}" if of else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """The teacher."""
        of = self.chosen
        return (of[0].teacher_id,) if of and of[0].teacher_id else ()


def name(of: Sheet) -> str:
    """«5-А Математика»."""
    return f"{of.class_name} {of.subject}"


def whole(of: Sheet, group: Group, rules: YearRules) -> str:
    """When, who teaches, who is on the list; the formulas."""
    period = quality_words.period(views.When(of.first_year, of.period, of.part), with_year=True)
    listed = _("on the list {listed}, exempt {exempt}, not assessed {absent}").format(
        listed=of.listed, exempt=of.exempt, absent=of.not_assessed
    )
    told = (name(of), period, of.teacher.listed if of.teacher else "", listed)
    return "\n".join([" · ".join(each for each in told if each), quality_words.formulas(group, rules.weights)])
