"""The classes of a school as far as they are known, so that one that does not exist is seen while it is typed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from db.events.rows import split_classes
from db.models import events as model
from db.models.control_tests import ControlTest
from db.models.schools import Person
from db.rules.alphabet import sort_key
from db.rules.names import class_name

_ONE_CLASS = re.compile(r"\d{1,2}(?:-[^\W\d_])?")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A class that nobody teaches and nothing was entered for this year, with the one that is most like it or ""."""

    class_name: str
    nearest: str


def known_classes(first_year: int) -> tuple[str, ...]:
    """The classes of the school's people and those of the year's activities and control works, in order."""
    texts: list[str] = []
    for query in _queries(first_year):
        texts += [str(text) for line in query.tuples() for text in line]
    named = {class_name(each) for text in texts for each in split_classes(text)}
    return tuple(sorted(named, key=_order))


def doubts(classes: str, known: Iterable[str]) -> tuple[Doubt, ...]:
    """Those of some typed classes that are not known; none where no class is known at all.

    «4» is all classes of the fourth year; words («башталгыч класстар») are no class that could be missing.
    """
    there = list(known)
    grades = {each.split("-")[0] for each in there}
    wanted = [class_name(each) for each in split_classes(classes)]
    missing = [each for each in wanted if _ONE_CLASS.fullmatch(each) and each not in there and each not in grades]
    return tuple(Doubt(each, _nearest(each, there)) for each in missing if there)


def _queries(first_year: int) -> tuple[Any, ...]:
    held = model.Activity
    return (
        Person.select(Person.classes, Person.class_teacher_of).where(Person.deleted_at.is_null()),
        held.select(held.classes).where(held.first_year == first_year, held.state == "held", held.deleted_at.is_null()),
        ControlTest.select(ControlTest.class_name).where(
            ControlTest.first_year == first_year, ControlTest.state == "held", ControlTest.deleted_at.is_null()
        ),
    )


def _nearest(wanted: str, known: list[str]) -> str:
    """A class of the same year before one of another."""
    same = [each for each in known if each.split("-")[0] == wanted.split("-")[0]]
    near = same[:1] or difflib.get_close_matches(wanted, known, 1)
    return near[0] if near else ""


def _order(of: str) -> tuple[int, str]:
    grade = of.split("-")[0]
    return (int(grade) if grade.isdecimal() else 99, sort_key(of))
