"""A first word on the terminal while the screen is being loaded, seen by a terminal only and leaving nothing behind."""

import sys

WORD = "Birikme…"


def show() -> None:
    """Paint the word; the cursor goes back to its beginning."""
    _write(WORD)


def erase() -> None:
    """Take the word away."""
    _write(" " * len(WORD))


def _write(text: str) -> None:
    encoding = sys.stdout.encoding or "ascii"
    if sys.stdout.isatty():
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\r")
        sys.stdout.flush()
