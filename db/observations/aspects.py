"""What an association looks at in a lesson: the usual eleven aspects to begin with, hers to change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db import records
from db.associations import association
from db.connection import rows
from db.errors import Refused
from db.gate import checked, required
from db.history import action
from db.meetings.standing import label, next_position, standing
from db.models.observations import Aspect, ObservationScore
from db.reading import columns
from db.stock_files import read_stock


@dataclass(frozen=True, slots=True)
class AspectRow:
    """An aspect; one that is not `used` stands on the sheets that scored it, and on no new one."""

    id: int
    position: int
    ky: str
    ru: str
    used: bool

    def text(self, language: str) -> str:
        """The aspect in a language, or in the other one where it has but one."""
        return (self.ru or self.ky) if language == "ru" else (self.ky or self.ru)


def aspects(association_id: int) -> list[AspectRow]:
    """The aspects in their order, those switched off too."""
    query = Aspect.select(*columns(Aspect, AspectRow))
    query = query.where(Aspect.association == association_id, Aspect.deleted_at.is_null())
    return rows(query.order_by(Aspect.position, Aspect.id), AspectRow)


@action("aspect.load_stock")
def load_stock(association_id: int) -> int:
    """Give an association without aspects the usual ones; returns how many were added."""
    if aspects(association(association_id).id):
        return 0
    usual = read_stock("aspects")["aspect"]
    for position, each in enumerate(usual, start=1):
        records.insert(Aspect, association=association_id, position=position, **each)
    return len(usual)


@action("aspect.save")
def save_aspect(aspect_id: int | None, association_id: int, ky: str, ru: str) -> int:
    """Reword an aspect, or with None add one at the end; returns its id.

    Raises Refused `required` (ky) without a name in either language, `text_too_long`, `record_missing`.
    """
    association(association_id)
    values = checked(Aspect, {"ky": ky, "ru": ru})
    required({"ky": values["ky"] or values["ru"]}, "ky")
    label(values["ky"] or values["ru"])
    if aspect_id is None:
        position = next_position(Aspect, Aspect.association == association_id)
        return records.insert(Aspect, association=association_id, position=position, **values)
    standing(Aspect, aspect_id)
    records.change(Aspect, aspect_id, **values)
    return aspect_id


@action("aspect.use")
def use_aspect(aspect_id: int, used: bool) -> None:
    """Switch an aspect off for new sheets, or on again."""
    _named(aspect_id)
    records.change(Aspect, aspect_id, used=used)


@action("aspect.place")
def move_aspect(aspect_id: int, by: int) -> None:
    """Move an aspect up (by < 0) or down; past an end it stays at the end."""
    row = _named(aspect_id)
    order = [each.id for each in aspects(row["association"])]
    at = order.index(aspect_id)
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    for position, each in enumerate(order, start=1):
        records.change(Aspect, each, position=position)


@action("aspect.remove")
def remove_aspect(aspect_id: int) -> None:
    """Take away an aspect that no sheet has scored. Raises Refused `aspect_scored` (values: count)."""
    _named(aspect_id)
    query: Any = ObservationScore.select().where(
        ObservationScore.aspect == aspect_id, ObservationScore.deleted_at.is_null()
    )
    if count := query.count():
        raise Refused("aspect_scored", "aspect", count=count)
    records.remove(Aspect, aspect_id)


def _named(aspect_id: int) -> records.Stored:
    row = standing(Aspect, aspect_id)
    label(row["ky"] or row["ru"])
    return row
