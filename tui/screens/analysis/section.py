"""One section of the analysis: every figure opens to the records behind it; her own words stand below."""

from collections.abc import Iterable
from typing import Any

from textual import on
from textual.widget import Widget

from db import stock_files
from db.analysis import keeping, parts
from db.analysis.rows import Part, Records, Scope
from tui import analysis_words, commands, places, texts
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import TextInput
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

FORM = "tui.screens.analysis.section:SectionForm"
PICK = "tui.widgets.dialogs:Pick"


class SectionScreen(BirikmeScreen):
    """The sentences and tables as they will be printed."""

    COMMANDS = (
        commands.EDIT.but(title=N_("Write"), help=N_("Write your own words under what the records say.")),
        commands.OPEN.but(help=N_("Show the records from which the figure was counted.")),
        commands.WORD.but(help=N_("Make the analysis, in full or short.")),
    )
    HELP = N_(
        "What the records say in this section, sentence by sentence and row by row, as it will be printed. Enter shows "
        "the records behind a figure, and from there each record. F4 writes your own words, which are printed below."
    )

    def __init__(self, scope: Scope, number: int) -> None:
        super().__init__()
        self._scope, self._number = scope, number
        self._behind: dict[tuple[int, int], tuple[str, Records]] = {}

    def title_text(self) -> str:
        """Which section of which analysis."""
        year = analysis_words.scope(self._scope.first_year, self._scope.quarter)
        return f"{self._number}. {analysis_words.title(self._number)} · {year}"

    def body(self) -> Iterable[Widget]:
        """What the records say, her words."""
        empty = N_("The records say nothing here. F4 writes your own words.")
        yield PageList(Column(), empty=empty, id="said")
        yield Shown(id="own", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self.query_one("#said", PageList).focus()

    def fill(self) -> None:
        """Read the section."""
        of = _part(self._scope, self._number)
        self._behind = {}
        self.query_one("#said", PageList).set_rows(list(self._rows(of)))
        text = keeping.texts(self._scope).get(self._number)
        self.query_one("#own", Shown).show(_own(text, parts.digest(of)))

    def _rows(self, of: Part) -> Iterable[Row]:
        for at, (fact, said) in enumerate(zip(of.facts, analysis_words.sentences(of), strict=True)):
            self._behind[0, at] = said, fact.records
            yield Row((0, at), (said,))
        for place, table in enumerate(of.tables, 1):
            yield Row(None, (analysis_words.table_title(table),), "heading")
            for at, (line, said) in enumerate(zip(table.lines, analysis_words.rows(table), strict=True)):
                self._behind[place, at] = said, line.records
                yield Row((place, at), (said,))

    @on(PageList.Opened, "#said")
    def action_open(self) -> None:
        """The records behind the chosen figure."""
        key = self.query_one("#said", PageList).key
        if isinstance(key, tuple) and key in self._behind:
            said, records = self._behind[key]
            self.app.open("tui.screens.analysis.behind:BehindScreen", title=said, records=records)

    def action_edit(self) -> None:
        """Write."""
        self.app.open(FORM, scope=self._scope, number=self._number)

    def action_word(self) -> None:
        """Offer the papers."""
        of = {"first_year": self._scope.first_year, "quarter": self._scope.quarter or None}
        places.open_papers(self.app, "analysis", "analysis", "analysis-short", **of)


class SectionForm(CardScreen):
    """Her words; F7 adds a usual sentence."""

    COMMANDS = (
        *CardScreen.COMMANDS,
        Command("phrase", "f7", N_("Phrase"), N_("Add a usual sentence at the end of the text.")),
    )
    HELP = N_(
        "Your own words in this section, a paragraph a line. F7 adds a usual sentence, which the paper in the other "
        "language prints in that language as long as it stays as it is. F2 saves."
    )

    def __init__(self, scope: Scope, number: int) -> None:
        super().__init__()
        self._scope, self._number = scope, number
        self._of = _part(scope, number)
        self.draft_key = f"analysis:{scope.association_id}:{scope.first_year}:{scope.quarter}:{number}"

    def title_text(self) -> str:
        """Which section."""
        return f"{self._number}. {analysis_words.title(self._number)}"

    def parts(self) -> Iterable[Widget]:
        """What the records say, the text."""
        yield Shown("\n".join(analysis_words.sentences(self._of)[:4]))
        known = keeping.texts(self._scope).get(self._number)
        yield TextInput("text", N_("Your words"), known.text if known else "", long=True,
                        hint=N_("F7 adds a usual sentence; a paragraph a line"))  # fmt: skip

    def action_phrase(self) -> None:
        """Offer the usual sentences of this section, or of all that are hers."""
        found = stock_files.analysis_phrases()
        own = [each for each in found if each.section == self._number] or found
        said = [each.ru if texts.language() == "ru" else each.ky for each in own]
        self.app.open_dialog(PICK, _("Which sentence?"), said, then=lambda at: self._add(said, at))

    def _add(self, said: list[str], at: int | None) -> None:
        if at is not None:
            field = self.field("text")
            field.raw = "\n".join(part for part in (field.raw.rstrip(), said[at]) if part)
            field.focus_input()

    def submit(self, values: dict[str, Any]) -> None:
        """Save with the digest of what she saw."""
        self.save(keeping.write, self._scope, self._number, values["text"] or "", parts.digest(self._of))


def _part(scope: Scope, number: int) -> Part:
    reader = parts.READERS.get(number)
    return reader(scope) if reader else Part(number)


def _own(text: keeping.Text | None, digest: str) -> str:
    """Her words, and whether the figures changed since."""
    if text is None or not text.text.strip():
        return _("Your words: nothing written yet. F4 – write.")
    changed = text.source_digest and text.source_digest != digest
    warning = [_("! The records changed since you wrote this: read it again (F4, F2).")] if changed else []
    return "\n".join([*warning, *text.text.splitlines()[:6]])
