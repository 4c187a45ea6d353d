"""The summary of an evaluation as an Excel file: its words, and writing it from the screen or the command line."""

from pathlib import Path

from db import files
from db.errors import Refused
from db.evaluations import reading
from db.evaluations.workbook import Words, summary_workbook
from tui import evaluation_words
from tui.texts import _


def words() -> Words:
    """What stands over the columns, in the language spoken now."""
    named = (_("№"), _("Name"), _("Points in all"), _("Rank"), _("Sum, som"), _("In total"), _("not due"))
    return Words(evaluation_words.side(), *named)


def write(evaluation_id: int, path: Path) -> None:
    """Write the summary; raises Refused as `db.files.put`."""
    files.put(summary_workbook(evaluation_id, words()), path)


def of_year(association_id: int, first_year: int, quarter: int | None = None) -> bytes:
    """The summary of a quarter of a school year, else of its newest period; raises Refused `evaluation_missing`."""
    known = reading.evaluations(association_id, first_year)
    found = [each for each in known if quarter is None or (each.period, each.part) == ("quarter", quarter)]
    if not found:
        raise Refused("evaluation_missing")
    return summary_workbook(found[-1].id, words())
