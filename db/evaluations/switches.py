"""What a school has switched on of the evaluation: simple first, everything more by choice."""

from __future__ import annotations

from db import settings
from db.errors import Refused
from db.evaluations.rows import Switches
from db.history import action
from db.models.evaluations import PERIODS

KEYS = {
    "period": "evaluation_period",
    "self_rating": "evaluation_self",
    "commission": "evaluation_commission",
    "appeal_days": "evaluation_appeal_days",
    "ranks": "evaluation_ranks",
    "fund": "evaluation_fund",
    "by_load": "evaluation_by_load",
    "by_period": "evaluation_by_period",
    "full_load": "evaluation_full_load",
}
"""Field of `Switches` → the setting that holds it; switched on is 1, off is empty."""
NUMBERS = {"appeal_days": range(61), "full_load": range(1, 61)}
"""The days in which one may appeal (0: no appeals), and the hours a week that are a whole load."""


def switches(association_id: int) -> Switches:
    """What is switched on for an association."""
    held = settings.get_all(KEYS.values(), association_id)
    typed = {name: held[key] for name, key in KEYS.items()}
    numbers = {name: int(typed[name]) if typed[name].isdecimal() else 0 for name in NUMBERS}
    period = typed["period"] if typed["period"] in PERIODS else PERIODS[0]
    flags = {name: typed[name] == "1" for name in KEYS if name not in NUMBERS and name != "period"}
    return Switches(
        period=period, appeal_days=numbers["appeal_days"], full_load=numbers["full_load"] or 1, **flags
    )  # fmt: skip


@action("evaluation_switch.set")
def switch(association_id: int, name: str, value: str | int | bool) -> None:
    """Choose one switch by its field; raises Refused `value_not_allowed`."""
    if name not in KEYS:
        raise Refused("value_not_allowed", name)
    if name in NUMBERS:
        allowed = isinstance(value, int) and value in NUMBERS[name]
    else:
        allowed = value in PERIODS if name == "period" else isinstance(value, bool)
    if not allowed:
        raise Refused("value_not_allowed", name)
    kept = ("1" if value else "") if isinstance(value, bool) else str(value)
    settings.set_(KEYS[name], kept, association_id)
