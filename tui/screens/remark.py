"""The form of a remark or an opinion; of one said at a meeting only what came after."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.widget import Widget

from db import remarks
from db.remarks import RemarkRow
from tui import clock, current, typed, words
from tui.screens.remarks import KINDS, whole
from tui.texts import N_, _
from tui.typed_person import one_person
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import ChoiceInput, DateInput, TextInput
from tui.widgets.shown import Shown

FACTS = N_("Only what happened: the day, the lesson, what was or was not done. No word about the person.")


class RemarkForm(CardScreen):
    """To whom, when, why, by when, answered how; without `of` a new one."""

    HELP = N_(
        "A remark or an opinion, kept factual: what happened and when, by when it is put right, what the teacher "
        "answered. It lowers no points: only a penalty with the director's order does. F2 saves."
    )

    def __init__(self, of: RemarkRow | None = None) -> None:
        super().__init__()
        self._of = of
        self.draft_key = f"remark:{of.id or f'speech {of.speech_id}' if of else 'new'}"

    def title_text(self) -> str:
        """Whose, or a new one."""
        return " · ".join((_("Remarks"), (self._of.name.listed if self._of else "") or _("new")))

    def parts(self) -> Iterable[Widget]:
        """What it is about, then how it was answered."""
        of = self._of
        if of and of.speech_id:
            yield Shown(whole(of), classes="note")
            yield self._person()
        else:
            kinds = [(code, _(word)) for code, word in KINDS.items()]
            yield ChoiceInput("kind", N_("Kind"), kinds, of.kind if of else "remark")
            yield self._person()
            day = words.day(of.given_on if of else clock.today())
            yield DateInput("given_on", N_("Day"), day, parse=typed.past_day, required=True)
            yield TextInput("text", N_("Why"), of.text if of else "", long=True, required=True, hint=FACTS)
        yield heading(N_("Answer"))
        yield DateInput("due", N_("By when"), words.day(of.due if of else None), parse=typed.new_deadline)
        yield TextInput("answer", N_("What was answered"), of.answer if of else "", long=True)
        answered = words.day(of.answered_on if of else None)
        yield DateInput("answered_on", N_("Answered on"), answered, parse=typed.past_day)

    def _person(self) -> TextInput:
        of = self._of
        who = of.name.listed if of else ""
        known = {of.person_id: who} if of and of.person_id else {}
        person = partial(one_person, association_id=current.association_id(), known=known)
        hint = N_("A few letters of a name are enough.")
        return TextInput("person_id", N_("To whom"), who, check=person, hint=hint, required=True)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it; an answer without a day was given today."""
        if values["answer"] and values["answered_on"] is None:
            values["answered_on"] = clock.today()
        of = self._of
        if of is None:
            self.save(remarks.add_remark, current.association_id(), **values)
        elif of.id:
            self.save(remarks.change_remark, of.id, **values)
        else:
            self.save(remarks.follow_speech, of.speech_id, **values)
