"""The question about the plan: what was done of it since the last meeting, put into УГУЛДУ to begin with."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from db.meetings.rows import Item
from db.plans import facts
from db.plans.rows import Line
from tui import plan_words, typed_plan
from tui.screens.meeting.panes import PaneList
from tui.texts import N_, _
from tui.widgets.lists import Column, Row
from tui.widgets.shown import Shown

if TYPE_CHECKING:
    from tui.app import BirikmeApp

SHOWN = 5


class PlanDone(Vertical):
    """The lines done and late since the last meeting; Enter puts the sentence about them into УГУЛДУ."""

    app: "BirikmeApp"

    class Summed(Message):
        """`sentence` says how the plan stands."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, item: Item, *, begun: bool) -> None:
        """`begun`: only a meeting that was begun has heard anything."""
        super().__init__(classes="review")
        self._item, self._begun = item, begun

    def compose(self) -> ComposeResult:
        """The lines and what Enter does."""
        columns = (Column(width=1), Column(width=11), Column(share=3), Column(width=14))
        empty = N_("Nothing of the plan was done or became late since the last meeting.")
        yield PaneList(*columns, empty=empty, id="plan")
        yield Shown(_("Enter – put it into HEARD"), classes="hint")

    def on_mount(self) -> None:
        """Show the lines; offer the sentence where nothing was heard yet."""
        done, late = facts.since_last_meeting(self._item.row.meeting_id)
        shown = self.query_one("#plan", PaneList)
        shown.styles.height = max(min(len(done) + len(late), SHOWN), 1)
        shown.set_rows(Row(each.id, _cells(each), plan_words.STYLES.get(each.state, "")) for each in (*done, *late))
        self._sentence = sentence(done, late)
        if self._sentence and self._begun and not self._item.row.heard:
            self.post_message(self.Summed(self._sentence))

    def on_page_list_opened(self, event: PaneList.Opened) -> None:
        """Put the sentence into УГУЛДУ."""
        event.stop()
        self.post_message(self.Summed(self._sentence))


def joined(heard: str, sentence: str) -> str:
    """What was heard with the sentence after it, once."""
    if sentence in heard:
        return heard
    return "\n".join(part for part in (heard.rstrip(), sentence) if part)


def _cells(of: Line) -> tuple[str, ...]:
    return plan_words.SIGNS[of.state], plan_words.term(of), of.text, _(plan_words.BRIEF[of.state])


def sentence(done: list[Line], late: list[Line]) -> str:
    """«План боюнча аткарылды – 5: …; мөөнөтү өттү – 1: …»; nothing where nothing happened."""
    in_time = [each for each in done if each.state != "done_late"]
    too_late = [each for each in done if each.state == "done_late"]
    parts = (
        (_("done by the plan – {count}: {lines}"), in_time),
        (_("done late – {count}: {lines}"), too_late),
        (_("overdue – {count}: {lines}"), late),
    )
    said = "; ".join(
        text.format(count=len(found), lines=", ".join(typed_plan.trimmed(each.text) for each in found))
        for text, found in parts
        if found
    )
    return f"{said[0].upper()}{said[1:]}." if said else ""
