"""What a step of an evaluation brings: the meeting, the commission's protocol, the announcement, the closing."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.widget import Widget

from db.evaluations import closing, periods
from db.evaluations.switches import switches
from db.meetings.sheet import meetings
from db.rules.evaluation_order import following
from tui import clock, evaluation_words, typed, words
from tui.texts import N_, _
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import ChoiceInput, DateInput, FormField, TextInput
from tui.widgets.shown import Shown


class StepForm(CardScreen):
    """Take the next step with what it needs; with `whole` only change what was written before."""

    HELP = N_(
        "What the step rests on. It goes on with F2; what is empty is printed as a line to write on, and can be "
        "written later with F4. Closing locks all points, proofs and appeals; it is opened again only with a reason."
    )

    def __init__(self, evaluation_id: int, whole: bool = False) -> None:
        super().__init__()
        self._of, self._whole = periods.evaluation(evaluation_id), whole
        self._on = switches(self._of.association_id)
        self._step = "" if whole else following(self._of.state, self._on.steps)
        self.draft_key = f"evaluation:{evaluation_id}:{self._step}"

    def title_text(self) -> str:
        """Which period and which step."""
        step = _(evaluation_words.STATES[self._step]) if self._step else ""
        return " → ".join(part for part in (evaluation_words.name(self._of), step) if part)

    def parts(self) -> Iterable[Widget]:
        """Only what the step needs."""
        of = self._of
        leaves = "all" if self._whole else of.state
        if leaves in ("all", "association"):
            yield self._meeting()
        if self._on.commission and leaves in ("all", "commission"):
            yield from self._commission()
        if self._step == "announced" or (self._whole and not of.giving):
            day = of.announced_on or (None if self._whole else clock.today())
            yield DateInput("announced_on", N_("Announced on"), words.day(day), parse=typed.past_day)
        if self._whole and not of.giving and self._on.appeal_days:
            yield DateInput("appeal_until", N_("Appeals until"), words.day(of.appeal_until), parse=typed.past_day)
        if self._step == "closed":
            yield from self._last()
        if self._step == "closed" or self._whole:
            yield TextInput("order_number", N_("Order №"), of.order_number)
        if self._whole:
            yield TextInput("note", N_("Note"), of.note, long=True)

    def _meeting(self) -> FormField:
        of = self._of
        known = [
            each for each in meetings(of.association_id, of.first_year) if each.held_on and each.state != "cancelled"
        ]
        held = [("", _("none")), *((str(each.id), f"№ {each.number} {words.day(each.held_on)}") for each in known)]
        today = [each for each in known if each.held_on and of.begins <= each.held_on <= clock.today()]
        usual = of.meeting_id or (today[-1].id if today and not self._whole else "")
        return ChoiceInput("meeting_id", N_("Meeting of the association"), held, str(usual))

    def _commission(self) -> Iterable[Widget]:
        of = self._of
        yield heading(N_("Commission"))
        yield TextInput("commission_number", N_("Protocol №"), of.commission_number)
        yield DateInput("commission_on", N_("Day"), words.day(of.commission_on), parse=typed.past_day)
        yield TextInput("commission_chair", N_("Chair"), of.commission_chair)
        hint = N_("One a line")
        yield TextInput("commission_members", N_("Members"), of.commission_members, long=True, hint=hint)

    def _last(self) -> Iterable[Widget]:
        lacking = evaluation_words.lacking(closing.unfinished(self._of.id))
        if lacking:
            yield Shown(_("It can be closed, but: {lacking}.").format(lacking=lacking), classes="warned")
        day = words.day(clock.today())
        yield DateInput("closed_on", N_("Closed on"), day, parse=typed.past_day, required=True)

    def submit(self, values: dict[str, Any]) -> None:
        """Take the step, or change what was written."""
        if "meeting_id" in values:
            values["meeting_id"] = int(values["meeting_id"]) if values["meeting_id"] else None
        if self._step == "closed":
            close = partial(self.save, closing.close, self._of.id, values["closed_on"], values["order_number"])
            self.app.back_up_first("finalising", close)
        else:
            self.save(periods.change if self._whole else periods.advance, self._of.id, **values)
