"""Documents, calendar plans and a change of the curriculum as screens find them."""

from __future__ import annotations

import datetime as dt

from db.curriculum import changes, entry, plans, steps
from db.meetings.sheet import sheet
from db.norms import register, studying
from tests.tui.worlds import World

PLANS = "Асанова 4А математика 5/170\nБайтемирова 1А математика 4/132\nАсанова 4А кыргыз тили\nСыдыкова 2Б [/]"


def documented(world: World) -> dict[str, int]:
    """Enter four documents: studied in October, overdue, of no term, replaced; their ids by a short name."""
    association = world.association_id

    def add(title: str, **fields: object) -> int:
        return register.save_norm(None, association, 2026, title=title, **fields).value

    found = {
        "plain": add("Педагог жөнүндө мыйзам [bold]", kind="law"),
        "old": add("Мурунку стандарт", kind="standard"),
        "overdue": add("Иш кагаздарынын тизмеси", kind="order", number="1097", study_by=dt.date(2026, 11, 1)),
        "studied": add(
            "Предметтик стандарт", kind="standard", issued_on=dt.date(2026, 8, 20), issuer="Министрлик",
            study_by=dt.date(2026, 10, 31),
        ),
    }  # fmt: skip
    register.replace(found["old"], found["studied"])
    studying.study(found["studied"], item_of(world))
    studying.mark_unread(found["studied"], world.people[:2])
    return found


def item_of(world: World) -> int:
    """The question of October's meeting."""
    return next(each.row.id for each in sheet(world.meetings[1]).agenda if each.row.kind == "ordinary")


def changed(world: World) -> tuple[int, list[int]]:
    """Enter four calendar plans and a change of mathematics with some steps done; its id, the plans' ids."""
    association = world.association_id
    entry.add_lines(association, 2026, PLANS)
    ids = [each.id for each in plans.plans(association, 2026)]
    plans.set_step(ids[:2], "considered", None, world.meetings[0])
    plans.set_step(ids[:1], "agreed", dt.date(2026, 9, 2))
    change_id = changes.save_change(
        None, association, 2026, text="Бөлчөктөр темасы кыскарды", valid_from=dt.date(2026, 11, 9),
        subjects="математика", classes="1–4",
    ).value  # fmt: skip
    steps.set_step(change_id, ids[:1], "corrected", dt.date(2026, 11, 10))
    steps.set_step(change_id, ids[:1], "considered", None, world.meetings[1])
    return change_id, ids
