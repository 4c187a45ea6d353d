"""The form of a member's half-year: facts drafted from the records, then the leader's own words."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from textual.widget import Widget

from db import settings
from db.analysis import members
from db.analysis.member_facts import Time, digest, facts
from db.rules.redraft import redraft
from db.schools import person
from templates_docx.member_facts import sentences
from tui import clock, commands, current, places, reward_words
from tui.commands import Command
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import TextInput
from tui.widgets.shown import Shown


class MemberAnalysisForm(CardScreen):
    """F2 keeps the analysis with the day of today; F7 brings its facts up to date."""

    COMMANDS = (
        commands.SAVE,
        Command("anew", "f7", N_("Anew"), N_("Draft the facts from the records anew; your own lines stay.")),
        commands.WORD.but(help=N_("Make the analysis as a Word document.")),
    )
    HELP = N_(
        "The analysis of a member's half-year. The facts are drafted from the records: change, add or strike lines. "
        "Then write what is strong, what to work on, the conclusion and your advice. F7 brings the drafted lines up to "
        "date, your own lines stay. F2 keeps it with the day of today."
    )

    def __init__(self, person_id: int, first_year: int, half: int) -> None:
        super().__init__()
        self._whose = current.association_id(), person_id, first_year, half
        self._of = members.analysis_of(*self._whose)
        found = facts(current.association_id(), [person_id], Time(first_year, half), clock.today())[person_id]
        language = "ru" if settings.get("typing_language", current.association_id()) == "ru" else "ky"
        self._drafted = sentences([asdict(each) for each in found], language)
        self._now = digest(found)
        self._digest = self._of.source_digest if self._of else self._now
        self._name = person(person_id).name
        self.draft_key = f"member-analysis:{person_id}:{first_year}:{half}"

    def title_text(self) -> str:
        """Whose half-year."""
        return " · ".join((self._name.listed, reward_words.half_year(*self._whose[2:])))

    def parts(self) -> Iterable[Widget]:
        """What is new, the facts, her own words."""
        if self._digest not in ("", self._now):
            yield Shown(_("The records changed since this was kept. F7 – draft anew."), classes="note", id="changed")
        for name, label in reward_words.TEXTS.items():
            known = getattr(self._of, name) if self._of else "\n".join(self._drafted) if name == "facts" else ""
            yield TextInput(name, label, known, long=True)

    def action_anew(self) -> None:
        """Bring the drafted facts up to date."""
        field = self.field("facts")
        field.raw, self._digest = redraft(field.raw, self._drafted), self._now
        self.query("#changed").remove()
        self.say(_("The lines from the records are those of today; your own lines stay."))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was never kept is not printed from here."""
        return self._of is not None if action == "word" else True

    def submit(self, values: dict[str, Any]) -> None:
        """Keep it."""
        self.save(members.keep, *self._whose, clock.today(), self._digest, **values)

    def action_word(self) -> None:
        """Its paper."""
        if self._of is not None:
            places.open_papers(self.app, "member-analysis", record_id=self._of.id)
