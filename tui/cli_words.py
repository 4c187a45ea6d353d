"""The words of the command line: its options, commands and their arguments, each with a sentence of help."""

import argparse
from dataclasses import dataclass, field
from typing import Any

from tui import texts
from tui.__main__ import VERSION
from tui.texts import N_, _


@dataclass(frozen=True, slots=True)
class Argument:
    """One option or argument: its names, its help (English source), and how argparse reads it."""

    names: tuple[str, ...]
    help: str
    how: dict[str, Any] = field(default_factory=dict)


def _option(*names: str, help: str, **how: Any) -> Argument:
    return Argument(names, help, {"default": argparse.SUPPRESS, **how})


def _number(text: str) -> int:
    """A whole number from 1; raises the error that argparse answers with a sentence."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:9]) < 100_000:
        raise argparse.ArgumentTypeError(_("a whole number is expected: {text}").format(text=text))
    return int(text)


def _month(text: str) -> tuple[int | None, int]:
    """A month, «11» or with its year «2026-11»; raises the error that argparse answers with a sentence."""
    year, dash, month = text.rpartition("-")
    return (_number(year) if dash else None), _number(month)


OPTIONS: tuple[Argument, ...] = (
    _option("--data", help=N_("the folder where everything is kept"), metavar="DIR"),
    _option("--association", help=N_("the association, by its name; else the one last open"), metavar="NAME"),
    _option("--lang", help=N_("the language of the interface"), choices=texts.LANGUAGES),
    _option("--plain", help=N_("only the 16 colours that every terminal has"), action="store_true"),
    _option("-h", "--help", help=N_("show this help"), action="help"),
    _option("--version", help=N_("show the version"), action="version", version=f"birikme {VERSION}"),
)
"""What may stand before or after any command; given twice, the later wins."""

_JSON = _option("--json", help=N_("as JSON, for programs"), action="store_true")
_YEAR = _option("--year", help=N_("the year in which the school year begins"), type=_number, metavar="2026")
_QUARTER = _option("--quarter", help=N_("number of the quarter"), type=_number, metavar="2")
_WORKBOOKS = ("members", "marks", "plan", "evaluation-summary")
_WHAT: dict[str, Any] = {"nargs": "*", "metavar": "members|marks|plan"}

ARGUMENTS: dict[str, tuple[Argument, ...]] = {
    "screen": (_option("--demo", help=N_("open on the example year, in a temporary folder"), action="store_true"),),
    "demo": (),
    "documents": (_JSON,),
    "document": (
        Argument(("id",), N_("which document: see `birikme documents`"), {"metavar": "ID"}),
        _YEAR,
        _option("--meeting", help=N_("number of the meeting"), type=_number, metavar="3"),
        _option("--item", help=N_("number of an item; may be repeated"), type=_number, action="append", metavar="2"),
        _QUARTER,
        _option("--month", help=N_("number of the month, or year and month"), type=_month, metavar="2026-11"),
        _option("--member", help=N_("surname of a teacher, or its beginning"), metavar="NAME"),
        _option("--everything", help=N_("with `member`: all that is kept about one person"), action="store_true"),
        _option("--class", help=N_("a class"), metavar="4-А"),
        _option("--uid", help=N_("the one record that the paper is about: see `birikme search --json`"), metavar="UID"),
        _option("--edition", help=N_("version of a finished protocol"), type=_number, metavar="1"),
        _option("--paper", help=N_("the language of the paper"), choices=("ky", "ru")),
        Argument(
            ("-o", "--output"), N_("where the Word file goes; for `folder` a directory"),
            {"required": True, "metavar": "FILE.docx"},
        ),
    ),
    "export": (Argument(("file",), N_("the file to write"), {"metavar": "FILE.json"}),),
    "import": (
        Argument(("what",), N_("`members`, `marks` or `plan` for a workbook, nothing for JSON"), _WHAT),
        Argument(("file",), N_("the file to read: .json or .xlsx"), {"metavar": "FILE"}),
        _option("--dry-run", help=N_("only show what would come in"), action="store_true", dest="dry_run"),
        _YEAR,
    ),
    "workbook": (
        Argument(("kind",), N_("which workbook"), {"choices": _WORKBOOKS}),
        _YEAR,
        _QUARTER,
        Argument(("-o", "--output"), N_("where the workbook goes"), {"required": True, "metavar": "FILE.xlsx"}),
    ),
    "calendar": (
        _YEAR,
        Argument(("-o", "--output"), N_("where the calendar goes"), {"required": True, "metavar": "FILE.ics"}),
    ),
    "search": (
        Argument(("text",), N_("the beginnings of words"), {"nargs": "+", "metavar": "TEXT"}),
        _JSON,
    ),
    "backup": (
        Argument(("file",), N_("the copy to write; else one in the data folder"), {"nargs": "?", "metavar": "FILE"}),
    ),
    "restore": (
        Argument(("file",), N_("the copy to put back; else the copies are listed"), {"nargs": "?", "metavar": "FILE"}),
    ),
    "check": (),
}  # fmt: skip
"""Command → its own arguments; `screen` is what opens without a command."""

COMMANDS: dict[str, str] = {
    "demo": N_("write the example year into an empty folder (--data DIR)"),
    "documents": N_("which documents there are, and what selects one"),
    "document": N_("make a Word document"),
    "export": N_("write everything into one JSON file"),
    "import": N_("read a JSON file into empty data, or members, marks or a plan from a workbook"),
    "workbook": N_("make an Excel workbook"),
    "calendar": N_("write meetings, dated work and what falls due for a phone's calendar"),
    "search": N_("find anything by the beginnings of its words"),
    "backup": N_("copy the data, also while it is open"),
    "restore": N_("put a copy back; what was there is kept"),
    "check": N_("look whether the data is whole"),
}
"""Command → what it does (English source), in the order of the help."""

ARGPARSE = (
    N_("usage: "), N_("options"), N_("positional arguments"), N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"), N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"), N_("invalid choice: %(value)r (choose from %(choices)s)"),
)  # fmt: skip
"""Argparse's own sentences, so that the catalogues have them."""
