"""The rows of a lesson analysis at the right: each saves itself."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget

from db.errors import Refused
from db.observations import sheets
from db.observations.rows import AdviceRow, Sheet, SheetRow
from db.rules.lesson_scores import MOST_PUPILS, too_many_present
from tui import messages, typed, words
from tui.screens.meeting.entry import Entry, Line, Typed
from tui.texts import _
from tui.widgets.fields import number
from tui.widgets.person_field import PersonField
from tui.widgets.shown import Shown
from tui.widgets.text import TextField


class Words(Entry):
    """One text of the sheet, or of the lesson that it is about."""

    def __init__(
        self, label: str, table: str, record_id: int, column: str, value: str, placeholder: str = "", *, long: bool
    ) -> None:
        """`label` and `placeholder` are translated already."""
        super().__init__(label, record_id, "")
        self.TABLE, self.TEXTS = table, frozenset({column})  # type: ignore[misc]
        self._column, self._value, self._placeholder, self._long = column, value, placeholder, long

    def parts(self) -> Iterable[Widget]:
        """The text."""
        kind = Typed if self._long else Line
        limit = {} if self._long else {"limit": 500}
        yield kind(self._value, placeholder=self._placeholder, id=self._column, **limit)

    @property
    def value(self) -> str:
        """What stands in the field."""
        return self.query_one(f"#{self._column}", TextField).value

    def held(self, of: Sheet) -> str:
        """What the records have of it."""
        return str(getattr(of.row if self.TABLE == "observation" else of.lesson, self._column))


class Observer(Entry):
    """Who observes: someone of the school, or a guest as typed."""

    def __init__(self, of: SheetRow, people: Sequence[tuple[int, str]]) -> None:
        super().__init__(_("OBSERVER"), of.id, "")
        self._of, self._people = of, people

    def parts(self) -> Iterable[Widget]:
        """The person."""
        yield PersonField(self._people, free=True, placeholder=_("a few letters, or a guest's name"), id="observer")

    def on_mount(self) -> None:
        """Show who observes."""
        self.query_one(PersonField).set_person(self._of.observer_id, self._of.observer_guest)

    @on(PersonField.Chosen)
    def _chosen(self, event: PersonField.Chosen) -> None:
        event.stop()
        self.write(sheets.set_observer, event.person_id, "" if event.person_id is not None else event.text)

    @on(PersonField.Skipped)
    def _skipped(self, event: PersonField.Skipped) -> None:
        event.stop()
        if not event.text:
            self.write(sheets.set_observer, None, "")


class Told(Entry):
    """A row whose fields are no texts: they are read when they are left, and what is wrong is said under them."""

    def parts(self) -> Iterable[Widget]:
        """The fields of `lines`, and the place for what is wrong."""
        yield from self.lines()
        yield Shown(classes="wrong")

    def lines(self) -> Iterable[Widget]:
        """The fields."""
        raise NotImplementedError

    def read(self) -> None:
        """Read the fields and save what they mean; raises Refused."""
        raise NotImplementedError

    def left(self, field: TextField) -> None:
        """Read the fields, say what is wrong."""
        try:
            self.read()
        except Refused as error:
            self.show_wrong(error)
        else:
            self.set_class(False, "-wrong")

    def show_wrong(self, error: Refused) -> None:
        """Say what is wrong."""
        self.query_one(".wrong", Shown).show(f"! {messages.sentence(error)}")
        self.set_class(True, "-wrong")

    def value(self, name: str) -> str:
        """What is typed into a field."""
        return self.query_one(f"#{name}", TextField).value.strip()


class Pupils(Told):
    """How many pupils the class has and how many are there."""

    def __init__(self, of: SheetRow) -> None:
        super().__init__(_("PUPILS"), of.id, "")
        self._known: tuple[int | None, int | None] = (of.listed, of.present)

    def lines(self) -> Iterable[Widget]:
        """Both numbers in a line."""
        listed, present = ("" if each is None else str(each) for each in self._known)
        yield Horizontal(
            Shown(_("listed"), classes="of"), Line(listed, limit=12, id="listed"),
            Shown(_("present"), classes="of"), Line(present, limit=12, id="present"), classes="pupils",
        )  # fmt: skip

    def keep_meanings(self) -> None:
        """Save the numbers as far as they are right; a wrong one is none."""
        listed = _count(self.value("listed"))
        present = _count(self.value("present"))
        self._save(listed, None if too_many_present(listed, present) else present)

    def read(self) -> None:
        """Refuse what is no number, and more present than listed."""
        listed, present = (number(self.value(name), 0, MOST_PUPILS) for name in ("listed", "present"))
        if too_many_present(listed, present):  # type: ignore[arg-type]
            raise Refused("present_more_than_listed", "present", listed=listed)

    def _save(self, listed: int | None, present: int | None) -> None:
        if (listed, present) != self._known:
            self._known = (listed, present)
            self.write(sheets.set_pupils, listed, present)


def _count(text: str) -> int | None:
    """A number as typed; None for what is none."""
    try:
        found = number(text, 0, MOST_PUPILS)
    except Refused:
        return None
    return None if found is None else int(found)


class Acquainted(Told):
    """On which day the teacher read the sheet."""

    def __init__(self, of: SheetRow) -> None:
        super().__init__(_("ACQUAINTED"), of.id, "")
        self._known = of.acquainted_on

    def lines(self) -> Iterable[Widget]:
        """The day."""
        yield Line(words.day(self._known), placeholder=_("the day on which the teacher read this"), id="acquainted_on")

    def read(self) -> None:
        """Save the day, or that there is none; raises Refused `date_expected`."""
        text = self.value("acquainted_on")
        day = typed.past_day(text) if text else None
        self.query_one("#acquainted_on", TextField).set_value(words.day(day))
        if day != self._known:
            self.app.save(sheets.acquaint, self.record_id, day, then=lambda _none: self._saved(day), failed=self._no)

    def _saved(self, day: Any) -> None:
        self._known = day
        self.post_message(self.Changed())

    def _no(self, error: Refused) -> None:
        if self.is_attached:
            self.show_wrong(error)


class Advice(Entry):
    """A piece of advice."""

    TABLE = "advice"
    TEXTS: ClassVar[frozenset[str]] = frozenset({"text"})

    def __init__(self, label: str, observation_id: int, of: AdviceRow | None) -> None:
        super().__init__(label, of.id if of else None, "")
        self._observation_id, self._of = observation_id, of

    def parts(self) -> Iterable[Widget]:
        """The text."""
        yield Line(self._of.text if self._of else "", placeholder=_("advice, one a line"), limit=5000, id="text")

    @property
    def value(self) -> str:
        """What stands in the field."""
        return self.query_one("#text", TextField).value

    def add(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """A new piece at the end."""
        return sheets.add_advice, (self._observation_id,)

    def remove_record(self) -> tuple[Callable[..., Any], int | None]:
        """The action that takes this row's record away."""
        return sheets.remove_advice, self.record_id
