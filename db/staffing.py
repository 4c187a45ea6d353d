"""Staffing: hours and classes without a teacher, since when and why, who fills in, to whom it was reported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from peewee import fn

from db import records
from db.connection import row, rows
from db.errors import Refused
from db.gate import checked, refuse_unknown, required
from db.history import action
from db.meetings.standing import LABEL, change_fields, label, standing
from db.models.schools import Person
from db.models.staffing import Vacancy
from db.reading import columns
from db.records import Stored
from db.rules.names import Name

FIELDS = frozenset(
    {
        *("subject", "classes", "hours", "since", "reason", "filled_by_id", "filled_how", "filled_since"),
        *("reported_to", "reported_on", "closed_on", "note"),
    }
)
"""What of a vacancy can be typed over."""

LONG = ("reason", "note")
MOST = 200
_NAME = ("surname", "given", "patronymic", "short_form")
LATER = ("filled_since", "reported_on", "closed_on")
"""Days that cannot be before the first one without a teacher."""


@dataclass(frozen=True, slots=True)
class VacancyRow:
    """Hours without a teacher. `hours` are lessons a week; who fills in is a person, or told in `filled_how`."""

    id: int
    association_id: int
    subject: str
    classes: str
    hours: int | None
    since: dt.date
    reason: str
    filled_by_id: int | None
    filled_how: str
    filled_since: dt.date | None
    reported_to: str
    reported_on: dt.date | None
    closed_on: dt.date | None
    note: str
    surname: str
    given: str
    patronymic: str
    short_form: str

    @property
    def filler(self) -> Name | None:
        """Who of the school fills in."""
        return Name(self.surname, self.given, self.patronymic, self.short_form) if self.filled_by_id else None

    @property
    def filled(self) -> bool:
        """Whether somebody fills in."""
        return bool(self.filled_by_id or self.filled_how)

    def days(self, today: dt.date) -> int:
        """How many days it was open, the last one the day before it was closed; 0 on its first day."""
        return max(((self.closed_on or today) - self.since).days, 0)


def vacancies(association_id: int, first_year: int | None = None) -> list[VacancyRow]:
    """The open ones, the oldest first, then the closed ones, the newest first; at most 200.

    With a school year those that were open on a day of it.
    """
    query = _vacancies().where(Vacancy.association == association_id)
    if first_year is not None:
        first, last = dt.date(first_year, 8, 1), dt.date(first_year + 1, 7, 31)
        query = query.where(Vacancy.since <= last, Vacancy.closed_on.is_null() | (Vacancy.closed_on >= first))
    order = (Vacancy.closed_on.is_null(False), Vacancy.closed_on.desc(), Vacancy.since, Vacancy.id)
    return rows(query.order_by(*order).limit(MOST), VacancyRow)


def vacancy(vacancy_id: int) -> VacancyRow:
    """One vacancy; raises Refused `record_missing`."""
    found = row(_vacancies().where(Vacancy.id == vacancy_id), VacancyRow)
    if found is None:
        raise Refused("record_missing", table="vacancy")
    return found


@action("vacancy.add")
def add_vacancy(association_id: int, since: dt.date, **fields: Any) -> int:
    """Note hours without a teacher (`FIELDS`); returns its id.

    Raises Refused `required` (subject), `day_before_since` (the field; values: since), `record_missing` (filled_by_id),
    `text_too_long`, `number_too_large`.
    """
    values = _checked(fields | {"since": since})
    required({"subject": values.get("subject", "")}, "subject")
    _refuse_earlier(values)
    label(values["subject"])
    named = {name.removesuffix("_id"): value for name, value in values.items()}
    return records.insert(Vacancy, association=association_id, **named)


@action("vacancy.change")
def change_vacancy(vacancy_id: int, **fields: Any) -> None:
    """Type over fields of a vacancy (`FIELDS`); without `closed_on` it is open. Raises Refused as `add_vacancy`."""
    before = standing(Vacancy, vacancy_id)
    values = _checked(fields)
    required(values, "subject", "since")
    _refuse_earlier(_days(before) | values)
    label(f"{before['subject']} {before['classes']}".strip()[:LABEL])
    change_fields(Vacancy, vacancy_id, values, FIELDS)


@action("vacancy.remove")
def remove_vacancy(vacancy_id: int) -> None:
    """Take away a vacancy that was entered by mistake."""
    label(standing(Vacancy, vacancy_id)["subject"])
    records.remove(Vacancy, vacancy_id)


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    refuse_unknown(fields, FIELDS)
    person_id = fields.get("filled_by_id")
    if person_id is not None:
        try:
            standing(Person, person_id)
        except Refused as error:
            raise Refused("record_missing", "filled_by_id", table="person") from error
    named = {name.removesuffix("_id"): value for name, value in fields.items()}
    known = checked(Vacancy, named, LONG)
    return {"filled_by_id" if name == "filled_by" else name: value for name, value in known.items()}


def _days(before: Stored) -> dict[str, Any]:
    """The days of a row as the engine holds them, as dates."""
    return {name: records.day(before[name]) for name in ("since", *LATER)}


def _refuse_earlier(values: dict[str, Any]) -> None:
    for name in LATER:
        if values.get(name) and values[name] < values["since"]:
            raise Refused("day_before_since", name, since=values["since"])


def _vacancies() -> Any:
    names = [fn.COALESCE(getattr(Person, part), "").alias(part) for part in _NAME]
    query = Vacancy.select(*columns(Vacancy, VacancyRow), *names).left_outer_join(Person)
    return query.where(Vacancy.deleted_at.is_null())
