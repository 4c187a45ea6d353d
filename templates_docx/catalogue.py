"""The sentences that papers are made of. A paper's language is always an argument, never the interface's.

After a change in a .po file: `pybabel compile -d templates_docx/locale -D papers`.
"""

import gettext
from functools import cache
from pathlib import Path
from typing import Literal

PaperLanguage = Literal["ky", "ru"]
"""The languages that papers are written in: Kyrgyz and Russian."""

LOCALE = Path(__file__).parent / "locale"


@cache
def texts(paper: PaperLanguage) -> gettext.NullTranslations:
    """Return the catalogue of one paper language; FileNotFoundError when the installation lacks it."""
    return gettext.translation("papers", LOCALE, [paper])


def N_(text: str) -> str:
    """Mark a text of a table for the catalogue; it is translated where it is printed."""
    return text
