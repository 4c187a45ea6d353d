"""The register of a new year proposed as lines to be looked through: from the members' cards, or from last year's."""

from __future__ import annotations

import re

from db.curriculum.plans import key_of, plans
from db.members import members
from db.rules.curriculum_scope import GRADES, is_class
from db.rules.names import class_name


def from_cards(association_id: int, first_year: int) -> list[str]:
    """A line for every subject and class of the members' cards that is not in the register yet, without hours."""
    known = _known(association_id, first_year)
    return [
        f"{each.name.listed} {class_} {subject}"
        for each in members(association_id)
        for class_ in map(class_name, _parts(each.classes))
        for subject in _parts(each.subjects)
        if is_class(class_) and key_of(each.person_id, subject, class_) not in known
    ]


def from_last_year(association_id: int, first_year: int) -> list[str]:
    """Last year's plans of those who are members still, each class a grade higher, with their hours a week."""
    known = _known(association_id, first_year)
    there = {each.person_id for each in members(association_id)}
    found = []
    for each in plans(association_id, first_year - 1):
        class_ = _raised(each.class_name)
        if each.person_id in there and class_ and key_of(each.person_id, each.subject, class_) not in known:
            year = f"/{each.hours_year}" if each.hours_year else ""
            hours = f"{each.hours_week}{year}" if each.hours_week else ""
            found.append(f"{each.name.listed} {class_} {each.subject} {hours}".strip())
    return found


def _known(association_id: int, first_year: int) -> set[tuple[int, str, str]]:
    return {key_of(each.person_id, each.subject, each.class_name) for each in plans(association_id, first_year)}


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]+", text) if part.strip()]


def _raised(class_: str) -> str:
    """The same class a year later; empty for one that has left the school."""
    grade, dash, letter = class_.partition("-")
    return f"{int(grade) + 1}{dash}{letter}" if grade.isdigit() and int(grade) + 1 in GRADES else ""
