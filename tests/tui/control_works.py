"""Control works as screens find them: with results, without, planned, called off."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db.control_tests import results, works
from tests.tui.worlds import World


def written(world: World) -> dict[str, int]:
    """Make the works of 2026-2027; their ids by a short name."""

    def add(class_name: str, place: int, kind: str, subject: str, day: dt.date | None, **more: Any) -> int:
        of = [(class_name, world.people[place])]
        added = works.add_works(world.association_id, 2026, of, kind=kind, subject=subject, held_on=day, **more)
        return added.value[0]

    found = {
        "counted": add("4-А", 1, "entry", "Математика", dt.date(2026, 9, 15), lesson=2, room="12"),
        "held": add("4-Б", 4, "entry", "Математика", dt.date(2026, 9, 16), lesson=3),
        "off": add("3-Б", 0, "dictation", "Кыргыз тили", dt.date(2026, 10, 1)),
        "over": add("1-А", 2, "reading", "Окуу [/]", dt.date(2026, 11, 20)),
        "planned": add("4-А", 1, "quarter", "Математика", dt.date(2026, 12, 18), lesson=1),
    }
    results.set_results(found["counted"], 28, 26, {5: 6, 4: 10, 3: 8, 2: 2})
    results.set_requirements(found["counted"], [("100гө чейин кошот", 20), ("Маселе чыгарат", 15)])
    works.change_work(found["counted"], mistakes="Маселенин шарты", measures="Кошумча сабак өтүлсүн")
    works.hold(found["held"])
    works.cancel(found["off"], "карантин")
    return found
