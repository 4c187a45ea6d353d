"""Foreign workbooks are looked at before they are parsed."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from db.errors import Refused
from db.workbook_files import read_rows
from db.workbook_safety import refuse_unsafe

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    book = Workbook()
    book.active.append(["Асанова"])
    book.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def refusal_of(file: Path) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as refusal:
        list(read_rows(file))
    return refusal.value.code, refusal.value.values


def replace(file: Path, part: str, change) -> None:
    """Write the archive anew with one part changed."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_a_usual_workbook_is_read(file: Path):
    assert [cell.value for row in read_rows(file) for cell in row if cell.value] == ["Асанова"]


@pytest.mark.parametrize(("place", "what", "limit"), [("XFD1", "columns", 100), ("A1048576", "rows", 5000)])
def test_row_47_a_far_cell_is_refused_before_parsing(file: Path, place: str, what: str, limit: int):
    book = Workbook()
    book.active[place] = "x"
    book.save(file)
    assert refusal_of(file) == ("workbook_too_large", {"limit": limit, "what": what})


def test_row_47_a_million_rows_are_refused(file: Path):
    replace(file, SHEET, lambda content: content.replace(b"</sheetData>", b"<row/>" * 1_000_000 + b"</sheetData>"))
    assert refusal_of(file) == ("workbook_too_large", {"limit": 5000, "what": "rows"})


def test_an_archive_that_unpacks_to_too_much_is_refused(file: Path):
    replace(file, "xl/media/image1.png", lambda _: b"\0" * 51_000_000)
    assert file.stat().st_size < 200_000
    assert refusal_of(file) == ("workbook_too_large", {"limit": 50, "what": "mb"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"])
def test_row_44_entities_are_refused_in_every_part_and_encoding(file: Path, part: str, encoding: str):
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbb">]><a>&b;</a>'
    replace(file, part, lambda _: bomb.encode(encoding))
    assert refusal_of(file) == ("workbook_unsafe", {"part": part})


def test_a_part_in_an_encoding_that_hides_entities_is_refused(file: Path):
    replace(file, SHEET, lambda content: b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a')
    assert refusal_of(file)[0] == "workbook_unsafe"


@pytest.mark.parametrize("content", [b"", b"surname;given\n", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes):
    (tmp_path / "a.xlsx").write_bytes(content)
    assert refusal_of(tmp_path / "a.xlsx")[0] == "workbook_not_xlsx"


def test_a_word_file_a_broken_part_and_a_missing_file_are_told_apart(file: Path, tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert refusal_of(tmp_path / "a.docx")[0] == "workbook_not_xlsx"
    replace(file, SHEET, lambda content: content[:80])
    assert refusal_of(file)[0] == "workbook_not_xlsx"
    with pytest.raises(Refused) as refusal:
        refuse_unsafe(tmp_path / "none.xlsx")
    assert refusal.value.code == "file_missing"
