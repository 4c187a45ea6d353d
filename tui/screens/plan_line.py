"""One line of the plan: all that is known of it, what proves it, and what was done to it."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from db.plans import course
from db.plans.rows import ChangeRow, Line, Proof
from db.rules import plan_status
from tui import commands, places, plan_words, typed_plan, words
from tui.commands import Command
from tui.screens.plan_actions import DONE, LINE, LineActions
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

EVENTS = frozenset({"open_lesson", "visit", "extracurricular", "subject_event"})
"""Kinds of lines that ask for an event."""

LABEL = 18
"""Cells of the terminal for the names of a line's fields."""


class PlanLineScreen(LineActions):
    """A line with its history; Enter on a proof opens what it is."""

    COMMANDS = (
        *DONE, *LINE,
        commands.NEW.but(
            id="arrange", title=N_("Arrange"), help=N_("Plan the lesson, the event or the test that it asks for.")
        ),
        commands.OPEN.but(help=N_("Open what did it, or the meeting that decided it."), footer=False),
        Command("unprove", "delete", N_("Not this"), N_("Take the marked proof away."), footer=False),
    )  # fmt: skip
    HELP = N_(
        "A line of the plan. 1 done (with what did it), 2 in part, 3 done without a proof, 4 moved, 5 taken off the "
        "plan, 6 not done after all; F4 changes the line itself. Below stands what proves it and what was done to it; "
        "Enter there opens the lesson, the test, the meeting or the task, Delete takes a proof away."
    )

    def __init__(self, line_id: int) -> None:
        super().__init__()
        self._line_id = line_id
        self._line: Line | None = None
        self._sources: dict[object, tuple[str, int]] = {}
        self._said: dict[object, str] = {}

    def title_text(self) -> str:
        """Where the line stands and how."""
        if (of := self._line) is None:
            return _("Work plan")
        state = " ".join((plan_words.SIGNS[of.state], _(plan_words.STATES[of.state])))
        return " · ".join((_("Work plan"), words.school_year(of.first_year), state))

    def body(self) -> Iterable[Widget]:
        """The fields, and under them the history."""
        yield Shown(id="line")
        columns = (Column(width=10), Column(width=24), Column())
        yield PageList(*columns, empty=N_("Nothing was done to this line yet. 1 – done, 4 – moved."), id="history")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The history has the keys."""
        super().on_mount()
        self.query_one("#history", PageList).focus()

    @property
    def chosen_line(self) -> Line | None:
        """The one that is shown."""
        return self._line

    def fill(self) -> None:
        """Read the line; one that is gone closes the screen."""
        self._line = typed_plan.line_or_none(self._line_id)
        if (of := self._line) is None:
            self.call_later(self.app.back)
            return
        self.query_one("#line", Shown).show(fields(of))
        proofs = [Row(("proof", each.id, at), _proof(each), "good") for at, each in enumerate(of.proofs)]
        changes = [Row(("change", each.id, 0), _change(each)) for each in reversed(of.changes)]
        shown = []
        if proofs:
            shown += [Row(None, (_("WHAT PROVES IT"),), "heading"), *proofs]
        if changes:
            shown += [Row(None, (_("WHAT WAS DONE TO IT"),), "heading"), *changes]
        self._sources = {row.key: each.source for row, each in zip(proofs, of.proofs, strict=True)}
        decided = zip(changes, reversed(of.changes), strict=True)
        self._sources |= {row.key: ("decision", each.decision_id) for row, each in decided if each.decision_id}
        self._said = {row.key: " · ".join(map(str, row.cells)) for row in (*proofs, *changes)}
        self.query_one("#history", PageList).set_rows(shown)
        self._show_chosen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A proof that follows from a meeting by itself is not taken away."""
        if action == "unprove" and self.is_mounted:
            return bool(self._proof_id)
        if action == "arrange":
            of = self._line
            return (
                of is not None
                and of.kind in (*EVENTS, "control_work")
                and of.state not in ("cancelled", *plan_status.DONE)
            )
        if action == "open" and self.is_mounted:
            return self.query_one("#history", PageList).key in self._sources
        return super().check_action(action, parameters)

    @property
    def _proof_id(self) -> int:
        key = self.query_one("#history", PageList).key
        return int(key[1]) if isinstance(key, tuple) and key[0] == "proof" else 0

    @on(PageList.Highlighted, "#history")
    def _show_chosen(self) -> None:
        """Say the whole of the row."""
        said = self._said.get(self.query_one("#history", PageList).key, "")
        self.query_one("#whole", Shown).show(said)
        self.refresh_commands()

    @on(PageList.Opened, "#history")
    def action_open(self) -> None:
        """Open what did it."""
        if found := self._sources.get(self.query_one("#history", PageList).key):
            places.open_record(self.app, *found)

    def action_arrange(self) -> None:
        """Open the form of the event, or the entry of the test, with what the line says of it."""
        if (of := self._line) is None:
            return
        if of.kind == "control_work":
            text = typed_plan.as_typed(of)
            self.app.open("tui.screens.control_tests.entry:WorkEntryScreen", first_year=of.first_year, text=text)
        else:
            self.app.open("tui.screens.events.form:EventForm", first_year=of.first_year, line_id=of.id)

    def action_unprove(self) -> None:
        """It was not this that did the line."""
        if proof_id := self._proof_id:
            self.app.save(course.remove_proof, proof_id, then=lambda _none: self.app.refresh_screens())

    def removed(self) -> None:
        """The line is gone: so is its screen."""
        self.app.back()
        self.app.refresh_screens()


def fields(of: Line) -> str:
    """The line's fields that say something, one a line of text."""
    by_quarters = f"{words.day(of.first)} – {words.day(of.last)}" if of.term in ("quarter", "month", "year") else ""
    term = " · ".join(each for each in (plan_words.term(of), by_quarters) if each)
    scope = _(plan_words.SCOPES[of.scope]) if of.scope != "year" else ""
    known = (
        (_("Term"), term), (_("Owners"), typed_plan.names(of) or "–"), (_("Kind"), _(plan_words.KINDS[of.kind])),
        (_("Classes"), of.classes), (_("Time, place"), of.time_place), (_("Result"), of.expected_result),
        (_("Note"), of.note), (_("Added by"), scope),
    )  # fmt: skip
    return "\n".join([of.text, "", *(f"{name:<{LABEL}}{value}" for name, value in known if value)])


def _proof(of: Proof) -> tuple[str, ...]:
    """Day, what kind of proof, its text."""
    table = of.source[0]
    said = plan_words.happened(table, of.kind) if table in plan_words.HAPPENED or table == "activity" else ""
    if of.meeting_number:
        said = ", ".join(each for each in (said, _("Meeting № {number}").format(number=of.meeting_number)) if each)
    part = _("in part") if of.partly else ""
    text = ", ".join(each for each in (of.title, of.classes) if each)
    return (
        words.day(of.done_on),
        ", ".join(each for each in (said, part) if each),
        text or (_("it was held") if of.automatic else ""),
    )


def _change(of: ChangeRow) -> tuple[str, ...]:
    """Day, what was done, from which term and why and by whose decision."""
    old = plan_words.term_of(of.old_term, of.old_begins, of.old_ends, of.old_month, of.old_quarter)
    before = _("was: {term}").format(term=old) if of.kind == "moved" else ""
    by = typed_plan.meeting_name(of.meeting_number, of.held_on) if of.meeting_number else ""
    said = " · ".join(each for each in (before, of.reason, by) if each)
    return words.day(of.changed_on), _(plan_words.CHANGES[of.kind]), said
