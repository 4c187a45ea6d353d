"""One person typed by a few letters into a field of a form."""

from db import members
from db.errors import Refused
from db.rules.people import find


def one_person(text: str, association_id: int, known: dict[int, str]) -> int | None:
    """Read a name or its first letters, None for nothing; raises Refused `not_found`, `several_found`.

    `known`: who stands there already, also one who has left since.
    """
    if not text:
        return None
    people = [(each.person_id, each.name) for each in members.members(association_id)]
    ids = tuple(key for key, shown in known.items() if shown == text) or find(text.lstrip("!@"), people)
    if len(ids) != 1:
        names = ", ".join(name.listed for key, name in people if key in ids)
        raise Refused("several_found" if ids else "not_found", text=text, names=names)
    return ids[0]
