"""The data from the command line: example year, JSON out and in, workbooks, finding, checking, copies."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused
from tui import cli_backups, cli_marks, cli_plan, messages
from tui.cli_store import association_id, reading, writing
from tui.texts import N_, _

if TYPE_CHECKING:
    from tui.cli import Given

ROW_OUTCOMES = {
    "added": N_("new member"),
    "joined": N_("works at the school, becomes a member"),
    "changed": N_("the card is filled in"),
    "same": N_("nothing changes"),
    "duplicate": N_("stands higher up already"),
}
"""What becomes of a row of a workbook."""

ROW_PROBLEMS = {
    "surname_missing": N_("the surname is missing"),
    "given_missing": N_("the given name is missing"),
    "not_a_number": N_("a number is expected"),
    "number_out_of_range": N_("the number is too large"),
    "not_a_date": N_("a date is expected, for example 25.12.1980"),
    "not_in_list": N_("none of the words that are known here"),
    "text_too_long": N_("the text is too long"),
    "cell_error": N_("the cell holds an error"),
}
"""What is wrong with a cell."""


def demo(given: "Given") -> int:
    """Write the example year into an empty folder."""
    write_example(given)
    print(given.folder)
    return 0


def write_example(given: "Given") -> None:
    """Make the example year's data; raises Refused `folder_taken` where a folder holds data already."""
    from db import connection
    from db.example import year as example

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
    """Read a JSON file into empty data, or members or a plan from a workbook."""
    what, path = given.arguments.what, Path(given.arguments.file)
    if what == ["plan"]:
        return cli_plan.bring_in(given, path)
    if what == ["marks"]:
        return cli_marks.bring_in(given, path)
    if hasattr(given.arguments, "year"):
        raise Refused("option_unused", name="--year")
    if what == ["members"]:
        return _members_in(given, path)
    if what:
        raise Refused("import_kind_unknown", name=" ".join(what))
    from db import exchange

    with writing(given, "import"):
        done = exchange.import_json(path)
    print(_("Records: {records}, events of the history: {events}.").format(records=done.records, events=done.events))
    return 0


def _members_in(given: "Given", path: Path) -> int:
    """Say row by row what a workbook brings; take it in unless it is a dry run or a row is wrong."""
    from db import workbooks
    from tui.person_words import FIELDS, known_headers, known_labels

    dry = hasattr(given.arguments, "dry_run")
    with reading(given) if dry else writing(given, "import"):
        association = association_id(given)
        preview = workbooks.read_members(path, known_headers(), known_labels())
        for row in preview.rows:
            for field, code in row.problems:
                print(f"{row.number} · {_(FIELDS[field])}: {_(ROW_PROBLEMS[code])}")
        if preview.faulty:
            raise Refused("workbook_has_problems", count=preview.faulty)
        if dry:
            results = workbooks.compare(association, preview)
        else:
            results = workbooks.import_members(association, preview).value
    for result in results:
        print(f"{result.number} · {result.name}: {_(ROW_OUTCOMES[result.outcome])}")
    return 0


def workbook(given: "Given") -> int:
    """Write the members, a year's marks or plan, or the summary of its newest evaluation as an Excel workbook."""
    from db import files

    path, kind = Path(given.arguments.output), given.arguments.kind
    if hasattr(given.arguments, "quarter") and kind != "evaluation-summary":
        raise Refused("option_unused", name="--quarter")
    files.put(WORKBOOKS[kind](given), path)
    print(path)
    return 0


def _members_out(given: "Given") -> bytes:
    from db import workbooks
    from tui.person_words import headers, labels

    if hasattr(given.arguments, "year"):
        raise Refused("option_unused", name="--year")
    with reading(given):
        return workbooks.members_workbook(association_id(given), headers(), labels())


def _evaluation_out(given: "Given") -> bytes:
    from tui import evaluation_workbook

    with reading(given):
        quarter = getattr(given.arguments, "quarter", None)
        return evaluation_workbook.of_year(association_id(given), cli_plan.first_year(given), quarter)


WORKBOOKS: dict[str, Callable[["Given"], bytes]] = {
    "members": _members_out,
    "marks": cli_marks.workbook,
    "plan": cli_plan.workbook,
    "evaluation-summary": _evaluation_out,
}
"""Which workbook → what makes it."""


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
    """Say whether the data and its copies are whole; what is not, line by line."""
    from db import checking

    with reading(given):
        found = checking.check()
    for each in found:
        print(messages.explain(each.code, **each.values), file=sys.stderr)
    if not found:
        print(_("The data is whole."))
    damaged = cli_backups.damaged(given)
    for sentence in damaged:
        print(sentence, file=sys.stderr)
    return 1 if found or damaged else 0


PERFORM: dict[str, "Callable[[Given], int]"] = {
    "demo": demo,
    "export": export,
    "import": bring_in,
    "workbook": workbook,
    "calendar": cli_plan.calendar,
    "search": search,
    "check": check,
    "backup": cli_backups.back_up,
    "restore": cli_backups.restore,
}
