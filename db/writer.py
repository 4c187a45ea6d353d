"""The writing thread: actions wait in a queue, the screen never waits for a disk, and what fails is tried again."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from peewee import DatabaseError, OperationalError

from db import connection, instance_lock
from db.errors import Refused

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
        instance_lock.note_log(self._folder, there=True)
        self._opened.set_result(None)
        self._serve()
        self._fold()
        connection.close()
        instance_lock.note_log(self._folder, there=False)

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
            folded = False

    def _fold(self) -> None:
        try:
            connection.fold_log()
        except DatabaseError:
            return  # a reader is in the way or the disk is full: the log keeps everything until next time
        self._tell("idle")

    def _run(self, future: Future[T], attempt: Callable[[], T]) -> None:
        self._tell("saving")
        while True:
            try:
                self._same_file()
                value = attempt()
            except OperationalError as error:
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

    def _same_file(self) -> None:
        """Nothing is written to a file that was deleted or moved: it would be gone with the program."""
        if connection.identity() != self._file:
            raise OperationalError("the data file is gone, or another file lies in its place")

    def _tell(self, state: str, detail: str = "") -> None:
        for listener in self._listeners:
            listener(state, detail)


def refusal_code(error: Any) -> str:
    """What an engine's error means: disk_full, data_busy, disk_error; empty where trying again is vain."""
    message = str(error).lower()
    return next((code for part, code in REFUSALS if part in message), "")
