"""The data from the command line: example year, JSON out and in, workbooks, finding, checking, copies."""

import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused
from tui import messages
from tui.cli_store import association_id, reading, writing
from tui.texts import _

if TYPE_CHECKING:
    from tui.cli import Given


def demo(given: "Given") -> int:
    """Write the example year into an empty folder."""
    write_example(given)
    print(given.folder)
    return 0


def write_example(given: "Given") -> None:
    """Make the example year's data; raises Refused `folder_taken` where a folder holds data already."""
    from db import connection, example

    if connection.path_of(given.folder).exists():
        raise Refused("folder_taken", folder=str(given.folder))
    with writing(given):
        example.write()


def export(given: "Given") -> int:
    """Write everything into one JSON file, whole or not at all."""
    from db import exchange, files

    path = Path(given.arguments.file)
    with reading(given):
        text = exchange.export_json()
    files.put(text.encode(), path)
    print(path)
    return 0


def bring_in(given: "Given") -> int:
    """Read a JSON file into empty data, or members from a workbook."""
    what, path = given.arguments.what, Path(given.arguments.file)
    if what == ["members"]:
        return _members_in(given, path)
    if what:
        raise Refused("import_kind_unknown", name=" ".join(what))
    from db import exchange

    with writing(given):
        done = exchange.import_json(path)
    print(_("Records: {records}, events of the history: {events}.").format(records=done.records, events=done.events))
    return 0


def _members_in(given: "Given", path: Path) -> int:
    """Show what a workbook brings, row by row, and take it in unless it is a dry run or a row is wrong."""
    from db import workbooks

    dry = getattr(given.arguments, "dry_run", False)
    with reading(given) if dry else writing(given):
        found = workbooks.read_members(path, association_id(given))
        for line in found.lines:
            print(f"{line.number}: {messages.explain(line.outcome)} · {line.text}")
        if dry or found.wrong:
            return 1 if found.wrong else 0
        workbooks.import_members(found)
    return 0


def workbook(given: "Given") -> int:
    """Write the list of members as an Excel workbook."""
    from db import files, workbooks

    path = Path(given.arguments.output)
    with reading(given):
        data = workbooks.members_workbook(association_id(given))
    files.put(data, path)
    print(path)
    return 0


def search(given: "Given") -> int:
    """Find by the beginnings of words."""
    from db.search import find

    with reading(given):
        found = find(" ".join(given.arguments.text))
    names = ("kind", "uid", "title", "snippet")
    if getattr(given.arguments, "json", False):
        lines = [{name: getattr(each, name) for name in names} for each in found]
        print(json.dumps(lines, ensure_ascii=False, indent=1))
    else:
        for each in found:
            print(" · ".join(part for part in (each.title, each.snippet) if part))
    return 0


def check(given: "Given") -> int:
    """Say whether the data is whole; what is not, line by line."""
    from db import checking

    with reading(given):
        found = checking.check()
    for each in found:
        print(messages.explain(each.code, **each.values), file=sys.stderr)
    if not found:
        print(_("The data is whole."))
    return 1 if found else 0


def back_up(given: "Given") -> int:
    """Copy the data, also while the screen is open."""
    from db import backup

    named = getattr(given.arguments, "file", None)
    with reading(given):
        print(backup.back_up(Path(named) if named else backup.usual_place(given.folder, datetime.now())))
    return 0


def restore(given: "Given") -> int:
    """Put a copy back; what was there is kept."""
    from db import backup

    kept = backup.restore(given.folder, Path(given.arguments.file))
    print(_("Restored. What was there before is kept: {file}").format(file=kept) if kept else _("Restored."))
    return 0


PERFORM: dict[str, "Callable[[Given], int]"] = {
    "demo": demo,
    "export": export,
    "import": bring_in,
    "workbook": workbook,
    "search": search,
    "check": check,
    "backup": back_up,
    "restore": restore,
}
