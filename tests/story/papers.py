"""What a paper says, line by line, read from the Word file as any other program would."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.section import Section

EXPECTED = Path(__file__).parent / "expected"
OVERDUE = {"ky": ("аткарыла элек", "мөөнөтү өттү"), "ru": ("к исполнению", "просрочено")}
"""How an open decision stands until its day, and after."""
MONTHS = {
    "ky": "январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
DATES = {"ky": "{0.year}-жылдын {0.day}-{1}", "ru": "{0.day} {1} {0.year} г."}


def expected(paper: str, today: dt.date) -> list[str]:
    """A paper as it was written down by hand: «[today]» is the day it is made, «[2026-12-25]» whether that is past."""
    language = paper[-2:]
    month = MONTHS[language].split()[today.month - 1]
    text = (EXPECTED / f"{paper}.txt").read_text(encoding="utf-8")
    text = text.replace("[today]", DATES[language].format(today, month))
    late = re.sub(r"\[(\d{4}-\d\d-\d\d)\]", lambda day: _state(language, day[1], today), text)
    return [line.rstrip() for line in late.splitlines() if line]


def _state(language: str, day: str, today: dt.date) -> str:
    return OVERDUE[language][today > dt.date.fromisoformat(day)]


def lines(path: Path) -> list[str]:
    """All of a paper: head (^) and foot (_) of the pages first, then paragraphs and tables in order.

    A tab is « → », a field {PAGE}; cells of a row are divided by « | », lines in a cell by « / ».
    """
    document = Document(str(path))
    found = [line for section in document.sections for line in _edges(section)]
    for block in document.element.body:
        if block.tag == qn("w:p"):
            found.append(_text(block))
        elif block.tag == qn("w:tbl"):
            found += [" | ".join(map(_cell, row.iter(qn("w:tc")))) for row in block.iter(qn("w:tr"))]
    return [line.rstrip() for line in found if line]


def body(path: Path) -> bytes:
    """The part of the file that holds the text with all its looks; the hour of making stands elsewhere."""
    with zipfile.ZipFile(path) as file:
        return file.read("word/document.xml")


def _edges(section: Section) -> Iterator[str]:
    """Heads and feet, that of a different first page only where it says something else."""
    for sign, parts in (
        ("^", (section.header, section.first_page_header)),
        ("_", (section.footer, section.first_page_footer)),
    ):
        said = [_text(each._p) for part in parts if not part.is_linked_to_previous for each in part.paragraphs]
        yield from (f"{sign} {line}" for line in dict.fromkeys(said) if line)


def _cell(cell: Any) -> str:
    return " / ".join(_text(paragraph) for paragraph in cell.iter(qn("w:p")))


def _text(paragraph: Any) -> str:
    """The words of a paragraph; a space that does not break is a space."""
    pieces = {qn("w:tab"): " → ", qn("w:br"): " / "}
    found = []
    for node in paragraph.iter():
        if node.tag == qn("w:t") and node.getparent().getparent().tag != qn("w:fldSimple"):
            found.append(node.text or "")
        elif node.tag == qn("w:instrText"):
            found.append("{" + (node.text or "").split()[0] + "}")
        elif node.tag == qn("w:fldSimple"):
            found.append("{" + node.get(qn("w:instr"), "").split()[0] + "}")
        elif node.getparent().tag == qn("w:r"):
            found.append(pieces.get(node.tag, ""))
    return "".join(found).replace("\u00a0", " ").strip()
