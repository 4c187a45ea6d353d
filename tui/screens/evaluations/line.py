"""One criterion of a sheet: what it asks, its figures, its proofs; a proof leads to its record."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget

from db.errors import Refused
from db.evaluations import periods, points, reading
from db.evaluations.elsewhere import Elsewhere, elsewhere
from db.evaluations.rows import Line, Sheet
from db.reading import id_of
from tui import commands, evaluation_words, places
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.typed_task import filled
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown

PROMPT = "tui.widgets.dialogs:Prompt"


class LineScreen(BirikmeScreen):
    """The proofs of a criterion."""

    COMMANDS = (
        commands.OPEN.but(help=N_("Open the record that proves it.")),
        commands.NEW.but(title=N_("Proof"), help=N_("Write a proof: what was done, the day, the document's number.")),
        commands.DELETE.but(help=N_("Take the proof away.")),
    )
    HELP = N_(
        "What speaks for the points of a criterion. Enter opens the record; F7 writes a proof in words, F8 takes one "
        "away. A record counts once on a sheet. What was proposed, given and why stands above."
    )

    def __init__(self, sheet_id: int, criterion_id: int) -> None:
        super().__init__()
        self._sheet_id, self._criterion_id = sheet_id, criterion_id
        self._of: Sheet | None = None
        self._line: Line | None = None
        self._giving = True

    def title_text(self) -> str:
        """Whose line."""
        who = self._of.row.name.listed if self._of else ""
        return " · ".join(part for part in (who, evaluation_words.criterion(self._line) if self._line else "") if part)

    def body(self) -> Iterable[Widget]:
        """The facts, the proofs."""
        yield Shown(id="facts")
        columns = (Column(N_("Proof")), Column(N_("Points"), width=7, right=True))
        yield PageList(*columns, empty=N_("No proof yet. F7 writes one."), id="proofs")

    def on_mount(self) -> None:
        """The proofs have the keys."""
        super().on_mount()
        self.query_one("#proofs", PageList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After the announcement proofs stay as they are."""
        return self._giving if action in ("new", "delete") else super().check_action(action, parameters)

    def fill(self) -> None:
        """Read the line; one that is gone closes the screen."""
        try:
            self._of = reading.sheet(self._sheet_id)
        except Refused:
            self.call_later(self.app.back)
            return
        period = periods.evaluation(self._of.row.evaluation_id)
        self._giving = period.giving
        self._line = self._of.line(self._criterion_id)
        proofs = self._line.proofs if self._line else ()
        cells = [(each.id, (each.text, "" if each.points is None else evaluation_words.points(each.points)))
                 for each in proofs]  # fmt: skip
        self.query_one("#proofs", PageList).set_rows(Row(key, shown) for key, shown in cells)
        told = {} if period.locked else elsewhere(period, self._of)
        said = facts(self._line, told.get(self._criterion_id, ())) if self._line else ""
        self.query_one("#facts", Shown).show(said)

    @on(PageList.Opened, "#proofs")
    def action_open(self) -> None:
        """Open the record of the chosen proof; words have none."""
        proof = next((each for each in (self._line.proofs if self._line else ()) if each.id == self._key), None)
        if proof is None:
            return
        if not proof.source_table:
            self.say(_("This proof was written in words: it has no record."))
            return
        try:
            places.open_record(self.app, proof.source_table, id_of(proof.source_table, proof.source_uid))
        except Refused:
            self.app.explain("record_missing")

    @property
    def _key(self) -> object:
        return self.query_one("#proofs", PageList).key

    def action_new(self) -> None:
        """Ask for a proof in words."""
        self.app.open_dialog(PROMPT, _("Proof: what was done, the day, the number"), "", filled, then=self._proof)

    def _proof(self, text: str | None) -> None:
        if text is not None:
            self.app.save(points.add_proof, self._sheet_id, self._criterion_id, text, then=lambda _id: self.refill())

    def action_delete(self) -> None:
        """Ask, then take the proof away."""
        if isinstance(self._key, int):
            question = _("Take this proof away?")
            self.app.open_dialog("tui.widgets.dialogs:Ask", question, then=partial(self._delete, self._key))

    def _delete(self, proof_id: int, yes: bool) -> None:
        if yes:
            self.app.save(points.remove_proof, proof_id, then=lambda _none: self.refill())


def facts(of: Line, told: Iterable[Elsewhere]) -> str:
    """What is looked at, what may prove it, the figures, the reason, what another criterion counts."""
    side, point, shown = evaluation_words.side(), of.point, evaluation_words.points
    proof = of.asked.proof_ru if side == "ru" else of.asked.proof_ky
    figures = [
        (_("most {points}"), of.asked.bounds[0] or of.asked.bounds[1]), (_("proposed {points}"), point.proposed),
        (_("own {points}"), point.self_points), (_("association {points}"), point.association_points),
        (_("commission {points}"), point.commission_points), (_("after the appeal {points}"), of.appealed),
    ]  # fmt: skip
    given = " · ".join(said.format(points=shown(each)) for said, each in figures if each is not None)
    lines = [
        of.asked.indicator(side), _("Proved by: {proof}").format(proof=proof) if proof else "", given,
        _("Does not apply to her.") if point.not_applicable else "",
        _("Reason: {reason}").format(reason=point.reason) if point.reason else "",
        evaluation_words.counted_elsewhere(told),
    ]  # fmt: skip
    return "\n".join(" ".join(line.split()) for line in lines if line)
