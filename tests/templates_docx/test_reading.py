"""A paper read back for the screen says what Word says."""

import pytest

from db.errors import Refused
from templates_docx.documents import template_path
from templates_docx.protocols import protocol_values
from templates_docx.reading import lines as read
from templates_docx.render import render

from .model_content import item, lines, model_content
from .test_tables import members


def test_paragraphs_tabs_breaks_and_styles() -> None:
    content = model_content(items=[item(1, "План", heard="5 < 6\nэкинчи сап")])
    made = render(template_path("protocol", "ky"), protocol_values(content, "ky").values)
    assert [line.text for line in read(made)] == lines(made)
    assert {"Head", "Title", "DateLine", "Heading1", "Item", "Signature"} <= {line.style for line in read(made)}


def test_rows_of_a_table() -> None:
    made = render(template_path("members", "ky"), members("ky").values)
    rows = [line.text for line in read(made) if line.style == "TableText"]
    assert rows[0].split("\t")[:3] == ["1", "Асан уулу Бакыт", "Б. Асан уулу"]
    assert len(rows) == 2


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(Refused):
        read(b"text")
