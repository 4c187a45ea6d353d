"""The form of a normative document."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db.norms import register
from tui import clock, current, norm_words, typed, words
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import ChoiceInput, DateInput, TextInput


class NormForm(CardScreen):
    """Enter a document, or change one."""

    HELP = N_(
        "Only the title is needed. With a day by which it is to be studied it stands on the home screen until all "
        "members are acquainted with it. F2 saves, Esc keeps what you typed."
    )

    def __init__(self, first_year: int, norm_id: int | None = None) -> None:
        """`first_year`: the school year in whose register a new one stands."""
        super().__init__()
        self._year, self._row_id = first_year, norm_id
        self._of = register.norm(norm_id, clock.today()) if norm_id else None
        self.draft_key = f"norm:{norm_id or 'new'}"

    def title_text(self) -> str:
        """New, or which one."""
        return " · ".join((_("Normative documents"), self._of.title if self._of else _("new document")))

    def parts(self) -> Iterable[Widget]:
        """What it is, then by when it is to be studied."""
        of = self._of
        yield TextInput("title", N_("Title of the document"), of.title if of else "", required=True)
        kinds = [(code, _(word)) for code, word in norm_words.KINDS.items()]
        yield ChoiceInput("kind", N_("Kind"), kinds, of.kind if of else "order")
        yield TextInput("number", N_("Number"), of.number if of else "")
        yield DateInput("issued_on", N_("Day of the document"), words.day(of.issued_on if of else None),
                        parse=typed.past_day)  # fmt: skip
        yield TextInput("issuer", N_("Issued by"), of.issuer if of else "", hint=N_("For example the ministry"))
        yield DateInput("study_by", N_("To study by"), words.day(of.study_by if of else None), parse=typed.meeting_day,
                        hint=N_("Until which day the association studies it; empty: it need not"))  # fmt: skip
        yield TextInput("note", N_("Note"), of.note if of else "", long=True)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        self.save(register.save_norm, self._row_id, current.association_id(), self._year, **values)
