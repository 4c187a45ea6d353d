"""The model protocol comes out line by line, in both languages."""

from pathlib import Path

import pytest

from templates_docx.catalogue import PaperLanguage
from templates_docx.protocols import protocol_values
from templates_docx.render import lines, render

from .model_content import model_content

TEMPLATES = Path(__file__).parents[2] / "templates_docx"
EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_model_protocol_line_by_line(paper: PaperLanguage) -> None:
    filled = protocol_values(model_content(), paper)
    made = render(TEMPLATES / paper / "protocol.docx", filled.values, title=filled.title, final=True)
    assert lines(made) == (EXPECTED / f"protocol.{paper}.txt").read_text(encoding="utf-8").splitlines()
    assert filled.untranslated == 0
