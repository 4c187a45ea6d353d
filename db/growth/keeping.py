"""Writing how members grow: a record about a person, or a stage or step under one; changed, taken away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from db import records, schools
from db.calendar import KNOWN_YEARS
from db.errors import Refused
from db.gate import checked, refuse_unknown, required
from db.growth.kinds import KINDS, Kind
from db.history import action
from db.meetings.standing import label, next_position, standing
from db.models.growth import Attestation, SelfEducationStage
from db.models.meetings import AgendaItem, Meeting

YEARS = ("first_year", "last_year")


@action("growth.add")
def add(table: str, association_id: int, person_id: int, **fields: Any) -> int:
    """Note a record about a person (`kinds.OF_PERSON`); returns its id. A category given goes onto the person's card.

    Raises Refused `required`, `text_too_long`, `number_too_large`, `ends_before_begins` (the field; values: begins),
    `year_out_of_range`, `own_mentor` (novice_id), `item_parked`, `value_not_allowed`, `record_missing`.
    """
    kind = KINDS[table]
    values = _checked(kind, association_id, dict.fromkeys(kind.required) | fields, {})
    _refuse_own(kind, person_id, values)
    name = schools.person(person_id).name.listed
    label(": ".join(part for part in (name, str(values.get(kind.named) or "")) if part))
    row_id = records.insert(kind.model, association=association_id, **{kind.person: person_id}, **values)
    _tell_card(table, person_id)
    return row_id


@action("growth.add_courses")
def add_courses(association_id: int, person_ids: Sequence[int], **fields: Any) -> list[int]:
    """Note the same course of several people at once; returns the ids in their order. Raises Refused as `add`."""
    made = [add("course", association_id, person_id, **fields).value for person_id in person_ids]
    label(str(fields.get("topic", "")))
    return made


@action("growth.add_part")
def add_part(table: str, above_id: int, **fields: Any) -> int:
    """Note a stage of a topic or a step of a practice; returns its id. Raises Refused as `add`."""
    kind = KINDS[table]
    above = standing(KINDS[kind.under].model, above_id)
    values = _checked(kind, above["association"], dict.fromkeys(kind.required) | fields, {})
    label(above[KINDS[kind.under].named])
    if kind.model is SelfEducationStage:
        values["position"] = next_position(kind.model, kind.model.self_education == above_id)
    return records.insert(kind.model, **{kind.under: above_id}, **values)


@action("growth.change")
def change(table: str, row_id: int, **fields: Any) -> None:
    """Type over fields of a record, a stage or a step (`Kind.fields`); raises Refused as `add`."""
    kind = KINDS[table]
    row = standing(kind.model, row_id)
    values = _checked(kind, _association_of(kind, row), fields, row)
    _name(kind, row)
    if not kind.under:
        _refuse_own(kind, row[kind.person], values)
    records.change(kind.model, row_id, **values)
    if not kind.under:
        _tell_card(table, row[kind.person])


@action("growth.remove")
def remove(table: str, row_id: int) -> None:
    """Take a record away, a topic or practice with its stages or steps; a category on the card stays as it is."""
    kind = KINDS[table]
    row = standing(kind.model, row_id)
    _name(kind, row)
    records.remove(kind.model, row_id)


def _checked(kind: Kind, association_id: int, fields: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """The values as they are kept; `row`: as the engine holds the record that is changed."""
    refuse_unknown(fields, kind.fields)
    values = checked(kind.model, {name.removesuffix("_id"): value for name, value in fields.items()}, kind.long)
    required({f"{name}_id" if f"{name}_id" in fields else name: value for name, value in values.items()},
             *kind.required)  # fmt: skip
    for name in YEARS:
        if (year := values.get(name)) is not None and year not in KNOWN_YEARS:
            raise Refused("year_out_of_range", name)
    for first, last in kind.spans:
        _refuse_order(first, last, {name: _python(row.get(name)) for name in (first, last)} | values)
    if kind.item and values.get(kind.item.removesuffix("_id")):
        _refuse_item(association_id, values[kind.item.removesuffix("_id")])
    return values


def _refuse_order(first: str, last: str, values: dict[str, Any]) -> None:
    begins, ends = values[first], values[last]
    if begins is not None and ends is not None and ends < begins:
        raise Refused("ends_before_begins", last, begins=begins)


def _python(held: Any) -> Any:
    """A stored value as a form hands it in: days as dates."""
    return records.day(held) if isinstance(held, str) else held


def _refuse_item(association_id: int, item_id: int) -> None:
    """Refuse a question that was put off, or that another association discussed."""
    item = standing(AgendaItem, item_id)
    if standing(Meeting, item["meeting"])["association"] != association_id:
        raise Refused("record_missing", table="agenda_item")
    if item["state"] == "parked":
        raise Refused("item_parked")


def _refuse_own(kind: Kind, person_id: int, values: dict[str, Any]) -> None:
    if kind.person == "mentor" and (novice := values.get("novice")) is not None:
        schools.person(novice)
        if novice == person_id:
            raise Refused("own_mentor", "novice_id")


def _association_of(kind: Kind, row: dict[str, Any]) -> int:
    above = standing(KINDS[kind.under].model, row[kind.under]) if kind.under else row
    return int(above["association"])


def _name(kind: Kind, row: dict[str, Any]) -> None:
    """Name the running action by the person and the record, or by what it stands under."""
    above = standing(KINDS[kind.under].model, row[kind.under]) if kind.under else row
    of = KINDS[kind.under] if kind.under else kind
    name = schools.names([above[of.person]])[above[of.person]].listed
    label(": ".join(part for part in (name, str(above[of.named])) if part))


def _tell_card(table: str, person_id: int) -> None:
    """The newest category given is the card's, unless the card names a later year already."""
    if table != "attestation":
        return
    query: Any = Attestation.select(Attestation.category, Attestation.given_on).where(
        Attestation.person == person_id, Attestation.deleted_at.is_null()
    )
    category, given_on = query.order_by(Attestation.given_on.desc(), Attestation.id.desc()).tuples().first()
    known = schools.person(person_id)
    year = given_on.year if isinstance(given_on, dt.date) else None
    if year is None and known.category_year is None and not known.category:
        schools.save_person(person_id, category=category)
    elif year is not None and (known.category_year is None or known.category_year <= year):
        schools.save_person(person_id, category=category, category_year=year)
