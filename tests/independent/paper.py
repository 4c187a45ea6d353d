"""What a Word file says, with the standard library alone: paragraphs, tables under their titles, charts."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict
from xml.etree import ElementTree as ET
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


class Said(TypedDict):
    """What was read: `tables` by the paragraph above each, `charts` by their titles."""

    lines: list[str]
    tables: dict[str, list[list[str]]]
    charts: dict[str, list[list[str]]]


def read(path: Path) -> Said:
    """Read a Word file; numbers of charts are as their XML has them, one list a series."""
    with ZipFile(path) as package:
        body = ET.fromstring(package.read("word/document.xml")).find(f"{W}body")
        charts = [ET.fromstring(package.read(each)) for each in package.namelist() if "/charts/chart" in each]
    assert body is not None
    said: Said = {"lines": [], "tables": {}, "charts": {}}
    for block in body:
        if block.tag == f"{W}p":
            said["lines"].append(_text(block))
        elif block.tag == f"{W}tbl":
            rows = [[_text(cell) for cell in row.findall(f"{W}tc")] for row in block.findall(f"{W}tr")]
            said["tables"][said["lines"][-1]] = rows[1:]
    for chart in charts:
        title = "".join(each.text or "" for each in chart.find(f".//{C}title").iter() if each.text)  # type: ignore[union-attr]
        said["charts"][title.strip()] = [
            [point.findtext(f"{C}v") or "" for point in series.find(f"{C}val").iter(f"{C}pt")]  # type: ignore[union-attr]
            for series in chart.iter(f"{C}ser")
        ]
    return said


def _text(of: ET.Element) -> str:
    return "".join("\t" if each.tag == f"{W}tab" else each.text or "" for each in of.iter() if each.tag in TEXT)


TEXT = (f"{W}t", f"{W}tab")
