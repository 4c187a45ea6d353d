"""Marks from the command line: as an Excel workbook out and in."""

from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused
from tui.cli_plan import first_year
from tui.cli_store import association_id, reading, writing
from tui.texts import _

if TYPE_CHECKING:
    from tui.cli import Given


def bring_in(given: "Given", path: Path) -> int:
    """Say row by row what a workbook brings; take it in unless it is a dry run or a row is wrong."""
    from functools import partial

    from db.associations import association
    from db.quality import marks_rows, marks_workbook, years
    from tui import mark_words as words

    dry = hasattr(given.arguments, "dry_run")
    with reading(given) if dry else writing(given, "import"):
        school_id = association(association_id(given)).school_id
        table = marks_rows.read_file(path, words.known_headers())
        read = marks_rows.understood(table, first_year(given), partial(years.rules_of, school_id))
        preview = marks_workbook.with_people(school_id, read)
        for row in preview.rows:
            for field, code in row.problems:
                print(f"{row.number} · {words.field(field)}: {_(words.ROW_PROBLEMS[code])}")
        if preview.ignored:
            print(_("Columns not read: {names}.").format(names=", ".join(preview.ignored)))
        if not preview.rows:
            print(_("There are no rows in this file."))
        if preview.faulty:
            raise Refused("workbook_has_problems", count=preview.faulty)
        if dry:
            results = marks_workbook.compare(school_id, preview)
        else:
            results = marks_workbook.import_marks(school_id, preview).value
    for result in results:
        print(f"{result.number} · {result.name}: {words.becomes(result)}")
    return 0


def workbook(given: "Given") -> bytes:
    """The marks of a year as an Excel workbook; one without marks is there to be filled in."""
    from db.associations import association
    from db.quality import marks_workbook
    from tui.mark_words import headers, period

    with reading(given):
        school_id = association(association_id(given)).school_id
        return marks_workbook.marks_workbook(school_id, first_year(given), headers(), period)
