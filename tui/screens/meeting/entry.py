"""A row of the meeting's sheet: a label at the left, its fields at the right; it saves itself."""

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget

from db import edits, settings
from db.rules.alphabet import matches
from db.settings import PhraseRow
from tui.screens.meeting.context import Context
from tui.texts import _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.person_field import PersonField
from tui.widgets.shown import Shown
from tui.widgets.text import LineField, TextField

if TYPE_CHECKING:
    from tui.app import BirikmeApp

SUGGESTIONS = 5
SHORT = 24
"""A text longer than this, in characters, is no longer looked up among the phrases."""


class Typed(TextField):
    """Long text; Enter takes the phrase that is marked below it, else makes a new line."""

    BINDINGS: ClassVar[list[Binding]] = [Binding("enter", "take_phrase", show=False)]

    def on_key(self, event: events.Key) -> None:
        """Enter belongs to the marked phrase first."""
        row = next((each for each in self.ancestors if isinstance(each, Entry)), None)
        if event.key == "enter" and row is not None and row.take_phrase():
            event.prevent_default().stop()


class Entry(Horizontal):
    """Something of an item. Its texts are saved while they are typed; without a record the first letter makes one."""

    TABLE: ClassVar[str] = ""
    TEXTS: ClassVar[frozenset[str]] = frozenset()
    """Ids of the fields that are saved as they are typed; each is the column's name."""
    PHRASES: ClassVar[str] = ""
    """The kind of stock phrases offered while typing."""
    BINDINGS: ClassVar[list[Binding]] = [
        Binding("down", "mark_phrase(1)", show=False),
        Binding("up", "mark_phrase(-1)", show=False),
    ]

    app: "BirikmeApp"

    class Made(Message):
        """The row has a record now."""

        def __init__(self, row: "Entry") -> None:
            super().__init__()
            self.row = row

    class Changed(Message):
        """Something other than text was saved: numbers and lists elsewhere on the screen may differ."""

    def __init__(self, label: str, record_id: int | None, language: str) -> None:
        """`label` is shown as it is; `record_id` None: nothing written yet; `language` that of typed texts."""
        super().__init__(classes="entry")
        self._label, self.record_id, self.language = label, record_id, language
        self._making = False
        self._kept: dict[str, str] = {}
        self._waiting: list[Callable[[int], None]] = []
        self._phrases: list[PhraseRow] | None = None
        self._found: list[PhraseRow] = []
        self._phrase_field: TextField | None = None
        self.put_blank: Callable[[Entry], Awaitable[None]] | None = None
        """Set by the rows' section: puts a blank row after this one where none is."""

    def parts(self) -> Iterable[Widget]:
        """The fields."""
        raise NotImplementedError

    def add(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """The action that makes the record, with its arguments."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The label, the fields, and the phrases under them."""
        yield Shown(self._label, classes="gutter")
        with Vertical(classes="fields"):
            yield from self.parts()
            phrases = PageList(Column(), open_on_click=True, classes="phrases")
            phrases.can_focus = False
            phrases.display = False
            yield phrases

    def show_label(self, label: str) -> None:
        """Show another label."""
        self._label = label
        self.query_one(".gutter", Shown).show(label)

    def on_mount(self) -> None:
        """Know what the records hold already."""
        self._kept = {field.id: field.value for field in self.query(TextField) if field.id in self.TEXTS}

    def use(self, context: Context) -> None:
        """Know what changed around the row."""

    # Saving

    def with_record(self, then: Callable[[int], None]) -> None:
        """Do something with the record's id, making the record first where there is none."""
        if self.record_id is not None:
            then(self.record_id)
            return
        self._waiting.append(then)
        if not self._making:
            self._making = True
            if self.put_blank is not None:  # before the disk answers: Tab may be pressed meanwhile
                self.call_later(self.put_blank, self)
            function, args = self.add()
            self.app.save(function, *args, then=self._made, failed=self._not_made)

    def _made(self, record_id: int) -> None:
        self.record_id, self._making = record_id, False
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(record_id)
        self.post_message(self.Made(self))

    def _not_made(self, error: Any) -> None:
        self._making, self._waiting = False, []
        self.app.explain(error.code, **error.values)

    def write(self, action: Callable[..., Any], *args: Any, **named: Any) -> None:
        """Have an action done with the record's id first, then tell the screen."""
        self.with_record(
            lambda record_id: self.app.save(
                action, record_id, *args, then=lambda _value: self.post_message(self.Changed()), **named
            )
        )

    def keep(self) -> None:
        """Save every text that differs from what was saved last; a blank row stays blank."""
        for field in self.query(TextField):
            column, value = field.id or "", field.value
            if column not in self.TEXTS or value == self._kept.get(column, "") or self._blank(value):
                continue
            self._kept[column] = value
            self.with_record(partial(self._save_text, column, value, field.cursor))
        self.keep_meanings()

    def keep_meanings(self) -> None:
        """Save what fields other than texts mean already, without a word about what they do not mean yet."""

    def _blank(self, value: str) -> bool:
        return self.record_id is None and not self._making and not value.strip()

    def _save_text(self, column: str, value: str, cursor: int, record_id: int) -> None:
        self.app.save(edits.autosave, self.TABLE, record_id, column, value, cursor)

    @on(TextField.Settled)
    def _settled(self, event: TextField.Settled) -> None:
        event.stop()
        if event.field.id in self.TEXTS:
            self._suggest(event.field)
        self.keep()

    @on(TextField.Left)
    def _left(self, event: TextField.Left) -> None:
        event.stop()
        self._hide_phrases()
        if event.field.id in self.TEXTS and (self.record_id is not None or self._making):
            self.with_record(partial(self._close_text, event.field.id))
        self.left(event.field)

    def _close_text(self, column: str, record_id: int) -> None:
        self.app.save(edits.close, self.TABLE, record_id, column)

    def open(self, known: bool) -> None:
        """Show the fields that follow who it is, once that is known; a row with a record shows them always."""

    def left(self, field: TextField) -> None:
        """A field was left: read what it means."""

    def tell_unknown(self, letters: str) -> None:
        """Say that a row of members alone keeps no other name."""
        if letters:
            self.app.say(_("Nobody is called «{letters}».").format(letters=letters), error=True)

    def go_past(self) -> None:
        """Put the focus on the first field after this row."""
        for _step in range(8):
            focused = self.screen.focus_next()
            if focused is None or self not in focused.ancestors:
                return

    # Phrases

    def _suggest(self, field: TextField) -> None:
        """Offer the phrases in which a word begins with what was typed; her own often used ones first."""
        if not self.PHRASES or not 2 <= len(field.value.strip()) <= SHORT or field.document.line_count > 1:
            return self._hide_phrases()
        if self._phrases is None:
            self._phrases = settings.phrases(self.PHRASES)
        typed = field.value.strip()
        self._found = [each for each in self._phrases if matches(typed, each.text(self.language))][:SUGGESTIONS]
        self._phrase_field = field
        shown = self.query_one(".phrases", PageList)
        shown.display = bool(self._found)
        shown.styles.height = max(len(self._found), 1)
        shown.set_rows([Row(None, ("",))] if not self._found else [])
        shown.set_rows(Row(at, (each.text(self.language),)) for at, each in enumerate(self._found))
        self._marked = False
        return None

    _marked = False

    def _hide_phrases(self) -> None:
        self._found, self._marked = [], False
        self.query_one(".phrases", PageList).display = False

    def action_mark_phrase(self, step: int) -> None:
        """↓ goes into the phrases, ↑ ↓ through them; without phrases the keys go to the next and previous field."""
        if not self._found:
            (self.screen.focus_next if step > 0 else self.screen.focus_previous)()
        elif not self._marked:
            self._marked = step > 0
        else:
            self.query_one(".phrases", PageList).action_move(step)

    @on(PageList.Opened, ".phrases")
    def _clicked(self, event: PageList.Opened) -> None:
        event.stop()
        self._marked = True
        self.take_phrase()

    @on(PageList.Highlighted)
    def _highlighted(self, event: PageList.Highlighted) -> None:
        event.stop()

    def take_phrase(self) -> bool:
        """Put the marked phrase in place of what was typed, its first slot selected; False if none is marked."""
        at = self.query_one(".phrases", PageList).key
        if not self._found or not self._marked or not isinstance(at, int) or self._phrase_field is None:
            return False
        phrase, field = self._found[at], self._phrase_field
        self._hide_phrases()
        self.app.save(settings.use_phrase, phrase.id)
        self._phrases = None
        fill_slot(field, phrase.text(self.language))
        return True


class Who(PersonField):
    """A person of a row; the row's other fields open as soon as letters are typed, so that Tab finds them."""

    def on_text_area_changed(self) -> None:
        """Tell the row whether anything stands here."""
        row = next(each for each in self.ancestors if isinstance(each, Entry))
        row.open(bool(self.line.value.strip()))


def fill_slot(field: TextField, text: str) -> None:
    """Replace a field's text; the first «{…}» or «…» is selected, so that typing goes in its place."""
    field.clear()
    field.insert(text)
    start, end = slot_of(text)
    if start < end:
        at = field.document.get_location_from_index
        field.move_cursor(at(start))
        field.move_cursor(at(end), select=True)
    field.focus()


def slot_of(text: str) -> tuple[int, int]:
    """Where the first slot of a phrase stands; (0, 0) where it has none."""
    start = text.find("{")
    if start >= 0:
        return start, text.find("}", start) + 1
    start = text.find("…")
    return (start, start + 1) if start >= 0 else (0, 0)


class Line(LineField):
    """One line of a row: Enter takes the phrase that is marked, else goes on."""

    def on_key(self, event: events.Key) -> None:
        """Enter belongs to the marked phrase first."""
        row = next((each for each in self.ancestors if isinstance(each, Entry)), None)
        if event.key == "enter" and row is not None and row.take_phrase():
            event.prevent_default().stop()
