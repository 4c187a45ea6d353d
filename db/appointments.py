"""Who leads an association and who keeps its protocols: by election or by order, with the history of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from db import records
from db.connection import row, rows
from db.gate import checked
from db.history import action, subject
from db.models.meetings import Appointment
from db.models.schools import Person
from db.reading import columns
from db.rules.names import Name


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """One time in a role: from `since` until the day before `until`; None where that is not known or not over."""

    id: int
    association_id: int
    person_id: int
    role: str
    manner: str
    agenda_item_id: int | None
    order_number: str
    order_date: dt.date | None
    since: dt.date | None
    until: dt.date | None
    surname: str
    given: str
    patronymic: str
    short_form: str

    @property
    def name(self) -> Name:
        """Who it is."""
        return Name(self.surname, self.given, self.patronymic, self.short_form)


def appointments(association_id: int, role: str) -> list[AppointmentRow]:
    """The history of a role, the newest first."""
    query = _appointments(association_id).where(Appointment.role == role)
    return rows(query.order_by(Appointment.since.desc(), Appointment.id.desc()), AppointmentRow)


def leader(association_id: int, on: dt.date | None = None) -> AppointmentRow | None:
    """Who leads on a day; without one, who leads as things stand."""
    return _holder(association_id, "leader", on)


def secretary(association_id: int, on: dt.date | None = None) -> AppointmentRow | None:
    """Who keeps the protocols on a day; without one, who does as things stand."""
    return _holder(association_id, "secretary", on)


def holders(association_id: int) -> list[AppointmentRow]:
    """Everyone in a role as things stand."""
    return rows(_appointments(association_id).where(Appointment.until.is_null()), AppointmentRow)


@action("appointment.appoint")
def appoint(
    association_id: int,
    role: str,
    person_id: int,
    manner: str = "appointed",
    since: dt.date | None = None,
    order_number: str = "",
    order_date: dt.date | None = None,
    agenda_item_id: int | None = None,
) -> int:
    """Give a person a role from a day on (today, if none); whoever had it then ceases that day. Returns the id.

    A day before that of a later appointment writes history: the new one then ends where the later one begins.
    """
    since = since or dt.date.today()
    subject(role)
    known = appointments(association_id, role)
    for each in known:
        _close(each, since)
    later = [each.since for each in known if each.since is not None and each.since > since]
    values = checked(Appointment, {"manner": manner, "order_number": order_number, "order_date": order_date})
    return records.insert(
        Appointment, association=association_id, role=role, person=person_id, since=since,
        until=min(later, default=None), agenda_item=agenda_item_id, **values,
    )  # fmt: skip


def end(appointment_id: int, on: dt.date) -> None:
    """End an appointment with nobody following, inside an action."""
    records.change(Appointment, appointment_id, until=on)


def _close(each: AppointmentRow, on: dt.date) -> None:
    """End an appointment that would overlap one beginning on this day; one that began the same day never held."""
    if each.since == on:
        records.remove(Appointment, each.id)
    elif (each.since is None or each.since < on) and (each.until is None or each.until > on):
        records.change(Appointment, each.id, until=on)


def _holder(association_id: int, role: str, on: dt.date | None) -> AppointmentRow | None:
    query = _appointments(association_id).where(Appointment.role == role)
    if on is None:
        query = query.where(Appointment.until.is_null())
    else:
        begun = Appointment.since.is_null() | (Appointment.since <= on)
        query = query.where(begun, Appointment.until.is_null() | (Appointment.until > on))
    return row(query.order_by(Appointment.since.desc(), Appointment.id.desc()), AppointmentRow)


def _appointments(association_id: int) -> Any:
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    query = Appointment.select(*columns(Appointment, AppointmentRow), *names).join(Person)
    return query.where(Appointment.association == association_id, Appointment.deleted_at.is_null())
