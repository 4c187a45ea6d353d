"""One record of growth: its fields, and the stages of a topic or the steps of a best practice."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.widget import Widget

from db.errors import Refused
from db.growth import keeping, reading
from db.growth.kinds import KINDS
from db.growth.rows import MentoringRow, StageRow, StepRow
from tui import clock, commands, growth_words, places, words
from tui.commands import Command
from tui.screens.growth.actions import ASK, GrowthActions
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

MARGINS = 4
"""Cells of the terminal beside the fields."""
PARTS = {kind.under: table for table, kind in KINDS.items() if kind.under}
"""Table → the table of what stands under its records."""
OF_A_PART = frozenset({"done", "open"})


class GrowthRecordScreen(GrowthActions):
    """A record; F7 adds a stage or a step where it has such, Space says that one is done."""

    COMMANDS = (
        commands.NEW.but(help=N_("Add a stage, or a step: studied, generalised, spread.")),
        Command("done", "space", N_("Done"), N_("The stage was done today; once more: it was not.")),
        *GrowthActions.RECORD,
        commands.OPEN.but(help=N_("Change the chosen stage or step."), footer=False),
    )
    HELP = N_(
        "A record of a teacher's growth. 1 names the meeting and question at which colleagues were told of it, or of "
        "the chosen stage. F7 adds a stage of self-education or a step of best practice, Space notes a stage as done "
        "today, Enter changes it, F8 takes the stage or the whole record away. F4 changes the record."
    )

    def __init__(self, **of: int) -> None:
        """`of`: the table with «_id» and the record's number, as `course_id=5`."""
        super().__init__()
        ((name, self._row_id),) = of.items()
        self._table = name.removesuffix("_id")
        self._of: Any = None

    def title_text(self) -> str:
        """What it is and whose."""
        one = _(growth_words.ONE[self._table])
        return f"{one} · {self._of.name.listed}" if self._of else one

    def body(self) -> Iterable[Widget]:
        """The fields, then what stands under it."""
        yield Shown(id="facts")
        if self._table in PARTS:
            columns = (Column(N_("Day"), width=19), Column(N_("Stage")), Column(N_("Told at"), width=16))
            empty = N_("No stages yet. F7 adds the first one.")
            yield PageList(*columns, empty=empty, id="parts")
        elif self._table == "mentoring":
            columns = (Column(N_("Day"), width=12), Column(N_("Lesson visited")), Column(N_("Teacher"), width=18))
            empty = N_("No lessons of the two yet. When one visits the other's lesson it stands here by itself.")
            yield PageList(*columns, empty=empty, id="parts")

    def on_mount(self) -> None:
        """The stages have the keys."""
        super().on_mount()
        for each in self.query(PageList):
            each.focus()

    def fill(self) -> None:
        """Read the record; one that is gone closes the screen."""
        try:
            self._of = reading.record(self._table, self._row_id)
        except Refused:
            self._of = None
            self.call_later(self.app.back)
            return
        named, known = (
            growth_words.title(self._table, self._of),
            growth_words.shown(self._of, self.size.width - MARGINS),
        )
        self.query_one("#facts", Shown).show("\n".join((named, known)))
        for each in self.query(PageList):
            each.set_rows(_lessons(self._of) if self._table == "mentoring" else map(_row, self._parts()))

    def _parts(self) -> tuple[StageRow | StepRow, ...]:
        return getattr(self._of, "stages", ()) or getattr(self._of, "steps", ())

    @property
    def chosen_record(self) -> tuple[str, Any] | None:
        """The record that is shown."""
        return (self._table, self._of) if self._of else None

    @property
    def _chosen(self) -> StageRow | StepRow | None:
        key = next((each.key for each in self.query(PageList)), None)
        return next((each for each in self._parts() if each.id == key), None) if self._of else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Stages and steps only where there are such."""
        if action == "new":
            return self._table in PARTS
        if self._table == "mentoring" and action == "open" and self.is_mounted:
            return self.query_one(PageList).key is not None
        if action in OF_A_PART and self.is_mounted:
            return self._chosen is not None and (action == "open" or self._table == "self_education")
        if action == "told" and self.is_mounted and self._table in PARTS:
            return self._chosen is not None
        return super().check_action(action, parameters)

    @on(PageList.Highlighted)
    def _marked(self) -> None:
        self.refresh_commands()

    def action_new(self) -> None:
        """A new stage, or the step that follows."""
        done = [each.stage for each in self._parts() if isinstance(each, StepRow)]
        stages = [*growth_words.STAGES]
        following = next((each for each in stages if each not in done), stages[-1])
        self._form(stage=following)

    @on(PageList.Opened)
    def action_open(self) -> None:
        """Change the chosen one, or open the lesson of a pair."""
        if part := self._chosen:
            self._form(row_id=part.id, of=part)
        elif self._table == "mentoring" and isinstance(key := self.query_one(PageList).key, int):
            places.open_record(self.app, "activity", key)

    def _form(self, **values: Any) -> None:
        of = {"table": PARTS[self._table], "above_id": self._row_id}
        self.app.open("tui.screens.growth.form:PartForm", **of, **values)

    def action_done(self) -> None:
        """Done today, or not after all."""
        if isinstance(part := self._chosen, StageRow):
            day = None if part.done_on else clock.today()
            self.app.save(keeping.change, PARTS[self._table], part.id, then=self._shown, done_on=day)

    def _shown(self, _none: Any = None) -> None:
        self.app.refresh_screens()

    def action_told(self) -> None:
        """Under which question colleagues were told of the chosen stage, or of the record."""
        if self._table not in PARTS:
            super().action_told()
        elif part := self._chosen:
            self.ask_item(PARTS[self._table], part.id, "agenda_item_id", part.agenda_item_id, self.tied_text())

    def action_delete(self) -> None:
        """The chosen stage where one is chosen, else the record."""
        if (part := self._chosen) is None:
            super().action_delete()
            return
        ways = [_("No, nothing"), _("This stage"), _("The whole record")]
        question = growth_words.part(part, clock.today())[1]
        self.app.open_dialog("tui.widgets.dialogs:Pick", question, ways, then=partial(self._part_goes, part.id))

    def _part_goes(self, part_id: int, way: int | None) -> None:
        if way == 1:
            self.app.save(keeping.remove, PARTS[self._table], part_id, then=self._shown)
        elif way == 2:
            question = _("Take this record away?")
            self.app.open_dialog(ASK, question, then=partial(self._delete, self._table, self._row_id))

    def removed(self) -> None:
        """The record is gone: so is its screen."""
        self.app.back()
        self.app.refresh_screens()

    def action_word(self) -> None:
        """The papers."""
        if self._of:
            self.papers(self._of.person_id)


def _lessons(of: MentoringRow) -> list[Row]:
    names = {of.person_id: of.name.listed, of.novice_id: of.novice.listed}
    found = reading.mentored_lessons(of)
    return [Row(each.id, (words.day(each.day), each.title, names[each.teacher_id])) for each in found]


def _row(of: StageRow | StepRow) -> Row:
    *cells, style = growth_words.part(of, clock.today())
    return Row(of.id, tuple(cells), style or ("good" if of.done_on else ""))
