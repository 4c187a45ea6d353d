"""The page of one agenda item: title, УГУЛДУ, СҮЙЛӨДҮ, СУНУШ, ЧЕЧИМ, ДОБУШ, walked by Tab."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from db import edits
from db.meetings.rows import Item
from tui.screens.meeting.context import Context
from tui.screens.meeting.decisions import Decision
from tui.screens.meeting.entry import Entry, Line
from tui.screens.meeting.plan_done import PlanDone, joined
from tui.screens.meeting.proposals import Proposal
from tui.screens.meeting.review import Review
from tui.screens.meeting.speeches import Heard, Speech
from tui.screens.meeting.votes import Candidate, Vote
from tui.texts import _
from tui.widgets.text import TextField

if TYPE_CHECKING:
    from tui.app import BirikmeApp

ABOUT = {"ky": ("жөнүндө", "тууралуу"), "ru": ("о ", "об ", "обо ")}
"""How a question of the agenda ends in Kyrgyz and begins in Russian (DOMAIN.md 1.1)."""


class Title(Entry):
    """The question itself."""

    TABLE = "agenda_item"
    TEXTS: ClassVar[frozenset[str]] = frozenset({"title"})
    PHRASES = "agenda"

    def __init__(self, item: Item, context: Context) -> None:
        super().__init__(_label(item), item.row.id, context.language)
        self._item = item

    def parts(self) -> Iterable[Widget]:
        """The title."""
        yield Line(self._item.row.title, placeholder=_("what the question is about"), limit=1000, id="title")

    def use(self, context: Context) -> None:
        """Know the number that the question has now."""
        self._item = context.item(self._item.row.id) or self._item
        self.show_label(_label(self._item))

    def left(self, field: TextField) -> None:
        """Hint gently at how a question is usually worded."""
        if field.value.strip() and not worded(field.value, self.language):
            self.app.say(_("A question usually ends in «жөнүндө» or «тууралуу» (in Russian it begins with «О …»)."))
        # Told when it is written: what is read before that is the title without its last letters.
        told: Callable[[Any], None] = lambda _value: self.post_message(self.Changed())  # noqa: E731
        self.app.save(edits.close, self.TABLE, self.record_id, "title", then=told)


def _label(item: Item) -> str:
    return f"{item.number}." if item.number else "→"


def worded(title: str, language: str) -> bool:
    """Whether a title is worded as agenda questions are."""
    text = title.strip().rstrip(".").casefold()
    return text.endswith(ABOUT["ky"]) if language == "ky" else text.startswith(ABOUT["ru"])


class Section(Vertical):
    """Rows of one kind with a blank one at the end, which becomes a record when it is typed into."""

    def __init__(self, label: str, rows: Sequence[Any], make: Callable[[str, Any], Entry], id: str) -> None:
        """`label` stands at the first row; `make(label, row)` makes a row's widget, None a blank one."""
        super().__init__(classes="section", id=id)
        self._label, self._records, self._make = label, rows, make

    def compose(self) -> ComposeResult:
        """The rows and the blank one."""
        for at, record in enumerate([*self._records, None]):
            yield self._row(self._label if at == 0 else "", record)

    def _row(self, label: str, record: Any) -> Entry:
        row = self._make(label, record)
        row.put_blank = self._put_blank
        return row

    async def _put_blank(self, row: Entry) -> None:
        """A row that was the blank one becomes a record: put another blank one after it."""
        if row is self.entries[-1]:
            await self.mount(self._row("", None))

    @on(Entry.Made)
    def _made(self, event: Entry.Made) -> None:
        event.stop()
        self.post_message(Entry.Changed())

    @property
    def entries(self) -> list[Entry]:
        """The rows in order, the blank one last."""
        return list(self.query(Entry))

    def take_away(self, row: Entry) -> None:
        """A row's record is gone: its place goes too, and the label stands at the row that is the first now."""
        rest = [each for each in self.entries if each is not row]
        row.remove()
        rest[0].show_label(self._label)

    def focus_blank(self) -> None:
        """Go to the blank row."""
        self.entries[-1].query(TextField).first().focus()


class ItemPage(Vertical):
    """All of one item."""

    app: "BirikmeApp"

    class Grown(Message):
        """The page has another height."""

    def __init__(self, item: Item, context: Context) -> None:
        super().__init__(classes="page")
        self.item, self._reading = item, context
        self._electing = bool(item.candidates)

    def compose(self) -> ComposeResult:
        """Title, review where it is the first item, and the sections."""
        item, context = self.item, self._reading
        yield Title(item, context)
        if item.row.kind == "review":
            yield Review(item, context)
        if item.row.kind == "plan_done":
            yield PlanDone(item, begun=context.sheet.meeting.state != "planned")
        yield Heard(_("HEARD"), item.row, context)
        yield Section(_("SPOKE"), item.speeches, self._row(Speech), id="speeches")
        yield Section(_("PROPOSED"), item.proposals, self._row(Proposal), id="proposals")
        candidates = Section(_("CANDIDATES"), item.candidates, self._row(Candidate), id="candidates")
        candidates.display = self._electing
        yield candidates
        yield Section(_("DECIDED"), item.decisions, self._row(Decision), id="decisions")
        yield Vote(_("VOTE"), item, context)

    def _row(self, kind: Callable[[str, int, Any, Context], Entry]) -> Callable[[str, Any], Entry]:
        """How a section makes its rows: with who is there by then."""
        return lambda label, row: kind(label, self.item.row.id, row, self._reading)

    def use(self, context: Context) -> None:
        """Know what changed around the page: who is there, what number the question has."""
        self.item, self._reading = context.item(self.item.row.id) or self.item, context
        for entry in self.query(Entry):
            if entry.is_mounted:  # a blank row that is just being put has no fields yet
                entry.use(context)

    def on_resize(self) -> None:
        """Tell it: what is typed must stay in sight."""
        self.post_message(self.Grown())

    def show_candidates(self) -> None:
        """Open the lines for a vote among candidates."""
        section = self.query_one("#candidates", Section)
        section.display = True
        section.focus_blank()

    @on(Review.Summed)
    def _summed(self, event: Review.Summed) -> None:
        """Put the sum of the review into УГУЛДУ as long as nothing else stands there."""
        event.stop()
        field = self.query_one("#heard", TextField)
        if not field.value.strip() or field.value == self._summed_text:
            field.set_value(event.sentence)
            self.query_one(Heard).keep()
            self._summed_text = event.sentence

    @on(PlanDone.Summed)
    def _plan_summed(self, event: PlanDone.Summed) -> None:
        """Put what was done of the plan into УГУЛДУ, after what stands there."""
        event.stop()
        field = self.query_one("#heard", TextField)
        field.set_value(joined(field.value, event.sentence))
        self.query_one(Heard).keep()

    _summed_text = ""
