"""The plan from the command line: as an Excel workbook out and in, and as a calendar for the phone."""

from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused
from tui import clock
from tui.cli_store import association_id, reading, writing
from tui.texts import _

if TYPE_CHECKING:
    from tui.cli import Given


def bring_in(given: "Given", path: Path) -> int:
    """Say row by row what a workbook brings; take it in unless it is a dry run or a row is wrong."""
    from db import plan_rows, plan_workbooks
    from tui import plan_table_words as words

    dry, today, year = hasattr(given.arguments, "dry_run"), clock.today(), first_year(given)
    with reading(given) if dry else writing(given, "import"):
        association = association_id(given)
        known = words.known_headers(), words.known_labels()
        preview = plan_rows.read_plan(path, association, year, today, *known)
        for row in preview.rows:
            for field, code in row.problems:
                print(f"{row.number} · {_(words.FIELDS[field])}: {_(words.ROW_PROBLEMS[code])}")
        if preview.faulty:
            raise Refused("workbook_has_problems", count=preview.faulty)
        if dry:
            results = plan_workbooks.compare(association, year, preview, today)
        else:
            results = plan_workbooks.import_plan(association, year, preview, today).value
    for result in results:
        print(f"{result.number} · {result.name}: {_(words.ROW_OUTCOMES[result.outcome])}")
    return 0


def workbook(given: "Given") -> bytes:
    """The plan of a year as an Excel workbook; one without lines is there to be filled in."""
    from db import plan_workbooks
    from tui.plan_table_words import headers, labels

    today = clock.today()
    with reading(given):
        found = association_id(given)
        return plan_workbooks.plan_workbook(found, first_year(given), today, headers(), labels())


def calendar(given: "Given") -> int:
    """Write meetings, dated lines of the plan and what falls due for the phone's calendar."""
    from db import calendar_file, files, settings
    from tui import event_words, growth_words
    from tui.person_words import CATEGORIES

    path = Path(given.arguments.output)
    with reading(given):
        example = _("EXAMPLE") + ": " if settings.get("example") else ""
        kinds = {code: event_words.kind(code) for code in event_words.KINDS}
        growth = {code: f"{_(word)}: {{text}} – {{name}}" for code, word in growth_words.DUE.items()}
        categories = {code: _(word) for code, word in CATEGORIES.items()}
        named = example, kinds, growth, categories
        words = calendar_file.Words(_("Meeting № {number}"), _("Due: {text}"), *named)
        data = calendar_file.calendar_file(association_id(given), clock.today(), words, first_year(given))
    files.put(data, path)
    print(path)
    return 0


def first_year(given: "Given") -> int:
    """The school year named, else that of today; raises Refused `year_out_of_range`."""
    from db.calendar import KNOWN_YEARS, current_first_year

    year = getattr(given.arguments, "year", None) or current_first_year(clock.today())
    if year not in KNOWN_YEARS:
        raise Refused("year_out_of_range", "first_year")
    return int(year)
