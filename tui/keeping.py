"""The part of the app that has copies of the data kept, beside screen and saving."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from db.errors import Refused
from tui import messages, trouble

if TYPE_CHECKING:
    from concurrent.futures import Future

    from db.backups.keeper import Keeper
    from tui.saving import Saving as _Base
else:
    _Base = object


class Keeping(_Base):
    """`keeper` is None only where no copies are kept (data that are only looked at)."""

    keeper: "Keeper | None" = None

    def use_keeper(self, keeper: "Keeper") -> None:
        """Have copies made by this thread, and say what it says."""
        self.keeper = keeper
        keeper.listen(lambda error: self._on_screen(self._say_refused, error))

    def _say_refused(self, error: Refused) -> None:
        self.say(messages.sentence(error), error=True)  # type: ignore[attr-defined]

    def back_up_first(self, why: str, then: Callable[[], Any], failed: Callable[[Refused], None] | None = None) -> None:
        """Have a copy made of all that is written, then go on.

        `failed` gets the refusal where the copy is a condition; without it one goes on all the same, and the keeper
        has said what is wrong.
        """
        if self.keeper is None or self.writer is None:
            then()
            return
        keeper = self.keeper

        def kept(made: "Future[Any]") -> None:
            self._on_screen(self._kept, made, then, failed)

        written = self.writer.submit(lambda: None)  # what was handed over before is to be in the copy
        written.add_done_callback(lambda _done: keeper.ask(why).add_done_callback(kept))

    def _kept(self, made: "Future[Any]", then: Callable[[], Any], failed: Callable[[Refused], None] | None) -> None:
        error = made.exception()
        if error is not None and not isinstance(error, Refused):
            self.say(trouble.sentence(trouble.write_log(self.options.folder, error)), error=True)  # type: ignore[attr-defined]
        if error is None or failed is None:
            then()
        elif isinstance(error, Refused):
            failed(error)
