"""Copies of the data from the command line: made, listed with what they hold, put back."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused
from tui import backup_words, clock, messages
from tui.cli_store import reading
from tui.texts import _

if TYPE_CHECKING:
    from tui.cli import Given


def back_up(given: "Given") -> int:
    """Copy the data, also while the screen is open: into a file that is named, else among the numbered copies."""
    from db.backups import making

    named = getattr(given.arguments, "file", None)
    with reading(given):
        if named:
            print(making.back_up(given.folder, Path(named)))
            return 0
        made = making.make(given.folder, "asked", clock.now())
        second = backup_words.second_folder()
    print(made.path)
    try:
        if second is not None and (carried := making.carry_second(made, second)):
            print(carried)
    except Refused as error:
        print(messages.sentence(error), file=sys.stderr)
    return 0


def restore(given: "Given") -> int:
    """Put a copy back and say what is lost by it; what was there is kept. Without a name, list the copies."""
    from db.backups import contents, restoring

    named = getattr(given.arguments, "file", None)
    if named is None:
        return _list(given)
    source = Path(named)
    lost = backup_words.lost(contents.loss(given.folder, source)) if _data_there(given, source) else []
    kept = restoring.restore(given.folder, source, clock.now())
    print(_("Restored. What was there before is kept: {file}").format(file=kept) if kept else _("Restored."))
    for line in lost:
        print(line)
    return 0


def damaged(given: "Given") -> list[str]:
    """A sentence about each of the folder's copies that is not as it was written."""
    from db.backups import copies

    listed = copies.listed(given.folder / copies.FOLDER)
    return [messages.explain("copy_differs", name=copy.path.name) for copy in listed if not copy.whole]


def _data_there(given: "Given", source: Path) -> bool:
    """Whether there are data that could lose something, and a copy to compare them with."""
    from db.connection import path_of

    return path_of(given.folder).exists() and source.exists()


def _list(given: "Given") -> int:
    """The copies in the data folder, the newest first, each with what it holds."""
    from db.backups import contents, copies

    for copy in copies.listed(given.folder / copies.FOLDER):
        print(f"{copy.path} · {backup_words.made(copy)} · {backup_words.reason(copy)}")
        if not copy.whole:
            print(f"  {messages.explain('copy_differs', name=copy.path.name)}")
            continue
        for line in backup_words.held(contents.holds(copy.path)):
            print(f"  {line}")
    return 0
