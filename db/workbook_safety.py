"""What is looked at in a foreign workbook before anything parses it: sizes, entities, far cells."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from db.errors import Refused

LARGEST_MB = 50
"""Of all parts together, unpacked."""
LARGEST_PARTS = 1000
LARGEST_ROWS = 5000
LARGEST_COLUMNS = 100

_ENCODING = re.compile(rb"""encoding\s*=\s*["']([\w.-]+)""")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii"})
_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Za-z]{1,3})(\d{1,9})["']""")
_ROW = re.compile(rb"<(?:\w+:)?row\b")


def refuse_unsafe(path: Path) -> None:
    """Raise Refused unless the file is a workbook of bearable size without entities.

    Codes: `file_missing`, `workbook_not_xlsx`, `workbook_unsafe`, `workbook_too_large` (limit; what: mb, rows,
    columns).
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_sizes(archive)
            for part in archive.infolist():
                if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _check_part(part.filename, archive.read(part))
    except FileNotFoundError as error:
        raise Refused("file_missing", file=str(path)) from error
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise Refused("workbook_not_xlsx") from error


def _check_sizes(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if "xl/workbook.xml" not in archive.namelist():
        raise Refused("workbook_not_xlsx")
    # The unpacked sizes are the archive's own word; reading stops there, and a lie fails by its checksum.
    if len(parts) > LARGEST_PARTS or sum(part.file_size for part in parts) > LARGEST_MB * 1_000_000:
        raise Refused("workbook_too_large", limit=LARGEST_MB, what="mb")


def _check_part(name: str, content: bytes) -> None:
    declared = _ENCODING.search(content[:200].replace(b"\0", b""))
    if declared and declared[1].lower() not in _ENCODINGS:
        raise Refused("workbook_unsafe", part=name)
    plain = content.replace(b"\0", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Refused("workbook_unsafe", part=name)
    if name.startswith("xl/worksheets/"):
        _check_cells(plain)


def _check_cells(sheet: bytes) -> None:
    if sum(1 for _ in _ROW.finditer(sheet)) > LARGEST_ROWS:
        raise Refused("workbook_too_large", limit=LARGEST_ROWS, what="rows")
    for letters, number in _CELL.findall(sheet):
        if int(number) > LARGEST_ROWS:
            raise Refused("workbook_too_large", limit=LARGEST_ROWS, what="rows")
        if _column(letters) > LARGEST_COLUMNS:
            raise Refused("workbook_too_large", limit=LARGEST_COLUMNS, what="columns")


def _column(letters: bytes) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
