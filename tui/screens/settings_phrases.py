"""Phrases of the protocol and usual questions of the agenda: the list, and one of them."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.widget import Widget

from db import settings
from db.settings import PhraseRow
from tui import commands, words
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.screens.settings import PHRASE_KINDS
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import ChoiceInput, TextInput
from tui.widgets.lists import Column, PageList, Row

KINDS = {"agenda": ("review", "plan_done", "agenda")}
"""What a list shows besides its own kind."""


def phrases(kind: str) -> list[PhraseRow]:
    """The phrases of a list; questions of the agenda by the months of the school year."""
    found = [each for one in KINDS.get(kind, (kind,)) for each in settings.phrases(one)]
    return sorted(found, key=lambda each: ((each.month - 8) % 12 + 1 if each.month else 0, each.position))


class PhrasesScreen(BirikmeScreen):
    """All phrases of a kind."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        commands.NEW.but(help=N_("Add a phrase.")),
        commands.DELETE.but(help=N_("Take the phrase out of the list.")),
        commands.OPEN.but(id="edit", help=N_("Change the phrase."), footer=False),
    )
    HELP = N_(
        "What the program offers while you write a protocol. Enter changes a phrase, F7 adds one, F8 takes one out. A "
        "phrase that has both languages is printed in the language of the paper as long as its text was not changed."
    )

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    def title_text(self) -> str:
        """Which list."""
        return _("Settings") + " · " + _(PHRASE_KINDS[self._kind])

    def body(self) -> Iterable[Widget]:
        """The list."""
        month = (Column(N_("Month"), width=9),) if self._kind == "agenda" else ()
        empty = N_("Nothing yet. F7 adds the first one.")
        yield PageList(*month, Column(N_("Kyrgyz")), Column(N_("Russian")), empty=empty, id="phrases")

    def fill(self) -> None:
        """Read the phrases."""
        self.query_one(PageList).set_rows(Row(each.id, self._cells(each)) for each in phrases(self._kind))

    def _cells(self, of: PhraseRow) -> tuple[str, ...]:
        month = words.month(of.month) if of.month else _("any")
        return (month, of.ky, of.ru) if self._kind == "agenda" else (of.ky, of.ru)

    @property
    def _chosen(self) -> PhraseRow | None:
        key = self.query_one(PageList).key
        return next((each for each in phrases(self._kind) if each.id == key), None)

    @on(PageList.Opened)
    def action_edit(self) -> None:
        """Change the phrase."""
        if of := self._chosen:
            self.app.open("tui.screens.settings_phrases:PhraseForm", kind=of.kind, phrase=of)

    def action_new(self) -> None:
        """A new phrase."""
        self.app.open("tui.screens.settings_phrases:PhraseForm", kind=self._kind)

    def action_delete(self) -> None:
        """Ask first."""
        if of := self._chosen:
            question = _("Take this phrase out of the list?") + f"\n{of.ky or of.ru}"
            self.app.open_dialog("tui.widgets.dialogs:Ask", question, then=lambda yes: self._delete(of, yes))

    def _delete(self, of: PhraseRow, yes: bool) -> None:
        if yes:
            self.app.save(settings.remove_phrase, of.id, then=lambda _none: self.refill())


class PhraseForm(CardScreen):
    """One phrase in both languages."""

    HELP = N_(
        "A phrase in one language or both. Write … where something is to be filled in. Where both languages are given, "
        "the paper in the other language prints the twin."
    )

    def __init__(self, kind: str, phrase: PhraseRow | None = None) -> None:
        super().__init__()
        self._kind, self._phrase = kind, phrase
        self.draft_key = f"phrase:{phrase.id if phrase else kind}"

    def title_text(self) -> str:
        """New or not."""
        return _("Settings") + " · " + (_("Phrase") if self._phrase else _("A new phrase"))

    def parts(self) -> Iterable[Widget]:
        """Both texts, and the month of a usual question."""
        known = self._phrase
        yield TextInput("ky", N_("Kyrgyz"), known.ky if known else "", long=True)
        yield TextInput("ru", N_("Russian"), known.ru if known else "", long=True)
        if self._kind == "agenda":
            months = [("0", _("any")), *((str(number), words.month(number)) for number in range(1, 13))]
            yield ChoiceInput("month", N_("Month"), months, str(known.month if known else 0))

    def submit(self, values: dict[str, Any]) -> None:
        """Save the phrase."""
        month = int(values.get("month", 0))
        known_id = self._phrase.id if self._phrase else None
        self.save(settings.save_phrase, known_id, self._kind, values["ky"], values["ru"], month)
