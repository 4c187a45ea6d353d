"""The results of control works, each typed in one line of numbers, with what they come to under it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import TextArea

from db.control_tests import reading, results
from db.control_tests.rows import Work
from db.errors import Refused
from db.rules import quality, results_line
from db.rules.results_line import Results
from tui import clock, commands, current, fulfil, messages, work_words
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.screens.control_tests.actions import TABLE
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.text import LineField

LABEL = 19


class ResultField(LineField):
    """The line; ↑ ↓ go through the works."""

    BINDINGS: ClassVar[list[Binding]] = [
        Binding("up", "screen.other(-1)", show=False),
        Binding("down", "screen.other(1)", show=False),
    ]


class WaitingList(PageList):
    """The works, moved by the field above."""

    DRIVEN_FROM_A_FIELD = True


class ResultsScreen(BirikmeScreen):
    """Enter saves and goes to the next work that lacks results."""

    COMMANDS = (
        Command("keep", "f2", N_("Save"), N_("Save the results; Enter does the same."), ("ctrl+s",)),
        Command("other", "down", N_("Other"), N_("Another test; ↑ goes back."), footer=False),
        commands.OPEN.but(id="open_work", key="f4", help=N_("Open the test."), footer=False),
    )
    HELP = N_(
        "Type how many are on the list, how many wrote, then the marks from the best one: 28 26 6 10 8 2. Where the "
        "class's list is known, the marks alone are enough: 6 10 8 2. The sum is checked while you type. Enter saves "
        "and goes to the next test without results; ↑ ↓ choose another one."
    )

    def __init__(self, first_year: int, work_id: int) -> None:
        """Begin with a work; others of its year that lack results follow."""
        super().__init__()
        self._year, self._wanted = first_year, work_id
        self._known: dict[int, Work] = {}
        self._shown = 0
        self._listed: int | None = None
        self._read: Results | None = None

    def title_text(self) -> str:
        """Of which work."""
        of = self._known.get(self._shown)
        return " · ".join((_("Outcome"), *((work_words.name(of), work_words.when(of)) if of else ())))

    def body(self) -> Iterable[Widget]:
        """The line, what it comes to, the works."""
        yield ResultField(placeholder=_("listed wrote marks: 28 26 6 10 8 2"), limit=200, id="entry")
        yield Shown(id="meaning")
        yield Shown(_("TESTS WITHOUT RESULTS   ↑ ↓"), classes="works")
        columns = (Column(width=8), Column(width=5), Column(), Column(width=17), Column(width=13))
        yield WaitingList(*columns, id="works")

    def on_mount(self) -> None:
        """The line has the keys."""
        super().on_mount()
        self._list.can_focus = False
        self._list.choose(self._wanted)
        self.query_one("#entry", ResultField).focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#works", PageList)

    def fill(self) -> None:
        """Read the works: those that lack results, and the one to begin with."""
        today = clock.today()
        found = reading.works(current.association_id(), self._year)
        kept = [each for each in found if each.id in (self._wanted, self._shown) or lacks_results(each, today)]
        self._known = {each.id: each for each in kept if each.state != "cancelled" and each.held_on}
        self._list.set_rows(Row(key, _cells(of)) for key, of in self._known.items())
        self._chosen()

    @on(PageList.Highlighted, "#works")
    def _chosen(self) -> None:
        """Show the results that the chosen work has, and what is known of its class."""
        key = self._list.key
        if not isinstance(key, int) or key == self._shown or key not in self._known:
            return
        of = self._known[key]
        self._shown = key
        self._listed = of.listed or reading.last_listed(of.association_id, of.class_name)
        field = self.query_one("#entry", ResultField)
        field.set_value(results_line.line(of.listed, of.wrote, of.marks, of.best))
        self.status.show(left=self.title_text())
        self._show()

    @on(TextArea.Changed, "#entry")
    def _typed(self) -> None:
        self._show()

    def _show(self) -> None:
        of, text = self._known.get(self._shown), self.query_one("#entry", ResultField).value
        self._read = results_line.read(text, of.best, self._listed) if of else None
        self.query_one("#meaning", Shown).show(meaning(of, self._read, self._listed) if of else "")

    def action_other(self, step: int = 1) -> None:
        """The next work or the one before."""
        self._list.action_move(step)

    @on(LineField.Submitted, "#entry")
    def _entered(self, event: LineField.Submitted) -> None:
        event.prevent_default()
        self.action_keep()

    def action_keep(self) -> None:
        """Save the results where they fit."""
        self._show()
        read = self._read
        if read is None:
            self.app.explain("results_expected")
        elif fault := results_line.fault(read):
            self.app.explain(fault.code, **fault.values)
        else:
            then, failed = self._saved, self._refused
            marks = read.marks
            self.app.save(
                results.set_results, self._shown, read.listed, read.wrote, marks, then=then, failed=failed
            )  # fmt: skip

    def _refused(self, error: Refused) -> None:
        self.say(messages.sentence(error), error=True)

    def _saved(self, _none: None) -> None:
        """Go to the next work that lacks results; after the last one back, and offer the plan's line."""
        done = self._known[self._shown]
        waiting = [each.id for each in self._known.values() if not each.has_results and each.id != done.id]
        self._wanted = 0
        if not waiting:
            self.app.back()
            self.app.refresh_screens()
            fulfil.offer(self.app, TABLE, done.id)
            return
        later = [key for key in waiting if list(self._known).index(key) > list(self._known).index(done.id)]
        self._list.choose((later or waiting)[0])
        self.refill()
        self.say(_("Saved: {work}. Ctrl+Z – take back.").format(work=work_words.name(done)))

    def action_open_work(self) -> None:
        """Open the chosen work."""
        if self._shown:
            self.app.open("tui.screens.control_tests.work:WorkScreen", work_id=self._shown)


def lacks_results(of: Work, today: object) -> bool:
    """Whether a work's day has come and its results are not known."""
    return not of.has_results and of.state != "cancelled" and of.held_on is not None and of.held_on <= today  # type: ignore[operator]


def meaning(of: Work, read: Results | None, listed: int | None) -> str:
    """What a line of results comes to, with the formulas; how to type it where it is not whole yet."""
    if read is None:
        names = " ".join(f"«{mark}»" for mark in quality.marks_of(of.best))
        lines = [_("Listed, wrote, then the marks: {marks}.").format(marks=names)]
        if listed is not None:
            lines.append(_("The class's list has {listed}: the marks alone are enough.").format(listed=listed))
        return "\n".join(lines)
    counts, total = quality.counts(read.marks, of.best), sum(read.marks.values())
    marks = "  ".join(f"«{mark}» {pupils}" for mark, pupils in read.marks.items())
    shown = (
        (_("Listed"), "?" if read.listed is None else str(read.listed)), (_("Wrote"), str(read.wrote)),
        (_("Marks"), f"{marks}   = {total}"), (_("Pass rate"), quality.pass_rate_formula(counts)),
        (_("Quality"), quality.quality_formula(counts)), (_("Degree (SOU)"), quality.degree_formula(counts)),
        (_("Mean mark"), quality.mean_formula(read.marks)),
    )  # fmt: skip
    lines = [f"{label:<{LABEL}}{value}" for label, value in shown]
    fault = results_line.fault(read)
    return "\n".join([*lines, *([f"! {messages.explain(fault.code, **fault.values)}"] if fault else [])])


def _cells(of: Work) -> tuple[str, ...]:
    what = " · ".join((of.subject, work_words.kind(of)))
    return work_words.when(of), of.class_name, what, work_words.person(of.teacher), work_words.brief(of)
