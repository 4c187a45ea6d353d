"""Making the whole folder beside the screen: how far it is, and a way to stop."""

from functools import partial
from pathlib import Path
from threading import Event

from textual.app import ComposeResult
from textual.containers import Vertical

from db import connection, settings
from db.rules.file_names import file_name
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import DOCUMENTS, Selection
from templates_docx.folder_files import Made, Progress, make
from tui import commands, jobs, messages, opening, words
from tui.commands import Command
from tui.screens.base import Dialog
from tui.texts import N_, _
from tui.widgets.shown import Shown

LANGUAGES = (("ky", N_("in Kyrgyz")), ("ru", N_("in Russian")))
BAR = 40


class FolderDialog(Dialog[None]):
    """Enter makes the folder; while it is made, Esc stops and nothing is left of it."""

    COMMANDS = (
        Command("make", "enter", N_("Make"), N_("Make the folder."), ("f5", "f2")),
        Command("turn", "right", N_("Language"), N_("The papers' other language."), ("left",)),
        commands.EDIT.but(id="folder", title=N_("Folder"), help=N_("Choose the folder for papers.")),
        commands.BACK,
    )

    def __init__(self, selection: Selection, language: PaperLanguage) -> None:
        super().__init__()
        self._selection, self._language = selection, language
        self._stop: Event | None = None

    def compose(self) -> ComposeResult:
        """What is made, where, how far it is."""
        with Vertical(classes="box wide"):
            yield Shown(_("All papers into one folder"), classes="question")
            yield Shown(id="outcome")
            yield Shown(id="progress")
            yield Shown(id="keys", classes="hint")

    def on_mount(self) -> None:
        """Say what will be made."""
        self._show()

    @property
    def _target(self) -> Path:
        """The folder of the year among the papers."""
        year = self._selection.first_year or 0
        return opening.output_folder() / file_name(f"{DOCUMENTS['folder'].title(self._language)} {year}-{year + 1}", "")

    def _show(self) -> None:
        marks = [("(•) " if code == self._language else "( ) ") + _(name) for code, name in LANGUAGES]
        lines = (
            words.school_year(self._selection.first_year or 0),
            _("Language: {languages}").format(languages="   ".join(marks)),
            _("Folder: {folder}").format(folder=self._target),
        )
        self.query_one("#outcome", Shown).show("\n".join(lines))
        keys = _("Enter – make   ← → – language   F4 – folder   Esc – back")
        self.query_one("#keys", Shown).show(_("Esc – stop; nothing is left half-done") if self._stop else keys)

    def action_turn(self) -> None:
        """The other language."""
        if self._stop is None:
            self._language = "ky" if self._language == "ru" else "ru"
            self._show()

    def action_folder(self) -> None:
        """Ask for the folder of papers."""
        if self._stop is None:
            folder = settings.get("output_folder") or str(opening.output_folder())
            self.app.open_dialog("tui.widgets.dialogs:Prompt", _("Folder for papers"), folder, then=self._keep)

    def _keep(self, folder: str | None) -> None:
        if folder:
            self.app.save(settings.set_, "output_folder", folder, then=lambda _none: self._show())

    def action_make(self) -> None:
        """Make the folder in a thread that reads by a connection of its own."""
        if self._stop is not None:
            return
        self._stop = Event()
        self._show()
        self._told(0, 1, "")
        work = partial(_make, self._selection, self._language, self._target, self._tell, self._stop)
        jobs.start(self, work, self._made, self._failed)

    def _tell(self, done: int, total: int, name: str) -> None:
        """From the working thread: show how far it is."""
        if self.app.is_running:
            self.app.call_later(self._told, done, total, name)

    def _told(self, done: int, total: int, name: str) -> None:
        if self.is_attached:
            filled = BAR * done // max(total, 1)
            shown = f"{'■' * filled}{'□' * (BAR - filled)}  {done}/{total}\n{name}"
            self.query_one("#progress", Shown).show(shown)

    def action_back(self) -> None:
        """Stop what runs; else close."""
        if self._stop is None:
            self.dismiss(None)
        else:
            self._stop.set()

    def _made(self, made: Made | None) -> None:
        app = self.app
        if self.is_attached:
            self.dismiss(None)
        if made is None:
            app.say(_("Stopped. Nothing was left half-done."))
            return
        options = [_("Open the folder"), _("Close")]
        answered = partial(self._answered, made.path)
        app.open_dialog("tui.widgets.dialogs:Pick", made_text(made), options, then=answered)

    def _answered(self, path: Path, answer: int | None) -> None:
        if answer == 0 and not opening.show(path):
            self.app.say(_("No program to open it with was found: {path}").format(path=path), error=True)

    def _failed(self, sentence: str) -> None:
        self._stop = None
        if self.is_attached:
            self._show()
            self.query_one("#progress", Shown).show(f"! {sentence}")
        else:
            self.app.say(sentence, error=True)


def made_text(made: Made) -> str:
    """What became of the folder."""
    lines = [_("Files made: {count}").format(count=made.count), str(made.path)]
    if made.beside:
        changed = _("Changed by hand, so the new ones stand beside: {names}")
        lines.append(changed.format(names=", ".join(made.beside)))
    for name, error in made.failed:
        lines.append(f"! {name}: {messages.sentence(error)}")
    return "\n".join(lines)


def _make(selection: Selection, language: PaperLanguage, target: Path, tell: Progress, stop: Event) -> Made | None:
    """Make the folder, reading by a connection of this thread."""
    connection.open_another()
    try:
        return make(selection, language, target, tell, stop.is_set)
    finally:
        connection.close()
