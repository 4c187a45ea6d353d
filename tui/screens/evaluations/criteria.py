"""The criteria by sections, in versions: a draft is changed here, adopted, and then goes on to count."""

from collections.abc import Callable, Iterable
from typing import Any

from textual import on
from textual.widget import Widget

from db.evaluations import criteria, criteria_editing
from db.evaluations.criteria_rows import CriteriaSectionRow, CriterionRow, VersionRow
from tui import commands, criteria_words, current, places
from tui.commands import Command
from tui.screens.evaluations import criteria_lines
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.lists import Column, PageList
from tui.widgets.shown import Shown
from tui.widgets.year_list import YearList

ASK = "tui.widgets.dialogs:Ask"
HERE = "tui.screens.evaluations."
OF_A_DRAFT = frozenset({"new", "delete", "up", "down", "section"})
OF_A_VERSION = frozenset({"adopt", "preview", "remove", "word", "later", "earlier"})
OF_A_HEADING = frozenset({"open", "delete"})
OF_A_CRITERION = frozenset({"open", "delete", "up", "down"})


class CriteriaScreen(TiedScreen):
    """One version of the criteria, at first the newest."""

    COMMANDS = (
        Command("version", "1", N_("Version"), N_("The usual criteria to begin with; later a new version.")),
        Command("adopt", "2", N_("Adoption"), N_("By which meeting or council and when; or make it a draft again.")),
        Command("preview", "3", N_("Compare"), N_("Whose points this version would change."), footer=False),
        Command("section", "4", N_("Section"), N_("Add a section; Enter on a heading rewords it."), footer=False),
        Command("remove", "5", N_("Take away"), N_("Take a version away that no evaluation goes by."), footer=False),
        commands.NEW.but(help=N_("Add a criterion to the chosen section.")),
        commands.OPEN.but(help=N_("Change the criterion, or the heading of a section."), footer=False),
        commands.WORD.but(help=N_("Make the criteria as a paper, to be adopted.")),
        commands.DELETE.but(help=N_("Take the criterion away, or a section with all of it."), footer=False),
        Command("up", "ctrl+up", N_("Up"), N_("Move the criterion up in its section."), footer=False),
        Command("down", "ctrl+down", N_("Down"), N_("Move the criterion down in its section."), footer=False),
        Command("later", "pagedown", N_("Newer"), N_("Show the version after this one."), footer=False),
        Command("earlier", "pageup", N_("Older"), N_("Show the version before this one."), footer=False),
    )  # fmt: skip
    HELP = N_(
        "What is rewarded, and with how many points. The usual criteria add up to 100; each school has its own. A "
        "draft is changed here: Enter opens a criterion, F7 adds one. 2 says which meeting or council adopted it; from "
        "then on it stays as it is, and a period is evaluated by the version it began with. 1 makes the next version, "
        "3 shows whose points it would change. ● – the records propose its points."
    )

    def __init__(self, version_id: int | None = None) -> None:
        super().__init__()
        self._version_id = version_id
        self._versions: tuple[VersionRow, ...] = ()
        self._sections: tuple[CriteriaSectionRow, ...] = ()

    # What is shown

    def title_text(self) -> str:
        """Which version and how it stands."""
        of = self.version
        version = (_("version {number}").format(number=of.number), criteria_words.state(of)) if of else ()
        return " · ".join((_("Criteria of the school"), *version))

    def body(self) -> Iterable[Widget]:
        """The criteria, the sum, all of the chosen one."""
        columns = (
            Column(width=2, right=True), Column(N_("Criterion")), Column(width=1), Column(N_("Counts"), width=11),
            Column(N_("Most"), width=5, right=True),
        )  # fmt: skip
        empty = N_("No criteria yet. 1 – begin with the usual ones, 100 points together; then change what differs.")
        yield YearList(*columns, empty=empty, id="criteria")
        yield Shown(id="about", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#criteria", PageList)

    @property
    def version(self) -> VersionRow | None:
        """The version that is shown."""
        found = (each for each in self._versions if self._version_id in (None, each.id))
        return next(found, next(iter(self._versions), None))

    @property
    def chosen(self) -> CriterionRow | None:
        """The criterion under the cursor."""
        found = (each for part in self._sections for each in part.criteria if each.id == self._list.key)
        return next(found, None)

    @property
    def section(self) -> CriteriaSectionRow | None:
        """The section of the cursor, else the last."""
        at = self._list.key
        inside = (part for part in self._sections if at == (part.id,) or any(each.id == at for each in part.criteria))
        return next(inside, self._sections[-1] if self._sections else None)

    @property
    def heading(self) -> CriteriaSectionRow | None:
        """The section whose heading is chosen."""
        return self.section if isinstance(self._list.key, tuple) else None

    @property
    def _known(self) -> set[int]:
        return {each.id for part in self._sections for each in part.criteria}

    def come_back(self) -> None:
        """A criterion that was added meanwhile is the chosen one."""
        known = self._known
        super().come_back()
        if known and (new := self._known - known):
            self._list.choose(max(new))

    def tied_record(self) -> tuple[str, int] | None:
        """The version."""
        return ("criteria_version", self.version.id) if self.version else None

    def tied_text(self) -> str:
        """Which version."""
        of = self.version
        return _("Criteria of incentive pay, version {number}").format(number=of.number) if of else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A version is needed, and for some a chosen criterion."""
        if self.version is None:
            return action == "new" or action not in OF_A_DRAFT | OF_A_CRITERION | OF_A_VERSION
        if action in OF_A_CRITERION and self.chosen is None:
            return action in OF_A_HEADING and self.heading is not None
        return super().check_action(action, parameters)

    def fill(self) -> None:
        """Read the versions and what the shown one holds."""
        self._versions = criteria.versions(current.association_id())
        of = self.version
        self._sections = criteria.criteria_of(of.id) if of else ()
        opened = self._list.key is None
        self._list.set_rows(criteria_lines.rows(self._sections))
        first = next((each for part in self._sections for each in part.criteria), None)
        if opened and first is not None:
            self._list.choose(first.id)
        self._show_about()

    @on(PageList.Highlighted, "#criteria")
    def _show_about(self) -> None:
        about = criteria_words.about(self.chosen) if self.chosen else ""
        self.query_one("#about", Shown).show(
            "\n".join((criteria_lines.total(self.version), about)) if self.version else ""
        )
        self.refresh_commands()

    # Versions

    def action_later(self) -> None:
        """The version after this one."""
        self._turn(-1)

    def action_earlier(self) -> None:
        """The version before this one."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        if of := self.version:
            at = [each.id for each in self._versions].index(of.id) + by
            if 0 <= at < len(self._versions):
                self._show(self._versions[at].id)

    def _show(self, version_id: int | None) -> None:
        self._version_id = version_id
        self.app.refresh_screens()

    def action_version(self) -> None:
        """The usual criteria to begin with, or a new draft of the shown version."""
        if of := self.version:
            self.app.save(criteria.new_version, current.association_id(), of.id, then=self._show)
        else:
            self.app.save(criteria.ensure_default, current.association_id(), then=self._show)

    def action_adopt(self) -> None:
        """Adopt the draft; ask before an adopted one becomes a draft again."""
        if (of := self.version) is None:
            return
        if of.adopted:
            question = _("Make version {number} a draft again?").format(number=of.number)
            self._ask(question, criteria.back_to_draft, of.id)
        else:
            self.app.open(HERE + "criteria_version:AdoptForm", version_id=of.id)

    def action_preview(self) -> None:
        """Whose points would change."""
        if of := self.version:
            self.app.open(HERE + "criteria_version:PreviewScreen", version_id=of.id)

    def action_remove(self) -> None:
        """Ask, then take the version away."""
        if of := self.version:
            question = _("Take away version {number} with all its criteria?").format(number=of.number)
            self._ask(question, criteria.remove_version, of.id, then=self._show_newest)

    def _show_newest(self, _none: Any) -> None:
        self._show(None)

    def action_word(self) -> None:
        """The paper of the version."""
        if of := self.version:
            places.open_papers(self.app, "criteria", "criteria", record_id=of.id)

    # Sections and criteria

    def action_section(self) -> None:
        """Add a section."""
        self._section_form(None)

    def _section_form(self, part: CriteriaSectionRow | None) -> None:
        if of := self.version:
            if of.adopted:
                self.app.explain("criteria_adopted", number=of.number)
            else:
                self.app.open(HERE + "criteria_version:SectionForm", version_id=of.id, section=part)

    @on(PageList.Opened, "#criteria")
    def action_open(self) -> None:
        """Open the criterion or the heading of a draft; an adopted one is only shown below the list."""
        if self.heading:
            self._section_form(self.heading)
        elif self.chosen:
            self._form(self.chosen.id)

    def action_new(self) -> None:
        """A new criterion in the section of the cursor; where there are no criteria yet, the usual ones."""
        if self.version is None:
            self.action_version()
        elif self.section is None:
            self.say(_("Add a section first: 4."))
        else:
            self._form(None)

    def _form(self, criterion_id: int | None) -> None:
        if (of := self.version) is None or self.section is None:
            return
        if of.adopted:
            self.app.explain("criteria_adopted", number=of.number)
        else:
            place = HERE + "criterion:CriterionForm"
            self.app.open(place, section_id=self.section.id, criterion_id=criterion_id)

    def action_delete(self) -> None:
        """Ask, then take away the criterion, or the section with all of it."""
        if part := self.heading:
            question = _("Take this section away with its criteria? {name}").format(name=criteria_words.title(part))
            self._ask(question, criteria_editing.remove_section, part.id)
        elif of := self.chosen:
            question = _("Take away «{what}»?").format(what=criteria_words.title(of))
            self._ask(question, criteria_editing.remove_criterion, of.id)

    def action_up(self) -> None:
        """One place up."""
        self._move(-1)

    def action_down(self) -> None:
        """One place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        if of := self.chosen:
            self.app.save(criteria_editing.move_criterion, of.id, by, then=lambda _none: self.app.refresh_screens())

    def _ask(self, question: str, action: Callable[..., Any], row_id: int, then: Any = None) -> None:
        done = then or (lambda _none: self.app.refresh_screens())
        self.app.open_dialog(ASK, question, then=lambda yes: self.app.save(action, row_id, then=done) if yes else None)
