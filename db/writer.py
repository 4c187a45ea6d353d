"""The writing thread: actions wait in a queue, the screen never waits for a disk, and what fails is tried again."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from peewee import DatabaseError, OperationalError

from db import connection, files, instance_lock
from db.errors import Refused
from db.models.record import database

P = ParamSpec("P")
T = TypeVar("T")

RETRY_SECONDS = 2.0
IDLE_SECONDS = 2.0
"""After this long without a write the log is folded into the file."""

REFUSALS = (
    ("full", "disk_full"),
    ("locked", "data_busy"),
    ("busy", "data_busy"),
    ("disk i/o", "disk_error"),
    ("unable to open", "disk_error"),
    ("readonly", "disk_error"),
    ("another file", "data_gone"),
)
"""Part of the engine's message → the code of what it means."""

Listener = Callable[[str, str], None]
"""Called on the writing thread with a state (saving, saved, waiting, idle) and its detail (a code, or empty)."""


class Writer:
    """Owns the writing connection. An action handed to it is repeated from memory until the disk takes it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._jobs: queue.Queue[Callable[[], None] | None] = queue.Queue()
        self._listeners: list[Listener] = []
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._opened: Future[None] = Future()
        self._file: tuple[int, int] | None = None

    def start(self) -> None:
        """Open the data on the writing thread; raises Refused as `connection.open_for_writing` does."""
        self._thread.start()
        self._opened.result()

    def stop(self) -> None:
        """Finish what waits, fold the log and close; what the disk still refuses is given up."""
        self._stopping.set()
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def listen(self, listener: Listener) -> None:
        """Tell `listener` of every state from now on."""
        self._listeners.append(listener)

    def submit(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have the writing thread run a function; the future holds what it returns or raises."""
        future: Future[T] = Future()
        self._jobs.put(lambda: self._run(future, lambda: function(*args, **kwargs)))
        return future

    def _work(self) -> None:
        try:
            connection.open_for_writing(self._folder)
        except BaseException as error:
            self._opened.set_exception(error)
            return
        self._file = connection.identity()
        self._opened.set_result(None)
        self._serve()
        self._fold()
        connection.close()

    def _serve(self) -> None:
        """Run jobs until None comes; fold the log when the queue has been quiet for a while."""
        folded = True
        while True:
            try:
                job = self._jobs.get(timeout=None if folded else IDLE_SECONDS)
            except queue.Empty:
                self._fold()
                folded = True
                continue
            if job is None:
                return
            job()
            if folded:  # only now does it stand there for sure: a cut before the first save leaves none, rightly
                instance_lock.note_log(self._folder, there=True)
            folded = False

    def _fold(self) -> None:
        try:
            connection.fold_log()
        except DatabaseError:
            return  # a reader is in the way or the disk is full: the log keeps everything until next time
        instance_lock.note_log(self._folder, there=False)
        self._tell("idle")

    def _run(self, future: Future[T], attempt: Callable[[], T]) -> None:
        self._tell("saving")
        while True:
            try:
                self._look()
                value = attempt()
            except OperationalError as error:
                if "readonly" in str(error):  # SQLite opens so what it may not write just now, and it stays so
                    connection.close()
                if not refusal_code(error):
                    self._tell("refused")
                    future.set_exception(error)
                    return
                if self._stopping.is_set():
                    future.set_exception(Refused("not_saved", reason=refusal_code(error)))
                    return
                self._tell("waiting", refusal_code(error))
                self._stopping.wait(RETRY_SECONDS)
            except BaseException as error:
                self._tell("refused")
                future.set_exception(error)
                return
            else:
                self._tell("saved")
                future.set_result(value)
                return

    def _look(self) -> None:
        """Nothing is written to a file that was deleted or moved: it would be gone with the program.

        What was closed because it could only be read is opened again. Raises OperationalError.
        """
        if connection.identity() != self._file:
            raise OperationalError("the data file is gone, or another file lies in its place")
        if database.is_closed():
            try:
                connection.open_for_writing(self._folder)
            except (Refused, OSError) as error:
                raise OperationalError("unable to open database file") from error

    def _tell(self, state: str, detail: str = "") -> None:
        for listener in self._listeners:
            listener(state, detail)


def stopped(error: BaseException) -> Refused | None:
    """What a failure that nobody waited for means to a command that it stopped; None where it is no fault of the disk.

    `data_damaged` (file) · `stopped_disk_full` · `stopped_data_busy` · `stopped_disk_error` (reason).
    """
    if isinstance(error, DatabaseError) and ("malformed" in str(error) or "not a database" in str(error)):
        return Refused("data_damaged", file=str(database.database))
    if isinstance(error, OSError):
        code = "disk_full" if error.errno in files.NO_ROOM else "disk_error"
        return Refused(f"stopped_{code}", reason=error.strerror or "")
    code = refusal_code(error) if isinstance(error, DatabaseError) else ""
    return Refused(f"stopped_{code}", reason=str(error)) if code else None


def refusal_code(error: Any) -> str:
    """What an engine's error means: disk_full, data_busy, disk_error; empty where trying again is vain."""
    message = str(error).lower()
    return next((code for part, code in REFUSALS if part in message), "")
