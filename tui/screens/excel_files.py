"""Choosing an Excel file to read, and where to write one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from platformdirs import user_desktop_path, user_documents_path, user_downloads_path
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from db.errors import Refused
from tui import messages, opening
from tui.screens.base import Dialog
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.text import LineField

OFFERED = 8


def newest_files(endings: Sequence[str]) -> list[Path]:
    """The newest files with such endings where people keep theirs, the newest first."""
    folders = {opening.output_folder(), user_documents_path(), user_downloads_path(), user_desktop_path(), Path.cwd()}
    there = (path for folder in folders if folder.is_dir() for path in folder.iterdir() if path.name[0] not in "~.")
    found = {path for path in there if path.suffix.lower() in endings and path.is_file()}
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)[:OFFERED]


class FileToRead(Dialog[Path | None]):
    """Which file: one of the newest, or a path; an Excel file if nothing else is asked."""

    def __init__(self, question: str = N_("Which Excel file?"), endings: Sequence[str] = (".xlsx",)) -> None:
        """`question`: English source; `endings` of the files that are offered."""
        super().__init__()
        self._question, self._endings = question, endings

    def compose(self) -> ComposeResult:
        """A line for the path, under it the newest files."""
        self._offered = newest_files(self._endings)
        with Vertical(classes="box wide"):
            yield Shown(_(self._question), classes="question")
            yield LineField(placeholder=_("Path of the file, or choose below"))
            yield Shown(classes="wrong")
            files = PageList(Column(share=2), Column(share=3), open_on_click=True)
            files.styles.height = len(self._offered)
            files.display = bool(self._offered)
            yield files
            yield Shown(_("↑ ↓ Enter – choose   Esc – back"), classes="hint")

    def on_mount(self) -> None:
        """List the newest files."""
        files = self.query_one(PageList)
        files.set_rows(Row(str(path), (path.name, str(path.parent))) for path in self._offered)
        (files if self._offered else self.query_one(LineField)).focus()

    @on(PageList.Opened)
    def _opened(self, event: PageList.Opened) -> None:
        self.dismiss(Path(str(event.key)))

    @on(LineField.Submitted)
    def _typed(self, event: LineField.Submitted) -> None:
        event.prevent_default()
        path = Path(event.value.strip().strip("«»'")).expanduser()
        if path.is_file():
            self.dismiss(path)
        else:
            self.query_one(".wrong", Shown).show(messages.explain("not_found", text=str(path)))


class FileToWrite(Dialog[None]):
    """Where to write an Excel file: `write(path)` does it, or raises Refused."""

    def __init__(self, question: str, name: str, write: Callable[[Path], None]) -> None:
        """`name`: how the file is called until another name is typed."""
        super().__init__()
        self._question, self._name, self._write = question, name, write

    def compose(self) -> ComposeResult:
        """A line for the path."""
        with Vertical(classes="box wide"):
            yield Shown(self._question, classes="question")
            yield LineField(str(opening.output_folder() / self._name))
            yield Shown(classes="wrong")
            yield Shown(_("Enter – confirm   Esc – back"), classes="hint")

    @on(LineField.Submitted)
    def _typed(self, event: LineField.Submitted) -> None:
        event.prevent_default()
        path = Path(event.value.strip().strip("«»'")).expanduser()
        if path.suffix.lower() != ".xlsx":
            path = path.with_name(f"{path.name or self._name}.xlsx")
        try:
            self._write(path)
        except Refused as error:
            self.query_one(".wrong", Shown).show(messages.sentence(error))
        else:
            self.dismiss(None)
            self.app.say(_("Written: {file}").format(file=path))
