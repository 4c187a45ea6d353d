"""The steps of a plan's approval: handed in as a version, considered at a meeting, agreed, approved."""

import datetime as dt
from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db import schools
from db.meetings.overview import HELD
from db.meetings.rows import MeetingRow
from db.meetings.sheet import meetings
from db.plans import approvals
from db.plans.approvals import STEPS, Approval, Version
from tui import clock, commands, current, places, typed, typed_plan, words
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

STEP_WORDS = {
    "considered": N_("Considered by the association"),
    "agreed": N_("Agreed by the head of studies"),
    "approved": N_("Approved by the director"),
}
PICK, PROMPT = "tui.widgets.dialogs:Pick", "tui.widgets.dialogs:Prompt"


class PlanStepsScreen(BirikmeScreen):
    """The versions of a plan of a year, a quarter or a month, the newest first, each with its steps."""

    COMMANDS = (
        commands.NEW.but(title=N_("Hand in"), help=N_("Keep the plan as it stands now as a version to be approved.")),
        Command("considered", "1", N_("Considered"), N_("It was considered at a meeting: which one.")),
        Command("agreed", "2", N_("Agreed"), N_("The head of studies agreed: on which day.")),
        Command("approved", "3", N_("Approved"), N_("The director approved it: on which day.")),
        commands.WORD.but(help=N_("Make the plan as a Word document."), footer=False),
        commands.OPEN.but(help=N_("Read the version as it was handed in."), footer=False),
    )
    HELP = N_(
        "A plan is handed in (F7), considered at a meeting (1), agreed by the head of studies (2), and that of the "
        "year approved by the director (3). A version stays as it was handed in; a plan changed afterwards is handed "
        "in again with the reason, and both stay. Enter reads a version."
    )

    def __init__(self, first_year: int, scope: str = "year", part: int = 0) -> None:
        """`scope` and `part`: the year's plan, or that of a quarter or a month."""
        super().__init__()
        self._year, self._scope, self._part = first_year, scope, part
        self._versions: dict[int, Version] = {}
        self._changed = False

    def title_text(self) -> str:
        """Which plan."""
        return " · ".join((_("Approval of the plan"), typed_plan.part_name(self._year, self._scope, self._part)))

    @property
    def _steps(self) -> tuple[str, ...]:
        """The steps that the plan passes: that of a quarter or a month ends with the head of studies."""
        return STEPS if self._scope == "year" else STEPS[:-1]

    def body(self) -> Iterable[Widget]:
        """What stands now, the versions."""
        yield Shown(id="now", classes="below")
        empty = N_("The plan was not handed in yet. F7 keeps it as it stands now as version 1.")
        yield PageList(Column(width=4), Column(), Column(width=10), Column(width=30), empty=empty, id="versions")
        yield Shown(id="reason", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self.query_one("#versions", PageList).focus()

    def fill(self) -> None:
        """Read the versions."""
        of = (current.association_id(), self._year, self._scope, self._part)
        found = approvals.versions(*of)
        self._versions = {each.id: each for each in found}
        self._changed = not approvals.content(*of, clock.today())["version"]
        shown: list[Row] = []
        for each in reversed(found):
            shown += _version_rows(each, self._steps)
        self.query_one("#versions", PageList).set_rows(shown)
        self.query_one("#now", Shown).show(self._now(found))

    def _now(self, found: list[Version]) -> str:
        """How the plan stands beside its newest version."""
        if not found:
            return _("Draft: not handed in yet.")
        if self._changed:
            return _("The plan was changed after version {version}: F7 hands it in again, with the reason.").format(
                version=found[-1].version
            )
        return _("The plan is as it was handed in: version {version}.").format(version=found[-1].version)

    @property
    def _chosen(self) -> tuple[Version | None, str]:
        """The version under the cursor and the step, if one is marked."""
        key = self.query_one("#versions", PageList).key
        version_id, step = key if isinstance(key, tuple) else (0, "")
        return self._versions.get(version_id), step

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Steps need a version; what was not changed is not handed in again."""
        if action in STEPS and action not in self._steps:
            return False
        if action in (*STEPS, "open") and self.is_mounted:
            return self._chosen[0] is not None
        return (self._changed or not self._versions) if action == "new" else True

    @on(PageList.Highlighted, "#versions")
    def _marked(self) -> None:
        """Say why the version was made."""
        version = self._chosen[0]
        self.query_one("#reason", Shown).show(version.reason if version else "")
        self.refresh_commands()

    def action_new(self) -> None:
        """Hand it in; a second time the reason is asked for."""
        if self._versions:
            self.app.open_dialog(PROMPT, _("What was changed, and why?"), then=self._hand_in)
        else:
            self._hand_in("")

    def _hand_in(self, reason: str | None) -> None:
        if reason is not None:
            of = (current.association_id(), self._year, self._scope, self._part)
            hand_in = partial(self.app.save, approvals.hand_in, *of, reason=reason, then=self._handed_in)
            self.app.back_up_first("finalising", hand_in)

    def _handed_in(self, version: int) -> None:
        self.app.refresh_screens()
        said = _("Version {version} is kept. 1 – considered, 2 – agreed, 3 – approved.")
        if self._scope != "year":
            said = _("Version {version} is kept. 1 – considered, 2 – agreed.")
        self.say(said.format(version=version))

    # Steps

    def action_considered(self) -> None:
        """Ask at which meeting."""
        held = [each for each in meetings(current.association_id(), self._year) if each.state in HELD]
        if self._chosen[0] is None:
            return
        if not held:
            self._ask_day("considered", "", None)
            return
        options = [typed_plan.meeting_name(each.number, each.held_on) for each in held]
        then = partial(self._at_meeting, held)
        self.app.open_dialog(PICK, _("At which meeting was the plan considered?"), options, then=then)

    def _at_meeting(self, held: list[MeetingRow], answer: int | None) -> None:
        if answer is not None:
            of = held[answer]
            self._approve("considered", of.id, "", of.held_on or clock.today())

    def action_agreed(self) -> None:
        """Ask on which day."""
        school = schools.school()
        self._ask_day("agreed", school.head_of_studies if school else "", None)

    def action_approved(self) -> None:
        """Ask on which day."""
        school = schools.school()
        self._ask_day("approved", school.director if school else "", None)

    def _ask_day(self, step: str, name: str, meeting_id: int | None) -> None:
        if self._chosen[0] is not None:
            question = " – ".join(each for each in (_(STEP_WORDS[step]), name, _("on which day?")) if each)
            then = partial(self._approve, step, meeting_id, name)
            self.app.open_dialog(PROMPT, question, words.day(clock.today()), typed.past_day, then=then)

    def _approve(self, step: str, meeting_id: int | None, name: str, day: dt.date | None) -> None:
        version = self._chosen[0]
        if day is not None and version is not None:
            then = lambda _none: self.app.refresh_screens()  # noqa: E731
            self.app.save(approvals.approve, version.id, step, day, meeting_id, name, then=then)

    # Reading

    @on(PageList.Opened, "#versions")
    def action_open(self) -> None:
        """The meeting that considered it, else the version itself."""
        version, step = self._chosen
        passed = next((each for each in version.approvals if each.step == step), None) if version else None
        if passed and passed.meeting_id:
            places.open_meeting(self.app, passed.meeting_id)
        elif version:
            of = {"first_year": self._year, "scope": self._scope, "part": self._part}
            self.app.open("tui.screens.plan_version:PlanVersionScreen", version=version, **of)

    def action_word(self) -> None:
        """Offer the plan's papers."""
        part = {self._scope: self._part} if self._scope != "year" else {}
        places.open_plan_papers(self.app, self._year, **part)


def _version_rows(of: Version, steps: Iterable[str]) -> Iterable[Row]:
    """The version, and under it its steps."""
    made = words.day(dt.date.fromisoformat(of.made_at[:10]))
    title = _("Version {version}").format(version=of.version)
    yield Row((of.id, ""), ("", title, made, of.reason or _("Enter – read")), "bold")
    passed = {each.step: each for each in of.approvals}
    for at, step in enumerate(steps, 1):
        cells = (f"  {at}", _(STEP_WORDS[step]), *_step(passed.get(step)))
        yield Row((of.id, step), cells, "" if step in passed else "dim")


def _step(of: Approval | None) -> tuple[str, str]:
    """The day and by whom; a step to come is a blank box."""
    if of is None:
        return "□", ""
    by = typed_plan.meeting_name(of.meeting_number, None).rstrip(" ,") if of.meeting_number else of.name
    return words.day(of.approved_on), f"■ {by}"
