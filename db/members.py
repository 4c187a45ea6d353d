"""The members of an association: a person's time in it, the list, the card, and lists pasted line by line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from peewee import fn

from db import appointments, records
from db.appointments import AppointmentRow
from db.associations import association
from db.connection import row, rows
from db.errors import Refused
from db.history import action, subject
from db.models.members import Member
from db.models.schools import Person
from db.reading import columns
from db.rules import alphabet
from db.rules.names import MemberLine, Name, parse_member
from db.rules.text import MAX_LINE, clean
from db.schools import PersonRow, people, person, save_person


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member in the list, with the roles held now (leader, secretary).

    `until` is the first day outside the association; None for those who stay.
    """

    id: int
    uid: str
    association_id: int
    person_id: int
    since: dt.date | None
    until: dt.date | None
    surname: str
    given: str
    patronymic: str
    short_form: str
    subjects: str
    classes: str
    category: str
    load_hours: int | None
    roles: tuple[str, ...] = ()

    @property
    def name(self) -> Name:
        """The member's name."""
        return Name(self.surname, self.given, self.patronymic, self.short_form)


@dataclass(frozen=True, slots=True)
class MemberCard:
    """All that is known about a member."""

    member: MemberRow
    person: PersonRow
    appointments: tuple[AppointmentRow, ...]


@dataclass(frozen=True, slots=True)
class LineResult:
    """What became of one line of a list: added, joined (known at the school), completed (a member's classes were not
    known yet), duplicate, or a code of what is wrong.

    `removed` counts the invisible characters that were taken out of the line.
    """

    number: int
    text: str
    outcome: str
    member_id: int | None = None
    removed: int = 0


def members(association_id: int, on: dt.date | None = None, include_left: bool = False) -> list[MemberRow]:
    """The members in Kyrgyz order: on a day, or without one those who have not left."""
    query = _members().where(Member.association == association_id)
    if not include_left:
        query = query.where(_there(on))
    found = rows(query.order_by(Person.sort_key, Member.id), MemberRow)
    return _with_roles(association_id, found)


def member(member_id: int) -> MemberCard:
    """A member's card; raises Refused `record_missing`."""
    found = row(_members().where(Member.id == member_id), MemberRow)
    if found is None:
        raise Refused("record_missing", table="member")
    roles = [each for role in ("leader", "secretary") for each in _held(found, role)]
    return MemberCard(_with_roles(found.association_id, [found])[0], person(found.person_id), tuple(roles))


def member_count(association_id: int, on: dt.date | None = None) -> int:
    """How many members there are on a day, or as things stand."""
    query = Member.select(fn.COUNT(Member.person.distinct())).where(Member.association == association_id, _there(on))
    return int(query.where(Member.deleted_at.is_null()).scalar())


@action("member.add_lines")
def add_members(association_id: int, lines: Sequence[str], since: dt.date | None = None) -> list[LineResult]:
    """Add a member for every line «surname given patronymic 4-А»; empty lines are passed over.

    Someone of that full name who is a member already is a `duplicate`, not a second row.
    """
    roll = Roll(association_id, since)
    return [_add_line(roll, number, line) for number, line in enumerate(lines, 1) if line.strip()]


@action("member.save")
def save_member(
    member_id: int | None, association_id: int | None = None, since: dt.date | None = None, **fields: Any
) -> int:
    """Change a member's card, or with None add a member; `fields` are those of the person. Returns the member's id.

    Raises Refused `required` without surname or given name; `already_member` (values: member_id).
    """
    if member_id is not None:
        return _change_member(member_id, since, fields)
    if association_id is None:
        raise Refused("required", "association_id")
    roll = Roll(association_id, since)
    full_name = Name(*(str(fields.get(part, "")) for part in ("surname", "given", "patronymic"))).full
    subject(full_name)
    known = roll.member_named(full_name)
    if known is not None:
        raise Refused("already_member", "surname", member_id=known)
    return roll.add(full_name, fields)[1]


@action("member.leave")
def leave(member_id: int, on: dt.date) -> None:
    """Note the first day on which someone no longer belongs to the association; roles end with it."""
    card = member(member_id)
    if card.member.since is not None and on < card.member.since:
        raise Refused("until_before_since", "until", since=card.member.since)
    subject(card.person.name.listed)
    records.change(Member, member_id, until=on)
    for each in card.appointments:
        if each.until is None:
            appointments.end(each.id, on)


@action("member.remove")
def remove(member_id: int) -> None:
    """Take away a member added by mistake; the person stays known at the school. Raises Refused `member_has_role`."""
    found = member(member_id).member
    if found.roles:
        raise Refused("member_has_role")
    subject(found.name.listed)
    records.remove(Member, member_id)


class Roll:
    """Who is at the school and in the association by folded full name, read once for a whole list of new members."""

    def __init__(self, association_id: int, since: dt.date | None) -> None:
        self._association_id = association_id
        self._since = since
        self.school_id = association(association_id).school_id
        known = people(self.school_id)
        self._people = {alphabet.fold(each.name.full): each.id for each in known}
        self._without_classes = {each.id for each in known if not each.classes}
        self._members = {each.person_id: each.id for each in members(association_id)}

    def person_named(self, full_name: str) -> int | None:
        """The person of that full name."""
        return self._people.get(alphabet.fold(full_name))

    def member_named(self, full_name: str) -> int | None:
        """The member of that full name."""
        person_id = self.person_named(full_name)
        return None if person_id is None else self._members.get(person_id)

    def complete(self, full_name: str, classes: str) -> bool:
        """Note the classes of someone whose classes were not known; False if there is nothing to note."""
        person_id = self._people[alphabet.fold(full_name)]
        if not classes or person_id not in self._without_classes:
            return False
        save_person(person_id, classes=classes)
        self._without_classes.discard(person_id)
        return True

    def add(self, full_name: str, fields: dict[str, Any]) -> tuple[str, int]:
        """Make a member of someone: `joined` when the school knows the person already, else `added`."""
        key = alphabet.fold(full_name)
        person_id = self._people.get(key)
        outcome = "added" if person_id is None else "joined"
        school = {"school_id": self.school_id} if person_id is None else {}
        given = {name: value for name, value in fields.items() if value or person_id is None}
        person_id = save_person(person_id, **school, **given).value
        member_id = records.insert(Member, association=self._association_id, person=person_id, since=self._since)
        self._people[key] = person_id
        self._members[person_id] = member_id
        return outcome, member_id


def line_fields(line: MemberLine) -> dict[str, str]:
    """A read line as fields of a person."""
    name = line.name
    return {"surname": name.surname, "given": name.given, "patronymic": name.patronymic, "classes": line.classes}


def _add_line(roll: Roll, number: int, line: str) -> LineResult:
    cleaned = clean(line, multiline=False)
    read = parse_member(cleaned.text)
    outcome, member_id = _line_outcome(roll, read, cleaned.text)
    return LineResult(number, cleaned.text.strip(), outcome, member_id, cleaned.removed)


def _line_outcome(roll: Roll, read: MemberLine, text: str) -> tuple[str, int | None]:
    if len(text) > MAX_LINE:
        return "text_too_long", None
    if not read.name.surname:
        return "surname_missing", None
    if not read.name.given:
        return "given_missing", None
    known = roll.member_named(read.name.full)
    if known is None:
        return roll.add(read.name.full, line_fields(read))
    return "completed" if roll.complete(read.name.full, read.classes) else "duplicate", known


def _change_member(member_id: int, since: dt.date | None, fields: dict[str, Any]) -> int:
    """Change the person and, where given, the first day."""
    found = member(member_id).member
    subject(found.name.listed)
    save_person(found.person_id, **fields)
    if since is not None:
        records.change(Member, member_id, since=since)
    return member_id


def _held(found: MemberRow, role: str) -> list[AppointmentRow]:
    return [each for each in appointments.appointments(found.association_id, role) if each.person_id == found.person_id]


def _with_roles(association_id: int, found: list[MemberRow]) -> list[MemberRow]:
    roles: dict[int, tuple[str, ...]] = {}
    for each in appointments.holders(association_id):
        roles[each.person_id] = (*roles.get(each.person_id, ()), each.role)
    return [replace(each, roles=roles.get(each.person_id, ())) for each in found]


def _there(on: dt.date | None) -> Any:
    """The condition of being a member on a day."""
    if on is None:
        return Member.until.is_null()
    begun = Member.since.is_null() | (Member.since <= on)
    return begun & (Member.until.is_null() | (Member.until > on))


def _members() -> Any:
    names = (Person.surname, Person.given, Person.patronymic, Person.short_form)
    work = (Person.subjects, Person.classes, Person.category, Person.load_hours)
    query = Member.select(*columns(Member, MemberRow), *names, *work).join(Person)
    return query.where(Member.deleted_at.is_null())
