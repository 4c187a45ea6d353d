"""The sections of the plan: renamed, added, put in another order, taken away while they are empty."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.widget import Widget

from db.plans import lines, sections
from db.plans.rows import Section
from tui import clock, commands, current, typed_plan
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import NumberInput, TextInput
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

COLUMNS = (
    Column(N_("№"), width=3, right=True), Column(N_("Kyrgyz")), Column(N_("Russian")),
    Column(N_("Lines"), width=7, right=True),
)  # fmt: skip


class PlanSectionsScreen(BirikmeScreen):
    """The sections by number, each with how many lines the year has in it."""

    COMMANDS = (
        commands.NEW.but(help=N_("Add a section, after the last one or with a number of its own.")),
        commands.EDIT.but(help=N_("Change the section's names in both languages and its number.")),
        commands.DELETE.but(help=N_("Take away a section in which no year has a line.")),
        commands.OPEN.but(help=N_("Change the section."), footer=False),
        Command("up_in_order", "ctrl+up", N_("Up"), N_("Move the section up."), footer=False),
        Command("down_in_order", "ctrl+down", N_("Down"), N_("Move the section down."), footer=False),
    )
    HELP = N_(
        "The sections of the association's plan, the same in all years. Enter changes the names and the number, Ctrl+↑ "
        "and Ctrl+↓ put a section in another place, F8 takes an empty one away."
    )

    def __init__(self, first_year: int) -> None:
        super().__init__()
        self._year = first_year
        self._known: dict[object, Section] = {}
        self._counts: Counter[int] = Counter()

    def title_text(self) -> str:
        """How many sections."""
        return _("Sections of the plan: {count}").format(count=len(self._known))

    def body(self) -> Iterable[Widget]:
        """The list, and the whole names of the chosen one."""
        empty = N_("There are no sections yet. F7 adds one; a plan begun from the template brings the usual ones.")
        yield PageList(*COLUMNS, empty=empty, id="sections")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self.query_one("#sections", PageList).focus()

    def fill(self) -> None:
        """Read the sections."""
        association_id = current.association_id()
        found = sections.sections(association_id)
        self._counts = Counter(each.section_id for each in lines.lines(association_id, self._year, clock.today()))
        self._known = {each.id: each for each in found}
        rows = (Row(each.id, (str(each.number), each.ky, each.ru, str(self._counts[each.id] or "·"))) for each in found)
        self.query_one("#sections", PageList).set_rows(rows)
        self._show_whole()

    @property
    def _chosen(self) -> Section | None:
        return self._known.get(self.query_one("#sections", PageList).key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There has to be a section to do something with."""
        if action in ("edit", "delete", "open", "up_in_order", "down_in_order") and self.is_mounted:
            return self._chosen is not None
        return True

    @on(PageList.Highlighted, "#sections")
    def _show_whole(self) -> None:
        of = self._chosen
        self.query_one("#whole", Shown).show("\n".join(each for each in (of.ky, of.ru) if each) if of else "")
        self.refresh_commands()

    def action_new(self) -> None:
        """An empty form."""
        self.app.open("tui.screens.plan_sections:PlanSectionForm", section=None)

    @on(PageList.Opened, "#sections")
    def action_open(self) -> None:
        """The form of the section."""
        self.action_edit()

    def action_edit(self) -> None:
        """The form of the section."""
        if of := self._chosen:
            self.app.open("tui.screens.plan_sections:PlanSectionForm", section=of)

    def action_up_in_order(self) -> None:
        """One place up."""
        self._place(-1)

    def action_down_in_order(self) -> None:
        """One place down."""
        self._place(1)

    def _place(self, by: int) -> None:
        if of := self._chosen:
            self.app.save(sections.move_section, of.id, by, then=lambda _none: self.app.refresh_screens())

    def action_delete(self) -> None:
        """Ask, then take it away."""
        if (of := self._chosen) is None:
            return
        if count := self._counts[of.id]:
            self.app.explain("section_not_empty", count=count)
        else:
            question = _("Take away this section?") + f"\n{typed_plan.section_title(of)}"
            self.app.open_dialog("tui.widgets.dialogs:Ask", question, then=partial(self._delete, of.id))

    def _delete(self, section_id: int, yes: bool) -> None:
        if yes:
            self.app.save(sections.remove_section, section_id, then=lambda _none: self.app.refresh_screens())


class PlanSectionForm(CardScreen):
    """A section's names and number."""

    HELP = N_("The section's name in Kyrgyz and in Russian: papers take that of their own language. F2 saves.")

    def __init__(self, section: Section | None) -> None:
        super().__init__()
        self._of = section
        self.draft_key = f"plan_section:{section.id if section else 0}"

    def title_text(self) -> str:
        """Which section."""
        return typed_plan.section_title(self._of) if self._of else _("New section of the plan")

    def parts(self) -> Iterable[Widget]:
        """The names, the number."""
        of = self._of
        yield TextInput("ky", N_("In Kyrgyz"), of.ky if of else "")
        yield TextInput("ru", N_("In Russian"), of.ru if of else "")
        hint = N_("Empty: after the last one")
        number = str(of.number) if of else ""
        yield NumberInput("number", N_("Number"), number, low=1, high=sections.GREATEST_NUMBER, hint=hint)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        self.save(sections.save_section, self._of.id if self._of else None, current.association_id(), **values)
