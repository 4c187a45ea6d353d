"""One criterion: its name, how it counts, its points in one line, which records propose them."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from textual import on
from textual.widget import Widget

from db.evaluations import criteria, criteria_editing, criteria_steps
from db.evaluations.criteria_rows import CriterionRow
from db.rules import scoring
from db.rules.points import shown
from tui import criteria_words
from tui.texts import N_, _
from tui.widgets.card import CardScreen, heading
from tui.widgets.choice import Choice
from tui.widgets.fields import ChoiceInput, NumberInput, TextInput
from tui.widgets.shown import Shown

LARGEST = 1000
"""Points that a criterion may give: more is a slip of the finger."""


class CriterionForm(CardScreen):
    """Change a criterion of a draft, or add one."""

    HELP = N_(
        "A name in one language is enough. «At most» is the cap in points. Steps are typed in one line, what for and "
        "how many points: 60 10; 45 7; 30 4 – for a figure, school 3; district 5 – for records of a kind. What the "
        "records propose is chosen with ← →; the line below says what is counted. F2 saves."
    )

    def __init__(self, section_id: int, criterion_id: int | None = None) -> None:
        super().__init__()
        self._section_id = section_id
        self._of: CriterionRow | None = criteria.criterion(criterion_id) if criterion_id else None
        self.draft_key = f"criterion:{criterion_id or f'new:{section_id}'}"

    def title_text(self) -> str:
        """New, or which one."""
        return " · ".join((_("Criterion"), criteria_words.title(self._of) if self._of else _("new")))

    def parts(self) -> Iterable[Widget]:
        """The name, the points, what proposes them, what stands on the paper."""
        of = self._of
        yield TextInput("ky", N_("Kyrgyz"), of.ky if of else "")
        yield TextInput("ru", N_("Russian"), of.ru if of else "")
        source = of.source if of else ""
        sources = [(code, _(word)) for code, word in criteria_words.SOURCES.items()]
        yield ChoiceInput("source", N_("Proposed from"), sources, source)
        yield Shown(criteria_words.counted(source), id="counted", classes="below")
        rules = [(code, _(word)) for code, word in criteria_words.RULES.items()]
        yield ChoiceInput("rule", N_("Counts"), rules, of.rule if of else "level")
        yield NumberInput("most", N_("At most"), shown(of.most) if of else "", low=0, high=LARGEST, decimal=True)
        steps = criteria_steps.line(of.steps, of.source, criteria_words.side()) if of else ""
        example = N_("What for and how many points: 60 10; 45 7; 30 4")
        yield TextInput("steps", N_("Points of the steps"), steps, hint=example)
        scopes = [(code, _(word)) for code, word in criteria_words.SCOPES.items()]
        yield ChoiceInput("scope", N_("For whom"), scopes, of.scope if of else "all")
        yield _yes_no("needs_proof", N_("Proof"), N_("not needed"), N_("needed"), bool(of and of.needs_proof))
        applies = bool(of and of.may_not_apply)
        yield _yes_no("may_not_apply", N_("Applies"), N_("to everyone"), N_("may not apply"), applies)
        yield heading(N_("On paper"))
        for name, label in (
            ("indicator_ky", N_("Looked at, ky")), ("indicator_ru", N_("Looked at, ru")),
            ("proof_ky", N_("Proof, ky")), ("proof_ru", N_("Proof, ru")),
        ):  # fmt: skip
            yield TextInput(name, label, getattr(of, name) if of else "")

    @on(Choice.Chosen)
    def _source_chosen(self, event: Choice.Chosen) -> None:
        """Say what the chosen records count; a rule that cannot count them gives way."""
        if event.choice is not self.field("source").input:
            return
        self.query_one("#counted", Shown).show(criteria_words.counted(event.value))
        rule = self.field("rule")
        if not scoring.fits(rule.raw, event.value):
            rule.raw = "level" if event.value in scoring.BY_LEVEL else "item"

    def submit(self, values: dict[str, Any]) -> None:
        """Read the steps, then save."""
        typed, most = values.pop("steps"), values.pop("most") or Decimal(0)
        values |= {name: values[name] == "yes" for name in ("needs_proof", "may_not_apply")}
        known = self._of.id if self._of else None
        self.save(criteria_editing.save_typed, known, self._section_id, typed, most=int(most * 10), **values)


def _yes_no(name: str, label: str, no: str, yes: str, value: bool) -> ChoiceInput:
    return ChoiceInput(name, label, [("no", _(no)), ("yes", _(yes))], "yes" if value else "no")
