"""Word documents from the command line: which there are, and making one."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused
from tui import messages, texts
from tui.cli_selection import selection
from tui.cli_store import reading
from tui.texts import _

if TYPE_CHECKING:
    from tui.cli import Given


EVERYTHING = "member-everything"


def documents(given: "Given") -> int:
    """List the documents with what selects one."""
    from templates_docx.documents import listing

    found = listing(given.language or texts.language())
    if getattr(given.arguments, "json", False):
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    for each in found:
        print(f"{each['id']:<20}{each['title']:<42}{' '.join('--' + name for name in each['selectors'])}".rstrip())
    return 0


def document(given: "Given") -> int:
    """Make one Word document and say where it went."""
    from db import settings
    from db.rules.file_names import LONGEST
    from templates_docx import documents as register
    from templates_docx.files import write

    wanted = given.arguments
    if getattr(wanted, "everything", False):
        wanted.id = _everything(wanted.id)
    if wanted.id == "folder":
        return _folder(given)
    with reading(given):
        paper = getattr(wanted, "paper", "") or settings.get("paper_language")
        made = register.make(wanted.id, selection(given), "ru" if paper == "ru" else "ky")
        path = Path(wanted.output)
        if len(path.name.encode()) > LONGEST:
            raise Refused("file_name_too_long", name=path.name)
        written = write(register.print_paper(made), path / made.file_name if path.is_dir() else path)
    print(written.path)
    if written.kept:
        print(_("The older file is not ours to change; the new one is beside it."), file=sys.stderr)
    return 0


def _everything(document_id: str) -> str:
    """The paper of all that is kept, asked for with the member's card. Raises Refused `selector_unknown`."""
    if document_id not in ("member", EVERYTHING):
        raise Refused("selector_unknown", "everything", name="--everything")
    return EVERYTHING


def _folder(given: "Given") -> int:
    """Make the whole folder in a directory, say which file is made, and what could not be."""
    from db import settings
    from templates_docx import folder_files

    wanted = given.arguments
    with reading(given):
        paper = getattr(wanted, "paper", "") or settings.get("paper_language")
        target = Path(wanted.output)
        if target.exists() and not target.is_dir():
            raise Refused("folder_expected_here", folder=str(target))
        made = folder_files.make(
            selection(given), "ru" if paper == "ru" else "ky", target.absolute(), _say_file, lambda: False
        )
    if made is None:
        return 1
    print(made.path)
    for name, error in made.failed:
        print(f"{name}: {messages.sentence(error)}", file=sys.stderr)
    if made.beside:
        print(_("The older file is not ours to change; the new one is beside it."), *made.beside, file=sys.stderr)
    return 0


def _say_file(done: int, total: int, name: str) -> None:
    """One line that follows the work, on a terminal alone."""
    if sys.stderr.isatty():
        print(f"\r\033[K{done}/{total} {name}"[:90], end="" if name else "\n", file=sys.stderr, flush=True)


PERFORM: dict[str, "Callable[[Given], int]"] = {"documents": documents, "document": document}
