"""Which kinds of records the school keeps: what is switched off disappears from areas, folder and home."""

from collections.abc import Iterable
from typing import Any

from textual import on
from textual.widget import Widget

from db import kept
from tui import current
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

TITLES = {
    "observations": N_("Lesson analyses"),
    "visits": N_("Mutual visits"),
    "extracurricular": N_("Extracurricular work, subject weeks"),
    "studies": N_("Studies of teaching"),
    "norms": N_("Normative documents"),
    "acquaintance": N_("Acquaintance with normative documents"),
    "curriculum": N_("Curriculum, calendar plans"),
    "quality": N_("Quality of knowledge"),
    "tests": N_("Tests"),
    "staffing": N_("Staffing"),
    "notes": N_("Notes of the journal"),
    "remarks": N_("Remarks"),
    "courses": N_("Courses"),
    "attestation": N_("Attestation"),
    "self_education": N_("Self-education"),
    "practice": N_("Best practice"),
    "mentoring": N_("Mentoring"),
    "awards": N_("Awards"),
    "methodical_work": N_("Methodical work"),
    "evaluations": N_("Evaluation of teachers"),
    "rewards": N_("Reward proposals"),
}
"""Kind → its name, in the order in which they stand."""


class KeptScreen(BirikmeScreen):
    """Space switches a kind on or off."""

    COMMANDS = (
        Command("turn", "space", N_("Mark"), N_("Keep these records, or not; what is there stays."), ("enter",)),
    )
    HELP = N_(
        "A school keeps only what it needs (order 1097/2020). Space switches a kind off: its area, its papers in the "
        "folder and its lines on the home screen disappear. The records stay and come back when it is switched on."
    )

    def title_text(self) -> str:
        """What is chosen here."""
        return _("Records that are kept")

    def body(self) -> Iterable[Widget]:
        """The kinds, and what switching means."""
        yield PageList(Column(width=3), Column(), id="kinds")
        yield Shown(_("Space – switch on or off. What is switched off is hidden, its records stay."), classes="below")

    def fill(self) -> None:
        """Read what is switched off."""
        off = kept.not_kept(current.association_id())
        kinds = self.query_one("#kinds", PageList)
        kinds.set_rows(
            Row(kind, ("[ ]" if kind in off else "[x]", _(title)), "dim" if kind in off else "")
            for kind, title in TITLES.items()
        )
        kinds.focus()

    @on(PageList.Opened)
    def action_turn(self, _event: Any = None) -> None:
        """Switch the chosen kind."""
        kind = self.query_one("#kinds", PageList).key
        if isinstance(kind, str):
            off = kind in kept.not_kept(current.association_id())
            self.app.save(
                kept.keep, current.association_id(), kind, on=off, then=lambda _none: self.app.refresh_screens()
            )


def summary() -> str:
    """What is switched off, in a line."""
    off = kept.not_kept(current.association_id())
    if not off:
        return _("everything")
    return _("not kept: {kinds}").format(
        kinds=", ".join(_(title).lower() for kind, title in TITLES.items() if kind in off)
    )
