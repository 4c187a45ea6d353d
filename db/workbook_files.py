"""Excel workbooks as files: rows of cells in and out. Nothing here loads openpyxl before it is needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

from db.errors import Refused
from db.workbook_safety import LARGEST_COLUMNS, LARGEST_ROWS, refuse_unsafe


def read_rows(path: Path) -> Iterator[Sequence[Any]]:
    """The rows of cells of a foreign workbook's first sheet. Raises Refused as `refuse_unsafe` does."""
    refuse_unsafe(path)
    from openpyxl import load_workbook

    try:
        with closing(load_workbook(path, read_only=True, data_only=True)) as book:
            yield from book.worksheets[0].iter_rows(max_row=LARGEST_ROWS, max_col=LARGEST_COLUMNS)
    except Exception as error:  # a broken part fails in openpyxl in as many ways as there are parts
        raise Refused("workbook_not_xlsx", reason=type(error).__name__) from error


def workbook(headers: Sequence[str], lines: Iterable[Sequence[Any]]) -> bytes:
    """A workbook of one sheet; text that looks like a formula stays text."""
    from openpyxl import Workbook

    book = Workbook()
    for number, line in enumerate([headers, *lines], 1):
        for column, value in enumerate(line, 1):
            _write(book.active.cell(number, column), value)
    _format(book.active, headers)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _write(cell: Any, value: Any) -> None:
    """Set a cell; text is text whatever it begins with."""
    if not isinstance(value, str):
        cell.value = value
        cell.number_format = "DD.MM.YYYY" if isinstance(value, dt.date) else "General"
        return
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = value[:1] in ("=", "+", "-", "@")


def _format(sheet: Any, headers: Sequence[str]) -> None:
    """A header that stays in sight, and columns wide enough to read."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "B2"
    for column, header in enumerate(headers, 1):
        cell = sheet.cell(1, column)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = max(14, min(28, len(header) + 2))
