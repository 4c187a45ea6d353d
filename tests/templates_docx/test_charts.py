"""Charts on paper: native, editable, the same numbers in the drawing, the workbook and what is read aloud."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook

from templates_docx import charts
from templates_docx.render import render

from .word_parts import paragraph, tag, write_template

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CLASSES = ["4-А", "4-Б", "=1+1"]
QUALITY = {"1-чейрек": [Fraction(64), Fraction(1, 3) * 100, None], "2-чейрек": [Fraction(0), 100, Fraction(-9, 2)]}


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    template = tmp_path_factory.mktemp("charts") / "own.docx"
    placed = tag("{%p for each in drawn %}") + paragraph("TableText", "{{ each }}") + tag("{%p endfor %}")
    write_template(template, paragraph("Line", "{{ said }}") + placed, "ky", "", landscape=True)
    drawn = [
        charts.column("Сапат, %", CLASSES, QUALITY),
        charts.line("Чейректер", CLASSES, QUALITY, percent=False),
        charts.bar("Мугалимдер", CLASSES, QUALITY, places=2),
    ]
    return render(template, {"said": "Диаграммалар", "drawn": drawn})


def part(paper: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(paper)) as package:
        return package.read(name)


def numbers(root: Any) -> list[dict[int, float]]:
    """The numbers of each series by the place of their category."""
    return [
        {int(point.get("idx")): float(point.findtext(f"{C}v")) for point in of.iter(f"{C}pt")}
        for of in root.iter(f"{C}val")
    ]


def test_a_chart_says_its_numbers_and_names(paper: bytes) -> None:
    root = etree.fromstring(part(paper, "word/charts/chart1.xml"))
    assert numbers(root) == [{0: 64.0, 1: 33.3}, {0: 0.0, 1: 100.0, 2: -4.5}]
    assert [of.text for of in root.find(f".//{C}cat").iter(f"{C}v")] == CLASSES
    assert [of.findtext(f".//{C}v") for of in root.iter(f"{C}tx") if of.findtext(f".//{C}v")] == list(QUALITY)
    assert "".join(root.find(f".//{C}title").itertext()) == "Сапат, %"
    assert {of.get("formatCode") for of in root.iter(f"{C}numFmt")} == {"[$-419]0.0", "0"}


def test_the_workbook_within_holds_the_same(paper: bytes) -> None:
    sheet = load_workbook(BytesIO(part(paper, "word/embeddings/chart3.xlsx"))).active
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [
        [None, "1-чейрек", "2-чейрек"], ["4-А", 64, 0], ["4-Б", 33.33, 100], ["=1+1", None, -4.5],
    ]  # fmt: skip
    assert sheet["A4"].data_type == "s"


def test_word_finds_every_part(paper: bytes) -> None:
    document = Document(BytesIO(paper))
    drawings = document.element.xpath("//w:drawing")
    keys = [each.xpath(".//a:graphicData/*/@r:id")[0] for each in drawings]
    parts = [document.part.related_parts[key] for key in keys]
    assert [str(each.partname) for each in parts] == [f"/word/charts/chart{number}.xml" for number in (1, 2, 3)]
    assert {each.content_type for each in parts} == {
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    }
    for number, each in enumerate(parts, 1):
        (relation,) = each.rels.values()
        assert str(relation.target_part.partname) == f"/word/embeddings/chart{number}.xlsx"
        assert relation.target_part.content_type.endswith("spreadsheetml.sheet")
        assert etree.fromstring(each.blob).find(f"{C}externalData").values() == [relation.rId]
    properties = [each.xpath(".//wp:docPr")[0] for each in drawings]
    assert len({each.get("id") for each in properties}) == 3
    assert "1-чейрек: 4-А – 64,0; 4-Б – 33,3; =1+1 – –" in properties[0].get("descr")
    assert "chart-" not in "".join(document.element.itertext())


def test_series_differ_without_colour(paper: bytes) -> None:
    columns = etree.fromstring(part(paper, "word/charts/chart1.xml"))
    fills = [of.find(f"{C}spPr")[0].tag for of in columns.iter(f"{C}ser")]
    assert fills == [f"{A}solidFill", f"{A}pattFill"]
    lines = etree.fromstring(part(paper, "word/charts/chart2.xml"))
    assert len({of.find(f".//{C}symbol").get("val") for of in lines.iter(f"{C}ser")}) == 2
    assert len({of.find(f".//{A}prstDash").get("val") for of in lines.iter(f"{C}ser")}) == 2


def test_what_cannot_be_drawn_is_refused() -> None:
    for categories, series in (
        ([], {"а": []}),
        (["1"], {}),
        (["1"], {"а": [1, 2]}),
        (["1"], {name: [1] for name in "абвгдеж"}),
    ):
        with pytest.raises(ValueError):
            charts.column("", categories, series)


def test_typed_text_is_never_taken_for_a_chart(tmp_path: Path) -> None:
    template = tmp_path / "own.docx"
    write_template(template, paragraph("Line", "{{ said }}"), "ky", "")
    made = Document(BytesIO(render(template, {"said": "chart-0-0."})))
    assert made.paragraphs[0].text == "chart-0-0."


def test_the_same_numbers_make_the_same_file(paper: bytes) -> None:
    with ZipFile(BytesIO(part(paper, "word/embeddings/chart1.xlsx"))) as workbook:
        assert {each.date_time[0] for each in workbook.infolist()} == {1980}
        assert b"2026-01-01" in workbook.read("docProps/core.xml")
