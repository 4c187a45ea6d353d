"""The form of a group that is taught by level: pupils, what is done, when, by whom, what came of it."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db.control_tests import reading
from db.quality import levels
from db.quality.levels import Group
from db.rules.results_line import MOST_PUPILS
from tui import current, transition_words, work_words
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import ChoiceInput, NumberInput, TextInput


class LevelForm(CardScreen):
    """All fields of a group."""

    HELP = N_(
        "How many pupils, what is done with them, when, by whom; later what the next test showed. F2 saves, Esc keeps "
        "what you typed as a draft."
    )

    def __init__(self, first_year: int, of: Group) -> None:
        super().__init__()
        self._of = of
        name = of.class_name
        self._tests = [each for each in reading.works(current.association_id(), first_year) if each.class_name == name]
        self.draft_key = f"level_work:{of.school_class_id}:{of.subject}:{of.quarter}:{of.level}"

    def title_text(self) -> str:
        """Which group."""
        return " · ".join((_("Work by level"), transition_words.group_name(self._of)))

    def parts(self) -> Iterable[Widget]:
        """What, when, who, then what came of it."""
        of = self._of
        pupils = "" if of.shown_pupils is None else str(of.shown_pupils)
        yield NumberInput("pupils", N_("Pupils"), pupils, high=MOST_PUPILS)
        yield TextInput("work", N_("Work"), of.work, long=True)
        yield TextInput("time", N_("Time of work"), of.time, hint=N_("For example Thursdays after lessons"))
        who = of.person.listed if of.person else ""
        yield TextInput("person_id", N_("Who"), who, check=transition_words.school_person,
                        hint=N_("A surname or a few of its letters"))  # fmt: skip
        yield TextInput("result", N_("Outcome"), of.result, long=True)
        tests = [(str(each.id), work_words.plain(each)) for each in self._tests]
        yield ChoiceInput("control_test_id", N_("Next test"), [("", _("none")), *tests], str(of.control_test_id or ""))

    def submit(self, values: dict[str, Any]) -> None:
        """Save the fields."""
        of = self._of
        test = values.pop("control_test_id")
        key = current.association_id(), of.school_class_id, of.subject, of.quarter, of.level
        self.save(levels.save, *key, **values, control_test_id=int(test) if test else None)
