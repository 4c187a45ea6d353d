"""The forms of the transition: cause, measure and the same pupils; and all that is made of a row at once."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db import calendar
from db.errors import Refused
from db.meetings.sheet import ahead
from db.plans import sections
from db.quality import acting
from db.quality.acting import Plan
from db.quality.transition import transitions
from db.quality.transition_rows import TransitionRow
from db.rules.results_line import MOST_PUPILS
from tui import clock, current, transition_words, typed_plan, typed_task, words
from tui.texts import N_, _
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import ChoiceInput, NumberInput, TextInput
from tui.widgets.shown import Shown

COUNTED = {
    "compared": N_("Compared pupils"),
    "good_before": N_("«4», «5» before"),
    "passed_before": N_("«3»–«5» before"),
    "good_after": N_("«4», «5» after"),
    "passed_after": N_("«3»–«5» after"),
}


class OfRow(CardScreen):
    """A form about one row."""

    def __init__(self, first_year: int, cohort_id: int, subject: str) -> None:
        super().__init__()
        self._key = (current.association_id(), cohort_id, subject, first_year)
        self._of = row(*self._key)
        self.draft_key = f"{type(self).__name__}:{cohort_id}:{subject}:{first_year}"

    def title_text(self) -> str:
        """Which row."""
        return " · ".join((_("Continuity"), transition_words.name(self._of)))


class TransitionForm(OfRow):
    """Cause and measure; the same pupils counted."""

    HELP = N_(
        "Why the quality changed and what is done. Below: the pupils who were there both years, how many of them had "
        "«4» and «5» before and after; then the comparison is theirs, and says so. F2 saves, Esc keeps what you typed "
        "as a draft."
    )

    def parts(self) -> Iterable[Widget]:
        """What is known, then the fields."""
        of = self._of.stored
        yield TextInput("cause", N_("Cause"), of.cause if of else "", long=True)
        yield TextInput("measure", N_("Measure"), of.measure if of else "", long=True)
        yield heading(N_("The same pupils, without those who came or left"))
        for name, label in COUNTED.items():
            known = getattr(of, name) if of else None
            yield NumberInput(name, label, "" if known is None else str(known), high=MOST_PUPILS)
        yield Shown(transition_words.whole(self._of), classes="below")

    def submit(self, values: dict[str, Any]) -> None:
        """Save the fields."""
        self.save(acting.keep, *self._key, **values)


class MeasuresForm(OfRow):
    """The question, the task and the line as they will be made; an empty one is left out."""

    HELP = N_(
        "What will be made of the row: a question for a meeting, a task (!surname 25,12 what) and a line of the plan. "
        "Change the wording; what you empty is not made. F2 makes all at once, Ctrl+Z takes all back at once."
    )

    def parts(self) -> Iterable[Widget]:
        """The row, then the three, worded."""
        yield Shown(transition_words.whole(self._of), classes="below")
        meetings = [(str(each.id), f"№ {each.number}, {words.day(each.held_on)}") for each in self._meetings]
        none = ("", _("none planned") if not meetings else _("none"))
        first = meetings[0][0] if meetings else ""
        yield ChoiceInput("meeting", N_("Meeting"), [*meetings, none], first)
        yield TextInput("title", N_("Question"), typed_task.title(transition_words.question(self._of)))
        yield TextInput(
            "task", N_("Task"), self._worded(), check=_read_task, hint=N_("!surname 25,12 what is to be done")
        )
        known = sections.sections(current.association_id())
        named = [(str(each.id), typed_plan.section_title(each)) for each in known]
        yield ChoiceInput("section", N_("Section"), [*named, ("", _("none"))], _usual(known))
        yield TextInput("line", N_("Plan line"), transition_words.line(self._of))

    @property
    def _meetings(self) -> list[Any]:
        return list(ahead(current.association_id()))

    def _worded(self) -> str:
        newest = self._of.newest
        owners = (newest.teacher_id,) if newest and newest.teacher_id else ()
        due = calendar.quarter_end(clock.today())
        return typed_task.line(transition_words.work(self._of), owners, words.day(due))

    def submit(self, values: dict[str, Any]) -> None:
        """Make all of them."""
        entry = values["task"]
        title, line = values["title"], values["line"]
        owners = entry.owner_ids if entry else ()
        plan = Plan(
            (int(values["meeting"]), title) if values["meeting"] and title else None,
            (entry.text, entry.owner_ids, entry.deadline) if entry else None,
            (int(values["section"]), line, self._when(owners)) if values["section"] and line else None,
        )
        if plan == Plan():
            self.say(_("Nothing is left to make: fill in one of the three."), error=True)
            return
        self.save(acting.act, *self._key, plan, clock.today())

    def _when(self, owner_ids: tuple[int, ...]) -> dict[str, Any]:
        """The year, the quarter of today, who, which class."""
        quarter = calendar.current_quarter(clock.today())
        when = {"term": "quarter", "quarter": quarter.number} if quarter else {}
        year = calendar.current_first_year(clock.today())
        return {"first_year": year, "owner_ids": owner_ids, "classes": self._of.class_name, **when}

    def done(self, _value: Any = None) -> None:
        """Say what was made."""
        super().done()
        self.app.refresh_screens()
        self.app.say(_("Made. 0 shows what came of it, Ctrl+Z takes all of it back."))


def row(association_id: int, cohort_id: int, subject: str, first_year: int) -> TransitionRow:
    """A row of a year; raises Refused `record_missing`."""
    found = transitions(association_id, first_year)
    of = next((each for each in found if (each.cohort_id, each.subject) == (cohort_id, subject)), None)
    if of is None:
        raise Refused("record_missing", table="transition")
    return of


def _read_task(text: str) -> Any:
    return typed_task.task(text) if text else None


def _usual(known: list[Any]) -> str:
    """The section of the quality of knowledge where there is one, else the last."""
    found = [each for each in known if "сапат" in each.ky.lower() or "качеств" in each.ru.lower()]
    return str((found or known)[-1 if not found else 0].id) if known else ""
