"""How a screen writes: the work is handed to the writing thread, and its answer comes back to the screen."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from db.errors import Refused
from tui import clock, messages, trouble
from tui.texts import _
from tui.undo_words import what
from tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from db.writer import Writer

Then = Callable[[Any], None]
Failed = Callable[[Refused], None]


class Saving:
    """The part of the app that writes. `writer` is None only where nothing can be written (read-only data)."""

    writer: "Writer | None" = None

    def use_writer(self, writer: "Writer") -> None:
        """Write through this thread and show its state on every screen."""
        self.writer = writer
        writer.listen(lambda state, detail: self._on_screen(self._show_state, state, detail))

    def save(
        self,
        action: Callable[..., Any],
        *args: Any,
        then: Then | None = None,
        failed: Failed | None = None,
        **named: Any,
    ) -> None:
        """Have an action of `db` done. On the screen's thread `then` gets its value, `failed` the refusal.

        Without `failed` the refusal is said in a sentence. The value is what the action returns (`Change.value`).
        """
        if self.writer is None:
            self._refused(Refused("read_only"), failed)
            return
        future = self.writer.submit(action, *args, **named)
        future.add_done_callback(lambda done: self._on_screen(self._answered, done, then, failed))

    def undo(self) -> None:
        """Take the last change back and say what it was."""
        from db import undo

        self.save(undo.undo, then=lambda step: self._changed(_("Taken back: {what}."), _("Taken back."), what(step)))

    def redo(self) -> None:
        """Do again what was taken back."""
        from db import undo

        self.save(undo.redo, then=lambda step: self._changed(_("Done again: {what}."), _("Done again."), what(step)))

    def _changed(self, named: str, nameless: str, subject: str) -> None:
        """Show all screens anew and say what was changed, by its name if it has one."""
        self.refresh_screens()  # type: ignore[attr-defined]
        self.say(named.format(what=subject) if subject else nameless)  # type: ignore[attr-defined]

    def _on_screen(self, function: Callable[..., None], *args: Any) -> None:
        """Call a function on the screen's thread, unless the program is ending."""
        if self.is_running:  # type: ignore[attr-defined]
            self.call_later(function, *args)  # type: ignore[attr-defined]

    def _answered(self, future: "Future[Any]", then: Then | None, failed: Failed | None) -> None:
        error = future.exception()
        if isinstance(error, Refused):
            self._refused(error, failed)
        elif error is not None:
            self.say(trouble.sentence(trouble.write_log(self.options.folder, error)), error=True)  # type: ignore[attr-defined]
        elif then is not None:
            change = future.result()
            then(getattr(change, "value", change))

    def _refused(self, error: Refused, failed: Failed | None) -> None:
        if failed is not None:
            failed(error)
        else:
            self.say(messages.sentence(error), error=True)  # type: ignore[attr-defined]

    def _show_state(self, state: str, detail: str) -> None:
        """Show what the writing thread does in the first line of every screen."""
        for screen in self.screen_stack:  # type: ignore[attr-defined]
            for line in screen.query_children(StatusLine):
                if state == "saved":
                    line.saved(clock.now().strftime("%H:%M:%S"))
                elif state == "waiting":
                    line.not_saved()
        if state == "waiting":
            self.say(messages.explain(detail), error=True)  # type: ignore[attr-defined]
