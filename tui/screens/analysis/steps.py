"""The versions of an analysis and their steps: considered, handed in, read by the head of studies with remarks."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db import schools
from db.analysis import versions
from db.analysis.content import content
from db.analysis.rows import Scope
from db.analysis.versions import Step, Version
from db.meetings.overview import HELD
from db.meetings.rows import MeetingRow
from db.meetings.sheet import meetings
from tui import analysis_words, clock, commands, current, places, typed, typed_plan, words
from tui.commands import Command
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

PICK, PROMPT = "tui.widgets.dialogs:Pick", "tui.widgets.dialogs:Prompt"


class AnalysisStepsScreen(TiedScreen):
    """The newest version first; under each its steps."""

    COMMANDS = (
        commands.NEW.but(title=N_("Version"), help=N_("Keep the analysis as it stands now as a version.")),
        Command("considered", "1", N_("Considered"), N_("It was considered at a meeting: which one.")),
        Command("handed_in", "2", N_("Handed in"), N_("It was handed in to the head of studies: when.")),
        Command("acquainted", "3", N_("Read"), N_("The head of studies read it: when, and with which remarks.")),
        commands.WORD.but(help=N_("Make the version as a Word document."), footer=False),
        commands.OPEN.but(help=N_("Open the meeting that considered it."), footer=False),
    )
    HELP = N_(
        "F7 keeps the analysis as it stands as a version, which never changes. It is considered at a meeting (1), "
        "handed in (2) and read by the head of studies (3), whose remarks are typed then: 7 on that line makes a task "
        "of them. A version handed in is printed as it was, whatever the records say later."
    )

    def __init__(self, first_year: int = 0, quarter: int = 0, step_id: int = 0) -> None:
        """Those of an analysis; `step_id`: of the one to which a step belongs, with that step chosen."""
        super().__init__()
        self._year, self._quarter, self._step_id = first_year, quarter, step_id
        if step_id:
            self._year, self._quarter = versions.whose(step_id)
        self._versions: dict[int, Version] = {}
        self._steps: dict[int, Step] = {}
        self._changed = False

    @property
    def _scope(self) -> Scope:
        return Scope(current.association_id(), self._year, self._quarter, clock.today())

    def title_text(self) -> str:
        """Which analysis."""
        return " · ".join((_("Versions of the analysis"), analysis_words.scope(self._year, self._quarter)))

    def body(self) -> Iterable[Widget]:
        """The versions, the remark of the chosen step."""
        empty = N_("No version was kept yet. F7 keeps the analysis as it stands now as version 1.")
        yield PageList(Column(width=3), Column(share=3), Column(width=10), Column(share=2), empty=empty, id="versions")
        yield Shown(id="note", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        listed = self.query_one("#versions", PageList)
        listed.focus()
        step = self._steps.get(self._step_id)
        if step:
            listed.choose((step.analysis_version_id, step.id))

    def fill(self) -> None:
        """Read the versions."""
        found = versions.versions(self._scope)
        self._versions = {each.id: each for each in found}
        self._steps = {step.id: step for each in found for step in each.steps}
        self._changed = not found or versions.differs(content(self._scope), found[-1])
        self.query_one("#versions", PageList).set_rows([row for each in reversed(found) for row in _rows(each)])
        self._show()

    @property
    def _chosen(self) -> tuple[Version | None, Step | None]:
        key = self.query_one("#versions", PageList).key
        version_id, step_id = key if isinstance(key, tuple) else (0, 0)
        return self._versions.get(version_id), self._steps.get(step_id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Steps need a version; what was not changed is not kept again."""
        if action in versions.STEPS and self.is_mounted:
            return self._chosen[0] is not None
        return self._changed if action == "new" else super().check_action(action, parameters)

    def tied_record(self) -> tuple[str, int] | None:
        """The step whose remarks a task is made of."""
        step = self._chosen[1]
        return ("analysis_step", step.id) if step and step.note else None

    def tied_text(self) -> str:
        """The remarks."""
        step = self._chosen[1]
        return step.note if step else ""

    @on(PageList.Highlighted, "#versions")
    def _show(self) -> None:
        version, step = self._chosen
        self.query_one("#note", Shown).show(step.note if step else version.reason if version else "")
        self.refresh_commands()

    def action_new(self) -> None:
        """Keep it; a second time the reason is asked for."""
        if self._versions:
            self.app.open_dialog(PROMPT, _("What was changed, and why?"), then=self._keep)
        else:
            self._keep("")

    def _keep(self, reason: str | None) -> None:
        if reason is not None:
            keep = partial(self.app.save, versions.keep, self._scope, reason, then=self._kept)
            self.app.back_up_first("finalising", keep)

    def _kept(self, version: int) -> None:
        self.app.refresh_screens()
        self.say(_("Version {version} is kept. 1 – considered, 2 – handed in, 3 – read.").format(version=version))

    def action_considered(self) -> None:
        """Ask at which meeting."""
        held = [each for each in meetings(current.association_id(), self._year) if each.state in HELD]
        if not held:
            self.say(_("No meeting of this year was held yet."), error=True)
            return
        options = [typed_plan.meeting_name(each.number, each.held_on) for each in held]
        question = _("At which meeting was the analysis considered?")
        self.app.open_dialog(PICK, question, options, len(options) - 1, then=partial(self._at, held))

    def _at(self, held: list[MeetingRow], answer: int | None) -> None:
        if answer is not None:
            of = held[answer]
            self._note("considered", of.held_on or clock.today(), of.id)

    def action_handed_in(self) -> None:
        """Ask on which day."""
        self._ask_day("handed_in", lambda day: self._note("handed_in", day))

    def action_acquainted(self) -> None:
        """Ask on which day, then for the remarks."""
        self._ask_day("acquainted", self._ask_remarks)

    def _ask_remarks(self, day: dt.date) -> None:
        question = _("Remarks of the head of studies (Enter – none):")
        then = lambda note: note is not None and self._note("acquainted", day, None, note)  # noqa: E731
        self.app.open_dialog(PROMPT, question, then=then)

    def _ask_day(self, step: str, then: Callable[[dt.date], object]) -> None:
        question = " – ".join((_(analysis_words.STEPS[step]), _("on which day?")))
        answered = lambda day: day is not None and then(day)  # noqa: E731
        self.app.open_dialog(PROMPT, question, words.day(clock.today()), typed.past_day, then=answered)

    def _note(self, step: str, day: dt.date, meeting_id: int | None = None, note: str = "") -> None:
        version, school = self._chosen[0], schools.school()
        if version is not None:
            name = school.head_of_studies if school and step != "considered" else ""
            then = lambda _id: self.app.refresh_screens()  # noqa: E731
            self.app.save(versions.step, version.id, step, day, meeting_id, name, note, then=then)

    @on(PageList.Opened, "#versions")
    def action_open(self) -> None:
        """The meeting that considered it; of the rest the paper."""
        step = self._chosen[1]
        if step and step.meeting_id:
            places.open_meeting(self.app, step.meeting_id)
        else:
            self.action_word()

    def action_word(self) -> None:
        """Offer the papers of the version."""
        version = self._chosen[0]
        of = {"version": version.version} if version else {}
        places.open_papers(
            self.app, "analysis", "analysis", "analysis-short", first_year=self._year,
            quarter=self._quarter or None, **of,
        )  # fmt: skip


def _rows(of: Version) -> Iterable[Row]:
    """The version, then each word on its steps."""
    made = words.day(dt.date.fromisoformat(of.made_at[:10]))
    yield Row((of.id, 0), ("", _("Version {version}").format(version=of.version), made, of.reason), "bold")
    for each in of.steps:
        by = _("meeting № {number}").format(number=each.meeting_number) if each.meeting_number else each.name
        said = " · ".join(part for part in (by, each.note) if part)
        yield Row((of.id, each.id), ("  ■", _(analysis_words.STEPS[each.step]), words.day(each.done_on), said))
