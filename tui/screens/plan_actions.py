"""What is done to a line of the plan, one key each: the same keys in every list and on the line itself."""

from collections.abc import Callable
from functools import partial
from typing import Any

from db.errors import Refused
from db.meetings.overview import HELD
from db.meetings.sheet import meetings, sheet
from db.plans import course, facts, lines, terms
from db.plans.facts import Offer
from db.plans.rows import Line
from db.rules.plan_terms import Term
from tui import clock, commands, plan_words, typed_plan, words
from tui.commands import Command
from tui.texts import N_, _
from tui.tied import TiedScreen

DONE = (
    Command("done", "1", N_("Done"), N_("The line is done: what did it is offered, Enter takes it."), ("space",)),
    Command("partly", "2", N_("In part"), N_("The line is done in part."), footer=False),
    Command("mark", "3", N_("No proof"), N_("Mark the line as done where nothing proves it."), footer=False),
    Command("move", "4", N_("Move"), N_("Give the line another term: to when, why, by which decision.")),
    Command("take_off", "5", N_("Take off"), N_("Take the line off the plan: why, by which decision."), footer=False),
    Command("reopen", "6", N_("Reopen"), N_("The line is not done after all."), footer=False),
)
LINE = (
    commands.EDIT.but(id="change", help=N_("Change the line's text, section, term, owners.")),
    commands.DELETE.but(help=N_("Remove a line that was entered by mistake."), footer=False),
)
OF_A_LINE = frozenset(command.id for command in (*DONE, *LINE))
DECISIONS_OFFERED = 30
LIKELY = 9
"""So many proofs are offered before «nothing proves it», whose digit is 0 then."""
PICK, PROMPT = "tui.widgets.dialogs:Pick", "tui.widgets.dialogs:Prompt"


class LineActions(TiedScreen):
    """A screen on which a line is chosen."""

    def tied_record(self) -> tuple[str, int] | None:
        """The line."""
        line = self.chosen_line
        return ("plan_line", line.id) if line else None

    def tied_text(self) -> str:
        """The line's text."""
        return self.chosen_line.text if self.chosen_line else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Who answers for the line."""
        return self.chosen_line.owner_ids if self.chosen_line else ()

    @property
    def chosen_line(self) -> Line | None:
        """The line that the keys are about."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a line is offered only where one is chosen."""
        if action in OF_A_LINE and self.is_mounted:
            line = self.chosen_line
            settled = line is not None and bool(line.changes or line.proofs)
            return line is not None and (action != "reopen" or settled)
        return True

    def write(self, action: Callable[..., Any], line: Line, *args: Any, **named: Any) -> None:
        """Have it done, then say how the line stands."""
        self.app.save(action, line.id, *args, then=partial(self._written, line.id), **named)

    def _written(self, line_id: int, _value: Any) -> None:
        self.app.refresh_screens()
        if line := typed_plan.line_or_none(line_id):
            said = _("{text} – {state}. Ctrl+Z – take back.")
            self.say(said.format(text=typed_plan.shortened(line.text), state=_(plan_words.STATES[line.state]).lower()))

    @property
    def _open_line(self) -> Line | None:
        """The chosen line where it can still be settled; why it cannot is said before anything is typed."""
        line = self.chosen_line
        if line is not None and (line.state == "cancelled" or line.done_on):
            self.app.explain("line_cancelled" if line.state == "cancelled" else "line_done")
            return None
        return line

    # Done

    def action_done(self) -> None:
        """Offer what could have done it."""
        self._ask_proof(partly=False)

    def action_partly(self) -> None:
        """Offer what could have done a part of it."""
        self._ask_proof(partly=True)

    def _ask_proof(self, *, partly: bool) -> None:
        if (line := self.chosen_line) is None:
            return
        offers: list[Offer | None] = [*facts.proof_offers(line.id)]
        offers[LIKELY:LIKELY] = [None]
        nothing = _("In part, nothing proves it") if partly else _("Nothing proves it: only mark it")
        options = [typed_plan.offer(each) if each else nothing for each in offers]
        question = _("What did it in part? {text}") if partly else _("What did it? {text}")
        then = partial(self._proved, line, offers, partly)
        self.app.open_dialog(PICK, question.format(text=line.text), options, then=then)

    def _proved(self, line: Line, offers: list[Offer | None], partly: bool, answer: int | None) -> None:
        if answer is None:
            return
        if (of := offers[answer]) is None:
            self._ask_note(line, partly=partly)
            return
        self.write(course.prove, line, of.done_on, partly=partly, **of.links)

    def action_mark(self) -> None:
        """Mark it without a proof."""
        if line := self._open_line:
            self._ask_note(line, partly=False)

    def _ask_note(self, line: Line, *, partly: bool) -> None:
        question = _("What was done, and from what is it known? (may stay empty)")
        self.app.open_dialog(PROMPT, question, then=partial(self._marked, line, partly))

    def _marked(self, line: Line, partly: bool, note: str | None) -> None:
        if note is not None:
            self.write(course.mark_line, line, clock.today(), partly=partly, note=note)

    def action_reopen(self) -> None:
        """It is not done after all."""
        if line := self.chosen_line:
            self.write(course.reopen_line, line, clock.today())

    # Moved and taken off

    def action_move(self) -> None:
        """Ask to when, why, and by which decision."""
        if line := self._open_line:
            question = _("To when? A day, a month, «2 quarter» – {text}").format(text=line.text)
            check = partial(typed_plan.term, first_year=line.first_year)
            self.app.open_dialog(PROMPT, question, "", check, then=partial(self._ask_day_off, line))

    def _ask_day_off(self, line: Line, when: dict[str, Any] | None) -> None:
        """A day without lessons is not taken without a word: the next school day is offered first."""
        term = Term(*(when[name] for name in terms.WHEN)) if when else None
        later = terms.on_school_days(term, line.first_year) if term else None
        if term is None or later is None or later == term:
            self._ask_reason(line, when)
            return
        shown = [plan_words.term_of(*terms.columns_of(each).values()) for each in (term, later)]
        question = _("{term}: a day off, no lessons are held").format(term=shown[0])
        options = [_("On the next school day: {day}").format(day=shown[1]), _("On that day all the same")]
        then = partial(self._day_off_chosen, line, [later, term])
        self.app.open_dialog(PICK, question, options, then=then)

    def _day_off_chosen(self, line: Line, offered: list[Term], answer: int | None) -> None:
        if answer is not None:
            self._ask_reason(line, terms.columns_of(offered[answer]))

    def action_take_off(self) -> None:
        """Ask why and by which decision."""
        if line := self._open_line:
            self._ask_reason(line, {})

    def _ask_reason(self, line: Line, when: dict[str, Any] | None) -> None:
        if when is not None:
            question = _("Why is it moved?") if when else _("Why is it taken off the plan? {text}")
            then = partial(self._ask_decision, line, when)
            self.app.open_dialog(PROMPT, question.format(text=line.text), "", _reason, then=then)

    def _ask_decision(self, line: Line, when: dict[str, Any], reason: str | None) -> None:
        if reason is None:
            return
        offered = decisions(line)
        if not offered:
            self._decided(line, when, reason, offered, 0)
            return
        options = [_("Without a decision of a meeting"), *(text for _id, text in offered)]
        then = partial(self._decided, line, when, reason, offered)
        self.app.open_dialog(PICK, _("By which decision?"), options, then=then)

    def _decided(
        self, line: Line, when: dict[str, Any], reason: str, offered: list[tuple[int, str]], answer: int | None
    ) -> None:
        if answer is None:
            return
        decision_id = offered[answer - 1][0] if answer else None
        if when:
            self.write(course.move_term, line, clock.today(), reason, decision_id=decision_id, **when)
        else:
            self.write(course.cancel_line, line, clock.today(), reason, decision_id)

    # The line itself

    def action_change(self) -> None:
        """Open its form."""
        if line := self.chosen_line:
            self.app.open("tui.screens.plan_form:PlanLineForm", line_id=line.id)

    def action_delete(self) -> None:
        """Ask, then remove it."""
        if line := self.chosen_line:
            question = _("Remove this line? What was planned and is not done is taken off the plan instead: 5.")
            then = partial(self._delete, line)
            self.app.open_dialog("tui.widgets.dialogs:Ask", f"{question}\n{line.text}", then=then)

    def _delete(self, line: Line, yes: bool) -> None:
        if yes:
            self.app.save(lines.remove_line, line.id, then=lambda _none: self.removed())

    def removed(self) -> None:
        """The line is gone."""
        self.app.refresh_screens()


def decisions(line: Line) -> list[tuple[int, str]]:
    """The year's decisions, the newest first, as one reads them: «№ 3, 2.1. …»."""
    held = [each for each in meetings(line.association_id, line.first_year) if each.state in HELD]
    found = []
    for of in reversed(held):
        for item in sheet(of.id).agenda:
            for at, each in enumerate(item.decisions, 1):
                found.append((each.id, f"№ {of.number} {words.day(of.held_on)}, {item.number}.{at}. {each.text}"))
    return found[:DECISIONS_OFFERED]


def _reason(text: str) -> str:
    """The reason as typed; raises Refused `reason_missing`."""
    if not text:
        raise Refused("reason_missing")
    return text
