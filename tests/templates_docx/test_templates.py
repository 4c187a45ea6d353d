"""The committed templates: page, font, repeated heads, page numbers, no empty paragraphs, small, the made ones."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from templates_docx.documents import DOCUMENTS, TEMPLATES

from . import make_templates

ALL = sorted(TEMPLATES.glob("*/*.docx"))
LANDSCAPE = {
    *("norms", "curriculum", "calendar-plans"),
    *("journal", "staffing"),
    *("tests", "marks-slip"),
    *("courses",),
    *("evaluation-summary",),
    *("evaluation-summary", "criteria"),
    *("quality",),
    *("transition", "level-work", "standard"),
    *("decisions", "protocol-journal", "members"),
    *("open-lessons", "visits"),
    *("plan-year", "plan-quarter", "plan-month", "plan-fact"),
}

UPRIGHT_TABLES: set[str] = {
    *("folder",),
    *("reward", "member-everything"),
    *("tasks", "programme"),
    *("evaluation", "evaluation-self", "appeal"),
    *("event", "week"),
    *("analysis", "analysis-short"),
    *("member", "best-practice"),
    *("acquaintance",),
    *("test-schedule",),
    *("handover",),
    *("observation", "observation-form", "check"),
    *(),
}
"""Papers with a table on an upright page."""


@pytest.fixture(params=ALL, ids=lambda path: f"{path.parent.name}-{path.stem}")
def template(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def paragraphs(document: Any) -> Iterator[Any]:
    for part in (document, document.sections[0].header, document.sections[0].footer):
        yield from part.paragraphs
        for table in part.tables:
            yield from (each for row in table.rows for cell in row.cells for each in cell.paragraphs)


def test_every_document_has_a_template_in_each_language() -> None:
    expected = {f"{paper}/{each}.docx" for paper in ("ky", "ru") for each in DOCUMENTS}
    assert {path.relative_to(TEMPLATES).as_posix() for path in ALL} == expected


def test_page_and_font(template: Path) -> None:
    document = Document(str(template))
    section = document.sections[0]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(each.mm) for each in margins] == [30, 15, 20, 20]
    size = sorted((section.page_width.mm, section.page_height.mm))
    assert [round(each) for each in size] == [210, 297]
    wide = section.orientation == WD_ORIENT.LANDSCAPE
    assert wide == (template.stem in LANDSCAPE) == (section.page_width > Mm(210.5))
    defaults = document.styles.element.find(".//" + qn("w:rPrDefault"))
    assert defaults.find(".//" + qn("w:rFonts")).get(qn("w:ascii")) == "Times New Roman"
    assert int(defaults.find(".//" + qn("w:sz")).get(qn("w:val"))) == Pt(14).pt * 2


def test_no_empty_paragraph_stands_for_a_gap(template: Path) -> None:
    document = Document(str(template))
    instructions = document.sections[0].footer.paragraphs[0]._p.findall(".//" + qn("w:fldSimple"))
    assert [each.get(qn("w:instr")).strip() for each in instructions] == ["PAGE", "NUMPAGES"]
    assert all(each.text.strip() for each in paragraphs(document))


def test_every_paragraph_has_a_style_of_the_template(template: Path) -> None:
    document = Document(str(template))
    names = {style.style_id for style in document.styles}
    for each in paragraphs(document):
        style = each._p.style
        assert style in names or each.text.startswith(("{%p", "{%tr"))


def test_headings_stay_with_what_follows(template: Path) -> None:
    for style in Document(str(template)).styles:
        if style.name.startswith(("heading", "Heading", "Title")):
            assert style.paragraph_format.keep_with_next


def test_table_heads_repeat_and_rows_stay_whole(template: Path) -> None:
    for table in Document(str(template)).tables:
        if table.style.style_id != "TableGrid":
            continue  # the stamps of approval side by side
        head, *rows = table.rows
        assert head._tr.find(".//" + qn("w:tblHeader")) is not None
        assert template.stem == "protocol-journal" or any(
            row._tr.find(".//" + qn("w:cantSplit")) is not None for row in rows
        )
    assert bool(Document(str(template)).tables) == (template.stem in LANDSCAPE | UPRIGHT_TABLES)


def test_templates_are_slim(template: Path) -> None:
    assert template.stat().st_size < 15_000
    with ZipFile(template) as package:
        assert sum(info.file_size for info in package.infolist()) < 60_000


def test_committed_templates_are_the_made_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_templates, "TEMPLATES", tmp_path)
    make_templates.main()
    for path in ALL:
        made = tmp_path / path.relative_to(TEMPLATES)
        with ZipFile(path) as committed, ZipFile(made) as again:
            assert {name: committed.read(name) for name in committed.namelist()} == {
                name: again.read(name) for name in again.namelist()
            }
