"""The example year's events: open lessons, visits, extracurricular work, a subject week; and the lines they did."""

from __future__ import annotations

from typing import Any

from db.events.activities import add_activity, cancel_activity, hold_activity, move_activity
from db.events.results import save_result
from db.example.plan import Entry, Known
from db.plans import fulfilling
from db.plans.sections import sections

TYPED = (
    "title", "form", "subject", "classes", "room", "lesson", "starts", "level", "aim", "tasks", "participants",
    "course", "results", "conclusion",
)  # fmt: skip
"""What an entry of the file says as an activity's field of the same name."""

VISITS = "8.8"
"""The line of the plan that all visits belong to."""


def write(association_id: int, first_year: int, known: Known, work: Entry) -> None:
    """Write what the leader directed in a year whose meetings and plan are there; `known.activities` names it after."""
    writer = _Writer(association_id, first_year, known)
    for entry in work["activity"]:
        writer.write_activity(entry)
    for entry in work["visit"][0]["of"]:
        writer.write_visit(entry)


class _Writer:
    """Writes activities and remembers them by their key."""

    def __init__(self, association_id: int, first_year: int, known: Known) -> None:
        self._association_id, self._first_year = association_id, first_year
        self._known = known
        self._sections = {each.number: each.id for each in sections(association_id)}

    def write_activity(self, entry: Entry, week_id: int | None = None) -> None:
        """Plan an activity, move it, then hold it or call it off; the events of a week come with it."""
        first = entry["moved"]["from"] if "moved" in entry else entry["on"]
        activity_id = self._planned(entry, first, part_of_id=week_id)
        self._known.activities[entry.get("key", entry.get("title", ""))] = activity_id
        for event in entry.get("event", ()):
            self.write_activity(event, activity_id)
        if "moved" in entry:
            move_activity(activity_id, entry["moved"]["on"], entry["moved"]["reason"], held_on=entry["on"])
        if entry.get("state") == "cancelled":
            cancel_activity(activity_id, entry["reason"])
            return
        for result in entry.get("place", ()):
            self._write_result(activity_id, result)
        self._hold(activity_id, entry)

    def write_visit(self, entry: Entry) -> None:
        """A visited lesson; what was written down about it is an observation's."""
        typed = {**entry, "kind": "visit", "title": entry["topic"], "classes": entry["class"]}
        typed["people"] = [entry["teacher"]]
        if "visitor" in entry:
            typed["visitors"] = [entry["visitor"]]
        else:
            typed["guests"] = [entry["guest"]]
        activity_id = self._planned(typed, entry["on"])
        hold_activity(activity_id, entry["on"])
        fulfilling.fulfil(self._known.lines[VISITS], "activity", activity_id, partly=True)
        self._known.visits.append((activity_id, entry))

    def _planned(self, entry: Entry, on: Any, **more: Any) -> int:
        people = self._known.people
        fields: dict[str, Any] = {name: entry[name] for name in TYPED if name in entry} | more
        return add_activity(
            self._association_id,
            self._first_year,
            entry["kind"],
            responsible_ids=[people[key] for key in entry["people"]],
            visitor_ids=[people[key] for key in entry.get("visitors", ())],
            guests=entry.get("guests", ()),
            held_on=on,
            ends_on=entry.get("until"),
            **fields,
        ).value

    def _write_result(self, activity_id: int, entry: Entry) -> None:
        said = {name: entry[name] for name in ("name", "place", "award")}
        save_result(None, activity_id, entry["kind"], class_name=entry["class"], **said)

    def _hold(self, activity_id: int, entry: Entry) -> None:
        hold_activity(activity_id, entry.get("until", entry["on"]))
        if "line" in entry:
            fulfilling.fulfil(self._known.lines[entry["line"]], "activity", activity_id)
        elif "beyond" in entry:
            fulfilling.beyond("activity", activity_id, self._sections[entry["beyond"]])
