"""The screen, opened from the command line: one at a time, on its data or on the example year."""

import dataclasses
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused
from tui import greeting, texts

if TYPE_CHECKING:
    from tui.cli import Given

START_EXAMPLE = -1
"""The screen ends with this when the example year is to be opened instead."""


def open_screen(given: "Given") -> int:
    """Open the screen until the person leaves it; raises Refused `no_terminal`, `already_open`, `data_*`."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused("no_terminal")
    greeting.show()
    try:
        status = _demo(given) if given.demo else _sit(given)
        return _demo(dataclasses.replace(given, language=texts.language())) if status == START_EXAMPLE else status
    finally:
        greeting.erase()


def _demo(given: "Given") -> int:
    """The example year in a folder that goes with it."""
    from tui.cli_data import write_example

    with tempfile.TemporaryDirectory(prefix="birikme-", ignore_cleanup_errors=True) as folder:
        shown = dataclasses.replace(given, folder=Path(folder))
        write_example(shown)
        return _sit(shown)


def _sit(given: "Given") -> int:
    """Hold the folder, open the data, run the screen, close everything."""
    from db import instance_lock

    with instance_lock.held(given.folder):
        from tui.app import Options
        from tui.session import opened

        options = Options(given.folder, given.language, given.plain, given.association)
        with opened(options) as app:
            status = app.run()
        if app.trouble:
            print(app.trouble, file=sys.stderr)
        return status or app.return_code or 0
