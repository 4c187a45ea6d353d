"""The first line of a screen (where one is, whether it is saved) and the line that says what just happened."""

from time import monotonic

from textual.content import Content
from textual.widget import Widget

from tui.texts import _
from tui.widgets.shown import Shown

READING_SECONDS = 2.0
"""A message stays at least this long before the next key takes it away."""


class StatusLine(Widget):
    """Left: where one is, shortened when room lacks. Right: the state of saving, never shortened."""

    ALLOW_SELECT = False

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self._left, self._right, self._alarm = left, right, False
        self.example = False
        """Nothing here is real: said before everything else."""

    def show(self, left: str | None = None, right: str | None = None) -> None:
        """Change the left or the right text."""
        self._left = self._left if left is None else left
        if right is not None:
            self._right, self._alarm = right, False
        self.refresh()

    def saved(self, time: str) -> None:
        """Say that everything is on the disk since `time` (14:32:07)."""
        self.show(right=_("Saved {time}").format(time=time))

    def saving(self) -> None:
        """Say that writing goes on."""
        self.show(right=_("Saving…"))

    def not_saved(self) -> None:
        """Say in red that something is not on the disk yet."""
        self.show(right=_("Not saved yet!"))
        self._alarm = True

    @property
    def _said(self) -> str:
        return _("EXAMPLE") + f" · {self._left}" if self.example else self._left

    @property
    def text(self) -> str:
        """What the line says now, both sides."""
        return f"{self._said} {self._right}".strip()

    def render(self) -> Content:
        """Draw both sides over the width."""
        width, right = self.size.width, Content(self._right)
        room = max(width - right.cell_length - (2 if self._right else 0), 0)
        left = Content(self._said.replace("\n", " ")).truncate(room, ellipsis=True)
        gap = max(width - left.cell_length - right.cell_length, 0)
        return Content.assemble(
            left.stylize("bold"), " " * gap, right.stylize("$text-error bold" if self._alarm else "")
        )


class MessageLine(Shown):
    """Says in one sentence what happened; empty it takes no room, and the next key takes a read message away."""

    def __init__(self) -> None:
        super().__init__()
        self._since = 0.0
        self.said = ""

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Say a sentence, in red if something went wrong."""
        self._since, self.said = monotonic(), sentence
        self.set_class(error, "-error")
        self.set_class(bool(sentence), "-said")
        self.show(f"! {sentence}" if error else sentence)

    def key_pressed(self) -> None:
        """Take the message away if there was time to read it."""
        if self.said and monotonic() - self._since > READING_SECONDS:
            self.say("")
