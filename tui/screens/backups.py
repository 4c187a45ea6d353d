"""The copies of the data: which there are, what the chosen one holds, and the way to put one back."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.widget import Widget

from db import settings
from db.backups import contents, copies
from db.backups.contents import Holds
from db.backups.copies import Copy
from db.backups.numbers import SECOND_FOLDER
from db.errors import Refused
from tui import backup_words, commands, jobs, messages
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

if TYPE_CHECKING:
    from tui.app import BirikmeApp

PROMPT = "tui.widgets.dialogs:Prompt"


class BackupsScreen(BirikmeScreen):
    """Only what is whole is listed, read one by one beside the screen, the newest first."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        commands.OPEN.but(help=N_("See what this copy holds and what would be lost; restore it.")),
        commands.NEW.but(help=N_("Make a copy now.")),
        Command("file", "1", N_("File"), N_("Restore from a file of your own, for example on a stick.")),
        Command("folder", "2", N_("Folder"), N_("Choose the second folder of copies, for example on a stick.")),
    )
    HELP = N_(
        "Copies of all data are made by themselves: at the start, every half hour if something changed, before an "
        "import, a restore and finishing a protocol, and at the end. A second folder, best on a stick, gets each of "
        "them while it is there. Enter shows what a copy holds and what would be lost if you went back to it; nothing "
        "is changed before you say so, and what is there now is kept."
    )

    def __init__(self) -> None:
        super().__init__()
        self._listed: list[Copy] = []
        self._holds: dict[Path, Holds | None] = {}
        """What was read; None of a file that is not as it was written."""
        self._reading = False
        self._asked = self._second_there = False

    def title_text(self) -> str:
        """The copies."""
        return _("Backups")

    def body(self) -> Iterable[Widget]:
        """The list, what the chosen copy holds, where copies go."""
        columns = (
            Column(N_("№"), width=5, right=True), Column(N_("Made"), width=16), Column(N_("Why made")),
            Column(N_("Records"), width=8, right=True), Column(N_("Newest entry"), width=16),
        )  # fmt: skip
        yield PageList(*columns, empty=N_("No copies yet. F7 – make the first one."), id="copies")
        yield Shown(id="chosen", classes="below")
        yield Shown(id="state", classes="below")

    def fill(self) -> None:
        """Show what was read so far and look what else there is."""
        self._show()
        self.query_one("#copies", PageList).focus()
        if not self._reading:
            self._reading = True
            second = backup_words.second_folder()
            jobs.start(self, partial(found, self.app.options.folder, second), self._found, self._failed)

    def _found(self, there: tuple[list[Copy], bool]) -> None:
        self._listed, self._second_there = there
        self._asked = True
        self._read_next()

    def _read_next(self) -> None:
        """Read the next copy that was not; the screen stays free meanwhile."""
        waiting = next((copy for copy in self._listed if copy.path not in self._holds), None)
        self._reading = waiting is not None and self.is_attached
        if waiting is not None and self._reading:
            jobs.start(self, partial(read, waiting), partial(self._read, waiting), self._failed)
        if self.is_attached:
            self._show()

    def _read(self, copy: Copy, holds: Holds | None) -> None:
        self._holds[copy.path] = holds
        self._read_next()

    def _failed(self, sentence: str) -> None:
        self._reading = False
        self.say(sentence, error=True)

    def _show(self) -> None:
        rows = [(copy, holds) for copy in self._listed if (holds := self._holds.get(copy.path)) is not None]
        self.query_one("#copies", PageList).set_rows(_row(copy, holds) for copy, holds in rows)
        self.query_one("#state", Shown).show("\n".join(self._state()))
        self._show_chosen()

    def _state(self) -> Iterable[str]:
        """What is still read, what is damaged, and where else copies go."""
        if waiting := sum(copy.path not in self._holds for copy in self._listed):
            yield _("Reading… {count} more").format(count=waiting)
        if damaged := sum(self._holds.get(copy.path, True) is None for copy in self._listed):
            yield _("Damaged files, not listed: {count}.").format(count=damaged)
        if self._asked:
            yield second_said(self._second_there)

    @on(PageList.Highlighted, "#copies")
    def _show_chosen(self) -> None:
        path = self.query_one("#copies", PageList).key
        holds = self._holds.get(path) if isinstance(path, Path) else None
        said = [*backup_words.held(holds)[:2], str(path.parent)] if holds else []
        self.query_one("#chosen", Shown).show("\n".join(said))

    @on(PageList.Opened, "#copies")
    def action_open(self, _event: Any = None) -> None:
        """Show the chosen copy."""
        path = self.query_one("#copies", PageList).key
        if isinstance(path, Path):
            self._restore(path)

    def action_new(self) -> None:
        """Have a copy made; one that holds the same already counts."""
        self.app.back_up_first(
            "asked", self.refill, failed=lambda error: self.say(messages.sentence(error), error=True)
        )

    def _refused(self, error: Refused) -> None:
        self.say(messages.sentence(error), error=True)

    def action_file(self) -> None:
        """Ask which file."""
        self.app.open_dialog(PROMPT, _("File of the copy:"), "", there, then=lambda path: path and self._restore(path))

    def action_folder(self) -> None:
        """Ask which folder."""
        choose_second(self.app, self.refill)

    def _restore(self, path: Path) -> None:
        self.app.open("tui.screens.restore:RestoreScreen", path=path)


def _row(copy: Copy, holds: Holds) -> Row:
    cells = (str(copy.number), backup_words.made(copy), backup_words.reason(copy), str(holds.records))
    return Row(copy.path, (*cells, backup_words.moment(holds.newest_at)))


def found(folder: Path, second: Path | None) -> tuple[list[Copy], bool]:
    """The copies of both folders, the newest first, one in both counts once; and whether the second one is there.

    Runs beside the screen: a stick may take its time.
    """
    here = copies.listed(folder / copies.FOLDER)
    names = {copy.path.name for copy in here}
    there = [copy for copy in (copies.listed(second) if second else []) if copy.path.name not in names]
    listed = sorted([*here, *there], key=lambda copy: copy.number, reverse=True)
    return listed, second is not None and second.is_dir()


def read(copy: Copy) -> Holds | None:
    """What a copy holds; None where it is not as it was written. Runs beside the screen."""
    try:
        return contents.holds(copy.path) if copy.whole else None
    except Refused:
        return None


def there(text: str) -> Path:
    """A file that was typed; raises Refused `backup_missing` (file)."""
    path = Path(text).expanduser()
    if not path.is_file():
        raise Refused("backup_missing", file=text)
    return path


def second_said(there: bool) -> str:
    """Where the second folder is, and whether it is there now."""
    second = backup_words.second_folder()
    if second is None:
        return _("Second folder: none yet. 2 – choose one, best on a stick.")
    if not there:
        return _("Second folder: {folder} – not there now, copied to when it is.").format(folder=second)
    return _("Second folder: {folder}").format(folder=second)


def choose_second(app: "BirikmeApp", then: Callable[[], None]) -> None:
    """Ask for the second folder of copies and use it from now on; an empty answer means none."""

    def chosen(folder: str | None) -> None:
        if folder is not None:
            app.save(settings.remember, SECOND_FOLDER, folder, then=lambda _none: use(folder))

    def use(folder: str) -> None:
        if app.keeper is not None:
            app.keeper.second = Path(folder) if folder else None
        app.back_up_first("asked", then)

    checked = partial(checked_second, app.options.folder)
    app.open_dialog(PROMPT, _("Second folder of copies, best on a stick (empty – none):"),
                    settings.remembered(SECOND_FOLDER), checked, then=chosen)  # fmt: skip


def checked_second(data: Path, text: str) -> str:
    """A folder for copies, made where the folder above it is there; the whole path of it.

    Raises Refused `folder_expected`, `folder_above_missing`, `folder_of_the_data`, `folder_no_permission` (folder).
    """
    if not text:
        return ""
    folder = Path(text).expanduser()
    if not folder.is_absolute():
        raise Refused("folder_expected")
    if folder.resolve().is_relative_to(data.resolve()):
        raise Refused("folder_of_the_data")
    if not folder.parent.is_dir():
        raise Refused("folder_above_missing", folder=str(folder.parent))
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Refused("folder_no_permission", folder=str(folder)) from error
    return str(folder)
