"""What speaks against a day and lesson: somebody, a class or a room is taken; nobody is at school; the quarter ends."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from db.rules.alphabet import fold_words
from db.rules.calendar import Holiday, Period, quarter_of
from db.rules.plan_shift import DAYS_OFF, free

LESSON_MINUTES = 45
"""Two beginnings nearer than a lesson are the same time."""
LAST_DAYS = 3
"""So many school days before a quarter ends marks are given, not open lessons; a school may say another number."""
MOST = 6
"""Of one activity so many clashes are told: more say nothing new."""

_ROOM_WORD = re.compile(r"каб|кабинет\w*|болмо\w*|класс\w*|аудитория\w*|room")
_DAY, _SUNDAY = timedelta(days=1), 6


@dataclass(frozen=True, slots=True)
class Booked:
    """What takes people, classes and a room at a time; without a lesson and an hour it takes none.

    `gives` are the teachers of a lesson; `visit`: it is somebody's visit to a lesson that may be entered otherwise too.
    """

    key: Hashable
    day: date
    ends: date | None = None
    lesson: int | None = None
    starts: str = ""
    people: frozenset[int] = frozenset()
    classes: frozenset[str] = frozenset()
    room: str = ""
    gives: frozenset[int] = frozenset()
    visit: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """What is wrong: `teacher`, `class` or `room` with what other one, and which are shared; or a code of the day.

    Codes of a day: `sunday`, `day_off`, `holiday`, `quarter_end` (`shared` is the quarter's number).
    """

    code: str
    other: Hashable = None
    shared: tuple[int | str, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """The school's days: quarters, holidays, and how many last school days of a quarter are kept free."""

    quarters: Sequence[Period]
    holidays: Sequence[Holiday]
    last_days: int = LAST_DAYS


def day_clashes(of: Booked, calendar: Calendar) -> list[Clash]:
    """What is wrong with the days themselves; of several days the first and the last are looked at."""
    days = dict.fromkeys((of.day, of.ends or of.day))
    found = [clash for day in days for clash in _day_clashes(day, calendar)]
    return list(dict.fromkeys(found))


def clashes_with(of: Booked, others: Iterable[Booked]) -> list[Clash]:
    """What of one activity is taken by others at the same time, at most `MOST`; itself is passed over."""
    found: list[Clash] = []
    for other in others:
        if len(found) >= MOST:
            break
        if other.key != of.key and same_time(of, other) and not same_lesson(of, other):
            found += _shared(of, other)
    return found[:MOST]


def all_clashes(booked: Sequence[Booked]) -> dict[Hashable, list[Clash]]:
    """What is taken twice among many; only those that share a day and a person, a class or a room are compared."""
    near: dict[Hashable, list[int]] = defaultdict(list)
    for at, each in enumerate(booked):
        for mark in _marks(each):
            near[mark].append(at)
    found: dict[Hashable, list[Clash]] = {}
    for each in booked:
        others = sorted({at for mark in _marks(each) for at in near[mark]})
        if clashes := clashes_with(each, (booked[at] for at in others)):
            found[each.key] = clashes
    return found


def same_time(one: Booked, other: Booked) -> bool:
    """Whether two are at the same time, as far as is known: by hours where both have one, else by lessons."""
    if one.day != other.day or one.ends or other.ends:
        return False
    if one.starts and other.starts:
        return abs(_minutes(one.starts) - _minutes(other.starts)) < LESSON_MINUTES
    return one.lesson is not None and one.lesson == other.lesson


def same_lesson(one: Booked, other: Booked) -> bool:
    """Whether one is a visit to the very lesson that the other is: the same teacher in the same class."""
    same_class = one.classes == other.classes or not one.classes or not other.classes
    return (one.visit or other.visit) and bool(one.gives) and one.gives == other.gives and same_class


def _day_clashes(day: date, calendar: Calendar) -> Iterator[Clash]:
    if day.weekday() == _SUNDAY:
        yield Clash("sunday")
    elif (day.month, day.day) in DAYS_OFF:
        yield Clash("day_off")
    elif free(day, calendar.holidays) or quarter_of(day, calendar.quarters) is None:
        yield Clash("holiday")
    else:
        yield from _quarter_end(day, calendar)


def _quarter_end(day: date, calendar: Calendar) -> Iterator[Clash]:
    """Whether at most `last_days` school days of the quarter are left, this one counted."""
    quarter = next(each for each in calendar.quarters if each.begins <= day <= each.ends)
    left = 0
    for step in range((quarter.ends - day).days + 1):
        left += not free(day + _DAY * step, calendar.holidays)
        if left > calendar.last_days:
            return
    yield Clash("quarter_end", None, (quarter.number,))


def _shared(of: Booked, other: Booked) -> Iterator[Clash]:
    if people := of.people & other.people:
        yield Clash("teacher", other.key, tuple(sorted(people)))
    if classes := of.classes & other.classes:
        yield Clash("class", other.key, tuple(sorted(classes)))
    if of.room and of.room == other.room:
        yield Clash("room", other.key, (of.room,))


def room_key(typed: str) -> str:
    """A room as it is compared: «№ 12 кабинет», «12-каб.» and «12» are one."""
    return " ".join(word for word in fold_words(typed) if not _ROOM_WORD.fullmatch(word))


def _marks(of: Booked) -> Iterator[Hashable]:
    """What two have to share to be compared at all."""
    if of.ends or (of.lesson is None and not of.starts):
        return
    yield from ((of.day, "person", each) for each in of.people)
    yield from ((of.day, "class", each) for each in of.classes)
    if of.room:
        yield of.day, "room", of.room


def _minutes(hour: str) -> int:
    """Minutes since midnight of «14:10»."""
    return int(hour[:2]) * 60 + int(hour[3:5])
