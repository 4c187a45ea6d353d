"""A person chosen by a few letters: folded, in any order, so a Russian layout finds Kyrgyz names."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import TextArea

from db.rules.alphabet import matches
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.text import LineField

SUGGESTIONS = 6
LONGEST_NAME = 60
"""Characters of a name with an office; longer text was meant for another field."""


class PersonField(Vertical):
    """A line to type into and up to six suggestions under it. Enter or Tab takes the first, ↑ ↓ another one."""

    @dataclass
    class Chosen(Message):
        """A person was chosen; `person_id` None: a guest, `text` as typed (only where `free` is allowed)."""

        field: "PersonField"
        person_id: int | None
        text: str

        @property
        def control(self) -> "PersonField":
            """The field, for `@on(…, selector)`."""
            return self.field

    @dataclass
    class Skipped(Message):
        """Enter or Tab was pressed with nothing typed, or with what nobody is called."""

        field: "PersonField"
        text: str

        @property
        def control(self) -> "PersonField":
            """The field, for `@on(…, selector)`."""
            return self.field

    def __init__(self, people: Sequence[tuple[int, str]] = (), *, free: bool = False, placeholder: str = "",
                 id: str | None = None, classes: str | None = None) -> None:  # fmt: skip
        """`people`: (id, shown text) in the order to suggest; `free`: other names are allowed (guests)."""
        super().__init__(id=id, classes=classes)
        self._people, self._free, self._placeholder = list(people), free, placeholder
        self._found: list[tuple[int, str]] = []
        self.person_id: int | None = None
        """Who is chosen; None for nobody or a guest."""

    def compose(self) -> ComposeResult:
        """The line and the suggestions."""
        yield LineField(placeholder=self._placeholder)
        yield PageList(Column(), open_on_click=True)

    def on_mount(self) -> None:
        """Keep the suggestions out of the way of Tab."""
        self.query_one(PageList).can_focus = False
        self._suggest("")

    def set_people(self, people: Sequence[tuple[int, str]]) -> None:
        """Suggest among these from now on."""
        self._people = list(people)

    def set_person(self, person_id: int | None, text: str = "") -> None:
        """Show who is chosen, without telling anyone."""
        self.person_id = person_id
        shown = next((shown for key, shown in self._people if key == person_id), text)
        self.line.set_value(shown)
        self._suggest("")

    @property
    def line(self) -> LineField:
        """The line that is typed into."""
        return self.query_one(LineField)

    @property
    def suggested(self) -> list[str]:
        """What is suggested now."""
        return [text for _id, text in self._found]

    def focus(self, scroll_visible: bool = True, **_more: object) -> "PersonField":
        """Focus the line."""
        self.line.focus(scroll_visible)
        return self

    def _suggest(self, typed: str) -> None:
        self._found = [pair for pair in self._people if matches(typed, pair[1])][:SUGGESTIONS] if typed.strip() else []
        found = self.query_one(PageList)
        found.display = bool(self._found)
        found.styles.height = len(self._found)
        found.set_rows(Row(key, (text,)) for key, text in self._found)
        if self._found:
            found.choose(self._found[0][0])

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        chosen = next((text for key, text in self._people if key == self.person_id), None)
        if self.line.has_focus and self.line.value != chosen:
            self.person_id = None
            self._suggest(self.line.value)

    def on_key(self, event: events.Key) -> None:
        """↑ ↓ go through the suggestions, Enter and Tab take the one marked, Esc closes them."""
        if event.key in ("up", "down") and self._found:
            event.stop()
            self.query_one(PageList).action_move(1 if event.key == "down" else -1)
        elif event.key == "tab":
            event.stop()
            self._take()
        elif event.key == "escape" and self._found:
            event.stop()
            self._suggest("")

    @on(LineField.Submitted)
    def _entered(self, event: LineField.Submitted) -> None:
        event.stop()
        self._take()

    @on(PageList.Opened)
    def _clicked(self, event: PageList.Opened) -> None:
        event.stop()
        self._take()

    @on(PageList.Highlighted)
    def _marked(self, event: PageList.Highlighted) -> None:
        event.stop()

    def _take(self) -> None:
        """Choose what is marked, or the guest, or nobody; then the next field gets the focus."""
        typed = self.line.value.strip()
        key = self.query_one(PageList).key if self._found else None
        if isinstance(key, int):
            self.set_person(key)
            self.post_message(self.Chosen(self, key, self.line.value))
        elif self._free and self.person_id is None and _may_be_a_name(typed):
            self.post_message(self.Chosen(self, None, typed))
        else:
            self.post_message(self.Skipped(self, typed))
        self.screen.focus_next()


def _may_be_a_name(typed: str) -> bool:
    """Whether typed text can be a guest's name: a sentence or a decision's line typed in the wrong field is none."""
    return bool(typed) and len(typed) <= LONGEST_NAME and typed[0] not in "!@?:%"
