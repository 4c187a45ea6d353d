"""F3: anything anywhere, found while one types."""

from collections.abc import Iterable
from functools import partial

from rich.text import Text
from textual import events, on
from textual.widget import Widget

from db import search
from db.rules.alphabet import fold, fold_words, sort_key
from db.search import Found
from tui import commands, current, places, words
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.text import LineField, TextField

MOST = 50
BEFORE = 6
"""Characters shown before what was found, at least, where a word begins there."""
LIST_KEYS = {
    "up": partial(PageList.action_move, step=-1),
    "down": partial(PageList.action_move, step=1),
    "pageup": partial(PageList.action_page, step=-1),
    "pagedown": partial(PageList.action_page, step=1),
}


class Results(PageList):
    """The list that is driven from the field: the field keeps the letters, the arrows move here."""

    DRIVEN_FROM_A_FIELD = True


class FindScreen(BirikmeScreen):
    """One field; people first, then what was said and decided, the newest first."""

    COMMANDS = (
        commands.OPEN.but(help=N_("Go to what is chosen.")),
        commands.FIND.but(help=N_("Look for something else."), footer=False),
    )
    HELP = N_(
        "Type the beginnings of words in any keyboard layout: people, questions, speeches, proposals, decisions. "
        "↑ ↓ choose, Enter goes there."
    )

    def __init__(self, text: str = "") -> None:
        """`text`: what to look for at once."""
        super().__init__()
        self._text = text
        self._found: dict[str, Found] = {}

    def title_text(self) -> str:
        """The area and how much was found."""
        if not self._text.strip():
            return _("Find")
        found = _("found: {count}") if len(self._found) < MOST else _("the first {count}")
        return " · ".join((_("Find"), found.format(count=len(self._found))))

    def body(self) -> Iterable[Widget]:
        """The field, what was found, the whole of the chosen one."""
        yield LineField(self._text, placeholder=_("Beginnings of words: name, question, decision…"), id="wanted")
        columns = (Column(width=12), Column(share=5), Column(share=4), Column(width=15))
        yield Results(*columns, empty=N_("Nothing found yet."), id="found")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The field has the letters, and the arrows move the list."""
        super().on_mount()
        self._list.can_focus = False
        self.query_one(LineField).focus()

    @property
    def _list(self) -> PageList:
        return self.query_one("#found", PageList)

    def fill(self) -> None:
        """Look for what is typed."""
        found = search.find(self._text, MOST, association_id=current.association_id()) if self._text.strip() else []
        found.sort(key=_order)
        self._found = {f"{each.kind} {each.uid}": each for each in found}
        needles = fold_words(self._text)
        self._list.set_rows(Row(key, _cells(each, needles)) for key, each in self._found.items())
        self._show_whole()

    @on(TextField.Settled, "#wanted")
    def _typed(self, event: TextField.Settled) -> None:
        self._text = event.value
        self.refill()
        self._list.action_edge(-1)

    @on(PageList.Highlighted)
    def _show_whole(self) -> None:
        found = self._found.get(str(self._list.key))
        lines = [found.title, _around(found)] if found else []
        self.query_one("#whole", Shown).show("\n".join(line for line in lines if line))

    def on_key(self, event: events.Key) -> None:
        """Arrows move the list while the field keeps the letters."""
        if event.key in LIST_KEYS:
            event.stop()
            LIST_KEYS[event.key](self._list)

    @on(LineField.Submitted, "#wanted")
    def _entered(self, event: LineField.Submitted) -> None:
        event.prevent_default()
        self.action_open()

    @on(PageList.Opened)
    def action_open(self) -> None:
        """Go to what is chosen."""
        found = self._found.get(str(self._list.key))
        if found is not None:
            places.open_record(self.app, found.kind, found.row)

    def action_find(self) -> None:
        """Begin anew."""
        self.query_one(LineField).set_value("")
        self._text = ""
        self.refill()


def _order(found: Found) -> str:
    """People by the alphabet; the rest stays as it came, after them."""
    return sort_key(found.title) if found.kind == "person" else "\uffff"


def _around(found: Found) -> str:
    """The text around what was found, where it says more than the title does."""
    return found.snippet.removeprefix(found.title).strip()


def _cells(found: Found, needles: list[str]) -> tuple[str | Text, ...]:
    place = f"№ {found.meeting_number} {words.day(found.held_on)}" if found.meeting_number else ""
    around = from_match(_around(found), needles)
    return _(words.FOUND_KINDS[found.kind]), marked(found.title, needles), marked(around, needles), place


def from_match(text: str, needles: list[str]) -> str:
    """The text from shortly before the first found word, so that a narrow column shows it."""
    folded = " " + fold(text)
    at = min((place for needle in needles if (place := folded.find(f" {needle}")) >= 0), default=0)
    begin = text.rfind(" ", 0, max(at - BEFORE, 0)) + 1
    return f"…{text[begin:]}" if begin else text


def marked(text: str, needles: list[str]) -> Text:
    """The text with the found beginnings of words in bold."""
    shown = Text(text)
    folded = " " + fold(text)
    for needle in needles:
        at = folded.find(f" {needle}")
        while at >= 0:
            shown.stylize("bold underline", at, at + len(needle))
            at = folded.find(f" {needle}", at + 1)
    return shown
