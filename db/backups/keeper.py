"""The thread that keeps copies: it reads beside the writer, so that neither screen nor saving ever wait for it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path

from db.backups import copies, making
from db.backups.copies import Copy
from db.errors import Refused

INTERVAL_SECONDS = 30 * 60.0
PATIENCE_SECONDS = 20.0
"""So long the end of the program waits for a slow stick."""

Listener = Callable[[Refused], None]
"""Called on a thread of the keeper with what went wrong, once until it goes well again."""


class Keeper:
    """Keeps copies of a folder's data in the folder itself and, while it is there, in a second one."""

    def __init__(
        self,
        folder: Path,
        second: Path | None = None,
        clock: Callable[[], datetime] = datetime.now,
        interval: float = INTERVAL_SECONDS,
    ) -> None:
        """`clock` names the files, nothing else; after `interval` seconds without a wish a copy is made if need be."""
        self._folder, self._clock, self._interval = folder, clock, interval
        self.second = second
        """The other folder of copies, on a stick for example; may change at any time."""
        self._wishes: queue.Queue[tuple[str, Future[Copy | None]] | None] = queue.Queue()
        self._listener: Listener | None = None
        self._failed = ""
        self._thread = threading.Thread(target=self._work, name="copies", daemon=True)
        self._made: queue.Queue[Copy | None] = queue.Queue()
        self._carrier = threading.Thread(target=self._carry_all, name="second copies", daemon=True)

    def start(self) -> None:
        """Clear what a power cut left, then serve."""
        self._thread.start()
        self._carrier.start()

    def listen(self, listener: Listener) -> None:
        """Say from now on what goes wrong."""
        self._listener = listener

    def ask(self, why: str) -> Future[Copy | None]:
        """Wish for a copy of the data as they are now; where the newest one holds the same, that one counts.

        The future holds it, None where there is nothing to copy yet, or raises Refused as `making.make` does.
        """
        wish: Future[Copy | None] = Future()
        self._wishes.put((why, wish))
        return wish

    def stop(self) -> None:
        """Make the last copy and end, when the data are at rest; a slow stick is not waited for without end."""
        self.ask("exit")
        self._wishes.put(None)
        if self._thread.is_alive():
            self._thread.join()
        self._made.put(None)
        if self._carrier.is_alive():
            self._carrier.join(PATIENCE_SECONDS)

    def _work(self) -> None:
        copies.clear_leftovers(self._folder)
        while True:
            try:
                wish = self._wishes.get(timeout=self._interval)
            except queue.Empty:
                wish = ("work", Future())
            if wish is None:
                return
            self._make(*wish)

    def _make(self, why: str, wish: Future[Copy | None]) -> None:
        try:
            made = making.keep(self._folder, why, self._clock())
        except BaseException as error:
            if isinstance(error, Refused):
                self._tell(error)
            wish.set_exception(error)
            return
        if made is not None:
            self._made.put(made)
        wish.set_result(made)

    def _carry_all(self) -> None:
        """Bring the copies to the second folder, on a thread of its own: a stick may hang."""
        while (made := self._made.get()) is not None:
            second = self.second
            if second is not None:
                self._carry(made, second)

    def _carry(self, made: Copy, second: Path) -> None:
        try:
            carried = making.carry_second(made, second)
        except Refused as error:
            self._tell(error)
        else:
            if carried is not None:
                self._failed = ""

    def _tell(self, error: Refused) -> None:
        """Say what went wrong, once."""
        if error.code != self._failed and self._listener is not None:
            self._failed = error.code
            self._listener(error)
