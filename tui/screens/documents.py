"""F5: which paper, in which language, into which folder; made beside the screen, never over a file changed by hand."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from db import settings
from db.errors import Refused
from db.meetings.sheet import sheet
from templates_docx import documents
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import DOCUMENTS, Paper, Selection
from templates_docx.files import Written, write
from tui import clock, commands, current, jobs, messages, opening, texts
from tui.commands import Command
from tui.screens.base import Dialog
from tui.texts import N_, _
from tui.widgets.dialogs import NUMBER_KEYS
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

OF_A_MEETING = ("protocol", "protocol-short", "extract", "agenda", "decisions", "protocol-journal")
ITEMS_SHOWN = 4
LANGUAGES = (("ky", N_("in Kyrgyz")), ("ru", N_("in Russian")))


class Questions(PageList):
    """The questions for an extract: Space or a click marks, Enter makes the paper."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.make", show=False)]


class DocumentDialog(Dialog[None]):
    """Enter makes what is marked; everything else is chosen already."""

    COMMANDS = (
        Command("make", "enter", N_("Make"), N_("Make the Word document."), ("f5", "f2")),
        Command("turn", "right", N_("Language"), N_("The paper's other language."), ("left",)),
        commands.EDIT.but(id="folder", title=N_("Folder"), help=N_("Choose the folder for papers.")),
        Command("mark", "space", N_("Mark"), N_("Mark a question for the extract."), ("insert",)),
        commands.BACK,
    )

    def __init__(
        self, document_id: str, papers: Sequence[str] = (), *, meeting_id: int | None = None,
        first_year: int | None = None, version: int | None = None, items: Sequence[int] = (), language: str = "",
        quarter: int | None = None, month: int | None = None, record_id: int | None = None,
        person_id: int | None = None, class_name: str = "",
    ) -> None:  # fmt: skip
        """`papers` are offered, `document_id` is marked; `items`: numbers for an extract, none for all.

        `language` is the paper's; without one it is that of the settings. `quarter`, `month`: of a plan; `record_id`,
        `person_id`, `class_name`: of a paper about one record, teacher or class.
        """
        super().__init__()
        offered = papers or (OF_A_MEETING if meeting_id and document_id in OF_A_MEETING else (document_id,))
        self._papers = tuple(each for each in offered if each in DOCUMENTS)
        self._document_id = document_id
        self._meeting_id, self._first_year, self._version = meeting_id, first_year, version
        self._quarter, self._month = quarter, month
        self._record_id, self._person_id, self._class_name = record_id, person_id, class_name
        self._association_id = current.association_id()
        language = language or settings.get("paper_language", self._association_id)
        self._language: PaperLanguage = "ru" if language == "ru" else "ky"
        self._titles = _titles(meeting_id)
        self._items = set(items)
        self._paper: Paper | None = None
        self._making = False

    def compose(self) -> ComposeResult:
        """The papers, the questions for an extract, and what will come of it."""
        with Vertical(classes="box wide documents"):
            yield Shown(_("Word document"), classes="question")
            papers = PageList(Column(width=2, right=True), Column(), id="papers")
            papers.styles.height = len(self._papers)
            yield papers
            items = Questions(Column(width=3), Column(width=2, right=True), Column(), open_on_click=True, id="items")
            items.styles.height = min(len(self._titles), ITEMS_SHOWN)
            yield items
            yield Shown(id="outcome", classes="hint")
            yield Shown(id="keys", classes="hint")

    def on_mount(self) -> None:
        """Mark the paper that was asked for."""
        papers = self.query_one("#papers", PageList)
        titles = [DOCUMENTS[each].title(texts.language()) for each in self._papers]
        numbered = zip(self._papers, NUMBER_KEYS, titles, strict=False)
        papers.set_rows(Row(each, (number, title)) for each, number, title in numbered)
        papers.choose(self._document_id)
        papers.focus()
        self._show()

    @on(PageList.Highlighted, "#papers")
    def _chosen(self, event: PageList.Highlighted) -> None:
        self._document_id = str(event.key)
        self._show()

    def on_key(self, event: events.Key) -> None:
        """A digit marks a paper."""
        at = NUMBER_KEYS.find(event.character) if event.character else -1
        if 0 <= at < len(self._papers):
            self.query_one("#papers", PageList).choose(self._papers[at])

    def _show(self) -> None:
        """Show the questions where an extract is marked, and what the paper would be called."""
        items = self.query_one("#items", PageList)
        items.display = self._document_id == "extract" and bool(self._titles)
        marks = {number: "[x]" if number in self._items else "[ ]" for number, _title in self._titles}
        items.set_rows(Row(number, (marks[number], str(number), title)) for number, title in self._titles)
        try:
            self._paper = documents.make(self._document_id, self._selection(), self._language)
            self.query_one("#outcome", Shown).show(self._outcome(self._paper))
        except Refused as error:
            self._paper = None
            self.query_one("#outcome", Shown).show(messages.sentence(error))
        self._show_keys()

    def _selection(self) -> Selection:
        items = tuple(sorted(self._items)) if self._document_id == "extract" else ()
        return Selection(
            self._association_id, self._meeting_id, items, self._first_year, self._version, clock.today(),
            self._quarter, self._month, self._record_id, self._person_id, self._class_name,
        )  # fmt: skip

    def _outcome(self, paper: Paper) -> str:
        """Language, file, folder, and what stays untranslated."""
        marks = [("(•) " if code == self._language else "( ) ") + _(name) for code, name in LANGUAGES]
        lines = [
            _("Language: {languages}").format(languages="   ".join(marks)),
            _("File: {name}").format(name=paper.file_name),
            _("Folder: {folder}").format(folder=opening.output_folder()),
        ]
        if paper.untranslated:
            lines.append(_("Typed texts that stay untranslated: {count}").format(count=paper.untranslated))
        return "\n".join(lines)

    def _show_keys(self) -> None:
        keys = _("Enter – make   ← → – language   F4 – folder   Esc – back")
        if self.query_one("#items", PageList).display:
            keys = _("Enter – make   Tab, Space – questions   ← → – language")
        self.query_one("#keys", Shown).show(_("Being made…") if self._making else keys)

    def action_turn(self) -> None:
        """The other language."""
        self._language = "ky" if self._language == "ru" else "ru"
        self._show()

    def action_mark(self) -> None:
        """Mark the question for the extract, or take the mark away."""
        items = self.query_one("#items", PageList)
        if items.display and isinstance(items.key, int):
            items.focus()
            self._items ^= {items.key}
            self._show()

    def action_folder(self) -> None:
        """Ask for the folder."""
        folder = settings.get("output_folder") or str(opening.output_folder())
        prompt = "tui.widgets.dialogs:Prompt"
        self.app.open_dialog(prompt, _("Folder for papers"), folder, _folder, then=self._keep_folder)

    def _keep_folder(self, folder: str | None) -> None:
        if folder is not None:
            self.app.save(settings.set_, "output_folder", folder, then=lambda _none: self._show())

    @on(PageList.Opened, "#items")
    def _clicked(self) -> None:
        self.action_mark()

    @on(PageList.Opened, "#papers")
    def action_make(self) -> None:
        """Make the document beside the screen."""
        if self._paper is None or self._making:
            return
        self._making = True
        self._show_keys()
        jobs.start(self, partial(_make, self._paper, opening.output_folder()), self._made, self._failed)

    def _made(self, written: Written) -> None:
        app = self.app
        if not self.is_attached:
            app.say(made_text(written).replace("\n", " · "))
            return
        self.dismiss(None)
        options = [_("Open it"), _("Open its folder"), _("Close")]
        answered = partial(_answered, app.say, written.path)
        app.open_dialog("tui.widgets.dialogs:Pick", made_text(written), options, then=answered)

    def _failed(self, sentence: str) -> None:
        if not self.is_attached:
            self.app.say(sentence, error=True)
            return
        self._making = False
        self._show_keys()
        self.query_one("#outcome", Shown).show(f"! {sentence}")


def made_text(written: Written) -> str:
    """What became of the file."""
    lines = [_("Made: {name}").format(name=written.path.name), str(written.path.parent)]
    if written.kept == "changed":
        lines.append(_("The older file was changed by hand and stays as it is; the new one stands beside it."))
    elif written.kept == "final":
        lines.append(_("The older file is a finished protocol and stays as it is; the new one stands beside it."))
    elif written.kept == "open":
        lines.append(_("The older file is open in Word; the new one stands beside it."))
    return "\n".join(lines)


def _answered(say: object, path: Path, answer: int | None) -> None:
    if answer in (0, 1) and not opening.show(path if answer == 0 else path.parent) and callable(say):
        say(_("No program to open it with was found: {path}").format(path=path), error=True)


def _make(paper: Paper, folder: Path) -> Written:
    """Make the file; where Word holds the older one open, beside it. Runs beside the screen."""
    data = documents.print_paper(paper)
    try:
        return write(data, folder / paper.file_name)
    except Refused as error:
        if error.code != "file_open":
            raise
        return replace(write(data, folder / str(error.values["other"])), kept="open")


def _titles(meeting_id: int | None) -> list[tuple[int, str]]:
    return [(item.number, item.row.title) for item in sheet(meeting_id).agenda] if meeting_id else []


def _folder(text: str) -> str:
    """The typed folder; raises Refused `folder_expected` for one that is not named whole."""
    if not Path(text).expanduser().is_absolute():
        raise Refused("folder_expected")
    return text
