"""The pictures of papers' pages: printed as Word files, which LibreOffice and pdftoppm turn into pictures."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path

from db import connection
from db.associations import associations
from db.meetings.sheet import meetings
from templates_docx import documents
from templates_docx.documents import Selection
from templates_docx.files import write
from tests.pictures.png import small_png

NUMBER = 6
"""The protocol that is shown."""
PAGES = {"page-first": ("protocol", 1), "page-last": ("protocol", 3), "page-analysis": ("analysis", 6)}
"""Picture → the document and the number of its page."""
DOTS_PER_INCH = "96"


def missing() -> list[str]:
    """The programs that are needed and not there."""
    wanted = {"LibreOffice": _office(), "pdftoppm (poppler)": shutil.which("pdftoppm")}
    return [name for name, found in wanted.items() if found is None]


def take_all(into: Path, scratch: Path) -> None:
    """Write the pictures of the pages; `scratch` holds the example year's data in `year`."""
    office = _office() or ""
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    for document in dict.fromkeys(document for document, _page in PAGES.values()):
        paper = _print(scratch / "year", document, scratch / f"{document}.docx")
        _run(office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(scratch), str(paper))
    for name, (document, number) in PAGES.items():
        page = str(number)
        how = ("-gray", "-r", DOTS_PER_INCH, "-f", page, "-l", page, "-singlefile")
        _run("pdftoppm", *how, str(scratch / f"{document}.pdf"), str(scratch / name))
        (into / f"{name}.png").write_bytes(small_png((scratch / f"{name}.pgm").read_bytes()))


def _print(folder: Path, document: str, path: Path) -> Path:
    connection.open_for_reading(folder)
    try:
        association_id = associations()[0].id
        meeting_id = next(each.id for each in meetings(association_id, 2026) if each.number == NUMBER)
        selection = Selection(
            association_id, meeting_id if document == "protocol" else None, first_year=2026, today=dt.date(2027, 6, 2)
        )
        return write(documents.print_paper(documents.make(document, selection, "ky")), path).path
    finally:
        connection.close()


def _office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
