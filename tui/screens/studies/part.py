"""The form of one thing that a study looked at: what was found there."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db import members, schools
from db.studies import parts
from db.studies.rows import Part
from tui import current, typed
from tui import words as common
from tui.screens.studies import words
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import DateInput, TextInput
from tui.widgets.person_input import PersonInput
from tui.widgets.shown import Shown


class PartForm(CardScreen):
    """A lesson or test with what was found there; notebooks and the rest with day, class and teacher too."""

    HELP = N_("What was found at the lesson, in the test or the notebooks: it stands in the memo's table. F2 saves.")

    def __init__(self, study_id: int, kind: str, part: Part | None = None) -> None:
        """`part`: the one to change; without it a new one, told in words."""
        super().__init__()
        self._study_id, self._kind, self._of = study_id, kind, part
        self.draft_key = f"study_part:{study_id}:{part.id if part else kind}"

    def title_text(self) -> str:
        """What was looked at."""
        return " · ".join((_("Study"), _(words.KINDS[self._kind])))

    def parts(self) -> Iterable[Widget]:
        """The fields that its kind has."""
        of = self._of
        if of is not None and (of.activity_id or of.control_test_id):
            yield Shown(words.offered(of), classes="heading")
            yield TextInput("text", N_("What was found"), of.text, long=True)
            return
        yield DateInput("held_on", N_("Day"), common.day(of.held_on) if of else "", parse=typed.past_day)
        yield TextInput("class_name", N_("Class"), of.class_name if of else "")
        yield PersonInput("person_id", N_("Teacher"), _people(), of.person_id if of else None)
        yield TextInput("text", N_("What was found"), of.text if of else "", long=True, required=True)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        if self._of is not None:
            self.save(parts.change_part, self._of.id, **values)
        else:
            self.save(parts.add_part, self._study_id, self._kind, **values)


def _people() -> list[tuple[int, str]]:
    """Members first, then the other people of the school."""
    found = {each.person_id: each.name.listed for each in members.members(current.association_id())}
    school = schools.school()
    others = {each.id: each.name.listed for each in schools.people(school.id)} if school else {}
    return list((found | {key: name for key, name in others.items() if key not in found}).items())
