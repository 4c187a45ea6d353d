"""The rules of a year's marks: the scale, grades without marks, weights, thresholds."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db import calendar
from db.associations import association
from db.errors import Refused
from db.quality import years
from db.quality.years import YearRules
from db.rules.quality import Weights
from tui import clock, current, words
from tui.texts import N_, _
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import ChoiceInput, NumberInput, TextInput

SCALES = (("5", N_("from 5 to 2")), ("10", N_("from 10 to 1")))
LEAST = {"least_five": N_("«5» from"), "least_four": N_("«4» from"), "least_three": N_("«3» from")}
WEIGHTS = {"five": "«5»", "four": "«4»", "three": "«3»", "two": "«2»", "not_assessed": N_("Not assessed")}


class YearRulesForm(CardScreen):
    """Change the rules of a year; the figures follow at once."""

    HELP = N_(
        "How marks are counted in this year; a year without rules of its own has those of the year before. On the "
        "scale of ten the least marks say what counts as «5», «4», «3». The weights are those of the degree of "
        "learning (SOU). A fall above the first threshold calls for attention, above the second it goes onto the "
        "agenda. F2 saves."
    )

    def __init__(self, first_year: int | None = None) -> None:
        super().__init__()
        self._year = first_year or calendar.current_first_year(clock.today())
        self._school_id = association(current.association_id()).school_id
        self._rules = years.rules_of(self._school_id, self._year)
        self.draft_key = f"quality_year:{self._year}"

    def title_text(self) -> str:
        """Of which year."""
        return " · ".join((_("Rules of marks"), words.school_year(self._year)))

    def parts(self) -> Iterable[Widget]:
        """The scale and grades, the weights, the thresholds."""
        of = self._rules
        yield ChoiceInput("scale", N_("Marks"), [(code, _(word)) for code, word in SCALES], str(of.scale))
        yield heading(N_("On the scale of ten: the least mark"))
        for (name, label), value in zip(LEAST.items(), of.least, strict=True):
            yield _number(name, label, value, 10)
        yield heading(N_("Our classes"))
        ungraded = ", ".join(map(str, sorted(of.ungraded)))
        yield TextInput("ungraded", N_("Grades without marks"), ungraded, check=_grades, hint=N_("For example 1, 2, 3"))
        yield _number("last_primary", N_("Last primary grade"), of.last_primary, 12)
        yield heading(N_("Weights of the degree of learning (SOU), percent"))
        for name, label in WEIGHTS.items():
            yield _number(f"weight_{name}", label, getattr(of.weights, name), 100)
        yield heading(N_("Comparing"))
        yield _number("attention", N_("Attention from, p.p."), of.attention, 100)
        yield _number("alarm", N_("To the agenda from, p.p."), of.alarm, 100)
        yield _number("small_class", N_("Says little below, pupils"), of.small_class, 100)

    def submit(self, values: dict[str, Any]) -> None:
        """Save the rules."""
        weights = Weights(**{name: values.pop(f"weight_{name}") for name in WEIGHTS})
        least = tuple(values.pop(name) for name in LEAST)
        values |= {"scale": int(values["scale"]), "least": least, "weights": weights}
        self.save(years.change_rules, self._school_id, self._year, YearRules(**values))


def _number(name: str, label: str, value: int, high: int) -> NumberInput:
    return NumberInput(name, label, str(value), high=high, required=True)


def _grades(text: str) -> frozenset[int]:
    """Grades as typed, «1, 2»; raises Refused `value_not_allowed`."""
    if any(not part.strip().isdecimal() for part in text.replace(";", ",").split(",") if part.strip()):
        raise Refused("value_not_allowed")
    return years.grades(text)
