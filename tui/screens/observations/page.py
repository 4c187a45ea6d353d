"""The right side of the sheet: what is written while one sits in the lesson."""

from collections.abc import Iterable, Sequence

from textual.containers import Vertical
from textual.widget import Widget

from db.observations.rows import Sheet
from tui.screens.live import Following
from tui.screens.meeting.entry import Entry
from tui.screens.meeting.item import Section
from tui.screens.observations.entries import Acquainted, Advice, Observer, Pupils, Words
from tui.texts import N_, _
from tui.widgets.text import TextField

AIM = ("visit_aim", N_("VISIT'S AIM"), N_("why the lesson is visited"))
AIMS = (
    ("learning_aim", N_("LEARNING"), N_("what pupils learn")),
    ("developing_aim", N_("DEVELOPING"), N_("what it develops in them")),
    ("upbringing_aim", N_("UPBRINGING"), N_("how it brings them up")),
)
SEEN = (
    ("strong", N_("STRONG"), N_("what was done well")),
    ("weak", N_("WEAK"), N_("what was lacking")),
    ("conclusions", N_("CONCLUSIONS"), ""),
)
"""Column of the sheet, its label, what to write."""


class SheetPage(Following):
    """All of a sheet but its scores."""

    def __init__(self) -> None:
        super().__init__(id="page", can_focus=False)

    async def show(self, of: Sheet, people: Sequence[tuple[int, str]]) -> None:
        """Build the rows from the records."""
        await self.remove_children()
        await self.mount(Vertical(*rows(of, people), classes="page"))

    def keep(self) -> None:
        """Have every row save what it holds."""
        for entry in self.query(Entry):
            entry.keep()

    def holds(self, of: Sheet) -> bool:
        """Whether the texts are those of the records."""
        advice = [row.value for row in self.query(Advice) if row.record_id is not None]
        texts = [(row.value, row.held(of)) for row in self.query(Words)]
        return advice == [each.text for each in of.advice] and all(typed == held for typed, held in texts)

    @property
    def advice(self) -> Section:
        """The rows of advice."""
        return self.query_one("#advice", Section)

    def focus_field(self, name: str) -> None:
        """Go to a text."""
        self.query_one(f"#{name}", TextField).focus()


def rows(of: Sheet, people: Sequence[tuple[int, str]]) -> Iterable[Widget]:
    """The rows in the order of the paper; of a visit written in brief one needs the last ones only."""
    row, lesson = of.row, of.lesson
    yield Observer(row, people)
    yield Words(
        _("VISIT'S AIM"), "observation", row.id, "visit_aim", row.visit_aim, _("why the lesson is visited"), long=True
    )
    yield Words(_("TOPIC"), "activity", lesson.id, "title", lesson.title, long=False)
    kind = _("of the lesson: new knowledge, revision…")
    yield Words(_("TYPE"), "activity", lesson.id, "form", lesson.form, kind, long=False)
    yield from (_text(of, *each) for each in AIMS)
    yield Pupils(row)
    yield from (_text(of, *each) for each in SEEN)
    make = lambda label, advice: Advice(label, row.id, advice)  # noqa: E731
    yield Section(_("ADVICE"), of.advice, make, id="advice")
    yield _text(of, "self_analysis", N_("SELF-ANALYSIS"), N_("what the teacher says of it"))
    yield Acquainted(row)


def _text(of: Sheet, column: str, label: str, placeholder: str) -> Words:
    said = _(placeholder) if placeholder else ""
    return Words(_(label), "observation", of.row.id, column, getattr(of.row, column), said, long=True)
