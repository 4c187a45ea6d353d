"""One change of the curriculum: teacher and class × what it asks of the calendar plan; what is missing stands out."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from textual import on
from textual.widget import Widget

from db.curriculum import changes, steps
from db.curriculum.rows import Asked, ChangeRow, TestOffer
from db.errors import Refused
from db.rules.curriculum_steps import STEPS
from tui import clock, commands, curriculum_words, places, words
from tui.commands import Command
from tui.screens.curriculum.changes import PAPERS, PICK
from tui.screens.curriculum.meetings import PROMPT, ask_day, ask_meeting
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.grid import Grid, GridRow
from tui.widgets.shown import Shown

OF_A_CELL = frozenset({"today", "day", "meeting", "not_needed", "note", "clear", "open", "mark"})


class MatrixScreen(TiedScreen):
    """Keys set the chosen step for the chosen plan, or for all marked ones at once."""

    COMMANDS = (
        Command("today", "1", N_("Today"), N_("The step was done today.")),
        Command("day", "2", N_("Day"), N_("The step was done on another day: I type it.")),
        Command("meeting", "3", N_("Meeting"), N_("Considered at a meeting: which one?")),
        Command("not_needed", "4", N_("Not needed"), N_("The plan, or its test, is not touched by it."), footer=False),
        Command("note", "5", N_("Note"), N_("Write a note beside the plan."), footer=False),
        Command("clear", "delete", N_("Clear"), N_("The step was not done after all."), footer=False),
        Command("mark", "space", N_("Mark"), N_("Mark the plan: keys then act on all marked ones.")),
        Command("all", "insert", N_("All"), N_("Mark all plans, or none."), footer=False),
        commands.EDIT.but(help=N_("Change the change's own fields."), footer=False),
        commands.WORD.but(help=N_("Make the changes and what was done as a Word document."), footer=False),
        commands.OPEN.but(help=N_("Ask for the cell: the meeting, the test or the day."), footer=False),
    )
    HELP = N_(
        "Each row is a calendar plan that the change touches, each column what is asked of it: □ is missing, – is not "
        "needed. 1 today, 2 another day, 3 at a meeting, 4 not needed, Delete clears. Space marks rows, Insert all of "
        "them: a key then sets the step for all marked ones. The test's own day comes from the test: Enter links it."
    )

    def __init__(self, change_id: int) -> None:
        super().__init__()
        self._change_id = change_id
        self._of: ChangeRow | None = None
        self._asked: dict[int, Asked] = {}
        self._marked: set[int] = set()

    def title_text(self) -> str:
        """How much is left."""
        missing = self._of.missing if self._of else 0
        left = _("left: {count}").format(count=missing) if missing else _("all done") if self._asked else ""
        marked = _("marked: {count}").format(count=len(self._marked)) if self._marked else ""
        return " · ".join(filter(None, (_("Change of the curriculum"), left, marked)))

    def body(self) -> Iterable[Widget]:
        """The change, the matrix, the chosen cell in words."""
        yield Shown(id="change")
        yield Grid(id="matrix")
        yield Shown(id="none", classes="below")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The matrix has the keys."""
        super().on_mount()
        self._grid.focus()

    @property
    def _grid(self) -> Grid:
        return self.query_one("#matrix", Grid)

    @property
    def _place(self) -> tuple[Asked | None, str]:
        row, column = self._grid.place
        return (self._asked.get(row) if isinstance(row, int) else None), str(column or STEPS[0])

    @property
    def _plan_ids(self) -> list[int]:
        """The marked plans, else the one under the cursor."""
        of, _step = self._place
        return sorted(self._marked) or ([of.plan.id] if of else [])

    def tied_record(self) -> tuple[str, int] | None:
        """The change itself."""
        return ("curriculum_change", self._change_id)

    def tied_text(self) -> str:
        """What is missing for the chosen plan, with the change."""
        of, _step = self._place
        text = self._of.text if self._of else ""
        return f"{text}: {of.plan.class_name}, {of.plan.subject}" if of else text

    def tied_owner_ids(self) -> tuple[int, ...]:
        """The teacher of the chosen plan."""
        of, _step = self._place
        return (of.plan.person_id,) if of else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a cell is offered only where there is one."""
        if action in OF_A_CELL and self.is_mounted:
            return self._place[0] is not None
        return True

    def fill(self) -> None:
        """Read the change and its plans; one that is gone closes the screen."""
        try:
            self._of = changes.change(self._change_id)
        except Refused:
            self.call_later(self.app.back)
            return
        found = steps.asked(self._of)
        self._asked = {each.plan.id: each for each in found}
        self._marked &= self._asked.keys()
        self.query_one("#change", Shown).show(curriculum_words.change(self._of))
        columns = [(step, _(title)) for step, title in curriculum_words.BRIEF.items()]
        self._grid.set_rows(columns, [self._row(each) for each in found], _("Teacher, class"))
        self._grid.display = bool(found)
        none = _("No calendar plan has these subjects and classes. Enter the plans first: Curriculum, 1.")
        self.query_one("#none", Shown).show("" if found else none)
        self._show_whole()

    def _row(self, of: Asked) -> GridRow:
        sign = "✓ " if of.plan.id in self._marked else ""
        title = f"{sign}{of.plan.name.listed} {of.plan.class_name} {of.plan.subject}"
        style = "bold" if sign else "dim" if of.step.not_needed else ""
        return GridRow(of.plan.id, title, [curriculum_words.cell(of.step, step) for step in STEPS], style)

    @on(Grid.Moved)
    def _show_whole(self) -> None:
        of, step = self._place
        self.query_one("#whole", Shown).show(curriculum_words.whole(of, step) if of else "")
        self.refresh_commands()

    # Marks

    def action_mark(self) -> None:
        """Mark the plan or take its mark away, and go on to the next one."""
        of, _step = self._place
        if of:
            self._marked ^= {of.plan.id}
            self.refill()
            self._grid.action_go(1, 0)

    def action_all(self) -> None:
        """Mark all, or none."""
        self._marked = set() if self._marked else set(self._asked)
        self.refill()

    # Steps

    def action_today(self) -> None:
        """The step was done today."""
        self._set(clock.today())

    def action_day(self) -> None:
        """Ask for the day."""
        of, step = self._place
        if of and self._settable(step):
            day = getattr(of.step, steps.DATED[step])
            ask_day(self.app, _(curriculum_words.STEPS[step]), day, self._set)

    def action_meeting(self) -> None:
        """Ask which meeting considered the plans."""
        if self._of:
            then = partial(self._write, "considered")
            ask_meeting(self.app, self._of.first_year, _("Considered at which meeting?"), then)

    def action_clear(self) -> None:
        """The step was not done after all."""
        of, step = self._place
        if step == "test_held" and of:
            self._save(steps.link_test, of.plan.id, None)
        else:
            self._set(None)

    @on(Grid.Opened)
    def action_open(self) -> None:
        """Ask for what the step needs."""
        step = self._place[1]
        {"considered": self.action_meeting, "test_held": self._ask_test}.get(step, self.action_day)()

    def _settable(self, step: str) -> bool:
        if step == "test_held":
            self._ask_test()
        return step != "test_held"

    def _set(self, day: dt.date | None) -> None:
        step = self._place[1]
        if self._settable(step):
            self._write(step, day, None)

    def _write(self, step: str, day: dt.date | None, meeting_id: int | None) -> None:
        self._save(steps.set_step, self._plan_ids, step, day, meeting_id)

    def action_not_needed(self) -> None:
        """Ask what is not needed."""
        options = [_("The change does not touch this plan"), _("No feedback test is needed"), _("Needed after all")]
        ids = self._plan_ids
        self.app.open_dialog(PICK, _("What is not needed?"), options, then=partial(self._not_needed, ids))

    def _not_needed(self, ids: list[int], answer: int | None) -> None:
        if answer == 0:
            self._save(steps.set_not_needed, ids)
        elif answer == 1:
            self._save(steps.set_not_needed, ids, only_test=True)
        elif answer == 2:
            self._save(steps.set_needed, ids)

    def action_note(self) -> None:
        """Ask for the note."""
        of, _step = self._place
        if of:
            then = partial(self._noted, of.plan.id)
            self.app.open_dialog(PROMPT, curriculum_words.plan(of.plan), of.step.note, then=then)

    def _noted(self, plan_id: int, note: str | None) -> None:
        if note is not None:
            self._save(steps.set_note, plan_id, note)

    def _ask_test(self) -> None:
        """Ask which test is the feedback test of the chosen plan."""
        of, _step = self._place
        if of is None:
            return
        offers = steps.test_offers(of.plan.id)
        if not offers:
            self.say(_("This class has no test yet: enter it first, then link it here."), error=True)
            return
        then = partial(self._test_chosen, of.plan.id, offers)
        self.app.open_dialog(PICK, _("Which test? {plan}").format(plan=curriculum_words.plan(of.plan)),
                             [_test(each) for each in offers], then=then)  # fmt: skip

    def _test_chosen(self, plan_id: int, offers: list[TestOffer], answer: int | None) -> None:
        if answer is not None:
            self._save(steps.link_test, plan_id, offers[answer].control_test_id)

    def _save(self, action: Callable[..., Any], *args: Any, **named: Any) -> None:
        self.app.save(action, self._change_id, *args, then=lambda _none: self.app.refresh_screens(), **named)

    def action_edit(self) -> None:
        """The change's form."""
        if of := self._of:
            self.app.open("tui.screens.curriculum.forms:ChangeForm", first_year=of.first_year, change_id=of.id)

    def action_word(self) -> None:
        """The year's papers."""
        if of := self._of:
            places.open_papers(self.app, PAPERS[0], *PAPERS, first_year=of.first_year)


def _test(of: TestOffer) -> str:
    """«10.12.2026 математика, 4-А: …»."""
    named = ", ".join(filter(None, (of.subject, of.class_name)))
    return " · ".join(filter(None, (words.day(of.held_on), named, of.title)))
