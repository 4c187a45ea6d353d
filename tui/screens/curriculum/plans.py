"""The register of a year's calendar plans: considered, agreed, approved, for one or for all marked ones."""

import datetime as dt
from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db import calendar
from db.curriculum import plans, proposals
from db.curriculum.rows import PlanRow
from tui import clock, commands, current, curriculum_words, places, words
from tui.commands import Command
from tui.screens.curriculum.changes import ASK, PAPERS, PICK
from tui.screens.curriculum.meetings import ask_day, ask_meeting
from tui.screens.listing import OfYear
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

OF_A_PLAN = frozenset({"considered", "agreed", "approved", "mark", "all", "edit", "delete", "open", "clear"})


class CalendarPlansScreen(OfYear, TiedScreen):
    """A row a plan; Space marks, 1, 2, 3 set the steps."""

    COMMANDS = (
        Command("considered", "1", N_("Consid."), N_("Considered at which meeting?")),
        Command("agreed", "2", N_("Agreed"), N_("Agreed by the head of studies: on which day?"), footer=False),
        Command("approved", "3", N_("Appr."), N_("Approved by the director: on which day?"), footer=False),
        Command("propose", "4", N_("Propose"), N_("Propose the register from the members' cards or last year's.")),
        Command("mark", "space", N_("Mark"), N_("Mark the plan: keys then act on all marked ones.")),
        Command("all", "insert", N_("All"), N_("Mark all plans, or none."), footer=False),
        commands.NEW.but(help=N_("Write plans, one a line; a list can be pasted.")),
        commands.WORD.but(help=N_("Make the register as a Word document."), footer=False),
        commands.EDIT.but(help=N_("Change the plan's fields."), footer=False),
        commands.DELETE.but(help=N_("Take the plan off the register."), footer=False),
        commands.OPEN.but(id="edit", help=N_("Change the plan's fields."), footer=False),
        *YEARS,
    )  # fmt: skip
    HELP = N_(
        "The calendar plans of the year. F7 writes them one a line («Асанова 4А математика 5/170») or takes a pasted "
        "list, 4 proposes them. 1 considered at a meeting, 2 agreed, 3 approved: for the marked plans (Space, Insert "
        "for all), else for the chosen one. PgUp and PgDn show another year."
    )

    def __init__(self, first_year: int | None = None, plan_id: int = 0) -> None:
        """`plan_id`: the plan to choose; its year is shown."""
        super().__init__()
        year = plans.plan(plan_id).first_year if plan_id else first_year
        self._year = year or calendar.current_first_year(clock.today())
        self._wanted = plan_id
        self._known: dict[int, PlanRow] = {}
        self._marked: set[int] = set()

    def title_text(self) -> str:
        """How many there are, and how many a meeting has considered."""
        done = sum(each.considered_on is not None for each in self._known.values())
        count = _("considered: {done}/{all}").format(done=done, all=len(self._known)) if self._known else ""
        marked = _("marked: {count}").format(count=len(self._marked)) if self._marked else ""
        named = _("CTP") if marked else _("Calendar plans")
        return " · ".join(filter(None, (named, words.school_year(self._year), count, marked)))

    def body(self) -> Iterable[Widget]:
        """The list, all of the chosen plan."""
        columns = (
            Column(width=1), Column(N_("Teacher"), width=18), Column(N_("Class"), width=5), Column(N_("Subject")),
            Column(N_("Hours"), width=7), Column(N_("Considered"), width=10), Column(N_("Agr."), width=7),
            Column(N_("Appr."), width=6),
        )  # fmt: skip
        empty = N_(
            "No calendar plans this year. F7 writes them, one a line: «Асанова 4А математика 5/170»; 4 proposes them "
            "from the members' cards or from last year."
        )
        yield YearList(*columns, empty=empty, id="plans")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        self._list.choose(self._wanted)

    @property
    def _list(self) -> PageList:
        return self.query_one("#plans", PageList)

    @property
    def chosen(self) -> PlanRow | None:
        """The plan under the cursor."""
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    @property
    def _plan_ids(self) -> list[int]:
        """The marked plans, else the one under the cursor."""
        return sorted(self._marked) or ([of.id] if (of := self.chosen) else [])

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen plan."""
        return ("calendar_plan", of.id) if (of := self.chosen) else None

    def tied_text(self) -> str:
        """A task or a question begins with the plan."""
        return _("Calendar plan: {plan}").format(plan=f"{of.class_name}, {of.subject}") if (of := self.chosen) else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Its teacher."""
        return (of.person_id,) if (of := self.chosen) else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a plan is offered only where one is chosen."""
        if action in OF_A_PLAN and self.is_mounted:
            return self.chosen is not None
        return True

    def fill(self) -> None:
        """Read the plans."""
        found = plans.plans(current.association_id(), self._year)
        self._known = {each.id: each for each in found}
        self._marked &= self._known.keys()
        self._list.set_rows(self._row(each) for each in found)
        self._show_whole()

    def _row(self, of: PlanRow) -> Row:
        number = f"№ {of.meeting_number} " if of.meeting_number else ""
        considered = f"{number}{curriculum_words.brief(of.considered_on)}"
        sign = "✓" if of.id in self._marked else ""
        cells = (
            sign, of.name.listed, of.class_name, of.subject, curriculum_words.hours(of.hours_week, of.hours_year),
            considered, curriculum_words.brief(of.agreed_on), curriculum_words.brief(of.approved_on),
        )  # fmt: skip
        return Row(of.id, cells, "bold" if sign else "good" if of.approved_on else "")

    @on(PageList.Highlighted, "#plans")
    def _show_whole(self) -> None:
        of = self.chosen
        self.query_one("#whole", Shown).show(_whole(of) if of else "")
        self.refresh_commands()

    # Marks

    def action_mark(self) -> None:
        """Mark the plan or take its mark away, and go on to the next one."""
        if of := self.chosen:
            self._marked ^= {of.id}
            self.refill()
            self._list.action_move(1)

    def action_all(self) -> None:
        """Mark all, or none."""
        self._marked = set() if self._marked else set(self._known)
        self.refill()

    # Steps

    def action_considered(self) -> None:
        """Ask which meeting considered them."""
        then = partial(self._step, self._plan_ids, "considered")
        ask_meeting(self.app, self._year, _("Considered at which meeting?"), then)

    def action_agreed(self) -> None:
        """Ask when the head of studies agreed."""
        self._ask_day("agreed")

    def action_approved(self) -> None:
        """Ask when the director approved."""
        self._ask_day("approved")

    def _ask_day(self, step: str) -> None:
        if of := self.chosen:
            ids, question = self._plan_ids, _(curriculum_words.STEPS[step])
            then = partial(self._step, ids, step)
            ask_day(self.app, question, getattr(of, plans.STEPS[step]), then)

    def _step(self, ids: list[int], step: str, day: dt.date | None, meeting_id: int | None = None) -> None:
        self.app.save(plans.set_step, ids, step, day, meeting_id, then=lambda _none: self.app.refresh_screens())

    # The register

    def action_new(self) -> None:
        """Write plans."""
        self.app.open("tui.screens.curriculum.plan_lines:PlanLines", first_year=self._year)

    def action_propose(self) -> None:
        """Ask from where."""
        options = [_("From the members' cards: subjects and classes"), _("From last year, each class a grade higher")]
        self.app.open_dialog(PICK, _("Propose the register; you look it through"), options, then=self._propose)

    def _propose(self, answer: int | None) -> None:
        if answer is None:
            return
        source = (proposals.from_cards, proposals.from_last_year)[answer]
        found = source(current.association_id(), self._year)
        if found:
            text = "\n".join(found)
            self.app.open("tui.screens.curriculum.plan_lines:PlanLines", first_year=self._year, proposed=text)
        else:
            self.say(_("Nothing to propose: all of it is here, or the cards name no subjects and classes."), error=True)

    def action_edit(self) -> None:
        """The plan's form."""
        if of := self.chosen:
            self.app.open("tui.screens.curriculum.forms:PlanForm", plan_id=of.id)

    @on(PageList.Opened, "#plans")
    def _opened(self) -> None:
        self.action_edit()

    def action_delete(self) -> None:
        """Ask, then take it off."""
        if of := self.chosen:
            question = _("Take this plan off the register?")
            self.app.open_dialog(ASK, f"{question}\n{curriculum_words.plan(of)}", then=partial(self._delete, of))

    def _delete(self, of: PlanRow, yes: bool) -> None:
        if yes:
            self.app.save(plans.remove_plans, [of.id], then=lambda _none: self.app.refresh_screens())

    def action_word(self) -> None:
        """The year's papers."""
        places.open_papers(self.app, PAPERS[1], *PAPERS, first_year=self._year)


def _whole(of: PlanRow) -> str:
    """All that is known of a plan."""
    steps = []
    for name, field in plans.STEPS.items():
        if day := getattr(of, field):
            number = f"№ {of.meeting_number}, " if name == "considered" and of.meeting_number else ""
            steps.append(f"{_(curriculum_words.STEPS[name])} – {number}{words.day(day)}")
    return "\n".join(filter(None, (curriculum_words.plan(of), " · ".join(filter(None, (*steps, of.remark))))))
