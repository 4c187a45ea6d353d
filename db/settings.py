"""What a school or association chose, and what the program remembers between starts."""

from __future__ import annotations

from dataclasses import dataclass, fields

from db import records
from db.connection import rows
from db.errors import Refused
from db.gate import checked
from db.history import action, subject
from db.models.record import database
from db.models.settings import Remembered, Setting

DEFAULTS = {
    "interface_language": "ky",
    "paper_language": "ky",
    "typing_language": "ky",
    "theme": "",
    "output_folder": "",
    "quorum_percent": "50",
    "example": "",
    "meeting_ky": "отурум",
    "resolved_ky": "ТОКТОМ КЫЛЫНДЫ",
    "spoke_ky": "ЧЫГЫП СҮЙЛӨШТҮ",
    "resolved_ru": "ПОСТАНОВИЛИ",
    "spoke_ru": "ВЫСТУПИЛИ",
}
"""Every key that can be chosen, with what holds until then. A meeting has a quorum with more than that percentage."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a protocol that schools differ in (DOMAIN.md 1.1)."""

    meeting_ky: str
    resolved_ky: str
    spoke_ky: str
    resolved_ru: str
    spoke_ru: str


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One choice; of the whole school where `association_id` is None."""

    id: int
    association_id: int | None
    key: str
    value: str


def get(key: str, association_id: int | None = None, default: str | None = None) -> str:
    """The association's choice, else the school's, else `default`, else what the program starts with."""
    return _chosen(association_id, key).get(key, DEFAULTS.get(key, "") if default is None else default)


def words(association_id: int | None = None) -> Words:
    """The words that the association's papers use."""
    names = [field.name for field in fields(Words)]
    chosen = _chosen(association_id, *names)
    return Words(**{name: chosen.get(name) or DEFAULTS[name] for name in names})


@action("settings.set")
def set_(key: str, value: str, association_id: int | None = None) -> None:
    """Choose a value, for one association or the whole school. Raises Refused `unknown_setting`, `text_too_long`."""
    if key not in DEFAULTS:
        raise Refused("unknown_setting", key)
    subject(key)
    values = checked(Setting, {"value": value})
    known = next((row for row in _rows(key) if row.association_id == association_id), None)
    if known is None:
        records.insert(Setting, association=association_id, key=key, **values)
    else:
        records.change(Setting, known.id, **values)


def remembered(key: str, default: str = "") -> str:
    """What was remembered under a key."""
    found = Remembered.select(Remembered.value).where(Remembered.key == key).tuples().first()
    return str(found[0]) if found else default


def remember(key: str, value: str) -> None:
    """Remember something for the next start, outside the history; runs on the writing connection."""
    with database.atomic("IMMEDIATE"):
        Remembered.insert(key=key, value=value).on_conflict(
            conflict_target=[Remembered.key], update={Remembered.value: value}
        ).execute()


def _chosen(association_id: int | None, *keys: str) -> dict[str, str]:
    """The choices that hold: those of the school, over them those of the association."""
    found = [row for row in _rows(*keys) if row.association_id in (None, association_id)]
    return {row.key: row.value for row in sorted(found, key=lambda row: row.association_id is not None)}


def _rows(*keys: str) -> list[SettingRow]:
    query = Setting.select(Setting.id, Setting.association.alias("association_id"), Setting.key, Setting.value)
    return rows(query.where(Setting.key.in_(keys), Setting.deleted_at.is_null()).order_by(Setting.id), SettingRow)
