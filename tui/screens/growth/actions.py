"""What is done to a record of growth, one key each: the same in the lists and on the record itself."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from db import kept
from db.growth import keeping
from db.growth.kinds import KINDS, OF_PERSON
from db.meetings import items
from db.meetings.items import ItemOffer
from tui import commands, current, growth_words, places
from tui.commands import Command
from tui.screens.norms.actions import offer
from tui.texts import N_, _
from tui.tied import TiedScreen

PICK, ASK = "tui.widgets.dialogs:Pick", "tui.widgets.dialogs:Ask"
FORM = "tui.screens.growth.form:RecordForm"
USUAL = "курс квалификация тажрыйба өркүндөтүү курсах опыта самообразование"
"""Words of the usual questions under which it is told."""
OF_A_RECORD = frozenset({"change", "delete", "told"})
ITEM_FIELDS = {table: kind.item for table, kind in KINDS.items() if kind.item}
"""Table → the field that holds the question under which it was told."""


class GrowthActions(TiedScreen):
    """A screen on which a record of growth is chosen."""

    RECORD = (
        Command("told", "1", N_("Told"), N_("Colleagues were told of it at a meeting: choose the question."),
                footer=False),
        commands.EDIT.but(id="change", help=N_("Change its fields.")),
        commands.DELETE.but(help=N_("Take the record away."), footer=False),
        commands.WORD.but(help=N_("Make the card, the register of courses or the paper of a best practice.")),
    )  # fmt: skip

    @property
    def chosen_record(self) -> tuple[str, Any] | None:
        """Table and values of the record that the keys are about."""
        raise NotImplementedError

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen record, unless another association wrote it."""
        if (chosen := self.chosen_record) is None or chosen[1].association_id != current.association_id():
            return None
        return chosen[0], chosen[1].id

    def tied_text(self) -> str:
        """What names it."""
        return growth_words.title(*chosen) if (chosen := self.chosen_record) else ""

    def tied_owner_ids(self) -> tuple[int, ...]:
        """Whose it is."""
        return (chosen[1].person_id,) if (chosen := self.chosen_record) else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a record is offered only where one is chosen."""
        if action == "told" and self.is_mounted:
            return (chosen := self.chosen_record) is not None and chosen[0] in ITEM_FIELDS
        return self.chosen_record is not None if action in OF_A_RECORD and self.is_mounted else True

    # The record itself

    def action_change(self) -> None:
        """Open its form."""
        if chosen := self.chosen_record:
            self.app.open(FORM, table=chosen[0], row_id=chosen[1].id)

    def action_delete(self) -> None:
        """Ask, then take it away."""
        if chosen := self.chosen_record:
            table, of = chosen
            question = "\n".join((_("Take this record away?"), growth_words.whose(table, of)))
            self.app.open_dialog(ASK, question, then=partial(self._delete, table, of.id))

    def _delete(self, table: str, row_id: int, yes: bool) -> None:
        if yes:
            self.app.save(keeping.remove, table, row_id, then=lambda _none: self.removed())

    def removed(self) -> None:
        """The record is gone."""
        self.app.refresh_screens()

    # Told at a meeting

    def action_told(self) -> None:
        """Ask under which question of which meeting colleagues were told of it."""
        if (chosen := self.chosen_record) and chosen[0] in ITEM_FIELDS:
            field = ITEM_FIELDS[chosen[0]]
            self.ask_item(chosen[0], chosen[1].id, field, getattr(chosen[1], field), self.tied_text())

    def ask_item(self, table: str, row_id: int, field: str, item_id: int | None, text: str) -> None:
        """Offer the questions of meetings to a record or a part of it; the last option takes the link away."""
        found = items.item_offers(current.association_id(), 0, text, item_id, usual=USUAL)
        offers: list[ItemOffer | None] = [*found, *([None] if item_id else [])]
        if not offers:
            self.say(_("No meeting has a question yet: 8 puts it on the next agenda."), error=True)
            return
        options = [offer(each) if each else _("Not told there: take the link away") for each in offers]
        question = _("Under which question were colleagues told? {title}").format(title=text)
        self.app.open_dialog(PICK, question, options, then=partial(self._told, table, row_id, field, offers))

    def _told(self, table: str, row_id: int, field: str, offers: Sequence[ItemOffer | None], at: int | None) -> None:
        if at is not None:
            chosen = offers[at]
            values = {field: chosen.agenda_item_id if chosen else None}
            self.app.save(keeping.change, table, row_id, then=lambda _none: self.app.refresh_screens(), **values)

    # A new one, papers

    def ask_new(self, tables: Sequence[str], person_id: int = 0) -> None:
        """Ask which kind of record; of a course without a person one line is enough."""
        if len(tables) == 1:
            self.open_new(tables[0], person_id)
        elif tables:
            options = [_(growth_words.ONE[table]) for table in tables]
            then = partial(self._kind_chosen, tables, person_id)
            self.app.open_dialog(PICK, _("What is to be noted?"), options, then=then)
        else:
            self.say(_("The school keeps none of these; they are switched on in the settings."), error=True)

    def _kind_chosen(self, tables: Sequence[str], person_id: int, at: int | None) -> None:
        if at is not None:
            self.open_new(tables[at], person_id)

    def open_new(self, table: str, person_id: int) -> None:
        """Open the line of courses, or the form of a new record."""
        if table == "course" and not person_id:
            self.app.open("tui.screens.growth.entry:CourseEntryScreen")
        else:
            self.app.open(FORM, table=table, person_id=person_id)

    def papers(self, person_id: int | None = None) -> None:
        """Offer the papers, first that of what is chosen."""
        chosen = self.chosen_record
        practice = chosen[1].id if chosen and chosen[0] == "practice" else None
        order = (
            ["courses", "best-practice"]
            if person_id is None
            else ["member", "courses", "best-practice", "member-everything"]
        )
        if practice is not None:
            order = ["best-practice", *(each for each in order if each != "best-practice")]
        places.open_papers(self.app, order[0], *order, record_id=practice, person_id=person_id)


def kept_tables() -> list[str]:
    """The kinds of records that the school keeps."""
    off = kept.not_kept(current.association_id())
    return [table for table in OF_PERSON if KINDS[table].kept not in off]
