"""Work that takes a while, done beside the screen: Word files, long comparisons."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from db.errors import Refused
from tui import messages, trouble
from tui.screens.base import Commanded

if TYPE_CHECKING:
    from tui.app import BirikmeApp

T = TypeVar("T")
Then = Callable[[T], Any]
"""Takes what the work made; may be a coroutine."""
Failed = Callable[[str], None]


def start(screen: Commanded[Any], work: Callable[[], T], then: Then[T], failed: Failed) -> None:
    """Do `work` in a thread of its own; on the screen's thread `then` gets its value, or `failed` a sentence.

    The work must not touch records: their connection belongs to the screen's thread. The answer also comes when the
    screen was left meanwhile.
    """
    app = screen.app

    def job() -> None:
        try:
            value = work()
        except Exception as error:
            _on_screen(app, failed, _sentence(app, error))
        else:
            _on_screen(app, then, value)

    screen.run_worker(job, thread=True)


def _sentence(app: "BirikmeApp", error: Exception) -> str:
    if isinstance(error, Refused):
        return messages.sentence(error)
    return trouble.sentence(trouble.write_log(app.options.folder, error))


def _on_screen(app: "BirikmeApp", *call: Any) -> None:
    if app.is_running:
        app.call_later(*call)
