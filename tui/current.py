"""Which association the screens speak of."""

from db import settings
from db.associations import AssociationRow, associations
from db.errors import Refused
from db.rules.alphabet import matches

REMEMBERED = "association"
"""Under this name the id of the association last open is remembered."""

_here = 0


def only_here(association_id: int) -> None:
    """Speak of this association in this sitting, without a note of it in the data; 0: as noted there."""
    global _here
    _here = association_id


def association() -> AssociationRow | None:
    """The association last open, else the oldest; None before the first start is finished."""
    known = associations()
    last = str(_here) if _here else settings.remembered(REMEMBERED)
    return next((each for each in known if str(each.id) == last), known[0] if known else None)


def association_id() -> int:
    """The id of the association last open; 0 before the first start is finished."""
    found = association()
    return found.id if found else 0


def choose(association_id: int) -> None:
    """Speak of this association from now on; runs on the writing connection (`app.save(current.choose, id)`)."""
    settings.remember(REMEMBERED, str(association_id))


def named(name: str) -> int:
    """The association that a name means; raises Refused `not_found` (text) and `several_found` (names)."""
    found = [each for each in associations() if matches(name, f"{each.name_ky} {each.name_ru}")]
    if len(found) != 1:
        code = "several_found" if found else "not_found"
        raise Refused(code, "association", text=name, names=", ".join(each.name_ky or each.name_ru for each in found))
    return found[0].id
