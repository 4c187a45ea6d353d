"""What happens when something unexpected happens: a code, a sentence, a log without names; never a traceback."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from traceback import extract_tb
from typing import Any

from tui.screens.base import Commanded
from tui.texts import _

LOG_NAME = "birikme.log"
LOG_BYTES = 1_000_000


def code_of(error: BaseException) -> str:
    """A short code of the error's kind and place: the same trouble has the same code everywhere."""
    frames = extract_tb(error.__traceback__)
    place = type(error).__name__ + "".join(f"{Path(frame.filename).name}{frame.lineno}" for frame in frames[-1:])
    return f"B-{sum(ord(letter) * (at + 7) for at, letter in enumerate(place)) % 9000 + 1000}"


def write_log(folder: Path, error: BaseException) -> str:
    """Write kind and place of the error, no values (they may hold names), and return its code."""
    code = code_of(error)
    lines = [f"{datetime.now().isoformat(timespec='seconds')} {code} {type(error).__name__}"]
    frames = extract_tb(error.__traceback__)
    lines += [f"    {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    try:
        path = folder / LOG_NAME
        old = path.read_bytes()[-LOG_BYTES // 2 :] if path.exists() else b""
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(old + ("\n".join(lines) + "\n").encode())
    except OSError:
        pass  # the disk may be the trouble itself; the code on the screen still says where
    return code


def sentence(code: str) -> str:
    """What the person reads."""
    return _("Error code: {code}. What you typed is saved.").format(code=code)


def _changes(screen: Any, action: str) -> bool:
    """Whether what is to be done on a screen changes records."""
    return isinstance(screen, Commanded) and any(each.id == action and each.changes for each in screen.all_commands())


class Trouble:
    """The part of the app that meets unexpected errors."""

    trouble: str = ""
    """The sentence to print after the screen is closed; empty if all is well."""

    async def _dispatch_action(self, namespace: Any, action_name: str, params: Any) -> bool:
        """Do a command; if it breaks, say the code and go on: the screen itself is whole."""
        try:
            if self.options.reading and _changes(namespace, action_name):  # type: ignore[attr-defined]
                self.explain("read_only")  # type: ignore[attr-defined]
                return True
            return await super()._dispatch_action(namespace, action_name, params)  # type: ignore[misc]
        except Exception as error:
            if self.is_headless:  # type: ignore[attr-defined]
                raise  # a test wants to know
            self.say(sentence(write_log(self.options.folder, error)), error=True)  # type: ignore[attr-defined]
            return True

    def _handle_exception(self, error: Exception) -> None:
        """Close the screen (Textual's own would print a traceback with all local values) and remember the sentence."""
        self._note(error)
        if self._exception is None:  # type: ignore[has-type]
            self._exception = error
            self._exception_event.set()  # type: ignore[attr-defined]
        self._return_code = 1
        self._close_messages_no_wait()  # type: ignore[attr-defined]

    def panic(self, *renderables: Any) -> None:
        """Textual hands over tracebacks of its own threads: they are not shown either."""
        self._note(RuntimeError("panic"))
        self._return_code = 1
        self._close_messages_no_wait()  # type: ignore[attr-defined]

    def _note(self, error: BaseException) -> None:
        if self.trouble:
            return
        with suppress(Exception):  # what is being typed is worth one attempt, whatever state the screens are in
            self.flush()  # type: ignore[attr-defined]
        self.trouble = sentence(write_log(self.options.folder, error))  # type: ignore[attr-defined]
