"""Kinds of records that a school does not keep (order 1097/2020 leaves it the choice): switched off, never deleted."""

from __future__ import annotations

from db import settings
from db.errors import Refused
from db.history import action

KINDS = (
    "observations", "visits", "extracurricular", "studies", "norms", "acquaintance", "curriculum", "tests", "staffing",
    "notes", "remarks", "quality",
    "courses", "attestation", "self_education", "practice", "mentoring", "awards", "methodical_work",
    "evaluations", "rewards",
)  # fmt: skip
"""What can be switched off."""

SETTING = "not_kept"


def not_kept(association_id: int) -> frozenset[str]:
    """The kinds that are switched off."""
    chosen = settings.get(SETTING, association_id)
    return frozenset(each for each in chosen.split(",") if each in KINDS)


@action("settings.kept")
def keep(association_id: int, kind: str, on: bool) -> None:
    """Switch a kind on or off; its records stay. Raises Refused `value_not_allowed`."""
    if kind not in KINDS:
        raise Refused("value_not_allowed", "kind")
    off = not_kept(association_id) - {kind} if on else not_kept(association_id) | {kind}
    settings.set_(SETTING, ",".join(each for each in KINDS if each in off), association_id)
