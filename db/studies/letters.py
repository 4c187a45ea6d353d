"""Free letters of the association."""

from __future__ import annotations

from typing import Any

from db import calendar, records
from db.associations import association
from db.connection import rows
from db.gate import checked, required
from db.history import action
from db.meetings.standing import label, standing
from db.models.studies import Letter
from db.reading import columns
from db.studies.rows import LetterRow

PAGE = 200


def letters(association_id: int, first_year: int) -> list[LetterRow]:
    """The letters of a school year, the newest first, at most 200."""
    query = Letter.select(*columns(Letter, LetterRow)).where(
        Letter.association == association_id, Letter.first_year == first_year, Letter.deleted_at.is_null()
    )
    return rows(query.order_by(Letter.written_on.desc(), Letter.id.desc()).limit(PAGE), LetterRow)


def letter(letter_id: int) -> LetterRow:
    """One letter; raises Refused `record_missing`."""
    standing(Letter, letter_id)
    return rows(Letter.select(*columns(Letter, LetterRow)).where(Letter.id == letter_id), LetterRow)[0]


def next_number(association_id: int, first_year: int) -> str:
    """The number after the greatest of the year that is a plain number."""
    taken = [int(each.number) for each in letters(association_id, first_year) if _plain(each.number)]
    return str(max(taken, default=0) + 1)


@action("letter.save")
def save_letter(letter_id: int | None, association_id: int, first_year: int, **fields: Any) -> int:
    """Change a letter, or with None write one; returns its id. A letter belongs to the school year of its day.

    Raises Refused `required` (title, body), `text_too_long`, `record_missing`.
    """
    association(association_id)
    values = checked(Letter, fields, ("body", "addressee"))
    required(values, "title", "body")
    day = values.get("written_on")
    year = first_year if day is None else calendar.current_first_year(day)
    if letter_id is None:
        required({"title": "", "body": ""} | values, "title", "body")
        label(values["title"])
        return records.insert(Letter, association=association_id, first_year=year, **values)
    label(values.get("title") or standing(Letter, letter_id)["title"])
    standing(Letter, letter_id)
    records.change(Letter, letter_id, first_year=year, **values)
    return letter_id


@action("letter.remove")
def remove_letter(letter_id: int) -> None:
    """Take a letter away."""
    label(standing(Letter, letter_id)["title"])
    records.remove(Letter, letter_id)


def _plain(number: str) -> bool:
    return number.isascii() and number.isdecimal() and len(number) < 9
