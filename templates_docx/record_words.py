"""What tables, their fields and the codes in them are called in both languages; a data file holds the words."""

from functools import cache
from pathlib import Path

from templates_docx.catalogue import PaperLanguage

FILE = Path(__file__).with_name("record_words.tsv")
"""Lines of kind (table, field or code), name, Kyrgyz, Russian; a code may be named with its field: «kind.quarter»."""


@cache
def words(paper: PaperLanguage) -> dict[tuple[str, str], str]:
    """Return (kind, name) → the word; what has none yet is called as the records call it."""
    lines = (line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines())
    return {(kind, name): ru if paper == "ru" else ky for kind, name, ky, ru in lines}


def table(name: str, paper: PaperLanguage) -> str:
    """Return what the rows of a table are called."""
    return words(paper).get(("table", name), name)


def field(name: str, paper: PaperLanguage) -> str:
    """Return what a field is called."""
    return words(paper).get(("field", name), name)


def code(field_name: str, value: str, paper: PaperLanguage) -> str:
    """Return what a code says in a field."""
    known = words(paper)
    return known.get(("code", f"{field_name}.{value}")) or known.get(("code", value), value)
