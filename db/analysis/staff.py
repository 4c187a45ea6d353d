"""Sections 1 and 3: the association and who works in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from db import associations, schools
from db.analysis.rows import Coded, Fact, Line, Part, Scope, Table, Value, of_table, table
from db.members import MemberRow, members
from db.rules.quality import share
from db.schools import PersonRow

BANDS = ((0, 3), (4, 10), (11, 20), (21, 100))
"""Years of teaching that are counted together; up to the first bound somebody is a young teacher."""
CATEGORIES = ("highest", "first", "second", "none", "")


def general(of: Scope) -> Part:
    """Section 1: how many members there are, who came and who left."""
    there, everyone = members(of.association_id, of.until), members(of.association_id, include_left=True)
    begins, ends = of.bounds
    came = [each for each in everyone if each.since and begins < each.since <= ends]
    left = [each for each in everyone if each.until and begins < each.until <= ends]
    facts = [Fact("members", {"count": len(there)}, of_table("member", there))]
    if came or left:
        values: dict[str, Value] = {"came": len(came), "left": len(left)}
        facts.append(Fact("moved", values, of_table("member", [*came, *left])))
    return Part(1, tuple(facts))


def staff(of: Scope) -> Part:
    """Section 3: education, years of teaching, category; what is not known stands apart."""
    there = members(of.association_id, of.until)
    known = {each.id: each for each in schools.people(associations.association(of.association_id).school_id)}
    people = [(each, known[each.person_id]) for each in there]
    served = [person.service_teaching for _member, person in people if person.service_teaching is not None]
    facts = [Fact("staff", {"count": len(people)}, of_table("member", there))]
    if served:
        young = [member for member, person in people if _young(person)]
        mean = Fraction(sum(served), len(served))
        facts.append(Fact("service", {"years_mean": mean, "known": len(served)}, of_table("member", there)))
        facts.append(Fact("young", {"count": len(young), "years": BANDS[0][1]}, of_table("member", young)))
    return Part(3, tuple(facts), (*_categories(people), *_service(people), *_education(people)) if people else ())


def young(of: Scope) -> list[MemberRow]:
    """The members who have taught for three years at most."""
    known = {each.id: each for each in schools.people(associations.association(of.association_id).school_id)}
    return [each for each in members(of.association_id, of.until) if _young(known[each.person_id])]


def _young(person: PersonRow) -> bool:
    return person.service_teaching is not None and person.service_teaching <= BANDS[0][1]


People = Sequence[tuple[MemberRow, PersonRow]]


def _categories(people: People) -> tuple[Table, ...]:
    counted = Counter(person.category for _member, person in people)
    order = [code for code in CATEGORIES if counted[code]]
    return table("categories", "category count share", [
        _line(people, Coded("category", code), [member for member, person in people if person.category == code])
        for code in order
    ])  # fmt: skip


def _service(people: People) -> tuple[Table, ...]:
    lines = [
        _line(
            people,
            f"{first}–{last}" if last < BANDS[-1][1] else f"{first} +",
            [
                member
                for member, person in people
                if person.service_teaching is not None and first <= person.service_teaching <= last
            ],
        )
        for first, last in BANDS
    ]
    nobody_knows = [member for member, person in people if person.service_teaching is None]
    unknown = _line(people, Coded("category", ""), nobody_knows)
    return table("service", "service count share", [each for each in (*lines, unknown) if each.cells[1]])


def _education(people: People) -> tuple[Table, ...]:
    found = dict.fromkeys(person.education.strip() for _member, person in people)
    return table("education", "education count share", [
        _line(people, text or Coded("category", ""), [
            member for member, person in people if person.education.strip() == text
        ])
        for text in sorted(found, key=lambda text: (not text, text))
    ])  # fmt: skip


def _line(people: People, name: Value, some: Sequence[MemberRow]) -> Line:
    found = of_table("member", some)
    return Line((name, len(found), share(len(found), len(people))), found)
