"""The screen, opened from the command line: one at a time, on its data or on the example year."""

import dataclasses
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused
from tui import greeting, texts

if TYPE_CHECKING:
    from tui.cli import Given
    from tui.screens.unopened import Sitting

START_EXAMPLE = -1
"""The screen ends with this when the example year is to be opened instead."""


RESTORE = -3
"""The screen ends with this when a copy is to be put in the place of the data and opened again."""


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
    """Open the data and run the screen; where they cannot be opened, ask on a screen what is to be done."""
    from tui import opening_words
    from tui.screens.unopened import AGAIN, Sitting

    sitting = Sitting(given.folder)
    while True:
        try:
            status = _work(given, sitting)
        except Refused as error:
            if error.code not in opening_words.SCREENED:
                raise
            status = _ask(given, sitting, error)
        if status != AGAIN:
            return status


def _work(given: "Given", sitting: "Sitting") -> int:
    """Hold the folder, open the data, run the screen, close everything; AGAIN after a restore."""
    from db import instance_lock
    from tui import session
    from tui.app import Options
    from tui.screens.unopened import AGAIN

    options = Options(sitting.folder, given.language, given.plain, given.association, sitting.reading, sitting.said)
    with ExitStack() as stack:
        if sitting.reading:
            app = stack.enter_context(session.looked_at(options))
        else:
            stack.enter_context(instance_lock.held(sitting.folder, without_log=sitting.without_log))
            app = stack.enter_context(session.opened(options))
        status = app.run()
    if app.trouble:
        print(app.trouble, file=sys.stderr)
    if status == RESTORE and app.prepared is not None:
        _put_back(sitting, app.prepared)
        return AGAIN
    return status or app.return_code or 0


def _put_back(sitting: "Sitting", prepared: Path) -> None:
    """Put a file in the place of the closed data; what is to be said of it is said when they are open again."""
    from db import instance_lock
    from db.backups import restoring
    from tui import backup_words, clock, messages

    try:
        with instance_lock.held(sitting.folder, without_log=True):
            kept = restoring.put(sitting.folder, prepared, clock.now())
        sitting.reading, sitting.said = False, backup_words.restored(kept)
    except Refused as error:
        sitting.said = messages.sentence(error)
    finally:
        prepared.unlink(missing_ok=True)


def _ask(given: "Given", sitting: "Sitting", error: Refused) -> int:
    """Say on a screen what happened, and have a step chosen; a folder that is only to be read is read at once."""
    from db import connection
    from tui import messages, opening_words, session
    from tui.screens.unopened import AGAIN

    data = connection.path_of(sitting.folder)
    if error.code in opening_words.READ_AT_ONCE and not sitting.reading and os.access(data, os.R_OK):
        sitting.reading, sitting.said = True, messages.explain("data_read_only")
        return AGAIN
    sitting.reading = False
    app = session.unopened(sitting, error, given.language, plain=given.plain)
    status = app.run() or app.return_code or 0
    if status == RESTORE and app.prepared is not None:
        _put_back(sitting, app.prepared)
        return AGAIN
    return status
