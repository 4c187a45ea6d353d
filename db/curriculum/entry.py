"""Calendar plans typed or pasted one a line: «Асанова 4А математика 5/170»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from db import records
from db.curriculum.plans import hours_week, hours_year, key_of, plans
from db.curriculum.rows import PlanRow
from db.errors import Refused
from db.history import action
from db.meetings.standing import label
from db.members import MemberRow, members
from db.models.curriculum import CalendarPlan
from db.rules.curriculum_scope import is_class
from db.rules.names import class_name
from db.rules.people import People, find
from db.rules.text import MAX_LINE, plain

_LIST_NUMBER = re.compile(r"^\s*(?:№\s*)?\d{1,3}\s*[.)]\s+")
_CLASS = re.compile(
    r"(?<![\w.,/])(\d{1,2}\s?[-–—]?\s?[«\"„“]?[А-ЯӨҮҢа-яөүң](?![\w])[»\"”“]?)(?:[-\s]*(?:класс|кл)\w*\.?)?"
)
_GRADE = re.compile(r"(?<![\w.,/])(\d{1,2})(?:\s*-?\s*(?:класс|кл)\w*\.?|(?=\s))")
_HOURS = re.compile(
    r"(?<![\w/])(\d{1,3}(?:[.,]\d{1,2})?)(?:\s*[/\\|]\s*|\s+)(\d{1,4})(?:\s*(?:саат|сааты|с|ч|час\w*)\.?)?\s*$"
)
_WEEK = re.compile(r"(?<![\w/])(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:саат|сааты|с|ч|час\w*)?\.?\s*$")
_LONGEST_NAME = 4
"""Words of a name: «Качкынбай кызы Н. А.»."""


@dataclass(frozen=True, slots=True)
class Line:
    """How one line is read, or in `problem` why it cannot be taken over.

    Problems: teacher_missing, teacher_unknown, teacher_unclear (several fit), teacher_left, class_missing,
    class_unknown, subject_missing, hours_week_unclear, hours_year_unclear, text_too_long. `outcome` is `new` or
    `known` (stands in the register or above already); `said` are the letters that the problem is about.
    """

    number: int
    text: str
    person_id: int | None = None
    subject: str = ""
    classes: tuple[str, ...] = ()
    hours_week: str = ""
    hours_year: int | None = None
    problem: str = ""
    said: str = ""
    outcome: str = "new"


@dataclass(frozen=True, slots=True)
class Register:
    """What lines are read against: today's members, those who left, the plans that are known."""

    people: People
    left: People
    known: frozenset[tuple[int, str, str]]


def register(association_id: int, first_year: int) -> Register:
    """Read it once for a whole list."""
    all_members = members(association_id, include_left=True)
    there = {each.person_id for each in all_members if each.until is None}
    known = frozenset(key_of(*_key(each)) for each in plans(association_id, first_year))
    gone = [each for each in all_members if each.person_id not in there]
    return Register(_people([each for each in all_members if each.until is None]), _people(gone), known)


def read_lines(text: str, against: Register, memory: dict[str, Line] | None = None) -> list[Line]:
    """Read every line that is not empty; a plan that stands above already is `known`.

    `memory` keeps what each line says, for a text that is read again after every key.
    """
    found: list[Line] = []
    seen, memory = set(against.known), {} if memory is None else memory
    for number, typed in enumerate(text.splitlines(), 1):
        if not typed.strip():
            continue
        if typed not in memory:
            memory[typed] = read_line(number, typed, against)
        line = replace(memory[typed], number=number)
        keys = {key_of(line.person_id, line.subject, each) for each in line.classes} if line.person_id else set()
        if not line.problem and keys <= seen:
            line = replace(line, outcome="known")
        seen |= keys if not line.problem else set()
        found.append(line)
    return found


def read_line(number: int, typed: str, against: Register) -> Line:
    """Read one line: hours at its end, classes anywhere, then the teacher and the subject."""
    text = " ".join(plain(typed, multiline=False).split())
    line = Line(number, text)
    if len(text) > MAX_LINE:
        return replace(line, problem="text_too_long")
    rest = _LIST_NUMBER.sub("", text)
    week, year, rest = _take_hours(rest)
    classes, rest = _take_classes(rest, has_hours=bool(week))
    if not classes and week and not year:  # the one number was the class: «Асанова 4 математика»
        classes, rest, week = *_take_classes(f"{rest} {week} ", has_hours=False), ""
    words = rest.replace(",", " ").replace(";", " ").split()
    return _understood(line, words, classes, week, year, against)


@action("calendar_plan.add_lines")
def add_lines(association_id: int, first_year: int, text: str) -> list[Line]:
    """Enter a plan for every clear line, one for each class; what is known already is not doubled.

    Returns all lines; those with a problem were left out.
    """
    lines = read_lines(text, against := register(association_id, first_year))
    seen = set(against.known)
    for line in lines:
        for class_ in line.classes if not line.problem and line.person_id else ():
            key = key_of(line.person_id or 0, line.subject, class_)
            if key in seen:
                continue
            seen.add(key)
            label(f"{line.subject}, {class_}")
            records.insert(
                CalendarPlan, association=association_id, first_year=first_year, person=line.person_id,
                subject=line.subject, class_name=class_, hours_week=line.hours_week, hours_year=line.hours_year,
            )  # fmt: skip
    return lines


def _key(of: PlanRow) -> tuple[int, str, str]:
    return of.person_id, of.subject, of.class_name


def _people(found: Sequence[MemberRow]) -> People:
    return [(each.person_id, each.name) for each in found]


def _take_hours(text: str) -> tuple[str, str, str]:
    """Hours a week and a year at the end of a line, as typed, and the line without them."""
    if found := _HOURS.search(text):
        return found[1], found[2], text[: found.start()]
    if found := _WEEK.search(text):
        return found[1], "", text[: found.start()]
    return "", "", text


def _take_classes(text: str, *, has_hours: bool) -> tuple[tuple[str, ...], str]:
    """The classes that a line names, «4-А» or without a letter «4», and the line without them."""
    for pattern in (_CLASS, _GRADE):
        found = [class_name(match[1].strip()) for match in pattern.finditer(text + " ")]
        if found:
            return tuple(dict.fromkeys(found)), " ".join(pattern.sub(" ", text + " ").split())
    return (), text


def _understood(
    line: Line, words: list[str], classes: tuple[str, ...], week: str, year: str, against: Register
) -> Line:
    ids, size = _teacher(words, against.people)
    subject = " ".join(words[size:])
    line = replace(line, classes=classes, subject=subject[:1].upper() + subject[1:])
    if len(ids) != 1:
        problem, said = _no_teacher(words, ids, against)
        return replace(line, problem=problem, said=said)
    line = replace(line, person_id=ids[0])
    if not classes or not all(is_class(each) for each in classes):
        said = next((each for each in classes if not is_class(each)), "")
        return replace(line, problem="class_unknown" if said else "class_missing", said=said)
    if not subject:
        return replace(line, problem="subject_missing")
    try:
        return replace(line, hours_week=hours_week(week), hours_year=hours_year(int(year) if year else None))
    except Refused as error:
        return replace(line, problem=error.code, said=year if error.code == "hours_year_unclear" else week)


def _teacher(words: list[str], people: People) -> tuple[tuple[int, ...], int]:
    """Who the first words name, and how many words that are; the longest name that fits one person."""
    several: tuple[tuple[int, ...], int] = ((), 0)
    for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
        if not any(letter.isalpha() for letter in words[size - 1]):  # signs alone are no part of a name
            continue
        ids = find(" ".join(words[:size]).lstrip("!@"), people)
        if len(ids) == 1:
            return ids, size
        if ids:
            several = ids, size
    return several


def _no_teacher(words: list[str], ids: tuple[int, ...], against: Register) -> tuple[str, str]:
    """Why the first words name nobody, and the letters that this is about."""
    if not words:
        return "teacher_missing", ""
    if ids:
        names = dict(against.people)
        return "teacher_unclear", ", ".join(names[each].listed for each in ids)
    gone, _size = _teacher(words, against.left)
    names = dict(against.left)
    if gone:
        return "teacher_left", names[gone[0]].listed
    return "teacher_unknown", words[0].lstrip("!@")
