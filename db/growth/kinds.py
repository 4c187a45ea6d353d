"""The kinds of records that tell how a member grows: which fields, what is needed, what must follow what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db.models.growth import (
    Attestation,
    Award,
    Course,
    Mentoring,
    MethodicalWork,
    Practice,
    PracticeStep,
    SelfEducation,
    SelfEducationStage,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a form may hand in for a record; `kept` is its kind among `db.kept.KINDS`."""

    model: Any
    kept: str
    fields: frozenset[str]
    required: tuple[str, ...]
    named: str
    """The field that names a record beside its person."""
    long: tuple[str, ...] = ()
    spans: tuple[tuple[str, str], ...] = ()
    """Pairs of fields of which the second is not before the first."""
    item: str = ""
    """The field that holds a meeting's question."""
    person: str = "person"
    under: str = ""
    """The field of the record that this one stands under, in place of a person."""


KINDS: dict[str, Kind] = {
    "course": Kind(
        Course,
        "courses",
        frozenset({"provider", "project", "topic", "form", "hours", "begins", "ends", "certificate", "certified_on",
                   "shared_item_id", "note"}),
        ("topic",),
        "topic",
        ("note",),
        (("begins", "ends"),),
        "shared_item_id",
    ),
    "attestation": Kind(
        Attestation,
        "attestation",
        frozenset({"category", "given_on", "order_number", "valid_until", "note"}),
        ("category",),
        "order_number",
        ("note",),
        (("given_on", "valid_until"),),
    ),
    "self_education": Kind(
        SelfEducation,
        "self_education",
        frozenset({"topic", "first_year", "last_year", "report_form", "result"}),
        ("topic", "first_year"),
        "topic",
        ("result",),
        (("first_year", "last_year"),),
    ),
    "self_education_stage": Kind(
        SelfEducationStage,
        "self_education",
        frozenset({"text", "deadline", "done_on", "agenda_item_id"}),
        ("text",),
        "text",
        item="agenda_item_id",
        under="self_education",
    ),
    "practice": Kind(
        Practice,
        "practice",
        frozenset({"topic", "essence", "grounds", "result", "materials"}),
        ("topic",),
        "topic",
        ("essence", "grounds", "result", "materials"),
    ),
    "practice_step": Kind(
        PracticeStep,
        "practice",
        frozenset({"stage", "done_on", "level", "place", "agenda_item_id", "note"}),
        ("stage",),
        "place",
        ("note",),
        item="agenda_item_id",
        under="practice",
    ),
    "mentoring": Kind(
        Mentoring,
        "mentoring",
        frozenset({"novice_id", "begins", "ends", "plan", "result"}),
        ("novice_id",),
        "plan",
        ("plan", "result"),
        (("begins", "ends"),),
        person="mentor",
    ),
    "award": Kind(
        Award,
        "awards",
        frozenset({"title", "level", "year", "awarded_on", "order_number", "note"}),
        ("title",),
        "title",
        ("note",),
    ),
    "methodical_work": Kind(
        MethodicalWork,
        "methodical_work",
        frozenset({"kind", "title", "level", "held_on", "place", "note"}),
        ("title",),
        "title",
        ("note",),
    ),
}  # fmt: skip
"""Table → its kind, in the order in which a member's growth is told."""

OF_PERSON = tuple(table for table, kind in KINDS.items() if not kind.under)
"""The tables whose records are about a person; the others stand under one of these."""
