"""Studying a document at a meeting, and who has become acquainted with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from db import records
from db.connection import rows
from db.errors import Refused
from db.history import action
from db.meetings import items
from db.meetings.items import ItemOffer
from db.meetings.overview import HELD
from db.meetings.sheet import meeting, sheet
from db.meetings.standing import label, standing
from db.members import members
from db.models.meetings import AgendaItem
from db.models.norms import Norm, NormReading
from db.models.schools import Person
from db.norms.register import norm
from db.norms.rows import NormRow, Reader
from db.reading import columns
from db.rules import norm_study, quorum

USUAL = "нормативдик ченемдик нормативных"
"""Words of the usual questions under which documents are studied."""


def readers(norm_id: int, today: dt.date) -> list[Reader]:
    """Today's members in Kyrgyz order, each with whether and why; then those who have left and had read it."""
    of = norm(norm_id, today)
    there = _there(of) if of.studied_on else {}
    read = {each.person_id: each for each in _read(norm_id)}
    found = []
    for each in members(of.association_id, today):
        known = read.pop(each.person_id, None)
        read_on = known.read_on if known else None
        why = norm_study.why(read_on, of.studied_on, each.since, there.get(each.person_id))
        name = (each.surname, each.given, each.patronymic, each.short_form)
        found.append(Reader(each.person_id, *name, each.subjects, each.classes, read_on, why, True, each.roles))
    return found + [
        Reader(each.person_id, each.surname, each.given, each.patronymic, each.short_form, each.subjects, each.classes,
               each.read_on, "read", False)
        for each in read.values()
    ]  # fmt: skip


def item_offers(norm_id: int, today: dt.date) -> list[ItemOffer]:
    """Questions under which a document could be studied, the likeliest first (`items.item_offers`)."""
    of = norm(norm_id, today)
    return items.item_offers(of.association_id, of.first_year, of.title, of.agenda_item_id, usual=USUAL)


@action("norm.study")
def study(norm_id: int, agenda_item_id: int) -> int:
    """Put a document under a meeting's item; where that meeting was begun, all who were there are acquainted.

    Returns how many were marked. A day on which somebody became acquainted before stays. Raises Refused
    `item_parked`, `record_missing`, also for another association's item.
    """
    of, item = standing(Norm, norm_id), standing(AgendaItem, agenda_item_id)
    label(of["title"])
    held = meeting(item["meeting"])
    if held.association_id != of["association"]:
        raise Refused("record_missing", table="agenda_item")
    if item["state"] == "parked":
        raise Refused("item_parked")
    records.change(Norm, norm_id, agenda_item=agenda_item_id)
    if held.state not in HELD or held.held_on is None:
        return 0
    present = _present(held.id, agenda_item_id)
    return _mark(norm_id, (person_id for person_id, there in present.items() if there), held.held_on)


@action("norm.unstudy")
def take_back_study(norm_id: int, today: dt.date) -> None:
    """It was not studied under that item: the link goes, and with it what was marked for that meeting's day."""
    of = norm(norm_id, today)
    label(of.title)
    if of.studied_on is not None:
        for each in _read(norm_id):
            if each.read_on == of.studied_on:
                records.remove(NormReading, each.id)
    records.change(Norm, norm_id, agenda_item=None)


@action("norm.read")
def mark_read(norm_id: int, person_ids: Iterable[int], on: dt.date) -> int:
    """These people became acquainted with a document on a day; who is marked already gets that day.

    Returns how many rows were written. Raises Refused `read_before_issue` (read_on).
    """
    of = standing(Norm, norm_id)
    label(of["title"])
    if of["issued_on"] and on < dt.date.fromisoformat(of["issued_on"]):
        raise Refused("read_before_issue", "read_on")
    return _mark(norm_id, person_ids, on, again=True)


@action("norm.unread")
def mark_unread(norm_id: int, person_ids: Iterable[int]) -> None:
    """These people are not acquainted with it after all."""
    label(standing(Norm, norm_id)["title"])
    known = {each.person_id: each.id for each in _read(norm_id)}
    for person_id in person_ids:
        if person_id in known:
            records.remove(NormReading, known[person_id])


@dataclass(frozen=True, slots=True)
class _Read:
    """A row about a person, taken away or not: there is never a second one."""

    id: int
    person_id: int
    read_on: dt.date
    deleted_at: str | None
    surname: str = ""
    given: str = ""
    patronymic: str = ""
    short_form: str = ""
    subjects: str = ""
    classes: str = ""


def _read(norm_id: int, *, also_removed: bool = False) -> list[_Read]:
    of_person = (
        Person.surname, Person.given, Person.patronymic, Person.short_form, Person.subjects, Person.classes
    )  # fmt: skip
    query = NormReading.select(*columns(NormReading, _Read), *of_person).join(Person)
    query = query.where(NormReading.norm == norm_id)
    if not also_removed:
        query = query.where(NormReading.deleted_at.is_null())
    return rows(query.order_by(Person.sort_key, Person.id), _Read)


def _mark(norm_id: int, person_ids: Iterable[int], on: dt.date, *, again: bool = False) -> int:
    known = {each.person_id: each for each in _read(norm_id, also_removed=True)}
    written = 0
    for person_id in dict.fromkeys(person_ids):
        row = known.get(person_id)
        if row is None:
            records.insert(NormReading, norm=norm_id, person=person_id, read_on=on)
        elif row.deleted_at or again:
            records.change(NormReading, row.id, read_on=on, deleted_at=None)
        else:
            continue
        written += 1
    return written


def _there(of: NormRow) -> dict[int, bool]:
    if of.meeting_id is None or of.agenda_item_id is None:
        return {}
    return _present(of.meeting_id, of.agenda_item_id)


def _present(meeting_id: int, agenda_item_id: int) -> dict[int, bool]:
    """Whether each expected member was there when an item was heard."""
    of = sheet(meeting_id)
    number = next((item.number for item in of.items if item.row.id == agenda_item_id), 0)
    heard = {each.person_id for each in quorum.voters(of.attendance, number)}
    return {each.person_id: each.person_id in heard for each in of.attendance}
