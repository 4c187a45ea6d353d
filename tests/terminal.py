"""A terminal in Python: a program runs in a pseudo-terminal, gets bytes like a keyboard's, and its screen is text."""

import copy
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

_SEQUENCES = {
    "F1": "OP", "F2": "OQ", "F3": "OR", "F4": "OS", "F5": "[15~", "F6": "[17~", "F7": "[18~", "F8": "[19~",
    "F9": "[20~", "F10": "[21~", "Up": "[A", "Down": "[B", "Right": "[C", "Left": "[D", "Home": "[H", "End": "[F",
    "PgUp": "[5~", "PgDn": "[6~", "Insert": "[2~", "Delete": "[3~", "Shift+Tab": "[Z", "Esc": "",
}  # fmt: skip
KEYS = {name: "\x1b" + rest for name, rest in _SEQUENCES.items()}
KEYS |= {"Enter": "\r", "Tab": "\t", "Space": " ", "Backspace": "\x7f"}
"""What a keyboard sends for the keys that have no letter."""

_MODE_QUERY = re.compile(rb"\x1b\[\?(\d+)\$p")
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*u|\x1b\[\?\d+\$p")
_OTHER_SCREEN = re.compile(rb"(\x1b\[\?1049[hl])")
_UNFINISHED = re.compile(rb"\x1b(\[[0-9;?<>=$]*)?\Z")


class Terminal:
    """Runs `argv` at `size` (columns, lines). Use as a context manager: the program never outlives the test."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str] | None = None, size: tuple[int, int] = (80, 24),
                 folder: Path | None = None) -> None:  # fmt: skip
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._aside = self._screen.buffer
        self._changed = threading.Condition()
        self._ended = False
        self.received = b""
        """Every byte that the program has written."""
        self.status: int | None = None
        """The exit status once `wait_end` returned; negative: the signal that ended it."""
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            **(env or {}),
        }
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            if folder is not None:
                os.chdir(folder)
            os.execvpe(argv[0], list(argv), environment)
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if kind is not None:
            print("\n".join(self.screen()))
        self.kill()

    def _read(self) -> None:
        """Feed what the program writes to the screen until it ends."""
        rest = b""
        while True:
            try:
                data = os.read(self._handle, 65536)
            except OSError:
                data = b""
            whole = rest + data
            unfinished = _UNFINISHED.search(whole) if data else None
            rest = unfinished.group() if unfinished else b""
            with self._changed:
                self._ended = not data
                self.received += data
                self._show(whole[: len(whole) - len(rest)])
                self._changed.notify_all()
            if not data:
                return
            for mode in _MODE_QUERY.findall(data):
                os.write(self._handle, b"\x1b[?%s;0$y" % mode)

    def _show(self, data: bytes) -> None:
        """Draw; pyte knows no second screen, so the first one is put aside while the program uses the other."""
        for piece in _OTHER_SCREEN.split(_UNKNOWN_TO_PYTE.sub(b"", data)):
            if piece == b"\x1b[?1049h":
                self._aside = copy.deepcopy(self._screen.buffer)
                self._screen.erase_in_display(2)
            elif piece == b"\x1b[?1049l":
                self._screen.buffer = self._aside
            else:
                self._stream.feed(piece)

    def send(self, *what: str | bytes) -> None:
        """Send bytes, text, or keys by their names (`F9`, `Enter`, `Shift+Tab`)."""
        for piece in what:
            data = piece if isinstance(piece, bytes) else KEYS.get(piece, piece).encode()
            while data:
                select.select([], [self._handle], [])
                data = data[os.write(self._handle, data[:1024]) :]

    def paste(self, text: str) -> None:
        """Paste as terminals do."""
        self.send(b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def click(self, column: int, line: int) -> None:
        """Press and let go the left button; columns and lines count from 0."""
        self.send(f"\x1b[<0;{column + 1};{line + 1}M\x1b[<0;{column + 1};{line + 1}m")

    def screen(self) -> list[str]:
        """The lines of the screen, without trailing blanks."""
        return [line.rstrip() for line in self._screen.display]

    def background(self, column: int, line: int) -> str:
        """The colour behind a character."""
        return str(self._screen.buffer[line][column].bg)

    def wait_until(self, holds: Callable[[list[str]], bool], timeout: float = 20) -> list[str]:
        """Wait until the screen is as described; AssertionError with the screen if it never is."""
        with self._changed:
            if not self._changed.wait_for(lambda: holds(self.screen()) or self._ended, timeout) or not holds(
                self.screen()
            ):
                raise AssertionError("the screen never became so:\n" + "\n".join(self.screen()))
            return self.screen()

    def wait_for(self, text: str, timeout: float = 20) -> list[str]:
        """Wait until a text stands on one line of the screen."""
        return self.wait_until(lambda lines: any(text in line for line in lines), timeout)

    def wait_end(self, timeout: float = 20) -> int:
        """Wait until the program ends; return its exit status."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._ended, timeout):
                raise AssertionError("the program did not end:\n" + "\n".join(self.screen()))
        return self._reap()

    def kill(self, sign: signal.Signals = signal.SIGKILL) -> None:
        """End the program as a power cut would."""
        if self.status is None:
            os.kill(self.pid, sign)
            self._reap()

    def _reap(self) -> int:
        if self.status is None:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
            self._reader.join()
            os.close(self._handle)
        return self.status
