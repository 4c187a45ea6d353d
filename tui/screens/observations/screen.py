"""The lesson analysis while one sits in the lesson: aspects at the left, texts at the right; it saves itself."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from db import edits, members, schools, settings
from db.errors import Refused
from db.observations import reading, sheets
from db.observations.rows import Sheet
from tui import commands, places
from tui.commands import Command
from tui.screens.live import LiveScreen
from tui.screens.meeting.entry import Entry
from tui.screens.meeting.item import Section
from tui.screens.observations import opening, place, words
from tui.screens.observations.aspects import AspectList, Note, about
from tui.screens.observations.page import SheetPage
from tui.screens.observations.ties import SheetTies
from tui.texts import N_, _
from tui.widgets.lists import PageList
from tui.widgets.shown import Shown

HELP = N_(
    "The analysis of a lesson, written while you sit in it. At the left a digit scores an aspect and goes on to the "
    "next one, 0 or Backspace takes a score away, F4 writes a note on it. F6 goes between the scores and the texts, "
    "Tab from text to text. Nothing has to be saved. Nothing has to be filled in either: a visit may have observations "
    "and advice alone."
)


class SheetScreen(SheetTies, LiveScreen):
    """One sheet."""

    HELP = HELP
    AUTO_FOCUS = ""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        commands.AREA.but(help=N_("Scores, texts."), footer=True),
        commands.EDIT.but(title=N_("Note"), help=N_("A note on the aspect; what becomes of the advice.")),
        commands.WORD.but(help=N_("Make the sheet as a Word document.")),
        commands.NEW.but(help=N_("One more piece of advice."), footer=False),
        commands.DELETE.but(help=N_("Take away the piece of advice; at the left the whole sheet."), footer=False),
        Command("another", "ctrl+o", N_("Observer"), N_("The sheet of another observer."), footer=False),
    )

    def __init__(self, observation_id: int) -> None:
        super().__init__()
        self.observation_id = observation_id
        self._of: Sheet | None = None
        self._built = False
        self._last: place.Place | None = None

    # What is shown

    def body(self) -> Iterable[Widget]:
        """The aspects with their sum, and the page."""
        seen = Vertical(AspectList(), Shown(id="sum"), Shown(id="about"), id="seen")
        yield Horizontal(seen, SheetPage(), id="sheet")

    def title_text(self) -> str:
        """What lesson it is."""
        return words.lesson(self.of.lesson) if self._read() else ""

    @property
    def of(self) -> Sheet:
        """The newest reading of the records."""
        if self._of is None:
            self._of = reading.sheet(self.observation_id)
        return self._of

    def _read(self) -> bool:
        """Read the records; False where an undo or another screen took the sheet away."""
        try:
            self._of = reading.sheet(self.observation_id)
        except Refused:
            return False
        return True

    def fill(self) -> None:
        """Show the records. After an undo or a change of language the page is built anew once all is written."""
        if not self._read():
            self.call_later(self._gone)
        elif not self._built:
            self._built = True
            self.call_later(self._show, place.remembered(self.observation_id))
        else:
            self.leaving()
            self.when_written(lambda: self.call_later(self._show, self._place()))

    def _gone(self) -> None:
        """The sheet is no more: leave it."""
        if self.app.screen is self:
            self._built = False
            self.app.back()

    async def _show(self, at: place.Place | None) -> None:
        """Build the page from the records, with the focus where it was or where one begins."""
        if not self._read():
            self._gone()
            return
        self._show_scores()
        await self.query_one(SheetPage).show(self.of, _people(self.of))
        if at is not None and at.aspect_id is not None:
            self._list.choose(at.aspect_id)
        if at is None or not place.restore(self, at, self.app.recovered):
            self._focus_first(at)
        self.refresh_commands()

    def _focus_first(self, at: place.Place | None) -> None:
        """An open lesson is scored first, of a visit one writes what was seen."""
        if self.of.lesson.kind == "visit" and at is None:
            self.query_one(SheetPage).focus_field("conclusions")
        else:
            self._list.focus()

    def come_back(self) -> None:
        """What was open above is closed; the page keeps what is being typed, unless the records have it otherwise."""
        self.leaving()
        self.when_written(self._compare)

    def _compare(self) -> None:
        self.reload()
        if self._built and not self.query_one(SheetPage).holds(self.of):
            self.call_later(self._show, self._place())

    def reload(self) -> None:
        """Show what stands around the texts."""
        if not self._read():
            self._gone()
            return
        self.status.show(left=words.lesson(self.of.lesson))
        self._show_scores()

    def _show_scores(self) -> None:
        self._list.use(self.of)
        self.query_one("#sum", Shown).show(words.summed(self.of.summary))
        self._show_about()

    @property
    def _list(self) -> AspectList:
        return self.query_one(AspectList)

    @on(PageList.Highlighted, "#aspects")
    def _show_about(self) -> None:
        keys = _("1–{highest} – score, 0 – none").format(highest=self.of.row.highest)
        if self.of.row.highest > 9:
            keys = _("1–9, 0 – ten; Backspace – none")
        self.query_one("#about", Shown).show("\n".join((about(self._list.chosen), "", keys)))

    # Saving

    def leaving(self) -> None:
        """Save what is being typed, and remember the place."""
        if self._built:
            for entry in self.query(Entry):
                entry.keep()
            self._remember_place()

    @on(Entry.Changed)
    def _changed(self) -> None:
        self.reload()
        self._remember_place()

    def on_descendant_focus(self) -> None:
        """Remember where one is, so that a power cut brings one back there."""
        if self._built:
            self._remember_place()

    def _place(self) -> place.Place:
        chosen = self._list.chosen
        aspect_id = chosen.aspect_id if chosen else None
        if self.focused is None:
            return place.Place(self.observation_id, aspect_id=aspect_id)
        return place.of_field(self.observation_id, self.focused, aspect_id)

    def _remember_place(self) -> None:
        """Keep the place for the next start; nothing is written when it has not changed."""
        now = self._place()
        if now != self._last and self.app.writer is not None:
            self._last = now
            self.app.save(settings.remember, place.KEY, place.written(now))

    def _write(self, action: Callable[..., Any], *args: Any, then: Callable[[], Any] | None = None) -> None:
        """Have an action done and show what it changed."""
        self.app.save(action, *args, then=lambda _value: self._written(then))

    def _written(self, then: Callable[[], Any] | None) -> None:
        if self.is_attached:
            self.reload()
            if then is not None:
                then()

    # Scores

    @on(AspectList.Scored)
    def _scored(self, event: AspectList.Scored) -> None:
        self._write(sheets.give_score, self.observation_id, event.aspect_id, event.score)

    @on(AspectList.Outside)
    def _outside(self) -> None:
        self.app.explain("score_outside_scale", highest=self.of.row.highest)

    async def action_edit(self) -> None:
        """Write a note on the aspect; of a piece of advice ask what is to become of it."""
        chosen = self._list.chosen
        if self.advice_row is not None:
            self.ask_what_becomes()
            return
        if chosen is None:
            return
        await self.query(Note).remove()
        note = Note(self.observation_id, chosen)
        await self.query_one("#seen").mount(note, after="#sum")
        note.query_one("#note").focus()

    @on(Note.Done)
    def _noted(self) -> None:
        self._list.focus()

    def on_descendant_blur(self) -> None:
        """The note is left: it goes when it is written."""
        for note in self.query(Note):
            if not note.has_focus_within:
                self.when_written(lambda note=note: self._close(note))

    def _close(self, note: Note) -> None:
        if note.is_attached and not note.has_focus_within:
            note.remove()
            self.reload()

    # Rows

    @property
    def focus_chain(self) -> list[Widget]:
        """Tab goes round the texts: a digit typed after the last one must not score an aspect."""
        chain: list[Widget] = super().focus_chain
        page = self.query_one(SheetPage) if self._built else None
        if page is None or self.focused is None or page not in self.focused.ancestors:
            return chain
        return [widget for widget in chain if page in widget.ancestors]

    def action_area(self) -> None:
        """Scores → texts → scores."""
        if self._list.has_focus or self.query(Note):
            self.query_one(SheetPage).focus_field("visit_aim" if not self.of.row.visit_aim else "strong")
        else:
            self._list.focus()

    def action_new(self) -> None:
        """The blank row of advice."""
        self.query_one(SheetPage).advice.focus_blank()

    def action_delete(self) -> None:
        """Take away the row of advice; at the left ask about the sheet."""
        focused = self.focused
        if focused is self._list:
            question = _("Take away this analysis with its scores and advice?")
            self.app.open_dialog("tui.widgets.dialogs:Ask", question, then=self._remove)
        elif focused is not None:
            row = next((each for each in focused.ancestors if isinstance(each, Entry)), None)
            section = next((each for each in focused.ancestors if isinstance(each, Section)), None)
            if section is not None and row is not None and row.record_id is not None:
                self._take_away(section, row)

    def _take_away(self, section: Section, row: Entry) -> None:
        action, record_id = row.remove_record()  # type: ignore[attr-defined]
        row.go_past()
        self.app.save(edits.close_all)
        self._write(action, record_id, then=lambda: section.take_away(row))

    def _remove(self, yes: bool | None) -> None:
        if yes:
            self.leaving()
            self.app.save(sheets.remove_sheet, self.observation_id, then=lambda _none: self._removed())

    def _removed(self) -> None:
        self._gone()
        self.app.say(_("The analysis is taken away. Ctrl+Z – take back."))

    def action_another(self) -> None:
        """Another observer's sheet of this lesson."""
        self.leaving()
        opening.choose_sheet(self.app, self.of.lesson.id)

    def action_word(self) -> None:
        """The sheet as a Word document."""
        self.leaving()
        self.when_written(lambda: places.open_papers(self.app, "observation", record_id=self.observation_id))


def _people(of: Sheet) -> list[tuple[int, str]]:
    """Who can observe: members first, then the other people of the school."""
    found = {each.person_id: each.name.listed for each in members.members(of.lesson.association_id)}
    school = schools.school()
    others = {each.id: each.name.listed for each in schools.people(school.id)} if school else {}
    return list((found | {key: name for key, name in others.items() if key not in found}).items())
