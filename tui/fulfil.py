"""After something was held, studied or finished: which line of the plan it did, one key."""

from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.await_complete import AwaitComplete

from db.plans import fulfilling, sections
from db.plans.fulfilling import Candidate
from db.plans.happened import Happened
from tui import plan_words, typed_plan
from tui.texts import N_, _
from tui.widgets.dialogs import Pick
from tui.widgets.lists import PageList

if TYPE_CHECKING:
    from tui.app import BirikmeApp

OFFERED = 8
"""So many lines are offered before «beyond the plan», so that each has a digit."""


def offer(app: "BirikmeApp", table: str, row_id: int) -> None:
    """Offer the lines of the plan that a record may have done, the likeliest first; «beyond the plan» is the last.

    To be called when an activity or a test was held, a document studied, a study finished. Says nothing where a line
    names the record already, where it did not happen, and where its year has no plan.
    """
    of = fulfilling.unnamed(table, row_id)
    if of is None or not fulfilling.begun(of.association_id, of.first_year):
        return
    found = fulfilling.candidates(table, row_id)[:OFFERED]
    section_id = sections.usual_section(of.association_id, next(iter(of.fits), ""))
    app.open_dialog("tui.fulfil:FulfilBox", of, found, section_id, then=partial(_answered, app, of, found, section_id))


class FulfilBox(Pick):
    """The lines, numbered; answers (the place from 0, whether only in part), None on Esc."""

    HINT = N_("Digit or Enter – choose   Space – in part   Esc – not now")
    BOX = "box wide"

    def __init__(self, of: Happened, found: list[Candidate], section_id: int) -> None:
        """`found`: the lines; `section_id`: where the work would stand beyond the plan."""
        said = typed_plan.happened(of.table, of.kind, of.title, of.classes, of.done_on)
        question = _("Which line of the plan did this do? {work}") if found else _("The plan has no line for: {work}")
        section = next(each for each in sections.sections(of.association_id) if each.id == section_id)
        beyond = _("Beyond the plan: {section}").format(section=typed_plan.section_title(section))
        super().__init__(question.format(work=said), [*(_option(each) for each in found), beyond])
        self._lines = len(found)

    def on_key(self, event: events.Key) -> None:
        """Space: the line that is marked was done in part."""
        at = self.query_one(PageList).key
        if event.key == "space" and isinstance(at, int) and at < self._lines:
            event.stop()
            super().dismiss((at, True))

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Answer with the place and whether in part."""
        return super().dismiss((result, False) if isinstance(result, int) else result)


def _answered(
    app: "BirikmeApp", of: Happened, found: list[Candidate], section_id: int, answer: tuple[int, bool] | None
) -> None:
    """Write what was chosen and say how the line stands."""
    if answer is None:
        return
    at, partly = answer
    if at < len(found):
        line_id = found[at].line.id
        app.save(fulfilling.fulfil, line_id, of.table, of.id, partly, then=lambda _id: _say(app, line_id))
    else:
        text = typed_plan.happened(of.table, of.kind, of.title, "")
        app.save(fulfilling.beyond, of.table, of.id, section_id, text, then=lambda line_id: _say(app, line_id))


def _say(app: "BirikmeApp", line_id: int) -> None:
    app.refresh_screens()
    if line := typed_plan.line_or_none(line_id):
        said = _("In the plan: {text} – {state}. Ctrl+Z – take back.")
        state = _(plan_words.STATES[line.state]).lower()
        app.say(said.format(text=typed_plan.shortened(line.text), state=state))


def _option(of: Candidate) -> str:
    """A line as the box names it: its term, its text, its owners; the clear one is marked."""
    line = of.line
    text = " · ".join(each for each in (plan_words.term(line), line.text, line.classes, typed_plan.names(line)) if each)
    return f"{text} ◂" if of.likely else text
