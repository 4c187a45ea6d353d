"""The text of a Word file, read back as it stands there."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from db.errors import Refused
from templates_docx.reading import Line, lines

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(body: str) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return packed.getvalue()


def test_paragraphs_tabs_breaks_and_styles() -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>ПРОТОКОЛ </w:t></w:r><w:r><w:t>№ 2</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>5 &lt; 6 &amp; «а»</w:t><w:tab/><w:t>оң</w:t><w:br/><w:t>кийинки</w:t></w:r></w:p>"
    )
    assert lines(word_file(body)) == [Line("ПРОТОКОЛ № 2", "Title"), Line("5 < 6 & «а»\tоң\nкийинки", "")]


def test_a_row_of_a_table_is_one_line() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = "<w:tr>" + cell.format("1") + cell.format("План") + "</w:tr>"
    assert lines(word_file(f"<w:tbl>{row}</w:tbl>")) == [Line("1\tПлан", "")]


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(Refused, match="file_broken"):
        lines(b"nothing")
