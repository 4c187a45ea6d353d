"""The register of normative documents: read, entered, changed, replaced by newer ones."""

from __future__ import annotations

import datetime as dt
from typing import Any

from peewee import JOIN, SQL, fn

from db import records
from db.connection import row, rows
from db.errors import Refused
from db.gate import checked, refuse_unknown, required
from db.history import action
from db.meetings.standing import label, standing
from db.models.curriculum import CurriculumChange
from db.models.meetings import AgendaItem, Meeting
from db.models.members import Member
from db.models.norms import KINDS, Norm, NormReading
from db.norms.rows import NormRow
from db.reading import columns
from db.rules import calendar
from db.rules.alphabet import fold_words

PAGE = 200
LONG = ("note",)
FIELDS = frozenset({"kind", "title", "number", "issued_on", "issuer", "study_by", "note", "file_name"})
"""What of a document can be typed over."""


def norms(association_id: int, first_year: int, today: dt.date, after_id: int | None = None) -> list[NormRow]:
    """A year's documents and those of earlier years that are in force, the newest first; 200 after `after_id`."""
    known = (Norm.first_year == first_year) | ((Norm.first_year < first_year) & (Norm.state == "in_force"))
    query = _norms(association_id, today).where(Norm.association == association_id, known)
    if after_id is not None:
        query = query.where(Norm.id < after_id)
    return rows(query.order_by(Norm.id.desc()).limit(PAGE), NormRow)


def norm(norm_id: int, today: dt.date) -> NormRow:
    """One document; raises Refused `record_missing`."""
    association_id = standing(Norm, norm_id)["association"]
    found = row(_norms(association_id, today).where(Norm.id == norm_id), NormRow)
    if found is None:
        raise Refused("record_missing", table="norm")
    return found


def due(association_id: int, today: dt.date) -> list[NormRow]:
    """The documents in force that are still to be studied, by all or by some: by their day, at most 200."""
    asked = Norm.study_by.is_null(False) | Meeting.id.is_null(False) | (SQL("read") > 0)
    query = _norms(association_id, today).where(Norm.association == association_id, Norm.state == "in_force", asked)
    query = query.where(SQL("read") < SQL("members"))
    return rows(query.order_by(Norm.study_by.is_null(), Norm.study_by, Norm.id).limit(PAGE), NormRow)


@action("norm.save")
def save_norm(norm_id: int | None, association_id: int, first_year: int, **fields: Any) -> int:
    """Enter a document in a school year's register, or with an id type over its `FIELDS`; returns its id.

    Raises Refused `required` (title), `text_too_long`, `value_not_allowed` (kind), `study_before_issue`,
    `day_outside_year` (study_by), `norm_known` (title) for one of the same title, number and day.
    """
    refuse_unknown(fields, FIELDS)
    values = checked(Norm, fields, LONG)
    before = standing(Norm, norm_id) if norm_id is not None else None
    if before is None:
        required({"title": "", **values}, "title")
    required(values, "title")
    if values.get("kind", KINDS[0]) not in KINDS:
        raise Refused("value_not_allowed", "kind")
    whole = _whole(before, values, first_year)
    _refuse_days(whole)
    _refuse_known(whole, association_id, norm_id)
    label(whole["title"])
    if norm_id is not None:
        records.change(Norm, norm_id, **values)
        return norm_id
    return records.insert(Norm, association=association_id, first_year=first_year, **values)


@action("norm.replace")
def replace(norm_id: int, by_id: int) -> None:
    """A newer document takes the place of this one.

    Raises Refused `norm_circle` where that one was replaced by it, `record_missing` for another association's.
    """
    of = standing(Norm, norm_id)
    label(of["title"])
    if standing(Norm, by_id)["association"] != of["association"]:
        raise Refused("record_missing", table="norm")
    next_id: int | None = by_id
    while next_id is not None:
        if next_id == norm_id:
            raise Refused("norm_circle")
        next_id = standing(Norm, next_id)["replaced_by"]
    records.change(Norm, norm_id, state="replaced", replaced_by=by_id)


@action("norm.state")
def set_state(norm_id: int, state: str) -> None:
    """Say that a document is in force (again) or void; nothing replaces it then."""
    if state not in ("in_force", "void"):
        raise Refused("value_not_allowed", "state")
    label(standing(Norm, norm_id)["title"])
    records.change(Norm, norm_id, state=state, replaced_by=None)


@action("norm.remove")
def remove_norm(norm_id: int) -> None:
    """Take away a document entered by mistake; what it had replaced is in force again.

    Raises Refused `norm_used` where a change of the curriculum rests on it.
    """
    label(standing(Norm, norm_id)["title"])
    used = CurriculumChange.select().where(CurriculumChange.norm == norm_id, CurriculumChange.deleted_at.is_null())
    if used.exists():
        raise Refused("norm_used")
    older: Any = Norm.select(Norm.id).where(Norm.replaced_by == norm_id, Norm.deleted_at.is_null())
    for (older_id,) in list(older.tuples()):
        records.change(Norm, older_id, state="in_force", replaced_by=None)
    records.remove(Norm, norm_id)


def _norms(association_id: int, today: dt.date) -> Any:
    """Documents with what replaced them, the meeting of their item, and how many members are acquainted."""
    newer = Norm.alias()
    item = fn.COALESCE(AgendaItem.title, "").alias("item_title")
    meeting = (Meeting.id.alias("meeting_id"), Meeting.number.alias("meeting_number"), Meeting.held_on)
    counted = (_readers(association_id, today).alias("read"), _members(association_id, today).alias("members"))
    query = Norm.select(
        *columns(Norm, NormRow), fn.COALESCE(newer.title, "").alias("newer_title"), item, *meeting,
        fn.COALESCE(Meeting.state, "").alias("meeting_state"), *counted,
    )  # fmt: skip
    on_item = (AgendaItem.id == Norm.agenda_item) & AgendaItem.deleted_at.is_null() & (AgendaItem.state != "parked")
    on_meeting = (Meeting.id == AgendaItem.meeting) & Meeting.deleted_at.is_null() & (Meeting.state != "cancelled")
    query = query.join(AgendaItem, JOIN.LEFT_OUTER, on=on_item).join(Meeting, JOIN.LEFT_OUTER, on=on_meeting)
    query = query.join_from(Norm, newer, JOIN.LEFT_OUTER, on=(newer.id == Norm.replaced_by))
    return query.where(Norm.deleted_at.is_null())


def _readers(association_id: int, today: dt.date) -> Any:
    """How many of the members of a day are acquainted with a document."""
    query = NormReading.select(fn.COUNT(NormReading.person.distinct()))
    query = query.join(Member, on=(Member.person == NormReading.person))
    return query.where(NormReading.norm == Norm.id, NormReading.deleted_at.is_null(), _there(association_id, today))


def _members(association_id: int, today: dt.date) -> Any:
    return Member.select(fn.COUNT(Member.person.distinct())).where(_there(association_id, today))


def _there(association_id: int, day: dt.date) -> Any:
    """The condition of being a member on a day."""
    begun = Member.since.is_null() | (Member.since <= day)
    stays = Member.until.is_null() | (Member.until > day)
    return (Member.association == association_id) & Member.deleted_at.is_null() & begun & stays


def _whole(before: dict[str, Any] | None, values: dict[str, Any], first_year: int) -> dict[str, Any]:
    """The document as it will be, with days as dates."""
    blank = {"title": "", "number": "", "issued_on": None, "study_by": None, "first_year": first_year}
    known = dict(before or {})
    days = {name: records.day(known[name]) for name in ("issued_on", "study_by") if name in known}
    return blank | known | days | values


def _refuse_days(whole: dict[str, Any]) -> None:
    """Refuse a day of study before the document's own, and one outside the school year or the one after it."""
    study_by, issued_on = whole["study_by"], whole["issued_on"]
    if study_by is None:
        return
    if issued_on is not None and study_by < issued_on:
        raise Refused("study_before_issue", "study_by")
    if not 0 <= calendar.school_year_of(study_by) - whole["first_year"] <= 1:
        raise Refused("day_outside_year", "study_by")


def _refuse_known(whole: dict[str, Any], association_id: int, norm_id: int | None) -> None:
    """Refuse a document that stands in the register already."""
    issued_on = whole["issued_on"]
    same_day = Norm.issued_on.is_null() if issued_on is None else Norm.issued_on == issued_on
    query: Any = Norm.select(Norm.id, Norm.title, Norm.number)
    query = query.where(Norm.association == association_id, Norm.deleted_at.is_null(), same_day)
    wanted = _named(whole["title"], whole["number"])
    if any(_named(title, number) == wanted for known, title, number in query.tuples() if known != norm_id):
        raise Refused("norm_known", "title")


def _named(title: str, number: str) -> list[str]:
    return [*fold_words(title), "№", *fold_words(number)]
