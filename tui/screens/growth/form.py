"""The forms of growth: a record of any kind, and a stage or a step under one."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual.widget import Widget

from db import calendar
from db.associations import association
from db.growth import keeping, reading
from tui import clock, current, growth_words, typed, words
from tui.event_words import LEVELS
from tui.person_words import CATEGORIES
from tui.texts import N_, _
from tui.typed_person import one_of_school, one_person
from tui.widgets.card import CardScreen
from tui.widgets.fields import ChoiceInput, DateInput, FormField, NumberInput, TextInput

PERSON = N_("A surname or a few of its letters")
_GIVEN = {code: word for code, word in CATEGORIES.items() if code != "none"}


@dataclass(frozen=True, slots=True)
class Spec:
    """A field: `sort` is text, long, day, past, number, year, choice or person."""

    name: str
    label: str
    sort: str = "text"
    required: bool = False
    choices: dict[str, str] | None = None
    hint: str = ""


_LEVEL = Spec("level", N_("Level"), "choice", choices=LEVELS)
_NOTE = Spec("note", N_("Note"), "long")

FIELDS: dict[str, tuple[Spec, ...]] = {
    "course": (
        Spec("topic", N_("Topic"), required=True),
        Spec("provider", N_("Provider"), hint=N_("Who gives the course")),
        Spec("project", N_("Project"), hint=N_("The project's name, if it is one's")),
        Spec("form", N_("Form"), "choice", choices=growth_words.FORMS),
        Spec("hours", N_("Hours in all"), "number"),
        Spec("begins", N_("First day"), "past"),
        Spec("ends", N_("Last day"), "past"),
        Spec("certificate", N_("Certificate №")),
        Spec("certified_on", N_("Certificate of"), "past"),
        _NOTE,
    ),
    "attestation": (
        Spec("category", N_("Category"), "choice", choices=_GIVEN),
        Spec("given_on", N_("Given on"), "past"),
        Spec("order_number", N_("Order №")),
        Spec("valid_until", N_("Valid until"), "past", hint=N_("It is warned of 12, 6 and 3 months ahead")),
        _NOTE,
    ),
    "self_education": (
        Spec("topic", N_("Topic"), required=True),
        Spec("first_year", N_("From the school year"), "year", required=True, hint=N_("The year in which it begins")),
        Spec("last_year", N_("To the school year"), "year", hint=N_("Empty: it goes on")),
        Spec("report_form", N_("Form of report"), hint=N_("For example a report at a meeting")),
        Spec("result", N_("Result of the work"), "long"),
    ),
    "self_education_stage": (
        Spec("text", N_("Stage"), required=True),
        Spec("deadline", N_("By when"), "past"),
        Spec("done_on", N_("Done on"), "past"),
    ),
    "practice": (
        Spec("topic", N_("Topic"), required=True),
        Spec("essence", N_("Essence"), "long"),
        Spec("grounds", N_("Grounds"), "long"),
        Spec("result", N_("Result in figures"), "long", hint=N_("For example quality 48 → 63 %")),
        Spec("materials", N_("Materials"), "long"),
    ),
    "practice_step": (
        Spec("stage", N_("Stage"), "choice", choices=growth_words.STAGES),
        Spec("done_on", N_("Done on"), "past"),
        _LEVEL,
        Spec("place", N_("Where it was"), hint=N_("Where it was shown or told")),
        _NOTE,
    ),
    "mentoring": (
        Spec("novice_id", N_("Young teacher"), "person", required=True),
        Spec("begins", N_("First day"), "past"),
        Spec("ends", N_("Last day"), "past"),
        Spec("plan", N_("Plan"), "long"),
        Spec("result", N_("Result of the work"), "long"),
    ),
    "award": (
        Spec("title", N_("Award"), required=True),
        _LEVEL,
        Spec("year", N_("Year"), "number", hint=N_("Where only the year is known")),
        Spec("awarded_on", N_("Given on"), "past"),
        Spec("order_number", N_("Order №")),
        _NOTE,
    ),
    "methodical_work": (
        Spec("kind", N_("Kind"), "choice", choices=growth_words.WORKS),
        Spec("title", N_("Name of the work"), required=True),
        _LEVEL,
        Spec("held_on", N_("Day"), "past"),
        Spec("place", N_("Where it was"), hint=N_("Where it was read, held or printed")),
        _NOTE,
    ),
}
"""Table → its fields in the order in which they are typed."""


class RecordForm(CardScreen):
    """A record of growth; without `row_id` a new one, of `person_id` if it is known whose."""

    HELP = N_(
        "What is known of it; only the first field is needed, the rest can follow. F2 saves, Esc keeps what you typed "
        "as a draft."
    )

    def __init__(self, table: str, row_id: int = 0, person_id: int = 0, **known: Any) -> None:
        """`known`: values that a new record begins with."""
        super().__init__()
        self._table, self._row_id, self._person_id = table, row_id, person_id
        self._of = reading.record(table, row_id) if row_id else None
        self._begin = known
        self.draft_key = f"{table}:{row_id or f'new:{person_id}'}"

    def title_text(self) -> str:
        """Whose record of which kind."""
        return " · ".join(filter(None, (_(growth_words.ONE[self._table]), self._whose())))

    def _whose(self) -> str:
        if self._of is not None:
            return self._of.name.listed
        return dict(_people()).get(self._person_id, "")

    def parts(self) -> Iterable[Widget]:
        """Whose, where that is not known yet, then the fields."""
        if not self._row_id and not self._person_id:
            if self._table == "mentoring":
                yield _colleague_field("person_id", N_("Mentor of the pair"), {})
            else:
                yield _member_field()
        begin = {"first_year": calendar.current_first_year(clock.today())} | self._begin
        yield from (_field(spec, self._of, begin) for spec in FIELDS[self._table])

    def submit(self, values: dict[str, Any]) -> None:
        """Save the fields."""
        if self._row_id:
            self.save(keeping.change, self._table, self._row_id, **values)
        else:
            person_id = values.pop("person_id", None) or self._person_id
            self.save(keeping.add, self._table, current.association_id(), person_id, **values)


class PartForm(CardScreen):
    """A stage of self-education or a step of best practice; without `row_id` a new one under `above_id`."""

    HELP = N_("A stage or a step: what, by when, done when, at which level. F2 saves, Esc keeps what you typed.")

    def __init__(self, table: str, above_id: int, row_id: int = 0, of: Any = None, stage: str = "") -> None:
        """`of`: the one that is changed; `stage`: the stage that a new step begins with."""
        super().__init__()
        self._table, self._above_id, self._row_id, self._of = table, above_id, row_id, of
        self._stage = stage
        self.draft_key = f"{table}:{row_id or f'new:{above_id}'}"

    def title_text(self) -> str:
        """New or changed."""
        return _("Stage") if self._row_id else _("A new stage")

    def parts(self) -> Iterable[Widget]:
        """Its fields; a new step is one that was done today."""
        begin = {"stage": self._stage, "done_on": clock.today()} if self._table == "practice_step" else {}
        yield from (_field(spec, self._of, begin) for spec in FIELDS[self._table])

    def submit(self, values: dict[str, Any]) -> None:
        """Save the fields."""
        if self._row_id:
            self.save(keeping.change, self._table, self._row_id, **values)
        else:
            self.save(keeping.add_part, self._table, self._above_id, **values)


def _field(spec: Spec, of: Any, begin: dict[str, Any]) -> FormField:
    """The field of a form with what is known."""
    value = getattr(of, spec.name) if of is not None else begin.get(spec.name)
    more: dict[str, Any] = {"required": spec.required, "hint": spec.hint}
    if spec.sort == "choice":
        options = [(code, _(word)) for code, word in (spec.choices or {}).items()]
        return ChoiceInput(spec.name, spec.label, options, str(value or ""))
    if spec.sort == "past":
        return DateInput(spec.name, spec.label, words.day(value), parse=typed.past_day, **more)
    if spec.sort in ("number", "year"):
        low, high = (calendar.KNOWN_YEARS[0], calendar.KNOWN_YEARS[-1]) if spec.sort == "year" else (1, 9999)
        shown = "" if value is None else str(value)
        return NumberInput(spec.name, spec.label, shown, low=low, high=high, **more)
    if spec.sort == "person":
        known = {of.novice_id: of.novice.listed} if of is not None else {}
        return _colleague_field(spec.name, spec.label, known)
    return TextInput(spec.name, spec.label, str(value or ""), long=spec.sort == "long", **more)


def _member_field() -> TextInput:
    check = partial(one_person, association_id=current.association_id(), known={})
    return TextInput("person_id", N_("Teacher"), required=True, check=check, hint=PERSON)


def _colleague_field(name: str, label: str, known: dict[int, str]) -> TextInput:
    """Anyone at the school: a mentor need not be of this association."""
    school_id = association(current.association_id()).school_id
    check = partial(one_of_school, school_id=school_id, known=known)
    return TextInput(name, label, next(iter(known.values()), ""), required=True, check=check, hint=PERSON)


def _people() -> list[tuple[int, str]]:
    from db import members

    found = members.members(current.association_id(), include_left=True)
    return [(each.person_id, each.name.listed) for each in found]
