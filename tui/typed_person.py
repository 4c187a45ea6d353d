"""One person typed by a few letters into a field of a form."""

from collections.abc import Callable

from db import members, schools
from db.errors import Refused
from db.rules.people import People, find


def one_person(text: str, association_id: int, known: dict[int, str]) -> int | None:
    """Read a member's name or its first letters, None for nothing; raises Refused `not_found`, `several_found`.

    `known`: who stands there already, also one who has left since.
    """
    return _one(text, lambda: [(each.person_id, each.name) for each in members.members(association_id)], known)


def one_of_school(text: str, school_id: int, known: dict[int, str]) -> int | None:
    """Read anyone at the school as `one_person` does: teachers of the middle school are in no association here."""
    return _one(text, lambda: [(each.id, each.name) for each in schools.people(school_id)], known)


def _one(text: str, people: Callable[[], People], known: dict[int, str]) -> int | None:
    if not text:
        return None
    everyone = people()
    ids = tuple(key for key, shown in known.items() if shown == text) or find(text.lstrip("!@"), everyone)
    if len(ids) != 1:
        names = ", ".join(name.listed for key, name in everyone if key in ids)
        raise Refused("several_found" if ids else "not_found", text=text, names=names)
    return ids[0]
