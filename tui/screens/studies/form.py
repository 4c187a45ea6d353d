"""The form of a study: what is studied by whom, and what its memo says."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.widget import Widget

from db.errors import Refused
from db.studies import studies
from db.studies.rows import Study
from tui import current, typed, typed_plan, words
from tui.texts import N_, _
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import DateInput, TextInput

PEOPLE = N_("Surnames with commas between them; a few letters are enough")


class StudyForm(CardScreen):
    """All fields of a study; without `study_id` a new one."""

    HELP = N_(
        "A study of how a subject is taught: the subject and classes and the period say which lessons and tests are "
        "offered. Findings, conclusions and suggestions are the memo's. F2 saves."
    )

    def __init__(self, first_year: int, study_id: int | None = None) -> None:
        super().__init__()
        self._year, self._row_id = first_year, study_id
        self._of: Study | None = studies.study(study_id) if study_id else None
        self._names = {key: name.listed for key, name in self._of.people} if self._of else {}
        self.draft_key = f"study:{study_id or 'new'}"

    def title_text(self) -> str:
        """What and of which year."""
        return " · ".join((_("Study") if self._of else _("A new study"), words.school_year(self._year)))

    def parts(self) -> Iterable[Widget]:
        """What, when, who; then the memo."""
        yield self._text("title", N_("What is studied"), required=True)
        yield self._text("subject", N_("Subject"))
        yield self._text("classes", N_("Classes"), hint=N_("4А, 4Б; or 4 for all fourth classes"))
        yield self._day("begins", N_("From"))
        yield self._day("ends", N_("To"))
        read = partial(typed_plan.owners, association_id=current.association_id(), known=self._names)
        shown = ", ".join(self._names.values())
        yield TextInput("people", N_("Studied by"), shown, check=read, hint=PEOPLE)
        yield self._text("aim", N_("Aim"), long=True)
        yield heading(N_("The memo"))
        yield self._text("findings", N_("Found"), long=True)
        yield self._text("conclusions", N_("Conclusions"), long=True)
        yield self._text("suggestions", N_("Suggestions"), long=True)

    def _text(self, name: str, label: str, **how: Any) -> TextInput:
        return TextInput(name, label, getattr(self._of.row, name) if self._of else "", **how)

    def _day(self, name: str, label: str) -> DateInput:
        value = words.day(getattr(self._of.row, name)) if self._of else ""
        return DateInput(name, label, value, parse=typed.past_day)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it; a new one is opened at once."""
        self.save(studies.save_study, self._row_id, current.association_id(), self._year, **values)

    def refused(self, error: Refused) -> None:
        """Who is not known is said at the field of the people."""
        super().refused(Refused(error.code, "people", **error.values) if error.field == "owner_ids" else error)

    def done(self, value: Any = None) -> None:
        """A new study is opened, so that what was looked at can be added."""
        super().done(value)
        if self._row_id is None and isinstance(value, int):
            self.app.open("tui.screens.studies.study:StudyScreen", study_id=value)
