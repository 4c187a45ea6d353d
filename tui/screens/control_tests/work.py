"""One control work: its facts and figures, what it checks, what was not mastered, mistakes and measures."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db.control_tests import reading, results
from db.control_tests.rows import Earlier, Requirement, Work
from tui import commands, current, words, work_words
from tui.commands import Command
from tui.screens.control_tests.actions import DONE, PROMPT, WORK, WorkActions, work_or_none
from tui.texts import N_, _
from tui.widgets.fields import number
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

PICK = "tui.widgets.dialogs:Pick"


class WorkScreen(WorkActions):
    """A work; Enter on a requirement types how many pupils mastered it."""

    COMMANDS = (
        *DONE, *WORK,
        commands.OPEN.but(title=N_("How many"), help=N_("Type how many pupils mastered the requirement.")),
        Command("requirements", "4", N_("Checks"), N_("Write what the test checks, one requirement a line.")),
        Command("earlier", "5", N_("Earlier"), N_("Take over the requirements of an earlier test."), footer=False),
    )  # fmt: skip
    HELP = N_(
        "A test. 1 types its results, 4 what it checks: the standard's requirements, one a line; Enter on one types "
        "how many pupils mastered it, and what too few mastered is marked. F4 changes all fields, also the typical "
        "mistakes and what will be done about them."
    )

    def __init__(self, work_id: int) -> None:
        super().__init__()
        self._work_id = work_id
        self._of: Work | None = None
        self._requirements: dict[int, Requirement] = {}

    def title_text(self) -> str:
        """Which kind, and how it stands."""
        if (of := self._of) is None:
            return _("Tests")
        state = " ".join((work_words.sign(of), work_words.state(of)))
        return " · ".join((_("Tests"), words.school_year(of.first_year), state))

    def body(self) -> Iterable[Widget]:
        """Facts, requirements, mistakes and measures."""
        yield Shown(id="work")
        columns = (
            Column(width=1), Column(N_("What it checks")), Column(N_("Mastered"), width=10, right=True),
            Column("%", width=7, right=True),
        )  # fmt: skip
        empty = N_("What does it check? 4 – write the requirements, 5 – take them over from an earlier test.")
        yield PageList(*columns, empty=empty, id="requirements")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The requirements have the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#requirements", PageList)

    @property
    def chosen_work(self) -> Work | None:
        """The one that is shown."""
        return self._of

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """How many mastered a requirement is asked only where there is one."""
        if action == "open" and self.is_mounted:
            return self._list.key is not None
        return super().check_action(action, parameters)

    def fill(self) -> None:
        """Read the work; one that is gone closes the screen."""
        self._of = work_or_none(self._work_id)
        if (of := self._of) is None:
            self.call_later(self.app.back)
            return
        percent = reading.mastery_percent(current.association_id())
        missed = of.not_mastered(percent)
        self._requirements = {each.id: each for each in of.requirements}
        self.query_one("#work", Shown).show(fields(of))
        self._list.set_rows(_row(of, each, missed=each in missed) for each in of.requirements)
        self.query_one("#whole", Shown).show(conclusions(of, missed, percent))

    @on(PageList.Highlighted, "#requirements")
    def _marked(self) -> None:
        self.refresh_commands()

    @on(PageList.Opened, "#requirements")
    def action_open(self) -> None:
        """Ask how many mastered it."""
        of, requirement = self._of, self._requirements.get(self._list.key)  # type: ignore[call-overload]
        if of is None or requirement is None:
            return
        question = _("How many mastered it? {text}") if not of.wrote else _("How many of {wrote} mastered it? {text}")
        value = "" if requirement.mastered is None else str(requirement.mastered)
        check = partial(number, low=0, high=1000)
        then = partial(self._mastered, requirement)
        self.app.open_dialog(PROMPT, question.format(wrote=of.wrote, text=requirement.text), value, check, then=then)

    def _mastered(self, requirement: Requirement, answer: object) -> None:
        """Write it and go to the next one; Esc and nothing typed leave it as it is."""
        if isinstance(answer, int):
            self.app.save(results.set_mastered, requirement.id, answer, then=lambda _none: self._next())

    def _next(self) -> None:
        self.app.refresh_screens()
        self._list.action_move(1)

    def action_requirements(self) -> None:
        """Write them, one a line."""
        self.app.open("tui.screens.control_tests.requirements:RequirementsForm", work_id=self._work_id)

    def action_earlier(self) -> None:
        """Offer earlier tests of the same subject and grade."""
        if (of := self._of) is None:
            return
        found = reading.earlier(of)
        if not found:
            self.say(_("No earlier test of this subject and grade has requirements."))
            return
        options = [_offer(each) for each in found]
        self.app.open_dialog(PICK, _("Whose requirements?"), options, then=partial(self._taken, found))

    def _taken(self, found: list[Earlier], answer: int | None) -> None:
        if answer is not None:
            self.app.save(results.take_requirements, self._work_id, found[answer].id, then=self._added)

    def _added(self, count: int) -> None:
        self.app.refresh_screens()
        self.say(_("Requirements added: {count}. 4 – change them.").format(count=count))

    def action_word(self) -> None:
        """Offer the analysis of this work."""
        if of := self._of:
            self.papers(of.first_year, of.quarter, of.id)

    def removed(self) -> None:
        """The work is gone: so is its screen."""
        self.app.back()
        self.app.refresh_screens()


def fields(of: Work) -> str:
    """The fields that say something, one a line of text."""
    note = of.note.replace("\n", "; ")
    known = (
        (_("Day"), work_words.place(of)), (_("Teacher"), work_words.person(of.teacher)),
        (_("Made by"), work_words.person(of.author)), (_("Reason"), of.reason.replace("\n", " ")),
        (_("Outcome"), work_words.counted(of)), (_("Figures"), work_words.figures(of)), (_("Note"), note),
    )  # fmt: skip
    head = " · ".join(part for part in (work_words.name(of), of.title) if part)
    lines = [f"{name:<{work_words.LABEL}}{value}" for name, value in known if value]
    return "\n".join([head, *lines])


def conclusions(of: Work, missed: tuple[Requirement, ...], percent: int) -> str:
    """What was not mastered, the typical mistakes, what will be done."""
    known = (
        (_("Not mastered (below {percent} %)").format(percent=percent), work_words.requirement_list(missed)),
        (_("Typical mistakes"), of.mistakes), (_("Measures"), of.measures),
    )  # fmt: skip
    shown = [f"{name}: {' '.join(value.split())}" for name, value in known if value]
    if of.has_results and not (of.mistakes and of.measures):
        shown.append(_("F4 – write the typical mistakes and what will be done."))
    return "\n".join(shown)


def _row(of: Work, each: Requirement, *, missed: bool) -> Row:
    mastered = "–" if each.mastered is None else str(each.mastered)
    return Row(each.id, ("!" if missed else "", each.text, mastered, of.share_of(each)), "warning" if missed else "")


def _offer(of: Earlier) -> str:
    texts = work_words.requirement_list(of.requirements)
    return f"{words.day(of.held_on)} {of.class_name} {_(work_words.KINDS[of.kind])} ({len(of.requirements)}): {texts}"
