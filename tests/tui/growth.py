"""Records of how a teacher grows, one of each kind, for the screens that show them."""

from __future__ import annotations

import datetime as dt

from db.growth import keeping
from tests.tui.worlds import World

TEXT = "Критериалдык баалоо"


def written(world: World, text: str = TEXT) -> dict[str, int]:
    """One record of each kind about the second teacher, with a stage and a step; their ids by table."""
    of, who, novice = world.association_id, world.people[1], world.people[4]
    made = {
        "course": keeping.add(
            "course", of, who, topic=text, provider="КББА", hours=72, ends=dt.date(2026, 10, 30), certificate="45/7"
        ),
        "attestation": keeping.add(
            "attestation", of, who, category="first", given_on=dt.date(2022, 2, 10), order_number="27",
            valid_until=dt.date(2027, 2, 10),
        ),
        "self_education": keeping.add("self_education", of, who, topic=text, first_year=2026, report_form="баяндама"),
        "practice": keeping.add("practice", of, who, topic=text, essence="Топтук иш", result="сапат 48 → 63 %"),
        "mentoring": keeping.add("mentoring", of, who, novice_id=novice, begins=dt.date(2026, 9, 1), plan=text),
        "award": keeping.add("award", of, who, title=text, level="district", year=2019),
        "methodical_work": keeping.add(
            "methodical_work", of, who, kind="seminar", title=text, level="school", held_on=dt.date(2026, 11, 5)
        ),
    }  # fmt: skip
    found = {table: change.value for table, change in made.items()}
    keeping.add_part("self_education_stage", found["self_education"], text=text, deadline=dt.date(2026, 11, 20))
    keeping.add_part("practice_step", found["practice"], stage="study", done_on=dt.date(2026, 11, 10), place=text)
    return found
