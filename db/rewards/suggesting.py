"""Whom one might propose for a reward and why; the leader decides."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from db import members, settings
from db.errors import Refused
from db.evaluations.totals import totals
from db.growth.reading import awards
from db.history import action
from db.models.schools import Person
from db.rewards.reading import closed, rewards
from db.rewards.rows import Suggestion
from db.rules.evaluation_order import ranks

LEADING = 3
"""So many places by points are named as leading."""
SETTING = "reward_years"
MOST_YEARS = 50
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def suggestions(association_id: int, first_year: int, today: dt.date) -> tuple[Suggestion, ...]:
    """Members who lead by points in the year's closed evaluations or were not rewarded for years, the best first.

    Those who are proposed this year already are left out. Of someone without any known award nobody knows how long it
    is: she counts as not rewarded.
    """
    points: Counter[int] = Counter()
    for of in closed(association_id, first_year):
        points.update({each.person_id: each.points for each in totals(of.id)})
    places = ranks(dict(points))
    there = members.members(association_id, today)
    last, limit = _last_awards(association_id, [each.person_id for each in there]), years(association_id)
    proposed = {each.person_id for each in rewards(association_id, first_year)}
    found = []
    for each in there:
        who = each.person_id
        leading = points[who] > 0 and places[who] <= LEADING
        long_ago = today.year - last.get(who, 0) >= limit
        reasons = tuple(code for code, holds in (("leading", leading), ("long_ago", long_ago)) if holds)
        if reasons and who not in proposed:
            found.append(Suggestion(who, each.name, reasons, points.get(who), places.get(who), last.get(who)))
    order = {each.person_id: place for place, each in enumerate(found)}
    return tuple(sorted(found, key=lambda each: (-len(each.reasons), -(each.points or 0), order[each.person_id])))


def _last_awards(association_id: int, person_ids: Sequence[int]) -> dict[int, int]:
    """Person → the calendar year of the newest award: of those recorded, and of those that her card names."""
    last: dict[int, int] = {}
    for award in awards(association_id):
        if award.known_year is not None:
            last[award.person_id] = max(award.known_year, last.get(award.person_id, 0))
    query: Any = Person.select(Person.id, Person.awards).where(Person.id.in_(list(person_ids)), Person.awards != "")
    for person_id, text in query.tuples():
        for year in _YEAR.findall(text):
            last[person_id] = max(int(year), last.get(person_id, 0))
    return last


def years(association_id: int) -> int:
    """After how many years without an award somebody is suggested."""
    return int(settings.get(SETTING, association_id) or 0)


@action("settings.reward_years")
def set_years(association_id: int, count: int) -> None:
    """Choose that number. Raises Refused `number_out_of_range`."""
    if not 1 <= count <= MOST_YEARS:
        raise Refused("number_out_of_range", "years", least=1, most=MOST_YEARS)
    settings.set_(SETTING, str(count), association_id)
