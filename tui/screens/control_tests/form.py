"""The form of a control work: all its fields."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.widget import Widget

from db.control_tests import reading, works
from db.rules.work_words import MOST_LESSONS
from tui import typed, words, work_words
from tui.texts import N_, _
from tui.typed_person import one_person
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import ChoiceInput, DateInput, NumberInput, TextInput

PERSON = N_("A surname or a few of its letters")


class WorkForm(CardScreen):
    """Change a work; its results are typed with 1, what it checks with 4."""

    HELP = N_(
        "All fields of the test. Typical mistakes and measures are what the analysis prints; a measure can become a "
        "task. F2 saves, Esc keeps what you typed as a draft."
    )

    def __init__(self, work_id: int) -> None:
        super().__init__()
        self._of = reading.work(work_id)
        self.draft_key = f"control_test:{work_id}"

    def title_text(self) -> str:
        """Which work."""
        return " · ".join((_("Tests"), work_words.name(self._of)))

    def parts(self) -> Iterable[Widget]:
        """What, who, when, then what came of it."""
        of = self._of
        kinds = [(code, _(word)) for code, word in work_words.KINDS.items()]
        yield ChoiceInput("kind", N_("Kind"), kinds, of.kind)
        yield TextInput("subject", N_("Subject"), of.subject, required=True)
        yield TextInput("class_name", N_("Class"), of.class_name, required=True)
        yield TextInput("title", N_("Topic"), of.title)
        yield self._person("teacher_id", N_("Teacher"), of.teacher_id, work_words.person(of.teacher))
        yield self._person("author_id", N_("Made by"), of.author_id, work_words.person(of.author))
        yield DateInput("held_on", N_("Day"), words.day(of.held_on), parse=typed.meeting_day)
        lesson = "" if of.lesson is None else str(of.lesson)
        yield NumberInput("lesson", N_("Lesson №"), lesson, low=1, high=MOST_LESSONS)
        yield TextInput("room", N_("Room"), of.room)
        scales = [(code, _(word)) for code, word in work_words.SCALES.items()]
        yield ChoiceInput("scale", N_("Marks"), scales, of.scale)
        yield TextInput("reason", N_("Reason"), of.reason, hint=N_("For example a change of the curriculum"))
        yield heading(N_("What came of it"))
        yield TextInput("mistakes", N_("Typical mistakes"), of.mistakes, long=True)
        yield TextInput("measures", N_("Measures"), of.measures, long=True)
        yield TextInput("note", N_("Note"), of.note, long=True)

    def _person(self, name: str, label: str, person_id: int | None, shown: str) -> TextInput:
        known = {person_id: shown} if person_id is not None else {}
        check = partial(one_person, association_id=self._of.association_id, known=known)
        return TextInput(name, label, shown, check=check, hint=PERSON)

    def submit(self, values: dict[str, Any]) -> None:
        """Save the fields."""
        self.save(works.change_work, self._of.id, **values)
