"""The example year's tasks that no meeting decided, made of advice, a study or a test; and its remarks."""

from __future__ import annotations

from db import tasks
from db.example.plan import Entry, Known
from db.remarks import add_remark
from db.ties.making import make_task


def write(association_id: int, known: Known, work: Entry) -> None:
    """Write what was promised because of records that are there, and how far it went."""
    for entry in work["task"]:
        owners = [known.people[key] for key in entry["people"]]
        source = _source(known, entry)
        task_id = make_task(*source, entry["text"], owners, entry["deadline"], entry["given"]).value
        if "state" in entry:
            tasks.set_state(task_id, entry["state"], entry["closed"])
    for entry in work["remark"]:
        said = (entry["text"], entry.get("due"), entry.get("answer", ""), entry.get("answered"))
        add_remark(association_id, known.people[entry["person"]], entry["kind"], entry["on"], *said)


def _source(known: Known, entry: Entry) -> tuple[str, int]:
    """The table and id of what the task was made of."""
    if "advice" in entry:
        return "advice", known.advice[entry["advice"]]
    if "study" in entry:
        return "study", known.studies[entry["study"]]
    return "control_test", next(iter(known.tests[entry["test"]].values()))
