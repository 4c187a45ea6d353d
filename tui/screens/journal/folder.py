"""The association's folder: its twenty papers, which are ready and which are missing; one key makes them all."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from textual import on
from textual.widget import Widget

from db import calendar, folder, settings
from db.errors import Refused
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.folder import standings
from templates_docx.documents import Selection
from templates_docx.folder import Standing
from tui import clock, commands, current, folder_words, jobs, opening, places
from tui.screens.listing import OfYear
from tui.screens.observations.doors import DOORS, Doors
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

ENDINGS = (".docx", ".doc", ".pdf", ".odt", ".xlsx", ".jpg", ".png")
"""Of files that schools keep as papers."""


class FolderScreen(Doors, OfYear):
    """How the papers of a year stand."""

    COMMANDS = (
        commands.WORD.but(title=N_("Make all"), help=N_("Make all papers into one folder with a table of contents.")),
        commands.NEW.but(title=N_("Put in"), help=N_("Put a paper of your own here: a Word or PDF file.")),
        commands.OPEN.but(help=N_("Make one of the papers, or open your own.")),
        commands.DELETE.but(title=N_("Take out"), help=N_("Take your own paper out of the folder."), footer=False),
        *YEARS,
        *DOORS,
    )
    HELP = N_(
        "The twenty papers of the association's folder. What the records hold is ready; a paper that you have yourself "
        "(regulation, order) is put in with F7. F5 makes everything into one folder: numbered files and a table of "
        "contents. A file that you changed by hand is never overwritten."
    )

    def __init__(self) -> None:
        super().__init__()
        self._year = calendar.current_first_year(clock.today())
        self._known: dict[int, Standing] = {}

    def title_text(self) -> str:
        """The area, the year, how many papers are ready."""
        ready = sum(each.state == "ready" for each in self._known.values())
        count = _("ready: {ready} of {all}").format(ready=ready, all=len(self._known))
        return " · ".join((_("Papers"), f"{self._year}-{self._year + 1}", count))

    def body(self) -> Iterable[Widget]:
        """The papers, and what the chosen one consists of."""
        yield YearList(
            Column(width=2, right=True), Column(), Column(width=4, right=True), Column(width=16), id="papers"
        )
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#papers", PageList)

    def fill(self) -> None:
        """Read how the papers stand."""
        found = standings(self._selection(), self._language())
        self._known = {each.paper.number: each for each in found}
        self._list.set_rows(_row(each) for each in found)
        self._show_whole()

    def _selection(self) -> Selection:
        return Selection(current.association_id(), first_year=self._year, today=clock.today())

    def _language(self) -> PaperLanguage:
        return "ru" if settings.get("paper_language", current.association_id()) == "ru" else "ky"

    @property
    def _chosen(self) -> Standing | None:
        key = self._list.key
        return self._known.get(key) if isinstance(key, int) else None

    @on(PageList.Highlighted)
    def _show_whole(self) -> None:
        self.query_one("#whole", Shown).show(folder_words.whole(self._chosen) if self._chosen else "")
        self.refresh_commands()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Own papers alone are taken out; what has nothing is not opened."""
        of = self._chosen if self.is_mounted else None
        if action == "delete" and self.is_mounted:
            return of is not None and bool(of.own)
        if action == "open" and self.is_mounted:
            return of is not None and bool(of.own or of.paper.made)
        return True

    @on(PageList.Opened)
    def action_open(self) -> None:
        """Offer the documents of the paper, or open her own file."""
        of = self._chosen
        if of is None:
            return
        if not of.paper.made:
            self._pick(of.own, _("Which file?"), self._show)
        elif not of.own:
            self._documents(of)
        else:
            options = [_("Make a document"), _("Open your own file")]
            answered = lambda at: None if at is None else self._way(of, at)  # noqa: E731
            self.app.open_dialog("tui.widgets.dialogs:Pick", folder_words.title(of), options, then=answered)

    def _way(self, of: Standing, at: int) -> None:
        if at:
            self._pick(of.own, _("Which file?"), self._show)
        else:
            self._documents(of)

    def _documents(self, of: Standing) -> None:
        made = of.paper.made
        places.open_papers(self.app, made[0], *made, first_year=self._year)

    def _show(self, path: Path) -> None:
        if not opening.show(path):
            self.say(_("No program to open it with was found: {path}").format(path=path), error=True)

    def _pick(self, own: Sequence[Path], question: str, then: Any) -> None:
        """Have one of several files chosen; a single one needs no question."""
        if len(own) == 1:
            then(own[0])
        elif own:
            answered = lambda at: None if at is None else then(own[at])  # noqa: E731
            self.app.open_dialog("tui.widgets.dialogs:Pick", question, [path.name for path in own], then=answered)

    # Her own papers

    def action_new(self) -> None:
        """Ask for the file."""
        if self._chosen:
            asked = N_("Which file goes here?")
            self.app.open_dialog("tui.screens.excel_files:FileToRead", asked, ENDINGS, then=self._put_in)

    def _put_in(self, path: Path | None) -> None:
        of, association_id = self._chosen, current.association_id()
        if path is not None and of is not None:
            data, number = self.app.options.folder, of.paper.number
            work = lambda: folder.put_in(path, data, association_id, number)  # noqa: E731
            jobs.start(self, work, self._kept, lambda sentence: self.say(sentence, error=True))

    def _kept(self, name: str) -> None:
        self.refill()
        self.say(_("Put in: {name}. The original stays where it is.").format(name=name))

    def action_delete(self) -> None:
        """Choose which, then ask: a file that is taken out does not come back."""
        if of := self._chosen:
            self._pick(of.own, _("Which file is taken out?"), self._ask)

    def _ask(self, path: Path) -> None:
        question = _("Take out «{what}»? Ctrl+Z does not bring it back.").format(what=path.name)
        self.app.open_dialog("tui.widgets.dialogs:Ask", question, then=lambda sure: self._take_out(path, sure))

    def _take_out(self, path: Path, sure: bool | None) -> None:
        if sure:
            try:
                folder.take_out(self.app.options.folder, current.association_id(), path.name)
            except Refused as error:
                self.app.explain(error.code, **error.values)
            self.refill()

    # All of it

    def action_word(self) -> None:
        """Make the folder."""
        self.app.open_dialog("tui.screens.journal.folder_making:FolderDialog", self._selection(), self._language())


def _row(of: Standing) -> Row:
    count = len(of.pieces) + len(of.own)
    style = "" if of.state == "ready" else "warning" if of.state == "own" else "dim"
    return Row(
        of.paper.number,
        (str(of.paper.number), folder_words.title(of), str(count) if count else "", folder_words.state(of)),
        style,
    )
