"""The text of a Word file as it stands there, paragraph by paragraph: what a screen shows of a paper."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from templates_docx.package import read_parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a row of a table with tabs between its cells; `style` is the id of its paragraph style."""

    text: str
    style: str


def lines(data: bytes) -> list[Line]:
    """Read the body of a Word file in order. Raises Refused: file_broken, file_unsafe."""
    body = fromstring(read_parts(data, "paper")["word/document.xml"]).find(f"{_W}body")
    return [] if body is None else [line for block in body for line in _block(block)]


def _block(block: Element) -> list[Line]:
    if block.tag == f"{_W}p":
        return [Line(_text(block), _style(block))]
    if block.tag == f"{_W}tbl":
        return [_row(row) for row in block.iter(f"{_W}tr")]
    return []


def _row(row: Element) -> Line:
    cells = [" ".join(_text(part) for part in cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc")]
    first = next(row.iter(f"{_W}p"), None)
    return Line("\t".join(cells), "" if first is None else _style(first))


def _text(paragraph: Element) -> str:
    pieces = (part for run in paragraph.iter(f"{_W}r") for part in run)
    return "".join((part.text or "") if part.tag == f"{_W}t" else _MARKS.get(part.tag, "") for part in pieces)


def _style(paragraph: Element) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else found.get(f"{_W}val", "")
