"""What a control work checks: the standard's requirements, one a line, each with how many pupils mastered it."""

import re
from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db.control_tests import reading, results
from db.control_tests.rows import Requirement
from tui import work_words
from tui.texts import N_, _
from tui.widgets.fields import TextInput
from tui.widgets.form import FormScreen
from tui.widgets.shown import Shown

_MASTERED = re.compile(r"(?P<text>.*\S)\s*[:=/–—-]\s*(?P<mastered>\d{1,4})\s*")


class RequirementsForm(FormScreen):
    """A line a requirement; after a colon, how many mastered it."""

    HELP = N_(
        "Write the requirements of the standard that this test checks, one a line. After a colon stands how many "
        "pupils mastered it: «Adds numbers up to 100: 20». F2 saves."
    )

    def __init__(self, work_id: int) -> None:
        super().__init__()
        self._of = reading.work(work_id)
        self.draft_key = f"requirements:{work_id}"

    def title_text(self) -> str:
        """Which work."""
        return " · ".join((_("What it checks"), work_words.name(self._of)))

    def fields(self) -> Iterable[TextInput]:
        """The one long field."""
        hint = N_("One requirement a line; after a colon, how many mastered it. F2 saves.")
        text = "\n".join(line(each) for each in self._of.requirements)
        yield TextInput("requirements", N_("Requirements of the standard"), text, long=True, hint=hint)

    def body(self) -> Iterable[Widget]:
        """The field, and how many wrote."""
        yield from super().body()
        yield Shown(work_words.counted(self._of), classes="below")

    def submit(self, values: dict[str, Any]) -> None:
        """Save them."""
        self.save(results.set_requirements, self._of.id, read_lines(values["requirements"]))


def line(of: Requirement) -> str:
    """A requirement as it is typed."""
    return of.text if of.mastered is None else f"{of.text}: {of.mastered}"


def read_lines(text: str) -> list[tuple[str, int | None]]:
    """Read requirements as they are typed, empty lines left out."""
    return [_read(each.strip()) for each in text.split("\n") if each.strip()]


def _read(text: str) -> tuple[str, int | None]:
    found = _MASTERED.fullmatch(text)
    return (found["text"], int(found["mastered"])) if found else (text, None)
