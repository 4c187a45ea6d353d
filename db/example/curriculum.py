"""The example year's calendar plans, and what a change of the curriculum asked of them."""

from __future__ import annotations

from typing import Any

from db.curriculum import changes, plans, steps
from db.example.plan import Entry, Known
from db.rules.names import class_name


def write(association_id: int, first_year: int, known: Known, work: Entry) -> None:
    """Write the register of a year whose meetings, documents and tests are there, then the changes."""
    of = (association_id, first_year)
    for entry in work["calendar_plan"]:
        ids = [_plan(of, known, each) for each in entry["of"]]
        plans.set_step(ids, "considered", None, known.meetings[entry["considered"]])
        for step in ("agreed", "approved"):
            plans.set_step(ids, step, entry[step])
    for entry in work["change"]:
        _write_change(of, known, entry)


def _plan(of: tuple[int, int], known: Known, entry: Entry) -> int:
    fields: dict[str, Any] = {"subject": entry["subject"], "class_name": entry["class"]}
    fields |= {"hours_week": entry["week"], "hours_year": entry["year"]}
    return plans.save_plan(None, *of, person_id=known.people[entry["person"]], **fields).value


def _write_change(of: tuple[int, int], known: Known, entry: Entry) -> None:
    """A change with each step of each plan; what it names of a test is that of the plan's class."""
    fields = {name: entry[name] for name in ("text", "valid_from", "subjects", "classes")}
    change_id = changes.save_change(None, *of, norm_id=known.norms[entry["norm"]], **fields).value
    changes.discuss(change_id, known.items[entry["discussed"]])
    found = {(each.person_id, each.subject, each.class_name): each.id for each in plans.plans(*of)}
    for step in entry["step"]:
        plan_id = found[known.people[step["person"]], step["subject"], class_name(step["class"])]
        for name in ("corrected", "agreed", "approved", "test_made"):
            if name in step:
                steps.set_step(change_id, [plan_id], name, step[name])
        steps.set_step(change_id, [plan_id], "considered", None, known.meetings[entry["considered"]])
        if "test" in step:
            steps.link_test(change_id, plan_id, known.tests[step["test"]][step["class"]])
        else:
            steps.set_not_needed(change_id, [plan_id], only_test=True)
