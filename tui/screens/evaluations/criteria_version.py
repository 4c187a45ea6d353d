"""A version of the criteria: adopted by a meeting or council, compared with the one before; its sections."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db import calendar
from db.evaluations import criteria, criteria_editing, criteria_preview
from db.evaluations.criteria_preview import Compared
from db.evaluations.criteria_rows import CriteriaSectionRow
from db.meetings.sheet import meetings
from db.rules.points import shown
from tui import clock, criteria_words, evaluation_words, typed, words
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import ChoiceInput, DateInput, TextInput
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown


class AdoptForm(CardScreen):
    """Which meeting or council adopted the criteria, and when."""

    HELP = N_(
        "A meeting of the association is chosen from the list and brings its day; another council is written in words, "
        "with the number of its protocol. Afterwards the version stays as it is: evaluations are opened by it."
    )

    def __init__(self, version_id: int) -> None:
        super().__init__()
        self._of = criteria.version(version_id)
        self.draft_key = f"criteria:adopt:{version_id}"

    def title_text(self) -> str:
        """Which version."""
        return " · ".join((_("Criteria of the school"), _("adopt version {number}").format(number=self._of.number)))

    def parts(self) -> Iterable[Widget]:
        """What it comes to and would change, then by whom and when."""
        yield Shown(_("In all: {points}").format(points=shown(self._of.most)))
        yield Shown(would_change(self._of.id))
        yield TextInput(
            "title", N_("Name of the version"), self._of.title, hint=N_("For example the school year; may be empty")
        )
        yield TextInput("adopted_by", N_("Adopted by"), self._of.adopted_by,
                        hint=N_("For example: Pedagogical council, protocol № 1"))  # fmt: skip
        today = clock.today()
        known = meetings(self._of.association_id, calendar.current_first_year(today))
        held = [each for each in known if each.held_on and each.held_on <= today and each.state != "cancelled"]
        options = [("", _("none")), *((str(each.id), f"№ {each.number} {words.day(each.held_on)}") for each in held)]
        yield ChoiceInput("meeting_id", N_("or a meeting"), options)
        yield DateInput("adopted_on", N_("Day"), parse=typed.past_day)

    def submit(self, values: dict[str, Any]) -> None:
        """Adopt it."""
        meeting_id = int(values["meeting_id"]) if values["meeting_id"] else None
        by, on = values["adopted_by"], values["adopted_on"]
        self.save(criteria.adopt, self._of.id, by, on, meeting_id, values["title"])


class PreviewScreen(BirikmeScreen):
    """The points of the newest evaluation by its version and by this one."""

    HELP = N_(
        "Whose points this version would change, on the members and the records of the newest evaluation. Nothing is "
        "written: that evaluation keeps its version. What only a person can say is taken over from the criterion of "
        "the same name."
    )

    def __init__(self, version_id: int) -> None:
        super().__init__()
        self._version_id = version_id
        self._title = ""

    def title_text(self) -> str:
        """What is compared."""
        return self._title or _("Criteria of the school")

    def body(self) -> Iterable[Widget]:
        """The members."""
        columns = (
            Column(N_("Member")), Column(N_("Before"), width=9, right=True), Column(N_("After"), width=9, right=True),
            Column(N_("Difference"), width=10, right=True), Column(N_("Most"), width=11, right=True),
        )  # fmt: skip
        empty = N_("There is no evaluation yet to compare on. Once a period was evaluated, its members stand here.")
        yield PageList(*columns, empty=empty, id="people")
        yield Shown(id="sum", classes="below")

    def fill(self) -> None:
        """Compare."""
        of, found = criteria.version(self._version_id), criteria_preview.preview(self._version_id)
        versions = "" if found is None else f"№ {found.number} → № {of.number}"
        part = evaluation_words.name(found.period) if found else ""
        self._title = " · ".join(each for each in (_("Criteria of the school"), versions, part) if each)
        listed = self.query_one("#people", PageList)
        listed.set_rows(_row(each) for each in (found.people if found else ()))
        listed.focus()
        self.query_one("#sum", Shown).show(would_change(self._version_id, found) if found else "")


class SectionForm(CardScreen):
    """The heading of a section in both languages."""

    HELP = N_("The heading as it stands on the sheet; one language is enough. F2 saves.")

    def __init__(self, version_id: int, section: CriteriaSectionRow | None = None) -> None:
        super().__init__()
        self._version_id, self._of = version_id, section
        self.draft_key = f"criteria_section:{section.id if section else f'new:{version_id}'}"

    def title_text(self) -> str:
        """New or not."""
        return " · ".join((_("Sections of the criteria"), criteria_words.title(self._of) if self._of else _("new")))

    def parts(self) -> Iterable[Widget]:
        """Both texts."""
        yield TextInput("ky", N_("Kyrgyz"), self._of.ky if self._of else "")
        yield TextInput("ru", N_("Russian"), self._of.ru if self._of else "")

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        self.save(criteria_editing.save_section, self._of.id if self._of else None, self._version_id, **values)


def would_change(version_id: int, found: criteria_preview.Preview | None = None) -> str:
    """How many people's points differ; nothing where there is no evaluation to compare on."""
    found = found or criteria_preview.preview(version_id)
    if found is None:
        return ""
    told = _("Points that would change: {count} of {all}, against version {number}.")
    return told.format(count=found.changed, all=len(found.people), number=found.number)


def _row(of: Compared) -> Row:
    change = of.after - of.before
    sign = f"+{shown(change)}" if change > 0 else shown(change) if change else "–"
    most = (
        shown(of.most_before)
        if of.most_before == of.most_after
        else f"{shown(of.most_before)} → {shown(of.most_after)}"
    )
    return Row(of.person_id, (of.name.listed, shown(of.before), shown(of.after), sign, most), "" if change else "dim")
