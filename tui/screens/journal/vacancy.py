"""The form of hours without a teacher."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.widget import Widget

from db import staffing
from db.rules.names import class_name
from db.staffing import VacancyRow
from tui import clock, current, typed, words
from tui.texts import N_, _
from tui.typed_person import one_person
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import DateInput, NumberInput, TextInput

MOST_HOURS = 60


class VacancyForm(CardScreen):
    """All that is known of it; without `vacancy_id` a new one."""

    HELP = N_(
        "Hours or a class without a teacher: what, since when and why, who fills in, to whom it was reported. With a "
        "closing day there is a teacher again. F2 saves."
    )

    def __init__(self, vacancy_id: int | None = None) -> None:
        super().__init__()
        self._of: VacancyRow | None = staffing.vacancy(vacancy_id) if vacancy_id else None
        self.draft_key = f"vacancy:{vacancy_id or 'new'}"

    def title_text(self) -> str:
        """What it is."""
        return " · ".join((_("Staffing"), self._of.subject if self._of else _("new")))

    def parts(self) -> Iterable[Widget]:
        """What, who fills in, to whom it was reported."""
        of = self._of
        yield TextInput("subject", N_("Subject"), of.subject if of else "", required=True)
        yield TextInput("classes", N_("Classes"), of.classes if of else "", check=_classes)
        hours = "" if of is None or of.hours is None else str(of.hours)
        yield NumberInput("hours", N_("Hours a week"), hours, high=MOST_HOURS)
        since = words.day(of.since if of else clock.today())
        yield DateInput("since", N_("Without a teacher since"), since, parse=typed.past_day, required=True)
        yield TextInput("reason", N_("Reason"), of.reason if of else "", long=True)
        yield heading(N_("Who fills in"))
        yield self._person()
        yield TextInput("filled_how", N_("In words"), of.filled_how if of else "")
        yield self._day("filled_since", N_("Since"))
        yield heading(N_("Reported, closed"))
        yield TextInput("reported_to", N_("Reported to"), of.reported_to if of else "")
        yield self._day("reported_on", N_("Reported on"))
        yield self._day("closed_on", N_("There is a teacher since"))
        yield TextInput("note", N_("Note"), of.note if of else "", long=True)

    def _person(self) -> TextInput:
        of = self._of
        who = of.filler.listed if of and of.filler else ""
        known = {of.filled_by_id: who} if of and of.filled_by_id else {}
        person = partial(one_person, association_id=current.association_id(), known=known)
        hint = N_("A few letters of a name are enough.")
        return TextInput("filled_by_id", N_("Who of the association"), who, check=person, hint=hint)

    def _day(self, name: str, label: str) -> DateInput:
        return DateInput(name, label, words.day(getattr(self._of, name, None)), parse=typed.past_day)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        if self._of:
            self.save(staffing.change_vacancy, self._of.id, **values)
        else:
            self.save(staffing.add_vacancy, current.association_id(), **values)


def _classes(text: str) -> str:
    return ", ".join(class_name(one) for one in text.split(",") if one.strip())
