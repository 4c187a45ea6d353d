"""A person as a field of a form: chosen by a few letters, empty for nobody."""

from collections.abc import Sequence
from typing import Any

from textual.widget import Widget

from db.errors import Refused
from tui.widgets.fields import FormField
from tui.widgets.person_field import PersonField


class PersonInput(FormField):
    """The value is the person's id, None where nobody is chosen."""

    def __init__(
        self, name: str, label: str, people: Sequence[tuple[int, str]], person_id: int | None = None, **more: Any
    ) -> None:
        """`people`: (id, shown text) in the order to suggest."""
        super().__init__(name, label, **more)
        self._people, self._person_id = people, person_id

    def make_input(self) -> Widget:
        """The line with its suggestions."""
        return PersonField(self._people)

    def on_mount(self) -> None:
        """Show who is chosen."""
        self._field.set_person(self._person_id)

    def on_descendant_focus(self) -> None:
        """Typing replaces who stands there."""
        self._field.line.select_all()

    @property
    def _field(self) -> PersonField:
        return self.query_one(PersonField)

    @property
    def raw(self) -> str:
        """What is typed or the chosen name."""
        return self._field.line.value if self.is_mounted else ""

    @raw.setter
    def raw(self, text: str) -> None:
        chosen = next((key for key, shown in self._people if shown == text), None)
        self._field.set_person(chosen, text)

    def value(self) -> int | None:
        """The id of who is chosen; raises Refused `not_found` for other letters."""
        text = self.raw.strip()
        chosen = self._field.person_id or next((key for key, shown in self._people if shown == text), None)
        if text and chosen is None:
            raise Refused("not_found", self.field_name, text=text)
        return chosen if text else None
